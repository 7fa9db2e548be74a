"""What reads like a resolution and is none: at least five wordings of each kind give nothing."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from extractors.resolutions import resolutions
from pipeline.extract import extract
from schemas.facts import Resolution
from tests.support import context_of, document_of

KINDS = (
    "recommendation in agenda text", "motion that fell", "quoted earlier decision",
    "planning condition", "request", "option in a call-in", "asked to RESOLVE",
)  # fmt: skip
CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "near_misses.toml").read_text(encoding="utf-8")
)["case"]


def found(case: dict[str, str]) -> list[str]:
    if "page" in case:
        rows = extract(document_of(case["page"].strip())).rows
        return [row.text for row in rows if isinstance(row, Resolution)]
    section, context = context_of(case["text"], case["kind"])
    return [row.text for row in resolutions.find(section, context)]


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{n}-{c['near_miss']}" for n, c in enumerate(CASES, 1)]
)
def test_no_resolution(case: dict[str, str]) -> None:
    assert found(case) == case.get("limbs", [])


def test_every_kind_has_five_wordings() -> None:
    counted = Counter(case["near_miss"] for case in CASES)
    assert set(counted) == set(KINDS)
    assert min(counted.values()) >= 5
