"""Company numbers from the register of Companies House, for names that can mean one company alone.

The file is the free "Basic Company Data" as CSV (https://download.companieshouse.gov.uk), whole or
one of its parts. A number is given where an organisation's name, legal form and all, is the name of
one company of the file and of no other; a name without legal form gets none. Never guessed.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractors.organisations import legal
from pipeline import exits
from pipeline.book import Book
from pipeline.engine import opened
from pipeline.paths import shown
from pipeline.reading import CannotRead, connect
from pipeline.stop import Stop
from pipeline.terminal import safe

if TYPE_CHECKING:
    from _csv import Reader

_NAME, _NUMBER = "CompanyName", "CompanyNumber"
_LONGEST = 16  # characters of a company number, with room


def run_companies(file: str, db: str) -> int:
    """Attach numbers and say how many on stderr. Returns the exit code of the contract."""
    try:
        connect(db).close()  # a file that is not there is not made
        with opened(db) as connections:
            book = Book(*connections)
            with book.transaction():
                given = attach(book, file)
                count = len(book.rows("organisations"))
    except (CannotRead, Stop) as error:
        click.echo(f"minutebook: {safe(error)}", err=True)
        return error.code
    click.echo(f"{given} of {count} organisations have a company number → {safe(db)}", err=True)
    return exits.DONE


def attach(book: Book, file: str | Path) -> int:
    """Give organisations their company numbers, in the caller's transaction.

    Returns how many have one now. A number that a name had is taken away where the file knows no
    single company of that name. Raises Stop naming the file and line of a mistake.
    """
    wanted: dict[str, list[tuple[int, str | None]]] = {}
    for row in book.rows("organisations"):
        if own := legal.registered(row["name"]):
            wanted.setdefault(own, []).append((row["id"], row["company_number"]))
    numbers: dict[str, set[str]] = {}
    for name, number in _rows(Path(file)):
        one = legal.registered(name)
        if one is not None and one in wanted:
            numbers.setdefault(one, set()).add(number)
    given = 0
    for registered, organisations in wanted.items():
        found = numbers.get(registered, set())
        sole = next(iter(found)) if len(found) == 1 and len(organisations) == 1 else None
        given += sole is not None
        for organisation_id, old in organisations:
            if old != sole:
                book.change("organisations", organisation_id, company_number=sole)
    return given


def _rows(file: Path) -> Iterator[tuple[str, str]]:
    """Yield names and numbers. Raises Stop naming the file and line of a mistake."""
    name = shown(str(file))
    try:
        with file.open(encoding="utf-8-sig", newline="", errors="strict") as source:
            yield from _read(csv.reader(source, strict=True), name)
    except OSError as error:
        raise Stop(f"{name}: {error.strerror}", exits.IO) from error
    except UnicodeDecodeError as error:
        raise Stop(f"{name}: not UTF-8", exits.USAGE) from error


def _read(rows: "Reader", name: str) -> Iterator[tuple[str, str]]:
    try:
        head = [column.strip() for column in next(rows, [])]
        if _NAME not in head or _NUMBER not in head:
            raise ValueError(f"the first line has no {_NAME} and {_NUMBER}")
        of_name, of_number = head.index(_NAME), head.index(_NUMBER)
        for row in rows:
            if not row:
                continue
            if len(row) <= max(of_name, of_number):
                raise ValueError(f"{len(row)} fields in place of {len(head)}")
            number = row[of_number].strip()
            if not number.isalnum() or len(number) > _LONGEST:
                raise ValueError(f"{shown(number)} is no company number")
            yield row[of_name].strip(), number
    except (ValueError, csv.Error) as error:
        if isinstance(error, UnicodeDecodeError):
            raise
        raise Stop(f"{name}, line {max(rows.line_num, 1)}: {error}", exits.USAGE) from error
