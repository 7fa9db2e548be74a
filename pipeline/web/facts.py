"""The facts of a decision or document: each value for reading, and every place of its words."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from pipeline.web.words import day, label, number, path, short, sum_of, unit

Row = Mapping[str, Any]
Fact = dict[str, Any]  # JSON-able: the interface gives the same facts as the page


class Kind(NamedTuple):
    """How the rows of one table are shown: heading, colour of the marks, value and details."""

    table: str
    heading: str
    tone: str
    value: Callable[[Row], str]
    details: Callable[[Row], list[str | None]]


_FLAG = {0: "no", 1: "yes"}


def _money(row: Row) -> list[str | None]:
    return [
        label(row["kind"]) if row["kind"] != "other" else None,
        label(row["qualifier"]) or None,
        f"per {row['per']}" if row["per"] else None,
        row["financial_year"],
        row["organisation"],
    ]


def _saving(row: Row) -> list[str | None]:
    known = [label(row[c]) for c in ("status", "recurrence") if row[c] != "unknown"]
    return [*known, row["financial_year"], row["organisation"]]


def _percentage(row: Row) -> str:
    top = f" to {number(row['value_max'])}" if row["value_max"] is not None else ""
    return f"{number(row['value'])}{top}%"


def _kpi(row: Row) -> list[str | None]:
    behind = unit(row["unit"])
    target = f"target {number(row['target'])}{behind}" if row["target"] is not None else None
    result = f"result {number(row['actual'])}{behind}" if row["actual"] is not None else None
    before = f"before: {number(row['previous'])}{behind}" if row["previous"] is not None else None
    outcome = row["outcome"] if row["outcome"] != "unknown" else None
    return [
        label(outcome) or None, result, target, before, row["rag"], row["direction"],
        "mitigated" if row["is_mitigated"] and outcome != "mitigated" else None,
        "with an exception" if row["has_exception"] else None,
        row["period"], row["service"], row["organisation"],
    ]  # fmt: skip


def _vote(row: Row) -> list[str | None]:
    counted = (
        ("votes_for", "for"), ("votes_against", "against"), ("abstentions", "abstained"),
        ("not_voting", "not voting"),
    )  # fmt: skip
    return [
        *(f"{row[c]} {word}" for c, word in counted if row[c] is not None),
        "unanimous" if row["is_unanimous"] else None,
        "recorded vote" if row["is_recorded"] else None,
        "casting vote" if row["casting_vote"] else None,
        f"moved by {row['proposer']}" if row["proposer"] else None,
        f"seconded by {row['seconder']}" if row["seconder"] else None,
    ]


def _vote_value(row: Row) -> str:
    said = " ".join(filter(None, (label(row["subject"]).capitalize(), row["outcome"])))
    return said + (f": {short(row['text'], 160)}" if row["text"] else "")


def _date(row: Row) -> str:
    return " to ".join(day(d) for d in (row["date"], row["date_end"]) if d)


def _count(row: Row) -> str:
    return f"{row['count']}" + (f" of {row['of']}" if row["of"] is not None else "")


KINDS = (
    Kind("votes", "Votes", "vote", _vote_value, _vote),
    Kind("amounts", "Money", "money",
         lambda r: sum_of(r["pence"], r["pence_max"], r["currency"]), _money),
    Kind("savings", "Savings", "saving", lambda r: sum_of(r["pence"]), _saving),
    Kind("kpis", "Performance indicators", "kpi",
         lambda r: " ".join(filter(None, (r["code"], r["name"]))) or "indicator", _kpi),
    Kind("kpi_summaries", "Indicators counted", "kpi", _count,
         lambda r: [r["label"], r["period"]]),
    Kind("mentions", "Organisations", "firm", lambda r: r["name"], lambda r: [label(r["role"])]),
    Kind("people", "People", "person", lambda r: r["name"] or r["post"] or "not named",
         lambda r: [r["post"] if r["name"] else None, r["organisation"], label(r["role"]),
                    r["email"], r["phone"]]),
    Kind("dates", "Dates", "date", _date,
         lambda r: [label(r["role"]) if r["role"] != "other" else None]),
    Kind("percentages", "Percentages", "percent", _percentage,
         lambda r: [r["role"] if r["role"] != "other" else None, label(r["qualifier"]) or None,
                    r["subject"]]),
    Kind("fields", "Other fields of the page", "head", lambda r: r["value"],
         lambda r: [r["label"]]),
    Kind("declarations", "Interests declared", "person", lambda r: r["name"],
         lambda r: [r["interest"], "left the room" if r["left_room"] else None]),
)  # fmt: skip
_OF_DOCUMENT = (
    Kind("attendance", "Attendance", "person", lambda r: r["name"],
         lambda r: [label(r["role"]) or None, label(r["status"])]),
    Kind("meeting_notes", "Meeting", "head", lambda r: r["body"],
         lambda r: [day(r["date"]), r["start_time"], r["venue"], r["status"]]),
)  # fmt: skip
LIMBS = (
    Kind("resolutions", "Resolutions", "limb", lambda r: r["text"],
         lambda r: [r["action"] if r["action"] != "other" else None]),
    Kind("recommendations", "Recommendations", "limb", lambda r: r["text"],
         lambda r: [r["action"] if r["action"] != "other" else None]),
)  # fmt: skip
_WITH_ORGANISATION = frozenset({"amounts", "savings", "kpis"})


def of_decision(db: sqlite3.Connection, decision: int) -> dict[str, list[Fact]]:
    """Return the facts inside a decision, by table."""
    return _facts(db, (*LIMBS, *KINDS), "t.decision_id = ?", decision)


def of_document(db: sqlite3.Connection, document: int) -> dict[str, list[Fact]]:
    """Return the facts of a document that lie inside none of its decisions, by table."""
    found = _facts(db, (*LIMBS, *KINDS), "t.document_id = ? and t.decision_id is null", document)
    return found | _facts(db, _OF_DOCUMENT, "t.document_id = ?", document)


def headings() -> dict[str, str]:
    """Return the heading of each table of facts, in the order of the page."""
    return {kind.table: kind.heading for kind in (*_OF_DOCUMENT, *KINDS)}


def _facts(
    db: sqlite3.Connection, kinds: Iterable[Kind], condition: str, number: int
) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for kind in kinds:
        rows = db.execute(_select(kind.table, condition), (number,)).fetchall()
        proofs = _proofs(db, kind.table, [row["id"] for row in rows])
        facts = [_fact(kind, dict(row), proofs.get(row["id"], [])) for row in rows]
        if facts:
            found[kind.table] = _by_organisation(facts) if kind.table == "mentions" else facts
    return found


def _select(table: str, condition: str) -> str:
    """Return the query for the rows of a table of ours; the names are never a reader's."""
    if table in _WITH_ORGANISATION:
        named = ", g.name as organisation, g.kind as org_kind"
        joined = " left join organisations g on g.id = t.organisation_id"
    else:
        named = joined = ""
    order = "t.position" if table in ("resolutions", "recommendations") else "t.start"
    return f"select t.*{named} from {table} t{joined} where {condition} order by {order}, t.id"  # noqa: S608


def _proofs(db: sqlite3.Connection, table: str, ids: list[int]) -> dict[int, list[sqlite3.Row]]:
    found: dict[int, list[sqlite3.Row]] = {}
    for n in range(0, len(ids), 500):
        some = ids[n : n + 500]
        for row in db.execute(
            "select row_id, column_name, start, stop, quote, rule from evidence "  # noqa: S608
            f"where table_name = ? and row_id in ({', '.join('?' * len(some))}) order by start",
            (table, *some),
        ):
            found.setdefault(row["row_id"], []).append(row)
    return found


def _fact(kind: Kind, row: dict[str, Any], proofs: list[sqlite3.Row]) -> Fact:
    own = {"start": row["start"], "stop": row["stop"], "quote": row["quote"], "rule": row["rule"]}
    places = [{"column": None, **own}]
    for proof in proofs:
        place = dict(proof)
        place["column"] = place.pop("column_name")
        place.pop("row_id")
        places.append(place)
    said = [str(d) for d in kind.details(row) if d]
    return {
        "id": f"{kind.table}-{row['id']}", "table": kind.table, "tone": kind.tone,
        "value": kind.value(row), "details": said, "rule": row["rule"], "quote": row["quote"],
        "places": places, "row": row,
    }  # fmt: skip


def _by_organisation(mentions: list[Fact]) -> list[Fact]:
    """Put the mentions of one organisation in one part together: one value, several places."""
    found: dict[tuple[Any, str], Fact] = {}
    for fact in mentions:
        row = fact["row"]
        who = (row["organisation_id"] or row["name"], row["role"])
        if who in found:
            found[who]["places"] += fact["places"]
        else:
            found[who] = fact
            if row["org_kind"] == "supplier" and row["role"] in ("supplier", "other"):
                fact["page"] = path("supplier", row["name"])
    return list(found.values())


HEADER = (
    ("decision_maker", "Decision maker"), ("status_text", "Status"), ("decision_date", "Decided"),
    ("is_key_decision", "Key decision"), ("is_subject_to_call_in", "Subject to call-in"),
    ("is_exempt", "Taken in private"), ("exempt_paragraph", "Exempt under paragraph"),
    ("publication_date", "Published"), ("effective_date", "Effective from"),
    ("due_from", "Due from"), ("due_to", "Due by"), ("meeting_body", "Decided at meeting of"),
    ("meeting_date", "Meeting date"), ("reference", "Reference"), ("item_number", "Agenda item"),
    ("report_author", "Report author"), ("wards", "Wards affected"),
)  # fmt: skip
PASSAGES = (
    ("purpose", "Purpose"), ("text", "What was decided"), ("reasons", "Reasons"),
    ("alternatives", "Alternatives considered"),
)  # fmt: skip


def header(db: sqlite3.Connection, decision: Row) -> tuple[list[Fact], list[Fact]]:
    """Return the stated columns of a decision as facts: those of its head, and its passages."""
    proofs = _proofs(db, "decisions", [decision["id"]]).get(decision["id"], [])

    def stated(columns: Iterable[tuple[str, str]], tone: str) -> list[Fact]:
        return [
            _stated(decision, column, heading, tone, proofs)
            for column, heading in columns
            if decision[column] is not None
        ]

    return stated((("title", "Title"), ("number", "Number"), *HEADER), "head"), stated(
        PASSAGES, "passage"
    )


def _stated(decision: Row, column: str, heading: str, tone: str, proofs: list[sqlite3.Row]) -> Fact:
    value = decision[column]
    said = _FLAG.get(value, str(value)) if column.startswith("is_") else value
    places = [
        {"column": None, **{k: p[k] for k in ("start", "stop", "quote", "rule")}}
        for p in proofs
        if p["column_name"] == column
    ]
    return {
        "id": f"decisions-{decision['id']}-{column}", "table": "decisions", "column": column,
        "heading": heading, "tone": tone, "details": [],
        "value": day(said) if column.endswith(("_date", "_from", "_to")) else said,
        "rule": places[0]["rule"] if places else None,
        "quote": places[0]["quote"] if places else None, "places": places,
    }  # fmt: skip
