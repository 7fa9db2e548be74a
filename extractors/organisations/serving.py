"""Another council that serves this one for money: "X, which provides our payroll under an SLA".

Councils share services in many ways, and most make partners. One is a supplier where the words say
both that the work is this council's and that it is paid for: an agreement of service, a charge.
"""

import re

from extractors.organisations.ties import SUPPLIER, Beside, Tie

_US = r"(?:(?:this|the) (?:[\w-]+ ){0,2}?(?:[Cc]ouncil|[Aa]uthority)\b(?!'s| area)|us\b)"
_SERVICE = (
    r"(?:services?|function|payroll|audits?|control|centre|collections?|administration|desk"
    r"|monitoring|enforcement|helpline|support|maintenance|disposal|licensing|procurement)"
)
_VERB = (
    r"(?:provid|deliver|operat|run|ran|host|administ|suppl|carr|undert|manag|perform|handl)\w*"
    r"(?: out)?"
)
# "which provides the internal audit service to this Authority", "runs our payroll".
_SERVES_US = re.compile(
    rf"(?: \([^()\n]{{1,40}}\))?,?(?: which| who)?(?: (?:also|now|currently|already|has|had|will))"
    rf"{{0,3}} {_VERB} (?:(?:the|its|all|an?) (?:[\w-]+ ){{0,5}}?{_SERVICE}"
    rf" (?:to|for|on behalf of) {_US}|(?:all )?(?:of )?our (?:[\w-]+ ){{0,4}}?{_SERVICE}\b)"
)
# "our payroll is run by", "the service is provided to this Council by".
_SERVED_BY = re.compile(
    rf"\b(?:(?:[Oo]ur|[Tt]he Council's) (?:[\w-]+ ){{0,4}}?{_SERVICE} (?:is|are|was|were|has been"
    rf"|had been|have been|will be) (?:now |currently )?{_VERB}"
    rf"|{_VERB} (?:to|for|on behalf of) {_US}) by (?:the )?\Z"
)
# "the Council pays X for the service".
_WE_PAY = re.compile(r"\b(?:[Cc]ouncil|[Aa]uthority|[Ww]e) (?:also )?(?:pays?|paid) (?:the )?\Z")
_FOR_SERVICE = re.compile(
    rf" (?:£[0-9][0-9.,]{{0,11}}[mk]? (?:\w+ ){{0,3}})?(?:for|to provide) "
    rf"(?:the|this|its|these|all) (?:[\w-]+ ){{0,3}}?{_SERVICE}\b"
)
# What tells that it is paid for.
_PAID = re.compile(
    r"\b(?:service (?:level )?agreements?|SLAs?|contract(?:ed|s)?|an? (?:annual )?(?:fee|charge"
    r"|cost)|(?:its|their|the) (?:annual )?(?:fees?|charges?|price)|charges us|recharged?|paid|pays"
    r"|£[0-9])",
)
_PARTNERS = re.compile(r"\b(?:joint(?:ly)? (?:committee|owned|board)|section 75|grant)\b")


def serving(beside: Beside) -> Tie | None:
    """Return supplier for a public body that does this council's work and is paid for it."""
    if beside.kind != "body" or _PARTNERS.search(beside.right):
        return None
    if _WE_PAY.search(beside.left[-40:]) and _FOR_SERVICE.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.serves_us")
    if not (_SERVES_US.match(beside.right) or _SERVED_BY.search(beside.left[-130:])):
        return None
    told = _PAID.search(beside.right) or _PAID.search(beside.left[-60:])
    return Tie(SUPPLIER, True, "organisations.serves_us") if told else None
