"""Limbs that another document repeats: the same words, under the same title, meeting and day."""

from collections.abc import Hashable

from extractors import legal
from pipeline.book import Book
from pipeline.identity import folded

_LIMBS = """SELECT l.id, l.document_id, l.text, l.same_as, d.title, d.council_id,
    coalesce(m.body, d.meeting_body, d.decision_maker) AS body,
    coalesce(m.date, d.meeting_date, d.decision_date) AS date
    FROM {table} l JOIN documents o ON o.id = l.document_id JOIN decisions d ON d.id = l.decision_id
    LEFT JOIN meetings m ON m.id = d.meeting_id ORDER BY o.key, l.start, l.id"""


def derive_repeats(book: Book) -> None:
    """Set `same_as` of every limb that stands in another document before it."""
    for table in ("resolutions", "recommendations"):
        first: dict[Hashable, tuple[int, int]] = {}
        changed = []
        for row in book.ask(_LIMBS.format(table=table)):
            original = None
            if row.council_id is not None and row.body and row.date and row.title:
                key = (
                    row.council_id, legal.key(row.body), row.date, folded(row.title),
                    folded(row.text),
                )  # fmt: skip
                limb, document = first.setdefault(key, (row.id, row.document_id))
                original = limb if document != row.document_id else None
            if original != row.same_as:
                changed.append((row.id, original))
        book.set_all(table, "same_as", changed)
