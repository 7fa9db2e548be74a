"""Savings, their status weighed by a trained model (extractors/weighing.py)."""

from collections.abc import Iterator

from extractors import weighing
from extractors.context import Context
from extractors.savings import savings
from schemas.document import Section
from schemas.facts import Saving


def find(section: Section, context: Context) -> Iterator[Saving]:
    """Yield the savings of a section."""
    rows = list(savings.find(section, context))
    return weighing.weigh(rows, weighing.STATUS, context, lambda row, status, chance: False)
