"""Financial years as councils print them, always given back as "2018/19".

Read: 2015/16, 2024-25, 2016/2017, 2020/1, 23/24 (after a word that makes it a year), "financial
year 2019". A run of years ("2016/17 to 2019/20") is one span without a year: it names none.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

# 2015/16 · 2024-25 · 2016/2017 · 2020/1
_LONG = re.compile(
    r"((?:19|20)[0-9]{2})(?<![0-9/.,£\-]....)\s?[/\-–]\s?"
    r"((?:19|20)?[0-9]{2}|[0-9])(?![0-9/%]|[.,][0-9])"
)
# 23/24, only after a word that makes it a year: a bare one may be a minute number.
_SHORT = re.compile(r"([0-9]{2})[/\-–]([0-9]{2})(?![0-9/%.])")
_YEARLY = re.compile(
    r"(?<![\w/])(?:in|for|during|FY|fy|year|of|from|by|the|since|until|to|and|[Qq][1-4]) ?$"
)
_NAMED = re.compile(
    r"\b(?:[Ff]inancial|[Ff]iscal|[Mm]unicipal) [Yy]ear (?P<year>20[0-9]{2})(?![0-9/\-–])"
)
_RUN = re.compile(r" ?(?:to|-|–|—|until|through to|and up to|onwards) ?", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|years|both) (?:the )?$", re.IGNORECASE)
# A year that dates something else: "since 2015/16", "approved in the 2015/16 …" is none of these.
_SINCE = re.compile(r"\b(?:since|ers) (?:the )?$", re.IGNORECASE)
# Between figures of a list that share the year behind them: "£1m and £2m in 2019/20".
_LIST = re.compile(
    r"[ ,)]*(?:and|or|,|plus|to|-|–|(?:out )?of the)?[ (]*(?:a further |another )?", re.IGNORECASE
)
# The year leads to the next figure: "the budget for 2019/20 to £5m", "in 2019/20 (£3m)".
_LEADS = re.compile(r"[ ,(]{0,3}(?:to|of|was|is|at|by|:|being|would be|will be)?[ (]{0,2}[£€$]")


# A year told in one clause says nothing of a sum in the next: "in 2021/22, and that £5 would".
_PARTED = re.compile(
    r";|\bbut\b|\bwhereas\b|\balthough\b|\bwhilst\b|\band that\b"
    r"|, (?:and|but) (?:the|it|this|now|its)\b"
    r"|, and [A-Z]|, if\b"
)


_TAKEN = 4.0  # what it costs a year to stand in brackets behind another figure


class Year(NamedTuple):
    """A stated year, `name` None for a run of several, and where it stands."""

    name: str | None
    start: int
    stop: int


def name(first: str, second: str) -> str | None:
    """Return the year of its two halves, None where they do not follow each other.

    >>> name("2015", "16"), name("2020", "1"), name("2016", "2017"), name("23", "24")
    ('2015/16', '2020/21', '2016/17', '2023/24')
    >>> name("2015", "18"), name("1999", "00"), name("2018", "2019")
    (None, '1999/00', '2018/19')
    """
    begins = int(first) + (2000 if len(first) == 2 else 0)
    follows = begins + 1
    if int(second) != follows % 10 ** len(second):
        return None
    return f"{begins}/{follows % 100:02d}"


def _single(reading: str, start: int, stop: int) -> list[Year]:
    found: list[Year] = []
    if not any(reading.find(stroke, start, stop) >= 0 for stroke in "/-–"):
        return found if reading.find("ear 20", start, stop) < 0 else _named(reading, start, stop)
    for hit in _LONG.finditer(reading, start, stop):
        said = name(hit[1], hit[2])
        if said:
            found.append(Year(said, hit.start(), hit.end()))
    for hit in _SHORT.finditer(reading, start, stop):
        said = name(hit[1], hit[2])
        if (
            said
            and int(hit[1]) < 60
            and _YEARLY.search(reading, max(start, hit.start() - 8), hit.start())
        ):
            found.append(Year(said, hit.start(), hit.end()))
    if reading.find("ear 20", start, stop) >= 0:
        found += _named(reading, start, stop)
    return sorted(found, key=lambda year: year.start)


def _named(reading: str, start: int, stop: int) -> list[Year]:
    """Return the years of "the financial year 2019"."""
    return [
        Year(
            name(hit["year"], f"{(int(hit['year']) + 1) % 100:02d}"),
            hit.start("year"),
            hit.end("year"),
        )
        for hit in _NAMED.finditer(reading, start, stop)
    ]


def find(reading: str, start: int = 0, stop: int | None = None) -> list[Year]:
    """Return the years stated between two offsets, in order; runs of years as one without name.

    >>> [y.name for y in find("in 2018/19 and 2019-20, not 2015-18 nor ref 77/21")]
    ['2018/19', '2019/20']
    >>> [y.name for y in find("over 2016/17 to 2019/20; for 23/24; the financial year 2019")]
    [None, '2023/24', '2019/20']
    """
    years: list[Year] = []
    for year in _single(reading, start, len(reading) if stop is None else stop):
        last = years[-1] if years else None
        if last and _is_run(reading, last, year):
            years[-1] = Year(None, last.start, year.stop)
        elif not last or year.start >= last.stop:
            is_since = _SINCE.search(reading, max(0, year.start - 12), year.start)
            years.append(Year(None, year.start, year.stop) if is_since else year)
    return years


def _is_run(reading: str, last: Year, year: Year) -> bool:
    """Tell whether two years make a run: "a to b", "between a and b"."""
    if _RUN.fullmatch(reading, last.stop, year.start):
        return True
    before = reading[max(0, last.start - 14) : last.start]
    return reading[last.stop : year.start] == " and " and bool(_BETWEEN.search(before))


def governing(
    reading: str, figure: tuple[int, int], years: Sequence[Year], figures: Sequence[tuple[int, int]]
) -> Year | None:
    """Return the year that a figure of a sentence belongs to, None where none is stated.

    `figures` are all figures of the sentence. The nearest year wins, one behind the figure before
    one in front; commas and other figures in between count against it; "respectively" pairs them.
    """
    if not years:
        return None
    if len(years) == len(figures) > 1 and _respective(reading, years, figures):
        return years[list(figures).index(figure)]
    near = [year for year in years if _may_govern(reading, figure, year, figures)]
    best = min(near, key=lambda year: _cost(reading, figure, year, figures), default=None)
    return best if best and best.name else None


# A sum, and what stands behind it in a clause of its own: "£5; it is to be made good in 2022/23".
_PARTED_BEHIND = re.compile(
    r";|\bbut\b|\bwhereas\b|\balthough\b|\bwhilst\b|\bbecause\b|, and (?:by|in|for) (?:the )?$"
)
# A sum that one is only measured by: "a saving of £5 against the budget of £9 in 2019/20".
_MEASURED = re.compile(
    r"(?: (?:a year|per annum|each year))? (?:against|compared with) (?:the|its|an?)"
    r" (?:[a-z]{3,12} ){1,4}(?:of )?"
)
# "delayed into 2018/19, and £1.4m has been dropped": when something came, not the sum behind it.
_UNTIL = re.compile(r"\b(?:into|until|back to|before) (?:the )?$")
# "£45,250 in 2021/22 and £97,000 in each year after that": a time of its own.
_OWN_TIME = re.compile(
    r"(?: a year| per annum)? (?:in|for|from)"
    r" (?:each|every|the (?:following|next)|later|subsequent)\b"
    r"|,? (?:thereafter|from then on|after that)\b"
)


def _may_govern(
    reading: str, figure: tuple[int, int], year: Year, figures: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether a year behind a figure can be its own: no other figure comes in between."""
    if year.start < figure[1]:
        if _UNTIL.search(reading[max(0, year.start - 14) : year.start]):
            return False
        if _OWN_TIME.match(reading, figure[1]):
            return False
        return not _PARTED.search(reading, year.stop, figure[0])
    if _PARTED_BEHIND.search(reading[figure[1] : min(year.start, figure[1] + 400)]):
        return False
    last = figure[1]
    for other in figures[:200]:
        if figure[1] <= other[0] and other[1] <= year.start:
            gap = last, other[0]
            if not (_LIST.fullmatch(reading, *gap) or _MEASURED.fullmatch(reading, *gap)):
                return False
            last = other[1]
    return year.start - figure[1] <= 24 or not _LEADS.match(reading, year.stop)


def _respective(reading: str, years: Sequence[Year], figures: Sequence[tuple[int, int]]) -> bool:
    apart = figures[-1][1] <= years[0].start or years[-1].stop <= figures[0][0]
    return apart and "respectively" in reading[years[-1].stop : years[-1].stop + 160]


def _cost(
    reading: str, figure: tuple[int, int], year: Year, figures: Sequence[tuple[int, int]]
) -> float:
    behind = year.start >= figure[1]
    left, right = (figure[1], year.start) if behind else (year.stop, figure[0])
    between = reading[left : min(right, left + 400)]
    crossed = sum(left <= other[0] and other[1] <= right for other in figures[:200])
    stops = between.count(",") * 2 + between.count(";") * 4 + between.count(". ") * 8
    # "£5 in year 1 (2019/20) and £6 in year 2 (2020/21)": in brackets it is the sum's before it.
    is_other = between.startswith(")") and any(other[1] <= year.start for other in figures[:200])
    taken = _TAKEN if is_other and not behind else 0
    return between.count(" ") + stops + crossed * 3 + taken + (0 if behind else 0.5)
