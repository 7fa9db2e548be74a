import fcntl
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline import identity
from pipeline.dump import dump
from pipeline.engine import opened
from pipeline.ingest import Summary, ingest
from pipeline.stop import Stop

PAGE = "TITLE: Bridge repairs agreed\nMEETING: Cabinet | 2024-02-01\nRESOLVED: That £{} be spent\n"


class Desk:
    """A folder of pages and a database beside it."""

    def __init__(self, folder: Path) -> None:
        self.pages, self.db = folder / "in", folder / "out.db"
        self.pages.mkdir()

    def write(self, **pages: str) -> None:
        for name, text in pages.items():
            (self.pages / f"{name}.txt").write_text(text)

    def ingest(self, **options: Any) -> Summary:
        return ingest([str(self.pages)], self.db, workers=1, target="tests.fakes:work", **options)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.db)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def do(self, statement: str) -> None:
        connection = sqlite3.connect(self.db)
        connection.execute(statement)
        connection.commit()
        connection.close()

    def healthy(self) -> None:
        assert self.ask("PRAGMA integrity_check") == [("ok",)]
        assert self.ask("PRAGMA foreign_key_check") == []
        connection = sqlite3.connect(self.db)
        connection.execute("INSERT INTO search(search, rank) VALUES('integrity-check', 1)")
        connection.close()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_second_run_writes_its_own_row_alone(desk: Desk) -> None:
    desk.write(a=PAGE.format(5), b="plain")
    assert desk.ingest() == Summary(seen=2, inserted=2)
    before = dump(desk.db), desk.ask("SELECT count(*) FROM runs")
    assert desk.ingest() == Summary(seen=2, unchanged=2)
    assert dump(desk.db) == before[0]
    assert desk.ask("SELECT count(*) FROM runs") == [(2,)]
    desk.healthy()


def test_a_changed_page_keeps_what_it_said(desk: Desk) -> None:
    desk.write(a=PAGE.format(5))
    desk.ingest()
    desk.write(a=PAGE.format(7))
    assert desk.ingest() == Summary(seen=1, updated=1)
    assert desk.ask("SELECT pence FROM amounts") == [(700,)]
    ((rows, text),) = desk.ask("SELECT rows, text FROM versions")
    assert "£5" in text
    assert '"pence":500' in rows
    changes = desk.ask("SELECT cause, table_name, column_name, old, new FROM changes")
    assert ("text", "resolutions", "text", "That £5 be spent", "That £7 be spent") in changes
    assert ("text", "amounts", None, "£5", None) in changes
    assert ("text", "amounts", None, None, "£7") in changes
    desk.healthy()


def test_a_page_that_goes_back_has_one_older_version(desk: Desk) -> None:
    for pence in (5, 7, 5):
        desk.write(a=PAGE.format(pence))
        desk.ingest()
    assert desk.ask("SELECT count(*), max(instr(text, '£7')) > 0 FROM versions") == [(1, 1)]
    assert desk.ask("SELECT pence FROM amounts") == [(500,)]


def test_the_same_text_in_other_bytes_is_the_same_version(desk: Desk) -> None:
    desk.write(a=PAGE.format(5))
    desk.ingest()
    before = dump(desk.db)
    desk.write(a=PAGE.format(5).replace("\n", "\n\n"))
    assert desk.ingest() == Summary(seen=1, unchanged=1)
    assert desk.ask("SELECT count(*) FROM document_addresses") == [(1,)]
    assert desk.ask("SELECT count(*) FROM versions") == [(0,)]
    after = dump(desk.db)
    assert [x for x in after.split("\n") if not x.startswith("document_addresses")] == [
        x for x in before.split("\n") if not x.startswith("document_addresses")
    ]
    assert desk.ingest() == Summary(seen=1, unchanged=1)


def test_a_page_known_by_its_id_is_one_document_at_two_addresses(desk: Desk) -> None:
    page = PAGE.format(5) + "PAGE: ieDecisionDetails:ID=7\n"
    desk.write(a=page, b=page)
    assert desk.ingest(council="leeds") == Summary(seen=2, inserted=1, unchanged=1)
    assert desk.ask("SELECT key, path FROM documents") == [
        ("leeds/ieDecisionDetails:ID=7", "a.txt")
    ]
    assert desk.ask("SELECT path FROM document_addresses") == [("a.txt",), ("b.txt",)]
    assert desk.ask("SELECT key FROM decisions") == [("leeds/ieDecisionDetails:ID=7#at1",)]


def test_another_rule_set_reads_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write(a=PAGE.format(5), e="")
    desk.ingest()
    before = dump(desk.db)
    monkeypatch.setattr(identity, "rules", lambda: "other")
    assert desk.ingest() == Summary(seen=2, unchanged=1, quarantined=1)
    assert dump(desk.db) == before
    assert {r[0].partition(":")[0] for r in desk.ask("SELECT inputs FROM document_addresses")} == {
        "other"
    }
    assert desk.ingest() == Summary(seen=2, unchanged=1, quarantined=1)


def test_another_council_gives_the_page_another_key(desk: Desk) -> None:
    desk.write(a=PAGE.format(5))
    desk.ingest()
    assert desk.ingest(council="leeds") == Summary(seen=1, updated=1)
    assert desk.ask("SELECT key FROM documents") == [("leeds/file/a.txt",)]
    assert desk.ask("SELECT code FROM councils") == [("LDS",)]
    changes = desk.ask("SELECT DISTINCT cause FROM changes")
    assert changes == [("council",)]
    desk.healthy()


def test_council_by_option_sidecar_folder_and_page(desk: Desk) -> None:
    (desk.pages / "kent").mkdir()
    said = "COUNCIL: own-council Own Council"
    desk.write(a=said, b=said, c="nobody's", d=said)
    (desk.pages / "kent/e.txt").write_text(said)
    (desk.pages / "b.txt.json").write_text('{"council": "Leeds City Council"}')
    (desk.pages / "d.txt.json").write_text(
        '{"council": "Kent", "url": "https://democracy.leeds.gov.uk/x.aspx"}'
    )
    desk.ingest()
    query = "SELECT d.path, c.slug FROM documents d LEFT JOIN councils c ON c.id = d.council_id"
    assert dict(desk.ask(query)) == {
        "a.txt": "own-council", "b.txt": "leeds", "c.txt": None, "d.txt": None,
        "kent/e.txt": "kent",
    }  # fmt: skip
    assert desk.ask("SELECT rule FROM issues") == [("council.tie",)]
    assert desk.ask("SELECT url FROM documents WHERE path = 'd.txt'") == [
        ("https://democracy.leeds.gov.uk/x.aspx",)
    ]


def test_quarantine_is_left_by_a_file_that_succeeds(desk: Desk) -> None:
    desk.write(a="BOOM exit", b="fine")
    assert desk.ingest() == Summary(seen=2, inserted=1, quarantined=1)
    assert desk.ask("SELECT path, stage, reason, detail FROM quarantine") == [
        ("a.txt", "parse", "crashed", "exit 0 without an answer")
    ]
    heard: list[tuple[str, str, str | None]] = []
    assert desk.ingest(progress=lambda *said: heard.append(said)).quarantined == 1
    assert heard == [("a.txt", "quarantined", "crashed"), ("b.txt", "unchanged", None)]
    assert desk.ingest(retry=True).quarantined == 1
    desk.write(a="fine too")
    assert desk.ingest() == Summary(seen=2, inserted=1, unchanged=1)
    assert desk.ask("SELECT * FROM quarantine") == []


def test_a_file_that_is_gone_and_one_that_has_moved(desk: Desk) -> None:
    desk.write(a=PAGE.format(5), b="stays", c="goes")
    desk.ingest()
    (desk.pages / "a.txt").rename(desk.pages / "z.txt")
    (desk.pages / "c.txt").unlink()
    desk.ingest()
    assert desk.ask("SELECT path FROM documents ORDER BY path") == [
        ("b.txt",), ("c.txt",), ("z.txt",),
    ]  # fmt: skip
    assert desk.ask("SELECT count(*) FROM amounts") == [(1,)]
    missing = "SELECT path FROM document_addresses WHERE missing_since IS NOT NULL ORDER BY path"
    assert desk.ask(missing) == [("a.txt",), ("c.txt",)]
    desk.write(c="goes")
    assert desk.ingest() == Summary(seen=3, unchanged=3)
    assert desk.ask(missing) == [("a.txt",)]


def test_another_page_at_the_same_path(desk: Desk) -> None:
    desk.write(a="PAGE: mgAi:ID=1\none")
    desk.ingest(council="kent")
    desk.write(a="PAGE: mgAi:ID=2\ntwo")
    assert desk.ingest(council="kent") == Summary(seen=1, inserted=1)
    keys = [("kent/mgAi:ID=1",), ("kent/mgAi:ID=2",)]
    assert desk.ask("SELECT key FROM documents ORDER BY id") == keys
    assert desk.ingest(council="kent") == Summary(seen=1, unchanged=1)


def test_every_quote_stands_where_it_says(desk: Desk) -> None:
    desk.write(a="é\n" + PAGE.format(5) + "SUPPLIER: Oak Ltd; £9", b=PAGE.format(6))
    desk.ingest()
    for table in ("amounts", "resolutions", "mentions", "evidence", "meeting_notes"):
        wrong = (
            f"SELECT count(*) FROM {table} f JOIN documents d ON d.id = f.document_id "
            "WHERE substr(d.text, f.start + 1, f.stop - f.start) <> f.quote"
        )
        assert desk.ask(wrong) == [(0,)]
    row_ids = "SELECT count(*) FROM evidence e JOIN decisions d ON d.id = e.row_id"
    assert desk.ask(f"{row_ids} AND d.document_id = e.document_id") == [(2,)]


def test_rows_that_contradict_each_other_cost_their_file_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write(a=PAGE.format(5), b=PAGE.format(6))
    store = sys.modules["pipeline.store"]
    keys = store.identity.decision_keys
    monkeypatch.setattr(store.identity, "decision_keys", lambda _, rows: keys("same", rows))
    assert desk.ingest() == Summary(seen=2, inserted=1, quarantined=1)
    assert desk.ask("SELECT path, stage, reason FROM quarantine") == [
        ("b.txt", "store", "internal_error")
    ]
    assert desk.ask("SELECT pence FROM amounts") == [(500,)]
    desk.healthy()


def kinds_of_strangers(folder: Path) -> dict[str, Path]:
    (folder / "text").write_text("my diary")
    (folder / "nothing").write_bytes(b"")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    for name, mark in (("other", 77), ("newer", 0x4D425543)):
        connection = sqlite3.connect(folder / name)
        connection.execute("CREATE TABLE t (x)")
        connection.execute(f"PRAGMA application_id = {mark}")
        connection.execute("PRAGMA user_version = 999")
        connection.close()
    return {p.name: p for p in folder.iterdir()}


def test_a_file_that_is_not_ours_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for name, path in kinds_of_strangers(tmp_path / "x").items():
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(Stop) as stop, opened(path):
            pass
        assert stop.value.code == 76, name
        assert "\n" not in str(stop.value)
        assert before is None or path.read_bytes() == before
    assert sorted(p.name for p in (tmp_path / "x").iterdir()) == [
        "folder", "newer", "nothing", "other", "pipe", "text",
    ]  # fmt: skip


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db"), pytest.raises(Stop) as stop, opened(tmp_path / "a.db"):
        pass
    assert stop.value.code == 75
    assert f"process {os.getpid()}" in str(stop.value)
    handle = os.open(tmp_path / "a.db.lock", os.O_RDWR)
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(handle)


def test_the_writer_is_set_up_to_survive(tmp_path: Path) -> None:
    (tmp_path / "a.db.part").write_bytes(b"left by a kill")
    with opened(tmp_path / "a.db") as (connection, _):
        settings = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        said = [connection.exec_driver_sql(f"PRAGMA {s}").scalar() for s in settings]
        assert said == ["wal", 2, 1, 0]
        assert connection.exec_driver_sql("PRAGMA cell_size_check").scalar() == 1
    assert not list(tmp_path.glob("*.part*"))


def test_a_full_disk_is_one_line_and_loses_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write(a=PAGE.format(5), b=PAGE.format(6))
    spine = sys.modules["pipeline.ingest"]
    save = spine.save

    def full(book: Any, new: Any) -> str:
        if new.path == "b.txt":
            book.connection.exec_driver_sql("PRAGMA max_page_count = 1")
            book.connection.exec_driver_sql("CREATE TABLE much (x)")
            book.connection.exec_driver_sql("INSERT INTO much VALUES (zeroblob(99999999))")
        return save(book, new)

    monkeypatch.setattr(spine, "save", full)
    with pytest.raises(Stop) as stop:
        desk.ingest()
    assert stop.value.code == 74
    assert "full" in str(stop.value)
    monkeypatch.setattr(spine, "save", save)
    assert desk.ingest() == Summary(seen=2, inserted=1, unchanged=1)
    desk.healthy()
