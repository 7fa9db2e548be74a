"""Takes what is to be kept out from the documents that are stored already, and from their past."""

from pipeline import identity, removals
from pipeline.book import Book, Values
from pipeline.removals import Removals
from pipeline.store import refill, remove
from pipeline.versions import snapshot
from pipeline.wire import Answer
from schemas.shapes import names_of

_ISSUE = ("rule", "message", "start", "stop")


_UNREAD = """SELECT DISTINCT o.id, o.key FROM documents o
    JOIN document_addresses a ON a.document_id = o.id WHERE a.inputs NOT LIKE :known
    ORDER BY o.key"""


def is_new(book: Book, removed: Removals) -> bool:
    """Tell whether anything stored was read before the list was as it is now."""
    return bool(_unread(book, removed))


def _unread(book: Book, removed: Removals) -> list[tuple[int, str]]:
    return [(n, key) for n, key in book.tuples(_UNREAD, known=f"%{removed.mark}")]


def take_out(book: Book, removed: Removals) -> int:
    """Take out what the list names, in the caller's transaction; return the documents touched.

    It is for documents that this run has not read, and for the past of all. The search index is
    made whole, so that its words go too.
    """
    touched = 0
    for document_id, key in _unread(book, removed):
        touched += _document(book, document_id, key, removed)
        for row in book.rows("document_addresses", document_id=document_id):
            own = ":".join((row["inputs"] or "").split(":")[:2])
            book.change("document_addresses", row["id"], inputs=own + removed.mark)
    _past(book, removed)
    book.do("INSERT INTO search(search) VALUES ('optimize')")
    return touched


def drop(book: Book, key: str) -> bool:
    """Take out a document of which nothing may stay; tell whether it was there."""
    found = book.row("documents", key=key)
    if found is not None:
        remove(book, found["id"])
    return found is not None


def _document(book: Book, document_id: int, key: str, removed: Removals) -> int:
    if key in removed.keys:
        remove(book, document_id)
        return 1
    named = any(name.startswith(f"{key}#") for name in removed.keys)
    page = book.rows("documents", id=document_id)[0]
    if not named and not removed.spans(page["text"]) and not _told(page, removed):
        return 0
    answer = _answer(book, page)
    left = removals.kept(answer, key, removed)
    if left is None or left is answer:
        return 0
    values = {name: left.page[name] for name in ("text", "title", "url")}
    book.change("documents", document_id, sha256=identity.version(values["text"]), **values)
    refill(book, document_id, left, key, page["council_id"])
    return 1


def _told(page: Values, removed: Removals) -> bool:
    return any(page[n] and removed.covered(page[n]) != page[n] for n in ("title", "url"))


def _answer(book: Book, page: Values) -> Answer:
    """Return a stored document as a worker would have given it."""
    issues = [
        {name: row[name] for name in _ISSUE} for row in book.rows("issues", document_id=page["id"])
    ]
    blank = {"document_id": 0}
    rows = {
        table: [{name: (row | blank).get(name) for name in names_of(table)} for row in found]
        for table, found in snapshot(book, page["id"]).items()
    }
    keys = tuple(str(row["key"]) for row in rows.get("decisions", ()))
    return Answer(page=dict(page), page_id=None, council=None, rows=rows, issues=issues, keys=keys)


def _past(book: Book, removed: Removals) -> None:
    """Forget older versions and changes that hold what is removed."""
    whose = {name.partition("#")[0] for name in removed.keys}
    for table, columns in (("versions", ("text", "rows")), ("changes", ("row_key", "old", "new"))):
        gone = []
        for row_id, key in book.tuples(
            f"SELECT t.id, o.key FROM {table} t JOIN documents o ON o.id = t.document_id"  # noqa: S608 - our own names
        ):
            row = book.rows(table, id=row_id)[0]
            if key in whose or any(removed.spans(row[column] or "") for column in columns):
                gone.append(row_id)
        book.drop_all(table, gone)
