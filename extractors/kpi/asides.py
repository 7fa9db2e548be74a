"""Outcome words that report nothing of their own, and where one sentence says several things.

>>> said = "A summary was given of the indicators that were not achieving target."
>>> is_aside(said.lower(), 0, said.index("not achieving"), said.index("target"))
True
>>> said = "The contractor missed targets in May."
>>> is_aside(said.lower(), 0, said.index("missed"), said.index("targets"))
False
>>> said = "Rent was 97%, below its target; however, voids were let in 20 days."
>>> [said[a:b] for a, b in stretches(said, 0, len(said))][1]
'voids were let in 20 days.'
"""

import re
from collections.abc import Iterator
from itertools import pairwise

# "the indicators that were not achieving", "where targets had not been met": which ones, not how.
_RESTRICTS = re.compile(
    r"\b(?:indicators?|measures?|targets?|kpis?|pis|those|areas?|ones)[ ](?:that|which|where|who)"
    r"[ ](?:[\w'’-]{1,15}[ ]){0,4}\Z"
    r"|\b(?:after|following|despite|from|ending)[ ](?:[\w-]{1,12}[ ]){0,4}(?:years?|quarters?"
    r"|months?|runs?|spells?|history)[ ]of[ ](?:[a-z]{3,12}[ ])?\Z"
    r"|\bwhat[ ](?:was|is|has[ ]been|had[ ]been)[ ](?:being[ ])?\Z"
    r"|\b(?:where|how|any)[ ](?:(?:the|these|our|those)[ ])?(?:[\w-]{1,15}[ ]){0,2}"
    r"(?:indicators|targets|kpis|measures)[ ](?:[\w'’-]{1,12}[ ]){0,3}\Z"
)
# "were either above target or …", "largely within target": some were, some were not.
_HEDGED = re.compile(
    r"\b(?:either|largely|mostly|mainly|generally|broadly|nearly"
    r"|almost)[ ](?:[a-z]{2,12}[ ]){0,2}\Z"
)
# "the measures below target included …"; "of those exceeding theirs, 75% had been above target".
_MOSTLY = re.compile(
    r"(?:[ ](?:the[ ]|their[ ])?targets?)?[ ](?:in|for|at)[ ](?:most|many|some|several)[ ]"
    r"(?:of[ ]the[ ])?(?:cases|areas|instances|services|respects|sites)\b"
)
_LISTS = re.compile(r"[ ](?:include[sd]?|comprised?|were[ ]as[ ]follows|are[ ]as[ ]follows)\b")
_SHARE_OF = re.compile(
    r"[ ]?of[ ](?:those|these|the)[ ][^,;.\n]{3,60},[ ][0-9]{1,3}(?:\.[0-9])?[ ]?(?:%|per)"
)
# "address missed targets", "a list of missed KPIs": the word only tells which ones.
_ADJECTIVE = re.compile(
    r"\b(?:to|of|for|about|on|address(?:ing|ed)?|any|with|where|explain(?:ing|ed)?|reasons|from"
    r"|regarding|following|discuss(?:ed|ing)?|the|all|these|those)[ ]\Z"
)
_BARE = re.compile(r"[ ](?:targets|kpis|indicators|measures|pis|performance|service[ ]levels)\b")
_FAULTS = ("missed", "failed", "failing", "missing")


# "(red/amber/green)", "Red, Amber, Green": what colours there are; "no indicators were red".
_BESIDE = re.compile(r"[ ]?(?:/|,|,?[ ]and|,?[ ]or)[ ]?(?:red|amber|green)\b")
_BEFORE = re.compile(r"(?:red|amber|green)[ ]?(?:/|,|,?[ ]and|,?[ ]or)[ ]?\Z")
_MEANS = re.compile(
    r"[ ](?:(?:were|was|are|is)[ ])?(?:for[ ]those|those|means?\b|meant|denot|signif|indicates)"
)
_NO_ONE = re.compile(r"\b(?:no|none[ ]of[ ]the|not[ ]any)[ ](?!longer\b)[^.;,\n]{2,60}\Z")


def is_legend(low: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether a colour (group `rag`) only stands in a legend, or is said of none.

    >>> word = re.compile("(?P<rag>red)")
    >>> [is_legend(s, 0, word.search(s)) for s in ("a rag (red/amber)", "no kpis were red")]
    [True, True]
    """
    if _BESIDE.match(low, found.end("rag")) or _MEANS.match(low, found.end("rag")):
        return True
    before = low[max(start, found.start("rag") - 80) : found.start("rag")]
    return bool(_BEFORE.search(before) or _NO_ONE.search(before))


# "green indicating the target was met": what a colour means.
_COLOUR_OF = re.compile(
    r"\b(?:green|amber|red|blue|yellow)[ ](?:(?:was|is|being|to|for)[ ])?(?:indicat\w*|mean\w*"
    r"|denot\w*|signif\w*|show\w*|if|when|where|that)[ ][^.;:,\n]{0,60}\Z"
)
# "a result inside the tolerance counts as below target", "what a result may stray from target".
_COUNTS_AS = re.compile(
    r"\b(?:counts?|(?:is|are)[ ](?:still[ ])?(?:counted|classed|defined|classified))[ ]"
    r"(?:still[ ])?as[ ](?:being[ ]|an?[ ])?\Z"
    r"|\b(?:tolerance|margin|threshold)s?[ ](?:is|are|means)[ ][^.;:\n]{0,80}\Z"
    r"|\bany(?:thing|[ ](?:result|figure|measure|indicator|kpi|pi|score))\b[^.;:,\n]{0,60}"
    r"\Z|\A[\W_]{0,4}(?:those|measures|results|indicators|kpis|figures)[ ](?:that|which)[ ]"
    r"(?:is|are|fall|falls|lie)[ ][^.;:,\n]{0,60}\Z"
)


def is_meaning(low: str, start: int, at: int) -> bool:
    """Tell whether the outcome word at an offset only explains a colour.

    >>> is_meaning("green indicating the target was met", 0, 32)
    True
    """
    before = max(start, at - 100)
    return (_COLOUR_OF.search(low, before, at) or _COUNTS_AS.search(low, before, at)) is not None


# "65% (24) of the indicators were on track": so many of them, none by name.
_TALLY = re.compile(
    r"(?<![0-9.,])[0-9]{1,3}[ ](?:at|on|in|as)[ ](?:green|amber|red)\b|"
    r"(?<![0-9.])(?!100\b)[0-9]{1,3}(?:\.[0-9])?[ ]?(?:%|per[ ]cent)[ ](?:\([0-9]{1,3}\)[ ])?of[ ]"
    r"(?:the[ ]|all[ ]|our[ ]|its[ ]|these[ ])?(?:[\w’'-]{1,15}[ ]){0,4}"
    r"(?:indicators|kpis|pis|measures)\b"
    r"|\b(?:indicators|kpis|pis|measures)\b[^.;\n]{0,60}[ ][0-9]{1,3}[ ]\([0-9.]{1,5}%\)[ ]"
    r"(?:have|had|were|are|was|showed|show)\b"
    r"|\A[\W_]{0,3}[0-9]{1,3}[ ]\([0-9.]{1,5}%\)[ ](?:have|had|were|are)\b"
    r"|(?<![0-9.,])[0-9]{1,3}[ ]?\([0-9.]{1,5}[ ]?%\)[ ](?:of[ ])?(?:the[ ]|all[ ]|our[ ]|its[ ])?"
    r"(?:[\w’'-]{1,15}[ ]){0,4}?(?:indicators?|kpis?|pis|measures|targets)\b"
    r"|\bof[ ](?:the|these|those|our"
    r"|its)[ ](?:[\w’'-]{1,15}[ ]){0,4}?(?:indicators|kpis|pis|measures"
    r"|targets),?[ ][0-9]{1,3}[ ](?:\([0-9.]{1,5}[ ]?%\)[ ])?(?:have|had|were|are|was)\b"
)


_COLOURED = (" at green", " at amber", " at red", " on green", " on red", " in red", " in green")


def is_tally(low: str, start: int, stop: int) -> bool:
    """Tell whether words count indicators without naming one.

    >>> is_tally("33% of the kpis were below target", 0, 33), is_tally("33% of calls", 0, 12)
    (True, False)
    """
    said = low[start:stop]
    worth = "%" in said or "of the" in said or any(sign in said for sign in _COLOURED)
    return worth and bool(_TALLY.search(said))


def is_aside(low: str, start: int, at: int, stop: int) -> bool:
    """Tell whether the outcome word at `at`–`stop` of a lowered text only says which ones."""
    before = low[max(start, at - 80) : at]
    if _RESTRICTS.search(before) or _HEDGED.search(before) or _LISTS.match(low, stop):
        return True
    if _MOSTLY.match(low, stop):
        return True
    if _SHARE_OF.match(low, start, at):
        return True
    return (
        low[at:stop].strip() in _FAULTS
        and bool(_BARE.match(low, stop if low[stop - 1] != " " else stop - 1))
        and bool(_ADJECTIVE.search(before))
    )


# "is on target at 16.6 days", "were on track to meet the year-end target".
_AT_FIGURE = re.compile(
    r"[ ](?:at|with)[ ](?:just[ ]|around[ ]|about[ ])?[0-9]"
    r"|[^.;\n]{0,50}[ ]to[ ](?:meet|achieve|reach|hit|exceed)[ ]"
    r"(?:(?:the|its|their|our|this|all|a)[ ])?(?:[\w'’-]{1,15}[ ]){0,3}(?:targets?|kpis?)\b",
    re.IGNORECASE,
)
# "Rent arrears are on target", "the number of people sleeping rough is off target".
_MEASURES_BEFORE = re.compile(
    r"\b(?:number|percentage|proportion|rates?|average|times?|collections?|arrears|absence|sickness"
    r"|recycling|recycled|satisfaction|attendances?|visits|calls|repairs|complaints|turnover"
    r"|re-?lets?"
    r"|voids|lettings|turnaround|applications|inspections|invoices|admissions|turnout)\b"
    r"[^.;:\n]{0,80}[ ](?:is|are|was|were|remains?|remained|being)[ ](?:[a-z]{2,10}[ ]){0,2}\Z",
    re.IGNORECASE,
)
_OTHER_TRACK = re.compile(
    r"\b(?:projects?|works?|savings?|scheme|programme|budget|spend|build|delivery|completion"
    r"|milestone"
    r"|opening|procurement|carbon|net[ ]zero)\b",
    re.IGNORECASE,
)


def is_measured(reading: str, start: int, at: int, stop: int) -> bool:
    """Tell whether "on target" is said of a measure: a figure or a target follows it.

    >>> said = "Processing was on target at 16.6 days."
    >>> is_measured(said, 0, 15, 24), is_measured("The project is on track.", 0, 15, 23)
    (True, False)
    """
    end = min(len(reading), stop + 120)
    told = _AT_FIGURE.match(reading, stop, end) or (
        reading[stop - 6 : stop].lower() == "target"
        and _MEASURES_BEFORE.search(reading, max(start, at - 120), at)
    )
    return bool(told) and not _OTHER_TRACK.search(reading, start, at)


# Where a new thing is said, whatever stands before.
_TURN = re.compile(
    r";[ ](?:(?:and|but|however),?[ ])?|,?[ ]however,?[ ]"
    r"|,?[ ](?:and|but|although)[ ](?=it[ ](?:was|is|had[ ]been)[ ](?:hoped|expected|anticipated"
    r"|noted|planned|intended|thought|believed|likely|explained|forecast)\b)",
    re.IGNORECASE,
)
# Both sides of a turn must say something.
_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|stood|fell|rose|met|missed|achieved|exceeded|remained"
    r"|reached|improved|declined|failed|continued|took|came|stands|remains)\b",
    re.IGNORECASE,
)


# What only says what is asked for belongs to what stands beside it: "; the target is 85%".
_AIM_ALONE = re.compile(
    r"[\W_]{0,3}the[ ](?:most|least)[ ]"
    r"|[\W_]{0,3}(?:(?:there[ ](?:is|was)|it[ ]has|this[ ]has)[ ])?no[ ]"
    r"(?:[a-z]{3,12}[ ])?target\b"
    r"|[\W_]{0,3}(?:the|its|their|our|an?|this|that|against|where|when)[ ]"
    r"(?:[\w'’-]{1,15}[ ]){0,3}?"
    r"(?:target|aim|ambition|goal|limit|standard|contract|agreement|specification|bar|benchmark"
    r"|minimum|maximum|plan|strategy|requirement|ceiling|norm|tsl|sla|charter|policy)\b"
    r"(?!s|[ ](?:for|of)\b)"
    r"|[\W_]{0,3}the[ ](?:national|English|Welsh|Scottish|regional|county|district|London)[ ]"
    r"[^;\n]{3,70}[ ]and[ ](?:the|its|our)[ ](?:target|aim|limit|standard)[ ]"
    r"|[^;\n]{0,60}[ ](?:required|obliged|contracted|supposed|meant)[ ]to[ ]",
    re.IGNORECASE,
)


# An aim that says how it ended: "the aim was 80% and it had not been reached".
_DONE = re.compile(
    r"\b(?:been|was|were)[ ](?:(?:not|just|narrowly|easily)[ ])?(?:reached|met|missed|achieved"
    r"|beaten|exceeded)\b"
)


# "; this was an improvement on last year and exceeded the target of 60%": of what stands before.
_BACK_TO = re.compile(
    r"[\W_]{0,3}(?:and[ ]|but[ ])?(?:this|it|that|which|the[ ](?:figure|result|outturn))[ ]"
    r"(?:was|is|has|had|represent\w+|exceed\w*|met|missed|compare[ds])[ ][^;\n]{0,140}?\btarget\b",
    re.IGNORECASE,
)
# "Two targets had been missed: relet times (31 days against 25) and …": each tells its own.
_VERDICT_LED = re.compile(
    r"[^:;\n]{0,80}\b(?:indicators?|targets?|measures?|KPIs?|PIs?)\b[^:;0-9\n]{0,80}\b(?:met|missed"
    r"|green|amber|red|exceeded|achieved|target|targets)[ ]?:[ ]",
    re.IGNORECASE,
)
# "The KPIs for Quarter 4 were: visits 1,400 (target 1,200); …".
# "The target of 75% was not met; 68% had been.": the result of what stands before.
_REST = re.compile(
    r"[\W_]{0,3}(?:(?:only|just|in[ ]fact|actually)[ ])?[0-9][0-9.,]{0,8}[ ]?(?:%|per[ ]cent)?[ ]"
    r"(?:had|has|have|were|was)(?:[ ](?:been|so|(?:been[ ])?(?:[a-z]{3,10}ed"
    r"|done|met|made|held|built|sent|kept|found|seen|taken|given|let|sold)))?\W*"
)
_LISTED = re.compile(
    r"[^:;\n]{0,100}\b(?:indicators|KPIs|PIs|measures|results|figures)\b[^:;\n]{0,80}"
    r"[ ](?:were|was|are|follows|included?|being)[ ]?:[ ]"
    r"|[^:;0-9\n]{0,60}\bones[ ](?:were|was|are|being)[ ]?:[ ]"
    r"|[^:;\n]{0,40}\b(?:one|two|three|four|five|six|seven|eight|nine|ten|those|ones)[ ]"
    r"(?:which|that)[ ][^:;0-9\n]{3,80}:[ ]",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"[0-9](?:[ ][a-z]{3,8})?[ ]against[ ]")
_SHARES = re.compile(r"[0-9][ ]?(?:%|per[ ]cent)")


def _is_own(reading: str, start: int, stop: int) -> bool:
    if not _VERB.search(reading, start, stop):
        return False
    if _BACK_TO.match(reading, start, stop) and len(_SHARES.findall(reading, start, stop)) < 2:
        return False
    if _REST.fullmatch(reading, start, stop):
        return False
    return not _AIM_ALONE.match(reading, start, stop) or bool(_DONE.search(reading, start, stop))


# "96.1% had found work; the target of 96% had therefore been met": of the result before it.
_BACK = re.compile(
    r"(?:(?:and|so|thus)[ ])?(?:the|its|our|this|that)[ ](?:[a-z]{4,12}[ ])?target(?:[ ]of[ ]"
    r"[0-9][^;,\n]{0,14}?)?[ ](?:(?:was|is|had|has|been|therefore|thus|accordingly|narrowly|just"
    r"|comfortably|easily|so|again|also|not|only|being)[ ]){1,5}"
    r"(?:met|missed|exceeded|achieved|beaten|bettered|reached|hit|surpassed)\b"
)


def stretches(reading: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence that speak for themselves: between semicolons and "however"."""
    cuts, at = [start], start
    led = _VERDICT_LED.match(reading, start, stop) or _LISTED.match(reading, start, stop)
    if led and (_SHARES.search(reading, led.end(), stop)
                or _AGAINST.search(reading, led.end(), stop)):  # fmt: skip
        cuts, at = [start, led.end() - 2, led.end()], led.end()
    for turn in _TURN.finditer(reading, start, stop):
        if _BACK.match(reading, turn.end(), stop):
            continue
        if _is_own(reading, at, turn.start()) and _is_own(reading, turn.end(), stop):
            cuts += [turn.start(), turn.end()]
            at = turn.end()
    cuts.append(stop)
    for i, (a, b) in enumerate(pairwise(cuts)):
        if i % 2 == 0 and a < b:
            yield a, b
