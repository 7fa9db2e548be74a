"""Tables of indicators pasted with a cell on each line, whole or with their empty cells lost.

A row is a name and the cells behind it up to the next words. Where some are missing, each cell is
given to the columns that can hold it, in order; a row is read only where that leaves one way for
its figures. So "81%" under "Value, Target" is neither, and "81%, 85%" are both.

>>> ways(["actual", "target", "rag"], ["92%", "90%"])
[(0, 1)]
>>> ways(["actual", "target", "rag"], ["92%", "Green"]), ways(["actual", "rag"], ["92%", "Green"])
([], [(0, 1)])
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.context import Context
from extractors.kpi import coloured as kpi_coloured
from extractors.kpi import heads as kpi_heads
from extractors.kpi import roles as kpi_roles
from extractors.kpi import signs as kpi_signs
from extractors.kpi.grids import MOST_ROWS, Grid
from schemas.document import Span

_FIRST = re.compile(
    r"\b(?:indicators?|measures?|KPIs?|PIs?|ref|metrics?|code|title|reference|description|id|no)\b"
    r"|^#$",
    re.IGNORECASE,
)
_MOST_HEADS, _LONG_HEAD, _SHORT_FORM = 12, 60, 8
_SHORT_HEAD = 24
_IDLE = 14  # lines between two rows of one table: comments, headings
_MOST_CELLS = 12  # behind a name
_FIGURED = ("target", "actual", "previous", "floor", "period", "tolerance", "forecast", "due")
# A figure with its unit, its count in brackets, and what stands for none.
_FIGURE = re.compile(
    r"(?:[<>≤≥=+~-]{1,2}[ ]?)?£?[0-9][0-9,]{0,12}(?:\.[0-9]{1,4})?[ ]?(?:%|k|m|bn|p)?"
    r"(?:[ ]?(?:working[ ])?(?:days?|hours?|hrs|minutes?|mins?|seconds?|secs?|weeks?|months?|kgs?"
    r"|tonnes?|years?|visits|homes|per[ ]cent)\b)?"
    r"(?:[ ]?[(\[][^()\[\]\n]{1,30}[)\]]|[ ](?:out[ ])?of[ ][0-9,]{1,9})?",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"[–—-]{1,3}|n/?[ak]|tbc|tbd|none|nil|no data|no target|not (?:applicable|available|set)"
    r"|DIV/0|#DIV/0!|data only|trend only|monitor(?:ing)? only",
    re.IGNORECASE,
)
_TWO = re.compile(r"(?:red|amber|green)[ ](?:red|amber|green)", re.IGNORECASE)
_POLAR = re.compile(
    r"(?:(?:high|low|bigg|small|larg)(?:er)?|more|less|fewer|increase|decrease|maximi[sz]e"
    r"|minimi[sz]e|up|down|[HLBS+↑↓▲▼-])(?:[ ]is[ ](?:better|good|best))?",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?=[^0-9]{0,10}[0-9])(?:[A-Za-z&]{1,8}[ ._/-]?){0,3}[0-9][\w./-]{0,8}"
    r"(?:[ ]\([0-9a-z]{1,2}\))?"
)
_LETTERS = re.compile(r"[A-Za-z]{3}")


def ways(roles: Sequence[str | None], cells: Sequence[str]) -> list[tuple[int, ...]]:
    """Return the ways in which cells fill columns in order, those alike in their figures once."""
    found: dict[tuple[int | None, ...], tuple[int, ...]] = {}
    for way in _ways(roles, cells, 0):
        mark = tuple(c if roles[c] in _FIGURED and _is_figure(w) else None
                     for c, w in zip(way, cells, strict=True))  # fmt: skip
        found.setdefault(mark, way)
        if len(found) > 1:
            break
    return list(found.values()) if len(found) == 1 else []


def _ways(roles: Sequence[str | None], cells: Sequence[str], at: int) -> Iterator[tuple[int, ...]]:
    if not cells:
        yield ()
        return
    for column in range(at, len(roles) - len(cells) + 1):
        if _holds(roles[column], cells[0]):
            for rest in _ways(roles, cells[1:], column + 1):
                yield (column, *rest)


def _is_figure(words: str) -> bool:
    return _FIGURE.fullmatch(words) is not None


def _holds(role: str | None, words: str) -> bool:
    """Tell whether a column can hold a cell, by its role."""
    if _EMPTY.fullmatch(words):
        return True
    if role in _FIGURED:
        return _is_figure(words)
    if role == "rag":  # not the two of "RED AMBER", this time's and the last's
        return kpi_signs.is_shown(words) and not _TWO.fullmatch(words)
    if role == "direction":
        return kpi_signs.is_moved(words)
    if role == "polarity":
        return _POLAR.fullmatch(words) is not None
    if role == "code":
        return len(words) < 16
    return role != "better" or kpi_signs.is_moved(words) or _POLAR.fullmatch(words) is not None


def _is_words(words: str) -> bool:
    """Tell whether a line is of words: a name, a comment, no cell of any other column."""
    held = ("target", "rag", "direction", "polarity")
    return not any(_holds(role, words) for role in held)


@dataclass(frozen=True)
class _Lines:
    """The lines behind the heads with the words of each."""

    spans: Sequence[Span]
    words: Sequence[str]


def table(context: Context, lines: Sequence[Span], at: int) -> Grid | None:
    """Return the table whose heads begin at a line, a cell a line, None where there is none."""
    coded = _is_over_codes(context, lines, at)
    if not coded and not _FIRST.search(
        context.reading, lines[at].start, min(lines[at].stop, lines[at].start + 60)
    ):
        return None
    heads = _heads(context, lines[at : at + _MOST_HEADS])
    heads = ["Code", *_heads(context, lines[at + 1 : at + _MOST_HEADS])] if coded else heads
    found: list[tuple[int, int, list[dict[int, Span]]]] = []
    held = lines[at + 3 : at + MOST_ROWS * 4] if len(heads) > 2 else []
    said = [_said(context, span) for span in held]
    for many in range(3, len(heads) + 1):
        behind = _Lines(held[many - 3 :], said[many - 3 :])
        if rows := _rows(heads[:many], behind):
            found.append((len(rows), many, rows))
    if not found:
        return None
    _, many, rows = max(found, key=lambda one: one[:2])
    return _grid(lines[at : at + many], heads[:many], rows)


def _is_over_codes(context: Context, lines: Sequence[Span], at: int) -> bool:
    """Tell whether a line that heads nothing we know stands over codes: "TSM", then "Measure"."""
    if at + 4 >= len(lines) or lines[at].stop - lines[at].start > _SHORT_HEAD:
        return False
    if kpi_heads.role(_said(context, lines[at])) is not None:
        return False
    behind = _heads(context, lines[at + 1 : at + _MOST_HEADS])
    first = at + 1 + len(behind)
    return (
        len(behind) > 2
        and kpi_heads.role(behind[0]) == "name"
        and first < len(lines)
        and _CODE.fullmatch(_said(context, lines[first])) is not None
    )


def _heads(context: Context, lines: Sequence[Span]) -> list[str]:
    """Return the words of the lines that can be heads, up to the first that cannot."""
    heads: list[str] = []
    for line in lines:
        words = _said(context, line)
        if not words:  # a line whose marks the reading leaves out
            break
        ended = words[-1] in ".;," and len(words) > _SHORT_FORM  # not "Ref No.", "D.O.T."
        if len(words) > _LONG_HEAD or ended or _VALUED.search(words):
            break
        if kpi_heads.role(words) is None or kpi_coloured.latest(words) is not None:
            break
        heads.append(words)
    return heads


# A label with its value is no head: "Target: 95%".
_VALUED = re.compile(r": ?[^ ]|[0-9] ?%|[–=-] [£0-9]")


def _said(context: Context, span: Span) -> str:
    return " ".join(context.reading[span.start : span.stop].split())


def _grid(spans: Sequence[Span], heads: Sequence[str], rows: list[dict[int, Span]]) -> Grid:
    over = _over(heads)
    top = {i: s for i, s in enumerate(spans) if i != over}
    last = max(s.stop for s in rows[-1].values())
    caption = spans[over] if over is not None else None
    return Grid(spans[0].start, last, (top, *rows), 1, caption)


def _over(heads: Sequence[str]) -> int | None:
    """Return the place of a period's head that stands over "Value" and "Target"."""
    roles = [kpi_heads.role(h) for h in heads]
    if roles.count("period") != 1 or "actual" not in roles[roles.index("period") :]:
        return None
    return roles.index("period")


def _rows(heads: Sequence[str], lines: _Lines) -> list[dict[int, Span]]:
    """Return the rows under some heads, none where these are no heads of indicators."""
    words = dict(enumerate(heads))
    plain: dict[int, str | None] = {i: kpi_heads.role(h) for i, h in words.items()}
    roles = kpi_roles.settled(plain, words, {})
    if not kpi_heads.is_indicators(roles, words):
        return []
    columns = [roles[i] for i in range(len(heads))]
    whole, over = _whole(lines, columns), _over(heads)
    kept = [i for i in range(len(heads)) if i != over]
    loose = _loose(lines, [columns[i] for i in kept])
    if len(whole) >= len(loose):
        return whole
    return [{kept[c]: s for c, s in row.items()} for row in loose]


def _whole(lines: _Lines, columns: Sequence[str | None]) -> list[dict[int, Span]]:
    """Return the rows that have a line for every column."""
    rows, many = [], len(columns)
    for first in range(0, len(lines.spans) - many + 1, many):
        cells = lines.words[first : first + many]
        if not all(_suits(role, w) for role, w in zip(columns, cells, strict=True)):
            break
        rows.append(dict(enumerate(lines.spans[first : first + many])))
    return rows


def _suits(role: str | None, words: str) -> bool:
    if role in ("name", "service"):
        return len(words) < 200 and _LETTERS.search(words) is not None and not _is_figure(words)
    return role in ("comment", "unit") or _holds(role, words)


def _loose(lines: _Lines, columns: Sequence[str | None]) -> list[dict[int, Span]]:
    """Return the rows whose figures can be placed in one way only."""
    if "name" not in columns:
        return []
    name = columns.index("name")
    before, behind = list(columns[:name]), list(columns[name + 1 :])
    while behind and behind[-1] == "comment":
        behind.pop()
    wordy = any(r in ("service", "comment", "unit", "name", None) for r in behind)
    if wordy or before not in ([], ["code"]):
        return []
    rows: list[dict[int, Span]] = []
    most = sum(role in _FIGURED for role in behind)
    at, idle = 0, 0
    while at < len(lines.spans) and idle < _IDLE:
        found = _row(lines, at, name, behind)
        if found is None:
            at, idle = at + 1, idle + 1
            continue
        cells, stop = found
        figures = sum(_is_figure(w) for w in lines.words[at:stop])
        if figures > most and len(rows) < _SURE:
            return []  # the heads are not those of these rows
        if figures > most:
            return rows
        at, idle = stop, 0
        if cells:
            rows.append(cells)
    return rows


_SURE = 3  # rows that fit their heads, behind which other lines are no doubt of them


def _row(lines: _Lines, at: int, name: int,
         behind: Sequence[str | None]) -> tuple[dict[int, Span], int] | None:  # fmt: skip
    """Return the cells of the row that begins at a line and where it ends; none where unsure."""
    words, first = lines.words, at
    if name and at + 1 < len(words) and _CODE.fullmatch(words[at]):
        at += 1
    elif name:
        return None
    if not _is_title(words[at]):
        return None
    titled = Span(lines.spans[at].start, lines.spans[at].stop)
    at += 1
    if at < len(words) and _is_words(words[at]) and words[at][0].islower() and len(words[at]) < 120:
        titled = Span(titled.start, lines.spans[at].stop)  # a name on two lines
        at += 1
    stop = at
    while stop < len(words) and stop - at <= _MOST_CELLS and not _ends(words, stop, bool(name)):
        stop += 1
    if at == stop:
        return None
    found = ways(behind, words[at:stop]) if stop <= at + _MOST_CELLS else []
    if not found and stop > at + 1 and not _is_figure(words[stop - 1]):
        found = ways(behind, words[at : stop - 1])  # a comment of one word: "Steady"
    if not found:
        return {}, stop
    cells = {name + 1 + c: lines.spans[at + i] for i, c in enumerate(found[0])}
    code = {0: lines.spans[first]} if name else {}
    return {**code, name: titled, **cells}, stop


def _ends(words: Sequence[str], at: int, coded: bool) -> bool:
    """Tell whether a row ends before a line: words, or the code of the next row."""
    if _is_words(words[at]):
        return True
    follows = at + 1 < len(words) and _is_title(words[at + 1])
    return coded and follows and _CODE.fullmatch(words[at]) is not None


def _is_title(words: str) -> bool:
    """Tell whether a line can name a row: words that do not end a sentence."""
    return (
        8 <= len(words) < 200
        and words[-1] not in ".:;?!,"
        and (words[0].isupper() or words[0] in "%£#0123456789'\"(")
        and len(words.split()) > 1
        and _is_words(words)
    )
