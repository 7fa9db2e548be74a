"""Indicators, with a trained model's word on which figures are a result and its target.

The rules know many turns of phrase that tie a result to its aim; officers have more. The model
(data/kpi_pairs.model, made by `make train`) sees any two like figures of running text with the
words around them (pairs.py). Where it is sure that one is the result and the other its target, and
no rule says so, they are an indicator's row, whose name, code, period and outcome are read as
those of the rules' rows; a row of a sentence that parts the two otherwise goes. docs/models.md
tells what it earns and costs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from extractors import nlp
from extractors.context import Context
from extractors.kpi import kpis
from extractors.kpi import parts as kpi_parts
from extractors.kpi import tied as kpi_tied
from extractors.kpi.pairs import Pair, pairs
from schemas.document import Section, Span
from schemas.facts import Kpi, KpiSummary

FILE = "kpi_pairs.model"
YES = "yes"
_CUT = (";", ". ", ", and ", ", while ", ", but ", ", ", " and ", " but ", " ")


class Told(NamedTuple):
    """What the model ties on a page: pairs with their stretch of text, in reading order."""

    rule: str
    tied: tuple[tuple[Pair, Span], ...]


def find(section: Section, context: Context) -> Iterator[Kpi | KpiSummary]:
    """Yield the indicators of a section and its counts of them, with those the model ties."""
    rows = list(kpis.find(section, context))
    told = context.once(_told)
    if told is None:
        yield from rows
        return
    yield from joined(rows, own(told, section), section, context, told.rule)


def own(told: Told, section: Section) -> list[tuple[Pair, Span]]:
    """Return what the model ties in a section."""
    return [one for one in told.tied if section.start <= one[0].unit.start < section.stop]


def joined(
    rows: Sequence[Kpi | KpiSummary],
    tied: Sequence[tuple[Pair, Span]],
    section: Section,
    context: Context,
    rule: str,
    is_over: bool = True,
) -> Iterator[Kpi | KpiSummary]:
    """Yield the rules' rows that no pair gainsays, and a row for each pair that no rule has.

    `is_over`: a pair goes over the rules' rows of sentences that part its figures otherwise.
    """
    known = _by_figures(rows)
    now: dict[int, Kpi | None] = {}  # what becomes of the rules' rows
    made: list[Kpi] = []
    for pair, span in tied:
        spots = (pair.target.start, pair.actual.start)
        beside = [row for spot in spots for row in known.get(spot, ())]
        if any(pair.actual.start in _spots(row, "previous") for row in beside):
            continue  # what the rules know for last year's is no result
        same = next((row for row in beside if _is_same(row, pair)), None)
        if same is not None:
            now[id(same)] = kpi_tied.coded(same, span, context)
        elif (is_over or not beside) and not any(_is_cell(row) for row in beside):
            now |= {id(row): None for row in beside}
            made.append(replace(kpi_tied.row(pair, span, section, context), rule=rule))
    kept = (now.get(id(row), row) for row in rows)
    yield from (row for row in kept if row is not None)
    yield from made


def _by_figures(rows: Sequence[Kpi | KpiSummary]) -> dict[int, list[Kpi]]:
    """Return the indicators among rows by where their results and targets stand."""
    found: dict[int, list[Kpi]] = {}
    for row in rows:
        if isinstance(row, Kpi):
            for spot in _spots(row, "target") | _spots(row, "actual"):
                found.setdefault(spot, []).append(row)
    return found


def _spots(row: Kpi, column: str) -> set[int]:
    return {proof.start for proof in row.proofs if proof.column == column}


def _is_same(row: Kpi, pair: Pair) -> bool:
    return pair.target.start in _spots(row, "target") and pair.actual.start in _spots(row, "actual")


def _is_cell(row: Kpi) -> bool:
    return row.rule != "kpi.sentence"


# -- what the model ties --------------------------------------------------------------------------


def _told(context: Context) -> Told | None:
    """Ask the model about a whole page; None where there is no model."""
    model = nlp.trained(FILE)
    if model is None:
        return None
    asked = [
        pair for pair in pairs(context)
        if not kpi_parts.is_most(context.reading, pair.window.start, pair.actual)
    ]  # fmt: skip
    sure = chances(model.answers([pair.words for pair in asked]))
    return tied(context, asked, sure, model.least, f"kpi.model-{model.version}")


def chances(answers: Sequence[tuple[str, float]]) -> list[float]:
    """Return how surely each pair is a result and its target, by a model's answers."""
    return [chance if label == YES else 1 - chance for label, chance in answers]


def tied(
    context: Context, asked: Sequence[Pair], sure: Sequence[float], least: float, rule: str
) -> Told:
    """Return the pairs that a model ties from a probability on, each with its own words."""
    found = chosen(asked, sure, least)
    return Told(rule, tuple(zip(found, _stretches(context, found), strict=True)))


def chosen(asked: Sequence[Pair], sure: Sequence[float], least: float) -> list[Pair]:
    """Return the pairs that are likely enough, the likeliest first; no figure is in two of them."""
    taken: set[int] = set()
    found: list[Pair] = []
    for chance, at in sorted(((-chance, at) for at, chance in enumerate(sure))):
        if -chance < least:
            break
        spots = {asked[at].actual.start, asked[at].target.start}
        if taken.isdisjoint(spots):
            taken |= spots
            found.append(asked[at])
    return sorted(found, key=_first)


def _first(pair: Pair) -> int:
    return min(pair.actual.start, pair.target.start)


def _last(pair: Pair) -> int:
    return max(pair.actual.stop, pair.target.stop)


def _stretches(context: Context, tied: Sequence[Pair]) -> Iterator[Span]:
    """Yield for each pair the words that are its own: its sentences, cut between pairs."""
    cuts: dict[int, int] = {}
    for one, two in pairwise(tied):
        if two.window.start < one.window.stop and _last(one) <= _first(two):
            cuts[id(two)] = _cut(context.reading, _last(one), _first(two))
    ends = [*(cuts.get(id(pair)) for pair in tied[1:]), None][: len(tied)]
    for pair, end in zip(tied, ends, strict=True):
        start = cuts.get(id(pair), pair.window.start)
        stop = end if end is not None else pair.window.stop
        yield Span(start, max(stop, _last(pair)))


def _cut(reading: str, start: int, stop: int) -> int:
    """Return where the words of one pair end and those of the next begin."""
    for mark in _CUT:
        at = reading.find(mark, start, stop)
        if at >= 0:
            return at + 1
    return start
