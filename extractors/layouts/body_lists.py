"""What lines without labels show of lists: where one begins, and whether it is what was decided."""

import re
from collections.abc import Sequence

from extractors.layouts.page import Line

# The first words of a limb.
OPERATIVE = re.compile(
    r"""(?: \(? (?:[0-9]{1,2}|[a-z]|[ivx]{1,4}) [.):]{1,2} \s* )? (?: that\b | to \s \w+
      | (?:is\s|has\s|be\s)? (?:approve|agree|note|adopt|award|authoris|delegat|endors|grant|accept
      |refus|defer|appoint|confirm)(?:e|es|ed|s|d)?\b )""",
    re.VERBOSE | re.IGNORECASE,
)
# A decision of another day.
EARLIER = re.compile(
    r"(?<!/)\b(?:19|20)[0-9]{2}\b|\bat its\b|\bprevious|\bhas been\b|\bhave been\b"
)
# "the plan be approved", "it be noted that".
TO_BE_DONE = re.compile(r"\bbe (?:[a-z]{2,14}ly )?[a-z]{2,14}(?:ed|en)\b")
# "1. That the plan be approved": a point of what was decided, never a paper's title.
THAT_POINT = re.compile(r"\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.):]{1,2}\s{0,9}That\b")
# A list's first label: "1.", "(1)", "a)", "(i)".
FIRST = re.compile(r"\(?(?:1|a|i)[.):]{1,2}(?=\s|[A-Z])", re.IGNORECASE)
LISTED = re.compile(r"\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.):]{1,2}(?=\s|[A-Z])", re.IGNORECASE)

# A question put and answered with no.
_REFUSED = re.compile(
    r"\b(?:motion|amendment|proposal|recommendation|it|was|were|declared)\s(?:was\s|were\s|been\s|then\s)?"
    r"(?:declared\s)?(?:lost|defeated|not\scarried|fell|voted\sdown)\b|\bvote\sand\s(?:was\s)?(?:fell|lost)\b",
    re.IGNORECASE,
)
_NO = ("lost", "defeated", "carried", "fell", "voted")  # one stands in every refusal


def is_list(lines: Sequence[Line]) -> bool:
    """Tell whether lines are one list from its first label: behind a purpose, what was decided.

    A paragraph or two of reasons may stand below it.
    """
    listed = [bool(LISTED.match(x.words)) for x in lines]
    count = listed.index(False) if False in listed else len(listed)
    return count > 1 and len(lines) - count < 3 and bool(FIRST.match(lines[0].words))


def is_list_below(lines: Sequence[Line]) -> bool:
    """Tell whether a list of what was decided stands below a sentence: "To approve the plan."

    "To approve the following:" leads the list, and "1. To approve" is a point itself.
    """
    if lines[0].words.endswith((":", "-", "–", ";")) or LISTED.match(lines[0].words):
        return False
    first = next((x.words for x in lines[1:] if FIRST.match(x.words)), "")
    return bool(OPERATIVE.match(first) or TO_BE_DONE.search(first[:600]))


def is_refused(words: str) -> bool:
    """Tell whether words say that what was put fell: "the motion was lost"."""
    folded = words.casefold()
    return any(word in folded for word in _NO) and bool(_REFUSED.search(words))
