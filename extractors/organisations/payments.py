"""Lists of what a council has paid: "Payments approved: X £212.40; Y £85.00".

A payee that a firm's form or trade names is a supplier, unless its own item tells of wages, tax, a
grant or money that came in. A bare surname or a body (HMRC, a neighbouring council) stays open.
"""

import re

from extractors.organisations.known import Name
from extractors.organisations.ties import NONE, SUPPLIER, Tie

_FIRMS = ("firm", "trade", "supplier")
_LEAD = re.compile(
    r"\b(?:(?:[Pp]ayments?|[Aa]ccounts?|[Ii]nvoices?|[Cc]heques?|[Bb]ills) "
    r"(?:[a-z]+ ){0,4}?(?:approved|authorised|agreed|paid|made|passed|ratified|payment|approval"
    r"|due|drawn|signed|signature|following|over|outstanding|raised|received)\b"
    r"|(?:[Ll]ist|[Ss]chedule) of (?:payments|accounts|invoices|cheques)|BACS (?:run|payments)"
    r"|[Pp]ayments(?: for [A-Z][a-z]+)?:"
    r"|(?:approved|authorised|passed|agreed) (?:the )?(?:following )?(?:payments|accounts|invoices"
    r"|cheques|bills)|(?:following|below)(?: [a-z]+){0,3}? (?:approved|agreed|passed|authorised)"
    r" for payment)"
)
_NOT_PAYMENTS = re.compile(
    r"\b(?:[Rr]eceipts?|[Ii]ncome|[Gg]rants?|[Dd]onations?|[Ww]rit(?:e|ten)[ -]off|[Dd]ebts?"
    r"|[Rr]elief|[Rr]efunds?|[Ss]ponsor\w*|[Ll]oans|[Cc]laims)\b"
)
# A list of its own within the paragraph: "Receipts: …".
_OTHER_LIST = re.compile(rf"{_NOT_PAYMENTS.pattern}[^;:£\n]{{0,30}}:")
_HEADS = re.compile(
    r"\b(?:payee|paid to|supplier|to whom paid|creditor)\b[^\n]{0,120}\b(?:amount|net|gross|total"
    r"|value|paid|sum|cost|£)"
    r"|\b(?:amount|net|gross|total|cheque|BACS|ref\w*|date)\b[^\n]{0,120}\bpayee\b",
    re.IGNORECASE,
)
_OTHER_ITEM = re.compile(
    r"\b(?:grants?|donations?|s\.? ?137|salar(?:y|ies)|wages?|pensions?|PAYE|tax|NI|refund\w*"
    r"|deposit|precept|loan|contribution|sponsorship|compensation|receipts?|received|rates?|hire"
    r"|relief|mayor's|prize|bursary|rent)\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?:[^;\n£|\t0-9]|[0-9](?![0-9,]{0,8}\.[0-9]{2}\b)){0,60}+£?[0-9][0-9,]{0,9}(?:\.[0-9]{2})?"
)
_REACH = 1200


def payee(reading: str, name: Name) -> Tie:
    """Return supplier for a firm of a list of payments, NONE elsewhere."""
    if name.kind not in _FIRMS:
        return NONE
    start = reading.rfind("\n", 0, name.start) + 1
    line = reading[start : _line_end(reading, name.stop)]
    cells = "|" in line or "\t" in line
    if not (cells or _SUM.match(reading, name.stop)):
        return NONE
    if _OTHER_ITEM.search(line if cells else _item(reading, start, name)):
        return NONE
    told = _is_payee_column(reading, start) if cells else _is_listed(reading, start, name)
    return Tie(SUPPLIER, True, "organisations.paid") if told else NONE


def _line_end(reading: str, at: int) -> int:
    stop = reading.find("\n", at)
    return len(reading) if stop < 0 else stop


def _item(reading: str, start: int, name: Name) -> str:
    """Return the words of one item: from the sign that parts it to the next."""
    before = reading[start : name.start]
    before = before[max(before.rfind(sign) for sign in (";", "/", "£")) + 1 :]
    after = reading[name.stop : min(_line_end(reading, name.stop), name.stop + 120)]
    return before[-60:] + re.split(r"[;/]|(?<=[0-9]), |(?<=[0-9]) (?=[A-Z])", after, maxsplit=1)[0]


def _is_listed(reading: str, start: int, name: Name) -> bool:
    """Tell whether the paragraph, or the line above its list, tells of payments."""
    before = reading[max(start, name.start - _REACH) : name.start]
    for lead in (before, _above(reading, start)):
        told = [found.start() for found in _LEAD.finditer(lead)]
        if told:
            head = lead[max(0, told[-1] - 30) :].split(":", 1)[0]
            return not (_NOT_PAYMENTS.search(head) or _OTHER_LIST.search(lead, told[-1]))
    return False


def _above(reading: str, start: int) -> str:
    """Return the nearest line above a list's lines that holds no sum."""
    stop = start - 1
    for _ in range(40):
        if stop <= 0:
            return ""
        begin = reading.rfind("\n", 0, stop) + 1
        line = reading[begin:stop]
        if line.strip() and not re.search(r"[0-9]\.[0-9]{2}\b", line):
            return line[-200:]
        stop = begin - 1
    return ""


def _is_payee_column(reading: str, start: int) -> bool:
    """Tell whether the table's first line heads payees and sums."""
    stop = start - 1
    head = ""
    for _ in range(60):
        begin = reading.rfind("\n", 0, max(stop, 0)) + 1
        line = reading[begin:stop] if stop > 0 else ""
        if "|" not in line and "\t" not in line:
            break
        head, stop = line, begin - 1
    return bool(_HEADS.search(head))
