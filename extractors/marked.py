"""What a model sees of a marked figure: the words around it, never the figure itself.

Each word becomes a token that tells on which side of the mark it stands and how near, so that a
bag of them keeps what matters of their order. Other figures are told by their sign only.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors import leads, table_heads
from extractors.context import Context

MARK = "«X»"
_REACH = 320  # characters of the sentence on each side
_NEAR = 12  # words on each side that count as near
_HEAD = 25  # words of a leading line, heading or table head
# A figure with its sign, a word, a stop that parts clauses.
_TOKEN = re.compile(r"[£€$]?[0-9][0-9.,]*%?|[^\W\d_]+|[%£€$;:(),.]")
_STEM = 5

Words = list[str]


def split(said: str) -> Words:
    """Return the words of a text in lower case, figures as their signs.

    >>> split("Saved £5,000 (12%) in 2019")
    ['saved', '£0', '(', '0%', ')', 'in', '0']
    """
    return [_shape(word) for word in _TOKEN.findall(said)]


def _shape(word: str) -> str:
    if word.isalpha() or not any(letter.isdigit() for letter in word):
        return word.lower()
    sign = word[0] if word[0] in "£€$" else ""
    return f"{sign}0{'%' if word.endswith('%') else ''}"


def around(sentence: str, start: int, stop: int, **beside: str) -> Words:
    """Return the tokens of a figure at [start, stop) of its sentence.

    `beside` are further words under a name each: `lead` (the line that leads the list), `column`
    and `row` (the heads of a table), `heading`.
    """
    left = split(sentence[max(0, start - _REACH) : start])
    right = split(sentence[stop : stop + _REACH])
    found = [*_side("l", left[::-1]), *_side("r", right)]
    for name, said in beside.items():
        words = split(said)[-_HEAD:]
        found += [f"{name}:{word}" for word in words]
        found += [f"{name}:{word[:_STEM]}~" for word in words if len(word) > _STEM]
    return found or [MARK]


def seen(context: Context, start: int, stop: int) -> Words:
    """Return the tokens of a figure of a document: its sentence, its list's lead, table heads."""
    reading = context.reading
    beside = {}
    heads = table_heads.at(context.document, start)
    for name, span in (("column", heads and heads.column), ("row", heads and heads.row)):
        if span:
            beside[name] = reading[span.start : span.stop]
    if lead := leads.above(reading, start, 0):
        beside["lead"] = reading[max(lead.start, lead.stop - _REACH) : lead.stop]
    sentence = context.sentence_at(start)
    left, right = max(sentence.start, start - _REACH), min(sentence.stop, stop + _REACH)
    return around(reading[left:right], start - left, stop - left, **beside)


def _side(name: str, words: Sequence[str]) -> Iterator[str]:
    """Yield the tokens of one side, the nearest word first."""
    near = words[:_NEAR]
    for at, word in enumerate(near[:3]):
        yield f"{name}{at}:{word}"
    for word in near:
        yield f"{name}:{word}"
    for word in near:
        if len(word) > _STEM:
            yield f"{name}:{word[:_STEM]}~"
    for one, two in pairwise(near[:8]):
        yield f"{name}:{one}_{two}"
    for word in words[_NEAR:40]:
        yield f"{name}+:{word}"


def of_limb(text: str, lead: str = "") -> Words:
    """Return the tokens of a limb: its first words by place, then as a bag and in pairs."""
    words = split(text)[:60]
    found = [f"w{at}:{word}" for at, word in enumerate(words[:4])]
    found += [f"w:{word}" for word in words]
    found += [f"w:{one}_{two}" for one, two in pairwise(words[:40])]
    found += [f"first:{word}" for word in words[:12]]
    found += [f"lead:{word}" for word in split(lead)[-_HEAD:]]
    return found or [MARK]
