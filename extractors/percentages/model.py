"""Percentages, with a trained model's word where the rules' part for one is doubtful.

The model (data/percentage_role.model, made by `make train`) sees the words around a figure, never
the figure. Where it is sure enough and says otherwise than the rules, its word stands; the proof
is then the sentence it read. docs/models.md tells what it earns and costs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors import marked, nlp
from extractors.context import Context
from extractors.percentages import percentages
from extractors.percentages import roles as percent_roles
from schemas.document import Section
from schemas.facts import Percentage, Proof

FILE = "percentage_role.model"
_SETTLED = frozenset((percentages.HEAD, "percent.role.kpi.table", "percent.role.kpi.sentence"))


def find(section: Section, context: Context) -> Iterator[Percentage]:
    """Yield the percentages of a section, their parts weighed by the model."""
    rows = list(percentages.find(section, context))
    model = nlp.trained(FILE) if rows else None
    if model is None:
        yield from rows
        return
    told = model.answers([marked.seen(context, row.start, row.stop) for row in rows])
    rule = f"percent.role.model-{model.version}"
    yield from _weighed(rows, told, model.least, rule, context)


def _weighed(
    rows: Sequence[Percentage],
    told: Sequence[tuple[str, float]],
    least: float,
    rule: str,
    context: Context,
) -> Iterator[Percentage]:
    for row, (role, chance) in zip(rows, told, strict=True):
        if chance < least or role == row.role or _is_settled(row):
            yield row
            continue
        read = context.sentence_at(row.start)
        if percent_roles.is_sure(context.reading, read, row.start, row.stop, role):
            yield row
            continue
        others = tuple(proof for proof in row.proofs if proof.column != "role")
        proof = Proof("role", read.start, read.stop, rule)
        yield replace(row, role=role, proofs=(*others, proof))


def _is_settled(row: Percentage) -> bool:
    """Tell whether a table's column or an indicator gave the part: no guess stands above it."""
    return any(proof.rule in _SETTLED for proof in row.proofs)
