"""Saved searches as feeds: what is new since the last run, kept in the folder of the feeds.

The folder's `state.json` knows the keys that were seen; words are read from the database anew each
time, so what was taken out of it is out of the feeds with the next run. Files are replaced whole,
the state last: a run that is stopped tells its news again, and loses none.
"""

import fcntl
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline import exits
from pipeline.feeds import write as feed_write
from pipeline.feeds.searches import CannotFeed, Plan, Saved, Search
from pipeline.find import Match, entries, matches

STATE = "state.json"
_SHOWN = 100  # entries of a feed
_MOST = 100_000  # rows of a search that are looked at, newest first
_MOST_DATED = 5_000  # decisions of a search whose dates go into its calendar


@dataclass(frozen=True, slots=True)
class News:
    """What one search gave: how many decisions are new, and whether it was cut."""

    name: str
    new: int
    is_cut: bool


def feed(db: sqlite3.Connection, plan: Plan, out: Path, now: datetime | None = None) -> list[News]:
    """Bring the feeds of a folder up to date and return what is new in each search.

    Raises CannotFeed where another run is at work or the state is not ours, OSError where the
    disk refuses.
    """
    at = (now or datetime.now(UTC)).replace(microsecond=0)
    out.mkdir(parents=True, exist_ok=True)
    with _alone(out):
        state = _state(out / STATE)
        told = []
        db.execute("begin")  # all searches see the same moment
        try:
            for search in plan.searches:
                own = _Search(db, plan, search, state.setdefault(search.name, {}))
                told.append(own.run(out, at.isoformat().replace("+00:00", "Z")))
        finally:
            db.rollback()
        saved = json.dumps({"version": 1, "searches": state}, ensure_ascii=False, indent=1)
        _put(out / STATE, saved.encode() + b"\n")
    return told


class _Search:
    """One search in one run."""

    def __init__(
        self, db: sqlite3.Connection, plan: Plan, search: Search, state: dict[str, Any]
    ) -> None:
        self._db, self._plan, self._search, self._state = db, plan, search, state

    def run(self, out: Path, now: str) -> News:
        """Write the search's files and return what is new."""
        found = matches(self._db, self._search.wanted, _MOST)
        keys = _keys(self._db, found)
        seen = set(self._state.get("seen", ()))
        new = [key for key in keys if _mark(key) not in seen]
        shown = [[key, now] for key in new]
        shown += [pair for pair in self._state.get("shown", ()) if pair[0] in keys]
        shown = shown[:_SHOWN]
        self._state["seen"] = sorted(seen | {_mark(key) for key in new})
        self._state["shown"] = shown
        self._write(out, self._entries(found, keys, shown), found)
        return News(self._search.name, len(new), len(found) == _MOST)

    def _entries(
        self, found: list[Match], keys: dict[str, int], shown: list[list[str]]
    ) -> list[Saved]:
        """Return the entries to show, words and address read anew."""
        whose = {keys[key] for key, _ in shown}
        wanted = replace(self._search.wanted, limit=len(shown), skip=0, is_covered=True)
        own = entries(self._db, wanted, [m for m in found if m.entry in whose])
        by_key = {entry.key: entry for entry in own}
        return [Saved(by_key[key], self._address(key), at) for key, at in shown if key in by_key]

    def _address(self, key: str) -> str | None:
        row = self._db.execute(
            "select o.url from documents o where o.key = :key or o.id = "
            "(select document_id from decisions where key = :key)",
            {"key": key},
        ).fetchone()
        return row[0] if row else None

    def _write(self, out: Path, saved: list[Saved], found: list[Match]) -> None:
        name, title = self._search.name, self._search.title
        decisions = list(dict.fromkeys(m.decision for m in found if m.decision))[:_MOST_DATED]
        rows = self._db.execute(feed_write.DATES, {"decisions": json.dumps(decisions)})
        _put(out / f"{name}.atom", feed_write.atom(self._plan, name, title, saved))
        _put(out / f"{name}.json", feed_write.json_feed(self._plan, name, title, saved))
        _put(out / f"{name}.ics", feed_write.calendar(title, rows))


def _keys(db: sqlite3.Connection, found: list[Match]) -> dict[str, int]:
    """Return the keys of what was found, newest first, and the entry of each."""
    entries_ = list(dict.fromkeys(match.entry for match in found))
    named: dict[int, str] = {}
    for table, sign in (("decisions", 1), ("documents", -1)):
        wanted = json.dumps([entry * sign for entry in entries_ if entry * sign > 0])
        sql = f"select id, key from {table} where id in (select value from json_each(?))"  # noqa: S608
        named |= {row_id * sign: key for row_id, key in db.execute(sql, (wanted,))}
    return {named[entry]: entry for entry in entries_ if entry in named}


def _mark(key: str) -> str:
    """Return what the state keeps of a key that was seen."""
    return sha256(key.encode()).hexdigest()[:16]


def _state(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    try:
        found = json.loads(text)["searches"]
        return {
            str(name): {
                "seen": [str(mark) for mark in one["seen"]],
                "shown": [[str(key), str(at)] for key, at in one["shown"]],
            }
            for name, one in found.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotFeed(f"{file}: not the state of earlier feeds; move it away") from error


def _put(file: Path, data: bytes) -> None:
    """Replace a file whole; one that would stay the same is left as it is."""
    try:
        if file.read_bytes() == data:
            return
    except FileNotFoundError:
        pass
    part = file.with_name(f".{file.name}.part")
    with part.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    os.replace(part, file)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Let one run at a time write to a folder; the system frees the lock of a run that died."""
    with (out / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CannotFeed(f"{out}: another run is writing", exits.BUSY) from error
        yield
