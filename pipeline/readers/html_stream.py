"""Beautiful Soup's lxml builder, made to hand over elements as the parser meets them.

A page is mostly paragraphs of spans, and a tree of them costs more than all that is read in it.
So the builder gives elements to the walk one by one, and has Beautiful Soup build a tree of those
only that must be looked into before they are entered: tables, headers, values of CMIS.
"""

from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.builder import ParserRejectedMarkup
from bs4.builder._lxml import LXMLTreeBuilder

from pipeline.readers.html_walk import Frame, Walk

_FOREVER = 1 << 60
_AROUND = ("html", "body")
_NONE: dict[str, str] = {}  # lxml's own empty mapping is slow to ask


def pour(markup: str, walk: Walk, first_only: bool = False) -> None:
    """Walk over the elements of some HTML; `first_only`: over its first element alone."""
    stream = _Stream(walk, first_only)
    BeautifulSoup(markup, builder=stream)
    stream.finish()


class _Stream(LXMLTreeBuilder):
    """The builder for one page."""

    def __init__(self, walk: Walk, first_only: bool) -> None:
        super().__init__(multi_valued_attributes=None)
        self.walk = walk
        self.first_only = first_only
        self._fed = False
        self._open: list[Frame] = []
        self._words: list[str] = []  # of the text node that is being read
        self._building = 0  # open elements of the one that becomes a tree
        self._silent = 0  # open elements of the one that is left out

    def feed(self, markup: Any) -> None:
        """Parse the page; once, for what was walked cannot be taken back."""
        if self._fed:
            raise ParserRejectedMarkup("the parser gave the page up")
        self._fed = True
        super().feed(markup)

    def start(self, tag: Any, attrib: Any, nsmap: Mapping[str, str] | None = None) -> None:
        """Take the start of an element."""
        if self._silent:
            self._silent += 1
        elif self._building:
            self._building += 1
            super().start(tag, attrib)
        elif not self.first_only or self._open or tag not in _AROUND:
            self._enter(tag, attrib or _NONE)

    def _enter(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._words:
            self._flush()
        if self.walk.looks_into(name, attributes):
            self._building = 1
            super().start(name, dict(attributes))
            return
        frame = self.walk.enter(name, attributes)
        if frame is None:
            self._silent = 1
        else:
            self._open.append(frame)

    def end(self, tag: Any) -> None:
        """Take the end of an element."""
        if self._silent:
            self._silent -= 1
        elif self._building:
            self._building -= 1
            super().end(tag)
            if not self._building:
                self._look()
        elif self._open:
            if self._words:
                self._flush()
            self.walk.leave(self._open.pop())
        elif tag in _AROUND:
            return
        if self.first_only and not (self._open or self._building or self._silent):
            self._silent = _FOREVER

    def _look(self) -> None:
        """Walk the tree that was built, and let it go."""
        soup = self.soup
        if soup is None:
            raise TypeError("a builder without its soup")
        for element in soup.contents:
            if isinstance(element, Tag):
                self.walk.tree(element)
        soup.reset()

    def data(self, data: Any) -> None:
        """Take words; those of one text node may come in pieces."""
        if self._building:
            super().data(data)
        elif not self._silent and (self._open or not self.first_only):
            self._words.append(data)

    def comment(self, text: Any) -> None:
        """Take a comment, which no page shows."""
        if self._building:
            super().comment(text)

    def pi(self, target: str, data: str) -> None:
        """Take a processing instruction, which no page shows."""
        if self._building:
            super().pi(target, data)

    def doctype(self, name: str, pubid: str, system: str) -> None:
        """Take the document's type, which no page shows."""

    def _flush(self) -> None:
        words = "".join(self._words)
        self._words.clear()
        self.walk.words(words)

    def finish(self) -> None:
        """Take the end of the page."""
        if self._words:
            self._flush()
