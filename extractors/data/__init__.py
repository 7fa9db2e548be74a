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


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV data file by its header. Raises FileNotFoundError."""
    return tuple(csv.DictReader(lines(name)))
