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


_MOST_ABOVE = 120  # cells looked at
# What a cell of sums begins with; years and numbers of items are none.
_FIGURES = re.compile(r"[(+–−-]? ?(?:£ ?[0-9]|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12}\.[0-9])")
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
    table = _table(document, offset)
    cell = _cell(table, offset) if table else None
    if table is None or cell is None or cell.stop - cell.start > _PROSE:
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
    table = _table(document, offset)
    if table is None:
        return ()
    cells = table.cells
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


def group(document: Document, offset: int) -> Span | None:
    """Return the line inside a table that heads the rows of a cell: words in a row of their own."""
    table = _table(document, offset)
    if table is None:
        return None
    cells, top = table.cells, table.cells[0].row
    at = bisect_right(cells, offset, key=lambda cell: cell.start) - 1
    for index in range(at, max(0, at - _MOST_ABOVE), -1):
        cell = cells[index]
        if cell.row == top:
            return None
        after = cells[index + 1].row if index + 1 < len(cells) else None
        if cells[index - 1].row == cell.row or after == cell.row or cell.column:
            continue
        if any(letter.isalpha() for letter in document.text[cell.start : cell.stop]):
            return Span(cell.start, cell.stop)
    return None


def worded(document: Document, offset: int) -> tuple[Span, ...]:
    """Return the heads of a table's other columns that hold words and no figures."""
    table = _table(document, offset)
    cell = _cell(table, offset) if table else None
    if table is None or cell is None:
        return ()
    some, top = table.cells[:_MOST_ABOVE], table.cells[0].row
    figured = {cell.column}
    for other in some:
        if other.row > top and _FIGURES.match(document.text, other.start, other.stop):
            figured.add(other.column)
    heads = (other for other in some if other.row == top and other.column not in figured)
    return tuple(Span(head.start, head.stop) for head in heads if head.start < head.stop)


def _table(document: Document, offset: int) -> Table | None:
    """Return the table that holds an offset."""
    index = bisect_right(document.tables, offset, key=lambda table: table.start) - 1
    if index < 0 or offset >= document.tables[index].stop:
        return None
    return document.tables[index]
