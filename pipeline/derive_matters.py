"""Matters: decisions and pages of several documents that are one business; what became of advice.

Two decisions are joined by the council's own issue id, or by the same title, body and day. A
matter is kept where it joins at least two documents or has an issue id.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from extractors import legal
from pipeline.book import Book, Values
from pipeline.identity import folded

_ISSUE = "IId="  # how layouts write the id of a Modern.Gov issue
_DECISIONS = """SELECT d.id, d.document_id, d.title, d.entry_id, d.is_procedural, d.matter_id,
    c.slug, d.council_id, coalesce(m.body, d.meeting_body, d.decision_maker) AS body,
    coalesce(d.decision_date, m.date, d.meeting_date) AS date,
    coalesce(m.date, d.meeting_date, d.decision_date) AS day
    FROM decisions d JOIN documents o ON o.id = d.document_id JOIN councils c ON c.id = d.council_id
    LEFT JOIN meetings m ON m.id = d.meeting_id ORDER BY o.key, d.position, d.id"""
_RECOMMENDED = """SELECT r.id, r.text, d.matter_id, r.decision_id FROM recommendations r
    JOIN decisions d ON d.id = r.decision_id JOIN documents o ON o.id = r.document_id
    ORDER BY o.key, r.start, r.id"""
_RESOLVED = """SELECT r.id, r.text, r.action, r.is_empty, d.matter_id, r.decision_id
    FROM resolutions r JOIN decisions d ON d.id = r.decision_id
    JOIN documents o ON o.id = r.document_id WHERE r.same_as IS NULL
    ORDER BY o.key, r.start, r.id"""
_SAME, _LIKE = 0.9, 0.6  # shares of common words from which a limb is, or amends, the advice
_WORDS_OF_A_TITLE = 2  # "Budget" alone joins nothing
_AGREED = ("approve", "agree", "accept", "adopt", "endorse", "note", "confirm", "support")
_PUT_OFF = ("defer", "refer", "withdraw")


@dataclass(slots=True)
class _Group:
    key: str
    rows: list[Values] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def derive_matters(book: Book) -> None:
    """Make the matters, tie decisions to them and say why."""
    rows = [dict(row._mapping) for row in book.ask(_DECISIONS)]
    groups = [g for g in _groups(rows) if _is_kept(g)]
    wanted = [_matter(group) for group in groups]
    ids, gone = book.match("matters", wanted, lambda row: row["key"])
    of = {r["id"]: i for i, group in zip(ids, groups, strict=True) for r in group.rows}
    stored = book.ask("SELECT id, matter_id FROM decisions ORDER BY id")
    changed = [(r.id, of.get(r.id)) for r in stored if r.matter_id != of.get(r.id)]
    book.set_all("decisions", "matter_id", changed)
    members = [
        {
            "matter_id": matter_id,
            "document_id": row["document_id"],
            "decision_id": row["id"],
            "reason": reason,
        }
        for matter_id, group in zip(ids, groups, strict=True)
        for row, reason in zip(group.rows, group.reasons, strict=True)
    ]
    _, stale = book.match("matter_documents", members, _member)
    book.drop_all("matter_documents", stale)
    book.drop_all("matters", gone)


def _member(row: Values) -> Hashable:
    return row["matter_id"], row["document_id"], row["decision_id"], row["reason"]


def _groups(rows: Iterable[Values]) -> list[_Group]:
    """Put each decision to the first group that its issue, or its title and meeting, names."""
    by_issue: dict[Hashable, _Group] = {}
    by_title: dict[Hashable, _Group] = {}
    found: list[_Group] = []
    for row in sorted(rows, key=lambda r: not _issue(r)):
        issue, title = _issue(row), _title(row)
        group = by_issue.get(issue) if issue else by_title.get(title) if title else None
        reason = "issue id" if issue else "title, body and date"
        if group is None and (issue or title):
            group = _Group(issue or "/".join(map(str, title or ())))
            found.append(group)
        if group is None:
            continue
        if issue:
            by_issue[issue] = group
        if title:
            by_title.setdefault(title, group)
        group.rows.append(row)
        group.reasons.append(reason)
    return found


def _issue(row: Values) -> str | None:
    said = row["entry_id"] or ""
    return f"{row['slug']}/{said}" if said.startswith(_ISSUE) else None


def _title(row: Values) -> tuple[str, ...] | None:
    title = folded(row["title"])
    known = row["body"] and row["day"] and title.count(" ") >= _WORDS_OF_A_TITLE - 1
    if row["is_procedural"] or not known:
        return None
    return row["slug"], row["day"], legal.key(row["body"]), title


def _is_kept(group: _Group) -> bool:
    return len({r["document_id"] for r in group.rows}) > 1 or _ISSUE in group.key


def _matter(group: _Group) -> Values:
    dates = sorted(r["date"] for r in group.rows if r["date"])
    return {
        "key": group.key,
        "council_id": group.rows[0]["council_id"],
        "title": next((r["title"] for r in group.rows if r["title"]), None),
        "first_date": dates[0] if dates else None,
        "last_date": dates[-1] if dates else None,
    }


def derive_outcomes(book: Book) -> None:
    """Say what became of each recommendation whose decision has resolutions."""
    resolved: dict[Hashable, list[Values]] = {}
    for row in book.ask(_RESOLVED):
        for key in _places(row):
            resolved.setdefault(key, []).append(dict(row._mapping))
    wanted = []
    for row in book.ask(_RECOMMENDED):
        own = next((resolved[key] for key in _places(row) if key in resolved), None)
        if own:
            limb, outcome = _outcome(row.text, own)
            wanted.append({"recommendation_id": row.id, "resolution_id": limb, "outcome": outcome})
    _, stale = book.match("recommendation_outcomes", wanted, lambda r: r["recommendation_id"])
    book.drop_all("recommendation_outcomes", stale)


def _places(row: object) -> list[Hashable]:
    """Return where a limb is looked for: its own decision, then the whole matter."""
    decision, matter = getattr(row, "decision_id", None), getattr(row, "matter_id", None)
    places: list[Hashable] = [("decision", decision)]
    return [*places, ("matter", matter)] if matter is not None else places


def _outcome(advice: str, limbs: list[Values]) -> tuple[int | None, str]:
    words = Counter(folded(advice).split())
    likeness, best = max(
        (
            (_alike(words, Counter(folded(limb["text"]).split())), -at)
            for at, limb in enumerate(limbs)
        ),
        default=(0.0, 0),
    )
    limb = limbs[-best]
    if likeness >= _LIKE:
        if limb["action"] in _PUT_OFF:
            return limb["id"], "deferred"
        if limb["action"] == "reject":
            return limb["id"], "rejected"
        return limb["id"], "accepted" if likeness >= _SAME else "amended"
    whole = next((x for x in limbs if x["is_empty"] and x["action"] in _AGREED), None)
    if whole:
        return whole["id"], "accepted"
    if len(limbs) == 1 and limbs[0]["action"] in (*_PUT_OFF, "reject"):
        action = limbs[0]["action"]
        return limbs[0]["id"], "rejected" if action == "reject" else "deferred"
    return None, "unknown"


def _alike(a: Counter[str], b: Counter[str]) -> float:
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0
