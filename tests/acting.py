"""Copies of a database whose every text column holds words that act, or harmless ones."""

import shutil
import sqlite3
from pathlib import Path

ACTING = (
    "</script><script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>", "{{ 7 * 7 }}{% raw %}", "<!--", "]]>", "&lt;b&gt;&#60;i>",
    "javascript:alert(1)",
    "\u202eevil\u2066", "\x00\x1b[2J\x07", "\ue000<b>\ue001", "` onmouseover=alert(1) `",
    "%0d%0aSet-Cookie: a=b", "<base href=//evil.example>", "<a href='data:text/html,x'>",
    "</textarea></title></style></pre>", "x" * 3000, "＜script＞",
    "\r\n\r\n<meta http-equiv=refresh>",
)  # fmt: skip
HARMLESS = tuple(f"harmless{n}" for n in range(len(ACTING)))
# What must stay for pages to be found and marks to be laid: names of tables and columns.
_KEPT = {("evidence", "table_name"), ("evidence", "column_name"), ("versions", "rows")}


def copy(sample: Path, to: Path, words: tuple[str, ...], kinds: int = 3) -> Path:
    """Return a copy in which every text of every table ends with one of the words in turn."""
    shutil.copy(sample, to)
    db = sqlite3.connect(to)
    db.execute("pragma foreign_keys = off")
    wanted = [column for column in texts(db) if column not in _KEPT]
    for n, (table, column) in enumerate(wanted, 1):
        for at in range(kinds):  # kinds of words for each column
            db.execute(
                f"update {table} set {column} = {column} || ' ' || ? "
                f"where {column} is not null and id % ? = ?",
                (words[(n + at * 7) % len(words)], kinds, at),
            )
    db.execute("insert into search(search) values ('rebuild')")
    db.commit()
    db.close()
    return to


def texts(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return every table and column of text of ours."""
    found = db.execute(
        "select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c "
        "where m.type = 'table' and upper(c.type) = 'TEXT' and m.name not like 'search%' "
        "and m.name not like 'sqlite%' and m.name <> 'seals'"
    )
    return [tuple(row) for row in found]
