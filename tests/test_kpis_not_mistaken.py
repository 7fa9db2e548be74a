"""Figures and words that stand near a target and are not its result, verdict or indicator."""

import pytest

from extractors.context import Context
from extractors.cut import Cut
from extractors.kpi import better, kpis
from pipeline.readers import read as read_bytes
from schemas.document import Section
from schemas.facts import Kpi

TOP = "Performance report, Quarter 2 2023/24\n\n"


def read(text: str) -> list[Kpi]:
    document = read_bytes((TOP + text).encode(), "page.txt")
    section = Section("body", 0, len(document.text))
    context = Context(document, Cut(kind="report", layout="test", sections=(section,)))
    return [row for row in kpis.find(section, context) if isinstance(row, Kpi)]


def told(text: str) -> list[tuple[float | None, float | None, str]]:
    return [(row.target, row.actual, row.outcome) for row in read(text)]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("88% of boiler checks were passed against a target of 96%.", "missed"),
        ("88% of lifts passed against a target of 96%.", "missed"),
        ("In Q2 2023/24 88% was achieved against the target of 96%.", "missed"),
        ("Ferry punctuality had not topped its target of 96%, ending at 88%.", "missed"),
        ("Ferry punctuality never bettered the target of 96%; it managed 88%.", "missed"),
        ("Ferry punctuality hasn't passed its target of 96%, ending at 88%.", "missed"),
        ("Ferry punctuality bettered its target of 84%, ending at 88%.", "exceeded"),
        ("Ferry punctuality topped the target of 84% with 88%.", "exceeded"),
        ("The time to berth a boat has not exceeded its target of 28 minutes, at 25 minutes.",
         "exceeded"),
    ],
)  # fmt: skip
def test_a_verdict_is_of_its_own_words(said: str, outcome: str) -> None:
    assert [o for *_, o in told(said)] == [outcome]


def test_a_verb_of_success_is_no_part_of_the_name() -> None:
    [row] = read("Ferry punctuality never bettered the target of 96%; it managed 88%.")
    assert row.name == "Ferry punctuality"


@pytest.mark.parametrize(
    "then",
    [
        "The operator was charged 4% in August.",
        "They were 15% short of staff.",
        "It was heard that 30% of skippers had retired.",
        "In August 2023 30% of sailings carried lorries.",
        "There were 12% more passengers.",
        "The port took 12% of the fares.",
    ],
)
def test_the_next_sentence_is_no_result_of_something_else(then: str) -> None:
    assert told(f"The target for punctual sailings is 96%. {then}") == [(96.0, None, "unknown")]


@pytest.mark.parametrize(
    ("then", "actual"),
    [
        ("The skippers managed 91%.", 91.0),
        ("By the end of the quarter the pilots had reached 97%.", 97.0),
        ("In the event the ferrymen came in at 97%, their best so far.", 97.0),
        ("Over the quarter 91% of sailings were punctual.", None),
        ("Over the quarter 91% were recorded, most of it in May.", 91.0),
    ],
)
@pytest.mark.parametrize("mark", ["", "6. ", "3.2 "])
def test_the_next_sentence_gives_the_result(mark: str, then: str, actual: float | None) -> None:
    [(target, found, _)] = told(f"{mark}The target for punctual sailings is 96%. {then}")
    assert (target, found) == (96.0, actual)


def test_a_count_in_words_is_none_of_days() -> None:
    page = "There were three ferries and the target was six days for each overhaul."
    assert [actual for _, actual, _ in told(page) if actual is not None] == []
    [(target, actual, _)] = told("There were three strandings and the target was six.")
    assert (target, actual) == (6.0, 3.0)


@pytest.mark.parametrize(
    "heads",
    ["Harbour\tPlan\tTo date", "Crane\tMax permitted\tRecorded", "Quay\tRequired\tDelivered"],
)
def test_plans_and_limits_of_anything_are_no_targets(heads: str) -> None:
    assert read(f"{heads}\nPolperro\t40\t37\nMevagissey\t12\t14\n\nThat is all.\n") == []


def test_the_same_heads_count_where_a_head_calls_the_rows_indicators() -> None:
    rows = told("Indicator\tRequired\tTo date\nFerries on time\t90%\t87%\nSlips let\t40\t43\n")
    assert rows == [(90.0, 87.0, "missed"), (40.0, 43.0, "exceeded")]


def test_a_table_that_is_headed_anew_is_another() -> None:
    page = (
        "Indicator\tTarget\tActual\nFerries on time\t90%\t87%\nSlips let\t40\t43\n\n"
        "Harbour\tPlan\tTo date\nPolperro\t40\t37\nMevagissey\t12\t14\n\n"
        "Indicator\tActual\tTarget\nBuoys lit\t99%\t98%\nChains tested\t10\t12\n"
    )
    assert told(page) == [
        (90.0, 87.0, "missed"),
        (40.0, 43.0, "exceeded"),
        (98.0, 99.0, "exceeded"),
        (12.0, 10.0, "missed"),
    ]


@pytest.mark.parametrize(
    ("name", "is_lower"),
    [
        ("Moorings inspected that had repeat complaints", True),
        ("Moorings overdue when inspected", True),
        ("Crews moved into temporary accommodation", True),
        ("Defects attended within an hour", False),
        ("Graffiti cleared", False),
        ("Electricity used that is renewable", False),
        ("Fuel used from waste oil", False),
    ],
)
def test_which_way_a_share_is_better(name: str, is_lower: bool) -> None:
    assert better.lower_is_better(name, "%") == (1 if is_lower else None)


def test_a_target_of_none_says_nothing_where_the_way_is_not_known() -> None:
    page = "Indicator\tTarget\tActual\nPontoons built\t0\t12\nCollisions\t0\t2\n"
    assert next(o for *_, o in told(page)) == "unknown"
