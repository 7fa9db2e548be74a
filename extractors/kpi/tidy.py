"""What may be an indicator's name, and what of some words is: no verbs, no speakers, no bare nouns.

>>> [tidied(w) for w in ("Complaints about", "webchat users had rated the help good", "outcome")]
['Complaints', 'webchat users', None]
>>> tidied("households who had been without a home")
'households who had been without a home'
"""

import re

from extractors.kpi.names import NUMBERS, empty_words

_NO_NAME = re.compile(
    r"(?:was|were|is|are|had|has|have|been|be|did|does|do|rose|fell|grew|dropped|stood|averaged|profiled"
    r"|carr(?:y|ies|ied)|comes?|improved|declined|increased|decreased|remained|reached|rated"
    r"|reported|recorded|measured|its[ ]target|their[ ]targets?|which|that|who|it|they|there|this"
    r"|these|those|them|he|she|we|you|where|how|what|why"
    r"|out|per|(?:one|two|three|four|five|six|seven|eight|nine|ten|those)[ ](?:which|that|who)"
    r"|rather|instead|than|against|compared|as[ ](?:at|of)|since|until|alongside|beside|despite"
    r"|during|regarding|following|under|within|among|amongst|although|though|because|when|while"
    r"|(?:one|two|three|four|several)[ ](?:quarters|months|years|weeks))\b"
    r"|(?:in|on|at|by|from)[ ]|exceptions?$"
    r"|(?:the|our)[ ][A-Za-z]{4,14}[ ](?:wanted|asked[ ]for|expected|promised|sought|set)$"
    r"|[a-z0-9]{1,12}[ ]rated\b|prescribed$"
    r"|regular$|historically$"
    r"|following$|for[ ]|an?[ ](?:year|month|quarter)[ ](?:before|ago|earlier)$"
    r"|(?:contractor|council|company|team|provider|supplier|officers?|members?|department|authority"
    r"|board|panel|committee)$"
    r"|(?:majority|most|half|all|some|rest|remainder|(?:small|large)?[ ]?number|percentage)[ ]of[ ]"
    r"(?:the[ ]|its[ ]|all[ ])?(?:[\w-]{1,15}[ ]){0,3}(?:indicators|kpis|measures|targets|pis)\b"
    r"|number[ ]of[ ](?:key[ ])?performance$|(?:cases|occasions|instances)[ ](?:and|but)\b"
    r"|any(?:[ ]one|thing)?(?:[ ](?:result|measure|figure|indicator|kpi|pi))?\b"
    r"(?:[ ][^\n]*)?[ ]targets?$"
    r"|(?:ones?|items?|rows|lines|points|anything|everything|nothing|rest|others?)[ ]"
    r"(?:below|above|here|listed|shown|marked|mentioned|starred|shaded|highlighted|up|within"
    r"|inside|outside)\b"
    r"|[A-Z][\w'’ -]{2,40}[ ](?:Council|Authority|Committee|Board|Panel|Ltd|Limited|plc)$"
    r"|(?:contractor|council|team|service|company|provider|supplier|department|authority|firm)[ ]"
    r"(?:[a-z]+ly[ ])?(?!(?:tied|shared|supported)\b)[a-z]{3,12}ed$"
    r"|[0-9.,]{1,7}[ ]?(?:%|(?:working[ ]|calendar[ ])?(?:day|hour|week|month|minute|second)s?)?$",
    re.IGNORECASE,
)
# Words of someone who speaks or does something: "the director gave details on how the usage".
_SPEAKS = re.compile(
    r"\b(?:gave|gives|asked|noted|explained|advised|commented|queried|stated|said|pleased|concerned"
    r"|show|shows|showed|provided|thanked|understanding|come[ ]back|how|whether|he|she|we"
    r"|trend[ ]towards|the[ ]fact|welcomed|indicated|enquired|expressed|recognised|confirmed"
    r"|highlighted|questioned|considered)\b",
    re.IGNORECASE,
)
# Words that no name ends with, and words that may be left off its end.
_HANGING = re.compile(
    r"\b(?:the|an?|of|to|towards?|and|or|which|that|its|their|our|those)$", re.IGNORECASE
)
_LOOSE = re.compile(
    r"[ ](?:about|as|from|within|than|for|in|on|at|by|with|over|under|only|just|currently|now"
    r"|again|also|already|still|had|took|overall|was|were|is|are|has|have|and|The[ ]target"
    r"|continue[ds]?[ ]to[ ](?:improve|rise|fall))$",
    re.IGNORECASE,
)
# The verb that ends a name; what follows "who" or "that" belongs to it.
_VERB = re.compile(
    r"[ ](?:was|were|is|are|had|has|have|took|stood|came|fell|dipped|rose|grew|climbed"
    r"|slipped|would|will|should|could|can|may|might"
    r"|amounted|averaged|accounted|indicated|reported[ ](?:at|as|above|below)|remains?|remained"
    r"|achieved[ ](?:its|their|the)|yn)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:who|which|that|where|whose|when|whom)\b", re.IGNORECASE)
# What is written about a result, not what is measured: "Commentary Just short of target".
_NOTE = re.compile(
    r"(?:(?:Officers?'?|Latest|Service|Manager'?s?)[ ])?(?:Commentary|Comments?|Notes?|Narrative"
    r"|Remarks?|Reasons?|Updates?|Explanation|Actions?|Key|Legend|Status|update)\b"
    r"(?=$|[^\n]{0,60}\b(?:short[ ]of|above|below|under|over|on|off|at|within|missed|met|not)\b)",
)
# Nouns that say nothing of what is measured.
_BARE = frozenset(
    "outcome outcomes figure figures result results score scores actual actuals goal aim number"
    " percentage proportion share total report contract average progress position committee members"
    " rate level data return month year quarter period reds greens ambers status rating exception"
    " exceptions work services service standard other others rest same line mark end cut agreement"
    " time times specification latest previous current provider supplier majority most tolerance"
    " tolerances margin margins commentary comment comments note notes narrative remarks key legend"
    " colour colours star stars asterisk ones items rest anything everything nothing"
    " cases occasions instances".split()
)
# What leads to a name, and what is left behind it: "figure for fires", "visits (Red)".
_FIRST = re.compile(
    r"^(?:overall[ ])?(?:figures?|results?|outturn|score|position)[ ](?:for|on|of|in)[ ]"
    r"(?:the[ ])?",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"[ ][–-][ ]£?[0-9][0-9.,]{0,9}[ ]?(?:%|[a-z]{1,9})?$|[ ]\((?:red|amber|green)\)$"
    r"|[;,][ ](?:and|or)$"
    r"|(?:[ ](?:recorded|reported))?[ ](?:at|by|to|for)[ ](?:the[ ])?(?:end[ ]of[ ])?(?:the[ ])?"
    r"(?:Quarter|Q|year)$|[ ](?:in|for|during)[ ]20[0-9]{2}(?:/[0-9]{2,4})?$"
    r"|[ ](?:in|for|during)[ ](?:the[ ]|that[ ])?"
    r"(?:same[ ]|reporting[ ]|financial[ ]|current[ ])?(?:"
    r"(?:first|second|third|fourth|last)[ ]quarter|Q(?:uarter[ ])?[1-4]|year(?:[ ]to[ ]date)?"
    r"|quarter|month"
    r"|period)$"
    r"|(?:[ ]performance)?[ ]figures?(?=$|[ ]for[ ]the[ ]year)",
    re.IGNORECASE,
)
# "For majors the team achieved": what is measured, and who did it.
_DONE_BY = re.compile(
    r"(?:For|On|In)[ ](?P<name>[a-z][^,;\n]{2,60}?)[ ](?:the|our)[ ](?:team|service|council"
    r"|department|company|contractor|section|unit)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Za-z]{3,}")


def is_name(words: str) -> bool:
    """Tell whether words can be what an indicator is called: no verb, number or empty word alone.

    >>> [w for w in ("averaged", "two", "74%", "rose from", "uptake", "Priority 2") if is_name(w)]
    ['uptake', 'Priority 2']
    """
    if _NO_NAME.match(words) or _SPEAKS.search(words) or _HANGING.search(words):
        return False
    if _NOTE.match(words):
        return False
    told = [w.lower() for w in _LETTERS.findall(words)]
    if "Priority" in words:
        return True
    return any(w not in NUMBERS and w not in empty_words() and w not in _BARE for w in told)


def tidied(words: str, is_share: bool = False) -> str | None:
    """Return the part of some words that can be an indicator's name, None where none can.

    What a share is of keeps its verb: "invoices were paid in time".
    """
    if doer := _DONE_BY.match(words):
        words = doer["name"]
    words = _LAST.sub("", _FIRST.sub("", words))
    for verb in () if is_share else _VERB.finditer(words):
        if not _RELATIVE.search(words, 0, verb.start()):
            words = words[: verb.start()]
        break
    while loose := _LOOSE.search(words):
        words = words[: loose.start()]
    return words if is_name(words) else None
