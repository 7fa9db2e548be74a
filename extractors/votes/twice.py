"""One vote that an item tells twice: its result in the decision, its mover or names in the minutes.

Example: "Decision: RESOLVED unanimously that the slipway be repaired." and below it "Minutes:
Councillor Tern proposed and Councillor Gull seconded the recommendation." are one vote, not two.
They are put together only where each part has a single question and neither contradicts the other.
"""

from bisect import bisect_left

from extractors.context import Context
from extractors.votes import counts as vote_counts
from extractors.votes.rows import REPEATED, Question
from schemas.document import Section
from schemas.facts import Vote

_NEAR = 6  # sections between the two at most
_MATTER = ("motion", "recommendation")  # what is put when the matter itself is
_FALLEN = ("lost", "withdrawn", "lapsed")


def _beside(section: Section, context: Context, kind: str) -> list[Section]:
    """Return an item's sections of a kind near one of them: minutes below, decisions above."""
    if section.decision is None:
        return []
    sections = context.cut.sections
    at = bisect_left(sections, section.start, key=lambda s: s.start)
    below, over = sections[at + 1 : at + 1 + _NEAR], sections[max(0, at - _NEAR) : at]
    near = below if kind == "minutes" else over
    return [s for s in near if s.kind == kind and s.decision == section.decision]


def minutes_of(section: Section, context: Context) -> Section | None:
    """Return the only minutes of a decision that is the only one above them, else None."""
    below = _beside(section, context, "minutes") if section.kind == "decision" else []
    alone = len(below) == 1 and len(_beside(below[0], context, "decision")) == 1
    return below[0] if alone else None


def decision_of(section: Section, context: Context) -> Section | None:
    """Return the decision whose only minutes these are, else None."""
    over = _beside(section, context, "decision") if section.kind == "minutes" else []
    alone = len(over) == 1 and len(_beside(over[0], context, "minutes")) == 1
    return over[0] if alone else None


def counted_below(section: Section, context: Context) -> vote_counts.Counts | None:
    """Return the count in brackets that closes the reasons right below minutes or a decision."""
    sections = context.cut.sections
    at = bisect_left(sections, section.start, key=lambda s: s.start) + 1
    if at >= len(sections) or section.decision is None:
        return None
    below = sections[at]
    if below.kind != "reasons" or below.decision != section.decision:
        return None
    stop = below.start + len(context.reading[below.start : below.stop].rstrip())
    start = context.reading.rfind("\n", below.start, stop) + 1
    counted = None
    if 0 < start < stop and context.reading[start] == "(" and stop - start < 200:
        counted = vote_counts.counts(context.reading, start, stop)
    return counted if counted and {"for", "against"} <= set(counted.figures) else None


def above(section: Section, context: Context) -> list[Vote]:
    """Return the votes of the decision that the same item prints above its minutes."""
    found = _beside(section, context, "decision") if section.kind == "minutes" else []
    return [vote for s in found for vote in context.known(Vote, s.start, s.stop)]


def matter_of(minuted: list[Question]) -> list[Question]:
    """Return the minuted questions but those that fell and the amendments, where one is left."""
    left = [
        q
        for q in minuted
        if q.values.get("outcome") not in _FALLEN and q.values.get("subject", "motion") in _MATTER
    ]
    return left if len(left) == 1 else minuted


def are_one(decided: list[Question], minuted: list[Question]) -> bool:
    """Tell whether the one question of a decision is the one of its minutes."""
    if len(decided) != 1 or len(minuted) != 1:
        return False
    own, other = decided[0], minuted[0]
    subjects = {q.values.get("subject", "motion") for q in (own, other)}
    if own.blocks or not subjects.issubset(_MATTER):
        return False
    if other.values.get("outcome") in _FALLEN and "outcome" not in own.values:
        return False
    return all(
        own.values[c] == other.values[c] for c in REPEATED if c in own.values and c in other.values
    )


def joined(own: Question, other: Question) -> Question:
    """Return the decision's question with what only the minutes say of it."""
    new = {name: value for name, value in other.values.items() if name not in own.values}
    if own.values.get("subject", "motion") == "motion":
        new["subject"] = other.values.get("subject", "motion")
    own.values |= new
    own.proofs += [proof for proof in other.proofs if proof.column in new]
    own.blocks += other.blocks
    own.also = (other.start, other.stop)
    return own
