"""PDF bytes to a Document: front door, text page by page, tables where a page shows some."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pypdfium2

from extractors import paper
from pipeline.readers import pdf_door, pdf_layout, pdf_tables
from pipeline.readers.errors import Refused
from pipeline.readers.hosts import hosts_in
from pipeline.readers.pdf_grid import Grid
from pipeline.readers.pdf_text import PAGE_CHARACTERS, Line, Page, PageText
from pipeline.readers.reading import make_reading
from schemas.document import Document, Notice, Span

TEXT_LIMIT = 5_000_000

# Called after each page with (pages read, pages in all); False stops the reading there, and the
# document that is returned holds the pages read so far.
Progress = Callable[[int, int], bool | None]


@dataclass(slots=True)
class _Found:
    """What the pages gave and what was wrong with them."""

    layout: pdf_layout.Layout = field(default_factory=pdf_layout.Layout)
    blank: list[int] = field(default_factory=list)  # pages with pictures and no text
    reasons: list[str] = field(default_factory=list)
    complete: int | None = None


def read_pdf(data: bytes, progress: Progress | None = None) -> Document:
    """Read a PDF. Raises Refused where it gives no document (SCHEMA.md, quarantine)."""
    door = pdf_door.check(data)
    found = _Found(reasons=list(dict.fromkeys(door.problems)))
    if b"%%EOF" not in data[-2048:]:
        found.reasons.append("the file ends before its end mark")
    if found.reasons:
        found.complete = 0
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "encrypted" if "assword" in str(error) else "damaged"
        raise Refused("read", reason, str(error)) from error
    try:
        _read_pages(pdf, found, progress)
    finally:
        pdf.close()
    return _document(found)


def _read_pages(pdf: pypdfium2.PdfDocument, found: _Found, progress: Progress | None) -> None:
    total = len(pdf)
    if total > pdf_door.PAGE_LIMIT:
        raise Refused("read", "page_limit", f"{total} pages")
    for number in range(1, total + 1):
        _read_page(pdf, number, found)
        if found.layout.size > TEXT_LIMIT:
            raise Refused("read", "text_limit", f"over {TEXT_LIMIT} characters by page {number}")
        if progress is not None and progress(number, total) is False and number < total:
            found.reasons.append(f"stopped after page {number} of {total}")
            found.complete = 0
            return


def _read_page(pdf: pypdfium2.PdfDocument, number: int, found: _Found) -> None:
    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:
        found.reasons.append(f"page {number} cannot be read")
        found.complete = 0
        found.layout.add_page([], number, 1.0)
        return
    try:
        source = PageText(page, number)
        try:
            read = source.read()
            _note(read, source, found)
            pieces = [_mended(p, source) for p in pdf_tables.look(read, source)]
        finally:
            source.close()
    finally:
        page.close()
    found.layout.add_page(pieces, number, read.height)


def _note(read: Page, source: PageText, found: _Found) -> None:
    """Note a page that was cut, or that shows something and says nothing."""
    if read.clipped:
        found.reasons.append(f"page {read.number} has over {PAGE_CHARACTERS} characters")
        found.complete = 0
    if not read.lines and source.has_objects():
        found.blank.append(read.number)


def _mended(piece: Line | Grid, source: PageText) -> Line | Grid:
    """Join the first letter of a bold heading to its word: "C apital" is set without a gap."""
    if not isinstance(piece, Line) or not paper.PARTED.search(piece.text):
        return piece
    cuts = [m.end() - 1 for m in paper.PARTED.finditer(piece.text)]
    cuts = [c for c in cuts if source.gap(piece, c) < 0.1]
    if not cuts:
        return piece
    kept = "".join(c for i, c in enumerate(piece.text) if i not in set(cuts))
    return Line(kept, piece.box, piece.bold, piece.at, piece.broken, piece.opens)


def _document(found: _Found) -> Document:
    layout = found.layout
    text = layout.text
    if not text.strip():
        raise Refused("read", "no_text_layer", f"{len(layout.pages)} pages without text")
    if found.blank:
        found.reasons.append(f"no text on {_listed(found.blank)}")
        found.complete = 0
    footer = pdf_layout.mark_furniture(layout)
    made = pdf_layout.paragraphs(layout)
    furniture = [Span(e.start, e.stop) for e in layout.entries() if e.furniture]
    marks = [Span(*m.span()) for m in paper.MARK.finditer(text)]
    soft = [Span(a, b) for s in made.soft for a, b in _breaks(text, s)]
    return Document(
        text=text,
        reading=make_reading(text, sorted({*furniture, *marks}), soft),
        media_type="application/pdf",
        blocks=tuple(made.blocks),
        tables=tuple(pdf_layout.tables(layout)),
        pages=tuple(layout.pages),
        hosts=hosts_in(text),
        footer=footer,
        status="partial" if found.reasons else "whole",
        status_reason="; ".join(found.reasons)[:500] or None,
        is_complete=found.complete,
        notices=tuple(Notice("pdf.page", reason) for reason in found.reasons),
    )


def _listed(pages: list[int]) -> str:
    shown = ", ".join(str(p) for p in pages[:20])
    return f"page {shown}" if len(pages) == 1 else f"pages {shown}" + ("…" * (len(pages) > 20))


def _breaks(text: str, span: Span) -> list[tuple[int, int]]:
    """Return the newlines of a soft break one by one: furniture may stand between them."""
    return [(i, i + 1) for i in range(span.start, span.stop) if text[i] == "\n"]
