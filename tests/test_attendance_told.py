"""Apologies, substitutes, others in attendance told in sentences; sentences that tell none."""

import pytest

from extractors.context import Context
from extractors.people import attendance, attendance_told
from pipeline.extract import extract
from pipeline.readers import read
from schemas.facts import Attendance
from tests.support import context_of

AWAY, THERE = "apologies", "in_attendance"
CASES = [
    (
        "Apologies for absence were received from Councillors Tern, Gull and Mrs Ada Knot.",
        [(AWAY, "Tern"), (AWAY, "Gull"), (AWAY, "Ada Knot")],
    ),
    (
        "Apologies for absence were intimated on behalf of Mr I Tern and Mrs T Gull.",
        [(AWAY, "I Tern"), (AWAY, "T Gull")],
    ),
    (
        "Apologies were received from Councillor Tern, with Councillor Gull attending instead.",
        [(AWAY, "Tern")],
    ),
    (
        "Apologies for absence were received from Councillor Tern (substitute Councillor Ruff) "
        "and Councillor Gull.",
        [(AWAY, "Tern"), (AWAY, "Gull")],
    ),
    (
        "Apologies were received from Mr D Tern (Ms H Ruff attended as substitute), Mr A Gull "
        "(Mr D Knot attended in his absence) and Ms B Elm.",
        [(AWAY, "D Tern"), (AWAY, "A Gull"), (AWAY, "B Elm")],
    ),
    (
        "The Panel noted the apologies of Councillors Tern and Gull.",
        [(AWAY, "Tern"), (AWAY, "Gull")],
    ),
    ("Apologies: Councillors A Tern and C Gull.", [(AWAY, "A Tern"), (AWAY, "C Gull")]),
    ("Councillor Tern had given her apologies.", [(AWAY, "Tern")]),
    (
        "Cafwyd ymddiheuriadau am absenoldeb gan y Cynghorwyr C. Hesg, S. Brwyn a G. Morfa",
        [(AWAY, "C. Hesg"), (AWAY, "S. Brwyn"), (AWAY, "G. Morfa")],
    ),
    ("Councillor Tern substituted for Councillor Gull.", [("substitute", "Tern")]),
    ("Councillor B Tern was present as a substitute for Mr Gull.", [("substitute", "B Tern")]),
    ("Councillors Tern and Gull were also in attendance.", [(THERE, "Tern"), (THERE, "Gull")]),
    (
        "Councillor Al Tern was in attendance as a substitute for Councillor Gull.",
        [("substitute", "Al Tern")],
    ),
    (
        "The following substitutes were noted:\n\nCouncillor Tern for Councillor Gull\n"
        "Councillor Knot for Councillor Ruff",
        [("substitute", "Tern"), ("substitute", "Knot")],
    ),
    (
        "The following substitutions had been made:\n\n\u00a0\n\n(i)      Cllr D Tern for Cllr I "
        "Gull; and\n\n(ii)     Cllr J Knot for Cllr G Ruff.",
        [("substitute", "D Tern"), ("substitute", "J Knot")],
    ),
    ("Councillor Tern for the ward spoke.\nCouncillor Tern for Councillor Gull", []),
    ("Mr Tern and Ms Gull were present.", [("present", "Tern"), ("present", "Gull")]),
    # near misses: lateness, nobody, another's regrets, another place, a call for apologies
    ("Apologies for lateness were received from Councillor Tern.", []),
    ("There were no apologies for absence.", []),
    ("The firm apologised to Councillor Tern for the noise.", []),
    ("Councillor Tern said that he was in attendance at the quay.", []),
    ("Apologies are due from the contractor.", []),
    ("To receive apologies for absence.", []),
    ("Councillor Tern was present for item 5 only.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda c: str(c)[:60])
def test_told(text: str, expected: list[tuple[str, str]]) -> None:
    section, context = context_of(text)
    found = list(attendance_told.find(section, context))
    assert [(row.status, row.name) for row in found] == expected
    assert all(text[row.start : row.stop] == row.quote == row.name for row in found)


def test_a_bare_list_under_the_heading_apologies() -> None:
    page = b"""Agenda and minutes

Harbour Board - Thursday, 4 June 2020 2.00 pm

Items
No. Item

1.

APOLOGIES

Minutes:

Councillors Al Tern, Bea Gull and Cy Knot.

2.

MINUTES

Minutes:

Councillors Di Ruff and Eve Dunlin.
"""
    rows = extract(read(page, "page.txt")).rows
    found = [(row.status, row.name) for row in rows if isinstance(row, Attendance)]
    assert found == [(AWAY, "Al Tern"), (AWAY, "Bea Gull"), (AWAY, "Cy Knot")]


def test_who_is_on_the_list_is_not_told_again() -> None:
    section, context = context_of("Apologies were received from Councillors Tern and Gull.")
    known = Attendance(start=0, stop=1, quote="A", rule="test", name="Gull", status="apologies")
    knowing: Context = context.knowing([known])
    assert [row.name for row in attendance_told.find(section, knowing)] == ["Tern"]


def test_officers_in_attendance_are_people_with_their_posts() -> None:
    text = "Noel Oxeye, Head of Ferries (Item 3)\nCouncillor Gull\nJo Sedge (Chair)"
    _, context = context_of(text)
    rows = list(attendance.find(context.document, 0, len(text), "in_attendance"))
    found = list(attendance.posted(context.document, rows))
    assert [(p.name, p.post) for p in found] == [("Noel Oxeye", "Head of Ferries")]
    assert found[0].quote == "Noel Oxeye, Head of Ferries"
    members = list(attendance.find(context.document, 0, len(text), "present"))
    assert list(attendance.posted(context.document, members)) == []
