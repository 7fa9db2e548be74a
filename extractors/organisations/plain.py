"""Ties told in plain speech: "X charges 90p a bin", "the post moved to X", "taken off X's bill".

Officers name who does the council's work without the word contract. Each wording here has its own
mark of buying: a price for the work, a service that changes hands, a sum held back from a bill.
Patterns start at the name's end; the words before it come as the caller has cut them.
"""

import re
from collections.abc import Callable

from extractors.organisations.right import PARTY, PRICE_OF, PRICED
from extractors.organisations.ties import BIDDER, SUPPLIER, TENANT, Beside, Tie, words_beside
from extractors.organisations.words import (
    ACCEPT,
    DONE,
    GOODS,
    GRANTS,
    HARD,
    JOBS,
    LAND,
    LEASES,
    MENDED,
    SALES,
    SERVICES,
    UPKEEP,
    has,
    word_set,
)

# The verb after a name, behind its gloss and its helping words.
_VERB = re.compile(
    r"""(?:[ ]?\([^()\n]{1,60}\))?(?:,?[ ](?:which|who|that))?,?[ ]
    (?:(?:has|have|had|is|was|be|been|were|would|will|should|could|to|also|now|then|since|already
      |currently|only)[ ]){0,4}+
    (?P<verb>[a-z]{3,11})\b(?P<rest>(?:[^.;\n]|\.(?=[0-9])){0,120}+)""",
    re.VERBOSE,
)
# "charges 90p a bin", "has charged the Council £41 an hour".
_RATE = re.compile(
    r" (?:(?:the Council|us|only|just|about|around|some) ){0,2}(?:£[0-9]|[0-9]{1,3}(?:\.[0-9])?p\b)"
)
# Set beside another price: "instead of the 46p tendered".
_OTHER_PRICE = re.compile(
    r"\b(?:instead of|as opposed to|as against|against|rather than|compared (?:with|to)) "
    r"(?:the )?(?:£[0-9]|[0-9]{1,3}(?:\.[0-9])?p\b)"
)
# "took the repairs over", "took on the round".
_OVER = re.compile(
    r" (?:(?:the|this|all|both|its|our|these|some|most) (?:[\w'-]+ ){1,5}?)?(?:over|on)\b"
)
_CLAUSE = re.compile(r",| (?:when|in|from|after|at|since|as|because) ")
_BACK = re.compile(
    r" back (?:the|its|their|all|some|[a-z]+|[0-9][0-9,]{0,6}) (?:[a-z-]+ )?"
    r"(?:runs?|rounds?|routes?|packages?|lots?|work|hours)\b"
)
_THE_JOB = re.compile(r" the (?:\w+ )?(?:job|work|order|commission|task|contract|round)s?\b")
# "replaced Esk FM as the cleaning contractor".
_AS_PARTY = re.compile(
    rf"[^.;\n]{{0,60}}? (?:as (?:the |our |its |an? )?(?:[\w'-]+ ){{0,4}}?{PARTY}"
    r"|(?:on|under) (?:the|that|this) (?:[\w-]+ ){0,3}?contract)\b"
)
_NOTICE = re.compile(
    r" (?:notice (?:on|of) )?(?:the|its|their|this) (?:[\w-]+ ){0,3}?(?:agreement|arrangement)"
    r"(?: with the (?:\w+ )?[Cc]ouncil)? (?:to|for) "
)
_STOPPED_WORK = re.compile(
    r" (?:work|working|trading|site)\b[^.;\n]{0,60}?\b(?:[Cc]ouncil|projects?|contracts?|sites?)\b"
)
# "left the contract", "walked away from the waste contract", "pulled out of its contract".
_LEFT_CONTRACT = re.compile(
    r" (?:(?:away|out|early|off) )?(?:(?:from|of|on) )?(?:the|its|their|that) (?:[\w-]+ ){0,3}?"
    r"contracts?\b(?! (?:to|for) (?:the )?(?:sale|land))"
)
# The firm's own bill or people, seen by who pays or employs it.
_OWNED = re.compile(
    r"(?:[ ]?\([^()\n]{1,60}\))?'s? (?:\w+ ){0,2}?(?:invoices?|bills?|operatives|crews?|gangs?)\b"
    r"(?P<rest>[^.;\n]{0,140})"
)
_COLLECTS = re.compile(
    r"\b(?:missed|collections?|rounds?|contract|deduct|withheld|bins?|visits?|council|service)\b",
    re.IGNORECASE,
)
# ", the ecologists who advise the Council".
_ADVISES = re.compile(
    r", (?:the|our|its|an?) [\w' -]{3,40}? (?:who|which|that) (?:advise|help|serve|act for|work for"
    r"|supply|supplie|represent|run|manage|provide|clean|collect)s? (?:(?:most|all|some|many) of )?"
    r"(?:the|our) (?:\w+ )?[Cc]ouncil\b"
    r"|, (?:the|our|an?) [\w' -]{3,40}? (?:who|which|that) (?!was|were|is|are|had|has)[a-z]{3,12}s?"
    r" [^.;:,\n]{3,60}? (?:for|on behalf of) the (?:\w+ )?[Cc]ouncil\b"
)
# "Hexham Signs – £2,145 plus VAT – accepted".
_SUM_ACCEPTED = re.compile(
    r" ?[–(-] ?£[0-9.,]{1,12}[mk]?(?: ?(?:plus|ex|excl|inc|excluding|including|\+) ?VAT)?\)? ?[–-]?"
    r" ?(?:(?:be|was|is|were) )?accepted\b"
)
# A duty with a mark to reach: "was to deliver within seven days in 98% of cases".
_BOUND = re.compile(
    r",? (?:must|(?:is|was|are|were) (?:(?:obliged|required|bound|contracted|expected) )?to)"
    r" (?P<duty>[a-z][^.;:\n]{3,90}?)(?:[0-9] ?%| per cent\b|\bwithin (?:an?|the|\w+) (?:working )?"
    r"(?:days?|hours?)\b)"
)
_OTHER_DUTY = re.compile(
    r"\b(?:affordable|homes|dwellings|housing|pay|sell|rent|contribut\w+|shares?|grant|repay"
    r"|land)\b"
)
_PRIVATE = LEASES | LAND | SALES | GRANTS
_SERVED = SERVICES | JOBS | HARD | word_set("lettings calls cases round job")
_OUT = word_set("took taken taking takes take stepped moved brought covered")
_WHEN = word_set("when after since once because until as before")

_ITS_CONTRACT = re.compile(r" (?:the|its|that|this) (?:[\w-]+ ){0,3}?contract\b(?! to\b)")

Handler = Callable[[Beside, list[str], str], Tie | None]


def plainly(beside: Beside, words: list[str]) -> Tie | None:
    """Return supplier where the words after a name tell in plain speech that it is paid to work."""
    right = beside.right
    if right[:1] == "'" and (owned := _OWNED.match(right)) and _COLLECTS.search(right):
        return Tie(SUPPLIER, True, "organisations.engaged") if owned else None
    if "accepted" in right and _SUM_ACCEPTED.match(right):
        return Tie(SUPPLIER, True, "organisations.accepted")
    if right[:2] == ", " and _ADVISES.match(right):
        return Tie(SUPPLIER, True, "organisations.active")
    if bound := _BOUND.match(right):
        other = _OTHER_DUTY.search(right[: bound.end() + 40])
        rule = "charges" if beside.kind == "open" else "active"
        return None if other else Tie(SUPPLIER, True, f"organisations.{rule}")
    found = _VERB.match(right)
    handler = _HANDLERS.get(found["verb"]) if found else None
    return handler(beside, words, found["rest"]) if handler and found else None


def _charges(beside: Beside, words: list[str], rest: str) -> Tie | None:
    """Read "for which X charges 90p a bin", "X charged 41p instead of the 46p tendered"."""
    if not _RATE.match(rest):
        return None
    sure = words[-1:] == ["which"] or _OTHER_PRICE.search(rest) or " the Council £" in rest
    return Tie(SUPPLIER, True, "organisations.engaged" if sure else "organisations.charges")


def _takes(beside: Beside, words: list[str], rest: str) -> Tie | None:
    """Read "X, which took the repairs over", "X took on the round"."""
    over = _OVER.match(rest)
    if not over:
        return None
    apart = over.group().count(" ") > 1  # "took the repairs over"
    object_ = words_beside(over.group() if apart else _CLAUSE.split(rest[over.end() :])[0][:50])
    if "back" in object_ and "office" in object_:
        return Tie(SUPPLIER, True, "organisations.active")
    if has(object_, _PRIVATE):
        return None
    if has(object_, _SERVED):
        return Tie(SUPPLIER, True, "organisations.active")
    took = beside.kind == "trade" and over.group().endswith("over")
    return Tie(SUPPLIER, True, "organisations.serves") if took else None


def _given(beside: Beside, words: list[str], rest: str) -> Tie | None:
    """Read "X were given the job of clearing the site", "X had handed back four runs"."""
    if _BACK.match(rest):
        return Tie(SUPPLIER, True, "organisations.engaged")
    return Tie(SUPPLIER, True, "organisations.engaged") if _THE_JOB.match(rest) else None


def _replaces(beside: Beside, words: list[str], rest: str) -> Tie | None:
    """Read "X replaced Y as the cleaning contractor": X here, Y in `replaced`."""
    return Tie(SUPPLIER, True, "organisations.engaged") if _AS_PARTY.match(rest) else None


def _leaves(beside: Beside, words: list[str], rest: str) -> Tie | None:
    """Read "took the repairs over when X left", "X had ceased work on all projects"."""
    if _STOPPED_WORK.match(rest) or _LEFT_CONTRACT.match(rest):
        return Tie(SUPPLIER, True, "organisations.engaged")
    near = words[-16:]
    if has(words[-1:], _WHEN) and has(near, _OUT) and has(near, _SERVED):
        over = has(near, word_set("over on in back")) and not has(near, _PRIVATE)
        return Tie(SUPPLIER, True, "organisations.contract_from") if over else None
    return None


def _gives_notice(beside: Beside, words: list[str], rest: str) -> Tie | None:
    """Read "X terminating the agreement with the Council to cut the grass"."""
    notice = _NOTICE.match(rest)
    if not notice or has(words_beside(rest), LEASES, GRANTS):
        return _leaves(beside, words, rest)
    return Tie(SUPPLIER, True, "organisations.engaged")


def _loses(beside: Beside, words: list[str], rest: str) -> Tie | None:
    """Read "a contract which X had lost in 2017", "X had lost the contract"."""
    theirs = words[-1:] == ["which"] and has(words[-14:], HARD)
    told = theirs or _ITS_CONTRACT.match(rest)
    return Tie(SUPPLIER, True, "organisations.engaged") if told else None


_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys("charge charges charged charging bills billed invoices".split(), _charges),
    **dict.fromkeys("take takes took taken taking".split(), _takes),
    **dict.fromkeys("given handed".split(), _given),
    "lost": _loses,
    **dict.fromkeys("replace replaces replaced replacing succeeded succeeds".split(), _replaces),
    **dict.fromkeys(
        "left leave leaves leaving exited exit quit withdrew pulled walked stopped ceased "
        "collapsed folded failed went".split(),
        _leaves,
    ),
    **dict.fromkeys(
        "terminate terminated terminating ending ended cancelled cancelling gave giving".split(),
        _gives_notice,
    ),
}  # fmt: skip


# -- the words before a name ----------------------------------------------------------------------

_HELD = word_set("withheld deducted deductions deduction docked withholding deducting")
_DAMAGES = word_set("damages penalties penalty abatement")
_DOCKED = word_set(
    "back held taken made claimed recovered due sought levied applied obtained received"
)
_GOODS_HIRED = word_set(
    "van vans tipper tippers lorry lorries truck trucks car cars gritter gritters sweeper sweepers "
    "vehicle vehicles plant machine machines machinery equipment copier copiers photocopiers "
    "printers laptops tablets cabin cabins containers generators scaffolding bins bus buses "
    "minibus minibuses digger diggers tractor tractors mower mowers boat boats chairs tables "
    "marquees cherry-pickers excavators trailers fleet bikes bicycles pumps toilets staging"
)
_HANDS = word_set("staff guards drivers cleaners workers lifeguards stewards marshals")
_BROUGHT = word_set("bring bringing brought hire hiring hired drafted agency")
_ADVICE = word_set("advice counsel valuation")
_REPORT = word_set("survey surveys report study")
_TAKEN = word_set("taken obtained bought received got had")


def from_plain(before: list[str], beside: Beside) -> Tie | None:
    """Read "the lease of eight vans from X", "£400 withheld from X's invoices"."""
    before = before[:-1] if before[-1:] == ["("] else before
    near = before[-14:]
    if has(before[-2:], _HELD) and (
        beside.kind != "open" or beside.right.startswith(("'s invoice", "'s bill", "'s payment"))
    ):
        return Tie(SUPPLIER, True, "organisations.paid")
    if has(before[-3:], word_set("claimed recovered due")) and has(near, _DAMAGES):
        return Tie(SUPPLIER, True, "organisations.paid")
    docked = "credits" in near and has(near, word_set("service performance"))
    docked = docked or has(near, word_set("deductions deduction abatement abatements retention"))
    docked = docked and "benefit" not in near
    if docked and has(before[-2:], _DOCKED):
        return Tie(SUPPLIER, True, "organisations.paid")
    if before[-2:] == ["direct", "award"]:
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if has(near, word_set("lease leases leasing leased hire rental rented")):
        goods = has(near, _GOODS_HIRED) and not has(near, LAND)
        return Tie(SUPPLIER, True, "organisations.bought_from") if goods else None
    if has(before[-3:], word_set("call-off call-offs")) or before[-3:-1] == ["call", "off"]:
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if has(near[-4:], word_set("rebate discount")) and has(near[-3:], GOODS, SERVICES):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if has(before[-1:], _HANDS) and has(near[-6:], _BROUGHT):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if has(before[-1:], _ADVICE, _REPORT) and PRICE_OF.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if before[-2:] in (["profit", "share"], ["management", "fee"], ["concession", "fee"]):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if has(near[-5:-1], _ADVICE) and has(before[-1:], _TAKEN):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    return None


# What the council pays for a lease it takes: "at an estimated cost of £15m".
_AT_A_COST = re.compile(
    r"(?: [\w-]+){0,8},? at an? (?:[\w-]+ ){0,3}cost (?:of |not exceeding |up to )"
)


def leased_with(beside: Beside) -> Tie:
    """Read "leases with X": a tenant's, or homes that the council pays for."""
    if beside.kind != "open" and _AT_A_COST.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    return Tie(TENANT, True, "organisations.with")


_MOVED = word_set("moved switched transferred passed shifted entrusted outsourced")
_MOVING = word_set("move moving switch switching shift shifting")
_STAYED = word_set("staff staff's ownership title land site tenants school pupils ward")


def to_plain(before: list[str], beside: Beside) -> Tie | None:
    """Read "print and post moved to X", "the works entrusted to X"."""
    near = before[-9:]
    if "from" in near and has(near, _MOVED):
        at = len(near) - 1 - near[::-1].index("from")
        near = near[:at]  # "moved from Esk Telecom to Halo Voice"
    moving = beside.kind != "open" and has(near[-4:], _MOVING) and has(near[-3:], SERVICES)
    if not (moving or has(near[-1:], _MOVED)) or has(near, LAND, _STAYED, LEASES):
        return None
    served = has(near, _SERVED) or (beside.kind == "trade" and "council's" in near)
    return Tie(SUPPLIER, True, "organisations.awarded_to") if served else None


_AT_FEE = re.compile(r" (?:at|for) an? (?:\w+ )?fee\b")
_MADE = word_set(
    "priced made filmed recorded broadcast guarded towed dredged drawn taken carried out designed"
    " printed surveyed tested filled covered given led"
)
_OWNS = word_set("owned houses estate development flats bought sold")
_OFFERED = word_set("quoted tendered offered")
_ASKED = word_set("charged demanded asked")
_AT_WORK = re.compile(
    r" (?:is|was|has|had|will|would|should|started|began|starts|begins|finished|continues)\b"
)


def by_plain(before: list[str], beside: Beside) -> Tie | None:
    """Read "accepts the price quoted by X", "work on the square by X started in May"."""
    if has(before[-1:], _OFFERED) and has(before[-12:], word_set("price rate rates prices sum")):
        won = has(before, ACCEPT)
        return Tie(SUPPLIER if won else BIDDER, True, "organisations.tender_by")
    if has(before[-1:], _ASKED) and has(before[-4:-1], word_set("price prices rate rates")):
        return Tie(SUPPLIER, True, "organisations.provided_by")
    if has(before[-1:], DONE, MENDED, UPKEEP, _MADE) and PRICED.match(beside.right):
        bare = beside.kind == "open" and not _AT_FEE.match(beside.right)
        owned = bare or has(before[-8:], LAND, _OWNS)
        return None if owned else Tie(SUPPLIER, True, "organisations.provided_by")
    near = before[-7:]
    if has(near, word_set("work works")) and _AT_WORK.match(beside.right):
        at = max(i for i, word in enumerate(near) if word in ("work", "works"))
        if near[at + 1 : at + 2] and near[at + 1] in ("on", "at", "to", "in"):
            return Tie(SUPPLIER, True, "organisations.made_by")
    return None


_BIDS = (" quotation", " quote", " tender", " bid", " estimate")


def touched_plainly(words: list[str], beside: Beside) -> Tie | None:
    """Read "accept the X quotation of £6,900", "X replaced Y as the cleaning contractor" for Y."""
    plain = words
    while plain and plain[-1] in ("written", "lowest", "revised", "the"):
        plain = plain[:-1]
    if has(plain[-1:], ACCEPT) and beside.right[:11].casefold().startswith(_BIDS):
        return Tie(SUPPLIER, True, "organisations.accepted")
    if has(words[-1:], word_set("replaced replaces replacing replace succeeded")):
        return _replaces(beside, words, beside.right)
    return None
