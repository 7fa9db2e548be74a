"""Weigh what several witnesses say of one figure: a small vote in which the near ones count most.

A clue is a label with a cost: how far, in grammar, the words that say it stand from the figure.
In one noun phrase a clue costs next to nothing; each word, stop and other figure between adds to
it (extractors/cues.py); the sum beside this one, the line that leads a list, the sentence before
and the heading add a distance of their own. Each point of cost halves what a clue weighs. The
label whose clues weigh most together wins: one near word beats far ones, and two that agree beat
one that stands alone.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Clue(NamedTuple):
    """A label, what it costs, and the offsets of its words (None: no word of its own)."""

    label: str
    cost: float
    start: int | None = None
    stop: int | None = None


def weigh(clues: Iterable[Clue]) -> Clue | None:
    """Return the nearest clue of the label that weighs most, None where there is no clue.

    >>> weigh([Clue("saving", 1.0), Clue("budget", 0.8), Clue("saving", 1.2)]).label
    'saving'
    >>> weigh([]) is None
    True
    """
    weights: dict[str, float] = {}
    nearest: dict[str, Clue] = {}
    for clue in clues:
        weights[clue.label] = weights.get(clue.label, 0.0) + 2.0**-clue.cost
        known = nearest.get(clue.label)
        if known is None or clue.cost < known.cost:
            nearest[clue.label] = clue
    if not weights:
        return None
    return nearest[max(weights, key=lambda label: (weights[label], label))]
