"""The words at the head of a table's column and row, for figures that stand in its cells."""

import re
from bisect import bisect_right
from typing import NamedTuple

from schemas.document import Cell, Document, Span, Table

# A column headed by nothing but a year.
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?: ?[/–-] ?[0-9]{2,4})?")
_HEAD_ROWS = 3  # how deep a head may be where none is marked
# A head that only gives the unit: "£'000", "£m", "(%)"; what is told stands above it.
_UNIT = re.compile(r"\(?(?:£ ?(?:['’,]?000['’]?s?|m|k)?|%|No\.?)\)?", re.IGNORECASE)


_PROSE = 80  # a longer cell holds sentences, which speak for themselves


class Heads(NamedTuple):
    """The cell, the head of its column and the first cell of its row (None: there is none)."""

    cell: Span
    column: Span | None
    row: Span | None
    corner: Span | None = None  # the head of the first column, where that is not the cell's own
    top: Span | None = None  # the table's first row

    def spans(self) -> tuple[Span, ...]:
        """Return the cell and its heads, in the order in which they are asked."""
        return tuple(span for span in (self.column, self.cell, self.row) if span)


def at(document: Document, offset: int) -> Heads | None:
    """Return the heads of the cell that holds an offset; None outside tables and in prose.

    Tables are in reading order and do not overlap.
    """
    tables = document.tables
    index = bisect_right(tables, offset, key=lambda table: table.start) - 1
    if index < 0 or offset >= tables[index].stop:
        return None
    table = tables[index]
    cell = _cell(table, offset)
    if cell is None or cell.stop - cell.start > _PROSE:
        return None
    span = Span(cell.start, cell.stop)
    first = [c for c in table.cells[:40] if c.row == table.cells[0].row]
    corner = first[0] if cell.row > first[0].row and cell.column > first[0].column else None
    return Heads(
        span,
        _column(document, table, cell),
        _row(table, cell),
        Span(corner.start, corner.stop) if corner and corner.start < corner.stop else None,
        Span(first[0].start, first[-1].stop),
    )


def _cell(table: Table, offset: int) -> Cell | None:
    index = bisect_right(table.cells, offset, key=lambda cell: cell.start) - 1
    found = table.cells[index] if index >= 0 else None
    return found if found and offset < found.stop else None


def _column(document: Document, table: Table, cell: Cell) -> Span | None:
    """Return the lowest marked head above the cell, or its column's top cell without figures."""
    above = [c for c in table.cells[:400] if c.column == cell.column and c.row < cell.row]
    marked = [c for c in above if c.head]
    if marked:
        telling = [
            c for c in marked if not _UNIT.fullmatch(document.text[c.start : c.stop].strip())
        ]
        last = (telling or marked)[-1]
        return Span(last.start, last.stop)
    for top in above[:_HEAD_ROWS]:
        said = document.text[top.start : top.stop]
        if any(letter.isalpha() for letter in said) or _YEAR.fullmatch(said.strip()):
            return Span(top.start, top.stop)
    return None


def _row(table: Table, cell: Cell) -> Span | None:
    index = bisect_right(table.cells, cell.start, key=lambda c: c.start) - 1
    while index >= 0 and table.cells[index].row == cell.row:
        first = table.cells[index]
        if first.column == 0 and first != cell and first.start < first.stop:
            return Span(first.start, first.stop)
        index -= 1
    return None


def beside(document: Document, offset: int) -> tuple[Span, ...]:
    """Return the other cells of the row of the cell that holds an offset; none outside tables."""
    tables = document.tables
    index = bisect_right(tables, offset, key=lambda table: table.start) - 1
    if index < 0 or offset >= tables[index].stop:
        return ()
    cells = tables[index].cells
    at = bisect_right(cells, offset, key=lambda cell: cell.start) - 1
    if at < 0:
        return ()
    row = cells[at].row
    first, last = at, at + 1
    while first and cells[first - 1].row == row:
        first -= 1
    while last < len(cells) and cells[last].row == row:
        last += 1
    return tuple(Span(c.start, c.stop) for c in cells[first:last] if c is not cells[at])
