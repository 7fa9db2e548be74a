"""Show a decision or a document: header, resolutions and facts, each with its very words."""

import sqlite3
from collections.abc import Iterator, Sequence

from pipeline.terminal import dim, pounds, safe
from schemas.views import VIEWS

# What of a fact is worth a line, beside its quote.
_FACTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("votes", "Votes", ("subject", "outcome", "votes_for", "votes_against", "abstentions",
                        "proposer", "seconder", "is_unanimous")),
    ("amounts", "Money", ("kind", "qualifier", "per", "financial_year")),
    ("savings", "Savings", ("status", "recurrence", "financial_year")),
    ("percentages", "Percentages", ("value", "value_max", "role", "qualifier", "subject")),
    ("kpis", "Indicators", ("code", "name", "period", "target", "actual", "unit", "outcome")),
    ("kpi_summaries", "Indicator counts", ("label", "count", "of", "period")),
    ("mentions", "Organisations", ("name", "role")),
    ("people", "People", ("name", "post", "role", "email", "phone")),
    ("dates", "Dates", ("date", "date_end", "role")),
    ("fields", "Fields", ("label", "value")),
    ("declarations", "Interests", ("name", "interest", "left_room")),
)  # fmt: skip
# What a document says as a whole, a line for each row.
_ABOUT: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("papers", "Papers of the pack", ("page_from", "kind", "item_number", "title", "body", "date")),
    ("meeting_notes", "Meetings", ("date", "start_time", "body", "venue", "status")),
    ("attendance", "Attendance", ("name", "role", "status")),
    ("attachments", "Papers", ("title", "url")),
)
_HEADER = (
    "decision_maker", "maker_kind", "status_text", "is_key_decision", "is_subject_to_call_in",
    "decision_date", "publication_date", "effective_date", "due_from", "due_to", "meeting_body",
    "meeting_date", "report_author", "wards", "reference", "exempt_paragraph",
)  # fmt: skip
_FLAGS = {0: "no", 1: "yes"}


def show(db: sqlite3.Connection, key: str, verbose: bool = False) -> list[str]:
    """Return the lines about a decision, document or matter key; empty where there is none.

    `verbose` tells of each fact whether it was observed, extracted or derived, and how far its
    rule can be trusted.
    """
    decision = db.execute("select * from decisions where key = ?", (key,)).fetchone()
    if decision:
        return list(_decision(db, decision, verbose))
    document = db.execute("select * from documents where key = ?", (key,)).fetchone()
    if document:
        return list(_document(db, document, verbose))
    matter = db.execute("select * from matters where key = ?", (key,)).fetchone()
    return list(_matter(db, matter)) if matter else []


def _decision(db: sqlite3.Connection, decision: sqlite3.Row, verbose: bool) -> Iterator[str]:
    document = db.execute(
        "select d.*, c.name as council from documents d left join councils c "
        "on c.id = d.council_id where d.id = ?",
        (decision["document_id"],),
    ).fetchone()
    yield safe(" ".join(filter(None, (decision["number"], decision["title"] or "(no title)"))))
    yield dim(safe(f"{document['council'] or 'council not known'} · {decision['key']}"))
    yield dim(
        safe(f"from {document['path']}" + (f" · {document['url']}" if document["url"] else ""))
    )
    yield ""
    yield from _header(decision)
    yield from _resolutions(db, decision["id"], verbose)
    for table, heading, columns in _FACTS:
        rows = db.execute(
            f"select * from {_source(table, verbose)} where decision_id = ? order by start",  # noqa: S608
            (decision["id"],),
        ).fetchall()
        yield from _facts(heading, columns, rows)
    yield from _story(db, decision["matter_id"])
    yield from _issues(db, document["id"])


def _header(row: sqlite3.Row) -> Iterator[str]:
    for column in _HEADER:
        if row[column] is not None:
            said = _FLAGS.get(row[column], row[column]) if column.startswith("is_") else row[column]
            yield f"  {column.replace('_', ' '):<24}{safe(said)}"


def _resolutions(db: sqlite3.Connection, decision: int, verbose: bool) -> Iterator[str]:
    rows = db.execute(
        f"select * from {_source('resolutions', verbose)} "  # noqa: S608
        "where decision_id = ? order by position",
        (decision,),
    ).fetchall()
    if rows:
        yield ""
        yield "Resolutions"
    for row in rows:
        indent = "    " if row["parent_id"] else "  "
        yield indent + _limb(row)


def _limb(row: sqlite3.Row) -> str:
    action = dim(f"[{row['action']}{_trust(row)}]")
    return f"{safe(row['label'] or '·')} {safe(row['text'])} {action}"


def _facts(heading: str, columns: Sequence[str], rows: Sequence[sqlite3.Row]) -> Iterator[str]:
    if rows:
        yield ""
        yield heading
    for row in rows:
        said = [_value(row, c) for c in columns if row[c] is not None]
        if "pence" in row.keys():  # noqa: SIM118 - a sqlite3.Row tests values, not names
            said.insert(0, _sum(row))
        yield f"  {safe(' · '.join(said))}"
        where = f"({row['start']}–{row['stop']}, {row['rule']}{_trust(row)})"
        yield dim(f"    “{safe(_short(row['quote']))}” {where}")


def _source(table: str, verbose: bool) -> str:
    rated = f"{table}_rated"
    return rated if verbose and rated in VIEWS else table


def _trust(row: sqlite3.Row) -> str:
    """Return a rated row's basis and confidence, and that of its kind, status, role or action."""
    names = row.keys()
    if "confidence" not in names or row["confidence"] is None:
        return ""
    said = [row["basis"], f"confidence {row['confidence']:.2f}"]
    own = (n for n in names if n.endswith("_confidence") and row[n] is not None)
    said += [f"{n.removesuffix('_confidence')} {row[n]:.2f}" for n in own]
    return ", " + ", ".join(said)


def _value(row: sqlite3.Row, column: str) -> str:
    value = row[column]
    if isinstance(value, float):
        value = f"{value:g}"
    named = {
        "votes_for": "for",
        "votes_against": "against",
        "target": "target",
        "actual": "result",
        "proposer": "moved by",
        "seconder": "seconded by",
        "abstentions": "abstained",
    }
    return f"{named[column]} {value}" if column in named else str(value)


def _sum(row: sqlite3.Row) -> str:
    top = row["pence_max"] if "pence_max" in row.keys() else None  # noqa: SIM118
    return pounds(row["pence"]) + (f" to {pounds(top)}" if top else "")


def _short(words: str, most: int = 200) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1] + "…"


# On one day a matter is planned, reported on, and then decided.
TOLD = ("issue", "report", "agenda", "decision_list", "agenda_item", "meeting", "minutes")
MEMBERS = """
SELECT d.kind, d.key, d.title, md.reason, md.document_id, md.decision_id, x.key AS decision_key,
    x.same_as, coalesce(m.body, x.meeting_body, x.decision_maker, n.body) AS body,
    coalesce(x.decision_date, m.date, x.meeting_date, n.date, x.publication_date, x.due_from) AS day
FROM matter_documents md JOIN documents d ON d.id = md.document_id
LEFT JOIN decisions x ON x.id = md.decision_id LEFT JOIN meetings m ON m.id = x.meeting_id
LEFT JOIN meeting_notes n ON n.id = (SELECT min(id) FROM meeting_notes
    WHERE document_id = md.document_id AND md.decision_id IS NULL)
WHERE md.matter_id = ?"""

_WHOSE = ("decision_id", "document_id")
_ASKED = {
    whose: f"""select r.label, r.text, o.outcome from recommendations r
    left join recommendation_outcomes o on o.recommendation_id = r.id
    where r.{whose} = ? and r.same_as is null order by r.position"""  # noqa: S608
    for whose in _WHOSE
}
_RESOLVED = {
    whose: f"""select label, text, action from resolutions
    where {whose} = ? and same_as is null order by position"""  # noqa: S608
    for whose in _WHOSE
}


def _matter(db: sqlite3.Connection, matter: sqlite3.Row) -> Iterator[str]:
    """Yield the lines about a matter: its title and its story."""
    council = db.execute(
        "select name from councils where id = ?", (matter["council_id"],)
    ).fetchone()
    yield safe(matter["title"] or "(no title)")
    yield dim(safe(" · ".join(filter(None, (council and council["name"], matter["key"])))))
    yield from _story(db, matter["id"])


def _story(db: sqlite3.Connection, matter: int | None) -> Iterator[str]:
    """Yield what happened to a matter in order of date: each form, why it belongs, what it says."""
    rows = db.execute(MEMBERS, (matter,)).fetchall()
    if len(rows) < 2:
        return
    yield ""
    yield "The matter so far"
    for row in sorted(rows, key=told):
        name = row["decision_key"] or row["key"]
        form = " · ".join(filter(None, (row["kind"], row["body"], name)))
        yield safe(f"  {row['day'] or '–':<12}{form}  ({row['reason']})")
        for said in _said(db, row):
            yield safe(f"  {'':<12}  {said}")


def told(row: sqlite3.Row) -> tuple[bool, str, int, str]:
    """Return the place of a row of MEMBERS in the story: by day, then by kind of page."""
    kind, day = row["kind"], row["day"]
    place = TOLD.index(kind) if kind in TOLD else len(TOLD)
    return day is None, day or "", place, row["decision_key"] or row["key"]


def _said(db: sqlite3.Connection, row: sqlite3.Row) -> Iterator[str]:
    """Yield what a form resolved that no other form said, or recommended and what became of it."""
    whose = "decision_id" if row["decision_id"] else "document_id"
    member = row["decision_id"] or row["document_id"]
    for limb in db.execute(
        _ASKED[whose],
        (member,),
    ):
        became = f" → {limb['outcome']}" if limb["outcome"] else ""
        yield f"asked: {limb['label'] or '·'} {_short(limb['text'], 120)}{became}"
    for limb in db.execute(
        _RESOLVED[whose],
        (member,),
    ):
        yield f"resolved: {limb['label'] or '·'} {_short(limb['text'], 120)} [{limb['action']}]"


def _issues(db: sqlite3.Connection, document: int) -> Iterator[str]:
    rows = db.execute(
        "select rule, message from issues where document_id = ? order by start", (document,)
    ).fetchall()
    if rows:
        yield ""
        yield "Not understood or contradicting"
        yield from (safe(f"  {row['rule']}: {row['message']}") for row in rows)


def _document(db: sqlite3.Connection, document: sqlite3.Row, verbose: bool) -> Iterator[str]:
    yield safe(document["title"] or "(no title)")
    yield dim(safe(f"{document['kind']} · {document['key']} · from {document['path']}"))
    if document["status"] == "partial":
        yield safe(f"partial: {document['status_reason']}")
    yield from _meetings(db, document["id"])
    decisions = db.execute(
        "select * from decisions where document_id = ? order by position", (document["id"],)
    ).fetchall()
    for decision in decisions:
        yield ""
        yield safe(f"{decision['number'] or '·'} {decision['title'] or '(no title)'}")
        yield dim(safe(f"  {decision['key']}"))
        yield from _resolutions(db, decision["id"], verbose)
    yield from _recommendations(db, document["id"], verbose)
    for table, heading, columns in _FACTS:
        rows = db.execute(
            f"select * from {_source(table, verbose)} "  # noqa: S608
            "where document_id = ? and decision_id is null order by start",
            (document["id"],),
        ).fetchall()
        yield from _facts(heading, columns, rows)
    for row in db.execute(
        "select matter_id from matter_documents where document_id = ? and decision_id is null "
        "order by matter_id",
        (document["id"],),
    ).fetchall():
        yield from _story(db, row["matter_id"])
    yield from _issues(db, document["id"])


def _meetings(db: sqlite3.Connection, document: int) -> Iterator[str]:
    """Yield the meetings a document tells of, who was there, and the papers it lists."""
    for table, heading, columns in _ABOUT:
        rows = db.execute(
            f"select * from {table} where document_id = ? order by start",  # noqa: S608
            (document,),
        ).fetchall()
        if rows:
            yield ""
            yield heading
        for row in rows:
            yield safe("  " + " · ".join(_value(row, c) for c in columns if row[c] is not None))


def _recommendations(db: sqlite3.Connection, document: int, verbose: bool) -> Iterator[str]:
    rows = db.execute(
        f"select * from {_source('recommendations', verbose)} "  # noqa: S608
        "where document_id = ? order by position",
        (document,),
    ).fetchall()
    if rows:
        yield ""
        yield "Recommendations"
    for row in rows:
        yield "  " + _limb(row)
