"""Tables of one indicator, which the words above them name: its periods are the rows or the heads.

"KPI 4 Calls answered" over "Quarter, Target, Actual", over a column of "Target", "Actual", "Status"
or over heads of quarters with a line of targets and one of results. Each period is made a table of
its own; a table whose indicator nothing above names gives none.
"""

from bisect import bisect_left
from collections.abc import Sequence

from extractors.context import Context
from extractors.dates import periods
from extractors.dates.period_parts import Calendar
from extractors.kpi import heads as kpi_heads
from extractors.kpi import lists as kpi_lists
from extractors.kpi import signs as kpi_signs
from extractors.kpi.grids import Grid, words_of
from schemas.document import Section, Span

_VALUES = ("target", "actual", "previous", "floor", "rag", "direction", "forecast", "tolerance")
_NEAR, _FAR = 2, 8  # paragraphs above a table that may name it, and those with a code
_MOST_ROWS = 60


def parted(context: Context, section: Section, grid: Grid) -> list[Grid]:
    """Return a table as it is, or those of each period where it is of one indicator."""
    if grid.roles is not None or not 2 <= len(grid.rows) <= _MOST_ROWS or grid.marked > 1:
        return [grid]
    if (alone := _alone(context, section, grid)) is not None:
        return [alone]
    turned = _turned(context, grid)
    heads, *rows = turned or grid.rows
    roles = {c: _role(context, s) for c, s in heads.items() if c}
    if not {"target", "actual"} <= set(roles.values()) or set(roles.values()) & {"name", "code"}:
        return [grid]
    if not turned and 0 in heads and _names(context, heads[0]):
        return [grid]
    calendar = periods.calendar_of(context.reading, context.reference_date)
    spells = [_is_period(context, row.get(0), calendar) for row in rows]
    if sum(spells) * 5 < len(rows) * 4:
        return [] if turned else [grid]
    name = _above(context, section, grid)
    if name is None:
        return []
    told = {c: r for c, r in roles.items() if r in _VALUES}
    return [_part(name, heads, row, told, grid) for row, fit in zip(rows, spells, strict=True)
            if fit]  # fmt: skip


def _alone(context: Context, section: Section, grid: Grid) -> Grid | None:
    """Return the one row of a table without a column of names, named by what stands above."""
    heads, *rows = grid.rows
    roles = {c: _role(context, s) for c, s in heads.items()}
    held = set(roles.values())
    if len(rows) != 1 or not {"target", "actual"} <= held or not held <= {*_VALUES, "comment"}:
        return None
    name = _above(context, section, grid)
    if name is None:
        return None
    top, row = ({0: name, **{c + 1: s for c, s in line.items()}} for line in (heads, rows[0]))
    told: dict[int, str | None] = {0: "name", **{c + 1: r for c, r in roles.items()}}
    start = min(s.start for s in rows[0].values())
    return Grid(start, grid.stop, (top, row), 1, roles=told, led=grid.start)


def _role(context: Context, span: Span) -> str | None:
    return kpi_heads.role(words_of(context, [span]))


def _names(context: Context, head: Span) -> bool:
    return _role(context, head) in ("name", "code")


def _turned(context: Context, grid: Grid) -> list[dict[int, Span]] | None:
    """Return the rows of a table whose lines are headed "Target", "Actual" turned into columns."""
    top, *lines = grid.rows
    labels = [line.get(0) for line in lines]
    roles = [_role(context, s) if s and s.stop > s.start else None for s in labels]
    if not {"target", "actual"} <= set(roles) or len(set(roles)) < len(roles):
        return None
    heads = {i: s for i, s in enumerate(labels, 1) if s is not None}
    columns = [c for c, s in top.items() if c and s.stop > s.start]
    return [heads, *(
        {0: top[c], **{i: line[c] for i, line in enumerate(lines, 1) if c in line}}
        for c in columns
    )]  # fmt: skip


def _is_period(context: Context, cell: Span | None, calendar: Calendar) -> bool:
    if cell is None or cell.stop - cell.start > 40:
        return False
    found = periods.of_head(context.reading, cell.start, cell.stop, calendar)
    return found is not None


def _part(name: Span, heads: dict[int, Span], row: dict[int, Span], roles: dict[int, str],
          grid: Grid) -> Grid:  # fmt: skip
    """Return the table of one period: the heads, the period over each column, and its values."""
    top = {0: name, **{c: heads[c] for c in roles}}
    over = dict.fromkeys(roles, row[0])
    cells = {c: row[c] for c in roles if c in row}
    start = min(s.start for s in (row[0], *cells.values()))
    stop = max(s.stop for s in (row[0], *cells.values()))
    told: dict[int, str | None] = {0: "name", **roles}
    return Grid(start, stop, (top, over, {0: name, **cells}), 2, roles=told, led=grid.start)


def _above(context: Context, section: Section, grid: Grid) -> Span | None:
    """Return the line above a table that names an indicator."""
    lines: Sequence[Span] = tuple(context.paragraphs(section))
    place = bisect_left(lines, grid.start, key=lambda span: span.start)
    tables = context.document.tables
    for far, line in enumerate(reversed(lines[max(0, place - _FAR) : place])):
        if any(t.start <= line.start < t.stop for t in tables):
            return None
        words = context.reading[line.start : line.stop]
        named = kpi_lists.point(context.reading, line.start, line.stop)
        if named is None or words[-1] in "?:." or kpi_signs.is_shown(words):
            continue
        if named.code or far < _NEAR:
            return Span(named.start, line.stop)
    return None
