"""A spaCy text categoriser over tokens of ours: linear, a bag of words; small and quick."""

import json
import random
from collections.abc import Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

from extractors import nlp

VERSION = 1  # of the models that are shipped; one more with each that answers otherwise
SEED = 20240601
BATCH = 32


class Shape(NamedTuple):
    """How large a model is and how it learns.

    `rows`: of the hashed table of weights, rows × labels × 4 bytes.
    """

    rows: int = 1 << 13
    epochs: int = 14
    rate: float = 0.005


PLAIN = Shape()

Pair = tuple[Sequence[str], str]
answers = nlp.answers


def fitted(pairs: Sequence[Pair], seed: int = SEED, shape: Shape = PLAIN) -> Language:
    """Return a pipeline whose one part sorts tokens into the labels of the pairs."""
    fix_random_seed(seed)
    labels = sorted({label for _, label in pairs})
    made = nlp.categoriser(labels, shape.rows)
    examples = [_example(made, tokens, label, labels) for tokens, label in pairs]
    optimizer = made.initialize(lambda: examples)
    optimizer.learn_rate = shape.rate
    order = random.Random(seed)  # noqa: S311 - a seeded shuffle
    for _ in range(shape.epochs):
        order.shuffle(examples)
        for at in range(0, len(examples), BATCH):
            made.update(examples[at : at + BATCH], sgd=optimizer)
    return made


def packed(made: Language, least: float, shape: Shape = PLAIN) -> bytes:
    """Return a model as the file that extractors load; `least` is from when it is believed."""
    labels = list(made.get_pipe("textcat").labels)  # type: ignore[attr-defined]
    told = {"version": VERSION, "least": least, "labels": labels, "rows": shape.rows}
    return json.dumps(told).encode() + b"\n" + made.to_bytes(exclude=list(nlp.UNLEARNED))


def _example(made: Language, tokens: Sequence[str], label: str, labels: list[str]) -> Example:
    doc = Doc(made.vocab, words=list(tokens))
    return Example.from_dict(doc, {"cats": {name: float(name == label) for name in labels}})
