"""Dates that matter: those with a word for their part, and those in resolutions.

    "with effect from 1 April 2019"              -> start
    "until 31st March 2023", "expires on …"      -> end
    "by 30.09.2022", "no later than …"           -> deadline
    "a further report be brought in May 2024"    -> follow_up
    "the workshop to be held on 4 June 2020"     -> event
A month ("from July 2018") is the range of its days. A date that cannot exist has date None and a
Notice. Template dates (headers, footers) are the layouts' and are passed over here.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractors.context import Context
from extractors.data import lines
from extractors.dates import iso
from extractors.lowered import lowered
from schemas.document import Notice, Section
from schemas.facts import DateFact, Proof, Recommendation, Resolution

_SKIPPED = frozenset({"header", "contact", "documents", "attendance", "votes"})
# One full date or month. The looks ahead keep the search cheap: a digit, or a month's capital.
_DATE = re.compile(
    rf"(?<![\w/.£-])(?:(?=[0-9])(?P<full>(?i:{iso.DAY_FIRST}|{iso.NUMERIC}))"
    rf"|(?=[A-Z])(?:(?P<turned>(?i:{iso.MONTH_FIRST}))|(?P<month>(?i:{iso.MONTH_YEAR}))))"
    r"(?![\w/]|[.-][0-9])"
)
# What leads to them: "31/3/2015", and the first letters of a month with figures behind it.
_STROKES = re.compile(r"[0-9][/.-][0-9]{1,2}[/.-][0-9]")
_FIGURES = re.compile(r"[0-9]++")
_NAMES = "|".join(sorted({name[:3] for name in iso.MONTHS}))
_MONTH_BEFORE = re.compile(rf"(?=(?:{_NAMES})[a-z]{{0,8}}[ ./,'-]{{0,4}}(?:in )?\Z)")
_MONTH_REACH = 18
_STROKE_SIGNS = ("/", ".", "-")
_BETWEEN = " ./,'-"
_BEHIND, _AHEAD = 50, 50
# A weekday right before a date belongs to it.
_WEEKDAY = re.compile(rf"\b(?:{iso.WEEKDAY}),? (?:the )?$", re.IGNORECASE)
# What our forms leave open, for dateparser: "5 of Jan. in 2019", "the 3rd, March 2016".
_LOOSE = re.compile(
    rf"(?<![\w/.£-])[0-9]{{1,2}}(?:st|nd|rd|th)?[ ,.]{{1,3}}(?:of |day of )?(?:the )?"
    rf"(?:{iso.MONTH})[ ,.]{{1,3}}(?:in )?[12][0-9]{{3}}(?![\w/])",
    re.IGNORECASE,
)
# "1 April to 30 June 2019": the first end takes its year from the second.
_YEARLESS = re.compile(
    rf"(?<![\w/.£-])(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: (?P<month>{iso.MONTH}))?"
    r" ?(?:to|until|-|–|and) ?(?:the )?$",
    re.IGNORECASE,
)
# "April to [June 2019]": a range whose first month has no year.
_MONTHS = re.compile(rf"\b(?:{iso.MONTH}) ?(?:to|until|till|-|–|—) ?$", re.IGNORECASE)
# Between the ends of a range.
_RANGE = re.compile(r" ?(?:to|until|till|-|–|—|through to) ?(?:the )?", re.IGNORECASE)
_ON = r"(?: (?:on|in|from|of|at|for|by))?"
_WHO = r"(?: [A-Za-z'&,]{1,20}){0,9}? ?"
_LEAD = (
    r"(?:,? (?:the|a|an|on|of|at|in|midnight|noon|midday|end|close|start|beginning|middle|week"
    r"|month|early|late|mid|about|around|approximately|its|and|including"
    r"|[0-9]{1,2}[.:][0-9]{2} ?[ap]\.?m\.?)"
    r"){0,5} ?$"
)
_WINDOW = 110
_DAY = 30  # how far before a date its weekday may begin
_WORDS = re.compile("[a-z]+")


class Point(NamedTuple):
    """A date as printed: first and last day (the same for a day), None where it cannot exist."""

    start: int
    stop: int
    first: str | None
    last: str | None


@lru_cache(maxsize=1)
def _roles() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """Return the role patterns of data/date_roles.csv, anchored right before a date."""
    rows = (line.split(",", 2) for line in lines("date_roles.csv"))
    return tuple(
        (role, re.compile(rf"\b{_expand(words)}{_LEAD}", re.IGNORECASE)) for role, _, words in rows
    )


@lru_cache(maxsize=1)
def _gates() -> dict[str, list[tuple[str, int]]]:
    """Return the beginnings of words that open the way to roles, by their first letters."""
    gates: dict[str, list[tuple[str, int]]] = {}
    for at, line in enumerate(lines("date_roles.csv")):
        for begins in line.split(",", 2)[1].split():
            gates.setdefault(begins[:3], []).append((begins, at))
    return gates


def _open(before: str) -> list[int]:
    """Return the numbers of the roles whose words may stand in a window, in order."""
    gates, found = _gates(), set()
    for word in _WORDS.findall(before.lower()):
        for begins, at in gates.get(word[:3], ()):
            if word.startswith(begins):
                found.add(at)
    return sorted(found)


def _expand(words: str) -> str:
    return words.replace("WHO", _WHO).replace("ON", _ON)


def find(section: Section, context: Context) -> Iterator[DateFact | Notice]:
    """Yield the dates of a section that play a part; none from template sections."""
    reading = context.reading
    if section.kind in _SKIPPED:
        return
    points = list(_points(reading, section.start, section.stop))
    for at, point in enumerate(points):
        base = max(section.start, point.start - _WINDOW, reading.rfind("\n", 0, point.start) + 1)
        before = reading[base : point.start]
        weekday = _WEEKDAY.search(before, max(0, len(before) - _DAY))
        before = before[: weekday.start()] if weekday else before
        role, cue = _role(before)
        if role == "follow_up" and _MONTHS.search(
            before
        ):  # "Update Report for April to [June 2023]"
            role, cue = "end", None
        earlier = points[at - 1] if at else None
        if earlier and _RANGE.fullmatch(reading, earlier.stop, point.start):
            role, cue = "end", None
        if role is None and not _is_resolved(context, section, point):
            continue
        if point.first is None:
            yield Notice("date.impossible", "No such date", point.start, point.stop)
        later = points[at + 1] if at + 1 < len(points) else None
        ranged = later and _RANGE.fullmatch(reading, point.stop, later.start)
        if ranged and role in (None, "follow_up"):  # "Annual Report April 2022 to March 2023"
            role, cue = "start", None
        end = (
            later.last if later and ranged else (point.last if point.last != point.first else None)
        )
        yield context.make(
            DateFact,
            point.start,
            point.stop,
            f"date.{role or 'other'}",
            date=point.first,
            date_end=end,
            role=role or "other",
            text=" ".join(context.quote(point.start, point.stop).split()),
            proofs=(Proof("role", base + cue[0], base + cue[1], f"date.{role}"),) if cue else (),
        )


def _role(before: str) -> tuple[str | None, tuple[int, int] | None]:
    """Return the part that the words before a date give it, and where in them."""
    for at in _open(before):
        role, pattern = _roles()[at]
        hit = pattern.search(before)
        if hit and hit.group().strip():
            return role, hit.span()
    return None, None


def _is_resolved(context: Context, section: Section, point: Point) -> bool:
    """Tell whether a date stands in a resolution or recommendation."""
    if section.kind in ("decision", "recommendation"):
        return True
    return any(
        limb.start <= point.start < limb.stop
        for kind in (Resolution, Recommendation)
        for limb in context.known(kind, section.start, section.stop)
    )


def _points(reading: str, start: int, stop: int) -> Iterator[Point]:
    """Yield the dates of a span in order."""
    for left, right in _windows(reading, start, stop):
        last = left
        for hit in _DATE.finditer(reading, left, right):
            yield from _loose(reading, last, hit.start())
            last = hit.end()
            point = _point(hit)
            yield from _yearless(reading, point)
            yield point
        yield from _loose(reading, last, right)


def _windows(reading: str, start: int, stop: int) -> list[list[int]]:
    """Return the stretches that hold all dates: around months and figures with strokes."""
    windows: list[list[int]] = []
    for at in _signs(reading, start, stop):
        left, right = max(start, at - _BEHIND), min(stop, at + _AHEAD)
        if windows and left <= windows[-1][1]:
            windows[-1][1] = right
        else:
            windows.append([left, right])
    return windows


def _signs(reading: str, start: int, stop: int) -> list[int]:
    """Return where a month with a figure behind it stands, or figures with two strokes.

    Both are found by one walk from figure to figure.
    """
    low, signs, last = lowered(reading), [], start
    for figures in _FIGURES.finditer(reading, start, stop):
        at, end = figures.span()
        if end > last and reading[end : end + 1] in _STROKE_SIGNS:
            strokes = _STROKES.match(reading, end - 1, stop)
            if strokes:
                signs.append(end - 1)
                last = strokes.end()
        base = max(start, at - _MONTH_REACH)
        before = low[base:at]
        if before.rstrip(_BETWEEN)[-1:].isalpha():
            signs += (base + hit.start() for hit in _MONTH_BEFORE.finditer(before))
    return sorted(signs)


def _point(hit: "re.Match[str]") -> Point:
    full = hit["full"] or hit["turned"]
    if full:
        day = iso.any_date(full)
        return Point(hit.start(), hit.end(), day, day)
    days = iso.month(hit["month"])
    return Point(hit.start(), hit.end(), *(days or (None, None)))


def _yearless(reading: str, point: Point) -> Iterator[Point]:
    """Yield the first end of a range whose year stands at its second end, a day."""
    day = point.first if point.first == point.last else None
    base = max(0, point.start - 30)
    hit = _YEARLESS.search(reading[base : point.start]) if day else None
    if not day or not hit:
        return
    year, at = int(day[:4]), int(day[5:7])
    month = iso.MONTHS[hit["month"].lower()] if hit["month"] else at
    first = iso.make(year - (month > at), month, int(hit["day"]))
    if first and first < day:
        stop = hit.end("month") if hit["month"] else hit.end("day")
        yield Point(base + hit.start("day"), base + stop, first, first)


def _loose(reading: str, start: int, stop: int) -> Iterator[Point]:
    """Yield dates in forms of which only dateparser makes sense."""
    for hit in _LOOSE.finditer(reading, start, stop):
        day = by_dateparser(hit.group())
        if day:
            yield Point(hit.start(), hit.end(), day, day)


def by_dateparser(words: str) -> str | None:
    """Return the ISO date that dateparser reads, strictly and without the clock; None if unsure.

    With these settings it was right or None on every probe; without them it swaps day and month
    and reads words such as "may" from the clock.

    >>> by_dateparser("3rd, March 2016"), by_dateparser("in 3 years"), by_dateparser("may")
    ('2016-03-03', None, None)
    """
    # Imported here because it takes a tenth of a second, which most runs never need.
    import dateparser

    read = dateparser.parse(
        words[:60],
        languages=["en"],
        settings={"DATE_ORDER": "DMY", "STRICT_PARSING": True, "PARSERS": ["absolute-time"]},
    )
    return read.date().isoformat() if read else None
