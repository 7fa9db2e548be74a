"""The head of a meeting's page or of minutes: body and date, time, venue, who was there.

Pages print "Body - Thursday 4 June 2020 7.30 pm", printed minutes "MINUTES of a meeting of the
Harbour Board held …", or the body over its date and the names of those present (MARKUP 3 and 7).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors import headers, labels
from extractors.layouts import sheet
from extractors.layouts.draft import Draft
from extractors.layouts.head_form import form_of
from extractors.layouts.head_lines import (
    COLUMNS,
    LETTER_OPENS,
    MINUTES,
    OF_MEETING,
    ONLY_SORT,
    UNNAMED,
    body_of,
    heading_of,
    held_on,
    is_date,
    moved_from,
    names_body,
    opens_minutes,
    place_before,
)
from extractors.layouts.head_rolls import STATUSES, present_at, unbound, with_rolls
from extractors.layouts.page import Line, printed
from extractors.layouts.places import is_place
from extractors.people import attendance
from schemas.document import Document, Notice
from schemas.facts import Proof, Row
from schemas.records import MeetingNote

# "held in the Customs House, Quay Street on Thursday, 9 January".
_PLACE = re.compile(
    r"\b(?:held|meeting) (?:in|at) (?:the )?(?P<place>[A-Z][^\n.;:]{2,120}?)[ ,]{1,2}on\b[ ]?"
    r"(?:\w{3,9}day)?[ ,]{0,2}(?:the )?$"
)
# "… on 9 January at 7.30 pm in the Customs House, Quay Street", " | 7 pm | Customs House".
_PLACE_BEHIND = re.compile(
    r"(?:[,|]?\s(?:at|from|commencing\sat)?\s?[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?:[ap]\.?m\.?|noon|hours|hrs)?)?"
    r"[,|]?\s(?:\|\s|(?:in|at)\s(?:the\s)?)(?P<place>[A-Z][^\n.;:|]{2,120}?)"
    r"(?=[.|]?\s*$|,?\s(?:commencing|starting|beginning|at\s[0-9]))"
)
# Those present, named in the line that heads the minutes.
_INLINE = re.compile(r"\bPresent\s?[:–-]{1,2}\s?")
_CANCELLED = re.compile(r"\b(?:CANCELLED|POSTPONED|cancelled|GOHIRIWYD|CANSLWYD)\b")
_NOT_VENUE = re.compile(
    r"(?<!\s)\s*+\b(?:View directions|Cyfarwyddiadau|View map)\b.*", re.IGNORECASE
)


@dataclass
class Head:
    """What the head of the page says of the meeting."""

    title: tuple[int, int] | None = None
    body: tuple[int, int] | None = None
    date: tuple[str, int, int] | None = None
    time: tuple[str, int, int] | None = None
    venue: tuple[int, int] | None = None
    cancelled: bool = False


def read_head(document: Document, lines: Sequence[Line]) -> tuple[Head, list[Row], list[Notice]]:
    """Return what the lines above the first item say, their rows and what was not understood."""
    head, draft = Head(), Draft(document, 0)
    lines = with_rolls(document, lines)
    named: Line | None = None
    if form := form_of(lines):
        _of_form(document, head, form)
    at = _behind_letter(lines)
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.name in STATUSES:
            at = present_at(document, lines, at - 1, draft.rows)
        elif line.name == "venue":
            head.venue = head.venue or _venue(document, lines, at - 1)
        elif line.opening is not None and line.opening.label.role == "field":
            draft.field(line.name or "", line.opening.printed, line.value, line.stop)
        elif head.date and head.time is None and _tells_time(line, head.date[0]):
            head.time = _time(line)
            _place(head, line)
        elif head.date and _place(head, line):
            continue
        elif head.date is None:
            _meeting_line(document, line, head, draft, named)
            if head.date and (inline := _INLINE.search(line.words, 0, 600)):
                draft.rows += attendance.find(
                    document, line.start + inline.end(), line.stop, "present"
                )
            named = body_of(line) or _headed(lines, at - 1) or named
            if named is not None:
                _place(head, line)
    rows = [unbound(r) for r in draft.rows]
    return head, rows, draft.notices


# "Held in the Guildhall on Thursday 8 October": the body's name stands right above.
_HELD = re.compile(r"(?i:held) (?:in|at|on|via|by) (?=[^\n]{0,160}[0-9]{4}\b)")
_OWN_NAME = re.compile(
    r"\b(?:borough|city|county|district|council|authority|minutes?|cyngor|agenda|draft)\b", re.I
)


def is_over_held(line: Line, below: Line) -> bool:
    """Tell whether a line is a body's name over where and when it was held."""
    return bool(_HELD.match(below.words)) and _reads_as_body(line)


def _reads_as_body(line: Line) -> bool:
    """Tell whether a line is set like a body's name without its noun: "POLICY AND REVIEW"."""
    words = line.words
    plain = line.opening is None and 7 < len(words) < 80 and words[-1].isalnum()
    titled = words.isupper() or words.istitle()
    return plain and titled and not (_OWN_NAME.search(words) or is_place(words) or is_date(line))


def _headed(lines: Sequence[Line], at: int) -> Line | None:
    """Return the line between the page's own heading and the day: the body, however called."""
    if not 0 < at < len(lines) - 1:
        return None
    if is_over_held(lines[at], lines[at + 1]):
        return lines[at]
    if not labels.page_kind(lines[at - 1].words):
        return None
    plain = lines[at].opening is None and labels.page_kind(lines[at].words) is None
    return lines[at] if plain and is_date(lines[at + 1]) and not is_date(lines[at]) else None


def _behind_letter(lines: Sequence[Line]) -> int:
    """Return where the head of minutes starts that a letter announces, 0 without a letter.

    The body's name over the day stands above those present; the letter names another meeting's.
    """
    letter = next((at for at, x in enumerate(lines[:30]) if LETTER_OPENS.match(x.words)), None)
    if letter is None:
        return 0
    present = (at for at in range(letter, len(lines)) if lines[at].name in STATUSES)
    for at in present:
        above = range(max(letter, at - 4), at)
        named = [i for i in above if names_body(lines[i]) and is_date(lines[i + 1])]
        return named[0] if named else 0
    return 0


def _of_form(document: Document, head: Head, form: dict[str, Line]) -> None:
    body, date = form["body"], form["date"]
    named = body_of(body) or body
    head.title = head.body = (named.start, named.stop)
    dated = headers.find_date(date.words)
    if dated and dated[0]:
        head.date = (dated[0], date.start + dated[1], date.start + dated[2])
    for line in (form.get("time"), date):
        if line and head.time is None:
            head.time = _time(line, dated[2] if dated and line is date else 0)
    if (venue := form.get("venue")) and len(venue.words) <= 160:
        head.venue = (venue.start, venue.stop)


# "Time: 7.30 pm", "The meeting commenced at 7.30 pm", "Held in the Guildhall on … at 7.30 pm".
_STARTS = re.compile(
    r"(?:start )?time\b|(?:the )?meeting (?:commenced|started|began|opened)\b", re.I
)


# "Decisions come into force at 5 pm unless called in".
_IN_FORCE = re.compile(r"\b(?:force|effect|call(?:ed)?[ -]in|deadline|implement\w{2,5})\b", re.I)


def _tells_time(line: Line, date: str) -> bool:
    """Tell whether a line below the head's date gives the time at which the meeting began."""
    if len(line.words) > 200:
        return False
    if len(line.words) < 20 or _STARTS.match(line.words):
        return True
    if _IN_FORCE.search(line.words):
        return False
    dated = headers.find_date(line.words)
    return dated is not None and dated[0] == date


def _place(head: Head, line: Line) -> bool:
    """Take in a line that is nothing but the place where the meeting was held."""
    words = line.words
    if head.venue is None and len(words) < 160 and headers.find_date(words) is None:
        plain = line.opening is None and headers.find_time(words) is None and ":" not in words
        if plain and words[:1].isupper() and not words.endswith(".") and is_place(words):
            head.venue = (line.start, line.stop)
            return True
    return False


def _time(line: Line, at: int = 0) -> tuple[str, int, int] | None:
    """Return the time of day in a line, with its offsets in the document."""
    timed = headers.find_time(line.words, at)
    return (timed[0], line.start + timed[1], line.start + timed[2]) if timed else None


def _meeting_line(document: Document, line: Line, head: Head, draft: Draft,
                  named: Line | None) -> None:  # fmt: skip
    """Read body, date and time from the heading, or from the first line of printed minutes.

    `named`: the last line above that is a body's name.
    """
    minutes = MINUTES.match(line.words) or OF_MEETING.fullmatch(line.words)
    minutes = minutes or opens_minutes(line) or COLUMNS.fullmatch(line.words)
    minutes = minutes or sheet.NAMED.match(line.words)
    unnamed = minutes is None and any(
        p.match(line.words) for p in (UNNAMED, ONLY_SORT, sheet.UNNAMED, _HELD)
    )
    split = None if unnamed else heading_of(line)
    if split and named and named != line and line.words[: split[0]] in named.words:
        split, unnamed = None, True  # "Portleven, Monday 4 May" below "Portleven Town Council"
    if minutes and head.body is None:
        head.body = (line.start + minutes.start("body"), line.start + minutes.end("body"))
        head.title = head.title or (line.start, line.stop)
    elif split and head.body is None:
        head.title = (line.start, line.stop)
        head.body = (line.start + moved_from(line), line.start + split[0])
    elif head.body is None and named and (unnamed or is_date(line) or place_before(line)):
        head.title = (named.start, line.stop)
        head.body = (named.start, named.stop)
        if (held := place_before(line)) and head.venue is None:
            head.venue = (line.start + held[0], line.start + held[1])
    elif head.body is None:
        return
    dated = held_on(line.words, moved_from(line) if split else 0)
    if dated is None:
        return
    if minutes and head.venue is None and (place := _PLACE.search(line.words, 0, dated[1])):
        head.venue = (line.start + place.start("place"), line.start + place.end("place"))
    behind = _PLACE_BEHIND.match(line.words, dated[2]) if head.venue is None else None
    if behind and is_place(behind["place"]):
        head.venue = (line.start + behind.start("place"), line.start + behind.end("place"))
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


def note(document: Document, head: Head) -> list[Row]:
    """Return what the head says of the meeting as a row, none where it names no body."""
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
            body=body_name(printed(document, *head.body)),
            date=head.date[0] if head.date else None,
            start_time=head.time[0] if head.time else None,
            venue=printed(document, *head.venue) if head.venue else None,
            status="cancelled" if head.cancelled else None,
            proofs=tuple(proofs),
        )
    ]


def body_name(words: str) -> str:
    """Return a body's name; printed minutes set it in capitals.

    >>> body_name("HARBOUR AND COAST BOARD"), body_name("Audit Committee")
    ('Harbour and Coast Board', 'Audit Committee')
    >>> body_name("THE COUNCIL")
    'The Council'
    """
    if not words.isupper():
        return words
    small = {"and", "of", "for", "the", "on", "in", "to"}
    parts = [w.casefold() if w.casefold() in small else w.capitalize() for w in words.split()]
    return " ".join([parts[0].capitalize(), *parts[1:]])
