"""A whole meeting (ieListDocuments, CeListDocuments, pasted pages) and printed minutes.

Head: body and date, venue, contact, who was there. Then items; each that has a decision or
minutes is one decision row (MARKUP 3, FIELD_GUIDE 2).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors import attendance, documents, headers, makers
from extractors.cut import Cut
from extractors.layouts import bodies, items
from extractors.layouts.draft import Draft
from extractors.layouts.page import Line, Page, linked_id, page_id, printed
from schemas.document import Document, Notice, Section
from schemas.facts import Claim, Proof, Row
from schemas.records import Decision, MeetingNote

NAME = "meeting"
_WEEKDAY = re.compile(
    r"(?<![\s,:–-])[\s,:–-]*+(?:\b(?:held )?on\b)?[\s,]*+"
    r"(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\bDydd \w{3,9}\b)?[\s,–-]*$",
    re.IGNORECASE,
)
# "MINUTES of a meeting of the Harbour Board held in …", "Minutes of Harbour Board".
_MINUTES = re.compile(
    r"""(?:draft\s|public\s|open\s|unconfirmed\s)? minutes\s (?:and\sdecisions\s)? of\s
    (?:an?\s|the\s)?
    (?: (?:extraordinary\s|special\s|annual\s|ordinary\s|virtual\s|remote\s)?
        (?:meeting|proceedings) \s (?:of\s)? (?:the\s)? )?
    (?P<body>(?!last|previous|preceding|the\s|held\b|on\b|at\b|in\b
        |(?:extraordinary\s|special\s|annual\s|ordinary\s|virtual\s|remote\s)?
         (?:meeting|proceedings)\b)[A-Z][^\n]{2,120}?)
    (?= \s (?:held|meeting|on\s|at\s|in\s) | [,:.]|$ )""",
    re.VERBOSE | re.IGNORECASE,
)
# "Minutes of the meeting held on 4 May": the body stands above.
_UNNAMED = re.compile(
    r"(?:draft\s|public\s|open\s|unconfirmed\s)?minutes\sof\s(?:an?\s|the\s)?"
    r"(?:extraordinary\s|special\s|annual\s|ordinary\s|virtual\s|remote\s)?"
    r"(?:meeting|proceedings)\s(?:held\s)?(?:on|at|in)\s",
    re.IGNORECASE,
)
_LONGEST_BODY = 140
_CANCELLED = re.compile(r"\b(?:CANCELLED|POSTPONED|cancelled|GOHIRIWYD|CANSLWYD)\b")
_NOT_VENUE = re.compile(
    r"(?<!\s)\s*+\b(?:View directions|Cyfarwyddiadau|View map)\b.*", re.IGNORECASE
)
_PRESENT = frozenset("present in_attendance apologies absent substitute".split())


@dataclass
class _Head:
    """What the head of the page says of the meeting."""

    title: tuple[int, int] | None = None
    body: tuple[int, int] | None = None
    date: tuple[str, int, int] | None = None
    time: tuple[str, int, int] | None = None
    venue: tuple[int, int] | None = None
    cancelled: bool = False


def claims(page: Page) -> float:
    """Return how surely the page is a whole meeting or its minutes."""
    if page_id(page.document, "ieListDocuments", "CeListDocuments") or page.says(NAME):
        return 1.0
    if any(x.kind == "item_number" for x in page.lines):
        return 0.95
    if printed_head(page.lines):
        return 0.9
    lines = page.read_as(NAME).lines[:80]
    named = {x.name for x in lines if x.opening} & {"venue", "items", "present", "apologies"}
    dated = any(heading_of(x) for x in lines[:12]) or any(
        names_body(a) and is_date(b) for a, b in pairwise(lines[:12])
    )
    return 0.75 if dated and named else 0.0


def cut(page: Page) -> Cut:
    """Cut a meeting into its head and its items."""
    document, page = page.document, page.read_as(NAME)
    above, found = items.split(page.lines)
    head, rows, notices = _read_head(document, above)
    labelled = any(x.name in ("minutes", "decision") for i in found for x in i.lines)
    marked = page.says(NAME) or any(x.kind == "item_number" for x in page.lines)
    is_printed = printed_head(page.lines) is not None and not (marked or labelled)
    rows += _note(document, head)
    sections: list[Section] = []
    decisions: list[Decision] = []
    for item in found:
        draft = _item(document, item, len(decisions) + 1, is_printed, labelled)
        notices += draft.notices
        if not any(s.kind in ("decision", "minutes") for s in draft.sections):
            sections += [Section(s.kind, s.start, s.stop, None, s.label) for s in draft.sections]
            rows += [_unbound(r) for r in draft.rows]
            continue
        _belongs(draft, head)
        rows += draft.rows
        sections += draft.sections
        decisions.append(draft.decision(item.start, max(item.stop, item.start + 1)))
    if not found and len(above) > 3 and not head.cancelled:
        notices.append(Notice("meeting.no_items", "No items could be told apart"))
        sections += [Section("body", above[0].start, above[-1].stop)]
    return Cut(
        kind=_kind(page, is_printed, bool(decisions)),
        layout=NAME,
        title=printed(document, *head.title) if head.title else None,
        sections=tuple(sections),
        decisions=tuple(decisions),
        rows=tuple(rows),
        notices=tuple(notices),
        is_complete=page.is_complete,
        reference_date=head.date[0] if head.date else None,
        page_id=_page_id(document),
    )


def _kind(page: Page, is_printed: bool, has_decisions: bool) -> str:
    if is_printed:
        return "minutes"
    first = page.lines[0].words.casefold() if page.lines else ""
    return "agenda" if first == "agenda" and not has_decisions else NAME


def _page_id(document: Document) -> str | None:
    known = page_id(document, "ieListDocuments", "CeListDocuments")
    if known:
        return known
    for link in document.links:
        found = re.search(r"mgMeetingAttendance\.aspx\?ID=([0-9]{1,12})", link.href, re.IGNORECASE)
        if found:
            return f"ieListDocuments:MId={found[1]}"
    linked = linked_id(document, "ieListDocuments")
    return f"ieListDocuments:{linked}" if linked else None


def printed_head(lines: Sequence[Line]) -> re.Match[str] | None:
    """Return the words that head printed minutes, among the first lines."""
    for line in lines[:15]:
        found = _MINUTES.match(line.words) or _UNNAMED.match(line.words)
        if found and line.kind not in ("item_title", "label"):
            return found
    return None


def heading_of(line: Line) -> tuple[int, int] | None:
    """Return the offsets of body end and date start in "Body - Thursday 4 June 2020 7.30 pm"."""
    if len(line.words) > 300 or line.opening is not None:
        return None
    dated = headers.find_date(line.words)
    if not dated or dated[1] < 6:
        return None
    left = max(0, dated[1] - 40)
    day = _WEEKDAY.search(line.words[left : dated[1]])
    end = left + day.start() if day else dated[1]
    joint = line.words[end : dated[1]]
    is_joined = re.match(r"\s*[-–,]|\s+on\b", joint) or (
        day and day[0].strip() and makers.kind_of(line.words[:end])
    )
    is_heading = is_joined and line.words[:1].isupper() and end > 2
    rest = line.words[dated[2] :]
    tail = len(rest) < 60 and not re.search(r"[a-z]{3} [a-z]{3,} [a-z]", rest.replace("at ", ""))
    return (end, dated[1]) if is_heading and tail else None


def names_body(line: Line) -> bool:
    """Tell whether a line is the name of a body and nothing else."""
    plain = line.opening is None and len(line.words) <= _LONGEST_BODY
    return plain and not re.search(r"[.;:0-9]", line.words) and bool(makers.kind_of(line.words))


def is_date(line: Line) -> bool:
    """Tell whether a line is a meeting's date, with its weekday and time at most."""
    dated = headers.find_date(line.words) if line.opening is None and len(line.words) < 80 else None
    if not dated:
        return False
    before = _WEEKDAY.sub("", line.words[: dated[1]])
    return not before.strip() and not re.search(r"[a-z]{5}", line.words[dated[2] :])


def _read_head(document: Document, lines: Sequence[Line]) -> tuple[_Head, list[Row], list[Notice]]:
    head, draft = _Head(), Draft(document, 0)
    named: Line | None = None
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.name in _PRESENT:
            at = _present(document, lines, at - 1, draft.rows)
        elif line.name == "venue":
            head.venue = head.venue or _venue(document, lines, at - 1)
        elif line.opening is not None and line.opening.label.role == "field":
            draft.field(line.name or "", line.opening.printed, line.value, line.stop)
        elif head.date is None:
            _meeting_line(document, line, head, draft, named)
            named = line if names_body(line) else named
    rows = [_unbound(r) for r in draft.rows]
    return head, rows, draft.notices


def _unbound(row: Row) -> Row:
    return replace(row, decision_id=None) if isinstance(row, Claim) else row


def _meeting_line(document: Document, line: Line, head: _Head, draft: Draft,
                  named: Line | None) -> None:  # fmt: skip
    """Read body, date and time from the heading, or from the first line of printed minutes.

    `named`: the last line above that is a body's name.
    """
    minutes = _MINUTES.match(line.words)
    unnamed = minutes is None and _UNNAMED.match(line.words)
    split = None if unnamed else heading_of(line)
    if minutes and head.body is None:
        head.body = (line.start + minutes.start("body"), line.start + minutes.end("body"))
        head.title = head.title or (line.start, line.stop)
    elif split and head.body is None:
        head.title = (line.start, line.stop)
        head.body = (line.start, line.start + split[0])
    elif head.body is None and named and (unnamed or is_date(line)):
        head.title = (named.start, line.stop)
        head.body = (named.start, named.stop)
    elif head.body is None:
        return
    dated = headers.find_date(line.words)
    if dated is None:
        return
    if dated[0] is None:
        draft.note("date.impossible", line.words[:80], line.start + dated[1], line.start + dated[2])
    else:
        head.date = (dated[0], line.start + dated[1], line.start + dated[2])
    head.cancelled = bool(_CANCELLED.search(line.words))
    for start in (dated[2], 0):
        if head.time is None and (timed := headers.find_time(line.words, start)):
            head.time = (timed[0], line.start + timed[1], line.start + timed[2])


def _venue(document: Document, lines: Sequence[Line], at: int) -> tuple[int, int] | None:
    line = lines[at]
    start, stop = line.value, line.stop
    if start >= stop and at + 1 < len(lines) and lines[at + 1].opening is None:
        start, stop = lines[at + 1].start, lines[at + 1].stop
    words = _NOT_VENUE.sub("", document.reading[start:stop]).rstrip(" .,")
    return (start, start + len(words)) if words else None


def _present(document: Document, lines: Sequence[Line], at: int, rows: list[Row]) -> int:
    """Read a list of those present or missing; return the index behind it."""
    line = lines[at]
    status = line.name or "present"
    spans = [(line.value, line.stop)] if line.value < line.stop else []
    at += 1
    while at < len(lines) and lines[at].opening is None and not _ends_list(lines[at]):
        spans.append((lines[at].start, lines[at].stop))
        at += 1
    for span in spans:
        rows += attendance.find(document, *span, status)
    return at


def _ends_list(line: Line) -> bool:
    """Tell whether a line no longer belongs to a list of names."""
    return len(line.words) > 90 and not re.match(r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms)\b", line.words)


def _note(document: Document, head: _Head) -> list[Row]:
    if not head.body:
        return []
    proofs = []
    for column, said in (("date", head.date), ("start_time", head.time)):
        if said:
            proofs.append(Proof(column, said[1], said[2], "meeting.heading"))
    if head.venue:
        proofs.append(Proof("venue", *head.venue, "label.venue"))
    return [
        MeetingNote(
            start=head.body[0],
            stop=head.body[1],
            quote=document.text[slice(*head.body)],
            rule="meeting.heading",
            body=_body_name(printed(document, *head.body)),
            date=head.date[0] if head.date else None,
            start_time=head.time[0] if head.time else None,
            venue=printed(document, *head.venue) if head.venue else None,
            status="cancelled" if head.cancelled else None,
            proofs=tuple(proofs),
        )
    ]


def _body_name(words: str) -> str:
    """Return a body's name; printed minutes set it in capitals.

    >>> _body_name("HARBOUR AND COAST BOARD"), _body_name("Audit Committee")
    ('Harbour and Coast Board', 'Audit Committee')
    """
    if not words.isupper():
        return words
    small = {"and", "of", "for", "the", "on", "in", "to"}
    parts = [w.casefold() if w.casefold() in small else w.capitalize() for w in words.split()]
    return " ".join(parts)


def _belongs(draft: Draft, head: _Head) -> None:
    """Give an item the body and date of its meeting."""
    draft.texts()
    if head.body:
        name = _body_name(printed(draft.document, *head.body))
        draft.say("meeting_body", name, *head.body, "meeting.heading")
        draft.maker(name, *head.body, "maker.meeting_body")
    if head.date:
        draft.say("meeting_date", head.date[0], head.date[1], head.date[2], "meeting.heading")
        if bodies.is_decided(str(draft.columns.get("text", ""))):
            draft.say("decision_date", head.date[0], head.date[1], head.date[2], "meeting.date")


def _item(document: Document, item: items.Item, number: int, is_printed: bool,
          labelled: bool) -> Draft:  # fmt: skip
    """Read one item: number, title, sections, documents."""
    draft = Draft(document, number)
    if item.number and item.number_at:
        draft.say("number", item.number, *item.number_at, "item.number")
    lines = list(item.lines)
    if item.title:
        _titled(draft, item, lines)
        draft.rows += documents.find(document, _links_in(document, item.title), number)
    if item.anchor and (found := re.fullmatch(r"AI([0-9]{1,12})", item.anchor)):
        draft.columns["entry_id"] = f"AIId={found[1]}"
    for part in bodies.parts(lines) if lines else []:
        _part(draft, part, is_printed, labelled)
    draft.exempt(item.start, item.stop)
    return draft


def _titled(draft: Draft, item: items.Item, lines: list[Line]) -> None:
    """Set the title without the "(Item 7)" that stands behind or below it."""
    start, stop = item.title or (0, 0)
    found = items.ITEM.search(draft.document.reading, start, stop)
    if found:
        stop = found.start()
    elif lines and (found := items.ITEM.fullmatch(lines[0].words)):
        at = lines[0].start
        span = at + found.start("number"), at + found.end("number")
        draft.say("item_number", found["number"], *span, "item.below_title")
        del lines[0]
        found = None
    if found:
        draft.say("item_number", found["number"], *found.span("number"), "item.in_title")
    draft.title(start, stop)
    draft.sections.append(Section("header", start, stop, draft.number, None))


def _links_in(document: Document, title: tuple[int, int]) -> list[tuple[int, int]]:
    return [title] if documents.links_in(document, *title) else []


def _part(draft: Draft, part: bodies.Part, is_printed: bool, labelled: bool) -> None:
    if part.kind == "documents":
        spans = [(x.start, x.stop) for x in part.lines if x.name != "documents"]
        draft.rows += documents.find(draft.document, spans, draft.number)
        return
    pieces = [part]
    if part.kind is None and is_printed:
        pieces = [bodies.Part("minutes", part.start, part.lines)]
    elif part.kind is None and labelled:
        pieces = [bodies.Part("agenda_text", part.start, part.lines)]
    elif part.kind is None:
        pieces = bodies.lost(part)
    for piece in pieces:
        if piece.kind and not piece.is_blank:
            draft.part(piece.kind, piece.lines, piece.start, piece.label)
