"""Results that are said to have no target, and targets of what was not measured.

"HR3, staff turnover, was 2.9%. No target is set for this one." gives a result and a code; "LI 14 –
calls answered – was not collected this quarter (target 85%)" gives a target and no result.

>>> said = "HR3, staff turnover, was 2.9%; no target is set."
>>> has_no_target(said, 0, len(said)), [code.code for code in codes(said, 0, len(said))]
(True, ['HR3'])
>>> is_unmeasured("was not collected this quarter (target 85%)", 0, 43)
True
"""

import re

from extractors.kpi import codes as kpi_codes
from extractors.kpi.codes import Code

_KIND = r"(?:(?!of\b|for\b)[a-z-]{3,12}[ ]){0,2}?"
_SET = r"(?:set|adopted|agreed|fixed|given|attached|applied|put|established|defined|in[ ]place)"
_IT = (
    r"(?:it|this|that|these|them|(?:this|that|the)[ ](?:one|indicator|measure|KPI|PI|item|figure"
    r"|year|quarter))"
)
_NONE = (
    rf"(?:no[ ]{_KIND}target[ ](?:(?:is|was|has[ ]been|had[ ]been|being|has|had)[ ]"
    rf"(?:yet[ ]|ever[ ]|currently[ ]|again[ ])?(?:been[ ])?{_SET}|exists?|existed|applies|applied)"
    rf"|there[ ](?:is|was|has[ ]been|being|having[ ]been)[ ](?:still[ ]|again[ ])?no[ ]"
    rf"{_KIND}target|(?:has|have|had|having|carries|carried|with)[ ]no[ ]{_KIND}target"
    rf"|without[ ]an?[ ]{_KIND}target"
    rf"|no[ ]{_KIND}target(?:[ ]{_SET})?(?=[).;,]|$))"
)
_SAID = re.compile(rf"\b{_NONE}\b", re.IGNORECASE)
# A sentence that says so of what was told right before, and names nothing.
_FOLLOWS = re.compile(
    r"(?:(?:Again|Also|As[ ]yet|At[ ]present|Here|However|Currently|Here[ ]too)[ ,]{1,2})?"
    rf"(?:(?:(?:This|That|The)[ ](?:indicator|measure|KPI|PI|one)|It|This)[ ]"
    rf"(?:again[ ]|also[ ])?)?{_NONE}(?:[ ](?:yet|so[ ]far|at[ ]present|currently))?(?:[ ]{_SET})?"
    rf"(?:[ ](?:for|against|on)[ ]{_IT})?(?:[ ](?:yet|so[ ]far|at[ ]present|currently))?"
    r"(?=[.,;]|$|[ ](?:as|because|since|and|but|by|at|in)\b)",
    re.IGNORECASE,
)
_UNMEASURED = re.compile(
    r"\b(?:not|never|n't)[ ](?:been[ ]|be[ ]|yet[ ]|yet[ ]been[ ]|able[ ]to[ ]be[ ])?(?:measured"
    r"|collected|reported|recorded|available|surveyed|returned|supplied|monitored|assessed"
    r"|calculated|counted|provided|run|carried[ ]out)\b"
    r"|\bno[ ](?:figures?|data|results?|survey|return|reading|information)[ ](?:is|are|was|were"
    r"|could|can|has|have|had|for|available|yet|supplied|provided|returned)\b"
    r"|\b(?:unavailable|awaited|unmeasured)\b",
    re.IGNORECASE,
)


def has_no_target(reading: str, start: int, stop: int) -> bool:
    """Tell whether words say that there is no target."""
    return reading.find("target", start, stop) >= 0 and bool(_SAID.search(reading, start, stop))


def follows(reading: str, start: int, stop: int) -> bool:
    """Tell whether a sentence says that what was told right before has no target.

    >>> follows("There was no target for it.", 0, 27), follows("No target is set.", 0, 17)
    (True, True)
    >>> follows("No target is set for void loss.", 0, 31)
    False
    """
    if reading.find("target", start, min(stop, start + 90)) < 0:
        return False
    return _FOLLOWS.match(reading, start, stop) is not None


def tells(reading: str, start: int, stop: int) -> bool:
    """Tell whether words give the result of an indicator: by a code, or by what they call it."""
    return bool(kpi_codes.find(reading, start, stop) or kpi_codes.placed(reading, start, stop))


def is_unmeasured(reading: str, start: int, stop: int) -> bool:
    """Tell whether words say that something was not measured this time."""
    return _UNMEASURED.search(reading, start, stop) is not None


def codes(reading: str, start: int, stop: int) -> list[Code]:
    """Return the one code of words that say there is no target, or no result."""
    if not has_no_target(reading, start, stop):
        return []
    code = kpi_codes.placed(reading, start, stop)
    return [code] if code else []
