"""Labels and lists: what counts as a label, which level it belongs to; growth in time."""

import re
import time

import pytest

from extractors import clean
from extractors.people import declarations, members
from extractors.resolutions import (
    actions,
    limb_rows,
    limbs,
    lists,
    markers,
    prose,
    recommendations,
    resolutions,
)
from extractors.votes import counts as vote_counts
from extractors.votes import cues as vote_cues
from extractors.votes import movers, votes
from extractors.votes import names as vote_names
from extractors.votes import outcomes as vote_outcomes
from schemas.document import Section
from tests.support import context_of, in_time

MODULES = (
    actions, clean, declarations, limb_rows, limbs, lists, markers, members, movers, prose,
    recommendations, resolutions, vote_counts, vote_cues, vote_names, vote_outcomes, votes,
)  # fmt: skip
PATTERNS = [
    pytest.param(value, id=f"{module.__name__}.{name}")
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern)
]
PIECES = (
    "RESOLVED ", "That ", "(1) ", "1. ", "(", "· x\n", "x:\n", "Councillor ", "Councillor A, ",
    "A, ", "A and ", "moved by ", "seconded by ", "For 5\n", "the motion ", "unanimously ",
    "the minutes ", "it was agreed that ", "It was RESOLVED ", "Committee ", "conditions ", "1 ",
    "one ", "12 votes to ", "interest ", '"', "a", "A", "A.", " ", "\n", "OBE, ", "44.3 ", "I ",
    "Aa' ", "personal ", "subject to ", "reasons ", "is asked to ", "T H A T ",
)  # fmt: skip


@pytest.mark.parametrize(
    "said, label",
    [
        ("(1) That", "(1)"), ("1. That", "1."), ("1.That", "1."), ("1) For", "1)"),
        ("(a) That", "(a)"), ("a) x", "a)"), ("a. x", "a."), ("A. x", "A."), ("(A) x", "(A)"),
        ("A: x", "A:"), ("i. x", "i."), ("(iv) x", "(iv)"), ("ii) x", "ii)"), ("· x", "·"),
        ("• x", "•"), ("- x", "-"), ("o x", "o"), ("44.3 The", "44.3"), ("1.10.2 The", "1.10.2"),
        ("[1] x", "[1]"), ("7  The plan", "7"), ("3 That", "3"), ("(20 the", "(20"),
        ("2031 was", None), ("10.30 am", None), ("1.5 million", None), ("2.5% of", None),
        ("The plan", None), ("-x", None), ("other", None), ("5 people came", None),
        ("e.g. this", None), ("(the plan)", None), ("£1. x", None),
    ],
)  # fmt: skip
def test_labels(said: str, label: str | None) -> None:
    found = limbs.label_at(said, 0, len(said))
    assert (found.text if found else None) == label


def test_i_after_h_is_a_letter_and_after_nothing_a_number() -> None:
    text = "RESOLVED\n(g) That x be noted.\n(h) That y be noted.\n(i) That z be noted."
    section, context = context_of(text)
    rows = list(resolutions.find(section, context))
    assert [row.parent_id for row in rows] == [None, None, None]
    section, context = context_of("RESOLVED\n(1) to authorise:\n(i) a sale;\n(ii) a lease.")
    assert [row.parent_id for row in resolutions.find(section, context)] == [None, 1, 1]


def took(call: object) -> float:
    begin = time.process_time()
    call()  # type: ignore[operator]
    return time.process_time() - begin


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_take_linear_time(pattern: re.Pattern[str]) -> None:
    """No pattern may take more than 6 µs a character on any piece repeated."""
    for piece in PIECES:
        text = piece * (16_000 // len(piece))
        spent = min(took(lambda: sum(1 for _ in pattern.finditer(text))) for _ in range(2))  # noqa: B023
        assert spent < 1.0, piece


@pytest.mark.parametrize("start", ["", "RESOLVED\n", "Councillor A moved and "])
def test_rules_take_linear_time(start: str) -> None:
    """Every rule of limbs and votes reads 20,000 characters of any piece in a second or two."""
    for piece in PIECES:
        text = start + piece * (20_000 // len(piece))
        section, context = context_of(text)
        whole = Section("recommendation", 0, len(text))

        def cost() -> float:
            begin = time.process_time()
            known = context.knowing(resolutions.find(section, context))  # noqa: B023
            list(votes.find(section, known))  # noqa: B023
            list(declarations.find(section, known))  # noqa: B023
            list(recommendations.find(whole, known))  # noqa: B023
            return time.process_time() - begin

        assert in_time(cost, 2.0), piece
