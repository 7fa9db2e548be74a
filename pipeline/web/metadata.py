"""What Datasette's own pages say of tables and columns, from the data dictionary."""

from dataclasses import fields
from typing import Any

from pipeline.ask_queries import QUESTIONS, Question
from pipeline.dictionary import shapes
from pipeline.web.database import NAME
from schemas.columns import Column, meaning


def metadata(*, contacts: bool) -> dict[str, Any]:
    """Return Datasette's metadata for our database: tables, columns, queries."""
    return {
        "title": "Minutebook: what councils decided",
        "description": "Every value stands beside the words it was read from.",
        "plugins": {NAME: {"contacts": contacts}},
        "databases": {
            NAME: {
                "description": "NULL means that the text does not say; 0 that it says no.",
                "tables": _tables(),
                "queries": {question.name: _query(question) for question in QUESTIONS},
            }
        },
    }


def _tables() -> dict[str, Any]:
    hidden: dict[str, Any] = {"seals": {"hidden": True}}
    return hidden | {
        kind.TABLE: {
            "description": (kind.__doc__ or "").strip(),
            "columns": {
                spec.name: _said(column)
                for spec in fields(kind)
                if (column := meaning(spec)) is not None
            },
        }
        for kind in shapes()
    }


def _query(question: Question) -> dict[str, Any]:
    wanted = "; ".join(f"{p.name}: {p.description}" for p in question.parameters)
    return {
        "title": question.title,
        "description": f"{question.description} Parameters may stay empty ({wanted}).",
        "sql": question.sql.strip(),
        "params": [p.name for p in question.parameters],
    }


def _said(column: Column) -> str:
    unit = f" ({column.unit})" if column.unit else ""
    allowed = ": " + ", ".join(column.allowed) if column.allowed else ""
    return f"{column.description}{unit}{allowed}"
