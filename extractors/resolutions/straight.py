"""Straight into "That …": paragraphs and lists that open so, motions that were carried among them.

A list below words that quote it, ask for it or tell of an earlier day is no resolution, a motion
only where the text says that it was carried. Source: FIELD_GUIDE 5.1 and 5.3.
"""

import re
from dataclasses import dataclass

from extractors.resolutions.limbs import Line
from extractors.resolutions.list_words import ends_in_colon, opens_with_verb
from extractors.resolutions.lists import Draft, Reader

THAT = re.compile(r"[\"']?(?:That|THAT|T H A T)\b(?!\s(?:is|was|said|being said)\b)")
_DOES = re.compile(
    r"To (?!(?:seek|obtain|gain|consider|inform|ask|report|present|provide|outline|brief|advise"
    r"|update|set out|tell|enable|ensure|allow|invite|discuss|introduce|explain|give|share)\b)[a-z]"
)
LEAD = re.compile(
    r"(?:(?:the|this)\s)?(?:[^\W_][^\s.;:]{0,30}\s){0,8}(?:committee|cabinet|council|executive|board|panel"
    r"|authority|members?|mayor|leader|holder|officer|director)\b[^.;:\n]{0,90}[:\-–]{1,2}$"
    r"|(?:that|to|i\b)[^.\n]{0,160}[:\-–]{1,2}$",
    re.IGNORECASE,
)
# Words above a list that is quoted, asked for or of an earlier day.
TOLD = re.compile(
    r"\b(?:had\s(?:been\s)?(?:previously\s|earlier\s)?(?:resolved|agreed|decided|recommended|approved"
    r"|asked|requested|noted)|(?:asked|urged|wanted)\s(?:the|that)|remind(?:ed|s)|previously|earlier\smeeting|(?:asked|invited|requested)\s"
    r"(?:[^\W_]{1,20}\s){1,5}to\s(?:resolve|agree|approve|recommend|consider)"
    r"|report\s(?:asked|recommended|proposed|sought|recommends|asks|proposes)"
    r"|(?:may|might|could|can)(?=(?:\seither)?\s?[:\-–])"
    r"|options?|courses?|queries|questions?|comments?|suggest(?:ed|ions?)|concerns?|points?|discuss(?:ed|ion))\b",
    re.IGNORECASE,
)
# "After discussion, it was agreed:", right over what was.
_DONE = re.compile(
    r"\b(?:it was|committee|council|cabinet|board|panel|members|executive|authority|meeting)\s"
    r"(?:[a-z]{2,14}ly\s|then\s|also\s)?(?:agreed|resolved|decided)(?:\s(?:that|to|as follows))?"
    r"\s?[:–-]{1,3}$",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"(?:to|not\sto)\s[a-z]", re.IGNORECASE)
# A motion or amendment put, whose words follow, and how it fared.
_MOTION = re.compile(
    r"\b(?:moved|proposed|seconded|motion|amendment|amended|notice of|proposition)\b", re.IGNORECASE
)
# "That the vote be by roll call": how the question is put, not what was resolved.
_HOW_TO_VOTE = re.compile(
    r"[\"']?That (?:the |a )?vote\b[^.\n]{0,90}\b(?:roll call|recorded|ballot)", re.IGNORECASE
)
# "…, it was" over "(a) that …": the line with RESOLVED is lost.
_LOWER_THAT = re.compile(r"that\b(?!\s(?:is|was|said)\b)")
_LISTED = frozenset(("round", "closed", "number", "letter"))
_IT_WAS = re.compile(r"\bit was(?: then| therefore| unanimously)?[\s:–-]{0,4}$", re.IGNORECASE)
# "…, and it was CARRIED with 7 in favour and 3 against:", over what was carried.
_IT_WAS_CARRIED = re.compile(
    r"\bit was (?:then |duly )?(?:carried|agreed)\b[^.;:\n]{0,120}:\s{0,3}-?$", re.IGNORECASE
)
# "It was moved by A, seconded by B and", over what was resolved; and a limb without That.
_MOVED_AND = re.compile(
    r"\bmoved by\b(?:[^.;:\n]|(?<=[A-Z])\.){3,90}\bseconded by\b(?:[^.;:\n]|(?<=[A-Z])\.){3,60}"
    r"\band[\s:–-]{0,4}$"
)
_BE_DONE = re.compile(r"\bbe (?:[a-z]{2,14}ly )?[a-z]{2,14}ed\b")
_AND_IT_WAS = re.compile(r"\band(?: it was)?[\s:–-]{0,4}$")
# "The Council NOTED that …", as Scottish minutes set what was done in capitals.
LOUDLY = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w&-]{1,20} ){0,5}"
    r"(?:Committee|Council|Cabinet|Board|Panel|Forum|Executive)"
    r"(?:, [^.;:\n]{3,160},)? (?:NOTED|APPROVED|ENDORSED|REMITTED|HOMOLOGATED) "
    r"(?!(?:the |that )?(?:following |any |no |there were )?(?:declar|apolog|interests?\b))"
)
AMENDMENT = re.compile(r"\bamend(?:ment|ed)?\b", re.IGNORECASE)
RESULT = re.compile(
    r"\b(?:(?P<lost>lost|defeated|not\scarried|fell|withdrawn|rejected|lapsed|not\sagreed)"
    r"|(?P<carried>carried|agreed|approved|passed))\b",
    re.IGNORECASE,
)
PUT = re.compile(
    r"\b(?:motion|amendment|proposal|proposition|recommendations?|vote)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """Limbs of one reading, with the rule that spoke."""

    drafts: list[Draft]
    rule: str


def straight(reading: str, lines: list[Line]) -> list[Found]:
    """Read paragraphs and lists that open with "That", motions that were not carried left out."""
    found: list[Found] = []
    at, motion = 0, False
    while at < len(lines):
        line = lines[at]
        if not (THAT.match(reading, line.body, line.stop) or _is_resolved(reading, lines, at)):
            said = reading[line.start : line.stop][:1500]
            motion = _after(said, motion, line.label is not None)
            at += 1
            continue
        head = _head(lines, at, found)
        first = head if _is_all_limbs(reading, lines[head : at + 1]) else at
        told = head and _is_told(reading, lines[head - 1])
        told = told or bool(_HOW_TO_VOTE.match(reading, line.body, line.stop))
        if told or (not motion and _is_quoted(reading, lines, at)):
            motion, at = False, _behind_list(lines, at)
            continue
        reader = Reader(reading, lead_above(reading, lines, first))
        after = max(reader.read(lines, first), at + 1)
        if not motion or _carried(reading, lines[after : after + 10], lines[:at][-3:]):
            _unquote(reading, reader.drafts)
            found.append(Found(reader.drafts, "resolution.motion" if motion else "resolution.that"))
        motion, at = False, after
    return found


def _is_resolved(reading: str, lines: list[Line], at: int) -> bool:
    """Tell whether a lower-case "that" stands below "it was", whose RESOLVED is lost."""
    if not at or not _LOWER_THAT.match(reading, lines[at].body, lines[at].stop):
        return at > 0 and _is_moved(reading, lines, at)
    if _is_lower_list(reading, lines, at):
        return True
    above = reading[max(lines[at - 1].start, lines[at - 1].stop - 24) : lines[at - 1].stop]
    return bool(_IT_WAS.search(above))


def _is_lower_list(reading: str, lines: list[Line], at: int) -> bool:
    """Tell whether "(a) that it be noted; (b) that …" opens below a finished line.

    The line with RESOLVED is lost; below a colon the list is what the colon says.
    """
    points = lines[at : at + 2]
    above = reading[max(lines[at - 1].start, lines[at - 1].stop - 6) : lines[at - 1].stop].rstrip()
    return (
        len(points) > 1
        and above[-1:] in (".", "!", "?", ")")
        and bool(points[0].label and points[0].label.opens and points[0].label.shape in _LISTED)
        and all(x.label is not None for x in points)
        and all(_LOWER_THAT.match(reading, x.body, x.stop) for x in points)
        and all(_BE_DONE.search(reading, x.body, min(x.stop, x.body + 400)) for x in points)
    )


def _is_moved(reading: str, lines: list[Line], at: int) -> bool:
    """Tell whether "1) The report be received" stands below "moved by A, seconded by B, and"."""
    above = reading[max(lines[at - 1].start, lines[at - 1].stop - 200) : lines[at - 1].stop]
    line = lines[at]
    opens = line.label is None or line.label.opens
    return (
        opens
        and bool(_MOVED_AND.search(above))
        and bool(_BE_DONE.search(reading, line.body, min(line.stop, line.body + 400)))
    )


def _unquote(reading: str, drafts: list[Draft]) -> None:
    """Leave the quotation marks around a single limb out."""
    if len(drafts) != 1 or drafts[0].label:
        return
    only = drafts[0]
    mark = reading[only.body]
    if mark in "\"'" and reading[only.stop - 1] == mark and only.stop - only.body > 2:
        only.start = only.body = only.body + 1
        only.stop -= 1


def _head(lines: list[Line], at: int, found: list[Found]) -> int:
    """Return the index of the first point of the list that a line stands in."""
    floor = found[-1].drafts[-1].stop if found and found[-1].drafts else 0
    while at and lines[at].label and lines[at - 1].label and lines[at - 1].start >= floor:
        at -= 1
    return at


def _is_all_limbs(reading: str, points: list[Line]) -> bool:
    """Tell whether points open a list and all that stand before its "That" are limbs as well."""
    opens = points[0].label is None or points[0].label.opens
    said = [_said(reading, point) for point in points[:-1]]
    return opens and all(opens_with_verb(words) or _INFINITIVE.match(words) for words in said)


def _said(reading: str, line: Line) -> str:
    return reading[line.body : line.stop][:80]


def _is_quoted(reading: str, lines: list[Line], at: int) -> bool:
    """Tell whether a line stands in a quotation that a line above opened under a colon."""
    floor = max(0, at - 12)
    for i in range(at - 1, floor, -1):
        said = reading[lines[i].start : lines[i].stop][:1500]
        if said[0] == '"' and said.count('"') % 2:
            return _is_told(reading, lines[i - 1])
        if '"' in said:
            return False
    return False


def _is_told(reading: str, above: Line) -> bool:
    """Tell whether a line leads a list that is somebody else's, or of an earlier day."""
    said = reading[max(above.start, above.stop - 300) : above.stop].rstrip()
    return ends_in_colon(said) and bool(TOLD.search(said)) and not _DONE.search(said)


def _behind_list(lines: list[Line], at: int) -> int:
    """Return the index of the first line behind a list."""
    if not lines[at].label:
        return at + 1
    while at < len(lines) and lines[at].label:
        at += 1
    return at


def _after(said: str, motion: bool, is_point: bool) -> bool:
    """Tell whether the words of a motion may follow this line, a point of which may be one."""
    if motion and _is_passed(said):
        return False  # what follows is what was carried
    if _AND_IT_WAS.search(said[-40:]) or _IT_WAS_CARRIED.search(said[-160:]):
        return False  # "moved by A, seconded by B and" stands over a RESOLVED that is lost
    if (motion and is_point) or not _MOTION.search(said):
        return motion
    return said.rstrip()[-1:] in ":-–" or said.rstrip().endswith(" that") or len(said) < 120


def _is_passed(said: str) -> bool:
    """Tell whether a line says that what was put was carried: "put to the vote and agreed"."""
    result = RESULT.search(said)
    return bool(result and result["carried"] and PUT.search(said) and not AMENDMENT.search(said))


def _carried(reading: str, following: list[Line], above: list[Line]) -> bool:
    """Tell whether the first result after a motion says that it was carried."""
    if any(
        AMENDMENT.search(reading, line.start, min(line.stop, line.start + 600)) for line in above
    ):
        return False
    for n, line in enumerate(following):
        said = reading[line.start : line.stop][:1500]
        result = RESULT.search(said)
        if result and (PUT.search(said) or len(said) < 60):
            return bool(result["carried"])
        if is_how_to_vote(reading, following[n + 1 : n + 2]):
            continue
        if _MOTION.search(said) and said.rstrip().endswith(":"):
            return False
    return False


def is_how_to_vote(reading: str, lines: list[Line]) -> bool:
    """Tell whether the first of some lines says how the question is put, "by roll call"."""
    return bool(lines and _HOW_TO_VOTE.match(reading, lines[0].body, lines[0].stop))


def to_above(reading: str, lines: list[Line], at: int) -> list[Draft]:
    """Return the limbs above one that opens with "To": "To waive …" over "To authorise …".

    "To seek …" is a report's purpose.
    """
    first = at
    while first >= 0 and not lines[first].label and _DOES.match(reading, lines[first].start):
        first -= 1
    return [Draft(x.start, x.start, x.stop) for x in lines[first + 1 : at]] if first < at else []


def lead_above(reading: str, lines: list[Line], at: int) -> tuple[int, int] | None:
    """Return the span of the line above that leads a limb or list, None where it is none."""
    if not at or lines[at - 1].label:
        return None
    above = lines[at - 1]
    said = reading[above.start : above.stop]
    leads = len(said) < 200 and LEAD.match(said) and not _MOTION.search(said)
    return (above.start, above.stop) if leads else None
