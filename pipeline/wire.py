"""What a worker says to its parent: JSON out, checked against the record classes on the way in.

The worker is not trusted: it has read a hostile file. `check` takes its bytes and gives rows
only where every type, closed list, span and reference holds; else it raises Untrue.
"""

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from schemas.document import Document, Notice
from schemas.facts import Fact, Row
from schemas.records import REASONS, STAGES, Decision, DocumentRow, PageLink
from schemas.shapes import CLASSES, Shape, columns_of, names_of

Values = dict[str, Any]
_MOST = 1 << 63
# What a file's own text can give; everything else is derived by the parent.
FACT_TABLES = tuple(
    table
    for table, kind in CLASSES.items()
    if issubclass(kind, Fact) or kind in (Decision, PageLink)
)
_DERIVED = ("document_id", "council_id", "meeting_id", "organisation_id", "matter_id", "same_as")
_PLACED = ("id", "start", "stop")  # whose bounds are the row's number and the text
_PAGE = (
    "text", "media_type", "encoding", "encoding_declared", "title", "status", "status_reason",
    "is_complete", "kind", "layout", "url",
)  # fmt: skip


class Untrue(Exception):
    """A worker's answer that does not hold."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A checked answer: the document's own columns and its rows by table, ids local to it.

    `keys` are those of its decisions where some were taken out: the others keep theirs.
    """

    page: Values
    page_id: str | None
    council: dict[str, str | None] | None
    rows: dict[str, list[Values]]
    issues: list[Values]
    keys: tuple[str, ...] = ()


def encode(document: Document, extraction: Any) -> bytes:
    """Return a document and its Extraction as the worker sends them."""
    page = {name: getattr(document, name) for name in _PAGE if hasattr(document, name)}
    page["url"] = _address(document)
    page |= {name: getattr(extraction, name) for name in ("kind", "layout", "title", "is_complete")}
    if extraction.overfull and page["status"] == "whole":
        page |= {"status": "partial", "status_reason": "more rows than are kept"}
    said = {
        "page": page,
        "page_id": extraction.page_id,
        "council": extraction.council,
        "rows": _by_table(extraction.rows),
        "issues": [_notice(n) for n in extraction.issues],
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _address(document: Document) -> str | None:
    """Return the address that a page was saved from, where it or its sidecar names one."""
    named = (value for name, value in document.meta if name in ("saved-from", "canonical"))
    web = (value.strip() for value in named if value.strip().startswith(("http://", "https://")))
    return next((value for value in web if value.isprintable()), None)


def _by_table(rows: Iterable[Row]) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows:
        table = row.TABLE
        found.setdefault(table, []).append(_values_of(table)(row))
    return found


@cache
def _values_of(table: str) -> Callable[[Row], tuple[Any, ...]]:
    return attrgetter(*names_of(table))


def _notice(notice: Notice) -> list[Any]:
    return [notice.rule, notice.message, notice.start, notice.stop]


def check(data: bytes) -> Answer | tuple[str, str, str | None]:
    """Return what a worker said: an Answer, or (stage, reason, detail) of a refusal.

    Raises Untrue for anything else.
    """
    try:
        written = data.decode()
        said = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise Untrue("not JSON") from error
    if not isinstance(said, dict):
        raise Untrue("not an object")
    if "refused" in said:
        return _refusal(said["refused"])
    page = _page(said.get("page"))
    text: str = page["text"]
    rows = _rows(said.get("rows"), text, "\\u" not in written)
    _check_references(rows)
    return Answer(
        page=page,
        page_id=_words(said.get("page_id"), "page_id"),
        council=_council(said.get("council")),
        rows=rows,
        issues=[_issue(i, text) for i in _list(said.get("issues"))],
    )


def _refusal(said: Any) -> tuple[str, str, str | None]:
    if not isinstance(said, list) or len(said) != 3:
        raise Untrue("a refusal has three parts")
    stage, reason, detail = said
    if stage not in STAGES or reason not in REASONS:
        raise Untrue("a refusal with words of its own")
    return stage, reason, _words(detail, "detail")


def _list(said: Any) -> list[Any]:
    if not isinstance(said, list):
        raise Untrue("no list")
    return said


def _words(said: Any, name: str) -> str | None:
    if said is None:
        return None
    if not isinstance(said, str) or not _storable(said):
        raise Untrue(f"{name} is not text")
    return said


def _storable(words: str) -> bool:
    """Tell whether SQLite takes the words and gives them back: no NUL, no lone surrogate."""
    if words.isascii():
        return "\0" not in words
    try:
        return b"\0" not in words.encode()
    except UnicodeEncodeError:
        return False


def _page(said: Any) -> Values:
    if not isinstance(said, dict) or set(said) != set(_PAGE):
        raise Untrue("a page has other columns")
    for shape in columns_of(DocumentRow.TABLE):
        if shape.name in said:
            _checker(shape)(said[shape.name])
    return said


def _council(said: Any) -> dict[str, str | None] | None:
    if said is None:
        return None
    known = set(names_of("councils")) - {"id"}
    if not isinstance(said, dict) or not set(said) <= known:
        raise Untrue("a council has other columns")
    if not said.get("slug") or not said.get("name"):
        raise Untrue("a council without a name")
    return {name: _words(said.get(name), name) for name in sorted(known)}


def _issue(said: Any, text: str) -> Values:
    values = dict(zip(("rule", "message", "start", "stop"), _list(said), strict=False))
    for shape in columns_of("issues"):
        if shape.name in ("rule", "message", "start", "stop"):
            _checker(shape)(values.get(shape.name))
    start, stop = values["start"], values["stop"]
    if start is not None and not (stop is not None and 0 <= start <= stop <= len(text)):
        raise Untrue("an issue outside the text")
    return values


def _rows(said: Any, text: str, plain: bool) -> dict[str, list[Values]]:
    """Check the rows; `plain`: no string of them holds what JSON escapes by number."""
    if not isinstance(said, dict) or not set(said) <= set(FACT_TABLES):
        raise Untrue("rows of other tables")
    return {table: _table(table, _list(rows), text, plain) for table, rows in said.items()}


def _table(table: str, said: list[Any], text: str, plain: bool) -> list[Values]:
    names, gate = names_of(table), _gate(table)
    is_fact = issubclass(CLASSES[table], Fact)
    found = []
    for number, values in enumerate(said, 1):
        if not isinstance(values, list) or len(values) != len(names):
            raise Untrue(f"{table} has other columns")
        if not (plain and gate.knows(values)):
            gate.check(values)
        row = dict(zip(names, values, strict=True))
        start, stop = row["start"], row["stop"]
        if row["id"] != number or not 0 <= start <= stop <= len(text):
            raise Untrue(f"{table} {number}: wrong number or span")
        if is_fact and (start == stop or text[start:stop] != row["quote"]):
            raise Untrue(f"{table} {number}: the quote is not in the text")
        found.append(row)
    return found


class _Gate:
    """Checks the rows of a table. What types may stand side by side it learns as it goes.

    A page has hundreds of values, and nearly all rows of a table are made alike. So of a row
    whose types were checked before, only that is looked at which types do not tell.
    """

    _MOST_KNOWN = 1_000

    def __init__(self, table: str) -> None:
        shapes = columns_of(table)
        self._checkers = tuple(map(_checker, shapes))
        self._known: set[tuple[type, ...]] = set()
        listed = ((at, _listed(shape)) for at, shape in enumerate(shapes))
        self._listed = tuple((at, values) for at, values in listed if values)
        self._numbers = tuple(
            at
            for at, shape in enumerate(shapes)
            if shape.kind is not str and shape.name not in (*_DERIVED, *_PLACED)
        )

    def knows(self, values: list[Any]) -> bool:
        """Tell whether a row certainly holds; its strings must be storable."""
        if tuple(map(type, values)) not in self._known:
            return False
        for at, allowed in self._listed:
            if values[at] not in allowed:
                return False
        for at in self._numbers:
            value = values[at]
            if value and not -_MOST <= value < _MOST:
                return False
        return True

    def check(self, values: list[Any]) -> None:
        """Raise Untrue for a value that may not stand in its column."""
        for check_one, value in zip(self._checkers, values, strict=True):
            check_one(value)
        if len(self._known) < self._MOST_KNOWN:
            self._known.add(tuple(map(type, values)))


def _listed(shape: Shape) -> frozenset[Any]:
    """Return the only values that may stand in a column, none where there is no such list."""
    if shape.name in _DERIVED:
        return frozenset((None, 0))
    return frozenset((None, *shape.meaning.allowed)) if shape.meaning.allowed else frozenset()


@cache
def _gate(table: str) -> _Gate:
    return _Gate(table)


@cache
def _checker(shape: Shape) -> Callable[[Any], None]:
    """Return a function that raises Untrue for a value that may not stand in the column."""
    name, allowed, optional = shape.name, frozenset(shape.meaning.allowed), shape.optional
    if name in _DERIVED:
        return _derived
    fits = _FITS[shape.kind]

    def check_one(value: Any) -> None:
        if value is None:
            if not optional:
                raise Untrue(f"{name} is missing")
        elif not fits(value) or (allowed and value not in allowed):
            raise Untrue(f"{name} has a value that cannot be")

    return check_one


def _derived(value: Any) -> None:
    if value not in (None, 0):
        raise Untrue("a worker may not set what is derived")


def _is_whole(value: Any) -> bool:
    return type(value) is int and -_MOST <= value < _MOST


def _is_number(value: Any) -> bool:
    return (type(value) is float and math.isfinite(value)) or _is_whole(value)


def _is_words(value: Any) -> bool:
    return type(value) is str and _storable(value)


_FITS: dict[type, Callable[[Any], bool]] = {int: _is_whole, float: _is_number, str: _is_words}


def _check_references(rows: dict[str, list[Values]]) -> None:
    """Every reference points to a row of the same document."""
    for table, found in rows.items():
        for name, target in references_of(table):
            most = len(rows.get(target, ()))
            for row in found:
                if row[name] is not None and not 1 <= row[name] <= most:
                    raise Untrue(f"{table}.{name} points nowhere")
    for row in rows.get("evidence", ()):
        target = row["table_name"]
        if target not in CLASSES or row["column_name"] not in names_of(target):
            raise Untrue("evidence for no column")
        if not 1 <= row["row_id"] <= len(rows.get(target, ())):
            raise Untrue("evidence for no row")


@cache
def references_of(table: str) -> tuple[tuple[str, str], ...]:
    """Return (column, table) of the columns that point to rows of the same document."""
    return tuple(
        (shape.name, shape.meaning.references)
        for shape in columns_of(table)
        if shape.meaning.references and shape.name not in _DERIVED
    )
