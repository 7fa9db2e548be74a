"""Indicators told in prose: what is no name, which time a result is of, what was not measured."""

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


@pytest.mark.parametrize(
    "said",
    [
        "Red: more than 5 points below target.",
        "Yellow – slightly below target",
        "Any result within 2% of its target is rated amber.",
        "Anything up to five points short of target is shown as amber.",
        "The margin is how far a measure may stray from target.",
        "A ferry that falls inside the tolerance counts as below target.",
        "Note: just below target. 14 sailings were late.",
        "Comments Slightly under target. 14 sailings were late.",
        "Officer update – target not met. A plan is in hand.",
        "The fifth target was missed.",
        "The ones below missed their targets.",
        "The rest were below target.",
        "The items marked with a star missed their target.",
    ],
)
def test_what_names_no_indicator(said: str) -> None:
    assert read(TOP + said) == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("The third indicator, moorings let within 20 days, was not met.",
         "moorings let within 20 days"),
        ("The last of the targets, for lamp checks, was missed.", "lamp checks"),
        ("The remaining KPI (buoys painted on time) missed its target.", "buoys painted on time"),
    ],
)  # fmt: skip
def test_the_name_of_one_of_several(said: str, name: str) -> None:
    [row] = read(TOP + said)
    assert (row.name, row.outcome) == (name, "missed")


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("From April to June 2022 sailings on time were 88% against a target of 90%.",
         "April – June 2022"),
        ("Last year (2021/22) 91% of boats were let against a target of 90%.", "2021/22"),
        ("In the previous year, 2021/22, boats let came to 91% when the target was 90%.",
         "2021/22"),
        ("Boats let were 88% in May 2023, up from 80% in April 2022, against a target of 90%.",
         "May 2023"),
        ("The pilot took members through the second quarter (July to September) of 2024/25. Boats"
         " let were 91% against a target of 90%.", "Q2 2024/25"),
        ("Boats let were 88%, below the 90% target, following the loss of a slip in May 2023.",
         "Q2 2023/24"),
        ("Boats let were 88%, below the 90% target, because the lease of a slip ended in August.",
         "Q2 2023/24"),
        ("At 30 June 2022, 88% of moorings had been checked against a target of 95%.",
         "30 June 2022"),
        ("At 30 September 2023, 88% of moorings had been checked against a target of 95%.",
         "Q2 2023/24"),
        ("Boats let were 88% against a target of 90%, compared with 85% at 31 March 2021.",
         "Q2 2023/24"),
    ],
)  # fmt: skip
def test_which_time_a_result_is_of(said: str, period: str) -> None:
    [row] = read(TOP + said)
    assert row.period == period


def test_the_same_quarter_goes_back_to_the_quarter_named_last() -> None:
    said = (
        "In Q1 2022/23 sailings on time were 91% (target 90%). In May 2022 a pier was shut. Slips"
        " let in that same quarter took 21 days against a target of 20."
    )
    assert [row.period for row in read(TOP + said)] == ["Q1 2022/23", "Q1 2022/23"]


Told = tuple[str, str | None, float | None, float | None]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("CR3, crew turnover, was 2.9%. No target is set for this one.",
         ("unknown", "CR3", None, 2.9)),
        ("Spending in harbour towns (TOWN 4) was 23.8%. No target is set for this indicator.",
         ("unknown", "TOWN 4", None, 23.8)),
        ("LB2 – visits for each thousand residents – stood at 812, there being no target.",
         ("unknown", "LB2", None, 812)),
        ("VV2 (boats laid up in the basin) had gone up to 22. There was no target for it.",
         ("unknown", "VV2", None, 22)),
        ("Crews had on average 7.1 days of sickness (SK 6a); no local target had been fixed and the"
         " Scottish average was 6.8.", ("unknown", "SK 6a", None, 7.1)),
        ("LI 14 - calls answered within 20 seconds - not collected this quarter owing to the change"
         " of telephone system (target 85%).", ("unknown", "LI 14", 85, None)),
        ("KPI 4, moorings inspected, was not measured as the launch was out of use. The target is"
         " 95%.", ("unknown", "KPI 4", 95, None)),
        ("KPI 7, ropes checked in a week, could not be reported as the log was lost; its target is"
         " 95%.", ("unknown", "KPI 7", 95, None)),
        ("91% of lamps were lit. This indicator (KPI 6) carries a target of 95%.",
         ("missed", "KPI 6", 95, 91)),
        ("PAM/012 (boats prevented from sinking) had come out at 58 per cent, seven percentage"
         " points short of target.", ("missed", "PAM/012", None, 58)),
        ("On wrecks, 71% had been cleared within two days. It had been 84% in the previous quarter"
         " and the target was 80%.", ("missed", None, 80, 71)),
        ("For complaints, 88% were answered in ten days. This had been 91% a year earlier and the"
         " target is 95%.", ("missed", None, 95, 88)),
        ("KPI 8 Bollards painted – the target in quarter 2 was 40. Completions came to just 31.",
         ("missed", "KPI 8", 40, 31)),
        ("The target for use of the slip was 75%. I am glad to report exactly 75%, after three"
         " years of falling short.", ("met", None, 75, 75)),
        ("Dredging cost £2.85 per head of population as against a target of £3.00.",
         ("exceeded", None, 3, 2.85)),
        ("88% of lamps had been lit by six, just short of target.", ("missed", None, None, 88)),
        ("Replies were supposed to be sent within 30 days in 80% of cases; the figure was 52%.",
         ("missed", None, 80, 52)),
        ("Post was sent to the right pier in 98.1% of cases, a little below the target of 98.5%.",
         ("missed", None, 98.5, 98.1)),
    ],
)  # fmt: skip
def test_a_result_without_a_target_and_a_target_without_a_result(said: str, wanted: Told) -> None:
    [row] = read(TOP + said)
    assert (row.outcome, row.code, row.target, row.actual) == wanted
    assert row.period == "Q2 2023/24"


@pytest.mark.parametrize(
    "said",
    [
        "The number of boats on the A38 was 22. There was no target for it.",
        "Fares were 22% up. There was no target for sales of cakes.",
        "Rope loss was 3.2%. No target is set for rope loss.",
        "Spend per head was £14 against a savings target of £20.",
        "Savings of £2.1m were made against a target of £2.5m.",
    ],
)
def test_what_is_no_indicator(said: str) -> None:
    assert read(TOP + said) == []
