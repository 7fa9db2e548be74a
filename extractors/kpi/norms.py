"""What is asked of a service in other words than "target": limits, and what a contract looks for.

A norm makes a row only beside a result of its own unit: "the contract asking for 98.5%" alone
reports nothing. Money is never a norm here.

>>> said = "Calls answered stood at 71% of all; the contract looks for 80%."
>>> is_norm(said, 0, len(said), said.index("80%"), said.index("80%") + 3)
True
>>> said = "The council looks for 80 sites."
>>> is_norm(said, 0, len(said), said.index("80"), said.index("80") + 2)
False
"""

import re

_BOUND = (
    r"(?:(?:at[ ]least|at[ ]most|a[ ](?:level|minimum|maximum|rate)[ ]of"
    r"|(?:no|not)[ ](?:more|less|fewer|higher|lower|worse|better)[ ]than|(?:fewer|less|more)[ ]than"
    r"|not[ ](?:over|under|above|below)|under|over|above|below|within|up[ ]to|just|some|an?"
    r"|the)[ ])?"
)
# Who lays down what is to be reached.
_GIVER = (
    r"(?:contract|agreement|specification|strategy|plan|policy|statute|regulations?|law|charter"
    r"|SLA|schedule|terms|guidance|framework|standards?|licence|code|commissioners?|ministers?"
    r"|regulator|ombudsman|government|council|indicator|measure|bid|tender|lease|brief|scheme"
    r"|committee|cabinet|board|authority)"
)
_ASKS_BEFORE = re.compile(
    rf"\b{_GIVER}\b[^.;:\n]{{0,50}}?[ ](?:(?:call|look|ask)(?:s|ed|ing)[ ]for|says?|allow(?:s|ed"
    r"|ing)|requir(?:es|ed|ing)|specif(?:ies|ied|ying)|stipulat(?:es|ed|ing)|demand(?:s|ed|ing)"
    r"|expect(?:s|ed|ing)|prescrib(?:es|ed)|wants?|aims?[ ]for|insist(?:s|ed|ing)[ ]on"
    r"|permit(?:s|ted|ting)|la(?:ys|id|ying)[ ]down|provid(?:es|ed|ing)[ ]for|sets?[ ]itself)[ ]"
    rf"{_BOUND}$",
    re.IGNORECASE,
)
_LIMIT_BEFORE = re.compile(
    r"\b(?<!speed )(?<!age )(?<!weight )(?<!height )(?<!cash )(?<!borrowing )"
    r"(?:limit|ceiling|bar|goal|aim|ambition|norm|requirement|expectation|standard|pledge|promise"
    r"|pass[ ]mark(?![ ]of\b)(?:[ ](?:under|in)[ ](?:the|our)[ ][a-z]{4,13})?"
    r"|threshold|trigger|cap"
    r"|(?:contract(?:ual)?|agreed|required|expected|acceptable)[ ](?:level|rate|standard|time))"
    r"(?:[ ](?:for|in)[ ](?:the|this)[ ](?:year|quarter|month|period))?"
    r"[ ](?:of|(?:is|was)[ ]for|had[ ]been|was[ ](?:set[ ])?at|is[ ](?:set[ ])?at"
    r"|remain(?:s|ed)(?:[ ]at)?|st(?:ood|ands)[ ]at"
    r"|(?:had[ ]been|being)[ ]set[ ]at|set[ ]at"
    rf"|(?:is|was)[ ]to[ ](?:reach|achieve|attain|get[ ]to)|is|was|being"
    r"|(?:is|was)[ ]to(?:[ ][\w'’-]{1,15}){1,8}[ ](?:within|in|under)"
    rf"|had[ ]been[ ](?:put|set|fixed)[ ]at)[ ]{_BOUND}$",
    re.IGNORECASE,
)
# "(contract standard 95%)", "(the limit being 3)".
_IN_BRACKETS = re.compile(
    r"\((?:the[ ]|a[ ]|our[ ]|its[ ])?(?:[\w'’-]{1,15}[ ]){0,2}?(?:standard|limit|ceiling|aim|goal"
    r"|requirement|profile|norm|ambition|threshold|maximum|minimum|cap|requires|asks[ ]for|wants"
    r"|expects|expectation|allows|permits|required|permitted|allowed)"
    rf"(?:[ ](?:is|of|was|being|at|for))?:?[ ]{_BOUND}$"
    r"|\bwhat[ ](?:the|its|our)[ ](?:[\w'’-]{1,15}[ ]){1,3}(?:demand|require|want|expect|allow"
    r"|permit|ask)(?:s|ed)?(?:[ ]for)?[ ]\($",
    re.IGNORECASE,
)
_MUST_BEFORE = re.compile(
    r"\b(?:must|should|shall|may)[ ](?:not[ ](?:go|fall|drop|rise|be|climb|slip)[ ](?:under|below"
    r"|over|above|beyond|less[ ]than|more[ ]than)|not[ ]exceed|be[ ]at[ ]least|be[ ]no[ ](?:more"
    r"|less|fewer)[ ]than|reach)[ ]$",
    re.IGNORECASE,
)
# "against an intended 50%", "against a national threshold of 426", "it is measured against 99%".
_HELD_AGAINST = re.compile(
    r"\b(?:against|to|with)[ ](?:an?[ ]|the[ ])?(?:intended|planned|required|promised|agreed"
    r"|specified|stipulated|desired|contracted"
    r"|(?:(?:national|statutory|agreed|contract|contractual|corporate|minimum|service)[ ])?"
    r"(?:threshold|standard|requirement|expectation|limit|profile|trajectory)[ ]of)[ ]$"
    r"|\b(?:it|this|which|performance)[ ](?:is|was)[ ](?:measured|judged|held|assessed)[ ]"
    r"against[ ]$",
    re.IGNORECASE,
)
# "was required to begin a package within 48 hours in 90% of cases".
_REQUIRED_TO = re.compile(
    r"\b(?:required|obliged|asked|expected|bound|meant|supposed|contracted|was|were)[ ]to"
    r"(?:[ ][\w'’-]{1,15}){1,14}[ ]"
    r"(?:in|for|on)[ ]$"
    r"|\b(?:required|obliged|contracted|supposed)[ ]to[ ](?:divert|recycle|answer|reach|achieve"
    r"|attend|repair|mend|complete|clear|meet|collect|process|resolve|keep|maintain|fix|empty"
    r"|inspect"
    r"|return|recover|remove|visit|score)[ ](?:at[ ]least[ ])?$",
    re.IGNORECASE,
)
# "the government requires councils to be above 60%"
_REQUIRES = re.compile(
    r"\brequir(?:es|ed|ing)[ ](?:[\w'’-]{1,15}[ ]){1,4}to[ ](?:be|reach|achieve|meet|stay)[ ]"
    rf"{_BOUND}$",
    re.IGNORECASE,
)
# "the most that the council will bear is 2%".
_MOST = re.compile(
    r"\bthe[ ](?:most|least|fewest|worst)[ ][^.;:,\n]{3,40}[ ](?:bear|accept|tolerate|allow|stand"
    r"|allowed|accepted|tolerated)[ ](?:is|was|being)[ ]$",
    re.IGNORECASE,
)
_SET_OFF = re.compile(
    r"(?:\b(?:the|anything|than[ ]the|and[ ](?:no|not)[ ](?:more|less|fewer)[ ]than|with"
    r"|where|when|while|whereas|against|below|above|though|although|than)[ ]|[,;][ ]|\()"
    rf"{_BOUND}$",
    re.IGNORECASE,
)
# The same before a bare number, which may count anything.
_COUNT_OFF = re.compile(
    r"(?:\b(?:where|when|while|whereas|against|below|above|under|over|than|exceed(?:ed|ing)"
    r"|beat(?:ing)?|pass(?:ed|ing)|short[ ]of|clear(?:ed|ing)|past|beyond)[ ]"
    r"(?:(?:the|an?|some)[ ])?"
    rf"|\(){_BOUND}$",
    re.IGNORECASE,
)
# "fell short of 97.5%": an aim by the word alone; "out of an agreed 160", "of a hoped-for 300".
_SHORT_OF = re.compile(
    r"\b(?:short|shy|adrift)[ ]of[ ](?:the[ ]|an?[ ])?$"
    r"|\b(?:fail\w*|not|unable)[ ](?:quite[ ])?(?:to[ ])?(?:reach|attain|get[ ]to)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"\b(?:out[ ])?of[ ](?:the[ ]|an?[ ])(?:agreed|planned|expected|hoped[ -]for|intended|required"
    r"|contracted|promised|profiled)[ ]$",
    re.IGNORECASE,
)
# "We had hoped for 130", "it needed to be no worse than 4.9", "profiled to reach 52%".
_HOPED = re.compile(
    r"\b(?:hoped|wished|looked|planned|bargained)[ ](?:for|on)[ ]"
    rf"{_BOUND}$|\b(?:needed|ought|supposed|meant|profiled|was|were|had|hoped|intended|due)[ ]to[ ]"
    r"(?:be|have[ ]been|reach|stay|remain|keep|attain|hit|come)[ ]"
    r"(?:(?:in|at|under|below|above|over|within|down[ ]to|up[ ]to)[ ])?"
    rf"(?:no[ ]worse[ ]than[ ]|no[ ]higher[ ]than[ ]|no[ ]lower[ ]than[ ])?{_BOUND}$"
    rf"|\b(?:wanted|lets[ ](?:it|them)(?:[ ][a-z]{{3,12}}){{1,2}})[ ]{_BOUND}$"
    rf"|\bshould[ ](?:be|have[ ]been|stay|remain)[ ]{_BOUND}$",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"[ ]?(?:(?:days|weeks|hours|minutes|seconds)[ ])?(?:(?:being[ ])?the[ ](?:most|least|maximum"
    r"|minimum)[ ])?(?:that[ ]|which[ ])?(?:(?:is|are|was|were"
    r"|had[ ]been|has[ ]been|being)[ ])?(?:required|sought|demanded|stipulated|specified|allowed"
    r"|permitted|promised|prescribed|(?:that[ ]|which[ ])?(?:the|its|our)[ ][\w’'-]{2,15}[ ]"
    r"(?:strives|works|hopes|aims)[ ](?:for|to)|(?:asked|called|looked|aimed|hoped)[ ]for"
    r"|aimed[ ]at"
    r"|asked[ ]of|profiled|intended|contracted|planned(?=[.,;)]|$|[ ](?:for|by|in)\b)"
    r"|(?:set|agreed|fixed|needed)(?=[.,;)]|$|[ ](?:in|by|with|for)[ ](?:the|its|our|20|[A-Z]))"
    r"|should[ ]be(?=[.,;)]|$)|(?:the[ ](?:[\w’'-]{1,12}[ ])?)?(?:aim|goal|limit|ceiling|maximum"
    r"|minimum|ambition|standard|norm|line|requirement|threshold)"
    r"(?=[.,;)]|$|[ ](?:set|of[ ]the|(?:at|above|below|beyond|under|over)[ ]which)\b)"
    r"|laid[ ]down|ought[ ]to[ ](?:be|have)|should[ ]have|(?:counts?|counted)[ ]as[ ]a[ ]pass"
    r"|a[ ]pass(?=[.;,]|$)"
    r"|(?:the|its|their|our)[ ](?:[\w’'-]{1,15}[ ]){0,2}?(?:council|committee"
    r"|contract|cabinet|service"
    r"|agreement|specification|authority|department|board|policy|strategy|charter)[ ](?:(?:has|had"
    r"|have)[ ])?(?:sets?|asks?[ ]for|looks[ ]for|requires?|required|expects?"
    r"|expected|wants?|wanted|permits?|permitted|allowed|tolerates?|tolerated|stipulates?|stipulated"
    r"|specifies|specified|demanded|demands?|promises|promised|aims[ ]for|allows|lays[ ]down)"
    r"|expected(?![ ](?:by|in|to|next|this))|wanted)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\b(?:(?<!as )against|rather[ ]than)[ ](?:an?[ ]|the[ ])?$", re.IGNORECASE)
# What is asked of others than a service.
_OTHER_THINGS = re.compile(
    r"['’]?[ ](?:[a-z]{2,14}[ ])?(?:notice|sites?|plots?|homes|dwellings|councillors|members"
    r"|votes|seats"
    r"|signatures|objections|places|affordable|deposit|of[ ]the[ ](?:price|cost|sum))\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    rf"\b(?:limit|ceiling|maximum|cap)[ ](?:(?:of|is|was|being)[ ])?{_BOUND}$"
    rf"|\ballow(?:s|ed|ing)[ ]{_BOUND}$"
    r"|\bnot[ ](?:exceed|(?:rise|climb|go)[ ](?:above|over|beyond))[ ]$",
    re.IGNORECASE,
)
# A bare number is a norm only as a limit: "under the ceiling of 60".
_COUNT_LIMIT = re.compile(
    rf"\b(?:contract|agreement|specification)[ ](?:allow|permit)(?:s|ed|ing)[ ](?:for[ ])?{_BOUND}$"
    r"|\b(?<!speed )(?:limit|ceiling|bar|goal|aim|ambition|norm|threshold"
    r"|pass[ ]mark(?![ ]of\b)(?:[ ](?:under|in)[ ](?:the|our)[ ][a-z]{4,13})?|(?<!up to a )maximum"
    r"|(?<!the )minimum)"
    rf"[ ](?:of|is|was|at)[ ]{_BOUND}$"
    r"|\b(?:where|when|while|whereas)[ ](?:the[ ])?(?:business[ ])?(?:plan|contract|agreement)[ ]"
    r"(?:had[ ])?(?:wanted|asked[ ]for|called[ ]for|looked[ ]for|required|expected)[ ]$"
    r"|\bagainst[ ](?:an?[ ]|the[ ])?(?:national|statutory|agreed)[ ](?:threshold|standard|limit)"
    r"[ ]of[ ]$",
    re.I,
)
_PERMITTED = re.compile(
    r"[ ]?(?:\w{1,8}[ ])?(?:(?:is|are|was|were)[ ])?(?:allowed|permitted|tolerated)\b"
    r"|[ ]?(?:that[ ]|which[ ])?(?:the|its|our)[ ](?:[\w'’-]{1,15}[ ]){1,2}"
    r"(?:allow|permit|tolerate)(?:s|d|ed|ted)?\b",
    re.I,
)
# "short of the target, 59%, by just over a point": the aim and its figure.
_NAMED_BEFORE = re.compile(
    r"\b(?:the|its|our|their)[ ](?:[a-z]{3,12}[ ])?(?:target|aim|goal|standard),[ ]$"
)
_APART_AFTER = re.compile(r"[,)]|[ ]by[ ]|\.?$")
_EARLIER = re.compile(
    r"[ ]?\(?(?:in|for|during|at|the)?[ ]?(?:the[ ])?(?:last|previous|prior|same|year[ ]before"
    r"|preceding|nation|national|England|Wales|regional|average)",
    re.IGNORECASE,
)
# One of these stands beside every norm, plain substrings of the lowered text.
CUES = (
    "sought", "stipulated", "the bar", "ambition", "aim of", "goal of", "level of", "expects",
    "demanded", "promised", "pledge of", "norm of", "calls for", "called for", "calling for",
    "looks for", "looked for", "looking for", "asks for", "asked for", "asking for",
    "contract says", "agreement says", "allowed", "allows", "required", "requires", "specified",
    "specifies", "standard is", "standard was", "standard being", "standard of", "must not",
    "should not", "aimed for", "aimed at", "intended", "threshold of", "measured against",
    "judged against", "national standard", "required to", "the most ", "aim was", "aim is",
    "aim being", "goal was", "goal is", "ought to", "should have", "is a pass", "sets itself",
    "set itself", "allowing", "insists on", "permits", "lays down", "laid down", "provides for",
    "hoped for", "asked of", "short of", "shy of", "adrift of", "profiled", "being the aim",
    "contracted", "was to be", "were to be", "was to have", "should be", "strives for", " passes",
    "ceiling", "limit", " line", "-day standard", "the standard", "planned)", "planned.",
    "planned,", "planned;", "fixed in", "set in", "set for", "wanted", "lets it", "lets them",
    "council set", "committee set", "contract set", "service set", "permitted",
    "specification says", "council expects", "an agreed", "a planned", "profile of",
    "requirement of",
    "trajectory of", "contractual maximum", "obliged to", "contracted to", "supposed to",
    "allows for", "agreed maximum", "permitted maximum", "expected to", "permitted", "tolerate",
    "stipulates", "(standard", "(the standard", "contract standard", "service standard", "(aim",
    "(goal", "(requirement", "(contract", "threshold", "(maximum", "(minimum", "(cap ",
    "aimed to", "hoped to", "wanted", "planned", "pledged", "undertook", "set out to", "committed",
    "requirement", "pass mark is", "pass mark was", "pass mark under", "needed)",
    "what the ", "demands",
)  # fmt: skip


# "at 93% against 90%", "214 against 230": result and aim with no word between.
_BESIDE = re.compile(
    r"[0-9][ ]?(?:%|per[ ]cent|(?:working[ ])?(?:days|hours|minutes|weeks|seconds)|kg|tonnes)?,?[ ]"
    r"(?:[a-z]{3,12}[ ])?(?:as[ ])?(?:against|v|vs\.?|versus)[ ](?:an?[ ]|the[ ])?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[ ]?(?:[.,;:)]|$)")


def is_norm(reading: str, start: int, stop: int, at: int, end: int, has_code: bool = False,
            is_known: bool = False) -> bool:  # fmt: skip
    """Tell whether the figure at `at`–`end` is what is asked for, between two offsets.

    `has_code`: a code stands there; `is_known`: the paragraph speaks of targets.
    """
    before = reading[max(start, at - 100) : at]
    after = reading[end : min(stop, end + 40)]
    if _OTHER_THINGS.match(after):
        return False
    is_count = reading[at:end].strip().isdigit() and not has_code
    asked = not is_count and (
        _ASKS_BEFORE.search(before)
        or _MUST_BEFORE.search(before)
        or _HELD_AGAINST.search(before)
        or _REQUIRED_TO.search(before)
        or _MOST.search(before)
        or _REQUIRES.search(before)
    )
    asked = asked or _OUT_OF.search(before)
    asked = asked or (_NAMED_BEFORE.search(before) and _APART_AFTER.match(after))
    if not (asked or is_count):
        asked = _SHORT_OF.search(before) or _HOPED.search(before)
    limit = (
        _COUNT_LIMIT.search(before)
        or _IN_BRACKETS.search(before)
        or (not is_count and _LIMIT_BEFORE.search(before))
    )
    if asked or limit:
        return not _EARLIER.match(after)
    if _ASKED_AFTER.match(after) and (_COUNT_OFF if is_count else _SET_OFF).search(before):
        return True
    if is_known and _BESIDE.search(before) and _ENDS.match(after):
        return True
    return has_code and bool(_AGAINST.search(before)) and not _EARLIER.match(after)


def is_ceiling(reading: str, start: int, at: int, end: int) -> bool:
    """Tell whether what is asked for must not be passed: a limit, or what is allowed."""
    most = _MOST.search(reading[max(start, at - 100) : at])
    if most and "least" not in most.group().lower():
        return True
    before = reading[max(start, at - 40) : at]
    if _WITHIN.search(before) and _BORDER.match(reading, end):
        return True
    return bool(_LIMITS.search(before) or _PERMITTED.match(reading[end : end + 40]))


# "within the 0.48 per cent threshold": not to be passed.
_WITHIN = re.compile(r"\b(?:within|inside|under|below)[ ](?:the|an?|its|our)[ ]$", re.IGNORECASE)
_BORDER = re.compile(
    r"[ ](?:[a-z]{4,12}[ ])?(?:threshold|limit|ceiling|maximum|cap|tolerance)\b", re.IGNORECASE
)


def speaks(low: str) -> bool:
    """Tell whether lowered words may state a norm."""
    for cue in CUES:  # noqa: SIM110 - half the time of any()
        if cue in low:
            return True
    return False
