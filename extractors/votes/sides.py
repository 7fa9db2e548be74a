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
from extractors.votes.names import Block

# "Motion - 19 votes", "For the amendment: 7 votes", alone on their line.
_LINE = re.compile(
    rf"\s{{0,3}}(?:(?:votes?\s|voted\s|voting\s)?for\sthe\s)?(?P<what>motion|amendment)"
    rf"\s{{0,3}}[-–:|]{{0,2}}\s{{0,3}}(?P<number>{NUMBER})\s(?:votes?|members?)"
    r"(?:\W{0,3}$|\s{0,2}[:(–-]|,?\s(?:being|namely|as\sfollows)\b)",
    re.IGNORECASE,
)
# "For the motion - 4", alone on its line, without the word.
_BARE = re.compile(
    r"\s{0,3}(?:votes?\s|voted\s|voting\s)?for\sthe\s(?P<what>motion|amendment)"
    rf"\s{{0,9}}[-–—:|=(]{{0,2}}\s{{0,9}}(?P<number>{NUMBER})\W{{0,3}}$",
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
# "there voted for the motion - Bailie Ash and Councillors Elm and Oak (3)": names before figures.
_NAMED = re.compile(
    r"\bfor\sthe\s(?P<what>motion|amendment)\s{0,3}[-–—:,]{1,2}\s{0,3}"
    r"(?P<names>[A-Z][^();:\n]{2,900}?)\s{0,3}[-–—(\[]\s{0,3}(?P<number>[0-9]{1,3})(?=[)\];.,]|\s|$)"
)
_RECEIVED = re.compile(
    rf"\bthe\s(?P<what>motion|amendment)\s(?:(?:had|having|was)\s)?"
    rf"(?:receiv(?:ed|ing)|attracted|secured|obtained|given|got)\s(?P<number>{NUMBER})(?:\svotes?)?\b",
    re.IGNORECASE,
)
_DIVISION = re.compile(r"\bdivision\b|\bdivided\b|\bthere\svoted\b", re.IGNORECASE)


# "On the division, for the motion 15, for the amendment 12".
_BEHIND = re.compile(
    rf"\bfor\sthe\s(?P<what>motion|amendment)(?:\s(?:were|was|there\svoted))?[,:]?\s(?:[-–]\s)?(?P<number>{NUMBER})"
    r"(?=\W{0,3}$|[,;.]\s|\s(?:and|votes?|members?)\b)",
    re.IGNORECASE,
)


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
    line = _line(reading, start, stop)
    if not line and "for the" in said and (counted := _division(reading, start, stop)):
        return counted
    found = [line] if line else list(_INSIDE.finditer(reading, start, stop))
    found = found or list(_BEHIND.finditer(reading, start, stop))
    found = found or list(_RECEIVED.finditer(reading, start, stop))
    rows = [Side(m["what"].lower(), number_of(m["number"]), *m.span()) for m in found]
    return rows if line or len({r.what for r in rows}) == 2 else []


def _is_roll(names: str) -> bool:
    """Tell whether words are names of members and nothing else: no verb, no sentence."""
    return all(w[:1].isupper() or w in ("and", "de", "van", "the") for w in names.split())


def _line(reading: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the side that a whole line or sentence counts."""
    forms = (_LINE, _BARE, _AS_FOLLOWS)
    return next((m for form in forms if (m := form.match(reading, start, stop))), None)


def _division(reading: str, start: int, stop: int) -> list[Side]:
    """Return the sides of a division, each with its mover's name where it is given."""
    rows = [
        Side(m["what"].lower(), number_of(m["number"]), *m.span(), (m["who"] or "").split(" ")[-1])
        for m in _COUNTED.finditer(reading, start, stop)
    ]
    rows = rows or [
        Side(m["what"].lower(), int(m["number"]), *m.span())
        for m in _NAMED.finditer(reading, start, stop)
        if _is_roll(m["names"])
    ]
    both = len({r.what for r in rows}) == 2
    return rows if both or (rows and _DIVISION.search(reading, start, stop)) else []


def is_sided(blocks: list[Block], at: int, is_division: bool) -> bool:
    """Tell whether a block counts those for the motion beside those for the amendment.

    Takes all blocks, the block's place, and whether a division was told before.
    """
    block, sides = blocks[at], ("motion", "amendment")
    if block.position != "for" or block.what not in sides:
        return False
    near = [*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2]]
    return is_division or any(
        b.position == "for" and b.what in sides and b.what != block.what
        and abs(b.start - block.start) < 3000
        for b in near
    )  # fmt: skip
