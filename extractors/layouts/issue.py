"""An issue page: history (forward-plan entry), meetings or decisions of one matter.

`Issue details` has fields and no decision text. `Issue - meetings` has blocks `Meeting:
dd/mm/yyyy - Body (Item 24)`. `Issue - decisions` has blocks `dd/mm/yyyy - Title`, whose date is
the publication date (SCHEMA, ruling on lists). One decision row for each entry.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors import documents, headers, labels
from extractors.cut import Cut
from extractors.layouts import bare_decision, bodies
from extractors.layouts.draft import Draft
from extractors.layouts.item_titles import reads_as_title
from extractors.layouts.page import Line, Page, bare, page_id, printed
from schemas.document import Document, Section

NAME = "issue"
_PAGES = ("mgIssueHistoryHome", "ieIssueDetails", "mgDecisionDetails")
# "05/03/2019 - Title" opens a block of an "Issue - decisions" page.
DATED = re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4}\s+[-–]\s+(?=\S)")
# "Meeting: 05/03/2019 - Harbour Board (Item 24)", "(Item 13.)", "(Item 19:)"
_ITEM = re.compile(
    r"(?<!\s)\s*+\((?:Item|Eitem)\s++(?P<number>[0-9]{1,3}[a-z]?)[.:]?\)\s*+$", re.IGNORECASE
)
# "24 Title", "24. Title" below a meeting's line.
_NUMBERED = re.compile(r"(?P<number>[0-9]{1,4}(?:/[0-9]{2})?[.:]?)\s+(?=\S)")

# "To authorise the Director -": a purpose, no title.
_TO_DO = re.compile(r"To (?!let\b)[a-z]{3,20} [^:]")
_DIGITS = re.compile(r"[0-9]{1,4}")
_CONTENT = re.compile(r"[^\W_]{3,40}")


def claims(page: Page, least: float = 0.0) -> float:
    """Return how surely the page is about one issue."""
    if page_id(page.document, *_PAGES) or page.says(NAME):
        return 1.0
    if least > 0.85:
        return 0.0
    lines = page.read_as(NAME).lines[:120]
    names = {x.name for x in lines if x.opening}
    if "decision_type" in names and names & {"due", "status_text"}:
        return 0.85
    if any(_is_meeting(x) and _ITEM.search(x.words) for x in lines) or _is_titled_twice(lines):
        return 0.8
    if _is_headless(lines):
        return 0.79
    return 0.3 if least <= 0.3 and bare_decision.is_one(lines) else 0.0


def _is_titled_twice(lines: Sequence[Line]) -> bool:
    """Tell whether a copy without its heading opens "Title", then "05/03/2019 - Title"."""
    if len(lines) < 3 or lines[0].opening is not None or lines[1].opening is not None:
        return False
    dated = DATED.match(lines[1].words)
    title = lines[0].words.casefold()
    return dated is not None and lines[1].words[dated.end() :].casefold() == title


def _is_numbered_paper(line: Line) -> bool:
    """Tell whether a line is an entry's own: "19 Harbour plan PDF 378 KB"."""
    return bool(_NUMBERED.match(line.words)) and documents.has_size(line.words)


def _is_headless(lines: Sequence[Line]) -> bool:
    """Tell whether a copy begins with an entry's own line: "19 Harbour plan PDF 378 KB".

    Its heading and the meeting's line are lost; it has no second such line, as an agenda has.
    """
    if len(lines) < 2 or lines[0].opening is not None:
        return False
    names = [x.name for x in lines[1:12] if x.opening]
    labels_of = names.count("minutes") == 1 and "documents" in names
    if not _NUMBERED.match(lines[0].words):
        papers = (x.words.casefold() for x in lines[1:12] if x.name == "documents")
        plain = reads_as_title(lines[0].words) and lines[1].opening is not None
        return labels_of and plain and any(x.startswith("additional") for x in papers)
    numbers = [int(_DIGITS.match(x.words)[0]) for x in lines if _is_numbered_paper(x)]  # type: ignore[index]
    if any(a <= b for a, b in pairwise(numbers)):
        return False  # an agenda counts on; entries of an issue come newest first
    return documents.has_size(lines[0].words) or labels_of


def cut(page: Page) -> Cut:
    """Cut an issue page into its entries."""
    document, page = page.document, page.read_as(NAME)
    lines = list(page.lines)
    heads = [i for i, x in enumerate(lines[:60]) if labels.page_kind(bare(x.words)) == NAME]
    lines = lines[heads[-1] + 1 :] if heads else lines
    title = _title(lines)
    if title and not heads and (bodies.is_purpose(title.words) or _TO_DO.match(title.words)):
        title = None  # the title is lost with the heading, and the purpose comes first
    entries = _entries(lines)
    drafts = [_entry(document, n, entry, title) for n, entry in enumerate(entries, 1)]
    spans = [(e[0].start, e[-1].stop) for e in entries]
    if not heads and not entries and _is_headless(lines):
        entries = _bare_entries(lines)
        drafts = [_headless(document, n, entry) for n, entry in enumerate(entries, 1)]
        spans = [(e[0].start, e[-1].stop) for e in entries]
    elif not heads and not entries and bare_decision.is_one(lines):
        drafts, spans = [bare_decision.read(document, lines)], [(lines[0].start, lines[-1].stop)]
        title = None
    elif lines and (not entries or _is_plan(lines)):
        drafts, spans = [_plan(document, lines, title)], [(lines[0].start, lines[-1].stop)]
    decisions = tuple(d.decision(*span) for d, span in zip(drafts, spans, strict=True))
    dated = [d.decision_date or d.meeting_date or d.publication_date for d in decisions]
    return Cut(
        kind=NAME,
        layout=NAME,
        title=printed(document, title.start, title.stop) if title else None,
        sections=tuple(s for d in drafts for s in d.sections),
        decisions=decisions,
        rows=tuple(r for d in drafts for r in d.rows),
        notices=tuple(n for d in drafts for n in d.notices),
        is_complete=page.is_complete,
        reference_date=dated[0] if dated else None,
        page_id=page_id(document, *_PAGES),
    )


def _is_plan(lines: Sequence[Line]) -> bool:
    """Tell whether fields of the issue itself stand above any dated line: a forward plan's entry.

    Its "Agenda items" at the foot are dated links, not decisions.
    """
    for line in lines:
        if DATED.match(line.words) or _is_meeting(line):
            return False
        if line.name in ("decision_type", "due"):
            return True
    return False


def _title(lines: Sequence[Line]) -> Line | None:
    first = lines[0] if lines else None
    if first is None or first.opening or DATED.match(first.words) or _is_meeting(first):
        return None
    if len(first.words) > 160 and first.words[-1] in ".:;" and not first.words.isupper():
        return None  # the text of an issue whose title is lost
    return first if len(first.words) <= 500 and bare(first.words) == first.words else None


def _is_meeting(line: Line) -> bool:
    return line.name == "meeting" and headers.find_date(line.words) is not None


def _entries(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each dated block, in reading order (newest first on these pages)."""
    meetings = any(_is_meeting(x) for x in lines)
    found: list[list[Line]] = []
    for line in lines:
        if _is_meeting(line) if meetings else DATED.match(line.words):
            found.append([line])
        elif found:
            found[-1].append(line)
    return found


def _entry(document: Document, number: int, lines: Sequence[Line], title: Line | None) -> Draft:
    draft = Draft(document, number)
    if _is_meeting(lines[0]):
        _met(draft, lines, title)
    else:
        _published(draft, lines)
    draft.texts()
    draft.exempt(lines[0].start, lines[-1].stop)
    return draft


def _published(draft: Draft, lines: Sequence[Line]) -> None:
    """Read a block of "Issue - decisions": its date is when it was published."""
    first = lines[0]
    dated = DATED.match(first.words)
    start = first.start + (dated.end() if dated else 0)
    draft.field("publication_date", "", first.start, start)
    draft.title(start, first.stop)
    draft.sections.append(Section("header", start, first.stop, draft.number, None))
    _parts(draft, lines[1:], "decision")


def _met(draft: Draft, lines: Sequence[Line], title: Line | None) -> None:
    """Read a block of "Issue - meetings"."""
    first = lines[0]
    stop = first.stop
    if item := _ITEM.search(first.words):
        span = first.start + item.start("number"), first.start + item.end("number")
        draft.say("item_number", item["number"], *span, "issue.item")
        stop = first.start + item.start()
    draft.field("decided_at", "Meeting", first.value, stop)
    rest = list(lines[1:])
    numbered = rest and rest[0].opening is None and _NUMBERED.match(rest[0].words)
    if numbered or (rest and title and _is_own_title(rest, title)):
        _item_title(draft, rest.pop(0))
    elif title:
        draft.title(title.start, title.stop)
    _parts(draft, rest, None)
    draft.maker_from_meeting()
    draft.meeting_note()
    proof = next((p for p in draft.proofs if p.column == "meeting_date"), None)
    draft.texts()
    if proof and bodies.is_decided(str(draft.columns.get("text", ""))):
        value = draft.columns["meeting_date"]
        draft.say("decision_date", value, proof.start, proof.stop, "meeting.date")


def _bare_entries(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each entry of a copy that lost the meetings' lines."""
    found: list[list[Line]] = []
    for line in lines:
        if not found or _is_numbered_paper(line):
            found.append([line])
        else:
            found[-1].append(line)
    return found


def _headless(document: Document, number: int, lines: Sequence[Line]) -> Draft:
    """Read an entry of a copy that lost its heading and its meeting's line."""
    draft = Draft(document, number)
    _item_title(draft, lines[0])
    _parts(draft, lines[1:], None)
    draft.texts()
    draft.exempt(lines[0].start, lines[-1].stop)
    return draft


def _is_own_title(lines: Sequence[Line], title: Line) -> bool:
    """Tell whether an entry opens with a title of its own, close to the issue's.

    "Request for a waiver: Harbour Dredging" stands below "Harbour Dredging"; what shares no more
    than a word or two with it describes the item.
    """
    first = lines[0]
    if first.opening is not None or not reads_as_title(first.words) or len(lines) < 2:
        return False
    if bodies.is_introduced(first.words) or bodies.is_decided(first.words):
        return False
    own, issue = (set(_CONTENT.findall(x.words.casefold())) for x in (first, title))
    return lines[1].opening is not None and len(own & issue) * 3 >= len(issue) * 2 > 2


def _item_title(draft: Draft, line: Line) -> None:
    """Read "24 Title pdf icon PDF 84 KB": the item's number, title and report."""
    found = _NUMBERED.match(line.words)
    start = line.start + (found.end() if found else 0)
    if found:
        span = line.start, line.start + found.end("number")
        draft.say("number", found["number"], *span, "issue.number")
    draft.title(start, line.stop)
    draft.sections.append(Section("header", start, line.stop, draft.number, None))
    if documents.links_in(draft.document, start, line.stop) or documents.has_size(line.words):
        draft.rows += documents.find(draft.document, [(start, line.stop)], draft.number)


def _only_introduces(part: bodies.Part) -> bool:
    """Tell whether paragraphs above the minutes say what an item is for: "To approve the …"."""
    return all(bodies.is_introduced(x.words) for x in part.lines)


def _parts(draft: Draft, lines: Sequence[Line], unlabelled: str | None) -> None:
    parts = bodies.parts(lines)
    told = any(part.kind in ("decision", "minutes") for part in parts)
    papers = len(parts) > 1 and parts[1].kind == "documents"  # between the item and its minutes
    for part in parts:
        if part.kind == "documents":
            spans = [(x.start, x.stop) for x in part.lines if x.name != "documents"]
            draft.rows += documents.find(draft.document, spans, draft.number)
        elif part.kind is None and told and (papers or _only_introduces(part)):
            draft.part("agenda_text", part.lines, part.start, None)
        elif part.kind is None and unlabelled is None:
            for piece in bodies.lost(part):
                if piece.kind:
                    draft.part(piece.kind, piece.lines, piece.start, None)
        elif not part.is_blank:
            draft.part(part.kind or unlabelled or "body", part.lines, part.start, part.label)


def _plan(document: Document, lines: Sequence[Line], title: Line | None) -> Draft:
    """Read a forward-plan entry: fields, no decision text."""
    draft = Draft(document, 1)
    if title:
        draft.title(title.start, title.stop)
        draft.sections.append(Section("header", title.start, title.stop, 1, None))
    text: list[Line] = []
    at = 1 if title else 0
    while at < len(lines) and lines[at].opening is None:
        text.append(lines[at])
        at += 1
    while text and text[0].kind == "list_item" and not _is_prose(text[0].words):
        del text[0]  # "History", a link of the page
    opens = bool(text) and (bodies.is_purpose(text[0].words) or _TO_DO.match(text[0].words))
    if text and (opens or len(text) == 1 or _is_prose(text[0].words)):
        draft.part("purpose", text, text[0].start, None)
    while at < len(lines):
        at = _plan_field(draft, lines, at)
    draft.texts()
    return draft


def _is_prose(words: str) -> bool:
    """Tell whether a line below the title describes the issue: a sentence, no menu."""
    return len(words) > 40 and words.count(" ") > 6


def _plan_field(draft: Draft, lines: Sequence[Line], at: int) -> int:
    """Read the field or section at an index; return the index behind it."""
    line = lines[at]
    end = at + 1
    if line.opening is None:
        if _is_prose(line.words):
            draft.part("background", [line], line.start, None)
        return end
    start, stop = line.value, line.stop
    if line.opening.label.role == "section":
        while end < len(lines) and lines[end].opening is None:
            end += 1
        below = lines[at + 1 : end]
        if line.name == "documents":
            spans = [(x.start, x.stop) for x in below]
            draft.rows += documents.find(draft.document, spans, draft.number)
        elif below and line.name == "body":
            draft.part("background", below, below[0].start, line.opening.printed)
        return end
    if start >= stop and end < len(lines) and lines[end].opening is None:
        start, stop = lines[end].start, lines[end].stop
        end += 1
    if start < stop:
        draft.field(line.name or "", line.opening.printed, start, stop)
    return end
