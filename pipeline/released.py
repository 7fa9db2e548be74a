"""The released figures of accuracy: where they lie, and how they get into a database.

`make evaluate` measures them on our own gold pages and writes `data/accuracy.json`; every ingest
brings the tables `accuracy` and `rules` in step with it. Facts know their rule, so nothing else is
rewritten when the figures change.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.book import Book, Values
from pipeline.evaluate.fields import FIELDS

DEVELOPMENT, HELD_OUT = "development", "held_out"
FILE = "accuracy.json"
_TABLES = ("accuracy", "rules")


@cache
def figures() -> dict[str, Any]:
    """Return the released figures; without any, of no set."""
    file = files("pipeline") / "data" / FILE
    found: dict[str, Any] = {"version": None, "sets": {}, "confidence": [], "reliability": []}
    if file.is_file():
        found |= json.loads(file.read_text(encoding="utf-8"))
    return found


def sync(book: Book) -> None:
    """Bring the tables `accuracy` and `rules` in step; what is so already is left as it is."""
    wanted = {"accuracy": list(_accuracy(figures())), "rules": list(_rules(figures()))}
    for table in _TABLES:
        if [_bare(row) for row in book.rows(table)] != wanted[table]:
            book.drop(table)
            book.forget(table)
            book.add(table, wanted[table])


def _bare(row: Values) -> Values:
    return {name: value for name, value in row.items() if name != "id"}


def _accuracy(found: dict[str, Any]) -> Iterator[Values]:
    for name, figures_of in found["sets"].items():
        shared = {"version": found["version"], "gold_set": name}
        for field, figure in figures_of["fields"].items():
            low, high = figure["f1_range"]
            yield shared | _place(field) | {
                "rule": None,
                "cases": figure["hit"] + figure["missed"],
                "precision": figure["precision"],
                "recall": figure["recall"],
                "f1": figure["f1"],
                "low": low,
                "high": high,
            }  # fmt: skip
        for spoken in figures_of["rules"]:
            if spoken["rule"] is None:
                continue
            low, high = spoken["range"]
            yield shared | _place(spoken["field"]) | {
                "rule": spoken["rule"],
                "cases": spoken["of"],
                "precision": round(spoken["right"] / spoken["of"], 4),
                "recall": None,
                "f1": None,
                "low": low,
                "high": high,
            }  # fmt: skip


def _place(field: str) -> Values:
    where = FIELDS[field]
    return {"field": field, "table_name": where.table, "column_name": where.column}


def _rules(found: dict[str, Any]) -> Iterator[Values]:
    for entry in found["confidence"]:
        yield {
            "table_name": entry["table"],
            "column_name": entry["column"],
            "rule": entry["rule"],
            "basis": entry["basis"],
            "confidence": entry["confidence"],
            "cases": entry["of"],
        }


def beside(table: str, column: str | None) -> str:
    """Return a column's F1 on the held-out pages with its number of cases, "" where unmeasured.

    A column that decides whether a row is the right one has the figure of the rows.
    """
    fields = figures()["sets"].get(HELD_OUT, {}).get("fields", {})
    own = [n for n, f in FIELDS.items() if (f.table, f.column) == (table, column)]
    rows = [n for n, f in FIELDS.items() if f.table == table and column in f.also]
    found = [fields[name] for name in (*rows, *own) if name in fields]
    if not found:
        return ""
    return f"{found[0]['f1']:.2f} of {found[0]['hit'] + found[0]['missed']:,}"
