"""Values of template lines: makers, procedural titles, contacts, attendance, labels, documents."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import documents, headers, labels
from extractors.data import table
from extractors.makers import kind_of
from extractors.people import attendance, contacts
from extractors.procedural import is_procedural
from schemas.records import MAKER_KINDS, STATUSES
from tests.support import document_of

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", rows("makers.jsonl"), ids=lambda c: str(c["maker"]))
def test_makers(case: dict[str, Any]) -> None:
    assert kind_of(case["maker"]) == case["kind"]


@pytest.mark.parametrize("case", rows("procedural.jsonl"), ids=lambda c: str(c["title"]))
def test_procedural(case: dict[str, Any]) -> None:
    assert is_procedural(case["title"]) == case["is_procedural"]


@pytest.mark.parametrize("case", rows("contacts.jsonl"), ids=lambda c: str(c["line"]))
def test_contacts(case: dict[str, Any]) -> None:
    made = document_of(case["line"])
    found = list(contacts.find(made, 0, len(made.text), "contact"))
    assert [[p.name, p.post, p.email, p.phone] for p in found] == case["people"]
    for person in found:
        said = {p.column: made.text[p.start : p.stop] for p in person.proofs}
        assert said.get("email") == person.email


@pytest.mark.parametrize("case", rows("attendance.jsonl"), ids=lambda c: str(c["line"]))
def test_attendance(case: dict[str, Any]) -> None:
    made = document_of(case["line"])
    found = list(attendance.find(made, 0, len(made.text), "present"))
    assert [[p.name, p.role, p.status] for p in found] == case["people"]


@given(st.text(max_size=200))
def test_values_never_raise(words: str) -> None:
    made = document_of(words)
    for found in (
        *contacts.find(made, 0, len(words), "contact"),
        *attendance.find(made, 0, len(words), "present"),
        *documents.find(made, [(0, len(words))], None),
    ):
        assert words[found.start : found.stop] == found.quote
    assert kind_of(words) in (None, *MAKER_KINDS)
    assert headers.status(words) in STATUSES
    assert headers.flag(words) in (None, 0, 1)
    headers.due(words)
    headers.split_meeting(words)
    headers.find_time(words)
    labels.opening(words, "decision")
    labels.is_noise(words)
    documents.clean(words)


@pytest.mark.parametrize("line, page, name, value", [
    ("Decision Maker: Cabinet", "decision", "decision_maker", "Cabinet"),
    ("DECISION MAKER : Cabinet", "decision", "decision_maker", "Cabinet"),
    ("Is Allweddol decision?: Nac ydy", "decision", "is_key_decision", "Nac ydy"),
    ("Ward(s) Affected: (All Wards);", "decision", "wards", "(All Wards);"),
    ("Date of decision          04/05/2021", "decision", "decision_date", "04/05/2021"),
    ("REASONS – it is due", "agenda_item", "reasons", "it is due"),
    ("Consultees", "decision", "body", ""),
    ("Dogfennau ychwanegol:", "agenda_item", "documents", ""),
    ("Venue: Guildhall", "meeting", "venue", "Guildhall"),
    ("Decision published: 01/02/2021", "decision_list", "publication_date", "01/02/2021"),
    ("3. Background", "report", "background", ""),
    ("Recommendation(s):", "report", "recommendation", ""),
])  # fmt: skip
def test_labels(line: str, page: str, name: str, value: str) -> None:
    found = labels.opening(line, page, numbered=page == "report")
    assert found
    assert found.label.name == name
    assert line[found.value :] == value


@pytest.mark.parametrize("line, page", [
    ("The decision maker: nobody", "decision"),
    ("Venue: Guildhall", "decision"),
    ("Reasons for hope", "decision"),
    ("Rent: £4,000", "decision"),
    ("Minutes were taken", "meeting"),
    ("Decision", "decision"),
    ("Present the report", "meeting"),
])  # fmt: skip
def test_no_labels(line: str, page: str) -> None:
    assert labels.opening(line, page) is None


def test_the_vocabulary_is_sound() -> None:
    seen = set()
    for row in table("labels.csv"):
        key = (labels.fold(row["label"]), row["name"], row["role"], row["pages"])
        assert key not in seen, row
        seen.add(key)
        assert row["role"] in ("field", "section", "kind")
        assert row["place"] in ("head", "foot", "body", "any")
        assert row["bare"] in ("0", "1")
    assert {row["status"] for row in table("statuses.csv")} <= set(STATUSES)


@pytest.mark.parametrize("words, title, size", [
    ("Harbour plan , item 24. pdf icon PDF 73 KB", "Harbour plan", 74752),
    ("· Pier survey PDF 1 MB", "Pier survey", 1048576),
    ("Silt survey (140Kb)", "Silt survey", 143360),
    ("Restricted enclosure  View reasons restricted", "Restricted enclosure", None),
    ("Report 2019, part 2", "Report 2019, part 2", None),
])  # fmt: skip
def test_documents(words: str, title: str, size: int | None) -> None:
    assert documents.clean(words) == title
    assert documents.size(words) == size
