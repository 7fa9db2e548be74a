"""Sentences that report on indicators: one row for each indicator and period.

What counts is SCHEMA's ruling *KPIs*: an outcome said of indicators, a target with its figure, or a
result of something that the text calls an indicator or gives a code. Statistics, savings targets,
projects' milestones and wishes are nothing here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.context import Context
from extractors.kpi import aims as kpi_aims
from extractors.kpi import asides as kpi_asides
from extractors.kpi import codes as kpi_codes
from extractors.kpi import costs as kpi_costs
from extractors.kpi import covers as kpi_covers
from extractors.kpi import glued as kpi_glued
from extractors.kpi import lists as kpi_lists
from extractors.kpi import lone as kpi_lone
from extractors.kpi import rows as kpi_rows
from extractors.kpi import series as kpi_series
from extractors.kpi import services as kpi_services
from extractors.kpi import spoken as kpi_spoken
from extractors.kpi import subjects as kpi_subjects
from extractors.kpi import titles as kpi_titles
from extractors.kpi import values as kpi_values
from extractors.kpi import words as kpi_words
from extractors.kpi.clauses import clauses, is_idle
from extractors.kpi.flat import Flat
from extractors.kpi.names import Subject
from extractors.kpi.periods import Periods
from extractors.kpi.place import Memory, Place
from extractors.lowered import Needles
from schemas.document import Section, Span
from schemas.facts import Kpi

_OPEN_END = re.compile(r"[^.;:!?)\]]$")
_BULLET = re.compile(
    r"(?:[·•●▪*–-]+[ \t]*|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)][ \t]+"
    r"|[0-9]{1,3}(?:\.[0-9]{1,2}){1,3}\.?(?:\t|[ ]{2}|[ ](?=[A-Z]))[ \t]*)"
)
# Corrections, proposals and requests report nothing.
_NO_REPORT = re.compile(
    r"\bshould read\b|\btyping error\b|\btargets?[ ](?:was|is|were|are|being)[ ]"
    r"(?:[a-z]{2,12}[ ])?(?:unattainable|unrealistic|unachievable|un?ambitious|too[ ])"
    r"|\btargets?[ ]for[ ](?:the[ ])?(?:coming"
    r"|next|following|new)[ ]"
    r"(?:financial[ ])?(?:year|quarter)\b|\b(?:propos(?:e|ed|es|als?)|recommend(?:ed|s)?|request"
    r"(?:ed|s)?|suggest(?:ed|s)?"
    r"|review(?:ed|ing)?|set(?:ting)?|agree(?:d)?|increase(?:d)?|raise(?:d)?|change(?:d)?|amend"
    r"(?:ed)?)[ ][^.;\n]{0,60}\btargets?\b"
    r"|\b(?:to[ ](?:add|amend|replace)|that)\b[^.;\n]{0,40}\bbe[ ](?:re-?based|re-?set|re-?named"
    r"|added|dropped|deleted|replaced|removed)\b"
    r"|\btargets?[ ][^.;\n]{0,60}\b(?:been|was|were|is)[ ](?:set|agreed|adopted|proposed)\b"
    r"|\btargets?[ ][^.;\n]{0,60}\b(?:be|should|could|would)[ ](?:set|increased|raised|reduced"
    r"|amended|changed|lowered|reviewed|revised|agreed|adopted)\b",
    re.IGNORECASE,
)
# What is thought of a target: "the target of 20 days was unattainable, 25 being more reasonable".
_COMMENT = re.compile(
    r"\btargets?\b[^.;\n]{0,70}\b(?:un)?(?:achievable|attainable|realistic|reasonable|challenging"
    r"|ambitious|too[ ](?:high|low|easy|hard)|possible)\b|\b(?:un)?(?:achievable|attainable"
    r"|realistic)"
    r"[ ]targets?\b",
    re.IGNORECASE,
)
_NO_AIM = re.compile(
    r"\b[Nn]o[ ](?:[a-z]{3,12}[ ])?targets?\b|\((?:the[ ])?target[ :][^()\n]{1,30}\)"
)
_EXAMPLES = (" if the target", "If the target", "or example", "e.g.", "such as if", "would mean")

# "If it fell to 80%, the target would be missed": what has not happened.
_SUPPOSED = re.compile(
    r"[ ]?(?:If|Should|Were|Unless)[ ][^.;\n]{3,200}[ ](?:would|could|might|will)[ ]"
)


def rows(section: Section, context: Context, skip: list[Span]) -> Iterator[Kpi]:
    """Yield the rows of a section's running text; `skip` are the tables in it."""
    if not kpi_words.has_cue(context.reading, section.start, section.stop):
        return
    parts = list(units(section, context))
    flat = Flat(context, parts, kpi_words.has_cue)
    yield from map(flat.back, _rows(section, flat.context, parts, skip))


def _rows(section: Section, context: Context, parts: Sequence[Span],
          skip: list[Span]) -> Iterator[Kpi]:  # fmt: skip
    memory, spells = Memory(), Periods.of(context)
    memory.covers = memory.intro = kpi_covers.above(context, section.start, spells.calendar)
    for unit in parts:
        if any(
            s.start <= unit.start < s.stop or (unit.holds(s) and s.stop > s.start) for s in skip
        ):
            continue
        memory.age += 1
        if kpi_lists.head(context.reading, unit, memory):
            continue
        _introduce(context, unit, memory, spells)
        opens = _goes_on(context.reading, unit, memory) or kpi_words.has_cue(
            context.reading, unit.start, unit.stop
        )
        made: list[Kpi] = []
        if opens and not is_idle(context.reading, unit.start, unit.stop):
            made = list(_of_unit(section, context, unit, memory, spells))
            yield from made
        if (memory.verdict or memory.intro) and not made:
            place = Place(context, section, unit, unit, None, memory.intro, spells)
            own = list(kpi_lists.coloured(place, memory))
            yield from own or kpi_lists.row(place, memory)
        kpi_lists.introduce(context, unit, memory)


def _goes_on(reading: str, unit: Span, memory: Memory) -> bool:
    """Tell whether a paragraph may go on about the indicator that was named right before."""
    if memory.age > 1:
        return False
    if memory.headed:
        return True
    said = reading[unit.start : unit.stop]
    return "It " in said or "This " in said


def units(section: Section, context: Context) -> Iterator[Span]:
    """Yield paragraphs; one that a blank line broke in mid-sentence is put together again."""
    reading, held = context.reading, None
    for part in context.paragraphs(section):
        if reading[part.start : part.stop].count("|") > 1:
            continue
        if held is not None:
            small = reading[part.start].islower() and not reading.startswith("o ", part.start)
            goes_on = small and _OPEN_END.search(reading, held.start, held.stop)
            if goes_on and held.stop - held.start > 40 and part.stop - held.start < 3_000:
                held = Span(held.start, part.stop)
                continue
            yield held
        held = part
    if held is not None:
        yield held


def _introduce(context: Context, unit: Span, memory: Memory, spells: Periods) -> None:
    """Keep the words that introduce a list while its points are read, else those that say when."""
    if context.reading[unit.start : unit.stop].rstrip().endswith((":", ":-", "–")):
        memory.intro = list(context.sentences(unit))[-1]
    elif not (
        memory.verdict
        or _BULLET.match(context.reading, unit.start, unit.stop)
        or (memory.intro and _is_point(context.reading, unit))
    ):
        memory.intro = memory.covers
    if kpi_covers.is_heading(context.reading, unit, spells.calendar):
        memory.covers = memory.intro = None
    for sentence in context.sentences(unit):
        if kpi_covers.period(context.reading, sentence, spells.calendar):
            memory.covers = sentence


_POINT = 300  # characters of a point without a bullet


def _is_point(reading: str, unit: Span) -> bool:
    """Tell whether a paragraph under words that introduce a list is a point without a bullet."""
    if unit.stop - unit.start > _POINT:
        return False
    codes = kpi_codes.find(reading, unit.start, min(unit.stop, unit.start + 24))
    return any(code.start == unit.start for code in codes)


def _of_unit(section: Section, context: Context, unit: Span, memory: Memory,
             spells: Periods) -> Iterator[Kpi]:  # fmt: skip
    lead = kpi_services.lead(context.reading, unit.start, unit.stop)
    start = _past_mark(context, unit.start, unit.stop)
    if lead and _SERIES.fullmatch(context.reading, *_ends(lead)):  # "A5a MTP – Homes empty: 41"
        lead = kpi_services.lead(context.reading, lead.stop + 3, unit.stop)
    if headed := kpi_titles.leading(context.reading, start, unit.stop):
        kpi_subjects.remember(memory, headed, Span(headed.start, min(headed.stop + 1, unit.stop)))
        lead = None
    elif headed := kpi_glued.head(context.reading, start, unit.stop):
        kpi_subjects.remember(memory, headed, Span(headed.start, headed.stop))
        lead, memory.glued = None, headed.stop
    memory.topic = 0
    if headed:
        memory.topic = headed.stop
    elif topic := kpi_titles.topic(context.reading, start, unit.stop):
        kpi_subjects.remember(memory, topic, Span(topic.start, topic.stop))
        memory.topic = topic.stop
    if lead and (
        kpi_codes.find(context.reading, *_ends(lead))
        or _is_code_alone(context.reading, lead, unit)
        or spells.find(*_ends(lead))
    ):
        lead = None
    for sentence in _whole(context, unit):
        place = Place(context, section, unit, sentence, lead, memory.intro, spells)
        listed = list(kpi_lists.inline(place)) or kpi_series.rows(place)
        made = list(_of_sentence(place, memory)) if listed is None else listed
        yield from made
        memory.spoken = None
        if not made:
            kpi_spoken.keep(place, memory, _past_mark(context, sentence.start, sentence.stop))


def _is_code_alone(reading: str, lead: Span, unit: Span) -> bool:
    """Tell whether a lead is the code of what is said to have no target: "LB2 – visits …"."""
    alone = kpi_codes.is_alone(reading, *_ends(lead))
    return alone and kpi_lone.has_no_target(reading, *_ends(unit))


# A paragraph's number before a figure, where the text has a tab: "3.2<tab>11,206 children came".
_NUMBERED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,2}\.?\t")
_SERIES = re.compile(r"[A-Z][0-9]{1,2}[a-z]?[ ][A-Z]{2,5}")


def _past_mark(context: Context, start: int, stop: int) -> int:
    """Return where the words begin behind a bullet or number."""
    found = _BULLET.match(context.reading, start, stop) or _NUMBERED.match(
        context.text, start, stop
    )
    return found.end() if found else start


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.stop


def _whole(context: Context, unit: Span) -> Iterator[Span]:
    """Yield the sentences; a code that ends in a stop ("KPI 1.10.1.2.") opens the next one.

    A sentence that says nothing but a target ("The target is 90%.") is read with the result that
    follows it, else with the one before it.
    """
    held: int | None = None
    found: list[Span] = []
    for whole in context.sentences(unit):
        sentence = Span(_past_mark(context, *_ends(whole)), whole.stop) if not found else whole
        if held is None and _is_code(context.reading, sentence):
            held = sentence.start
            continue
        found.append(sentence if held is None else Span(held, sentence.stop))
        held = None
    return iter(kpi_aims.with_targets(context.reading, found))


def _is_code(reading: str, sentence: Span) -> bool:
    if sentence.stop - sentence.start >= 24:
        return False
    codes = kpi_codes.find(reading, sentence.start, sentence.stop)
    return len(codes) == 1 and codes[0].stop >= sentence.stop - 1


# A target of money is one of savings or income, unless the sentence calls it an indicator.
_OF_MONEY = re.compile(
    r"(?<=arget)s?(?:[ ](?:of|was|is|at|for|to|save|saving|deliver|around|over|[0-9/]{4,9}))"
    r"{0,4}[ ]£|£[0-9][0-9.,]{0,12}[ ]?(?:m|k|bn|million)?[ ](?:\w{1,12}[ ])?target"
)


def _is_money(said: str) -> bool:
    return (
        "£" in said
        and "%" not in said
        and (bool(_OF_MONEY.search(said)) or "saving" in said)
        and not kpi_costs.is_of_one(said)
        and not kpi_values.is_called(said.lower())
        and not kpi_codes.find(said, 0, len(said))
    )


def _may_propose(said: str) -> bool:
    return (
        "arget" in said
        or "ARGET" in said
        or "should read" in said
        or "typing" in said
        or " be " in said
    )


_HELD = re.compile(r"(?:%|[0-9]|days|hours),?[ ](?:\w+[ ]){0,2}(?:against|compared (?:to|with))[ ]")
_AIMS = Needles("target", "indicator", "kpi")


def _of_sentence(place: Place, memory: Memory) -> Iterator[Kpi]:
    reading = place.context.reading
    start = _past_mark(place.context, place.sentence.start, place.sentence.stop)
    if place.lead and place.lead.start >= start and place.lead.stop < place.sentence.stop:
        start = place.lead.stop + 1
    if is_glued := start < memory.glued < place.sentence.stop:
        start = memory.glued
    stop = place.sentence.stop
    said = reading[start:stop]
    goes_on = memory.age <= 1 and said.startswith(("It ", "This "))
    goes_on = goes_on or is_glued or kpi_lists.is_headed(said, memory)
    goes_on = goes_on or (" against " in said and _AIMS.stand_in(reading, *_ends(place.unit)))
    if not (goes_on or kpi_words.has_cue(reading, start, stop)):
        return
    if is_idle(reading, start, stop):
        return
    if _is_money(said) or any(words in said for words in _EXAMPLES) or _SUPPOSED.match(said):
        return
    if "target" in said and _COMMENT.search(said) and not _HELD.search(said):
        return
    before: Subject | None = None
    told: Kpi | None = None
    no_report = bool(_NO_REPORT.search(_NO_AIM.sub("", said))) if _may_propose(said) else False
    wholes = kpi_asides.stretches(reading, start, stop)
    parts = (part for a, b in wholes for part in kpi_codes.parted(reading, a, b))
    calendar = place.periods.calendar
    known = _AIMS.stand_in(reading, place.unit.start, place.unit.stop)
    found = ((Span(a, b), c) for a, b in parts for c in clauses(reading, a, b, calendar, known))
    for stretch, clause in found:
        place = replace(place, stretch=stretch)
        subject = kpi_subjects.of_clause(place, clause, before, memory)
        if subject is None:
            continue
        carried = told if subject is before else None
        made = list(kpi_rows.of_clause(place, clause, subject, no_report, carried))
        yield from made
        if made:
            before, told = subject, made[0]
        if (made or subject.code) and not subject.is_group:
            kpi_subjects.remember(memory, subject, place.sentence)
