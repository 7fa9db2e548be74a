"""What `minutebook check` says: a line for each thing proved, the faults, and what to do."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import click

from pipeline import exits
from pipeline.check import Found, check
from pipeline.paths import shown
from pipeline.reading import CannotRead, connect
from pipeline.stop import Stop
from pipeline.terminal import safe

_SEARCH = ("search", "words")
_AGAIN = "ingest the files again into a new database, or go back to a copy"
_REPAIR = "`minutebook check --repair-index` makes the search index anew from the rows"


def run_check(db: str, repair: bool) -> int:
    """Check a database, its search index made anew before where asked. Returns the exit code."""
    try:
        if repair:
            click.echo(_repaired(Path(db)), err=True)
        faults = [found.name for found in _told(db) if found.faults]
        unfinished = not faults and _unfinished(db)
    except (CannotRead, Stop) as error:
        click.echo(f"minutebook: {safe(error)}", err=True)
        return error.code
    if unfinished:
        click.echo("The last run did not finish: run `minutebook ingest` again to complete it.")
    if not faults:
        click.echo("The database is whole.")
        return exits.DONE
    what = _REPAIR if set(faults) <= set(_SEARCH) else _AGAIN
    click.echo(f"The database is not whole ({', '.join(dict.fromkeys(faults))}): {what}.")
    return exits.FAILED


def _told(db: str) -> Iterator[Found]:
    """Print each thing as it is checked, and yield it."""
    for found in _checked(db):
        click.echo(f"{'wrong' if found.faults else 'ok':<6}{found.name:<12}{safe(found.checked)}")
        for fault in found.faults:
            click.echo(f"      {safe(fault)}")
        yield found


def _checked(db: str) -> Iterator[Found]:
    try:
        yield from check(db)
    except sqlite3.Error as error:
        yield Found("file", "every page of the file", (str(error),))


def _unfinished(db: str) -> bool:
    connection = connect(db)
    try:
        last = connection.execute("SELECT finished_at FROM runs ORDER BY id DESC LIMIT 1")
        return any(row["finished_at"] is None for row in last)
    finally:
        connection.close()


def _repaired(path: Path) -> str:
    from pipeline.book import Book
    from pipeline.engine import opened
    from pipeline.reindex import reindex

    connect(path).close()  # a file that is not there is not made
    with opened(path) as connections:
        book = Book(*connections)
        with book.transaction():
            count = reindex(book)
    return f"{shown(str(path))}: search index made anew for {count} documents"
