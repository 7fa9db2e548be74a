"""How far a saving has come, where the sentence around its phrase turns what the phrase says.

"moved that … be deleted, which would save £61,500"          -> proposed: a motion
"might save £40,000, but that is an idea for next year"      -> proposed
"£96,000, starting in May, and has been agreed"              -> agreed
"£150,000 which was built into the budget has not been made" -> not_achieved
"all but £37,000 of the target was met"                      -> not_achieved, and the target
"£1.4m was rated green and £0.7m red"                        -> forecast, not_achieved
"""

import re

from schemas.document import Span

_SAID = r"(?:(?:about|around|some|over|up to|nearly|almost|just|only|a further|another) ){0,2}"
_DONE = (
    r"(?:achieved|delivered|made|realised|secured|banked|found|met|reached|obtained|come (?:in"
    r"|about|through|good)|materialised|happened)"
)
# A motion or an amendment of the same sentence, or the line that leads to its words.
_MOVED = re.compile(
    r"\b(?:moved|move the following|amendment|motion)\b[^.;]{0,160}?"
    r"(?:\b(?:that|to|by|would|which)\b|:|[“\"'])(?:[^.;]|\.(?=[0-9])){0,260}$",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"\b(?:was|were|been|being) (?:duly |then |unanimously )?(?:carried|approved|agreed"
    r"|put to the vote and carried)\b|\bcarried\b|\bresolved\b|\bremoved\b|\bmotion was lost\b",
    re.IGNORECASE,
)
# "… was put as an amendment", "but that is a proposal for the autumn", "only an idea".
_ONLY_AN_IDEA = re.compile(
    r"[^.;£]{0,70}?\b(?:is|was|were|are|remains?|remained|as)(?: still| only| just| merely| no more"
    r" than| at this stage| at present){0,2} (?:an? |the subject of an? |one of the )"
    r"(?:[a-z-]{3,12} )?(?:proposals?|suggestions?|ideas?|options?|possibilit(?:y|ies)|amendment)\b"
)
# "the saving was £5 and Cabinet should agree to treat it as permanent".
_TO_BE_AGREED = re.compile(
    r"[^.;£]{0,90}?\b(?:Cabinet|Council|Members|Executive|[Cc]ommittee|[Bb]oard|[Pp]anel) "
    r"(?:should|(?:is|was|are|were|would be|will be) (?:asked|invited|recommended)(?: to)?) "
    r"(?:now )?(?:agree|approve|accept|adopt|treat|take|endorse)\b"
)
# The next sentence: "Officers propose that both figures go into the plan."
_PROPOSED_NEXT = re.compile(
    r"\s{0,3}(?:Officers|It is|It was|The report|The Director|The Head of Service|We)"
    r"(?: now| also| therefore)? (?:propos(?:e|es|ed)|recommend(?:s|ed)?|suggest(?:s|ed)?) that"
    r" (?:(?:both|all|these|those|this|that|the)(?: [a-z]{4,8}){0,2} )?(?:figures?|sums?|savings?"
    r"|amounts?|reductions?|they|it|both|this|these) (?:be|go|goes|is|are|should)\b"
)
# "Officers looked at fortnightly rounds, which might save £5": looked at, and no more.
_LOOKED_AT = re.compile(
    r"\b(?:looked (?:at|into)|explored?|examined|an? (?:option|idea|suggestion|possibility)"
    r"|options?(?: [a-z]{2,12}){0,3} (?:is|was|are|were)|suggest(?:ed|ion|s)|floated|mooted)\b"
    r"[^.;£]{0,110}\b(?:might|could|may|would)"
    r" (?:also |then |thereby )?(?:save|cut|reduce|release|yield|bring|produce|free|deliver)\b"
    r"[^.;£,]{0,30}$"
)
# "£5 a year on hire, now paid to Hale, begins in May and has been agreed".
_AND_AGREED = re.compile(
    r"[^.;£]{0,120}? and (?:(?:it|this|that) )?(?:has|had|have|was|were)(?: already| now| since"
    r"| also)?(?: been)? (?:agreed|approved|adopted)\b(?! (?:to|that|by the (?:union|supplier)))"
)
# "£5 which was built into the budget has not been achieved": the main verb, behind a clause.
_CLAUSE = (
    r"\)?(?: (?:a year|per annum))?[^.;£]{0,40}?,? (?:which|that) "
    r"(?:was|were|had been|has been|is|are|the [A-Za-z]{3,12} (?:had )?)"
    r" ?[^.;£]{3,70}? (?:has|have|had|was|were|would|will|is|are|could|cannot)"
)
_MAIN_NOT = re.compile(
    rf"{_CLAUSE}(?: now| yet| therefore)? ?(?:not|never)(?: now| yet| in fact)?"
    rf"(?: be| been| being)? {_DONE}\b(?! (?:\w+ )?in full)"
)
_MAIN_DONE = re.compile(
    rf"{_CLAUSE}(?: now| since| all| already| in fact)? (?:been )?"
    r"(?:achieved|delivered|realised|secured|banked|obtained)\b"
)
_BE_DONE = re.compile(r" (?:will|would|could|can) ")
# "all but £5 of the £9": what was not made.
_ALL_BUT = re.compile(
    rf"\b(?:[Aa]ll but|(?:was|were|been|is|are) {_DONE},? (?:but for|save for|save|except for"
    r"|apart from|with the exception of|less)|[Aa]part from|[Ee]xcept for|[Ss]ave for) "
    rf"{_SAID}(?:the )?$"
)
_OF_WHOLE = re.compile(r"\)?(?: \([^()]{1,20}\))? of (?:the|its|this|that|these|those|their|an?) ")
_MET = re.compile(rf"\b(?:has|have|had|was|were|is|are)(?: now| all)? (?:been )?{_DONE}\b")
# "a target of £9 was not met: only £5 was found", "the target of £9 had been met but for £5".
_AIM = re.compile(r"\b(?:target|aim|goal|requirement)s? (?:of|at|was|is) (?:about |some )?$", re.I)
_AIM_MISSED = re.compile(
    r"[^.;£]{0,60}? (?:was|were|had been|has been|is|being) (?:(?:not |narrowly |partly |just )?"
    rf"{_DONE}|missed|not (?:been )?{_DONE})[^.£]{{0,60}}£"
)
# "which should have saved £5", "£5 that the scheme should have produced".
_DUE = (
    r"(?:should|(?:was|were) (?:meant to|supposed to|intended to|expected to|due to)"
    r"|ought to) (?:by now )?have"
)
_MAKING = r"(?:saved|produced|delivered|yielded|made|brought(?: in)?|released|achieved|generated)"
_DUE_BEFORE = re.compile(rf"\b{_DUE} {_MAKING}(?: (?:savings|a saving) of)? {_SAID}$")
_DUE_BEHIND = re.compile(
    rf"\)?(?: of (?:savings|efficiencies|reductions))?(?: (?:that|which))? [^.;£]{{3,50}} {_DUE}"
    rf" (?:been )?{_MAKING}\b"
)
_GIVEN_UP = re.compile(
    r"\b(?:withdrawn|withdrew|scrapped|abandoned|dropped|lost|never|cannot|will not|would not)\b"
)
# "it had been intended that the deal yield £5".
_MEANT = re.compile(
    r"\b(?:intended|meant|supposed|planned|hoped) (?:that|to)\b[^.;£]{3,80} "
    r"(?:yield|save|deliver|produce|bring(?: in)?|release|make|achieve|generate|find) "
    rf"{_SAID}$"
)
# "Chief among those that would not happen was £5", "those not delivered include £5".
_NOT_TOLD = re.compile(
    r"\b(?:those|savings|schemes|proposals|ones|items|amongst? them)\b[^.;£]{0,40}?\b"
    r"(?:(?:would|will|could|can|did|had|has|have)(?: now)? ?not(?: now| yet)? (?:be |been )?"
    r"(?:happen|made|delivered|achieved|go ahead|proceed|realised|found)|undelivered|not"
    r" (?:yet )?(?:delivered|achieved|made))\b[^.;£]{0,40} (?:is|are|was|were|includes?|included)"
    rf" (?:the |a )?{_SAID}$"
)
# "leaving £5 to be found".
_LEAVING = re.compile(rf"\b(?:leaving|leaves|left)(?: a (?:gap|shortfall|balance) of)? {_SAID}$")
_TO_FIND = re.compile(
    r" (?:still |yet |of (?:it|them|which|savings) )?(?:to (?:be )?(?:find|found|deliver|delivered"
    r"|make|made|identif(?:y|ied)|secured?)|undelivered|unachieved|not (?:delivered|achieved)"
    r"|outstanding|short)\b"
)
# "£1.4m was rated green and £0.7m red".
_RATED = re.compile(
    r"\)?(?: of (?:it|this|that|them|these|those|which|savings|the (?:savings|total|programme)))?"
    r"(?: (?:is|was|were|are|being|remains?|has been|had been|now|currently|flagged|rated|shown|as"
    r"|at|a|RAG|RAG-rated|assessed|marked|classed|in|the)){0,5}"
    r" (?:\(?(?P<colour>green|amber|red))\b(?! (?:bin|bag|waste|space|route|flag|line|energy))",
    re.IGNORECASE,
)
_RATING = re.compile(r"\b(?:rated|RAG|flagged|green|amber|red)\b", re.IGNORECASE)
_COLOURS = {"green": "forecast", "amber": "forecast", "red": "not_achieved"}
# What a contract just let or a change just made leaves: "has cut the bill from £9 to £7, a
# saving of £2".
_BY_THEN = re.compile(
    r"\b(?:has|have|had) (?:already |now |since )?(?:cut|reduced|lowered|brought|driven|taken"
    r"|trimmed|halved|come)\b[^.;]{3,110}, (?:(?:giving|making|which is|and so) )?(?:an?|the)"
    rf" (?:[a-z-]{{3,12}} ){{0,2}}(?:saving|reduction) (?:of|worth) {_SAID}$"
)
# "a lower bid represents a saving of £5": what comes of a price offered is still to come.
_OFFERED = re.compile(
    r"\b(?:represents?|produces?|gives?|offers?|yields?|brings?|provides?|equates? to|means)"
    r" (?:an?|the) (?:[a-z-]{3,12} ){0,2}(?:saving|reduction) (?:of|worth|in [a-z ]{3,20} of)"
    rf" {_SAID}$"
)
_BIDS = re.compile(
    r"\b(?:tenders?|bids?|bidder|award|price|quotation|offer|new contract|proposed|re-?let)\b", re.I
)
# "Savings on energy came to £5": what they have come to, where no word aims or foretells.
_CAME_TO = re.compile(
    r"(?<!roposed )(?<!lanned )(?<!orecast )(?<!xpected )(?<!greed )(?<!otential )(?<!dentified )"
    r"(?<!equired )(?<!pproved )(?<!urther )(?<!udgeted )(?<!ndicative )(?<!ptional )"
    r"(?<!nticipated )(?<!ew )"
    r"\b[Ss]avings?\b(?:(?!\b(?:target|plan|propos|requir|option|gap|unidentified|need|forecast"
    r"|expect|programme|project|potential|total budget|estimat|identif|put|found|find"
    r"|which|that|with|includ))"
    r"[^.;£,]){0,60} (?:came to|totalled|amounted to|reached)"
    rf" {_SAID}$"
)
# "a saving of £1.2m, rising to £1.9m".
_RISING = re.compile(
    r"[^.;£]{0,40}?,?(?: and)? (?:rising|growing|increasing|climbing|building(?: up)?|falling"
    r"|reducing) to " + _SAID + "$"
)
# "asked for savings of £5 and found £4", "set on the footing that £5 of savings would be found".
_ASKED_FOR = re.compile(
    r"\b(?:asked|told|required|instructed|obliged|wanted) (?:for|to (?:find|make|deliver|achieve"
    rf"|save|yield)) (?:(?:savings?|efficienc(?:y|ies)|reductions?) of )?{_SAID}$"
    r"|\b(?:footing|assumption|basis|understanding|premise|condition) (?:that|of) "
    rf"(?:(?:savings|efficiencies) of )?{_SAID}$"
    r"|(?:^|[.;:] )(?:Against|Compared (?:with|to)|Set against) (?:the |its |planned |budgeted )"
    rf"{{0,2}}(?:savings|efficiencies|reductions) of {_SAID}$"
)
_TO_BE_SAVED = re.compile(
    r"\)?(?: of (?:savings|efficiencies))? (?:will|would) (?:have|need) to be"
    r" (?:saved|found|made)\b"
)
# "savings of £4 against the £5 target had been made".
_THE_TARGET = re.compile(rf"\b(?:against|of|towards|below|under) (?:the|its|an?|their) {_SAID}$")
_IS_TARGET = re.compile(r" (?:savings? |efficiency |annual )?target\b")
_AGAINST_MET = re.compile(
    r"\)? against (?:the |its |a |their )?£[0-9][0-9.,]{0,11}(?:m|k)?(?: million)? (?:savings )?"
    rf"(?:target|required|planned)? ?(?:has|have|had|was|were) (?:been )?{_DONE}\b"
)
# "Option B would save £5".
_OPTION = re.compile(
    r"\b[Oo]ptions?\b[^.;£]{0,70} (?:would|could|might|may) (?:also |then )?"
    rf"(?:save|cut|release|yield|bring|produce|free|deliver) (?:savings of )?{_SAID}$"
)
_CHOSEN = re.compile(r"\b(?:adopted|approved|agreed|chosen|chose|accepted|resolved)\b")
_PUT_AT = re.compile(
    r"\b(?:put|puts|reckon(?:s|ed)|estimat(?:es|ed)|assess(?:es|ed)) (?:the|its|their|this)"
    rf" (?:[a-z-]{{3,10}} )?savings? (?:at|to be) {_SAID}$"
)
_NOT_UNTIL = re.compile(
    r"[^.;£]{0,50}? (?:will|would) not (?:now )?(?:start|begin|take effect|be felt|be seen|come"
    r"|accrue|arise|flow|follow|be realised|be made) (?:until|before|till)\b"
)
# "Of those, £5 came from …", "The biggest was £5 …": parts of what the sentence before told.
_OF_THOSE = re.compile(
    r"\W{0,4}(?:(?P<of>Of (?:those|these|this|that|them|which)(?=,| £| (?:savings|sums?|figures?"
    r"|reductions|efficiencies|proposals)\b))|(?:(?:The|Chief) (?:biggest|largest|main|chief"
    r"|greatest|smallest|principal)(?: (?:of (?:them|these|those|which)|ones?|items?|parts?))?"
    rf" (?:is|was|are|were|being)|(?:These|They|This|Those) (?:includes?|included)) {_SAID})"
)
_CAME_FROM = re.compile(
    r"(?: a year| per annum)? (?:came|comes|would come|is|was|were|are|relates?|related|arises?"
    r"|arose) (?:from|to|for|in respect of)\b"
)
_NEXT_FROM = re.compile(
    r"(?: a year| per annum)? (?:(?:came|comes|was|is) )?from [^£;]{3,140}(?:,| and|, and) "
)
_REACH, _FAR, _AHEAD = 260, 420, 200


def find(reading: str, floor: int, span: Span, start: int, stop: int) -> str | None:
    """Return the status that the sentence around a saving gives it; None where it is silent.

    `floor` is where the section begins; the motion of a quoted amendment stands before it.
    """
    before = reading[max(span.start, start - _REACH) : start]
    end = min(span.stop, stop + _AHEAD)
    after = reading[stop:end]
    return (
        _main(before, reading, stop, end)
        or _rated(before, reading, stop, end)
        or _missed(before, reading, stop, end)
        or _put(reading, max(floor, start - _FAR), start, stop, span)
        or _come(before, after)
    )


def leans(reading: str, span: Span, start: int, stop: int, last: int | None) -> bool:
    """Tell whether a sum is no more than a part of the savings that the sentence before told.

    `last` is where the saving before it in the sentence ends.
    """
    head = _OF_THOSE.match(reading, span.start, start)
    if head is None:
        return False
    if last is not None:
        return _NEXT_FROM.fullmatch(reading, last, start) is not None
    if not head["of"]:
        return head.end() == start
    return _CAME_FROM.match(reading, stop, span.stop) is not None


def goes_on(reading: str, stop: int, start: int) -> bool:
    """Tell whether a sum is what the one before grows to: "£1.2m, rising to £1.9m"."""
    return _RISING.fullmatch(reading, stop, start) is not None


def _main(before: str, reading: str, stop: int, end: int) -> str | None:
    """Return what the main verb behind a relative clause says, or a second verb."""
    if _MAIN_NOT.match(reading, stop, end):
        return "not_achieved"
    done = _MAIN_DONE.match(reading, stop, end)
    if done and " not " not in done[0] and not _BE_DONE.search(done[0]):
        return "achieved"
    if _AND_AGREED.match(reading, stop, end) and " not " not in reading[stop:end]:
        return "agreed"
    return None


def _rated(before: str, reading: str, stop: int, end: int) -> str | None:
    colour = _RATED.match(reading, stop, end)
    if colour and _RATING.search(before + colour[0]):
        return _COLOURS[colour["colour"].lower()]
    return None


def _missed(before: str, reading: str, stop: int, end: int) -> str | None:
    """Return what the words of a target that was or was not met say of it and of the rest."""
    if _ALL_BUT.search(before):
        behind = _OF_WHOLE.match(reading, stop, end)
        is_met = _MET.search(before) or _MET.search(reading, stop, end)
        return "not_achieved" if is_met or behind else None
    if _ASKED_FOR.search(before) or _TO_BE_SAVED.match(reading, stop, end):
        return "target"
    if _THE_TARGET.search(before) and _IS_TARGET.match(reading, stop, end):
        return "target"
    if _AGAINST_MET.match(reading, stop, end):
        return "achieved"
    if _NOT_TOLD.search(before) or (_LEAVING.search(before) and _TO_FIND.match(reading, stop, end)):
        return "not_achieved"
    if _AIM.search(before) and _AIM_MISSED.match(reading, stop, end + 2):
        return "target"
    if _GIVEN_UP.search(reading, stop, end):
        return None
    if _DUE_BEFORE.search(before) or _MEANT.search(before) or _DUE_BEHIND.match(reading, stop, end):
        return "target"
    return None


def _put(reading: str, left: int, start: int, stop: int, span: Span) -> str | None:
    """Return that a saving is no more than moved, suggested or asked for."""
    end = min(len(reading), span.stop, stop + _AHEAD)
    if _ONLY_AN_IDEA.match(reading, stop, end) or _TO_BE_AGREED.match(reading, stop, end):
        return "proposed"
    before = reading[max(span.start, start - _REACH) : start]
    if "ption" in before and _OPTION.search(before) and not _CHOSEN.search(before):
        return "proposed"
    if _LOOKED_AT.search(before) or _PROPOSED_NEXT.match(reading, span.stop, span.stop + 200):
        return "proposed"
    above = reading[left:start]
    above = above[above.rfind("\n\n", 0, max(0, len(above) - (start - span.start))) + 1 :]
    if "mo" not in above and "mendment" not in above:
        return None
    moved = _MOVED.search(above)
    return "proposed" if moved and not _CARRIED.search(moved[0]) else None


def _come(before: str, after: str) -> str | None:
    if _BY_THEN.search(before) or _CAME_TO.search(before):
        return "achieved"
    if _PUT_AT.search(before) or _NOT_UNTIL.match(after):
        return "forecast"
    if _OFFERED.search(before) and _BIDS.search(before) and " not " not in after[:60]:
        return "forecast"
    return None
