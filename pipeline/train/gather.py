"""Cases from a gold folder: each figure, saving, percentage and limb that the rules found.

The pages are read by today's rules and matched with their answers as `minutebook evaluate` does,
so that rules and models are asked about the very same ones. A case holds the tokens that a model
sees and the rules' answer; no words of a page leave this module but as those tokens.
"""

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from extractors import likeness, marked, weighing
from extractors.kpi import model as kpi_model
from extractors.organisations import model as supplier_model
from extractors.organisations.candidates import Candidate, candidates
from extractors.organisations.model import roles_of
from pipeline import trained
from pipeline.evaluate.score import score
from pipeline.evaluate.tally import Row, Tally, rule_of
from pipeline.ingest import ingest
from pipeline.train.snippets import context_of
from schemas.facts import Amount, Percentage, Saving

KIND, STATUS, ROLE, ACTION = "money kind", "saving status", "percentage role", "resolution action"
SUPPLIERS = "suppliers"
INDICATORS = "indicators"
WEIGHED = {
    KIND: (Amount, weighing.KIND),
    STATUS: (Saving, weighing.STATUS),
    ROLE: (Percentage, weighing.ROLE),
}
# Where the extractors look for a model of a field, in their folder of data.
SHIPPED = {
    **{name: field.file for name, (_, field) in WEIGHED.items()},
    SUPPLIERS: supplier_model.FILE,
    INDICATORS: kpi_model.FILE,
}
# The family of pairs, the key of the answer and the answers that leave it open.
FIELDS: Mapping[str, tuple[str, str, tuple[str | None, ...]]] = {
    KIND: ("amounts", "kind", ("other", None)),
    STATUS: ("savings", "status", ("unknown", None)),
    ROLE: ("percentages", "role", ("other", None)),
    ACTION: ("resolutions", "action", ("other", None)),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One figure or limb: where it stands, what a model sees, the answer and the rules' answer."""

    page: str
    council: str
    words: tuple[str, ...]
    answer: str
    ruled: str | None


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a page, with the rules' parts for its mentions (None: they say nothing)."""

    one: Candidate
    ruled: frozenset[str | None]


@dataclass(frozen=True, slots=True)
class Names:
    """A page's suppliers: the answer, what may be one, what the rules give, the candidates."""

    page: str
    council: str
    wanted: tuple[str, ...]
    maybe: tuple[str, ...]
    ruled: tuple[tuple[str, ...], ...]  # each supplier of the rules with its spellings
    candidates: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All cases of a gold folder."""

    documents: int
    cases: Mapping[str, tuple[Case, ...]]
    names: tuple[Names, ...]


class _Pairs(Tally):
    """A tally that keeps what was matched."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: list[tuple[str, str, Row, Row]] = []

    def pair(
        self,
        field: str,
        source: str,
        gold: Iterable[Any],
        rows: Iterable[Row],
        match: Callable[[Any, Row], bool],
        rules: Callable[[Row], Iterable[str | None]] = rule_of,
    ) -> list[tuple[Any, Row]]:
        """Match as the tally does, and keep the pairs."""
        found = super().pair(field, source, gold, rows, match, rules)
        self.pairs += [(field, source, entry, row) for entry, row in found]
        return found


class Page:
    """A page of a gold folder as its reader and layout give it."""

    def __init__(self, file: Path) -> None:
        self.context = context_of(file.read_bytes(), file.name)


def gather(folder: Path) -> Gathered:
    """Return the cases of a gold folder (`pages/` and `answers/` in it)."""
    tally = _Pairs()
    with tempfile.TemporaryDirectory() as scratch:
        db = Path(scratch) / "gold.db"
        with trained.silenced():
            ingest([str(folder / "pages")], db, workers=1)
        connection = sqlite3.connect(db)
        connection.row_factory = sqlite3.Row
        try:
            score(connection, folder / "answers", tally)
            pages: dict[str, Page] = {}
            cases = {name: tuple(_cases(folder, tally.pairs, name, pages)) for name in FIELDS}
            names = tuple(_names(folder, connection, pages))
        finally:
            connection.close()
    return Gathered(len(list((folder / "answers").glob("*.json"))), cases, names)


def _page(folder: Path, source: str, pages: dict[str, Page]) -> Page:
    if source not in pages:
        pages[source] = Page(folder / source)
    return pages[source]


def _cases(
    folder: Path, pairs: Sequence[tuple[str, str, Row, Row]], name: str, pages: dict[str, Page]
) -> Iterator[Case]:
    family, key, _ = FIELDS[name]
    for field, source, gold, row in pairs:
        if field == family and gold.get(key) is not None:
            page = _page(folder, source, pages)
            yield Case(
                source, Path(source).parts[1], _seen(name, page, row), str(gold[key]), row[key]
            )


def _seen(name: str, page: Page, row: Row) -> tuple[str, ...]:
    """Return what a model of a field sees of a row of the database."""
    if name == ACTION:
        return tuple(marked.of_limb(row["text"], row["lead"] or ""))
    shape, field = WEIGHED[name]
    fact = shape(**{spec.name: row[spec.name] for spec in fields(shape) if spec.name in row})
    return tuple(weighing.seen(page.context, fact, field))


def _names(folder: Path, db: sqlite3.Connection, pages: dict[str, Page]) -> Iterator[Names]:
    documents = {row["path"]: row["id"] for row in db.execute("select id, path from documents")}
    for file in sorted((folder / "answers").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        source = gold["source"]
        if "suppliers" not in gold:
            continue
        number = documents[source.removeprefix("pages/")]
        rows = db.execute(
            "select m.*, o.name as canonical from mentions m join organisations o "
            "on o.id = m.organisation_id where document_id = ?",
            (number,),
        ).fetchall()
        yield Names(
            source,
            Path(source).parts[1],
            tuple(gold["suppliers"]),
            tuple(gold.get("maybe_suppliers", ())),
            tuple(_ruled(db, rows)),
            tuple(_candidates(_page(folder, source, pages), rows)),
        )


def _ruled(db: sqlite3.Connection, rows: Sequence[Any]) -> Iterator[tuple[str, ...]]:
    suppliers = {r["organisation_id"]: r["canonical"] for r in rows if r["role"] == "supplier"}
    for number, name in suppliers.items():
        spelled = db.execute(
            "select name from organisation_names where organisation_id = ?", (number,)
        )
        yield (name, *(row["name"] for row in spelled))


def _candidates(page: Page, rows: Sequence[Any]) -> Iterator[Name]:
    spans = sorted((row["start"], row["stop"], row["role"]) for row in rows)
    for one in candidates(page.context, [(start, stop) for start, stop, _ in spans]).values():
        yield Name(one, frozenset(roles_of(one, spans)))


def is_it(one: str, other: str) -> bool:
    """Tell whether two names are one firm's, as the score does."""
    told = likeness.company(one)
    return bool(told) and told == likeness.company(other)
