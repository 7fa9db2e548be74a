"""Rows of one clause: one for each indicator and period, with what each value was read from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.dates.period_parts import Period
from extractors.kpi import codes as kpi_codes
from extractors.kpi import dues as kpi_dues
from extractors.kpi import excepted as kpi_excepted
from extractors.kpi import glued as kpi_glued
from extractors.kpi import lone as kpi_lone
from extractors.kpi import names as kpi_names
from extractors.kpi import outcomes as kpi_outcomes
from extractors.kpi import periods as kpi_periods
from extractors.kpi import rags as kpi_rags
from extractors.kpi import services as kpi_services
from extractors.kpi import values as kpi_values
from extractors.kpi.clauses import Clause
from extractors.kpi.figures import Figure
from extractors.kpi.names import Subject
from extractors.kpi.place import Place
from extractors.kpi.values import Values
from extractors.lowered import lowered
from schemas.document import Span
from schemas.facts import Kpi, Mention, Proof

EXCEPTION = "kpi.exception"
_EDGES = " \t\n,;:–-·•"
# Of the lowered reading, where one of the two nouns stands at all.
_RELIEF = re.compile(
    r"\b(?:granted|given|in|under|placed in(?:to)?|subject to)[ ](?:\w+[ ])?(?:mitigation|relief)\b"
    r"|\b(?:mitigation|relief)[ ](?:had been|was|has been)[ ]"
)
_ASKED = re.compile(
    r"\b(?:whether|asked|would|could|might|will|should|must|expected|required)\b", re.IGNORECASE
)


def of_clause(place: Place, clause: Clause, subject: Subject, no_report: bool,
              told: Kpi | None = None) -> Iterator[Kpi]:  # fmt: skip
    """Yield the rows of a clause.

    `no_report`: the sentence proposes or sets a target. `told`: the row that the clause before
    gave of the same indicator, whose target holds for this one too.
    """
    said = place.context.reading[clause.start : clause.stop]
    if clause.clashes or (kpi_values.is_other(said, subject.name) and not subject.code):
        return
    if subject.is_group:
        yield from _of_group(place, clause, subject)
        return
    own = [c for c in clause.codes if not any(a <= c.start < b for a, b in clause.exceptions)]
    if len(own) > 1:
        if clause.outcome or clause.rag:
            if _DID_NOT.match(place.context.reading, own[-1].stop, clause.stop):
                return  # "ten met it and two (KPI3 and KPI7) did not"
            first = Subject(own[0].start, own[0].stop, None, own[0].code)
            made = list(_rows(place, clause, first, Values()))
            yield from made
            alike = [row for row in made if row.rule != EXCEPTION]
            yield from (replace(row, code=code.code) for code in own[1:] for row in alike)
        return
    values = kpi_values.read(place.context.reading, clause, bool(own) or subject.code is not None)
    if _is_report(place, clause, subject, values, no_report):
        for row in _rows(place, clause, subject, values):
            yield _carried(clause, row, told) if told else row


def of_pair(place: Place, clause: Clause, subject: Subject, values: Values) -> Kpi:
    """Return the row of a clause whose result and target are known (clauses.of_pair)."""
    return next(_rows(place, clause, subject, values))


_DID_NOT = re.compile(r"\)?[ ](?:did|had|has|have|were|was)[ ]not(?=[ ]?[.,;)]|$)")


def _carried(clause: Clause, row: Kpi, told: Kpi) -> Kpi:
    """Return a row with the target that the clause before gave: "missed in May but met in June"."""
    if row.target is not None or row.actual is not None or told.target is None:
        return row
    proofs = tuple(p for p in told.proofs if p.column == "target")
    free = [f for f, part in clause.figures if part is None and f.unit == told.unit]
    actual = free[0] if told.actual is not None and len(free) == 1 else None  # "in Q3 (96%)"
    if actual:
        proofs += (Proof("actual", actual.start, actual.stop, "kpi.actual"),)
    return replace(row, target=told.target, target_max=told.target_max, unit=told.unit,
                   actual=actual.value if actual else None,
                   lower_is_better=told.lower_is_better, proofs=(*row.proofs, *proofs))  # fmt: skip


def _is_report(place: Place, clause: Clause, subject: Subject, values: Values,
               no_report: bool) -> bool:  # fmt: skip
    if clause.outcome or (clause.rag and subject.name) or (clause.rag and subject.code):
        return True
    if values.target is not None:
        reading, at = place.context.reading, values.target.start
        if not values.actuals and _HOPE.search(reading, max(clause.start, at - 90), at):
            return False
        named = (subject.name or subject.code) and (
            kpi_lone.is_unmeasured(reading, clause.start, clause.stop)
            or not _ASKED.search(reading, clause.start, clause.stop)
        )
        return bool(values.actuals) or bool(named and not (no_report or values.unsure))
    return bool(values.actuals) and not no_report


# "the priority is to reach the target of 64%": nothing is reported.
_HOPE = re.compile(
    r"\b(?:to|can|could|would|will|should|may|might|not)[ ](?:reach|meet|achieve|hit|attain|deliver"
    r"|get[ ]to|believe|accept|agree)\b[^.;:]{0,70}\Z",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:was|were|is|are|had|has|have|been|being|remain\w*|met|meet|meets|hit|missed|fail\w*"
    r"|exceed\w*|achiev\w*)\b(?<!not[ ]met)(?<!not[ ]achieved)",
    re.IGNORECASE,
)


def _of_group(place: Place, clause: Clause, subject: Subject) -> Iterator[Kpi]:
    kind = clause.outcome.kind if clause.outcome else None
    if kind is None and clause.rag is None:
        return
    if subject.count is not None and kind != "mitigated":
        return
    if kind is None and subject.stop <= clause.start:  # a colour of some of the group
        return
    if not _SAID.search(place.context.reading, clause.start, clause.stop):
        return  # a heading: "Targets not met within tolerance"
    yield from _rows(place, clause, subject, Values())


def _rows(place: Place, clause: Clause, subject: Subject, values: Values) -> Iterator[Kpi]:
    main = [p for p in clause.periods if not _excepted(clause, p)]
    spells: list[Period | None] = [_spell(place, p) for p in kpi_periods.innermost(main)]
    odd = any(p.label is None for p in main)
    if not spells and not odd and (values.actuals or _is_told(place, clause)):
        apart = {p.label for p in clause.periods if _excepted(clause, p)}
        spells = [p for p in _borrowed(place, clause) if p is None or p.label not in apart]
    excepted = list(_exceptions(place, clause, subject, values, [s for s in spells if s]))
    apart = {row.period for row in excepted if row.period}
    many = len(values.actuals) == len(spells) > 1
    if not many and len(spells) > 1:
        spells = [*_of_run(place.context.reading, clause, [s for s in spells if s])]
    for i, period in enumerate(spells or [None]):
        actual = values.actuals[i] if many else _single(values.actuals)
        if len(spells) > 1 and not many:
            actual = None
        row = _row(place, clause, subject, values, actual, period)
        hit = clause.exceptions and (not apart or row.period in apart or period is None)
        yield replace(row, has_exception=1) if hit else row
    yield from excepted


def _is_told(place: Place, clause: Clause) -> bool:
    """Tell whether a clause without a result says how it went, or that nothing was measured."""
    if clause.outcome or clause.rag:
        return True
    return kpi_lone.is_unmeasured(place.context.reading, clause.start, clause.stop)


def _spell(place: Place, period: Period) -> Period:
    """Return a clause's period; for a day the one that its text is of, where the day is in it."""
    if not kpi_periods.is_day(period):
        return period
    around = place.periods.around(place.section, place.unit, place.sentence, place.intro)
    return place.periods.around_day(period, around)


def _single(actuals: Sequence[Figure]) -> Figure | None:
    return actuals[0] if len(actuals) == 1 else None


_LISTED = re.compile(r"[ ,;&)(–-]*(?:and|or|to|then|in|for|of|during|both|also|again|the)?[ ]?"
                     r"(?:in[ ]|for[ ]|of[ ]|during[ ]|the[ ])?", re.IGNORECASE)  # fmt: skip


def _of_run(reading: str, clause: Clause, spells: list[Period]) -> list[Period]:
    """Return the run of listed periods nearest to the outcome word."""
    runs = [[spells[0]]]
    for one, two in pairwise(spells):
        if two.start <= one.stop or _LISTED.fullmatch(reading, one.stop, two.start):
            runs[-1].append(two)
        else:
            runs.append([two])
    at = clause.outcome.start if clause.outcome else clause.start
    return min(runs, key=lambda run: min(abs(p.start - at) for p in run))


def _excepted(clause: Clause, period: Period) -> bool:
    return any(a <= period.start < b for a, b in clause.exceptions)


def _borrowed(place: Place, clause: Clause) -> list[Period | None]:
    """Return the one period of the sentence, else that of what stands above it."""
    stretch = place.stretch or place.sentence
    whole = place.periods.find(stretch.start, stretch.stop)
    whole = [
        p for p in whole if not kpi_periods.is_comparison(place.context.reading, stretch.start, p)
    ]  # fmt: skip
    labels = {p.label for p in whole if not _excepted(clause, p)}
    if labels:
        single = len(labels) == 1 and None not in labels
        return [whole[0]] if single else []
    colon = place.context.reading.rfind(":", place.sentence.start, stretch.start)
    if led := place.periods.find(place.sentence.start, colon) if colon > 0 else []:
        return [led[0]] if len({p.label for p in led}) == 1 else []
    return [place.periods.around(place.section, place.unit, place.sentence, place.intro)]


def _row(place: Place, clause: Clause, subject: Subject, values: Values, actual: Figure | None,
         period: Period | None) -> Kpi:  # fmt: skip
    """Build one row with its proofs."""
    span = _trimmed(place, clause.start, clause.stop)
    context, reading, target = place.context, place.context.reading, values.target
    lower = kpi_outcomes.better_way(reading, clause, subject, values)
    if lower and target and actual and kpi_outcomes.disagree(reading, clause, actual, target):
        lower = None
    due = kpi_dues.due(context.reading, clause.start, clause.stop) if target else None
    service = _service(place, subject)
    previous = values.previous
    parts = (
        ("target", target),
        ("actual", actual),
        ("previous", previous),
        ("floor", values.floor),
    )
    proofs = [Proof(name, f.start, f.stop, f"kpi.{name}") for name, f in parts if f]
    is_bare = target is not None and not subject.code
    bare = kpi_codes.loose(context.reading, span, place.unit) if is_bare else None
    proofs += [Proof("code", bare.start, bare.stop, "kpi.code.bare")] if bare else []
    code = bare.code if bare else subject.code
    proofs += _period_proofs(period)
    proofs += [Proof("target_date", due[1], due[2], "kpi.target_date")] if due else []
    proofs += [Proof("service", service.start, service.stop, "kpi.service")] if service else []
    return context.make(
        Kpi, span.start, span.stop, "kpi.sentence",
        code=code,
        name=kpi_codes.without(subject.name, code)
        or kpi_glued.name_of_bare(reading, bare, clause.start),
        service=_folded(context.reading, service) if service else None,
        period=period.label if period else None,
        period_start=period.first if period else None,
        period_end=period.last if period else None,
        target=target.value if target else None, target_max=target.top if target else None,
        target_date=due[0] if due else None,
        actual=actual.value if actual else None, actual_max=actual.top if actual else None,
        unit=values.unit, previous=previous.value if previous else None,
        floor=values.floor.value if values.floor else None,
        rag=clause.rag.kind if clause.rag else None,
        lower_is_better=lower,
        direction=kpi_outcomes.direction(
            reading[clause.start : clause.stop], actual, previous, lower
        ),
        outcome=_outcome(reading, clause, subject, values, actual, lower, due is not None),
        is_mitigated=1 if _is_relieved(context.reading, clause) else None,
        sentence=" ".join(context.text[place.sentence.start : place.sentence.stop].split()),
        mention_id=_mention(place),
        proofs=(*proofs, *_subject_proofs(subject, span)),
    )  # fmt: skip


def _outcome(reading: str, clause: Clause, subject: Subject, values: Values, actual: Figure | None,
             lower: int | None, is_later: bool) -> str:  # fmt: skip
    """Return how an indicator did; `is_later`: its target is for a later date."""
    target, several = values.target, len(values.actuals) > 1
    is_later = is_later or kpi_dues.is_of_year(reading, target)
    return kpi_outcomes.outcome(reading, clause, subject, actual, target, lower, is_later, several)


def _is_relieved(reading: str, clause: Clause) -> bool:
    low = lowered(reading)[clause.start : clause.stop]
    return ("mitigation" in low or "relief" in low) and _RELIEF.search(low) is not None


def _folded(reading: str, span: Span) -> str:
    return " ".join(reading[span.start : span.stop].split())


def _period_proofs(period: Period | None) -> list[Proof]:
    if period is None:
        return []
    proofs = [Proof("period", period.start, period.stop, "kpi.period")]
    if period.elsewhere:
        proofs.append(Proof("period", *period.elsewhere, "kpi.period.year"))
    return proofs


def _subject_proofs(subject: Subject, span: Span) -> list[Proof]:
    """Return the proof of a code or name that an earlier sentence gave."""
    if span.start <= subject.start and subject.stop <= span.stop:
        return []
    column = "code" if subject.code else "name"
    return [Proof(column, subject.start, subject.stop, f"kpi.{column}.before")]


def _trimmed(place: Place, start: int, stop: int) -> Span:
    words = place.context.reading[start:stop]
    left = len(words) - len(words.lstrip(_EDGES))
    return Span(start + left, start + max(len(words.rstrip(_EDGES)), left + 1))


def _service(place: Place, subject: Subject) -> Span | None:
    lead = place.lead
    if lead and (lead.start, lead.stop) != (subject.start, subject.stop):
        reading = place.context.reading
        spans = reading, lead.start, lead.stop
        if not (kpi_codes.is_alone(*spans) or kpi_names.is_idle(*spans)):
            return lead
    return kpi_services.service(place.context, place.section, place.unit.start)


def _mention(place: Place) -> int | None:
    """Return the id of the one supplier that the sentence names."""
    known = [
        m
        for m in place.context.known(Mention, place.sentence.start, place.sentence.stop)
        if m.role == "supplier"
    ]
    return known[0].id if len({m.name for m in known}) == 1 else None


def _exceptions(place: Place, clause: Clause, subject: Subject, values: Values,
                main: Sequence[Period]) -> Iterator[Kpi]:  # fmt: skip
    """Yield a missed row for each indicator that "except" names."""
    good = clause.outcome and clause.outcome.kind in ("met", "exceeded", "on_track")
    if not good and not (clause.rag and clause.rag.kind == "green"):
        return
    for start, stop in clause.exceptions:
        if kpi_excepted.is_time_alone(place.context.reading, clause, start, stop):
            yield _exception(place, clause, subject, Span(start, stop), main, values)
            continue
        codes = [c for c in clause.codes if start <= c.start < stop]
        subjects = [
            Subject(c.start, c.stop, kpi_codes.name_behind(place.context.reading, c, stop), c.code)
            for c in codes
        ] or kpi_excepted.names(place.context.reading, start, stop)
        for one in subjects:
            yield _exception(place, clause, one, Span(start, stop), main)


def _exception(place: Place, clause: Clause, subject: Subject, span: Span,
               main: Sequence[Period], whole: Values | None = None) -> Kpi:  # fmt: skip
    inside = [p for p in clause.periods if span.start <= p.start < span.stop]
    spells = kpi_periods.innermost(inside) or list(main)
    figures = tuple(f for f in clause.figures if span.start <= f[0].start < span.stop)
    rag = next(iter(kpi_rags.find(place.context.reading, span.start, span.stop)), None)
    word = replace(clause.outcome, kind="missed") if clause.outcome else None
    part = replace(
        clause, start=span.start, stop=span.stop, figures=figures, exceptions=(), rag=rag,
        outcome=None if rag and rag.kind == "amber" else word, periods=tuple(inside),
        codes=tuple(c for c in clause.codes if span.start <= c.start < span.stop),
    )  # fmt: skip
    if part.outcome is None and rag is None:
        rag = replace(clause.rag, kind="red") if clause.rag else None
    values = Values() if len(part.codes) > 1 else kpi_values.read(
        place.context.reading, part, subject.code is not None
    )  # fmt: skip
    if values.target is None and (doing := [f for f, part_ in figures if part_ == "doing"]):
        values = Values(target=doing[0], unit=doing[0].unit)
    if whole and whole.target and values.target is None:  # the same indicator, at another time
        values = Values(target=whole.target, unit=whole.unit, actuals=tuple(
            f for f, role in figures if role is None and f.unit == whole.target.unit
        ))  # fmt: skip
    actual = _single(values.actuals)
    row = _row(place, part, subject, values, actual, spells[0] if len(spells) == 1 else None)
    outcome = "unknown" if part.rag and part.rag.kind == "amber" else "missed"
    return replace(row, outcome=outcome, rag=part.rag.kind if part.rag else None,
                   rule=EXCEPTION)  # fmt: skip
