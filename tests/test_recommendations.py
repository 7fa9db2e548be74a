"""Recommendations of reports: case table."""

import tomllib
from pathlib import Path

import pytest

from extractors.resolutions import recommendations
from tests.support import context_of

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "recommendations.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_case(case: dict[str, object]) -> None:
    section, context = context_of(str(case["text"]), str(case["kind"]), "report")
    said = []
    for row in recommendations.find(section, context):
        one: dict[str, object] = {"text": row.text, "action": row.action}
        pairs = (("label", row.label), ("lead", row.lead), ("parent", row.parent_id))
        said.append(one | {name: value for name, value in pairs if value})
    assert said == case["limbs"]
