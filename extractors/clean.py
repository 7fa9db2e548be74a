"""The words of a span as a reader would copy them: blanks folded, no label, no trailing "and".

Source of the rule: SCHEMA, `resolutions.text`. Words come from `reading`, where page furniture is
blanked and line-end hyphens are joined; only curly quotes are taken back from the text as printed.
"""

import re

from extractors.context import Context

_CURLY = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
_CURLIES = frozenset("\u2018\u2019\u201c\u201d")
# A letter-spaced That, as some clerks set it.
_SPACED_THAT = re.compile(r"\bT H A T\b")
# What joins a limb to the next one: "; and", ", and", ";", ",". The anchor is found from the end.
_JOINT = re.compile(
    r"[;,]?\s{0,9}\b(?:and|or|ac)\s{0,9}[;,:\-–]{0,2}$|;\s{1,9}a$|[;,]+$", re.IGNORECASE
)


def words(context: Context, start: int, stop: int) -> str:
    """Return the words of a span for reading: one blank for each run of blanks, quotes as printed.

    Takes offsets into the document; returns a string without outer blanks.
    """
    said = context.reading[start:stop]
    printed = context.text[start:stop]
    if not _CURLIES.isdisjoint(printed):
        said = "".join(p if p in _CURLIES else s for p, s in zip(printed, said, strict=True))
    return " ".join(said.split())


def limb(context: Context, start: int, stop: int) -> str:
    """Return a limb's words: as `words`, without the "; and" that leads to the next limb."""
    said = words(context, start, stop).rstrip(" |")
    if said[:1] in "Tt":
        said = _SPACED_THAT.sub("That", said, count=1)
    return unjoined(said)


def unjoined(said: str) -> str:
    """Return a limb without its trailing joint.

    >>> unjoined("approve the plan; and")
    'approve the plan'
    >>> unjoined("note the terms and")
    'note the terms'
    >>> unjoined("That the brand be noted.")
    'That the brand be noted.'
    """
    tail = said[-24:]
    found = _JOINT.search(tail)
    if not found:
        return said
    return said[: len(said) - len(tail) + found.start()].rstrip(" ;,")


def lead(context: Context, start: int, stop: int) -> str | None:
    """Return the words that govern several limbs, without their colon; None where none is left."""
    said = words(context, start, stop).strip(" :;-–—,")
    return said or None


def plain(said: str) -> str:
    """Return words with straight quotes, for comparing.

    >>> plain("the Board’s plan")
    "the Board's plan"
    """
    return said.translate(_CURLY)
