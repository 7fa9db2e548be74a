"""The figures of one clause: target, result, floor, previous, and what they say together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.data import lines
from extractors.kpi import beside_verdict as kpi_beside_verdict
from extractors.kpi import costs as kpi_costs
from extractors.kpi import norms as kpi_norms
from extractors.kpi import parts as kpi_parts
from extractors.kpi import pledged as kpi_pledged
from extractors.kpi.clauses import Clause
from extractors.kpi.figures import Figure
from extractors.kpi.words import is_other_target
from extractors.lowered import lowered

_AGAINST = re.compile(
    r"(?:[ ][A-Za-z]{2,20}){0,3}?,?[ ]?\(?(?:against|with[ ]an?(?=[ ]target)"
    r"|compared[ ](?:to|with)|versus|vs?\.?"
    r"|target(?::(?=[ ][0-9.,]{1,9}[ ]?%?[).]))?|below|above|under|over|short[ ]of|ahead[ ]of"
    r"|behind|missing|beating|exceeding"
    r"|surpassing|(?:better|worse|higher|lower|more|less|fewer)[ ]than)[ ]",
    re.IGNORECASE,
)
_TARGET_WORD = re.compile(r"\btargets?\b", re.IGNORECASE)
# Both of lowered words.
_CALLED = re.compile(
    r"\b(?:kpis?|(?:key[ ])?performance[ ](?:indicators?|measures?)|indicators?|(?:this|the)[ ]"
    r"(?:[\w-]+[ ]){0,3}measure)\b"
)
_AIM = re.compile(r"\b(?:targets?|targed|kpis?|indicators?|tsls?|slas?|service levels?|msls?)\b")


@dataclass(frozen=True, slots=True)
class Values:
    """The figures of a clause by their part; several results where periods pair with them."""

    target: Figure | None = None
    actuals: tuple[Figure, ...] = ()
    previous: Figure | None = None
    floor: Figure | None = None
    unit: str | None = None
    unsure: bool = False  # several figures could be the result


def is_called(low: str) -> bool:
    """Tell whether lowered words call something an indicator or measure."""
    named = "kpi" in low or "indicator" in low or "measure" in low
    return named and _CALLED.search(low) is not None and _DENIED.search(low) is None


# "was no longer an indicator", "is not a contract measure".
_DENIED = re.compile(
    r"\b(?:no longer|not|never|ceased to be|nor)(?: (?:an?|one of the|among the|among))?"
    r" (?:[a-z-]{2,15} ){0,2}(?:kpis?|(?:performance )?(?:indicators?|measures?))\b"
)


def _has_other_subject(low: str) -> bool:
    for words in lines("kpi_other_subjects.txt"):  # noqa: SIM110 - half the time of any()
        if words in low:
            return True
    return False


def is_other(said: str, name: str | None = None) -> bool:
    """Tell whether a clause's target is one of planning, money or climate policy.

    `name`: what the clause reports on.
    """
    if is_fund(name):
        return True
    low = said.lower()
    if _DELIVERED.search(low) and not _PLANNED.search(low):
        low = _HOMES.sub(" ", low)
    return _has_other_subject(low) and not is_called(_OTHER_INDICATORS.sub(" ", low))


# Homes that a council counts as they are finished: "the target for the delivery of affordable
# homes was met"; not those that a policy asks of a site.
_DELIVERED = re.compile(
    r"\b(?:delivered|deliver(?:y|ing) of|completed|completions?|number of (?:new )?affordable|built"
    r"|provided)\b"
)
_PLANNED = re.compile(
    r"\b(?:would|will|could|should|polic(?:y|ies)|scheme|site|sites|application|applicant|developer"
    r"|permission|local plan|section 106|s106|plan period|supply|viability|planning)\b"
)
_HOMES = re.compile(r"\b(?:affordable (?:[a-z]+ )?(?:homes|housing)|dwellings)\b")


# Limits of borrowing and figures of markets that are called indicators.
_OTHER_INDICATORS = re.compile(r"\b(?:prudential|treasury|economic|market) indicators?\b")
# What gains and loses money on markets, not by how well it serves.
_FUND = re.compile(
    r"(?:(?:the|our|its|whole|total|main|overall|pension|investment|property|equity|credit|bond"
    r"|growth|global|active|passive|infrastructure|sub|multi-asset|index|investments?) ){0,4}"
    r"(?:sub-)?(?:fund|portfolio|mandate|manager|pool|equit(?:y|ie)|bond|gilt|asset|budget"
    r"|expenditure|spending|reserve)s?"
    r"(?: (?:manager|value|return|performance|valuation|growth|assets|returned|has|had)s?){0,2}",
    re.IGNORECASE,
)


def is_fund(name: str | None) -> bool:
    """Tell whether a name is that of an investment: its returns are no indicators.

    >>> is_fund("the global equity fund"), is_fund("fund claims paid on time"), is_fund(None)
    (True, False, False)
    """
    return name is not None and _FUND.fullmatch(name) is not None


def read(reading: str, clause: Clause, has_code: bool) -> Values:
    """Return the values of a clause, leaving out what its words do not tie surely."""
    figures = [
        (f, part)
        for f, part in clause.figures
        if not any(a <= f.start < b for a, b in clause.exceptions)
    ]
    target = _target(reading, clause, figures, has_code)
    if target is None and any(part == "target" for _, part in figures):
        return Values()
    floor = _only([f for f, part in figures if part == "floor"])
    previous = _only([f for f, part in figures if part == "previous"])
    free = [_in_unit_of(reading, f, target) for f, part in figures if part is None]
    actuals, unit = _actuals(reading, clause, free, target, floor, has_code)
    unit = unit or (floor.unit if floor else None)
    if previous and unit and previous.unit not in (unit, "number"):
        previous = None
    if target and not actuals and not (has_code or _AIM.search(_said(reading, clause))):
        return Values()
    if target is None and len(actuals) == 1 and kpi_beside_verdict.is_equal(reading, clause):
        target = actuals[0]
    rivals = {f.value for f in free if f.unit == unit}
    return Values(target, actuals, previous, floor, unit, not actuals and len(rivals) > 1)


def of_pair(reading: str, actual: Figure, target: Figure) -> Values:
    """Return a result and its target as values, a result of two units in that of the target."""
    actual = _in_unit_of(reading, actual, target)
    unit = target.unit if target.unit != "number" else actual.unit
    return Values(target, (actual,), unit=unit)


_LARGER = {"minutes": "hours", "seconds": "minutes"}
_OF_TWO = re.compile(r"[0-9][^0-9]{2,16}[0-9]")


def _in_unit_of(reading: str, figure: Figure, target: Figure | None) -> Figure:
    """Return a time of two units in that of its target: 1 minute 48 seconds are 1.8 minutes."""
    if target is None or figure.top or _LARGER.get(figure.unit) != target.unit:
        return figure
    if not _OF_TWO.search(reading, figure.start, figure.stop):
        return figure
    return replace(figure, value=round(figure.value / 60, 2), unit=target.unit)


def _said(reading: str, clause: Clause) -> str:
    return lowered(reading)[clause.start : clause.stop]


def _only(figures: Sequence[Figure]) -> Figure | None:
    return figures[0] if len({(f.value, f.top, f.unit) for f in figures}) == 1 else None


def _target(reading: str, clause: Clause, figures: Sequence[tuple[Figure, str | None]],
            has_code: bool) -> Figure | None:  # fmt: skip
    found = _only([f for f, part in figures if part == "target"])
    if found is None and not any(part == "target" for _, part in figures):
        found = _only([f for f, part in figures if part == "doing"])
    if found is None:
        return None
    said = lowered(reading)[clause.start : clause.stop]
    called = has_code or is_called(said)
    if found.unit == "£" and not (called or kpi_costs.is_of_one(said)):
        return None
    aimed = clause.is_known or clause.outcome or _AIM.search(said) or kpi_norms.speaks(said)
    if not called and (is_other(said) or not aimed):
        return None
    near = [*_TARGET_WORD.finditer(reading, max(clause.start, found.start - 90), found.start)]
    near += [*_TARGET_WORD.finditer(reading, found.stop, min(clause.stop, found.stop + 50))]
    return None if any(is_other_target(reading, n.end()) for n in near) else found


def _actuals(reading: str, clause: Clause, free: Sequence[Figure], target: Figure | None,
             floor: Figure | None,
             has_code: bool) -> tuple[tuple[Figure, ...], str | None]:  # fmt: skip
    if target is None and floor is not None:
        return _fit(clause, [f for f in free if f.unit == floor.unit]), floor.unit
    if target is None:
        if told := kpi_beside_verdict.told(reading, clause, free):
            return (told,), told.unit
        strong = [f for f in free if kpi_parts.is_strong(reading, clause.start, f)]
        called = has_code or is_called(lowered(reading)[clause.start : clause.stop])
        if not called or not strong:
            return (), None
        kept = [f for f in strong if f.unit != "number"] or (strong if has_code else [])
        return _fit(clause, kept), kept[0].unit if kept else None
    every = [f for f in free if f.unit == target.unit]
    if promised := kpi_pledged.find(reading, clause.start, clause.stop):
        return _fit(clause, [f for f in free if f.start == promised.result]), target.unit
    if _goes_on(reading, clause, target, every) and len(paired := _fit(clause, every)) > 1:
        return paired, target.unit
    alike = _spoken(every, reading, clause, target)
    if len(alike) > 1 and len(paired := _fit(clause, alike)) > 1:  # "Q1 93%, Q2 96%, target 95%"
        return paired, target.unit
    if led := [f for f in alike if is_led(reading, clause, f, target)]:
        alike = led[:1]
    possible = [f for f in free if f.unit != target.unit or f in alike]
    direct = [
        f for f in possible
        if (_AGAINST.match(reading, f.stop, clause.stop) and f.unit in (target.unit, "number"))
        or (target.unit == "number" and _AGAINST.match(reading, f.stop, clause.stop))
    ]  # fmt: skip
    if target.unit == "number" and not direct and not alike:
        alike = [f for f in free if f.unit not in ("number", "£", "%") and f.stop < target.start]
    elif target.unit == "number" and not direct:
        sole = len(alike) == 1 and _is_count(reading, alike[0], target, clause.start)
        alike = [f for f in alike if sole or kpi_parts.is_strong(reading, clause.start, f)]
    strong = [f for f in alike if kpi_parts.is_strong(reading, clause.start, f)]
    for kept in (direct, alike, strong):
        if fit := _fit(clause, kept):
            unit = fit[0].unit if target.unit == "number" else target.unit
            return fit, unit
    return (), target.unit


# "88% in April (target 90%) and 92% in May": no new thing is named behind the target.
_ON = re.compile(
    r"\W{1,3}(?:(?:and|but|then|rising|falling|rose|fell|to|in|was|it|for|Q[1-4]|20[0-9/-]{2,7}"
    r"|[A-Z][a-z]{2,8})\W{1,3}){0,6}"
)


def _goes_on(reading: str, clause: Clause, target: Figure, every: Sequence[Figure]) -> bool:
    """Tell whether the result behind a target is of the same indicator as that before it."""
    late = [f for f in every if f.start > target.stop]
    return len(late) == 1 < len(every) and bool(_ON.fullmatch(reading, target.stop, late[0].start))


_LEAST = 20  # a smaller bare number may be of a list, a ward, a stage


# "against a target of achieving 100 homes, 68 had been achieved"
_COME = re.compile(
    r"[ ](?:(?:had|has|have)[ ]been|were|was)[ ](?:achieved|completed|delivered|reached|made|built"
    r"|recorded|reported|received|logged|registered|issued|found|carried[ ]out)\b"
)


# "14 apprentices had been taken on against a target of 16"
_FIRST = re.compile(
    r"[\W_]{0,8}(?:(?:A[ ]total[ ]of|Some|Only|Just|There[ ](?:were|had[ ]been))[ ])?"
)
_SET_AGAINST = re.compile(
    r"[ ][^.;:,\n]{3,90}?(?:,?[ ](?:as[ ])?(?:against|compared[ ](?:to|with)|where|when|and|while"
    r"|although)|,)[ ](?:an?|the|our|its)[ ](?:[a-z]{3,12}[ ])?(?:target|ceiling|limit"
    r"|cap|goal|aim|maximum|threshold)\b"
)


def _is_count(reading: str, figure: Figure, target: Figure, start: int) -> bool:
    """Tell whether a bare number is counted before its aim: "1,940 came, 1,800 were asked for"."""
    like = target.value / 10 <= figure.value <= target.value * 10
    first = figure.stop < target.start or _COME.match(reading, figure.stop) is not None
    if _FIRST.fullmatch(reading, start, figure.start) and _SET_AGAINST.match(reading, figure.stop):
        return like
    return first and min(figure.value, target.value) >= _LEAST and like


# "nightly rates rose to £68 and 392 households were placed": a count that opens what is said.
_OPENS = re.compile(
    r"(?:,|;)?[ ](?:and|but|while|whilst)[ ](?:some[ ]|only[ ]|just[ ]|still[ ])?\Z"
    r"|[.:][ ](?:Only[ ]|Just[ ]|Some[ ]|A[ ]total[ ]of[ ]|In[ ]all,?[ ])?\Z"
)


def is_led(reading: str, clause: Clause, figure: Figure, target: Figure) -> bool:
    """Tell whether a count opens what is said and is set against the target right behind it."""
    if figure.unit != target.unit or figure.stop > target.start:
        return False
    opens = _FIRST.fullmatch(reading, clause.start, figure.start) or _OPENS.search(
        reading, max(clause.start, figure.start - 20), figure.start
    )
    told = opens and _SET_AGAINST.match(reading, figure.stop, target.start)
    return bool(told) and target.value / 10 <= figure.value <= target.value * 10


# Behind a target's figure something new may be said: "exceeded the 95% target and only 1% of …".
_NEW = re.compile(r"(?:[ ](?:targets?|KPI))?(?:,|[ ]and|[ ]with|[ ]while|[ ]but)[ ]")
_TURN = re.compile(r"[,;–-]?[ ](?:although|though|albeit|but|while|whilst|however|even[ ]if)[ ]")
_WITHIN = re.compile(r"\b(?:within|inside|every|each)[ ](?:the[ ])?$")


def _spoken(alike: Sequence[Figure], reading: str, clause: Clause,
            target: Figure) -> list[Figure]:  # fmt: skip
    """Return the figures that may be the result: not those of the next thing, nor of a duty."""
    shared = any(f.unit == "%" for f, _ in clause.figures) and target.unit != "%"
    kept = [f for f in alike if not (shared and _WITHIN.search(reading, clause.start, f.start))]
    first = [f for f in kept if f.stop < target.start]
    if len(kept) > 1 and len(first) == 1:
        turn = _TURN.search(reading, target.stop, clause.stop)
        late = turn is not None and all(f in first or f.start > turn.start() for f in kept)
        if late or _NEW.match(reading, target.stop, clause.stop):
            return first
    return kept


def _fit(clause: Clause, kept: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return one result, or as many as the clause has periods, each beside its own."""
    if len({(f.value, f.top) for f in kept}) == 1:
        return (kept[0],)
    inside = [p for p in clause.periods if p.label]
    if len(kept) == len(inside) > 1:
        order = sorted([(f.start, 0) for f in kept] + [(p.start, 1) for p in inside])
        kinds = [kind for _, kind in order]
        if kinds == [kinds[0], 1 - kinds[0]] * len(kept):
            return tuple(kept)
    return ()
