"""Interests declared."""

import pytest

from extractors.people import declarations
from tests.support import context_of

CASES = [
    ("Councillor A Tern declared a personal interest in item 5 and left the room.",
     "minutes", [("A Tern", "personal interest", 1)]),
    ("Councillors Tern and Mrs Gull declared disclosable pecuniary interests in item 6. "
     "They withdrew from the meeting.", "minutes",
     [(name, "disclosable pecuniary interests", 1) for name in ("Tern", "Gull")]),
    ("Councillor Tern declared a non-pecuniary interest in item 4. He remained in the meeting.",
     "minutes", [("Tern", "non-pecuniary interest", 0)]),
    ("Cllr. J. Gull (Vice-Chair) declared an Other Registrable Interest in item 7.",
     "interests", [("J. Gull", "Other Registrable Interest", None)]),
    ("Mr Knot disclosed a personal and prejudicial interest in Item 3, and took no part.",
     "interests", [("Knot", "personal and prejudicial interest", 1)]),
    ("Councillor Tern – Item 6 – personal interest (governor)",
     "interests", [("Tern", "personal interest", None)]),
    ("Councillor Gull advised that he had a personal interest in item 8.",
     "minutes", [("Gull", "personal interest", None)]),
    ("Councillor Tern advised that she had declared a personal interest at the Area Committee on "
     "23 May and would speak.", "minutes", []),
    ("Cllr Al Tern declared a Non-Registerable Interest in item 9.",
     "interests", [("Al Tern", "Non-Registerable Interest", None)]),
    ("0812    Councillor Al Tern      Significant Other Interest",
     "minutes", [("Al Tern", "Significant Other Interest", None)]),
    ("Minute 12 | Cllr Gull | Personal interest", "minutes", [("Gull", "Personal interest", None)]),
    ("Councillors Tern and Councillor Gull both declared an affected interest in item 9.",
     "minutes", [("Tern", "affected interest", None), ("Gull", "affected interest", None)]),
    ("Councillor Tern declared a prejudicial interest in item 7. He stayed during the item.",
     "minutes", [("Tern", "prejudicial interest", 0)]),
    ("The minutes were corrected to show that Councillor Gull declared a personal interest.",
     "minutes", []),
    ("Mr A T Gull - declared an interest in respect of item 8 and would withdraw for that item.",
     "interests", [("A T Gull", "interest", 1)]),
    ("12 Councillor Gull asked about the interest of residents.", "minutes", []),
    ("There were no declarations of interest.", "interests", []),
    ("Councillor Tern declared that he had no interest.", "minutes", []),
    ("Councillor Gull asked about interest rates.", "minutes", []),
    ("The interest on the loan declared was 4%.", "minutes", []),
    ("Councillor Knot expressed an interest in the tug.", "minutes", []),
    ("Councillor Tern declared a personal interest in item 5.", "purpose", []),
]  # fmt: skip


@pytest.mark.parametrize("text, kind, expected", CASES, ids=lambda c: str(c)[:40])
def test_case(text: str, kind: str, expected: list[tuple[str, str, int | None]]) -> None:
    section, context = context_of(text, kind)
    rows = list(declarations.find(section, context))
    assert [(row.name, row.interest, row.left_room) for row in rows] == expected
