"""Names without a suffix that only a contract verb shows: "award the contract to Brightpath".

They are candidates: `org_roles` has to tie each by a contract word, else it is dropped.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from extractors import data
from extractors.lowered import lines_with
from extractors.org_known import Name

# Words of buying: without one a line is not read.
_BUYING = (
    "ontract", "CONTRACT", "ward", "ppoint", "rovider", "upplier", "perat", "idder", "enderer",
    "rovided by", "uotation", "tender", "elivered by", "run by", "partner",
)  # fmt: skip
# Words that touch such a name.
_TOUCHING = frozenset(
    "to with by from is was be appoint appointed appointing contractor contractors provider "
    "providers supplier suppliers consultant consultants operator bidder tenderer partner".split()
)
_CAPITALS = re.compile(
    r"""(?<=[ "'])[A-Z][\w&'+.-]*(?:[ ](?:(?:of|for|in|the|&|\+)[ ])?[A-Z0-9][\w&'+-]*){0,5}"""
)
_NEXT = re.compile(
    r"""(?:,|,?[ ]and|[ ]&)[ ](?P<name>[A-Z][\w&'+.-]*
    (?:[ ](?:(?:of|for|in|the|&)[ ])?[A-Z0-9][\w&'+-]*){0,5})""",
    re.VERBOSE,
)
# The rest of a name on the next line of a hard-wrapped copy: "by Esk Drainage⏎Services, whose".
_WRAPPED = re.compile(r"\n[A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,3}(?=[,;).]| [a-z])")
_WRAP = 50  # a shorter line was not wrapped


@cache
def not_names() -> frozenset[str]:
    """Return the capitalised words of council papers that name nobody."""
    return frozenset(w for line in data.lines("not_names.txt") for w in line.split())


def open_names(reading: str, known: tuple[Name, ...]) -> Iterator[Name]:
    """Yield capitalised words that a contract verb touches and that are no name known already.

    They are firms only where `org_roles` ties them; the caller drops the others.
    """
    taken = [(n.start, n.stop) for n in known]
    starts = [a for a, _ in taken]
    for start, stop in _lines_of_buying(reading):
        yield from _in_line(reading, start, stop, taken, starts)


def _lines_of_buying(reading: str) -> list[tuple[int, int]]:
    """Return the lines that hold a word of buying, each once, in reading order."""
    return sorted(lines_with(reading, _BUYING, 0, len(reading)).items())


def _in_line(
    reading: str, start: int, stop: int, taken: list[tuple[int, int]], starts: list[int]
) -> Iterator[Name]:
    last = start
    titled: bool | None = None
    for found in _CAPITALS.finditer(reading, start, stop):
        begun = found.start()
        if begun < last or not _is_touched(reading[max(start, begun - 32) : begun]):
            continue
        if titled is None:
            titled = _is_title_case(reading[start:stop])
        if titled:
            return
        at, end = found.span()
        if end == stop and stop - start >= _WRAP and (more := _WRAPPED.match(reading, stop)):
            end = more.end()
        while name := _open_name(reading, at, end, taken, starts):
            yield name
            last = name.stop
            more = _NEXT.match(reading, name.stop)
            if not more:
                break
            at, end = more.span("name")


def _is_touched(left: str) -> bool:
    """Tell whether the words before a name end in one that ties: "to the", "contractor,"."""
    words = left.rstrip(" \"'").removesuffix(" the").rstrip(" ,:–-").rsplit(None, 1)
    return bool(words) and (words[-1].casefold() in _TOUCHING or left.endswith("appointment of "))


def _open_name(
    reading: str, start: int, stop: int, taken: list[tuple[int, int]], starts: list[int]
) -> Name | None:
    words = reading[start:stop].removesuffix("'s").rstrip(".'-&+ ")
    stop = start + len(words)
    i = bisect_right(starts, stop)
    if any(a < stop and start < b for a, b in taken[max(0, i - 2) : i + 1]):
        return None
    return Name(start, stop, words, "firm", "verb", True) if _reads_as_firm(words) else None


def _reads_as_firm(words: str) -> bool:
    """Tell whether capitals may be a firm's name: no vocabulary of the council opens or fills it.

    >>> [_reads_as_firm(w) for w in ("Brightpath", "Provider A", "Lot 2", "Head of Legal")]
    [True, False, False, False]
    """
    parts = [w for w in re.split(r"[ \n]", words) if w[:1].isupper() or w[:1].isdigit()]
    plain = [w.casefold().strip(".'") in not_names() for w in parts]
    if plain[0] or all(plain) or any(w.isdigit() or len(w) == 1 for w in parts):
        return False
    return (
        len(parts) > 1
        or (len(words) >= 4 and not words.isupper())
        or (words.isupper() and 3 <= len(words) <= 6)
    )


def _is_title_case(line: str) -> bool:
    """Tell whether a line is set like a title, where capitals tell nothing."""
    words = [w for w in line.split() if w[0].isalpha() and len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) > 0.7 * len(words)
