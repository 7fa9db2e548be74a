"""How reports of performance and consultations word their percentages: what stands right beside.

"86% of the savings target had been met"        -> a result
"a threshold of at least 60% of decisions"      -> a target
"32% disagreeing", "2% adult social care precept" -> a share, a rate
"the overall rate was 83%, that for minors 77%" -> results
"""

import re

_SAID = (
    r"(?:(?:about|around|some|over|under|nearly|almost|just|only|at least|at most|no more than"
    r"|no less than|not more than|not less than|more than|less than|up to|a minimum of"
    r"|a maximum of|approximately|circa) ){0,2}"
)
# "[86%] of the savings target had been met".
_OF_TARGET = re.compile(
    r" of (?:the |its |their |our |this |that )?"
    r"(?:(?!(?:were|was|are|is|had|have|has|on|at|in|within|met|hit|missed|to|against|and|with|who"
    r"|that) )[a-z0-9/'-]{2,14} ){0,4}"
    r"(?:target|requirement|profile)\b(?! (?:audience|groups?|number|population|market))"
)
# What must be reached, of a target: "at least 90% of the target must be reached".
_MUST = re.compile(
    r"\b(?:must|should|shall|need(?:s|ed)? to|(?:is|are|was|were) to|to (?:reach|achieve|meet|hit)"
    r"|aim(?:s|ed|ing)?|requir\w+|expect\w*)\b[^.;:%]{0,50}$"
)
_MUST_BE = re.compile(r"\b(?:must|should|shall|(?:is|are|was|were) to|needs? to|had to)\b")
# "sets a threshold of at least [60%] of all decisions".
_THRESHOLD = re.compile(
    r"\b(?:targets?|thresholds?|minimum standard|benchmark|objective)(?: level)?"
    rf" (?:of|is|was|being|remains|set at) {_SAID}$",
    re.IGNORECASE,
)
_OFF = re.compile(r"\b(?:off|beyond|from|of|missed|exceeded|beaten)\b[^.;:%]{0,30} by ", re.I)
# "an increase of [14%] on the last quarter", whatever is aimed at.
_ROSE = re.compile(
    r"\b(?:increases?|decreases?|reductions?|falls?|drops?|rises?|improvements?|declines?) of "
    + _SAID + r"$",
    re.IGNORECASE,
)  # fmt: skip
_SINCE = re.compile(
    r",? (?:on|over|since|compared (?:with|to)|from|against) (?:the |its |that of )?"
    r"(?:[a-z]{3,8} )?"
    r"(?:last|previous|same|prior|preceding|year|quarter|month|(?:19|20)[0-9]{2})\b"
)
# "reasons for absence being mental health ([23%]), stress (21%)": the parts of one whole.
_PARTS = re.compile(
    r"\b(?:reasons?|causes?|types?|categor(?:y|ies)|comprised|made up|breakdown|split|most common"
    r"|priorities|groups?|sources?|consisted)\b[^.;%]{3,90}\($"
)
_NEXT_PART = re.compile(r"\)(?:,| and|, and) [^().;%]{3,60} \([0-9]")
# "55% agreeing", "44.5% were supportive of it": what was answered.
_ANSWERED = re.compile(
    r" (?:(?:were|was|are|had|who|either|strongly|broadly|tended to|tend to|neither|also|fully"
    r"|definitely) ){0,3}(?:agree(?:d|ing|s)?|disagree(?:d|ing|s)?|supported|supporting"
    r"|supportive|support(?= (?:the|it|this|for))|oppos(?:e|ed|ing)|preferred|preferring|prefer"
    r"|in favour|in support|objected|objecting|unsure|undecided|did not (?:know|agree|support)"
    r"|didn't know|would (?:like|prefer)|voted|ranked)\b"
)
# "[2%] adult social care precept", "of which [2%] is for adult social care".
_PRECEPT = re.compile(
    r" (?:(?:is|was|being|for|as|relates to|on|of it|will be|would be|on account of) ){0,3}"
    r"(?:the |an? )?(?:adults?'? )?social care(?: precept| levy|[.,;)]|$)",
    re.IGNORECASE,
)
# "1.99% general increase".
_NAMED_RISE = re.compile(
    r" (?:general |overall |basic |annual |average |core |further |additional |net |real-terms "
    r"|year-on-year |council tax |rent |inflationary ){0,2}(?:increase|rise|reduction|decrease"
    r"|uplift|drop|fall)\b(?! (?:of|from|to) [0-9])",
    re.IGNORECASE,
)
# "an increase in the net budget of £8.59m or [4.1%]", "has fallen by more than £6m or [67%]".
_BY_SUM = re.compile(
    r"\b(?:increas(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|reduc(?:tion|ed|es|ing)|ris(?:e|es|en|ing)"
    r"|rose|falls?|fallen|fell|drop(?:ped|s)?|cut|growth|grown|uplift)\b[^.;%]{0,60} (?:of|by) "
    + _SAID
    + r"£[0-9][0-9,.]{0,11}(?:m|k|bn| million)?(?: (?:a|per) [a-z]{3,5})?,? (?:or|\(|equal to"
    r"|equivalent to|representing) ?" + _SAID + r"$",
    re.IGNORECASE,
)
# "12 out of 34 have been determined within 13 weeks i.e. [35.29%]": the share a count makes.
_COUNTED = re.compile(
    r"\b[0-9][0-9,]{0,6} (?:out )?of (?:the |its |all )?[0-9][0-9,]{0,6}\b[^.;%(]{0,90}"
    r"(?:\bi\.?e\.?|\bthat is|\bequating to|\bor|\brepresenting|\bwhich (?:is|was)),? "
    + _SAID
    + "$"
)
# "184 complaints, which is about [0.92%]"; how much more is none.
_COUNT_IS = re.compile(
    r"\b[0-9][0-9,]{0,7} (?!more\b|fewer\b|less\b)(?:[a-z-]{3,14} ){0,2}[a-z-]{3,14},? "
    r"(?:which (?:is|was|equates to|represents)|equating to|representing) " + _SAID + "$"
)  # fmt: skip
_COMPARES = re.compile(
    r" (?:more|fewer|less|higher|lower|up|down|above|below|better|worse|increase|reduction|rise"
    r"|fall|drop|decrease|growth)\b"
)
# "those dealt with within target was [81%]".
_WITHIN_TARGET = re.compile(
    r"\b(?:within|on|in|meeting)(?: (?:the|its|their))? targets?(?: (?:times?|timescales?|dates?))?"
    rf" (?:was|were|is|are|stood at|had been) (?:at )?{_SAID}$"
)
_IN_TIME = re.compile(
    r"\b(?:within|in time|on time|on target|completed|determined|processed|answered|resolved"
    r"|achieved|met)\b"
)
# "The completion figure for appraisals was [83%]", "the minor applications rate is [77%]".
_FIGURE_WAS = re.compile(
    r"\b(?P<what>[a-z'-]{2,16}) (?:figure|rate|result|outturn|position|score)s?"
    r"(?: (?:for|of|in|on|at|across|among) [^.;:%£]{3,80})? (?:was|were|is|are|had been|stood at"
    r"|stands at|remains?(?: at)?|remained at) (?:at )?" + _SAID + "$",
    re.IGNORECASE,
)
# Rates that are prices, and figures of others or of the future.
_PRICED = re.compile(
    r"\b(?:interest|tax|inflation|base|bank|discount|lending|borrowing|mortgage|premium|precept|relief"
    r"|multiplier|contribution|overhead|margin|exchange|coupon|return|commission|target|national"
    r"|regional|average|england|benchmark|pay|increase|growth|price|rent|fixed|variable|swap|cap"
    r"|employer|pension|vat|levy|loan|uplift|yield|cpi|rpi|gilt|pwlb|debt|charge|fee|cost)s?\b",
    re.IGNORECASE,
)
# A part of what is named: "the rate was 40% of the cost".
_OF_MONEY = re.compile(r" of (?:the|its|their|all|what) ")


def find(before: str, after: str) -> str | None:
    """Return the part that the words right before and behind a percentage give it, or None."""
    if is_result(before):
        return "actual"
    if _OF_TARGET.match(after) and not before.endswith("within "):
        return None if _MUST.search(before) or _MUST_BE.search(after) else "actual"
    if _THRESHOLD.search(before) and not _OFF.search(before):
        return "target"
    if (_ROSE.search(before) and _SINCE.match(after)) or _BY_SUM.search(before):
        return "change"
    return _answered(before, after) or _reported(before, after)


def _answered(before: str, after: str) -> str | None:
    if _ANSWERED.match(after):
        return "share"
    if _PRECEPT.match(after):
        return "rate"
    if _NAMED_RISE.match(after) and before.endswith((" ", "(")) and not _MUST.search(before):
        return "change"
    if before.endswith("(") and _NEXT_PART.match(after) and _PARTS.search(before):
        return "share"
    return None


def is_precept(reading: str, stop: int, end: int) -> bool:
    """Tell whether a percentage is the precept for social care: "of which 2% is the adult …"."""
    return _PRECEPT.match(reading, stop, end) is not None


def is_result(before: str) -> bool:
    """Tell whether the words before a figure make it a result, though they speak of a target.

    >>> is_result("the complaints answered within target was "), is_result("the target was ")
    (True, False)
    """
    return bool(_WITHIN_TARGET.search(before))


def _reported(before: str, after: str) -> str | None:
    if _COUNT_IS.search(before) and not _COMPARES.match(after):
        return "share"
    counted = _COUNTED.search(before)
    if counted:
        return "actual" if _IN_TIME.search(counted[0]) else "share"
    told = _FIGURE_WAS.search(before)
    if told and not (_PRICED.search(told[0]) or _OF_MONEY.match(after)):
        return "actual"
    return None
