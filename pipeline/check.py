"""Proves a database whole: file, references, spans, keys, history, search index.

Everything is looked up with a read-only connection; only the search index's own comparison is a
statement that SQLite wants a writer for. It is rolled back, or made on a copy where the file or
its folder cannot be written.
"""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from pipeline import seals
from pipeline.identity import version
from pipeline.reading import Damaged, connect
from schemas import search
from schemas.facts import Fact
from schemas.shapes import CLASSES, names_of

_MOST = 5  # examples of one fault
_NAMES = "SELECT id, CAST(key || ' (' || path || ')' AS BLOB) FROM documents"
_FACTS = tuple(table for table, kind in CLASSES.items() if issubclass(kind, Fact))
_PLACED = ("decisions", "links", "issues")  # rows with a span and without a quote
_KEYS = {"documents": "key", "decisions": "key", "matters": "key", "councils": "slug"}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was checked: its name, how much there was of it, what is wrong."""

    name: str
    checked: str
    faults: tuple[str, ...] = ()


def check(path: str | Path) -> Iterator[Found]:
    """Yield what was checked, in order. Raises CannotRead for a file that is not ours.

    A damaged file may end the checks early: what SQLite says of it is the last fault.
    """
    try:
        opened = connect(path)
    except Damaged as error:
        yield Found("file", "every page of the file", (str(error),))
        return
    with closing(opened) as db:
        whole = _integrity(db, Path(path))
        yield whole
        if whole.faults:  # rows of damaged pages prove nothing, but may tell where they are
            yield _sealed(db)
            return
        tables = _tables(db)
        yield tables
        if tables.faults:
            return
        yield _sealed(db)
        yield _references(db)
        yield _keys(db)
        yield _spans(db)
        yield _versions(db)
        yield _belonging(db)
        yield _index_rows(db)
        yield _index(Path(path))


def _found(name: str, checked: str, faults: Iterator[str]) -> Found:
    """Keep the first faults and count the others."""
    shown = [fault for fault, _ in zip(faults, range(_MOST), strict=False)]
    rest = sum(1 for _ in faults)
    return Found(name, checked, (*shown, *((f"… and {rest} more",) if rest else ())))


def _integrity(db: sqlite3.Connection, path: Path) -> Found:
    try:
        cut = _missing(db, path)
        said = [row[0] for row in db.execute(f"PRAGMA integrity_check({_MOST})")]
    except sqlite3.DatabaseError as error:
        cut, said = 0, [str(error)]
    faults = () if said == ["ok"] else tuple(said)
    if cut:
        faults = (f"the file is cut: {cut} bytes of it are missing", *faults)
    return Found("file", "every page of the file", faults)


def _missing(db: sqlite3.Connection, path: Path) -> int:
    """Return how many bytes a file lacks; 0 while pages wait in the write-ahead log."""
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        return 0
    pages, size = (
        db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
    )
    return max(0, int(pages) * int(size) - path.stat().st_size)


def _tables(db: sqlite3.Connection) -> Found:
    def faults() -> Iterator[str]:
        for table in CLASSES:
            there = {row["name"] for row in db.execute(f"PRAGMA table_info({table})")}
            lacks = [name for name in names_of(table) if name not in there]
            if lacks:
                yield f"{table} lacks {', '.join(lacks)}"

    return _found("tables", "every column of the schema", faults())


def _sealed(db: sqlite3.Connection) -> Found:
    """Every row is as the last run left it, bit by bit; a damaged one names its document."""
    try:
        finished = _is_finished(db)
        names = {row[0]: row[1].decode("utf-8", "replace") for row in db.execute(_NAMES)}
    except sqlite3.DatabaseError:
        finished, names = True, {}
    rows = seals.broken(db, is_finished=finished)
    faults = (f"{_whose(db, names, table, row)}{fault}" for table, row, fault in rows)
    return _found("seals", "every row against its seal", faults)


def _is_finished(db: sqlite3.Connection) -> bool:
    last = db.execute("SELECT finished_at FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    return last is None or last[0] is not None


def _whose(db: sqlite3.Connection, names: dict[int, str], table: str, row: int | None) -> str:
    """Return the words for a row, with its document where it has one."""
    if row is None:
        return f"{table} "
    document: object = row if table == "documents" else None
    if "document_id" in names_of(table):
        found = db.execute(f"SELECT document_id FROM {table} WHERE id = ?", (row,))  # noqa: S608
        document = next((each[0] for each in found), None)
    name = names.get(document) if isinstance(document, int) else None
    return f"{name}: {table} row {row} " if name else f"{table} row {row} "


def _references(db: sqlite3.Connection) -> Found:
    faults = (
        f"{table} row {row}: points to a row of {target} that is not there"
        for table, row, target, _ in db.execute("PRAGMA foreign_key_check")
    )
    return _found("references", "every reference", faults)


def _keys(db: sqlite3.Connection) -> Found:
    def faults() -> Iterator[str]:
        for table, key in _KEYS.items():
            doubled = db.execute(
                f'SELECT "{key}", count(*) FROM {table} NOT INDEXED '  # noqa: S608 - our own names
                f'GROUP BY "{key}" HAVING count(*) > 1 ORDER BY 1'
            )
            yield from (f"{table}: {times} rows have the key {name}" for name, times in doubled)

    return _found("keys", "keys of " + ", ".join(_KEYS), faults())


def _spans(db: sqlite3.Connection) -> Found:
    """Every quote is its document's text from start to stop, every text has its own hash."""
    documents = db.execute("SELECT count(*) FROM documents").fetchone()[0]

    def faults() -> Iterator[str]:
        for document in db.execute("SELECT id, key, text, sha256 FROM documents ORDER BY id"):
            text = document["text"]
            if version(text) != document["sha256"]:
                yield f"{document['key']}: the text is not the one that was read"
            for table in _FACTS:
                yield from _quotes(db, table, document)
            for table in _PLACED:
                yield from _places(db, table, document)

    return _found("evidence", f"every quote of {documents} documents", faults())


def _quotes(db: sqlite3.Connection, table: str, document: sqlite3.Row) -> Iterator[str]:
    text = document["text"]
    rows = db.execute(
        f"SELECT id, start, stop, quote FROM {table} WHERE document_id = ?",  # noqa: S608
        (document["id"],),
    )
    for row in rows:
        if row["start"] < 0 or text[row["start"] : row["stop"]] != row["quote"]:
            yield f"{document['key']}: {table} row {row['id']} quotes what the text does not say"


def _places(db: sqlite3.Connection, table: str, document: sqlite3.Row) -> Iterator[str]:
    rows = db.execute(
        f"SELECT id FROM {table} WHERE document_id = ? AND start IS NOT NULL "  # noqa: S608
        "AND (start < 0 OR stop < start OR stop > ?)",
        (document["id"], len(document["text"])),
    )
    yield from (f"{document['key']}: {table} row {row['id']} lies outside the text" for row in rows)


def _versions(db: sqlite3.Connection) -> Found:
    count = db.execute("SELECT count(*) FROM versions").fetchone()[0]
    older = db.execute(
        "SELECT v.sha256, v.text, v.rows, d.key FROM versions v "
        "JOIN documents d ON d.id = v.document_id ORDER BY v.id"
    )
    faults = (fault for row in older for fault in _older(row))
    return _found("history", f"{count} older versions", faults)


def _older(row: sqlite3.Row) -> Iterator[str]:
    text = row["text"]
    if version(text) != row["sha256"]:
        yield f"{row['key']}: an older text is not the one that was read"
    try:
        said = json.loads(row["rows"])
    except ValueError:
        yield f"{row['key']}: an older version's rows cannot be read"
        return
    for table, facts in said.items():
        for fact in facts:
            if "quote" in fact and text[fact["start"] : fact["stop"]] != fact["quote"]:
                yield f"{row['key']}: an older version's {table} quotes what its text does not say"


def _belonging(db: sqlite3.Connection) -> Found:
    """Rows that no foreign key can hold: evidence, and decisions' own children."""

    def faults() -> Iterator[str]:
        for row in db.execute("SELECT DISTINCT table_name, column_name FROM evidence"):
            table, column = row["table_name"], row["column_name"]
            if table not in CLASSES or column not in names_of(table):
                yield f"evidence of {table}.{column}, which is not there"
                continue
            lost = db.execute(
                f"SELECT e.id FROM evidence e LEFT JOIN {table} t ON t.id = e.row_id "  # noqa: S608
                "AND t.document_id = e.document_id "
                "WHERE e.table_name = ? AND e.column_name = ? AND t.id IS NULL",
                (table, column),
            )
            yield from (f"evidence row {e['id']}: its {table} row is gone" for e in lost)
        for table in CLASSES:
            yield from _strangers(db, table)

    return _found("belonging", "evidence and decisions of one document", faults())


def _strangers(db: sqlite3.Connection, table: str) -> Iterator[str]:
    """Yield the rows of a document that belong to another document's decision."""
    names = names_of(table)
    if "decision_id" not in names or "document_id" not in names:
        return
    rows = db.execute(
        f"SELECT f.id FROM {table} f JOIN decisions d ON d.id = f.decision_id "  # noqa: S608
        "WHERE d.document_id <> f.document_id"
    )
    yield from (f"{table} row {row['id']}: of another document's decision" for row in rows)


def _index_rows(db: sqlite3.Connection) -> Found:
    """What should be in the search index is in it, once, and nothing else."""

    def faults() -> Iterator[str]:
        for row in db.execute("SELECT id, key FROM documents ORDER BY id"):
            there = db.execute(
                "SELECT decision_id, resolution_id, date, action FROM search_rows "
                "WHERE document_id = ?",
                (row["id"],),
            ).fetchall()
            wanted = db.execute(search.WANTED, {"document": row["id"]}).fetchall()
            have = sorted(map(repr, ((r[0], r[1], r[3], r[2]) for r in there)))
            if have != sorted(repr(tuple(r)) for r in wanted):
                yield f"{row['key']}: the search index does not hold what the document says"
        lost = db.execute(
            "SELECT count(*) FROM search_rows WHERE document_id NOT IN (SELECT id FROM documents)"
        ).fetchone()[0]
        if lost:
            yield f"{lost} entries of documents that are gone"
        if _is_finished(db):  # they are counted when a run ends
            yield from _counts(db)

    return _found("search", "what can be searched", faults())


def _counts(db: sqlite3.Connection) -> Iterator[str]:
    """Yield what the rows that suppliers and councils are counted by have too much, and lack."""
    wanted = {
        "search_suppliers": f"{search.SUPPLIERS_TOLD} UNION ALL {search.SUPPLIERS_NAMED}",
        "search_councils": search.COUNCILS,
    }
    for table, said in wanted.items():
        ways = (f"SELECT * FROM {table}", f"SELECT * FROM ({said})")  # noqa: S608
        for one, other, what in ((*ways, "is not so"), (*reversed(ways), "is missing")):
            for row in db.execute(f"{one} EXCEPT {other}"):
                yield f"{table}: the row {tuple(row)} {what}"


def _index(path: Path) -> Found:
    """Compare the full-text index with the words it stands for."""
    try:
        faults = _agrees(path)
    except sqlite3.OperationalError:  # cannot be written, or is being written: a copy can
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.db"
            with closing(connect(path)) as db, closing(sqlite3.connect(copy)) as target:
                db.backup(target)
            faults = _agrees(copy)
    return Found("words", "the full-text index", faults)


def _agrees(path: Path) -> tuple[str, ...]:
    address = f"file:{quote(str(path.resolve()))}?mode=rw"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=2)) as db:
        try:
            db.execute("BEGIN IMMEDIATE")
            db.execute(search.CHECK)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            return ("the full-text index does not say what the rows say",)
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")
    return ()
