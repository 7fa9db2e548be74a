"""What the pictures show: figures by year, quarter or month, their SQL, and their words."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from pipeline.web.database import NAME
from pipeline.web.words import label

MOST = 24  # bars of a picture: the latest years, quarters or months


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture to be drawn: a bar for each category, a colour for each series."""

    name: str
    title: str
    unit: str
    sql: str
    series: tuple[str, ...]  # in the order of the bars' parts; the query's second column
    note: str = ""


# Each query gives category, series and a figure; PLACE is whose they are: plain conditions, so that
# the indexes serve, on :council, a slug, and :supplier, a name. `+` keeps the index of `same_as`,
# in which most rows are alike, from being taken for a better one.
_PLACES = {
    "council": "c.slug = :council",
    "supplier": "x.organisation_id in (select id from organisations where name = :supplier)",
}
_SAVINGS = """
select year, status, sum(pence) / 100.0 as pounds from (
    select distinct coalesce(x.financial_year, 'year not stated') as year, x.status, x.pence,
        coalesce(x.decision_id, -x.document_id) as said_in
    from savings x join documents o on o.id = x.document_id
    left join decisions d on d.id = x.decision_id
    left join councils c on c.id = o.council_id
    where x.pence is not null and (d.id is null or d.same_as is null) and PLACE)
group by year, status order by year, status"""
_AWARDS = """
select {0} as category, 'contract sums' as series, sum(pence) / 100.0 as pounds from (
    select distinct x.decision_id, x.organisation_id, x.pence, g.name,
        substr(coalesce(d.decision_date, d.meeting_date, 'no date'), 1, 4) as year
    from amounts x join decisions d on d.id = x.decision_id and +d.same_as is null
    join organisations g on g.id = x.organisation_id and g.kind = 'supplier'
    left join councils c on c.id = d.council_id
    where x.kind = 'contract' and x.per is null and x.pence is not null and x.currency = 'GBP'
      and PLACE)
group by category order by {1}"""
_INDICATORS = """
select substr(x.period_end, 1, 4) || ' Q' || ((cast(substr(x.period_end, 6, 2) as integer) + 2) / 3)
        as quarter,
    case when x.outcome in ('met', 'exceeded', 'on_track') then 'met'
         when x.outcome = 'unknown' then 'not stated' else 'missed' end as outcome, count(*) as n
from kpis x join documents o on o.id = x.document_id
left join decisions d on d.id = x.decision_id
left join councils c on c.id = o.council_id
where x.period_end is not null and (d.id is null or d.same_as is null) and PLACE
group by quarter, outcome order by quarter, outcome"""
_COVERAGE = """
select substr(day, 1, 7) as month, 'decisions' as series, sum(decisions) as n from (
    select (select min(coalesce(d.decision_date, d.meeting_date, d.publication_date, d.due_from))
                from decisions d where d.document_id = o.id) as day,
        (select count(*) from decisions d where d.document_id = o.id) as decisions
    from documents o left join councils c on c.id = o.council_id where PLACE)
where day is not null group by month order by month"""

FIGURES = {
    f.name: f
    for f in (
        Figure(
            "savings", "Savings by financial year and how far they have come", "£", _SAVINGS,
            ("achieved", "agreed", "forecast", "proposed", "target", "not_achieved", "unknown"),
            "Totals and their parts are both counted where a page prints both.",
        ),
        Figure(
            "awards", "Contract sums by supplier", "£",
            _AWARDS.format("name", "pounds desc limit 12"), ("contract sums",),
            "Only sums the text ties to the supplier; rates (a year, an hour) are left out.",
        ),
        Figure(
            "awards-by-year", "Contract sums by year of decision", "£",
            _AWARDS.format("year", "year"), ("contract sums",),
            "Only sums the text ties to the supplier; rates (a year, an hour) are left out.",
        ),
        Figure(
            "indicators", "Indicators met and missed, by quarter", "", _INDICATORS,
            ("met", "missed", "not stated"), "By the calendar quarter in which the period ended.",
        ),
        Figure(
            "coverage", "Decisions read, by month", "", _COVERAGE, ("decisions",),
            "Months without a bar were not read, or had no decisions.",
        ),
    )
}  # fmt: skip


def drawn(
    db: sqlite3.Connection, name: str, scope: Mapping[str, str], whose: str
) -> dict[str, Any] | None:
    """Return a figure's numbers, words and addresses; None where there is nothing to draw."""
    figure = FIGURES[name]
    values = {what: scope[what] for what in _PLACES if scope.get(what)}
    if name == "coverage" and "supplier" in values:
        return None  # what was read is of councils alone
    place = " and ".join(_PLACES[what] for what in values) or "1"
    sql = figure.sql.strip().replace("PLACE", place)
    rows = [tuple(r) for r in db.execute(sql, values)]
    categories = list(dict.fromkeys(str(r[0]) for r in rows))
    categories = categories[:MOST] if name == "awards" else categories[-MOST:]
    told = [s for s in figure.series if any(r[1] == s for r in rows)]
    found = {(str(r[0]), r[1]): r[2] or 0 for r in rows}
    if not categories:
        return None
    said = urlencode(values)
    return {
        "name": name, "title": figure.title, "whose": whose, "unit": figure.unit,
        "note": figure.note, "categories": categories,
        "series": [
            {"name": s, "values": [found.get((c, s), 0) for c in categories]} for s in told
        ],
        "sql": sql,
        "query": f"/{NAME}?" + urlencode({"sql": sql, **values}),
        "picture": f"/-/chart/{name}.svg" + (f"?{said}" if said else ""),
        "dark": f"/-/chart/{name}.svg?" + (f"{said}&" if said else "") + "paper=dark",
        "alt": _alt(figure, whose, categories, told, found),
    }  # fmt: skip


def _alt(
    figure: Figure,
    whose: str,
    categories: list[str],
    told: list[str],
    found: Mapping[tuple[str, Any], float],
) -> str:
    """Say in words what the picture shows: its span, and the total of each series."""
    sums = {name: sum(found.get((c, name), 0) for c in categories) for name in told}
    totals = ", ".join(f"{label(n)} {figure.unit}{total:,.0f}" for n, total in sums.items())
    span = categories[0] if len(categories) == 1 else f"{categories[0]} to {categories[-1]}"
    kind = f"{len(categories)} suppliers" if figure.name == "awards" else span
    return f"Bar chart: {figure.title}, {whose}, {kind}. Totals: {totals}. The figures are below."
