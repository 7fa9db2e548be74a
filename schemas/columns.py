"""How a dataclass field says what its column means: description, unit, values, reference."""

from dataclasses import MISSING, Field, dataclass, field
from typing import Any, cast

META = "minutebook"


@dataclass(frozen=True, slots=True)
class Column:
    """What one column means; read by the tables, the data dictionary and the record checks."""

    description: str
    unit: str | None = None
    allowed: tuple[str, ...] = ()
    references: str | None = None  # "table" whose id stands here
    same_call: bool = False  # the id is provisional, counted within one call of `find`


def column(
    description: str,
    *,
    unit: str | None = None,
    allowed: tuple[str, ...] = (),
    references: str | None = None,
    same_call: bool = False,
    default: Any = MISSING,
) -> Any:
    """Declare a dataclass field that is a database column.

    Takes the column's meaning in words, its unit, the closed list of its values and the table it
    refers to. Returns a dataclass field; without `default` the field is required.
    """
    meta = {META: Column(description, unit, allowed, references, same_call)}
    return field(default=default, metadata=meta)


def meaning(spec: "Field[Any]") -> Column | None:
    """Return the Column of a dataclass field, or None where the field is not a column."""
    return cast("Column | None", spec.metadata.get(META))
