"""Which lines of a section speak of a vote at all: the cheap look before the patterns.

>>> cues("The tide turned.\\nThe motion was lost.", 0, 38) != []
True
>>> cues("Performance against the target was good.", 0, 40)
[]
"""

import re

from extractors.lowered import Needles, lowered

# One of these stands in every sentence about a vote, in lower case; "against" and "proposed" are
# too common to open a question by themselves.
_CUES = Needles(
    "vote", "voting", "moved", "mover", "seconde", "of a second", "ayes", "noes", "carried", "lost",
    "defeat", "negatived", "unanim", "unfrydol", "abst", "withdr", "lapsed", " fell ", "amendment",
    "favour", "motion", "rejected", "proposed by", "proposed,", "proposed that", "proposed and",
    "he proposed", "then proposed", "thereafter proposed", "and proposed", "proposer",
    "proposition", "o blaid", "cynigiwyd gan", "eiliwyd gan", "cynigir gan",
    "cynigiodd", " prop.", "(prop.", "\nprop.", " prop:", "(prop:", "\nprop:", "'s proposal",
    "’s proposal", "dissen", "resolved (c", "agreed (c", "all in ", "majority", "all agreed",
    "agreed by all", "this was agreed", "proposal was", "not agreed", "nem con", "nem. con",
    "nem.con",
)  # fmt: skip
_COMMON = Needles("against")
# "6 against", "none against the motion", "Against: 0"; not "in Quarter 4 against a target".
_AGAINST = re.compile(
    r"(?:[0-9]|\b(?:no|none|one|two|three|four|five|six))[^\n0-9]{0,12}against"
    r"(?!\s{1,3}(?:an?|its|their|our|the)\s(?!motion|amend|recomm|propos|resol|subst))"
    r"|against[^0-9a-z]{0,6}(?:[0-9]|no)"
)
_SCORED = re.compile(r"\([0-9]{1,3}\s?[:–-]\s?[0-9]{1,3}")


def cues(reading: str, start: int, stop: int) -> list[int]:
    """Return where something in a span speaks of a vote, in order."""
    low = lowered(reading)
    found = [m.start() for m in _SCORED.finditer(low, start, stop)]
    for at in _COMMON.among(reading, start, stop):
        if _AGAINST.search(low, max(start, at - 20), min(stop, at + 40)):
            found.append(at)
    return sorted({*found, *_CUES.among(reading, start, stop)})
