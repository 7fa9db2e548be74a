"""Where a firm's name starts, read back from the word that ends it.

"… to Change, Grow, Live Services Limited": capitals belong to the name, and so do brackets,
little words and commas between capitals; a verb, a post, a line's or sentence's end closes it.
"""

import re
from collections.abc import Callable
from functools import cache

from extractors import data

_LITTLE = frozenset("of for in de la le du and & +".split())


@cache
def _stops() -> frozenset[str]:
    return frozenset(data.lines("name_stops.txt"))


IsFirm = Callable[[str, int, int], bool]


def look_back(reading: str, floor: int, stop: int, is_firm: IsFirm | None = None) -> int | None:
    """Return where the capitalised name that ends at `stop` starts, None where there is none.

    Walks back word by word: capitals, initials and figures belong to it; brackets, little words
    and commas only between such words; a verb, a post, a line's or sentence's end closes it.
    `is_firm(reading, start, stop)` tells of a firm that is whole before an "and".
    """
    floor = max(floor, reading.rfind("\n", 0, stop) + 1, reading.rfind("\t", floor, stop) + 1, 0)
    pieces = [(m.start(), m.group()) for m in _PIECE.finditer(reading, floor, stop)]
    if floor and pieces and reading[floor - 1].isalnum() and pieces[0][0] == floor:
        del pieces[0]  # the window cut a word in two
    if [w for _, w in pieces[-3:]] == ["Group", "of", "Companies"]:
        del pieces[-2:]
    return _walk(reading, _lettered(pieces[-16:]), is_firm)


def _lettered(pieces: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the pieces with letters of names told from little words: "A & E Elm", "BT IT"."""
    words = [word for _, word in pieces]
    told = []
    for i, (at, word) in enumerate(pieces):
        after = words[i + 1] if i + 1 < len(words) else ""
        if word == "A" and (
            after in ("&", "+") or _is_letter(after) or (i and _is_letter(words[i - 1]))
        ):
            word = "A."
        elif word in ("IT", "ITS") and not after.isupper():
            word = "I.T."
        told.append((at, word))
    return told


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isupper() and word != "I"


# What closes one firm's name after an "and": "J Marsh & Co Ltd".
_OF_ONE = ("Co ", "Company ", "Son ", "Sons ", "Partners ", "Bros ", "Brothers ", "Associates ")


def _walk(reading: str, pieces: list[tuple[int, str]], is_firm: IsFirm | None) -> int | None:
    """Take pieces from the right while they belong to one name; return its start."""
    start: int | None = None
    if not pieces or (
        _ends_name(pieces[-1][1]) and not _is_name_word(pieces[-2][1] if pieces[1:] else "")
    ):
        return None
    closed: tuple[int, int] | None = None  # the name's start right of an "and", and where that is
    i = len(pieces) - 1
    while i >= 0:
        at, word = pieces[i]
        if _is_name_word(word) or (i == len(pieces) - 1 and _ends_name(word)):
            if closed and is_firm and is_firm(reading, at, closed[1]):
                return at if reading.startswith(_OF_ONE, closed[0]) else closed[0]
            start = at
            i -= 1
            continue
        glue = _glue(pieces, i, start)
        if not glue:
            return at if _opens_name(pieces, i, start) else start
        if start is not None and word in ("and", "&", "+", ","):
            closed = closed or (start, at)
        i -= glue
    return start


# Capitals before a name that are no part of it: what it is, who he is.
_BEFORE_NAME = frozenset(
    "the messrs contractor contractors supplier suppliers provider providers consultant "
    "consultants councillor councillors cllr mr mrs ms miss dr company firm operator operators "
    "lot lots tenant tenants landlord developer developers applicant applicants agent agents "
    "partner partners bidder bidders architect architects".split()
)


def _opens_name(pieces: list[tuple[int, str]], i: int, start: int | None) -> bool:
    """Tell whether a stop word belongs to the name after all: "awarded to Option Windows Ltd"."""
    at, word = pieces[i]
    if start != at + len(word) + 1 or not i or pieces[i - 1][1] not in ("to", "with", "by"):
        return False
    return word.isalpha() and word.istitle() and word.casefold() not in _BEFORE_NAME


# Words that stop a look back, unless they stand right before the suffix: "Cedar Contracts Ltd".
_ENDS = frozenset(
    "company contracts contractors contract market performance provider providers supply "
    "sales lease leases option consultants consultant agent owner partner members report "
    "executive head operator grant".split()
)


def _ends_name(word: str) -> bool:
    return word[:1].isupper() and word.casefold() in _ENDS


def _glue(pieces: list[tuple[int, str]], i: int, start: int | None) -> int:
    """Return how many pieces at i hold two parts of a name together; 0 for none."""
    word = pieces[i][1]
    left = pieces[i - 1][1] if i else ""
    if word[0] == "(":
        return 1 if len(word) > 2 and (_is_name_word(left) or left[:1] == "(") else 0
    if start is None:
        return 1 if word == "," and _is_name_word(left) else 0
    if word == ",":
        return 1 if _comma_joins(pieces, i) else 0
    if word == "the":
        return 2 if left in ("of", "for", "in") and i > 1 and _is_name_word(pieces[i - 2][1]) else 0
    if word in _LITTLE and _is_name_word(left) and not left[0].isdigit():
        return 1
    return 2 if word == "and" and left == "," and i > 1 and _comma_joins(pieces, i - 1) else 0


def _comma_joins(pieces: list[tuple[int, str]], i: int) -> bool:
    """Tell whether a comma stands inside a name: "Change, Grow, Live", "Ash, Elm & Co".

    Only single words in a list that a preposition opens: "with Ash, Elm & Co".
    """
    words = [w for _, w in pieces]
    if i + 2 >= len(words) or words[i + 2] not in (",", "&", "and", "+"):
        after_one = i >= 2 and words[i - 2] == ","
        if not after_one:
            return False
    if not (i and _is_name_word(words[i - 1])):
        return False
    opener = words[i - 2] if i >= 2 else ""
    return opener in ("", ",", "to", "with", "by", "of", "from")


_PIECE = re.compile(r"\([^()\n]{0,60}\)|[^\s,;:()|\"?!]+|[,;:()|\"?!]")
_ABBREVIATED = frozenset("St. Co. Bros. Dr. Wm. Geo. Jas. Thos. Chas. Messrs. No.".split())


def _is_name_word(word: str) -> bool:
    """Tell whether a word may belong to a firm's name."""
    if _INITIALS.fullmatch(word):
        return True
    if not word or word.casefold().strip(".'") in _stops() or _SUFFIX_WORD.fullmatch(word):
        return False
    if word.endswith(".") and word not in _ABBREVIATED and not _INITIALS.fullmatch(word):
        return False
    bare = word.lstrip("'&")
    if not bare or not (bare[0].isalnum()):
        return False
    if bare[0].isdigit():
        return _FIGURE.fullmatch(bare) is not None
    return bare[0].isupper() or (len(bare) > 2 and bare[1].isupper() and bare.isalnum())


_INITIALS = re.compile(r"(?:[A-Z]\.){1,4}")
_SUFFIX_WORD = re.compile(r"(?:Ltd|LTD|Limited|LIMITED|plc|PLC|LLP|CIC)\.?(?:'s)?(?:/.*)?")
# Figures that open or close names: "3GS", "1Life", "24/7", "21"; not years and sums.
_FIGURE = re.compile(r"[0-9]{1,3}(?:[A-Za-z&/-][\w/&-]*)?")


_WORD = re.compile(r"[^\s,;:()\"]+")
_LOWER_STOPS = frozenset(
    "to with by of from and the a an that for as is are was were be been being very more quite too "
    "but so not time on in at or any this their its no which has have had into under".split()
)


_BEFORE_LOWER = frozenset("to with by from of between that when where because".split())


# What may follow a firm's name in small letters: "to esk roads limited for five years".
_GOES_ON = re.compile(
    r" (?:to|for|at|and|of|in|on|is|was|were|has|had|will|as|by|from|with|who|which|be|until|under"
    r"|subject|following|would|should|to be)\b"
)


def look_back_lower(reading: str, floor: int, suffix: re.Match[str]) -> int | None:
    """Return the start of an all lower-case name: at most four words after to, with or by."""
    after = reading[suffix.end() : suffix.end() + 1]
    ends = after in (".", ",", ";", ")", "\n", "") or _GOES_ON.match(reading, suffix.end())
    if suffix["form"] == "limited" and not ends:
        return None  # "to address limited assurance"
    floor = max(floor, reading.rfind("\n", 0, suffix.start()) + 1)
    words = list(_WORD.finditer(reading, floor, suffix.start()))[-5:]
    start = None
    for w in reversed(words):
        if w.group() in _LOWER_STOPS or w.group()[-1] in ".":
            ends_well = w.group() in _BEFORE_LOWER
            return start if ends_well else None
        start = w.start()
    return None
