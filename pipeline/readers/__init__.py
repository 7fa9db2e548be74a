"""Bytes to one Document, a reader for each form.

Readers are imported when first needed: a program that only searches must not load parsers.
"""

from collections.abc import Callable

from pipeline import progress
from pipeline.readers import sniff
from pipeline.readers.errors import Refused
from schemas.document import Document

__all__ = ["BYTE_LIMITS", "READERS", "Refused", "read"]


def _html(data: bytes) -> Document:
    from pipeline.readers.html import read_html

    return read_html(data)


def _text(data: bytes) -> Document:
    from pipeline.readers.text import read_text

    return read_text(data)


def _pdf(data: bytes) -> Document:
    from pipeline.readers.pdf import read_pdf

    return read_pdf(data, progress.pages_read)


def _xml(data: bytes) -> Document:
    from pipeline.readers.xml import read_xml

    return read_xml(data)


def _json(data: bytes) -> Document:
    from pipeline.readers.json import read_json

    return read_json(data)


# Media type, reader; a type without a reader is refused as unknown.
READERS: tuple[tuple[str, Callable[[bytes], Document]], ...] = (
    (sniff.HTML, _html),
    (sniff.TEXT, _text),
    (sniff.PDF, _pdf),
    (sniff.XML, _xml),
    (sniff.JSON, _json),
)
BYTE_LIMITS: tuple[tuple[str, int], ...] = ((sniff.PDF, 100_000_000),)
BYTE_LIMIT = 32_000_000  # of every other type


def read(data: bytes, name: str = "") -> Document:
    """Return the document that a file's bytes hold; `name` is the file's name.

    Raises Refused with the stage and reason for quarantine.
    """
    kind = sniff.sniff(data, name)
    limit = dict(BYTE_LIMITS).get(kind, BYTE_LIMIT)
    if len(data) > limit:
        raise Refused("read", "too_large", f"{len(data)} bytes, at most {limit}")
    reader = dict(READERS).get(kind)
    if reader is None:
        raise Refused("read", "unknown_type", f"no reader for {kind}")
    return reader(data)
