"""Votes: case table, spans, and the pieces they are read from."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.context import Context
from extractors.cut import Cut
from extractors.people.members import names, untitled
from extractors.resolutions import resolutions
from extractors.votes import votes
from extractors.votes.counts import counts
from extractors.votes.movers import movers
from pipeline.extract import extract
from pipeline.readers import read
from schemas.document import Notice, Section
from schemas.facts import Vote, VotePosition
from tests.support import context_of, document_of

CASES = tomllib.loads((Path(__file__).parent / "cases" / "votes.toml").read_text(encoding="utf-8"))[
    "case"
]
COLUMNS = (
    "votes_for votes_against abstentions not_voting casting_vote is_unanimous is_recorded outcome "
    "proposer seconder"
).split()
POSITIONS = ("for", "against", "abstain", "not_voting")


def told(rows: list[Vote | VotePosition | Notice]) -> list[dict[str, Any]]:
    """Return votes as the case table writes them."""
    said = []
    for vote in (r for r in rows if isinstance(r, Vote)):
        one: dict[str, Any] = {"subject": vote.subject}
        one |= {c: getattr(vote, c) for c in COLUMNS if getattr(vote, c) is not None}
        for position in POSITIONS:
            mine = [
                r.name
                for r in rows
                if isinstance(r, VotePosition) and (r.vote_id, r.position) == (vote.id, position)
            ]
            one |= {f"names_{position}": mine} if mine else {}
        said.append(one)
    return said


@pytest.mark.parametrize(
    ("minutes", "found"),
    [
        ("Following debate the motion was CARRIED by 9 votes to 4.", 0),
        ("Following debate the motion was CARRIED by 8 votes to 5.", 1),
        ("The amendment was LOST by 4 votes to 9.", 1),
    ],
)
def test_a_vote_under_decision_and_again_under_minutes_is_one_row(minutes: str, found: int) -> None:
    decision = "The motion was carried by 9 votes to 4."
    text, cut = f"{decision}\n\n{minutes}", len(decision) + 2
    sections = (
        Section("decision", 0, len(decision), decision=1, label="Decision:"),
        Section("minutes", cut, len(text), decision=1, label="Minutes:"),
    )
    context = Context(document_of(text), Cut(kind="issue", layout="test", sections=sections))
    first = [r for r in votes.find(sections[0], context) if isinstance(r, Vote)]
    context.learn(first)
    assert len(first) == 1
    again = [r for r in votes.find(sections[1], context) if isinstance(r, Vote)]
    assert len(again) == found


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_case(case: dict[str, Any]) -> None:
    section, context = context_of(case["text"], case["kind"])
    context = context.knowing(resolutions.find(section, context))
    rows = list(votes.find(section, context))
    assert told(rows) == case["votes"]
    assert sum(isinstance(r, Notice) for r in rows) == case.get("notices", 0)


def test_a_third_of_the_cases_are_near_misses() -> None:
    misses = [c for c in CASES if "near miss" in c["name"]]
    assert len(CASES) >= 40
    assert len(misses) * 4 >= len(CASES)


def test_a_vote_points_to_the_limb_it_carried() -> None:
    section, context = context_of(
        "RESOLVED unanimously: That the tug be sold.\nRESOLVED unanimously: That fees be noted."
    )
    context = context.knowing(resolutions.find(section, context))
    found = [r for r in votes.find(section, context) if isinstance(r, Vote)]
    assert [vote.resolution_id for vote in found] == [1, 2]


def test_columns_read_elsewhere_have_their_words() -> None:
    text = "It was moved by Councillor Tern, seconded by Councillor Gull.\nThe motion was carried."
    section, context = context_of(text)
    vote = next(r for r in votes.find(section, context) if isinstance(r, Vote))
    proof = next(p for p in vote.proofs if p.column == "outcome")
    assert text[proof.start : proof.stop] == "motion was carried"


@pytest.mark.parametrize(
    "said, expected",
    [
        ("Councillors Tern, Gull and Knot", ["Tern", "Gull", "Knot"]),
        ("Mr Tern, OBE, Mrs Gull, Miss van Dyke", ["Tern", "Gull", "van Dyke"]),
        ("Cllrs J. Tern, P O'Neil-Gull & Dr. Knot MBE", ["J. Tern", "P O'Neil-Gull", "Knot"]),
        ("The Worshipful the Mayor, Councillor X Tern", ["X Tern"]),
        ("None", []),
        ("TERN, GULL", ["TERN", "GULL"]),
        ("Councillor Tern (substitute) and Sir John Gull", ["Tern", "John Gull"]),
    ],
)
def test_name_lists(said: str, expected: list[str]) -> None:
    found = list(names(said, 0, len(said)))
    assert [member.name for member in found] == expected
    assert all(said[m.start : m.stop] == m.name for m in found)


@pytest.mark.parametrize("said", ["The Committee", "Saltmarsh Homes Ltd is", "", "7"])
def test_no_names(said: str) -> None:
    assert untitled(said) is None


@given(st.text(alphabet="Councillor Amovedsb,.()0123456789FrAgainst\n:-", max_size=200))
def test_parsers_never_raise(text: str) -> None:
    counts(text, 0, len(text))
    movers(text, 0, len(text))
    section, context = context_of(text)
    for row in votes.find(section, context):
        if not isinstance(row, Notice):
            assert context.text[row.start : row.stop] == row.quote


ITEM = """Agenda item

Repairs to the slipway at Marram Cove

Meeting: 14/05/2024 - Harbour Committee (Item 6)

6 Repairs to the slipway at Marram Cove

Decision:

{decided}

Minutes:

{minuted}
"""
MOVED = {"proposer": "Tern", "seconder": "Gull"}
CARRIED = {"outcome": "carried"}
UNANIMOUS = "RESOLVED unanimously that the slipway be repaired."
COUNTED = "RESOLVED that the slipway be repaired (8 votes for, 2 against)."
NAMED = (
    "Councillor Tern proposed and Councillor Gull seconded the recommendation.\n\nA recorded vote "
    "was taken:\n\nFor: Councillors Tern, Gull, Knot\n\nAgainst: Councillors Reeve, Smew"
)


@pytest.mark.parametrize(
    ("decided", "minuted", "expected"),
    [
        (UNANIMOUS, "Councillor Tern proposed and Councillor Gull seconded the recommendation.",
         [{"is_unanimous": 1, **CARRIED, **MOVED, "subject": "recommendation"}]),
        (COUNTED, "Moved by Councillor Tern, seconded by Councillor Gull: That the slipway be "
         "repaired before the winter.\n\nOn a vote there were 8 for and 2 against.",
         [{"votes_for": 8, "votes_against": 2, **CARRIED, **MOVED}]),
        ("RESOLVED by 3 votes to 2 that the slipway be repaired.", NAMED,
         [{"votes_for": 3, "votes_against": 2, "is_recorded": 1, **CARRIED, **MOVED,
           "subject": "recommendation", "names_for": ["Tern", "Gull", "Knot"],
           "names_against": ["Reeve", "Smew"]}]),
        # Near misses: another question, a result that contradicts, two questions in one part.
        (UNANIMOUS, "An amendment was moved by Councillor Tern and seconded by Councillor Gull, "
         "and was lost.",
         [{"is_unanimous": 1, **CARRIED}, {**MOVED, "outcome": "lost", "subject": "amendment"}]),
        (UNANIMOUS, "Councillor Tern moved, and Councillor Gull seconded, that the item be "
         "deferred. The motion was lost.",
         [{"is_unanimous": 1, **CARRIED}, {**MOVED, "outcome": "lost"}]),
        (COUNTED, "Councillor Tern moved, seconded by Councillor Gull, that the slipway be "
         "repaired. There voted 5 for and 5 against.",
         [{"votes_for": 8, "votes_against": 2, **CARRIED},
          {**MOVED, "votes_for": 5, "votes_against": 5}]),
        (UNANIMOUS, "Councillor Tern moved, seconded by Councillor Gull, that the slipway be "
         "repaired.\n\nCouncillor Knot moved, seconded by Councillor Reeve, that the gate be shut.",
         [{"is_unanimous": 1, **CARRIED}, MOVED, {"proposer": "Knot", "seconder": "Reeve"}]),
    ],
)  # fmt: skip
def test_one_vote_told_in_the_decision_and_in_its_minutes_is_one(
    decided: str, minuted: str, expected: list[dict[str, Any]]
) -> None:
    page = ITEM.format(decided=decided, minuted=minuted)
    document = read(page.encode(), "item.txt")
    rows = extract(document).rows
    found = told([r for r in rows if isinstance(r, Vote | VotePosition)])
    assert found == [{"subject": "motion"} | vote for vote in expected]
    for vote in (r for r in rows if isinstance(r, Vote)):
        for proof in vote.proofs:
            assert proof.start < proof.stop <= len(document.text)
