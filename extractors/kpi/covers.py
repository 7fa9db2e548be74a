"""Sentences and titles that say which time the results after them are of.

"There was submitted a report presenting results for the year 2022/23." holds for the paragraphs
below it, until another says it anew.

>>> said = "There was submitted a report with the Council's results for the year 2022/23."
>>> period(said, Span(0, len(said)), Calendar()).label
'2022/23'
>>> said = "The budget for 2023/24 was agreed."
>>> period(said, Span(0, len(said)), Calendar()) is None
True
"""

import re

from extractors.context import Context
from extractors.dates.period_parts import Calendar, Period
from extractors.kpi import periods as kpi_periods
from schemas.document import Span

_LONGEST = 420  # characters of a sentence that says it
# What has a time of its own, in which something was reached.
_NOUN = (
    r"(?:results?|figures|outturns?|performance|reports?|reviews?|data|positions?|records?|updates?"
    r"|statistics|scorecards?|dashboards?|returns?|indicators|KPIs|measures|benchmarking"
    r"|achievements|monitoring|statements?|slides|presentation|programmes)"
)
_TELLS = re.compile(rf"\b{_NOUN}\b", re.IGNORECASE)
_LINK = (
    r"(?:for|in|of|during|over|to|covering|covers|covered|at[ ]the[ ]end[ ]of|as[ ]at|throughout"
    r"|across|from|between)"
)
_YEAR = (
    r"(?:(?:the|a)[ ])?(?:(?:whole|full|first|second)[ ])?(?:(?:financial|calendar|contract"
    r"|municipal|reporting|review)[ ])?(?:year|period|quarter|half)?(?:[ ](?:ending|ended|to|of))?"
    r"[ ]?"
)
# "results for the year 2022/23", "how the contractor fared in 2022", "looked back over 2021/22".
_FOR = re.compile(
    rf"\b(?:{_NOUN}(?:[ ][^.;:\n]{{0,70}})?[ ]{_LINK}"
    r"|\b[Hh]ow[ ][^.;:,\n]{3,60}[ ](?:did|fared|performed|gone|went|doing|worked)[ ](?:in|during"
    r"|over|for|across)"
    r"|\b(?:took|taken|led|walked|talked|guided)[ ][^.;:,\n]{2,40}[ ]through"
    r"|\b(?:going|went|ran|run|gone)[ ]through"
    r"|\b(?:achieved|delivered|done|reached|performed|look(?:ed|s)?[ ]back|relat(?:e|es|ed|ing))[ ]"
    rf"(?:in|during|over|for|across|between|from|on|to))[ ]{_YEAR}\Z",
    re.IGNORECASE,
)
# "the Quarter 3 2021/22 position", "Q3 results".
_BEFORE_NOUN = re.compile(rf"[ ](?:[a-z]{{4,14}}[ ]){{0,2}}{_NOUN}\b", re.IGNORECASE)
# "During 2021/22 the contractor's record was mixed."
_OPENS = re.compile(
    rf"\W{{0,4}}(?:In|During|Over|Throughout|For|At[ ]the[ ]end[ ]of|By[ ]the[ ]end[ ]of"
    rf"|Across)[ ]{_YEAR}\Z"
)
# Another time than that of the results, or what is not of results.
_NOT = re.compile(
    r"\b(?:budget|precept|council[ ]tax|capital|revenue|savings?|forward|work[ ]programme|plan"
    r"|strategy|minutes?|will|would|should|could|next|future|forecast|estimates?|grants?|audit"
    r"|spend(?:ing)?|accounts|treasury|fees|charges|compared|previous|last|since|than|until|by)\b"
    r"[^.;:\n]{0,60}\Z",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|would|should|to[ ]be|shall|going[ ]to)\b", re.IGNORECASE)
_FIGURES = re.compile(
    r"[0-9][ ]?%|\bper[ ]cent\b|£|\b(?:target|against)\b|[0-9][ ](?:days|hours|minutes|seconds)"
)
# A title: no verb, a time at its end.
_TITLE = re.compile(r"[^.;\n]{8,110}")
_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|that|been|be|asked|noted)\b", re.IGNORECASE)
_TITLED = re.compile(
    rf"\b(?:{_NOUN}|contract|framework|how[ ]we[ ]did|indicators?|quarterly|annual)\b",
    re.IGNORECASE,
)
_AT_END = re.compile(r"[ ]?[)\]]?(?:[ ]?\([^()\n]{3,40}\))?[ .:–-]{0,4}\Z")


def period(reading: str, span: Span, calendar: Calendar) -> Period | None:
    """Return the time that a sentence or title says the results after it are of."""
    if span.stop - span.start > _LONGEST or _FIGURES.search(reading, span.start, span.stop):
        return None
    found = kpi_periods.find(reading, span.start, span.stop, calendar)
    found = [p for p in found if not kpi_periods.is_comparison(reading, span.start, p)]
    spells = {(p.first, p.last) for p in found}
    if not found or len(spells) != 1 or not found[0].label:
        return None
    if _is_title(reading, span, found[-1]):
        return found[0]
    if _AHEAD.search(reading, span.start, span.stop):
        return None
    return found[0] if _is_said(reading, span, found[0]) else None


def above(context: Context, at: int, calendar: Calendar) -> Span | None:
    """Return the title above an offset that says which time the results below it are of."""
    for heading in kpi_periods.headings_above(context, at + 1, _TITLES):
        if period(context.reading, heading, calendar):
            return heading
        if is_heading(context.reading, heading, calendar):
            return None
    return None


_TITLES = 3  # headings above
_HEADING = 100  # characters of a heading


def is_heading(reading: str, unit: Span, calendar: Calendar) -> bool:
    """Tell whether a line is a heading with a time: "Quarter Four". What stood before is over.

    >>> is_heading("Quarter Four 2014/15", Span(0, 20), Calendar())
    True
    """
    if unit.stop - unit.start > _HEADING or _VERB.search(reading, unit.start, unit.stop):
        return False
    if reading[unit.stop - 1] in ".;" or _FIGURES.search(reading, unit.start, unit.stop):
        return False
    return bool(
        _QUARTER.search(reading, unit.start, unit.stop)
        or kpi_periods.find(reading, unit.start, unit.stop, calendar)
    )


_QUARTER = re.compile(r"\b(?:quarter|Q[1-4])\b", re.IGNORECASE)


def _is_title(reading: str, span: Span, last: Period) -> bool:
    """Tell whether a line is a title of results with their time at its end."""
    said = reading[span.start : span.stop].strip()
    if not _TITLE.fullmatch(said) or _VERB.search(said) or said.endswith(","):
        return False
    if not _TITLED.search(said) or _NOT.search(reading, span.start, last.start):
        return False
    return _AT_END.fullmatch(reading, last.stop, span.stop) is not None


def _is_said(reading: str, span: Span, first: Period) -> bool:
    before = reading[span.start : first.start]
    if _OPENS.fullmatch(before):
        return _TELLS.search(reading, first.stop, min(span.stop, first.stop + 100)) is not None
    if _NOT.search(before):
        return False
    if _FOR.search(before[-140:]):
        return True
    return _BEFORE_NOUN.match(reading, first.stop, span.stop) is not None
