"""Tables of an HTML page: which hold data and which only lay the page out; the grid of cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import cast

from bs4 import Tag
from bs4.element import NavigableString

from pipeline.readers.html_lists import declarations
from schemas.document import Cell, Span

_LOOK = 1_500  # nodes of a table that are looked at
_WIDEST = 100  # columns and rows a cell may span
_MOST_COLUMNS = 500  # beyond, spanned rows are not looked after
_LINES = ("solid", "double", "windowtext")
# Classes of tables that are set as grids, in lower case; and of Modern.Gov's agenda table.
_GRIDS = ("mgtabtable", "rgmastertable", "tablesorter", "table-bordered", "table-striped", "grid")
_AGENDA = "mgItemTable"
_LAYOUT_ROLES = ("presentation", "none")
_FLOW = frozenset("p div h1 h2 h3 h4 h5 h6".split())
_LISTS = frozenset(("ul", "ol", "dl"))
_BOLD = frozenset(("b", "strong", "th"))


@dataclass(slots=True)
class _Look:
    """What the nodes of a table are."""

    heads: int = 0
    columns: int = 0
    widest: int = 0
    paragraphs: int = 0  # in the cell being looked at
    most_paragraphs: int = 0
    has_grid: bool = False
    is_nested: bool = False
    is_rich: bool = False


def only_places(attributes: Mapping[str, str]) -> bool:
    """Tell whether a table's own attributes say that it lays the page out."""
    return _AGENDA in _names(attributes).split() or attributes.get("role") in _LAYOUT_ROLES


def _names(attributes: Mapping[str, str]) -> str:
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


def holds_data(table: Tag) -> bool:
    """Tell a data table from one that only places paragraphs.

    Data tables have heads, a caption, a border or short cells; layout tables nest, have one
    column, or hold paragraphs without any border (MARKUP 3 and 4).
    """
    attributes = cast("Mapping[str, str]", table.attrs)
    if only_places(attributes):
        return False
    names = _names(attributes)
    look = _look(table)
    if look.is_nested or look.widest < 2:
        return False
    is_grid = any(word in names.lower() for word in _GRIDS)
    if is_grid and "Mso" not in names:
        return True
    if look.is_rich or look.most_paragraphs > 2:
        return False
    border = str(attributes.get("border") or "0").strip()
    style = str(attributes.get("style") or "")
    is_set = look.heads or look.has_grid or border not in ("", "0") or _is_ruled(style)
    return bool(is_set or is_grid or not look.most_paragraphs)


def _is_ruled(style: str) -> bool:
    """Tell whether a style attribute draws a border."""
    return "border" in style and any(
        name.startswith("border") and any(line in value for line in _LINES)
        for name, value in declarations(style)
    )


def _look(table: Tag) -> _Look:
    look = _Look()
    for node in islice(table.descendants, _LOOK):
        if not isinstance(node, Tag):
            continue
        name = node.name
        if name == "tr":
            look.columns = 0
        elif name in ("td", "th"):
            _look_at_cell(look, node)
        elif name in ("caption", "thead"):
            look.heads += 1
        elif name == "table":
            look.is_nested = True
            return look
        elif name in _LISTS or (name == "div" and "mgWordPara" in (node.attrs.get("class") or "")):
            look.is_rich = True
        elif name in _FLOW and node.get_text("", strip=True)[:1]:
            look.paragraphs += 1
            look.most_paragraphs = max(look.most_paragraphs, look.paragraphs)
            look.is_rich = look.is_rich or name[0] == "h"
        elif "mgLabel" in (node.attrs.get("class") or ""):
            look.is_rich = True
    return look


def _look_at_cell(look: _Look, cell: Tag) -> None:
    look.columns += 1
    look.widest = max(look.widest, look.columns)
    look.paragraphs = 0
    if cell.name == "th" and "mgHide" not in (cell.attrs.get("class") or ""):
        look.heads += 1
    if not look.has_grid and _is_ruled(str(cell.attrs.get("style") or "")):
        look.has_grid = True


@dataclass(slots=True)
class Grid:
    """Places the cells of a data table in rows and columns, spans respected."""

    cells: list[Cell] = field(default_factory=list)
    caption: Span | None = None
    row: int = -1
    in_head: bool = False
    in_cell: bool = False
    is_first: bool = True  # no cell of the row was placed yet
    _column: int = 0
    _held: dict[int, int] = field(default_factory=dict)  # column: rows it is still spanned for
    _pending: list[tuple[int, int, int, bool]] = field(default_factory=list)

    def start_row(self) -> None:
        """Begin a row."""
        self.row += 1
        self._column = 0
        self.is_first = True
        self._held = {c: n - 1 for c, n in self._held.items() if n > 1}
        self._pending = []

    def place(self, attributes: Mapping[str, str]) -> int:
        """Return the column of a cell and move on past it."""
        while self._held.get(self._column, 0) > 0:
            self._column += 1
        column = self._column
        wide, tall = _number(attributes, "colspan"), _number(attributes, "rowspan")
        if tall > 1 and column < _MOST_COLUMNS:
            self._held.update(dict.fromkeys(range(column, column + wide), tall))
        self._column += wide
        self.in_cell, self.is_first = True, False
        return column

    def add(self, start: int, stop: int, column: int, head: bool) -> None:
        """Take the cell that was just written."""
        self.in_cell = False
        self._pending.append((start, stop, column, head or self.in_head))

    def end_row(self, start: int, stop: int) -> None:
        """Keep the row's cells with words; the row was written from start to stop."""
        for a, b, column, head in self._pending:
            if start <= a < b <= stop:
                self.cells.append(Cell(a, b, self.row, column, head))


def _number(attributes: Mapping[str, str], name: str) -> int:
    value = (attributes.get(name) or "1").strip()
    return (
        min(max(int(value), 1), _WIDEST)
        if value.isascii() and value.isdigit() and len(value) < 6
        else 1
    )


def is_bold(cell: Tag) -> bool:
    """Tell whether all words of a cell are bold, as in a head that is only set like one."""
    node: Tag = cell
    for _ in range(6):
        inner = [c for c in node.contents if not isinstance(c, NavigableString) or c.strip()]
        only = inner[0] if len(inner) == 1 else None
        if not isinstance(only, Tag):
            return False
        node = only
        if node.name in _BOLD:
            return True
    return False
