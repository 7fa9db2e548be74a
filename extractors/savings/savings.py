"""Savings: what each amount that is one has come to, how often it comes, and in which year.

    "the restructure had enabled a recurring saving of £174k"  -> achieved, recurring
    "£73m of the £80m predicted savings were achieved"         -> 73 achieved, 80 forecast
    "savings of £2m would not be achieved"                     -> not_achieved

Reads the amounts of the third stage; an amount that is no saving (an underspend, a surplus, a fee
reduction, a threshold) never comes here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors.context import Context
from extractors.savings import frames as saving_frames
from extractors.savings import headed as saving_headed
from extractors.savings import intents as saving_intents
from extractors.savings import labels as saving_labels
from extractors.savings import recurrence as saving_recurrence
from extractors.savings import results as saving_results
from extractors.savings import turns as saving_turns
from extractors.savings.status import Words
from schemas.document import Section, Span
from schemas.facts import Amount, Proof, Saving

# "£3m had been made and £0.4m had not".
_HAD_NOT = re.compile(
    r"\)?(?: [a-z]{3,9})?(?: \([^()]{1,20}\))? (?:had|has|have|was|were|would|will|is|are) not"
    r"(?: been)?(?=[.;,]|$)"
)
# "wondered whether the saving of £5 had been made" says nothing of it.
_ASKED = re.compile(
    r"\b(?:ask\w*|quer\w+|question\w*|wonder\w*|wanted to know|unclear)\b[^.;]{0,60}\b(?:if"
    r"|whether)"
    r"\b[^.;,£]{0,60}$",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"^[^.;£]{0,60}\b(?:a further|a second|another|an additional) $")
# "£2m sits with parks and £1m with roads": two parts of one.
_ALIKE = re.compile(
    r"(?: [a-z]{3,12}){0,3} (?P<to>with|through|from|in|on|for|by|to) [^.;:£]{3,90}(?:,| and|, and)"
    r" (?:a further |another )?£[0-9][0-9.,]{0,11}(?:m|k)?(?: million)? (?P=to) "
)
# "£2m in 2031/32 and £3m thereafter": one saving, year by year.
_BY_YEARS = re.compile(
    r"(?: (?:in|for|from|during))?(?: (?:this|next|the|a|first|full|current|part|year|[0-9]"
    r"|one)){0,4}"
    r" ?\(?(?:(?:in )?20[0-9]{2}(?:[/-][0-9]{2,4})?|year)\)?(?:,| and|, and|,? rising to) (?:a"
    r" further )?"
)
_ALIKE_AHEAD = 12
_OF_WHICH = re.compile(r"[^.;£]{0,60}, of which (?:about |some |around )?")
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
_OF_THE = re.compile(
    r"\)?(?: \([^()]{1,20}\))?(?: [a-z]{2,12}){0,3} \(?(?:(?:out )?of"
    r"(?: (?:the|its|an?|this|their|our|that))?|o'r)"
    r"(?: [a-z-]{2,14}){0,4} ?"
)
_REACH = 1500


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
        told = _told_before(context.reading, span, amounts, at, seen, status)
        if told and (
            status == "unknown" or is_whole or (told, status) == ("not_achieved", "target")
        ):
            status, hit = told, None
        said = _phrased(context, section, span, amount, status, is_part, was_part)
        if said:
            status, hit = said, None
        last = amounts[at - 1].stop if at else None
        if saving_turns.leans(context.reading, span, amount.start, amount.stop, last):
            status, hit = seen.get(_LAST, status), None
        headed = saving_headed.find(context, amount)
        if headed:
            status, hit = headed, None
        if status == "unknown":
            status = _around(context, section, span, amount, words)
        if status in ("agreed", "unknown") and section.kind == "recommendation":
            status, hit = "proposed", None
        yield _made(section, context, amount, status, words.cues.span(hit) if hit else None, near)
        was_part = is_part
        seen[amount.pence] = seen[_LAST] = status


def _phrased(
    context: Context,
    section: Section,
    span: Span,
    amount: Amount,
    status: str,
    is_part: bool,
    was_part: bool,
) -> str | None:
    """Return what the phrase around a saving says of it, whatever cues stand further off."""
    start, stop = amount.start, amount.stop
    framed = saving_frames.find(context.reading, span, start, stop)
    kept = framed if not (is_part or was_part) else None
    if framed == "achieved" and _ASKED.search(context.reading[span.start : start]):
        return None
    turned = saving_turns.find(context.reading, section.start, span, start, stop)
    if turned and (turned, kept or status) != ("proposed", "achieved"):
        return turned
    if framed or turned:
        return kept
    said = _said_of(context, section, span, amount, status)
    return said if said == "target" or not was_part else None


def _said_of(
    context: Context, section: Section, span: Span, amount: Amount, status: str
) -> str | None:
    """Return what a label, a list's head, the clause or the sentence before says of a saving."""
    reading, start = context.reading, amount.start
    return (
        saving_labels.find(reading, section.start, start, amount.stop)
        or saving_results.find(reading, span, start, amount.stop)
        or saving_intents.find(reading, span, start, amount.stop, status)
        or saving_intents.before(reading, section.start, span, start, status)
    )


def _around(context: Context, section: Section, span: Span, amount: Amount, words: Words) -> str:
    """Return the status that the line above a list, the end of a resolution or the mood gives."""
    status = saving_headed.led(context, section, amount)
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
    status: str,
) -> str | None:
    """Return the status of what was told before, where a sum leans on it or is it again."""
    amount = amounts[at]
    if _is_definite(reading, amount):
        known = seen.get(amount.pence)
        if known:
            return known
    was_missed = at > 0 and seen.get(_LAST) == "not_achieved" and status in ("target", "unknown")
    if was_missed and _OF_WHICH.fullmatch(reading, amounts[at - 1].stop, amount.start):
        return "not_achieved"
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
    if saving_turns.goes_on(reading, *gap) or _BY_YEARS.fullmatch(reading, *gap):
        return True
    if _FURTHER.search(reading, *gap):
        return True
    if _ALIKE.match(reading[gap[0] : min(span.stop, amounts[at].stop + _ALIKE_AHEAD)]):
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
