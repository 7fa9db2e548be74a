"""What is done with a sum, by the verb behind it or the phrase that leads to it.

"£11,400 had been spent on scaffolding"        -> a cost, whatever it was taken from
"£11,300 a year would thereby be saved"        -> a saving
"spending is £84.6m against £96.9m"            -> the second is the budget
"£48,210 was outstanding in tenants' arrears"  -> a debt
"""

import re
from collections.abc import Iterator

from extractors.clues import Clue

_RATE = r"(?: (?:a year|per annum|per year|p\.a\.?|each year|annually))?"
_BE = (
    r"(?: (?:would|will|could|should|might|may|can|has|have|had|was|were|is|are|be|been|being"
    r"|thereby|thus|then|also|in fact|already|now|so far|since)){1,5}"
)
# "[£11,400] had been spent"; what is "to be spent" is a budget.
_SPENT = re.compile(
    rf"\)?{_RATE} (?:has|have|had|was|were)(?: (?:been|already|now|since|so far)){{0,2}}"
    r" (?:spent|incurred|laid out|expended|used up)\b"
)
_SAVED = re.compile(rf"\)?{_RATE}{_BE} saved\b(?! (?:up|for|by putting))")
# "take [£212,000] a year off the lighting budget".
_TAKE = re.compile(
    r"\b(?:take|takes|took|taking|taken|knock|knocks|knocked|strip|stripped|trim|trimmed|shave"
    r"|shaved|remov(?:e|es|ed|ing)|cut|cuts|cutting)(?: (?:out|another|a further|about|around"
    r"|some|nearly|over|up to)){0,2} $",
    re.IGNORECASE,
)
_OFF = re.compile(
    rf"{_RATE} (?:off|out of|from)(?: (?:the|its|their|our|this|next|last))?"
    r"(?: [a-z0-9/'’-]{2,14}){0,4} (?:budgets?|bills?|costs?|spending|spend|expenditure)\b"
)
# "a permanent reduction of [£22,400] in spending".
_REDUCTION = re.compile(
    r"\breductions? of (?:a |an |about |around |some |up to |nearly |over |just )?$", re.IGNORECASE
)
_IN_COSTS = re.compile(
    rf"{_RATE} (?:in|to|on|from)(?: (?:the|its|their|our))?(?: [a-z'’-]{{2,14}}){{0,3}}"
    r" (?:spending|spend|costs?|budgets?|bills?|expenditure|overheads|headcount)\b"
)
# "the contract saving, from [£1m] to [£0.5m]": the noun right before the sum.
_SAVING = re.compile(
    r"\b(?P<noun>savings?),? (?:(?:from|of|to|at|worth|totalling|is|was|being|by|put|about|around"
    r"|up|some|just|over) ){1,3}(?:£[0-9][0-9.,]{0,11}[mk]?(?: million)? (?:to|and) )?$",
    re.IGNORECASE,
)
_NO_SAVING = re.compile(
    r"\b(?:expenditure|income|spend(?:ing)?|costs?)[ ,]{1,2}(?:or|and|/) ?sav", re.I
)
# "spending is £84.6m against [£96.9m]".
_AGAINST = re.compile(
    r"\b(?:spend(?:ing)?|spent|costs?|outturn|expenditure|outlay|bill)\b[^.;£]{0,60}"
    r"£[0-9][0-9.,]{0,11}[mk]?(?: million)?,? (?:as )?against(?: the| an?)? $",
    re.IGNORECASE,
)
_DATED = re.compile(
    r",? (?:last|the previous|the year before|in (?:the|19|20)|a year (?:ago|before|earlier)"
    r"|for 20"
    r"|of income|in (?:income|grant))"
)
# "when [£35] had been allowed", "the [£700,000] to hand".
_ALLOWED = re.compile(
    rf"{_RATE}(?: (?:(?:had|has|have) been|was|were|is|are))?"
    r" (?:allowed(?: for)?|provided for|to hand)(?=[.;,)]| in the| for\b|$)"
)
# "income of £2.3m, exceeding the budget by [£300,000]".
_BEATEN_BY = re.compile(
    r"\b(?:income|receipts|takings|revenues?|collection|rents?|fees|sales|admissions|bookings)\b"
    r"[^.;]{0,110}\b(?:exceed|beat|surpass|better)"
    r"[a-z]{0,4} (?:the|its|their) (?:[a-z]{3,10} ){0,2}(?:budget|target|estimate|profile"
    r"|forecast)"
    r" by (?:about |around |some |nearly |over |just )?$",
    re.IGNORECASE,
)
# "£48,210 was outstanding in arrears", "[£55,000] owed in rates", "[£2,312] in arrear".
_OWED = re.compile(
    r",?(?: (?:that|which))?(?: (?:was|were|is|are|remains?|remained|still|now|being)){0,3}"
    r" (?:owed(?! (?:much|most|largely|mainly|mostly|a lot|something|its|their"
    r"|more)\b)|owing|unpaid|in arrears?|outstanding (?:in|on|for) )"
)
# "debts over [£5,000] are written off by the Panel": a limit, not what is owed.
_WRITTEN_OFF = re.compile(
    r"\bwrit(?:e|es|ten|ing)[ -]?offs?\b|\birrecoverable\b|\bin vain\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:total|totalling|totals|worth|amounting|amounts|came|comes|come|sum) [^£.;]{0,40}$",
    re.IGNORECASE,
)
# "[£1.4m] of Council Tax is put up for writing off".
_OF_TAX = re.compile(
    r"(?: of| in| for)?(?: former)?(?: [a-z]{4,9})? (?:[Cc]ouncil [Tt]ax"
    r"|(?:[Bb]usiness|(?:[Nn]on-)?[Dd]omestic) [Rr]ates|NNDR|[Rr]ent"
    r"|[Ss]undry (?:[Dd]ebt(?:s|ors?)?|[Aa]ccounts?)|[Hh]ousing"
    r" [Bb]enefit|[Oo]verpa(?:id|yments?)|[Aa]rrears)\b"
)
# "rent arrears have climbed since July and now total [£2.6m]".
_ARREARS = re.compile(
    r"\barrears\b[^.;£]{0,110} (?:now )?(?:total|totalled|totalling|stand at|stood at|came to"
    r"|amount to|amounted to|were|are|was|is|of) (?:about |around |some |nearly |over )?$",
    re.IGNORECASE,
)
# "rent of [£12,400] a year was still being paid for the old office".
_STILL_PAID = re.compile(
    rf"{_RATE} (?:is|was|were|are)(?: still| now)? (?:being )?paid"
    r" (?:for|on|by (?:the [Cc]ouncil|us))\b"
)
# "the sum to be spent on services, [£16m]", "it provided for net spending of [£441m]".
_TO_SPEND = re.compile(
    r"\b(?:sum|amount|money) to be spent on\b[^.;£]{0,50}$"
    r"|\b(?:provid(?:es|ed|ing)|allow(?:s|ed|ing)) for (?:[a-z]{3,8} )?(?:spending|expenditure"
    r"|spend) of (?:about |around )?$",
    re.IGNORECASE,
)
# "the depot has [£2.2m] this year for tyres".
_HAS = re.compile(r"\b(?:has|have|had|was given|were given|asks for|asked for) $")
_FOR = re.compile(
    r" (?:this year |next year |in 20[0-9]{2}(?:[/-][0-9]{2})? |more )?(?:for|to spend)\b"
)
# "was paid [£47,000] in management fees".
_IN_FEES = re.compile(r" in (?:management|contract|maintenance) (?:fees|payments|charges)\b")
# "every [£1] invested": no money of anybody's.
_EVERY = re.compile(r"\b(?:every|each) $")
_INVESTED = re.compile(r" (?:invested|spent|put in)\b")
# "Council tax due for the year amounts to [£38.2m]".
_TAX_DUE = re.compile(
    r"\b(?:council tax|business rates|domestic rates|rents?) (?:to be collected|due|billed|raised"
    r"|receivable|collectable|collectible)\b[^.;£]{0,60}$",
    re.IGNORECASE,
)
# "giving up the [£95,000] that they would have raised", "[£9] for the right to run".
_RAISED = re.compile(
    rf"{_RATE} (?:(?:that|which) )?(?:it|they|this|these|the [a-z]{{3,12}}) (?:would|could|might)"
    r" (?:have )?(?:raised?|brought? in|bring in|yield(?:ed)?|earn(?:ed)?|generated?)\b"
    rf"|{_RATE} for the (?:right|rights|privilege|concession) (?:to|of)\b"
)
_BEARER = re.compile(
    r"\b(?:leaseholders?|tenants?|developers?|residents?|owners?|landlords?|freeholders?|users)\b"
    r"[^.;£]{0,80}\bcontributions? of (?:about |around |up to )?$"
)
# "for a fee of [£13.9m] a year", "the firm was paid [£5]", "engaged by waiver, at a price of".
_FOR_A_FEE = re.compile(r"\bfor an? (?:[a-z]{3,12} ){0,2}fee of (?:about |around )?$")
_FIRM_PAID = re.compile(
    r"\b(?:[Ff]irm|[Cc]ompany|[Cc]ontractor|[Pp]rovider|[Ss]upplier|[Aa]gency|[Oo]perator"
    r"|[Pp]artner)s?\b[^.;£]{0,50} (?:is|was|were|are|been|be|being) paid"
    r" (?:about |around |some |nearly |over )?$"
)
_IT_PAID = re.compile(
    r"\b[Ii]t (?:is|was|has been|had been|would be|will be)(?: to be)? paid"
    r" (?:about |around |some |nearly |over )?$"
)
_AT_PRICE = re.compile(r"\bat (?:a|the|an agreed|a total|a fixed) price of (?:about |around )?$")
_THEIR_PRICE = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Ff]irm's|[Cc]ontractor's|[Cc]ompany's|[Pp]rovider's"
    r"|[A-Z][a-z]{3,14}'s)"
    r" (?:(?:yearly|annual|hourly|unit|total|tendered) )?(?:price|charge|rate|fee)s?\b[^.;£]{0,40}"
    r" (?:is|was|of|at|being|be|been) (?:about |around )?$"
)
_YEARLY = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat) (?:yearly|annual|monthly) (?:charge|fee|price|payment"
    r"|value) (?:of|is|was|being|be|would be|will be) (?:about |around |some )?$"
    r"|\b(?:sum|amount|price|fee|charge)s? payable (?:is|was|will be|would be|being) $"
)
_COUNCIL_PAYS = re.compile(r"\b[Cc]ouncil (?:has |had |now )?(?:paid|pays) $")
_PIECE = re.compile(r" (?:per|an?|for each) [a-z]")
# "an extension of up to two years, worth [£3.28m]", "to vary the contract so as to add [£1.3m]".
_EXTENDED = re.compile(
    r"\bextensions?\b[^.;£]{0,60}\b(?:worth|valued at) (?:up to |about |around )?$"
    r"|\bcontracts?\b[^.;£]{0,70} (?:so as to add|adding|to add) (?:up to |about |around )?$"
)
_DEAL = re.compile(
    r"\b(?:contract|tender|award|appoint|supplie[rsd]|engaged|firm|waiver|procure|bid)",
    re.IGNORECASE,
)
_LAND = re.compile(
    r"\b(?:sell|sale|sold|land|site|house|dwelling|property|lease|disposal|dispose|shares?"
    r"|freehold"
    r"|acqui[a-z]{2,6}|purchase|buy|bought|valuation|market|auction|members? of the public)\b",
    re.IGNORECASE,
)
# "the crossing patrols be brought back at [£92,000] a year".
_RUN_AT = re.compile(
    r"\b(?:run|running|ran|operated?|kept|bring back|brought back|reinstat[a-z]{1,4}"
    r"|restor[a-z]{1,4})\b[^.;£]{0,60} at (?:about |around |some )?$"
)
# "offered to residents at [£1,310]", "rents (now [£66] for a full plot)".
_OFFERED = re.compile(
    r"\b(?:offered|sold|let|open|available) to (?:residents|the public|visitors|customers|others"
    r"|members of the public) (?:at|for) $"
    r"|\b(?:[Rr]ents?|[Dd]ues|[Ff]ees?|[Cc]harges?|[Pp]rices?|[Tt]ariffs?|[Ff]ares?)"
    r" \((?:now|currently|presently|at present) $"
)
# What is kept at a sum is what the public pays, and no service: "permits be kept at £25 a year".
_PRICED = re.compile(
    r"\b(?:permits?|tickets?|charges?|fees?|prices?|rents?|tariffs?|fares?|passes|membership"
    r"|licen[cs]es?|badges?|allowances?|rates?|dues|moorings?|berths?|plots?|reserves?|balances"
    r"|limits?|level)\b[^£.;]{0,40}$",
    re.IGNORECASE,
)
_REACH, _AHEAD, _PAGE = 130, 110, 320
_BOUNDS = ("over", "at_least", "under")
_UNIT = 1_000_00  # pence, above which a cost is no price of one thing
_HIGHEST = 5_000_00  # pence of what one person is asked for


def find(
    reading: str,
    start: int,
    stop: int,
    sentence: tuple[int, int],
    bound: str | None,
    pence: int | None,
) -> Iterator[Clue]:
    """Yield what is done with a sum by the words right behind and right before it.

    `bound` is its qualifier: "savings of £5 or more" may be a limit of a key decision.
    """
    floor, end = sentence
    before = reading[max(floor, start - _REACH) : start]
    after = reading[stop : min(end, stop + _AHEAD)]
    yield from _saved(start, before, after, bound)
    if _SPENT.match(after):
        yield Clue("cost", -0.5)
    is_large = pence is not None and pence > _UNIT
    if is_large and "gainst" in before and _AGAINST.search(before) and not _DATED.match(after):
        yield Clue("budget", 0.0)
    if _ALLOWED.match(after):
        yield Clue("budget", 0.5)
    if _OWED.match(after):
        yield Clue("debt", -0.3)
    if _RAISED.match(after) or ("ontribution" in before and _BEARER.search(before)):
        yield Clue("income", -0.3)
    if " at " in before[-20:] and _RUN_AT.search(before) and not _PRICED.search(before):
        yield Clue("cost", 0.6)
    if pence is not None and pence <= _HIGHEST and _OFFERED.search(before):
        yield Clue("fee", -0.3)
    if " by " in before[-16:] and _BEATEN_BY.search(before):
        yield Clue("income", -0.5)
    if _TAX_DUE.search(before):
        yield Clue("income", 0.2)
    if "rrears" in before and _ARREARS.search(before):
        yield Clue("debt", -0.2)
    if " paid " in after and "ent" in before[-40:] and _STILL_PAID.match(after):
        yield Clue("cost", -0.3)
    if _IN_FEES.match(after):
        yield Clue("contract", -0.2)
    if _INVESTED.match(after) and _EVERY.search(before):
        yield Clue("other", -1.0)
    if _TO_SPEND.search(before):
        yield Clue("budget", 0.0)
    if is_large and _HAS.search(before) and _FOR.match(after):
        yield Clue("budget", 3.0)
    yield from _written_off(reading, before, after, sentence, bound, start)
    yield from _priced(reading, start, before, after)


def _written_off(
    reading: str,
    before: str,
    after: str,
    sentence: tuple[int, int],
    bound: str | None,
    start: int,
) -> Iterator[Clue]:
    """Yield what sums are where debts are written off: limits by their bounds, and debts."""
    is_bound = bound in _BOUNDS or bound == "up_to"
    of_tax = _OF_TAX.match(after)
    if not is_bound and of_tax is None:
        return
    # "Write-off ⏎ The Panel decides on debts over £5,000."
    floor = start - _PAGE if is_bound and "debt" in before[-40:] else sentence[0]
    left, right = max(0, floor, start - _PAGE), min(sentence[1], start + _PAGE)
    if not _WRITTEN_OFF.search(reading, left, right):
        return
    if is_bound and not _TOTAL.search(before):
        yield Clue("threshold", -0.8)
    elif of_tax:
        yield Clue("debt", -0.3)


def _saved(start: int, before: str, after: str, bound: str | None) -> Iterator[Clue]:
    if " saved" in after and _SAVED.match(after):
        yield Clue("saving", -0.8)
    if (_OFF.match(after) and _TAKE.search(before)) or (
        "eduction" in before and _REDUCTION.search(before) and _IN_COSTS.match(after)
    ):
        yield Clue("saving", -0.5)
    hit = _SAVING.search(before) if "aving" in before and bound not in _BOUNDS else None
    if hit and not _NO_SAVING.search(before):
        left = start - len(before) + hit.start()
        yield Clue("saving", -0.5, left, left + len(hit["noun"]))


def _priced(reading: str, start: int, before: str, after: str) -> Iterator[Clue]:
    """Yield a contract where a firm is paid, or names its price."""
    if _FOR_A_FEE.search(before) or _FIRM_PAID.search(before) or _EXTENDED.search(before):
        yield Clue("contract", -0.2)
        return
    is_price = (
        _AT_PRICE.search(before)
        or _THEIR_PRICE.search(before)
        or _IT_PAID.search(before)
        or _YEARLY.search(before)
        or (_COUNCIL_PAYS.search(before) and _PIECE.match(after))
    )
    if is_price and not _LAND.search(before):
        page = reading[max(0, start - _PAGE) : start]
        if _DEAL.search(page):
            yield Clue("contract", 0.2)
