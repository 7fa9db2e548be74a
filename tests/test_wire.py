import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import wire
from pipeline.worker import Job
from tests import fakes

PAGE = (
    "TITLE: Bridge repairs agreed\nMEETING: Cabinet | 2024-02-01\nRESOLVED: That £500 be spent\n"
    "SUPPLIER: Oak Ltd; won\nNOTE"
)
GOOD = json.loads(fakes.work(Job("a.txt", PAGE.encode())))


def test_a_true_answer_is_taken() -> None:
    answer = wire.check(json.dumps(GOOD).encode())
    assert isinstance(answer, wire.Answer)
    assert answer.page["kind"] == "decision"
    assert {table: len(rows) for table, rows in answer.rows.items()} == {
        "decisions": 1, "evidence": 1, "resolutions": 1, "meeting_notes": 1, "mentions": 1,
        "amounts": 1,
    }  # fmt: skip
    assert answer.rows["amounts"][0]["quote"] == "£500"
    assert answer.issues == [{"rule": "fake.note", "message": "a note", "start": 0, "stop": 1}]


def column(table: str, name: str) -> int:
    from schemas.shapes import names_of

    return names_of(table).index(name)


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [
        ("amounts", "pence", 2**63),
        ("amounts", "pence", "500"),
        ("amounts", "pence", True),
        ("amounts", "pence", 1.5),
        ("amounts", "kind", "bribe"),
        ("amounts", "quote", "£501"),
        ("amounts", "start", 10**6),
        ("amounts", "stop", -1),
        ("amounts", "mention_id", 2),
        ("amounts", "decision_id", 0),
        ("amounts", "organisation_id", 1),
        ("amounts", "document_id", 7),
        ("amounts", "currency", None),
        ("amounts", "currency", "G\0P"),
        ("amounts", "currency", "\ud800"),
        ("amounts", "id", 2),
        ("resolutions", "same_as", 1),
        ("resolutions", "action", None),
        ("decisions", "council_id", 1),
        ("decisions", "status", "perhaps"),
        ("evidence", "table_name", "runs"),
        ("evidence", "column_name", "nothing"),
        ("evidence", "row_id", 9),
    ],
)
def test_one_false_value_refuses_the_answer(table: str, name: str, value: Any) -> None:
    said = copy.deepcopy(GOOD)
    said["rows"][table][0][column(table, name)] = value
    with pytest.raises(wire.Untrue):
        wire.check(json.dumps(said).encode())


@pytest.mark.parametrize(
    "said",
    [
        b"", b"[]", b"{}", b"[" * 100_000, b'{"refused": ["parse", "because", null]}',
        b'{"refused": ["parse"]}', b'{"refused": null}', b"\xff", b"NaN",
    ],
)  # fmt: skip
def test_other_messages_are_untrue(said: bytes) -> None:
    with pytest.raises(wire.Untrue):
        wire.check(said)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("page", {}),
        ("rows", {"runs": []}),
        ("rows", {"amounts": [[1]]}),
        ("rows", []),
        ("issues", [["rule", "message", 0, 10**6]]),
        ("issues", [[None, "message", None, None]]),
        ("issues", [[]]),
        ("council", {"slug": "x"}),
        ("council", {"name": "x", "slug": "x", "id": "7"}),
        ("page_id", 3),
    ],
)
def test_other_parts_are_untrue(part: str, value: Any) -> None:
    said = {**GOOD, part: value}
    with pytest.raises(wire.Untrue):
        wire.check(json.dumps(said).encode())


def test_a_number_that_is_none_is_untrue() -> None:
    said = json.dumps({**GOOD, "issues": [["rule", "m", float("nan"), None]]}).encode()
    with pytest.raises(wire.Untrue):
        wire.check(said)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: (
    st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
        ["page", "rows", "refused", "issues", "council", "page_id", "amounts", "text"]
    ), inner, max_size=4)
), max_leaves=8))  # fmt: skip
def test_whatever_is_said_is_an_answer_a_refusal_or_untrue(said: Any) -> None:
    try:
        wire.check(json.dumps(said).encode())
    except wire.Untrue:
        return
