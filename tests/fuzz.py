"""Fuzzes what meets untrusted bytes: `make fuzz`, with atheris where it is installed.

Each target takes bytes and returns what it made of them. The rule for all: it ends in time, twice
the same, its spans are true, and it raises nothing but what it documents. A finding is written to
`tests/hostile/found/<target>-<hash>`, where the tests take it up as a case.

`make fuzz-steady` is for every change: so many inputs of one fixed sequence, which depends on
neither clock, machine nor the code under test. All of them hold today, so that one that no longer
does tells of the change. New inputs are for `make fuzz`, whose findings are nobody's broken build.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from pathlib import Path

FOUND = Path(__file__).parent / "hostile" / "found"
SECONDS = 10.0  # one input of at most 40,000 bytes; a machine under load needs some slack
MOST = 40_000


def decode(data: bytes) -> object:
    from pipeline.readers.decode import decode as read

    text = read(data)
    repr(text).encode("utf-8", "surrogatepass")
    return repr(text)


def _read(data: bytes, name: str) -> object:
    from pipeline.readers import Refused, read

    try:
        document = read(data, name)
    except Refused as refused:
        return refused.stage, refused.reason
    assert len(document.text) == len(document.reading)
    for block in document.blocks:
        assert 0 <= block.start <= block.stop <= len(document.text)
    return document


def html(data: bytes) -> object:
    return _read(b"<html><body><div id=modgov>" + data, "a.html")


def text(data: bytes) -> object:
    return _read(data, "a.txt")


def xml(data: bytes) -> object:
    return _read(b"<?xml version='1.0'?><getmeeting>" + data, "a.xml")


def records(data: bytes) -> object:
    return _read(data, "a.json")


def sniffed(data: bytes) -> object:
    from pipeline.readers import Refused, sniff

    said = []
    for name in ("", "a.html", "a.pdf", "a.json", "a.xml"):
        try:
            said.append(sniff.sniff(data, name))
        except Refused as refused:
            said.append(refused.reason)
    return said


def pdf(data: bytes) -> object:
    """The front door alone: what passes it is read by C++ code, in workers."""
    from pipeline.readers import Refused
    from pipeline.readers.pdf_door import check

    try:
        return repr(check(data))
    except Refused as refused:
        return refused.reason


def _worked(data: bytes, name: str) -> object:
    from pipeline import wire
    from pipeline.worker import Job, work

    answer = wire.check(work(Job(name, data)))  # raises Untrue where a span does not hold
    if isinstance(answer, tuple):
        assert answer[1] != "internal_error", answer
        return answer
    return repr(answer)


def page(data: bytes) -> object:
    """All rules on a page."""
    return _worked(b"<html><body><div id=modgov><div class=mgContent>" + data, "a.html")


def words(data: bytes) -> object:
    """All rules on a text."""
    return _worked(b"Decision details\n\nDecisions:\n\nRESOLVED:\n\n" + data, "a.txt")


def wire_says(data: bytes) -> object:
    """A worker's answer from a worker that was taken over."""
    from pipeline import wire

    try:
        return repr(wire.check(data))
    except wire.Untrue as untrue:
        return str(untrue)


def query(data: bytes) -> object:
    """What a person types into the search."""
    import sqlite3

    from pipeline.fts import fts_query

    made = fts_query(data.decode("utf-8", "replace"))
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
    if made:
        connection.execute("SELECT * FROM t WHERE t MATCH ?", (made,)).fetchall()
    connection.close()
    return made


def names(data: bytes) -> object:
    """A file name leads back to the very bytes, and shows nothing that a terminal would do."""
    from unicodedata import normalize

    from pipeline.paths import actual, shown
    from pipeline.terminal import safe

    name = data.replace(b"/", b"_").replace(b"\0", b"_").decode("utf-8", "surrogateescape")
    said = shown(name)
    assert said.isprintable() or not said
    assert normalize("NFC", actual(said)) == normalize("NFC", name)
    assert actual(shown(name, ascii_only=True)) == name
    assert "\x1b" not in safe(name)
    return said


TARGETS: dict[str, Callable[[bytes], object]] = {
    "decode": decode,
    "html": html,
    "text": text,
    "xml": xml,
    "records": records,
    "sniffed": sniffed,
    "pdf": pdf,
    "page": page,
    "words": words,
    "wire": wire_says,
    "query": query,
    "names": names,
}
# Inputs of the fixed sequence: about two minutes of one core in all, most of them for the rules.
STEADY = {
    "decode": 12_000, "html": 5_000, "text": 7_000, "xml": 30_000, "records": 80_000,
    "sniffed": 40_000, "pdf": 5_000, "page": 1_600, "words": 1_600, "wire": 150_000,
    "query": 350, "names": 500,
}  # fmt: skip
# Which hostile files a target begins with.
_SUFFIXES = {
    "html": (".html",), "page": (".html",), "text": (".txt",), "words": (".txt",),
    "xml": (".xml",), "records": (".json",), "pdf": (".pdf",), "decode": (".html", ".txt"),
}  # fmt: skip


def one(target: str, data: bytes) -> None:
    """Try one input. Raises AssertionError or whatever escapes where the rule is broken."""
    work = TARGETS[target]
    started = time.process_time()
    first = work(data)
    taken = time.process_time() - started
    assert taken <= SECONDS, f"{taken:.1f} s for {len(data)} bytes"
    assert work(data) == first, "not the same again"


@cache
def _small() -> tuple[tuple[str, bytes], ...]:
    from tests import hostile

    made = ((file.suffix, file.data) for _, file in hostile.files(500, seed=5))
    return tuple((suffix, data) for suffix, data in made if 0 < len(data) <= MOST)


def seeded(target: str, count: int = 60) -> list[bytes]:
    """Return small hostile files that a target begins with."""
    suffixes = _SUFFIXES.get(target, (".txt", ".json", ".html"))
    return [data for suffix, data in _small() if suffix in suffixes][:count]


def beginnings(target: str) -> list[bytes]:
    """Return what a target begins with, and what was found before."""
    return seeded(target) + [path.read_bytes() for path in sorted(FOUND.glob(f"{target}-*"))]


def keep(target: str, data: bytes, error: BaseException) -> Path:
    """Write down an input that broke the rule."""
    FOUND.mkdir(exist_ok=True)
    path = FOUND / f"{target}-{sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    print(f"FOUND {path.name}: {type(error).__name__}: {str(error)[:200]}", file=sys.stderr)
    return path


def mutated(target: str, seconds: float, seed: int, most: int = 1 << 60) -> int:
    """Fuzz by seeded mutation alone; return the inputs tried, at most so many."""
    chance = random.Random(f"{seed}/{target}")
    known = seeded(target)
    ends, tried = time.monotonic() + seconds, 0
    while tried < most and time.monotonic() < ends:
        data = bytearray(chance.choice(known))
        for _ in range(chance.choice((1, 2, 5, 20))):
            at = chance.randrange(len(data) + 1)
            other = chance.choice(known)
            cut = chance.randrange(len(other) + 1)
            piece = chance.choice(
                (chance.randbytes(1), other[cut : cut + chance.randrange(1, 200)])
            )
            data[at : at + chance.randrange(0, 60)] = piece
        tried += 1
        try:
            one(target, bytes(data[:MOST]))
        except Exception as error:
            keep(target, bytes(data[:MOST]), error)
            raise
    return tried


def guided(target: str, seconds: int, seed: int) -> None:
    """Fuzz with atheris, guided by coverage; never returns."""
    import atheris

    with atheris.instrument_imports(include=["pipeline.readers", "pipeline.wire", "extractors"]):
        from pipeline.worker import warm

        warm()

    def test(data: bytes) -> None:
        try:
            one(target, data)
        except Exception as error:
            keep(target, data, error)
            raise

    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(beginnings(target)):
            (Path(corpus) / str(number)).write_bytes(data)
        atheris.Setup(
            [sys.argv[0], corpus, f"-max_total_time={seconds}", f"-seed={seed + 1}", "-timeout=60",
             f"-max_len={MOST}", "-rss_limit_mb=4096", "-print_final_stats=1", "-verbosity=0"],
            test,
        )  # fmt: skip
        atheris.Fuzz()


def steady(target: str, seconds: int) -> None:
    """Try the fixed sequence of a target; a machine too slow for all says how far it got."""
    tried = mutated(target, seconds, seed=0, most=STEADY[target])
    print(f"number_of_executed_units: {tried}")
    if tried < STEADY[target]:
        print(f"{target}: time was up after {tried} of {STEADY[target]} inputs", file=sys.stderr)


def alone(target: str, seconds: int, seed: int) -> None:
    """Fuzz one target in this process, guided where atheris is installed."""
    try:
        guided(target, seconds, seed)
    except ImportError:
        print(f"{target}: atheris is not installed: mutation without guidance", file=sys.stderr)
        print(f"number_of_executed_units: {mutated(target, seconds, seed)}")


def started(target: str, seconds: int, seed: int, is_steady: bool) -> bool:
    """Fuzz one target in a process of its own and say how it went; return whether it held."""
    command = [sys.executable, "-m", "tests.fuzz", "--target", target, "--seconds", str(seconds)]
    command += ["--seed", str(seed), *(["--steady"] if is_steady else [])]
    began = time.monotonic()
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    said = (done.stdout + done.stderr).splitlines()
    tried = next((x.split()[-1] for x in said if "number_of_executed_units" in x), "")
    took = round(time.monotonic() - began)
    row = {"target": target, "inputs": tried, "seconds": took, "exit": done.returncode}
    notes = [x for x in said if x.startswith(f"{target}: ")]
    print("\n".join([json.dumps(row), *(said[-25:] if done.returncode else notes)]), flush=True)
    return done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=120, help="for all targets together")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--target", choices=sorted(TARGETS))
    parser.add_argument("--steady", action="store_true", help="the fixed sequence of inputs")
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    if given.target:
        if given.steady:
            steady(given.target, given.seconds)
        else:
            alone(given.target, given.seconds, given.seed)
        return 0
    # The fixed sequence ends by itself: its time is only there for a machine that hangs.
    share = given.seconds if given.steady else max(1, given.seconds // len(TARGETS))
    targets = sorted(TARGETS, key=lambda target: target not in ("page", "words"))
    with ThreadPoolExecutor(given.jobs) as pool:
        held = pool.map(lambda t: started(t, share, given.seed, given.steady), targets)
        return 0 if all(list(held)) else 1


if __name__ == "__main__":
    sys.exit(main())
