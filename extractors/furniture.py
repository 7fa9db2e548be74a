"""Which lines of a page are furniture: widgets, menus, cookie notices, template tokens.

The words stand in `data/furniture.txt`. A furniture line stays in the document's text and is
blanked in its reading.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

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
    at, lines = 0, []
    for line in reading.split("\n"):
        if line and not line.isspace():
            lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    running = set(_running(reading, lines))
    for span in lines:
        if span in running or is_furniture(reading[span.start : span.stop]):
            yield span


# "Page 2 of 5", "- 2 -": where a page of a printed paper ends, in a copy of its text.
_PAGE = re.compile(
    r"(?:[-–—|] ?)?(?:page|tudalen) [0-9]{1,4}(?: (?:of|o) [0-9]{1,4})?(?: ?[-–—|])?"
    r"|[-–—] ?[0-9]{1,3} ?[-–—]|[0-9]{1,3} of [0-9]{1,3}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9]{1,3}")
# "14 May 2024          2": a running head with the page's number at one end of its line.
_HEADED = re.compile(r"(?P<head>\S.{2,70}?\S)\s{3,60}(?P<number>[0-9]{1,3})")
# What a running head holds: a day, or the name of a body.
_NAMES = re.compile(
    r"[0-9]{2}|\b(?:committee|council|cabinet|board|panel|executive|authority|commission|forum"
    r"|assembly|pwyllgor|cyngor)\b",
    re.IGNORECASE,
)
# An e-mail address alone on its line.
ADDRESS = re.compile(r"[\w.+-]{2,60}@[\w-]{2,40}(?:\.[\w-]{2,30}){1,4}")
_ENDS = frozenset("0123456789-–—|")  # a page's number closes its line, or a sign behind it
_BESIDE = 2  # lines above and below a page's number among which its running heads stand
_WIDEST = 90  # characters of a running head


def _running(reading: str, lines: list[Span]) -> Iterator[Span]:
    """Yield page numbers and the heads that run through a printed paper, where they stand by them.

    A head comes again beside the number of another page and nowhere else but once, as the title.
    A number alone on its line may be an item's: it counts beside such a head, next to the last.
    """
    words = [reading[span.start : span.stop].strip() for span in lines]
    short = [at for at, x in enumerate(words) if x[-1] in _ENDS and len(x) <= _WIDEST + 6]
    pages = [at for at in short if _PAGE.fullmatch(words[at])]
    yield from (lines[at] for at in pages)
    yield from (lines[at] for at in _addresses(words, frozenset(pages)))
    yield from (lines[at] for at in _in_line(words, short))
    numbers = [at for at in short if words[at].isdigit() and _NUMBER.fullmatch(words[at])]
    taken: set[int] = set(pages)
    for marks in (pages, *_counted(words, numbers)):
        beside = _beside(words, marks, taken)
        least = max(2, 0.6 * len(marks)) if marks is not pages else 2
        heads = {said for said, near in beside.items() if len(set(near.values())) >= least}
        if not heads:
            continue
        every = [at for at, said in enumerate(words) if said in heads]
        known = {at for said in heads for at in beside[said].values()}
        if len(set(every) - known) > len(heads):
            continue  # a label or title that comes again elsewhere too
        yield from (lines[at] for at in sorted(known))
        taken |= known
        if marks is not pages:
            held = {mark for said in heads for mark in beside[said]}
            yield from (lines[at] for at in sorted(held))


def _addresses(words: list[str], pages: frozenset[int]) -> Iterator[int]:
    """Yield the lines that are nothing but the address of the office at the foot of each page.

    It stands by a page's number, or comes again: a contact's own is printed once.
    """
    found = [at for at, x in enumerate(words) if "@" in x and ADDRESS.fullmatch(x)]
    times = Counter(words[at] for at in found)
    yield from (at for at in found if times[words[at]] > 1 or pages & {at - 1, at + 1})


def _in_line(words: list[str], short: list[int]) -> list[int]:
    """Return the lines that are a running head and the number of their page, in turn."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at in short:
        headed = _HEADED.fullmatch(words[at]) if words[at][-1].isdigit() else None
        if headed and _NAMES.search(headed["head"]):
            found.setdefault(headed["head"], []).append((at, int(headed["number"])))
    return [
        at
        for pairs in found.values()
        if len(pairs) > 1 and all(0 < b[1] - a[1] < 4 for a, b in pairwise(pairs))
        for at, _ in pairs
    ]


def _counted(words: list[str], numbers: list[int]) -> Iterator[list[int]]:
    """Yield the runs of numbers that count by one, each of two and more."""
    runs: dict[int, list[int]] = {}
    for at in numbers:
        value = int(words[at])
        run = runs.pop(value - 1, [])
        run.append(at)
        runs[value] = run
    yield from (run for run in runs.values() if len(run) > 1)


def _beside(words: list[str], marks: list[int], taken: set[int]) -> dict[str, dict[int, int]]:
    """Return what stands near the pages' numbers: by its words, the line of each number."""
    found: dict[str, dict[int, int]] = {}
    for mark in marks:
        for at in range(max(0, mark - _BESIDE), min(len(words), mark + _BESIDE + 1)):
            said = "" if at in taken else words[at]
            plain = 3 < len(said) <= _WIDEST and said[-1] not in ".:;," and said[0].isalnum()
            if plain and at != mark and _NAMES.search(said):
                found.setdefault(said, {}).setdefault(mark, at)
    return found
