"""What an evaluation found, as plain values: the form of `--json` and of the released figures."""

from collections.abc import Mapping
from typing import Any

from pipeline.evaluate.tally import Figure, Tally, interval

Measured = dict[str, Any]
_DIGITS = 4


def measured(tally: Tally, documents: int, councils: int) -> Measured:
    """Return one set's figures: by field in the order they were met, and by rule."""
    fields = {f.field: _field(f, tally.silent[f.field]) for f in tally.figures()}
    order = list(fields)
    spoken = sorted(tally.spoken().items(), key=lambda x: (order.index(x[0][0]), x[0][1] or ""))
    return {
        "documents": documents,
        "councils": councils,
        "fields": fields,
        "rules": [_rule(field, rule, pages) for (field, rule), pages in spoken],
    }


def _field(figure: Figure, silent: int) -> dict[str, Any]:
    return {
        "hit": figure.hit,
        "missed": figure.missed,
        "extra": figure.extra,
        "silent": silent,
        "precision": _round(figure.precision),
        "precision_range": _range(figure.precision_interval()),
        "recall": _round(figure.recall),
        "recall_range": _range(figure.recall_interval()),
        "f1": _round(figure.f1),
        "f1_range": _range(figure.interval()),
    }


def _rule(field: str, rule: str | None, pages: list[tuple[int, int]]) -> dict[str, Any]:
    right, of = (sum(page[i] for page in pages) for i in (0, 1))
    return {
        "field": field,
        "rule": rule,
        "right": right,
        "of": of,
        "range": _range(interval(pages)),
    }


def _round(value: float) -> float:
    return round(value, _DIGITS)


def _range(pair: tuple[float, float]) -> list[float]:
    return [_round(value) for value in pair]


def mean(found: Mapping[str, Any]) -> float:
    """Return the mean F1 over a set's fields, 0 where there are none."""
    figures = [field["f1"] for field in found["fields"].values()]
    return sum(figures) / len(figures) if figures else 0.0


def cases(field: Mapping[str, Any]) -> int:
    """Return how many values a field had to find."""
    return int(field["hit"] + field["missed"])
