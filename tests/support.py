"""What several tests need: a context over a piece of text, the shared folder when it is there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.context import Context
from extractors.cut import Cut
from schemas.document import Block, Document, Section

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared beside this clone")

_PLAIN = str.maketrans({"\u00a0": " ", "’": "'", "‘": "'", "“": '"', "”": '"'})


def in_time(cost: Callable[[], float], most: float) -> bool:
    """Tell whether work needs less than so many seconds in one of three tries: others disturb."""
    return any(cost() < most for _ in range(3))


def document_of(text: str) -> Document:
    """Return a Document of plain text whose lines are its paragraphs."""
    lines = (m for m in re.finditer(r"[^\n]+", text) if not m[0].isspace())
    blocks = tuple(Block(m.start(), m.end()) for m in lines)
    return Document(
        text=text, reading=text.translate(_PLAIN), media_type="text/plain", blocks=blocks
    )


def context_of(
    text: str, kind: str = "minutes", page: str = "agenda_item", date: str | None = None
) -> tuple[Section, Context]:
    """Return one section over the whole text and its context."""
    section = Section(kind, 0, len(text))
    cut = Cut(kind=page, layout="test", sections=(section,), reference_date=date)
    return section, Context(document_of(text), cut)
