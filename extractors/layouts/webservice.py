"""An answer of Modern.Gov's web service, as the XML reader lays it out (MARKUP 5).

GetMeeting: a meeting with its items in full, who was there, and papers. It names neither council
nor committee: the committee stands with each item. GetMeetings and GetCommittees are lists.
Every value's block carries the name of its element, so no label is looked for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors import headers
from extractors.cut import Cut
from extractors.layouts import bodies, items
from extractors.layouts.draft import Draft
from extractors.layouts.laid import FORM, Value, key_of, paper, value_of
from extractors.layouts.page import Line, Page, printed
from extractors.people import attendance, members
from schemas.document import Cell, Document, Notice, Section
from schemas.facts import Attendance, Claim, FieldValue, Proof, Row
from schemas.records import Decision, MeetingNote

NAME = "webservice"
_ANSWERS = ("meeting", "getmeetings", "committees")
_STATUS = re.compile(r"\b(?:(confirmed|cadarnhawyd)|(cancelled|postponed|canslwyd|gohiriwyd))\b")
# What an attendee's record says; "Expected" says nothing of presence, before or after the meeting.
_ATTENDANCE = (
    (re.compile(r"^(?:not (?:required|applicable)|expected|disgwyl|unknown|n/a)"), None),
    (re.compile(r"\b(?:substitute|eilydd)"), "substitute"),
    (re.compile(r"^(?:in attendance|mewn presenoldeb|yn mynychu|also present)"), "in_attendance"),
    (re.compile(r"\b(?:apolog(?:y|ies)|ymddiheur)"), "apologies"),
    (re.compile(r"^(?:absent|absennol|did not attend|not present)"), "absent"),
    (re.compile(r"^(?:present\b|yn bresennol|presennol)"), "present"),
)
_NO_PERSON = re.compile(r"^vacant\b|\bvacancy\b|^to be (?:confirmed|appointed)", re.IGNORECASE)
_OF_MEETING = ("meetingdate", "meetingtime", "meetingstatus", "meetinglocation")
_ITEM_ID = re.compile(r"AI([0-9]{1,12})")


def claims(page: Page, _least: float = 0.0) -> float:
    """Return more than any look at words can: the reader says what it read."""
    return 1.1 if dict(page.document.meta).get(FORM) in _ANSWERS else 0.0


def cut(page: Page) -> Cut:
    """Cut an answer by its kind."""
    said = dict(page.document.meta)
    if said[FORM] == "meeting":
        return _meeting(page, said.get("meetingid"))
    if said[FORM] == "committees":
        return Cut(kind="unknown", layout=NAME)
    notices: list[Notice] = []
    rows = tuple(_listed(page.document, notices))
    return Cut(kind="meeting", layout=NAME, rows=rows, notices=tuple(notices))


def _named(document: Document, key: str) -> list[Value]:
    return [value_of(document, b) for b in document.blocks if key_of(b) == key]


def _first(document: Document, key: str) -> Value | None:
    return next(iter(_named(document, key)), None)


# GetMeeting


def _meeting(page: Page, own: str | None) -> Cut:
    document, page = page.document, page.read_as("meeting")
    body = _body(document)
    notices: list[Notice] = []
    day = _date(_first(document, "meetingdate"), notices)
    rows: list[Row] = [*_note(document, body, day), *_people(document, notices)]
    if body is None:
        notices.append(Notice("meeting.no_body", "The answer names no one committee that met"))
        rows += _unclaimed(document)
    sections: list[Section] = []
    decisions: list[Decision] = []
    for item in _items(page.lines):
        draft = _item(document, item, len(decisions) + 1)
        notices += draft.notices
        if not any(s.kind in ("decision", "minutes") for s in draft.sections):
            sections += [replace(s, decision=None) for s in draft.sections]
            rows += [replace(r, decision_id=None) for r in draft.rows if isinstance(r, Claim)]
            continue
        _belongs(draft, body, day)
        rows += draft.rows
        sections += draft.sections
        decisions.append(draft.decision(item.start, max(item.stop, item.start + 1)))
    return Cut(
        kind="meeting",
        layout=NAME,
        title=_title(document, body),
        sections=tuple(sections),
        decisions=tuple(decisions),
        rows=tuple(rows),
        notices=tuple(notices),
        reference_date=day[0] if day else None,
        page_id=f"GetMeeting:{own}" if own else None,
    )


def _body(document: Document) -> Value | None:
    """Return the committee that all items name, None where there is none or more than one."""
    found = _named(document, "refertocommittee")
    return found[0] if found and len({v.words.casefold() for v in found}) == 1 else None


def _title(document: Document, body: Value | None) -> str | None:
    """Return "Audit Committee - 10/02/2026 10.00 am", as far as it is known."""
    when = [v.words for key in ("meetingdate", "meetingtime") if (v := _first(document, key))]
    return " - ".join(filter(None, (body.words if body else "", " ".join(when)))) or None


def _date(value: Value | None, notices: list[Notice]) -> tuple[str, int, int] | None:
    if value is None:
        return None
    found = headers.find_date(value.words)
    if found is None or found[0] is None:
        rule = "date.impossible" if found else "date.unreadable"
        notices.append(Notice(rule, value.words[:80], *value.span))
        return None
    return found[0], *value.span


def _note(
    document: Document, body: Value | None, day: tuple[str, int, int] | None
) -> Iterator[MeetingNote]:
    """Say which meeting it is, where the committee is known."""
    if body is None:
        return
    time, venue = _first(document, "meetingtime"), _first(document, "meetinglocation")
    status = _first(document, "meetingstatus")
    timed = headers.find_time(time.words) if time else None
    proofs = [
        ("date", day[1:] if day else None),
        ("start_time", time.span if timed and time else None),
    ]
    proofs += [("venue", venue.span if venue else None)]
    proofs += [("status", status.span if status and _status(status.words) else None)]
    yield MeetingNote(
        start=body.start,
        stop=body.stop,
        quote=document.text[body.start : body.stop],
        rule="service.meeting",
        body=body.words,
        date=day[0] if day else None,
        start_time=timed[0] if timed else None,
        venue=venue.words if venue else None,
        status=_status(status.words) if status else None,
        proofs=tuple(Proof(name, *span, f"service.{name}") for name, span in proofs if span),
    )


def _unclaimed(document: Document) -> Iterator[FieldValue]:
    """Yield date, time, status and venue as fields, where no meeting's row can hold them."""
    for block in document.blocks:
        if block.kind == "field" and key_of(block) in _OF_MEETING:
            value = value_of(document, block)
            yield FieldValue(
                start=value.start,
                stop=value.stop,
                quote=document.text[value.start : value.stop],
                rule="service.field",
                label=printed(document, block.start, value.start).rstrip(" :"),
                value=value.words,
            )


def _status(words: str) -> str | None:
    """Return the status of "Confirmed; Special Meeting", None for one we do not know.

    >>> _status("Confirmed; Special Meeting"), _status("Cancelled"), _status("Provisional")
    ('confirmed', 'cancelled', None)
    """
    found = {("cancelled" if m[2] else "confirmed") for m in _STATUS.finditer(words.casefold())}
    return "cancelled" if "cancelled" in found else next(iter(found), None)


def _items(lines: Sequence[Line]) -> list[items.Item]:
    kept = [x for x in lines if key_of(x.block) not in ("attendees", "attendee")]
    if not any(x.kind in ("item_number", "item_title") for x in kept):
        return []
    return items.split(kept)[1]


def _item(document: Document, item: items.Item, number: int) -> Draft:
    """Read one item: number, title, fields, texts, papers."""
    draft = Draft(document, number)
    if item.number and item.number_at:
        draft.say("number", item.number, *item.number_at, "item.number")
    if item.title:
        draft.title(*item.title)
        draft.sections.append(Section("header", *item.title, number, None))
    if item.anchor and (found := _ITEM_ID.fullmatch(item.anchor)):
        draft.columns["entry_id"] = f"AIId={found[1]}"
    lines = [x for x in item.lines if not _is_value(draft, x)]
    for part in bodies.parts(lines) if lines else []:
        kind = part.kind or "agenda_text"
        if kind != "documents" and not part.is_blank:
            draft.part(kind, part.lines, part.start, part.label)
    draft.exempt(item.start, item.stop)
    return draft


def _is_value(draft: Draft, line: Line) -> bool:
    """Take in a line that holds one of the service's own values; tell whether it does."""
    key = key_of(line.block)
    if key is None or line.block is None or line.kind == "label":
        return False
    value = value_of(draft.document, line.block)
    if key == "refertocommittee":
        draft.say("meeting_body", value.words, *value.span, "service.committee")
        draft.maker(value.words, *value.span, "maker.meeting_body")
    elif key == "isrestricted":
        draft.say("is_exempt", 1, *value.span, "service.restricted")
    elif key == "comment":
        label = draft.document.text[line.start : value.start].strip(" :\u00a0")
        draft.other("other", label, *value.span)
    elif key == "linkeddoc":
        draft.rows.append(paper(draft.document, line, draft.number))
    return True


def _belongs(draft: Draft, body: Value | None, day: tuple[str, int, int] | None) -> None:
    """Give an item the body and the date of its meeting."""
    draft.texts()
    if body:
        draft.say("meeting_body", body.words, *body.span, "service.committee")
        draft.maker(body.words, *body.span, "maker.meeting_body")
    if day:
        draft.say("meeting_date", *day, "service.date")
        if bodies.is_decided(str(draft.columns.get("text", ""))):
            draft.say("decision_date", *day, "meeting.date")


# Who was there


def _people(document: Document, notices: list[Notice]) -> Iterator[Attendance]:
    for cells in _rows(document, "attendee"):
        if not {0, 2} <= cells.keys() or _NO_PERSON.search(_words(document, cells[0])):
            continue
        said = _words(document, cells[2]).casefold()
        status = next((s for pattern, s in _ATTENDANCE if pattern.search(said)), "")
        if status == "":
            notices.append(Notice("attendance.unknown", said[:80], cells[2].start, cells[2].stop))
        elif status:
            yield _person(document, cells, status)


def _person(document: Document, cells: dict[int, Cell], status: str) -> Attendance:
    name, part, said = cells[0], cells.get(1), cells[2]
    found = next(attendance.find(document, name.start, name.stop, status), None)
    words = _words(document, name)
    start, stop = (found.start, found.stop) if found else (name.start, name.stop)
    proofs = [Proof("status", said.start, said.stop, "service.attendance")]
    if part:
        proofs.append(Proof("role", part.start, part.stop, "service.role"))
    return Attendance(
        start=start,
        stop=stop,
        quote=document.text[start:stop],
        rule="service.attendee",
        name=found.name if found else members.untitled(words) or words,
        role=_words(document, part) if part else None,
        status=status,
        proofs=tuple(proofs),
    )


def _rows(document: Document, key: str) -> Iterator[dict[int, Cell]]:
    """Yield the cells by column of each row that holds an element of a name."""
    cells = [cell for table in document.tables for cell in table.cells]
    at = 0
    for block in document.blocks:
        while at < len(cells) and cells[at].start < block.start:
            at += 1
        if block.kind != "row" or key_of(block) != key:
            continue
        own: dict[int, Cell] = {}
        while at < len(cells) and cells[at].stop <= block.stop:
            own[cells[at].column] = cells[at]
            at += 1
        yield own


def _words(document: Document, cell: Cell) -> str:
    return printed(document, cell.start, cell.stop)


# GetMeetings


def _listed(document: Document, notices: list[Notice]) -> Iterator[MeetingNote]:
    """Yield the meetings of each committee."""
    heads = [b for b in document.blocks if key_of(b) == "committeetitle"]
    at = 0
    for cells in _rows(document, "meeting"):
        if 0 not in cells:
            continue
        while at + 1 < len(heads) and heads[at + 1].start < cells[0].start:
            at += 1
        cell = cells[0]
        day = _date(Value(_words(document, cell), cell.start, cell.stop), notices)
        yield _sitting(document, value_of(document, heads[at]), day, cells)


def _sitting(
    document: Document, body: Value, day: tuple[str, int, int] | None, cells: dict[int, Cell]
) -> MeetingNote:
    time = headers.find_time(_words(document, cells[1])) if 1 in cells else None
    status = _status(_words(document, cells[2])) if 2 in cells else None
    places = [("date", cells[0] if day else None), ("start_time", cells[1] if time else None)]
    places += [("status", cells[2] if status else None)]
    proofs = [Proof(name, c.start, c.stop, f"service.{name}") for name, c in places if c]
    stop = max(cell.stop for cell in cells.values())
    return MeetingNote(
        start=cells[0].start,
        stop=stop,
        quote=document.text[cells[0].start : stop],
        rule="service.meetings",
        body=body.words,
        date=day[0] if day else None,
        start_time=time[0] if time else None,
        status=status,
        proofs=(Proof("body", *body.span, "service.committee"), *proofs),
    )
