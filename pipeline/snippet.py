"""The words around what was found, with OPEN…CLOSE around each hit. Only sqlite3 is needed."""

import json
import re
import secrets
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import overload

from pipeline.terminal import CLOSE, OPEN
from schemas.search import TOKENIZE

_SNIPPETS = """
select rowid, snippet(search, 2, :open, :close, '…', 40)
from search where search match :query and rowid in (select value from json_each(:rows))
"""
_CONTENT = """select id, filters, title, body from search_content
where id in (select value from json_each(?)) and coalesce(length(body), 0) <= ?"""
_LONG, _LONGEST = 50_000, 1_000_000  # code points; the latter where words are asked for by prefix
_BODY = "select body from search_content where id = ?"
# A passage that was cut beside figures or an @: what was cut off may belong to them.
_CUT_SHORT = re.compile(r"\A….{0,20}[0-9@]|[0-9@].{0,20}…\Z", re.DOTALL)
# A figure at a cut may be a part of it: "£3.46…" of £3.46 million, "£3…" of £3.46.
_CUT_FIGURE = re.compile(
    r"(?<![\w.,])[£$€]?[ ]?[0-9][0-9.,:/]{0,40}(?=…\Z)|(?<=\A…)[.,]?[0-9][0-9.,:/]{0,40}\w{0,8}%?"
)


def snippets(db: sqlite3.Connection, query: str, rows: Sequence[int]) -> dict[int, str]:
    """Return for rows of the search index the words around what an FTS5 query finds in them.

    A figure at which the words were cut is left out unless it was searched for: it would be read
    as the whole.
    """
    if not query or not rows:
        return {}
    opened, closed = f"{OPEN}{secrets.token_hex(4)}", f"{CLOSE}{secrets.token_hex(4)}"
    values = {"query": query, "open": opened, "close": closed, "rows": json.dumps(rows)}
    most = _LONGEST if '"*' in query else _LONG
    found = _of_few(db, values, most)
    if left := [row for row in rows if row not in found]:
        found |= dict(_plain(db).execute(_SNIPPETS, values | {"rows": json.dumps(left)}))
    return {
        row: _CUT_FIGURE.sub("", _marked(words, opened, closed)) for row, words in found.items()
    }


def _of_few(db: sqlite3.Connection, values: dict[str, str], most: int) -> dict[int, str]:
    """Return the same as the whole index would, for bodies up to a length.

    An index of these rows alone is soon made; the whole one is asked anew for each row, and for
    the beginning of a word gathers all words that begin so each time.
    """
    with closing(sqlite3.connect(":memory:")) as few:
        few.execute(f"create virtual table search using fts5(filters, title, body, {TOKENIZE})")
        rows = _plain(db).execute(_CONTENT, (values["rows"], most))
        few.executemany("insert into search(rowid, filters, title, body) values (?,?,?,?)", rows)
        return dict(few.execute(_SNIPPETS, values))


def _plain(db: sqlite3.Connection) -> sqlite3.Cursor:
    """Return a cursor that gives rows as they are: nothing comes between the marks."""
    cursor = db.cursor()
    cursor.row_factory = None
    return cursor


def covered(db: sqlite3.Connection, row: int, words: str) -> str:
    """Return a snippet with e-mail addresses and telephone numbers covered, those it cuts too."""
    from pipeline.export.contacts import covered_around, covered_within

    is_cut = _CUT_SHORT.search(bare(words))
    found = _plain(db).execute(_BODY, (row,)).fetchone() if is_cut else None
    whole = bare(found[0] or "") if found else ""
    marks = OPEN + CLOSE
    return covered_within(words, whole, marks) if whole else covered_around(words, marks)


def _marked(words: str | None, opened: str, closed: str) -> str:
    """Return a snippet whose only marks are our own: a text may hold the same characters."""
    pieces = [part.split(closed, 1) for part in (words or "").split(opened)]
    first = bare("".join(pieces[0]))
    return first + "".join(OPEN + CLOSE.join(bare(p) for p in part) for part in pieces[1:])


@overload
def bare(words: str) -> str: ...
@overload
def bare(words: None) -> None: ...
def bare(words: str | None) -> str | None:
    """Return words without marks."""
    return words.replace(OPEN, "").replace(CLOSE, "") if words else words
