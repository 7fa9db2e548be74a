"""People that lines of their own name: a label before them, a post below them.

"Lead Member: Councillor Ann Lowe" -> her, a councillor
"Signed: Joe Hart, Head of Parks" -> him, with his post
"Ann Lowe⏎Director of Place" at a paper's end -> her, with her post
Nobody is named where the words are a body, a portfolio or a post alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.organisations.shapes import forenames, not_names
from extractors.people import contacts
from extractors.people import welsh as people_welsh
from extractors.people.contact_names import POST, TITLE, is_name
from extractors.people.posts import Post
from schemas.document import Document
from schemas.facts import Person

# Labels whose value is somebody with a part in the matter, by the part.
_MEMBER = (
    r"(?:relevant\s|responsible\s)?(?:lead\s)?(?:cabinet\s|executive\s|lead\s)(?:lead\s)?"
    r"(?:member|councillor|portfolio[ -]holder)(?:\swith\s(?:lead\s)?responsibility)?"
    r"|(?:relevant\s)?portfolio[ -]holder|committee\schair(?:man)?|portfolio(?:\sarea)?"
)
_TAKER = (
    r"decision[ -](?:taker|maker)|signed(?:\sby|\soff\sby)?|approved\sby|authorised\sby"
    r"|decision\s(?:made|taken)\sby"
    r"|(?:date\s)?(?:signed|cleared|approved)(?:\soff)?\sby\s(?:the\s)?[a-z][a-z ,/&-]{3,50}?"
    r"\s(?:and|&)\s(?:name|date)"
)
_OFFICER = (
    r"lead\s(?:officer|director)|(?:responsible|accountable|sponsoring)\s"
    r"(?:officer|director|employee|head\sof\sservice)|corporate\sdirector|report\ssponsor"
)
_LABELLED = re.compile(
    rf"^[ \t|·•-]{{0,6}}(?=[LCERPDSA])"
    rf"(?:(?P<member>{_MEMBER})|(?P<taker>{_TAKER})|(?P<officer>{_OFFICER}))"
    r"(?:\(s\)|s)?(?:[ ]\((?:if|where)[ ][a-z ]{3,20}\))?[ ]?"
    r"(?:[:\t|]|[ ]{3}|(?=\n))[ \t|:]{0,60}(?:\n{1,2}[ \t]{0,9})?(?P<value>[^\n\t|]{4,160})",
    re.IGNORECASE | re.MULTILINE,
)
_ROLES = {"member": "councillor", "taker": "other", "officer": "lead_officer"}
_COUNCILLOR = re.compile(r"(?:cllr|councillor|county councillor|alderman)\b", re.IGNORECASE)
# "Portfolio: Housing (Cllr L. Attleby)": whom the value names behind what it answers for.
_TITLED = re.compile(r"\b(?:Cllr|Councillor)s?\.?[ ][^()\n\t|,;]{3,60}")
# "Harriet Sykes – 24 June 2024": the day on which somebody signed.
_DATED = re.compile(
    r"(?<=\w)[ ,;.()–—-]{1,4}(?:(?:on|dated?:?)[ ])?[0-9]{1,2}"
    r"(?:[/.][0-9]{1,2}[/.][0-9]{2,4}|(?:st|nd|rd|th)?[ ][A-Z][a-z]{2,8},?[ ][0-9]{4})\)?[ ]{0,9}$"
)
_MOST = 40  # labelled lines of a page that are looked at

# A name alone on its line; what stands below has to be a post.
_ALONE = re.compile(
    r"^[ \t]{0,9}(?P<name>(?:[A-ZÀ-Þ][\w'’.-]{0,24}[ ]){1,3}[A-ZÀ-Þ][\w'’-]{1,30})[ \t]{0,9}\n"
    r"[ \t]{0,9}(?P<post>[A-Z][\w&,'’()/ –-]{6,90}?)(?=[ \t]{0,9}(?:\n|\Z|\t))",
    re.MULTILINE,
)
_CLOSES = re.compile(
    r"[ \t]{0,9}(?:\t[^\n]{0,40})?(?:\Z|\n[ \t]{0,9}(?:\n|\Z|[^\n]{0,9}\b[12][0-9]{3}\b))"
)
_SMALL_WORDS = frozenset("of and for the with to in & - –".split())
_HEADED = re.compile(r"\b(?:report|review|summary|appendix|minutes|agenda)\b", re.IGNORECASE)


def find(document: Document, known: Sequence[object]) -> Iterator[Person]:
    """Yield the people of labelled lines and signatures.

    Takes the document and the rows read from it so far; whoever these name is left out.
    """
    said = {p.name.casefold() for p in known if isinstance(p, Person) and p.name}
    for person in (*_labelled(document), *_signed(document), *people_welsh.find(document)):
        if person.name and person.name.casefold() not in said:
            said.add(person.name.casefold())
            yield person


def _labelled(document: Document) -> Iterator[Person]:
    for found in list(_LABELLED.finditer(document.text))[:_MOST]:
        role = _ROLES[str(found.lastgroup if found.lastgroup != "value" else _group(found))]
        start, stop = found.span("value")
        if dated := _DATED.search(document.text, start, stop):
            stop = dated.start()
        if role == "councillor" and (named := _TITLED.search(document.text, start, stop)):
            start, stop = named.span()
        for person in contacts.find(document, start, stop, role):
            first = document.reading[start : start + 20].lstrip()
            if person.name and (_is_called(person) or TITLE.match(first)):
                held = person.post or ""
                councillor = role == "other" and (
                    _COUNCILLOR.match(first) or Post(0, 0, held).is_councillors
                )
                yield replace(person, role="councillor") if councillor else person
                break


def _group(found: re.Match[str]) -> str:
    return next(group for group in _ROLES if found[group])


def _is_called(person: Person) -> bool:
    """Tell whether a name opens with a known given name, or has a post beside it."""
    words = (person.name or "").split()
    return bool(person.post) or words[0].casefold() in forenames()


def _signed(document: Document) -> Iterator[Person]:
    """Yield who signs a paper: a name on its line, and right below it a post."""
    reading = document.reading
    if not reading:
        return
    for found in _ALONE.finditer(reading):
        post = found["post"].strip()
        if not contacts.is_holder(post) or not _is_titlecase(post) or _HEADED.search(post):
            continue
        name = found["name"].title() if found["name"].isupper() else found["name"]
        if not is_name(name, 0, len(name)) or POST.search(name) or _is_heading(name, found):
            continue
        start, stop = found.start("name"), found.start("post") + len(post)
        yield Person(
            start=start, stop=stop, quote=document.text[start:stop], rule="people.signed",
            name=_untitled(document.text[slice(*found.span("name"))]), post=" ".join(post.split()),
            role="other",
        )  # fmt: skip


def _untitled(name: str) -> str:
    return " ".join(TITLE.sub("", name, count=1).split())


def _is_titlecase(words: str) -> bool:
    """Tell whether a line is capitalised as a post is: no plain words but little ones."""
    return all(w[0].isupper() or w in _SMALL_WORDS or w[0] == "(" for w in words.split())


def _is_heading(name: str, found: re.Match[str]) -> bool:
    """Tell whether a line over a post is a heading or a cell, and nobody's name.

    A known given name is somebody; other words are where the page nowhere has them as plain
    words, and nothing follows the post in its block.
    """
    words = [w.casefold().strip(".") for w in _untitled(name).split()]
    if any(w in not_names() for w in words):
        return True
    if words[0] in forenames():
        return False
    plain = any(re.search(rf"\b{re.escape(w)}\b", found.string) for w in words if len(w) > 1)
    return plain or not _CLOSES.match(found.string, found.end())
