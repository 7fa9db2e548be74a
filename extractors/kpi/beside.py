"""Figures that only stand beside a result: those of others, and what the service reached before.

>>> said = "Rent was 97%; the English average was 95%."
>>> is_of_others(said[:said.index("95")], said[said.index("95") + 3:])
True
>>> is_before(" in the quarter before, and"), is_before(" in the quarter")
(True, False)
"""

import re

_OTHERS = (
    r"(?:national(?:ly)?|English|Welsh|Scottish|England|Wales|Scotland|Great[ ]Britain|UK|London"
    r"|regional|county|district|sector|industry|peers?|family[ -]group|CIPFA|APSE|Housemark"
    r"|statistical[ ]neighbours?'?|nearest[ ]neighbours?'?|neighbours'?"
    r"|(?:neighbouring|similar|other|comparable|comparator)[ ](?:councils|authorities|districts"
    r"|boroughs|counties|landlords)'?)"
)
_BEFORE = re.compile(
    rf"\b{_OTHERS}[ ](?:[a-z-]{{2,12}}[ ]){{0,2}}?(?:average|mean|median|figure|rate|score|quartile"
    r"|equivalent|comparator)s?\b"
    r"(?:[ ](?:for|in|over|across|at)[ ](?:[\w'’/-]{1,15}[ ]?){1,6}?)?(?:[ ]?[,:(–-])?"
    r"(?:[ ](?:was|is|of|at|were|being|stood|stands|had|been|has|just|about|around|only|over"
    r"|under)){0,4}[ ]?\Z"
    rf"|\b(?:nationally|regionally)[ ](?:(?:it|this|the[ ](?:figure|rate))[ ])?(?:was|is|at)[ ]\Z"
    rf"|\b(?:average|mean|median)[ ](?:for|of|across|among)[ ](?:the[ ]|all[ ]|our[ ])?"
    rf"(?:[a-z]+[ ])?(?:{_OTHERS}|councils|authorities|districts|boroughs|counties|landlords)"
    r"(?:[ ][^,;.0-9\n]{1,60})?,?[ ](?:was|is|of|at|being)[ ]\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[ ]?\(?(?:nationally|regionally|across[ ](?:England|Wales|Scotland|London|the[ ](?:region"
    r"|country|county|sector))|(?:for|in)[ ](?:England|Wales|Scotland|the[ ](?:region|sector)"
    r"|(?:other|similar|neighbouring)[ ](?:councils|authorities)))\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"[ ]?[(,]?[ ]?(?:(?:in|at|for|during)[ ])?(?:"
    r"(?:the|a|one)[ ](?:quarter|year|month|period)[ ](?:before|earlier|previously|ago)"
    r"|(?:two|three|six|nine|twelve|eighteen|[2369]|12|18)[ ](?:months|quarters|years)[ ](?:ago"
    r"|before|earlier|previously)"
    r"|(?:at[ ])?this[ ](?:time|point|stage)[ ](?:last[ ]year|a[ ]year[ ]ago)|last[ ]time\b)\b",
    re.IGNORECASE,
)
_PERIOD = (
    r"(?:(?:first|second|third|fourth|final|last|same|corresponding)[ ]quarter|Q(?:uarter[ ])?[1-4]"
    r"|(?:the[ ])?(?:previous|last|preceding)[ ](?:year|quarter|month)"
    r"|20[0-9]{2}(?:[/-][0-9]{2,4})?"
    r"|a[ ]year[ ](?:earlier|before|ago)|(?:twelve|six|three)[ ]months[ ](?:earlier|before|ago))"
)
# "worse than both the target and the third quarter of 2022/23 (2.49 days)", "the wait in Quarter 2
# of 2022/23 having been 171": what stands behind the time that is compared with.
_OF_TIME = re.compile(
    r"\b(?:than|with|to|against|on)\b(?:[^.;\n]|\.(?=[0-9])){0,60}\b(?:and|than|with|to|on)[ ]"
    rf"(?:(?:that|those)[ ](?:of|for|in)[ ])?(?:the[ ])?{_PERIOD}(?:[ ]of[ ]20[0-9/-]{{2,5}})?"
    r"[ ]\(\Z"
    r"|,[ ](?:and[ ])?(?:with[ ])?(?:the[ ])?(?!outturn|result|actual|final|target)"
    rf"[a-z]{{3,12}}[ ](?:(?:in|for|of)[ ])?(?:the[ ])?{_PERIOD}(?:[ ]of[ ]20[0-9/-]{{2,5}})?"
    r"[ ](?:having[ ]been|had[ ]been|being)[ ]\Z",
    re.IGNORECASE,
)
# One of these stands in every such mention.
CUES = (
    "national", "english", "welsh", "scottish", "england", "wales", "scotland", "britain", "uk ",
    "london", "region", "county", "district", "sector", "industry", "peer", "family", "cipfa",
    "apse", "housemark", "neighbour", "councils", "authorities", "boroughs", "counties",
    "landlords",
)  # fmt: skip


def is_of_others(before: str, after: str) -> bool:
    """Tell whether the words around a figure make it that of other councils or the country."""
    low = before.lower()
    for cue in CUES:
        if cue in low:
            return _BEFORE.search(before) is not None or _AFTER.match(after) is not None
    return _AFTER.match(after) is not None


def is_before(after: str) -> bool:
    """Tell whether the words behind a figure say that it was reached an earlier time."""
    return _EARLIER.match(after) is not None


def is_of_time_before(before: str) -> bool:
    """Tell whether the words before a figure name an earlier time as the one compared with.

    >>> is_of_time_before("worse than both the target (3 days) and the second quarter of 2022/23 (")
    True
    >>> is_of_time_before("a target of 3 days, the outturn for 2022/23 being ")
    False
    """
    return before.endswith(("(", "been ", "being ")) and _OF_TIME.search(before) is not None
