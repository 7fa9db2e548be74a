"""Prints what pages cost beside the floor of the same run. `python -m pipeline.bench [PAGES]`."""

import gc
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from pipeline.bench import floor, pages
from pipeline.bench.papers import prose_pdf, tables_pdf
from pipeline.bench.stages import Stages
from pipeline.book import Book
from pipeline.engine import opened
from pipeline.limits import Limits
from pipeline.supervise import Pool
from pipeline.worker import Job

File = tuple[str, bytes]
Least = Callable[[int, bytes], object]
ROUNDS = 5
FEW = 2 * ROUNDS  # files of the kinds that are long
STARTS = 7  # processes started for each start-up figure


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of a piece of work in this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def line(name: str, ratios: list[float], unit: float, goal: str) -> None:
    """Print one measured ratio: median of the rounds, its range, milliseconds of the unit."""
    print(
        f"{name:<42}{statistics.median(ratios):>7.2f} ×"
        f"  ({min(ratios):.2f}–{max(ratios):.2f}){unit * 1000:>9.2f} ms   {goal}"
    )


def compare(
    scratch: Path,
    name: str,
    files: list[File],
    least: Least,
    goal: str,
) -> None:
    """Time files through all stages against their floor, in turn, round by round."""
    with opened(scratch / f"{name}.db") as connections:
        stages = Stages(Book(*connections))
        stages.take(*files[0])
        stages.seconds.clear()
        ratios, ours = [], []
        share = len(files[1:]) // ROUNDS
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)  # as the workers do
        for i in range(ROUNDS):
            batch = files[1 + i * share : 1 + (i + 1) * share]
            low = cpu(_floor_of(least, batch, i * share))
            high = cpu(partial(_through, stages, batch))
            ratios.append(high / low)
            ours.append(high / share)
        line(name, ratios, statistics.median(ours), goal)
        for stage, seconds in stages.seconds.items():
            print(f"    {stage:<38}{seconds / share / ROUNDS * 1000:>33.2f} ms")


def _floor_of(least: Least, batch: list[File], first: int) -> Callable[[], None]:
    def run() -> None:
        for number, (_, data) in enumerate(batch, first):
            least(number, data)

    return run


def _through(stages: Stages, batch: list[File]) -> None:
    for name, data in batch:
        stages.take(name, data)


def measure_pages(scratch: Path, count: int) -> None:
    """Measure single pages of HTML and their text copies against the floor."""
    db = floor.database(str(scratch / "floor.db"))
    html = [(f"p{i}.html", pages.decision_html(i).encode()) for i in range(count + 1)]
    compare(
        scratch, "HTML decision page", html,
        lambda i, d: floor.html(db, i, d.decode()), "goal: at most 5 × the floor",
    )  # fmt: skip
    sources = [d.decode() for _, d in html]
    text = [(f"p{i}.txt", pages.decision_text(i).encode()) for i in range(count + 1)]
    compare(
        scratch, "text copy", text,
        lambda i, d: floor.html(db, count * 2 + i, sources[i + 1]), "goal: at most 3 × that floor",
    )  # fmt: skip
    meetings = [(f"m{i}.html", pages.meeting_html(i).encode()) for i in range(FEW + 1)]
    compare(
        scratch, "meeting page of 20 items", meetings,
        lambda i, d: floor.parse(d.decode()), "goal: at most 30 × its lexbor parse",
    )  # fmt: skip


def measure_papers(scratch: Path) -> None:
    """Measure PDF papers against the text or the tables of the library that reads them."""
    goal = "goal: at most 4 × pypdfium2's text"
    for name, many in (("PDF without tables, 10 pages", 10), ("PDF without tables, 20 pages", 20)):
        papers = [(f"p{i}.pdf", prose_pdf(i, many)) for i in range(FEW + 1)]
        compare(scratch, name, papers, lambda i, d: floor.pdf_text(d), goal)
    tables = [(f"t{i}.pdf", tables_pdf(i, 4)) for i in range(ROUNDS + 1)]
    compare(
        scratch, "PDF with tables, 4 pages", tables,
        lambda i, d: floor.pdf_tables(d), "goal: at most 1.3 × pdfplumber's words and tables",
    )  # fmt: skip


class _Item:
    """A file for the pool whose work is nothing."""

    def __init__(self, data: bytes) -> None:
        self.job: Job | None = Job("p.html", data)


def nothing(job: Job) -> bytes:
    """Do nothing with a file: what is left is the cost of its isolation."""
    return b'{"nothing":true}'


def measure_isolation(count: int) -> None:
    """Print what handing a file to a worker process and back costs, both sides counted."""
    items = [_Item(pages.decision_html(i).encode()) for i in range(50)] * (count // 50 or 1)
    with Pool[_Item](1, Limits(), "pipeline.bench.__main__:nothing") as pool:
        list(pool.run(iter(items[:50])))
        before = time.process_time()
        started = time.perf_counter()
        done = sum(1 for _ in pool.run(iter(items)))
        parent, wall = time.process_time() - before, time.perf_counter() - started
    print(
        f"{'isolation, a file':<42}{parent / done * 1000:>7.2f} ms CPU of the parent, "
        f"{wall / done * 1000:.2f} ms wall   goal: at most 1 ms"
    )


def _start(arguments: list[str]) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(arguments, check=False, capture_output=True)  # noqa: S603 - our own command
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure_start(db: Path) -> None:
    """Print the CPU of one search against a bare import of click and sqlite3."""
    ask = [str(Path(sys.executable).parent / "minutebook"), "search", "contract", "--db", str(db)]
    bare = [sys.executable, "-c", "import click, sqlite3"]
    ratios, ours = [], []
    for _ in range(STARTS):
        low = _start(bare)
        ours.append(_start(ask))
        ratios.append(ours[-1] / low)
    line("minutebook search, whole process", ratios, statistics.median(ours), "goal: at most 2 ×")


def measure_memory(scratch: Path, count: int) -> None:
    """Print the peak memory of any process of a real ingest."""
    folder = scratch / "raw"
    folder.mkdir()
    for i in range(count):
        (folder / f"p{i}.html").write_text(pages.decision_html(i), encoding="utf-8")
    (folder / "paper.pdf").write_bytes(prose_pdf(1, 100))
    command = [sys.executable, "-m", "pipeline.cli", "ingest", str(folder)]
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--db", str(scratch / "memory.db")], stderr=subprocess.DEVNULL
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, *(_peak(pid) for pid in _family(process.pid)))
        time.sleep(0.02)
    print(f"{'peak memory of any process':<42}{peak / 1024:>7.0f} MB   goal: under 500 MB")


def _family(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        this = waiting.pop()
        found.append(this)
        children = Path(f"/proc/{this}/task/{this}/children")
        if children.exists():
            waiting += map(int, children.read_text().split())
    return found


def _peak(pid: int) -> int:
    try:
        told = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s*([0-9]+)", told)
    return int(found.group(1)) if found else 0


def main() -> None:
    """Measure everything and print it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    print(f"{count} made-up pages; CPU, median of {ROUNDS} rounds in turn with the floor")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        measure_pages(scratch, count)
        measure_papers(scratch)
        measure_isolation(count)
        measure_memory(scratch, count)
        measure_start(scratch / "HTML decision page.db")


if __name__ == "__main__":
    main()
