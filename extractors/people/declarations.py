"""Interests that members declared, one row a member and interest. Stage 4.

"Councillor Ash declared a personal interest in item 5 and left the room." Names lose their
titles; `left_room` is 1 for leaving or taking no part, 0 for staying, None where nothing is said.

>>> _left("He remained in the meeting and voted."), _left("She took no part."), _left("A word.")
(0, 1, None)
"""

import re
from collections.abc import Iterator

from extractors.context import Context
from extractors.lowered import Needles
from extractors.people.members import PERSON, Member, is_titled, names
from extractors.resolutions import prose
from extractors.resolutions.limbs import lines
from schemas.document import Section
from schemas.facts import Declaration

KINDS = ("interests", "minutes", "body", "attendance", "decision")

_VERB = re.compile(
    r"(?:,?|\s[-–])\s{1,3}(?:(?:also|each|both|then|further|had|has)\s){0,2}(?:(?:verbally|formally)\s)?"
    r"(?:(?P<sure>declared|disclosed|declares|registered)|stated|advised|reported|indicated|noted)\b"
)
_SUBJECT = re.compile(
    rf"{PERSON}(?:\s\([^()\n]{{0,60}}\))?(?:(?:,\s|\sand\s|,\sand\s|\s&\s){PERSON}){{0,12}}"
)
# The kind of interest as printed.
_KIND = re.compile(
    r"\b(?:an?\s)?(?P<kind>(?:(?:other|disclosable|registrable|registerable|non[\s-]regist(?:r|er)able|"
    r"personal|prejudicial|pecuniary|non[\s-]?pecuniary|non[\s-]?disclosable|non[\s-]?prejudicial|"
    r"significant|affected|statutory|non[\s-]?statutory|registered|declarable|"
    r"financial|non[\s-]?financial|conflict\sof|code|beneficial|direct|indirect|and|or|but|"
    r"not|DPI|ORI|NRI)[\s,/-]{1,3}){0,7}interests?)\b",
    re.IGNORECASE,
)
_DPI = re.compile(r"\b(?P<kind>DPI|NRI|ORI)\b")
_NONE = re.compile(
    r"\bno\s(?:\w{1,14}\s){0,3}(?:interests?|declarations?)\b|\bnone\b|\bwere\snot\sany\b|\bnot\shave\b",
    re.IGNORECASE,
)
# "had declared an interest at the Area Committee on 4 May": of another meeting's day.
_ELSEWHERE = re.compile(
    r"\bhad\s(?:previously\s)?(?:declared|disclosed)\b[^.;\n]{0,120}?\bat\s(?:the|a|its)\s[^.;\n]{3,80}?"
    r"\bon\s(?:the\s)?[0-9]{1,2}"
    r"|\b(?:to\s(?:show|read|record|reflect|state)|(?:corrected|amended)\s(?:to|by|so))\b",
)
_LEFT = re.compile(
    r"\b(?:left|leave|leaving|withdrew|withdraw|withdrawn|vacated)\b(?!\sto\b)[^.\n]{0,40}"
    r"\b(?:room|meeting|chamber|table|chair|hall|discussion|debate|item|proceedings)\b|"
    r"\bwithdrew\b|\b(?:took|take|taking|taken)\sno\s(?:further\s)?part\b|"
    r"\b(?:did|would|does|do)\snot\s(?:take\spart|participate|vote|speak)",
    re.IGNORECASE,
)
_STAYED = re.compile(
    r"\b(?:remained|remain|stayed|stay)\s(?:in\s|at\s|for\s|during\s|throughout|present)|"
    r"\b(?:took|take)\s(?:full\s)?part\b",
    re.IGNORECASE,
)
# "0654   Councillor Ash   Personal interest", a row of a table: the minute before the name.
_ROW = re.compile(
    r"\s{0,9}(?:(?:item|minute|min|agenda item)s?\.?\s)?(?:no\.?\s)?"
    r"[0-9][0-9a-z/.,& ]{0,24}[\s|:–-]{1,9}",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s|:–-]{1,60}+")
_INTEREST = Needles("interest")
_PRONOUN = re.compile(
    r"(?:He|She|They|The\s(?:Councillor|Member)s?|Both|(?:Councillor|Cllr|Mr|Mrs|Ms)\b)"
)


def find(section: Section, context: Context) -> Iterator[Declaration]:
    """Yield the interests declared in a section."""
    reading = context.reading
    if section.kind not in KINDS:
        return
    if not _INTEREST.stand_in(reading, section.start, section.stop):
        return
    for line in lines(reading, section.start, section.stop):
        said = reading[line.body : line.stop]
        if "interest" in said.lower() or _DPI.search(said):
            yield from _line(line.body, line.stop, section.kind == "interests", context)


def _line(start: int, stop: int, is_list: bool, context: Context) -> Iterator[Declaration]:
    found = prose.sentences(context.reading, start, stop)
    for i, (begin, end) in enumerate(found):
        said = context.reading[begin:end][:2000]
        kind = _KIND.search(said) or _DPI.search(said)
        is_kind = bool(kind and " " in kind["kind"])
        people = _people(context.reading, begin, end, is_list, is_kind) if kind else []
        if not kind or not people or _NONE.search(said) or _ELSEWHERE.search(said):
            continue
        after = _following(context.reading, found[i + 1 : i + 2])
        for member in people:
            yield context.make(
                Declaration, begin, end, "declarations.sentence",
                name=member.name, interest=" ".join(kind["kind"].split()),
                left_room=_left(f"{said} {after}"),
            )  # fmt: skip


def _following(reading: str, after: list[tuple[int, int]]) -> str:
    """Return the next sentence where it goes on about the same members."""
    said = reading[slice(*after[0])][:600] if after else ""
    return said if _PRONOUN.match(said) and not _KIND.search(said) else ""


def _people(reading: str, start: int, stop: int, is_list: bool, is_kind: bool) -> list[Member]:
    """Return who declares: the titled names before the verb, or that open a line of a list.

    `is_kind` says that a kind of interest is named, so that weaker verbs will do.
    """
    for subject in _SUBJECT.finditer(reading, start, min(stop, start + 1200)):
        if not is_titled(subject.group()):
            continue
        row = _ROW.fullmatch(reading, start, subject.start()) and _GAP.match(reading, subject.end())
        if row and row.end() < stop and _KIND.match(reading, row.end(), stop):
            return list(names(reading, *subject.span()))
        verb = _VERB.match(reading, subject.end(), stop)
        if (verb and (verb["sure"] or is_kind)) or (is_list and subject.start() == start):
            return list(names(reading, *subject.span()))
    return []


def _left(said: str) -> int | None:
    if _LEFT.search(said):
        return 1
    return 0 if _STAYED.search(said) else None
