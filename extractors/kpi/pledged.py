"""Aims told as what a service set out to do, with what came of it: no word for a target.

"We aimed to house 75% of those who asked and reached 69%." and "The contractor had promised 150
homes. In the event 131 were handed over." The figure of the first clause is the aim only where the
second one tells its result and counts nothing else.

>>> said = "We promised 40 benches and 31 were built."
>>> told = find(said, 0, len(said))
>>> told.aim, said[slice(*told.name)], told.result
(12, 'benches', 27)
>>> find("We promised 40 benches and 300 people came.", 0, 43) is None
True
"""

import re
from typing import NamedTuple

from extractors.kpi import results as kpi_results

_WHO = (
    r"(?:we|it|they|officers|(?:the|our|its|their)[ ](?:[\w’'-]{2,15}[ ]){0,3}?(?:council|services?"
    r"|teams?|contractors?|providers?|operators?|authority|partnership|trust|department|company"
    r"|firm|directorate|division|plan|strategy|programme|crews?|staff|college|centres?|library"
    r"|libraries|schools?|units?))"
)
_WHEN = (
    r"(?:(?:In|For|During|Over|This|Last)[ ](?:[A-Z]?[\w/-]{1,12}[ ]?){1,3}"
    r"(?:20[0-9]{2}(?:[/-][0-9]{2,4})?)?,?[ ])?"
)
_VERB = (
    r"(?:aimed|wanted|hoped|promised|planned|pledged|undertook|intended|meant|set[ ]out|looked"
    r"|committed[ ](?:ourselves|itself|themselves))"
)
_PLEDGE = re.compile(
    rf"{_WHEN}{_WHO}[ ](?:had[ ]|have[ ]|has[ ])?(?:originally[ ]|also[ ])?{_VERB}\b", re.IGNORECASE
)
_FIGURE = re.compile(
    r"(?<![\w.,/£-])[0-9][0-9,]{0,9}(?:\.[0-9]{1,3})?(?![0-9/]|[.,:][0-9]|(?:st|nd|rd|th)\b)"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?\b|[0-9]{1,2}[ ][A-Z][a-z]{2,8}\b")
_SUM = re.compile(r"[ ]?(?:m|k|bn|million|pence|p)\b")
# Between what was promised and what came of it.
_TURN = re.compile(r",?[ ](?:and|but|yet|though|while|whereas)[ ]|;[ ]|[ ][–-][ ]|\.[ ]")


class Pledge(NamedTuple):
    """Offsets of what was set out for, of what is to be counted, and of what came of it."""

    aim: int
    name: tuple[int, int] | None
    result: int
    falls: bool  # less was promised: "to cut complaints to 40"


def begins(reading: str, start: int, stop: int) -> bool:
    """Tell whether a sentence says what somebody set out to do, and gives one figure."""
    pledge = _PLEDGE.match(reading, start, stop)
    return pledge is not None and _of_clause(reading, pledge.end(), stop) is not None


def is_of_others(reading: str, start: int, stop: int) -> bool:
    """Tell whether something else follows what somebody set out to do: "… and 300 people came"."""
    pledge = _PLEDGE.match(reading, start, stop)
    if pledge is None or find(reading, start, stop):
        return False
    turns = _TURN.finditer(reading, pledge.end(), stop)
    return any(_of_clause(reading, pledge.end(), turn.start()) for turn in turns)


def find(reading: str, start: int, stop: int) -> Pledge | None:
    """Return what was set out for and what came of it, None without either."""
    pledge = _PLEDGE.match(reading, start, stop)
    if pledge is None:
        return None
    for turn in _TURN.finditer(reading, pledge.end(), stop):
        found = _of_clause(reading, pledge.end(), turn.start())
        if found is not None:
            return _with_result(reading, pledge.start(), found, turn, stop)
    return None


def _with_result(reading: str, start: int, found: re.Match[str], turn: re.Match[str],
                 stop: int) -> Pledge | None:  # fmt: skip
    at = kpi_results.tells(reading, turn.end(), stop)
    result = _FIGURE.match(reading, at, stop) if at is not None else None
    if result is None or _is_share(reading, result) != _is_share(reading, found):
        return None
    asked = reading[start : turn.start()]
    behind = result.end() + len(_unit(reading, result.end()))
    if not kpi_results.counts_the_same(reading, behind, stop, asked):
        return None
    falls = _LESS.search(reading, start, found.start()) is not None
    return Pledge(found.start(), _named(reading, found, turn.start()), result.start(), falls)


def _named(reading: str, figure: re.Match[str], stop: int) -> tuple[int, int] | None:
    """Return where the words stand that say what was to be reached: "150 homes", "75% of those"."""
    begin = figure.end() + len(_unit(reading, figure.end()))
    if of := _OF.match(reading, begin, stop):
        begin = of.end()
    words = _LATER.sub("", reading[begin:stop]).rstrip(" ,")
    return (begin, begin + len(words)) if len(words) > 3 else None


_OF = re.compile(
    r"[ ](?:(?:km|miles|metres|hectares|acres|tonnes|kg)[ ])?(?:of[ ](?:all[ ])?)?"
    r"(?:(?:the|our|its|their|those|new|more|all)[ ])?"
)
_LATER = re.compile(
    r"[ ](?:in|by|during|over|for)[ ](?:the[ ](?:year|quarter|period|summer|winter)"
    r"|(?:[A-Z][a-z]{2,8}[ ]?)?(?:20[0-9]{2}(?:[/-][0-9]{2,4})?)?)$"
)
_LESS = re.compile(
    r"\b(?:cut|reduc\w+|lower|keep|limit|fewer|less|no[ ]more|under|below|within|shorten|hold"
    r"|bring[ ][^.;]{1,40}[ ]down)\b",
    re.IGNORECASE,
)


def _of_clause(reading: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the one figure of what somebody set out to reach, a share before any other."""
    found = [f for f in _FIGURE.finditer(reading, start, stop) if not _counts(reading, f)]
    found = [f for f in found if _is_share(reading, f)] or found
    return found[0] if len(found) == 1 else None


def _counts(reading: str, figure: re.Match[str]) -> bool:
    """Tell whether a figure is a year, a day or a sum of money."""
    at = figure.start()
    return bool(_YEAR.match(reading, at) or _SUM.match(reading, figure.end()))


def _unit(reading: str, at: int) -> str:
    """Return the sign or word of a share behind a figure."""
    found = _SHARE.match(reading, at)
    return found.group() if found else ""


def _is_share(reading: str, figure: re.Match[str]) -> bool:
    return bool(_unit(reading, figure.end()))


_SHARE = re.compile(r"[ ]?(?:%|per[ ]cent\b)")
