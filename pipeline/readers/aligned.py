"""Tables in pasted text whose columns are set by runs of blanks.

    Service            Approved     Secured
                       £            £
    Agreed savings
    Streetscene        212,000      180,500
    Strategic Partner  £405,000     -

Lines are one where a gutter of blanks goes down through all of them, a line of heads stands on top
(words or years, no sums) and at least two lines below it end in figures. Labels with their values,
lists of names and wrapped prose have no such head, or no figures.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from schemas.document import Block, Cell, Table

_PRINTED = re.compile(r"[^\n]{1,1000}")
# Words between gutters: a single blank parts nothing.
_PIECE = re.compile(r"\S{1,100}(?: \S{1,100}){0,40}")
# What a cell of figures holds: "£48,500", "(31,500)", "-", "12.5%", "n/a", "1.2m".
_FIGURE = re.compile(
    r"[(+–−-]? ?£? ?[0-9][0-9,.]{0,14} ?(?:%|[mk]|bn)?\)?\*{0,2}|[-–—]|nil|n/a|tbc",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?: ?[/–-] ?[0-9]{2,4})?")
_MOST_LINES, _MOST_WIDTH, _MOST_TOPS, _LEAST_ROWS = 200, 200, 4, 2
_LEAST_DRIFTED = 3  # pieces of a line


class _Piece(NamedTuple):
    """Words between gutters: where they begin in their line, and their offsets."""

    left: int
    start: int
    stop: int

    @property
    def right(self) -> int:
        return self.left + self.stop - self.start


_Line = list[_Piece]


def find(text: str, blocks: Sequence[Block]) -> Iterator[Table]:
    """Yield the tables among the lines of a pasted text, in reading order."""
    run: list[_Line] = []
    if "   " not in text:
        return
    for line in _lines(text, blocks):
        if run and not (line and _goes_on(text, run[-1], line)):
            yield from _tables(text, run)
            run = []
        if line:
            run.append(line)
    yield from _tables(text, run)


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[_Line]:
    """Yield the pieces of each line as it is printed; none for one that no table has."""
    for block in blocks:
        for line in _PRINTED.finditer(text, block.start, block.stop):
            floor = text.rfind("\n", 0, line.start()) + 1
            is_other = block.kind == "row" or line.end() - floor > _MOST_WIDTH
            hits = () if is_other or "\t" in line[0] else _PIECE.finditer(text, *line.span())
            yield [_Piece(hit.start() - floor, hit.start(), hit.end()) for hit in hits]


def _goes_on(text: str, above: _Line, line: _Line) -> bool:
    """Tell whether a line follows on: the next one, or one of several pieces below a blank one."""
    breaks = text.count("\n", above[-1].stop, line[0].start)
    return breaks == 1 or (breaks == 2 and len(above) > 1 and len(line) > 1)


def _tables(text: str, run: Sequence[_Line]) -> Iterator[Table]:
    """Yield the table that a run of lines holds, from its line of heads on."""
    tops = [at for at, line in enumerate(run) if len(line) > 1 and _is_head(text, line)]
    wide = [at for at in tops[_MOST_TOPS:] if len(run[at]) >= _LEAST_DRIFTED]
    for top in (*tops[:_MOST_TOPS], *wide[:_MOST_TOPS]):
        lines = [*run[top : top + _MOST_LINES]]
        while len(lines[-1]) < 2:
            lines.pop()
        cells = _cells(text, lines)
        if cells:
            yield Table(cells[0].start, cells[-1].stop, cells)
            return


def _cells(text: str, lines: Sequence[_Line]) -> tuple[Cell, ...]:
    """Return the cells of lines below a line of heads; none where they make no table."""
    rows = [line for line in lines if len(line) > 1]
    if sum(_has_figures(text, row) for row in rows[1:]) < _LEAST_ROWS:
        return ()
    lefts = _columns(rows)
    if len(lefts) != len(rows[0]) and (drifted := _drifted(text, lines, rows)):
        return drifted
    if len(lefts) < max(map(len, rows)):
        return ()
    return tuple(
        Cell(piece.start, piece.stop, at, sum(left <= piece.left for left in lefts) - 1)
        for at, line in enumerate(lines)
        for piece in line
    )


def _drifted(text: str, lines: Sequence[_Line], rows: Sequence[_Line]) -> tuple[Cell, ...]:
    """Return the cells of lines that have as many pieces as the heads, however far these drifted.

    So tables come out that were typed in letters of differing widths.
    """
    alike = list(takewhile(lambda line: len(line) == len(rows[0]), lines))
    figured = sum(_has_figures(text, line) for line in alike[1:])
    if len(rows[0]) < _LEAST_DRIFTED or figured < _LEAST_ROWS or _runs_on(text, lines, len(alike)):
        return ()
    return tuple(
        Cell(piece.start, piece.stop, at, column)
        for at, line in enumerate(alike)
        for column, piece in enumerate(line)
    )


def _runs_on(text: str, lines: Sequence[_Line], many: int) -> bool:
    """Tell whether what stands behind the first lines is a line of the same table, not apart."""
    if many == len(lines):
        return False
    return "\n\n" not in text[lines[many - 1][-1].stop : lines[many][0].start]


def _is_head(text: str, line: _Line) -> bool:
    """Tell whether a line holds the heads of columns: words or years, and no sums."""
    said = [text[piece.start : piece.stop] for piece in line]
    return not any(_FIGURE.fullmatch(words) and not _YEAR.fullmatch(words) for words in said)


def _has_figures(text: str, line: _Line) -> bool:
    """Tell whether a line ends in a figure."""
    return _FIGURE.fullmatch(text, line[-1].start, line[-1].stop) is not None


def _columns(rows: Sequence[_Line]) -> list[int]:
    """Return where the columns begin: behind each gutter that all lines of pieces leave blank."""
    spans = sorted((piece.left, piece.right) for line in rows for piece in line)
    lefts, reach = [spans[0][0]], spans[0][1]
    for left, right in spans[1:]:
        if left > reach + 1:
            lefts.append(left)
        reach = max(reach, right)
    return lefts
