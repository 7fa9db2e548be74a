"""Vocabularies as data files: lines and tables, comments (#) and blank lines left out."""

import csv
from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of a data file such as "actions.txt". Raises FileNotFoundError."""
    words = files("extractors.data").joinpath(name).read_text(encoding="utf-8")
    kept = (line.strip() for line in words.split("\n"))
    return tuple(line for line in kept if line and not line.startswith("#"))


def blob(name: str) -> bytes | None:
    """Return the bytes of a data file, None where there is none of that name."""
    file = files("extractors.data").joinpath(name)
    return file.read_bytes() if file.is_file() else None


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV data file by its header.

    Raises FileNotFoundError, and ValueError for a row of more cells than the header: a comma that
    wants quotes would else cut a pattern short.
    """
    rows = tuple(csv.DictReader(lines(name)))
    for row in rows:
        if None in row:
            raise ValueError(f"{name}: more cells than the header names: {row}")
    return rows
