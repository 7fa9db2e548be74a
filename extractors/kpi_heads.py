"""Heads of performance tables: which column holds the name, the target, the results, the colours.

>>> [role(h) for h in ("KPI Ref", "Performance Indicator", "Target 2019/20", "Q1", "RAG", "DoT")]
['code', 'name', 'target', 'period', 'rag', 'direction']
>>> role("Lead officer"), role("Previous quarter"), role("Floor standard")
('comment', 'previous', 'floor')
"""

import re

from extractors.period_parts import MONTH

# The first that fits a head wins; a head of two lines is read as one.
_ROLES = (
    ("code", r"(?:(?:KPI|PI|indicator|measure|our)[ ])?(?:ref(?:erence)?\.?|code|no\.?|number|id)(?:[ ]no\.?)?"),
    ("comment", r".*\b(?:comment\w*|commentary|notes?|narrative|explanation|action|officer|owner|lead|responsible|frequency|source|rationale|definition)\b.*"),
    ("rag previous", r".*\b(?:RAG|status|rating)\b.*\b(?:previous|last|prior)\b.*|.*\b(?:previous|last|prior)\b.*\b(?:RAG|status|rating)\b.*"),
    ("direction", r".*\b(?:DoT|direction(?:[ ]of[ ]travel)?|trend|travel|change)\b.*"),
    ("rag", r".*\b(?:RAG|status|rating|met\??|achieved\?|on[ ]target\??|traffic[ ]light|progress)\b.*"),
    ("floor", r".*\b(?:floor|minimum(?:[ ]service[ ]level)?|MSL|lower[ ]limit|intervention)\b.*"),
    ("better", r".*\b(?:good[ ]is|good[ ]to[ ]be|better|polarity|high(?:er)?[ ]or[ ]low|bigger|smaller)\b.*"),
    ("tolerance", r".*\b(?:tolerance|variance|weighting|benchmark|national|average|comparator|cost|budget|spend|£)\b.*"),
    ("target", r".*\b(?:target|TSL|goal|target[ ]service[ ]level|standard)\b.*"),
    ("previous", r".*\b(?:previous|prior|last|preceding|baseline)\b.*"),
    ("name", r".*\b(?:indicators?|measures?|KPIs?|PIs?|metric|performance[ ]measure|description|what[ ]we[ ]measure)\b.*"),
    ("actual", r".*\b(?:actuals?|results?|outturn|out-turn|performance|achieved|latest|current|value|score|reported|YTD|year[ ]to[ ]date|figure)\b.*"),
    ("unit", r"units?(?:[ ]of[ ]measure(?:ment)?)?"),
    ("service", r"(?:service(?:[ ]area)?|department|directorate|team|theme|priority|contract|lot|area|division)"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _ROLES)
_PERIOD = re.compile(
    rf"(?:.*\b(?:Q(?:uarter|tr)?[ ]?[1-4])\b.*|.*\b{MONTH}.*|20[0-9]{{2}}(?:[/-][0-9]{{2,4}})?|.*\b20[0-9]{{2}}/[0-9]{{2,4}})",
    re.IGNORECASE,
)
_INDICATOR = re.compile(
    r"\b(?:indicators?|measures?|KPIs?|PIs?|metric|performance)\b", re.IGNORECASE
)

# "Measure" alone may be an action taken, so a colour beside it is not enough.
_STRICT = re.compile(r"\b(?:indicators?|KPIs?|PIs?|performance)\b", re.IGNORECASE)


def role(head: str) -> str | None:
    """Return what a column holds by its head, None where the head does not say."""
    words = " ".join(head.split())[:120]
    for name, pattern in _COMPILED:
        if pattern.fullmatch(words):
            return name
    return "period" if _PERIOD.fullmatch(words) else None


def is_indicators(heads: dict[int, str | None], words: dict[int, str]) -> bool:
    """Tell whether a table's heads are those of a table of performance indicators."""
    roles = set(heads.values())
    if "name" not in roles and "code" not in roles:
        return False
    named = [w for c, w in words.items() if heads.get(c) in ("name", "code")]
    called = any(_INDICATOR.search(w) for w in named)
    measured = roles & {"actual", "period", "rag"}
    if "target" in roles:
        return bool(measured)
    return called and bool(measured - {"rag"} or any(_STRICT.search(w) for w in named) and measured)
