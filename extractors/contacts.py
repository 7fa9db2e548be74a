"""People of template lines: contacts, report authors, lead officers.

A contact line runs `name, role Email: x Tel: n, name Email: x.`; any part may be missing, an
address may end in the line's own full stop, a post may stand where a name should (FIELD_GUIDE 11).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from schemas.document import Document
from schemas.facts import Person, Proof

# One part of a line: an address, a number, a label of one, a lost address.
_TOKEN = re.compile(
    r"""
      (?P<lost> \[email\s?(?:protected|address)\] )
    | (?P<email> (?<![\w.+'-]) [\w.+'-]{1,64} @ [\w-]{1,63} (?: \.[\w-]{1,63} ){1,6} )
    | (?P<label> \b (?: e-?mails?(?:\saddress)? | tel(?:ephone)?(?:\s(?:no|number))? | phone
        | (?:direct\s)?line | mob(?:ile)? | contact\s(?:no|number) | ffôn | e-?bost | ebost )
        \b \s? [.:;]{0,2} (?=[\s(+0-9;:]|$) | \b[tem]: )
    | (?P<phone> (?: \(?\+44\)? [\s(]{0,2} | \(? 0 ) [0-9(] [0-9 ()-]{6,15} [0-9]
        (?: ,? \s? (?:ext|extension|x) \.? :? \s? [0-9]{2,6} )? )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What a piece of words is cut at when several people stand in it.
_BETWEEN = re.compile(r"(?<!\s)\s++(?:(?:or|and|&)\s++|[,;/]\s*+)|[,;/]\s*+", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|rev|sir|dame|cllr|councillor|county councillor)\b"
    r"\.?\s+)+",
    re.IGNORECASE,
)
# One to three given names or initials, then a surname of one or two parts.
_NAME = re.compile(
    r"""(?: [A-ZÀ-Þ] (?: [\w'’-]{1,24} | \.? ) [ ] ){1,3}
        (?: (?:de|van|von|der|la|le|ap|ab|mac|st\.?|o')[ ]? ){0,2} [A-ZÀ-Þ][\w'’-]{1,30}""",
    re.VERBOSE,
)
# Words of posts, teams and services: no one's name.
_POST = re.compile(
    r"""\b(?: director s? | heads? | officers? | managers? | services? | teams? | clerks? | leads?
      | chief | executive | assistant | deputy | senior | principal | corporate | strategic
      | democratic | democracy | governance | committees? | support | secretary | secretariat
      | solicitor | treasurer | engineer | planner | planning | surveyor | consultant | adviser
      | advisor | co-?ordinator | administrator | analyst | accountant | auditor | partner
      | council | county | borough | city | department | directorate | office | unit | helpdesk
      | enquiries | legal | finance | financial | resources | strategy | policy | scrutiny
      | monitoring | section | specialist | practitioner | commissioner | commissioning | member
      | portfolio | holder | leader | cabinet | environment | highways | transport | housing
      | education | children'?s? | adults? | place | people | customer | digital | business
      | community | communities | public | health | property | estates | regeneration | programme
      | project | information | human | electoral | elections | members? | civic | localities
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_EDGES = " \t\n,;:.-–—/&|()"


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


def _people(reading: str, start: int, stop: int) -> Iterator[_Found]:
    current: list[_Found] = []
    at = start
    for token in _TOKEN.finditer(reading, start, stop):
        named = list(_named(reading, at, token.start()))
        if named:
            yield from current
            current = named
        at = token.end()
        if token.lastgroup in ("email", "phone"):
            current = _give(reading, current, str(token.lastgroup), token)
    named = list(_named(reading, at, stop))
    yield from current
    yield from named


def _give(reading: str, people: list[_Found], column: str, token: re.Match[str]) -> list[_Found]:
    """Give an address or number to whom it belongs: by surname, else to the last without one."""
    a, b = token.span()
    while reading[b - 1] in ".,;-'":
        b -= 1
    if not people:
        people = [_Found(a, b)]
    owner = people[-1]
    if column == "email" and len(people) > 1:
        local = reading[a:b].split("@")[0].casefold()
        mine = [p for p in people if p.name and _surname(reading, p.name) in local]
        owner = mine[0] if len(mine) == 1 else owner
    if column not in owner.proofs:  # a second one of the same person is left out
        owner.proofs[column] = (a, b)
        owner.stop = max(owner.stop, b)
    return people


def _surname(reading: str, name: tuple[int, int]) -> str:
    return re.sub(r"\W", "", reading[slice(*name)].split()[-1]).casefold()


def _trim(reading: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and reading[start] in _EDGES:
        start += 1
    while stop > start and reading[stop - 1] in _EDGES:
        stop -= 1
    return start, stop


def _named(reading: str, start: int, stop: int) -> Iterator[_Found]:
    """Yield whom the words between addresses name, line by line."""
    while (end := reading.find("\n", start, stop)) >= 0:
        yield from _of_line(reading, start, end)
        start = end + 1
    yield from _of_line(reading, start, stop)


def _of_line(reading: str, start: int, stop: int) -> Iterator[_Found]:
    """Yield whom a piece of one line names: a person, a post, or both."""
    start, stop = _trim(reading, start, stop)
    words = reading[start:stop]
    if len(words) < 3 or not any(c.isalpha() for c in words) or len(words) > 400:
        return
    if re.fullmatch(r"(?:or|and|on|at|via|by|please|contact|fax|ext)", words, re.IGNORECASE):
        return
    several = _several(reading, start, stop)
    if several:
        for a, b in several:
            yield _Found(a, b, name=_untitled(reading, a, b))
        return
    yield _one(reading, start, stop)


def _several(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the spans of several plain names ("A or B", "A, B"), none where a part is a post."""
    spans = []
    at = start
    cuts = [cut.span() for cut in _BETWEEN.finditer(reading, start, stop)]
    for cut in [*cuts, (stop, stop)]:
        spans.append(_trim(reading, at, cut[0]))
        at = cut[1]
    spans = [s for s in spans if s[0] < s[1]]
    return spans if len(spans) > 1 and all(_is_name(reading, *s) for s in spans) else []


def _is_name(reading: str, start: int, stop: int) -> bool:
    words = reading[slice(*_untitled(reading, start, stop))]
    return bool(_NAME.fullmatch(words)) and not _POST.search(words)


def _untitled(reading: str, start: int, stop: int) -> tuple[int, int]:
    found = _TITLE.match(reading, start, stop)
    return (found.end(), stop) if found and found.end() < stop else (start, stop)


# Where a name ends and a post begins: "Jo Marsh, Head of X", "Jo Marsh - Head of X", "Jo (Head)".
_NAME_ENDS = re.compile(r"(?<!\s)\s++(?:,\s*+|[-–—]\s++|\(|:\s++)|,\s*+|\(|:\s++")


def _one(reading: str, start: int, stop: int) -> _Found:
    found = _Found(start, stop)
    cut = _NAME_ENDS.search(reading, start, stop)
    if cut and _is_name(reading, start, cut.start()):
        found.name = _untitled(reading, start, cut.start())
        found.post = _trim(reading, cut.end(), stop)
        return found
    if _is_name(reading, start, stop):
        found.name = _untitled(reading, start, stop)
        return found
    cuts = list(_NAME_ENDS.finditer(reading, start, stop))
    last = cuts[-1] if cuts else None
    if last and _is_name(reading, *_trim(reading, last.end(), stop)):  # "Head of X, Jo Marsh"
        found.post = _trim(reading, start, last.start())
        found.name = _untitled(reading, *_trim(reading, last.end(), stop))
    elif _POST.search(reading, start, stop):
        found.post = (start, stop)
    elif cut is None and len(reading[start:stop].split()) <= 4 and reading[start].isupper():
        found.name = _untitled(reading, start, stop)
    return found


def _person(document: Document, found: _Found, role: str) -> Person | None:
    said = {k: document.text[slice(*v)] for k, v in found.proofs.items()}
    name = document.text[slice(*found.name)] if found.name else None
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
