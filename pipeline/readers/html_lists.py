"""The labels a browser prints before the items of a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_STYLES = {
    "none": "", "decimal": "1", "lower-alpha": "a", "upper-alpha": "A", "lower-latin": "a",
    "upper-latin": "A", "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_HIGHEST = 399  # roman and lettered lists end long before
# Lists of links and documents, which print no bullet worth keeping.
_OWN_CLASS = re.compile(r"\bmg[A-Z]")
_PLAIN_CLASSES = ("DocumentList", "menu", "nav", "list-unstyled", "list-inline")


@dataclass(slots=True)
class Numbering:
    """How a list numbers its items, and the number that comes next."""

    kind: str  # "1", "a", "A", "i", "I", "·" or "" for none
    number: int = 1

    def next_label(self, attributes: Mapping[str, str]) -> str:
        """Return the printed label of the next item, with the blank behind it."""
        value = attributes.get("value") or ""
        if value.isascii() and value.isdigit() and len(value) < 6:
            self.number = int(value)
        number = self.number
        self.number += 1
        if self.kind in ("", "·"):
            return "· " if self.kind else ""
        return f"{number}. " if self.kind == "1" else f"{_figure(number, self.kind)}) "


def declarations(style: str) -> list[tuple[str, str]]:
    """Return the names and values of a style attribute, in lower case."""
    parts = (part.partition(":") for part in style[:4_000].lower().split(";"))
    return [(name.strip(), value.strip()) for name, _, value in parts]


def _set_kind(style: str) -> str | None:
    """Return the numbering that a style attribute sets, None for none."""
    found = None
    for name, value in declarations(style) if style else ():
        if name in ("list-style", "list-style-type"):
            found = next((_STYLES[word] for word in value.split() if word in _STYLES), found)
    return found


def numbering(name: str, attributes: Mapping[str, str]) -> Numbering:
    """Return the numbering of a ul or ol element."""
    classes = attributes.get("class") or ""
    kind = _set_kind(attributes.get("style") or "")
    if name == "ul":
        is_bare = kind == "" or _OWN_CLASS.search(classes) or _has(classes, _PLAIN_CLASSES)
        return Numbering("" if is_bare else "·")
    if kind is None:
        kind = attributes.get("type") or "1"
        kind = kind if kind in ("1", "a", "A", "i", "I") else "1"
    if "DocumentList" in classes:
        kind = ""
    start = attributes.get("start") or "1"
    is_number = start.isascii() and start.isdigit() and len(start) < 6
    return Numbering(kind, int(start) if is_number else 1)


def _has(classes: str, words: tuple[str, ...]) -> bool:
    return any(token.startswith(words) for token in classes.split())


def _figure(number: int, kind: str) -> str:
    """Return a number as letters or roman figures.

    >>> [_figure(n, "a") for n in (1, 26, 27)], [_figure(n, "I") for n in (4, 19)]
    (['a', 'z', 'aa'], ['IV', 'XIX'])
    """
    if not 0 < number <= _HIGHEST:
        return str(number)
    letters = _roman(number) if kind in "iI" else _letters(number)
    return letters.upper() if kind.isupper() else letters


def _roman(number: int) -> str:
    said = ""
    for worth, letters in _ROMAN:
        while number >= worth:
            said += letters
            number -= worth
    return said


def _letters(number: int) -> str:
    said = ""
    while number:
        number, rest = divmod(number - 1, 26)
        said = chr(97 + rest) + said
    return said
