"""From the pieces of all pages to one text with its paragraphs, tables and furniture.

A printed line ends where the page was full, not where a thought was. Lines are joined by what
typesetters go by: the width of the column, indents, gaps, list labels and headings. Furniture
(what a page repeats at its top or foot, and page numbers) stays in the text and is blanked in the
reading.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors import paper
from extractors.furniture import is_furniture
from pipeline.readers.pdf_grid import Grid
from pipeline.readers.pdf_text import Line
from schemas.document import Block, Cell, Span, Table

_EDGE = 0.12  # part of the page's height in which headers and footers stand
_EDGE_LINES = 4  # lines at either end of a page that can be furniture
_DIGITS = re.compile(r"[0-9]+")
_HEADING = 160  # characters of the longest heading


@dataclass(slots=True)
class Entry:
    """A printed line in the text: its span, its page, how it is set."""

    start: int
    stop: int
    page: int
    line: Line
    furniture: bool = False
    edge: str = ""  # top | foot where it can be furniture


@dataclass(slots=True)
class Layout:
    """The text as it is put together, page by page."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    items: list[Entry | Table] = field(default_factory=list)
    pages: list[Span] = field(default_factory=list)
    rows: list[Span] = field(default_factory=list)
    grids: list[tuple[int, int, Grid]] = field(default_factory=list)  # page, item number, grid

    def add_page(self, pieces: Sequence[Line | Grid], number: int, height: float) -> None:
        """Put one page's lines and tables into the text."""
        start = self.size
        edges = _edges(pieces, height)
        for i, piece in enumerate(pieces):
            if isinstance(piece, Grid):
                self.grids.append((number, len(self.items), piece))
                self.items.append(self._table(piece))
            else:
                span = self._put(clean(piece.text))
                entry = Entry(span.start, span.stop, number, piece, edge=edges.get(i, ""))
                self.items.append(entry)
                self._put("\n")
        stop = max(start, self.size - 1)  # the newline after the last line parts the pages
        self.pages.append(Span(start, stop))
        if self.size == start:
            self._put("\n")

    def _put(self, words: str) -> Span:
        self.parts.append(words)
        self.size += len(words)
        return Span(self.size - len(words), self.size)

    def _table(self, grid: Grid) -> Table:
        """Write a table row by row; a merged cell stands at its first place, as in HTML."""
        start = self.size
        cells: list[Cell] = []
        for row in range(grid.rows):
            row_start = self.size
            for n, place in enumerate(p for p in grid.places if p.row == row):
                if n:
                    self._put(" | ")
                span = self._put(clean(place.text))
                if span.stop > span.start:
                    head = row < grid.heads
                    cells.append(Cell(span.start, span.stop, row, place.column, head))
            if self.size > row_start:
                self.rows.append(Span(row_start, self.size))
                self._put("\n")
        return Table(start, max(start, self.size - 1), tuple(cells))

    @property
    def text(self) -> str:
        """Return the text; the newline after the last page is left out."""
        return "".join(self.parts)[:-1] if self.size else ""

    def entries(self) -> list[Entry]:
        """Return the printed lines, tables left out."""
        return [item for item in self.items if isinstance(item, Entry)]


def clean(words: str) -> str:
    """Return words without NUL, lone surrogates and stray line breaks; the length is unchanged."""
    if words.isprintable():
        return words
    return "".join(
        "\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else " " if c in "\n\r\x0b\x0c" else c
        for c in words
    )


def _edges(pieces: Sequence[Line | Grid], height: float) -> dict[int, str]:
    """Return which pieces stand in the margins, by their number."""
    lines = [(p.box.top, p.box.bottom, i) for i, p in enumerate(pieces) if isinstance(p, Line)]
    lines.sort()
    found = {i: "top" for top, _, i in lines[:_EDGE_LINES] if top < height * _EDGE}
    found.update(
        (i, "foot") for _, bottom, i in lines[-_EDGE_LINES:] if bottom > height * (1 - _EDGE)
    )
    return found


# Furniture


def mark_furniture(layout: Layout) -> str | None:
    """Mark running headers, footers, page numbers and machine tags; return the footer's words.

    A running header keeps its first appearance at the top of page one, where it is a heading.
    """
    entries = layout.entries()
    seen: dict[tuple[str, int, str], set[int]] = {}
    for entry in entries:
        if entry.edge:
            seen.setdefault(_mark(entry), set()).add(entry.page)
    pages = len({e.page for e in entries})
    enough = 2 if pages < 6 else 3
    first_page = min((e.page for e in entries), default=0)
    footer: list[str] = []
    for entry in entries:
        words = entry.line.text
        repeated = bool(entry.edge) and len(seen[_mark(entry)]) >= enough
        opens = entry.edge == "top" and entry.page == first_page
        if paper.is_page_number(words) and (entry.edge or _is_alone(words)):
            entry.furniture = True
        elif repeated and not opens:
            entry.furniture = True
            if entry.edge == "foot" and words not in footer:
                footer.append(words)
        elif is_furniture(words):
            entry.furniture = True
    return "\n".join(footer[:6]) or None


def _mark(entry: Entry) -> tuple[str, int, str]:
    """Return what a running header has in common: its edge, its height and its words."""
    line = entry.line
    return entry.edge, round(line.box.top / 4), _DIGITS.sub("#", line.text).casefold()


def _is_alone(words: str) -> bool:
    """Tell a page number that says so from a figure that stands alone in the text."""
    return not words[-1].isdigit() or " " in words


# Paragraphs


@dataclass(slots=True)
class _Column:
    """How the text of a page is set: its right edge and the usual gap between lines."""

    right: float
    gap: float


@dataclass(slots=True)
class Paragraphs:
    """The paragraphs of the document: blocks and the breaks inside them."""

    blocks: list[Block] = field(default_factory=list)
    soft: list[Span] = field(default_factory=list)


def paragraphs(layout: Layout) -> Paragraphs:
    """Join printed lines to paragraphs and say what each is."""
    made = Paragraphs()
    columns = _columns(layout.entries())
    body = _body_height(layout.entries())
    held: list[Entry] = []
    for item in layout.items:
        if isinstance(item, Entry) and item.furniture:
            continue
        if isinstance(item, Entry) and held and _goes_on(held, item, columns):
            made.soft.append(Span(held[-1].stop, item.start))
            held.append(item)
            continue
        _close(made, held, body)
        held = [item] if isinstance(item, Entry) else []
    _close(made, held, body)
    made.blocks += [Block(row.start, row.stop, "row") for row in layout.rows]
    made.blocks.sort(key=lambda b: b.start)
    return made


def _close(made: Paragraphs, held: list[Entry], body: float) -> None:
    if held:
        kind, level = _kind(held, body)
        made.blocks.append(Block(held[0].start, held[-1].stop, kind, level))


def _kind(held: list[Entry], body: float) -> tuple[str, int]:
    """Tell headings by type, list points by their label."""
    first = held[0].line
    size = sum(len(e.line.text) for e in held)
    larger = first.box.height > body * 1.12
    bold = all(e.line.bold for e in held)
    last = held[-1].line.text
    if (bold or larger) and size <= _HEADING and len(held) <= 3 and last[-1] not in ".;,":
        return "heading", 1 if first.box.height > body * 1.35 else 2 if larger else 3
    if paper.LABEL.match(first.text):
        return "list_item", 0
    return "paragraph", 0


def _body_height(entries: Sequence[Entry]) -> float:
    """Return the height of the type that most characters are set in."""
    sizes: Counter[float] = Counter()
    for entry in entries:
        sizes[round(entry.line.box.height, 1)] += len(entry.line.text)
    return max(sizes.items(), key=lambda s: (s[1], -s[0]))[0] if sizes else 0.0


def _columns(entries: Sequence[Entry]) -> dict[int, _Column]:
    """Return for each page how far to the right its longer lines reach."""
    by_page: dict[int, list[Entry]] = {}
    for entry in entries:
        by_page.setdefault(entry.page, []).append(entry)
    found = {}
    for page, held in by_page.items():
        rights = sorted(e.line.box.x1 for e in held if not e.furniture) or [0.0]
        # One line that sticks out does not make the column.
        right = rights[-2] if len(rights) > 6 else rights[-1]
        found[page] = _Column(right, _usual_gap([e.line for e in held if not e.furniture]))
    return found


def _usual_gap(lines: list[Line]) -> float:
    """Return the gap between the lines of a paragraph, in parts of the line height."""
    gaps = sorted(
        (b.box.top - a.box.bottom) / max(b.box.height, 1.0)
        for a, b in pairwise(lines)
        if b.box.top > a.box.top
    )
    return min(max(gaps[len(gaps) // 4], 0.0), 1.4) if len(gaps) > 3 else 0.15


def _goes_on(held: list[Entry], entry: Entry, columns: dict[int, _Column]) -> bool:
    """Tell whether a printed line belongs to the paragraph of the lines above it."""
    above, here = held[-1].line, entry.line
    if here.opens or (above.text.isupper() != here.text.isupper() and _is_title(above, here)):
        return False
    if abs(above.box.height - here.box.height) > 0.18 * above.box.height:
        return False
    full = _is_full(above, here, columns[held[-1].page].right)
    if above.bold and not here.bold and (not full or len(held) == 1):
        return False
    if here.bold and not above.bold and (not full or paper.CLOSED_END.search(above.text[-4:])):
        return False
    if _opens_point(held, entry, full):
        return False
    if entry.page != held[-1].page:
        return _over_page(above, here, full)
    usual = columns[entry.page].gap + 0.35
    if here.box.top - above.box.bottom > usual * here.box.height:
        return False
    if here.box.bottom <= above.box.top:
        return False
    if _is_indented(held, here):
        return False
    return full or above.broken or bool(paper.OPEN_END.search(above.text[-8:]))


def _is_title(above: Line, here: Line) -> bool:
    """Tell a heading in capitals from a line that happens to be an abbreviation."""
    capitals = above if above.text.isupper() else here
    return len(capitals.text) > 8 or capitals is above


def _is_full(above: Line, here: Line, right: float) -> bool:
    """Tell whether the first word of a line would not have fitted on the line above."""
    first = here.text.split(" ", 1)[0]
    share = (here.box.x1 - here.box.x0) / max(len(here.text), 1)
    return above.box.x1 + (len(first) + 1) * share > right - 0.6 * above.box.height


def _opens_point(held: list[Entry], entry: Entry, full: bool) -> bool:
    """Tell whether a line begins a list point of its own."""
    here, above = entry.line, held[-1].line
    if not paper.LABEL.match(here.text):
        return False
    wrapped = paper.WRAPPED.match(here.text) is not None
    same = abs(here.box.x0 - above.box.x0) < 2
    return not (wrapped and full and same and not paper.CLOSED_END.search(above.text[-4:]))


def _over_page(above: Line, here: Line, full: bool) -> bool:
    """Tell whether a paragraph goes on over the page."""
    if paper.CLOSED_END.search(above.text[-4:]):
        return False
    return here.text[0].islower() or above.broken or (full and not here.bold)


def _is_indented(held: list[Entry], here: Line) -> bool:
    """Tell whether a change of the left edge opens a paragraph."""
    first, above = held[0].line, held[-1].line
    step = here.box.x0 - above.box.x0
    slack = 0.5 * here.box.height
    if abs(step) <= slack:
        return False
    if len(held) == 1:
        labelled = paper.LABEL.match(first.text) is not None
        centred = abs((here.box.x0 + here.box.x1) - (above.box.x0 + above.box.x1)) < 8
        return not (labelled or centred or step < 0)
    centred = abs((here.box.x0 + here.box.x1) - (above.box.x0 + above.box.x1)) < 4
    return not centred


# Tables over two pages


def tables(layout: Layout) -> Iterator[Table]:
    """Yield the tables; one that goes on over the page without a new head is one table."""
    waiting: tuple[int, int, Grid] | None = None
    held: Table | None = None
    for page, at, grid in layout.grids:
        table = layout.items[at]
        if not isinstance(table, Table):
            continue
        if held is not None and waiting is not None and _continues(layout, waiting, page, at, grid):
            held = _appended(held, table)
        else:
            if held is not None:
                yield held
            held = table
        waiting = (page, at, grid)
    if held is not None:
        yield held


def _continues(
    layout: Layout, before: tuple[int, int, Grid], page: int, at: int, grid: Grid
) -> bool:
    """Tell whether a table is the rest of one that ended the page before."""
    old_page, old_at, old = before
    between = layout.items[old_at + 1 : at]
    return (
        page == old_page + 1
        and not grid.heads
        and grid.columns == old.columns
        and all(abs(a - b) < 6 for a, b in zip(grid.lefts, old.lefts, strict=True))
        and all(isinstance(item, Entry) and item.furniture for item in between)
    )


def _appended(first: Table, rest: Table) -> Table:
    rows = 1 + max(c.row for c in first.cells)
    cells = tuple(Cell(c.start, c.stop, c.row + rows, c.column, c.head) for c in rest.cells)
    return Table(first.start, rest.stop, first.cells + cells, first.caption)
