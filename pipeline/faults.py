"""What a disk or SQLite refuses, in words that say what to do; their own words stay in brackets."""

import errno
import sqlite3
from pathlib import Path

HEAD = b"SQLite format 3\0"
_COPY = "go back to a copy, or ingest the files into a new database"
# What SQLite says, what it means, what to do.
_SQLITE = (
    ("malformed", "the database is damaged", _COPY),
    ("disk is full", "the disk is full", "what was stored stays; make room and run again"),
    ("disk I/O error", "the disk failed", "what was stored stays; see to the disk and run again"),
    ("readonly database", "the database may not be written", "change who may write to it"),
    ("unable to open", "the database cannot be opened", "see who may read its file and folder"),
    ("locked", "another program holds the database", "close that program and run again"),
)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


def said(error: OSError | sqlite3.Error) -> str:
    """Return an error for a person: what is the matter, and what to do about it.

    >>> said(sqlite3.OperationalError("database or disk is full"))
    'the disk is full (database or disk is full); what was stored stays; make room and run again'
    >>> said(OSError(errno.ENOSPC, "No space left on device"))
    'the disk is full (No space left on device); make room and run again'
    """
    if isinstance(error, OSError):
        words = error.strerror or str(error)
        if error.errno in _FULL:
            return f"the disk is full ({words}); make room and run again"
        return f"may not be written ({words})" if error.errno in _READ_ONLY else words
    words = str(error)
    for part, meaning, advice in _SQLITE:
        if part in words:
            return f"{meaning} ({words}); {advice}"
    return words


def damage(file: Path, application: int, words: str) -> str | None:
    """Return what is wrong with a file that says it is a database of ours, None for another."""
    try:
        with file.open("rb") as handle:
            head = handle.read(100)
        size = file.stat().st_size
    except OSError:
        return None
    if len(head) < 100 or not head.startswith(HEAD) or _number(head[68:72]) != application:
        return None
    lost = _number(head[28:32]) * (_number(head[16:18]) or 1) - size
    how = f": {lost:,} bytes of it are missing" if lost > 0 else ""
    return f"the database is damaged ({words}){how}; {_COPY}"


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
