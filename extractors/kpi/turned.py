"""Tables of indicators on their side: a column for each indicator, "Target" and "Q1" as rows.

They are turned upright before they are read; a table that already heads its columns by "Target" or
by periods stays as it is.
"""

from collections.abc import Mapping
from dataclasses import replace

from extractors.context import Context
from extractors.kpi import heads as kpi_heads
from extractors.kpi.grids import Grid, words_of
from schemas.document import Span

_VALUES = ("target", "actual", "period", "previous", "floor", "rag", "direction")
_BESIDE = (*_VALUES, "unit", "comment", "polarity", "tolerance", "forecast")
_FEWEST = 2  # rows of values, of which one is the target


def upright(context: Context, grid: Grid) -> Grid:
    """Return a table whose rows are those of a table's columns, where it lies on its side."""
    if len(grid.rows) <= _FEWEST or grid.roles is not None or grid.marked > 1:
        return grid
    top, rows = grid.rows[0], grid.rows[1:]
    roles = _roles(context, {i: row[0] for i, row in enumerate(rows, 1) if 0 in row})
    if len(roles) < len(rows) or not _are_values(roles) or _heads_values(context, top):
        return grid
    names = [c for c, cell in top.items() if c and cell.stop > cell.start]
    if len(names) < _FEWEST:
        return grid
    heads = {i: row[0] for i, row in enumerate(rows, 1)}
    turned = [_turned(column, top, rows) for column in names]
    start = min(cell.start for cell in rows[0].values())
    return replace(grid, start=start, rows=(heads, *turned), marked=1, roles={0: "name", **roles})


def _turned(
    column: int, top: dict[int, Span], rows: tuple[dict[int, Span], ...]
) -> dict[int, Span]:
    values = {i: row[column] for i, row in enumerate(rows, 1) if column in row}
    return {0: top[column], **values}


def _roles(context: Context, cells: Mapping[int, Span]) -> dict[int, str | None]:
    """Return what the first cells of the rows head."""
    words = {i: words_of(context, [cell]) for i, cell in cells.items()}
    return {i: role for i, w in words.items() if (role := kpi_heads.role(w)) in _BESIDE}


def _are_values(roles: Mapping[int, str | None]) -> bool:
    held = list(roles.values())
    return held.count("target") == 1 and ("actual" in held or "period" in held)


def _heads_values(context: Context, top: Mapping[int, Span]) -> bool:
    words = (words_of(context, [cell]) for column, cell in top.items() if column)
    return any(kpi_heads.role(w) in ("target", "actual", "period", "rag") for w in words)
