"""Rows for records of other shapes, one at a time, and JSON written as it comes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.export.contacts import covered
from pipeline.export.rows import Source

Record = dict[str, Any]


def asked(source: Source, sql: str) -> Iterator[sqlite3.Row]:
    """Yield the rows of a query that begins with the chosen decisions and pages."""
    cursor = source.db.cursor()
    cursor.row_factory = sqlite3.Row
    yield from cursor.execute(source.choice.prefixed(sql), source.choice.values)


def bare(record: Mapping[str, Any]) -> Record:
    """Return a record without what is not known: None, empty lists."""
    return {name: value for name, value in record.items() if value not in (None, [], "")}


def words(source: Source, text: str | None) -> str | None:
    """Return a text as it may leave: contacts covered unless they were asked for."""
    return text if text is None or source.contacts else covered(text)


def written(records: Iterable[Record], file: Path) -> int:
    """Write records as JSON lines and return how many."""
    count = 0
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    return count


def written_whole(parts: Mapping[str, Iterable[Record]], file: Path) -> dict[str, int]:
    """Write one JSON object of lists, a record a line, and return the length of each list."""
    counts = {}
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.write("{\n")
        for at, (name, records) in enumerate(parts.items()):
            out.write(("],\n" if at else "") + f"{json.dumps(name)}: [")
            counts[name] = 0
            for record in records:
                out.write(",\n" if counts[name] else "\n")
                out.write(json.dumps(record, ensure_ascii=False))
                counts[name] += 1
            out.write("\n")
        out.write("]\n}\n")
    return counts
