"""What people ruled about names of organisations: `organisations.csv`, applied on every ingest.

The file stands beside the database or in the folder above it. A line says that two names are one
(`merge`), that two never are (`split`), what an organisation is called (`rename`), or that it is no
supplier (`not_supplier`). The file is read anew each time, so its lines outlive every re-ingest,
and a line that is taken out has no effect any more.
"""

import csv
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.organisations import legal
from pipeline.book import Book
from pipeline.exits import IO, USAGE
from pipeline.paths import shown
from pipeline.stop import Stop

if TYPE_CHECKING:
    from _csv import Reader

FILE = "organisations.csv"
_HEAD = ["action", "name", "other", "reason"]
_TWO = ("merge", "split", "rename")
_ACTIONS = (*_TWO, "not_supplier")


@dataclass(slots=True)
class Rulings:
    """The lines of a file, by folded names.

    merged: a name to the one it is; apart: pairs that are never one; alone: spellings that are one
    organisation by themselves; called: a name to what it is to be called; no_suppliers: names.
    """

    merged: dict[str, str] = field(default_factory=dict)
    apart: set[frozenset[str]] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)
    called: dict[str, str] = field(default_factory=dict)
    no_suppliers: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)  # how the file prints a folded name
    mark: str = ""

    def one(self, key: str) -> str:
        """Return the folded name that a folded name is merged into, itself where it is not."""
        while key in self.merged:  # `_merge` lets no ring in
            key = self.merged[key]
        return key


def beside(db: str | Path) -> Rulings:
    """Return the rulings that belong to a database; none where there is no file.

    Raises Stop naming the file and line of a mistake.
    """
    folder = Path(db).absolute().parent
    files = [at / FILE for at in (folder, folder.parent) if (at / FILE).is_file()]
    return read(files[0]) if files else Rulings()


def of(book: Book) -> Rulings:
    """Return the rulings that belong to an open database."""
    return beside(book.file) if book.file else Rulings()


def read(file: Path) -> Rulings:
    """Return the rulings of a file. Raises Stop naming the line of a mistake."""
    name = shown(str(file))
    try:
        data = file.read_bytes()
        lines = data.decode("utf-8-sig").splitlines(keepends=True)
    except OSError as error:
        raise Stop(f"{name}: {error.strerror}", IO) from error
    except UnicodeDecodeError as error:
        raise Stop(f"{name}: not UTF-8", USAGE) from error
    found = _listed(csv.reader(lines, strict=True), name)
    found.mark = hashlib.sha256(data).hexdigest()[:16]
    return found


def _listed(rows: "Reader", name: str) -> Rulings:
    found = Rulings()
    try:
        for at, row in enumerate(rows):
            if at == 0 and [word.strip() for word in row] != _HEAD:
                raise ValueError(f"the first line must be {','.join(_HEAD)}")
            if at and row:
                _take(found, [word.strip() for word in row])
    except (ValueError, csv.Error) as error:
        raise Stop(f"{name}, line {max(rows.line_num, 1)}: {error}", USAGE) from error
    return found


def _take(found: Rulings, row: list[str]) -> None:
    """Add one line. Raises ValueError saying what is wrong with it."""
    if len(row) != len(_HEAD):
        raise ValueError(f"{len(row)} fields in place of action, name, other and reason")
    action, name, other, reason = row
    if action not in _ACTIONS:
        raise ValueError(f"{shown(action)} is none of {', '.join(_ACTIONS)}")
    if not name or bool(other) != (action in _TWO):
        raise ValueError(f"{action} needs {'two names' if action in _TWO else 'one name'}")
    if not reason:
        raise ValueError("a reason is missing")
    key, second = legal.key(name), legal.key(other)
    found.names.setdefault(key, name)
    if action == "merge":
        _merge(found, key, second)
    elif action == "split":
        _split(found, key, second, other)
    elif action == "rename":
        found.called[key] = other
    else:
        found.no_suppliers.add(key)


def _merge(found: Rulings, key: str, second: str) -> None:
    if key == second:
        raise ValueError("these are one name already")
    if frozenset((key, second)) in found.apart:
        raise ValueError("an earlier line splits these two")
    if found.merged.get(second, key) != key:
        raise ValueError("the second name is merged into another by an earlier line")
    if found.one(key) == second:
        raise ValueError("an earlier line merges these two the other way round")
    found.merged[second] = key
    if any(len({found.one(name) for name in pair}) == 1 for pair in found.apart):
        raise ValueError("with earlier lines this joins two that one of them splits")


def _split(found: Rulings, key: str, second: str, other: str) -> None:
    if key == second:
        found.alone.add(" ".join(other.split()))
    elif second in (found.one(key), found.merged.get(key)) or found.one(second) == found.one(key):
        raise ValueError("an earlier line merges these two")
    else:
        found.apart.add(frozenset((key, second)))
