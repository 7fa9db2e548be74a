"""A decision, a document and a matter as the page and the interface show them."""

import sqlite3
from typing import Any

from pipeline.show import MEMBERS, told
from pipeline.web import facts, marks
from pipeline.web.words import link, path, short

_DOCUMENT = """
select o.id, o.key, o.path, o.url, o.kind, o.title, o.status, o.status_reason, o.is_complete,
    o.sha256, o.text, c.name as council, c.slug as council_slug, r.finished_at as read_at
from documents o left join councils c on c.id = o.council_id
left join runs r on r.id = o.last_run_id where o.{column} = ?
"""
_OTHERS = """
select d.key, d.title, o.kind, coalesce(d.decision_date, d.meeting_date) as date
from decisions d join documents o on o.id = d.document_id
where d.id <> :id and (d.same_as = coalesce(:same, :id) or d.id = :same) order by d.id limit 20
"""
_ISSUES = "select rule, message, start, stop from issues where document_id = ? order by start"
_PAPERS = """
select title, url, bytes, start, stop, quote, rule, id from attachments
where {column} = ? order by start, id
"""
_POSITIONS = """
select p.vote_id, p.name, p.position from vote_positions p join votes v on v.id = p.vote_id
where v.{column} = ? order by p.vote_id, p.start
"""


def decision(db: sqlite3.Connection, key: str) -> dict[str, Any] | None:
    """Return all about a decision, by its key; None where there is none."""
    row = db.execute("select * from decisions where key = ?", (key,)).fetchone()
    if row is None:
        return None
    about = dict(row)
    head, passages = facts.header(db, about)
    found = facts.of_decision(db, row["id"])
    found["papers"] = _papers(db, "decision_id", row["id"])
    document = _document(db, "id", row["document_id"])
    if document is None:
        return None
    _link_papers(found["papers"], document["url"])
    limbs = _under_limbs(found)
    return {
        "kind": "decision", "key": key, "page": path("decision", key),
        "title": about["title"] or short(about["text"], 120) or "(no title)",
        "untitled": not about["title"], "number": about["number"],
        "council": document["council"], "council_slug": document["council_slug"],
        "document": document, "header": head, "passages": passages, "facts": found,
        "resolutions": limbs, "votes_named": _positions(db, "decision_id", row["id"]),
        "also": _others(db, about), "timeline": _timeline(db, row["matter_id"], key),
        "issues": _issues(db, document["id"]), "status": about["status"],
        "within": (row["start"], row["stop"]),
    }  # fmt: skip


def document(db: sqlite3.Connection, key: str) -> dict[str, Any] | None:
    """Return all about a document, by its key; None where there is none."""
    about = _document(db, "key", key)
    if about is None:
        return None
    found = facts.of_document(db, about["id"])
    found["papers"] = _papers(db, "document_id", about["id"])
    _link_papers(found["papers"], about["url"])
    rows = db.execute(
        "select key, number, title, text, decision_date, is_procedural from decisions "
        "where document_id = ? order by position limit 500",
        (about["id"],),
    )
    matters = db.execute(
        "select matter_id from matter_documents where document_id = ? and decision_id is null "
        "order by matter_id limit 1",
        (about["id"],),
    ).fetchone()
    return {
        "kind": "document", "key": key, "page": path("document", key),
        "title": about["title"] or about["path"], "number": None, "untitled": not about["title"],
        "council": about["council"], "council_slug": about["council_slug"], "document": about,
        "header": [], "passages": [], "facts": found, "resolutions": _under_limbs(found),
        "votes_named": _positions(db, "document_id", about["id"]),
        "decisions": [
            {**dict(r), "page": path("decision", r["key"]),
             "title": r["title"] or short(r["text"], 120) or "(no title)"} for r in rows
        ],
        "timeline": _timeline(db, matters["matter_id"] if matters else None, key),
        "issues": _issues(db, about["id"]), "also": [], "status": None, "within": None,
    }  # fmt: skip


def matter(db: sqlite3.Connection, key: str) -> dict[str, Any] | None:
    """Return a matter and its story, by its key; None where there is none."""
    row = db.execute(
        "select m.*, c.name as council, c.slug as council_slug from matters m "
        "left join councils c on c.id = m.council_id where m.key = ?",
        (key,),
    ).fetchone()
    if row is None:
        return None
    return {
        **dict(row), "kind": "matter", "page": path("matter", key),
        "title": row["title"] or "(no title)", "timeline": _timeline(db, row["id"], "", 1),
    }  # fmt: skip


def source(about: dict[str, Any]) -> list[marks.Segment]:
    """Return the source text of a decision or document, cut where its facts stand."""
    told = [f for many in about["facts"].values() for f in many]
    return marks.segments(
        about["document"]["text"], [*about["header"], *about["passages"], *told], about["within"]
    )


def _document(db: sqlite3.Connection, column: str, value: object) -> dict[str, Any] | None:
    row = db.execute(_DOCUMENT.format(column=column), (value,)).fetchone()
    if row is None:
        return None
    return {**dict(row), "original": link(row["url"]), "page": path("document", row["key"])}


def _others(db: sqlite3.Connection, about: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the other pages that tell of the same decision."""
    rows = db.execute(_OTHERS, {"id": about["id"], "same": about["same_as"]})
    return [{**dict(r), "page": path("decision", r["key"])} for r in rows]


def _under_limbs(found: dict[str, list[facts.Fact]]) -> list[facts.Fact]:
    """Give each limb the votes, sums and organisations that stand in it."""
    limbs = found.get("resolutions", [])
    shown = {fact["row"]["id"]: fact for fact in limbs}
    for fact in limbs:
        fact["label"], fact["lead"] = fact["row"]["label"], fact["row"]["lead"]
        fact["depth"] = 1 if fact["row"]["parent_id"] in shown else 0
        fact["holds"] = []
    for table in ("amounts", "votes", "mentions"):
        for fact in found.get(table, []):
            limb = shown.get(fact["row"]["resolution_id"])
            if limb:
                limb["holds"].append(fact)
    return limbs


def _papers(db: sqlite3.Connection, column: str, value: int) -> list[facts.Fact]:
    rows = db.execute(_PAPERS.format(column=column), (value,))
    return [
        {
            "id": f"attachments-{r['id']}", "table": "attachments", "tone": "paper",
            "value": r["title"], "details": [], "rule": r["rule"], "quote": r["quote"],
            "places": [{"column": None, **{k: r[k] for k in ("start", "stop", "quote", "rule")}}],
            "row": dict(r),
        }
        for r in rows
    ]  # fmt: skip


def _link_papers(papers: list[facts.Fact], base: str | None) -> None:
    for paper in papers:
        paper["original"] = link(paper["row"]["url"], link(base))


def _positions(db: sqlite3.Connection, column: str, value: int) -> dict[int, dict[str, list[str]]]:
    found: dict[int, dict[str, list[str]]] = {}
    for row in db.execute(_POSITIONS.format(column=column), (value,)):
        found.setdefault(row["vote_id"], {}).setdefault(row["position"], []).append(row["name"])
    return found


def _timeline(
    db: sqlite3.Connection, number: int | None, key: str, least: int = 2
) -> list[dict[str, Any]]:
    """Return what happened to a matter in order of date."""
    rows = db.execute(MEMBERS, (number,)).fetchall() if number else []
    if len(rows) < least:
        return []
    return [
        {
            "day": r["day"], "kind": r["kind"], "body": r["body"], "reason": r["reason"],
            "title": r["title"], "key": r["decision_key"] or r["key"],
            "here": key in (r["decision_key"], r["key"]),
            "page": path("decision", r["decision_key"]) if r["decision_key"]
            else path("document", r["key"]),
        }
        for r in sorted(rows, key=told)
    ]  # fmt: skip


def _issues(db: sqlite3.Connection, number: int) -> list[dict[str, Any]]:
    return [dict(r) for r in db.execute(_ISSUES, (number,))]
