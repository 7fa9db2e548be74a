"""The one result that stands right beside an outcome word where no target is told.

"was below target at 92%", "97.6%, 0.4% below target", "1.1%, precisely the target": the figure's
place tells that it is the result.
"""

import re
from collections.abc import Sequence

from extractors.kpi import gaps as kpi_gaps
from extractors.kpi import parts as kpi_parts
from extractors.kpi.clauses import Clause
from extractors.kpi.figures import Figure

# "was 1.1%, precisely the target that had been set": the result is the target as well.
_EQUAL = re.compile(
    r"(?:exactly|precisely|bang[ ]on|level[ ]with|identical[ ]to|equal[ ]to|the[ ]same[ ]as"
    r"|match(?:ed|ing|es)|equall(?:ed|ing))[ ]"
)


def is_equal(reading: str, clause: Clause) -> bool:
    """Tell whether a clause says that its result is the very target."""
    word = clause.outcome
    return word is not None and word.kind == "met" and _EQUAL.match(reading, word.start) is not None


# "was below target at 92%", "on target with 16.6 days", "at 43%, below target".
_TOLD_AFTER = re.compile(
    r"(?:[ ]targets?)?,?[ ](?:at|with|standing[ ]at|being)[ ](?:just[ ]|only[ ]|around[ ]|about[ ]"
    r"|an?[ ](?:result|outturn|figure|actual|average|score)[ ]of[ ])?"
)
_TOLD_BEFORE = re.compile(
    r"(?:[ ][a-z]{2,15}){0,6},?[ ](?:and[ ]|which[ ]|but[ ]|so[ ])?(?:(?:is|was|were|are)[ ])?"
    r"(?:just[ ]|slightly[ ]|well[ ]|marginally[ ]|still[ ]|therefore[ ])?"
)


# "97.6%, 0.4% below target", "95 seconds, 35 seconds over target": the gap stands between.
_BESIDE_TARGET = re.compile(
    r"(?:above|below|under|over|short[ ]of|ahead[ ]of|behind|off|outside(?:[ ]of)?|inside"
    r"|worse[ ]than|better[ ]than)[ ]"
)
_GAP_TOLD = re.compile(
    r"[ ]?[,(–-][ ]?(?:which[ ](?:was|is)[ ]|and[ ]|though[ ]|but[ ]|although[ ]|still[ ]|just[ ]"
    r"|only[ ]|some[ ]){0,3}"
    r"(?:[0-9][0-9.]{0,5}|[a-z]{3,6})[ ]?(?:%|per[ ]cent|(?:percentage[ ])?points?|days|hours"
    r"|minutes|seconds|weeks)(?:[ ]points?)?[ ]"
)


# "homes were relet in 31 days, in line with target": how long it took.
_DONE_IN = re.compile(
    r"\b(?:was|were|are|is|been)[ ](?:[a-z]{3,12}[ ]){1,3}in[ ]"
    r"(?:(?:just|only|about|under|an|average|of|on)[ ]){0,4}\Z"
)


# "88% of lamps had been lit by six, just short of target": of the share; what each was done within
# is no outcome of all.
_SHARE_TOLD = re.compile(
    r"\)?[ ](?:of[ ]|had[ ]been[ ]|were[ ]|was[ ])[^.;:,%\n]{3,90},[ ]"
    r"(?:(?:which[ ](?:was|is|were)|and|so|just|slightly|well|only|marginally|comfortably|narrowly"
    r"|still|a[ ]little)[ ]){0,3}"
)
_OF_EACH = re.compile(r"(?:within|inside|met|achieved|missed)\b")


def told(reading: str, clause: Clause, free: Sequence[Figure]) -> Figure | None:
    """Return the one result that stands right beside the outcome word, where no target is told."""
    word = clause.outcome
    if word is None or word.kind == "mitigated":
        return None
    measures = [f for f in free if f.unit not in ("£", "number")]
    if not measures and len(free) == 1 and is_equal(reading, clause):
        measures = [f for f in free if f.unit == "number" and f.stop < word.start]
        if measures:
            return measures[0]
    near = [f for f in measures if _TOLD_AFTER.fullmatch(reading, word.stop, f.start)]
    if not near and _BESIDE_TARGET.match(reading, word.start):
        near = [f for f in measures if _GAP_TOLD.fullmatch(reading, f.stop, word.start)]
    if not near and reading[word.start : word.stop].lower().endswith(("target", "targets")):
        near = [f for f in measures if _TOLD_BEFORE.fullmatch(reading, f.stop, word.start)
                and kpi_parts.is_strong(reading, clause.start, f)]  # fmt: skip
    if not near and (unit := kpi_gaps.unit_beside(reading, clause.start, word.start, word.stop)):
        near = [f for f in measures if f.unit == unit]
    if not near and not any(f.unit == "%" for f in free):
        near = [f for f in measures if _DONE_IN.search(reading, clause.start, f.start)
                and _TOLD_BEFORE.fullmatch(reading, f.stop, word.start)]  # fmt: skip
    if not near and not _OF_EACH.match(reading, word.start):
        shares = [f for f in measures if f.unit == "%"]
        near = [f for f in shares if _SHARE_TOLD.fullmatch(reading, f.stop, word.start)]
        near = near if len(shares) == 1 else []
    return near[0] if len(near) == 1 else None
