"""How far a tie holds for the kind of name it was read for: a utility's own work is none of ours.

The words beside a name are read alike for all names; a public body, a utility, an external auditor
or a product has to be tied more closely than a firm to be a supplier.
"""

import re

from extractors.organisations.anothers import is_anothers
from extractors.organisations.known import Name
from extractors.organisations.right import is_product_use
from extractors.organisations.ties import BIDDER, NONE, OTHER, Beside, Tie

# Ties that make a public body a supplier: it won or holds a contract.
_BODY_WON = frozenset(
    "organisations.awarded_to organisations.contract_with organisations.winner".split()
)
# What another is to supply, before "to" names the body that gets it.
_FOR_SUPPLY = re.compile(
    r"\b(?:from|to) [A-Z][^.;\n]{3,80} for the (?:provision|supply|delivery) of "
    r"[^.;\n]{3,160} to (?:the )?\Z"
)
_TO_WIN = re.compile(
    r"\b(?:enter(?:ed|ing)?|extend|extension|renew\w*|award\w*|vary|variation|direct|let)\b",
    re.IGNORECASE,
)


# A member's own dealings: "declared an interest as his firm had a contract with X".
_DECLARED = re.compile(r"\bdeclar(?:ed|es|ing)\b[^.;\n]{0,60}\binterests?\b")


# What a public body has to send in to be a bidder: a proposal of a ministry is none.
_BIDS = re.compile(r"\b(?:[Tt]ender|[Bb]id|[Qq]uot|[Ss]ubmission|[Ee]xpression)")


# Bodies that councils buy through, and what their frameworks are called.
_BUYING = re.compile(
    r"\b(?:Buying|Purchasing|Procurement) (?:Group|Consortium|Organisation|Hub|Alliance|Club|Lot)\b"
)
_FRAMEWORK = re.compile(r" (?:Framework|Dynamic Purchasing|DPS)\b")
# One tender is accepted, the rest are told of behind it: ", those from X being higher".
_TENDERED = frozenset(f"organisations.tender_{word}" for word in ("of", "by", "from"))
_OTHERS = re.compile(
    r"\baccept[^;:\n]{0,160}?[,;(] ?(?:and |with |while |but )?(?:those|that|the (?:\w+ ){0,2}?"
    r"(?:prices?|quotes?|quotations?|offers?|tenders?|bids?|others?))(?: received| submitted)?"
    r" (?:from|of|by) [^;:\n]{0,60}\Z"
)
_DEARER = re.compile(
    r"(?:,? and [^,;.\n]{3,50})? (?:being (?:noted|higher|dearer|conditional)"
    r"|(?:was|were) (?:higher|dearer|not accepted|above|over))\b"
)


def fit(name: Name, beside: Beside, tie: Tie) -> Tie:
    """Return the tie as far as this kind of name can hold it."""
    if tie.role == "bidder" and name.kind == "body" and not _BIDS.search(beside.left):
        return NONE
    if tie.role != "supplier":
        return tie
    if "interest" in beside.left and _DECLARED.search(beside.left):
        return NONE
    if is_anothers(beside, tie):
        return Tie(OTHER, True, "organisations.anothers")
    if name.kind == "framework" or _BUYING.search(name.name) or _FRAMEWORK.match(beside.right):
        return NONE
    if tie.rule in _TENDERED and (_OTHERS.search(beside.left) or _DEARER.match(beside.right)):
        return Tie(BIDDER, True, tie.rule)
    if name.kind == "body" and tie.rule == "organisations.serves_us":
        return tie
    if name.kind == "body":
        hired = beside.hired or beside.left.endswith("for the Council by ")
        if tie.rule == "organisations.provided_by" and hired:
            return tie
        served = _FOR_SUPPLY.search(beside.left)
        won = (
            tie.rule in _BODY_WON
            and not served
            and (_TO_WIN.search(beside.left) or "winner" in tie.rule)
        )
        partner = tie.rule in (
            "organisations.strategic_partnership",
            "organisations.agreement_with",
        )
        return tie if won else Tie("partner", False, tie.rule) if partner else NONE
    if name.kind in ("utility", "auditor", "product") and not tie.strong:
        return NONE
    if name.kind == "utility" and tie.rule in _OWN_WORK:
        return NONE  # "Network Rail has completed the work": on its own lines
    if name.kind == "auditor" and tie.rule == "organisations.provided_by":
        return tie if "internal audit" in beside.left.casefold() else NONE
    if name.kind == "product" and is_product_use(beside.right):
        return NONE
    return tie


# What a utility does on its own account as well.
_OWN_WORK = frozenset(
    f"organisations.{rule}"
    for rule in "serves does active kept_by charges attended goes_on".split()
)
