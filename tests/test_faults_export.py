"""A4: an export is there whole, the old one or the new one, whenever it is killed."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from pipeline.export import command
from pipeline.export.folder import PROVENANCE, measured
from pipeline.reading import connect
from tests import books
from tests.levels import level
from tests.test_faults import STRACE, needs_strace

OLD, NEW = ("votes",), ("kpis", "dates", "resolutions")


def export(folder: Path, tables: tuple[str, ...], style: str) -> None:
    connection = connect(books.sample())
    command.export(connection, folder, command.asked(style, tables, None, None, False, False))
    connection.close()


def killed_at(call: str, when: int, folder: Path, style: str) -> bool:
    """Export in a child that the kernel kills at a call; tell whether it came to that."""
    gate, go = os.pipe()
    child = os.fork()
    if not child:
        with suppress(BaseException):
            os.read(gate, 1)
            export(folder, NEW, style)
            os._exit(0)
        os._exit(1)
    order = ["-qq", "-f", "-p", str(child), "-e", f"trace={call}", "-o", os.devnull]
    fault = f"inject={call}:signal=SIGKILL:when={when}"
    tracer = subprocess.Popen([str(STRACE), *order, "-e", fault])
    for _ in range(3_000):
        if "TracerPid:\t0" not in Path(f"/proc/{child}/status").read_text():
            break
        time.sleep(0.01)
    os.write(go, b"!")
    _, status = os.waitpid(child, 0)
    os.close(gate)
    os.close(go)
    tracer.wait()
    assert status in (0, signal.SIGKILL)
    return status != 0


def state(folder: Path) -> str:
    """Return whether a folder holds the old export, the new one, or neither as it was written."""
    try:
        listed = json.loads((folder / PROVENANCE).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError):
        return "torn"
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    whole = there == {file["path"] for file in listed} | {PROVENANCE} and all(
        measured(folder / file["path"])["sha256"] == file["sha256"] for file in listed
    )
    if not whole:
        return "torn"
    return "new" if any("kpis" in path for path in there) else "old"


CALLS = {"write": 7, "openat": 60, "fsync": 3, "renameat2": 1, "unlink": 2, "unlinkat": 2}


def states(folder: Path, style: str, steps: dict[str, int]) -> Iterator[str]:
    """Kill an export over an older one at calls of each kind; yield what stands there then."""
    for call, step in steps.items():
        for when in range(1, 10_000, step):
            shutil.rmtree(folder, ignore_errors=True)
            export(folder, OLD, style)
            came = killed_at(call, when, folder, style)
            yield state(folder)
            if not came:
                break


@needs_strace
@pytest.mark.parametrize("style", ["csv", "jsonl", "datapackage"])
def test_a4_an_export_that_is_killed_leaves_the_old_one_or_the_new_one(
    tmp_path: Path, style: str
) -> None:
    steps = {call: level(step, max(1, step // 10)) for call, step in CALLS.items()}
    found = list(states(tmp_path / "out", style, steps))
    assert set(found) == {"old", "new"}
    assert found.count("old") >= 5


@needs_strace
def test_a4_control_an_export_written_in_its_place_is_torn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def in_place(target: Path) -> Iterator[Path]:
        target.mkdir(exist_ok=True)
        yield target

    monkeypatch.setattr(command, "whole", in_place)
    assert "torn" in states(tmp_path / "out", "csv", {"write": 3})
