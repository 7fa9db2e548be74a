"""Divisions between a motion and an amendment, each with its own votes, as Scottish minutes count.

>>> said = "14 members voted for the motion and 9 for the amendment."
>>> [(s.what, s.figure) for s in sides(said, 0, len(said))]
[('motion', 14), ('amendment', 9)]
>>> sides("Motion 9 of the agenda", 0, 22)
[]
"""

import re
from typing import NamedTuple

from extractors.votes.counts import NUMBER, number_of

# "Motion - 19 votes", "For the amendment: 7 votes", alone on their line.
_LINE = re.compile(
    rf"\s{{0,3}}(?:(?:votes?\s|voted\s|voting\s)?for\sthe\s)?(?P<what>motion|amendment)"
    rf"\s{{0,3}}[-–:|]{{0,2}}\s{{0,3}}(?P<number>{NUMBER})\s(?:votes?|members?)"
    r"(?:\W{0,3}$|\s{0,2}[:(–-]|,?\s(?:being|namely|as\sfollows)\b)",
    re.IGNORECASE,
)
# "14 voted for the motion and 9 for the amendment": only where both are counted.
_INSIDE = re.compile(
    rf"(?<![\w£.,/-])(?P<number>{NUMBER})\s(?:(?:members?|councillors?|votes?)\s)?"
    r"(?:(?:having|were|had|cast|voted|voting|vote)\s){0,2}for\sthe\s(?P<what>motion|amendment)\b",
    re.IGNORECASE,
)

# "5 members voted for the Motion as follows:", each side in a sentence of its own.
_AS_FOLLOWS = re.compile(
    rf"\s{{0,3}}(?P<number>{NUMBER})\s(?:members?|councillors?)\s(?:voted|voting)\sfor\sthe\s"
    r"(?P<what>motion|amendment)\s(?:as\sfollows|namely)\b",
    re.IGNORECASE,
)

# "For the motion by the Convener (9) - …; For the amendment by Councillor Ash (4)".
_COUNTED = re.compile(
    rf"\bfor\sthe\s(?P<what>motion|amendment)(?:\sby\s(?P<who>[^();:\n]{{2,60}}?))?"
    rf"\s{{0,3}}\((?P<number>{NUMBER})\)",
    re.IGNORECASE,
)
# "the MOTION received 22 votes and the AMENDMENT received 34 votes".
_RECEIVED = re.compile(
    rf"\bthe\s(?P<what>motion|amendment)\s(?:(?:had|having|was)\s)?"
    rf"(?:receiv(?:ed|ing)|attracted|secured|obtained|given|got)\s(?P<number>{NUMBER})(?:\svotes?)?\b",
    re.IGNORECASE,
)
_DIVISION = re.compile(r"\bdivision\b|\bdivided\b|\bthere\svoted\b", re.IGNORECASE)


class Side(NamedTuple):
    """A question of a division, how many voted for it, and where that stands."""

    what: str
    figure: int
    start: int
    stop: int
    who: str = ""


def sides(reading: str, start: int, stop: int) -> list[Side]:
    """Return the sides that a sentence or line counts, none where it counts another way."""
    said = reading[start:stop].lower()
    if "motion" not in said and "amendment" not in said:
        return []
    line = _LINE.match(reading, start, stop) or _AS_FOLLOWS.match(reading, start, stop)
    if not line and "for the" in said and (counted := _division(reading, start, stop)):
        return counted
    found = [line] if line else list(_INSIDE.finditer(reading, start, stop))
    found = found or list(_RECEIVED.finditer(reading, start, stop))
    rows = [Side(m["what"].lower(), number_of(m["number"]), *m.span()) for m in found]
    return rows if line or len({r.what for r in rows}) == 2 else []


def _division(reading: str, start: int, stop: int) -> list[Side]:
    """Return the sides of a division, each with its mover's name where it is given."""
    rows = [
        Side(m["what"].lower(), number_of(m["number"]), *m.span(), (m["who"] or "").split(" ")[-1])
        for m in _COUNTED.finditer(reading, start, stop)
    ]
    both = len({r.what for r in rows}) == 2
    return rows if both or (rows and _DIVISION.search(reading, start, stop)) else []
