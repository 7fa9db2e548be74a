"""The words around a figure that a classifier may look at, nearest first.

One place for what a clerk reads before he names a sum: the clause, the sentence, the line that
leads the list, the sentence before, the heading. The rules weigh the same parts with distances
(extractors/clues.py); a trained model can be compared with them on the same words.
"""

import re
from typing import NamedTuple

from extractors import leads
from extractors.context import Context
from schemas.document import Section, Span

_LOOK = 400  # how much of each part is given
# Where a clause ends.
_BREAK = re.compile(r"[;:]|\b(?:but|while|whilst|although|whereas|however)\b")


class Surroundings(NamedTuple):
    """Spans of the reading; None where there is no such part."""

    clause: Span
    sentence: Span
    lead: Span | None
    before: Span | None
    heading: Span | None


def of(context: Context, section: Section, start: int, stop: int) -> Surroundings:
    """Return the parts around the figure at [start, stop) of a section."""
    reading = context.reading
    whole = context.sentence_at(start)
    sentence = Span(max(whole.start, start - _LOOK), min(whole.stop, stop + _LOOK))
    left = max((hit.end() for hit in _BREAK.finditer(reading, sentence.start, start)), default=None)
    right = _BREAK.search(reading, stop, sentence.stop)
    clause = Span(
        sentence.start if left is None else left, right.start() if right else sentence.stop
    )
    lead = leads.above(reading, start, section.start)
    line = reading.rfind("\n", section.start, whole.start) + 1
    told = whole.start - 1 > max(line, section.start)
    before = context.sentence_at(whole.start - 2) if told else None
    clause = _bare(reading, clause)
    return Surroundings(clause, sentence, lead, before, context.heading_above(start))


def _bare(reading: str, span: Span) -> Span:
    said = reading[span.start : span.stop]
    left = span.stop - len(said.lstrip())
    return Span(left, left + len(said.strip()))
