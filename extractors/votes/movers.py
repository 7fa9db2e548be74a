"""Who moved and who seconded, in every order; a sentence at a time.

>>> said = "It was moved by Councillor A Ash, seconded by Mrs Elm and"
>>> pair = movers(said, 0, len(said))
>>> pair.proposer.name, pair.seconder.name
('A Ash', 'Elm')
>>> movers("amendments proposed by the applicant", 0, 36) is None
True
"""

import re
from dataclasses import dataclass

from extractors.people.members import PERSON, TITLES, Member, is_titled, untitled
from extractors.votes.outcomes import WANT

_BY = r"(?:\s{1,3}(?:by|of|from)\b)?\s{0,3}[:\-–]?\s{0,3}"
# A post before a titled name: "the Lord Mayor (Councillor A)", "Portfolio Holder for X, Cllr A".
_POSTED = (
    r"(?:(?!(?:Councillor|Cllr|Mrs?|Ms|Miss|Dr)\b)(?:[Tt]he\s)?[A-Z][^.;:()\"“\n]{2,70}?(?:,\s|\s?\()"
    rf"(?=(?:[Tt]he\s)?{TITLES}\s[A-ZÀ-Þ]))?"
)
# What may stand behind a name and before its verb: "(Leader)", ", Cabinet Member for X,".
_BEHIND = (
    r"(?:\s\([^()\n]{0,60}\)|\)|,\s(?!(?:duly\s)?(?:seconded|supported)|(?:and|who|then)\b"
    rf"|(?:[Tt]he\s)?{TITLES}\s[A-Z])[^.;:,()\n]{{3,70}}(?=,))?,?\s{{1,3}}"
)
_WHO = rf"{_POSTED}(?P<who>{PERSON})(?:\s\([^()\n]{{0,60}}\))?"
# "moved by A", "on the proposition of A", "on a motion by A", "Proposer: A", "(Proposed by A".
_PROPOSED = re.compile(
    r"\b(?:(?:(?i:moved|proposed|offered|put\sforward|cynigi(?:wyd|r))\s{1,3}(?:and\s(?:seconded|duly\sseconded)\s)?(?:by|gan(?:\sy)?)\b"
    r"|(?i:proposition|proposal|motion)\s{1,3}(?:by|of|from|moved\sby|proposed\sby)\b"
    rf"|(?i:amendment)\sby\b(?=\s{TITLES}\s|\s[^.,;:\n]{{3,50}},?\s(?:duly\s)?seconded\sby\b)"
    r"|(?i:proposed)\s(?:as|for|to\sbe)\s[^.;,:\n]{3,60}?\sby\b"
    r"|(?i:proposer|proposed|moved|mover)\s{0,3}[:\-–](?:\s?by\b)?"
    rf"|\b(?i:prop)[.:]{{1,2}}(?:\sby\b)?(?=\s?{TITLES}\s)"
    rf"|(?i:proposer|mover)(?=\s{TITLES}\s))\s{{0,3}}[:\-–]?\s{{0,3}})" + _WHO
)
# "seconded by B", "supported by B", "Seconder: B".
_SECONDED = re.compile(
    r"\b(?:(?i:seconded|supported|eili(?:wyd|r))\s{1,3}(?:(?:by|gan(?:\sy)?)\b,?)|(?i:seconder|seconded)\s{0,3}[:\-–](?:\s?by\b)?"
    rf"|\b(?i:sec)[.:]{{1,2}}(?:\sby\b)?(?=\s?{TITLES}\s)|(?i:seconder)(?=\s{TITLES}\s))"
    r"\s{0,3}[:\-–]?\s{0,3}" + _WHO
)
# "A moved and B seconded", "Mr A proposed, and Mr B seconded the motion".
_MOVES = re.compile(
    rf"(?<![\w.'’-])(?P<who>{PERSON}){_BEHIND}"
    r"(?:(?:then|duly|formally|thereafter|subsequently|therefore|also|had|has|accordingly)\s){0,2}"
    r"(?i:moved|proposed)\b"
)
# "A, seconded by B, moved": the nearer name before the verb is the seconder's.
_PAIR = re.compile(
    rf"(?<![\w.'’-])(?P<who>{PERSON})(?:\s\([^()\n]{{0,60}}\))?,?\s{{1,3}}(?:duly\s)?"
    rf"(?i:seconded)\sby,?\s(?P<other>{PERSON})(?:\s\([^()\n]{{0,60}}\))?,?\s{{1,3}}"
    r"(?:then\s|duly\s|formally\s)?(?i:moved|proposed)\b"
)
# "(Moved Councillor A, seconded Councillor B)": without "by" in brackets or opening a sentence.
_BRACKETED = re.compile(
    rf"(?:\A|(?<=[(\n\t])|(?<=[.:;–]\s))(?i:moved|proposed)(?:\s(?i:by))?:?\s(?P<who>{PERSON}),?;?\s(?:(?i:and)\s)?(?i:seconded)(?:\s(?i:by))?:?"
    rf"\s(?P<other>{PERSON})"
)
# "Motion (Councillors A and B)" over its words, as some Scottish minutes print it.
_HEADED = re.compile(
    rf"(?<![\w,])(?:Motion|Amendment|MOTION|AMENDMENT)(?:\s[0-9])?\s\((?P<who>{PERSON})\s(?:and|&)\s"
    rf"(?P<other>{PERSON})\)"
)
# "A moved, with B seconding", "moved by the Chair, Councillor B seconding".
_SECONDING = re.compile(
    rf"(?:\bwith|,)\s(?P<who>{PERSON})(?:\s\([^()\n]{{0,60}}\))?,?\s{{1,3}}seconding\b"
)
# "Cynigiodd y Cynghorydd A, ac eiliodd y Cynghorydd B": the verb comes first.
_WELSH = re.compile(
    rf"\b(?i:cynigiodd)\s(?:y\s)?(?P<who>{PERSON}),?\s(?:ac\s)?"
    rf"(?i:eiliodd|eiliwyd\sgan)\s(?:y\s)?(?P<other>{PERSON})"
)
# "It was proposed (Cllr A) and seconded (Cllr B) that", "RESOLVED (Cllr A / Cllr B)".
_INSET = re.compile(
    rf"\b(?i:moved|proposed|proposer)\s?\((?P<who>{PERSON})\)[,;]?\s{{1,3}}(?:and\s)?"
    rf"(?i:seconded|seconder)\s?\((?P<other>{PERSON})\)"
    rf"|\b(?:RESOLVED|Resolved|AGREED|Agreed|CARRIED)[:,]?\s\((?P<who2>{TITLES}\s{PERSON})\s?/\s?"
    rf"(?P<other2>{TITLES}\s{PERSON})\)"
)
# "Prop. A Tern, sec. B Gull", "(prop. AT, sec. BG; 5-1)".
_SHORT = re.compile(
    r"\b(?i:prop)(?i:r|osed)?[.:]{1,2}\s{0,2}(?:by\s)?(?P<who>[A-Z][^,;:()\n]{0,50}?)[,;.]{0,2}\s{1,3}"
    rf"(?:and\s)?(?i:sec)(?i:r|onded)?[.:]{{1,2}}\s{{0,2}}(?:by\s)?(?P<other>{PERSON})"
)
# "Councillor A's proposal to …", with its seconder, or with what became of it.
_OWN = re.compile(
    rf"(?<![\w.'’-])(?P<who>{TITLES}\s(?:(?!\w{{1,24}}['’]s\s)[A-Z][\w.'’-]{{0,24}}\s){{0,4}}"
    r"[A-Z][\w-]{0,24}?(?:[’'][A-Z][\w-]{1,24}?)?)(?:['’]s|(?<=s)['’])\s(?:\w{1,14}\s)?"
    r"(?:motion|proposal|proposition|amendment)\b"
)
_OWN_PUT = re.compile(
    r"\b(?:put\sto|put\sby|voted|carried|lost(?!\sin\b)|defeated|seconde[dr]|fell|failed|was\s(?:then\s)?put)\b"
)
_SECONDS = re.compile(
    rf"(?<![\w.'’-])(?P<who>{PERSON}){_BEHIND}"
    r"(?:(?:then|duly|formally|who|had|has|also)\s){0,2}(?i:seconded)\b(?!\s(?i:by))"
)
# "proposed by A and B": the pair behind "moved and seconded by".
_BOTH = re.compile(
    rf"\b(?i:moved|proposed)\sand\s(?:duly\s)?(?i:seconded)\sby\s{_WHO}\sand\s(?P<other>{PERSON})"
)
# "In seconding the motion, which had been moved by A, B said …".
_WHEN_SECONDING = re.compile(
    rf"\b[Ss]econding\s[^.;\n]{{3,120}}?\b(?:moved|proposed)\sby\s(?P<who>{PERSON}),\s"
    rf"(?P<other>{PERSON})"
)
_PROPOSED_BEFORE = re.compile(r"(?i:proposed|moved)(?:\s(?i:by))?:?\s\Z")
_PAIRS = (_INSET, _SHORT, _BOTH, _PAIR, _BRACKETED, _HEADED, _WELSH, _WHEN_SECONDING)
# An amendment that a decision only mentions: "subject to the amendment proposed by Councillor A".
_MENTIONED = re.compile(
    r"\b(?:subject\sto|including|incorporating|with|as\sper)\s(?:the\s|an?\s|that\s|this\s)?"
    r"(?:amendments?|changes?|corrections?|additions?)\s(?:which\swere\s|as\s)?"
    r"(?:proposed|moved|suggested|put\sforward)\sby\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"^:\s{0,3}[\"'“‘]|\b(?:motion|amendment|that|recommendations?|vote|resolution|minutes)\b"
    r"|^,?\sto\s(?:approve|refuse|defer|grant|note|accept|reject|support|adopt|amend|extend|suspend)\b"
)
_MOVING = re.compile(r"(?i:prop[.:]|moved|offered|mover|proposer|motion|proposition|amendment)")
_WORTH = re.compile(
    r"['’](?:s\s)?(?:\w{1,14}\s)?(?:motion|propos|amendment)|\bprop(?:osed\s?)?[.:]"
    r"|\b(?:resolved|agreed|carried)[:,]?\s\((?=c(?:ll|oun)|m[rs])"
    r"|\b(?:cynigi\w{1,6}|(?:motion|amendment)(?:\s[0-9])?\s\((?=councillors)|propos(?:ed\s(?:by|and|as)|er|ition|al\s(?:by|of))|motion\s(?:by|of|from)|amendment\sby|mover|put\sforward|(?:amendment|motion)\b[^.\n]{0,80}\soffered\sby"
    r"|(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b[^\n]{0,60}\sproposed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Movers:
    """Proposer and seconder with where they stand."""

    proposer: Member | None
    seconder: Member | None
    start: int
    stop: int


def movers(reading: str, start: int, stop: int) -> Movers | None:
    """Return the mover and seconder of a sentence, None where neither is named surely."""
    said = reading[start:stop].lower()
    if "moved" not in said and "second" not in said and not _WORTH.search(reading, start, stop):
        return None
    for pattern in _PAIRS:
        if both := pattern.search(reading, start, stop):
            way = "2" if "who2" in pattern.groupindex and both["who2"] else ""
            one, two = _member(both, f"who{way}"), _member(both, f"other{way}")
            if one and two:
                return Movers(one, two, *both.span())
    proposed = _PROPOSED.search(reading, start, stop)
    if proposed and "second" not in said and _MENTIONED.search(reading, start, proposed.end()):
        return None
    moved = proposed
    if not moved and (" moved" in said or " proposed" in said):
        moved = _MOVES.search(reading, start, stop)
        if moved and reading[max(start, moved.start() - 12) : moved.start()] == "seconded by ":
            moved = None  # "A, seconded by B, moved", with A unread
    seconded = _SECONDED.search(reading, moved.start() if moved else start, stop)
    if not seconded and " seconded" in said:
        seconded = _SECONDS.search(reading, start, stop)
    if seconded and _PROPOSED_BEFORE.search(
        reading[max(start, seconded.start() - 14) : seconded.start()]
    ):
        seconded = None  # "Proposed Cllr Ash, seconded Cllr Elm": the name is the mover's
    if not seconded and " seconding" in said:
        seconded = _SECONDING.search(reading, start, stop)
    own = None if moved else _OWN.search(reading, start, stop)
    if own and (seconded or _OWN_PUT.search(reading, own.end(), stop)):
        moved = own
    if moved and seconded and moved.start("who") == seconded.start("who"):
        moved = None  # "moved by the Chair, Councillor B seconding"
    proposer = _member(moved, "who") if moved else None
    seconder = _member(seconded, "who") if seconded else None
    if proposer is None and seconder is None:
        return None
    if seconder is None and not _alone(reading, moved, proposed is not None, stop):
        return None
    if proposer is None and seconded and seconded.group().casefold().startswith("support"):
        return None
    spans = [m for m in (moved, seconded) if m]
    return Movers(proposer, seconder, min(m.start() for m in spans), max(m.end() for m in spans))


def _alone(reading: str, moved: re.Match[str] | None, passive: bool, stop: int) -> bool:
    """Tell whether a mover without a seconder is one: titled, and of a motion."""
    if moved is None or not is_titled(moved["who"]):
        return False
    if WANT.search(reading, moved.end(), stop):
        return True  # "proposed Councillor B, but there was no seconder"
    if moved.re is _OWN:
        return True
    opening = moved.group()[: -len(moved["who"])]
    if passive and (_MOVING.match(opening) or ":" in opening):
        return True
    return bool(_OBJECT.search(reading[moved.end() : min(stop, moved.end() + 40)]))


def _member(found: re.Match[str], group: str) -> Member | None:
    said = found[group]
    name = untitled(said)
    if name is None or _in_a_post(found.string[: found.start(group)][-5:], said, name):
        return None
    at = found.start(group) + said.rfind(name)
    if name in said:
        return Member(name, at, at + len(name))
    last = name.split(" ")[-1]  # blanks or a wrap stand inside the name
    return Member(
        name,
        found.start(group) + said.find(name.split(" ")[0]),
        found.start(group) + said.rfind(last) + len(last),
    )


def _in_a_post(before: str, said: str, name: str) -> bool:
    """Tell whether capitals close a post's name: "Member for Finance", "Parks and Leisure"."""
    if is_titled(said):
        return False
    return before.endswith((" for", " of", " for ", " of ", "the ", "The ")) or (
        " " not in name and before.endswith((" and ", " & "))
    )
