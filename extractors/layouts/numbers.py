"""The numbers of a meeting's items: how they are written, what in them counts, which comes next.

>>> value("276."), value("25/36"), value("B4")
((276,), (25, 36), (66, 4))
"""

import re

# "276.", "77/21", "1.(i)", "3.1", "C1544", "12.MA.41", "CAB 91", "67/19/F&R", "12": what numbers
# an item.
NUMBER = (
    r"(?:[0-9]{1,3}\.[A-Z]{1,4}\.|[A-Z]{1,3}(?:\.|/)?"
    r"|(?!(?:PART|PAGE|ITEM|BAND|STEP|ZONE|LOT|NO|LI|NI|KPI|PI)\b)[A-Z]{2,5}[ ./-])?"
    r"(?:[0-9]{3}/[0-9]{2}/[0-9]{2}|[0-9]{1,5}(?:[./][0-9]{1,4})?)(?:/[A-Z][A-Z&]{0,4})?"
    r"(?:\.?\((?:[ivx]{1,4}|[a-z])\)|[a-z])?[.)]?"
)
# A number that no limb of a resolution has: "7064", "82/23", "A22/031", "67/19/F&R".
_OF_MINUTE = re.compile(
    r"[0-9]{3,5}[.)]?"
    r"|(?:[A-Z]{1,5}[ ./-]?)?[0-9]{1,4}/[0-9]{1,4}(?:/(?:[A-Z][A-Z&]{0,4}|[0-9]{2}))?"
)
_DIGITS = re.compile(r"[0-9]+")
FURTHEST = 12  # how far numbers of neighbouring items may lie apart


def is_of_minute(number: str | None) -> bool:
    """Tell whether a number is one that minutes have and no agenda: "7064", "82/23".

    >>> is_of_minute("82/23"), is_of_minute("5.")
    (True, False)
    """
    return bool(number and _OF_MINUTE.fullmatch(number))


def style(number: str) -> str:
    """Return how a number is set: "0." of "12.", "0/0" of "77/21", "A0" of "B4".

    >>> style("276."), style("77/21"), style("5(a)"), style("B4") == style("A3")
    ('0', '0/0', '0', True)
    """
    plain = re.sub(r"(?<=[0-9])[a-z](?=[.)]?$)|\.?\([a-z]{1,4}\)", "", number)
    plain = re.sub(r"^[A-Z](?=[0-9]{1,2}$)", "A", plain)  # "A4" goes before "B1"
    return _DIGITS.sub("0", plain).replace("0.0", "0").rstrip(".")


def value(number: str) -> tuple[int, ...]:
    """Return what counts in a number: 276 of "276.", 25 and 36 of "25/36"."""
    if lettered := re.fullmatch(r"([A-Z])([0-9]{1,2})", number):
        return ord(lettered[1]), int(lettered[2])
    coded = re.search(r"[A-Z][. /-]?(?=[0-9])", number)
    found = _DIGITS.findall(number, coded.end() if coded else 0)
    return tuple(int(n) for n in found[: 2 if "/" in number else 1]) or (0,)


def follows(last: tuple[int, ...], number: tuple[int, ...], furthest: int = FURTHEST) -> bool:
    """Tell whether a number comes next: the first of its parts that moves goes up a little.

    >>> follows((77, 21), (78, 21)), follows((25, 35), (25, 36)), follows((25, 36), (25, 35))
    (True, True, False)
    """
    steps = (b - a for a, b in zip(last, number, strict=False) if a != b)
    return 0 < next(steps, 0) <= furthest


def is_part(number: str) -> bool:
    """Tell whether a number counts the parts of an item: "82a" below "82.", "3.1" below "3"."""
    return "." in number.rstrip(".") or number.rstrip(".)")[-1:].isalpha()
