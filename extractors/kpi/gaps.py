"""How far a result lies from its target: "2.4 percentage points adrift", "four days slower".

The distance is no result, but it tells in which unit the result beside it is told.

>>> said = "It took 23 days. This was four days slower than target."
>>> unit_beside(said, 0, said.index("slower"), len(said) - 1)
'days'
>>> said = "It was 79.6%, which missed the target by 2.4 percentage points."
>>> unit_beside(said, 0, said.index("missed"), said.index(" by"))
'%'
"""

import re

from extractors.kpi import figures as kpi_figures

_UNIT = (
    r"(?:[ ]?%|[ ]per[ ]cent|[ ](?:percentage[ ])?points?"
    r"|[ ](?:working[ ])?(?:day|week|hour|minute|second|month)s?|[ ]?kg)"
)
# A number with its unit: in digits, or in one or two words.
GAP = rf"(?:[0-9][0-9.,]{{0,8}}|[a-z]{{3,9}}(?:-[a-z]{{3,5}})?)(?:[ ]and[ ]a[ ]half)?{_UNIT}"
_BEFORE = re.compile(rf"(?<![\w.-]){GAP}[ ]\Z")
_BEHIND = re.compile(
    rf"(?:[ ](?:the|its|our|their|this))?(?:[ ][a-z]{{4,12}})?(?:[ ]target)?[ ]by[ ]"
    rf"(?:(?:just|only|some|about|around|nearly|almost|over)[ ]){{0,2}}(?P<gap>{GAP})"
)
_POINTS = re.compile(r"points?\b")
_MOST = 44  # characters of a distance


def unit_beside(reading: str, start: int, at: int, stop: int) -> str | None:
    """Return the unit of the distance that stands right beside the words at `at`–`stop`."""
    low = reading[max(start, at - _MOST) : at].lower()
    if found := _BEFORE.search(low):
        return _unit(found.group())
    found = _BEHIND.match(reading[stop : stop + 90].lower())
    return _unit(found["gap"]) if found else None


def _unit(words: str) -> str | None:
    """Return the unit that a distance is told in; points are those of per cent."""
    if _POINTS.search(words):
        return "%"
    figures = kpi_figures.find(words, 0, len(words), ())
    return figures[0].unit if len(figures) == 1 else None
