"""The floor: lexbor parse of the whole page, one regex sweep, raw executemany with FTS.

A bound, not a product: it finds 45 anchors a page and reads nothing. For longer papers, what the
parsing library alone costs.
"""

import re
import sqlite3
from io import BytesIO

from selectolax.lexbor import LexborHTMLParser

# The anchors that rules stand on, in one pattern: figures with their units, dates and cue words.
_SWEEP = re.compile(
    r"£[0-9][0-9,.]{0,15}(?:m|k| million)?|[0-9]{1,3}(?:[.][0-9]{1,2})?%|"
    r"[0-9]{1,2}/[0-9]{2}/[0-9]{4}|20[0-9]{2}/[0-9]{2}|\b(?:resolved|agreed|approved|noted|recommended|delegated|award(?:ed)?|"
    r"saving|target|quarter|kpi|budget|contract|grant|councillor|director|head of|seconded|"
    r"ltd|limited|plc|llp|per cent|e-?mail)\b",
    re.IGNORECASE,
)


def database(path: str) -> sqlite3.Connection:
    """Return an empty database with one fact table and a search table."""
    db = sqlite3.connect(path)
    db.executescript(
        "pragma journal_mode = wal; pragma synchronous = normal;"
        "create table page (id integer primary key, text text);"
        "create table fact (id integer primary key, page int, start int, stop int, quote text);"
        "create index fact_page on fact (page);"
        "create virtual table found using fts5(text, content='page', content_rowid='id');"
    )
    return db


def html(db: sqlite3.Connection, number: int, source: str) -> None:
    """Parse, sweep and store one HTML page."""
    tree = LexborHTMLParser(source)
    node = tree.css_first("#modgov")
    text(db, number, node.text() if node else "")


def text(db: sqlite3.Connection, number: int, words: str) -> None:
    """Sweep and store one text."""
    hits = [(number, m.start(), m.end(), m.group()) for m in _SWEEP.finditer(words)]
    with db:
        db.execute("insert into page values (?, ?)", (number, words))
        db.executemany("insert into fact (page, start, stop, quote) values (?, ?, ?, ?)", hits)
        db.execute("insert into found (rowid, text) values (?, ?)", (number, words))


def parse(source: str) -> None:
    """Parse one HTML page."""
    LexborHTMLParser(source)


def pdf_text(data: bytes) -> int:
    """Return the size of a PDF's text, read by pypdfium2 and nothing more."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    size = sum(len(page.get_textpage().get_text_bounded()) for page in document)
    document.close()
    return size


def pdf_tables(data: bytes) -> int:
    """Return the number of a PDF's words and tables, found by pdfplumber page by page."""
    import pdfplumber

    found = 0
    with pdfplumber.open(BytesIO(data)) as document:
        for page in document.pages:
            found += len(page.extract_words()) + len(page.extract_tables())
            page.close()
    return found
