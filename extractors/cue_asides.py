"""What is said by the way in a sentence, and the words that part more or less than alone."""

from collections.abc import Iterator, Sequence

SIGNS = ("£", "€", "$")
# ", representing a fifth of the budget,": what such a word opens is said by the way.
_BY_THE_WAY = frozenset(
    "representing equivalent equating excluding net subject being including together plus "
    "as or after following which".split()
) - {"or", "including", "plus"}
_ASIDE = 26  # words at most


def asides(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the tokens [first, last) of what is said by the way, and holds no sum of its own.

    >>> list(asides("grant ( for roads ) of".split()))
    [(1, 5)]
    >>> list(asides("savings , representing a fifth , will".split()))
    [(1, 6)]
    """
    if "(" in words:
        at = 0
        while "(" in words[at:]:
            first = words.index("(", at)
            at = first + 1
            last = next((i for i in range(at, min(at + _ASIDE, len(words))) if words[i] in "()"), 0)
            if last and words[last] == ")" and not _holds_sum(words[at:last]):
                yield first, last + 1
                at = last + 1
    if not _BY_THE_WAY.isdisjoint(words):
        for at, word in enumerate(words[:-2]):
            if word == "," and words[at + 1] in _BY_THE_WAY:
                end = min(at + _ASIDE, len(words))
                last = next((i for i in range(at + 2, end) if words[i] == ","), 0)
                if last and not _holds_sum(words[at:last]):
                    yield at, last + 1


def turned(words: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Yield the words whose crossing costs something else by what stands beside them, and what.

    "…, and that £5 be put": a clause of its own. "raised by 3%, to £5": no other figure's clause.

    >>> list(turned("cut and that".split())), list(turned("by 3% , to".split()))
    ([(2, 3.0)], [(1, 0.5), (2, 0.0)])
    """
    if "that" in words:
        yield from (
            (at, 3.0) for at, word in enumerate(words) if word == "that" and words[at - 1] == "and"
        )
    if "by" in words:
        for at, word in enumerate(words[:-2], 1):
            if word == "by" and words[at][-1] == "%" and "to" in words[at + 1 : at + 3]:
                yield at, 0.5
                if words[at + 1] == ",":
                    yield at + 1, 0.0


def _holds_sum(words: Sequence[str]) -> bool:
    return any(word[0] in SIGNS for word in words)
