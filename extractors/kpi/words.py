"""Words that say how an indicator did, what is an indicator, and which way it should go.

An outcome word counts only where it is tied to an indicator: a passive behind one ("the target
was met"), an active before one ("exceeded its target"), or a phrase that names the target itself
("below target"). Wishes, questions and conditions ("would be met", "asked whether") do not count.

>>> text = "all contractual targets were met, except KPI 4"
>>> [(o.kind, o.start) for o in outcomes(text, 0, len(text))]
[('met', 29)]
>>> list(outcomes("It would help achieve the KPIs", 0, 30))
[]
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from extractors.data import lines
from extractors.kpi import asides as kpi_asides
from extractors.kpi import norms as kpi_norms
from extractors.lowered import Needles, lowered

MOST = 40  # outcome words looked at in one stretch

# Words that may speak of an indicator.
_CUES = Needles(
    "target", "kpi", "indicator", "measure", "service level", "benchmark", "tsl", "msl", "sla",
    "% minimum", "contract standard", "contractual standard", "performance standard",
    "service standard", "targed", "% against ", "rated red", "rated amber", "rated green",
    "rating to ", " profile", "trajectory", "standard", *kpi_norms.CUES,
)  # fmt: skip
# Codes by their first letters: each pattern opens with them, which the search finds fast.
_CODES = {begun: re.compile(rf"{begun}[ _]?[0-9]") for begun in ("PI", "NI", "LI", "SO", "BV")}
_CODES |= {"LPI": re.compile("LPI [A-Z]"), "ASCOF": re.compile("ASCOF")}


def has_cue(reading: str, start: int, stop: int) -> bool:
    """Tell whether the words between two offsets may speak of an indicator.

    >>> text = "PI03 was 4. The KPIs. Apologies were received."
    >>> has_cue(text, 0, 11), has_cue(text, 12, 21), has_cue(text, 22, 46)
    (True, True, False)
    """
    if _CUES.stand_in(reading, start, stop):
        return True
    codes = _codes(reading)
    for i in range(bisect_left(codes, (start, start)), len(codes)):
        if codes[i][1] <= stop:
            return True
        if codes[i][0] >= stop:
            return False
    return False


@lru_cache(maxsize=4)
def _codes(reading: str) -> list[tuple[int, int]]:
    """Return where all codes of a text start and stop: found once, asked for every sentence."""
    held = (code for begun, code in _CODES.items() if begun in reading)
    return sorted(found.span() for code in held for found in code.finditer(reading))


_KINDS = (
    r"(?:key[ ]performance[ ](?:indicator|measure)s?|performance[ ](?:indicator|measure|target"
    r"|standard|metric)s?|KPI(?:'?s)?|L?PIs?|indicators?|targets?|TSLs?|MSLs?|SLAs?"
    r"|(?:target|minimum)[ ]service[ ]levels?|service[ ]levels?|service[ ]standards?"
    r"|measured[ ]KPIs|key[ ]measures?|service[ ]level[ ]agreements?)"
)
_INDICATOR = re.compile(rf"\b{_KINDS}\b".lower())
# A measure is an indicator only where the sentence speaks of one otherwise or it is subject.
_NOUN = (
    rf"(?:{_KINDS}|(?:this|the|that|each|these|all|both)[ ](?:[\w/&-]{{1,20}}[ ]){{0,4}}?measures?)"
)
_NOUNS = re.compile(rf"\b{_NOUN}\b".lower())
_OBJECT = (
    r"(?:(?:all|both|any|most|each)[ ])?(?:of[ ])?(?:(?:the|its|their|our|a|an|this|that|these|his"
    r"|her)[ ])?"
    r"(?:£?[0-9](?:[0-9.,]{0,8}[0-9])?[ ]?(?:%|per[ ]cent|[a-z]{1,8})?[ -])?"
    r"(?:(?!(?:against|below"
    r"|above|under|compared|for|with|in|on|by|and|but|was|were|is)\b)[\w'/&-]{1,25}[ ]){0,5}?"
)
_GOAL = (
    r"(?:targets?(?![ ](?:trajectory|date|setting|group|audience|market|costs?|prices?|sum|body))"
    r"|KPIs?|key[ ]performance[ ](?:indicators?|measures?)|performance[ ]indicators?"
    r"|TSLs?|MSLs?|(?:target|minimum)[ ]service[ ]levels?|service[ ]levels?|SLAs?|benchmarks?"
    r"|indicators?|profile(?![ ]\w)|trajectory|performance[ ](?:standards?|measures?)"
    r"|contract(?:ual)?[ ]standards?"
    r"|(?<=%[ ])minimum(?![ ]\w+[ ](?:wage|income)))\b"
)
_FLOOR_AT_END = re.compile(r"[ ](?:floor|minimum)[ ][a-z]{5,9}$")
_GOAL_AT_END = re.compile(_GOAL + r"$", re.IGNORECASE)
_WANTS = re.compile(rf"[ ]{_OBJECT}{_GOAL}", re.IGNORECASE)
_ADVERB = (
    r"(?:[ ](?:yet|been|being|always|fully|quite|consistently|all|also|still|again|both|just"
    r"|narrowly|only|comfortably|largely|either|therefore|now|successfully|currently|presently"
    r"|previously|generally|routinely)){0,3}"
)
# This and what is searched often is matched on the lowered reading, three times as fast.
_LOW_GOAL = _GOAL.lower()
_EVENT = re.compile(
    rf"""\b(?:
      (?P<off_track>off[ -]track|not{_ADVERB}[ ]on[ ](?:track|target|course)|off[ -]target)
     |(?P<missed>
        fail(?:ed|ing|s|ure)?[ ]to[ ](?:\w{{1,15}}[ ])?(?:meet|achieve|reach|hit|attain|deliver)
       |(?:not|n't|never){_ADVERB}[ ](?:meet(?:ing)?|met|achiev(?:e|ed|ing)|reach(?:ed)?|hit
           |attain(?:ed)?)
       |(?:unable|not[ ](?:been[ ])?able)[ ]to[ ](?:meet|achieve|reach|hit)
       |narrowly[ ]missed|missed|misses|missing|failed|fails|failing|underperform(?:ed|ing|s)
       |(?:fell|falls|falling|fallen)[ ](?:just[ ])?short
       |(?:below|under|beneath)[ ](?:the[ ]|an?[ ]|its[ ])?(?:floor|minimum)[ ](?:standard
           |threshold|level|target)\b
       |(?:below|under|behind|(?:short|adrift|shy)[ ]of
           |(?:worse|slower|longer|later)[ ]than|outside(?:[ ]of)?)[ ]{_OBJECT}{_LOW_GOAL}
       |(?:down[ ])?[0-9.]{{1,5}}[ ]?%[ ](?:down|off)[ ](?:on[ ])?target
       |down[ ](?:by[ ])?[0-9.]{{1,5}}[ ]?%[ ]on[ ]target|needs[ ]improvement|needing[ ]improvement)
     |(?P<exceeded>exceed(?:ed|ing|s)|surpass(?:ed|ing|es)|outperform(?:ed|ing|s)|beat(?:en)?
       |better(?:ed|ing|s)|outstripp(?:ed|ing)|topp(?:ed|ing)|passed|passing
       |(?:above|ahead[ ]of|(?:better|quicker|faster|shorter|sooner)[ ]than|in[ ]excess[ ]of
           |(?<!concern[ ])(?<!concerns[ ])(?<!worry[ ])(?<!debate[ ])(?<!control[ ])
            (?<!discussion[ ])(?<!questions[ ])(?<!question[ ])over)[ ]{_OBJECT}{_LOW_GOAL})
     |(?P<met>(?:met|meeting|meets|meet)(?:[ ](?:or|and|and/or)[ ]exceed(?:ed|ing|s)?)?
       |achieved|achieving|achieves|achieve|attained|reached|hit|fulfilled|satisfied
       |(?:exactly|precisely|bang[ ]on|level[ ]with|identical[ ]to|equal[ ]to
         |the[ ]same[ ]as|match(?:ed|ing|es)|equall(?:ed|ing))[ ](?:the|its|our
         |their|this)[ ](?:very[ ])?{_LOW_GOAL}
       |(?:in[ ]line[ ]with|within|at|inside)[ ](?:(?:the|its|our|their|this|that|a)[ ])?
        (?:contractual[ ]|agreed[ ]|annual[ ]|national[ ])?
        (?:target(?![ ]for[ ]completion)s?|kpis?)\b(?<!on[ ]target)
       |succeeding)
     |(?P<on_track>on[ -]track|on[ -]target|on[ ]course)
     |(?P<mitigated>(?:granted|given|awarded|placed[ ](?:in|under|into|on)|put[ ]in|in|under
         |received
        |receiving|subject[ ]to|allowed|sought)[ ](?:formal[ ]|agreed[ ]|full[ ]|contractual[ ])?
        (?:mitigation|relief)\b
       |(?:mitigation|relief)[ ](?:had[ ]been|was|were|has[ ]been|is)[ ](?:also[ ])?
        (?:granted|agreed|given|applied|approved|allowed|awarded|in[ ]place)
       |mitigated)
    )(?![\w-])""",
    re.VERBOSE,
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|been|being|is|are|be|all|not|has|have|had|which|that){_ADVERB}[ ]?$"
    rf"|[0-9)'\"](?:[ ](?:also|again|just|narrowly|only|both)){{0,2}}[ ]$",
    re.IGNORECASE,
)
# What turns a report into a wish, a question or a condition.
_WISH = re.compile(
    r"""\b(?:would|will|could|can|cannot|may|might|should|must|shall|to|if|whether|unless|until
        |once|how
         |expected|likely|hoped?|hopes|aims?|aiming|intend(?:s|ed)?|plans?|planned|need(?:s|ed)?
             |where|help
         |helps|forecast|projected|predicted|ensure|ensuring|(?:aim|hope|way|chance|likelihood
             |risk|importance|instead|terms)[ ]of)
        (?:[ ](?:all|also|now|then|still|be|been|have|they|it|the|these|those|this|our|its|we|not
            |being|both
         |contractual|performance|key|agreed|a|an|each|one|service|level|KPIs?|targets?|indicators?
            |reported|shown|rated|recorded|marked|make|as|measure
            |are|is|was|were|had|has|any)){0,6}[ ]$""",
    re.VERBOSE | re.IGNORECASE,
)
# "We work with them to improve response times and meet this target".
_WISHED = re.compile(
    r"\bto[ ](?:improve|ensure|help|increase|reduce|drive|work|secure|recover|return|address"
    r"|support)[ ][^.;,\n]{0,80}[ ](?:and|or)[ ]\Z"
)
_CONTINUED = re.compile(r"\b(?:continu\w{1,4}|managed|able)[ ]to[ ](?:be[ ])?$", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:whether|if|for each|for every|in the event|in order|what would happen|should any)\b",
    re.I,
)
# Between an indicator and its outcome word nothing else may become the subject.
_OTHER_SUBJECT = re.compile(
    r"""\b(?:deadline|requirement|condition|milestone|project|need|objective|meeting|budget|cost
        |Board|Panel
        |Committee|Cabinet|Council|Forum|Group|they|Members|officers
            |and[ ](?:the|a|an|it|he|she|that))s?\b|;""",
    re.VERBOSE | re.IGNORECASE,
)
# Things that are missed, met or failed without being an indicator.
_OF_THINGS = re.compile(
    r"[ ](?:bins?|collections?|appointments?|payments?|calls?|opportunit|deadline|visits?|waste"
    r"|assisted"
    r"|with[ ]|the[ ](?:Board|Leader|Chair)|refuse|green|recycling|repairs?|garden|episodes?"
    r"|from[ ]|on[ ](?:[0-9]|a[ ]))",
    re.IGNORECASE,
)
# "68 had been achieved" is a result.
_COUNT_IS = re.compile(r"(?<![\w.,-])[0-9][0-9,.]{0,9}[ ](?:had|has|have)[ ]been[ ]\Z")
# "45% of calls were being missed"
_THINGS_BEFORE = re.compile(
    r"\b(?:bins?|collections?|appointments?|payments?|calls?|opportunit(?:y|ies)|deadlines?"
    r"|visits?)"
    r"[ ](?:[a-z]{2,6}[ ]){1,3}\Z",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no(?!\.|[ ](?:more|fewer|less|longer|later|higher|lower)\b)"
    r"|none[ ]of[ ](?:the|these|its)"
    r"|neither[ ]of[ ]the|not[ ](?:one|any|all)[ ]of)\b",
    re.IGNORECASE,
)
_PRECEDING = re.compile(r"\b(?P<word>[\w-]{1,25}(?:[ ][\w-]{1,20})?)[ ]targets?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome word: its kind (outcome, or "green" …) and where it stands."""

    start: int
    stop: int
    kind: str


def names_indicator(reading: str, start: int, stop: int) -> bool:
    """Tell whether the words between two offsets call something an indicator or target."""
    return bool(_INDICATOR.search(lowered(reading), start, stop))


def outcomes(reading: str, start: int, stop: int, has_code: bool = False) -> Iterator[Outcome]:
    """Yield the outcome words tied to an indicator; `has_code`: a code or "this KPI" is there."""
    tied, low = start, lowered(reading)
    if not has_code and kpi_asides.is_tally(low, start, stop):
        return
    for found in islice(_EVENT.finditer(low, start, stop), MOST):
        kind = found.lastgroup or ""
        named = has_code and "those " not in low[max(start, found.start() - 30) : found.start()]
        if not named and kpi_asides.is_aside(low, start, *found.span()):
            continue
        goes_on = tied > start and bool(_GOES_ON.search(reading, tied, found.start()))
        if (
            is_wish(reading, start, found)
            or _is_denied(low, start, found)
            or _is_in_time(low, start, stop, found)
            or kpi_asides.is_meaning(low, start, found.start())
        ):
            continue
        if goes_on or _is_tied(reading, start, stop, found, has_code):
            tied = found.end()
            none = _NONE.search(reading, max(start, found.start() - 80), found.start())
            yield Outcome(found.start(), found.end(), _flipped(kind) if none else kind)


# "was met in May but missed in June": the second word has the first one's subject.
_GOES_ON = re.compile(
    r"[ ](?:and|but)(?:[ ](?:then|was|were|had|been|again|narrowly)){0,2}[ ]\Z", re.IGNORECASE
)


# "had not topped its target", "never missed the target": the figures tell which way.
_DENIED = re.compile(rf"\b(?:not|never|nor|hardly|cannot|[a-z]{{2,7}}n't){_ADVERB}[ ]\Z")


def _is_denied(low: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether an outcome word is denied, which says neither that it was met nor missed."""
    if not (found["exceeded"] or found["missed"]):
        return False
    return _DENIED.search(low, max(start, found.start() - 60), found.start()) is not None


# "92% of repairs were completed within target": in the time set for each, no outcome of all.
_IN_TIME = re.compile(
    r"(?:[0-9][ ]?(?:%|per[ ]cent)?|of[ ]which)[ ](?:of[ ]|[a-z,])[^.;:\n]{0,100}[ ][a-z]{2,12}"
    r"(?:ed|id|lt[ ]with|[ ]out|de|ne)(?:[ ]to)?[ ]\Z"
)


# "Repairs completed within target; 92% against a target of 96%": a name, and its figures.
_FINISHED = re.compile(r"\b[a-z]{3,12}(?:ed|id|lt[ ]with|ne)[ ]\Z")
_OWN_AIM = re.compile(r"[^.\n]{0,40}[0-9][ ]?(?:%|per cent)?[ ,(]{1,3}(?:against|compared|target)")


def _is_in_time(low: str, start: int, stop: int, found: re.Match[str]) -> bool:
    """Tell whether "within target" says when each of a share or count was done."""
    if not (found["met"] and found.group().startswith(("within ", "inside ", "in "))):
        return False
    before = max(start, found.start() - 140)
    if _FINISHED.search(low, before, found.start()) and _OWN_AIM.match(low, found.end(), stop):
        return True
    return _IN_TIME.search(low, before, found.start()) is not None


def _flipped(kind: str) -> str:
    return {"missed": "met", "met": "missed", "exceeded": "unknown", "off_track": "on_track",
            "on_track": "off_track"}.get(kind, kind)  # fmt: skip


def is_wish(reading: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether the words before an outcome make it a wish, a question or a condition."""
    before = reading[max(start, found.start() - 90) : found.start()]
    if _ASKED.search(before):
        return True
    if before.endswith(" and ") and _WISHED.search(before):
        return True
    return bool(_WISH.search(before)) and not _CONTINUED.search(before)


def _is_tied(reading: str, start: int, stop: int, found: re.Match[str], has_code: bool) -> bool:
    words = found.group().lower()
    if found["mitigated"]:
        return (
            has_code
            or bool(_subject(reading, start, found.start()))
            or names_indicator(reading, found.end(), min(stop, found.end() + 60))
        )
    if found["on_track"] or found["off_track"]:
        if has_code or _subject(reading, start, found.start()):
            return True
        return kpi_asides.is_measured(reading, start, *found.span())
    if " " in words and (_GOAL_AT_END.search(found.group()) or _FLOOR_AT_END.search(words)):
        return not _is_other_target(reading, found.end())
    after = _WANTS.match(reading, found.end(), min(stop, found.end() + 120))
    if after:
        result = found["met"] and _A_LEVEL.search(after.group()) and _IS_AT.match(
            reading, after.end()
        )  # fmt: skip
        return not (result or _is_other_target(reading, after.end()))
    beaten = found["exceeded"] and reading.startswith(" with ", found.end())
    if not beaten and _OF_THINGS.match(reading, found.end(), stop):
        return False
    if not (has_code or _subject(reading, start, found.start())):
        return False
    if words == "missed" and _THINGS_BEFORE.search(
        reading, max(start, found.start() - 60), found.start()
    ):
        return False
    if found["met"] and _COUNT_IS.search(reading, max(start, found.start() - 30), found.start()):
        return False
    if found["met"] or words in ("missed", "exceeded", "beaten", "failed"):
        before = reading[max(start, found.start() - 40) : found.start()]
        return bool(_PASSIVE.search(before)) and not _is_measured(reading, found.end())
    return words not in ("missing", "exceeding", "exceeds", "beat", "misses", *_ACTIVE)


# Verbs that tell an outcome only before what is aimed at: "bettered the target".
_ACTIVE = (
    "bettered",
    "bettering",
    "betters",
    "outstripped",
    "outstripping",
    "topped",
    "topping",
    "passed",
    "passing",
)


# "achieved a service level of 72%" is a result.
_A_LEVEL = re.compile(r"(?<!target )(?<!minimum )(?<!agreed )(?<!required )service level$", re.I)
_IS_AT = re.compile(r"[ ](?:of|at)[ ][0-9]")
_MEASURED = re.compile(r"[ ](?:(?:a|an|only|just|around|over|under|\w+ly)[ ]){0,2}[0-9£]")


def _is_measured(reading: str, at: int) -> bool:
    """Tell whether a figure follows: "achieved 92%" is a result, no outcome."""
    return bool(_MEASURED.match(reading, at))


def _subject(reading: str, start: int, at: int) -> re.Match[str] | None:
    """Return the indicator noun before an outcome word, None where a new subject is nearer."""
    last = None
    for found in islice(_NOUNS.finditer(lowered(reading), max(start, at - 200), at), MOST):
        last = found
    if last is None or _OTHER_SUBJECT.search(reading, last.end(), at):
        return None
    if _OF_A_DATE.match(reading, last.end()):
        return None
    return None if _is_other_target(reading, last.end()) else last


# "a target completion date": what is aimed at is a day.
_OF_A_DATE = re.compile(r"[ ](?:[a-z]{4,14}[ ])?(?:date|deadline|opening)\b")


@cache
def _other_targets() -> frozenset[str]:
    return frozenset(lines("kpi_other_targets.txt"))


def _is_other_target(reading: str, stop: int) -> bool:
    """Tell whether the target that ends here is one of money, climate or planning."""
    found = _PRECEDING.search(reading[max(0, stop - 60) : stop])
    if found is None:
        return False
    words = found["word"].lower()
    return words in _other_targets() or words.split()[-1] in _other_targets()


def is_other_target(reading: str, stop: int) -> bool:
    """Tell whether the words that end here are a target of money, climate or planning."""
    return _is_other_target(reading, stop)
