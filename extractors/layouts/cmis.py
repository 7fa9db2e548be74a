"""CMIS pages (MARKUP 6): a meeting's summary, papers and minutes, and lists of meetings.

The decision pages of CMIS are in `cmis_decision`. Of HTML only the summary, the list of papers,
the calendar and the list of meetings were seen; minutes only as copied text (FIELD_GUIDE 2): item
number and title, description, the minute's number alone on its line, the minute.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from extractors import documents, headers, labels
from extractors.cut import Cut
from extractors.layouts import bodies, cmis_bare, cmis_lists, items
from extractors.layouts.cmis_bare import TITLES
from extractors.layouts.cmis_lines import Entry, entries
from extractors.layouts.cmis_lines import lines as printed_lines
from extractors.layouts.draft import Draft
from extractors.layouts.page import Line, Page, printed
from schemas.document import Document, Notice, Section
from schemas.facts import Claim, Proof, Row
from schemas.records import Decision, MeetingNote

NAME = "cmis"
_PAPERS = re.compile(r"/Document\.ashx\?", re.IGNORECASE)
# Labels and headings of CMIS near the beginning of a page.
_MARKS = re.compile(r"\bDate ?/ ?Time\b|\bMeeting (?:Details|Summary|Information)\b", re.IGNORECASE)
_HEAD = 4_000
_TOP = 20  # lines among which a head without labels stands
_MINUTE = re.compile(r"[0-9]{1,6}[a-z]?\.?|[0-9]{1,4}/[0-9]{1,4}\.?")
_CANCELLED = re.compile(r"\b(?:cancelled|postponed|abandoned)\b", re.IGNORECASE)
_CONFIRMED = re.compile(r"\b(?:confirmed|held|occurred|completed)\b", re.IGNORECASE)

_RESOLVED = re.compile(r"(?:it was )?(?:RESOLVED|Resolved)\b")  # under an item without a number

_ONLY_LABELS = ("minutes", "minute", "decision", "additional documents")

Span = tuple[int, int]


@dataclass
class _Head:
    """What the head of a meeting's page says."""

    body: Span | None = None
    when: Span | None = None
    time: Span | None = None
    venue: Span | None = None
    status: Span | None = None


def claims(page: Page, least: float = 0.0) -> float:
    """Return how surely the page is one of CMIS about meetings."""
    document = page.document
    if any(cmis_lists.ADDRESS.search(value) for _, value in document.meta):
        return 1.05  # surer than a heading that other systems print too
    if least > 0.97 or not _has_marks(document):
        return 0.0
    if any(True for _ in cmis_lists.listed(document)):
        return 0.97
    found = entries(document, _items_start(page))
    head = _head(found, page)
    if head.body and head.when:
        own = any(e.meaning and e.meaning.own for e in found)
        return 0.97 if own or any(TITLES.fullmatch(x.words) for x in page.lines[:20]) else 0.0
    titled = any(TITLES.fullmatch(x.words) for x in page.lines[:20])
    return 0.9 if (titled and head.when) or _only_papers(document) else 0.0


def _has_marks(document: Document) -> bool:
    """Tell by a quick look whether CMIS may have made the page."""
    return (
        bool(_MARKS.search(document.reading, 0, _HEAD))
        or any("DNNLabel" in b.classes for b in document.blocks)
        or any("Parent" in document.reading[t.start : t.start + 200] for t in document.tables)
        or any("ViewMeetingPublic" in k.href or ".ashx?" in k.href for k in document.links)
    )


def cut(page: Page) -> Cut:
    """Cut a page about one meeting, or a list of meetings."""
    document = page.document
    listed = list(cmis_lists.listed(document))
    if listed:
        return cmis_lists.make(document, listed)
    head = _head(entries(document, _items_start(page)), page)
    notices: list[Notice] = []
    day = _date(document, head.when, notices)
    rows: list[Row] = [*_note(document, head, day)]
    rows += documents.find(document, _paper_spans(document), None)
    sections: list[Section] = []
    decisions: list[Decision] = []
    found = _items(page)
    numbered = any(_minute_at(item) is not None for item in found)
    for item in found:
        draft = _item(document, item, len(decisions) + 1, numbered)
        notices += draft.notices
        if not any(s.kind in ("decision", "minutes") for s in draft.sections):
            sections += [replace(s, decision=None) for s in draft.sections]
            rows += [replace(r, decision_id=None) for r in draft.rows if isinstance(r, Claim)]
            continue
        _belongs(draft, head, day)
        rows += draft.rows
        sections += draft.sections
        decisions.append(draft.decision(item.start, max(item.stop, item.start + 1)))
    if head.body is None:
        notices.append(Notice("meeting.no_body", "The page does not say which body met"))
    return Cut(
        kind="meeting",
        layout=NAME,
        title=printed(document, *head.body) if head.body else None,
        sections=tuple(sections),
        decisions=tuple(decisions),
        rows=tuple(rows),
        notices=tuple(notices),
        reference_date=day[0] if day else None,
        page_id=_page_id(document),
    )


def _page_id(document: Document) -> str | None:
    for _, value in document.meta:
        if found := cmis_lists.ADDRESS.search(value):
            return f"ViewMeetingPublic:{found[1]}"
    return None


# One meeting


def _items_start(page: Page) -> int | None:
    """Return where the agenda starts, so that nothing of it is read as the head."""
    found = _items(page)
    return found[0].start if found else None


def _items(page: Page) -> list[items.Item]:
    kept = [x for x in page.lines if x.kind not in ("row", "field")]
    found = items.split(kept)[1]
    found = found or items.split(kept, loose=True)[1]
    return [part for item in found for part in _parted(item)]


def _parted(item: items.Item) -> Iterator[items.Item]:
    """Yield an item cut where the next minute's number stands, over which the title is lost."""
    numbers = [i for i, x in enumerate(item.lines) if _MINUTE.fullmatch(x.words)]
    while len(numbers) > 1 and numbers[1] > numbers[0] + 2:
        first, second = (item.lines[i].words.rstrip(".") for i in numbers[:2])
        if not (first.isdigit() and second.isdigit() and int(second) == int(first) + 1):
            break
        title = item.lines[numbers[1] - 1]
        rest = item.lines[numbers[1] :]
        item.lines = item.lines[: numbers[1] - 1]
        yield item
        item = items.Item(title=(title.start, title.stop), lines=rest)
        numbers = [i for i, x in enumerate(rest) if _MINUTE.fullmatch(x.words)]
    yield item


def _head(found: Sequence[Entry], page: Page) -> _Head:
    head = _Head()
    for entry in found:
        span = entry.value
        if span is None:
            continue
        if entry.name == "committee":
            head.body = head.body or span
        elif entry.name == "when":
            head.when = head.when or span
        elif entry.name == "time":
            head.time = head.time or span
        elif entry.name == "venue":
            head.venue = head.venue or span
        elif entry.name == "status_text":
            head.status = head.status or span
    if head.body is None or head.when is None:
        bare = cmis_bare.read(list(islice(printed_lines(page.document), _TOP)))
        head.body, head.when = head.body or bare.body, head.when or bare.when
        head.status = head.status or bare.status
    return head


def _date(
    document: Document, when: Span | None, notices: list[Notice]
) -> tuple[str, int, int] | None:
    if when is None:
        return None
    found = headers.find_date(document.reading[when[0] : when[1]])
    if found and found[0]:
        return found[0], when[0] + found[1], when[0] + found[2]
    words = printed(document, *when)[:80]
    notices.append(Notice("date.impossible" if found else "date.unreadable", words, *when))
    return None


def _clock(document: Document, head: _Head) -> tuple[str, int, int] | None:
    """Return the time of "3 Aug 2026 - 10:00", or of a field of its own."""
    for span in (head.time, head.when):
        found = headers.find_time(document.reading[span[0] : span[1]]) if span else None
        if found and span:
            return found[0], span[0] + found[1], span[0] + found[2]
    return None


def _status(document: Document, span: Span | None) -> str | None:
    words = printed(document, *span) if span else ""
    if _CANCELLED.search(words):
        return "cancelled"
    return "confirmed" if _CONFIRMED.search(words) else None


def _note(
    document: Document, head: _Head, day: tuple[str, int, int] | None
) -> Iterator[MeetingNote]:
    if head.body is None:
        return
    time, status = _clock(document, head), _status(document, head.status)
    places = (
        ("date", day[1:] if day else None),
        ("start_time", time[1:] if time else None),
        ("venue", head.venue),
        ("status", head.status if status else None),
    )
    yield MeetingNote(
        start=head.body[0],
        stop=head.body[1],
        quote=document.text[head.body[0] : head.body[1]],
        rule="cmis.meeting",
        body=printed(document, *head.body),
        date=day[0] if day else None,
        start_time=time[0] if time else None,
        venue=printed(document, *head.venue) if head.venue else None,
        status=status,
        proofs=tuple(Proof(name, *span, f"cmis.{name}") for name, span in places if span),
    )


def _paper_spans(document: Document) -> list[Span]:
    return [(k.start, k.stop) for k in document.links if _PAPERS.search(k.href)]


def _only_papers(document: Document) -> bool:
    """Tell whether a piece of a page lists papers of CMIS and says nothing else."""
    spans = _paper_spans(document)
    said = sum(stop - start for start, stop in spans)
    return bool(spans) and said >= len("".join(document.reading.split("\n\n"))) * 0.8


def _minute_at(item: items.Item) -> int | None:
    """Return the index of the line that holds the minute's number alone."""
    return next((i for i, x in enumerate(item.lines) if _MINUTE.fullmatch(x.words)), None)


def _item(document: Document, item: items.Item, number: int, numbered: bool) -> Draft:
    """Read an item: its title, its description, the minute's number and the minute.

    Where no minute of the page is `numbered`, description and minute are told by what they say.
    """
    draft = Draft(document, number)
    if item.number and item.number_at:
        draft.say("item_number", item.number, *item.number_at, "item.number")
    if item.title:
        draft.title(*item.title)
        draft.sections.append(Section("header", *item.title, number, None))
    at = _minute_at(item)
    if at is not None:
        minute = item.lines[at]
        draft.say("number", minute.words, minute.start, minute.stop, "cmis.minute_number")
        _described(draft, item.lines[:at])
        _minuted(draft, item.lines[at + 1 :])
    elif numbered and not any(_RESOLVED.match(x.words) for x in item.lines):
        _described(draft, item.lines)
    else:
        _undivided(draft, item.lines)
    draft.exempt(item.start, item.stop)
    return draft


def _undivided(draft: Draft, lines: Sequence[Line]) -> None:
    if not lines:
        return
    for piece in bodies.lost(bodies.Part(None, lines[0].start, list(lines))):
        if piece.kind and not piece.is_blank:
            draft.part(piece.kind, piece.lines, piece.start, piece.label)


def _described(draft: Draft, lines: Sequence[Line]) -> None:
    lines = [x for x in lines if labels.fold(x.words).rstrip(":") not in _ONLY_LABELS]
    if lines:
        draft.part("agenda_text", lines, lines[0].start, None)


def _minuted(draft: Draft, lines: Sequence[Line]) -> None:
    for part in bodies.parts(lines) if lines else []:
        if not part.is_blank and part.kind != "documents":
            draft.part(part.kind or "minutes", part.lines, part.start, part.label)


def _belongs(draft: Draft, head: _Head, day: tuple[str, int, int] | None) -> None:
    draft.texts()
    if head.body:
        name = printed(draft.document, *head.body)
        draft.say("meeting_body", name, *head.body, "cmis.committee")
        draft.maker(name, *head.body, "maker.meeting_body")
    if day:
        draft.say("meeting_date", *day, "cmis.date")
        if bodies.is_decided(str(draft.columns.get("text", ""))):
            draft.say("decision_date", *day, "meeting.date")
