"""Suppliers without a known name: a model over capitalised names, beside the rules.

A page's suppliers are a set of names, matched as `make evaluate` does; a name is a supplier where
the surest of its mentions is sure enough.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from spacy.language import Language

from pipeline.train import model
from pipeline.train.compare import FEWEST, FOLDS, GRID, Outcome, folds, joined
from pipeline.train.gather import Candidate, Gathered, Names, is_it
from pipeline.train.marks import Mark

YES, NO = "yes", "no"
ALONE = 0.5
_OPEN = (None, "other")  # parts that leave a name open
Sure = Mapping[str, float]  # of each name of a page, how surely it is a supplier
Changes = list[tuple[bool, bool]]


def compare(
    development: Gathered, held_out: Gathered, sentences: Sequence[model.Pair], seed: int
) -> Outcome:
    """Train on all development pages and our sentences; compare on held-out."""
    pages, asked = development.names, held_out.names
    answered = _unseen(pages, sentences, seed)
    least = _threshold(answered)
    started = time.process_time()
    pairs = [*_pairs(pages), *sentences]
    made = model.fitted(pairs, seed)
    seconds = time.process_time() - started
    started = time.process_time()
    told = [_sure(made, page) for page in asked]
    spent = time.process_time() - started
    figures: dict[str, Any] = {
        "cases": len(pairs) - len(sentences),
        "sentences": len(sentences),
        "train_seconds": seconds,
        "bytes": len(made.to_bytes(exclude=["vocab", "tokenizer"])),
        "ms": 1000 * spent / held_out.documents,
        "development": _three(answered, least),
        **_three(list(zip(asked, told, strict=True)), least),
    }
    return Outcome("suppliers", figures, made)


def _pairs(pages: Iterable[Names]) -> Iterator[model.Pair]:
    for page in pages:
        for one in page.candidates:
            if not any(is_it(one.name, name) for name in page.maybe):
                yield one.words, YES if any(is_it(one.name, n) for n in page.wanted) else NO


def _unseen(
    pages: Sequence[Names], sentences: Sequence[model.Pair], seed: int
) -> list[tuple[Names, Sure]]:
    of = folds([page.council for page in pages], seed)
    found = []
    for fold in range(FOLDS):
        seen = [page for page in pages if of[page.council] != fold]
        made = model.fitted([*_pairs(seen), *sentences], seed)
        found += [(page, _sure(made, page)) for page in pages if of[page.council] == fold]
    return found


def _sure(made: Language, page: Names) -> Sure:
    """Return how sure the model is of each name of a page, by its surest mention."""
    told = model.answers(made, [one.words for one in page.candidates])
    sure: dict[str, float] = {}
    for one, (label, chance) in zip(page.candidates, told, strict=True):
        yes = chance if label == YES else 1 - chance
        sure[one.name] = max(yes, sure.get(one.name, 0.0))
    return sure


def added(page: Names, sure: Sure, least: float | None) -> list[str]:
    """Return the names that the model adds to the rules', each firm once."""
    if least is None:
        return []
    roles: dict[str, set[str | None]] = {}
    for one in page.candidates:
        roles.setdefault(one.name, set()).add(one.ruled)
    found: list[str] = []
    for name, chance in sure.items():
        known = [*(n for spelled in page.ruled for n in spelled), *found]
        if (
            chance >= least
            and roles[name].issubset(_OPEN)
            and not any(is_it(name, other) for other in known)
        ):
            found.append(name)
    return found


def _alone(sure: Sure) -> list[tuple[str, ...]]:
    found: list[str] = []
    for name, chance in sure.items():
        if chance >= ALONE and not any(is_it(name, other) for other in found):
            found.append(name)
    return [(name,) for name in found]


def _mark(pages: Sequence[tuple[Names, Sequence[tuple[str, ...]]]]) -> Mark:
    """Score sets of names, each with its spellings; what may be a supplier counts neither way."""
    hit = named = wanted = 0
    for page, given in pages:
        left = list(given)
        for name in page.wanted:
            match = next((one for one in left if any(is_it(name, s) for s in one)), None)
            if match is not None:
                left.remove(match)
                hit += 1
                named += 1
        named += sum(not any(is_it(m, s) for m in page.maybe for s in one) for one in left)
        wanted += len(page.wanted)
    return Mark(hit, named, wanted, hit, wanted)


def _joined(answered: Sequence[tuple[Names, Sure]], least: float | None) -> tuple[Mark, Changes]:
    pages, changes = [], []
    for page, sure in answered:
        new = added(page, sure, least)
        pages.append((page, [*page.ruled, *((name,) for name in new)]))
        for name in new:
            # A new name that is wrong takes from what was rightly left unsaid.
            right = any(is_it(name, w) for w in page.wanted)
            changes.append((not right, right))
    return _mark(pages), changes


def _threshold(answered: Sequence[tuple[Names, Sure]]) -> float | None:
    ruled = _mark([(page, page.ruled) for page, _ in answered])
    best, chosen = ruled.f1, None
    for least in GRID:
        both, changes = _joined(answered, least)
        right = sum(now for _, now in changes)
        if len(changes) < FEWEST or right < ruled.precision * len(changes):
            continue
        if both.f1 > ruled.f1 and both.f1 >= best:
            best, chosen = both.f1, least
    return chosen


def _three(answered: Sequence[tuple[Names, Sure]], least: float | None) -> dict[str, Any]:
    ruled = _mark([(page, page.ruled) for page, _ in answered])
    both, changes = _joined(answered, least)
    way = joined(ruled, both, changes, least)
    none = joined(ruled, ruled, [], None)
    return {
        "rules": ruled.plain(),
        "model": _mark([(page, _alone(sure)) for page, sure in answered]).plain(),
        "unsaid": ruled.wanted - ruled.hit,
        "open": way,
        "over": none,
    }


__all__ = ["Candidate", "added", "compare"]
