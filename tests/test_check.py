"""`minutebook check` is silent on a whole database, and each kind of damage is found and named."""

import os
import random
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.book import Book
from pipeline.cli import main
from pipeline.dump import dump
from pipeline.engine import opened
from pipeline.ingest import ingest
from tests.test_ingest import TARGET, pages


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with documents of every fake kind, and an older version of one."""
    base = tmp_path_factory.mktemp("whole")
    folder = pages(base / "in", 20)
    ingest([str(folder)], base / "a.db", target=TARGET)
    (folder / "leeds/000.txt").write_text("TITLE: Another roof\nRESOLVED: That £8 be spent\n")
    ingest([str(folder)], base / "a.db", target=TARGET)
    return base / "a.db"


@pytest.fixture
def db(whole: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy.db"
    copy.write_bytes(whole.read_bytes())
    return copy


def run(*arguments: object) -> tuple[int, str]:
    said = CliRunner().invoke(main, ["check", *map(str, arguments)])
    assert said.exception is None or isinstance(said.exception, SystemExit), said.exception
    return said.exit_code, said.output


def change(db: Path, *statements: str) -> None:
    connection = sqlite3.connect(db)
    connection.execute("PRAGMA foreign_keys = off")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_whole_database_is_said_to_be_whole(db: Path) -> None:
    before = db.read_bytes()
    code, said = run(db)
    assert (code, "wrong" in said) == (0, False)
    assert "The database is whole." in said
    assert "1 older versions" in said
    assert db.read_bytes() == before
    assert run("--db", db)[0] == 0


DAMAGE = {
    "evidence": [
        "UPDATE amounts SET quote = '£9' WHERE id = 3",
        "UPDATE amounts SET start = start + 1, stop = stop + 1 WHERE id = 3",
        "UPDATE resolutions SET start = -4 WHERE id = 1",
        "UPDATE documents SET text = replace(text, 'roofs', 'doors') WHERE id = 2",
        "UPDATE decisions SET stop = 99999 WHERE id = 2",
        "UPDATE mentions SET stop = 99999 WHERE id = 2",
    ],
    "references": [
        "DELETE FROM documents WHERE id = 4",
        "UPDATE amounts SET organisation_id = 999 WHERE id = 1",
    ],
    "belonging": [
        "DELETE FROM decisions WHERE id = 3",
        "UPDATE evidence SET row_id = row_id + 1 WHERE id = 2",
        "UPDATE evidence SET column_name = 'colour' WHERE id = 2",
        "UPDATE amounts SET decision_id = 9 WHERE id = 1",
    ],
    "history": [
        "UPDATE versions SET text = text || '.'",
        "UPDATE versions SET rows = replace(rows, '\"start\":', '\"start\":1')",
        "UPDATE versions SET rows = 'nothing'",
    ],
    "search": [
        "DELETE FROM search_rows WHERE id = (SELECT min(id) FROM search_rows)",
        "UPDATE search_rows SET document_id = 999 WHERE id = (SELECT max(id) FROM search_rows)",
        "DELETE FROM search_suppliers",
        "UPDATE search_suppliers SET date = '1999-01-01'",
        "UPDATE search_councils SET decisions = decisions + 1",
        "INSERT INTO search_suppliers VALUES (999, 1, 0, NULL, NULL, 0, 0)",
    ],
    "words": [
        "INSERT INTO search(search) VALUES ('delete-all')",
        "UPDATE decisions SET title = 'Something else' WHERE id = 2",
        "UPDATE resolutions SET text = 'That nothing be done' WHERE id = 2",
    ],
    "tables": ["ALTER TABLE runs DROP COLUMN seen"],
}


@pytest.mark.parametrize(
    "name,statement", [(n, s) for n, many in DAMAGE.items() for s in many], ids=lambda s: s[:50]
)
def test_each_kind_of_damage_is_found_and_named(db: Path, name: str, statement: str) -> None:
    change(db, statement)
    code, said = run(db)
    assert code == 1, said
    assert any(line.startswith("wrong") and f" {name}" in line for line in said.splitlines()), said
    assert "not whole" in said


def test_a_doubled_key_is_found(db: Path) -> None:
    """Only a damaged file can hold one: its index must be taken out to make it."""
    change(
        db,
        "PRAGMA writable_schema = on",
        "UPDATE sqlite_master SET sql = replace(sql, 'UNIQUE (\"key\")', 'CHECK (1)') "
        "WHERE name = 'documents'",
        "DELETE FROM sqlite_master WHERE name = 'sqlite_autoindex_documents_1'",
    )
    change(db, "UPDATE documents SET key = (SELECT key FROM documents WHERE id = 1) WHERE id = 2")
    code, said = run(db)
    assert code == 1
    assert "2 rows have the key" in said or "file" in said


def test_the_index_is_made_anew_on_request(db: Path) -> None:
    before = dump(db)
    for damage in (DAMAGE["search"][0], DAMAGE["words"][0]):
        change(db, damage)
        code, said = run(db)
        assert code == 1
        assert "--repair-index" in said
        assert run(db, "--repair-index")[0] == 0
        assert run(db)[0] == 0
    assert dump(db) == before
    found = CliRunner().invoke(main, ["search", "roofs", "--db", str(db)])
    assert "number 3" in found.output


def test_a_repair_leaves_what_is_not_an_index_alone(db: Path) -> None:
    change(db, DAMAGE["evidence"][0])
    code, said = run(db, "--repair-index")
    assert code == 1
    assert "quotes what the text does not say" in said
    assert "ingest the files again" in said


def test_a_torn_copy_is_told_apart(db: Path, tmp_path: Path) -> None:
    data = db.read_bytes()
    rough = random.Random(3)
    for turn in range(20):
        torn = tmp_path / f"torn{turn}.db"
        torn.write_bytes(data[: rough.randrange(len(data) // 20, len(data) - 1)])
        code, said = run(torn)
        assert code in (1, 76), said
        assert "Traceback" not in said
        assert len(said.splitlines()) < 12
    for turn in range(20):  # a page of zeros, as a disk that was cut off leaves it
        torn = tmp_path / f"zeros{turn}.db"
        at = rough.randrange(1, len(data) // 4096) * 4096
        torn.write_bytes(data[:at] + bytes(4096) + data[at + 4096 :])
        code, said = run(torn)
        assert code in (0, 1), said
        if code == 0:  # the page was free: nothing that counts has gone
            assert dump(torn) == dump(db)


def test_what_is_not_ours_is_refused(tmp_path: Path, db: Path) -> None:
    (tmp_path / "diary").write_text("Dear diary")
    (tmp_path / "nothing").write_bytes(b"")
    for name, wanted in (("diary", 76), ("nothing", 76), ("none", 74), ("", 74)):
        for more in ([], ["--repair-index"]):
            code, said = run(tmp_path / name, *more)
            assert code == wanted, said
            assert len(said.strip().splitlines()) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.db", "diary", "nothing"]


def test_a_database_that_cannot_be_written_is_checked_on_a_copy(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline import check as module

    real = module._agrees

    def refused(path: Path) -> tuple[str, ...]:
        if path == db:
            raise sqlite3.OperationalError("attempt to write a readonly database")
        return real(path)

    monkeypatch.setattr(module, "_agrees", refused)
    assert run(db)[0] == 0
    change(db, DAMAGE["words"][0])
    assert run(db)[0] == 1


def test_an_unfinished_run_is_mentioned(db: Path) -> None:
    with opened(db) as connections:
        book = Book(*connections)
        with book.transaction():
            book.close_run(2, finished_at=None)
    code, said = run(db)
    assert code == 0
    assert "did not finish" in said


def test_damage_to_one_bit_is_never_a_crash(db: Path, tmp_path: Path) -> None:
    data = bytearray(db.read_bytes())
    rough = random.Random(5)
    for _ in range(40):
        at, bit = rough.randrange(100, len(data)), rough.randrange(8)
        data[at] ^= 1 << bit
        flipped = tmp_path / "flipped.db"
        flipped.write_bytes(data)
        code, said = run(flipped)
        assert code in (0, 1, 76)
        assert "Traceback" not in said
        data[at] ^= 1 << bit
    assert os.path.getsize(db) == len(data)
