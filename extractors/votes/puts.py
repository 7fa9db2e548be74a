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
from extractors.votes.subjects import AMENDMENT

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
    r"\s{1,60}(?P<word>RESOLVED|Resolved|AGREED|PENDERFYNWYD|(?:I[Tt]\s(?:was|WAS)\s)(?:RESOLVED|resolved|agreed))\b"
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
_CLOSING = re.compile(r"\W{0,3}(?:prop[.:]|proposer|proposed|mover|moved)(?!\w)", re.IGNORECASE)
_PUT_NEXT = re.compile(r"\W{0,60}(?:That|To)\b")
_CARRIED = ("motion", "recommendation", "procedural")


def settle(question: Question, reading: str) -> None:
    """Say that a question was carried where more voted for it, and RESOLVED stands right below.

    The figures alone say nothing: an outcome comes from words.
    """
    values = question.values
    more = values.get("votes_for", 0) > values.get("votes_against", values.get("votes_for", 0))
    more = more or values.get("is_unanimous") == 1
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
    limbs = any(p.rule == "votes.resolved" for p in last.proofs) and "proposer" not in last.values
    reach = _SOON * 8 if limbs else _SOON  # the limbs stand between "RESOLVED by a majority" and it
    if not 0 <= start - last.stop < reach or not _CLOSING.match(said):
        return False
    stop = start + len(said)
    rest = reading[pair.stop : stop].strip(" .;:)\n")
    return not rest and _PUT_NEXT.match(reading, pair.stop) is None


RESOLVES = re.compile(
    r"^\W{0,3}(?:RES(?:OLVED|OVELD|LOVED)|Resolved|AGREED|Agreed|PENDERFYNWYD|CYTUNWYD|Penderfynwyd|Cytunwyd)\b|"
    r"\bRESOLVED\b|\b[Ii]t was\s{1,60}(?:\w{1,14}\s)?(?:[Rr]esolved|[Aa]greed)\b|"
    r"\b(?:Cabinet|Council|(?:Sub-)?[Cc]ommittee|Panel|Board|Executive|Members)\s(?:RESOLVED|AGREED|resolved|agreed)\b"
    r"(?!\sto\s(?:deal|debate|consider|hear|discuss|take|allow)\b)|"
    r"(?<=[:;–-]\s)resolved[,:]\s|"
    r"\band\s{1,60}(?:agreed|AGREED|resolved|Resolved|Agreed)\b"
    r"(?!\sto\s(?:deal|debate|consider|hear|discuss|take|allow)\b)|"
    r"(?:\band|,|;)\s(?:(?:was|were)\s)?(?:duly\s)?unanimously\s"
    r"(?:approved|carried|appointed|elected|adopted|accepted|passed)\b|"
    r"(?:\band|,|;|\.|–)\s(?:[Ww]ith\s)?[Aa]ll\s(?:(?:members|those)\s(?:present\s)?)?"
    r"(?:(?:were|voted|voting)\s)?(?:agreed|in\sfavour|AGREED)\b|\b[Aa]greed\sby\sall\b"
)
_MAJORITY = re.compile(
    r"\b(?:by|on|with)\s(?:an?\s|the\s)?(?:[a-z]{3,14}\s)?majority\b"
    r"(?!\s(?:shareholder|owner|of\s(?:respon|resid|people|trust)))",
    re.IGNORECASE,
)


def by_majority(said: str) -> bool:
    """Tell whether a sentence that resolves says that a majority did.

    >>> by_majority("By a majority, the Committee RESOLVED that the mast be refused.")
    True
    >>> by_majority("RESOLVED that a majority of the moorings be let.")
    False
    """
    return "ajority" in said and _MAJORITY.search(said) is not None


_MOTION = re.compile(
    r"\b(?:motion|recommendations?|proposal|substantive|res(?:olved|oveld)|agreed)\b", re.IGNORECASE
)
_FALLEN = ("lost", "withdrawn", "lapsed")


def is_settled(last: Question, said: str) -> bool:
    """Tell whether an amendment has had its result and the words speak of the motion again."""
    if last.values.get("outcome") in _FALLEN and said and RESOLVES.search(said):
        return True  # what is resolved next is another question
    if last.values.get("subject") != "amendment" or "outcome" not in last.values:
        return False
    return not AMENDMENT.search(said) and bool("votes_for" in last.values or _MOTION.search(said))


NEAR = 300  # characters between what was put and the short sentence that gives its result
_NEXT = 120  # characters between a casting vote and the result it brought
_RETOLD = 800  # characters between RESOLVED and the result told again


def is_near(last: Question | None, start: int) -> bool:
    """Tell whether what was put right above, or in this sentence, has no result yet."""
    if last is None or "outcome" in last.values:
        return False
    return start - max([last.stop, *(p.stop for p in last.proofs)]) < NEAR


def is_retold(last: Question | None, found: tuple[str, int, int, str], start: int) -> bool:
    """Tell whether "The proposal was declared carried" repeats what RESOLVED said above."""
    if last is None or found[0] != last.values.get("outcome") or "proposer" not in last.values:
        return False
    if "casting_vote" in last.values and start - max(p.stop for p in last.proofs) < _NEXT:
        return True  # "The Chair cast his vote against. Motion failed."
    above = [p for p in last.proofs if p.rule == "votes.resolved"]
    is_same = found[3] in ("", "motion", "proposal", "proposition")
    return is_same and bool(above) and start - above[0].stop < _RETOLD


_CAST_FOR = re.compile(
    r"[^.;\n]{0,24}?\b(?:for|in\sfavour\sof)\sthe\s(?P<what>motion|amendment)\b", re.I
)


def cast_for(said: str, behind: int) -> str:
    """Return the side of a division that a casting vote went to, empty where none is named."""
    found = _CAST_FOR.match(said, behind)
    return found["what"].casefold() if found else ""


def casting(said: str) -> re.Match[str] | None:
    """Return the words that say that a casting vote was used, None where none was."""
    return None if _NO_CASTING.search(said) else _CASTING.search(said)
