"""One item of an agenda (mgAi): title, what it is about, Decision, Minutes, supporting documents.

The page gives no date, committee or maker on most hosts; sometimes "Meeting of X, day (Item 7.)".
"""

import re
from collections.abc import Sequence

from extractors import documents, headers, labels, makers
from extractors.cut import Cut
from extractors.layouts import bodies, named_maker, report_titles
from extractors.layouts.draft import Draft
from extractors.layouts.item_titles import reads_as_title
from extractors.layouts.meeting_head import body_name
from extractors.layouts.page import Line, Page, bare, linked_id, page_id, printed
from schemas.document import Section

NAME = "agenda_item"
_SECTIONS = frozenset(("decision", "minutes", "documents"))
# "Meeting of Harbour Board, Tuesday 5 March 2019 10.00 am (Item 7.)"
_MEETING = re.compile(
    r"(?:Meeting of|Cyfarfod o'r) (?P<body>[^\n]{3,160}?)(?:,| -) (?=[^\n]{6,80}$)"
)
_ITEM = re.compile(r"\((?:Item|Eitem) (?P<number>[0-9]{1,3}[a-z]?(?:\.[0-9]{1,2})?[.:]?)\)")
# A minute number in front of the title: "84. Title", "77/21 Title".
_NUMBER = re.compile(
    r"([0-9]{1,4}(?:/[0-9]{1,4}|\.[0-9]{1,3})?\.|[0-9]{1,3}/[0-9]{2})[ ]+(?=[A-Z\"'(])"
)


def claims(page: Page, least: float = 0.0) -> float:
    """Return how surely the page is one agenda item."""
    if page_id(page.document, "mgAi"):
        return 1.0
    if page.says(NAME):
        return 0.0 if _is_of_report(page.read_as(NAME).lines) else 1.0
    if least > 0.7:
        return 0.0
    named = any(
        _MEETING.match(x.words, _bullet(x)) and _ITEM.search(x.words) for x in page.lines[:60]
    )
    if named:
        return 0.7
    return 0.68 if _is_headless(page.read_as(NAME).lines) else 0.0


def _is_of_report(lines: Sequence[Line]) -> bool:
    """Tell whether "AGENDA ITEM" at the top only marks a report: "REPORT TO HARBOUR COMMITTEE"."""
    top = range(min(3, len(lines) - 1))
    at = next((i for i in top if labels.page_kind(bare(lines[i].words)) == NAME), None)
    if at is None or not report_titles.is_headed(lines[at + 1].words):
        return False
    return not any(x.name in _SECTIONS for x in lines if x.opening)


def _is_headless(lines: Sequence[Line]) -> bool:
    """Tell whether a copy that lost its heading is one item: the label of its minutes once, alone.

    "Additional documents:" is printed on the pages of issues, see there.
    """
    said = [x for x in lines[:40] if x.name in ("minutes", "decision") and x.start + 20 > x.stop]
    if [x.name for x in said].count("minutes") != 1 or not said[-1].words.endswith(":"):
        return False
    others = {x.name for x in lines if x.opening and x.opening.label.role == "field"}
    papers = [x.words.casefold() for x in lines if x.name == "documents"]
    return not others and not any(x.startswith("additional") for x in papers)


def cut(page: Page) -> Cut:
    """Cut an agenda item page into its sections and the one decision."""
    document, page = page.document, page.read_as(NAME)
    draft = Draft(document, 1)
    lines = list(page.lines)
    at = _title(draft, lines)
    begin = lines[max(at, 0)].start if at < len(lines) else 0
    rest = lines[at + 1 :]
    for line in [x for x in lines if _MEETING.match(x.words, _bullet(x))][:1]:
        _meeting(draft, line)
        rest = [x for x in rest if x is not line]
    _people(draft, rest)
    stop = max(_body(draft, rest), lines[at].stop if at < len(lines) else 0)
    _heard(draft, rest)
    draft.texts()
    _maker(draft, begin, stop)
    _dates(draft)
    draft.exempt(begin, stop)
    link = linked_id(document, "mgIssueHistoryHome")
    if link:
        draft.columns["entry_id"] = link
    decision = draft.decision(begin, max(stop, begin + 1))
    return Cut(
        kind=NAME,
        layout=NAME,
        title=decision.title,
        sections=tuple(draft.sections),
        decisions=(decision,) if stop > begin else (),
        rows=tuple(draft.rows),
        notices=tuple(draft.notices),
        is_complete=page.is_complete,
        reference_date=decision.meeting_date,
        page_id=page_id(document, "mgAi"),
    )


def _title(draft: Draft, lines: Sequence[Line]) -> int:
    """Set the title; return its index: the first line behind the heading."""
    heads = [i for i, x in enumerate(lines[:60]) if labels.page_kind(bare(x.words)) == NAME]
    at = heads[-1] + 1 if heads else 0
    while at < len(lines) and _is_not_title(lines[at]):
        at += 1
    if (_is_text(lines, at)) if heads else not _is_named(lines, at):
        return at - 1
    if at < len(lines):
        line = lines[at]
        number = _NUMBER.match(line.words)
        start = line.start + (number.end() if number else 0)
        if number:
            draft.say("number", number[1], line.start, line.start + number.end(1), "title.number")
        draft.title(start, line.stop)
        draft.sections.append(Section("header", line.start, line.stop, 1, None))
    return at


def _is_named(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the first line of a copy without a heading is the title, not its text."""
    if at >= len(lines) or lines[at].opening is not None:
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    said = bodies.is_introduced(lines[at].words) or not reads_as_title(lines[at].words)
    return not said and below is not None and below.kind == lines[at].kind


def _is_text(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a long sentence stands where the title is lost."""
    words = lines[at].words if at < len(lines) else ""
    return len(words) > 120 and words[-1] in ".:;" and not (words.isupper() or _has_title(words))


def _has_title(words: str) -> bool:
    """Tell whether a long sentence may head an item all the same: "To approve the minutes …"."""
    return reads_as_title(words) or bool(
        re.match(r"To (?:approve|agree|confirm|note|receive)", words)
    )


def _is_not_title(line: Line) -> bool:
    return (
        bool(_MEETING.match(line.words, _bullet(line)))
        or line.kind == "title"
        or bare(line.words) != line.words
    )


def _bullet(line: Line) -> int:
    """Return how long the bullet is that a line opens with."""
    return len(line.words) - len(bare(line.words))


def _people(draft: Draft, lines: Sequence[Line]) -> None:
    """Read who wrote the report and whom to ask, where a label says so."""
    for line in lines:
        name, found = line.name, line.opening
        if name not in ("report_author", "contact") or not found or not found.has_colon:
            continue
        if 0 < line.stop - line.value < 300:
            draft.field(name, found.printed, line.value, line.stop)


def _meeting(draft: Draft, line: Line) -> None:
    """Read "Meeting of X, day (Item 7.)"."""
    found = _MEETING.match(line.words, _bullet(line))
    dated = headers.find_date(line.words)
    if not found or not dated:
        return
    body = line.start + found.start("body"), line.start + _body_ends(line.words, dated[1])
    draft.say("meeting_body", printed(draft.document, *body), *body, "meeting_of")
    at = line.start + dated[1], line.start + dated[2]
    if dated[0] is None:
        draft.note("date.impossible", line.words[:80], *at)
    draft.say("meeting_date", dated[0], *at, "meeting_of")
    if item := _ITEM.search(line.words):
        span = line.start + item.start("number"), line.start + item.end("number")
        draft.say("item_number", item["number"], *span, "meeting_of")


# "Hearing: Wednesday 22 May 2024" below "LICENSING SUB-COMMITTEE", as a notice pasted in prints it.
_HEARD = re.compile(
    r"(?:date of (?:the )?)?(?:hearing|meeting)(?: date| held(?: on)?)?\s?:\s?(?=[^\n]{6,60}$)",
    re.IGNORECASE,
)
_NOTICE = 8  # lines below the label among which a notice's own head stands


def _heard(draft: Draft, lines: Sequence[Line]) -> None:
    """Read body and day from the head of a notice that stands below "Decision:"."""
    first = next((i for i, x in enumerate(lines) if x.name in ("decision", "minutes")), None)
    if first is None or "meeting_body" in draft.columns:
        return
    top = lines[first + 1 : first + 1 + _NOTICE]
    named = next((x for x in top if x.words.isupper() and _is_body(x.words)), None)
    day = next((x for x in top if _HEARD.match(x.words)), None)
    dated = headers.find_date(day.words) if day else None
    if named is None or day is None or not dated or dated[0] is None:
        return
    draft.say("meeting_body", body_name(named.words), named.start, named.stop, "notice.body")
    span = day.start + dated[1], day.start + dated[2]
    draft.say("meeting_date", dated[0], *span, "notice.hearing")


def _is_body(words: str) -> bool:
    return len(words) < 80 and makers.kind_of(words) in ("council", "executive", "committee")


_DAY = re.compile(
    r"(?<![\s,-])[\s,-]*+"
    r"(?:(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\bDydd \w{1,20})[\s,]*+)?$"
)


def _body_ends(words: str, date: int) -> int:
    """Return where the body's name ends before the weekday and date."""
    left = max(0, date - 30)
    found = _DAY.search(words[left:date])
    return left + found.start() if found else date


def _body(draft: Draft, lines: Sequence[Line]) -> int:
    """Add the sections; return the end of the last."""
    parts = bodies.parts(lines)
    known = {p.kind for p in parts}
    made: list[bodies.Part] = []
    for part in parts:
        if part.kind is not None:
            made.append(part)
        elif known & {"decision", "minutes"}:
            made.append(bodies.Part("agenda_text", part.start, part.lines))
        else:
            made += bodies.lost(part)
    stop = 0
    for part in made:
        if part.kind == "documents":
            spans = [(x.start, x.stop) for x in part.lines if x.name != "documents"]
            rows = list(documents.find(draft.document, spans, 1))
            draft.rows += rows
            stop = max([stop, *(r.stop for r in rows)])
        elif part.kind and not part.is_blank:
            draft.part(part.kind, part.lines, part.start, part.label)
            stop = max(stop, part.stop)
    return stop


def _maker(draft: Draft, start: int, stop: int) -> None:
    """Take the body of the meeting, else the one that the text says resolved."""
    draft.maker_from_meeting()
    draft.meeting_note()
    spans = [s for s in draft.sections if s.kind in ("decision", "minutes")]
    if not spans or "decision_maker" in draft.columns:
        return
    found = named_maker.named(draft.document, start, stop)
    if found:
        draft.maker(printed(draft.document, *found), *found, "maker.named_in_full")


def _dates(draft: Draft) -> None:
    """Take the meeting's date for an item on which something was decided."""
    text = draft.columns.get("text") or ""
    proof = next((p for p in draft.proofs if p.column == "meeting_date"), None)
    if proof and bodies.is_decided(text):
        value = draft.columns["meeting_date"]
        draft.say("decision_date", value, proof.start, proof.stop, "meeting.date")
