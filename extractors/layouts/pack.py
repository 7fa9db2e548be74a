"""A public pack: agenda frontsheet, minutes of the last meeting, reports and appendices in one.

A paper begins at the top of a page: at the stamp of its agenda item ("Agenda Item 4"), or where
the head of minutes, of a report, of a record of decision or of an appendix stands. Each is then
cut by the layout of its kind, so that nothing of one is read as another's. Text without pages is
parted at the heads of minutes and reports alone. Source: MARKUP 3 and 7.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors import documents
from extractors.cut import Cut
from extractors.layouts import decision_record, items, meeting, report, report_titles
from extractors.layouts.head_lines import printed_head
from extractors.layouts.page import Line, Page, printed
from schemas.document import Document, Section
from schemas.facts import Claim, Proof, Row
from schemas.records import Decision, MeetingNote, Paper

NAME = "pack"
_TOP = 22  # lines of a page among which the head of a paper stands
_EDGE = 5  # lines at the top of a page that can be a stamp
_LETTERHEAD = 8  # lines among which the council's name and a stamp stand over a report's fields
_FEWEST = 3  # papers of a pack without a stamp or frontsheet
# "Agenda Item 4", "Agenda Item No: 5a", stamped on the first page of an item's papers.
_STAMP = re.compile(
    r"(?:agenda |minute )item(?: no\.?| number)?\s?[:.]?\s?(?P<number>[0-9]{1,3}[a-z]?)\.?",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"(?:(?:public |supplementary |summons and )?agenda(?: frontsheet| and reports| pack)?"
    r"|(?:notice|summons)(?: and agenda)?(?: of (?:a )?meeting)?|public document pack"
    r"|agenda (?:for (?:a|the) )?(?:meeting|reports?)\b.{0,80})",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"(?:appendix|annexe?|enclosure)(?:\s[A-Z0-9]{1,3}(?:\.[0-9]{1,2})?)?(?:\s?[:–-]\s?.{3,120})?",
    re.IGNORECASE,
)
_RESTRICTED = re.compile(r"document is (?:restricted|exempt|confidential)", re.IGNORECASE)
_BLANK_PAGE = re.compile(
    r"(?:this page is (?:intentionally |deliberately )?(?:left )?blank|page [0-9]{1,4}"
    r"|public document pack)",
    re.IGNORECASE,
)
# "(Pages 3 - 10)" behind an item of the frontsheet.
_PAGES = re.compile(r"\s{0,3}\(?\bpages?\s[0-9]{1,4}(?:\s?[-–]\s?[0-9]{1,4})?\)?$", re.IGNORECASE)
_PRESENT = frozenset(("present", "apologies", "in_attendance"))
_HEADS = frozenset(("from", "to", "title", "report_author", "date"))


@dataclass
class _Part:
    """A paper: what it is, the number of its agenda item, its lines."""

    kind: str
    item: str | None = None
    head: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass
class _Top:
    """The top of a page: its stamp, the first lines, where the page's lines begin."""

    at: int
    item: str | None
    lines: Sequence[Line]
    printed: tuple[str, ...]


def claims(page: Page, _least: float = 0.0) -> float:
    """Return how surely the page holds several papers."""
    if len(page.document.pages) < 3 and "\f" not in page.document.text and not _may_part(page):
        return 0.0
    return 0.985 if _is_pack(_parts(page)) else 0.0


def _may_part(page: Page) -> bool:
    """Tell by a quick look whether text without pages can hold several papers."""
    words = page.document.reading
    return len(page.lines) > 40 and len(_QUICK.findall(words, 0, 2_000_000)) > 1


# Lines that head minutes or reports.
_QUICK = re.compile(
    r"^[ \t]{0,20}(?:minutes of|report (?:of|by|to|from)\b|(?:from|subject|report title):)",
    re.IGNORECASE | re.MULTILINE,
)


def _is_pack(parts: Sequence[_Part]) -> bool:
    kinds = [p.kind for p in parts if p.kind in ("agenda", "minutes", "report", "record")]
    stamps = {p.item for p in parts if p.item}
    if len(parts) < 2 or not kinds:
        return False
    if "agenda" in kinds:
        return len(kinds) > 1 or len(stamps) > 1
    return (
        len(stamps) > 1
        or kinds.count("report") > 1
        or (len(kinds) >= _FEWEST or (kinds[0] == "minutes" and "report" in kinds))
    )


def cut(page: Page) -> Cut:
    """Cut a pack into its papers, and every paper by the layout of its kind."""
    parts = _parts(page)
    titles = _titles(page.document, parts)
    made = Cut(kind=NAME, layout=NAME, is_complete=page.is_complete)
    agenda: Cut | None = None
    for number, part in enumerate(parts, 1):
        own = _cut(page, part)
        agenda = agenda or (own if part.kind == "agenda" else None)
        made = _joined(made, own, _paper(page.document, part, own, number, agenda, titles))
    return replace(
        made,
        title=(agenda.title if agenda else None) or made.title,
        reference_date=(agenda.reference_date if agenda else None) or made.reference_date,
    )


# Parting


def _parts(page: Page) -> list[_Part]:
    """Return the papers in reading order."""
    found: list[_Part] = []
    lines = page.lines
    tops = {top.at: top for top in _tops(page)}
    for at, line in enumerate(lines):
        top = tops.get(at)
        opened = _opens(top, found) if top else None
        if opened:
            found.append(opened)
        if found and not _is_stamp(line, top):
            found[-1].lines.append(line)
    return [p for p in found if p.lines]


def _is_stamp(line: Line, top: _Top | None) -> bool:
    stamped = _STAMP.fullmatch(line.words) is not None and line.words[:1] in "AaMm"
    return bool(top and stamped) or _BLANK_PAGE.fullmatch(line.words) is not None


def _tops(page: Page) -> Iterator[_Top]:
    """Yield the tops of pages; of text without pages, every line that may head a paper."""
    document, lines = page.document, page.lines
    pages = [(p.start, p.stop) for p in document.pages] or _fed(document)
    if not pages:
        yield from _headed(page)
        return
    at = 0
    for start, stop in pages:
        while at < len(lines) and lines[at].start < start:
            at += 1
        if at < len(lines) and lines[at].start < stop:
            said = document.text[start : min(stop, start + 1500)].split("\n")
            shown = tuple(x.strip() for x in said if x.strip())[:_TOP]
            end = at
            while end < len(lines) and end < at + _TOP and lines[end].start < stop:
                end += 1
            yield _Top(at, _stamped(shown), lines[at:end], shown)


def _fed(document: Document) -> list[tuple[int, int]]:
    """Return the pages of text that was made from a PDF with form feeds between."""
    cuts = [m.end() for m in re.finditer("\f", document.text)]
    if not cuts:
        return []
    return list(zip([0, *cuts], [*cuts, len(document.text)], strict=True))


def _headed(page: Page) -> Iterator[_Top]:
    lines = page.lines
    if not _may_part(page):
        return
    for at, line in enumerate(lines):
        near = lines[at : at + _TOP]
        starts = _starts_report(lines, at) and not 0 < at < _LETTERHEAD
        if at == 0 or _starts_minutes(near) or starts:
            yield _Top(at, None, near, (line.words,))


def _starts_minutes(lines: Sequence[Line]) -> bool:
    """Tell whether a line heads minutes: those present are named below it."""
    if printed_head(lines[:1]) is None:
        return False
    read = (x.openings for x in lines[1:16])
    return any(o.label.name in _PRESENT for openings in read for o in openings)


def _starts_report(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the first line of a head of at least three fields stands here."""
    if at and _fields(lines[at - 1 : at]):
        return False
    return len(_fields(lines[at : at + 1])) == 1 and len(_fields(lines[at : at + 7])) > 2


def _fields(lines: Sequence[Line]) -> set[str]:
    """Return the fields of a report's head among lines, told by label and colon."""
    return {
        o.label.name
        for x in lines
        for o in x.openings
        if o.has_colon and o.label.name in _HEADS and o.label.on(report.NAME)
    }


def _stamped(shown: Sequence[str]) -> str | None:
    """Return the number of the agenda item that is stamped on a page."""
    for words in (*shown[:_EDGE], *shown[-2:]):
        if words[:1] in "AaMm" and (found := _STAMP.fullmatch(words)):
            return found["number"]
    return None


def _opens(top: _Top, found: Sequence[_Part]) -> _Part | None:
    """Return the paper that begins at the top of a page, None where one goes on."""
    last = found[-1] if found else None
    kind, head = _kind_at(top, first=last is None)
    is_new = top.item is not None and (last is None or last.item != top.item)
    if is_new or last is None:
        return _Part(kind or "other", top.item, head)
    repeats = kind == last.kind and head == last.head
    if kind is None or repeats or kind == "agenda":
        return None
    return _Part(kind, top.item or last.item, head)


def _kind_at(top: _Top, *, first: bool) -> tuple[str | None, str]:
    """Return the kind of the paper whose head stands at the top of a page, and its first words."""
    lines = top.lines
    head = lines[0].words if lines else ""
    minutes = printed_head(lines)
    if minutes and not _is_front(lines):
        return "minutes", minutes[0]
    if any(_RESTRICTED.search(words) for words in top.printed[:_TOP]):
        return "restricted", head
    if any(decision_record.is_form(x) for x in lines[:10]):
        return "record", head
    for words in top.printed[:4]:
        if _APPENDIX.fullmatch(words):
            return "appendix", words
    if first and any(_AGENDA.fullmatch(words) for words in top.printed):
        return "agenda", head
    if len(_fields(lines[:14])) > 1 or any(report_titles.is_headed(w) for w in top.printed[:12]):
        return "report", head
    return ("agenda", head) if first and _is_front(lines) else (None, head)


def _is_front(lines: Sequence[Line]) -> bool:
    """Tell whether a frontsheet's items stand below: "1. Apologies", "(Pages 3 - 10)"."""
    return (
        any(_AGENDA.fullmatch(x.words) for x in lines)
        or sum(_PAGES.search(x.words[-30:]) is not None for x in lines) > 1
    )


# Cutting


def _cut(page: Page, part: _Part) -> Cut:
    """Cut one paper by the layout of its kind."""
    own = replace(page, kind="", lines=tuple(part.lines))
    if part.kind == "minutes":
        return meeting.cut(own)
    if part.kind == "record":
        made = decision_record.cut(own)
        return made if made.kind == "decision" else _told(made)
    if part.kind == "agenda":
        return _told(meeting.cut(own), "agenda_text")
    if part.kind == "report" or (part.kind == "other" and part.item and report.claims(own)):
        part.kind = "report"
        return report.cut(own)
    start, stop = part.lines[0].start, part.lines[-1].stop
    title = part.head if part.kind == "appendix" else None
    return Cut(part.kind, NAME, title, sections=(Section("body", start, stop),))


def _told(made: Cut, kind: str = "body") -> Cut:
    """Return a paper that decides nothing: what it proposes or announces is text."""
    kept = ("header", "attendance", "contact")
    sections = tuple(
        replace(s, decision=None, kind=s.kind if s.kind in kept else kind) for s in made.sections
    )
    rows = tuple(replace(r, decision_id=None) if isinstance(r, Claim) else r for r in made.rows)
    return replace(made, decisions=(), sections=sections, rows=rows)


def _joined(made: Cut, own: Cut, paper: Paper) -> Cut:
    """Add a paper to the pack; its decisions are numbered on."""
    base = len(made.decisions)
    return replace(
        made,
        title=made.title or own.title,
        sections=made.sections + tuple(_renumbered(s, base) for s in own.sections),
        decisions=made.decisions + tuple(_renamed(d, base) for d in own.decisions),
        rows=(*made.rows, paper, *(_moved(r, base) for r in own.rows)),
        notices=made.notices + own.notices,
        reference_date=made.reference_date or own.reference_date,
    )


def _renumbered(section: Section, base: int) -> Section:
    return replace(section, decision=section.decision + base) if section.decision else section


def _renamed(decision: Decision, base: int) -> Decision:
    return replace(decision, id=decision.id + base, position=decision.position + base)


def _moved(row: Row, base: int) -> Row:
    if isinstance(row, Claim) and row.decision_id:
        return replace(row, decision_id=row.decision_id + base)
    return row


def _paper(
    document: Document,
    part: _Part,
    own: Cut,
    number: int,
    agenda: Cut | None,
    titles: dict[str, tuple[int, int]],
) -> Paper:
    """Return the row of one paper: what it is, and the meeting that it is of or goes to."""
    first, last = part.lines[0], part.lines[-1]
    note = _note(own) or (_note(agenda) if agenda and part.kind != "minutes" else None)
    title, proofs = own.title, []
    if note:
        proofs.append(Proof("body", note.start, note.stop, note.rule))
        proofs += [p for p in note.proofs if p.column == "date"]
    if not title and part.item in titles:
        title = documents.clean(printed(document, *titles[part.item]))
        proofs.append(Proof("title", *titles[part.item], "pack.item_title"))
    return Paper(
        start=first.start,
        stop=first.stop,
        quote=document.text[first.start : first.stop],
        rule="pack.paper",
        position=number,
        kind=part.kind,
        item_number=part.item,
        title=title or None,
        body=note.body if note else None,
        date=note.date if note else None,
        page_from=_page_number(document, first.start),
        page_to=_page_number(document, max(last.start, last.stop - 1)),
        ends=last.stop,
        proofs=tuple(proofs),
    )


def _note(own: Cut | None) -> MeetingNote | None:
    return next((r for r in own.rows if isinstance(r, MeetingNote)), None) if own else None


def _page_number(document: Document, offset: int) -> int | None:
    pages = document.pages
    held = (n for n, p in enumerate(pages, 1) if p.start <= offset <= p.stop)
    return next(held, None)


def _titles(document: Document, parts: Sequence[_Part]) -> dict[str, tuple[int, int]]:
    """Return the titles of the frontsheet's items by their numbers."""
    found: dict[str, tuple[int, int]] = {}
    for part in parts:
        for item in items.split(part.lines)[1] if part.kind == "agenda" else ():
            number = (item.number or "").strip(" .)")
            if item.title and number and number not in found:
                start, stop = item.title
                listed = _PAGES.search(document.reading, start, stop)
                found[number] = (start, listed.start() if listed else stop)
    return found
