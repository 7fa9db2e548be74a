"""Tables as rows of cells by column, with heads that span lines or columns put together."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.context import Context
from extractors.kpi import heads as kpi_heads
from schemas.document import Section, Span, Table

MOST_ROWS, MOST_COLUMNS = 400, 40
TAIL = -1  # the column of what goes on below a name, on a line of its own
_RULE = re.compile(r"[\s|:+-]*")


@dataclass(frozen=True)
class Grid:
    """A table as rows of cells by column; a cell is a span of the text."""

    start: int
    stop: int
    rows: tuple[dict[int, Span], ...]
    marked: int  # rows at the top whose cells are marked as heads
    caption: Span | None = None
    roles: dict[int, str | None] | None = None  # what the columns hold, where no head says it
    is_sure: bool = False  # whatever its heads say, its rows are indicators
    led: int | None = None  # where the first of several such tables begins, if it is not this one


def every(section: Section, context: Context, typed: Sequence[Grid]) -> Iterator[Grid]:
    """Yield the tables of a section, marked or typed, those run together taken apart."""
    for whole in (*grids(section, context), *piped(section, context), *typed):
        yield from _headed_anew(context, whole)


def grids(section: Section, context: Context) -> Iterator[Grid]:
    """Yield the data tables of a section."""
    paragraphs: list[Span] = []
    before: Grid | None = None
    for table in context.document.tables:
        if not (section.start <= table.start and table.stop <= section.stop):
            continue
        lines: dict[int, dict[int, Span]] = {}
        for cell in table.cells:
            if cell.column < MOST_COLUMNS and (cell.row < MOST_ROWS):
                lines.setdefault(cell.row, {})[cell.column] = Span(cell.start, cell.stop)
        heads = {c.row for c in table.cells if c.head}
        full = {c.row for c in table.cells if not c.head and c.stop > c.start}
        marked = 0
        while marked in heads and marked not in full and not _is_led(lines, marked):
            marked += 1
        ordered = tuple(lines[r] for r in sorted(lines))
        start = table.start
        if not marked:
            paragraphs = paragraphs or list(context.paragraphs(section))
            above = _heads_above(paragraphs, context, table.start, ordered)
            if above:
                start = min(s.start for s in above.values())
            above = above or _goes_over(context, before, table, ordered)
            ordered, marked = ((above, *ordered), 1) if above else (ordered, 0)
        before = Grid(start, table.stop, ordered, marked, table.caption)
        yield before


def _headed_anew(context: Context, grid: Grid) -> list[Grid]:
    """Return a table cut where a row heads the columns in other words: two run together."""
    if grid.roles is not None or len(grid.rows) < 4:
        return [grid]
    cuts = [i for i in range(2, len(grid.rows) - 1) if _heads_anew(context, grid, i)]
    if not cuts:
        return [grid]
    parts = []
    for begin, end in zip((0, *cuts), (*cuts, len(grid.rows)), strict=True):
        rows = grid.rows[begin:end]
        start = min(s.start for s in rows[0].values()) if begin else grid.start
        stop = max(s.stop for row in rows for s in row.values())
        marked = min(grid.marked, 1) if begin else grid.marked
        parts.append(replace(grid, start=start, stop=stop, rows=rows, marked=marked))
    return parts


_HEADED = frozenset(("actual", "period", "rag"))


def _heads_anew(context: Context, grid: Grid, at: int) -> bool:
    words = [words_of(context, [s]) for s in grid.rows[at].values() if s.stop > s.start]
    if len(words) < 3 or any(_FIGURE.fullmatch(w) for w in words):
        return False
    roles = {kpi_heads.role(w) for w in words[1:] if len(w) < 40}
    if "target" not in roles or not roles & _HEADED:
        return False
    return words != [words_of(context, [s]) for s in grid.rows[0].values() if s.stop > s.start]


def _is_led(lines: dict[int, dict[int, Span]], row: int) -> bool:
    """Tell whether a row below the first is one cell that names the rows behind it: a service."""
    filled = [c for c in lines[row].values() if c.stop > c.start]
    return row > 0 and len(filled) == 1 and len(lines.get(0, {})) > 2


_FURNITURE = 240  # signs between the parts of one table: the foot and head of a page
_FIGURE = re.compile(r"[£<>]?[0-9][0-9.,]{0,12}[ ]?[%a-z]{0,8}", re.IGNORECASE)


def _goes_over(context: Context, before: Grid | None, table: Table,
               rows: Sequence[dict[int, Span]]) -> dict[int, Span] | None:  # fmt: skip
    """Return the heads of the table above, which goes on in this one on the next page."""
    if before is None or table.start - before.stop > _FURNITURE or len(before.rows) < 2:
        return None
    heads, first = heads_of(context, before)
    wide = max((max(row) for row in rows), default=0)
    if first != 1 or wide != max(heads, default=-1):
        return None
    words = {c: words_of(context, spans) for c, spans in heads.items()}
    roles = {c: kpi_heads.role(w) for c, w in words.items()}
    figures = (c for c, s in rows[0].items() if roles.get(c) in ("target", "actual", "period")
               and _FIGURE.fullmatch(words_of(context, [s])))  # fmt: skip
    return dict(before.rows[0]) if next(figures, None) is not None else None


def _heads_above(paragraphs: Sequence[Span], context: Context, at: int,
                 rows: Sequence[dict[int, Span]]) -> dict[int, Span] | None:  # fmt: skip
    """Return the lines right above a table that head its columns, one line for each column."""
    many = max((max(row) for row in rows), default=0) + 1
    if not 3 <= many <= 12:
        return None
    place = bisect_left(paragraphs, at, key=lambda span: span.start)
    lines = paragraphs[max(0, place - many) : place]
    words = [words_of(context, [line]) for line in lines]
    if len(lines) < many or any(len(w) > 60 or kpi_heads.role(w) is None for w in words):
        return None
    roles = {i: kpi_heads.role(w) for i, w in enumerate(words)}
    named = dict(enumerate(words))
    return dict(enumerate(lines)) if kpi_heads.is_indicators(roles, named) else None


def piped(section: Section, context: Context) -> Iterator[Grid]:
    """Yield tables typed as lines with pipes."""
    taken = [(t.start, t.stop) for t in context.document.tables]
    held: list[Span] = []
    if "|" not in context.reading[section.start : section.stop]:
        return
    for line in context.paragraphs(section):
        words = context.reading[line.start : line.stop]
        if words.count("|") >= 2 and not any(a <= line.start < b for a, b in taken):
            held.append(line)
        elif held and not _RULE.fullmatch(words):
            yield from _of_lines(context, held)
            held = []
    yield from _of_lines(context, held)


def _of_lines(context: Context, held: Sequence[Span]) -> Iterator[Grid]:
    if len(held) < 2:
        return
    lines = []
    for line in held[:MOST_ROWS]:
        words = context.reading[line.start : line.stop]
        if not _RULE.fullmatch(words):
            lines.append(_split(line.start, words))
    yield Grid(held[0].start, held[-1].stop, tuple(lines), 0)


def _split(start: int, words: str) -> dict[int, Span]:
    """Return the cells of a line with pipes, the outer pipes left out."""
    parts = words.split("|")
    cells, at = {}, start
    edge = 1 if not parts[0].strip() else 0
    for i, part in enumerate(parts[:MOST_COLUMNS]):
        left = len(part) - len(part.lstrip())
        if part.strip():
            cells[i - edge] = Span(at + left, at + left + len(part.strip()))
        at += len(part) + 1
    return cells


def words_of(context: Context, spans: Sequence[Span]) -> str:
    """Return the words of some cells, blanks folded."""
    return " ".join(" ".join(context.reading[s.start : s.stop].split()) for s in spans)


def heads_of(context: Context, grid: Grid) -> tuple[dict[int, list[Span]], int]:
    """Return the head spans of each column and the first row behind the heads.

    An upper head stands over the columns to its right that have none of their own, where the row
    below gives those a head.
    """
    many = grid.marked or 1
    if not grid.marked and len(grid.rows) > 2 and _goes_on(context, grid.rows[0], grid.rows[1]):
        many = 2
    top = grid.rows[:many]
    columns = range(max((c for line in top for c in line), default=-1) + 1)
    heads: dict[int, list[Span]] = {}
    for depth, line in enumerate(top):
        below = set().union(*(set(x) for x in top[depth + 1 :])) if depth + 1 < len(top) else set()
        last: Span | None = None
        for column in columns:
            cell = line.get(column)
            if cell is not None and cell.stop > cell.start:
                last = cell
                heads.setdefault(column, []).append(cell)
            elif last is not None and column in below and column not in _first(top, depth):
                heads.setdefault(column, []).append(last)
    return heads, many


def _first(top: Sequence[dict[int, Span]], depth: int) -> set[int]:
    """Return the columns that a row further up has headed already."""
    return {c for line in top[:depth] for c, span in line.items() if span.stop > span.start}


def _goes_on(context: Context, one: dict[int, Span], two: dict[int, Span]) -> bool:
    """Tell whether the second row continues the heads: it fills gaps, with words of heads only."""
    filled = [c for c, s in two.items() if s.stop > s.start]
    return (
        bool(filled)
        and len(filled) < len([c for c in one if one[c].stop > one[c].start]) + 8
        and all(kpi_heads.role(words_of(context, [two[c]])) for c in filled)
    )


_OPEN = re.compile(r"\b(?:in|of|for|to|by|the|and|or|with|within|at|on|per|than|who|that)\Z")


def is_open(words: str) -> bool:
    """Tell whether a name breaks off in the middle: "Harbour dues collected in"."""
    return _OPEN.search(words) is not None


def with_tails(context: Context, rows: Sequence[dict[int, Span]],
               column: int | None) -> Iterator[dict[int, Span]]:  # fmt: skip
    """Yield rows, those that hold nothing but the rest of a name on the row that it began on."""
    held: dict[int, Span] | None = None
    for row in rows:
        full = {c: s for c, s in row.items() if s.stop > s.start}
        if held and column in held and list(full) == [column] and TAIL not in held:
            words = context.reading[full[column].start : full[column].stop]
            name = words_of(context, [held[column]])
            if len(held) > 1 and (words[0].islower() or is_open(name)):
                held = {**held, TAIL: full[column]}
                continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held
