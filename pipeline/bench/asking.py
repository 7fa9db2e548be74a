"""How long search and pages take over a database of any size, start-up left out.

`python -m pipeline.bench.asking [RESOLUTIONS] [--db FILE]` makes the database (1,000,000
resolutions take some minutes and 2.6 GB; a file that is there is used) and asks the mix below of
the server's own code in this process, pages and all. CPU stands beside the clock, for a machine
that does other things too.
"""

import argparse
import asyncio
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from pipeline.ask_queries import QUESTIONS
from pipeline.bench import big
from pipeline.web.database import Book
from pipeline.web.plugin import make
from pipeline.web.words import path

FEW = 0.1  # a word is commoner that stands in more of the rows
_EACH = 12  # words of a kind, spread from the rarest to the most used
_TIMES = 3
Asked = tuple[str, str]  # what it is, its address


class _Words:
    """Words of the made-up database by their share of the rows."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.rows = self._one("select count(*) from search_rows")
        known = big.words()
        ranks = [int(2 * 1.16**n) for n in range(60)]
        shares = {known[rank]: self.share(f'"{known[rank]}"') for rank in ranks if rank < 20_000}
        self.few = _spread([w for w, share in shares.items() if 0 < share < FEW])
        self.common = _spread([w for w, share in shares.items() if share >= FEW])

    def _one(self, sql: str, *values: object) -> int:
        return int(self.db.execute(sql, values).fetchone()[0])

    def share(self, query: str) -> float:
        """Return the share of rows that an FTS5 query finds."""
        sql = "select count(*) from search where search match ?"
        return self._one(sql, f"{{title body}} : {query}") / self.rows

    def beginnings(self, common: bool) -> list[str]:
        """Return beginnings of words that find few rows, or more."""
        found = []
        for word in self.common if common else self.few:
            for length in range(3, 7):
                share = self.share(f'"{word[:length]}"*')
                if (share >= FEW) is common and share:
                    found.append(f"{word[:length]}*")
                    break
        return found

    def phrases(self) -> list[str]:
        """Return pairs of words that stand side by side somewhere."""
        found = []
        for word in self.few:
            sql = (
                "select r.text from search join search_rows s on s.id = search.rowid "
                "join resolutions r on r.id = s.resolution_id where search match ? limit 1"
            )
            row = self.db.execute(sql, (f'body : "{word}"',)).fetchone()
            said = row[0].split() if row else []
            if word in said[:-1]:
                found.append(f'"{word} {said[said.index(word) + 1]}"')
        return found

    def firms(self) -> list[str]:
        """Return suppliers from the most named to one hardly named."""
        sql = (
            "select g.name from mentions m join organisations g on g.id = m.organisation_id "
            "group by g.id order by count(*) desc, g.id"
        )
        named = [row[0] for row in self.db.execute(sql)]
        return [named[0], named[len(named) // 100], named[len(named) // 10], named[-1]]


def _spread(found: list[str]) -> list[str]:
    step = max(1, len(found) // _EACH)
    return found[::step][:_EACH]


def mix(words: _Words) -> Iterator[tuple[str, list[Asked]]]:
    """Yield the searches of the mix by group, under what they must come."""
    r = random.Random(4)  # noqa: S311 - nothing secret
    firms = words.firms()
    for group, own in (("few", words.few), ("common", words.common)):
        asked: list[Asked] = []
        for word in own:
            year, council = r.randint(2010, 2024), r.randint(1, 320)
            second = r.choice(own)
            asked += [
                ("a word", _q(word)),
                ("word and year", _q(word, **{"from": f"{year}-01-01", "to": f"{year}-12-31"})),
                ("two words", _q(f"{word} {second}")),
                ("either of two", _q(f"{word} OR {r.choice(own)}")),
                ("word without another", _q(f"{word} -{second}")),
                ("word and council", _q(word, council=f"council-{council}")),
                ("word and action", _q(word, action=r.choice(("award", "note", "approve")))),
                ("word and money", _q(word, money="contract")),
                ("word and key decision", _q(word, key="yes")),
                ("word and supplier", _q(word, supplier=r.choice(firms))),
                ("word, third page", _q(word, page="3")),
            ]
        asked += [("beginning of a word", _q(said)) for said in words.beginnings(group == "common")]
        if group == "few":
            asked += [("phrase", _q(said)) for said in words.phrases()]
        else:
            asked += [("supplier alone", _q("", supplier=firm)) for firm in firms]
            asked += [("council alone", _q("", council="council-7")), ("nothing", "/")]
        yield group, asked


def _q(words: str, **filters: str) -> str:
    return "/?" + urlencode(
        {name: value for name, value in {"q": words, **filters}.items() if value}
    )


def pages(db: sqlite3.Connection, firms: list[str]) -> list[Asked]:
    """Return one page of every kind, those of the largest council and supplier."""
    key, page = db.execute(
        "select d.key, o.key from decisions d join documents o on o.id = d.document_id "
        "order by d.id desc limit 1"
    ).fetchone()
    return [
        ("front page", "/"), ("decision", path("decision", key)),
        ("document", path("document", page)),
        ("supplier, most named", path("supplier", firms[0])),
        ("supplier, seldom named", path("supplier", firms[-1])),
        ("suppliers", "/suppliers"), ("suppliers named so", "/suppliers?q=limited"),
        ("council", "/council/council-7"), ("councils", "/councils"), ("questions", "/questions"),
        ("decision as JSON", path("-/api/decision", key)),
        ("table of Datasette", "/minutebook/savings"),
    ]  # fmt: skip


def questions(db: sqlite3.Connection) -> list[Asked]:
    """Return the questions with names, of one council."""
    (name,) = db.execute("select name from councils where slug = 'council-7'").fetchone()
    said = urlencode({"council": name})
    return [(q.name, f"/questions/{q.name}?{said}") for q in QUESTIONS]


class _Clock:
    """Asks a server of this process and keeps how long it took."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def took(self, address: str) -> tuple[float, float]:
        """Return the milliseconds of one answer: by the clock, and of CPU."""
        wall, cpu = time.perf_counter(), time.process_time()
        answer = asyncio.run(self.book.client.get(address))
        spent = (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")
        return spent

    def measure(self, name: str, asked: list[Asked], goal: str) -> None:
        """Print a group's figures: each kind's, then all."""
        spent: dict[str, list[tuple[float, float]]] = {}
        for kind, address in asked:
            spent.setdefault(kind, []).extend(self.took(address) for _ in range(_TIMES))
        print(
            f"\n{name}: {len(asked)} × {_TIMES}, ms{'':<6}p50      p95      max   CPU p50      p95"
        )
        for kind, times in spent.items():
            _line(f"  {kind}", times)
        _line("  all", [t for many in spent.values() for t in many], goal)


def _line(name: str, times: list[tuple[float, float]], goal: str = "") -> None:
    wall, cpu = (sorted(t[n] for t in times) for n in (0, 1))
    at = min(len(wall) - 1, int(len(wall) * 0.95))
    said = f"{statistics.median(wall):>9.1f}{wall[at]:>9.1f}{wall[-1]:>9.1f}"
    said += f"{statistics.median(cpu):>10.1f}{cpu[at]:>9.1f}"
    print(f"{name:<28}{said}   {goal}", flush=True)


def measure(file: Path) -> None:
    """Measure everything over a database and print it."""
    db = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    words = _Words(db)
    clock = _Clock(make(str(file)))
    for address in ("/", "/?q=the", "/councils"):  # templates are read, the file is found
        clock.took(address)
    goals = {
        "few": ("words in under a tenth of the rows", "goal: p95 at most 100 ms"),
        "common": ("commoner words", "goal: at most 1,000 ms"),
    }
    for group, asked in mix(words):
        name, goal = goals[group]
        clock.measure(name, asked, goal)
    clock.measure("pages", pages(db, words.firms()), "goal: at most 300 ms")
    clock.measure("questions, of one council", questions(db), "")
    clock.book.book.close()
    db.close()


def main() -> None:
    """Make the database where there is none, and measure."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("resolutions", nargs="?", type=int, default=1_000_000)
    told.add_argument("--db", type=Path, help="where the database is kept, or put")
    given = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = given.db or Path(folder) / "big.db"
        if not file.exists():
            started = time.perf_counter()
            big.make(file, given.resolutions)
            print(f"made in {time.perf_counter() - started:.0f} s")
        counted = "select count(*) from resolutions"
        (rows,) = sqlite3.connect(f"file:{file}?mode=ro", uri=True).execute(counted).fetchone()
        print(f"{rows:,} resolutions, {file.stat().st_size / 1e9:.2f} GB")
        measure(file)


if __name__ == "__main__":
    main()
