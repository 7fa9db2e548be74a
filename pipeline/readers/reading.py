"""The second string of a document: as long as its text, and what patterns run on.

Exotic blanks and quotes are plain ones, page furniture is blank, the pieces of a word that was
hyphenated at a line's end stand together with the blanks after the word, and a break inside a
paragraph is a blank. A newline that is left ends a paragraph, a list point or a table row.
"""

import re
from collections.abc import Iterable

from schemas.document import Span

# One character for one: what print uses beside the plain blank, quote and hyphen.
_PLAIN = (
    (" ", "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"),
    (" ", "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"),
    ("'", "‘’‚‛′´`ʼ"),
    ('"', "“”„‟″"),
    ("-", "\u2010\u2011\u2212"),
)
_PAIRS = tuple((exotic, plain) for plain, many in _PLAIN for exotic in many)

_CONTROLS = re.compile(r"[\t\v\f\x1c-\x1f`]")

# A word cut by a hyphen at the line's end: "perfor-" + newline + "mance"; the tail is bounded.
_CUT_WORD = re.compile(r"(?<=[a-z])(-[ ]{0,4}\n[ ]{0,20})([a-z][^\s-]{0,60}+)")
_HEAD = re.compile(r"[A-Za-z]{1,40}+$")
# The words of a page, a hyphenated one as a whole; a word cut at a line's end is none.
_WORD = re.compile(r"(?<![A-Za-z-])[A-Za-z]{1,60}+(?:-[a-z]{1,60}+)?+(?![A-Za-z]|-[ ]{0,4}\n)")
# A year or number cut after its hyphen: the hyphen belongs to it.
_CUT_NUMBER = re.compile(r"(?<=[0-9]-)([ ]{0,4}\n[ ]{0,20})([0-9][^\s]{0,60}+)")
# What ends a line in both of them: few pages have it, and looking for it costs nothing.
_HYPHEN_ENDS = tuple("-" + " " * blanks + "\n" for blanks in range(5))
# A soft hyphen or zero-width character inside a word, with the rest of the word.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"
_INVISIBLE = re.compile(
    "(?<=[^\\s])([\u00ad\u200b-\u200f\u2060]{1,8})([^\\s\u00ad\u200b-\u200f\u2060]{1,60}+)"
)


def plain(text: str) -> str:
    """Return the text with exotic blanks, quotes and hyphens plain; the length is unchanged."""
    if text.isascii() and not _CONTROLS.search(text):
        return text
    for exotic, common in _PAIRS:
        text = text.replace(exotic, common)
    return text


def make_reading(text: str, furniture: Iterable[Span] = (), soft: Iterable[Span] = ()) -> str:
    """Return the reading of a text, of the same length.

    `furniture`: spans that are blanked (their newlines stay). `soft`: spans of blanks and newlines
    inside a paragraph, in which newlines become blanks.
    """
    reading = join_words(plain(text))
    changes = [(s.start, s.stop, True) for s in furniture]
    changes += [(s.start, s.stop, False) for s in soft]
    if not changes:
        return reading
    pieces, at = [], 0
    for start, stop, blank in sorted(changes):
        start = max(start, at)
        if stop <= start:
            continue
        pieces.append(reading[at:start])
        piece = reading[start:stop]
        pieces.append(_blanked(piece) if blank else piece.replace("\n", " "))
        at = stop
    pieces.append(reading[at:])
    return "".join(pieces)


def _blanked(piece: str) -> str:
    return "\n".join(" " * len(line) for line in piece.split("\n"))


def join_words(reading: str) -> str:
    r"""Return the reading with cut words whole and the gap behind them; the length is unchanged.

    A hyphen is kept where the page elsewhere writes the word with one, or where its first piece
    is a word of the page ("long-term"); in a number it always stays.

    >>> join_words("good perfor-\nmance in 2015-\n16 of")
    'good performance   in 2015-16  of'
    """
    if any(end in reading for end in _HYPHEN_ENDS):
        if _CUT_WORD.search(reading):
            words = frozenset(_WORD.findall(reading))
            reading = _CUT_WORD.sub(lambda cut: _joined(cut, words), reading)
        reading = _CUT_NUMBER.sub(_moved, reading)
    if not reading.isascii() and any(mark in reading for mark in _UNSEEN):
        reading = _INVISIBLE.sub(_moved, reading)
    return reading


def _moved(cut: re.Match[str]) -> str:
    return cut.group(2) + " " * len(cut.group(1))


def _joined(cut: re.Match[str], words: frozenset[str]) -> str:
    before = _HEAD.search(cut.string, max(0, cut.start() - 40), cut.start())
    head = before.group() if before else ""
    tail = cut.group(2).rstrip(".,;:)\"'")
    if head + tail not in words and (f"{head}-{tail}" in words or head.lower() in words):
        return "-" + cut.group(2) + " " * (len(cut.group(1)) - 1)
    return _moved(cut)
