"""Exports in the tools they are for: Parquet, workbooks, Popolo, FollowTheMoney."""

import csv
import json
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.export import sheets, xlsx
from pipeline.found import cell
from pipeline.reading import connect
from tests import books
from tests.test_export import made, run

STYLES = {"parquet": "pyarrow", "xlsx": "xlsxwriter", "popolo": "json", "ftm": "json"}
USUAL = [sheet.name for sheet in sheets.sheets()]


@pytest.fixture(scope="module")
def db() -> Iterator[sqlite3.Connection]:
    connection = connect(books.sample())
    yield connection
    connection.close()


def count(db: sqlite3.Connection, name: str) -> int:
    return int(db.execute(f"select count(*) from {name}").fetchone()[0])


@pytest.mark.parametrize("style", STYLES)
def test_the_same_bytes(tmp_path: Path, style: str) -> None:
    pytest.importorskip(STYLES[style], reason=f"{STYLES[style]} is not installed")
    one, two = (made(tmp_path / str(n), "--format", style) for n in (1, 2))
    files = sorted(p.name for p in one.iterdir())
    assert files == sorted(p.name for p in two.iterdir())
    assert all((one / f).read_bytes() == (two / f).read_bytes() for f in files)


@pytest.mark.parametrize("style", ("parquet", "xlsx"))
def test_without_its_package_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str
) -> None:
    monkeypatch.setitem(sys.modules, STYLES[style], None)
    monkeypatch.delitem(sys.modules, f"pipeline.export.{style}", raising=False)
    result = run(tmp_path / "out", "--format", style)
    assert result.exit_code == 2
    assert "pip install 'minutebook[export]'" in result.output
    assert list(tmp_path.iterdir()) == []


def test_parquet_has_every_row_and_value(db: sqlite3.Connection, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    folder = made(tmp_path / "out", "--format", "parquet", "--with-contacts")
    for sheet in sheets.sheets(contacts=True):
        table = parquet.read_table(folder / f"{sheet.name}.parquet")
        rows = db.execute(f"select {sheet.selected} from {sheet.name} order by {sheet.order}")
        assert table.to_pylist() == [dict(row) for row in rows], sheet.name
        meanings = [field.metadata[b"description"] for field in table.schema]
        assert all(meanings)


@pytest.mark.parametrize(
    ("style", "reader"),
    [
        ("csv", "read_csv('{}', header = true, all_varchar = true, max_line_size = 20000000)"),
        ("csv", "read_csv('{}')"),
        ("parquet", "read_parquet('{}')"),
        ("jsonl", "read_json('{}', format = 'newline_delimited')"),
    ],
)
def test_duckdb_reads_as_many_rows(
    db: sqlite3.Connection, tmp_path: Path, style: str, reader: str
) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    folder = made(tmp_path / style, "--format", style, "--with-contacts")
    for name in USUAL:
        source = reader.format(folder / f"{name}.{style}")
        found = duckdb.execute(f"select count(*) from {source}").fetchone()
        assert found == (count(db, name),), name


def test_duckdb_adds_up_the_same(db: sqlite3.Connection, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    folder = made(tmp_path / "out", "--format", "parquet")
    sums = "select kind, count(*), sum(pence) from {} group by kind order by kind"
    stored = [tuple(row) for row in db.execute(sums.format("amounts"))]
    assert duckdb.execute(sums.format(f"'{folder}/amounts.parquet'")).fetchall() == stored


def test_a_workbook_has_every_row(db: sqlite3.Connection, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed")
    folder = made(tmp_path / "out", "--format", "xlsx", "--with-contacts")
    book = openpyxl.load_workbook(folder / xlsx.FILE)
    assert book.sheetnames == ["codebook", *USUAL]
    for name in USUAL:
        assert book[name].max_row == count(db, name) + 1, name
    head, *rows = book["amounts"].iter_rows(values_only=True)
    stored = db.execute("select * from amounts order by id").fetchall()
    assert [dict(zip(head, row, strict=True)) for row in rows] == [dict(row) for row in stored]


ACTING = ("=", "+", "-", "@", "\t", "\r", "\n", " =", "＝", "＋", "－", "＠", "", "'=", '"=', ";=")
INSIDE = (
    "1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://a.invalid","x")', "SUM(A1:A9)*2", "_x0041_",
    "http://a.invalid/", "mailto:a", "\x1b[31m", "\ufffe\uffff", "a,b;c\td", "\u202eabc", "ŵ£€😀",
    "TRUE", "2024-01-01", "00123", "1e9", "x" * 40_000,
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database with 10,200 texts that would act if a spreadsheet let them."""
    copy = tmp_path_factory.mktemp("hostile") / "copy.db"
    shutil.copy(books.sample(), copy)
    picked = random.Random(7)

    def text() -> str:
        body = picked.choice(INSIDE) if picked.random() > 0.002 else INSIDE[-1]
        return picked.choice(ACTING) + (body if len(body) < 99 or picked.random() < 0.02 else "z")

    rows = [(n + 100_000, 1, 0, 1, text(), "x", text(), text()) for n in range(3_400)]
    with sqlite3.connect(copy) as writer:
        writer.executemany(
            'insert into fields (id, document_id, start, stop, quote, "rule", label, value) '
            "values (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
    return copy


@pytest.mark.parametrize("options", ((), ("--spreadsheet-safe",)))
def test_no_cell_of_a_workbook_is_a_formula(
    hostile: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed")
    folder = made(tmp_path / "out", "--format", "xlsx", "--table", "fields", *options, db=hostile)
    sheet = openpyxl.load_workbook(folder / xlsx.FILE)["fields"]
    head = [c.value for c in sheet[1]]
    checked = 0
    stored = connect(hostile).execute("select * from fields order by id").fetchall()
    assert sheet.max_row == len(stored) + 1
    for row, was in zip(sheet.iter_rows(min_row=2), stored, strict=True):
        for name, found in zip(head, row, strict=True):
            assert found.data_type != "f"
            assert found.hyperlink is None
            if name in ("quote", "label", "value") and was["rule"] == "x":
                assert found.data_type in ("s", "inlineStr", "n")
                assert found.value is None or isinstance(found.value, str)
                checked += 1
                text = cell(was[name]) if options else was[name]
                if text.isprintable() and "_x" not in text and len(text) < 30_000:
                    assert (found.value or "") == text
            elif name in ("id", "start", "stop"):
                assert found.value == was[name]
    assert checked == 10_200


def test_no_cell_of_a_safe_csv_is_a_formula(hostile: Path, tmp_path: Path) -> None:
    folder = made(tmp_path / "out", "--table", "fields", "--spreadsheet-safe", db=hostile)
    csv.field_size_limit(1 << 30)
    with (folder / "fields.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["rule"] == "x"]
    words = [row[name] for row in rows for name in ("quote", "label", "value")]
    assert len(words) == 10_200
    assert not [w for w in words if w.lstrip()[:1] in tuple("=+-@＝＋－＠") and w]
    assert {type(int(row["start"])) for row in rows} == {int}
    stored = connect(hostile).execute("select quote from fields where \"rule\" = 'x' order by id")
    for row, (was,) in zip(rows, stored, strict=True):
        assert row["quote"] in (was, f"'{was}")


OFFICE = shutil.which("soffice")
FORMULA = re.compile(r'table:formula="([^"]*)"')


def through_office(file: Path, to: Path, style: str) -> Path:
    """Let LibreOffice read a file and save it in another format; return that."""
    profile = f"-env:UserInstallation={(to / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", style, "--outdir", str(to)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=300)
    return to / f"{file.stem}.{style.partition(':')[0]}"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("style", ("csv", "xlsx"))
def test_libreoffice_finds_no_formula(hostile: Path, tmp_path: Path, style: str) -> None:
    """Neither in what we write, nor in what LibreOffice saves of it and opens again."""
    options = ("--table", "fields", "--format", style, "--spreadsheet-safe")
    folder = made(tmp_path / "out", *options, db=hostile)
    file = folder / ("fields.csv" if style == "csv" else xlsx.FILE)
    first = through_office(file, tmp_path / "first", "fods").read_text(encoding="utf-8")
    assert first.count("<table:table-row") > 3_400 / 2  # rows that are alike are told once
    assert not FORMULA.findall(first)
    saved = through_office(file, tmp_path / "saved", "xlsx" if style == "csv" else "ods")
    again = through_office(saved, tmp_path / "again", "fods").read_text(encoding="utf-8")
    assert not FORMULA.findall(again)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_control_a_csv_that_is_not_made_safe_computes(
    hostile: Path, tmp_path: Path
) -> None:
    folder = made(tmp_path / "out", "--table", "fields", db=hostile)
    told = through_office(folder / "fields.csv", tmp_path / "first", "fods")
    assert len(FORMULA.findall(told.read_text(encoding="utf-8"))) > 50


def test_long_texts_are_cut_as_a_cell_asks_and_say_so() -> None:
    pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed")
    for text in ("a" * 32_767, "😀" * 16_383):
        assert xlsx._fitting(text) == text
    for text in ("a" * 32_768, "😀" * 16_384, "a" + "😀" * 20_000):
        cut = xlsx._fitting(text)
        assert cut.endswith("have it whole]")
        assert len(cut.encode("utf-16-le")) <= 2 * 32_767
        assert text.startswith(cut.removesuffix(xlsx._CUT))


def test_more_rows_than_a_sheet_holds_go_on_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: sqlite3.Connection
) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed")
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 30)
    folder = made(tmp_path / "out", "--format", "xlsx", "--table", "amounts")
    book = openpyxl.load_workbook(folder / xlsx.FILE)
    parts = [s for s in book if s.title.startswith("amounts")]
    assert len(parts) == -(-count(db, "amounts") // 30) > 1
    assert sum(s.max_row - 1 for s in parts) == count(db, "amounts")


# Popolo: what the schemas of popoloproject.com ask for, and that every reference has its record.
DAY = r"^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}([+-][0-9]{2}:[0-9]{2}))$"
TEXT = {"type": "string"}
LINKS = {
    "type": "array",
    "items": {"type": "object", "properties": {"url": TEXT, "note": TEXT}},
}
VOTE_EVENT = {
    "type": "object",
    "required": ["id", "motion_id"],
    "properties": {
        "id": TEXT,
        "motion_id": TEXT,
        "start_date": {"type": "string", "pattern": DAY},
        "result": TEXT,
        "counts": {
            "type": "array",
            "items": {
                "required": ["option", "value"],
                "properties": {"option": TEXT, "value": {"type": "integer"}},
            },
        },
        "votes": {
            "type": "array",
            "items": {
                "required": ["voter_id", "option"],
                "properties": {
                    "voter_id": TEXT,
                    "option": {"enum": ["yes", "no", "abstain", "not voting"]},
                },
            },
        },
    },
}
POPOLO = {
    "organizations": {"required": ["id", "name"], "properties": {"parent_id": TEXT}},
    "persons": {"required": ["id", "name"], "properties": {"name": TEXT}},
    "memberships": {"required": ["person_id", "role"]},
    "events": {
        "required": ["id", "name"],
        "properties": {"start_date": {"type": "string", "pattern": DAY}, "location": TEXT},
    },
    "motions": {
        "required": ["id", "sources"],
        "properties": {
            "text": TEXT,
            "creator_id": TEXT,
            "sources": LINKS,
            "vote_events": {"type": "array", "items": VOTE_EVENT},
        },
    },
}


@pytest.fixture(scope="module")
def popolo(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict]]:
    folder = made(tmp_path_factory.mktemp("popolo") / "out", "--format", "popolo")
    return json.loads((folder / "popolo.json").read_text())


def test_popolo_has_its_shape(popolo: dict[str, list[dict]]) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    assert list(popolo) == list(POPOLO)
    for name, records in popolo.items():
        assert records, name
        schema = {"type": "array", "items": {"type": "object", **POPOLO[name]}}
        jsonschema.validate(records, schema)


def test_popolo_refers_to_what_is_there(popolo: dict[str, list[dict]]) -> None:
    ids = {name: [r["id"] for r in popolo[name] if "id" in r] for name in popolo}
    for name, found in ids.items():
        assert len(found) == len(set(found)), name
    persons, bodies = set(ids["persons"]), set(ids["organizations"])
    events = [e for m in popolo["motions"] for e in m.get("vote_events", ())]
    named = {m[c] for m in popolo["motions"] for c in ("creator_id", "seconder_id") if c in m}
    named |= {v["voter_id"] for e in events for v in e.get("votes", ())}
    named |= {a["id"] for e in popolo["events"] for a in e.get("attendees", ())}
    named |= {m["person_id"] for m in popolo["memberships"]}
    assert named <= persons
    said = [r for name in ("memberships", "events", "motions") for r in popolo[name]]
    used = {r["organization_id"] for r in said if "organization_id" in r}
    used |= {o["parent_id"] for o in popolo["organizations"] if "parent_id" in o}
    assert used <= bodies


def test_popolo_counts_votes_as_the_database(
    db: sqlite3.Connection, popolo: dict[str, list[dict]]
) -> None:
    once = "from votes v left join decisions d on d.id = v.decision_id where d.same_as is null"
    assert len(popolo["motions"]) == db.execute(f"select count(*) {once}").fetchone()[0]
    events = [e for m in popolo["motions"] for e in m.get("vote_events", ())]
    yes = sum(c["value"] for e in events for c in e.get("counts", ()) if c["option"] == "yes")
    assert yes == db.execute(f"select sum(v.votes_for) {once}").fetchone()[0] > 0
    named = sum(len(e.get("votes", ())) for e in events)
    assert named == count(db, "vote_positions") > 0
    assert len(popolo["events"]) == count(db, "meetings")


# FollowTheMoney: schemata and properties as its model names them.
MODEL = {
    "PublicBody": {"name", "country", "website"},
    "Organization": {"name", "alias"},
    "Company": {"name", "alias", "registrationNumber", "jurisdiction"},
    "Contract": {"name", "authority", "sourceUrl"},
    "ContractAward": {
        "supplier", "contract", "amount", "currency", "date", "recordId", "sourceUrl", "summary",
        "description",
    },
    "UnknownLink": {
        "subject", "object", "role", "date", "recordId", "sourceUrl", "summary", "description",
    },
}  # fmt: skip
ENTITIES = {"authority", "supplier", "contract", "subject", "object"}


def entities(folder: Path, *options: str) -> list[dict]:
    lines = (made(folder, "--format", "ftm", *options) / "entities.ftm.json").read_text()
    return [json.loads(line) for line in lines.splitlines()]


def test_followthemoney_entities_hold_together(db: sqlite3.Connection, tmp_path: Path) -> None:
    found = entities(tmp_path / "out")
    ids = [entity["id"] for entity in found]
    assert len(ids) == len(set(ids))
    for entity in found:
        assert set(entity["properties"]) <= MODEL[entity["schema"]]
        for name, values in entity["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            assert name not in ENTITIES or set(values) <= set(ids)
    suppliers = [e for e in found if e["schema"] in ("Organization", "Company")]
    kind = "select count(*) from organisations where kind = 'supplier'"
    assert len(suppliers) == db.execute(kind).fetchone()[0] > 3
    awards = {e["properties"]["amount"][0] for e in found if e["schema"] == "ContractAward"}
    assert "7284500.00" in awards


def test_followthemoney_of_one_supplier(tmp_path: Path) -> None:
    found = entities(tmp_path / "out", "--supplier", "Marlpit")
    names = {e["properties"]["name"][0] for e in found if e["schema"] == "Organization"}
    assert "Marlpit Highways plc" in names


def test_followthemoney_takes_them(tmp_path: Path) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    for entity in entities(tmp_path / "out"):
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert proxy.get(name), (entity["schema"], name, values)


def test_contacts_stay_out_of_other_shapes(db: sqlite3.Connection, tmp_path: Path) -> None:
    given = db.execute("select email, phone from people").fetchall()
    said = {word for row in given for word in row if word}
    for style in ("popolo", "ftm"):
        folder = made(tmp_path / style, "--format", style)
        whole = "".join(p.read_text() for p in folder.iterdir())
        assert not [word for word in said if word in whole]


def test_a_vote_or_award_that_the_minutes_alone_tell_is_exported(tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    shutil.copy(books.sample(), own)
    db = sqlite3.connect(own)
    columns = ", ".join(row[1] for row in db.execute("pragma table_info(decisions)").fetchall()[2:])
    told = db.execute(
        "select id from decisions where same_as is null and (id in (select decision_id from votes) "
        "or id in (select decision_id from amounts where kind = 'contract'))"
    ).fetchall()
    for (number,) in told:  # its own page, which says nothing of them and counts for more
        first = db.execute(
            f"insert into decisions (key, {columns}) select key || '-own', {columns} "
            "from decisions where id = ?",
            (number,),
        ).lastrowid
        whose = "id = :form or same_as = :form"
        db.execute(f"update decisions set same_as = :first where {whose}",
                   {"first": first, "form": number})  # fmt: skip
    db.commit()
    db.close()

    def exported(style: str, file: str, base: Path) -> str:
        return (
            made(tmp_path / f"{style}-{base.stem}", "--format", style, db=base) / file
        ).read_text()

    motions = [
        {m["id"] for m in json.loads(exported("popolo", "popolo.json", base))["motions"]}
        for base in (books.sample(), own)
    ]
    assert motions[0]
    assert motions[0] == motions[1]
    awards = [
        exported("ftm", "entities.ftm.json", base).count('"ContractAward"')
        for base in (books.sample(), own)
    ]
    assert awards[0] == awards[1] > 0
