"""What is to be kept out: gone from every table and from the file, and gone it stays."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import removals
from pipeline.cli import main
from pipeline.ingest import ingest
from pipeline.removals import Removals
from pipeline.stop import Stop
from pipeline.wire import Answer
from schemas.shapes import CLASSES, columns_of, names_of

WRITTEN = """Decision details

Gorse Lane: Application for a Licence

Decision Maker: Licensing Sub-Committee

Decision status: Approved

Date of decision: 14 May 2024

Decision:

The Sub-Committee heard from the applicant, Mr Quentin Ashplant, of 4 Gorse Lane.

RESOLVED:

(1) That the licence be granted to Quentin
Ashplant until 31 March 2026;

(2) That the fee of £1,250 be noted.

Publication date: 16/05/2024

Contact: Rhona Pellow, Licensing Manager Email: rhona.pellow@example.gov.uk
"""
OTHER = WRITTEN.replace("Quentin", "Hattie").replace("Ashplant", "Brindle").replace("Gorse", "Fern")
NAME = "Quentin Ashplant"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a folder with two pages, and where their database is to be."""
    pages = tmp_path / "raw" / "wigan"
    pages.mkdir(parents=True)
    (pages / "gorse.txt").write_text(WRITTEN)
    (pages / "fern.txt").write_text(OTHER)
    return tmp_path


def run(book: Path, *lines: str) -> sqlite3.Connection:
    """Ingest with these lines of removals and return the database."""
    if lines:
        (book / "removals.csv").write_text("\n".join(["key,text,reason", *lines, ""]))
    else:
        (book / "removals.csv").unlink(missing_ok=True)
    ingest([str(book / "raw")], book / "db" / "own.db")
    return sqlite3.connect(book / "db" / "own.db")


def key_of(db: sqlite3.Connection, name: str, table: str = "documents") -> str:
    (key,) = db.execute(f"select key from {table} where key like ?", [f"%{name}%"]).fetchone()
    return str(key)


def whole(book: Path) -> bytes:
    """Return every byte of the database and what lies beside it."""
    return b"".join(p.read_bytes() for p in sorted((book / "db").iterdir()))


def said(db: sqlite3.Connection) -> str:
    """Return every text of every table."""
    words = []
    for table in CLASSES:
        names = ", ".join(f'"{s.name}"' for s in columns_of(table) if s.kind is str)
        if names and table != "runs":
            words += [str(row) for row in db.execute(f"select {names} from {table}")]
    return "\n".join(words)


def sound(db: sqlite3.Connection, book: Path) -> None:
    wrong = db.execute(
        "select count(*) from resolutions r join documents o on o.id = r.document_id "
        "where substr(o.text, r.start + 1, r.stop - r.start) <> r.quote"
    ).fetchone()[0]
    assert wrong == 0
    assert db.execute("pragma foreign_key_check").fetchall() == []
    result = CliRunner().invoke(main, ["check", str(book / "db" / "own.db")])
    assert result.exit_code == 0, result.output


def test_the_story_without_removals(book: Path) -> None:
    db = run(book)
    assert said(db).count("Quentin") > 3
    assert b"Ashplant" in whole(book)
    assert db.execute("select count(*) from resolutions").fetchone()[0] == 4


def test_words_are_covered_and_stay_covered(book: Path) -> None:
    run(book).close()
    for _ in range(2):
        db = run(book, f",{NAME},asked in writing")
        assert "Ashplant" not in said(db)
        text = db.execute("select text from documents where path like '%gorse%'").fetchone()[0]
        assert len(text) == len(WRITTEN.rstrip("\n")) or len(text) == len(WRITTEN)
        assert "granted to ███████\n████████ until" in text
        assert db.execute("select count(*) from resolutions").fetchone()[0] == 4
        assert "Hattie" in said(db)
        sound(db, book)
        db.close()
    assert b"Ashplant" not in whole(book)


def test_a_name_that_is_a_word_of_ours_leaves_closed_lists_and_rules_whole(book: Path) -> None:
    db = run(book)
    asked = "select r.action, a.kind from resolutions r, amounts a order by r.id, a.id"
    before = db.execute(asked).fetchall()
    assert {action for action, _ in before} == {"grant", "note"}
    db.close()
    db = run(book, ",Grant,asked in writing", ",decision,asked in writing")
    assert db.execute(asked).fetchall() == before
    rules = db.execute("select rule from resolutions union select table_name from evidence")
    assert not [row for row in rules if "█" in row[0]]
    text = db.execute("select text from documents where path like '%gorse%'").fetchone()[0]
    assert "licence be █████ed to" in text
    sound(db, book)
    db.close()


def test_of_two_decisions_of_one_number_the_others_keep_their_keys() -> None:
    blank: dict[str, object] = dict.fromkeys(names_of("decisions"))
    rows = [
        blank | {"id": n, "number": "6.", "title": f"Item {n}", "start": 9 * n, "stop": 9 * n + 5}
        for n in (1, 2, 3)
    ]
    answer = Answer({"text": "x" * 60, "title": None, "url": None}, None, None,
                    {"decisions": rows}, [])  # fmt: skip
    removed = Removals(frozenset({"a/b#no6.~2"}))
    left = removals.kept(answer, "a/b", removed)
    assert left is not None
    assert left.keys == ("a/b#no6.", "a/b#no6.~3")
    assert [row["title"] for row in left.rows["decisions"]] == ["Item 1", "Item 3"]
    assert removals.kept(left, "a/b", removed) is left  # asked again, nothing more goes


def test_many_places_are_covered_in_one_walk() -> None:
    places = removals._Places([(8, 12), (0, 3), (2, 5), (20, 20)])
    assert places.cover("abcdefghijklmnopqrstuvwxyz") == "█████fgh████mnopqrstuvwxyz"
    met = [(a, b) for a, b in ((0, 1), (4, 6), (5, 8), (7, 9), (11, 11), (12, 12), (19, 21))
           if places.meet(a, b)]  # fmt: skip
    assert met == [(0, 1), (4, 6), (7, 9), (11, 11)]


def test_words_that_were_never_let_in(book: Path) -> None:
    db = run(book, f",{NAME.upper()},asked in writing")
    assert "Ashplant" not in said(db)
    sound(db, book)
    db.close()
    assert b"Ashplant" not in whole(book)


def test_a_document_is_kept_out(book: Path) -> None:
    db = run(book)
    key = key_of(db, "gorse")
    db.close()
    for _ in range(2):
        db = run(book, f"{key},,an order of the court")
        assert [row[0] for row in db.execute("select path from documents")] == ["wigan/fern.txt"]
        assert "Ashplant" not in said(db)
        sound(db, book)
        db.close()
    assert b"Ashplant" not in whole(book)


def test_a_decision_is_kept_out(book: Path) -> None:
    db = run(book)
    key = key_of(db, "gorse", "decisions")
    db.close()
    for _ in range(2):
        db = run(book, f"{key},,an order of the court")
        assert db.execute("select count(*) from decisions").fetchone()[0] == 1
        assert db.execute("select count(*) from resolutions").fetchone()[0] == 2
        assert db.execute("select count(*) from amounts").fetchone()[0] == 1
        assert "granted to Quentin" not in said(db)
        sound(db, book)
        db.close()


def test_what_is_no_longer_on_the_list_comes_back(book: Path) -> None:
    before = [row[0] for row in run(book).execute("select text from documents order by path")]
    run(book, f",{NAME},asked in writing").close()
    db = run(book)
    texts = [row[0] for row in db.execute("select text from documents order by path")]
    assert texts == before
    assert db.execute("select count(*) from decisions where text like '%█%'").fetchone()[0] == 0


def test_documents_whose_file_is_gone_are_covered_too(book: Path) -> None:
    run(book).close()
    (book / "raw" / "wigan" / "gorse.txt").unlink()
    for _ in range(2):
        db = run(book, f",{NAME},asked in writing")
        assert "Ashplant" not in said(db)
        assert db.execute("select count(*) from documents").fetchone()[0] == 2
        assert db.execute("select count(*) from resolutions").fetchone()[0] == 4
        sound(db, book)
        db.close()
    assert b"Ashplant" not in whole(book)


def test_older_versions_are_forgotten(book: Path) -> None:
    run(book).close()
    (book / "raw" / "wigan" / "gorse.txt").write_text(WRITTEN.replace("£1,250", "£1,300"))
    db = run(book)
    assert db.execute("select count(*) from versions").fetchone()[0] == 1
    db.close()
    db = run(book, f",{NAME},asked in writing")
    assert "Ashplant" not in said(db)
    db.close()
    assert b"Ashplant" not in whole(book)


def test_an_unchanged_list_leaves_the_rows_as_they_are(book: Path) -> None:
    run(book, f",{NAME},asked in writing").close()
    db = run(book, f",{NAME},asked in writing")
    last = db.execute("select seen, updated, unchanged from runs order by id desc").fetchone()
    assert last == (2, 0, 2)


@pytest.mark.parametrize("where", ("db", "."))
def test_the_list_lies_beside_the_database_or_above(book: Path, where: str) -> None:
    (book / "db").mkdir()
    (book / where / "removals.csv").write_text(f"key,text,reason\n,{NAME},x\n")
    found = removals.beside(book / "db" / "own.db")
    assert found.texts == (NAME,)
    assert removals.beside(book / "elsewhere" / "deep" / "own.db") == removals.NONE


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", ""),
        ("key,text,reason\n", ""),
        ("\ufeffkey,text,reason\r\n,Jo Marsh,asked\r\n\r\n", ""),
        ("key;text;reason\n", "line 1: the first line must be key,text,reason"),
        ("Jo Marsh\n", "line 1: the first line must be"),
        ("key,text,reason\n,Jo Marsh\n", "line 2: 2 fields in place of"),
        ("key,text,reason\n,Jo Marsh,\n", "line 2: a reason is missing"),
        ("key,text,reason\n,,asked\n", "line 2: give a key or a text"),
        ("key,text,reason\na/b,Jo Marsh,asked\n", "line 2: give a key or a text"),
        ("key,text,reason\n,Jo,asked\n", "line 2: a text needs 5 letters"),
        ("key,text,reason\n,....... .,asked\n", "line 2: a text needs 5 letters"),
        ("key,text,reason\ngorse,,asked\n", "line 2: gorse is not the key"),
        ('key,text,reason\n,"Jo\nMarsh",asked\n,x,\n', "line 4: a reason is missing"),
        ('key,text,reason\n,"Jo Marsh,asked\n', "line 2: "),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, wrong: str) -> None:
    file = tmp_path / "removals.csv"
    file.write_bytes(text.encode())
    if not wrong:
        removals.read(file)
        return
    with pytest.raises(Stop) as stop:
        removals.read(file)
    assert f"removals.csv, {wrong}" in str(stop.value)
    assert stop.value.code == 2


def test_a_mistake_stops_the_ingest_before_it_begins(book: Path) -> None:
    (book / "removals.csv").write_text("key,text,reason\n,Jo,\n")
    result = CliRunner().invoke(
        main, ["ingest", str(book / "raw"), "--db", str(book / "db" / "own.db")]
    )
    assert result.exit_code == 2
    assert "removals.csv, line 2" in result.output
    assert not (book / "db").exists()


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "removals.csv").write_bytes(b"key,text,reason\n,\xff\xfe,x\n")
    with pytest.raises(Stop, match="not UTF-8"):
        removals.read(tmp_path / "removals.csv")


def test_words_are_found_whatever_their_case_and_blanks() -> None:
    removed = Removals(texts=("Jo Marsh", "a.b*c"))
    assert removed.covered("JO\u00a0 marsh, Jo\nMarsh") == "██\u00a0 █████, ██\n█████"
    assert removed.covered("aXbXc a.b*c") == "aXbXc █████"
    assert removed.covered("Jo. Marsh") == "Jo. Marsh"


def test_a_list_is_known_by_what_it_says_not_by_order_or_reason() -> None:
    one = Removals(frozenset({"a/b", "c/d"}), ("Jo Marsh", "Al Reed"))
    two = Removals(frozenset({"c/d", "a/b"}), ("Al Reed", "Jo Marsh"), "elsewhere")
    assert one.mark == two.mark != Removals(texts=("Jo Marsh",)).mark
    assert not removals.NONE.mark


def test_the_samples_stand_whatever_is_taken_out(tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).resolve().parents[1] / "data" / "raw", tmp_path / "raw")
    db = run(tmp_path)
    keys = [row[0] for row in db.execute("select key from decisions order by key")]
    names = [row[0] for row in db.execute("select distinct name from people where name > ''")]
    db.close()
    lines = [f'"{key}",,asked' for key in keys[::3]] + [f',"{n}",asked' for n in names[::2]]
    db = run(tmp_path, *lines)
    left = {row[0] for row in db.execute("select key from decisions")}
    assert left
    assert not left & set(keys[::3])
    everything = said(db)
    assert not [name for name in names[::2] if name in everything]
    sound(db, tmp_path)
