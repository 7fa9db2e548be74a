"""Who gives a sum, what it is added to, and for whom it is charged: frames around a figure.

"accept £94,000 of revenue funding from the Department for Culture"  -> a grant
"vary the capital programme by £7,000"                             -> a budget
"a Band D council tax for district purposes of £187.43"             -> a charge
"""

import re
from collections.abc import Iterator

from extractors.clues import Clue

# Bodies that give money to councils; a fund by its name only where the sum is said to be given.
GIVER = (
    r"(?:(?:UK|Welsh|Scottish|central|national|HM) )?(?:Government|Department (?:for|of)\b"
    r"|D[fF][TE]\b|DLUHC|MHCLG|DCLG|D[Ee][Ff][Rr][Aa]|DCMS|DESNZ|BEIS|DHSC|DWP|Home Office"
    r"|Cabinet Office|Treasury|(?:Homes|Historic|Sport|Natural|Active|Public Health|NHS) England"
    r"|Arts Council|Environment Agency|Ofgem|(?:National |Heritage |Big )?Lottery"
    r"|(?:[A-Z][a-z]{2,16} ){0,4}(?:Combined Authority|Enterprise Partnership)"
    r"|Football Foundation|Local Enterprise)"
)
_FUND = r"(?P<fund>(?:[A-Z][A-Za-z]{2,16} ){1,4}Fund\b)"
# "[£5] of revenue funding from …", "[£5] awarded by …", "[£5] from …".
_BEHIND = re.compile(
    r"[ ,)]{0,2}(?:\([^()£]{1,30}\) ?)?"
    r"(?:(?P<gift>(?:of|in|worth of) (?:[a-z-]{2,14} ){0,3}(?:funding|grants?|monies|money"
    r"|support)"
    r"|(?:has |had |was |been |is |being |to be |will be ){0,3}(?:awarded|offered|provided"
    r"|received"
    r"|secured|allocated|granted|given|contributed|confirmed|made available)) )?"
    r"(?:from|by|through|via|under) (?:the |its |a |an ){0,2}(?:new )?(?:"
    + GIVER
    + "|"
    + _FUND
    + ")"
)
# "receipt of the Access Fund grant, totalling [£5]", "a grant to the band in the sum of [£5]".
_BEFORE = re.compile(
    r"\b(?:accept(?:s|ed|ing|ance)?|receipt|received|receive|receiving|secur(?:ed|es|e|ing)"
    r"|successful|bid(?:s|ding)? (?:for|to)|awarded)\b[^£;.]{0,90}"
    r"\b(?:funding|grants?|monies|[A-Z][a-z]{1,20} Funds?)\b[^£;.]{0,40}$"
    r"|\bgrants?\b[^£;.]{0,90} in the sum of $"
)
# "had bid successfully for nearly [£1m]", "a successful bid for [£5]".
_BID = re.compile(
    r"\b(?:bid(?:ding)? successfully"
    r"|successful(?:ly)?(?: in(?: its| the| our| a)?)? bid(?:ding)?) for "
    r"(?:a |the )?(?:further |additional )?(?:sum of )?"
    r"(?:nearly |almost |over |up to |around |about |some |just (?:over|under) )?$"
)
_WORDS = ("und", "rant", "monies")  # of which one stands before
# "increase the parks budget by [£5]", "the budget … increasing it by [£5]".
_RAISED = re.compile(
    r"\b(?:increas|vary|vari|amend|uplift|adjust|rais|augment)[a-z]{0,4}\b[^£;.]{0,70}"
    r"\b(?:budgets?|programme|allocation|provision|estimates?|cash limit)\b"
    r"(?: \([^()£]{1,40}\))?[^£;.()]{0,50}"
    r" by (?:a further |up to |an additional |around |approximately )?$"
    r"|\bbudgets?\b[^£;.]{0,60}\bincreas(?:ing|ed|e|es) (?:it|this|them|that) by $"
    r"|\bbudgets?\b(?: \([^()£]{1,40}\))? (?:be|was|were|is|are) (?:increased|raised|varied) by $"
)
# "a Band D council tax of [£5]", "(Band D) - [£5]".
_BAND = re.compile(
    r"\bband [a-h]\b['\"]?(?:[^£;.]{0,170} (?:of|at|to|is|be|was|by|from|being) (?:a |an |the )?"
    r"|[ )]{0,2}[-–:|=]{0,2} {0,3})$",
    re.IGNORECASE,
)
_FOR_BAND = re.compile(r" (?:for|at|in|on) (?:an? |the )?[Bb]and [A-H]\b")
# "cut the youth service's budget by [£5]".
_CUT = re.compile(
    r"\b(?:cut|cuts|cutting|slash|slashed|slashing|trim|trimmed|trimming|shrink|shrinking)\b"
    r"[^£;.]{0,60}\b(?:budgets?|funding|spending|costs?|bills?|grants?)\b[^£;.]{0,30}"
    r" by (?:a further |up to |an additional |around |approximately |some )?$",
    re.IGNORECASE,
)
# "[£5] to the winter reserve", "[£5] be drawn from balances".
_HELD = re.compile(
    r"[ )]{0,2}(?:of (?:it|this|that|them|these|which) )?(?P<verb>(?:to |be |was |is |been "
    r"|were ){0,2}(?:transferred|drawn(?: down)?|taken|added|moved|contributed|returned|found"
    r"|released|credited) )?"
    r"(?:to|from|into|out of) (?:the |its |an? |our ){0,2}"
    r"(?:[A-Za-z&'()-]{1,16} ){0,6}?(?:[Rr]eserves?|[Bb]alances"
    r"|(?:Contingency|Insurance|Renewals|Equalisation) Fund)\b"
)
_STORES = ("eserve", "alances", " Fund")
_MOVED = re.compile(
    r"\b(?:transfer|draw|contribut|releas|mov(?:e|ing)|add|tak(?:e|ing)|us(?:e|ing) of|sum of"
    r"|return|credit|put(?:s|ting)?|place)[^£;]{0,50}$",
    re.IGNORECASE,
)
# "a contingency of [£5] sits in the Winter Reserve", "£9, [£5] of it from the Fleet Reserve".
_LIES = re.compile(
    r"[ )]{0,2}(?:(?:sits|lies|(?:is|was|are|were|be) (?:held|kept)|held|kept|remains?) "
    r"(?:with)?in"
    r"|of (?:it|this|that|which|them),? (?:would |will )?(?:be |is |was |to be |being |coming )?"
    r"(?:met |found |drawn |taken )?(?:from|out of))"
    r" (?:the |its |an? |our ){0,2}(?:[A-Za-z&'()-]{1,16} ){0,6}?(?:[Rr]eserves?|[Bb]alances?)\b"
)
# "the repairs reserve; that stood at [£5]".
_STOOD = re.compile(
    r"\b(?:[Rr]eserves?|[Bb]alances)[;,(]{0,2} (?:that|which|it|this)? ?"
    r"(?:now |then |currently )?(?:stood|stands|stand) at (?:about |around |only |some )?$"
    r"|\b(?:[Rr]eserves?|[Bb]alances),? (?:in which there (?:is|was|are)"
    r"|which (?:now )?(?:holds|held|has|contains|contained)) $"
)
# "[£5] of new revenue grants".
_OF_GRANTS = re.compile(
    r" (?:of|in) (?:(?:new|additional|further|extra|one-off|specific|revenue|capital|ring-?fenced"
    r"|government|external|unspent) ){1,3}grants?\b"
)
# "a payment of [£5] to the Wharf Players Society": a body that lives on gifts.
_PAID = re.compile(r"\b(?:payment|contribution|donation|sum|award|gift)s? of (?:up to )?$", re.I)
_TO_BODY = re.compile(
    r"(?: (?:per annum|a year|each year))?(?: (?:be|is|was) (?:made|paid|given|awarded))?"
    r" to (?:the )?[A-Z][^.;£\n]{0,50}?\b(?:Trust|Society|Association|Charity|Club|Church|Theatre"
    r"|Foundation|Hospice|Food ?[Bb]ank|Festival|Band|Scouts|Guides|[Vv]oluntary|Citizens"
    r" Advice|Age UK|Village Hall|Parish Council|Town Council|Museum|[Cc]harity)\b"
)
_TAX = 12  # figures and marks at most of what one household is charged
_AHEAD = 200


def find(reading: str, start: int, stop: int, before: str, end: int) -> Iterator[Clue]:
    """Yield what a sum at [start, stop) is by its giver and by what it goes to.

    `before` is what of its sentence stands before it, `end` where the sentence ends.
    """
    given = _BEHIND.match(reading, stop, min(end, stop + _AHEAD))
    if (
        (given and (given["gift"] or not given["fund"]))
        or (any(word in before for word in _WORDS) and _BEFORE.search(before))
        or (" for " in before[-30:] and _BID.search(before))
    ):
        yield Clue("grant", 0.5)
    held = reading[stop : min(end, stop + 130)]
    into = _HELD.match(held) if any(word in held for word in _STORES) else None
    if into and (into["verb"] or _MOVED.search(before)):
        yield Clue("reserve", 0.3)
    yield from _more(reading, stop, before, end)
    if " by " in before[-30:]:
        if _RAISED.search(before):
            yield Clue("budget", 0.0)
        elif _CUT.search(before):
            yield Clue("saving", 0.0)
    if stop - start < _TAX and (
        _BAND.search(reading, max(0, start - _AHEAD), start) or _FOR_BAND.match(reading, stop, end)
    ):
        yield Clue("fee", 0.3)


def _more(reading: str, stop: int, before: str, end: int) -> Iterator[Clue]:
    """Yield what a sum is by where it lies, and grants by what they are called or go to."""
    held = reading[stop : min(end, stop + 130)]
    if ("eserve" in held or "alance" in held) and _LIES.match(held):
        yield Clue("reserve", -0.5)
    if ("eserve" in before or "alances" in before) and _STOOD.search(before):
        yield Clue("reserve", 0.3)
    if "grant" in held and _OF_GRANTS.match(held):
        yield Clue("grant", -0.5)
    if before.endswith(("of ", "to ")) and _PAID.search(before) and _TO_BODY.match(held):
        yield Clue("grant", 0.3)
