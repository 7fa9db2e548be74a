"""Whose deal it is: a developer's contractor is none of the council's, nor is one only thought of.

"The developer had appointed X", "Southern Water's contractor, X", "whether to appoint X": the words
that make a supplier are all there, and yet the council buys nothing. A licensed trade ("the
operator, X, had lost its licence") is named by the part it plays in town, not for the council.
"""

import re

from extractors.organisations.shapes import place_names
from extractors.organisations.ties import Beside, Tie

# Who buys on his own account, by what he is, and by how a body of that kind is named.
_BUYER = (
    r"(?:(?:[Dd]eveloper|[Aa]pplicant|[Aa]ppellant|[Ll]andlord|(?:land|site )?[Oo]wner|[Tt]enant"
    r"|[Ll]essee|[Ll]easeholder|[Ff]reeholder|[Ll]icensee|[Pp]romoter|[Oo]bjector|[Nn]eighbour"
    r"|[Cc]omplainant|[Aa]dministrator|[Ll]iquidator|[Rr]eceiver|[Rr]etailer|[Ii]nvestor|[Ff]under"
    r"|[Dd]iocese|[Cc]hurch|[Hh]otel|[Bb]rewery|[Ss]upermarket|[Uu]niversity|[Hh]ospital"
    r"|(?:water|gas|power|energy|rail|telecoms|utility|parent|insurance) company"
    r"|[Hh]ousing [Aa]ssociation|[Hh]ealth [Bb]oard|[Gg]overnment|[Mm]inistry|[Pp]olice"
    r"|[Cc]onstabulary)s?"
    r"|[A-Z][\w&-]{1,20} (?:Water|Grid|Rail|Networks|Utilities|Developments|Estates|Properties"
    r"|Police|Constabulary|Airport|Airports)"
    r"|(?:National Highways|the NHS|The NHS|Cadent|Openreach))"
)
_TO_HIRE = (
    r"(?:appoint|instruct|engag|commission|hire|hiring|employ|contract|retain|select|let\b|letting"
    r"|award|used\b|uses\b|brought in\b|placed\b)\w*"
)
_BOUGHT_BY = re.compile(
    rf"\b{_BUYER},?(?: (?:which|who|that))?"
    r"(?: (?:has|have|had|would|will|was|were|is|are|to|now|since|already|also|itself|themselves"
    rf"|then|could|should|may|might)){{0,4}}+ {_TO_HIRE}(?! by\b)(?P<rest>[^.;:\n]{{0,80}}?)\Z"
)
# "is to renew the main and has instructed": the subject's second verb.
_AND_HIRED = re.compile(
    rf"\b{_BUYER} (?:is|was|has|had|will|would) [^.;:,\n]{{3,90}}? and "
    rf"(?:has |had |have )?{_TO_HIRE}(?P<rest>[^.;:\n]{{0,40}}?)\Z"
)
_COUNCIL = re.compile(r"\b(?:[Cc]ouncil|[Aa]uthority|us|our|we|officers|Cabinet)\b")
# Whose contractor: "Esk Water's contractor, ", "the developer's contractor was ".
_PARTS = (
    r"(?:contractors?|consultants?|suppliers?|caterers?|agents?|advis[eo]rs?|surveyors?|engineers"
    r"|architects?|solicitors?|insurers?|brokers?|hauliers?|installers?|ecologists|cleaners"
    r"|builders?|planners)"
)
_OWNER = re.compile(
    rf"\b(?P<owner>{_BUYER}|[A-Z][\w&-]{{2,20}})(?:'s?|s')"
    rf" (?:own )?(?:[a-z-]+ ){{0,3}}?{_PARTS}(?:,| is| was| were| are| had been)? ?(?:the )?\Z"
)
_PUBLIC = frozenset(
    "council authority borough county city district town parish board committee cabinet fund "
    "partnership service department directorate executive village year centre hall guildhall "
    "theatre museum library park pool baths market school schools cemetery crematorium depot "
    "project programme scheme".split()
)
# Only thought of: "whether to appoint", "whether the work might have gone to".
_WHETHER = re.compile(
    r"\bwhether (?:to |[^.;:,\n]{1,50}? (?:might|could|should|would|can) (?:have |be |have been )?)"
    r"(?:appoint|engag|award|commission|instruct|hire|use|go|gone|given|let|approach|buy)\w*"
    r" [^.;:\n]{0,60}?\Z"
)
_THOUGHT_OF = re.compile(r"\b(?:[Cc]onsidered|[Oo]ptions?|[Aa]lternatives?|[Ll]ooked at)\b")
_NOT_DONE = re.compile(
    r"[^.;\n]{0,60}?,? (?:and|but) (?:\w+ ){0,3}?(?:chose|decided|agreed|preferred|opted|resolved)"
    r" (?:not to|to keep|against|to do nothing|to bring|instead)\b"
)
# A trade that is licensed, not hired.
_LICENSED = re.compile(
    r"\b(?:its|their|an?|the|premises|operator's|private hire|vehicle|club|street trading) "
    r"(?:\w+ )?licen[cs]es?\b"
)
_TRADE_BEFORE = re.compile(r"\b(?:[Oo]perators?|[Cc]aterers?|[Aa]gents?),? (?:the )?\Z")
_DEALS = re.compile(r"\b(?:[Cc]ontract\w*|[Tt]ender\w*|[Cc]oncession|[Oo]ur|[Cc]ouncil's)\b")
# What a developer has: its own land, its own permission.
_OWN_LAND = re.compile(
    r"(?: \([^()\n]{1,40}\))?, (?:which|who) (?:has |have |had |now )?(?:bought|buys|acquired|owns?"
    r"|owned|purchased|holds? (?:the )?(?:freehold|planning|land)|secured planning"
    r"|obtained planning)\b"
)
# "its architects, " where the sentence speaks of somebody else.
_ITS = re.compile(
    rf"\b(?:its|their) (?:own )?(?:[a-z-]+ ){{0,3}}?(?:operator|{_PARTS}),? (?:the )?\Z"
)
_OURS = re.compile(
    r"\b(?:[Cc]ouncil|[Aa]uthority|[Ff]und|[Ss]ervice|[Dd]epartment|[Tt]eam|[Cc]ommittee|[Bb]oard"
    r"|[Cc]abinet|[Bb]orough|[Pp]artnership|[Oo]fficers|[Mm]embers|[Ww]e)\b"
)
_OTHER_NAMED = re.compile(
    r"(?<=[a-z,)] )[A-Z][a-z]|\b(?:developer|owner|applicant|landlord|tenant)"
)
# Whose money the council takes or keeps: a rent, a roundabout's sponsor, a deposit.
_PAYS_RENT = re.compile(
    r",? (?:which |who )?(?:pays?|paid|will pay|paying) (?:us )?(?:an? )?"
    r"(?:annual |yearly |turnover )?rent\b"
)
_DEPOSITED = re.compile(
    r"\b(?:deposits?|deposited|invest(?:ed|ment|ments)?|notice account|call account|money market"
    r"|matured|maturing|lent|certificates? of deposit)\b"
)
_GIFT = re.compile(
    r",? (?:free of charge|at no (?:charge|cost)|for nothing|free,|as a gift|as volunteers"
    r"|at (?:its|their) own (?:cost|expense))"
)
_NO_CONTRACT = re.compile(
    r"\b(?:no|never had an?|not (?:have|had) an?|without an?|nor an?) (?:[\w-]+ ){0,2}?"
    r"(?:contract|agreement|arrangement)s? with (?:the )?\Z"
)
# An offer to buy what is the council's: "an offer of £315,000 from X for the land".
_OFFER = re.compile(r"\b[Oo]ffers?\b(?! to (?:provide|supply|carry|do))")
_BIDS = re.compile(r"\b(?:[Tt]ender|[Bb]id|[Qq]uot)")
_FOR_LAND = re.compile(
    r" (?:for|to (?:buy|purchase|acquire)) (?:the |our |its )?(?:purchase of )?(?:the )?(?:former"
    r"|old|land|sites?|freehold|plots?|buildings?|property|properties|house|garages?|farm|depot"
    r"|premises|leasehold)\b|,? subject to contract\b"
)
_PRODUCT_OF = re.compile(r"\b(?:whose|its|their|the) (?:product|software|system|app|platform),? \Z")
_TOUCHED = frozenset(
    f"organisations.{rule}"
    for rule in "appointed awarded_to engaged bought_from contract_with to_provide".split()
)


def is_anothers(beside: Beside, tie: Tie) -> bool:
    """Tell whether the deal that makes a name a supplier is another's, or none yet."""
    left = beside.left[-200:]
    if tie.rule in _DONE and (
        _OWN_LAND.match(beside.right) or _GIFT.match(beside.right) or "ponsorship" in left
    ):
        return True
    if _is_of_means(beside, tie, left):
        return True
    if _owner_elsewhere(left) or _hired_elsewhere(left) or _is_licensed(left, beside.right):
        return True
    if tie.rule not in _TOUCHED:
        return False
    return bool(
        ("whether" in left and _WHETHER.search(left))
        or (_THOUGHT_OF.search(left) and _NOT_DONE.match(beside.right))
    )


_DONE = ("organisations.provided_by", "organisations.made_by", "organisations.kept_by")
_WITH = ("organisations.contract_with", "organisations.agreement_with")


def _is_of_means(beside: Beside, tie: Tie, left: str) -> bool:
    """Tell whether money goes the other way, or nothing was agreed: rents, deposits, offers."""
    if _PAYS_RENT.match(beside.right):
        return True
    if tie.rule in _WITH:
        return bool(_DEPOSITED.search(left) or _NO_CONTRACT.search(left))
    if beside.kind == "open" and _PRODUCT_OF.search(left):
        return True
    told = "ffer" in left and _OFFER.search(left) and not _BIDS.search(left)
    return bool(told and _FOR_LAND.match(beside.right))


def _hired_elsewhere(left: str) -> bool:
    """Read "the developer had appointed", "Esk Water is to renew the main and has instructed"."""
    told = _BOUGHT_BY.search(left) or _AND_HIRED.search(left)
    return told is not None and not _COUNCIL.search(told["rest"])


def _owner_elsewhere(left: str) -> bool:
    """Read "Southern Water's contractor, ", but not "Esk's contractor" of a council's own place."""
    if _ITS.search(left) and not _OURS.search(left) and _OTHER_NAMED.search(left):
        return True
    told = _OWNER.search(left)
    if not told:
        return False
    word = told["owner"].rpartition(" ")[2].casefold()
    return word not in _PUBLIC and not any(word in place.split() for place in place_names())


def _is_licensed(left: str, right: str) -> bool:
    """Read "the operator, X, had its licence suspended"."""
    if not _TRADE_BEFORE.search(left) or not _LICENSED.search(right):
        return False
    return not _DEALS.search(left + right)
