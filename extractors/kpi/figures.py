"""Figures that an indicator is measured in: numbers with their units, spelt ones too.

>>> [(f.value, f.unit) for f in find("92.5% in 8 hours, 1,204 calls", 0, 29, ())]
[(92.5, '%'), (8.0, 'hours'), (1204.0, 'number')]
>>> [(f.value, f.unit) for f in find("in 4 minutes 20 seconds", 0, 23, ())]
[(260.0, 'seconds')]
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from extractors.dates.period_parts import MONTH
from extractors.lowered import lowered

MOST = 40  # figures looked at in one stretch

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: i for i, word in enumerate(_ONES, 1)}
_WORDS |= {word: 10 * i for i, word in enumerate(_TENS, 2)}
_WORDS |= {f"{ten}-{one}": _WORDS[ten] + _WORDS[one] for ten in _TENS for one in _ONES[:9]}
_UNITS = (
    ("%", "%"), ("per", "%"), ("h", "hours"), ("d", "days"), ("working d", "days"),
    ("calendar d", "days"), ("business d", "days"), ("min", "minutes"), ("sec", "seconds"),
    ("week", "weeks"), ("month", "months"), ("kwh", "kWh"), ("mwh", "MWh"), ("k", "kg"),
    ("t", "tonnes"), ("lit", "litres"), ("year", "years"),
    ("y cant", "%"), ("awr", "hours"), ("oriau", "hours"), ("munud", "minutes"),
    ("eiliad", "seconds"), ("wythnos", "weeks"), ("mis", "months"),
)  # fmt: skip
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(?:\.[0-9]{1,4})?"
UNIT = (  # in tables with capitals too: "22 Days"
    r"(?i:[ ]?%|[ ]?per[ ]?cent\b|[ -]?(?:working[ ]|calendar[ ]|business[ ])?days?\b"
    r"|[ -]?(?:hours?|hrs?)\b|[ -]?min(?:ute)?s?\b|[ -]?sec(?:ond)?s?\b|[ -]?weeks?\b"
    r"|[ ]y[ ]cant\b|[ ](?:diwrnod(?:au)?|awr|oriau|munud(?:au)?|eiliad(?:au)?|wythnos(?:au)?)\b"
    r"|[ ]?[km]wh\b|[ -]months?\b|[ -]years?\b|[ ]?(?:kgs?|kilograms?|kilos?)\b|[ ]?tonnes?\b"
    r"|[ ]lit(?:re|er)s?\b)"
)
_FIGURE = re.compile(
    rf"""(?<![\w.,/£-])(?<![0-9]:)(?P<pound>£[ ]?)?(?P<a>{_NUMBER})
        (?:(?P<u1>{UNIT})?(?P<by>[ ]?[–-][ ]?|[ ]to[ ]|[ ]and[ ])(?P<b>{_NUMBER})(?=[ ]?%
            |[ ](?!and\b)[a-z]))?
        (?P<unit>{UNIT})?(?P<big>[ ]?(?:m|k|million|bn)\b)?
        (?![0-9/]|[.:,][0-9]|(?:st|nd|rd|th)\b|[ ]?[ap]\.?m\b)""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"[0-9]++")
# Of the lowered reading.
_SPELLED = (
    rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[:9])}))?"
    rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))})"
)
_SPELT = re.compile(rf"\b(?P<a>{_SPELLED})(?P<half>[ ]and[ ]a[ ]half)?(?P<unit>{UNIT})")
# Without a unit a number in words is a figure only as an aim, or where a count opens what is said.
_AIM = (
    r"target(?:[ ](?:of|was|is|being|for|set|at|a|the|this|year|quarter|had|having|been|just"
    r"|only|no|not|more|fewer|less|than|at[ ]least)){1,6}[ ]"
)
_SPELT_AIM = re.compile(
    rf"\b{_AIM}(?P<a>{_SPELLED})(?=[ ]?[.,;:)]|$|[ ](?!(?:of|and|consecutive"
    r"|successive|quarters?|terms?|years?|in)\b)[a-z])"
)
_SPELT_COUNT = re.compile(
    rf"(?:\A|[.;:][ ]|\bthere[ ](?:were|was|had[ ]been|have[ ]been)[ ])"
    r"(?:(?:only|just|some|a[ ]total[ ]of|in[ ]all,?)[ ])?"
    rf"(?P<a>{_SPELLED})[ ](?!of\b|and\b)(?=[a-z]{{3,}})"
)
_HAS_AIM = re.compile(rf"\b{_AIM}(?:[0-9]|{_SPELLED}\b)")
_SPELT_UNITS = ("hour", "day", "week", "minute", "second", "per cent", "percent", "month")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, its unit ("number" where none is printed) and where it stands."""

    start: int
    stop: int
    value: float
    top: float | None
    unit: str


def unit_of(words: str | None) -> str:
    """Return the uniform unit of its printed words.

    >>> unit_of(" per cent"), unit_of(" working days"), unit_of("-hour"), unit_of(None)
    ('%', 'days', 'hours', 'number')
    """
    bare = (words or "").strip(" -").lower()
    return next((unit for start, unit in _UNITS if bare.startswith(start)), "number")


def number(words: str) -> float:
    """Return the number in digits with thousands commas, or in words.

    >>> number("1,204.5"), number("eight")
    (1204.5, 8.0)
    """
    known = _WORDS.get(words.lower())
    return float(known) if known is not None else float(words.replace(",", ""))


# "target nil", "none in the quarter": no number printed, nought meant.
_NOUGHT = re.compile(
    r"(?:\btarget(?:[ ](?:of|was|is|being|:))?[ ]|\b(?:was|were|stood[ ]at|remained|:)[ ]|:[ ]"
    r"|[0-9][ ])(?P<nil>nil|none|zero)\b(?![ -](?:carbon|net|emissions?|waste|based|of|rat))",
    re.IGNORECASE,
)


def _noughts(reading: str, start: int, stop: int) -> Iterator[Figure]:
    for found in islice(_NOUGHT.finditer(reading, start, stop), MOST):
        yield Figure(found.start("nil"), found.end("nil"), 0.0, None, "number")


def _has_unit(known: Sequence[Figure], at: int) -> bool:
    """Tell whether the figure at an offset has a unit: a count in words is none of days."""
    return any(f.start <= at < f.stop and f.unit != "number" for f in known)


def _bare_words(reading: str, start: int, stop: int,
                known: Sequence[Figure]) -> Iterator[Figure]:  # fmt: skip
    """Yield the numbers in words that have no unit: an aim, and the count set against an aim.

    >>> said = "Only two berths were let and the target had been four."
    >>> [f.value for f in _bare_words(said, 0, len(said), ())]
    [4.0, 2.0]
    """
    low = lowered(reading)
    aim = _HAS_AIM.search(low, start, stop) if low.find("target ", start, stop) >= 0 else None
    if aim is None or _has_unit(known, aim.end() - 1):
        return
    spots = {f.start for f in known}
    said = low[start:stop]
    for pattern in (_SPELT_AIM, _SPELT_COUNT):
        for found in islice(pattern.finditer(said), MOST):
            at, end = start + found.start("a"), start + found.end("a")
            if at not in spots:
                yield Figure(at, end, number(found["a"]), None, "number")


def find(reading: str, start: int, stop: int, taken: Sequence[tuple[int, int]]) -> list[Figure]:
    """Return the figures between two offsets that lie outside the spans already taken."""
    said = reading[start:stop]
    figures = []
    for found in islice(_numbers(reading, start, stop), MOST):
        if found["b"] and not _is_free(found, taken):  # "in Quarter 3 and 88%" is no range
            again = _FIGURE.match(reading, found.start("b"), stop)
            if again is None:
                continue
            found = again
        if _is_free(found, taken) and not _is_reference(reading, start, found):
            figures += _read(reading, found)
    spelt = any(unit in said for unit in _SPELT_UNITS)
    for found in islice(_SPELT.finditer(lowered(reading), start, stop), MOST if spelt else 0):
        value = number(found["a"]) + (0.5 if found["half"] else 0)
        figures.append(Figure(found.start(), found.end(), value, None, unit_of(found["unit"])))
    figures += _bare_words(reading, start, stop, figures)
    if "nil" in said or ("target" in said and ("zero" in said or "none" in said)):
        figures += _noughts(reading, start, stop)
    return _joined(reading, sorted(figures, key=lambda f: f.start))


_SMALLER = {"hours": "minutes", "minutes": "seconds"}
_UNITS_APART = re.compile(r",?[ ](?:and[ ])?")


def _joined(reading: str, figures: list[Figure]) -> list[Figure]:
    """Return figures, a time of two units as one of the smaller: "4 minutes 20 seconds" is 260."""
    kept: list[Figure] = []
    for figure in figures:
        last = kept[-1] if kept else None
        if (
            last
            and last.top is None
            and _SMALLER.get(last.unit) == figure.unit
            and figure.value < 60
            and _UNITS_APART.fullmatch(reading, last.stop, figure.start)
        ):
            value = last.value * 60 + figure.value
            kept[-1] = Figure(last.start, figure.stop, value, figure.top, figure.unit)
        elif last and _is_scale(reading, last, figure):
            kept[-1] = replace(last, stop=figure.stop)
        else:
            kept.append(figure)
    return kept


def in_smaller(values: Mapping[str, Figure]) -> dict[str, Figure]:
    """Return times of two units in the smaller one: 3 minutes beside 190 seconds are 180."""
    held = {f.unit for f in values.values()}
    return {
        k: replace(f, value=f.value * 60, top=None, unit=smaller)
        if (smaller := _SMALLER.get(f.unit)) in held and smaller
        else f
        for k, f in values.items()
    }


_SCALE = re.compile(r"[ ]out[ ]of[ ]")
_NO_NOUN = re.compile(r"[ ]?(?:[.,;:()]|$)|[ ](?:against|with|when|where|and|in|for|at|this|was)\b")


def _is_scale(reading: str, score: Figure, whole: Figure) -> bool:
    """Tell whether a figure is the scale of a score: "4.4 out of 5"."""
    if whole.value not in (5, 10, 100) or {score.unit, whole.unit} != {"number"}:
        return False
    told = _SCALE.fullmatch(reading, score.stop, whole.start)
    return bool(told and score.value <= whole.value and _NO_NOUN.match(reading, whole.stop))


def _numbers(reading: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield the numbers with their pounds and units: a quick walk from digit to digit."""
    last = start
    for digits in _DIGITS.finditer(reading, start, stop):
        at = digits.start()
        if at < last:
            continue
        pound = reading.rfind("£", max(last, at - 2), at)
        found = _FIGURE.match(reading, pound, stop) if pound >= 0 else None
        if found := found or _FIGURE.match(reading, at, stop):
            last = found.end()
            yield found


def _is_free(found: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    return not any(a < found.end() and found.start() < b for a, b in taken)


# Numbers of pages, items, priorities and days of a month measure nothing.
_REFERENCE = re.compile(
    r"\b(?:pages?|paragraphs?|paras?|appendix|section|item|top|table|figure|stage|tier|phase"
    r"|priority"
    r"|grade|category|ward|schedule|lot|version|minute|nos?\.?|room|part|level|band|age|aged"
    r"|over|per|every|each)[ ]$|/[ ]?$|\b(?:resolution|recommendation|decision|clause|option|motion"
    r"|point|item|condition|limb|paragraph|part|minute|action)s?[ ]\($",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?:st|nd|rd|th)?[ ](?:of[ ])?{MONTH}")


def _is_reference(reading: str, start: int, found: re.Match[str]) -> bool:
    if found["unit"] or found["pound"]:
        return False
    before = reading[max(start, found.start() - 18) : found.start()]
    if _YEAR.fullmatch(found.group()) and _OF_A_YEAR.search(before):
        return True
    return bool(_REFERENCE.search(before)) or bool(_DAY.match(reading, found.end()))


# "below the 2019 baseline", "in the autumn term 2024": a year measures nothing.
_YEAR = re.compile(r"(?:19[89]|20[0-4])[0-9]")
_OF_A_YEAR = re.compile(
    r"\b(?:the|in|since|from|by|during|for|until|to|on|than|early|late|mid|and|term|season|spring"
    r"|summer|autumn|winter|year|ending|ended)[ ]$",
    re.IGNORECASE,
)


_TO_RANGE = re.compile(r"\b(?:between|range of|target(?: range)?(?: of)?:?)[ ]?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween[ ]$", re.IGNORECASE)


def _read(reading: str, found: re.Match[str]) -> list[Figure]:
    """Return one figure, or the two of "45% to 52%" where that is no range."""
    if found["big"] and not found["pound"]:
        return []
    scale = {"m": 1e6, "k": 1e3, "b": 1e9}.get((found["big"] or " ").strip()[:1], 1)
    unit = "£" if found["pound"] else unit_of(found["unit"])
    a = number(found["a"]) * scale
    if not found["b"]:
        return [Figure(found.start(), found.end(), a, None, unit)]
    b, before = number(found["b"]) * scale, reading[max(0, found.start() - 24) : found.start()]
    ranges = {"to": _TO_RANGE, "and": _BETWEEN}.get(found["by"].strip())
    if a < b and (ranges is None or ranges.search(before)):
        return [Figure(found.start(), found.end(), a, b, unit)]
    stop = found.end("u1") if found["u1"] else found.end("a")
    of_a = "£" if found["pound"] else unit_of(found["u1"])
    of_b = unit_of(found["unit"])
    return [
        Figure(found.start(), stop, a, None, of_a),
        Figure(found.start("b"), found.end(), b, None, of_b),
    ]
