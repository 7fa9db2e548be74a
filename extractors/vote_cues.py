"""Which lines of a section speak of a vote at all: the cheap look before the patterns.

>>> cues("The tide turned.\\nThe motion was lost.", 0, 38) != []
True
>>> cues("Performance against the target was good.", 0, 40)
[]
"""

import re

from extractors.lowered import lowered

# One of these stands in every sentence about a vote, in lower case; "against" and "proposed" are
# too common to open a question by themselves. Plain substrings, sought in every paragraph.
_CUES = (
    "vote", "voting", "moved", "mover", "seconde", "of a second", "ayes", "noes", "carried", "lost",
    "defeat", "negatived", "unanim", "unfrydol", "abst", "withdr", "lapsed", " fell ", "amendment",
    "favour",
    "motion", "rejected",
)  # fmt: skip
# Cues that are sought only where the rarer piece that they share is there.
_BEHIND = (
    ("propos", ("proposed by", "proposed,", "proposed that", "proposed and", "proposer",
                "proposition")),
    ("blaid", ("o blaid",)),
    ("gan", ("cynigiwyd gan", "eiliwyd gan", "cynigir gan")),
    ("ynig", ("cynigiodd",)),
    ("agreed", ("this was agreed", "not agreed")),
    ("nem", ("nem con", "nem. con", "nem.con")),
)  # fmt: skip
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
    found = {m.start() for m in _SCORED.finditer(low, start, stop)}
    at = low.find("against", start, stop)
    while at >= 0:
        if _AGAINST.search(low, max(start, at - 20), min(stop, at + 40)):
            found.add(at)
        at = low.find("against", at + 7, stop)
    behind = [cue for gate, cues in _BEHIND if low.find(gate, start, stop) >= 0 for cue in cues]
    for cue in (*_CUES, *behind):
        at = low.find(cue, start, stop)
        while at >= 0:
            found.add(at)
            at = low.find("\n", at, stop)  # one cue a line is enough
            at = low.find(cue, at, stop) if at >= 0 else at
    return sorted(found)
