"""Figures that an indicator is measured in, and the part each plays: target, result, floor.

A figure takes a part only from the words right beside it ("target of 95%", "the 75% KPI",
"compared with 40% last year"); what is left over is the result where
it is the only one of its unit.

>>> [(f.value, f.unit) for f in find("92.5% in 8 hours, 1,204 calls", 0, 29, ())]
[(92.5, '%'), (8.0, 'hours'), (1204.0, 'number')]
>>> roles("45% against a target of 50%", 0, 27, find("45% against a target of 50%", 0, 27, ()))
[None, 'target']
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractors.lowered import lowered
from extractors.period_parts import MONTH

MOST = 40  # figures looked at in one stretch

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "forty-eight": 48, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "ninety-five": 95,
}  # fmt: skip
_UNITS = (
    ("%", "%"), ("per", "%"), ("h", "hours"), ("d", "days"), ("working d", "days"),
    ("calendar d", "days"), ("business d", "days"), ("min", "minutes"), ("sec", "seconds"),
    ("week", "weeks"), ("month", "months"), ("k", "kg"), ("t", "tonnes"), ("year", "years"),
)  # fmt: skip
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(?:\.[0-9]{1,4})?"
UNIT = (
    r"(?:[ ]?%|[ ]?per[ ]?cent\b|[ -]?(?:working[ ]|calendar[ ]|business[ ])?days?\b"
    r"|[ -]?(?:hours?|hrs?)\b|[ -]?min(?:ute)?s?\b|[ -]?sec(?:ond)?s?\b|[ -]?weeks?\b"
    r"|[ -]months?\b|[ -]years?\b|[ ]?(?:kgs?|kilograms?|kilos?)\b|[ ]?tonnes?\b)"
)
_FIGURE = re.compile(
    rf"""(?<![\w.,/£:-])(?P<pound>£[ ]?)?(?P<a>{_NUMBER})
        (?:(?P<u1>{UNIT})?(?P<by>[ ]?[–-][ ]?|[ ]to[ ]|[ ]and[ ])(?P<b>{_NUMBER})(?=[ ]?%
            |[ ](?!and\b)[a-z]))?
        (?P<unit>{UNIT})?(?P<big>[ ]?(?:m|k|million|bn)\b)?
        (?![0-9/]|[.:,][0-9]|(?:st|nd|rd|th)\b)""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"[0-9]++")
# Of the lowered reading.
_SPELT = re.compile(rf"\b(?P<a>{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?P<unit>{UNIT})")
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
        value = number(found["a"])
        figures.append(Figure(found.start(), found.end(), value, None, unit_of(found["unit"])))
    if "nil" in said or ("target" in said and ("zero" in said or "none" in said)):
        figures += _noughts(reading, start, stop)
    return sorted(figures, key=lambda f: f.start)


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
    r"|over|per|every)[ ]$|/[ ]?$",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?:st|nd|rd|th)?[ ](?:of[ ])?{MONTH}")


def _is_reference(reading: str, start: int, found: re.Match[str]) -> bool:
    if found["unit"] or found["pound"]:
        return False
    before = reading[max(start, found.start() - 14) : found.start()]
    return bool(_REFERENCE.search(before)) or bool(_DAY.match(reading, found.end()))


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
    first = Figure(found.start(), stop, a, None, unit_of(found["u1"]))
    return [first, Figure(found.start("b"), found.end(), b, None, unit)]


_GOAL = (
    r"(?:targets?|benchmarks?|TSLs?|KPIs?|key[ ]performance[ ](?:indicators?|measures?)"
    r"|target[ ]service[ ]levels?|performance[ ]standards?|standard|goal)"
)
_BOUND = (
    r"(?:at[ ]least|at[ ]most|less[ ]than|fewer[ ]than|under|below"
    r"|(?:no|not)[ ](?:more|fewer|less|higher|lower|longer)[ ]than|not[ ]exceeding|more[ ]than|over"
    r"|within|up[ ]to|an?[ ](?:maximum|minimum)[ ]of|(?:maximum|minimum)[ ]of|[<>≤≥]=?)"
)
# A target that is a ceiling, or a floor to be passed: "no more than 80", "at least 95%".
_CEILING = re.compile(
    r"(?:\b(?:(?<!no[ ])(?<!not[ ])(?:less|fewer|lower)[ ]than|under|below|at[ ]most|up[ ]to"
    r"|maximum[ ]of|(?:no|not)[ ](?:more|higher|longer)[ ]than|not[ ]exceeding)[ ]|[<≤]=?[ ]?)$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"(?:\b(?:at[ ]least|(?<!no[ ])(?<!not[ ])more[ ]than|over|minimum[ ]of"
    r"|(?:no|not)[ ](?:fewer|less|lower)[ ]than)[ ]|[>≥]=?[ ]?)$",
    re.IGNORECASE,
)


def bound(reading: str, start: int, figure: Figure) -> int | None:
    """Return 1 where the words before a target make it a ceiling, 0 where they make it a floor.

    >>> words = "a target of no more than 80"
    >>> bound(words, 0, Figure(25, 27, 80.0, None, "number"))
    1
    """
    before = reading[max(start, figure.start - 20) : figure.start]
    if _CEILING.search(before):
        return 1
    return 0 if _AT_LEAST.search(before) else None


# Words right before a figure that make it a target: "target of", "target for X was", "target:".
_TARGET_BEFORE = re.compile(
    rf"""\b{_GOAL}(?:[ ](?:level|figure|time|rate|range|score|value))?(?:[ ]\([^()\n]{{1,20}}\))?
        (?:[ ](?:for|in|during)[ ][^,.;%\n]{{2,50}}?(?=[ ](?:was|is|were|are|of|being|had|has
            |at)\b|[ ]?[:=(–-]))??
        (?:[ ]?[:=(–-])?
        (?:[ ](?:was|is|were|are|being|had[ ]been|has[ ]been|of|for|set|set[ ]at|set[ ]at[ ]a
            |remains?|stands|to[ ]be
            |a|an|achieving|just|only|that)){{0,4}}
        [ ]?(?:{_BOUND}[ ]?)?$""",
    re.VERBOSE | re.IGNORECASE,
)
# "target of resolving issues in 8 hours", "target to answer calls within 20 seconds".
_TARGET_DOING = re.compile(
    rf"\b{_GOAL}(?:,)?(?:[ ][^.;\n%]{{1,40}}?)??,?[ ](?:of|to|is[ ]to|was[ ]to)"
    r"(?:[ ](?!was|were|achieved)[\w'/-]{1,20}){1,10}[ ](?:in|within|under|by|to|at)[ ]"
    rf"(?:{_BOUND}[ ])?$",
    re.IGNORECASE,
)
# "target to attend 90% of fires", "target of answering 80% of calls".
_TARGET_SHARE = re.compile(
    rf"\b{_GOAL}[ ](?:of|to|for)(?:[ ][A-Za-z]{{2,15}}){{1,3}}[ ](?:{_BOUND}[ ])?$", re.IGNORECASE
)
# "Performance against the repairs target was 97%" gives a result.
_DONE_AGAINST = re.compile(
    rf"\b(?:performance|performing|achievement|progress)[ ](?:against|on"
    rf"|for)[ ][^,;.\n]{{0,50}}{_GOAL}[ ](?:was|is|stood[ ]at|had[ ]been|of)[ ]$",
    re.IGNORECASE,
)
_TARGET_AFTER = re.compile(
    rf"""[ ]?(?:(?:contractual|contract|annual|national|local|council|council's|corporate|agreed
        |stretch
          |performance|quarterly|monthly|yearly|service|overall|set|statutory|government|response
              |key|time)[ ])
          {{0,3}}{_GOAL}\b(?![ ](?:of|for)[ ](?:£|[0-9]))""",
    re.VERBOSE | re.IGNORECASE,
)
_FLOOR = (
    r"(?:minimum[ ]service[ ]levels?|MSLs?|floor(?:[ ](?:standard|target|level))?|minimum[ ]"
    r"(?:standard|acceptable[ ]level|performance[ ]level))"
)
_FLOOR_BEFORE = re.compile(
    rf"\b{_FLOOR}(?:[ ]\([A-Z]{{2,5}}\))?[ ]?[:=]?(?:[ ](?:of|was|is|being|set|at)){{0,3}}[ ]?$",
    re.IGNORECASE,
)
_FLOOR_AFTER = re.compile(
    rf"[ ]?(?:{_FLOOR}|minimum(?![ ](?:wage|income|revenue|number|pay)))\b", re.IGNORECASE
)
_PAST = r"(?:last|previous|prior|preceding)[ ](?:year|quarter|month|period|reporting[ ]period)"
_PREVIOUS_BEFORE = re.compile(
    rf"""(?:\b(?:compared[ ](?:to|with)|up|down|(?:increase|decrease|improvement|reduction|rise
        |fall|drop
          |increased|decreased|improved|improving|risen|fallen|rose|fell|dropped|declined|reduced)
          (?:[ ](?:of|by)[ ][^,;\n]{{1,20}}?)??)[ ](?:from|on|against)?[ ]?(?:the[ ])?
          (?:(?:{_PAST}(?:'s)?)[ ]?)?(?:(?:figure|result|outturn|performance|rate
              |total)[ ])?(?:of[ ])?
        |\bpreviously[ ]|\b{_PAST}(?:'s)?[ ](?:(?:figure|result|outturn|performance)[ ])?(?:of[ ]
            |was[ ]|at[ ]|:[ ]?)?
        |\bfrom[ ](?:a[ ](?:figure|rate|score|baseline)[ ]of[ ])?)$""",
    re.VERBOSE | re.IGNORECASE,
)
_PREVIOUS_AFTER = re.compile(
    rf"[ ]?\(?(?:(?:in|for|during|at|the)[ ]){{0,2}}(?:{_PAST}|the[ ]same[ ](?:period|quarter"
    rf"|month))\b",
    re.IGNORECASE,
)
# A distance or a count of indicators, not a result.
_APART_BEFORE = re.compile(
    r"\b(?:by|another|further|additional)[ ](?:just[ ]|only[ ])?$", re.IGNORECASE
)
_APART_AFTER = re.compile(
    r"[ ]?(?:percentage[ ])?points?\b|[ ](?:above|below|over|under|short[ ]of|better[ ]than"
    r"|worse[ ]than"
    r"|ahead[ ]of|behind|off|of[ ](?:the[ ])?(?:\w+[ ]){0,2}(?:target|KPI|indicator|measure))"
    r"|[ ](?:tolerance|threshold|improvement|increase|decrease|reduction|drop|rise|weighting)\b",
    re.IGNORECASE,
)
_STRONG_BEFORE = re.compile(
    r"""(?:\b(?:was|were|is|are|at|achieved|achieving|attained|reached|reaching|hit|recorded
        |delivered
          |averaged|numbered|averaging|outturn|performance|result|actual|actually|scored|rate|score
              |figure
              |totalled
          |level|stood[ ]at|to)|[:(–-])
        (?:[ ]?(?:of|was|is|at|now|only|just|around|about|approximately|over|under|currently|a|an
            |almost|nearly
          |average|averaging|:)){0,3}[ ]?$""",
    re.VERBOSE | re.IGNORECASE,
)


# What a result is put down to has figures of its own: "owing to fires, which rose from 6 to 9".
_CAUSE = re.compile(
    r"\b(?:owing[ ]to|due[ ]to|because|as[ ]a[ ]result[ ]of|caused[ ]by|reflecting|following"
    r"|attributed[ ]to|a[ ]consequence[ ]of)\b"
)


def cause(reading: str, start: int, stop: int) -> int | None:
    """Return where the words begin that say what a result is put down to."""
    found = _CAUSE.search(lowered(reading), start, stop)
    return found.start() if found else None


def roles(reading: str, start: int, stop: int, figures: Sequence[Figure]) -> list[str | None]:
    """Return the part of each figure: target, floor, previous …, None where words are silent."""
    parts = [_role(reading, start, stop, f) for f in figures]
    put_down = cause(reading, start, stop) if len(figures) > 1 else None
    if put_down is None:
        return parts
    told = {f.unit for f, part in zip(figures, parts, strict=True)
            if part is None and f.start < put_down}  # fmt: skip
    return [
        "apart" if part in (None, "previous") and f.start > put_down and f.unit in told
        else part
        for f, part in zip(figures, parts, strict=True)
    ]  # fmt: skip


def _role(reading: str, start: int, stop: int, figure: Figure) -> str | None:
    before = reading[max(start, figure.start - 100) : figure.start]
    after = reading[figure.stop : min(stop, figure.stop + 60)]
    bare = figure.unit == "number"
    goal_before, goal_after = _names_goal(before), _names_goal(after)
    if goal_before and _FLOOR_BEFORE.search(before):
        return "floor"
    if goal_after and not bare and _FLOOR_AFTER.match(after):
        return "floor"
    if goal_before and _DONE_AGAINST.search(before):
        return None
    if goal_before and (
        _TARGET_BEFORE.search(before[-80:]) or (figure.unit == "%" and _TARGET_SHARE.search(before))
    ):
        return None if bare and _COUNTED.match(after) else "target"
    if goal_after and not bare and _TARGET_AFTER.match(after):
        return "target"
    if _PREVIOUS_BEFORE.search(before) or _PREVIOUS_AFTER.match(after):
        return "previous"
    if _APART_BEFORE.search(before) or _APART_AFTER.match(after):
        return "apart"
    if goal_before and not bare and figure.unit != "%" and _TARGET_DOING.search(before):
        return "doing"
    if bare and _COUNTED.match(after):
        return "apart"
    return None


# One of these stands in every name of a goal or floor.
_GOALS = (
    "target", "indicator", "measure", "standard", "benchmark", "goal", "kpi", "tsl", "msl",
    "minimum", "floor", "service level",
)  # fmt: skip


def _names_goal(said: str) -> bool:
    low = said.lower()
    for goal in _GOALS:  # noqa: SIM110 - half the time of any()
        if goal in low:
            return True
    return False


# A bare number that counts indicators or priorities is no measure.
_COUNTED = re.compile(
    r"[ ](?:of[ ](?:the|these|those)[ ]|out[ ]of[ ])|[ ](?:[\w-]{1,20}[ ]){0,3}"
    r"(?:KPIs?|PIs|indicators|measures|targets|priorit\w+|categor\w+|services?|areas?|projects?)\b",
    re.IGNORECASE,
)


def is_strong(reading: str, start: int, figure: Figure) -> bool:
    """Tell whether the words right before a figure say that it is a result ("stood at", "was")."""
    return bool(_STRONG_BEFORE.search(reading[max(start, figure.start - 40) : figure.start]))
