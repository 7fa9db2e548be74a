"""Turns of phrase that settle the part of a percentage where no single word does.

"the 83.6% sought", "was to have got to 70%"        -> a target
"a rise of £4.95 or 3.49%", "7% below the year before" -> a change
"of which the partners will pay 40%"                -> a share
"£20m lent to the college at 4.5%"                  -> a rate
"""

import re

from extractors.percentages import told as percent_told
from schemas.document import Span

_REACH = 130  # how far before a figure its phrase may begin
_AHEAD = 70
_SAID = (
    r"(?:(?:about|around|some|over|under|nearly|almost|just|only|at least|at most|no more than"
    r"|no less than|no fewer than|not less than|not more than|within) ){0,2}"
)
# "the 83.6% sought", "where 100% had been intended", "the 45% fixed in 2016".
_SOUGHT = re.compile(
    r"\)?,? ?(?:(?:that|which) )?(?:it |they |we )?"
    r"(?:(?:is|are|was|were|has|have|had|being|be)(?: been)? )?"
    r"(?:sought|(?:looked|hoped|aimed|wished|asked|called|bargained) for|aimed at|asked of"
    r"|stipulated|prescribed|laid down|demanded|intended|fixed (?:for|in|by|as|at)\b"
    r"|pencilled in|promised|pledged|wanted|specified|insisted (?:on|upon)"
    r"|set (?:in|for|by|down|out)\b(?! (?:to|against)\b)"
    r"|(?:at|above|below|beyond|under) which\b"
    r"|should (?:be|have been)\b(?! (?:noted|able|given|made|used|kept|set))"
    r"|ought to (?:be|have been)\b"
    r"|(?:is|was|being) (?:the|its|their|our|a) (?:[a-z]{3,12} )?(?:goal|aim|target|standard|bar"
    r"|minimum|ceiling|floor|limit|requirement|benchmark|ambition|commitment|pass mark)\b"
    r"|(?:line|mark|bar|ceiling|floor|minimum|threshold|benchmark|requirement)\b)",
    re.IGNORECASE,
)
# Things of which a part is asked, and what is asked of others than a service.
_THINGS = re.compile(
    r"['’]? (?:[a-z-]{2,14} )?(?:affordable|deposit|discount|increase|rise|uplift|reduction|cut"
    r"|interest|share|stake|surcharge|majority|ownership|levy|premium|relief|growth|more|fewer"
    r"|less|higher|lower|of (?:the|its"
    r"|their|all) (?:[a-z]{2,12} )?(?:cost|price|sum|bill|shares|equity|marks|budget|total|fee"
    r"|funding|votes?|members|time spent))\b",
    re.IGNORECASE,
)
# "must mend 98%", "was to deliver within a week in 98%", "wants 90%", "profiled to reach 52%".
_MUST = re.compile(
    r"\b(?:must|ought to|(?:is|are|was|were|been|being) (?:obliged|required|bound|contracted"
    r"|committed|meant|supposed|profiled|due|asked|told) to|(?:was|were|is|are) to"
    r"|undert(?:akes|ook|aken) to|pledged to|promised to|profiled to|aspires? to)"
    r"(?: (?!that\b|by\b|of\b|from\b|pay\b|charge|note\b|noted\b|award|remain|stay|receiv|contribut"
    r"|increas|ris|fall|reduc|cut\b|grow|rais|lower|add\b|apply|take\b|retain|own\b|hold\b|fund)"
    r"[a-z'-]{1,14}){1,9} " + _SAID + r"$|\b(?:wants|wanted) " + _SAID + r"$",
    re.IGNORECASE,
)
# What a price set in per cent is a part of: never what a service must reach.
_PRICES = re.compile(
    r"\b(?:interest|tax|precept|contributions?|rents?|fees?|prices?|charges?|salar(?:y|ies)|wages?"
    r"|premium|discount|commission|inflation|CPI|RPI|increases?|rises?|uplifts?|percentage applied"
    r"|multiplier|growth)\b",
    re.IGNORECASE,
)
# "on track for the year's 97%", "confident of the 50%", "ending the year within 3.5%".
_IN_SIGHT = re.compile(
    r"\b(?:(?:on (?:track|course) for|confident of(?: reaching| achieving| meeting)?"
    r"|within reach of) (?:the (?:year's |annual |yearly |year-end )?|its |their )?"
    r"|(?:end|ending|clos(?:e|ing)|finish|finishing) the year (?:within|inside) )$",
    re.IGNORECASE,
)
# "the most allowed by the contract being 0.25%", "and no more than 2% should be".
_MOST = re.compile(
    r"\bthe (?:most|least|highest|lowest) (?:that )?(?:is |was )?(?:allowed|permitted|accepted"
    r"|expected|wanted|tolerated)\b[^.;,%]{0,40} (?:is|was|being) $",
    re.IGNORECASE,
)
# "expects councils to recycle [65%] by 2035"; a change of so much is none.
_BY_YEAR = re.compile(
    r"(?: of [^.;,%£]{3,40})?,? by (?:the end of |the year |[A-Z][a-z]{2,8} )?20[2-9][0-9]\b"
)
_WILL = re.compile(
    r"\b(?:expects?|requires?|wants?|aims?|ambition|must|should|seeks?|to (?:reach|achieve|attain"
    r"|have)|goal|commit(?:s|ted|ment)|pledge[sd]?|intends?|hopes?)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:increas|decreas|reduc|rais|cut|lower|grow|improv|ris(?:e|ing)|fall)[a-z]{0,5}\b"
    r"[^.;%]{0,40} (?:by|of) (?:[a-z]{2,6} ){0,2}$",
    re.IGNORECASE,
)
_SHOULD_BE = re.compile(
    r"\b(?:should|ought to) (?:be|have been)(?: at)? " + _SAID + "$", re.IGNORECASE
)
# "a rise of £4.95 or [3.49%]", "an increase of £412,500 ([18%])", "up £2m or".
_RISEN = re.compile(
    r"\b(?:increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|uplift|reduction|decrease|falls?|fell"
    r"|drop(?:ped|s)?|cut|growth|grown|variance|variation|up|down|more|less|higher|lower)"
    r"(?: (?:of|by))? (?:about |around |some |just |only )?"
    r"£?[0-9][0-9,.]{0,11}(?: ?(?:m|k|bn|p|million|billion|pence)\b)?(?: (?:per|a|an|each)"
    r" [a-z]{3,8})?(?: [a-z]{3,12}){0,2},? ?(?:or |\(|equal to |equivalent to )" + _SAID + r"$",
    re.IGNORECASE,
)
# "a reduction in rents of [1%]", "equal to a rise of [3.6%]".
_RISE_IN = re.compile(
    r"\b(?:(?:increase|decrease|reduction|rise|fall|drop|cut|decline|improvement)s?"
    r"(?: (?:in|to|on|for|across|applied) (?:(?!\b(?:from|by|target)\b)[^.;:%£]){3,70}?)?"
    r"|uplift (?:in|to|on) [^.;:%£]{3,70}?)"
    r" (?:of|(?:(?:should|would|will|to) )?(?:be|is|was|were|being)(?: set at)?) " + _SAID + "$",
    re.IGNORECASE,
)
_WAGES = re.compile(r"\b(?:staff|pay|salar(?:y|ies)|wages?|employees)\b", re.IGNORECASE)
_GLOSS = re.compile(r"(?:\(|\bor |[–-] ?)" + _SAID + r"$")
# "£4.95 or [3.49%] more", "([3.6%] more than now)".
_MORE = re.compile(
    r" (?:more|less|fewer|higher|lower|up|down|dearer|cheaper|increase|reduction|decrease|rise"
    r"|fall|drop|cut|uplift)\b(?! (?:of|from) [0-9])",
    re.IGNORECASE,
)
# "[7%] below the year before", "[12%] above the same quarter of 2012".
_THAN_BEFORE = re.compile(
    r",? (?:below|above|under|over|up on|down on|(?:more|less|fewer|higher|lower|better|worse)"
    r" than|behind|ahead of) (?:(?:that|those) (?:of|in|for) |in |for )?(?:the |its )?"
    r"(?:(?:same|previous|last|preceding|prior|corresponding)\b"
    r"|(?:year|quarter|month)s? (?:before|earlier|ago)|(?:19|20)[0-9]{2}\b)"
    r"|,? (?:below|above|under|over|(?:more|less|higher|lower) than|up on|down on)"
    r" (?:that|those|what (?:is|was)|the (?:price|rate|sum|charge|fee|cost)s?)"
    r" (?:now|currently|previously|already|at present|being|then)? ?"
    r"(?:paid|charged|in force|spent|asked|quoted|offered|billed)\b",
    re.IGNORECASE,
)
_AIMED = re.compile(r"\b(?:targets?|aims?|goals?|objective|aimed|ambition)\b", re.IGNORECASE)
# "he hoped for a further [5%] next April".
_FURTHER = re.compile(r"\b(?:a further|an additional|another|an extra) $", re.IGNORECASE)
_SAYS_MORE = re.compile(r",? (?:of|were|was|had|have|has|are|is|said|did|do|would|did)\b")
# "it had been [3.9%] twelve months earlier".
_HAD_BEEN = re.compile(
    r"\b(?:it|this|that|which|figure|rate) (?:had been|was|had stood at|stood at) " + _SAID + r"$"
)
_EARLIER = re.compile(
    r",? (?:(?:a|one|two|three|six|twelve) )?(?:year|month|quarter)s? (?:earlier|before|ago)\b"
    r"|,? (?:in )?the (?:year|quarter|month) before\b"
)
# "performance against the target is now [41.2%]".
_PERFORMANCE = re.compile(
    r"\bperformance (?:in relation to|against|on|for|of|in)\b[^.;:%]{0,60} (?:is|was|stands at"
    r"|stood at)(?: currently| now| presently)?(?: at)? " + _SAID + r"$",
    re.IGNORECASE,
)
# "was [91%] realised".
_WAS = re.compile(r"\b(?:was|were|is|are|been|being) " + _SAID + r"$")
_WHOLLY = re.compile(r" (?:realised|achieved|delivered|completed?|compliant|collected|occupied)\b")
# "[25%] of the levy is passed to the parish", "the share is [12%]".
_ALLOTTED = re.compile(
    r" of [^.;:%£]{2,60}? (?:is|are|was|were|be|been|being) (?:then |directly |to be )?(?:allocated"
    r"|retained|passed (?:on )?to|kept|reserved|set aside|earmarked|ring-?fenced|given to"
    r"|paid to)\b"
)
_ALLOTMENT = re.compile(
    r"\b(?:allocation|proportion|share|portion) (?:is|was|of|being) " + _SAID + "$", re.IGNORECASE
)
# "met its target of 95% in all but one month ([93%] in August 2022)".
_IN_MONTH = re.compile(
    r" (?:in|for|during|at) (?:the )?(?:[A-Z][a-z]{2,8} ?)?"
    r"(?:(?:19|20)[0-9]{2}|[Qq](?:uarter )?[1-4])[^()]{0,20}\)"
)
_AIMED_AT = re.compile(r"\b(?:target|aim|standard|goal)s? of [0-9][^.;()]{0,70}\($")
# "Voids as a percentage of stock were [1.8%]".
_AS_A_PART = re.compile(
    r"\bas a (?:percentage|proportion) of\b[^.;:%]{1,50} (?:was|were|is|stood at|stands at) "
    + _SAID
    + "$"
)
# "compared to the 2031 level of [68.9%]".
_OLD_LEVEL = re.compile(
    r"\b(?:last year's|previous year's|(?:19|20)[0-9]{2}) (?:level|figure|rate|result|outturn"
    r"|total) (?:of|at|was) " + _SAID + "$",
    re.IGNORECASE,
)
# "[78%] (2,410) lie at the quay": a count glosses the figure.
_COUNT_BEHIND = re.compile(r" ?\((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3})\)")
# "over [70%] either fair or green".
_COLOURED = re.compile(
    r" (?:(?:either|both|being|rated|were|are|was|at) ){0,2}(?:[a-z]{3,12}(?:,| or| and) ){0,2}"
    r"(?:green|amber|red)\b",
    re.IGNORECASE,
)
# "improvement from [74%] in May": no second end behind it.
_FROM_BEFORE = re.compile(
    r"\b(?:improvement|increase|rise|fall|drop|decrease|reduction|decline) (?:from|on) (?:the )?"
    + _SAID + r"$",
    re.IGNORECASE,
)  # fmt: skip
_TO_BEHIND = re.compile(r"[^.;]{0,50} to (?:about |around |over )?[0-9]")
# "Visits in time – [92%]": a line that is a label and its figure.
_LABEL = re.compile(r"\W{0,4}[A-Z][^.;:%£\n]{4,90} ?(?:[-–—]|:) $")
_NO_RESULT = re.compile(
    r"\b(?:price|quality|weight|social value|discount|VAT|interest|contingency|margin|increase"
    r"|decrease|uplift|tax|rate of|share|ownership|target|commission|marks?|cost|fee)",
    re.IGNORECASE,
)
_LINE_ENDS = re.compile(r"\s{0,3}(?:$|\n|\.(?:\s|$)|/ )")
# "of which the partners will pay [40%]", "Of the notices, [5.4%]".
_OF_WHICH = re.compile(r"\bof (?:which|whom)\b[^.;:%£]{0,60} $", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\bOf (?:the|all|all the|its|these|those|our)(?: (?!which\b)[a-z-]{2,16}){1,5}, " + _SAID + "$"
)
# "£48.6m, of which [83%] was spent within 25 miles".
_SUM_OF_WHICH = re.compile(r"£[0-9][0-9.,]{0,12}(?:m|k|bn| million)?,? of which " + _SAID + "$")
# "[83%] of 612 replies".
_OF_ANSWERS = re.compile(
    r" of (?:the |all |those |our )?(?:[0-9][0-9,]{0,8} )?(?:[a-z]{3,12} )?(?:replies|responses"
    r"|respondents|answers|representations|submissions|participants)\b"
)
# "…, the target being 75%": what comes before is held against it.
_AIM_BEHIND = re.compile(
    r",? (?:the|its|their|against an?|a) (?:target|aim|goal|standard)(?: (?:being|is|was|of|set at)"
    r"){1,2} [0-9]"
)
# "[58%] of performance indicators had met their aim".
_OF_INDICATORS = re.compile(
    r"\)? (?:out )?of (?:the |all |its |our |those |these )?(?:[0-9]{1,3} )?"
    r"(?:(?:[A-Za-z-]{2,14}) ){0,3}?(?:[Ii]ndicators|KPIs|PIs|[Mm]easures|[Tt]argets)\b",
)
# "48% of indicators … ([58%] if those without data were left out)".
_IF_LEFT_OUT = re.compile(r" (?:if|when|excluding|including|without|where)\b[^()]{3,90}\)")
_INDICATORS_TOLD = re.compile(
    r"% of (?:the |all |our )?(?:[a-z]{3,12} )?(?:indicators|measures|KPIs|PIs|targets)\b"
    r"[^()]{3,110}\($"
)
_MEASURES = re.compile(r"\b(?:[Ii]ndicators|KPIs|PIs|[Mm]easures|[Tt]argets)\b")
# What makes a part of many a result.
_DONE = re.compile(
    r"\b(?:within|in (?:time|under|less|full)|on (?:time|target)|inside|answered|processed"
    r"|completed|resolved|determined|achiev|realised|delivered|dealt with|responded|collected"
    r"|repaired|acknowledged|recycled|paid|met)\b"
)
# "six ([16%]) amber", "19 ([70%]) met their target".
_RATED = re.compile(
    r"\)? (?:of (?:them|these|those|the [a-z]{3,12}) )?(?:(?:were|was|are|is|had|have|has|ended"
    r"|finished|closed|came (?:in|out)|stood|rated|been|being|at|on|as|the year|year) ){0,3}"
    r"(?:(?:(?:rated|at|on) )?(?:green|amber|red)\b|on track|off (?:track|target)|on target"
    r"|within tolerance|(?:met|missed|achieved|exceeded|beat|reached|hit) (?:the|their|its"
    r"|its own|their own)? ?(?:targets?|goals?|aims?|standards?)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))(?: [a-z]{3,12})?"
    r" ?(?:\(|or )$",
    re.IGNORECASE,
)
# "CPI is running at [3.7%]", "inflation ([4.9%]".
_INFLATION = re.compile(
    r"\b(?:CPIH?|RPIX?|[Ii]nflation|Consumer Price Index|Retail Price Index|Bank Rate|base rate)\b"
    r"(?: \([A-Z]{2,5}\))?(?:,? [a-z]{1,12}){0,9}? \(?(?:currently |then |now )?"
    r"(?:running at|stood at|standing at|was|is|at|of|be|being|\() ?" + _SAID + "$"
)
# "based on [64%] cost, 26% quality".
_WEIGHT = re.compile(
    r" (?:for |on )?(?:cost|price|quality|social value|commercial|technical|sustainability)\b"
    r"(?=[,;.:)/]|$| and\b| [0-9])"
)
# "lends the trust £750,000 of this at [4.5%]", "the average rate is [4.07%]".
_LENT = re.compile(
    r"\b(?:lend|lends|lent|lending|loans?|borrow(?:s|ed|ing)?|PWLB|Public Works Loan Board|gilts?"
    r"|deposits?|on deposit|debt|bonds?|mortgages?|interest|invested|investments?)\b"
    r"(?:[^.;%]|\.(?=[0-9])){0,90}"
    r" (?:at|averag(?:ing|ed)|earn(?:ing|ed|s)|bearing|yield(?:ing|ed|s)|rates? (?:of|is|was"
    r"|being|at))(?: a| an)?(?: (?:fixed|average|variable|blended))?(?: rate of| of)? "
    + _SAID + r"$",
    re.IGNORECASE,
)  # fmt: skip
# "charged at [4%]", "the cap on rent increases is [7%]".
_CHARGED_AT = re.compile(
    r"\b(?:charged|levied|payable|billed|taxed|accru(?:es|ed|ing))(?: [a-z]{2,12}){0,2} at"
    r"(?: a| the)?(?: [a-z]{3,10})?(?: rate of)? " + _SAID + r"$"
    r"|\bcap(?:ped)? (?:on [^.;:%£]{3,40} )?(?:at|of|is|was|remains at) " + _SAID + r"$",
    re.IGNORECASE,
)
# "Average return on deposits over the half year had been [4.87%]".
_RETURN_ON = re.compile(
    r"\b(?:returns?|yields?|rates?) (?:earned |achieved |received )?on (?:[a-z'-]{2,14} ){0,3}"
    r"(?:deposits?|investments?|balances|loans?|debt|borrowings?|money|cash|funds?)\b[^.;:%]{0,50}"
    r" (?:was|is|were|are|of|at|had been|has been|being|averaged) " + _SAID + "$",
    re.IGNORECASE,
)
_PAID_ON = re.compile(r"\b(?:pays?|paid|paying|earn(?:s|ed|ing)?|charg(?:e[sd]?|ing)) $")
_ON_IT = re.compile(
    r" (?:interest )?on (?:it|this|that|them|these|(?:the|its|their) (?:loan|debt|money|sum"
    r"|balance|deposit|outstanding|advance)s?)\b"
)
# "Teesbank scored [81.5%] overall": the marks of a bid measure nothing of a service.
_MARKS = re.compile(
    r"\b(?:scored|scoring|a score of|score was|(?:placed|ranked|came) [a-z]{3,6} with) "
    + _SAID + r"$",
    re.IGNORECASE,
)  # fmt: skip
_BIDS = re.compile(r"\b(?:tender|bid(?:s|der)|short-?list|quotation|evaluat|framework|runner-up)")
_NO_WEIGHT = re.compile(r" (?:on|for) (?:price|quality|cost|social)\b|,? of the marks\b")


def find(reading: str, span: Span, share: Span) -> str | None:
    """Return the part that the phrase around a percentage gives it; None where none does."""
    before = reading[max(span.start, share.start - _REACH) : share.start]
    after = reading[share.stop : min(span.stop, share.stop + _AHEAD)]
    return (
        percent_told.find(before, after)
        or _changed(before, after)
        or _rated(before, after)
        or _asked(before, after)
        or _reported(before, after)
        or _parted(before, after)
        or _marked(reading, share.start, before, after)
    )


def _changed(before: str, after: str) -> str | None:
    # The cheaper half of each phrase is asked first.
    tail = before[-40:]
    is_gloss = "(" in tail or "or " in tail or "al to " in tail or "ent to " in tail
    if (is_gloss and _RISEN.search(before)) or _THAN_BEFORE.match(after):
        return "change"
    if _RISE_IN.search(before) and not (_WAGES.search(before) or _CHARGED_AT.search(before)):
        aimed = _AIMED.search(before)
        return "target" if aimed else "change"
    if _MORE.match(after) and _GLOSS.search(before):
        return "change"
    if _FURTHER.search(before) and not _SAYS_MORE.match(after):
        return "change"
    return None


def _rated(before: str, after: str) -> str | None:
    if _INFLATION.search(before):
        return "rate"
    if ("on " in before and _RETURN_ON.search(before)) or _CHARGED_AT.search(before):
        return "rate"
    if _LENT.search(before) or (_PAID_ON.search(before) and _ON_IT.match(after)):
        return "rate"
    return None


def _asked(before: str, after: str) -> str | None:
    """Tell what is asked of a service."""
    if _THINGS.match(after):
        return None
    must = _MUST.search(before)
    if must and not _PRICES.search(before):
        return "target"
    if _SHOULD_BE.search(before) and not _PRICES.search(before):
        return "target"
    if _BY_YEAR.match(after) and _WILL.search(before) and not _MOVED.search(before):
        return "target"
    asked = _IN_SIGHT.search(before) or _MOST.search(before)
    return "target" if asked or _SOUGHT.match(after) else None


def _reported(before: str, after: str) -> str | None:
    if before.endswith("(") and _IN_MONTH.match(after) and _AIMED_AT.search(before):
        return "actual"
    if (_HAD_BEEN.search(before) and _EARLIER.match(after)) or _OLD_LEVEL.search(before):
        return "from"
    if "of" in before and _AS_A_PART.search(before):
        return "actual"
    if _PERFORMANCE.search(before):
        return "actual"
    if _FROM_BEFORE.search(before) and not _TO_BEHIND.match(after):
        return "from"
    if _LINE_ENDS.match(after) and _LABEL.fullmatch(before) and not _NO_RESULT.search(before):
        return "actual"
    return "actual" if _WHOLLY.match(after) and _WAS.search(before) else None


def _parted(before: str, after: str) -> str | None:
    if _WEIGHT.match(after) or _ALLOTTED.match(after) or _ALLOTMENT.search(before):
        return "share"
    if (_RATED.match(after) and _COUNTED.search(before)) or _OF_INDICATORS.match(after):
        return "share"
    counted = _COUNT_BEHIND.match(after)
    if counted and (_MEASURES.search(before) or not _DONE.search(after)):
        return "share"
    if _IF_LEFT_OUT.match(after) and _INDICATORS_TOLD.search(before):
        return "share"
    if _COLOURED.match(after) and _MEASURES.search(before):
        return "share"
    if _SUM_OF_WHICH.search(before) or _OF_ANSWERS.match(after):
        return "share"
    if _OF_WHICH.search(before) or _OF_ALL.search(before):
        if _AIM_BEHIND.search(after):
            return "actual"
        return None if _DONE.search(after) else "share"
    if "that is " in before[-20:] and _MEASURES.search(before) and _LINE_ENDS.match(after):
        return "share"
    return None


def _marked(reading: str, start: int, before: str, after: str) -> str | None:
    if not _MARKS.search(before) or _NO_WEIGHT.match(after):
        return None
    return "other" if _BIDS.search(reading, max(0, start - 300), start) else None
