"""The canonical dump: every table by natural key, without ids, run ids and timestamps.

Two databases are identical where their dumps are equal, whatever the number of workers, the order
of files, and the kills on the way.
"""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.identity import digest
from pipeline.reading import connect
from schemas.shapes import CLASSES, columns_of

_LEFT_OUT = ("runs",)
_OF_THE_RUN = {
    "id", "run_id", "first_run_id", "last_run_id", "missing_since", "root", "inputs",
}  # fmt: skip
_NAMES = {
    "councils": ("slug",),
    "documents": ("key",),
    "decisions": ("key",),
    "matters": ("key",),
    "meetings": ("council_id", "body", "date", "start_time"),
    "organisations": ("name",),
}
_FACT_NAME = ("document_id", "start", "stop", "position", "rule")

Row = dict[str, Any]


def dump(db: str | Path) -> str:
    """Return the dump of a database, one JSON line for each row. Raises CannotRead."""
    connection = connect(db)
    try:
        return "\n".join(_lines(connection))
    finally:
        connection.close()


def fingerprint(db: str | Path) -> str:
    """Return the SHA-256 of the dump. Raises CannotRead."""
    return digest(dump(db).encode())


def _lines(connection: sqlite3.Connection) -> Iterator[str]:
    stored = {
        table: {row["id"]: dict(row) for row in connection.execute(f"SELECT * FROM {table}")}  # noqa: S608 - our own names
        for table in CLASSES
    }
    namer = _Namer(stored)
    for table in sorted(set(CLASSES) - set(_LEFT_OUT)):
        rows = (namer.plain(table, row) for row in stored[table].values())
        for line in sorted(json.dumps(r, ensure_ascii=False, sort_keys=True) for r in rows):
            yield f"{table} {line}"


class _Namer:
    """Gives rows names that do not depend on the order in which they came."""

    def __init__(self, stored: dict[str, dict[int, Row]]) -> None:
        self._stored = stored
        self._known: dict[tuple[str, int], Any] = {}

    def plain(self, table: str, row: Row) -> Row:
        """Return a row without what belongs to the run, its references by name."""
        found = {}
        for shape in columns_of(table):
            if shape.name in _OF_THE_RUN or shape.meaning.references == "runs":
                continue
            value = row[shape.name]
            if shape.meaning.references and value is not None:
                value = self._name(shape.meaning.references, value)
            found[shape.name] = value
        if table == "evidence":
            found["row_id"] = self._name(row["table_name"], row["row_id"])
        return found

    def _name(self, table: str, number: int) -> Any:
        if (table, number) not in self._known:
            row = self._stored[table][number]
            references = {s.name: s.meaning.references for s in columns_of(table)}
            said = []
            for column in _NAMES.get(table, _FACT_NAME):
                target, value = references.get(column), row.get(column)
                said.append(self._name(target, value) if target and value is not None else value)
            self._known[table, number] = said[0] if len(said) == 1 else said
        return self._known[table, number]
