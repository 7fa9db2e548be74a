"""Decision records (JSON) as their reader lays them out: the fields of a decision page, named."""

import re
from collections.abc import Sequence

from extractors import headers
from extractors.cut import Cut
from extractors.dates import iso
from extractors.layouts import bodies
from extractors.layouts.draft import Draft
from extractors.layouts.laid import FORM, key_of, paper, value_of
from extractors.layouts.page import Line, Page
from schemas.document import Document

NAME = "records"
# The key of a record, and the field of a decision page that it is.
_FIELDS = {
    "status": "status_text",
    "is_key_decision": "is_key_decision",
    "is_subject_to_call_in": "is_subject_to_call_in",
    "raw_identifier": "reference",
}
_DATES = {"publication_date": "publication_date", "raw_date": "decision_date"}
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T[0-9:.Z+-]{1,20})?")


def claims(page: Page, _least: float = 0.0) -> float:
    """Return more than any look at words can where the reader read records."""
    return 1.1 if (FORM, "decisions") in page.document.meta else 0.0


def cut(page: Page) -> Cut:
    """Cut one record as a decision, several as a list of decisions."""
    document = page.document
    drafts = [
        _record(document, number, lines)
        for number, lines in enumerate(_records(page.read_as("decision").lines), 1)
    ]
    decisions = tuple(draft.decision(*span) for draft, span in drafts)
    alone = decisions[0] if len(decisions) == 1 else None
    own = dict(document.meta).get("identifier")
    return Cut(
        kind="decision" if alone else "decision_list",
        layout=NAME,
        title=alone.title if alone else None,
        sections=tuple(s for d, _ in drafts for s in d.sections),
        decisions=decisions,
        rows=tuple(r for d, _ in drafts for r in d.rows),
        notices=tuple(n for d, _ in drafts for n in d.notices),
        reference_date=alone.decision_date or alone.publication_date if alone else None,
        page_id=f"LGSF:{own}" if alone and own else None,
    )


def _records(lines: Sequence[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if key_of(line.block) == "raw_title" or not found:
            found.append([])
        found[-1].append(line)
    return found


def _record(document: Document, number: int, lines: list[Line]) -> tuple[Draft, tuple[int, int]]:
    draft = Draft(document, number)
    for part in bodies.parts([x for x in lines if not _is_value(draft, x)] or lines[:0]):
        if part.kind and part.kind != "documents" and not part.is_blank:
            draft.part(part.kind, part.lines, part.start, part.label)
    draft.texts()
    draft.maker_from_meeting()
    draft.meeting_note()
    draft.exempt(lines[0].start, lines[-1].stop)
    return draft, (lines[0].start, lines[-1].stop)


def _is_value(draft: Draft, line: Line) -> bool:
    """Take in a line that holds one of the record's values; tell whether it does."""
    key = key_of(line.block)
    if key is None or line.block is None or line.kind == "label":
        return False
    value = value_of(draft.document, line.block)
    if key == "raw_title":
        draft.title(*value.span)
        draft.part("header", [line], line.start, None)
    elif key == "raw_decision_maker":
        # Where the page names no maker the record has the meeting: "05/03/2021 - Harbour Board".
        met = headers.split_meeting(value.words) is not None
        draft.field("decided_at" if met else "decision_maker", "", *value.span)
    elif key in _FIELDS:
        draft.field(_FIELDS[key], "", *value.span)
    elif key in _DATES:
        _date(draft, _DATES[key], value.words, *value.span)
    elif key == "paper":
        draft.rows.append(paper(draft.document, line, draft.number))
    if key == "raw_identifier":
        draft.columns["entry_id"] = f"ID={value.words}"
    return True


def _date(draft: Draft, column: str, words: str, start: int, stop: int) -> None:
    """Read a date, in the ISO form that records have, or as pages print it."""
    found = _ISO.fullmatch(words)
    if not found:
        draft.field(column, "", start, stop)
    elif said := iso.make(*map(int, found.groups())):
        draft.say(column, said, start, stop, f"record.{column}")
    else:
        draft.note("date.impossible", f"{column}: {words}", start, stop)
