"""A3: after a loss of power the database is whole and every acknowledged document is in it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import engine
from pipeline.wire import FACT_TABLES
from schemas import search
from tests.levels import level
from tests.power import STRACE, images, record
from tests.test_ingest import pages

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")
Counts = dict[str, tuple[int, ...]]


def counted(connection: sqlite3.Connection) -> Counts:
    """Return how many rows of each kind each document has."""
    found = {}
    for number, path, text in connection.execute("SELECT id, path, text FROM documents").fetchall():
        sizes = [
            connection.execute(f"SELECT count(*) FROM {t} WHERE document_id = ?", (number,))
            for t in (*FACT_TABLES, "search_rows", "document_addresses")
        ]
        found[path] = (len(text), *(size.fetchone()[0] for size in sizes))
    return found


def fault(files: dict[str, bytes], db: Path, acked: list[str], whole: Counts) -> str | None:
    """Put the files of an image in place; return in a word what is wrong with it."""
    for name in db.parent.glob(f"{db.name}*"):
        name.unlink()
    for name, data in files.items():
        Path(name).write_bytes(data)
    if not db.exists():
        return "gone" if acked else None
    connection = sqlite3.connect(db)
    try:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return "corrupt"
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            return "references"
        connection.execute(search.CHECK)
        there = counted(connection)
        if any(whole[path] != sizes for path, sizes in there.items()):
            return "partial"
        if set(acked) - there.keys():
            return "lost"
    except sqlite3.DatabaseError:
        return "corrupt"
    finally:
        connection.close()
    return None


def faults(scratch: Path, count: int, before: Callable[[], None] = lambda: None) -> list[str]:
    folder, db = pages(scratch / "in", 9), scratch / "a.db"
    ops = record(folder, db, scratch, before)
    assert sum(op.kind == "ack" for op in ops) == 9
    assert any(op.kind == "sync" for op in ops) or before
    connection = sqlite3.connect(db)
    whole = counted(connection)
    connection.close()
    found = [fault(files, db, acked, whole) for files, acked in images(ops, db, count, 3)]
    return [word for word in found if word]


def test_a3_no_image_is_corrupt_partial_or_without_what_was_acknowledged(tmp_path: Path) -> None:
    assert faults(tmp_path, level(500, 5_000)) == []


def setting(**changed: str) -> Callable[[], None]:
    """Return what gives the writer's connection other settings than ours."""

    def change() -> None:
        kept = [s for s in engine._SETTINGS if s.partition(" ")[0] not in changed]
        engine._SETTINGS = (*kept, *(f"{k} = {v}" for k, v in changed.items()))  # type: ignore[assignment]
        if "journal_mode" in changed:
            made = engine._engine
            mode = changed["journal_mode"]
            engine._engine = lambda path, journal="wal", *more, **other: made(  # type: ignore[assignment]
                path, mode, *more, **other
            )

    return change


def test_a3_control_without_syncs_images_are_corrupt(tmp_path: Path) -> None:
    found = faults(tmp_path, 200, setting(synchronous="off"))
    assert len(found) >= 50
    assert "corrupt" in found


def test_a3_control_with_the_journal_in_memory_images_are_corrupt(tmp_path: Path) -> None:
    found = faults(tmp_path, 200, setting(journal_mode="memory"))
    assert len(found) >= 50
    assert "corrupt" in found
