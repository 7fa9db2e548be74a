"""A decision page (ieDecisionDetails) in both shapes, with and without its section labels.

Head: Decision Maker … Is subject to call in. Body: Purpose, Decision, Reasons … Foot: contact,
dates, documents (FIELD_GUIDE 1 and 2). The labels of head and foot survive in every copy.
"""

import re
from collections.abc import Sequence

from extractors import documents, headers, labels
from extractors.cut import Cut
from extractors.layouts import bodies, report
from extractors.layouts.draft import Draft
from extractors.layouts.page import Line, Page, bare, linked_id, page_id
from schemas.document import Notice

NAME = "decision"
_FEW = 4  # unknown fields in a row
_TOP = 40  # lines among which a label for the title stands
_HEAD = frozenset("decision_maker status_text is_key_decision is_subject_to_call_in".split())
_FOOT = frozenset("publication_date decision_date decided_at effective_date".split())
# "Urgent item?: Yes": a line that looks like a template field of one's own.
_FIELD = re.compile(r"[A-Z][^:.\n]{2,60}?\s?\??\s?:\s+\S.{0,120}")


def claims(page: Page, least: float = 0.0) -> float:
    """Return how surely the page is one decision: 1 where it says so, 0 where it is not."""
    if page_id(page.document, "ieDecisionDetails"):
        return 1.0
    if least > 0.8 and not page.says(NAME):
        return 0.0
    page = page.read_as(NAME)
    names = [x.name for x in page.lines[:400] if _is_field(x) and not _is_papers_status(x)]
    heads = [n for n in names if n in _HEAD]
    dated = "decision_date" in names or "publication_date" in names
    if len(heads) > len(set(heads)) + 1:  # many decisions: a list
        return 0.0
    if page.says(NAME):
        return 1.0 if heads or dated else 0.5
    if "status_text" not in heads and _only_asks(page.lines):
        return 0.0
    if len(heads) >= 2 and (dated or "status_text" in heads):
        return 0.8
    if heads and dated and _says_what_was_decided(page.lines):
        return 0.7
    return 0.6 if dated and "decided_at" in names else 0.0


def _is_papers_status(line: Line) -> bool:
    """Tell the status of a paper ("Status: For Decision", "Status: Public") from a decision's."""
    said = line.words[line.value - line.start :] if line.name == "status_text" else ""
    return bool(said) and not headers.is_known_status(said)


def _says_what_was_decided(lines: Sequence[Line]) -> bool:
    return any(line.name == "decision" and _is_section(line) for line in lines)


def _only_asks(lines: Sequence[Line]) -> bool:
    """Tell a report whose front sheet has a decision's labels: it asks, and nothing was decided."""
    asks = any(
        report.asks(x) or any(o.label.name == "recommendation" for o in x.openings) for x in lines
    )
    return asks and not _says_what_was_decided(lines)


def cut(page: Page) -> Cut:
    """Cut a decision page into its fields, its sections and the one decision."""
    document, page = page.document, page.read_as(NAME)
    draft = Draft(document, 1)
    lines = page.lines
    first = _first_field(lines)
    said = next((i for i, x in enumerate(lines) if _is_section(x)), len(lines))
    named = any(x.name == "title" and _is_field(x) for x in lines[: min(said, _TOP)])
    opens = next((i for i, x in enumerate(lines[:first]) if _is_section(x)), first)
    title = None if named else _title(lines[:opens])
    if title:
        draft.title(title.start, title.stop)
        draft.part("header", [title], title.start, None)
    if opens < first:  # all the fields stand behind the text
        head, foot = opens, first
    else:
        head = _take_fields(draft, lines, first)
        foot = max(head, _foot_starts(lines, head))
    body(draft, lines[head:foot])
    after = _take_fields(draft, lines, foot)
    listed = _documents(draft, lines[after:])
    return _finish(draft, page, title, lines, first, after, listed)


def _finish(draft: Draft, page: Page, title: Line | None, lines: Sequence[Line], first: int,
            after: int, listed: int) -> Cut:  # fmt: skip
    document = page.document
    draft.texts()
    draft.maker_from_meeting()
    draft.meeting_note()
    start = title.start if title else (lines[first].start if first < len(lines) else 0)
    stop = max(lines[after - 1].stop if after else 0, listed, start + 1)
    draft.exempt(start, stop)
    link = linked_id(document, "mgIssueHistoryHome")
    if link:
        draft.columns["entry_id"] = link
    decision = draft.decision(start, min(stop, len(document.text)))
    return Cut(
        kind="decision",
        layout=NAME,
        title=decision.title,
        sections=tuple(draft.sections),
        decisions=(decision,),
        rows=tuple(draft.rows),
        notices=tuple(draft.notices),
        reference_date=decision.decision_date or decision.meeting_date or decision.publication_date,
        page_id=page_id(document, "ieDecisionDetails"),
    )


def _is_field(line: Line) -> bool:
    """Tell whether a line opens with a template field."""
    return line.opening is not None and line.opening.label.role == "field"


def _first_field(lines: Sequence[Line]) -> int:
    """Return the index of the first line of the template's head (or foot, without a head).

    A form of a council's own may print the date before the decision maker.
    """
    for names in (_HEAD | {"reference"}, _FOOT):
        for i, line in enumerate(lines):
            if line.name in names and _is_field(line):
                return _climb(lines, i, 0)
    return next((i for i, x in enumerate(lines) if x.opening), len(lines))


def _climb(lines: Sequence[Line], at: int, least: int) -> int:
    """Return the index of the first of the run of fields that stands before an index."""
    while at > least and (_is_field(lines[at - 1]) or _is_below(lines, at - 1, least)
                          or (at - 1 > least and _is_unknown_field(lines, at - 1))):  # fmt: skip
        at -= 1
    return at


def _is_section(line: Line) -> bool:
    return line.opening is not None and line.opening.label.role == "section"


def _title(lines: Sequence[Line]) -> Line | None:
    """Return the title: the line behind the last heading of the page's kind, or the last one.

    Some sites print the heading twice, with the title between.
    """
    heads = [i for i, x in enumerate(lines) if labels.page_kind(bare(x.words)) or x.kind == "title"]
    behind = heads[-1] + 1 if heads else max(0, len(lines) - 1)
    found = _candidates(lines[behind:])
    if not found and len(heads) > 1:
        found = _candidates(lines[heads[0] + 1 : heads[-1]])
    marked = [x for x in found if x.kind == "heading"]
    return next(iter(marked or found), None)


def _candidates(lines: Sequence[Line]) -> list[Line]:
    kept = [x for x in lines if bare(x.words) == x.words and not labels.page_kind(x.words)]
    return [x for x in kept if len(x.words) <= 500 and x.kind != "title" and x.opening is None]


def _take_fields(draft: Draft, lines: Sequence[Line], at: int) -> int:
    """Read a run of template fields from an index; return the index behind it.

    A field's value stands on its line or, where that is bare, on the next. An unknown field
    counts where a known one follows it, or where the reader marked it.
    """
    while at < len(lines):
        line = lines[at]
        if _is_field(line):
            at = _take_field(draft, lines, at)
        elif _is_unknown_field(lines, at):
            _take_unknown(draft, line)
            at += 1
        elif _is_unknown_pair(lines, at):
            _take_unknown(draft, line, lines[at + 1])
            at += 2
        else:
            break
    return at


def _take_field(draft: Draft, lines: Sequence[Line], at: int) -> int:
    line = lines[at]
    assert line.opening is not None  # noqa: S101 - asked by the caller, for the type checker
    label, start, stop = line.opening.label, line.value, line.stop
    behind = at + 1
    if start >= stop and behind < len(lines) and _is_value(lines[behind]) and not torn(lines, at):
        start, stop = lines[behind].start, lines[behind].stop
        behind += 1
    while label.name == "contact" and behind < len(lines) and _goes_on(lines[behind]):
        stop = lines[behind].stop
        behind += 1
    if start < stop:
        draft.field(label.name, line.opening.printed, start, stop)
    return behind


def torn(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a bare label stands under two more: labels and values were copied apart.

    The line below the last of the labels is the value of the first.
    """
    above = lines[at - 2 : at] if at > 1 else ()
    return len(above) == 2 and all(x.opening is not None and x.value >= x.stop for x in above)


def _is_value(line: Line) -> bool:
    plain = line.opening is None and len(line.words) <= 300 and line.kind != "label"
    return plain and not _FIELD.fullmatch(line.words)


def _goes_on(line: Line) -> bool:
    """Tell whether a line goes on with the contacts of the line before."""
    has_contact = "@" in line.words or re.search(r"\b(?:Tel|Email)\b\s?[:.]", line.words)
    return line.opening is None and bool(has_contact) and len(line.words) < 300


def _is_unknown_field(lines: Sequence[Line], at: int) -> bool:
    if not _reads_as_field(lines, at):
        return False
    if lines[at].kind == "field":
        return True
    below = at + 1
    while below < len(lines) and below < at + _FEW and _reads_as_field(lines, below):
        below += 1
    above = at - 1
    while above > 0 and above > at - _FEW and _reads_as_field(lines, above):
        above -= 1
    known = below < len(lines) and _is_field(lines[below])
    return known and above >= 0 and (_is_field(lines[above]) or _is_below(lines, above, 0))


def _reads_as_field(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line has no label of ours and reads like a field: "Urgent item?: Yes"."""
    return lines[at].opening is None and _FIELD.fullmatch(lines[at].words) is not None


# "Directorate:" alone on its line, over its value.
_LABEL = re.compile(r"[A-Z][^:.;\n]{2,50}[:?]")


def _is_unknown_pair(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a label that we do not know stands over its value, between fields we know."""
    if at < 1 or at + 2 >= len(lines) or lines[at].opening is not None:
        return False
    known = _is_field(lines[at + 2]) and (_is_field(lines[at - 1]) or _is_below(lines, at - 1, 0))
    return known and _LABEL.fullmatch(lines[at].words) is not None and _is_value(lines[at + 1])


def _take_unknown(draft: Draft, line: Line, value: Line | None = None) -> None:
    colon = line.words.find(":")
    colon = len(line.words) - 1 if colon < 0 else colon
    start = value.start if value else line.start + colon + 1
    stop = value.stop if value else line.stop
    label = line.words[:colon].strip(" ?")
    while start < stop and draft.document.reading[start].isspace():
        start += 1
    draft.other("other", label, start, stop)
    draft.note("label.unknown", f"Field our vocabulary lacks: {label}", line.start, line.stop)


def _foot_starts(lines: Sequence[Line], head: int) -> int:
    """Return the index at which the run of foot fields starts that ends the page."""
    listed = [i for i in range(head, len(lines)) if lines[i].name == "documents"]
    dated = [i for i in range(head, len(lines)) if lines[i].name in _FOOT and _is_field(lines[i])]
    ends = listed[-1] if listed else len(lines)
    return _climb(lines, dated[-1] if dated else ends, head)


def _is_below(lines: Sequence[Line], at: int, head: int) -> bool:
    """Tell whether a line is the value of the bare foot label above it."""
    above = lines[at - 1] if at > head else None
    if above is None or not _is_field(above) or not _is_value(lines[at]):
        return False
    return above.value >= above.stop or (above.name == "contact" and _goes_on(lines[at]))


def body(draft: Draft, lines: Sequence[Line]) -> None:
    """Cut the text between head and foot into sections: by its labels, else by what it says."""
    found = bodies.parts(lines)
    known = {p.kind for p in found}
    sections: list[bodies.Part] = []
    for part in found:
        if part.kind is None and "decision" not in known and part.lines:
            sections += bodies.unlabelled(part.lines)
        elif part.kind is None:
            sections += _before_decision(part)
        elif part.kind == "purpose" and "decision" not in known and len(part.lines) > 1:
            sections += _purpose_alone(part)
        else:
            sections.append(part)
    for part in sections:
        if part.kind == "documents":
            _list(draft, part.lines)
        elif part.kind and not part.is_blank:
            draft.part(part.kind, part.lines, part.start, part.label)
            _notice(draft, part)


def _before_decision(part: bodies.Part) -> list[bodies.Part]:
    """Text before the first label of a labelled page: purpose where it reads so, else body."""
    kind = "purpose" if bodies.is_purpose(part.lines[0].words) else "body"
    return [bodies.Part(kind, part.start, part.lines)]


def _purpose_alone(part: bodies.Part) -> list[bodies.Part]:
    """A Purpose label whose Decision label is lost: the first paragraph is purpose."""
    rest = bodies.unlabelled(part.lines[1:])
    own = bodies.Part("purpose", part.start, part.lines[:1], part.label)
    return [own, *rest]


def _notice(draft: Draft, part: bodies.Part) -> None:
    if part.label and labels.named(part.label, NAME) is None:
        words = f"Heading our vocabulary lacks: {part.label[:80]}"
        draft.notices.append(Notice("label.unknown", words, part.start, part.stop))


def _documents(draft: Draft, lines: Sequence[Line]) -> int:
    """Read the documents behind the foot; return the end of the last one, 0 without any."""
    at = next((i for i, x in enumerate(lines) if x.name == "documents"), None)
    return _list(draft, lines[at + 1 :]) if at is not None else 0


def _list(draft: Draft, lines: Sequence[Line]) -> int:
    spans = [(x.start, x.stop) for x in lines if x.name != "documents"]
    rows = list(documents.find(draft.document, spans, draft.number))
    draft.rows += rows
    return max((r.stop for r in rows), default=0)
