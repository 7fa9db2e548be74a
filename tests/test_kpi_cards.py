"""Indicators on cards with labels over values, tables on their side, and periods told elsewhere."""

import pytest

from extractors.context import Context
from extractors.cut import Cut
from extractors.dates import titles
from extractors.kpi import kpis
from pipeline.readers import read as read_bytes
from schemas.document import Section
from schemas.facts import Kpi


def read(text: str, name: str = "page.txt") -> list[Kpi]:
    document = read_bytes(text.encode(), name)
    section = Section("body", 0, len(document.text))
    context = Context(document, Cut(kind="report", layout="test", sections=(section,)))
    return [row for row in kpis.find(section, context) if isinstance(row, Kpi)]


CARD = """Harbour performance report, Quarter 3 2022/23

Ref
HB4
Indicator
Moorings inspected on time
Unit
%
Current target
90%
Result
86.5%
Status
Red

Ref
HB5
Indicator
Days to answer a berth request
Unit
Days
Current target
7
Result
5.5
Status
Green
"""


def test_labels_over_their_values_make_a_card() -> None:
    rows = read(CARD)
    assert [(r.code, r.name, r.target, r.actual, r.outcome) for r in rows] == [
        ("HB4", "Moorings inspected on time", 90, 86.5, "missed"),
        ("HB5", "Days to answer a berth request", 7, 5.5, "exceeded"),
    ]
    assert {r.period for r in rows} == {"Q3 2022/23"}


def test_a_card_may_have_a_period_of_its_own_and_no_target() -> None:
    said = (
        "All figures are for Quarter 1 2023/24 unless stated.\n\nBerths let\nPeriod\n2021/22\n"
        "Actual\n93%\nTarget\n95%\nRAG\nAmber\n\nPassengers landed, kg of luggage\nActual\n310\n"
        "Target\n500 by 31 March 2028\nRAG\nAmber\n"
    )
    one, two = read(said)
    assert (one.name, one.period, one.target, one.actual) == ("Berths let", "2021/22", 95, 93)
    assert (two.period, two.target, two.actual, two.outcome) == (
        "Q1 2023/24", 500, 310, "unknown",
    )  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Harbour strategy\nTarget\nAudience\nThe boaters\nResult\nA leaflet\n",
        "Harbour performance\n\nTarget\n12 March 2024\nStatus\nOpen\n",
        "Race results\nActual\nThe winner crossed first\nTarget\n40 boats\n",
    ],
)
def test_labels_over_other_things_are_no_card(said: str) -> None:
    assert not [r for r in read(said) if r.target is not None and r.actual is not None]


SIDEWAYS = (
    "<html><body><p>Ferry performance against target, 2021/22</p><table>"
    "<tr><th></th><th>Sailings on time</th><th>Average queue (minutes)</th></tr>"
    "<tr><th>Target</th><td>95%</td><td>12</td></tr>"
    "<tr><th>Q1</th><td>96%</td><td>14</td></tr>"
    "<tr><th>Q2</th><td>91%</td><td>11</td></tr></table></body></html>"
)


def test_a_table_on_its_side_is_turned() -> None:
    rows = {(r.name, r.period): (r.target, r.actual, r.outcome) for r in read(SIDEWAYS, "p.html")}
    assert rows == {
        ("Sailings on time", "Q1 2021/22"): (95, 96, "exceeded"),
        ("Sailings on time", "Q2 2021/22"): (95, 91, "missed"),
        ("Average queue (minutes)", "Q1 2021/22"): (12, 14, "missed"),
        ("Average queue (minutes)", "Q2 2021/22"): (12, 11, "exceeded"),
    }


def test_a_table_of_years_and_sums_is_not_turned() -> None:
    said = SIDEWAYS.replace("Target", "Budget").replace("95%", "£95,000").replace("12", "£12,000")
    assert read(said, "p.html") == []


def test_a_first_column_of_codes_is_that_whatever_its_head() -> None:
    said = (
        "Tenants' survey, results for 2023/24\n\nTSM\nMeasure\nResult 2023/24\nTarget 2023/24\n"
        "Target met?\nTP01\nContent with the landlord\n64%\n70%\nNo\nCH01 (2)\n"
        "Complaints answered in time\n88%\n80%\nYes\n"
    )
    assert [(r.code, r.name, r.actual, r.target) for r in read(said)] == [
        ("TP01", "Content with the landlord", 64, 70),
        ("CH01 (2)", "Complaints answered in time", 88, 80),
    ]


def test_pass_and_fail_are_a_verdict_and_a_standard_in_words_the_name() -> None:
    said = (
        "Lock contract, performance in Quarter 2 (July to September 2024)\n\n"
        "Ref\tResult\tPerformance\tRequired standard\tIndicator\n"
        "L1\tPass\t38\t45 or fewer\tGates stuck in 1,000 passages\n"
        "L2\tFail\t86.7%\t90% or more\tPaddles greased on schedule\n"
    )
    rows = [(r.code, r.target, r.actual, r.outcome, r.period) for r in read(said)]
    assert rows == [
        ("L1", 45, 38, "exceeded", "Q2 2024/25"),
        ("L2", 90, 86.7, "missed", "Q2 2024/25"),
    ]
    said = "#\tService standard\tStandard\tResult\tRAG\n1\tLocks opened in time\t95%\t91%\tRed\n"
    [row] = read("Lock performance\n\n" + said)
    assert (row.name, row.target, row.actual) == ("Locks opened in time", 95, 91)


def test_the_year_of_the_title_is_that_of_bare_quarters() -> None:
    said = (
        "Canal performance 2022/23\n\nTraffic was heavier than in 2020/21.\n\n"
        "Indicator\tTarget\tQ1\tQ2\nGates oiled in time\t80%\t85%\t78%\n\n"
        "Boats\n2019/20\t1,204\n2020/21\t988\n"
    )
    assert [r.period for r in read(said)] == ["Q1 2022/23", "Q2 2022/23"]


@pytest.mark.parametrize(
    "top",
    [
        "Budget plan 2022/23\nBoats and locks",
        "Canal performance 2021/22 and 2022/23",
        "The performance of 2022/23 was reported to the Board.",
        "Lock performance 2021/22\nOutturn 2022/23",
    ],
)
def test_a_title_of_no_one_year_gives_none(top: str) -> None:
    assert titles.year(top) is None


def test_a_target_in_a_name_is_the_rows() -> None:
    said = (
        "Tram performance, Quarter 1 2023/24\n\nMeasure\tApril\tMay\n"
        "Trams on time (target 80%)\t74.9%\t81.6%\n"
        "Complaints in 1,000 rides (target 12 or fewer)\t15\t11\n"
    )
    rows = [(r.period, r.target, r.actual, r.outcome) for r in read(said)]
    assert rows == [
        ("April 2023", 80, 74.9, "missed"), ("May 2023", 80, 81.6, "exceeded"),
        ("April 2023", 12, 15, "missed"), ("May 2023", 12, 11, "exceeded"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Target / Actual", "95% / 92.1%"),
        ("Result (Target)", "92.1% (95%)"),
        ("Aim vs outturn", "95% vs 92.1%"),
        ("Performance against target", "92.1% against 95%"),
    ],
)
def test_a_column_of_two_figures_is_two(head: str, cell: str) -> None:
    said = f"Ferry KPIs\n\nRef\tIndicator\t{head}\nF1\tGangways checked\t{cell}\n"
    said += f"F2\tLamps lit\t{cell}\n"
    rows = [(r.code, r.target, r.actual, r.outcome) for r in read(said)]
    assert rows == [("F1", 95, 92.1, "missed"), ("F2", 95, 92.1, "missed")]


@pytest.mark.parametrize(
    ("lead", "entries"),
    [
        ("Results for Quarter 4 2023/24 are in the order indicator, result, target:",
         ("• Gates checked in a day, 54%, 50%", "• Gates stuck, 31, no more than 25")),
        ("Performance in Quarter 4 2023/24 was (targets in brackets):",
         ("Gates checked in a day: 54% (50%)", "Gates stuck: 31 (no more than 25)")),
        ("For Quarter 4 2023/24 targets are given, the result in brackets:",
         ("- Gates checked in a day – 50% (54%)", "- Gates stuck – 25 (31)")),
    ],
)  # fmt: skip
def test_a_lead_in_tells_the_order_of_a_list(lead: str, entries: tuple[str, ...]) -> None:
    rows = [(r.name, r.target, r.actual) for r in read(lead + "\n\n" + "\n".join(entries))]
    assert rows == [("Gates checked in a day", 50, 54), ("Gates stuck", 25, 31)]


@pytest.mark.parametrize(
    "said",
    [
        "Targets are listed in the order in which they were received, indicator by indicator:\n\n"
        "• Gates – 54% – 50%\n• Locks – 31 – 25\n",
        "Wards and the results of the survey (figures for 2011 in brackets), no target being set:"
        "\n\n• North: 54% (50%)\n• South: 31% (25%)\n",
    ],
)
def test_other_lists_have_no_such_order(said: str) -> None:
    assert not [r for r in read("Performance\n\n" + said) if r.target is not None]


def test_a_definition_under_its_name_and_a_verdict_behind_it() -> None:
    said = (
        "1.2 How the ferry did in 2022/23:\n\nLamps lit before dusk\n\n"
        "Target 90%. We did 72.5%. Not achieved, see 1.3.\n\nTickets posted, average days\n\n"
        "Target 30 days at most. We took 26 days.\n"
    )
    rows = [(r.name, r.period, r.target, r.actual, r.outcome) for r in read(said)]
    assert rows == [
        ("Lamps lit before dusk", "2022/23", 90, 72.5, "missed"),
        ("Tickets posted, average days", "2022/23", 30, 26, "exceeded"),
    ]


def test_a_row_of_a_service_is_no_second_head() -> None:
    table = (
        "<table><tr><th rowspan='2'>Ref</th><th rowspan='2'>Indicator</th>"
        "<th colspan='2'>Quarter 1 2024/25</th></tr><tr><th>Target</th><th>Actual</th></tr>"
        "<tr><td colspan='4'><b>Preventing</b></td></tr>"
        "<tr><td>FR1</td><td>Fires in sheds</td><td>0</td><td>3</td></tr></table>"
    )
    [row] = read(f"<html><body><p>Fire performance</p>{table}</body></html>", "p.html")
    assert (row.code, row.service, row.target, row.actual) == ("FR1", "Preventing", 0, 3)
    assert (row.outcome, row.period) == ("missed", "Q1 2024/25")


def test_heads_on_two_lines_and_names_on_three() -> None:
    said = (
        "Harbour performance\n\n"
        "    Annex 2 service level         Level       May     June\n"
        "                                  required    2023    2023\n\n"
        "    HL1  Lamps working at         97.0%       96.2%   98.1%\n"
        "         the nightly round\n\n"
        "    HL2  Leaks attended by a      95%         95%     91%\n"
        "         diver within six\n         working hours\n"
    )
    rows = [(r.code, r.name, r.period, r.target, r.actual) for r in read(said)]
    assert rows == [
        ("HL1", "Lamps working at the nightly round", "May 2023", 97, 96.2),
        ("HL1", "Lamps working at the nightly round", "June 2023", 97, 98.1),
        ("HL2", "Leaks attended by a diver within six working hours", "May 2023", 95, 95),
        ("HL2", "Leaks attended by a diver within six working hours", "June 2023", 95, 91),
    ]


@pytest.mark.parametrize("mark", ["\t", ": ", " – ", "   "])
def test_a_card_with_other_labels_beside(mark: str) -> None:
    lines = [
        ("Directorate", "Ports"), ("Reporting period", "Q2 2024/25"), ("Polarity", "Lower"),
        ("Current Value", "41"), ("Current Target", "35"), ("Status", "Alert"),
        ("Managed By", "Kerr, Ann"), ("Latest Note", ""),
    ]  # fmt: skip
    card = "\n".join(f"{a}{mark}{b}".rstrip() if b else a for a, b in lines)
    said = (
        f"Port indicators\n\nPS-DM-01 Ships held at the gate\n{card}\n\n"
        f"PS-DM-02 Ropes returned\n{card}"
    )
    rows = [(r.code, r.name, r.period, r.target, r.actual, r.outcome) for r in read(said)]
    assert rows == [
        ("PS-DM-01", "Ships held at the gate", "Q2 2024/25", 35, 41, "missed"),
        ("PS-DM-02", "Ropes returned", "Q2 2024/25", 35, 41, "missed"),
    ]


def test_letters_for_target_and_actual_and_the_quarter_compared_with() -> None:
    letters = "Ferry KPIs 2023/24\n\nMeasure\tQ1 T\tQ1 A\nGates shut on time\t90%\t85%\n"
    assert [(r.target, r.actual, r.period) for r in read(letters)] == [(90, 85, "Q1 2023/24")]
    arrows = (
        "Ferry KPIs\n\nRef\tMeasure\tQ2 2023/24\tQ3 2023/24\tTarget\tRAG\tTrend\n"
        "F1\tTickets sold\t28,114\t30,562\t30,000\tG\t↑\nF2\tSeats kept\t97\t91\t95\tR\t↓\n"
    )
    rows = [(r.code, r.period, r.actual, r.previous, r.outcome) for r in read(arrows)]
    assert rows == [
        ("F1", "Q3 2023/24", 30562, 28114, "met"), ("F2", "Q3 2023/24", 91, 97, "missed"),
    ]  # fmt: skip


@pytest.mark.parametrize("gap", ["blanks", "tabs"])
def test_heads_whose_upper_line_stands_over_some_columns(gap: str) -> None:
    lines = [
        ("", "", "Outturn", "Outturn", "Target", ""),
        ("Ref", "Indicator", "2021/22", "2022/23", "2022/23", "RAG"),
        ("H1", "Lamps lit", "91%", "93%", "95%", "Red"),
        ("H2", "Ropes tied", "81%", "83%", "80%", "Green"),
    ]
    table = "\n".join(
        "\t".join(cells) if gap == "tabs" else "".join(c.ljust(14) for c in cells).rstrip()
        for cells in lines
    )
    rows = [
        (r.code, r.name, r.period, r.target, r.actual, r.previous)
        for r in read(f"Harbour performance\n\n{table}\n")
    ]
    assert rows == [
        ("H1", "Lamps lit", "2022/23", 95, 93, 91),
        ("H2", "Ropes tied", "2022/23", 80, 83, 81),
    ]


def test_a_numbered_paragraph_is_no_upper_line_of_heads() -> None:
    said = (
        "1.3\tThe firm's targets and results in 2022/23 are set out below.\n\n"
        "Indicator\tTarget\tResult\nH1 Lamps lit\t95%\t91.6%\nH2 Ropes tied\t80%\t83%\n"
    )
    rows = [(r.code, r.target, r.actual) for r in read(said)]
    assert rows == [("H1", 95, 91.6), ("H2", 80, 83)]


def test_years_before_the_one_with_a_target_went_before_it() -> None:
    said = (
        "Ferry measures\n\nIndicator\tUnit\t2019/20\t2020/21\t2021/22\tTarget 2021/22\n"
        "Unsafe ramps made safe by the next day\tPercentage\t88\t90\t93\t95\n"
        "Bicycles carried\tNo.\t410\t388\t512\t500\n"
    )
    rows = [(r.name, r.unit, r.period, r.target, r.actual, r.previous, r.outcome)
            for r in read(said)]  # fmt: skip
    assert rows == [
        ("Unsafe ramps made safe by the next day", "%", "2021/22", 95, 93, 90, "missed"),
        ("Bicycles carried", "number", "2021/22", 500, 512, 388, "exceeded"),
    ]


def test_a_quarter_headed_target_leaves_the_quarter_before_as_previous() -> None:
    said = "Ferry KPIs 2021/22\n\nRef\tMeasure\tQ2\tQ3\tQ3 target\nF1\tLamps lit\t81%\t84%\t90%\n"
    [row] = read(said)
    assert (row.period, row.actual, row.previous, row.target) == ("Q3 2021/22", 84, 81, 90)


def test_a_result_without_a_label_stands_over_its_target() -> None:
    said = (
        "Pier cards, 2021/22\n\nPI 7/02\nPlanks sound\n47.3%\nTarget 50%\nTarget missed\n\n"
        "PI 7/03\nStairs shut in 1,000 days\n38\nTarget: no more than 60\nTarget met\n"
    )
    rows = [(r.code, r.name, r.target, r.actual, r.outcome) for r in read(said)]
    assert rows[0] == ("PI 7/02", "Planks sound", 50, 47.3, "missed")
    assert rows[1] == ("PI 7/03", "Stairs shut in 1,000 days", 60, 38, "exceeded")


def test_a_code_on_the_line_above_a_name() -> None:
    said = (
        "Pier indicators\n\nLPI EH/02\nPlanks sound\nActual: 95.8%\nTarget: 100%\nNot achieved.\n"
    )
    assert [(r.code, r.name) for r in read(said)] == [("LPI EH/02", "Planks sound")]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Pier visits were ahead of target: 4,905 people came when 3,000 was the target.", 3000),
        ("Rides were short of target: 412 were sold, where 500 had been the annual goal.", 500),
    ],
)
def test_a_figure_that_was_the_target_is_it(said: str, wanted: float) -> None:
    rows = read("Pier performance, Quarter 4 2021/22\n\n" + said)
    assert all(r.target in (None, wanted) for r in rows)
    assert any(r.target == wanted for r in rows)


def test_the_number_of_a_paragraph_is_no_result() -> None:
    said = (
        "Pier performance\n\n2. The service runs 11 piers, 2 jetties and a boat that calls at 57"
        " stops.\n\n3.4 Contact. The contract asks for no more than 5% of calls to be lost.\n"
    )
    assert [r for r in read(said) if r.actual in (2, 3.4)] == []
