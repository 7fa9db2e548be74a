"""A made-up database of any size, the same for the same size: what search and pages are timed on.

Words are drawn by Zipf's law, so that some stand in nearly every row and most in few; each word's
share of the rows is counted afterwards. Pages are read council by council, as an ingest does.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from pipeline import identity
from pipeline.bench.big_facts import facts_of
from pipeline.book import ORDER, Book
from pipeline.derive.counts import derive_counts
from pipeline.engine import opened
from schemas import search
from schemas.facts import ACTIONS

Rows = dict[str, list[dict[str, Any]]]
LIMBS = 8  # of a page: two decisions with four each
_COUNCILS, _FIRMS = 320, 4_000
_BATCH = 2_000  # pages of one transaction
_WORDS, _POOL = 30_000, 1 << 21  # different words; words in the order in which they are used
_FIRST, _DAYS = date(2009, 5, 4), 5_900
_COMMON = (
    "the of and to in for be that on a is with as by report council cabinet approve services "
    "budget service contract agreed director year committee members programme noted delegated "
    "authority housing scheme transport highways school community planning funding care strategy "
    "consultation financial waste policy local resident partnership performance development "
    "property award review maintenance saving proposal lease library leisure parking quarter "
    "capital revenue"
).split()
_PARTS = (
    "ba be bri ca che clo da den dra el fa fen gar ham hol in kel la len mar mo nor pen ra ri sal "
    "sto ta ther tor un val wes win wy yar"
).split()
_SUFFIXES = ("Ltd", "Limited", "plc", "LLP", "Services Ltd", "Group plc", "Partners LLP")


def words(count: int = _WORDS) -> list[str]:
    """Return different words, the most used first."""
    picked = random.Random(1)  # noqa: S311 - nothing secret
    found = dict.fromkeys(_COMMON)
    while len(found) < count:
        found["".join(picked.choices(_PARTS, k=picked.choice((2, 3, 3, 4))))] = None
    return list(found)


def _pool(known: list[str]) -> list[str]:
    """Return words as a text uses them."""
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(known))))
    return random.Random(2).choices(known, cum_weights=weights, k=_POOL)  # noqa: S311


class _Maker:
    """Makes pages with their rows; ids are counted here, so that rows can point to each other."""

    def __init__(self) -> None:
        self.r = random.Random(3)  # noqa: S311
        self.known = words()
        self.pool = _pool(self.known)
        named = self.known[200 : 200 + _FIRMS]
        self.firms = [f"{name.title()} {self.r.choice(_SUFFIXES)}" for name in named]
        self.ids: dict[str, int] = {}

    def next(self, table: str) -> int:
        self.ids[table] = self.ids.get(table, 0) + 1
        return self.ids[table]

    def said(self, least: int, most: int) -> str:
        count = self.r.randint(least, most)
        at = self.r.randrange(_POOL - count)
        return " ".join(self.pool[at : at + count])

    def page(self, council: int, day: date, number: int) -> Rows:
        """Return the rows of one page of two decisions."""
        document = self.next("documents")
        rows: Rows = {"documents": []}
        lines: list[str] = []
        at = 0
        for _ in range(2):
            at = self._decision(rows, lines, at, (document, council), day)
        text = "".join(lines)
        rows["documents"].append({
            "id": document, "key": f"council-{council}/mgAi:ID={number}", "council_id": council,
            "path": f"council-{council}/{number}.html", "sha256": identity.version(text),
            "kind": "meeting", "status": "whole",
            "url": f"https://democracy.example/{council}/mgAi.aspx?ID={number}",
            "media_type": "text/html", "encoding": "utf-8", "layout": "meeting", "is_complete": 1,
            "title": self.said(4, 9).capitalize(), "text": text,
            "first_run_id": 1, "last_run_id": 1,
        })  # fmt: skip
        return rows

    def _decision(
        self, rows: Rows, lines: list[str], at: int, whose: tuple[int, int], day: date
    ) -> int:
        """Add a decision with its limbs and what they hold; return where its text ends."""
        document, council = whose
        decision = self.next("decisions")
        title = self.said(4, 9).capitalize()
        lines.append(title + "\n")
        start, place = at, at + len(title) + 1
        told = []
        for position in range(1, LIMBS // 2 + 1):
            text = f"That {self.said(14, 46)}"
            about = {
                "id": self.next("resolutions"), "decision_id": decision, "document_id": document,
                "start": place, "stop": place + len(text), "quote": text, "rule": "limb.label",
            }  # fmt: skip
            rows.setdefault("resolutions", []).append({
                **about, "position": position, "label": f"({position})", "text": text,
                "action": self.r.choice(list(ACTIONS)), "is_empty": 0,
            })  # fmt: skip
            facts_of(self, rows, about, day)
            lines.append(text + "\n")
            told.append(text)
            place += len(text) + 1
        rows.setdefault("decisions", []).append({
            "id": decision, "key": f"council-{council}/D{decision}", "document_id": document,
            "council_id": council, "start": start, "stop": place, "position": 1, "title": title,
            "number": f"{decision % 200}.", "decision_maker": self.r.choice(_BODIES),
            "maker_kind": "executive", "status": "approved", "decision_date": day.isoformat(),
            "publication_date": (day + timedelta(5)).isoformat(), "text": " ".join(told),
            "is_key_decision": self.r.choice((None, None, 0, 1)), "is_procedural": 0,
        })  # fmt: skip
        rows.setdefault("evidence", []).append({
            "id": self.next("evidence"), "table_name": "decisions", "row_id": decision,
            "column_name": "title", "document_id": document, "start": start,
            "stop": start + len(title), "quote": title, "rule": "decision.title",
        })  # fmt: skip
        return place


_BODIES = ("Cabinet", "Executive", "Leader of the Council", "Planning Committee", "Audit Committee")


def make(file: Path, resolutions: int) -> None:
    """Make a database of so many resolutions. The file must not be there yet."""
    maker = _Maker()
    with opened(file) as connections:
        book = Book(*connections)
        with book.transaction():
            _first(book, maker)
        pages = _pages(maker, resolutions // LIMBS)
        while batch := list(islice(pages, _BATCH)):
            with book.transaction():
                for table in ORDER:
                    book.add(table, [row for rows in batch for row in rows.get(table, ())])
        with book.transaction():
            _index(book)
            derive_counts(book)


def _first(book: Book, maker: _Maker) -> None:
    """Put in what pages refer to."""
    book.add("runs", [{"started_at": "2025-01-01T00:00:00Z", "finished_at": "2025-01-01T09:00:00Z",
                       "version": "0", "rules": "0" * 8, "seen": 0, "inserted": 0, "updated": 0,
                       "unchanged": 0, "quarantined": 0}])  # fmt: skip
    names = maker.known[5_000 : 5_000 + _COUNCILS]
    book.add("councils", [
        {"slug": f"council-{n}", "name": f"{name.title()} Council", "nation": "ENG",
         "platform": "moderngov"} for n, name in enumerate(names, 1)
    ])  # fmt: skip
    kinds = [{"name": name, "kind": "supplier"} for name in maker.firms]
    ids = book.add("organisations", kinds)
    spelt = zip(ids, kinds, strict=True)
    book.add("organisation_names", [
        {"organisation_id": i, "name": k["name"], "match": "exact"} for i, k in spelt
    ])  # fmt: skip


def _pages(maker: _Maker, count: int) -> Iterator[Rows]:
    """Yield pages, those of a council together and in order of date."""
    for number in range(1, count + 1):
        council, within = divmod((number - 1) * _COUNCILS, count)
        day = _FIRST + timedelta(int(within / count * _DAYS))
        yield maker.page(council + 1, day, number)


def _index(book: Book) -> None:
    """Fill the search index: the rows of a day are numbered as they come."""
    counted: dict[int, int] = {}
    rows = []
    for decision, limb, document, council, action, day in book.ask(_SEARCHED):
        first = search.first_row(day)
        counted[first] = counted.get(first, 0) + 1
        rows.append({
            "id": first + counted[first], "document_id": document, "decision_id": decision,
            "resolution_id": limb, "council_id": council, "date": day, "action": action,
        })  # fmt: skip
    rows.sort(key=lambda row: row["id"])
    book.do(search.REMEMBER, rows)
    book.do(_FILL)


_SEARCHED = """
select d.id, null, d.document_id, d.council_id, null, d.decision_date from decisions d
union all select d.id, r.id, d.document_id, d.council_id, r.action, d.decision_date
from resolutions r join decisions d on d.id = r.decision_id"""
_FILL = """insert into search(rowid, filters, title, body)
select id, filters, title, body from search_content order by id"""
