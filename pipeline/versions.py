"""What a document said before: its rows as JSON, and field by field what has changed."""

import json
from collections import Counter
from typing import Any

from pipeline.book import Book, Values
from pipeline.wire import FACT_TABLES, references_of
from schemas.shapes import names_of

Rows = dict[str, list[Values]]
# What names a row within its document, where its words alone do not.
_NAMED_BY = {
    "decisions": ("key",),
    "resolutions": ("decision_id", "position"),
    "recommendations": ("decision_id", "position"),
    "kpis": ("decision_id", "code", "name", "period"),
    "attendance": ("name",),
    "vote_positions": ("vote_id", "name"),
    "fields": ("decision_id", "label"),
    "attachments": ("title",),
    "links": ("decision_id", "target"),
    "meeting_notes": ("body", "date"),
    "papers": ("position",),
    "evidence": ("table_name", "row_id", "column_name"),
}
_DERIVED = {"meeting_id", "council_id", "organisation_id", "matter_id", "same_as", "document_id"}
_PLACES = {"id", "start", "stop", "rule"}  # may move without a change of what is said


def snapshot(book: Book, document_id: int) -> Rows:
    """Return a stored document's rows as a worker gave them: numbered from 1, nothing derived."""
    stored = {table: book.rows(table, document_id=document_id) for table in FACT_TABLES}
    ranks = {
        table: {row["id"]: n for n, row in enumerate(rows, 1)} for table, rows in stored.items()
    }
    return {
        table: [_local(table, row, ranks) for row in rows] for table, rows in stored.items() if rows
    }


def _local(table: str, row: Values, ranks: dict[str, dict[int, int]]) -> Values:
    local = {name: value for name, value in row.items() if name not in _DERIVED}
    local["id"] = ranks[table][row["id"]]
    for name, target in references_of(table):
        if row[name] is not None:
            local[name] = ranks[target][row[name]]
    if table == "evidence":
        local["row_id"] = ranks[row["table_name"]][row["row_id"]]
    return local


def plain(rows: Rows) -> Rows:
    """Return a worker's rows in the form of a snapshot."""
    return {
        table: [{k: v for k, v in row.items() if k not in _DERIVED} for row in found]
        for table, found in rows.items()
        if found
    }


def as_json(rows: Rows) -> str:
    """Return a snapshot as it is kept in `versions`."""
    return json.dumps(rows, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def changes(old: Rows, new: Rows) -> list[Values]:
    """Return what differs between two snapshots, as rows of `changes` without document or run.

    A row that came has column_name and old NULL, one that went column_name and new NULL.
    """
    found: list[Values] = []
    for table in FACT_TABLES:
        before, after = _named(table, old), _named(table, new)
        for key in sorted(before.keys() | after.keys()):
            found += _differences(table, key, before.get(key), after.get(key))
    return found


def _named(table: str, rows: Rows) -> dict[str, Values]:
    met: Counter[str] = Counter()
    found = {}
    for row in rows.get(table, ()):
        key = _name(table, row, rows)
        met[key] += 1
        found[key if met[key] == 1 else f"{key} ({met[key]})"] = row
    return found


def _name(table: str, row: Values, rows: Rows) -> str:
    said = []
    for column in _NAMED_BY.get(table, ("decision_id", "quote")):
        value = row.get(column)
        target = _target(table, column, row)
        if target is not None and value is not None:
            value = _name(target, rows[target][value - 1], rows)
        said.append("-" if value is None else " ".join(str(value).split())[:80])
    return " | ".join(said)


def _target(table: str, column: str, row: Values) -> str | None:
    if table == "evidence" and column == "row_id":
        return str(row["table_name"])
    return dict(references_of(table)).get(column)


def _differences(table: str, key: str, old: Values | None, new: Values | None) -> list[Values]:
    if old is None or new is None:
        gone, come = (_gist(old), None) if old else (None, _gist(new or {}))
        return [_change(table, key, None, gone, come)]
    references = {name for name, _ in references_of(table)} | {"row_id"}
    return [
        _change(table, key, name, old[name], new[name])
        for name in names_of(table)
        if name not in _DERIVED | _PLACES | references and old[name] != new[name]
    ]


def _gist(row: Values) -> str:
    named = ("quote", "title", "text", "key", "href")
    return str(next((row[name] for name in named if row.get(name)), ""))


def _change(table: str, key: str, column: str | None, old: Any, new: Any) -> Values:
    return {
        "table_name": table,
        "row_key": key,
        "column_name": column,
        "old": None if old is None else str(old),
        "new": None if new is None else str(new),
    }
