"""Search resolutions by words, council, supplier, date, action, money. Only sqlite3 is needed.

Two steps: which rows fit (newest first, up to a bound), then the words of those that are shown.
A decision told on several pages is one entry, under the key of the first of them.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.fts import fts_query
from pipeline.snippet import bare, covered, snippets
from pipeline.terminal import OPEN
from schemas.search import action_token, council_token, first_row, last_row


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for; every part may be left out. Dates are ISO.

    `is_covered` shows e-mail addresses and telephone numbers in what is found as █.
    """

    words: str = ""
    council: str | None = None
    supplier: str | None = None
    since: str | None = None
    until: str | None = None
    action: str | None = None
    money: str | None = None
    is_key: bool | None = None
    min_confidence: float | None = None
    limit: int = 20
    skip: int = 0
    is_covered: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A limb, or a decision's or document's own text; OPEN…CLOSE marks words in the snippet."""

    label: str | None
    action: str | None
    resolution: str | None
    snippet: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision (or document without decisions) that fits."""

    key: str
    council: str | None
    body: str | None
    date: str | None
    title: str | None
    hits: list[Hit] = field(default_factory=list)
    decision_id: int | None = None


class Match(NamedTuple):
    """A row that fits: what it counts for, and what facets need.

    `entry` is the decision, or the document with a minus: rows of one are one entry.
    """

    row: int
    entry: int
    council: int | None
    action: str | None
    date: str | None

    @property
    def decision(self) -> int | None:
        """Return the decision it counts for."""
        return self.entry if self.entry > 0 else None


_MATCHES = """
select s.id as row, coalesce(d.same_as, d.id, -s.document_id) as entry,
    s.council_id as council, s.action, s.date
from {source} left join decisions d on d.id = s.decision_id
where {conditions} order by {row} desc limit :most
"""
_WITH_WORDS = "search join search_rows s on s.id = search.rowid"
_ROWS = """
select s.id as row, coalesce(r.same_as, r.id) as limb, r.label, r.text, r.action
from search_rows s left join resolutions r on r.id = s.resolution_id
where s.id in (select value from json_each(:rows)) order by r.position, s.id desc
"""
_DECISION = """
select d.key, d.title, coalesce(d.decision_maker, d.meeting_body) as body, c.name as council,
    coalesce(d.decision_date, d.meeting_date, d.publication_date, d.due_from) as date
from decisions d left join councils c on c.id = d.council_id where d.id = ?
"""
_DOCUMENT = """
select o.key, o.title, c.name as council,
    (select n.body from meeting_notes n where n.document_id = o.id order by n.id limit 1) as body,
    (select min(n.date) from meeting_notes n where n.document_id = o.id) as date
from documents o left join councils c on c.id = o.council_id where o.id = ?
"""
_FIRMS = """
select g.id from organisations g where g.kind = 'supplier' and (g.name like ? escape '\\'
    or g.id in (select x.organisation_id from organisation_names x where x.name like ? escape '\\'))
"""
_MENTIONS = (
    "select count(*) from mentions where organisation_id in (select value from json_each(?))"
)
_OF_FIRMS = """select n.decision_id from mentions n
    where n.organisation_id in (select value from json_each(:firms))"""
# Few mentions are gathered once; without words they lead to the rows, with words what the index of
# words finds is held against the rows' numbers. Of many, each row is asked whether it has one.
_LED = f"s.decision_id in ({_OF_FIRMS})"
_HELD = f"+search.rowid in (select w.id from search_rows w where w.decision_id in ({_OF_FIRMS}))"  # noqa: S608
_ONE_OF_MANY = """exists (select 1 from mentions n where n.decision_id = s.decision_id
    and n.organisation_id in (select value from json_each(:firms)))"""
_FEW = 30_000
_MONEY = """exists (select 1 from amounts a
    where a.decision_id = s.decision_id and a.kind = :money)"""
# Asked of limbs alone: a decision's own text is nothing that a rule claims.
_TRUSTED = """s.resolution_id in (select t.id from resolutions_rated t
    where t.id = s.resolution_id and t.confidence >= :trust and t.action_confidence >= :trust)"""
_MORE = 4  # rows read for each decision shown: the decision's own and some of its limbs
_MOST_LIMBS = 30  # rows of one entry whose words are fetched


def search(db: sqlite3.Connection, wanted: Wanted) -> list[Entry]:
    """Return what was decided that fits, newest first, one entry for each decision."""
    return entries(db, wanted, matches(db, wanted, (wanted.skip + wanted.limit) * _MORE))


def matches(db: sqlite3.Connection, wanted: Wanted, most: int) -> list[Match]:
    """Return the rows that fit, newest first, at most so many."""
    query = _query(db, wanted)
    if query is None:
        return []
    conditions, values = _conditions(db, wanted, "search.rowid" if query else "s.id")
    if query:
        conditions.insert(0, "search match :query")
    sql = _MATCHES.format(
        source=_WITH_WORDS if query else "search_rows s",
        row="search.rowid" if query else "s.id",
        conditions=" and ".join(conditions) or "1",
    )
    cursor = db.cursor()
    cursor.row_factory = None  # thousands of rows of numbers: as they are
    rows = cursor.execute(sql, {**values, "query": query, "most": most})
    return [Match._make(row) for row in rows]


def entries(db: sqlite3.Connection, wanted: Wanted, found: Iterable[Match]) -> list[Entry]:
    """Return the entries of a page of results: those after `skip`, at most `limit`."""
    grouped: dict[int, list[int]] = {}
    for match in found:
        if match.entry not in grouped and len(grouped) == wanted.skip + wanted.limit:
            continue
        grouped.setdefault(match.entry, []).append(match.row)
    shown = list(grouped.items())[wanted.skip :]
    whose = {row: who for who, many in shown for row in many[:_MOST_LIMBS]}
    own: dict[int, list[tuple[int | None, Hit]]] = {}
    for row, hit in _hits(db, wanted, list(whose)).items():
        own.setdefault(whose[row], []).append(hit)
    made = (_entry(db, who, own.get(who, [])) for who, _ in shown)
    return [entry for entry in made if entry is not None]


def _hits(
    db: sqlite3.Connection, wanted: Wanted, rows: Sequence[int]
) -> dict[int, tuple[int | None, Hit]]:
    """Return for each row its limb (None: the decision's own text) and words, in order of limbs."""
    told = snippets(db, _query(db, wanted) or "", rows)
    if wanted.is_covered:
        told = {row: covered(db, row, words) for row, words in told.items()}
    return {
        row["row"]: (
            row["limb"],
            Hit(row["label"], row["action"], bare(row["text"]), told.get(row["row"])),
        )
        for row in db.execute(_ROWS, {"rows": json.dumps(rows)})
    }


def _entry(db: sqlite3.Connection, who: int, found: list[tuple[int | None, Hit]]) -> Entry | None:
    """Put the limbs of one decision together: those with the words, else all of them.

    Its own text counts only where no limb fits.
    """
    decision = who if who > 0 else None
    about = db.execute(_DECISION if decision else _DOCUMENT, (abs(who),)).fetchone()
    if about is None:
        return None
    limbs = list({limb: hit for limb, hit in found if limb is not None}.values())
    told = [hit for hit in limbs if OPEN in (hit.snippet or "")]
    hits = told or limbs or [hit for _, hit in found][:1]
    return Entry(
        about["key"], about["council"], about["body"], about["date"], about["title"], hits, decision
    )


def _query(db: sqlite3.Connection, wanted: Wanted) -> str | None:
    """Return the FTS query: "" for none, None where nothing can fit."""
    tokens: list[str] = []
    if wanted.council:
        councils = councils_named(db, wanted.council)
        if not councils:
            return None
        tokens.append("(" + " OR ".join(f'filters: "{council_token(c)}"' for c in councils) + ")")
    if wanted.action:
        action = re.sub(r"[^a-z]", "", wanted.action.lower())
        tokens.append(f'filters: "{action_token(action)}"')
    if wanted.words.strip():
        words = fts_query(wanted.words)
        if not words:
            return None
        tokens.append(f"{{title body}} : ({words})")
    return " AND ".join(tokens)


def _named(db: sqlite3.Connection, supplier: str, of_few: str) -> tuple[str, str]:
    """Return the condition of rows whose decision names a supplier, and its ids as JSON."""
    firms = json.dumps(suppliers_named(db, supplier))
    mentions = db.execute(_MENTIONS, (firms,)).fetchone()[0]
    return (of_few if mentions <= _FEW else _ONE_OF_MANY), firms


def _conditions(
    db: sqlite3.Connection, wanted: Wanted, row: str
) -> tuple[list[str], dict[str, object]]:
    """Return the conditions beside the words, and their values. Rows are numbered by date."""
    values: dict[str, object] = {}
    conditions: list[str] = []
    if wanted.since or wanted.until:
        conditions.append("s.date is not null")
    if wanted.since:
        conditions += [f"{row} >= :first", "s.date >= :since"]
        values |= {"first": first_row(wanted.since), "since": wanted.since}
    if wanted.until:
        conditions.append("s.date <= :until")
        values["until"] = wanted.until
        if last := last_row(wanted.until):
            conditions.append(f"{row} <= :last")
            values["last"] = last
    if wanted.supplier:
        condition, values["firms"] = _named(db, wanted.supplier, _LED if row == "s.id" else _HELD)
        conditions.append(condition)
    if wanted.money:
        conditions.append(_MONEY)
        values["money"] = wanted.money
    if wanted.is_key is not None:
        conditions.append("d.is_key_decision = :is_key")
        values["is_key"] = int(wanted.is_key)
    if wanted.min_confidence is not None:
        conditions.append(_TRUSTED)
        values["trust"] = wanted.min_confidence
    return conditions, values


def is_rated(db: sqlite3.Connection) -> bool:
    """Tell whether the database knows how far its rules can be trusted."""
    return db.execute("select 1 from rules limit 1").fetchone() is not None


def like(words: str) -> str:
    """Return words for a LIKE pattern with escape '\\'."""
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def councils_named(db: sqlite3.Connection, said: str) -> list[int]:
    """Return the councils a person can mean: part of a name, a slug or a code."""
    rows = db.execute(
        "select id from councils where name like :part escape '\\' or slug = :said or code = :code",
        {"part": f"%{like(said)}%", "said": said.lower(), "code": said.upper()},
    )
    return [row["id"] for row in rows]


def suppliers_named(db: sqlite3.Connection, said: str) -> list[int]:
    """Return the suppliers a person can mean: part of a name or of a spelling met."""
    part = f"%{like(said)}%"
    return [row[0] for row in db.execute(_FIRMS, (part, part))]
