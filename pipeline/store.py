"""Puts a checked answer into the database: one document, one transaction, all or nothing."""

from dataclasses import dataclass

from pipeline import identity, versions
from pipeline.book import ORDER, Book, Values
from pipeline.derive.differences import PREFIX
from pipeline.discover import Loaded
from pipeline.wire import FACT_TABLES, Answer, references_of
from schemas import search

_OWN = (*FACT_TABLES, "issues")  # tables whose rows one document gives


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that gave an answer, with all that its place in the database depends on."""

    loaded: Loaded
    answer: Answer
    council: dict[str, str | None] | None
    inputs: str
    run: int

    @property
    def path(self) -> str:
        """Return the file's path under its root."""
        return self.loaded.place.path

    @property
    def root(self) -> str:
        """Return the root as the database keeps it."""
        return self.loaded.place.root.name


def save(book: Book, new: Arrival) -> str:
    """Store a document with its rows; return inserted, updated or unchanged."""
    council_id = ensure_council(book, new.council)
    slug = new.council["slug"] if new.council else None
    key = identity.document_key(slug, new.answer.page_id, new.path)
    sha256 = identity.version(new.answer.page["text"])
    document = _document(book, new, key)
    book.drop("quarantine", path=new.path)
    if document is None:
        done, document_id = "inserted", _insert(book, new, key, sha256, council_id)
    else:
        done, document_id = _renew(book, new, document, (key, sha256, council_id))
    _address(book, document_id, new, is_new=document is None)
    return done


def ensure_council(book: Book, council: dict[str, str | None] | None) -> int | None:
    """Return the id of a council's row, made where there is none."""
    if council is None:
        return None
    found = book.row("councils", slug=council["slug"])
    if found is not None:
        return int(found["id"])
    return book.add("councils", [dict(council)])[0]


def _document(book: Book, new: Arrival, key: str) -> Values | None:
    """Return the stored document that a file is, though its key may have been another."""
    document = book.row("documents", key=key)
    here = [
        a for a in book.rows("document_addresses", path=new.path, root=new.root)
        if document is None or a["document_id"] != document["id"]
    ]  # fmt: skip
    for address in here:
        same_bytes = address["sha256"] == new.loaded.sha256
        others = [
            a for a in book.rows("document_addresses", document_id=address["document_id"])
            if a["id"] != address["id"] and a["missing_since"] is None
        ]  # fmt: skip
        if not same_bytes or others:  # another page stands here now
            book.change("document_addresses", address["id"], missing_since=new.run)
        elif document is None:  # the same page, told apart in another way than before
            document = book.row("documents", id=address["document_id"])
        else:
            remove(book, address["document_id"])
    return document


def remove(book: Book, document_id: int) -> None:
    """Delete a document with all its rows and versions."""
    _clear(book, document_id)
    book.drop("documents", id=document_id)


def _page(new: Arrival, key: str, sha256: str, council_id: int | None) -> Values:
    return {
        **new.answer.page,
        "key": key,
        "council_id": council_id,
        "path": new.path,
        "sha256": sha256,
        "last_run_id": new.run,
    }


def _insert(book: Book, new: Arrival, key: str, sha256: str, council_id: int | None) -> int:
    page = _page(new, key, sha256, council_id) | {"first_run_id": new.run}
    document_id = book.add("documents", [page])[0]
    _fill(book, document_id, new.answer, key, council_id)
    return document_id


def _renew(
    book: Book, new: Arrival, document: Values, now: tuple[str, str, int | None]
) -> tuple[str, int]:
    """Bring a stored document up to date; say whether anything has changed."""
    key, sha256, council_id = now
    document_id: int = document["id"]
    is_new_text = document["sha256"] != sha256
    if not is_new_text and not _owns(book, new, document):
        return "unchanged", document_id
    before = versions.snapshot(book, document_id)
    _key(new.answer, key)
    after = versions.plain(new.answer.rows)
    page = _page(new, key, sha256, council_id)
    if before == after and not _page_differs(book, document, page, new):
        if document["path"] != new.path:
            book.change("documents", document_id, path=new.path)
        return "unchanged", document_id
    cause = _cause(book, new, document, council_id) if not is_new_text else "text"
    if is_new_text:
        _archive(book, document, before, sha256, new.run)
    _clear(book, document_id)
    book.change("documents", document_id, **page)
    _fill(book, document_id, new.answer, key, council_id)
    differences = versions.changes(before, after, document, page)
    whose = {"document_id": document_id, "run_id": new.run, "cause": cause}
    book.add("changes", [difference | whose for difference in differences])
    return "updated", document_id


def _owns(book: Book, new: Arrival, document: Values) -> bool:
    """Tell whether a document's rows come from this file: the first that is still there."""
    if document["path"] == new.path:
        own = book.row("document_addresses", document_id=document["id"], path=new.path)
        return own is None or own["sha256"] == new.loaded.sha256 or own["inputs"] != new.inputs
    own = book.row("document_addresses", document_id=document["id"], path=document["path"])
    return own is None or own["missing_since"] is not None


def _page_differs(book: Book, document: Values, page: Values, new: Arrival) -> bool:
    unlike = {"last_run_id", "path"}
    if any(document[name] != value for name, value in page.items() if name not in unlike):
        return True
    before = [
        {k: row[k] for k in ("rule", "message", "start", "stop")}
        for row in book.rows("issues", document_id=document["id"])
        if not row["rule"].startswith(PREFIX)
    ]
    return before != new.answer.issues


def _cause(book: Book, new: Arrival, document: Values, council_id: int | None) -> str:
    own = book.row("document_addresses", document_id=document["id"], path=new.path)
    same = own is not None and identity.same_rules(own["inputs"], new.inputs)
    return "council" if same or document["council_id"] != council_id else "rules"


def _archive(book: Book, document: Values, rows: versions.Rows, sha256: str, run: int) -> None:
    """Keep the text and rows that are about to go; a text that comes back is no older version."""
    for stale in (sha256, document["sha256"]):
        book.drop("versions", document_id=document["id"], sha256=stale)
    older = {
        "document_id": document["id"],
        "sha256": document["sha256"],
        "text": document["text"],
        "rows": versions.as_json(rows),
        "first_run_id": document["last_run_id"],
        "last_run_id": run,
    }
    book.add("versions", [older])


def _clear(book: Book, document_id: int) -> None:
    """Delete what a document gave, from the search index first: it reads the rows themselves."""
    for statement in search.FORGET:
        book.do(statement, {"document": document_id})
    for table in reversed(ORDER):
        if table in _OWN:
            book.drop(table, document_id=document_id)


def _key(answer: Answer, document: str) -> None:
    decisions = answer.rows.get("decisions", [])
    keys = answer.keys or identity.decision_keys(document, decisions)
    for row, key in zip(decisions, keys, strict=True):
        row["key"] = key


def refill(book: Book, document_id: int, answer: Answer, key: str, council_id: int | None) -> None:
    """Put other rows in the place of those that a stored document gave."""
    _clear(book, document_id)
    _fill(book, document_id, answer, key, council_id)


def _fill(book: Book, document_id: int, answer: Answer, key: str, council_id: int | None) -> None:
    """Insert a document's rows, its local numbers turned into final ones."""
    _key(answer, key)
    rows = answer.rows
    base = {
        table: book.numbers(table, len(found)).start - 1 for table, found in rows.items() if found
    }
    for table in ORDER:
        if table in base:
            book.put(table, _final(table, rows[table], base, document_id, council_id))
    issues = [{**issue, "document_id": document_id} for issue in answer.issues]
    book.add("issues", issues)
    index(book, document_id, council_id)


def _final(
    table: str, rows: list[Values], base: dict[str, int], document_id: int, council_id: int | None
) -> list[Values]:
    references = [(name, base[target]) for name, target in references_of(table) if target in base]
    found = []
    for row in rows:
        whole = {**row, "id": row["id"] + base[table], "document_id": document_id}
        for name, shift in references:
            if whole[name] is not None:
                whole[name] += shift
        if table == "decisions":
            whole["council_id"] = council_id
        elif table == "evidence":
            whole["row_id"] += base[row["table_name"]]
        found.append(whole)
    return found


def index(book: Book, document_id: int, council_id: int | None) -> None:
    """Put a document's decisions and resolutions, or else itself, into the search index."""
    wanted = book.tuples(search.WANTED, document=document_id)
    rows: list[Values] = []
    next_of: dict[int, int] = {}
    for decision_id, resolution_id, action, date in wanted:
        first = search.first_row(date)
        if first not in next_of:
            last = book.tuples(search.LAST, first=first, after=first + search.SLOT)[0][0]
            next_of[first] = max(first, last or 0) + 1
        rows.append(
            {
                "id": next_of[first],
                "document_id": document_id,
                "decision_id": decision_id,
                "resolution_id": resolution_id,
                "council_id": council_id,
                "date": date,
                "action": action,
            }
        )
        next_of[first] += 1
    book.do(search.REMEMBER, rows)
    book.do(search.INDEX, {"document": document_id})


def _address(book: Book, document_id: int, new: Arrival, is_new: bool) -> None:
    """Note where this version was met; a new document was met nowhere before."""
    values: Values = {
        "url": new.answer.page["url"],
        "sha256": new.loaded.sha256,
        "root": new.root,
        "inputs": new.inputs,
        "missing_since": None,
    }
    own = {"document_id": document_id, "path": new.path}
    found = None if is_new else book.row("document_addresses", **own)
    if found is None:
        book.add("document_addresses", [{**own, **values}])
    elif any(found[name] != value for name, value in values.items()):
        book.change("document_addresses", found["id"], **values)
