"""People of labelled lines, signatures and Welsh minutes; and lines that name nobody."""

import pytest

from extractors.people import written as people_written
from tests.support import document_of

CASES = [
    ("LEAD MEMBER: Councillor Basil Sorrel\nWARDS: All", [("councillor", "Basil Sorrel", None)]),
    ("Cabinet Member: Cllr Rhona Tolley", [("councillor", "Rhona Tolley", None)]),
    (
        "Cabinet member with lead responsibility\tCouncillor Lyle Thornby\nKey decision\tYes",
        [("councillor", "Lyle Thornby", None)],
    ),
    ("DECISION TAKER(S):\tCouncillor Dena Broad", [("councillor", "Dena Broad", None)]),
    (
        "Signed:\tIsla Thack, Head of Moorings and Quays",
        [("other", "Isla Thack", "Head of Moorings and Quays")],
    ),
    (
        "Accountable Director\tMorna Compt, Director of Finance",
        [("lead_officer", "Morna Compt", "Director of Finance")],
    ),
    (
        "The report is commended.\n\nEustace Kirk-Lamb\nService Director – Quays and Ferries\n",
        [("other", "Eustace Kirk-Lamb", "Service Director – Quays and Ferries")],
    ),
    (
        "There was no other business.\n\nQUENTIN ALDER\nDIRECTOR OF LAW & GOVERNANCE\t\tCHAIRMAN\n",
        [("other", "QUENTIN ALDER", "DIRECTOR OF LAW & GOVERNANCE")],
    ),
    (
        "Cyflwynodd y Cynghorydd Tegwen Hesg, yr Aelod Cabinet dros Gychod, yr adroddiad.",
        [("presenter", "Tegwen Hesg", "Aelod Cabinet dros Gychod")],
    ),
    (
        "Cyflwynwyd yr adroddiad gan y Cynghorydd Ioan Brwyn.\n\n"
        "Awdur: Mabli Morfa, Pennaeth Cychod",
        [("presenter", "Ioan Brwyn", None), ("report_author", "Mabli Morfa", "Pennaeth Cychod")],
    ),
    (
        "Cyflwynodd Rhian Hesg, Pennaeth Pobl, y dangosyddion. Atebodd Heledd Brwyn, Rheolwr "
        "Cychod, fod costau wedi cynyddu.",
        [("presenter", "Rhian Hesg", "Pennaeth Pobl"), ("other", "Heledd Brwyn", "Rheolwr Cychod")],
    ),
    ("Ystyried adroddiad gan y Cynghorydd Gwil Hesg.", [("report_author", "Gwil Hesg", None)]),
    # near misses: portfolios, bodies and posts where a name might stand, headings over posts
    ("Lead Member: Salt Marshes and Moorings", []),
    ("Portfolio Holder: Adult Care", []),
    ("Decision maker: Cabinet", []),
    ("Lead officer: Head of Moorings", []),
    ("Signed:\tDate: 4 May 2023", []),
    ("The next steps follow.\n\nNext Steps\nHead of Moorings\n", []),
    ("Harbour Walls\nHead of Moorings\nMarch\n", []),
    ("Ferry Budget Report\nHead of Moorings\n", []),
    ("Ann Lowe\nThe officer said that the tide was high.\n", []),
    ("Cyswllt: Gwasanaethau Democrataidd", []),
    ("Cyflwynwyd yr adroddiad gan y Pennaeth Cyllid.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda c: str(c)[:50])
def test_written(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    document = document_of(text)
    found = list(people_written.find(document, ()))
    assert [(p.role, p.name, p.post) for p in found] == expected
    assert all(document.text[p.start : p.stop] == p.quote for p in found)


def test_who_is_known_is_left_out() -> None:
    document = document_of("Lead Member: Councillor Basil Sorrel")
    known = list(people_written.find(document, ()))
    assert list(people_written.find(document, known)) == []
