"""Whose page is it: the council row for a page's hosts, footer or address, or for a name.

A page seldom says whose it is (MARKUP 1). What does: the address it was saved from, the hosts it
links to and writes from, the copyright line of its footer. A name in the running text never
decides; several councils of equal claim give none. The rows stand in `data/councils.csv`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors import data
from schemas.document import Document, Notice
from schemas.records import Council

# Suffixes under which anybody registers a name.
_SUFFIXES = (
    ".gov.uk", ".gov.wales", ".llyw.cymru", ".gov.scot", ".org.uk", ".co.uk", ".ac.uk", ".nhs.uk",
    ".police.uk", ".uk.com", ".uk.net", ".me.uk", ".com", ".org", ".info", ".net", ".wales",
    ".cymru", ".scot", ".uk", ".tv",
)  # fmt: skip
# Hosts that vendors share out: the label in front is the council's, the rest says nothing.
_VENDORS = (".moderngov.co.uk", ".cmis.uk.com", ".public-i.tv")
_MASTERY = 4  # one council's hosts must be so many times another's to outweigh it

_HOST = re.compile(
    r"(?:[a-z]{1,8}:)?//([^/?#\s:]{1,255})|^([\w.-]{1,255}\.[a-z]{2,10})(?=[/?#:]|$)"
)
_WORD = re.compile(r"[a-z0-9]+(?:'s)?")
_SIGN = re.compile(r"(?:©|\(c\)|\bcopyright\b)", re.IGNORECASE)
_DIVIDER = re.compile(r"[|·•]")
_BY_SIGN = 160  # characters after the copyright sign in which the name stands
_SLUG = re.compile(r"[^a-z0-9]+")

# Words that say what kind of council it is, and those that only join.
_KINDS = frozenset(("borough", "district", "county", "city", "metropolitan", "london", "royal"))
_JOINS = frozenset(("council", "the", "of", "and", "cyngor"))
_LONGEST = 12  # words of a name

_FRONTS = (
    "london borough of {}", "royal borough of {}", "borough of {}", "city of {}",
    "county borough of {}", "metropolitan borough of {}", "county of {}", "district of {}",
)  # fmt: skip
_BACKS = (
    "{} council", "{} borough council", "{} district council", "{} county council",
    "{} city council", "{} metropolitan borough council", "{} county borough council",
    "{} city and district council", "{} metropolitan district council",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """The councils that a page may belong to and why; `council` where there is one only."""

    councils: tuple[Council, ...] = ()
    reason: str | None = None
    notice: Notice | None = None

    @property
    def council(self) -> Council | None:
        """Return the council, None where there is none or more than one."""
        return self.councils[0] if len(self.councils) == 1 else None


@dataclass(frozen=True, slots=True)
class _Entry:
    council: Council
    ended: str
    host: str
    domain: str
    core: str  # the name without the words of its kind
    kinds: frozenset[str]


def candidates(
    hosts: Iterable[str] = (),
    mails: Iterable[str] = (),
    footer: str | None = None,
    saved_from: str | None = None,
    date: str | None = None,
) -> Finding:
    """Return the councils that a page may belong to, by the first sign that speaks.

    `hosts` of absolute links and `mails` domains, repeats included; `footer` chrome text;
    `saved_from` an address; `date` an ISO date of the page, by which councils that had ended (or
    not begun) are left out where several share a host.
    """
    named = _by_footer(footer or "")
    address = _host(saved_from or "")
    if address and (found := _of_host(address)):
        return _finding(found, "saved-from address", footer, date)
    # A page saved from a host that our list lacks is nobody's whom it merely links to.
    is_strange = "." in address
    found, is_own = _by_hosts([] if is_strange else [_clean(h) for h in (*hosts, *mails)])
    if not found:
        return _finding(named, "copyright line", None, date)
    if not is_own and len(named) == 1 and named[0] not in found:
        return _finding((*found, *named), "hosts against copyright line", None, date)
    return _finding(found, "hosts of links and mail addresses", footer, date)


def of_document(document: Document, date: str | None = None) -> Finding:
    """Return the councils that a document may belong to."""
    saved = dict(reversed(document.meta))
    address = saved.get("saved-from") or saved.get("canonical")
    return candidates(document.hosts, (), document.footer, address, date)


def by_slug(name: str) -> Council | None:
    """Return the council of a folder named by its slug, None for another name.

    >>> by_slug("kingston-upon-thames").code, by_slug("Downloads")
    ('KTT', None)
    """
    found = _slugs().get(_slug(name))
    return found.council if found else None


def by_name(text: str) -> Council:
    """Return the council of a code, slug or name; one without a code for an unknown name.

    >>> by_name("the KENT county council").code, by_name("royal borough of Greenwich").code
    ('KEN', 'GRE')
    >>> by_name("Moorland Fire Authority")
    Council(id=0, code=None, slug='moorland-fire-authority', name='Moorland Fire Authority', \
nation=None, platform=None, base_url=None)
    """
    said = " ".join(text.split())
    known = _codes().get(said.lower()) or _slugs().get(_slug(said)) or _named(said)
    if known:
        return known.council
    return Council(slug=_slug(said), name=said)


def _finding(
    found: tuple[_Entry, ...], reason: str, footer: str | None, date: str | None
) -> Finding:
    """Break a tie by the footer and the date; what stays tied is a notice."""
    if not found:
        return Finding()
    if len(found) > 1 and footer:
        named = {e.council.slug for e in _by_footer(footer)}
        found = tuple(e for e in found if e.council.slug in named) or found
    if len(found) > 1 and date:
        found = _living(found, date)
    councils = tuple(e.council for e in found)
    if len(councils) == 1:
        return Finding(councils, reason)
    names = ", ".join(c.name for c in councils[:4])
    return Finding(councils, reason, Notice("council.tie", f"{reason}: may be {names}"))


def _living(found: tuple[_Entry, ...], date: str) -> tuple[_Entry, ...]:
    """Return those that lived on a date; of those that ended, their successor came after."""
    alive = tuple(e for e in found if not e.ended or e.ended >= date[:10])
    ending = tuple(e for e in alive if e.ended)
    return ending or alive or found


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(_entry(row) for row in data.table("councils.csv"))


def _entry(row: dict[str, str]) -> _Entry:
    council = Council(
        code=row["code"] or None,
        slug=row["slug"],
        name=row["name"],
        nation=row["nation"] or None,
        platform=row["platform"] or None,
        base_url=row["base_url"] or None,
    )
    host = _host(row["base_url"])
    words = _words(row["name"])
    return _Entry(council, row["ended"], host, _own_domain(host), _core(words), _kinds(words))


@cache
def _codes() -> dict[str, _Entry]:
    return {e.council.code.lower(): e for e in _entries() if e.council.code}


@cache
def _slugs() -> dict[str, _Entry]:
    return {e.council.slug: e for e in _entries()}


@cache
def _domains() -> dict[str, tuple[_Entry, ...]]:
    """Return the councils by host and by own domain."""
    found: dict[str, tuple[_Entry, ...]] = {}
    for entry in _entries():
        for name in {entry.host, entry.domain} - {""}:
            found[name] = (*found.get(name, ()), entry)
    return found


def _clean(host: str) -> str:
    return host.strip().lower().rstrip(".").removeprefix("www.")


def _host(address: str) -> str:
    address = address[max(address.rfind("http://"), address.rfind("https://"), 0) :]  # archives
    found = _HOST.search(address.strip().lower())
    return _clean((found.group(1) or found.group(2)).rpartition("@")[2]) if found else ""


def _own_domain(host: str) -> str:
    """Return the domain a host belongs to: of "kent.moderngov.co.uk" the guess "kent.gov.uk".

    >>> _own_domain("democracy.leeds.gov.uk"), _own_domain("bury.moderngov.co.uk")
    ('leeds.gov.uk', 'bury.gov.uk')
    """
    for vendor in _VENDORS:
        if host.endswith(vendor):
            return host.removesuffix(vendor).rpartition(".")[2] + ".gov.uk"
    for suffix in _SUFFIXES:
        if host.endswith(suffix):
            label = host.removesuffix(suffix).rpartition(".")[2]
            return label + suffix if label else ""
    return ""


def _of_host(host: str) -> tuple[_Entry, ...]:
    """Return the councils whose host it is, or to whose domain it belongs."""
    known = _domains()
    if host.endswith(_VENDORS) and host not in known:
        return known.get(_own_domain(host), ())
    while host.count(".") > 1 or host in known:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
        if "." + host in _SUFFIXES:
            return ()
    return ()


def _by_hosts(hosts: list[str]) -> tuple[tuple[_Entry, ...], bool]:
    """Return the councils that the hosts point to, one that outweighs the others or all.

    True with them where it is by the very host that the council's pages stand on.
    """
    claims: Counter[tuple[_Entry, ...]] = Counter()
    own: set[tuple[_Entry, ...]] = set()
    for host in hosts:
        found = _of_host(host)
        if found:
            claims[found] += 1
            if any(host == entry.host for entry in found):
                own.add(found)
    if len(own) == 1:
        return next(iter(own)), True
    ranked = claims.most_common()
    if ranked and (len(ranked) == 1 or ranked[0][1] >= _MASTERY * ranked[1][1]):
        return ranked[0][0], False
    return tuple(dict.fromkeys(entry for found, _ in ranked for entry in found)), False


# Names


def _slug(name: str) -> str:
    plain = name.lower().replace("&", " and ").replace("'", "").replace("’", "")
    return _SLUG.sub("-", plain).strip("-")


def _words(name: str) -> tuple[str, ...]:
    plain = name.lower().replace("&", " and ").replace("’", "'").replace("-", " ")
    return tuple(word.replace("'", "") for word in _WORD.findall(plain))


def _core(words: tuple[str, ...]) -> str:
    kept = [w for w in words if w not in _KINDS and w not in ("council", "the")]
    while kept and kept[0] in _JOINS:
        kept = kept[1:]
    while kept and kept[-1] in _JOINS:
        kept = kept[:-1]
    return " ".join(kept)


def _kinds(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words) & _KINDS


def _named(text: str) -> _Entry | None:
    """Return the council of a name: all words alike, else the same place and no other kind."""
    words = _words(text)
    said = " ".join(w for w in words if w != "the")
    same = [e for e in _entries() if " ".join(_words(e.council.name)).removeprefix("the ") == said]
    if len(same) == 1:
        return same[0]
    core, kinds = _core(words), _kinds(words)
    near = [
        e for e in _entries() if e.core == core and core and (kinds <= e.kinds or e.kinds <= kinds)
    ]
    living = [e for e in near if not e.ended]
    near = near if len(near) == 1 else living
    return near[0] if len(near) == 1 else None


@cache
def _phrases() -> dict[str, tuple[_Entry, ...]]:
    """Return the ways of writing each council's name; a listed full name is only its own."""
    full: dict[str, tuple[_Entry, ...]] = {}
    for entry in _entries():
        name = " ".join(_words(entry.council.name)).removeprefix("the ")
        full[name] = (*full.get(name, ()), entry)
    ways: dict[str, tuple[_Entry, ...]] = {}
    for entry in _entries():
        for pattern in (*_FRONTS, *_BACKS):
            way = pattern.format(entry.core)
            if entry.core and way not in full and _fits(way, entry):
                ways[way] = (*ways.get(way, ()), entry)
    return {**ways, **full}


def _fits(way: str, entry: _Entry) -> bool:
    """Tell whether a way of writing a name contradicts the kind of council."""
    kinds = _kinds(tuple(way.split()))
    return kinds <= entry.kinds or entry.kinds <= kinds


@cache
def _openers() -> frozenset[str]:
    return frozenset(phrase.split(" ", 1)[0] for phrase in _phrases())


@lru_cache(maxsize=64)  # a site's pages share their footer
def _by_footer(footer: str) -> tuple[_Entry, ...]:
    """Return the councils whose full name stands at the copyright sign, else in the footer."""
    for sign in _SIGN.finditer(footer):
        found = _in_words(_DIVIDER.split(footer[sign.end() : sign.end() + _BY_SIGN])[0])
        if found:
            return found
    return _in_words(footer)


def _in_words(text: str) -> tuple[_Entry, ...]:
    words, known = _words(text[:1_000]), _phrases()
    found: dict[_Entry, None] = {}
    at = 0
    while at < len(words):
        if words[at] not in _openers():
            at += 1
            continue
        for length in range(min(_LONGEST, len(words) - at), 1, -1):
            entries = known.get(" ".join(words[at : at + length]))
            if entries:
                found.update(dict.fromkeys(entries))
                at += length - 1
                break
        at += 1
    return tuple(found)
