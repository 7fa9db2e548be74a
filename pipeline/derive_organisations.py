"""Organisations, from their mentions: two names are one only where their folded forms are equal.

Better two rows for one firm than one row for two.
"""

from collections import Counter
from collections.abc import Hashable

from extractors import legal
from pipeline.book import Book, Values

_MENTIONS = """SELECT n.id, n.name, n.quote, n.role, n.org_kind, n.organisation_id
    FROM mentions n JOIN documents o ON o.id = n.document_id ORDER BY o.key, n.start, n.id"""
_TIED = ("amounts", "savings", "kpis")
_OF_MENTION = {
    table: f"""UPDATE {table} SET organisation_id =
    (SELECT n.organisation_id FROM mentions n WHERE n.id = {table}.mention_id)
    WHERE organisation_id IS NOT
    (SELECT n.organisation_id FROM mentions n WHERE n.id = {table}.mention_id)"""  # noqa: S608
    for table in _TIED
}


def derive_organisations(book: Book) -> None:
    """Make the organisations with their names and tie mentions, sums and indicators to them."""
    groups: dict[str, list[Values]] = {}
    for row in book.ask(_MENTIONS):
        mention = dict(row._mapping)
        groups.setdefault(_key(mention["name"]), []).append(mention)
    wanted = [_organisation(mentions) for mentions in groups.values()]
    ids, gone = book.match("organisations", wanted, lambda row: _key(row["name"]))
    changed = [
        (mention["id"], organisation_id)
        for organisation_id, mentions in zip(ids, groups.values(), strict=True)
        for mention in mentions
        if mention["organisation_id"] != organisation_id
    ]
    book.set_all("mentions", "organisation_id", changed)
    names = [
        name
        for organisation_id, row, mentions in zip(ids, wanted, groups.values(), strict=True)
        for name in _names(organisation_id, row["name"], mentions)
    ]
    _, stale = book.match("organisation_names", names, _named)
    book.drop_all("organisation_names", stale)
    for table in _TIED:
        book.do(_OF_MENTION[table])
    book.drop_all("organisations", gone)


def _key(name: str) -> str:
    return legal.key(name) or name.casefold().strip()


def _named(row: Values) -> Hashable:
    return row["organisation_id"], row["name"]


def _organisation(mentions: list[Values]) -> Values:
    counted = Counter(" ".join(m["name"].split()) for m in mentions)
    kinds = {m["org_kind"] for m in mentions}
    supplies = any(m["role"] == "supplier" for m in mentions) or "supplier" in kinds
    kind = "supplier" if supplies else "public_body" if "public_body" in kinds else "other"
    name = min(counted, key=lambda n: (-counted[n], -len(n), n))
    return {"name": name, "kind": kind, "company_number": None}


def _names(organisation_id: int, canonical: str, mentions: list[Values]) -> list[Values]:
    """Return the spellings met: those of the name itself, and what stood for it."""
    found: dict[str, str] = {}
    for mention in mentions:
        name, quote = (" ".join(mention[c].split()) for c in ("name", "quote"))
        found.setdefault(name, "exact" if name == canonical else "suffix")
        if _key(quote) != _key(name):
            short = quote.isupper() and " " not in quote
            found.setdefault(quote, "acronym" if short else "alias")
    return [
        {"organisation_id": organisation_id, "name": name, "match": match}
        for name, match in sorted(found.items())
    ]
