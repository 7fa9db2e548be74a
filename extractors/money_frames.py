"""Turns of phrase that settle what a sum is where no single word does.

"£1.3m worse than the profiled budget", "£20,000 inside its allocation", "ran £1m over"
"anything worth more than £100,000 must go to tender"       -> a threshold
"the price of a school meal be raised to £2.30"             -> a charge to the public
"the fee that the Council receives falling to £655,000"     -> income
"""

import re
from collections.abc import Iterator

from extractors.clues import Clue

# £5 over, under or short of what was budgeted.
_VARIANCE = re.compile(
    r"[ ,)]{0,2}(?:\([^()£]{1,20}\) )?(?:of )?(?P<how>above|over|beyond|in excess of|inside|within"
    r"|below|beneath|under|short of|shy of|(?:worse|higher|more|greater|dearer|better|lower|less"
    r"|fewer|cheaper) than|adverse to|adrift of|favourable to|ahead of)"
    r"(?: (?:the|its|their|our|his|her|what|that|was|were|is|had|been)){0,4}"
    r"(?: (?!(?:years?|months?|weeks?|next|coming|life|term|period|course)\b)[a-z-]{3,14})"
    r"{0,3}?"
    r" (?P<what>(?:budget|profile|estimate|plan|allocation|provision|allowance|forecast|target"
    r"|income|projection)(?:s|ed|ned|d)?|allowed|expected|assumed|needed|required|provided|agreed"
    r"|approved|set aside)\b(?! (?:period|years?|cycle|term|horizon))"
)
# "ran £1m over", "finished £20,000 under".
_RAN = re.compile(
    r"\b(?:r[au]n|running|came|come|finish(?:ed|es)?|end(?:ed|s)?|went|gone|is|was|were|be|are"
    r"|forecast)(?: (?:in|up|out|at|to be|by|the year|the quarter|now|some|about|around|nearly"
    r"|almost)){0,3} $"
)
_RAN_OVER = re.compile(
    r" (?P<how>over|under|short)(?=[ .,;)]|$)(?! (?:the|a|two|three|four|five)\b)"
)
_EARNING = re.compile(
    r"\b(?:income|yield(?:ed|s)?|receipts|takings|collection"
    r"|revenues?(?! (?:expenditure|budgets?|spend|spending|costs?|outturn|accounts?|position|fund)))\b",
    re.IGNORECASE,
)
_SAVED = re.compile(r"\b(?:sav(?:e[ds]?|ings?)|efficiencies)\b[^£;.]{0,50}$", re.I)
_UNDER = ("inside", "within", "below", "beneath", "under", "lower than", "less than",
          "better than", "cheaper than", "fewer than", "favourable to", "ahead of")  # fmt: skip
_SHORT = ("short of", "shy of", "short")
_EARNED = ("income", "target", "needed", "required")
# "the constitution lets the treasurer write off sums of up to £5"
_LAW = re.compile(
    r"\b(?:constitution|scheme of delegation|standing orders?|(?:financial|contract|procurement)"
    r" (?:procedure )?(?:rules|regulations)|delegated powers)\b",
    re.IGNORECASE,
)
# A rule that a bound stands in: "must go to tender", "the Procurement Code asks".
_RULE = re.compile(
    r"\b(?:must|requires?|required (?:to|for|by|from|where|when|before)|requiring|need(?:s|ed)? (?:to|an?|the|three|two)|ha(?:ve|s) to|may not"
    r"|without (?:reference|recourse)|procurement (?:code|rules)|standing orders?|contract(?:s)?"
    r" (?:procedure )?(?:rules|regulations|standing)|(?:procurement )?forward plan|procurement plan|financial (?:regulations|rules|procedure)"
    r"|key decisions?|delegat(?:ed|ion)|scheme of|threshold|constitution|reserved to|register of"
    r"|register (?:holds|lists)|decisions? of officers|goes? out to tender|exempt from|waive)\b",
    re.IGNORECASE,
)
# "saves the council at least £5", "an overspend of more than £5": no bound but a result.
_RESULT = re.compile(
    r"\b(?:sav(?:e[sd]?|ing)|savings of|(?:over|under)spen[dt]|shortfall|deficit|surplus|raised|earned"
    r"|generat(?:e[sd]?|ing))\b[^£.;]{0,30}$"
)
_BOUNDS = ("over", "at_least", "under")
# What is charged goes up: "the price of a meal be raised to".
_DEARER = re.compile(
    r"\bprices?\b[^.;£]{0,60}\b(?:rais|increas|ris(?:e|es|en|ing)|go(?:es)? up|went up|froz"
    r"|held|set)[a-z]{0,4}\b",
    re.IGNORECASE,
)
# The council is paid.
_RECEIVED = re.compile(
    r"\b(?:(?i:the|this) (?i:council|authority|county|borough) (?:would |will |now |has |had )?"
    r"(?:receive[sd]?|is paid|was paid|gets)|(?i:payable|paid|due|owed) (?:by|from)"
    r" (?!the |this |us)[A-Z])[^£;.]{0,90}$",
)
_PAID = ("receive", "paid", "payable", "gets", "due", "owed")
_SPENT_ON = re.compile(r"\b(?:spend|spent|spending|expend|lay out|incur)\b[^£;.]{0,40}$", re.I)
# "raise the threshold for three quotes from £5 to £8"
_LIMIT = re.compile(
    r"\b(?:threshold|limit|ceiling)s?\b(?! of \d)[^£;.]{0,110} (?:from|to|of|at|is|be|was|above|between)"
    r" (?:£[0-9][0-9,.]{0,12}[mk]? (?:to|and) )?$"
)
# Money that others give: "funding of £5 from the Department for Transport", "£5 of revenue funding
# from the Capability Fund", "accept the award of … funding of £5".
_GIVER = (
    r"(?:(?:UK|Welsh|Scottish|central|national|HM) )?(?:Government|Department (?:for|of)\b|D[fF][TE]\b"
    r"|DLUHC|MHCLG|DCLG|D[Ee][Ff][Rr][Aa]|DCMS|DESNZ|BEIS|DHSC|DWP|Home Office|Cabinet Office|Treasury"
    r"|(?:Homes|Historic|Sport|Natural|Active|Public Health|NHS) England|Arts Council|Environment Agency"
    r"|Ofgem|(?:National |Heritage |Big )?Lottery|[A-Z][a-z]{2,16}(?: [A-Z][a-z]{2,16}){0,3} (?:Combined"
    r" Authority|Enterprise Partnership)|Football Foundation|Combined Authority|Local Enterprise"
    r")"
)
_GIVEN_BEHIND = re.compile(
    r"[ ,)]{0,2}(?:\([^()£]{1,30}\) ?)?(?:(?P<gift>(?:(?:of|in|worth of) (?:[a-z-]{2,14} ){0,3}"
    r"(?:funding|grants?|monies|money|support)|(?:has |had |was |been |is |being |to be |will be ){0,3}"
    r"(?:awarded|offered|provided|received|secured|allocated|granted|given|contributed|confirmed"
    r"|made available))) )?(?:from|by|through|via|under) (?:the |its |a |an ){0,2}(?:new )?"
    r"(?:" + _GIVER + r"|(?P<fund>[A-Z][A-Za-z]{2,16}(?: [A-Z][A-Za-z]{2,16}){0,3} Fund\b))"
)
_GIVEN_BEFORE = re.compile(
    r"\b(?:accept(?:s|ed|ing|ance)?|receipt|received|receive|receiving|secur(?:ed|es|e|ing)"
    r"|successful|bid(?:s|ding)? (?:for|to)|awarded)\b[^£;.]{0,90}\b(?:funding|grants?|monies|[A-Z][a-z]+"
    r" Funds?)\b[^£;.]{0,40}$"
)
# "increase the parks budget by £5", "vary the capital programme by £5".
_RAISED = re.compile(
    r"\b(?:increas|vary|vari|amend|uplift|adjust|rais|augment)[a-z]{0,4}\b[^£;.]{0,70}\b(?:budgets?"
    r"|programme|allocation|provision|estimates?|cash limit)\b(?: \([^()£]{1,40}\))?[^£;.()]{0,50}"
    r" by (?:a further |up to |an additional |around |approximately )?$"
    r"|\bbudgets?\b[^£;.]{0,60}\bincreas(?:ing|ed|e|es) (?:it|this|them|that) by $"
)
# "a Band D council tax of £5".
_BAND = re.compile(
    r"\bband [a-h]\b['\"]?(?:[^£;.]{0,170} (?:of|at|to|is|be|was|by|from|being) (?:a |an |the )?"
    r"|[ )]{0,2}[-–:|=]{0,2} {0,3})$",
    re.IGNORECASE,
)
_GIFTS = ("und", "rant", "monies")
_REACH = 130
_CLAUSES = 300  # how far from a bound the rule may stand that it belongs to


def find(
    reading: str, start: int, stop: int, sentence: tuple[int, int], bound: str | None
) -> Iterator[Clue]:
    """Yield what turns of phrase around a sum make of it; `bound` is its qualifier."""
    floor, end = sentence
    before = reading[max(floor, start - _REACH) : start]
    yield from _given(reading, before, start, stop, end)
    yield from _variance(reading, before, start, stop, end)
    said = reading[max(floor, start - 40) : start]
    if bound in _BOUNDS and not _RESULT.search(said) and _RULE.search(
        reading, max(floor, start - _CLAUSES), min(end, stop + _CLAUSES)
    ):
        yield Clue("threshold", 0.8)
    elif bound == "up_to" and _LAW.search(reading, max(floor, start - _CLAUSES), start):
        yield Clue("threshold", 0.8)
    if ("limit" in before or "threshold" in before) and _LIMIT.search(before):
        yield Clue("threshold", 0.3)
    if "rice" in before and _DEARER.search(before):
        yield Clue("fee", 1.0)
    if any(word in before for word in _PAID) and _RECEIVED.search(before):
        yield Clue("income", 0.3)
    if reading.startswith((" on ", " in "), stop) and _SPENT_ON.search(before):
        yield Clue("cost", 0.5)


def _given(reading: str, before: str, start: int, stop: int, end: int) -> Iterator[Clue]:
    """Yield what a sum is by who gives it, and by what it is added to."""
    given = _GIVEN_BEHIND.match(reading, stop, min(end, stop + 200))
    if given and (given["gift"] or not given["fund"]):
        yield Clue("grant", 0.5)
    elif any(word in before for word in _GIFTS) and _GIVEN_BEFORE.search(before):
        yield Clue("grant", 0.5)
    if " by " in before[-30:] and _RAISED.search(before):
        yield Clue("budget", 0.0)
    if stop - start < 12 and _BAND.search(reading, max(0, start - 200), start):
        yield Clue("fee", 0.3)


def _variance(reading: str, before: str, start: int, stop: int, end: int) -> Iterator[Clue]:
    hit = _VARIANCE.match(reading, stop, min(end, stop + 120))
    if hit:
        label = _gap(hit["how"], hit["what"])
        if _SAVED.search(before):
            label = "saving"
        elif _EARNING.search(before):
            label = "income" if label == "overspend" else "shortfall"
        yield Clue(label, 0.0, hit.start("how"), hit.end("what"))
        return
    ran = _RAN_OVER.match(reading, stop, end)
    if ran and _RAN.search(before):
        yield Clue(_gap(ran["how"], ""), 0.5, ran.start("how"), ran.end("how"))


def _gap(how: str, what: str) -> str:
    """Name the gap between a result and what was budgeted.

    >>> _gap("over", "budget"), _gap("inside", "allocation"), _gap("short of", "target")
    ('overspend', 'underspend', 'shortfall')
    """
    if how in _SHORT or (how in _UNDER and what in _EARNED):
        return "shortfall"
    return "underspend" if how in _UNDER else "overspend"
