"""A question put and the rows it becomes: its vote, who voted how, and totals that differ."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extractors import clean
from extractors.context import Context
from extractors.votes import counts as vote_counts
from extractors.votes import names as vote_names
from extractors.votes.movers import Movers
from schemas.document import Notice
from schemas.facts import Proof, Resolution, Vote, VotePosition

# "Councillor Ash proposed that …": nobody need have seconded, or who did stands behind.
_MOVED = re.compile(
    r"\b(?:moved|proposed|moves|proposes)(?:\s(?:a\smotion|an\samendment|as\san\samendment))?"
    r"[,:]?\s(?P<text>[Tt]hat\s[^\n]{8,1500}?)(?=\.\s|\.?$|\n)"
)
# "Moved: Councillor Ash  Seconded: Councillor Elm", and below it "That …".
_BELOW = re.compile(r"[\s.:]{1,12}(?P<text>That\s[^\n]{8,})")
_TEXT = re.compile(r"(?:seconded|supported)[^.\n]{0,120}?[,:]?\s(?P<text>[Tt]hat\s[^\n]{8,})")
COLUMNS = {
    "for": "votes_for",
    "against": "votes_against",
    "abstain": "abstentions",
    "not_voting": "not_voting",
}

_COUNTED = ("votes_for", "votes_against", "abstentions")
REPEATED = (*_COUNTED, "outcome", "is_unanimous", "proposer", "seconder")


@dataclass(slots=True)
class Question:
    """A question put, while its words are gathered."""

    start: int
    stop: int
    values: dict[str, Any] = field(default_factory=dict)
    proofs: list[Proof] = field(default_factory=list)
    blocks: list[vote_names.Block] = field(default_factory=list)
    said: str = ""
    also: tuple[int, int] = (0, 0)  # where the minutes tell of it too

    def put_counts(self, counted: vote_counts.Counts) -> None:
        """State the figures of a count, where the question has none of them."""
        if not set(self.values) & set(COLUMNS.values()):
            for position, figure in counted.figures.items():
                self.put(COLUMNS[position], figure, counted.start, counted.stop, "votes.counts")

    def is_procedural(self) -> bool:
        """Tell whether how to proceed was put, and not the matter."""
        return self.values.get("subject") == "procedural"

    def put(self, column: str, value: object, start: int, stop: int, rule: str) -> None:
        """State a column, with the words it was read from."""
        if column not in self.values:
            self.values[column] = value
            self.proofs.append(Proof(column, start, stop, rule))


PATIENCE = 12  # amendments that a motion may wait for


def waiting(questions: list[Question]) -> Question | None:
    """Return the motion that was moved before its amendments and has no result yet."""
    for question in reversed(questions[-PATIENCE:]):
        if question.is_procedural() and "outcome" in question.values:
            continue  # the closure or the suspension was carried: the motion waits still
        if question.values.get("subject") != "amendment":
            stated = {"outcome", "votes_for", "votes_against", "is_unanimous"}
            known = set(question.values)
            is_open = known & {"proposer", "seconder"} and not known & stated
            return question if is_open and question is not questions[-1] else None
    return None


def rows(
    question: Question, number: int, context: Context
) -> Iterator[Vote | VotePosition | Notice]:
    """Yield the vote of a question, the places of its members, and a notice of odd totals."""
    values = {k: v for k, v in question.values.items() if not k.startswith("block ")}
    yield from _totals(question, values)
    start, stop = _quoted(question, context)
    proofs = tuple(p for p in question.proofs if not (start <= p.start and p.stop <= stop))
    values.setdefault("subject", "motion")
    if any(b.members for b in question.blocks):
        values["is_recorded"] = 1
    yield context.make(
        Vote, start, stop, "votes.question", id=number,
        text=_text(question, context), resolution_id=_resolution(values, start, stop, context),
        proofs=proofs, **values,
    )  # fmt: skip
    for block in question.blocks:
        for member in block.members:
            yield context.make(
                VotePosition, member.start, member.stop, "votes.name",
                vote_id=number, name=member.name, position=block.position,
            )  # fmt: skip


def _totals(question: Question, values: dict[str, Any]) -> Iterator[Notice]:
    """Compare printed totals with names; fill a total that is not printed."""
    for position, column in COLUMNS.items():
        mine = [b for b in question.blocks if b.position == position and b.members]
        if not mine:
            continue
        count = sum(len(b.members) for b in mine)
        if column not in values:
            question.put(column, count, mine[0].start, mine[-1].stop, "votes.names")
            values[column] = count
        elif values[column] != count:
            said = f"{values[column]} votes {position} printed, {count} names"
            yield Notice("votes.totals", said, mine[0].start, mine[-1].stop)


def _quoted(question: Question, context: Context) -> tuple[int, int]:
    """Return the sentence or line that the question opens with."""
    start, stop = question.start, max(question.stop, question.start + 1)
    words = context.reading[start:stop]
    left = len(words) - len(words.lstrip())
    return start + left, max(start + left + 1, start + len(words.rstrip()))


def _text(question: Question, context: Context) -> str | None:
    for start, stop in ((question.start, question.stop), question.also):
        said = context.reading[start:stop][:2000]
        if found := _TEXT.search(said) or _MOVED.search(said):
            at = start + found.start("text")
            return clean.limb(context, at, at + len(found["text"]))
    if "seconder" in question.values and (found := _BELOW.match(context.reading, question.stop)):
        return clean.limb(context, *found.span("text"))
    return None


def _resolution(values: dict[str, Any], start: int, stop: int, context: Context) -> int | None:
    """Return the limb that a carried question stands in, right before or right behind."""
    if values["subject"] == "amendment" or values.get("outcome") in ("lost", "withdrawn", "lapsed"):
        return None
    near = None
    for row in context.known(Resolution, max(0, start - 3000), min(len(context.text), stop + 4000)):
        if start <= row.start < stop:
            return row.id
        if 0 <= start - row.stop < 40 or (near is None and 0 <= row.start - stop < 60):
            near = row.id
    return near


def is_repeated(question: Question, earlier: list[Vote]) -> bool:
    """Tell whether the minutes print again what the decision above them said of a vote."""
    said = {c: question.values[c] for c in REPEATED if c in question.values}
    if question.blocks or not said:
        return False
    counted = said.keys() >= {"votes_for", "votes_against"}
    return any(
        all(getattr(vote, c) == v for c, v in said.items() if c in _COUNTED or not counted)
        and question.values.get("subject", "motion") == vote.subject
        for vote in earlier
    )


def is_row(question: Question) -> bool:
    """Tell whether a question states enough to be a row."""
    stated = {k for k in question.values if not k.startswith("block ")}
    return (
        bool(stated - {"is_recorded", "subject"})
        or len({b.position for b in question.blocks if b.members}) > 1
    )


def is_again(last: Question | None, pair: Movers) -> bool:
    """Tell whether a mover is named again where the result of the same question is told."""
    if last is None or pair.proposer is None or pair.seconder is not None:
        return False
    told = {"outcome", "is_unanimous"} & set(last.values)
    if told or ("votes_for" in last.values and "block side" not in last.values):
        return False  # a side of a division is counted before its result is told
    known = str(last.values.get("proposer", "")).split()
    return bool(known) and known[-1] == pair.proposer.name.split()[-1]
