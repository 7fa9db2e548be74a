"""What the opening of an item says that its report covers: "considered performance for Quarter 2".

Minutes say it once, before anything is reported; a time that lies before it, met on the way ("the
year before, 2021/22, had been worse"), is only compared with.
"""

import re
from functools import lru_cache

from extractors.dates import periods
from extractors.dates.period_parts import Calendar, Period

_OPENING = 1_400  # signs of an item in which it is introduced
# What a body does with a report, and what the report is of.
_REPORTED = re.compile(
    r"\b(?:consider|receiv|review|present|introduc|submit|scrutinis|discuss|not(?:ed|es)\b"
    r"|circulat|before[ ]it|out[ ](?:the|how)|report[ ](?:sets|gives|covers|shows|provides))"
    r"\w{0,7}\b[^.\n]{0,120}?"
    r"\b(?:performance|indicators?|KPIs?|measures|scorecard|dashboard|targets)\b"
    r"(?P<rest>[^.\n]{1,140})",
    re.IGNORECASE,
)
# A time that the report is not of: a deadline, an earlier report.
_OTHER = re.compile(
    r"\b(?:by|until|from|since|than|to|last|previous|compared[ ]with|agreed[ ]in|approved[ ]in"
    r"|meeting[ ](?:in|of)|dated|set[ ](?:in|for)|against)[ ](?:the[ ])?\Z",
    re.IGNORECASE,
)


def period(reading: str, start: int, stop: int, calendar: Calendar) -> Period | None:
    """Return the one period that the first words of an item say it is about.

    >>> said = "The Board considered a report on performance for the second quarter of 2023/24."
    >>> period(said, 0, len(said), Calendar()).label
    'Q2 2023/24'
    """
    return _period(reading, start, min(stop, start + _OPENING), calendar)


@lru_cache(maxsize=64)
def _period(reading: str, start: int, stop: int, calendar: Calendar) -> Period | None:
    for said in _REPORTED.finditer(reading, start, stop):
        found = [
            p for p in periods.find(reading, *said.span("rest"), calendar)
            if not _OTHER.search(reading, max(said.start(), p.start - 24), p.start)
        ]  # fmt: skip
        if found:
            same = len({(p.first, p.last) for p in found}) == 1
            return found[0] if same and found[0].first else None
    return None


def is_earlier(one: Period, report: Period | None) -> bool:
    """Tell whether a period ends before the one that a report is of begins."""
    return bool(report and one.last and report.first and one.last < report.first)


def holds(one: Period, report: Period | None) -> bool:
    """Tell whether a period is a longer one, of which the report's is a part."""
    if not (report and one.first and one.last and report.first and report.last):
        return False
    longer = (one.first, one.last) != (report.first, report.last)
    return longer and one.first <= report.first and report.last <= one.last
