"""From the printed sum to exact hundredths of its currency, without floating point.

Nothing here looks around: a number's words and its scale go in, an exact integer comes out, or
None where no exact integer exists (parts of a penny) or the figure is not written as a number.
"""

import re
from decimal import Decimal
from typing import NamedTuple

SCALES = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mill": 6, "miliwn": 6, "million": 6, "millions": 6,
    "b": 9, "bn": 9, "billion": 9, "billions": 9, "biliwn": 9, "trillion": 12,
}  # fmt: skip
FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_MAX = 2**63 - 1
# 1,234,567.89 · 1234.5 · 0.740
_PLAIN = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,15})(?:\.[0-9]{1,6})?")
# £287.000 and £1.250.000: councils that write thousands with a stop; never 0.456.
_DOTTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}")
# £12 000 and £1 250 000
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")


class Value(NamedTuple):
    """A sum: `number` as written, in units of `scale` (a power of ten); `doubt` says why."""

    number: Decimal
    scale: int = 0
    doubt: str | None = None

    @property
    def pence(self) -> int | None:
        """Return the exact hundredths; None for parts of a penny or more than 63 bits hold."""
        exact = self.number.scaleb(self.scale + 2)
        whole = int(exact)
        return whole if exact == whole and abs(whole) <= _MAX else None


def value(number: str, scale: str | None = None) -> Value | None:
    """Read a number as printed after a pound sign, with its scale word; None where it is none.

    >>> value("1,234.56").pence, value("0.740", "m").pence, value("1,060", "k").pence
    (123456, 74000000, 106000000)
    >>> value("287.000").pence, value("287.000").doubt
    (28700000, 'stop read as thousands separator')
    >>> value("2½", "million").pence, value("0.456").pence, value("12 000").pence
    (250000000, None, 1200000)
    >>> value("3,47,040"), value("1.2.3"), value("")
    (None, None, None)
    """
    power = SCALES.get(scale.lower(), 0) if scale else 0
    digits, extra = number, Decimal(0)
    if number[-1:] in FRACTIONS:
        digits, extra = number[:-1].strip() or "0", FRACTIONS[number[-1]]
    if not power and "." in digits and _DOTTED.fullmatch(digits):
        whole = Decimal(digits.replace(".", ""))
        return Value(whole, 0, "stop read as thousands separator")
    if " " in digits and _SPACED.fullmatch(digits):
        digits = digits.replace(" ", "")
    if not _PLAIN.fullmatch(digits):
        return None
    return Value(Decimal(digits.replace(",", "")) + extra, power)


_UNITS = {
    name: at
    for at, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    name: at * 10
    for at, name in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_BIG = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_HALF = re.compile(r"^(?:a )?(half|quarter|three quarters) (?:of )?an? (thousand|million|billion)$")
_AND_HALF = re.compile(r" and (?:a )?(half|quarter|three quarters)\b")
_PART = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}
NUMBER_WORD = "|".join(
    sorted([*_UNITS, *_TENS, "hundred", *_BIG, "half", "quarter", "three quarters"], key=len)[::-1]
)


def spoken(words: str) -> Decimal | None:
    """Read a number in words; None where the words make none.

    >>> [str(spoken(w)) for w in ("one million", "half a million", "two and a half million")]
    ['1000000', '500000.0', '2500000.0']
    >>> [str(spoken(w)) for w in ("one hundred and fifty thousand", "twenty-five", "million")]
    ['150000', '25', 'None']
    >>> spoken("two three"), spoken("one hundred hundred"), spoken("")
    (None, None, None)
    """
    said = " ".join(words.lower().replace("-", " ").split())
    part = _HALF.match(said)
    if part:
        return _PART[part[1]] * _BIG[part[2]]
    half = _AND_HALF.search(said)
    extra = _PART[half[1]] if half else Decimal(0)
    said = _AND_HALF.sub("", said, count=1)
    if half and not any(big in said for big in _BIG):
        return None if (plain := _count(said)) is None else plain + extra
    total = _count(said)
    if total is None or not half:
        return total
    big = next(size for name, size in reversed(_BIG.items()) if name in said)
    return total + extra * big


def _count(said: str) -> Decimal | None:
    """Add up number words from left to right; None where their order makes no number."""
    total, group, last, limit = 0, 0, "", 10**15
    for word in said.split():
        if word in ("and", "a") and (word == "a") == (not last):
            group = 1 if word == "a" else group
        elif word in _UNITS and last not in ("unit",):
            if last == "tens" and _UNITS[word] > 9:
                return None
            group, last = (0 if last == "" else group) + _UNITS[word], "unit"
        elif word in _TENS and last not in ("unit", "tens"):
            group, last = (0 if last == "" else group) + _TENS[word], "tens"
        elif word == "hundred" and 0 < group < 100 and last != "hundred":
            group, last = group * 100, "hundred"
        elif word in _BIG and group and _BIG[word] < limit:
            total, group, last, limit = total + group * _BIG[word], 0, "big", _BIG[word]
        else:
            return None
    return Decimal(total + group) if last else None
