"""Contacts in running text and small print: whoever an address in no template line belongs to.

"… please contact Ann Lowe, Head of Parks, email ann.lowe@esk.gov.uk, tel 01999 567890." -> her
"Report of Cllr Joe Hart, Leader (joe.hart@esk.gov.uk)" -> him, as the address spells his name
"Queries? Please contact Member Services: Email: members@esk.gov.uk" -> the address alone

An address that spells nobody's name before it counts only behind words that ask to get in touch.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.people import contacts
from extractors.people.contact_names import NAME, POST, untitled
from schemas.document import Document
from schemas.facts import Person, Proof

_MOST = 60  # addresses of a page that are looked at
_SIGNS = 2_000  # and so many signs, for pages that hold nothing else
_BACK = 260  # characters before an address in which its owner may be named
_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_WORD = re.compile(r"[^ ]+")
# A number right behind an address: "; tel 01999 567890", ") Tel: 020 7946 0000".
_NUMBER = re.compile(
    r"[\s,;.)|]{0,6}(?:or\s|and\s)?"
    r"(?:(?:on|tel(?:ephone)?|phone|direct\sdial|mob(?:ile)?)[ .:]{0,3}){0,2}"
    r"\(?0[0-9][0-9 ()]{7,14}[0-9]",
    re.IGNORECASE,
)
# A number between a name and its address, in a form of one line a value.
_PHONE = re.compile(r"(?<![0-9(])\(?0[0-9][0-9 ()]{7,14}[0-9](?![0-9])")
# Words that ask to get in touch about a paper or page.
_ASKS = re.compile(
    r"\b(?:please\s(?:contact|e-?mail|(?:tele)?phone|call|ring|write\sto|get\sin\stouch)|for\s(?:more|further)\sinformation|contact\s(?:us|details)"
    r"|(?:enquir(?:y|ies)|inquir(?:y|ies)|quer(?:y|ies)|questions?)\b[^.\n]{0,60}|(?:meeting|committee|member)\scontact)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:information|enquir|inquir|quer(?:y|ies)|issues?|question|minutes|report|agenda|meeting|document)",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:object|respon|comment|represent|appl(?:y|ication)|regist|book|speak|feedback|complain"
    r"|consult|subscri|unsubscri|tender|bid|webcast|cookie|privacy|data\sprotection)",
    re.IGNORECASE,
)


def find(document: Document, known: Sequence[object]) -> Iterator[Person]:
    """Yield the contacts that a page's words give beside its template lines.

    Takes the document and the rows that its layout has read, whose addresses are left out.
    """
    reading = document.reading
    if "@" not in reading:
        return
    said = {p.email.casefold() for p in known if isinstance(p, Person) and p.email}
    for address in list(_addresses(reading))[:_MOST]:
        email = address.group().rstrip(".,;-'")
        if email.casefold() in said:
            continue
        person = _owner(document, address.start(), address.start() + len(email))
        if person is None or not (person.name or person.phone):
            person = _known(document, address.start(), email, known) or person
        if person:
            said.add(email.casefold())
            yield person


def _addresses(reading: str) -> Iterator[re.Match[str]]:
    """Yield the addresses of a page, found by a walk from sign to sign."""
    at, floor, signs = reading.find("@"), 0, 0
    while at >= 0 and (signs := signs + 1) <= _SIGNS:
        for found in _EMAIL.finditer(reading, max(floor, at - 64), min(len(reading), at + 260)):
            if found.start() < at < found.end():
                yield found
                floor = at = found.end() - 1
                break
        at = reading.find("@", at + 1)


def _owner(document: Document, start: int, stop: int) -> Person | None:
    """Return whom an address belongs to, None where no words tell."""
    reading = document.reading
    floor = max(0, start - _BACK)
    if gap := reading.rfind("\n\n\n", floor, start) + 1:
        floor = gap
    named = _spelt(reading, floor, start, reading[start:stop].split("@")[0])
    if named is not None:
        end = _behind(reading, stop)
        people = contacts.find(document, named[0], end, "contact")
        name = " ".join(document.text[slice(*named)].split())
        mine = [p for p in people if p.email == document.text[start:stop]]
        if mine and mine[0].name == name:
            return mine[0]
        return _plain(document, named[0], stop, named, (start, stop))
    if _asks(reading, floor, start):
        return _asked(document, floor, start, stop)
    return _of_letterhead(document, start, stop)


# A number or an office on a line of a letterhead, and the label before its address.
_REACHED = re.compile(
    r"(?:^|\n)[^\n]{0,60}\b(?:tel(?:ephone)?|phone|clerk|proper[ ]officer|democratic[ ]services"
    r"|committee[ ](?:services|section|officer)|secretary)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?:^|[\n|,;·–-]|  )[ ]{0,4}e-?mail(?:[ ]address)?[ ]?[:.–-]{1,2}[ ]{0,4}$",
                       re.IGNORECASE)  # fmt: skip
_OFFICE = re.compile(
    r"\b(?:clerk|officer|secretary|contact|manager|administrator)\b[^\n:–-]{0,30}[ ]?[:–-][ ]?"
    r"(?:(?:Mrs?|Ms|Miss|Dr)\.?[ ])?$",
    re.IGNORECASE,
)


def _holds_office(reading: str, start: int, name: str) -> bool:
    """Tell whether an office with a colon leads a name: "Clerk: Mrs Ann Lowe"."""
    at = reading.find(name, start)
    return at >= 0 and _OFFICE.search(reading, max(start, at - 70), at) is not None


_HEAD = 1_200  # signs at the top of a page that may be a letterhead


def _of_letterhead(document: Document, start: int, stop: int) -> Person | None:
    """Return whom the address of a letterhead belongs to: a block at the top with a number."""
    reading = document.reading
    block = reading.rfind("\n\n", 0, start) + 1
    if start > _HEAD or not _LABELLED.search(reading, max(0, start - 24), start):
        return None
    if not _REACHED.search(reading, max(block, start - _BACK), start):
        return None
    people = contacts.find(document, max(block, start - _BACK), stop, "contact")
    mine = [p for p in people if p.email == document.text[start:stop]]
    if mine and mine[0].name and _holds_office(reading, max(block, start - _BACK), mine[0].name):
        return mine[0]
    numbers = [m.span() for m in _PHONE.finditer(reading, max(block, start - _BACK), start)]
    person = _plain(document, start, stop, None, (start, stop))
    return _reached(document, person, numbers[0] if len(numbers) == 1 else None)


def _asked(document: Document, floor: int, start: int, stop: int) -> Person:
    """Return whom words ask to write to, with the number on the line of the address."""
    reading = document.reading
    line = max(floor, reading.rfind("\n", 0, start) + 1)
    before = list(_PHONE.finditer(reading, line, start))
    behind = _NUMBER.match(reading, stop)
    found = None
    if len(before) == 1:
        found = before[0].span()
    elif behind and not before and (number := _PHONE.search(behind[0])):
        found = stop + number.start(), stop + number.end()
    return _reached(document, _plain(document, start, stop, None, (start, stop)), found)


def _reached(document: Document, person: Person, number: tuple[int, int] | None) -> Person:
    """Return a person with the number that stands at a span, if there is one."""
    if number is None:
        return person
    said = " ".join(document.reading[slice(*number)].split())
    proof = Proof("phone", *number, person.rule)
    return replace(person, phone=said, proofs=(*person.proofs, proof))


def _known(document: Document, start: int, email: str, known: Sequence[object]) -> Person | None:
    """Return the only person of the page's template whose name an address spells."""
    local = re.sub(r"[^a-z]", "", email.split("@")[0].casefold())
    fits = {p.name: p for p in known if isinstance(p, Person) and p.name and not p.email
            and contacts.spells(local, p.name)}  # fmt: skip
    if len(fits) != 1 or local in ("", "info"):
        return None
    name, held = next(iter(fits.items()))
    stop = start + len(email)
    proofs = (
        Proof("email", start, stop, "people.written"),
        Proof("name", held.start, held.stop, held.rule),
    )
    return Person(
        start=start, stop=stop, quote=document.text[start:stop], rule="people.written",
        name=name, role="contact", email=email, proofs=proofs,
    )  # fmt: skip


def _behind(reading: str, stop: int) -> int:
    number = _NUMBER.match(reading, stop)
    return number.end() if number else stop


def _plain(
    document: Document, start: int, stop: int, name: tuple[int, int] | None, email: tuple[int, int]
) -> Person:
    rule = "people.written"
    proofs = [Proof("email", *email, rule)]
    phone = None
    numbers = list(_PHONE.finditer(document.reading, name[1], stop)) if name else []
    if len(numbers) == 1:
        phone = " ".join(numbers[0].group().split())
        proofs.append(Proof("phone", *numbers[0].span(), rule))
    return Person(
        start=start, stop=stop, quote=document.text[start:stop], rule=rule,
        name=" ".join(document.text[slice(*name)].split()) if name else None,
        role="contact", email=document.text[slice(*email)], phone=phone, proofs=tuple(proofs),
    )  # fmt: skip


def _spelt(reading: str, floor: int, start: int, local: str) -> tuple[int, int] | None:
    """Return the nearest name before an address that the address spells."""
    letters = re.sub(r"[^a-z]", "", local.casefold())
    best = None
    for found in NAME.finditer(reading, floor, start):
        for span in _within(reading, *found.span()):
            if contacts.spells(letters, reading[slice(*span)]):
                best = span
    return best


def _within(reading: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield what may be the name in a run of capitals: two to four of its words."""
    words = [m.span() for m in _WORD.finditer(reading, *untitled(reading, start, stop))]
    for size in (2, 3, 4):
        for first, last in zip(words, words[size - 1 :], strict=False):
            if not POST.search(reading, first[0], last[1]):
                yield first[0], last[1]


def _asks(reading: str, floor: int, start: int) -> bool:
    """Tell whether the words before an address ask to get in touch about a paper or page."""
    said = reading[max(floor, start - 160) : start]
    asks = _ASKS.search(said)
    return bool(asks and _ABOUT.search(said) and not _NOT_ASKED.search(said))
