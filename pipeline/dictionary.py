"""The data dictionary, made from the record classes: every table, column, unit and value."""

from collections.abc import Iterator
from dataclasses import Field, fields
from typing import Any

from pipeline import released
from schemas import facts, records
from schemas.columns import meaning
from schemas.facts import Row

_ABSTRACT = ("Row", "Fact", "Claim", "Limb")


def shapes() -> list[type[Row]]:
    """Return every record class that is a table, documents first, facts after."""
    found = [*vars(records).values(), *vars(facts).values()]
    kinds = [k for k in found if isinstance(k, type) and issubclass(k, Row) and k.TABLE]
    return list(dict.fromkeys(kinds))


def _type(spec: "Field[Any]") -> str:
    name = (
        spec.type if isinstance(spec.type, str) else getattr(spec.type, "__name__", str(spec.type))
    )
    kind = {"int": "integer", "str": "text", "float": "real"}.get(name.split(" |")[0], name)
    return kind + (", may be NULL" if "None" in str(spec.type) else "")


def _meaning(spec: "Field[Any]") -> str:
    column = meaning(spec)
    assert column is not None  # noqa: S101 - the caller keeps only columns
    said = column.description
    if column.unit:
        said += f" ({column.unit})"
    if column.allowed:
        said += ": " + ", ".join(f"`{v}`" for v in column.allowed)
    if column.references:
        said += f" → `{column.references}.id`"
    return said


def markdown() -> Iterator[str]:
    """Yield the lines of the data dictionary as Markdown."""
    yield "# Data dictionary"
    yield ""
    yield "Made by `make docs` from the record classes in `schemas/`; do not edit by hand."
    yield (
        "F1: how often it is right on pages that we wrote and nobody looked at while rules were "
        "made, and of how many values ([accuracy.md](accuracy.md)); empty where not measured."
    )
    for kind in shapes():
        yield ""
        yield f"## {kind.TABLE}"
        yield ""
        yield (kind.__doc__ or "").strip() + _rows(kind)
        yield ""
        yield "| column | type | meaning | F1 |"
        yield "| --- | --- | --- | --- |"
        for spec in fields(kind):
            if meaning(spec) is not None:
                own = released.beside(kind.TABLE, spec.name)
                yield f"| `{spec.name}` | {_type(spec)} | {_meaning(spec)} | {own} |"


def _rows(kind: type[Row]) -> str:
    found = released.beside(kind.TABLE, None)
    return f" Rows: F1 {found}." if found else ""


def plain(table: str | None = None) -> Iterator[str]:
    """Yield the dictionary for a terminal, of one table or all."""
    for kind in shapes():
        if table in (None, kind.TABLE):
            yield f"{kind.TABLE}: {(kind.__doc__ or '').strip()}{_rows(kind)}"
            for spec in fields(kind):
                if meaning(spec) is not None:
                    own = released.beside(kind.TABLE, spec.name)
                    told = f" [F1 {own}]" if own else ""
                    yield f"  {spec.name:<24}{_meaning(spec).replace('`', '')}{told}"
            yield ""
