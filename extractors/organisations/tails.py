"""What closes a firm's name behind its run of capitals: "& Sons", "and Paving", "(Arborists)"."""

import re

from extractors.organisations.shapes import Shape, is_trade


def closes_with_trade(words: str) -> bool:
    """Tell whether plain words in a list of firms are one more: the last is a trade."""
    first, _, rest = words.partition(" ")
    return bool(rest) and is_trade(rest.split(" ")[-1]) and first not in _LEADS


_LEADS = frozenset("The Adult Children's Public Human Legal Director Head Cabinet Council".split())
# What may close a name after a comma, and a trade in brackets: "Ash, Larch & Sons (Arborists)".
_AND_SONS = re.compile(
    r" a'i (?:Fab|Feibion|Ferched|Gwmni)\b"
    r"|, [A-ZÀ-Þ][\w'-]+ (?:&|and) (?:Sons?|Co|Partners|Daughters|Bros|Brothers|Associates)\b"
)
_AND_TRADE = re.compile(r" and ([A-Z][a-z]{3,14})(?![\w'&-]| [A-Z])")
_IN_BRACKETS = re.compile(r" \(([A-Z][a-z]{3,14})\)")


def with_tail(reading: str, shape: Shape) -> Shape:
    """Return a name with what closes it after a comma or in brackets."""
    more = _AND_SONS.match(reading, shape.stop)
    if more and " " not in reading[shape.start : shape.stop]:
        shape = Shape(shape.start, more.end(), True)
    two = _AND_TRADE.match(reading, shape.stop) if shape.trade else None
    if two and is_trade(two[1]):
        return Shape(shape.start, two.end(), True)
    trade = _IN_BRACKETS.match(reading, shape.stop)
    if trade and is_trade(trade[1]):
        return Shape(shape.start, trade.end(), True)
    return shape
