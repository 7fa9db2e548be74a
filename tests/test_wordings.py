"""What figures are, in wordings that the vocabularies were not made from."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.money import money
from extractors.percentages import percentages
from extractors.savings import savings
from schemas.facts import Amount
from tests.support import context_of

TABLE = Path(__file__).parent / "cases" / "wordings.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))


def kinds(text: str) -> list[str]:
    rows = money.find(*context_of(text))
    return [f"{row.quote} {row.kind}" for row in rows if isinstance(row, Amount)]


def statuses(text: str) -> list[str]:
    section, context = context_of(text)
    rows = (row for row in money.find(section, context) if isinstance(row, Amount))
    known = context.knowing([replace(row, id=at) for at, row in enumerate(rows, 1)])
    return [f"{row.quote} {row.status}" for row in savings.find(section, known)]


def roles(text: str) -> list[str]:
    return [f"{row.quote} {row.role}" for row in percentages.find(*context_of(text))]


READERS = {"kind": kinds, "status": statuses, "role": roles}


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [(name, case["text"], case["rows"]) for name, cases in CASES.items() for case in cases],
)
def test_wording(name: str, text: str, rows: list[str]) -> None:
    assert READERS[name](text) == rows


def test_every_classifier_has_its_bank() -> None:
    assert all(len(CASES[name]) >= 20 for name in READERS)
