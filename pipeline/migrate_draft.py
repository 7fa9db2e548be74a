"""Writes the step that a change of `schemas/` asks for: `python -m pipeline.migrate_draft NAME`.

Compares what the steps end in with what `schemas.tables.create` makes. New tables, columns and
indexes, and such as are gone, become statements; views and the search index need none. What cannot
be told from the shapes alone (a type, a key, a column that becomes required) is left to be written
by hand and said so. The newest step is written anew when it has the name given.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, Table, create_engine, inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable

from pipeline import migrate
from schemas import tables
from schemas.views import VIEWS

FOLDER = Path(__file__).parent / "migrations"
_OPEN = {"INTEGER": "{whole}", "FLOAT": "{real}"}
_EMPTY = {"TEXT": "''"}
_BY_HAND = "-- BY HAND: "


def draft(connection: Connection) -> list[str]:
    """Return the statements that bring an older database's tables to those of `schemas`."""
    old = MetaData()
    old.reflect(connection, resolve_fks=False)
    new = tables.METADATA
    found: list[str] = []
    for view in inspect(connection).get_view_names():
        if view not in (*VIEWS, "search_content"):
            found.append(f"DROP VIEW {view};")
    gone = [t for name, t in old.tables.items() if name not in new.tables and _is_ours(name)]
    found += [f"DROP TABLE {table.name};" for table in reversed(gone)]
    for table in new.sorted_tables:
        if table.name not in old.tables:
            found += _created(table)
        else:
            found += _altered(old.tables[table.name], table)
    return found


def _is_ours(name: str) -> bool:
    return not name.startswith("search") and name != "seals"


def _sql(statement: CreateTable | CreateIndex | CreateColumn) -> str:
    """Return a statement with the types of both databases left open."""
    said = str(statement.compile(dialect=sqlite.dialect())).strip()
    words = said.replace(",", " ,").split()
    return " ".join(_OPEN.get(word, word) for word in words).replace(" ,", ",")


def _created(table: Table) -> Iterator[str]:
    yield _sql(CreateTable(table)) + ";"
    for index in sorted(table.indexes, key=lambda i: str(i.name)):
        yield _sql(CreateIndex(index)) + ";"


def _altered(old: Table, new: Table) -> Iterator[str]:
    kept = {index.name for index in new.indexes}
    for index in sorted(old.indexes, key=lambda i: str(i.name)):
        if index.name not in kept:
            yield f"DROP INDEX {index.name};"
    for name, column in old.columns.items():
        if name not in new.columns:
            hand = column.foreign_keys or column.primary_key
            drop = f"ALTER TABLE {new.name} DROP COLUMN {name};"
            yield f"{_BY_HAND}{drop} (a reference or key)" if hand else drop
    for name, column in new.columns.items():
        if name not in old.columns:
            yield f"ALTER TABLE {new.name} ADD COLUMN {_added(column)};"
        elif _unlike(old.columns[name], column):
            yield f"{_BY_HAND}{new.name}.{name} has another type, key or is now required"
    had = {index.name for index in old.indexes}
    for index in sorted(new.indexes, key=lambda i: str(i.name)):
        if index.name not in had:
            yield _sql(CreateIndex(index)) + ";"


def _added(column: Column[object]) -> str:
    said = _sql(CreateColumn(column))
    if not column.nullable:
        kind = column.type.compile(dialect=sqlite.dialect())
        said = said.replace(" NOT NULL", f" DEFAULT {_EMPTY.get(kind, '0')} NOT NULL")
    for key in column.foreign_keys:
        said += f" REFERENCES {key.column.table.name} ({key.column.name}) ON DELETE {key.ondelete}"
        said += " DEFERRABLE INITIALLY DEFERRED" if key.deferrable else ""
    return said


def _unlike(old: Column[object], new: Column[object]) -> bool:
    kinds = {column.type.compile(dialect=sqlite.dialect()) for column in (old, new)}
    return len(kinds) > 1 or old.nullable != new.nullable or old.primary_key != new.primary_key


def write(name: str, folder: Path = FOLDER) -> Path:
    """Write the step of a name and return its file. Raises ValueError where nothing has changed."""
    found = migrate.steps()
    before = len(found) - 1 if len(found) > 1 and found[-1].name == name else len(found)
    with create_engine("sqlite://").connect() as old, create_engine("sqlite://").connect() as new:
        migrate.run(old, 0, before)
        statements = draft(old)
        tables.create(new)
        ends_in = migrate.mark(new)
    if ends_in == found[before - 1].ends_in:
        raise ValueError(f"the schema is that of step {before}; there is nothing to write")
    title = name.replace("_", " ").capitalize()
    lines = [f"-- {title}.", f"-- ends in: {ends_in}", *statements]
    file = folder / f"{before + 1:04}_{name}.sql"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


if __name__ == "__main__":
    made = write(sys.argv[1])
    print(f"{made.name}: read it, set SCHEMA_VERSION = {int(made.name[:4])} in pipeline/reading.py")
