"""People of template lines: contacts, report authors, lead officers.

A contact line runs `name, role Email: x Tel: n, name Email: x.`; any part may be missing, an
address may end in the line's own full stop, a post may stand where a name should (FIELD_GUIDE 11).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.organisations.shapes import forenames, not_names
from extractors.people.contact_names import (
    POST,
    apart,
    before_post,
    is_name,
    post_of,
    several,
    trim,
    unjoined,
    untitled,
)
from schemas.document import Document
from schemas.facts import Person, Proof

# One part of a line: an address, a number, a label of one, a lost address.
_TOKEN = re.compile(
    r"""
      (?P<lost> \bext(?:ension)?\.?:?\s?[0-9]{2,6}\b(?![ ]?[0-9]{3})
        | \[email\s?(?:protected|address)\] )
    | (?P<email> (?<![\w.+'-]) [\w.+'-]{1,64} @ [\w-]{1,63} (?: \.[\w-]{1,63} ){1,6} )
    | (?P<label> \b (?: e-?mails?(?:\saddress)? | tel(?:ephone)?(?:\s(?:no|number))? | phone
        | (?:direct\s)?(?:line|dial) | mob(?:ile)? | contact\s(?:no|number) | ffôn | e-?bost
        | ebost )
        \b \s? [.:;]{0,2} (?=[\s(+0-9;:]|$) | \b[tem]: )
    | (?P<phone> (?: \(?\+44\)? [\s(]{0,2} | \(? 0 ) [0-9(] [0-9 ()-]{6,15} [0-9]
        (?: ,? \s? (?:ext|extension|x) \.? :? \s? [0-9]{2,6} )?
      | (?: (?<=tel[ ]) | (?<=tel:[ ]) | (?<=phone[ ]) | (?<=phone:[ ]) )
        [1-9][0-9]{3} [ ]? [0-9]{4} (?![ ]?[0-9]) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Labels of a small form: "Name: Ann Lowe", "Job title: Head of Parks".
_FORM = re.compile(
    r"[\s·•-]{0,9}"
    r"(?:full name|name|(?:job |post )?title|position|post|designation|role|officer)"
    r"(?: of (?:contact |reporting |lead )?(?:officer|author))?\s?:\s{0,9}",
    re.IGNORECASE,
)
# "If members would like more, please contact Ann Lowe": the sentence before names nobody.
_ASKS = re.compile(
    r"\bplease\s(?:contact|e-?mail|call|telephone|ring|speak\sto)\b[ :]{0,3}", re.IGNORECASE
)
# Where an address begins: it is no part of a post, and its lines name nobody.
_PLACE = re.compile(
    r"""\b(?: civic\s(?:centre|offices?|hall|suite) | (?:town|county|city|shire)\shall
      | guild\s?hall | council\s(?:offices?|house)
      | (?:first|second|third|ground|[1-9](?:st|nd|rd|th))\sfloor
      | po\sbox | [0-9]{1,4}[a-z]?,?\s[a-z' -]{2,30}\s(?:street|road|lane|avenue|square|way)
      | [a-z'-]{2,20}\s(?:house|buildings?)$
      | [a-z]{1,2}[0-9][0-9a-z]?\s[0-9][a-z]{2} )\b""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


@dataclass(slots=True)
class _Found:
    """Someone under construction: the span of the words and what belongs to them."""

    start: int
    stop: int
    name: tuple[int, int] | None = None
    post: tuple[int, int] | None = None
    proofs: dict[str, tuple[int, int]] = field(default_factory=dict)


def find(document: Document, start: int, stop: int, role: str) -> Iterator[Person]:
    """Yield the people of a line's value.

    Takes the document, the offsets of the value and the part they play ("contact",
    "report_author", "lead_officer"). Each has a proof for the address and the number.
    """
    for someone in _people(document.reading, start, stop):
        person = _person(document, someone, role)
        if person:
            yield person


def joined(people: Sequence[Person]) -> list[Person]:
    """Return people with the names that addresses without one spell out.

    "Author: Ann Lowe" and below it "Contact details: ann.lowe@…": the address is hers where it
    holds her surname and first initial, and nobody else named fits.
    """
    return [_with_name(p, people) for p in people]


def _with_name(person: Person, people: Sequence[Person]) -> Person:
    if person.name or not person.email:
        return person
    local = re.sub(r"[^a-z]", "", person.email.split("@")[0].casefold())
    fits = {p.name: p for p in people if p.name and not p.email and spells(local, p.name)}
    if len(fits) != 1:
        return person
    known = next(iter(fits.values()))
    proof = Proof("name", known.start, known.stop, known.rule)
    return replace(person, name=known.name, proofs=(*person.proofs, proof))


def spells(local: str, name: str) -> bool:
    """Tell whether an address without its dots is made of a first name or initial and surname."""
    first, *_, last = re.sub(r"[^a-z ]", "", name.casefold()).split() or ["", ""]
    return len(last) > 2 and bool(first) and local in (first + last, first[0] + last, last + first)


def _people(reading: str, start: int, stop: int) -> Iterator[_Found]:
    current: list[_Found] = []
    at = start
    for token in _TOKEN.finditer(reading, start, stop):
        named = _below(reading, current, list(_named(reading, at, token.start())))
        if named:
            yield from current
            current = named
        at = token.end()
        if token.lastgroup in ("email", "phone"):
            current = _give(reading, current, str(token.lastgroup), token)
    named = _below(reading, current, list(_named(reading, at, stop)))
    yield from current
    yield from named


def _below(reading: str, current: list[_Found], named: list[_Found]) -> list[_Found]:
    """Give posts on lines of their own to the names above them (or below, of two lines).

    A name in brackets behind an address goes to the address.
    """
    kept: list[_Found] = []
    for found in named:
        above = kept[-1] if len(kept) == 1 else None
        if not kept and len(current) == 1:
            above = current[-1]
        gap = reading[above.stop : found.start] if above else ""
        if not above or not _belongs(above, found, gap):
            kept.append(found)
            continue
        above.name, above.post = above.name or found.name, above.post or found.post
        above.stop = max(above.stop, found.stop)
    if len(named) == len(kept) == 2 and _is_post_over_name(reading, *kept):
        kept[1].post, kept[1].start = kept[0].post, kept[0].start
        return kept[1:]
    return kept


def _belongs(above: _Found, found: _Found, gap: str) -> bool:
    if above.name and not above.post and found.post and not found.name:
        return "\n" in gap
    return bool(found.name) and not above.name and not above.post and gap.endswith("(")


def _is_post_over_name(reading: str, above: _Found, below: _Found) -> bool:
    parted = "\n" in reading[above.stop : below.start]
    return parted and bool(above.post and not above.name and below.name and not below.post)


def _give(reading: str, people: list[_Found], column: str, token: re.Match[str]) -> list[_Found]:
    """Give an address or number to whom it belongs: by surname, else to the last without one."""
    a, b = token.span()
    while reading[b - 1] in ".,;-'":
        b -= 1
    if reading[a] == "(" and ")" not in token[0]:
        a += 1
    if not people:
        people = [_Found(a, b)]
    owner = people[-1]
    if column == "email" and len(people) > 1:
        local = reading[a:b].split("@")[0].casefold()
        mine = [p for p in people if p.name and _surname(reading, p.name) in local]
        owner = mine[0] if len(mine) == 1 else owner
    known = owner.proofs.get(column)  # of two of the same person the one that spells the name
    if known is None or (column == "email" and _is_nearer(reading, owner, known, (a, b))):
        owner.proofs[column] = (a, b)
        owner.stop = max(owner.stop, b)
    return people


def _is_nearer(reading: str, owner: _Found, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Tell whether the second of two addresses holds a surname that the first lacks."""
    surname = _surname(reading, owner.name) if owner.name else ""
    if reading[slice(*two)].casefold().startswith(reading[slice(*one)].casefold()):
        return True  # the first was cut short by a slip: "jo@esk.gov,uk"
    one_holds, two_holds = (surname in reading[slice(*x)].casefold() for x in (one, two))
    return len(surname) > 2 and two_holds and not one_holds


def _surname(reading: str, name: tuple[int, int]) -> str:
    return re.sub(r"\W", "", reading[slice(*name)].split()[-1]).casefold()


def _named(reading: str, start: int, stop: int) -> Iterator[_Found]:
    """Yield whom the words between addresses name, line by line."""
    while (end := reading.find("\n", start, stop)) >= 0:
        yield from _of_line(reading, start, end)
        start = end + 1
    yield from _of_line(reading, start, stop)


def _of_line(reading: str, start: int, stop: int) -> Iterator[_Found]:
    """Yield whom a piece of one line names: a person, a post, or both."""
    if label := _FORM.match(reading, start, stop):
        start = label.end()
    if asks := _ASKS.search(reading, start, stop):
        start = asks.end()
    if place := _PLACE.search(reading, start, stop):
        stop = place.start()
    start, stop = unjoined(reading, *trim(reading, start, stop))
    words = reading[start:stop]
    if len(words) < 3 or not any(c.isalpha() for c in words) or len(words) > 400:
        return
    if re.fullmatch(r"(?:or|and|on|at|via|by|please|contact|fax|ext)", words, re.IGNORECASE):
        return
    for a, b in several(reading, start, stop):
        yield _Found(a, b, name=untitled(reading, a, b))
    if several(reading, start, stop):
        return
    for a, b in apart(reading, start, stop):
        yield from _each(reading, a, b)


def _each(reading: str, start: int, stop: int) -> Iterator[_Found]:
    """Yield who stands in a piece: one, or several with one post behind them."""
    called, post = before_post(reading, start, stop)
    for name in called:
        yield _Found(name[0], stop, name=name, post=post_of(reading, post, stop))
    if not called:
        yield _one(reading, start, stop)


def is_holder(words: str) -> bool:
    """Tell whether a line names the holder of a post and nothing else.

    >>> is_holder("Head of Parks and Beaches"), is_holder("Review of the Parks Service")
    (True, False)
    """
    return bool(_HOLDER.search(words) and _POST_LINE.fullmatch(words))


_HOLDER = re.compile(
    r"\b(?:director|head of|officer|manager|clerk|(?:team|group|section) lead(?:er)?"
    r"|chief executive|secretary|solicitor|treasurer|engineer|planner|surveyor|adviser|advisor"
    r"|co-?ordinator|administrator|analyst|accountant|auditor|commissioner|specialist|practitioner)\b",
    re.IGNORECASE,
)
_POST_LINE = re.compile(r"[A-Z][\w&,'()/ –-]{3,90}")


# Where a name ends and a post begins: "Jo Marsh, Head of X", "Jo Marsh - Head of X", "Jo (Head)".
_NAME_ENDS = re.compile(r"(?<!\s)\s++(?:,\s*+|[-–—]\s++|\(|:\s++)|,\s*+|\(|:\s++")


def _one(reading: str, start: int, stop: int) -> _Found:
    found = _Found(start, stop)
    cut = _NAME_ENDS.search(reading, start, stop)
    if cut and is_name(reading, start, cut.start()):
        found.name = untitled(reading, start, cut.start())
        found.post = post_of(reading, cut.end(), stop)
        return found
    if is_name(reading, start, stop):
        found.name = untitled(reading, start, stop)
        return found
    cuts = list(_NAME_ENDS.finditer(reading, start, stop))
    last = cuts[-1] if cuts else None
    if last and is_name(reading, *trim(reading, last.end(), stop)):  # "Head of X, Jo Marsh"
        found.post = trim(reading, start, last.start())
        found.name = untitled(reading, *trim(reading, last.end(), stop))
    elif POST.search(reading, start, stop):
        found.post = post_of(reading, start, stop)
        found.stop = max(found.stop, found.post[1])
    elif cut is None and _is_capitalised(reading[start:stop]):
        found.name = untitled(reading, start, stop)
    return found


_LITTLE = frozenset(("and", "&", "of", "for", "the", "to", "in", "on", "with"))


def _is_capitalised(words: str) -> bool:
    """Tell whether words may be a name of a shape that the pattern lacks."""
    parts = words.split()
    if not 2 <= len(parts) <= 4 or not _LITTLE.isdisjoint(parts):
        return False  # "Quays and Ferries": what someone answers for
    return parts[0][0].isupper() and parts[-1][0].isupper()


def _is_vocabulary(name: str) -> bool:
    """Tell whether words are those of papers and posts alone: "(Individual Decision)"."""
    words = name.casefold().split()
    return len(words) > 1 and all(w in not_names() and w not in forenames() for w in words)


def _person(document: Document, found: _Found, role: str) -> Person | None:
    said = {k: document.text[slice(*v)] for k, v in found.proofs.items()}
    name = document.text[slice(*found.name)] if found.name else None
    if name and _is_vocabulary(name):
        name = None
    post = document.text[slice(*found.post)] if found.post else None
    if not (name or post or said):
        return None
    proofs = tuple(Proof(k, *v, f"people.{role}") for k, v in found.proofs.items())
    return Person(
        start=found.start,
        stop=found.stop,
        quote=document.text[found.start : found.stop],
        rule=f"people.{role}",
        name=" ".join(name.split()) if name else None,
        post=" ".join(post.split()) if post else None,
        role=role,
        email=said.get("email"),
        phone=" ".join(said["phone"].split()) if "phone" in said else None,
        proofs=proofs,
    )
