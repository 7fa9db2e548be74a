"""Seals: what the last run left in each block of rows, so that a flipped bit is seen (SQLite).

SQLite keeps no checksums of its own: most flipped bits give another row that is as good as any.
`seals` has, for each block of 256 rows of each table, the check number of every row. Triggers take
a block's seal away where a row of it comes, changes or goes, also when another program writes or
a reference cascades; damage to the file fires none. A run gives the blocks that lack one their
seal in its last transaction. `runs` has a column of its own for it, as an unchanged run writes its
own row alone.
"""

from schemas.shapes import CLASSES

SIZE = 256  # rows of a block, by id
SEALED = tuple(sorted(set(CLASSES) - {"runs"}))

_TABLE = """CREATE TABLE seals (
        table_name TEXT NOT NULL, block INTEGER NOT NULL, rows BLOB NOT NULL,
        PRIMARY KEY (table_name, block)) WITHOUT ROWID"""
_EVENTS = {
    "insert": ("INSERT", ("new",)),
    "update": ("UPDATE", ("old", "new")),
    "delete": ("DELETE", ("old",)),
}


def _trigger(table: str, name: str) -> str:
    event, rows = _EVENTS[name]
    blocks = ", ".join(f"{row}.id / {SIZE}" for row in rows)
    return (
        f"CREATE TRIGGER {table}_seal_{name} AFTER {event} ON {table} BEGIN "  # noqa: S608
        f"DELETE FROM seals WHERE table_name = '{table}' AND block IN ({blocks}); END"
    )


TRIGGERS = {f"{t}_seal_{name}": _trigger(t, name) for t in SEALED for name in _EVENTS}
CREATE_SEALS = (_TABLE, *TRIGGERS.values())
DROP_SEALS = (
    *(f"DROP TRIGGER IF EXISTS {name}" for name in TRIGGERS),
    "DROP TABLE IF EXISTS seals",
)
