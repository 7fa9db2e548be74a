"""Property tests (row F4) and the fuzzing targets on their beginnings (row F5)."""

import csv
import io
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import wire
from pipeline.found import cell
from pipeline.identity import decision_keys, document_key, version
from pipeline.worker import Job, work
from tests import fuzz
from tests.levels import level

MANY = settings(max_examples=level(200, 5_000))
SOME = settings(max_examples=level(40, 5_000))  # the whole way costs a hundred times as much
_WORDS = (
    "RESOLVED:", "RESOLVED that", "(1)", "2.", "a)", "That", "£", "1,234", "5m", "million", "%",
    "98.4",
    "target of", "against", "Councillor", "Ann Frost", "seconded by", "For: 3", "Against: 0", "Ltd",
    "Ostler Roads", "2025/26", "6 May 2025", "Cabinet", "Decision Maker:", "savings of", "noted",
    "Present:", "declared an interest", "\n", "\n\n", "\u00a0", "•", "–", ";", "and", ".", "KPI 4",
    "Yes",     "Date of decision:", "06/05/2025", "PENDERFYNWYD", "mwyafrif",
)  # fmt: skip
MAYBE = st.none() | st.text("abc-/#", min_size=1)
said = st.lists(st.sampled_from(_WORDS) | st.text(max_size=8), max_size=60).map(" ".join)


def rows(text: str) -> wire.Answer | None:
    """Return the rows of a text; wire.check holds every span, type and closed list."""
    answer = wire.check(work(Job("a.txt", text.encode("utf-8", "surrogatepass"))))
    if isinstance(answer, tuple):
        assert answer[1] in ("empty", "not_a_council_page", "unknown_type", "type_mismatch"), answer
        return None
    return answer


@SOME
@given(said)
def test_f4_rules_never_fail_and_spans_are_true(text: str) -> None:
    rows(text)


@SOME
@given(said)
def test_f4_the_same_words_give_the_same_rows(text: str) -> None:
    assert rows(text) == rows(text)


@MANY
@given(said, st.sampled_from([" ", "\u00a0", "\n", "\t", "  "]))
def test_f4_a_version_does_not_hang_on_white_space(text: str, blank: str) -> None:
    assert version(text) == version(blank.join(text.split()) if text.split() else "")
    assert (version(text) == version(text + "x")) is False


@MANY
@given(st.text(st.characters(codec="utf-8"), max_size=40), st.sampled_from("=+-@\t\r＝＋－＠"))
def test_f4_no_cell_is_a_formula_and_each_comes_back(text: str, sign: str) -> None:
    for words in (text, sign + text):
        out = io.StringIO()
        csv.writer(out).writerow([cell(words)])
        (back,) = next(csv.reader(io.StringIO(out.getvalue(), newline="")))
        assert back[:1] not in tuple("=+-@\t\r＝＋－＠")
        assert back.removeprefix("'") == words.removeprefix("'")


@MANY
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "entry_id": st.none() | st.text(min_size=1, max_size=3),
                "number": st.none() | st.text(min_size=1, max_size=3),
                "position": st.integers(1, 5),
            }
        ),
        max_size=12,
    )
)
def test_f4_no_two_decisions_of_a_page_have_one_key(decisions: list[dict[str, object]]) -> None:
    keys = decision_keys("page", decisions)
    assert len(set(keys)) == len(keys)
    assert all(key.startswith("page#") for key in keys)


@MANY
@given(
    st.none() | st.text("abc-", min_size=1), st.none() | st.text(min_size=1), st.text(min_size=1)
)
def test_f4_a_page_without_council_is_known_by_its_path(
    council: str | None, page: str | None, path: str
) -> None:
    key = document_key(council, page, path)
    assert key.startswith(f"{council or '-'}/")
    assert key.endswith(page if page and council else f"file/{path}")


@MANY
@given(st.binary(max_size=400), st.sampled_from(["decode", "sniffed", "query", "names", "wire"]))
def test_f4_small_targets_hold_on_any_bytes(data: bytes, target: str) -> None:
    fuzz.one(target, data)


@pytest.mark.parametrize("target", sorted(fuzz.TARGETS))
def test_f5_targets_hold_on_their_beginnings_and_on_what_was_found(target: str) -> None:
    chance = random.Random(target)
    data = fuzz.beginnings(target)
    found = [path.read_bytes() for path in sorted(fuzz.FOUND.glob(f"{target}-*"))]
    for one in [*chance.sample(data, min(len(data), level(8, 60))), *found]:
        fuzz.one(target, one)


@pytest.mark.parametrize("fault", ["raises", "unsteady", "slow"])
def test_f5_control_a_broken_target_is_found_and_its_input_kept(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = iter(range(10_000))

    def broken(data: bytes) -> object:
        if fault == "raises" and b"e" in data:
            raise KeyError("e")
        if fault == "slow":
            until = time.process_time() + 0.02
            while time.process_time() < until:
                pass
        return next(count) if fault == "unsteady" else None

    monkeypatch.setattr(fuzz, "FOUND", tmp_path / "found")
    monkeypatch.setattr(fuzz, "SECONDS", 0.01)
    monkeypatch.setitem(fuzz.TARGETS, "query", broken)
    with pytest.raises((KeyError, AssertionError)):
        fuzz.mutated("query", 20, seed=1)
    assert len(list((tmp_path / "found").iterdir())) == 1
