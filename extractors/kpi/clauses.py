"""Cut a sentence that reports on indicators into clauses, one for each thing it says.

A clause has its outcome words, figures with their parts, periods and codes. Two things said of one
indicator in one breath ("missed, with 45% against a target of 50%") stay together; what follows
"except" is kept apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.dates.period_parts import Calendar, Period, deadline
from extractors.kpi import codes as kpi_codes
from extractors.kpi import figures as kpi_figures
from extractors.kpi import lone as kpi_lone
from extractors.kpi import parts as kpi_parts
from extractors.kpi import periods as kpi_periods
from extractors.kpi import rags as kpi_rags
from extractors.kpi import words as kpi_words
from extractors.kpi.codes import Code
from extractors.kpi.figures import Figure
from extractors.kpi.words import Outcome
from extractors.lowered import Needles, lowered
from schemas.document import Span

LONGEST = 2_500  # a longer "sentence" is a list or a table without stops

_STRONG = re.compile(
    r";[ ]?(?:and[ ])?|[,.]?[ ](?:however|but|while|whilst|whereas|although|though)\b,?[ ]?"
    r"|,[ ]and[ ]|[ ]and[ ]|,[ ]|[ ]with[ ]",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r",?[ ]\(?(?:(?:in[ ])?(?:every|each)[ ](?:month|quarter|week|year|term)[ ](?:but|bar|save)"
    r"|(?:in[ ])?all[ ]but[ ]one[ ](?:month|quarter|week|year|term)"
    r"|except(?:ing)?(?:[ ](?:for|in|that))?|apart[ ]from|aside[ ]from|with[ ]"
    r"(?:the[ ])?(?:sole[ ]|only[ ])?"
    r"exceptions?[ ](?:of|being)|the[ ](?:only[ ])?exceptions?[ ](?:being|was|is|were"
    r"|to[ ]this[ ]was)|other[ ]than|excluding|(?<!the[ ])(?<!a[ ])bar|save[ ]for|all[ ]but)[ ]",
    re.IGNORECASE,
)
_EXCEPT_HEAD = re.compile(
    r"(?:except(?:ing)?(?:[ ]for)?|apart[ ]from|aside[ ]from|with[ ]the[ ]exception[ ]of"
    r"|other[ ]than)[ ]",
    re.I,
)
_EXCEPT_CUES = (
    "except",
    "apart",
    "aside",
    "other than",
    "excluding",
    " bar ",
    "save for",
    "all but",
    "month but ",
    "quarter but ",
    "week but ",
    "year but ",
    "term but ",
    "month save ",
    "quarter save ",
)
# Of the lowered words of a sentence.
_BACK = re.compile(
    r"\b(?:this|that|the[ ]same|the)[ ](?:kpi|pi|indicator|measure|performance[ ](?:indicator"
    r"|measure)|target)\b(?![ ](?:for|of)\b)"
    r"|^(?:it|this)[ ](?:had|has)[ ]"
)


# A stretch without any of these, and without a digit, names no indicator and has no figure: a word
# for an indicator or the end of its code, a count spelt out with its unit, "It has …".
_TELLING = Needles(
    "target", "kpi", "indicator", "measure", "level", "benchmark", "tsl", "msl", "sla", "standard",
    "minimum", "performance", "pi", "nil", "none", "zero", "hour", "day", "week", "minute",
    "second", "cent", "month", "it ha", "this ha", "targed", "rated",
)  # fmt: skip
_DIGIT = re.compile("[0-9]")


def is_idle(reading: str, start: int, stop: int) -> bool:
    """Tell whether words can report nothing, though one of them is a cue: "views are sought".

    >>> is_idle("The views of members are sought.", 0, 32), is_idle("9 were sought.", 0, 14)
    (True, False)
    """
    return not (_TELLING.stand_in(reading, start, stop) or _DIGIT.search(reading, start, stop))


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and what stands in it; `exceptions` are the spans behind "except"."""

    start: int
    stop: int
    outcome: Outcome | None = None
    rag: Outcome | None = None
    clashes: bool = False
    figures: tuple[tuple[Figure, str | None], ...] = ()
    periods: tuple[Period, ...] = ()
    codes: tuple[Code, ...] = ()
    exceptions: tuple[tuple[int, int], ...] = ()
    is_back: bool = False
    is_known: bool = False  # a code or the paragraph tells that a figure may be an aim


@dataclass(frozen=True, slots=True)
class Event:
    """Something a clause reports: an outcome word, a colour, or a target figure."""

    start: int
    stop: int
    kind: str


def clauses(reading: str, start: int, stop: int, calendar: Calendar,
            is_known: bool = False) -> list[Clause]:  # fmt: skip
    """Return the clauses of a sentence that report something, in reading order.

    `is_known`: its paragraph speaks of targets or indicators, so "93% against 90%" is one.
    """
    if stop - start > LONGEST:
        return []
    whole = _read(reading, start, stop, calendar, is_known)
    events = _events(reading, whole)
    if not events:
        return [whole] if whole.codes or whole.figures else []
    cuts = [start, *_cuts(reading, whole, events), stop]
    return [_part(reading, whole, a, b, events) for a, b in pairwise(cuts)]


def of_pair(reading: str, span: Span, calendar: Calendar, actual: Figure, target: Figure) -> Clause:
    """Return the clause that holds a result and its target, whatever its words call them.

    It has one period at most, that nearest to the result, and no outcome where its words clash.
    """
    whole = _read(reading, span.start, span.stop, calendar, True)
    whole = replace(whole, figures=((actual, None), (target, "target")), exceptions=())
    made = _part(reading, whole, span.start, span.stop, _events(reading, whole))
    near = sorted(made.periods, key=lambda p: abs(p.start - actual.start))[:1]
    made = replace(made, periods=tuple(near))
    return replace(made, outcome=None, clashes=False) if made.clashes else made


def _read(reading: str, start: int, stop: int, calendar: Calendar, is_known: bool) -> Clause:
    codes = kpi_codes.find(reading, start, stop) or kpi_lone.codes(reading, start, stop)
    spells = kpi_periods.find(reading, start, stop, calendar)
    spells += kpi_periods.days(reading, start, stop, spells)
    taken = [(c.start, c.stop) for c in codes] + [(p.start, p.stop) for p in spells]
    due = _due(reading, start, stop)
    figures = kpi_figures.find(reading, start, stop, taken + due)
    coded = bool(codes) or _is_loosely_coded(reading, start, stop)
    parts = kpi_parts.roles(reading, start, stop, figures, coded, is_known)
    return Clause(
        start,
        stop,
        figures=tuple(zip(figures, parts, strict=True)),
        periods=tuple(p for p in spells if not kpi_periods.is_comparison(reading, start, p)),
        codes=tuple(codes),
        exceptions=_exceptions(reading, start, stop),
        is_back=bool(_BACK.search(lowered(reading)[start:stop])),
        is_known=coded or is_known,
    )


def _is_loosely_coded(reading: str, start: int, stop: int) -> bool:
    """Tell whether a bare code stands where a result is set against a figure: "(WS1) was …"."""
    set_off = reading.find("against", start, stop) >= 0 or reading.find("rather", start, stop) >= 0
    return set_off and kpi_codes.loose(reading, Span(start, stop)) is not None


def _due(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    found = deadline(reading, start, stop)
    return [found[1:]] if found else []


def _exceptions(reading: str, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    """Return the stretch behind "except": to the clause's end, or to the comma before its verb."""
    low = lowered(reading)[start:stop]
    if not any(cue in low for cue in _EXCEPT_CUES):
        return ()
    found = _EXCEPT.search(reading, start, stop)
    if found is None or re.fullmatch(r",?[ ]all[ ]but[ ]", found.group(), re.I):
        head = _EXCEPT_HEAD.match(reading, start, stop)
        if head is None:
            return ()
        comma = reading.find(",", head.end(), stop)
        return ((head.end(), comma),) if comma > 0 else ()
    verb = _RESUMES.search(reading, found.end(), stop)
    bracket = reading.find(")", found.end(), stop) if "(" in found.group() else -1
    ends = [e for e in (verb.start() if verb else -1, bracket) if e > 0]
    return ((found.end(), min(ends, default=stop)),)


_RESUMES = re.compile(
    r",[ ](?:(?:all|they|these)[ ])?(?:were|was|had|have|are|met|achieved|exceeded)\b|;|,?[ ]"
    r"(?:but|however)\b|\.[ ]",
    re.I,
)


# "had moved from an Amber rating to Green": colours of a measure; not those of risks and plans.
_RATED = re.compile(r"\b(?:(?:remain\w*|was|were|is|been|still|now) rated|rating to|rag) ")
_NO_MEASURE = re.compile(
    r"\b(?:risks?|projects?|audits?|programmes?|schemes?|actions?|plans?|warnings?|milestones?"
    r"|alerts?"
    r"|savings?|budgets?|ofsted|inspect\w+|schools?|homes?|providers?)\b"
)


def _is_rated(low: str) -> bool:
    """Tell whether lowered words rate a measure by a colour."""
    return ("rated" in low or "rating" in low or "rag " in low) and (
        _RATED.search(low) is not None and _NO_MEASURE.search(low) is None
    )


def _events(reading: str, whole: Clause) -> list[Event]:
    has_code = bool(whole.codes) or whole.is_back
    found = [
        Event(o.start, o.stop, o.kind)
        for o in kpi_words.outcomes(reading, whole.start, whole.stop, has_code)
    ]
    if (
        has_code
        or kpi_words.names_indicator(reading, whole.start, whole.stop)
        or _is_rated(lowered(reading)[whole.start : whole.stop])
    ):
        found += [
            Event(r.start, r.stop, r.kind) for r in kpi_rags.find(reading, whole.start, whole.stop)
        ]
    found += [Event(f.start, f.stop, "target") for f, part in whole.figures if part == "target"]
    if any(part == "target" for _, part in whole.figures):
        found = [e for e in found if not _IS_FLOOR.search(reading, e.start, e.stop)]
    outside = [e for e in found if not any(a <= e.start < b for a, b in whole.exceptions)]
    return sorted(outside, key=lambda e: (e.start, e.stop))


# "below the target of 95% but above the minimum service level of 85%": the first is the outcome.
_IS_FLOOR = re.compile(r"\b(?:minimum[ ]service[ ]levels?|MSLs?|floor|minimum)\Z", re.IGNORECASE)
_COLOURS = ("green", "amber", "red")


def _cuts(reading: str, whole: Clause, events: Sequence[Event]) -> list[int]:
    """Return where the sentence is cut between two events that are said of different things."""
    cuts: list[int] = []
    for one, two in pairwise(events):
        at = _separator(reading, whole, one, two)
        if at is not None and (_differ(whole, one, two, at) or _is_new(reading, at, two)):
            cuts.append(at)
    return cuts


# "…, lettings were above the target": a subject of its own, right before the outcome.
_NEW_SUBJECT = re.compile(
    r"(?:;|,)?[ ](?:and[ ]|but[ ]|while[ ]|whilst[ ])?(?:(?:the|our|its)[ ])?"
    r"(?!(?:it|this|that|these|they|which|performance|both|all|so|still|only|not|also|now)\b)"
    r"(?:(?!(?:was|were|is|are|had|has|have|been|which|that|against|at|due|and|but|while|whilst)\b)"
    r"[\w'’/-]{2,20}[ ]){1,9}(?:was|were|is|are|remains?|remained)[ ]"
    r"(?:(?:[a-z]{3,14}ly|still|also|now|just|well)[ ]){0,2}"
)


def _is_new(reading: str, at: int, two: Event) -> bool:
    if two.kind == "target" or two.kind in _COLOURS:
        return False
    return _NEW_SUBJECT.fullmatch(reading, at, two.start) is not None


def _separator(reading: str, whole: Clause, one: Event, two: Event) -> int | None:
    for found in _STRONG.finditer(reading, one.stop, two.start):
        listed = any(p.start <= found.end() <= p.stop for p in whole.periods)
        coded = any(c.start == found.end() for c in whole.codes) and any(
            c.start < found.start() and found.start() - c.stop < 3 for c in whole.codes
        )
        held = any(a <= found.start() < b for a, b in whole.exceptions)
        joint = found.group() == " with " and not _SHARE_NEXT.match(reading, found.end())
        if not (listed or coded or held or joint):
            return found.start()
    return None


# "… was above the target of 90% with 1.8% of referrals taking longer, above the target of 5%"
_SHARE_NEXT = re.compile(r"[0-9][0-9.]{0,5}[ ]?(?:%|per[ ]cent)[ ]of[ ]")


def _is_told_apart(whole: Clause, two: Event, at: int) -> bool:
    """Tell whether a new result with a target of its own follows a cut."""
    free = any(part is None and at <= f.start < two.start for f, part in whole.figures)
    return free and any(part == "target" and f.start > two.start for f, part in whole.figures)


def _differ(whole: Clause, one: Event, two: Event, at: int) -> bool:
    new_code = any(at <= c.start < two.stop + 40 for c in whole.codes)
    if one.kind == two.kind == "target" or new_code:
        return True
    if one.kind == "target" and _is_told_apart(whole, two, at):
        return True
    if "target" in (one.kind, two.kind) or one.kind in _COLOURS or two.kind in _COLOURS:
        return (
            False if one.kind not in _COLOURS or two.kind not in _COLOURS else one.kind != two.kind
        )
    own = any(at <= p.start < whole.stop for p in whole.periods) and any(
        p.start < at for p in whole.periods
    )
    return own or one.kind != two.kind


def _part(reading: str, whole: Clause, start: int, stop: int, events: Sequence[Event]) -> Clause:
    inside = [e for e in events if start <= e.start < stop]
    words = [e for e in inside if e.kind != "target" and e.kind not in _COLOURS]
    colours = [e for e in inside if e.kind in _COLOURS]
    out = [x for x in whole.exceptions if start <= x[0] < stop]

    def clear(at: int) -> bool:
        return start <= at < stop

    return replace(
        whole,
        start=start,
        stop=stop,
        outcome=Outcome(words[0].start, words[0].stop, words[0].kind) if words else None,
        rag=Outcome(colours[0].start, colours[0].stop, colours[0].kind) if colours else None,
        clashes=_clash([e.kind for e in words]) or len({e.kind for e in colours}) > 1,
        figures=tuple(f for f in whole.figures if clear(f[0].start)),
        periods=tuple(p for p in whole.periods if clear(p.start)),
        codes=tuple(c for c in whole.codes if clear(c.start)),
        exceptions=tuple(out),
    )


def _clash(kinds: Sequence[str]) -> bool:
    """Tell whether outcome words of one clause cannot both hold."""
    good = any(k in ("met", "exceeded", "on_track") for k in kinds)
    return good and any(k in ("missed", "off_track") for k in kinds)
