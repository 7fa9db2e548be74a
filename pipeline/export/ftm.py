"""Suppliers, councils and awards as FollowTheMoney entities (https://followthemoney.tech).

One JSON object a line, as `ftm` and Aleph read them. An award is a sum of kind `contract` that the
text ties to a supplier; a supplier named without one is linked to the council by an UnknownLink.
Every entity of a decision has its key as `recordId`, and the very words as `summary`.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.ask_queries import once
from pipeline.export.rows import Source
from pipeline.export.stream import Record, asked, bare, words, written

FILE = "entities.ftm.json"
_COUNCILS = "select slug, name, base_url from councils where {councils} order by slug"
_SUPPLIERS = """select g.name, g.company_number, (select json_group_array(name) from (
        select distinct name from organisation_names where organisation_id = g.id
        and name <> g.name order by 1)) as spellings
    from organisations g where g.kind = 'supplier'
      and g.id in (select id from organisations where {organisations}) order by g.name, g.id"""
_AWARDS = """select a.pence, a.pence_max, a.currency, a.qualifier, a.per, a.quote, a.start,
        g.name as supplier, d.key, d.title, d.reference, o.key as page, o.url, c.slug,
        coalesce(d.decision_date, d.meeting_date, d.publication_date) as date
    from amounts a join organisations g on g.id = a.organisation_id and g.kind = 'supplier'
    join decisions d on d.id = a.decision_id and {once}
    join documents o on o.id = a.document_id left join councils c on c.id = d.council_id
    where a.kind = 'contract' and a.pence is not null
      and a.id in (select id from amounts where {amounts}) order by d.key, a.id""".replace(
    "{once}", once("amounts", "y.kind = 'contract' and y.pence is not null")
)
_NAMED = """select g.name as supplier, d.key, d.title, min(n.quote) as quote, o.url, c.slug,
        coalesce(d.decision_date, d.meeting_date, d.publication_date) as date
    from mentions n join organisations g on g.id = n.organisation_id and g.kind = 'supplier'
    join decisions d on d.id = n.decision_id and {once}
    join documents o on o.id = n.document_id join councils c on c.id = d.council_id
    where n.role in ('supplier', 'other') and n.id in (select id from mentions where {mentions})
      and not exists (select 1 from decisions e join amounts a on a.decision_id = e.id
        where (e.id = coalesce(d.same_as, d.id) or e.same_as = coalesce(d.same_as, d.id))
        and a.organisation_id = g.id and a.kind = 'contract' and a.pence is not null)
    group by d.id, g.id order by d.key, g.name""".replace(
    "{once}", once("mentions", "y.role in ('supplier', 'other')")
)


def write_ftm(folder: Path, source: Source) -> dict[str, int]:
    """Write the entities and return how many there are."""
    return {FILE: written(_entities(source), folder / FILE)}


def _entities(source: Source) -> Iterator[Record]:
    yield from _councils(source)
    yield from _suppliers(source)
    yield from _awards(source)
    yield from _links(source)


def _entity(schema: str, own: str, **said: str | None) -> Record:
    """Return an entity; a property that is not known is not there."""
    properties = {name: [value] for name, value in bare(said).items()}
    return {"id": own, "schema": schema, "properties": properties}


def _own(kind: str, *names: str) -> str:
    """Return an entity's id: the same for the same names, in every export."""
    whole = json.dumps([kind, *names], ensure_ascii=False).encode()
    return f"minutebook-{kind}-{hashlib.sha256(whole).hexdigest()[:24]}"


def _councils(source: Source) -> Iterator[Record]:
    for row in asked(source, _COUNCILS):
        own = _own("council", row["slug"])
        yield _entity(
            "PublicBody", own, name=row["name"], country="gb", website=_link(row["base_url"])
        )


def _suppliers(source: Source) -> Iterator[Record]:
    for row in asked(source, _SUPPLIERS):
        number = row["company_number"]
        found = _entity(
            "Company" if number else "Organization",
            _own("supplier", row["name"]),
            name=row["name"],
            registrationNumber=number,
            jurisdiction="gb" if number else None,
        )
        if spellings := json.loads(row["spellings"]):
            found["properties"]["alias"] = spellings
        yield found


def _awards(source: Source) -> Iterator[Record]:
    last = None
    for row in asked(source, _AWARDS):
        contract = _own("contract", row["key"])
        council = _own("council", row["slug"]) if row["slug"] else None
        if contract != last:
            last = contract
            yield _entity(
                "Contract", contract, name=words(source, row["title"]) or row["key"],
                authority=council, sourceUrl=_link(row["url"]),
            )  # fmt: skip
        yield _entity(
            "ContractAward",
            _own("award", row["page"], str(row["start"]), row["supplier"]),
            supplier=_own("supplier", row["supplier"]),
            contract=contract,
            amount=_sum(row["pence"]),
            currency=row["currency"],
            date=row["date"],
            recordId=row["key"],
            sourceUrl=_link(row["url"]),
            summary=words(source, row["quote"]),
            description=_said(row["qualifier"], row["per"], row["pence_max"]),
        )


def _links(source: Source) -> Iterator[Record]:
    for row in asked(source, _NAMED):
        yield _entity(
            "UnknownLink",
            _own("named", row["key"], row["supplier"]),
            subject=_own("council", row["slug"]),
            object=_own("supplier", row["supplier"]),
            role="named as supplier in a decision",
            date=row["date"],
            recordId=row["key"],
            sourceUrl=_link(row["url"]),
            summary=words(source, row["quote"]),
            description=words(source, row["title"]),
        )


def _link(address: str | None) -> str | None:
    """Return an address that a page may link to, else None."""
    return address if address and address.startswith(("http://", "https://")) else None


def _sum(pence: int) -> str:
    """Return pounds exactly.

    >>> _sum(728450005), _sum(-50)
    ('7284500.05', '-0.50')
    """
    whole, rest = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}{whole}.{rest:02d}"


def _said(qualifier: str | None, per: str | None, most: int | None) -> str | None:
    """Return what limits a sum, in words: it is not to be added up as it stands."""
    parts = [qualifier.replace("_", " ") if qualifier else None, f"per {per}" if per else None]
    parts.append(f"up to {_sum(most)}" if most is not None else None)
    return ", ".join(part for part in parts if part) or None
