"""Tables of indicators whose cells stand behind one another with single blanks, as PDFs give them.

"Performance Indicator Target Q3 RAG" over "Locks opened on time 96% 94.5% Red". The heads are told
by their words; a row is a name and as many cells as there are heads, with a comment behind them
where the last head is one. Where the heads are those of indicators but a row cannot be placed, it
is no row, and no sentence either.

>>> [h for _, h in heads("Performance Indicator Target Actual RAG rating Comments", 0, 55)[0]]
['name', 'target', 'actual', 'rag', 'comment']
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from extractors.context import Context
from extractors.dates.period_parts import MONTH
from extractors.kpi import heads as kpi_heads
from extractors.kpi import upright as kpi_upright
from extractors.kpi.grids import MOST_ROWS, Grid
from schemas.document import Span

_LONGEST = 400
_NAME = (
    r"(?:(?:(?:Key|Service|Corporate)[ ])?(?:Performance|Success)?[ ]?(?:Indicators?|Measures?"
    r"|KPIs?|PIs?|Metrics?)(?:[ ](?:Name|Description|Title))?(?:[ ]\(K?PIs?\))?|Short[ ]Name|Title"
    r"|Description|What[ ]we[ ]measure)"
)
_CODED = (
    r"(?:(?:(?:PI|KPI|Indicator|Measure|Short)[ ])?(?:Ref(?:erence)?\.?(?:[ ]No\.?)?|Code|No\.?"
    r"|ID)|K?PI(?=[ ](?:Name|Description|Title|Measure|Indicator)\b)|#)"
)
_SPELL = (
    r"(?:(?:Q[1-4][ ])?(?:Last|Previous|Prior|This|Current|Latest|Same)"
    r"[ ](?:quarter|year|period|month|data)(?:[ ]last[ ]year)?"
    r"|20[0-9]{2}(?:[/-][0-9]{2,4})?|Q(?:tr[ ]?)?[1-4](?:[ ]20[0-9]{2}(?:[/-][0-9]{2,4})?)?"
    r"|Quarter(?:[ ][1-4])?|Annual|Quarterly|Year[ -]end|YTD|Year[ ]to[ ]date|Latest|Current"
    r"|Previous|Prior|Last|Profiled|Agreed|Short[ ]term|Long[ ]term"
    rf"|(?:3[01][ ])?(?:{MONTH})(?:[ ]?(?:-|–|to)[ ]?(?:{MONTH}))?(?![A-Za-z]))"
)
_HOLDS = (
    r"(?:Tgt\.?|Trgt\.?|Act\.?(?=[ ]|$)|To[ ]date|This[ ]time|We[ ](?:aim[ ]for|wanted|got|did)"
    r"|Target(?:[ ](?:to[ ]date|\(%\)|for[ ](?:the[ ])?year))?|Aim|Goal"
    r"|Standard|Expected|Actual(?:[ ](?:to[ ]date|\(Q[1-4]\)))?|Results?|Outturn"
    r"|Out-turn|Performance(?:[ ](?:to[ ]date|last[ ]year))?|Value"
    r"|Achieved\??|Score"
    r"|Position|Cumulative|B?RAG(?:[ ](?:status|rating))?|R/A/G|Status"
    r"|Rating|Traffic[ ]light|Alert|Colour|Progress|On[ ]target\?|Met/Not[ ]met|Trend|DoT|D\.O\.T\."
    r"|Direction(?:[ ]of[ ]travel)?|Travel|Movement|Improved\?|Better[ ]or[ ]worse|Good[ ]is"
    r"|Polarity|Baseline|Benchmark|National[ ]average|England[ ]average|Variance)"
)
_NOTE = (
    r"(?:(?:Latest[ ]|Officer[ ])?(?:Comments?|Commentary|Notes?|Narrative|Explanation|Remarks"
    r"|Reasons?|Context|Update)|Supporting[ ]information|Action[ ]being[ ]taken)"
)
_TOP = re.compile(
    rf"(?:(?P<code>{_CODED})[ ])?(?P<name>{_NAME})(?P<rest>(?:[ ](?:{_SPELL}|{_HOLDS})){{2,16}})"
    rf"(?P<note>[ ]{_NOTE})?$",
    re.IGNORECASE,
)
_ATOM = re.compile(rf"(?P<spell>{_SPELL})(?![A-Za-z])|(?P<holds>{_HOLDS})", re.IGNORECASE)
# Two that are one head: "Performance status".
_PAIRED = re.compile(
    r"Target[ ](?:value|met\??|achieved\??)|Actual[ ](?:performance|value|result|outturn)"
    r"|Performance[ ](?:achieved|target|status|result|outturn|rating)",
    re.IGNORECASE,
)
_MOST_WAYS = 40  # of reading one line as heads
_FIGURE = (
    r"(?:[<>≤≥]=?[ ]?)?£?[0-9][0-9,]{0,11}(?:\.[0-9]{1,3})?(?:[ ]?%|[ ](?:working[ ])?(?:days?"
    r"|hours?|hrs|minutes?|mins?|seconds?|secs?|weeks?|months?|kg|tonnes)\b)?"
)
_SHOWN = (
    r"(?:(?:(?:slightly|just|not)[ ])?(?:on|off|above|below|at)(?:[ ]or[ ](?:above|below))?[ ]"
    r"(?:target|track)|target[ ](?:not[ ])?(?:slightly[ ])?(?:met|achieved|missed)"
    r"(?:[ ]\(within[ ][0-9]{1,2}%\))?|(?:not[ ])?(?:met|achieved)|missed|exceeded|green|amber|red"
    r"|[RAG]|yes|no|[\U0001f7e2\U0001f7e1\U0001f7e0\U0001f534✓✔✗✘]|n/?a|-|–)"
)
_MOVED = (
    r"(?:improv(?:ed|ing)|declin(?:ed|ing)|worsen(?:ed|ing)|better|worse|same|stable|up|down"
    r"|[↑▲↓▼→↔])"
)
_POLAR = (
    r"(?:(?:high|low|bigg|small)(?:er)?(?:[ ]is[ ]better)?|(?:in|de)crease|m(?:ax|in)imise|[HL])"
)
_CELL = re.compile(rf"(?:{_FIGURE}|{_SHOWN}|{_POLAR}|{_MOVED})(?![\w%])", re.IGNORECASE)
# What leads to a figure that belongs to the name: "within 30 seconds".
_LEADS = re.compile(
    r"\b(?:in|of|to|by|for|per|than|over|every|least|under|after|within|the|and|or)[ ]\Z", re.I
)
_CODE = re.compile(r"(?P<code>(?:[A-Za-z&]{1,8}[ ._/-]?)?[0-9][\w./-]{0,8})[ ](?=[A-Z%£(])")
_MOST = 14  # cells of a row


Column = tuple[Span, str | None]


def heads(reading: str, start: int, stop: int) -> list[list[Column]]:
    """Return the ways to read a line as heads: the span and the role of each column."""
    top = _TOP.match(reading, start, stop)
    if top is None:
        return []
    first: list[Column] = [(Span(*top.span(g)), g) for g in ("code", "name") if top[g]]
    last: list[Column] = []
    if top["note"]:
        last = [(Span(top.start("note") + 1, top.end("note")), "comment")]
    atoms = [
        (Span(*m.span()), m["spell"] is not None)
        for m in _ATOM.finditer(reading, *top.span("rest"))
    ]
    return [
        [*first, *columns, *last]
        for columns in islice(_columns(reading, atoms, 0), _MOST_WAYS) if len(columns) > 1
    ]  # fmt: skip


def _columns(reading: str, atoms: Sequence[tuple[Span, bool]], at: int) -> Iterator[list[Column]]:
    """Yield the ways to part heads: a time stands alone, before or behind what it is of."""
    if at == len(atoms):
        yield []
        return
    for many in (1, 2, 3):
        part = atoms[at : at + many]
        if len(part) < many:
            return
        span = Span(part[0][0].start, part[-1][0].stop)
        holds = [s for s, is_time in part if not is_time]
        if many - len(holds) > 1 or len(holds) > 2 or (many > 1 and not holds):
            continue
        if len(holds) == 2 and not _PAIRED.fullmatch(reading, holds[0].start, holds[1].stop):
            continue
        role = kpi_heads.role(reading[span.start : span.stop])
        if role is not None:
            for rest in _columns(reading, atoms, at + many):
                yield [(span, role), *rest]


def table(context: Context, lines: Sequence[Span], at: int) -> Grid | None:
    """Return the table whose heads stand on a line, None where there is none.

    A table without a row that can be placed, and one whose heads can be read in two ways that both
    fit, is a grid of its heads alone: its lines are no sentences.
    """
    reading, line = context.reading, lines[at]
    if line.stop - line.start > _LONGEST:
        return None
    made: list[tuple[Grid, list[Column]]] = []
    for columns in heads(reading, line.start, line.stop):
        words = {i: reading[s.start : s.stop] for i, (s, _) in enumerate(columns)}
        roles = {i: r for i, (_, r) in enumerate(columns)}
        if kpi_heads.is_indicators(roles, words) and (
            grid := _grid(context, columns, lines[at + 1 : at + MOST_ROWS])
        ):
            made.append((grid, columns))
    if not made:
        return None
    most = max(len(grid.rows) for grid, _ in made)
    best = [(grid, columns) for grid, columns in made if len(grid.rows) == most]
    return best[0][0] if len(best) == 1 else _agreed(best)


def _agreed(made: Sequence[tuple[Grid, list[Column]]]) -> Grid:
    """Return a table whose heads part in several ways without the times that they do not share."""
    grid, columns = made[0]
    roles = [role for _, role in columns]
    alike = all([r for _, r in other] == roles for _, other in made)
    ends = [
        (max(s.start for s, _ in spans), min(s.stop for s, _ in spans))
        for spans in zip(*(c for _, c in made), strict=False)
    ]
    once = roles.count("actual") == roles.count("target") == 1 and "period" not in roles
    if not alike or not once or any(start >= stop for start, stop in ends):
        return replace(grid, rows=grid.rows[:1])
    shared = [Span(*spots) for spots in ends]
    told: dict[int, str | None] = dict(enumerate(roles))
    return replace(grid, rows=(dict(enumerate(shared)), *grid.rows[1:]), roles=told)


def _grid(context: Context, columns: Sequence[tuple[Span, str | None]],
          lines: Sequence[Span]) -> Grid | None:  # fmt: skip
    rows: list[dict[int, Span]] = [{i: s for i, (s, _) in enumerate(columns)}]
    stop, idle = columns[-1][0].stop, 0
    for line in lines:
        if line.stop - line.start > _LONGEST or idle > 2:
            break
        row = _row(context, [role for _, role in columns], line)
        if row is None:
            idle += 1
            continue
        stop, idle = line.stop, 0
        if row:
            rows.append(row)
    return Grid(columns[0][0].start, stop, tuple(rows), 1) if stop > columns[-1][0].stop else None


def _row(context: Context, roles: Sequence[str | None], line: Span) -> dict[int, Span] | None:
    """Return the cells of a line, none where it cannot be placed, None where it is no row."""
    reading = context.reading
    name = list(roles).index("name")
    behind = [r for r in roles[name + 1 :] if r != "comment"]
    ended = len(behind) == len(roles) - name - 1
    start = line.start
    code = _CODE.match(reading, start, line.stop) if name else None
    if name and code is None:
        return None
    start = code.end() if code else start
    some = False
    for first, cells in _runs(reading, start, line.stop):
        if ended and cells[-1].stop != line.stop:
            continue
        some = True
        if len(cells) != len(behind):
            continue
        words = [reading[s.start : s.stop] for s in cells]
        if kpi_upright.ways(behind, words):
            row = {name: Span(start, first), **{name + 1 + i: s for i, s in enumerate(cells)}}
            return {0: Span(*code.span("code")), **row} if code else row
    return {} if some else None


def _runs(reading: str, start: int, stop: int) -> Iterator[tuple[int, list[Span]]]:
    """Yield where names may end in a line, with the whole run of cells behind each."""
    past = start + 8
    for first in _CELL.finditer(reading, start, stop):
        if first.start() < past or reading[first.start() - 1] != " ":
            continue
        if _LEADS.search(reading[max(start, first.start() - 8) : first.start()]):
            continue
        cells = list(_run(reading, first.start(), stop))
        past = cells[-1].stop
        shown = [reading[s.start : s.stop] for s in cells]
        if any(ch.isdigit() for words in shown for ch in words):
            yield first.start() - 1, cells


def _run(reading: str, at: int, stop: int) -> Iterator[Span]:
    for _ in range(_MOST):
        cell = _CELL.match(reading, at, stop)
        if cell is None:
            return
        yield Span(*cell.span())
        at = cell.end() + 1
        if reading[cell.end() : at] != " ":
            return


def is_row(reading: str, start: int, stop: int) -> bool:
    """Tell whether a line is a name and cells, under whatever heads: no sentence.

    >>> is_row("Locks opened on time 96% 94.5% Red Rain", 0, 39), is_row("It rose to 94%.", 0, 15)
    (True, False)
    """
    if stop - start > _LONGEST or reading[stop - 1] in ".;:":
        return False
    if _HEADED.match(reading, start, stop) and not _VERB.search(reading, start, stop):
        return len(_HELD.findall(reading, start, stop)) > 1
    if not _FIGURES.search(reading, start, stop):
        return False
    runs = (cells for _, cells in _runs(reading, start, stop))
    return any(len(cells) > 2 and sum(_is_figure(reading, s) for s in cells) > 1 for cells in runs)


# A line of heads, of which some tell nothing.
_HEADED = re.compile(rf"(?:{_CODED}[ ])?{_NAME}[ ]", re.IGNORECASE)
_HELD = re.compile(rf"\b{_HOLDS}(?=[ ]|$)", re.IGNORECASE)
_VERB = re.compile(r"\b(?:was|were|is|are|has|had|will|at|with)\b|[0-9]%", re.IGNORECASE)
# Two figures side by side, or with a word or two between.
_FIGURES = re.compile(r"[0-9]%?[ ](?:[A-Za-z]{1,10}[ ]){0,4}£?[0-9]")


def _is_figure(reading: str, span: Span) -> bool:
    return any(ch.isdigit() for ch in reading[span.start : span.stop])
