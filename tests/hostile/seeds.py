"""The clean pages that damage is done to, made once for each of a few seeds."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pipeline.bench import pages
from tests import pdfs


@dataclass(frozen=True, slots=True)
class Made:
    """A file: its bytes and how its name ends."""

    data: bytes
    suffix: str = ".html"


Maker = Callable[[random.Random], Made]
SEEDS = 12


@cache
def html(seed: int) -> bytes:
    """Return a decision page, its menus cut short: what is read counts, not what is skipped."""
    whole = pages.decision_html(seed)
    head, _, rest = whole.partition("<nav>")
    return (head + rest.partition("</nav>")[2]).encode()


@cache
def text(seed: int) -> bytes:
    return pages.decision_text(seed).encode()


@cache
def pdf(seed: int) -> bytes:
    return (pdfs.make_minutes_pdf, pdfs.make_report_pdf, pdfs.make_kpi_pdf)[seed % 3]()


def any_html(r: random.Random) -> bytes:
    return html(r.randrange(SEEDS))


def any_text(r: random.Random) -> bytes:
    return text(r.randrange(SEEDS))


def any_pdf(r: random.Random) -> bytes:
    return pdf(r.randrange(SEEDS))


ANY: dict[str, Callable[[random.Random], bytes]] = {
    ".html": any_html,
    ".txt": any_text,
    ".pdf": any_pdf,
}


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    """Return a page of Modern.Gov's shape around a body, in UTF-8 with what cannot be so kept."""
    return (
        f'<html><head>{head}<title>Decision - A review</title></head><body><div id="modgov">'
        '<div class="mgHeader"><h1 class="mgMainTitleTxt">Decision details</h1></div>'
        f'<div class="mgContent">{body}</div></div></body></html>'
    ).encode("utf-8", "surrogatepass")
