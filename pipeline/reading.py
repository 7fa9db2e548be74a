"""Open a database for reading only; tell a foreign, newer or missing file apart."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from pipeline.exits import IO, NOT_OURS
from pipeline.faults import damage

APPLICATION_ID = 0x4D425543  # "MBUC"
SCHEMA_VERSION = 7


class CannotRead(Exception):
    """A database that cannot be read, with the exit code that says why."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class Damaged(CannotRead):
    """A database of ours that SQLite cannot even open."""


class Unreadable(sqlite3.Error):
    """A database whose schema is so damaged that SQLite cannot even quote it."""


def connect(path: str | Path) -> sqlite3.Connection:
    """Return a read-only connection with named rows. Raises CannotRead with a clear message."""
    file = Path(path)
    if not file.exists():
        raise CannotRead(f"{file}: no such database; `minutebook ingest` makes one", IO)
    if not file.is_file():
        raise CannotRead(f"{file}: not a file", IO)
    try:
        connection = _open(file)
    except sqlite3.Error as error:
        if wrong := damage(file, APPLICATION_ID, str(error)):
            raise Damaged(f"{file}: {wrong}", IO) from error
        raise CannotRead(f"{file}: not a Minutebook database ({error})", NOT_OURS) from error
    return connection


def _open(file: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(file.resolve()))}?mode=ro"
    try:
        connection = sqlite3.connect(address, uri=True)
        ours = connection.execute("pragma application_id").fetchone()[0]
    except sqlite3.OperationalError:
        # A write-ahead-log database on a read-only share opens only as immutable.
        connection = sqlite3.connect(f"{address}&immutable=1", uri=True)
        ours = connection.execute("pragma application_id").fetchone()[0]
    if ours != APPLICATION_ID:
        raise CannotRead(f"{file}: not a Minutebook database", NOT_OURS)
    version = connection.execute("pragma user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise CannotRead(
            f"{file}: made by a newer Minutebook (schema {version}, this one reads "
            f"{SCHEMA_VERSION}); please upgrade",
            NOT_OURS,
        )
    if version < SCHEMA_VERSION:
        raise CannotRead(
            f"{file}: made by an older Minutebook (schema {version}, this one reads "
            f"{SCHEMA_VERSION}); `minutebook upgrade --db {file}` brings it up to date, every row "
            "kept",
            NOT_OURS,
        )
    connection.row_factory = sqlite3.Row
    connection.execute("pragma query_only = on")
    with suppress(sqlite3.DatabaseError):  # left to the command, which says what it was doing
        read_schema(connection)
    return connection


def read_schema(connection: sqlite3.Connection) -> None:
    """Have SQLite read what the tables are. Raises sqlite3.Error where it cannot."""
    try:
        connection.execute("SELECT 1 FROM sqlite_master")
    except UnicodeDecodeError as error:  # what SQLite says of it quotes bytes that are no text
        raise Unreadable("malformed database schema") from error
