"""Periods that are no quarter and no month: halves, "six months to September 2019", year ends.

>>> said = "the quarter ended 31 March 2024, the quarter to the end of October 2023"
>>> [p.label for p in find(said, 0, len(said), Calendar())]
['Q4 2023/24']
"""

import re
from collections.abc import Iterator

from extractors.dates.period_parts import (  # fmt: skip
    MONTH,
    NUMBERS,
    WORDS,
    YEAR_BEHIND,
    Calendar,
    Period,
    days_of,
    financial,
    month_label,
    year_name,
)

_HALF = re.compile(
    r"""\b(?:(?P<nth>first|second|1st|2nd)[ ](?:half|six[ ]months|6[ ]months)(?:[ ]year)?
        |H(?P<n>[12]))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TO_MONTH = re.compile(
    rf"\b(?P<n>three|six|nine|twelve|3|6|9|12)[ ]months?[ ](?:to|ending|ended)[ ]"
    rf"(?:the[ ]end[ ]of[ ])?(?:(?:30|31|28|29)(?:st|th)?[ ])?(?P<m>{MONTH})[ ,]?"
    rf"[ ]?(?P<y>20[0-9]{{2}})",
    re.IGNORECASE,
)
_YEAR_ENDING = re.compile(
    r"\byear[ ](?:to|ending|ended|end)[ ](?:31(?:st)?[ ])?March,?[ ](?P<y>20[0-9]{2})", re.I
)
_QUARTER_TO = re.compile(
    rf"\b[Qq]uarter[ ](?:to|ending|ended|up[ ]to)[ ](?:the[ ]end[ ]of[ ])?"
    rf"(?:(?:30|31)(?:st|th)?[ ](?:of[ ])?)?(?P<m>{MONTH})[ ,]?[ ]?(?P<y>20[0-9]{{2}})"
)
_CONTRACT_MONTH = re.compile(r"\bcontract[ ](?P<w>month|year)[ ](?P<n>[0-9]{1,3})\b", re.IGNORECASE)
_TO_DATE = re.compile(r"\b(?:year[ -]to[ -]date|YTD)\b", re.IGNORECASE)


def find(reading: str, start: int, stop: int, calendar: Calendar) -> Iterator[Period]:
    """Yield halves, "six months to September 2019", ends of quarters and years, contract months."""
    for found in _HALF.finditer(reading, start, stop):
        behind = YEAR_BEHIND.match(reading, found.end(), stop)
        year = financial(behind["fy"]) if behind and behind["fy"] else None
        number = int(found["n"] or WORDS[found["nth"].lower()])
        if year is not None and behind:
            days = days_of(year * 12 + 6 * number - 3, year * 12 + 6 * number + 2)
            label = f"H{number} {year_name(year)}"
            yield Period(found.start(), behind.end(), label, *days)
    for found in _TO_MONTH.finditer(reading, start, stop):
        many = {"three": 3, "six": 6, "nine": 9, "twelve": 12}.get(found["n"].lower())
        last = int(found["y"]) * 12 + NUMBERS[found["m"][:3].lower()] - 1
        first = last + 1 - (many or int(found["n"]))
        yield Period(found.start(), found.end(), month_label(first, last), *days_of(first, last))
    yield from _quarters(reading, start, stop)
    for found in _YEAR_ENDING.finditer(reading, start, stop):
        year = int(found["y"]) - 1
        days = days_of(year * 12 + 3, year * 12 + 14)
        yield Period(found.start(), found.end(), year_name(year), *days)
    for found in _CONTRACT_MONTH.finditer(reading, start, stop):
        yield Period(found.start(), found.end(), f"contract {found['w'].lower()} {found['n']}")
    for found in _TO_DATE.finditer(reading, start, stop):
        yield Period(found.start(), found.end(), "year to date")


def _quarters(reading: str, start: int, stop: int) -> Iterator[Period]:
    """Yield quarters told by their last day; one that ends in October is no financial one."""
    for found in _QUARTER_TO.finditer(reading, start, stop):
        last = int(found["y"]) * 12 + NUMBERS[found["m"][:3].lower()] - 1
        year, month = divmod(last - 3, 12)
        if month % 3 == 2:
            label = f"Q{month // 3 + 1} {year_name(year)}"
            yield Period(found.start(), found.end(), label, *days_of(last - 2, last))
