"""Which rows an export takes: conditions in SQL for every table, from what was asked for.

A decision is chosen by its council, its date and the suppliers it names. A page is chosen with its
decisions; one without decisions by its council, its meeting's date and the suppliers it names.
Every other row comes with its decision, else with its page, else with the rows that point to it.
"""

import json
import re
import sqlite3
from dataclasses import dataclass

from pipeline.find import councils_named, like
from schemas.shapes import CLASSES, names_of


class CannotExport(Exception):
    """What was asked for cannot be exported, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an export is to hold; every part may be left out. Dates are ISO."""

    council: str | None = None
    supplier: str | None = None
    since: str | None = None
    until: str | None = None

    def told(self) -> dict[str, str]:
        """Return the filters that are set, as the command line names them."""
        named = {
            "council": self.council, "supplier": self.supplier,
            "from": self.since, "to": self.until,
        }  # fmt: skip
        return {name: value for name, value in named.items() if value}


_DATE = "coalesce(d.decision_date, d.meeting_date, d.publication_date, d.due_from)"
_NAMED = """select n.{whose} from mentions n join organisations g on g.id = n.organisation_id
    where g.kind = 'supplier' and n.{whose} is not null and (g.name like :supplier escape '\\'
    or exists (select 1 from organisation_names x where x.organisation_id = g.id
        and x.name like :supplier escape '\\'))"""
# The chosen decisions and pages, as every other condition names them.
_WITH = """with chosen as materialized (select d.id, d.document_id from decisions d
    where {decisions}),
pages as materialized (select document_id as id from chosen union
    select o.id from documents o where {documents})
"""
# Rows that are chosen because a chosen row points to them.
_POINTED = {
    "councils": "id in (select council_id from documents where id in (select id from pages))",
    "meetings": """id in (select meeting_id from decisions where id in (select id from chosen)
        union select meeting_id from meeting_notes where document_id in (select id from pages)
        union select meeting_id from attendance where document_id in (select id from pages))""",
    "organisations": "id in (select organisation_id from mentions where {mentions})",
    "organisation_names": "organisation_id in (select organisation_id from mentions "
    "where {mentions})",
    "matters": """id in (select matter_id from decisions where id in (select id from chosen)
        union select matter_id from matter_documents where {matter_documents})""",
    "recommendation_outcomes": "recommendation_id in (select id from recommendations "
    "where {recommendations})",
    "vote_positions": "vote_id in (select id from votes where {votes})",
    "quarantine": "{quarantine}",
    "evidence": "{evidence}",
    "supplier_resolutions": "decision_id in (select id from chosen) and {organisation}",
    "savings_ledger": "saving_id in (select id from savings where {savings})",
    "kpi_results": "kpi_id in (select id from kpis where {kpis})",
    "decision_list": "decision_id in (select id from chosen)",
    "coverage": "{coverage}",
}

_TABLE = re.compile(r"\{(\w+)\}")  # {table} in a query


class Choice:
    """The conditions of one export over one database. Raises CannotExport for an unknown name."""

    def __init__(self, db: sqlite3.Connection, wanted: Wanted) -> None:
        self.is_all = not wanted.told()
        self.values: dict[str, object] = {
            "since": wanted.since,
            "until": wanted.until,
            "supplier": f"%{like(wanted.supplier)}%" if wanted.supplier else None,
        }
        self._wanted = wanted
        if wanted.council:
            found = councils_named(db, wanted.council)
            if not found:
                raise CannotExport(f"no council is called {wanted.council}")
            self.values["councils"] = json.dumps(found)
        if wanted.supplier and not self._suppliers(db):
            raise CannotExport(f"no supplier is called {wanted.supplier}")

    def _suppliers(self, db: sqlite3.Connection) -> bool:
        sql = _NAMED.format(whose="document_id") + " limit 1"
        return db.execute(sql, self.values).fetchone() is not None

    def select(
        self, source: str, columns: str, order: str, condition: str
    ) -> tuple[str, dict[str, object]]:
        """Return the SQL of the rows of a table or view that fit, and its parameters."""
        if self.is_all:
            return f"select {columns} from {source} order by {order}", {}  # noqa: S608
        sql = f"{self._with()}select {columns} from {source} where {condition} order by {order}"  # noqa: S608
        return sql, self.values

    def prefixed(self, sql: str) -> str:
        """Return a query whose {table} stand for the conditions of those tables' rows."""
        if self.is_all:
            return _TABLE.sub("1", sql)
        return self._with() + _TABLE.sub(lambda found: self.has(found[1]), sql)

    def has(self, table: str) -> str:
        """Return the condition of a table's rows."""
        if table in _POINTED:
            return self._pointed(_POINTED[table])
        base = table.removesuffix("_rated")
        names = names_of(base) if base in CLASSES else ()
        if base == "decisions":
            return "id in (select id from chosen)"
        if base == "documents":
            return "id in (select id from pages)"
        if "decision_id" in names:
            return (
                "(decision_id in (select id from chosen) or (decision_id is null "
                "and document_id in (select id from pages)))"
            )
        return "document_id in (select id from pages)" if "document_id" in names else "1"

    def _pointed(self, condition: str) -> str:
        parts = {
            "evidence": self._evidence, "coverage": self._coverage,
            "quarantine": self._quarantine, "organisation": self._organisation,
        }  # fmt: skip
        for name, made in parts.items():
            if f"{{{name}}}" in condition:
                condition = condition.replace(f"{{{name}}}", made())
        for name in CLASSES:
            if f"{{{name}}}" in condition:
                condition = condition.replace(f"{{{name}}}", self.has(name))
        return condition

    def _evidence(self) -> str:
        """Evidence comes with the row whose column it is for."""
        whose = [
            t for t in CLASSES
            if t != "evidence" and "rule" in names_of(t) and "document_id" in names_of(t)
        ]  # fmt: skip
        parts = [
            f"(table_name = '{t}' and row_id in (select id from {t} where {self.has(t)}))"  # noqa: S608
            for t in ("decisions", *whose)
        ]
        return f"({' or '.join(parts)})"

    def _coverage(self) -> str:
        parts = ["1"]
        if self._wanted.council:
            parts.append(
                "council_slug in (select slug from councils "
                "where id in (select value from json_each(:councils)))"
            )
        if self._wanted.since:
            parts.append("month >= substr(:since, 1, 7)")
        if self._wanted.until:
            parts.append("month <= substr(:until, 1, 7)")
        return " and ".join(parts)

    def _quarantine(self) -> str:
        wanted = self._wanted
        if wanted.supplier or wanted.since or wanted.until:
            return "0"  # a file that could not be read says neither whom it names nor when
        return "council_id in (select value from json_each(:councils))"

    def _organisation(self) -> str:
        named = _NAMED.format(whose="organisation_id")
        return f"organisation_id in ({named})" if self._wanted.supplier else "1"

    def _with(self) -> str:
        return _WITH.format(decisions=self._decisions(), documents=self._documents())

    def _decisions(self) -> str:
        wanted = self._wanted
        parts = ["1"]
        if wanted.council:
            parts.append("d.council_id in (select value from json_each(:councils))")
        if wanted.since:
            parts.append(f"{_DATE} >= :since")
        if wanted.until:
            parts.append(f"{_DATE} <= :until")
        if wanted.supplier:
            parts.append(f"d.id in ({_NAMED.format(whose='decision_id')})")
        return " and ".join(parts)

    def _documents(self) -> str:
        wanted = self._wanted
        parts = ["not exists (select 1 from decisions d where d.document_id = o.id)"]
        if wanted.council:
            parts.append("o.council_id in (select value from json_each(:councils))")
        if wanted.since or wanted.until:
            parts.append(
                "exists (select 1 from meeting_notes m where m.document_id = o.id and m.date "
                "between coalesce(:since, '') and coalesce(:until, '9999'))"
            )
        if wanted.supplier:
            parts.append(f"o.id in ({_NAMED.format(whose='document_id')})")
        return " and ".join(parts)
