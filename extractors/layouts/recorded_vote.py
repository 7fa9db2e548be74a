"""The page of a recorded vote (mgListRecordedVotes, mgListRecordedVotesShort).

Known from copied text only (FIELD_GUIDE 6): what was put, then a line for each position with
label, names and count run together ("ForA, B and C7", "AbstainNone0"), then the result.
"""

import re
from collections.abc import Iterator, Sequence

from extractors import headers
from extractors.cut import Cut
from extractors.layouts.draft import Draft
from extractors.layouts.head_lines import heading_of, is_date, names_body
from extractors.layouts.page import Line, Page, page_id
from schemas.document import Document, Section

NAME = "vote"
_ADDRESS = re.compile(r"mgListRecordedVotes(?:Short)?\.aspx", re.IGNORECASE)
_HEADING = re.compile(r"recorded votes?\b", re.IGNORECASE)
# "ForA, B and C7", "For: A, B (2)", "Against" alone, "AbstainNone0".
_BLOCK = re.compile(
    r"""(?:\|\s?)?(?P<position>For|Against|Abstain(?:ed|ing)?|Abstentions?|Absent|Not\s[Vv]oting
      |Did\s[Nn]ot\s[Vv]ote|Conflict\s[Oo]f\s[Ii]nterests?)
    (?=[A-Z0-9(:]|\s?\||$|\s(?:Councillors?|Cllrs?|None|[A-Z0-9]))""",
    re.VERBOSE,
)
# The head of the page's table in a copy by pipes.
_TABLE = re.compile(r"\|? ?Vote ?\| ?(?:Councillors|Members) ?\| ?Count ?\|?", re.IGNORECASE)
_COUNTED = re.compile(r"[0-9)]$|None$")
_RECORDED = re.compile(r"\bvotes?\b[^.\n]{0,40}\brecorded\b|\brecorded\svote\b", re.IGNORECASE)
_RESULT = re.compile(
    r"\W{0,9}(?:motion |amendment |vote )?(?:carried|lost|rejected|defeated|not carried|agreed"
    r"|approved|withdrawn|lapsed)\W{0,9}",
    re.IGNORECASE,
)
# "Recorded vote for Budget 2023/24 (Council, Wednesday, 1 March 2023)", "Item: Budget 2023/24".
_TITLED = re.compile(
    r"(?:(?:agenda )?item ?[0-9]{0,3} ?[:–-]|recorded votes? ?(?:for\b|on\b|[:–-])) ?"
    r"(?P<title>[^\n]{3,300}?)"
    r"(?: \((?P<body>[^(),\n]{0,120})[^()\n]{0,100}[0-9]{4}[^()\n]{0,20}\))?$",
    re.IGNORECASE,
)


def claims(page: Page, _least: float = 0.0) -> float:
    """Return how surely the page is the record of a vote."""
    if any(_ADDRESS.search(value) for _, value in page.document.meta):
        return 1.0
    if any(_TABLE.fullmatch(x.words) for x in page.lines[:40]):
        return 0.95
    if _is_bare(page.lines):
        return 0.93
    top = [x.words for x in page.lines[:6]]
    if not any(_HEADING.match(words) for words in top):
        return 0.0
    blocks = [x for x in page.lines if _BLOCK.match(x.words) and _COUNTED.search(x.words)]
    positions = {x.words[:3] for x in blocks}
    if not {"For", "Aga"} <= positions:
        return 0.0
    # Surer than "Agenda item", which stands above it where the way to the page is printed.
    return 1.01 if any(_HEADING.fullmatch(words) for words in top) else 0.95


def _is_bare(lines: Sequence[Line]) -> bool:
    """Tell whether a page without a heading is one: its item on top, For and Against below."""
    top = lines[:6]
    if len(lines) > 120 or any(_HEADING.match(x.words) for x in top):
        return False
    if not any(_TITLED.match(x.words) for x in top):
        return False
    positions = {x.words.strip(" :|") for x in lines if _BLOCK.match(x.words)}
    said = any(_RECORDED.search(x.words) for x in lines)
    return said and {"For", "Against"} <= {p.split(" ")[0] for p in positions}


def cut(page: Page) -> Cut:
    """Cut the page into its head and one section for each question put."""
    document, page = page.document, page.read_as("meeting")
    lines = [x for x in page.lines if x.words]
    first = next((i for i, x in enumerate(lines) if _BLOCK.match(x.words)), len(lines))
    draft = Draft(document, 1)
    begin = _head(draft, lines[:first])
    spans = list(_questions(lines, begin))
    if spans and _is_bare(page.lines):
        spans = [(_behind_title(lines), len(lines))]
    for start, stop in spans:
        span = lines[start].start, lines[stop - 1].stop
        draft.sections.append(Section("votes", *span, 1))
    has_votes = any(s.kind == "votes" for s in draft.sections)
    draft.maker_from_meeting()
    draft.meeting_note()
    start, stop = (lines[0].start, lines[-1].stop) if lines else (0, len(document.text))
    decisions = (draft.decision(start, stop),) if has_votes else ()
    return Cut(
        kind=NAME,
        layout=NAME,
        title=draft.columns.get("title"),
        sections=tuple(draft.sections if has_votes else _unbound(document)),
        decisions=decisions,
        rows=tuple(draft.rows) if has_votes else (),
        notices=tuple(draft.notices),
        reference_date=draft.columns.get("meeting_date"),
        page_id=page_id(document, "mgListRecordedVotesShort"),
    )


def _behind_title(lines: Sequence[Line]) -> int:
    return next((i + 1 for i, x in enumerate(lines[:8]) if _TITLED.match(x.words)), 0)


def _unbound(document: Document) -> list[Section]:
    return [Section("body", 0, len(document.text))] if document.text.strip() else []


def _head(draft: Draft, lines: Sequence[Line]) -> int:
    """Read title, body and date; return the index behind them, where the first question starts."""
    begin = 0
    named: Line | None = None
    for at, line in enumerate(lines):
        titled = _TITLED.fullmatch(line.words)
        if titled and line.words.casefold() != "recorded vote":
            _title(draft, line.start + titled.start("title"), line.start + titled.end("title"))
            start, stop = (line.start + at for at in titled.span("body"))
            if titled["body"] and names_body(Line(start, stop, titled["body"])):
                _met(draft, start, stop, line)
        elif split := heading_of(line):
            _met(draft, line.start, line.start + split[0], line)
        elif is_date(line) and named:
            _met(draft, named.start, named.stop, line)
        elif "|" not in line.words and names_body(line):
            named = line
        elif not _HEADING.fullmatch(line.words):
            continue
        begin = at + 1
    return begin


def _title(draft: Draft, start: int, stop: int) -> None:
    """Set the title; an item's own line outdoes the page's heading."""
    draft.columns.pop("title", None)
    draft.proofs = [p for p in draft.proofs if p.column not in ("title", "is_procedural")]
    draft.columns.pop("is_procedural", None)
    draft.sections = [s for s in draft.sections if s.kind != "header"]
    draft.title(start, stop)
    draft.sections.append(Section("header", start, stop, 1))


def _met(draft: Draft, start: int, stop: int, line: Line) -> None:
    draft.field("decided_at", "", start, stop)
    dated = headers.find_date(line.words)
    if dated and dated[0]:
        span = line.start + dated[1], line.start + dated[2]
        draft.say("meeting_date", dated[0], *span, "meeting.heading")


def _questions(lines: Sequence[Line], begin: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of each question: what was put, the positions, the result."""
    last = None  # index of the line that ends the votes seen so far
    for at in range(begin, len(lines)):
        words = lines[at].words
        block = _BLOCK.match(words)
        if block and block["position"] == "For" and last is not None:
            yield begin, last + 1
            begin, last = last + 1, at
        elif block or (last is not None and _RESULT.fullmatch(words)):
            last = at
    if last is not None:
        yield begin, last + 1
