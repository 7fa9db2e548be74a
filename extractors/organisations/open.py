"""Names without a suffix that only their part shows: "award the contract to Brightpath".

They are candidates: `org_roles` has to tie each by a contract word, else it is dropped. A run of
capitals is looked at where a word of a role touches it ("awarded to", "the caterer,"), where the
words after it tell what a firm does ("has run the depots since 2019"), in a cell of a table and
after a label.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from extractors.organisations.known import Name
from extractors.organisations.near import (
    PARTY_WORDS,
    behind_person,
    is_cell,
    is_doing,
    is_item,
    is_party_of,
    is_priced,
    is_shaped,
    is_touched,
    single_plain,
)
from extractors.organisations.shapes import Shape, is_own_word, is_trade, shape_of
from extractors.organisations.tails import closes_with_trade, with_tail

_RUN = re.compile(
    r"""(?:(?<![\w.])St\.[ ](?=[A-Z]))?+
    [A-ZÀ-Þ](?<![\w&'./@-].)(?:[\w&'+-]|\.(?=\w)|(?<=\b[A-Z])\.)*+
    (?:[ ](?:(?:of|for|&|\+)[ ](?=[A-ZÀ-Þ]))?+[A-ZÀ-Þ0-9]
       (?:[\w&'+-]|\.(?=\w)|(?<=\b[A-Z])\.)*+){0,6}+
    (?:[ ]and[ ](?:Sons?|Co|Partners|Daughters|Company|Associates|Brothers|Bros)\b)?+
    (?:[ ]\((?:UK|GB|North|South|East|West|Midlands|London|Wales|Scotland|England|Northern|Southern
      |Eastern|Western|Europe|Anglia|Yorkshire|Holdings|Services|International)\))?+""",
    re.VERBOSE | re.MULTILINE,
)
_NEXT = re.compile(
    r"""(?:,|,?[ ]and|[ ]&|[ ]or)[ ](?P<name>[A-ZÀ-Þ](?:[\w&'+-]|\.(?=\w))*+
    (?:[ ](?:(?:of|for|&)[ ](?=[A-ZÀ-Þ]))?+[A-ZÀ-Þ][\w&'+-]*+){0,5}+)""",
    re.VERBOSE,
)
# The name before a known firm: "Esk Dry Dock and Lune Marine LLP be appointed".
_BEFORE_AND = re.compile(
    r"(?:(?<![\w&' -]) |(?<=[.)] ) |(?<=\n)|\A)"
    r"(?P<name>[A-ZÀ-Þ][\w&'+-]*(?: [A-ZÀ-Þ][\w&'+-]*){1,4}) and \Z"
)
# The rest of a name on the next line of a hard-wrapped copy: "by Esk Drainage⏎Services, whose".
_WRAPPED = re.compile(r"\n[A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,3}(?=[,;).]| [a-z])")
_WRAP = 50  # a shorter line was not wrapped
# A firm that spells itself in small letters, in quotes: 'run by "the little van firm"'.
_QUOTED = re.compile(
    r"\"(?<=[\w,:] \")(?P<name>(?:the )?[a-z][\w&'-]{1,20}(?: [\w&'-]{1,20}){1,3})(?=\")"
)


def open_names(reading: str, known: tuple[Name, ...]) -> Iterator[Name]:
    """Yield capitalised words that a role touches and that are no name known already.

    They are firms only where `org_roles` ties them; the caller drops the others.
    """
    taken = [(n.start, n.stop) for n in known]
    starts = [a for a, _ in taken]
    late = any(word in reading for word in PARTY_WORDS)
    plain, lots, cells = single_plain(), "Lot " in reading, "|" in reading or "\t" in reading
    last, titled = 0, (0, 0, False)
    for run in _RUN.finditer(reading):
        words = run.group()
        if words in plain or len(words) < 3:
            continue
        at, stop = run.span()
        stop -= 2 * words.endswith("'s")
        if spoken := behind_person(words):
            at, words = at + spoken, words[spoken:]
        if at < last or not (
            is_touched(reading, at, lots)
            or is_doing(reading, stop)
            or (late and is_party_of(reading, at))
            or is_shaped(reading, words, stop)
            or is_priced(reading, at, stop)
            or (cells and is_cell(reading, at, stop))
            or is_item(reading, at, stop)
        ):
            continue
        if _covered(at, stop, taken, starts):
            continue
        more = _WRAPPED.match(reading, stop) if reading[stop : stop + 1] == "\n" else None
        if more and at - reading.rfind("\n", 0, at) < _WRAP:
            more = None
        if late_pair := _first_half(reading, at, last, taken, starts):
            yield late_pair
        for name in _and_next(reading, at, more.end() if more else stop, taken, starts):
            if not titled[0] <= at < titled[1]:
                titled = _line(reading, at)
            if titled[2] and not _is_told_apart(reading, name):
                break
            yield name
            last = name.stop
    yield from _beside_known(reading, known, taken, starts)
    for quoted in _QUOTED.finditer(reading):
        if is_touched(reading, quoted.start(), lots):
            yield Name(*quoted.span("name"), quoted["name"], "firm", "verb", True)


_HALF = re.compile(
    r"(?:(?<=[a-z,;:)] )|(?<=[.)] {2})|(?<=\n)|\A)"
    r"(?P<name>[A-ZÀ-Þ][\w&'-]*(?: [A-ZÀ-Þ][\w&'-]*){1,4}) and \Z"
)


def _is_told_apart(reading: str, name: Name) -> bool:
    """Tell whether a name in a line of capitals stands apart: a list's point, "Director at X"."""
    if reading.endswith((" Director at ", " Manager at "), 0, name.start):
        return True
    return is_item(reading, name.start, name.stop) or is_priced(reading, name.start, name.stop)


def _first_half(
    reading: str, at: int, floor: int, taken: list[tuple[int, int]], starts: list[int]
) -> Name | None:
    """Return the name that "and" joins to the one at an offset: "Esk Hearth and Lune Support"."""
    if not reading.endswith(" and ", 0, at):
        return None
    one = _HALF.search(reading, max(floor, at - 64), at)
    return _open_name(reading, *one.span("name"), taken, starts) if one else None


def _beside_known(
    reading: str, known: tuple[Name, ...], taken: list[tuple[int, int]], starts: list[int]
) -> Iterator[Name]:
    """Yield names of a trade that "and" joins to a known firm: "Serco and Tarn Road Works"."""
    for name in known:
        if name.kind not in ("firm", "supplier"):
            continue
        if reading.endswith(" and ", 0, name.start) and (
            one := _BEFORE_AND.search(reading, max(0, name.start - 64), name.start)
        ):
            found = _open_name(reading, *one.span("name"), taken, starts)
            if found and " " in found.name:
                yield found
        stop = name.stop
        while more := _NEXT.match(reading, stop):
            found = _open_name(reading, *more.span("name"), taken, starts)
            if not found or found.kind != "trade":
                break
            yield found
            stop = found.stop


def _and_next(
    reading: str, at: int, end: int, taken: list[tuple[int, int]], starts: list[int]
) -> Iterator[Name]:
    first = True
    while name := _open_name(reading, at, end, taken, starts, not first):
        yield name
        first = False
        more = _NEXT.match(reading, name.stop)
        if not more:
            return
        at, end = more.span("name")


def _open_name(
    reading: str,
    start: int,
    stop: int,
    taken: list[tuple[int, int]],
    starts: list[int],
    listed: bool = False,
) -> Name | None:
    shape = shape_of(reading, start, stop)
    if shape and _OF_POST.search(reading, shape.start, shape.stop):
        return None
    if shape and (_is_twice(reading, shape.start) or _is_code(reading, shape.start, shape.stop)):
        return None
    if shape is None and not listed and _is_whole_cell(reading, start, stop):
        shape = Shape(start, stop, False)  # a column's head tells what it is: "Ashgrove Paper"
    if shape is None and listed and closes_with_trade(reading[start:stop]):
        shape = Shape(start, stop, True)  # "Tarn Coaches, Enterprise Travel and Esk Buses"
    if shape and (pair := _PAIR.match(reading, shape.stop)) and _is_one(reading, shape, pair):
        shape = Shape(shape.start, pair.end(), shape.trade or pair["trade"] is not None)
    if shape:
        shape = _numbered(reading, with_tail(reading, shape))
    if shape is None or _overlaps(shape, taken, starts) or _is_seat(reading, shape, taken, starts):
        return None
    words = reading[shape.start : shape.stop]
    trade = shape.trade or " & " in words
    return Name(shape.start, shape.stop, words, "trade" if trade else "open", "verb", True)


_NO_FIRMS = frozenset(
    "team teams staff sector labour provision market contract contractor contractors provider "
    "providers supplier suppliers framework department committee board cabinet office post house "
    "council authority association club school academy trust society group members".split()
)


def _is_whole_cell(reading: str, start: int, stop: int) -> bool:
    """Tell whether a cell holds a run and no more, whose first word of several is a name's own."""
    first, found, _ = reading[start:stop].partition(" ")
    if not found or not is_own_word(first) or not is_cell(reading, start, stop):
        return False
    last = reading[start:stop].rpartition(" ")[2].casefold()
    if last in _NO_FIRMS or f" {first.casefold()} " in reading or f"\n{first} " in reading[:start]:
        return False
    return reading[stop : stop + 2].lstrip(" ")[:1] in ("|", "\t", "\n", "")


# A post's department is no firm: "the Acting Director of Children's Services".
_OF_POST = re.compile(
    r"\b(?:Director|Head|Manager|Officer|Leader|Member|Lead|Secretary|Chief|Commissioner|Chairman"
    r"|Chair|Services)(?: Officer)? (?:of|for|&) "
)


# A number that opens a firm's name right behind a preposition: "from 4 Seasons Gardens".
_NUMBER = re.compile(r"\b(?:from|by|to|with|of) (?P<number>[0-9]{1,2} )\Z")


_PLAIN_AND = re.compile(r"\b(?:from|by|to|with) (?P<word>[A-Z][a-z]{2,10}) and \Z")


def _numbered(reading: str, shape: Shape) -> Shape:
    """Return a trade's name with the number or the plain word that opens it."""
    found = _NUMBER.search(reading, max(0, shape.start - 9), shape.start) if shape.trade else None
    pair = _PLAIN_AND.search(reading, max(0, shape.start - 24), shape.start)
    if shape.trade and pair and not is_own_word(pair["word"]):
        return Shape(pair.start("word"), shape.stop, True)  # "to Town and Country Roofing"
    return Shape(found.start("number"), shape.stop, True) if found else shape


def _is_code(reading: str, start: int, stop: int) -> bool:
    """Tell whether letters open a code: "CUS 01"."""
    return reading[start:stop].isupper() and reading[stop : stop + 2].strip().isdigit()


def _is_twice(reading: str, start: int) -> bool:
    """Tell whether a word stands on both sides of "to": "Point to Point Radio"."""
    if not reading.endswith(" to ", 0, start):
        return False
    word = reading[start : start + 24].split(" ")[0]
    return reading.endswith(f" {word} to ", 0, start)


# The other half of one firm's name: "Peak and Dale Coaches", "Messrs Hobday and Clint".
_PAIR = re.compile(
    r"[ ]and[ ](?P<name>[A-ZÀ-Þ][\w'-]+(?: (?P<trade>[A-Z][\w'-]+))?)(?![\w'&-]| [A-Z&])"
)
_SEVERAL = re.compile(
    r"\b(?:contracts|lots|firms|contractors|suppliers|providers|both|between|respectively|jointly|"
    r"tenders|bids|quotations|companies|bidders|operators|consultants|venture|each)\b",
    re.IGNORECASE,
)


# Professions whose firms are called after two partners: "the valuers, Pike and Lowther".
_PROFESSIONS = (
    "Messrs ", "solicitors, ", "valuers, ", "surveyors, ", "architects, ", "auctioneers, ",
    "accountants, ", "estate agents, ", "land agents, ",
)  # fmt: skip


def _is_one(reading: str, shape: Shape, pair: re.Match[str]) -> bool:
    """Tell whether two capitalised words joined by "and" are one firm's name."""
    if " " in reading[shape.start : shape.stop]:
        return False
    left = reading[max(0, shape.start - 90) : shape.start]
    if left.endswith(_PROFESSIONS):
        return True
    trade = pair["trade"]
    if not trade or not is_trade(trade) or not is_own_word(pair["name"].split(" ")[0]):
        return False
    return left.endswith('"') or not _SEVERAL.search(left)


def _covered(at: int, stop: int, taken: list[tuple[int, int]], starts: list[int]) -> bool:
    """Tell whether a run lies within a name that is known."""
    i = bisect_right(starts, at) - 1
    return i >= 0 and taken[i][1] >= stop


def _is_seat(reading: str, shape: Shape, taken: list[tuple[int, int]], starts: list[int]) -> bool:
    """Tell whether one word after a firm's name is its seat: "Lune Roofs Ltd, Annan to"."""
    if shape.trade or not reading.endswith(", ", 0, shape.start):
        return False
    if " " in reading[shape.start : shape.stop] or _IN_LIST.match(reading, shape.stop):
        return False
    i = bisect_right(starts, shape.start) - 1
    return i >= 0 and taken[i][1] == shape.start - 2


# What goes on with a list of firms: ", Lune Ltd", " and Lune Ltd".
_IN_LIST = re.compile(r",? (?:and|&|or) (?:the )?[A-Z0-9]|, [A-Z0-9]")


def _overlaps(shape: Shape, taken: list[tuple[int, int]], starts: list[int]) -> bool:
    i = bisect_right(starts, shape.stop)
    return any(a < shape.stop and shape.start < b for a, b in taken[max(0, i - 2) : i + 1])


def _line(reading: str, at: int) -> tuple[int, int, bool]:
    """Return the line that holds an offset and whether it is set like a title."""
    start, stop = reading.rfind("\n", 0, at) + 1, reading.find("\n", at)
    stop = len(reading) if stop < 0 else stop
    left = reading[start:at]
    titled = _is_title_case(reading[start:stop]) and (left.count(" ") < 3 or _is_title_case(left))
    return start, stop, titled


def _is_title_case(line: str) -> bool:
    """Tell whether a line is set like a title, where capitals tell nothing."""
    if "|" in line or "\t" in line or ":" in line[:40]:
        return False
    words = [w for w in line.split() if w[0].isalpha() and len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) > 0.7 * len(words)
