"""People: the table of wordings, and what holds for any text."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.people import people
from schemas.facts import Person
from tests.support import context_of

CASES = tomllib.loads((Path(__file__).parent / "cases/people.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["text"][:60])
def test_case(case):
    section, context = context_of(case["text"], case.get("kind", "minutes"))
    found = people.find(section, context)
    rows = [" | ".join(v or "-" for v in (p.role, p.name, p.post, p.organisation)) for p in found]
    assert rows == case["people"]


def test_who_is_known_is_not_read_again():
    section, context = context_of("Ann Lowe (Head of Parks) presented the report.")
    (first,) = people.find(section, context)
    assert list(people.find(section, context.knowing([first]))) == []


def test_a_name_filled_from_elsewhere_is_proved_there():
    text = (
        "Sara Grant (Chief Commercial Officer) spoke.\nThe Chief Commercial Officer presented it."
    )
    section, context = context_of(text)
    filled = [p for p in people.find(section, context) if p.proofs]
    assert [(p.name, p.quote) for p in filled] == [("Sara Grant", "Chief Commercial Officer")]
    (proof,) = filled[0].proofs
    assert "Sara Grant" in text[proof.start : proof.stop]


WORDS = st.sampled_from(
    "Ann Lowe Councillor Cllr Head of Parks ( ) , presented report by the Director - – A. O'Hara "
    "and \n Mr St. de Chief Executive Ltd : ; £5 É é 李".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_words_give_true_spans(text):
    section, context = context_of(text)
    for person in people.find(section, context):
        assert isinstance(person, Person)
        assert person.quote == text[person.start : person.stop]
        assert person.name or person.post


PIECES = (
    "Ann Lowe (Head of Parks), ", "Ann Lowe ", "Head of Parks and ", "the Director of ", "A. ",
    "report by the ", "(Head ", "Councillor ", "Cabinet Member for Housing, ", "presented by ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece):
    def seconds(times: int) -> float:
        section, context = context_of(piece * times)
        began = time.process_time()
        list(people.find(section, context))
        return time.process_time() - began

    seconds(10)
    small = max(min(seconds(1000), seconds(999), seconds(1001)), 0.004)
    assert min(seconds(8000), seconds(8001)) < 24 * small
