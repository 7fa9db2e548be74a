"""Columns that hold two figures: "Target / Actual" over "95% / 92.1%", "Result (target)"."""

import re
from dataclasses import replace

from extractors.context import Context
from extractors.kpi import heads as kpi_heads
from extractors.kpi.grids import TAIL, Grid
from schemas.document import Span

_LONGEST = 60
_HEAD = re.compile(
    r"(?P<one>[A-Za-z][A-Za-z0-9/ ]{1,24}?)[ ]?(?:/|\||[–-]|\(|\bv(?:s|ersus)?\b\.?|\bagainst\b"
    r"|\band\b|,)[ ]?(?P<two>[A-Za-z][A-Za-z0-9 ]{1,24}?)\)?",
    re.IGNORECASE,
)
_VALUE = r"[<>≤≥=]{0,2}[ ]?£?[0-9][0-9,]{0,12}(?:\.[0-9]{1,4})?[ ]?(?:%|[A-Za-z]{1,8})?"
_CELL = re.compile(
    rf"(?P<one>{_VALUE})[ ]?(?:/|\||[–-]|\(|\bv(?:s|ersus)?\b\.?|\bagainst\b|,[ ]|;)[ ]?"
    rf"(?P<two>{_VALUE})\)?",
    re.IGNORECASE,
)
_TWO = ("target", "actual")


def apart(context: Context, grid: Grid) -> Grid:
    """Return a table in which a column of targets and results is two columns."""
    if grid.roles is not None or not grid.rows:
        return grid
    for column, head in grid.rows[0].items():
        parts = _heads(context, head)
        if parts is None:
            continue
        fresh = 1 + max(c for row in grid.rows for c in row)
        rows = [_row(context, row, column, fresh) for row in grid.rows[1:]]
        if sum(fresh in row for row in rows) * 2 > len(rows):
            top = {**grid.rows[0], column: parts[0], fresh: parts[1]}
            return replace(grid, rows=(top, *rows))
    return grid


def _heads(context: Context, head: Span) -> tuple[Span, Span] | None:
    """Return the two heads of a column of targets and results, None of any other."""
    if head.stop - head.start > _LONGEST:
        return None
    found = _HEAD.fullmatch(context.reading, head.start, head.stop)
    if found is None:
        return None
    one, two = Span(*found.span("one")), Span(*found.span("two"))
    roles = {kpi_heads.role(context.reading[s.start : s.stop]) for s in (one, two)}
    return (one, two) if roles == set(_TWO) else None


def _row(context: Context, row: dict[int, Span], column: int, fresh: int) -> dict[int, Span]:
    cell = row.get(column)
    if cell is None or cell.stop - cell.start > _LONGEST or TAIL in row:
        return row
    found = _CELL.fullmatch(context.reading, cell.start, cell.stop)
    if found is None:
        return row
    return {**row, column: Span(*found.span("one")), fresh: Span(*found.span("two"))}
