"""What Datasette's own pages say of tables and columns, from the data dictionary."""

from typing import Any

from pipeline.ask_queries import QUESTIONS, Question
from pipeline.export.sheets import Col, about, columns, f1
from pipeline.web.database import NAME
from schemas.shapes import CLASSES
from schemas.views import VIEWS


def metadata(*, contacts: bool) -> dict[str, Any]:
    """Return Datasette's metadata for our database: tables, columns, queries."""
    return {
        "title": "Minutebook: what councils decided",
        "description": "Every value stands beside the words it was read from.",
        "plugins": {NAME: {"contacts": contacts}},
        "databases": {
            NAME: {
                "description": "NULL means that the text does not say; 0 that it says no. "
                "F1: how often a column is right on pages that nobody looked at while rules were "
                "made, and of how many values.",
                "tables": _tables(),
                "queries": {question.name: _query(question) for question in QUESTIONS},
            }
        },
    }


# Not in the data dictionary: made of the other tables, to be searched and counted quickly.
_SEARCH = {
    "search_rows": "What can be searched: a row for each decision, each resolution, and each "
    "document without decisions, numbered by date.",
    "search_suppliers": "The view supplier_resolutions in narrow rows, by which suppliers are "
    "counted; resolution_id 0: a decision that names the supplier, and no resolution was read. "
    "decision_id is the decision's first form.",
    "search_councils": "What there is of each council (0: of none); a decision told on several "
    "pages counts once.",
}


def _tables() -> dict[str, Any]:
    """Return every table and view with its columns: meaning, unit, closed list, F1."""
    own = {name: {"description": said} for name, said in _SEARCH.items()}
    return {"seals": {"hidden": True}} | own | {name: _table(name) for name in (*CLASSES, *VIEWS)}


def _table(name: str) -> dict[str, Any]:
    rows = f1(name)
    return {
        "description": about(name) + (f" Rows: F1 {rows}." if rows else ""),
        "columns": {column.name: _said(name, column) for column in columns(name)},
    }


def _query(question: Question) -> dict[str, Any]:
    wanted = "; ".join(f"{p.name}: {p.description}" for p in question.parameters)
    return {
        "title": question.title,
        "description": f"{question.description} Parameters may stay empty ({wanted}).",
        "sql": question.sql.strip(),
        "params": [p.name for p in question.parameters],
    }


def _said(table: str, column: Col) -> str:
    said = column.meaning
    unit = f" ({said.unit})" if said.unit else ""
    allowed = ": " + ", ".join(said.allowed) if said.allowed else ""
    own = f1(table, column.name)
    return f"{said.description}{unit}{allowed}" + (f" [F1 {own}]" if own else "")
