"""Whose page it is: hosts, copyright lines, slugs and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import council, data
from schemas.document import Document

ROWS = data.table("councils.csv")


def codes(**signs: object) -> list[str | None]:
    found = council.candidates(**signs)  # type: ignore[arg-type]
    return [c.code for c in found.councils]


def test_every_row_is_found_by_code_slug_and_name() -> None:
    for row in ROWS:
        for said in (row["code"], row["slug"], row["name"], row["name"].upper()):
            assert council.by_name(said).code == row["code"], said
        found = council.by_slug(row["slug"])
        assert found is not None
        assert found.code == row["code"]
        assert found.base_url == (row["base_url"] or None)


def test_every_host_and_name_in_a_footer_finds_its_row() -> None:
    for row in ROWS:
        if row["base_url"]:
            assert row["code"] in codes(saved_from=f"{row['base_url']}/mgAi.aspx?ID=1")
        assert codes(footer=f"© 2024 {row['name']}. All rights reserved.") == [row["code"]]


@pytest.mark.parametrize(
    "said, code",
    [
        ("leeds", "LDS"),
        ("Kirklees Metropolitan Borough Council", "KIR"),
        ("royal borough of kingston-upon-thames council", "KTT"),
        ("Telford and Wrekin", "TFW"),
        ("St. Albans", "SAL"),
        ("King’s Lynn & West Norfolk", "KIN"),
        ("Buckinghamshire County Council", "BKM"),
        ("Buckinghamshire", "BUC"),
        ("Lancashire Combined Fire Authority", None),
        ("Lancashire Police and Crime Panel", None),
        ("Durham City Council", None),
        ("Greater Manchester Combined Authority", None),
    ],
)
def test_names(said: str, code: str | None) -> None:
    assert council.by_name(said).code == code


def test_an_unknown_name_makes_a_row() -> None:
    found = council.by_name("  Fen & Wold   Joint Committee ")
    assert (found.code, found.slug, found.name) == (
        None, "fen-and-wold-joint-committee", "Fen & Wold Joint Committee",
    )  # fmt: skip


@pytest.mark.parametrize("folder", ["raw", "Downloads", "", "lancashire-pages", "LAN"])
def test_folders_that_are_no_slugs(folder: str) -> None:
    assert council.by_slug(folder) is None


@pytest.mark.parametrize(
    "signs, expected",
    [
        # the address it was saved from decides before all else
        ({"saved_from": "https://democracy.leeds.gov.uk/x", "hosts": ["kent.gov.uk"] * 9}, ["LDS"]),
        (
            {"saved_from": "https://web.archive.org/web/2019/http://democracy.leeds.gov.uk/x"},
            ["LDS"],
        ),
        ({"saved_from": "about:blank", "hosts": ["kent.gov.uk"]}, ["KEN"]),
        # a host that is not on the list is another body's, whatever it links to
        ({"saved_from": "https://fire.example.gov.uk/x", "hosts": ["kent.gov.uk"]}, []),
        # hosts of links and mail: the very host, its domain, a vendor's label
        ({"hosts": ["council.lancashire.gov.uk", "westlancs.gov.uk"]}, ["LAN"]),
        ({"mails": ["lancashire.gov.uk"]}, ["LAN"]),
        ({"mails": ["schools.lancashire.gov.uk"]}, ["LAN"]),
        ({"mails": ["barnet.gov.uk"]}, ["BNE"]),
        ({"hosts": ["birmingham.cmis.uk.com"]}, ["BIR"]),
        ({"hosts": ["kent.gov.uk"] * 8 + ["medway.gov.uk"]}, ["KEN"]),
        ({"hosts": ["kent.gov.uk", "medway.gov.uk"], "footer": "© Medway Council"}, ["MDW"]),
        # outside links
        ({"hosts": ["youtube.com", "gov.uk", "www.gov.uk", "bbc.co.uk", "nhs.uk"]}, []),
        ({"hosts": ["notlancashire.gov.uk", "lancashire.gov.uk.evil.com"]}, []),
        # copyright lines
        ({"footer": "© 2020 Royal Borough of Greenwich"}, ["GRE"]),
        ({"footer": "Copyright London Borough of Camden 2020 | Kent County Council"}, ["CMD"]),
        ({"footer": "City of York Council"}, ["YOR"]),
        ({"footer": "Contact us | Accessibility | Modern Council"}, []),
        ({"footer": "© Lancashire Combined Fire Authority"}, []),
        ({}, []),
    ],
)
def test_signs(signs: dict[str, object], expected: list[str]) -> None:
    assert codes(**signs) == expected


@pytest.mark.parametrize(
    "signs",
    [
        {"hosts": ["democracy.adur-worthing.gov.uk"]},
        {"hosts": ["kent.gov.uk", "medway.gov.uk"]},
        {"hosts": ["kent.gov.uk"], "footer": "© 2021 Medway Council"},
        {"saved_from": "http://democracy.lewes-eastbourne.gov.uk/mgAi.aspx?ID=2"},
    ],
)
def test_ties_decide_nothing_and_say_so(signs: dict[str, object]) -> None:
    found = council.candidates(**signs)  # type: ignore[arg-type]
    assert found.council is None
    assert found.notice is not None
    assert found.notice.rule == "council.tie"


def test_a_tie_is_broken_by_the_footer_or_the_date() -> None:
    host = {"hosts": ["democracy.adur-worthing.gov.uk"]}
    assert codes(**host, footer="© Worthing Borough Council") == ["WOT"]
    shared = {"hosts": ["democracy.somerset.gov.uk"]}
    assert codes(**shared, date="2019-03-04") == ["SOM"]
    assert codes(**shared, date="2024-03-04") == ["SMT"]


def test_running_text_never_decides() -> None:
    text = "Kent County Council and Medway Council agreed."
    assert council.of_document(Document(text, text, "text/plain")) == council.Finding()


def test_of_document_reads_the_first_saved_from() -> None:
    meta = (("saved-from", "https://democracy.leeds.gov.uk/x"), ("DC.title", "x"))
    found = council.of_document(Document("x", "x", "text/html", meta=meta))
    assert found.council is not None
    assert (found.council.code, found.reason) == ("LDS", "saved-from address")


@given(st.text(max_size=80))
def test_any_words_are_taken(words: str) -> None:
    council.by_name(words)
    council.by_slug(words)
    council.candidates([words], [words], words, words, words)
