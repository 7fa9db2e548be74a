"""How far the savings of a table or a list have come, by the words around them.

The head of the column, what the row says beside its sum ("Delivered", "Red"), the line inside the
table that heads some rows, the line above it.
"""

import re

from extractors import leads, table_heads
from extractors.context import Context
from extractors.savings.status import Words
from schemas.document import Section, Span
from schemas.facts import Amount

# The columns of a table of savings; the first that fits.
_COLUMNS = (
    ("not_achieved", re.compile(
        r"\b(?:(?:not|never|cannot|no longer|fail(?:ed|ing)? to|unable to)"
        r" (?:(?:yet|now|be|been|being) ){0,2}(?:achiev|deliver|realis|made|found)"
        r"|un(?:achiev|deliver)|shortfall|gap|at risk|red\b|slipp|lost|missed"
        r"|(?:not|no longer)(?: now)? (?:expected|forecast|deliverable|achievable|likely|possible"
        r"))", re.I)),
    ("forecast", re.compile(
        r"\b(?:to be|still to|yet to)(?: be)? (?:achiev|deliver|realis|made|found)", re.I)),
    ("achieved", re.compile(
        r"\b(?:achiev|deliver(?:ed|y)|realised|actual|banked|secured|to date|outturn|made)", re.I)),
    ("forecast", re.compile(
        r"\b(?:forecast|expected|projected|estimate|anticipated|predicted|on track|year[ -]end)"
        , re.I)),
    ("target", re.compile(r"\b(?:target|required|requirement|budget(?:ed)?|plan(?:ned)?)\b", re.I)),
    ("proposed", re.compile(r"\b(?:propos|option|suggested)", re.I)),
    ("agreed", re.compile(r"\b(?:agreed|approved)", re.I)),
)  # fmt: skip
# The heads of rows that tell how far savings have come, where columns are years.
_ROWS = (
    ("not_achieved", re.compile(
        r"(?:savings )?(?:(?:not|un)[ -]?(?:achieved|delivered|realised|achievable|deliverable)"
        r"|(?:will not|cannot|unlikely to) be (?:achieved|delivered|made)|missed|lost|withdrawn"
        r"|(?:slipped|delayed|deferred)(?: (?:in)?to 20[0-9]{2}(?:[/-][0-9]{2,4})?| to next year)?"
        r"|red(?: rag)?(?: ?[(:–-][^£]{1,30})?)(?: savings)?", re.I)),
    ("achieved", re.compile(
        r"(?:savings )?(?:already |fully )?(?:achieved|delivered|realised|secured|made|banked"
        r"|completed?|blue ?[(:–-] ?(?:delivered|achieved|completed?)\)?)"
        r"(?: savings)?(?: (?:to date|so far|in (?:the )?year))?", re.I)),
    ("forecast", re.compile(
        r"(?:savings )?(?:on (?:course|track|target|schedule)|forecast|expected|projected"
        r"|anticipated|still to (?:be made|come|be delivered)"
        r"|(?:amber|green)(?: rag)?(?: ?[(:–-][^£]{1,30})?)(?: savings)?(?: to date)?", re.I)),
    ("target", re.compile(r"(?:savings? )?targets?(?: savings?)?", re.I)),
    ("proposed", re.compile(r"(?:savings )?proposed(?: savings)?", re.I)),
    ("agreed", re.compile(
        r"(?:savings )?(?:agreed|approved)(?: savings)?(?: in the budget)?", re.I)),
)  # fmt: skip
# A colour beside what is no more than proposed rates its risk.
_COLOUR = re.compile(r"\W{0,3}(?:red|amber|green)\b", re.IGNORECASE)
# "New savings now proposed (Table 2)", "Less agreed savings".
_NAMED_ROW = re.compile(
    r"\b(?:proposed|agreed|approved|achieved|delivered|unachieved|undelivered|forecast|target) "
    r"(?:savings|efficiencies)\b|\b(?:savings|efficiencies) (?:(?:now|already|newly|not|to|be|yet)"
    r" ){0,3}(?:proposed|agreed|approved|achieved|delivered|required|forecast|proposals|options"
    r"|targets?)\b",
    re.I,
)
_STATUS_CELL = 40
_SIGNS = 6  # "£", "(", ")", "*": what a cell of one sum may hold beside its figure
_SAVINGS = re.compile(r"\b(?:savings?|efficienc(?:y|ies)|reductions?)\b", re.IGNORECASE)
_CAPTION = 300  # how much of the line above a table is read


def find(context: Context, amount: Amount) -> str | None:
    """Return the status that the words around a table's cell give its saving.

    The head of its column, then its row, the line that heads some rows, the heads of words, the
    line above the table. "unknown" where a cell is nothing but its sum and none of these speaks.
    """
    heads = table_heads.at(context.document, amount.start)
    if heads is None:
        return None
    named = _columned(_said(context, heads.column))
    rowed = None if named else _rowed(context, heads.row, amount)
    if named or heads.top is None:
        return named or rowed
    told = _topped(context, heads.top.start, amount)
    if rowed and not (told == "proposed" and _is_rated(context, amount)):
        return rowed
    bare = heads.cell.stop - heads.cell.start <= amount.stop - amount.start + _SIGNS
    return told or ("unknown" if bare else None)


def _topped(context: Context, top: int, amount: Amount) -> str | None:
    """Return what the line that heads some rows, the heads of words or the line above say."""
    group = table_heads.group(context.document, amount.start)
    worded = table_heads.worded(context.document, amount.start)
    words = [_said(context, span) for span in ((group,) if group else ()) + worded]
    told = next(filter(None, (_columned(said) for said in words if _SAVINGS.search(said))), None)
    told = told or _above(context, top)
    return told or next(filter(None, map(_columned, words)), None)


def _rowed(context: Context, row: Span | None, amount: Amount) -> str | None:
    """Return the status that is all a row's head or another cell of the row says."""
    cells = table_heads.beside(context.document, amount.start)
    said = [_said(context, cell) for cell in (row, *filter(_is_short, cells)) if cell]
    whole = (name for words in said for name, told in _ROWS if told.fullmatch(words.strip(" :.")))
    named = _NAMED_ROW.search(said[0]) if said else None
    return next(whole, None) or (_columned(named[0]) if named else None)


def _is_rated(context: Context, amount: Amount) -> bool:
    cells = table_heads.beside(context.document, amount.start)
    return any(_COLOUR.match(_said(context, cell)) for cell in cells)


def _columned(said: str) -> str | None:
    return next((status for status, words in _COLUMNS if words.search(said)), None)


def _said(context: Context, span: Span | None) -> str:
    return context.reading[span.start : span.stop].strip() if span else ""


def _above(context: Context, stop: int) -> str | None:
    """Return the status that the line above a table gives."""
    above = context.reading[max(0, stop - _CAPTION) : stop].rstrip()
    first, last = above.rfind("\n") + 1, len(above)
    end = stop - len(context.reading[max(0, stop - _CAPTION) : stop]) + last
    told = _told(context, Span(end - (last - first), end)) if last > first else "unknown"
    return told if told != "unknown" else None


def _is_short(cell: Span) -> bool:
    return cell.stop - cell.start <= _STATUS_CELL


def led(context: Context, section: Section, amount: Amount) -> str:
    """Return the status that the line above a list gives its points."""
    lead = leads.above(context.reading, amount.start, section.start)
    if lead is None:
        return "unknown"
    return _told(context, Span(max(lead.start, lead.stop - 400), lead.stop))


def _told(context: Context, line: Span) -> str:
    """Return what a line above figures says of them."""
    words = Words(context, line)
    said = words.status(line.stop, line.stop, False, False)[0]
    if said == "unknown" and words.is_ahead(line.stop, line.stop):
        return "forecast"
    return said
