"""Sentences that name an indicator and its aim and leave the result to the next one.

"The target for missed bins is 45. Over the quarter 61 were recorded." and "For calls the target is
90%. The contractor managed 88% in April and 91% in May." are read together.

>>> said = "The target for missed bins is 45 per 100,000."
>>> names_its_own(said, 0, len(said))
True
>>> names_its_own("The target for this year is 45.", 0, 31)
False
>>> told = "Over the quarter 61 were recorded, most of them in May."
>>> answers(told, 0, len(told), said)
True
>>> told = "There were 212 complaints about one crew."
>>> answers(told, 0, len(told), said)
False
"""

import re

from extractors.kpi import figures as kpi_figures
from extractors.kpi import parts as kpi_parts
from extractors.kpi import results as kpi_results

_GOAL = r"(?:[a-z]{4,12}[ ])?(?:target|aim|goal|standard|ceiling|limit)"
_IS = (
    r"(?:is|was|had[ ]been|has[ ]been|stands[ ]at|stood[ ]at|remains|remained)[ ](?:set[ ])?"
    r"(?:at[ ]|for[ ])?(?:(?:no|not|at|less|more|fewer|under|over|least|most|than|within|an?|up"
    r"|maximum|minimum|of|to)[ ]){0,4}"
)
_FIGURE = r"£?[0-9][0-9.,]{0,9}(?:[ ]?%|[ ][a-z]{1,9}){0,2}"
_ENDED = (
    r"(?:[ ]per[ ][0-9,]{3,9}(?:[ ][a-z]{3,15})?)?(?:[ ]or[ ][a-z]{4,6})?"
    r"(?:[ ](?:in|for|during)[ ](?:Q[1-4][ ]|[A-Z][a-z]{2,8}[ ])?20[0-9]{2}(?:/[0-9]{2,4})?)?\.?$"
)
_NAME = r"(?!(?:this|the|that|20[0-9]{2}|next|last|each|every)\b)[A-Za-z][^.;:,0-9£%\n]{2,80}?"
_OWN = re.compile(
    rf"(?:The|Our|Its|A|An)[ ]{_GOAL}[ ](?:for|on)[ ](?:the[ ])?{_NAME}[ ]{_IS}{_FIGURE}{_ENDED}"
    rf"|(?:For|On|As[ ]for|With)[ ](?:the[ ])?{_NAME},?[ ](?:the|our|its)[ ]{_GOAL}[ ]{_IS}"
    rf"{_FIGURE}{_ENDED}"
    rf"|(?:The|Our|Its)[ ]{_GOAL}[ ]{_IS}{_FIGURE}[ ](?:for|of|in)[ ](?:the[ ])?"
    r"(?!(?:this|20[0-9]{2}|next|last|each|every|year|quarter|month)\b)[a-z][^.;:,0-9£%\n]{2,80}\.?$"
    rf"|(?:The|Our|Its)[ ](?:[A-Z]?[a-z'’]{{3,14}}[ ])?{_GOAL}[ ](?:is|was|remains|had[ ]been)[ ]"
    r"(?:to[ ][^.;:,0-9£%\n]{4,80}|for[ ][^.;:,0-9£%\n]{4,80}[ ]to[ ]be[ ][a-z]{3,12})[ ]"
    r"(?:with)?in[ ](?:under[ ]|an[ ]average[ ]of[ ]|no[ ]more[ ]than[ ])?[0-9][0-9.,]{0,6}[ ]"
    r"(?:working[ ])?[a-z]{3,8}\.?$"
    rf"|[A-Z][^.;:\n]{{3,110}}?(?:[ ][–-]|:)[ ](?:the|our|its)[ ]{_GOAL}[ ](?:(?:in|for)[ ]"
    rf"(?:the[ ])?(?:Q[1-4]|quarter(?:[ ][1-4])?|year|month|period)[ ])?{_IS}{_FIGURE}{_ENDED}"
)
_AIM_FOR = re.compile(
    rf"[\W_]{{0,4}}(?:The|Our|Its|A|An)[ ]{_GOAL}[ ](?:for|on)[ ](?:the[ ])?{_NAME}[ ]{_IS}[0-9£]"
)


def names_its_own(reading: str, start: int, stop: int) -> bool:
    """Tell whether a sentence gives no more than an indicator's name and its aim."""
    return _OWN.match(reading, start, stop) is not None


def names_aim(reading: str, start: int, stop: int) -> bool:
    """Tell whether words open with an aim and what it is for: "The target for calls is …".

    >>> names_aim("The target for calls is 90%", 0, 27), names_aim("The target is 90%", 0, 17)
    (True, False)
    """
    return _AIM_FOR.match(reading, start, stop) is not None


def answers(reading: str, start: int, stop: int, asked: str) -> bool:
    """Tell whether a sentence gives the result of an aim `asked` in the sentence before.

    Its first figure is of the aim's unit, and counts nothing that the aim does not name.
    """
    at = kpi_results.tells(reading, start, stop)
    if at is None or _AIM.search(reading, start, stop):
        return False
    figures = kpi_figures.find(reading, start, stop, ())
    parts = kpi_parts.roles(reading, start, stop, figures)
    if {"target", "floor", "doing"} & set(parts):
        return False
    free = [f for f, part in zip(figures, parts, strict=True) if part is None]
    first = next((f for f in free if f.start >= at), None)
    if first is None or first.start > at + 1 or first.unit not in _units(asked):
        return False
    return kpi_results.counts_the_same(reading, first.stop, stop, asked)


def _units(asked: str) -> set[str]:
    return {"number"} | {f.unit for f in kpi_figures.find(asked, 0, len(asked), ())}


_AIM = re.compile(r"\b(?:target|aim|goal)\b")
