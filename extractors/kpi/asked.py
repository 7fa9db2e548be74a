"""Sentences that name an indicator and its aim and leave the result to the next one.

"The target for missed bins is 45. Over the quarter 61 were recorded." and "For calls the target is
90%. The contractor managed 88% in April and 91% in May." are read together.

>>> said = "The target for missed bins is 45 per 100,000."
>>> names_its_own(said, 0, len(said))
True
>>> names_its_own("The target for this year is 45.", 0, 31)
False
>>> said = "Over the quarter 61 were recorded, most of them in May."
>>> answers(said, 0, len(said))
True
"""

import re

from extractors.kpi import figures as kpi_figures
from extractors.kpi import parts as kpi_parts

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
# A sentence that tells a result and names nothing new.
_TIME = (
    r"(?:(?:Over|In|During|For|Across|At[ ]the[ ]end[ ]of|By[ ]the[ ]end[ ]of)[ ](?:the|this|that"
    r"|Q[1-4])(?:[ ](?:first|second|third|fourth|last|whole|full))?"
    r"(?:[ ](?:quarter|year|period|month|half))?(?:[ ]itself|[ ]as[ ]a[ ]whole)?,?[ ]"
    r"|(?:In|For|During|Over)[ ](?:[A-Z][\w/]{1,12}[ ]?){1,2}(?:[1-4][ ])?(?:of[ ])?"
    r"(?:20[0-9]{2}(?:[/-][0-9]{2,4})?)?,?[ ]?)?"
)
_RESULT = re.compile(
    rf"(?:(?:However|Unfortunately|In[ ]the[ ]event|In[ ]fact|But|Yet|Pleasingly),?[ ])?{_TIME}"
    r"(?:(?:(?:[Oo]nly|[Jj]ust|[Ss]ome|[Aa][ ]total[ ]of|[Ii]n[ ]all,?|[Aa]ctually)[ ])?[0-9]"
    r"|(?:[Tt]he|[Oo]ur|[Ii]ts)[ ](?:actual|contractor|supplier|provider|company|council|service"
    r"|team|firm|operator|result|figure|outturn|average|rate|total|performance|number)[ ]"
    r"(?:managed|achieved|reached|recorded|was|were|had|came|delivered|stood|is|has|averaged"
    r"|finished|ended|for[ ]|in[ ])"
    r"|(?:[Ww]e|[Ii]t|[Tt]his|[Pp]erformance|[Tt]hey)[ ](?:managed|achieved|reached|recorded|was"
    r"|were|had|came|delivered|stood|received|has|is|averaged)\b"
    r"|(?:[Ww]e|[Tt]hey)[ ](?:got[ ]to|made|did|completed|finished)[ ]"
    r"(?:only[ ]|just[ ]|exactly[ ])?[0-9]"
    r"|[Tt]he[ ](?:crew|crews|officers|teams|staff|depot|wardens)[ ](?:managed|achieved|reached|got"
    r"[ ]to|completed)[ ]"
    r"|(?:Completions|Numbers|Delivery|Output)[ ](?:came[ ]to|numbered|totalled|reached|were"
    r"|was)[ ](?:just[ ]|only[ ]|some[ ])?[0-9]"
    r"|(?:I[ ]am|We[ ]are|I[ ]was|We[ ]were)[ ](?:glad|pleased|sorry|able|happy|delighted|relieved)"
    r"[ ]to[ ](?:report|say)[ ](?:that[ ]it[ ]was[ ])?(?:exactly[ ]|just[ ]|only[ ])?[0-9]"
    r"|[Tt]here[ ](?:was|were|had[ ]been|have[ ]been)[ ])"
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


def answers(reading: str, start: int, stop: int) -> bool:
    """Tell whether a sentence tells a result without a name and an aim of its own."""
    if not _RESULT.match(reading, start, stop):
        return False
    if _AIM.search(reading, start, stop):
        return False
    figures = kpi_figures.find(reading, start, stop, ())
    parts = kpi_parts.roles(reading, start, stop, figures)
    return None in parts and not {"target", "floor", "doing"} & set(parts)


_AIM = re.compile(r"\b(?:target|aim|goal)\b")
