"""A list of decisions (mgDelegatedDecisions, mgListOfficerDecisions): one row for each entry.

As text: `dd/mm/yyyy - Title ref: 1234   Status`, purpose, then label lines; its leading date is
the decision date where a "Decision published" label stands beside it. As a table: Title, Date
(of publication), Effective from, Call-ins (SCHEMA, ruling on lists).
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from extractors import headers, labels, makers
from extractors.cut import Cut
from extractors.layouts import bodies, list_table
from extractors.layouts.draft import Draft
from extractors.layouts.page import Line, Page
from extractors.layouts.refs import REF
from schemas.document import Document, Section

NAME = "decision_list"
# "05/03/2019 - Title ref: 1234   Recommendations Approved"
_ENTRY = re.compile(r"(?P<date>[0-9]{2}/[0-9]{2}/[0-9]{4})\s+[-–]\s+(?P<title>\S.*)")
# Glued cells of a compact table: "Title ref: 2653129/11/202429/11/2024".
_GLUED = re.compile(
    r"(?<=...)\bref:\s*+(?P<ref>[0-9]{1,7}?)(?P<date>[0-9]{2}/[0-9]{2}/[0-9]{4})"
    r"\s*+(?P<from>[0-9]{2}/[0-9]{2}/[0-9]{4})?(?P<call>.{0,60})$"
)
# Two columns that ran together: "Title Date", and below it "Sale of the mill 05/03/2019".
_TWO_HEADS = re.compile(r"(?:decision\s)?title\s{1,4}(?:decision\s)?date", re.IGNORECASE)
_TWO = re.compile(r"(?P<title>\S.{2,400}?)\s{1,6}(?P<date>[0-9]{2}/[0-9]{2}/[0-9]{4})")
_NEW = re.compile(r"\s{1,6}New!$")  # a forward plan's mark
_ENDS = frozenset(("publication_date", "effective_date", "lead_officer"))
# What closes a block, so that another Decision Maker is another decision's.
_CLOSES = frozenset(("publication_date", "decided_at", "decision", "due"))
_LONGEST_TITLE = 300
# What stands above an entry and is no title: the page's own headings and hints, a purpose.
_NO_TITLE = re.compile(
    r"""(?: to \s [a-z] | (?:forthcoming\s)? decisions? \s (?:published|made|taken|between|due|that)
      | (?:use|search) \s (?:the|this|our|below|options|for\sdecisions) | the\sfollowing\s
      | forthcoming\s(?:executive\s)?decisions | alternatively\b | earlier\s[-–] | welcome\sto\s
      | key\sdecisions?\s(?:are|is) | this\spage\s | you\scan\s | please\s )""",
    re.VERBOSE | re.IGNORECASE,
)
_FORTHCOMING = re.compile(
    r"forthcoming (?:executive |key )?decisions|(?:title|issue)\b.{0,40}\bdecision due",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"mg(?:DelegatedDecisions|ListOfficerDecisions|ForthcomingDecisions)\.aspx", re.IGNORECASE
)


def claims(page: Page, least: float = 0.0) -> float:
    """Return how surely the page lists decisions."""
    if any(_ADDRESS.search(value) for _, value in page.document.meta):
        return 1.0
    if least > 0.95:
        return 0.0
    if list_table.tables(page.document):
        return 0.95
    lines = page.read_as(NAME).lines
    entries = [x for x in lines if _is_entry(x)]
    names = [x.name for x in lines if x.opening]
    if entries and (any(REF.search(x.words) for x in entries) or names.count("publication_date")):
        return 0.95
    if any(_run_together(x) for x in lines) or _in_two(lines):
        return 0.9
    if names.count("decision_maker") > 1 and len(_ENDS & set(names)):
        return 0.85
    if any(x.words.casefold().rstrip(".") == "no matching decisions" for x in lines):
        return 0.85
    # One entry, its title lost: labels that only lists print.
    printed = {x.opening.printed.casefold() for x in lines if x.opening}
    return 0.85 if {"decision maker", "decision published"} <= printed else 0.0


def cut(page: Page) -> Cut:
    """Cut a list into its entries."""
    document, page = page.document, page.read_as(NAME)
    drafts: list[tuple[Draft, tuple[int, int]]] = []
    for table in list_table.tables(document):
        list_table.read(document, table, drafts)
    if not drafts:
        for lines in _entries(page.lines):
            drafts += _decisions(document, len(drafts) + 1, lines)
    if not drafts:
        for line in page.lines:
            if found := _run_together(line):
                draft = _glued(document, len(drafts) + 1, line, found, _is_forthcoming(page))
                drafts.append((draft, (line.start, line.stop)))
    if not drafts:
        for line, found in _in_two(page.lines):
            draft = _short(document, len(drafts) + 1, line, found)
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
    plain = plain and not re.search(r"[a-z]{3}[.?!] [A-Z]", words)
    return plain and not _NO_TITLE.match(words) and labels.page_kind(words) is None


def _decisions(
    document: Document, number: int, lines: Sequence[Line]
) -> list[tuple[Draft, tuple[int, int]]]:
    """Return the decisions of an entry: one for each block that names a Decision Maker.

    A matter that one body decided and another confirmed has one entry and several blocks; title
    and purpose, which stand above the first, are those of all.
    """
    makers = [at for at, x in enumerate(lines) if x.name == "decision_maker"]
    starts = [0, *(b for a, b in pairwise(makers) if _is_closed(lines[a + 1 : b]))]
    found = []
    for n, (begin, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True)):
        above = lines[: makers[0]] if n else ()
        block = lines[begin:end]
        draft = _entry(document, number + n, [*above, *block])
        found.append((draft, (block[0].start, block[-1].stop)))
    if len(found) > 1:
        _share_date(lines[0], [draft for draft, _ in found])
    return found


def _is_closed(lines: Sequence[Line]) -> bool:
    """Tell whether a block has more than its maker: several makers in a row are one decision's."""
    return any(x.name in _CLOSES for x in lines)


def _share_date(first: Line, drafts: Sequence[Draft]) -> None:
    """Leave an entry's leading date to the block that it is of; others have their meeting's."""
    leading = _ENTRY.match(first.words)
    dated = headers.find_date(leading["date"]) if leading else None
    for draft in drafts:
        said = draft.columns
        met, day = said.get("meeting_date"), dated[0] if dated else None
        if met == day or "decision_date" not in said:
            continue
        if met is None and _alone(drafts, draft, day):
            continue
        del said["decision_date"]
        draft.proofs = [p for p in draft.proofs if p.column != "decision_date"]
        proof = next((p for p in draft.proofs if p.column == "meeting_date"), None)
        if met and proof:
            draft.say("decision_date", met, proof.start, proof.stop, "meeting.date")


def _alone(drafts: Sequence[Draft], own: Draft, day: str | None) -> bool:
    """Tell whether a block alone was published on or after a day, and none met on it."""
    if day is None or any(d.columns.get("meeting_date") == day for d in drafts):
        return False
    after = [d for d in drafts if (d.columns.get("publication_date") or "") >= day]
    return after == [own]


def _entry(document: Document, number: int, lines: Sequence[Line]) -> Draft:
    draft = Draft(document, number)
    at = 0
    first = lines[0]
    leading = _ENTRY.match(first.words)
    if leading:
        _heading(draft, first, leading)
        at = 1
    elif first.opening is None and _is_title(first):
        _titled(draft, first, 0)
        at = 1
    if at < len(lines) and lines[at].opening is None and headers.is_known_status(lines[at].words):
        draft.field("status_text", "", lines[at].start, lines[at].stop)
        at += 1
    purpose: list[Line] = []
    while at < len(lines) and lines[at].opening is None:
        purpose.append(lines[at])
        at += 1
    if purpose:
        draft.part("purpose", purpose, purpose[0].start, None)
    while at < len(lines):
        at = _field(draft, lines, at) if lines[at].opening else _decided(draft, lines, at)
    if leading and "publication_date" in draft.columns:
        span = first.start + leading.start("date"), first.start + leading.end("date")
        draft.field("decision_date", "", *span)
    draft.texts()
    draft.maker_from_meeting()
    draft.meeting_note()
    draft.exempt(first.start, lines[-1].stop)
    return draft


def _decided(draft: Draft, lines: Sequence[Line], at: int) -> int:
    """Read what stands below the fields without its label "Decision:"; return the index behind."""
    end = at + 1
    while end < len(lines) and lines[end].opening is None:
        end += 1
    told = any(s.kind == "decision" for s in draft.sections)
    if lines[at - 1].name in _ENDS and not told and bodies.opens_decision(lines[at].words):
        for piece in bodies.unlabelled(lines[at:end]):
            draft.part(piece.kind or "body", piece.lines, piece.start, None)
    return end


def _heading(draft: Draft, line: Line, found: re.Match[str]) -> None:
    """Read what stands behind the date of an entry's first line."""
    _titled(draft, line, found.start("title"))


def _titled(draft: Draft, line: Line, at: int) -> None:
    """Read title, reference and status of an entry's first line, from an offset of it on."""
    start, stop = line.start + at, line.stop
    ref = REF.search(line.words, at)
    if ref:
        stop = line.start + ref.start()
        span = line.start + ref.start("ref"), line.start + ref.end("ref")
        draft.say("reference", ref["ref"], *span, "list.ref")
        if ref["status"]:
            span = line.start + ref.start("status"), line.start + ref.end("status")
            draft.field("status_text", "", *span)
    else:  # a page leaves out "ref: 1234" with its other hidden words
        title, _, status = line.words.rpartition("  ")
        if title and headers.is_known_status(status):
            stop = line.start + len(title.rstrip())
            draft.field("status_text", "", line.stop - len(status), line.stop)
    if new := _NEW.search(line.words, start - line.start, stop - line.start):
        stop = line.start + new.start()
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
        if line.name == "decision" and _is_day(draft, start, kept[-1].stop):
            draft.field("decision_date", line.opening.printed, start, kept[-1].stop)
        elif kept and start < kept[-1].stop and line.name != "documents":
            draft.part(line.name or "body", kept, start, line.opening.printed)
        return end
    start, stop = line.value, line.stop
    if start >= stop and end < len(lines) and lines[end].opening is None:
        start, stop, end = lines[end].start, lines[end].stop, end + 1
    if start < stop:
        draft.field(line.name or "", line.opening.printed, start, stop)
    return end


def _is_day(draft: Draft, start: int, stop: int) -> bool:
    """Tell whether "Decision: 15 Nov 2017" gives the day and nothing else."""
    words = draft.document.reading[start:stop].strip()
    found = headers.find_date(words) if len(words) < 30 else None
    return bool(found and found[0] and found[1] == 0 and found[2] == len(words))


def _in_two(lines: Sequence[Line]) -> list[tuple[Line, re.Match[str]]]:
    """Return the rows below "Title Date", up to the first line that is none."""
    at = next((i for i, x in enumerate(lines) if _TWO_HEADS.fullmatch(x.words)), len(lines))
    rows = ((x, _TWO.fullmatch(x.words[:460])) for x in lines[at + 1 :])
    return [(line, row) for line, row in takewhile(lambda pair: pair[1], rows) if row]


def _short(document: Document, number: int, line: Line, found: re.Match[str]) -> Draft:
    """Read a row that has a title and the day of its publication (SCHEMA, ruling on lists)."""
    draft = Draft(document, number)
    draft.title(line.start, line.start + found.end("title"))
    draft.field("publication_date", "", line.start + found.start("date"), line.stop)
    draft.sections.append(
        Section("header", line.start, line.start + found.end("title"), number, None)
    )
    return draft


def _run_together(line: Line) -> re.Match[str] | None:
    return _GLUED.search(line.words) if len(line.words) < 400 else None


def _is_forthcoming(page: Page) -> bool:
    """Tell whether the page lists what is still to be decided: its heading or columns say so."""
    return any(_FORTHCOMING.match(x.words) for x in page.lines[:40])


def _glued(
    document: Document, number: int, line: Line, found: re.Match[str], forthcoming: bool
) -> Draft:
    """Read an entry whose cells ran together."""
    draft = Draft(document, number)
    at = line.start
    draft.title(at, at + len(line.words[: found.start()].rstrip()))
    draft.say("reference", found["ref"], at + found.start("ref"), at + found.end("ref"), "list.ref")
    if forthcoming:
        draft.field("due", "", at + found.start("date"), at + found.end("date"))
        if makers.kind_of(found["call"]):
            span = at + found.start("call"), at + found.end("call")
            draft.maker(found["call"].strip(), *span, "list.maker")
        return draft
    draft.field("publication_date", "", at + found.start("date"), at + found.end("date"))
    if found["from"]:
        draft.field("effective_date", "", at + found.start("from"), at + found.end("from"))
    return draft
