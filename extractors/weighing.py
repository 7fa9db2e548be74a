"""A value that the rules gave, weighed once more by a trained model that has heard them.

The model sees what a clerk sees: the words around a figure, the cues of the field's vocabulary
among them and how near each stands, the sentence before, the size of a sum; and, as one witness
more, what the rules say. It learned with the rules' word withheld or falsified now and then, as
they are less often right on pages that nobody has seen than on those they were made with
(pipeline/train). Where it is sure enough and says otherwise than the rules, its word stands; the
proof is then the sentence it read. docs/models.md tells what each model earns and costs.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from extractors import marked, nlp
from extractors.context import Context
from extractors.cues import Sentence, Words, lexicon
from schemas.facts import Fact, Proof

R = TypeVar("R", bound=Fact)
_LONG = 4000  # a "sentence" longer than this is a flattened table: read around the figure only
_AROUND = 600
_BEFORE = 160  # characters of the sentence before
_STEM = 5
_NEAREST = 6  # cues that are looked at
_FAR = 12


class Field(NamedTuple):
    """A column that a model weighs: its file of data/, its vocabulary, its rules' first words."""

    column: str
    file: str
    cues: str
    rule: str


KIND = Field("kind", "money_kind.model", "money_cues.csv", "money.kind")
ROLE = Field("role", "percentage_role.model", "percent_cues.csv", "percent.role")
STATUS = Field("status", "saving_status.model", "saving_cues.csv", "saving.status")


def weigh(
    rows: Sequence[R], field: Field, context: Context, settled: Callable[[R, str, float], bool]
) -> Iterator[R]:
    """Yield the rows of a call, the field's values weighed by its model where there is one.

    `settled` tells whether a row's value stands whatever the model says (its word and how sure it
    is of it are given).
    """
    model = nlp.trained(field.file) if rows else None
    if model is None:
        yield from rows
        return
    asked = [[*seen(context, row, field), ruled(getattr(row, field.column))] for row in rows]
    rule = f"{field.rule}.model-{model.version}"
    for row, (told, chance) in zip(rows, model.answers(asked), strict=True):
        if chance < model.least or told == getattr(row, field.column) or settled(row, told, chance):
            yield row
        else:
            yield _changed(row, field, told, rule, context)


def _changed(row: R, field: Field, told: str, rule: str, context: Context) -> R:
    others = tuple(proof for proof in row.proofs if proof.column != field.column)
    proof = Proof(field.column, *_sentence(context, row.start), rule)
    now: dict[str, Any] = {"proofs": (*others, proof), field.column: told}
    return replace(row, **now)


def _sentence(context: Context, start: int) -> tuple[int, int]:
    span = context.sentence_at(start)
    if span.stop - span.start <= _LONG:
        return span.start, span.stop
    return max(span.start, start - _AROUND), min(span.stop, start + _AROUND)


# -- what a model sees ----------------------------------------------------------------------------


def ruled(value: str | None) -> str:
    """Return the token of what the rules say."""
    return f"rule:{value}"


def seen(context: Context, row: Fact, field: Field) -> marked.Words:
    """Return the tokens of a row's figure, but for what the rules say."""
    first, last = _sentence(context, row.start)
    found = marked.seen(context, row.start, row.stop)
    found += cued(context.words(first, last), field.cues, row.start, row.stop)
    before = context.reading[max(0, first - _BEFORE) : first]
    found += (f"b:{word[:_STEM]}" for word in marked.split(before) if len(word) > 2)
    found += sized(getattr(row, "pence", None))
    if qualifier := getattr(row, "qualifier", None):
        found.append(f"q:{qualifier}")
    return list(dict.fromkeys(found))


def cued(words: Words, vocabulary: str, start: int, stop: int) -> Iterator[str]:
    """Yield tokens for the cues of a vocabulary nearest to a figure: which, where, how far."""
    sentence = Sentence(words, lexicon(vocabulary))
    first, _ = sentence.tokens(start, stop)
    hits = sorted(sentence.around(start, stop), key=lambda hit: hit.cost)[:_NEAREST]
    for at, hit in enumerate(hits):
        side = "l" if hit.last <= first else "r"
        yield f"c{min(at, 2)}:{hit.cue.label}"
        yield f"c:{hit.cue.label}:{side}"
        yield f"c:{hit.cue.label}:{min(_FAR, int(hit.cost // 3))}"
    if hits:
        yield f"c0:{hits[0].cue.label}:{min(_FAR, int(hits[0].cost // 2))}"
    if len(hits) > 1:
        yield f"c01:{hits[0].cue.label}:{hits[1].cue.label}"


def sized(pence: int | None) -> Iterator[str]:
    """Yield tokens for how large and how round a sum is."""
    if pence:
        yield f"size:{len(str(pence))}"
        yield "round" if not pence % 10_000_000 else "exact" if pence % 100 else "even"
