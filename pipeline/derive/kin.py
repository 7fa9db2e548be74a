"""Decisions as they are compared across documents: by ids, else by body, day and folded title.

An `Entry` is one row of `decisions` with all that may tell which matter it is. Ids count from 1 on
every site and bodies have the same names everywhere, so entries without a council join nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors import body_names, generic, targets
from pipeline.book import Book, Values
from pipeline.identity import folded

_DECISIONS = """SELECT d.id, d.document_id, d.title, d.entry_id, d.is_procedural, d.reference,
    d.number, d.due_from, d.due_to, d.status, d.council_id, c.slug, o.key, o.kind, o.layout,
    coalesce(m.body, d.meeting_body, d.decision_maker) AS body,
    coalesce(d.decision_date, m.date, d.meeting_date) AS date,
    coalesce(m.date, d.meeting_date, d.decision_date) AS day,
    CASE WHEN d.text IS NULL THEN 0 ELSE 1 END AS has_text
    FROM decisions d JOIN documents o ON o.id = d.document_id
    LEFT JOIN councils c ON c.id = d.council_id
    LEFT JOIN meetings m ON m.id = d.meeting_id ORDER BY o.key, d.position, d.id"""
_LINKS = """SELECT DISTINCT decision_id, target FROM links WHERE decision_id IS NOT NULL
    ORDER BY decision_id, target"""
# Which form of a decision is the one to be counted.
_RANKS = ("decision", "agenda_item", "meeting", "minutes", "pack", "proposed_decision",
          "issue", "decision_list")  # fmt: skip
_ENTRY_KINDS = {"IId": "IId", "AIId": "AIId", "ID": "DId"}  # as layouts write an entry's id


@dataclass(slots=True)
class Entry:
    """One decision as one document gives it. `ids` are its own, `links` those it points to."""

    row: Values
    title: str
    body: str | None
    issue: str | None
    ids: tuple[str, ...]
    links: tuple[str, ...]
    papers: tuple[str, ...]
    is_business: bool  # neither procedural nor of a title that any agenda has
    reason: str | None = None

    @property
    def id(self) -> int:
        """Return the decision's id."""
        return int(self.row["id"])

    @property
    def council(self) -> int | None:
        """Return the council's id."""
        council: int | None = self.row["council_id"]
        return council

    @property
    def day(self) -> str | None:
        """Return the day on which it was decided or minuted."""
        day: str | None = self.row["day"]
        return day

    @property
    def rank(self) -> tuple[int, int, str, int]:
        """Return what orders the forms of one decision, the one to be counted first."""
        kind = self.row["kind"]
        place = _RANKS.index(kind) if kind in _RANKS else len(_RANKS)
        return 1 - self.row["has_text"], place, self.row["key"], self.id


def entries(book: Book) -> list[Entry]:
    """Return all decisions of the current documents, in key order."""
    linked: dict[int, list[str]] = {}
    for decision_id, target in book.ask(_LINKS):
        linked.setdefault(decision_id, []).append(target)
    return [_entry(dict(r._mapping), linked.get(r.id, [])) for r in book.ask(_DECISIONS)]


def _entry(row: Values, linked: list[str]) -> Entry:
    own = [name for name in (_of_page(row), _of_entry(row)) if name]
    issues = [name for name in own if name.startswith("IId=")] or _sole(linked, "IId=")
    ids = tuple(name for name in own if not name.startswith("IId="))
    kinds = {name.partition("=")[0] for name in ids}
    # A decision's page lists related decisions too, so its links to such tell nothing.
    asked = ["AIId="] if row["kind"] == "decision" else ["AIId=", "DId="]
    links = [n for kind in asked if kind[:-1] not in kinds for n in _sole(linked, kind)]
    title = folded(row["title"])
    return Entry(
        row=row,
        title=title,
        body=body_names.key(row["body"]) if row["body"] else None,
        issue=issues[0] if issues else None,
        ids=ids,
        links=tuple(links),
        papers=tuple(name for name in linked if name.startswith("s=")),
        is_business=not row["is_procedural"] and (not title or not generic.is_generic(title)),
    )


def _of_page(row: Values) -> str | None:
    """Return the id that the page itself has, where the page is of one decision or one issue."""
    if row["kind"] not in ("decision", "agenda_item", "issue"):
        return None
    name = targets.of_page(row["key"].partition("/")[2])
    return name if name and not name.startswith("MId=") else None


def _of_entry(row: Values) -> str | None:
    kind, _, number = (row["entry_id"] or "").partition("=")
    if kind not in _ENTRY_KINDS or row["layout"] == "records":  # whose ids are their own
        return None
    return f"{_ENTRY_KINDS[kind]}={number}" if number else None


def _sole(linked: list[str], kind: str) -> list[str]:
    """Return the one link of a kind; several are a list of other things."""
    found = [name for name in linked if name.startswith(kind)]
    return found if len(found) == 1 else []


@dataclass(slots=True)
class Facts:
    """What is known of a group of entries: two groups that contradict each other stay two."""

    documents: set[int] = field(default_factory=set)
    ids: dict[str, set[str]] = field(default_factory=dict)  # kind of id: those met

    @classmethod
    def of(cls, entry: Entry) -> "Facts":
        """Return what one entry tells."""
        told = [*entry.ids, *([entry.issue] if entry.issue else [])]
        ids = {name.partition("=")[0]: {name} for name in told}
        if entry.day:
            ids["day"] = {entry.day}
        if entry.row["kind"] == "decision" and entry.row["reference"]:
            ids["reference"] = {folded(entry.row["reference"])}
        return cls({entry.row["document_id"]}, ids)

    def contradicts(self, other: "Facts") -> bool:
        """Tell whether the two cannot be one decision: one page has both, or an id differs."""
        if not self.documents.isdisjoint(other.documents):
            return True
        return any(self.ids[k].isdisjoint(other.ids[k]) for k in self.ids.keys() & other.ids.keys())

    def take(self, other: "Facts") -> None:
        """Add what another group knows."""
        self.documents |= other.documents
        for kind, names in other.ids.items():
            self.ids.setdefault(kind, set()).update(names)


class Union:
    """Numbers put together step by step (union-find); a set is named by its least number."""

    def __init__(self, count: int) -> None:
        self._up = list(range(count))

    def root(self, at: int) -> int:
        """Return the least number of a number's set."""
        while self._up[at] != at:
            self._up[at] = self._up[self._up[at]]
            at = self._up[at]
        return at

    def join(self, a: int, b: int) -> tuple[int, int]:
        """Make two sets one; return what named them, the name that stays first."""
        first, second = sorted((self.root(a), self.root(b)))
        self._up[second] = first
        return first, second


class Groups:
    """Entries that are one decision; a group is named by its first entry's place."""

    def __init__(self, found: list[Entry]) -> None:
        self.entries = found
        self._union = Union(len(found))
        self.facts = [Facts.of(entry) for entry in found]

    def root(self, at: int) -> int:
        """Return the place of the first entry of an entry's group."""
        return self._union.root(at)

    def join(self, a: int, b: int, reason: str) -> None:
        """Make two entries' groups one and say why."""
        for at in (a, b):
            self.entries[at].reason = self.entries[at].reason or reason
        first, second = self._union.join(a, b)
        if first != second:
            self.facts[first].take(self.facts[second])

    def join_all(self, places: list[int], reason: str) -> bool:
        """Make one group of places that do not contradict each other, else leave all as it is."""
        roots = list(dict.fromkeys(self.root(at) for at in places))
        known = Facts()
        for root in roots:
            if known.contradicts(self.facts[root]):
                return False
            known.take(self.facts[root])
        for at in places[1:]:
            self.join(places[0], at, reason)
        return True

    def all(self) -> Iterator[list[Entry]]:
        """Yield the groups in order of their first entries."""
        found: dict[int, list[Entry]] = {}
        for at, entry in enumerate(self.entries):
            found.setdefault(self.root(at), []).append(entry)
        yield from found.values()
