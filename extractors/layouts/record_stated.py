"""The decision of a form that heads no box for it: a sentence opens it, "I have decided to:".

>>> bool(OPENS.match("Having read the report, I have decided to:"))
True
>>> bool(OPENS.match("I have considered the report and its annexes."))
False
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.labels import Label, Opening
from extractors.layouts.page import Line

_DOES = (
    r"(?:decide[ds]?|agree[ds]?|approve[ds]?|authori[sz]e[ds]?|resolve[ds]?|determine[ds]?|accept(?:s|ed)?"
    r"|grant(?:s|ed)?|award(?:s|ed)?|delegate[ds]?|endorse[ds]?|refuse[ds]?|confirm(?:s|ed)?)"
)
# "Having read the report and heard the ward members, I have decided to:", "I hereby approve …",
# "In exercise of powers delegated to me I agree that".
OPENS = re.compile(
    r"(?:(?:Having|After|Following|In|On|Under|For|Pursuant|Acting|With|By|Upon|Taking)\b"
    r"[^.;:\n]{3,240}?[, ])?"
    r"(?:I|We)(?:,[^,.;:\n]{3,120},)? "
    r"(?:(?:have|do|am|hereby|therefore|now|formally|accordingly) ){0,4}"
    rf"{_DOES}\b(?! with\b| your\b)"
)

# "I, Councillor A Lee, Portfolio Holder for Transport, agree that": who decides.
BY = re.compile(
    r"I,? (?:(?:Cllr\.?|Councillor|Mrs?|Ms|Dr) [A-Z][^,.;:\n]{2,40}, ?)?(?:as |in my capacity as )?"
    r"(?:the )?(?P<maker>[A-Z][^,.;:\n]{3,80}), ?"
    rf"(?:(?:have|do|hereby|therefore|now) ){{0,3}}{_DOES}\b"
)


def headed(lines: Sequence[Line], kind: str) -> list[Line]:
    """Return the lines of a form, the sentence that states the decision read as its box's head.

    Nothing is changed where a box is headed so.
    """
    read = list(lines)
    if any(x.name == "decision" and x.opening for x in read):
        return read
    at = next((i for i, x in enumerate(read) if x.opening is None and OPENS.match(x.words)), None)
    if at is not None:
        label = Label("", "decision", "section", "any", True, frozenset((kind,)))
        read[at] = replace(read[at], opening=Opening(label, "", 0, False))
    return read
