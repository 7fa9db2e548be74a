"""Sheets as files that need no further package: CSV and JSON lines, row by row."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.export.rows import Row, Value
from pipeline.export.sheets import Sheet

Write = Callable[[Path, Sheet, Iterable[Row], bool], int]  # returns the rows written
BOM = "\ufeff"


def write_csv(file: Path, sheet: Sheet, rows: Iterable[Row], inert: bool) -> int:
    """Write a sheet as CSV (RFC 4180, UTF-8, line feeds) and return its rows.

    Every text stands in quotation marks and NULL is nothing between two commas, so that an empty
    text and NULL stay apart, as PostgreSQL reads them. For spreadsheets a byte order mark leads.
    """
    count = 0
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write(BOM if inert else "")
        out.write(",".join(c.name for c in sheet.columns) + "\n")
        for row in rows:
            out.write(",".join(map(_field, row)) + "\n")
            count += 1
    return count


def _field(value: Value) -> str:
    """Return a value as a field of CSV.

    >>> _field('a "b"'), _field(""), _field(None), _field(0.1), _field(-3)
    ('"a ""b\"""', '""', '', '0.1', '-3')
    """
    if value is None:
        return ""
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else repr(value)


def write_jsonl(file: Path, sheet: Sheet, rows: Iterable[Row], inert: bool) -> int:
    """Write a sheet as JSON lines, one object a row with every column, and return its rows."""
    names = [c.name for c in sheet.columns]
    count = 0
    with file.open("w", encoding="utf-8", newline="") as out:
        for row in rows:
            found = dict(zip(names, row, strict=True))
            out.write(json.dumps(found, ensure_ascii=False) + "\n")
            count += 1
    return count
