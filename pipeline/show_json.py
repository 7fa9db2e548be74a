"""A decision, document or matter as JSON: its rows as the tables have them, each with its words."""

import json
import sqlite3
from typing import Any

from pipeline.show import MEMBERS, told
from pipeline.wire import FACT_TABLES
from schemas.shapes import names_of
from schemas.views import VIEWS

_INSIDE = ("decisions", "evidence", "vote_positions")  # given inside other rows
_TABLES = tuple(table for table in FACT_TABLES if table not in _INSIDE)
_COUNCIL = "select slug, name, code from councils where id = ?"
_EVIDENCE = """select table_name, row_id, column_name, start, stop, quote, rule from evidence
    where document_id = ? order by start, id"""
_ISSUES = "select rule, message, start, stop from issues where document_id = ? order by start, id"
_NAMED = "select * from vote_positions where vote_id = ? order by start, id"
_PAGE = ("key", "kind", "title", "path", "url", "sha256", "status", "status_reason", "is_complete")

Found = dict[str, Any]
Proofs = dict[tuple[str, int], list[Found]]  # where the words of single values stand, by row


def as_json(db: sqlite3.Connection, key: str, verbose: bool = False) -> str | None:
    """Return a decision, document or matter as one line of JSON; None where there is none.

    `verbose` gives each fact its basis and confidence, as `show` does.
    """
    for table, told_of in (
        ("decisions", _decision),
        ("documents", _document),
        ("matters", _matter),
    ):
        row = _first(db, f"select * from {table} where key = ?", key)  # noqa: S608 - our own names
        if row is not None:
            return json.dumps(told_of(db, row, verbose), ensure_ascii=False)
    return None


def _first(db: sqlite3.Connection, query: str, value: object) -> Found | None:
    row = db.execute(query, (value,)).fetchone()
    return dict(row) if row else None


def _decision(db: sqlite3.Connection, row: Found, verbose: bool) -> Found:
    page = _first(db, "select * from documents where id = ?", row["document_id"]) or {}
    proofs = _proofs(db, row["document_id"])
    return {
        "kind": "decision",
        "key": row["key"],
        "council": _first(db, _COUNCIL, row["council_id"]),
        "document": {name: page[name] for name in _PAGE},
        "decision": _proved("decisions", row, proofs),
        "facts": _facts(db, "decision_id", row["id"], proofs, verbose),
        "matter": _story(db, row["matter_id"]),
        "issues": [dict(r) for r in db.execute(_ISSUES, (row["document_id"],))],
    }


def _document(db: sqlite3.Connection, row: Found, verbose: bool) -> Found:
    proofs = _proofs(db, row["id"])
    decisions = db.execute(
        "select * from decisions where document_id = ? order by position", (row["id"],)
    )
    return {
        "kind": "document",
        "key": row["key"],
        "council": _first(db, _COUNCIL, row["council_id"]),
        "document": {name: row[name] for name in (*_PAGE, "text")},
        "decisions": [_proved("decisions", dict(d), proofs) for d in decisions],
        "facts": _facts(db, "document_id", row["id"], proofs, verbose),
        "issues": [dict(r) for r in db.execute(_ISSUES, (row["id"],))],
    }


def _matter(db: sqlite3.Connection, row: Found, _: bool) -> Found:
    return {
        "kind": "matter",
        "key": row["key"],
        "council": _first(db, _COUNCIL, row["council_id"]),
        "matter": _story(db, row["id"]),
    }


def _facts(
    db: sqlite3.Connection, whose: str, number: int, proofs: Proofs, verbose: bool
) -> dict[str, list[Found]]:
    """Return the rows of a decision or document by table; tables without any are left out."""
    found = {}
    for table in _TABLES:
        if whose not in names_of(table):
            continue
        source = f"{table}_rated" if verbose and f"{table}_rated" in VIEWS else table
        rows = db.execute(f"select * from {source} where {whose} = ? order by start, id", (number,))  # noqa: S608
        if own := [_proved(table, dict(row), proofs) for row in rows]:
            found[table] = own
    for vote in found.get("votes", ()):
        vote["positions"] = [dict(r) for r in db.execute(_NAMED, (vote["id"],))]
    return found


def _proofs(db: sqlite3.Connection, document: int) -> Proofs:
    """Return where the words of single values stand, by table and row."""
    found: Proofs = {}
    for row in db.execute(_EVIDENCE, (document,)):
        said = dict(row)
        found.setdefault((said.pop("table_name"), said.pop("row_id")), []).append(said)
    return found


def _proved(table: str, row: Found, proofs: Proofs) -> Found:
    own = proofs.get((table, row["id"]))
    return row | {"evidence": own} if own else row


def _story(db: sqlite3.Connection, number: int | None) -> Found | None:
    """Return a matter with its forms in order of date."""
    row = _first(db, "select * from matters where id = ?", number)
    if row is None:
        return None
    members = sorted(db.execute(MEMBERS, (number,)).fetchall(), key=told)
    return row | {"forms": [dict(member) for member in members]}
