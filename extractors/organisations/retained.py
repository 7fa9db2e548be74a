"""Who works for the council, told by whose adviser it is or by how it came: "the Council's agents".

"The Council's solicitors were X", "gone through for the Council by X", "X acted for the Council",
"X was called out to mend it", "standing orders were waived to let X finish": each says in its own
words that the work is the council's.
"""

import re

from extractors.organisations.ties import SUPPLIER, Beside, Tie

_OURS = (
    r"(?:(?:[Tt]he |[Tt]his )(?:[\w-]+ ){0,2}?(?:[Cc]ouncil|[Aa]uthority|[Ff]und|[Cc]orporation"
    r"|[Pp]arish|[Bb]orough)'s|[Oo]ur)"
)
_US = r"(?:(?:the|this) (?:[\w-]+ ){0,2}?(?:[Cc]ouncil|[Aa]uthority|[Ff]und)(?!'s)\b|us\b)"
_ADVISERS = (
    r"(?:solicitors|lawyers|legal advis[eo]rs|valuers|surveyors|(?:[a-z]+ )?agents|brokers?"
    r"|auctioneers|accountants|actuar(?:y|ies)|custodians?|bankers|bank|architects|designers"
    r"|engineers|ecologists|(?:[a-z]+ )?advis[eo]rs?|planners|printers|caterers|cleaners|gardeners"
    r"|insurers|bailiffs|payroll (?:bureau|provider)|internal auditors?|web (?:designers|hosts?)"
    r"|publishers|couriers|removers|translators|tree surgeons|arborists)"
)
# "The Council's solicitors in the matter were ", "our brokers, ".
_OUR_ADVISERS = re.compile(
    rf"(?<![\w'])(?<!not ){_OURS} (?:own )?(?:[\w-]+ ){{0,3}}?{_ADVISERS}"
    r"(?: (?:in|on|for|over) (?:the |this |these |that )?[^.,;:\n]{2,40}?)?"
    r"(?:,| (?:is|are|was|were|remain|remained|had been|have been|has been|will be)|:| [–-])?"
    r" (?:the firm of |the firm |Messrs )?\Z"
)
# ", the Council's agents", ", our valuers".
_ARE_OURS = re.compile(
    rf"(?: \([^()\n]{{1,40}}\))?(?:,| [–-]| (?:is|are|was|were|as)) {_OURS} (?:own )?"
    rf"(?:[\w-]+ ){{0,3}}?{_ADVISERS}\b"
)
# "gone through for the Council by ", "mended for us by ".
_FOR_US_BY = re.compile(
    rf"\b(?P<done>[a-z]{{3,14}}(?:ed|en|wn|ne|de|t|un|gh|ft))(?: (?:out|up|through|over|down))? "
    rf"(?:for|on behalf of) {_US} by (?:the firm of |Messrs )?\Z"
)
_NOT_DONE = frozenset("held given owned left bequeathed donated granted voted spent".split())
# "acted for the Council in the sale".
_ACTED = re.compile(
    r"(?! [KQ]C)(?: \([^()\n]{1,40}\))?,? (?:which |who )?(?:(?:has|have|had|also|is|are|was|were)"
    rf" ){{0,2}}act(?:ed|ing|s)? (?:for|on behalf of) {_US}"
)
# ", the letting agents retained by the Council"; ", whose survey the Council commissioned".
_TAKEN_ON = re.compile(
    rf"(?: \([^()\n]{{1,40}}\))?, (?:(?:the|an?|our) (?:[\w'-]+ ){{1,5}}?)?(?:retained|engaged"
    rf"|appointed|employed|used|hired|commissioned|chosen|instructed|contracted) by {_US}"
    rf"|(?: \([^()\n]{{1,40}}\))?, whose (?:\w+ ){{1,3}}?(?:{_US}|we)"
    r" (?:had |has |have )?(?:commissioned|bought|ordered|paid for|hired|engaged|uses?|used)\b"
)
# "done by X, who treated 92 miles and were paid £4.86 million".
_WERE_PAID = re.compile(
    r", (?:who|which) [^.;:\n]{3,70}? and (?:was|were|is|are|will be) paid (?:about |some )?£"
)
# "That the telematics agreement with X be varied".
_AGREED_WITH = re.compile(r"\b[Aa](?:greement|rrangement)s? with (?:the )?\Z")
_BE_VARIED = re.compile(
    r"(?: \([^()\n]{1,40}\))? (?:be|is|was|has been|had been|should be) (?:further )?"
    r"(?:varied|extended|renewed|rolled over|retendered|re-tendered|ended early)\b"
)
_NOT_SERVICE = re.compile(
    r"\b(?:leases?|tenanc\w+|rent\w*|licen[cs]e|grants?|funding|sale|land|loan|planning|section"
    r"|s ?106|nominations?|sharing|partnership|collaboration)\b",
    re.IGNORECASE,
)
# "was called out to mend it", "had been called in to clear the drain".
_CALLED = re.compile(
    r" (?:was|were|had been|has been|have been|being|be) called (?:out|in|back) to "
    r"(?:fix|mend|repair|make|clear|pump|clean|remove|look|treat|replace|board|cut|unblock|see|test"
    r"|inspect|check|deal|survey|fell)\b"
)
# "which hold the grass contract", "who won both contracts".
_HOLDS = re.compile(
    r",? (?:who |which |that )?(?:(?:has|have|had|now|still|also|currently|already|both) ){0,2}"
    r"(?:holds?|held|won|lost|shares?) (?:the|our|both|this|that) (?:[a-z][\w-]* ){0,4}?"
    r"contracts?\b"
    r"(?! (?:with (?!the [Cc]ouncil|us)|of (?:sale|employment)|for the (?:sale|land)))"
)
# "and has charged the Council £22,000 more".
_CHARGED = re.compile(
    r",?[^.;:A-Z\n]{0,120}? (?:charged|charges|charging|billed|invoiced) "
    r"(?:the (?:\w+ )?[Cc]ouncil|us) (?:(?:an?|about|some|only) )?(?:\w+ )?£"
)
# ", the firm that looks after the paddling pool"; ", who clean the civic offices".
_KEEPS = (
    r"(?:(?:look|looks|looked) after|clean|maintain|servic|repair|mow|cut|sweep|empt|patrol|guard"
    r"|inspect|paint|host|supply|suppl|monitor|collect)(?:e?s|ies|y|ing|e|ed)?"
)
_FIRM_THAT = re.compile(
    r"(?: \([^()\n]{1,40}\))?, (?:the|a|our) (?:local )?(?:firm|company|contractors?|people)"
    rf" (?:that|which|who) {_KEEPS} (?:the|our|its|all|both) (?!own\b)"
)
_PUBLIC_PLACES = (
    r"(?:(?:civic|council|town|county|parish) (?:offices?|halls?|centre|houses)|town hall"
    r"|civic centre|guildhall"
    r"|public (?:toilets|conveniences)|street ?lights?|play (?:areas?|parks?|grounds?)|playgrounds?"
    r"|paddling pool|cemeter(?:y|ies)|crematorium|closed churchyards?|bus shelters|war memorials?"
    r"|leisure centres?|libraries|highways|gullies|verges|parks|streets|bins|car parks|offices"
    r"|depots?|schools|sheltered (?:schemes|housing)|care homes)"
)
_WHO_CLEAN = re.compile(
    rf",? (?:who|which) (?:now |currently |also )?{_KEEPS} "
    rf"(?:(?:all|most|some|both)(?: of)? )?(?:the|our) {_PUBLIC_PLACES}\b"
)
_UNPAID = re.compile(
    r"\b(?:volunt\w+|own (?:cost|expense)|licen[cs]e|lease|grant|free of charge|permit)\b",
    re.IGNORECASE,
)
# "standing orders were waived to let ", "an exemption from the rules so that ".
_WAIVER = re.compile(
    r"\b(?:[Ww]aiv(?:e[sd]?|ers?|ing)|[Ee]xempt(?:ion|ed)|[Dd]ispens(?:e|ed|ing) with)\b"
)
_RULES = re.compile(
    r"\b(?:[Rr]ules?|[Ss]tanding [Oo]rders?|[Rr]egulations?|CPRs?|CSOs?|[Tt]enders?|[Tt]endering"
    r"|[Cc]ompetition|[Pp]rocurement|[Qq]uotations?|[Qq]uotes)\b"
)
_TO_LET = re.compile(
    r"\b(?:so that|(?:to|and) (?:allow|enable|permit|let|use|engage|continue with|retain|keep"
    r"|stay with|employ|instruct|go to)|in favour of) (?:the )?\Z"
)
# "had renewed with ", "to stay with ", of what is bought by the year.
_RENEWED = re.compile(
    r"\b(?:renew(?:ed|ing|s)?|stay(?:ed|ing)?|remain(?:ed|ing)?|insured|reinsured)"
    r"(?: (?:it|the (?:policy|insurance|cover|licence|support)|for [a-z0-9]{1,7} years?))? with "
    r"(?:the )?\Z"
)
_YEARLY = re.compile(
    r"\b(?:[Ii]nsurance|[Pp]olicy|[Pp]remium|[Cc]over|[Ss]oftware|[Hh]osting|[Bb]roadband"
    r"|[Ee]lectricity|[Gg]as|[Ee]nergy|[Tt]ariff|[Mm]aintenance|[Ss]upport|[Bb]roker)\b"
)
# "the system is Lumen, from ".
_SYSTEM_FROM = re.compile(
    r"\b(?:system|software|platform|package|database|app)(?: in use)? (?:is|was|will be|remains)"
    r" [A-Z][\w-]*(?: [A-Z0-9][\w-]*){0,2},? (?:made |supplied |provided |sold |licensed )?"
    r"(?:from|by) (?:the )?\Z"
)
_ACCEPT_THAT = re.compile(
    r"\baccept(?:s|ed|ing)? (?:that|the one|the (?:price|quote|figure|estimate|offer)) "
    r"(?:of|from|by) (?:the firm of |Messrs )?\Z"
)
# "The lowest, from X at £9,845 plus VAT, was accepted", "That from X was accepted".
_LOWEST = re.compile(
    r"(?:\A|[.;:] |\n)\s{0,3}(?:[Tt]he (?:lowest|lower|best|cheapest|cheaper)(?: \w+)?|[Tt]hat),?"
    r" (?:was )?(?:from|of|by) (?:the firm of |Messrs )?\Z"
)
_IS_ACCEPTED = re.compile(
    r"(?:[^.;\n]|\.(?=[0-9])){0,90}?(?:(?<!not )(?:be|was|is|been|and) (?:duly |therefore |then )?"
    r"accepted\b|\b(?:agreed|resolved|decided) to accept it\b)"
)
_HANDED_BACK = re.compile(
    r"\b(?:[Cc]ontract|[Rr]outes?|[Rr]uns?|[Rr]ounds?|[Pp]ackages?|[Tt]ransport|[Ll]ots?)\b"
    r"[^.;\n]{0,60}? (?:given up|handed back|handed in) by \Z"
)
_OUTSIDE_AUDIT = re.compile(r"\b[Ee]xternal audit")


def retained(beside: Beside) -> Tie | None:
    """Return supplier where the words on either side tell that a name works for the council."""
    if beside.kind == "body":
        return None
    return _told_before(beside) or _told_after(beside)


def _told_before(beside: Beside) -> Tie | None:
    left = beside.left[-300:]
    near = left[-130:]
    if _OUR_ADVISERS.search(near) and not _OUTSIDE_AUDIT.search(near):
        return Tie(SUPPLIER, True, "organisations.party")
    done = _FOR_US_BY.search(near)
    if done and done["done"] not in _NOT_DONE:
        return Tie(SUPPLIER, True, "organisations.provided_by")
    if _SYSTEM_FROM.search(near):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if _LOWEST.search(near) and _IS_ACCEPTED.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.accepted")
    if _ACCEPT_THAT.search(near):
        return Tie(SUPPLIER, True, "organisations.accepted")
    if _HANDED_BACK.search(near):
        return Tie(SUPPLIER, True, "organisations.contract_from")
    if _RENEWED.search(near) and (_YEARLY.search(left) or beside.right.startswith(" at £")):
        return Tie(SUPPLIER, True, "organisations.contract_with")
    varied = _AGREED_WITH.search(near) and _BE_VARIED.match(beside.right)
    if varied and not _NOT_SERVICE.search(left):
        return Tie(SUPPLIER, True, "organisations.agreement_with")
    waived = _TO_LET.search(near) and _WAIVER.search(left) and _RULES.search(left)
    return Tie(SUPPLIER, True, "organisations.engaged") if waived else None


def _told_after(beside: Beside) -> Tie | None:
    right = beside.right
    if _ARE_OURS.match(right) or _ACTED.match(right):
        return Tie(SUPPLIER, True, "organisations.party")
    if _TAKEN_ON.match(right):
        return Tie(SUPPLIER, True, "organisations.after_supplier")
    if beside.left.endswith(" by ") and _WERE_PAID.match(right):
        return Tie(SUPPLIER, True, "organisations.paid")
    if _CALLED.match(right) or _CHARGED.match(right):
        return Tie(SUPPLIER, True, "organisations.engaged")
    if _HOLDS.match(right):
        return Tie(SUPPLIER, True, "organisations.active")
    kept = _FIRM_THAT.match(right) or _WHO_CLEAN.match(right)
    if kept and beside.kind != "charity" and not _UNPAID.search(right):
        return Tie(SUPPLIER, True, "organisations.active")
    return None
