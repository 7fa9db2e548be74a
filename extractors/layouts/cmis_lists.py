"""Lists of CMIS: calendars and lists of meetings, and the grid of its search (MARKUP 6).

A row of the first two links to a meeting's page. A row of the search is one document, with the
meeting that it is of: "Meeting: <body> - 01/Sep/2026".
"""

import re
from collections.abc import Iterator, Sequence

from extractors import documents, headers
from extractors.cut import Cut
from extractors.layouts.page import printed
from schemas.document import Cell, Document, Notice, Table
from schemas.facts import Attachment, Proof, Row
from schemas.records import MeetingNote

NAME = "cmis"
ADDRESS = re.compile(r"/ViewMeetingPublic/mid/[0-9]{1,9}/Meeting/([0-9]{1,12})", re.IGNORECASE)
# "9 Jul 2026 11:00 - Planning Committee"; in the calendar "10:00 Licensing Sub-Committee".
_LISTED = re.compile(
    r"(?P<date>[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}),? {1,4}(?P<time>[0-9]{1,2}:[0-9]{2})"
    r" {1,4}[-–] {1,4}(?P<body>[A-Z][^\n|]{2,200})"
)
_TIMED = re.compile(r"(?P<time>[0-9]{1,2}:[0-9]{2}) {1,4}(?P<body>[A-Z][^\n|]{2,200})")
_VENUES = ("venue", "location")
# The grid of a search, told by the heads of its columns.
_GRID = frozenset(("document", "document type", "parent"))
# "Meeting: Harbour Board - Lights - 01/Sep/2026"
_PARENT = re.compile(
    r"Meeting:\s{0,3}(?P<body>[A-Z][^\n|]{2,200}?)\s?[-–]\s?(?P<date>[0-9]{1,2}[/ -][A-Z][a-z]{2,8}"
    r"[/ -][0-9]{4})$"
)

Span = tuple[int, int]


def make(document: Document, found: Sequence[MeetingNote | Notice]) -> Cut:
    """Return the cut of a list: its meetings, what was not understood, the papers of a search."""
    papers: list[Row] = []
    for cells in _rows(document):
        papers += _paper(document, cells)
    meetings = (f for f in found if isinstance(f, MeetingNote))
    return Cut(
        kind="meeting",
        layout=NAME,
        rows=(*meetings, *papers),
        notices=tuple(dict.fromkeys(f for f in found if isinstance(f, Notice))),
    )


def listed(document: Document) -> Iterator[MeetingNote | Notice]:
    """Yield the meetings of a calendar or list: links to a meeting's page in rows of a table."""
    yield from _searched(document)
    heads: dict[int, str] = {}
    for cells in _rows(document):
        if all(c.head for c in cells.values()):
            heads = {n: printed(document, c.start, c.stop).casefold() for n, c in cells.items()}
        venue = next((c for n, c in cells.items() if heads.get(n) in _VENUES), None)
        for cell in cells.values():
            for link in documents.links_in(document, cell.start, cell.stop):
                if ADDRESS.search(link.href):
                    yield from _entry(document, (link.start, link.stop), cells, venue)


def _searched(document: Document) -> Iterator[MeetingNote | Notice]:
    """Yield the meetings that the rows of a search name, each once."""
    met: set[str] = set()
    for table in document.tables:
        if not _is_grid(document, table):
            continue
        for cell in table.cells:
            found = _PARENT.match(document.reading, cell.start, cell.stop)
            if not found or found[0].casefold() in met:
                continue
            met.add(found[0].casefold())
            dated = headers.find_date(found["date"])
            if dated is None or dated[0] is None:
                yield Notice("date.impossible", found["date"], *found.span("date"))
            yield _found(document, found, dated[0] if dated else None)


def _found(document: Document, found: re.Match[str], day: str | None) -> MeetingNote:
    start, stop = found.span("body")
    return MeetingNote(
        start=start,
        stop=stop,
        quote=document.text[start:stop],
        rule="cmis.search",
        body=printed(document, start, stop),
        date=day,
        proofs=(Proof("date", *found.span("date"), "cmis.date"),) if day else (),
    )


def _is_grid(document: Document, table: Table) -> bool:
    heads = (c for c in table.cells if c.row == 0)
    said = {printed(document, c.start, c.stop).casefold() for c in heads if c.start < c.stop}
    return said >= _GRID


def _paper(document: Document, cells: dict[int, Cell]) -> Iterator[Attachment]:
    """Yield the document of a row of a search; its size stands in a column of its own."""
    if not any(_PARENT.match(document.reading, c.start, c.stop) for c in cells.values()):
        return
    link = next((k for c in cells.values() for k in documents.links_in(document, c.start, c.stop)
                 if ADDRESS.search(k.href) is None), None)  # fmt: skip
    if link is None:
        return
    said = document.reading[min(c.start for c in cells.values()) : max(
        c.stop for c in cells.values())]  # fmt: skip
    yield Attachment(
        start=link.start,
        stop=link.stop,
        quote=document.text[link.start : link.stop],
        rule="cmis.search",
        title=documents.clean(document.text[link.start : link.stop]),
        url=link.href,
        bytes=link.bytes if link.bytes is not None else documents.size(said),
    )


def _rows(document: Document) -> Iterator[dict[int, Cell]]:
    for one in document.tables:
        rows: dict[int, dict[int, Cell]] = {}
        for cell in one.cells:
            rows.setdefault(cell.row, {})[cell.column] = cell
        yield from rows.values()


def _entry(
    document: Document, span: Span, cells: dict[int, Cell], venue: Cell | None
) -> Iterator[MeetingNote | Notice]:
    start, stop = span
    found = _LISTED.match(document.reading, start, stop)
    if found:
        dated = headers.find_date(found["date"])
        day = dated[0] if dated else None
        places = [("start_time", found.span("time"))]
        if day:
            places.append(("date", found.span("date")))
        else:
            yield Notice("date.impossible", found["date"], *found.span("date"))
        if venue is not None:
            places.append(("venue", (venue.start, venue.stop)))
        yield _sitting(document, found, day, places)
        return
    timed = _TIMED.match(document.reading, start, stop)
    if timed and 0 in cells and cells[0].stop <= start:
        words = printed(document, cells[0].start, cells[0].stop)
        dated = headers.find_date(words)
        places = [("start_time", timed.span("time"))]
        if dated and dated[0]:
            places.append(("date", (cells[0].start, cells[0].stop)))
        else:
            yield Notice("date.no_year", f"A date without its year: {words[:60]}",
                         cells[0].start, cells[0].stop)  # fmt: skip
        yield _sitting(document, timed, dated[0] if dated else None, places)


def _sitting(
    document: Document, found: re.Match[str], day: str | None, places: Sequence[tuple[str, Span]]
) -> MeetingNote:
    start, stop = found.span()
    time = headers.find_time(found["time"])
    venue = dict(places).get("venue")
    return MeetingNote(
        start=start,
        stop=stop,
        quote=document.text[start:stop],
        rule="cmis.list",
        body=printed(document, *found.span("body")),
        date=day,
        start_time=time[0] if time else None,
        venue=printed(document, *venue) if venue else None,
        proofs=tuple(Proof(name, *span, f"cmis.{name}") for name, span in places if span),
    )
