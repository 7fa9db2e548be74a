"""Totals of tables of money that are not the sums of their columns.

Only tables that leave no doubt: one row called "Total" at the foot, every cell of the column above
it one plain sum, and no row that a total passes over or counts twice (sub-totals, "of which",
income, brackets). A row that is the sum of the rows before or behind it is such a sub-total, too,
whatever it is called.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.context import Context
from extractors.money import sums
from schemas.document import Cell, Notice, Table

# A cell that is one plain sum: "£1,250", "1,250.00", "1.2m".
_PLAIN = re.compile(r"(?P<sign>£ ?)?[0-9]{1,3}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,2})?(?P<unit>[mk])?"
                    r"|(?P<bare>£? ?[0-9]{1,12}(?:\.[0-9]{1,2})?)")  # fmt: skip
_TOTAL = re.compile(r"(?:grand |overall )?totals?(?: (?:cost|budget|price|\(£\)|£))?:?", re.I)
# Rows that a total does not simply add up.
_APART = re.compile(
    r"\b(?:total|sub|net|gross|of which|including|includes|less|deduct|balance|income|receipt"
    r"|credit|contribution|saving|average|surplus|deficit|brought|carried|adjust|variance|discount"
    r"|vat|difference|remaining|funded|percentage|per)\b",
    re.IGNORECASE,
)
_MOST_ROWS = 200


def find(context: Context) -> Iterator[Notice]:
    """Yield the totals that are not what their columns add up to."""
    for table in context.document.tables:
        yield from _of_table(context.reading, table)


def _of_table(text: str, table: Table) -> Iterator[Notice]:
    grid: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        grid.setdefault(cell.row, {})[cell.column] = cell
    rows = [grid[at] for at in sorted(grid)]
    if not 4 <= len(rows) <= _MOST_ROWS:
        return
    head, *body, foot = rows
    words = [_said(text, row[min(row)]) for row in (*body, foot)]
    if not _TOTAL.fullmatch(words[-1]) or any(_APART.search(w) for w in words[:-1]):
        return
    for column in sorted(set(foot) - {min(foot)}):
        if all(column in row for row in body) and column in head:
            yield from _of_column(text, head[column], [row[column] for row in body], foot[column])


def _of_column(text: str, head: Cell, body: Sequence[Cell], foot: Cell) -> Iterator[Notice]:
    said = [_said(text, cell) for cell in (*body, foot)]
    if not (any("£" in words for words in said) or "£" in _said(text, head)):
        return
    if _APART.search(_said(text, head)):
        return
    found = [_value(words) for words in said]
    values = [value for value in found if value is not None]
    if len(values) < len(found) or not values[-1]:
        return
    *parts, total = values
    spreads = [sums.half(words, value) if value else 0.0 for words, value in
               zip(said, values, strict=True)]  # fmt: skip
    if abs(sum(parts) - total) <= sum(spreads) + 0.5 or _is_nested(parts):
        return
    message = f"{said[-1]} is not the sum of its column: {sum(parts):,.2f}"
    yield Notice("contradiction.total", message, foot.start, foot.stop)


def _said(text: str, cell: Cell) -> str:
    return " ".join(text[cell.start : cell.stop].split())


def _value(words: str) -> float | None:
    """Return the value of a cell that is one plain sum; an empty one or a dash is nothing.

    >>> _value("£1,250.50"), _value("1.2m"), _value("–"), _value("(300)"), _value("12 (est.)")
    (1250.5, 1200000.0, 0.0, None, None)
    """
    if words in ("", "-", "–", "—"):
        return 0.0
    found = _PLAIN.fullmatch(words)
    if not found:
        return None
    digits = re.sub(r"[^0-9.]", "", words)
    return float(digits) * {"m": 1e6, "k": 1e3, None: 1.0}[found["unit"]]


def _is_nested(parts: Sequence[float]) -> bool:
    """Tell whether some row is the sum of the rows right before or right behind it."""
    for at, value in enumerate(parts):
        for run in (parts[:at][::-1], parts[at + 1 :]):
            summed, count = 0.0, 0
            for other in run:
                summed, count = summed + other, count + 1
                if value and count > 1 and abs(summed - value) <= 0.011 * value:
                    return True
                if summed > value * 1.02:
                    break
    return False
