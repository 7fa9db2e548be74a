"""What a disk may hold after the power went: images made from a record of all writes and syncs.

In the manner of SQLite's own crash tests: a write that was not yet synced is there, is not there,
or is there in part, sector by sector, the other sectors holding garbage.
"""

import os
import random
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.direct import SPINE, run

SECTOR = 512
STRACE = shutil.which("strace")
_CALL = re.compile(r"^[0-9]+ +([a-z0-9]+)\((.*)\) += (-?[0-9]+)")
_ON = re.compile(r"[0-9]+<([^>]*)>")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(slots=True)
class Op:
    """One thing done to a file: write (with offset and data), sync, cut, rename, unlink, ack."""

    kind: str
    path: str
    at: int = 0
    data: bytes = b""


def record(folder: Path, db: Path, scratch: Path, before: Callable[[], None]) -> list[Op]:
    """Ingest a folder and return all that was done to files, with each acknowledged page."""
    gate, go = os.pipe()
    trace, acks = scratch / "trace", scratch / "acks"
    tracers = []

    def prepare() -> None:
        before()
        acknowledge(acks)
        os.read(gate, 1)

    def started(child: int) -> None:
        calls = "pwrite64,write,fdatasync,fsync,ftruncate,rename,unlink"
        command = [str(STRACE), "-f", "-y", "-xx", "-s", "1000000", "-qq", "-o", str(trace)]
        tracers.append(
            subprocess.Popen(
                [*command, "-e", f"trace={calls}", "-e", "signal=none", "-p", str(child)]
            )
        )
        for _ in range(3_000):
            if "TracerPid:\t0" not in Path(f"/proc/{child}/status").read_text():
                break
            time.sleep(0.01)
        os.write(go, b"!")

    code = run(folder, db, prepare, started=started)
    tracers[0].wait()
    assert code == 0
    return list(_ops(trace, str(acks)))


def acknowledge(acks: Path) -> None:
    """Write each page's name once its transaction is said to be kept."""
    handle = os.open(acks, os.O_WRONLY | os.O_CREAT)
    take = SPINE._Run.take

    def told(this: object, item: object, outcome: object) -> object:
        said = take(this, item, outcome)
        os.write(handle, item.loaded.place.path.encode())  # type: ignore[attr-defined]
        return said

    SPINE._Run.take = told


def _ops(trace: Path, acks: str) -> Iterator[Op]:
    for line in trace.read_text().splitlines():
        found = _CALL.match(line)
        if not found or found[3].startswith("-"):
            continue
        call, given = found[1], found[2]
        strings = [bytes.fromhex(s.replace("\\x", "")) for s in _STRING.findall(given)]
        on = _ON.match(given)
        path = _plain(on[1]) if on else ""
        numbers = [int(n) for n in re.findall(r", ([0-9]+)", given)]
        if call == "pwrite64":
            yield Op("write", path, numbers[-1], strings[0])
        elif call == "write" and path == acks:
            yield Op("ack", strings[0].decode())
        elif call in ("fdatasync", "fsync"):
            yield Op("sync", path)
        elif call == "ftruncate":
            yield Op("cut", path, numbers[0])
        elif call == "unlink":
            yield Op("unlink", strings[0].decode())
        elif call == "rename":
            yield Op("rename", strings[0].decode(), data=strings[1])


def _plain(path: str) -> str:
    return bytes.fromhex(path.replace("\\x", "")).decode() if path.startswith("\\x") else path


@dataclass(slots=True)
class Disk:
    """What is surely on the disk, and what was written since without a sync."""

    kept: dict[str, bytearray] = field(default_factory=dict)
    loose: dict[str, list[Op]] = field(default_factory=dict)
    acked: list[str] = field(default_factory=list)

    def do(self, op: Op) -> None:
        if op.kind == "ack":
            self.acked.append(op.path)
        elif op.kind in ("write", "cut"):
            self.loose.setdefault(op.path, []).append(op)
        elif op.kind == "sync":
            for old in self.loose.pop(op.path, ()):
                apply(self.kept.setdefault(op.path, bytearray()), old)
        elif op.kind == "unlink":
            self.kept.pop(op.path, None)
            self.loose.pop(op.path, None)
        else:
            to = op.data.decode()
            for files in (self.kept, self.loose):
                if op.path in files:
                    files[to] = files.pop(op.path)  # type: ignore[assignment,index]

    def image(self, chance: random.Random, path: str) -> bytes | None:
        """Return what a file may hold if the power goes now."""
        if path not in self.kept and path not in self.loose:
            return None
        made = bytearray(self.kept.get(path, b""))
        for op in self.loose.get(path, ()):
            fate = chance.randrange(3)
            if fate == 0 or op.kind == "cut":
                apply(made, op)
            elif fate == 1:
                apply(made, Op("write", path, op.at, torn(chance, made, op)))
        return bytes(made)


def torn(chance: random.Random, old: bytearray, op: Op) -> bytes:
    """Return a write of which each sector is new, old or garbage."""
    made = b""
    for at in range(0, len(op.data), SECTOR):
        new = op.data[at : at + SECTOR]
        was = bytes(old[op.at + at : op.at + at + len(new)]).ljust(len(new), b"\0")
        made += chance.choice((new, was, chance.randbytes(len(new))))
    return made


def apply(made: bytearray, op: Op) -> None:
    """Do a write or cut."""
    if op.kind == "cut":
        made[op.at :] = bytes(max(0, op.at - len(made)))
        return
    if len(made) < op.at:
        made.extend(bytes(op.at - len(made)))
    made[op.at : op.at + len(op.data)] = op.data


def images(
    ops: list[Op], db: Path, count: int, seed: int
) -> Iterator[tuple[dict[str, bytes], list[str]]]:
    """Yield what the database's files may hold at random moments, and what was acknowledged."""
    chance = random.Random(seed)
    moments = sorted(chance.randrange(len(ops)) for _ in range(count))
    disk, done = Disk(), 0
    names = [str(db), f"{db}-wal", f"{db}-journal"]
    for moment in moments:
        for op in ops[done:moment]:
            disk.do(op)
        done = max(done, moment)
        made = {name: disk.image(chance, name) for name in names}
        yield {n: data for n, data in made.items() if data is not None}, list(disk.acked)
