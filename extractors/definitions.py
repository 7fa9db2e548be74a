"""Short forms that a page defines: "Bryn Waste Services Ltd (BWS)", "Overview Board (the Board)".

Once defined, a short form stands for its long form anywhere on the page. Long forms of capitals
are matched letter by letter from the right, each word's letter in order, as Schwartz and Hearst
describe ("A simple algorithm for identifying abbreviation definitions", 2003).
"""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form, the bracket that defines it, and the words before it that it stands for."""

    term: str
    start: int
    stop: int
    long_start: int
    long_stop: int


# A bracket on one line without brackets inside.
_BRACKET = re.compile(r"\(([^()\n]{2,70})\)")
# What the bracket says before the term: "hereafter referred to as the", a quote.
_LEAD = re.compile(
    r"""(?:(?:hereafter|hereinafter|hence|also|or|together)[ ,]+)?+
        (?:(?:referred[ ]to[ ]as|known[ ]as|called|abbreviated[ ]to)[ ,]+)?+
        (?P<quote>["']?+)(?P<the>[Tt]he[ ]+)?+(?P<quote2>["']?+)""",
    re.VERBOSE,
)
_SHORT = re.compile(r"[A-Z0-9][A-Za-z0-9&/.+-]{1,11}")
_TITLED = re.compile(r"[A-Z][\w'-]{2,20}(?: (?:of |and |for |the )?[A-Z][\w'-]{1,20}){0,3}")
_WORD_BEFORE = re.compile(r"[\w'&./+-]+")
# Capitalised words in a row, little words between them: the long form of a titled term.
_CAPITALS = re.compile(
    r"(?<![A-Z0-9])(?:[A-Z0-9][\w'&.-]*+(?:[ ,]+(?:of|and|for|the|in|on|&)(?=[ ]))*+[ ,]*+){1,14}$"
)
_REACH = 160


@lru_cache(maxsize=4)
def definitions(reading: str) -> tuple[Definition, ...]:
    """Return the short forms that a page defines, in reading order.

    >>> [(d.term, "Ash Road Trust (ART)"[d.long_start : d.long_stop]) for d in
    ...  definitions("Ash Road Trust (ART)")]
    [('ART', 'Ash Road Trust')]
    >>> definitions("a sum (see Appendix A) and others (all wards)")
    ()
    """
    found = (_define(reading, m) for m in _BRACKET.finditer(reading) if m.start())
    return tuple(d for d in found if d)


def long_forms(reading: str) -> dict[str, str]:
    """Return the long form of each short form of a page; the first definition wins."""
    forms: dict[str, str] = {}
    for d in definitions(reading):
        forms.setdefault(d.term, reading[d.long_start : d.long_stop])
    return forms


def _define(reading: str, bracket: re.Match[str]) -> Definition | None:
    inner = bracket.group(1).strip()
    lead = _LEAD.match(inner)
    body = inner[lead.end() :].rstrip("\"' ") if lead else inner
    marked = bool(lead and (lead["quote"] or lead["the"] or lead["quote2"]))
    if not (_SHORT.fullmatch(body) or (marked and _TITLED.fullmatch(body))):
        return None
    line = reading.rfind("\n", 0, bracket.start()) + 1
    at = max(line, bracket.start() - _REACH)
    before = reading[at : bracket.start()].rstrip("\"' ")
    stop = at + len(before)
    start = _by_letters(before, body) if _is_capitals(body) else None
    if start is None and marked:
        start = _by_capitals(before)
    if start is None or at + start >= stop:
        return None
    return Definition(body, bracket.start(), bracket.end(), at + start, stop)


def _is_capitals(term: str) -> bool:
    return sum(c.isupper() for c in term) >= 2 and sum(c.islower() for c in term) <= 3


def _by_letters(before: str, term: str) -> int | None:
    """Return where the long form starts: the term's letters met in order, right to left."""
    letters = [c for c in term.casefold() if c.isalnum()]
    words = list(_WORD_BEFORE.finditer(before))[-(len(letters) + 6) :]
    lower, at = before.casefold(), len(before)
    if len(lower) != len(before) or not letters or not words:
        return None
    starts = {w.start() for w in words}
    for i in range(len(letters) - 1, -1, -1):
        at = lower.rfind(letters[i], words[0].start(), at)
        while i == 0 and at >= 0 and at not in starts:
            at = lower.rfind(letters[0], words[0].start(), at)
        if at < 0:
            return None
    if not before[at].isupper() and not before[at].isdigit():
        return None
    return at


def _by_capitals(before: str) -> int | None:
    words = before[-_REACH:]
    found = _CAPITALS.search(words)
    if not found:
        return None
    start = found.start()
    for little in ("The ", "That "):
        if words.startswith(little, start):
            start += len(little)
    return len(before) - len(words) + start
