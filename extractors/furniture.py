"""Which lines of a page are furniture: widgets, menus, cookie notices, template tokens.

The words stand in `data/furniture.txt`. A furniture line stays in the document's text and is
blanked in its reading.
"""

import re
from collections.abc import Iterator
from functools import cache

from extractors import data
from schemas.document import Span

_LONGEST = 400  # a longer line says more than a notice does

# Agenda markers of published Word files ("<AI3>", "</TRAILER_SECTION>"), alone on their line.
_TAG = re.compile(r"</?[A-Z_]{2,30}[0-9]{0,6}>")
# A ruled line.
_RULE = re.compile(r"[-_=*~]{5,}+")


@cache
def _vocabulary() -> tuple[frozenset[str], tuple[str, ...]]:
    entries = data.lines("furniture.txt")
    whole = frozenset(entry for entry in entries if not entry.endswith("*"))
    return whole, tuple(entry[:-1] for entry in entries if entry.endswith("*"))


def is_furniture(line: str) -> bool:
    """Tell whether a line (plain blanks and quotes) is page furniture.

    >>> is_furniture(" Share this item "), is_furniture("Original Text:"), is_furniture("<AI7>")
    (True, True, True)
    >>> is_furniture("The dot on the map"), is_furniture("Menu prices would rise by 3%.")
    (False, False)
    """
    if len(line) > _LONGEST:
        return False
    words = line.strip()
    if _TAG.fullmatch(words) or _RULE.fullmatch(words):
        return True
    whole, starts = _vocabulary()
    words = words.lower().rstrip(".:").rstrip()
    return words in whole or words.startswith(starts)


def furniture(reading: str) -> Iterator[Span]:
    """Yield the spans of a reading's furniture lines, in order."""
    at = 0
    for line in reading.split("\n"):
        if line and is_furniture(line):
            yield Span(at, at + len(line))
        at += len(line) + 1
