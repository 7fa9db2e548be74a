"""Where a page names a firm again that only a contract word had shown to be one.

"That Brightpath be asked to report back": no word of that sentence makes Brightpath a supplier, but
the page has said that it is.
"""

import re
from collections.abc import Iterator

from extractors.organisations.shapes import is_own_word, is_place, is_trade

# A neighbour that makes a name a part of another: "Esk Road", "Esk & Lune", "Upper Esk".
_RIGHT = re.compile(r" (?:& )?([A-ZÀ-Þ][\w'-]*)")
_LEFT = re.compile(r"(?<![\w.'])([A-ZÀ-Þ][\w'-]+) (?:& )?\Z")
_JOINED = frozenset("-&_/")


def bare_uses(reading: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands by itself, whatever the words beside it say.

    >>> list(bare_uses("Esk in Esk Road, Esk-side: Esk's", "Esk"))
    [(0, 3), (27, 30)]
    """
    at = reading.find(name)
    while at >= 0:
        stop = at + len(name)
        if _is_whole(reading, at, stop) and not _has_neighbour(reading, at, stop):
            yield at, stop
        at = reading.find(name, stop)


def _is_whole(reading: str, start: int, stop: int) -> bool:
    """Tell whether no letter or sign joins a name to another word."""
    before, after = reading[start - 1 : start], reading[stop : stop + 1]
    return not (before.isalnum() or after.isalnum() or {before, after} & _JOINED)


def _has_neighbour(reading: str, start: int, stop: int) -> bool:
    left = _LEFT.search(reading, max(0, start - 24), start)
    if left and is_own_word(left[1]):
        return True
    right = _RIGHT.match(reading, stop)
    return bool(right and (is_own_word(right[1]) or is_trade(right[1]) or is_place(right[1])))
