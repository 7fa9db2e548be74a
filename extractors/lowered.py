"""The cheap look before a pattern: the reading in lower case, plain words and their lines."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from string import ascii_uppercase

Spans = list[tuple[int, int]]


@lru_cache(maxsize=4)
def lowered(reading: str) -> str:
    """Return a reading in lower case with every letter in its place.

    >>> lowered("KPI"), len(lowered("\u0130K"))
    ('kpi', 2)
    """
    low = reading.lower()
    return low if len(low) == len(reading) else reading.translate(_lower_letters())


@cache
def _lower_letters() -> dict[int, int]:
    return {ord(letter): ord(letter.lower()) for letter in ascii_uppercase}


def places(words: str, sought: str, start: int, stop: int) -> Iterator[int]:
    """Yield where some plain words stand in a stretch, each behind the one before.

    >>> list(places("tide by tide", "tide", 0, 12))
    [0, 8]
    """
    at = words.find(sought, start, stop)
    while at >= 0:
        yield at
        at = words.find(sought, at + 1, stop)


@lru_cache(maxsize=4)
def _vocabulary(low: str) -> str:
    """Return each word of a text once: what does not stand in these stands nowhere in it."""
    return "\n".join(set(low.split()))


class Needles:
    """Plain words in lower case, found once in a whole reading and asked for by stretch.

    Sections, paragraphs and sentences are all asked about; and looking each word up among the
    different words of the text is several times quicker than looking through the text.

    >>> cues = Needles("tide", "low tide", "moor")
    >>> cues.among("Low tide. A moor", 0, 16), cues.stand_in("Low tide. A moor", 5, 15)
    ([0, 4, 12], False)
    """

    __slots__ = ("_found", "_words")

    def __init__(self, *words: str) -> None:
        self._words = [(word, max(word.split(), key=len)) for word in words]
        # Of the last two readings: a rule may mend one for itself.
        self._found: tuple[tuple[str, Spans], tuple[str, Spans]] = ("", []), ("", [])

    def spans(self, reading: str) -> Spans:
        """Return where the words start and stop in a reading, by start."""
        last, before = self._found
        text, found = last if last[0] is reading else before
        if text is not reading:
            low = lowered(reading)
            known = _vocabulary(low)
            held = [word for word, piece in self._words if piece in known]
            found = [(at, at + len(w)) for w in held for at in places(low, w, 0, len(low))]
            found.sort()
            self._found = (reading, found), last
        return found

    def among(self, reading: str, start: int, stop: int) -> list[int]:
        """Return where words start that stand whole in a stretch of a reading."""
        found = self.spans(reading)
        held = found[bisect_left(found, (start,)) : bisect_left(found, (stop,))]
        return [first for first, end in held if end <= stop]

    def stand_in(self, reading: str, start: int, stop: int) -> bool:
        """Tell whether any of the words stands whole in a stretch of a reading."""
        found = self.spans(reading)
        for at in range(bisect_left(found, (start,)), len(found)):
            if found[at][1] <= stop:
                return True
            if found[at][0] >= stop:
                break
        return False


def line_at(reading: str, at: int, start: int, stop: int) -> tuple[int, int]:
    """Return the line that holds an offset, as far as it lies between `start` and `stop`."""
    end = reading.find("\n", at, stop)
    return max(reading.rfind("\n", start, at) + 1, start), stop if end < 0 else end


def lines_with(reading: str, cues: Iterable[str], start: int, stop: int) -> dict[int, int]:
    """Return the lines of a span that hold one of some plain words: their ends by their starts.

    >>> lines_with("a tide\\nan ebb\\na moor", ("tide", "moor"), 0, 20)
    {0: 6, 14: 20}
    """
    lines: dict[int, int] = {}
    for cue in cues:
        at = reading.find(cue, start, stop)
        while at >= 0:
            first, end = line_at(reading, at, start, stop)
            lines[first] = end
            at = reading.find(cue, end, stop)
    return lines
