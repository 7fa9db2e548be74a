"""Named questions: each gives real rows, takes its parameters, and says plainly what is wrong."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import ask
from pipeline.ask_queries import QUESTIONS, Question
from pipeline.cli import main
from pipeline.reading import connect
from tests import books

# One value of each question's answer, as the samples have it.
KNOWN = {
    "supplier-resolutions": "Marlpit Highways plc",
    "savings-promised-and-achieved": "2025/26",
    "savings-ledger": "£275,000",
    "indicators-missed": "Council tax collected by the end of September",
    "indicators-by-quarter": "2024 Q3",
    "key-decisions-without-call-in": "Integrated Community Equipment Service - Contract Award",
    "largest-awards": 7284500.0,
    "published-late": 6,
    "recommendations-changed": "note that the new contract will save £290,000 a year",
    "votes-that-split": "that the grant be made.",
    "how-members-voted": "Anne Bickershaw",
    "follow-ups-due": "December 2025",
    "overspends": 2310000.0,
    "taken-in-private": "Exclusion of the Press and Public",
    "suppliers-most-named": "Pennine Aids and Adaptations Ltd",
    "interests-declared": "N Abbotsbury",
    "coverage-by-month": "2024-10",
}


@pytest.fixture(scope="module")
def db() -> Iterator[sqlite3.Connection]:
    connection = connect(books.sample())
    yield connection
    connection.close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["ask", *arguments], catch_exceptions=False)


def test_there_are_enough_questions() -> None:
    assert len(QUESTIONS) >= 12
    assert len({q.name for q in QUESTIONS}) == len(QUESTIONS) == len(KNOWN)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_each_gives_real_rows(db: sqlite3.Connection, question: Question) -> None:
    found = ask.answer(db, question, {})
    values = {value for row in found.rows for value in row}
    assert any(KNOWN[question.name] == v for v in values)


@pytest.mark.parametrize(
    "name, table, having",
    [
        ("votes-that-split", "votes", "votes_for > 0 and votes_against > 0"),
        ("how-members-voted", "votes", "id in (select vote_id from vote_positions)"),
        ("largest-awards", "amounts", "kind = 'contract'"),
        ("overspends", "amounts", "kind in ('overspend', 'shortfall')"),
        ("follow-ups-due", "dates", "role = 'follow_up' and date is not null"),
        ("interests-declared", "declarations", "1"),
        ("savings-promised-and-achieved", "savings", "pence is not null"),
    ],
)
def test_what_one_form_of_a_decision_alone_tells_is_told_once(
    name: str, table: str, having: str
) -> None:
    question = ask.BY_NAME[name]
    db = sqlite3.connect(":memory:")
    with closing(connect(books.sample())) as stored:
        stored.backup(db)
    (told,) = db.execute(
        f"select decision_id from {table} where {having} and decision_id is not null"
    ).fetchone()
    before = len(ask.answer(db, question, {}).rows)
    # The same decision on two more pages: its own, which tells nothing of it, and one alike.
    columns = [row[1] for row in db.execute("pragma table_info(decisions)")][2:]
    for new in ("-first", "-third"):
        db.execute(
            f"insert into decisions (key, {', '.join(columns)}) "
            f"select key || ?, {', '.join(columns)} from decisions where id = ?",
            (new, told),
        )
    first, third = (n for (n,) in db.execute("select id from decisions order by id desc limit 2"))
    db.execute("update decisions set same_as = ? where id in (?, ?)", (first, told, third))
    rest = [
        row[1]
        for row in db.execute(f"pragma table_info({table})")
        if row[1] not in ("id", "decision_id")
    ]
    db.execute(
        f"insert into {table} (decision_id, {', '.join(rest)}) "
        f"select ?, {', '.join(rest)} from {table} where decision_id = ?",
        (third, told),
    )
    assert len(ask.answer(db, question, {}).rows) == before


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_parameters_of_the_sql_are_those_it_names(question: Question) -> None:
    named = set(re.findall(r"(?<![:\w]):([a-z_]+)", question.sql))
    assert named == {p.name for p in question.parameters}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_each_parameter_narrows(db: sqlite3.Connection, question: Question) -> None:
    whole = len(ask.answer(db, question, {}).rows)
    for parameter in question.parameters:
        none = {"from": "2999-01-01", "to": "1900-01-01", "days": "9999"}
        given_ = {parameter.name: none.get(parameter.name, "no such words")}
        assert len(ask.answer(db, question, given_).rows) < whole, parameter.name


@given(st.text(max_size=40))
@settings(max_examples=40)
def test_no_parameter_breaks_a_question(words: str) -> None:
    connection = connect(books.sample())
    for question in QUESTIONS:
        ask.answer(connection, question, {p.name: words for p in question.parameters})
    connection.close()


def test_sums_agree_with_the_rows(db: sqlite3.Connection) -> None:
    rows = ask.answer(db, ask.BY_NAME["savings-promised-and-achieved"], {"council": "Wigan"}).rows
    pence = db.execute(
        "select sum(pence) from savings_ledger where council like 'Wigan%' "
        "and status in ('target', 'proposed', 'agreed', 'forecast')"
    ).fetchone()[0]
    assert sum(row[2] for row in rows) * 100 == pence


def test_styles_agree() -> None:
    said = ("largest-awards", "--council=wigan", "--db", str(books.sample()))
    as_json = [json.loads(line) for line in run(*said, "--json").stdout.splitlines()]
    as_csv = list(csv.DictReader(io.StringIO(run(*said, "--csv").stdout)))
    plain = run(*said).stdout
    assert [r["decision_key"] for r in as_csv] == [r["decision_key"] for r in as_json]
    assert as_csv[0]["pounds"] == "7284500.0"
    assert "7,284,500" in plain
    assert all(r["decision_key"] in plain for r in as_json)


def test_alone_it_lists_what_can_be_asked() -> None:
    shown = run().stdout
    assert all(q.name in shown and q.title in shown for q in QUESTIONS)


@pytest.mark.parametrize(
    "arguments, words",
    [
        (("votes-that-splt",), "did you mean votes-that-split?"),
        (("largest-awards", "--suplier", "x"), "--supplier"),
        (("largest-awards", "stray"), "not stray"),
        (("largest-awards", "--supplier"), "needs a value"),
        (("largest-awards", "--supplier", "--council"), "needs a value"),
    ],
)
def test_mistakes_are_told(arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert words in done.output


def test_sql_is_printed_as_it_runs() -> None:
    assert run("overspends", "--sql").stdout.strip() == ask.BY_NAME["overspends"].sql.strip()


def test_a_cut_answer_says_so() -> None:
    done = run("savings-ledger", "--limit", "3", "--db", str(books.sample()))
    assert "only the first 3 rows" in done.stdout
