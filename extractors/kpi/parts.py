"""The part that each figure plays in a sentence: target, result, floor, what went before.

A figure takes a part only from the words right beside it ("target of 95%", "the 75% KPI",
"compared with 40% last year"); what is left over is the result where
it is the only one of its unit.

>>> from extractors.kpi.figures import find
>>> roles("45% against a target of 50%", 0, 27, find("45% against a target of 50%", 0, 27, ()))
[None, 'target']
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.kpi import beside as kpi_beside
from extractors.kpi import earlier as kpi_earlier
from extractors.kpi import hopes as kpi_hopes
from extractors.kpi import norms as kpi_norms
from extractors.kpi import pledged as kpi_pledged
from extractors.kpi.figures import Figure
from extractors.lowered import lowered

_GOAL = (
    r"(?:targets?|targed(?:au)?(?:[ ](?:cenedlaethol|lleol|blynyddol|chwarterol|corfforaethol))?"
    r"|benchmarks?|TSLs?|KPIs?|key[ ]performance[ ](?:indicators?|measures?)"
    r"|target[ ]service[ ]levels?|performance[ ]standards?|standard|goal|SLAs?"
    r"|contract(?:ual)?[ ]levels?|profile|trajectory)"
)
_BOUND = (
    r"(?:at[ ]least|at[ ]most|less[ ]than|fewer[ ]than|under|below"
    r"|(?:no|not)[ ](?:more|fewer|less|higher|lower|longer)[ ]than|not[ ]exceeding|more[ ]than|over"
    r"|not[ ](?:over|above|below|under)"
    r"|within|up[ ]to|an?[ ](?:maximum|minimum)[ ]of|(?:maximum|minimum)[ ]of|[<>≤≥]=?)"
)
# A target that is a ceiling, or a floor to be passed: "no more than 80", "at least 95%".
_CEILING = re.compile(
    r"(?:\b(?:(?<!no[ ])(?<!not[ ])(?:less|fewer|lower)[ ]than|at[ ]most|up[ ]to"
    r"|(?<!go[ ])(?<!fall[ ])(?<!drop[ ])(?<!slip[ ])(?:under|below)"
    r"|maximum[ ]of|(?:no|not)[ ](?:more|higher|longer)[ ]than|not[ ](?:exceeding|over"
    r"|above))[ ]|[<≤]=?[ ]?)$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"(?:\b(?:at[ ]least|(?<!no[ ])(?<!not[ ])more[ ]than|(?<!not[ ])over|minimum[ ]of"
    r"|(?:no|not)[ ](?:fewer|less|lower)[ ]than)[ ]|[>≥]=?[ ]?)$",
    re.IGNORECASE,
)


_OR_LESS = re.compile(
    r"[ ]or[ ](?:(?P<less>less|fewer|under|below|lower)|more|over|above|higher)\b", re.IGNORECASE
)


def bound(reading: str, start: int, figure: Figure) -> int | None:
    """Return 1 where the words before a target make it a ceiling, 0 where they make it a floor.

    >>> words = "a target of no more than 80"
    >>> bound(words, 0, Figure(25, 27, 80.0, None, "number"))
    1
    """
    before = reading[max(start, figure.start - 20) : figure.start]
    if _CEILING.search(before) or kpi_norms.is_ceiling(reading, start, figure.start, figure.stop):
        return 1
    if behind := _OR_LESS.match(reading, figure.stop):
        return 1 if behind["less"] else 0
    return 0 if _AT_LEAST.search(before) else None


# Words right before a figure that make it a target: "target of", "target for X was", "target:".
_TARGET_BEFORE = re.compile(
    rf"""\b{_GOAL}(?:[ ](?:level|figure|time|rate|range|score|value|caseload|number|percentage
            |average|turnaround|position|share|proportion|standard))?(?:[ ]\([^()\n]{{1,20}}\))?
        (?:,?[ ](?:set|agreed|fixed|adopted|approved)[ ](?:by|in)[ ][^,.;%0-9\n]{{2,40}}?)??
        (?:[ ](?:for|in|during)[ ][^,.;%\n]{{2,50}}?(?=[ ](?:was|is|were|are|of|being|had|has
            |at)\b|[ ]?[:=(–-]))??
        (?:[ ]?[:=(–-])?
        (?:[ ](?:was|is|were|are|being|had[ ]been|has[ ]been|having[ ]been|of|for|set
            |set[ ]at|set[ ]at[ ]a|(?:left|kept|held|put|fixed|maintained|retained)[ ]at
            |remain(?:s|ed)?|stands|to[ ]be|o|oedd|yw
            |a|an|achieving|just|only|that)){{0,4}}
        [ ]?(?:{_BOUND}[ ]?)?$""",
    re.VERBOSE | re.IGNORECASE,
)
# "target of resolving issues in 8 hours", "target to answer calls within 20 seconds".
_TARGET_DOING = re.compile(
    rf"\b{_GOAL}(?:,)?(?:[ ][^.;\n%]{{1,40}}?)??,?[ ](?:of|to|is[ ]to|was[ ]to)"
    r"(?:[ ](?!was|were|achieved)[\w'/-]{1,20}){1,10}[ ](?:in|within|under|by|to|at)[ ]"
    rf"(?:{_BOUND}[ ])?(?:an?[ ]average[ ](?:time[ ])?of[ ])?$",
    re.IGNORECASE,
)
# "target to attend 90% of fires", "target of answering 80% of calls".
_TARGET_SHARE = re.compile(
    rf"\b{_GOAL}[ ](?:of|to|for)(?:[ ][A-Za-z]{{2,15}}){{1,3}}[ ](?:{_BOUND}[ ])?$", re.IGNORECASE
)
# "the target of bringing 40 empty homes back into use"
_TO_COUNT = re.compile(
    r"\btargets?[ ](?:of|to|was[ ]to|is[ ]to)[ ](?:bring(?:ing)?|deliver(?:ing)?|complet(?:e|ing)"
    r"|achiev(?:e|ing)|issu(?:e|ing)|provid(?:e|ing)|support(?:ing)?|plant(?:ing)?|creat(?:e|ing)"
    r"|inspect(?:ing)?|recruit(?:ing)?|help(?:ing)?|carry(?:ing)?[ ]out|undertak(?:e|ing))[ ]"
    r"(?:at[ ]least[ ]|over[ ]|some[ ])?\Z",
    re.IGNORECASE,
)
# "Performance against the repairs target was 97%" gives a result.
_DONE_AGAINST = re.compile(
    rf"\b(?:performance|performing|achievement|progress)[ ](?:against|on"
    rf"|for)[ ][^,;.\n]{{0,50}}{_GOAL}[ ](?:was|is|stood[ ]at|had[ ]been|of)[ ]$",
    re.IGNORECASE,
)
_TARGET_AFTER = re.compile(
    rf"""[ ]?(?:(?:contractual|contract|annual|national|local|council|council's|corporate|agreed
        |stretch
          |performance|quarterly|monthly|yearly|service|overall|set|statutory|government|response
              |key|time)[ ])
          {{0,3}}{_GOAL}\b(?![ ](?:of|for)[ ](?:£|[0-9]))""",
    re.VERBOSE | re.IGNORECASE,
)
# "we aim to abandon no more than 5%", "the service aimed for 90%".
_AIMED = re.compile(
    r"\b(?:aim|aims|aimed|aiming)[ ](?:to|for|at)[ ](?:[\w'’-]{1,15}[ ]){0,6}\Z", re.IGNORECASE
)
# "did not come up to standard: 89%" gives a result.
_STANDARD = re.compile(
    r"(?<!service )(?<!performance )\bstandards?[ ](?:is|was|being|of|:)[ ]$", re.I
)
_FALLS_SHORT = re.compile(
    r"\b(?:up[ ]to|below|above|to|met|meet)[ ](?:the[ ])?standard:?[ ]$|\bstandards?[ ]?[–-][ ]$",
    re.I,
)
_FLOOR = (
    r"(?:minimum[ ]service[ ]levels?|MSLs?|floor(?:[ ](?:standard|target|level))?|minimum[ ]"
    r"(?:standard|acceptable[ ]level|performance[ ]level))"
)
_FLOOR_BEFORE = re.compile(
    rf"\b(?:{_FLOOR}|(?<=the[ ])minimum(?=[ ](?:is|was)[ ]))(?:[ ]\([A-Z]{{2,5}}\))?[ ]?[:=]?"
    r"(?:[ ](?:of|was|is|being|set|at)){0,3}[ ]?$",
    re.IGNORECASE,
)
_FLOOR_AFTER = re.compile(
    rf"[ ]?(?:{_FLOOR}|minimum(?![ ](?:wage|income|revenue|number|pay)))\b", re.IGNORECASE
)
# A distance or a count of indicators, not a result.
_APART_BEFORE = re.compile(
    r"\b(?:by|another|further|additional|(?<!made )(?<!make )(?<!makes )up|down|rose|fell|dropped"
    r"|declined)"
    r"[ ](?:just[ ]|only[ ])?$",
    re.IGNORECASE,
)
_APART_AFTER = re.compile(
    r"[ ]?(?:percentage[ ])?points?\b|[ ](?:above|below"
    r"|over\b(?![ ](?:the[ ])?(?:last|past|same|summer|winter|spring|autumn|year|quarter|period"
    r"|months?|weeks?|course|[a-z]{3,7}[ ](?:months|years|weeks)))"
    r"|under|short[ ]of|better[ ]than"
    r"|worse[ ]than"
    r"|(?:longer|shorter|slower|faster|quicker|more|less|fewer|higher|lower|greater)[ ]than"
    r"|ahead[ ]of|behind|off|of[ ](?:the[ ])?(?:\w+[ ]){0,2}(?:target|KPI|indicator|measure))"
    r"|[ ](?:tolerance|threshold|improvement|increase|decrease|reduction|drop|rise|weighting)\b",
    re.IGNORECASE,
)
_STRONG_BEFORE = re.compile(
    r"""(?:\b(?:was|were|is|are|at|achieved|achieving|attained|reached|reaching|hit|recorded
        |delivered|took|taken|taking|needed|lasted|lasting
          |averaged|numbered|averaging|outturn|performance|result|actual|actually|scored|rate|score
              |figure
              |totalled
          |level|time|average|stood[ ]at|to)|[:(–-])
        (?:[ ]?(?:of|was|is|being|at|now|only|just|around|about|approximately|over|under
            |currently|a|an|almost|nearly
          |average|averaging|:)){0,3}[ ]?$""",
    re.VERBOSE | re.IGNORECASE,
)


# What a result is put down to has figures of its own: "owing to fires, which rose from 6 to 9".
_CAUSE = re.compile(
    r"\b(?:owing[ ]to|due[ ]to|because|as[ ]a[ ]result[ ]of|caused[ ]by|reflecting|following"
    r"|attributed[ ]to|a[ ]consequence[ ]of)\b"
)


def cause(reading: str, start: int, stop: int) -> int | None:
    """Return where the words begin that say what a result is put down to."""
    found = _CAUSE.search(lowered(reading), start, stop)
    return found.start() if found else None


def _with_norms(reading: str, start: int, stop: int, figures: Sequence[Figure],
                parts: list[str | None], has_code: bool,
                is_known: bool) -> list[str | None]:  # fmt: skip
    """Make a figure that is asked for the target, where a result of its unit stands beside it."""
    if "target" in parts or len(figures) < 2:
        return parts
    if not (has_code or is_known or kpi_norms.speaks(lowered(reading)[start:stop])):
        return parts
    if kpi_pledged.is_of_others(reading, start, stop):
        return parts
    pledged = kpi_pledged.find(reading, start, stop)
    norms = [
        i for i, f in enumerate(figures)
        if f.unit != "£" and parts[i] in (None, "apart")
        and ((pledged is not None and f.start == pledged.aim)
             or kpi_norms.is_norm(reading, start, stop, f.start, f.stop, has_code, is_known))
    ]  # fmt: skip
    if len(norms) != 1:
        return parts
    asked = figures[norms[0]]
    free = [f for i, f in enumerate(figures) if parts[i] is None and i != norms[0]]
    if not any(f.unit == asked.unit or "number" in (f.unit, asked.unit) for f in free):
        return parts
    return ["target" if i == norms[0] else part for i, part in enumerate(parts)]


_BREATH = re.compile(r",?[ ](?:while|whilst|whereas|but|and)[ ]|;[ ]")


def _breaths(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the parts of a stretch of which each may set a result against what is asked for."""
    cuts = [start]
    for turn in _BREATH.finditer(reading, start, stop):
        if _two(reading, cuts[-1], turn.start()) and _two(reading, turn.end(), stop):
            cuts.append(turn.start())
    return list(pairwise([*cuts, stop]))


def _two(reading: str, start: int, stop: int) -> bool:
    return len(_NUMERALS.findall(reading, start, stop)) > 1


_NUMERALS = re.compile(r"[0-9][0-9.,]*+")


# "The KPI for berths let was 45 against a target of 40": the first is the result.
_OF_A_KPI = re.compile(
    r"\b(?:KPI|PI|indicator|measure)[ ](?:for|on|of)[ ][^,.;%\n]{2,60}[ ](?:was|is"
    r"|stood[ ]at)[ ]\Z",
    re.IGNORECASE,
)


def roles(reading: str, start: int, stop: int, figures: Sequence[Figure],
          has_code: bool = False, is_known: bool = False) -> list[str | None]:  # fmt: skip
    """Return the part of each figure: target, floor, previous …, None where words are silent."""
    parts = [_role(reading, start, stop, f) for f in figures]
    for a, b in _breaths(reading, start, stop):
        inside = [i for i, f in enumerate(figures) if a <= f.start < b]
        some = [figures[i] for i in inside]
        said = _with_norms(reading, a, b, some, [parts[i] for i in inside], has_code, is_known)
        for i, part in zip(inside, said, strict=True):
            parts[i] = part
    if parts.count("target") > 1:
        parts = [
            None
            if part == "target" and _OF_A_KPI.search(reading, max(start, f.start - 90), f.start)
            else part
            for f, part in zip(figures, parts, strict=True)
        ]  # fmt: skip
    put_down = cause(reading, start, stop) if len(figures) > 1 else None
    if put_down is None:
        return parts
    told = {f.unit for f, part in zip(figures, parts, strict=True)
            if part is None and f.start < put_down}  # fmt: skip
    return [
        "apart" if part in (None, "previous") and f.start > put_down and f.unit in told
        else part
        for f, part in zip(figures, parts, strict=True)
    ]  # fmt: skip


# "the annual target was lower (44%)"; "targets would never be set at 100%".
_TARGET_MOVED = re.compile(
    r"\btargets?[ ](?:was|is|were|had[ ]been|being)[ ](?:lower|higher)[ ]\($", re.IGNORECASE
)
_NEVER = re.compile(r"\b(?:not|never)[ ](?:be[ ]|been[ ])?set[ ]at[ ]$", re.IGNORECASE)


# "4,905 came when 3,000 was the target", "visits were ahead of target: 4,905 came".
_WAS_THE_TARGET = re.compile(
    r"[ ](?:had[ ]been|was|were|is|being|are)[ ](?:the|its|our|their)[ ](?:[a-z]{3,12}[ ]){0,2}"
    r"(?:target|aim|goal|standard)\b(?![ ](?:for[ ]next|in[ ]20|by[ ]))",
    re.IGNORECASE,
)
_BEATEN = re.compile(
    r"\b(?:(?:ahead|short|behind|clear|shy|in[ ]excess)(?:[ ]of)?|above|below|beat|missed|exceeded"
    r"|met|over|under|on)[ ](?:the[ ]|its[ ]|our[ ])?(?:target|aim|goal)[ ]?[:–-][ ]?$",
    re.IGNORECASE,
)


def _is_led(before: str, unit: str) -> bool:
    """Tell whether the words right before a figure make it a target."""
    if _is_no_goal(before, unit == "number"):
        return False
    share = unit == "%" and _TARGET_SHARE.search(before)
    return bool(_TARGET_BEFORE.search(before[-80:]) or share)


def _role(reading: str, start: int, stop: int, figure: Figure) -> str | None:
    before = reading[max(start, figure.start - 100) : figure.start]
    after = reading[figure.stop : min(stop, figure.stop + 60)]
    bare = figure.unit == "number"
    if bare and _SEVERAL_BEFORE.search(before):
        return "apart"
    if bare and _OUT_OF_ALL.search(before):
        return "apart"
    goal_before, goal_after = _names_goal(before), _names_goal(after)
    if kpi_hopes.is_none(before, after, goal_before, figure.unit):
        return "apart"
    if goal_before and _FLOOR_BEFORE.search(before):
        return "floor"
    if goal_after and not bare and _FLOOR_AFTER.match(after):
        return "floor"
    if goal_before and (_DONE_AGAINST.search(before) or _BEATEN.search(before)):
        return None
    if goal_after and _WAS_THE_TARGET.match(after):
        return "target"
    if goal_before and _is_led(before, figure.unit):
        return None if bare and _COUNTED.match(after) else "target"
    if goal_after and not bare and _TARGET_AFTER.match(after):
        return "apart" if kpi_hopes.is_due(before, figure.unit) else "target"
    if not bare and figure.unit != "£" and _AIMED.search(before):
        return "target"
    if kpi_hopes.is_forecast(before, after):
        return "apart"
    if goal_before and bare and figure.value >= 5 and _TO_COUNT.search(before):
        return "target"
    if goal_before and _TARGET_MOVED.search(before):
        return "target"
    if _NEVER.search(before):
        return "apart"
    if kpi_beside.is_of_others(before, after):
        return "apart"
    if kpi_earlier.is_previous(before, after):
        return "previous"
    if _APART_BEFORE.search(before) or _APART_AFTER.match(after):
        return "apart"
    if goal_before and not bare and figure.unit != "%" and _TARGET_DOING.search(before):
        return "doing"
    if bare and _COUNTED.match(after):
        return "apart"
    return None


# "Of the listed KPIs 11 were late": so many of them.
_SEVERAL_BEFORE = re.compile(r"\b(?:KPIs|PIs|targets|indicators|measures|standards)[ ]$", re.I)
# "78 out of a possible 100": what could be had at most.
_OUT_OF_ALL = re.compile(
    r"[0-9][ ]?(?:points[ ]|marks[ ])?(?:out[ ]of|from|of)[ ]"
    r"(?:an?[ ](?:possible|maximum|available)(?:[ ]of)?[ ]|a[ ]maximum[ ]of[ ])$"
    r"|[0-9][ ](?:points[ ]|marks[ ])?out[ ]of[ ]$",
    re.IGNORECASE,
)


def is_most(reading: str, start: int, figure: Figure) -> bool:
    """Tell whether a figure is what could be had at most: "78 out of a possible 100".

    >>> is_most("78 out of a possible 100", 0, Figure(21, 24, 100.0, None, "number"))
    True
    """
    return _OUT_OF_ALL.search(reading[max(start, figure.start - 40) : figure.start]) is not None


# One of these stands in every name of a goal or floor.
_GOALS = (
    "target", "targed", "indicator", "measure", "standard", "benchmark", "goal", "kpi", "tsl",
    "msl", "minimum", "floor", "service level", "sla", "contract level", "contractual level",
    "profile", "trajectory",
)  # fmt: skip


def _is_no_goal(before: str, bare: bool) -> bool:
    """Tell whether "standard" stands before a result, or before a bare number of anything."""
    return bool(_FALLS_SHORT.search(before) or (bare and _STANDARD.search(before)))


def _names_goal(said: str) -> bool:
    low = said.lower()
    for goal in _GOALS:  # noqa: SIM110 - half the time of any()
        if goal in low:
            return True
    return False


# A bare number that counts indicators or priorities is no measure.
_COUNTED = re.compile(
    r"[ ](?:of[ ](?:the|these|those)[ ]|out[ ]of[ ])|[ ](?:[\w-]{1,20}[ ]){0,3}"
    r"(?:KPIs?|PIs|indicators|measures|targets|priorit\w+|categor\w+|services?|areas?|projects?)\b",
    re.IGNORECASE,
)


def is_strong(reading: str, start: int, figure: Figure) -> bool:
    """Tell whether the words right before a figure say that it is a result ("stood at", "was")."""
    return bool(_STRONG_BEFORE.search(reading[max(start, figure.start - 40) : figure.start]))
