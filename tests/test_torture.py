"""Hostile files (rows B1 to B4 and B7): each ends in one row, in bounded time, alone."""

import hashlib
import json
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline import wire
from pipeline.book import Book
from pipeline.discover import Refusal
from pipeline.dump import dump
from pipeline.engine import opened
from pipeline.ingest import ingest
from pipeline.limits import Limits
from pipeline.readers import Refused, read
from pipeline.supervise import TARGET as WORK
from pipeline.supervise import Pool
from pipeline.versions import as_json, snapshot
from pipeline.worker import Job
from schemas.records import REASONS
from tests import fakes, hostile
from tests.hostile import seeds
from tests.levels import level
from tests.test_supervise import children
from tests.torture import LIMITS, SLACK, Told, clean, torture


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, Path]:
    """What became of hostile files, with clean ones among them."""
    base = tmp_path_factory.mktemp("torture")
    before = children()
    found = torture(base, level(500, 10_000), seed=0, innocent=level(20, 200))
    assert children() <= before
    print("\n".join(found.lines()))
    return found, base


def test_b1_every_file_ends_in_one_row_with_a_listed_reason(told: tuple[Told, Path]) -> None:
    found, _ = told
    assert found.summary.seen == found.files == len(found.rows)
    assert found.doubled == []
    assert set(found.rows.values()) <= {"whole", "partial", *REASONS}
    assert found.faults == []
    assert len(set(found.rows.values())) >= 10


def test_b1_no_file_ends_in_an_error_of_our_own(told: tuple[Told, Path]) -> None:
    assert told[0].internal == []


def test_b1_clean_files_give_the_rows_of_a_clean_run(
    told: tuple[Told, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    clean(folder, level(20, 200))
    ingest([str(folder)], tmp_path / "a.db", most=LIMITS)
    assert facts(tmp_path / "a.db") == facts(told[1] / "a.db")


def facts(db: Path) -> dict[str, str]:
    with opened(db) as connections:
        book = Book(*connections)
        rows = book.rows("documents")
        return {
            row["path"]: row["text"] + as_json(snapshot(book, row["id"]))
            for row in rows
            if "/clean" in row["path"]
        }


def test_b2_time_and_memory_are_bounded(told: tuple[Told, Path]) -> None:
    found, _ = told
    longest = max(found.seconds)
    assert longest[0] <= max(LIMITS.text_seconds, LIMITS.pdf_seconds_cap) + SLACK, longest
    assert found.megabytes * 2**20 <= LIMITS.memory_bytes
    assert found.grown <= 60  # what is imported with the first file; 20 MB over 10,000 files


def test_b7_tricks_of_the_file_system_are_refused_or_named(told: tuple[Told, Path]) -> None:
    rows = {path.removeprefix("tricks/"): what for path, what in told[0].rows.items()
            if path.startswith("tricks/")}  # fmt: skip
    refused = {path for path, what in rows.items() if what == "not_regular_file"}
    assert refused == {"link.html", "loop", "pipe.html", "socket.html"}
    assert len(rows) == 18
    assert all(path.isprintable() for path in rows)
    assert not [path for path in told[0].rows if "passwd" in path]
    connection = sqlite3.connect(told[1] / "a.db")
    assert connection.execute(
        "SELECT count(*) FROM documents WHERE text LIKE '%root:%'"
    ).fetchone() == (0,)
    connection.close()


def test_the_generator_makes_every_kind_and_the_same_again() -> None:
    assert len(hostile.KINDS) >= 40
    made = list(hostile.files(len(hostile.KINDS) + 60))
    assert {kind for kind, _ in made} == set(hostile.KINDS)
    again = hostile.files(len(hostile.KINDS) + 60)
    for (_, one), (_, two) in zip(made, again, strict=True):
        assert hashlib.sha256(one.data).digest() == hashlib.sha256(two.data).digest()
    assert len({hashlib.sha256(m.data).digest() for _, m in made}) > len(made) * 0.9


# ---- B3: code that really hangs and dies


@dataclass
class Item:
    job: Job | None


BOOMS = {
    "hang": "timeout", "sleep": "timeout", "segv": "crashed", "exit": "crashed", "fork": "timeout",
    "close": "crashed", "huge": "internal_error", "memory": "memory",
}  # fmt: skip


def test_b3_what_really_hangs_or_dies_costs_its_own_file_alone() -> None:
    limits = Limits(text_seconds=1.0, memory_bytes=64 << 20, result_bytes=1 << 20)
    rounds = level(1, 20)
    items = [Item(Job(f"{k}{n}.txt", f"{w}".encode())) for n in range(rounds) for k in BOOMS
             for w in (f"BOOM {k}", f"clean {k}")]  # fmt: skip
    with Pool[Item](2, limits, "tests.fakes:work") as pool:
        for item, outcome in pool.run(iter(items)):
            assert item.job is not None
            said = item.job.data.decode()
            if said.startswith("clean"):
                assert isinstance(outcome, bytes)
                answer = wire.check(outcome)
                assert isinstance(answer, wire.Answer)
                assert answer.page["text"] == said
                continue
            reason = outcome.reason if isinstance(outcome, Refusal) else None
            if isinstance(outcome, bytes):
                answer = wire.check(outcome)
                reason = answer[1] if isinstance(answer, tuple) else "read"
            assert reason == BOOMS[said.removeprefix("BOOM ")]


def test_b3_control_a_plain_executor_loses_the_clean_files_too() -> None:
    with ProcessPoolExecutor(2) as pool:
        first = pool.submit(fakes.work, Job("a.txt", b"BOOM exit"))
        with pytest.raises(BrokenProcessPool):
            first.result(20)
        with pytest.raises(BrokenProcessPool):
            pool.submit(fakes.work, Job("b.txt", b"clean")).result(20)


# ---- B4: nothing is lost in silence


def cut_pages(count: int) -> Iterator[Item]:
    for n in range(count):
        chance = random.Random(f"cut{n}")
        data = seeds.html(n % seeds.SEEDS)
        end = data.index(b"</body>")
        yield Item(Job(f"{n}.html", data[: chance.randrange(200, end)]))


def hurt_papers(count: int) -> Iterator[Item]:
    for n in range(count):
        chance = random.Random(f"hurt{n}")
        data = bytearray(seeds.pdf(n % 3))
        if chance.random() < 0.3:
            a, b = sorted(chance.randrange(len(data)) for _ in range(2))
            del data[a:b]
        else:
            for _ in range(chance.choice((1, 3, 10, 50, 500))):
                data[chance.randrange(len(data))] = chance.randrange(256)
        yield Item(Job(f"{n % 3}-{n}.pdf", bytes(data)))


def answers(items: Iterator[Item]) -> Iterator[tuple[str, wire.Answer | None]]:
    with Pool[Item](2, LIMITS, WORK) as pool:
        for item, outcome in pool.run(items):
            assert item.job is not None
            said = wire.check(outcome) if isinstance(outcome, bytes) else None
            yield item.job.name, said if isinstance(said, wire.Answer) else None


def test_b4_a_page_that_was_cut_is_never_stored_as_whole() -> None:
    count = level(60, 1_000)
    whole = [
        name for name, said in answers(cut_pages(count))
        if said and said.page["status"] == "whole" and said.page["is_complete"] != 0
    ]  # fmt: skip
    assert len(whole) <= count // 100, whole


def test_b4_a_damaged_paper_says_that_words_are_missing() -> None:
    papers = (Item(Job(f"{n}-clean.pdf", seeds.pdf(n))) for n in range(3))
    sizes = {n[0]: len(said.page["text"]) for n, said in answers(papers) if said}
    assert len(sizes) == 3
    fates: Counter[str] = Counter()
    for name, said in answers(hurt_papers(level(120, 2_000))):
        if said is None:
            fates["refused"] += 1
        elif len(said.page["text"]) >= 0.95 * sizes[name[0]]:
            fates["whole"] += 1
        elif said.page["status"] == "partial":
            fates["flagged"] += 1
        else:
            fates["empty" if len(said.page["text"]) < 30 else "silent"] += 1
    print(json.dumps(fates))
    assert fates["empty"] == 0
    assert fates["silent"] <= 0.05 * (fates["flagged"] + fates["silent"])
    assert fates["flagged"] > 10


def test_a_run_of_hostile_files_can_be_done_again_without_work(told: tuple[Told, Path]) -> None:
    _, base = told
    again = ingest([str(base / "in")], base / "a.db", most=LIMITS, target="tests.nowhere:work")
    assert again.inserted == again.updated == 0
    assert again.seen == told[0].summary.seen


# ---- B5: the charset is right or the page says that it is not

SAID = "RESOLVED: That £1,234 – “so” – be spent on the café’s €5 sign"
REAL = ("utf-8", "cp1252", "utf-16", "utf-16-le", "latin-1")
DECLARED = (
    "utf-8",
    "windows-1252",
    "iso-8859-1",
    "utf-16",
    "shift_jis",
    "",
    "nonsense",
    "us-ascii",
)


@pytest.mark.parametrize("real", REAL)
@pytest.mark.parametrize("declared", DECLARED)
def test_b5_forty_pairs_of_declared_and_real_charsets(real: str, declared: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    page = (
        f"<html><head>{meta}<title>A</title></head><body><div id=modgov><p>{SAID}</p></div></body>"
    )
    data = (page + "</html>").encode(real, "xmlcharrefreplace")
    try:
        document = read(data, "a.html")
    except Refused:
        return  # quarantine says so
    flagged = document.status == "partial" or bool(document.notices)
    assert SAID in document.text or flagged
    assert "£1,234" in document.text or flagged


# ---- B8: the limits change nothing about clean pages


def test_b8_without_limits_the_same_rows(tmp_path: Path) -> None:
    sample = Path(__file__).parents[1] / "data/raw"
    none = Limits(
        text_bytes=1 << 40, pdf_bytes=1 << 40, memory_bytes=1 << 40, result_bytes=1 << 40,
        text_seconds=9e5, pdf_seconds=9e5, pdf_seconds_cap=9e5,
    )  # fmt: skip
    seen = ingest([str(sample)], tmp_path / "with.db", most=Limits())
    assert seen.quarantined == 0
    assert seen.seen >= 8
    ingest([str(sample)], tmp_path / "without.db", most=none)
    assert dump(tmp_path / "with.db") == dump(tmp_path / "without.db")
