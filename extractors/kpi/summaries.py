"""How many indicators stand where: "14 on track, 11 not on track", "17 green, 12 amber, 9 red".

Counts go to their own table; an indicator's row needs its name. A count must be tied to indicators:
by the noun beside it, or by the sentence where two or more counts with colours stand in a row.

>>> sorted(labels("Of 38 indicators, 17 were green, 12 amber and 9 red."))
[('amber', 12, 38), ('green', 17, 38), ('red', 9, 38)]
>>> labels("three of the ten KPIs were missed"), labels("three projects were red")
([('missed', 3, 10)], [])
"""

import re
from collections.abc import Iterator
from itertools import islice

from extractors.context import Context
from extractors.kpi.names import number
from extractors.kpi.periods import Periods, innermost
from extractors.lowered import Needles, lowered
from schemas.document import Section, Span
from schemas.facts import KpiSummary

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen"
    "|seventeen|eighteen|nineteen|twenty"
)
_N = rf"(?:[0-9]{{1,3}}|{_WORDS})"
_NOUN = (
    r"(?:key[ ]performance[ ](?:indicators?|measures?)|performance[ ](?:indicators?|measures?"
    r"|targets?)"
    r"|KPI'?s?|PIs?|indicators?|targets?|measures?)"
)
_LABEL = (
    r"(?P<label>(?:hit|reached)[ ](?:the[ ]|their[ ]|its[ ])?targets?"
    r"|(?:not|off)[ -](?:on[ ])?(?:track|target)|on[ -](?:track|target)|(?:not[ ]"
    r"(?:been[ ])?|un)(?:met|achieved)"
    r"|(?:met|achieved)[ ]or[ ](?:exceeded|outperformed|bettered|surpassed)|met|achieved"
    r"|exceeded|missed|failed|green|amber|red|(?:above|below|at"
    r"|within)[ ](?:the[ ]|their[ ])?target"
    r"|improving|improved|declining|declined|succeeding|near[ ]target|needs[ ]improvement"
    r"|no[ ]data)"
)
_COUNT = re.compile(
    rf"""(?<![\w.,/£%-])(?P<n>{_N})(?![0-9]|[.,/][0-9]|[ ]?%)
        (?:[ ]\([0-9.]{{1,5}}[ ]?%\))?(?:[ ](?:out[ ])?of[ ](?:the[ ]|its[ ]
            |these[ ])?(?P<of>{_N})?)?
        (?P<noun>[ ](?:[\w-]{{1,20}}[ ]){{0,4}}?{_NOUN.lower()})?(?:[ ]\([0-9.]{{1,5}}[ ]?%\))?,?
        (?:[ ](?:that|which|were|was|are|is|had|have|has|been|being|also|now|currently|rated
            |reported|shown|showing|marked
            |as|at|meeting|their|its|in|remain|remained|classified|assessed|all|reporting
                |scored)){{0,4}}
        [ ]["'(]?{_LABEL}\b["')]?(?![-]|[ ](?:bins?|routes?|lines?|waste|space|spaces))""",
    re.VERBOSE,
)
# "all but one": the number counts what is left out.
_LEFT_OUT = ("all but ", "except ", "except for ", "apart from ", "bar ")
_STATES = (
    "green", "amber", "red", "track", "target", "met", "achiev", "exceed", "miss", "fail", "improv",
    "declin", "succeed", "no data",
)  # fmt: skip
_TOTAL = re.compile(
    rf"\b(?:of|out of|across)[ ](?:the[ ]|all[ ])?(?:total[ ]of[ ])?(?P<of>{_N})[ ]"
    rf"(?:[\w-]{{1,20}}[ ]){{0,4}}?{_NOUN}\b"
    rf"|\b(?P<all>{_N})[ ](?:[\w-]{{1,20}}[ ]){{0,4}}?{_NOUN},?[ ](?:of[ ]which|with)\b",
    re.I,
)
_ABOUT = re.compile(rf"\b{_NOUN}\b".lower())
_OTHER = re.compile(
    r"\b(?:projects?|risks?|actions?|milestones?|schools?|savings?|recommendations?)\b", re.I
)
_ASKED = re.compile(r"\b(?:whether|if|would|could|should)\b", re.IGNORECASE)


_CUES = Needles("target", "kpi", "indicator", "measure")


def _has_cue(reading: str, start: int, stop: int) -> bool:
    return _CUES.stand_in(reading, start, stop) or reading.find("PIs", start, stop) >= 0


def _found(reading: str, start: int, stop: int) -> list[tuple[re.Match[str], str, int, int | None]]:
    low = lowered(reading)
    if not any(low.find(cue, start, stop) >= 0 for cue in _STATES):
        return []
    if not _ABOUT.search(low, start, stop):
        return []
    counts = list(islice(_COUNT.finditer(low, start, stop), 20))
    if not counts or _ASKED.search(reading, start, stop):
        return []
    if _OTHER.search(reading, start, stop) and not any(c["noun"] for c in counts):
        return []
    counts = [c for c in counts if not reading[start : c.start()].lower().endswith(_LEFT_OUT)]
    if not counts:
        return []
    if len(counts) == 1 and not (counts[0]["noun"] or _TOTAL.search(reading, start, stop)):
        return []
    total = _TOTAL.search(reading, start, stop)
    whole = (
        number(total["of"] or total["all"])
        if total
        else next((number(c["of"]) for c in counts if c["of"]), None)
    )
    return [(c, _label(c["label"]), number(c["n"]), whole) for c in counts]


def _label(words: str) -> str:
    words = " ".join(words.lower().replace("-", " ").split())
    same = {"not target": "not on target", "off track": "off track", "not track": "not on track"}
    return same.get(words, words.replace(" the ", " ").replace(" their ", " "))


def labels(said: str) -> list[tuple[str, int, int | None]]:
    """Return the counts of a sentence as (label, count, of)."""
    return [(label, n, of) for _, label, n, of in _found(said, 0, len(said))]


def rows(section: Section, context: Context, skip: list[Span]) -> Iterator[KpiSummary]:
    """Yield the counts of indicators in a section's running text."""
    reading = context.reading
    if not _has_cue(reading, section.start, section.stop):
        return
    for unit in context.paragraphs(section):
        if not _has_cue(reading, unit.start, unit.stop):
            continue
        if any(s.start <= unit.start < s.stop for s in skip):
            continue
        for sentence in context.sentences(unit):
            if sentence.stop - sentence.start < 2_500 and _has_cue(
                reading, sentence.start, sentence.stop
            ):
                yield from _of_sentence(context, section, unit, sentence)


def _of_sentence(context: Context, section: Section, unit: Span,
                 sentence: Span) -> Iterator[KpiSummary]:  # fmt: skip
    found = _found(context.reading, sentence.start, sentence.stop)
    if not found:
        return
    spells = Periods.of(context)
    inside = innermost(spells.find(sentence.start, sentence.stop))
    around = None if inside else spells.around(section, unit, sentence, None)
    period = inside[0] if len(inside) == 1 else around
    for match, label, count, of in found:
        yield context.make(
            KpiSummary, match.start(), match.end(), "kpi.count",
            label=label, count=count, of=of, period=period.label if period else None,
        )  # fmt: skip
