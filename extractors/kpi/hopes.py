"""Figures that are neither result nor target: wishes, forecasts, the time that each case is due in.

>>> is_forecast("it was expected to reach ", ""), is_forecast("it was ", " will be collected")
(True, True)
>>> is_none("suggested that the target should be ", ".", True, "%")
True
"""

import re

# "suggested that the target should be 100%": what somebody would like it to be.
_WISHED = re.compile(
    r"\btargets?[ ](?:should|could|would|might|must|ought[ ]to)[ ](?:be|have[ ]been|now[ ]be)[ ]"
    r"(?:set[ ]at[ ]|at[ ]least[ ]|[a-z]{2,9}[ ])?$",
    re.IGNORECASE,
)
# "90% of calls were answered within the target of 20 seconds": the time, of what is measured.
_DUE_IN = re.compile(
    r"[0-9][ ]?(?:%|per[ ]cent)?[ ][^.;:\n]{3,60}(?:ed|id|lt[ ]with|de|ne)[ ](?:with)?in[ ]"
    r"(?:the[ ]|its[ ]|a[ ])?(?:[a-z]+[ ])?target(?:[ ]time)?[ ]of[ ]$"
    r"|\b(?:number|percentage|proportion|share|applications|cases|calls)\b[^.;:,\n]{0,60}"
    r"(?:ed|id|lt[ ]with)[ ](?:with)?in[ ](?:the[ ]|its[ ]|a[ ])?target(?:[ ]time)?[ ]of[ ]$",
    re.IGNORECASE,
)
# "173 (82%) were visited within the 10 day target"
_DONE_WITHIN = re.compile(
    r"[0-9](?:[ ]?(?:%|per[ ]cent))?\)?[ ][^.;:,\n]{0,50}(?:ed|id|de|ne|en"
    r"|lt[ ]with)[ ](?:with)?in[ ]"
    r"(?:the[ ]|its[ ]|a[ ])?$",
    re.IGNORECASE,
)
# "97% will be collected", "expected to deliver 120": not yet a result.
_FORECAST_BEFORE = re.compile(
    r"\b(?:forecast|expected|projected|predicted|anticipated|likely)[ ](?:to[ ][a-z]{2,10}[ ]"
    r"|at[ ]|as[ ]|(?:figure|outturn|result)[ ](?:of|is|was)[ ]|that[ ]){1,2}(?:at[ ]|in[ ])?$",
    re.IGNORECASE,
)
_FORECAST_AFTER = re.compile(
    r"[ ](?:of[ ](?:[a-z]+[ ]){1,5})?(?:will|would|(?:is|are)[ ](?:expected|forecast|projected))\b"
)
# "within 10% of being met": how near, not how much.
_OF_MEETING = re.compile(
    r"[ ]of[ ](?:being[ ](?:met|achieved)|(?:the[ ]|its[ ]|their[ ])?target)\b"
)


def is_none(before: str, after: str, names_goal: bool, unit: str) -> bool:
    """Tell whether a figure is how near a target is, what it should be, or a time set for each.

    `names_goal`: the words before it name a target or the like.
    """
    if " of " in after[:5] and _OF_MEETING.match(after):
        return True
    if not names_goal:
        return False
    if _WISHED.search(before):
        return True
    return unit not in ("%", "number") and _DUE_IN.search(before) is not None


def is_due(before: str, unit: str) -> bool:
    """Tell whether a time before "target" is the one set for each case: "within the 10 day"."""
    return unit != "%" and _DONE_WITHIN.search(before) is not None


def is_forecast(before: str, after: str) -> bool:
    """Tell whether a figure is not yet a result."""
    return bool(_FORECAST_BEFORE.search(before) or _FORECAST_AFTER.match(after))
