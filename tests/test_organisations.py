"""Organisations: the table of wordings, and what holds for any text."""

import time
import tomllib
from pathlib import Path

import pytest
from extractors import data, legal, organisations
from extractors.org_lookback import look_back
from extractors.org_names import names
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import context_of

CASES = tomllib.loads((Path(__file__).parent / "cases/organisations.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["text"][:60])
def test_case(case):
    section, context = context_of(case["text"], case.get("kind", "minutes"))
    found = [m for m in organisations.find(section, context) if m.role != "other"]
    told = list(dict.fromkeys(f"{m.role}: {m.name}" for m in found))
    assert told == list(dict.fromkeys(case["roles"]))
