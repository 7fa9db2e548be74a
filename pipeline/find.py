"""Search resolutions by words, council, supplier, date and action. Only sqlite3 is needed."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.fts import fts_query
from pipeline.terminal import CLOSE, OPEN


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for; every part may be left out. Dates are ISO."""

    words: str = ""
    council: str | None = None
    supplier: str | None = None
    since: str | None = None
    until: str | None = None
    action: str | None = None
    limit: int = 20


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


_SELECT = """
select s.id as row, s.decision_id, s.resolution_id, s.document_id, s.date,
    coalesce(d.key, o.key) as key, coalesce(d.title, o.title) as title, d.decision_maker as body,
    c.name as council, r.label, r.text as resolution, r.action,
    {snippet} as snippet
from {source} join search_rows s on s.id = {row}
join documents o on o.id = s.document_id
left join decisions d on d.id = s.decision_id
left join resolutions r on r.id = s.resolution_id
left join councils c on c.id = s.council_id
where {conditions}
order by {row} desc limit :most
"""
_SUPPLIER = """s.decision_id in (select n.decision_id from mentions n
    join organisations g on g.id = n.organisation_id
    where g.kind = 'supplier' and (g.name like :supplier escape '\\' or exists (
        select 1 from organisation_names x where x.organisation_id = g.id
        and x.name like :supplier escape '\\')))"""
_MORE = 4  # rows read for each decision shown: the decision's own and some of its limbs


def search(db: sqlite3.Connection, wanted: Wanted) -> list[Entry]:
    """Return what was decided that fits, newest first, one entry for each decision."""
    query, conditions, values = _conditions(db, wanted)
    if query is None:
        return []
    sql = _SELECT.format(
        snippet="snippet(search, 2, :open, :close, '…', 40)" if query else "null",
        source="search" if query else "(select 1)",
        row="search.rowid" if query else "s.id",
        conditions=" and ".join(conditions) or "1",
    )
    values |= {"open": OPEN, "close": CLOSE, "most": wanted.limit * _MORE}
    return _gathered(db.execute(sql, values), wanted.limit)


def _conditions(
    db: sqlite3.Connection, wanted: Wanted
) -> tuple[str | None, list[str], dict[str, object]]:
    """Return the FTS query ("" for none, None where nothing can fit), conditions and values."""
    tokens: list[str] = []
    values: dict[str, object] = {}
    conditions: list[str] = []
    if wanted.council:
        councils = _councils(db, wanted.council)
        if not councils:
            return None, [], {}
        tokens.append("(" + " OR ".join(f'filters: "xc{c}"' for c in councils) + ")")
    if wanted.action:
        action = re.sub(r"[^a-z]", "", wanted.action.lower())
        tokens.append(f'filters: "xa{action}0"')
    if wanted.words.strip():
        words = fts_query(wanted.words)
        if not words:
            return None, [], {}
        tokens.append(f"{{title body}} : ({words})")
    query = " AND ".join(tokens)
    if query:
        conditions.append("search match :query")
        values["query"] = query
    if wanted.supplier:
        conditions.append(_SUPPLIER)
        values["supplier"] = f"%{_like(wanted.supplier)}%"
    for column, sign, day in (("since", ">=", wanted.since), ("until", "<=", wanted.until)):
        if day:
            conditions.append(f"s.date {sign} :{column}")
            values[column] = day
    return query, conditions, values


def _like(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _councils(db: sqlite3.Connection, said: str) -> list[int]:
    rows = db.execute(
        "select id from councils where name like :part escape '\\' or slug = :said or code = :code",
        {"part": f"%{_like(said)}%", "said": said.lower(), "code": said.upper()},
    )
    return [row["id"] for row in rows]


def _gathered(rows: Iterable[sqlite3.Row], limit: int) -> list[Entry]:
    """Put the limbs of one decision together; its own text counts only where no limb fits."""
    found: dict[str, Entry] = {}
    for row in rows:
        key = row["key"]
        if key not in found:
            if len(found) == limit:
                continue
            found[key] = Entry(key, row["council"], row["body"], row["date"], row["title"])
        hit = Hit(row["label"], row["action"], row["resolution"], row["snippet"])
        found[key].hits.append(hit)
    for entry in found.values():
        limbs = [h for h in entry.hits if h.resolution]
        entry.hits[:] = sorted(limbs or entry.hits, key=lambda h: h.label or "")
    return list(found.values())
