"""Contracts and agreements with a name: bought by, or of sale, lease, grant and planning."""

import re

from extractors.org_right import RIGHT_PURPOSE
from extractors.org_ties import GRANTEE, OTHER, PARTNER, SUPPLIER, TENANT, Beside, Tie, words_beside
from extractors.org_words import (
    AGREEMENT_OF,
    APPLY,
    FORMER_OR_NOW,
    GRANTS,
    HARD,
    LEASES,
    NOT_BOUGHT,
    SALES,
    has,
    word_set,
)

_PROLONG = word_set(
    "extend extended extending extension vary varied varying renew renewal renewing "
    "replace replacing terminate terminating end ending"
)
# What is no service, whatever an agreement is for.
_NO_SERVICE = word_set("section 106 s106 planning loan parking")
# "the agreement with X for damp works".
_FOR_WORK = re.compile(
    r" for (?:the |its )?(?:\w+ ){0,3}(?:works?|repairs|services?|suppl(?:y|ies)|maintenance"
    r"|cleaning|collections?|meals|transport|care)\b"
)

# ", under which the offices are cleaned", ", which guards the depot".
_SERVED = re.compile(
    r",? (?:under|by) which [^.;:\n]{3,60}? (?:is|are|was|were) (?:guarded|cleaned|maintained|swept"
    r"|collected|serviced|repaired|supplied|mown|inspected|tested|printed|patrolled|emptied|staffed"
    r"|monitored|hosted|catered)\b"
    r"|,? (?:which|who) (?:guard|clean|maintain|collect|service|repair|supplie|supply|sweep|mow"
    r"|inspect|test|print|patrol|emptie|empty|host|cater|look|design|treat|sort|repair|fit|carry"
    r"|carrie|dispose|recycle|runs|manage|provide|collect|operate|deliver)s?\b"
    r"|(?:, which [^,;.\n]{3,60},)? (?:be allowed to lapse|(?:will )?(?:comes?|came) to an end"
    r"|(?:will |is to |is due to )?(?:expires?|expired|lapses?|lapsed|ends?|ended) (?:in|on|at)\b)"
    r"|,? for the (?:hire|rental|servicing|cleaning|repair|upkeep|supply) of\b"
)


def varied(before: list[str], beside: Beside) -> Tie | None:
    """Read "a deed of variation with X": of a contract, or of a lease or planning obligation."""
    words = before + words_beside(beside.right[:120])
    if has(words, NOT_BOUGHT, LEASES, SALES, APPLY):
        return None
    if has(words, HARD, AGREEMENT_OF, word_set("contractor operator provider hours specification")):
        return Tie(SUPPLIER, True, "organisations.contract_with")
    return None


def contract_with(before: list[str], gap: list[str]) -> Tie:
    """Return supplier, unless the contract is one of sale or employment."""
    last = before[-4:]
    if has(gap[:3], word_set("sale employment exchange")) or has(
        last, word_set("sale employment exchange land grant purchase")
    ):
        return Tie(OTHER, True, "organisations.with")
    return Tie(SUPPLIER, True, "organisations.contract_with")


def agreement_with(before: list[str], gap: list[str], beside: Beside) -> Tie:
    """Read "the agreement with X": by its kind, by what is done with it, by what it is for."""
    kind = before[-3:]
    if has(kind, LEASES):
        return Tie(TENANT, True, "organisations.with")
    if has(kind[-1:], FORMER_OR_NOW) and not has(
        gap + before[-12:] + words_beside(beside.right[:120]), NOT_BOUGHT
    ):
        return Tie(SUPPLIER, True, "organisations.incumbent")
    if has(kind, word_set("grant funding")):
        return Tie(GRANTEE, True, "organisations.with")
    if kind[-1:] == ["partnership"] and beside.kind in ("charity", "open", "trade"):
        return Tie(PARTNER, False, "organisations.with")
    if has(kind, AGREEMENT_OF) and not has(kind, SALES, word_set("section collaboration sharing")):
        return Tie(SUPPLIER, True, "organisations.agreement_with")
    if has(gap, word_set("concluded signed renewed extended year-long")) and not has(
        before[-8:] + gap + words_beside(beside.right[:120]), NOT_BOUGHT, SALES, GRANTS
    ):
        return Tie(SUPPLIER, True, "organisations.agreement_with")
    served = _FOR_WORK.match(beside.right) or _SERVED.match(beside.right)
    if served or has(before[-4:], _PROLONG):
        aside = gap + before[-8:] + words_beside(beside.right[:120])
        if not has(aside, LEASES, GRANTS, SALES, _NO_SERVICE):
            return Tie(SUPPLIER, True, "organisations.agreement_with")
    if has(
        gap, word_set("provision supply delivery provide deliver operate maintain maintenance")
    ) or (RIGHT_PURPOSE.match(beside.right) and not has(kind, SALES)):
        return Tie(SUPPLIER, True, "organisations.agreement_with")
    return Tie(OTHER, False, "organisations.with")
