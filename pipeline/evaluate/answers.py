"""Whether an answer file can be scored: what it lacks is told by its name, before any work."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.exits import USAGE
from pipeline.stop import Stop

# What each entry of a family needs; all else may be left out and is then not scored.
_NEEDED: Mapping[str, str] = {
    "recommendations": "text",
    "amounts": "pence",
    "savings": "pence",
    "percentages": "value",
}
_OBJECTS = (*_NEEDED, "decisions", "kpis", "contacts")
_NAMES = ("suppliers", "maybe_suppliers", "people", "recall_only")


def check(answers: Path) -> None:
    """Raise Stop, naming the file, where an answer file of a folder cannot be scored."""
    files = sorted(answers.rglob("*.json"))
    if not files:
        raise Stop(f"{answers}: no answers (*.json) in it", USAGE)
    for file in files:
        try:
            said = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise Stop(f"{file}: {error}", USAGE) from error
        if not isinstance(said, dict) or not isinstance(said.get("source"), str):
            raise Stop(f"{file}: not an object with a source", USAGE)
        for fault in faults(said):
            raise Stop(f"{file}: {fault}", USAGE)


def faults(said: Mapping[str, Any]) -> Iterator[str]:
    """Yield what keeps the families of an answer from being scored.

    >>> list(faults({"amounts": [{"quote": "£5"}], "people": "Ann Lee", "kpis": []}))
    ['amounts, entry 1: no "pence"', 'people: not a list of strings']
    """
    for family in _OBJECTS:
        yield from _entries(family, said.get(family, []), _NEEDED.get(family))
    for family in _NAMES:
        names = said.get(family, [])
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            yield f"{family}: not a list of strings"
    decisions = said.get("decisions", [])
    for at, one in enumerate(decisions if isinstance(decisions, list) else (), 1):
        if isinstance(one, dict):
            of = f"decisions, entry {at}, "
            yield from _entries(f"{of}resolutions", one.get("resolutions", []), "text")
            yield from _entries(f"{of}votes", one.get("votes", []), None)


def _entries(family: str, entries: object, needed: str | None) -> Iterator[str]:
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        yield f"{family}: not a list of objects"
        return
    for at, entry in enumerate(entries, 1):
        if needed and needed not in entry:
            yield f'{family}, entry {at}: no "{needed}"'
