"""Periods: the case table, what stands around them, and that nothing makes them fail."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates.period_parts import deadline
from extractors.dates.periods import calendar_of, find
from tests.support import in_time

CASES = tomllib.loads((Path(__file__).parent / "cases" / "periods.toml").read_text("utf-8"))["case"]
WORDS = st.lists(
    st.sampled_from(
        "Q1 Q4 Quarter Three quarters August May 2019 2015/16 20/21 to and – - ( ) of in , ' 31 "
        "1st between from year ended March first half H1 six months 99 2099/00".split()
    ),
    max_size=14,
).map(" ".join)


def read(text: str, reference: str | None = None) -> list[list[str]]:
    found = find(text, 0, len(text), calendar_of(text, reference))
    return [[p.label or "", p.first or "", p.last or ""] for p in found]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:50])
def test_cases(case: dict[str, object]) -> None:
    assert read(str(case["text"])) == case["periods"]


def test_enough_cases() -> None:
    assert len(CASES) >= 40


def test_quarter_takes_the_last_one_before_the_meeting_where_no_year_is_printed() -> None:
    assert read("in Quarter 3", "2020-02-10")[0][0] == "Q3 2019/20"
    assert read("in Quarter 4", "2020-02-10")[0][0] == "Q4 2018/19"
    assert read("in Quarter 1", "2020-07-10")[0][0] == "Q1 2020/21"


def test_quarter_without_any_year_has_no_days() -> None:
    assert read("in Quarter 3") == [["Q3", "", ""]]


def test_year_from_elsewhere_keeps_its_words() -> None:
    text = "A report on 2011/12. Targets were met in Q1."
    found = find(text, 21, len(text), calendar_of(text, None))
    assert found[0].elsewhere is not None
    assert text[slice(*found[0].elsewhere)] == "2011/12"


def test_impossible_deadline_is_none() -> None:
    assert deadline("by 31 June 2024", 0, 15) is None


@given(WORDS)
def test_never_fails_and_spans_hold(text: str) -> None:
    for period in find(text, 0, len(text), calendar_of(text, "2020-01-01")):
        assert 0 <= period.start < period.stop <= len(text)
        assert period.first is None or period.first <= (period.last or "")


@given(st.text())
def test_any_text(text: str) -> None:
    find(text, 0, len(text), calendar_of(text, None))
    deadline(text, 0, len(text))


@pytest.mark.parametrize(
    "piece", ["Q1 and ", "August and ", "2015/16 ", "1 May to ", "20", "between "]
)
def test_time_grows_with_length_only(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        began = time.process_time()
        find(text, 0, len(text), calendar_of(text, None))
        return time.process_time() - began

    assert in_time(lambda: cost(80_000), 1.5)
