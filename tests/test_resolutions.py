"""Limbs of resolutions: case table, repeats across sections, spans, growth in time."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.context import Context
from extractors.cut import Cut
from extractors.resolutions import resolutions
from schemas.document import Section
from schemas.facts import Resolution
from tests.support import context_of, document_of

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "resolutions.toml").read_text(encoding="utf-8")
)["case"]


PIECES = (
    "RESOLVED", ": ", "That ", "\n", "(1) ", "1. ", "(a) ", "· ", "; and ", "it was agreed that ",
    "to ", "be noted.", "x", "- ", "(", "conditions:", "Cabinet:", "\u00a0", '"', "44.3 ", "i) ",
    "(20 a", "moved by Councillor A", "CARRIED", "T H A T ",
)  # fmt: skip


def told(rows: list[Resolution]) -> list[dict[str, object]]:
    """Return rows as the case table writes them."""
    said = []
    for row in rows:
        one: dict[str, object] = {"text": row.text, "action": row.action}
        pairs = (("label", row.label), ("lead", row.lead), ("parent", row.parent_id))
        one |= {name: value for name, value in pairs if value}
        said.append(one | ({"empty": 1} if row.is_empty else {}))
    return said


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_case(case: dict[str, object]) -> None:
    section, context = context_of(str(case["text"]), str(case["kind"]))
    rows = list(resolutions.find(section, context))
    assert told(rows) == case["limbs"]
    assert [row.position for row in rows] == list(range(1, len(rows) + 1))


def test_a_third_of_the_cases_are_near_misses() -> None:
    misses = [c for c in CASES if "near miss" in c["name"]]
    assert len(CASES) >= 60
    assert len(misses) * 4 >= len(CASES)


def two_sections(decision: str, minutes: str) -> tuple[list[Section], Context]:
    text = f"{decision}\n\n{minutes}"
    cut = len(decision) + 2
    sections = [
        Section("decision", 0, len(decision), decision=1, label="Decision:"),
        Section("minutes", cut, len(text), decision=1, label="Minutes:"),
    ]
    made = Cut(kind="agenda_item", layout="test", sections=tuple(sections))
    return sections, Context(document_of(text), made)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Apologies were received from Councillors Oake and Penrose.", 0),
        ("No declarations were made by anybody present.", 0),
        ("Amendment by the Tide Group NOT CARRIED by 8 votes to 4.", 0),
        ("The salt barn to be let to the sailing club for a year.", 1),
    ],
)
def test_a_decision_without_a_verb_is_told_from_one_that_decides_nothing(
    said: str, found: int
) -> None:
    sections, context = two_sections(said, "None.")
    assert len(list(resolutions.find(sections[0], context))) == found


def test_who_was_consulted_is_no_decision() -> None:
    text = "Talks with the skippers were carried out and the dues were agreed with them."
    section = Section("body", 0, len(text), decision=1, label="Other reasons / consulted")
    made = Cut(kind="decision", layout="test", sections=(section,))
    assert not list(resolutions.find(section, Context(document_of(text), made)))


def test_the_same_resolution_under_decision_and_minutes_is_one_row() -> None:
    sections, context = two_sections(
        "1. That the tug be sold for £20,100.\n2. That the fees be noted.",
        "Members spoke.\nRESOLVED –\n1. That the tug be sold for £20,101.\n"
        "2. That the fees be noted.",
    )
    assert len(list(resolutions.find(sections[0], context))) == 2
    assert list(resolutions.find(sections[1], context)) == []


def test_what_only_the_minutes_resolve_stays() -> None:
    sections, context = two_sections(
        "That the tug be sold.", "RESOLVED – That the lighthouse keeper be appointed."
    )
    rows = list(resolutions.find(sections[1], context))
    assert [row.action for row in rows] == ["appoint"]


def test_the_lead_has_its_evidence() -> None:
    section, context = context_of("RESOLVED: That Cabinet\n(i) notes the tide; and\n(ii) agrees.")
    row = next(iter(resolutions.find(section, context)))
    proof = row.proofs[0]
    assert (proof.column, context.text[proof.start : proof.stop]) == ("lead", "That Cabinet")


def test_curly_quotes_stay_as_printed() -> None:
    section, context = context_of("RESOLVED – That the Board’s tug be sold.")
    assert next(iter(resolutions.find(section, context))).text == "That the Board’s tug be sold."


@pytest.mark.parametrize("page", ["report", "agenda"])
def test_a_reports_body_is_not_read(page: str) -> None:
    section, context = context_of("RESOLVED – That the tug be sold.", "body", page)
    assert list(resolutions.find(section, context)) == []


@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=40,
    ).map("".join),
    st.sampled_from(["decision", "minutes", "body"]),
)
def test_spans_are_true_whatever_the_text(text: str, kind: str) -> None:
    section, context = context_of(text, kind)
    for row in resolutions.find(section, context):
        assert context.text[row.start : row.stop] == row.quote
        assert row.text
        assert row.parent_id is None or row.parent_id < row.id
