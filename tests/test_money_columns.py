"""Sums in cells whose column's head has the pound sign, and what stands there and is none."""

import pytest

from extractors.money import columns as money_columns
from pipeline.extract import extract
from pipeline.readers.text import read_text
from schemas.facts import Amount, Percentage, Saving

PAGE = "Agenda item\n\nHarbours\n\nMinutes:\n\nThe position was as follows.\n\n"


def rows(table: str, kind: type = Amount) -> list[object]:
    return [row for row in extract(read_text((PAGE + table).encode())).rows if type(row) is kind]


def sums(table: str) -> list[tuple[str, int | None, str]]:
    return [(r.quote, r.pence, r.kind) for r in rows(table) if isinstance(r, Amount)]


UNITS = [
    ("Agreed £m", "3.150", 315_000_000),
    ("Agreed (£m)", "0.4", 40_000_000),
    ("Agreed £ million", "12", 1_200_000_000),
    ("Agreed £'000", "1,866", 186_600_000),
    ("Agreed £’000s", "(75)", 7_500_000),
    ("Agreed £000", "-41", 4_100_000),
    ("Agreed £,000", "-350", 35_000_000),
    ("Agreed £k", "62.5", 6_250_000),
    ("Agreed (£)", "14,275", 1_427_500),
    ("Agreed £", "1,310.44", 131_044),
]


@pytest.mark.parametrize(("head", "cell", "pence"), UNITS)
def test_the_head_gives_the_unit(head: str, cell: str, pence: int) -> None:
    found = sums(f"Team\t{head}\tNote\nQuays\t{cell}\tnone\n")
    assert found == [(cell.strip("()-"), pence, "other")]


NEAR = [
    ("Savings, %", "14"),
    ("Share of £m (%)", "14"),
    ("Cost per head £", "14"),
    ("Rate (£/hr)", "14"),
    ("Posts (FTE) £m", "14"),
    ("Agreed £m", "0.000"),
    ("Agreed £m", "nil"),
    ("Agreed £m", "12 posts"),
    ("Agreed £m", "2023/24"),
    ("Agreed £m", "1.2.3"),
    ("Agreed", "1,866"),
]


@pytest.mark.parametrize(("head", "cell"), NEAR)
def test_other_heads_and_cells_are_no_sums(head: str, cell: str) -> None:
    assert sums(f"Team\t{head}\tNote\nQuays\t{cell}\tnone\n") == []


def test_the_unit_may_stand_in_a_row_of_its_own_whose_first_cell_is_empty() -> None:
    table = (
        "Directorate\tSavings proposed 2023/24\tSavings achieved\tSavings unachieved\t% of budget\n"
        "\t£'000\t£'000\t£'000\t%\n"
        "Ports\t1,866\t1,416\t450\t0.7%\nParks\t25\t25\t0\t0.0%\n"
    )
    found = [r for r in rows(table, Saving) if isinstance(r, Saving)]
    assert [(r.quote, r.status, r.financial_year) for r in found] == [
        ("1,866", "proposed", "2023/24"), ("1,416", "achieved", None),
        ("450", "not_achieved", None),
        ("25", "proposed", "2023/24"), ("25", "achieved", None),
    ]  # fmt: skip
    shares = [r for r in rows(table, Percentage) if isinstance(r, Percentage)]
    assert [r.quote for r in shares] == ["0.7%", "0.0%"]


def test_a_budget_report_has_budgets_costs_and_variances() -> None:
    table = (
        "Team\tBudget £m\tForecast £m\tVariance £m\nQuays\t8.214\t9.115\t0.901\n"
        "Buoys\t7.602\t5.990\t(1.612)\n"
    )
    assert [kind for _, _, kind in sums(table)] == [
        "budget", "cost", "overspend", "budget", "cost", "underspend",
    ]  # fmt: skip


def test_the_head_itself_is_no_sum() -> None:
    assert sums("All figures are in £000 and in £'000.\n") == []


def test_pages_without_tables_have_none() -> None:
    document = read_text(b"Savings of \xc2\xa35m\n")
    assert list(money_columns.find(document, 0, len(document.text))) == []


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("£m\t2025/26\t2026/27\nQuays\t4.5\t6.1\n", [450_000_000, 610_000_000]),
        ("£'000\tAgreed\tPosts\nQuays\t4,500\t12\n", [450_000_000]),
        ("Table 2: sums agreed (£m)\n\nTeam\tAgreed\t%\nQuays\t4.5\t12\n", [450_000_000]),
        ("All figures in £000\n\nRef\tTeam\tAgreed\n7\tQuays\t45\n", [4_500_000]),
    ],
)
def test_a_corner_or_the_line_above_gives_the_unit_of_a_table(table: str, found: list[int]) -> None:
    assert [pence for _, pence, _ in sums(table)] == found


@pytest.mark.parametrize(
    "table",
    [
        "Contracts above £5m were these.\n\nTeam\tBids\nQuays\t4\n",
        "£\tBids\tBoats\nQuays\t4\t5\n",
        "Awards (over £5m)\n\nTeam\tBids\nQuays\t4\n",
    ],
)
def test_other_corners_and_lines_give_no_unit(table: str) -> None:
    assert [one for one in sums(table) if not one[0].startswith("£")] == []
