"""Feeds hostile files to the real readers and rules and tells how it went: `make torture`."""

import argparse
import os
import shutil
import socket
import sqlite3
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline import supervise
from pipeline.check import check
from pipeline.ingest import Summary, ingest
from pipeline.limits import Limits
from pipeline.processes import peak_memory
from tests import hostile
from tests.hostile import seeds

# The real limits are longer; a bomb is one as well at these, a clean file on a busy machine is not.
LIMITS = Limits(text_seconds=8.0, pdf_seconds=8.0, pdf_seconds_cap=15.0)
SLACK = 4.0  # seconds after which a kill must have come: two, and two for a busy machine


@dataclass
class Told:
    """What became of a folder of hostile files."""

    files: int = 0
    summary: Summary = field(default_factory=Summary)
    rows: dict[str, str] = field(default_factory=dict)  # path: whole, partial or a reason
    doubled: list[str] = field(default_factory=list)
    internal: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seconds: list[tuple[float, str]] = field(default_factory=list)
    megabytes: float = 0.0  # most that any worker needed beyond its start
    grown: float = 0.0  # of this process, in megabytes
    took: float = 0.0

    def lines(self) -> list[str]:
        counted = Counter(self.rows.values())
        slow = sorted(self.seconds, reverse=True)
        ninety_nine = slow[len(slow) // 100][0] if slow else 0.0
        return [
            f"{self.files} files in {self.took:.0f} s: {len(self.rows)} have one row each",
            ", ".join(f"{n} {what}" for what, n in counted.most_common()),
            f"longest {slow[0][0]:.1f} s ({slow[0][1]}), 99 in 100 within {ninety_nine:.1f} s"
            if slow else "nothing was read",
            f"most memory of a worker {self.megabytes:.0f} MB, parent grown by {self.grown:.0f} MB",
            *(f"internal error: {line}" for line in self.internal),
            *(f"check: {line}" for line in self.faults),
        ]  # fmt: skip


def clean(folder: Path, count: int) -> None:
    """Write clean pages and papers whose rows must not depend on their neighbours."""
    for number in range(count):
        suffix = (".html", ".txt", ".pdf")[number % 3 if number % 30 == 2 else number % 2]
        made = {".html": seeds.html, ".txt": seeds.text, ".pdf": seeds.pdf}[suffix]
        path = folder / f"{number // 4:03}" / f"clean{number}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made(number % seeds.SEEDS))


def tricks(folder: Path) -> int:
    """Make what only a file system can hold (B7); return how many files should be seen."""
    folder.mkdir()
    (folder / "link.html").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.html")
    holder = socket.socket(socket.AF_UNIX)
    here = os.getcwd()
    os.chdir(folder)  # a socket's path must be short
    holder.bind("socket.html")
    os.chdir(here)
    holder.close()
    names = (b"new\nline.txt", b"esc\x1b[2J.txt", "bidi\u202etxt.txt".encode(), b"-rf", b"=cmd.txt",
             b"caf\xe9.txt", "cafe\u0301.txt".encode(), "café.txt".encode(), b"n" * 255,
             "emoji😀.txt".encode(), b"UPPER.txt", b"upper.txt")  # fmt: skip
    for name in names:
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(b"A page of no kind, " + str(len(name)).encode())
    deep = folder.joinpath(*["d"] * 200)
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text("A page far down")
    os.link(deep / "deep.txt", folder / "hard.txt")
    return 4 + len(names) + 2


def torture(base: Path, count: int, seed: int, innocent: int, workers: int = 2) -> Told:
    """Make the files, ingest them, and return what became of them."""
    told, folder = Told(), base / "in"
    hostile.write(folder, count, seed)
    clean(folder, innocent)
    told.files = count + innocent + tricks(folder / "tricks")
    watched(told)
    before, started = resident(), time.monotonic()
    told.summary = ingest([str(folder)], base / "a.db", workers=workers, most=LIMITS)
    told.took, told.grown = time.monotonic() - started, resident() - before
    connection = sqlite3.connect(base / "a.db")
    found = connection.execute(
        "SELECT path, status, NULL FROM documents d WHERE path NOT IN "
        "(SELECT path FROM document_addresses a WHERE a.document_id <> d.id) "
        "UNION ALL SELECT path, reason, detail FROM quarantine"
    ).fetchall()
    connection.close()
    told.doubled = [path for path, n in Counter(row[0] for row in found).items() if n > 1]
    told.rows = {path: what for path, what, _ in found}
    told.internal = [
        f"{path}: {detail}" for path, what, detail in found if what == "internal_error"
    ]
    told.faults = [fault for part in check(base / "a.db") for fault in part.faults]
    return told


def watched(told: Told) -> None:
    """Have the pool say how long each file took and how much memory its worker."""
    real = _Watched.real = _Watched.real or (supervise.Pool._settle, supervise.Pool._fail)

    def note(worker: Any) -> None:
        if worker.slot is not None and worker.slot.item.job is not None:
            told.seconds.append((time.monotonic() - worker.started, worker.slot.item.job.name))
            used = (peak_memory(worker.pid) - worker.base) / 2**20
            told.megabytes = max(told.megabytes, used)

    def settle(pool: Any, worker: Any, outcome: Any) -> None:
        note(worker)
        real[0](pool, worker, outcome)

    def fail(pool: Any, worker: Any, *rest: Any, **more: Any) -> None:
        note(worker)
        real[1](pool, worker, *rest, **more)

    supervise.Pool._settle = settle  # type: ignore[method-assign]
    supervise.Pool._fail = fail  # type: ignore[method-assign]


class _Watched:
    real: Any = None


def resident() -> float:
    """Return this process's memory in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", action="store_true", help="leave files and database in place")
    given = parser.parse_args()
    base = Path(tempfile.mkdtemp(prefix="minutebook-torture-"))
    told = torture(base, given.files, given.seed, innocent=200)
    print("\n".join(told.lines()))
    if given.keep:
        print(base)
    else:
        shutil.rmtree(base)


if __name__ == "__main__":
    main()
