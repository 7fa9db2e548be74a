"""Cases from snippets: marked sums and percentages, with what the rules say of each.

The rules were made without the snippets in sight, so what they say there is what they say of pages
that nobody has seen in unlikely words. A model is taught the answers alone, not the rules' word: it
would else trust them as little on ordinary pages.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extractors import weighing
from pipeline import trained
from pipeline.extract import extract
from pipeline.train import model
from pipeline.train.gather import KIND, ROLE, STATUS, WEIGHED, Case
from pipeline.train.snippets import Marked, Snippet, snippets
from schemas.facts import Amount, Fact, Percentage, Saving

MONEY, SAVINGS, PERCENT = "money_snippets.txt", "saving_snippets.txt", "percent_snippets.txt"
_LINES = 10  # lines of a file that stand in one fold together
COPIES = 2  # of what a snippet teaches


class Taught(NamedTuple):
    """What snippets hold for a field: marked cases, and others that keep a model from too much."""

    cases: tuple[Case, ...] = ()
    others: tuple[model.Pair, ...] = ()


class Told(NamedTuple):
    """A snippet and what the rules read in it."""

    file: str
    snippet: Snippet
    rows: tuple[Fact, ...]


def taught() -> Mapping[str, Taught]:
    """Return for each field what our snippets teach."""
    money, savings, percent = (tuple(_told(file)) for file in (MONEY, SAVINGS, PERCENT))
    kinds = [*_cases(money, KIND, (Amount,)), *_cases(savings, KIND, (Amount,), "saving")]
    return {
        KIND: Taught(tuple(kinds), tuple(_unmarked(savings))),
        STATUS: Taught(tuple(_cases(savings, STATUS, (Saving, Amount)))),
        ROLE: Taught(tuple(_cases(percent, ROLE, (Percentage,)))),
    }


def pairs(cases: Sequence[Case]) -> Sequence[model.Pair]:
    """Return what a model learns from cases of snippets."""
    return [(case.words, case.answer) for case in cases] * COPIES


def _told(file: str) -> Iterator[Told]:
    with trained.silenced():
        for one in snippets(file):
            rows = extract(one.context.document).rows
            yield Told(file, one, tuple(row for row in rows if isinstance(row, Fact)))


def _cases(
    told: Sequence[Told], name: str, shapes: tuple[type[Any], ...], answer: str | None = None
) -> Iterator[Case]:
    """Yield a case for each mark; `shapes`: which rows it may be read from, the best first.

    `answer`: what all marks stand for, where they do not say it themselves.
    """
    field = WEIGHED[name][1]
    for one in told:
        for mark in one.snippet.marks:
            row = _row(one.rows, mark, shapes)
            if row is not None:
                ruled = getattr(row, field.column) if isinstance(row, shapes[0]) else None
                words = tuple(weighing.seen(one.snippet.context, row, field))
                page = f"{one.file}:{one.snippet.number}"
                fold = f"{one.file}:{one.snippet.number // _LINES}"
                yield Case(page, fold, words, answer or mark.name, ruled)


def _row(rows: Sequence[Fact], mark: Marked, shapes: tuple[type[Any], ...]) -> Any:
    """Return the row of a mark, of the first shape that has one there."""
    for shape in shapes:
        for row in rows:
            if isinstance(row, shape) and _is_at(row, mark):
                return row
    return None


def _is_at(row: Fact, mark: Marked) -> bool:
    return row.start < mark.stop and mark.start < row.stop


def _unmarked(told: Sequence[Told]) -> Iterator[model.Pair]:
    """Yield the sums that are marked as no saving, as the kind that the rules name."""
    for one in told:
        for row in one.rows:
            if not isinstance(row, Amount) or row.kind in (None, "other", "saving"):
                continue
            if not any(_is_at(row, mark) for mark in one.snippet.marks):
                yield weighing.seen(one.snippet.context, row, weighing.KIND), str(row.kind)
