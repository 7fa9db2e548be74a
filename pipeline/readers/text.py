"""Pasted or copied text: one Document whose text is the file's, with line ends made plain."""

import re
from collections.abc import Iterator

from extractors.furniture import furniture
from extractors.wraps import POINT, soft_breaks
from pipeline.readers import aligned
from pipeline.readers.decode import decode, lost_characters
from pipeline.readers.errors import Refused
from pipeline.readers.hosts import hosts_in
from pipeline.readers.reading import make_reading, plain
from schemas.document import Block, Cell, Document, Span, Table

TEXT_LIMIT = 16_000_000  # characters of a document

_LINE = re.compile(r"[^\n]+")
_FIRST_CELL = 60  # characters before the tab of a row
# Cells of a copied table row: at least two divisions by pipes or tabs between words.
_CELL = re.compile(r"[^|\t\n]{1,2000}")


def read_text(data: bytes) -> Document:
    """Return the document of a text file's bytes. Raises Refused: text_limit."""
    decoded = decode(data)
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > TEXT_LIMIT:
        raise Refused("read", "text_limit", f"{len(text)} characters")
    smooth = plain(text)
    gone = list(furniture(smooth))
    breaks = soft_breaks(smooth, frozenset(_row_starts(text)), {s.start for s in gone})
    reading = make_reading(text, gone, breaks)
    blocks = _blocks(text, reading)
    return Document(
        text=text,
        reading=reading,
        media_type="text/plain",
        encoding=decoded.used,
        encoding_declared=decoded.declared,
        blocks=blocks,
        tables=_all_tables(text, blocks),
        hosts=hosts_in(text),
        footer=_footer(text),
        notices=(*decoded.notices, *lost_characters(text)),
    )


def _row_starts(text: str) -> Iterator[int]:
    """Yield where a row of a copied table starts below another: nothing above goes on in it.

    Both have a tab behind a short first cell ("Call-in<tab>No", "Reference<tab>24/7").
    """
    at, below = 0, False
    for line in text.split("\n") if "\t" in text else ():
        words = line.strip()
        is_row = 0 < words.find("\t") <= _FIRST_CELL
        if is_row and below:
            yield at + line.index(words)
        below, at = is_row, at + len(line) + 1


def _blocks(text: str, reading: str) -> tuple[Block, ...]:
    """Return the lines of the reading as blocks, outer blanks left out."""
    found = []
    for line in _LINE.finditer(reading):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        stop = line.start() + len(words.rstrip())
        if start < stop:
            found.append(Block(start, stop, _kind(text, reading, start, stop)))
    return tuple(found)


def _kind(text: str, reading: str, start: int, stop: int) -> str:
    tabs = text.count("\t", start, stop)
    if tabs < 3 and POINT.match(reading, start, stop):  # "1.4<tab>Name<tab>52%<tab>Red" is a row
        return "list_item"
    divisions = text.count("|", start, stop) + tabs
    if divisions and len(_cells(text, start, stop, 0)) > 1:
        return "row"
    return "paragraph"


def _cells(text: str, start: int, stop: int, row: int, column: int = 0) -> list[Cell]:
    """Return the cells of a copied row, empty ones left out but counted.

    `column` is that of the first cell: rows whose first cells are empty begin with tabs.
    """
    cells, at = [], start
    for cell in _CELL.finditer(text, start, stop):
        column += len(re.findall(r"[|\t]", text[at : cell.start()]))
        words = cell.group()
        left = cell.start() + len(words) - len(words.lstrip())
        if words.strip():
            cells.append(Cell(left, left + len(words.strip()), row, column))
        at = cell.end()
    return cells


def _all_tables(text: str, blocks: tuple[Block, ...]) -> tuple[Table, ...]:
    """Return the tables of a text in reading order, whatever parts their columns."""
    found = [*_tables(text, blocks), *aligned.find(text, blocks)]
    return tuple(sorted(found, key=lambda table: table.start))


def _tables(text: str, blocks: tuple[Block, ...]) -> tuple[Table, ...]:
    """Return the runs of two and more row lines as tables."""
    tables: list[Table] = []
    run: list[Block] = []
    for block in (*blocks, None):
        if block is not None and block.kind == "row" and _belongs(text, run, block):
            run.append(block)
            continue
        if len(run) > 1:
            empty = [_tabs_before(text, b.start) for b in run]
            least = min(empty)
            cells = [
                cell
                for row, (b, tabs) in enumerate(zip(run, empty, strict=True))
                for cell in _cells(text, b.start, b.stop, row, tabs - least)
            ]
            tables.append(Table(run[0].start, run[-1].stop, tuple(cells)))
        run = [block] if block is not None and block.kind == "row" else []
    return tuple(tables)


def _tabs_before(text: str, start: int) -> int:
    """Return how many tabs stand before the first words of a line."""
    return text.count("\t", text.rfind("\n", 0, start) + 1, start)


def _belongs(text: str, run: list[Block], row: Block) -> bool:
    """Tell whether a row goes on the table above: the next line, or as many cells further down."""
    if not run:
        return True
    above = run[-1]
    if text.count("\n", above.stop, row.start) < 2:  # empty cells may end the row above
        return True
    return _width(text, above) == _width(text, row)


def _width(text: str, row: Block) -> int:
    return text.count("|", row.start, row.stop) + text.count("\t", row.start, row.stop)


def _footer(text: str) -> str | None:
    """Return the copyright line of a copied page."""
    at = text.rfind("©")
    if at < 0:
        return None
    span = Span(text.rfind("\n", 0, at) + 1, at + 200)
    return text[span.start : span.stop].split("\n", 1)[0].strip()
