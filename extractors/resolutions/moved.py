"""Motions moved and carried in one paragraph: "Ash proposed that …, seconded Elm. All in favour."

What was put is a row only where words of the same sentence or of those right behind it say that it
was carried; votes in figures alone, amendments and what somebody tells of an earlier day are none.
Source: SCHEMA's ruling on resolutions (a carried motion is a row without RESOLVED).
"""

import re

from extractors.lowered import Needles
from extractors.resolutions.straight import AMENDMENT, PUT, RESULT

# What stands on every line that tells of a motion and its result, beside "carried" and "agreed".
RESULTS = ("in favour", "unanimous", "resolved", "passed", "o blaid")
_MOVING = Needles(
    "moved",
    "propos",
    "prop",
    "seconded",
    "motion",
    "put the question",
    "put it to",
    "recommendation",
)
# A mover's sentence that says what was put, whatever stands between.
_MOVED_THAT = re.compile(
    r"\b(?:moved|proposed|seconded|motion|proposition)\b[^.\n]{0,200}?\b(?P<text>[Tt]hat\s[^\n]{8,})"
)

_REACH = 4  # sentences behind a motion in which its result may stand
_FAR = 900
# "proposed that", "moved by A, seconded by B, that", "put the question that", "motion by A that".
_THAT = re.compile(
    r"\b(?P<key>moved|proposed|prop\.?|put\s(?:it\sto\sthe\s(?:meeting|vote)|the\squestion)"
    r"|motion|proposition|proposal|recommendation)(?![^\W_])"
    r"(?P<between>[^;:\n]{0,140}?)[\s,:\"“]{1,4}(?P<text>that\s[^\n]{8,})",
    re.IGNORECASE,
)
# "Cllr Ash proposed buying …", "… proposed no objection", "… proposed the purchase of …".
_DEED = re.compile(
    r"\b(?:Cllrs?|Councillors?|Ald|Alderman|Bailie|Provost|Mr|Mrs|Ms|Miss|Dr)\b\.?\s"
    r"[^,;:\n]{2,50}?\s(?:(?:then|also|therefore)\s)?(?:proposed|moved)\s(?P<text>(?:"
    r"(?!(?:adding|amending|inserting|deleting|substituting|omitting|something|nothing|anything)\b)"
    r"[a-z]{2,14}ing\s(?!(?:in|on|an?\samendment)\b)"
    r"|(?<=proposed\s)to\s(?!the\b)[a-z]{3,14}\s"
    r"|no\sobjections?\b"
    r"|(?:the\s)?(?:adoption|approval|acceptance|purchase|appointment|co-option|refusal|rejection"
    r"|renewal|installation|suspension|re-?appointment)\sof\s)[^\n]{3,})"
)
# "The motion to adjourn the debate was carried", "her proposal of a £500 grant was put & carried".
_OF = re.compile(
    r"\b(?:motion|proposal|proposition)\s(?:(?:of|for)\s(?=an?\s)|(?=to\s(?!the\b)[a-z]{3}))",
    re.IGNORECASE,
)
# Where the words of a motion end in their own sentence: its seconder or its result.
_WON_WORD = r"(?:carried|agreed|approved|passed|adopted|accepted|unanimous(?:ly)?|resolved)"
_ENDS = r"(?=\s{0,2}(?:[.,;:()/\-–\"”]|$|by\b|unanim|nem\b|on\b|with(?:out)?\b|[0-9]|and\b|&))"
_LINK = r"(?:(?:and|&|which|this|it|was|were|being|having|been|then|duly|the|motion)\s){0,6}"
_PERSON = r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Ald)\b\.?\s[^,;\n]{2,40}?\s(?:seconded|seconding)"
_TAIL = re.compile(
    rf"""(?:[,;"”.]{{1,3}}\s{{1,2}}|\s[-–]\s){_LINK}
        (?:(?:seconded|sec(?:onder)?\.?:?)(?![^\W_])|{_PERSON}|all\s(?:in\sfavour|agreed)
        |(?:not\s)?(?:lost|defeated)|{_WON_WORD}{_ENDS})
      | \s(?:and\s|&\s|which\s)(?:this\s|it\s)?(?:was|were)\s(?:duly\s|unanimously\s)?
        (?:seconded|lost|{_WON_WORD}){_ENDS}
      | \s(?:was\s|were\s|and\s)?(?:duly\s)?[(]?(?:seconded|sec\.)\s
      | ,\s(?:since|because)\s""",
    re.VERBOSE | re.IGNORECASE,
)
# "The motion that the fee be frozen was put and carried".
_IS_CARRIED = re.compile(
    rf"\swas\s(?:(?:then|duly|put|to|the|vote|meeting|and|&|unanimously|accordingly|declared)\s){{0,7}}"
    rf"(?:lost|defeated|rejected|withdrawn|not\s{_WON_WORD}|{_WON_WORD}){_ENDS}"
)
_LOST = re.compile(
    r"\b(?:lost|defeated|not\s(?:carried|agreed|approved|supported|accepted|resolved)|fell|falls"
    r"|failed|withdrawn|withdrew|rejected|lapsed|negatived|no\sseconder|deferred|tied)\b",
    re.IGNORECASE,
)
# "there was no seconder": what a later sentence says was carried is another motion.
_UNSECONDED = re.compile(
    r"\b(?:no\sseconder|not\sseconded|was\s(?:then\s)?(?:lost|defeated|withdrawn|ruled))\b",
    re.IGNORECASE,
)
# A sentence that says so: "Carried 6-1.", "Members agreed.", "On a show of hands, it was carried."
_WON = re.compile(
    rf"""(?:[^.;:\n]{{0,110}}?(?:[,;:–-]|\band|&)\s{{1,2}})?
    (?:(?:and|it|this|that|was|were|the|motion|proposal|proposition|resolution|vote|members
      |councillors|council|committee|all|both|then|duly|being|be|declared|put|to|meeting|accordingly
      |therefore|present|result|so|unanimously|on|a|show|of|hands|thereupon|is):?\s){{0,10}}
    (?:{_WON_WORD}{_ENDS}
      |(?:the\s(?:remaining|other)\s\w{{1,12}}\s\w{{1,14}}\s)?all\s
       (?:(?:members|present|were|voted|voting|councillors)\s){{0,3}}(?:in\sfavour|agreed)\b(?!\s(?:that|to|with)\b)
      |pawb\so\sblaid\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_PASSES = re.compile(
    r"\b(?:seconded|sec\.|seconder|for|against|in\sfavour|abst\w{1,8}|votes?|voting|show\sof\shands"
    r"|put)(?![^\W_])",
    re.IGNORECASE,
)
# Words that make it somebody's telling, or a motion of another day.
_TOLD = re.compile(
    r"\b(?:had|has|have|asked|minuted|previously|earlier|last|would|could|if|whether|when|remind\w{1,4}"
    r"|reported|recall\w{0,3}|said\sthat\she|who|which|was\sthe|not)\b|(?:19|20)[0-9]{2}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:said|felt|who|which|asked|whether|noted|stated|had|would|explained|was|were|amendment"
    r"|hoped|thought|believed|lost|fell|carried)\b|(?:19|20)[0-9]{2}",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"that\s[^,;:.\n]{0,80}?\b(?:is|are|was|were|had|has|have|would|could|might|did|does|will)\b"
)
# "that this Council has lost patience": what a body says of itself may be put.
_BODY_SAYS = re.compile(
    r"that\s(?:this|the)\s(?:\w{1,14}\s){0,2}(?:Council|Committee|Authority|Board)\b"
)
_WHY = re.compile(r"\W{0,3}(?:since|because)\b", re.IGNORECASE)
_NO_AMENDMENT = re.compile(
    r"\b(?:there\sbeing\sno|with\sno|without|no)\s(?:\w{1,12}\s)?amendments?\b"
    r"(?:\s(?:was|were|being|having\sbeen)\s(?:moved|proposed|offered))?,?\s?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()\n]{0,160}\)")
_NOUNS = ("motion", "proposition", "proposal", "recommendation")


def carried(reading: str, said_in: list[tuple[int, int]], i: int) -> tuple[int, int] | None:
    """Return the words of a motion that a sentence moves and what follows says was carried.

    >>> said = "Cllr Ash proposed that salt be bought, seconded Cllr Elm. All in favour."
    >>> start, stop = carried(said, [(0, 57), (58, 72)], 0)
    >>> said[start:stop]
    'that salt be bought'
    """
    start, stop = said_in[i][0], min(said_in[i][1], said_in[i][0] + _FAR)
    if not _MOVING.stand_in(reading, start, stop) or AMENDMENT.search(reading, start, stop):
        return None
    if _UNSECONDED.search(reading, start, stop):
        return None
    after = said_in[i + 1 : i + 1 + _REACH]
    put = _put(reading, start, stop)
    if put and _is_won(reading, (put[1], stop), after):
        return put
    return _put_next(reading, said_in[i], after)


def _put_next(
    reading: str, sentence: tuple[int, int], after: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the words of a motion where the next sentence says that it was put and carried."""
    start, stop = sentence
    found = _MOVED_THAT.search(reading[start : min(stop, start + _FAR)]) if after else None
    if not found:
        return None
    following = reading[slice(*after[0])][:600]
    result = RESULT.search(following)
    put = PUT.search(following) or following.startswith("This was")
    if not (put and result and result["carried"]):
        return None
    first = start + found.start("text")
    return first, _unquoted(reading, first, stop)


def _unquoted(reading: str, start: int, stop: int) -> int:
    """Return where a motion's words end: at the mark that closes them, if one opens them."""
    close = reading.rfind('"', start, stop) if reading[start - 1] == '"' else -1
    return close if close > start else stop


def _put(reading: str, start: int, stop: int) -> tuple[int, int] | None:
    """Return the words that a sentence says were moved."""
    if named := _named(reading, start, stop):
        return named
    found = _THAT.search(reading, start, stop) or _DEED.search(reading, start, stop)
    if not found or _is_told(reading[max(start, found.start() - 60) : found.start()]):
        return None
    by_that = found.re is _THAT
    if by_that and not _is_motion(found["between"], found["text"]):
        return None
    first = found.start("text")
    tail = _TAIL.search(reading, first, stop)
    if by_that and not tail and found["key"].lower() in _NOUNS:
        tail = _IS_CARRIED.search(reading, first, stop)
    end = tail.start() if tail else stop
    return first, first + len(reading[first:end].rstrip(' ,;"”'))


# Who proposes what no body puts to the vote.
_OUTSIDER = re.compile(
    r"\b(?:officers?|residents?|developers?|applicants?|contractors?|architects?|agents?|county"
    r"|government|police|tenants?|owners?|consultants?)\s$",
    re.IGNORECASE,
)


def _named(reading: str, start: int, stop: int) -> tuple[int, int] | None:
    """Return the words of a motion that a noun names, in the sentence that puts it."""
    found = _OF.search(reading, start, stop)
    tail = _IS_CARRIED.search(reading, found.end(), stop) if found else None
    if not found or not tail or _is_told(reading[max(start, found.start() - 60) : found.start()]):
        return None
    said = reading[found.end() : tail.start()]
    if len(said) > 160 or len(said.split()) < 2 or _BETWEEN.search(said):
        return None
    return found.end(), tail.start()


def _is_told(before: str) -> bool:
    """Tell whether a motion is of another day: "He had proposed", not "…, which took long, Ash"."""
    clause = before.rpartition(", ")[2]
    told = _TOLD.search(clause if len(clause) > 4 else before)
    return bool(told or _OUTSIDER.search(before))


def _is_motion(between: str, said: str) -> bool:
    """Tell whether words behind "proposed" are what shall be done, not what somebody thinks."""
    if _BETWEEN.search(between):
        return False
    return " be " in said or bool(_BODY_SAYS.match(said)) or not _FINITE.match(said)


def _is_won(reading: str, tail: tuple[int, int], after: list[tuple[int, int]]) -> bool:
    """Tell whether the rest of a sentence or those behind it say that a motion was carried."""
    rest = reading[slice(*tail)]
    if _LOST.search(rest):
        return False
    for clause in (_clause(rest), *(reading[a : min(b, a + 400)] for a, b in after)):
        said = _NO_AMENDMENT.sub("", _ASIDE.sub("", clause)).strip()
        if _LOST.search(said) or AMENDMENT.search(said):
            return False
        if len(said) < 260 and _WON.match(said):
            return True
        if said and (len(said) > 200 or " be " in said or not _PASSES.search(said)):
            return False
    return False


def _clause(rest: str) -> str:
    """Return what a sentence says behind a motion, without the mover's reasons."""
    if _WHY.match(rest):
        return ""
    return rest.strip(' .,;:"”-–()')
