"""Rules alone, a model alone, a model that has heard the rules: where they leave a value open, or
wherever it is sure.

The rules were made with the development pages in sight, so a model that hears their word there
would learn to believe it blindly. It is therefore taught with that word withheld or falsified now
and then, about as often as the rules are wrong on pages that are new to them. The held-out pages
are asked once, and only totals come out.
"""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language

from extractors import weighing
from pipeline.train import model
from pipeline.train.gather import FIELDS, Case, Gathered
from pipeline.train.marks import Asked, Mark, Open, mark, sign_test

FOLDS = 5
GRID = (*(n / 20 for n in range(8, 20)), 0.97, 0.98, 0.99)  # thresholds that are tried
FEWEST = 10  # a threshold is believed only where so many answers were given above it
LEAST = 0.9  # from when a model that has heard the rules is believed
LEVEL = 0.05  # what the sign test may not exceed for a model to be kept
COPIES, WITHHELD, FALSIFIED = 3, 0.2, 0.1  # of each case, and how often of the rules' word

SHAPE = model.Shape(rows=1 << 15, epochs=8, rate=0.003)

Answer = tuple[str, float]
Sentences = Mapping[str, Sequence[model.Pair]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One field compared on the held-out pages, and the model that was trained for it."""

    name: str
    figures: dict[str, Any]
    made: Language
    shape: model.Shape = model.PLAIN

    @property
    def kept(self) -> str | None:
        """Return the way in which the model earns its place best: open | over | None."""
        kept = [way for way in ("over", "open") if self.figures[way]["kept"]]
        return max(kept, key=lambda way: float(self.figures[way]["f1"]), default=None)


def folds(councils: Sequence[str], seed: int) -> dict[str, int]:
    """Return a fold for each council, so that no council stands in two."""
    names = sorted(set(councils))
    random.Random(seed).shuffle(names)  # noqa: S311 - a seeded shuffle
    return {name: at % FOLDS for at, name in enumerate(names)}


def taught(cases: Sequence[Case], seed: int) -> list[model.Pair]:
    """Return what a model learns from: copies of each case, with the rules' word or not."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice
    words = sorted({str(case.ruled) for case in cases})
    found: list[model.Pair] = []
    for _ in range(COPIES):
        for case in cases:
            at, said = chance.random(), case.ruled
            if at < FALSIFIED:
                said = chance.choice(words)
            heard = () if FALSIFIED <= at < FALSIFIED + WITHHELD else (weighing.ruled(said),)
            found.append(((*case.words, *heard), case.answer))
    return found


def heard(case: Case) -> tuple[str, ...]:
    """Return what a model sees of a case when it is asked: the rules' word too."""
    return (*case.words, weighing.ruled(case.ruled))


def unseen(
    cases: Sequence[Case], sentences: Sequence[model.Pair], seed: int
) -> list[tuple[Case, Answer]]:
    """Return each case with the answer of a model new to its council, the rules' word withheld."""
    of = folds([case.council for case in cases], seed)
    found: list[tuple[Case, Answer]] = []
    for fold in range(FOLDS):
        seen = [c for c in cases if of[c.council] != fold]
        asked = [c for c in cases if of[c.council] == fold]
        made = model.fitted([*taught(seen, seed), *sentences], seed, SHAPE)
        found += zip(asked, model.answers(made, [c.words for c in asked]), strict=True)
    return found


def opened(case: Case, answer: Answer, unsaid: Open) -> str | None:
    """Return the rules' answer; the model's where they leave it open and it is sure enough."""
    return over(case, answer, unsaid) if case.ruled in unsaid else case.ruled


def over(case: Case, answer: Answer, unsaid: Open) -> str | None:
    """Return the model's answer wherever it is sure enough, else the rules'."""
    return answer[0] if answer[1] >= LEAST else case.ruled


Join = Callable[[Case, Answer, Open], str | None]
WAYS: Mapping[str, Join] = {"open": opened, "over": over}


def compare(
    name: str, development: Gathered, held_out: Gathered, sentences: Sentences, seed: int
) -> Outcome:
    """Train a field's model on all development cases and our sentences; compare on held-out."""
    unsaid = FIELDS[name][2]
    cases, own = development.cases[name], sentences[name]
    started = time.process_time()
    made = model.fitted([*taught(cases, seed), *own], seed, SHAPE)
    seconds = time.process_time() - started
    asked = held_out.cases[name]
    alone = model.answers(made, [case.words for case in asked])
    started = time.process_time()
    told = _by_page(made, asked)
    spent = time.process_time() - started
    bare = unseen(cases, (), seed) if own else ()
    figures: dict[str, Any] = {
        "bare": _mark(bare, unsaid).plain(),
        "cases": len(cases),
        "sentences": len(own),
        "train_seconds": seconds,
        "bytes": len(made.to_bytes(exclude=["vocab", "tokenizer"])),
        "ms": 1000 * spent / held_out.documents,
        "development": _alone(unseen(cases, own, seed), unsaid),
        **_alone(list(zip(asked, alone, strict=True)), unsaid),
        **_ways(list(zip(asked, told, strict=True)), unsaid),
    }
    return Outcome(name, figures, made, SHAPE)


def _by_page(made: Language, cases: Sequence[Case]) -> list[Answer]:
    """Ask page by page, as a worker would, with the rules' word."""
    pages: dict[str, list[Case]] = {}
    for case in cases:
        pages.setdefault(case.page, []).append(case)
    told = {
        id(case): answer
        for own in pages.values()
        for case, answer in zip(own, model.answers(made, [*map(heard, own)]), strict=True)
    }
    return [told[id(case)] for case in cases]


def _mark(answered: Sequence[tuple[Case, Answer]], unsaid: Open) -> Mark:
    return mark((Asked(c.answer, a[0]) for c, a in answered), unsaid)


def _alone(answered: Sequence[tuple[Case, Answer]], unsaid: Open) -> dict[str, Any]:
    """Return the figures of the rules and of a model that has not heard them."""
    return {
        "rules": mark((Asked(c.answer, c.ruled) for c, _ in answered), unsaid).plain(),
        "model": _mark(answered, unsaid).plain(),
        "agreed": _agreed(answered, unsaid),
        "unsaid": sum(c.ruled in unsaid for c, _ in answered),
    }


def _ways(answered: Sequence[tuple[Case, Answer]], unsaid: Open) -> dict[str, Any]:
    """Return the figures of the ways to join the rules and a model that has heard them."""
    ruled = mark((Asked(c.answer, c.ruled) for c, _ in answered), unsaid)
    found = {}
    for way, join in WAYS.items():
        said = [join(c, a, unsaid) for c, a in answered]
        both = mark((Asked(c.answer, s) for (c, _), s in zip(answered, said, strict=True)), unsaid)
        found[way] = joined(ruled, both, list(_changes(answered, said)), LEAST)
    return found


def _agreed(answered: Sequence[tuple[Case, Answer]], unsaid: Open) -> dict[str, int]:
    """Return how often rules and model name the same and not, and how often the rules are right."""
    named = [(c, a[0] == c.ruled) for c, a in answered if c.ruled not in unsaid]
    alike = [c.ruled == c.answer for c, same in named if same]
    apart = [c.ruled == c.answer for c, same in named if not same]
    return {
        "alike": len(alike),
        "alike_right": sum(alike),
        "apart": len(apart),
        "apart_right": sum(apart),
    }


def _changes(
    answered: Sequence[tuple[Case, Answer]], said: Sequence[str | None]
) -> Iterator[tuple[bool, bool]]:
    """Yield for each value that the model changed whether it was right, and whether it is now."""
    for (case, _), now in zip(answered, said, strict=True):
        if now != case.ruled:
            yield case.ruled == case.answer, now == case.answer


def joined(
    ruled: Mark, both: Mark, changes: Sequence[tuple[bool, bool]], least: float | None
) -> dict[str, Any]:
    """Return the figures of a way to join rules and model, and whether it earns its place."""
    gained = sum(now and not was for was, now in changes)
    lost = sum(was and not now for was, now in changes)
    chance = sign_test(gained, lost)
    better = both.f1 > ruled.f1 and both.precision >= ruled.precision
    return {
        **both.plain(),
        "threshold": least,
        "changed": len(changes),
        "gained": gained,
        "lost": lost,
        "p": round(chance, 4),
        "kept": better and chance < LEVEL,
    }
