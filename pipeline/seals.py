"""Seals rows when a run ends, and finds the rows that are no longer as they were sealed.

A row's check number is the CRC-32 of its values as SQLite holds them: sure to see one flipped bit
of a value, and nearly sure to see any other damage. It is no defence against somebody who means
to deceive.
"""

import json
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from typing import Any
from zlib import crc32

from schemas import seals
from schemas.search import COUNTS
from schemas.shapes import names_of
from schemas.tables import TABLES
from schemas.views import VIEWS

Row = tuple[Any, ...]
_ENTRY = struct.Struct(">BI")  # a row's place in its block, its check number
_SCHEMA = "sqlite_master"
_PUT = "INSERT OR REPLACE INTO seals (table_name, block, rows) VALUES (?, ?, ?)"


def seal(db: sqlite3.Connection) -> None:
    """Give every block that lacks one its seal, inside the caller's transaction."""
    with _bare(db):
        for table in seals.SEALED:
            for block in _lacking(db, table):
                db.execute(_PUT, (table, block, _block(db, table, block)))
        if not _stored(db, _SCHEMA):
            db.execute(_PUT, (_SCHEMA, 0, json.dumps(_made(db), sort_keys=True).encode()))


def run_number(row: dict[str, Any]) -> int:
    """Return the check number of a row of `runs`."""
    kept = (row[name] for name in names_of("runs") if name != "seal")
    return number(tuple(bytearray(v.encode()) if isinstance(v, str) else v for v in kept))


def number(row: Row) -> int:
    """Return a row's check number; its texts are given as bytearrays.

    >>> number((1, bytearray(b"a"), None)) == number((1, b"a", None))
    False
    """
    return crc32(repr(row).encode("ascii"))


def broken(db: sqlite3.Connection, is_finished: bool) -> Iterator[tuple[str, int | None, str]]:
    """Yield table, row and fault for all that is not as it was sealed; row None for a whole table.

    Where the last run did not finish, blocks that it touched have no seal yet.
    """
    with _bare(db):
        for table in seals.SEALED:
            try:
                yield from _broken(db, table, is_finished)
            except (sqlite3.DatabaseError, struct.error) as error:
                yield table, None, f"cannot be read ({error})"
        yield from _broken_runs(db)
        yield from _broken_schema(db, is_finished)


def _broken(
    db: sqlite3.Connection, table: str, is_finished: bool
) -> Iterator[tuple[str, int | None, str]]:
    stored = _stored(db, table)
    for block, rows in groupby(_rows(db, table), key=lambda row: _whole(row[0]) // seals.SIZE):
        now = {_whole(row[0]): number(row) for row in rows}
        kept = stored.pop(block, None)
        if kept is None:
            if is_finished:
                yield from ((table, row, "was not written by a run") for row in now)
            continue
        then = {block * seals.SIZE + at: known for at, known in _ENTRY.iter_unpack(kept)}
        for row in sorted(now.keys() | then.keys()):
            if row not in now:
                yield table, row, "is gone"
            elif row not in then:
                yield table, row, "was not written by a run"
            elif now[row] != then[row]:
                yield table, row, "is not as it was written"
    for block, kept in stored.items():
        for at, _ in _ENTRY.iter_unpack(kept):
            yield table, block * seals.SIZE + at, "is gone"


def _broken_runs(db: sqlite3.Connection) -> Iterator[tuple[str, int | None, str]]:
    names = names_of("runs")
    try:
        for row in _rows(db, "runs"):
            values = dict(zip(names, row, strict=True))
            if values["seal"] != run_number(values):
                yield "runs", _whole(row[0]), "is not as it was written"
    except sqlite3.DatabaseError as error:
        yield "runs", None, f"cannot be read ({error})"


def _broken_schema(
    db: sqlite3.Connection, is_finished: bool
) -> Iterator[tuple[str, int | None, str]]:
    try:
        stored = _stored(db, _SCHEMA)
        then = json.loads(stored[0]) if stored else {}
        now = _made(db)
    except (sqlite3.DatabaseError, ValueError) as error:
        yield _SCHEMA, None, f"cannot be read ({error})"
        return
    if not then and is_finished:
        yield _SCHEMA, None, "has no seal"
    for name in sorted(then.keys() | now.keys() if then else ()):
        if then.get(name) != now.get(name):
            yield name, None, "is not as it was made"


@contextmanager
def _bare(db: sqlite3.Connection) -> Iterator[None]:
    """Read texts as bytes, in a type of their own: a damaged one may be no text at all."""
    factories = db.text_factory, db.row_factory
    db.text_factory, db.row_factory = bytearray, None
    try:
        yield
    finally:
        db.text_factory, db.row_factory = factories


@cache
def _select(table: str) -> str:
    columns = ", ".join(f'"{name}"' for name in names_of(table))
    return f"SELECT {columns} FROM {table} NOT INDEXED"  # noqa: S608 - our own names


def _rows(db: sqlite3.Connection, table: str) -> Iterator[Row]:
    yield from db.execute(f"{_select(table)} ORDER BY id")


def _block(db: sqlite3.Connection, table: str, block: int) -> bytes:
    first = block * seals.SIZE
    rows = db.execute(
        f"{_select(table)} WHERE id >= ? AND id < ? ORDER BY id", (first, first + seals.SIZE)
    )
    return b"".join(_ENTRY.pack(row[0] - first, number(row)) for row in rows)


def _lacking(db: sqlite3.Connection, table: str) -> list[int]:
    last = db.execute(f"SELECT max(id) FROM {table}").fetchone()[0]  # noqa: S608
    if last is None:
        return []
    there = {row[0] for row in db.execute("SELECT block FROM seals WHERE table_name = ?", (table,))}
    return [block for block in range(last // seals.SIZE + 1) if block not in there]


def _stored(db: sqlite3.Connection, table: str) -> dict[int, bytes]:
    rows = db.execute("SELECT block, rows FROM seals WHERE table_name = ?", (table,))
    return {_whole(block): bytes(kept) for block, kept in rows}


def _whole(value: Any) -> int:
    return value if isinstance(value, int) else -1


@cache
def _ours() -> frozenset[str]:
    """Return the names of all that we make; what an analyst added is no concern of ours."""
    indexes = {str(index.name) for table in TABLES.values() for index in table.indexes}
    searching = (
        {"search", "search_content", "search_rows", *COUNTS}
        | {f"search_rows_{name}_id" for name in ("document", "decision", "resolution")}
        | {"search_suppliers_date", "search_suppliers_decision"}
    )
    return frozenset({*TABLES, *indexes, *VIEWS, *seals.TRIGGERS, *searching, "seals"})


def _made(db: sqlite3.Connection) -> dict[str, int]:
    """Return the check number of each statement that made something of ours."""
    made = db.execute(f"SELECT name, type, tbl_name, sql FROM {_SCHEMA} WHERE sql IS NOT NULL")  # noqa: S608
    named = ((bytes(row[0]).decode("utf-8", "replace"), row) for row in made)
    return {name: number(row) for name, row in named if name in _ours()}
