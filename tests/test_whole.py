"""The samples through the whole way: spans, references, a second run, search and show."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.dictionary import shapes
from schemas.facts import Fact
from tests.support import SHARED, needs_shared

ROOT = Path(__file__).resolve().parents[1]
RAW = ROOT / "data" / "raw"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("db") / "samples.db")
    done = run("ingest", str(RAW), "--db", path)
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture
def rows(db: str) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def test_samples_are_rich(rows: sqlite3.Connection) -> None:
    counts = {
        table: rows.execute(f"select count(*) from {table}").fetchone()[0]
        for table in ("documents", "resolutions", "amounts", "savings", "percentages", "kpis",
                      "votes", "people", "organisations", "attachments")
    }  # fmt: skip
    assert counts["documents"] >= 12
    assert all(counts.values()), counts
    kinds = {r[0] for r in rows.execute("select distinct kind from documents")}
    assert kinds >= {"decision", "agenda_item", "report"}
    assert rows.execute("select count(distinct council_id) from documents").fetchone()[0] == 3


@pytest.mark.parametrize("table", [k.TABLE for k in shapes() if issubclass(k, Fact)])
def test_every_quote_stands_in_its_text(rows: sqlite3.Connection, table: str) -> None:
    wrong = rows.execute(
        f"select f.id from {table} f left join documents d on d.id = f.document_id "
        "where f.quote = '' or substr(d.text, f.start + 1, f.stop - f.start) is not f.quote"
    ).fetchall()
    assert not wrong


def test_every_stated_decision_column_has_its_words(rows: sqlite3.Connection) -> None:
    stated = (
        "title", "decision_maker", "status_text", "status", "is_key_decision",
        "is_subject_to_call_in", "decision_date", "publication_date", "effective_date",
        "meeting_body", "meeting_date", "report_author",
    )  # fmt: skip
    bare = [
        (column, row["key"])
        for column in stated
        for row in rows.execute(
            f"select key from decisions x where {column} is not null and not exists (select 1 from "
            "evidence e where e.table_name = 'decisions' and e.row_id = x.id "
            "and e.column_name = ?)",
            (column,),
        )
    ]
    assert not bare


def test_no_reference_dangles(rows: sqlite3.Connection) -> None:
    assert rows.execute("pragma foreign_key_check").fetchall() == []
    assert rows.execute("pragma integrity_check").fetchone()[0] == "ok"


def test_every_row_names_its_rule(rows: sqlite3.Connection) -> None:
    for table in ("resolutions", "amounts", "savings", "percentages", "kpis", "mentions"):
        nameless = rows.execute(f"select count(*) from {table} where rule = ''").fetchone()[0]
        assert not nameless, table


@pytest.mark.parametrize(
    "view",
    ["decision_list", "savings_ledger", "supplier_resolutions", "kpi_results", "coverage"],
)
def test_every_view_answers(rows: sqlite3.Connection, view: str) -> None:
    assert rows.execute(f"select * from {view}").fetchall()


def test_a_second_run_changes_nothing(db: str) -> None:
    done = run("ingest", str(RAW), "--db", db)
    assert done.exit_code == 0
    assert ": 0 new, 0 updated, 13 unchanged, 0 quarantined" in done.output


def test_search_finds_and_shows(db: str) -> None:
    found = run("search", "contract", "--db", db, "--json")
    entries = [json.loads(line) for line in found.stdout.splitlines()]
    assert len(entries) >= 3
    days = [e["date"] for e in entries if e["date"]]
    assert days == sorted(days, reverse=True)
    shown = run("show", entries[0]["key"], "--db", db)
    assert shown.exit_code == 0
    assert "Resolutions" in shown.stdout
    assert "“" in shown.stdout  # the very words


def test_show_as_json_gives_the_rows_with_their_words(db: str, rows: sqlite3.Connection) -> None:
    def shown(key: str, *more: str) -> Any:
        return json.loads(run("show", key, "--json", *more, "--db", db).stdout)

    facts = 0
    for row in rows.execute("select * from documents order by key").fetchall():
        told = shown(row["key"])
        text = told["document"]["text"]
        assert (told["kind"], text) == ("document", row["text"])
        for fact in (*told["decisions"], *(f for many in told["facts"].values() for f in many)):
            facts += 1
            for place in (fact, *fact.get("evidence", ()), *fact.get("positions", ())):
                if "quote" in place:
                    assert text[place["start"] : place["stop"]] == place["quote"]
    assert facts > 300
    for row in rows.execute("select * from decisions").fetchall():
        told = shown(row["key"], "--verbose")
        assert told["decision"]["title"] == row["title"]
        resolved = told["facts"].get("resolutions", [])
        count = "select count(*) from resolutions where decision_id = ?"
        assert len(resolved) == rows.execute(count, (row["id"],)).fetchone()[0]
        assert all("confidence" in limb for limb in resolved)
    for row in rows.execute("select * from matters").fetchall():
        told = shown(row["key"])
        assert (told["kind"], told["matter"]["title"]) == ("matter", row["title"])
        assert told["matter"]["forms"]
    assert run("show", "no/such#key", "--json", "--db", db).exit_code == 1


@pytest.mark.parametrize("day", ["last May", "20240501", "2024-05", "2024-02-30"])
def test_what_is_no_day_is_refused_not_searched_for(db: str, day: str) -> None:
    for arguments in (("search", "contract", "--to"), ("ask", "taken-in-private", "--from")):
        done = run(*arguments, day, "--db", db)
        assert done.exit_code == 2
        assert f"{day} is not a day such as 2024-04-01" in done.output


def test_search_filters(db: str) -> None:
    def keys(*arguments: str) -> set[str]:
        out = run("search", *arguments, "--db", db, "--json", "--limit", "1000").stdout
        return {json.loads(line)["key"] for line in out.splitlines()}

    everything = keys("contract")
    dorset = keys("contract", "--council", "dorset")
    assert dorset < everything
    assert all(k.startswith("dorset") for k in dorset)
    assert keys("contract", "--from", "2024-07-01") < everything
    assert keys("contract", "--to", "1999-01-01") == set()
    assert keys("--supplier", "marlpit")
    assert keys("--supplier", "no such firm") == set()
    assert keys("--action", "award")
    assert keys("contract", "--council", "atlantis") == set()


@pytest.mark.parametrize(
    "words",
    ['"', "a AND", "NOT", "OR", "-x", "col:x", "*", "'; drop table documents", "(", "NEAR(a b)",
     "^", "a* OR *", "\x00", "£", "{title}: x", '"unmatched'],
)  # fmt: skip
def test_nothing_typed_is_an_error(db: str, words: str) -> None:
    done = run("search", "--db", db, "--", words)
    assert done.exit_code == 0, done.output


def test_csv_has_one_line_a_hit_and_computes_nothing(db: str) -> None:
    out = run("search", "saving", "--db", db, "--csv").stdout
    lines = list(csv.reader(io.StringIO(out)))
    assert lines[0] == ["key", "council", "body", "date", "title", "label", "action", "text"]
    assert len(lines) > 1
    assert not [cell for line in lines for cell in line if cell[:1] in tuple("=+-@")]


def test_status_tells_coverage(db: str) -> None:
    out = run("status", "--db", db).stdout
    assert "Dorset Council" in out
    assert "agenda_item" in out


def test_what_cannot_be_read_is_said_plainly(tmp_path: Path) -> None:
    text = tmp_path / "notes.db"
    text.write_text("these are my notes and no database at all " * 50)
    before = text.read_bytes()
    for command in (["status"], ["search", "x"], ["show", "x"]):
        assert run(*command, "--db", str(text)).exit_code == 76
        assert run(*command, "--db", str(tmp_path / "missing.db")).exit_code == 74
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("create table bookmarks (id integer)")
    assert run("ingest", str(RAW), "--db", str(other)).exit_code == 76
    assert run("ingest", str(RAW), "--db", str(text)).exit_code == 76
    assert text.read_bytes() == before
    assert run("show", "no-such-key", "--db", str(tmp_path / "missing.db")).exit_code == 74


def test_unknown_key_fails(db: str) -> None:
    assert run("show", "no-such-key", "--db", db).exit_code == 1


def test_wrong_usage_is_two() -> None:
    assert run("ingest").exit_code == 2
    assert run("search", "--limit", "0").exit_code == 2


@needs_shared
def test_real_files_end_with_a_true_reason(tmp_path: Path) -> None:
    path = str(tmp_path / "real.db")
    run("ingest", str(SHARED / "real"), "--db", path)
    connection = sqlite3.connect(path)
    files = [p for p in (SHARED / "real").rglob("*") if p.is_file()]
    documents = connection.execute("select count(*) from documents").fetchone()[0]
    quarantined = connection.execute("select path, reason from quarantine").fetchall()
    connection.close()
    assert documents + len(quarantined) == len(files)
    assert "internal_error" not in {reason for _, reason in quarantined}


@needs_shared
def test_seeds_and_real_pages_against_their_answers(tmp_path: Path) -> None:
    from pipeline.evaluate.score import score

    for pages in ("seeds", "real"):
        path = str(tmp_path / f"{pages}.db")
        run("ingest", str(SHARED / pages), "--db", path)
        connection = sqlite3.connect(path)
        connection.row_factory = sqlite3.Row
        tally, faults = score(connection, SHARED / "gold" / pages)
        connection.close()
        figures = list(tally.figures())
        assert not faults
        assert sum(f.f1 for f in figures) / len(figures) >= 0.97
        assert [f.field for f in figures if f.hit + f.missed >= 10 and f.f1 < 0.9] == []
