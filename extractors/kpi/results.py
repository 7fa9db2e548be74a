"""Clauses that tell the result of what has just been aimed at, and name nothing new.

"The gang managed 81%.", "In the event 131 were handed over", "and reached 69%": the figure stands
right behind who reached it and what they did, and counts nothing that the aim does not name.

>>> said = "Over the quarter 61 were recorded, most of them in May."
>>> said[tells(said, 0, len(said)):][:2]
'61'
>>> counts_the_same("61 calls were taken", 2, 19, "The target for calls is 70")
True
>>> counts_the_same("61 complaints were taken", 2, 24, "The target for calls is 70")
False
"""

import re

# A sentence that tells a result and names nothing new: when it was, who reached it, the figure.
_TIME = (
    r"(?:(?:Over|In|During|For|Across|At[ ]the[ ]end[ ]of|By[ ]the[ ]end[ ]of)[ ](?:the|this|that"
    r"|Q[1-4])(?:[ ](?:first|second|third|fourth|last|whole|full))?"
    r"(?:[ ](?:quarter|year|period|month|half))?(?:[ ]itself|[ ]as[ ]a[ ]whole)?,?[ ]"
    r"|(?:In|For|During|Over|By)[ ](?=[A-Z2])(?:[A-Z][\w/]{1,12}[ ]?){0,2}(?:[1-4][ ])?(?:of[ ])?"
    r"(?:20[0-9]{2}(?:[/-][0-9]{2,4})?)?,?[ ]?)?"
)
_REACHED = (
    r"(?:was|were|is|are|been|had|has|stood[ ]at|stands[ ]at|came(?:[ ](?:to|in[ ]at|out[ ]at))?"
    r"|managed|achieved|reached|recorded|delivered|averaged|totalled|numbered|scored|returned|made"
    r"|received|did|completed|finished(?:[ ](?:at|on))?|ended(?:[ ](?:at|on))?|got[ ]to|took|taken"
    r"|(?:to[ ])?(?:report|say)(?:[ ]that[ ]it[ ]was)?)"
)
_ABOUT = (
    r"(?:(?:only|just|some|exactly|at|on|around|about|nearly|almost|a[ ]total[ ]of|in[ ]all,?)[ ])"
)
_RESULT = re.compile(
    rf"(?:(?:However|Unfortunately|In[ ]the[ ]event|In[ ]fact|But|Yet|Pleasingly),?[ ])?{_TIME}"
    rf"(?:(?:[^,;:.0-9%£\n]{{1,60}}?[ ])?{_REACHED}[ ])?{_ABOUT}{{0,2}}(?=£?[0-9])",
    re.IGNORECASE,
)
# What may follow the figure of a result, behind what it counts: when it was, or how it compares.
_CLOSES = re.compile(
    r"[ ]?(?:$|[.;,(–-]|(?:in|for|during|over|across|by|against|compared|and|but|so|which|this|last"
    r"|at|throughout|worse|better|up|down|from)\b(?![ ](?:on|to[ ]date)\b)"
    r"|(?:were|was|had[ ]been|have[ ]been|has[ ]been)[ ][a-z]{2,12}(?:ed|en|et|lt|id|de|ne)\b)"
)
_COUNTED = re.compile(r"[ ](?:of[ ](?:the[ ]|all[ ])?)?(?P<noun>[a-z]{2,16})\b")


def tells(reading: str, start: int, stop: int) -> int | None:
    """Return where the figure begins of a clause that tells a result, None where it tells none."""
    told = _RESULT.match(reading, start, stop)
    return told.end() if told else None


def counts_the_same(reading: str, at: int, stop: int, asked: str) -> bool:
    """Tell whether what stands behind a figure is nothing new: "61 of the calls were answered"."""
    if _CLOSES.match(reading, at, stop):
        return True
    counted = _COUNTED.match(reading, at, stop)
    if counted is None or counted["noun"][:5] not in asked.lower():
        return False
    return _CLOSES.match(reading, counted.end(), stop) is not None
