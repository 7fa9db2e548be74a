"""Votes set as a table: a mark for each member, or a row of figures for each question.

>>> said = "Member | For | Against\\nTern | X\\nGull | | X\\nKnot | X"
>>> [(b.position, len(b.members)) for b in marked(said, 0, len(said))]
[('for', 2), ('against', 1)]
>>> said = "Voted: | For | Against | Result\\nsell the tug | 9 | 2 | Carried"
>>> [(r.figures, r.outcome) for r in tallies(said, 0, len(said))]
[({'for': 9, 'against': 2}, 'carried')]
"""

import re
from typing import NamedTuple

from extractors.lowered import lowered
from extractors.people.members import Member, names
from extractors.votes.counts import POSITION, position_of
from extractors.votes.names import Block

_POSITION = re.compile(rf"\W{{0,3}}(?:votes?\s|voted\s)?(?P<position>{POSITION})\W{{0,3}}", re.I)
_MARK = re.compile(r"\W{0,2}(?:x|y|yes|[✓✔√•●*☒☑]|1)\W{0,2}|[✓✔√•●*☒☑]", re.IGNORECASE)
_FIGURE = re.compile(r"\s{0,3}([0-9]{1,3})\s{0,3}")
_RESULT = re.compile(r"\W{0,3}(?:result|outcome|decision|carried\?|carried/lost)\W{0,3}", re.I)
_ENDED = re.compile(
    r"\W{0,3}(?:motion\s)?(?:(?P<carried>carried|agreed|approved|passed)"
    r"|(?P<lost>lost|not\s(?:carried|agreed|approved)|rejected|defeated|fell))\b",
    re.IGNORECASE,
)
_VOTE = re.compile(r"\bvot(?:e|es|ed|ing)\b|\bmotion\b|\bput\sto\b|\bdivision\b", re.IGNORECASE)
_NO_MEMBER = re.compile(r"\b(?:total|votes?|motion|amendment|recommendation)\b", re.IGNORECASE)
_BEFORE = 400  # characters above a table in which a vote is told
_ROWS = 120
_AGAINST = "against"


class Row(NamedTuple):
    """A question's figures by position, its outcome in words, and where they stand."""

    figures: dict[str, int]
    outcome: str | None
    start: int
    stop: int
    what: str  # what the row says was put, empty where it has figures alone


class _Line(NamedTuple):
    start: int
    stop: int
    cells: list[str]


def _line(reading: str, start: int, stop: int) -> _Line:
    end = reading.find("\n", start, stop)
    end = stop if end < 0 else end
    return _Line(start, end, re.split(r"[|\t]", reading[start:end]))


def _below(reading: str, head: _Line, stop: int) -> list[_Line]:
    """Return the rows below the head of a table, up to a line without cells."""
    rows: list[_Line] = []
    at = head.stop + 1
    while at < stop and len(rows) < _ROWS:
        line = _line(reading, at, stop)
        if len(line.cells) < 2:
            break
        rows.append(line)
        at = line.stop + 1
    return rows


def _columns(head: _Line) -> dict[int, str]:
    """Return the position of each column that has one, none where a head lacks for or against."""
    if len(head.cells) < 2:
        return {}
    found = {i: m for i, cell in enumerate(head.cells) if (m := _POSITION.fullmatch(cell))}
    columns = {i: position_of(m["position"]) for i, m in found.items()}
    both = {"for", "against"} <= set(columns.values())
    return columns if both and len(set(columns.values())) == len(columns) else {}


def _is_head(reading: str, start: int, end: int) -> bool:
    said = lowered(reading)[start:end]
    return ("|" in said or "\t" in said) and (_AGAINST in said or "noes" in said)


def marked(reading: str, start: int, stop: int) -> list[Block]:
    """Return who voted how in tables that mark each member's column."""
    low, found, at = lowered(reading), [], start
    if low.find(_AGAINST, start, stop) < 0:
        return []
    while (hit := low.find(_AGAINST, at, stop)) >= 0:
        begin = max(start, low.rfind("\n", start, hit) + 1)
        head = _line(reading, begin, stop)
        at = head.stop + 1
        if _is_head(reading, begin, head.stop) and (columns := _columns(head)):
            found += _blocks(reading, columns, _below(reading, head, stop))
    return found


def _blocks(reading: str, columns: dict[int, str], rows: list[_Line]) -> list[Block]:
    places: dict[str, list[Member]] = {}
    for row in rows:
        cells = dict(enumerate(row.cells))
        set_ = [c for c in columns if cells.get(c, "").strip(" .-–")]
        people = list(names(reading, row.start, row.start + len(row.cells[0])))
        if len(set_) > 1 or len(people) != 1 or _NO_MEMBER.search(row.cells[0]):
            break
        if set_ and not _MARK.fullmatch(cells[set_[0]].strip()):
            break
        if set_:
            places.setdefault(columns[set_[0]], []).append(people[0])
    if sum(map(len, places.values())) < 2:
        return []
    start, stop = rows[0].start, rows[-1].stop
    return [
        Block(place, tuple(members), None, start + i, stop)
        for i, (place, members) in enumerate(places.items())
    ]


def tallies(reading: str, start: int, stop: int) -> list[Row]:
    """Return the questions of a table of figures whose head stands at an offset."""
    head = _line(reading, start, stop)
    if not _is_head(reading, start, head.stop) or not (columns := _columns(head)):
        return []
    results = [i for i, cell in enumerate(head.cells) if _RESULT.fullmatch(cell)]
    if not results and not _VOTE.search(reading, max(0, start - _BEFORE), head.stop):
        return []
    found = []
    for line in _below(reading, head, stop):
        row = _row(line, columns, results)
        if row is None:
            break
        found.append(row)
    return found


def _row(line: _Line, columns: dict[int, str], results: list[int]) -> Row | None:
    figures = {
        place: int(m[1])
        for i, place in columns.items()
        if i < len(line.cells) and (m := _FIGURE.fullmatch(line.cells[i]))
    }
    if not {"for", "against"} <= set(figures):
        return None
    said = line.cells[results[0]] if results and results[0] < len(line.cells) else ""
    ended = _ENDED.match(said)
    outcome = None if ended is None else "carried" if ended["carried"] else "lost"
    what = "" if 0 in columns else line.cells[0].strip()
    return Row(figures, outcome, line.start, line.stop, what)
