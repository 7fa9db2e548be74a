"""What is met at several addresses is one in every count: decisions, and their limbs.

Of a decision's forms the first counts: the decision's own page before the agenda item, the
meeting's page and the minutes (a form without text after all others). `same_as` of the other
forms, and of their limbs that say the same, names the row that counts; each keeps its evidence.
"""

from collections.abc import Hashable, Iterable
from typing import Any

from extractors import likeness
from extractors.resolutions.repeats import Limb, are_one
from pipeline.book import Book
from pipeline.derive.kin import Entry, Groups

_LIMBS = """SELECT l.id, l.document_id, l.decision_id, l.text, l.lead, l.action, l.is_empty,
    l.same_as FROM {table} l JOIN documents o ON o.id = l.document_id
    WHERE l.decision_id IS NOT NULL ORDER BY o.key, l.start, l.id"""
_TRIED = 20  # limbs of the same figures that one limb is compared with
_MOST = 4000  # such comparisons for one decision; after them only equal words are found


def derive_repeats(book: Book, groups: Groups) -> None:
    """Set `same_as` of decisions, resolutions and recommendations."""
    ranked = [sorted(group, key=lambda e: e.rank) for group in groups.all()]
    _mark(book, "decisions", _first_forms(ranked))
    for table in ("resolutions", "recommendations"):
        limbs: dict[int, list[Any]] = {}
        for row in book.ask(_LIMBS.format(table=table)):
            limbs.setdefault(row.decision_id, []).append(row)
        _mark(book, table, _repeated(ranked, limbs))


def _mark(book: Book, table: str, originals: dict[int, int]) -> None:
    stored = book.ask(f"SELECT id, same_as FROM {table} ORDER BY id")  # noqa: S608 - our own names
    changed = [(r.id, originals.get(r.id)) for r in stored if r.same_as != originals.get(r.id)]
    book.set_all(table, "same_as", changed)


def _first_forms(ranked: Iterable[list[Entry]]) -> dict[int, int]:
    return {
        other.id: group[0].id
        for group in ranked
        for other in group[1:]
        if other.row["document_id"] != group[0].row["document_id"]
    }


def _repeated(ranked: Iterable[list[Entry]], limbs: dict[int, list[Any]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for group in ranked:
        forms = [limbs[e.id] for e in group if e.id in limbs]
        if len(forms) > 1:
            found |= _of_group(forms)
    return found


def _of_group(forms: list[list[Any]]) -> dict[int, int]:
    """Return which limb of an earlier form each limb repeats; none is repeated twice by a page."""
    known = _Known()
    found: dict[int, int] = {}
    for rows in forms:
        taken: set[int] = set()
        new = []
        for row in rows:
            limb = Limb(row.text, row.lead, row.action, row.is_empty)
            original = known.find(limb, row.document_id, taken)
            if original is None:
                new.append((row, limb))
            else:
                taken.add(original)
                found[row.id] = original
        for row, limb in new:
            known.add(row.id, row.document_id, limb)
    return found


class _Known:
    """The limbs met so far, by their very words and by their figures."""

    def __init__(self) -> None:
        self._equal: dict[str, list[tuple[int, int]]] = {}
        self._near: dict[Hashable, list[tuple[int, int, Limb]]] = {}
        self._left = _MOST

    def add(self, limb_id: int, document_id: int, limb: Limb) -> None:
        for form in {likeness.limb(f) for f in limb.forms}:
            self._equal.setdefault(form, []).append((limb_id, document_id))
        for figures in {likeness.weighty(f) for f in limb.forms}:
            self._near.setdefault(figures, []).append((limb_id, document_id, limb))

    def find(self, limb: Limb, document_id: int, taken: set[int]) -> int | None:
        for form in limb.forms:
            for limb_id, document in self._equal.get(likeness.limb(form), ())[: 2 * _TRIED]:
                if document != document_id and limb_id not in taken:
                    return limb_id
        for figures in dict.fromkeys(likeness.weighty(f) for f in limb.forms):
            for limb_id, document, other in self._near.get(figures, ())[
                : min(_TRIED, max(0, self._left))
            ]:
                self._left -= 1
                if document != document_id and limb_id not in taken and are_one(limb, other):
                    return limb_id
        return None
