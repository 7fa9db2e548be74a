"""Tables of indicators that show colours and no figures, as PDFs give them.

"Share of locks opened on time GREEN AMBER" under "RAG rating / Latest Previous". A name may be
broken over lines with its colours between them. Where two colours stand, the heads tell which of
them is of now; where they do not, only colours that agree are read.

>>> latest("RAG rating Latest Previous"), latest("Previous Current"), latest("RAG DoT")
(0, 1, None)
"""

import re
from collections.abc import Sequence

from extractors.context import Context
from extractors.kpi import cards as kpi_cards
from extractors.kpi import lists as kpi_lists
from extractors.kpi.grids import MOST_ROWS, Grid
from schemas.document import Span

_COLOUR = r"(?:RED|AMBER|GREEN|Red|Amber|Green)"
_END = re.compile(
    rf"(?<![^ \n])(?P<one>{_COLOUR})(?:[ ](?P<two>{_COLOUR}))?"
    r"(?:[ ](?:[↑▲⇑⬆↓▼⇓⬇→↔◄►⇔➡↗↘⇨⇧⇩]\ufe0f?|[Uu]p|[Dd]own|[Ss]ame|[Ss]table))?(?=\n|$)"
)
_HEAD = re.compile(r"\b(?:RAG|rating|status)\b", re.IGNORECASE)
_INDICATORS = re.compile(r"\b(?:KPIs?|PIs|indicators?|performance measures?)\b", re.IGNORECASE)
_NOT_OURS = re.compile(r"\b(?:risks?|projects?|milestones?|actions?|savings?|budgets?)\b", re.I)
_NOW = re.compile(r"\b(?:latest|current|this|now)\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:previous|last|prior)\b", re.IGNORECASE)
_OF_HEADS = re.compile(
    r"\b(?:RAG|DoT|direction|latest|previous|current|rating|status|KPIs?|indicators?)\b", re.I
)
# A row with figures, or with columns set apart, is of another kind of table.
_FIGURED = re.compile(r"[0-9]%|[0-9][ ]*$|\t|[|]|\S[ ]{2,}\S|[ ][–-][ ]*$")
_ENDED = (".", ":", ";", "?")
_ABOVE, _HELD, _LONGEST = 4, 3, 160


def latest(heads: str) -> int | None:
    """Return which of two colours is of now, by the words above them."""
    now, then = _NOW.search(heads), _THEN.search(heads)
    if now is None or then is None:
        return None
    return 0 if now.start() < then.start() else 1


class _Row:
    """A row as it is read: the span of its name and those of its colours."""

    def __init__(self, name: Span, colours: tuple[Span, ...]) -> None:
        self.name = name
        self.colours = colours


def table(context: Context, lines: Sequence[Span], at: int) -> Grid | None:
    """Return the table of colours whose first ones stand on a line, None where there is none."""
    if at < 1 or _colours(context, lines[at]) is None:
        return None
    above = [_said(context, s) for s in lines[max(0, at - _ABOVE) : at]]
    heads = " ".join(w for w in above if len(w) < _LONGEST // 2)
    if not _HEAD.search(heads) or _NOT_OURS.search(heads):
        return None
    before = [] if _OF_HEADS.search(above[-1]) else [lines[at - 1]]
    rows = _rows(context, lines[at : at + MOST_ROWS], before)
    if _INDICATORS.search(heads) is None:
        rows = [r for r in rows if kpi_lists.measures(context.reading, r.name.start, r.name.stop)]
    if any(_FIGURED.search(context.text, r.name.start, r.name.stop) for r in rows):
        return None
    return _grid(context, rows, latest(heads)) if len(rows) > 1 else None


def _said(context: Context, line: Span) -> str:
    return context.reading[line.start : line.stop]


def _colours(context: Context, line: Span) -> tuple[Span, ...] | None:
    """Return the colours that end a line."""
    if line.stop - line.start > _LONGEST:
        return None
    found = _END.search(context.text, line.start, line.stop)
    if found is None:
        return None
    return tuple(Span(*found.span(g)) for g in ("one", "two") if found[g])


def _rows(context: Context, lines: Sequence[Span], held: list[Span]) -> list[_Row]:
    """Return the rows up to the first lines that are none."""
    rows: list[_Row] = []
    for line in lines:
        colours = _colours(context, line)
        if colours:
            held = _left(context, rows, held)
            name = _name(context, line, colours[0], held)
            if name is None:
                return rows
            rows.append(_Row(name, colours))
            held = []
        elif rows and not held and _goes_on(context, rows[-1].name, line):
            rows[-1].name = Span(rows[-1].name.start, line.stop)
        else:
            held = [*held, line]
            words = _said(context, line)
            if len(held) > _HELD or words.endswith(_ENDED) or len(words) > _LONGEST:
                return rows
    return rows


def _left(context: Context, rows: Sequence[_Row], held: list[Span]) -> list[Span]:
    """Return the lines of the next name; those before it go on with the name of the row above."""
    led = [i for i, s in enumerate(held) if kpi_cards.is_share(_said(context, s))]
    if not rows or not led or not led[-1]:
        return held
    rows[-1].name = Span(rows[-1].name.start, held[led[-1] - 1].stop)
    return held[led[-1] :]


def _name(context: Context, line: Span, colour: Span, held: Sequence[Span]) -> Span | None:
    """Return the name beside a row's first colour: on its line, or on those before it."""
    behind = context.text.find("\n", colour.start, line.stop) >= 0
    words = context.reading[line.start : line.stop if behind else colour.start].rstrip()
    if not words:
        return Span(held[0].start, held[-1].stop) if held else None
    own = Span(line.start, line.start + len(words))
    joined = held and (words[0].islower() or words[0] == "(" or _goes_on(context, held[-1], own))
    return Span(held[0].start, own.stop) if joined else own


def _goes_on(context: Context, name: Span, line: Span) -> bool:
    """Tell whether a line belongs to the name above it."""
    first = context.reading[line.start]
    return (
        first.islower()
        or first == "("
        or kpi_cards.is_hanging(context.reading[name.start : name.stop])
    )


def _grid(context: Context, rows: Sequence[_Row], now: int | None) -> Grid | None:
    """Return the table of the rows whose colour is sure."""
    told: list[dict[int, Span]] = []
    for row in rows:
        shown = {_said(context, s).lower() for s in row.colours}
        if len(shown) > 1 and now is None:
            continue
        told.append({0: row.name, 1: row.colours[(now or 0) if len(row.colours) > 1 else 0]})
    if not told:
        return None
    start = min(s.start for s in told[0].values())
    stop = max(s.stop for s in told[-1].values())
    roles: dict[int, str | None] = {0: "name", 1: "rag"}
    return Grid(start, stop, (told[0], *told), 1, roles=roles, is_sure=True)
