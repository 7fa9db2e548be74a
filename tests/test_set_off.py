"""Forms whose values stand under one another behind blanks; people and contacts that lines name."""

import pytest

from pipeline.extract import Extraction, extract
from pipeline.readers import read
from schemas.facts import Person, Recommendation, Resolution
from schemas.records import Decision


def _read(text: str, name: str = "page.txt") -> Extraction:
    return extract(read(text.encode(), name))


FORM = """PORTFOLIO HOLDER DECISION

Ref no.                   PH 12
Title                     Quay lighting
Decision maker            Councillor Ann Lowe, Portfolio Holder for Quays
Decision date             8 August 2023
Comes into effect         17 August 2023 unless called in
Report by                 Joe Hart, Quays Manager
Officer recommendation    That lamps be bought.
Options examined          None.

{said}

   -   approve the purchase of lamps; and

   -   note the cost.

Reasons: the quay is dark.
"""


@pytest.mark.parametrize(
    "said",
    [
        "Having read the report, I have decided to:",
        "I hereby agree to:",
        "Under the powers delegated to me in Part 3, I approve the following:",
        "I, Ann Lowe, have decided to:",
        "After hearing the officers I resolve to:",
    ],
)
def test_a_form_of_two_columns_without_a_box_for_the_decision(said: str) -> None:
    page = _read(FORM.format(said=said))
    decision = next(r for r in page.rows if isinstance(r, Decision))
    assert (page.kind, decision.title, decision.maker_kind) == (
        "decision",
        "Quay lighting",
        "member",
    )
    assert (decision.decision_date, decision.effective_date) == ("2023-08-08", "2023-08-17")
    assert decision.report_author == "Joe Hart, Quays Manager"
    assert [r.action for r in page.rows if isinstance(r, Resolution)] == ["approve", "note"]
    assert [r.text for r in page.rows if isinstance(r, Recommendation)] == ["That lamps be bought."]
    assert {r.name for r in page.rows if isinstance(r, Person)} == {"Ann Lowe", "Joe Hart"}


@pytest.mark.parametrize(
    "said",
    ["I have considered the report:", "I agree with the officer:", "I am told of two wishes:"],
)
def test_words_of_a_form_that_decide_nothing(said: str) -> None:
    page = _read(FORM.format(said=said))
    assert not [r for r in page.rows if isinstance(r, Resolution)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Cabinet Member (if applicable)\n\nCllr Ann Lowe", "Ann Lowe"),
        ("Portfolio: Quays and Piers (Councillor A. Lowe)", "A. Lowe"),
        ("Portfolio area:\tQuays - Cllr A. Lowe", "A. Lowe"),
        ("Signed off by the Director of Quays & date: Harriet Brook - 4 May 2024", "Harriet Brook"),
        ("Date signed off by Strategic Director & name\n\nAnn Brook – 4 May 2024", "Ann Brook"),
    ],
)
def test_who_a_line_of_a_front_sheet_names(line: str, name: str) -> None:
    page = _read(
        f"Report to: Cabinet\n\nSubject: Tugs\n\n{line}\n\nRecommendation\n\nThat tugs be sold.\n"
    )
    found = [(p.name, p.post) for p in page.rows if isinstance(p, Person)]
    assert found == [(name, None)]


@pytest.mark.parametrize(
    "line", ["Portfolio: Quays and Piers", "Lead Member\n\nTo be named", "Portfolio: Safer Streets"]
)
def test_nobody_where_a_line_names_a_portfolio(line: str) -> None:
    page = _read(
        f"Report to: Cabinet\n\nSubject: Tugs\n\n{line}\n\nRecommendation\n\nThat tugs be sold.\n"
    )
    assert not [p for p in page.rows if isinstance(p, Person)]


@pytest.mark.parametrize(
    ("said", "post"),
    [
        ("The Director of Quays (Piers), Ida Brook, said so.", "Director of Quays (Piers)"),
        ("The Head of Audit (Finance), Mrs Ida Brook, explained it.", "Head of Audit (Finance)"),
    ],
)  # fmt: skip
def test_a_post_with_its_branch_before_a_name(said: str, post: str) -> None:
    page = _read(f"Agenda item\n\nTugs\n\nMinutes:\n\n{said}\n\nResolved: That tugs be sold.\n")
    found = [(p.name, p.post) for p in page.rows if isinstance(p, Person)]
    assert found == [("Ida Brook", post)]


@pytest.mark.parametrize(
    "said",
    [
        "Any enquiry should be made to the Quays Team on 01999 555 190 or at quays@esk.example",
        "For help with reading this document please call the Clerks on 01999 555 190 or e-mail"
        " quays@esk.example.",
        "A query about this agenda? Ring 01999 555 190 or write to quays@esk.example.",
    ],
)
def test_contacts_that_words_ask_to_write_to(said: str) -> None:
    page = _read(f"Agenda item\n\nTugs\n\nDecision:\n\nThat tugs be sold.\n\n{said}\n")
    found = [(p.email, p.phone) for p in page.rows if isinstance(p, Person)]
    assert found == [("quays@esk.example", "01999 555 190")]


def test_an_address_for_comments_is_no_contact() -> None:
    said = "Please call or send comments on the report to quays@esk.example"
    page = _read(f"Agenda item\n\nTugs\n\nDecision:\n\nThat tugs be sold.\n\n{said}\n")
    assert not [p for p in page.rows if isinstance(p, Person)]


def test_a_table_set_by_blanks_gives_no_fields() -> None:
    page = _read(
        "Agenda item\n\nTugs\n\nMinutes:\n\nTug       Ward     Contact\nMay       Quay     2\n"
        "June      Pier     3\n\nResolved: That tugs be sold.\n"
    )
    assert not [p for p in page.rows if isinstance(p, Person)]


@pytest.mark.parametrize(
    ("day", "date"),
    [
        ("Hearing: Wednesday 22 May 2024 at 10.00 am", "2024-05-22"),
        ("Date of hearing: 22nd May 2024", "2024-05-22"),
        ("The hearing was put off to 3 June 2024.", None),
    ],
)
def test_a_notice_below_the_label_names_body_and_day(day: str, date: str | None) -> None:
    page = _read(
        "Agenda item\n\nThe Jolly Tar\n\nDecision:\n\nLICENSING PANEL\n\nNotice of decision\n\n"
        f"{day}\n\nResolved that:\n\n(i) the licence be granted; and\n\n(ii) the bell be kept.\n"
    )
    decision = next(r for r in page.rows if isinstance(r, Decision))
    assert (decision.meeting_date, decision.decision_date) == (date, date)
    assert decision.meeting_body == ("Licensing Panel" if date else None)


# A form of two columns copied with or without its bars, under no heading


ROWS = (
    ("Decision reference", "PH/20/117"),
    ("Decision title", "Quay lamps"),
    ("Decision maker", "Director of Quays"),
    ("Date of decision", "31 May 2024"),
    ("Decision", "To buy forty lamps."),
    ("Reasons for decision", "The quay is dark."),
)
SHAPES = ("| {} | {} |", "{}\t{}", "{} | {}", "{:26}{}")


def _of_rows(shape: str, rows: tuple[tuple[str, str], ...]) -> Extraction:
    return _read("\n".join(shape.format(*row) for row in rows) + "\n")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_form_of_rows_is_a_decision_without_a_heading(shape: str) -> None:
    page = _of_rows(shape, ROWS)
    decision = next(r for r in page.rows if isinstance(r, Decision))
    assert (page.kind, decision.title) == ("decision", "Quay lamps")
    assert (decision.decision_maker, decision.decision_date) == ("Director of Quays", "2024-05-31")
    assert [r.text for r in page.rows if isinstance(r, Resolution)] == ["To buy forty lamps."]


@pytest.mark.parametrize("shape", SHAPES)
def test_rows_that_hold_no_decision_are_none(shape: str) -> None:
    rows = (("Name", "Quay lamps"), ("Price", "£40"), ("Decision maker", "–"), ("Colour", "Grey"))
    assert _of_rows(shape, rows).kind != "decision"
