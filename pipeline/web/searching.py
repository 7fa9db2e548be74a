"""The front page: what a reader asked for, what fits, and how it divides."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from pipeline import find, guess
from pipeline.found import SHOWN
from pipeline.web.words import path
from schemas.facts import ACTIONS, AMOUNT_KINDS

PAGE = 20
MOST = 2_000  # rows looked through: newest first, so a common word is fast too
_DEEPEST = 100  # pages
_CHOICES = 12  # values shown of a facet
_FILTERS = ("council", "supplier", "from", "to", "action", "money", "key")
_TOLD = {
    "council": "Council", "supplier": "Supplier", "from": "From", "to": "To", "action": "Action",
    "money": "Money", "key": "Key decision",
}  # fmt: skip
_COUNCILS = "select id, name, slug from councils order by name"
_SUPPLIERS = """
select g.name, count(distinct m.decision_id) as n
from mentions m join organisations g on g.id = m.organisation_id and g.kind = 'supplier'
where m.decision_id in (select value from json_each(?)) and m.role in ('supplier', 'other')
group by g.id order by n desc, g.name limit ?
"""
_NAMED = """
select coalesce(d.same_as, d.id) as decision, g.name
from decisions d join mentions m on m.decision_id = d.id
join organisations g on g.id = m.organisation_id and g.kind = 'supplier'
where d.id in (select value from json_each(?)) and m.role in ('supplier', 'other')
group by 1, 2 order by min(m.start)
"""
_MONEY = """
select a.kind, count(distinct a.decision_id) as n from amounts a
where a.decision_id in (select value from json_each(?)) and a.kind <> 'other'
group by a.kind order by n desc, a.kind limit ?
"""
_KEY = """
select count(*) from decisions d
where d.id in (select value from json_each(?)) and d.is_key_decision = 1
"""

# The first and the last day apart: so each is one step in the index.
_TOTALS = """
select coalesce(sum(documents), 0) as documents, coalesce(sum(resolutions), 0) as resolutions,
    (select count(*) from councils) as councils,
    (select min(decision_date) from decisions) as first,
    (select max(decision_date) from decisions) as last
from search_councils
"""


def asked(given: Mapping[str, str]) -> dict[str, str]:
    """Return what a reader asked for, cleaned: known names, blanks off, no NUL."""
    clean = {n: given.get(n, "").replace("\0", "")[:300].strip() for n in ("q", *_FILTERS)}
    clean["action"] = clean["action"] if clean["action"] in ACTIONS else ""
    clean["money"] = clean["money"] if clean["money"] in AMOUNT_KINDS else ""
    clean["key"] = clean["key"] if clean["key"] in ("yes", "no") else ""
    return {name: value for name, value in clean.items() if value}


def page_of(given: Mapping[str, str]) -> int:
    """Return the page asked for, 1 where it is none."""
    said = given.get("page", "")[:4]
    return min(max(int(said), 1), _DEEPEST) if said.isascii() and said.isdigit() else 1


def wanted(ask: Mapping[str, str], page: int = 1, contacts: bool = False) -> find.Wanted:
    """Return the search behind what was asked."""
    return find.Wanted(
        words=ask.get("q", ""), council=ask.get("council"), supplier=ask.get("supplier"),
        since=ask.get("from"), until=ask.get("to"), action=ask.get("action"),
        money=ask.get("money"), is_key={"yes": True, "no": False}.get(ask.get("key", "")),
        limit=PAGE, skip=(page - 1) * PAGE, is_covered=not contacts,
    )  # fmt: skip


def results(
    db: sqlite3.Connection, given: Mapping[str, str], contacts: bool = False
) -> dict[str, Any]:
    """Return the results of a page, how many there are, the facets, and guesses where none fit."""
    ask, page = asked(given), page_of(given)
    want = wanted(ask, page, contacts)
    found = find.matches(db, want, MOST)
    groups: dict[int, find.Match] = {}
    for match in found:
        groups.setdefault(match.entry, match)
    return {
        "asked": ask, "page_number": page, "decisions": len(groups),
        "resolutions": sum(1 for match in found if match.action),
        "bounded": len(found) == MOST,
        "entries": _entries(db, find.entries(db, want, found)),
        "facets": _facets(db, ask, found, groups.values()),
        "chosen": [
            {"name": n, "heading": _TOLD[n], "value": v, "without": address(ask, **{n: ""})}
            for n, v in ask.items() if n != "q"
        ],
        "before": address(ask, page=page - 1) if page > 1 else None,
        "after": address(ask, page=page + 1)
        if len(groups) > page * PAGE and page < _DEEPEST else None,
        "guesses": [] if found else _guesses(db, ask),
        "pages": max(1, -(-len(groups) // PAGE)),
    }  # fmt: skip


def address(ask: Mapping[str, str], **changes: object) -> str:
    """Return the address of the front page for what was asked, with changes; "" takes one out."""
    whole = {**ask, **{n: str(v) for n, v in changes.items()}}
    said = urlencode({n: v for n, v in whole.items() if v})
    return f"/?{said}" if said else "/"


def choices(db: sqlite3.Connection) -> dict[str, Any]:
    """Return what the form offers."""
    return {
        "councils": [r["name"] for r in db.execute(_COUNCILS)],
        "actions": ACTIONS, "money": [k for k in AMOUNT_KINDS if k != "other"],
    }  # fmt: skip


def totals(db: sqlite3.Connection) -> dict[str, Any]:
    """Return what the database holds, for the front page before a search."""
    counts = db.execute(_TOTALS).fetchone()
    last = db.execute("select finished_at from runs order by id desc limit 1").fetchone()
    return {**dict(counts), "read": last[0] if last else None}


def _entries(db: sqlite3.Connection, found: list[find.Entry]) -> list[dict[str, Any]]:
    named: dict[int, list[dict[str, str]]] = {}
    for number, name in db.execute(_NAMED, (json.dumps([e.decision_id for e in found]),)):
        named.setdefault(number, []).append({"name": name, "page": path("supplier", name)})
    return [_entry(e, named.get(e.decision_id or 0, [])[:4]) for e in found]


def _entry(entry: find.Entry, suppliers: list[dict[str, str]]) -> dict[str, Any]:
    kind = "decision" if entry.decision_id else "document"
    return {
        "kind": kind, "key": entry.key, "page": path(kind, entry.key), "title": entry.title,
        "council": entry.council, "body": entry.body, "date": entry.date,
        "suppliers": suppliers, "more": max(0, len(entry.hits) - SHOWN),
        "hits": [
            {"label": h.label, "action": h.action, "text": h.resolution, "snippet": h.snippet}
            for h in entry.hits[:SHOWN]
        ],
    }  # fmt: skip


def _facets(
    db: sqlite3.Connection,
    ask: Mapping[str, str],
    found: list[find.Match],
    groups: Iterable[find.Match],
) -> list[dict[str, Any]]:
    """Count decisions by council, year, action, supplier, kind of money and key decision."""
    ones = list(groups)
    names = {r["id"]: r["name"] for r in db.execute(_COUNCILS)}
    ids = json.dumps([m.entry for m in ones if m.entry > 0])
    actions = Counter(a for _, a in {(m.entry, m.action) for m in found if m.action})
    key = db.execute(_KEY, (ids,)).fetchone()[0]
    counted: list[tuple[str, str, list[tuple[str, int]]]] = [
        ("council", "Council", _ranked(Counter(names[m.council] for m in ones if m.council))),
        ("supplier", "Supplier", [tuple(r) for r in db.execute(_SUPPLIERS, (ids, _CHOICES))]),
        ("year", "Year", sorted(Counter((m.date or "")[:4] for m in ones if m.date).items())[::-1]),
        ("action", "Action", [(a, n) for a, n in _ranked(actions) if a != "other"]),
        ("money", "Kind of money", [tuple(r) for r in db.execute(_MONEY, (ids, _CHOICES))]),
        ("key", "Key decision", [("yes", key)] if key else []),
    ]
    return [
        {"name": n, "heading": h, "values": [_choice(ask, n, v, c) for v, c in many[:_CHOICES]]}
        for n, h, many in counted if many
    ]  # fmt: skip


def _choice(ask: Mapping[str, str], name: str, value: str, count: int) -> dict[str, Any]:
    chosen = ask.get(name) == value
    put: dict[str, str] = {name: "" if chosen else value}
    if name == "year":
        first, last = f"{value}-01-01", f"{value}-12-31"
        chosen = (ask.get("from"), ask.get("to")) == (first, last)
        put = {"from": "", "to": ""} if chosen else {"from": first, "to": last}
    return {"value": value, "count": count, "chosen": chosen, "address": address(ask, **put)}


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _guesses(db: sqlite3.Connection, ask: Mapping[str, str]) -> list[dict[str, str]]:
    """Return what a reader may have meant: councils and suppliers of nearly that name."""
    out = []
    known = {
        "council": bool(find.councils_named(db, ask.get("council", "\0"))),
        "supplier": bool(find.suppliers_named(db, ask.get("supplier", "\0"))),
    }
    for name, kind in (("council", "council"), ("supplier", "supplier"), ("q", "")):
        if known.get(name):
            continue
        for which, said in guess.nearest(db, ask.get(name, ""), kind):
            put = {"q": "", which: said} if name == "q" else {name: said}
            out.append({"kind": which, "value": said, "address": address(ask, **put)})
    return out
