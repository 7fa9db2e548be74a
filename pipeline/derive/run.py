"""What belongs to several documents, made anew from the current ones in key order.

Nothing here reads a file: it goes by the stored rows alone, so the result does not depend on the
order in which documents came. Rows that stay keep their ids.
"""

from pipeline.book import Book
from pipeline.derive.counts import derive_counts
from pipeline.derive.differences import derive_differences
from pipeline.derive.kinship import kinship
from pipeline.derive.matters import derive_matters
from pipeline.derive.meetings import derive_meetings
from pipeline.derive.organisations import derive_organisations
from pipeline.derive.outcomes import derive_outcomes
from pipeline.derive.repeats import derive_repeats


def derive(book: Book) -> None:
    """Bring all that is derived up to date, inside one transaction."""
    derive_meetings(book)
    derive_organisations(book)
    groups = kinship(book)
    derive_repeats(book, groups)
    derive_differences(book, groups)
    papers = derive_matters(book, groups)
    derive_outcomes(book, groups, papers)
    derive_counts(book)
