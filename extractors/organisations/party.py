"""Ties of a part that is named: "the preferred bidder is X", "the Council's contractor, X"."""

import re
from itertools import pairwise

from extractors.organisations.ties import (
    APPLICANT,
    BIDDER,
    SUPPLIER,
    TENANT,
    Beside,
    Tie,
    words_beside,
)
from extractors.organisations.words import (
    APPLY,
    BIDDERS,
    LOSING,
    OTHERS,
    PARTIES,
    PARTNER_OF,
    TENDERS,
    WINNERS,
    WINNING,
    has,
    word_set,
)


def is_name(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    """Read "the preferred bidder is X", "the winner was X", "the applicant is X"."""
    near = before[-12:]
    if has(near[-3:], WINNERS):
        return Tie(SUPPLIER, True, "organisations.winner")
    for i in range(len(near) - 1, -1, -1):
        if near[i] in PARTIES | BIDDERS | TENDERS or near[i] == "partner":
            return _party_is(near[i], near[max(0, i - 4) : i])
    if has(near[-5:], word_set("applicant developer")):
        return Tie(APPLICANT, True, "organisations.party_is")
    if has(near[-5:], word_set("tenant lessee")):
        return Tie(TENANT, True, "organisations.party_is")
    return None


def _party_is(party: str, before: list[str]) -> Tie | None:
    """Read "the preferred bidder is X", "the framework partner will be X"."""
    if has(before, LOSING):
        return Tie(BIDDER, True, "organisations.party_is")
    if has(before, OTHERS) and party.endswith("s"):
        return None
    if has(before, WINNING):
        return Tie(SUPPLIER, True, "organisations.winner")
    if party in PARTIES or (party == "partner" and has(before, PARTNER_OF)):
        return Tie(SUPPLIER, True, "organisations.party_is")
    return Tie(BIDDER, True, "organisations.party_is") if party in BIDDERS else None


_SCORED = word_set("score scored scores scoring price priced dearer cheaper")


_LICENSED = re.compile(
    r"(?: (?:and|&) [A-Z][^.,;\n]{2,40}?)? (?:had |have |has )?"
    r"(?:objected|opposed|applied for|appealed)\b"
)
_PUBLIC = word_set(
    "council's authority's county's borough's district's city's town's fund's board's service's "
    "department's committee's cabinet's year's season's month's week's its our councils'"
)


def _is_anothers(words: list[str]) -> bool:
    """Tell whether the part is one played for somebody else: "the tenant's insurers"."""
    near = [w for w in words[-5:] if w.endswith(("'s", "s'"))]
    return bool(near) and not has(near[-1:], _PUBLIC) and has(words[-6:], _FOR_ANYBODY)


_FOR_ANYBODY = word_set(
    "insurer insurers valuer valuers bailiffs broker brokers bankers lawyers solicitors agents "
    "ecologists architects consultants consultant surveyors architect surveyor"
)
_IN_ORDER = word_set("second third")  # a second contractor has not lost


def party_name(words: list[str], party: str, beside: Beside) -> Tie | None:
    """Read a name that follows its trade: "the Council's contractor, X"."""
    near = words[-8:]
    if _is_anothers(words):
        return None  # "the landlord's agents, X"
    if _LICENSED.match(beside.right):
        return None  # "operators Ace Taxis and Star Cars objected to the fare rise"
    if has(near[-3:], OTHERS) and party.endswith("s"):
        return None  # "two other suppliers, X and Y, were considered": the words after decide
    if "other" in near[-3:] and has(words_beside(beside.right[:60]), TENDERS, _SCORED):
        return Tie(BIDDER, True, "organisations.party")
    if any(one == "reserve" and two in PARTIES | BIDDERS for one, two in pairwise(words)):
        return Tie(BIDDER, True, "organisations.party")
    if party in BIDDERS:
        won = has(near, WINNING) and not has(near, LOSING)
        return Tie(SUPPLIER if won else BIDDER, True, "organisations.party")
    if has(near, LOSING - _IN_ORDER) or (
        has(words, TENDERS) and has(near, word_set("from by invited"))
    ):
        return Tie(BIDDER, True, "organisations.party")
    if has(words[-14:], APPLY, word_set("applicant's developer's developer landlord")):
        return Tie(APPLICANT, False, "organisations.party")
    return Tie(SUPPLIER, True, "organisations.party")
