"""Percentages: the case table, spans on any text, and time on hostile text."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.percentages import percentages
from schemas.facts import QUALIFIERS, Percentage
from tests.support import context_of

TABLE = Path(__file__).parent / "cases" / "percentages.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


def found(text: str) -> list[Percentage]:
    section, context = context_of(text)
    return list(percentages.find(section, context))


def expected(row: str) -> tuple[object, ...]:
    quote, _, said = row.partition(" = ")
    value, role, *more = said.split()
    low, _, high = value.partition("..")
    assert all(word in QUALIFIERS for word in more)
    return quote, float(low), float(high) if high else None, role, (more or [None])[0]


def test_table_is_large_and_a_third_of_it_is_near_misses() -> None:
    assert len(CASES) >= 50
    assert sum(not case["rows"] for case in CASES) >= len(CASES) / 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_case(case: dict[str, list[str]]) -> None:
    rows = [(r.quote, r.value, r.value_max, r.role, r.qualifier) for r in found(str(case["text"]))]
    assert rows == [expected(row) for row in case["rows"]]


def test_subject_is_what_is_measured() -> None:
    (row,) = found("It was noted that 86% of parish clerks felt well informed.")
    assert row.subject == "parish clerks"


@given(st.text(alphabet="0123456789,.% -tofrmpecn½\n(", max_size=120))
def test_spans_are_true_on_any_text(text: str) -> None:
    for row in found(text):
        assert text[row.start : row.stop] == row.quote
        assert row.value == row.value
        assert abs(row.value) < 10**24


PIECES = "9|9.|%|1%|1% to |from 1% to 2% |1 - |ten |ten per cent |(|,1|of |5% of the |'".split("|")


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(size: int) -> float:
        section, context = context_of(piece * (size // len(piece)) + "%")
        began = time.process_time()
        for _ in percentages.find(section, context):
            pass
        return time.process_time() - began

    seconds(1000)
    # One of three tries: a busy machine is not growth.
    assert any(seconds(40_000) < max(0.1, 11.2 * seconds(10_000)) for _ in range(3))
