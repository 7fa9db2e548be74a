"""Savings in tables: columns set by blanks, what makes a table one of savings, and how far."""

import pytest

from pipeline.extract import extract
from pipeline.readers.text import read_text
from schemas.facts import Saving

ALIGNED = """Progress of the savings

Service                 Approved     Banked       No longer expected
                        £            £            £
Ferries                 311,000      290,400      20,600
Lamp Trust              £75,000      -            £75,000
"""
GROUPED = """3. Savings

Item                         2031/32      2032/33
                             £            £
Agreed savings
Rooms at Pell Quay           64,000       -
Proposed savings
Shared boathouse             -            18,250
"""
TITLED = "{}\n\nItem\t2031/32\t2032/33\nQuay lamps\t£12,100\t£13,100\nShared van\t£4,400\t£4,500\n"


def savings(text: str) -> list[tuple[str, str]]:
    rows = extract(read_text(f"Report\n\n{text}\nEnd.\n".encode())).rows
    return [(row.quote, row.status) for row in rows if isinstance(row, Saving)]


def test_columns_set_by_blanks_tell_how_far_savings_came() -> None:
    assert savings(ALIGNED) == [
        ("311,000", "agreed"),
        ("290,400", "achieved"),
        ("20,600", "not_achieved"),
        ("£75,000", "agreed"),
        ("£75,000", "not_achieved"),
    ]


def test_a_line_inside_a_table_heads_the_rows_below() -> None:
    assert savings(GROUPED) == [("64,000", "agreed"), ("18,250", "proposed")]


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Table 4: Proposed savings", "proposed"),
        ("The following efficiencies were approved in March:", "agreed"),
        ("Savings delivered", "achieved"),
        ("Schedule of savings", "unknown"),
    ],
)
def test_the_line_above_a_table_calls_it_one_of_savings(title: str, status: str) -> None:
    assert [told for _, told in savings(TITLED.format(title))] == [status] * 4


@pytest.mark.parametrize(
    "title",
    [
        "Schedule of schemes",
        "Growth and pressures",
        "Budgets before savings",
        "Income by site",
        "No savings are expected from these schemes.",
        "Savings and growth bids",
    ],
)
def test_other_titles_make_no_savings(title: str) -> None:
    assert savings(TITLED.format(title)) == []


def test_the_head_of_a_column_of_words_calls_it_one_of_savings() -> None:
    text = "No\tProposed saving\t2031/32\n1\tOne tide clerk (from Pell Ltd)\t£21,000\n"
    assert savings(text) == [("£21,000", "proposed")]


def test_a_row_or_column_that_names_another_thing_has_none() -> None:
    text = (
        "Savings proposals\n\nItem\tSet-up cost\t2031/32\n"
        "Shared van\t£3,000\t£4,400\nLess: redundancy costs\t\t£1,900\n"
    )
    assert savings(text) == [("£4,400", "proposed")]


@pytest.mark.parametrize(
    "text",
    [
        "DATE             4 May 2031\nAUTHOR           Ida Pell\nTEL NO           0123\n",
        "Ida Pell       Ned Crake      Una Vane\nOlga Ede       Tom Rusk       Jo Holt\n",
        "Savings were made last year.   They came to more\nthan was hoped.   None is left.\n",
        "Lamps          £4,000         £5,000\nVans           £6,000         £7,000\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert read_text(text.encode()).tables == ()


def test_heads_and_figures_set_by_blanks_are_a_table() -> None:
    (table,) = read_text(ALIGNED.encode()).tables
    assert len(table.cells) == 4 + 3 + 8
    assert {cell.column for cell in table.cells} == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        (
            "Savings of £90,000 are proposed. The largest is £40,000 from the mill, and £12,000"
            " from the lock.",
            "£90,000 proposed £40,000 proposed £12,000 proposed",
        ),
        (
            "Savings of £90,000 are proposed. Of these, £41,000 comes from a tender of the vans.",
            "£90,000 proposed £41,000 proposed",
        ),
        (
            "Savings of £90,000 were found. Of that grant, £40,000 was spent.",
            "£90,000 achieved",
        ),
        ("Grants of £90,000 were made. The largest was £40,000 to the mill.", ""),
        (
            "The lock was to have yielded £30,000. The keeper left and the saving has been lost.",
            "£30,000 not_achieved",
        ),
        ("The lock has yielded £30,000. The keeper left and the rent has been lost.", ""),
        (
            "Savings from the lock came to £5,000; that from the mill, £9,000, was missed.",
            "£5,000 achieved £9,000 not_achieved",
        ),
        ("Rent from the lock came to £5,000; that from the mill, £9,000, was missed.", ""),
    ],
)
def test_sums_that_lean_on_savings_told_of(said: str, rows: str) -> None:
    assert " ".join(" ".join(row) for row in savings(said)) == rows


RATED = """Savings in the year

Ref\tSaving\tRating\tType\t£
A1\tOne lamp shop\t{}\tX\t£3,100
A2\tFewer buoys\t{}\tY\t£4,700

{}"""


@pytest.mark.parametrize(
    ("ratings", "statuses"),
    [
        (("Green (on plan)", "Red"), ["forecast", "not_achieved"]),
        (("Complete", "Slipped to 2032/33"), ["achieved", "not_achieved"]),
        (("Green waste", "Red Lion site"), ["unknown", "unknown"]),
    ],
)
def test_a_rating_beside_a_sum_tells_how_far_it_came(
    ratings: tuple[str, str], statuses: list[str]
) -> None:
    assert [status for _, status in savings(RATED.format(*ratings, ""))] == statuses


def test_a_colour_beside_a_proposal_rates_its_risk() -> None:
    proposals = RATED.replace("Savings in the year", "Proposed savings")
    told = savings(proposals.format("Amber", "Red", ""))
    assert [status for _, status in told] == ["proposed", "proposed"]


def test_a_line_below_a_table_explains_its_letters() -> None:
    text = RATED.format("Green", "Green", "X = recurring, Y = one-off")
    rows = extract(read_text(f"Report\n\n{text}\nEnd.\n".encode())).rows
    told = [row.recurrence for row in rows if isinstance(row, Saving)]
    assert told == ["recurring", "one_off"]
