"""What makes a page, a version and a decision the same one: keys, hashes, the rules' fingerprint.

Nothing here depends on run, machine, workers or the order of files.
"""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from pipeline import trained

# Whatever shapes a row: the shapes, the rules with their vocabularies, readers, what is derived.
_OURS = ("readers", "derive", "extract.py", "trained.py")
_RULES = (("schemas", ""), ("extractors", ""), *(("pipeline", part) for part in _OURS))
_WORD = re.compile(r"\w+")
_SOURCES = (".py", ".txt", ".csv", ".toml", ".json", ".model")


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def version(text: str) -> str:
    """Return the hash of a text as read: composed characters, one blank for white space.

    >>> version("a  b\\n") == version("a\\u00a0b")
    True
    """
    return digest(" ".join(unicodedata.normalize("NFC", text).split()).encode())


@cache
def rules() -> str:
    """Return the fingerprint of all that turns bytes into rows, computed once."""
    whole = hashlib.sha256(b"" if trained.are_on() else b"models off")
    for package, part in _RULES:
        top = files(package)
        for name, source in _sources(top / part if part else top, f"{package}/{part}"):
            whole.update(f"{name}\0{digest(source)}\n".encode())
    return whole.hexdigest()[:16]


def _sources(at: Traversable, name: str) -> Iterable[tuple[str, bytes]]:
    if at.is_file():
        if name.endswith(_SOURCES):
            yield name, at.read_bytes()
        return
    if not at.is_dir() or at.name == "__pycache__":
        return
    for inner in sorted(at.iterdir(), key=lambda i: i.name):
        yield from _sources(inner, f"{name}/{inner.name}")


def inputs(option: str | None, told: tuple[tuple[str, str], ...], folder: str | None) -> str:
    """Return what a file was read with: the rules, and what named its council beside its bytes."""
    said = json.dumps([option, told, folder], ensure_ascii=False)
    return f"{rules()}:{digest(said.encode())[:16]}"


def same_rules(a: str | None, b: str) -> bool:
    """Tell whether two inputs were of one set of rules."""
    return (a or "").partition(":")[0] == b.partition(":")[0]


def folded(words: str | None) -> str:
    """Return words for comparison: case, punctuation and white space do not count.

    >>> folded("Agreed:  the Budget & plan!") == folded("agreed the budget and plan")
    True
    """
    plain = unicodedata.normalize("NFKC", words or "").casefold().replace("&", " and ")
    return " ".join(_WORD.findall(plain))


def document_key(council: str | None, page_id: str | None, path: str) -> str:
    """Return a page's key: its council and page id where both are known, else its path.

    Page ids count from 1 on every council's site, so without the council they name nothing.

    >>> document_key("leeds", "ieDecisionDetails/12", "a/b.html"), document_key(None, None, "b.txt")
    ('leeds/ieDecisionDetails/12', '-/file/b.txt')
    """
    own = page_id if council and page_id else f"file/{path}"
    return f"{council or '-'}/{own}"


def is_path_key(key: str) -> bool:
    """Tell whether a page's key was made from its path."""
    return key.partition("/")[2].startswith("file/")


def decision_keys(document: str, decisions: Iterable[dict[str, Any]]) -> list[str]:
    """Return the keys of a page's decisions: by entry id, else number, else position.

    >>> decision_keys("d", [{"entry_id": "7", "number": "1", "position": 1},
    ...   {"entry_id": None, "number": "84.", "position": 2},
    ...   {"entry_id": "7", "number": None, "position": 3}])
    ['d#7', 'd#no84.', 'd#7~2']
    """
    keys: list[str] = []
    met: Counter[str] = Counter()
    for row in decisions:
        number = row["number"] or row.get("item_number")
        own = row["entry_id"] or (f"no{number}" if number else f"at{row['position']}")
        key = f"{document}#{' '.join(own.split())}"
        met[key] += 1
        keys.append(key if met[key] == 1 else f"{key}~{met[key]}")
    return keys
