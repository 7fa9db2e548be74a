"""What became of a page: when it was seen, its older versions, and field by field what changed."""

import difflib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from pipeline.terminal import dim, safe

_LINES = 4_000  # lines of a text that are compared one by one: the comparison is quadratic
_CAUSES = {
    "text": "the page changed",
    "council": "its council was corrected",
    "rules": "the rules that read it changed",
}
_AT = "(SELECT started_at FROM runs WHERE id = {})"
_DOCUMENT = f"""SELECT d.*, c.name AS council, {_AT.format("d.first_run_id")} AS first_seen,
    {_AT.format("d.last_run_id")} AS changed FROM documents d
    LEFT JOIN councils c ON c.id = d.council_id WHERE d.key = ?"""  # noqa: S608
_ADDRESSES = f"""SELECT path, url, sha256, {_AT.format("missing_since")} AS gone
    FROM document_addresses WHERE document_id = ? ORDER BY path"""  # noqa: S608
_VERSIONS = f"""SELECT sha256, text, last_run_id, {_AT.format("first_run_id")} AS first_seen,
    {_AT.format("last_run_id")} AS replaced FROM versions
    WHERE document_id = ? ORDER BY first_run_id, id"""  # noqa: S608
_CHANGES = f"""SELECT run_id, {_AT.format("run_id")} AS at, cause, table_name, row_key,
    column_name, old, new FROM changes WHERE document_id = ? ORDER BY run_id, id"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Change:
    """One field that changed, or a row that came or went (column NULL).

    `old_from` is when the old value was first seen, `at` when it was no longer so.
    """

    run: int | None
    at: str | None
    cause: str
    table: str
    row: str
    column: str | None
    old: str | None
    old_from: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """An older text: from when to when it stood."""

    sha256: str
    first_seen: str | None
    replaced: str | None
    replaced_by_run: int | None
    characters: int


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page was met; `gone` is when its file was first missing."""

    path: str
    url: str | None
    sha256: str
    gone: str | None


@dataclass(frozen=True, slots=True)
class History:
    """All that is known of a page's past; of a decision, its own changes alone."""

    key: str
    document: str
    title: str | None
    council: str | None
    first_seen: str | None
    last_changed: str | None
    addresses: list[Address]
    versions: list[Version]
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one run changed: field by field, and the lines of the text where that is new."""

    key: str
    run: int | None
    at: str | None
    causes: list[str]
    changes: list[Change]
    text: list[str]


def history(db: sqlite3.Connection, key: str) -> History | None:
    """Return the history of a document or decision key, None where there is no such key."""
    document, decision = _find(db, key)
    if document is None:
        return None
    number = document["id"]
    return History(
        key=key,
        document=document["key"],
        title=decision["title"] if decision else document["title"],
        council=document["council"],
        first_seen=document["first_seen"],
        last_changed=document["changed"],
        addresses=[Address(*row) for row in db.execute(_ADDRESSES, (number,))],
        versions=[
            Version(v["sha256"], v["first_seen"], v["replaced"], v["last_run_id"], len(v["text"]))
            for v in db.execute(_VERSIONS, (number,))
        ],
        changes=_changes(db, document, key.removeprefix(document["key"]) if decision else None),
    )


def _find(db: sqlite3.Connection, key: str) -> tuple[sqlite3.Row | None, sqlite3.Row | None]:
    """Return the document of a key, and the decision where it is a decision's."""
    decision = db.execute(
        "SELECT x.key, x.title, d.key AS document FROM decisions x "
        "JOIN documents d ON d.id = x.document_id WHERE x.key = ?",
        (key,),
    ).fetchone()
    whose = decision["document"] if decision else key
    return db.execute(_DOCUMENT, (whose,)).fetchone(), decision


def _changes(db: sqlite3.Connection, document: sqlite3.Row, only: str | None) -> list[Change]:
    since: dict[tuple[str, str, str | None], str | None] = {}
    found = []
    for row in db.execute(_CHANGES, (document["id"],)):
        name = row["row_key"]
        if only is not None and only not in name.split(" | "):
            continue
        place = (row["table_name"], name, row["column_name"])
        old_from = since.get(place, document["first_seen"]) if row["old"] is not None else None
        since[place] = row["at"]
        found.append(
            Change(
                row["run_id"], row["at"], row["cause"], row["table_name"], name,
                row["column_name"], row["old"], old_from, row["new"],
            )
        )  # fmt: skip
    return found


def difference(db: sqlite3.Connection, key: str, run: int | None = None) -> Difference | None:
    """Return what a run changed in a document or decision: by default the last run that did.

    None where there is no such key; without changes the difference is empty.
    """
    known = history(db, key)
    if known is None:
        return None
    runs = [c.run for c in known.changes] + [v.replaced_by_run for v in known.versions]
    which = run if run is not None else max((r for r in runs if r is not None), default=None)
    changes = [c for c in known.changes if c.run == which and which is not None]
    at = next((c.at for c in changes), None)
    if at is None and which is not None:
        row = db.execute("SELECT started_at FROM runs WHERE id = ?", (which,)).fetchone()
        at = row["started_at"] if row else None
    causes = list(dict.fromkeys(c.cause for c in changes))
    return Difference(key, which, at, causes, changes, _texts(db, known, which))


def _texts(db: sqlite3.Connection, known: History, run: int | None) -> list[str]:
    """Return the lines by which the text of a page differs after a run that replaced it."""
    document = db.execute(
        "SELECT id, text FROM documents WHERE key = ?", (known.document,)
    ).fetchone()
    stored = list(db.execute(_VERSIONS, (document["id"],)))
    texts = [*(row["text"] for row in stored), document["text"]]
    for row, after in zip(stored, texts[1:], strict=True):
        if run is not None and row["last_run_id"] == run:
            return compared(row["text"], after)
    return []


def compared(before: str, after: str) -> list[str]:
    """Return the lines that went (-) and came (+), with where they stood.

    >>> compared("a\\nb\\nc", "a\\nB\\nc")
    ['@@ -2 +2 @@', '-b', '+B']
    """
    old, new = before.split("\n"), after.split("\n")
    if max(len(old), len(new)) > _LINES:
        return _ends(old, new)
    lines = difflib.unified_diff(old, new, lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++"))]


def _ends(old: list[str], new: list[str]) -> list[str]:
    """Compare long texts from both ends: where they begin and cease to differ."""
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    first = min(len(old), len(new)) if first is None else first
    most = min(len(old), len(new)) - first
    last = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    gone, come = len(old) - last - first, len(new) - last - first
    return [f"@@ -{first + 1},{gone} +{first + 1},{come} @@ too long to be compared line by line"]


def as_json(found: History | Difference) -> str:
    """Return a history or difference as one line of JSON."""
    return json.dumps(asdict(found), ensure_ascii=False)


def told(found: History) -> Iterator[str]:
    """Yield a history in words."""
    yield safe(found.title or "(no title)")
    yield dim(safe(f"{found.council or 'council not known'} · {found.key}"))
    yield safe(f"first seen {_day(found.first_seen)}, last changed {_day(found.last_changed)}")
    yield ""
    yield "Addresses"
    for address in found.addresses:
        gone = f"  (gone since {_day(address.gone)})" if address.gone else ""
        yield safe(f"  {address.path}" + (f"  {address.url}" if address.url else "") + gone)
    if found.versions:
        yield ""
        yield "Older versions"
    for n, version in enumerate(found.versions, 1):
        yield safe(
            f"  {n}  {_day(version.first_seen)} to {_day(version.replaced)}  "
            f"{version.characters} characters  sha256 {version.sha256[:12]}…"
        )
    yield from _by_run(found.changes)


def differs(found: Difference) -> Iterator[str]:
    """Yield a difference in words."""
    if not found.changes and not found.text:
        where = f" in run {found.run}" if found.run is not None else ""
        yield f"{safe(found.key)}: nothing has changed{where}"
        return
    yield from list(_by_run(found.changes))[1:]
    if found.text:
        yield ""
        yield f"The text, as run {found.run} of {_day(found.at)} found it"
    yield from (f"  {safe(line)}" for line in found.text)


def _by_run(changes: list[Change]) -> Iterator[str]:
    at: tuple[int | None, str] | None = None
    row: tuple[str, str] | None = None
    for change in changes:
        if at != (change.run, change.cause):
            at, row = (change.run, change.cause), None
            yield ""
            yield f"Run {change.run}, {_day(change.at)}: {_CAUSES.get(change.cause, change.cause)}"
        if row != (change.table, change.row):
            row = (change.table, change.row)
            yield safe(f"  {change.table} · {change.row}")
        yield from (f"    {line}" for line in _said(change))


def _said(change: Change) -> Iterator[str]:
    if change.column is None:
        come = change.new is not None
        yield safe(f"{'new: ' if come else 'gone: '}{_short(change.new if come else change.old)}")
        return
    yield safe(f"{change.column}: {_short(change.old)} → {_short(change.new)}")
    yield dim(
        safe(f"as before since {_day(change.old_from)}") if change.old_from else "not said before"
    )


def _day(moment: str | None) -> str:
    return moment[:10] if moment else "an unknown day"


def _short(words: str | None, most: int = 300) -> str:
    if words is None:
        return "nothing"
    plain = " ".join(words.split())
    return f"“{plain if len(plain) <= most else plain[: most - 1] + '…'}”"
