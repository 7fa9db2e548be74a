"""The store's hands: transactions, numbers for new rows, and statements. No ORM."""

import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from pipeline import seals
from schemas.shapes import names_of
from schemas.tables import METADATA

Values = dict[str, Any]
# Parents first, as foreign keys ask.
ORDER = tuple(table.name for table in METADATA.sorted_tables)


@cache
def _insertion(table: str) -> str:
    names = names_of(table)
    columns = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608


@cache
def _selection(table: str, where: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names_of(table))
    return f"SELECT {columns} FROM {table} {_where(where)} ORDER BY id"  # noqa: S608


@cache
def _highest(table: str) -> str:
    return f"SELECT max(id) FROM {table}"  # noqa: S608


@cache
def _deletion(table: str, where: tuple[str, ...]) -> str:
    return f"DELETE FROM {table} {_where(where)}"  # noqa: S608


@cache
def _update(table: str, names: tuple[str, ...]) -> str:
    known = [name for name in names_of(table) if name in names]
    if len(known) != len(names):
        raise KeyError(f"{table} has no {sorted(set(names) - set(known))}")
    columns = ", ".join(f'"{name}" = ?' for name in names)
    return f"UPDATE {table} SET {columns} WHERE id = ?"  # noqa: S608


def _where(names: tuple[str, ...]) -> str:
    """Return a condition that takes NULL for a value like any other."""
    return "WHERE " + " AND ".join(f'"{name}" IS ?' for name in names) if names else ""


class Book:
    """A writer's connection with the last number of every table kept in memory.

    `reader` is a second connection for looking things up between transactions. SQLAlchemy opens
    both and begins and ends transactions; the statements inside are strings made once from our
    own names, and go straight to its driver: at twenty for each page, what SQLAlchemy does around
    one costs more than running it.
    """

    def __init__(self, connection: Connection, reader: Connection) -> None:
        self.connection = connection
        self.reader = reader
        self._driver = _driver(connection)
        self._looker = _driver(reader)
        self._last: dict[str, int] = {}

    @property
    def file(self) -> str:
        """Return the path of the database, empty where it is in memory alone."""
        return str(self._driver.execute("PRAGMA database_list").fetchone()[2])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is written inside, or nothing of it. Raises SQLAlchemy's errors."""
        kept = False
        try:
            with self.connection.begin():
                yield
            kept = True
        except sqlite3.Error as error:
            raise DBAPIError.instance(None, None, error, sqlite3.Error) from error
        finally:
            if not kept:
                self._last.clear()

    @property
    def _writer(self) -> sqlite3.Connection:
        """Return the driver; outside a transaction every statement would be kept by itself."""
        if not self._driver.in_transaction:
            raise RuntimeError("the store writes in transactions alone")
        return self._driver

    def numbers(self, table: str, count: int) -> range:
        """Return ids for new rows of a table."""
        if table not in self._last:
            found = self._driver.execute(_highest(table)).fetchone()[0]
            self._last[table] = found or 0
        first = self._last[table] + 1
        self._last[table] += count
        return range(first, first + count)

    def forget(self, table: str) -> None:
        """Number the rows of a table from the start again, as it is empty."""
        self._last[table] = 0

    def seal(self) -> None:
        """Give all blocks of rows that changed their seals; the last thing a transaction does."""
        seals.seal(self._writer)

    def close_run(self, run: int, **values: Any) -> None:
        """Set columns of a row of `runs`, and its own seal."""
        row = self.rows("runs", id=run)[0] | values
        self.change("runs", run, **values, seal=seals.run_number(row))

    def add(self, table: str, rows: list[Values]) -> list[int]:
        """Insert rows whose columns are named in full or left NULL; return their ids."""
        if not rows:
            return []
        ids = list(self.numbers(table, len(rows)))
        blank: Values = dict.fromkeys(names_of(table))
        self.put(table, [blank | row | {"id": i} for row, i in zip(rows, ids, strict=True)])
        return ids

    def put(self, table: str, rows: list[Values]) -> None:
        """Insert rows that have every column in the table's order, their ids too."""
        if rows:
            values = [tuple(row.values()) for row in rows]
            self._writer.executemany(_insertion(table), values)

    def change(self, table: str, row_id: int, **values: Any) -> None:
        """Set columns of one row."""
        if values:
            self._writer.execute(_update(table, tuple(values)), (*values.values(), row_id))

    def set_all(self, table: str, column: str, pairs: list[tuple[int, Any]]) -> None:
        """Set one column of many rows, given as (id, value)."""
        if pairs:
            self._writer.executemany(_update(table, (column,)), [(to, row) for row, to in pairs])

    def match(
        self, table: str, wanted: list[Values], name: Callable[[Values], Hashable]
    ) -> tuple[list[int], list[int]]:
        """Bring a derived table to what is wanted, rows of the same name keeping their ids.

        Returns the ids of the wanted rows, and those of rows that are no longer wanted: the caller
        drops these when nothing points to them any more.
        """
        left: dict[Hashable, list[Values]] = {}
        for row in self.rows(table):
            left.setdefault(name(row), []).append(row)
        ids: list[int] = []
        new: list[tuple[int, Values]] = []
        for at, row in enumerate(wanted):
            found = left.get(name(row))
            old = found.pop(0) if found else None
            ids.append(old["id"] if old else 0)
            if old is None:
                new.append((at, row))
            elif any(old[column] != value for column, value in row.items()):
                self.change(table, old["id"], **row)
        made = self.add(table, [row for _, row in new])
        for (at, _), made_id in zip(new, made, strict=True):
            ids[at] = made_id
        return ids, [row["id"] for rows in left.values() for row in rows]

    def drop_all(self, table: str, ids: list[int]) -> None:
        """Delete rows by their ids."""
        if ids:
            self._writer.executemany(_deletion(table, ("id",)), [(row,) for row in ids])

    def drop(self, table: str, **where: Any) -> None:
        """Delete the rows whose columns have these values."""
        self._writer.execute(_deletion(table, tuple(where)), tuple(where.values()))

    def rows(self, table: str, **where: Any) -> list[Values]:
        """Return rows whose columns have these values, by id."""
        return _rows(self._driver, table, where)

    def look_up(self, table: str, **where: Any) -> list[Values]:
        """Return such rows as they stand outside a transaction."""
        return _rows(self._looker, table, where)

    def row(self, table: str, **where: Any) -> Values | None:
        """Return the first such row, None where there is none."""
        return next(iter(self.rows(table, **where)), None)

    def ask(self, query: str, **values: Any) -> list[Any]:
        """Return the rows of a written query, their columns by name."""
        return list(self.connection.exec_driver_sql(query, values).all())

    def tuples(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of a written query as bare tuples; for what is asked for every page."""
        return self._driver.execute(query, values).fetchall()

    def do(self, statement: str, rows: Iterable[Values] | Values | None = None) -> int:
        """Run a written statement, for one or many sets of values; return the rows it touched."""
        if rows is None or isinstance(rows, dict):
            return self._writer.execute(statement, rows or {}).rowcount
        given = list(rows)
        return self._writer.executemany(statement, given).rowcount if given else 0


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError("the store writes to SQLite alone")
    return driver


def _rows(driver: sqlite3.Connection, table: str, where: Values) -> list[Values]:
    names = names_of(table)
    found = driver.execute(_selection(table, tuple(where)), tuple(where.values()))
    return [dict(zip(names, row, strict=True)) for row in found]
