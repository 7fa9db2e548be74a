"""One set of indicators in every order, wording and form that a page may print it in.

The same five indicators are written with many heads, orders of columns, signs of a status and forms
(HTML, tabs, pipes, a cell a line, labelled lines); whatever is read of them must be theirs.
"""

import html
import random
from collections.abc import Callable, Iterator
from itertools import cycle, islice

import pytest

from extractors.context import Context
from extractors.cut import Cut
from extractors.kpi import judged as kpi_judged
from extractors.kpi import kpis
from pipeline.readers import read as read_bytes
from schemas.document import Section
from schemas.facts import Kpi

# Name, code, target, result, the one before, how it stands, outcome.
FERRY = (
    ("Percentage of ferries that left on time", "FY1", "98%", "96.5%", "97%", "red", "missed"),
    ("Average days to mend a pontoon", "FY2", "25", "21.4", "30", "green", "exceeded"),
    ("Calls to the harbour answered within 30 seconds", "FY3", "80%", "91%", "76%", "green",
     "exceeded"),
    ("Days lost to sickness for each deckhand", "FY4", "8", "9.6", "8.9", "red", "missed"),
    ("Mooring fees collected in the year (%)", "FY5", "97.5%", "97.5%", "97.1%", "green", "met"),
)  # fmt: skip
HEADS = {
    "code": ("Ref", "PI Ref", "Code", "KPI No.", "Measure ID", "Short code", "#"),
    "name": ("Indicator", "Performance measure", "KPI", "PI Description", "Short name",
             "What we measure", "KPI Title"),
    "target": ("Target", "Target 2021/22", "Q2 Target", "Aim", "Standard", "Year end target",
               "Profiled target", "Expected", "Goal"),
    "actual": ("Actual", "Q2 2021/22", "Result", "Outturn", "Current value", "Cumulative",
               "Performance to date", "Q2 outturn", "Achieved", "Latest data", "Actual (Q2)"),
    "before": ("Previous", "Last year", "Q2 last year", "Baseline", "National average"),
    "rag": ("RAG", "Status", "R/A/G", "On target?", "Met/Not met", "Alert", "BRAG"),
    "trend": ("DoT", "Direction of travel", "Improved?", "Better or worse", "D.O.T."),
    "way": ("Polarity", "Good is", "Bigger or smaller is better"),
    "note": ("Comments", "Reason", "Context", "Supporting information", "Latest note"),
}  # fmt: skip
STATUS = (
    {"red": "Red", "green": "Green"}, {"red": "R", "green": "G"}, {"red": "✗", "green": "✓"},
    {"red": "Not met", "green": "Met"}, {"red": "Below target", "green": "At or above target"},
    {"red": "\U0001f534", "green": "\U0001f7e2"}, {"red": "No", "green": "Yes"},
)  # fmt: skip
WAYS = (("Low", "High"), ("Smaller is better", "Bigger is better"), ("↓", "↑"), ("L", "H"))
LESS = ("Average days to mend a pontoon", "Days lost to sickness for each deckhand")
Rows = list[list[str]]


def of_html(heads: list[str], rows: Rows) -> tuple[str, str]:
    def line(tag: str, cells: list[str]) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(c)}</{tag}>" for c in cells) + "</tr>"

    body = line("th", heads) + "".join(line("td", row) for row in rows)
    return (
        "<html><body><h1>Harbour indicators: Quarter 2 2021/22</h1>"
        f"<table>{body}</table><p>Noted.</p></body></html>",
        "page.html",
    )


def joined(
    by: str, end: str = "\n", empty: str = ""
) -> Callable[[list[str], Rows], tuple[str, str]]:
    def made(heads: list[str], rows: Rows) -> tuple[str, str]:
        lines = [by.join(c or empty for c in cells) for cells in [heads, *rows]]
        text = f"Harbour indicators: Quarter 2 2021/22\n\n{end.join(lines)}\n\nNoted by all.\n"
        return text, "page.txt"

    return made


def lost(heads: list[str], rows: Rows) -> tuple[str, str]:
    """Return a cell a line, of empty cells nothing."""
    cells = [c for line in [heads, *rows] for c in line if c]
    return "Harbour indicators: Quarter 2 2021/22\n\n" + "\n".join(cells) + "\n", "page.txt"


def glued(heads: list[str], rows: Rows) -> tuple[str, str]:
    """Return a line for each row, its cells behind one another with one blank."""
    lines = [" ".join(c for c in cells if c) for cells in [heads, *rows]]
    return "Harbour indicators: Quarter 2 2021/22\n\n" + "\n".join(lines) + "\n", "page.txt"


FORMS = {
    "html": of_html, "tabs": joined("\t"), "pipes": joined(" | "),
    "blanks": joined("    ", empty="-"),
    "a cell a line": joined("\n", empty="-"), "cells lost": lost,
    "one blank": glued,
    "cells with pipes": joined(" |\n", " |\n", "-"),
}  # fmt: skip


def tables(many: int) -> Iterator[tuple[list[str], Rows]]:
    """Yield the indicators under heads in many words and orders."""
    pick = random.Random(7)
    for _ in range(many):
        columns = ["target", "actual", *(c for c in ("before", "rag", "trend", "way")
                                         if pick.random() < 0.4)]  # fmt: skip
        pick.shuffle(columns)
        columns = [*(["code"] if pick.random() < 0.5 else []), "name", *columns]
        columns += ["note"] if pick.random() < 0.5 else []
        signs, way = pick.choice(STATUS), pick.choice(WAYS)
        rows = []
        for name, code, target, actual, before, state, _ in FERRY:
            cells = {
                "code": code, "name": name, "target": target, "actual": actual, "before": before,
                "rag": signs[state], "trend": "Declined" if state == "red" else "Improved",
                "way": way[name not in LESS], "note": "Fog in May" if state == "red" else "",
            }  # fmt: skip
            rows.append([cells[c] for c in columns])
        yield [pick.choice(HEADS[c]) for c in columns], rows


def found(text: str, name: str) -> list[Kpi]:
    document = read_bytes(text.encode(), name)
    section = Section("body", 0, len(document.text))
    context = Context(document, Cut(kind="report", layout="test", sections=(section,)))
    return [row for row in kpis.find(section, context) if isinstance(row, Kpi)]


def figure(words: str) -> float:
    return float(words.rstrip("%"))


def wrong(rows: list[Kpi]) -> Iterator[str]:
    """Yield what rows say that the indicators do not."""
    for row in rows:
        own = [f for f in FERRY if f[1] == row.code or row.name in (f[0], f"{f[1]} {f[0]}")]
        if len(own) != 1:
            yield f"a row of nothing: {row.code} {row.name}"
            continue
        _, _, target, actual, _, _, outcome = own[0]
        if row.target not in (None, figure(target)) or row.actual not in (None, figure(actual)):
            yield f"{row.name}: {row.target} {row.actual}"
        if row.outcome not in (outcome, "unknown", "met" if outcome == "exceeded" else outcome):
            yield f"{row.name}: {row.outcome}"


def full(rows: list[Kpi]) -> int:
    figures = {(figure(f[2]), figure(f[3])) for f in FERRY}
    return sum((row.target, row.actual) in figures for row in rows)


@pytest.mark.parametrize("form", FORMS)
def test_indicators_in_all_orders(form: str) -> None:
    read = [found(*FORMS[form](heads, rows)) for heads, rows in tables(40)]
    assert [w for rows in read for w in wrong(rows)] == []
    least = {"html": 195, "tabs": 195, "pipes": 195, "blanks": 170, "one blank": 50}.get(form, 150)
    assert sum(map(full, read)) >= least


LABELS = {
    "target": ("Target", "Annual target", "Aim", "2021/22 target", "Target for the quarter"),
    "actual": ("Actual", "Year-end result", "Outturn", "Q2 2021/22", "Current position"),
    "status": ("Status", "RAG rating"),
}
LABELLED = {
    "below": "{name}\n{t}: {target}\n{a}: {actual}\n{s}: {state}\n",
    "led": "Indicator: {name}\n{a}: {actual} |\n{t}: {target} |\nComment: fog in May\n{s}: {state}",
    "slashes": "{name}\n{t}: {target} / {a}: {actual} / {s}: {state}\n",
    "behind": "{code} – {name}: {t} {target}; {a} {actual}; {s} {state}",
    "in brackets": "• {name} ({t}: {target}, {a}: {actual})",
    "points": "• {name}\n  o {a} - {actual}\n  o {t} - {target}\n  o {s} - {state}",
    "coded": "{code} {name}\n{t} = {target}\n{a} = {actual}\n",
}


@pytest.mark.parametrize("form", LABELLED)
def test_labelled_lines(form: str) -> None:
    for t, a, s in islice(zip(*map(cycle, LABELS.values()), strict=False), 10):
        entries = [
            LABELLED[form].format(name=n, code=c, target=aim, actual=got, state=state.title(),
                                  t=t, a=a, s=s)
            for n, c, aim, got, _, state, _ in FERRY
        ]  # fmt: skip
        rows = found("Harbour indicators: Quarter 2 2021/22\n\n" + "\n".join(entries), "a.txt")
        assert (list(wrong(rows)), full(rows)) == ([], 5), (t, a, s)


@pytest.mark.parametrize(
    "table",
    [
        "Quarter\tTarget\tActual\tRAG\nQ1 2020/21\t25\t31.2\tRed\nQ2 2020/21\t25\t24\tGreen\n",
        "Measure of time\tQ1 2020/21\tQ2 2020/21\nTarget\t25\t25\nActual\t31.2\t24\n",
    ],
)
def test_the_periods_of_one_indicator(table: str) -> None:
    named = found(f"KPI 7 Average days to mend a pontoon\n\n{table}", "a.txt")
    assert [(r.code, r.period, r.target, r.actual, r.outcome) for r in named] == [
        ("KPI 7", "Q1 2020/21", 25, 31.2, "missed"),
        ("KPI 7", "Q2 2020/21", 25, 24, "exceeded"),
    ]
    assert all(row.quote.startswith("Q") or row.start > 36 for row in named)
    assert found(f"The harbour was calm.\n\n{table}", "a.txt") == []


def test_a_table_goes_on_over_a_page() -> None:
    first = "Indicator\tTarget\tActual\nFerries on time\t98%\t96%\nCalls answered\t90%\t93%\n"
    rest = "Visits to the pier\t400\t380\nLamps lit\t99%\t100%\n"
    rows = found(f"{first}\nPage 2 of 3\n\n{rest}", "a.txt")
    assert [(r.name, r.target, r.actual) for r in rows][2:] == [
        ("Visits to the pier", 400, 380), ("Lamps lit", 99, 100),
    ]  # fmt: skip


def test_a_bare_quarter_is_not_of_the_year_in_the_next_head() -> None:
    text = (
        "Pier report 2021/22\n\nIndicator\tTarget\tOutturn 2020/21\tQ2\nLamps lit\t99%\t97%\t98%\n"
    )
    told = {(r.period, r.actual) for r in found(text + "Boats let\t90%\t91%\t92%\n", "a.txt")}
    assert {("Q2 2021/22", 98), ("Q2 2021/22", 92)} <= told
    assert ("Q2 2020/21", 98) not in told


OTHERS = (
    (["Ref", "Risk description", "Inherent score", "Target score", "Status"],
     [["R1", "Storm at the quay", "20", "8", "Red"], ["R2", "A lost ferry", "12", "6", "Amber"]]),
    (["Prudential indicator", "2021/22 Limit", "2021/22 Actual"],
     [["Operational boundary", "£40m", "£31m"], ["Authorised limit", "£50m", "£31m"]]),
    (["Ref", "Description", "Savings target", "Savings achieved", "Status"],
     [["S1", "Fewer ferries", "400,000", "310,000", "Amber"],
      ["S2", "A café", "9,000", "9,500", "Red"]]),
    (["Meeting", "Date", "Target attendance", "Actual attendance"],
     [["Harbour Board", "1 May", "9", "8"], ["Council", "8 May", "40", "38"]]),
    (["Question", "Yes", "No"],
     [["Should the pier shut?", "312", "900"], ["Raise fees?", "9", "41"]]),
    (["Measure", "Forecast", "Target 2030"], [["Boats", "40", "50"], ["Lamps", "90", "95"]]),
    (["Quay", "Target", "Actual"], [["East", "40", "38"], ["West", "20", "22"]]),
)  # fmt: skip


@pytest.mark.parametrize("heads, rows", OTHERS[:-1])
def test_other_tables_give_nothing_in_any_form(heads: list[str], rows: Rows) -> None:
    told = {form: found(*made(heads, rows)) for form, made in FORMS.items()}
    assert {form: rows for form, rows in told.items() if rows} == {}


@pytest.mark.parametrize("heads, rows", OTHERS)
def test_other_labelled_lines_give_nothing(heads: list[str], rows: Rows) -> None:
    entries = [
        "\n".join([row[0], *(f"{h}: {c}" for h, c in zip(heads[1:], row[1:], strict=True))])
        for row in rows
    ]
    assert found("Report to the Board\n\n" + "\n\n".join(entries), "a.txt") == []


@pytest.mark.parametrize(
    "heads, told",
    [
        ("Performance Indicator Target Q3 2014/15 RAG", [("Q3 2014/15", 96, 94.5)]),
        ("Indicator Q1 Target Q1 Actual RAG", [("Q1", 96, 94.5)]),
        ("Measure Target 2014/15 Actual Status", [(None, 96, 94.5)]),  # whose year is it?
        ("Measure Outturn 2013/14 Target RAG", [(None, 94.5, 96)]),
        ("Measure This quarter Target 2014/15 RAG", []),  # a target of the quarter, or of the year?
    ],
)
def test_heads_behind_one_another(heads: str, told: list[tuple[object, ...]]) -> None:
    rows = "Locks opened on time 96% 94.5% Red\nBoats lifted in a day 70% 75% Green\n"
    read = found(f"Locks\n\n{heads}\n{rows}", "a.txt")
    assert [(r.period, r.target, r.actual) for r in read][:1] == told
    assert [r.rule for r in read] == ["kpi.table"] * len(read)


@pytest.mark.parametrize(
    "line",
    [
        "Boats lifted within 30 minutes 76 81.2 80 Higher is better",
        "Ropes mended in a day Below target 97 96.5 98 Rain in the indicators' week",
        "Short code KPI Title Owner Met/Not met Target Last period Comment",
    ],
)
def test_rows_without_heads_are_no_sentences(line: str) -> None:
    assert found(f"Harbour indicators and targets\n\n{line}\n", "a.txt") == []


def test_months_without_a_year_are_not_the_result() -> None:
    text = "Pier\n\nKPI\tTarget\tApr\tMay\tQ1\nHulls lost\t<50\t61\t48\t51\nRopes\t9\t8\t7\t6\n"
    assert {(r.period, r.actual) for r in found(text, "a.txt")} == {("Q1", 51), ("Q1", 6)}


def test_a_name_may_hold_that_and_its_verb() -> None:
    text = "Indicator: Share of rope that is mended\nTarget: A minimum of 70% |\nResult: 64% |\n"
    assert [(r.name, r.target, r.actual, r.outcome) for r in found(text, "a.txt")] == [
        ("Share of rope that is mended", 70, 64, "missed")
    ]
    said = "The share of rope mended was 93% (target: 95%; Q2 2022/23: 96%)"
    assert [r.actual for r in found(said, "a.txt") if r.rule == "kpi.table"] == []


@pytest.mark.parametrize(
    "target, way",
    [("no more than 25", 1), ("25 or fewer", 1), ("<25", 1), ("at least 25", 0), ("25+", 0),
     ("min. 25", 0), ("25 min", None), ("25 answered in under 9 seconds", None)],
)  # fmt: skip
def test_a_bound_beside_the_target_tells_which_way_is_good(target: str, way: int | None) -> None:
    assert kpi_judged.told_way(None, target) == way


CARDS = """Key Performance Indicators
Percentage of ferry calls taken by a person within the AMBER
first minute
Latest: 71.5% Target: 80%, Floor: 70% Previous: 73% (Amber)
12
Appendix 4
RED
Number of lifeguards on the books
Latest: 41 Target: 60 Floor: 50 Previous: 44 (Red)
Share of buoys replaced twice in a year (excluding those
hit by ships) GREEN
Latest:3.5% Target:4% Floor: 6% Previous: 3.9% (Green)
Proportion of skippers who took up a place on GREEN
Safety Days
Latest: 64% Target: 60%, Floor 50% Previous: 61% (Green)
"""


def test_cards_have_their_names_on_several_lines_with_colours_at_the_edge() -> None:
    rows = found(CARDS, "x.txt")
    assert [(r.name, r.actual, r.target, r.floor, r.previous, r.rag, r.outcome) for r in rows] == [
        ("Percentage of ferry calls taken by a person within the first minute", 71.5, 80, 70, 73,
         "amber", "missed"),
        ("Number of lifeguards on the books", 41, 60, 50, 44, "red", "missed"),
        ("Share of buoys replaced twice in a year (excluding those hit by ships)", 3.5, 4, 6, 3.9,
         "green", "exceeded"),  # its floor lies above its target: less is better
        ("Proportion of skippers who took up a place on Safety Days", 64, 60, 50, 61, "green",
         "exceeded"),
    ]  # fmt: skip


COLOURS = """RAG rating
Moorings and Dues KPIs DoT
{heads}
% of berths let within ten days of falling
GREEN AMBER
empty
Number of dinghies in the public racks RED RED
Share of harbour dues collected by the
AMBER GREEN
Collector before the season ends
Number of charts lent to schools in the
RED RED
North Harbour
Number of lamps lit from the quay by night
AMBER AMBER
watchmen of the port
"""
NAMES = [
    "% of berths let within ten days of falling empty", "Number of dinghies in the public racks",
    "Share of harbour dues collected by the Collector before the season ends",
    "Number of charts lent to schools in the North Harbour",
    "Number of lamps lit from the quay by night watchmen of the port",
]  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "rags"),
    [
        ("Latest Previous", ["green", "red", "amber", "red", "amber"]),
        ("Previous Current", ["amber", "red", "green", "red", "amber"]),
    ],
)
def test_colours_between_the_lines_of_a_name(heads: str, rags: list[str]) -> None:
    rows = found(COLOURS.format(heads=heads), "x.txt")
    assert [r.name for r in rows] == NAMES
    assert [r.rag for r in rows] == rags
    told = {"green": "met", "red": "missed", "amber": "unknown"}
    assert [r.outcome for r in rows] == [told[rag] for rag in rags]


def test_two_colours_under_heads_that_do_not_tell_them_apart() -> None:
    rows = found(COLOURS.format(heads="One Two"), "x.txt")
    assert [(r.name, r.rag) for r in rows] == [
        (NAMES[1], "red"), (NAMES[3], "red"), (NAMES[4], "amber"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Projects\n\nRAG rating\nLatest Previous\nNew pontoons GREEN AMBER\nSea wall RED RED\n",
        "Risk register\n\nRAG\nNumber of berths flooded RED\nNumber of gulls RED\n",
        "The flags\nNumber of flags flown RED\nNumber of flags struck GREEN\n",
        "KPI RAG\nThe meeting was told that the lamp had been RED\nIt was then painted GREEN.\n",
    ],
)
def test_colours_of_other_things(text: str) -> None:
    assert found(text, "x.txt") == []


def test_times_of_two_units_in_one_row_are_of_the_smaller() -> None:
    text = "KPI\tTarget\tResult\nAverage wait for the lock keeper\t3 min\t5 min 10 sec\n"
    row = found(text, "x.txt")[0]
    assert (row.target, row.actual, row.unit, row.outcome) == (180, 310, "seconds", "missed")
