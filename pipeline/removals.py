"""What is to be kept out of the database: a list of keys and words, applied on every ingest.

The list is `removals.csv` beside the database or in the folder above it. A document's key keeps the
whole document out; a decision's key its words and every row that stands on them; words are covered
by `█` wherever they stand, and rows that only name them are left out. Offsets stay as they are, so
every quote that is left still stands where it says.
"""

import csv
import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from pipeline import identity
from pipeline.exits import IO, USAGE
from pipeline.paths import shown
from pipeline.stop import Stop
from pipeline.wire import Answer, Values, references_of
from schemas.shapes import columns_of

FILE = "removals.csv"
COVER = "█"
_HEAD = ["key", "text", "reason"]
_LEAST = 5  # letters and figures of words to cover: fewer would cover half a page
_UNSEEN = re.compile(r"\S")  # what is covered, one sign at a time
_PAGE = ("title", "url")  # words of a page beside its text
_NAMES = frozenset("rule table_name column_name".split())  # words of ours, not of a page
# Rows that say no more than a name: gone with it. In all others the words are covered.
_NAMING = frozenset(
    "people mentions attendance declarations vote_positions evidence links attachments".split()
)


@dataclass(frozen=True, slots=False)
class Removals:
    """What is kept out: keys of documents and decisions, and words as they were written."""

    keys: frozenset[str] = frozenset()
    texts: tuple[str, ...] = ()
    source: str = ""

    def __bool__(self) -> bool:
        return bool(self.keys or self.texts)

    @cached_property
    def mark(self) -> str:
        """Return what the list is known by: files are read again when it has changed."""
        if not self:
            return ""
        said = "\n".join([*sorted(self.keys), "", *sorted(self.texts)])
        return f":{hashlib.sha256(said.encode()).hexdigest()[:16]}"

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Return what finds the words, whatever their case and white space."""
        ways = (r"\s+".join(map(re.escape, text.split())) for text in self.texts)
        found = "|".join(sorted(ways, key=lambda way: (-len(way), way)))
        return re.compile(found, re.IGNORECASE) if found else None

    def covered(self, words: str) -> str:
        """Return words with those of the list covered, as long as they were."""
        return self.pattern.sub(_cover, words) if self.pattern else words

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where words of the list stand."""
        return [found.span() for found in self.pattern.finditer(text)] if self.pattern else []


def _cover(found: re.Match[str]) -> str:
    return _UNSEEN.sub(COVER, found[0])


class _Places:
    """Places in a text, put together where they share a sign, so that one look-up finds any."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._stops: list[int] = []
        for start, stop in sorted(spans):
            if self._stops and start <= self._stops[-1]:
                self._stops[-1] = max(self._stops[-1], stop)
            elif start < stop:
                self._starts.append(start)
                self._stops.append(stop)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def meet(self, start: int | None, stop: int | None) -> bool:
        """Tell whether a span shares a sign with one of these, an empty one as its place."""
        if start is None or stop is None:
            return False
        at = bisect_left(self._starts, max(stop, start + 1)) - 1
        return at >= 0 and start < self._stops[at]

    def cover(self, text: str) -> str:
        """Return a text with these places covered, as long as it was."""
        pieces, last = [], 0
        for start, stop in zip(self._starts, self._stops, strict=True):
            pieces += [text[last:start], _UNSEEN.sub(COVER, text[start:stop])]
            last = stop
        return "".join([*pieces, text[last:]])


NONE = Removals()


def beside(db: str | Path) -> Removals:
    """Return the list that belongs to a database; an empty one where there is no file.

    Raises Stop naming the file and line of a mistake: nothing may be let in by a typing error.
    """
    folder = Path(db).absolute().parent
    files = [at / FILE for at in (folder, folder.parent) if (at / FILE).is_file()]
    return read(files[0]) if files else NONE


def read(file: Path) -> Removals:
    """Return the list of a file. Raises Stop naming the line of a mistake."""
    name = shown(str(file))
    try:
        with file.open(encoding="utf-8-sig", newline="") as source:
            return _listed(source, name)
    except OSError as error:
        raise Stop(f"{name}: {error.strerror}", IO) from error
    except UnicodeDecodeError as error:
        raise Stop(f"{name}: not UTF-8", USAGE) from error


def _listed(lines: Iterable[str], name: str) -> Removals:
    keys: set[str] = set()
    texts: list[str] = []
    rows = csv.reader(lines, strict=True)
    try:
        for at, row in enumerate(rows):
            if at == 0 and [word.strip() for word in row] != _HEAD:
                raise ValueError(f"the first line must be {','.join(_HEAD)}")
            if at == 0 or not row:
                continue
            key, text = _line([word.strip() for word in row])
            keys |= {key} if key else set()
            texts += [text] if text else []
    except UnicodeDecodeError:
        raise
    except (ValueError, csv.Error) as error:
        raise Stop(f"{name}, line {max(rows.line_num, 1)}: {error}", USAGE) from error
    return Removals(frozenset(keys), tuple(dict.fromkeys(texts)), name)


def _line(row: list[str]) -> tuple[str, str]:
    """Return the key or words of a line. Raises ValueError saying what is wrong with it."""
    if len(row) != len(_HEAD):
        raise ValueError(f"{len(row)} fields in place of key, text and reason")
    key, text, reason = row
    if bool(key) == bool(text):
        raise ValueError("give a key or a text, one of the two")
    if not reason:
        raise ValueError("a reason is missing")
    if key and "/" not in key:
        raise ValueError(f"{shown(key)} is not the key of a document or decision")
    if text and sum(c.isalnum() for c in text) < _LEAST:
        raise ValueError(f"a text needs {_LEAST} letters or figures, or it covers too much")
    return key, text


def kept(answer: Answer, document: str, removed: Removals) -> Answer | None:
    """Return what is left of an answer, None where nothing of the document may stay.

    `document` is its key; the decisions' keys are made from it.
    """
    if not removed:
        return answer
    if document in removed.keys:
        return None
    decisions = answer.rows.get("decisions", [])
    keys = answer.keys or tuple(identity.decision_keys(document, decisions))
    ids = {row["id"] for row, key in zip(decisions, keys, strict=True) if key in removed.keys}
    gone = _of_decisions(answer, ids)
    named = _Places(removed.spans(answer.page["text"]))
    if not gone and not named and not _says(answer, removed):
        return answer
    return _without(_unlisted(replace(answer, keys=keys), ids), removed, gone, named)


def _of_decisions(answer: Answer, ids: set[int]) -> _Places:
    """Return where decisions stand, with the words that are theirs alone, such as the title."""
    own: list[tuple[int, int]] = []
    shared: list[tuple[int, int]] = []
    for row in answer.rows.get("evidence", []):
        if row["table_name"] == "decisions":
            place = (row["start"], row["stop"])
            (own if row["row_id"] in ids else shared).append(place)
    stand = [(r["start"], r["stop"]) for r in answer.rows.get("decisions", []) if r["id"] in ids]
    others = _Places(shared)
    return _Places(stand + [(a, b) for a, b in own if not others.meet(a, b)])


def _unlisted(answer: Answer, ids: set[int]) -> Answer:
    """Return an answer without the rows of decisions: their own, and what is said of them."""
    rows = {
        table: [
            row | {"_gone": True}
            if (row["id"] in ids if table == "decisions" else row.get("decision_id") in ids)
            else row
            for row in found
        ]
        for table, found in answer.rows.items()
    }
    return replace(answer, rows=rows)


def _says(answer: Answer, removed: Removals) -> bool:
    values = (answer.page["title"], answer.page["url"])
    return any(value and removed.covered(value) != value for value in values)


def _without(answer: Answer, removed: Removals, gone: _Places, named: _Places) -> Answer:
    text = named.cover(gone.cover(answer.page["text"]))
    rows = {
        table: [row if _stays(table, row, gone, named) else None for row in found]
        for table, found in answer.rows.items()
    }
    covered = {name: _bare(answer.page[name], removed) for name in _PAGE}
    page = answer.page | covered | {"text": text}
    if page["url"] != answer.page["url"]:
        page["url"] = None  # an address with signs in it leads nowhere
    issues = [
        issue | {"message": removed.covered(issue["message"])}
        for issue in answer.issues
        if not any(places.meet(issue["start"], issue["stop"]) for places in (gone, named))
    ]
    stay = rows.get("decisions", [])
    left = _renumbered(rows)
    # Numbered anew, one of two alike would take the key of the one that is out.
    keys = tuple(key for key, row in zip(answer.keys, stay, strict=True) if row is not None)
    for table, found in left.items():
        for row in found:
            _cover_row(table, row, removed, text)
    return replace(answer, page=page, rows=left, issues=issues, keys=keys)


def _stays(table: str, row: Values, gone: _Places, named: _Places) -> bool:
    """Tell whether a row stays: it stands on nothing removed, and says more than a name."""
    if row.get("_gone") or gone.meet(row["start"], row["stop"]):
        return False
    return table not in _NAMING or not named.meet(row["start"], row["stop"])


def _renumbered(rows: dict[str, list[Values | None]]) -> dict[str, list[Values]]:
    """Return the rows that stay, numbered from 1 without gaps; what pointed to others is NULL.

    A row that cannot be without what it pointed to goes too.
    """
    while True:
        there = {
            table: {n for n, row in enumerate(found, 1) if row is not None}
            for table, found in rows.items()
        }
        lost = [
            (table, n)
            for table, found in rows.items()
            for n, row in enumerate(found)
            if row is not None and _hangs(table, row, there)
        ]
        if not lost:
            break
        for table, n in lost:
            rows[table][n] = None
    numbers = {
        table: {old: new for new, old in enumerate(sorted(ids), 1)} for table, ids in there.items()
    }
    return {
        table: [_pointing(table, row, numbers) for row in found if row is not None]
        for table, found in rows.items()
    }


def _needed(table: str) -> set[str]:
    return {shape.name for shape in columns_of(table) if not shape.optional}


def _hangs(table: str, row: Values, there: dict[str, set[int]]) -> bool:
    """Tell whether a row points, where it must point, to one that has gone."""
    if table == "evidence":
        return row["row_id"] not in there.get(row["table_name"], ())
    needed = _needed(table)
    return any(
        name in needed and row[name] not in there.get(target, ())
        for name, target in references_of(table)
    )


def _pointing(table: str, row: Values, numbers: dict[str, dict[int, int]]) -> Values:
    found = row | {"id": numbers[table][row["id"]]}
    for name, target in references_of(table):
        if row[name] is not None:
            found[name] = numbers.get(target, {}).get(row[name])
    if table == "evidence":
        found["row_id"] = numbers[row["table_name"]][row["row_id"]]
    return found


def _cover_row(table: str, row: Values, removed: Removals, text: str) -> None:
    """Cover the words in a row's own values; its quote is what the text has there now."""
    for name in _worded(table):
        row[name] = _bare(row[name], removed)
    if "quote" in row:
        row["quote"] = text[row["start"] : row["stop"]]


@cache
def _worded(table: str) -> tuple[str, ...]:
    """Return the columns that hold words of the page: no closed list, no name of ours."""
    return tuple(
        shape.name
        for shape in columns_of(table)
        if shape.kind is str and not shape.meaning.allowed and shape.name not in _NAMES
    )


def _bare(value: object, removed: Removals) -> object:
    return removed.covered(value) if isinstance(value, str) else value
