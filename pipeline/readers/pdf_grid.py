"""Tables of a PDF page: grids of cells, found by the rules that are drawn.

The places come from PDFium; the cells of a ruled table are found by pdfplumber's own algorithm
(edges, intersections, cells) run on PDFium's rules, so that a page is never parsed a second time
by pdfminer: that is what costs 65 ms a page and has no limits (PERFORMANCE 3, RELIABILITY 2b).
"""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractors import labels, paper
from pipeline.readers.pdf_text import Box, Word

EDGE_LIMIT = 600  # merged rules of a page; a page with more is a drawing
POINT_LIMIT = 1_500  # crossings, more is graph paper
_SNAP = 3.0
LONG = 200  # characters of a cell that is prose

Corners = tuple[float, float, float, float]


@dataclass(slots=True)
class Place:
    """One cell: the rows and columns it covers, and its words in content order."""

    row: int
    column: int
    row_stop: int
    column_stop: int
    words: list[Word] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the words joined by blanks; a hyphen at a line's end keeps its word together."""
        said = ""
        for word in self.words:
            glue = "" if not said or said.endswith("\u00ad") else " "
            said += glue + word.text + ("\u00ad" if word.broken else "")
        return said.replace("\u00ad", "")


@dataclass(slots=True)
class Grid:
    """A table of the page: its cells, whose place in the grid is known, in reading order."""

    box: Box
    rows: int
    columns: int
    places: list[Place]
    ruled: bool
    heads: int = 0  # leading rows that are heads
    lefts: tuple[float, ...] = ()

    def row(self, number: int) -> list[Place]:
        """Return the cells that begin in a row."""
        return [p for p in self.places if p.row == number]


def ruled_grids(rules: list[Box], words: list[Word]) -> list[Grid]:
    """Return the ruled tables of at least two rows and columns, with the words in their cells."""
    grids = []
    for cells in _cells(rules):
        grid = _filled(cells, words)
        grid = _squeezed(grid)
        if grid.rows >= 2 and grid.columns >= 2:
            grid.places.sort(key=lambda p: (p.row, p.column))
            grid.heads = count_heads(grid)
            grids.append(grid)
    return grids


def _cells(rules: list[Box]) -> list[list[Corners]]:
    """Return the cells of each ruled table, by pdfplumber's algorithm."""
    # pdfplumber takes 0.2 s to import, and most files have no ruled table.
    from pdfplumber import table as finder

    edges = finder.merge_edges([_edge(r) for r in rules], _SNAP, _SNAP, _SNAP, _SNAP)
    edges = [e for e in edges if max(e["x1"] - e["x0"], e["bottom"] - e["top"]) >= _SNAP]
    if len(edges) > EDGE_LIMIT:
        return []
    crossings = finder.edges_to_intersections(edges, _SNAP, _SNAP)
    if len(crossings) > POINT_LIMIT:
        return []
    found: list[list[Corners]] = finder.cells_to_tables(finder.intersections_to_cells(crossings))
    return found


def _edge(box: Box) -> dict[str, object]:
    level = box.x1 - box.x0 >= box.height
    return {
        "x0": box.x0, "x1": box.x1, "top": box.top, "bottom": box.bottom, "doctop": box.top,
        "width": box.x1 - box.x0, "height": box.height, "orientation": "h" if level else "v",
        "object_type": "line",
    }  # fmt: skip


def _filled(cells: list[Corners], words: list[Word]) -> Grid:
    """Number the cells by the columns and rows their sides make, and put the words in them."""
    xs = _steps(x for c in cells for x in (c[0], c[2]))
    ys = _steps(y for c in cells for y in (c[1], c[3]))
    places = [
        Place(_near(ys, c[1]), _near(xs, c[0]), _near(ys, c[3]), _near(xs, c[2])) for c in cells
    ]
    home = {
        (row, column): place
        for place in places
        for row in range(place.row, place.row_stop)
        for column in range(place.column, place.column_stop)
    }
    for word in words:
        x, y = word.box.middle
        place = home.get((bisect(ys, y) - 1, bisect(xs, x) - 1))
        if place is not None:
            place.words.append(word)
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    return Grid(box, len(ys) - 1, len(xs) - 1, places, True, lefts=tuple(xs[:-1]))


def _steps(values: Iterable[float]) -> list[float]:
    """Return sorted values, those closer than the snap taken as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _SNAP:
            kept.append(value)
    return kept


def _near(steps: list[float], value: float) -> int:
    return min(range(len(steps)), key=lambda i: abs(steps[i] - value))


def _squeezed(grid: Grid) -> Grid:
    """Leave out rows and columns in which no cell with words begins."""
    rows = sorted({p.row for p in grid.places if p.words})
    columns = sorted({p.column for p in grid.places if p.words})
    kept = []
    for place in grid.places:
        row = [i for i, r in enumerate(rows) if place.row <= r < place.row_stop]
        column = [i for i, c in enumerate(columns) if place.column <= c < place.column_stop]
        if row and column:
            kept.append(Place(row[0], column[0], row[-1] + 1, column[-1] + 1, place.words))
    lefts = tuple(grid.lefts[c] for c in columns)
    return Grid(grid.box, len(rows), len(columns), kept, grid.ruled, lefts=lefts)


def count_heads(grid: Grid) -> int:
    """Return how many leading rows are heads: without figures, above rows with figures."""
    if figures(p for p in grid.places if p.row > 0) == 0 and not paper.table_words(
        " ".join(p.text for p in grid.row(0))
    ):
        return 0
    if grid.rows < 2 or figures(grid.row(0)) > 0:
        return 0
    deep = max((p.row_stop for p in grid.row(0)), default=1)
    if any(p.column_stop - p.column > 1 for p in grid.row(0)):
        deep = max(deep, 2)
    if not grid.ruled and all(p.column for p in grid.row(1)):
        deep = max(deep, 2)  # a second row of heads leaves the first column empty
    while deep > 1 and figures(p for p in grid.places if p.row == deep - 1) > 0:
        deep -= 1
    return min(deep, grid.rows - 1)


def figures(places: Iterable[Place]) -> int:
    """Count the cells that hold a figure and nothing else."""
    return sum(1 for p in places if p.words and paper.FIGURE.fullmatch(p.text.strip()))


def is_data(grid: Grid) -> bool:
    """Tell a data table from a form, a list of names in columns, or text set in columns."""
    body = [p for p in grid.places if p.column > 0 and p.row >= grid.heads and p.words]
    share = figures(body) / len(body) if body else 0.0
    words = paper.table_words(" ".join(p.text for p in grid.row(0)))
    if grid.columns == 2:
        if sum(1 for p in body if len(p.text) > LONG) or label_share(grid) >= 0.5:
            return False
        return share >= 0.7 or (grid.ruled and (grid.heads > 0 or words > 0))
    if grid.ruled:
        return sum(len(p.text) for p in body) <= 600 * max(len(body), 1)
    return grid.rows >= 3 and (share >= 0.4 or words >= 2)


def label_share(grid: Grid) -> float:
    """Return the share of left cells that end with a colon, or are labels of the templates."""
    left = [p.text for p in grid.places if p.column == 0 and p.words]
    known = labels.vocabulary() if grid.columns == 2 else {}
    return sum(1 for t in left if t.endswith(":") or labels.fold(t) in known) / max(len(left), 1)
