"""Which firm a sum belongs to: the supplier whose price the words of its sentence make it.

"awarded to Esk Ltd at £4,000" -> Esk Ltd; "Lot 1 to Esk Ltd for £1m and Lot 2 to Lune plc for £2m"
-> each its own. A sum of another bidder, or of a clause that is about something else, has none.
"""

import re
from collections.abc import Iterable, Sequence

from extractors.organisations import legal
from schemas.facts import Mention

# Parts that a firm may play beside the sum: only these can own a price.
_PARTIES = frozenset("supplier bidder grantee tenant applicant".split())
_REACH = 120  # between a firm and its price where the sentence names several
# What makes a sum somebody else's: "the other was £900", "that of Lune Marine at £900".
_OTHERS = re.compile(
    r"""\b(?:the[ ]other|another|(?:next|second)[ ](?:lowest|cheapest)
    |other[ ](?:tenderers?|bidders?)|those[ ]of|that[ ]of(?=[ ][A-Z])|profits?|arrears|bills|takings
    |the[ ]latter|Council[ ]Tax|turnover|reserve[ ]price|on[ ]offer[ ]for)\b""",
    re.VERBOSE,
)
# A clause of its own between a sum and the name after it.
_NEW_CLAUSE = re.compile(
    r";|, (?:because|and that|while|whereas|but|although|since|so that|as)\b|[.] (?=[A-Z])"
)
# After a semicolon words point back at the firm: "; its price is £900".
_BACK = re.compile(
    r"\b(?:its?|their|they|which|whose|the (?:said )?(?:firm|company|contractor|contract|operator"
    r"|provider|supplier|tender|price|sum|fee|cost|total|work|agreement|order))\b"
)
# What stands between a sum and the firm it goes to: "£900 over two years, to".
_GOES_TO = re.compile(
    r"[^;£]{0,60}?\b(?:to|with|from|by|for)[ ](?:the[ ]|its[ ]|our[ ]|a[ ])?(?:[\w-]+[ ]){0,4}?"
    r"(?:[\w-]+,[ ])?\Z"
)
_AND = re.compile(r";|£|\band\b")
_AND_WORD = re.compile(r"\band\b")
_JOINED = re.compile(r",?[ ](?:and|&|with|or)[ ](?:the[ ])?|,[ ]|/")


def firm_of(reading: str, start: int, stop: int, named: Iterable[Mention]) -> Mention | None:
    """Return the supplier whose price the sum from `start` to `stop` is; None where none is tied.

    `named` are the mentions of the sum's sentence.
    """
    parties = [m for m in named if m.role in _PARTIES or _is_other_firm(m)]
    names = {m.name for m in parties if m.role == "supplier"}
    if not names:
        return None
    alone = {m.name for m in parties} == names and len(names) == 1
    near = _alone if alone else _among
    return near(reading, start, stop, parties)


def _is_other_firm(mention: Mention) -> bool:
    """Tell whether a firm without a part may own a price too: not the group behind another."""
    return bool(legal.registered(mention.name)) and not mention.rule.endswith(".parent")


def _alone(reading: str, start: int, stop: int, parties: Sequence[Mention]) -> Mention | None:
    """Return the one firm of a sentence, unless other words stand between it and the sum."""
    nearest = min(parties, key=lambda m: min(abs(m.start - stop), abs(start - m.stop)))
    if nearest.start >= stop:
        return None if _NEW_CLAUSE.search(reading, stop, nearest.start) else nearest
    gap = reading[nearest.stop : start]
    if _OTHERS.search(gap):
        return None
    _, semicolon, after = gap.rpartition(";")
    return None if semicolon and not _BACK.search(after) else nearest


def _among(reading: str, start: int, stop: int, parties: Sequence[Mention]) -> Mention | None:
    """Return the firm that a sum stands beside where a sentence names several."""
    left = max((m for m in parties if m.stop <= start), key=lambda m: m.stop, default=None)
    right = min((m for m in parties if m.start >= stop), key=lambda m: m.start, default=None)
    if left and _is_before(reading, start, left, parties):
        return left if left.role == "supplier" else None
    if right and _is_after(reading, stop, right, parties):
        return right if right.role == "supplier" else None
    return None


def _is_before(reading: str, start: int, firm: Mention, parties: Sequence[Mention]) -> bool:
    gap = reading[firm.stop : start]
    if len(gap) > _REACH or _AND.search(gap) or _OTHERS.search(gap) or _NEW_CLAUSE.search(gap):
        return False
    joined = (m for m in parties if m.stop < firm.start and m.name != firm.name)
    return not any(_JOINED.fullmatch(reading, m.stop, firm.start) for m in joined)


def _is_after(reading: str, stop: int, firm: Mention, parties: Sequence[Mention]) -> bool:
    gap = reading[stop : firm.start]
    if len(gap) > _REACH or _AND_WORD.search(gap) or not _GOES_TO.fullmatch(gap):
        return False
    joined = (m for m in parties if m.start > firm.stop and m.name != firm.name)
    return not any(_JOINED.fullmatch(reading, firm.stop, m.start) for m in joined)
