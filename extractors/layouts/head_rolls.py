"""Lists of those present or missing, in the head of a meeting or in its first items."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from extractors import labels, rolls
from extractors.labels import Label, Opening
from extractors.layouts.page import Line
from extractors.people import attendance
from schemas.document import Document
from schemas.facts import Claim, Row

# "Councillor Lowe paid tribute to …": a long line that tells something names nobody present.
_TELLS = re.compile(
    r"\b(?:paid|was|were|had|has|have|that|which|declared|thanked|welcomed|reported|asked|said"
    r"|informed|advised|moved|proposed|referred|presented|stated)\b"
)
_IN_BRACKETS = re.compile(r"\([^()]{0,200}\)")
STATUSES = frozenset("present in_attendance apologies absent substitute".split())
# "In attendance: (Councillors)".
_MEMBERS_BELOW = re.compile(r"\(?(?:councillors|members)\)?", re.IGNORECASE)


def with_rolls(document: Document, lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the headings of lists told that only stand among such headings.

    "Officers:", "Apologies" over names, where another line heads such a list too.
    """
    read = [_with_roll(document, lines, at) for at in range(len(lines))]
    if sum(x.name in STATUSES for x in read) < 2 and not any(x.name in STATUSES for x in lines):
        return list(lines)
    _others(read)
    if any(x.name == "present" and not _is_chair(x) for x in read):
        return read
    members = (at for at, x in enumerate(read) if x.name == "in_attendance" and _is_unsure(x))
    for at in members:  # nothing else heads the body's own members
        read[at] = _renamed(read[at], "present")
        break
    return read


def _others(read: list[Line]) -> None:
    """Tell that "Other members present", below who chaired, are the body's own members."""
    chaired = False
    for at, line in enumerate(read):
        chaired = chaired or _is_chair(line)
        if line.name != "in_attendance" or line.opening is None:
            continue
        said = line.opening.label.words
        others = chaired and said.startswith("other ") and rolls.loose(said[6:]) == "present"
        if others or _MEMBERS_BELOW.fullmatch(line.words[line.opening.value :].strip()):
            read[at] = _renamed(line, "present")


def _is_chair(line: Line) -> bool:
    return line.opening is not None and rolls.is_chair(line.opening.label.words)


def _is_unsure(line: Line) -> bool:
    return line.opening is not None and rolls.is_unsure(line.opening.label.words)


def _renamed(line: Line, status: str) -> Line:
    assert line.opening is not None  # noqa: S101 - asked by the caller, for the type checker
    label = replace(line.opening.label, name=status)
    return replace(line, opening=replace(line.opening, label=label))


def _with_roll(document: Document, lines: Sequence[Line], at: int) -> Line:
    line = lines[at]
    if line.opening is not None or len(line.words) > 600:
        return line
    colon = line.words.find(":", 0, rolls.LONGEST)
    head = line.words[:colon] if colon > 0 else line.words[: rolls.LONGEST + 1]
    said = labels.fold(head.strip("() "))
    status = rolls.loose(said)
    if status is None:
        return line
    value = colon + 1 if colon > 0 else len(line.words)
    start = line.start + value
    stop = line.stop if line.words[value:].strip(" -–—:") else -1
    if stop < 0 and at + 1 < len(lines) and lines[at + 1].opening is None:
        start, stop = lines[at + 1].start, lines[at + 1].stop
    if stop < 0 or next(attendance.find(document, start, stop, status), None) is None:
        return line
    label = Label(said, status, "section", "head", True, frozenset(("meeting",)))
    return replace(line, opening=Opening(label, line.words[:value], value, colon > 0))


def unbound(row: Row) -> Row:
    """Return a row that belongs to no decision."""
    return replace(row, decision_id=None) if isinstance(row, Claim) else row


def present_at(document: Document, lines: Sequence[Line], at: int, rows: list[Row]) -> int:
    """Read a list of those present or missing; return the index behind it."""
    line = lines[at]
    status = line.name or "present"
    spans = [(line.value, line.stop)] if line.value < line.stop else []
    at += 1
    while (
        at < len(lines)
        and lines[at].opening is None
        and not (_ends_list(document, lines[at]) and not (spans and _is_open(document, spans[-1])))
    ):
        spans.append((lines[at].start, lines[at].stop))
        at += 1
    for span in _unwrapped(document, spans):
        found = list(attendance.find(document, *span, status))
        rows += found
        rows += attendance.posted(document, found)
    return at


def listed(document: Document, lines: Sequence[Line]) -> list[Row]:
    """Return the rows of the lists of those present that stand in an item's lines."""
    rows: list[Row] = []
    at = 0
    while at < len(lines):
        labelled = lines[at].name in STATUSES
        at = present_at(document, lines, at, rows) if labelled else at + 1
    return [unbound(r) for r in rows]


def _is_open(document: Document, span: tuple[int, int]) -> bool:
    words = document.reading[slice(*span)]
    return words.count("(") > words.count(")")


def _unwrapped(document: Document, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join lines where a bracket runs on: "Jo Marsh (Policy⏎Officer)"."""
    joined: list[tuple[int, int]] = []
    for start, stop in spans:
        if joined and _is_open(document, joined[-1]):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((start, stop))
    return joined


def _ends_list(document: Document, line: Line) -> bool:
    """Tell whether a line no longer belongs to a list of names."""
    said = line.words
    if len(said) <= 90:
        return False
    tells = _TELLS.search(_IN_BRACKETS.sub("", said[:1000])) is not None
    if tells or re.match(r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms)\b", said):
        return tells
    if said.count("), ") > 1:  # "Jo Marsh (Clerk), Al Reed (Head of Parks), …"
        return False
    listed = attendance.find(document, line.start, line.stop, "present")
    return len(list(islice(listed, 2))) < 2  # "Jo Marsh, Clerk; Al Reed, Head of Parks"
