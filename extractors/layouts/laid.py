"""Values of records that a reader laid out as a page: each block is named by its key."""

from dataclasses import dataclass

from extractors import documents
from extractors.layouts.page import Line, printed
from schemas.document import Block, Document
from schemas.facts import Attachment

FORM = "service"  # the key in `Document.meta` under which the reader says what it read
_MARK = "service-"


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its place."""

    words: str
    start: int
    stop: int

    @property
    def span(self) -> tuple[int, int]:
        """Return where it stands."""
        return self.start, self.stop


def key_of(block: Block | None) -> str | None:
    """Return the key of the value that a block holds, None for a block of running text."""
    first = block.classes[0] if block and block.classes else ""
    return first.removeprefix(_MARK) if first.startswith(_MARK) else None


def value_of(document: Document, block: Block) -> Value:
    """Return what stands behind a field's label, or a block's words."""
    start = block.start
    if block.kind == "field":
        start = document.text.index(":", start, block.stop) + 1
        while start < block.stop and document.reading[start].isspace():
            start += 1
    return Value(printed(document, start, block.stop), start, block.stop)


def paper(document: Document, line: Line, number: int) -> Attachment:
    """Return the document that a line names, with its address where it is linked."""
    words = printed(document, line.start, line.stop)
    links = documents.links_in(document, line.start, line.stop)
    return Attachment(
        start=line.start,
        stop=line.stop,
        quote=document.text[line.start : line.stop],
        rule="service.paper",
        decision_id=number,
        title=documents.clean(words) or words,
        url=links[0].href if links else None,
    )
