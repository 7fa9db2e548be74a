"""Sums of money: the case table, the value parser on anything, and time on hostile text."""

import re
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.money import money
from extractors.money.values import spoken, value
from schemas.document import Notice
from schemas.facts import AMOUNT_KINDS, QUALIFIERS, Amount, Mention
from tests.support import context_of

TABLE = Path(__file__).parent / "cases" / "amounts.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
KINDS = Path(__file__).parent / "cases" / "money_kinds.txt"
_MARKED = re.compile(r"\{([a-z]{3,10}):([^{}]{2,20})\}")
RATES = ("hour", "day", "week", "month", "year", "unit")


def amounts(text: str, kind: str = "minutes") -> list[Amount]:
    section, context = context_of(text, kind)
    return [row for row in money.find(section, context) if isinstance(row, Amount)]


def notices(text: str) -> list[str]:
    section, context = context_of(text)
    return [row.rule for row in money.find(section, context) if isinstance(row, Notice)]


def expected(row: str) -> dict[str, object]:
    quote, _, said = row.partition(" = ")
    made: dict[str, object] = dict.fromkeys(("qualifier", "per", "financial_year", "pence_max"))
    made["quote"] = quote
    for word in said.split():
        if word in AMOUNT_KINDS:
            made["kind"] = word
        elif word in QUALIFIERS:
            made["qualifier"] = word
        elif word in RATES:
            made["per"] = word
        elif "/" in word:
            made["financial_year"] = word
        else:
            low, _, high = word.partition("..")
            made["pence"] = None if low == "NULL" else int(low)
            made["pence_max"] = int(high) if high else None
    return made


def marked() -> list[str]:
    said = KINDS.read_text(encoding="utf-8").splitlines()
    return [line for line in said if line and not line.startswith("#")]


@pytest.mark.parametrize("line", marked(), ids=lambda line: line[:60])
def test_kind_of_each_sum(line: str) -> None:
    wanted = [(kind, sum_) for kind, sum_ in _MARKED.findall(line)]
    text = _MARKED.sub(r"\2", line).replace("⏎", "\n\n")
    assert [(row.kind, row.quote) for row in amounts(text)] == wanted


def test_table_is_large_and_a_third_of_it_is_near_misses() -> None:
    assert len(CASES) >= 60
    assert sum(not case["rows"] for case in CASES) >= len(CASES) / 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_case(case: dict[str, object]) -> None:
    rows = [expected(row) for row in case["rows"]]  # type: ignore[attr-defined]
    found = amounts(str(case["text"]))
    keys = ("quote", "pence", "pence_max", "kind", "qualifier", "per", "financial_year")
    assert [{k: getattr(f, k) for k in keys} for f in found] == [
        {k: row[k] for k in keys} for row in rows
    ]


def test_notices_say_what_was_doubtful() -> None:
    assert notices("The price of £287.000 was noted.") == ["money.dotted"]
    assert notices("A rate of 0.45p.") == ["money.part_penny"]
    assert notices("A cost of £3,47,040.") == ["money.unread"]
    assert notices("A grant of ?400,000.") == ["money.lost_sign"]


def test_proofs_point_at_the_words() -> None:
    text = "An estimated saving of £174k per annum from 2018/19."
    (found,) = amounts(text)
    said = {proof.column: text[proof.start : proof.stop] for proof in found.proofs}
    assert said["per"] == "per annum"
    assert said["financial_year"] == "2018/19"
    assert said["kind"] == "saving"


def test_supplier_is_tied_only_when_it_stands_alone() -> None:
    text = "The contract be awarded to Oak Ltd at £5,000 a year."
    section, context = context_of(text)
    at = text.index("Oak Ltd")
    oak = context.make(Mention, at, at + 7, "t", id=4, name="Oak Ltd", role="supplier")
    (found,) = [r for r in money.find(section, context.knowing([oak])) if isinstance(r, Amount)]
    assert (found.kind, found.mention_id) == ("contract", 4)


def test_a_list_takes_its_kind_from_the_line_that_leads_it() -> None:
    found = amounts("The following savings were agreed:\n- Libraries £20,000\n- Parks £5,000")
    assert [row.kind for row in found] == ["saving", "saving"]


@given(st.text(alphabet="0123456789,.½ ", max_size=40), st.sampled_from([None, "k", "m", "bn"]))
def test_value_never_raises_and_fits_the_store(number: str, scale: str | None) -> None:
    said = value(number, scale)
    assert said is None or said.pence is None or 0 <= said.pence < 2**63


@given(st.lists(st.sampled_from("one two twenty hundred thousand million and a half".split())))
def test_spoken_never_raises(words: list[str]) -> None:
    assert (spoken(" ".join(words)) or 0) >= 0


@given(st.text(alphabet="£0123456789,.kmp?- toandbewn½€%()\n", max_size=120))
def test_spans_are_true_on_any_text(text: str) -> None:
    for row in amounts(text):
        assert text[row.start : row.stop] == row.quote
        assert row.pence is None or 0 <= row.pence < 2**63
        for proof in row.proofs:
            assert text[proof.start : proof.stop]


PIECES = (
    "£|£1|£1,|1,|£1 - |£1 to |p|9| |million |?1,|one |1p |between £1 and |(£|a|per |£1 per "
    "|saving of £5 |, |½|1-|£1 of the "
).split("|")


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text_only(piece: str) -> None:
    """Four times the text takes at most 11 times as long, in one of three tries: 16 is a square."""

    def seconds(size: int) -> float:
        section, context = context_of(piece * (size // len(piece)))
        began = time.process_time()
        for _ in money.find(section, context):
            pass
        return time.process_time() - began

    seconds(1000)
    for size in (2_500, 10_000):
        for _ in range(3):
            large = seconds(4 * size)
            if large < max(0.1, 11.2 * seconds(size)):
                break
        else:
            pytest.fail(f"{large:.2f} s for {4 * size} characters")
        if large > 0.2:  # long enough to tell: no larger text is needed
            return


def test_patterns_do_not_match_other_digits() -> None:
    assert amounts("£١٢٣ and £1٢") == amounts("") or all(
        re.fullmatch(r"£[0-9]+", row.quote) for row in amounts("£١٢٣ and £1٢")
    )
