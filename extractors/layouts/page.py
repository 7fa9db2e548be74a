"""A page as layouts see it: its lines, told apart by what they are, HTML and pasted text alike.

A line is a line of the reading (a paragraph, list point or row). Where the reader joined soft
wraps, a label that starts a line of the text still opens a line of its own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from extractors import labels
from extractors.labels import Opening
from extractors.lowered import lowered
from schemas.document import Block, Document

_CURLIES = frozenset("‘’“”")
_GAP = re.compile(r"(?<=[^ \n])[ ]{3,80}(?=[^ \n])")
_LINE = re.compile(r"[^\n]+")
_ENTRY = re.compile(r"(?<=/)(\w{1,60}+)\.aspx\?([^\s#\"'<>]++)", re.IGNORECASE)
_TOP = 60  # lines among which the heading stands that names the kind of page
_BULLET = " \t\u00a0·•▪●○◦‣*\uf0b7"
# The parameters that name a page, by the kind of page (lower case).
_IDS = {
    "iedecisiondetails": ("ID", "AIId"),
    "mgai": ("ID", "AIID"),
    "ieissuedetails": ("IId",),
    "mgissuehistoryhome": ("IId",),
    "mgdecisiondetails": ("IId",),
    "ielistdocuments": ("MId", "MID"),
    "celistdocuments": ("MID",),
    "mglistrecordedvotesshort": ("AIID",),
}
_NAMES = {
    "iedecisiondetails": "ieDecisionDetails",
    "mgai": "mgAi",
    "ieissuedetails": "ieIssueDetails",
    "mgissuehistoryhome": "mgIssueHistoryHome",
    "mgdecisiondetails": "mgDecisionDetails",
    "ielistdocuments": "ieListDocuments",
    "celistdocuments": "CeListDocuments",
    "mglistrecordedvotesshort": "mgListRecordedVotesShort",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its outer blanks left off; `kind` is that of the block it stands in."""

    start: int
    stop: int
    words: str
    kind: str = "paragraph"
    block: Block | None = None
    openings: tuple[Opening, ...] = ()
    opening: Opening | None = None

    @property
    def value(self) -> int:
        """Return the offset at which the value behind the line's label starts."""
        return self.start + (self.opening.value if self.opening else 0)

    @property
    def name(self) -> str | None:
        """Return the name of the line's label."""
        return self.opening.label.name if self.opening else None


@dataclass(frozen=True)
class Page:
    """A document and its lines, made once; `read_as` reads them with one kind of page's labels."""

    document: Document
    kind: str = ""
    lines: tuple[Line, ...] = ()
    _read: dict[tuple[str, bool], "Page"] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def of(cls, document: Document) -> "Page":
        """Return the page of a document, its machinery left out."""
        lines = (line for line in _lines(document) if not _is_machinery(line))
        return cls(document, "", tuple(lines))

    def read_as(self, kind: str, *, numbered: bool = False) -> "Page":
        """Return the page with the labels of one kind of page told apart; made once."""
        if (kind, numbered) in self._read:
            return self._read[kind, numbered]
        marked = self.is_marked
        read = (
            _labelled(line, kind, numbered, marked) if line.openings else line
            for line in self.lines
        )
        made = self._read[kind, numbered] = Page(self.document, kind, tuple(read))
        return made

    @cached_property
    def is_marked(self) -> bool:
        """Tell whether the reader marked labels, so that nothing else is one."""
        return any(b.kind in ("label", "field") for b in self.document.blocks)

    @cached_property
    def is_complete(self) -> int | None:
        """Return 0 where the page says that it shows the beginning of a text only."""
        reading = self.document.reading
        return 0 if "view the full" in lowered(reading) and _CUT.search(reading) else None

    def says(self, kind: str) -> bool:
        """Tell whether a heading among the first lines announces a kind of page."""
        return kind in self._kinds

    @cached_property
    def _kinds(self) -> frozenset[str | None]:
        return frozenset(labels.page_kind(bare(x.words)) for x in self.lines[:_TOP])


def _labelled(line: Line, kind: str, numbered: bool, marked: bool) -> Line:
    found = labels.pick(line.openings, kind, numbered=numbered)
    if found and marked and line.kind not in ("label", "field", "heading"):
        # A label typed into the text of a marked page: headings of reasons only.
        found = found if found.label.name in ("reasons", "alternatives") else None
    if found is None:
        return line
    return Line(line.start, line.stop, line.words, line.kind, line.block, line.openings, found)


def _lines(document: Document) -> Iterable[Line]:
    blocks = document.blocks
    starts = [b.start for b in blocks]
    is_cut = "view the full" in lowered(document.reading)
    for start, end in pieces(document):
        stop = _without_rest(document.reading, start, end) if is_cut else end
        words = document.reading[start:stop]
        at = bisect_right(starts, stop - 1) - 1
        block = blocks[at] if at >= 0 and blocks[at].stop > start else None
        kind = block.kind if block else "paragraph"
        yield Line(start, stop, words, kind, block, _openings(document, start, stop, words))


def _openings(document: Document, start: int, stop: int, words: str) -> tuple[Opening, ...]:
    """Return what a line can open with; a row of two cells may hold a label and its value."""
    found = labels.openings(words)
    if found or (cell := first_of_two(document, start, stop)) is None:
        return found
    return labels.beside(words[: cell - start], words[cell - start + 1 :])


def first_of_two(document: Document, start: int, stop: int) -> int | None:
    """Return the offset of the tab, bar or blanks that part a row's two cells, None without.

    The reading has a blank in a tab's place.
    """
    text = document.text
    for mark in ("\t", " | "):
        at = text.find(mark, start, stop)
        if at > start:
            at += len(mark) // 2
            return at if text.find(mark.strip(" "), at + 1, stop) < 0 else None
    return _set_off(text, start, stop) if text.find("   ", start, stop) > start else None


def _set_off(text: str, start: int, stop: int) -> int | None:
    """Return the last of the blanks that set a value under others: "Subject        Marsh Road".

    More than one such gap is a table's row, and a line's break ends the first cell.
    """
    gaps = list(islice(_GAP.finditer(text, start, stop), 2))
    if len(gaps) != 1 or text.find("\n", start, gaps[0].start()) >= 0:
        return None
    return gaps[0].end() - 1


def pieces(document: Document) -> Iterable[tuple[int, int]]:
    """Yield the offsets of the page's lines without outer blanks.

    Lines of the reading, cut further where a line of the text opens with a label and colon or is
    a page heading.
    """
    reading, text = document.reading, document.text
    for found in _LINE.finditer(reading):
        start, stop = found.span()
        parts = [(start, stop)] if text.find("\n", start, stop) < 0 else _split(text, start, stop)
        if text.find("\t", start, stop) >= 0:
            parts = [cell for a, b in parts for cell in _cells(text, a, b)]
        for a, b in parts:
            words = reading[a:b]
            bare = words.strip()
            if bare:
                left = a if len(bare) == len(words) else a + words.index(bare)
                yield _unframed(left, bare)


def _unframed(start: int, words: str) -> tuple[int, int]:
    """Return where a line's words stand without the bars that frame a row of two cells."""
    stop = start + len(words)
    if words[0] != "|" or words[-1] != "|" or words.count("|") != 3:
        return start, stop
    inner = words[1:-1].strip()
    at = start + words.index(inner, 1) if inner.strip(" |") else start
    return (at, at + len(inner)) if at > start else (start, stop)


def _split(text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
    at, begin = start, start
    while at < stop:
        end = text.find("\n", at, stop)
        end = stop if end < 0 else end
        line = text[at:end].strip()
        heading = labels.page_kind(line) is not None
        if at > begin and (heading or _opens_field(line)):
            yield begin, at
            begin = at
        at = end + 1
        if heading and at < stop:
            yield begin, end
            begin = at
    yield begin, stop


def _cells(text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
    """Yield a line cut where fields stand side by side: "From: A<tab>Wards affected: B"."""
    begin = start
    at = text.find("\t", start, stop) if _opens_field(text[start:stop]) else -1
    while at >= 0:
        end = text.find("\t", at + 1, stop)
        if _opens_field(text[at + 1 : stop if end < 0 else end]):
            yield begin, at
            begin = at + 1
        at = end
    yield begin, stop


def _opens_field(line: str) -> bool:
    if ":" not in line and "   " in line:
        cell, _, rest = line.strip().partition("   ")
        return bool(labels.beside(cell, rest.strip()))
    return ":" in line and any(o.has_colon for o in labels.openings(line.replace("\u00a0", " ")))


# "... view the full minutes text for item 59." at the end of a paragraph that was cut.
FULL_TEXT = re.compile(
    r"[\s.…]{0,12}\b(?:to )?view the full (?:minutes|decision) text\b[^\n]{0,40}$", re.IGNORECASE
)


_CUT = re.compile(r"\bview the full (?:minutes|decision) text", re.IGNORECASE)


def _without_rest(reading: str, start: int, stop: int) -> int:
    """Return the end of a line without its link to the rest of the text."""
    found = FULL_TEXT.search(reading, max(start, stop - 120), stop)
    return found.start() if found and found.start() > start else stop


def _is_machinery(line: Line) -> bool:
    return not line.openings and labels.is_noise(line.words)


def bare(words: str) -> str:
    """Return a line's words without the bullet it opens with."""
    return words.lstrip(_BULLET)


def printed(document: Document, start: int, stop: int) -> str:
    """Return the words of a span for a column: blanks folded, quotes as the page prints them."""
    words, text = document.reading[start:stop], document.text[start:stop]
    if words != text and any(curly in text for curly in _CURLIES):
        words = "".join(t if t in _CURLIES else w for t, w in zip(text, words, strict=True))
    return " ".join(words.split())


def page_id(document: Document, *kinds: str) -> str | None:
    """Return "ieDecisionDetails:ID=13567" from the address the page was saved from, else None.

    `kinds` limits it to pages of these names; without them any known page will do.
    """
    for _, value in document.meta:
        found = address_id(value)
        if found and (not kinds or found.split(":")[0] in kinds):
            return found
    return None


def address_id(address: str) -> str | None:
    """Return the page kind and id that an address names.

    >>> address_id("https://example.gov.uk/ieDecisionDetails.aspx?ID=77&LLL=0")
    'ieDecisionDetails:ID=77'
    >>> address_id("mgAi.aspx?id=12"), address_id("mgFindMember.aspx?XXR=0")
    ('mgAi:ID=12', None)
    """
    found = _ENTRY.search("/" + address[:2000])
    kind = found[1].casefold() if found else ""
    if not found or kind not in _IDS:
        return None
    pairs = re.findall(r"(?:^|[&;])(?:amp;)?(\w{1,12})=([0-9]{1,12})(?![0-9])", found[2])
    values = {name.casefold(): value for name, value in pairs}
    for name in _IDS[kind]:
        if name.casefold() in values:
            return f"{_NAMES[kind]}:{name}={values[name.casefold()]}"
    return None


def linked_id(document: Document, kind: str, start: int = 0, stop: int | None = None) -> str | None:
    """Return "IId=6535" of the first link to a kind of page inside a span, None without one."""
    end = len(document.text) if stop is None else stop
    for link in document.links:
        if start <= link.start <= end and kind.casefold() in link.href.casefold():
            found = address_id(link.href)
            if found and found.startswith(kind + ":"):
                return found.split(":")[1]
    return None
