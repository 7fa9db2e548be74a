"""Sums in the cells of a table whose column's head has the pound sign: "Agreed £m", "£'000".

"Directorate | Agreed £m" above "Parks | 3.100"   -> 3.100 is £3,100,000
"Team | Cost (£'000)"     above "Quays | (1,866)" -> 1,866 is £1,866,000

A cell counts where it holds one bare number and nothing else. Heads that also speak of per cent
or of numbers of things are none; a nought, a dash and "nil" are no sums; brackets and a minus
belong to the quote of no sum (SCHEMA: brackets do not mean a negative sum).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from extractors.money import values as money_values
from extractors.money.forms import Form
from schemas.document import Cell, Document, Table

# "£m", "£ million", "(£'000)", "£000s", "£k", "Saving £": a sign without a figure of its own.
_UNIT = re.compile(
    r"£ ?(?:(?P<million>m(?:illions?|n)?\b)|(?P<thousand>[',]?000'?s?\b|k\b|thousands?\b)"
    r"|(?P<pound>s?(?![\w'£.,/])))",
    re.IGNORECASE,
)
# Heads whose figures may be something else than the sign says.
_NOT_MONEY = re.compile(
    r"%|\bper ?cent|\bFTEs?\b|\bnumber\b|\bno\.|[0-9] ?p\b|\b(?:per|each)\b", re.IGNORECASE
)
# A cell of one bare number, in brackets or with a sign perhaps.
_NUMBER = re.compile(
    r"\s{0,9}[(+–−-]? ?(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\.[0-9]{1,3})?"
    r"|[0-9]{1,9}(?:\.[0-9]{1,4})?)\)?\s{0,9}"
)
# A corner that holds only a unit; a line above that ends in one: "Table 2: savings (£m)".
_ONLY = re.compile(r"^\(?£ ?(?:m(?:illions?)?|[',]?000'?s?|k)\)?$", re.IGNORECASE)
_CAPTIONED = re.compile(
    r"(?:\(|\b(?:in|all figures|figures|all sums|values):? )£ ?(?:m(?:illions?)?|[',]?000'?s?"
    r"|k)\)?"
    r"[.:]?$",
    re.IGNORECASE,
)
# Heads of columns that hold no sums though the table does.
_NO_SUMS = re.compile(
    r"%|\b(?:per ?cent|fte|posts?|staff|numbers?|no|refs?|references?|rag|ids?|wards?|items?"
    r"|codes?"
    r"|dates?|ages?|weeks?|days?|months?|hours|count|units|per|each|rank|score|ratio|notes?|page"
    r"|appendix|line|row|change)\b",
    re.IGNORECASE,
)
_ABOVE = 160
_SCALES = (("million", "m"), ("thousand", "k"))
_HEAD = 90  # a longer cell is no head
_HEAD_ROWS = 4  # how deep a head may be


def find(document: Document, start: int, stop: int) -> Iterator[Form]:
    """Yield the sums of a span that stand under heads with a pound sign, in reading order."""
    tables = document.tables
    at = max(0, bisect_right(tables, start, key=lambda table: table.start) - 1)
    for table in tables[at:]:
        if table.start >= stop:
            return
        units = _units(document, table)
        if units:
            yield from (
                form
                for cell in table.cells
                if start <= cell.start and cell.stop <= stop and cell.column in units
                for form in _sum(document, cell, *units[cell.column])
            )


def _units(document: Document, table: Table) -> dict[int, tuple[int, str]]:
    """Return by column the row of the head that has the sign, and the scale it gives."""
    above = document.reading[max(0, table.start - _ABOVE) : table.start].rstrip()
    line = above.rpartition("\n")[2]
    if "£" not in line and document.text.find("£", table.start, table.stop) < 0:
        return {}
    found: dict[int, tuple[int, str]] = {}
    heads: dict[int, Cell] = {}
    top = table.cells[0].row
    for cell in table.cells:
        if cell.row >= top + _HEAD_ROWS:
            break
        if cell.row == top or cell.head:
            heads[cell.column] = cell
        if cell.stop - cell.start > _HEAD or (cell.column in found and not cell.head):
            continue
        unit = _unit(document.reading[cell.start : cell.stop])
        if unit is not None:
            found[cell.column] = cell.row, unit
    whole = _whole(document, heads, line)
    if whole is not None:
        for column, cell in heads.items():
            said = document.reading[cell.start : cell.stop]
            if column and column not in found and not _NO_SUMS.search(said):
                found[column] = cell.row, whole
    return found


def _unit(said: str) -> str | None:
    """Return the scale that a head gives: "m", "k", "" for pounds; None where it gives none."""
    unit = _UNIT.search(said) if "£" in said else None
    if unit is None or _NOT_MONEY.search(said):
        return None
    return next((scale for name, scale in _SCALES if unit[name]), "")


def _whole(document: Document, heads: Mapping[int, Cell], line: str) -> str | None:
    """Return the scale of a whole table: its corner holds only a unit, or the line above ends so.

    A sign alone is too little there.
    """
    corner = heads.get(0)
    said = document.reading[corner.start : corner.stop].strip() if corner else ""
    hit = _ONLY.search(said) if "£" in said else None
    hit = hit or (_CAPTIONED.search(line) if "£" in line else None)
    return _unit(hit[0]) if hit else None


def _sum(document: Document, cell: Cell, row: int, scale: str) -> Iterator[Form]:
    if cell.row <= row or cell.stop - cell.start > _HEAD:
        return
    hit = _NUMBER.fullmatch(document.reading, cell.start, cell.stop)
    if hit is None or not hit["number"].strip("0.,"):
        return
    value = money_values.value(hit["number"], scale or None)
    if value is not None and value.doubt is None:
        yield Form(hit.start("number"), hit.end("number"), value, "money.column", scale=scale)
