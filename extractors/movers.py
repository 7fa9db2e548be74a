"""Who moved and who seconded, in every order; a sentence at a time.

>>> said = "It was moved by Councillor A Ash, seconded by Mrs Elm and"
>>> pair = movers(said, 0, len(said))
>>> pair.proposer.name, pair.seconder.name
('A Ash', 'Elm')
>>> movers("amendments proposed by the applicant", 0, 36) is None
True
"""

import re
from dataclasses import dataclass

from extractors.members import PERSON, Member, is_titled, untitled

_BY = r"(?:\s{1,3}(?:by|of|from)\b)?\s{0,3}[:\-–]?\s{0,3}"
_WHO = rf"(?P<who>{PERSON})(?:\s\([^()\n]{{0,60}}\))?"
# "moved by A", "on the proposition of A", "on a motion by A", "Proposer: A", "(Proposed by A".
_PROPOSED = re.compile(
    r"\b(?:(?:(?i:moved|proposed|put\sforward)\s{1,3}(?:and\s(?:seconded|duly\sseconded)\s)?by\b"
    r"|(?i:proposition|proposal|motion)\s{1,3}(?:by|of|from|moved\sby|proposed\sby)\b"
    r"|(?i:proposer|proposed|moved|mover)\s{0,3}[:\-–](?:\s?by\b)?)\s{0,3}[:\-–]?\s{0,3})" + _WHO
)
# "seconded by B", "supported by B", "Seconder: B".
_SECONDED = re.compile(
    r"\b(?:(?i:seconded|supported)\s{1,3}(?:by\b)|(?i:seconder|seconded)\s{0,3}[:\-–](?:\s?by\b)?)"
    r"\s{0,3}[:\-–]?\s{0,3}" + _WHO
)
# "A moved and B seconded", "Mr A proposed, and Mr B seconded the motion".
_MOVES = re.compile(
    rf"(?<![\w.'’-])(?P<who>{PERSON})(?:\s\([^()\n]{{0,60}}\))?,?\s{{1,3}}"
    r"(?:then\s|duly\s|formally\s)?(?:moved|proposed)\b"
)
_SECONDS = re.compile(
    rf"(?<![\w.'’-])(?P<who>{PERSON})(?:\s\([^()\n]{{0,60}}\))?,?\s{{1,3}}"
    r"(?:then\s|duly\s|formally\s|who\s)?seconded\b(?!\sby)"
)
# "proposed by A and B": the pair behind "moved and seconded by".
_BOTH = re.compile(
    rf"\b(?i:moved|proposed)\sand\s(?:duly\s)?(?i:seconded)\sby\s{_WHO}\sand\s(?P<other>{PERSON})"
)
_OBJECT = re.compile(r"\b(?:motion|amendment|that|recommendations?|vote|resolution|minutes)\b")
_WORTH = re.compile(
    r"\b(?:propos(?:ed\s(?:by|and)|er|ition|al\s(?:by|of))|motion\s(?:by|of|from)|mover|put\sforward"
    r"|(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b[^\n]{0,60}\sproposed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Movers:
    """Proposer and seconder with where they stand."""

    proposer: Member | None
    seconder: Member | None
    start: int
    stop: int


def movers(reading: str, start: int, stop: int) -> Movers | None:
    """Return the mover and seconder of a sentence, None where neither is named surely."""
    said = reading[start:stop].lower()
    if "moved" not in said and "second" not in said and not _WORTH.search(reading, start, stop):
        return None
    if both := _BOTH.search(reading, start, stop):
        one, two = _member(both, "who"), _member(both, "other")
        if one and two:
            return Movers(one, two, *both.span())
    proposed = _PROPOSED.search(reading, start, stop)
    moved = proposed
    if not moved and (" moved" in said or " proposed" in said):
        moved = _MOVES.search(reading, start, stop)
    seconded = _SECONDED.search(reading, moved.start() if moved else start, stop)
    if not seconded and " seconded" in said:
        seconded = _SECONDS.search(reading, start, stop)
    proposer = _member(moved, "who") if moved else None
    seconder = _member(seconded, "who") if seconded else None
    if proposer is None and seconder is None:
        return None
    if seconder is None and not _alone(reading, moved, proposed is not None, stop):
        return None
    if proposer is None and seconded and seconded.group().casefold().startswith("support"):
        return None
    spans = [m for m in (moved, seconded) if m]
    return Movers(proposer, seconder, min(m.start() for m in spans), max(m.end() for m in spans))


def _alone(reading: str, moved: re.Match[str] | None, passive: bool, stop: int) -> bool:
    """Tell whether a mover without a seconder is one: titled, and of a motion."""
    if moved is None or not is_titled(moved["who"]):
        return False
    if passive and re.match(r"(?i:moved|mover|proposer|motion|proposition)", moved.group()):
        return True
    return bool(_OBJECT.search(reading, moved.end(), min(stop, moved.end() + 40)))


def _member(found: re.Match[str], group: str) -> Member | None:
    said = found[group]
    name = untitled(said)
    if name is None:
        return None
    at = found.start(group) + said.rfind(name)
    return Member(name, at, at + len(name)) if name in said else None
