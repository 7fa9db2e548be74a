"""Suppliers in notes, headlines and asides: "Extension of contract – pest control – X – £18,500".

Short papers drop the verbs that an award has. What is left still says who is paid: the head of a
line of dashes, "spend with X", "we pay X to do 40 a month", "X, from which we buy 22 beds".
"""

import re

from extractors.organisations.bought import bought
from extractors.organisations.retained import retained
from extractors.organisations.ties import SUPPLIER, Beside, Tie

_SUM = r"(?:£[0-9]|[0-9]{1,3}(?:\.[0-9])?p\b)"
_US = r"(?:(?:the|this) (?:[\w-]+ ){0,2}?(?:[Cc]ouncil|[Aa]uthority)\b(?!'s)|us\b)"
# -- before the name
_HEAD = re.compile(
    r"(?:\A|[.;:|] |\n)\s{0,4}(?:Item [0-9]{1,3} [–-] )?(?:Contract (?:award|extension|variation)"
    r"|(?:Award|Extension|Variation|Renewal|Novation) of (?:the )?[Cc]ontract|Direct award"
    r"|Preferred bidder|Successful (?:bidder|tenderer)|Recommended (?:bidder|supplier|award)"
    r"|[Ww]aiver|Call-off|Single tender(?: action)?)(?: (?:for|of) [^–:;.\n]{3,50})? [–-] "
    r"(?:[^–;.\n]{3,70} [–-] ){0,2}\Z"
)
_APART = re.compile(r"(?: \([^()\n]{1,40}\))?(?:[.,;|\n]|\Z| [–|-] )")
_AWARD_TO = re.compile(r"(?:\A|[.;:] |\n)\s{0,4}(?:Recommended )?[Aa]ward to (?:the )?\Z")
_FOR_SUM = re.compile(r",? [^.;\n]{0,60}?£[0-9]")
_LABEL = re.compile(
    r"(?:\A|[.;] |\n)\s{0,4}(?:Contractor|Supplier|Provider|Consultant|Operator|Caterer)s?"
    r" (?:for|of) [^.;:\n]{3,50}: \Z"
)
_SPEND = re.compile(r"\b(?:[Ss]pend(?:ing)?|[Ee]xpenditure|[Oo]rders placed) with (?:the )?\Z")
_WE_PAY = re.compile(
    r"\b(?:[Ww]e|[Tt]he [Cc]ouncil|[Tt]he [Aa]uthority) (?:also )?(?:pays?|paid) \Z"
)
_TO_DO = re.compile(
    r"(?: \([^()\n]{1,40}\))? to (?!the\b|settle|leave|vacate|surrender|release"
    r"|compensat|go\b|end\b)[a-z]+ "
)
_ADVISING = re.compile(
    r"\b(?:consultants?|advisers?|advisors?|lawyers|solicitors|surveyors|engineers|firm|agents"
    rf"|architects) (?:advising|acting for|working for|helping|(?:engaged|used|employed) by) {_US}"
    r"(?: (?:on|in|with) [^.,;:\n]{3,40})?, (?:the firm of )?\Z"
)
_NOVATED = re.compile(r"\b[Nn]ovat(?:e[sd]?|ing|ion)\b[^.;:\n]{0,80}? (?:from|to) (?:the )?\Z")
_STAYS = re.compile(
    r"\b(?:work|works|service|services|cleaning|maintenance|repairs?|collections?|catering|contract"
    r"|cutting|[Ll]ighting|testing|servicing)(?: (?:in|at|of|on|for) [^.;:,\n]{3,40}?)?"
    r" (?:stays?|remains?|rests?|(?:will|would) (?:stay|remain))"
    r" with (?:the )?\Z"
)
_SERVED_ON = re.compile(
    r"\b(?:(?:default|rectification|termination|breach) (?:notices?|letters?)"
    r"|(?:notice|letter) of (?:termination|default))"
    r" (?:(?:were|was|had been|has been|have been) )?(?:served on|issued to|sent to|given to) "
    r"(?:the )?\Z"
)
_ADMITTED = re.compile(
    r"\b(?:admitted|appointed|accepted|added) (?:on)?to (?:the |our )(?:[\w-]+ ){0,5}?"
    r"(?:framework|panel|approved list|dynamic purchasing system|DPS)\b[^.;:\n]{0,30}: \Z"
)
_TOP_SCORE = re.compile(
    r"\b(?:higher|highest|top|best) (?:\w+ )?(?:score|mark)s?(?: [^.;:\n]{0,40}?)? (?:went to"
    r"|was (?:that of|achieved by|gained by|given to)) (?:the )?\Z"
)
_ONLY_FIRM = re.compile(
    r"\b(?:only|sole) (?:firm|company|supplier|contractor|engineers?|maker|provider) (?:able"
    r"|willing|available|qualified|accredited|licensed) to [^.;:\n]{3,50} "
    r"(?:was|is|were|are|being) \Z"
)
_RELET = re.compile(
    r"\b(?:work|works|surfacing|resurfacing|dressing|cleaning|cutting|mowing|maintenance|repairs?"
    r"|collections?|programme|rounds?|routes?)(?: [\w/-]{1,12}){0,4}? (?:be|been|was|were|is|are)"
    r" (?:re-?)?let to (?:the )?\Z"
)
_BY = re.compile(r"\b(?P<done>[a-z]+(?:ed|en|ne|wn|un|lt|ept|led)(?: with| out| after| up)?) by \Z")
_OWNED = frozenset("built bought acquired purchased developed owned sold funded leased".split())
# -- behind it
_AT_COST = re.compile(
    r"(?: \([^()\n]{1,40}\))?,? at an? (?:annual |total |monthly |yearly |average )?"
    rf"(?:cost|price|rate|fee|charge) of (?:about |some |up to )?{_SUM}"
    r"(?![^.;\n]{0,20} (?:a|per) (?:ticket|head|seat|person)\b)"
)
_WE_BUY = re.compile(
    r"(?: \([^()\n]{1,40}\))?, from (?:which|whom) (?:we|the [Cc]ouncil|the [Aa]uthority) (?:now "
    r"|also |currently |has |have |had |been ){0,3}(?:buys?|bought|buying|purchas\w+|hires?|hired"
    r"|hiring|block-book\w*|books?|booked|sourc\w+|procur\w+)\b"
)
_BILLED = re.compile(
    r" (?:had|has|have) (?:over-?billed|double-billed|over-?charged us|billed for|billed us"
    r"|invoiced us|invoiced for)\b"
)
_CALLED = re.compile(
    r"(?: \([^()\n]{1,40}\))? (?:was|were|had been|has been|have been|being) called out"
    r" (?:the same|that|twice|three|on (?:the|[0-9A-Z])|by (?:the caretaker|the clerk|us))"
)
_EVALUATED = re.compile(r"\b(?:[Pp]rice|[Qq]uality|[Tt]ender|[Bb]id|[Ee]valuat|[Qq]uot|split)")
_OTHER = re.compile(
    r"\b(?:grants?|funding|donations?|compensation|lease[sd]?|rents?|sale|loans?|sponsor\w*"
    r"|licen[cs]e|refund\w*|planning|freehold|property fund|shares)\b",
    re.IGNORECASE,
)


def told_outright(beside: Beside) -> Tie | None:
    """Return supplier where single wordings on either side of a name say that it is one."""
    return retained(beside) or bought(beside) or noted(beside)


def noted(beside: Beside) -> Tie | None:
    """Return supplier where a headline's head or an aside tells that a name is paid for work."""
    if beside.kind == "body":
        return None
    rule = _before(beside) or _behind(beside)
    if rule is None or _OTHER.search(beside.left[-160:]) or _OTHER.search(beside.right[:60]):
        return None
    return Tie(SUPPLIER, True, f"organisations.{rule}")


def _before(beside: Beside) -> str | None:
    left, right = beside.left[-200:], beside.right
    if left.endswith(("– ", "- ")) and _HEAD.search(left) and _APART.match(right):
        return "title"
    if _WE_PAY.search(left[-40:]):
        return "paid" if _TO_DO.match(right) else None
    if _AWARD_TO.search(left):
        return "awarded_to" if _FOR_SUM.match(right) else None
    if _TOP_SCORE.search(left):
        return "winner" if _EVALUATED.search(left) else None
    for pattern, rule in _LEFT:
        if pattern.search(left):
            return rule
    if left.endswith(" by ") and _AT_COST.match(right):
        done = _BY.search(left[-40:])
        return "provided_by" if done and done["done"] not in _OWNED else None
    return None


_LEFT = (
    (_SPEND, "paid"),
    (_ADVISING, "party"),
    (_NOVATED, "contract_from"),
    (_STAYS, "contract_with"),
    (_SERVED_ON, "engaged"),
    (_ADMITTED, "appointed"),
    (_LABEL, "party"),
    (_ONLY_FIRM, "engaged"),
    (_RELET, "awarded_to"),
)


def _behind(beside: Beside) -> str | None:
    if _WE_BUY.match(beside.right):
        return "bought_from"
    if beside.kind != "open" and (_BILLED.match(beside.right) or _CALLED.match(beside.right)):
        return "engaged"
    return None
