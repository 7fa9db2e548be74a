"""Percentages, their parts weighed by a trained model (extractors/weighing.py)."""

from collections.abc import Iterator

from extractors import weighing
from extractors.context import Context
from extractors.percentages import percentages
from extractors.percentages import roles as percent_roles
from schemas.document import Section
from schemas.facts import Percentage

_SETTLED = frozenset((percentages.HEAD, "percent.role.kpi.table", "percent.role.kpi.sentence"))


def find(section: Section, context: Context) -> Iterator[Percentage]:
    """Yield the percentages of a section.

    A part that the head of a column, an indicator or the words right beside give stands.
    """

    def settled(row: Percentage, role: str, _chance: float) -> bool:
        if any(proof.rule in _SETTLED for proof in row.proofs):
            return True
        read = context.sentence_at(row.start)
        return percent_roles.is_sure(context.reading, read, row.start, row.stop, role)

    rows = list(percentages.find(section, context))
    return weighing.weigh(rows, weighing.ROLE, context, settled)
