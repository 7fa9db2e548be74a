"""Turns of phrase that settle what a sum is where no single word does.

"£1.3m worse than the profiled budget", "£20,000 inside its allocation", "ran £1m over"
"anything worth more than £100,000 must go to tender"       -> a threshold
"the price of a school meal be raised to £2.30"             -> a charge to the public
"the fee that the Council receives falling to £655,000"     -> income
"""

import re
from collections.abc import Iterator

from extractors.clues import Clue
from extractors.money import gifts as money_gifts
from extractors.money import limits as money_limits
from extractors.money import parties as money_parties
from extractors.money import states as money_states
from extractors.money import turns as money_turns

# £5 over, under or short of what was budgeted.
_VARIANCE = re.compile(
    r"[ ,)]{0,2}(?:\([^()£]{1,20}\) )?(?:of )?(?P<how>above|over|beyond|past|in excess of|inside"
    r"|within"
    r"|below|beneath|under|short of|shy of|(?:worse|higher|more|greater|dearer|better|lower|less"
    r"|fewer|cheaper|better off|worse off) than|adverse to|adrift of|favourable to|ahead of"
    r"|down on|up on|short on)"
    r"(?: (?:the|its|their|our|his|her|what|that|was|were|is|had|been|it|they|we)){0,4}"
    r"(?: (?!(?:years?|months?|weeks?|next|coming|life|term|period|course)\b)[a-z-]{3,14})"
    r"{0,3}?"
    r" (?P<what>(?:budget|profile|estimate|plan|allocation|provision|allowance|forecast|target"
    r"|income|projection)(?:s|ed|ned|d)?|looked for|hoped for|sought|allowed|expected"
    r"|assumed|needed|required|provided|agreed"
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
# "[£58,000] over was likely"; "staff were £60k under budget, supplies [£22k] over".
_OVER_WAS = re.compile(r" (?P<how>over|under) (?:was|is|would be|had been|has been|were)\b")
_ALSO = re.compile(
    r"£[0-9][0-9.,]{0,11}[mk]? (?:over|under|above|below)(?:,| (?:the |its )?budget\b)"
)
_EARNING = re.compile(
    r"\b(?:brought in|brings in|income|contributions from|fees|rents|sales|bookings|yield(?:ed"
    r"|s)?|receipts|takings|collection"
    r"|(?<!on )revenues?"
    r"(?! (?:expenditure|budgets?|spend|spending|costs?|outturn|accounts?|position|fund)))\b",
    re.IGNORECASE,
)
_SAVED = re.compile(r"\b(?:sav(?:e[ds]?|ings?)|efficiencies)\b[^£;.]{0,50}$", re.I)
_UNDER = ("inside", "within", "below", "beneath", "under", "lower than", "less than",
          "better than", "better off than", "cheaper than", "fewer than", "favourable to",
          "ahead of", "down on")  # fmt: skip
_MORE = ("above", "over", "beyond", "in excess", "higher", "more", "greater", "better",
         "favourable", "ahead", "up on")  # fmt: skip
_SHORT = ("short of", "shy of", "short", "short on", "adrift of")
_EARNED = ("income", "target", "needed", "required", "looked for", "hoped for", "sought")
# "the constitution lets the treasurer write off sums of up to £5"
_LAW = re.compile(
    r"\b(?:constitution|scheme of delegation|standing orders?|(?:financial|contract|procurement)"
    r" (?:procedure )?(?:rules|regulations)|delegated powers)\b",
    re.IGNORECASE,
)
# A rule that a bound stands in: "must go to tender", "the Procurement Code asks".
_RULE = re.compile(
    r"\b(?:must|requires?|required (?:to|for|by|from|where|when|before)|requiring"
    r"|need(?:s|ed)? (?:to|an?|the|three|two)|ha(?:ve|s) to|may not"
    r"|without (?:reference|recourse)|procurement (?:code|rules)|standing orders?|contract(?:s)?"
    r" (?:procedure )?(?:rules|regulations|standing)|(?:procurement )?forward plan"
    r"|procurement plan|financial (?:regulations|rules|procedure)"
    r"|need not|do(?:es)? not (?:need|have) to|key decisions?|delegat(?:ed|ion)|scheme of"
    r"|threshold|constitution|reserved to|register of"
    r"|register (?:holds|lists)|decisions? of officers|goes? out to tender|exempt from|waive"
    r"|decisions? (?:on|in) (?:this|the) (?:list|plan)|be heard (?:in|by|at)|decides? on|delegate"
    r"|may be (?:settled|decided|taken|approved|let|agreed|written off|authorised|made) by)\b",
    re.IGNORECASE,
)
# "saves the council at least £5", "an overspend of more than £5": no bound but a result.
_RESULT = re.compile(
    r"\b(?:sav(?:e[sd]?|ing)|savings of|(?:over|under)spen[dt]|shortfall|deficit|surplus|raised"
    r"|earned|generat(?:e[sd]?|ing)|(?:reduc|cut)[a-z]{0,4} (?:its|the|our|their|annual|running)?"
    r" ?(?:[a-z]{3,12} )?(?:costs?|budgets?|spend|spending|expenditure))\b[^£.;]{0,30}$"
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
# A rung of a ladder of rules: "Between £5 and £9 - three quotations must be obtained".
_RUNG = re.compile(
    r"[^\w£]{0,6}(?:(?:\(?[a-z0-9]{1,3}[.)]) )?(?:up to|between|above|over|below|under|less than"
    r"|more than|from) (?:£[0-9][0-9,.]{0,12}[mk]?(?: million)? (?:and|to) )?$",
    re.IGNORECASE,
)
_RUNG_RULE = re.compile(
    r"\b(?:quot(?:e|es|ation|ations)|tender(?:s|ed)?|must|procured|advertised|competitive"
    r"|approval (?:of|by|from)|signed by|authorised by)\b",
    re.IGNORECASE,
)
_RUNG_REACH = 60
# "raise the threshold for three quotes from £5 to £8"
_LIMIT = re.compile(
    r"\b(?:[Tt]hreshold|[Ll]imit|[Cc]eiling)s?\b[^£;.]{0,110}"
    r" (?:from|to|of|at|is|be|was|above|between) (?:£[0-9][0-9,.]{0,12}[mk]? (?:to|and) )?$"
)
_LIMITS = ("imit", "hreshold", "eiling")
# "authority to incur expenditure of £5 on", "approved the spend of £5 on": not spent yet.
_ALLOWED = re.compile(r"\b(?:authori|approv|permission)", re.IGNORECASE)
# "when the rent or premium exceeds £5".
_WHENEVER = re.compile(
    r"\b(?:when|where|if|whenever|unless)\b[^£.;]{0,60}\bexceeds? (?:a total of )?$", re.IGNORECASE
)
# What the public buys, and what it costs them: "the price of a swim is £5".
_THING = (
    r"(?:badges?|permits?|licen[cs]es?|plots?|tickets?|lessons?|swims?|meals?|burials?|graves?"
    r"|cremations?|interments?|pass(?:es)?|memberships?|lockers?|huts?|berths?|moorings?|stays?"
    r"|sessions?|certificates?|weddings?|ceremon(?:y|ies)|subscriptions?(?! to the)|plates?"
    r"|admission|entry"
    r"|swimming|swimmers?|fares?|allotments?)"
)
_GOODS = (
    r"(?:sacks?|bins?|bags?|box(?:es)?|collections?|visits?|class(?:es)?|courses?|pitch(?:es)?"
    r"|courts?|match(?:es)?|games?|nets?|stalls?|cop(?:y|ies)|searches|applications?"
    r"|appointments?|parking|an hour|rooms?"
    r"|children|child|adults?)"
)
_PRICED = re.compile(
    r"\b(?:(?:prices?|charges?|fees?|tariffs?|fares?|charged|charging|charge) (?:of|for)"
    r" (?:(?!£)[a-z'-]{1,14} ){0,5}?(?:" + _THING + "|" + _GOODS + r")"
    r"|costs? (?:of|for) (?:an?|each|every|the) (?:(?!new\b|£)[a-z'-]{1,14} ){0,3}?" + _THING + ")"
    r"\b[^£.;\n]{0,50}(?:£[0-9.]{1,6} (?:to|and) )?$",
    re.IGNORECASE,
)
# "the cost of an information pack will go up to [£5]".
_DEARER_THING = re.compile(
    r"\b(?:cost|price|charge) of (?:an?|each|every|one) [^£.;]{3,50} (?:will|would|is to|to"
    r"|should)"
    r" (?:now )?(?:increase|rise|go up|be raised|become|be)(?: from| to| £[0-9.]{1,6} to)? $",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"\b(?<!new )(?:" + _THING + r"|(?:second|extra|additional|replacement|garden|brown|green)"
    r" bins?|garden sacks?|(?:junior|adult|football|cricket) (?:match|game|net))"
    r"(?: (?:(?!£)[a-z'-]{1,12})){0,6}?"
    r" (?:costs?|costing|is|was|be|priced at)(?: (?:now|currently|only|just|to be|at|between))? $",
    re.IGNORECASE,
)
# "the price of [£5] for garden sacks".
_FOR_GOODS = re.compile(
    r" (?:per [a-z]{3,8} |an? [a-z]{3,8} )?for (?:(?!£)[a-z'-]{1,14} ){0,3}?(?:"
    + _THING
    + "|"
    + _GOODS
    + r")\b",
    re.IGNORECASE,
)
_PRICE_OF = re.compile(r"\b(?:prices?|charges?|fees?|tariffs?) of $", re.IGNORECASE)
_HIGHEST = 1_000_00  # pence of what one person is asked for
# An option to go on is priced: "the option of a fifth year, priced at".
_OPTION = re.compile(
    r"\boptions? (?:of|to|for)\b[^£.;]{0,70}\b(?:years?|months?|extension|term)\b[^£.;]{0,40}"
    r" (?:at|for|priced at|worth|costing|in the sum of|at a cost of|at a price of) $"
)
# "[£5] a tonne quoted by".
_QUOTED = re.compile(
    r"(?: (?:per|an?|for each) [a-z]{3,10})?,? (?:quoted|tendered|bid) by\b|,? (?:offered|put in"
    r"|submitted|named) by (?!the |a |an )[A-Z]"
)
_PRICE = re.compile(r"\b(?:prices?|quotations?|rates?) of (?:about )?$", re.IGNORECASE)
# "to appoint Wexcombe Kennels to take in strays, at a cost to the Council of".
_APPOINTED = re.compile(
    r"\b[Aa]ppoint(?:s|ed|ing|ment of)? (?!(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b)"
    r"[A-Z][^£;.]{3,110},? at (?:a|an) (?:[a-z]{4,9} )?(?:cost|price|sum|value|charge)"
    r"(?: to the [A-Z][a-z]{3,9})? of $"
)
# "would add [£5] a month to the bill".
_ADDS = re.compile(r"\badd(?:s|ed|ing)? (?:about |around |some |up to |another |a further )?$")
_TO_BILL = re.compile(
    r"(?: (?:per|an?) [a-z]{3,6})? to (?:the |its |our )?(?:[a-z]{3,12} )?(?:bills?|costs?"
    r"|price)\b"
)
# "cost [£5], which may be taken as a saving".
_AS_SAVING = re.compile(
    r",? (?:which|and|that) (?:may|can|is|was|will|would|to|has|had)(?: be| been)?"
    r" (?:taken|counted|treated|booked|recorded|shown|claimed) as (?:a|an)"
    r" (?:[a-z-]{4,9} )?saving\b"
)
# "the cost of moving, put at [£5], will be met from the reserve".
_MET = re.compile(
    r"[ ,)]{1,3}(?:which |that |and |this )?(?:(?:will|would|is|was|to|can|could|should|being) )?"
    r"(?:be |been )?(?:met|funded|financed|paid for|covered|borne) (?:from|by|out of)\b"
)
_COSTLY = re.compile(r"\b(?:cost|price|repairs?|bill)s?\b[^£.;]{0,60}$")
_PASSED = re.compile(r"[^£.;]{0,60}\b(?:be|is|was|were) (?:approved|authorised|agreed)\b")
_REACH = 130
_AFTER = 90
_CLAUSES = 300  # how far from a bound the rule may stand that it belongs to


def find(
    reading: str,
    start: int,
    stop: int,
    sentence: tuple[int, int],
    bound: str | None,
    pence: int | None = None,
) -> Iterator[Clue]:
    """Yield what turns of phrase around a sum make of it; `bound` is its qualifier."""
    floor, end = sentence
    before = reading[max(floor, start - _REACH) : start]
    yield from money_gifts.find(reading, start, stop, before, end)
    yield from _variance(reading, before, start, stop, end)
    yield from money_turns.find(reading, start, stop, sentence, bound, pence)
    yield from money_parties.find(reading, start, stop, before, end, pence)
    yield from money_states.find(reading, start, stop, sentence, pence)
    yield from money_limits.find(before, reading[stop : min(end, stop + _AFTER)])
    if _is_ruled(reading, start, stop, sentence, bound):
        yield Clue("threshold", 0.8)
    if _is_rung(reading, start, stop, sentence):
        yield Clue("threshold", 0.2)
    limit = any(word in before for word in _LIMITS) and _LIMIT.search(before)
    if (
        limit
        and "cash limit" not in before
        and not (limit[0][1:4] == "eil" and "subject to" in before)
    ):
        yield Clue("threshold", 0.3)
    if "rice" in before and _DEARER.search(before):
        yield Clue("fee", 1.0)
    if any(word in before for word in _PAID) and _RECEIVED.search(before):
        yield Clue("income", 0.3)
    spent = reading.startswith((" on ", " in "), stop) and _SPENT_ON.search(before)
    if spent and not (
        _ALLOWED.search(before, 0, spent.start()) or _PASSED.match(reading, stop, end)
    ):
        yield Clue("cost", 0.5)
    yield from _deals(reading, before, stop, end)
    if pence is not None and pence <= _HIGHEST:
        yield from _asked(reading, before, stop, end)


def _deals(reading: str, before: str, stop: int, end: int) -> Iterator[Clue]:
    """Yield what options, quotations and the ways of meeting a cost make of a sum."""
    quoted = _QUOTED.match(reading, stop, end)
    if (quoted and quoted[0].endswith(("quoted by", "tendered by", "bid by"))) or (
        quoted and _PRICE.search(before)
    ):
        yield Clue("contract", 0.0)
    if "option" in before and _OPTION.search(before):
        yield Clue("contract", 0.0)
    if "ppoint" in before and _APPOINTED.search(before):
        yield Clue("contract", 0.5)
    if "add" in before[-24:] and _ADDS.search(before) and _TO_BILL.match(reading, stop, end):
        yield Clue("cost", 0.3)
    if _AS_SAVING.match(reading, stop, end):
        yield Clue("saving", -1.0)
    if _MET.match(reading, stop, end) and _COSTLY.search(before):
        yield Clue("cost", 1.0)


def _asked(reading: str, before: str, stop: int, end: int) -> Iterator[Clue]:
    """Yield a charge where a small sum is what the public pays for one thing."""
    if (
        _PRICED.search(before)
        or _DEARER_THING.search(before)
        or _COSTS.search(before)
        or (_PRICE_OF.search(before) and _FOR_GOODS.match(reading, stop, end))
    ):
        yield Clue("fee", 0.0)


def _is_ruled(
    reading: str, start: int, stop: int, sentence: tuple[int, int], bound: str | None
) -> bool:
    """Tell whether a bound is what a rule sets: "tenders over £5 must be opened by two"."""
    floor, end = sentence
    before = max(floor, start - _CLAUSES)
    if bound == "up_to":
        return bool(_LAW.search(reading, before, start))
    if bound not in _BOUNDS or _RESULT.search(reading, max(floor, start - 60), start):
        return False
    if _WHENEVER.search(reading, max(floor, start - _REACH), start):
        return True
    return bool(_RULE.search(reading, before, min(end, stop + _CLAUSES)))


def _is_rung(reading: str, start: int, stop: int, sentence: tuple[int, int]) -> bool:
    """Tell whether a sum opens a point of a ladder of rules: "Over £5 - by tender"."""
    floor, end = sentence
    return (
        start - floor < _RUNG_REACH
        and _RUNG.match(reading, floor, start) is not None
        and _RUNG_RULE.search(reading, stop, min(end, stop + _CLAUSES)) is not None
    )


def _variance(reading: str, before: str, start: int, stop: int, end: int) -> Iterator[Clue]:
    hit = _VARIANCE.match(reading, stop, min(end, stop + 120))
    if hit:
        label = _gap(hit["how"], hit["what"])
        if _SAVED.search(before):
            label = "saving"
        elif _EARNING.search(before):
            label = "income" if hit["how"].startswith(_MORE) else "shortfall"
        yield Clue(label, 0.0, hit.start("how"), hit.end("what"))
        return
    ran = _OVER_WAS.match(reading, stop, end)
    if ran is None:
        ran = _RAN_OVER.match(reading, stop, end)
        ran = ran if ran and (_RAN.search(before) or _ALSO.search(before)) else None
    if ran:
        yield Clue(_gap(ran["how"], ""), 0.5, ran.start("how"), ran.end("how"))


def _gap(how: str, what: str) -> str:
    """Name the gap between a result and what was budgeted.

    >>> _gap("over", "budget"), _gap("inside", "allocation"), _gap("short of", "target")
    ('overspend', 'underspend', 'shortfall')
    """
    if how in _SHORT or (how in _UNDER and what in _EARNED):
        return "shortfall"
    return "underspend" if how in _UNDER else "overspend"
