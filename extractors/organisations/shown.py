"""What happens to a firm, or what it does to the council: "X pays the Council £9,000 to run", …

Each wording shows a contractor: people who answer for it, its final account, its own targets under
the contract, what it pays for the right to run a place. Patterns start at the name's end.
"""

import re

from extractors.organisations.shapes import is_own_word
from extractors.organisations.ties import SUPPLIER, Beside, Tie
from extractors.organisations.words import TENDERS, has, word_set

# "offered the lowest price and were appointed", "quoted £900 and was chosen".
_THEN_CHOSEN = re.compile(
    r",? (?:had |has )?(?:offered|submitted|quoted|priced|tendered|bid|scored|gave|met|came)\b"
    r"(?:[^.;:\n]|\.(?=[0-9])){0,90}?,? and (?:was|were|is|are|has been|have been|be|should be)"
    r" (?:therefore |duly |then )?(?:re-?)?"
    r"(?:appointed|awarded|chosen|selected|engaged|instructed|preferred|recommended)\b"
)
_PREFERRED = re.compile(r" (?:was|were|is|are|be) (?:the )?(?:preferred|favoured|chosen)\b")
# Its own bid, later accepted: "X's tender for the two services was £900 a year and was accepted".
_OWN_BID = re.compile(
    r"'s? (?:\w+ ){0,2}?(?:tender|bid|quotation|quote|offer|price)\b(?:[^;:\n]|\.(?=[0-9])){0,120}?"
    r"\b(?:was|were|be|is|being|and) accepted\b"
)
# "pays the Council £9,000 a year to run the pools".
_PAYS_TO_RUN = re.compile(
    r",? (?:which |who )?(?:pays?|paid|paying|will pay) (?:the (?:\w+ )?Council|us) [^.;:\n]{0,40}?"
    r"£[0-9.,]{1,12}[mk]?[^.;:\n]{0,40}? (?:to (?:run|operate|manage)|for (?:running|operating"
    r"|managing|the (?:right|concession|contract)))\b"
)
_CATERS = re.compile(r"\b(?:caf[eé]s?|kiosks?|restaurants?|bars?|shops?|rent|stalls?)\b")
# The last bill of a job, and what is kept from it.
_ACCOUNT = re.compile(r"'s? (?:final account|retention|defects (?:period|liability)|snagging)\b")
# Its people at work under a contract: "X's drivers had missed", "X's crews".
_PEOPLE = re.compile(
    r"'s? (?:\w+ )?(?:drivers?|loaders?|crews?|engineers|fitters|cleaners|carers|guards|wardens"
    r"|vans?|lorries|vehicles|sweepers|depot)\b(?P<rest>[^.;\n]{0,140})"
)
_AT_WORK = re.compile(
    r"\b(?:contract\w*|missed|collections?|rounds?|routes|bins?|complaints?|target|residents)\b"
)
# "had met their contractual targets", "asked to explain its performance".
_OWN_TARGETS = re.compile(
    r"[ ,][^.;:\n]{2,60}?\b(?:its|their) (?:contract(?:ual)?|KPI) "
    r"(?:targets?|standards?|obligations|duties|requirements|indicators|KPIs)\b"
)
_ANSWERS = re.compile(
    r" (?:be|is|was|were|would be|will be|should be|had been|has been) (?:asked|required|called"
    r"|told"
    r"|pressed|invited|summoned) (?:in )?to (?:explain|improve|account for|defend|report on)"
    r" (?:its|their) (?:\w+ )?(?:performance|record|results|progress)\b"
)
_FEE = re.compile(r", (?:who (?:was|were) |which (?:was|is) )?paid (?:a fee of )?(?:about )?£")


def shown(beside: Beside, words: list[str]) -> Tie | None:
    """Return supplier where what happens to a firm, or what it does, shows a contractor."""
    right = beside.right
    if right[:1] == "'":
        return _owned(right, words)
    if _THEN_CHOSEN.match(right):
        return Tie(SUPPLIER, True, "organisations.won")
    if _PREFERRED.match(right) and has(words[-14:], TENDERS):
        return Tie(SUPPLIER, True, "organisations.won")
    if _PAYS_TO_RUN.match(right) and not _CATERS.search(right):
        return Tie(SUPPLIER, True, "organisations.engaged")
    if words[-1:] == ["by"] and _FEE.match(right) and not has(words, _GIVEN):
        return Tie(SUPPLIER, True, "organisations.paid")
    if _OWN_TARGETS.match(right):
        return Tie(SUPPLIER, True, "organisations.engaged")
    if _ANSWERS.match(right):
        return Tie(SUPPLIER, True, "organisations.charges")
    return None


_GIVEN = word_set("grant grants donation compensation")


def _owned(right: str, words: list[str]) -> Tie | None:
    if _OWN_BID.match(right):
        return Tie(SUPPLIER, True, "organisations.accepted")
    if _ACCOUNT.match(right):
        return Tie(SUPPLIER, True, "organisations.engaged")
    people = _PEOPLE.match(right)
    if people and (_AT_WORK.search(people["rest"]) or has(words[-12:], _COMPLAINED)):
        return Tie(SUPPLIER, True, "organisations.charges")
    return None


_COMPLAINED = word_set("complaints complaint missed bins rounds collections emptied")

# Who answers for a firm at a meeting: "Mr I Hale of X", "representatives from X", "Ann Hale from
# X".
_SENT = re.compile(
    r"(?:\b(?:representatives?|officers?|managers?|colleagues|staff) (?:of|from)"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr"
    r"|Mx)\.? (?:[A-Z]\.? ?){0,3}[A-Z][\w'-]+(?:, [A-Z][\w ]{2,40},)? (?:of|from)"
    r"|\b(?P<first>[A-Z][a-z]+) [A-Z][\w'-]+ (?:of|from))(?: the)? \Z"
)
_MET = re.compile(
    r"\b(?:welcom\w+|attend\w*|introduc\w+|present(?:ed|ation|ing|s)?|answer\w*|invit\w+|explain\w*"
    r"|report(?:ed|s)?|outlin\w+)\b"
)
_RUNS = re.compile(
    r",? (?:who|which) (?:run|manage|operate|provide|collect|clean|maintain|deliver|look after)s?\b"
)


def sent_by(beside: Beside) -> Tie | None:
    """Read who answers for a firm: weak, for the caller to check that contracts are spoken of."""
    sent = _SENT.search(beside.left[-90:])
    if not sent or beside.kind not in ("trade", "firm"):
        return None
    if sent["first"] and not is_own_word(sent["first"]):
        return None  # "the Head of Planning & Building Services"
    if _RUNS.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.active")
    met = _MET.search(beside.left) or _MET.search(beside.right)
    return Tie(SUPPLIER, True, "organisations.attended") if met else None
