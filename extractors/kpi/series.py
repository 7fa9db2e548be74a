"""Several indicators in one breath: "A, B and C were 92%, 71% and 90% against 80%, 75% and 85%".

Names, results and targets stand in the same order; "respectively" says so. Where their numbers
differ the sentence gives no row at all: which figure is whose cannot be told.

>>> said = "Boats, buoys and nets were at 92%, 71% and 90% against targets of 80%, 75% and 85%"
>>> [f[0] for f in figures(said, 0, len(said))[1]]
[80.0, 75.0, 85.0]
"""

import re
from itertools import pairwise

from extractors.kpi import figures as kpi_figures
from extractors.kpi import rows as kpi_rows
from extractors.kpi import tidy as kpi_tidy
from extractors.kpi.clauses import Clause
from extractors.kpi.figures import Figure
from extractors.kpi.names import Subject
from extractors.kpi.place import Place
from schemas.document import Span
from schemas.facts import Kpi

_UNIT = r"(?:[ ]?%|[ ]per[ ]cent|[ ](?:working[ ])?(?:days|hours|minutes|seconds|weeks))?"
_NUMBER = r"[0-9][0-9,]{0,9}(?:\.[0-9]{1,2})?"
_AND = r"(?:,[ ](?:and[ ])?|[ ]and[ ])"
# "against targets of 80%, 75% and 85% respectively"
_TARGETS = re.compile(
    r"(?:against|compared[ ](?:to|with)|with)[ ](?:the[ ]|their[ ]|respective[ ]){0,2}"
    r"(?:[a-z]{4,10}[ ])?(?:targets[ ](?:of[ ]|being[ ])?)?"
    rf"(?P<list>{_NUMBER}{_UNIT}(?:{_AND}{_NUMBER}{_UNIT}){{1,5}})(?=[ ]?(?:,?[ ]respectively"
    rf"|[.,;)]|$))"
)
_ONE = re.compile(rf"(?P<n>{_NUMBER}){_UNIT}")
# "were at 92%, 71% and 90%"
_RUN = re.compile(
    rf"[ ](?:was|were|stood[ ]at|at|of|being|achieved|reached)[ ](?:at[ ])?"
    rf"(?P<list>{_NUMBER}{_UNIT}(?:{_AND}{_NUMBER}{_UNIT}){{1,5}})[ ,]{{1,2}}(?:respectively,?"
    rf"[ ])?$"
)
# "92% of major, 71% of minor and 90% of other applications"
_SHARES = re.compile(
    rf"(?P<n>{_NUMBER}[ ]?%)[ ](?:of|for)[ ](?P<name>[a-zA-Z][^,;%0-9\n]{{2,60}}?)"
    rf"(?=,[ ]|[ ]and[ ][0-9]|[ ](?:were|was|had|have)\b|[ ]?$)"
)
# "claims were processed in 22 days and changes in 6 days"
_EACH = re.compile(
    rf"(?P<name>[A-Za-z][^,;0-9\n]{{2,70}}?)[ ](?:(?:was|were|stood|took|taking|is|are)[ ])?"
    rf"(?:at|in|on|of)?[ ]?(?P<n>{_NUMBER}{_UNIT})(?=,|[ ]and\b|[ ]?$)"
)
_NAMES = re.compile(r",[ ](?:and[ ])?|[ ]and[ ]")
_OPENS = re.compile(
    r"(?:[^.;\n]{0,80}?\bthat,?[ ])?(?:(?:In|For"
    r"|During)[ ][^,;\n]{2,30},[ ])?(?:performance[ ](?:for|on|in)[ ])?"
    r"(?:the[ ])?(?:and[ ])?",
    re.IGNORECASE,
)
_NOUNS = re.compile(r"[ ](?P<noun>[a-z-]+(?:[ ][a-z-]+)?)$")


def figures(reading: str, start: int, stop: int) -> tuple[int, list[tuple[float, int, int]]]:
    """Return where the list of targets opens and its numbers with their places."""
    found = _TARGETS.search(reading, start, stop)
    if found is None:
        return -1, []
    return found.start(), [
        (kpi_figures.number(m["n"]), *m.span()) for m in _ONE.finditer(reading, *found.span("list"))
    ]


def rows(place: Place) -> list[Kpi] | None:
    """Return the rows of a sentence that lists targets in a run; None where it lists none.

    An empty list: which figure is whose is not clear, and nothing else should read it.
    """
    reading, (start, stop) = place.context.reading, (place.sentence.start, place.sentence.stop)
    if (
        reading.find("respectively", start, stop) < 0
        and reading.find("targets of", start, stop) < 0
    ):
        return None
    at, targets = figures(reading, start, stop)
    if not targets:
        return None
    told = _of_run(reading, start, at) or _of_each(reading, start, at)
    if len(told) != len(targets):
        return []
    unit = _unit(reading, [(n.start, n.stop) for _, n in told] + [t[1:] for t in targets])
    made: list[Kpi] = []
    periods = tuple(place.periods.find(start, stop))
    for (name, result), (value, a, b) in zip(told, targets, strict=True):
        target = Figure(a, b, value, None, unit)
        actual = Figure(result.start, result.stop, result.value, None, unit)
        clause = Clause(start, stop, figures=((actual, None), (target, "target")), periods=periods,
                        is_known=True)  # fmt: skip
        made += kpi_rows.of_clause(place, clause, name, False)
    return made


def _unit(reading: str, spans: list[tuple[int, int]]) -> str:
    """Return the one unit that is printed: "targets of 19 and 8 days" has it once."""
    units = [kpi_figures.find(reading, a, b, ())[0].unit for a, b in spans]
    return next((u for u in units if u != "number"), "number")


def _read(reading: str, span: tuple[int, int]) -> Figure:
    return kpi_figures.find(reading, *span, ())[0]


def _subject(reading: str, start: int, stop: int, noun: str = "") -> Subject | None:
    words = " ".join(reading[start:stop].split())
    name = kpi_tidy.tidied(words)
    if name is None:
        return None
    return Subject(start, stop, name if not noun or name.endswith(noun) else f"{name} {noun}")


def _of_run(reading: str, start: int, stop: int) -> list[tuple[Subject, Figure]]:
    """Return names and results that each stand in a list of their own."""
    found = _RUN.search(reading, start, stop)
    if found is None:
        return []
    results = [_read(reading, m.span()) for m in _ONE.finditer(reading, *found.span("list"))]
    head = _OPENS.match(reading, start, found.start())
    begin = head.end() if head else start
    cuts = [begin]
    for gap in _NAMES.finditer(reading, begin, found.start()):
        cuts += [gap.start(), gap.end()]
    cuts.append(found.start())
    spans = [Span(a, b) for i, (a, b) in enumerate(pairwise(cuts)) if i % 2 == 0]
    if len(spans) != len(results):
        return []
    last = reading[spans[-1].start : spans[-1].stop].split()
    single = all(" " not in reading[s.start : s.stop].strip() for s in spans[:-1])
    noun = " ".join(last[1:]) if single else ""  # "major, minor and other applications"
    names = [_subject(reading, s.start, s.stop, noun) for s in spans]
    return [(n, r) for n, r in zip(names, results, strict=True) if n is not None]


def _of_each(reading: str, start: int, stop: int) -> list[tuple[Subject, Figure]]:
    """Return names each with its own result: "92% of major and 71% of minor applications"."""
    told: list[tuple[Subject, Figure]] = []
    shares = list(_SHARES.finditer(reading, start, stop))
    noun = _NOUNS.search(shares[-1]["name"]) if len(shares) > 1 else None
    for found in shares:
        named = _subject(reading, *found.span("name"), noun["noun"] if noun else "")
        if named:
            told.append((named, _read(reading, found.span("n"))))
    if told:
        return told
    head = _OPENS.match(reading, start, stop)
    for found in _EACH.finditer(reading, head.end() if head else start, stop):
        begin = found.start("name") + (4 if found["name"].startswith("and ") else 0)
        if named := _subject(reading, begin, found.end("name")):
            told.append((named, _read(reading, found.span("n"))))
    return told
