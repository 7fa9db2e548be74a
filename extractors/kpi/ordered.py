"""Lists of indicators whose lead-in tells the order: "measure – result – target".

"Targets in brackets" tells it too.
>>> order("are shown in the order measure - result - target.")
['name', 'actual', 'target']
>>> order("Performance for May (targets in brackets):"), order("in the order they were received")
(['name', 'actual', 'target'], None)
"""

import re
from collections.abc import Sequence

from extractors.context import Context
from extractors.kpi import heads as kpi_heads
from extractors.kpi import signs as kpi_signs
from extractors.kpi.grids import Grid
from schemas.document import Span

_LONG_LEAD, _LONG_LINE, _MOST, _FEWEST = 320, 240, 40, 2
_ORDER = re.compile(
    r"\b(?:order|format|form|layout|as|shown|listed|is|are)(?:[ ]of)?[: (]{1,3}"
    r"(?P<parts>[A-Za-z][A-Za-z ]{2,24}(?:[ ]?[–/|,;-][ ]?[A-Za-z][A-Za-z ]{2,24}){2,5})"
)
_PART = re.compile(r"[ ]?[–/|,;-][ ]?(?:then |and )?")
_IN_BRACKETS = re.compile(
    r"\b(?P<in>targets?|aims?|goals?|standards?|results?|actuals?|performance)[ ]"
    r"(?:(?:is|are|being|shown|given|appears?)[ ]){0,2}in[ ](?:round[ ]|square[ ])?brackets\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[·•●▪*–o-][ \t]+|\(?(?:[0-9]{1,2}|[a-z]{1,3})[.)][ \t]+)")
_FIGURE = re.compile(
    r"(?:(?:at (?:least|most)|(?:no |not )?(?:more|less|fewer) than|under|over|[<>≤≥]=?|max|min)"
    r"[ ]?)?£?[0-9][0-9,]{0,12}(?:\.[0-9]{1,4})?[ ]?(?:%|[kmp]\b)?(?:[ ][a-z]{2,12}){0,4}",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"n/?a|tbc|nil|none(?: set)?|no target|not (?:set|available)", re.IGNORECASE)
_BETWEEN = re.compile(r"[ ]{1,3}[–|-][ ]{1,3}|[ ]?[|;:][ ]|,[ ](?![0-9]{3}\b)|[ ]/[ ]|\t+")
_WITH_BRACKETS = re.compile(
    r"(?P<name>[^\n]{4,200}?)[ ]?(?::|[–|,-]|\bwas\b|\bat\b)?[ ](?P<out>£?[0-9][0-9,.]{0,12}[ ]?%?"
    r"(?:[ ][a-z]{2,12}){0,2})[ ]?[(\[](?P<in>[^()\[\]\n]{1,40})[)\]][.;,]?"
)
_VALUES = ("target", "actual", "previous", "rag", "direction")


def order(words: str) -> list[str] | None:
    """Return the roles of what each entry of a list gives in turn, None where words do not say."""
    if said := _IN_BRACKETS.search(words):
        inside = "target" if kpi_heads.role(said["in"]) == "target" else "actual"
        return ["name", "actual" if inside == "target" else "target", inside]
    for found in _ORDER.finditer(words):
        roles = [kpi_heads.role(part) for part in _PART.split(found["parts"])]
        held = [role for role in roles if role]
        if len(held) == len(roles) and held[0] == "name" and {"target", "actual"} <= set(held):
            return held if all(r in _VALUES for r in held[1:]) else None
    return None


def table(context: Context, lines: Sequence[Span], at: int) -> Grid | None:
    """Return the list whose lead-in stands on a line as a table, None where there is none."""
    lead = lines[at]
    if lead.stop - lead.start > _LONG_LEAD:
        return None
    words = context.reading[lead.start : lead.stop]
    roles = order(words)
    if roles is None:
        return None
    bracketed = _IN_BRACKETS.search(words) is not None
    rows: list[dict[int, Span]] = []
    for line in lines[at + 1 : at + _MOST]:
        row = _entry(context, line, roles, bracketed)
        if row is None:
            break
        rows.append(row)
    if len(rows) < _FEWEST:
        return None
    last = max(s.stop for s in rows[-1].values())
    heads = dict.fromkeys(range(len(roles)), lead)
    kinds: dict[int, str | None] = dict(enumerate(roles))
    return Grid(lead.start, last, (heads, *rows), 1, roles=kinds)


def _entry(context: Context, line: Span, roles: Sequence[str],
           bracketed: bool) -> dict[int, Span] | None:  # fmt: skip
    """Return what a line gives by its place in the order, None where it does not fit."""
    if line.stop - line.start > _LONG_LINE:
        return None
    bullet = _BULLET.match(context.reading, line.start, line.stop)
    start = bullet.end() if bullet else line.start
    stop = start + len(context.reading[start : line.stop].rstrip(" .;,"))
    cells = _bracketed(context, start, stop) if bracketed else _parts(context, start, stop, roles)
    if cells is None or not all(map(_fits, roles[1:], (_said(context, c) for c in cells[1:]))):
        return None
    return dict(enumerate(cells))


def _said(context: Context, cell: Span) -> str:
    return " ".join(context.reading[cell.start : cell.stop].split())


def _fits(role: str, words: str) -> bool:
    if role in ("rag", "direction"):
        return kpi_signs.is_shown(words) or kpi_signs.is_moved(words)
    return _FIGURE.fullmatch(words) is not None or _EMPTY.fullmatch(words) is not None


def _bracketed(context: Context, start: int, stop: int) -> list[Span] | None:
    found = _WITH_BRACKETS.fullmatch(context.reading, start, stop)
    return [Span(*found.span(g)) for g in ("name", "out", "in")] if found else None


def _parts(context: Context, start: int, stop: int, roles: Sequence[str]) -> list[Span] | None:
    """Return the parts of an entry; what is too many belongs to its name."""
    gaps = [(m.start(), m.end()) for m in _BETWEEN.finditer(context.reading, start, stop)]
    gaps = gaps[len(gaps) - len(roles) + 1 :] if len(gaps) >= len(roles) - 1 else []
    if not gaps:
        return None
    starts, stops = [start, *(b for _, b in gaps)], [*(a for a, _ in gaps), stop]
    return [Span(a, b) for a, b in zip(starts, stops, strict=True)]
