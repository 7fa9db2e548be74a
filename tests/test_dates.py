"""Dates with a part to play: the case table, dateparser's safe use, and time."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import dates, iso
from schemas.document import Notice
from schemas.facts import DateFact
from tests.support import context_of

TABLE = Path(__file__).parent / "cases" / "dates.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


def found(text: str, kind: str = "minutes") -> list[DateFact]:
    section, context = context_of(text, kind)
    return [row for row in dates.find(section, context) if isinstance(row, DateFact)]


def expected(row: str) -> tuple[object, ...]:
    quote, _, said = row.partition(" = ")
    days, role = said.split()
    first, _, last = days.partition("..")
    return quote, None if first == "NULL" else first, last or None, role


def test_table_is_large_and_a_third_of_it_is_near_misses() -> None:
    assert len(CASES) >= 40
    assert sum(not case["rows"] for case in CASES) >= len(CASES) / 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_case(case: dict[str, list[str]]) -> None:
    rows = [(r.quote, r.date, r.date_end, r.role) for r in found(str(case["text"]))]
    assert rows == [expected(row) for row in case["rows"]]


def test_impossible_dates_are_told() -> None:
    section, context = context_of("The lease ends on 31 June 2020.")
    assert [r.rule for r in dates.find(section, context) if isinstance(r, Notice)] == [
        "date.impossible"
    ]


def test_any_date_of_a_decision_counts_but_none_of_a_header() -> None:
    assert [row.role for row in found("The letter of 12 June 2014.", "decision")] == ["other"]
    assert found("Effective from: 12/06/2014", "header") == []


@pytest.mark.parametrize(
    "words", ["may", "now", "1m", "in 3 years", "from 45%", "£1m in 2015/16", "2015/16", "by 50%"]
)
def test_dateparser_never_asks_the_clock(words: str) -> None:
    assert dates.by_dateparser(words) is None


def test_dateparser_reads_day_first() -> None:
    assert dates.by_dateparser("01/02/2016") == "2016-02-01"


@given(st.text(max_size=70))
def test_iso_never_raises(words: str) -> None:
    for read in (iso.numeric_date, iso.written_date, iso.any_date, iso.month, iso.clock):
        read(words)


@given(st.dates())
def test_iso_reads_what_it_writes(day: object) -> None:
    said = str(day)
    assert iso.numeric_date(said) == (said if 1800 <= int(said[:4]) <= 2200 else None)


PIECES = "1|1/|1.1.|1 May |May |May 2019 |from |to |1 May 2019 to |of |by |-".split("|")


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(size: int) -> float:
        section, context = context_of(piece * (size // len(piece)) + " 1 May 2019")
        began = time.process_time()
        for _ in dates.find(section, context):
            pass
        return time.process_time() - began

    seconds(1000)
    # One of three tries: a busy machine is not growth.
    assert any(seconds(40_000) < max(0.1, 11.2 * seconds(10_000)) for _ in range(3))
