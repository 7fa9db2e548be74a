"""Pairs of figures that may be an indicator's result and its target, and what a model sees of each.

Any two figures of like units that stand near one another in a paragraph are a candidate, both ways
round: which of the two is the aim, if one is, the words around them tell in more ways than rules
can list. The figures themselves are never told, but for which is the larger and how far.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors import marked
from extractors.context import Context
from extractors.kpi import codes as kpi_codes
from extractors.kpi import figures as kpi_figures
from extractors.kpi.figures import Figure
from extractors.kpi.periods import Periods
from schemas.document import Section, Span

APART = 260  # characters between the two figures
_BETWEEN = 4  # places in the row of figures
_MOST = 60  # figures of a paragraph: more of them are a table
_LONGEST = 6000  # characters of a paragraph
_PAIRS = 6000  # of a page
_LEFT, _RIGHT = 200, 160  # characters beside the two that are read
_STEM = 5
_SILENT = frozenset(("header", "contact", "votes", "attendance", "documents", "interests"))
# What looks like an indicator's code is no figure: "HS 12", "ENV-03", "PAM/010".
_CODE_LIKE = re.compile(
    r"(?<![\w£%])(?:[A-Z]{2,6}[ ]|[A-Z]{1,6}[_/.-]?(?:[A-Z]{1,4}[_/.-]?)?)"
    r"[0-9]{1,4}(?:[._-][0-9]{1,3}){0,2}[a-z]?(?![\w%])"
)
_YEAR = re.compile(r"(?:19[89]|20[0-4])[0-9]")  # "2024", not "2,024"
_SMALLER = {"seconds": "minutes", "minutes": "hours"}  # "6 minutes 40 seconds" against 3 minutes


class Pair(NamedTuple):
    """A result and a target, the sentences that hold them, and the tokens that a model sees."""

    unit: Span  # the paragraph
    window: Span  # the sentence, or two that follow one another
    actual: Figure
    target: Figure
    words: marked.Words


class _Place(NamedTuple):
    """A figure with its number among those of its paragraph, and that of its sentence."""

    figure: Figure
    at: int
    sentence: int


def pairs(context: Context) -> list[Pair]:
    """Return the pairs of a page in reading order; tables of cells have none."""
    found: list[Pair] = []
    spells = Periods.of(context)
    for section in context.cut.sections:
        if section.kind not in _SILENT:
            for unit in _units(section, context):
                found += _of_unit(context, unit, spells)
        if len(found) > _PAIRS:
            break
    return found[:_PAIRS]


def _units(section: Section, context: Context) -> Iterator[Span]:
    tables = [(t.start, t.stop) for t in context.document.tables]
    for unit in context.paragraphs(section):
        if unit.stop - unit.start <= _LONGEST and not any(a <= unit.start < b for a, b in tables):
            yield unit


def _of_unit(context: Context, unit: Span, spells: Periods) -> Iterator[Pair]:
    sentences = context.sentences(unit)
    places = list(_places(context.reading, sentences, spells))
    if len(places) > _MOST:
        return
    for one in places:
        for other in places:
            if one.at != other.at and _may_pair(one, other) and _is_said(context, one, other):
                first, last = sorted((one.sentence, other.sentence))
                window = Span(sentences[first].start, sentences[last].stop)
                many = sum(first <= p.sentence <= last for p in places)
                words = seen(context.reading, window, one, other, many)
                yield Pair(unit, window, one.figure, other.figure, words)


def _places(reading: str, sentences: Sequence[Span], spells: Periods) -> Iterator[_Place]:
    at = 0
    for number, sentence in enumerate(sentences):
        for figure in _figures(reading, sentence, spells):
            yield _Place(figure, at, number)
            at += 1


_DIGIT = re.compile("[0-9]")


# The number of a paragraph: "2. The service runs", "3.4 Customer contact".
_NUMBERED = re.compile(r"[ ]{0,8}(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]?)[ ]{1,8}[A-Z]")


def _figures(reading: str, sentence: Span, spells: Periods) -> Sequence[Figure]:
    start, stop = sentence.start, sentence.stop
    if not _DIGIT.search(reading, start, stop):
        return ()
    taken = [(c.start, c.stop) for c in kpi_codes.find(reading, start, stop)]
    taken += [(p.start, p.stop) for p in spells.find(start, stop)]
    taken += [m.span() for m in _CODE_LIKE.finditer(reading, start, stop)]
    if numbered := _NUMBERED.match(reading, start, stop):
        taken.append(numbered.span("number"))
    found = kpi_figures.find(reading, start, stop, taken)
    return [f for f in found if f.top is None and not _YEAR.fullmatch(reading, f.start, f.stop)]


def _may_pair(actual: _Place, target: _Place) -> bool:
    one, two = actual.figure, target.figure
    return (
        abs(actual.at - target.at) <= _BETWEEN
        and abs(actual.sentence - target.sentence) < 2
        and abs(one.start - two.start) <= APART
        and "£" not in (one.unit, two.unit)
        and (
            one.unit == two.unit
            or "number" in (one.unit, two.unit)
            or _SMALLER.get(one.unit) == two.unit
        )
    )


_WORD = re.compile("[A-Za-z]")


def _is_said(context: Context, one: _Place, other: _Place) -> bool:
    """Tell whether a word stands between two figures: those of a row's cells have none."""
    first, last = sorted((one.figure, other.figure), key=lambda f: f.start)
    return _WORD.search(context.reading, first.stop, last.start) is not None


# -- what a model sees ----------------------------------------------------------------------------


def seen(reading: str, window: Span, actual: _Place, target: _Place, many: int) -> marked.Words:
    """Return the tokens of a pair; `many`: the figures of its window."""
    one, two = actual.figure, target.figure
    first, last = sorted((one, two), key=lambda f: f.start)
    order = "A" if first is one else "T"
    left = marked.split(reading[max(window.start, first.start - _LEFT) : first.start])[::-1]
    between = marked.split(reading[first.stop : last.start])
    right = marked.split(reading[last.stop : min(window.stop, last.stop + _RIGHT)])
    found = [f"o:{order}"]
    found += _outside(f"{order}l", left)
    found += _outside(f"{order}r", right)
    found += _inside(order, between)
    found += _near(reading, window, two, "t")
    found += _near(reading, window, one, "a")
    whole = marked.split(reading[window.start : window.stop])
    found += (f"s:{word[:_STEM]}" for word in whole)
    found += _of_figures(one, two)
    found += [f"{order}gap:{abs(actual.at - target.at)}", f"n:{min(many, 8)}"]
    if _CODE_LIKE.search(reading, window.start, window.stop):
        found.append("code")
    found += _apart(found) if actual.sentence != target.sentence else ["one"]
    return list(dict.fromkeys(found))


def _outside(side: str, words: Sequence[str]) -> Iterator[str]:
    for at in range(3):
        yield f"{side}{at}:{words[at] if at < len(words) else '^'}"
    yield f"{side}01:{'_'.join(words[:2])}"
    yield from (f"{side}:{word[:_STEM]}" for word in words[:10])


def _inside(order: str, words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield f"{order}m:{word}"
        yield f"m:{word[:_STEM]}"
    yield from (f"{order}m2:{one}_{two}" for one, two in pairwise(words))
    few = len(words) < 5
    yield f"{order}mid:{'_'.join(words)}" if few else f"{order}long:{min(4, len(words) // 5)}"


def _near(reading: str, window: Span, figure: Figure, part: str) -> Iterator[str]:
    left = marked.split(reading[max(window.start, figure.start - 120) : figure.start])[::-1]
    right = marked.split(reading[figure.stop : min(window.stop, figure.stop + 100)])
    for side, words in (("l", left), ("r", right)):
        for at in range(4):
            yield f"{part}{side}{at}:{words[at] if at < len(words) else '^'}"
        yield f"{part}{side}01:{'_'.join(words[:2])}"
        yield from (f"{part}{side}:{word[:_STEM]}" for word in words[:7])
    yield f"{part}l012:{'_'.join(left[:3])}"


def _of_figures(actual: Figure, target: Figure) -> Iterator[str]:
    one, two = actual.value, target.value
    yield from (f"ua:{actual.unit}", f"ut:{target.unit}", f"u:{actual.unit}_{target.unit}")
    yield f"rel:{'=' if one == two else '<' if one < two else '>'}"
    yield f"ratio:{int(10 * (min(one, two) + 0.01) / (max(one, two) + 0.01))}"


# What tells most where the two stand in sentences of their own.
_TOLD = ("Am:", "Tm:", "tl", "al")


def _apart(found: Sequence[str]) -> list[str]:
    return ["apart", *(f"x{word}" for word in found if word.startswith(_TOLD))]
