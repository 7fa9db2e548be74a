"""Sheets as Parquet, in groups of rows; needs pyarrow (extra `export`)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.export.rows import Row
from pipeline.export.sheets import Sheet

_TYPES = {int: pa.int64(), float: pa.float64(), str: pa.string()}
_ROWS, _LETTERS = 20_000, 8_000_000  # of one group, so that memory stays bounded


def write_parquet(file: Path, sheet: Sheet, rows: Iterable[Row], inert: bool) -> int:
    """Write a sheet as Parquet, each column with its meaning, and return its rows."""
    schema = pa.schema(
        [
            pa.field(c.name, _TYPES[c.kind], c.is_optional, {"description": c.meaning.description})
            for c in sheet.columns
        ],
        metadata={"description": sheet.about},
    )
    count = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as out:
        for group in _groups(rows):
            columns = [list(values) for values in zip(*group, strict=True)]
            out.write_table(pa.table(columns, schema=schema))
            count += len(group)
    return count


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    letters = 0
    for row in rows:
        group.append(row)
        letters += sum(len(value) for value in row if isinstance(value, str))
        if len(group) == _ROWS or letters > _LETTERS:
            yield group
            group, letters = [], 0
    if group:
        yield group
