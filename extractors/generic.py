"""Titles that any agenda may have: alone they never make two items one matter."""

from functools import cache

from extractors import data
from extractors.procedural import is_procedural

_WORDS_OF_A_TITLE = 2  # "Budget" alone joins nothing


@cache
def _titles() -> frozenset[str]:
    return frozenset(data.lines("generic_titles.txt"))


def is_generic(folded: str) -> bool:
    """Tell whether a title, folded to lower case without punctuation, names no business.

    >>> is_generic("any other business"), is_generic("apologies"), is_generic("sale of the mill")
    (True, True, False)
    """
    few = folded.count(" ") < _WORDS_OF_A_TITLE - 1
    return few or folded in _titles() or is_procedural(folded) == 1
