"""What part an organisation plays, read from the words beside its name.

A supplier provides, provided or has won goods, works or services for the council (SCHEMA, ruling
on Organisations). So a contract verb has to tie the name; a lease makes a tenant, a grant a
grantee, "tenders were received from" a bidder, and a declared interest nothing at all.
On the left the word that touches the name ("to", "with", "by" …) chooses the reading, and the
nearest governing word decides it. On the right patterns start at the name's end.
"""

import re
from dataclasses import replace

from extractors.organisations.activity import active, won
from extractors.organisations.deals import with_name
from extractors.organisations.engaged import (
    award_to,
    chosen_firm,
    contract_gyda,
    for_name,
    is_paid_route,
    is_praise,
    is_that,
    of_name,
    through,
    to_name,
    took_over,
    welsh,
)
from extractors.organisations.left import is_bought, left_named, left_outright
from extractors.organisations.lots import of_lot
from extractors.organisations.notes import told_outright
from extractors.organisations.party import is_name, party_name
from extractors.organisations.plain import by_plain, from_plain, plainly, to_plain, touched_plainly
from extractors.organisations.right import (
    FOR_OTHERS,
    FOR_YEARS,
    ON_BEHALF,
    PRICE_OF,
    PRICED,
    RIGHT_PURPOSE,
    is_rejected,
    right_plain,
    right_won,
)
from extractors.organisations.serving import serving
from extractors.organisations.shown import sent_by, shown
from extractors.organisations.ties import (
    APPLICANT,
    BIDDER,
    GRANTEE,
    NONE,
    OTHER,
    SUPPLIER,
    TENANT,
    Beside,
    Tie,
    words_beside,
)
from extractors.organisations.touch import other_touch
from extractors.organisations.words import (
    ACCEPT,
    APPLY,
    APPOINT,
    APPOINT_OUT,
    AWARD,
    BIDDERS,
    BUILT,
    BUY,
    CONTRACTS,
    DETERMINERS,
    DONE,
    DONE_TO,
    GOODS,
    GRANTS,
    HARD,
    INVITE,
    KPI,
    LAND,
    LEASES,
    LOST,
    MADE,
    MENDED,
    NO_GIFT,
    OFFICES,
    PAPERS,
    PARTIES,
    PAY,
    PEOPLE_POSTS,
    PERMITS,
    SALES,
    SERVICES,
    SUPPLIES,
    TENDERS,
    UPKEEP,
    WINNING,
    has,
    word_set,
)


def role_of(beside: Beside) -> Tie:
    """Return the role that the words beside a name give it; NONE where they give none."""
    clause = beside.left[-320:]
    after = clause[clause.rfind(";") + 1 :]
    whole = after.count(" ") > 5 or has(words_beside(after), TENDERS)
    clause = after if whole else clause
    words = words_beside(clause)[-48:]
    tie = (
        left_outright(clause)
        or serving(beside)
        or plainly(beside, words)
        or shown(beside, words)
        or told_outright(beside)
        or won(beside)
        or right_plain(beside, words)
    )
    if tie:
        return tie
    left = _left(words, beside) or left_named(clause, beside.kind)
    chosen = right_won(beside, words) if left and left.role == BIDDER else None
    tie = left if left and left.strong else _right(beside, words) or left or NONE
    tie = chosen or tie
    tie = of_lot(beside) or tie if "Lot" in clause or "(Lot" in beside.right else tie
    aside = _ASIDE.match(beside.right) if tie is NONE else None
    if aside:
        return role_of(replace(beside, right=beside.right[aside.end() :]))
    if tie.role == SUPPLIER and is_rejected(beside.right):
        return Tie(OTHER, True, "organisations.negated")
    return tie


# Words about the firm between commas: "Esk Trade, an arm of the Esk Group, has had the work".
_ASIDE = re.compile(r", (?!which|whose|that|and|but|or)[^,.;:()\n]{3,80},(?= [a-z])")


def _right(beside: Beside, words: list[str]) -> Tie | None:
    return right_won(beside, words) or active(beside, words)


# -- the left side ------------------------------------------------------------------------------


def _left(words: list[str], beside: Beside) -> Tie | None:
    at = len(words)
    party = None
    while at and (
        words[at - 1] in DETERMINERS or words[at - 1] in PARTIES or words[at - 1] in BIDDERS
    ):
        at -= 1
        party = party or (words[at] if words[at] in PARTIES or words[at] in BIDDERS else None)
    if not party and (chosen := chosen_firm(words, at)):
        return chosen
    # The words that qualify a party belong to it: "Council's waste", "unsuccessful".
    touching = words[at - 1] if at else ""
    if touching in _TOUCH:
        tie = _TOUCH[touching](words[: at - 1], words[at:], beside)
        if tie or (touching in ("from", "by", "to", "with") and not party):
            return tie
    if party:
        return party_name(words, party, beside)
    return touched_plainly(words[:at], beside) or other_touch(words[:at], beside)


def _ranked(*classes: frozenset[str]) -> dict[str, int]:
    """Return the place of the first class that holds a word."""
    return {word: i for i, members in reversed(list(enumerate(classes))) for word in members}


_GIVES = _ranked(AWARD, LEASES, GRANTS, SALES, INVITE, APPOINT_OUT, APPLY)
_COMES = _ranked(TENDERS, BUY, APPLY, LEASES, SALES, HARD)


def _nearest(words: list[str], ranked: dict[str, int]) -> int | None:
    """Return which class holds the word nearest to the name, None where none does."""
    return next((ranked[word] for word in reversed(words) if word in ranked), None)


# "refer an application to X": who gets it is no applicant.
_SENT = word_set("application applications appeal appeals representation representations")


_LOTS = word_set("lot lots")
_MOVES = word_set("move moved moving switch switched migration migrated migrating transition")


def _to(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    if has(before[-1:], NO_GIFT | _SENT) or _is_served(before) or is_praise(before):
        return None  # "advice in relation to X", "to Esk Ltd for the supply of salt to X"
    if beside.kind == "open" and has(before[-1:], DONE_TO):
        return None  # "the contract for construction works to the Lido"
    if moved := to_plain(before, beside):
        return moved
    if beside.kind == "open" and has(before[-1:], _MOVES):
        return None  # "since the move to ParkLedger": as a rule a product
    hard = has(before, CONTRACTS)
    if has(before[-8:], LOST) and has(before[-6:], TENDERS, HARD):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    nearest = _nearest(before, _GIVES)
    if nearest == 2 and hard and has(before, AWARD):
        nearest = 0  # "award the contract at £2m to X"
    lot = has(before, HARD) or has(before[-8:], _LOTS)
    if nearest in (1, 3) and lot and has(before, AWARD):
        nearest = 0  # "awarded Lot 1 to Esk Property Services, Lot 2 to X"
    if nearest == 0:
        return award_to(before, beside) or to_name(before[-3:], beside) or _award_to(before, beside)
    if nearest == 2 and is_paid_route(before, beside):
        return Tie(SUPPLIER, True, "organisations.paid")
    if nearest == 2 and has(before, LEASES):
        nearest = 1
    if nearest == 2 and has(before, PERMITS):
        nearest = 6
    if nearest in (None, 3) and (tie := to_name(before, beside)):
        return tie
    roles = {1: TENANT, 2: GRANTEE, 4: BIDDER, 6: APPLICANT}
    if nearest == 3 and has(after, PARTIES):
        return None  # "staff transfer to the new contractor, X": the caller reads the party
    if nearest == 3:
        return Tie(OTHER, True, "organisations.sale")
    return Tie(roles[nearest], True, "organisations.to") if nearest in roles else None


def _is_served(before: list[str]) -> bool:
    """Tell whether an award has named its firm, so that what "to" names next is served by it."""
    if not has(before[-1:], SUPPLIES) or "to" not in before:
        return False
    last = len(before) - 1 - before[::-1].index("to")
    return "for" in before[last:] and has(before[:last], AWARD)


def _award_to(before: list[str], beside: Beside) -> Tie | None:
    if has(before, HARD) or has(before, word_set("direct outsourced contracted subcontracted")):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    if has(before, word_set("grant grants funding donation")):
        return Tie(GRANTEE, True, "organisations.to")
    if has(before, CONTRACTS) or RIGHT_PURPOSE.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    deal = has(before, word_set("agreement agreements")) or (
        beside.kind in ("firm", "trade") and FOR_YEARS.match(beside.right)
    )
    awarded = has(before, word_set("award awards awarded awarding"))
    if (
        deal
        and awarded
        and not has(before, word_set("prize medal"), LEASES, GRANTS, SALES, PERMITS)
    ):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    money = any(w.startswith("£") for w in before)
    return Tie(GRANTEE, False, "organisations.to") if money else None


# Who pays for a study that the council has not ordered.
_PAID_ELSE = re.compile(r"\bpaid for by (?:the|its|a) (?!(?:\w+ )?(?:[Cc]ouncil|[Aa]uthority))")
_PLANNING = word_set("planning")  # what software may be for
_OWED = word_set("debt debts arrears fines warrants")
_WORK = word_set("work works")


def _by(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    near = before[-6:]
    if near[-2:] == ["consortium", "led"]:
        return _to_consortium(before[:-2], after, beside)
    bought = has(before[-2:], DONE) and not has(near, APPLY - _PLANNING)
    applied = has(near, APPLY) and not bought
    if applied or has(before[-14:], word_set("application applications applicant")):
        return Tie(APPLICANT, True, "organisations.by")
    if _PAID_ELSE.search(beside.right):
        return None
    if plain := by_plain(before, beside):
        return plain
    if has(before[-1:], word_set("won secured")) and has(near, TENDERS, HARD, CONTRACTS):
        return Tie(SUPPLIER, True, "organisations.winner")
    if has(near, TENDERS) or (is_that(before) and has(before, TENDERS)):
        accepted = has(before, ACCEPT)
        return Tie(SUPPLIER if accepted else BIDDER, True, "organisations.tender_by")
    if has(before[-3:], LEASES):
        return Tie(TENANT, True, "organisations.by")
    if FOR_OTHERS.match(beside.right) or has(near, word_set("owned owns")):
        return None  # "the hub, built by X for its landlord"
    if near[-2:] == ["put", "up"] or (has(near[-2:], DONE) and has(before, PAY)):
        return Tie(SUPPLIER, True, "organisations.provided_by")
    if has(near, DONE) and (has(before, SERVICES) or PRICED.match(beside.right)):
        return Tie(SUPPLIER, True, "organisations.provided_by")
    if "behalf" in near and has(near, DONE):
        return Tie(SUPPLIER, True, "organisations.provided_by")
    priced = beside.left.endswith(", by ") and PRICE_OF.match(beside.right)
    if priced or (has(before[-1:], PAPERS) and beside.kind != "open"):
        return Tie(SUPPLIER, True, "organisations.made_by")
    if work := _by_work(before, beside):
        return work
    if has(near[-2:], UPKEEP, MENDED):
        return Tie(SUPPLIER, True, "organisations.kept_by")
    if has(before[-2:], word_set("won secured")) and has(before[-14:], HARD, TENDERS, CONTRACTS):
        return Tie(SUPPLIER, True, "organisations.winner")
    if "completed" in near and has(before, BUILT):
        return Tie(SUPPLIER, True, "organisations.provided_by")
    if has(before[-1:], SERVICES) and has(before[-24:-4], DONE):
        return Tie(SUPPLIER, True, "organisations.provided_by")  # "… by X and void works by Y"
    if "held" in near[-2:] and has(near, HARD):
        return Tie(SUPPLIER, True, "organisations.contract_with")
    if has(near, MADE) and (has(after, PARTIES) or ON_BEHALF.match(beside.right)):
        return Tie(SUPPLIER, True, "organisations.made_by")
    return None


def _by_work(before: list[str], beside: Beside) -> Tie | None:
    """Read "debt collected by X", "performance by X", "the survey by X cost £900"."""
    if has(before[-6:], _OWED) and has(before[-1:], word_set("collected recovered")):
        return Tie(SUPPLIER, True, "organisations.provided_by")
    told = before + words_beside(beside.right[:80])
    if before[-1:] == ["performance"] and has(told, HARD, KPI, word_set("remains remained")):
        return Tie(SUPPLIER, True, "organisations.performance")
    if has(before[-1:], PAPERS, _WORK) and PRICE_OF.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.provided_by")
    return None


def _to_consortium(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    """Read "Lot 2 to a consortium led by X": what went to the consortium went to X."""
    at = len(before)
    while at and before[at - 1] in DETERMINERS:
        at -= 1
    touching = before[at - 1] if at else ""
    return _TOUCH[touching](before[: at - 1], after, beside) if touching in ("to", "with") else None


def _from(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    if has(after, WINNING) and has(after, BIDDERS):
        return Tie(SUPPLIER, True, "organisations.winner")
    if took := from_plain(before, beside) or took_over(before, beside.kind) or sent_by(beside):
        return took
    nearest = _nearest(before[-16:], _COMES)
    if nearest == 0:
        accepted = has(before, ACCEPT)
        return Tie(SUPPLIER if accepted else BIDDER, True, "organisations.tender_from")
    if nearest == 2:
        return Tie(APPLICANT, True, "organisations.from")
    if nearest == 1 and is_bought(beside) and not has(before[-12:], LAND, SALES):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if (
        nearest == 1
        and not has(before[-12:], LAND, word_set("acquisition"))
        and (
            has(before, GOODS)
            or not has(before, word_set("purchase purchased purchasing buy bought"))
        )
    ):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if nearest == 5 and has(
        before, AWARD, word_set("transfer transferred exit moving took taken taking inherited")
    ):
        return Tie(SUPPLIER, True, "organisations.contract_from")
    return None


_OF_CONTRACT = word_set("contract contracts account")


def _of(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    last = before[-1] if before else ""
    if last in ("director", "manager", "lead") and has(before[-2:-1], _OF_CONTRACT):
        return Tie(SUPPLIER, True, "organisations.party")
    if last in OFFICES and (sent := sent_by(beside)):
        return sent
    if last in OFFICES:
        return Tie(OTHER, True, "organisations.office_in")
    if last == "consortium":
        return _to_consortium(before[:-1], after, beside)
    if tie := of_name(before, beside) or sent_by(beside):
        return tie
    if last in APPOINT and not has(before[-8:-1], PEOPLE_POSTS):
        return Tie(SUPPLIER, True, "organisations.appointed")
    if last in TENDERS:
        accepted = has(before, ACCEPT)
        return Tie(SUPPLIER if accepted else BIDDER, True, "organisations.tender_of")
    if last in ("performance", "monitoring") and has(
        before + words_beside(beside.right[:120]), HARD, KPI
    ):
        return Tie(SUPPLIER, True, "organisations.performance")
    return None


def _and(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    """Read "the contract between the Council and X"; other pairs are read by the caller."""
    near = before[-14:]
    if "between" not in near or not has(near[-7:], word_set("council authority council's")):
        return None
    place = len(before) - 1 - before[::-1].index("between")
    return with_name(before[:place], after, beside)


_TOUCH = {
    "to": _to, "with": with_name, "by": _by, "from": _from, "of": _of, "and": _and,
    "is": is_name, "was": is_name, "be": is_name, "being": is_name, "are": is_name,
    "as": is_name, "were": is_name,
    "through": through, "via": through, "for": for_name, "i": welsh, "gyda": contract_gyda,
}  # fmt: skip
