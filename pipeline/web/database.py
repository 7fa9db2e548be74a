"""The one database of the web server: opened for reading only, each use on a clock."""

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from datasette.app import Datasette
from datasette.database import Database

from pipeline.web import guard

NAME = "minutebook"  # the database's name in addresses, whatever its file is called
SECONDS = 1.0  # for one query of a reader's own
OUR_SECONDS = 5.0  # for all queries of one of our pages

_Answer = TypeVar("_Answer")


class ReadOnly(Database):  # type: ignore[misc]
    """Datasette's database without its way to write, and with a clock on every use."""

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """Open the file for reading. Raises PermissionError where writing is asked for."""
        if write:
            raise PermissionError("Minutebook serves its database for reading only")
        connection: sqlite3.Connection = super().connect(write=False)
        return connection

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], _Answer]) -> _Answer:
        """Run a reader's query with a connection; what takes too long is interrupted."""
        return await self.within(SECONDS, fn)

    async def within(self, seconds: float, fn: Callable[[sqlite3.Connection], _Answer]) -> _Answer:
        """Run a function with a connection for at most so long.

        Raises sqlite3.OperationalError ("interrupted") when the time is up.
        """

        def timed(connection: sqlite3.Connection) -> _Answer:
            with guard.stopped_after(connection, seconds):
                return fn(connection)

        answer: _Answer = await super().execute_fn(timed)
        return answer


class Book(Datasette):  # type: ignore[misc]
    """A Datasette over one Minutebook database, and nothing else."""

    def __init__(self, file: str, *, immutable: bool, **settings: Any) -> None:
        super().__init__(**settings)
        self.add_database(ReadOnly(self, file, is_mutable=not immutable), name=NAME)
        self.remove_database("_memory")

    @property
    def book(self) -> ReadOnly:
        """Return the database."""
        found: ReadOnly = self.databases[NAME]
        return found

    @property
    def with_contacts(self) -> bool:
        """Tell whether e-mail addresses and telephone numbers are shown."""
        return bool(self.plugin_config(NAME)["contacts"])
