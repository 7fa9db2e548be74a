"""E-mail addresses and telephone numbers in texts, covered at equal length so that offsets hold."""

import re

COVER = "█"
# An address: what stands before and after the @, up to six dots.
_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
# A British number: 10 or 11 figures from 0, or +44, in groups; no part of a longer figure or sum.
_PHONE = re.compile(
    r"(?<![\w£.,/#-])(?:\+44[ ]?(?:\(0\)[ ]?)?|\(?0)[1-9](?:[ ()-]{0,2}[0-9]){8,9}(?![0-9])"
)


def covered(text: str) -> str:
    """Return a text in which every address and number is covered, as long as it was.

    >>> covered("Ring 01305 555014 or write to a.lowe@example.org.")
    'Ring ████████████ or write to ██████████████████.'
    >>> covered("£0123456789 in 2024, company 01234567")
    '£0123456789 in 2024, company 01234567'
    """
    if "@" in text:
        text = _EMAIL.sub(_cover, text)
    return _PHONE.sub(_cover, text)


def covered_around(words: str, marks: str) -> str:
    """Return words whose contacts are covered as if the marks in them (signs) were not there.

    >>> covered_around("to a.<lowe>@example.org today", "<>")
    'to ██<████>████████████ today'
    """
    bare = words.translate({ord(mark): None for mark in marks})
    left = covered(bare)
    if left == bare:
        return words
    signs = iter(left)
    return "".join(sign if sign in marks else next(signs) for sign in words)


def covered_within(part: str, whole: str, marks: str) -> str:
    """Return a passage cut from a text, with marks put in, covered as that text would be.

    A number of which the passage has only a piece is covered too.

    >>> covered_within("…555014 or <ring>…", "Call 01305 555014 or ring back", "<>")
    '…██████ or <ring>…'
    """
    bare = part.translate({ord(mark): None for mark in marks})
    inner = bare.removeprefix("…").removesuffix("…")
    at = whole.find(inner)
    if at < 0:
        return covered_around(part, marks)
    first = bare.startswith("…")
    left = covered(whole)[at : at + len(inner)]
    signs = iter(f"{'…' * first}{left}{bare[first + len(inner) :]}")
    return "".join(sign if sign in marks else next(signs) for sign in part)


def _cover(found: re.Match[str]) -> str:
    return COVER * len(found[0])
