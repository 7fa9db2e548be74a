"""Targets of tables that have a date of their own, or stand in the name of their indicator."""

import re

from extractors.context import Context
from extractors.dates.period_parts import Period, deadline
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
