"""The part of a percentage that an indicator of the page was read from: its aim, its result.

The rules of indicators (extractors/kpi/kpis.py) know the columns of a table, cell for cell, and the
halves of a sentence; a percentage by itself knows only the words around it.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractors.context import Context
from extractors.percentages import told as percent_told
from extractors.percentages.values import Share
from schemas.facts import Kpi, Proof

TABLE = "kpi.table"
_COLUMNS = {"target": "target", "actual": "actual", "previous": "actual"}
# What a sentence's indicator may put right, and what a table's may.
_DOUBTFUL = {
    "kpi.sentence": frozenset(("target", "actual", "other", "change", "to")),
    TABLE: frozenset(("target", "actual", "other", "change", "to", "share", "from")),
}
_BEFORE = 60
_SLACK = 3  # marks by which the words of a figure may differ: "99.9" and "(99.9%)"


class Told(NamedTuple):
    """The part an indicator gives a figure, the rule that found it and where it stands."""

    role: str
    rule: str
    start: int
    stop: int


def settle(
    context: Context, shares: Sequence[Share], roles: Sequence[str]
) -> dict[int, tuple[str, Proof]]:
    """Return, by place in the list, the parts that indicators give percentages against `roles`.

    Two points of one measure ("from 4% to 5%"), and shares outside tables, stay what they are.
    """
    known = context.told(Kpi, _figures)
    found: dict[int, tuple[str, Proof]] = {}
    for at, (share, role) in enumerate(zip(shares, roles, strict=True)):
        told = known.get(share.start) or known.get(share.start - 1)
        if told is None or share.pair or not share.stop <= told.stop + _SLACK:
            continue
        if role == "to" and "from" in roles[:at]:
            continue
        before = context.reading[max(0, share.start - _BEFORE) : share.start]
        if told.role == "target" and percent_told.is_result(before):
            continue
        if told.role == role or role in _DOUBTFUL.get(told.rule, ()):
            proof = Proof("role", told.start, told.stop, f"percent.role.{told.rule}")
            found[at] = told.role, proof
    return found


def _figures(kpis: Sequence[Kpi]) -> Mapping[int, Told]:
    """Return the figures of indicators by their starts; a table's word stands above others."""
    figures: dict[int, Told] = {}
    for kpi in sorted(kpis, key=lambda row: row.rule != TABLE):
        for proof in kpi.proofs:
            # "down from 13.2%": the sentence tells what an earlier figure is.
            if proof.column == "previous" and kpi.rule != TABLE:
                continue
            if proof.column in _COLUMNS and proof.stop - proof.start < 2 * len("100.00%"):
                one = Told(_COLUMNS[proof.column], kpi.rule, kpi.start, kpi.stop)
                figures.setdefault(proof.start, one)
    return figures
