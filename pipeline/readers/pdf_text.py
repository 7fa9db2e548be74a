"""One PDF page by PDFium: its lines with their places, its words, its drawn rules.

Coordinates are those of the page as shown (rotation applied), in points, y running down.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from extractors import paper

PAGE_CHARACTERS = 100_000
OBJECT_LIMIT = 20_000  # page objects looked at for rules
SEGMENT_LIMIT = 2_000  # path segments of one object looked at
_FORM_DEPTH = 8
_THIN = 3.0  # a filled box thinner than this is a rule

# PDFium ends lines by CR LF, and prints U+FFFE for a hyphen at a line's end, swallowing the break.
_HYPHENS = "\ufffe\x02"
_BREAK = re.compile("[\r\n]+|[\ufffe\x02]")
_WORD = re.compile(r"\S+")


class Box(NamedTuple):
    """A rectangle on the page as shown."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Return the centre."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Return the height."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its place, and its offset in the page's raw text."""

    text: str
    box: Box
    at: int = 0
    broken: bool = False  # the last of a line that ends with a hyphen


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: text without outer blanks, place, and how it is set."""

    text: str
    box: Box
    bold: bool
    at: int = 0  # offset in the page's raw text, by which its words are found
    broken: bool = False  # ends with a hyphen that PDFium takes for a line-end hyphen
    opens: bool = False  # begins a paragraph whatever its place says: a cell of a form


@dataclass(slots=True)
class Page:
    """A page's lines in content order, and what is needed to look closer."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    clipped: bool = False  # more characters than the limit


class PageText:
    """The text page of PDFium with our coordinates; close it after use."""

    def __init__(self, page: Any, number: int) -> None:
        self.page = page
        self.number = number
        self.width, self.height = page.get_size()
        self.turn = page.get_rotation() // 90 % 4
        self.bounds = page.get_bbox()  # left, bottom, right, top, before rotation
        self.text_page = page.get_textpage()
        self._handle = self.text_page.raw
        self.count = self.text_page.count_chars()
        self.clipped = self.count > PAGE_CHARACTERS
        wanted = min(self.count, PAGE_CHARACTERS)
        self.raw: str = self.text_page.get_text_range(0, wanted, errors="replace") if wanted else ""
        self.even = len(self.raw) == wanted  # text and character numbers agree
        self._rect = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(96)
        self._flags = ctypes.c_int()

    def close(self) -> None:
        """Free what PDFium holds."""
        self.text_page.close()

    def read(self) -> Page:
        """Return the lines of the page in content order."""
        page = Page(self.number, self.width, self.height, clipped=self.clipped)
        at = 0
        for found in [*_BREAK.finditer(self.raw), None]:
            stop = found.start() if found else len(self.raw)
            broken = found is not None and found.group() in _HYPHENS
            line = self._line(at, stop, broken)
            if line is not None:
                page.lines.append(line)
            at = found.end() if found else stop
        return page

    def _line(self, start: int, stop: int, broken: bool) -> Line | None:
        words = self.raw[start:stop]
        text = words.strip()
        if not text:
            return None
        first = start + len(words) - len(words.lstrip())
        last = first + len(text) - 1
        box = self.stretch(first, last)
        label = paper.LABEL.match(text)  # the number of a heading is often set light
        bold = (
            self.is_bold(last)
            and self.is_bold((first + last) // 2)
            and self.is_bold(min(last, first + (label.end() + 1 if label else 0)))
        )
        return Line(text + "-" if broken else text, box, bold, first, broken)

    def _index(self, offset: int) -> int:
        if self.even:
            return offset
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, offset))

    def box(self, offset: int) -> Box:
        """Return the place of one character, font height and all."""
        return self.stretch(offset, offset)

    def stretch(self, first: int, last: int) -> Box:
        """Return the box from one character of a line to another, as high as the first.

        What stands raised after it ("18th") does not make the line higher.
        """
        rect = self._rect
        measure, page = pdfium.FPDFText_GetLooseCharBox, self._handle
        if not measure(page, self._index(first), rect):
            return Box(0.0, 0.0, 0.0, 0.0)
        x0, y0, x1, y1 = rect.left, rect.bottom, rect.right, rect.top
        if last != first and measure(page, self._index(last), rect):
            if self.turn % 2:
                y0, y1 = min(y0, rect.bottom), max(y1, rect.top)
            else:
                x0, x1 = min(x0, rect.left), max(x1, rect.right)
        if self.turn == 0:
            left, top = self.bounds[0], self.bounds[3]
            return Box(x0 - left, top - y1, x1 - left, top - y0)
        return self.shown(x0, y0, x1, y1)

    def is_bold(self, offset: int) -> bool:
        """Tell from its font's name whether a character is bold."""
        size = pdfium.FPDFText_GetFontInfo(
            self._handle, self._index(offset), self._name, 96, self._flags
        )
        return size > 0 and _is_bold(self._name.value)

    def shown(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Turn a box of the unrotated page, y up, into one of the page as shown, y down."""
        left, bottom, right, top = self.bounds
        if self.turn == 0:
            a, b, c, d = x0 - left, top - y1, x1 - left, top - y0
        elif self.turn == 1:
            a, b, c, d = y0 - bottom, x0 - left, y1 - bottom, x1 - left
        elif self.turn == 2:
            a, b, c, d = right - x1, y0 - bottom, right - x0, y1 - bottom
        else:
            a, b, c, d = top - y1, right - x1, top - y0, right - x0
        return Box(min(a, c), min(b, d), max(a, c), max(b, d))

    def words(self, line: Line) -> list[Word]:
        """Return the words of a line with their places."""
        made = []
        text = line.text[:-1] if line.broken else line.text
        for found in _WORD.finditer(text):
            box = self.stretch(line.at + found.start(), line.at + found.end() - 1)
            made.append(Word(found.group(), box, line.at + found.start()))
        if line.broken and made:
            last_word = made[-1]
            made[-1] = Word(last_word.text + "-", last_word.box, last_word.at, True)
        return made

    def gap(self, line: Line, offset: int) -> float:
        """Return the width of the blank at an offset of a line, in parts of the font height."""
        before = self.box(line.at + offset - 1)
        after = self.box(line.at + offset + 1)
        return (after.x0 - before.x1) / max(before.height, 1.0)

    def has_objects(self) -> bool:
        """Tell whether the page shows anything at all."""
        return int(pdfium.FPDFPage_CountObjects(self.page.raw)) > 0

    def rules(self) -> list[Box]:
        """Return the drawn rules and box sides: boxes of no width or no height."""
        found: list[Box] = []
        for handle, matrix in self._paths():
            found.extend(self._sides(handle, matrix))
            if len(found) > SEGMENT_LIMIT:
                break
        return found

    def _paths(self) -> Iterator[tuple[Any, tuple[float, ...] | None]]:
        """Yield the path objects of the page and of its forms."""
        page = self.page.raw
        left = OBJECT_LIMIT
        for i in range(min(pdfium.FPDFPage_CountObjects(page), left)):
            handle = pdfium.FPDFPage_GetObject(page, i)
            kind = pdfium.FPDFPageObj_GetType(handle)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                yield handle, None
            elif kind == pdfium.FPDF_PAGEOBJ_FORM:
                yield from _inside(handle, _IDENTITY, 1)

    def _sides(self, handle: Any, outer: tuple[float, ...] | None) -> Iterator[Box]:
        matrix = _times(_matrix(handle), outer) if outer else _matrix(handle)
        last: tuple[float, float] | None = None
        begun: tuple[float, float] | None = None
        count = pdfium.FPDFPath_CountSegments(handle)
        if count < 2 or count > SEGMENT_LIMIT:
            return
        for i in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(handle, i)
            point = _point(segment, matrix)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                begun = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
                yield from self._rule(last, point)
            last = point
            if begun is not None and pdfium.FPDFPathSegment_GetClose(segment):
                yield from self._rule(point, begun)

    def _rule(self, a: tuple[float, float], b: tuple[float, float]) -> Iterator[Box]:
        if abs(a[0] - b[0]) < 1.0 or abs(a[1] - b[1]) < 1.0:
            box = self.shown(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
            if box.x1 - box.x0 > _THIN or box.height > _THIN:
                yield box


@lru_cache(256)
def _is_bold(name: bytes) -> bool:
    """Tell it of a font's name; a paper has few, and each is asked about for every line."""
    return paper.is_bold(name.decode("latin-1"))


_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _inside(
    form: Any, outer: tuple[float, ...], depth: int
) -> Iterator[tuple[Any, tuple[float, ...] | None]]:
    """Yield the path objects of a form with the matrix that places them."""
    matrix = _times(_matrix(form), outer)
    for i in range(min(pdfium.FPDFFormObj_CountObjects(form), OBJECT_LIMIT)):
        handle = pdfium.FPDFFormObj_GetObject(form, i)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield handle, matrix
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            yield from _inside(handle, matrix, depth + 1)


def _matrix(handle: Any) -> tuple[float, ...]:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    """Return the matrix that applies `inner` first, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r, a * q + b * s,
        c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _point(segment: Any, matrix: tuple[float, ...]) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    a, b, c, d, e, f = matrix
    return a * x.value + c * y.value + e, b * x.value + d * y.value + f
