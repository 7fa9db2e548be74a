"""What a report asks a body to decide, one row a limb. Stage 1.

The recommendation section of a report is read like the lines after RESOLVED; in a report that
marks no such section, a heading "Recommendation(s)" or the sentence "The Cabinet is asked to …"
opens it. Source: SCHEMA, `recommendations`; FIELD_GUIDE section 5.3.
"""

import re
from collections.abc import Iterator

from extractors.context import Context
from extractors.resolutions import actions, limb_rows, limbs, prose
from extractors.resolutions.limb_rows import Batch
from extractors.resolutions.limbs import Line
from extractors.resolutions.list_words import is_bare_lead
from extractors.resolutions.lists import Draft, Reader
from extractors.resolutions.tails import split_tail
from schemas.document import Section
from schemas.facts import Recommendation

# A sentence that asks: "is asked to note", "It is recommended that".
_ASKS = re.compile(
    r"\b(?:is|are|be)\s(?:therefore\s|also\s|further\s|hereby\s|respectfully\s)?"
    r"(?:asked|recommended|requested|invited)\b|^recommend(?:ed|s)?\b|^to\srecommend\b",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?:[0-9.]{1,6}[ \t]{1,9})?(?:recommendations?[ ]{0,3}[:\-–]{1,2}[ ]{0,9})?", re.IGNORECASE
)
# What may stand behind "is asked": "to", "that the Committee", "to agree that".
_NO_MORE = re.compile(
    r"(?:\s(?:to|that|the|full|to\s(?:agree|resolve|approve)(?:\sto|\sthat)?|[^\W_]{1,20}"
    r"(?=\s(?:committee|board|panel)\b)|committee|cabinet|council|board|panel|members?|executive)){0,6}$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:committee|cabinet|council|executive|board|panel|authority|commission|forum|members?|mayor|"
    r"leader|holder|assembly|it)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:[0-9.]{1,6}\s{0,4})?(?:summary\sof\s|officers?'?s?\s|proposed\s)?"
    r"(?:recommendations?|recommended)(?:\(s\)|/s)?(?:\s(?:that|to\s[^:\n]{1,60}))?\s{0,3}[:\-–]{0,2}"
    r"|(?:[0-9.]{1,6}\s{0,4})?what\s[^.:;\n]{3,60}\s(?:is|are|being)\s(?:asked|recommended|invited)"
    r"(?:\sto\s(?:do|decide|agree|approve|consider))?\??",
    re.IGNORECASE,
)
# A field between the heading and what is asked: "FROM: Director of Place  Deadline date: …".
_FIELD = re.compile(r"(?:FROM|From|TO|To|Deadline date|DEADLINE DATE)\s?:\s")


def find(section: Section, context: Context) -> Iterator[Recommendation]:
    """Yield the limbs of a recommendation; ids and positions count from 1 within the call."""
    lines = _lines(section, context)
    if lines:
        found = _batches(context.reading, lines, whole=section.kind == "recommendation")
        rows = list(limb_rows.rows(Recommendation, found, context, _act))
        if not (all(row.is_empty for row in rows) and _is_said_elsewhere(section, context)):
            yield from rows


def _is_said_elsewhere(section: Section, context: Context) -> bool:
    """Tell whether another section recommends: "As set out at the front of the report"."""
    return any(s.kind == "recommendation" and s is not section for s in context.cut.sections)


def _act(said: str, sure: bool) -> str | None:
    return actions.asked_action(said, sure=sure)


def _lines(section: Section, context: Context) -> list[Line]:
    """Return the lines to read: all of the section, or those of a report's body."""
    if section.kind == "recommendation":
        return list(limbs.lines(context.reading, section.start, section.stop))
    is_report = context.cut.kind == "report" and section.kind in ("body", "summary")
    if not is_report or any(s.kind == "recommendation" for s in context.cut.sections):
        return []
    return list(limbs.lines(context.reading, section.start, section.stop))


def _batches(reading: str, lines: list[Line], whole: bool) -> list[Batch]:
    found: list[Batch] = []
    at, is_open = 0, whole
    while at < len(lines):
        line = lines[at]
        said, words = reading[line.start : line.stop], reading[line.body : line.stop]
        if len(said) < 90 and _HEADING.fullmatch(said):
            is_open, at = True, at + 1
        elif is_open and (_FIELD.match(said) or _introduces(words)):
            at += 1
        elif is_open or _is_asking(said):
            drafts, at = _read(reading, lines, at)
            drafts = _without_leads(reading, drafts)
            for draft in drafts:
                draft.lead = draft.lead and _unmarked(reading, *draft.lead)
            found.append(Batch(drafts, "recommendation.list" if is_open else "recommendation.asks"))
            is_open = False
        else:
            at += 1
    return found


# "This report tells Cabinet how far …", below "Summary and recommendations".
_TELLS = re.compile(
    r"(?:this|the) (?:report|paper) (?!recommends|asks|seeks|proposes|invites|requests)"
    r"[a-z]{3,14}s\b",
    re.IGNORECASE,
)


def _introduces(said: str) -> bool:
    """Tell whether a paragraph says what the report is about, and recommends nothing."""
    return bool(_TELLS.match(said)) and not _ASKS.search(said[:900])


def _without_leads(reading: str, drafts: list[Draft]) -> list[Draft]:
    """Turn "2.0 The Cabinet is recommended to:" from a parent into the lead of its points."""
    parents = {draft.parent for draft in drafts}
    asking = {i for i in parents if i is not None and _only_asks(reading, drafts[i])}
    kept: dict[int, int] = {}
    for i, draft in enumerate(drafts):
        if i not in asking:
            kept[i] = len(kept)
        if draft.parent in asking:
            above = drafts[draft.parent]
            draft.parent, draft.lead = None, (above.body, above.stop)
    for i in kept:
        up = drafts[i].parent
        drafts[i].parent = None if up is None else kept[up]
    return [drafts[i] for i in kept]


def _unmarked(reading: str, start: int, stop: int) -> tuple[int, int]:
    """Return a lead without the number or heading before it: "RECOMMENDATIONS: That Cabinet"."""
    mark = _MARK.match(reading, start, stop)
    return (mark.end() if mark and mark.end() < stop else start), stop


def _only_asks(reading: str, draft: Draft) -> bool:
    said = reading[draft.body : draft.stop]
    return _asks_alone(said) or is_bare_lead(said.rstrip())


def _asks_alone(said: str) -> bool:
    """Tell whether words only ask a body, and say nothing of what: "The Cabinet is invited"."""
    said = said.rstrip(" :;-–")
    asks = _ASKS.search(said) if len(said) < 160 else None
    return bool(asks and _ADDRESSED.search(said) and _NO_MORE.match(said, asks.end()))


# What all who come are asked at every meeting is no paper's recommendation.
_HOUSEKEEPING = re.compile(
    r"\b(?:asked|requested|invited|reminded)\sto\s(?:please\s)?(?:declare|disclose|notify|give\snotice"
    r"|inform|indicate|identify|state|switch|turn|sign|mute|stand|receive\s(?:any\s|the\s)?apolog"
    r"|send\sapolog|submit\stheir|make\s(?:any\s)?declarations|consider\sany\s(?:pecuniary|interest"
    r"|declar|personal)|consider\swhether\sthey\shave)\b",
    re.IGNORECASE,
)


def _is_asking(said: str) -> bool:
    if _HOUSEKEEPING.search(said[:400]):
        return False
    return len(said) < 3000 and bool(_ASKS.search(said[:300]) and _ADDRESSED.search(said[:300]))


def _read(reading: str, lines: list[Line], at: int) -> tuple[list[Draft], int]:
    """Read one run of recommendations; a sentence that asks stands alone or leads a list."""
    first = lines[at]
    if first.label:
        reader = Reader(reading)
        return reader.drafts, max(reader.read(lines, at), at + 1)
    said = reading[first.start : first.stop].rstrip()
    if _asks_alone(said) and at + 1 < len(lines) and lines[at + 1].label:
        reader = Reader(reading, (first.start, first.start + len(said)))
        return reader.drafts, max(reader.read(lines, at + 1), at + 1)
    if _is_asking(said) and said[-1:] not in ":-–":
        lead, tail = split_tail(reading, first.start, first.stop)
        if not lead:
            tail = [Line(*_sentence(reading, first))]
        reader = Reader(reading, lead)
        reader.read(tail)
        more = reader.read(lines, at + 1) if lead else at + 1
        return reader.drafts, more
    reader = Reader(reading)
    return reader.drafts, max(reader.read(lines, at), at + 1)


def _sentence(reading: str, line: Line) -> tuple[int, int]:
    """Return the asking sentence of a paragraph."""
    for start, stop in prose.sentences(reading, line.start, line.stop):
        if _ASKS.search(reading[start:stop][:600]):
            return start, stop
    return line.start, line.stop
