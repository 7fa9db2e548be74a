"""Lists of indicators under words that say how they did: "These indicators were red:".

The words that introduce a list give the outcome of each point in it that gives none of its own.

>>> verdict("The following indicators were rated red:").kind
'red'
>>> verdict("The following targets were discussed:") is None
True
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.context import Context
from extractors.dates import periods
from extractors.kpi import codes as kpi_codes
from extractors.kpi import rows as kpi_rows
from extractors.kpi.clauses import Clause
from extractors.kpi.names import Subject, number
from extractors.kpi.place import Memory, Place
from extractors.kpi.words import Outcome
from extractors.lowered import lowered
from schemas.document import Span
from schemas.facts import Kpi

_NOUN = (
    r"(?:(?:key[ ])?performance[ ](?:indicators|measures)|indicators?|KPIs?|PIs|measures|targets)"
)
# What introduces a list of them: "The red status indicators were as follows:".
_INTRODUCES = re.compile(
    rf"\b(?:the|these|those|following|below|only|[0-9]{{1,2}}|one|two|three|four|five|six|seven"
    rf"|eight"
    rf"|nine|ten|red|amber|green|were|are)\b[^.;\n]{{0,80}}?\b{_NOUN}\b",
    re.IGNORECASE,
)
_RAG = re.compile(
    r"\b(?P<rag>red|amber|green)\b(?![ ]*,[ ]*(?:and[ ]|or[ ])?(?:red|amber|green)\b|[ ]and\b"
    r"|[ ]or\b)",
    re.IGNORECASE,
)
# No report of results: what will be, what was asked, what the colours mean.
_NO_REPORT = re.compile(
    r"\b(?:will|would|should|could|may|might|asked|whether|propos\w+|recommend\w*|definition"
    r"|defined"
    r"|means|new|not[ ]all|could|if|set|projects?|risks?|actions?|savings?)\b",
    re.IGNORECASE,
)
_VERDICTS = (
    ("off_track", re.compile(r"\b(?:off|not on)[ -](?:track|target)\b", re.IGNORECASE)),
    ("missed", re.compile(
        r"\b(?:not|n't|un)(?:[ ](?:been|being|yet))?[ ]?(?:met|meet(?:ing)?|achiev(?:ed?|ing)"
        r"|reach(?:ed|ing)?)\b|\b(?:missed|failed|failing|below|under-?perform\w+|underachiev\w+"
        r"|missing|needing improvement|needs improvement|short of)\b", re.IGNORECASE)),
    ("exceeded", re.compile(r"\b(?:exceed(?:ed|ing)|above|ahead of)\b", re.IGNORECASE)),
    ("met", re.compile(r"\b(?:met|achieved|achieving|meeting)\b", re.IGNORECASE)),
    ("on_track", re.compile(r"\bon[ -](?:track|target)\b", re.IGNORECASE)),
)  # fmt: skip
_ONE_POINT = 220


def verdict(reading: str, start: int = 0, stop: int | None = None) -> Outcome | None:
    """Return what the words between two offsets say of the points that follow, None if nothing."""
    stop = len(reading) if stop is None else stop
    if stop - start > 400 or not _INTRODUCES.search(reading, start, stop):
        return None
    if _NO_REPORT.search(reading, start, stop):
        return None
    colours = {m["rag"].lower(): m for m in _RAG.finditer(reading, start, stop)}
    said = [(kind, m) for kind, p in _VERDICTS if (m := p.search(reading, start, stop))]
    if len(colours) > 1:
        return None
    kinds = {kind for kind, _ in said}
    if {"met", "exceeded"} & kinds and {"missed", "off_track"} & kinds:
        # "targets not met": the longer word holds the shorter one
        said = [x for x in said if x[0] in ("missed", "off_track")]
        if any(m.start() > said[0][1].end() for k, m in said[1:]):
            return None
    if said:
        kind, found = said[0]
        return Outcome(found.start(), found.end(), kind)
    for colour, found in colours.items():
        return Outcome(found.start(), found.end(), colour)
    return None


# A point that names an indicator: no verb of its own, no money, no question.
_SENTENCE = re.compile(
    r"(?<!that )(?<!which )(?<!who )\b(?:was|were|had|has|have|will|would|could|should|asked"
    r"|noted|explained|due[ ]to|(?:dropped|fell|rose|stood|remained|increased|decreased|improved)"
    r"[ ](?:to|from|by|at))\b|[?£]|\.[ ][A-Z]",
    re.IGNORECASE,
)
_SPEAKERS = re.compile(
    r"(?:Members?|Councillors?|Cllrs?|Officers?|The|RESOLVED|Resolved|In|It|This|That|There"
    r"|Following"
    r"|A|An|Mr|Mrs|Ms|Agreed|AGREED|Decision|Reasons?|Recommend\w*|Note)\b[ ]"
    r"(?!(?:percentage|number|average|proportion|share|total|rate|time|cost|level)\b)"
)
_LEADING = re.compile(
    r"(?:(?:Performance[ ])?Indicator[ ]?[–-]?[ ]?)?(?P<code>(?:[A-Z][A-Z&]{0,5}[ ]){0,2}"
    r"[A-Z][A-Z&]{0,5}[ ._-]?[0-9]{1,4}[a-z]{0,2}(?:[ ][–-][ ][A-Z](?=[ ]))?)(?![.][0-9])"
    r"[ ]?[ ,:–(-]"
)
_EDGES = " \t\n,;:.–-·•*()‘’'\""


def point(reading: str, start: int, stop: int) -> Subject | None:
    """Return the indicator that a point of a list names, None where it says more or less.

    >>> found = point("HOU001 (Average time taken to relet)", 0, 36)
    >>> found.code, found.name
    ('HOU001', 'Average time taken to relet')
    """
    said = reading[start:stop].strip()
    if not 8 <= len(said) <= _ONE_POINT or _SENTENCE.search(said) or _SPEAKERS.match(said):
        return None
    if bullet := _BULLET.match(reading, start, stop):
        start = bullet.end()
    coded = _LEADING.match(reading, start, stop)
    known = kpi_codes.find(reading, start, stop)
    code = coded["code"] if coded else (known[0].code if known else None)
    at = coded.end("code") if coded else (known[0].stop if known else start)
    name = " ".join(reading[at:stop].strip(_EDGES).split())
    name += ")" * (name.count("(") > name.count(")"))
    if len(name) < 4 or len(name.split()) > 30:
        return None
    if code is None and not _MEASURES.search(lowered(reading), start, stop):
        return None
    return Subject(start, stop, name, code)


# What is measured, where no code tells that a point names an indicator.
_MEASURES = re.compile(
    r"\b(?:percentage|per[ ]cent|proportion|number|no\.|average|rate|rates|time|times|days|level"
    r"|levels|share|total|cost|visits|collected|collections?|satisfaction|completed|processed"
    r"|answered|recycled|recycling|turnover|absence|sickness|calls|complaints|arrears|responded"
    r"|response|timeliness|applications|determined|re-?let|reduction|attendance|usage)\b|%"
)


def measures(reading: str, start: int, stop: int) -> bool:
    """Tell whether words between two offsets name what is measured: a number, a rate, a share.

    >>> measures("Number of boats", 0, 15), measures("East quay", 0, 9)
    (True, False)
    """
    return _MEASURES.search(lowered(reading), start, stop) is not None


# Between the items of a list in a sentence, and the end of the last but one.
_COMMA = re.compile(r"[,;][ ](?:and[ ])?(?![^()]{0,60}\))")
_AND = re.compile(r"[ ]and[ ]")
_BRACKETS = re.compile(r"\([^()\n]{0,80}\)")
_ITEM = re.compile(r"(?:the[ ])?[A-Za-z%][^.:£?]{3,110}")


def inline(place: Place) -> Iterator[Kpi]:
    """Yield the rows of a list in one sentence: "These measures were above target: A, B and C."."""
    reading, span = place.context.reading, place.sentence
    colon = _LISTS.search(reading, span.start + _SHORT // 2, span.stop)
    told = verdict(reading, span.start, colon.start()) if colon else None
    if colon is None or told is None:
        return
    items = _items(reading, colon.end(), span.stop) or _two(reading, colon.end(), span.stop)
    named = [_MEASURES.search(lowered(reading), *_ends(item)) is not None for item in items]
    counted = _MANY.search(lowered(reading), span.start, colon.start())
    is_all = counted is not None and number(counted["n"]) == len(items)
    if len(items) < 2 or (sum(named) * 2 < len(items) and not is_all):
        return
    coloured = told.kind in ("red", "amber", "green")
    for item in items:
        clause = Clause(
            *_ends(item), None if coloured else told, told if coloured else None
        )  # fmt: skip
        name = " ".join(reading[item.start : item.stop].split())
        named_by = Subject(item.start, item.stop, name.removeprefix("the "))
        place = replace(place, stretch=item)
        for made in kpi_rows.of_clause(place, clause, named_by, False):
            yield made if coloured else replace(made, outcome=told.kind)  # said of all alike


# "Two indicators were rated red: agency spend and voids": as many as it says.
_MANY = re.compile(
    r"\b(?P<n>[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten)[ ](?:[a-z]{3,12}[ ]){0,2}"
    r"(?:indicators|kpis|pis|measures|targets)\b"
)


def _is_head(reading: str, span: Span) -> bool:
    """Tell whether a point of a list only names the service of the points below it."""
    if not _HEADS.fullmatch(reading, span.start, span.stop):
        return False
    return _SENTENCE.search(reading, span.start, span.stop) is None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.stop


def _two(reading: str, start: int, stop: int) -> list[Span]:
    """Return the two items of a list without commas: "agency spend and voids"."""
    stop = start + len(reading[start:stop].rstrip(" ."))
    cuts = list(_AND.finditer(reading, start, stop))
    if len(cuts) != 1 or "," in reading[start:stop]:
        return []
    items = [Span(start, cuts[0].start()), Span(cuts[0].end(), stop)]
    plain = all(
        _ITEM.fullmatch(reading, *_ends(item)) and not _SENTENCE.search(reading, *_ends(item))
        for item in items
    )
    return items if plain else []


def _items(reading: str, start: int, stop: int) -> list[Span]:
    """Return the items of a list with commas, none where one of them says more than a name."""
    stop = start + len(reading[start:stop].rstrip(" ."))
    cuts, at = [], start
    for comma in _COMMA.finditer(reading, start, stop):
        cuts.append(Span(at, comma.start()))
        at = comma.end()
    last = list(_AND.finditer(reading, at, stop))
    if cuts and len(last) == 1 and reading[at - 4 : at] != "and ":
        cuts.append(Span(at, last[0].start()))
        at = last[0].end()
    items = [*cuts, Span(at, stop)] if cuts else []
    fit = all(
        _ITEM.fullmatch(reading, *_ends(item))
        and not _SENTENCE.search(_BRACKETS.sub("", reading[item.start : item.stop]))
        for item in items
    )
    return items if fit and len(items) <= _MOST_ITEMS else []


_MOST_ITEMS = 20
_SHORT = 60
_BULLET = re.compile(r"[·•●▪*–-]+[ \t]*|o[ \t]+(?=[A-Z%])")
# A point that only heads those below it: the service they are of.
_HEADS = re.compile(r"[·•●▪*–-]+[ \t]*[A-Z][A-Za-z,&'’() -]{2,90}")
_LISTS = re.compile(r":[ ]|,[ ]namely[,:]?[ ]|,[ ]these[ ](?:being|were)[,:]?[ ]")


def introduce(context: Context, unit: Span, memory: Memory) -> None:
    """Keep what the words that end in a colon say of the points that follow."""
    reading = context.reading
    if memory.verdict or not reading[unit.start : unit.stop].rstrip().endswith(":"):
        return
    last = context.sentences(unit)[-2:]
    start = last[-1].start
    if last[-1].stop - start < _SHORT:  # "Two measures were red. These were:"
        start = last[0].start
    memory.verdict = verdict(reading, start, unit.stop)


def head(reading: str, unit: Span, memory: Memory) -> bool:
    """Tell whether a line names the indicator that the lines below report on, and keep it."""
    if memory.verdict or "\n" in reading[unit.start : unit.stop]:
        return False
    if unit.stop - unit.start > _ONE_POINT or not _HEAD.match(reading, unit.start, unit.stop):
        memory.headed = memory.headed and memory.age <= 1
        return False
    named = point(reading, unit.start, unit.stop)
    memory.subject, memory.headed = None, False  # whatever the line says, it is a new one
    if named is None or named.code is None or reading[unit.stop - 1] in ".;:%0123456789":
        return False
    memory.subject, memory.age, memory.stop, memory.headed = named, 0, unit.stop, True
    return True


_HEAD = re.compile(
    r"(?:(?:Performance[ ])?Indicator[ ]?[–-]?[ ]?|Measure[ ])?(?:[A-Z][A-Z&]{0,5}[ ]){0,2}"
    r"[A-Z][A-Z&]{0,5}[ ._-]?[0-9]{1,4}[a-z]{0,2}[ ]?(?:[,:–-]|[(])[ ]?[A-Z%]"
)
# What a sentence below such a line says of it: "Q2 was 20.8 days", "performance was at 6.7%".
_SAYS = re.compile(
    r"\b(?:Q[1-4]|[Qq]uarter(?:[ ][1-4]|[ ][a-z]{3,5})?|performance|average|outturn|figure|result)"
    r"(?:[ ]20[0-9/-]{2,7})?[ ]"
    r"(?:(?:for|in|of|to)[ ][\w ]{2,30}?[ ])?(?:was|is|stood|at|were)[ ](?:at[ ])?[0-9]"
)
_OF_OTHERS = re.compile(
    r"\b(?:national(?:ly)?|regional|other[ ](?:authorities|councils)|neighbour\w*|districts"
    r"|benchmark\w*)\b",
    re.IGNORECASE,
)


def is_headed(said: str, memory: Memory) -> bool:
    """Tell whether a sentence gives the result of the indicator that the line above names."""
    if not memory.headed or memory.age > 1:
        return False
    return bool(_SAYS.search(said)) and not _OF_OTHERS.search(said)


# "· Staff turnover (Red) - there was an increase": a point that shows its own colour.
_COLOURED = re.compile(
    r"(?:[·•●▪*–-]+[ \t]*)?(?P<name>[A-Z%][^().;:\n]{3,90}?)[ ]\((?:rated[ ]|status:?[ ]|RAG[ ])?"
    r"(?P<rag>red|amber|green)(?:[ ](?:status|rated|rating))?\)(?=[ ]?[:.–-]|$)",
    re.IGNORECASE,
)


_SEVERAL = re.compile(rf"\b{_NOUN}\b", re.IGNORECASE)


def coloured(place: Place, memory: Memory) -> Iterator[Kpi]:
    """Yield the row of a point that shows a colour, in a list that is said to be of indicators."""
    reading, span = place.context.reading, place.unit
    intro = memory.intro
    if intro is None or not _SEVERAL.search(reading, intro.start, intro.stop):
        return
    if found := _COLOURED.match(reading, span.start, span.stop):
        named = Subject(found.start("name"), found.end("name"), " ".join(found["name"].split()))
        rag = Outcome(found.start("rag"), found.end("rag"), found["rag"].lower())
        place = replace(place, stretch=Span(span.start, found.end()))
        yield from kpi_rows.of_clause(place, Clause(span.start, found.end(), rag=rag), named, False)


def row(place: Place, memory: Memory) -> Iterator[Kpi]:
    """Yield the row of a point that only names an indicator; what is no point ends the list."""
    told, span = memory.verdict, place.unit
    named = point(place.context.reading, span.start, span.stop) if told else None
    if told is None or named is None:
        if told is None or not _is_head(place.context.reading, span):
            memory.verdict = None
        return
    coloured = told.kind in ("red", "amber", "green")
    spells = periods.find(place.context.reading, span.start, span.stop, place.periods.calendar)
    clause = Clause(
        span.start, span.stop, None if coloured else told, told if coloured else None,
        periods=tuple(spells),
    )  # fmt: skip
    for made in kpi_rows.of_clause(place, clause, named, False):
        yield made if coloured else replace(made, outcome=told.kind)  # said of all alike
