"""Rows as they leave the web server's connection: e-mail addresses and telephone numbers covered.

Every page, table, file and answer is made of these rows, so that none can forget it.
"""

import sqlite3
from typing import Any

from pipeline.export.contacts import COVER, covered
from pipeline.export.rows import NAMES
from pipeline.export.sheets import CONTACTS

_LEAST = 6  # signs of the shortest address, a@b.uk
_COLUMNS = frozenset(name for names in CONTACTS.values() for name in names)


def row(cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> sqlite3.Row:
    """Return a row (a row factory of sqlite3) whose texts are covered, as long as they were.

    Names by which pages are joined stay, as in exports. Evidence for an address or a number is
    covered whole, however it is written.
    """
    names = [column[0] for column in cursor.description]
    left = [
        covered(v) if isinstance(v, str) and len(v) >= _LEAST and name not in NAMES else v
        for name, v in zip(names, values, strict=True)
    ]
    if "column_name" in names and left[names.index("column_name")] in _COLUMNS:
        left = [
            COVER * len(v) if isinstance(v, str) and name in ("quote", "old", "new") else v
            for name, v in zip(names, left, strict=True)
        ]
    return sqlite3.Row(cursor, tuple(left))
