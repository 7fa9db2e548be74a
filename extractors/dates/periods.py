"""Which quarter, month or year a result belongs to: "Q1 2015/16", "July – September 2018".

`find(reading, start, stop, calendar)` returns the periods that stand between two offsets. The
label is the printed one made uniform (FIELD_GUIDE section 9); the days are those of the financial
year from April, which UK councils report by. A year that the words leave out is taken from
the document (`Calendar`), with the span of the words it came from. A range that runs backwards
("between April 2018 and February 2018") gives a period without label: it claims its words, so that
nobody reads two months into it.

>>> quarters = find("met in Q1 and Q2 of 2015/16", 0, 27, Calendar())
>>> [(p.label, p.first, p.last) for p in quarters]
[('Q1 2015/16', '2015-04-01', '2015-06-30'), ('Q2 2015/16', '2015-07-01', '2015-09-30')]
>>> [p.label for p in find("for October and November 2019", 0, 29, Calendar())]
['October 2019', 'November 2019']
>>> find("on 12 March 2019 the Panel met in Room 2017", 0, 43, Calendar())
[]
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from itertools import islice

from extractors.dates import period_spells, titles
from extractors.dates.period_parts import (  # fmt: skip
    FINANCIAL,
    MONTH,
    NUMBERS,
    WORDS,
    YEAR,
    YEAR_BEHIND,
    Calendar,
    Months,
    Period,
    days_of,
    financial,
    index_of,
    month_label,
    year_name,
)

MOST = 40  # periods looked at in one stretch; more are no report on an indicator

# One quarter: Q3, Qtr 3, Quarter Three, "Quarter Three 3" (a slip met in a report), third quarter.
_QUARTER = re.compile(
    r"""\b(?:(?:Q|Qs[ ]|Qtrs?\.?[ ]?|(?P<plural>Quarters)[ ]|Quarter[ ]?(?:No\.?[ ])?)
        (?P<n>[1-4]|one|two|three|four)\b(?:[ ]\(?[1-4]\)?(?=[ ,]))?
      |(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[ ]quarter\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# What adds another quarter to the first: "and Q2", "-4", "to Quarter 3".
_MORE = re.compile(
    r"""[ ]?(?P<by>,[ ]and[ ]|,|&|and[ ]|to[ ]|-|–|/)[ ]?
        (?P<q>Q|Qtr\.?[ ]?|Quarter[ ])?(?P<n>[1-4]|two|three|four)\b(?![.,]?[0-9%/])""",
    re.VERBOSE | re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?P<end>first|last|final)[ ](?P<n>two|three|2|3)[ ]quarters\b", re.IGNORECASE
)
_HALF = re.compile(r"\b(?:first|second)[ ]half[ ](?:of|in)[ ]", re.IGNORECASE)
_YEAR_BEFORE = re.compile(rf"(?P<fy>{FINANCIAL})[ ]?[,:(–-]?[ ]?$")
_MONTHS_BEHIND = re.compile(
    rf"[ ]?\([ ]?(?P<a>{MONTH})(?:[ ](?P<y>20[0-9]{{2}}))?(?:[ ](?:to|and)[ ]|[ ]?[–-][ ]?)"
    rf"(?P<b>{MONTH})[ ,]?[ ]?(?P<z>20[0-9]{{2}})?[ ]?\)"
)
# A month, the day before it and the year behind it.
_A_MONTH = re.compile(
    rf"""(?:(?P<d>(?<![0-9.,/])[0-3]?[0-9])(?:st|nd|rd|th)?[ ](?:of[ ])?)?
        \b(?P<m>{MONTH})(?:[ ,]{{1,2}}(?P<y>20[0-9]{{2}})(?![0-9])|[ ]?'(?P<s>[0-9]{{2}})\b)?""",
    re.VERBOSE,
)
# Begins with a letter of few, which the search finds fast; word edges are checked by _A_MONTH.
_MONTH_NAME = re.compile(r"(?:Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec)")
_DAY_BEFORE = re.compile(r"(?<![0-9.,/])[0-3]?[0-9](?:st|nd|rd|th)?[ ](?:of[ ])?\Z")
_JOIN = re.compile(r"[ ]?(?P<by>,|&|and|to|-|–|—|until|through|,[ ]and)[ ]?")
_BETWEEN = re.compile(r"\b(?:between|from)[ ](?:the[ ])?$", re.IGNORECASE)
# What may stand before a month or year that says when something was measured.
_WHEN = re.compile(
    r"(?:\b(?:in|but|bar|save|except|for|during|of|throughout|over|within|at|and|was|year|period|month|quarter"
    r"|early|late|mid|outturn|result|performance|actual|end|position|target|average)|[(\[:–-])"
    r"[ ]?(?:the[ ])?(?:month[ ]of[ ]|end[ ]of[ ]|(?:whole|full|calendar|financial)?[ ]?year[ ])?$",
    re.IGNORECASE,
)
# A month or year that says since when or by when is no period.
_EDGE = re.compile(
    r"\b(?:since|until|till|by|before|after|from|effective|from the|than)[ ]"
    r"(?:the[ ])?(?:early[ ]|late[ ]|mid[ -]|end[ ]of[ ]|start[ ]of[ ])?$",
    re.IGNORECASE,
)
_FINANCIAL = re.compile(FINANCIAL)
_A_YEAR = re.compile(YEAR)


# The year that a result is compared with is not the one the text reports on.
_COMPARED = re.compile(
    r"\b(?:compared|comparison|than|against[ ]a[ ]figure|same[ ](?:period|quarter|point|time|month)"
    r"|previous|prior|last[ ]year|equivalent|corresponding|comparable|what[ ]was)\b[^.;\n]{0,45}$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def calendar_of(reading: str, reference: str | None) -> Calendar:
    """Return the calendar of a document from its reading and its reference date."""
    years: list[tuple[int, int, int, bool]] = []
    compared: list[tuple[int, int, int, bool]] = []
    for found in _FINANCIAL.finditer(reading):
        year = financial(found.group())
        if year is not None:
            around = reading[max(0, found.start() - 30) : found.end() + 14]
            beside = bool(
                _QUARTER.search(around) or _SEVERAL.search(around) or _HALF.search(around)
            )
            before = reading[max(0, found.start() - 60) : found.start()]
            kept = compared if _COMPARED.search(before) else years
            kept.append((found.start(), found.end(), year, beside))
    years = years or compared
    months = cache(partial(_dated_months, reading))
    return Calendar(tuple(years[:400]), reference, months, titles.year(reading))


def _dated_months(reading: str) -> Months:
    """Return the months and spans of months of a text that have a year of their own."""
    months, ranges = [], []
    for period in _by_months(reading, 0, len(reading), Calendar(), 400):
        if period.label and period.first and period.last:
            first, last = index_of(period.first), index_of(period.last)
            if first == last:
                months.append((period.start, period.stop, first))
            else:
                ranges.append((period.start, period.stop, first, last))
    return Months(tuple(months), tuple(ranges[:50]), tuple(m[0] for m in months))


def find(reading: str, start: int, stop: int, calendar: Calendar) -> list[Period]:
    """Return the periods between two offsets in reading order; none overlaps another."""
    said = reading[start:stop]
    found: list[Period] = []
    for rule, cues in _RULES:
        if not _holds(said, cues):
            continue
        for period in islice(rule(reading, start, stop, calendar), MOST):
            same = [p for p in found if (p.start, p.stop) == (period.start, period.stop)]
            clash = [p for p in found if p.start < period.stop and period.start < p.stop]
            if len(same) == len(clash) and (not same or rule is _by_quarters or rule is _by_months):
                found.append(period)
    return sorted(_unique(found), key=lambda p: p.start)


def _holds(said: str, cues: tuple[str, ...]) -> bool:
    for cue in cues:  # noqa: SIM110 - half the time of any()
        if cue in said:
            return True
    return False


def of_head(reading: str, start: int, stop: int, calendar: Calendar) -> Period | None:
    """Return the period of a column's head, where a bare month or year is one too.

    >>> year = Calendar(years=((0, 7, 2018, False),))
    >>> of_head("May", 0, 3, year).label, of_head("2017", 0, 4, year).label
    ('May 2018', '2017')
    """
    found = find(reading, start, stop, calendar)
    if found:
        return found[0] if found[0].label else None
    said = reading[start:stop].strip()
    if month := _A_MONTH.match(reading, start, stop):
        bare = month.end() >= start + len(said) and not month["d"]
        return next(_list([month], calendar), None) if bare else None
    if _A_YEAR.fullmatch(said):
        return Period(start, start + len(said), said, *days_of(*_whole(said)))
    return None


def _unique(found: list[Period]) -> Iterator[Period]:
    seen = set()
    for period in found:
        if period not in seen:
            seen.add(period)
            yield period


def _number(words: str) -> int:
    return int(words) if words in "1234" else WORDS[words.lower()]


def _quarter(number: int, until: int, year: int | None, span: tuple[int, int],
             elsewhere: tuple[int, int] | None) -> Period:  # fmt: skip
    label = f"Q{number}" if number == until else f"Q{number} – Q{until}"
    if year is None:
        return Period(*span, label)
    first = year * 12 + 3 * number
    days = days_of(first, first + 3 * (until - number) + 2)
    return Period(*span, f"{label} {year_name(year)}", *days, elsewhere)


def _by_quarters(reading: str, start: int, stop: int, calendar: Calendar) -> Iterator[Period]:
    """Yield quarters: lists one by one, a span ("Q1 to Q3") as one period."""
    for found in _SEVERAL.finditer(reading, start, stop):
        many = 2 if found["n"].lower() in ("two", "2") else 3
        first = 1 if found["end"].lower() == "first" else 5 - many
        parts = [(n, n) for n in range(first, first + many)]
        yield from _dated(reading, found.start(), found.end(), stop, parts, calendar)
    at = start
    while (head := _QUARTER.search(reading, at, stop)) is not None:
        parts, end = _chain(reading, head, stop)
        at = end
        for period in _dated(reading, head.start(), end, stop, parts, calendar):
            at = max(at, period.stop)
            yield period


def _chain(reading: str, head: re.Match[str], stop: int) -> tuple[list[tuple[int, int]], int]:
    """Return the quarters that a first one opens, as (first, last) pairs, and where they end."""
    number = _number(head["n"] or head["nth"])
    parts, end = [(number, number)], head.end()
    while (more := _MORE.match(reading, end, stop)) is not None:
        if not more["q"] and not head["plural"] and more["by"].strip() not in ("-", "–", "/", "&"):
            break
        number = _number(more["n"])
        if more["by"].strip() in ("-", "–", "to"):
            if number <= parts[-1][1]:
                break
            parts[-1] = (parts[-1][0], number)
        else:
            parts.append((number, number))
        end = more.end()
    return parts, end


def _dated(reading: str, start: int, end: int, stop: int, parts: list[tuple[int, int]],
           calendar: Calendar) -> list[Period]:  # fmt: skip
    """Give quarters their year: behind them, before them, by months in brackets, else elsewhere."""
    if len(parts) == 1 and (months := _MONTHS_BEHIND.match(reading, end, stop)):
        year, end, where = _year_of_months(parts[0][0], months, calendar), months.end(), None
        later = YEAR_BEHIND.match(reading, end, stop)  # "quarter 2 (July to September) of 2024/25"
        if later and later["fy"] and not (months["y"] or months["z"]):
            year, end = financial(later["fy"]), later.end()
        return [_quarter(*parts[0], year, (start, end), where)]
    behind = YEAR_BEHIND.match(reading, end, stop)
    before = _YEAR_BEFORE.search(reading[max(0, start - 14) : start])
    if behind and behind["fy"] and (year := financial(behind["fy"])) is not None:
        return [_quarter(*p, year, (start, behind.end()), None) for p in parts]
    if before and (year := financial(before["fy"])) is not None:
        first = start - len(before.group())
        return [_quarter(*p, year, (first, end), None) for p in parts]
    if behind and behind["y"]:
        return [_of_plain_year(p, int(behind["y"]), (start, behind.end()), calendar) for p in parts]
    found = [calendar.year_of_quarter(p[0], start) for p in parts]
    return [_quarter(*p, y, (start, end), w) for p, (y, w) in zip(parts, found, strict=True)]


def _of_plain_year(part: tuple[int, int], year: int, span: tuple[int, int],
                   calendar: Calendar) -> Period:  # fmt: skip
    """Read "Quarter 3 2014" by a financial year of the document that starts so, else undated."""
    for start, stop, known, _ in calendar.years:
        if known == year:
            return _quarter(*part, year, span, (start, stop))
    return Period(*span, f"Q{part[0]} {year}")


def _year_of_months(number: int, months: re.Match[str], calendar: Calendar) -> int | None:
    """Return the financial year of "Q4 (January – March 2020)"; None where the months disagree."""
    first = NUMBERS[months["a"][:3].lower()]
    if first != (3 * number) % 12 + 1:
        return None
    printed = months["z"] or months["y"]
    year = int(printed) if printed else calendar.year_of_month(first, months.start())[0]
    return None if year is None else year - (first < 4)


def _by_months(reading: str, start: int, stop: int, calendar: Calendar,
               most: int = 10_000) -> Iterator[Period]:  # fmt: skip
    """Yield months one by one, and spans of months or days as one period."""
    at = start
    while most and (found := _next_month(reading, at, stop)) is not None:
        most -= 1
        run, spans = [found], []
        while join := _JOIN.match(reading, run[-1].end(), stop):
            more = _A_MONTH.match(reading, join.end(), stop)
            if more is None or len(run) == 12:
                break
            spans.append(join["by"])
            run.append(more)
        at = run[-1].end()
        yield from _of_run(reading, run, spans, calendar)


def _next_month(reading: str, at: int, stop: int) -> re.Match[str] | None:
    """Return the next month's name with the day before it and the year behind it."""
    for name in _MONTH_NAME.finditer(reading, at, stop):
        day = _DAY_BEFORE.search(reading, max(at, name.start() - 9), name.start())
        if found := _A_MONTH.match(reading, day.start() if day else name.start(), stop):
            return found
    return None


def _of_run(reading: str, run: list[re.Match[str]], joins: list[str],
            calendar: Calendar) -> Iterator[Period]:  # fmt: skip
    before = reading[max(0, run[0].start() - 40) : run[0].start()]
    ranged = len(run) == 2 and (
        joins[0] in ("to", "-", "–", "—", "until", "through")
        or (joins[0] == "and" and bool(_BETWEEN.search(before)))
    )
    if ranged:
        yield from _range(run[0], run[1], calendar)
    elif not any(m["d"] for m in run):
        loose = bool(run[-1]["y"] or run[-1]["s"]) or bool(_WHEN.search(before))
        if loose and not _EDGE.search(before):
            yield from _list(run, calendar)


# Behind a month's year: "March 2017/18" is the March of that financial year.
_OTHER_HALF = re.compile(r"[ ]?[/–-][ ]?(?:20)?[0-9]{2}(?![0-9/])")


def _printed_year(found: re.Match[str]) -> int | None:
    if found["y"]:
        half = _OTHER_HALF.match(found.string, found.end("y"))
        spans = half and financial(found["y"] + half.group()) is not None
        return int(found["y"]) + bool(spans and NUMBERS[found["m"][:3].lower()] < 4)
    return 2000 + int(found["s"]) if found["s"] else None


def _range(one: re.Match[str], two: re.Match[str], calendar: Calendar) -> Iterator[Period]:
    a, b = NUMBERS[one["m"][:3].lower()], NUMBERS[two["m"][:3].lower()]
    where = None
    last = _printed_year(two)
    if last is None:
        last, where = calendar.year_of_month(b, one.start())
    if last is None:
        return
    first = _printed_year(one) or (last - (a > b))
    span = (one.start(), two.end())
    lo, hi = first * 12 + a - 1, last * 12 + b - 1
    if not 0 <= hi - lo <= 60:
        yield Period(*span, None)
        return
    days, label = days_of(lo, hi), month_label(lo, hi)
    if not (one["d"] or two["d"]) or (int(one["d"] or 1) == 1 and two["d"] in (None, days[1][-2:])):
        yield Period(*span, label, *days, where)


def _list(run: list[re.Match[str]], calendar: Calendar) -> Iterator[Period]:
    year, where, shown = None, None, []
    month = 13
    for found in reversed(run):
        number = NUMBERS[found["m"][:3].lower()]
        if (printed := _printed_year(found)) is not None:
            year, where = printed, None
        elif year is None:
            year, where = calendar.year_of_month(number, found.start())
        elif number > month:
            year -= 1
        month = number
        if year is not None:
            index = year * 12 + number - 1
            span = (found.start(), found.end())
            label, days = month_label(index, index), days_of(index, index)
            shown.append(Period(*span, label, *days, where))
    yield from reversed(shown)


def _by_years(reading: str, start: int, stop: int, calendar: Calendar) -> Iterator[Period]:
    """Yield financial years wherever printed, calendar years where a word says "in" or "for"."""
    for found in _FINANCIAL.finditer(reading, start, stop):
        year = financial(found.group())
        before = reading[max(start, found.start() - 40) : found.start()]
        if year is not None and not _EDGE.search(before):
            days = days_of(year * 12 + 3, year * 12 + 14)
            yield Period(found.start(), found.end(), year_name(year), *days)
    for found in _A_YEAR.finditer(reading, start, stop):
        before = reading[max(start, found.start() - 40) : found.start()]
        if _WHEN.search(before) and not _EDGE.search(before):
            yield Period(
                found.start(), found.end(), found.group(), *days_of(*_whole(found.group()))
            )


def _whole(year: str) -> tuple[int, int]:
    return int(year) * 12, int(year) * 12 + 11


_MONTH_CUES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Each rule with words without which it finds nothing.
_RULES = (
    (_by_quarters, ("uarter", "UARTER", "Q", "qtr", "Qtr")),
    (period_spells.find, ("half", "month", "year", "H1", "H2", "YTD")),
    (_by_months, _MONTH_CUES),
    (_by_years, ("20",)),
)
