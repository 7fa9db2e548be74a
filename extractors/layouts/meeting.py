"""A whole meeting (ieListDocuments, CeListDocuments, pasted pages) and printed minutes.

Head: body and date, venue, contact, who was there. Then items; each that has a decision or
minutes is one decision row (MARKUP 3, FIELD_GUIDE 2).
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors import documents, procedural
from extractors.cut import Cut
from extractors.layouts import (
    bodies,
    excerpt,
    item_titles,
    items,
    items_bare,
    items_other,
    items_piped,
    items_roman,
    numbers,
    sheet,
)
from extractors.layouts.draft import Draft
from extractors.layouts.head_form import form_of
from extractors.layouts.head_lines import (
    COLUMNS,
    dated_below,
    heading_of,
    is_dated_minutes,
    is_worded,
    printed_head,
)
from extractors.layouts.head_rolls import listed, unbound
from extractors.layouts.meeting_head import Head, body_name, is_over_held, note, read_head
from extractors.layouts.page import Line, Page, linked_id, page_id, printed
from schemas.document import Document, Notice, Section
from schemas.records import Decision

NAME = "meeting"
_SHEET = 0.74  # the claim on a decision sheet
_EXCERPT = 0.25  # the claim on minutes without a head
_ROLLS = 3  # items that may list those present: "1. Sederunt", "1. Attendance and apologies"
_AGENDA = re.compile(r"(?:supplementary |public )?agenda(?: frontsheet)?", re.IGNORECASE)
_RESOLVED = re.compile(r"(?:it was )?(?:RESOLVED|Resolved|resolved|AGREED)\b")
# How a question put was answered, which no agenda says.
_PASSED = re.compile(
    r"\b(?:was|were)(?: then| duly| declared| put and){0,2}"
    r" (?:CARRIED|carried|LOST|lost|defeated)\b"
)
# A limb, below the label "Decision:".
_LIMB = re.compile(r"(?:\(?[0-9a-z]{1,3}[.)]\s{0,3})?(?:That|To (?!(?:be|the)\b)[a-z])")
# What only minutes say: "RESOLVED that …", "The minutes of the meeting held … were approved".
_MINUTED = re.compile(
    r"(?:RESOLVED|Resolved)\b"
    r"|That the (?:minutes|report|recommendations?) .{0,160}"
    r"\bbe (?:signed|noted|adopted|received)\b"
    r"|It was (?:RESOLVED|resolved|AGREED|agreed) "
    r"|(?:The )?[Mm]inutes of (?:the )?(?:[\w-]+ ){0,8}meetings?\b.{0,160} (?:was|were) (?:then )?"
    r"(?:agreed|approved|confirmed|signed|taken|received|noted|accepted)\b"
    r"|(?:An |The )?[Aa]polog(?:y|ies)(?: for (?:absence|inability to attend))? "
    r"(?:was|were|had been|has been|have been) "
    r"|(?:The )?[Mm]inutes of (?:the )?(?:[\w&,-]+ ){1,9}held on .{4,60} (?:was|were) "
    r"(?:agreed|approved|confirmed|signed|noted|received)\b"
)


def claims(page: Page, least: float = 0.0) -> float:
    """Return how surely the page is a whole meeting or its minutes."""
    if page_id(page.document, "ieListDocuments", "CeListDocuments") or page.says(NAME):
        return 1.0
    if least > 0.95:
        return 0.0
    if (
        any(x.kind == "item_number" for x in page.lines)
        or items_piped.head_at(page.lines) is not None
    ):
        return 0.95
    if _is_headed(page.lines):
        return 0.9
    lines = page.read_as(NAME).lines[:80]
    named = {x.name for x in lines if x.opening} & {"venue", "items", "present", "apologies"}
    if _is_agenda(page.lines):
        named.add("agenda")
    dated = any(heading_of(x) for x in lines[:12]) or dated_below(page.lines[:12])
    dated = dated or any(is_over_held(a, b) for a, b in pairwise(lines[:12]))
    if (dated and named) or {"venue", "items"} <= named:
        return 0.75
    if sheet.is_one(page.read_as(NAME).lines):
        return _SHEET
    if _is_headless(page.lines) or _is_numbered(page.lines):
        return 0.7
    return _EXCERPT if least <= _EXCERPT and excerpt.is_one(page.lines) else 0.0


def _is_headed(lines: Sequence[Line]) -> bool:
    """Tell whether the head of printed minutes stands at the top."""
    if printed_head(lines) or form_of(lines) or is_worded(lines):
        return True
    return any(COLUMNS.fullmatch(x.words) for x in lines[:8])


def _is_headless(lines: Sequence[Line]) -> bool:
    """Tell whether a copy lost the page's head and labels, not its items and what was minuted.

    Two of its titles have papers or are those of any agenda, the first of them near the top.
    """
    titles = [
        at
        for at, x in enumerate(lines[:200])
        if x.opening is None and (documents.has_size(x.words) or procedural.is_procedural(x.words))
    ]
    if len(titles) < 2 or titles[0] > 2:
        return False
    return any(_MINUTED.match(x.words) for x in lines[:200] if x.kind != "row")


def _is_numbered(lines: Sequence[Line]) -> bool:
    """Tell whether a copy without a head is minutes by its items: numbers that run on.

    Two of their titles are those of any agenda (one, where the numbers can only be those of
    minutes), and one line says what was minuted.
    """
    lines = lines[:300]
    if not any(_MINUTED.match(x.words) for x in lines):
        return False
    above, found = items.split(lines)
    if len(found) == 1 and not above:
        return True  # a copy of one minute
    if len(found) < 3 or len(above) > 40:
        return False
    starts = [x.start for x in lines]
    known = 0
    for span in (i.title for i in found if i.title):
        line = lines[bisect_right(starts, span[0]) - 1]
        known += procedural.is_procedural(line.words[span[0] - line.start :]) == 1
    coded = sum(numbers.is_of_minute(i.number) for i in found)
    return known > 1 or (known == 1 and coded > 2)


def cut(page: Page) -> Cut:
    """Cut a meeting into its head and its items."""
    document, page = page.document, page.read_as(NAME)
    above, found, is_piece = _split(document, page)
    above = [replace(x, opening=None) if is_dated_minutes(x) else x for x in above]
    head, rows, notices = read_head(document, above)
    labelled = any(x.name in ("minutes", "decision") for i in found for x in i.lines)
    is_printed = is_piece or (items_piped.head_at(page.lines) is None and _is_printed(page, found))
    labelled = labelled or (_is_agenda(page.lines) and not is_printed)
    rows += note(document, head)
    sections: list[Section] = []
    decisions: list[Decision] = []
    for at, item in enumerate(found):
        draft = _item(document, item, len(decisions) + 1, is_printed, labelled)
        if at < _ROLLS:
            rows += listed(document, item.lines)
        notices += draft.notices
        if not any(s.kind in ("decision", "minutes") for s in draft.sections):
            sections += [Section(s.kind, s.start, s.stop, None, s.label) for s in draft.sections]
            rows += [unbound(r) for r in draft.rows]
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


def _split(document: Document, page: Page) -> tuple[list[Line], list[items.Item], bool]:
    """Return the lines above the first item, the items, and whether all of it is minutes."""
    claim = claims(page)
    if claim == _SHEET:
        return *sheet.split(page.lines), True
    if claim == _EXCERPT:
        return [], excerpt.split(page.lines), True
    above, found = items_piped.split(document, page.lines)
    if not found:
        above, found = _counted(page.lines)
    if not found and (only := sheet.of_one(page.lines)):
        above, found = only
    if not found:
        above, found = items_other.split(page.lines)
    if not found:
        above, found = items_bare.split(page.lines)
    return above, found, False


def _counted(lines: Sequence[Line]) -> tuple[list[Line], list[items.Item]]:
    """Return what stands above the items, and the items by the numbers before their titles.

    Roman figures that run on count where no other number heads an item above the first of them:
    numbers below one are those of its limbs, figures below a number are those of its parts.
    """
    plain, roman = items.split(lines), items_roman.split(lines)
    if roman[1] and (not plain[1] or plain[1][0].start > roman[1][0].start):
        return roman
    return plain


def _is_printed(page: Page, found: Sequence[items.Item]) -> bool:
    """Tell printed minutes, all of whose text is minutes, from a page with labelled blocks.

    Their head says so, or names those present and has none of a page's labels.
    """
    labels = {x.name for i in found for x in i.lines if x.opening}
    marked = page.says(NAME) and not is_worded(page.lines)  # "DRAFT MINUTES" over body and day
    marked = marked or any(x.kind == "item_number" for x in page.lines)
    if marked or "minutes" in labels:
        return False
    if _is_headed(page.lines):
        return True
    labelled = labels & {"decision", "documents", "items", "venue"}
    if found and found[0].is_on_one_line and not labelled and _is_numbered(page.lines):
        return True
    top = {x.name for x in page.lines[:40] if x.opening}
    return "present" in top and not top & {"items", "venue"} and "decision" not in labels


def _is_agenda(lines: Sequence[Line]) -> bool:
    """Tell whether lines are an agenda alone: it says so at its top, and nothing was resolved."""
    if not any(_AGENDA.fullmatch(x.words) for x in lines[:3]):
        return False
    return not any(_RESOLVED.match(x.words) for x in lines)


def _kind(page: Page, is_printed: bool, has_decisions: bool) -> str:
    if is_printed:
        is_sheet = claims(page) == _SHEET and not sheet.is_extract(page.lines)
        return "decision_list" if is_sheet else "minutes"
    return "agenda" if _is_agenda(page.lines) and not has_decisions else NAME


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


def _belongs(draft: Draft, head: Head) -> None:
    """Give an item the body and date of its meeting."""
    draft.texts()
    if head.body:
        name = body_name(printed(draft.document, *head.body))
        draft.say("meeting_body", name, *head.body, "meeting.heading")
        draft.maker(name, *head.body, "maker.meeting_body")
    if head.date:
        draft.say("meeting_date", head.date[0], head.date[1], head.date[2], "meeting.heading")
        if _has_decided(draft):
            draft.say("decision_date", head.date[0], head.date[1], head.date[2], "meeting.date")


def _has_decided(draft: Draft) -> bool:
    """Tell whether something was decided: the words say so, or "Decision:" stands above a limb."""
    text = str(draft.columns.get("text", ""))
    labelled = any(s.kind == "decision" and s.label for s in draft.sections)
    return bodies.is_decided(text) or (labelled and bool(_LIMB.match(text)))


def _item(document: Document, item: items.Item, number: int, is_printed: bool,
          labelled: bool) -> Draft:  # fmt: skip
    """Read one item: number, title, sections, documents."""
    draft = Draft(document, number)
    if item.number and item.number_at:
        draft.say("number", item.number, *item.number_at, "item.number")
    lines = [_unlisted(x) for x in item.lines]
    if item.title:
        _titled(draft, item, lines)
        draft.rows += documents.find(document, _links_in(document, item.title), number)
    if item.anchor and (found := re.fullmatch(r"AI([0-9]{1,12})", item.anchor)):
        draft.columns["entry_id"] = f"AIId={found[1]}"
    for part in bodies.parts(lines) if lines else []:
        _part(draft, part, is_printed, labelled)
    draft.exempt(item.start, item.stop)
    return draft


def _unlisted(line: Line) -> Line:
    """Return a line of an item without the label of an attendance list: "Also present: …"."""
    if line.name not in ("present", "in_attendance", "apologies", "absent", "substitute"):
        return line
    return replace(line, openings=(), opening=None)


def _titled(draft: Draft, item: items.Item, lines: list[Line]) -> None:
    """Set the title without the "(Item 7)" that stands behind or below it."""
    start, stop = item.title or (0, 0)
    found = item_titles.ITEM.search(draft.document.reading, start, stop)
    if found:
        stop = found.start()
    elif lines and (found := item_titles.ITEM.fullmatch(lines[0].words)):
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
    elif part.kind is None and labelled and not any(_PASSED.search(x.words) for x in part.lines):
        pieces = [bodies.Part("agenda_text", part.start, part.lines)]
    elif part.kind is None:
        pieces = bodies.lost(part)
    for piece in pieces:
        if piece.kind and not piece.is_blank:
            draft.part(piece.kind, piece.lines, piece.start, piece.label)
