"""Forms of one decision that contradict each other become issues of the form that counts less.

Their rules begin with "between."; they are made anew like all that is derived, and a document's
own issues are not touched.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from extractors.differences import difference, outcome
from extractors.resolutions.repeats import Limb
from pipeline.book import Book, Values
from pipeline.derive.kin import Entry, Groups

PREFIX = "between."
_LIMBS = """SELECT l.id, l.document_id, l.decision_id, l.text, l.lead, l.action, l.is_empty,
    l.same_as, l.parent_id, l.start, l.stop FROM resolutions l
    JOIN documents o ON o.id = l.document_id
    WHERE l.decision_id IS NOT NULL ORDER BY o.key, l.start, l.id"""
_VOTES = """SELECT v.decision_id, v.votes_for, v.votes_against, v.subject, v.start, v.stop
    FROM votes v JOIN documents o ON o.id = v.document_id
    WHERE v.decision_id IS NOT NULL ORDER BY o.key, v.start, v.id"""
_STORED = """SELECT id, document_id, rule, message, start, stop FROM issues
    WHERE rule LIKE 'between.%' ORDER BY id"""
_MOST = 30  # limbs of one form that are compared
_FIELDS = ("document_id", "rule", "message", "start", "stop")


def derive_differences(book: Book, groups: Groups) -> None:
    """Bring the issues between documents up to date."""
    wanted = list(_issues(book, groups))
    stored = [dict(row._mapping) for row in book.ask(_STORED)]
    left = Counter(tuple(row[name] for name in _FIELDS) for row in wanted)
    stale = []
    for row in stored:
        told = tuple(row[name] for name in _FIELDS)
        if left[told]:
            left[told] -= 1
        else:
            stale.append(row["id"])
    book.drop_all("issues", stale)
    book.add("issues", [dict(zip(_FIELDS, row, strict=True)) for row in left.elements()])


def _issues(book: Book, groups: Groups) -> Iterator[Values]:
    several = [group for group in groups.all() if len({e.row["document_id"] for e in group}) > 1]
    if not several:
        return
    limbs, votes = _by_decision(book, _LIMBS), _by_decision(book, _VOTES)
    for group in several:
        first, *others = sorted(group, key=lambda e: e.rank)
        for other in others:
            if other.row["document_id"] != first.row["document_id"]:
                yield from _limbs(first, other, limbs)
                yield from _votes(first, other, votes)


def _by_decision(book: Book, query: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in book.ask(query):
        found.setdefault(row.decision_id, []).append(row)
    return found


def _limbs(first: Entry, other: Entry, limbs: dict[int, list[Any]]) -> Iterator[Values]:
    own, its = limbs.get(first.id, [])[:_MOST], limbs.get(other.id, [])[:_MOST]
    same = {row.same_as for row in its if row.same_as}
    mine = [row for row in own if row.id not in same and row.same_as is None]
    new = [row for row in its if row.same_as is None]
    if own and its and outcome([_limb(r) for r in own], [_limb(r) for r in its]):
        yield _issue("action", other, its[0], f"{its[0].action} here, {own[0].action} in", first)
        return
    for row in new:
        told = ((difference(_limb(row), _limb(m)), m) for m in mine)
        what, near = next(((w, m) for w, m in told if w), (None, None))
        if what and near is not None:
            mine.remove(near)
            yield _issue(what, other, row, f"“{_short(near.text)}” in", first)


def _limb(row: Any) -> Limb:
    return Limb(row.text, row.lead, row.action, row.is_empty)


def _votes(first: Entry, other: Entry, votes: dict[int, list[Any]]) -> Iterator[Values]:
    """Compare the votes where each form has one vote on the matter itself, with both counts."""
    both = [[v for v in votes.get(e.id, []) if v.subject != "procedural"] for e in (first, other)]
    if any(len(v) != 1 or v[0].subject == "amendment" for v in both):
        return
    (mine,), (its,) = both
    counts = [(v.votes_for, v.votes_against) for v in (mine, its)]
    if any(None in count for count in counts) or counts[0] == counts[1]:
        return
    said = f"{counts[1][0]} for and {counts[1][1]} against here, {counts[0][0]} and {counts[0][1]}"
    yield _issue("votes", other, its, f"{said} in", first)


def _issue(what: str, entry: Entry, row: Any, said: str, first: Entry) -> Values:
    return {
        "document_id": entry.row["document_id"],
        "rule": f"{PREFIX}{what}",
        "message": f"{said} {first.row['key']}",
        "start": row.start,
        "stop": row.stop,
    }


def _short(words: str, most: int = 160) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
