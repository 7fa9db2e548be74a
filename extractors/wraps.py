"""Which line breaks stand inside a paragraph: hard-wrapped copies, sentences cut in two.

A copy may be wrapped at a width, with or without a blank line after every wrapped line, or break
one sentence across two paragraphs (FIELD_GUIDE 1, 12). A break is soft where the line before it is
unfinished and the line after it goes on; a list point, a label line or a list of short lower-case
points ("note the report") is never joined to anything.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from schemas.document import Span

_NARROWEST, _WIDEST = 50, 130  # columns of a wrapped text
_LONG = 60  # an unfinished line of this length was not meant to end there
_SHORT = 60  # a lower-case list point is shorter
_SHOWN = 3  # lines going on in lower case that show a page's width
_SLACK = 8  # columns by which a line before a capital may pass those before small letters
_NEAR = 6  # lines on either side that tell the width

# A finished line: stop, colon or semicolon, with closing quotes or brackets, or "; and".
_CLOSED = re.compile(r"(?:[.:;!?…][\"')\]]{0,3}|[;,][ ]{1,4}(?:and|or))$")
# A list point: bullet, (1), 1., 1.2, a), (iv); or a cell line.
POINT = re.compile(
    r"""(?:[·•▪●◦‣○§o–—*-][ ]{1,40}\S
        |\(?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.):\]](?![0-9])
        |\[?[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}[ ]
        |\(?(?:[A-Za-z]|[ivxl]{2,6}|[IVXL]{2,6})[.):\]](?![A-Za-z]\.))""",
    re.VERBOSE,
)
# "1. That the procurements", unfinished: what goes on in lower case is the same limb.
_OPEN_LIMB = re.compile(r"\(?(?:[0-9]{1,2}|[A-Za-z]|[ivx]{1,4})[.):]{1,2} {0,9}(?:That|To) \w")
# "email: jo@…", "Tel:", "Ward(s) affected:": a label opens the line; not the rest of "it was
# agreed:".
_LABEL = re.compile(
    r"(?!(?:[a-z]{1,12} ){0,3}(?:agreed|resolved|decided|noted|that|to|follows) ?:)"
    r"[A-Za-z][A-Za-z '/()&-]{0,40}:(?!/)"
)
_ADDRESS = re.compile(r"www\.|https?:|[\w.+-]{1,64}@")
# Words that no sentence, heading or list point ends with.
_HANGING = frozenset(
    "a an the of to in on for by with from at and or that which who whose as is are was were be "
    "been has had have will would should could may must not than into between under over within "
    "their its this these those his her our any all per no mr mrs ms dr councillor councillors "
    "cllr cllrs £ including regarding concerning".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_DAY = re.compile(r"(?<![0-9/.])[0-9]{1,2}(?:st|nd|rd|th)?$")
_NUMBER = re.compile(r"[0-9]{1,4}(?:[./][0-9]{1,4}){0,2}[a-z]?")  # an item's, alone on its line
_GLOSS = re.compile(r"\([A-Z][A-Za-z&-]{1,11}\) [a-z]{2}")  # "(BRCH) as outlined"
_LOWER_START = re.compile(r"\n[ ]{0,80}[a-z]")


class _Line(NamedTuple):
    start: int
    stop: int
    words: str
    blanks: int  # blank lines above it
    fixed: bool  # a list point, label line or other line that is joined to nothing above
    indent: int  # columns that it is set in

    @property
    def is_lower(self) -> bool:
        """Tell whether the line goes on: in lower case, or with what an abbreviation stood for."""
        return self.words[0].islower() or bool(_GLOSS.match(self.words))


class _Page(NamedTuple):
    lines: list[_Line]
    lengths: list[int]
    width: int  # columns that the whole page is wrapped at, 0 where it is not
    spaced: bool  # a blank line stands after every wrapped line
    parted: bool  # paragraphs are parted by blank lines, so that a full line goes on


def soft_breaks(
    reading: str, fixed: Collection[int] = (), alone: Collection[int] = ()
) -> list[Span]:
    """Return the spans of blanks and newlines that stand inside a paragraph.

    `reading` has plain blanks. `fixed`: starts of lines that nothing above is joined with;
    `alone`: starts of lines that are joined with nothing at all (headings, labels, table rows).
    """
    lines = _lines(reading, fixed)
    page = _page(lines)
    found = []
    for i in range(1, len(lines)):
        before, after = lines[i - 1], lines[i]
        if before.start in alone or after.start in alone or after.fixed or after.blanks > 2:
            continue
        if _goes_on(page, i):
            found.append(Span(before.stop, after.start))
    return found


def _page(lines: list[_Line]) -> _Page:
    """Return the lines with the width that sentences going on in lower case show."""
    lengths = [line.indent + len(line.words) for line in lines]
    wrapped = [
        i
        for i in range(1, len(lines))
        if lines[i].is_lower
        and not lines[i].fixed
        and lines[i].blanks < 2
        and _NARROWEST <= lengths[i - 1] <= _WIDEST
        and not _CLOSED.search(lines[i - 1].words[-12:])
    ]
    widths = sorted(lengths[i - 1] for i in wrapped)
    if len(widths) < _SHOWN or widths[len(widths) // 2] < 0.85 * widths[-1]:
        return _Page(lines, lengths, 0, False, False)
    spaced = sum(lines[i].blanks for i in wrapped) > 0.8 * len(wrapped)
    loose = [
        i
        for i in range(1, len(lines))
        if not (lines[i].blanks or lines[i].fixed or lines[i].is_lower)
        and lengths[i - 1] < 0.8 * widths[-1]
    ]
    parted = not spaced and len(loose) <= 0.1 * len(wrapped)
    return _Page(lines, lengths, widths[-1], spaced, parted)


def may_be_broken(reading: str) -> bool:
    """Tell cheaply whether any line starts in lower case."""
    return _LOWER_START.search(reading) is not None


def _lines(reading: str, fixed: Collection[int]) -> list[_Line]:
    lines: list[_Line] = []
    at = blanks = 0
    for line in reading.split("\n"):
        words = line.strip(" ")
        if words:
            indent = len(line) - len(line.lstrip(" "))
            start = at + indent
            is_fixed = start in fixed or bool(POINT.match(words) or _is_label(words))
            lines.append(_Line(start, start + len(words), words, blanks, is_fixed, indent))
            blanks = 0
        else:
            blanks += 1
        at += len(line) + 1
    return lines


def _is_label(words: str) -> bool:
    return bool(_LABEL.match(words) or _ADDRESS.match(words))


def _goes_on(page: _Page, i: int) -> bool:
    before, after = page.lines[i - 1], page.lines[i]
    if "|" in before.words or "|" in after.words.rstrip(" |"):
        return False
    if any(len(x.words) == 1 and x.words.isalpha() for x in (before, after)):
        return False  # a point's letter alone on its line
    if _CLOSED.search(before.words[-12:]):
        full = page.parted and not after.blanks and not after.is_lower and before.words[-1] in ".;"
        return full and _fills_page(page, i)
    if _is_parallel(before, after) and not _is_full(page, i):
        return False
    if after.is_lower and not after.blanks and _OPEN_LIMB.match(before.words):
        return True
    if after.is_lower:
        return not _is_lower_list(page, i) and (
            _hangs(before) or len(before.words) >= _LONG or _is_full(page, i)
        )
    if after.blanks:
        if _is_heading(before) or _NUMBER.fullmatch(after.words):
            return False
        if _dangles(before) and len(before.words) >= _NARROWEST and after.blanks < 3:
            return after.blanks == 1 or page.spaced
        return (_hangs(before) and _is_full(page, i)) or (page.spaced and _fills_page(page, i))
    return (
        _breaks_date(before, after)
        or (_hangs(before) and not _is_heading(before) and not _is_capitals(after))
        or (_is_full(page, i) and _is_wrapped(page, i))
        or _fills_page(page, i)
    )


def _is_lower_list(page: _Page, i: int) -> bool:
    """Tell whether the line is one of several short lower-case points."""
    before, after = page.lines[i - 1], page.lines[i]
    if len(after.words) >= _SHORT:
        return False
    if before.is_lower and not before.fixed and len(before.words) < _SHORT:
        return not _dangles(before) and not _is_full(page, i)
    below = page.lines[i + 1] if i + 1 < len(page.lines) else None
    return (
        below is not None
        and below.is_lower
        and not below.fixed
        and below.blanks == after.blanks
        and not _dangles(after)
        and len(below.words) < _SHORT
        and not _is_full(page, i)
    )


def _hangs(line: _Line) -> bool:
    """Tell whether a line ends in a word, comma or hyphen that something must follow."""
    return (
        line.words[-1] == ","
        or (line.words[-1] == "-" and line.words[-2:] not in (" -", ":-"))
        or (_dangles(line))
    )


def _dangles(line: _Line) -> bool:
    """Tell whether a line ends in a word that no sentence ends with."""
    rest, _, last = line.words[-24:].lower().rpartition(" ")
    if not rest and len(line.words) < 24:
        return False  # "For" above a number of votes
    if rest[-1:] in (":", "?") and last in ("no", "all", "any"):
        return False  # "Is subject to call in?: No", "Wards affected: All"
    return last in _HANGING


def _is_parallel(before: _Line, after: _Line) -> bool:
    """Tell whether two lines open with the same word, as unnumbered points do."""
    first = after.words[:20].split(" ", 1)[0]
    return before.words.startswith(first + " ")


def _is_heading(line: _Line) -> bool:
    """Tell whether a line is in capitals, as headings are ("MINUTES OF THE")."""
    return line.words.isupper()


def _is_capitals(line: _Line) -> bool:
    """Tell whether a line opens with two words in capitals, as a title does."""
    first = [w for w in line.words[:60].split()[:2] if len(w) > 1]
    return len(first) == 2 and all(w.isupper() and w.isalpha() for w in first)


def _breaks_date(before: _Line, after: _Line) -> bool:
    first = after.words[:20].split(" ", 1)[0].rstrip(",.").lower()
    if first not in _MONTHS or before.words[0].isdigit():
        return False  # an item's number stands above its title
    return _DAY.search(before.words[-8:]) is not None


def _width(page: _Page, i: int) -> int:
    """Return the width the lines around are wrapped at, 0 where they are not."""
    widest = max(page.lengths[max(0, i - _NEAR) : i + _NEAR])
    return widest if _NARROWEST <= widest <= _WIDEST else 0


def _is_full(page: _Page, i: int) -> bool:
    """Tell whether the first word of a line would not have fitted on the line before."""
    width = _width(page, i)
    first = page.lines[i].words[:80].split(" ", 1)[0]
    return bool(width) and page.lengths[i - 1] + 1 + len(first) > width


def _fills_page(page: _Page, i: int) -> bool:
    """Tell whether the page's width ended a line before a capital: "Combined⏎Authority"."""
    before, after = page.lines[i - 1], page.lines[i]
    length, first = page.lengths[i - 1], after.words[:80].split(" ", 1)[0]
    least = page.width - len(first) - (_SLACK if page.spaced else 0)
    if not page.width or not least <= length <= page.width + _SLACK:
        return False
    if after.blanks > page.spaced or after.words.isupper() or _is_heading(before):
        return False
    titled = after.blanks and not before.fixed and _is_titled(before)
    return not titled and not _PAPER.search(before.words[-12:])


# "Report pdf icon PDF 310 KB": a document's line.
_PAPER = re.compile(r"[0-9] ?(?:KB|MB|bytes)\)?$", re.IGNORECASE)


def _is_titled(line: _Line) -> bool:
    """Tell whether a line is set like a title: most of its longer words have capitals."""
    words = [w for w in line.words[:_WIDEST].split() if len(w) > 3]
    return sum(w[0].isupper() for w in words) > 0.6 * len(words)


def _is_wrapped(page: _Page, i: int) -> bool:
    """Tell whether the paragraph shows elsewhere that it is wrapped: a lower-case line start."""
    for step in (-1, 1):
        j = i if step == 1 else i - 1
        while 0 < j < len(page.lines) and abs(j - i) < _NEAR and not page.lines[j].blanks:
            line = page.lines[j]
            if line.is_lower and not line.fixed and _is_full(page, j):
                return True
            j += step
    return False
