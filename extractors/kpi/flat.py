"""Paragraphs made flat for the patterns: no line break, and one blank where a margin left many.

A point that is wrapped under its bullet reads "the target      of 22 days". Its words are moved
together in a copy of equal length, its end filled with blanks; what is found there is told in the
offsets of the text as it stands.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from extractors.context import Context
from schemas.document import Span
from schemas.facts import Kpi

_GAP = re.compile(r"[ \n]{2,}")
_MARK = 8  # signs at the front that may be a bullet or number and its own blanks


class Flat:
    """A context whose paragraphs are flat, and the way back to the text as it stands."""

    def __init__(self, context: Context, parts: Sequence[Span],
                 tells: Callable[[str, int, int], bool]) -> None:  # fmt: skip
        """Make paragraphs flat that have gaps and may tell something."""
        self._text = context.text
        self._units: list[Span] = []
        self._kept: list[list[int]] = []
        reading = context.reading
        gaped = (p for p in parts if _has_gap(reading, p))
        told = [p for p in gaped if tells(reading, p.start, p.stop)]
        self.context = self._made(context, told) if told else context

    def _made(self, context: Context, parts: Sequence[Span]) -> Context:
        reading, text, at = context.reading, context.text, 0
        read: list[str] = []
        told: list[str] = []
        for part in parts:
            said = reading[part.start : part.stop]
            kept = _kept(said)
            fill = " " * (len(said) - len(kept))
            read += [reading[at : part.start], *(said[i] for i in kept), fill]
            told += [text[at : part.start], *(text[part.start + i] for i in kept), fill]
            self._units.append(part)
            self._kept.append(kept)
            at = part.stop
        read.append(reading[at:])
        told.append(text[at:])
        flat = _plain("".join(read), self._units)
        made = replace(context.document, reading=flat, text="".join(told))
        return replace(context, document=made, _sentences={}, _words={}, _lines={}, _told={})

    def back(self, row: Kpi) -> Kpi:
        """Return a row found in the flat text, told in the offsets of the text as it stands."""
        if not self._units:
            return row
        start, stop = self._at(row.start), self._at(row.stop - 1) + 1
        proofs = tuple(
            replace(p, start=self._at(p.start), stop=self._at(p.stop - 1) + 1) for p in row.proofs
        )
        return replace(row, start=start, stop=stop, quote=self._text[start:stop], proofs=proofs)

    def _at(self, offset: int) -> int:
        place = bisect_right(self._units, offset, key=lambda unit: unit.start) - 1
        if place < 0 or offset >= self._units[place].stop:
            return offset
        kept, inside = self._kept[place], offset - self._units[place].start
        return self._units[place].start + kept[min(inside, len(kept) - 1)]


def _has_gap(reading: str, part: Span) -> bool:
    inside = part.start + _MARK
    return (
        reading.find("  ", inside, part.stop) >= 0 or reading.find("\n", part.start, part.stop) >= 0
    )


def _kept(said: str) -> list[int]:
    """Return which signs of a paragraph stay: of several blanks the first."""
    kept: list[int] = []
    at = 0
    for gap in _GAP.finditer(said, min(_MARK, len(said))):
        kept += range(at, gap.start() + 1)
        at = gap.end()
    return [*kept, *range(at, len(said))]


def _plain(flat: str, units: Sequence[Span]) -> str:
    """Return a reading without line breaks inside the paragraphs."""
    pieces, at = [], 0
    for unit in units:
        pieces += [flat[at : unit.start], flat[unit.start : unit.stop].replace("\n", " ")]
        at = unit.stop
    return "".join([*pieces, flat[at:]])
