"""A8: every flipped bit of a database is found, or changes nothing that anybody can read."""

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import check as checking
from pipeline.check import Found, check
from pipeline.ingest import ingest
from pipeline.reading import CannotRead, connect
from schemas import search
from schemas.shapes import CLASSES
from schemas.views import VIEWS
from tests.levels import level
from tests.test_ingest import TARGET, pages


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with documents, an older version, a refused file and an analyst's own view."""
    base = tmp_path_factory.mktemp("flips")
    folder = pages(base / "in", 12)
    (folder / "leeds/bad.txt").write_text("REFUSE")
    ingest([str(folder)], base / "a.db", target=TARGET)
    (folder / "leeds/000.txt").write_text("TITLE: Another roof\nRESOLVED: That £8 be spent\n")
    ingest([str(folder)], base / "a.db", target=TARGET)
    connection = sqlite3.connect(base / "a.db")
    connection.executescript("CREATE VIEW mine AS SELECT title FROM decisions; PRAGMA "
                             "wal_checkpoint(truncate); PRAGMA journal_mode = delete;")  # fmt: skip
    connection.close()
    return base / "a.db"


def readable(db: Path) -> list[list[Any]]:
    """Return all that anybody can read: tables, views, what a search finds, what made them."""
    connection = connect(db)
    try:
        connection.row_factory = None
        names = (*sorted(CLASSES), *sorted(VIEWS), "search_rows", *search.COUNTS, "mine")
        said = [connection.execute(f"SELECT * FROM {name}").fetchall() for name in names]
        said.append(connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall())
        for word in ("roofs", "xkresolution", "spent", "number"):
            hits = connection.execute("SELECT rowid, bm25(search) FROM search(?)", (word,))
            said.append(hits.fetchall())
        return said
    finally:
        connection.close()


def found(db: Path) -> bool:
    """Tell whether `check` finds anything wrong."""
    try:
        return any(part.faults for part in check(db))
    except (CannotRead, sqlite3.Error):
        return True


def flips(whole: Path, scratch: Path, count: int, seed: int) -> Iterator[Path]:
    """Yield copies of a database in which one bit is another, nine in ten of what is not empty."""
    data, rough = bytearray(whole.read_bytes()), random.Random(seed)
    used = [at for at, byte in enumerate(data) if byte]
    for turn in range(count):
        at = rough.choice(used) if turn % 10 else rough.randrange(len(data))
        bit = 1 << rough.randrange(8)
        data[at] ^= bit
        (scratch / "flipped.db").write_bytes(data)
        data[at] ^= bit
        yield scratch / "flipped.db"


def is_harmless(db: Path, wanted: list[list[Any]]) -> bool:
    try:
        return readable(db) == wanted
    except (CannotRead, sqlite3.Error, UnicodeDecodeError):
        return False


def missed(whole: Path, scratch: Path, count: int) -> tuple[int, int]:
    """Return how many flips change what is read and are not found, and how many are found."""
    wanted = readable(whole)
    unseen = seen = 0
    for db in flips(whole, scratch, count, seed=11):
        if found(db):
            seen += 1
        else:
            unseen += not is_harmless(db, wanted)
    return unseen, seen


def test_a8_every_flipped_bit_is_found_or_changes_nothing(whole: Path, tmp_path: Path) -> None:
    assert not found(whole)
    count = level(120, 1_000)
    unseen, seen = missed(whole, tmp_path, count)
    print(f"{count} flips: {seen} found, {unseen} missed, the others change nothing")
    assert unseen == 0
    assert seen > count // 3


def test_a8_control_without_seals_flips_are_missed(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_sealed", lambda _: Found("seals", ""))
    unseen, _ = missed(whole, tmp_path, 120)
    assert unseen > 5


def test_a_flip_names_its_document(whole: Path, tmp_path: Path) -> None:
    data = bytearray(whole.read_bytes())
    connection = connect(whole)
    key, path, title = connection.execute(
        "SELECT d.key, d.path, c.title FROM decisions c JOIN documents d ON d.id = c.document_id "
        "WHERE d.path LIKE '%004.txt'"
    ).fetchone()
    connection.close()
    places = [i for i in range(len(data)) if data.startswith(title.encode(), i)]
    named = set()
    for place in places:
        data[place] ^= 1
        (tmp_path / "a.db").write_bytes(data)
        data[place] ^= 1
        said = [fault for part in check(tmp_path / "a.db") for fault in part.faults]
        assert said
        named.update(fault.partition(": ")[2] for fault in said if f"{key} ({path})" in fault)
    assert any("decisions row" in fault for fault in named), named
