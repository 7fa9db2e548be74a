"""`minutebook export`: what was asked for, written whole, with what it is and where it is from."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.days import is_day, wrong_day
from pipeline.export import about, package
from pipeline.export.choose import CannotExport, Choice, Wanted
from pipeline.export.folder import whole
from pipeline.export.ftm import write_ftm
from pipeline.export.popolo import write_popolo
from pipeline.export.rows import Row, Source
from pipeline.export.sheets import Sheet, sheets
from pipeline.export.writers import Write, write_csv, write_jsonl

SPREADSHEETS = ("csv", "xlsx")
SHAPES = ("popolo", "ftm")  # of others, with codebooks of their own


@dataclass(frozen=True, slots=True)
class Asked:
    """An export as the command line asks for it."""

    format: str
    wanted: Wanted
    tables: tuple[str, ...] = ()
    contacts: bool = False
    inert: bool = False

    def told(self) -> dict[str, object]:
        """Return what was asked for, for the provenance."""
        return {
            "format": self.format,
            "filters": self.wanted.told(),
            "tables": list(self.tables) or "all but history",
            "contacts": "included" if self.contacts else "left out",
            "spreadsheet_safe": self.inert,
        }


def asked(
    style: str,
    tables: tuple[str, ...],
    since: str | None,
    until: str | None,
    contacts: bool,
    inert: bool,
    **filters: str | None,
) -> Asked:
    """Return what options ask for. Raises CannotExport for a day or a pair that makes no sense."""
    for day in filter(None, (since, until)):
        if not is_day(day):
            raise CannotExport(wrong_day(day))
    if inert and style not in SPREADSHEETS:
        raise CannotExport(f"--spreadsheet-safe is for {' and '.join(SPREADSHEETS)}, not {style}")
    if tables and style in SHAPES:
        raise CannotExport(f"--table is for files of tables, not {style}")
    return Asked(style, Wanted(since=since, until=until, **filters), tables, contacts, inert)


def export(db: sqlite3.Connection, folder: Path, asked: Asked) -> dict[str, int]:
    """Write an export into a folder and return the rows of each file.

    The folder is there whole or not at all; the database is read as it stood at one moment.
    Raises CannotExport with a clear reason, OSError where the disk refuses.
    """
    with _moment(db), whole(folder) as part:
        source = Source(db, Choice(db, asked.wanted), asked.contacts, asked.inert)
        found = sheets(asked.tables, asked.contacts) if asked.format not in SHAPES else []
        rows = _written(part, source, found, asked)
        about.write_notes(part, found, asked.contacts)
        about.write_provenance(part, db, asked.told(), rows)
    return rows


@contextmanager
def _moment(db: sqlite3.Connection) -> Iterator[None]:
    """Read everything as it stood at one moment, whoever writes meanwhile."""
    db.execute("begin")
    try:
        yield
    finally:
        db.rollback()


def _parquet(file: Path, sheet: Sheet, rows: Iterable[Row], inert: bool) -> int:
    from pipeline.export.parquet import write_parquet

    return write_parquet(file, sheet, rows, inert)


_WRITERS: dict[str, tuple[str, Write]] = {
    "csv": ("{}.csv", write_csv),
    "jsonl": ("{}.jsonl", write_jsonl),
    "datapackage": ("data/{}.csv", write_csv),
    "parquet": ("{}.parquet", _parquet),
}


def _written(part: Path, source: Source, found: list[Sheet], asked: Asked) -> dict[str, int]:
    """Write the files of a format and return the rows of each."""
    if asked.format == "popolo":
        return write_popolo(part, source)
    if asked.format == "ftm":
        return write_ftm(part, source)
    if asked.format == "xlsx":
        from pipeline.export.xlsx import write_workbook

        return write_workbook(part, source, found)
    rows = _tables(part, source, found, asked)
    if asked.format == "datapackage":
        package.write_description(part, found, rows, source.choice.is_all)
    return rows


def _tables(part: Path, source: Source, found: list[Sheet], asked: Asked) -> dict[str, int]:
    name, write = _WRITERS[asked.format]
    rows: dict[str, int] = {}
    for sheet in found:
        path = name.format(sheet.name)
        (part / path).parent.mkdir(exist_ok=True)
        rows[path] = write(part / path, sheet, source.rows(sheet), asked.inert)
    return rows
