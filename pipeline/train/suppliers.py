"""Suppliers by a model over the names of a page, beside the rules.

A page's suppliers are a set of names, matched as `make evaluate` does. A name is asked about once,
with all its mentions. `open`: the model adds names to which the rules give no part; `over`: it also
strikes out suppliers of the rules that it holds all but impossible.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from spacy.language import Language

from extractors.organisations.candidates import candidates
from extractors.organisations.model import YES, is_struck
from extractors.organisations.organisations import parts
from extractors.organisations.places import with_cells
from pipeline.train import model
from pipeline.train.compare import FEWEST, FOLDS, GRID, Outcome, folds, joined
from pipeline.train.gather import SUPPLIERS, Gathered, Names, is_it
from pipeline.train.marks import Mark
from pipeline.train.snippets import Snippet, snippets

NO = "no"
SNIPPETS = "supplier_snippets.txt"
ALONE = 0.5
SURE = 0.92  # how often names that a model adds have to be suppliers on councils unseen
_SHAPE = model.Shape(rows=1 << 15, epochs=6, rate=0.003)
_OPEN = frozenset((None, "other"))  # parts that leave a name open
Sure = Mapping[str, float]  # of each name of a page, how surely it is a supplier
Changes = list[tuple[bool, bool]]


def compare(development: Gathered, held_out: Gathered, seed: int) -> Outcome:
    """Train on all development pages and our snippets; compare on held-out."""
    pages, asked = development.names, held_out.names
    sentences = [pair for one in snippets(SNIPPETS) for pair in of_snippet(one)]
    answered = _unseen(pages, sentences, seed)
    least = _threshold(answered)
    started = time.process_time()
    pairs = [*_pairs(pages), *sentences]
    made = model.fitted(pairs, seed, _SHAPE)
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
    return Outcome(SUPPLIERS, figures, made, _SHAPE)


def _pairs(pages: Iterable[Names]) -> Iterator[model.Pair]:
    for page in pages:
        for one in (name.one for name in page.candidates):
            if not any(is_it(one.name, name) for name in page.maybe):
                yield one.words, YES if any(is_it(one.name, n) for n in page.wanted) else NO


def of_snippet(one: Snippet) -> Iterator[model.Pair]:
    """Yield the names of a snippet: those marked as suppliers are, all others are none."""
    reading, context = one.context.reading, one.context
    firms = [reading[mark.start : mark.stop] for mark in one.marks if mark.name == "s"]
    known = [
        (part.name.start, part.name.stop)
        for part in parts(with_cells(context.text, context.reading, context.document.tables))
    ]
    for name in candidates(context, sorted(known)).values():
        yield name.words, YES if any(is_it(name.name, firm) for firm in firms) else NO


def _unseen(
    pages: Sequence[Names], sentences: Sequence[model.Pair], seed: int
) -> list[tuple[Names, Sure]]:
    of = folds([page.council for page in pages], seed)
    found = []
    for fold in range(FOLDS):
        seen = [page for page in pages if of[page.council] != fold]
        made = model.fitted([*_pairs(seen), *sentences], seed, _SHAPE)
        found += [(page, _sure(made, page)) for page in pages if of[page.council] == fold]
    return found


def _sure(made: Language, page: Names) -> Sure:
    """Return how sure the model is of each name of a page."""
    told = model.answers(made, [name.one.words for name in page.candidates])
    return {
        name.one.name: chance if label == YES else 1 - chance
        for name, (label, chance) in zip(page.candidates, told, strict=True)
    }


def added(page: Names, sure: Sure, least: float | None) -> list[str]:
    """Return the names that the model adds to the rules', each firm once."""
    if least is None:
        return []
    found: list[str] = []
    for one, ruled in ((name.one, name.ruled) for name in page.candidates):
        known = [*(n for spelled in page.ruled for n in spelled), *found]
        if (
            sure[one.name] >= least
            and ruled <= _OPEN
            and not any(is_it(one.name, other) for other in known)
        ):
            found.append(one.name)
    return found


def struck(page: Names, sure: Sure) -> list[tuple[str, ...]]:
    """Return the suppliers of the rules that the model strikes out, each with its spellings."""
    names = (name.one for name in page.candidates)
    out = [one.name for one in names if is_struck(one, sure[one.name])]
    return [firm for firm in page.ruled if any(is_it(firm[0], name) for name in out)]


def _alone(sure: Sure, least: float) -> list[tuple[str, ...]]:
    found: list[str] = []
    for name, chance in sure.items():
        if chance >= least and not any(is_it(name, other) for other in found):
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


def _joined(
    answered: Sequence[tuple[Names, Sure]], least: float | None, strikes: bool
) -> tuple[Mark, Changes]:
    """Mark rules and model together; a change is right or wrong before and after it."""
    pages, changes = [], []
    for page, sure in answered:
        new, out = added(page, sure, least), struck(page, sure) if strikes else []
        kept = [firm for firm in page.ruled if firm not in out]
        pages.append((page, [*kept, *((name,) for name in new)]))
        changes += [_change(page, (name,), True) for name in new]
        changes += [_change(page, firm, False) for firm in out if not _is_maybe(page, firm)]
    return _mark(pages), changes


def _change(page: Names, firm: tuple[str, ...], is_new: bool) -> tuple[bool, bool]:
    """Tell whether a page was right about a firm before a model spoke, and whether it is now."""
    wanted = any(is_it(name, spelled) for name in page.wanted for spelled in firm)
    return wanted != is_new, wanted == is_new


def _is_maybe(page: Names, firm: tuple[str, ...]) -> bool:
    return any(is_it(name, spelled) for name in page.maybe for spelled in firm)


def _threshold(answered: Sequence[tuple[Names, Sure]]) -> float | None:
    """Return the least probability from which a model's own names are right as often as SURE.

    The rules are not asked: they were made with these pages in sight (see compare.very_sure).
    """
    for least in GRID:
        mark = _mark([(page, _alone(sure, least)) for page, sure in answered])
        if mark.named >= FEWEST and mark.precision >= SURE:
            return least
    return None


def _three(answered: Sequence[tuple[Names, Sure]], least: float | None) -> dict[str, Any]:
    ruled = _mark([(page, page.ruled) for page, _ in answered])
    found: dict[str, Any] = {
        "rules": ruled.plain(),
        "model": _mark([(page, _alone(sure, ALONE)) for page, sure in answered]).plain(),
        "unsaid": ruled.wanted - ruled.hit,
    }
    for way, strikes in (("open", False), ("over", least is not None)):
        both, changes = _joined(answered, least, strikes)
        found[way] = joined(ruled, both, changes, least)
    return found
