"""Hits, misses and false alarms of each field and of each rule, page by page."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

_Z = 1.96  # two-sided 95 %

Row = Mapping[str, Any]


def wilson(right: float, of: float) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share; of nothing it is all that is possible.

    >>> [round(x, 3) for x in wilson(9, 10)], wilson(0, 0)
    ([0.596, 0.982], (0.0, 1.0))
    """
    if of <= 0:
        return 0.0, 1.0
    p = right / of
    middle = p + _Z * _Z / (2 * of)
    spread = _Z * sqrt(p * (1 - p) / of + _Z * _Z / (4 * of * of))
    scale = 1 + _Z * _Z / of
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def interval(pages: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Return the 95 % interval of a share whose cases lie on pages, given as (right, of).

    A Wilson interval of the cases that count: what stands on one page is right or wrong together,
    so their number is divided by the design effect (the variance between pages over that of as
    many independent cases; Rao and Scott 1992), where it is above 1.

    >>> alike = interval([(9, 10)] * 9)
    >>> apart = interval([(10, 10)] * 8 + [(1, 10)])
    >>> alike == wilson(81, 90), apart[0] < alike[0]
    (True, True)
    """
    right, of = (sum(page[i] for page in pages) for i in (0, 1))
    if not of:
        return wilson(0, 0)
    p, many = right / of, len(pages)
    if many < 2 or not 0 < p < 1:
        return wilson(right, of)
    between = many / (many - 1) * sum((r - p * n) ** 2 for r, n in pages) / of**2
    effect = max(1.0, between / (p * (1 - p) / of))
    return wilson(right / effect, of / effect)


@dataclass(frozen=True, slots=True)
class Figure:
    """One field's score; `pages` are the hits, misses and false alarms of each page with any."""

    field: str
    hit: int
    missed: int
    extra: int
    pages: tuple[tuple[int, int, int], ...] = ()

    @property
    def cases(self) -> int:
        """Return how many values there are to find."""
        return self.hit + self.missed

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
        """Return the 95 % interval of F1 = 2·hit / (2·hit + missed + extra), a share of marks."""
        return interval([(2 * h, 2 * h + m + e) for h, m, e in self.pages])

    def precision_interval(self) -> tuple[float, float]:
        """Return the 95 % interval of precision."""
        return interval([(h, h + e) for h, _, e in self.pages])

    def recall_interval(self) -> tuple[float, float]:
        """Return the 95 % interval of recall."""
        return interval([(h, h + m) for h, m, _ in self.pages])


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that a rule gave, and whether it is right. `rule` None: no rule is on record."""

    field: str
    rule: str | None
    source: str
    right: bool


def rule_of(row: Row) -> tuple[str | None, ...]:
    """Return the rule of a row that has one."""
    return (row.get("rule"),)


class Tally:
    """Collects what was right and wrong, field by field."""

    def __init__(self) -> None:
        self._count: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        self.wrong: list[tuple[str, str, str, Any]] = []  # field, source, - or +, what
        self.recall_only: Sequence[str] = ()
        self.claims: list[Claim] = []
        self.silent: defaultdict[str, int] = defaultdict(int)  # missed, and no rule spoke

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
        counted = self._count[field].setdefault(source, [0, 0, 0])
        for i, n in enumerate((hits, len(missed), len(extra))):
            counted[i] += n
        self.wrong += [(field, source, "-", m) for m in missed]
        self.wrong += [(field, source, "+", e) for e in extra]

    def claim(self, field: str, source: str, rules: Iterable[str | None], right: bool) -> None:
        """Note what rules gave; where only recall is scored, nobody knows what is wrong."""
        if field not in self.recall_only:
            self.claims += [Claim(field, rule, source, right) for rule in rules]

    def pair(
        self,
        field: str,
        source: str,
        gold: Iterable[Any],
        rows: Iterable[Row],
        match: Callable[[Any, Row], bool],
        rules: Callable[[Row], Iterable[str | None]] = rule_of,
    ) -> list[tuple[Any, Row]]:
        """Match each gold entry to one row; return the pairs. `rules` tells who gave a row."""
        left, pairs, missed = list(rows), [], []
        for entry in gold:
            hit = next((row for row in left if match(entry, row)), None)
            if hit is None:
                missed.append(entry)
            else:
                left.remove(hit)
                pairs.append((entry, hit))
        self.add(field, source, len(pairs), missed, left)
        self.silent[field] += len(missed)
        for _, row in pairs:
            self.claim(field, source, rules(row), True)
        for row in left:
            self.claim(field, source, rules(row), False)
        return pairs

    def value(
        self,
        field: str,
        source: str,
        gold: Any,
        found: Any,
        same: Callable[[Any, Any], bool],
        rule: str | None = None,
    ) -> None:
        """Compare one value; nothing to find and nothing found earns nothing."""
        if gold is None and found is None:
            return
        right = same(gold, found)
        missed = [] if right or gold is None else [repr(gold)]
        extra = [] if right or found is None else [repr(found)]
        self.add(field, source, int(right), missed, extra)
        if found is None:
            self.silent[field] += 1
        else:
            self.claim(field, source, (rule,), right)

    def figures(self) -> Iterator[Figure]:
        """Yield the score of each field in the order they were met."""
        for field, pages in self._count.items():
            counts = tuple((h, m, e) for h, m, e in pages.values() if h or m or e)
            hit, missed, extra = (sum(page[i] for page in counts) for i in range(3))
            yield Figure(field, hit, missed, extra, counts)

    def spoken(self) -> dict[tuple[str, str | None], list[tuple[int, int]]]:
        """Return for each field and rule what it gave on each page, as (right, of)."""
        found: dict[tuple[str, str | None], dict[str, list[int]]] = {}
        for claim in self.claims:
            pages = found.setdefault((claim.field, claim.rule), {})
            counted = pages.setdefault(claim.source, [0, 0])
            counted[0] += claim.right
            counted[1] += 1
        return {key: [(r, n) for r, n in pages.values()] for key, pages in found.items()}
