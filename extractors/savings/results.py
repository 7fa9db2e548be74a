"""What has come of a saving, or was asked for, by the words of its clause.

"none of the £5 materialised", "the £5 from the move has gone"      -> not_achieved
"short of the £5 asked of it", "the £5 saving has produced only £1" -> target
"has taken £5 out of the pay bill", "£5 has come off the budget"    -> achieved

Each status has what leads to a sum and what follows it. They speak where no phrase around the sum
does (frames, turns), before the cues of the sentence are counted.
"""

import re

from extractors.savings.phrases import (
    BE,
    FINDING,
    HAVE,
    IS_NOW,
    LESS_THEN,
    MONEY,
    NO_VERB,
    OFF,
    RATE,
    SAID,
)
from schemas.document import Span

# -- not_achieved ---------------------------------------------------------------------------------
_NOT_BEFORE = re.compile(
    r"(?:\b(?:[Nn]one|[Nn]othing|[Nn]ot a penny|[Nn]o part|[Hh]ardly any|[Ll]ittle)\b"
    r"(?: (?:has|had|have|came|come),?(?: come,?)?(?: or will,?)?)? of (?:the|that|this|those)"
    r"|\bno (?:prospect|chance|hope|likelihood) (?:now )?of (?:recovering|making|achieving"
    r"|delivering|finding|realising|seeing) (?:the|that|those)"
    r"|\b(?:(?:did|does|do) not expect to|(?:has|have|had) yet to) (?:see|make|achieve|deliver"
    r"|evidence|realise|find|identify)(?: the| any of the)?"
    r"|\b[Uu]n(?:delivered|achieved|met|realised) savings\b[^.;£:]{0,60}? (?:stand at|stood at|of"
    r"|totalled|total|came to|come to|amount(?:ed)? to|were|was|are|is)"
    r"|\b(?:still |yet )to (?:be )?(?:found|find|identified)(?: is| was|:)?"
    rf"|\b(?:[Ii]f|[Hh]ad)\b[^.;£]{{3,80}} would have (?:saved|cut|released|brought|yielded)"
    rf") {SAID}$"
)
_NOT_AFTER = re.compile(
    rf"{RATE}(?:{NO_VERB} (?:"
    rf"{HAVE} (?:gone|evaporated|vanished|disappeared|melted away|fallen (?:away|through|flat"
    r"|by the wayside)|slipped|foundered|collapsed|stalled|unravelled|dried up|lapsed|failed"
    r"|come to nothing|proved (?:illusory|unachievable|undeliverable|impossible|elusive)"
    r"|no (?:plan|owner|scheme|home|route)|found no home|yet to (?:be|come|start|begin|arrive)"
    r"|been (?:pushed back|put back|written (?:off|out)|moved (?:back|to)|carried (?:over|forward)"
    r"|given up|struck out|shelved|parked|ruled out))"
    rf"|{HAVE} to be (?:pushed|put) back"
    rf"|{BE} (?:off the table|out of reach|beyond reach|carried over|pushed back|put back"
    rf"|written off"
    r"|shelved|parked|no longer (?:there|counted|expected|assumed|on)|not (?:now )?going to (?:be"
    r"|come|happen)"
    r"|moved (?:back|to|from 20|into next))"
    r"|(?:was|were) never (?:realistic|made|achieved|delivered|found|likely)"
    r"|(?:cannot|can no longer|will not|could not) (?:now )?be (?:counted|relied|banked|taken|had"
    r"|got)"
    r"|failed to (?:appear|arrive|come|materialise)"
    r"|came to nothing|fell (?:through|away|by the wayside)|slipped|foundered|lapsed"
    r"|never (?:came|materialised|happened|arrived)"
    r"|(?:did|do|does) not (?:happen|come|materialise|arrive|go ahead|survive|exist|stand up))\b"
    r"|(?: now)? falls? (?:in|into) (?:the )?(?:next|following)\b"
    r"|(?:(?! (?:and|but|while|which)\b)[^.;:£]){0,60}? (?:not|no longer)(?: now)? (?:now"
    r" )?expected"
    r" (?:to be (?:delivered|made|achieved|realised) )?(?:until|till|before|this year|in)\b"
    r"| (?:slipped|moved|pushed back|put back) (?:in)?to (?:next year|20[0-9]{2}|the (?:next"
    r"|following))"
    rf"|(?: of (?:that|this|it|them|which)| of [^.;£]{{3,60}})?(?: (?:{BE}|remains?|remained"
    rf"|{HAVE}"
    r"))?(?: (?:still|yet))?(?: (?:un(?:touched|allocated|identified|found|delivered|achieved)"
    r"|without (?:any |a )?(?:plan|owner|scheme)|at nil delivery|unmet|unmade|unproven|outstanding"
    r"|(?:rated|reported|flagged) (?:as )?red"
    r"|not (?:yet )?(?:been )?(?:found|identified|evidenced)))\b"
    rf"|(?: of (?:that|this|it|them|which))? (?:(?:{BE}|remains?|remained|{HAVE}) )?(?:still|yet)"
    r" to be (?:found|identified|evidenced)\b"
    rf"|(?: of (?:that|this|it|them|which)) (?:{BE}|remains?|remained) to be (?:found"
    rf"|identified)\b"
    r"|(?: of [^.;£]{3,40})? still to (?:find|be found|identify|be identified)\b"
    r"|,? (?:is|was|were|are)? ?short (?:of|on|against)\b)"
)
_STILL = re.compile(rf"\b(?:still (?:had|has|have)|(?:has|had|have) still) {SAID}$")
_TO_FIND = re.compile(rf" (?:still )?to {FINDING}\b")
# -- target ---------------------------------------------------------------------------------------
_AIM_BEFORE = re.compile(
    r"(?:\b(?:must|obliged to|obliging [a-z]{2,12} to|has to|have to|had to|required to|told to"
    r"|commits? (?:it|us|them) to|challenged to|instructed to|tasked with|set out to)"
    rf" (?:now |still |also )?(?:{FINDING}|bring in|look for|strip out|give up|take out|remove"
    r"|shed|contribute|part with|lose|finding|saving|making)"
    r"|\b(?:was|were|had been|has been|is|are|been) (?:set|handed|allotted|assigned)(?: a| an)?"
    r"|\bshort of (?:the|its|a|an|their)(?: (?:original|planned|full|required|expected))?"
    r"|\b(?:asked|told|required|requested|instructed|invited)\b[^.;£]{0,60}? (?:bring (?:back|"
    r"forward)|come (?:back|forward) with|put forward|look for|find) (?:[a-z-]{3,12} ){0,3}?"
    r"(?:(?:schemes|proposals|options|savings|plans|measures|ideas) (?:worth|for|of|totalling"
    r"|to save|amounting to))?"
    rf") (?:at least )?{SAID}$"
)
_OF_THE = re.compile(
    r"\b(?:the|its|their|our|that|this|an?)(?: (?:full|original|whole|further))? $"
)
_ASKED_OF = re.compile(
    r"(?: (?:savings?|reduction|efficiency|target|requirement))?(?: (?:was|is|had been|were))?"
    r" (?:(?:expected|wanted|needed|asked|sought|required|demanded) (?:of|from)|(?:laid|placed"
    r"|imposed) on|(?:allotted|assigned|allocated|pledged) (?:to|by)|(?:set|demanded|imposed|sought"
    r"|called for) (?:by|for) (?!the end|next|[0-9]|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)) ?"
    r"|(?: [a-z-]{3,14}){0,4} (?:that|which) [^.;£]{3,50} (?:has|have|had|is|are|was|were|been)"
    r" (?:to|asked to|told to|required to|given to|expected to|demanded to) "
    rf"{FINDING}\b"
    r"|(?: [a-z-]{3,14}){0,4} which (?:the|its) [A-Za-z ]{3,40} (?:demands|requires|asks) of\b"
)
_PRODUCED_ONLY = re.compile(
    r"(?: [a-z-]{2,16}){1,6} (?:has|had|have)(?: so far| now)? (?:produced|yielded|delivered"
    r"|brought|achieved|made|realised|generated) (?:only |just |no more than )?£"
)
_WAS_TO_COME = re.compile(r" (?:was|were|is|are) to (?:come|have come|be found|be made) from\b")
_TO_BE_FOUND = re.compile(
    rf"{RATE}(?: of (?:savings|efficiencies|reductions))? (?:is|are|was|were|has|have) to be"
    r" (?:found|identified)\b"
)
_HAD = re.compile(rf"\b(?:had|has|have) {SAID}$")
# -- achieved -------------------------------------------------------------------------------------
_NEVER_HAVE = (
    r"(?<!would )(?<!will )(?<!should )(?<!could )(?<!might )(?<!may )(?<!must )(?<!not )(?<!to )"
)
_DONE_BEFORE = re.compile(
    rf"{_NEVER_HAVE}\b(?:{HAVE}|having)(?: already)? (?:(?:been able to )?(?:taken?|knock(?:ed)?"
    rf"|shaved?"
    r"|stripped|trimmed|lopped|pocketed|surrendered|yielded|freed|come up with|pruned)"
    r"(?: off| out| up)?|taken (?:off|out)"
    r"|(?:cut|reduced|lowered|brought|fallen|dropped|gone|come|decreased|declined|benefited|driven)"
    rf"\b(?:(?!\b(?:would|will|could|to|if)\b)[^.;£,]){{0,60}} by|fallen|dropped) {SAID}$"
    r"|\b(?:fell|dropped|came down|went down|brought down [^.;£,]{3,50}|brought [^.;£,]{3,50}"
    rf" down) by {SAID}$"
    r"|\bdid (?:indeed |in fact |at least )?(?:produce|deliver|achieve|make|save|yield|bring"
    r"|realise"
    rf"|secure|generate|release)\b[^.;£]{{0,50}} {SAID}$"
    rf"|\b(?:so far|to date),?(?: (?:we|they|it) (?:have|has|had) had)? {SAID}$"
    r"|\b(?:saving|savings|scheme|programme|review) (?:has|had|have)(?: so far| now)? (?:produced"
    rf"|yielded|delivered|brought) (?:only |just |no more than )?$"
)
_DONE_AFTER = re.compile(
    rf"{RATE} (?:{HAVE} (?:come (?:off|out of)|gone from|been (?:surrendered|evidenced"
    rf"|(?:removed|taken|stripped|cut|trimmed) (?:from|out of|off) {MONEY}))"
    r"|(?:can|could) (?:now )?be evidenced|to the good\b"
    r"|(?:of [^.;£]{3,50} )?had been removed from cost centres)"
)
_TOOK = re.compile(rf"\btook {SAID}$")
_AGREED_NEAR = re.compile(r"\b(?:agreed|approved|signed off|proposed|identified)\b[^£]{0,40}$")
_AHEAD_OF = re.compile(
    r"\b(?:will|would|could|might|may|should|going to|expected|estimated|to be)\b"
)
_REACH, _AHEAD = 320, 190


def find(reading: str, span: Span, start: int, stop: int) -> str | None:
    """Return not_achieved, target or achieved, where its clause says so; None where it is silent.

    `span` is the sentence.

    >>> said = "None of the £5m materialised and so far £2m has come off the budget."
    >>> [find(said, Span(0, len(said)), at, at + 3) for at in (12, 40)]
    ['not_achieved', 'achieved']
    """
    before = reading[max(span.start, start - _REACH) : start]
    after = reading[stop : min(span.stop, stop + _AHEAD)]
    return _missed(before, after) or _aimed(before, after) or _done(before, after)


def is_done(said: str) -> bool:
    """Tell whether words that lead to a sum tell of what has come: "has taken out"."""
    return _DONE_BEFORE.search(said) is not None


def _missed(before: str, after: str) -> str | None:
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after):
        return "not_achieved"
    return "not_achieved" if _STILL.search(before) and _TO_FIND.match(after) else None


def _aimed(before: str, after: str) -> str | None:
    if _AIM_BEFORE.search(before) or _PRODUCED_ONLY.match(after) or _WAS_TO_COME.match(after):
        return "target"
    if _TO_BE_FOUND.match(after):
        return "target"
    if _OF_THE.search(before) and _ASKED_OF.match(after):
        return "target"
    return "target" if _HAD.search(before) and _TO_FIND.match(after) else None


def _done(before: str, after: str) -> str | None:
    if _DONE_AFTER.match(after):
        return "achieved"
    if LESS_THEN.match(after) and IS_NOW.search(before) and not _AHEAD_OF.search(before):
        return "achieved"
    if _TOOK.search(before) and OFF.match(after):
        return "achieved"
    if _DONE_BEFORE.search(before) and not _AGREED_NEAR.search(before[-60:]):
        return "achieved"
    return None
