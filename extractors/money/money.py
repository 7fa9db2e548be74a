"""Sums of money: every mention, exact, with its range, rate, qualifier, kind and year.

    "an estimated saving of £174k per annum from 2018/19" -> 17400000, about, year, saving, 2018/19
    "between £1 and £2 million"                           -> one row, 1 to 2 million
    "increased from £60 to £65"                           -> two rows

Not money: counts with commas, years, telephone numbers, references; a pound sign on a tax base.
Brackets never make a sum negative. Parts of a penny have pence None and a Notice.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors import leads, qualifiers, table_heads
from extractors.clues import Clue
from extractors.context import Context
from extractors.cues import Sentence
from extractors.dates import financial_years
from extractors.money import columns as money_columns
from extractors.money import firms as money_firms
from extractors.money import frames as money_frames
from extractors.money import kinds as money_kinds
from extractors.money import savings as money_savings
from extractors.money import tables as money_tables
from extractors.money import topics as money_topics
from extractors.money.forms import scan
from extractors.money.ranges import Sum, merge
from extractors.money.rates import Rate, rate_after, rate_before, rate_in, shared
from extractors.money.topics import Told
from extractors.qualifiers import Qualifier
from extractors.table_heads import Heads
from schemas.document import Notice, Section, Span
from schemas.facts import Amount, Mention, Proof, Row

# "the tax base be £80,182.87": a count that was given a pound sign.
_TAX_BASE = re.compile(
    r"\btax ?base\b(?![^.;£]{0,50}\b(?:yield|rais|produc|bring|generat|worth))"
    r"[^.;£]{0,70}$",
    re.IGNORECASE,
)
# Words beside an organisation's name that tie a sum to it.
_TIE_BEFORE = re.compile(
    r"\b(?:on|under|from|with|to|by|via|through|of|for|in) (?:the |an? )?"
    r"(?:contract (?:with|to) )?$"
)
_TIE_AFTER = re.compile(r"^(?:'s)? (?:contract|agreement|partnership)\b")
_LONG = 4000  # a "sentence" longer than this is a flattened table: read around the sum only
_AROUND = 600
_LEAD = 400  # how much of a leading line is read
# The legal ending that a second mention of a firm leaves out.
_ENDING = re.compile(r",? (?:Ltd|Limited|plc|PLC|LLP|CIC|UK|\(UK\)|Co)\.?(?: (?:Ltd|Limited))?$")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that holds sums, read once for all of them."""

    span: Span
    cues: Sentence
    years: Sequence[financial_years.Year]
    figures: Sequence[tuple[int, int]]
    deal: bool
    has_supplier: bool
    key: bool
    named: Sequence[Mention]
    suppliers: Sequence[Mention]
    firms: Collection[int]  # the tokens behind their names


@dataclass(frozen=True, slots=True)
class _Read:
    """A sum with what stands beside it."""

    one: Sum
    sentence: _Sentence
    qualifier: Qualifier | None = None
    rate: Rate | None = None
    heads: Heads | None = None
    told: Told | None = None


def find(section: Section, context: Context) -> Iterator[Row | Notice]:
    """Yield an Amount for every sum in the section, and Notices for figures not understood."""
    reading, plain = context.reading, []
    forms = scan(reading, section.start, section.stop)
    columns = [*money_columns.find(context.document, section.start, section.stop)]
    if columns:
        forms = sorted([*forms, *columns], key=lambda form: form.start)
    for form in forms:
        if form.value is None:
            yield Notice("money.unread", "A figure that is no number", form.start, form.stop)
        else:
            one = Sum(form.start, form.stop, form.value, form.second, form.rule, form.currency)
            plain.append(one)
    sums = list(merge(reading, plain, section.stop))
    starts = [one.start for one in sums]
    names = context.told(Mention, _supplier_names) if sums else frozenset()
    read: list[_Read] = []
    for one in sums:
        said = read[-1].sentence if read and one.start < read[-1].sentence.span.stop else None
        said = said or _read(context, _span(context, one), sums, starts, names, section.start)
        near = _words_at(context, one, said)
        if near.rate is None and read and said is read[-1].sentence:
            last = read[-1]
            near = replace(near, rate=shared(reading, last.rate, last.one.stop, one.start))
        read.append(near)
    told = [one.told for one in read if one.told]
    money_topics.settle(context, section, told)
    for near in read:
        yield from _rows(context, near)


def _span(context: Context, one: Sum) -> Span:
    """Return the sentence of a sum; a piece of it where it is endless."""
    span = context.sentence_at(one.start)
    if span.stop - span.start <= _LONG:
        return span
    return Span(max(span.start, one.start - _AROUND), min(span.stop, one.start + _AROUND))


def _opens(reading: str, span: Span) -> bool:
    """Tell whether a sentence opens its line, as the points of lists do."""
    return not reading[max(0, span.start - 12) : span.start].rpartition("\n")[2].strip(" \t")


def _supplier_names(mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the names of the suppliers known on the page, without their legal endings."""
    said = {m.name for m in mentions if m.role == "supplier" and m.name}
    return frozenset(name for name in (_ENDING.sub("", n).strip() for n in said) if len(name) > 3)


def _names_one(said: str, names: frozenset[str]) -> bool:
    return any(name in said for name in names)


def _read(
    context: Context,
    span: Span,
    sums: list[Sum],
    starts: list[int],
    names: frozenset[str],
    floor: int,
) -> _Sentence:
    cues = Sentence(context.words(span.start, span.stop), money_kinds.tree())
    inside = sums[bisect_left(starts, span.start) : bisect_left(starts, span.stop)]
    named = list(context.known(Mention, span.start, span.stop))
    suppliers = [m for m in named if m.role == "supplier"]
    has_supplier = bool(suppliers) or _names_one(context.reading[span.start : span.stop], names)
    lead = (
        leads.above(context.reading, span.start, floor) if _opens(context.reading, span) else None
    )
    above = context.words(max(lead.start, lead.stop - _LEAD), lead.stop).words if lead else []
    return _Sentence(
        span,
        cues,
        financial_years.find(context.reading, span.start, span.stop),
        [(one.start, one.stop) for one in inside],
        money_kinds.is_contract_sentence([*above, *cues.words], has_supplier),
        has_supplier,
        money_kinds.defines_key_decision(context.reading[span.start : span.stop])
        or (
            lead is not None
            and money_kinds.defines_key_decision(context.reading[lead.start : lead.stop])
        ),
        named,
        suppliers,
        {cues.tokens(mention.start, mention.stop)[1] for mention in suppliers},
    )


def _words_at(context: Context, one: Sum, sentence: _Sentence) -> _Read:
    """Return what stands beside a sum; nothing told where it is a tax base."""
    reading, floor = context.reading, sentence.span.start
    before = reading[max(floor, one.start - 90) : one.start]
    if "ase" in before and _TAX_BASE.search(before):
        return _Read(one, sentence)
    qualifier = qualifiers.before(reading, one.start, floor)
    rate = rate_after(reading, one.stop)
    qualifier = qualifier or qualifiers.after(reading, rate.stop if rate else one.stop)
    rate = rate or (rate_after(reading, one.partner) if one.partner else None)
    rate = rate or rate_before(reading, one.start, floor)
    heads = table_heads.at(context.document, one.start)
    if rate is None and heads and heads.column:
        rate = rate_in(reading, heads.column.start, heads.column.stop)
    clues = money_kinds.clues(
        sentence.cues,
        (one.start, one.stop),
        qualifier.name if qualifier else None,
        deal=sentence.deal,
        firms=sentence.firms,
        firm=sentence.has_supplier,
        key=sentence.key,
    )
    clues += money_frames.find(
        reading,
        one.start,
        one.stop,
        (floor, sentence.span.stop),
        qualifier.name if qualifier else None,
        one.low.pence,
    )
    clues += money_savings.find(reading, one.start, one.stop, (floor, sentence.span.stop))
    clues = [*money_savings.settled(reading, one.start, one.stop, floor, clues)]
    if heads:
        clues = money_tables.find(context, heads) or clues
    later = one.start > sentence.figures[0][0]
    told = Told(one.start, one.stop, one.low.pence, sentence.span, later, clues)
    return _Read(one, sentence, qualifier, rate, heads, told)


def _rows(context: Context, near: _Read) -> Iterator[Row | Notice]:
    """Yield the row of one sum, with a Notice where its figure is doubtful."""
    one = near.one
    if near.told is None:
        yield Notice("money.tax_base", "A pound sign on a tax base", one.start, one.stop)
        return
    kind = near.told.kind
    if one.rule == "money.lost_sign" and kind is None:
        return
    year = _year(context.reading, one, near.sentence, near.heads)
    yield _amount(context, one, near.sentence, near.qualifier, near.rate, kind, year)
    yield from _doubts(one)


def _year(
    reading: str, one: Sum, sentence: _Sentence, heads: Heads | None
) -> financial_years.Year | None:
    """Return the year the sentence states for a sum; in a table, the column's or row's head."""
    if heads is None:
        figure = (one.start, one.stop)
        return financial_years.governing(reading, figure, sentence.years, sentence.figures)
    for span in heads.spans():
        years = financial_years.find(reading, span.start, span.stop)
        if years:
            return years[0] if len(years) == 1 and years[0].name else None
    return None


def _doubts(one: Sum) -> Iterator[Notice]:
    if one.low.doubt or (one.high and one.high.doubt):
        yield Notice("money.dotted", "Stop read as thousands separator", one.start, one.stop)
    elif one.low.pence is None or (one.high and one.high.pence is None):
        yield Notice("money.part_penny", "Not a whole number of pence", one.start, one.stop)
    if one.rule == "money.lost_sign":
        yield Notice("money.lost_sign", "Question mark read as £", one.start, one.stop)


def _kind_proof(kind: Clue, sentence: _Sentence) -> Proof:
    """Return the words that make the kind, the sentence where several do: "awarded a contract"."""
    if kind.start is not None and kind.stop is not None:
        return Proof("kind", kind.start, kind.stop, f"money.kind.{kind.label}")
    return Proof("kind", sentence.span.start, sentence.span.stop, f"money.kind.{kind.label}")


def _amount(
    context: Context,
    one: Sum,
    sentence: _Sentence,
    qualifier: Qualifier | None,
    rate: Rate | None,
    kind: Clue | None,
    year: financial_years.Year | None,
) -> Amount:
    proofs = []
    if qualifier:
        proofs.append(Proof("qualifier", qualifier.start, qualifier.stop, "money.qualifier"))
    if rate:
        proofs.append(Proof("per", rate.start, rate.stop, "money.rate"))
    if year:
        proofs.append(Proof("financial_year", year.start, year.stop, "money.year"))
    if kind:
        proofs.append(_kind_proof(kind, sentence))
    tied = _tied(context, one, sentence, kind)
    if tied:
        proofs.append(Proof("organisation_id", tied.start, tied.stop, "money.organisation"))
    return context.make(
        Amount,
        one.start,
        one.stop,
        one.rule,
        pence=one.low.pence,
        pence_max=one.high.pence if one.high else None,
        currency=one.currency,
        qualifier=qualifier.name if qualifier else None,
        kind=kind.label if kind else "other",
        per=rate.name if rate else None,
        per_text=context.quote(rate.start, rate.stop) if rate else None,
        financial_year=year.name if year else None,
        mention_id=tied.id if tied and tied.id else None,
        proofs=tuple(proofs),
    )


def _tied(context: Context, one: Sum, sentence: _Sentence, kind: Clue | None) -> Mention | None:
    """Return the one supplier of the sentence where its words tie the sum to it."""
    if kind and kind.label == "contract":
        return money_firms.firm_of(context.reading, one.start, one.stop, sentence.named)
    names = {mention.name for mention in sentence.suppliers}
    if len(names) != 1:
        return None
    nearest = min(
        sentence.suppliers, key=lambda m: min(abs(m.start - one.stop), abs(one.start - m.stop))
    )
    before = context.reading[max(sentence.span.start, nearest.start - 40) : nearest.start]
    after = context.reading[nearest.stop : nearest.stop + 20]
    if _TIE_AFTER.search(after) and _TIE_BEFORE.search(before):
        return nearest
    return None
