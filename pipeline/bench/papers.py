"""Made-up PDF papers to measure on: prose, and prose with ruled tables of indicators."""

import random
from io import BytesIO
from textwrap import wrap

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.bench.pages import PROSE, sentence

rl_config.useA85 = 0  # no council's PDF is wrapped in letters any more

_FONT = "Vera"  # comes with reportlab; embedded, as the fonts of councils' papers are
_LEFT, _TOP, _LEADING = 60, 780, 12.0
_HEADS = ("Code", "Indicator", "Target", "Result")
_COLUMNS = (0, 50, 300, 390, 475)
_INDICATORS = (
    "Calls answered within a minute",
    "Bins collected on the day",
    "Repairs done at the first visit",
    "Invoices paid in thirty days",
    "Applications decided in time",
)


def prose_pdf(seed: int, pages: int) -> bytes:
    """Return a PDF of prose pages without tables, about 3.3 KB of text each."""
    return _paper(seed, pages, 24, 0)


def tables_pdf(seed: int, pages: int) -> bytes:
    """Return a PDF whose every page has a ruled table of indicators among its prose."""
    return _paper(seed, pages, 13, 12)


def _paper(seed: int, pages: int, sentences: int, rows: int) -> bytes:
    r = random.Random(seed)  # noqa: S311 - not for secrets
    pdfmetrics.registerFont(TTFont(_FONT, "Vera.ttf"))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for number in range(1, pages + 1):
        y = _prose(canvas, r, sentences)
        if rows:
            _table(canvas, r, y - _LEADING, rows)
        canvas.drawString(_LEFT, 40, str(number))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _prose(canvas: Canvas, r: random.Random, sentences: int) -> float:
    """Set some paragraphs; return how far down the page they came."""
    canvas.setFont(_FONT, 9)
    y = float(_TOP)
    for first in range(0, sentences, 4):
        words = " ".join(sentence(r, PROSE) for _ in range(min(sentences - first, 4)))
        for line in wrap(words, 92):
            canvas.drawString(_LEFT, y, line)
            y -= _LEADING
        y -= _LEADING / 2
    return y


def _table(canvas: Canvas, r: random.Random, top: float, rows: int) -> None:
    canvas.setFont(_FONT, 8)
    high = 16.0
    for line in range(rows + 2):
        y = top - line * high
        canvas.line(_LEFT, y, _LEFT + _COLUMNS[-1], y)
    for x in _COLUMNS:
        canvas.line(_LEFT + x, top, _LEFT + x, top - (rows + 1) * high)
    for row in range(rows + 1):
        cells: tuple[str, ...] = _HEADS
        if row:
            code = f"PI{r.randint(1, 90):02d}"
            target, result = r.randint(80, 99), r.randint(700, 999) / 10
            cells = (code, r.choice(_INDICATORS), f"{target}%", f"{result}%")
        for x, words in zip(_COLUMNS, cells, strict=False):
            canvas.drawString(_LEFT + x + 4, top - (row + 1) * high + 5, words)
