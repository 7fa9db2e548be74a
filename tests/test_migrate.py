"""C4: a database of any schema there ever was becomes one of the newest, every row and key kept."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import create_engine, create_mock_engine

from pipeline import engine, migrate, migrate_draft, reading
from pipeline.cli import main
from pipeline.dump import dump
from pipeline.engine import opened
from pipeline.ingest import Summary, ingest
from pipeline.stop import Stop
from schemas import search, tables

HERE = Path(__file__).parent
FIRST = HERE / "migrations" / "v1.sql"
Rows = dict[str, set[tuple[object, ...]]]


def first(path: Path) -> Path:
    """Make a database as the first schema's own code left it."""
    connection = sqlite3.connect(path)
    connection.executescript(FIRST.read_text(encoding="utf-8"))
    connection.close()
    return path


def rows(db: Path, like: Path | None = None) -> Rows:
    """Return every table's rows, in the columns that another database has."""
    with sqlite3.connect(db) as own, sqlite3.connect(like or db) as other:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
        found = {}
        for (table,) in other.execute(names).fetchall():
            columns = [c[1] for c in other.execute(f"PRAGMA table_info({table})")]
            found[table] = set(own.execute(f"SELECT {', '.join(columns)} FROM {table}"))
        return found


def shapes(db: Path) -> list[str]:
    with create_engine(f"sqlite:///{db}").connect() as connection:
        return migrate.shape(connection)


def healthy(db: Path) -> None:
    connection = sqlite3.connect(db)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute(search.CHECK)
    connection.close()


def newest() -> list[str]:
    with create_engine("sqlite://").connect() as connection:
        tables.create(connection)
        return migrate.shape(connection)


def test_the_steps_end_in_the_schema_of_today() -> None:
    """Fails when schemas/ changes without a step: `make step NAME=what_changed` writes one."""
    with create_engine("sqlite://").connect() as connection:
        migrate.upgrade(connection, 0)
        assert migrate.shape(connection) == newest()
        assert migrate.mark(connection) == migrate.steps()[-1].ends_in
    assert len(migrate.steps()) == reading.SCHEMA_VERSION


def test_the_comparison_sees_every_kind_of_change() -> None:
    """The control of the test above."""
    changes = (
        "ALTER TABLE runs ADD COLUMN note TEXT",
        "ALTER TABLE runs DROP COLUMN version",
        "DROP INDEX quarantine_path",
        "CREATE TABLE more (id INTEGER PRIMARY KEY)",
        "DROP VIEW coverage",
        "DROP TABLE search",
        "ALTER TABLE runs RENAME COLUMN rules TO rule",
    )
    marks = set()
    for change in changes:
        with create_engine("sqlite://").connect() as connection:
            tables.create(connection)
            connection.exec_driver_sql(change)
            assert migrate.shape(connection) != newest(), change
            marks.add(migrate.mark(connection))
    assert len(marks) == len(changes)


def test_a_database_of_the_first_schema_becomes_one_of_the_newest(tmp_path: Path) -> None:
    db = first(tmp_path / "a.db")
    before = rows(db)
    assert sum(map(len, before.values())) > 300
    with opened(db):
        pass
    old = first(tmp_path / "old.db")
    assert rows(db, like=old) == before
    assert shapes(db) == newest()
    healthy(db)
    assert sqlite3.connect(db).execute("PRAGMA user_version").fetchone() == (
        reading.SCHEMA_VERSION,
    )


def test_an_upgraded_database_goes_on_where_it_was(tmp_path: Path) -> None:
    db = first(tmp_path / "a.db")
    keys = {"SELECT key FROM documents", "SELECT key FROM decisions", "SELECT key FROM matters"}
    with sqlite3.connect(db) as connection:
        before = {q: set(connection.execute(q).fetchall()) for q in keys}
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "new.txt").write_text("Another page altogether.\n", encoding="utf-8")
    assert ingest([str(folder)], db, target="tests.fakes:work") == Summary(seen=1, inserted=1)
    with sqlite3.connect(db) as connection:
        for query, known in before.items():
            assert known <= set(connection.execute(query).fetchall())
    healthy(db)


STEP = migrate.Step(
    reading.SCHEMA_VERSION + 1,
    "made_up",
    (
        "CREATE TABLE extras (id {whole} NOT NULL, worth {real}, PRIMARY KEY (id))",
        "INSERT INTO extras (id, worth) SELECT id, pence / 100.0 FROM amounts",
        "ALTER TABLE runs ADD COLUMN note TEXT",
        "ALTER TABLE decisions RENAME TO decisions_old",
        "ALTER TABLE decisions_old RENAME TO decisions",
    ),
    "",
)


@pytest.fixture
def one_step_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a schema newer than today's, in this process."""
    found = (*migrate.steps(), STEP)
    monkeypatch.setattr(migrate, "steps", lambda: found)
    for module in (engine, reading):
        monkeypatch.setattr(module, "SCHEMA_VERSION", STEP.number)


@pytest.mark.usefixtures("one_step_more")
def test_a_step_that_moves_data_keeps_all_other_rows(tmp_path: Path) -> None:
    db = first(tmp_path / "a.db")
    before = rows(db)
    with opened(db):
        pass
    assert rows(db, like=first(tmp_path / "old.db")) == before
    with sqlite3.connect(db) as connection:
        assert connection.execute("SELECT count(*) FROM extras").fetchone() == (
            len(before["amounts"]),
        )
    healthy(db)


@pytest.mark.usefixtures("one_step_more")
def test_a_step_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for broken in ("INSERT INTO nowhere VALUES (1)", "DELETE FROM councils"):
        bad = migrate.Step(STEP.number, "bad", (*STEP.statements, broken), "")
        monkeypatch.setattr(migrate, "steps", lambda bad=bad: (*original(), bad))
        db = first(tmp_path / f"{len(broken)}.db")
        before = dump_of(db)
        with pytest.raises(Stop) as stop, opened(db):
            pass
        assert "\n" not in str(stop.value)
        assert dump_of(db) == before
        healthy(db)


original = migrate.steps


def dump_of(db: Path) -> list[str]:
    connection = sqlite3.connect(db)
    found = [f"{connection.execute('PRAGMA user_version').fetchone()}", *connection.iterdump()]
    connection.close()
    return found


KILLED = """
import os, signal, sys
from sqlalchemy import Connection
from pipeline import engine, migrate, reading
from tests.test_migrate import STEP
steps = (*migrate.steps(), STEP)
migrate.steps = lambda: steps
engine.SCHEMA_VERSION = reading.SCHEMA_VERSION = STEP.number
count, run = 0, Connection.exec_driver_sql
def counted(self, *given):
    global count
    count += 1
    if count > int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    return run(self, *given)
Connection.exec_driver_sql = counted
with engine.opened(sys.argv[1]):
    pass
"""


def test_an_upgrade_that_is_killed_at_any_statement_has_not_happened(tmp_path: Path) -> None:
    wanted = dump_of(first(tmp_path / "whole.db"))
    kills = 0
    for after in (1, 3, 9, 13, 17, 20, 60):
        db = first(tmp_path / f"{after}.db")
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(db), str(after)], cwd=HERE.parent, check=False
        )
        assert done.returncode in (0, -signal.SIGKILL)
        kills += done.returncode != 0
        if done.returncode:
            assert dump_of(db) == wanted
        else:
            assert f"({STEP.number},)" in dump_of(db)[0]
    assert kills >= 4


def test_readers_say_how_to_upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = first(tmp_path / "a.db")
    monkeypatch.setattr(reading, "SCHEMA_VERSION", reading.SCHEMA_VERSION + 1)
    with pytest.raises(reading.CannotRead) as refused:
        dump(db)
    assert refused.value.code == 76
    assert "minutebook upgrade" in str(refused.value)


def test_the_command_keeps_a_copy(tmp_path: Path) -> None:
    db, copy = first(tmp_path / "a.db"), tmp_path / "copy.db"
    before = rows(db)
    said = CliRunner().invoke(main, ["upgrade", "--db", str(db), "--backup", str(copy)])
    assert said.exit_code == 0, said.output
    assert rows(copy) == before
    again = CliRunner().invoke(main, ["upgrade", "--db", str(db), "--backup", str(copy)])
    assert again.exit_code == 2
    assert "is there already" in again.output
    gone = CliRunner().invoke(main, ["upgrade", "--db", str(tmp_path / "none.db")])
    assert gone.exit_code == 74
    assert not os.path.exists(tmp_path / "none.db")


def test_the_draft_writes_what_a_change_asks_for() -> None:
    with create_engine("sqlite://").connect() as connection:
        tables.create(connection)
        assert migrate_draft.draft(connection) == []
        for change in (
            "ALTER TABLE mentions DROP COLUMN name",
            "ALTER TABLE decisions ADD COLUMN colour TEXT",
            "DROP INDEX quarantine_path",
            "DROP TABLE vote_positions",
            "CREATE TABLE old_ideas (id INTEGER PRIMARY KEY)",
            "CREATE VIEW old_view AS SELECT 1",
        ):
            connection.exec_driver_sql(change)
        statements = migrate_draft.draft(connection)
        for statement in statements:
            types = {"whole": "INTEGER", "real": "FLOAT"}
            connection.exec_driver_sql(statement.format(**types))
        assert migrate_draft.draft(connection) == []
    assert any(s.startswith("CREATE TABLE vote_positions ( id {whole}") for s in statements)
    assert "DROP VIEW old_view;" in statements


def test_the_draft_leaves_to_people_what_it_cannot_tell() -> None:
    with create_engine("sqlite://").connect() as connection:
        tables.create(connection)
        connection.exec_driver_sql("ALTER TABLE runs DROP COLUMN finished_at")
        connection.exec_driver_sql("ALTER TABLE runs ADD COLUMN finished_at INTEGER")
        said = migrate_draft.draft(connection)
    assert said == ["-- BY HAND: runs.finished_at has another type, key or is now required"]


def test_every_step_is_sql_for_postgresql_too() -> None:
    said: list[str] = []
    fake = create_mock_engine("postgresql+psycopg://", lambda *_: None)
    for step in migrate.steps():
        for statement in step.statements:
            types = migrate._TYPES[fake.dialect.name]
            said.append(statement.format(**types))
    assert not [s for s in said if "{" in s or "AUTOINCREMENT" in s.upper()]
    assert any("BIGINT NOT NULL" in s for s in said)


def test_c4_control_without_our_transactions_half_an_upgrade_stays(tmp_path: Path) -> None:
    """SQLAlchemy and sqlite3 as they come: a failed step leaves its first statements behind."""
    db = first(tmp_path / "a.db")
    before = dump_of(db)
    with create_engine(f"sqlite:///{db}").connect() as connection:
        transaction = connection.begin()
        connection.exec_driver_sql("CREATE TABLE extras (id INTEGER PRIMARY KEY)")
        transaction.rollback()
    assert dump_of(db) != before
