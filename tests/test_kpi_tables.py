"""Tables of indicators: data tables, pipes, heads of two lines, and tables of other things."""

from dataclasses import replace

import pytest

from extractors.context import Context
from extractors.cut import Cut
from extractors.kpi import codes as kpi_codes
from extractors.kpi import kpis
from schemas.document import Cell, Document, Section, Table
from schemas.facts import Kpi
from tests.support import document_of

Lines = list[list[str | None]]


def table_of(lines: Lines, heads: int = 1, before: str = "") -> Document:
    """Return a document with one data table; None is a cell that a merged one covers."""
    text, cells = before, []
    for r, line in enumerate(lines):
        for c, words in enumerate(line):
            if words is not None:
                cells.append(Cell(len(text), len(text) + len(words), r, c, r < heads))
                text += words + " "
        text += "\n"
    made = document_of(text)
    return replace(made, tables=(Table(len(before), len(text), tuple(cells)),))


def read(document: Document) -> list[Kpi]:
    section = Section("body", 0, len(document.text))
    context = Context(document, Cut(kind="report", layout="test", sections=(section,)))
    return [row for row in kpis.find(section, context) if isinstance(row, Kpi)]


def test_quarters_as_columns() -> None:
    document = table_of(
        [
            ["Ref", "Performance Indicator", "Target 2012/13", "Q1", "Q2", "Comments"],
            ["ENV 1", "% bins emptied on the day", "99%", "98.2%", "99.4%", "Snow in May"],
            ["Parks", "", "", "", "", ""],
            ["ENV 2", "Average days to clear fly-tips", "3", "3.5", "2", ""],
        ]
    )
    rows = read(document)
    assert [(r.code, r.period, r.target, r.actual, r.outcome) for r in rows] == [
        ("ENV 1", "Q1 2012/13", 99, 98.2, "missed"),
        ("ENV 1", "Q2 2012/13", 99, 99.4, "exceeded"),
        ("ENV 2", "Q1 2012/13", 3, 3.5, "missed"),
        ("ENV 2", "Q2 2012/13", 3, 2, "exceeded"),
    ]
    assert (rows[2].service, rows[2].unit) == ("Parks", "days")
    assert {p.column for p in rows[0].proofs} >= {"target", "actual", "period"}


def test_the_same_quarter_a_year_before_is_what_went_before() -> None:
    heads = ["Ref", "Measure", "Target", "Q2 2025/26", "Q2 2024/25", "Status"]
    document = table_of([heads, ["LMP 4", "Lamps lit on the quay", "98%", "97%", "98.5%", "Red"]])
    row = read(document)[0]
    assert (row.period, row.actual, row.previous, row.outcome) == ("Q2 2025/26", 97, 98.5, "missed")
    other = table_of([[*heads[:4], "Q1 2025/26"], ["LMP 4", "Lamps lit", "98%", "97%", "98.5%"]])
    assert [r.period for r in read(other)] == ["Q2 2025/26", "Q1 2025/26"]


def test_results_beside_their_colours() -> None:
    lines: Lines = [
        ["PI Ref", "PI Description", "Annual target", "2020-21 actual", "Year end 2021-22 & RAG"],
        ["FB12", "Ferry berths let", "85%", "78.9%", "83.1% AMBER"],
        ["FB13", "Moorings left without a boat", "40", "44", "38 GREEN"],
    ]
    told = [(r.code, r.period, r.target, r.actual, r.rag, r.outcome) for r in read(table_of(lines))]
    assert told == [
        ("FB12", "2021/22", 85, 83.1, "amber", "missed"),
        ("FB13", "2021/22", 40, 38, "green", "met"),
    ]


def test_heads_may_stand_a_line_each_over_the_rows() -> None:
    heads = ["PI Ref", "PI Description", "Target", "Actual"]
    body: Lines = [
        ["FB12", "Ferry berths let", "85%", "83%"],
        ["FB13", "Calls answered in a minute", "90%", "92%"],
    ]
    found, none = (
        read(table_of(body, heads=0, before="\n".join(lines) + "\n"))
        for lines in (heads, [*heads[:3], "Sandbank"])
    )
    assert [(r.code, r.target, r.actual) for r in found] == [("FB12", 85, 83), ("FB13", 90, 92)]
    assert none == []


@pytest.mark.parametrize("gap", [None, ""])
def test_head_of_two_lines(gap: str | None) -> None:
    lines: Lines = [
        ["Measure", "RAG rating", gap, "DoT", "Target", "Floor"],
        [gap, "Latest", "Previous", gap, gap, gap],
        ["Percentage of gullies cleaned on time", "GREEN", "AMBER", "improving", "90%", "80%"],
    ]
    row = read(table_of(lines, heads=2))[0]
    assert (row.rag, row.outcome, row.direction) == ("green", "met", "improved")
    assert (row.target, row.floor) == (90, 80)


def test_status_words_and_heading_period() -> None:
    document = table_of(
        [["KPI", "Target", "Actual", "Status"], ["Missed bins", "50", "62", "Not met"]],
        before="Waste contract – Quarter 2 2011/12\n\n",
    )
    row = read(document)[0]
    assert (row.period, row.outcome, row.lower_is_better) == ("Q2 2011/12", "missed", 1)


def test_targets_and_results_by_quarter() -> None:
    document = table_of(
        [
            ["Indicator", "Q1 Target", "Q1 Actual", "Q2 Target", "Q2 Actual"],
            ["Recycling rate (%)", "50", "48", "52", "53"],
        ],
        before="Scorecard 2012/13\n",
    )
    assert [(r.period, r.target, r.actual, r.unit, r.outcome) for r in read(document)] == [
        ("Q1 2012/13", 50, 48, "%", "missed"),
        ("Q2 2012/13", 52, 53, "%", "exceeded"),
    ]


def test_contract_months() -> None:
    document = table_of(
        [
            ["KPI Ref", "Description", "TSL", "MSL", "April", "May"],
            ["ICT_KPI_05", "% incidents resolved in time", "95%", "85%", "96.1%", "84.0%"],
        ],
        before="Contract report 2012/13\n",
    )
    assert [(r.code, r.period, r.floor, r.outcome) for r in read(document)] == [
        ("ICT_KPI_05", "April 2012", 85, "exceeded"),
        ("ICT_KPI_05", "May 2012", 85, "missed"),
    ]


def test_pipes() -> None:
    text = (
        "Performance in Q3 2010/11\n\n| Indicator | Target | Actual | Status |\n|---|---|---|---|\n"
        "| Calls answered | 90% | 88% | Red |\n| Visits | 1,200 | 1,350 | Green |\n"
    )
    assert [(r.name, r.actual, r.rag, r.outcome) for r in read(document_of(text))] == [
        ("Calls answered", 88, "red", "missed"),
        ("Visits", 1350, "green", "exceeded"),
    ]


def test_aims_with_units_in_capitals_and_glossed_figures() -> None:
    lines: Lines = [
        ["Measure", "Aim", "Result", "Last year", "RAG"],
        ["BD.4 Days to empty a skip", "21 Days", "19 Days", "Jan 2020", "Green"],
        ["BD.5 Skips weighed", "90%", "85% (of 310)", "88%", "Red"],
        ["BD.6 Appeals heard in time", "20 of 20", "20 of 20", "-", "Green"],
    ]
    assert [(r.code, r.target, r.actual, r.previous, r.outcome) for r in read(table_of(lines))] == [
        ("BD.4", 21, 19, None, "exceeded"),
        ("BD.5", 90, 85, 88, "missed"),
        ("BD.6", 20, 20, None, "met"),
    ]


def test_the_words_that_lead_to_a_table_give_its_period() -> None:
    lines: Lines = [["Indicator", "Target", "Actual"], ["Skips emptied in time", "90%", "85%"]]
    led = read(table_of(lines, before="Results for Quarter 2 of 2022/23 were:\n"))
    assert [r.period for r in led] == ["Q2 2022/23"]
    told = read(table_of(lines, before="Quarter 2 of 2022/23 was wet. The table is new.\n"))
    assert [r.period for r in told] == [None]


def test_one_status_belongs_to_the_latest_of_years_side_by_side() -> None:
    head = ["Indicator", "2016/17", "2017/18", "Target"]
    row = ["% of lamps lit", "98", "97", "99"]
    both = [(r.period, r.actual, r.outcome) for r in read(table_of([head, row]))]
    assert both == [("2016/17", 98, "missed"), ("2017/18", 97, "missed")]
    latest = read(table_of([[*head, "Status"], [*row, "Red"]]))
    assert [(r.period, r.actual, r.rag) for r in latest] == [("2017/18", 97, "red")]


def test_sums_under_indicators_are_indicators() -> None:
    head = ["Indicator", "Target", "Actual"]
    lines = [head, ["Income from moorings", "£40,000", "£41,500"], ["Debt owed", "£9", "£8"]]
    assert [(r.target, r.actual) for r in read(table_of(lines))] == [(40_000, 41_500), (9, 8)]


def test_a_name_may_say_which_way_is_good() -> None:
    lines = [
        ["Indicator", "Target", "Actual"],
        ["Power for each lamp, kWh (low is good)", "3.4", "3.1"],
    ]
    assert [r.outcome for r in read(table_of(lines))] == ["exceeded"]
    lines[1][0] = "Power sold for each lamp, kWh (higher is better)"
    assert [r.outcome for r in read(table_of(lines))] == ["missed"]


GAPPED = """Performance Indicator
Q2 2018/19
Value
Target
Status
Trend
Moorings let by the end of the season
81.5%
85%
Number of gulls ringed on the pier
212
Hulls scraped in the month (HS 7)
44
40
"""


def test_a_cell_a_line_with_empty_cells() -> None:
    document = document_of(GAPPED)
    told = [(r.name, r.period, r.actual, r.target) for r in read(document)]
    assert told == [
        ("Moorings let by the end of the season", "Q2 2018/19", 81.5, 85),
        ("Hulls scraped in the month (HS 7)", "Q2 2018/19", 44, 40),
    ]
    three = GAPPED.replace("85%\n", "85%\n80%\n")
    assert read(document_of(three)) == []


TYPED = {
    "columns by blanks": (
        "Indicator    Aim    Q3 2014/15    RAG\n"
        "Locks opened on time    96%    94.5%    Red\n"
        "Mooring calls answered in 30 seconds    70%    75%    Green\n"
    ),
    "one blank between all": (
        "Performance Indicator Target Q3 2014/15 RAG\n"
        "Locks opened on time 96% 94.5% Red\n"
        "Mooring calls answered within 30 seconds 70% 75% Green\n"
    ),
    "a cell a line": (
        "Performance Indicator\nTarget\nQ3 2014/15\nRAG\nLocks opened on time\n96%\n94.5%\nRed\n"
        "Mooring calls answered in 30 seconds\n70%\n75%\nGreen\n"
    ),
    "labelled lines": (
        "Locks opened on time\nTarget: 96%\nQ3 2014/15: 94.5%\nStatus: Red\n\n"
        "Mooring calls answered in 30 seconds\nTarget: 70%\nQ3 2014/15: 75%\nStatus: Green\n"
    ),
}


@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED)
def test_tables_without_marks(text: str) -> None:
    found = read(document_of(f"Waterways report\n\n{text}\nMembers noted the report.\n"))
    assert [(r.name, r.period, r.target, r.actual, r.rag, r.outcome) for r in found] == [
        ("Locks opened on time", "Q3 2014/15", 96, 94.5, "red", "missed"),
        (found[1].name, "Q3 2014/15", 70, 75, "green", "exceeded"),
    ]
    assert (found[1].name or "").startswith("Mooring calls answered")


@pytest.mark.parametrize(
    "text",
    [
        "Performance Indicator Target Actual\nLocks opened on time 96%\n",
        "Indicator  Target  Actual\nThe panel met in  May\n",
        "Measure\nTarget\nActual\nThe panel asked about the locks.\nIt was told.\nNoted.\n",
        "The panel met.\nTarget: 96%\nActual: 94%\n",
        "Depot wall\nTarget: March 2015\nStatus: Green\n",
        "Target Actual\n96% 94%\n",
    ],
)
def test_lines_that_keep_no_shape_are_no_tables(text: str) -> None:
    assert [r for r in read(document_of(f"Report\n\n{text}")) if r.rule == "kpi.table"] == []


def test_a_comment_tells_no_second_result() -> None:
    text = (
        "Locks opened on time\nTarget: 96%\nActual: 94.5%\n"
        "Target not met - locks opened on time fell to 94.5%, below the target of 96%.\n"
    )
    assert [(r.name, r.actual) for r in read(document_of(text))] == [("Locks opened on time", 94.5)]


def test_first_column_without_a_known_head_names_the_indicators() -> None:
    lines: Lines = [["On the quay", "Aim", "Now"], ["Ropes checked in time", "90%", "93%"]]
    assert [(r.name, r.outcome) for r in read(table_of(lines))] == [
        ("Ropes checked in time", "exceeded")
    ]
    lines[0][0] = "Saving"
    assert read(table_of(lines)) == []


def test_a_past_years_result_is_what_went_before() -> None:
    lines: Lines = [
        ["Indicator", "2020/21 actual", "Half-year actual", "Half-year target"],
        ["Ropes checked in time", "88%", "93%", "90%"],
    ]
    assert [(r.previous, r.actual, r.outcome) for r in read(table_of(lines))] == [
        (88, 93, "exceeded")
    ]


def test_a_later_years_target_leaves_the_outcome_open() -> None:
    lines: Lines = [
        ["Indicator", "2017/18 value", "2018/19 target"],
        ["Ropes checked in time", "88%", "90%"],
    ]
    assert [(r.actual, r.target, r.outcome) for r in read(table_of(lines))] == [(88, 90, "unknown")]


@pytest.mark.parametrize("said, outcome", [("minimise", "missed"), ("maximise", "exceeded")])
def test_a_target_may_say_which_way_is_good(said: str, outcome: str) -> None:
    lines: Lines = [["Indicator", "Target", "Actual"], ["Boats", f"25 (aim to {said})", "26"]]
    assert [r.outcome for r in read(table_of(lines))] == [outcome]


@pytest.mark.parametrize(
    "lines",
    [
        [["Fund", "Target allocation", "Actual"], ["Bonds", "20%", "18%"]],
        [["Project", "Target", "Actual"], ["Depot", "40", "38"]],
        [["Item", "Budget", "Actual", "Variance"], ["Staff", "£100", "£90", "£10"]],
        [["Project", "Target date", "RAG", "Lead"], ["Depot", "March 2021", "Green", "AB"]],
        [["Risk", "Score", "RAG"], ["Depot fire", "12", "Red"]],
        [["Measure", "Status", "Owner"], ["One-way system at the depot", "Green", "KB"]],
        [["Name", "Votes"], ["Ash", "12"]],
        [
            ["Ref", "Proposal", "Target", "Achieved", "RAG"],
            ["P1", "Fewer boats", "£40,000", "£31,500", "Amber"],
            ["P2", "Café let to an operator", "£65,000", "nil", "Red"],
            ["Total", "", "£105,000", "£31,500", ""],
        ],
    ],
)
def test_other_tables_give_nothing(lines: Lines) -> None:
    assert read(table_of(lines)) == []


@pytest.mark.parametrize(
    "text, codes",
    [
        ("CSC_KPI_04 and IMT_KPI05", ["CSC_KPI_04", "IMT_KPI05"]),
        ("CSC KPI04, KPI 1.10.1.2.", ["CSC KPI04", "KPI 1.10.1.2"]),
        ("PI03 (fires), BV 12, [NI191]", ["PI03", "BV 12", "NI191"]),
        ("Indicators EH1, EH2 and EH4", ["EH1", "EH2", "EH4"]),
        ("LPI Depot; indicator 2.15", ["LPI Depot", "2.15"]),
        ("CPI 3.2, RPI 4, the B1063, KPI 90%, KPIs 12", []),
        ("NI 2019 and PI 45%", []),
    ],
)
def test_codes(text: str, codes: list[str]) -> None:
    assert [c.code for c in kpi_codes.find(text, 0, len(text))] == codes
