"""Lines that open with an indicator's code and name, glued to the sentence that reports on it.

A copy loses the break behind a heading: "FB 12 – Ferry crossings The outturn for the quarter was
96%". The name ends where a sentence begins: at a capital that opens one, with a verb not far.

>>> said = "FB 12 – Ferry crossings run The outturn as at the end of Q3 was 96%."
>>> found = head(said, 0, len(said))
>>> found.code, found.name
('FB 12', 'Ferry crossings run')
>>> head("FB 12 – Ferry crossings were late.", 0, 34) is None
True
"""

import re

from extractors.kpi import codes as kpi_codes
from extractors.kpi import names as kpi_names
from extractors.kpi import tidy as kpi_tidy
from extractors.kpi.codes import Code
from extractors.kpi.names import Subject

# "FB 12 – Ferry crossings (north) The …", "FB 12a: Ferry crossings Performance …".
_GLUED = re.compile(
    r"(?P<code>[A-Z]{2,6}(?:-[A-Za-z]{2,8})?[ _/-]?[0-9]{1,4}(?:\.[0-9]{1,2})?[a-z]?)"
    r"(?:[ ]?[:–,]|[ ]-)[ ](?P<name>[A-Z%][\w%,'’&/+ -]{2,110}?)(?:[ ]\([^()\n]{1,80}\))?[ ]"
    r"(?=(?:There|Q[1-4])[ ](?:was|were|are|is|had|has|have)[ ]|(?:The|This|Performance|Outturn"
    r"|During|At|As|In|For|Our|It|We|By|Results?|Quarter|A[ ]total)[ ][^.;:|\n]{2,120}?"
    r"[ ](?:was|were|is|are|had|has|have|stood|fell|rose|remained|reached|achieved|exceeded"
    r"|missed|met|failed|continued|improved|increased|decreased|dropped)\b)"
)
# A name in which something is told already is a sentence: "Ferries were late The …".
_TELLS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|been|that|which|who|because|against|targets?)\b"
)
_NO_CODE = re.compile(r"(?:COVID|CO2|PM|FY|QTR|RPI|CPI|PDF|ISO|HB|CAB|AGENDA|ITEM)", re.I)


def head(reading: str, start: int, stop: int) -> Subject | None:
    """Return the indicator whose code and name open a line, glued to what is said of it.

    The subject ends where its sentence begins.
    """
    found = _GLUED.match(reading, start, stop)
    if found is None or _NO_CODE.match(found["code"]) or _TELLS.search(found["name"]):
        return None
    name = " ".join(found["name"].split())
    if kpi_tidy.tidied(name) != name or kpi_names.is_idle(name, 0, len(name)):
        return None
    return Subject(found.start("code"), found.end(), name, found["code"])


# The words right before a code in brackets name its indicator: "for ferry calls (PI002), they".
_BEFORE = re.compile(
    r"(?:^|[,;:.][ ]|\b(?:for|that|of|and|but|with|regarding|concerning|was|were|in)[ ])"
    r"(?:(?:for|that|the|our|its|their|and|but)[ ]){0,3}"
    r"(?P<name>(?:(?!(?:for|that|but|was|were|is|are|had|has|have|been|which|who|it|they|this|these"
    r"|those|failed|missed|met|achieved|exceeded|kpi|kpis|indicator|indicators|target|targets"
    r"|measure|measures|the)\b)"
    r"(?:[\w'’/&%-]{1,25})[ ]){1,9})[(\[]\Z",
    re.IGNORECASE,
)


def named_before(reading: str, code: Code, start: int) -> str | None:
    """Return the words before a code in brackets that name it, None where they name nothing.

    >>> said = "but for ferry ticket calls (PI002), they failed"
    >>> named_before(said, Code(28, 33, "PI002"), 0)
    'ferry ticket calls'
    """
    if reading[code.start - 1 : code.start] not in ("(", "["):
        return None
    found = _BEFORE.search(reading[max(start, code.start - 120) : code.start])
    if found is None:
        return None
    name = " ".join(found["name"].split())
    if kpi_names.is_idle(name, 0, len(name)) or len(name) < 4:
        return None
    return name if kpi_tidy.tidied(name) == name else None


def name_of_bare(reading: str, code: Code | None, start: int) -> str | None:
    """Return the name that stands before a bare code between commas, else that behind it."""
    if code is None:
        return None
    if reading[code.start - 2 : code.start] == ", ":
        return kpi_tidy.tidied(" ".join(reading[start : code.start - 2].strip(_EDGES).split()))
    return kpi_codes.gloss(reading, code)


_EDGES = " \t\n,;:–-·•"
