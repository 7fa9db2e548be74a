"""Heads of performance tables: which column holds the name, the target, the results, the colours.

>>> [role(h) for h in ("KPI Ref", "Performance Indicator", "Target 2019/20", "Q1", "RAG", "DoT")]
['code', 'name', 'target', 'period', 'rag', 'direction']
>>> role("Lead officer"), role("Previous quarter"), role("Floor standard")
('comment', 'previous', 'floor')
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from extractors.data import table
from extractors.dates.period_parts import MONTH

_PERIOD = re.compile(
    rf"\bQ(?:uarter|tr)?[ ]?[1-4]\b|\b{MONTH}|\b(?:month|week|year|period)[ ][0-9]{{1,3}}\b"
    rf"|^20[0-9]{{2}}(?:[ ]?[/–-][ ]?[0-9]{{2,4}})?$|\b20[0-9]{{2}}/[0-9]{{2}}",
    re.IGNORECASE,
)
_INDICATOR = re.compile(
    r"\b(?:indicators?|measures?|KPIs?|PIs?|metric|performance)\b", re.IGNORECASE
)

# "Measure" alone may be an action taken, so a colour beside it is not enough.
_STRICT = re.compile(r"\b(?:indicators?|KPIs?|PIs?|performance)\b", re.IGNORECASE)


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = table("kpi_heads.csv")
    return tuple((r["role"], re.compile(r["pattern"], re.IGNORECASE)) for r in rows)


@lru_cache(maxsize=2_048)
def role(head: str) -> str | None:
    """Return what a column holds by its head, None where the head does not say."""
    words = " ".join(head.split())[:120]
    for name, pattern in _roles():
        if pattern.search(words):
            return name
    return "period" if _PERIOD.search(words) and _is_time(words) else None


# What may stand beside a period in the head of its results: "As at end of Q2 (Jul–Sep)".
_FILLERS = re.compile(
    rf"\b(?:Q[1-4]?|Quarters?|Qtrs?|{MONTH}|to|and|of|the|as|at|end|for|in|on|up|full|half|year"
    rf"|yr|FY"
    r"|month|months|week|weeks|period|financial|calendar|total|cumulative|number|no|data|per|cent"
    r"|first|second|third|fourth|final|st|nd|rd|th|one|two|three|four|only|rate|annual|provisional)"
    r"\b",
    re.IGNORECASE,
)


def _is_time(words: str) -> bool:
    """Tell whether a head holds nothing but a period: not "2021/22 limit"."""
    return re.search(r"[A-Za-z]{3}", _FILLERS.sub(" ", words)) is None


# What a first column is headed by that names no indicators.
_OTHER_ROWS = re.compile(
    r"\b(?:savings?|proposals?|budgets?|projects?|actions?|milestones?|risks?|funds?|assets?"
    r"|schemes?"
    r"|sites?|polic(?:y|ies)|allocations?|councillors?|members?|wards?|names?|dates?|years?|costs?"
    r"|tasks?|recommendations?|objectives?|meetings?|age|school|tenure|location|stage|holding"
    r"|investments?)\b",
    re.IGNORECASE,
)


# Heads of what was planned or allowed for anything at all: posts, roads, building sites.
_OF_ANYTHING = re.compile(
    r"(?:the |our |its |annual |quarterly )?(?:required|expected|planned|plan|profiled?|limit"
    r"|ceiling|threshold|should be|max(?:imum)? (?:allowed|permitted))",
    re.IGNORECASE,
)


def _is_of_anything(heads: Mapping[int, str | None], words: Mapping[int, str]) -> bool:
    """Tell whether no head of a table's aims says that they are targets."""
    aims = [words.get(c, "") for c, r in heads.items() if r == "target"]
    return all(_OF_ANYTHING.fullmatch(" ".join(w.split())) for w in aims)


def with_names(heads: dict[int, str | None], words: dict[int, str]) -> dict[int, str | None]:
    """Return roles in which the first column names the indicators of targets and results.

    >>> with_names({0: None, 1: "target", 2: "actual"}, {0: "Lamps", 1: "Aim", 2: "Result"})[0]
    'name'
    >>> with_names({0: None, 1: "target", 2: "actual"}, {0: "Road", 1: "Plan", 2: "To date"})[0]
    """
    roles = set(heads.values())
    measured = "target" in roles and bool(roles & {"actual", "period"})
    if not measured or {"name", "code"} & roles or heads.get(0) not in (None, "service"):
        return heads
    if _OTHER_ROWS.search(words.get(0, "")) or _is_of_anything(heads, words):
        return heads
    return {**heads, 0: "name"}


def names_indicators(heads: Mapping[int, str | None], words: Mapping[int, str]) -> bool:
    """Tell whether the head of a table's names or codes calls them indicators or measures."""
    named = (w for c, w in words.items() if heads.get(c) in ("name", "code"))
    return any(_INDICATOR.search(w) for w in named)


# Heads of registers of risks, and of limits that are called indicators.
_RISK = re.compile(
    r"\b(?:inherent|residual[ ](?:risk|score|rating)|likelihood|(?:risk|target)[ ]score)\b", re.I
)
_OTHER = re.compile(r"\b(?:risks?|prudential|treasury|borrowing|investments?)\b", re.IGNORECASE)


def is_indicators(heads: dict[int, str | None], words: dict[int, str]) -> bool:
    """Tell whether a table's heads are those of a table of performance indicators."""
    roles = set(heads.values())
    if "name" not in roles and "code" not in roles:
        return False
    named = [w for c, w in words.items() if heads.get(c) in ("name", "code")]
    if any(_RISK.search(w) for w in words.values()) or any(_OTHER.search(w) for w in named):
        return False
    called = names_indicators(heads, words)
    measured = roles & {"actual", "period", "rag"}
    if "target" in roles:
        return bool(measured)
    return called and bool(
        measured - {"rag"} or (any(_STRICT.search(w) for w in named) and measured)
    )
