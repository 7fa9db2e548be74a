"""Motions that are set out below their mover's line and carried, with no RESOLVED printed.

A carried motion is a row even so (SCHEMA's ruling on resolutions); one that fell is none.
"""

import re

from extractors.resolutions.limbs import Line, label_at
from extractors.resolutions.list_words import ends_in_colon
from extractors.resolutions.lists import Draft, Reader
from extractors.resolutions.straight import AMENDMENT, RESULT, is_how_to_vote

_MOVED = re.compile(r"\b(?:moved|proposed)\b", re.IGNORECASE)
_SECONDED = re.compile(r"\bseconded\b|\bseconder\b", re.IGNORECASE)
_OPENS = re.compile(r"[\"'“‘]{0,2}\s{0,2}(?:That\b|To\s|This\s|[0-9]{1,2}[.)]|\([a-z0-9]{1,3}\))")
_PUT = re.compile(r"\b(?:motion|proposition|recommendations?)\b", re.IGNORECASE)
_REACH = 40  # lines between a motion and its result, amendments and names among them
_NEAR = 12  # lines between a motion moved in one sentence and its result
# "Councillor Ash, seconded by Councillor Elm, moved that salt be bought."
_MOVES_THAT = re.compile(r"\bmoved\b[^.\n]{0,90}?[ ,](?P<text>that\s[^\n]{8,})")
_MORE = re.compile(r"(?<=[a-z)0-9])\.\s{1,9}(?=[A-Z])")  # another sentence on the line
# "whereupon the motion was declared carried", "The motion accordingly became the finding".
_MOTION_IS = re.compile(
    r"\bthe\smotion\s(?:by\s[^.;\n]{3,60}?\s)?"
    r"(?:(?:was|were|is|had|being|having\sbeen|been|therefore|accordingly|thus|duly|then|thereupon"
    r"|put\sto\sthe\s(?:vote|meeting)|put|and|declared|to\sbe),?\s){0,7}"
    r"(?:(?P<carried>carried|passed|became\sthe\s(?:finding|decision|resolution))"
    r"|(?P<lost>lost|defeated|fell|withdrawn|negatived|not\scarried|lapsed))\b"
    r"|\bthe\samendment\s(?:(?:was|is|therefore|accordingly|thus|duly|then|put|and|declared)\s){0,6}"
    r"(?:carried|passed|became\sthe\s(?:finding|decision|resolution))\b",
    re.IGNORECASE,
)
_ONLY_ASKED = re.compile(r"\b(?:whether|asked|if)\b", re.IGNORECASE)
_QUOTES = "\"'“”‘’"


def carried(reading: str, lines: list[Line], at: int) -> tuple[list[Draft], int] | None:
    """Return the limbs of a motion moved on a line, and the index of the line behind them.

    None where the line moves none, sets none out below, or nothing says that it was carried.
    """
    said = _said(reading, lines[at])
    if not ends_in_colon(said) or not _MOVED.search(said) or not _SECONDED.search(said):
        return None
    if AMENDMENT.search(said) or at + 1 >= len(lines):
        return None
    if not _OPENS.match(_said(reading, lines[at + 1])):
        return None
    stop = _end(reading, lines, at + 1)
    if not _is_carried(reading, lines, stop):
        return None
    reader = Reader(reading)
    reader.read([_unquoted(reading, line) for line in lines[at + 1 : stop]])
    return (reader.drafts, stop) if reader.drafts else None


def divided(reading: str, lines: list[Line], at: int) -> tuple[int, int] | None:
    """Return the words of a motion moved in one sentence, where a division below carried it.

    "Councillor Ash, seconded by Councillor Elm, moved that salt be bought.", then amendments, then
    "… whereupon the motion was declared carried". What an amendment put is none.
    """
    said = _said(reading, lines[at])
    moved = _MOVES_THAT.search(said) if "moved" in said else None
    if not moved or not _SECONDED.search(said) or lines[at].label:
        return None
    stop = lines[at].start + len(said)
    more = _MORE.search(said, moved.start("text"))
    if AMENDMENT.search(said, 0, more.start() if more else len(said)):
        return None
    for line in lines[at + 1 : at + _NEAR]:
        below = _said(reading, line)
        result = _MOTION_IS.search(below)
        if result and not _ONLY_ASKED.search(below):
            end = lines[at].start + more.start() + 1 if more else stop
            return (lines[at].start + moved.start("text"), end) if result["carried"] else None
        if _MOVES_THAT.search(below) and not AMENDMENT.search(below):
            return None
    return None


def _said(reading: str, line: Line) -> str:
    return reading[line.start : min(line.stop, line.start + 1500)]


def _end(reading: str, lines: list[Line], first: int) -> int:
    """Return the index behind the motion: where its quotation closes, or its numbers end."""
    quoted = reading[lines[first].start] in _QUOTES
    at = first
    while at < len(lines) and at - first < _REACH:
        if quoted and reading[lines[at].stop - 1] in _QUOTES:
            return at + 1
        following = lines[at + 1] if at + 1 < len(lines) else None
        if not quoted and (following is None or following.label is None):
            return at + 1
        at += 1
    return at


def _is_carried(reading: str, lines: list[Line], at: int) -> bool:
    for n, line in enumerate(lines[at : at + _REACH], at):
        said = _said(reading, line)
        result = RESULT.search(said)
        if result and _PUT.search(said) and not AMENDMENT.search(said):
            return bool(result["carried"])
        if is_how_to_vote(reading, lines[n + 1 : n + 2]):
            continue
        if _MOVED.search(said) and ends_in_colon(said) and not AMENDMENT.search(said):
            return False
    return False


def _unquoted(reading: str, line: Line) -> Line:
    """Take quotation marks off a line, and read the label behind an opening one."""
    start, stop = line.start, line.stop
    while start < stop and reading[start] in _QUOTES:
        start += 1
    while stop > start and reading[stop - 1] in _QUOTES:
        stop -= 1
    return Line(start, stop, line.label or label_at(reading, start, stop))
