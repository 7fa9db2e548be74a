"""Fills the search index anew from the stored rows."""

from pipeline.book import Book
from pipeline.derive_suppliers import derive_suppliers
from pipeline.store import index
from schemas import search


def reindex(book: Book) -> int:
    """Empty the search index and fill it, inside the caller's transaction; return its documents.

    The table itself is made anew: an index that has drifted or is damaged cannot be emptied by
    taking its entries out one by one.
    """
    for name in ("TABLE search", "TABLE search_rows", "TABLE search_suppliers", "VIEW search_content"):
        kind, _, table = name.partition(" ")
        book.do(f"DROP {kind} IF EXISTS {table}")
    for statement in (*search.CREATE_SEARCH, *search.CREATE_SUPPLIERS):
        book.do(statement)
    found = book.ask("SELECT id, council_id FROM documents ORDER BY key")
    for document_id, council_id in found:
        index(book, document_id, council_id)
    derive_suppliers(book)
    return len(found)
