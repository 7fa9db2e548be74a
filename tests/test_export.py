"""Exports: every row, exactly, in files that open where people open them."""

import csv
import hashlib
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.export import command, sheets
from pipeline.export.choose import Choice, Wanted
from pipeline.export.contacts import covered
from pipeline.reading import connect
from schemas.shapes import CLASSES
from schemas.views import VIEWS
from tests import books

PLAIN = ("csv", "jsonl", "datapackage")
csv.field_size_limit(1 << 30)


@pytest.fixture(scope="module")
def db() -> Iterator[sqlite3.Connection]:
    connection = connect(books.sample())
    yield connection
    connection.close()


def run(folder: Path, *options: str, db: Path | None = None) -> Result:
    arguments = ["export", str(folder), "--db", str(db or books.sample()), *options]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def made(folder: Path, *options: str, db: Path | None = None) -> Path:
    result = run(folder, *options, db=db)
    assert result.exit_code == 0, result.output
    return folder


def exact(folder: Path, name: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return a CSV file's head and rows with values of their types again."""
    kinds = {c.name: c.kind for c in sheets.columns(name)}
    text = (folder / f"{name}.csv").read_bytes().decode()
    head, *rows = fields_of(text)
    names = [str(word) for word, _ in head]
    found = []
    for row in rows:
        values = [
            word if is_text else None if word == "" else kinds[name](word)
            for name, (word, is_text) in zip(names, row, strict=True)
        ]
        found.append(tuple(values))
    return names, found


def fields_of(text: str) -> list[list[tuple[str, bool]]]:
    """Return fields with whether they stood in quotation marks."""
    rows: list[list[tuple[str, bool]]] = [[]]
    at = 0
    field = re.compile(r'"((?:[^"]|"")*)"|([^",\n]*)')
    while at < len(text):
        found = field.match(text, at)
        assert found is not None
        is_text = found[1] is not None
        rows[-1].append(((found[1] if is_text else found[2]).replace('""', '"'), is_text))
        at = found.end()
        assert text[at] in ",\n"
        if text[at] == "\n":
            rows.append([])
        at += 1
    assert rows.pop() == []
    return rows


def test_csv_comes_back_exactly(db: sqlite3.Connection, tmp_path: Path) -> None:
    folder = made(tmp_path / "out", "--with-contacts")
    for sheet in sheets.sheets(contacts=True):
        names, rows = exact(folder, sheet.name)
        assert names == [c.name for c in sheet.columns]
        stored = db.execute(
            f"select {sheet.selected} from {sheet.name} order by {sheet.order}"
        ).fetchall()
        assert rows == [tuple(row) for row in stored], sheet.name


@pytest.mark.parametrize("style", PLAIN)
def test_as_many_rows_as_there_are(db: sqlite3.Connection, tmp_path: Path, style: str) -> None:
    folder = made(tmp_path / "out", "--format", style, "--with-contacts")
    said = json.loads((folder / "provenance.json").read_text())
    rows = {Path(f["path"]).stem: f["rows"] for f in said["files"] if "rows" in f}
    for name in (*CLASSES, *VIEWS):
        if name in sheets.HISTORY or name.endswith("_rated"):
            assert name not in rows
        else:
            assert rows[name] == db.execute(f"select count(*) from {name}").fetchone()[0], name
    assert sum(rows.values()) > 1000


def test_jsonl_is_the_same_as_the_rows(db: sqlite3.Connection, tmp_path: Path) -> None:
    folder = made(tmp_path / "out", "--format", "jsonl", "--table", "kpis", "--table", "amounts")
    for name in ("kpis", "amounts"):
        lines = (folder / f"{name}.jsonl").read_text().splitlines()
        stored = [dict(row) for row in db.execute(f"select * from {name} order by id")]
        assert [json.loads(line) for line in lines] == stored
        assert stored


def test_the_same_database_gives_the_same_bytes(tmp_path: Path) -> None:
    for style in PLAIN:
        one, two = (made(tmp_path / f"{style}{n}", "--format", style) for n in (1, 2))
        files = sorted(p.relative_to(one) for p in one.rglob("*") if p.is_file())
        assert files == sorted(p.relative_to(two) for p in two.rglob("*") if p.is_file())
        assert all((one / f).read_bytes() == (two / f).read_bytes() for f in files)


def test_provenance_is_true(tmp_path: Path) -> None:
    folder = made(tmp_path / "out", "--council", "dorset")
    said = json.loads((folder / "provenance.json").read_text())
    assert said["export"]["filters"] == {"council": "dorset"}
    assert said["last_run"]["rules"]
    assert "Open Government Licence" in said["licence"]
    listed = {file["path"] for file in said["files"]}
    there = {p.name for p in folder.iterdir()}
    assert there == listed | {"provenance.json"}
    for file in said["files"]:
        data = (folder / file["path"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["bytes"], file["sha256"])


def test_every_column_is_in_the_codebook(tmp_path: Path) -> None:
    folder = made(tmp_path / "out")
    with (folder / "codebook.csv").open(newline="") as file:
        known = {(row["table"], row["column"]): row["meaning"] for row in csv.DictReader(file)}
    assert all(known.values())
    for path in folder.glob("*.csv"):
        if path.name != "codebook.csv":
            head = path.read_text().split("\n", 1)[0].split(",")
            assert all((path.stem, name) in known for name in head)


@pytest.mark.parametrize("name", VIEWS)
def test_views_have_a_meaning_for_each_column(db: sqlite3.Connection, name: str) -> None:
    there = [c[0] for c in db.execute(f"select * from {name} limit 0").description]
    assert [c.name for c in sheets.columns(name)] == there
    for row in db.execute(f"select * from {name}"):
        for value, column in zip(row, sheets.columns(name), strict=True):
            assert value is None or isinstance(value, column.kind), column.name


# Contacts.


def test_contacts_are_left_out(db: sqlite3.Connection, tmp_path: Path) -> None:
    given = db.execute("select email, phone from people where email is not null").fetchall()
    words = {word for row in given for word in row if word}
    assert len(words) > 5
    for style in PLAIN:
        folder = made(tmp_path / style, "--format", style)
        whole = "".join(p.read_text() for p in folder.rglob("*") if p.is_file())
        assert not [word for word in words if word in whole]
        assert "█" in whole
        open_folder = made(tmp_path / f"{style}-open", "--format", style, "--with-contacts")
        whole = "".join(p.read_text() for p in open_folder.rglob("*") if p.is_file())
        assert all(json.dumps(word)[1:-1] in whole for word in words if "\n" not in word)


def test_quotes_stand_where_they_say_though_contacts_are_covered(tmp_path: Path) -> None:
    folder = made(tmp_path / "out")
    _, documents = exact(folder, "documents")
    names, _ = exact(folder, "documents")
    texts = {row[0]: row[names.index("text")] for row in documents}
    checked = 0
    for name in (t for t in CLASSES if (folder / f"{t}.csv").exists()):
        names, rows = exact(folder, name)
        if "quote" not in names:
            continue
        for row in rows:
            fact = dict(zip(names, row, strict=True))
            text = texts[fact["document_id"]]
            assert text[fact["start"] : fact["stop"]] == fact["quote"], (name, fact["id"])
            checked += 1
    assert checked > 300


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("0800 000 1234", "█" * 13),
        ("(01305) 555 014", "█" * 15),
        ("+44 (0)20 7946 0018 rings", "█" * 19 + " rings"),
        ("£1,012,345.00 in 2019/20", "£1,012,345.00 in 2019/20"),
        ("minute 0123 of 01/02/2024", "minute 0123 of 01/02/2024"),
        ("from 0 to 100 000 000 000", "from 0 to 100 000 000 000"),
        ("reference 20240112345678", "reference 20240112345678"),
        ("a@b and a @ b.c", "a@b and a @ b.c"),
    ],
)
def test_what_is_covered(text: str, left: str) -> None:
    assert covered(text) == left


# Filters.


def test_filters_choose(db: sqlite3.Connection, tmp_path: Path) -> None:
    folder = made(tmp_path / "out", "--council", "dorset", "--from", "2024-01-01")
    names, rows = exact(folder, "decision_list")
    assert rows
    assert {row[names.index("council_slug")] for row in rows} == {"dorset"}
    every = db.execute(
        "select count(*) from decision_list where council_slug = 'dorset' and "
        "coalesce(decision_date, meeting_date, publication_date, due_from) >= '2024-01-01'"
    ).fetchone()[0]
    assert len(rows) == every
    assert [row[2] for row in exact(folder, "councils")[1]] == ["dorset"]


def test_a_filter_takes_rows_with_their_decisions(db: sqlite3.Connection, tmp_path: Path) -> None:
    folder = made(tmp_path / "out", "--supplier", "Marlpit")
    ids = {row[0] for row in exact(folder, "decisions")[1]}
    assert 0 < len(ids) < db.execute("select count(*) from decisions").fetchone()[0]
    for name in ("resolutions", "amounts", "votes", "kpis"):
        names, rows = exact(folder, name)
        assert {row[names.index("decision_id")] for row in rows} <= ids | {None}
    names, rows = exact(folder, "supplier_resolutions")
    assert {row[names.index("supplier")] for row in rows} == {"Marlpit Highways plc"}
    stored = db.execute(
        "select count(*) from supplier_resolutions where supplier like '%marlpit%'"
    ).fetchone()[0]
    assert len(rows) == stored
    whose = {row[0] for row in exact(folder, "resolutions")[1]}
    names, proofs = exact(folder, "evidence")
    at, of = names.index("table_name"), names.index("row_id")
    assert {row[of] for row in proofs if row[at] == "resolutions"} <= whose


def test_every_filter_works_on_every_table(db: sqlite3.Connection) -> None:
    wanted = (
        Wanted(council="wigan"),
        Wanted(supplier="Marlpit"),
        Wanted(since="2024-01-01"),
        Wanted(until="2024-01-01"),
        Wanted("dorset", "Marlpit", "2000-01-01", "2100-01-01"),
    )
    for choice in (Choice(db, w) for w in wanted):
        for name in (*CLASSES, *VIEWS):
            sql, values = choice.select(name, "count(*)", "1", choice.has(name))
            every = db.execute(f"select count(*) from {name}").fetchone()[0]
            assert 0 <= db.execute(sql, values).fetchone()[0] <= every


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--council", "Nowhere"), "no council is called Nowhere"),
        (("--supplier", "Nobody"), "no supplier is called Nobody"),
        (("--table", "nothing"), "no table or view nothing"),
        (("--from", "last May"), "last May is not a day"),
        (("--to", "20240501"), "20240501 is not a day"),
        (("--format", "jsonl", "--spreadsheet-safe"), "--spreadsheet-safe is for csv and xlsx"),
    ],
)
def test_what_makes_no_sense_is_said(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    result = run(tmp_path / "out", *options)
    assert result.exit_code == 2
    assert said in result.output
    assert list(tmp_path.iterdir()) == []


# Folders.


def test_a_folder_of_others_is_not_touched(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work")
    result = run(folder)
    assert result.exit_code == 2
    assert "holds files that no export made" in result.output
    made(tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    assert run(tmp_path / "out").exit_code == 2
    assert (folder / "thesis.txt").read_text() == "years of work"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine", "out"]


def test_an_earlier_export_is_replaced_whole(tmp_path: Path) -> None:
    folder = made(tmp_path / "out", "--table", "votes")
    made(folder, "--table", "kpis")
    assert {p.name for p in folder.glob("*.csv")} == {"kpis.csv", "codebook.csv"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_what_fails_leaves_nothing(
    db: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = made(tmp_path / "out", "--table", "votes")
    before = (folder / "votes.csv").read_bytes()

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(command._WRITERS, "csv", ("{}.csv", full))
    result = run(folder)
    assert result.exit_code == 74
    assert "No space left" in result.output
    assert (folder / "votes.csv").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_the_database_is_only_read(tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(books.sample(), copy)
    before = copy.read_bytes()
    for style in PLAIN:
        made(tmp_path / style, "--format", style, db=copy)
    assert copy.read_bytes() == before
    result = run(tmp_path / "none", db=tmp_path / "missing.db")
    assert result.exit_code == 74


# Spreadsheets and other tools.


def test_a_text_that_acts_is_made_inert_and_numbers_are_left(tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(books.sample(), copy)
    acting = ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "harmless"]
    with sqlite3.connect(copy) as writer:
        ids = [row[0] for row in writer.execute("select id from decisions limit ?", [len(acting)])]
        writer.executemany(
            "update decisions set title = ?, position = -5 where id = ?",
            zip(acting, ids, strict=True),
        )
    folder = made(tmp_path / "out", "--table", "decisions", "--spreadsheet-safe", db=copy)
    text = (folder / "decisions.csv").read_bytes().decode("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(text.splitlines(keepends=True))}
    shown = [rows[str(i)]["title"] for i in ids]
    assert shown == [*(f"'{word}" for word in acting[:-1]), "harmless"]
    assert {rows[str(i)]["position"] for i in ids} == {"-5"}


def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    for options in ((), ("--council", "wigan")):
        folder = made(tmp_path / f"p{len(options)}", "--format", "datapackage", *options)
        report = frictionless.Package(str(folder / "datapackage.json")).validate()
        assert report.valid, report.flatten(["type", "message"])
        assert len(report.tasks) == len(sheets.sheets())
        rows = json.loads((folder / "datapackage.json").read_text())["resources"]
        assert {t.name: t.stats.get("rows", 0) for t in report.tasks} == {
            r["name"]: r["rows"] for r in rows
        }


def test_pandas_reads_as_many_rows(db: sqlite3.Connection, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    folder = made(tmp_path / "out", "--with-contacts")
    lines = made(tmp_path / "lines", "--format", "jsonl", "--with-contacts")
    for name in ("decisions", "documents", "evidence", "savings_ledger", "resolutions"):
        count = db.execute(f"select count(*) from {name}").fetchone()[0]
        assert len(pandas.read_csv(folder / f"{name}.csv")) == count
        assert len(pandas.read_json(lines / f"{name}.jsonl", lines=True)) == count
    pence = pandas.read_csv(folder / "amounts.csv")["pence"].sum()
    assert pence == db.execute("select sum(pence) from amounts").fetchone()[0]
