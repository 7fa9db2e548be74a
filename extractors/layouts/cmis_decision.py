"""A decision page of CMIS: label and value on separate lines, in copies of text and, by
conjecture, in HTML (no such page was seen as served)."""

import re
from collections.abc import Sequence

from extractors import documents
from extractors.cut import Cut
from extractors.layouts.cmis_lines import Entry, entries, own_labels
from extractors.layouts.draft import Draft
from extractors.layouts.page import Page
from extractors.lowered import lowered, places
from schemas.document import Document, Section

NAME = "cmis_decision"
_ADDRESS = re.compile(
    r"/ViewCMIS_DecisionDetails/mid/[0-9]{1,9}/Id/([0-9A-Za-z-]{1,40})", re.IGNORECASE
)
# What the module prints above a decision.
_HEADING = "view the general details of a decision"
# Template labels of Modern.Gov, which stand on one line with their values.
_OTHERS = ("is key decision?:", "is subject to call in?:", "decided at meeting:")
_PEOPLE = ("contact", "contact_more")
_SECTIONS = frozenset("purpose agenda_text decision minutes reasons alternatives body".split())


def claims(page: Page, _least: float = 0.0) -> float:
    """Return how surely the page is a decision of CMIS."""
    if any(_ADDRESS.search(value) for _, value in page.document.meta):
        return 1.05  # surer than a heading that other systems print too
    said = lowered(page.document.reading)
    if not any(label in said for label in own_labels()) or _is_others(said):
        return 0.0
    found = entries(page.document)
    if _HEADING in said:
        return 1.05
    own = {e.name for e in found if e.meaning and e.meaning.own and e.name != "when"}
    named = {e.name for e in found}
    about = named & {"title", "reference", "decision", "decision_maker", "effective_date"}
    return 1.05 if (len(own) > 1 and about) or (own and len(about) > 2) else 0.0


def _is_others(said: str) -> bool:
    """Tell whether a label of another system opens a word of the lowered reading."""
    spots = (at for label in _OTHERS for at in places(said, label, 0, len(said)))
    return any(not at or not (said[at - 1].isalnum() or said[at - 1] == "_") for at in spots)


def cut(page: Page) -> Cut:
    """Cut a decision page into its fields and sections."""
    document, draft = page.document, Draft(page.document, 1)
    found = entries(document)
    for at, entry in enumerate(found):
        if entry.meaning is None:
            _unknown(draft, entry)
            continue
        if entry.name == "documents":
            spans = [(x.start, x.stop) for x in entry.lines]
            draft.rows += documents.find(document, spans, 1)
        elif entry.is_section:
            _section(draft, entry)
        elif entry.value and entry.name in _PEOPLE:
            if entry.name == "contact" or found[at - 1].name not in _PEOPLE:
                draft.field("contact", entry.label, entry.value[0], _contact_end(found, at))
        elif entry.value:
            _field(draft, entry, *entry.value)
    draft.texts()
    draft.maker_from_meeting()
    start, stop = _span(found, len(document.text))
    draft.exempt(start, stop)
    decision = draft.decision(start, stop)
    return Cut(
        kind="decision",
        layout=NAME,
        title=decision.title,
        sections=tuple(draft.sections),
        decisions=(decision,),
        rows=tuple(draft.rows),
        notices=tuple(draft.notices),
        reference_date=decision.decision_date or decision.publication_date,
        page_id=_page_id(document),
    )


def _contact_end(found: Sequence[Entry], at: int) -> int:
    """Return where a contact ends: address and number may have labels of their own below."""
    stop = 0
    for n, entry in enumerate(found[at:]):
        if n and entry.name != "contact_more":
            break
        stop = entry.value[1] if entry.value else stop
    return stop


def _page_id(document: Document) -> str | None:
    for _, value in document.meta:
        if found := _ADDRESS.search(value):
            return f"ViewCMIS_DecisionDetails:{found[1].lower()}"
    return None


def _span(found: Sequence[Entry], end: int) -> tuple[int, int]:
    labelled = [e for e in found if e.label]
    start = labelled[0].start if labelled else 0
    stops = [e.text[1] for e in labelled if e.text]
    return start, max([*stops, start + 1]) if stops else max(end, start + 1)


def _field(draft: Draft, entry: Entry, start: int, stop: int) -> None:
    if entry.name == "title":
        if "title" not in draft.columns:
            draft.title(start, stop)
            draft.sections.append(Section("header", start, stop, 1, None))
    elif entry.name == "committee":
        draft.field("decided_at", entry.label, start, stop)
    elif entry.name in ("when", "time", "venue"):
        draft.other("other", entry.label, start, stop)
    else:
        draft.field(entry.name, entry.label, start, stop)


def _unknown(draft: Draft, entry: Entry) -> None:
    """Keep the value of a label that our vocabulary lacks."""
    if entry.label and entry.value:
        draft.other("other", entry.label, *entry.value)
        words = f"Label our vocabulary lacks: {entry.label[:80]}"
        draft.note("label.unknown", words, entry.start, entry.lines[0].start)


def _section(draft: Draft, entry: Entry) -> None:
    if entry.text and entry.name in _SECTIONS:
        draft.sections.append(Section(entry.name, *entry.text, 1, entry.label))
