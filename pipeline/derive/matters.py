"""Matters: the decisions and papers of several documents that are one business, and why.

Forms of one decision are one matter; decisions of different days are joined by the council's own
issue id alone. A paper belongs where a decision links to it, or where its title, body and date
are those of a decision. A matter is kept where it joins two documents or has an issue id.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from extractors import body_names, generic, targets
from pipeline.book import Book, Values
from pipeline.derive.kin import Entry, Groups, Union
from pipeline.identity import folded

# Documents that decide nothing, each with what it says of its meeting.
_PAPERS = """SELECT o.id, o.title, o.url, o.kind, o.council_id, n.body, n.date
    FROM documents o LEFT JOIN meeting_notes n ON n.document_id = o.id
    WHERE o.council_id IS NOT NULL AND o.kind IN ('report', 'unknown')
    AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.document_id = o.id)
    ORDER BY o.key, n.start, n.id"""
# The reports inside a pack, each with the meeting it goes to.
_PACKED = """SELECT o.id, p.title, o.council_id, p.body, p.date, p.start, p.ends
    FROM papers p JOIN documents o ON o.id = p.document_id
    WHERE o.council_id IS NOT NULL AND p.kind = 'report' ORDER BY o.key, p.position, p.id"""
_ATTACHED, _TITLED = "attached paper", "paper's title, body and date"


@dataclass(slots=True)
class Paper:
    """A paper of a matter, with the decisions (by their first entries) that it was put to.

    `place`: where it stands in a pack; None where it is the whole document.
    """

    document_id: int
    date: str | None
    reason: str
    roots: list[int]
    place: tuple[int, int] | None = None

    def holds(self, offset: int) -> bool:
        """Tell whether words at an offset of its document are its own."""
        return self.place is None or self.place[0] <= offset < self.place[1]


@dataclass(slots=True)
class Business:
    """A matter in the making."""

    entries: list[Entry] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)


def derive_matters(book: Book, groups: Groups) -> list[Paper]:
    """Make the matters, tie decisions and papers to them, say why; return the papers."""
    papers = list(_papers(book, groups))
    made = [b for b in _businesses(groups, papers) if _is_kept(b)]
    keys = _keys(made)
    wanted = [_matter(business, key) for business, key in zip(made, keys, strict=True)]
    ids, gone = book.match("matters", wanted, lambda row: row["key"])
    of = {entry.id: i for i, b in zip(ids, made, strict=True) for entry in b.entries}
    stored = book.ask("SELECT id, matter_id FROM decisions ORDER BY id")
    changed = [(r.id, of.get(r.id)) for r in stored if r.matter_id != of.get(r.id)]
    book.set_all("decisions", "matter_id", changed)
    members = [row for i, b in zip(ids, made, strict=True) for row in _members(i, b)]
    _, stale = book.match("matter_documents", members, _member)
    book.drop_all("matter_documents", stale)
    book.drop_all("matters", gone)
    return papers


def _members(matter_id: int, business: Business) -> Iterator[Values]:
    said: list[tuple[int, int | None, str | None]] = [
        (e.row["document_id"], e.id, e.reason) for e in business.entries
    ]
    said += [(paper.document_id, None, paper.reason) for paper in business.papers]
    for document_id, decision_id, reason in dict.fromkeys(said):
        yield {
            "matter_id": matter_id,
            "document_id": document_id,
            "decision_id": decision_id,
            "reason": reason or "the decision itself",
        }


def _member(row: Values) -> Hashable:
    return row["matter_id"], row["document_id"], row["decision_id"], row["reason"]


def _businesses(groups: Groups, papers: Iterable[Paper]) -> list[Business]:
    """Put the decisions of one issue together, procedural and nameless ones left out."""
    kept = [at for at, e in enumerate(groups.entries) if e.council and _is_business(e)]
    union = Union(len(groups.entries))
    by_issue: dict[Hashable, int] = {}
    for at in kept:
        entry = groups.entries[at]
        union.join(groups.root(at), at)
        if entry.issue:
            union.join(by_issue.setdefault((entry.council, entry.issue), at), at)
            entry.reason = "issue id"
    found: dict[int, Business] = {}
    for at in kept:
        found.setdefault(union.root(at), Business()).entries.append(groups.entries[at])
    for paper in papers:
        for number in dict.fromkeys(union.root(root) for root in paper.roots):
            if number in found:
                found[number].papers.append(paper)
    return list(found.values())


def _is_business(entry: Entry) -> bool:
    return entry.is_business and bool(entry.title or entry.issue or entry.reason)


def _is_kept(business: Business) -> bool:
    documents = {e.row["document_id"] for e in business.entries}
    documents |= {paper.document_id for paper in business.papers}
    return bool(business.entries) and (len(documents) > 1 or any(e.issue for e in business.entries))


def _matter(business: Business, key: str) -> Values:
    dates = sorted(e.row["date"] for e in business.entries if e.row["date"])
    first = min(business.entries, key=lambda e: e.rank)
    titled = next((e for e in sorted(business.entries, key=lambda e: e.rank) if e.title), first)
    return {
        "key": key,
        "council_id": first.council,
        "title": titled.row["title"],
        "first_date": dates[0] if dates else None,
        "last_date": dates[-1] if dates else None,
    }


def _keys(made: Iterable[Business]) -> list[str]:
    """Return a key for each; items of one title at one meeting are counted in order."""
    met: Counter[str] = Counter()
    keys = []
    for business in made:
        key = _key(business.entries)
        met[key] += 1
        keys.append(key if met[key] == 1 else f"{key}~{met[key]}")
    return keys


def _key(members: list[Entry]) -> str:
    """Return a key that lasts: the least issue id, else day, body and title, else any id."""
    slug = members[0].row["slug"]
    issues = {e.issue for e in members if e.issue}
    if issues:
        return f"{slug}/{min(issues, key=lambda name: (len(name), name))}"
    titled = {(e.day, e.body, e.title) for e in members if e.day and e.body and e.title}
    if titled:
        return "/".join((slug, *min(titled)))
    return f"{slug}/{min((n for e in members for n in e.ids), default=members[0].row['key'])}"


def _papers(book: Book, groups: Groups) -> Iterator[Paper]:
    """Yield the papers that a decision links to, or that went to its meeting by its title."""
    attached: dict[Hashable, list[int]] = {}
    titled: dict[Hashable, set[int]] = {}
    for at, entry in enumerate(groups.entries):
        if not entry.council or not entry.is_business:
            continue
        root = groups.root(at)
        for name in entry.papers:
            attached.setdefault((entry.council, name), []).append(root)
        if entry.title and entry.body and entry.day:
            key = (entry.council, entry.title, entry.body, entry.day)
            titled.setdefault(key, set()).add(root)
    for row in _sole_notes(book.ask(_PAPERS)):
        linked = [
            root
            for name in targets.targets(row["url"] or "")
            for root in attached.get((row["council_id"], name), ())
        ]
        roots = linked or _same_title(row, titled)
        if roots:
            reason = _ATTACHED if linked else _TITLED
            yield Paper(row["id"], row["date"], reason, list(dict.fromkeys(roots)))
    for packed in book.ask(_PACKED):
        row = dict(packed._mapping)
        if roots := _same_title(row, titled):
            yield Paper(row["id"], row["date"], _TITLED, roots, (row["start"], row["ends"]))


def _same_title(row: Values, titled: dict[Hashable, set[int]]) -> list[int]:
    title = folded(row["title"])
    if not title or not row["body"] or not row["date"] or generic.is_generic(title):
        return []
    key = (row["council_id"], title, body_names.key(row["body"]), row["date"])
    found = titled.get(key, set())
    return list(found) if len(found) == 1 else []


def _sole_notes(rows: Iterable[object]) -> Iterator[Values]:
    """Yield each document once, its meeting left out where it names several."""
    found: dict[int, Values] = {}
    for row in rows:
        values = dict(row._mapping)  # type: ignore[attr-defined]
        known = found.setdefault(values["id"], values)
        if (known["body"], known["date"]) != (values["body"], values["date"]):
            known |= {"body": None, "date": None}
    yield from found.values()
