"""An officer's report: header lines, then recommendation, summary, background, implications.

From HTML, PDF or text. Nothing in a report was decided, so it gives no decision row.
"""

import re
from collections.abc import Sequence

from extractors import contacts, headers, labels
from extractors.cut import Cut
from extractors.layouts.page import Line, Page, printed
from schemas.document import Document, Notice, Section
from schemas.facts import FieldValue, Proof, Row
from schemas.records import MeetingNote

NAME = "report"
_OWN = frozenset("recommendation summary background implications purpose".split())
_NEEDED = frozenset("recommendation summary implications".split())
_PEOPLE = {"report_author": "report_author", "from": "report_author", "contact": "contact"}
_TOP = 60  # lines in which header fields stand
# "Cabinet - 4 March 2025": the meeting a report goes to.
_TO = re.compile(r"[A-Z][^\n]{2,110}?(?:[-–—,]|\bon\b)\s{0,9}+(?=[^\n]{6,60}$)")
# A heading that ends a recommendation: "3. Financial matters", "CONSULTATION".
_NUMBERED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?[.)]?\s+[A-Z][^.;:,]{2,70}")
_CAPITALS = re.compile(r"[A-Z][A-Z '&/,()-]{3,70}")
_VERBS = re.compile(
    r"\b(?:that|be|is|are|to|approve|note|agree|endorse|recommend|delegate|receive|consider|adopt)\b",
    re.IGNORECASE,
)


def claims(page: Page) -> float:
    """Return how surely the page is a report: by the sorts of section headings it has."""
    lines = page.read_as(NAME, numbered=True).lines
    names = {x.name for x in lines if _is_section(x)} & _OWN
    if not names & _NEEDED:
        return 0.0
    return {1: 0.2, 2: 0.6}.get(len(names), 0.8)


def cut(page: Page) -> Cut:
    """Cut a report into its header, sections and people."""
    document, lines = page.document, page.read_as(NAME, numbered=True).lines
    first = next((i for i, x in enumerate(lines) if _is_section(x)), len(lines))
    rows, title, notices, dated = _header(document, lines[: min(first, _TOP)])
    sections = _sections(lines, first)
    rows += _late_people(document, lines[first:])
    return Cut(
        kind=NAME,
        layout=NAME,
        title=title,
        sections=tuple(sections),
        rows=tuple(rows),
        notices=tuple(notices),
        reference_date=dated,
    )


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
    return rows, title, notices, dated


def _value(lines: Sequence[Line], at: int) -> tuple[int, int] | None:
    """Return the span of a field's value: on its line, else the next line without a label."""
    line = lines[at]
    if line.opening is None or line.opening.label.role != "field" or not line.opening.has_colon:
        return None
    start, stop, at = line.value, line.stop, at + 1
    if start >= stop and at < len(lines) and _is_value(lines[at]):
        start, stop, at = lines[at].start, lines[at].stop, at + 1
    while line.name in _PEOPLE and at < len(lines) and _is_value(lines[at]):
        if not _PERSONAL.search(lines[at].words):
            break
        stop, at = lines[at].stop, at + 1
    return (start, stop) if start < stop else None


def _is_value(line: Line) -> bool:
    return line.opening is None and len(line.words) < 300


# A line that goes on with an author or contact: an address, a number, or a name with a post.
_PERSONAL = re.compile(
    r"@|\b(?:Tel|Email|E-mail|Telephone)\b\s?[:.]"
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
    start, stop = span[0], span[0] + len(body)
    proof = Proof("date", span[0] + dated[1], span[0] + dated[2], "report.to")
    return [
        MeetingNote(
            start=start,
            stop=stop,
            quote=document.text[start:stop],
            rule="report.to",
            body=printed(document, start, stop),
            date=dated[0],
            proofs=(proof,),
        )
    ]


def _late_people(document: Document, lines: Sequence[Line]) -> list[Row]:
    """Return authors and contacts that a report names at its end."""
    rows: list[Row] = []
    for at, line in enumerate(lines):
        if line.name in ("report_author", "contact"):
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
        end = at + 1
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
        return not _PERSONAL.search(lines[at].words)
    return lines[start].name == "recommendation" and at > start + 1 and _is_heading(lines[at])


def _is_signature(line: Line) -> bool:
    """Tell whether a line names the report's author or contact."""
    names = ("report_author", "contact")
    return line.name in names and line.opening is not None and line.opening.has_colon


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
    return [Section(head.opening.label.name, start, lines[-1].stop, None, head.opening.printed)]
