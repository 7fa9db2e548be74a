"""How far a saving has come, by the phrase it stands in: its own verb, right behind or before it.

"£190,000 had been secured"              -> achieved
"£45,000, which will not be forthcoming" -> not_achieved
"was to have delivered £1.4m"            -> target
"""

import re

from schemas.document import Span

# What may stand between a sum and its verb: a rate, "of these", a gloss, an aside.
_TAIL = (
    r"\)?(?: (?:a year|per annum|per year|p\.a\.?|each year|annually))?"
    r"(?: of (?:it|this|that|them|these|those|which|savings|efficiencies"
    r"|what (?:was|had been|is|has been) [a-z]{4,12}|(?:[a-z-]{3,14} ){1,3}savings"
    r"|(?:the|its|these|those) [a-z]{3,14}(?: [a-z]{3,14})?))?"
    r"(?: (?:in|for) (?:the year|20[0-9]{2}(?:[/-][0-9]{2,4})?))?"
    r"(?: \([^()£]{1,24}\))?"
    r"(?: (?:against|compared with|from|on|below) (?:the|its|our) (?:[a-z]{3,12} ){1,4}"
    r"(?:of £[0-9][0-9.,]{0,11}(?:m|k)?(?: million)?"
    r"(?: (?:in|for|from) 20[0-9]{2}(?:[/-][0-9]{2,4})?)?)?(?= ))?"
    r"(?:, [^,.;£]{3,70},| (?:outlined|set out|shown|listed|detailed) (?:in|at) [^,.;£]{3,50},?)?"
    r"(?: (?:which|that))?"
)
_DONE = (
    r"(?:achieved|delivered|made|realised|secured|banked|saved|gained|obtained|caught up"
    r"|found(?! to be\b| that\b| wanting\b| elsewhere\b))"
)
_YET = r"(?: (?:already|now|since|all|also|in fact|actually|indeed|so far))?"
_PLANS = r"(?:budgets?|base|MTFS|MTFP|MTFF|programme|estimates|(?:financial|medium[- ]term) plan)"
_BEHIND = (
    ("achieved", re.compile(
        rf"{_TAIL} (?:(?:has|have|had|having){_YET} (?:been )?(?:{_DONE}"
        r"|come (?:in|through|about|out of|from))"
        rf"|(?:was|were|is|are){_YET} (?:being )?{_DONE}|came (?:in|through|out of|from)"
        rf"|{_DONE} (?:so far|to date|already|since|last year))\b(?! (?:up|good))",
    )),
    ("not_achieved", re.compile(
        rf"{_TAIL} (?:has|have|had|was|were|is|are) not(?: been| being|,? in the event,?)?"
        rf" {_DONE}\b(?! (?:\w+ )?in full)"
        rf"|{_TAIL} (?:in slippage|not (?:been )?{_DONE})\b"
        rf"|{_TAIL} (?:has|have|had|was|were|is|are){_YET} (?:been )?(?:lost|missed|abandoned"
        r"|dropped|withdrawn|reversed|delayed|deferred|unachievable|undeliverable|unachieved"
        r"|undelivered|at risk of|no longer (?:achievable|deliverable|possible|likely)"
        r"|removed from the)\b",
    )),
    ("agreed", re.compile(
        rf"{_TAIL} (?:(?:has|have|had|was|were|is|are){_YET} (?:been )?(?:agreed|approved|adopted"
        rf"|voted)\b|(?:was|were){_YET} taken out of the (?:[a-z0-9/-]{{2,14}} ){{0,3}}{_PLANS}\b"
        rf"|(?:was|were|is|are|(?:has|have|had) been){_YET} (?:built in(?:to)?|written into"
        r"|put into|included (?:in|within)|baked into|incorporated in(?:to)?|reflected in"
        r"|factored into) (?:the|its|our|this year's|next year's)"
        rf" (?:(?!draft|proposed|indicative|provisional)[a-z0-9/-]{{2,14}} ){{0,3}}{_PLANS}\b)",
    )),
    ("proposed", re.compile(
        rf"{_TAIL} (?:that |which )?[A-Za-z]{{2,14}} (?:would be|will be|is|are|was|were|had been)"
        r" (?:asked|invited) to (?:approve|agree|accept|adopt|back|consider|support)\b"
        rf"|{_TAIL} (?:has|have|had|was|were|is|are){_YET} (?:been |being )?(?:proposed"
        r"|put forward|put up|identified|suggested|offered|tabled|recommended|consulted on)\b",
    )),
    ("forecast", re.compile(
        rf"{_TAIL} (?:is|are|was|were)(?: now| still| currently| also)? (?:forecast|expected"
        r"|projected|anticipated|predicted|estimated|on (?:track|course|target)|likely)"
        r"\b(?! (?:not|to (?:be (?:lost|missed)|slip|fail)))",
    )),
    ("target", re.compile(
        rf"{_TAIL} (?:is|are|was|were|had been|has been)(?: now)? (?:required|wanted|sought"
        r"|needed|demanded|the (?:target|aim|goal)|called for|looked for|asked (?:for|of)"
        r"|budgeted|set as)\b",
    )),
)  # fmt: skip
# "£62k, cannot now proceed", "£5, which will not be forthcoming".
_NEVER = re.compile(
    r"[^.;£]{0,90}?\b(?:cannot|can no longer|will not|would not|won't|did not|could not|will never"
    r"|would never|had not|has not|have not|(?:is|are|was|were) not(?: now)? going to)"
    r"(?: now| yet| in fact| any longer| therefore| after all)?"
    r" (?:be |been )?(?:now )?(?:forthcoming|proceed|go (?:ahead|on)|gone ahead|happen(?:ed)?"
    r"|(?:come|came) (?:about|to pass|true|in|through|off)|materialise[d]?|delivered|achieved"
    r"|made|realised|found|reached|met|secured|pursued|possible|hit)\b"
)
_FULLY = re.compile(r"\b(?:in full|fully|wholly|entirely|all of (?:it|them|this|that))\b")
_AND_SUM = re.compile(r"(?:,| and| or)(?: a further)? £[0-9][0-9,.]{0,11}[mk]?")
# What follows these words right before a sum; what "was to have saved" is a target where the
# sentence goes on to tell what it came to.
_BEFORE = (
    ("target", re.compile(
        r"\b(?:was|were|is|are) to have (?:delivered|saved|made|produced|yielded|achieved|brought"
        r"|found|released)(?: a| an| about| some| savings of| a saving of)? $"
    )),
    ("target", re.compile(
        r"\bwith (?:the|an?) (?:aim|target|goal|ambition)(?: of| being)"
        r"(?: about| around| saving| savings of| some| over| just over)? $"
    )),
    ("not_achieved", re.compile(
        r"\b(?:(?:loss|abandonment|non-delivery|non-achievement|failure) of(?: the| some)?"
        r"|wiped out|swept away|put paid to|undone|scuppered|missed out on)(?: about| some)? $",
        re.IGNORECASE,
    )),
    ("forecast", re.compile(
        r"\b(?:(?:savings?|benefit|figure|reduction) (?:(?:is|was|are|were|has been|had been) )?"
        r"(?:now )?(?:put|reckoned|assessed|calculated|estimated|thought to be|likely to be)"
        r"(?: at)?|(?:likely|probable|expected|estimated) (?:figure|saving|savings) (?:at|of|is|was"
        r"|to be))(?: about| around| some| nearly)? $",
        re.IGNORECASE,
    )),
)  # fmt: skip
_GATE = (
    " so far",
    " to date",
    " already",
    " since",
    " last year",
    " not ",
    "slippage",
    " having ",
    "been",
    " was ",
    " were ",
    " is ",
    " would be ",
    " will be ",
    " are ",
    " come ",
    " came ",
    " had ",
    " has ",
)
_REACH, _AHEAD = 90, 160


def find(reading: str, span: Span, start: int, stop: int) -> str | None:
    """Return the status that the phrase around a saving gives it; None where none does."""
    before = reading[max(span.start, start - _REACH) : start]
    for status, pattern in _BEFORE:
        if pattern.search(before) and ("to have" not in before or "£" in reading[stop : span.stop]):
            return status
    end = min(span.stop, stop + _AHEAD)
    after = reading[stop:end]
    if any(word in after for word in _GATE):
        for status, pattern in _BEHIND:
            if pattern.match(reading, stop, end):
                return _full(reading, stop, end, status)
    joined = _AND_SUM.match(reading, stop, end)
    never = _NEVER.match(reading, joined.end() if joined else stop, end)
    if never and not _FULLY.search(reading, stop, min(end, never.end() + 16)):
        return "not_achieved"
    return None


def _full(reading: str, stop: int, end: int, status: str) -> str | None:
    """Leave a result that a "not" turns round to the words of the sentence."""
    said = reading[stop : min(end, stop + 60)].partition("£")[0]
    is_turned = status == "achieved" and " not " in said.split(".")[0]
    return None if is_turned else status
