"""Suppliers and councils as the page and the interface show them."""

import sqlite3
from typing import Any

from pipeline import guess
from pipeline.find import like
from pipeline.web import figures
from pipeline.web.words import path, short

_COUNTED = ("documents", "decisions", "partial", "quarantined")
MOST = 60  # rows of a list on a page; the questions give all
# Suppliers are counted in `search_suppliers`: narrow rows, for many names a decision is long.
_SUPPLIERS = f"""
select g.name, count(distinct nullif(s.decision_id, 0)) as decisions,
    count(distinct s.council_id) as councils, max(s.date) as last
from search_suppliers s join organisations g on g.id = s.organisation_id
where :said = '' or s.organisation_id in (
    select id from organisations where name like :like escape '\\'
    union select organisation_id from organisation_names where name like :like escape '\\')
group by s.organisation_id order by decisions desc, g.name limit {MOST}
"""  # noqa: S608
_COUNTS = """
select count(distinct nullif(decision_id, 0)) as decisions,
    count(distinct case when is_award then decision_id end) as awards
from search_suppliers where organisation_id = ?
"""
_COUNCILS_OF = """
select c.name, c.slug, count(distinct s.decision_id) as decisions
from search_suppliers s join councils c on c.id = s.council_id
where s.organisation_id = ? group by c.id order by decisions desc, c.slug
"""
_RESOLUTIONS = f"""
with newest as materialized (
    select decision_id, max(date) as date from search_suppliers where organisation_id = :id
    group by decision_id order by 2 desc, 1 limit {MOST})
select w.date, c.name as council, d.title as decision, d.key as decision_key, r.label,
    r.text as resolution, r.action, s.in_resolution
from newest w
cross join search_suppliers s on s.organisation_id = :id and s.decision_id = w.decision_id
left join councils c on c.id = s.council_id
left join decisions d on d.id = s.decision_id
left join resolutions r on r.id = s.resolution_id
order by w.date desc, s.decision_id, r.position, s.resolution_id limit {MOST * 20}
"""  # noqa: S608
_SPELLINGS = "select name, match from organisation_names where organisation_id = ? order by name"
_SUMS = """
select a.pence, a.pence_max, a.qualifier, a.per, a.financial_year, a.kind, a.quote,
    coalesce(d.decision_date, d.meeting_date) as date, d.title as decision, d.key as decision_key
from amounts a join decisions d on d.id = a.decision_id and d.same_as is null
where a.organisation_id = ? and a.pence is not null and a.kind <> 'saving'
order by date desc, a.id limit 60
"""
_SAVINGS = """
select decision_date as date, financial_year, pence, status, recurrence, supplier, quote, decision,
    decision_key
from savings_ledger where {condition} order by decision_date desc, saving_id limit 60
"""
_RESULTS = """
select k.period, k.period_end, k.code, k.indicator, k.service, k.supplier, k.target, k.actual,
    k.unit, k.outcome, k.decision, k.decision_key
from kpi_results k where {condition} order by k.period_end desc, k.kpi_id limit 60
"""
# The rows of a view that are of one organisation, by the index of the table behind it.
_OWN_SAVINGS = "saving_id in (select id from savings where organisation_id = ?)"
_OWN_RESULTS = "k.kpi_id in (select id from kpis where organisation_id = ?)"
_COUNCILS = """
select c.name, c.slug, c.nation, c.platform, coalesce(n.documents, 0) as documents,
    coalesce(n.decisions, 0) as decisions
from councils c left join search_councils n on n.council_id = c.id order by c.name
"""
_BODIES = """
select coalesce(d.decision_maker, d.meeting_body) as body, d.maker_kind, count(*) as decisions,
    min(d.decision_date) as first, max(d.decision_date) as last
from decisions d where d.council_id = ? and d.same_as is null and body is not null
group by body, d.maker_kind order by decisions desc, body limit 60
"""
# As the view `coverage` counts, of one council by its index.
_MONTHS = """
select coalesce(month, 'no date') as month, sum(documents) as documents,
    sum(decisions) as decisions, sum(partial) as partial, sum(quarantined) as quarantined
from (
    select substr(coalesce(
            (select min(coalesce(d.decision_date, d.meeting_date, d.publication_date, d.due_from))
                from decisions d where d.document_id = o.id),
            (select min(n.date) from meeting_notes n where n.document_id = o.id)), 1, 7) as month,
        1 as documents, (select count(*) from decisions d where d.document_id = o.id) as decisions,
        o.status = 'partial' as partial, 0 as quarantined
    from documents o where o.council_id = :id
    union all select null, 0, 0, 0, 1 from quarantine q where q.council_id = :id)
group by 1 order by 1 desc limit 120
"""
_TROUBLES = """
select i.rule, count(*) as n, min(i.message) as message from issues i
join documents o on o.id = i.document_id where o.council_id = ?
group by i.rule order by n desc, i.rule limit 20
"""


def suppliers(db: sqlite3.Connection, said: str) -> dict[str, Any]:
    """Return the suppliers whose name or a spelling of it has these words; guesses where none."""
    said = said.replace("\0", "").strip()[:200]
    rows = db.execute(_SUPPLIERS, {"said": said, "like": f"%{like(said)}%"})
    found = [{**dict(r), "page": path("supplier", r["name"])} for r in rows]
    near = [] if found else guess.nearest(db, said, "supplier")
    return {
        "said": said, "suppliers": found, "most": MOST,
        "guesses": [{"value": name, "page": path("supplier", name)} for _, name in near],
    }  # fmt: skip


def supplier(db: sqlite3.Connection, name: str) -> dict[str, Any] | None:
    """Return all about a supplier, by its name; None where there is none."""
    row = db.execute(
        "select id, name, kind, company_number from organisations where name = ? "
        "order by kind <> 'supplier', id limit 1",
        (name,),
    ).fetchone()
    if row is None:
        return None
    rows = db.execute(_RESOLUTIONS, {"id": row["id"]}).fetchall()
    scope = {"supplier": row["name"]}
    whose = row["name"]
    return {
        **dict(row), "page": path("supplier", row["name"]), "title": row["name"],
        "spellings": [dict(r) for r in db.execute(_SPELLINGS, (row["id"],))],
        "counts": dict(db.execute(_COUNTS, (row["id"],)).fetchone()),
        "councils": [
            {"name": r["name"], "decisions": r["decisions"], "page": path("council", r["slug"])}
            for r in db.execute(_COUNCILS_OF, (row["id"],))
        ],
        "decisions": _by_decision(rows),
        "sums": _rows(db, _SUMS, row["id"]),
        "savings": _rows(db, _SAVINGS.format(condition=_OWN_SAVINGS), row["id"]),
        "results": _rows(db, _RESULTS.format(condition=_OWN_RESULTS), row["id"]),
        "figures": _figures(db, ("awards-by-year", "indicators", "savings"), scope, whose),
    }  # fmt: skip


def council(db: sqlite3.Connection, slug: str) -> dict[str, Any] | None:
    """Return all about a council, by its slug; None where there is none."""
    row = db.execute("select * from councils where slug = ?", (slug,)).fetchone()
    if row is None:
        return None
    scope, whose = {"council": slug}, row["name"]
    months = [dict(r) for r in db.execute(_MONTHS, {"id": row["id"]})]
    return {
        **dict(row), "page": path("council", slug), "title": row["name"], "months": months,
        "totals": {n: sum(m[n] or 0 for m in months) for n in _COUNTED},
        "bodies": [dict(r) for r in db.execute(_BODIES, (row["id"],))],
        "savings": _rows(db, _SAVINGS.format(condition="council_slug = ?"), slug),
        "results": _rows(db, _RESULTS.format(condition="k.council_slug = ?"), slug),
        "troubles": [dict(r) for r in db.execute(_TROUBLES, (row["id"],))],
        "figures": _figures(db, ("coverage", "savings", "awards", "indicators"), scope, whose),
    }  # fmt: skip


def councils(db: sqlite3.Connection) -> list[dict[str, Any]]:
    """Return the councils of the database and how much of each has been read."""
    return [{**dict(r), "page": path("council", r["slug"])} for r in db.execute(_COUNCILS)]


def _figures(
    db: sqlite3.Connection, names: tuple[str, ...], scope: dict[str, str], whose: str
) -> list[dict[str, Any]]:
    found = (figures.drawn(db, name, scope, whose) for name in names)
    return [f for f in found if f is not None]


def _rows(db: sqlite3.Connection, sql: str, value: object) -> list[dict[str, Any]]:
    return [
        {**dict(r), "page": path("decision", r["decision_key"]) if r["decision_key"] else None}
        for r in db.execute(sql, (value,))
    ]


def _by_decision(rows: list[sqlite3.Row]) -> list[dict[str, Any]]:
    """Put the resolutions of one decision together, in the order of the rows."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        key = row["decision_key"] or ""
        about = {
            "title": row["decision"] or short(row["resolution"], 120), "date": row["date"],
            "council": row["council"], "page": path("decision", key) if key else None,
            "key": key, "hits": [],
        }  # fmt: skip
        hits = found.setdefault(key, about)["hits"]
        if row["resolution"] is not None:
            hits.append({n: row[n] for n in ("label", "resolution", "action", "in_resolution")})
    return list(found.values())


def scope_of(given: dict[str, str]) -> dict[str, str]:
    """Return the council and supplier a picture is of, from an address."""
    return {n: given[n].replace("\0", "")[:300] for n in ("council", "supplier") if n in given}
