"""Bought in so many words: orders and invoices, a firm that a panel chose, what we pay it for.

"raise a purchase order to X", "X, for which we pay £850 a month", "the panel chose X", "X (chosen),
£900", "let afresh: X for £52,300 a year", "X – youth work – extension to March".
"""

import re

from extractors.organisations.ties import SUPPLIER, Beside, Tie

_SUM = r"£[0-9][0-9.,]{0,12}[mk]?"
_WE = r"(?:the (?:[\w-]+ ){0,2}?(?:[Cc]ouncil|[Aa]uthority|[Ff]und)|we|us)"
_GLOSS = r"(?: \([^()\n]{1,40}\))?"
# -- before the name
_CHOSE = re.compile(
    r"\b(?:[Pp]anel|[Cc]abinet|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Oo]fficers|[Cc]lerk|[Mm]embers"
    r"|[Ww]e|[Ee]valuators) (?:had |has |have |then |finally |unanimously ){0,2}"
    r"(?:chose|chosen|selected|picked|went (?:for|with)|plumped for|settled on|opted for) "
    r"(?:the firm of )?\Z"
)
_ORDER = re.compile(
    r"\b(?:purchase |works )?orders? (?:for [^.;:\n]{3,40} )?(?:be |was |were |is )?(?:raised |sent"
    r" |issued |placed )?(?:to|with) (?:the )?\Z"
)
_RETENTION = re.compile(
    rf"\b(?:retention|stage payment|interim payment|certificate|final account)(?: of {_SUM}| money"
    r"| monies)? (?:be |was |is )?(?:released |paid |due |payable )?(?:to|of|with) \Z"
    rf"|{_SUM} (?:is|was|be|are) (?:now )?(?:payable|due|paid) to \Z"
)
_CERTIFIED = re.compile(
    r"[^.;\n]{0,40}?\b(?:certificates?|retention|final account|invoices?|stage payment|valuation"
    r" (?:no|number))\b"
)
_LET_TO = re.compile(
    r"\b(?:contracts?|work|works|service|cleaning|rounds?|routes?)\b[^.;\n]{0,80}? (?:let|re-?let"
    r"|awarded|placed|given)(?: afresh| again| anew| as follows)?: \Z"
)
_AT_PRICE = re.compile(rf"{_GLOSS},? (?:for|at) (?:about )?{_SUM}|, {_SUM}")
_EXTENDED = re.compile(
    r"\b(?:[Ee]xtension|[Ee]xtended)(?: (?:of|for|by) [^.;:,\n]{3,30}?)? with (?:the )?\Z"
)
_OF_TERM = re.compile(
    r"\b(?:contract\w*|call-off|\w+-year|\w+-month|final year|further year|service|signed)\b"
)
_ADMINISTRATOR = re.compile(
    r"\b(?:contract administrator|clerk of works|employer's agent|principal designer"
    r"|project manager)s?,? \(?(?:Messrs )?\Z"
)
_OWN_COMPANY = re.compile(
    r"\b(?:[Cc]ouncil's|[Oo]ur|[Aa]uthority's) (?:own |wholly[ -]owned |arm's[ -]length |local "
    r"authority |trading |housing |property ){1,4}(?:company|subsidiary), \Z"
)
# -- behind it
_WE_PAY = re.compile(
    rf"{_GLOSS}, (?:for which |whom |which |to whom |to which )(?:{_WE} (?:pays?|paid|is paying)"
    rf" (?:it |them )?(?:about |some )?{_SUM}|{_SUM} (?:was|is|has been|had been|were) paid)"
    rf"|{_GLOSS}(?:, [a-z][^,.;\n]{{2,30}},)? (?:is|are|was|were|has been|have been) paid {_SUM}"
    r"[^.;:\n]{0,30}? by (?:the [Cc]ouncil|us)\b"
    rf"|{_GLOSS} (?:has|had|have) been paid {_SUM} for (?:advice|work|its work|services|the (?:work"
    r"|works|survey|report|design|study|review|repairs?|supply))\b"
)
_GETS = re.compile(
    rf",? (?:who|which) (?:gets?|receives?|is paid|are paid|charges?|is to be paid) "
    rf"(?:us |about |some )?{_SUM} (?:a|an|per|each|for)\b"
)
_INVOICES = re.compile(
    rf"{_GLOSS}(?:,? (?:who|which))? (?:has |have |had |would be |will be |is |was )?"
    rf"(?:invoic(?:es?|ed|ing)) (?:the [Cc]ouncil |us )?(?:for )?{_SUM}"
)
_CHOSEN = re.compile(
    rf"(?:,? {_SUM}[^;,()\n]{{0,24}}?)? \((?:recommended|accepted|chosen|preferred|successful"
    r"|appointed|awarded|winner|selected)\)"
    r"| preferred to [A-Z]"
    r"| (?:selected|chosen|appointed|picked) (?:via|through|from|under|after|off) "
)
_AWARDED = re.compile(
    rf"{_GLOSS}, to (?:which|whom) [^.;,\n]{{3,60}}? (?:awarded|let|given|entrusted|outsourced)\b"
)
_HEADLINE = re.compile(
    r" [–-] [^–;\n]{3,70}? [–-] (?:[^–;.\n]{0,30}?\b)?(?:extension|award|uplift|variation|waiver"
    r"|renewal|novation|call-off)\b"
)
_STAYS = re.compile(r" (?:remains?|stays?|will remain|will stay) in place (?:to|until|for|as)\b")
_IS_OWN = re.compile(
    rf"{_GLOSS}, (?:our|the [Cc]ouncil's|its) (?:own |wholly[ -]owned |arm's[ -]length |local "
    r"authority |trading |housing |property |building ){1,4}(?:company|subsidiary)\b"
)
_OTHER = re.compile(
    r"\b(?:grants?|grant-aid|funding|donations?|compensation|leases?|tenan\w+|rents?|sale|sold"
    r"|land|loans?|lend(?:ing)?|lent|sponsor\w*|damages claim|planning|licen[cs]es?|redress"
    r"|refund\w*|prize|chair(?:man|ed)?|mayor|co-opt\w*|vice-chair\w*|representative)\b",
    re.IGNORECASE,
)


def bought(beside: Beside) -> Tie | None:
    """Return supplier where the words beside a name tell of an order, a bill or a choice."""
    if beside.kind == "body":
        return None
    rule = _before(beside) or _behind(beside)
    if rule is None or _OTHER.search(beside.left[-160:]) or _OTHER.search(beside.right[:100]):
        return None
    return Tie(SUPPLIER, True, f"organisations.{rule}")


def _before(beside: Beside) -> str | None:
    near, right = beside.left[-140:], beside.right
    if _CHOSE.search(near) or _ADMINISTRATOR.search(near) or _OWN_COMPANY.search(near):
        return "party"
    if _ORDER.search(near):
        return "bought_from"
    if near.endswith((" to ", " of ", " with ")) and (found := _RETENTION.search(near)):
        told = not found.group().startswith("£") or _CERTIFIED.match(right)
        return "paid" if told else None
    if near.endswith(": ") and _LET_TO.search(near) and _AT_PRICE.match(right):
        return "awarded_to"
    if near.endswith((" with ", " the ")) and _EXTENDED.search(near):
        return "contract_with" if _OF_TERM.search(beside.left[-200:]) else None
    return None


def _behind(beside: Beside) -> str | None:
    left, right = beside.left, beside.right
    if _WE_PAY.match(right) or _INVOICES.match(right):
        return "engaged"
    if left.endswith(" by ") and _GETS.match(right):
        return "engaged"
    if _CHOSEN.match(right) or _AWARDED.match(right):
        return "won"
    if _IS_OWN.match(right):
        return "party"
    if _HEADLINE.match(right) and (left.endswith(("– ", "- ", ": ")) or not left.strip()):
        return "contract_with"
    return "contract_with" if _STAYS.match(right) and "ontract" in left else None
