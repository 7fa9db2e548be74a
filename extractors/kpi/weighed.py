"""Sentences that weigh the result told right before them, whoever is said to have set the aim.

"Members set a target of 18 days, so this is good." and "Since the target was 6 days, that pleased
the Board." give an aim and nothing new that is measured; "It had been 84% a year earlier." only
looks back, and what follows it still weighs the result before.

>>> said = "Members had set a target of 18 days, so this is a good result."
>>> sets(said, 0, len(said))
True
>>> said = "Members had set a target of 18 days for boat repairs."
>>> sets(said, 0, len(said))
False
"""

import re

from extractors.kpi import figures as kpi_figures
from extractors.kpi import parts as kpi_parts

_FIGURE = r"£?[0-9][0-9.,]{0,9}(?:[ ]?%|[ ][a-z]{1,9}){0,2}?"
_GOAL = r"(?:[a-z]{3,12}[ ]){0,2}(?:target|aim|goal|ambition|standard|ceiling|limit)"
_WHO = (
    r"(?:(?:The|Our|This)[ ])?(?:[A-Z]?[a-z]{2,14}[ ]){0,2}?(?:Members|Councillors|Committee|Board"
    r"|Panel|Cabinet|Council|Executive|Plan|Strategy|Contract|Partnership|Service|Government"
    r"|Ministers|Officers|We)"
)
# What may follow the aim: the end, or what is thought of the result; nothing that is measured.
_ENDED = (
    r"(?:[ ]or[ ](?:less|more|better|fewer|over|under|above|below|lower|higher))?"
    r"(?:[ ](?:in|for)[ ](?:the|this)[ ](?:year|quarter|period|Plan|Council[ ]Plan|strategy))?"
    r"(?:\.?$|[,;:]?[ ][–-]?[ ]?(?:so|and|but|which|meaning|making|therefore|although|though)[ ]"
    r"(?:so[ ])?(?:this|that|it|we|means|meant|was|is|the[ ](?:result|figure|outturn|service)"
    r"|there|performance|officers|members)\b)"
)
_SET = re.compile(
    rf"(?:{_WHO}[ ](?:had[ ]|have[ ]|has[ ])?(?:set|agreed|asked[ ]for|fixed|adopted|wanted|hoped"
    rf"[ ]for|sets|asks[ ]for|wants|specifies|stipulates|expects)(?:[ ](?:us|itself|ourselves))?"
    rf"|An?|The)[ ](?:an?[ ]|the[ ])?{_GOAL}[ ](?:of|at)[ ]"
    rf"(?:(?:no|not|at|less|more|fewer|under|over|least|than|within)[ ]){{0,3}}{_FIGURE}"
    rf"(?:[ ](?:had[ ]been|has[ ]been|was|is)[ ](?:set|agreed|fixed|adopted|in[ ]place))?{_ENDED}"
)
# "Since the target was 6 days, this was …": it is the result before that is spoken of.
_GIVEN = re.compile(
    r"(?:Since|As|Because|Given(?:[ ]that)?|With|When|Where|Against|Set[ ]against|Compared[ ]with"
    r"|Considering(?:[ ]that)?)[ ](?:the|our|its|an?)[ ]"
    rf"{_GOAL}(?:[ ](?:was|is|of|being|stood[ ]at|had[ ]been))(?:[ ]set[ ]at)?[ ]"
    r"(?:(?:no|not|at|less|more|fewer|under|over|least|than|within)[ ]){0,3}"
    rf"{_FIGURE},?[ ](?:this|that|it|(?:the[ ])?(?:result|figure|outturn|performance)"
    r"|(?:officers|members|the[ ](?:committee|board|panel|chair\w{0,5}))[ ][a-z]{3,12}[ ]"
    r"(?:this|that|it))\b"
)
_BACK = re.compile(
    r"(?:[A-Z][\w'’ ]{2,60}?[ ](?:that[ ])?)?(?:It|it|This|this|The[ ](?:figure|rate|result"
    r"|outturn)|the[ ](?:figure|rate|result|outturn))[ ]"
)


def sets(reading: str, start: int, stop: int) -> bool:
    """Tell whether a sentence only sets an aim, and may say what that makes of a result."""
    if "target" not in reading[start:stop] and not _MAY_SET.search(reading, start, stop):
        return False
    found = _SET.match(reading, start, stop) or _GIVEN.match(reading, start, stop)
    return found is not None and _AHEAD.search(reading, start, found.end()) is None


_MAY_SET = re.compile(r"\b(?:aim|goal|ambition|standard|ceiling|limit)\b")
# An aim of another time has nothing to do with the result.
_AHEAD = re.compile(
    r"\b(?:next|coming|following|future|new|by[ ]20|20[0-9]{2}|revised|propos\w+)\b"
)


def looks_back(reading: str, start: int, stop: int) -> bool:
    """Tell whether a sentence only says how the result before it was at another time.

    >>> said = "Members were told that it had been 84.1% a year earlier."
    >>> looks_back(said, 0, len(said)), looks_back("It was 84.1% in all.", 0, 20)
    (True, False)
    """
    if not _BACK.match(reading, start, stop):
        return False
    figures = kpi_figures.find(reading, start, stop, ())
    figures = [f for f in figures if not _AGO.match(reading, f.stop)]  # "twelve months earlier"
    parts = kpi_parts.roles(reading, start, stop, figures)
    return bool(figures) and set(parts) == {"previous"}


_AGO = re.compile(r"[ ](?:ago|earlier|before|previously)\b")
