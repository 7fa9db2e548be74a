"""Answers of Modern.Gov's web service (mgWebService.asmx), saved as XML: laid out as a page.

Three answers are read: GetMeeting (`meeting`), GetMeetings (`getmeetings`) and GetCommittees
(`committees`), plain or in a SOAP envelope. Of an attendee only name, part and attendance are
taken; the answers about councillors, which hold home addresses, are refused (MARKUP 5).
"""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from pipeline.readers.decode import decode
from pipeline.readers.errors import Refused
from pipeline.readers.hosts import hosts_in
from pipeline.readers.laid import Sheet, once_more
from schemas.document import Document

Element = etree._Element

_NAMESPACE = "http://moderngov.co.uk/namespaces"
_DECLARATION = re.compile(r"\s{0,100}<\?xml\b[^>]{0,300}\?>")
# A document type, where entities are declared; no answer of the service has one.
_TYPES = ("<!doctype", "<!entity")
# What XML allows no text to hold, as a character or as a reference to one.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
_RESOURCES = 114  # libxml2: too deep, or a text too long
_UNFINISHED = 77  # libxml2: the document ends inside an element
_ENVELOPE_DEPTH = 4  # Envelope, Body, GetMeetingResponse, GetMeetingResult
_PLAIN_FIELDS = (
    "meetingdate", "meetingtime", "meetingactualstarttime", "meetingactualfinishtime",
    "meetingstatus", "meetinglocation", "meetingroom",
)  # fmt: skip
_SAID_YES = "true"


def read_xml(data: bytes) -> Document:
    """Return the document of a web-service answer.

    Raises Refused: decompression_limit for a document type (entities), depth_limit, text_limit,
    damaged for what is no XML, unknown_type for XML of another kind, not_a_council_page for an
    error of the service.
    """
    decoded = decode(data)
    root, damage = _parsed(_cleaned(decoded.text))
    answer = _answer(root)
    name = _name(answer)
    sheet = Sheet()
    _LAID_OUT[name](sheet, answer)
    own = _said(answer, "meetingid")
    meta = [("service", name), *([("meetingid", own)] if own else [])]
    addresses = " ".join(_texts(answer, ("url", "photosmallurl", "photobigurl")))
    return sheet.document("application/xml", decoded, tuple(meta), hosts_in(addresses), damage)


# From text to elements


def _cleaned(source: str) -> str:
    lower = source.lower()
    if any(mark in lower for mark in _TYPES):
        raise Refused("parse", "decompression_limit", "XML with a document type is not read")
    if found := _DECLARATION.match(source):
        source = source[found.end() :]
    source = _CONTROLS.sub(" ", source.lstrip("\ufeff"))
    return _REFERENCE.sub(_allowed, source)


def _allowed(found: re.Match[str]) -> str:
    """Return a character reference, a blank for one that XML forbids."""
    code = int(found[1], 16) if found[1] else int(found[2])
    fine = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return found[0] if fine or 0x10000 <= code <= 0x10FFFF else " "


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _parsed(source: str) -> tuple[Element, str | None]:
    """Return the root, and how the file was cut where it ends inside an element."""
    try:
        return etree.fromstring(source.encode(), _parser()), None
    except etree.XMLSyntaxError as error:
        if _code(error) == _RESOURCES:
            deep = "depth" in str(error).lower()
            reason = "depth_limit" if deep else "text_limit"
            raise Refused("parse", reason, "more than the XML parser takes") from error
        return _rest(source, error)


def _code(error: etree.XMLSyntaxError) -> int | None:
    return getattr(error, "code", None)


def _rest(source: str, error: etree.XMLSyntaxError) -> tuple[Element, str]:
    """Return what stands before the end of a file that was cut; refuse one damaged within."""
    whole = source[: source.rfind(">") + 1].encode()
    try:
        return etree.fromstring(whole, _parser()), "the XML goes on behind its last element"
    except etree.XMLSyntaxError as again:
        if _code(again) != _UNFINISHED:
            raise _damaged(error) from again
    root = etree.fromstring(whole, _parser(recover=True))
    if root is None:
        raise _damaged(error)
    return root, "the XML ends before its end mark"


def _damaged(error: etree.XMLSyntaxError) -> Refused:
    return Refused("parse", "damaged", f"no XML from line {error.lineno or 1} on")


def _answer(root: Element) -> Element:
    """Return the element that holds the answer, the root or inside an envelope."""
    at = root
    if _name(root) == "envelope":
        for _ in range(_ENVELOPE_DEPTH):
            inner = [child for child in at if _name(child) != "header"]
            at = inner[0] if inner else at
            if _name(at) == "fault":
                said = _said(at, "faultstring")[:200]
                raise Refused("parse", "not_a_council_page", f"an error of the service: {said}")
            if _name(at) in _LAID_OUT:
                break
    if _name(at) not in _LAID_OUT or _space(at) not in ("", _NAMESPACE):
        raise Refused("parse", "unknown_type", f"XML of <{_name(at)[:60]}>, not a meeting's answer")
    return at


def _name(element: Element) -> str:
    tag = element.tag
    return str(tag).rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _space(element: Element) -> str:
    return str(element.tag)[1:].partition("}")[0] if str(element.tag).startswith("{") else ""


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if _name(child) == name), None)


def _children(element: Element, group: str, name: str) -> list[Element]:
    """Return the elements of a list: agendaitems/agendaitem."""
    within = _child(element, group)
    return [] if within is None else [child for child in within if _name(child) == name]


def _raw(element: Element, name: str) -> str:
    found = _child(element, name)
    return "" if found is None else (found.text or "").strip()


def _said(element: Element, name: str) -> str:
    """Return a short value: one line, escaped twice in some answers."""
    return " ".join(once_more(_raw(element, name)).split())


def _texts(element: Element, names: tuple[str, ...]) -> Iterator[str]:
    for inner in element.iter():
        if _name(inner) in names and inner.text:
            yield inner.text.strip()


# From elements to a page


def _meeting(sheet: Sheet, meeting: Element) -> None:
    for name in _PLAIN_FIELDS:
        sheet.field(name, _said(meeting, name))
    for item in _children(meeting, "agendaitems", "agendaitem"):
        _item(sheet, item)
    people = [_attendee(p) for p in _children(meeting, "attendees", "attendee")]
    named = [row for row in people if row[0]]
    if named:
        sheet.label("attendees")
        sheet.rows("attendee", named)


def _attendee(person: Element) -> tuple[str, str, str]:
    said = [once_more(person.get(name) or "") for name in ("name", "roledescription", "attendance")]
    name, role, attendance = (" ".join(words.split()) for words in said)
    return name, role, attendance


def _item(sheet: Sheet, item: Element) -> None:
    number, title = _said(item, "fulldisplaynumberformat"), _said(item, "agendaitemtitle")
    own = _said(item, "agendaitemid")
    if own.isascii() and own.isdigit():
        sheet.anchor(f"AI{own[:12]}")
    if number:
        sheet.heading("fulldisplaynumberformat", number, "item_number")
    if title:
        sheet.heading("agendaitemtitle", title, "item_title")
    sheet.field("refertocommittee", _said(item, "refertocommittee") or _committee_of_papers(item))
    for n in ("1", "2"):
        label, said = _said(item, f"commentlabel{n}"), _said(item, f"commenttext{n}")
        if label:
            sheet.field("comment", said, label)
    if _said(item, "isrestricted").lower() == _SAID_YES:
        sheet.field("isrestricted", _said(item, "isrestricted"))
    _texts_of(sheet, item)


def _committee_of_papers(item: Element) -> str:
    """Return the one committee that the item's papers of the same meeting name, "" without one."""
    day = _said(item, "meetingdate")
    papers = _children(item, "linkeddocuments", "linkeddoc")
    named = {_said(p, "committeetitle") for p in papers if _said(p, "meetingdate") == day} - {""}
    return named.pop() if len(named) == 1 else ""


def _texts_of(sheet: Sheet, item: Element) -> None:
    sheet.html(_raw(item, "agendatext"))
    papers = _children(item, "linkeddocuments", "linkeddoc")
    if papers:
        sheet.label("linkeddocuments")
    for paper in papers:
        address = _raw(paper, "url").replace("&amp;", "&")
        sheet.linked("linkeddoc", _said(paper, "title") or _said(paper, "ownertitle"), address)
    for name in ("decisionnonemptyhtmlbody", "minutesnonemptyhtmlbody"):
        if markup := _raw(item, name):
            sheet.label(name)
            sheet.html(markup)


def _meetings(sheet: Sheet, answer: Element) -> None:
    for committee in _committees_of(answer):
        sheet.heading("committeetitle", _said(committee, "committeetitle"))
        rows = [
            (_said(m, "meetingdate"), _said(m, "meetingtime"), _said(m, "meetingstatus"))
            for m in _children(committee, "committeemeetings", "meeting")
        ]
        sheet.rows("meeting", [row for row in rows if any(row)])


def _committees(sheet: Sheet, answer: Element) -> None:
    rows = [
        (_said(c, "committeetitle"), _said(c, "committeecategory")) for c in _committees_of(answer)
    ]
    sheet.rows("committee", rows)


def _committees_of(answer: Element) -> Iterator[Element]:
    for committee in answer:
        if _name(committee) == "committee" and _said(committee, "committeetitle"):
            yield committee


_LAID_OUT: dict[str, Callable[[Sheet, Element], None]] = {
    "meeting": _meeting,
    "getmeetings": _meetings,
    "committees": _committees,
}
