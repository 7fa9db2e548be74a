"""Indicators that officers tell over several sentences, and tables with last year's column."""

import pytest

from extractors.context import Context
from extractors.cut import Cut
from extractors.kpi import kpis
from pipeline.readers import read as read_bytes
from schemas.document import Section
from schemas.facts import Kpi

TOP = "Key Performance Indicators, Quarter 2 2023/24\n\n"


def read(text: str) -> list[Kpi]:
    document = read_bytes(text.encode(), "page.txt")
    section = Section("body", 0, len(document.text))
    context = Context(document, Cut(kind="report", layout="test", sections=(section,)))
    return [row for row in kpis.find(section, context) if isinstance(row, Kpi)]


Told = tuple[str, float | None, float | None]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Gate inspections done on time stood at 84%. Members set a target of 90%, so there is work"
         " to do.", ("missed", 90, 84)),
        ("New passes took an average of 4.2 days. Since the target was 6 days, this was a fine"
         " result, the wait a year earlier having been 7.9 days.", ("exceeded", 6, 4.2)),
        ("The proportion of trams leaving on time (KPI T3) was 88.2%. The Board was reminded that"
         " it had been 84.1% a year earlier. It nevertheless fell short of the 92% target.",
         ("missed", 92, 88.2)),
        ("Complaints upheld fell to 6.1 per cent. Given a target of 8 per cent, officers regarded"
         " that as satisfactory.", ("exceeded", 8, 6.1)),
        ("Absence among drivers was 3.41 days each. This is worse than both the target (3.05 days)"
         " and the second quarter of 2022/23 (2.81 days).", ("missed", 3.05, 3.41)),
        ("Of drivers who left, 88.1% had found work; the target of 85% had accordingly been"
         " beaten.", ("exceeded", 85, 88.1)),
        ("Power lost on the line was 1.1%, precisely the target that had been set.",
         ("met", 1.1, 1.1)),
        ("Riders from the outer villages made up 30% of users, which is exactly the target (30%).",
         ("met", 30, 30)),
    ],
)  # fmt: skip
def test_a_later_sentence_weighs_the_result(said: str, wanted: Told) -> None:
    [row] = read(TOP + said)
    assert (row.outcome, row.target, row.actual) == wanted
    assert row.period == "Q2 2023/24"


@pytest.mark.parametrize(
    "said",
    [
        "The average stay in the depot was 21 nights. The Panel has agreed a target of 18 days for"
        " next year.",
        "Sixty per cent of stops have a shelter. A target of 95% had been set for gates in 2026.",
        "There was concern over KPI B4, letters answered.",
    ],
)
def test_what_is_weighed_by_nothing(said: str) -> None:
    assert not [r for r in read(TOP + said) if r.outcome in ("met", "exceeded", "missed")]


def test_an_earlier_year_on_the_way_is_not_what_the_item_is_of() -> None:
    rows = read(
        "Tram Board\n\nThe Board considered a report by the Manager on performance for the year"
        " 2023/24. Fares collected came to 92.3% against a target of 94%; the figure for 2022/23"
        " had been 93.6%. Driver absence averaged 6.9 days against a target of 6.5 days."
    )
    assert [(r.period, r.actual) for r in rows] == [("2023/24", 92.3), ("2023/24", 6.9)]


def test_a_lead_of_one_word_is_no_indicator() -> None:
    [row] = read(TOP + "People. Driver absence was 4 days against a target of 3 days.")
    assert row.name == "Driver absence"


def test_a_line_of_cells_for_this_quarter_and_that_of_last_year() -> None:
    heads = ["Ref", "Measure", "Target Q2 24/25", "Actual Q2 24/25", "Actual Q2 23/24", "Result"]
    cells = ["TR1", "Trams cleaned overnight", "80%", "84.6%", "77.2%", "Achieved"]
    more = ["TR2", "Average days to mend a seat", "10", "13", "9", "Not achieved"]
    rows = read("Report\n\n" + "\n\n".join("\n".join(x) for x in (heads, cells, more)) + "\n")
    assert [(r.period, r.actual, r.previous, r.outcome) for r in rows] == [
        ("Q2 2024/25", 84.6, 77.2, "exceeded"),
        ("Q2 2024/25", 13, 9, "missed"),
    ]


def test_columns_by_blanks_with_a_rule_and_names_that_wrap() -> None:
    rows = read(
        "Trams\n\n"
        "     Indicator                              Target    2023/24    2022/23    Wales\n"
        "     ------------------------------------------------------------------------------\n"
        "     TR1  Trams that left the depot          36.0%      37.4%      36.6%    33.6%\n"
        "          on time\n"
        "     TR2  Gates mended in                    95.0%      94.8%      93.1%      n/a\n"
        "          24 hours\n"
        "     TR3  Complaints upheld                     30         44         27      n/a\n"
    )
    assert [(r.name, r.period, r.previous, r.outcome) for r in rows] == [
        ("Trams that left the depot on time", "2023/24", 36.6, "exceeded"),
        ("Gates mended in 24 hours", "2023/24", 93.1, "missed"),
        ("Complaints upheld", "2023/24", 27, "missed"),
    ]


def test_years_side_by_side_without_a_nearer_target_are_both_told() -> None:
    rows = read("Trams\n\nIndicator\tTarget\t2022/23\t2023/24\nTrams on time\t95%\t93%\t96%\n")
    assert [(r.period, r.outcome) for r in rows] == [("2022/23", "missed"), ("2023/24", "exceeded")]
