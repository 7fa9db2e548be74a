"""Which candidates stay: a name nobody knows is a firm only where a strong tie says so."""

import re

from extractors.lowered import lowered
from extractors.org_known import Name
from extractors.org_right import is_product_use
from extractors.org_ties import NONE, Tie

# Ties by which a name without suffix that nobody knows is a firm.
_SURE = frozenset(
    f"organisations.{rule}"
    for rule in (
        "awarded_to", "contract_with", "winner", "won", "engaged", "party", "party_is",
        "provided_by", "after_supplier", "strategic_partnership", "column", "label", "tender_from",
        "tender_by", "bought_from", "accepted", "tender_of", "active", "contract_from",
        "incumbent", "to_provide",
    )
)  # fmt: skip
# Other parts that a firm's shape and a strong tie are enough for.
_PARTS = frozenset("bidder tenant grantee applicant".split())
# Ties that also need a trade in the name, or a paragraph about buying.
_LIKELY = frozenset(
    f"organisations.{rule}"
    for rule in (
        "appointed", "paid", "agreement_with", "made_by", "performance", "title",
        "partner", "serves", "does",
    )
)  # fmt: skip
_BUYING = re.compile(
    r"\b(?:[Cc]ontract|[Ss]upplier|[Pp]rovider|[Pp]rocure|[Tt]ender|[Qq]uotation|"
    r"[Ii]nvoice|KPIs?\b|"
    r"[Oo]utsourc|[Oo]perator|[Cc]ommissioned\b|[Oo]rder be placed|[Ff]irms?\b)"
)
_TRADE_AFTER = re.compile(
    r""",?[ ](?:as[ ](?:the[ ]|an?[ ])?(?:[\w'-]+[ ]){0,5}?
      (?:contractor|supplier|provider|operator|consultant|partner|architect|agent)s?\b
    |to[ ](?:provide|deliver|undertake|carry[ ]out|supply|design|manage|operate|build|run|test
      |review)\b)""",
    re.VERBOSE,
)
_PRIVATE = re.compile(
    r"\b(?:planning (?:permission|application|committee)|applicants?\b|lease|tenants?\b|"
    r"objected|objections?|petition|shareholder|voluntary|volunteers|premises licence)\b"
)


def stays(reading: str, name: Name, tie: Tie) -> bool:
    """Leave out products, weak names and open names that no contract verb ties."""
    tied = tie.role == "supplier" and tie.strong
    if name.how == "verb" and not tied:
        return tie.strong and name.kind == "trade" and tie.role in _PARTS
    if name.how == "verb":
        return _is_open_firm(reading, name, tie)
    if name.weak or name.kind == "product":
        return tied
    return True


def _is_open_firm(reading: str, name: Name, tie: Tie) -> bool:
    right = reading[name.stop : name.stop + 120]
    if is_product_use(right):
        return False
    if tie.rule in _SURE:
        return True
    if tie.rule not in _LIKELY:
        return False
    if tie.rule == "organisations.appointed":
        return name.kind == "trade" or bool(_TRADE_AFTER.match(right))
    return name.kind == "trade" or is_buying(reading, name)


def confirmed(reading: str, name: Name, tie: Tie) -> Tie:
    """Return a weak tie only where the paragraph is about buying and nothing private."""
    if tie.rule == "organisations.does" and (name.how == "suffix" or name.kind == "trade"):
        return NONE if _PRIVATE.search(_paragraph(lowered(reading), name)) else tie
    weak = tie.rule in ("organisations.serves", "organisations.does")
    return NONE if weak and not is_buying(reading, name) else tie


def is_buying(reading: str, name: Name) -> bool:
    """Tell whether a name stands in a paragraph about contracts and nothing private."""
    return bool(_BUYING.search(_paragraph(reading, name))) and not _PRIVATE.search(
        _paragraph(lowered(reading), name)
    )


def _paragraph(reading: str, name: Name) -> str:
    start = max(reading.rfind("\n", 0, name.start) + 1, name.start - 400)
    stop = reading.find("\n", name.stop, name.stop + 400)
    return reading[start : name.stop + 400 if stop < 0 else stop]
