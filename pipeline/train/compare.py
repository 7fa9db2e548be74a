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
from pipeline.train import taught as snippets
from pipeline.train.gather import ACTION, FIELDS, KIND, ROLE, STATUS, Case, Gathered
from pipeline.train.marks import Asked, Mark, Open, mark, sign_test
from pipeline.train.taught import Taught

FOLDS = 5
GRID = (*(n / 20 for n in range(8, 20)), 0.97, 0.98, 0.99)  # thresholds that are tried
FEWEST = 10  # a threshold is believed only where so many answers were given above it
# From when a model that has heard the rules is believed.
LEAST: Mapping[str, float] = {KIND: 0.85, STATUS: 0.85, ROLE: 0.6, ACTION: 0.9}
# Models that did better on the pages and snippets of ours, and turned right values of the few real
# pages that we hold apart wrong (one status of one, six parts of nineteen): they are not shipped.
SPOILED = frozenset((STATUS, ROLE))
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
        ways = () if self.name in SPOILED else ("over", "open")
        kept = [way for way in ways if self.figures[way]["kept"]]
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


def opened(case: Case, answer: Answer, unsaid: Open, least: float) -> str | None:
    """Return the rules' answer; the model's where they leave it open and it is sure enough."""
    return over(case, answer, unsaid, least) if case.ruled in unsaid else case.ruled


def over(case: Case, answer: Answer, unsaid: Open, least: float) -> str | None:
    """Return the model's answer wherever it is sure enough, else the rules'."""
    return answer[0] if answer[1] >= least else case.ruled


Join = Callable[[Case, Answer, Open, float], str | None]
WAYS: Mapping[str, Join] = {"open": opened, "over": over}


def compare(
    name: str,
    development: Gathered,
    held_out: Gathered,
    sentences: Sentences,
    marked: Taught,
    seed: int,
) -> Outcome:
    """Train a field's model on all development cases, our sentences and snippets; compare.

    It is asked about the held-out pages, and about the snippets in folds.
    """
    unsaid = FIELDS[name][2]
    cases, own = development.cases[name], [*sentences.get(name, ()), *marked.others]
    started = time.process_time()
    made = model.fitted([*taught(cases, seed), *own, *snippets.pairs(marked.cases)], seed, SHAPE)
    seconds = time.process_time() - started
    asked = held_out.cases[name]
    alone = model.answers(made, [case.words for case in asked])
    started = time.process_time()
    told = _by_page(made, asked)
    spent = time.process_time() - started
    aside = _aside(cases, own, marked.cases, seed)
    all_own = [*own, *snippets.pairs(marked.cases)]
    figures: dict[str, Any] = {
        "cases": len(cases),
        "sentences": len(own) + len(marked.cases),
        "train_seconds": seconds,
        "bytes": len(made.to_bytes(exclude=["vocab", "tokenizer"])),
        "ms": 1000 * spent / held_out.documents,
        "development": _alone(unseen(cases, all_own, seed), unsaid),
        **_alone(list(zip(asked, alone, strict=True)), unsaid),
        **_ways(name, list(zip(asked, told, strict=True)), aside),
    }
    return Outcome(name, figures, made, SHAPE)


def _aside(
    cases: Sequence[Case], own: Sequence[model.Pair], marked: Sequence[Case], seed: int
) -> list[tuple[Case, Answer]]:
    """Return each case of a snippet with the answer of a model that has not learned it."""
    of = folds([case.council for case in marked], seed)
    found: list[tuple[Case, Answer]] = []
    for fold in range(FOLDS if marked else 0):
        seen = [c for c in marked if of[c.council] != fold]
        asked = [c for c in marked if of[c.council] == fold]
        made = model.fitted([*taught(cases, seed), *own, *snippets.pairs(seen)], seed, SHAPE)
        found += zip(asked, model.answers(made, [*map(heard, asked)]), strict=True)
    return found


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


def _ways(
    name: str, answered: Sequence[tuple[Case, Answer]], aside: Sequence[tuple[Case, Answer]]
) -> dict[str, Any]:
    """Return the figures of the ways to join the rules and a model that has heard them.

    `aside`: the snippets with their answers, whose changes count for the sign test.
    """
    unsaid, least = FIELDS[name][2], LEAST[name]
    ruled = mark((Asked(c.answer, c.ruled) for c, _ in answered), unsaid)
    found = {}
    for way, join in WAYS.items():
        said = [join(c, a, unsaid, least) for c, a in answered]
        both = mark((Asked(c.answer, s) for (c, _), s in zip(answered, said, strict=True)), unsaid)
        beside = [join(c, a, unsaid, least) for c, a in aside]
        found[way] = joined(
            ruled, both, list(_changes(answered, said)), least, list(_changes(aside, beside))
        )
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


Changes = Sequence[tuple[bool, bool]]  # whether a value was right, and whether it is now


def joined(
    ruled: Mark, both: Mark, changes: Changes, least: float | None, aside: Changes = ()
) -> dict[str, Any]:
    """Return the figures of a way to join rules and model, and whether it earns its place.

    `changes` are those on the held-out pages, `aside` those on snippets that it has not learned.
    """
    gained, lost = _counted(changes)
    gained_aside, lost_aside = _counted(aside)
    chance = sign_test(gained + gained_aside, lost + lost_aside)
    better = both.f1 > ruled.f1 and both.precision >= ruled.precision
    return {
        **both.plain(),
        "threshold": least,
        "changed": len(changes),
        "gained": gained,
        "lost": lost,
        "gained_aside": gained_aside,
        "lost_aside": lost_aside,
        "p": round(chance, 4),
        "kept": better and chance < LEVEL,
    }


def _counted(changes: Changes) -> tuple[int, int]:
    """Return how many values became right and how many became wrong."""
    return (
        sum(now and not was for was, now in changes),
        sum(was and not now for was, now in changes),
    )
