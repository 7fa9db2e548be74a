"""Items that Scottish minutes number by Roman figures: "III PURCHASE OF GULLY TANKER".

A figure alone is no number yet ("I declare an interest"), nor are "I." and "II." of a resolution:
the titles are in capitals and the figures run on from the first without a gap. A star before the
title marks an item that does not stand delegated.
"""

import re
from collections.abc import Sequence

from extractors.layouts.item_titles import reads_as_title
from extractors.layouts.items import Item, goes_on
from extractors.layouts.page import Line

_FEWEST = 3
_OPENS = re.compile(
    r"(?:ARTICLE )?(?P<number>[IVXL]{1,7})[.)]?[ \t]{1,40}(?:\*[ \t]{0,9})?"
    r"(?P<title>[A-Z0-9\"'(][^a-z]{3,200})"
)
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def split(lines: Sequence[Line]) -> tuple[list[Line], list[Item]]:
    """Return the lines above the first item, and the items; none where figures do not run on."""
    starts: list[tuple[int, Item]] = []
    for at, line in enumerate(lines):
        item = _opened(line, len(starts) + 1)
        if item:
            starts.append((at, item))
    if len(starts) < _FEWEST:
        return list(lines), []
    ends = [at for at, _ in starts[1:]] + [len(lines)]
    for (at, item), end in zip(starts, ends, strict=True):
        below = at + 1
        while below < end and goes_on(item, lines[below - 1], lines[below]):
            item.title = (item.title or (0, 0))[0], lines[below].stop
            below += 1
        item.lines += lines[below:end]
    return list(lines[: starts[0][0]]), [item for _, item in starts]


def _opened(line: Line, number: int) -> Item | None:
    """Return the item that a line opens where its figure is the one that comes next."""
    found = _OPENS.fullmatch(line.words) if line.words[:1] in "IVXLA" else None
    if not found or found["number"] != roman(number) or not _is_title(found["title"]):
        return None
    first = line.start + found.start("number"), line.start + found.end("number")
    return Item(found["number"], first, (line.start + found.start("title"), line.stop))


def _is_title(words: str) -> bool:
    """Tell whether words are a title: "GRANTS", no "(1)" and no initials of a name."""
    return reads_as_title(words) and sum(c.isalpha() for c in words) > 3


def roman(number: int) -> str:
    """Return a number below 90 in Roman figures.

    >>> roman(4), roman(19), roman(42)
    ('IV', 'XIX', 'XLII')
    """
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    return tens[number // 10 % 9] + _UNITS[number % 10]
