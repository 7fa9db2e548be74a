"""What reads like a saving of the council and is none, and savings that no noun names.

"residents would save £320 a year"                 -> other: the saving is theirs
"the savings programme will cost £1.5m"            -> a cost
"the premium was cut from £204,000 to £171,000"    -> two levels, whose difference is the saving
"£5,500 a year below what is now paid, a saving …" -> a saving
"""

import re
from collections.abc import Iterator, Sequence

from extractors.clues import Clue

_SAID = r"(?:(?:about|around|some|over|up to|nearly|almost|just|only|an average of|between) ){0,2}"
_RATE = r"(?: (?:a year|per annum|per year|p\.a\.?|each year|annually|a (?:week|month)))?"
# Who saves for themselves; taxpayers stand for the council.
_PEOPLE = (
    r"(?:residents|house-?holds|house-?holders|families|tenants|leaseholders|customers|consumers"
    r"|motorists|drivers|parents|home-?owners|pensioners|commuters|shoppers|visitors|students"
    r"|pupils|passengers|patients|people|claimants|applicants|occupiers|businesses|traders|carers"
    r"|(?:average|typical|each|every|per) (?:[a-z-]{3,10} )?"
    r"(?:household|family|resident|home|tenant|person|child|pupil|customer|driver|property))"
)
_THEY_SAVE = re.compile(
    rf"\b{_PEOPLE}(?: who [^,.;£]{{2,60}}?| (?:in|of|with|on|using|switching|living|taking)"
    r" [^,.;£]{2,40}?)?(?: (?:would|could|can|will|may|might|should|had|have|has|each|also|now"
    r"|typically|together|already|are|is|be|able|stand|expect|expected|hope|likely|set|due"
    r"|to)){0,5}"
    rf" sav(?:e|es|ed|ing)(?: themselves)? {_SAID}$"
    rf"|\bsav(?:e|es|ed|ing) (?:(?:the|our|local|many|most|some) ){{0,2}}"
    rf"(?:[a-z-]{{3,12}} )?{_PEOPLE} {_SAID}$"
    rf"|\bsavings? (?:to|for) (?:(?:the|our|local|many) ){{0,2}}(?:[a-z-]{{3,12}} )?{_PEOPLE}"
    rf"[^.;£]{{0,30}} (?:of|worth|at) {_SAID}$",
    re.IGNORECASE,
)
# What people have put by.
_PUT_BY = re.compile(
    r"\b(?:(?:hold|holds|held|holding|personal|life|household|members'|customers') savings"
    rf"|(?:{_PEOPLE}|anyone) with savings) (?:of|worth|over|above|below|under"
    rf"|totalling|exceeding|less than|more than|up to) {_SAID}$",
    re.IGNORECASE,
)
# "implementing the savings programme will cost [£1.5m]".
_COSTS = re.compile(
    r"\b(?:will|would|to|may|might|could|should|has|had|have|which|that|it|this|programme|scheme"
    rf"|project|works?|system|review) (?:cost|costs|costing) {_SAID}$",
    re.IGNORECASE,
)
# "government grant has been cut by [£60m]": nobody saved it.
_GRANT_CUT = re.compile(
    r"\b(?:government|revenue support|RSG|central|formula|external|settlement|state|home office"
    r"|ministerial)\b[^.;£]{0,40}\b(?:grants?|funding|support|settlement|RSG|money)\b[^.;£]{0,40}"
    r"\b(?:cut|reduced|reductions?|fallen|fell|dropped|cuts)\b[^.;£]{0,25} "
    rf"(?:by|of|was|were|totalling|worth) {_SAID}$",
    re.IGNORECASE,
)
# "an efficiency of £260,000 … was missed by [£145,000]".
_MISSED_BY = re.compile(
    r"\b(?:missed|(?:fell|fallen|falls|fall|falling|comes?|came|was|were|is|are) short)"
    r"(?: of [^.;£]{2,40})?"
    rf"(?: the| its| their)?(?: target| mark)? by {_SAID}$",
    re.IGNORECASE,
)
# "[£5,500] a year below what is now paid, a saving that …".
_BELOW = re.compile(
    rf"{_RATE} (?:below|less than|under|lower than|cheaper than) [^.;£]{{3,60}}, "
    r"(?:(?:which is|giving|making|and so) )?(?:an?|the) (?:[a-z-]{3,12} ){0,2}saving\b"
)
# "[£1.9m] in slippage and [£2.8m] not delivered", told of savings.
_NOT_COME = re.compile(
    r" (?:in slippage|of slippage|(?:that (?:was|were|is) )?(?:not (?:been )?(?:achieved|delivered"
    r"|realised)|undelivered|unachieved|undeliverable|unachievable|at risk))\b"
)
_OF_SAVINGS = re.compile(r"\b(?:savings?|efficienc(?:y|ies))\b", re.IGNORECASE)
_NOT_OF = re.compile(r"\b(?:apital|grant|income|overspen[dt]|reserves?|programme slippage)\b")
# "savings which included fees totalled [£11.2m]".
_TOTALLED = re.compile(
    r"\bsavings,? (?:which|that|including|with)\b[^.;£]{3,70}"
    rf" (?:totall(?:ed|ing)|totals?|come to|came to|amount(?:ed|s|ing)? to) {_SAID}$",
    re.IGNORECASE,
)
# "a financial saving of 10%, which equates to [£119,000]".
_EQUAL = re.compile(
    r"\bsavings? of [0-9]{1,2}(?:\.[0-9]{1,2})?(?:%| per ?cent)[^.;£]{0,40}?(?:equat(?:es|ing) to"
    rf"|equivalent to|which is|\bor|\(|worth|totalling) ?{_SAID}$",
    re.IGNORECASE,
)
# "reduce the communications budget by [£120,000]".
_REDUCED = re.compile(
    r"\b(?:reduc(?:e|es|ed|ing)|cut(?:s|ting)?|trim(?:med|ming)?|lower(?:ed|ing)?) (?:the|its|this"
    r"|that|their|our) (?:(?!capital\b|reserve|overspen|income)[a-z'&-]{2,16} ){1,4}(?:budgets?"
    rf"|costs?|spend|spending|expenditure|bills?|subsidy) by {_SAID}$",
    re.IGNORECASE,
)
# "[£655k] less to pay in 2024/25, a saving delivered in full": what is less, called a saving.
_CALLED = re.compile(
    rf"{_RATE} (?:[a-z]{{2,12}} ){{0,2}}?(?:below|less|under|lower|cheaper|off)\b[^.;£]{{2,70}}, "
    r"(?:(?:which is|giving|making|and so) )?(?:an?|the) (?:[a-z-]{3,12} ){0,2}saving\b"
)
# "bring down spending by [£3.2m] a year over its term, a saving included in the budget".
_BROUGHT_DOWN = re.compile(
    r"\b(?:br(?:ing|ings|inging|ought)|driv(?:e|es|ing)|drove|driven|push(?:ed|es)?) down"
    rf" (?:[a-z'&A-Z-]{{2,16}} ){{1,5}}by {_SAID}$"
)
# "Savings from vans were worth £74k; that from posts, [£120k], would not come again".
_THAT_FROM = re.compile(
    r"\b[Ss]avings?\b[^.]{10,110}\b(?:that|those|the one|others?) (?:from|on|in|for|through)"
    rf" [^.;£,]{{3,50}}(?:,| of| was| is| were) {_SAID}$"
)
# "was to have yielded [£225,000]. … the saving has been deferred".
_YIELDED = re.compile(
    r"\b(?:yield(?:ed|s)?|deliver(?:ed|s)?|produc(?:e|ed|es)|release[ds]?|bring(?:s| in)?|brought)"
    rf" {_SAID}$"
)
_THE_SAVING = re.compile(
    rf"{_RATE}\.\s{{1,3}}(?:[A-Z](?:[^.;£]{{3,90}}? (?:and|so|but) )?)?(?:[Tt]he|[Tt]hat|[Tt]his"
    r"|he) saving (?:has|had|is|was|will|would|came|actually|delivered|made|achieved)\b"
)
# The ends of a change: "from [£204,000] to [£171,000]".
_FIRST = re.compile(rf"\bfrom (?:the |its |a )?(?:current |present )?{_SAID}$")
_TO = re.compile(rf"{_RATE}(?: [a-z0-9/()-]{{2,10}}){{0,3}} (?:down )?to {_SAID}(?:the )?£")
_SECOND = re.compile(
    rf"\bfrom (?:the |its |a )?(?:current |present )?{_SAID}£[0-9][0-9.,]{{0,12}}"
    rf"(?:m|k|bn| million)?{_RATE}(?: [a-z0-9/()-]{{2,10}}){{0,3}} (?:down )?to {_SAID}$"
)
# The saving itself went from one sum to another.
_OF_SAVING = re.compile(
    r"\b(?:savings?|efficienc(?:y|ies)|reductions?|arbedion)\b"
    r"(?:(?!\b(?:budgets?|premiums?|costs?|prices?|spend|spending|bills?|charges?|subsid|grants?"
    r"|contracts?|fees?|rents?|sal|therefore|go|so)\b)[^.;£]){0,50}\bfrom\b",
    re.IGNORECASE,
)
# "the [£800k] shown as cost avoidance was not treated as a saving".
_NO_SAVING = re.compile(
    r"(?:(?! (?:but|and|that|which)\b)[^.;£]){0,80}? (?:(?:is|was|are|were|be|been)(?: not|"
    r" never)|cannot|should not"
    r"|could not)(?: (?:treated|counted|regarded|classed|shown|scored|recorded|seen|claimed"
    r"|considered|strictly|really|be|been|being|to)){0,4} (?:as )?(?:an? )?(?:[a-z]{3,9}"
    r" )?savings?\b"
    r"(?! (?:target|that|which))"
)
# "New Homes Bonus was now [£140,000] lower than the year before": less came in.
_LESS_CAME = re.compile(
    r"\b(?:(?P<grant>[Gg]rants?|[Bb]onus|[Ff]unding|[Ss]ettlement|[Aa]llocation)|[Ii]ncome"
    r"|[Rr]eceipts"
    r"|[Tt]akings|[Rr]ental income)\b[^.;£]{0,40}? (?:is|was|are|were|has been|had been)(?: now)? "
    rf"(?:down (?:by )?)?{_SAID}$"
)
_LOWER = re.compile(rf"{_RATE} (?:lower|less|down|below|short|fewer)\b|,? (?:on|compared with) the")
# "those underspends ([£212k] in the third quarter)".
_SPENT = re.compile(rf"\b(?P<noun>under|over)spen(?:ds?|t|ding) \({_SAID}$", re.IGNORECASE)
_REACH, _AHEAD = 150, 110


def find(reading: str, start: int, stop: int, sentence: tuple[int, int]) -> Iterator[Clue]:
    """Yield what a sum is that words of saving stand near, where a phrase settles it."""
    floor, end = sentence
    before = reading[max(floor, start - _REACH) : start]
    low = before.lower()
    if "sav" in low:
        if _THEY_SAVE.search(before) or _PUT_BY.search(before):
            yield Clue("other", -2.0)
        elif "cost" in low[-50:] and _COSTS.search(before):
            yield Clue("cost", -1.0)
        elif _NOT_COME.match(reading, stop) and _OF_SAVINGS.search(before):
            if not _NOT_OF.search(before[-60:]):
                yield Clue("saving", -1.0)
        elif _TOTALLED.search(before) or ("saving" in low and _EQUAL.search(before)):
            yield Clue("saving", -0.5)
    yield from _denied(reading, stop, before, end)
    if " by " in before[-24:] and _REDUCED.search(before):
        yield Clue("saving", -0.8)
    if _GRANT_CUT.search(before):
        yield Clue("grant", -1.0)
    if " by " in before[-24:] and _MISSED_BY.search(before):
        yield Clue("shortfall", -1.0)
    if "aving" in low and _THAT_FROM.search(before):
        yield Clue("saving", -1.0)
    ahead = reading[stop : stop + _AHEAD + 60]
    if " saving" in ahead:
        near = min(end, stop + _AHEAD)
        if (
            _BELOW.match(reading, stop, near)
            or _CALLED.match(reading, stop, near)
            or (_YIELDED.search(before) and _THE_SAVING.match(ahead))
        ):
            yield Clue("saving", -1.0)
    if " down " in low and _BROUGHT_DOWN.search(before):
        yield Clue("saving", -0.8)


def _denied(reading: str, stop: int, before: str, end: int) -> Iterator[Clue]:
    """Yield what a sum is that is said to be no saving, or that is less of what came in."""
    spent = _SPENT.search(before)
    if spent:
        yield Clue(f"{spent['noun'].lower()}spend", -1.0)
    came = _LESS_CAME.search(before)
    if came and _LOWER.match(reading, stop):
        yield Clue("grant" if came["grant"] else "shortfall", -1.0)
    if " saving" in reading[stop:end] and _NO_SAVING.match(reading, stop, end):
        yield Clue("other", -2.0)


def settled(
    reading: str, start: int, stop: int, floor: int, clues: Sequence[Clue]
) -> Sequence[Clue]:
    """Return the clues of a sum; of the two levels of a change without those of a saving.

    >>> said = "The bill was cut from £9,000 to £7,000."
    >>> settled(said, 22, 28, 0, [Clue("saving", 1.0), Clue("cost", 2.0)])
    [Clue(label='cost', cost=2.0, start=None, stop=None)]
    """
    if not any(clue.label == "saving" for clue in clues):
        return clues
    before = reading[max(floor, start - _REACH) : start]
    if "from " not in before:
        return clues
    second = _SECOND.search(before)
    if second is None and not (_FIRST.search(before) and _TO.match(reading, stop)):
        return clues
    if _OF_SAVING.search(before):
        return clues
    return [clue for clue in clues if clue.label != "saving"]
