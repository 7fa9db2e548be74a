"""Indicators by a model over pairs of figures, beside the rules.

It learns from the pairs of the development pages (pairs.py) and from snippets of our own
(data/kpi_snippets.txt), in which each result and its target are marked. What is compared is whole
rows, matched as `make evaluate` does: those of the rules, and those of rules and model together.
"""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from extractors import likeness
from extractors.context import Context
from extractors.kpi import kpis
from extractors.kpi import model as kpi_model
from extractors.kpi.model import YES
from extractors.kpi.pairs import Pair, pairs
from pipeline.train import model
from pipeline.train.compare import FEWEST, FOLDS, GRID, Outcome, folds, joined
from pipeline.train.gather import INDICATORS
from pipeline.train.marks import Mark
from pipeline.train.snippets import Marked, Snippet, context_of, snippets
from schemas.facts import Kpi

NO = "no"
SURE = 0.92  # how often pairs have to be right on councils unseen; many "wrong" ones are gold gaps
ALONE = 0.5
_COPIES = 3  # of each pair that is one: there are thirty that are none
_SHAPE = model.Shape(rows=1 << 16, epochs=6, rate=0.002)
Gold = Mapping[str, Any]
_SNIPPETS = "kpi_snippets.txt"


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its pairs, which of them are right, and the indicators it should give."""

    council: str
    context: Context
    pairs: tuple[Pair, ...]
    right: frozenset[int]
    wanted: tuple[Gold, ...]


# -- pages ----------------------------------------------------------------------------------------


def gathered(folder: Path) -> list[Page]:
    """Return the pages of a gold folder whose answers tell the indicators."""
    found = []
    for file in sorted((folder / "answers").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        if "kpis" in gold:
            source = folder / gold["source"]
            context = context_of(source.read_bytes(), source.name)
            asked, wanted = pairs(context), tuple(gold["kpis"])
            right = frozenset(_right(context.reading, asked, wanted))
            found.append(Page(source.parent.name, context, tuple(asked), right, wanted))
    return found


def _right(reading: str, asked: Sequence[Pair], wanted: Sequence[Gold]) -> Iterator[int]:
    """Yield the pairs that are an indicator's: for each the one whose words and figures fit."""
    taken: set[int] = set()
    for gold in wanted:
        fits = [
            (far, at)
            for at, pair in enumerate(asked)
            if at not in taken and (far := _far(reading, pair, gold)) is not None
        ]
        if fits:
            _, best = min(fits)
            taken.add(best)
            yield best


def _far(reading: str, pair: Pair, gold: Gold) -> tuple[bool, int] | None:
    """Return how far a pair's words are from an indicator's; None where they are not its."""
    told = ((gold.get("actual"), pair.actual), (gold.get("target"), pair.target))
    if any(value is None or not _is_value(value, figure.value) for value, figure in told):
        return None
    words = [gold["code"]] if gold.get("code") else gold.get("words", ())
    apart = abs(pair.actual.start - pair.target.start)
    for is_wide, span in ((False, pair.window), (True, pair.unit)):
        said = " ".join(reading[span.start : span.stop].split()).casefold()
        if all(word.casefold() in said for word in words):
            return is_wide, apart
    return None


def _is_value(gold: object, value: float) -> bool:
    try:
        return abs(float(str(gold)) - value) < 1e-6
    except ValueError:
        return False


# -- snippets -------------------------------------------------------------------------------------


def of_snippet(one: Snippet) -> Iterator[model.Pair]:
    """Yield the pairs of a snippet: "<a1>81%</a1> against <t1>90%</t1>, 80% last year"."""
    for pair in pairs(one.context):
        results = {m.name[1:] for m in one.marks if _is_at(pair.actual.start, m, "a")}
        targets = {m.name[1:] for m in one.marks if _is_at(pair.target.start, m, "t")}
        yield from _taught(pair, not results.isdisjoint(targets))


def _is_at(start: int, mark: Marked, part: str) -> bool:
    return mark.name.startswith(part) and mark.start - 1 <= start < mark.stop


def _taught(pair: Pair, is_one: bool) -> list[model.Pair]:
    return [(pair.words, YES if is_one else NO)] * (_COPIES if is_one else 1)


# -- comparison -----------------------------------------------------------------------------------


def compare(development: Path, held_out: Path, seed: int) -> Outcome:
    """Train on all development pages and our snippets; compare on held-out."""
    pages = gathered(development)
    own = [pair for one in snippets(_SNIPPETS) for pair in of_snippet(one)]
    told = _unseen(pages, own, seed)
    least = _threshold(told)
    started = time.process_time()
    learned = [*_pairs(pages), *own]
    made = model.fitted(learned, seed, _SHAPE)
    seconds = time.process_time() - started
    asked = gathered(held_out)
    started = time.process_time()
    sure = [_sure(made, page) for page in asked]
    spent = time.process_time() - started
    figures: dict[str, Any] = {
        "cases": sum(len(page.pairs) for page in pages),
        "sentences": len(own),
        "train_seconds": seconds,
        "bytes": len(made.to_bytes(exclude=["vocab", "tokenizer"])),
        "ms": 1000 * spent / len(asked),
        "development": _three(told, least),
        **_three(list(zip(asked, sure, strict=True)), least),
    }
    return Outcome(INDICATORS, figures, made, _SHAPE)


def _pairs(pages: Sequence[Page]) -> Iterator[model.Pair]:
    for page in pages:
        for at, pair in enumerate(page.pairs):
            yield from _taught(pair, at in page.right)


Told = Sequence[tuple[Page, Sequence[float]]]


def _unseen(pages: Sequence[Page], own: Sequence[model.Pair], seed: int) -> Told:
    of = folds([page.council for page in pages], seed)
    found = []
    for fold in range(FOLDS):
        seen = [page for page in pages if of[page.council] != fold]
        made = model.fitted([*_pairs(seen), *own], seed, _SHAPE)
        found += [(page, _sure(made, page)) for page in pages if of[page.council] == fold]
    return found


def _sure(made: Language, page: Page) -> list[float]:
    return kpi_model.chances(model.answers(made, [pair.words for pair in page.pairs]))


def _threshold(told: Told) -> float | None:
    """Return the least probability from which pairs are right as often as SURE, councils unseen."""
    for least in GRID:
        mark = _of_pairs(told, least)
        if mark.named >= FEWEST and mark.precision >= SURE:
            return least
    return None


def _of_pairs(told: Told, least: float) -> Mark:
    hit = named = wanted = 0
    for page, sure in told:
        tied = kpi_model.chosen(page.pairs, sure, least)
        ours = {id(page.pairs[at]) for at in page.right}
        hit += sum(id(pair) in ours for pair in tied)
        named += len(tied)
        wanted += len(page.right)
    return Mark(hit, named, wanted, hit, wanted)


# -- rows -----------------------------------------------------------------------------------------


def _rows(page: Page, sure: Sequence[float], least: float, is_over: bool) -> list[Kpi]:
    """Return the rows of a page: the rules' own, and those that a model ties."""
    told = kpi_model.tied(page.context, page.pairs, sure, least, "kpi.model")
    found: list[Kpi] = []
    for section in page.context.cut.sections:
        rows = list(kpis.find(section, page.context))
        own = kpi_model.own(told, section)
        both = kpi_model.joined(rows, own, section, page.context, told.rule, is_over)
        found += (row for row in both if isinstance(row, Kpi))
    return found


def _hits(page: Page, rows: Sequence[Kpi]) -> list[bool]:
    """Tell for each indicator that a page should give whether one of the rows is it."""
    left = [_plain(page.context, row) for row in rows]
    found = []
    for gold in page.wanted:
        match = next((row for row in left if likeness.kpis_match(gold, row)), None)
        if match is not None:
            left.remove(match)
        found.append(match is not None)
    return found


def _plain(context: Context, row: Kpi) -> dict[str, Any]:
    names = ("sentence", "name", "service", "code", "outcome", "target", "actual", "period")
    return {
        "start": row.start,
        "quote": context.quote(row.start, row.stop),
        **{name: getattr(row, name) for name in names},
    }


def _way(told: Told, least: float | None, is_over: bool) -> tuple[list[bool], Mark]:
    """Return which indicators are found, and the mark; by the rules alone without a threshold."""
    hits: list[bool] = []
    named = 0
    for page, sure in told:
        rows = _rows(page, sure if least else (), least or 1, is_over)
        hits += _hits(page, rows)
        named += len(rows)
    return hits, Mark(sum(hits), named, len(hits), sum(hits), len(hits))


def _three(told: Told, least: float | None) -> dict[str, Any]:
    before, ruled = _way(told, None, False)
    found: dict[str, Any] = {
        "rules": ruled.plain(),
        "model": _of_pairs(told, ALONE).plain(),
        "unsaid": ruled.wanted - ruled.hit,
    }
    for way, is_over in (("open", False), ("over", True)):
        now, both = _way(told, least, is_over)
        changes = [pair for pair in zip(before, now, strict=True) if pair[0] != pair[1]]
        found[way] = joined(ruled, both, changes, least)
    return found
