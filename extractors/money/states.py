"""What is held, lost, owed or added: sums that a state of things tells of, without a deed.

"the balance on the Housing Revenue Account stood at £4.1m"       -> a reserve
"rent lost through empty homes amounted to £412,000"              -> a shortfall
"41 accounts, which come to £96,000, be written off"              -> a debt
"the living wage adds £97,000 a year"                             -> a cost
"a further two years with Ivelet Lifts at £38,900"                -> a contract
"""

import re
from collections.abc import Iterator

from extractors.clues import Clue

# "The balance on the Housing Revenue Account stood at [£5]", "the Renewals Fund holds [£5]".
_HELD = re.compile(
    r"\b[Bb]alance (?:on|in|of|held (?:on|in)) the [^£;.]{2,60}(?:Account|Fund|Reserve|HRA)\b"
    r"[^£;.]{0,40}$"
    r"|\b(?:Renewals|Repairs|Insurance|Equalisation|Contingency|Sinking|Replacement|Maintenance)"
    r" Fund (?:now |still )?(?:holds|held|has|contains|stands at|stood at)"
    r" (?:about |around |some |only )?$"
)
# "rent lost through empty homes amounted to [£5]", "[£5] in rent forgone".
_LOST = re.compile(
    r"\b(?:income|rents?|fees|takings|revenue|receipts|sales)\b[^£;.]{0,50}"
    r"\b(?:lost|forgone|foregone|not collected|uncollected)\b[^£;.]{0,60}$"
    r"|\b(?:lost|forgone|foregone) (?:rents?|fees|takings|revenue|sales|income)\b[^£;.]{0,60}$",
    re.IGNORECASE,
)
_LOST_AFTER = re.compile(
    r" (?:of|in) (?:[a-z]{3,10} )?(?:rents?|income|fees|takings|revenue) (?:was |is |has been |had"
    r" been |being )?(?:lost|forgone|foregone)\b"
)
# Accounts and debts that are written off, whatever stands between.
_WRITE_OFF = re.compile(
    r"\b(?:writ(?:e|es|ing|ten)[ -]?off|write-offs?|written-off|wrote off|be remitted)\b", re.I
)
_ACCOUNTS = re.compile(
    r"\b(?:accounts?|debts?|debtors?|invoices?|bills?|rates|tax|rents?|arrears|balances?|sums?"
    r"|overpayments?|cases|charges|payers?|licensees?|tenanc(?:y|ies)|loans?)\b",
    re.IGNORECASE,
)
_NO_DEBT = re.compile(
    r"\b(?:recover(?:ed|y)|collected|costs? (?:of|the)|provision|reserve|budget|saving|contract"
    r"|award|limits?|thresholds?|delegat(?:ed|ion)|authorisation)\b",
    re.IGNORECASE,
)
# "benefit paid in error totalled [£5]", "[£5] paid in error".
_IN_ERROR = re.compile(
    r"\b(?:over-?paid|paid (?:out )?in error|paid twice|underpaid) (?:[a-z]{2,12} ){0,4}"
    r"(?:total(?:s|led|ling)?|come|came|comes|amount(?:s|ed)?|was|is|of|stands?|stood|at|to)"
    r" (?:about |around |some )?$",
    re.IGNORECASE,
)
# "interest on deposits came to [£5]".
_INTEREST = re.compile(
    r"\b[Ii]nterest (?:earned |received |of £[0-9.,]{1,9}[mk]? )?(?:on|from) (?:the |its |our"
    r" )?(?:[a-z-]{4,12} ){0,2}(?:balances|deposits?|investments?|cash|reserves|surplus(?:es)?)\b"
    r"(?: of £[0-9.,]{1,12}(?:m|k|bn)?(?: million)?)?[^£;.]{0,40}$"
)
_INTEREST_PAID = re.compile(
    r"\b[Ii]nterest (?:payable |paid )?on (?:the |its |our |this |a )?(?:[a-z-]{4,12} )?(?:loans?"
    r"|borrowings?|debts?|advance|overdraft)\b(?: of £[0-9.,]{1,12}(?:m|k|bn)?(?: million)?)?"
    r"[^£;.]{0,40}$"
)
# "Interest on its borrowing of [£5]": the sum that bears the interest, not the interest.
_PRINCIPAL = re.compile(
    r"\b(?:loans?|borrowings?|debts?|advance|overdraft|balances|deposits?|investments?|cash"
    r"|reserves|surplus(?:es)?) of (?:about |around |some |over |nearly |up to |almost )?$",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:over|above|below|under|exceeding|up to|more than|less than) $")
_WITH_INTEREST = re.compile(
    r"\b(?:lent|deposit(?:ed|s)?|invest(?:ed|ments?))\b[^;.]{0,100}(?:with|and|plus) interest of $"
)
# "the living wage adds [£5] a year", "an immediate transfer would add some [£5] a year".
_ADDS = re.compile(
    r"\b(?:adds|(?:would|will|could|may|might) (?:have )?add(?:ed)?)(?: (?:about|around|some|up to"
    r"|another|a further|nearly|over)){0,2} $"
)
_YEARLY = re.compile(r" (?:a|per|each|every) (?:year|annum|month|week)\b(?! to (?:its|the) income)")
_GROWTH = re.compile(r"\b(?:amendment|moved|income|rent|rates|receipts|budget|growth)\b", re.I)
# "repairs had come out at [£5]", "patch the two piles at about [£5]", "at a mean of [£5] a week".
_OUT_AT = re.compile(
    r"\b(?:come|comes|came|coming|work(?:s|ed|ing)?|turn(?:s|ed)?) out at (?:about |around |some "
    r"|nearly |just (?:over|under) )?$"
)
_WORKS = re.compile(
    r"\b(?:patch|repair|replac|rebuild|refurbish|mend|install|resurfac|demolish|strengthen|repaint"
    r"|reroof|re-roof|rewir|dredg|underpin|buy|purchas|do)"
    r"(?:e|es|ed|ing|ment|ments|ation|s)?\b(?: (?!(?:sold|let|contract|tender|award|grant|fee)\b)"
    r"[a-z'’-]{1,14},?){0,8}? at (?:about |around |some |roughly |an estimated |nearly )$",
    re.IGNORECASE,
)
# "the upgrade of the cameras ([£5]) had been put off".
_THING = re.compile(
    r"\b(?:upgrade|replacement|repairs?|refurbishment|restoration|resurfacing|demolition|extension"
    r"|conversion|works|rebuilding|rewiring|reroofing|installation|survey|purchase|relocation)"
    r"(?: (?:of|to|at|for|on|in) (?:(?!£)[\w'’-]{1,14} ?){1,6})? ?\((?:about |around |some )?$"
)
_CLOSED = re.compile(r"\)")
_SERVICE = re.compile(
    r"\b(?:service|servicing) (?:it|them|the loan|the debt|the borrowing)\b[^£;.]{0,30}$"
)
# "Rent arrears have climbed since July, and now total [£5]": the subject of the second verb.
_SECOND = re.compile(
    r"^[^\w£]{0,8}(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)]?\s{1,4})?(?:The |Total |All )?"
    r"(?:[A-Za-z-]{2,14} )"
    r"{0,3}?(?P<noun>arrears|debts?|reserves|balances|borrowing|loans|overspends?|savings"
    r"|underspends?|deficit|shortfall|costs|income|receipts|takings|grants)\b[^;]{10,220}"
    r",? and (?:now |currently |together |then )?(?:total|totals|totalled|stands?|stood|come|comes"
    r"|came|amounts?|amounted)(?: to| at)? (?:about |around |some |nearly |over |just over )?$"
)
_SUBJECTS = {
    "arrears": "debt", "debt": "debt", "debts": "debt", "reserves": "reserve",
    "balances": "reserve", "borrowing": "loan", "loans": "loan", "overspend": "overspend",
    "overspends": "overspend", "savings": "saving", "underspend": "underspend",
    "underspends": "underspend", "deficit": "shortfall", "shortfall": "shortfall",
    "costs": "cost", "income": "income", "receipts": "income", "takings": "income",
    "grants": "grant",
}  # fmt: skip
_SCHEME = re.compile(
    r"\b(?:schemes?|projects?|works|refurbishment|build)\b[^£;.]{0,90} (?:when it|it now|then"
    r"|now) (?:stood"
    r"|stands|was put|is put|was priced|is priced) at (?:about |around |some )?$"
)
_UPKEEP = re.compile(
    r" (?:a year |per annum )?in (?!the |its |their )(?:[a-z]{3,10} )?(?:upkeep"
    r"|running costs|expenses|maintenance|wages|travel|mileage|overtime|insurance"
    r"|repairs|salaries|postage|fuel)\b"
    r"(?! (?:funds?|reserves?|budgets?|accounts?|programme|contracts?|grants?))"
)
_NO_UPKEEP = re.compile(r"\b(?:sav[a-z]{1,4}|reduc[a-z]{2,6}|cut|budget|invest|approv)", re.I)
_MEAN = re.compile(r"\bat (?:a mean|an average)(?: (?:rate|cost))? of (?:about )?$")
_TO_DATE = re.compile(r"\b(?:has|have|had) (?:already |so far |now )?cost (?:the Council |us )?$")
_SO_FAR = re.compile(r" (?:to date|so far|up to now|already|since)\b")
# "the cost of procurement alone is put at [£5]".
_ROUND_IT = re.compile(
    r"\bcosts? of (?:the )?(?:procurement|procuring|tendering|re-?tendering|the exercise"
    r"|running (?:the|a) (?:tender|competition|procurement))\b[^£;.]{0,50}$"
)
# "a further two years with Ivelet Lifts for upkeep, at [£5]", "an extension was given at [£5]".
_MORE_YEARS = re.compile(
    r"\b(?:further|extra|additional|another|more) (?:[a-z0-9-]{1,9} )?(?:years?|months?) with"
    r" [A-Z][^£;.]{2,70} (?:at|for) (?:about |around )?$"
    r"|\bextensions?\b[^£;.]{0,20} (?:given|granted|agreed|made|signed)\b[^£;.]{0,40} at $"
)
# "The agreements were together worth [£5]".
_WORTH = re.compile(
    r"\b(?:contracts?|(?<!grant )(?<!funding )(?<!loan )agreements?|frameworks?)"
    r"(?: (?:is|are|was|were|will be|would be|now|then|together|each|all|about)){1,4} worth"
    r" (?:about |around |some |up to |over )?$"
)
# "Bids for the mowing lay between [£71,000] and".
_SPREAD = re.compile(
    r"\b(?:[Bb]ids?|[Tt]enders?|[Pp]rices|[Qq]uotations|[Qq]uotes|[Oo]ffers)\b[^£;.]{0,60} "
    r"(?:lay|lie|ranged?|varied"
    r"|ran|came in|fell|were spread) (?:between|from|at) (?:about )?$"
)
# "Present agreements with Ade Coaches end in July. They cost [£5]."
# "The contract began in 2013. The sum of [£5] was paid in 2015/16."
_SUM_PAID = re.compile(r"\b[Tt]he (?:sum|amount) of (?:about |around |some )?$")
_WAS_PAID = re.compile(r" (?:was|is|has been|will be|would be) (?:paid|payable|due)\b(?! to the C)")
_UNDER_DEAL = re.compile(
    r"\b(?:[Cc]ontract|(?<!loan )(?<!lease )agreement|provider|contractor)s?\b"
)
_THEY_COST = re.compile(
    r"[.;] (?:They|It|These|This|The two|Both|All) (?:now |together |each |currently )*"
    r"(?:costs?|are worth|is worth|comes? to) (?:the Council )?(?:about |around )?$"
)
_AGREED = re.compile(r"\b(?:[Aa]greements?|[Cc]ontracts?) (?:with|held by|let to) [A-Z]")
# "[£5,500] a year below what is now paid", "[£780,000] a year below current spending".
_LESS = re.compile(
    r"(?: (?:a|per|each) (?:year|annum|month))?,? (?:below|under|less than|lower than"
    r"|cheaper than)"
    r" (?:(?:what|that|it|they|the sum|the price|the cost|is|was|are|were|now|presently|currently"
    r"|at|the|its|our|last year's) ){0,4}(?:paid|(?:current|present|existing|outgoing|previous)"
    r" (?:spend(?:ing)?|costs?|price|contract|provider|arrangements?|charge|rate|supplier)"
    r"|present|now|the moment|last contract)(?=[ .,;)]|$)"
)
# "the youth budget would go from [£5] to [£4]".
_BUDGET_GOES = re.compile(
    r"\bbudgets? (?:would |will |had |has |could |should |therefore |thus |be |then |now ){0,4}"
    r"(?:go(?:es|ing)?|went|gone|f[ae]ll(?:s|en|ing)?|r[io]se[sn]?|rising|drop(?:s|ped)?"
    r"|come down|came down|cut|reduced|increased?s?|raised|moved?s?|grow(?:s|n)?|grew)"
    r" (?:back )?from (?:£[0-9][0-9.,]{0,11}[mk]?(?: million)?,? to )?(?:about )?$",
    re.IGNORECASE,
)
# "approve the inclusion in the programme of a further [£5]".
_INCLUDED = re.compile(
    r"\b(?:[Aa]pprov|[Aa]gree|[Aa]uthoris)[a-z]{0,3} (?:the |to the )?(?:inclusion|addition"
    r"|release"
    r"|removal|re-?allocation|carry ?forward) [^£;.]{0,70}$"
)
# "take £5 from balances and put [£5] into youth work".
_PUT = re.compile(r"\bput(?:s|ting)? (?:a further |another |an extra |about |some )?$")
_INTO = re.compile(
    r" (?:in|into|towards) (?!(?:the |its |an? |our )?(?:[A-Za-z]{2,16} ){0,4}?(?:[Rr]eserves?"
    r"|[Bb]alances|Fund|fund|contingency)\b)"
)
# "moved that the [£5] for the hub be struck out".
_STRUCK = re.compile(
    r" (?:for|from) (?:the |a )?[^£;.]{3,50} (?:be|was|were|is|being) (?:struck out|deleted"
    r"|left out"
    r"|reinstated|restored|put back)\b"
)
_CONTINGENT = re.compile(r" (?:for|as|of|in) (?:a )?contingenc(?:y|ies)\b")
# "[£50,000] of its own".
_OWN = re.compile(r" (?:of|from) (?:its|their|our) own(?=[ .,;)]|$)")
# "Reserve [£10k] for a sixth": a verb.
_RESERVE = re.compile(r"(?:^|[.;:)] |\bto |\bto also |\band )[Rr]eserve (?:a sum of |up to )?$")
# "leaseholders will each be asked for [£5]".
_BILLED = re.compile(
    r"\b(?:leaseholders?|householders?|residents?|owners?|parents?|families|drivers?|users"
    r"|hirers?)"
    r"\b[^£;.]{0,30}\b(?:asked for|billed|invoiced|charged)(?: (?:up to|between|about|for))? $",
    re.IGNORECASE,
)
_DECISION = re.compile(r"\b[Tt]otal value(?: of (?:the )?(?:decision|award|contract))?:?\s{0,3}$")
_MOST = 10_000_00  # pence of what one owner is billed


def find(
    reading: str, start: int, stop: int, sentence: tuple[int, int], pence: int | None
) -> Iterator[Clue]:
    """Yield what a sum is by what is held, lost, owed, added or paid for it."""
    floor, end = sentence
    before = reading[max(floor, start - 130) : start]
    after = reading[stop : min(end, stop + 110)]
    yield from _held(before, after)
    yield from _owed(reading, start, sentence, before, pence)
    yield from _costs(before, after)
    yield from _dealt(reading, start, before, after)
    if " and " in before[-40:]:
        second = _SECOND.search(reading[max(floor, start - 300) : start])
        if second:
            yield Clue(_SUBJECTS[second["noun"]], -0.3)
    if _LESS.match(after):
        yield Clue("saving", -0.3)


def _held(before: str, after: str) -> Iterator[Clue]:
    if _HELD.search(before):
        yield Clue("reserve", -0.3)
    if (("ost" in before or "gone" in before) and _LOST.search(before)) or _LOST_AFTER.match(after):
        yield Clue("shortfall", -0.8)
    if "nterest" in before and not _PRINCIPAL.search(before):
        yield from _borne(before)
    if "udget" in before and _BUDGET_GOES.search(before):
        yield Clue("budget", -0.8)
    if (
        _OWN.match(after)
        or _CONTINGENT.match(after)
        or _INCLUDED.search(before)
        or _STRUCK.match(after)
        or (_INTO.match(after) and _PUT.search(before))
        or ("eserve" in before[-24:] and _RESERVE.search(before))
    ):
        yield Clue("budget", -0.8)


def _borne(before: str) -> Iterator[Clue]:
    """Yield what interest is: income from what is lent, a cost of what is borrowed."""
    if _INTEREST.search(before) or _WITH_INTEREST.search(before):
        yield Clue("income", -0.8)
    elif " sav" not in before and _INTEREST_PAID.search(before):
        yield Clue("cost", -0.8)


def _owed(
    reading: str, start: int, sentence: tuple[int, int], before: str, pence: int | None
) -> Iterator[Clue]:
    """Yield debts that are written off or were paid by mistake, and what owners are billed."""
    floor, end = max(sentence[0], start - 300), min(sentence[1], start + 300)
    hit = _WRITE_OFF.search(reading, floor, end)
    if hit and _ACCOUNTS.search(before) and not _NO_DEBT.search(before):
        if _BOUND.search(before):
            return
        yield Clue("debt", -0.3)
    if "paid" in before and _IN_ERROR.search(before):
        yield Clue("debt", -0.5)
    if pence is not None and pence <= _MOST and _BILLED.search(before):
        yield Clue("fee", -0.3)


def _costs(before: str, after: str) -> Iterator[Clue]:
    if "add" in before[-30:] and _ADDS.search(before) and _YEARLY.match(after):
        yield Clue("cost", 2.0 if _GROWTH.search(before) else -0.3)
    if _UPKEEP.match(after) and not _NO_UPKEEP.search(before):
        yield Clue("cost", 0.5)
    if "(" in before[-12:] and _CLOSED.match(after) and _THING.search(before):
        yield Clue("cost", 1.5)
    if _ROUND_IT.search(before) or _SERVICE.search(before):
        yield Clue("cost", -1.5)
    if _TO_DATE.search(before) and _SO_FAR.match(after):
        yield Clue("cost", -1.0)
    if " at " in before[-16:] or " of " in before[-10:]:
        if _OUT_AT.search(before):
            yield Clue("cost", 0.5)
        elif _WORKS.search(before):
            yield Clue("cost", 1.5)
        elif _SCHEME.search(before):
            yield Clue("cost", 2.0)
        elif _MEAN.search(before):
            yield Clue("cost", 1.0)


def _dealt(reading: str, start: int, before: str, after: str) -> Iterator[Clue]:
    """Yield what is paid under an agreement."""
    if _SPREAD.search(before) or _MORE_YEARS.search(before) or _WORTH.search(before):
        yield Clue("contract", -0.2)
    page = reading[max(0, start - 260) : start]
    if _THEY_COST.search(page) and _AGREED.search(page):
        yield Clue("contract", -0.5)
    if _SUM_PAID.search(before) and _WAS_PAID.match(after) and _UNDER_DEAL.search(page):
        yield Clue("contract", -0.2)
    if "alue" in before and _DECISION.search(before):
        yield Clue("contract", -0.5)
