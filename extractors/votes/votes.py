"""Votes: one row for each question put whose result or mover the text gives. Stage 2.

Sentences are read in order; movers, counts, names and results gather in one question until the
next mover, or until a second count or result speaks. A mover and seconder alone make a row;
outcome and unanimity come from words only. Source: SCHEMA on `votes`, FIELD_GUIDE section 6.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.context import Context
from extractors.people.members import Member
from extractors.votes import counts as vote_counts
from extractors.votes import cues as vote_cues
from extractors.votes import forms as vote_forms
from extractors.votes import grids as vote_grids
from extractors.votes import movers
from extractors.votes import names as vote_names
from extractors.votes import outcomes as vote_outcomes
from extractors.votes import puts as vote_puts
from extractors.votes import sentences as vote_sentences
from extractors.votes import sides as vote_sides
from extractors.votes import speakers as vote_speakers
from extractors.votes import told as vote_told
from extractors.votes import twice as vote_twice
from extractors.votes.rows import (
    COLUMNS,
    PATIENCE,
    Question,
    is_again,
    is_repeated,
    is_row,
    rows,
    waiting,
)  # fmt: skip
from extractors.votes.subjects import (
    is_on_procedure,
    put_subject,
    stands_under_amendment,
)
from schemas.document import Notice, Section
from schemas.facts import Vote, VotePosition

KINDS = ("decision", "minutes", "body", "votes")

# "(Moved by A, …)" behind what was resolved; "(i) Amendment moved by A" opens a point.
_BRACKETED = re.compile(r"\s{0,9}\((?!(?:[ivx]{1,4}|[a-z]|[0-9]{1,2})\))")
_THE_MOTION = re.compile(
    r"^\W{0,3}(?:[^,.;\n]{1,60},\s)?the\smotion\swas\b(?![^.]*\bamendment)", re.IGNORECASE
)
_SETTLES = {"outcome", "votes_for", "votes_against"}
_FALLEN = ("lost", "withdrawn", "lapsed")
_NEXT = 60  # characters at most between the names of two sides


def find(section: Section, context: Context) -> Iterator[Vote | VotePosition | Notice]:
    """Yield the votes of a section with their positions; vote ids count from 1 within the call."""
    if section.kind not in KINDS:
        return
    questions = _questions(section, context)
    if questions and (minutes := vote_twice.minutes_of(section, context)):
        minuted = vote_twice.matter_of(_questions(minutes, context))
        if vote_twice.are_one(questions, minuted):
            questions = [vote_twice.joined(questions[0], minuted[0])]
    if questions and (decision := vote_twice.decision_of(section, context)):
        told = _questions(decision, context)
        matter = vote_twice.matter_of(questions)
        if vote_twice.are_one(told, matter):
            questions = [q for q in questions if q is not matter[0]]
    number = 0
    earlier = vote_twice.above(section, context)
    for question in questions:
        if not is_repeated(question, earlier):
            number += 1
            yield from rows(question, number, context)


def _questions(section: Section, context: Context) -> list[Question]:
    """Return the questions of a section that make rows."""
    reading = context.reading
    is_sure = section.kind == "votes"
    blocks = vote_names.blocks(reading, section.start, section.stop, is_sure)
    marked = vote_grids.marked(reading, section.start, section.stop)
    blocks = sorted([*blocks, *marked], key=lambda b: b.start)
    cues = vote_cues.cues(reading, section.start, section.stop)
    if not cues and not blocks:
        return []
    found = _Gatherer(reading, blocks, cues, section.start, section.start).read(section)
    if found and (counted := vote_twice.counted_below(section, context)):
        found[-1].put_counts(counted)
    for question in found:
        vote_puts.settle(question, reading)
    return [question for question in found if is_row(question)]


@dataclass(slots=True)
class _Gatherer:
    reading: str
    blocks: list[vote_names.Block]
    cues: list[int]
    start: int  # where the section begins
    done: int  # offset up to which all has been read
    questions: list[Question] = field(default_factory=list)
    behind: str = ""  # the words of the sentence before, for "amendment"
    at_block: int = 0

    def read(self, section: Section) -> list[Question]:
        """Return the questions of a section in reading order."""
        at = section.start
        while at < section.stop:
            end = self.reading.find("\n", at, section.stop)
            end = section.stop if end < 0 else end
            block = self._next_block()
            if block and block.start < end:
                at = self._block(block)
            else:
                at = self._paragraph(at, end, section.stop)
        return sorted(self.questions, key=lambda q: q.start)

    def _has_cue(self, start: int, end: int) -> bool:
        at = bisect_left(self.cues, start)
        return at < len(self.cues) and self.cues[at] <= end

    def _next_block(self) -> vote_names.Block | None:
        return self.blocks[self.at_block] if self.at_block < len(self.blocks) else None

    def _block(self, block: vote_names.Block) -> int:
        """Give a named block to the question that is open, or to one that it opens."""
        self.at_block += 1
        if block.start - self.done > 12:
            for sentence in vote_sentences.sentences(self.reading, self.done, block.start):
                self._sentence(*sentence)
        if block.what.endswith("motion"):
            self._put_motion(block.start, block.stop)
        is_division = any("block side" in q.values for q in self.questions[-3:])
        if vote_sides.is_sided(self.blocks, self.at_block - 1, is_division):
            question = self._side(block.what, block.start, block.stop)
        else:
            question = self._voting(block) or self._current(
                block.start, block.stop, f"block {block.position}"
            )
        if block.what == "amendment" and "proposer" not in question.values:
            question.values["subject"] = "amendment"
        question.blocks.append(block)
        question.values[f"block {block.position}"] = True
        if block.total is not None:
            span = block.start, block.stop
            question.put(COLUMNS[block.position], block.total, *span, "votes.total")
        self.done = max(self.done + 1, block.stop)
        return self.done

    def _voting(self, block: vote_names.Block) -> Question | None:
        """Return the question whose names go on in this block, though its result came first."""
        last = self.questions[-1] if self.questions else None
        if last and block.total and last.values.get(COLUMNS[block.position]) == block.total:
            return last  # the names behind figures and result
        if last is None or not last.blocks or f"block {block.position}" in last.values:
            return None
        return last if block.start - last.blocks[-1].stop < _NEXT else None

    def _paragraph(self, start: int, end: int, stop: int) -> int:
        self.done = end + 1
        table = vote_forms.table(self.reading, start, stop)
        if status := vote_forms.status(self.reading, start, stop):
            question = Question(start, status[2])
            question.put("outcome", *status, "votes.status")
            self.questions.append(question)
            self.done = self.reading.find("\n", status[2]) + 1 or stop
        elif rows := vote_grids.tallies(self.reading, start, stop):
            self._tallies(rows)
            self.done = rows[-1].stop + 1
        elif table:
            self._counts(table)
            self.done = self.reading.find("\n", table.stop) + 1 or stop
        elif self._has_cue(start, end):
            end = vote_sentences.end_of_line(self.reading, start, end, stop)
            self.done = end + 1
            for sentence in vote_sentences.sentences(self.reading, start, end):
                self._sentence(*sentence)
            below = vote_puts.resolved_below(self.reading, end, stop)
            if below and not vote_puts.are_rivals(self.questions[-2:]):
                question = self._current(start, end, "outcome", "resolved")
                question.put("outcome", "carried", *below, "votes.resolved")
        else:
            self.behind = self.reading[start:end][-300:]
        return self.done

    def _sentence(self, start: int, stop: int) -> None:
        said = self.reading[start : min(stop, start + 3000)]
        stop = start + len(said)
        if vote_told.is_elsewhere(said):
            return
        if vote_puts.puts_motion(said):
            self._put_motion(start, stop)
        divided = vote_sides.sides(self.reading, start, stop)
        named = any(side.who for side in divided)  # "For the motion by A (9)" moves nothing anew
        pair = None if named else self._pair(said, start, stop)
        if pair:
            self._movers(pair, said, start, stop)
        counted = None if divided else vote_counts.counts(self.reading, start, stop)
        if counted:
            self._counts(counted, said, start, stop)
        for side in divided:
            question = self._side(side.what, start, stop, side.who)
            question.put("votes_for", side.figure, side.start, side.stop, "votes.sides")
        self._outcome(said, start, stop, bool(pair or counted))
        self._unanimity(said, start, stop)
        self._circumstances(said, start, stop)
        self.behind = said[-300:]

    def _pair(self, said: str, start: int, stop: int) -> movers.Movers | None:
        """Return who moved and seconded, though a pronoun or a notice above names the mover."""
        pair = movers.movers(self.reading, start, stop)
        if pair and pair.proposer:
            return pair
        moved = vote_speakers.mover(self.reading, self.start, start, said)
        if moved:
            other = pair.seconder if pair else None
            return movers.Movers(moved, other, start, stop)
        return pair

    def _current(self, start: int, stop: int, repeats: str = "", said: str = "") -> Question:
        """Return the question that words speak of: the last one, the motion that waited for its
        amendments, or a new one where the last has already stated what comes."""
        last = self.questions[-1] if self.questions else None
        if last is None or vote_puts.is_settled(last, said) or (repeats and repeats in last.values):
            last = self._last(waiting(self.questions) or Question(start, stop))
        return last

    def _last(self, question: Question) -> Question:
        """Make a question the one that is spoken of."""
        if not any(q is question for q in self.questions[-1:]):
            self.questions = [q for q in self.questions if q is not question] + [question]
        return question

    def _put_motion(self, start: int, stop: int) -> None:
        """Speak of the motion again, where an amendment was spoken of before."""
        last = self.questions[-1] if self.questions else None
        if last and last.values.get("subject") == "amendment" and "outcome" in last.values:
            self._last(waiting(self.questions) or Question(start, stop, {"subject": "motion"}))

    def _movers(self, pair: movers.Movers, said: str, start: int, stop: int) -> None:
        last = self.questions[-1] if self.questions else None
        behind = bool(_BRACKETED.match(said)) or "resolution" in said
        behind = behind or vote_puts.closes(self.reading, pair, said, start, last)
        joins = last and behind and "proposer" not in last.values
        seconds = (
            last and pair.proposer is None and "proposer" in last.values
            and "seconder" not in last.values and start - last.stop < 600
            and not _SETTLES & set(last.values)
        )  # fmt: skip
        known = [q for q in self.questions[-PATIENCE:] if is_again(q, pair)]
        if pair.proposer is None and not seconds and pair.seconder:
            given = vote_speakers.notice_giver(self.reading, self.start, start)
            pair = movers.Movers(given, pair.seconder, pair.start, pair.stop)
        question = last if (joins or seconds) and last else None
        if question and seconds and start - question.stop < 60:
            question.stop = stop
        question = question or (self._last(known[-1]) if known else Question(start, stop))
        last = self.questions[-1] if self.questions else None
        if question is not last:
            self.questions.append(question)
        for column, member in (("proposer", pair.proposer), ("seconder", pair.seconder)):
            if member:
                question.put(column, member.name, member.start, member.stop, "votes.mover")
        put_subject(question, said, self.behind)
        if question.start == start and stands_under_amendment(self.reading, self.start, start):
            question.values["subject"] = "amendment"
        question.said = question.said or said

    def _counts(
        self, counted: vote_counts.Counts, said: str = "", start: int = 0, stop: int = 0
    ) -> None:
        start, stop = (start, stop) if said else (counted.start, counted.stop)
        columns = [COLUMNS[p] for p in counted.figures]
        last = self.questions[-1] if self.questions else None
        if last and all(last.values.get(COLUMNS[p]) == n for p, n in counted.figures.items()):
            return  # the same figures again, in a table behind the sentence
        repeated = next((c for c in columns if last and c in last.values), "")
        if last and last.values.get("outcome") in _FALLEN[1:]:
            repeated = "outcome"  # what nobody seconded was not voted on
        moved = waiting(self.questions) if last and _THE_MOTION.search(said) else None
        if moved and last and last.values.get("subject") == "amendment":
            question = self._last(moved)  # "The motion was carried by 5 votes to 4"
        else:
            question = self._current(start, stop, repeated, said)
        if question.start < start and is_on_procedure(said):
            question = Question(start, stop)
            self.questions.append(question)
        for position, figure in counted.figures.items():
            question.put(COLUMNS[position], figure, counted.start, counted.stop, "votes.counts")
        put_subject(question, said, self.behind)

    def _tallies(self, rows: list[vote_grids.Row]) -> None:
        """Give a row of figures to what was put above, and rows that say what they put to that."""
        for row in rows:
            span = row.start, row.stop
            if row.what or len(rows) > 1:
                self.questions.append(Question(*span))
            question = self._current(*span, "votes_for")
            for position, figure in row.figures.items():
                question.put(COLUMNS[position], figure, *span, "votes.table")
            if row.outcome:
                question.put("outcome", row.outcome, *span, "votes.table")

    def _outcome(self, said: str, start: int, stop: int, is_vote: bool) -> None:
        found = vote_outcomes.outcome_of(said, is_vote or self._is_pending())
        last = self.questions[-1] if self.questions else None
        if not found and vote_puts.is_near(last, start):
            found = vote_outcomes.short(said, is_vote)
        if not found or vote_puts.is_retold(last, found, start):
            return
        outcome, at, end, what = found
        if outcome == "withdrawn" and (gone := vote_speakers.withdrawer(self.reading, start, stop)):
            self._by_mover(gone, start, stop)
        last = self.questions[-1] if self.questions else None
        divided = any("block side" in q.values for q in self.questions[-4:])
        if divided and what in ("motion", "amendment"):
            question = self._side(what, start, stop)
        elif what == "motion" and last and last.values.get("subject") == "amendment":
            moved = waiting(self.questions)
            question = self._last(moved) if moved else self._current(start, stop, "outcome", said)
        else:
            question = self._current(start, stop, "outcome", said)
        other = question.values.get("subject", "amendment") != "amendment"
        if "amendment" in what and other and "votes_for" not in question.values:
            question = Question(start, stop)
            self.questions.append(question)
        question.put("outcome", outcome, start + at, start + end, "votes.outcome")
        if not ("block side" in question.values and "subject" in question.values):
            put_subject(question, said, self.behind if not what else "")

    def _by_mover(self, mover: Member, start: int, stop: int) -> None:
        """Speak of what a member had put, though nothing above says that it was put."""
        last = self.questions[-1] if self.questions else None
        known = movers.Movers(mover, None, mover.start, mover.stop)
        if last is None or not is_again(last, known):
            mine = [q for q in self.questions[-PATIENCE:] if is_again(q, known)]
            question = self._last(mine[-1] if mine else Question(start, stop))
            question.put("proposer", mover.name, mover.start, mover.stop, "votes.mover")

    def _side(self, what: str, start: int, stop: int, who: str = "") -> Question:
        """Return the question of a division that "motion" or "amendment" and its mover name."""
        for question in reversed(self.questions[-PATIENCE:]):
            mover = str(question.values.get("proposer", ""))
            other = len(who) > 2 and who[0].isupper() and mover and not mover.endswith(who)
            same = (question.values.get("subject") == "amendment") == (what == "amendment")
            is_gone = question.values.get("outcome") in _FALLEN[1:]
            if same and not other and not is_gone and not question.is_procedural():
                break
        else:
            question = Question(start, stop, {"subject": what})
            self.questions.append(question)
        question.values["block side"] = True
        return question

    def _is_pending(self) -> bool:
        last = self.questions[-1] if self.questions else None
        return bool(last and "outcome" not in last.values)

    def _unanimity(self, said: str, start: int, stop: int) -> None:
        found = vote_outcomes.unanimous(said)
        last = self.questions[-1] if self.questions else None
        if not found and last and start - last.stop < vote_puts.NEAR:
            found = vote_outcomes.all_agreed(said)
        if not found:
            return
        question = self._current(start, stop, "is_unanimous", said)
        at = start + found.start()
        question.put("is_unanimous", 1, at, start + found.end(), "votes.unanimous")
        put_subject(question, said, "")

    def _circumstances(self, said: str, start: int, stop: int) -> None:
        last = self.questions[-1] if self.questions else None
        if last and (found := vote_puts.casting(said)):
            if "block side" in last.values and (what := vote_puts.cast_for(said, found.end())):
                last = self._side(what, start, stop)
            last.put("casting_vote", 1, start + found.start(), start + found.end(), "votes.casting")
        found = vote_puts.RECORDED.search(said)
        if found:
            question = self._current(start, stop, said=said)
            if "subject" not in question.values:
                put_subject(question, said, "")
            question.put(
                "is_recorded", 1, start + found.start(), start + found.end(), "votes.recorded"
            )
        resolved = vote_puts.RESOLVES.search(said)
        if resolved and vote_puts.by_majority(said):
            self._current(start, stop, said=said)
        last = self.questions[-1] if self.questions else None
        here = last is not None and last.start < stop and start < last.stop
        if resolved and last and (here or vote_puts.goes_on(said, start - last.stop)):
            span = start + resolved.start(), start + resolved.end()
            last.put("outcome", "carried", *span, "votes.resolved")
