"""Where percentages stand, and their values: 1.99%, 7.61 %, ten per cent, 90% to 95%, CPI+1%."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.lowered import lowered, places
from extractors.money import values as money_values

_SIGN = r" ?%|[ -]?per ?cent(?:age points?)?\b|[ -]?percentage points?\b| ?pct\b| ?%age"
# 1.99% · 7.61 % · 45 per cent · -3% · 1,250%; digits are bounded, so that it is linear.
# "ES04% of berths" is a code before a name, not 4%.
_FIGURES = re.compile(
    r"(?<![0-9,])(?<![^cC]\.)(?<!\b[A-Z]{2})(?<!\b[A-Z]{3})"
    r"(?P<minus>(?<![\w)%£-])[-−](?=[0-9]))?(?P<number>[0-9]{1,3}(?:,[0-9]{3})++"
    r"|[0-9]{1,7}+)(?P<part>\.[0-9]{1,6}+)?+(?P<half>[½¼¾])?+(?P<sign>" + _SIGN + r")?+"
)
_DIGITS = re.compile(r"[0-9]++")
# "ten per cent", "twenty-five percent", "one and a half per cent".
_SPOKEN = re.compile(
    rf"(?<![\w-])(?P<number>(?:a |an )?(?:{money_values.NUMBER_WORD})"
    rf"(?:[ -](?:and )?(?:an? )?(?:{money_values.NUMBER_WORD})){{0,5}})"
    r"[ -](?:per ?cent\b|percentage points?\b|%)",
    re.IGNORECASE,
)
# Between a number in words and its sign.
_MAY_SPEAK = re.compile(r"[ -](?:%|[Pp][Ee][Rr])")
_BEHIND, _AHEAD = 100, 24  # how far before a sign its figures, and behind it its words, may reach
_SPEECH = 120  # and a number in words
# Between the ends of a range.
_DASH = re.compile(r" ?[-–—] ?")
_TO = re.compile(r" to (?:about |around |over |up to |approximately |nearly |almost )?")
_AND = re.compile(r" and (?:about |around |over |up to |approximately |nearly |almost )?")
_FROM = re.compile(r"\bfrom (?:[a-z]{2,14} ){0,3}$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:[a-z]{2,14} ){0,2}$", re.IGNORECASE)
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|between|varied|varying|varies|anywhere) ", re.I)
_BY_TO = re.compile(r"\bby (?:[a-z]{2,14} ){0,2}$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:increas|decreas|reduc|ris(?:e|es|en|ing)\b|rose\b|fall|fell\b|improv|grow|grew|drop"
    r"|mov(?:e|ed|ing)\b|went\b|gone\b|declin|climb|chang|rais|lower)",
    re.IGNORECASE,
)


class Share(NamedTuple):
    """A percentage as printed. `pair`: 1 and 2 for the ends of "from a to b"."""

    start: int
    stop: int
    value: float
    value_max: float | None = None
    pair: int = 0
    rule: str = "percent.sign"


def number(words: str, part: str = "", half: str = "") -> float | None:
    """Return the value of a number's pieces.

    >>> number("7", ".61"), number("1,250"), number("2", half="½"), number("")
    (7.61, 1250.0, 2.5, None)
    """
    bare = words.replace(",", "")
    if not bare.isascii() or not bare.isdigit():
        return None
    extra = float(money_values.FRACTIONS[half]) if half else 0.0
    return float(bare + part) + extra


def scan(reading: str, start: int, stop: int) -> list[Share]:
    """Return the percentages of a span in order, ranges made one.

    >>> [(s.value, s.value_max) for s in scan("90% to 95%, 5-10%, ten per cent", 0, 31)]
    [(90.0, 95.0), (5.0, 10.0), (10.0, None)]
    >>> [(s.value, s.pair) for s in scan("from 45% to 65% in 2015/16", 0, 26)]
    [(45.0, 1), (65.0, 2)]
    """
    figures: list[Plain] = []
    for left, right in _windows(reading, start, stop):
        figures += _figures(reading, left, right)
        if _MAY_SPEAK.search(reading, left, right):
            figures += _spoken(reading, max(start, left - _SPEECH), right)
    return list(_merged(reading, sorted(figures, key=lambda pair: pair[0].start)))


def _windows(reading: str, start: int, stop: int) -> list[list[int]]:
    """Return the stretches around signs that hold all percentages and their neighbours."""
    windows: list[list[int]] = []
    for sign in _signs(reading, start, stop):
        left, right = max(start, sign - _BEHIND), min(stop, sign + _AHEAD)
        if windows and left <= windows[-1][1]:
            windows[-1][1] = right
        else:
            windows.append([left, right])
    return windows


def _signs(reading: str, start: int, stop: int) -> list[int]:
    """Return where "%", "per cent", "percentage points" and "pct" stand, in order."""
    low = lowered(reading)
    signs = list(places(low, "%", start, stop))
    for at in places(low, "cent", start, stop):
        if low.endswith("per", start, at):
            signs.append(at - 3)
        elif low.endswith("per ", start, at):
            signs.append(at - 4)
    signs += (at for at in places(low, "pct", start, stop) if not _is_word(low, at + 3, stop))
    return sorted(signs)


def _is_word(words: str, at: int, stop: int) -> bool:
    """Tell whether a word goes on at an offset."""
    return at < stop and (words[at].isalnum() or words[at] == "_")


Plain = tuple[Share, bool]  # with its sign, or a bare number that a neighbour's sign may cover


def _figures(reading: str, start: int, stop: int) -> Iterator[Plain]:
    for hit in _numbers(reading, start, stop):
        said = number(hit["number"], hit["part"] or "", hit["half"] or "")
        if said is None or reading[hit.end() : hit.end() + 1].isdigit():
            continue
        if hit["number"] == "000":  # "£'000 | %": heads of two columns
            continue
        at = hit.start() if hit["minus"] else hit.start("number")
        value = -said if hit["minus"] else said
        yield Share(at, hit.end(), value), bool(hit["sign"])


def _numbers(reading: str, start: int, stop: int) -> Iterator["re.Match[str]"]:
    """Yield the numbers of a span: a quick walk from digit to digit, then the pattern."""
    last = start
    for digits in _DIGITS.finditer(reading, start, stop):
        at = digits.start()
        if at < last:
            continue
        signed = at > last and reading[at - 1] in "-−"
        hit = _FIGURES.match(reading, at - 1, stop) if signed else None
        if hit := hit or _FIGURES.match(reading, at, stop):
            last = hit.end()
            yield hit


def _spoken(reading: str, start: int, stop: int) -> Iterator[Plain]:
    for hit in _SPOKEN.finditer(reading, start, stop):
        said = money_values.spoken(hit["number"])
        if said is not None:
            yield Share(hit.start(), hit.end(), float(said), rule="percent.words"), True


def _merged(reading: str, figures: list[Plain]) -> Iterator[Share]:
    at = 0
    while at < len(figures):
        (one, signed), at = figures[at], at + 1
        after, covers = figures[at] if at < len(figures) else (None, False)
        link = _link(reading, one, after, signed) if after and covers else None
        if after is None or link is None:
            if signed:
                yield one
            continue
        at += 1
        if link == "range":
            yield Share(one.start, after.stop, one.value, after.value, 0, "percent.range")
        else:
            yield Share(one.start, one.stop, one.value, None, 1, "percent.from_to")
            yield Share(after.start, after.stop, after.value, None, 2, "percent.from_to")


def _may_share(reading: str, one: Share, after: Share) -> bool:
    """Tell whether a bare number may borrow its neighbour's sign: no year, money or code."""
    before = reading[one.start - 1 : one.start]
    gap = reading[one.stop : after.start]
    spaced = gap.strip() in ("-", "–", "—") and " " in gap
    return one.value < 1000 and not spaced and not before.isalnum() and before not in "£€$/'"


def _link(reading: str, one: Share, after: Share, signed: bool) -> str | None:
    """Tell whether two figures make a "range", a "pair" (from, to) or nothing."""
    if after.start - one.stop > 20 or after.start < one.stop:
        return None
    if not signed and one.start and not _may_share(reading, one, after):
        return None
    before = reading[max(0, one.start - 60) : one.start].rpartition("\n")[2]
    is_from = bool(_FROM.search(before)) and not _RANGING.search(before)
    if _DASH.fullmatch(reading, one.stop, after.start):
        if is_from and signed and _CHANGE.search(before):
            return "pair"
        return "range" if one.value < after.value else None
    if _AND.fullmatch(reading, one.stop, after.start):
        return "range" if _BETWEEN.search(before) and one.value < after.value else None
    if not _TO.fullmatch(reading, one.stop, after.start):
        return None
    if signed and reading.endswith("points", one.start, one.stop):
        return None  # "rose 3 percentage points to 52%"
    if _BY_TO.search(before):
        return None if signed else "range"
    if is_from:
        return "pair"
    return "range" if one.value < after.value and not _CHANGE.search(before[-30:]) else "pair"
