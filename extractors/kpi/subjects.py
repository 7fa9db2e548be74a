"""What a clause is about: its code's indicator, a group, a name of its own, or what was named.

A name must measure something: "the team met its target" names who did it. Words such as
"Performance stood at …" and "It was …" go back to the indicator of the sentence before.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.kpi import asked as kpi_asked
from extractors.kpi import codes as kpi_codes
from extractors.kpi import glued as kpi_glued
from extractors.kpi import names as kpi_names
from extractors.kpi import nth as kpi_nth
from extractors.kpi import pledged as kpi_pledged
from extractors.kpi import shares as kpi_shares
from extractors.kpi import spoken as kpi_spoken
from extractors.kpi import tidy as kpi_tidy
from extractors.kpi import topics as kpi_topics
from extractors.kpi import values as kpi_values
from extractors.kpi.clauses import Clause
from extractors.kpi.codes import Code
from extractors.kpi.names import Subject
from extractors.kpi.place import Memory, Place
from schemas.document import Span

# What opens a sentence that goes on about the indicator of the one before.
IDLE_BACK = re.compile(
    r"(?:(?:Over|For|In|During|Across)[ ](?:the|that)[ ](?:year|quarter|period|month),?[ ])?"
    r"(?:performance|it|this|that|the[ ](?:actual|latest|overall)?[ ]?(?:result|outturn|figure"
    r"|score|performance|actual|year))[ ](?:stood|was|had|has|is|reached|remained|fell|rose"
    r"|averaged|managed|took|came|got|made|ended"
    r"|of[ ][0-9]|in|for[ ](?:Q|[A-Z][a-z]+[ ]20)|at[ ][0-9])",
    re.IGNORECASE,
)
# "met its target": what stands before is who did it, not what was measured.
_ACTOR = re.compile(r"[ ](?:all[ ])?(?:of[ ])?(?:its|their|the|his|her|all|both)\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"\b(?:times?|rates?|percentage|proportion|number|share|level|calls|collections|repairs"
    r"|response|satisfaction|availability|uptime|turnaround|take-?up|visits|attendance|usage"
    r"|recycling|processing|performance)\b",
    re.IGNORECASE,
)


# "We achieved a first-time fix rate of 72%": what was reached, whoever did.
_ACHIEVED = re.compile(
    r"(?:[A-Z][\w'’-]{0,20}[ ](?:[\w'’-]{1,20}[ ]){0,4}?)(?:had[ ]|have[ ]|has[ ])?"
    r"(?:achieved|recorded|reached|delivered|attained|reported|maintained)[ ](?:an?[ ]|the[ ])"
    r"(?P<name>(?:[\w/-]{1,20}[ ]){1,7}?)(?:of|at)[ ](?:just[ ]|only[ ]|over[ ])?[0-9]"
)
# "collection rates for Ash, Elm and Oak were": a name behind which places are listed.
_OF_PLACES = re.compile(
    r"(?:[Tt]he[ ]|[Oo]ur[ ])?(?P<name>[A-Za-z][\w '’-]{3,60}?)[ ](?:for|in|at|across)[ ]"
    r"[A-Z][\w'’ -]{1,30}(?:,[ ][A-Z][\w'’ -]{1,40}){1,5}[ ](?:was|were|is|are|had|has|have)\b"
)
_A_CODE = re.compile(r"[A-Z]{1,6}(?:-[A-Za-z]{2,8})?[ _/-]?[0-9]{1,4}[a-z]?")


def checked(subject: Subject | None, is_share: bool = False) -> Subject | None:
    """Return a subject without a name that is none; None where nothing else is left of it."""
    if subject is None or subject.name is None or subject.is_group:
        return subject
    name = kpi_tidy.tidied(subject.name, is_share)
    if name is None:
        return replace(subject, name=None) if subject.code else None
    return subject if name == subject.name else replace(subject, name=name)


def of_clause(place: Place, clause: Clause, before: Subject | None,
              memory: Memory) -> Subject | None:  # fmt: skip
    """Return what a clause is about, None where its words name nothing.

    `before` is the subject of the clause before in the same sentence.
    """
    own = [c for c in clause.codes if not any(a <= c.start < b for a, b in clause.exceptions)]
    if before and not own and clause.outcome and clause.outcome.kind == "mitigated":
        return before
    until = clause.exceptions[0][0] if clause.exceptions else clause.stop
    if own:
        name = _of_code(place, clause, own[0], until) if len(own) == 1 else None
        counts = any(s and s.name == name for s in _counted(place.context.reading, clause, until))
        return checked(Subject(own[0].start, own[0].stop, name, own[0].code), counts)
    opened = _opening(place, clause, until)
    if back := _named_before(place, clause, memory, opened):
        return back
    found = _by_words(place, clause, until, before, opened)
    if found is None or found.name or found.code:
        return found
    return kpi_spoken.of(place, clause, memory) or found


def _spans(clause: Clause) -> list[tuple[int, int]]:
    return [(p.start, p.stop) for p in clause.periods]


# "Quayside Ltd was obliged to divert 65%": who was, not what is measured.
_OBLIGED = re.compile(
    r"[ ](?:was|were|is|are|had[ ]been)[ ](?:obliged|required|contracted|supposed|meant)[ ]to\b"
    r"(?![ ]be[ ][a-z]{2,12}(?:ed|id|nt|pt|lt|de|en)\b)"  # "replies were supposed to be sent"
)


def _opening(place: Place, clause: Clause, until: int) -> Subject | None:
    reading = place.context.reading
    opened = kpi_topics.moved(reading, clause.start, until) or kpi_names.opening(
        reading, clause.start, until, _spans(clause)
    )
    word = clause.outcome
    if word and (close := checked(kpi_topics.nearer(reading, clause.start, word.start))):
        return close
    if opened and word and opened.start > word.stop:  # "though below target, it was said that …"
        opened = None
    if opened and (
        _is_done_by(reading, clause, opened) or _OBLIGED.match(reading, opened.stop, until)
    ):
        opened = None
    opened = checked(opened)
    start = clause.start + (
        len(reading[clause.start : until]) - len(reading[clause.start : until].lstrip())
    )
    found = (
        None
        if opened
        else _ACHIEVED.match(reading, start, until) or _OF_PLACES.match(reading, start, until)
    )
    if found:
        name = " ".join(found["name"].split())
        return checked(Subject(found.start("name"), found.end("name"), name))
    if not opened and word:
        opened = checked(kpi_topics.measured(reading, clause.start, word.start))
    return opened or checked(kpi_topics.about(reading, clause.start, until))


def _of_code(place: Place, clause: Clause, code: Code, until: int) -> str | None:
    """Return the name of a code: printed behind it, or before its brackets."""
    reading = place.context.reading
    if name := kpi_codes.name_behind(reading, code, until):
        return name
    if name := kpi_glued.named_before(reading, code, clause.start):
        return name
    if name := kpi_codes.glossed(reading, code, until):
        return name
    bracketed = reading[code.stop : code.stop + 1] in (")", "]")
    if bracketed and (before := checked(_opening(place, clause, until))):
        between = reading[before.stop : code.start]
        measured = any(part is None and f.start < code.start for f, part in clause.figures)
        if before.stop < code.start and (len(between) < 14 or measured):
            return before.name
    behind = code.stop + (reading[code.stop : code.stop + 1] in (".", "]", ")"))
    opened = kpi_names.opening(reading, behind, until, _spans(clause))
    if counted := next((s for s in _counted(reading, clause, until) if s), None):
        return counted.name
    return opened.name if opened and opened.start - behind < 3 else None


def _named_before(place: Place, clause: Clause, memory: Memory,
                  opened: Subject | None) -> Subject | None:  # fmt: skip
    """Return the indicator that an earlier sentence named, where this clause goes back to it."""
    if memory.subject is None or _is_led_in(place.context.reading, clause):
        return None
    if memory.age == 0 and memory.topic and opened and _is_more(memory.subject, opened):
        return None
    if memory.age == 0 and memory.topic and _is_of_topic(place, memory, opened):
        return memory.subject
    aimed = any(part == "target" for _, part in clause.figures)
    if opened and aimed and any(p is None and f.start > opened.stop for f, p in clause.figures):
        return None
    if memory.headed and memory.age <= 1 and memory.subject.code:
        return memory.subject
    reading = place.context.reading
    if (
        clause.is_back
        and memory.age <= 2
        and not (_measures(opened, clause) or _is_own(reading, opened, clause))
    ):
        until = clause.exceptions[0][0] if clause.exceptions else clause.stop
        several = kpi_names.group(reading, clause.start, until)
        return None if several else memory.subject  # "all other targets had been met"
    near = memory.age == 0 and not reading[memory.stop : place.sentence.start].strip()
    if near and clause.start <= place.sentence.start + 6:
        return memory.subject if IDLE_BACK.match(reading, clause.start, clause.stop) else None
    return None


def _is_led_in(reading: str, clause: Clause) -> bool:
    """Tell whether a clause says itself what its aim is for: "For letters the target is 90%"."""
    if kpi_topics.about(reading, clause.start, clause.stop) is not None:
        return True
    return kpi_asked.names_aim(reading, clause.start, clause.stop)


def _is_of_topic(place: Place, memory: Memory, opened: Subject | None) -> bool:
    """Tell whether a clause reports what the first sentence of its paragraph names."""
    reading = place.context.reading
    return opened is None or not reading[memory.topic : place.sentence.start].strip(" .)")


def _is_more(topic: Subject | None, opened: Subject) -> bool:
    """Tell whether "People. Sickness absence was …" names more than the service that leads it."""
    if topic is None or topic.code or len((topic.name or "").split()) > 2:
        return False
    name = opened.name or ""
    if _MEASURE.search(topic.name or "") or _SELF.search(topic.name or ""):
        return False
    words = len(name.split())
    return words > 2 or (words > 1 and _SELF.search(name) is not None)


_FINITE = re.compile(
    r"[ ](?:\([^()\n]{1,60}\)[ ])?(?:was|were|is|are|had|has|have|remains?|remained)\b"
)


def _is_own(reading: str, opened: Subject | None, clause: Clause) -> bool:
    """Tell whether "was below the target" is said of what opens the clause, and of nothing else."""
    word = clause.outcome
    if opened is None or word is None or opened.stop >= word.start:
        return False
    behind = reading[word.start : word.stop + 12].lower()
    return "the target" in behind and _FINITE.match(reading, opened.stop) is not None


def _measures(opened: Subject | None, clause: Clause) -> bool:
    """Tell whether what opens a clause is measured itself: "the rate beat the target"."""
    word = clause.outcome
    return bool(opened and word and opened.stop < word.start and _MEASURE.search(opened.name or ""))


def _by_words(place: Place, clause: Clause, until: int, before: Subject | None,
              opened: Subject | None) -> Subject | None:  # fmt: skip
    reading = place.context.reading
    if promised := _promised(reading, clause):
        return promised
    shared = _shared(reading, clause, until)
    together = kpi_names.group(reading, clause.start, until)
    if together:
        measured = [s for s in shared if s.start > together.stop]
        return measured[0] if measured and _is_measured(clause) else together
    if nth := checked(kpi_nth.named(reading, clause.start, until)):
        return nth
    if single := checked(kpi_names.named(reading, clause.start, until)):
        return single
    own = opened is not None and _SELF.search(opened.name or "") is not None
    own = own or _is_named_better(place, opened)
    if _leads(place, clause) and place.lead and not (own and _lead(place) is None):
        words = " ".join(reading[place.lead.start : place.lead.stop].split())
        return Subject(place.lead.start, place.lead.stop, words)
    known = (
        *shared,
        *_counted(reading, clause, until),
        opened,
        *_behind(reading, clause, until),
        *_lasting(reading, clause, until),
        before,
        _lead(place),
    )
    found = next((s for s in known if s is not None), None)
    if found is None and any(part in ("target", "floor", "doing") for _, part in clause.figures):
        return Subject(clause.start, clause.stop)
    return found


def _promised(reading: str, clause: Clause) -> Subject | None:
    """Return what somebody set out to reach: "75% of the homes at risk"."""
    told = kpi_pledged.find(reading, clause.start, clause.stop)
    if told is None or told.name is None:
        return None
    return checked(Subject(*told.name, " ".join(reading[slice(*told.name)].split())), True)


def _is_named_better(place: Place, opened: Subject | None) -> bool:
    """Tell whether "Waste: the residual waste per household was" names more than its lead."""
    if place.lead is None or opened is None or not opened.name:
        return False
    lead = place.context.reading[place.lead.start : place.lead.stop]
    words = opened.name.split()
    measured = _MEASURE.search(opened.name) or "per" in words
    return bool(len(lead.split()) < 3 <= len(words) and measured)


def _is_measured(clause: Clause) -> bool:
    """Tell whether a clause has a target and a result in the same unit."""
    units = {f.unit for f, part in clause.figures if part == "target"}
    return any(part is None and f.unit in units for f, part in clause.figures)


def _shared(reading: str, clause: Clause, until: int) -> Sequence[Subject]:
    found = (kpi_shares.share(reading, f.stop, until) for f, _ in clause.figures if f.unit == "%")
    return [s for s in (checked(x, is_share=True) for x in found) if s is not None]


def _counted(reading: str, clause: Clause, until: int) -> Sequence[Subject | None]:
    """Return what a count that opens what is said counts, where a target is set against it."""
    aims = [f for f, part in clause.figures if part == "target" and f.unit == "number"]
    if len(aims) != 1:
        return ()
    led = [f for f, part in clause.figures
           if part is None and kpi_values.is_led(reading, clause, f, aims[0])]  # fmt: skip
    return [checked(kpi_shares.counted(reading, f.stop, until), is_share=True) for f in led[:1]]


def _behind(reading: str, clause: Clause, until: int) -> Sequence[Subject | None]:
    """Return what stands behind the figures of targets: "99.9% collections"."""
    aims = [f for f, part in clause.figures if part == "target"]
    return [checked(kpi_shares.behind(reading, f.stop, until), is_share=True) for f in aims]


_TIMES = ("days", "weeks", "hours", "minutes", "seconds", "months")


def _lasting(reading: str, clause: Clause, until: int) -> Sequence[Subject | None]:
    """Return what took the one time that a clause gives as its result."""
    times = [f for f, part in clause.figures if part is None and f.unit in _TIMES]
    return [checked(kpi_shares.lasting(reading, times[0].stop, until))] if len(times) == 1 else []


_DEALT = re.compile(
    r"\b(?:completed|answered|processed|determined|resolved|paid|issued)[ ](?:with)?in\b"
)


def _lead(place: Place) -> Subject | None:
    """Return what the words that lead the paragraph name, where nothing nearer does."""
    lead, reading = place.lead, place.context.reading
    if lead is None or _A_CODE.fullmatch(reading, lead.start, lead.stop):
        return None
    words = " ".join(reading[lead.start : lead.stop].split())
    if kpi_names.is_idle(words, 0, len(words)) or kpi_tidy.tidied(words) != words:
        return None
    measured = _MEASURE.search(words) or _DEALT.search(words)
    return Subject(lead.start, lead.stop, words) if measured else None


def _is_done_by(reading: str, clause: Clause, opened: Subject) -> bool:
    """Tell whether what opens a clause did something ("the team met its target"), unmeasured."""
    word = clause.outcome
    if word is None or any(f.stop <= word.start for f, part in clause.figures if part is None):
        return False
    if not _ACTOR.match(reading, word.stop, clause.stop):
        return False
    its = reading[word.stop : word.stop + 7].lower()
    name = opened.name or ""
    if ("its" in its or "their" in its) and not _SELF.search(name):
        return True
    return not (_SELF.search(name) or _MEASURE.search(name))


# What is measured and has a target of its own: "street cleanliness exceeded its target".
_SELF = re.compile(
    r"(?:\b(?:[a-z]{3,12}(?:ness|ance)|recycling|turnover|arrears|sickness|absence"
    r"|satisfaction|punctuality"
    r"|availability|rates?|times?)|^(?:the )?(?:number|percentage|proportion|share|rate|amount"
    r"|volume|average|total) .+)$",
    re.IGNORECASE,
)


def _leads(place: Place, clause: Clause) -> bool:
    """Tell whether the paragraph's lead names what the clause reports."""
    if place.lead is None or not 0 <= clause.start - place.lead.stop < 8:
        return False
    if _A_CODE.fullmatch(place.context.reading, place.lead.start, place.lead.stop):
        return False
    if not kpi_tidy.is_name(place.context.reading[place.lead.start : place.lead.stop]):
        return False
    return not kpi_names.is_idle(place.context.reading, place.lead.start, place.lead.stop)


def remember(memory: Memory, subject: Subject, sentence: Span) -> None:
    """Keep the indicator that a sentence has named."""
    memory.subject, memory.age, memory.stop = replace(subject), 0, sentence.stop
