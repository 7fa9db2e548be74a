"""Compare a database with gold files, by the rules of the gold format (docs/labelling.md)."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from extractors import likeness
from pipeline.evaluate.fields import FIELDS
from pipeline.evaluate.tally import Tally

HEADER = (
    "title", "decision_maker", "maker_kind", "status", "status_text", "is_key_decision",
    "is_subject_to_call_in", "decision_date", "publication_date", "effective_date",
    "meeting_body", "meeting_date", "report_author",
)  # fmt: skip
Row = Mapping[str, Any]
_SPOKE = """select table_name, row_id, column_name, min(rule) as rule from evidence
    where document_id = ? group by table_name, row_id, column_name"""
_SUPPLIED = """select organisation_id, rule from mentions
    where document_id = ? and role = 'supplier' order by start, id"""


class Page:
    """One document of the database beside its gold file."""

    def __init__(self, db: sqlite3.Connection, document: Row, gold: Row, tally: Tally) -> None:
        self.db, self.document, self.gold, self.tally = db, document, gold, tally
        self.source = str(gold["source"])
        spoke = self.ask(_SPOKE, document["id"])
        self._spoke = {(r["table_name"], r["row_id"], r["column_name"]): r["rule"] for r in spoke}

    def ask(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of a query."""
        return [dict(row) for row in self.db.execute(sql, values)]

    def of(self, table: str) -> list[Row]:
        """Return the document's rows of a table in reading order."""
        sql = f"select * from {table} where document_id = ? order by start"  # noqa: S608 - our names
        return self.ask(sql, self.document["id"])

    def rule(self, table: str, row: Row, column: str) -> str | None:
        """Return the rule that gave a column's value: that of its evidence, else the row's."""
        return self._spoke.get((table, row["id"], column), row.get("rule"))

    def values(
        self,
        field: str,
        entry: Row,
        row: Row,
        keys: tuple[str, ...],
        same: Callable[[Any, Any], bool] = likeness.same,
    ) -> None:
        """Compare the columns that the gold states."""
        for key in (k for k in keys if k in entry):
            name = f"{field} {key}"
            rule = self.rule(FIELDS[name].table, row, key)
            self.tally.value(name, self.source, entry[key], row[key], same, rule)

    def score(self) -> None:
        """Score every family that the gold file holds."""
        self.tally.recall_only = self.gold.get("recall_only", ())
        if "kind" in self.gold:
            found = self.document["kind"]
            rule = f"layout.{self.document['layout']}"
            self.tally.value(
                "document kind", self.source, self.gold["kind"], found, likeness.same, rule
            )
        if "council" in self.gold:
            self._council()
        for family, score in _FAMILIES.items():
            if family in self.gold:
                score(self)

    def _council(self) -> None:
        found = self.ask("select name from councils where id = ?", self.document["council_id"])
        name = found[0]["name"] if found else None
        self.tally.value("council", self.source, self.gold["council"], name, likeness.same)


def _decisions(page: Page) -> None:
    wanted, left = page.gold["decisions"], page.of("decisions")
    matched = []
    for entry in wanted:  # by title first, then what is left in order
        title = entry.get("title")
        hit = next(
            (r for r in left if title and r["title"] and likeness.alike(title, r["title"])), None
        )
        if hit is not None:
            left.remove(hit)
            matched.append((entry, hit))
    lost = [e for e in wanted if not any(e is m[0] for m in matched)]
    if len(left) == len(lost):
        matched += list(zip(lost, left, strict=True))
        lost, left = [], []
    page.tally.add("decisions", page.source, len(matched), lost, left)
    page.tally.silent["decisions"] += len(lost)
    for entry, row in matched:
        page.values("header", entry, row, HEADER)
        _limbs(page, entry, row)
        _votes(page, entry, row)
    for entry in lost:
        unread = entry.get("resolutions", [])
        page.tally.add("resolutions", page.source, 0, unread)
        page.tally.silent["resolutions"] += len(unread)
    _strays(page, [row["id"] for _, row in matched])


def _strays(page: Page, held: list[int]) -> None:
    """Count what hangs on no matched decision as false alarms."""
    for table in ("resolutions", "votes"):
        if all(table in entry for entry in page.gold["decisions"]):
            stray = [row for row in page.of(table) if row["decision_id"] not in held]
            page.tally.pair(table, page.source, (), stray, lambda _, row: False)


def _limbs(page: Page, entry: Row, row: Row) -> None:
    if "resolutions" not in entry:
        return
    found = page.ask("select * from resolutions where decision_id = ? order by position", row["id"])
    parents = {r["parent_id"] for r in found} - {None}
    # A parent that only introduces its limbs may be given or not.
    kept = [
        r for r in found
        if r["id"] not in parents
        or any(likeness.alike(g["text"], r["text"]) for g in entry["resolutions"])
    ]  # fmt: skip
    pairs = page.tally.pair(
        "resolutions", page.source, entry["resolutions"], kept, likeness.limbs_match
    )
    for gold, limb in pairs:
        page.values("resolution", gold, limb, ("action",))


def _votes(page: Page, entry: Row, row: Row) -> None:
    if "votes" not in entry:
        return
    found = page.ask("select * from votes where decision_id = ? order by start", row["id"])
    pairs = page.tally.pair("votes", page.source, entry["votes"], found, likeness.votes_match)
    for gold, vote in pairs:
        page.values("vote", gold, vote, ("proposer", "seconder"), likeness.members_match)


def _recommendations(page: Page) -> None:
    page.tally.pair(
        "recommendations", page.source, page.gold["recommendations"],
        page.of("recommendations"), likeness.limbs_match,
    )  # fmt: skip


def _amounts(page: Page) -> None:
    pairs = page.tally.pair(
        "amounts", page.source, page.gold["amounts"], page.of("amounts"), likeness.amounts_match
    )
    for gold, row in pairs:
        page.values("amount", gold, row, ("kind", "per", "qualifier", "financial_year"))


def _savings(page: Page) -> None:
    pairs = page.tally.pair(
        "savings", page.source, page.gold["savings"], page.of("savings"),
        lambda g, r: bool(g["pence"] == r["pence"]),
    )  # fmt: skip
    for gold, row in pairs:
        page.values("saving", gold, row, ("status", "recurrence", "financial_year"))


def _percentages(page: Page) -> None:
    pairs = page.tally.pair(
        "percentages", page.source, page.gold["percentages"], page.of("percentages"),
        likeness.percentages_match,
    )  # fmt: skip
    for gold, row in pairs:
        page.values("percentage", gold, row, ("role", "qualifier"))


def _kpis(page: Page) -> None:
    pairs = page.tally.pair(
        "kpis", page.source, page.gold["kpis"], page.of("kpis"), likeness.kpis_match
    )
    for gold, row in pairs:
        page.values("kpi", gold, row, ("unit",))


def _suppliers(page: Page) -> None:
    names = page.ask(
        "select distinct o.id, o.name from organisations o join mentions m "
        "on m.organisation_id = o.id where m.document_id = ? and m.role = 'supplier'",
        page.document["id"],
    )
    spelled = {n["id"]: [n["name"], *_spellings(page, n["id"])] for n in names}

    def is_it(name: str, row: Row) -> bool:
        told = likeness.company(name)
        return bool(told) and any(told == likeness.company(s) for s in spelled[row["id"]])

    wanted, maybe = page.gold["suppliers"], page.gold.get("maybe_suppliers", [])
    kept = [
        n for n in names
        if any(is_it(w, n) for w in wanted) or not any(is_it(m, n) for m in maybe)
    ]  # fmt: skip
    spoke = page.ask(_SUPPLIED, page.document["id"])

    def rules(row: Row) -> Iterator[str]:
        return (m["rule"] for m in spoke if m["organisation_id"] == row["id"])

    page.tally.pair("suppliers", page.source, wanted, kept, is_it, rules)


def _spellings(page: Page, organisation: int) -> Iterator[str]:
    rows = page.ask("select name from organisation_names where organisation_id = ?", organisation)
    return (str(row["name"]) for row in rows)


def _contacts(page: Page) -> None:
    wanted = [c for c in page.gold["contacts"] if c.get("email")]
    found = [r for r in page.of("people") if r["email"]]
    pairs = page.tally.pair(
        "contacts", page.source, wanted, found, lambda g, r: likeness.same(g["email"], r["email"])
    )
    for gold, row in pairs:
        page.values("contact", gold, row, ("name", "phone"), _same_digits)


def _same_digits(a: object, b: object) -> bool:
    return likeness.digits(a) == likeness.digits(b)


def _people(page: Page) -> None:
    rows = [r for r in page.of("people") if r["name"]]
    found = {likeness.fold(r["name"]) for r in rows}
    wanted = {likeness.fold(name) for name in page.gold["people"]}
    missed = sorted(map(str, wanted - found))
    page.tally.add(
        "people", page.source, len(wanted & found), missed, sorted(map(str, found - wanted))
    )
    page.tally.silent["people"] += len(missed)
    for row in rows:
        right = likeness.fold(row["name"]) in wanted
        page.tally.claim("people", page.source, (row["rule"],), right)


_FAMILIES = {
    "decisions": _decisions,
    "recommendations": _recommendations,
    "amounts": _amounts,
    "savings": _savings,
    "percentages": _percentages,
    "kpis": _kpis,
    "suppliers": _suppliers,
    "contacts": _contacts,
    "people": _people,
}


def score(
    db: sqlite3.Connection, answers: Path, tally: Tally | None = None
) -> tuple[Tally, list[str]]:
    """Score a database against a folder of gold files. Returns the tally and what is at fault.

    A `tally` of one's own (a subclass that keeps the pairs, say) is filled where one is given.
    """
    tally, faults = tally or Tally(), []
    documents = [dict(row) for row in db.execute("select * from documents")]
    for file in sorted(answers.rglob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        source = gold["source"]
        own = [
            d for d in documents
            if f"/{d['path']}".endswith(f"/{source}") or source.endswith(f"/{d['path']}")
        ]  # fmt: skip
        if len(own) != 1:
            faults.append(f"{source}: {len(own)} documents in the database")
            continue
        Page(db, own[0], gold, tally).score()
    return tally, faults
