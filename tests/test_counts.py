"""What suppliers and councils are counted by says what the tables say."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.ingest import ingest
from schemas import search
from tests import books


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{books.sample()}?mode=ro", uri=True)
    yield connection
    connection.close()


def test_the_rows_of_suppliers_are_those_of_the_view(db: sqlite3.Connection) -> None:
    told = db.execute(
        "SELECT s.organisation_id, s.resolution_id, c.name, s.date, s.in_resolution, s.is_award "
        "FROM search_suppliers s LEFT JOIN councils c ON c.id = s.council_id "
        "WHERE s.resolution_id > 0 ORDER BY 1, 2"
    ).fetchall()
    view = db.execute(
        "SELECT organisation_id, resolution_id, council, date, in_resolution, action = 'award' "
        "FROM supplier_resolutions ORDER BY 1, 2"
    ).fetchall()
    assert told == view
    assert len(told) > 10
    assert {row[4] for row in told} == {0, 1}


def test_every_decision_that_names_a_supplier_counts_once(db: sqlite3.Connection) -> None:
    first = {row[0]: row[1] or row[0] for row in db.execute("SELECT id, same_as FROM decisions")}
    named = {
        (organisation, first[decision])
        for organisation, decision in db.execute(
            "SELECT m.organisation_id, m.decision_id FROM mentions m JOIN organisations g "
            "ON g.id = m.organisation_id AND g.kind = 'supplier' "
            "WHERE m.decision_id IS NOT NULL AND m.role IN ('supplier', 'other')"
        )
    }
    rows = db.execute("SELECT organisation_id, decision_id, resolution_id FROM search_suppliers")
    found = rows.fetchall()
    assert {row[:2] for row in found} == named
    bare = [row[:2] for row in found if row[2] == 0]
    assert len(bare) == len(set(bare))
    assert not {row[:2] for row in found if row[2]} & set(bare)
    assert any(first[number] != number for number in first)  # one is told on several pages


def test_councils_are_counted(db: sqlite3.Connection) -> None:
    for council, *counted in db.execute("SELECT * FROM search_councils").fetchall():
        direct = [
            db.execute(query, (council,)).fetchone()[0]
            for query in (
                "SELECT count(*) FROM documents WHERE coalesce(council_id, 0) = ?",
                "SELECT count(*) FROM decisions WHERE coalesce(council_id, 0) = ? "
                "AND same_as IS NULL",
                "SELECT count(*) FROM resolutions r JOIN documents o ON o.id = r.document_id "
                "WHERE coalesce(o.council_id, 0) = ?",
            )
        ]
        assert counted == direct
    assert db.execute("SELECT count(*) FROM search_councils").fetchone()[0] > 3


COUNTED = "SELECT decision_id, resolution_id > 0, is_award FROM search_suppliers ORDER BY 1, 2"


def test_counts_follow_the_pages(tmp_path: Path) -> None:
    folder, db = tmp_path / "in" / "leeds", tmp_path / "a.db"
    folder.mkdir(parents=True)

    def after(text: str) -> list[tuple[int, ...]]:
        (folder / "a.txt").write_text(text)
        ingest([str(folder)], db, workers=1, target="tests.fakes:work")
        with sqlite3.connect(db) as connection:
            return connection.execute(COUNTED).fetchall()

    limbs = "TITLE: New ferries\nRESOLVED: That the quay be lit\nRESOLVED: That oars be bought\n"
    assert after(f"{limbs}SUPPLIER: Tern Quay Lighting Ltd\n") == [(1, 1, 0), (1, 1, 0)]
    assert after("TITLE: New ferries\nSUPPLIER: Tern Quay Lighting Ltd\n") == [(1, 0, 0)]
    assert after(limbs) == []


def test_a_run_that_is_cut_off_leaves_no_count_of_rows_that_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The numbers of rows that are gone come again, with other words in them."""
    folder, db = tmp_path / "in" / "leeds", tmp_path / "a.db"
    folder.mkdir(parents=True)

    def read(**pages: str) -> None:
        for name, text in pages.items():
            (folder / f"{name}.txt").write_text(text)
        ingest([str(folder)], db, workers=1, target="tests.fakes:work")

    lit = "TITLE: New ferries\nRESOLVED: That the quay be lit\nSUPPLIER: Tern Quay Lighting Ltd\n"
    bare = "RESOLVED: That buoys be painted\nSUPPLIER: Fulmar Buoys Ltd\n"
    read(a=lit, b=f"TITLE: Buoys\n{bare}", c="TITLE: Moorings\nSUPPLIER: Fulmar Buoys Ltd\n")

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.ingest.derive", cut_off)
    for page in "abc":
        with pytest.raises(KeyboardInterrupt):
            read(**{page: "TITLE: Other\nRESOLVED: That the pier be closed\n"})
    with sqlite3.connect(db) as connection:
        assert connection.execute("SELECT * FROM search_suppliers").fetchall() == []
        assert connection.execute("SELECT count(*) FROM resolutions").fetchone() == (3,)


def test_what_has_no_decision_is_forgotten_with_its_page(tmp_path: Path) -> None:
    folder, db = tmp_path / "in" / "leeds", tmp_path / "a.db"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("TITLE: New ferries\nRESOLVED: That a\nRESOLVED: That b\n")
    ingest([str(folder)], db, workers=1, target="tests.fakes:work")
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE resolutions SET decision_id = NULL WHERE id = 1")
        for resolution in (1, 7):  # of this page, and of another
            row = (5, 0, resolution, None, None, 1, 0)
            connection.execute("INSERT INTO search_suppliers VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        for statement in search.FORGET:
            connection.execute(statement, {"document": 1})
        left = connection.execute("SELECT resolution_id FROM search_suppliers").fetchall()
    assert left == [(7,)]


def test_they_are_made_anew_with_the_search_index(tmp_path: Path) -> None:
    db = tmp_path / "copy.db"
    db.write_bytes(books.sample().read_bytes())
    tables = ("search_suppliers", "search_councils")
    with sqlite3.connect(db) as connection:
        before = [connection.execute(f"SELECT * FROM {t}").fetchall() for t in tables]
        for table in tables:
            connection.execute(f"DELETE FROM {table}")
    told = CliRunner().invoke(main, ["check", "--repair-index", str(db)])
    assert told.exit_code == 0, told.output
    with sqlite3.connect(db) as connection:
        assert [connection.execute(f"SELECT * FROM {t}").fetchall() for t in tables] == before
    assert all(before)
