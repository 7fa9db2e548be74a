"""Rules alone, a model alone, the model where the rules leave a value open, or are overruled.

Everything is chosen on the development pages, by folds of councils that the model of a fold has
not seen; the held-out pages are asked with what was chosen, and only totals come out.
"""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language

from pipeline.train import model
from pipeline.train.gather import FIELDS, Case, Gathered
from pipeline.train.marks import Asked, Mark, Open, mark, sign_test

FOLDS = 5
GRID = (*(n / 20 for n in range(8, 20)), 0.97, 0.98, 0.99)  # thresholds that are tried
FEWEST = 10  # a threshold is believed only where so many answers were given above it
SURE = 0.95  # how often a model that overrules the rules has to be right on councils unseen
LEVEL = 0.05  # what the sign test may not exceed for a model to be kept

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
        """Return the way in which the model earns its place: open | over | None."""
        return next((w for w in ("open", "over") if self.figures[w]["kept"]), None)


def folds(councils: Sequence[str], seed: int) -> dict[str, int]:
    """Return a fold for each council, so that no council stands in two."""
    names = sorted(set(councils))
    random.Random(seed).shuffle(names)  # noqa: S311 - a seeded shuffle
    return {name: at % FOLDS for at, name in enumerate(names)}


def unseen(
    cases: Sequence[Case], sentences: Sequence[model.Pair], seed: int
) -> list[tuple[Case, Answer]]:
    """Return each case with the answer of a model that has not seen its council."""
    of = folds([case.council for case in cases], seed)
    found: list[tuple[Case, Answer]] = []
    for fold in range(FOLDS):
        seen = [(c.words, c.answer) for c in cases if of[c.council] != fold]
        asked = [c for c in cases if of[c.council] == fold]
        made = model.fitted([*seen, *sentences], seed)
        found += zip(asked, model.answers(made, [c.words for c in asked]), strict=True)
    return found


def opened(case: Case, answer: Answer, least: float | None, unsaid: Open) -> str | None:
    """Return the rules' answer; the model's where they leave it open and it is sure enough."""
    speaks = case.ruled in unsaid and least is not None and answer[1] >= least
    return answer[0] if speaks else case.ruled


def over(case: Case, answer: Answer, least: float | None, unsaid: Open) -> str | None:
    """Return the model's answer wherever it is sure enough, else the rules'."""
    return answer[0] if least is not None and answer[1] >= least else case.ruled


Join = Callable[[Case, Answer, float | None, Open], str | None]
WAYS: Mapping[str, Join] = {"open": opened, "over": over}


def sure_enough(answered: Sequence[tuple[Case, Answer]], unsaid: Open) -> float | None:
    """Return the least threshold above which the model is as precise as the rules; None: none.

    Asked of all development cases, as those that the rules leave open may be too few to tell;
    but filling these may not make both together less precise either.
    """
    ruled = mark((Asked(c.answer, c.ruled) for c, _ in answered), unsaid)
    for least in GRID:
        sure = mark((Asked(c.answer, a[0]) for c, a in answered if a[1] >= least), unsaid)
        both = mark((Asked(c.answer, opened(c, a, least, unsaid)) for c, a in answered), unsaid)
        if sure.named >= FEWEST and min(sure.precision, both.precision) >= ruled.precision:
            return least
    return None


def very_sure(answered: Sequence[tuple[Case, Answer]], unsaid: Open) -> float | None:
    """Return the least threshold above which the model is right as often as SURE; None: none.

    The rules are not asked: they were made with these very pages in sight, so that nothing here
    tells how often they are right where the model, new to the council, differs from them.
    """
    for least in GRID:
        sure = mark((Asked(c.answer, a[0]) for c, a in answered if a[1] >= least), unsaid)
        if sure.named >= FEWEST and sure.precision >= SURE:
            return least
    return None


def compare(
    name: str, development: Gathered, held_out: Gathered, sentences: Sentences, seed: int
) -> Outcome:
    """Train a field's model on all development cases and our sentences; compare on held-out."""
    unsaid = FIELDS[name][2]
    cases, own = development.cases[name], sentences[name]
    answered = unseen(cases, own, seed)
    chosen = {"open": sure_enough(answered, unsaid), "over": very_sure(answered, unsaid)}
    started = time.process_time()
    made = model.fitted([*((c.words, c.answer) for c in cases), *own], seed)
    seconds = time.process_time() - started
    asked = held_out.cases[name]
    started = time.process_time()
    told = _by_page(made, asked)
    spent = time.process_time() - started
    bare = unseen(cases, (), seed) if own else answered
    figures: dict[str, Any] = {
        "bare": mark((Asked(c.answer, a[0]) for c, a in bare), unsaid).plain(),
        "cases": len(cases),
        "sentences": len(own),
        "train_seconds": seconds,
        "bytes": len(made.to_bytes(exclude=["vocab", "tokenizer"])),
        "ms": 1000 * spent / held_out.documents,
        "development": _three(answered, chosen, unsaid),
        **_three(list(zip(asked, told, strict=True)), chosen, unsaid),
    }
    return Outcome(name, figures, made)


def _by_page(made: Language, cases: Sequence[Case]) -> list[Answer]:
    """Ask page by page, as a worker would."""
    pages: dict[str, list[Case]] = {}
    for case in cases:
        pages.setdefault(case.page, []).append(case)
    told = {
        id(case): answer
        for own in pages.values()
        for case, answer in zip(own, model.answers(made, [c.words for c in own]), strict=True)
    }
    return [told[id(case)] for case in cases]


def _three(
    answered: Sequence[tuple[Case, Answer]], chosen: Mapping[str, float | None], unsaid: Open
) -> dict[str, Any]:
    ruled = mark((Asked(c.answer, c.ruled) for c, _ in answered), unsaid)
    alone = mark((Asked(c.answer, a[0]) for c, a in answered), unsaid)
    found: dict[str, Any] = {
        "rules": ruled.plain(),
        "model": alone.plain(),
        "agreed": _agreed(answered, unsaid),
        "unsaid": sum(c.ruled in unsaid for c, _ in answered),
    }
    for way, join in WAYS.items():
        said = [join(c, a, chosen[way], unsaid) for c, a in answered]
        found[way] = joined(
            ruled,
            mark((Asked(c.answer, s) for (c, _), s in zip(answered, said, strict=True)), unsaid),
            list(_changes(answered, said)),
            chosen[way],
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
