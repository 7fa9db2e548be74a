"""How right answers are, where an answer may be left open: counts, shares, and a sign test."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb
from typing import NamedTuple

Open = Sequence[str | None]


class Asked(NamedTuple):
    """One question: the right answer and the one given (None or an open word: none given)."""

    right: str
    given: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Counts over many questions.

    `named`: answers given that name something; `hit`: the right ones of them; `wanted`: questions
    whose right answer names something; `same`: equal to the right answer, open words too, which
    is how `make evaluate` counts; `of`: all questions.
    """

    hit: int
    named: int
    wanted: int
    same: int
    of: int

    @property
    def precision(self) -> float:
        """Return how much of what was named is right; 1 where nothing was."""
        return self.hit / self.named if self.named else 1.0

    @property
    def recall(self) -> float:
        """Return how much of what has a name was named right."""
        return self.hit / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        both = self.named + self.wanted
        return 2 * self.hit / both if both else 1.0

    def plain(self) -> dict[str, float | int]:
        """Return all figures by name."""
        return {
            "hit": self.hit,
            "named": self.named,
            "wanted": self.wanted,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "same": self.same,
            "of": self.of,
        }


def mark(asked: Iterable[Asked], unsaid: Open) -> Mark:
    """Count answers; those in `unsaid` name nothing.

    >>> mark([Asked("fee", "fee"), Asked("cost", "other"), Asked("other", "fee")], ("other", None))
    Mark(hit=1, named=2, wanted=2, same=1, of=3)
    """
    many = list(asked)
    named = [one for one in many if one.given not in unsaid]
    return Mark(
        hit=sum(one.given == one.right for one in named),
        named=len(named),
        wanted=sum(one.right not in unsaid for one in many),
        same=sum(one.given == one.right for one in many),
        of=len(many),
    )


def sign_test(gained: int, lost: int) -> float:
    """Return how likely so many gains against losses are by a fair coin (one-sided).

    >>> sign_test(5, 0), sign_test(1, 1), sign_test(0, 0)
    (0.03125, 0.75, 1.0)
    """
    many = gained + lost
    return sum(comb(many, n) for n in range(gained, many + 1)) / float(1 << many)
