"""What a sum in a table's cell is: by its column, the table's corner, its row and its caption."""

import re
from collections.abc import Iterator

from extractors.clues import Clue
from extractors.context import Context
from extractors.money import kinds as money_kinds
from extractors.money import savings_tables as money_savings_tables
from extractors.table_heads import Heads

_NAMED = -5.0  # the head of the column says it
_CORNER = 0.5
_ROW = 1.0
_CAPTION = 3.0
_ABOVE = 5.0  # the line above the caption
_LINES = 2
_LOOK = 300
# A column of those who won: what stands in the price column is what they are paid.
_WINNERS = re.compile(
    r"\b(?:winner|winning|supplier|contractor|provider|bidder|tenderer|operator|awarded to"
    r"|company|firm|successful)s?\b",
    re.IGNORECASE,
)
# "Variance £m": what is spent beyond the budget, in brackets what is left of it.
_VARIANCE = re.compile(r"\b(?:variances?|variation|over ?(?:/|or) ?\(?under)", re.IGNORECASE)
_BRACKETED = re.compile(r"\s{0,3}[(−–-]")
# "Forecast £m", "Outturn": what is spent, where neither row nor corner tells.
_SPENT = re.compile(
    r"\b(?:forecast|projected|projection|out-?turn|actuals?|spent|year[ -]end)\b", re.IGNORECASE
)
_SPENDING = 1.5
_PRICED = ("cost", "budget", "other", "income")


def find(context: Context, heads: Heads) -> list[Clue]:
    """Return what the heads around a cell make of the sum in it; nothing where they are silent."""
    for span in (heads.column, heads.cell):
        named = _named(context, span.start, span.stop) if span else None
        if named:
            return [named._replace(label=_priced(context, heads, named.label), cost=_NAMED)]
    if money_savings_tables.holds(context, heads):
        return [Clue("saving", _NAMED)]
    found = list(_spent(context, heads))
    for span, far in ((heads.corner, _CORNER), (heads.row, _ROW)):
        named = _named(context, span.start, span.stop) if span else None
        if named:
            found.append(named._replace(cost=named.cost + far))
    captions = _captions(context, heads)
    if any(clue.label == "saving" for clue in captions) and money_savings_tables.refuses(
        context, heads
    ):
        captions = [clue for clue in captions if clue.label != "saving"]
    return [*found, *captions]


def _spent(context: Context, heads: Heads) -> Iterator[Clue]:
    """Yield what columns of a budget report hold, by the words that are no nouns of money."""
    if heads.column is None:
        return
    start, stop = heads.column.start, heads.column.stop
    if _VARIANCE.search(context.reading, start, stop):
        is_left = _BRACKETED.match(context.reading, heads.cell.start)
        yield Clue("underspend" if is_left else "overspend", 0.0, start, stop)
    elif _SPENT.search(context.reading, start, stop):
        yield Clue("cost", _SPENDING, start, stop)


def _priced(context: Context, heads: Heads, label: str) -> str:
    top = heads.top
    if top and label in _PRICED and _WINNERS.search(context.reading, top.start, top.stop):
        return "contract"
    return label


def _captions(context: Context, heads: Heads) -> list[Clue]:
    """Return what the two lines above a table say."""
    found: list[Clue] = []
    stop = heads.top.start if heads.top else 0
    for far in (_CAPTION, _ABOVE):
        while stop > 0 and context.reading[stop - 1].isspace():
            stop -= 1
        floor = max(0, stop - _LOOK)
        start = max(context.reading.rfind("\n", floor, stop) + 1, floor)
        said = money_kinds.of_lead(context.words(start, stop)) if stop > start else None
        if said:
            found.append(said._replace(cost=said.cost + far))
        stop = start
    return found


def _named(context: Context, start: int, stop: int) -> Clue | None:
    return money_kinds.of_lead(context.words(start, min(stop, start + _LOOK)), nouns=True)
