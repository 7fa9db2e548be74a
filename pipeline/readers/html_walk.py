"""From the parsed tree of an HTML page to its text: an iterative walk, as deep as the page is.

Markup of Modern.Gov and CMIS is told by its classes (MARKUP 1 to 6); everything else by what the
elements mean in HTML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from bs4 import Tag
from bs4.element import NavigableString

from pipeline.readers import html_tables
from pipeline.readers.html_lists import Numbering, declarations, numbering
from pipeline.readers.html_write import Style, Writer
from schemas.document import Span

_SILENT = frozenset(
    "script style noscript template head nav select button svg iframe object input img link meta "
    "title map audio video canvas datalist dialog footer textarea progress meter math".split()
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
_LABELLED = ("mgSubSubTitleTxt", "mgSubItemTitleTxt")


@dataclass(slots=True)
class _Frame:
    """An element that is open, and what to restore and do when it closes."""

    children: Iterator[object]
    tag: Tag
    style: Style | None = None
    is_block: bool = False
    ends: str = ""  # link | label | list | grid | row | cell | nested | pre | pair | value
    column: int = 0
    start: int = 0
    head: bool = False


@dataclass(slots=True)
class Walk:
    """One walk over a page; `run` fills the writer."""

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

    def run(self, root: Tag) -> None:
        """Walk the element's contents, the element itself included."""
        writer = self.writer
        stack = [_Frame(iter((root,)), root)]
        while stack:
            child = next(stack[-1].children, None)
            if child is None:
                self._leave(stack.pop())
            elif type(child) is NavigableString:
                self._text(child)
            elif isinstance(child, Tag):
                frame = self._enter(child)
                if frame is not None:
                    stack.append(frame)
        writer.close()

    def _text(self, words: str) -> None:
        if self.grid is not None and not self.grid.in_cell and words.isspace():
            return
        if self.pair == "wait" and words.strip():
            self._end_pair()
        self.writer.words(words, self.pre > 0 and self.grid is None)
        if self.fresh_item and not self.writer.is_empty and not self.writer.label:
            self.fresh_item = False

    # Entering

    def _enter(self, tag: Tag) -> _Frame | None:
        name, attributes = tag.name, tag.attrs
        if name == "br":
            self._break()
            return None
        classes = attributes.get("class") or ""
        if name in _SILENT or (attributes and self._is_chrome(tag, name, classes)):
            return None
        if name in _BLOCKS:
            return self._enter_block(tag, name, classes)
        frame = _Frame(iter(tag.contents), tag)
        if name == "a":
            self._enter_link(tag, frame)
        elif "mgLabel" in classes:
            self._start_field(frame)
        return frame

    def _is_chrome(self, tag: Tag, name: str, classes: str) -> bool:
        attributes = tag.attrs
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

    def _file_size(self, tag: Tag) -> None:
        found = _SIZE.search(tag.get_text(" ")[:200])
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

    def _enter_link(self, tag: Tag, frame: _Frame) -> None:
        href = tag.attrs.get("href")
        anchor = tag.attrs.get("name") or (tag.attrs.get("id") if not href else None)
        if anchor:
            self.writer.anchor(str(anchor))
        if href and self.open_links < _MOST_LINKS:
            self.open_links += 1
            self.writer.open_link(str(href), tag.attrs.get("title"))
            frame.ends = "link"

    def _start_field(self, frame: _Frame) -> None:
        """A label inside a line: the line is a field, and a second label starts another."""
        writer = self.writer
        if self.grid is not None:
            return
        if not writer.is_empty:
            if writer.style.kind == "field" and not writer.has_value:
                frame.ends = "label"
                return
            if writer.style.kind != "field" and not self.after_break:
                return
            writer.close()
        writer.style = Style("field", 0, writer.style.classes)
        writer.label = ""
        frame.ends = "label"

    def _enter_block(self, tag: Tag, name: str, classes: str) -> _Frame | None:
        frame = _Frame(iter(tag.contents), tag)
        if self.grid is not None and name != "table":
            return self._enter_in_grid(tag, name, frame, self.grid)
        if name == "table" and self.grid is not None:
            self.nested += 1
            frame.ends = "nested"
            return frame
        if (
            self.pair
            and name in ("div", "span", "p", "label")
            and self._enter_pair(tag, classes, frame)
        ):
            return frame
        if name == "header" and self.is_page and not tag.find(("h1", "h2")):
            return None
        writer = self.writer
        writer.close()
        if "DNNLabel" in classes.split():
            return self._start_pair(frame)
        frame.is_block, frame.style = True, writer.style
        writer.style = self._style(name, classes, frame.style)
        self.after_break = False
        self._open_structure(tag, name, frame)
        return frame

    def _open_structure(self, tag: Tag, name: str, frame: _Frame) -> None:
        """Lists, list items, tables and preformatted text."""
        if name in ("ul", "ol"):
            self.lists.append(numbering(tag, len(self.lists)))
            frame.ends = "list"
        elif name == "li":
            self.writer.label = self.lists[-1].next_label(tag) if self.lists else ""
            self.fresh_item = True
        elif name == "table" and html_tables.holds_data(tag):
            self.grid = html_tables.Grid()
            frame.ends = "grid"
        elif name == "pre":
            self.pre += 1
            frame.ends = "pre"
        elif name == "tr":
            self.item_titled = False

    def _style(self, name: str, classes: str, outer: Style) -> Style:
        """Tell what a block is by its element and classes."""
        tokens = tuple(classes.split())
        if tokens and (kind := self._modern_gov(name, tokens, outer)):
            return Style(kind, int(name[1]) if name[0] == "h" and name[1:].isdigit() else 0, tokens)
        if name in ("h1", "h2", "h3", "h4", "h5", "h6"):
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

    def _modern_gov(self, name: str, tokens: tuple[str, ...], outer: Style) -> str | None:
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

    def _enter_in_grid(self, tag: Tag, name: str, frame: _Frame, grid: html_tables.Grid) -> _Frame:
        writer = self.writer
        if self.nested:
            writer.blank()
        elif name == "caption":
            writer.close()
            frame.style, frame.is_block, frame.ends = writer.style, True, "caption"
            writer.style = Style("heading", 0, tuple((tag.attrs.get("class") or "").split()))
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
            frame.column, frame.start = grid.place(tag), writer.next
            frame.head = name == "th" or html_tables.is_bold(tag)
            frame.ends = "cell"
        else:
            writer.blank()
        return frame

    # CMIS pairs

    def _start_pair(self, frame: _Frame) -> _Frame:
        frame.style, frame.ends = self.writer.style, "pair"
        self.writer.style = Style("field", 0, ("DNNLabel",))
        self.pair = "label"
        return frame

    def _enter_pair(self, tag: Tag, classes: str, frame: _Frame) -> bool:
        """Tell whether a block belongs to the label or is its value."""
        if self.pair == "label":
            return True
        if self.pair == "value":
            return True
        if "Value" in classes.split():
            many = tag.find_all(("p", "li", "tr", "h1", "h2", "h3", "h4"), limit=2)
            if len(many) < 2:
                self.pair = "value"
                frame.ends = "value"
                return True
        self._end_pair()
        return False

    def _end_pair(self) -> None:
        self.pair = ""
        self.writer.close()
        self.writer.style = Style()

    # Leaving

    def _leave(self, frame: _Frame) -> None:
        if frame.ends:
            self._leave_special(frame)
        if frame.is_block:
            self.writer.close()
            if frame.style is not None:
                self.writer.style = frame.style
            if frame.tag.name == "li":
                self.writer.label = ""
                self.fresh_item = False

    def _leave_special(self, frame: _Frame) -> None:
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

    def _leave_in_grid(self, frame: _Frame, grid: html_tables.Grid) -> None:
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
