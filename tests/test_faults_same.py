"""The same rows whatever the circumstances: rows C1 to C3, C5 and C6, with their controls."""

import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from pipeline import identity, store
from pipeline.bench import pages as bench
from pipeline.check import check
from pipeline.exits import DONE
from pipeline.fts import fts_query
from pipeline.ingest import Summary, ingest
from pipeline.reading import connect
from pipeline.worker import Job
from schemas import search
from tests import direct, fakes
from tests.hostile import seeds
from tests.levels import NIGHTLY, level
from tests.test_ingest import TARGET, pages

ROOT = Path(__file__).parents[1]


# ---- C1: the same bytes give the same rows

RUN = """
import os, random, sys
from pipeline import discover
from pipeline.ingest import ingest
order, listdir = sys.argv[4], os.listdir
if order == "reversed":
    discover.os.listdir = lambda p: sorted(listdir(p), reverse=True)
elif order != "sorted":
    discover.os.listdir = lambda p: random.Random(order).sample(x := sorted(listdir(p)), len(x))
ingest([sys.argv[1]], sys.argv[2], workers=int(sys.argv[3]), target=sys.argv[5])
from pipeline.dump import fingerprint
print(fingerprint(sys.argv[2]))
"""
PLACES = {"TZ": ("UTC", "Europe/London", "Pacific/Kiritimati"),
          "LC_ALL": ("C", "C.UTF-8", "en_GB.UTF-8", "tr_TR.UTF-8"),
          "PYTHONHASHSEED": ("0", "1", "4242")}  # fmt: skip
ORDERS = ("sorted", "reversed", "a", "b")


def circumstances(count: int) -> Iterator[tuple[int, str, dict[str, str]]]:
    """Yield workers, order and environment; every value of each at least once."""
    for n in range(count):
        yield (
            (1, 2, 3)[n % 3],
            ORDERS[n % 4],
            {k: v[(n * 7 + n // 3) % len(v)] for k, v in PLACES.items()},
        )


def printed(folder: Path, db: Path, target: str, how: tuple[int, str, dict[str, str]]) -> str:
    """Return the fingerprint of a run in circumstances of its own."""
    workers, order, places = how
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder), str(db), str(workers), order, target],
        cwd=ROOT, env={**os.environ, **places}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clean pages and papers of two councils, and the same again under other names."""
    base = tmp_path_factory.mktemp("same") / "in"
    for number in range(8):
        for suffix, made in ((".html", seeds.html), (".txt", seeds.text)):
            path = base / ("leeds", "kent")[number % 2] / f"{number}{suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made(number % 5))
    (base / "kent/paper.pdf").write_bytes(seeds.pdf(0))
    return base


def test_c1_rows_do_not_depend_on_workers_order_place_or_language(
    folder: Path, tmp_path: Path
) -> None:
    found = {
        printed(folder, tmp_path / f"{n}.db", "pipeline.worker:work", how)
        for n, how in enumerate(circumstances(level(4, 24)))
    }
    assert len(found) == 1


def unsteady(job: Job) -> bytes:
    """The fault that the circumstances must show: a rule that asks where and in what order."""
    words = " ".join({w for w in job.data.decode().split() if w.isalpha()})
    zone = os.environ.get("TZ", "")
    return fakes.work(Job(job.name, f"TITLE: {words[:200]} {zone}\n".encode() + job.data, job.url))


def test_c1_control_a_rule_that_asks_the_machine_is_seen(tmp_path: Path) -> None:
    made = pages(tmp_path / "in", 9)
    found = {
        printed(made, tmp_path / f"{n}.db", "tests.test_faults_same:unsteady", how)
        for n, how in enumerate(circumstances(3))
    }
    assert len(found) > 1


# ---- C2: a second run changes nothing


def test_c2_a_second_run_writes_the_runs_row_alone(tmp_path: Path) -> None:
    made, db = pages(tmp_path / "in", 60), tmp_path / "a.db"
    ingest([str(made)], db, target=TARGET)
    before = everything(db)
    assert ingest([str(made)], db, target="tests.nowhere:work") == Summary(seen=60, unchanged=60)
    after = everything(db)
    assert len(after.pop("runs")) == len(before.pop("runs")) + 1
    assert after == before


def everything(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    connection = connect(db)
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'search'"
    found = {
        name: [tuple(row) for row in connection.execute(f"SELECT * FROM {name}")]
        for (name,) in connection.execute(names).fetchall()
    }
    connection.close()
    return found


@pytest.mark.skipif(not NIGHTLY, reason="ten thousand pages: make nightly")
def test_c2_ten_thousand_unchanged_files_cost_a_twentieth_of_the_first_run(tmp_path: Path) -> None:
    for number in range(10_000):
        path = tmp_path / f"in/{number // 500}/{number}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(bench.decision_html(number), encoding="utf-8")
    costs = []
    for _ in range(2):
        before = cpu()
        child = os.fork()
        if not child:
            ingest([str(tmp_path / "in")], tmp_path / "a.db")
            os._exit(0)
        os.waitpid(child, 0)
        costs.append(cpu() - before)
    print(f"first run {costs[0]:.1f} s of CPU, second {costs[1]:.2f} s")
    assert costs[1] <= 0.05 * costs[0]


def cpu() -> float:
    """Return the CPU seconds of all children that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# ---- C3: a page that changes keeps its history


class Archive(RuleBasedStateMachine):
    """Files come, change, go, move, are doubled; runs are killed; rules change. All is kept."""

    files = st.sampled_from(["a", "b", "c", "leeds/d", "leeds/e"])
    pence = st.integers(1, 4)

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp(prefix="minutebook-test-"))
        self.folder, self.db = self.base / "in", self.base / "a.db"
        (self.folder / "leeds").mkdir(parents=True)
        self.now: dict[str, str] = {}
        self.stored: dict[str, str] = {}
        self.said: dict[str, set[str]] = {}  # what each path ever said, once stored
        self.rules = 0

    @initialize()
    def begin(self) -> None:
        self.write("a", 1)
        self.ingest()

    @rule(name=files, pence=pence)
    def write(self, name: str, pence: int) -> None:
        text = f"TITLE: Roof of {name}\nMEETING: Cabinet | 2024-02-01\nRESOLVED: That £{pence} go"
        self.now[name] = text
        self.path(name).write_text(text)

    @rule(name=files)
    def remove(self, name: str) -> None:
        self.now.pop(name, None)
        self.path(name).unlink(missing_ok=True)

    @rule(name=files)
    def stamp(self, name: str) -> None:
        """The same words in other bytes."""
        if name in self.now:
            self.path(name).write_text(self.now[name] + "\n\n")

    @rule()
    def other_rules(self) -> None:
        self.rules += 1

    @rule()
    def ingest(self) -> None:
        assert self.run() == DONE
        self.settled()

    @rule(statements=st.integers(1, 300))
    def killed(self, statements: int) -> None:
        if self.run(statements) == DONE:
            self.settled()
        else:
            self.ingest()

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.txt"

    def fault(self) -> None:
        """Do nothing: the control does."""

    def run(self, statements: int | None = None) -> int:
        def before() -> None:
            self.fault()
            identity.rules = lambda: f"rules{self.rules}"  # type: ignore[assignment]
            if statements is not None:
                direct.die_after(statements)

        return direct.run(self.folder, self.db, before)

    def settled(self) -> None:
        for name, text in self.now.items():
            self.said.setdefault(f"{name}.txt", set()).add(text)
        self.stored |= self.now
        self.all_is_kept()

    def all_is_kept(self) -> None:
        connection = connect(self.db)
        texts = dict(
            connection.execute("SELECT path, trim(text, char(10)) FROM documents").fetchall()
        )
        assert texts == {f"{name}.txt": text for name, text in self.stored.items()}
        older: dict[str, set[str]] = {name: set() for name in texts}
        for path, text in connection.execute(
            "SELECT d.path, trim(v.text, char(10)) FROM versions v "
            "JOIN documents d ON d.id = v.document_id"
        ):
            older[path].add(text)
        assert {path: older[path] | {texts[path]} for path in texts} == self.said
        gone = connection.execute(
            "SELECT path FROM document_addresses WHERE missing_since IS NOT NULL"
        ).fetchall()
        assert {path for (path,) in gone} == texts.keys() - {f"{name}.txt" for name in self.now}
        connection.close()

    def teardown(self) -> None:
        if self.db.exists():
            assert [part for part in check(self.db) if part.faults] == []
        shutil.rmtree(self.base)


TestC3History = Archive.TestCase
TestC3History.settings = settings(
    max_examples=level(5, 500), stateful_step_count=level(12, 50), deadline=None, derandomize=True
)


class Forgetful(Archive):
    """The fault that the histories must find: an older text is not kept."""

    def fault(self) -> None:
        store._archive = lambda *_: None  # type: ignore[assignment]


def test_c3_control_a_store_that_forgets_is_found() -> None:
    machine = Forgetful()
    machine.begin()
    machine.write("a", 2)
    with pytest.raises(AssertionError):
        machine.ingest()
    machine.teardown()


# ---- C5: the search index says what the rows say


def test_c5_a_search_finds_what_a_scan_of_the_words_finds(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    ingest([str(folder)], db)
    connection = connect(db)
    rows = connection.execute("SELECT id, title, body FROM search_content").fetchall()
    words = {row["id"]: set(tokens(f"{row['title']} {row['body']}")) for row in rows}
    known = sorted({w for said in words.values() for w in said if len(w) > 2 and w.isalpha()})
    chance = random.Random(1)
    for term in chance.sample(known, min(len(known), level(100, 200))):
        hits = {
            row[0]
            for row in connection.execute(
                "SELECT rowid FROM search WHERE search MATCH ?",
                (f"{{title body}}: {fts_query(term)}",),
            )
        }
        assert {n for n, said in words.items() if term in said} <= hits, term
        stem = term[: min(3, len(term) - 1)]  # the stemmer may find more forms, never other words
        assert all(any(w.startswith(stem) for w in words[n]) for n in hits), term
    connection.close()
    assert search.CHECK


def tokens(text: str) -> list[str]:
    """Cut a text as the index does: letters and digits together, accents left out."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain.lower())


# ---- C6: values are what the text says


def test_c6_no_value_is_out_of_bounds(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    ingest([str(folder)], db)
    values = [v for rows in everything(db).values() for row in rows for v in row]
    assert sum(isinstance(v, int) for v in values) > 1_000
    for value in values:
        if isinstance(value, int):
            assert -(2**63) <= value < 2**63
        elif isinstance(value, float):
            assert abs(value) < 1e300
        elif isinstance(value, str):
            value.encode()
            assert "\0" not in value
    assert [part.faults for part in check(db) if part.faults] == []
