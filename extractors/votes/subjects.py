"""What was put: a motion, an amendment, a recommendation, or how to proceed."""

import re

from extractors.votes.rows import Question

# "(Amendment) Regulations 2014" is the name of a law.
AMENDMENT = re.compile(
    r"(?<!\bno\s)(?<!\bno\sfurther\s)(?<!\bwithout\s)\bamendments?\b(?!\)?\s(?:\([a-z]{1,12}\)\s)?(?:act|regulations|orders?|rules)\b)",
    re.IGNORECASE,
)
_SUBSTANTIVE = re.compile(
    r"(?<!\bto\sthe\s)\bsubstantive\b|\b(?:motion|recommendations?|proposal),?\sas\samended\b|"
    r"\bamended\s(?:motion|recommendations?)\b",
    re.IGNORECASE,
)
_PROCEDURAL = re.compile(
    r"\bnext\sbusiness\b|\bquestion\sbe\s(?:now\s)?put\b|\bclosure\smotion\b|\bprocedural\b|"
    r"\bstanding\sorders?\b[^.]{0,60}\bsuspen|\bsuspen[^.]{0,60}\bstanding\sorders?\b|"
    r"\bpress\sand\s(?:the\s)?public\b|\bextend\sthe\smeeting\b|\bmeeting\s(?:be\s)?(?:extended|adjourned)\b",
    re.IGNORECASE,
)
_RECOMMENDATION = re.compile(r"\brecommendations?\b", re.IGNORECASE)


# "Amendment", "Second amendment", "Labour Group Amendment 1", alone on its line over what is moved.
_HEADING = re.compile(
    r"\n[ \t]{0,9}(?:[A-Z][\w'’&.-]{0,24}[ ]){0,5}"
    r"(?P<what>[Mm]otion|[Aa]mendment|MOTION|AMENDMENT)"
    r"(?: (?:[0-9]{1,2}|[A-Z]))?(?:[ ]{0,2}[-–—(:][^\n.]{0,60})?[ \t]{0,9}(?=\n)"
)
# "This was seconded by Councillor Gull": of what the sentence before put.
_THIS = re.compile(
    r"\W{0,3}(?:this|it|the\sproposal)\swas\s(?:duly\s|then\s)?seconded\b", re.IGNORECASE
)
_BELOW = 1_500
_OPENS = re.compile(r"(?:[-–—•(]\s{0,3})?(?:Moved|Proposed|MOVED|PROPOSED)\b|[-–—•(]\s{0,3}moved\b")
_RIGHT_UNDER = re.compile(r"\s{0,60}")


def stands_under_amendment(reading: str, floor: int, start: int) -> bool:
    """Tell whether a mover's line closes what is headed Amendment, or stands right below that."""
    heads = list(_HEADING.finditer(reading, max(floor, start - _BELOW), start))
    if not heads or heads[-1]["what"].casefold() != "amendment":
        return False
    right_under = _RIGHT_UNDER.fullmatch(reading, heads[-1].end(), start) is not None
    return right_under or _OPENS.match(reading, start) is not None


# "It was first put to the vote whether to suspend Standing Order 22", told where it was put.
_WHETHER = re.compile(r"\b(?:whether|question|first)\b")


def is_on_procedure(said: str) -> bool:
    """Tell whether a sentence itself puts a question of procedure, apart from the matter's.

    >>> is_on_procedure("It was put whether to suspend Standing Order 4: 9 for, 2 against.")
    True
    """
    return bool(_PROCEDURAL.search(said) and _WHETHER.search(said))


def put_subject(question: Question, said: str, behind: str) -> None:
    """Say what was put, by the words of the question's own sentences."""
    known = question.values.get("subject")
    if known in ("amendment", "procedural"):
        return
    words = f"{said} " if said else behind
    if _SUBSTANTIVE.search(words):
        question.values["subject"] = "motion"
    elif AMENDMENT.search(words) or (
        AMENDMENT.search(behind) and (behind.rstrip().endswith(":") or _THIS.match(said))
    ):
        question.values["subject"] = "amendment"
    elif _PROCEDURAL.search(words):
        question.values["subject"] = "procedural"
    elif _RECOMMENDATION.search(words) and not re.search(r"\bmotion\b", words):
        question.values["subject"] = "recommendation"
    else:
        question.values.setdefault("subject", "motion")
