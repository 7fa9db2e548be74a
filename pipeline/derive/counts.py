"""What lists and counts of suppliers and councils are read from, made anew from the stored rows."""

from pipeline.book import Book
from schemas import search


def derive_counts(book: Book) -> None:
    """Fill `search_suppliers` and `search_councils`, inside the caller's transaction."""
    for statement in search.FILL_COUNTS:
        book.do(statement)
