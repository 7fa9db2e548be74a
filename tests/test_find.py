"""Search queries: what a person types becomes a query that cannot be a syntax error."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import guess
from pipeline.fts import fts_query
from pipeline.terminal import marked, pounds, safe


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.execute("create virtual table t using fts5(words)")
    lines = (
        "the roof of the library",
        "energy from waste contract",
        "waste of energy",
        "libraries and leisure",
        "CSC_KPI_04 was missed at a cost of £1.5m",
    )
    db.executemany("insert into t values (?)", [(line,) for line in lines])
    return db


def found(db: sqlite3.Connection, words: str) -> set[int]:
    query = fts_query(words)
    rows = db.execute("select rowid from t where t match ?", (query,)) if query else []
    return {row[0] for row in rows}


@pytest.mark.parametrize(
    "words, rows",
    [
        ("roof", {1}),
        ("energy waste", {2, 3}),
        ('"energy from waste"', {2}),
        ('"energy from waste', {2}),
        ("roof OR leisure", {1, 4}),
        ("roof OR leisure OR KPI", {1, 4, 5}),
        ("waste -contract", {3}),
        ('waste -"energy from"', {3}),
        ("librar*", {1, 4}),
        ("CSC_KPI_04", {5}),
        ("£1.5m", {5}),
        ("roof OR £1.5m OR leisure", {1, 4, 5}),
        ('energy "of energy" OR contract', {2, 3}),
        ("waste OR roof -library -contract", {3}),
        ("OR", set()),
        ("-roof", set()),
        ("", set()),
        ("roof NOT leisure", set()),
        ("words:roof", set()),
    ],
)
def test_words_keep_their_meaning(index: sqlite3.Connection, words: str, rows: set[int]) -> None:
    assert found(index, words) == rows


@given(st.text(max_size=60))
def test_no_text_is_a_syntax_error(words: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table t using fts5(words)")
    found(db, words)
    db.close()


@given(st.text(st.sampled_from('"*-()^:ORANDNEAR a1£.,+{}'), max_size=30))
def test_no_operator_is_a_syntax_error(words: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table t using fts5(words)")
    found(db, words)
    db.close()


_SAID = st.sampled_from(
    ["roof", '"', '"two words"', "OR", "-", "-roof", "£1m", "-£2k", "OR OR", "libr*", '""', "xx_1"]
)


@given(st.lists(_SAID, max_size=8).map(" ".join))
@settings(max_examples=400)
def test_no_order_of_words_is_a_syntax_error(words: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table t using fts5(words)")
    found(db, words)
    db.close()


@given(st.text(max_size=80))
def test_nothing_on_a_terminal_controls_it(words: str) -> None:
    shown = safe(words)
    assert not [
        c for c in shown if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E
    ]
    assert "\x1b" not in marked(words)


def test_sums() -> None:
    assert pounds(5) == "£0.05"
    assert pounds(-150) == "-£1.50"


@pytest.mark.parametrize(
    ("said", "near"),
    [
        ("Lankashire", ["Lancashire County Council", "lancashire"]),
        ("marlpitt higways", ["Marlpit Highways plc"]),
        ("Marlpit bins", ["Marlpit Highways plc"]),
        ("zzyzx construction", []),  # a word that many names have tells none of them
        ("ab", []),
    ],
)
def test_what_somebody_may_have_meant(said: str, near: list[str]) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("create table councils (name, slug)")
    db.execute("create table organisations (name, kind)")
    db.execute("insert into councils values ('Lancashire County Council', 'lancashire')")
    builders = [f"{a}{b}ford Construction" for a in "BDGHL" for b in ("un", "ol")]
    for name in ("Marlpit Highways plc", *builders):
        db.execute("insert into organisations values (?, 'supplier')", (name,))
    assert [name for _, name in guess.nearest(db, said)] == near
