"""The rows that lists and counts of suppliers are read from, made anew from the stored rows."""

from pipeline.book import Book
from schemas import search


def derive_suppliers(book: Book) -> None:
    """Fill `search_suppliers`, inside the caller's transaction."""
    for statement in search.FILL_SUPPLIERS:
        book.do(statement)
