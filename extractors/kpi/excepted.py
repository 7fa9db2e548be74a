"""What "except" leads to: a time alone, or the names of the indicators that did otherwise."""

import re

from extractors.kpi.clauses import Clause
from extractors.kpi.names import Subject

_NAME = re.compile(
    r"(?:for[ ])?(?:(?:the[ ])?(?:ones?|that|those)[ ](?:for|on|about)[ ]|the[ ])?"
    r"(?:target[ ](?:for|on)[ ](?:the[ ])?)?"
    r"(?P<name>[^,;:.()\n]{3,100}?)"
    r"(?=[ ]?(?:,|;|:|\.|\(|\)|$)|[ ](?:target|KPI|indicator|measure|performance[ ](?:target"
    r"|indicator))s?\b"
    r"|[ ](?:in|for|during|which|where|that|of|was|were|had|has)[ ])"
)
_A_COUNT = re.compile(r"(?:[0-9]+|one|two|three|four|five|a few|some|several)\b", re.IGNORECASE)
_AS_TO = re.compile(r"\b(?:relating to|related to|namely|being|:|–)[ ]+(?=\S)")


_FILLERS = re.compile(
    r"(?:\b(?:in|the|for|of|since|when|during|and|at|it|was|been|had|where|a|result|month"
    r"|quarter|year"
    r"|only|20[0-9]{2}|(?:Jan|Febr)uary|March|April|May|Ju(?:ne|ly)|August|(?:Septem|Octo|Novem"
    r"|Decem)ber)\b|\W)*+",
    re.IGNORECASE,
)


def is_time_alone(reading: str, clause: Clause, start: int, stop: int) -> bool:
    """Tell whether "except" leads to a time and no more: "in every month but August (93%)"."""
    spans = [(p.start, p.stop) for p in clause.periods if start <= p.start < stop]
    if not spans:
        return False
    spans += [(f.start, f.stop) for f, _ in clause.figures if start <= f.start < stop]
    at = start
    for a, b in sorted(spans):
        if not _FILLERS.fullmatch(reading, at, max(at, a)):
            return False
        at = max(at, b)
    return _FILLERS.fullmatch(reading, at, stop) is not None


def names(reading: str, start: int, stop: int) -> list[Subject]:
    """Return the indicator that the words behind "except" name; none where they only count."""
    if _A_COUNT.match(reading, start, stop):
        told = _AS_TO.search(reading, start, stop)
        if told is None:
            return []
        start = told.end()
    found = _NAME.match(reading, start, stop)
    if found is None:
        return []
    return [Subject(found.start("name"), found.end("name"), " ".join(found["name"].split()))]
