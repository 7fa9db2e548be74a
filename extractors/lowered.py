"""The cheap look before a pattern: the reading in lower case, plain words and their lines."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from string import ascii_uppercase


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
