"""How an indicator did, by words, figures and colours, and which way it should go."""

import re

from extractors import definitions
from extractors.kpi import better as kpi_better
from extractors.kpi import costs as kpi_costs
from extractors.kpi import parts as kpi_parts
from extractors.kpi import pledged as kpi_pledged
from extractors.kpi.clauses import Clause
from extractors.kpi.figures import Figure
from extractors.kpi.names import Subject
from extractors.kpi.values import Values

_LIMIT = re.compile(r"exceed|above|over|excess|below|under", re.IGNORECASE)
# A name that is nothing but a short form: "ADFs".
_SHORT = re.compile(r"[A-Z]{2,8}s?")

# Performance above a target is good performance, whatever is measured.
_PERFORMS = re.compile(r"\b(?:performance|performed|performing)\b[^,;\n]{0,100}\Z", re.IGNORECASE)
_BETTER = re.compile(r"\bimprov(?:ed|ement|ing|es)\b", re.IGNORECASE)
_WORSE = re.compile(r"\b(?:deteriorat|worsen|declin)\w+\b", re.IGNORECASE)
_SAME = re.compile(r"\b(?:unchanged|remained the same|no change)\b", re.IGNORECASE)
_BELOW = re.compile(r"(?:below|under)\b", re.IGNORECASE)


# "a failure against KPI 3" says how it did, not what is measured.
_FAILED = re.compile(r"\bfail\w*", re.IGNORECASE)


# "On fly-tips, 71% had been cleared in a day", "fly-tips were cleared in 86% of cases": a share of
# what was done.
_BE = r"(?:had[ ]been|have[ ]been|has[ ]been|were|was|are|is)[ ]"
_DONE = re.compile(
    rf"[ ]?,[ ](?:only[ ]|just[ ]|some[ ])?[0-9.]{{1,6}}[ ]?(?:%|per[ ]cent)[ ]"
    rf"(?:of[ ](?:them|all)[ ])?{_BE}(?P<done>[a-z][^.;:,\n]{{2,60}})"
    rf"|[ ]{_BE}(?P<so>(?!(?:below|above|under|over|not|well|just|still|within|down|better|worse"
    r"|the|again|only|also|slightly|exactly|around|about)\b)[a-z]{3,14}\b[^.;:,0-9\n]{0,40})"
)


# "Rent collected (excluding arrears)": what is left out is not measured.
_LEFT_OUT = re.compile(r"\((?:exc|not[ ]|without|less[ ])[^()\n]{1,60}\)", re.IGNORECASE)


def better_way(reading: str, clause: Clause, subject: Subject, values: Values) -> int | None:
    """Return 1 where a smaller figure is better: by the target's bound, the name, or the time."""
    told = kpi_parts.bound(reading, clause.start, values.target) if values.target else None
    if told is not None:
        return told
    if promised := kpi_pledged.find(reading, clause.start, clause.stop):
        return 1 if promised.falls else None
    cause = kpi_parts.cause(reading, clause.start, clause.stop)
    said = reading[clause.start : clause.stop if cause is None else cause]
    if "er " in said and kpi_better.is_said_lower(said):
        return 1
    name = subject.name
    if name and _SHORT.fullmatch(name):
        name = definitions.long_forms(reading).get(name.rstrip("s"), name)
    if name:
        at = said.find(name)
        done = _DONE.match(said, at + len(name)) if at >= 0 else None
        said_of = f"{name} {done['done'] or done['so']}" if done and values.unit == "%" else name
        name = _LEFT_OUT.sub(" ", said_of)
    if values.unit == "£" and kpi_costs.is_of_one(said):
        return 1
    named = kpi_better.lower_is_better(name or _FAILED.sub(" ", said), values.unit)
    return (
        named
        if named is not None
        else kpi_better.time_is_lower(f"{name or ''} {said}", values.unit)
    )


def disagree(reading: str, clause: Clause, actual: Figure, target: Figure) -> bool:
    """Tell whether the outcome word shows that a larger figure is better after all."""
    word = clause.outcome
    if word is None or actual.top or target.top or _LIMIT.search(reading, word.start, word.stop):
        return False
    figures = kpi_better.by_figures(actual.value, target.value, 1, target.unit)
    return {"met", "missed"} == {word.kind, {"exceeded": "met"}.get(figures, figures)}


def _by_figures(reading: str, clause: Clause, subject: Subject, actual: Figure | None,
                target: Figure | None, lower: int | None) -> str:  # fmt: skip
    """Return what the figures say; a count may go either way, where a colour knows better."""
    if not (actual and target) or actual.top is not None or target.top is not None:
        return "unknown"
    if lower is None and target.unit == "number" and actual.value != target.value:
        said = subject.name or reading[clause.start : clause.stop]
        if clause.rag or kpi_better.is_either_way(said):
            return "unknown"
    unit = target.unit if target.unit != "number" else actual.unit
    return kpi_better.by_figures(actual.value, target.value, lower, unit)


def _is_far_below(reading: str, clause: Clause, actual: Figure | None,
                  target: Figure | None) -> bool:  # fmt: skip
    """Tell whether a result lies so far under its aim that less may well be better."""
    if not (clause.outcome and actual and target) or actual.unit != "%":
        return False
    below = _BELOW.match(reading, clause.outcome.start)
    return below is not None and actual.value * 2 < target.value <= 30


def _against_colour(clause: Clause, kind: str) -> str | None:
    """Return the outcome where a colour tells that to lie below a target was good, or above it bad.

    "Rated green, falling below the target of 5%": less of it is better.
    """
    shown = clause.rag.kind if clause.rag else None
    if shown == "green" and kind == "missed":
        return "exceeded"
    return "missed" if shown == "red" and kind == "exceeded" else None


def outcome(reading: str, clause: Clause, subject: Subject, actual: Figure | None,
            target: Figure | None, lower: int | None, later: bool,
            several: bool = False) -> str:  # fmt: skip
    """Return the outcome: words, then figures, then colours; a later target leaves it open.

    `several`: the clause gives a result for each of some periods, of which its word says but one.
    """
    word = clause.outcome
    figures = _by_figures(reading, clause, subject, actual, target, lower)
    if several and figures != "unknown":
        return figures
    if word is not None and (told := _against_colour(clause, word.kind)):
        return figures if lower and figures != "unknown" else told
    if word is not None:
        performs = _PERFORMS.search(reading, clause.start, word.start)
        if lower and not performs and _LIMIT.search(reading, word.start, word.stop):
            flipped = {"exceeded": "missed", "missed": "met"}.get(word.kind, word.kind)
            return flipped if figures == "unknown" else figures
        if word.kind == "mitigated" and figures == "missed":
            return "missed"
        if word.kind == "missed" and _is_far_below(reading, clause, actual, target):
            return "unknown"
        return "exceeded" if (word.kind, figures) == ("met", "exceeded") else word.kind
    if later:
        return "unknown"
    if figures != "unknown":
        return figures
    return {"green": "met", "red": "missed"}.get(clause.rag.kind if clause.rag else "", "unknown")


def direction(said: str, actual: Figure | None, previous: Figure | None,
              lower: int | None) -> str | None:  # fmt: skip
    """Return improved, declined or same: by a result and the one before it, else by words."""
    if actual and previous and (lower or actual.unit == "%"):
        if actual.value == previous.value:
            return "same"
        return "improved" if (actual.value < previous.value) == bool(lower) else "declined"
    if previous is None:
        return None
    for pattern, kind in ((_BETTER, "improved"), (_WORSE, "declined"), (_SAME, "same")):
        if pattern.search(said):
            return kind
    return None
