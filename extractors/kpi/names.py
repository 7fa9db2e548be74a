"""What an indicator is called, and the service it measures.

>>> phrase = "all contractual and non-contractual performance targets were met"
>>> group(phrase, 0, len(phrase)).name
'contractual and non-contractual performance targets'
>>> named("the Priority 2 target in Q1", 0, 27).name
'Priority 2'
>>> named("the target for missed bins was", 0, 30).name
'missed bins'
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from extractors.data import lines
from extractors.kpi.words import is_other_target
from extractors.lowered import lowered


@dataclass(frozen=True, slots=True)
class Subject:
    """What a clause reports on: code and name as printed, and whether it is a group."""

    start: int
    stop: int
    name: str | None = None
    code: str | None = None
    is_group: bool = False
    count: int | None = None
    of: int | None = None


_PLURAL = (
    r"(?:key[ ]performance[ ](?:indicators|measures)|performance[ ](?:indicators|measures|targets"
    r"|standards)|KPI'?s|PIs|indicators|targets|TSLs|target[ ]service[ ]levels|service[ ]levels"
    r"|SLAs"
    r"|service[ ]standards|measures)"
)
_WORD = (
    r"(?!(?:was|were|is|are|had|has|have|been|being|that|which|who|because|when|met|not|meeting"
    r"|exceeding|achieving|failing)\b)[\w'/&-]{1,25}"
)
_GROUP = re.compile(
    rf"\b(?P<all>all|each|every|both)(?:[ ]of)?(?:[ ](?:the|its|their|our|these|those))?"
    rf"[ ](?P<name>(?:(?:{_WORD})[ ]){{0,8}}?{_PLURAL})\b",
    re.IGNORECASE,
)
# "all priorities meeting or exceeding their contractual targets"
_GROUP_DOING = re.compile(
    rf"\b(?:all|each|every|both)(?:[ ]of)?(?:[ ](?:the|its|their|our))?[ ](?:"
    rf"(?:{_WORD})[ ]){{1,5}}?(?:had[ ]|have[ ]|were[ ])?"
    r"(?:met|meeting|meet|achieved|achieving|exceeded|exceeding)(?:[ ](?:or|and)[ ]exceed(?:ed"
    r"|ing))?[ ]"
    rf"(?:all[ ])?(?:of[ ])?(?:the|their|its)[ ](?P<name>(?:(?:{_WORD})[ ]){{0,4}}?{_PLURAL})\b",
    re.IGNORECASE,
)
_SINGLE_GROUP = re.compile(
    rf"\b(?:each|every)[ ](?P<name>(?:{_WORD}[ ]){{0,4}}?(?:KPI|target|indicator|measure))\b",
    re.I,
)
_KIND_WORD = (
    r"(?:contractual|non-contractual|contract|key|performance|service|corporate|response|call|the"
    r"|their|its"
    r"|our|quarterly|monthly|annual|statutory|operational|strategic|and|priority|agreed|these"
    r"|those|local"
    r"|national|reported|measured|headline|council|council's|customer|contractor's|service's)"
)
_PLAIN = re.compile(
    rf"\b(?P<name>(?:{_KIND_WORD}[ ]){{0,6}}{_PLURAL})\b(?=[ ](?:for[ ][^,;.\n]{{1,50}}[ ])?"
    rf"(?:was|were|had|have|are|being|not|in|met|on|off)\b)",
    re.IGNORECASE,
)
# "100% of the KPIs were met" speaks of all of them, "91% of SLA targets" of no one of them.
_PERCENT_OF = re.compile(
    rf"(?<![\w.,])(?P<n>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)[ ]?%[ ]of[ ](?:the[ ]|all[ ]|its[ ]"
    rf"|our[ ]|these[ ])?"
    rf"(?P<name>(?:(?:{_WORD})[ ]){{0,5}}?{_PLURAL})\b",
    re.IGNORECASE,
)
# "91% of SLA targets", "the number of indicators": a share is no group.
_PART_OF = re.compile(
    r"(?:number|percentage|proportion|share|%|per cent|half|third|quarter|majority|most|rest"
    r"|remainder|\))[ ]of[ ]"
    r"(?:[\w-]{1,20}[ ]){0,3}\Z",
    re.IGNORECASE,
)
NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_N = rf"(?:[0-9]{{1,3}}|{'|'.join(NUMBERS)})"
_NOT_COUNTED = (
    r"(?:against|an?|the|in|for|per|to|from|with|days?|hours?|minutes?|seconds?|weeks?|months?"
    r"|years?|and|or"
    r"|within|compared|below|above|target|points?|percentage|short|off|over|under)\b"
)
_COUNTED = re.compile(
    rf"""(?<![\w.,/£%-])(?P<some>a[ ]number[ ]of|several|some|many|most[ ]of|most|few|a[ ]few
        |(?P<n>{_N}))
        (?:[ ](?:out[ ])?of)?(?:[ ](?:the|its|their|our|these))?(?:[ ](?P<of>{_N}))?
        [ ](?P<name>(?:(?!{_NOT_COUNTED})(?:{_WORD})[ ]){{0,5}}?
            (?:{_PLURAL.lower()}|kpi|target|indicator)
            (?:[ ]performance[ ]indicators?)?)\b""",
    re.VERBOSE,
)


# "All but one of the targets": which one is not said, so nothing is said of the group.
_ALL_BUT = re.compile(rf"\ball but (?:a few|{_N})\b(?! (?:month|quarter|week|year|day|period)s?\b)")


def number(words: str) -> int:
    """Return a small number in digits or words.

    >>> number("14"), number("Two")
    (14, 2)
    """
    return int(words) if words[0] in "0123456789" else NUMBERS.index(words.lower()) + 1


# "Planning indicators were above target": whose they are, where that opens the clause.
_QUALIFIED = re.compile(
    r"[ ]{0,2}(?:The[ ])?(?P<of>[A-Z][a-z]{2,20}[ ](?:[a-z]{3,20}[ ]|(?:(?:per|of|and|for)[ ])?"
    r"[A-Z][\w-]{2,20}[ ]){0,4})\Z"
)

_TOLD = re.compile(r"\b(?:that|which|who|was|were|is|are|had|has|have|if|when|the)\b")
_THE = re.compile(r"(?:the|their|its|our|these|those)\b", re.IGNORECASE)


def _is_plural(low: str) -> bool:
    """Tell whether lowered words may name several indicators: a cheap test before the patterns."""
    return (
        "targets" in low
        or "indicators" in low
        or "measures" in low
        or "kpis" in low
        or "kpi's" in low
        or "pis" in low
        or "tsls" in low
        or "levels" in low
        or "slas" in low
        or "standards" in low
    )


def group(reading: str, start: int, stop: int) -> Subject | None:
    """Return the group of indicators that a clause speaks of: all of them, or a counted lot."""
    low = lowered(reading)
    if low.find("all but ", start, stop) >= 0 and (but := _ALL_BUT.search(low, start, stop)):
        return Subject(but.start(), but.end(), None, None, True, -1)
    several = _is_plural(low[start:stop])
    found = _GROUP.search(reading, start, stop) if several else None
    single = low.find("each", start, stop) >= 0 or low.find("every", start, stop) >= 0
    found = found or (_SINGLE_GROUP.search(reading, start, stop) if single else None)
    found = found or (_GROUP_DOING.search(reading, start, stop) if several else None)
    if found:
        if is_other_target(reading, found.end()):
            return None
        return Subject(found.start(), found.end(), _fold(found["name"]), None, True)
    if several and (found := _PERCENT_OF.search(reading, start, stop)):
        count = None if float(found["n"]) == 100 else -1
        return Subject(found.start(), found.end(), _fold(found["name"]), None, True, count)
    if found := _COUNTED.search(low, start, stop):
        n, of = found["n"], found["of"]
        name = _fold(reading[found.start("name") : found.end("name")])
        return Subject(
            found.start(), found.end(), name, None, True,
            number(n) if n else -1, number(of) if of else None,
        )  # fmt: skip
    found = _PLAIN.search(reading, start, stop) if several else None
    if found and _PART_OF.search(reading, max(start, found.start() - 40), found.start()):
        return None
    if found and not is_other_target(reading, found.end()):
        begun = _QUALIFIED.match(reading, start, found.start())
        if begun and (_TOLD.search(begun["of"]) or _THE.match(found["name"])):
            begun = None  # "The officer said that the targets were met"
        said = reading[begun.start("of") if begun else found.start("name") : found.end()]
        name = re.sub(r"^(?:the|their|its|our|and|these|those)[ ]", "", said, flags=re.I)
        return Subject(found.start(), found.end(), _fold(name), None, True)
    return None


_SINGLE = (
    r"(?:targets?|KPI|key[ ]performance[ ]indicator|performance[ ](?:indicator|measure|target)"
    r"|indicator|measure|PI"
    r"|(?:minimum|target)[ ]service[ ]level|TSL|MSL|SLA)(?:[ ]of[ ][0-9.,]{1,9}(?:%"
    r"|[ ][a-z]{1,8})?)?"
)
_NOUN = re.compile(rf"\b{_SINGLE}\b(?!s)", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:the|its|their|our|an?|one|this|internal)[ ]", re.IGNORECASE)
_NAME_WORDS = re.compile(rf"(?:{_WORD}[ ]){{1,9}}", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\b{_SINGLE}[ ](?:for|on|relating[ ]to|related[ ]to|in[ ]relation[ ]to|around|regarding"
    rf"|measuring|concerning)"
    r"[ ](?:the[ ])?+(?P<name>(?!(?:(?:first|second|third"
    r"|[a-z]{4,6}th|last)[ ])?(?:consecutive[ ]|successive[ ])?(?:year|quarter|month|period"
    r"|end)\b|[0-9£]|20[0-9]{2}|want of|lack of|various|completion"
    r"|delivery(?![ ]of[ ](?:new|affordable))|implementation|Q[1-4]|[A-Z][a-z]+[ ]20|quarter"
    r"|year|end)[^,;:.()\n]{3,110}?)"
    r"(?=[ ]?(?:,|;|:|\(|\.|$)|[ ][–-][ ]|[ ](?:of|at)[ ][0-9£]|[ ](?:was|were|is|are|had|has"
    r"|have|being|in[ ]"
    r"(?:Q[1-4]|[A-Z][a-z]{2,8}[ ]20[0-9]{2})"
    r"|for[ ](?:Q[1-4]|[A-Z][a-z]{2,8}[ ]20[0-9]{2})|continue[sd]?|during|hit|stood"
    r"|remained|fell|missed|not|which)\b)",
    re.IGNORECASE,
)


@cache
def empty_words() -> frozenset[str]:
    """Return the words that only qualify a target and name nothing."""
    return frozenset(lines("kpi_empty_words.txt"))


def named(reading: str, start: int, stop: int) -> Subject | None:
    """Return the single indicator that a clause names beside the word target, KPI or indicator."""
    if (found := _BEHIND.search(reading, start, stop)) and not is_other_target(
        reading, found.start("name") - 1
    ):
        return Subject(found.start(), found.end("name"), _fold(found["name"]))
    for noun in islice(_NOUN.finditer(reading, start, stop), 12):
        if is_other_target(reading, noun.end()):
            continue
        if told := _before(reading, start, noun):
            return told
    return None


_COMPARED = re.compile(
    r"\b(?:against|than|compared|versus|remain\w*|(?:above|below|under|over)$)", re.IGNORECASE
)


def _before(reading: str, start: int, noun: re.Match[str]) -> Subject | None:
    """Return the name between a determiner and the word target, KPI or indicator."""
    left = max(start, noun.start() - 120)
    for found in reversed([*_DETERMINER.finditer(reading, left, noun.start())]):
        if found.end() == noun.start():
            return None
        if not _NAME_WORDS.fullmatch(reading, found.end(), noun.start()):
            continue
        name = _fold(reading[found.end() : noun.start()])
        words = [w for w in name.split() if not re.match(r"[0-9£]+[%.]?|20[0-9]{2}/", w)]
        said = any(w.lower() not in empty_words() for w in words) or "Priority" in words
        if said and not name.endswith(("'s", "s'")) and not _COMPARED.search(name):
            return Subject(found.start(), noun.end(), name)
        return None
    return None


_REPORTED = re.compile(
    r"[^;\n–]{0,110}?\b(?:noted|reported|advised|informed|explained|highlighted|stated|said"
    r"|confirmed|heard|showed|referred|concern|surprise|disappointment|pleasure"
    r"|shows|told|commented|outlined|added|acknowledged|recognised|clarified|responded|concerned"
    r"|pleased|disappointed|aware|glad|report|highlight|note|understood|observed|raised|replied|answered|responded)"
    r"(?:[ ][\w']{1,15}){0,4}?[ ]that,?[ ]"
    r"|[^;\n–]{0,60}?\b(?:questioned|asked|queried|explained|enquired|wondered)[ ](?:as[ ]to[ ])?"
    r"why[ ](?:the[ ])?",
    re.IGNORECASE,
)
# A figure ends a name, but not one that belongs to it: "repaired within 24 hours".
_NOT_BEFORE_FIGURE = "".join(
    rf"(?<![ ]{w})"
    for w in (
        "of within at in to by for than over under per every inside after stage priority category"
        " band level tier grade type aged Stage Priority Category Band Level Tier Grade Type"
    ).split()
)
# "still at home 91 days after discharge": a time that belongs to what is measured.
_NO_SPAN = (
    r"(?![ ][0-9]{1,3}[ ](?:working[ ])?(?:hours|days|weeks|months|years)(?:[ ]or[ ](?:more|less"
    r"|longer|fewer))?[ ](?:after|before|of|following|from|since|later)\b)"
)
_PHRASE = re.compile(
    r"(?:the[ ]|an?[ ]|our[ ]|overall[ ])?(?P<name>(?:%|[A-Za-z])(?:[^,;:\n]|,(?=[0-9]{3}"
    r"|[ ][a-z-]{3,20}(?:,[ ][a-z-]{3,20})?[ ](?:and|or)[ ][a-z-]{3,20}[ ](?:was|were|is|are|stood"
    r"|\()))"
    r"{2,150}?)"
    r"(?=(?<![ ]who)(?<![ ]that)(?<![ ]which)(?<![ ]of)[ ](?:was|were|had|has|have|is|are|stood"
    r"|remain\w*|reached|achieved|fell|rose|increased"
    r"|decreased|improved|declined|missed|met|exceeded|continued|averaged|dropped|ran|came|totalled"
    r"|(?:ended|finished|closed)(?=[ ](?:(?:the|at|on|with|up|down)\b|[0-9]))|numbered"
    r"|outperformed|surpassed|scored|stands|sits|sat|hit|beat|topped|bettered|outstripped"
    r"|passed(?=[ ](?:the|its|our|this|that)[ ])|narrowly|never|comfortably|easily"
    r"|(?:still[ ])?being[ ](?:well[ ]|far[ ])?(?:below|above|under|off|on|behind)"
    r"|(?:also|currently|now|still|just)[ ](?:stood|remain\w*|stands|sits|meets|exceeds))\b"
    r"|,[ ]as[ ](?:detailed|shown|set[ ]out|reported|noted)\b[^,\n]{0,70},?[ ](?:was|were|had|is)\b"
    r"|,[ ](?:at|with)[ ][0-9]|,[ ][0-9][0-9.,]{0,9}?[ ]?%?,[ ](?:was|were|is|are|had|has|remain)"
    rf"|[ ](?:at|of)[ ][0-9]|{_NOT_BEFORE_FIGURE}{_NO_SPAN}[ ][0-9£][0-9.,]{{0,9}}(?:%|[ ])"
    rf"|[ ]?[:(–]"
    rf"|,[ ]with\b)",
    re.IGNORECASE,
)
# "Performance for calls answered was …"
_PERFORMANCE = re.compile(
    r"(?:the[ ])?performance[ ](?:for|on|of|in|in[ ]relation[ ]to)[ ](?:the[ ])?(?P<name>(?!"
    r"(?:service|contract|contractor|council|team)[ ](?:was|is|had|has)\b)[^,;:\n]{3,80}?)"
    r"(?=[ ](?:was|is|had|has|stood|remained|fell|rose|improved|declined)\b)",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"^(?:it|this|that|these|they|there|performance|which|(?:particular |special )?(?:reference"
    r"|attention|mention)|being|more|result|the result|members|targets?"
    r"|tsls?|msls?|kpis?|indicators?|measures?|was|were|had|has|is|are|failed|met|achieved"
    r"|missed(?![ ](?:bins?|collections?|calls?|appointments?|waste|assisted|visits?|refuse"
    r"|recycling|deliver|deadlines))"
    r"|key measures|performance|number of (?:the )?(?:key )?(?:performance )?(?:indicators|kpis"
    r"|targets|measures))\b",
    re.I,
)


# "Indicator 32 – Percentage of …": its number stands before its name.
_NUMBERED = re.compile(
    r"(?:Performance[ ])?(?:Indicator|Measure|KPI)[ ][0-9]{1,3}[a-z]?[ ]?[,:–-][ ](?=[A-Z%])"
)


def _has_report(reading: str, start: int, stop: int) -> bool:
    return reading.find("hat", start, stop) >= 0 or reading.find(" why ", start, stop) >= 0


def opening(reading: str, start: int, stop: int, skip: Sequence[tuple[int, int]]) -> Subject | None:
    """Return the subject that opens a clause: recycling, of "It was noted that recycling was"."""
    limit = min(stop, start + 160)
    told = _REPORTED.match(reading, start, limit) if _has_report(reading, start, limit) else None
    if told:
        start = told.end()
    start = _past(reading, start, stop, skip)
    if numbered := _NUMBERED.match(reading, start, stop):
        start = numbered.end()
    if there := _THERE.match(reading, start, stop):
        return Subject(there.start("name"), there.end("name"), _fold(there["name"]))
    if told := _PERFORMANCE.match(reading, start, stop):
        return Subject(told.start("name"), told.end("name"), _fold(told["name"]))
    found = _PHRASE.match(reading, start, stop)
    if found is None or _IDLE.match(found["name"]) or len(found["name"].split()) > 14:
        return None
    return Subject(found.start("name"), found.end("name"), _fold(found["name"]))


_LINK = re.compile(
    r"(?:(?:therefore|consequently|meanwhile|and|but|while|whilst|however|although|whereas|with"
    r"|that|also)\b|[ ,;–-])+",
    re.I,
)


def is_idle(reading: str, start: int, stop: int) -> bool:
    """Tell whether words name no indicator: "Key measures", "It"."""
    return bool(_IDLE.match(reading[start:stop]))


# "In", "At the end of", "In the autumn term of", before a period.
_PREPOSITION = re.compile(
    r"(?:(?:In|During|For|At|Over|Throughout|As at|By|Between|From|Since)[ ]"
    r"(?:[\w'-]{1,15},?[ ]){0,5}|Last year \()",
    re.IGNORECASE,
)


def _past(reading: str, at: int, stop: int, skip: Sequence[tuple[int, int]]) -> int:
    """Return where a clause begins behind its conjunction and its leading period."""
    if link := _LINK.match(reading, at, stop):
        at = link.end()
    for a, b in skip:
        if a == at or (at < a < at + 80 and _PREPOSITION.fullmatch(reading, at, a)):
            at = b
            if link := _LINK.match(reading, at, stop):
                at = link.end()
    return at


# "There were 12 accidents against a target of 10".
_THERE = re.compile(
    r"There[ ](?:was|were|had[ ]been|have[ ]been|are)[ ](?:\w+[ ])?[0-9][0-9,.]{0,9}[ ]"
    r"(?P<name>(?:[^,;:.\n]|,(?=[0-9]{3})){3,80}?)"
    r"(?=[ ](?:against|compared|in|during|reported|recorded)\b|,(?![0-9]{3}))",
    re.IGNORECASE,
)


def _fold(words: str) -> str:
    return " ".join(words.split()).rstrip(".")
