"""What a document says against itself: issues, raised only where the words leave no doubt.

    "Publication date: 3 May" and "Date of decision: 7 May"      -> published before it was decided
    "Is Key decision?: No" and "This is a key decision because"  -> flag against text
    "subject to call-in: Yes" and "This decision is not subject to call-in"
    "agreed unanimously" with two votes against; carried with fewer votes for than against
    "from 1 April 2020 to 31 March 2019"

Sums and percentages are in `sums`, tables in `table_totals`; printed totals of votes against the
names beside them in `votes` ("votes.totals"); dates that cannot exist where they are read
("date.impossible").
"""

import re
from collections.abc import Iterator

from extractors.context import Context
from extractors.lowered import lowered
from extractors.money import sums, table_totals
from schemas.document import Notice, Section
from schemas.facts import DateFact, Vote
from schemas.records import Decision

_UNREAD = frozenset({"header", "contact", "documents", "attendance", "votes", "interests"})
_THIS = (
    r"\b(?:this|the) (?:(?:decision|matter|report|proposal|item) )?"
    r"(?:(?:is|was|constitutes|will be)(?: therefore| considered(?: to be)?| deemed(?: to be)?)?) "
)
_KEY = re.compile(rf"{_THIS}(?P<no>not )?an? [Kk]ey (?:[Ee]xecutive )?[Dd]ecision\b", re.IGNORECASE)
_CALL_IN = re.compile(rf"{_THIS}(?P<no>not )?(?:be )?subject to (?:the )?call[ -]?in\b", re.I)
# Before the words in their sentence: said by somebody, or under a condition.
_DOUBTED = re.compile(
    r"\b(?:if|whether|where|when|why|unless|should|could|may|might|ask|question|argu|contend|suggest"
    r"|claim|felt|believ|view|challeng|guidance|example|had been|previous|earlier|original)",
    re.IGNORECASE,
)
# The column, what says it, some word of it that a page must hold, the name of the contradiction.
_FLAGS = (
    ("is_key_decision", _KEY, "key ", "key_decision"),
    ("is_subject_to_call_in", _CALL_IN, "subject to ", "call_in"),
)
# Pages whose publication is that of the decision; a notice of what is to be decided comes before.
_DECIDED = frozenset({"decision", "agenda_item"})
_OPEN = frozenset({"for_determination", "recommended", "deferred", "withdrawn", "called_in"})


def find(context: Context) -> Iterator[Notice]:
    """Yield the contradictions of a document whose facts are all known."""
    for decision in context.cut.decisions:
        if context.cut.kind in _DECIDED:
            yield from _published(decision)
        yield from _flags(context, decision)
    for vote in context.known(Vote):
        yield from _vote(vote)
    for date in context.known(DateFact):
        if date.date and date.date_end and date.date_end < date.date:
            said = f"Ends on {date.date_end}, before it begins on {date.date}"
            yield Notice("contradiction.period", said, date.start, date.stop)
    yield from sums.find(context)
    yield from table_totals.find(context)


def _published(decision: Decision) -> Iterator[Notice]:
    made, told = decision.decision_date, decision.publication_date
    if not made or not told or told >= made or decision.status in _OPEN:
        return
    rules = {p.column: p for p in decision.proofs if p.rule == f"label.{p.column}"}
    if "decision_date" in rules and "publication_date" in rules:
        span = rules["publication_date"].start, rules["publication_date"].stop
        said = f"Published on {told}, decided on {made}"
        yield Notice("contradiction.published_first", said, *span)


def _flags(context: Context, decision: Decision) -> Iterator[Notice]:
    low = lowered(context.reading)
    for column, pattern, cue, name in _FLAGS:
        flag = getattr(decision, column)
        if flag is None:
            continue
        against = (
            found
            for section in context.cut.sections
            if section.decision == decision.id
            and section.kind not in _UNREAD
            and low.find(cue, section.start, section.stop) >= 0
            for found in _stated(context, section, pattern)
        )
        hit = next((h for h in against if bool(h["no"]) == bool(flag)), None)
        if hit:
            said = f"{column} is {flag}, but the text says: {hit.group()[:80]}"
            yield Notice(f"contradiction.{name}", said, *hit.span())


def _stated(
    context: Context, section: Section, pattern: "re.Pattern[str]"
) -> Iterator["re.Match[str]"]:
    """Yield where a section states it outright, of the decision itself."""
    for found in pattern.finditer(context.reading, section.start, section.stop):
        sentence = context.sentence_at(found.start())
        ends = context.reading[found.end() : found.end() + 1] == "?"
        if not ends and not _DOUBTED.search(context.reading, sentence.start, found.start()):
            yield found


def _vote(vote: Vote) -> Iterator[Notice]:
    ayes, noes = vote.votes_for, vote.votes_against
    if vote.is_unanimous and noes:
        said = f"Unanimous, but {noes} against"
    elif vote.outcome == "carried" and ayes is not None and noes is not None and ayes < noes:
        said = f"Carried, but {ayes} for and {noes} against"
    else:
        return
    yield Notice("contradiction.vote", said, vote.start, vote.stop)
