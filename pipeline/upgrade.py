"""Brings a database of an older schema up to date on request, with a copy kept before."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

import click

from pipeline import exits
from pipeline.engine import failures, opened, schema_of
from pipeline.paths import shown
from pipeline.reading import SCHEMA_VERSION
from pipeline.stop import Stop
from pipeline.terminal import safe


def run_upgrade(db: str, backup: str | None) -> int:
    """Upgrade a database and say so on stderr. Returns the exit code of the contract."""
    path = Path(db)
    try:
        if not path.exists():
            raise Stop(f"{shown(db)}: no such database", exits.IO)
        before = schema_of(path)
        if backup is not None:
            copy(path, Path(backup))
        with opened(path):
            pass
    except Stop as error:
        click.echo(f"minutebook: {safe(error)}", err=True)
        return error.code
    click.echo(told(db, before, backup is None), err=True)
    return exits.DONE


def told(db: str, before: int, hint: bool) -> str:
    """Return in a line what an upgrade did; `hint` tells how to keep a copy another time."""
    if before == SCHEMA_VERSION:
        return f"{safe(db)}: schema {before}, nothing to do"
    how = "; `minutebook upgrade --backup FILE` keeps a copy before" if hint else ""
    return f"{safe(db)}: brought from schema {before} to {SCHEMA_VERSION}, every row kept{how}"


def copy(path: Path, backup: Path) -> None:
    """Write a whole copy of a database to a new file, whatever else reads or writes it.

    Raises Stop where the file exists already or cannot be written.
    """
    if backup.exists():
        raise Stop(f"{shown(str(backup))}: is there already; nothing was done", exits.USAGE)
    with failures(path):
        connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro", uri=True)
        try:
            connection.execute("VACUUM INTO ?", (str(backup),))
        finally:
            connection.close()
