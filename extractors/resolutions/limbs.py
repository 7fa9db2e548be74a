"""How limbs are labelled: "(1)", "1.", "a)", "44.3", "·", a number alone on its line, …

`lines` cuts a span into lines with their labels; `Stack` tells which level a label belongs to.
A label is read by what it may count ("i" is the first Roman number and the ninth letter); the
level that it continues decides. Source: FIELD_GUIDE section 5.2.

>>> said = "(a) That it be noted; and"
>>> label_at(said, 0, len(said)).text
'(a)'
>>> label_at("1.The plan", 0, 10).text, label_at("44.3 The plan", 0, 13).text
('1.', '44.3')
>>> label_at("2019. A year", 0, 12) is None, label_at("10.30 am start", 0, 14) is None
(True, True)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractors.furniture import ADDRESS

# One label at the start of a line; every repeat is bounded, every branch opens with its own sign.
_LABEL = re.compile(
    r"""
    \( (?P<round> [0-9]{1,3} | [ivxl]{1,6} | [IVXL]{1,5} | [a-z]{1,2} | [A-Z]{1,2} ) \)
  | \( (?P<typo> [1-9] ) 0 (?= [ ][A-Za-z] )                     # "(20 the" for "(2) the"
  | \[ (?P<square> [0-9]{1,3} | [ivxl]{1,6} | [a-z] ) \]
  | (?P<dotted> [0-9]{1,3} (?: \.[0-9]{1,3} ){1,3} ) [.)]? (?= \s | $ )
    (?! \s{0,3} (?: [ap]\.?m\b | hours | % | per\b | million\b ) )
  | (?P<slashed> [0-9]{1,3} / (?:19|20)[0-9]{2} ) \.? (?= \s{1,6} [A-Z] )   # "91/2009 The Cabinet"
  | (?P<number> [0-9]{1,3} ) \. (?! [0-9] )
  | (?P<closed> [0-9]{1,3} | [ivxl]{1,6} | [a-z]{1,2} | [A-Z] ) \)
  | (?P<letter> [ivxl]{1,6} | [IVXL]{2,5} | [a-z] | [A-Z] ) \. (?= \s | $ )
  | (?P<colon> [A-Z] ) [ ]? : (?= \s | $ )
  | (?P<bullet> [·•▪●◦‣∙■□✓➢\uf0b7\uf0a7\uf0d8] | [*–—-] (?= \s | $ ) | o (?= \s | $ ) )
  | (?P<bare> [0-9]{1,2} ) (?= \t | [ ]{2} | \s{1,4} (?: [Tt][Hh][Aa][Tt] | To
      | Not(?: ed? | es ) | Agree[ds]? | Approve[ds]? )\b | \s{0,4} (?: $ | \n ) )
  | (?P<capital> [A-H] ) (?= \s{1,4} (?: That | To | Not(?: ed? | es ) | Agree[ds]? | Approve[ds]?
      | Recommend(?:ed|s)? | Endorse[ds]? | Request(?:ed|s) | Delegate[ds]? | Authorise[ds]? )\b
      | \s{0,4} \n )
  | R (?P<coded> [0-9]{1,2} ) [.):]? (?= \s{1,4} (?: That | T[oh]e? | [a-z]{2,14}
      | Not(?: ed? | es ) | Agree[ds]? | Approve[ds]? )\s )
  | (?P<lone> [a-h] ) (?= \s{0,4} (?: $ | \n ) )
    """,
    re.VERBOSE,
)
# A first sub-label, and the labels that it may stand behind.
_SECOND = re.compile(r"\([ai1]\)|[ai1][.)](?=\s)|\[[ai1]\]")
_OUTER = frozenset(("number", "closed", "round", "dotted", "letter", "square"))
# What may stand between a label and its words, and around a line.
_FILL = " \t|\u00a0"
_LINE = re.compile(r"[^\n]+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_BULLETS = {"–": "-", "—": "-"}


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, its decoration, and what it may count: (family, value) pairs."""

    text: str
    shape: str
    counts: tuple[tuple[str, int], ...]
    start: int
    body: int
    above: "Label | None" = None  # "1." of "1. (a)"

    def counts_beside(self, other: "Label") -> bool:
        """Tell whether two labels may count one list: "(1)" and "(2)", "4.1" and "4.2"."""
        return self.shape == other.shape and _prefix(self) == _prefix(other)

    @property
    def opens(self) -> bool:
        """Tell whether a list may begin with it: a first number, a bullet, a paragraph number."""
        return any(
            value == 1 or family.startswith(("bullet", "dotted")) for family, value in self.counts
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A line without outer blanks; `body` is where its words begin after the label."""

    start: int
    stop: int
    label: Label | None = None

    @property
    def body(self) -> int:
        """Return the offset of the first word after the label."""
        return self.label.body if self.label else self.start


@dataclass(slots=True)
class Level:
    """One level of a list that is being read: how it is decorated and how far it has counted."""

    shape: str
    family: str
    last: int
    limb: int
    prefix: str = ""


def label_at(reading: str, start: int, stop: int) -> Label | None:
    """Return the label that stands at an offset of the reading, None where none does."""
    label = _single(reading, start, stop)
    return _doubled(reading, label, stop) if label else None


def _single(reading: str, start: int, stop: int) -> Label | None:
    found = _LABEL.match(reading, start, stop)
    if not found or not found.lastgroup:
        return None
    kind, inner = found.lastgroup, found[found.lastgroup]
    body = found.end()
    if kind == "round" and reading.startswith(". ", body, stop):
        body += 1  # "(i). That"
    while body < stop and reading[body] in _FILL:
        body += 1
    shape = "round" if kind == "typo" else kind
    return Label(found.group().strip(), shape, _counts(kind, inner), start, body)


def _doubled(reading: str, label: Label, stop: int) -> Label:
    """Read a first sub-label behind a label, "1. (a) That": the one that `lines` cuts by."""
    second = _SECOND.match(reading, label.body, stop) if label.shape in _OUTER else None
    if second is None:
        return label
    inner = _single(reading, label.body, stop)
    if inner is None or inner.shape == label.shape or inner.body >= stop:
        return label
    return replace(inner, text=f"{label.text} {inner.text}", start=label.start, above=label)


def _counts(kind: str, inner: str) -> tuple[tuple[str, int], ...]:
    if kind == "bullet":
        return ((f"bullet {_BULLETS.get(inner, inner)}", 0),)
    if kind == "dotted":
        return (("dotted", int(inner.rsplit(".", 1)[1])),)
    if kind == "slashed":
        return (("dotted", int(inner.split("/")[0])),)
    if inner.isdigit():
        return (("number", int(inner)),)
    case = "" if inner.islower() else "capital "
    small = inner.lower()
    pairs = []
    if (value := _roman(small)) is not None:
        pairs.append((case + "roman", value))
    if len(small) == 1 or small[0] == small[-1]:
        pairs.append((case + "letter", ord(small[0]) - 96 + 26 * (len(small) - 1)))
    return tuple(pairs)


def _roman(small: str) -> int | None:
    """Return the value of a Roman number, None for letters that are not one.

    >>> _roman("iv"), _roman("ix"), _roman("b")
    (4, 9, None)
    """
    if any(c not in _ROMAN for c in small):
        return None
    values = [_ROMAN[c] for c in small]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def lines(reading: str, start: int, stop: int) -> Iterator[Line]:
    """Yield the non-blank lines of a span; a label alone on its line is put before the next."""
    waiting: Label | None = None
    for found in _LINE.finditer(reading, start, stop):
        at, end = _stripped(reading, found.start(), found.end())
        if at == end or ("@" in reading[at:end] and ADDRESS.fullmatch(reading, at, end)):
            continue  # the office's address at the foot of a page
        label = label_at(reading, at, end)
        if label and label.body >= end:
            if waiting:
                yield Line(waiting.start, waiting.body, waiting)
            waiting = Label(label.text, label.shape, label.counts, at, end)
        elif waiting and label is None:
            yield Line(waiting.start, end, Label(waiting.text, waiting.shape, waiting.counts,
                                                 waiting.start, at))  # fmt: skip
            waiting = None
        else:
            if waiting and not _is_of_page(waiting, label):
                yield Line(waiting.start, waiting.body, waiting)
            waiting = None
            yield Line(at, end, label)


def _is_of_page(alone: Label, label: Label | None) -> bool:
    """Tell whether a number alone above a point of a list, "3" over "2. …", is a page's."""
    if alone.shape != "bare" or label is None or label.shape == "bare":
        return False
    return label.shape == "bullet" or not label.opens


def _stripped(reading: str, start: int, stop: int) -> tuple[int, int]:
    line = reading[start:stop]
    left = len(line) - len(line.lstrip(_FILL + "\r\f\v"))
    return start + left, start + max(left, len(line.rstrip(_FILL + "\r\f\v")))


@dataclass(slots=True)
class Stack:
    """The levels of the list being read, the outermost first."""

    levels: list[Level] = field(default_factory=list)

    def place(self, label: Label) -> tuple[int, str, int] | None:
        """Return (depth, family, value) for a label, None where it does not belong to the list.

        The depth equals the number of levels for a new, deeper list; -1 says that the numbers of
        an existing level begin anew.
        """
        if not self.levels:
            return (0, *self._first(label.above or label))
        if label.above:
            return self.place(label.above)
        return (
            self._continued(label)
            or self._repeated(label)
            or self._gap(label)
            or self._deeper(label)
            or self._loose(label)
        )

    def _first(self, label: Label) -> tuple[str, int]:
        """Choose what the first label of a list counts: (i) and (v) are Roman, (c) a letter."""
        family, value = label.counts[0]
        if value > 1 and family.endswith("roman") and len(label.counts) > 1 and value > 10:
            return label.counts[1]
        return family, value

    def _each(self, label: Label) -> Iterator[tuple[int, Level, str, int]]:
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            for family, value in label.counts:
                if family == level.family:
                    yield depth, level, family, value

    def _continued(self, label: Label) -> tuple[int, str, int] | None:
        for depth, level, family, value in self._each(label):
            same = level.shape == label.shape and _prefix(label) == level.prefix
            if same and (value == level.last + 1 or family.startswith("bullet")):
                return depth, family, value
        return None

    def _repeated(self, label: Label) -> tuple[int, str, int] | None:
        """Read a copied HTML list, where every point is "1."."""
        for depth, level, family, value in self._each(label):
            if level.shape == label.shape and value == 1 and level.prefix == _prefix(label):
                return (depth, family, 1) if level.last == 1 else (-1, family, 1)
        return None

    def _gap(self, label: Label) -> tuple[int, str, int] | None:
        for depth, level, family, value in self._each(label):
            same = level.shape == label.shape and _prefix(label) == level.prefix
            if same and level.last < value <= level.last + 4:
                return depth, family, value
        return None

    def _deeper(self, label: Label) -> tuple[int, str, int] | None:
        for family, value in label.counts:
            if value == 1 or family.startswith("bullet") or family == "dotted":
                return len(self.levels), family, value
        return None

    def _loose(self, label: Label) -> tuple[int, str, int] | None:
        """Let "3." follow "(2)": the numbers run on in another decoration."""
        for depth, level, family, value in self._each(label):
            if value == level.last + 1:
                return depth, family, value
        return None

    def enter(self, depth: int, label: Label, family: str, value: int, limb: int) -> int | None:
        """Record a limb at a depth; returns the index of its parent limb."""
        del self.levels[depth:]
        above = self.levels[depth - 1].limb if depth else -1
        if label.above:
            self.levels.append(Level(label.above.shape, family, value, -1, _prefix(label.above)))
            family, value = self._first(label)
        self.levels.append(Level(label.shape, family, value, limb, _prefix(label)))
        return above if above >= 0 else None


def _prefix(label: Label) -> str:
    """Return what comes before the last part of a paragraph number."""
    return label.text.rstrip(".)").rpartition(".")[0] if label.shape == "dotted" else ""
