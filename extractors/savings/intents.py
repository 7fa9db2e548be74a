"""What is meant to come of a saving, by who speaks of it: an idea, a decision, a forecast.

"Option C is estimated to save £5", "which might save £5"           -> proposed
"Council voted to take £5 out", "the £5 reduction therefore stands" -> agreed
"will save £5", "is confident of £5"                                -> forecast

They speak where no phrase around the sum does (frames, turns), before the cues of the sentence are
counted.
"""

import re

from extractors.savings import results as saving_results
from extractors.savings.phrases import IS_NOW, LESS_NOW, NO_VERB, OFF, RATE, SAID
from schemas.document import Span

# -- agreed ---------------------------------------------------------------------------------------
_BODY = (
    r"(?:Council|Cabinet|Executive|Committee|Sub-Committee|Board|Members|Authority|Assembly"
    r"|Commissioners|Leader|Mayor|Convener|Lead Member|Resources)"
)
_DECIDED = re.compile(
    rf"\b{_BODY}(?: (?:had|has|have|went on to|then|unanimously|also|now|duly|on [0-9]{{1,2}}"
    r" [A-Z][a-z]{2,8},?|in [A-Z][a-z]{2,8})){0,3}"
    r" (?:resolved|agreed|approved?|APPROVED|adopted|voted|determined|decided|confirmed"
    r"|sanctioned|endorsed|settled on|accepted)\b(?P<what>[^£]{0,200})(?:£(?P<more>[^;]{0,80}))?$"
    r"|^\W{0,3}(?:RESOLVED|Resolved|AGREED|Agreed|DECIDED|Decision)\b(?P<that>[^£]{0,250}"
    r"(?:£[^£]{0,120})?)$"
)
_UNDECIDED = re.compile(
    r"\b(?:would|could|might|may|should|expect\w*|estimat\w*|forecast\w*|calculat\w*|reckon\w*"
    r"|project(?:ed|ions?)|anticipat\w*|propos\w*|targets?|ask\w*|not to|note[ds]?|but|if|whether"
    r"|consult\w*|reject\w*|refer(?:red)?|report\w*|business case|will|declin\w*|withdr\w*"
    r"|deliver\w*"
    r"|achiev\w*|thrown|threw|amendment|award(?:ed)?|pay|paid|potential|future|identif\w*"
    r"|recommend\w*"
    r"|of which|had been|invite\w*|request\w*|bring|consider\w*|seek\w*|find|review of)\b",
    re.IGNORECASE,
)
# "resolved that the post be deleted, saving £5".
_BE_DONE = re.compile(
    r"\b(?:that|to)\b[^£]{3,200}?\bbe (?:[a-z]{2,14}ed|cut|shut|not renewed)\b[^;£]{0,60},?"
    r" (?:and )?"
    rf"(?:thereby |thus |so )?(?:saving|releasing|freeing|yielding|cutting) {SAID}$"
)
_OPEN_STILL = re.compile(
    r"\b(?:consult|recommend|propos|amendment|motion|report|award)", re.IGNORECASE
)
_STANDS = re.compile(
    rf"{RATE}(?: [a-z'-]{{2,14}}){{0,7}} (?:reduction|saving|cut)s?{NO_VERB} (?:therefore "
    rf"|accordingly )?(?:stands|stood)\b"
    r"(?! at)|(?: saving)? (?:therefore |accordingly )(?:stands|stood)\b(?! at)"
)
_VOTED_THROUGH = re.compile(
    rf"{RATE}{NO_VERB}(?:,| was| were| has been| had been) (?:now |already )?(?:voted through"
    r"|(?:backed|sanctioned|agreed|approved|endorsed|adopted|accepted) (?:by (?!the (?:firm"
    r"|supplier|union|contractor)s?)|in [A-Z]|at |last |on [0-9]))"
    r"|,? as (?:adopted|decided|agreed|approved) (?:at|by|in) "
)
_OUTCOME = re.compile(
    r"\b(?:has|have|had|was|were|will|would|is|are|cannot|did)\b(?! been (?:put|shared|told))"
    r"[^.;£]{0,30}\b(?:delivered|achieved|made|realised|secured|lost|missed|withdrawn|gone|slipped"
    r"|expected|forecast|on track|not)\b"
)
_BUDGET_TAKES = re.compile(
    r"(?:(?<!draft )(?<!proposed )(?<!indicative )(?<!provisional )\b[Bb]udget for"
    r" 20[0-9]{2}(?:[/-][0-9]{2,4})?"
    r"|\b(?:adopted|approved|agreed|final) budget|[Bb]udget (?:set|agreed|approved|adopted)"
    r"(?: by [A-Z][a-z]{3,9})? in [A-Z][a-z]{2,8}|budget resolution)\b[^.;£]{0,50}? (?:takes?|took"
    rf"|contains?|includes?|removes?|cuts?|gives up|is)\b[^.;£]{{0,40}} {SAID}$"
)
# -- proposed -------------------------------------------------------------------------------------
_MIGHT = re.compile(
    r"\bmight(?: (?:also|then|well|just|perhaps|possibly|thereby|together|even)){0,2}"
    r" (?!have\b|not\b)[a-z]{2,10}\b[^.;£,]{0,50} $"
)
_IDEA = re.compile(
    r"\b(?:[Oo]ptions?(?! to extend)|[Pp]roposals?|[Aa]mendment|[Mm]otion|alternative budget"
    r"|ideas?|suggestions?"
    r"|recommended(?! by)|recommends?|consultation|consulted|whether they supported|minded to"
    r"|floated|mooted"
    r"|put forward|offered|proposes?|[Ss]hould (?:Members|Council|Cabinet|the motion)"
    r"|(?:is|was|were|are|been) (?:now |also )?(?:proposed|suggested|recommended) (?:to|that|by)"
    r"|(?:Group|Party|Democrat|Labour|Conservative)(?:'s)? (?:alternative|proposal|amendment))\b"
    r"(?:[^.;£]|\.(?=[0-9])|£(?=[0-9.,]{1,9}[mk]?(?: million)? (?!of savings))){0,170}?"
    r"\b(?:would|could|might|is estimated to|are estimated to|estimated|potential|likely|worth"
    r"|values? (?:it"
    r"|them)"
    r"|valued|indicative|thought capable|expected|making|giving|saving|releasing|yielding"
    r"|producing|which saves)\b[^.;£]{0,70} $"
)
_SETTLED = re.compile(
    r"\b(?:approved|agreed|adopted|carried|RESOLVED|[Rr]esolved|endorsed|awarded|accepted"
    r"|chosen|implemented|decided|forecast|target)\b"
)
_THROWN_OUT = re.compile(
    r"\b(?:threw out|thrown out|declined|referred back|remitted|voted down)\b[^.;£]{0,100} $"
)
_IDEA_AFTER = re.compile(
    r"[^.;£]{0,60}? and (?:is|was|are|were) (?:now )?put to (?:Members|Cabinet|Council|the)\b"
    r"|,? though no decision (?:was|is) (?:sought|needed|asked)"
    r"|[^.;£]{0,40}\bif (?:Members|Council|Cabinet) (?:were |are |is )?(?:so minded|minded|agreed?"
    r"|supports?|wish(?:ed)?)\b"
    r"|\)?[^.;£]{0,30} (?:is|was|are|were) (?:still )?(?:out to|under|subject to) consultation\b"
)
# -- forecast -------------------------------------------------------------------------------------
_WILL = re.compile(
    r"\b(?:will|ought to)(?: (?:also|then|now|thereby|therefore|together|in turn)){0,2}"
    r" (?:save|cut|reduce|lower|trim|take|release|free up|yield|contribute|avoid|bring in)\b"
    rf"(?:(?!\b(?:from|which|if|target|not)\b)[^.;£,]){{0,50}} {SAID}$"
    r"|\b(?:will|would) (?:bring|cut|lower|reduce|drive|take)\b[^;]{3,110}, an? (?:reduction"
    r"|saving|drop"
    rf"|cut) of {SAID}$|\bwill (?:bring|drive|push) [^.;]{{3,90}} down by {SAID}$"
    r"|\b(?:on course (?:for|to (?:save|deliver|make|achieve))|(?:is|are|was|were|remains?)"
    r" confident of"
    r"|(?:forecast|projection|estimate|expectation)s? (?:is|was|are|of|for|remains?|shows?)"
    r"(?: now| still)?(?: [^.;£]{1,40}? (?:of|is|was))?"
    rf"|(?:looks?|looked|seems?) set to (?:reach|deliver|save|make)) {SAID}$"
)
_WOULD_OFF = re.compile(rf"\bwould (?:take|knock|strip|trim|shave) {SAID}$")
_IS_SAFE = re.compile(r" (?:is|are|as) (?:safe|likely|in sight|within reach|deliverable)\b")
# The sentence before: what "it" or "the saving" is, or that a body has settled it.
_LEANS = re.compile(
    r"(?:It|This|That|These|They|The (?:scheme|saving|change|move|proposal|idea|figure|closure)"
    r"|Initial|Early|Officers|Her|His|Their|Budget effect|Saving)\b"
)
_IDEA_BEFORE = re.compile(
    r"\b(?:amendment|motion|[Oo]ptions?|proposal|proposed|idea|suggest(?:ed|ion)|being explored"
    r"|under"
    r" examination|floated|consultation|business case)\b"
)
_SETTLED_BEFORE = re.compile(
    r"\b(?:was|were|has been|have been|been|[Aa]greed|[Aa]pproved) (?:duly |now |unanimously"
    r" )?(?:sanctioned"
    rf"|approved|agreed|carried|upheld|endorsed|adopted|voted through|by {_BODY})\b"
    rf"|\b{_BODY} (?:resolved|agreed|approved|APPROVED|determined|decided|voted) "
)
_OPEN = ("unknown", "forecast", "target")
_REACH, _AHEAD, _BEFORE = 320, 190, 260


def before(reading: str, floor: int, span: Span, start: int, status: str) -> str | None:
    """Return what the sentence before makes of a saving whose own leans on it.

    >>> said = "The amendment was in order. It would shave £5m off the budget."
    >>> before(said, 0, Span(28, 62), 43, "forecast")
    'proposed'
    """
    if status not in ("unknown", "forecast") or not _LEANS.match(reading, span.start):
        return None
    left = max(floor, span.start - _BEFORE)
    told = re.split(r"(?<=[.!?]) (?=[A-Z])|\n", reading[left : span.start].rstrip())[-1]
    said = reading[span.start : start]
    if _IDEA_BEFORE.search(told) and not (_SETTLED.search(told) or saving_results.is_done(said)):
        return "proposed"
    if status == "unknown" and _SETTLED_BEFORE.search(told) and not _UNDECIDED.search(said):
        return None if _UNDECIDED.search(told) else "agreed"
    return None


def find(reading: str, span: Span, start: int, stop: int, status: str) -> str | None:
    """Return proposed, forecast or agreed, where its clause says so; None where it is silent.

    `span` is the sentence, `status` what the cues of the sentence say.

    >>> said = "Council voted to take £5m out, and new lamps might save £2m."
    >>> [find(said, Span(0, len(said)), at, at + 3, "unknown") for at in (22, 56)]
    ['agreed', 'proposed']
    """
    before = reading[max(span.start, start - _REACH) : start]
    after = reading[stop : min(span.stop, stop + _AHEAD)]
    return _ahead(before, after, status) or _agreed(before, after, status)


def _ahead(before: str, after: str, status: str) -> str | None:
    """Return proposed or forecast, where what lies ahead is no more than an idea, or foretold."""
    if _THROWN_OUT.search(before) or _IDEA_AFTER.match(after):
        return "proposed"
    if status in _OPEN and (_MIGHT.search(before) or _IDEA.search(before)):
        return None if _SETTLED.search(before) else "proposed"
    if _WILL.search(before) or (_WOULD_OFF.search(before) and OFF.match(after)):
        return "forecast"
    is_less = LESS_NOW.match(after) and IS_NOW.search(before)
    return "forecast" if _IS_SAFE.match(after) or is_less else None


def _agreed(before: str, after: str, status: str) -> str | None:
    voted = _VOTED_THROUGH.match(after)
    if voted and not _OUTCOME.search(after, voted.end()):
        return "agreed"
    if _STANDS.match(after) or _BUDGET_TAKES.search(before):
        return "agreed"
    decided = _DECIDED.search(before)
    if decided and _BE_DONE.search(before):
        return None if _OPEN_STILL.search(before) else "agreed"
    is_clear = status in _OPEN[:1] + _OPEN[2:] or (decided and decided["that"])
    if decided is None or not is_clear or status in ("forecast", "achieved", "proposed"):
        return None
    said = " ".join(filter(None, decided.groups()))
    return None if _UNDECIDED.search(said) else "agreed"
