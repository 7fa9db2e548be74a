"""The text of an HTML page while it is written: blocks, links and tables with their offsets."""

import re
from dataclasses import dataclass, field

from extractors.furniture import is_furniture
from pipeline.readers.errors import Refused
from schemas.document import Block, Cell, Link, Span, Table

TEXT_LIMIT = 16_000_000  # characters of a document
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_MERE = frozenset(("\n", " ", "\r\n", "\n\n"))  # most text nodes between two blocks
_OUTER = " \t\n\r\f\v\u00a0"
_SHORT = 400  # furniture is short


@dataclass(slots=True)
class Style:
    """How the next block is set; inherited by the elements inside."""

    kind: str = "paragraph"
    level: int = 0
    classes: tuple[str, ...] = ()


@dataclass(slots=True)
class _OpenLink:
    start: int
    href: str
    title: str | None
    bytes: int | None = None


@dataclass(slots=True)
class Writer:
    """Takes words and breaks in reading order; `finish` gives the text."""

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    style: Style = field(default_factory=Style)
    label: str = ""  # printed before the next words: "1. "
    label_stop: int = 0  # where the label of a field ends in the block, 0 for none
    size: int = 0
    _pieces: list[str] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _length: int = 0
    _blank: bool = True  # the last character is a blank or nothing
    _anchor: str | None = None
    _open: list[_OpenLink] = field(default_factory=list)
    _first_link: int = 0
    _row: bool = False  # the block before is a row of the same table

    @property
    def here(self) -> int:
        """Return the offset that the next character will have."""
        return self._base + self._length if self._length else self.size

    @property
    def next(self) -> int:
        """Return the offset that the next words will have if the block is kept."""
        return self._base + self._length

    @property
    def _base(self) -> int:
        return self.size + len(self._gap) if self._pieces else 0

    @property
    def _gap(self) -> str:
        return "\n" if self._row and self.style.kind == "row" else "\n\n"

    @property
    def is_empty(self) -> bool:
        """Tell whether the block being written holds nothing yet."""
        return not self._length

    def words(self, words: str, keep_lines: bool = False) -> None:
        """Add words of a text node, blanks folded (not the no-break ones)."""
        if words in _MERE and self._blank and not keep_lines:
            return
        if keep_lines:
            words = words.replace("\r\n", "\n").replace("\r", "\n")
        else:
            words = _BLANKS.sub(" ", words)
        if self._blank:
            words = words.lstrip(" ")
        if not words:
            return
        if self.label and words.strip(_OUTER):
            self._add(self.label)
            self.label = ""
        self._add(words)
        self._blank = words[-1] in " \n"

    def _add(self, words: str) -> None:
        self._line.append(words)
        self._length += len(words)

    def raw(self, words: str) -> None:
        """Add words as they are, such as the divider between cells."""
        self.trim()
        self._add(words)
        self._blank = True

    def blank(self) -> None:
        """Make sure that what follows does not touch what is there."""
        if not self._blank:
            self._add(" ")
            self._blank = True

    def trim(self) -> None:
        """Take back a blank at the end."""
        if self._blank and self._length and self._line[-1].endswith(" "):
            self._line[-1] = self._line[-1][:-1]
            self._length -= 1
            self._blank = False

    def line_break(self) -> None:
        """Break the line inside the block."""
        if self._length:
            self.trim()
            self._add("\n")
            self._blank = True

    def anchor(self, name: str) -> None:
        """Name the block being written, or the next one."""
        if self._anchor is None or not self._length:
            self._anchor = name

    def open_link(self, href: str, title: str | None) -> None:
        """Start a link at the next character."""
        self._open.append(_OpenLink(self._base + self._length, href, title))

    def close_link(self) -> None:
        """End the innermost link."""
        if self._open:
            link = self._open.pop()
            stop = self.here
            start = min(link.start, stop)
            self.links.append(Link(start, stop, link.href, link.title, link.bytes))

    def file_size(self, size: int) -> None:
        """Give the link around or just before the printed size of its file."""
        if self._open:
            self._open[-1].bytes = size
        elif self.links and self.links[-1].bytes is None:
            last = self.links[-1]
            self.links[-1] = Link(last.start, last.stop, last.href, last.title, size)

    def close(self) -> Block | None:
        """End the block; return it, or None where there was nothing to keep."""
        if not self._length:
            return None
        words = "".join(self._line)
        stripped = words.strip("|" + _OUTER if self.style.kind == "row" else _OUTER)
        block = None
        if stripped and not self._is_furniture(stripped):
            block = self._keep(words, stripped, self.has_value)
        else:
            self._drop()
        self._line, self._length, self._blank, self.label_stop = [], 0, True, 0
        self._first_link = len(self.links)
        return block

    def _is_furniture(self, words: str) -> bool:
        if self.style.kind in ("label", "field", "title", "row") or len(words) > _SHORT:
            return False
        return is_furniture(words.replace("\u00a0", " "))

    @property
    def has_value(self) -> bool:
        """Tell whether words follow the label of the field being written."""
        return bool("".join(self._line)[self.label_stop :].strip(_OUTER))

    def end_label(self) -> None:
        """Note that the label of a field ends here."""
        self.label_stop = self._length

    def end_field_label(self) -> None:
        """End a label that stands in an element of its own: colon and blank follow it."""
        if self._line[-1].rstrip(_OUTER).endswith((":", "?")):
            self.blank()
        else:
            words = self._line[-1].rstrip(_OUTER)
            self._length -= len(self._line[-1]) - len(words)
            self._line[-1] = words
            self.raw(": ")
        self.end_label()

    def _keep(self, words: str, stripped: str, has_value: bool) -> Block:
        base = self._base
        body = words.rstrip(_OUTER)
        if self.style.kind == "row":
            body = body.rstrip(" |" + _OUTER)
        if self._pieces:
            self._pieces.append(self._gap)
        self._pieces.append(body)
        self.size = base + len(body)
        if self.size > TEXT_LIMIT:
            raise Refused("parse", "text_limit", f"over {TEXT_LIMIT} characters")
        start = base + len(words) - len(words.lstrip(_OUTER))
        style = self.style
        block = Block(
            start,
            self.size,
            self._kind(stripped, has_value),
            style.level,
            style.classes,
            self._anchor,
        )
        self.blocks.append(block)
        self._anchor = None
        self._row = block.kind == "row"
        return block

    def _kind(self, words: str, has_value: bool) -> str:
        """A field without a value is a label, a label with a value behind its colon a field."""
        kind = self.style.kind
        if kind == "field" and not has_value:
            return "label"
        if kind == "label" and 0 < words.find(":") < len(words) - 1 and "\n" not in words:
            return "field" if words[-1] != ":" else "label"
        return kind

    def _drop(self) -> None:
        """Forget the block: links in it stand on nothing."""
        at = self.size
        for i in range(self._first_link, len(self.links)):
            link = self.links[i]
            if link.stop > at:
                start = min(link.start, at)
                self.links[i] = Link(start, at, link.href, link.title, link.bytes)
        for begun in self._open:
            begun.start = min(begun.start, self._base)

    def end_table(self, cells: list[Cell], caption: Span | None) -> None:
        """Record a data table whose rows were just written."""
        self._row = False
        if cells:
            self.tables.append(Table(cells[0].start, cells[-1].stop, tuple(cells), caption))

    def finish(self) -> tuple[str, tuple[Link, ...]]:
        """Return the text, and the links trimmed to the words they stand on, in order."""
        self.close()
        while self._open:
            self.close_link()
        text = "".join(self._pieces)
        links = [_trimmed(link, text) for link in self.links]
        return text, tuple(sorted(links, key=lambda link: link.start))


def _trimmed(link: Link, text: str) -> Link:
    start, stop = min(link.start, len(text)), min(link.stop, len(text))
    for _ in range(200):
        if start < stop and text[start] in _OUTER:
            start += 1
        elif start < stop and text[stop - 1] in _OUTER:
            stop -= 1
        else:
            break
    return Link(start, stop, link.href, link.title, link.bytes)
