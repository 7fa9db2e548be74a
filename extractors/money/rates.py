"""Rates: "per annum", "pa", "p/hr", "a week", "per square foot", "each", and "annual rent of".

A rate is one of hour, day, week, month, year or unit, with its words as printed.
"""

import re
from typing import NamedTuple

from extractors.lowered import lowered

_UNITS = {
    "hour": "hour", "hr": "hour", "hrs": "hour", "h": "hour", "hourly": "hour",
    "day": "day", "daily": "day", "night": "day",
    "week": "week", "wk": "week", "weekly": "week", "w": "week", "pw": "week",
    "month": "month", "pcm": "month", "monthly": "month",
    "annum": "year", "anum": "year", "year": "year", "yr": "year", "annual": "year",
    "annually": "year", "yearly": "year", "pa": "year", "a": "year",
}  # fmt: skip
_TAX = r"\(?(?:plus|\+|exc[a-z.]{0,8}|inc[a-z.]{0,8}|net|ex)(?: of)? ?VAT\)?,? ?"
# What is paid for by the piece: "£96.50 a boiler".
_THINGS = (
    "head|visit|session|bag|bin|sack|crate|night|stay|tonne|ton|mile|time|copy|boiler|unit|room"
    "|property|home|house|dwelling"
    "|meal|place|child|pupil|square metre|load|lamp|column|tree|bay|space|ticket|permit|plot|pitch"
    "|stall|vehicle|car|trip|journey|household|resident|person|incident|claim|transaction|bed"
    "|parcel|sheet|inspection|referral|patient|apprentice|show"
    "|performance|acre|hectare|tyre|client|page|letter|call|metre|litre|share"
    "|licence|box|item|ride|seat|passenger|player|guest|pitch|job|test|term|season|game|swim"
    "|class|lesson|member|councillor|window|door"
)
# Right behind a sum, a bracket or a word on tax apart.
_AFTER = re.compile(
    rf"\)?,? ?(?:{_TAX})?(?:in total |gross |net |more |less |extra |\()?(?P<said>"
    r"p\.? ?/ ?(?P<slash>hr|hour|w|wk|week|a|day|month)\b"
    r"|per (?:full |calendar |financial )?"
    r"(?P<per>annum|anum|year|yr|hour|hr|day|week|wk|month|night)\b"
    r"|p\.?a\b\.?(?! system)|p\.?w\b\.?|pcm\b|p\.c\.m\.?|p\.?h\b(?=[ .,;)])"
    r"|/ ?(?P<stroke>hr|hour|day|week|wk|month|year|annum|yr|m2|sqm|sq ?ft|ha"
    r"|tonne|unit|head|kWh|mile|bin|visit)\b"
    r"|an? (?P<an>hour|day|week|month|year|night)\b"
    r"|(?:each and |(?:more )?in |for )?(?:each|every|any one|a full) (?:financial )?"
    r"(?P<every>year|month|week|day|hour)\b"
    r"|(?P<adverb>annually|yearly|monthly|weekly|daily)\b"
    r"|per (?!cent\b|se\b|the\b|our\b|table\b|report\b|paragraph\b)(?P<unit>"
    r"(?:sq(?:uare|\.)? ?|cubic |full[- ]time )?(?:equivalent )?[A-Za-z]{1,16}"
    r"(?:(?<=[Bb]and) [A-H]\b(?: [a-z]{4,10})?)?)"
    r"|(?P<blwyddyn>y flwyddyn|bob blwyddyn)\b|yr? (?:dunnell|cartref|pen|uned|awr)\b"
    r"|for (?:each|every) (?!year|month|week|day|hour|of\b)[a-z]{3,16}\b"
    rf"|each\b|apiece\b|psf\b|an? (?:{_THINGS})\b)",
)
_BEFORE = re.compile(  # of lowered words
    r"\b(?P<said>annual|yearly|monthly|weekly|hourly|daily)(?: [a-z'-]{2,16}){1,4}?"
    r"(?:(?:, [a-z ]{3,30},)? (?:of|is|was|at|to|be|by)(?: [a-z]{2,14}){0,3}"
    r"|,? \(?(?:currently|now|presently|at present)(?: about| around)?) ?$"
)
# "the weekly sum paid for residential care be raised from": the noun of money at once.
_PAID = re.compile(  # of lowered words
    r"\b(?P<said>annual|yearly|monthly|weekly|hourly|daily)"
    r" (?:sum|fee|rate|charge|rent|cost|price|payment|amount|allowance|contribution|bill|premium"
    r"|subsidy|figure)s?(?: [a-z'-]{2,16}){0,8}? (?:of|is|was|at|to|be|by|from)(?: to)? ?$"
)
# "the cost of each journey is", "the price for every bin was".
_OF_EACH = re.compile(  # of lowered words
    r"\b(?:cost|price|charge|fee|rate|sum|subsidy)s?\b[^.;£\n]{0,40}?"
    r" (?P<said>(?:of|for) (?:each|every) [a-z]{3,14})"
    r" (?:is|was|be|being|now|had been|has been|would be|stood at|came to|at)"
    r"(?: now)?(?: at| about| around| nearly| only)? $"
)
# "the average cost of a run was £13", "each costs about 90p".
_AVERAGE = re.compile(  # of lowered words
    r"\baverage (?:unit )?(?:cost|price|charge|fee|spend) (?P<said>(?:of|for|per) an? [a-z]{3,14}"
    r"(?: [a-z]{3,12})?) (?:is|was|had been|has been|would be|stood at|came to)"
    r"(?: now| about| around| nearly| only)? $"
    r"|(?:^|[.;:] |, |\band )(?P<each>each) (?:costs?|is priced at|was priced at|sells for)"
    r"(?: now| about| around| nearly| only)? $"
)
# The head of a table's column: "Price per day", "Weekly rent".
_HEAD = re.compile(
    r"\bper (?P<per>annum|year|hour|day|night|week|month)\b|/ ?(?P<stroke>hour|hr|day|week|wk)\b"
    r"|\b(?P<adjective>weekly|hourly|daily|monthly) (?:rent|rate|charge|cost|fee|price|payment)\b"
    r"|\(?(?P<short>p\.?a)\b",
    re.IGNORECASE,
)
# "For each month in which a mark is missed it gives up £750", "Each day without ice costs £3,800".
_FOR_EACH = re.compile(
    r"(?:^|[.;:]\s)(?:for )?(?P<said>each|every) (?P<unit>hour|day|week|month|year)\b"
    r"(?! (?:group|end|after year))[^.;:£\n]{0,80} $"
)
# "at a unit price of £17.80".
_UNIT_PRICE = re.compile(r"\b(?P<said>unit (?:price|cost|rate|charge)) (?:of|is|was|at|to) $")
# "41p a letter instead of the 46p": the second is of the same rate.
_INSTEAD = re.compile(
    r",? ?\(?(?:in place of|which (?:is|was|will|would)(?: to)? (?:become|rise to|go to)"
    r"|instead of"
    r"|against|rather than|compared (?:to|with)|(?:up|down) from|from|to|versus"
    r"|as opposed to|not|and not|now)(?: only| about| around)?(?: the| a| its)?"
    r"(?: current| present| previous| budgeted)? "
)
# "at hourly rates of £17.36 and £17.90": a rate told before the first is of both.
_PLURAL = re.compile(r"\b(?:rates|prices|rents|fees|charges|costs|sums|payments|salaries)\b")
_AND = re.compile(r"(?:,|,? and|,? or) (?:of )?(?:about |around )?")
_REACH = 110  # how far before a sum its rate may stand
_SHORT = {"pa": "year", "pw": "week", "pcm": "month", "ph": "hour", "psf": "unit"}


class Rate(NamedTuple):
    """A rate's name, its words and where they stand."""

    name: str
    start: int
    stop: int


def rate_after(reading: str, stop: int) -> Rate | None:
    """Return the rate printed behind a sum that ends at `stop`.

    >>> [rate_after(s, 2).name for s in ("£5 per annum", "£5pa", "£5 p/hr", "£5 per square foot")]
    ['year', 'year', 'hour', 'unit']
    >>> [rate_after(s, 2) for s in ("£5 per cent", "£5 apart", "£5 a year ago", "£5 as per the")]
    [None, None, None, None]
    """
    hit = _AFTER.match(reading, stop)
    if not hit or reading.startswith((" ago", "-"), hit.end()):
        return None
    if hit["blwyddyn"]:
        return Rate("year", hit.start("said"), hit.end("said"))
    words = hit["slash"] or hit["per"] or hit["stroke"] or hit["an"] or hit["every"]
    name = _UNITS.get((words or hit["adverb"] or "").lower())
    if name is None:
        name = _SHORT.get(hit["said"].replace(".", "").replace(" ", "").lower(), "unit")
    return Rate(name, hit.start("said"), hit.end("said"))


def rate_before(reading: str, start: int, floor: int) -> Rate | None:
    """Return the rate of an adjective before a sum: "an annual rent of £5".

    >>> rate_before("an annual rent of £5", 18, 0).name, rate_before("the annual report £5", 18, 0)
    ('year', None)
    """
    base = max(floor, start - _REACH)
    low = lowered(reading)[base:start]
    if "annual " in low or "ly " in low:
        hit = _BEFORE.search(low, max(0, len(low) - 70)) or _PAID.search(low)
        if hit:
            return Rate(_UNITS[hit["said"]], base + hit.start("said"), base + hit.end("said"))
    hit = _OF_EACH.search(low) if " each " in low or " every " in low else None
    hit = hit or (_UNIT_PRICE.search(low) if "unit " in low else None)
    mean = _AVERAGE.search(low) if "average " in low or "each " in low else None
    if mean and not hit:
        word = mean.lastgroup or "said"
        return Rate("unit", base + mean.start(word), base + mean.end(word))
    if hit:
        return Rate("unit", base + hit.start("said"), base + hit.end("said"))
    hit = _FOR_EACH.search(low) if "each " in low or "every " in low else None
    return Rate(hit["unit"], base + hit.start("said"), base + hit.end("unit")) if hit else None


def rate_in(reading: str, start: int, stop: int) -> Rate | None:
    """Return the rate that the head of a column tells.

    >>> rate_in("Price per day", 0, 13).name, rate_in("Annual budget", 0, 13)
    ('day', None)
    """
    hit = _HEAD.search(reading, start, stop)
    if hit is None or hit.lastgroup is None:
        return None
    word = hit[hit.lastgroup].replace(".", "").lower()
    return Rate(_UNITS[word], hit.start(), hit.end())


def shared(reading: str, known: Rate | None, last: int, start: int) -> Rate | None:
    """Return the rate of the sum that ended at `last` where this one is set against it.

    >>> said = "41p a letter instead of the 46p tendered"
    >>> shared(said, rate_after(said, 3), 3, 28).name
    'unit'
    """
    if known is None:
        return None
    if known.stop <= last and _AND.fullmatch(reading, last, start):
        return known if _PLURAL.search(reading, known.start, last) else None
    return known if _INSTEAD.fullmatch(reading, max(last, known.stop), start) else None
