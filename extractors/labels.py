"""The labels of council page templates: one vocabulary, English and Welsh, in `data/labels.csv`.

A label is looked up by its folded words (case, blanks, colon, question mark and dash left out),
among those that occur on the kind of page at hand.

>>> found = opening("Decision Maker: Cabinet", "decision")
>>> found.label.name, found.printed, found.value
('decision_maker', 'Decision Maker', 16)
>>> opening("The decision maker: nobody", "decision") is None
True
"""

import re
from dataclasses import dataclass
from functools import cache

from extractors.data import lines, table

LONGEST = 80  # characters of the longest line that can be a bare label

_BLANKS = re.compile(r"\s+")
# What surrounds a label and is not part of it; a leading section number of a report too.
_EDGES = " \t:?.-–—*#|\u00a0"
_NUMBER = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)]?|[A-Z][.)])[ \t]+(?=[A-Z])")
# "Reason – text", "REASONS - text": a dash does a colon's work after these.
_DASH = re.compile(r"[ ]?[–—][ ]|[ ]-[ ]")
# A label and its value as two columns: wide runs of blanks between.
_GAP = re.compile(r"[ \t]{5,}")
_DASHED = frozenset({"reasons", "alternatives"})
# "View the background to item 18.", "view the full minutes text for item 3." and their like.
_MACHINERY = re.compile(
    r"""(?:
        view \s the \s (?: background \s to | decision \s for | minutes \s for ) \s item
      | (?:to \s)? view \s the \s full \s (?:minutes|decision) \s text
      | link \s to \s
      | to \s report \s any \s (?:issues?|problems?) \s (?:with|on|about) \s
      | (?:we|this \s (?:web)?site) \s uses? \s cookies
      | webcast \s for \s
      | find \s out \s more \s about \s this
      | to \s view \s this \s (?:document|page) \s
      | (?:home|hafan) \s [>»/|] \s
      | you \s are \s here \b
      | ©
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """One meaning of one label; the columns are explained in `data/labels.csv`."""

    words: str
    name: str
    role: str
    place: str
    bare: bool
    pages: frozenset[str]

    def on(self, page: str) -> bool:
        """Tell whether the label occurs on a kind of page."""
        return page in self.pages or "any" in self.pages


@dataclass(frozen=True, slots=True)
class Opening:
    """A label at the start of a line: as printed, and where its value starts in the line."""

    label: Label
    printed: str
    value: int
    has_colon: bool


def fold(words: str) -> str:
    """Return words as labels are compared.

    >>> fold(" Is Key\\u00a0decision?: ")
    'is key decision'
    """
    plain = _BLANKS.sub(" ", words).replace("’", "'").strip(_EDGES)
    return plain.replace(" :", ":").casefold()


@cache
def vocabulary() -> dict[str, tuple[Label, ...]]:
    """Return every label by its folded words."""
    found: dict[str, list[Label]] = {}
    for row in table("labels.csv"):
        key = fold(row["label"])
        pages = frozenset(row["pages"].split())
        label = Label(key, row["name"], row["role"], row["place"], row["bare"] == "1", pages)
        found.setdefault(key, []).append(label)
    return {key: tuple(several) for key, several in found.items()}


@cache
def _noise() -> frozenset[str]:
    return frozenset(fold(line) for line in lines("noise.txt"))


def named(words: str, page: str) -> Label | None:
    """Return the label that words are on a kind of page, None where they are none."""
    for label in vocabulary().get(fold(words), ()):
        if label.on(page) and label.role != "kind":
            return label
    return None


def page_kind(words: str) -> str | None:
    """Return the kind of page a heading announces, None where it announces none.

    >>> page_kind("Agenda item"), page_kind("Agenda items for April")
    ('agenda_item', None)
    """
    if len(words) > LONGEST:
        return None
    for label in vocabulary().get(fold(words), ()):
        if label.role == "kind" and "any" in label.pages:
            return label.name
    return None


def opening(line: str, page: str, *, numbered: bool = False) -> Opening | None:
    """Return the label a line opens with, None for a line of text.

    `numbered` lets a section number stand before it ("3. Background"), as reports print it.
    """
    skip = 0
    if numbered and (number := _NUMBER.match(line)):
        skip = number.end()
    for separator in (":", None):
        if found := _split(line, page, skip, separator):
            return found
    return None


def _split(line: str, page: str, skip: int, separator: str | None) -> Opening | None:
    """Try a label up to a colon, or one that is the whole line or stands before a dash or gap."""
    if separator:
        at = line.find(separator, skip, skip + LONGEST)
        label = named(line[skip:at], page) if at > 0 else None
        return _opened(line, label, skip, at, at + 1, True) if label else None
    if len(line) <= skip + LONGEST and (label := named(line[skip:], page)) and label.bare:
        return _opened(line, label, skip, len(line), len(line), False)
    for pattern in (_DASH, _GAP):
        found = pattern.search(line, skip, skip + LONGEST)
        label = named(line[skip : found.start()], page) if found else None
        if found and label and ((pattern is _GAP and label.bare) or label.name in _DASHED):
            return _opened(line, label, skip, found.start(), found.end(), False)
    return None


def _opened(line: str, label: Label, skip: int, stop: int, at: int, colon: bool) -> Opening:
    while at < len(line) and line[at] in " \t\u00a0":
        at += 1
    return Opening(label, line[skip:stop].strip(_EDGES), at, colon)


def is_noise(words: str) -> bool:
    """Tell whether a line is the page's machinery: share links, breadcrumbs, cookie notices.

    >>> is_noise("· Share this item"), is_noise("Share this item with the board")
    (True, False)
    """
    plain = words.strip(" \t\u00a0·•*|-.…")
    if len(plain) > 400:
        return False
    return not plain or fold(plain) in _noise() or _MACHINERY.match(plain) is not None
