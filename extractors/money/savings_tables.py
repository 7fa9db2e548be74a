"""Tables of savings: their sums are savings where no head names another kind.

    Proposed saving   | 2025/26            "Progress against the savings in the budget:"
    Close the annexe  | £87,500            Service | Agreed | Delivered

A table is one of savings by the head of a column of words, by its caption or the line above it,
by a line inside it that heads the rows below ("Agreed savings"), or by columns of what was
delivered beneath words on savings. A row or a column that names what is spent, missing, earned or
put in has none.
"""

import re

from extractors import table_heads
from extractors.context import Context
from extractors.table_heads import Heads
from schemas.document import Span

_NOUN = r"(?:savings?|efficienc(?:y|ies)|(?:budget|spending|cost|expenditure) reductions?)"
# "Proposed saving", "Savings proposal", "Savings option (ref)": a head of a column of words.
_HEAD = re.compile(
    rf"\b{_NOUN}\b|\breduction in (?:budgets?|spending|costs?|expenditure)\b", re.IGNORECASE
)
# "Table 2 - savings proposed", "Proposed savings 2024/25 to 2026/27:", "The following savings".
_TITLE = re.compile(rf"\b{_NOUN}\b", re.IGNORECASE)
# A line above a table that speaks of savings only to leave them out, or of more than savings.
_LEFT_OUT = (
    r"(?:(?:before|after|without|net of|other than|excluding|exclud(?:e|es) (?:the|any)|no)"
    r" (?:(?:the|any|these|further|planned|proposed|of) ){0,2}(?:savings|efficiencies)"
    r"|growth|pressures?|savings (?:accounts?|banks?))"
)
_REFUSED = re.compile(rf"\b{_LEFT_OUT}\b", re.IGNORECASE)
_MIXED = re.compile(
    rf"\b(?:{_LEFT_OUT}|investments?|income|costs?(?! reduction| saving)|bids?|gap|deficit"
    r"|summary of the budget|tenders?|bidders?|prices?)\b",
    re.IGNORECASE,
)
# Columns whose heads tell when, how far or how sure, and not what.
_NEUTRAL = re.compile(
    r"(?:\W|£|\b(?:k|m|000s?|s|p|million|thousands?|20[0-9]{2}(?:[/–-][0-9]{2,4})?|[0-9]{1,2}"
    r"|year|years|full|part|in|of|to|the|for|and|at|as|by|a|one|two|three|four|five|first|second"
    r"|third|later|future|ongoing|recurring|one-off|q[1-4]|quarter|month|april|may|june|july"
    r"|august|september|october|november|december|january|february|march|end|total|totals|amount"
    r"|value|sum|figure|cumulative|annual|per|annum|net|gross|estimated|indicative|potential"
    r"|proposed|proposal|agreed|approved|delivered|achieved|secured|realised|banked|made|forecast"
    r"|expected|target|targets|planned|plan|original|revised|latest|actual|projected|projection"
    r"|outturn|not|now|yet|still|find|found|deliver|come|achieve|achievable|deliverable"
    r"|unachievable|undeliverable|unachieved|undelivered|achievement|delivery|so|far|date|profile"
    r"|slipped|slippage|missed|lost|shortfall|risk|at|on|track|course|green|amber|red|blue|rag"
    r"|high|medium|low|remaining|outstanding|gap|difference|mtfs|mtfp|programme|council|general"
    r"|fund|hra|budget reduction)\b){1,20}",
    re.IGNORECASE,
)
# Rows that are no savings though their table is one.
_OTHER_ROW = re.compile(
    r"\b(?:investment|growth|pressures?|(?:budget |funding )?gap|deficit|overspends?|reserves?"
    r"|balances|less:?|(?:one-off|implementation|set-?up|transition|redundancy|exit|project)"
    r" costs?|cost of|net (?:revenue )?budget|budget requirement|borrowing|inflation|contingency"
    r"|council tax|grants? (?:from|income)|(?<!reduce )(?<!cut )price)\b(?! (?:re-?view|"
    r"reduction|saving))",
    re.IGNORECASE,
)
# "Agreed savings", "Savings - Place", inside the table.
_GROUP = re.compile(rf"(?:[^£.;]{{0,50}} )?{_NOUN}\b[^£.;]{{0,40}}", re.IGNORECASE)
# A column of what has come of savings, where the words above the table speak of savings.
_DELIVERED = re.compile(
    r"\b(?:delivered|achieved|realised|secured|banked|slipped|not yet (?:delivered|achieved)"
    r"|still to (?:find|deliver|come))\b",
    re.IGNORECASE,
)
_STATUS_ROW = re.compile(
    r"(?:savings )?(?:already |not |un)?(?:agreed|approved|achieved|delivered|secured|made"
    r"|forecast"
    r"|proposed|targets?|on (?:course|track))(?: savings)?(?: (?:in the budget|to date|so far))?",
    re.IGNORECASE,
)
_FAR_ABOVE, _CLOSE_ABOVE, _LINE = 900, 120, 260


def holds(context: Context, heads: Heads) -> bool:
    """Tell whether the sum of a cell is a saving by the table that it stands in."""
    top, reading = heads.top, context.reading
    if top is None or heads.cell.start < top.stop:
        return False
    row = _said(reading, heads.row).strip(" :")
    if row and _STATUS_ROW.fullmatch(row):
        return "savings" in reading[max(0, top.start - _CLOSE_ABOVE) : top.start].lower()
    above = reading[max(0, top.start - _FAR_ABOVE) : top.start].lower()
    if "savings" in above and _DELIVERED.search(reading, top.start, top.stop):
        return True
    if not _NEUTRAL.fullmatch(_said(reading, heads.column) or "£") or _OTHER_ROW.search(row):
        return False
    group = table_heads.group(context.document, heads.cell.start)
    if group is not None:
        return _GROUP.fullmatch(_said(reading, group)) is not None
    return _is_titled(context, heads.cell.start, top)


def refuses(context: Context, heads: Heads) -> bool:
    """Tell whether a row or the line above a table says that what stands there is no saving."""
    if _OTHER_ROW.search(_said(context.reading, heads.row)):
        return True
    above = context.reading[max(0, heads.top.start - _LINE) : heads.top.start] if heads.top else ""
    return _REFUSED.search(above.rstrip().rpartition("\n")[2]) is not None


def _is_titled(context: Context, offset: int, top: Span) -> bool:
    """Tell whether the words above a table, or the heads of its words, call it one of savings."""
    reading = context.reading
    for head in table_heads.worded(context.document, offset):
        said = _said(reading, head)
        if _HEAD.search(said) and not _MIXED.search(said):
            return True
    title = _line_above(reading, top.start)
    return bool(_TITLE.search(title)) and not _MIXED.search(title)


def _line_above(reading: str, stop: int) -> str:
    """Return the last line of words above an offset, if it titles or leads what comes below."""
    said = reading[max(0, stop - _LINE) : stop].rstrip()
    line = said.rpartition("\n")[2].strip()
    line = re.split(r"(?<=[.;]) (?=[A-Z])", line)[-1]
    is_lead = line.endswith(":") or not line.endswith((".", ";", ","))
    return line if is_lead else ""


def _said(reading: str, span: Span | None) -> str:
    return reading[span.start : span.stop].strip() if span else ""
