"""Which decisions of several documents are one: by ids first, then by body, day and title.

Every step looks entries up by a key, never each against each; where a key names things that
contradict each other (two decisions of one page, different ids) it joins nothing.
"""

from collections.abc import Callable, Hashable, Iterable

from pipeline.book import Book
from pipeline.derive.kin import Entry, Facts, Groups, entries

Key = tuple[Hashable, ...] | None
_NAMES = {"AIId": "agenda item id", "DId": "decision id"}


def kinship(book: Book) -> Groups:
    """Return all decisions, those grouped that are one decision of one meeting or maker."""
    groups = Groups(entries(book))
    _by_own_ids(groups)
    _by_links(groups)
    _by_key(groups, _issue_and_day, "issue id")
    _by_key(groups, _title_and_day, "title, body and date")
    _by_issue_alone(groups)
    _by_due_date(groups)
    return groups


def _by_own_ids(groups: Groups) -> None:
    first: dict[Hashable, int] = {}
    for at, entry in enumerate(groups.entries):
        for name in entry.ids if entry.council else ():
            other = first.setdefault((entry.council, name), at)
            if other != at and entry.row["document_id"] not in _documents(groups, other):
                groups.join(other, at, _NAMES[name.partition("=")[0]])


def _documents(groups: Groups, at: int) -> set[int]:
    return groups.facts[groups.root(at)].documents


def _by_links(groups: Groups) -> None:
    """Join what links to one item or decision, where title or day agree too."""
    first: dict[Hashable, int] = {}
    for at, entry in enumerate(groups.entries):
        for name in entry.ids if entry.council else ():
            first.setdefault((entry.council, name), at)
    for at, entry in enumerate(groups.entries):
        for name in entry.links if entry.council else ():
            other = first.setdefault((entry.council, name), at)
            if other != at and _agree(entry, groups.entries[other]):
                groups.join_all([other, at], _NAMES[name.partition("=")[0]])


def _agree(a: Entry, b: Entry) -> bool:
    return bool(a.title and a.title == b.title) or bool(a.day and a.day == b.day)


def _by_key(groups: Groups, name: Callable[[Entry], Key], reason: str) -> None:
    """Join entries of one key; where these are several things, the minute number tells which."""
    for places in _buckets(groups, range(len(groups.entries)), name):
        if groups.join_all(places, reason):
            continue
        for numbered in _buckets(groups, places, _number):
            groups.join_all(numbered, reason)


def _buckets(
    groups: Groups, places: Iterable[int], name: Callable[[Entry], Key]
) -> list[list[int]]:
    found: dict[Key, list[int]] = {}
    for at in places:
        key = name(groups.entries[at])
        if key is not None:
            found.setdefault(key, []).append(at)
    return [places for places in found.values() if len(places) > 1]


def _issue_and_day(entry: Entry) -> Key:
    if not (entry.council and entry.issue and entry.body and entry.day):
        return None
    return entry.council, entry.issue, entry.body, entry.day


def _title_and_day(entry: Entry) -> Key:
    if not (entry.council and entry.title and entry.body and entry.day):
        return None
    return entry.council, entry.title, entry.body, entry.day


def _number(entry: Entry) -> Key:
    digits = "".join(c for c in entry.row["number"] or "" if c.isalnum())
    return (digits,) if digits else None


def _by_issue_alone(groups: Groups) -> None:
    """An undated page of an issue is of the only dated decision that has its issue and title."""
    dated = _dated(groups, lambda e: (e.council, e.issue, e.title) if e.issue else None)
    for at, entry in enumerate(groups.entries):
        is_open = not entry.day and entry.row["due_from"] is None
        if entry.council and entry.issue and entry.title and is_open:
            _join_sole(groups, at, dated.get((entry.council, entry.issue, entry.title)))


def _by_due_date(groups: Groups) -> None:
    """A forward plan's entry is of the only decision of its issue, or body and title, then due."""
    by_issue = _dated(groups, lambda e: (e.council, e.issue) if e.issue else None)
    by_title = _dated(groups, lambda e: (e.council, e.body, e.title) if e.is_business else None)
    for at, entry in enumerate(groups.entries):
        first, last = entry.row["due_from"], entry.row["due_to"] or entry.row["due_from"]
        if not entry.council or entry.day or not first or not entry.is_business:
            continue
        if entry.issue:
            near = by_issue.get((entry.council, entry.issue))
        else:
            near = by_title.get((entry.council, entry.body, entry.title)) if entry.body else None
        due = {root for root in near or () if _falls(groups.facts[root], first, last)}
        _join_sole(groups, at, due, "issue id" if entry.issue else "title, maker and due date")


def _falls(facts: Facts, first: str, last: str) -> bool:
    return any(first <= day <= last for day in facts.ids.get("day", ()))


def _dated(groups: Groups, name: Callable[[Entry], Key]) -> dict[Key, set[int]]:
    found: dict[Key, set[int]] = {}
    for at, entry in enumerate(groups.entries):
        if entry.council and entry.day and entry.title and (key := name(entry)) is not None:
            found.setdefault(key, set()).add(groups.root(at))
    return found


def _join_sole(groups: Groups, at: int, roots: set[int] | None, reason: str = "issue id") -> None:
    now = {groups.root(root) for root in roots or ()}
    if len(now) == 1:
        groups.join_all([now.pop(), at], reason)
