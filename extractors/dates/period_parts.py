"""What periods are made of: months, financial years, and the years a document leaves open."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

NAMES = (
    "January February March April May June July August September October November December"
).split()
NUMBERS = {name[:3].lower(): n for n, name in enumerate(NAMES, 1)}
WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "last": 4,
}  # fmt: skip

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
# 2015/16, 2015-16, 2015/2016, 2020/1; the two halves are checked by financial.
FINANCIAL = (
    r"20(?<![0-9/£,.-]20)[0-9]{2}[ ]?[/–-][ ]?(?:20[0-9]{2}|[0-9]{1,2})(?![0-9]|[/–-][0-9]|\.[0-9])"
)
YEAR = r"20(?<![0-9/£,.-]20)[0-9]{2}(?![0-9/%]|,[0-9]|[–-][0-9]|\.[0-9])"


# The year behind a quarter or half: "of 2015/16", "(2019/20)", ", 2014", "23/24", and in titles
# behind what is reported: "Quarter 3 Performance Report 2015/16".
YEAR_BEHIND = re.compile(
    rf"""(?:[ ](?:Performance|Progress|Monitoring|Reports?|Outturn|Results|Update|Dashboard
          |Scorecard|KPIs|Exceptions)){{0,3}}
        [ ]?[,(–-]?[ ]?(?:of[ ]|for[ ]|in[ ])?(?:the[ ])?(?:financial[ ]year[ ]|FY[ ]?)?
        (?:(?P<fy>{FINANCIAL}|(?<![0-9/])[0-9]{{2}}/[0-9]{{2}}(?![0-9/]))|(?P<y>{YEAR}))""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A period and where its words stand; `elsewhere` holds the words a year was taken from."""

    start: int
    stop: int
    label: str | None
    first: str | None = None
    last: str | None = None
    elsewhere: tuple[int, int] | None = None


class Months(NamedTuple):
    """The months of one document that have a year: an index is year * 12 + month - 1.

    `single` are (offset, end, month index), `ranges` (offset, end, first, last month index),
    `starts` the offsets of the single ones.
    """

    single: tuple[tuple[int, int, int], ...] = ()
    ranges: tuple[tuple[int, int, int, int], ...] = ()
    starts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Calendar:
    """The years of one document: what a quarter or month without a year is read by.

    `years` are (offset, end, first calendar year, beside a quarter); `months` reads the months
    when a month without a year first asks for them.
    """

    years: tuple[tuple[int, int, int, bool], ...] = ()
    reference: str | None = None
    months: Callable[[], Months] = Months
    titled: tuple[int, int, int] | None = None  # the year of the title, and where it stands

    def year_of_quarter(self, number: int, at: int) -> tuple[int | None, tuple[int, int] | None]:
        """Return the first calendar year of the financial year of a quarter, and its words."""
        beside = [y for y in self.years if y[3]]
        for known in (beside, self.years):
            if len({y[2] for y in known}) == 1:
                nearest = min(known, key=lambda y: abs(y[0] - at))
                return nearest[2], nearest[:2]
        before = [y for y in beside if y[0] < at]
        if before:
            return before[-1][2], before[-1][:2]
        if self.titled and self._is_over(self.titled[0], number):
            return self.titled[0], self.titled[1:]
        if self.years or self.reference is None:
            return None, None
        year, month = int(self.reference[:4]), int(self.reference[5:7])
        return (year if month > number * 3 + 3 else year - 1 - (number == 4 and month < 4)), None

    def _is_over(self, year: int, number: int) -> bool:
        """Tell whether a quarter of a financial year ended before the document's own date."""
        ended = days_of(year * 12 + number * 3, year * 12 + number * 3 + 2)[1]
        return self.reference is None or ended <= self.reference

    def year_of_month(self, month: int, at: int) -> tuple[int | None, tuple[int, int] | None]:
        """Return the year of a month that is printed without one, and the words that give it."""
        single, ranges, starts = self.months()
        for start, stop, first, last in ranges:
            inside = [i for i in range(first, min(last, first + 24) + 1) if i % 12 == month - 1]
            if len(inside) == 1:
                return inside[0] // 12, (start, stop)
        place = bisect_left(starts, at)
        if place:
            start, stop, index = single[place - 1]
            near = [i for i in range(index - 5, index + 7) if i % 12 == month - 1]
            return near[0] // 12, (start, stop)
        if len({y[2] for y in self.years}) == 1:
            start, stop, year, _ = self.years[0]
            return year + (month < 4), (start, stop)
        if self.reference is None or self.years:
            return None, None
        return int(self.reference[:4]) - (month >= int(self.reference[5:7])), None


def financial(words: str) -> int | None:
    """Return the first year of "2015/16", None where its halves do not follow each other.

    >>> financial("2015/16"), financial("2015-2016"), financial("2020/1"), financial("2015/19")
    (2015, 2015, 2020, None)
    >>> financial("23/24")
    2023
    """
    left, _, right = re.sub(r"[ ]|–|-", lambda m: "" if m.group() == " " else "/", words).partition(
        "/"
    )
    first = int(left) + (2000 if len(left) == 2 else 0)
    return first if (first + 1) % 10 ** len(right) == int(right) % 10 ** len(right) else None


def year_name(year: int) -> str:
    """Return "2015/16" of 2015."""
    return f"{year}/{(year + 1) % 100:02d}"


def index_of(day: str) -> int:
    """Return the month index (year * 12 + month - 1) of an ISO day."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def days_of(first: int, last: int) -> tuple[str, str]:
    """Return the first and last ISO day of a span of months given by index."""
    year, month = last // 12, last % 12 + 1
    end = f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"
    return f"{first // 12:04d}-{first % 12 + 1:02d}-01", end


def month_label(first: int, last: int) -> str:
    """Return "July 2018", "July – September 2018" or "April 2017 – February 2018"."""
    a, b = NAMES[first % 12], f"{NAMES[last % 12]} {last // 12}"
    if first == last:
        return b
    return f"{a} – {b}" if first // 12 == last // 12 else f"{a} {first // 12} – {b}"


# "by 31 March 2023", "by the end of 2025/26", "by 2020": when a target is to be reached.
_DEADLINE = re.compile(
    rf"""\b(?:by|until)[ ](?:the[ ])?(?:end[ ]of[ ])?(?:the[ ])?(?:year[ ]|financial[ ]year[ ])?
        (?:(?:(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?[ ](?:of[ ])?)?(?P<m>{MONTH})[ ,]{{1,2}}
           (?P<my>20[0-9]{{2}})
          |(?P<fy>{FINANCIAL})|(?P<y>{YEAR}))""",
    re.VERBOSE,
)


def deadline(reading: str, start: int, stop: int) -> tuple[str, int, int] | None:
    """Return the date by which something is aimed at, as exact as printed, and its words.

    >>> deadline("80% of staff by 2020", 0, 20), deadline("by 31 March 2023", 0, 16)[0]
    (('2020', 13, 20), '2023-03-31')
    >>> deadline("by the end of March 2023", 0, 24)[0], deadline("by 2025/26", 0, 10)[0]
    ('2023-03', '2026-03-31')
    """
    if reading.find("by ", start, stop) < 0 and reading.find("until ", start, stop) < 0:
        return None
    found = _DEADLINE.search(reading, start, stop)
    if found is None:
        return None
    if found["m"]:
        month = f"{found['my']}-{NUMBERS[found['m'][:3].lower()]:02d}"
        day = int(found["d"]) if found["d"] else None
        if day is not None and not 1 <= day <= monthrange(int(month[:4]), int(month[5:]))[1]:
            return None
        date = month if day is None else f"{month}-{day:02d}"
    elif found["fy"]:
        year = financial(found["fy"])
        if year is None:
            return None
        date = f"{year + 1}-03-31"
    else:
        date = found["y"]
    return date, found.start(), found.end()
