"""The record classes by table, and what a column may hold; read by tables, wire and store alike."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import get_args

from schemas import facts, records
from schemas.columns import Column, meaning
from schemas.facts import Row


@dataclass(frozen=True, slots=True)
class Shape:
    """One column: its name, the Python type of its values, whether NULL may stand there."""

    name: str
    kind: type
    optional: bool
    meaning: Column


def _classes() -> Iterator[type[Row]]:
    for value in (*vars(records).values(), *vars(facts).values()):
        if isinstance(value, type) and issubclass(value, Row) and value.TABLE:
            yield value


CLASSES = MappingProxyType({kind.TABLE: kind for kind in _classes()})


@cache
def columns_of(table: str) -> tuple[Shape, ...]:
    """Return the columns of a table in order, `id` first. Raises KeyError for an unknown table."""
    found = []
    for spec in fields(CLASSES[table]):
        column = meaning(spec)
        if column is None:
            continue
        kinds = get_args(spec.type) or (spec.type,)
        plain = next(k for k in kinds if k is not type(None))
        found.append(Shape(spec.name, plain, type(None) in kinds, column))
    return tuple(found)


@cache
def names_of(table: str) -> tuple[str, ...]:
    """Return the column names of a table in order."""
    return tuple(shape.name for shape in columns_of(table))
