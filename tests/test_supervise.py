import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline import wire
from pipeline.discover import Refusal
from pipeline.limits import Limits
from pipeline.stop import Stop
from pipeline.supervise import Pool
from pipeline.worker import Job, _reason

LIMITS = Limits(
    text_seconds=3.0, pdf_seconds=0.6, pdf_seconds_per_page=0.6, pdf_seconds_cap=5.0,
    memory_bytes=64 << 20, result_bytes=1 << 20,
)  # fmt: skip
TARGET = "tests.fakes:work"


@dataclass(frozen=True)
class File:
    job: Job | None


def files(*bodies: str | None, name: str = "{}.txt") -> Iterator[File]:
    for n, body in enumerate(bodies):
        yield File(None if body is None else Job(name.format(n), body.encode()))


def outcomes(items: Iterator[File], workers: int = 2, limits: Limits = LIMITS) -> list[str | None]:
    """Return a word for each file: a reason, or "read"."""
    found: list[str | None] = []
    with Pool[File](workers, limits, TARGET) as pool:
        for _, outcome in pool.run(items):
            if isinstance(outcome, bytes):
                try:
                    said = wire.check(outcome)
                except wire.Untrue:
                    found.append("untrue")
                    continue
                found.append("read" if isinstance(said, wire.Answer) else said[1])
            else:
                found.append(outcome.reason if outcome else None)
    return found


def children(of: int | None = None) -> set[str]:
    """Return the templates and workers of a process, by default this one."""
    mark = f"pipeline.template {of or os.getpid()} "
    said = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True)
    return {line.split()[0] for line in said.stdout.splitlines() if mark in line}


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_every_file_has_its_outcome_in_order(workers: int) -> None:
    bodies = [None if n % 7 == 3 else "" if n % 5 == 4 else f"page {n}" for n in range(200)]
    wanted = [None if b is None else "read" if b else "empty" for b in bodies]
    assert outcomes(files(*bodies), workers) == wanted


def test_misbehaviour_is_contained_and_named() -> None:
    kinds = {
        "hang": "timeout", "sleep": "timeout", "segv": "crashed", "exit": "crashed",
        "fork": "timeout", "close": "crashed", "print": "read", "huge": "internal_error",
        "lie": "untrue", "memory": "memory",
    }  # fmt: skip
    bodies, wanted = ["clean"], ["read"]
    for kind, reason in kinds.items():
        bodies += [f"BOOM {kind}", "clean"]
        wanted += [reason, "read"]
    before = children()
    started = time.monotonic()
    assert outcomes(files(*bodies)) == wanted
    assert time.monotonic() - started < 60
    assert children() <= before


def test_a_death_tells_its_signal() -> None:
    with Pool[File](1, LIMITS, TARGET) as pool:
        said = [outcome for _, outcome in pool.run(files("BOOM segv", "BOOM exit"))]
    assert said == [
        Refusal("parse", "crashed", "signal 11 (SIGSEGV)"),
        Refusal("parse", "crashed", "exit 0 without an answer"),
    ]


def test_a_reader_that_tells_of_pages_has_more_time() -> None:
    assert outcomes(files("BOOM pages", name="{}.pdf")) == ["read"]
    assert outcomes(files("BOOM sleep", name="{}.pdf")) == ["timeout"]


def test_the_pages_before_a_failure_are_kept() -> None:
    with Pool[File](1, LIMITS, TARGET) as pool:
        ((_, outcome),) = pool.run(files("BOOM pages then hang", name="{}.pdf"))
    assert isinstance(outcome, bytes)
    assert wire.check(outcome) == ("parse", "page_limit", "stopped after page 3")


def test_workers_are_renewed() -> None:
    limits = Limits(files_per_worker=3)
    assert outcomes(files(*["page"] * 20), 1, limits) == ["read"] * 20


def test_a_large_file_reaches_a_worker_whole() -> None:
    assert outcomes(files("x" * 900_000, "y"), 1) == ["read", "read"]


def test_a_target_that_cannot_be_loaded_stops_the_run(capfd: pytest.CaptureFixture[str]) -> None:
    with Pool[File](1, LIMITS, "tests.nowhere:work") as pool, pytest.raises(Stop) as stop:
        list(pool.run(files("page")))
    assert stop.value.code == 74


def test_the_overhead_of_a_file_is_small() -> None:
    page = "x" * 45_000
    with Pool[File](2, LIMITS, "tests.fakes:misbehave_not") as pool:
        started = None
        for n, _ in enumerate(pool.run(files(*[page] * 600))):
            if n == 99:
                started = time.perf_counter()
    assert started is not None
    assert (time.perf_counter() - started) / 500 < 0.05  # 0.1 ms on a quiet machine


def test_workers_die_with_their_parent(tmp_path: Path) -> None:
    script = (
        "from tests.test_supervise import *\n"
        "with Pool(2, Limits(), TARGET) as pool:\n"
        "    list(pool.run(files('BOOM sleep', 'BOOM hang')))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], cwd=Path(__file__).parents[1])
    wait_for(lambda: len(children(process.pid)) >= 3)
    process.send_signal(signal.SIGKILL)
    process.wait()
    wait_for(lambda: not children(process.pid))


def wait_for(condition) -> None:
    for _ in range(400):
        if condition():
            return
        time.sleep(0.025)
    raise AssertionError("it never came true")


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_wrapped_memory_and_recursion_errors_are_told_apart() -> None:
    wrapped = raised(ValueError(MemoryError()))
    assert _reason(wrapped, "parse")[:2] == ("parse", "memory")
    chained = raised(ValueError("bad"))
    chained.__cause__ = RecursionError()
    assert _reason(chained, "extract")[:2] == ("extract", "depth_limit")
    stage, reason, detail = _reason(raised(KeyError("secret words")), "extract")
    assert (stage, reason) == ("extract", "internal_error")
    assert detail is not None
    assert detail.startswith("KeyError at tests/test_supervise.py:")
    assert "secret" not in detail


def test_no_worker_without_a_job() -> None:
    before = children()
    with Pool[File](2, LIMITS, TARGET) as pool:
        assert len(list(pool.run(files(None, None)))) == 2
        assert children() <= before
    assert os.getpid()
