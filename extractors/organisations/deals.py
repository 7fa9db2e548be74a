"""Contracts and agreements with a name: bought by, or of sale, lease, grant and planning."""

import re

from extractors.organisations.engaged import settled_with
from extractors.organisations.plain import leased_with
from extractors.organisations.right import RIGHT_PURPOSE
from extractors.organisations.ties import (
    GRANTEE,
    OTHER,
    PARTNER,
    SUPPLIER,
    TENANT,
    Beside,
    Tie,
    words_beside,
)
from extractors.organisations.words import (
    AGREEMENT_OF,
    APPLY,
    DEALS,
    FORMER_OR_NOW,
    GRANTS,
    HARD,
    LEASES,
    NOT_BOUGHT,
    NOT_CONTRACT,
    ORDERS,
    PARTNERING,
    SALES,
    SERVICES,
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
    r"|,? (?:which|that) (?:costs?|is costing|has cost)(?: us| the Council)? (?:about |around )?£"
    r"|,? for the (?:hire|rental|servicing|cleaning|repair|upkeep|supply) of\b"
)


# What a deed of variation changes that is no lease's and no planning obligation's.
_OF_CONTRACT = word_set(
    "contractor operator provider hours specification price prices rate rates uplift uplifted"
)


def varied(before: list[str], beside: Beside) -> Tie | None:
    """Read "a deed of variation with X": of a contract, or of a lease or planning obligation."""
    words = before + words_beside(beside.right[:120])
    if has(words, NOT_BOUGHT, LEASES, SALES, APPLY):
        return None
    if has(words, HARD, AGREEMENT_OF, _OF_CONTRACT):
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
    if served or has(before[-7:], _PROLONG):
        aside = gap + before[-8:] + words_beside(beside.right[:120])
        if not has(aside, LEASES, GRANTS, SALES, _NO_SERVICE):
            return Tie(SUPPLIER, True, "organisations.agreement_with")
    if has(
        gap, word_set("provision supply delivery provide deliver operate maintain maintenance")
    ) or (RIGHT_PURPOSE.match(beside.right) and not has(kind, SALES)):
        return Tie(SUPPLIER, True, "organisations.agreement_with")
    return Tie(OTHER, False, "organisations.with")


_TERMS = word_set("year years term month months season seasons winter summer")
_MORE = word_set("further another last final extra second third two three four five one more next")
_HAGGLED = word_set("renegotiate renegotiated renegotiating renegotiation renegotiates")
_HAGGLED_OVER = word_set("terms price prices rate rates fee fees tariff")


def _term_with(before: list[str], beside: Beside) -> Tie | None:
    """Read "a further two years with X for weed spraying", "renegotiating terms with X"."""
    near = before[-8:]
    aside = near + words_beside(beside.right[:120])
    if has(aside, LEASES, GRANTS, _NO_SERVICE, NOT_CONTRACT - word_set("interest")):
        return None
    if has(before[-1:], _TERMS) and has(before[-4:-1], _MORE):
        served = re.match(r" (?:for|to|at|on)\b", beside.right.removeprefix(","))
        return Tie(SUPPLIER, True, "organisations.contract_with") if served else None
    if has(near, _HAGGLED) and has(near, _HAGGLED_OVER, SERVICES, HARD):
        return Tie(SUPPLIER, True, "organisations.contract_with")
    return None


def with_name(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    """Read "the contract with X", "a strategic partnership with X", "talks with X"."""
    if settled := settled_with(before) or _term_with(before, beside):
        return settled
    for i in range(len(before) - 1, max(-1, len(before) - 30), -1):
        word = before[i]
        if word in HARD or word in ORDERS:
            return contract_with(before[: i + 1], before[i + 1 :])
        if word in ("agreement", "agreements", "arrangement", "arrangements"):
            return agreement_with(before[:i], before[i:], beside)
        if word in ("partnership", "alliance") and "strategic" in before[max(0, i - 2) : i]:
            return Tie(SUPPLIER, True, "organisations.strategic_partnership")
        if word == "sla":
            return Tie(SUPPLIER, True, "organisations.agreement_with")
        if word == "variation" and "deed" in before[max(0, i - 2) : i]:
            return varied(before, beside)
        if word in ("variation", "extension") and has(
            before + words_beside(beside.right[:120]), HARD
        ):
            return Tie(SUPPLIER, True, "organisations.contract_with")
        if word in LEASES and before[i - 1 : i] == ["and"]:
            continue  # "the operating contract and leases with Esk Leisure"
        if word in LEASES:
            return leased_with(beside)
        if word == "deal" and has(before[max(0, i - 3) : i], DEALS, SERVICES):
            return contract_with(before[: i + 1], before[i + 1 :])
        if word in NOT_CONTRACT:
            if word in PARTNERING:
                return Tie(PARTNER, False, "organisations.partner")
            return Tie(OTHER, False, "organisations.with")
        if word in ("contracted", "outsourced", "awarded", "let"):
            return Tie(SUPPLIER, True, "organisations.contract_with")
        if word in ("working", "work"):
            return Tie(PARTNER, False, "organisations.partner")
    return None
