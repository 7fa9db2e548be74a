"""The searches that somebody saved: a YAML file, read strictly, every mistake named."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from pipeline import exits
from pipeline.days import is_day, wrong_day
from pipeline.find import Entry, Wanted

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")  # a file's name on every system
_PARTS = {
    "words": "words", "council": "council", "supplier": "supplier", "action": "action",
    "money": "money", "from": "since", "to": "until",
}  # fmt: skip
_MOST_BYTES, _MOST_SEARCHES = 1_000_000, 1_000


class CannotFeed(Exception):
    """Why there are no feeds, with the exit code that says so."""

    def __init__(self, message: str, code: int = exits.USAGE) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Search:
    """A saved search: the name of its files, its title, what it looks for."""

    name: str
    title: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Plan:
    """All searches of a file; `link` is the address at which the feeds' folder is published."""

    title: str
    link: str | None
    searches: tuple[Search, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """An entry of a feed: what was found, its page's address, when it was first found (UTC)."""

    entry: Entry
    url: str | None
    added: str


def read(file: Path) -> Plan:
    """Return the searches of a file. Raises CannotFeed naming file, search and mistake."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise CannotFeed(f"{file}: larger than a megabyte")
        found = yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise CannotFeed(f"{file}: {error.strerror}", exits.IO) from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise CannotFeed(f"{file}: not YAML: {' '.join(str(error).split())}") from error
    try:
        return _plan(found)
    except ValueError as error:
        raise CannotFeed(f"{file}: {error}") from error


def _plan(found: Any) -> Plan:
    said = _known(found, {"title", "link", "searches"}, "the file")
    many = said.get("searches")
    if not isinstance(many, list) or not 0 < len(many) <= _MOST_SEARCHES:
        raise ValueError("`searches` must be a list of 1 to 1,000 searches")
    searches = tuple(_search(one, at) for at, one in enumerate(many, 1))
    names = [search.name for search in searches]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise ValueError(f"two searches are called {twice}")
    link = _text(said.get("link"), "link")
    if link and not link.startswith(("http://", "https://")):
        raise ValueError("`link` must begin with https:// or http://")
    return Plan(_text(said.get("title"), "title") or "Minutebook", link, searches)


def _search(found: Any, at: int) -> Search:
    said = _known(found, {"name", "title", *_PARTS}, f"search {at}")
    name = _text(said.get("name"), "name")
    if not name or not _NAME.fullmatch(name) or name == "state":
        raise ValueError(f"search {at}: `name` must be letters a to z, figures and hyphens")
    parts = {_PARTS[k]: _text(said[k], f"{k} of {name}") for k in _PARTS if said.get(k) is not None}
    if not parts:
        raise ValueError(f"search {name} looks for nothing: give one of {', '.join(_PARTS)}")
    for day in (parts.get("since"), parts.get("until")):
        if day and not is_day(day):
            raise ValueError(f"search {name}: {wrong_day(day)}")
    parts["words"] = parts.get("words") or ""
    return Search(name, _text(said.get("title"), "title") or name, Wanted(**parts))  # type: ignore[arg-type]


def _known(found: Any, names: set[str], where: str) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise ValueError(f"{where} must be names with values")
    unknown = [str(name) for name in found if name not in names]
    if unknown:
        raise ValueError(f"{where} has {unknown[0]}, which is none of {', '.join(sorted(names))}")
    return found


def _text(value: Any, what: str) -> str | None:
    """Return a value as text; YAML reads 2024-05-01 as a day and 2024 as a number."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise ValueError(f"`{what}` must be words")
    said = value.isoformat() if isinstance(value, date) else str(value)
    if len(said) > 500:
        raise ValueError(f"`{what}` is longer than 500 characters")
    return said
