"""Where a page says that the motion itself is put, or what was put is resolved right below.

>>> puts_motion("The substantive motion was then put to the vote."), puts_motion("The motion fell.")
(True, False)
>>> said = "The motion was put to the vote.\\n\\nRESOLVED: That the tug be sold."
>>> resolved_below(said, 31, len(said))
(33, 41)
"""

import re

from extractors.votes.movers import Movers
from extractors.votes.rows import Question

# "The original motion, as amended, was then put": after amendments the motion is spoken of again.
_PUTS = re.compile(
    r"\b(?:the|an?)\s(?:\w{1,14}\s){0,3}?(?:motion|recommendations?|proposals?|report)\b"
    r"(?![^.;\n]{0,80}\bamendment\b)[^.;\n]{0,80}?\b(?:was|were)\s"
    r"(?:(?:then|now|next|duly|subsequently|accordingly|also)\s){0,2}"
    r"(?:put\b(?!\s(?:forward|off|in|on|back|under|together|into))|voted\s(?:on|upon)\b)",
    re.IGNORECASE,
)
# "… was put to the vote." and "A vote was taken." leave the result to the lines below.
_LEFT_OPEN = re.compile(
    r"\b(?:put(?:\sto\s(?:the|a)\s(?:vote|meeting|committee|council))?|vote\swas\s(?:then\s)?taken)"
    r"(?:,?\s(?:and\s)?it\swas|,?\sthe\s(?:meeting|council|committee|board))?\W{0,4}$",
    re.IGNORECASE,
)
_RESOLVED = re.compile(
    r"\s{1,60}(?P<word>RESOLVED|Resolved|AGREED|PENDERFYNWYD|(?:It\swas\s)(?:RESOLVED|resolved|agreed))\b"
)


_CASTING = re.compile(
    r"\bused\s(?:his|her|their|the)\ssecond\svote\b|\bcasting\svote(?:\b|(?-i:(?=[A-Z])(?!None)))|\bcast\s(?:the|an?|his|her|their)\s(?:deciding|second)\svote\b",
    re.IGNORECASE,
)
_NO_CASTING = re.compile(
    r"\b(?:no|not|without|declined|may|has\sa|have\sa|would)\b[^.]{0,40}cast", re.IGNORECASE
)
RECORDED = re.compile(
    r"\b(?:recorded|named)\svote\b|\bvotes?\s(?:was|were)\srecorded\b", re.IGNORECASE
)
# "Proposer: Councillor Tern. Seconder: …" behind a result, and not over words that are put.
_CLOSING = re.compile(r"\W{0,3}(?:proposer|proposed|mover|moved)\b", re.IGNORECASE)
_PUT_NEXT = re.compile(r"\W{0,60}(?:That|To)\b")
_CARRIED = ("motion", "recommendation", "procedural")


def settle(question: Question, reading: str) -> None:
    """Say that a question was carried where more voted for it, and RESOLVED stands right below.

    The figures alone say nothing: an outcome comes from words.
    """
    values = question.values
    more = values.get("votes_for", 0) > values.get("votes_against", values.get("votes_for", 0))
    if "outcome" in values or not more or values.get("subject", "motion") not in _CARRIED:
        return
    ends = [proof.stop for proof in question.proofs] + [block.stop for block in question.blocks]
    line = reading.find("\n", max(ends) - 1)
    found = _RESOLVED.match(reading, line) if line >= 0 else None
    if found:
        question.put("outcome", "carried", *found.span("word"), "votes.resolved")


_SOON = 200  # characters between what was put and "there being no other …, it was RESOLVED"
_GOES_ON = re.compile(
    r"\W{0,3}(?:there\sbeing\sno|(?:up)?on\s(?:being|a\svote)|having\sbeen|following\s(?:an?|the)\svote)\b",
    re.IGNORECASE,
)


def goes_on(said: str, behind: int) -> bool:
    """Tell whether a sentence so far behind a question tells how the question ended.

    >>> goes_on("There being no other nominations, it was", 1), goes_on("It was RESOLVED that", 1)
    (True, False)
    """
    return 0 <= behind < _SOON and _GOES_ON.match(said) is not None


def are_rivals(last: list[Question]) -> bool:
    """Tell whether two questions are both open, so that a result might be either's."""
    return len(last) == 2 and not any(
        "outcome" in q.values or q.values.get("subject") == "amendment" for q in last
    )


def puts_motion(said: str) -> bool:
    """Tell whether a sentence says that a motion, and no amendment, was put."""
    return " put" in said and _PUTS.search(said) is not None


def resolved_below(reading: str, end: int, stop: int) -> tuple[int, int] | None:
    """Return the word that resolves, right below a line that leaves its result open."""
    if not _LEFT_OPEN.search(reading, max(0, end - 60), end):
        return None
    found = _RESOLVED.match(reading, end, stop)
    return found.span("word") if found else None


def closes(reading: str, pair: Movers, said: str, start: int, last: Question | None) -> bool:
    """Tell whether a line of movers alone closes the question right above, which has its result.

    Takes the reading, the movers, their sentence and its start, and the last question.
    """
    if last is None or not {"outcome", "votes_for"} & set(last.values) or not pair.seconder:
        return False
    if not 0 <= start - last.stop < _SOON or not _CLOSING.match(said):
        return False
    stop = start + len(said)
    rest = reading[pair.stop : stop].strip(" .;:)\n")
    return not rest and _PUT_NEXT.match(reading, pair.stop) is None


def casting(said: str) -> re.Match[str] | None:
    """Return the words that say that a casting vote was used, None where none was."""
    return None if _NO_CASTING.search(said) else _CASTING.search(said)
