"""Names of members as minutes print them: titles off, lists taken apart.

>>> said = "Councillors A. Brook, Mrs Dale OBE (Chair) and C Elm-Ford"
>>> [m.name for m in names(said, 0, len(said))]
['A. Brook', 'Dale', 'C Elm-Ford']
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Titles before a name; each may be followed by another ("Councillor Mrs").
TITLES = (
    r"(?:(?:(?:[Tt]he\s)?(?:(?:County|Town|Parish|Borough|City|District|Civic|Deputy|Depute|Lord|Vice|"
    r"Right|Worshipful)[\s-](?:the\s)?){0,2}"
    r"(?:Councillors?|Councilors?|COUNCILLORS?|Cllrs?|CLLRS?|Cllr's|Cyng(?:horydd(?:ion)?|horwyr)?|Mayor|"
    r"Leader(?:\sof\sthe\sCouncil)?|Alderm[ae]n|Ald|Members|"
    r"Chair(?:man|woman|person)?|Provost|Bailie|Convener|Baillie))"
    r"|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:erend|d)?|Sir|Dame|Lord|Lady|Baroness|Hon|"
    r"Major|Captain|Capt|Colonel|Col|Commander|Cmdr|Brigadier)\b\.?"
)
_NO_WORD = (
    r"(?!(?:Councillors?|COUNCILLORS?|Cllrs?|CLLRS?|Mr|Mrs|Ms|Miss|Members|RESOLVED|AGREED|CARRIED|LOST|"
    r"MOVED?|PROPOSED|SECOND(?:ED)?|That|The|Voting|Against|Abst[a-z]{0,9}|For|In)\b)"
)
_WORD = (
    rf"(?:{_NO_WORD}[A-ZÀ-Þ]"
    r"(?:[a-zà-ÿ'’.-]{1,24}[A-Z]?[A-Za-zà-ÿ'’-]{0,24}|[A-Z'’-]{0,24})\.?)"
)
_LINK = r"(?:de|van|der|von|la|le|du|ap|ab|al|bin|da|dos|Y|den|ten)"
# One name: up to five words in capitals, with small links inside ("J van der Berg").
NAME = (
    rf"(?:(?:van|de|von)[ ](?:der[ ])?)?{_WORD}"
    rf"(?:[ ]{{1,2}}(?:{_WORD}|{_LINK}(?=[ ][A-ZÀ-Þ]))){{0,4}}+"
)
PERSON = rf"(?:{TITLES}[,:]?\s{{1,40}}+){{0,3}}+{NAME}"

_TITLED = re.compile(rf"(?:{TITLES}[,:]?\s{{1,3}}){{1,5}}+")
_NAME = re.compile(NAME)
_PARENTHESES = re.compile(r"\([^()\n]{0,80}\)")
_HONOUR = re.compile(
    r"(?:[\s,]{1,3}(?:OBE|MBE|CBE|KBE|DBE|BEM|JP|QC|KC|DL|VC|TD|PhD|FRICS|FRSA|MP|MS|AM|MSP|MEP|"
    r"Hon|Esq|CVO|LVO|MVO|RD|QPM|QFSM|BA|BSc|MA|CC)\b\.?){1,6}+$"
)
_SPLIT = re.compile(r"\s{0,3}(?:,|;|/|\||\n|\band\b|&)\s{0,3}(?:and\b\s{0,3})?")
# Capitalised words that end or are no name.
_NOT_NAMES = frozenset(
    "resolved agreed that against for abstain abstained abstention abstentions abstaining total "
    "none nil the committee council cabinet councillor councillors motion carried lost voting "
    "votes vote it this on in at following there and moved seconded proposed proposer seconder "
    "amendment members officers officer board panel chair chairman limited ltd plc llp homes "
    "council's not recorded absent unanimous unanimously recommended all an a to report "
    "recommendation item with group party labour conservative independent green present apologies "
    "of decision noted he she they we who provost convener depute".split()
)
# Words of firms and bodies: what holds one is nobody's name.
_COMPANY = frozenset("homes ltd limited plc llp group party developments council".split())
_HONOURS = frozenset("OBE MBE CBE KBE DBE BEM JP QC KC DL VC TD PhD FRSA MP MSP CVO CC".split())


class Member(NamedTuple):
    """A member's name without title and where it stands."""

    name: str
    start: int
    stop: int


def untitled(said: str) -> str | None:
    """Return a name without titles and honours, None where what is left is no name.

    >>> untitled("Councillor Mrs J. Alder MBE"), untitled("The Committee")
    ('J. Alder', None)
    """
    said = _PARENTHESES.sub(" ", said)
    said = " ".join(said.split())
    found = _TITLED.match(said)
    rest = _HONOUR.sub("", said[found.end() :] if found else said).strip(" ,;:.-–—'\"")
    rest = _ended(rest)
    if not rest or not _NAME.fullmatch(rest):
        return None
    return rest


def _ended(said: str) -> str:
    """Cut a name off at the first word that is none: "Ash RESOLVED That" -> "Ash"."""
    kept: list[str] = []
    for word in said.split(" "):
        bare = word.strip(".,:;")
        if bare.casefold() in _COMPANY:
            return ""
        if bare.casefold() in _NOT_NAMES and not (len(bare) == 1 and bare.isupper()):
            break
        kept.append(word)
    return " ".join(kept)


def is_titled(said: str) -> bool:
    """Tell whether words open with a member's title."""
    return bool(_TITLED.match(said.lstrip()))


def names(reading: str, start: int, stop: int) -> Iterator[Member]:
    """Yield the members of a list such as "Councillors A, B and C (3)", in order."""
    at = start
    for found in _SPLIT.finditer(reading, start, stop):
        yield from _member(reading, at, found.start())
        at = found.end()
    yield from _member(reading, at, stop)


def _member(reading: str, start: int, stop: int) -> Iterator[Member]:
    piece = reading[start : min(stop, start + 200)]
    if piece.strip(" .") in _HONOURS:
        return
    name = untitled(re.sub(r"[\s(]{0,3}[0-9]{1,3}\)?[.;]?\s*$", "", piece.rstrip()[-160:]))
    if name is None:
        return
    first = piece.rfind(name)
    at = start + max(first, 0)
    end = at + len(name) if first >= 0 else stop
    yield Member(name, at, at + len(reading[at:end].rstrip()))
