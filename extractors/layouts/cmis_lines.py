"""Lines of a CMIS page: label and value on separate lines, with or without colon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from extractors import label_forms, labels
from extractors.data import table
from schemas.document import Document

_LINE = re.compile(r"(?<![^\n])[^\S\n]*+\S[^\n]*+")
# Label and value as two columns of a copied page.
_GAP = re.compile(r"[ \t]{5,}")
_BARE = ("reasons", "alternatives", "documents")
# The order in which a page prints its sections, each once.
_ORDER = ("purpose", "agenda_text", "decision", "minutes", "reasons", "alternatives", "documents")
_VALUE_LINES = 3
_COLUMN = 10  # blanks by which a value stands to the right of its label
_LABEL = re.compile(r"[A-Z][^.;,\n]{2,70}")
_EDGES = " \t\u00a0·•|"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a label says; the columns are explained in `data/cmis_labels.csv`."""

    name: str
    role: str
    own: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """A line without its outer blanks; `blank` tells whether one stands before it.

    `indent`: how many blanks stood before its words.
    """

    start: int
    stop: int
    words: str
    blank: bool = False
    indent: int = 0


@dataclass(slots=True)
class Entry:
    """A label (None before the first) and the lines of its value."""

    meaning: Meaning | None
    label: str
    start: int
    lines: list[Printed] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the name of the field or section, "" before the first label."""
        return self.meaning.name if self.meaning else ""

    @property
    def is_section(self) -> bool:
        """Tell whether text follows rather than a value."""
        return self.meaning is not None and self.meaning.role == "section"

    @property
    def value(self) -> tuple[int, int] | None:
        """Return the span of a one-line value: its first line and what directly goes on."""
        if not self.lines:
            return None
        first, last = self.lines[0], self.lines[0]
        for line in self.lines[1:_VALUE_LINES]:
            same = line.indent == first.indent > 0 or line.words[0].islower()
            if line.blank or not same or line.words[-1] in ":?":
                break
            last = line
        return first.start, last.stop

    @property
    def text(self) -> tuple[int, int] | None:
        """Return the span of all lines."""
        return (self.lines[0].start, self.lines[-1].stop) if self.lines else None


@cache
def _vocabulary() -> dict[str, Meaning]:
    return {
        labels.fold(row["label"]): Meaning(
            row["name"], row["role"], row["own"] == "1", row["alone"] == "1"
        )
        for row in table("cmis_labels.csv")
    }


def _known(words: str) -> Meaning | None:
    """Return what a label says: by the vocabulary, else by the grammar of decisions' labels."""
    folded = labels.fold(words)
    if found := _vocabulary().get(folded):
        return found
    name = label_forms.meaning(folded) if " " in folded or words[-1:] in ":?" else None
    return Meaning(name, "field", False, False) if name and name != "date" else None


@cache
def own_labels() -> tuple[str, ...]:
    """Return the labels, in lower case, by which CMIS is told."""
    own = (row["label"] for row in table("cmis_labels.csv") if row["own"] == "1")
    return tuple(label.casefold() for label in own if "/" not in label)


def lines(document: Document) -> Iterator[Printed]:
    """Yield the printed lines of a text, the rows and paragraphs of a page."""
    text, reading, last = document.text, document.reading, 0
    for found in _LINE.finditer(text):
        words = reading[found.start() : found.end()]
        kept = words.strip(_EDGES)
        if not kept:
            continue
        start = found.start() + words.index(kept)
        blank = text.count("\n", last, start) > 1
        last = start + len(kept)
        yield Printed(start, last, kept, blank, start - found.start())


def opened(words: str, within: str = "") -> tuple[Meaning, str, int] | None:
    """Return meaning, label and offset of the value where a line opens with a label.

    `within` names the section that the line stands in, "" outside of all. There a label stands
    alone on its line, with colon unless it opens a section printed further down or is one of CMIS
    alone, or has its value far to the right: "Location: …" in a minute is none.

    >>> opened("Implementation Date (not before):").__getitem__(0).name
    'effective_date'
    >>> opened("Title:   Lease of the pier")[1:], opened("Titles were agreed")
    (('Title', 9), None)
    """
    if len(words) > 400:
        return None
    whole = _known(words) if len(words) <= labels.LONGEST else None
    if whole and (whole.alone or words.endswith(":") or not within or _follows(whole, within)):
        return whole, words.strip(" :?"), len(words)
    for at, stop in _divisions(words):
        meaning = _known(words[:stop])
        if meaning and (meaning.alone or not within or _GAP.match(words, at + 1)):
            while stop < len(words) and words[stop] in " \t\u00a0":
                stop += 1
            return meaning, words[:at].strip(" :?"), stop
    return None


def _follows(meaning: Meaning, section: str) -> bool:
    """Tell whether a label opens a section that pages print below the one at hand."""
    if meaning.name in _BARE:
        return True
    both = meaning.name in _ORDER and section in _ORDER
    return both and _ORDER.index(meaning.name) > _ORDER.index(section)


def _divisions(words: str) -> Iterator[tuple[int, int]]:
    colon = words.find(":", 1, labels.LONGEST)
    if colon > 0:
        yield colon, colon + 1
    if gap := _GAP.search(words, 1, labels.LONGEST + 10):
        yield gap.span()


def entries(document: Document, stop: int | None = None) -> list[Entry]:
    """Return the labels of a page in order with their values; `stop` ends the part looked at.

    A label that we do not know has no meaning; it is told by its value, which stands far to the
    right of it on the next line.
    """
    found = [Entry(None, "", 0)]
    marked = {b.start for b in document.blocks if b.kind in ("field", "label")}
    printed = [x for x in lines(document) if stop is None or x.start < stop]
    for line, below in zip_longest(printed, printed[1:]):
        within = found[-1].is_section and line.start not in marked
        said = opened(line.words, found[-1].name if within else "")
        if said is not None:
            meaning, label, at = said
            found.append(Entry(meaning, label, line.start))
            if at < len(line.words):
                found[-1].lines.append(Printed(line.start + at, line.stop, line.words[at:]))
        elif found[-1].lines and _is_unknown(found[-1].lines[0], line, below):
            found.append(Entry(None, line.words.rstrip(" :?"), line.start))
        else:
            found[-1].lines.append(line)
    return found


def _is_unknown(value: Printed, line: Printed, below: Printed | None) -> bool:
    """Tell whether a line stands where labels stand: left of the value above and the one below."""
    left = below is not None and min(value.indent, below.indent) - line.indent >= _COLUMN
    return left and _LABEL.fullmatch(line.words) is not None
