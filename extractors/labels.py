"""The labels of council page templates: one vocabulary, English and Welsh, in `data/labels.csv`.

A label is looked up by its folded words (case, blanks, hyphens, colon, question mark and "(Y/N)"
left out), among those that occur on the kind of page at hand.

>>> found = opening("Decision Maker: Cabinet", "decision")
>>> found.label.name, found.printed, found.value
('decision_maker', 'Decision Maker', 16)
>>> opening("The decision maker: nobody", "decision") is None
True
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors import label_forms, rolls
from extractors.data import lines, table

LONGEST = 80  # characters of the longest line that can be a bare label
_KEPT = 4_096  # short lines whose labels are remembered

# What surrounds a label and is not part of it; a leading section number of a report too.
_EDGES = " \t:?.-–—*#|\u00a0"
_NUMBER = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)]?|[A-Z][.)])[ \t]+(?=[A-Z])")
# "Reason – text", "REASONS - text": a dash does a colon's work after these.
_DASH = re.compile(r"[ ]?[–—][ ]|[ ]-[ ]")
# A label and its value as two columns: wide runs of blanks between.
_GAP = re.compile(r"[ \t]{5,}")
# What a long line must have near its start to open with a label and no colon.
_HINT = re.compile(r"[–—]|[ ]-[ ]|[ \t]{5}")
_FORMS = frozenset({"decision"})
_MEETINGS = frozenset({"meeting", "minutes"})
_DASHED = frozenset({"reasons", "alternatives", "present", "apologies", "in_attendance", "absent"})
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
    is_numbered: bool = False


_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")  # "call-in", "decision-maker"
_ANSWERS = re.compile(r"[ ?]\(?(?:y/n|yes/no|yes or no)\)?$")  # "Key decision (Y/N)"
_PLURAL = re.compile(r"(?<=[a-z])/s\b")  # "Recommendation/s"


def fold(words: str) -> str:
    """Return words as labels are compared.

    >>> fold(" Is Key\\u00a0decision?: "), fold("Reason/s for Decision"), fold("Call-in (Y/N):")
    ('is key decision', 'reason(s) for decision', 'call in')
    """
    return _folded(words) if len(words) <= LONGEST else _fold(words)


def _fold(words: str) -> str:
    plain = " ".join(words.split()).replace("’", "'").strip(_EDGES)
    plain = _ANSWERS.sub("", plain.replace(" :", ":").casefold()).strip(_EDGES)
    if "-" in plain or " / " in plain:
        plain = _HYPHEN.sub(" ", plain).replace(" / ", "/")
    return _PLURAL.sub("(s)", plain) if "/s" in plain else plain


# Every layout asks after the same lines, and templates print the same on every page.
_folded = lru_cache(_KEPT)(_fold)


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


def _meant(words: str) -> tuple[Label, ...]:
    """Return what words may mean as a label; "Cofnodion / Minutes" is one in two languages."""
    meant = _single(fold(words))
    if meant or not (" / " in words or " | " in words):
        return meant
    first, _, second = words.replace(" | ", " / ").partition(" / ")
    one, two = (_single(fold(half)) for half in (first, second))
    names = {(label.name, label.role) for label in one}
    return tuple(label for label in two if (label.name, label.role) in names)


def named(words: str, page: str) -> Label | None:
    """Return the label that words are on a kind of page, None where they are none."""
    for label in _meant(words):
        if label.on(page) and label.role != "kind":
            return label
    return None


def page_kind(words: str) -> str | None:
    """Return the kind of page a heading announces, None where it announces none.

    >>> page_kind("Agenda item"), page_kind("Agenda items for April")
    ('agenda_item', None)
    >>> page_kind("Eitem ar yr agenda / Agenda item")
    'agenda_item'
    """
    if len(words) > LONGEST:
        return None
    for label in _meant(words):
        if label.role == "kind" and "any" in label.pages:
            return label.name
    return None


def opening(line: str, page: str, *, numbered: bool = False) -> Opening | None:
    """Return the label a line opens with, None for a line of text.

    `numbered` lets a section number stand before it ("3. Background"), as reports print it.
    """
    return pick(openings(line), page, numbered=numbered)


def pick(found: Iterable[Opening], page: str, *, numbered: bool = False) -> Opening | None:
    """Return the first of several readings of a line that a kind of page can print."""
    for one in found:
        if one.label.on(page) and (numbered or not one.is_numbered):
            return one
    return None


def openings(line: str) -> tuple[Opening, ...]:
    """Return every label that a line can open with, on any kind of page; most have none."""
    return _opened_by(line) if len(line) <= LONGEST else _openings(line)


def _openings(line: str) -> tuple[Opening, ...]:
    head = line[: LONGEST + 10]
    colon = head.find(":", 1)
    if colon < 0 and len(line) > LONGEST and not _HINT.search(head):
        return ()
    found: list[Opening] = []
    if colon > 0 and line.startswith((" / ", " | "), colon + 1) and len(line) <= LONGEST:
        behind = line.find(":", colon + 1)  # "Cofnodion: / Minutes:"
        behind = len(line) if behind < 0 else behind
        found += _opened(line, 0, behind, min(behind + 1, len(line)), True)
    if colon > 0 and not found:
        found += _opened(line, 0, colon, colon + 1, True)
    if (asked := head.find("? ", 1)) > 0 and not found:  # "Is this a key decision? No"
        found += _fields(_opened(line, 0, asked, asked + 1, True))
    if len(line) <= LONGEST:
        dash = line[-1:] in "-–—" and line != ""
        found += [
            o for o in _opened(line, 0, len(line), len(line), False)
            if o.label.bare or (dash and o.label.name in _DASHED)
        ]  # fmt: skip
    for pattern in (_DASH, _GAP):
        if cut := pattern.search(head):
            for one in _opened(line, 0, *cut.span(), False):
                if (pattern is _GAP and one.label.bare) or one.label.name in _DASHED:
                    found.append(one)
    if not found and (number := _NUMBER.match(line)):
        found += _numbered(line, number.end())
    return tuple(found)


_opened_by = lru_cache(_KEPT)(_openings)


def _fields(found: list[Opening]) -> list[Opening]:
    return [one for one in found if one.label.role == "field"]


def beside(cell: str, rest: str) -> tuple[Opening, ...]:
    """Return the fields that the first of two cells of a row names: its edge does a colon's work.

    Two names side by side are the head of a table.

    >>> [o.label.name for o in beside("Report author", "Ida Brook")][:1]
    ['report_author']
    >>> beside("Reference", "Decision maker")
    ()
    """
    if len(cell) > LONGEST or not rest.strip() or fold(rest) in vocabulary():
        return ()
    return tuple(_fields(_opened(cell, 0, len(cell), len(cell) + 1, True)))


def _numbered(line: str, skip: int) -> list[Opening]:
    """Return the labels that stand behind a section number."""
    behind = openings(line[skip:]) if len(line) > skip else ()
    return [
        Opening(o.label, o.printed, o.value + skip, o.has_colon, True)
        for o in behind
        if not o.is_numbered
    ]


def _opened(line: str, start: int, stop: int, at: int, colon: bool) -> list[Opening]:
    meant = _meant(line[start:stop])
    if not meant:
        return []
    while at < len(line) and line[at] in " \t\u00a0|":  # "Key decision? | Yes", two cells
        at += 1
    printed = line[start:stop].strip(_EDGES)
    return [Opening(label, printed, at, colon) for label in meant if label.role != "kind"]


def _single(words: str) -> tuple[Label, ...]:
    """Return what folded words can mean: by the vocabulary, and by the grammar of labels."""
    known = vocabulary().get(words, ())
    if any(label.on("decision") for label in known):
        return known
    name = label_forms.meaning(words)
    if name:
        bare = words.count(" ") > 1
        return (*known, Label(words, name, "field", "any", bare, _FORMS))
    return known or _roll(words)


def _roll(words: str) -> tuple[Label, ...]:
    """Return the label that heads a list of those present or missing, however it is worded."""
    status = rolls.status(words)
    if status is None:
        return ()
    return (Label(words, status, "section", "head", rolls.stands_alone(words), _MEETINGS),)


def is_noise(words: str) -> bool:
    """Tell whether a line is the page's machinery: share links, breadcrumbs, cookie notices.

    >>> is_noise("· Share this item"), is_noise("Share this item with the board")
    (True, False)
    """
    plain = words.strip(" \t\u00a0·•*|-.…")
    if len(plain) > 400:
        return False
    return not plain or fold(plain) in _noise() or _MACHINERY.match(plain) is not None
