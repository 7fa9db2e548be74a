"""Brings a database of an older schema up to date: numbered steps of plain SQL, one transaction.

`migrations/NNNN_name.sql` holds one step; the first one is the first schema. `{whole}` and `{real}`
stand for the types of whole and other numbers, everything else is SQL that SQLite and PostgreSQL
both take. Steps only ever touch tables; views and the search index are made anew after the last.
Each file says which schema it ends in, so a change of `schemas/` without a step is noticed.

Plain steps and not Alembic: the number stands in the first bytes of the file, where a newer or
foreign database is refused before SQLite opens it; DDL, data and number are one transaction on
SQLite too; and reading or searching loads nothing for it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, inspect

from pipeline.identity import digest
from schemas.seals import CREATE_SEALS, DROP_SEALS, TRIGGERS
from schemas.search import COUNTS, CREATE_COUNTS, CREATE_SEARCH
from schemas.views import VIEWS

_NAME = re.compile(r"([0-9]{4})_([a-z0-9_]{1,60})\.sql")
_ENDS = "-- ends in: "
_TYPES = {
    "sqlite": {"whole": "INTEGER", "real": "FLOAT"},
    "postgresql": {"whole": "BIGINT", "real": "DOUBLE PRECISION"},
}
_SEARCH = ("search_rows", "search_content", "search")


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered step: the statements that lead from the schema before it, and where to."""

    number: int
    name: str
    statements: tuple[str, ...]
    ends_in: str


@cache
def steps() -> tuple[Step, ...]:
    """Return all steps in order. Raises ValueError where a number is missing or doubled."""
    found = []
    for file in (files("pipeline") / "migrations").iterdir():
        named = _NAME.fullmatch(file.name)
        if named:
            found.append(_step(int(named[1]), named[2], file.read_text(encoding="utf-8")))
    found.sort(key=lambda step: step.number)
    if [step.number for step in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"steps are numbered {[step.number for step in found]}")
    return tuple(found)


def _step(number: int, name: str, source: str) -> Step:
    lines = source.splitlines()
    ends_in = next((x.removeprefix(_ENDS) for x in lines if x.startswith(_ENDS)), "")
    plain = "\n".join(x for x in lines if not x.lstrip().startswith("--"))
    said = (s.strip() for s in plain.split(";\n"))
    return Step(number, name, tuple(s.rstrip(";") for s in said if s), ends_in)


def run(connection: Connection, after: int, upto: int | None = None) -> None:
    """Run the steps after a version inside the caller's transaction, tables alone."""
    types = _TYPES[connection.dialect.name]
    for step in steps()[after:upto]:
        for statement in step.statements:
            sql = statement.replace("{whole}", types["whole"]).replace("{real}", types["real"])
            connection.exec_driver_sql(sql)


def upgrade(connection: Connection, version: int) -> bool:
    """Bring a database from a version to the newest inside the caller's transaction.

    Every row and key stays. Returns whether the search index must be filled anew;
    the counts of `search.COUNTS` must in any case.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    wanted = [_plain(s) for s in CREATE_SEARCH]
    searchable = is_sqlite and _stored(connection, CREATE_SEARCH) == wanted
    for view in (*VIEWS, *(("search_content",) if is_sqlite else ())):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {view}")
    for statement in DROP_SEALS if is_sqlite else ():  # of rows in the shape before
        connection.exec_driver_sql(statement)
    run(connection, version)
    for name, query in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {query}")
    if not is_sqlite:
        return False
    for table in COUNTS:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
    for statement in (*CREATE_SEALS, *CREATE_COUNTS):
        connection.exec_driver_sql(statement)
    if searchable:
        connection.exec_driver_sql(next(s for s in CREATE_SEARCH if "VIEW search_content" in s))
        return False
    for table in ("search", "search_rows"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
    for statement in CREATE_SEARCH:
        connection.exec_driver_sql(statement)
    return True


def _stored(connection: Connection, made_by: Iterable[str]) -> list[str]:
    """Return the statements that made what these make, as they are stored, in the same order."""
    stored = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    kept: dict[str, str] = {row[0]: row[1] for row in stored}
    return [_plain(kept.get(_made(s), "")) for s in made_by]


def _triggers(connection: Connection) -> list[str]:
    found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return [row[0] for row in found]


def _made(statement: str) -> str:
    """Return the name of what a CREATE statement makes.

    >>> _made("CREATE INDEX a_b ON a (b)"), _made("CREATE VIRTUAL TABLE s USING fts5(x)")
    ('a_b', 's')
    """
    words = statement.split()
    return words[3 if words[1] == "VIRTUAL" else 2].partition("(")[0]


def _plain(sql: str) -> str:
    return " ".join(sql.split())


def shape(connection: Connection) -> list[str]:
    """Return what a database's tables, views and search index are, in lines to be compared.

    The order of columns does not count: a column that came later stands last.
    """
    lines: list[str] = []
    look = inspect(connection)
    for table in look.get_table_names():
        if not table.startswith("search"):
            lines += _table(connection, table)
    lines += [
        f"view {v}: {_plain(look.get_view_definition(v) or '')}" for v in look.get_view_names()
    ]
    if connection.dialect.name == "sqlite":
        made_by = (*CREATE_SEARCH, *CREATE_COUNTS)
        lines += [f"search: {sql}" for sql in _stored(connection, made_by)]
        lines += [f"trigger {name}" for name in _triggers(connection) if name in TRIGGERS]
    return sorted(lines)


def _table(connection: Connection, table: str) -> Iterator[str]:
    look = inspect(connection)
    for column in look.get_columns(table):
        null = "" if column["nullable"] else " NOT NULL"
        yield f"{table}.{column['name']} {column['type']}{null}"
    yield f"{table} key {look.get_pk_constraint(table)['constrained_columns']}"
    for fk in look.get_foreign_keys(table):
        options = sorted(fk.get("options", {}).items())
        yield (
            f"{table} {fk['constrained_columns']} to {fk['referred_table']}"
            f"{fk['referred_columns']} {options}"
        )
    for unique in look.get_unique_constraints(table):
        yield f"{table} unique {unique['column_names']}"
    for index in look.get_indexes(table):
        yield f"{table} index {index['name']} {index['column_names']} {bool(index['unique'])}"


def mark(connection: Connection) -> str:
    """Return the digest of a database's shape, as a step's file names it."""
    return digest("\n".join(shape(connection)).encode())[:16]
