"""What a sum is by what it hangs together with: its neighbours, its list, the sentence before.

    "Savings of £4m were planned. Of these, £3m had been delivered."   -> both savings
    "The following was allocated:" above "- Libraries £20,000"         -> budget
    "a rent of £14,250 from one bidder and £13,000 from the other"     -> income, both

A clerk asks first what the words around a sum say (extractors/money/kinds.py); then whether the
sum is one of a set; then what the paragraph is about; last, what stands at its head. So each of
these witnesses gives a clue with a distance of its own (extractors/clues.py).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from extractors import leads
from extractors.clues import Clue, weigh
from extractors.context import Context
from extractors.money import kinds as money_kinds
from schemas.document import Section, Span

# The distances of witnesses, fitted on the development gold; a word beside the sum costs 0 to 4.
_SIBLING = 5.0  # the sum before it in the sentence
_LEANING = 2.0  # the same where this sum leans on it: "of which £5"
_PARTNER = 0.5  # the other end of "from £4 to £5", the other member of "£4 and £5 of savings"
_OPTIONAL = 9.0  # an option that was turned down
_OF_WHOLE = 1.0  # a part told behind the colon of a whole
_LABEL = 0.5  # the label before a value on its line
_SAME = 4.5  # the same figure elsewhere
_AGAIN = 0.5  # "the £2m", told before
_POINT = 1.5  # the line above a list whose point the sum closes
_LED = 4.0  # the line above a list whose point tells of the sum
_ANAPHOR = 2.0  # the sentence before, where this one leans on it
_FOLLOWING = 7.0  # the sentence before, where this one stands by itself
_PROGRESS = 2.5  # what has come of savings, told of savings
_HEADING = 10.0
_SUREST = -1.0  # and no surer than this
_SURE = 4.0  # a sum's own clue at most so dear may speak for its neighbours

_NAMED = 6.0  # and at most so dear is it of a kind that no saving is
_NO_SAVINGS = frozenset(
    "income cost loan reserve fee overspend underspend threshold shortfall".split()
)

# Whole services are told in thousands; what one household or one thing costs is not. In pence.
_SMALL = 1_000_00
_LARGE = frozenset(
    "saving budget reserve overspend underspend shortfall debt loan threshold".split()
)
_MISFIT = 3.0
_NO_FEE = 10_000_00

_GAPS = frozenset(("overspend", "underspend", "shortfall"))
_PART_OF = 250  # how far before a sum "made up of" may stand
_LOOK = 400  # how much of a leading line or a sentence before is read
# "Of these, £4m", "a further £3m", "it had been £5": the sum leans on what was told before.
_LEANS = re.compile(
    r"\b(?:of (?:these|this|that|those|which|them|it)|(?:a |an )?(?:further|additional|extra)"
    r"|an? (?:improvement|deterioration|movement|change|adverse change|favourable change)"
    r"|among (?:them|these|those|which)(?: (?:is|was|are|were))?"
    r"|the (?:biggest|largest|main|chief|greatest|smallest)(?: (?:of (?:them|these|those|which)"
    r"|one"
    r"|item|part))? (?:is|was|being)|another"
    r"|(?:the )?(?:remaining|rest|balance|remainder|other|others|latter|former)"
    r"|(?:it|this|these|they|that|both) (?:is|was|were|are|had|has|have|would|will|could|should"
    r"|may|might|came|comes|stood|stands)\b[^£;]{0,30}|half|all but|only|just)"
    r"(?: (?:of|some|about|around|nearly|almost|over)){0,2}[ (]{0,2}$",
    re.IGNORECASE,
)
# "Of the £12m savings in the budget, £6m": all that comes is part of the first.
_OF_THE = re.compile(
    r"[^\w]{0,4}(?:[0-9.()a-z]{1,6}\s+)?(?:[Oo]ut )?[Oo]f (?:the|this|these|that|its|our|those)\b"
)
# "£2m, made up of parking (£1m) and rents (£1m)"
_PARTS = re.compile(
    r"\b(?:consist(?:s|ed|ing)|compris(?:es|ed|ing)|made up|namely|split between|broken down"
    r"|of which|which includ(?:es|ed)|of whom|divided between)\b"
)
# "£29,500 of that", "£1.3m of them".
_LEANT = re.compile(r"\)?(?: \([^()]{1,20}\))? of (?:that|this|these|those|it|them)\b")
# Between two sums of one kind: "£4m to £5m", "£4m and £5m".
_JOINED = re.compile(
    r"[ )]{0,2}(?:(?:per|an?|for each|for every|each) [a-z]{3,9} ?|each )?"
    r"(?:,|to|and|or|, or|up to|-|–|(?:out )?of (?:the|an?|its)|o'r"
    r"|[^.;£]{0,60}(?:%|per cent) of (?:the|its|an?)"
    r"(?: (?:required|planned|agreed|original|total)){0,2}"
    r"|, which (?:is|was|will|would)(?: to)? (?:become|rise to|fall to|go to)|,? (?:in place of"
    r"|instead of|rather than|rising to|falling to|reducing to|increasing to)(?: the)?)"
    r" ?(?:around |about |over )?"
)
# "£2m, or £60,000 less than is paid now": the second is another thing than the first.
_CHEAPER = re.compile(r"(?: a year)?,? (?:less|more|lower|higher|below|above|cheaper|dearer)\b")
# "confirmed £14m for 2025/26: £9m in capital and £5m in revenue": parts behind a colon.
_SPLIT = re.compile(r"[^£.;:]{0,40}: ?(?:some |about )?|: ?[^£.;:]{2,24}? ")
# "Alternative options considered: patch the roof (£90,000)".
_OPTIONS = re.compile(
    r"\b(?:(?:alternative|other) options?|options?|alternatives?) (?:considered|rejected"
    r"|appraised)\b",
    re.IGNORECASE,
)
_NEXT_PART = re.compile(r" (?:in|for|to|from|of|on|by) [^£.;:]{2,40}")
_PIECE = re.compile(r" (?:in|for|to|from|of|on|by) ")
_OF_IT = (" of the ", " of that ", " of this ", " of its ")
# "Of those, £5 came from …", "The biggest was £5": a sentence about the parts of what was told.
_OF_THOSE = re.compile(
    r"\W{0,4}(?:Of (?:those|these|this|that|them|which)(?=,| £| (?:savings|sums?|figures?"
    r"|reductions|efficiencies|proposals)\b)|(?:The|Chief) (?:biggest|largest|main|chief|greatest"
    r"|smallest|principal)(?: (?:of (?:them|these|those|which)|ones?|items?|parts?))?"
    r" (?:is|was|are|were|being|comes?|came)\b|(?:These|They|This|Those) (?:includes?|included"
    r"|compris(?:es|ed|e)|consist(?:s|ed)? of)\b|Among (?:them|these|those)\b)"
)
_AND_PART = re.compile(
    r"(?: a year| per annum)? (?:came |comes |was |is )?(?:from|by|through|on|in|for) [^£;]{3,140}"
    r"(?:,| and|, and) "
)
_NEAR_BEFORE = 120
_PART_SAVED = -2.0
# Words of savings that come or do not come.
_PROGRESSED = re.compile(
    r"\b(?:(?:un)?achiev(?:ed|able|e)|(?:un)?deliver(?:ed|able)|(?:un)?realised|slipped|banked"
    r"|in (?:the bag|the bank|place|doubt|full)|on (?:track|course|target|schedule)|secured|landed"
    r"|(?:still )?to be found|be found|rated (?:red|amber|green)|lost|written off|at risk"
    r"|(?:the|our|its|year's|[0-9/-]{4,7}) programme (?:of|for|was)\b"
    r"|given up|foregone|forgone|dropped|delayed|deferred|put back|identified|outstanding"
    r"|scrapped|abandoned"
    r"|expected|forecast|due|not made|come through|came through|implemented|come in|came in"
    r"|pencilled in|put forward|(?:is|are|was|were) proposed (?:from|by|through|in)"
    r"|(?:will|would|could|to) release|released|yield(?:ed|s)?|missed"
    r"|(?:cannot|could not)(?: now)? (?:proceed|go ahead|be made))\b",
    re.IGNORECASE,
)
# "The 2016/17 programme of [£4.75m] was made up of thirty schemes", told of savings.
_PROGRAMME = re.compile(
    r"\b(?:the|our|its|(?:last )?year's|[0-9/-]{4,7}) programme (?:of|for|was|is|came to|stood at)"
    r" (?:about |around |some |just over )?$",
    re.IGNORECASE,
)
_SAVINGS = re.compile(r"\b(?:savings?|efficienc(?:y|ies)|economies|cuts|arbedion|arbediad)\b", re.I)
# One of these stands in every such text.
_PIECES = ("aving", "eduction", "fficienc", "conomies", "cuts", "arbed")


@dataclass(slots=True)
class Told:
    """A sum with the clues of its own words, and the kind it is given."""

    start: int
    stop: int
    pence: int | None
    sentence: Span
    is_later: bool  # another sum of the sentence stands before it
    clues: list[Clue]
    own: Clue | None = None
    kind: Clue | None = None


def settle(context: Context, section: Section, told: Sequence[Told]) -> None:
    """Give each sum its kind, by its own words and by what it hangs together with."""
    for one in told:
        one.clues = [*map(partial(_sized, one.pence), one.clues)]
        one.own = one.kind = weigh(one.clues)
    figures = _figures(told)
    seen: dict[int, Clue] = {}
    for at, one in enumerate(told):
        before = told[at - 1] if at else None
        after = told[at + 1] if at + 1 < len(told) else None
        leans = _leans(context.reading, one)
        more = [
            *_beside(context.reading, one, before, after, leans),
            *_part(context.reading, one, after, figures),
            *_same(context.reading, one, figures),
        ]
        more += _hanging(context, section, one, before, leans)
        if one.pence in seen and _is_definite(context.reading, one):
            more.append(seen[one.pence]._replace(cost=_AGAIN))
        one.kind = weigh([*one.clues, *more]) or _above(context, one) or _option(context, one)
        if one.pence and one.kind:
            seen[one.pence] = one.kind


def _sized(pence: int | None, clue: Clue) -> Clue:
    """Make a clue dearer where the sum is of no size that its kind has.

    >>> _sized(314_00, Clue("saving", 1.0)).cost, _sized(2_000_000_00, Clue("fee", 1.0)).label
    (4.0, 'cost')
    """
    if pence is None:
        return clue
    if pence < _SMALL and clue.label in _LARGE:
        return clue._replace(cost=clue.cost + _MISFIT)
    if pence >= _NO_FEE and clue.label == "fee":
        return clue._replace(label="cost", cost=clue.cost + 1.0)
    return clue


def _leans(reading: str, one: Told) -> bool:
    """Tell whether a sum leans on what was told before: "of these, £5", "£5 of that"."""
    head = reading[max(one.sentence.start, one.start - 70) : one.start]
    if _LEANS.search(head) or _LEANT.match(reading, one.stop):
        return True
    floor = one.sentence.start
    return one.is_later and bool(
        _OF_THE.match(reading, floor, one.start)
        or _PARTS.search(reading, max(floor, one.start - _PART_OF), one.start)
    )


def _is_definite(reading: str, one: Told) -> bool:
    """Tell whether a sum is spoken of as one told before: "the £2m", "of that £2m"."""
    return reading.endswith(("the ", "this ", "that ", "The "), 0, one.start)


def _figures(told: Sequence[Told]) -> Mapping[int, Told]:
    """Return the surest mention of each figure."""
    known: dict[int, Told] = {}
    for one in told:
        if one.pence and one.own and one.own.cost <= _SURE:
            best = known.get(one.pence)
            if best is None or best.own is None or one.own.cost < best.own.cost:
                known[one.pence] = one
    return known


def _same(reading: str, one: Told, figures: Mapping[int, Told]) -> Iterator[Clue]:
    """Yield what the same figure is called elsewhere in the section."""
    other = figures.get(one.pence or 0)
    if other and other is not one and other.own:
        far = _AGAIN if _is_definite(reading, one) else _SAME
        # A table's head is sure of its own cell, not of a figure that is the same by chance.
        yield other.own._replace(cost=far + max(other.own.cost, _SUREST))


def _beside(
    reading: str, one: Told, before: Told | None, after: Told | None, leans: bool
) -> Iterator[Clue]:
    """Yield what the neighbouring sums of the sentence are."""
    if before and before.sentence == one.sentence and before.kind:
        far = _PARTNER if _JOINED.fullmatch(reading, before.stop, one.start) else _SIBLING
        far = min(far, _LEANING) if leans else far
        if _PIECE.match(reading, one.stop) and _is_split(reading, one, before):
            far = _OF_WHOLE
        yield before.kind._replace(cost=far + min(max(before.kind.cost, 0.5), 4.0))
    if not after or after.sentence != one.sentence or not after.own:
        return
    # "£1.4m, £62,000 better than planned": the gap is another thing.
    gap = after.own.label in _GAPS and "," in reading[one.stop : after.start]
    gap = gap or _CHEAPER.match(reading, after.stop) is not None
    if gap or _LEANT.match(reading, after.stop):
        return
    if after.own.cost <= _SURE and _JOINED.fullmatch(reading, one.stop, after.start):
        yield after.own._replace(cost=_PARTNER + after.own.cost)


def _is_split(reading: str, one: Told, before: Told) -> bool:
    """Tell whether a sum is a part of what a colon parts: "£14m: £9m in x and £5m in y"."""
    if _SPLIT.fullmatch(reading, before.stop, one.start):
        return True
    told = reading.find(":", one.sentence.start, before.start) >= 0
    return told and _NEXT_PART.fullmatch(reading, before.stop, one.start) is not None


def _part(
    reading: str, one: Told, after: Told | None, figures: Mapping[int, Told]
) -> Iterator[Clue]:
    """Yield what the figure is elsewhere that a sum is a part of: "£2 of the £9"."""
    whole = figures.get(after.pence or 0) if after else None
    if not after or not whole or whole is after or not whole.own:
        return
    if after.sentence == one.sentence and reading[one.stop : after.start] in _OF_IT:
        yield whole.own._replace(cost=_PARTNER + whole.own.cost)


def _hanging(
    context: Context, section: Section, one: Told, before: Told | None, leans: bool
) -> Iterator[Clue]:
    """Yield what the list's lead or the sentence before says, and what savings came to."""
    reading, floor = context.reading, one.sentence.start
    gap = reading[max(section.start, floor - 80) : floor].rstrip(" ")
    if gap and not gap.endswith("\n"):
        label = _labelled(context, section, one)
        said = None if label else _before(context, section, one, before)
        if label:
            yield label._replace(cost=label.cost + _LABEL)
        if said:
            # "an additional £5 of pressures" names its own thing.
            tells = one.own is not None and one.own.cost <= _SURE
            far = _ANAPHOR if leans and not one.is_later and not tells else _FOLLOWING
            yield said._replace(cost=said.cost + far)
    else:
        line = leads.above(reading, one.start, section.start)
        said = lead(context, line.start, line.stop) if line else None
        if said:
            point = leans or leads.is_point(reading, one.start, one.stop)
            yield said._replace(cost=said.cost + (_POINT if point else _LED))
    if _of_savings(reading, one, before):
        yield Clue("saving", _PART_SAVED)
    named = one.own is not None and one.own.cost <= _NAMED and one.own.label in _NO_SAVINGS
    if not named and _is_progress(context, section, one):
        start = max(one.sentence.start, one.start - 50)
        is_whole = _PROGRAMME.search(reading, start, one.start)
        yield Clue("saving", 0.0 if is_whole else _PROGRESS)


def _of_savings(reading: str, one: Told, before: Told | None) -> bool:
    """Tell whether a sum is a part of savings told right before: "Of those, £5 came from …"."""
    if before is None or before.kind is None or before.kind.label != "saving":
        return False
    start = one.sentence.start
    head = _OF_THOSE.match(reading, start, one.start)
    if head is None or start - before.stop > _NEAR_BEFORE:
        return False
    return before.sentence != one.sentence or bool(
        _AND_PART.fullmatch(reading, before.stop, one.start)
    )


def _labelled(context: Context, section: Section, one: Told) -> Clue | None:
    """Return what the label says of a value that opens behind its colon: "Rent:\t£5"."""
    floor = one.sentence.start
    if one.start - floor > 2 or not context.reading[:floor].rstrip(" \t").endswith(":"):
        return None
    line = context.reading.rfind("\n", section.start, floor) + 1
    return lead(context, max(line, section.start), floor)


def _before(context: Context, section: Section, one: Told, before: Told | None) -> Clue | None:
    """Return the kind of the last sum of the sentence before; else what its words name."""
    start = one.sentence.start
    span = context.sentence_at(max(section.start, start - 3))
    if before and before.kind and span.start <= before.start < start:
        return before.kind._replace(cost=min(before.kind.cost, 3.0))
    return lead(context, max(span.start, start - 300), start)


def _is_progress(context: Context, section: Section, one: Told) -> bool:
    """Tell whether a sum is of savings told of before: "Of these, £4m had been delivered"."""
    start, stop = one.sentence.start, one.sentence.stop
    above = context.reading[max(0, start - 800) : one.start]
    if not any(piece in above for piece in _PIECES) or not _SAVINGS.search(above):
        return False
    clause = context.reading[max(start, one.start - 60) : min(stop, one.stop + 60)]
    return "apital" not in clause and bool(_PROGRESSED.search(clause))


def lead(context: Context, start: int, stop: int) -> Clue | None:
    """Return the kind that words above or beside a sum give it, by their first letters."""
    return money_kinds.of_lead(context.words(start, min(stop, start + _LOOK)))


def _above(context: Context, one: Told) -> Clue | None:
    """Return what the heading above a sum says, where nothing else speaks."""
    at = bisect_right(context.headings, one.start, key=lambda heading: heading.start) - 1
    if at < 0:
        return None
    heading = context.headings[at]
    return lead(context, heading.start, min(heading.stop, one.start))


def _option(context: Context, one: Told) -> Clue | None:
    """Return a cost where a sum stands among the options that were turned down."""
    above = context.reading[max(0, one.start - _PART_OF) : one.start]
    if "ption" not in above and "lternative" not in above:
        return None
    return Clue("cost", _OPTIONAL) if _OPTIONS.search(above) else None
