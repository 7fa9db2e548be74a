"""Counts of a vote: "6 for, 2 against", "(57:0)", "by 4 votes to 0", "For ⏎ 5 ⏎ Against ⏎ 7".

>>> said = "(10 votes for, 3 against and one abstention)"
>>> counts(said, 0, len(said)).figures
{'for': 10, 'against': 3, 'abstain': 1}
>>> counts("2 homes for rent", 0, 16) is None
True
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_WORDS = {
    word: value
    for value, word in enumerate(
        "nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"no": 0, "none": 0, "zero": 0}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS |= {
    f"{ten}{joint}{unit}": 10 * tens + units
    for tens, ten in enumerate(_TENS, 2)
    for units, unit in enumerate("one two three four five six seven eight nine".split(), 1)
    for joint in ("-", " ")
} | {ten: 10 * tens for tens, ten in enumerate(_TENS, 2)}
# The same in Welsh, with the forms before a feminine noun.
_WELSH = {
    word: value
    for value, words in enumerate(
        "neb|dim un dau|dwy tri|tair pedwar|pedair pump|pum chwech|chwe saith wyth naw deg".split()
    )
    for word in words.split("|")
}
_WORDS |= _WELSH
NUMBER = r"(?:[0-9]{1,3}|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"
_FOR = r"(?:in\sfavour|for|ayes|o\sblaid)"
_AGAINST = r"(?:against|noes|yn\serbyn)"
_ABSTAIN = r"(?:abstain(?:ed|ing|s)?|abstentions?|abst|yn\symatal|wedi\symatal)"
_ABSENT = r"(?:(?:did\s)?not\s(?:vot(?:e|ing))|did\snot\svote|no\svote|declined\sto\svote)"
_POSITION = rf"(?:{_FOR}|{_AGAINST}|{_ABSTAIN}|{_ABSENT})"

# "6 votes for", "3 members voted against", "one abstention".
_NUMBER_FIRST = re.compile(
    rf"(?<![\w£.,/])(?<!\w[-–:])(?P<number>{NUMBER})\s{{1,3}}(?:[-–]\s{{1,3}})?(?:(?:votes?|members?|councillors?)\s{{1,3}})?"
    rf"(?:(?:were|was|being|having|cast|voted|voting|vote)\s{{1,3}}){{0,2}}(?P<position>{_POSITION})\b"
    r"(?!\s(?:each|every|any|which|whom|instance|example)\b)",
    re.IGNORECASE,
)
# "For 41", "Against: 0", "Abstentions (2)", "In favour – 7 votes".
_POSITION_FIRST = re.compile(
    rf"(?<![\w])(?P<position>{_POSITION})(?:\s(?:it|the\s(?:motion|amendment|recommendations?|proposal)))?"
    rf"\s{{0,3}}(?:votes?\s{{0,2}})?[:=(\-–|]{{0,3}}\s{{0,3}}"
    rf"(?P<number>{NUMBER})(?![\w£%]|[.,/][0-9])"
    r"(?=\s{0,3}(?:$|[,;.:)\]|\n]|[–-]\s|(?:and|votes?|members?|against|noes|abst\w{0,10}|for|with|not|did)\b))",
    re.IGNORECASE,
)
# "by 4 votes to 0", "by a majority of 7 to 3", "12 votes to 3 with 2 abstentions".
_TO = re.compile(
    rf"\b(?:by|of|with|was|result|vote)\b:?\s{{1,3}}(?P<for>{NUMBER})(?:\svotes?,?)?"
    rf"(?:\s(?:for|in\sfavour))?\sto\s(?P<against>{NUMBER})(?:\svotes?)?\b"
    rf"|\b(?P<for2>{NUMBER})\svotes?\sto\s(?P<against2>{NUMBER})\b"
    r"|\bvoted\s{1,3}(?P<for3>[0-9]{1,3})\s?[-–]\s?(?P<against3>[0-9]{1,3})\s{1,3}(?:in\sfavour|for|to|that)\b",
    re.IGNORECASE,
)
# "(57:0)", "(7-2)", "(5-3-1)" behind a word of voting.
_SCORE = re.compile(
    r"(?:\b(?:res(?:olved|oveld|loved|ovled|olevd)|agreed|carried|lost|vot(?:e|ed|ing)|approved)\b[^()\n]{0,30})"
    r"\((?:votes?:?\s)?(?P<for>[0-9]{1,3})\s?[:\-–]\s?(?P<against>[0-9]{1,3})"
    r"(?:\s?[:\-–]\s?(?P<abstain>[0-9]{1,3}))?(?:\)|,?\s(?:and|with)\s[^()\n]{0,60}\))",
    re.IGNORECASE,
)
# "by a vote of 7-0", "by a majority of 7:2".
_VOTE_OF = re.compile(
    r"\b(?:vote|majority)\sof\s(?P<for>[0-9]{1,2})\s?[-–:]\s?(?P<against>[0-9]{1,2})"
    r"(?:\s?[-–:]\s?(?P<abstain>[0-9]{1,2}))?(?![\w/%:-]|[.,][0-9])",
    re.IGNORECASE,
)
# "6/2/1" behind a word of voting: for, against, abstained; "on 6/2/21" is a day.
_SLASHED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|carried|lost|defeated)\b(?:\sby|\swas|\scast)?[\s:(–-]{1,4}"
    r"(?P<for>[0-9]{1,2})/(?P<against>[0-9]{1,2})/(?P<abstain>[0-9]{1,2})(?![\w/]|[.,][0-9])",
    re.IGNORECASE,
)
# "6 in support, 4 opposed": read where the sentence speaks of a vote and of nobody's letters.
_SIDES = re.compile(
    rf"(?<![\w£.,/])(?P<number>{NUMBER})\s(?:(?:members?|councillors?|votes?)\s)?"
    r"(?:(?:were|was|voted|voting|being)\s)?(?P<position>in\ssupport|opposed|in\sopposition)\b",
    re.IGNORECASE,
)
# "4 having voted each way", "the vote was tied at five votes each": as many for as against.
_EACH = re.compile(
    rf"(?<![\w£.,/-])(?P<number>{NUMBER})\s(?:(?:members?|councillors?|votes?)\s)?"
    r"(?:(?:having|had|were|voted|voting|votes?|cast)\s){0,2}"
    r"(?:each\sway|either\sway|(?:on|for)\seach\sside|each|apiece)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r"\b(?:representation|letter|repl(?:y|ies)|respon|resident|petition|comment|consult"
    r"|objection|email|survey|neighbour)",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\babst|\bfavour\b|\bcarried\b|\blost\b|\bblaid\b", re.IGNORECASE
)
_LEAD = re.compile(r"\b(?:of|for|to)\s{1,3}$", re.IGNORECASE)


@dataclass(slots=True)
class Counts:
    """Figures by position (for, against, abstain, not_voting) and where they stand."""

    start: int
    stop: int
    figures: dict[str, int] = field(default_factory=dict)

    def take(self, position: str, number: int, start: int, stop: int) -> None:
        """Add a figure; the first of a position stays."""
        self.figures.setdefault(position, number)
        self.start, self.stop = min(self.start, start), max(self.stop, stop)


def number_of(said: str) -> int:
    """Return the value of a count in figures or words.

    >>> number_of("twelve"), number_of("No"), number_of("41")
    (12, 0, 41)
    """
    word = said.casefold()
    return _WORDS[word] if word in _WORDS else int(word)


def position_of(said: str) -> str:
    """Return the position a word stands for.

    >>> position_of("In favour"), position_of("Abstentions"), position_of("did not vote")
    ('for', 'abstain', 'not_voting')
    """
    word = said.casefold()
    if word.startswith(("for", "in f", "voting for", "ayes", "o b")):
        return "for"
    if "against" in word or word.startswith(("noes", "yn e")):
        return "against"
    return "abstain" if word.startswith("abst") or "ymatal" in word else "not_voting"


_TIED = re.compile(
    r"\bcasting\svote\b|\btied\b|\btie\b|\bequality\sof\svot|\bequal(?:ly)?\b[^.]{0,30}\bvot"
    r"|\bvot(?:e|es|ing)\b[^.]{0,20}\bequal"
)
# One of these stands beside every count; plain substrings, as they are sought in every sentence.
_CUES = (
    "vot",
    "against",
    "ayes",
    "noes",
    "favour",
    "abst",
    "carried",
    "lost",
    "resol",
    "agreed (",
    "resov",
    "reslo",
    "blaid",
    "reject",
    "defeat",
    "fell ",
)
# What lost by "A to B" lost by the larger figure, whichever stands first.
_LOSING = re.compile(
    r"\b(?:not\s(?:carried|agreed)|lost|defeated|rejected|fell|negatived|refused)\b", re.IGNORECASE
)


def _may_count(said: str) -> bool:
    return any(cue in said for cue in _CUES)


def counts(reading: str, start: int, stop: int) -> Counts | None:
    """Return the counts of a sentence or paragraph, None where it has none that are sure."""
    if not _may_count(reading[start:stop].lower()):
        return None
    found = Counts(stop, start)
    for score in (*_SCORE.finditer(reading, start, stop), *_VOTE_OF.finditer(reading, start, stop)):
        for position in ("for", "against", "abstain"):
            if score[position]:
                found.take(position, int(score[position]), *score.span())
    for said in _TO.finditer(reading, start, stop):
        one, other = (
            number_of(said[position] or said[position + "2"] or said[position + "3"])
            for position in ("for", "against")
        )
        if one > other and _LOSING.search(reading, max(start, said.start() - 60), said.end()):
            one, other = other, one
        found.take("for", one, *said.span())
        found.take("against", other, *said.span())
    for position, value, span in _worded(reading, start, stop):
        found.take(position, value, *span)
    if "for" not in found.figures and (each := _each(reading, start, stop)):
        found.take("for", number_of(each["number"]), *each.span())
        found.take("against", number_of(each["number"]), *each.span())
    _take_rare(found, reading, start, stop)
    return found if _is_sure(found, reading, start, stop) else None


def _take_rare(found: Counts, reading: str, start: int, stop: int) -> None:
    """Take in the rarer forms: "6/2/1", "6 in support, 4 opposed"."""
    said = reading[start:stop].lower()
    if "/" in said:
        for score in _SLASHED.finditer(reading, start, stop):
            for position in ("for", "against", "abstain"):
                found.take(position, int(score[position]), *score.span())
    if ("in support" in said or "oppos" in said) and _VOTING.search(said):
        for side in () if _LETTERS.search(said) else _SIDES.finditer(reading, start, stop):
            position = "for" if "support" in side["position"].lower() else "against"
            found.take(position, number_of(side["number"]), *side.span())


def _each(reading: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the count of a tie: "tied at 5 votes each"; a sum each is none."""
    said = reading[start:stop].lower()
    if " each" not in said and " either way" not in said and " apiece" not in said:
        return None
    return _EACH.search(reading, start, stop) if _TIED.search(said) else None


def _worded(reading: str, start: int, stop: int) -> Iterator[tuple[str, int, tuple[int, int]]]:
    """Yield (position, figure, span): "6 for" where numbers come first, else "For 6"."""
    first = list(_NUMBER_FIRST.finditer(reading, start, stop))
    behind = list(_POSITION_FIRST.finditer(reading, start, stop))
    lead = first if _leads(first, behind) else behind
    other = behind if lead is first else first
    taken = [m.span() for m in lead]
    yield from ((position_of(m["position"]), number_of(m["number"]), m.span()) for m in lead)
    if taken:
        span = (taken[0][0], taken[-1][1])
        other = [m for m in other if m.end() <= span[0] or m.start() >= span[1]]
    yield from ((position_of(m["position"]), number_of(m["number"]), m.span()) for m in other)


def _leads(first: list[re.Match[str]], behind: list[re.Match[str]]) -> bool:
    if not first or not behind:
        return bool(first)
    return first[0].start() <= behind[0].start()


def _is_sure(found: Counts, reading: str, start: int, stop: int) -> bool:
    """Tell whether figures are votes: two positions, or one beside a word of voting."""
    if not found.figures:
        return False
    if len(found.figures) > 1:
        said = reading[start:stop]
        return bool(_VOTING.search(said)) or not _LETTERS.search(said)
    if "abstain" in found.figures or "not_voting" in found.figures:
        return True
    around = reading[max(start, found.start - 80) : min(stop, found.stop + 40)]
    return bool(_VOTING.search(around))
