"""Sentences that report on indicators: one row for each indicator and period.

What counts is SCHEMA's ruling *KPIs*: an outcome said of indicators, a target with its figure, or a
result of something that the text calls an indicator or gives a code. Statistics, savings targets,
projects' milestones and wishes are nothing here.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import kpi_codes, kpi_names, kpi_rows, kpi_services, kpi_words
from extractors.context import Context
from extractors.kpi_clauses import Clause, clauses
from extractors.kpi_names import Subject
from extractors.kpi_periods import Periods
from extractors.kpi_place import Memory, Place
from schemas.document import Section, Span
from schemas.facts import Kpi

_OPEN_END = re.compile(r"[^.;:!?)\]]$")
_BULLET = re.compile(r"(?:[·•●▪*–-]+[ \t]*|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)][ \t]+)")
# Corrections, proposals and requests report nothing.
_NO_REPORT = re.compile(
    r"\bshould read\b|\btyping error\b|\b(?:propos(?:e|ed|es|als?)|recommend(?:ed|s)?|request"
    r"(?:ed|s)?|suggest(?:ed|s)?"
    r"|review(?:ed|ing)?|set(?:ting)?|agree(?:d)?|increase(?:d)?|raise(?:d)?|change(?:d)?|amend"
    r"(?:ed)?)[ ][^.;\n]{0,60}\btargets?\b"
    r"|\btargets?[ ][^.;\n]{0,60}\b(?:been|was|were|is)[ ](?:set|agreed|adopted|proposed)\b"
    r"|\btargets?[ ][^.;\n]{0,60}\b(?:be|should|could|would)[ ](?:set|increased|raised|reduced"
    r"|amended|changed|lowered|reviewed|revised|agreed|adopted)\b",
    re.IGNORECASE,
)
_EXAMPLES = ("or example", "e.g.", "such as if", "would mean")


def rows(section: Section, context: Context, skip: list[Span]) -> Iterator[Kpi]:
    """Yield the rows of a section's running text; `skip` are the tables in it."""
    if not kpi_words.has_cue(context.reading[section.start : section.stop]):
        return
    parts = list(units(section, context))
    context = _joined(context, parts)
    memory, spells = Memory(), Periods.of(context)
    for unit in parts:
        if any(s.holds(unit) or (unit.holds(s) and s.stop > s.start) for s in skip):
            continue
        memory.age += 1
        _introduce(context, unit, memory)
        if memory.age <= 1 or kpi_words.has_cue(context.reading[unit.start : unit.stop]):
            yield from _of_unit(section, context, unit, memory, spells)


def units(section: Section, context: Context) -> Iterator[Span]:
    """Yield paragraphs; one that a blank line broke in mid-sentence is put together again."""
    reading, held = context.reading, None
    for part in context.paragraphs(section):
        if reading[part.start : part.stop].count("|") > 1:
            continue
        if held is not None:
            goes_on = reading[part.start].islower() and _OPEN_END.search(
                reading, held.start, held.stop
            )
            if goes_on and held.stop - held.start > 40 and part.stop - held.start < 3_000:
                held = Span(held.start, part.stop)
                continue
            yield held
        held = part
    if held is not None:
        yield held


def _joined(context: Context, parts: list[Span]) -> Context:
    """Return a context whose reading has no line break inside a paragraph that was put together."""
    reading = context.reading
    pieces, at = [], 0
    for part in parts:
        if reading.find("\n", part.start, part.stop) >= 0:
            pieces += [reading[at : part.start], reading[part.start : part.stop].replace("\n", " ")]
            at = part.stop
    if not pieces:
        return context
    flat = "".join([*pieces, reading[at:]])
    return replace(context, document=replace(context.document, reading=flat))


def _introduce(context: Context, unit: Span, memory: Memory) -> None:
    """Keep the paragraph that introduces a list while its points are read."""
    if context.reading[unit.start : unit.stop].rstrip().endswith((":", ":-", "–")):
        memory.intro = unit
    elif not _BULLET.match(context.reading, unit.start, unit.stop):
        memory.intro = None


def _of_unit(section: Section, context: Context, unit: Span, memory: Memory,
             spells: Periods) -> Iterator[Kpi]:  # fmt: skip
    lead = kpi_services.lead(context.reading, unit.start, unit.stop)
    if lead and (kpi_codes.find(context.reading, *_ends(lead)) or spells.find(*_ends(lead))):
        lead = None
    for sentence in _whole(context, unit):
        place = Place(context, section, unit, sentence, lead, memory.intro, spells)
        yield from _of_sentence(place, memory)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.stop


def _whole(context: Context, unit: Span) -> Iterator[Span]:
    """Yield the sentences; a code that ends in a stop ("KPI 1.10.1.2.") opens the next one."""
    held: int | None = None
    for sentence in context.sentences(unit):
        codes = kpi_codes.find(context.reading, sentence.start, sentence.stop)
        if (
            held is None
            and codes
            and codes[0].stop >= sentence.stop - 1
            and len(codes) == 1
            and (sentence.stop - sentence.start < 24)
        ):
            held = sentence.start
            continue
        yield sentence if held is None else Span(held, sentence.stop)
        held = None


def _of_sentence(place: Place, memory: Memory) -> Iterator[Kpi]:
    reading = place.context.reading
    start = place.sentence.start
    if bullet := _BULLET.match(reading, start, place.sentence.stop):
        start = bullet.end()
    if place.lead and place.lead.start >= start and place.lead.stop < place.sentence.stop:
        start = place.lead.stop + 1
    stop = place.sentence.stop
    said = reading[start:stop]
    if not (kpi_words.has_cue(said) or (memory.age <= 1 and said.startswith(("It ", "This ")))):
        return
    if any(words in said for words in _EXAMPLES):
        return
    before: Subject | None = None
    for clause in clauses(reading, start, stop, place.periods.calendar):
        subject = _subject(place, clause, before, memory)
        if subject is None:
            continue
        made = list(kpi_rows.of_clause(place, clause, subject, bool(_NO_REPORT.search(said))))
        yield from made
        if made:
            before = subject
            if not subject.is_group:
                memory.subject, memory.age = subject, 0


def _subject(
    place: Place, clause: Clause, before: Subject | None, memory: Memory
) -> Subject | None:
    """Return what a clause is about: its codes' own, a group, a name, or what was spoken of."""
    reading = place.context.reading
    until = clause.exceptions[0][0] if clause.exceptions else clause.stop
    spans = [(p.start, p.stop) for p in clause.periods]
    own = [c for c in clause.codes if not any(a <= c.start < b for a, b in clause.exceptions)]
    if before and not own and clause.outcome and clause.outcome.kind == "mitigated":
        return before
    if own:
        name = kpi_names.of_code(reading, own[0], until) if len(own) == 1 else None
        if name is None and len(own) == 1:
            behind = own[0].stop + (reading[own[0].stop : own[0].stop + 1] in (".", "]", ")"))
            opened = kpi_names.opening(reading, behind, until, spans)
            name = opened.name if opened and opened.start - behind < 3 else None
        return Subject(own[0].start, own[0].stop, name, own[0].code)
    if clause.is_back and memory.subject and memory.age <= 2:
        return memory.subject
    if together := kpi_names.group(reading, clause.start, until):
        return together
    if single := kpi_names.named(reading, clause.start, until):
        return single
    if _leads(place, clause) and place.lead:
        words = " ".join(reading[place.lead.start : place.lead.stop].split())
        return Subject(place.lead.start, place.lead.stop, words)
    shared = [
        kpi_names.share(reading, f.stop, until) for f, part in clause.figures if f.unit == "%"
    ]
    shared += [
        kpi_names.behind(reading, f.stop, until) for f, part in clause.figures if part == "target"
    ]
    if not _is_done_by(reading, clause):
        shared.append(kpi_names.opening(reading, clause.start, until, spans))
    found = next((s for s in (*shared, before) if s is not None), None)
    if found is None and any(part in ("target", "floor", "doing") for _, part in clause.figures):
        return Subject(clause.start, clause.stop)
    return found


def _is_done_by(reading: str, clause: Clause) -> bool:
    """Tell whether what opens a clause did something ("the team met its target"), unmeasured."""
    word = clause.outcome
    if word is None or any(f.stop <= word.start for f, part in clause.figures if part is None):
        return False
    return bool(_ACTOR.match(reading, word.stop, clause.stop))


def _leads(place: Place, clause: Clause) -> bool:
    """Tell whether the paragraph's lead names what the clause reports."""
    if place.lead is None or not 0 <= clause.start - place.lead.stop < 8:
        return False
    return not kpi_names.is_idle(place.context.reading, place.lead.start, place.lead.stop)


# "met its target": what stands before is who did it, not what was measured.
_ACTOR = re.compile(r"[ ](?:all[ ])?(?:of[ ])?(?:its|their|the|his|her|all|both)\b", re.IGNORECASE)
