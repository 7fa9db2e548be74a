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
# May move without a change of what is said.
_PLACES = {"id", "start", "stop", "ends", "rule", "basis", "confidence"}

_PAGE = ("key", "kind", "title", "url", "status", "status_reason", "is_complete")


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


def changes(old: Rows, new: Rows, before: Values, after: Values) -> list[Values]:
    """Return what differs between two snapshots, as rows of `changes` without document or run.

    `before` and `after` are the document's own columns. A row that came has column_name and old
    NULL, one that went column_name and new NULL. Rows are named within their document, decisions
    by their key after the document's, so that another council renames none of them.
    """
    found = [
        _change("documents", after["key"], name, before[name], after[name])
        for name in _PAGE
        if before[name] != after[name]
    ]
    pages = (before["key"], after["key"])
    for table in FACT_TABLES:
        was, now = (_named(table, *of) for of in zip((old, new), pages, strict=True))
        for key in sorted(was.keys() | now.keys()):
            found += _differences(table, key, was.get(key), now.get(key))
    return found


def _named(table: str, rows: Rows, page: str) -> dict[str, Values]:
    met: Counter[str] = Counter()
    found = {}
    for row in rows.get(table, ()):
        key = _name(table, row, rows, page)
        met[key] += 1
        found[key if met[key] == 1 else f"{key} ({met[key]})"] = row
    return found


def _name(table: str, row: Values, rows: Rows, page: str) -> str:
    said = []
    for column in _NAMED_BY.get(table, ("decision_id", "quote")):
        value = row.get(column)
        target = _target(table, column, row)
        if target is not None and value is not None:
            said.append(_name(target, rows[target][value - 1], rows, page))
        elif value is None:
            said.append("-")
        elif column == "key":
            said.append(str(value).removeprefix(page))
        else:  # a quote is only what tells rows apart
            said.append(" ".join(str(value).split())[:80])
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
        if name not in _DERIVED | _PLACES | references | {"key"} and old[name] != new[name]
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
