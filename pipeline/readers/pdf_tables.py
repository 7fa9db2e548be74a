"""Forms, columns and tables of a PDF page, put back among its lines in reading order.

A page is looked at word by word only where a cheap test says so: drawn rules, a line with a wide
gap, lines side by side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors import paper
from pipeline.readers.pdf_grid import (
    LONG,
    Grid,
    Place,
    count_heads,
    is_data,
    label_share,
    ruled_grids,
)
from pipeline.readers.pdf_text import Box, Line, Page, PageText, Word

WORD_LIMIT = 6_000  # words of a page that are looked at one by one
_GAP = 1.35  # a gap this many font heights wide parts two columns


def look(page: Page, source: PageText) -> list[Line | Grid]:
    """Return the page's lines and tables in reading order."""
    rules = source.rules()
    ruled = len(rules) >= 4
    if not ruled and not _is_gappy(page, source):
        return list(page.lines)
    words = [(i, word) for i, line in enumerate(page.lines) for word in source.words(line)]
    if len(words) > WORD_LIMIT:
        return list(page.lines)
    grids = ruled_grids(rules, [w for _, w in words]) if ruled else []
    taken = {id(w) for grid in grids for place in grid.places for w in place.words}
    loose = _segments([(i, w) for i, w in words if id(w) not in taken])
    pieces = _with_regions(loose)
    return _placed(pieces, grids, words, source)


# Cheap tests


def _is_gappy(page: Page, source: PageText) -> bool:
    """Tell whether lines have wide gaps inside, or stand side by side."""
    for line in page.lines:
        height = line.box.height or 1.0
        usual = len(line.text) * height * (0.62 if line.text.isupper() else 0.45)
        if line.box.x1 - line.box.x0 > usual * 1.2 + height and _split(source.words(line)):
            return True
    ordered = sorted(page.lines, key=lambda line: line.box.top)
    return any(_beside(a.box, b.box) for a, b in pairwise(ordered))


def _beside(a: Box, b: Box) -> bool:
    """Tell whether two boxes share a line's height, one right of the other."""
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    apart = max(a.x0, b.x0) - min(a.x1, b.x1)
    return overlap > 0.6 * min(a.height, b.height) and apart > a.height * _GAP


def _split(words: Sequence[Word]) -> list[int]:
    """Return the numbers of the words before which a column gap lies."""
    found = []
    for i in range(1, len(words)):
        before, after = words[i - 1].box, words[i].box
        wide = after.x0 - before.x1 > _GAP * max(before.height, 1.0)
        back = after.x1 < before.x0  # content order went back to the left
        numbered = i == 1 and _is_number(words[0].text)
        if (wide and not numbered) or back:
            found.append(i)
    return found


# Gaps


@dataclass(slots=True)
class _Piece:
    """A part of a line between column gaps, with the line's number."""

    line: int
    words: list[Word]
    box: Box


def _segments(words: list[tuple[int, Word]]) -> list[_Piece]:
    """Cut what is left of the lines at column gaps."""
    pieces: list[_Piece] = []
    by_line: dict[int, list[Word]] = {}
    for i, word in words:
        by_line.setdefault(i, []).append(word)
    for i, held in by_line.items():
        cuts = [0, *_split(held), len(held)]
        pieces += [_Piece(i, held[a:b], _around(held[a:b])) for a, b in pairwise(cuts)]
    return pieces


def _around(words: Sequence[Word]) -> Box:
    return Box(
        min(w.box.x0 for w in words),
        min(w.box.top for w in words),
        max(w.box.x1 for w in words),
        max(w.box.bottom for w in words),
    )


def _with_regions(pieces: list[_Piece]) -> list[_Piece | Grid]:
    """Replace runs of rows that stand in columns by grids; give back the other lines whole."""
    rows = _middled(_rows(pieces))
    grids: dict[int, Grid] = {}
    gone: set[int] = set()
    at = 0
    while at < len(rows):
        stop, spans = _region(rows, at)
        grid = _loose_grid(rows[at:stop], spans) if stop - at >= 2 else None
        if grid is not None:
            held = [p for row in rows[at:stop] for p in row]
            gone.update(id(w) for p in held for w in p.words)
            grids[min(p.line for p in held)] = grid
            at = stop
        else:
            at += 1
    return _in_order([p for p in pieces if id(p.words[0]) not in gone], grids)


def _in_order(pieces: list[_Piece], grids: dict[int, Grid]) -> list[_Piece | Grid]:
    """Put grids where their first line stood; join again what was cut for nothing."""
    made: list[_Piece | Grid] = []
    waiting = sorted(grids)
    for piece in pieces:
        while waiting and waiting[0] <= piece.line:
            made.append(grids[waiting.pop(0)])
        last = made[-1] if made else None
        if isinstance(last, _Piece) and last.line == piece.line:
            words = [*last.words, *piece.words]
            made[-1] = _Piece(piece.line, words, _around(words))
        else:
            made.append(piece)
    return made + [grids[i] for i in waiting]


def _rows(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Group pieces that stand at one height, from top to bottom, each row from left to right."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.box.middle[1], p.box.x0)):
        if rows and abs(rows[-1][0].box.middle[1] - piece.box.middle[1]) < piece.box.height * 0.4:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda p: p.box.x0)
    return rows


def _middled(rows: list[list[_Piece]]) -> list[list[_Piece]]:
    """Give rows whose other cells are set at half height the wrapped lines of their first cell."""
    made: list[list[_Piece]] = []
    at = 0
    while at < len(rows):
        if at + 2 < len(rows) and _is_wrapped_around(rows[at : at + 3], made[-1:]):
            above, middle, below = rows[at : at + 3]
            inner = [p for p in middle if abs(p.box.x0 - above[0].box.x0) < 2]
            words = [w for p in (above[0], *inner, below[0]) for w in p.words]
            piece = _Piece(above[0].line, words, _around(words))
            made.append([piece, *(p for p in middle if p not in inner)])
            at += 3
        else:
            made.append(rows[at])
            at += 1
    return made


def _is_wrapped_around(rows: list[list[_Piece]], before: list[list[_Piece]]) -> bool:
    """Tell whether two lone lines are the halves of the first cell of the row between them."""
    above, middle, below = rows
    if len(above) != 1 or len(below) != 1 or len(middle) < 2:
        return False
    first, last = above[0].box, below[0].box
    if abs(first.x0 - last.x0) > 2 or any(p.box.x0 < first.x0 - 2 for p in middle):
        return False
    gap = last.top - first.bottom
    inner = [p for p in middle if abs(p.box.x0 - first.x0) < 2]
    if inner:
        gap -= inner[0].box.height
    elif any(p.box.x0 < max(first.x1, last.x1) for p in middle):
        return False
    top = before[0][0].box.bottom if before else first.top - 2 * first.height
    return gap < 0.4 * first.height and first.top - top > 0.3 * first.height


def _region(rows: list[list[_Piece]], at: int) -> tuple[int, list[tuple[float, float]]]:
    """Return where the run of columned rows that begins here ends, and its columns."""
    spans: list[tuple[float, float]] = []
    stop = at
    if len(rows[at]) < 2:
        return at, spans
    for number in range(at, len(rows)):
        row = rows[number]
        if number > at and row[0].box.top - rows[number - 1][0].box.bottom > row[0].box.height * 2:
            break
        if len(row) < 2 and not _wraps(rows, number, spans):
            break
        merged = _merged([*spans, *((p.box.x0, p.box.x1) for p in row)])
        if len(merged) < max(2, len(spans) - 1) or (len(row) > 1 and len(merged) < len(row) - 1):
            break
        spans, stop = merged, number + 1
    return stop, spans


def _wraps(rows: list[list[_Piece]], number: int, spans: list[tuple[float, float]]) -> bool:
    """Tell whether a lone piece goes on in a column of the row above, right under it."""
    piece, above = rows[number][0], rows[number - 1]
    gap = piece.box.top - max(p.box.bottom for p in above)
    if gap > piece.box.height * 0.35:
        return False
    if not any(a - 2 <= piece.box.x0 and piece.box.x1 <= b + 2 for a, b in spans):
        return False
    if piece.box.x0 > spans[0][0] + 2:
        return True
    below = rows[number + 1][0].box.top - piece.box.bottom if number + 1 < len(rows) else 0.0
    return len(spans) > 2 and (piece.words[0].text[0].islower() or gap + 1 < below)


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the union of intervals, from left to right."""
    made: list[tuple[float, float]] = []
    for a, b in sorted(spans):
        if made and a <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(made[-1][1], b))
        else:
            made.append((a, b))
    return made


def _gutters(rows: list[list[_Piece]]) -> list[tuple[float, float]]:
    """Return the columns between strips that no word of many rows crosses."""
    words = [w for row in rows for p in row for w in p.words]
    if len(rows) < 4:
        return []
    wide = 0.3 * words[0].box.height
    return [
        (a + wide, b - wide)
        for a, b in _merged([(w.box.x0 - wide, w.box.x1 + wide) for w in words])
    ]


def _loose_grid(rows: list[list[_Piece]], spans: list[tuple[float, float]]) -> Grid | None:
    """Make a grid of rows in columns; None where the columns mean nothing."""
    spans = _gutters(rows) or spans
    places: dict[tuple[int, int], Place] = {}
    number = -1
    for row in rows:
        if len(row) >= 2 or number < 0:
            number += 1
        for word in (w for piece in row for w in piece.words):
            column = max(i for i, (a, _) in enumerate(spans) if a - 1 <= word.box.x0 or i == 0)
            place = places.get((number, column))
            if place is None:
                place = places[number, column] = Place(number, column, number + 1, column + 1)
            place.words.append(word)
    if number < 1:
        return None
    box = _around([w for row in rows for p in row for w in p.words])
    lefts = tuple(a for a, _ in spans)
    grid = Grid(box, number + 1, len(spans), list(places.values()), False, lefts=lefts)
    grid.heads = count_heads(grid)
    return None if _is_index(grid) else grid


def _is_index(grid: Grid) -> bool:
    """Tell whether it is a list with page numbers at the right: its lines read better whole."""
    right = [p.text for p in grid.places if p.column == grid.columns - 1]
    plain = sum(1 for t in right if len(t) < 10 and t.replace(" ", "").strip("-–0123456789") == "")
    return grid.columns == 2 and plain > len(right) * 0.6 and not grid.heads


def _is_number(word: str) -> bool:
    """Tell a list label or item number, after which a tab is no column gap."""
    return paper.is_label(word) or paper.is_page_number(word.rstrip(".)"))


# Back to lines


def _placed(
    pieces: list[_Piece | Grid],
    grids: list[Grid],
    words: list[tuple[int, Word]],
    source: PageText,
) -> list[Line | Grid]:
    """Put ruled tables where their first word stood, and turn forms and pieces into lines."""
    where = {id(w): i for i, w in words}
    order: list[tuple[int, int, _Piece | Grid]] = []
    for n, piece in enumerate(pieces):
        at = piece.line if isinstance(piece, _Piece) else _first(piece, where)
        order.append((at, n + len(grids), piece))
    order += [(_first(grid, where), n, grid) for n, grid in enumerate(grids)]
    made: list[Line | Grid] = []
    for _, _, piece in sorted(order, key=lambda o: (o[0], o[1])):
        if isinstance(piece, _Piece):
            made.append(line_of(piece.words, source))
        elif is_data(piece):
            made.append(piece)
        else:
            made.extend(_form(piece, source))
    return made


def _first(grid: Grid, where: dict[int, int]) -> int:
    return min(where[id(w)] for p in grid.places for w in p.words)


def line_of(words: Sequence[Word], source: PageText, opens: bool = False) -> Line:
    """Return the line that some words make."""
    labelled = len(words) > 1 and paper.is_label(words[0].text)
    told = (words[1 if labelled else 0], words[len(words) // 2], words[-1])
    bold = all(source.is_bold(w.at) for w in told)
    text = " ".join(w.text for w in words)
    first = words[0].box
    box = Box(min(w.box.x0 for w in words), first.top, max(w.box.x1 for w in words), first.bottom)
    return Line(text, box, bold, words[0].at, words[-1].broken, opens)


def _form(grid: Grid, source: PageText) -> Iterator[Line]:
    """Yield the lines of a form or of columns: a label with its value, or column by column."""
    if not grid.ruled and label_share(grid) < 0.5:
        yield from _by_column(grid, 0, grid.rows, source)
        return
    row = 0
    while row < grid.rows:
        here, below = grid.row(row), grid.row(row + 1)
        heads = len(here) > 1 and all(p.text.endswith(":") for p in here if p.words)
        if heads and below and not any(p.text.endswith(":") for p in below):
            yield from _by_column(grid, row, row + 2, source)
            row += 2
            continue
        yield from _by_row(here, source)
        row += 1


def _by_row(places: list[Place], source: PageText) -> Iterator[Line]:
    """Yield a row's cells; a short value stands on the line of its label."""
    held = [p for p in places if p.words]
    if len(held) == 2 and held[0].text.endswith(":") and len(held[1].text) <= LONG:
        yield line_of([*held[0].words, *held[1].words], source, opens=True)
        return
    for place in held:
        yield from _cell_lines(place, source)


def _by_column(grid: Grid, start: int, stop: int, source: PageText) -> Iterator[Line]:
    for column in range(grid.columns):
        for place in grid.places:
            if place.column == column and start <= place.row < stop and place.words:
                yield from _cell_lines(place, source)


def _cell_lines(place: Place, source: PageText) -> Iterator[Line]:
    """Yield the printed lines of a cell, the first of which opens a paragraph."""
    held: list[Word] = []
    opens = True
    for word in place.words:
        if held and word.box.middle[1] - held[-1].box.middle[1] > word.box.height * 0.5:
            yield line_of(held, source, opens)
            held, opens = [], False
        held.append(word)
    if held:
        yield line_of(held, source, opens)
