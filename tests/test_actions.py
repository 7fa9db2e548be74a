"""First operative verb: case table, vocabulary."""

import tomllib
from pathlib import Path

import pytest

from extractors.resolutions import actions
from schemas.facts import ACTIONS

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "actions.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_case(case: dict[str, str]) -> None:
    assert (actions.action_of(case["text"]) or "other") == case["action"]


def test_the_vocabulary_names_listed_actions_only() -> None:
    named = {action for action, _ in actions.verbs().values()} | set(actions.nouns().values())
    assert named <= set(ACTIONS)


def test_what_is_asked_counts_and_not_the_asking() -> None:
    assert actions.asked_action("The Panel is asked to note the tides.") == "note"
    assert actions.asked_action("That the Director be asked to review the tug.") == "request"
