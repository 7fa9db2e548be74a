"""An officer's report: header lines, then recommendation, summary, background, implications.

From HTML, PDF or text. Nothing in a report was decided, so it gives no decision row.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors import headers, labels, makers
from extractors.cut import Cut
from extractors.layouts import report_heads, report_top
from extractors.layouts.page import Line, Page, printed
from extractors.layouts.report_titles import bare_title, is_headed
from extractors.people import contacts
from schemas.document import Document, Notice, Section
from schemas.facts import FieldValue, Person, Proof, Row
from schemas.records import MeetingNote

NAME = "report"
_NEEDED = frozenset("recommendation implications".split())
# What a heading or field tells: several weak signs make a report.
_WORTH = {
    "recommendation": 2, "implications": 2, "summary": 1, "purpose": 1, "background": 1, "body": 1,
    "alternatives": 1,
}  # fmt: skip
_HEAD = frozenset("to from title report_author contact".split())
_SIGNED = 8  # lines of a name with post, address and numbers
_LOOK = 800  # lines that claims looks at
# "The Committee is asked to:", "It is recommended that", "Members are invited to note".
_ASKS = re.compile(
    r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)]?\s{1,9})?"
    r"(?:it is (?:therefore |hereby )?(?:recommended|proposed) (?:that|to)\b"
    r"|(?:that )?(?:the |this )?(?:[\w'&,()-]{1,24} ){0,9}?"
    r"(?:committee|cabinet|council|executive|board|panel|members?|authority|commission|governors|"
    r"forum|sub-committee|leader|mayor|holder|councillors?|group|partnership|trustees)"
    r" (?:is|are) (?:therefore |hereby |also )?"
    r"(?:asked|recommended|requested|invited)(?: to\b| that\b|:))",
    re.IGNORECASE,
)
_ASKED = ("asked", "recommended", "requested", "invited", "proposed")  # in every such line
# What minutes print and no report does.
_MINUTED = re.compile(r"RESOLVED\b|(?:MINUTES|Minutes) (?:of|OF)\b|PRESENT\b|Resolved ?[:–-]")
_PEOPLE = {"report_author": "report_author", "from": "report_author", "contact": "contact",
           "lead_officer": "lead_officer"}  # fmt: skip
_SIGNERS = ("report_author", "contact", "lead_officer")
_PAPER = 0.4  # the claim on a paper that a meeting had, by its top alone
_TOP = 60  # lines in which header fields stand
# "Cabinet - 4 March 2025": the meeting a report goes to.
_TO = re.compile(r"[A-Z][^\n]{2,110}?(?:[-–—,]|\bon\b)\s{0,9}+(?=[^\n]{6,60}$)")
# Labels of a meeting's own fields: "Date of meeting", "Committee".
_OF_MEETING = re.compile(r"\b(?:meeting|committee)\b")
# A heading that ends a recommendation: "3. Financial matters", "CONSULTATION".
_NUMBERED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?[.)]?\s+[A-Z][^.;:,]{2,70}")
_CAPITALS = re.compile(r"[A-Z][A-Z '&/,()-]{3,70}")
_VERBS = re.compile(
    r"\b(?:that|be|is|are|to|approve|note|agree|endorse|recommend|delegate|receive|consider|adopt)\b",
    re.IGNORECASE,
)


def claims(page: Page, _least: float = 0.0) -> float:
    """Return how surely the page is a report: by its headings, header lines and what it asks."""
    lines = _read(page)[:_LOOK]
    points = _points(lines)
    if any(_MINUTED.match(x.words) for x in lines):
        return min(points / 15, 0.3) if points > 2 else 0.0
    told = {0: 0.0, 1: 0.0, 2: 0.2, 3: 0.45}.get(points, 0.6 if points < 5 else 0.78)
    return max(told, _PAPER) if told < _PAPER and report_top.is_paper(lines) else told


def _points(lines: Sequence[Line]) -> int:
    """Return how many signs of a report there are, 0 where none of the surer ones is."""
    names = {x.name or "" for x in lines if _is_section(x)}
    heads = _header_points(lines[:_TOP])
    points = sum(_WORTH.get(name, 0) for name in names) + heads
    sure = any(asks(x) for x in lines) + any(is_headed(x.words) for x in lines[:_TOP])
    points += 2 * sure + any(_is_signature(x) for x in lines)
    return points if names & _NEEDED or sure or heads > 1 else 0


def _header_points(lines: Sequence[Line]) -> int:
    """Count the different fields of a report's head, no more than three."""
    names = {x.name for x in lines if x.opening and x.opening.has_colon} & _HEAD
    return min(3, len(names))


def cut(page: Page) -> Cut:
    """Cut a report into its header, sections and people."""
    document, lines = page.document, _read(page)
    if not any(x.name == "recommendation" for x in lines if _is_section(x)):
        lines = _asking(lines)
    first = next((i for i, x in enumerate(lines) if _is_section(x)), _prose(lines))
    rows, title, notices, dated = _header(document, lines[: min(first, _TOP)])
    sections = _sections(lines, first)
    rows += _late_people(document, lines[min(first, _TOP) :])
    people = iter(contacts.joined([r for r in rows if isinstance(r, Person)]))
    rows = [next(people) if isinstance(r, Person) else r for r in rows]
    return Cut(
        kind=NAME,
        layout=NAME,
        title=title or bare_title(document, lines[: min(first, _TOP)]),
        sections=tuple(sections),
        rows=tuple(rows),
        notices=tuple(notices),
        reference_date=dated,
    )


def _prose(lines: Sequence[Line]) -> int:
    """Return the index of the first sentence of a report that has no headings."""
    plain = (i for i, x in enumerate(lines) if x.opening is None and _SAID.search(x.words))
    return next((i for i in plain if len(lines[i].words.split()) > 7), len(lines))


def _read(page: Page) -> tuple[Line, ...]:
    return report_heads.read(page.read_as(NAME, numbered=True).lines)


def asks(line: Line) -> bool:
    """Tell whether a line begins with what a body is asked: "It is recommended that Cabinet"."""
    low = line.words.lower()
    return any(word in low for word in _ASKED) and _ASKS.match(line.words) is not None


def _asking(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of a report without the heading: the sentence that asks opens its part."""
    at = next((i for i, x in enumerate(lines) if asks(x) and x.opening is None), None)
    if at is None:
        return tuple(lines)
    label = labels.Label("", "recommendation", "section", "body", True, frozenset((NAME,)))
    asking = replace(lines[at], opening=labels.Opening(label, "", 0, False))
    return (*lines[:at], asking, *lines[at + 1 :])


def _is_section(line: Line) -> bool:
    return line.opening is not None and line.opening.label.role == "section" and line.kind != "row"


def _header(
    document: Document, lines: Sequence[Line]
) -> tuple[list[Row], str | None, list[Notice], str | None]:
    """Read the fields above the first section: people, title, meeting, date, the rest."""
    rows: list[Row] = []
    title: str | None = None
    notices: list[Notice] = []
    dated: str | None = None
    for at, line in enumerate(lines):
        span = _value(lines, at)
        if span is None or line.opening is None:
            continue
        name = line.name or ""
        if name in _PEOPLE:
            rows += contacts.find(document, *span, _PEOPLE[name])
        elif name == "title":
            title = title or printed(document, *span)
        else:
            rows.append(_field(document, line.opening.printed, span))
        if name in ("date", "to"):
            found = headers.find_date(document.reading[slice(*span)])
            if found and found[0] is None:
                words = printed(document, *span)[:80]
                notices.append(Notice("date.impossible", words, *span))
            dated = dated or (found[0] if found else None)
        if name == "to":
            rows += _meeting(document, span)
    if not any(isinstance(r, MeetingNote) for r in rows):
        rows += _met(document, lines)
    return rows, title, notices, dated


def _value(lines: Sequence[Line], at: int) -> tuple[int, int] | None:
    """Return the span of a field's value: on its line, else the next line without a label."""
    line = lines[at]
    if line.opening is None or line.opening.label.role != "field" or not line.opening.has_colon:
        return None
    start, stop = line.value, line.stop
    if start >= stop and at + 1 < len(lines) and _is_value(lines[at + 1]):
        start, stop = lines[at + 1].start, lines[at + 1].stop
    if line.name in _PEOPLE:
        stop = max(stop, lines[_signed(lines, at) - 1].stop)
    return (start, stop) if start < stop else None


def _is_value(line: Line) -> bool:
    return line.opening is None and len(line.words) < 300


def _signed(lines: Sequence[Line], at: int) -> int:
    """Return the index behind the lines that name a label's people: name, post, address, number.

    A line in between counts where it is a post or where an address or number follows it.
    """
    end = at + 1
    if lines[at].value >= lines[at].stop and end < len(lines) and _is_value(lines[end]):
        end += 1
    for look in range(end, min(end + _SIGNED, len(lines))):
        words = lines[look].words
        if not _is_value(lines[look]) or len(words) > 130 or _is_heading(lines[look]):
            break
        if _PERSONAL.search(words) or (look == end and contacts.is_holder(words)):
            end = look + 1
        elif words[-1] in ".;:" or len(words) > 70:
            break
    return end


# A line that goes on with an author or contact: an address, a number, or a name with a post.
_PERSONAL = re.compile(
    r"@|\b(?:Tel|Email|E-mail|Telephone|Phone|Mobile|Ext)\b\s?(?:[:.]|[Nn]o|[(0])"
    r"|^\(?0[0-9() -]{8,16}$"
    r"|^(?:Councillor |Cllr )?[A-Z][\w'-]+ (?:[A-Z]\.? )?"
    r"[A-Z][\w'-]+, [A-Z][^.]{3,100}$"
)


def _field(document: Document, label: str, span: tuple[int, int]) -> FieldValue:
    return FieldValue(
        start=span[0],
        stop=span[1],
        quote=document.text[slice(*span)],
        rule="label.field",
        label=" ".join(label.split()),
        value=printed(document, *span),
    )


def _meeting(document: Document, span: tuple[int, int]) -> list[Row]:
    """Return the meeting that "To: Cabinet - 4 March 2025" names."""
    words = document.reading[slice(*span)]
    found, dated = _TO.match(words), headers.find_date(words)
    if not found or not dated or not dated[0] or dated[2] < len(words.rstrip(" .")):
        return []
    body = re.sub(r"[\s,–—-]*(?:\b\w+day)?[\s,]*$", "", words[: dated[1]])
    if not 3 <= len(body) <= 120:
        return []
    proof = Proof("date", span[0] + dated[1], span[0] + dated[2], "report.to")
    return [_note(document, (span[0], span[0] + len(body)), dated[0], proof)]


def _note(document: Document, body: tuple[int, int], date: str, proof: Proof) -> MeetingNote:
    return MeetingNote(
        start=body[0],
        stop=body[1],
        quote=document.text[slice(*body)],
        rule="report.to",
        body=printed(document, *body),
        date=date,
        proofs=(proof,),
    )


def _met(document: Document, lines: Sequence[Line]) -> list[Row]:
    """Return the meeting whose body and day stand in two fields: "Report to", "Date of meeting"."""
    told = [(x, span) for at, x in enumerate(lines) if (span := _value(lines, at))]
    to = [(x, span) for x, span in told if x.name == "to"]
    days = [(x, span) for x, span in told if x.name == "date"]
    if len(to) != 1 or len(days) != 1:
        return []
    (addressed, body), (day, span) = to[0], days[0]
    if not (_OF_MEETING.search(_label(day)) or _OF_MEETING.search(_label(addressed))):
        return []  # the day of the report, perhaps
    dated = headers.find_date(document.reading[slice(*span)])
    if not dated or not dated[0] or not makers.kind_of(document.reading[slice(*body)]):
        return []
    proof = Proof("date", span[0] + dated[1], span[0] + dated[2], "report.to")
    return [_note(document, body, dated[0], proof)]


def _label(line: Line) -> str:
    return line.opening.label.words if line.opening else ""


def _late_people(document: Document, lines: Sequence[Line]) -> list[Row]:
    """Return authors and contacts that a report names at its end."""
    rows: list[Row] = []
    for at, line in enumerate(lines):
        if line.name in _SIGNERS:
            span = _value(lines, at)
            if span and len(document.reading[slice(*span)]) < 300:
                rows += contacts.find(document, *span, _PEOPLE[line.name])
    return rows


def _sections(lines: Sequence[Line], first: int) -> list[Section]:
    """Return the sections in reading order; text above the first heading is the header."""
    found: list[Section] = []
    if first and lines:
        kind = "header" if first <= _TOP else "body"
        found.append(Section(kind, lines[0].start, lines[first - 1].stop))
    at = first
    while at < len(lines):
        end = _signed(lines, at) if _is_signature(lines[at]) else at + 1
        while end < len(lines) and not _ends(lines, at, end):
            end += 1
        found += _section(lines[at:end])
        at = end
    return found


def _ends(lines: Sequence[Line], start: int, at: int) -> bool:
    """Tell whether a new section starts at a line."""
    if _is_section(lines[at]) or _is_signature(lines[at]):
        return True
    if _is_signature(lines[start]):
        return True
    block = lines[start].block
    if block and block.kind == "row" and report_heads.is_field(lines[at]):
        return True  # of a front sheet, the next field
    return lines[start].name == "recommendation" and at > start + 1 and _is_heading(lines[at])


def _is_signature(line: Line) -> bool:
    """Tell whether a line names the report's author or contact."""
    return line.name in _SIGNERS and line.opening is not None and line.opening.has_colon


def _is_heading(line: Line) -> bool:
    words = line.words
    if line.kind == "heading":
        return True
    shaped = bool(_NUMBERED.fullmatch(words)) and not _VERBS.search(words)
    return shaped or (bool(_CAPITALS.fullmatch(words)) and not labels.page_kind(words))


def _section(lines: Sequence[Line]) -> list[Section]:
    head = lines[0]
    if _is_signature(head):
        return [Section("contact", head.start, lines[-1].stop)]
    if not _is_section(head) or head.opening is None:
        return [Section("body", head.start, lines[-1].stop)]
    start = head.value
    if start >= head.stop:
        if len(lines) == 1:
            return []
        start = lines[1].start
    if head.name == "recommendation":
        start = _unnumbered(lines, start)
    return [Section(head.opening.label.name, start, lines[-1].stop, None, head.opening.printed)]


def _unnumbered(lines: Sequence[Line], start: int) -> int:
    """Return where a recommendation starts behind the number of its lead-in.

    "2.1 The Committee is asked to:" is no point of the list that it leads.
    """
    line = next(x for x in lines if x.stop > start)
    number = _PARAGRAPH.match(line.words)
    if not number or start != line.start or not asks(line):
        return start
    return start + number.end()


_SAID = re.compile(r"[a-z)0-9][.:]$")
_PARAGRAPH = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)]?\s{1,9}")
