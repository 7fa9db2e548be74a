"""Contacts in running text: whom an address belongs to, and addresses that are nobody's."""

from dataclasses import replace

import pytest

from extractors.people import contacts_written
from schemas.facts import Person
from tests.support import document_of

CASES = [
    (
        "If members would like more, please contact Ann Lowe, Head of Parks, "
        "email ann.lowe@esk.gov.uk, tel 01999 567890.",
        [("Ann Lowe", "Head of Parks", "ann.lowe@esk.gov.uk", "01999 567890")],
    ),
    (
        "Report of Cllr Joe Hart, Leader of the Council (joe.hart@esk.gov.uk)",
        [("Joe Hart", "Leader of the Council", "joe.hart@esk.gov.uk", None)],
    ),
    (
        "Advising officers: Ann Lowe, Chief Executive (ann.lowe@esk.gov.uk) and Sam Tidewell, "
        "Policy Manager. Email: sam.tidewell@esk.gov.uk",
        [
            ("Ann Lowe", "Chief Executive", "ann.lowe@esk.gov.uk", None),
            ("Sam Tidewell", "Policy Manager", "sam.tidewell@esk.gov.uk", None),
        ],
    ),
    ("Ann Lowe, Clerk - email alowe@esk.gov.uk", [("Ann Lowe", "Clerk", "alowe@esk.gov.uk", None)]),
    (
        "Queries about these minutes? Please contact Member Services:\nEmail: members@esk.gov.uk",
        [(None, None, "members@esk.gov.uk", None)],
    ),
    (
        "Accountable employee\tAnn Lowe\tQuays Partner\n\tTel\t01999 567890\n"
        "\tEmail\tann.lowe@esk.gov.uk",
        [("Ann Lowe", None, "ann.lowe@esk.gov.uk", "01999 567890")],
    ),
    (
        "Esk Town Council\nClerk: Mrs Ann Lowe, Town Hall, Esk\nTel: 01999 567890\n"
        "E-mail: clerk@esk.gov.uk\n\nMINUTES",
        [("Ann Lowe", "Clerk", "clerk@esk.gov.uk", "01999 567890")],
    ),
    (
        "Esk House, Esk\nTelephone 01999 567890\nEmail: council@esk.gov.uk\n\nAGENDA",
        [(None, None, "council@esk.gov.uk", "01999 567890")],
    ),
    # near misses: a firm's address in the text, one without a number or office beside it
    ("Minutes\n" + "Of the pump. " * 110 + "\n\nTel: 01999 5678\nE-mail: pumps@esk.gov.uk", []),
    ("The poster said:\nE-mail: poster@esk.gov.uk", []),
    # near misses: addresses that take comments, somebody else's, and one nobody is asked to use
    ("Objections and comments should be sent to planning@esk.gov.uk by Friday.", []),
    ("Ann Lowe said that the form had gone to joe.hart@esk.gov.uk in May.", []),
    ("To register to speak please email democracy@esk.gov.uk about the meeting.", []),
    ("The address members@esk.gov.uk was printed on the poster.", []),
]


@pytest.mark.parametrize(("text", "people"), CASES, ids=[c[0][:40] for c in CASES])
def test_case(text: str, people: list[tuple[str | None, ...]]) -> None:
    found = list(contacts_written.find(document_of(text), ()))
    assert [(p.name, p.post, p.email, p.phone) for p in found] == people
    for person in found:
        assert person.quote == text[person.start : person.stop]
        assert all(text[x.start : x.stop] for x in person.proofs)


def test_an_address_of_the_template_is_not_read_again() -> None:
    text = "Ann Lowe, Clerk - email ann.lowe@esk.gov.uk"
    document = document_of(text)
    known = tuple(contacts_written.find(document, ()))
    assert len(known) == 1
    assert list(contacts_written.find(document, known)) == []


def test_an_address_that_spells_somebody_of_the_template_is_theirs() -> None:
    text = (
        "Lead officer: Ann Lowe, Head of Parks\n\n\n\nQuestions may be put to ann.lowe@esk.gov.uk."
    )
    known = Person(start=14, stop=22, quote="Ann Lowe", rule="people.lead_officer",
                   name="Ann Lowe", role="lead_officer")  # fmt: skip
    found = list(contacts_written.find(document_of(text), [known]))
    assert [(p.name, p.email, p.quote) for p in found] == [
        ("Ann Lowe", "ann.lowe@esk.gov.uk", "ann.lowe@esk.gov.uk")
    ]
    other = replace(known, name="Joe Hart")
    assert list(contacts_written.find(document_of("See jo@esk.gov.uk."), [other])) == []
