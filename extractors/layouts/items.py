"""The items of a meeting: where each starts, its number and its title.

HTML marks them. In text an item opens with a number, alone on its line or before the title; the
limbs of a resolution are numbered too, so numbers must run on in one style, and a title is short,
opens with a capital and does not read like a limb.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors import documents, procedural
from extractors.layouts.item_titles import reads_as_title
from extractors.layouts.numbers import (
    FURTHEST,
    NUMBER,
    follows,
    is_of_minute,
    is_part,
    style,
    value,
)
from extractors.layouts.page import Line

# "Item 3: Title", "Agenda Item No. 3 – Title", "Minute 21", "No. 4": a word before the number.
_WORD = (
    r"(?:(?P<word>(?:agenda )?item|eitem|minute|min(?=\.)|no(?=\.))(?:\.| no\.?| number)?[ \t]{1,3}"
    r"(?=[0-9]))?"
)
_ALONE = re.compile(rf"(?i:{_WORD})(?P<number>{NUMBER}):?")
_BEFORE = re.compile(
    rf"(?i:{_WORD})(?P<number>{NUMBER})(?P<sign>:)?"
    r"(?:[ \t]{1,40}(?:[/–—-][ \t]{1,9})?|(?<=[.)])(?=[A-Z])"
    r"|(?<=[A-Z][0-9])(?=[A-Z][a-z])|(?<=[A-Z][0-9]{2})(?=[A-Z][a-z]))"
    r"(?:(?<=[ \t]{3})[0-9]{1,2}\.[ \t]{3,20})?"  # "C048/23      1.         APOLOGIES"
    r"(?P<title>\S.*)"
)
# "EX132.", a tab and a title in capitals look like a row of two cells.
_TABBED = re.compile(rf"{NUMBER}[ \t][^a-z\t|]{{3,200}}")
_CELLS = re.compile(rf"{NUMBER}[ \t]{{1,9}}[A-Z'\"(][^\t|]{{3,200}}")
# "234  MINUTES – Resolved – That …", "12. MINUTES The minutes were approved": a title in capitals
# of two words or one long one, and what was minuted behind it.
_RUN_IN = re.compile(
    rf"(?P<number>{NUMBER})(?:\s?\([0-9A-Za-z]{{1,5}}\))?[ \t]{{1,40}}"
    r"(?P<title>[A-Z](?:[A-Z0-9'’\"&,()/.:-]|[ ](?![-–—])){3,200}[A-Z0-9)'’\"])"
    r"(?:\.?\s{0,3}[-–—:]{1,2}\s{1,4}(?P<said>\S.*)|\.?\s{1,6}(?P<plain>(?:[A-Z][a-z]{1,20}\s|RESOLVED)\S?.*))",
)
# "82/23 Apologies: none were received.", "86/23 Minutes – RESOLVED that …".
_RUN_ON = re.compile(
    r"(?P<number>(?:[A-Z]{1,4}[ ./-]?)?[0-9]{1,4}/[0-9]{1,4}(?:/[A-Z][A-Z&]{0,4})?)[ \t]{1,40}"
    r"(?P<title>[A-Z][^\n:;.–—]{2,140}?)\s{0,3}(?::|[–—]|\s-)\s{1,6}(?P<said>[A-Z\"].*)"
)
# What a title that ends in a stop never holds.
_SAID = re.compile(r":|\b(?:was|were|is|are|has|had|have|be|been|will|would|resolved|agreed)\b")
_FOR = re.compile(
    r"[(\[]?To (?:receive|consider|note|give|approve|confirm|agree|discuss|elect|appoint) "
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}[.)]?|(?:19|20)[0-9]{2}/[0-9]{2,4}")
_DONE = re.compile(r"(?:it was )?(?:RESOLVED|Resolved|AGREED)\b")
_SAID_BY = ("decision", "minutes")  # labels of what was said and decided on an item
_OF_PAGE = "|0"  # a number alone on its line is a page's as well; two or three may be
_FULL = 48  # characters of a title that fills its line
_STYLES = 6  # how many styles of number are tried
_BEGINNINGS = 4  # how many of a style are tried as the first: "30 May 2018" is none
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r",? [0-9]{4}\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"[0-9]{1,3} {1,2}[A-Z]")  # "3 Salt", "12  Minutes"
_FIRST_ITEMS = 8  # among which one is of any agenda
_NEAR = 60  # lines within which the neighbour of a minute's number stands


@dataclass
class Item:
    """An item: its number as printed, its title's span, and the lines below the title."""

    number: str | None = None
    number_at: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
    anchor: str | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Return where the item starts."""
        spans = [s for s in (self.number_at, self.title) if s]
        return min(s[0] for s in spans) if spans else self.lines[0].start

    @property
    def is_on_one_line(self) -> bool:
        """Tell whether the number stands right before the title."""
        return bool(self.number_at and self.title and self.title[0] < self.number_at[1] + 41)

    @property
    def stop(self) -> int:
        """Return where the item ends."""
        if self.lines:
            return self.lines[-1].stop
        return max(s[1] for s in (self.number_at, self.title) if s)


def split(lines: Sequence[Line], loose: bool = False) -> tuple[list[Line], list[Item]]:
    """Return the lines above the first item, and the items in reading order.

    `loose` lets "12 Title" open one without a stop, as the pages of CMIS print it.
    """
    if any(x.kind in ("item_number", "item_title") for x in lines):
        return _marked(lines)
    return _numbered(lines, loose)


def _marked(lines: Sequence[Line]) -> tuple[list[Line], list[Item]]:
    head: list[Line] = []
    items: list[Item] = []
    for line in lines:
        if line.kind == "item_number":
            items.append(Item(line.words, (line.start, line.stop), anchor=_anchor(line)))
        elif line.kind == "item_title" and items and not items[-1].title and not items[-1].lines:
            items[-1].title = (line.start, line.stop)
            items[-1].anchor = items[-1].anchor or _anchor(line)
        elif line.kind == "item_title":
            items.append(Item(title=(line.start, line.stop), anchor=_anchor(line)))
        elif items:
            items[-1].lines.append(line)
        else:
            head.append(line)
    return head, items


def _anchor(line: Line) -> str | None:
    return line.block.anchor if line.block else None


def _numbered(lines: Sequence[Line], loose: bool) -> tuple[list[Line], list[Item]]:
    begin = next((i + 1 for i, x in enumerate(lines) if x.name == "items"), 0)
    starts = _longest(lines, begin, loose)
    if not loose:
        starts = _plain(lines, begin, starts) or starts
    if len(starts) < 2 and not begin and not _is_single(lines, starts):
        return list(lines), []
    if starts and any(_has_paper(x) for x in lines[begin : starts[0][0]]):
        return list(lines), []  # items without numbers, and points below one of them
    items = _unnumbered(lines[begin : starts[0][0]]) if begin and starts else []
    for n, (at, item) in enumerate(starts):
        end = starts[n + 1][0] if n + 1 < len(starts) else len(lines)
        below = at + (2 if item.title and item.title[0] >= lines[at].stop else 1)
        while below < end and goes_on(item, lines[below - 1], lines[below]):
            item.title = (item.title or (0, 0))[0], lines[below].stop
            below += 1
        item.lines += lines[below:end]
        items.append(item)
    above = lines[:begin] if items and items[0].number is None else lines
    return list(above[: starts[0][0]] if starts else lines), items


def goes_on(item: Item, above: Line, line: Line) -> bool:
    """Tell whether a title in capitals that fills its line goes on with the next."""
    if not item.title or above.stop != item.title[1] or line.start - above.stop > 12:
        return False
    plain = line.opening is None and line.kind != "row" and not _DONE.match(line.words)
    full = len(above.words) >= _FULL and above.words.isupper()
    return plain and full and line.words.isupper() and len(line.words.split()) > 1


def _is_single(lines: Sequence[Line], starts: Sequence[tuple[int, Item]]) -> bool:
    """Tell whether lines are one minute: its number and title in capitals, then what was resolved.

    A copy of one item out of minutes: "C212  TENDERS FOR SALT", "RESOLVED that …".
    """
    if len(starts) != 1 or starts[0][0] or not lines[0].words.isupper():
        return False
    return len(lines[0].words) > 12 and any(_DONE.match(x.words) for x in lines[1:])


def _unnumbered(lines: Sequence[Line]) -> list[Item]:
    """Return the items above the first number: a title over the label of its minutes."""
    found: list[Item] = []
    labels = [at for at, x in enumerate(lines) if x.name in _SAID_BY and x.value >= x.stop]
    behind = 0
    for n, at in enumerate(labels):
        if n and lines[at].name != lines[labels[0]].name:
            continue
        titles = (i for i in range(at - 1, behind - 1, -1) if _is_title(lines[i]))
        title = next(titles, None)
        if title is None:
            return found
        end = labels[n + 1] if n + 1 < len(labels) else len(lines)
        found.append(Item(title=(lines[title].start, lines[title].stop)))
        found[-1].lines += lines[title + 1 : end]
        behind = at + 1
    return found


def _longest(lines: Sequence[Line], begin: int, loose: bool) -> list[tuple[int, Item]]:
    """Return the items by the first style of number that runs on; one alone is no style.

    "88/17" over the head of minutes whose items are "1358 DECLARATIONS", "1359 MINUTES".
    """
    opened = list(_openings(lines, begin, loose))
    first: list[tuple[int, Item]] = []
    for shape in list(dict.fromkeys(shape for _, shape, _ in opened))[:_STYLES]:
        alike = [(at, item) for at, other, item in opened if other == shape]
        for start in range(min(_BEGINNINGS, len(alike))):
            run = list(_run(lines, alike[start:]))
            if len(run) > 1 and len({value(item.number or "") for _, item in run}) == 1:
                continue  # "10(a)" and "10(b)" are parts of one item
            if len(run) > 1 and not (shape == _OF_PAGE and len(run) < 4 and not begin):
                return run
            first = run if len(run) > len(first) else first
    return first


def _plain(
    lines: Sequence[Line], begin: int, starts: Sequence[tuple[int, Item]]
) -> list[tuple[int, Item]]:
    """Return the items by bare numbers before their titles, "3 Salt", where they are surer.

    The numbers are next to one another, stand before those that were found, and one of the first
    titles is that of any agenda.
    """
    if not any(_BARE.match(x.words) for x in lines[begin:]):
        return []
    if any(_is_known(lines, at, item) for at, item in starts):
        return []
    opened = [
        (at, item)
        for at, _, item in _openings(lines, begin, True)
        if item.is_on_one_line and (item.number or "").isdigit()
    ]
    for first in range(min(_BEGINNINGS, len(opened))):
        run = list(_run(lines, opened[first:], 1))
        if len(run) > 2 and any(_is_known(lines, at, item) for at, item in run[:_FIRST_ITEMS]):
            return run if not starts or run[0][0] < starts[0][0] else []
    return []


def _is_known(lines: Sequence[Line], at: int, item: Item) -> bool:
    """Tell whether an item's title is one that any agenda has."""
    if item.title is None:
        return False
    line = lines[at] if item.title[0] < lines[at].stop else lines[at + 1]
    return procedural.is_procedural(line.words[item.title[0] - line.start :]) == 1


def _openings(lines: Sequence[Line], begin: int, loose: bool) -> Iterator[tuple[int, str, Item]]:
    """Yield index, style of number and item of each line that may open one."""
    for at in range(begin, len(lines)):
        item = _opened(lines, at, loose)
        if item and item.number and item.number_at:
            alone = "|" if item.title and item.title[0] >= lines[at].stop else "-"
            word = lines[at].words[: item.number_at[0] - lines[at].start]  # "Item 3"
            yield at, alone + word.casefold() + style(item.number), item


def _run(
    lines: Sequence[Line], opened: Sequence[tuple[int, Item]], furthest: int = FURTHEST
) -> Iterator[tuple[int, Item]]:
    """Yield the items, all of one style, whose numbers run on from the first."""
    last: tuple[int, ...] = (-1,)
    behind = 0
    for at, item in opened:
        if at < behind or not item.number:
            continue
        number = value(item.number)
        again = number == last and (is_part(item.number) or is_of_minute(item.number))
        if last == (-1,) or follows(last, number, furthest) or again:
            yield at, item
            last = number
            behind = at + (2 if item.title and item.title[0] >= lines[at].stop else 1)


def _opened(lines: Sequence[Line], at: int, loose: bool) -> Item | None:
    line = lines[at]
    if line.kind == "row" and not _TABBED.fullmatch(line.words) and not _stands_alone(lines, at):
        return None
    alone = _ALONE.fullmatch(line.words)
    if alone:
        below = lines[at + 1] if at + 1 < len(lines) else None
        if _YEAR.fullmatch(line.words) or below is None:
            return None
        if not (_is_title(below) or (below.opening is None and _has_paper(below))):
            behind = lines[at + 2] if at + 2 < len(lines) else None
            said = _is_stopped(below) and behind is not None and _is_below(behind)
            if not (said or (behind is not None and _is_labelled(below, behind))):
                return None
        number = line.start + alone.start("number"), line.start + alone.end("number")
        return Item(alone["number"], number, (below.start, below.stop))
    found = _BEFORE.fullmatch(line.words) if len(line.words) < 320 else None
    if not found or _YEAR.fullmatch(found["number"]) or not _heads(found):
        return _run_in(line)
    set_off = line.kind == "row" or found["word"] or found["sign"]
    set_off = set_off or re.search(r"\t| {3}", line.words)
    if found["number"].isdigit() and not (set_off or loose):
        # "12 Title" without stop: only where the title is in capitals, is set off by blanks,
        # stands over paragraphs numbered by it ("12.1 The Committee considered …"), or the number
        # is a minute's whose neighbour heads another item ("320 Minutes", "321 Have Your Say").
        first = f"{found['number']}.1 "
        over = any(x.words.startswith(first) for x in lines[at + 1 : at + 4])
        over = over or found["title"].isupper() or _has_neighbour(lines, at, found["number"])
        return _with_title(line, found) if over else None
    return _with_title(line, found)


def _has_neighbour(lines: Sequence[Line], at: int, number: str) -> bool:
    """Tell whether a number of three digits or more is next to that of a title near it."""
    if len(number) < 3:
        return False
    beside = tuple(f"{int(number) + step} " for step in (-1, 1))
    near = (*lines[max(0, at - _NEAR) : at], *lines[at + 1 : at + _NEAR])
    return any(
        x.words.startswith(beside) and reads_as_title(x.words[len(number) :].lstrip())
        for x in near
        if x.words[:1].isdigit()
    )


def _heads(found: re.Match[str]) -> bool:
    """Tell whether words behind a number are a title; a stop may close one behind a minute's."""
    title = found["title"]
    if _MONTH.match(title) and found["number"].isdigit():
        return False  # "14 May 2024"
    is_short = title.endswith(".") and len(title) < 90 and not title.isupper()
    if is_short and is_of_minute(found["number"]) and not _SAID.search(title):
        title = title[:-1]
    return reads_as_title(title)


def _is_labelled(line: Line, behind: Line) -> bool:
    """Tell whether a line below a number stands over the label of its minutes or decision."""
    plain = line.opening is None and line.kind != "row" and 3 <= len(line.words) <= 220
    is_label = behind.name in ("minutes", "decision") and behind.value >= behind.stop
    return plain and is_label and line.words[0].isupper()


def _run_in(line: Line) -> Item | None:
    """Read an item whose minutes stand behind its title: "234  MINUTES – Resolved – That …"."""
    found = _RUN_IN.match(line.words) or _RUN_ON.match(line.words)
    if not found or line.opening is not None or not reads_as_title(found["title"]):
        return None
    said = found["said"] or found.groupdict().get("plain") or ""
    at = line.stop - len(said)
    item = Item(
        found["number"],
        (line.start, line.start + found.end("number")),
        (line.start + found.start("title"), line.start + found.end("title")),
    )
    item.lines = [replace(line, start=at, words=said, openings=(), opening=None)]
    return item


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a number, a tab and a title are no row of a table: "317<tab>Minutes"."""
    beside = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    return bool(_CELLS.fullmatch(lines[at].words)) and all(x.kind != "row" for x in beside)


def _is_stopped(line: Line) -> bool:
    """Tell whether a line could be a title but for its full stop: "Membership of bodies etc."."""
    return (
        line.words.endswith(".")
        and len(line.words) < 90
        and _is_title(replace(line, words=line.words[:-1]))
    )


def _is_below(line: Line) -> bool:
    """Tell whether a line can only stand below a title: a label, what the item is for."""
    return line.opening is not None or bool(_FOR.match(line.words))


def _has_paper(line: Line) -> bool:
    """Tell whether a line ends with a paper's size: "To agree the minutes. pdf icon PDF 96 KB"."""
    return line.words.endswith(("KB", "MB")) and documents.has_size(line.words)


def _with_title(line: Line, found: re.Match[str]) -> Item:
    number = (line.start + found.start("number"), line.start + found.end("number"))
    return Item(found["number"], number, (line.start + found.start("title"), line.stop))


def _is_title(line: Line) -> bool:
    return line.opening is None and line.kind != "row" and reads_as_title(line.words)
