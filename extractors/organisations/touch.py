"""Names that a verb or a role touches without preposition: "appoint X", "Contract award – X"."""

import re

from extractors.organisations.engaged import pay_name
from extractors.organisations.ties import (
    APPLICANT,
    BIDDER,
    OTHER,
    PARTNER,
    SUPPLIER,
    TENANT,
    Beside,
    Tie,
)
from extractors.organisations.words import APPOINT, HARD, PARTNER_OF, TENDERS, has, word_set

_HIRES = word_set(
    "engage engaged engaging commission commissioned commissioning instruct instructed instructing "
    "hire hired hiring retain retained retaining"
)
_TO_WORK = re.compile(
    r",? to (?!the\b|be\b|sit|speak|represent|attend|chair|join|act|serve|stand|perform"
    r"|play)[a-z]+ "
)
_USERS = word_set("we officers department service team")
_RECOMMEND = word_set("recommend recommends recommended choose chose select")
COUNCILS = word_set("council authority")


# "Internal Audit (Esk Audit Partnership) had completed …".
_INTERNAL_AUDIT = re.compile(r"\b[Ii]nternal [Aa]udit \(\Z")


def _is_award_title(words: list[str]) -> bool:
    """Tell whether a heading is of a contract award: "Award of Contract – Lifts – X"."""
    return (
        len(words) < 24
        and has(words, HARD)
        and has(
            words, word_set("award extension variation renewal novation performance monitoring")
        )
        and not has(words, TENDERS)
    )


def other_touch(words: list[str], beside: Beside) -> Tie | None:
    """Read a name that a verb or a role touches without a preposition."""
    last = words[-1] if words else ""
    if last in ("agent", "agents") and words[-2:-1] == ["managing"]:
        return Tie(SUPPLIER, True, "organisations.party")
    if last in ("applicant", "applicants", "developer", "developers", "agent"):
        return Tie(APPLICANT, True, "organisations.label")
    if paid := pay_name(words, beside):
        return paid
    if last == "for" and beside.left.rstrip().endswith("FOR:"):
        return Tie(APPLICANT, True, "organisations.label")
    if last in ("penodi", "penodwyd") and beside.right.startswith(" i "):
        return Tie(SUPPLIER, True, "organisations.engaged")
    if last in ("tendr", "dendr"):
        won = has(words[-6:], word_set("derbyn dderbyn derbyniwyd cymeradwyo"))
        return Tie(SUPPLIER if won else BIDDER, True, "organisations.tender_of")
    if last in ("tenders", "bids", "quotations"):
        return Tie(BIDDER, True, "organisations.label")
    if last in COUNCILS and "between" in words[-6:] and has(words, HARD, word_set("novation")):
        return Tie(SUPPLIER, True, "organisations.contract_with")
    if last in ("tenant", "tenants", "lessee"):
        return Tie(TENANT, True, "organisations.label")
    if last in ("landlord", "landlords", "owner", "owners"):
        return Tie(OTHER, True, "organisations.label")
    if last in _RECOMMEND and beside.right[:5] in (" for ", " as t", " as o", " to b", " to u"):
        return Tie(SUPPLIER, True, "organisations.appointed")
    if last in ("used", "uses", "using", "use") and has(words[-6:], COUNCILS, _USERS):
        return Tie(SUPPLIER, True, "organisations.appointed")
    if last in _HIRES and _TO_WORK.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.engaged")
    if last in APPOINT and not beside.left.endswith("("):
        return Tie(SUPPLIER, True, "organisations.appointed")
    if _INTERNAL_AUDIT.search(beside.left[-20:]) and beside.right.startswith(")"):
        return Tie(SUPPLIER, True, "organisations.party")
    if last in ("partner", "partners"):
        strategic = has(words[-4:], PARTNER_OF)
        return Tie(SUPPLIER if strategic else PARTNER, strategic, "organisations.partner")
    if last in ("invite", "invited", "inviting", "shortlisted", "short-listed"):
        return Tie(BIDDER, True, "organisations.invited")
    if beside.left.endswith(" contract (") and beside.right.startswith(")"):
        return Tie(SUPPLIER, True, "organisations.party")
    if beside.left.rstrip()[-1:] in ("-", "–", ":") and _is_award_title(words):
        return Tie(SUPPLIER, True, "organisations.title")
    if (last in HARD or last in ("award", "extension")) and has(
        words[-6:], word_set("award extension variation renewal")
    ):
        return Tie(SUPPLIER, True, "organisations.title")
    return None
