"""The unit that the name of an indicator or the head of a column prints.

>>> told("Sickness days lost"), told("Recycling rate (%)"), told("Locks opened")
('days', '%', None)
>>> told("Waste of a household, kg (so far)"), told("Locks shut for weeks, days and hours")
('kg', None)
"""

import re

_PERCENT = re.compile(r"^(?:the )?(?:%|percentage|per ?cent|proportion)|\(%\)|[ ]%$|% ", re.I)
_IN_BRACKETS = re.compile(
    r"(?:\((?:in )?|, )(kg|days|hours|minutes|seconds|weeks|tonnes|£)(?:\b|$)(?=$|\)| \(|/)",
    re.IGNORECASE,
)
_OF_DAYS = re.compile(
    r"\b(?:average|number of|no\.? of)[ ](?:time[ ]in[ ])?(?:working[ ])?(days|weeks|hours"
    r"|minutes)\b"
    r"|\b(days)[ ](?:lost|taken)\b",
    re.IGNORECASE,
)


def told(words: str) -> str | None:
    """Return the unit that a name or head prints: "Sickness days lost", "Recycling rate (%)"."""
    if _PERCENT.search(words):
        return "%"
    found = _IN_BRACKETS.search(words) or _OF_DAYS.search(words)
    return next(g for g in found.groups() if g).lower() if found else None


_CELL = re.compile(
    r"(?P<share>%|per ?cent(?:age)?|percentage)|(?:(?:no\.?|number|average)(?: of)? )?(?:working )?"
    r"(?P<unit>days|weeks|hours|minutes|seconds|tonnes|kg)|(?P<count>no\.?|number|count|#)",
    re.IGNORECASE,
)


def of_cell(words: str) -> str | None:
    """Return the unit that a cell under "Unit" names, None where it names none that we know.

    >>> of_cell("Percentage"), of_cell("Days"), of_cell("No."), of_cell("score")
    ('%', 'days', 'number', None)
    """
    found = _CELL.fullmatch(words.strip())
    if found is None:
        return None
    return "%" if found["share"] else (found["unit"] or "number").lower()
