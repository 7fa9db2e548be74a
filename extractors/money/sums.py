"""Sums and percentages that contradict each other in one sentence.

    "rises by 5% from £100 to £110"                          -> 5% does not follow
    "£30,000 of the £60,000 budget (40%)"                    -> 40% does not follow
    "£20,000 for paint and £5,000 for glue, a total of £26,000"  -> the total is not of its parts

Only where the words leave no doubt about which figure is said of which, and only where no rounding
of the figures as printed can make them fit: "£1.2m" may be anything from £1.15m to £1.25m, and a
sum of thousands that ends in noughts anything that its first two figures still are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.context import Context
from extractors.lowered import line_at, lowered
from schemas.document import Notice, Span
from schemas.facts import Amount, Percentage

# The figure of a sum as printed, and of a percentage.
_FIGURE = re.compile(r"[0-9][0-9,]{0,20}(?:\.(?P<part>[0-9]{1,6}))?")
_ROUND_HALF = 0.5
_LEAST_FIGURES = 2  # of a sum ending in noughts that are taken as meant
_SHORT = 3  # figures of a sum that is meant to the pound: "£100"
# What makes a rate other than the simple one: "5% a year", "by 5% on average", "in real terms".
_OTHERWISE = re.compile(
    r"\b(?:(?:each|every|per|an?) (?:year|annum|month|quarter)|annually|p\.a|pa\b|average|inflation"
    r"|real terms|respectively|cumulative|compound|phased|between them|both|further|additional"
    r"|plus|vat|net of|excluding|including|rounded)",
    re.IGNORECASE,
)
_KIND = r"(?:increase|decrease|rise|reduction|fall|cut|uplift|drop|growth)"
_FROM = re.compile(
    r"\bfrom (?:the |its |a |an )?(?:(?:current|present|existing|previous) )?$", re.I
)
_TO = re.compile(r"(?: (?:per|an?|each) [a-z]{1,12})? to (?:the |a |new ){0,2}", re.IGNORECASE)
# "£100 to £110 (5%)", ", an increase of 5%", ", a 5% rise".
_CHANGE_BEHIND = re.compile(
    rf"(?: ?[(,;–-]| ?\() ?(?:(?:or|i\.?e\.?|which is|representing|being|that is|an?|by) ){{0,3}}"
    rf"(?:{_KIND} (?:of |by ))?",
    re.IGNORECASE,
)
# "increased by 5% from £100", "a 5% increase from £100", "by 5%, from £100".
_CHANGE_BEFORE = re.compile(rf"(?: {_KIND})?,? from (?:the |its |a |an )?", re.IGNORECASE)
_BY = re.compile(rf"\b(?:by|an?|{_KIND} of) $", re.IGNORECASE)
_WHOLE = (
    r"(?:(?:the|an?|its|our|this|that|total|overall|gross|net|annual|original|approved|current|full"
    r"|whole|budget|sum|cost|value|price|of|allocation|grant|fund|spend|spending|expenditure"
    r"|available|contract) ){0,6}"
)
_THING = r"(?: (?:budget|allocation|total|grant|fund|cost|contract|price|sum|available)){0,2}"
# "£30,000 of the £60,000 budget (40%)": part, whole, share.
_PART_OF = re.compile(rf"(?:,| out)? of {_WHOLE}", re.IGNORECASE)
_SHARE_BEHIND = re.compile(rf"{_THING} \(", re.IGNORECASE)
# "£30,000 (40%) of the £60,000 budget".
_OPEN = re.compile(r" ?\(")
_SHARE_OF = re.compile(rf"\) of {_WHOLE}", re.IGNORECASE)
# "40% of the £60,000 budget (£30,000)".
_OF_WHOLE = re.compile(rf" of {_WHOLE}", re.IGNORECASE)
# "…, a total of £26,000", "totalling £26,000".
_TOTAL = re.compile(
    r",? (?:(?:and )?(?:making|giving|amounting to|which (?:makes|gives|is)|being|with|at) )?"
    r"(?:an? )?(?:(?:combined|overall|grand) )?total(?:ling| (?:sum |cost |value )?of| is) $",
    re.IGNORECASE,
)
# "£26,000, comprising £20,000 for …".
_PARTED = re.compile(
    r"[^£]{0,60}\b(?:comprising|comprised of|consisting of|made up of|broken down as)[ :]",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:,|;|\band\b|\bplus\b|&)", re.IGNORECASE)
# What makes a sum beside others no part of their total.
_NO_PART = re.compile(
    r"\b(?:includ|of which|remain|increas|decreas|reduc|saving|sav(?:e|ed)\b|less\b|minus|from\b"
    r"|up to|over\b|already|balance|previous|instead|compar|against|target|of the £|out of|per\b"
    r"|each\b|every\b|an hour|a year|a month|a week|or\b|total|rather|than\b|between|offset|net\b"
    r"|income|x [0-9]|[0-9] x|@|times|for [0-9]+ |vat\b|not\b|deduct|excess|shortfall|deposit"
    r"|instalments?|original|further|additional|annual)",
    re.IGNORECASE,
)
_MOST_PARTS = 12
_CUES = ("total", "compris", "consisting of", "made up of", "broken down as")


class Reach(NamedTuple):
    """The values that a figure as printed may stand for."""

    low: float
    high: float


def find(context: Context) -> Iterator[Notice]:
    """Yield what contradicts itself in the sentences of a document."""
    sums = sorted(context.known(Amount), key=lambda a: a.start)
    if len(sums) < 2:
        return
    shares = sorted(context.known(Percentage), key=lambda p: p.start)
    for own in _lines(context, sums, shares):
        for sentence in dict.fromkeys(context.sentence_at(amount.start) for amount in own):
            its = [p for p in shares if sentence.start <= p.start and p.stop <= sentence.stop]
            held = [a for a in own if sentence.start <= a.start and a.stop <= sentence.stop]
            if not all(_is_plain(amount) for amount in held):
                continue
            if len(its) == 1 and len(held) == 2:
                yield from _percentage(context, sentence, held, its[0])
            if len(held) > 2:
                yield from _total(context, sentence, held)


def _lines(
    context: Context, sums: Sequence[Amount], shares: Sequence[Percentage]
) -> Iterator[list[Amount]]:
    """Yield the sums of each line that has several, and a percentage or the word of a total."""
    text = lowered(context.reading)
    lines: dict[tuple[int, int], list[Amount]] = {}
    for amount in sums:
        lines.setdefault(line_at(text, amount.start, 0, len(text)), []).append(amount)
    shared = {line_at(text, share.start, 0, len(text)) for share in shares}
    for line, own in lines.items():
        if len(own) > 1 and (line in shared or any(text.find(w, *line) >= 0 for w in _CUES)):
            yield own


def _is_plain(amount: Amount) -> bool:
    return bool(amount.pence) and amount.pence_max is None and amount.qualifier is None


def _percentage(
    context: Context, sentence: Span, own: Sequence[Amount], share: Percentage
) -> Iterator[Notice]:
    if share.value_max is not None or share.qualifier is not None or not share.value:
        return
    if _OTHERWISE.search(context.reading, sentence.start, sentence.stop):
        return
    first, second = own
    if first.currency != second.currency or first.per != second.per:
        return
    wanted = _change(context, first, second, share) or _part(context, first, second, share)
    if wanted is None:
        return
    said = Reach(*_about(abs(share.value), _half(share.quote)))
    if wanted.high < said.low or said.high < wanted.low:
        message = (
            f"{share.quote} does not follow from {first.quote} and {second.quote}: "
            f"{(wanted.low + wanted.high) / 2:.1f}%"
        )
        yield Notice("contradiction.percentage", message, share.start, share.stop)


def _change(context: Context, old: Amount, new: Amount, share: Percentage) -> Reach | None:
    """Return by how many per cent a sum changes "from £a to £b", where the share is of that."""
    text = context.reading
    if not _FROM.search(text, max(0, old.start - 40), old.start):
        return None
    if not _TO.fullmatch(text, old.stop, new.start):
        return None
    behind = _CHANGE_BEHIND.fullmatch(text, new.stop, max(new.stop, share.start))
    ahead = _CHANGE_BEFORE.fullmatch(text, share.stop, max(share.stop, old.start))
    if not behind and not (ahead and _BY.search(text, max(0, share.start - 20), share.start)):
        return None
    a, b = _reach(old), _reach(new)
    ends = [100 * abs(y - x) / x for x in a for y in b]
    crossing = a.low <= b.high and b.low <= a.high
    return Reach(0.0 if crossing else min(ends), max(ends))


def _part(context: Context, first: Amount, second: Amount, share: Percentage) -> Reach | None:
    """Return what part of a whole a sum is, where the share is said of the two."""
    text = context.reading

    def tied(pattern: "re.Pattern[str]", start: int, stop: int) -> bool:
        return start <= stop and bool(pattern.fullmatch(text, start, stop))

    closed = text[share.stop : share.stop + 1] == ")"
    behind = (
        tied(_PART_OF, first.stop, second.start)
        and tied(_SHARE_BEHIND, second.stop, share.start)
        and closed
    )
    amid = tied(_OPEN, first.stop, share.start) and tied(_SHARE_OF, share.stop, second.start)
    if behind or amid:
        return _share(first, second)
    ahead = tied(_OF_WHOLE, share.stop, first.start) and tied(
        _SHARE_BEHIND, first.stop, second.start
    )
    if ahead and text[second.stop : second.stop + 1] == ")":
        return _share(second, first)
    return None


def _share(part: Amount, whole: Amount) -> Reach:
    a, b = _reach(part), _reach(whole)
    return Reach(100 * a.low / b.high, 100 * a.high / b.low)


def _total(context: Context, sentence: Span, own: Sequence[Amount]) -> Iterator[Notice]:
    """Compare a total with the parts that stand before it, or that "comprising" leads to."""
    if len(own) > _MOST_PARTS or len({(a.currency, a.per) for a in own}) > 1:
        return
    text = context.reading
    *before, last = own
    lead = _TOTAL.search(text, before[-1].stop, last.start)
    if lead:
        stretch = Span(sentence.start, lead.start())
        parts, total = before, last
    elif _PARTED.match(text, own[0].stop, own[1].start):
        stretch = Span(own[1].start, sentence.stop)
        total, *parts = own
    else:
        return
    if _NO_PART.search(text, stretch.start, stretch.stop) or not _are_joined(text, parts):
        return
    reaches = [_reach(part) for part in parts]
    said = _reach(total)
    low, high = sum(r.low for r in reaches), sum(r.high for r in reaches)
    if high < said.low or said.high < low:
        summed = sum(part.pence or 0 for part in parts)
        message = f"{total.quote} is not the sum of its {len(parts)} parts: {summed / 100:,.2f}"
        yield Notice("contradiction.total", message, total.start, total.stop)


def _are_joined(text: str, parts: Sequence[Amount]) -> bool:
    return all(_JOINED.search(text, a.stop, b.start) for a, b in pairwise(parts))


def _reach(amount: Amount) -> Reach:
    return Reach(*_about(float(amount.pence or 0), half(amount.quote, float(amount.pence or 0))))


def _about(value: float, spread: float) -> tuple[float, float]:
    return value - spread, value + spread


def _half(quote: str) -> float:
    """Return half of the last printed figure of a percentage.

    >>> _half("5%"), _half("12.50%")
    (0.5, 0.005)
    """
    found = _FIGURE.search(quote)
    part = len(found["part"] or "") if found else 0
    return float(_ROUND_HALF * 10**-part)


def half(quote: str, value: float) -> float:
    """Return half of the last figure that a sum as printed can be taken to mean.

    >>> half("£1.2m", 120_000_000.0), half("£4,312", 431_200.0), half("£250,000", 25_000_000.0)
    (5000000.0, 50.0, 500000.0)
    """
    found = _FIGURE.search(quote)
    if not found:
        return value  # in words: nothing is known of its rounding
    figure = found.group().replace(",", "")
    number = float(figure)
    if not number:
        return value
    unit = value / number
    if found["part"]:
        return float(_ROUND_HALF * unit * 10 ** -len(found["part"]))
    noughts = len(figure) - len(figure.rstrip("0"))
    kept = min(noughts, len(figure) - _LEAST_FIGURES) if len(figure) > _SHORT else 0
    return float(_ROUND_HALF * unit * 10**kept)
