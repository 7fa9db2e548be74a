"""Organisations, from their mentions: two names are one where their folded forms are equal, where
`same_names` has evidence that they are, or where a person said so (`name_rulings`).

Better two rows for one firm than one row for two: firms of two legal forms are two.
"""

from collections import defaultdict
from collections.abc import Hashable

from extractors.organisations import legal
from pipeline.book import Book, Values
from pipeline.derive import name_rulings, same_names
from pipeline.derive.name_rulings import Rulings
from pipeline.derive.same_names import Link, Use

_MENTIONS = """SELECT n.id, n.name, n.quote, n.role, n.org_kind, n.organisation_id, n.document_id,
    o.council_id
    FROM mentions n JOIN documents o ON o.id = n.document_id ORDER BY o.key, n.start, n.id"""
_TIED = ("amounts", "savings", "kpis")
_OF_MENTION = {
    table: f"""UPDATE {table} SET organisation_id =
    (SELECT n.organisation_id FROM mentions n WHERE n.id = {table}.mention_id)
    WHERE organisation_id IS NOT
    (SELECT n.organisation_id FROM mentions n WHERE n.id = {table}.mention_id)"""  # noqa: S608
    for table in _TIED
}


def derive_organisations(book: Book, rulings: Rulings | None = None) -> None:
    """Make the organisations with their names and tie mentions, sums and indicators to them.

    `rulings` are those of the file beside the database where they are not given.
    """
    said = name_rulings.of(book) if rulings is None else rulings
    mentions = [dict(row._mapping) for row in book.ask(_MENTIONS)]
    links = _keyed(mentions, said)
    groups: dict[str, list[Values]] = {}
    for mention in mentions:
        groups.setdefault(_root(mention["key"], links), []).append(mention)
    numbers = {row["name"]: row["company_number"] for row in book.rows("organisations")}
    wanted = [_organisation(root, found, said) for root, found in groups.items()]
    for row in wanted:
        row["company_number"] = numbers.get(row["name"])
    _store(book, groups, wanted, links)


def _store(
    book: Book, groups: dict[str, list[Values]], wanted: list[Values], links: dict[str, Link]
) -> None:
    roots = dict(zip((row["name"] for row in wanted), groups, strict=False))
    ids, gone = book.match("organisations", wanted, lambda row: _named(row, roots))
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
        for name in _names(organisation_id, row["name"], mentions, links)
    ]
    _, stale = book.match("organisation_names", names, _spelled)
    book.drop_all("organisation_names", stale)
    for table in _TIED:
        book.do(_OF_MENTION[table])
    book.drop_all("organisations", gone)


def _named(row: Values, roots: dict[str, str]) -> Hashable:
    """Return what an organisation keeps its number by: the folded name, or its group's."""
    return roots.get(row["name"]) or _key(row["name"])


def _spelled(row: Values) -> Hashable:
    return row["organisation_id"], row["name"]


def _key(name: str) -> str:
    return legal.key(name) or name.casefold().strip()


# -- which names are one ------------------------------------------------------------------------


def _keyed(mentions: list[Values], said: Rulings) -> dict[str, Link]:
    """Give each mention its folded name; return which of these stand for others."""
    for mention in mentions:
        name = " ".join(mention["name"].split())
        mention["key"] = f"{_key(name)}\0{name}" if name in said.alone else _key(name)
    _part_forms(mentions)
    uses = [_use(mention) for mention in mentions]
    _long_forms(mentions, uses, said)
    keys = list(dict.fromkeys(mention["key"] for mention in mentions))
    links = {
        key: Link(to, "alias", None, name_rulings.FILE)
        for key, to in said.merged.items()
        if said.one(key) != key
    }
    for key, link in (*same_names.spelled_alike(keys), *same_names.slips(uses)):
        if key not in links and not _apart(key, link.to, links, said):
            links[key] = link
    return links


def _use(mention: Values) -> Use:
    return Use(
        mention["key"],
        " ".join(mention["quote"].split()),
        mention["document_id"],
        mention["council_id"],
        mention["org_kind"] == "public_body",
    )


def _part_forms(mentions: list[Values]) -> None:
    """Part names that differ in their legal form: "Esk Ltd" and "Esk plc" are two companies.

    A mention without a form goes with the form that its document prints, if that is one.
    """
    forms: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for mention in mentions:
        if registered := legal.registered(mention["name"]):
            forms[mention["key"]][registered].add(mention["document_id"])
    for mention in mentions:
        found = forms.get(mention["key"], {})
        if len(found) > 1:
            document = mention["document_id"]
            own = legal.registered(mention["name"])
            here = [form for form, documents in found.items() if document in documents]
            mention["key"] = own or (here[0] if len(here) == 1 else mention["key"])


def _long_forms(mentions: list[Values], uses: list[Use], said: Rulings) -> None:
    """Read an abbreviation without a meaning on its page by the one that its council gives it."""
    meanings = same_names.defined(uses)
    for mention, use in zip(mentions, uses, strict=True):
        long = meanings.get((use.council, use.key)) if same_names.is_short(use.quote) else None
        if long and long != use.key and frozenset((long, use.key)) not in said.apart:
            mention["key"] = long


def _apart(key: str, to: str, links: dict[str, Link], said: Rulings) -> bool:
    """Tell whether a person parted two names, or linking them would go round in a ring."""
    return (
        frozenset((key, to)) in said.apart
        or frozenset((_root(key, links), _root(to, links))) in said.apart
        or _root(to, links) == key
    )


def _root(key: str, links: dict[str, Link]) -> str:
    for _ in range(len(links) + 1):
        if key not in links:
            return key
        key = links[key].to
    return key


# -- rows -----------------------------------------------------------------------------------------


def _organisation(root: str, mentions: list[Values], said: Rulings) -> Values:
    keys = {root, *(mention["key"] for mention in mentions)}
    kinds = {m["org_kind"] for m in mentions}
    supplies = any(m["role"] == "supplier" for m in mentions) or "supplier" in kinds
    supplies = supplies and not keys & said.no_suppliers
    kind = "supplier" if supplies else "public_body" if "public_body" in kinds else "other"
    own = [" ".join(m["name"].split()) for m in mentions if m["key"] == root]
    called = next((said.called[key] for key in sorted(keys) if key in said.called), None)
    name = called or (same_names.counted(own)[0] if own else None) or said.names.get(root)
    met = (" ".join(m["name"].split()) for m in mentions)
    return {"name": name or same_names.counted(met)[0], "kind": kind, "company_number": None}


def _names(
    organisation_id: int, canonical: str, mentions: list[Values], links: dict[str, Link]
) -> list[Values]:
    """Return the spellings met: those of the name itself and what stood for it, and why."""
    found: dict[str, Values] = {}
    for mention in mentions:
        name, quote = (" ".join(mention[c].split()) for c in ("name", "quote"))
        link = links.get(mention["key"])
        own = _key(name)
        if link:
            told = {"match": link.match, "score": link.score, "reason": link.reason}
        elif mention["key"].split("\0")[0] not in (own, legal.registered(name)):
            told = _told("acronym", "defined in another document of the council")
        else:
            told = _told("exact" if name == canonical else "suffix")
        found.setdefault(name, told)
        if _key(quote) != own:
            found.setdefault(quote, _told("acronym" if same_names.is_short(quote) else "alias"))
    return [
        {"organisation_id": organisation_id, "name": name, **told}
        for name, told in sorted(found.items())
    ]


def _told(match: str, reason: str | None = None) -> Values:
    return {"match": match, "score": None, "reason": reason}
