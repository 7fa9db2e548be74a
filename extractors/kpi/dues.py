"""When a target is to be reached: a date, or the end of the year it is for.

>>> due("80% of staff by 2020", 0, 20)[0], due("97% had been paid by 2020", 0, 25)
('2020', None)
"""

import re

from extractors.dates.period_parts import deadline
from extractors.kpi.figures import Figure

# "97% had been collected by 31 March": when it was done, not when it is to be.
_DONE = re.compile(
    r"(?<!to )\b(?:had|has|have)[ ](?:already[ ])?been[ ][a-z]{2,12}(?:ed|id|lt|ught|ne|de)"
    r"(?:[ ][a-z]{1,3})?[ ]$"
)
# "SAP had reached 71.2 by the end of 2022/23; the target was 70", "With 1,310 members by March".
_REACHED = re.compile(
    r"(?:\b(?:had|has|have|was|were|stood|reached|rose|fell|came)\b(?![ ]to\b)[^;\n]{0,80}[0-9]"
    r"|\A[^\w]{0,3}With[ ][0-9])"
)
_AIMED = re.compile(
    r"\b(?:targets?|aim\w*|goals?|ambition|standard|expect\w*|forecast|project(?:ed|ion)|plan(?:s"
    r"|ned)?|should|would|will|must|need\w*|required?|intend\w*|hop(?:e|es|ed|ing)|commit\w*"
    r"|from)\b",
    re.IGNORECASE,
)
# "The aim for the whole year is 1,050": open until then.
_OF_THE_YEAR = re.compile(
    r"\bfor[ ]the[ ](?:whole|full)[ ]year[ ](?:is|was|being)[ ](?:[a-z]+[ ])?\Z"
)


def due(reading: str, start: int, stop: int) -> tuple[str, int, int] | None:
    """Return the date by which the target is to be reached."""
    found = deadline(reading, start, stop)
    if found is None or _DONE.search(reading, max(start, found[1] - 60), found[1]):
        return None
    before = reading[start : found[1]]
    return None if _REACHED.search(before) and not _AIMED.search(before) else found


def is_of_year(reading: str, target: Figure | None) -> bool:
    """Tell whether a target is for a whole year, which may not be over."""
    if target is None:
        return False
    return _OF_THE_YEAR.search(reading, max(0, target.start - 40), target.start) is not None
