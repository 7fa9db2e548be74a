"""Two sums that are one: ranges, and ends that share a unit ("between £1 and £2 million").

A range is one row with its upper end in pence_max: "between £a and £b", "£a - £b", "£a to £b",
"ranged from £a to £b". A change is two rows: "increased from £a to £b", "by £a to £b".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.money import values as money_values
from extractors.money.rates import rate_after
from extractors.money.values import Value

_LOOSE = r"(?:up to |around |about |approximately |approx\.? |over |circa |a |the |some )?"
_DASH = re.compile(r"\)? ?[-–—] ?")
_TO = re.compile(rf" (?:up )?to {_LOOSE}")
_AND = re.compile(rf" and {_LOOSE}")
# The second end without a sign: "£10-15k", "£1m to 2m", "between £1 and 2 million".
_BARE = re.compile(
    r"(?P<link> ?[-–] ?| to | and )(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])"
    r"|[0-9]{1,6}+(?:\.[0-9]{1,3})?+)"
    r"(?: ?(?P<scale>(?i:million|billion|bn)|[mMkK])(?![A-Za-z0-9]))?+"
    r"(?![0-9A-Za-z]|[/.,\-–:][0-9]|%| ?per ?cent)"
)
# A change, told before "from £a to £b" or behind it.
_CHANGE = re.compile(
    r"\b(?:increas|decreas|reduc|ris(?:e|es|en|ing)\b|rose\b|fall|fell\b|amend|revis|chang|uplift"
    r"|grow|grew|drop|cut\b|mov(?:e|ed|ing)\b|lower|rais|lift|improv|went\b|gone\b|doubl|escalat"
    r"|adjust|correct|exten[ds]|climb|declin|up from|down from|vari(?:ed|ation)|instead|slash"
    r"|higher|less than|trebl|reset|upgrad|took\b|tak(?:es|en|ing)\b|put(?:s|ting)? up\b|push"
    r"|driv(?:en|es)"
    r"|drove|br(?:ings?|ought)\b|jump|leap|leapt|go(?:es|ing)?\b|inflat)",
    re.IGNORECASE,
)
# "a rise of £a to £b", "the cost of moving, put at £a to £b": no change of theirs.
_WITHIN = re.compile(
    r"\b(?:at|of|between|costs?|costing|worth|order|region) (?:about |around |some "
    r"|c\.? ?)?$",
    re.I,
)
_CLAUSE = re.compile(r"[.;](?=\s|$)")  # not the point of "£2.52"
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|between|anywhere|vary|varying|varies)\b", re.I)
_FROM = re.compile(rf"\bfrom {_LOOSE}(?:[a-z]{{2,12}} ){{0,2}}$", re.IGNORECASE)
_BY = re.compile(r"\bby (?:a further |an additional |a |an |some |around |about )?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:[a-z]{1,14} ){0,2}$", re.IGNORECASE)


_LOOK = 90  # how far before the first sum a word may tell a change


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that will be a row: one printed form, or two that make a range."""

    start: int
    stop: int
    low: Value
    high: Value | None
    rule: str
    currency: str
    partner: int | None = None  # where the other end of a change stops, whose rate it shares


def merge(reading: str, sums: Sequence[Sum], limit: int) -> Iterator[Sum]:
    """Yield the sums with the two ends of a range made one; the ends of a change stay two.

    A first end that shares the unit of the second ("£1 and £2 million") is given it either way.
    No range reaches beyond `limit`.
    """
    at = 0
    while at < len(sums):
        one, at = sums[at], at + 1
        after = sums[at] if at < len(sums) else None
        link = _link(reading, one, after) if after else None
        if after is None or link is None:
            yield _bare(reading, one, after.start if after else limit)
            continue
        low = _shared(one.low, after.low)
        if link == "range" and _size(low) < _size(after.low):
            at += 1
            yield Sum(one.start, after.stop, low, after.low, "money.range", one.currency)
        else:
            yield replace(one, low=low, partner=after.stop if link == "pair" else None)


def _size(value: Value) -> Decimal:
    return value.number.scaleb(value.scale)


def _shared(first: Value, second: Value) -> Value:
    """Give the first end the unit of the second where it has none: "£1.2 to £1.5m"."""
    if first.scale == 0 and second.scale > 0 and first.number <= second.number < 1000:
        return Value(first.number, second.scale)
    return first


def _link(reading: str, one: Sum, after: Sum) -> str | None:
    """Tell what binds two neighbouring sums: "range", "pair" (of a change) or None."""
    rate = rate_after(reading, one.stop)
    left = rate.stop if rate and rate.stop < after.start else one.stop
    if after.start - left > 24 or one.high or after.high or one.currency != after.currency:
        return None
    before = reading[max(0, one.start - _LOOK) : one.start].rpartition("\n")[2]
    if _AND.fullmatch(reading, left, after.start):
        return "range" if _BETWEEN.search(before) else None
    if _DASH.fullmatch(reading, left, after.start):
        changed = _FROM.search(before) and not _RANGING.search(before) and _CHANGE.search(before)
        return "pair" if changed else "range"
    if _TO.fullmatch(reading, left, after.start):
        behind = reading[after.stop : after.stop + 50].partition("\n")[0]
        return "pair" if _changes(before, behind) else "range"
    return None


def _changes(before: str, behind: str) -> bool:
    """Tell whether "£a to £b" is a change by the words on both sides of it."""
    if _BY.search(before):
        return True
    clause = _CLAUSE.split(before)[-1]
    if _RANGING.search(clause[-45:]) or _WITHIN.search(before):
        return False
    return bool(_CHANGE.search(clause) or (_FROM.search(before) and _CHANGE.search(behind)))


def _bare(reading: str, one: Sum, limit: int) -> Sum:
    """Return a sum with a second end that has no sign: "£10-15k", "between £1 and 2 million"."""
    hit = None if one.high else _BARE.match(reading, one.stop, limit)
    if not hit:
        return one
    high = money_values.value(hit["number"], hit["scale"])
    link = hit["link"].strip()
    if high is None or not _is_second_end(reading, one, hit, link):
        return one
    low = _shared(one.low, high)
    if hit["scale"] is None and one.low.scale:
        high = Value(high.number, one.low.scale)
    if not _size(low) < _size(high):
        return one
    return Sum(one.start, hit.end(), low, high, "money.range", one.currency)


def _is_second_end(reading: str, one: Sum, hit: "re.Match[str]", link: str) -> bool:
    """Tell whether a bare number ends a range: "£50,000 to 30 homes" does not."""
    number = hit["number"]
    if link == "and":
        before = reading[max(0, one.start - 40) : one.start]
        return bool(hit["scale"] and _BETWEEN.search(before))
    if link == "to":
        before = reading[max(0, one.start - _LOOK) : one.start].rpartition("\n")[2]
        return bool(hit["scale"]) and not _changes(before, "")
    if hit["scale"]:
        return True
    is_year = len(number) == 4 and number[:2] in ("19", "20")
    spaced = hit["link"] != link
    return not is_year and (not spaced or "," in number) and one.low.scale <= 0
