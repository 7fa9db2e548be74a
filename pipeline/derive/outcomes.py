"""What became of what was recommended: each recommendation beside the resolution it led to."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from extractors.resolutions.repeats import Limb, outcome
from pipeline.book import Book, Values
from pipeline.derive.kin import Entry, Groups
from pipeline.derive.matters import Paper

_RECOMMENDED = """SELECT r.id, r.text, r.lead, r.action, r.is_empty, r.decision_id, r.document_id,
    r.start
    FROM recommendations r JOIN documents o ON o.id = r.document_id ORDER BY o.key, r.start, r.id"""
_RESOLVED = """SELECT r.id, r.text, r.lead, r.action, r.is_empty, r.decision_id
    FROM resolutions r JOIN documents o ON o.id = r.document_id
    WHERE r.same_as IS NULL AND r.decision_id IS NOT NULL ORDER BY o.key, r.start, r.id"""
_TRIED = 60  # limbs that one recommendation is compared with
_MOST = 500  # recommendations of one document that are looked at

Decided = tuple[list[tuple[int, Limb]], str | None]  # limbs with their ids, the decision's status


def derive_outcomes(book: Book, groups: Groups, papers: Iterable[Paper]) -> None:
    """Say what became of each recommendation on which something was resolved."""
    decided = _Decided(book, groups)
    put_to: dict[int, list[Paper]] = {}
    for paper in papers:
        put_to.setdefault(paper.document_id, []).append(paper)
    wanted: list[Values] = []
    met: Counter[int] = Counter()
    for row in book.ask(_RECOMMENDED):
        met[row.document_id] += 1
        if met[row.document_id] > _MOST:
            continue
        own = (p for p in put_to.get(row.document_id, ()) if p.holds(row.start))
        roots = next((paper.roots for paper in own), [])
        if row.decision_id is not None:
            roots = [decided.root[row.decision_id]]
        found = decided.limbs(roots) if roots else ([], None)
        if found[0] or found[1] in ("deferred", "withdrawn", "refused"):
            limb, became = _became(row, found)
            wanted.append({"recommendation_id": row.id, "resolution_id": limb, "outcome": became})
    _, stale = book.match("recommendation_outcomes", wanted, lambda r: r["recommendation_id"])
    book.drop_all("recommendation_outcomes", stale)


def _became(row: Any, found: Decided) -> tuple[int | None, str]:
    limbs, status = found
    at, became = outcome(_limb(row), [limb for _, limb in limbs], status)
    return (limbs[at][0] if at is not None else None), became


def _limb(row: Any) -> Limb:
    return Limb(row.text, row.lead, row.action, row.is_empty)


class _Decided:
    """What was resolved, by decision; where a decision has nothing, by its issue's others."""

    def __init__(self, book: Book, groups: Groups) -> None:
        self.root: dict[int, int] = {}
        self._entries: dict[int, list[Entry]] = {}
        self._of_issue: dict[object, list[int]] = {}
        for at, entry in enumerate(groups.entries):
            root = groups.root(at)
            self.root[entry.id] = root
            self._entries.setdefault(root, []).append(entry)
            if entry.council and entry.issue and entry.is_business:
                self._of_issue.setdefault((entry.council, entry.issue), []).append(root)
        self._rows: dict[int, list[Any]] = {}
        for row in book.ask(_RESOLVED):
            own = self._rows.setdefault(self.root[row.decision_id], [])
            if len(own) < _TRIED:
                own.append(row)
        self._limbs: dict[int, list[tuple[int, Limb]]] = {}

    def limbs(self, roots: list[int]) -> Decided:
        """Return what was resolved on the decisions with these first entries, or their issue."""
        found = self._all(roots)
        if not found:
            issues = {(e.council, e.issue) for r in roots for e in self._entries[r] if e.issue}
            others = [root for issue in issues for root in self._of_issue.get(issue, ())]
            found = self._all(sorted(set(others)))
        statuses = {e.row["status"] for r in roots for e in self._entries[r] if e.row["status"]}
        return found, statuses.pop() if len(statuses) == 1 else None

    def _all(self, roots: list[int]) -> list[tuple[int, Limb]]:
        return [pair for root in roots for pair in self._of(root)][:_TRIED]

    def _of(self, root: int) -> list[tuple[int, Limb]]:
        """Return a decision's limbs; most decisions are never asked for theirs."""
        if root not in self._limbs:
            self._limbs[root] = [(row.id, _limb(row)) for row in self._rows.get(root, ())]
        return self._limbs[root]
