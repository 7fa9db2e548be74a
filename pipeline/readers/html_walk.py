"""From the elements of an HTML page to its text: entered and left one by one, however deep.

Markup of Modern.Gov and CMIS is told by its classes (MARKUP 1 to 6); everything else by what the
elements mean in HTML. Most elements come as the parser meets them (html_stream); those that must
be looked into before they are entered come as trees.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from bs4 import Tag
from bs4.element import NavigableString

from pipeline.readers import html_tables
from pipeline.readers.html_lists import Numbering, declarations, numbering
from pipeline.readers.html_write import Style, Writer
from schemas.document import Span

_SILENT = frozenset(
    "script style noscript template head nav select button svg iframe object input img link meta "
    "title map audio video canvas datalist dialog footer textarea progress meter math rt rp".split()
)
_BLOCKS = frozenset(
    "p div section article main header aside address blockquote figure figcaption form fieldset "
    "legend ul ol li dl dt dd table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 pre hr "
    "center details summary body html menu hgroup search".split()
)
_MOST_LINKS = 50  # links inside one another
# Classes and ids of what surrounds the record.
_CHROME = (
    "mghide", "cookie", "breadcrumb", "skiplink", "skip-link", "skip-to", "skipto", "sidenav",
    "side-nav", "navbar", "main-menu", "site-menu", "usereditactions", "radtabstrip", "rtsul",
    "rgpager", "eupopup",
)  # fmt: skip
_CHROME_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "menubar"))
_SIZE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)\s{0,4}([KMG]?)B?\b", re.IGNORECASE)
_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LABELLED = ("mgSubSubTitleTxt", "mgSubItemTitleTxt")


Attributes = Mapping[str, str]


@dataclass(slots=True)
class Frame:
    """An element that is open, and what to restore and do when it closes."""

    name: str
    style: Style | None = None
    is_block: bool = False
    ends: str = ""  # link | label | list | grid | row | cell | nested | pre | pair | value
    column: int = 0
    start: int = 0
    head: bool = False


_PLAIN = Frame("")  # nothing to do when it closes


@dataclass(slots=True)
class Walk:
    """One walk over a page; `enter`, `words`, `leave` and `tree` fill the writer."""

    writer: Writer
    is_page: bool = False  # headers are chrome
    lists: list[Numbering] = field(default_factory=list)
    grid: html_tables.Grid | None = None
    nested: int = 0  # tables inside a data table's cell
    open_links: int = 0
    pre: int = 0
    item_titled: bool = False
    pair: str = ""  # CMIS: "label" inside a label, "wait" for its value, "value" inside it
    fresh_item: bool = False  # a list item whose first words are still to come
    after_break: bool = False

    def tree(self, root: Tag) -> None:
        """Walk an element that was parsed as a tree, itself included."""
        stack: list[tuple[Frame, Iterator[object]]] = [(_PLAIN, iter((root,)))]
        while stack:
            child = next(stack[-1][1], None)
            if child is None:
                self.leave(stack.pop()[0])
            elif type(child) is NavigableString:
                self.words(child)
            elif isinstance(child, Tag):
                frame = self.enter(child.name, cast("Attributes", child.attrs), child)
                if frame is not None:
                    stack.append((frame, iter(child.contents)))

    def words(self, words: str) -> None:
        """Take the words of a text node."""
        if self.grid is not None and not self.grid.in_cell and words.isspace():
            return
        if self.pair == "wait" and words.strip():
            self._end_pair()
        self.writer.words(words, self.pre > 0 and self.grid is None)
        if self.fresh_item and not self.writer.is_empty and not self.writer.label:
            self.fresh_item = False

    # Entering

    def looks_into(self, name: str, attributes: Attributes) -> bool:
        """Tell whether an element can only be entered as a tree: what it holds decides."""
        if name == "table":
            return not html_tables.only_places(attributes)
        if name == "header":
            return self.is_page
        classes = attributes.get("class")
        if not classes:
            return False
        return "FileSize" in classes or (self.pair == "wait" and "Value" in classes)

    def enter(self, name: str, attributes: Attributes, tag: Tag | None = None) -> Frame | None:
        """Enter an element; return what `leave` needs, None where all of it is left out."""
        if name == "br":
            self._break()
            return None
        classes = attributes.get("class") or ""
        if name in _SILENT or (attributes and self._is_chrome(name, attributes, classes, tag)):
            return None
        if name in _BLOCKS:
            return self._enter_block(name, attributes, classes, tag)
        if name == "a":
            return self._enter_link(attributes)
        if "mgLabel" in classes:
            return self._start_field(name)
        return _PLAIN

    def _is_chrome(self, name: str, attributes: Attributes, classes: str, tag: Tag | None) -> bool:
        if "FileSize" in classes:
            self._file_size(tag)
            return True
        names = f"{classes} {attributes['id']}" if "id" in attributes else classes
        if names and _is_chrome_name(names) and name not in ("body", "html", "form", "main"):
            return True
        if "hidden" in attributes or attributes.get("role") in _CHROME_ROLES:
            return True
        style = attributes.get("style")
        return bool(style and "none" in style and ("display", "none") in declarations(style))

    def _file_size(self, tag: Tag | None) -> None:
        found = _SIZE.search(tag.get_text(" ")[:200]) if tag else None
        if found:
            self.writer.file_size(round(float(found.group(1)) * _UNITS[found.group(2).upper()]))

    def _break(self) -> None:
        writer = self.writer
        if self.grid is not None or self.pair == "label":
            writer.blank()
        elif writer.style.kind == "field" and writer.label_stop and not writer.has_value:
            writer.close()
            writer.style = Style()
        elif writer.style.kind in ("field", "heading", "title", "item_title"):
            writer.blank()
        else:
            writer.line_break()
        self.after_break = True

    def _enter_link(self, attributes: Attributes) -> Frame:
        href = attributes.get("href")
        anchor = attributes.get("name") or (attributes.get("id") if not href else None)
        if anchor:
            self.writer.anchor(anchor)
        if not href or self.open_links >= _MOST_LINKS:
            return _PLAIN
        self.open_links += 1
        self.writer.open_link(href, attributes.get("title"))
        return Frame("a", ends="link")

    def _start_field(self, name: str) -> Frame:
        """A label inside a line: the line is a field, and a second label starts another."""
        writer = self.writer
        if self.grid is not None:
            return _PLAIN
        if not writer.is_empty:
            if writer.style.kind == "field" and not writer.has_value:
                return Frame(name, ends="label")
            if writer.style.kind != "field" and not self.after_break:
                return _PLAIN
            writer.close()
        writer.style = Style("field", 0, writer.style.classes)
        writer.label = ""
        return Frame(name, ends="label")

    def _enter_block(
        self, name: str, attributes: Attributes, classes: str, tag: Tag | None
    ) -> Frame | None:
        if self.grid is not None and name != "table":
            return self._enter_in_grid(name, attributes, tag, self.grid)
        if name == "table" and self.grid is not None:
            self.nested += 1
            return Frame(name, ends="nested")
        if self.pair and name in ("div", "span", "p", "label"):
            frame = self._enter_pair(name, classes, tag)
            if frame is not None:
                return frame
        if name == "header" and self.is_page and tag and not tag.find(("h1", "h2")):
            return None
        writer = self.writer
        writer.close()
        if "DNNLabel" in classes and "DNNLabel" in classes.split():
            return self._start_pair(name)
        outer = writer.style
        writer.style = self._style(name, classes, outer)
        self.after_break = False
        return self._open_structure(name, attributes, tag, Frame(name, outer, True))

    def _open_structure(
        self, name: str, attributes: Attributes, tag: Tag | None, frame: Frame
    ) -> Frame:
        """Lists, list items, tables and preformatted text."""
        if name in ("ul", "ol"):
            self.lists.append(numbering(name, attributes))
            frame.ends = "list"
        elif name == "li":
            self.writer.label = self.lists[-1].next_label(attributes) if self.lists else ""
            self.fresh_item = True
        elif name == "table" and tag and html_tables.holds_data(tag):
            self.grid = html_tables.Grid()
            frame.ends = "grid"
        elif name == "pre":
            self.pre += 1
            frame.ends = "pre"
        elif name == "tr":
            self.item_titled = False
        return frame

    def _style(self, name: str, classes: str, outer: Style) -> Style:
        """Tell what a block is by its element and classes."""
        tokens = tuple(classes.split())
        if "mg" in classes and (kind := self._modern_gov(tokens, outer)):
            return Style(kind, int(name[1]) if name[0] == "h" and name[1:].isdigit() else 0, tokens)
        if name in _HEADINGS:
            return Style("heading", int(name[1]), tokens)
        if name == "li":
            return Style("list_item", 0, tokens or outer.classes)
        if name in ("caption", "legend", "summary"):
            return Style("heading", 0, tokens)
        if name in ("td", "tr", "table", "ul", "ol"):
            return Style("paragraph", 0, tokens or outer.classes)
        kind = outer.kind
        if kind in ("list_item", "field") and not (kind == "list_item" and self.fresh_item):
            kind = "paragraph"
        return Style(kind, outer.level, tokens or outer.classes)

    def _modern_gov(self, tokens: tuple[str, ...], outer: Style) -> str | None:
        if "mgMainTitleTxt" in tokens:
            return "title"
        if any(token in tokens for token in _LABELLED) or "mgLabel" in tokens:
            return "label"
        if "mgItemNumberCell" in tokens:
            return "item_number"
        if "mgAiTitleTxt" in tokens:
            if outer.kind == "item_number":
                return "item_number"
            kind = "paragraph" if self.item_titled else "item_title"
            self.item_titled = True
            return kind
        if "mgSubTitleTxt" in tokens or "mgSectionTitle" in tokens:
            return "heading"
        return None

    # Data tables

    def _enter_in_grid(
        self, name: str, attributes: Attributes, tag: Tag | None, grid: html_tables.Grid
    ) -> Frame:
        writer, frame = self.writer, Frame(name)
        if self.nested:
            writer.blank()
        elif name == "caption":
            writer.close()
            frame.style, frame.is_block, frame.ends = writer.style, True, "caption"
            writer.style = Style("heading", 0, tuple((attributes.get("class") or "").split()))
        elif name == "thead":
            grid.in_head = True
            frame.ends = "thead"
        elif name == "tr":
            writer.close()
            grid.start_row()
            frame.style = writer.style
            writer.style = Style("row", 0, writer.style.classes)
            frame.ends = "row"
        elif name in ("td", "th"):
            if not grid.is_first:
                writer.raw(" | ")
            frame.column, frame.start = grid.place(attributes), writer.next
            frame.head = name == "th" or (tag is not None and html_tables.is_bold(tag))
            frame.ends = "cell"
        else:
            writer.blank()
        return frame

    # CMIS pairs

    def _start_pair(self, name: str) -> Frame:
        frame = Frame(name, self.writer.style, ends="pair")
        self.writer.style = Style("field", 0, ("DNNLabel",))
        self.pair = "label"
        return frame

    def _enter_pair(self, name: str, classes: str, tag: Tag | None) -> Frame | None:
        """Return the frame of a block that belongs to the label or is its value."""
        if self.pair in ("label", "value"):
            return Frame(name)
        if "Value" in classes.split():
            many = tag.find_all(("p", "li", "tr", "h1", "h2", "h3", "h4"), limit=2) if tag else []
            if len(many) < 2:
                self.pair = "value"
                return Frame(name, ends="value")
        self._end_pair()
        return None

    def _end_pair(self) -> None:
        self.pair = ""
        self.writer.close()
        self.writer.style = Style()

    # Leaving

    def leave(self, frame: Frame) -> None:
        """Leave an element that was entered."""
        if frame.ends:
            self._leave_special(frame)
        if frame.is_block:
            self.writer.close()
            if frame.style is not None:
                self.writer.style = frame.style
            if frame.name == "li":
                self.writer.label = ""
                self.fresh_item = False

    def _leave_special(self, frame: Frame) -> None:
        writer, ends = self.writer, frame.ends
        if ends == "link":
            self.open_links -= 1
            writer.close_link()
        elif ends == "label":
            writer.end_label()
        elif ends == "list":
            self.lists.pop()
        elif ends == "pre":
            self.pre -= 1
        elif ends == "pair":
            self._leave_pair_label()
        elif ends == "value":
            self._end_pair()
        elif ends == "nested":
            self.nested -= 1
        elif self.grid is not None:
            self._leave_in_grid(frame, self.grid)

    def _leave_pair_label(self) -> None:
        writer = self.writer
        if writer.is_empty:
            self._end_pair()
            return
        writer.end_field_label()
        self.pair = "wait"

    def _leave_in_grid(self, frame: Frame, grid: html_tables.Grid) -> None:
        writer, ends = self.writer, frame.ends
        if ends == "cell":
            writer.trim()
            grid.add(frame.start, writer.here, frame.column, frame.head)
        elif ends == "row":
            row = writer.close()
            if row is not None:
                grid.end_row(row.start, row.stop)
            if frame.style is not None:
                writer.style = frame.style
        elif ends == "caption":
            block = writer.close()
            if block is not None:
                grid.caption = Span(block.start, block.stop)
        elif ends == "thead":
            grid.in_head = False
        elif ends == "grid":
            writer.close()
            writer.end_table(grid.cells, grid.caption)
            self.grid = None


@lru_cache(maxsize=1_024)
def _is_chrome_name(names: str) -> bool:
    names = names.lower()
    return any(word in names for word in _CHROME)
