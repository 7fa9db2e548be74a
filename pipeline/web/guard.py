"""What a connection of the web server may do: read, briefly, and nothing else."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pipeline.web import cover

LENGTH = 20_000_000  # bytes of one value: the longest text that a reader lets through fits
CACHE = 65_536  # KiB of the file that a connection keeps at most: SQLite's own 2 MB is for phones
# Only what reads. Names of SQLite's actions: https://sqlite.org/c3ref/c_alter_table.html
_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE})
# How SQLite declares the columns of the search index to itself; the file is open for reading only.
_DECLARING = (sqlite3.SQLITE_UPDATE, "sqlite_master")
# What Datasette and FTS5 ask of a database themselves.
_PRAGMAS = frozenset(
    "table_info table_xinfo table_list foreign_key_list index_list index_info index_xinfo "
    "schema_version data_version recursive_triggers database_list cache_size query_only "
    "encoding page_count page_size application_id user_version".split()
)
# Functions that fill memory or reach outside the file.
_REFUSED = frozenset(
    "load_extension randomblob zeroblob readfile writefile edit fts3_tokenizer".split()
)
_CONTACTS = frozenset({("people", "email"), ("people", "phone")})


def guard(connection: sqlite3.Connection, *, with_contacts: bool) -> None:
    """Let a connection only read: no ATTACH, no PRAGMA that sets, no huge values.

    Unless they are asked for, e-mail addresses and telephone numbers read as NULL in columns of
    their own, and are covered in all other texts.
    """
    if not with_contacts:
        connection.row_factory = cover.row
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LENGTH)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500)
    connection.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 200)
    connection.setlimit(sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 50)
    connection.execute("pragma query_only = on")
    connection.execute("pragma temp_store = memory")
    connection.execute(f"pragma cache_size = -{CACHE}")
    connection.set_authorizer(_authorizer(with_contacts))


def _authorizer(with_contacts: bool) -> Callable[..., int]:
    def allowed(action: int, one: str | None, two: str | None, *_: str | None) -> int:
        if action == sqlite3.SQLITE_READ and not with_contacts and (one, two) in _CONTACTS:
            return sqlite3.SQLITE_IGNORE
        if action in _READING or (action, one) == _DECLARING:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION:
            return sqlite3.SQLITE_DENY if two in _REFUSED else sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_PRAGMA and one in _PRAGMAS:
            bare = two is None or one not in ("query_only", "cache_size", "schema_version")
            return sqlite3.SQLITE_OK if bare else sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_DENY

    return allowed


@contextmanager
def stopped_after(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Interrupt what runs on the connection after a time; it raises sqlite3.OperationalError.

    A timer, not a progress handler: that one counts instructions, and one that reads or makes a
    large value counts as much as one that adds two numbers.
    """
    timer = threading.Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
