"""Saved or crawled HTML pages: one Document, in the form that a copy of the page would have."""

from extractors.wraps import may_be_broken, soft_breaks
from pipeline.readers import html_source
from pipeline.readers.decode import Decoded, decode, lost_characters
from pipeline.readers.errors import Refused
from pipeline.readers.hosts import mails_in
from pipeline.readers.html_stream import pour
from pipeline.readers.html_walk import Walk
from pipeline.readers.html_write import Style, Writer
from pipeline.readers.reading import make_reading, plain
from schemas.document import Document, Link, Notice, Span

TAG_LIMIT = 600_000  # tags of a page: a parsed tag takes about 600 bytes
_ALONE = ("heading", "title", "label", "field", "row", "item_number", "item_title")


def read_html(data: bytes) -> Document:
    """Return the document of an HTML file's bytes.

    Raises Refused: depth_limit for more tags than memory holds, text_limit, empty for a page
    without words.
    """
    return parse(decode(data))


def parse(decoded: Decoded) -> Document:
    """Return the document of a decoded page."""
    source = decoded.text
    if source.count("<") > TAG_LIMIT:
        raise Refused("parse", "depth_limit", f"more than {TAG_LIMIT} tags")
    writer, text, links = _written(source)
    frame = html_source.frame(source)
    damage = html_source.damage(source)
    notices = [*decoded.notices, *lost_characters(text)]
    if damage:
        notices.append(Notice("page.cut", damage))
    return Document(
        text=text,
        reading=reading_of(text, writer),
        media_type="text/html",
        encoding=decoded.used,
        encoding_declared=decoded.declared,
        title=frame.title,
        blocks=tuple(writer.blocks),
        links=links,
        tables=tuple(writer.tables),
        meta=frame.meta,
        hosts=(*frame.hosts, *mails_in(text)),
        footer=frame.footer,
        status="partial" if damage else "whole",
        status_reason=damage,
        is_complete=0 if damage else None,
        notices=tuple(notices),
    )


def _written(source: str) -> tuple[Writer, str, tuple[Link, ...]]:
    """Walk the part that matters; where it holds no words, the whole page."""
    for part in (html_source.part(source), html_source.whole(source)):
        writer = Writer()
        pour(_undeclared(part.markup), Walk(writer, part.is_page), part.first_only)
        text, links = writer.finish()
        if text.strip():
            return writer, text, links
    raise Refused("parse", "empty", "a page without words")


def _undeclared(markup: str) -> str:
    """Leave out an XML declaration: the page is parsed as the HTML that browsers make of it."""
    if markup[:200].lstrip().startswith("<?xml"):
        return markup[markup.find("?>") + 2 :] if "?>" in markup[:400] else markup
    return markup


def write_fragment(writer: Writer, markup: str) -> None:
    """Write a piece of HTML that stands inside another form, such as the text of a web service."""
    writer.close()
    writer.style = Style()
    pour(markup, Walk(writer))
    writer.close()


def reading_of(text: str, writer: Writer) -> str:
    """Return the reading of the text that a writer wrote."""
    smooth = plain(text)
    soft: list[Span] = []
    if may_be_broken(smooth):
        alone = {block.start for block in writer.blocks if block.kind in _ALONE}
        fixed = {block.start for block in writer.blocks if block.kind == "list_item"}
        soft = soft_breaks(smooth, fixed, alone)
    return make_reading(text, (), soft)
