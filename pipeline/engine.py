"""Opens the database for the one writer: locked, checked to be ours, never damaged by a mistake."""

import fcntl
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from pipeline.exits import BUSY, FAILED, IO, NOT_OURS
from pipeline.faults import HEAD, said
from pipeline.paths import shown
from pipeline.reading import APPLICATION_ID, SCHEMA_VERSION, read_schema
from pipeline.stop import Stop
from schemas import tables

_PATIENCE = 90_000  # milliseconds to wait for a reader that holds a lock
_SETTINGS = (
    f"busy_timeout = {_PATIENCE}",
    "foreign_keys = on",
    "synchronous = full",
    "trusted_schema = off",
    "cell_size_check = on",
)


@contextmanager
def opened(db: str | Path) -> Iterator[tuple[Connection, Connection]]:
    """Give a writer's and a reader's connection to a database, made where there is none.

    One of an older schema is brought up to date first, in one transaction. Raises Stop: 76 for a
    file that is not ours or newer (it is left untouched), 75 while another run writes, 74 where
    the disk or the file system refuses.
    """
    path = Path(db).absolute()
    _check(path)
    with _locked(path), failures(path):
        if not path.exists():
            _make(path)
        if _check(path) < SCHEMA_VERSION:
            _upgrade(path)
        writing, reading = _engine(path), _engine(path, begin="")
        with writing.connect() as writer, reading.connect() as reader:
            reader.exec_driver_sql("SELECT count(*) FROM runs").scalar()
            # What a newer one's killed run left in the write-ahead log is not in the first bytes.
            _not_newer(path, int(reader.exec_driver_sql("PRAGMA user_version").scalar() or 0))
            yield writer, reader


def _check(path: Path) -> int:
    """Return a database's schema version, the newest where there is none yet.

    It looks at the first bytes only: opening with SQLite might already write.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return SCHEMA_VERSION
    except OSError as error:
        raise Stop(f"{shown(str(path))}: {error.strerror}", IO) from error
    if stat.S_ISLNK(mode):
        mode = path.stat().st_mode if path.exists() else 0
    if not stat.S_ISREG(mode):
        raise Stop(f"{shown(str(path))}: not a file", NOT_OURS)
    try:
        with path.open("rb") as handle:
            head = handle.read(100)
    except OSError as error:
        raise Stop(f"{shown(str(path))}: {error.strerror}", IO) from error
    if len(head) < 100 or head[:16] != HEAD or _number(head, 68) != APPLICATION_ID:
        raise Stop(f"{shown(str(path))}: not a Minutebook database; left untouched", NOT_OURS)
    _not_newer(path, _number(head, 60))
    return _number(head, 60)


def schema_of(path: Path) -> int:
    """Return the schema version of a database, the newest for a file that is not there yet.

    Raises Stop for a file that is not ours, or newer.
    """
    return _check(path.absolute())


def _not_newer(path: Path, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise Stop(
            f"{shown(str(path))}: made by a newer Minutebook (schema {version}, this one writes "
            f"{SCHEMA_VERSION}); left untouched, please upgrade",
            NOT_OURS,
        )


def _upgrade(path: Path) -> None:
    """Bring a database of an older schema up to date: all of it in one transaction, or nothing."""
    from pipeline.book import Book
    from pipeline.derive.counts import derive_counts
    from pipeline.migrate import upgrade  # only an older database needs it
    from pipeline.reindex import reindex

    engine = _engine(path, foreign_keys=False)  # a table that is made anew keeps its references
    with engine.connect() as writer, writer.begin():
        version = int(writer.exec_driver_sql("PRAGMA user_version").scalar() or 0)
        book = Book(writer, writer)
        if upgrade(writer, version):
            reindex(book)
        else:
            derive_counts(book)
        for run in book.rows("runs"):
            book.close_run(run["id"])
        book.seal()
        if writer.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise Stop(f"{shown(str(path))}: rows point nowhere; left as it was", FAILED)
        writer.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    engine.dispose()


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold `<db>.lock`: one writer at a time; the lock goes with the process that holds it."""
    name = f"{path}.lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise Stop(f"{shown(name)}: {said(error)}", IO) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip() or "unknown"
            raise Stop(
                f"{shown(str(path))}: another run is writing (process {shown(holder)}); "
                "try again when it has ended",
                BUSY,
            ) from error
        _sign(handle)
        yield
    finally:
        os.close(handle)


def _sign(handle: int) -> None:
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
    except OSError:  # a full disk: the lock holds all the same, only without a name
        return


def _make(path: Path) -> None:
    """Make an empty database under another name first: a kill leaves no half-made file."""
    part = path.with_name(path.name + ".part")
    # A journal left by a database that was deleted would be replayed into the new one.
    for left in (part, f"{part}-journal", f"{path}-wal", f"{path}-shm", f"{path}-journal"):
        Path(left).unlink(missing_ok=True)
    engine = _engine(part, journal="delete")
    with engine.connect() as connection, connection.begin():
        tables.create(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    engine.dispose()
    part.rename(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _engine(
    path: Path, journal: str = "wal", begin: str = "BEGIN IMMEDIATE", foreign_keys: bool = True
) -> Engine:
    """Return an engine whose transactions begin so; without a beginning each query is its own."""
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)

    def configure(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin where we say so, DDL too
        for setting in (*_SETTINGS, f"journal_mode = {journal}"):
            connection.execute(f"PRAGMA {setting}")
        if not foreign_keys:
            connection.execute("PRAGMA foreign_keys = off")
        read_schema(connection)

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", configure)
    if begin:
        event.listen(engine, "begin", begun)
    return engine


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Turn what the disk or the database refuses into a Stop with one line."""
    name = shown(str(path))
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        first = _first(error)
        code = BUSY if "locked" in first else NOT_OURS if "not a database" in first else IO
        raise Stop(f"{name}: {said(sqlite3.Error(first))}", code) from error
    except OSError as error:
        raise Stop(f"{name}: {said(error)}", IO) from error


def _first(error: BaseException) -> str:
    """Return the first database error of a chain: a failed rollback hides what went before."""
    found = str(error)
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, sqlite3.Error):
            found = str(at)
        at = at.__cause__ or at.__context__
    return found
