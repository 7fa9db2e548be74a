"""Who pays whom: what the council sells and lets, what others pay it, give it or owe it.

"The kiosk will be let to Pascoe Ices for £6,500 a year"         -> income
"An offer of £1.1m for the land"                                 -> income
"rent of £40,000 a year is payable to Hartree Estates"           -> a cost
"the Department for Education had allotted £3.9m"                -> a grant
"nine lorries be bought from Marlpit Motors at £88,000 each"     -> a contract
"""

import re
from collections.abc import Iterator

from extractors.clues import Clue
from extractors.money.gifts import GIVER

_PREMISES = (
    r"(?:units?|shops?|kiosks?|caf[eé]s?|offices?|depots?|land|sites?|buildings?|premises|garages?"
    r"|houses?|cottages?|lodges?|flats?|fields?|pavilions?|barns?|farms?|farmhouse|workshops?"
    r"|yards?|property"
    r"|properties|freehold|leasehold|schools?|chapel|baths|library|stores?|stalls?|arches|arch"
    r"|floor|rooms?|hall|car park|plots?|strips?|paddocks?|mill|warehouse|restaurant|dwellings?)"
)
# "Unit 4 be let to Hale Tiles at [£5]", "sell the old depot to the highest bidder at [£5]".
_LET = re.compile(
    r"\b(?:let|leas(?:e|ed|ing)|rented|underlet|sold|sell|selling|sale|dispos(?:e|ed|ing|al)"
    r"|transfer(?:red)?|convey(?:ed|ance)?|licensed)\b"
    r"(?: (?!£)[^\s£;.]{1,20}){0,16} (?P<at>at|for|in return for|realising|for the sum of"
    r"|(?:for|at) an? (?:[a-z]{3,10} )?(?:price|sum|figure|rent|consideration|premium) of)"
    r" (?:about |around |some |only )?$",
    re.IGNORECASE,
)
_LET_TO = re.compile(
    r"\b(?:leased|rented|sublet|underlet) to (?:the )?[A-Z][^£;.]{2,50}"
    r" (?:at|for) (?:about |around |some )?$"
)
_LET_WORK = re.compile(r"\blet to (?:the )?[A-Z][^£;.]{2,50},? (?:at|for|in the sum of) $")
# "the depot is rented from Network Rail at [£5]".
_RENTED_FROM = re.compile(
    r"\b(?:rented|leased|hired|taken on (?:a )?lease) from (?!the [Cc]ouncil)(?:the )?[A-Z]"
)
_PREMISES_NAMED = re.compile(rf"\b{_PREMISES}\b", re.IGNORECASE)
_DEAL = re.compile(
    r"\b(?:contracts?|tenders?|framework|call-?off|services?|supply|suppl(?:y|ier)|budget|reserve"
    r"|works|Public Works|repairs|at (?:a|an) (?:[a-z-]{3,12} )?cost)\b",
    re.IGNORECASE,
)
_HIRED = re.compile(r"\)? (?:per|an?|each|for each) (?:hour|session|day|game|match|evening)\b")
# "rented its offices from the Council for [£1]", "bought the field from the Council at [£5]".
_FROM_US = re.compile(
    r"\b(?:rent(?:s|ed)?|leas(?:es|ed)|b(?:ought|uys?)|hir(?:es|ed)|took|takes)\b[^£;.]{1,60}"
    r" from (?:the |this )(?:[Cc]ouncil|[Aa]uthority|[Bb]orough|[Cc]ounty|[Dd]istrict|[Cc]ity)"
    r"(?: for| at)? (?:about |around |some |only |just )?$"
)
# "the Trust wishes to buy the baths for [£1]".
_WISHES = re.compile(
    r"(?<!ouncil )(?<!uthority )(?<!abinet )(?:\b(?:has|have|had) )?"
    r"\b(?:wish(?:es|ed)?|offers|offered|propos(?:es|ed)|asks|asked|seeks|sought|wants|wanted) to"
    r" (?:buy|purchase|rent|lease|take a lease of|take on)\b[^£;.]{1,60} (?:at|for)"
    r" (?:about |around |some |only |just )?$"
)
# "an offer of [£5] for the land", "offers of [£5] from two builders for the site".
_OFFER = re.compile(r"\b(?:offers?|bids?) of (?:about |around |some |over )?$", re.IGNORECASE)
_OFFERED = re.compile(r"\b(?:offered|offers|bid) (?:the Council |us )?(?:about |around |some )?$")
_FOR_LAND = re.compile(
    rf" (?:from [^£;.]{{3,40}} )?(?:for|to (?:buy|purchase|rent|lease)) (?:the |this |that |its )?"
    rf"(?:[\w'’-]{{2,16}} ){{0,3}}?{_PREMISES}\b",
    re.IGNORECASE,
)
# "[£5] from the developer", "[£5] is required of developers", "[£5] a dwelling".
_FROM_THEM = re.compile(
    r"(?: (?:per|an?|each|for each) [a-z]{3,9})?"
    r"(?:(?: (?:has|have|had|is|are|was|were|be|been|being|will|would|to)){0,3}"
    r" (?:received|paid|due|sought|secured|required|collected|expected|obtained|recovered"
    r"|payable) (?:from|of|by)| from) (?:the |its |a |an )?(?:[a-z]{3,10} )?"
    r"(?:developers?|applicants?|landowners?|insurers?|purchasers?|buyers?|tenants?|lessees?"
    r"|concessionaires?|advertisers?|sponsors?)\b"
)
_DWELLING = re.compile(
    r" (?:an?|per|for each|each|for every) (?:new )?(?:dwelling|home|house|unit)\b"
)
_ASKED = re.compile(
    r"\b(?:contributions?|payments?|sums?|tariff|levy) (?:of|at|is|was|be) (?:about |around )?$",
    re.IGNORECASE,
)
# "The insurers settled the claim for [£5]", "an insurer would bear [£5]".
_INSURED = re.compile(
    r"\binsurers?(?:' payment| payout)?,?(?: [^\s£;.]{2,14}){0,5}? (?:settl(?:e|ed)|met|meet"
    r"|pa(?:y|id)|bear"
    r"|bore|refund(?:ed)?|agreed)\b(?: [^\s£;.]{2,12}){0,4}? (?:for |at |of |to )?(?:about "
    r"|around )?$",
    re.IGNORECASE,
)
# "Otterburn Glass Ltd pays [£5] a tonne": what a firm or a club pays comes in.
_THEY_PAY = re.compile(
    r"\b(?:Ltd|Limited|LLP|plc|PLC|CIC|Trust|Club|Society|Association|Police|Constabulary|NHS"
    r"|School"
    r"|College|[Tt]enants?|[Ll]essee|[Ll]icensee|[Cc]oncessionaire|Church|Scouts),?"
    r"(?: (?:now|also|currently|already|would|will|is to|are to|has to|must|to))* pa(?:ys?|id)"
    r" (?:the Council |us )?(?:about |around |some |a rent of |only )?$"
)
# "the indexed rent of [£5] is payable to Hartree Estates", "rent of [£5] to the landlord".
_RENT = re.compile(r"\b(?:rents?|lease|licence fee|service charges?|wayleave)\b[^£;.]{0,60}$", re.I)
_TO_THEM = re.compile(
    r"(?: (?:a year|per annum|a quarter|a month|each year))?,?"
    r"(?: (?:is|was|are|were|be|being|will be|would be|has to be|falls))?"
    r"(?: (?:payable|paid|due))? to (?:(?:the |its |a )?(?:[a-z]{3,10} )?(?:landlords?"
    r"|freeholders?"
    r"|owners?)\b|(?!(?:The|This|Council|County|Borough|City|District|Unit|Cabinet)\b)[A-Z])"
)
_COUNCIL_RENTS = re.compile(
    r"\b[Cc]ouncil (?:now |currently |already )?(?:pays|paid|is paying|was paying) (?:an? )?"
    r"(?:[a-z]{4,10} ){0,2}rent of $|\bpay(?:s|ing)? (?:the|its|a) (?:landlord|freeholder)s? $"
)
# "Department for Education had allotted [£5]", "the County would meet [£5]".
_GIVES = re.compile(
    rf"\b(?:{GIVER}|the (?:County|LEP|Lottery|Foundation|Diocese)(?: Council)?)"
    r"(?: (?:[A-Z][A-Za-z]{2,14}|and|for|of|the|in|to|[A-Z]{2,5}),?){0,7}?"
    r"(?: (?:has|have|had|would|will|is to|was to|also|now|since|then|agreed to|has agreed to"
    r"|had agreed to|promised to|been asked to|be asked to))*"
    r" (?:giv(?:e|es|en)|gave|contribut(?:e|es|ed|ing)|provid(?:e|es|ed|ing)|me(?:et|ets|t)"
    r"|allot(?:s|ted)?|allocat(?:e|es|ed)|offer(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed)"
    r"|award(?:s|ed)?|put in|puts in|put up|found|find|add(?:s|ed)?|sent|confirmed|set aside"
    r"|made available|earmarked|pay|paid|fund(?:ed)?)"
    r" (?:the Council |the County |us |it |a further |another |an extra |an additional |up to "
    r"|about "
    r"|around |some |nearly |over |just (?:over|under) |a grant of |a sum of ){0,2}$"
)
_GIVE_WORDS = (
    "epartment", "overnment", "DfE", "DfT", "DFT", "DLUHC", "MHCLG", "DCLG", "DEFRA", "Defra",
    "DCMS", "England", "Council", "ottery", "uthority", "County", "Foundation", "LEP",
    "Partnership", "Diocese", "Office", "Agency", "Treasury", "DESNZ", "DWP", "DHSC",
    "Local Enterprise",
)  # fmt: skip
# "[£5] of Levelling Up money", "[£5] of Government funding".
_THEIR_MONEY = re.compile(
    r" (?:of|in|from) (?:the |this )?(?:[A-Z][A-Za-z’']{1,14} ){1,4}(?:money|monies|cash"
    r"|funding)\b"
)
# "has been promised [£5] by the Mayor".
_PROMISED = re.compile(r"\b(?:promised|offered|granted|pledged|given) (?:up to |a further )?$")
_BY_THEM = re.compile(r" (?:by|from) (?:the )?(?!Council|Cabinet|Committee|Panel)[A-Z]")
# "The allocation from the Household Support Fund was [£5]".
_FROM_FUND = re.compile(
    r"\ballocation (?:from|under|of|through) the (?!General|Capital|Insurance|Renewals|Reserve)"
    r"(?:[A-Z][A-Za-z]{2,14} ){1,5}Fund\b[^£;.]{0,30}$"
)
# "to allot [£5] to Hensall Scouts": a club lives on gifts.
_GIVEN = re.compile(
    r"\b(?:allot(?:s|ted|ting)?|award(?:s|ed|ing)?|giv(?:e|es|en|ing)|gave|grant(?:s|ed|ing)?"
    r"|donat(?:e|es|ed|ing)|vot(?:e|es|ed)|allocat(?:e|es|ed)|mak(?:e|ing))"
    r"(?: £[0-9][0-9.,]{0,9} to [^£;.]{3,40} and)? (?:up to |a further |another )?$"
)
_TO_CLUB = re.compile(
    r" to (?:the |each of the )?[A-Z][^£.;,\n]{0,46}?\b(?:Trust|Society|Association|Charity|Club"
    r"|Church|Theatre|Foundation|Hospice|[Ff]oodbank|Food Bank|Festival|Bands?|Scouts|Guides"
    r"|Brownies"
    r"|Cadets|Citizens|Gala|Show|Fair|Carnival|Choir|Singers|Group|Pantry|Larder|Juniors|League"
    r"|Institute|FC|Cricket|Players|Museum|Friends|Village Hall|Community|Community Centre|Youth"
    r"|Mission|"
    r"Sh?elter|Volunteers|Orchestra|Playgroup|Pre-?[Ss]chool|Rovers|Athletic|Rangers|Fellowship)\b"
)
# "bought from Selkirk Ostler at [£5]", "the purchase of nine lorries from Welland Truck at [£5]".
_BOUGHT = re.compile(
    r"\b(?:bought|buy|buying|purchas(?:e|ed|ing)|ordered|order|hired|hire|supplied|procured?)\b"
    r"[^£;.]{0,90}? (?:from|by) (?!the |The |April|May|June|July|January|February|March|August"
    r"|September|October|November|December)[A-Z][^£;.]{2,50},? (?:at|for)"
    r"(?: (?:a|an|the) (?:[a-z]{3,10} )?(?:price|cost|sum|total|rate) of| a total of)?"
    r" (?:up to |about |around |some |just )?$"
)
# "Award of [£5] works package to", "awarded the [£5] catering contract".
_AWARD = re.compile(r"\b[Aa]ward(?:s|ed|ing)?(?: of)?(?: an?| the| this)? $")
_DEAL_OF = re.compile(r" (?:[a-z-]{2,16} ){0,4}?(?:contract|package|order|call-off|framework)s?\b")
_ESTATE = re.compile(
    r"\b(?:land|site|freehold|house|flat|dwelling|property|building|shares?|farm|estate"
    r"|electricity"
    r"|gas)s?\b",
    re.IGNORECASE,
)
# "The Council pays Northcote Security [£24] for each hour".
_WE_PAY = re.compile(
    r"\b(?:[Cc]ouncil|[Ww]e|[Aa]uthority) (?:now |currently )?(?:pays?|paid) (?:the firm "
    r"|[A-Z][\w&'’-]{1,16}(?: (?:[A-Z&][\w&'’-]{0,16}|and|of)){1,5} )$"
)
_PIECE = re.compile(r" (?:per|an?|for each|for every) [a-z]")
_HIRE_MOST = 500_00  # pence of an hour's hire


# "paid out [£5] to nineteen groups", "[£5] from the Members' Fund to the bowls club".
_SHARED = re.compile(
    r"(?: from the [A-Z][^£;.,]{2,40}? Fund)? (?:to|between|among|amongst) (?:the |each of the )?"
    r"(?:[a-z0-9-]{1,14} ){0,3}?(?:groups?|clubs?|charit(?:y|ies)|societ(?:y|ies)|organisations?"
    r"|projects|households|famil(?:y|ies)|parishes|associations?|scouts|band|choir|church"
    r"|hospice|food ?banks?|volunteers|trust|theatre|parish council)\b"
)
_GAVE = re.compile(
    r"\b(?:paid out|pays? out|gives?|gave|given|distribut(?:e|es|ed)|shar(?:e|ed|ing)|award(?:s"
    r"|ed)?"
    r"|allocat(?:e|es|ed)|grant(?:s|ed)?|donat(?:e|es|ed)|allot(?:s|ted)?|vot(?:e|ed|es)|made)"
    r" (?:a further |another |about |around |some |up to |over )?$"
)
# "[£5] is paid each year to the operator", "set the Council back [£5]", "[£5] for Band D".
_TO_FIRM = re.compile(
    r"(?: (?:a year|per annum|a month|each year))? (?:is|was|are|were|be|has been|will be"
    r"|would be)"
    r" paid(?: (?:each|every|a|per) [a-z]{4,7})? to the (?:operator|contractor|firm|company"
    r"|provider|supplier|agency)\b"
)
# "The fair pays [£4,500] for the use of the Green", "the court awarded the Council [£9,000]".
_PAYS = re.compile(
    r"(?<!ouncil)(?<!uthority)(?<!abinet)(?<! we)(?<! We) pa(?:ys?|id) (?:about |some )?$"
)
_FOR_USE = re.compile(
    r"(?: (?:a year|per annum|a month|a week|each year))? for (?:the )?(?:use|hire|right"
    r"|privilege)"
    r" (?:of|to) (?:the |a |an |its |our )"
)
_AWARDED_US = re.compile(
    r"\b(?:[Cc]ourt|[Tt]ribunal|[Jj]udge|[Aa]djudicator"
    r"|[Aa]rbitrator)s?\b[^£;.]{0,40}\bawarded (?:the"
    r" )?(?:[Cc]ouncil|[Aa]uthority|us|it) (?:costs of |damages of |about )?$"
)
# "the authority got [£19] a tonne for its paper".
_GOT = re.compile(r"\b(?:gets?|got|received?s?) (?:about |around |only |just )?$")
_A_TONNE = re.compile(r" (?:an?|per) (?:tonne|ton|kilo|litre|kwh|unit|copy)\b", re.IGNORECASE)
_SET_BACK = re.compile(r"\bset (?:the |our )?[A-Za-z]{2,12} back (?:about |around |some |over )?$")
# "[£90,000] taken from their budgets".
_TAKEN_FROM = re.compile(
    r" (?:a year )?(?:is |was |be |being )?(?:taken|cut|removed|stripped|trimmed|pared|shaved)"
    r" (?:from|out of|off) (?:the |its |their |our )(?:[a-z'’-]{3,14} ){0,3}?budgets?\b"
)


def find(
    reading: str, start: int, stop: int, before: str, end: int, pence: int | None
) -> Iterator[Clue]:
    """Yield what a sum is by who pays it to whom; `before` is what of its sentence leads to it."""
    after = reading[stop : min(end, stop + 110)]
    yield from _sold(before, after, pence)
    yield from _paid(before, after)
    yield from _given(before, after)
    if _SHARED.match(after) and _GAVE.search(before):
        yield Clue("grant", -0.3)
    used = " pa" in before[-16:] and _FOR_USE.match(after) and _PAYS.search(before)
    if used or ("awarded" in before and _AWARDED_US.search(before)):
        yield Clue("income", -0.5)
    if _A_TONNE.match(after) and _GOT.search(before):
        yield Clue("income", -0.3)
    if _TO_FIRM.match(after):
        yield Clue("contract", -0.5)
    if " back " in before[-24:] and _SET_BACK.search(before):
        yield Clue("cost", -0.5)
    if _TAKEN_FROM.match(after):
        yield Clue("saving", -0.5)
    if " pa" in before[-60:] and _WE_PAY.search(before) and _PIECE.match(after):
        yield Clue("contract", -0.5)
    if "ward" in before[-20:] and _AWARD.search(before) and _DEAL_OF.match(after):
        yield Clue("contract", -0.5)
    if " from " in before and _BOUGHT.search(before) and not _ESTATE.search(before):
        yield Clue("contract", 0.0)


def _sold(before: str, after: str, pence: int | None) -> Iterator[Clue]:
    """Yield what the council is paid for land and buildings, and hire by the hour."""
    let = _LET.search(before)
    if let and _RENTED_FROM.search(before):
        if _PREMISES_NAMED.search(before):
            yield Clue("cost", -0.5)
    elif let:
        hired = _HIRED.match(after)
        if hired and pence is not None and pence <= _HIRE_MOST:
            yield Clue("fee", -0.5)
        elif (_PREMISES_NAMED.search(before) or _LET_TO.search(before)) and not _DEAL.search(
            before
        ):
            yield Clue("income", -0.3)
    if " from the " in before and _FROM_US.search(before):
        yield Clue("income", -0.5)
    if " let to " in before and _LET_WORK.search(before) and not _PREMISES_NAMED.search(before):
        yield Clue("contract", 1.5)
    if " to " in before and _WISHES.search(before) and _PREMISES_NAMED.search(before):
        yield Clue("income", 0.0)
    if " offered" in before[-24:] and _OFFERED.search(before) and _FOR_LAND.match(after):
        yield Clue("income", -0.5)
    if before.endswith(" of ") and _OFFER.search(before) and _FOR_LAND.match(after):
        yield Clue("income", -0.5)


def _paid(before: str, after: str) -> Iterator[Clue]:
    """Yield what others pay the council, and rents that it pays itself."""
    if _FROM_THEM.match(after) or (_DWELLING.match(after) and _ASKED.search(before)):
        yield Clue("income", -0.3)
    if "nsurer" in before and _INSURED.search(before):
        yield Clue("income", 0.0)
    if " pa" in before[-40:] and _THEY_PAY.search(before):
        yield Clue("income", -0.3)
    if (_TO_THEM.match(after) and _RENT.search(before)) or (
        "pa" in before[-40:] and _COUNCIL_RENTS.search(before)
    ):
        yield Clue("cost", -0.6)


def _given(before: str, after: str) -> Iterator[Clue]:
    """Yield gifts to the council and by it."""
    if any(word in before for word in _GIVE_WORDS) and _GIVES.search(before):
        yield Clue("grant", -0.5)
    if _THEIR_MONEY.match(after) or ("Fund" in before and _FROM_FUND.search(before)):
        yield Clue("grant", -0.3)
    if _BY_THEM.match(after) and _PROMISED.search(before):
        yield Clue("grant", -0.3)
    if _TO_CLUB.match(after) and _GIVEN.search(before):
        yield Clue("grant", -0.3)
