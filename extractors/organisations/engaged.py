"""Ties of words that touch a name on its left and are no award: paid, chosen, given the job."""

import re

from extractors.organisations.ties import BIDDER, SUPPLIER, Beside, Tie, words_beside
from extractors.organisations.words import (
    ACCEPT,
    CHOSEN,
    FIRMS,
    GOODS,
    GRANTS,
    HARD,
    JOBS,
    LEASES,
    LOSING,
    PARTIES,
    PAY,
    SALES,
    SERVICES,
    TENDERS,
    WELSH_AWARD,
    WELSH_CONTRACT,
    WINNING,
    WORK,
    has,
    word_set,
)
from extractors.organisations.words import GIVEN as GIVEN_WORDS

_NOT_BOUGHT = GRANTS | LEASES | (SALES - word_set("claim settlement transfer"))
_RUNS = word_set("run runs running manages manage managing oversees manager director lead leads")
_TOP = word_set("highest top scoring ranking ranked")
_SCORES = word_set(
    "score scores scoring mark marks tender bid quotation quote price offer submission"
)


def to_name(before: list[str], beside: Beside) -> Tie | None:
    """Read "paid to X for the works", "the work should go to X", "Awarded to: X"."""
    near = before[-24:]
    if before and before[-1] == "awarded" and len(before) <= 3 and ":" in beside.left[-3:]:
        return Tie(SUPPLIER, True, "organisations.label")
    fee = has(before[-8:], word_set("fee fees retainer premium invoice invoices"))
    if fee and has(before[-2:], _OWED) and not has(near, _NOT_BOUGHT):
        return Tie(SUPPLIER, True, "organisations.paid")
    if has(near, PAY) and not has(near + words_beside(beside.right[:80]), _NOT_BOUGHT):
        cue = has(near + words_beside(beside.right[:120]), WORK, SERVICES)
        return Tie(SUPPLIER, cue, "organisations.paid")
    if has(near, _UPLIFT) and has(before[-1:], _OFFERED) and beside.kind != "open":
        return Tie(SUPPLIER, not has(near, _NOT_BOUGHT), "organisations.paid")
    if has(before[-5:-2], word_set("passed moved")) and has(near, SERVICES):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    if has(before[-4:], GIVEN_WORDS) and has(near, JOBS, HARD) and not has(near, _NOT_BOUGHT):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    return None


_UPLIFT = word_set("uplift uplifts inflation")
_OFFERED = word_set("offered given agreed awarded paid granted allowed")
_OWED = word_set("paid payable payments chiefly mainly mostly largely partly")


# "pay X its first invoice", "paid X for the survey".
_OWN_BILL = re.compile(
    r" (?:(?:its|their|the|an?) (?:\w+ ){0,2}(?:invoices?|bills?|accounts?|retainer)\b"
    r"|for (?:the|its|their|a) (?:\w+ ){0,3}(?:works?|survey|service|supply|repairs?)\b)"
)


# "pays X £612 a week for each resident".
_PAID_RATE = re.compile(
    r" (?:about |around |some )?£[0-9.,]{1,12} (?:an?|per|for each|for every) [a-z]+"
)


def pay_name(before: list[str], beside: Beside) -> Tie | None:
    """Read "to pay X £4,000 for the survey"."""
    after = words_beside(beside.right[:90])
    owed = "£" in beside.right[:24] or _OWN_BILL.match(beside.right)
    if has(before[-1:], PAY) and owed and not has(after, _NOT_BOUGHT):
        rate = _PAID_RATE.match(beside.right) and "towards" not in after
        return Tie(SUPPLIER, bool(rate) or has(after, WORK, SERVICES), "organisations.paid")
    return None


def for_name(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    """Read "who runs the contract for X", "contract manager for X"."""
    near = before[-6:]
    if has(near, HARD) and has(near, _RUNS):
        return Tie(SUPPLIER, True, "organisations.contract_with")
    return None


def of_name(before: list[str], beside: Beside) -> Tie | None:
    """Read "the best score was that of X", "the services of X were engaged"."""
    near = before[-10:]
    if before[-1:] == ["that"] and has(before, TENDERS, _SCORES):
        top = has(before[-16:], _TOP) and has(before[-10:], _SCORES - TENDERS)
        best = has(before[-16:], WINNING - _TOP) or has(before, ACCEPT)
        chosen = (best or top) and not _ACCEPTED_OTHER.search(beside.left[-50:])
        lost = has(near, LOSING)
        return Tie(SUPPLIER if chosen and not lost else BIDDER, True, "organisations.tender_of")
    if has(before[-1:], _FAILS) and has(before + words_beside(beside.right[:80]), HARD, PARTIES):
        return Tie(SUPPLIER, True, "organisations.contract_with")
    if has(before[-1:], _ASKED) and beside.kind in ("trade", "supplier") and "%" in beside.left:
        return Tie(SUPPLIER, True, "organisations.performance")
    if before[-3:] == ["in", "the", "hands"] and has(near, SERVICES, HARD, JOBS):
        return Tie(SUPPLIER, True, "organisations.contract_with")
    if before[-1:] == ["services"] and has(
        before[-8:],
        word_set("engage engaged use used using retain retained secure secured procure"),
    ):
        return Tie(SUPPLIER, True, "organisations.appointed")
    return None


# Another's tender has been accepted: "… be accepted, that of Lune Roofs being dearer".
_ACCEPTED_OTHER = re.compile(
    r"\baccepted[,;]? ?(?:\(|and |with |while |– )?(?:that|those) of (?:the )?\Z"
)
_ASKED = word_set("asked required demanded expected")


def is_that(before: list[str]) -> bool:
    """Tell whether words point back to a tender: "…, being that submitted by X"."""
    return before[-2:-1] in (["that"], ["those"], ["one"]) and has(before[-1:], _HANDED_IN)


_FAILS = word_set("collapse liquidation administration insolvency receivership demise")
_HANDED_IN = word_set("submitted received tendered offered made lodged")


_ENGAGED = word_set("engaged appointed chosen employed commissioned hired instructed contracted")


def chosen_firm(words: list[str], at: int) -> Tie | None:
    """Read "the outgoing firm, X": at is where the words that touch the name start."""
    skipped = words[at:]
    if words[-1:] in (["auditor"], ["auditors"]) and "internal" in words[-3:-1]:
        return Tie(SUPPLIER, True, "organisations.party")
    if has(skipped, FIRMS) and has(words[max(0, at - 1) :], CHOSEN):
        return Tie(SUPPLIER, True, "organisations.party")
    if has(words[-1:], _ENGAGED) and has(words[-2:-1], FIRMS):
        return Tie(SUPPLIER, True, "organisations.party")
    own = has(words[at - 1 : at], word_set("trading owned")) and has(skipped, FIRMS)
    if own and has(words[-16:], HARD) and not has(words[-16:], _NOT_BOUGHT):
        return Tie(SUPPLIER, True, "organisations.party")
    return None


_OFFERS = word_set(
    "tender tenders bid bids quotation quotations quote quotes submission submissions"
)


def took_over(before: list[str], kind: str) -> Tie | None:
    """Read "taking over the service from X", "the service has come from X since 2018"."""
    near = before[-10:]
    if has(near, _OFFERS):
        return None  # "the notice had brought just one bid, from X"
    if has(near, SERVICES, HARD) and has(near, _TAKE):
        taken = has(near, _CHANGED) or (kind != "open" and has(near, _MOVE))
        return Tie(SUPPLIER, taken, "organisations.contract_from")
    if has(before[-1:], word_set("come comes came coming")) and has(near, SERVICES):
        return Tie(SUPPLIER, True, "organisations.provided_by")
    if has(before[-1:], _SYSTEMS):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if has(before[-3:], word_set("invoice invoices invoiced bill bills")):
        return Tie(SUPPLIER, True, "organisations.paid")
    return None


_SYSTEMS = word_set(
    "system systems software platform equipment machines vehicles licences hardware kit module"
)
_CHANGED = word_set("over back away passed moved switch switched switching")
_MOVE = word_set("move moving")
_TAKE = word_set(
    "switch switched switching passed taking took taken take bring bringing brought "
    "move moving moved transfer"
)


def settled_with(before: list[str]) -> Tie | None:
    """Read "a variation was agreed with X", "the final account had been settled with X"."""
    near = before[-12:]
    other = word_set("terms heads partnership section s106 106 sale purchase")
    done = has(near[-1:], word_set("agreed settled negotiated concluded"))
    done = done and not has(near, LEASES, GRANTS, other)
    if done and has(near, _SETTLED) and (has(near, HARD) or "account" in near):
        return Tie(SUPPLIER, True, "organisations.contract_with")
    return None


_SETTLED = word_set("variation account extension prices rates price uplift contract")


def award_to(before: list[str], beside: Beside) -> Tie | None:
    """Read "the award to X was challenged": a noun, and nothing given away."""
    noun = before[-1:] in (["award"], ["awards"]) and has(
        before[-2:-1], word_set("the this that direct proposed contract recommended initial")
    )
    if noun and "£" not in beside.left[-30:] and not has(before, GRANTS, LEASES):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    return None


def through(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    """Read "staff were found through X", "booked via X"."""
    if has(before[-3:], _THROUGH) and has(before, GOODS, _HANDS):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    return None


_HANDS = word_set("agency interim temporary locum temps interims locums workers")
_THROUGH = word_set(
    "supplied provided found engaged hired booked arranged placed sourced bought purchased "
    "obtained procured recruited employed"
)


def welsh(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    """Read "dyfarnu'r contract i X": the contract is awarded to X."""
    if has(before[-12:], WELSH_AWARD) and has(before[-12:], WELSH_CONTRACT):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    return None


def contract_gyda(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    """Read "y contract gyda X": the contract with X."""
    near = has(before[-6:], WELSH_CONTRACT)
    return Tie(SUPPLIER, True, "organisations.contract_with") if near else None


# What a subsidised bus firm is paid to do: "to run the 41", "for the evening journeys".
_ROUTES = re.compile(
    r",? (?:to (?:run|operate|provide|keep|maintain|continue)|for|towards) [^.;\n]{0,60}?"
    r"\b(?:journeys?|routes?|services?|bus(?:es)?|ferry|trips)\b"
)


def is_paid_route(before: list[str], beside: Beside) -> bool:
    """Tell whether a subsidy pays for what a firm runs: "a subsidy of £9,000 to X to run"."""
    if beside.kind not in ("trade", "firm", "supplier") or not has(before[-8:], _SUBSIDY):
        return False
    return _ROUTES.match(beside.right) is not None


_SUBSIDY = word_set("subsidy subsidies")


def is_praise(before: list[str]) -> bool:
    """Tell whether a contribution is one of work: "the contribution she had made to X"."""
    given = has(before[-6:], word_set("contribution contributions"))
    return given and has(before[-9:], word_set("he she they his her valuable thanked"))
