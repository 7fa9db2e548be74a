"""Tables of indicators as people paste them: columns by blanks, a cell a line, labelled lines.

Each form is read only where its heads are those of a table of indicators and every row keeps its
shape; the first line that does not ends the table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.context import Context
from extractors.kpi import coloured as kpi_coloured
from extractors.kpi import heads as kpi_heads
from extractors.kpi import labelled as kpi_labelled
from extractors.kpi import ordered as kpi_ordered
from extractors.kpi import run as kpi_run
from extractors.kpi import upright as kpi_upright
from extractors.kpi.grids import MOST_ROWS, TAIL, Grid, is_open
from extractors.lowered import Needles
from schemas.document import Section, Span

# One of each stands in every such table.
_NAMED = Needles(
    "indicator", "measure", "kpi", "target", "performance", "service level", "standard", "tgt"
)
_MEASURED = Needles(
    "target",
    "actual",
    "outturn",
    "result",
    "aim",
    "standard",
    "goal",
    "expected",
    "rag",
    "rating",
    "required",
    "planned",
    "tgt",
)
_GAP = re.compile(r"[ \t]{2,}|\t")
_LONG_HEAD = 60
_LONGEST = 240  # signs of a line that may be a row


def tables(section: Section, context: Context) -> Iterator[Grid]:
    """Yield the tables of indicators in the lines of a section that no reader saw as tables."""
    start, stop = section.start, section.stop
    if not (
        _NAMED.stand_in(context.reading, start, stop)
        and _MEASURED.stand_in(context.reading, start, stop)
    ):
        return
    taken = [(t.start, t.stop) for t in context.document.tables]
    parts = (part for s in context.paragraphs(section) for part in _apart(context, s))
    lines = [cell for part in parts if (cell := _unpiped(context, part))]
    inside = [any(a <= s.start < b for a, b in taken) for s in lines] if taken else []
    at, before = 0, None
    while at < len(lines):
        grid = None
        if lines[at].stop - lines[at].start <= _LONGEST and not (inside and inside[at]):
            grid = _spaced(context, lines, at) or kpi_run.table(context, lines, at)
            grid = grid or kpi_upright.table(context, lines, at)
            grid = grid or kpi_coloured.table(context, lines, at)
        if grid is None:
            grid = kpi_ordered.table(context, lines, at)
        if grid is None and (grid := kpi_labelled.table(context, lines, at)) is not None:
            grid = _following(grid, before)
        if grid is None:
            at += 1
            continue
        yield grid
        before = grid
        while at < len(lines) and lines[at].start < grid.stop:
            at += 1


def _following(grid: Grid, before: Grid | None) -> Grid:
    """Return the labelled lines of an indicator as going on from those of the one before."""
    if before is None or before.roles is None or grid.start - before.stop > _LONGEST:
        return grid
    return replace(grid, led=before.start if before.led is None else before.led)


def _apart(context: Context, line: Span) -> Iterator[Span]:
    """Yield the lines as printed of a paragraph that the reading made of several.

    What begins with a small letter goes on with the line above; all else may be a cell.
    """
    at, text = line.start, context.text
    while (end := text.find("\n", at, line.stop)) >= 0:
        rest = text[end : line.stop].lstrip()
        if rest[:1].islower() and text[at:end].strip() not in ("-", "–", "—"):
            break
        if words := text[at:end].strip():
            yield Span(at, at + len(words))
        at = line.stop - len(rest)
    yield Span(at, line.stop)


def _unpiped(context: Context, line: Span) -> Span | None:
    """Return a line without the pipe that ends or opens it: what a table's cells were parted by."""
    reading = context.reading
    if reading[line.stop - 1] != "|" and reading[line.start] != "|":
        return line
    words = reading[line.start : line.stop]
    bare = words.strip("| \t")
    if "|" in bare or not bare:
        return line if bare else None
    start = line.start + words.index(bare)
    return Span(start, start + len(bare))


def _said(context: Context, span: Span) -> str:
    return context.reading[span.start : span.stop]


def _are_heads(context: Context, cells: Sequence[Span]) -> bool:
    words = {i: " ".join(_said(context, s).split()) for i, s in enumerate(cells)}
    roles = {i: kpi_heads.role(w) for i, w in words.items()}
    known = sum(role is not None for role in roles.values())
    return known * 2 > len(roles) and kpi_heads.is_indicators(roles, words)


def _grid(rows: Sequence[Sequence[Span]], marked: int = 1) -> Grid:
    lines = tuple(dict(enumerate(row)) for row in rows)
    return Grid(rows[0][0].start, rows[-1][-1].stop, lines, marked)


def _columns(context: Context, line: Span, tabbed: bool) -> list[Span]:
    """Return the cells of a line whose columns stand apart by tabs, or by two blanks or more."""
    if tabbed:  # an empty first cell stands before what the line begins with
        start = context.text.rfind("\n", 0, line.start) + 1
        line = Span(start, line.stop)
    words, cells, at = context.text[line.start : line.stop], [], 0
    for gap in (_TAB if tabbed else _GAP).finditer(words):
        cells.append(Span(line.start + at, line.start + gap.start()))
        at = gap.end()
    return [*cells, Span(line.start + at, line.stop)]


_TAB = re.compile(r"[ ]{0,3}\t[ ]{0,3}")


def _spaced(context: Context, lines: Sequence[Span], at: int) -> Grid | None:
    tabbed = context.text.find("\t", lines[at].start, lines[at].stop) >= 0
    broken = context.text.find("\n", lines[at].start, lines[at].stop)
    if broken >= 0 and not tabbed:
        rest = _stripped(context, Span(broken, lines[at].stop))
        first = Span(lines[at].start, broken)
        return _under_two_lines(context, first, rest, lines[at + 1 : at + MOST_ROWS])
    heads = _columns(context, lines[at], tabbed)
    if not 3 <= len(heads) <= 14 or not _are_heads(context, heads):
        two = _on_two_tabbed_lines if tabbed else _on_two_lines
        return two(context, lines, at)
    if not tabbed:
        return _by_blanks(context, lines[at + 1 : at + MOST_ROWS], heads)
    return _by_tabs(context, lines[at + 1 : at + MOST_ROWS], [heads])


def _by_tabs(context: Context, lines: Sequence[Span], tops: list[list[Span]]) -> Grid | None:
    """Return the table of lines under some lines of heads, a cell between each two tabs."""
    heads, tabbed = tops[-1], True
    rows, kept = list(tops), len(tops)
    for line in lines:
        cells = _columns(context, line, tabbed)
        if 1 < len(cells) < len(heads):  # empty cells at the end of the line
            cells += [Span(line.stop, line.stop)] * (len(heads) - len(cells))
        if len(cells) == len(heads):
            kept = len(rows) + 1
        elif len(cells) > 1 or len(rows) - kept > _MOST_BETWEEN:
            break
        rows.append(cells)
    return _grid(rows[:kept], len(tops)) if kept > len(tops) else None


def _on_two_tabbed_lines(context: Context, lines: Sequence[Span], at: int) -> Grid | None:
    """Return the table whose heads stand on two lines of tabs: "", "Outturn" over "Ref", "2023"."""
    if at + 2 >= len(lines) or context.text.find("\t", lines[at + 1].start, lines[at + 1].stop) < 0:
        return None
    tops = [_columns(context, line, tabbed=True) for line in lines[at : at + 2]]
    wide, apart = max(map(len, tops)), "\n\n" in context.text[lines[at].stop : lines[at + 1].start]
    long = any(cell.stop - cell.start > _LONG_HEAD for top in tops for cell in top)
    if not 3 <= wide <= 14 or min(map(len, tops)) < 2 or apart or long:
        return None
    tops = [top + [Span(top[-1].stop, top[-1].stop)] * (wide - len(top)) for top in tops]
    words = {c: " ".join(" ".join(_said(context, top[c]) for top in tops).split())
             for c in range(wide)}  # fmt: skip
    if any(any(ch.isdigit() for ch in w) and kpi_heads.role(w) is None for w in words.values()):
        return None
    roles = kpi_heads.with_names({c: kpi_heads.role(w) for c, w in words.items()}, words)
    if not kpi_heads.is_indicators(roles, words):
        return None
    return _by_tabs(context, lines[at + 2 : at + MOST_ROWS], tops)


def _under_two_lines(context: Context, one: Span, two: Span,
                     behind: Sequence[Span]) -> Grid | None:  # fmt: skip
    """Return the table whose heads are set on two lines by blanks: "Level" over "required".

    The fuller line has a head for each column; the other's heads stand over or under some of them.
    """
    upper, lower = (_columns(context, line, tabbed=False) for line in (one, two))
    heads, rest = (lower, upper) if len(lower) > len(upper) else (upper, lower)
    under = [_under(context, cell, heads) for cell in rest]
    if not 3 <= len(heads) <= 14 or None in under or len(set(under)) < len(under):
        return None
    beside = {c: cell for c, cell in zip(under, rest, strict=True) if c is not None}
    full = dict(enumerate(heads))
    top = (beside, full) if heads is lower else (full, beside)
    words = {c: " ".join(_said(context, t[c]) for t in top if c in t) for c in full}
    words = {c: " ".join(w.split()) for c, w in words.items()}
    roles = kpi_heads.with_names({c: kpi_heads.role(w) for c, w in words.items()}, words)
    if not kpi_heads.is_indicators(roles, words):
        return None
    return _by_blanks(context, behind, heads, top)


def _on_two_lines(context: Context, lines: Sequence[Span], at: int) -> Grid | None:
    """Return the table whose heads stand on a line and the next, None where they do not."""
    if at + 2 >= len(lines) or "\n\n" in context.text[lines[at].stop : lines[at + 1].start]:
        return None
    if lines[at + 1].stop - lines[at].start > _LONGEST or not _GAP.search(
        context.text, lines[at].start, lines[at].stop
    ):
        return None
    return _under_two_lines(context, lines[at], lines[at + 1], lines[at + 2 : at + MOST_ROWS])


_MOST_BETWEEN = 3  # lines of one cell between two rows: a service's name, a comment on two lines


def _by_blanks(context: Context, lines: Sequence[Span], heads: Sequence[Span],
               top: Sequence[dict[int, Span]] = ()) -> Grid | None:  # fmt: skip
    """Return a table whose columns stand under one another, a rule or a name's rest between.

    A line of one cell without a figure names the rows below it. `top`: the rows of the heads,
    where there are several.
    """
    rows = list(top) or [dict(enumerate(heads))]
    many = len(rows)
    led: list[dict[int, Span]] = []  # lines that name what follows, if a row does
    for line in lines:
        if _RULE.fullmatch(context.text, line.start, line.stop):
            continue
        end = context.text.find("\n", line.start, line.stop)
        first = line if end < 0 else Span(line.start, end)
        cells = _columns(context, first, tabbed=False)
        if len(rows) == 1 and (below := _second_heads(context, cells, heads)):
            rows, many = [*rows, below], 2
        elif (row := _placed(context, cells, heads)) is not None:
            rows += [*led, row]
            led = []
            if end >= 0:
                rows[-1][TAIL] = _stripped(context, Span(end, line.stop))
        elif not led and _is_tail(context, line, rows[many - 1 :], heads):
            above = rows[-1].get(TAIL, line)
            rows[-1][TAIL] = Span(above.start, line.stop)
        elif len(led) < _MOST_BETWEEN and _leads(context, line, cells, heads):
            led.append({0: line})
        else:
            break
    last = max(s.stop for s in rows[-1].values())
    return Grid(heads[0].start, last, tuple(rows), many) if len(rows) > many else None


def _second_heads(
    context: Context, cells: Sequence[Span], heads: Sequence[Span]
) -> dict[int, Span] | None:
    """Return a second line of heads by column, where it holds units or times and no more."""
    found: dict[int, Span] = {}
    for cell in cells:
        under = _under(context, cell, heads)
        words = _said(context, cell)
        if under in (None, 0) or not (_UNIT.fullmatch(words) or kpi_heads.role(words) == "period"):
            return None
        found[under or 0] = cell
    return found


_UNIT = re.compile(r"\(?(?:%|£|no\.?|number|days|hours|minutes|weeks|tonnes|kg)\)?", re.IGNORECASE)
_FIGURE = re.compile("[0-9]")


def _leads(context: Context, line: Span, cells: Sequence[Span], heads: Sequence[Span]) -> bool:
    """Tell whether a line names the rows below: one cell under the first head, without a figure."""
    if len(cells) != 1 or _FIGURE.search(context.text, line.start, line.stop):
        return False
    start, stop = _spot(context, line)
    spots = [_spot(context, head) for head in heads]
    return start <= spots[0][0] and stop < spots[-1][0] and context.text[line.stop - 1] not in ".;"


def _under(context: Context, cell: Span, heads: Sequence[Span]) -> int | None:
    """Return the one column under whose head a cell stands."""
    start, stop = _spot(context, cell)
    spots = [_spot(context, head) for head in heads]
    under = [i for i, (a, b) in enumerate(spots) if start < b and a < stop]
    return under[0] if len(under) == 1 else None


_RULE = re.compile(r"[-=_–—+ ]{3,}")
_CODE = re.compile(r"[A-Z]{1,6}[ ._-]?[0-9]{1,4}[a-z]?")


def _stripped(context: Context, span: Span) -> Span:
    words = context.text[span.start : span.stop]
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def _placed(context: Context, cells: list[Span], heads: Sequence[Span]) -> dict[int, Span] | None:
    """Return the cells of a row by column; with some empty, each must stand under its own head."""
    if len(cells) > 1 and _CODE.fullmatch(context.reading, cells[0].start, cells[0].stop):
        coded = _is_code_head(context, heads[0]) or _is_named(context, heads[1])
        named = heads[0].start + 2 < heads[1].start and not coded
        cells = [Span(cells[0].start, cells[1].stop), *cells[2:]] if named else cells
    if len(cells) == len(heads):
        return dict(enumerate(cells))
    if not 2 < len(cells) < len(heads):
        return None
    row = {0: cells[0]}
    for cell in cells[1:]:
        under = _under(context, cell, heads)
        if not under or under in row:
            return None
        row[under] = cell
    return row


def _is_named(context: Context, head: Span) -> bool:
    """Tell whether the second column holds the names: the first holds the codes, "PI" or "KPI"."""
    return kpi_heads.role(" ".join(_said(context, head).split())) == "name"


def _is_code_head(context: Context, head: Span) -> bool:
    return kpi_heads.role(" ".join(_said(context, head).split())) == "code"


def _spot(context: Context, span: Span) -> tuple[int, int]:
    """Return where in its line a cell begins and ends."""
    start = context.text.rfind("\n", 0, span.start) + 1
    return span.start - start, span.stop - start


def _is_tail(context: Context, line: Span, rows: Sequence[dict[int, Span]],
             heads: Sequence[Span]) -> bool:  # fmt: skip
    """Tell whether a line is the rest of a name that began on the row above it."""
    if len(rows) < 2 or context.text[line.stop - 1] in ".:":
        return False
    name, (start, stop) = rows[-1][0], _spot(context, line)
    if (above := rows[-1].get(TAIL)) is not None:  # a third line goes on as the second did
        near = "\n\n" not in context.text[above.stop : line.start]
        return near and start == _spot(context, above)[0] and stop <= _spot(context, heads[1])[1]
    inset = start - _spot(context, name)[0]
    open_ended = is_open(_said(context, name))
    goes_on = inset > 0 or (inset == 0 and open_ended)
    return goes_on and stop <= _spot(context, heads[1])[1]
