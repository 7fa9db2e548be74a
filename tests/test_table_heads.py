"""Figures in table cells take kind, year and role from the heads of their column and row."""

import re

from extractors.context import Context
from extractors.cut import Cut
from extractors.money import money
from extractors.percentages import percentages
from schemas.document import Cell, Document, Section, Table
from schemas.facts import Amount

ROWS = (
    ("Scheme", "Saving 2019/20", "Cost 2020/21", "Target", "Q3"),
    ("Libraries", "£20,000", "£5,000", "95%", "91.5%"),
    ("Parks", "£7,500", "£300", "80%", "88%"),
)


def table() -> tuple[Section, Context]:
    text = "\n".join(" | ".join(row) for row in ROWS)
    cells, line = [], 0
    for number, row in enumerate(text.split("\n")):
        for column, found in enumerate(re.finditer(r"[^|]+?(?= \||$)", row)):
            start = line + found.start() + len(found.group()) - len(found.group().lstrip())
            cells.append(Cell(start, line + found.end(), number, column))
        line += len(row) + 1
    tables = (Table(0, len(text), tuple(cells)),)
    document = Document(text=text, reading=text, media_type="text/plain", tables=tables)
    section = Section("body", 0, len(text))
    return section, Context(document, Cut(kind="report", layout="test", sections=(section,)))


def test_amounts() -> None:
    section, context = table()
    found = [row for row in money.find(section, context) if isinstance(row, Amount)]
    assert [(row.quote, row.kind, row.financial_year) for row in found] == [
        ("£20,000", "saving", "2019/20"),
        ("£5,000", "cost", "2020/21"),
        ("£7,500", "saving", "2019/20"),
        ("£300", "cost", "2020/21"),
    ]


def test_percentages() -> None:
    section, context = table()
    found = list(percentages.find(section, context))
    assert [(row.value, row.role) for row in found] == [
        (95.0, "target"),
        (91.5, "actual"),
        (80.0, "target"),
        (88.0, "actual"),
    ]
