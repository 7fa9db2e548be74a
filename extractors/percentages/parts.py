"""More turns of phrase that settle a percentage: how a whole is parted, what is set, what came.

"shared as to 45% for families, 30% for …" -> shares
"indexation of 6.1% is higher than the 5% provided for" -> rates
"a return within the day on 98% of occasions was expected" -> a target
"of reports 90% should be; in May just 57% were." -> a result
"""

import re

from schemas.document import Span

_REACH, _AHEAD = 150, 130
_SAID = (
    r"(?:(?:about|around|some|over|under|nearly|almost|just|only|at least|at most|as much as"
    r"|no more than|no less than|up to) ){0,2}"
)
_FIGURE = r"[0-9]{1,3}(?:\.[0-9]{1,2})?(?:%| per ?cent)"
# "shared as to [45%] for families, [30%] for pensioners and [25%] for referrals".
_SPLIT = re.compile(
    r"\b(?:shared|split|divided|apportioned|distributed|weighted|scored|marked|judged|parted"
    r"|assessed)\b(?:[^%;.]|\.(?=[0-9])){0,60}?"
    rf"(?:{_FIGURE} (?:for|to|on|from|towards|going to) [^%;.]{{3,60}}){{0,4}}(?:,|and|as to|:|into"
    rf"|between|with|at|on the basis of) (?:the )?{_SAID}$"
)
_PART_FOR = re.compile(
    r" (?:for|to|on|from|towards|going to) "
    r"(?!(?:the )?(?:year|quarter|month|target|date|[0-9]))[a-z]"
)
# "a tenth part, i.e. [4%]", "a quarter, or [25%]".
_PART_IS = re.compile(
    r"\b(?:part|half|third|thirds|quarters?|fifths?|sixth|eighth|tenths?|share),? "
    rf"(?:\(?i\.?e\.?,?|that is,?|namely,?) {_SAID}$"
)
# "the Council keeping [40%] of any growth"; "paid 98% of invoices" is a result.
_KEEPS = re.compile(
    r"\b(?:keep|keeps|keeping|retain|retains|retaining|retained|owns?|owning|owned|holds"
    r"|holding|bears?|bearing|contributes?|contributing|gives up|claims?|borrows?)"
    rf" {_SAID}(?:the )?$"
)
_OF = re.compile(r" of (?!(?:the )?(?:target|time))")
_KEPT = re.compile(rf"\b(?:kept|took|takes|taking|receives?|received|gets?|got|given) {_SAID}$")
_OF_MONEY = re.compile(
    r" of (?:the |its |any |their |all |what )?(?:[a-z]{3,12} )?(?:growth|money|income|rents?"
    r"|receipts|proceeds|takings|savings?|profits?|surplus(?:es)?|rates|revenue|fines|premium)\b"
)
# "keep 20% of the takings, against [50%] now".
_OF_AGAINST = re.compile(
    rf"\b(?:keep|keeps|retain|own|hold|pay|contribut|share)[a-z]{{0,4}} {_SAID}{_FIGURE} of "
    rf"[^.;%]{{3,60}},? (?:against|instead of|in place of|rather than) (?:the )?{_SAID}$"
)
_NOW = re.compile(r",? (?:now|at present|currently|before|today|hitherto|until now|previously)\b")
# "[62%] of visits are now paid for by phone": how people do a thing.
_BY_MEANS = re.compile(
    r" of [^.;%£]{3,70} (?:is|are|was|were|had been|have been)(?: now| currently| being)? "
    r"(?:paid|made|bought|booked|done|renewed|placed|taken|reported|submitted|ordered|settled)"
    r"(?: for)? (?:(?:by|on|with|via|through|at|in|over) (?:the )?)?"
    r"(?:phone|telephone|card|cash|online|on line|line|web|website|app|post|person|text"
    r"|direct debit|machine|e-?mail|kiosk)s?\b",
    re.IGNORECASE,
)
# "[64%] of the 812 who answered".
_OF_ASKED = re.compile(
    r" of (?:the |all |those |our )?(?:[0-9][0-9,]{0,8} )?(?:(?:people|households|residents|users"
    r"|visitors|tenants|parents|staff|members|pupils|drivers|customers|firms|shops|those)? ?"
    r"(?:who |that |which )?(?:had |have |were |was )?(?:answered|asked|replied|responded|took part"
    r"|surveyed|questioned|polled|consulted|wrote in))\b"
)
# "[27%] of posts had nobody in them".
_EMPTY = re.compile(
    r" of [^.;%£]{3,60} (?:had nobody|had no one|(?:is|are|was|were|stood|lay|stand|remained)"
    r" (?:now |still |currently )?(?:vacant|empty|unfilled|unlet|unoccupied))\b"
)
# "Twenty-two ([71%]) were at or better than target".
_PLACED = re.compile(
    r"\)? (?:(?:were|was|are|is|had|have|stood|ended|finished|came) (?:been |therefore |now |all"
    r" )?)?(?:at|on|above|below|under|over|inside|within|outside|better than|worse than|close to"
    r"|near|meeting|missing)(?: or (?:at|on|above|below|under|over|inside|within|better than|worse"
    r" than))? (?:the |their |its )?(?:targets?|tolerance|trajectory|profile)\b"
)
_COUNT = re.compile(
    r"(?:[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen"
    r"|twenty|thirty|forty|fifty))(?: [a-z]{3,12})? ?\($",
    re.IGNORECASE,
)
_IN_TERMS = re.compile(
    rf"\b(?:[Ii]n percentage terms|[Aa]s a (?:percentage|proportion)|[Pp]ut as a percentage),? "
    rf"{_SAID}$"
)
# "Of the £2.4m of savings in the budget, [82%] was rated green".
_OF_SUM = re.compile(rf"\b[Oo]f (?:the|its|our|these|that) £[^;%]{{3,90}}, {_SAID}$")
_MADE = re.compile(r"\b(?:achiev|deliver|spent|collected|paid|met|secured|realised|committed)")
_CLAUSE = re.compile(r"[;£]")
# Welsh: "70% o'r marciau am bris a [30%] am ansawdd", "wedi codi o [9%]".
_WELSH_PART = re.compile(r" (?:am (?:y )?(?:bris|ansawdd|werth)|o'r (?:marciau|sgôr|sg.r))\b")
_WELSH_ROSE = re.compile(
    r"\b(?:codi|chodi|godi|cynyddu|gynyddu|gostwng|ostwng|disgyn|cynnydd|gynnydd|gostyngiad"
    r"|ostyngiad) o $"
)
_WELSH_TO = re.compile(r" i [0-9]")
# "indexation of [6.1%]", "Indexation in April was likely to add [7.5%]".
_INDEXATION = re.compile(
    r"\b[Ii]ndexation\b[^.;%£]{0,50} (?:of|at|is|was|be|being|add|adds|added|by|to) " + _SAID + "$"
)
# "higher than the [5%] that was provided for", "beyond the [4%] provided for", of pay or prices.
_PROVIDED = re.compile(
    r",? (?:that |which )?(?:(?:is|was|were|had been|has been) )?(?:provided for|allowed for"
    r"|budgeted(?: for)?|assumed|provided in|built in|built into|catered for)\b"
)
_OF_PRICES = re.compile(
    r"\b(?:[Pp]ay|[Ii]ndexation|[Ii]nflation|CPI|RPI|wages?|salar(?:y|ies)|award|uplift|[Ii]nterest"
    r"|energy|prices)\b"
)
# "debt …, on which an average of [3.27%] is paid".
_ON_WHICH = re.compile(rf"\bon which (?:an? (?:average|rate|mean) of )?{_SAID}$")
_IS_PAID = re.compile(
    r" (?:is|was|are|were|will be|would be) (?:paid|payable|charged|earned|due)\b"
)
# "earned 2.31%; the average for councils was [2.14%]".
_EARNED_TOO = re.compile(
    rf"\b(?:earned|returned|yielded|earning|yielding|at a return of) (?:an average of )?{_FIGURE}"
    r"[^%]{1,20}\b(?:average|figure|mean|rate|return|benchmark|adviser'?s?|others?)\b[^%]{0,120} "
    rf"(?:was|is|being|of|at|earned) {_SAID}$"
)
# "freeze its overhead rate at 9.5%, where the tender allowed [11%]".
_RATE_WHERE = re.compile(
    rf"\brates? (?:at|of) {_FIGURE},? (?:where|when|against|whereas|while|instead of|though)"
    rf" (?:[^.;%]{{3,60}} (?:allowed|permitted|charged|paid|was|at|of|is|had) |the ){_SAID}$"
)
# "expected to return within the day on [98%] of occasions".
_EXPECTED = re.compile(
    r"\b(?:(?:expected|required|obliged|contracted|asked|bound|(?:has|have|had)) to"
    r"|must|should|shall|ought to) (?!not\b)"
    rf"(?:[a-z'-]{{1,14}} ){{1,14}}(?:on|in|for) {_SAID}$"
)
_OF_CASES = re.compile(
    r" of (?:the |all |its |their )?(?:[a-z-]{3,14} )?(?:occasions|cases|days|calls|visits|jobs"
    r"|times|instances|requests|reports|weeks|journeys|trips|repairs|orders|applications|bins"
    r"|collections)\b"
)
# "were seen within a day in [90%] of cases".
_IN_CASES = re.compile(
    r"\b(?:was|were|is|are|been)(?: [a-z'-]{1,14}){1,6} (?:within|inside|in time|on time)\b"
    rf"[^.;%]{{0,30}} (?:in|on|for) {_SAID}$"
)
# "the tender conditions require [99.5%]".
_TERMS = re.compile(
    r"\b(?:conditions|terms|standards|rules|specifications?|contracts?|agreements?|regulations"
    r"|licences?) (?:now |themselves )?(?:requires?|demands?|specif(?:y|ies)|stipulates?|calls? for"
    rf"|asks? for|insists? on) {_SAID}$"
)
# "kept [82%] of tenancies going; the contract asked for 85%".
_AIM_LATER = re.compile(
    r" of [^.;%£]{3,60}[;,] (?:where |while |whereas |but |and )?(?:the|its|their|our)"
    r" [^.;%£]{2,50}? (?:ask(?:s|ed|ing) for|aim(?:s|ed|ing) (?:at|for|to)|look(?:s|ed|ing) for"
    r"|want(?:s|ed|ing)|requir(?:es|ed|ing)|call(?:s|ed|ing) for|sought|sets?|setting"
    rf"|expect(?:s|ed|ing))[^.;%£]{{0,40}} {_FIGURE}"
)
_NO_AIM = re.compile(
    r" (?:deposit|discount|increase|uplift|rise|affordable|interest|share|contribution|of the"
    r" (?:cost|price|value))\b"
)
_ASKED_HERE = re.compile(
    r"\b(?:target|must|should|weight|expect|require|want|discount|rate|pay|cut|reduc|increas)"
)
# "went beyond the [5%] growth that had been set".
_GROWTH_SET = re.compile(
    r" (?:growth|increase|rise|reduction|cut|improvement|fall|saving) (?:that |which )?(?:had been "
    r"|has been |was |is |they |it )?(?:set|sought|aimed (?:at|for)|wanted|asked for|targeted"
    r"|hoped for)\b"
)
_TO_COME = re.compile(r" to (?:come|follow|be (?:done|reached|achieved|covered)) by\b")
# "In the quarter just [57%] were.", where what they should be was told before.
_ELLIPSIS = re.compile(r" (?:were|was|had|did|had been|have been|are)(?: so| done)?(?=[.;,]|$)")
_ONLY = re.compile(r"\b(?:just|only|barely|scarcely|some|about|nearly|almost|in fact) $")
_WAS_SO = re.compile(
    rf"\b(?:was|were|is|had been) (?:so|true|the case|done|met|achieved|managed) (?:for|in|on|with)"
    rf" {_SAID}$"
)
# "a spot check in March suggested [88%]."
_CHECKED = re.compile(
    r"\b(?:checks?|samples?|audits?|counts?|inspections?|tests?)\b[^.;%]{0,40} (?:suggested|showed"
    rf"|found|gave|recorded|put it at|pointed to|had it at|revealed) {_SAID}$"
)
_ENDS = re.compile(r"[.;,)]|$")
# "£31m out of £37m, or [83%], against a target", "in at [14.8%] where the aim is to stay below".
_AGAINST_AIM = re.compile(
    r",? (?:against|compared (?:with|to)|where|when|whereas|while) (?:an? |the |its |their |our )?"
    r"(?:[a-z-]{3,12} )?(?:target|aim|goal|standard)s?\b"
)
_AIM = re.compile(
    r"\b(?:target|aim|goal|standard|benchmark|objective)s?\b|\bby (?:just |only |about )?$"
)


def find(reading: str, span: Span, start: int, stop: int) -> str | None:
    """Return the part that the phrase around a percentage gives it; None where none does."""
    before = reading[max(span.start, start - _REACH) : start]
    after = reading[stop : min(span.stop, stop + _AHEAD)]
    if _AIM_LATER.match(after) and not _ASKED_HERE.search(before):
        return "actual"
    return (
        _rate(before, after) or _share(before, after) or _aim(before, after) or _got(before, after)
    )


def _rate(before: str, after: str) -> str | None:
    if "ndexation" in before and _INDEXATION.search(before):
        return "rate"
    if _PROVIDED.match(after) and before.endswith("the ") and _OF_PRICES.search(before):
        return "rate"
    if _IS_PAID.match(after) and _ON_WHICH.search(before):
        return "rate"
    if "%" in before and (_EARNED_TOO.search(before) or _RATE_WHERE.search(before)):
        return "rate"
    return None


def _share(before: str, after: str) -> str | None:
    if _BY_MEANS.match(after) or _OF_ASKED.match(after) or _EMPTY.match(after):
        return "share"
    if _WELSH_PART.match(after) or _PART_IS.search(before):
        return "share"
    if _PART_FOR.match(after) and _SPLIT.search(before):
        return "share"
    if (_OF_MONEY.match(after) and _KEPT.search(before)) or (
        _OF.match(after) and _KEEPS.search(before)
    ):
        return "share"
    if _NOW.match(after) and _OF_AGAINST.search(before):
        return "share"
    if (_PLACED.match(after) and _COUNT.search(before)) or _IN_TERMS.search(before):
        return "share"
    if "£" in before and not _MADE.search(_CLAUSE.split(after)[0]) and _OF_SUM.search(before):
        return "share"
    return None


def _aim(before: str, after: str) -> str | None:
    if _OF_CASES.match(after) and _EXPECTED.search(before):
        return "target"
    if _TERMS.search(before) and not _NO_AIM.match(after):
        return "target"
    return "target" if _GROWTH_SET.match(after) or _TO_COME.match(after) else None


def _got(before: str, after: str) -> str | None:
    if _WELSH_ROSE.search(before) and not _WELSH_TO.match(after):
        return "change"
    if _OF_CASES.match(after) and _IN_CASES.search(before):
        return "actual"
    if _ELLIPSIS.match(after) and _ONLY.search(before):
        return "actual"
    if _WAS_SO.search(before) or (_ENDS.match(after) and _CHECKED.search(before)):
        return "actual"
    if _AGAINST_AIM.match(after) and not _AIM.search(before):
        return "actual"
    return None
