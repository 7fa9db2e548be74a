"""A list of decisions (mgDelegatedDecisions, mgListOfficerDecisions): one row for each entry.

As text: `dd/mm/yyyy - Title ref: 1234   Status`, purpose, then label lines; its leading date is
the decision date where a "Decision published" label stands beside it. As a table: Title, Date
(of publication), Effective from, Call-ins (SCHEMA, ruling on lists).
"""

import re
from collections.abc import Sequence

from extractors import documents, headers, labels
from extractors.cut import Cut
from extractors.layouts import bodies
from extractors.layouts.draft import Draft
from extractors.layouts.page import Line, Page, address_id, printed
from schemas.document import Cell, Document, Link, Section, Table

NAME = "decision_list"
# "05/03/2019 - Title ref: 1234   Recommendations Approved"
_ENTRY = re.compile(r"(?P<date>[0-9]{2}/[0-9]{2}/[0-9]{4})\s+[-–]\s+(?P<title>\S.*)")
_REF = re.compile(
    r"(?:(?<!\s)\s++)?+\bref:\s*+(?P<ref>[A-Z]{0,3}[0-9]{1,7})\b(?:\s++(?P<status>\S.{1,80}))?$"
)
# Glued cells of a compact table: "Title ref: 2653129/11/202429/11/2024".
_GLUED = re.compile(
    r"(?<=...)\bref:\s*+(?P<ref>[0-9]{1,7}?)(?P<date>[0-9]{2}/[0-9]{2}/[0-9]{4})"
    r"\s*+(?P<from>[0-9]{2}/[0-9]{2}/[0-9]{4})?(?P<call>.{0,60})$"
)
_ENDS = frozenset(("publication_date", "effective_date", "lead_officer"))
_LONGEST_TITLE = 300
# What stands above an entry and is no title: the page's own headings and hints, a purpose.
_NO_TITLE = re.compile(
    r"""(?: to \s [a-z] | (?:forthcoming\s)? decisions? \s (?:published|made|taken|between|due|that)
      | (?:use|search) \s (?:the|this|our|below|options|for\sdecisions) | the\sfollowing\s
      | forthcoming\s(?:executive\s)?decisions | alternatively\b | earlier\s[-–] | welcome\sto\s
      | key\sdecisions?\s(?:are|is) | this\spage\s | you\scan\s | please\s )""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT_CALLED = re.compile(r"(?:not for call[- ]?in|not subject to call[- ]?in)", re.IGNORECASE)
_ADDRESS = re.compile(r"mg(?:DelegatedDecisions|ListOfficerDecisions)\.aspx", re.IGNORECASE)


def claims(page: Page) -> float:
    """Return how surely the page lists decisions."""
    if any(_ADDRESS.search(value) for _, value in page.document.meta):
        return 1.0
    if _tables(page.document):
        return 0.95
    lines = page.read_as(NAME).lines
    entries = [x for x in lines if _is_entry(x)]
    names = [x.name for x in lines if x.opening]
    if entries and (any(_REF.search(x.words) for x in entries) or names.count("publication_date")):
        return 0.95
    if any(_run_together(x) for x in lines):
        return 0.9
    return 0.85 if names.count("decision_maker") > 1 and len(_ENDS & set(names)) else 0.0


def cut(page: Page) -> Cut:
    """Cut a list into its entries."""
    document, page = page.document, page.read_as(NAME)
    drafts: list[tuple[Draft, tuple[int, int]]] = []
    for table in _tables(document):
        _table(document, table, drafts)
    if not drafts:
        for lines in _entries(page.lines):
            drafts.append(
                (_entry(document, len(drafts) + 1, lines), (lines[0].start, lines[-1].stop))
            )
    if not drafts:
        for line in page.lines:
            if found := _run_together(line):
                draft = _glued(document, len(drafts) + 1, line, found)
                drafts.append((draft, (line.start, line.stop)))
    decisions = tuple(draft.decision(*span) for draft, span in drafts)
    banner = _banner(page, decisions[0].start) if decisions else []
    return Cut(
        kind=NAME,
        layout=NAME,
        sections=(*banner, *(s for d, _ in drafts for s in d.sections)),
        decisions=decisions,
        rows=tuple(r for d, _ in drafts for r in d.rows),
        notices=tuple(n for d, _ in drafts for n in d.notices),
    )


def _banner(page: Page, stop: int) -> list[Section]:
    """Return the lines above the first entry that name sums ("key decisions are over £500,000")."""
    above = (x for x in page.lines if x.stop <= stop and "£" in x.words)
    return [Section("header", x.start, x.stop) for x in above]


def _is_entry(line: Line) -> bool:
    return line.opening is None and bool(_ENTRY.match(line.words))


def _entries(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each entry.

    Where no title line is dated (forthcoming decisions, or titles lost), an entry starts at a
    Decision Maker behind the closing labels of the one before, with the unlabelled lines above it.
    """
    if any(_is_entry(x) for x in lines):
        return _dated(lines)
    found: list[list[Line]] = []
    closed, above = True, list[Line]()
    for at, line in enumerate(lines):
        if closed and line.name == "decision_maker":
            found.append([*_own(above), line])
            closed, above = False, []
        elif closed and line.opening is None and not _in_section(lines, at):
            above.append(line)
        elif found:
            found[-1] += [*above, line]
            closed, above = closed or line.name in _ENDS, []
    return found


def _dated(lines: Sequence[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if _is_entry(line):
            found.append([line])
        elif found:
            found[-1].append(line)
    return found


def _in_section(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line without a label goes on with a section's text."""
    while at and lines[at].opening is None:
        at -= 1
    opening = lines[at].opening
    return opening is not None and opening.label.role == "section"


def _own(above: Sequence[Line]) -> list[Line]:
    """Return the lines above a Decision Maker that are its entry's: title and purpose, if any."""
    at = len(above)
    while at and not _is_title(above[at - 1]):
        at -= 1
    return list(above[at - 1 :]) if at else [x for x in above if bodies.is_purpose(x.words)]


def _is_title(line: Line) -> bool:
    words = line.words
    plain = len(words) <= _LONGEST_TITLE and words[0].isupper() and words[-1] not in ".;:,"
    return plain and not _NO_TITLE.match(words) and labels.page_kind(words) is None


def _entry(document: Document, number: int, lines: Sequence[Line]) -> Draft:
    draft = Draft(document, number)
    at = 0
    first = lines[0]
    leading = _ENTRY.match(first.words)
    if leading:
        _heading(draft, first, leading)
        at = 1
    elif first.opening is None and _is_title(first):
        draft.title(first.start, first.stop)
        draft.sections.append(Section("header", first.start, first.stop, number, None))
        at = 1
    purpose: list[Line] = []
    while at < len(lines) and lines[at].opening is None:
        purpose.append(lines[at])
        at += 1
    if purpose:
        draft.part("purpose", purpose, purpose[0].start, None)
    while at < len(lines):
        at = _field(draft, lines, at)
    if leading and "publication_date" in draft.columns:
        span = first.start + leading.start("date"), first.start + leading.end("date")
        draft.field("decision_date", "", *span)
    draft.texts()
    draft.maker_from_meeting()
    draft.meeting_note()
    draft.exempt(first.start, lines[-1].stop)
    return draft


def _heading(draft: Draft, line: Line, found: re.Match[str]) -> None:
    """Read title, reference and status of an entry's first line."""
    start, stop = line.start + found.start("title"), line.stop
    ref = _REF.search(line.words, found.start("title"))
    if ref:
        stop = line.start + ref.start()
        span = line.start + ref.start("ref"), line.start + ref.end("ref")
        draft.say("reference", ref["ref"], *span, "list.ref")
        if ref["status"]:
            span = line.start + ref.start("status"), line.start + ref.end("status")
            draft.field("status_text", "", *span)
    if start < stop:
        draft.title(start, stop)
        draft.sections.append(Section("header", start, stop, draft.number, None))


def _field(draft: Draft, lines: Sequence[Line], at: int) -> int:
    """Read the field or section at an index; return the index behind it."""
    line = lines[at]
    end = at + 1
    if line.opening is None:
        return end
    if line.opening.label.role == "section":
        while end < len(lines) and lines[end].opening is None:
            end += 1
        kept = list(lines[at:end])
        start = line.value
        if start >= line.stop and len(kept) > 1:
            kept = kept[1:]
            start = kept[0].start
        if kept and start < kept[-1].stop and line.name != "documents":
            draft.part(line.name or "body", kept, start, line.opening.printed)
        return end
    start, stop = line.value, line.stop
    if start >= stop and end < len(lines) and lines[end].opening is None:
        start, stop, end = lines[end].start, lines[end].stop, end + 1
    if start < stop:
        draft.field(line.name or "", line.opening.printed, start, stop)
    return end


def _run_together(line: Line) -> re.Match[str] | None:
    return _GLUED.search(line.words) if len(line.words) < 400 else None


def _glued(document: Document, number: int, line: Line, found: re.Match[str]) -> Draft:
    """Read an entry whose cells ran together."""
    draft = Draft(document, number)
    at = line.start
    draft.title(at, at + len(line.words[: found.start()].rstrip()))
    draft.say("reference", found["ref"], at + found.start("ref"), at + found.end("ref"), "list.ref")
    draft.field("publication_date", "", at + found.start("date"), at + found.end("date"))
    if found["from"]:
        draft.field("effective_date", "", at + found.start("from"), at + found.end("from"))
    return draft


def _tables(document: Document) -> list[Table]:
    """Return the tables of the page that list decisions, told by the heads of their columns."""
    return [t for t in document.tables if {"title", "date"} <= set(_heads(document, t).values())]


def _heads(document: Document, table: Table) -> dict[int, str]:
    return {
        c.column: printed(document, c.start, c.stop).casefold()
        for c in table.cells
        if c.row == 0 and c.start < c.stop
    }


def _table(document: Document, table: Table, drafts: list[tuple[Draft, tuple[int, int]]]) -> None:
    heads = _heads(document, table)
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.row > 0:
            rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        named = {heads.get(c.column, ""): c for c in cells if c.start < c.stop}
        if "title" not in named or not _is_decision(document, named["title"]):
            continue
        draft = Draft(document, len(drafts) + 1)
        _row(draft, named)
        stop = max(c.stop for c in named.values())
        drafts.append((draft, (named["title"].start, stop)))


def _link(document: Document, cell: Cell) -> Link | None:
    return next(iter(documents.links_in(document, cell.start, cell.stop)), None)


def _is_decision(document: Document, cell: Cell) -> bool:
    """Tell whether a row is a decision: its link, where it has one, leads to a decision page."""
    link = _link(document, cell)
    return link is None or "iedecisiondetails" in link.href.casefold()


def _row(draft: Draft, named: dict[str, Cell]) -> None:
    """Read a row of the table view; its Date is the day of publication."""
    document, cell = draft.document, named["title"]
    stop = cell.stop
    if ref := _REF.search(document.reading, cell.start, cell.stop):
        draft.say("reference", ref["ref"], *ref.span("ref"), "list.ref")
        stop = ref.start()
    draft.title(cell.start, stop)
    draft.sections.append(Section("header", cell.start, stop, draft.number, None))
    for head, column in (("date", "publication_date"), ("effective from", "effective_date")):
        if head in named and headers.find_date(
            printed(document, named[head].start, named[head].stop)
        ):
            draft.field(column, "", named[head].start, named[head].stop)
    called = named.get("call-ins")
    if called and _NOT_CALLED.match(document.reading[called.start : called.stop].lstrip()):
        draft.say("is_subject_to_call_in", 0, called.start, called.stop, "list.call_ins")
    link = _link(document, cell)
    known = address_id(link.href) if link else None
    if known:
        draft.columns["entry_id"] = known.split(":")[1]
