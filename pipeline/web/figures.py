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


# Each query gives category, series and a figure; :council is a slug, :supplier a name, or empty.
_PLACE = "(:council = '' or c.slug = :council) and (:supplier = '' or g.name = :supplier)"
_SAVINGS = f"""
select year, status, sum(pence) / 100.0 as pounds from (
    select distinct coalesce(s.financial_year, 'year not stated') as year, s.status, s.pence,
        coalesce(s.decision_id, -s.document_id) as said_in
    from savings s join documents o on o.id = s.document_id
    left join decisions d on d.id = s.decision_id
    left join councils c on c.id = o.council_id
    left join organisations g on g.id = s.organisation_id
    where s.pence is not null and (d.id is null or d.same_as is null) and {_PLACE})
group by year, status order by year, status"""  # noqa: S608
_AWARDS = f"""
select {{0}} as category, 'contract sums' as series, sum(pence) / 100.0 as pounds from (
    select distinct a.decision_id, a.organisation_id, a.pence, g.name,
        substr(coalesce(d.decision_date, d.meeting_date, 'no date'), 1, 4) as year
    from amounts a join decisions d on d.id = a.decision_id and d.same_as is null
    join organisations g on g.id = a.organisation_id and g.kind = 'supplier'
    left join councils c on c.id = d.council_id
    where a.kind = 'contract' and a.per is null and a.pence is not null and a.currency = 'GBP'
      and {_PLACE})
group by category order by {{1}}"""  # noqa: S608
_INDICATORS = f"""
select substr(k.period_end, 1, 4) || ' Q' || ((cast(substr(k.period_end, 6, 2) as integer) + 2) / 3)
        as quarter,
    case when k.outcome in ('met', 'exceeded', 'on_track') then 'met'
         when k.outcome = 'unknown' then 'not stated' else 'missed' end as outcome, count(*) as n
from kpis k join documents o on o.id = k.document_id
left join decisions d on d.id = k.decision_id
left join councils c on c.id = o.council_id left join organisations g on g.id = k.organisation_id
where k.period_end is not null and (d.id is null or d.same_as is null) and {_PLACE}
group by quarter, outcome order by quarter, outcome"""  # noqa: S608
_COVERAGE = """
select month, 'decisions' as series, sum(decisions) as n from coverage
where month is not null and (:council = '' or council_slug = :council) and :supplier = ''
group by month order by month"""

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
    values = {"council": scope.get("council", ""), "supplier": scope.get("supplier", "")}
    rows = [tuple(r) for r in db.execute(figure.sql, values)]
    categories = list(dict.fromkeys(str(r[0]) for r in rows))
    categories = categories[:MOST] if name == "awards" else categories[-MOST:]
    told = [s for s in figure.series if any(r[1] == s for r in rows)]
    found = {(str(r[0]), r[1]): r[2] or 0 for r in rows}
    if not categories:
        return None
    said = urlencode({k: v for k, v in values.items() if v})
    return {
        "name": name, "title": figure.title, "whose": whose, "unit": figure.unit,
        "note": figure.note, "categories": categories,
        "series": [
            {"name": s, "values": [found.get((c, s), 0) for c in categories]} for s in told
        ],
        "sql": figure.sql.strip(),
        "query": f"/{NAME}?" + urlencode({"sql": figure.sql.strip(), **values}),
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
