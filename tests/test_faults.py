"""Crash, disk and concurrency: rows A1, A2, A5 to A9 of the reliability goals, with controls."""

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from pipeline import engine
from pipeline.book import Book
from pipeline.dump import dump
from pipeline.exits import BUSY, DONE, IO, NOT_OURS
from pipeline.ingest import ingest
from pipeline.reading import CannotRead, connect
from tests.direct import die_after, run, without_transactions
from tests.levels import level
from tests.test_ingest import TARGET, healthy, pages, run_once
from tests.test_supervise import children

ROOT = Path(__file__).parents[1]
STRACE = shutil.which("strace")


def dumped(db: Path) -> str:
    """Return the dump, or in a word why there is none."""
    try:
        return dump(db)
    except (CannotRead, sqlite3.Error) as error:
        return type(error).__name__


@pytest.fixture(scope="module")
def nine(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder of nine pages, and the dump of an undisturbed run over it."""
    base = tmp_path_factory.mktemp("nine")
    folder = pages(base / "in", 9)
    assert run(folder, base / "whole.db") == DONE
    return folder, dump(base / "whole.db")


# ---- A1: kill -9 at any moment


def killed(folder: Path, db: Path, seconds: float) -> bool:
    """Start an ingest with workers and kill it; tell whether it was still at work."""
    child = os.fork()
    if not child:
        with suppress(BaseException):
            os.setsid()
            ingest([str(folder)], db, target=TARGET)
            os._exit(DONE)
        os._exit(1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert not left_over(child)
    return status != 0


def left_over(pid: int) -> set[str]:
    """Return the workers of a process that outlive it, once the kernel had time to end them."""
    for _ in range(200):
        if not (found := children(pid)):
            return found
        time.sleep(0.02)
    return found


def test_a1_a_run_killed_at_any_moment_loses_and_doubles_nothing(tmp_path: Path) -> None:
    folder = pages(tmp_path / "in", level(100, 300))
    started = time.monotonic()
    ingest([str(folder)], tmp_path / "whole.db", target=TARGET)
    whole = time.monotonic() - started
    wanted = dump(tmp_path / "whole.db")
    chance = random.Random(8)
    kills = turn = 0
    while kills < level(30, 300):
        db = tmp_path / f"{turn}.db"
        # Killed over and over, each run going on where it was, until one gets to its end.
        while killed(folder, db, chance.uniform(0.02, whole)):
            kills += 1
        ingest([str(folder)], db, target=TARGET)
        assert dump(db) == wanted
        healthy(db)
        assert sorted(p.name for p in tmp_path.glob(f"{turn}.db*")) == [
            f"{turn}.db",
            f"{turn}.db.lock",
        ]
        turn += 1
        assert turn < level(120, 1200), "too few of the runs were killed"


# ---- A2: killed at every write


def differing(
    nine: tuple[Path, str], scratch: Path, places: range, fault: Callable[[], None] = lambda: None
) -> Iterator[int]:
    """Kill a run before its statement of each number; yield those after which rows differ."""
    folder, wanted = nine
    for after in places:
        db = scratch / f"{after}.db"

        def before(after: int = after) -> None:
            fault()
            die_after(after)

        code = run(folder, db, before)
        assert code in (DONE, -signal.SIGKILL)
        if code == DONE:
            return
        if run(folder, db) != DONE or dumped(db) != wanted:
            yield after
        else:
            healthy(db)
        for name in scratch.glob(f"{after}.db*"):
            name.unlink()
    raise AssertionError("the run never ended by itself")


def test_a2_a_kill_before_any_statement_is_healed_by_the_next_run(
    nine: tuple[Path, str], tmp_path: Path
) -> None:
    assert list(differing(nine, tmp_path, range(1, 10_000, level(17, 5)))) == []


def test_a2_control_without_transactions_rows_are_lost(
    nine: tuple[Path, str], tmp_path: Path
) -> None:
    # The first three hundred statements make the tables, under another name.
    assert next(differing(nine, tmp_path, range(340, 10_000, 15), without_transactions))


def traced(inject: str, folder: Path, db: Path, output: Path) -> int:
    """Ingest with a fault injected into a system call by strace; return the exit code."""
    gate, go = os.pipe()
    tracer: list[subprocess.Popen[bytes]] = []

    def started(child: int) -> None:
        call = inject.partition(":")[0]
        order = ["-p", str(child), "-e", f"trace={call}", "-e", f"inject={inject}"]
        tracer.append(subprocess.Popen([str(STRACE), "-qq", "-o", os.devnull, *order]))
        for _ in range(3_000):
            if "TracerPid:\t0" not in Path(f"/proc/{child}/status").read_text():
                break
            time.sleep(0.01)
        os.write(go, b"!")

    code = run(folder, db, lambda: os.read(gate, 1) and None, output, started)
    os.close(gate)
    os.close(go)
    tracer[0].wait()
    return code


needs_strace = pytest.mark.skipif(STRACE is None, reason="strace is not installed")


@needs_strace
def test_a2_a_kill_at_a_write_or_sync_of_the_kernel_is_healed(
    nine: tuple[Path, str], tmp_path: Path
) -> None:
    folder, wanted = nine
    kills = 0
    for call, step in (("pwrite64", level(149, 10)), ("fdatasync", level(7, 1))):
        for when in range(2, 2_000, step):
            db = tmp_path / f"{call}{when}.db"
            killed_here = traced(f"{call}:signal=SIGKILL:when={when}", folder, db, tmp_path / "o")
            assert run(folder, db) == DONE
            assert dump(db) == wanted
            healthy(db)
            kills += killed_here != DONE
            if killed_here == DONE:
                break
    assert kills >= level(7, 100)


# ---- A5: the disk is full


def one_line(said: Path, db: Path) -> str:
    text = said.read_text()
    assert "Traceback" not in text
    assert len(text.strip().splitlines()) == 1, text
    assert db.name in text
    return text


def test_a5_a_full_disk_is_one_line_and_loses_nothing(
    nine: tuple[Path, str], tmp_path: Path
) -> None:
    """The limit on the size of a file stands for the disk: the next write past it fails."""
    folder, wanted = nine
    codes = []
    for kilobytes in (*range(8, 1_000, level(160, 8)), 8_000):
        db = tmp_path / f"{kilobytes}.db"

        def small(kilobytes: int = kilobytes) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes << 10, kilobytes << 10))

        code = run(folder, db, small, tmp_path / "said")
        codes.append(code)
        assert code in (DONE, IO), (tmp_path / "said").read_text()
        if code == IO:
            one_line(tmp_path / "said", db)
        assert run(folder, db) == DONE
        assert dump(db) == wanted
        healthy(db)
    assert codes.count(IO) >= 3
    assert codes[-1] == DONE


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Mount a disk of so many kilobytes; skipped where this user may not."""
    mounted: list[Path] = []

    def mount(kilobytes: int) -> Path:
        at = tmp_path / f"disk{kilobytes}"
        at.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(at)],
            check=False, capture_output=True,
        )  # fmt: skip
        if done.returncode:
            pytest.skip("this user may not mount a small disk")
        mounted.append(at)
        return at

    yield mount
    for at in mounted:
        subprocess.run(["umount", str(at)], check=True)


def test_a5_a_small_disk_that_fills_goes_on_after_it_is_made_larger(
    nine: tuple[Path, str], tmp_path: Path, tiny_disk: Callable[[int], Path]
) -> None:
    folder, wanted = nine
    full = 0
    for kilobytes in range(64, level(1_100, 2_000), level(320, 64)):
        disk = tiny_disk(kilobytes)
        code = run(folder, disk / "a.db", output=tmp_path / "said")
        assert code in (DONE, IO), (tmp_path / "said").read_text()
        if code == IO:
            full += 1
            assert "full" in one_line(tmp_path / "said", disk / "a.db")
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        assert run(folder, disk / "a.db") == DONE
        assert dump(disk / "a.db") == wanted
        healthy(disk / "a.db")
    assert full >= 2


# ---- A6: read-only


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that any user may enter, as tests by root need one."""
    at = Path(tempfile.mkdtemp(prefix="minutebook-test-"))
    at.chmod(0o755)
    yield at
    for found in at.rglob("*"):
        if found.is_dir():
            found.chmod(0o755)
    shutil.rmtree(at)


def as_nobody() -> None:
    """Give up root, whom no permission stops."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_a6_a_database_that_may_not_be_written_is_refused_and_still_read(
    public: Path, what: str
) -> None:
    folder = pages(public / "in", 3)
    (public / "db").mkdir()
    db = public / "db/a.db"
    assert run(folder, db) == DONE
    before, size = dump(db), db.read_bytes()
    (folder / "leeds/new.txt").write_text("one more")
    Path(f"{db}.lock").unlink()
    if what != "folder":
        db.chmod(0o444)
    (public / "db").chmod(0o777 if what == "file" else 0o555)
    said = public / "said"
    said.touch()
    said.chmod(0o666)
    started = time.monotonic()
    assert run(folder, db, as_nobody, said) == IO, said.read_text()
    assert time.monotonic() - started < 30
    assert any(word in one_line(said, db) for word in ("readonly", "Permission", "unable to open"))
    assert db.read_bytes() == size
    assert readable(db) == before


def readable(db: Path) -> str:
    """Return the dump as another user reads it."""
    out = db.parent.parent / "dump"
    out.touch()
    out.chmod(0o666)
    child = os.fork()
    if not child:
        try:
            as_nobody()
            out.write_text(dump(db))
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    return out.read_text()


# ---- A7: two at once


def test_a7_several_ingests_at_once_give_the_rows_of_one(tmp_path: Path) -> None:
    folder = pages(tmp_path / "in", 60)
    ingest([str(folder)], tmp_path / "whole.db", target=TARGET)
    db = tmp_path / "a.db"
    script = (
        "import sys; from pipeline.command import run_ingest; from pipeline import supervise\n"
        "from tests.direct import SPINE, Direct; SPINE.supervise.Pool = Direct\n"
        "sys.exit(run_ingest([sys.argv[1]], sys.argv[2], None, 1, False))"
    )
    halves = [folder, folder / "leeds", folder, folder / "kent"] * level(1, 2)
    for _ in range(level(2, 50)):
        runs = [
            subprocess.Popen(
                [sys.executable, "-c", script, str(part), str(db)],
                cwd=ROOT, stderr=subprocess.PIPE, text=True,
            )
            for part in halves
        ]  # fmt: skip
        said = [(process.communicate()[1], process.returncode) for process in runs]
        assert {code for _, code in said} <= {DONE, BUSY}, said
        assert DONE in {code for _, code in said}
        for text, code in said:
            assert "Traceback" not in text
            assert code != BUSY or "another run is writing (process" in text
        ingest([str(folder)], db, target=TARGET)
        assert dump(db) == dump(tmp_path / "whole.db")
        healthy(db)
        db.unlink()


def test_a7_readers_go_on_while_a_run_writes(tmp_path: Path) -> None:
    folder = pages(tmp_path / "in", 150)
    db = tmp_path / "a.db"
    ingest([str(folder / "kent")], db, target=TARGET)
    process = run_once(folder, db)
    read = slow = 0
    while process.poll() is None:
        started = time.monotonic()
        connection = connect(db)
        found = connection.execute("SELECT count(*), max(length(text)) FROM documents").fetchone()
        connection.close()
        assert found[0] >= 50
        read += 1
        slow += time.monotonic() - started > 5  # milliseconds on a quiet machine
    assert process.returncode == 0
    assert read > 10
    assert slow <= read // 100


def test_a7_an_analyst_who_holds_a_lock_is_waited_for(
    nine: tuple[Path, str], tmp_path: Path
) -> None:
    folder, wanted = nine
    db = tmp_path / "a.db"
    assert run(folder, db) == DONE
    (folder / "leeds/000.txt").touch()
    holder = subprocess.Popen(
        [sys.executable, "-c", "import sqlite3, sys, time\n"
         "c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN IMMEDIATE')\n"
         "print('held', flush=True); time.sleep(1.5)", str(db)],
        stdout=subprocess.PIPE,
    )  # fmt: skip
    assert holder.stdout is not None
    holder.stdout.readline()
    assert run(folder, db) == DONE
    assert holder.wait() == 0
    assert dump(db) == wanted


def test_a7_control_without_the_lock_two_writers_contradict_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each keeps the numbers of new rows in memory, so what the lock prevents is seen at once."""
    db, row = tmp_path / "a.db", {"name": "A", "kind": "other"}
    monkeypatch.setattr(engine, "_locked", lambda _: nullcontext())
    with engine.opened(db) as first, engine.opened(db) as second:
        books = (Book(*first), Book(*second))
        for book in books:
            with book.transaction():
                book.add("organisations", [row])
        with pytest.raises(IntegrityError), books[0].transaction():
            books[0].add("organisations", [row])


# ---- A8: damaged, foreign, newer, missing


def test_a8_a_damaged_database_is_one_line_and_never_written_over(
    nine: tuple[Path, str], tmp_path: Path
) -> None:
    folder, _ = nine
    assert run(folder, tmp_path / "a.db") == DONE
    data = (tmp_path / "a.db").read_bytes()
    chance = random.Random(4)
    for turn in range(level(10, 100)):
        torn = tmp_path / f"{turn}.db"
        size = chance.choice((0, 10, 99, 100, 4_000, chance.randrange(len(data))))
        torn.write_bytes(data[:size])
        code = run(folder, torn, output=tmp_path / "said")
        if code != DONE:
            assert code in (IO, NOT_OURS)
            one_line(tmp_path / "said", torn)
        if size < 100:
            assert code == NOT_OURS
            assert torn.read_bytes() == data[:size]


def test_a8_a_journal_of_another_database_is_not_played_into_a_new_one(
    nine: tuple[Path, str], tmp_path: Path
) -> None:
    folder, wanted = nine
    db = tmp_path / "a.db"
    for left in ("-journal", "-wal", ".part"):
        Path(f"{db}{left}").write_bytes(os.urandom(9_000))
    assert run(folder, db) == DONE
    assert dump(db) == wanted


# ---- A9: the disk does not keep what it was told to keep


@needs_strace
def test_a9_a_sync_that_fails_ends_the_run_and_the_next_one_heals(
    nine: tuple[Path, str], tmp_path: Path
) -> None:
    folder, wanted = nine
    stopped = 0
    for when in range(1, 25, level(5, 1)):
        db = tmp_path / f"{when}.db"
        code = traced(f"fdatasync:error=EIO:when={when}", folder, db, tmp_path / "said")
        assert code in (DONE, IO)
        if code == IO:  # SQLite goes on where the sync of a folder fails
            stopped += 1
            one_line(tmp_path / "said", db)
        assert run(folder, db) == DONE
        assert dump(db) == wanted
        healthy(db)
    assert stopped >= level(2, 15)
