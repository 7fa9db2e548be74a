"""How an indicator of a table did: by the words of its status, its figures and its colour.

Words speak first, then figures, then colours. Which way is better a column or the target's own
words tell; else it is guessed by the name, and a colour that flatly denies the guess is believed.
"""

import re

from extractors.kpi import better as kpi_better
from extractors.kpi import signs as kpi_signs
from extractors.kpi.figures import Figure

# Bounds stand beside the target's own figure: not "90% answered in under 20 seconds".
_AT_MOST = re.compile(
    r"^[^0-9]{0,14}(?:<|≤|\b(?:max(?!imi)|(?:less|fewer) than|(?:no|not) (?:more|greater|higher)"
    r"|at most|up to|under\b|below\b))[^0-9]{0,14}[0-9]|<|≤|minimi[sz]e"
    r"|[0-9]%?[^0-9]{0,14}\b(?:or (?:less|fewer|below|under|lower)|max(?!imi))",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"^[^0-9]{0,14}(?:>|≥|\b(?:min(?!ute|imi|s\b)|at least|(?:more|greater|higher) than"
    r"|(?:no|not) (?:less|fewer|lower)|over\b|above\b))[^0-9]{0,14}[0-9]|>|≥|maximi[sz]e|[0-9]%?\+"
    r"|[0-9]%?[^0-9]{0,14}\b(?:or (?:more|above|over|higher|better)|minimum)",
    re.IGNORECASE,
)
_NEAR = 0.1  # green may be shown for a result that misses its aim by a tenth


def told_way(polarity: str | None, target: str) -> int | None:
    """Return 1 where a table says that less is better, 0 for more, None where it does not say.

    >>> told_way("Low", "25"), told_way(None, "no more than 25"), told_way(None, "25 or above")
    (1, 1, 0)
    >>> told_way(None, "3 min 30 sec"), told_way(None, "80% answered in under 20 seconds")
    (None, None)
    """
    said = kpi_signs.lower_is_better(polarity) if polarity else None
    if said is not None:
        return said
    if _AT_MOST.search(target):
        return 1
    return 0 if _AT_LEAST.search(target) else None


def by_floor(target: Figure | None, floor: Figure | None) -> int | None:
    """Return 1 where the floor lies above the target: less is better; 0 where it lies below."""
    if target is None or floor is None or target.value == floor.value or target.top or floor.top:
        return None
    return int(floor.value > target.value)


def outcome(target: Figure | None, actual: Figure | None, state: str | None, rag: str | None,
            told: int | None, title: str | None) -> str:  # fmt: skip
    """Return what a row's status, figures and colour say; figures of what has no name say little.

    `told`: which way the table itself says is better; `title`: the indicator's name.
    """
    figures = _by_figures(target, actual, rag, told, title)
    if state is not None:
        return "exceeded" if (state, figures) == ("met", "exceeded") else state
    if figures != "unknown":
        return figures
    return {"green": "met", "red": "missed"}.get(rag or "", "unknown")


def _by_figures(target: Figure | None, actual: Figure | None, rag: str | None, told: int | None,
                title: str | None) -> str:  # fmt: skip
    if not (target and actual) or target.top is not None or actual.top is not None:
        return "unknown"
    if told is not None or actual.value == target.value:
        return kpi_better.by_figures(actual.value, target.value, told, target.unit)
    guessed = kpi_better.lower_is_better(title or "", target.unit)
    count = (
        guessed is None and target.unit == "number" and not kpi_better.higher_is_better(title or "")
    )
    if title is None or (count and kpi_better.is_either_way(title)):
        return "unknown"
    figures = kpi_better.by_figures(actual.value, target.value, guessed, target.unit)
    far = abs(actual.value - target.value) > _NEAR * abs(target.value)
    if rag == "green" and far:
        return "exceeded"  # what is green beyond any tolerance is on the good side
    if rag == "red":
        return "missed"
    if rag == "amber" and count and figures == "exceeded":
        return "unknown"  # no colour of success: less of it may be better
    return "unknown" if count and rag == "green" else figures
