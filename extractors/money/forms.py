"""The printed forms of money: where sums stand, before anything is said about them.

`scan` yields every sum of a span in order with its currency and value. Handled: signs before
(£, €, $, GBP), words after ("2.5 million pounds", "half a million pounds"), pence (81p, 30-35p),
a lost sign (?310,000), numbers split over a line. A figure after a sign that is no number
("£3,47,040") comes back without a value, for an issue.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.lowered import lowered
from extractors.money import values as money_values
from extractors.money.values import NUMBER_WORD, Value

_SCALE = (
    r"(?:[ -]?(?P<{0}>(?i:million|billion|trillion|thousand|millions|billions|miliwn|biliwn"
    r"|mill|mn|bn))(?![A-Za-z0-9])"
    # "m", "k", "b"; a rate may be glued behind them: £174kpa
    r"| ?(?P<{0}_s>[mMkKbB])(?:(?![A-Za-z0-9])|(?=p\.?a\b|pw\b|pcm\b)))?+"
)
# A sign, its number, fraction and scale. The number is taken broadly and judged afterwards. Every
# branch begins with a letter of its own, which makes the search quick.
_FIGURE = (
    r"(?P<minus>-)? {0,2}"
    r"(?P<number>[0-9](?:[0-9,.]{0,28}[0-9])?+|(?=[½¼¾]))(?P<half>[½¼¾])?+(?P<more>[0-9])?+"
    + _SCALE.format("scale")
)
_SIGNED = re.compile(r"(?P<sign>£|€|US ?\$|\$|GBP(?<=\bGBP) ?|EUR(?<=\bEUR) ?)" + _FIGURE)
# The same where a text has pounds only: the search skips from sign to sign.
_POUNDS = re.compile(r"(?P<sign>£)" + _FIGURE)
_FOREIGN = ("€", "$", "GBP", "EUR")
# ?310,000 · �1.2m: the sign was lost; only before thousands, pence or a scale.
_LOST = re.compile(
    r"(?<![\w?!])[?\ufffd](?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{2})?(?![0-9])"
    r"|[0-9]{1,6}(?:\.[0-9]{1,3})?(?= ?(?:million|bn|[mk])(?![A-Za-z0-9])))"
    + _SCALE.format("scale")
)
# "2.5 million pounds", "1,000 pounds", "3m euros"; not weights ("500 pounds of waste").
_NAMED = re.compile(
    r"(?<![\w.,£€$-])(?P<number>[0-9](?:[0-9,.]{0,20}[0-9])?+)"
    + _SCALE.format("scale")
    + r" (?P<name>pounds sterling|pounds|euros?|dollars)\b(?! (?:of|in) (?:weight|waste|body))",
    re.IGNORECASE,
)
# "one million pounds", "two and a half million euros": number words, then the currency.
_SPOKEN = re.compile(
    rf"(?<![\w-])(?P<number>(?:a |an )?(?:{NUMBER_WORD})"
    rf"(?:[ -](?:and |of )?(?:an? )?(?:{NUMBER_WORD})){{0,9}}"
    r") (?P<name>pounds|euros|dollars)\b(?! (?:of|in) (?:weight|waste|body))",
    re.IGNORECASE,
)
# 81p · 0.45p · 30-35p · 50 pence; not 1080p, nor a page "p. 4".
_PENCE = re.compile(
    r"(?<![\w.,£€$/-])(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3})?)(?: ?(?:-|–"
    r"|to) ?(?P<second>[0-9]{1,3}"
    r"(?:\.[0-9]{1,3})?))?(?: pence\b|p(?![\w.]?[A-Za-z0-9]))(?! posts?\b| grade)"
)
# The rest of a number that a line break or a stray blank split off: "£1, 234", "£12 ,500".
_SPLIT = re.compile(
    r"(?: , ?|, | ,)(?P<rest>[0-9]{3}(?:,[0-9]{3}){0,3})(?![0-9,])(?P<pence>\.[0-9]{2}\b)?"
)
_AFTER_SPLIT = re.compile(
    r" ?(?:$|[\n).;,:]|per\b|for\b|to\b|from\b|in\b|over\b|be\b|was\b|is\b|which\b|and\b|with\b"
    r"|towards\b|by\b|at\b|on\b|has\b|had\b|will\b|would\b|as\b)"
)
# £12 000 and £1 250 000
_SPACED = re.compile(r"(?:(?: [0-9]{3}){1,3})(?![0-9,.]*[0-9A-Za-z])")
_PENNY = re.compile(r"p(?<=[0-9]p)")
_SIGNS = {"£": "GBP", "GBP": "GBP", "€": "EUR", "EUR": "EUR", "$": "USD", "US$": "USD"}
_NAMES = {"p": "GBP", "e": "EUR", "d": "USD"}
_SCREENS = frozenset({"720", "480", "240", "360"})


@dataclass(frozen=True, slots=True)
class Form:
    """A sum as printed. `second` is the upper end where one form holds both (30-35p)."""

    start: int
    stop: int
    value: Value | None
    rule: str
    currency: str = "GBP"
    second: Value | None = None
    scale: str | None = None


def scan(reading: str, start: int, stop: int) -> list[Form]:
    """Return the sums of a span in reading order, none overlapping another.

    >>> [str(f.value.pence) for f in scan("in £2.5million, 81p, half a million pounds", 0, 42)]
    ['250000000', '81', '50000000']
    >>> scan("8,343 lanterns, 2015/16, 01522 552222, p 4", 0, 42)
    []
    """
    found: list[Form] = []
    said = reading[start:stop]
    foreign = any(sign in said for sign in _FOREIGN)
    if foreign or "£" in said:
        found += _signed(reading, start, stop, _SIGNED if foreign else _POUNDS)
    if "?" in said or "\ufffd" in said:
        found += _lost(reading, start, stop)
    if _has_names(reading, start, stop):
        found += _named(reading, start, stop)
    if " pence" in said or _PENNY.search(said):
        found += _pence(reading, start, stop)
    found.sort(key=lambda form: (form.start, -form.stop))
    kept: list[Form] = []
    for form in found:
        if not kept or form.start >= kept[-1].stop:
            kept.append(form)
    return kept


def _has_names(reading: str, start: int, stop: int) -> bool:
    low = lowered(reading)
    return any(low.find(name, start, stop) >= 0 for name in ("pounds", "euro", "dollars"))


def _scale(hit: "re.Match[str]") -> str | None:
    return hit["scale"] or hit["scale_s"]


def _signed(reading: str, start: int, stop: int, pattern: "re.Pattern[str]") -> Iterator[Form]:
    for hit in pattern.finditer(reading, start, stop):
        number, scale = hit["number"] + (hit["half"] or ""), _scale(hit)
        if number == "000":  # the head of a column of thousands
            continue
        form = Form(
            hit.start(),
            hit.end(),
            None if hit["more"] or not number else money_values.value(number, scale),
            "money.sign",
            _SIGNS[hit["sign"].replace(" ", "")],
            scale=scale,
        )
        yield _joined(reading, form, number, stop) if not scale else form


def _joined(reading: str, form: Form, number: str, stop: int) -> Form:
    """Join a number that was split behind its first figures; leave what reads like two."""
    if len(number.replace(",", "")) <= 3 * (1 + number.count(",")) and "." not in number:
        rest = _SPLIT.match(reading, form.stop, stop)
        if rest and _AFTER_SPLIT.match(reading, rest.end()):
            whole = money_values.value(f"{number},{rest['rest']}{rest['pence'] or ''}")
            return replace(form, value=whole, stop=rest.end(), rule="money.split")
    spaced = _SPACED.match(reading, form.stop, stop) if len(number) <= 3 else None
    if spaced and (spaced.group().endswith("000") or len(spaced.group()) > 4):
        whole = money_values.value(number + spaced.group())
        return replace(form, value=whole, stop=spaced.end(), rule="money.split")
    return form


def _lost(reading: str, start: int, stop: int) -> Iterator[Form]:
    for hit in _LOST.finditer(reading, start, stop):
        said = money_values.value(hit["number"], _scale(hit))
        yield Form(hit.start(), hit.end(), said, "money.lost_sign", scale=_scale(hit))


def _named(reading: str, start: int, stop: int) -> Iterator[Form]:
    for hit in _NAMED.finditer(reading, start, stop):
        said = money_values.value(hit["number"], _scale(hit))
        currency = _NAMES[hit["name"][0].lower()]
        yield Form(hit.start(), hit.end(), said, "money.named", currency, scale=_scale(hit))
    for hit in _SPOKEN.finditer(reading, start, stop):
        number = money_values.spoken(hit["number"])
        if number is not None:
            currency = _NAMES[hit["name"][0].lower()]
            yield Form(hit.start(), hit.end(), Value(number), "money.words", currency)


def _pence(reading: str, start: int, stop: int) -> Iterator[Form]:
    for hit in _PENCE.finditer(reading, start, stop):
        if hit["number"] not in _SCREENS:
            second = hit["second"]
            yield Form(
                hit.start(),
                hit.end(),
                Value(Decimal(hit["number"]), -2),
                "money.pence",
                second=Value(Decimal(second), -2) if second else None,
            )
