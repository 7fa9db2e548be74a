"""Targets of tables that have a date of their own, or stand in the name of their indicator."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.context import Context
from extractors.dates import periods
from extractors.dates.period_parts import MONTH, Calendar, Period, deadline
from schemas.document import Span

# "(target 80%)", "[Target: 12 or fewer]", ", target 5 days" at the end.
_IN_NAME = re.compile(
    r"(?:[(\[]|,[ ]|[ ][–-][ ])(?:(?:our|the|annual|quarterly|year[ -]end)[ ])?"
    r"(?:target|aim|goal|standard)(?:[ ](?:is|of|=|–|-)|[:=])?[ ](?P<aim>[^()\[\]\n]{0,30}[0-9]"
    r"[^()\[\]\n]{0,30})(?:[)\]]|$)",
    re.IGNORECASE,
)
_BY = re.compile(r"[ ,(]{0,2}\b(?:by|until)[ ]", re.IGNORECASE)


def in_name(context: Context, name: Span) -> Span | None:
    """Return the target that a name gives: "Locks oiled on time (target 80%)"."""
    found = _IN_NAME.search(context.reading, name.start, name.stop)
    return Span(*found.span("aim")) if found else None


def undated(context: Context, cell: Span) -> int:
    """Return where the words of a cell end before its date: "500 by 31 March 2028"."""
    due = deadline(context.reading, cell.start, cell.stop)
    by = due and _BY.search(context.reading, cell.start, due[2])
    return by.start() if by else cell.stop


def is_ahead(context: Context, target: Span | None, period: Period | None) -> bool:
    """Tell whether a target's own date lies behind the reported period."""
    if target is None or period is None or period.last is None:
        return False
    due = deadline(context.reading, target.start, target.stop)
    return due is not None and due[0] > period.last


_MONTH_OR_QUARTER = re.compile(rf"{MONTH}|Q(?:uarter|tr)?[ ]?[1-4]", re.IGNORECASE)
_YEAR = re.compile(r"20[0-9]{2}(?:[/-][0-9]{2,4})?")


def of_two(reading: str, heads: Sequence[Span], calendar: Calendar) -> Period | None:
    """Return the period of a head on two lines, in either order: "Oct" over "2023"."""
    upper, lower = (reading[s.start : s.stop].strip() for s in heads)
    for one, two in ((upper, lower), (lower, upper)):
        if _MONTH_OR_QUARTER.fullmatch(one) and _YEAR.fullmatch(two):
            found = periods.of_head(f"{one} {two}", 0, len(one) + len(two) + 1, calendar)
            year = heads[1] if two == lower else heads[0]
            month = heads[0] if two == lower else heads[1]
            return found and replace(
                found, start=month.start, stop=month.stop, elsewhere=(year.start, year.stop)
            )
    return None
