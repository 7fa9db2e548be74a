"""Where the words of a limb end and the page tells what happened next, in the same paragraph.

>>> said = "that two bins be bought. The Clerk said that they would come in May."
>>> said[: ends(said, 0, len(said))]
'that two bins be bought.'
>>> said = "that the fee be waived. The waiver will end in May."
>>> ends(said, 0, len(said)) == len(said)
True
"""

import re

# A stop, a blank, a capital; no stop of a title or abbreviation.
_NEXT = re.compile(
    r"(?<=[a-z0-9)'\"][.])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bCllr\.)(?<!\bSt\.)"
    r"(?<!\bNo\.)(?<!\bcon\.)(?<!\bprop\.)(?<!\bsec\.)\s{1,9}(?=[A-Z])"
)
# "The Clerk said that they would come": what somebody said, whatever it was.
_SAID = re.compile(
    r"(?:The|Mr|Mrs|Ms|Dr|Councillor|Cllr|He|She|Members?|A|An)\b\.?\s?[^.,;:\n]{0,60}?\s?\b(?:said|reported|explained"
    r"|stated|commented|replied|added|thanked|turned|moved\son)\b"
)
_TELLS = re.compile(
    r"[A-Z][^;:\n]{0,90}?\b(?:was|were|had|has\snot|left|returned|rejoined|joined|arrived|signed|took"
    r"|abstained|spoke|expressed|closed|ended)\b"
)
_FRAGMENT = re.compile(
    r"(?:Next\smeeting|Time[:\s][0-9]|Matters\sarising\b|Cheques?\s(?:no\.?\s)?[0-9])",
    re.IGNORECASE,
)
# What is still to be done, or belongs to what was resolved.
_TO_DO = re.compile(
    r"\b(?:be|will|shall|should|would|must|may|that|which|if|subject\sto|including|resolved|agreed"
    r"|delegated|authorised|approved|recommended)\b",
    re.IGNORECASE,
)
# The opening of a motion that sets out what a body thinks: its sentences tell things too.
_PREAMBLE = re.compile(
    r"\b(?:notes?|believes?|recogni[sz]es?|welcomes?|regrets?|acknowledges?|condemns?|calls?\son"
    r"|thanks?|is\sconcerned)\b",
    re.IGNORECASE,
)


def ends(reading: str, start: int, stop: int) -> int:
    """Return where a limb's words end, before sentences that only tell what happened."""
    cuts = [m for m in _NEXT.finditer(reading, start, stop) if _is_outside(reading, start, m)]
    if not cuts or _PREAMBLE.search(reading, start, cuts[0].start()):
        return stop
    end = stop
    for cut, last in zip(
        reversed(cuts), [stop, *(c.start() for c in reversed(cuts))], strict=False
    ):
        if not _only_tells(reading[cut.end() : min(last, cut.end() + 400)]):
            break
        end = cut.start()
    return end


def _is_outside(reading: str, start: int, cut: re.Match[str]) -> bool:
    """Tell whether a stop stands in no bracket and no quotation that the limb has opened."""
    said = reading[start : cut.start()]
    return said.count("(") <= said.count(")") and not said.count('"') % 2


def _only_tells(said: str) -> bool:
    if _FRAGMENT.match(said) or _SAID.match(said):
        return True
    return bool(_TELLS.match(said)) and not _TO_DO.search(said)
