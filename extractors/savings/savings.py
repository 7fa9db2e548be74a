"""Savings: what each amount that is one has come to, how often it comes, and in which year.

    "the restructure had enabled a recurring saving of £174k"  -> achieved, recurring
    "£73m of the £80m predicted savings were achieved"         -> 73 achieved, 80 forecast
    "savings of £2m would not be achieved"                     -> not_achieved

Reads the amounts of the third stage; an amount that is no saving (an underspend, a surplus, a fee
reduction, a threshold) never comes here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors import leads, table_heads
from extractors.context import Context
from extractors.savings import frames as saving_frames
from extractors.savings import recurrence as saving_recurrence
from extractors.savings import turns as saving_turns
from extractors.savings.status import Words
from schemas.document import Section, Span
from schemas.facts import Amount, Proof, Saving

# "£3m had been made and £0.4m had not".
_HAD_NOT = re.compile(
    r"\)?(?: [a-z]{3,9})?(?: \([^()]{1,20}\))? (?:had|has|have|was|were|would|will|is|are) not"
    r"(?: been)?(?=[.;,]|$)"
)
_FURTHER = re.compile(r"^[^.;£]{0,60}\b(?:a further|a second|another|an additional) $")
# "£2m, made up of parking (£1m) and rents (£1m)"
_PARTS = re.compile(
    r"\b(?:consist(?:s|ed|ing)|compris(?:es|ed|ing)|made up|namely|related|broken down"
    r"|of which)\b"
)
_PART_OF = 250
# "Of the savings of £4m in the budget, £3m …", "Of that £1m, £700,000 …": the whole that was aimed
# at; but of "Of these £7m had been made" the part.
_OF_ALL = re.compile(
    r"\b[Oo]f (?:(?:the|its|our|their)\b[^£;.,]{0,60}|(?:this|that) |(?:these|this|that|those) "
    r"[^£;.,]{2,50} (?:of|at|totalling|worth) )$"
)
# "82% of the £11m savings target had been achieved": what came is a part of the sum.
_PART_OF_IT = re.compile(
    r"(?:%|\bper ?cent|\b(?:[Hh]alf|[Mm]ost|[Mm]uch|[Ss]ome|[Aa] (?:third|quarter"
    r"|fifth)|[Tt]wo thirds)) of (?:the|its|our|their|this|that|an?)(?: [a-z-]{2,14}){0,3} $"
)
# "That savings of £5, of which £1 are one-off, be agreed."
_CARRIED = re.compile(
    r"\b(?:be|are|is|were|was)(?: hereby)? (?:agreed|approved|adopted|endorsed|accepted)\W{0,3}$"
)
# "£43,000 of that", "Of that £1.2m, £700,000 related to …": parts of what was told before.
_OF_THAT = re.compile(r"\)?(?: a year| per annum)? of (?:that|this|these|those|it|them)\b")
_OF_IT = re.compile(r"\b[Oo]f (?:that|this|these|those) $")
_LAST = -1  # the place of the last sum's status among those of sums seen
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
_OF_THE = re.compile(
    r"\)?(?: \([^()]{1,20}\))?(?: [a-z]{2,12}){0,3} \(?(?:(?:out )?of"
    r"(?: (?:the|its|an?|this|their|our|that))?|o'r)"
    r"(?: [a-z-]{2,14}){0,4} ?"
)
_REACH = 1500
# The heads of rows that tell how far savings have come, where columns are years.
_ROWS = (
    ("not_achieved", re.compile(
        r"(?:savings )?(?:(?:not|un)[ -]?(?:achieved|delivered|realised|achievable|deliverable)"
        r"|will not be (?:achieved|delivered|made)|slipped|missed|lost)(?: savings)?", re.I)),
    ("achieved", re.compile(
        r"(?:savings )?(?:already )?(?:achieved|delivered|realised|secured|made|banked)"
        r"(?: savings)?(?: (?:to date|so far|in (?:the )?year))?", re.I)),
    ("forecast", re.compile(
        r"(?:savings )?(?:on (?:course|track|target|schedule)|forecast|expected|projected"
        r"|anticipated|still to (?:be made|come|be delivered))(?: savings)?(?: to date)?", re.I)),
    ("target", re.compile(r"(?:savings? )?targets?(?: savings?)?", re.I)),
    ("proposed", re.compile(r"(?:savings )?proposed(?: savings)?", re.I)),
    ("agreed", re.compile(
        r"(?:savings )?(?:agreed|approved)(?: savings)?(?: in the budget)?", re.I)),
)  # fmt: skip
_STATUS_CELL = 40
_SIGNS = 6  # "£", "(", ")", "*": what a cell of one sum may hold beside its figure
_SAVINGS = re.compile(r"\b(?:savings?|efficienc(?:y|ies)|reductions?)\b", re.IGNORECASE)
_CAPTION = 300  # how much of the line above a table is read


def find(section: Section, context: Context) -> Iterator[Saving]:
    """Yield a Saving for every known amount of the section whose kind is saving."""
    held: list[Amount] = []
    seen: dict[int | None, str] = {}
    span: Span | None = None
    for amount in context.known(Amount, section.start, section.stop):
        if amount.kind != "saving":
            continue
        if span is None or not span.start <= amount.start < span.stop:
            if span:
                yield from _sentence(section, context, span, held, seen)
            span, held = context.sentence_at(amount.start), []
        held.append(amount)
    if span:
        yield from _sentence(section, context, span, held, seen)


def _sentence(
    section: Section,
    context: Context,
    span: Span,
    amounts: Sequence[Amount],
    seen: dict[int | None, str],
) -> Iterator[Saving]:
    near = Span(
        max(span.start, amounts[0].start - _REACH), min(span.stop, amounts[-1].stop + _REACH)
    )
    words = Words(context, near)
    was_part = False
    for at, amount in enumerate(amounts):
        after = amounts[at + 1] if at + 1 < len(amounts) else None
        is_part = bool(after and _OF_THE.fullmatch(context.reading, amount.stop, after.start))
        is_whole = was_part or _is_all(context, span, amounts, at)
        status, hit = words.status(
            amount.start, after.stop if after and is_part else amount.stop, is_part, is_whole
        )
        if status == "forecast" and hit and is_whole and words.cues.span(hit)[0] > amount.stop + 1:
            status, hit = "target", None  # what is expected is the part
        if status in ("unknown", "achieved", "forecast") and _HAD_NOT.match(
            context.reading, amount.stop
        ):
            status, hit = "not_achieved", None
        told = _told_before(context.reading, span, amounts, at, seen)
        if told and (status == "unknown" or is_whole):
            status, hit = told, None
        framed = saving_frames.find(context.reading, span, amount.start, amount.stop)
        if framed and not (is_part or was_part):
            status, hit = framed, None
        turned = saving_turns.find(context.reading, section.start, span, amount.start, amount.stop)
        if turned and (turned, status) != ("proposed", "achieved"):
            status, hit = turned, None
        last = amounts[at - 1].stop if at else None
        if saving_turns.leans(context.reading, span, amount.start, amount.stop, last):
            status, hit = seen.get(_LAST, status), None
        headed = _headed(context, amount)
        if headed:
            status, hit = headed, None
        if status == "unknown":
            status = _around(context, section, span, amount, words)
        if status in ("agreed", "unknown") and section.kind == "recommendation":
            status, hit = "proposed", None
        yield _made(section, context, amount, status, words.cues.span(hit) if hit else None, near)
        was_part = is_part
        seen[amount.pence] = seen[_LAST] = status


def _around(context: Context, section: Section, span: Span, amount: Amount, words: Words) -> str:
    """Return the status that the line above a list, the end of a resolution or the mood gives."""
    status = _led(context, section, amount)
    if status == "unknown" and _CARRIED.search(context.reading, span.start, span.stop):
        return "agreed"
    if status == "unknown" and words.is_ahead(amount.start, amount.stop):
        return "forecast"
    return status


def _told_before(
    reading: str,
    span: Span,
    amounts: Sequence[Amount],
    at: int,
    seen: Mapping[int | None, str],
) -> str | None:
    """Return the status of what was told before, where a sum leans on it or is it again."""
    amount = amounts[at]
    if _is_definite(reading, amount):
        known = seen.get(amount.pence)
        if known:
            return known
    if not at:
        return seen.get(_LAST) if _OF_THAT.match(reading, amount.stop, span.stop) else None
    if _goes_on(reading, span, amounts, at):
        return seen.get(_LAST)
    before = max(span.start, amounts[at - 1].start - 10)
    is_part = at == 1 and _OF_IT.search(reading, before, amounts[0].start)
    return seen.get(amounts[0].pence) if is_part and amounts[0].pence in seen else None


def _goes_on(reading: str, span: Span, amounts: Sequence[Amount], at: int) -> bool:
    """Tell whether a sum shares the status of the one before: "and a further £2m", a list."""
    gap = amounts[at - 1].stop, amounts[at].start
    if saving_turns.goes_on(reading, *gap) or _FURTHER.search(reading, *gap):
        return True
    before = max(span.start, amounts[at].start - _PART_OF)
    return bool(_PARTS.search(reading, before, amounts[at].start))


def _is_definite(reading: str, amount: Amount) -> bool:
    """Tell whether a sum is spoken of as one told before: "the £2m", "of that £2m"."""
    return reading.endswith(("the ", "this ", "that ", "The "), 0, amount.start)


def _is_all(context: Context, span: Span, amounts: Sequence[Amount], at: int) -> bool:
    """Tell whether a sum is the whole whose parts follow: "Of the savings of £4m, £3m"."""
    before = max(span.start, amounts[at].start - 90)
    if _PART_OF_IT.search(context.reading, before, amounts[at].start):
        return True
    follows = at == 0 and len(amounts) > 1
    return follows and bool(_OF_ALL.search(context.reading, before, amounts[at].start))


def _headed(context: Context, amount: Amount) -> str | None:
    """Return the status that the words around a table's cell give its saving.

    The head of its column, then its row, the line that heads some rows, the heads of words, the
    line above the table. "unknown" where a cell is nothing but its sum and none of these speaks.
    """
    heads = table_heads.at(context.document, amount.start)
    if heads is None:
        return None
    named = _columned(_said(context, heads.column)) or _rowed(context, heads.row, amount)
    if named or heads.top is None:
        return named
    group = table_heads.group(context.document, amount.start)
    worded = table_heads.worded(context.document, amount.start)
    words = [_said(context, span) for span in ((group,) if group else ()) + worded]
    told = next(filter(None, (_columned(said) for said in words if _SAVINGS.search(said))), None)
    told = told or _above(context, heads.top.start)
    told = told or next(filter(None, map(_columned, words)), None)
    bare = heads.cell.stop - heads.cell.start <= amount.stop - amount.start + _SIGNS
    return told or ("unknown" if bare else None)


def _rowed(context: Context, row: Span | None, amount: Amount) -> str | None:
    """Return the status that is all a row's head or another cell of the row says."""
    cells = table_heads.beside(context.document, amount.start)
    said = [_said(context, cell) for cell in (row, *filter(_is_short, cells)) if cell]
    return next(
        (name for words in said for name, told in _ROWS if told.fullmatch(words.strip(" :."))),
        None,
    )


def _columned(said: str) -> str | None:
    return next((status for status, words in _COLUMNS if words.search(said)), None)


def _said(context: Context, span: Span | None) -> str:
    return context.reading[span.start : span.stop].strip() if span else ""


def _above(context: Context, stop: int) -> str | None:
    """Return the status that the line above a table gives."""
    above = context.reading[max(0, stop - _CAPTION) : stop].rstrip().rpartition("\n")[2]
    told = _told(context, Span(stop - len(above) - 1, stop)) if above else "unknown"
    return told if told != "unknown" else None


def _is_short(cell: Span) -> bool:
    return cell.stop - cell.start <= _STATUS_CELL


def _led(context: Context, section: Section, amount: Amount) -> str:
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


def _made(
    section: Section,
    context: Context,
    amount: Amount,
    status: str,
    cue: tuple[int, int] | None,
    near: Span,
) -> Saving:
    told = saving_recurrence.find(context, section, amount, near)
    recurrence, found = told or ("unknown", None)
    proofs = [p for p in amount.proofs if p.column in ("financial_year", "organisation_id")]
    if cue:
        proofs.append(Proof("status", *cue, f"saving.status.{status}"))
    if found:
        proofs.append(Proof("recurrence", *found, f"saving.{recurrence}"))
    return context.make(
        Saving,
        amount.start,
        amount.stop,
        "saving.amount",
        amount_id=amount.id or None,
        mention_id=amount.mention_id,
        pence=amount.pence,
        status=status,
        recurrence=recurrence,
        financial_year=amount.financial_year,
        proofs=tuple(proofs),
    )
