"""Lays out records (XML, JSON) as a page that people read, one named block for each value.

Every block that holds a value carries `service-<key>` as its class, so that a layout finds it
without knowing the words of its label.
"""

from collections.abc import Sequence
from html import unescape

from extractors.data import table
from pipeline.readers.decode import Decoded, lost_characters
from pipeline.readers.errors import Refused
from pipeline.readers.html import TAG_LIMIT, reading_of, write_fragment
from pipeline.readers.html_write import Style, Writer
from schemas.document import Cell, Document, Notice

MARK = "service-"


class Sheet:
    """The page being laid out; `document` gives it."""

    def __init__(self) -> None:
        self._writer = Writer()
        self._labels = {row["key"]: row["label"] for row in table("service_labels.csv")}
        self._tags = 0

    def heading(self, key: str, words: str, kind: str = "heading") -> None:
        """Write a line of its own."""
        self._begin(key, kind)
        self._writer.words(words)
        self._writer.close()

    def anchor(self, name: str) -> None:
        """Name the next block."""
        self._writer.anchor(name)

    def field(self, key: str, value: str, label: str | None = None) -> None:
        """Write a label and its value on one line; nothing where there is no value."""
        if not value.strip():
            return
        self._begin(key, "field")
        self._writer.words((label or self._labels[key]).strip().rstrip(":") + ": ")
        self._writer.end_label()
        self._writer.words(value)
        self._writer.close()

    def label(self, key: str) -> None:
        """Write the label of a section."""
        self._begin(key, "label")
        self._writer.words(self._labels[key] + ":")
        self._writer.close()

    def html(self, markup: str) -> None:
        """Write a piece of HTML. Raises Refused where all pieces have too many tags."""
        self._tags += markup.count("<")
        if self._tags > TAG_LIMIT:
            raise Refused("parse", "depth_limit", f"more than {TAG_LIMIT} tags")
        write_fragment(self._writer, markup)

    def paragraphs(self, words: str) -> None:
        """Write plain text, a paragraph for each line that is not blank."""
        for line in words.splitlines():
            self._writer.close()
            self._writer.style = Style()
            self._writer.words(line)
        self._writer.close()

    def linked(self, key: str, title: str, href: str) -> None:
        """Write a list point that leads to a document."""
        self._begin(key, "list_item")
        if href:
            self._writer.open_link(href, None)
        self._writer.words(title)
        if href:
            self._writer.close_link()
        self._writer.close()

    def rows(self, key: str, rows: Sequence[tuple[str, ...]]) -> None:
        """Write a table; empty cells are left out but counted."""
        cells: list[Cell] = []
        for number, row in enumerate(rows):
            self._begin(key, "row")
            for column, words in enumerate(row):
                if column:
                    self._writer.raw(" | ")
                start = self._writer.next
                self._writer.words(words)
                self._writer.trim()
                if self._writer.next > start:
                    cells.append(Cell(start, self._writer.next, number, column))
            self._writer.close()
        self._writer.end_table(cells, None)

    def _begin(self, key: str, kind: str) -> None:
        self._writer.close()
        self._writer.style = Style(kind, 0, (MARK + key,))

    def document(
        self,
        media_type: str,
        decoded: Decoded,
        meta: tuple[tuple[str, str], ...],
        hosts: tuple[str, ...],
        damage: str | None = None,
    ) -> Document:
        """Return the document. Raises Refused where nothing was written."""
        text, links = self._writer.finish()
        if not text.strip():
            raise Refused("parse", "empty", "records without words")
        notices = [*decoded.notices, *lost_characters(text)]
        if damage:
            notices.append(Notice("page.cut", damage))
        return Document(
            text=text,
            reading=reading_of(text, self._writer),
            media_type=media_type,
            encoding=decoded.used,
            encoding_declared=decoded.declared,
            blocks=tuple(self._writer.blocks),
            links=links,
            tables=tuple(self._writer.tables),
            meta=meta,
            hosts=hosts,
            status="partial" if damage else "whole",
            status_reason=damage,
            is_complete=0 if damage else None,
            notices=tuple(notices),
        )


def once_more(words: str) -> str:
    """Return words that were escaped twice; an ampersand that escapes nothing stays.

    >>> once_more("Members&#39; Question &amp; Answer, R&D"), once_more("no &ampere")
    ("Members' Question & Answer, R&D", 'no &ampere')
    """
    if "&" not in words or ";" not in words:
        return words
    pieces = words.split("&")
    said = [pieces[0]]
    for piece in pieces[1:]:
        name, stop, rest = piece.partition(";")
        known = stop and 0 < len(name) < 12 and name.lstrip("#").isalnum()
        said.append(unescape(f"&{name};") + rest if known else "&" + piece)
    return "".join(said)
