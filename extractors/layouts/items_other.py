"""Items under numbers that limbs have too: "24.001", "A.", "ii.", "(1)", "1.1", "2025-01".

They count only where no surer number heads an item: three or more that run on one by one from the
first, before short titles of which one is on any agenda.

>>> [value(n) for n in ("24.001", "C.", "iv.", "(2)", "1.3", "2025-04")]
[1, 3, 4, 2, 3, 4]
"""

import re
from collections.abc import Sequence

from extractors import procedural
from extractors.layouts.item_titles import reads_as_title
from extractors.layouts.items import Item
from extractors.layouts.page import Line

_STYLES = (
    r"[0-9]{2,4}\.[0-9]{2,3}", r"[0-9]{2,4}-[0-9]{1,3}",
    r"\([0-9]{1,2}\)", r"[0-9]{1,2}\.[0-9]{1,2}",
    r"[ivx]{1,5}[.)]", r"[A-Z][.)]", r"\([a-z]\)",
)  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_LONGEST = 120  # characters of a title


def value(number: str) -> int:
    """Return what counts in a number: its last figure, a letter's place, a Roman figure."""
    bare = number.strip("().")
    figures = re.findall(r"[0-9]+", bare)
    if figures:
        return int(figures[-1])
    low = bare.lower()
    if bare == low and low in _ROMAN and not number.startswith("("):
        return _ROMAN.index(low) + 1
    return ord(low) - 96 if len(low) == 1 else 0


def split(lines: Sequence[Line]) -> tuple[list[Line], list[Item]]:
    """Return what stands above the items, and the items by the first style that runs on."""
    for style in _STYLES:
        opens = re.compile(rf"(?P<number>{style})[ \t]{{1,12}}(?P<title>[A-Z][^\n]{{2,120}})")
        alone = re.compile(style)
        run = _run([x for at in range(len(lines)) if (x := _opened(lines, at, opens, alone))])
        known = (procedural.is_procedural(words) == 1 for _, _, words in run)
        if len(run) > 2 and any(known):
            ends = [*(at for at, _, _ in run[1:]), len(lines)]
            for (at, item, _), end in zip(run, ends, strict=True):
                behind = at + (2 if item.title and item.title[0] >= lines[at].stop else 1)
                item.lines += lines[behind:end]
            return list(lines[: run[0][0]]), [item for _, item, _ in run]
    return list(lines), []


def _run(opened: list[tuple[int, Item, str]]) -> list[tuple[int, Item, str]]:
    """Return those whose numbers run on one by one from the first."""
    run: list[tuple[int, Item, str]] = []
    for at, item, words in opened:
        if not run or value(item.number or "") == value(run[-1][1].number or "") + 1:
            run.append((at, item, words))
    return run


def _opened(
    lines: Sequence[Line], at: int, opens: re.Pattern[str], alone: re.Pattern[str]
) -> tuple[int, Item, str] | None:
    line = lines[at]
    found = opens.fullmatch(line.words) if len(line.words) < _LONGEST + 20 else None
    if found and reads_as_title(found["title"]):
        title = line.start + found.start("title"), line.stop
        number = line.start, line.start + found.end("number")
        return at, Item(found["number"], number, title), found["title"]
    below = lines[at + 1] if at + 1 < len(lines) and alone.fullmatch(line.words) else None
    if below is None or len(below.words) > _LONGEST or not reads_as_title(below.words):
        return None
    number = line.start, line.stop
    return at, Item(line.words, number, (below.start, below.stop)), below.words
