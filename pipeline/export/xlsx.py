"""One workbook with a sheet for each table; needs XlsxWriter (extra `export`).

A text is written as a text whatever it begins with: no cell is ever a formula or a link.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from pipeline.export.about import codebook
from pipeline.export.rows import Row, Source, Value
from pipeline.export.sheets import Sheet

FILE = "minutebook.xlsx"
_MOST_ROWS = 1_048_575  # of a sheet, its head left out: Excel's own limit
_MOST_UNITS = 32_767  # UTF-16 code units of a cell, the same
_CUT = " … [cut here: csv, jsonl and parquet have it whole]"
_EXACT = 10**15  # figures of Excel's numbers
_PLAIN = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(folder: Path, source: Source, found: list[Sheet]) -> dict[str, int]:
    """Write all sheets into one workbook, a codebook first; return the rows of each sheet."""
    rows = {}
    with xlsxwriter.Workbook(str(folder / FILE), _PLAIN) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        about = list(codebook(found))
        _fill(book, "codebook", about[0], about[1:])
        for sheet in found:
            head = tuple(column.name for column in sheet.columns)
            rows[f"{FILE}#{sheet.name}"] = _fill(book, sheet.name, head, source.rows(sheet))
    return rows


def _fill(book: xlsxwriter.Workbook, name: str, head: tuple[str, ...], rows: Iterable[Row]) -> int:
    """Write rows below a head that stays in sight, on as many sheets as they need."""
    at = count = number = 0
    sheet = None
    for row in rows:
        if sheet is None or at == _MOST_ROWS:
            number += 1
            sheet, at = _begun(book, name if number == 1 else f"{name}_{number}", head), 0
        at += 1
        count += 1
        for column, value in enumerate(row):
            _put(sheet, at, column, value)
    if sheet is None:
        _begun(book, name, head)
    return count


def _begun(book: xlsxwriter.Workbook, name: str, head: tuple[str, ...]) -> Worksheet:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, word in enumerate(head):
        sheet.write_string(0, column, word)
    return sheet


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, _fitting(value))
    elif isinstance(value, int) and abs(value) >= _EXACT:
        sheet.write_string(row, column, str(value))
    elif value is not None:
        sheet.write_number(row, column, value)


def _fitting(text: str) -> str:
    """Return a text as a cell can hold it, cut where it is longer, with a word on that."""
    if len(text) * 2 <= _MOST_UNITS:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _MOST_UNITS:
        return text
    kept = units[: 2 * (_MOST_UNITS - len(_CUT))]
    return kept.decode("utf-16-le", errors="ignore") + _CUT
