"""Fills the search index anew from the stored rows."""

from pipeline.book import Book
from pipeline.derive.counts import derive_counts
from pipeline.store import index
from schemas import search


def reindex(book: Book) -> int:
    """Empty the search index and fill it, inside the caller's transaction; return its documents.

    The table itself is made anew: an index that has drifted or is damaged cannot be emptied by
    taking its entries out one by one.
    """
    for table in ("search", "search_rows", *search.COUNTS):
        book.do(f"DROP TABLE IF EXISTS {table}")
    book.do("DROP VIEW IF EXISTS search_content")
    for statement in (*search.CREATE_SEARCH, *search.CREATE_COUNTS):
        book.do(statement)
    found = book.ask("SELECT id, council_id FROM documents ORDER BY key")
    for document_id, council_id in found:
        index(book, document_id, council_id)
    derive_counts(book)
    return len(found)
