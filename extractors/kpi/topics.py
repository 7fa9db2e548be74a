"""What a clause speaks of by other words than its subject: "In the case of X, …", "a rise in X".

>>> said = "In the case of boat moorings, the figure of 86% was above target."
>>> about(said, 0, len(said)).name
'boat moorings'
>>> said = "There had been a fall in the share of tolls paid, but it was above target."
>>> moved(said, 0, len(said)).name
'share of tolls paid'
"""

import re

from extractors.kpi.names import Subject, is_idle

_ABOUT = re.compile(
    r"[\W_]{0,4}(?:(?:and|but|while|whilst|however|also),?[ ]){0,2}"
    r"(?:In[ ]the[ ]case[ ]of|In[ ](?:respect|terms|relation|regard)[ ](?:of|to)"
    r"|With[ ](?:regards?|respect|reference)[ ]to|Regarding|Concerning|As[ ](?:regards|for|to)"
    r"|Turning[ ]to)[ ](?:the[ ])?(?P<name>[^,;:.\n]{3,90}?)[ ]?,[ ]"
    r"|[\W_]{0,4}(?:(?:and|but|while|whilst)[ ])?(?:For|On)[ ](?:the[ ])?"
    r"(?P<for>[A-Za-z](?:[^,;:.()0-9\n]|(?<=[a-z][ ])[0-9](?=[ ][a-z])){2,60}?)"
    r"(?:[ ]\([^()\n]{1,40}\))?,?[ ](?:the|our|its)[ ](?:result|figure|rate|outturn|score"
    r"|position|average|(?:[a-z]{4,12}[ ])?(?:target|aim|goal|standard))[ ](?:was|is"
    r"|stood|came|had|has)\b"
    r"|[\W_]{0,4}(?:For|On)[ ](?:the[ ])?(?!(?:average|balance|time|whole|basis|present|example"
    r"|instance|most|this|that|these|those|all|each|every|our|its|year|quarter|month|period|week"
    r"|first|second|third|fourth|last|previous|same|current|Q[1-4]|(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day|(?:Jan|Febr|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec)[a-z]{0,6})\b)"
    r"(?P<of>[A-Za-z][^,;:.()0-9\n]{2,60}?),[ ](?:only[ ]|just[ ]|some[ ])?"
    r"[0-9]{1,3}(?:\.[0-9]{1,2})?[ ]?(?:%|per[ ]cent)",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"(?:[^.;:\n]{0,40}?\bthere[ ](?:was|were|had[ ]been|has[ ]been|is)[ ])"
    r"(?:an?|some)[ ](?:[a-z-]{2,14}[ ]){0,2}?(?:increase|decrease|reduction|rise|fall|drop|dip"
    r"|downturn|upturn|improvement|decline|deterioration)[ ]in[ ](?:the[ ])?"
    r"(?P<name>[^,;:\n]{3,110}?)(?=[ ](?:since|compared|from|which|to|by|during|over|and|but|was"
    r"|were|had|has|is)\b|,)",
    re.IGNORECASE,
)
# "The centre has reopened and call times are above …": the subject right before an outcome.
_NEARER = re.compile(
    r",?[ ](?:and|but|while|whilst|although|though|however)[ ](?:the[ ]|our[ ]|its[ ]|their[ ])?"
    r"(?P<name>(?:(?!(?:was|were|is|are|had|has|have|been|it|this|they|that|which|who|there|not"
    r"|only)\b)[\w'’/-]{1,20}[ ]){1,8}?)(?:was|were|is|are|remains?|remained)[ ]"
    r"(?:(?:[a-z]{3,14}ly|still|also|now|just|well|all|both)[ ]){0,3}\Z",
    re.IGNORECASE,
)


# "… that, whilst memberships had levelled off, they remained ahead of target": who "they" are.
_THEY = re.compile(
    r"\b(?:while|whilst|although|though)[ ](?:the[ ]|our[ ])?(?P<name>(?:(?!(?:was|were|is|are|had"
    r"|has|have|been|it|this|they|that)\b)[\w'’/-]{1,20}[ ]){1,8}?)(?:was|were|is|are|had|has|have)"
    r"[ ][^,;.\n]{3,60}?,?[ ](?:they|it|this)[ ](?:was|were|is|are|had|has|have|remain(?:s|ed)?)[ ]"
    r"(?:(?:[a-z]{3,14}ly|still|also|now|just|well|all|both|been)[ ]){0,3}\Z",
    re.IGNORECASE,
)
# "… and the speed of decisions, which was in excess of the target": what "which" goes back to.
_WHICH = re.compile(
    r"[ ](?:the|to|in|of|and|particular)[ ](?P<name>(?:(?!(?:relation|particular|regard|respect"
    r"|terms"
    r"|to|the|of|in|and|on)\b)[a-z'’-]{2,20}[ ]){0,4}"
    r"(?:figures|rates?|speed|times?|levels?|numbers?|percentage|proportion|performance|turnover"
    r"|absence|satisfaction)(?:[ ](?:of|within|in|for|across)[ ][A-Za-z -]{3,40}?)?),?[ ]which[ ]"
    r"(?:was|were|is|are|had|has|have|remain(?:s|ed)?)[ ](?:(?:[a-z]{3,14}ly|still|also|now|just"
    r"|well"
    r"|been)[ ]){0,2}\Z"
)
_TELLS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|been|rose|fell|stood|remained|reached|showed|increased"
    r"|decreased|improved|declined|achieved|met|continued)\b",
    re.IGNORECASE,
)


def about(reading: str, start: int, stop: int) -> Subject | None:
    """Return what the words that lead a clause say it is about."""
    return _made(_ABOUT.match(reading, start, stop))


def moved(reading: str, start: int, stop: int) -> Subject | None:
    """Return what is said to have risen or fallen: "there was a dip in the share of …"."""
    return _made(_MOVED.match(reading, start, min(stop, start + 260)))


def nearer(reading: str, start: int, stop: int) -> Subject | None:
    """Return the subject that ends before an offset, behind an "and" or "but"."""
    if close := _THEY.search(reading, max(start, stop - 180), stop):
        return _made(close)
    if reading.find("which", max(start, stop - 40), stop) >= 0:
        return _made(_WHICH.search(reading, max(start, stop - 140), stop))
    found = _NEARER.search(reading, max(start, stop - 140), stop)
    told = found and _TELLS.search(reading, start, found.start())
    return _made(found) if told else None


# "Number of homes finished by builders ahead of target": a point without a verb of its own.
_MEASURED = re.compile(
    r"[\W_]{0,12}(?:The[ ])?(?P<name>(?:number|percentage|proportion|average|rate|level|total"
    r"|share|%)"
    r"[ ][^.;:\n]{3,140}?)[ ,–-]{1,3}\Z",
    re.IGNORECASE,
)


def measured(reading: str, start: int, stop: int) -> Subject | None:
    """Return the measure that all words before an outcome name."""
    return _made(_MEASURED.match(reading, start, stop))


def _made(found: re.Match[str] | None) -> Subject | None:
    if found is None:
        return None
    told = found.groupdict()
    group = next((g for g in ("for", "of") if told.get(g)), "name")
    name = " ".join(found[group].split())
    if is_idle(name, 0, len(name)):
        return None
    return Subject(found.start(group), found.start(group) + len(found[group].rstrip()), name)
