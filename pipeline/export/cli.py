"""The command `export`: its options, and what it says. Imports what it needs itself."""

import sys
from typing import Any

import click

from pipeline import exits, faults

FORMATS = ("csv", "jsonl", "parquet", "xlsx", "datapackage", "popolo", "ftm")


@click.command()
@click.argument("folder", type=click.Path())
@click.option("--db", default="data/processed/decisions.db", show_default=True,
              help="The database file.")  # fmt: skip
@click.option("--format", "style", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option("--table", "tables", multiple=True, help="Only this table or view; may be repeated.")
@click.option("--council", help="Only this council: part of its name, slug or code.")
@click.option("--supplier", help="Only decisions that name this supplier.")
@click.option("--from", "since", help="Decided on or after this ISO date.")
@click.option("--to", "until", help="Decided on or before this ISO date.")
@click.option("--spreadsheet-safe", "inert", is_flag=True,
              help="A ' before texts that a spreadsheet would compute (csv, xlsx).")  # fmt: skip
@click.option("--with-contacts", "contacts", is_flag=True,
              help="Keep e-mail addresses and telephone numbers.")  # fmt: skip
def export(folder: str, db: str, **options: Any) -> None:
    """Write what was decided into FOLDER as files, with a codebook and where it is from.

    FOLDER is there whole or not at all; an earlier export there is replaced, anything else is not
    touched. The same database gives the same bytes. docs/exports.md describes every format.

    \b
    Example:
      minutebook export out/dorset --council dorset --format datapackage
      minutebook export out/sheets --table decision_list --spreadsheet-safe
    """
    sys.exit(run_export(folder, db, options))


def run_export(folder: str, db: str, options: dict[str, Any]) -> int:
    """Export and say what was written. Returns the exit code of the contract."""
    import sqlite3
    from contextlib import closing
    from pathlib import Path

    from pipeline.export.choose import CannotExport
    from pipeline.export.command import asked
    from pipeline.export.command import export as write
    from pipeline.reading import CannotRead, connect

    try:
        with closing(connect(db)) as connection:
            rows = write(connection, Path(folder), asked(**options))
    except CannotRead as error:
        return _failed(str(error), error.code)
    except CannotExport as error:
        return _failed(str(error), exits.USAGE)
    except ModuleNotFoundError as error:
        extra = "python -m pip install 'minutebook[export]'"
        said = f"{options['style']} needs the extra `export` ({error.name} is missing): {extra}"
        return _failed(said, exits.USAGE)
    except (OSError, sqlite3.Error) as error:
        return _failed(f"{folder}: {faults.said(error)}", exits.IO)
    click.echo(f"{sum(rows.values()):,} rows → {folder}", err=True)
    return exits.DONE


def _failed(message: str, code: int) -> int:
    from pipeline.terminal import safe

    click.echo(f"minutebook: {safe(message)}", err=True)
    return code
