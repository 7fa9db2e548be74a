"""A meeting's decision sheet, or an extract from its minutes: a paper's name over body and day.

"Decisions taken by the Executive on 4 May 2015", "DECISION SHEET", "Minute extract": the items
below say what was decided, with or without a label.
"""

import re
from collections.abc import Sequence

from extractors import headers
from extractors.layouts import bodies, excerpt, items
from extractors.layouts.page import Line

_TOP = 8  # lines among which the paper's name stands
_FAR = 25  # lines among which the only item of an extract begins
_WORDS = (
    r"(?:decisions?\s(?:sheet|notice|list|summary|digest|bulletin|statement)"
    r"|(?:summary|notice|record|schedule|list|statement|digest)\sof\s(?:the\s)?(?:key\s)?decisions"
    r"|decisions\s(?:taken|made|reached|of|by|from))"
)
_EXTRACT = (
    r"(?:(?:draft\s)?minutes?\sextracts?"
    r"|extracts?\s(?:of|from)\s(?:the\s)?(?:draft\s|unconfirmed\s)?minutes?)"
)
_SHEET = re.compile(
    rf"(?:(?:draft|public|cabinet|council|committee)\s)?{_WORDS}\b"
    r"|(?:(?:the|meeting|cabinet|council|committee|executive)\s)?decisions\s?:?$",
    re.IGNORECASE,
)
_IS_EXTRACT = re.compile(_EXTRACT + r"\b", re.IGNORECASE)
# "Decisions taken by the Harbour Board on 4 May 2015", "Extract from the minutes of the Harbour
# Board held on …": the body is named.
NAMED = re.compile(
    rf"(?:{_WORDS}|{_EXTRACT})\s(?:taken\s|made\s)?(?:(?:by|at|of|from)\s)?(?:an?\s|the\s)?"
    r"(?:(?:\w{1,14}\s)?meeting\sof\s(?:the\s)?)?"
    r"(?P<body>(?!meeting|last|held|on\b|at\b|its\b|minutes)[A-Z][^\n.:;0-9]{2,100}?)"
    r"(?:\s(?:at\s(?:its|the|a)\s)?meeting)?"
    r"(?=,?\s(?:held|on|at)\s[^\n]{0,60}[0-9]|\s[-–]\s|,\s[^\n]{0,20}[0-9])",
    re.IGNORECASE,
)
# "Decisions taken on 4 May 2015": the body stands above.
UNNAMED = re.compile(
    rf"(?:{_WORDS}|{_EXTRACT})(?:\s(?:taken|made))?"
    r"(?:\s(?:at|from|of)\s(?:its|the|a)\s(?:\w{1,14}\s)?meeting)?(?:\sheld)?\son\s",
    re.IGNORECASE,
)


def is_one(lines: Sequence[Line]) -> bool:
    """Tell whether a paper's name stands at the top, a day by it, and items that were decided."""
    top = lines[:_TOP]
    if not any(_SHEET.match(x.words) or _IS_EXTRACT.match(x.words) for x in top):
        return False
    if not any(headers.find_date(x.words) for x in top if len(x.words) < 240):
        return False
    _, found = split(lines)
    return any(is_decided(item.lines) for item in found)


def is_extract(lines: Sequence[Line]) -> bool:
    """Tell whether the paper says that it is a piece of minutes."""
    return any(_IS_EXTRACT.match(x.words) for x in lines[:_TOP])


def of_one(lines: Sequence[Line]) -> tuple[list[Line], list[items.Item]] | None:
    """Return the head and the item of an extract of one minute, None where it is none."""
    if not is_extract(lines):
        return None
    for at in range(1, min(len(lines), _FAR)):
        if lines[at].words.isupper():
            above, found = items.split(lines[at:])
            if len(found) == 1 and not above:
                return list(lines[:at]), found
    return None


def split(lines: Sequence[Line]) -> tuple[list[Line], list[items.Item]]:
    """Return the lines of the head and the items; a single one is found by what stands below."""
    above, found = items.split(lines)
    if found:
        return above, found
    if only := of_one(lines):
        return only
    parts = excerpt.split(lines)
    if len(parts) > 1 and parts[0].title is None:
        return parts[0].lines, parts[1:]
    return list(lines), []


def is_decided(lines: Sequence[Line]) -> bool:
    """Tell whether lines below a title say what was decided, under a label or a marker."""
    return any(
        x.name in ("decision", "minutes") or excerpt.is_done(x) or bodies.is_decided(x.words)
        for x in lines
    )
