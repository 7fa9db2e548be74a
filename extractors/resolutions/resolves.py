"""Motions set out under "Council resolves:" or behind "Motion:", where the text says "carried".

What a motion that fell, was amended or was only given notice of would have resolved is no row.
Source: SCHEMA's ruling on resolutions.
"""

import re

from extractors.resolutions.limbs import Line
from extractors.resolutions.list_words import opens_with_verb
from extractors.resolutions.lists import Draft, Reader
from extractors.resolutions.straight import AMENDMENT, PUT, RESULT

_RESOLVES = re.compile(
    r"[\"“]?(?:(?:the|this|that\sthis|that)\s)?(?:[A-Z][\w'-]{1,20}\s){0,5}"
    r"(?:council|committee|cabinet|authority|board|panel|assembly|executive)\s"
    r"(?:therefore\s|hereby\s|now\s|further\s|also\s){0,2}resolves?(?:\s(?:to|that))?\s?[:–-]{1,2}$",
    re.IGNORECASE,
)
_MOTION = re.compile(r"\b(?:motion|moved|proposed|proposer|seconded|notice\sof)\b", re.IGNORECASE)
_REACH = 10  # lines between a motion's points and its result
_ABOVE = 6


def is_lead(reading: str, line: Line) -> bool:
    """Tell whether a line is "This Council resolves to:"."""
    return line.label is None and _lead(reading, line) is not None


def _lead(reading: str, line: Line) -> tuple[int, int] | None:
    """Return "This Council resolves to:", with which a line ends; its last sentence."""
    start = max(line.start, line.stop - 160)
    said = reading[start : line.stop]
    start += said.rfind(". ") + 2 if ". " in said else 0
    if start < line.start or (start > line.start and reading[start - 2 : start] != ". "):
        return None
    return (start, line.stop) if _RESOLVES.match(reading[start : line.stop].rstrip()) else None


def read(reading: str, lines: list[Line], at: int) -> tuple[list[Draft], int] | None:
    """Return the points of what a body resolves and the index of the line behind, or None."""
    below = lines[at + 1].label if at + 1 < len(lines) else None
    lead = None if lines[at].label else _lead(reading, lines[at])
    if lead is None or below is None or not below.opens:
        return None
    reader = Reader(reading, lead)
    after = reader.read(lines, at + 1)
    return (reader.drafts, after) if _is_carried(reading, lines, at, after) else None


# "Proposal: That the barn be let", "Motion 2: approve as recommended", over how it was voted on.
_FORM = re.compile(
    r"(?:[^\n]{0,60}[.;]\s)?(?:proposal|motion|proposition)(?:\s[0-9]{1,3})?\s?[:–-]\s{1,3}"
    r"(?P<text>[\"“]?(?:That|To)\s[^\n]{6,}|[a-z]{4,12}\s[^\n]{3,})",
    re.IGNORECASE,
)
_FORM_RESULT = re.compile(
    r"(?:(?:result|outcome|decision|votes?|voting)\s?[:–-]\s?)?[^.;:\n]{0,60}?"
    r"(?:\b(?P<lost>lost|defeated|not\s\w{5,9}|fell|withdrawn|rejected|lapsed|failed)\b"
    r"|\b(?:carried|passed|unanimous(?:ly)?|all\s(?:in\sfavour|agreed))\b|^(?:agreed|approved)\b)",
    re.IGNORECASE,
)
_ROWS = 30  # lines of names between a form's motion and its result


def form(reading: str, lines: list[Line], at: int) -> tuple[int, int] | None:
    """Return the words behind "Motion:" where a line below says that they were carried."""
    line = lines[at]
    found = _FORM.match(reading, line.body, min(line.stop, line.body + 900))
    if not found or AMENDMENT.search(found[0]):
        return None
    words = found["text"]
    if not (words.startswith(("That ", "To ", '"', "“")) or opens_with_verb(words)):
        return None
    for below in lines[at + 1 : at + _ROWS]:
        said = reading[below.start : min(below.stop, below.start + 200)]
        if AMENDMENT.search(said) or _FORM.match(said):
            return None
        result = _FORM_RESULT.match(said) if len(said) < 120 else None
        if result:
            return None if result["lost"] else _bare(reading, *found.span("text"))
    return None


def _bare(reading: str, start: int, stop: int) -> tuple[int, int]:
    """Leave quotation marks around words out."""
    said = reading[start:stop]
    left = len(said) - len(said.lstrip('"“'))
    return start + left, start + len(said.rstrip(' "”'))


def _is_carried(reading: str, lines: list[Line], at: int, after: int) -> bool:
    """Tell whether the result below, else the one above, says so; or nothing tells of a motion."""
    near = [reading[x.start : min(x.stop, x.start + 1500)] for x in lines[after : after + _REACH]]
    above = [reading[x.start : min(x.stop, x.start + 1500)] for x in lines[:at]]
    if any(AMENDMENT.search(said) for said in near + above[-_ABOVE:]):
        return False
    for said in (*near, *reversed(above[-_ABOVE:])):
        result = RESULT.search(said) if PUT.search(said) or len(said) < 60 else None
        if result:
            return bool(result["carried"])
    return not any(_MOTION.search(said) for said in above + near)
