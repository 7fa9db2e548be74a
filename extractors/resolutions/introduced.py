"""Who is said to act before a keyword: "it was", a body, a member who decides alone, a mover.

>>> is_introduced("The Fire Authority", "authority"), is_introduced("Residents have", "have")
(True, False)
"""

import re
from functools import cache

from extractors import data

# "The Panel, having heard from the Engineer, agreed": what stands between a body and its verb.
_HAVING = re.compile(
    r"\b(?P<body>[^\W_]+),\s(?:having|after|following|on|upon|noting|subject\sto|mindful|being"
    r"|in\s(?:considering|view|light|line|accordance)|with|by|taking)\b[^.;:\n]{3,240},$",
    re.IGNORECASE,
)


# A mover, a seconder or a vote before it, with no stop between but those of titles.
_MOVED = re.compile(
    r"\b(?:[Ss]econded|[Pp]roposed|[Mm]oved|motion|voted?)\b"
    r"(?:[^.]|(?<=\bM[rs])\.|(?<=\bMrs)\.|(?<=\bDr)\.|(?<=\bCllr)\.|(?<=\b[A-Z])\.){0,200}"
    r"(?:and|,)$"
)
# "and unanimously", before "carried".
_ADVERB_END = re.compile(r"\s(?:unanimously|duly|accordingly|thereupon|then)$", re.IGNORECASE)
# "The Cabinet Member for Highways": who decides alone, with the name of the portfolio.
_PORTFOLIO = re.compile(
    r"\b(?:(?:cabinet|executive|lead)\s(?:member|councillor)|portfolio\sholder|deputy\sleader)\s"
    r"(?:for|with)\s[^.,;:\n]{3,70}$",
    re.IGNORECASE,
)


def is_introduced(said: str, word: str) -> bool:
    """Tell whether "it was", a body or a mover and seconder stand before the keyword."""
    said = _ADVERB_END.sub("", said)
    if said.endswith(",") and (having := _HAVING.search(said[-300:])):
        word = having["body"].casefold()
    if word == "was":
        return bool(re.search(r"\bit\s{1,4}was\b[^.]{0,60}$", said, re.IGNORECASE))
    if word == "member":  # a member who decides alone, not one who spoke
        return bool(re.search(r"\b(?:cabinet|executive|lead)\s{1,4}member\b", said, re.IGNORECASE))
    return bool(word in _bodies() or _PORTFOLIO.search(said[-120:]) or _MOVED.search(said))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(data.lines("bodies.txt"))
