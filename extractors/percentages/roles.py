"""The part one percentage plays, by the words around it alone: the nearest that agree win."""

import re

from extractors import qualifiers
from extractors.clues import Clue, weigh
from extractors.cues import Hit, Sentence
from extractors.kpi import norms as kpi_norms
from extractors.lowered import lowered
from extractors.percentages import frames as percent_frames
from extractors.percentages import parts as percent_parts
from extractors.percentages import told as percent_told
from extractors.percentages.values import Share
from schemas.document import Span

_VERSUS = re.compile(
    r"[,)]{0,2} (?:(?:were|was|are|is|performing|performed|at) )?(?:or )?"
    r"(?:slightly |marginally |just |well |only |narrowly )?(?:against|compared (?:with|to)|versus"
    r"|vs\.?|above|below|ahead of|short of|worse than|better than|off)"
    r"(?: (?!%)[a-z-]{1,14}){0,4}? (?:targets?|standard|profile|goal)\b",
    re.IGNORECASE,
)
# "we achieved 4%", "a level of 72% was achieved"; "exceeded the 97% target at 98%".
_REACHED = re.compile(
    r"\b(?:(?<!be )(?<!to )(?:achieved|attained|managed|reached)"
    r"(?: (?!the |its |target)[a-z-]{1,15}){0,5}|targets? at|targets? with) "
    r"(?:just |only |over |around |nearly |almost |an? )?\Z"
)
_NOT_REACHED = re.compile(
    r"\b(?:target|aim|goal|standard|increase|rise|reduction|cut|saving) of \Z"
)
# "down 1.6% on target", "up by 2%"; "missed its target by 4%".
_UP_OR_DOWN = re.compile(
    r"\b(?:(?:was|were|is|are|been|rates|rate) (?:up|down)(?: by)?|targets? by) \Z"
)
# "41 (56%) of the indicators were on track": how many of them.
_OF_INDICATORS = re.compile(r"\b(?:[Ii]ndicators|KPIs|PIs|[Mm]easures)\b")
_COMPARED = frozenset("fewer less lower higher more".split())
# "increased to 95%", "up to" apart; "by 6%".
_TO = re.compile(
    r"\b(?:increas|decreas|reduc|ris(?:e|es|en|ing)\b|rose\b|fall|fell\b|improv|grow|grew|drop|declin"
    r"|mov(?:e|ed|ing)\b|went\b|gone\b|climb|creep|crept|slid|slip"
    r"|shr[aiu]nk|edg|dip|surg|soar|slump|tumbl|go\b|come\b(?! to)|came\b(?! to)|up|down)"
    r"[a-z]*[^.;%\n]{0,40} to "
    r"(?:around |about |approximately |over |nearly |almost |just over |just under |more than )?$",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\bup to $", re.IGNORECASE)
# "98.6%, target 98%": the aim has a figure of its own.
_OWN_AIM = re.compile(
    r"[,;:)( ]{1,3}(?:the |its |their |a )?"
    r"(?:national |local |contract(?:ual)? |agreed |annual |council )?"
    r"(?:targe[td]s?|goal|aim|standard|tsl|threshold|bar|ceiling|limit|floor|minimum|maximum"
    r"|benchmark|requirement)"
    r"(?: (?:was|is|being|of|set at))? ?:? ?[0-9]",
    re.IGNORECASE,
)
# "up 6%", "by 6%": only right before the figure; "by Christmas" is no change.
_STEPS = frozenset(("by", "up", "down"))
_STEP = 1.5
# "of the day's total", "of what was spent": a part of a whole, whatever is measured.
WHOLE = re.compile(
    r" (?:of|in) (?:(?:the|its|their|our|all|this|that|an?|his) )?(?:[a-z'-]{2,14} ){0,3}?"
    r"(?:total|whole|takings|costs?|budget|sum|bill|price|marks|shares|equity|spend(?:ing)?|income)\b"
    r"|,? (?:of (?:what|it|this|that)|in favour|in support|left for|on (?:price|quality|cost))\b"
)
# "RPI+0.5%", "CPI plus 1%".
_INDEX = re.compile(
    r"\b(?:CPI|RPI|RPIX|CPIH|inflation|base rate)\)?(?: (?:of|at) [0-9]{1,2}(?:\.[0-9]{1,2})?%?)?"
    r" ?(?:\+|plus|-|minus|and) ?$",
    re.I,
)
_INDICES = ("pi", "inflation", "base rate")
# "24 (74%)": the share that a count makes.
COUNT = re.compile(
    r"(?:[0-9] ?(?:m|k|bn|million|billion)?,? ?(?:\(|or )"
    r"|\b[Oo]f (?:the |its |all |those )?[0-9][0-9,]{0,7}(?: [a-z]{2,14}){1,2} \("
    r"|\b(?:half|third|thirds|quarters?|fifths?"
    r"|tenths?|all|none| in (?:two|three|four|five|six|ten|twenty))(?: (?:of|or) [a-z ]{3,30})?"
    r" ?(?:\(|or ))$",
    re.IGNORECASE,
)
OF = re.compile(r",? (?:of (?!the target)|o'r |o blith )")
# "Of 418 contracts, 36% were with small firms".
_OF_MANY = re.compile(
    r"\b[Oo]f (?:the |all |its |these |those )?[0-9][0-9,]{0,8}(?: [a-z-]{2,16}){1,6}, "
    r"(?:only |just |some |about |around |over |nearly )?$"
)
_STANDS = frozenset("stood stands standing".split())
# "down by three quarters (75%)"
_BY_PART = re.compile(
    r"\bby (?:a |an |some |about |over |nearly |almost )?[a-z]{3,8}(?: [a-z]{3,8})? ?\($"
)
# What makes a count a result: "298 (96%) were closed in time".
IN_TIME = re.compile(
    r"\b(?:in time|on time|within|right first time|in (?:target|full)|on target|inside|by the"
    r" deadline|met (?:the|their|its))\b"
)


def role(reading: str, span: Span, cues: Sentence, share: Share) -> tuple[str, Hit | None]:
    """Return the part one percentage plays by itself, and the cue that said so."""
    before = reading[max(span.start, share.start - 80) : share.start]
    low = before.lower()
    if share.pair:
        # "cut to below the target of 6% to 5.2%"
        aimed = share.pair == 1 and low.endswith(("target of ", "target of just "))
        return ("target" if aimed else ("from", "to")[share.pair - 1]), None
    if any(index in low for index in _INDICES) and _INDEX.search(before):
        return "rate", None
    told = _beside(reading, span, share.start, share.stop, low)
    if told:
        return told, None
    if before.endswith(("(", "or ")) and COUNT.search(before) and not _DATED.search(before):
        return _glossed(reading, span, cues, share, before), None
    if _UP_OR_DOWN.search(low):
        return "change", None
    if _REACHED.search(low) and not _NOT_REACHED.search(low):
        return "actual", None
    hit = _governing(reading, cues, share)
    if hit and cues.words[hit.first] in _COMPARED and _qualifies(reading, span, cues, hit, share):
        hit = None
    label = hit.cue.label if hit and hit.cost <= 14 else None
    if label in ("target", None) and _VERSUS.match(reading, share.stop, span.stop):
        return "actual", None
    if label == "target" and hit and cues.span(hit)[0] >= share.stop:  # noqa: SIM102
        if _OWN_AIM.match(reading, share.stop, span.stop):
            return "actual", None
    if label in ("actual", "change", "share", None) and _is_part(
        reading, span, cues, hit, share, before
    ):
        return "share", None
    if label in ("actual", "change", None) and WHOLE.match(reading, share.stop, span.stop):
        return "share", None
    if (
        label in ("change", None, "actual", "share")
        and " to " in low
        and _TO.search(before)
        and not _UP_TO.search(before)
    ):
        return "to", None
    if label and not (label == "share" and hit and hit.cost > 6):
        return label, hit
    if OF.match(reading, share.stop):
        return "share", None
    # "on foot (47%), by punt (31%)": parts of all that were asked.
    if low.endswith("(") and reading.startswith(")", share.stop):
        return "share", None
    return "other", None


def _is_part(
    reading: str, span: Span, cues: Sentence, hit: Hit | None, share: Share, before: str
) -> bool:
    """Tell whether a figure is a part of what is told: "of 418 contracts, 36% were", "stood at
    41% of contacts"."""
    behind = reading[share.stop : min(span.stop, share.stop + 70)]
    if _OF_MANY.search(before) and not IN_TIME.search(behind):
        return True
    if hit is not None and hit.cue.label == "change":
        return False
    return hit is not None and cues.words[hit.first] in _STANDS and bool(OF.match(behind))


def _glossed(reading: str, span: Span, cues: Sentence, share: Share, before: str) -> str:
    """Return the part of a percentage that glosses a count: "298 (96%) were closed in time"."""
    if _BY_PART.search(before):
        return "change"
    if _OF_INDICATORS.search(reading, span.start, span.stop):
        return "share"
    done = reading[share.stop : min(span.stop, share.stop + 60)].split("%")[0]
    aimed = any(hit.cue.label == "target" and hit.cost < 12 for hit in cues.around(*_ends(share)))
    return "actual" if aimed or IN_TIME.search(done) else "share"


def _ends(share: Share) -> tuple[int, int]:
    return share.start, share.stop


# "since April 2021 (93%": a year counts nothing.
_DATED = re.compile(r"\b(?:19|20)[0-9]{2} \($")
# "from 1,120 to 1,866, or 67%"
_FROM_TO_OR = re.compile(
    r"\bfrom [^.;%\n]{1,30} to [0-9][0-9,.]{0,12}(?: [a-z]{2,12})?,? (?:or |\()$"
)
# "increased by 2%", "raise the charge by £3.20 (2%)"; the second names its sum first.
_CHANGED_BY = re.compile(
    r"\b(?:increase|raise|reduce|uplift|decrease|cut|rise|risen|fall|fell|fallen|grown|lower)"
    r"(?:s|d|ed|n)?(?: [a-z][a-z-]{0,14}){0,6}? by (?:a further |a |about |around |just )?"
    r"(?:£[0-9][0-9.,]{0,12}(?:m|k|p|bn)?(?: million)?(?: (?:a|per) [a-z]{3,5})? ?\()?\Z"
    r"|\b(?:increase|rise|uplift|reduction) of £[0-9][0-9.,]{0,12}(?:m|k|bn)?(?: million)?"
    r"(?: (?:a|per) [a-z]{3,5})? ?\(\Z"
)
# "an increase of 9.45% (499 calls)", "an increase in garage rents of 1.5%".
_RISE_OF = re.compile(
    r"\b(?:increases?|decreases?|reductions?|falls?|drops?)(?<!pay increase)(?<!salary increase)"
    r"(?: in [a-z][a-z' -]{2,60})? of "
    r"(?:up to |about |around |circa |approximately |just |over |nearly |c\.? ?)?\Z"
)
# What staff are paid goes up at a rate.
_PAY = re.compile(r"\b(?:pay|staff|salar|wage|index|inflation|interest)")
# "11.3% (587 calls) higher than the average".
_THAN = re.compile(
    r" (?:\([^()\n]{1,30}\) )?(?:higher|lower|more|less|fewer|greater|up|down) (?:than|on) "
    r"(?!(?:the |its |our )?target)"
)
# "an indicator that required 95% of patients to be seen".
_REQUIRED = re.compile(r"\b(?:requir(?:es|ed|ing)|demands|demanded) (?:at least |that |over )?\Z")
_LEVY = re.compile(r"\b(?:levy|commission|surcharge) of (?:about |only |up to )?$")
_DOWN = re.compile(r" (?:down|up)(?: on\b|[.,;)]|$)")
_TO_BE = re.compile(r" of [a-z][a-z ]{2,40} (?:is|are|were|was) to be\b")
_OF_TIME = re.compile(r" of the time\b")
# "must be answered 90% of the time", "are to run on time 95% of the time": asked, not reached.
_ASKED = re.compile(
    r"\b(?:must|shall|should|ought to|(?:is|are|was|were) to|aims? to|needs? to|ha(?:s|ve|d) to"
    r"|requir|expect|promis|guarante|undertak|undertook|target|asks?\b|pledg)"
)


def _beside(reading: str, span: Span, start: int, stop: int, low: str) -> str | None:
    """Return the part that the words right beside a percentage settle, None where they do not."""
    if low.endswith(("of which ", "of which only ", "of which just ")):
        return "rate" if percent_told.is_precept(reading, stop, span.stop) else "share"
    framed = percent_frames.find(reading, span, Span(start, stop))
    framed = framed or percent_parts.find(reading, span, start, stop)
    if framed:
        return framed
    if _CHANGED_BY.search(low) or _THAN.match(reading, stop, span.stop):
        return "change"
    said = lowered(reading)[span.start : start]
    if _RISE_OF.search(low) and not (_ASKED.search(said) or _PAY.search(said)):
        return "change"
    if _REQUIRED.search(low):
        return "target"
    if _LEVY.search(low):
        return "rate"
    if _FROM_TO_OR.search(low) or _DOWN.match(reading, stop, span.stop):
        return "change"
    if _TO_BE.match(reading, stop, span.stop):
        return "target"
    if _OF_TIME.match(reading, stop, span.stop):
        return "target" if _ASKED.search(low) else "actual"
    said = lowered(reading)[span.start : span.stop]
    if said.count("%") > 1 or "per cent" in said:
        asked = kpi_norms.speaks(said) and kpi_norms.is_norm(
            reading, span.start, span.stop, start, stop
        )  # fmt: skip
        return "target" if asked else None
    return None


def is_sure(reading: str, span: Span, start: int, stop: int, told: str) -> bool:
    """Tell whether the words right beside a percentage settle its part against a model's `told`.

    >>> said = "We missed the target by 4%; 15% of calls were late."
    >>> [is_sure(said, Span(0, len(said)), at, at + 3, "target") for at in (24, 28)]
    [True, True]
    >>> is_sure("The aim set was 5%.", Span(0, 19), 16, 18, "actual")
    False
    """
    before = reading[max(span.start, start - 80) : start].lower()
    if _UP_OR_DOWN.search(before) or (_REACHED.search(before) and not _NOT_REACHED.search(before)):
        return True
    if _beside(reading, span, start, stop, before):
        return True
    if told != "rate" and _INDEX.search(before):
        return True
    if told == "target" and (
        _AVERAGE_OF.search(before) or _NATIONALLY.match(reading, stop, span.stop)
    ):
        return True
    if told != "target" and before.endswith(("% against ", "% against a ", "% against the ")):
        return True
    if before.endswith("(") and COUNT.search(before):
        return bool(_OF_INDICATORS.search(reading, span.start, span.stop))
    left = reading.rfind(";", span.start, start) + 1 or span.start
    right = reading.find(";", stop, span.stop)
    own = reading[left : right if right >= 0 else span.stop].lower()
    whole = reading[span.start : span.stop].lower()
    return told == "target" and "target" in whole and "target" not in own and not _OWN.search(own)


# The figure of others is no aim: "a national average of 13.8%".
_AVERAGE_OF = re.compile(
    r"\b(?:national|regional|england|english|county|county-wide|welsh|wales|scottish|scotland|london"
    r"|peer|family group|nearest neighbour|uk|similar councils'?)(?: [a-z]{3,12})?"
    r" (?:average|mean|median|figure|rate|level)s?(?:,? \(|(?:,| of| was| is| being| at)? )"
    r"(?:about |around |just |over |only )?\Z"
)
_NATIONALLY = re.compile(r" (?:nationally|regionally|in England|across (?:England|Wales|the UK))\b")
# Other words of an aim.
_OWN = re.compile(r"\b(?:aim|goal|standard|must|should|require|expect|benchmark|at least|minimum)")


def _governing(reading: str, cues: Sentence, share: Share) -> Hit | None:
    """Return the cue that governs a percentage: of the label that weighs most, the nearest."""
    near = [
        hit for hit in cues.around(share.start, share.stop)
        if not (_is_far_step(cues, hit) or _is_apart(reading, cues, hit, share))
    ]  # fmt: skip
    said = weigh(Clue(hit.cue.label, hit.cost, at) for at, hit in enumerate(near))
    return near[said.start] if said and said.start is not None else None


def _is_apart(reading: str, cues: Sentence, hit: Hit, share: Share) -> bool:
    """Tell whether a semicolon parts a cue from a figure: "the target of 90%; 15% were late"."""
    start, stop = cues.span(hit)
    return reading.find(";", stop, share.start) >= 0 or reading.find(";", share.stop, start) >= 0


def _is_far_step(cues: Sentence, hit: Hit) -> bool:
    """Tell whether a "by", "up" or "down" stands too far off to measure a step."""
    return (
        hit.last - hit.first == 1
        and cues.words[hit.first] in _STEPS
        and hit.cost - hit.cue.weight > _STEP
    )


def _qualifies(reading: str, span: Span, cues: Sentence, hit: Hit, share: Share) -> bool:
    """Tell whether a word of change only qualifies the figure: "fewer than 10% of visits"."""
    said = qualifiers.before(reading, share.start, span.start)
    return said is not None and said.start <= cues.span(hit)[0] < said.stop
