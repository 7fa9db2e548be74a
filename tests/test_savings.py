"""Savings: the case table over the amounts that the third stage finds."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import surroundings
from extractors.money import money
from extractors.savings import savings
from pipeline.extract import extract
from pipeline.readers.text import read_text
from schemas.facts import Amount, Saving
from tests.support import context_of

TABLE = Path(__file__).parent / "cases" / "savings.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


def found(text: str, kind: str = "minutes") -> list[Saving]:
    section, context = context_of(text, kind)
    rows = (row for row in money.find(section, context) if isinstance(row, Amount))
    amounts = [replace(row, id=at) for at, row in enumerate(rows, 1)]
    return list(savings.find(section, context.knowing(amounts)))


def expected(row: str) -> tuple[object, ...]:
    quote, _, said = row.partition(" = ")
    status, recurrence, *year = said.split()
    return quote, status, recurrence, (year or [None])[0]


def test_table_is_large_and_a_third_of_it_is_near_misses() -> None:
    assert len(CASES) >= 50
    assert sum(not case["rows"] for case in CASES) >= len(CASES) / 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_case(case: dict[str, list[str]]) -> None:
    rows = [
        (row.quote, row.status, row.recurrence, row.financial_year)
        for row in found(str(case["text"]))
    ]
    assert rows == [expected(row) for row in case["rows"]]


def test_pence_and_place_are_the_amounts() -> None:
    (row,) = found("A saving of £174k had been made.")
    assert (row.pence, row.quote, row.amount_id) == (17_400_000, "£174k", 1)


def test_a_recommended_saving_is_proposed() -> None:
    (row,) = found("That the saving of £5,000 be approved.", "recommendation")
    assert row.status == "proposed"


WORDS = "savings of £5m £2k had not been achieved would target , of the ; proposed to save".split()


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_order_of_words_gives_true_rows(words: list[str]) -> None:
    text = " ".join(words)
    for row in found(text):
        assert text[row.start : row.stop] == row.quote
        for proof in row.proofs:
            assert text[proof.start : proof.stop]


def test_surroundings_are_the_parts_a_clerk_reads() -> None:
    text = "Savings were poor. In Parks £5,000 was made; but Roads lost £3,000."
    section, context = context_of(text)
    at = text.index("£5,000")
    around = surroundings.of(context, section, at, at + 6)
    assert text[around.clause.start : around.clause.stop] == "In Parks £5,000 was made"
    assert text[around.sentence.start : around.sentence.stop].startswith("In Parks")
    assert around.before is not None
    assert text[around.before.start : around.before.stop] == "Savings were poor."
    assert around.lead is None


def test_the_head_of_a_column_says_what_became_of_savings() -> None:
    page = (
        "Agenda item\n\nSavings of the harbour\n\nMinutes:\n\nThe savings of the year were:\n\n"
        "Team\tTarget\tDelivered\tWill not be delivered\tStill to be made\n"
        "Quays\t£400k\t£250k\t£90k\t£60k\nFerries\t£310k\t£200k\t£70k\t£40k\n"
    )
    rows = [row for row in extract(read_text(page.encode())).rows if isinstance(row, Saving)]
    assert [(row.quote, row.status) for row in rows] == [
        ("£400k", "target"), ("£250k", "achieved"), ("£90k", "not_achieved"), ("£60k", "forecast"),
        ("£310k", "target"), ("£200k", "achieved"), ("£70k", "not_achieved"), ("£40k", "forecast"),
    ]  # fmt: skip


def test_cells_of_the_row_tell_how_often_and_how_far() -> None:
    page = (
        "Agenda item\n\nSavings of the harbour\n\nMinutes:\n\nThe savings were:\n\n"
        "Scheme\tSaving\tType\tPosition\nTugs\t£88,000\tRecurring\tAchieved\n"
        "Lights\t£35,000\tOne-off\tOn track\nDelivery of mail\t£7,000\tNew\tNot achieved\n"
    )
    rows = [row for row in extract(read_text(page.encode())).rows if isinstance(row, Saving)]
    assert [(row.quote, row.status, row.recurrence) for row in rows] == [
        ("£88,000", "achieved", "recurring"), ("£35,000", "forecast", "one_off"),
        ("£7,000", "not_achieved", "unknown"),
    ]  # fmt: skip
