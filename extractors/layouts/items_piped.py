"""The items of a meeting's page that was copied as a table of pipes.

Tools that turn a page into text print its table of items as "No. | Item |", lose the numbers, and
run a cell together: "Title PDF 94 KB To consider … Additional documents: Minutes: There were none."
A pipe ends a row; so does the next title, known by the label of its own minutes.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors import documents, labels
from extractors.layouts import bodies
from extractors.layouts.item_titles import reads_as_title
from extractors.layouts.items import Item
from extractors.layouts.page import Line
from schemas.document import Document

# "No. | Item |", "Note | No. | Item | |", "Rhif | Eitem |"; the label "Items" may stand before.
_HEAD = re.compile(
    r"\|? ?(?:Note ?\|? ?)?(?:No\.?|Rhif\.?) ?\| ?(?:Item|Eitem)\b(?: ?\|){0,200}", re.IGNORECASE
)
# A label of the template inside a cell, as it prints it: a capital, a colon, a blank.
_LABEL = re.compile(
    r"(?:(?<=\s)|^)(?:(?P<papers>Additional documents|Supporting documents|Dogfennau ychwanegol)"
    r"|(?P<said>Decisions?|Minutes|Draft [Mm]inutes|Penderfyniad(?:au)?|Cofnodion)):(?=\s|$)"
)
_NUMBER = re.compile(r"(?P<number>[0-9]{1,4}(?:/[0-9]{2,4})?[a-z]?\.?) ?\| ?")
_PIPES = " \t\u00a0|"
# A title in capitals before words that are not; one word alone may be a name's first letters.
_CAPITALS = re.compile(r"[^a-z\n]{8,200}(?=\s(?:[A-Z]?[a-z]|\())")
_WORD = re.compile(r"\s(?=[A-Z(\[][a-z]{0,20}\s)")
_LONGEST = 160  # characters of a title that no size of a paper ends


def head_at(lines: Sequence[Line]) -> int | None:
    """Return the index above which the table of items stands, None where there is no table.

    -1 stands for a copy that begins with the first row.
    """
    for at, line in enumerate(lines[:80]):
        if "|" in line.words and _HEAD.fullmatch(line.words):
            return at
    if not any(x.words.endswith("|") for x in lines):
        return None  # the cheap look before each line's labels
    rows = [at for at, x in enumerate(lines) if _is_row(x)]
    return rows[0] - 1 if len(rows) > 2 and any(lines[at].words[-1] == "|" for at in rows) else None


def _is_row(line: Line) -> bool:
    """Tell whether a line holds a title or text with its minutes: "Apologies Minutes: None. |"."""
    opens = _said_at(line.words)
    return opens >= 0 and bool(line.words[opens:].partition(":")[2].strip(_PIPES))


def split(document: Document, lines: Sequence[Line]) -> tuple[list[Line], list[Item]]:
    """Return the lines above the table, and its items; none where there is no such table."""
    at = head_at(lines)
    if at is None:
        return list(lines), []
    items: list[Item] = []
    for row in _rows(document, lines[at + 1 :]):
        item = _item(row)
        if item is not None:
            items.append(item)
        elif items:  # a row of a table inside the minutes
            items[-1].lines += row
    return list(lines[: max(at, 0)]), items


def _rows(document: Document, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each row.

    A pipe ends a row, and a line whose label cannot come again in it: papers stand above the
    decision, the decision above the minutes.
    """
    row: list[Line] = []
    rank = 0
    for at, line in enumerate(lines):
        ranks = [_rank(m) for m in _LABEL.finditer(line.words)]
        if row and ranks and ranks[0] <= rank:
            yield row
            row, rank = [], 0
        row.append(line)
        rank = max([rank, *ranks])
        stop = lines[at + 1].start if at + 1 < len(lines) else line.stop
        if line.words.endswith("|") or "|" in document.reading[line.stop : stop]:
            yield row
            row, rank = [], 0
    if row:
        yield row


def _rank(found: re.Match[str]) -> int:
    """Return where a label stands among those of an item."""
    if found["papers"]:
        return 1
    return 3 if found["said"].casefold().endswith(("minutes", "cofnodion")) else 2


def _said_at(words: str) -> int:
    """Return where in a line the label of a decision or of minutes stands, -1 without one."""
    return next((m.start() for m in _LABEL.finditer(words) if m["said"]), -1)


def _item(row: Sequence[Line]) -> Item | None:
    """Return the item that a row holds, None for one without a label or a paper's size."""
    first = row[0]
    found = _NUMBER.match(first.words)
    begin = first.start + (found.end() if found else 0)
    lines = list(_cut(row, begin))
    sized = documents.has_size(first.words[:400])
    if not (sized or found or any(x.opening for x in lines) or _is_headed(first.words)):
        return None
    item = Item()
    if found:
        item.number = found["number"]
        item.number_at = (first.start, first.start + found.end("number"))
    if lines and lines[0].opening is None:
        ends = _title_ends(lines[0].words)
        if ends:
            item.title = (lines[0].start, lines[0].start + ends)
            lines[0] = _piece(lines[0], lines[0].start + ends, lines[0].stop)
    item.lines = [x for x in lines if x.words]
    return item if item.lines or item.title else None


def _is_headed(words: str) -> bool:
    """Tell whether a cell opens with a title in capitals and what the item is for."""
    found = _CAPITALS.match(words)
    return bool(found and len(found[0].split()) > 1) and bodies.is_introduced(
        words[found.end() :].lstrip() if found else ""
    )


def _cut(row: Sequence[Line], begin: int) -> Iterator[Line]:
    """Yield the lines of a row without pipes, cut where a label of the template opens."""
    rank = 0
    for line in row:
        starts = [max(begin, line.start)]
        behind = starts[0] - line.start
        for found in _LABEL.finditer(line.words, behind):
            now = _rank(found)
            if now > rank:
                rank = now
                starts.append(line.start + found.start())
        for a, b in pairwise([*starts, line.stop]):
            if piece := _piece(line, a, b):
                yield piece


def _piece(line: Line, start: int, stop: int) -> Line:
    """Return a part of a line with the label it opens with."""
    words = line.words[start - line.start : stop - line.start]
    left = start + len(words) - len(words.lstrip(_PIPES))
    words = words.strip(_PIPES)
    found = labels.openings(words)
    opening = labels.pick(found, "meeting") if _LABEL.match(words) else None
    return Line(left, left + len(words), words, line.kind, line.block, found, opening)


def _title_ends(words: str) -> int:
    """Return the length of the title that a cell begins with, 0 where it cannot be told."""
    if paper := documents.size_ends(words[:300]):
        return paper
    if (found := _CAPITALS.match(words)) and len(found[0].split()) > 1:
        return len(found[0].rstrip())
    for space in _WORD.finditer(words, 4, _LONGEST):
        if bodies.is_introduced(words[space.end() :]):
            return space.start()
    return len(words) if len(words) <= _LONGEST and reads_as_title(words) else 0
