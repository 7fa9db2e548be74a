"""Hits, misses and false alarms of each field, and what follows from them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

_Z = 1.96  # two-sided 95 %


@dataclass(frozen=True, slots=True)
class Figure:
    """One field's score. `low` and `high` are the 95 % Wilson interval of precision."""

    field: str
    hit: int
    missed: int
    extra: int

    @property
    def precision(self) -> float:
        """Return how much of what was found is right; 1 where nothing was found."""
        return self.hit / (self.hit + self.extra) if self.hit + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Return how much of what is there was found; 1 where nothing is there."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def interval(self) -> tuple[float, float]:
        """Return the 95 % interval of F1, as a Wilson interval over 2·hit of all marks made.

        F1 = 2·hit / (2·hit + missed + extra) is a share; repeats inside a page make it a little
        too narrow.
        """
        n = 2 * self.hit + self.missed + self.extra
        if not n:
            return 0.0, 1.0
        p = 2 * self.hit / n
        middle = p + _Z * _Z / (2 * n)
        spread = _Z * sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n))
        scale = 1 + _Z * _Z / n
        return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


class Tally:
    """Collects what was right and wrong, field by field."""

    def __init__(self) -> None:
        self._count: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.wrong: list[tuple[str, str, str, Any]] = []  # field, source, - or +, what
        self.recall_only: Sequence[str] = ()

    def add(
        self,
        field: str,
        source: str,
        hits: int,
        missed: Sequence[Any] = (),
        extra: Sequence[Any] = (),
    ) -> None:
        """Count hits, what was missed and what should not be there."""
        extra = () if field in self.recall_only else extra
        counted = self._count[field]
        for i, n in enumerate((hits, len(missed), len(extra))):
            counted[i] += n
        self.wrong += [(field, source, "-", m) for m in missed]
        self.wrong += [(field, source, "+", e) for e in extra]

    def pair(
        self,
        field: str,
        source: str,
        gold: Iterable[Any],
        rows: Iterable[Mapping[str, Any]],
        match: Callable[[Any, Mapping[str, Any]], bool],
    ) -> list[tuple[Any, Mapping[str, Any]]]:
        """Match each gold entry to one row; return the pairs."""
        left, pairs, missed = list(rows), [], []
        for entry in gold:
            hit = next((row for row in left if match(entry, row)), None)
            if hit is None:
                missed.append(entry)
            else:
                left.remove(hit)
                pairs.append((entry, hit))
        self.add(field, source, len(pairs), missed, left)
        return pairs

    def value(
        self, field: str, source: str, gold: Any, found: Any, same: Callable[[Any, Any], bool]
    ) -> None:
        """Compare one value; nothing to find and nothing found earns nothing."""
        if gold is None and found is None:
            return
        right = same(gold, found)
        missed = [] if right or gold is None else [repr(gold)]
        extra = [] if right or found is None else [repr(found)]
        self.add(field, source, int(right), missed, extra)

    def figures(self) -> Iterator[Figure]:
        """Yield the score of each field in the order they were met."""
        for field, (hit, missed, extra) in self._count.items():
            yield Figure(field, hit, missed, extra)
