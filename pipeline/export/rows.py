"""The rows of a sheet as they leave: one at a time, contacts covered, texts made inert on request.

Only sqlite3 is needed.
"""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.export.choose import Choice
from pipeline.export.contacts import covered
from pipeline.export.sheets import CONTACTS, Sheet
from pipeline.found import cell

Value = str | int | float | None
Row = tuple[Value, ...]
# Names by which rows of different files are joined: a covered one would join nothing.
NAMES = ("key", "path", "decision_key", "row_key", "sha256")


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from and how they leave."""

    db: sqlite3.Connection
    choice: Choice
    contacts: bool = False
    is_inert: bool = False

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the chosen rows of a sheet in its order."""
        sql, values = self._select(sheet)
        cursor = self.db.cursor()
        cursor.row_factory = None
        texts = [
            at for at, c in enumerate(sheet.columns)
            if c.kind is str and c.name not in NAMES
        ]  # fmt: skip
        for row in cursor.execute(sql, values):
            yield row if self.contacts and not self.is_inert else self._left(row, texts)

    def _select(self, sheet: Sheet) -> tuple[str, dict[str, object]]:
        name = sheet.name
        if name == "evidence" and not self.contacts:
            name = f"(select * from evidence where not ({_OF_CONTACTS}))"  # noqa: S608
            condition = self.choice.has("evidence")
        else:
            condition = self.choice.has(name)
        return self.choice.select(name, sheet.selected, sheet.order, condition)

    def _left(self, row: Row, texts: list[int]) -> Row:
        found = list(row)
        if not self.contacts:
            for at in texts:
                found[at] = _mapped(covered, found[at])
        if self.is_inert:
            found = [cell(value) for value in found]
        return tuple(found)


_OF_CONTACTS = " or ".join(
    f"table_name = '{table}' and column_name in ({', '.join(repr(n) for n in names)})"
    for table, names in CONTACTS.items()
    if not table.endswith("_rated")
)


def _mapped(change: Callable[[str], str], value: Value) -> Value:
    return change(value) if isinstance(value, str) else value
