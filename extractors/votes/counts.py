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
POSITION = rf"(?:{_FOR}|{_AGAINST}|{_ABSTAIN}|{_ABSENT})"

# "6 votes for", "3 members voted against", "one abstention".
_NUMBER_FIRST = re.compile(
    rf"(?<![\w£.,/])(?<!\w[-–:])(?<![0-9]\s[-–]\s)(?P<number>{NUMBER})\s{{1,3}}(?:[-–]\s{{1,3}})?(?:(?:votes?|members?|councillors?)\s{{1,3}}(?:present\s{{1,3}})?)?"
    rf"(?:(?:all|were|was|being|having|cast|voted|voting|vote)\s{{1,3}}){{0,3}}(?P<position>{POSITION})\b"
    r"(?!\s(?:each|every|any|which|whom|instance|example)\b)",
    re.IGNORECASE,
)
# "For 41", "Against: 0", "Abstentions (2)", "In favour – 7 votes".
_POSITION_FIRST = re.compile(
    rf"(?<![\w])(?P<position>{POSITION})(?:\s(?:it|the\s(?:motion|amendment|recommendations?|proposal)))?"
    rf"\s{{0,3}}(?:votes?\s{{0,2}})?[:=(\-–|]{{0,3}}\s{{0,3}}"
    rf"(?P<number>{NUMBER})(?![\w£%]|[.,/][0-9])"
    r"(?=\s{0,3}(?:$|[,;.:()\]|\n]|[–-]\s|(?:and|votes?|members?|against|noes|abst\w{0,10}|for|with|not|did)\b))",
    re.IGNORECASE,
)
# "by 4 votes to 0", "by a majority of 7 to 3", "12 votes to 3 with 2 abstentions".
_TO = re.compile(
    rf"\b(?:by|of|with|was|result|vote)\b:?\s{{1,3}}(?P<for>{NUMBER})(?:\svotes?,?)?"
    rf"(?:\s(?:for|in\sfavour))?\sto\s(?P<against>{NUMBER})(?:\svotes?)?\b"
    rf"|\b(?P<for2>{NUMBER})\svotes?\sto\s(?P<against2>{NUMBER})\b"
    r"|\bvoted\s{1,3}(?P<for3>[0-9]{1,3})(?:\s?[-–]\s?|\sto\s)(?P<against3>[0-9]{1,3})\s{1,3}(?:in\sfavour|for|to|that)\b"
    r"|(?<![\w£.,/-])(?P<for5>[0-9]{1,2})\s?[-–]\s?(?P<against5>[0-9]{1,2})\s(?:votes\s)?in\s(?:favour|support)\b"
    rf"|\b(?:carried|lost|defeated|rejected|agreed|approved)(?:,|:|\s[-–])?\s{{1,3}}(?P<for4>{NUMBER})\sto\s(?P<against4>{NUMBER})(?=\W{{0,2}}(?:$|\n|,|;|\.|with\b))",
    re.IGNORECASE,
)
# "(57:0)", "(7-2)", "(5-3-1)" behind a word of voting.
_SCORE = re.compile(
    r"(?:\b(?:res(?:olved|oveld|loved|ovled|olevd)|agreed|carried|lost|vot(?:e|ed|ing)|approved)\b[^()\n]{0,30})"
    r"(?:\([^()\n]{3,80}\)\s{1,3})?\((?:votes?:?\s)?(?P<for>[0-9]{1,3})\s?[:\-–]\s?(?P<against>[0-9]{1,3})"
    r"(?:\s?[:\-–]\s?(?P<abstain>[0-9]{1,3}))?(?:\)|,?\s(?:and|with)\s[^()\n]{0,60}\))",
    re.IGNORECASE,
)
# "by a vote of 7-0", "by a majority of 7:2".
_VOTE_OF = re.compile(
    r"\b(?:vote|majority)\sof\s(?P<for>[0-9]{1,2})\s?[-–:]\s?(?P<against>[0-9]{1,2})"
    r"(?:\s?[-–:]\s?(?P<abstain>[0-9]{1,2}))?(?![\w/%:-]|[.,][0-9])",
    re.IGNORECASE,
)
# "Voting: 9 - 1 - 1", "carried 6-2", "lost, 4 - 5"; not "carried 2-3 miles".
_BARE_SCORE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|carried|lost|defeated|margin|not\sagreed|agreed(?=,))\b[\s:,(–-]{1,4}"
    r"(?P<for>[0-9]{1,2})\s?[-–:]\s?(?P<against>[0-9]{1,2})(?:\s?[-–:]\s?(?P<abstain>[0-9]{1,2}))?"
    r"(?=\s{0,2}(?:$|[.,;)\n](?![0-9])|(?:with|and|in\sfavour)\b))",
    re.IGNORECASE,
)
# "(12:0:3)" that closes the line of what was resolved, "(prop. A, sec. B; 5-1)".
_CLOSING_SCORE = re.compile(
    r"(?:\(|\b(?i:prop|moved|sec)[^()\n]{0,80}[;,]\s)(?P<for>[0-9]{1,2})\s?[-–:]\s?(?P<against>[0-9]{1,2})"
    r"(?:\s?[-–:]\s?(?P<abstain>[0-9]{1,2}))?\)[ .;]{0,3}$",
    re.MULTILINE,
)
# "in favour of the heron, seven; against, nil; not voting, two".
_LISTED = re.compile(
    rf"\b(?:in\sfavour|for)(?:\s(?:of\s)?[^,;:.\n]{{2,60}})?[,:]\s(?P<for>{NUMBER})[;,]\s(?:and\s)?"
    rf"against(?:\s[^,;:.\n]{{2,40}})?[,:]\s(?P<against>{NUMBER})(?![\w%£]|[.,][0-9])"
    rf"(?:[;,]\s(?:and\s)?(?:abst\w{{0,9}})[,:]\s(?P<abstain>{NUMBER})\b"
    rf"|[;,]\s(?:and\s)?not\svoting[,:]\s(?P<not_voting>{NUMBER})\b)?",
    re.IGNORECASE,
)
# "6 yes. 2 no. 1 abst.", "Yes 6, No 2": both, or neither is read.
_YES = re.compile(
    rf"(?<![\w£.,/-])(?:(?P<for>{NUMBER})\syes\b\W{{1,4}}(?P<against>{NUMBER})\sno\b"
    rf"|yes\W{{1,4}}(?P<for2>{NUMBER})\W{{1,4}}no\W{{1,4}}(?P<against2>{NUMBER})\b)(?![.,/-][0-9])",
    re.IGNORECASE,
)
# "eleven members", "by 9 councillors": for, where those against are counted beside them.
_BY = re.compile(
    rf"\b(?:agreed|approved|carried|supported|passed|adopted)\b[^.;\n]{{0,30}}?\bby\s(?P<number>{NUMBER})"
    r"\s(?:members|councillors|votes)\b(?!\sto\b)",
    re.IGNORECASE,
)
# "two dissenting", "with one dissentient"; "without dissent" counts nobody.
_DISSENT = re.compile(
    rf"(?<![\w£.,/-])(?P<number>{NUMBER})\s(?:(?:members?|councillors?)\s)?"
    r"dissent(?:ing|ed|ients?)\b(?!\s(?!and\b|votes?\b|from\b)[a-z])",
    re.IGNORECASE,
)
_NO_VOTE = re.compile(
    r"\bwithout\s(?:(?:a|any)\s)?(?:votes?\sagainst|contrary\svote|dissenting\svote)\b"
    r"|\b(?:no[\s-]one|nobody)\s(?:voted|voting|was)\sagainst\b",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:agreed|carried|resolved|approved|adopted|passed)\b", re.IGNORECASE)
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
_MOST = 160  # no council in the country has more members: residents voted
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
    "agreed,",
    "resov",
    "reslo",
    "blaid",
    "reject",
    "defeat",
    "fell ",
    "dissen",
    " prop",
    "(prop",
    "moved",
    "margin",
)
# What lost by "A to B" lost by the larger figure, whichever stands first.
_LOSING = re.compile(
    r"\b(?:not\s(?:carried|agreed)|lost|defeated|rejected|fell|negatived|refused)\b", re.IGNORECASE
)


_WINNING = re.compile(
    r"(?<!not\s)\b(?:agreed|carried|approved|resolved|passed|adopted)\b", re.IGNORECASE
)


def _was_lost(reading: str, start: int, stop: int) -> bool:
    """Tell whether the words nearest to two figures say that what was put fell."""
    lost = [m.end() for m in _LOSING.finditer(reading, start, stop)]
    won = [m.end() for m in _WINNING.finditer(reading, start, stop)]
    return bool(lost) and lost[-1] >= max(won, default=0)


def _may_count(said: str) -> bool:
    return any(cue in said for cue in _CUES)


def counts(reading: str, start: int, stop: int) -> Counts | None:
    """Return the counts of a sentence or paragraph, None where it has none that are sure."""
    if not _may_count(reading[start:stop].lower()):
        return None
    found = Counts(stop, start)
    for score in _scores(reading, start, stop):
        for position in ("for", "against", "abstain"):
            if score[position]:
                found.take(position, int(score[position]), *score.span())
    for said in _TO.finditer(reading, start, stop):
        one, other = (
            number_of(next(n for way in ("", "2", "3", "4", "5") if (n := said[position + way])))
            for position in ("for", "against")
        )
        if one > other and _was_lost(reading, max(start, said.start() - 60), said.end()):
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


def _scores(reading: str, start: int, stop: int) -> list[re.Match[str]]:
    forms = (_SCORE, _VOTE_OF, _BARE_SCORE, _CLOSING_SCORE)
    return [m for form in forms for m in form.finditer(reading, start, stop)]


def _take_dissent(found: Counts, reading: str, start: int, stop: int) -> None:
    """Take in those against where they are told as dissent, and those for beside them."""
    said = None if "against" in found.figures else _DISSENT.search(reading, start, stop)
    if said and (number := number_of(said["number"])):
        found.take("against", number, *said.span())
    if "against" not in found.figures and (none := _NO_VOTE.search(reading, start, stop)):
        found.take("against", 0, *none.span())
    by = _BY.search(reading, start, stop) if found.figures and "for" not in found.figures else None
    if by:
        found.take("for", number_of(by["number"]), *by.span())


def _take_rare(found: Counts, reading: str, start: int, stop: int) -> None:
    """Take in the rarer forms: "6/2/1", "6 in support, 4 opposed"."""
    said = reading[start:stop].lower()
    _take_dissent(found, reading, start, stop)
    for form in (_LISTED, _YES) if not {"for", "against"} & set(found.figures) else ():
        for listed in form.finditer(reading, start, stop):
            _take_groups(found, listed)
    if "/" in said:
        for score in _SLASHED.finditer(reading, start, stop):
            for position in ("for", "against", "abstain"):
                found.take(position, int(score[position]), *score.span())
    if ("in support" in said or "oppos" in said) and _VOTING.search(said):
        for side in () if _LETTERS.search(said) else _SIDES.finditer(reading, start, stop):
            position = "for" if "support" in side["position"].lower() else "against"
            found.take(position, number_of(side["number"]), *side.span())


def _take_groups(found: Counts, listed: re.Match[str]) -> None:
    for name, number in listed.groupdict().items():
        if number:
            found.take(name.rstrip("2"), number_of(number), *listed.span())


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
    if not found.figures or max(found.figures.values()) > _MOST:
        return False
    if len(found.figures) > 1:
        said = reading[start:stop]
        return bool(_VOTING.search(said)) or not _LETTERS.search(said)
    if "abstain" in found.figures or "not_voting" in found.figures:
        return True
    if "dissent" in reading[found.start : found.stop].lower() or _NO_VOTE.search(
        reading, found.start, found.stop
    ):
        return True
    said = reading[start:stop]
    if _LETTERS.search(said) and "vot" not in said.lower():
        return False  # "most residents were in favour, with 12 against"
    before = reading[max(start, found.start - 60) : found.start]
    if before.rstrip().endswith(("with", "with only")) and _AGREED.search(before):
        return True
    around = reading[max(start, found.start - 80) : min(stop, found.stop + 40)]
    return bool(_VOTING.search(around))
