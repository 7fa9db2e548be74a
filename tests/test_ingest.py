import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline import discover, identity
from pipeline.dump import dump, fingerprint
from pipeline.ingest import Summary, ingest
from pipeline.limits import Limits

TARGET = "tests.fakes:work"
LIMITS = Limits(text_seconds=3.0, memory_bytes=64 << 20, result_bytes=1 << 20)


def pages(folder: Path, count: int) -> Path:
    """Write pages that repeat, contradict and refer to one another."""
    for n in range(count):
        lines = [
            f"TITLE: The matter of number {n // 3}",
            f"MEETING: {'Cabinet' if n % 2 else 'The Cabinet'} | 2024-02-{n % 5 + 1:02}",
            f"RESOLVED: That £{n // 3} be spent on roofs",
            f"RECOMMENDED: That £{n // 3} be spent on roofs",
            f"SUPPLIER: {('Oak Ltd', 'OAK LIMITED', 'Ash plc')[n % 3]}; they won",
        ]
        if n % 4 == 0:
            lines.append(f"ISSUE: IId={n // 8}")
        if n % 10 == 3:
            lines.append(f"PAGE: ieDecisionDetails:ID={n // 20}")
        path = folder / ("leeds", "kent", "other")[n % 3] / f"{n:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines))
    return folder


def healthy(db: Path) -> None:
    connection = sqlite3.connect(db)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO search(search, rank) VALUES('integrity-check', 1)")
    connection.close()


def test_rows_do_not_depend_on_workers_or_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pages(tmp_path / "in", 60)
    ingest([str(folder)], tmp_path / "1.db", workers=1, target=TARGET)
    ingest([str(folder)], tmp_path / "2.db", workers=3, target=TARGET)
    parts = [str(folder / name) for name in ("other", "leeds", "kent")]
    ingest([str(folder)], tmp_path / "4.db", target=TARGET)
    listdir = os.listdir
    monkeypatch.setattr(discover.os, "listdir", lambda p: sorted(listdir(p), reverse=True))
    ingest([str(folder)], tmp_path / "3.db", workers=2, target=TARGET)
    assert len({fingerprint(tmp_path / f"{n}.db") for n in (1, 2, 3, 4)}) == 1
    ingest(parts, tmp_path / "5.db", target=TARGET)
    ingest(parts[::-1], tmp_path / "6.db", target=TARGET)
    assert fingerprint(tmp_path / "5.db") == fingerprint(tmp_path / "6.db")
    healthy(tmp_path / "2.db")


def test_pages_that_come_one_after_the_other_give_the_same_rows(tmp_path: Path) -> None:
    folder = pages(tmp_path / "in", 9)
    ingest([str(folder)], tmp_path / "whole.db", target=TARGET)
    for path in sorted(folder.rglob("*.txt")):
        hidden = path.with_name("." + path.name)
        path.rename(hidden)
    for hidden in sorted(folder.rglob(".*.txt"), key=lambda p: (p.parent, p.name)):
        hidden.rename(hidden.with_name(hidden.name[1:]))
        ingest([str(folder)], tmp_path / "parts.db", workers=1, target=TARGET)
    assert dump(tmp_path / "parts.db") == dump(tmp_path / "whole.db")
    healthy(tmp_path / "parts.db")


def hostile(folder: Path) -> dict[str, str]:
    """Fill a folder with files of every bad kind; return what should become of each."""
    folder.mkdir()
    bodies = {
        "a-clean.txt": (b"a page of no kind", "whole"),
        "empty.html": (b"", "empty"),
        "blank.html": (b" \n ", "empty"),
        "image.html": (b"\xff\xd8\xff\xe0 JFIF", "type_mismatch"),
        "nul.txt": (b"a\0b", "whole"),
        "hang.txt": (b"BOOM hang", "timeout"),
        "segv.txt": (b"BOOM segv", "crashed"),
        "exit.txt": (b"BOOM exit", "crashed"),
        "memory.txt": (b"BOOM memory", "memory"),
        "huge.txt": (b"BOOM huge", "internal_error"),
        "lie.txt": (b"BOOM lie", "internal_error"),
        "z-clean.txt": (b"TITLE: Another page\nRESOLVED: That it be so", "whole"),
    }
    wanted = {}
    for name, (data, outcome) in bodies.items():
        (folder / name).write_bytes(data)
        wanted[name] = outcome
    with open(os.path.join(os.fsencode(folder), b"caf\xe9.txt"), "wb") as file:
        file.write(b"a page with a strange name")
    (folder / "link.html").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.html")
    return wanted | {
        "caf\\xe9.txt": "whole", "link.html": "not_regular_file", "pipe.html": "not_regular_file",
    }  # fmt: skip


def test_every_hostile_file_ends_in_one_row(tmp_path: Path) -> None:
    wanted = hostile(tmp_path / "in")
    db = tmp_path / "a.db"
    summary = ingest([str(tmp_path / "in")], db, target=TARGET, most=LIMITS)
    connection = sqlite3.connect(db)
    found = connection.execute(
        "SELECT path, status FROM documents UNION ALL SELECT path, reason FROM quarantine"
    ).fetchall()
    assert len(found) == len(wanted)
    assert dict(found) == wanted
    assert summary == Summary(seen=15, inserted=4, quarantined=11)
    assert connection.execute(
        "SELECT text FROM documents WHERE path = 'nul.txt'"
    ).fetchone() == ("a\ufffdb",)  # fmt: skip
    before = dump(db)
    assert ingest([str(tmp_path / "in")], db, target=TARGET, most=LIMITS).quarantined == 11
    assert dump(db) == before
    healthy(db)


def run_once(folder: Path, db: Path) -> "subprocess.Popen[bytes]":
    script = (
        "import sys; from pipeline.ingest import ingest\n"
        f"ingest([sys.argv[1]], sys.argv[2], target={TARGET!r})"
    )
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder), str(db)], cwd=Path(__file__).parents[1]
    )


def stored(db: Path) -> int:
    try:
        connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    except sqlite3.OperationalError:
        return 0
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # not made yet
    finally:
        connection.close()


def test_a_run_that_is_killed_anywhere_is_made_whole_by_the_next(tmp_path: Path) -> None:
    folder = pages(tmp_path / "in", 60)
    ingest([str(folder)], tmp_path / "whole.db", target=TARGET)
    wanted = dump(tmp_path / "whole.db")
    chance = random.Random(8)
    unfinished = 0
    for turn in range(4):
        db = tmp_path / f"{turn}.db"
        process = run_once(folder, db)
        enough = chance.randrange(1, 50)
        while process.poll() is None and stored(db) < enough:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        unfinished += process.wait() != 0
        ingest([str(folder)], db, target=TARGET)
        assert dump(db) == wanted
        healthy(db)
    assert unfinished


def test_a_kill_before_the_last_step_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pages(tmp_path / "in", 6)
    ingest([str(folder)], tmp_path / "whole.db", target=TARGET)
    spine = sys.modules["pipeline.ingest"]

    def killed(_: object) -> None:
        raise KeyboardInterrupt

    derive = spine.derive
    monkeypatch.setattr(spine, "derive", killed)
    with pytest.raises(KeyboardInterrupt):
        ingest([str(folder)], tmp_path / "a.db", target=TARGET)
    monkeypatch.setattr(spine, "derive", derive)
    assert ingest([str(folder)], tmp_path / "a.db", target=TARGET).unchanged == 6
    assert dump(tmp_path / "a.db") == dump(tmp_path / "whole.db")


def test_a_database_among_its_pages_is_no_page(tmp_path: Path) -> None:
    folder = pages(tmp_path / "in", 6)
    for name in ("removals.csv", "organisations.csv"):
        (folder / name).write_text("")
    (folder / "other.db").write_text("notes of another project")
    (folder / "leeds" / "pages.db").write_text("TITLE: A page with an odd name")
    for _ in range(2):
        got = ingest([str(folder)], folder / "pages.db", target=TARGET)
        assert (got.seen, got.quarantined) == (8, 0)
    (tmp_path / "door").symlink_to(folder)
    assert ingest([str(folder)], tmp_path / "door" / "pages.db", target=TARGET).seen == 8


def test_unchanged_files_start_no_worker(tmp_path: Path) -> None:
    folder = pages(tmp_path / "in", 5)
    ingest([str(folder)], tmp_path / "a.db", target=TARGET)
    summary = ingest([str(folder)], tmp_path / "a.db", target="tests.nowhere:work")
    assert summary == Summary(seen=5, unchanged=5)


def test_the_fingerprint_covers_rules_and_vocabularies() -> None:
    names = [name for package in ("schemas", "extractors") for name, _ in sources(package)]
    assert any(name.endswith("facts.py") for name in names)
    assert any(name.endswith(".csv") for name in names)
    assert identity.rules() == identity.rules()
    assert len(identity.rules()) == 16


def sources(package: str) -> list[tuple[str, bytes]]:
    from importlib.resources import files

    return list(identity._sources(files(package), package))
