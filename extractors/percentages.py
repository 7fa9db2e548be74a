"""Percentages: every mention, with its range, qualifier, the part it plays and its subject.

    "the response rate increasing from 45% to 65%"      -> 45 from, 65 to
    "99.7% were processed in time, ahead of the 75% target" -> 99.7 actual, 75 target
    "rent be increased by CPI plus 1%"                  -> 1 rate

Not percentages: the sign inside an indicator's name ("'95% of calls answered' (KPI 4)").
"""

import re
from collections.abc import Iterator, Sequence

from extractors import qualifiers, table_heads
from extractors.clues import Clue, weigh
from extractors.context import Context
from extractors.cues import Hit, Sentence, lexicon
from extractors.lowered import lowered
from extractors.percent_values import Share, scan
from schemas.document import Section, Span
from schemas.facts import Percentage, Proof

# An indicator's quoted name is open: "KPI 12 '95% of calls …".
_IN_NAME = re.compile(
    r"\b(?:[A-Z]{0,4}_?KPI|L?PI|NI|[Ii]ndicator)[ _]?[^'\"\n]{0,30}['\"][^'\"\n]{0,60}$"
)
_LONG = 4000
_AROUND = 600
# The older of two points: "95% compared with 50% last year", "73%, up from 57.5%".
_OLDER = re.compile(
    r"\b(?:as opposed to|compared (?:with|to)|in comparison (?:with|to)|in contrast to|versus|vs\.?"
    r"|(?:up |down )?from|(?:up|down) on|on(?= (?:last|the (?:last|previous|prior|year)) )"
    r"|against|having been|previously|rather than)"
    r"(?: (?!target|national|average|regional|the national|an? average|plan|profile)"
    r"[a-z0-9/-]{1,14},?){0,6} $",
    re.IGNORECASE,
)
_VERSUS = re.compile(
    r"[,)]{0,2} (?:against|compared (?:with|to)|versus|vs\.?|above|below|ahead of|short of)"
    r"(?: (?!%)[a-z-]{1,14}){0,4}? (?:targets?|standard|profile|goal)\b",
    re.IGNORECASE,
)
_COMPARED = frozenset("fewer less lower higher more".split())
_BESIDE = re.compile(
    r"\b(?:short of|ahead of|below|under|above|over|beyond|beating|exceeding|missing|meeting)"
    r" (?:the|its|our|their) (?:required |expected |agreed |contracted )?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\bagainst(?: [a-z0-9/-]{1,14},?){0,6} $", re.IGNORECASE)
_PAST = re.compile(
    r"^(?: [a-z]{2,14}){0,4} (?:last|previous|prior|same|in|for|during|at|the|over|a) ?"
    r"(?:(?:the )?(?:last|previous|prior|same|past)|[A-Za-z]{3,9} ?[12][0-9]{3}|[12][0-9]{3}|year"
    r"|quarter|month|[Qq][1-4])\b",
)
# The standard of others is no earlier point of this measure.
_OTHERS = re.compile(
    r"\b(?:national|regional|england|average|target|benchmark|nationally|profile|peer|other)"
)
# "increased to 95%", "up to" apart; "by 6%".
_TO = re.compile(
    r"\b(?:increas|decreas|reduc|ris(?:e|es|en|ing)\b|rose\b|fall|fell\b|improv|grow|grew|drop|declin"
    r"|mov(?:e|ed|ing)\b|went\b|gone\b|climb|creep|crept|slid|slip"
    r"|shr[aiu]nk|edg|dip|surg|soar|slump|tumbl|go\b|come\b|came\b|up|down)[a-z]*[^.;%\n]{0,40} to "
    r"(?:around |about |approximately |over |nearly |almost |just over |just under |more than )?$",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\bup to $", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|would|to|should|must|could|be|plans?) (?:[a-z]+ )?$", re.IGNORECASE
)
# "stood at 4% in spring and had come down to 3%": two points of one measure.
_THEN_TO = re.compile(
    r"\b(?:come|came|gone|went|ris(?:en|es)|rose|fall(?:en|s)|fell|dropped|climbed|slipped|improved"
    r"|increased|grown|grew|dipped|crept|edged|recovered|reduced)(?: (?:down|up|back|again))? to "
    r"(?:about |around |just |over |under |nearly |almost )?$"
)
# "91% against 90%": a result and its aim, unless the second is dated.
_SET_AGAINST = re.compile(
    r"[ ,)]{0,3}(?:as )?(?:against|measured against|set against)(?: (?:an?|the|its))?"
    r"(?: (?:aim|target|standard|required|expected|goal))?(?: of)? "
)
# "98.6%, target 98%": the aim has a figure of its own.
_OWN_AIM = re.compile(
    r"[,;:)( ]{1,3}(?:the |its |their |a )?(?:targe[td]s?|goal|aim|standard|tsl|threshold|bar)"
    r"(?: (?:was|is|being|of|set at))? ?:? ?[0-9]",
    re.IGNORECASE,
)
# "up 6%", "by 6%": only right before the figure; "by Christmas" is no change.
_STEPS = frozenset(("by", "up", "down"))
_STEP = 1.5
# "of the day's total", "of what was spent": a part of a whole, whatever is measured.
_WHOLE = re.compile(
    r" (?:of|in) (?:(?:the|its|their|our|all|this|that|an?|his) )?(?:[a-z'-]{2,14} ){0,3}?"
    r"(?:total|whole|takings|costs?|budget|sum|bill|price|marks|shares|equity|spend(?:ing)?|income)\b"
    r"|,? (?:of (?:what|it|this|that)|in favour|in support|left for|on (?:price|quality|cost))\b"
)
# "RPI+0.5%", "CPI plus 1%".
_INDEX = re.compile(
    r"\b(?:CPI|RPI|RPIX|CPIH|inflation|base rate) ?(?:\+|plus|-|minus|and) ?$", re.I
)
_INDICES = ("pi", "inflation", "base rate")
# "24 (74%)": the share that a count makes.
_COUNT = re.compile(
    r"(?:[0-9] ?(?:m|k|bn|million|billion)?,? ?(?:\(|or )|\b(?:half|third|thirds|quarters?|fifths?"
    r"|tenths?|all|none)(?: (?:of|or) [a-z ]{3,30})? ?(?:\(|or ))$",
    re.IGNORECASE,
)
_OF = re.compile(r",? of (?!the target)")
_WERE = re.compile(r",? (?:of them )?(?:were|was|had|have|has|being|are|is)\b")
# "from 45% of the organisation to 52%": the end of a change at some distance.
_FROM = re.compile(r"\bfrom (?:[a-z]{2,14} ){0,3}$", re.IGNORECASE)
_FAR_TO = re.compile(
    r"[^.;%£]{1,70} to (?:about |around |over |just over |nearly |almost |approximately )?"
)
_DONE = re.compile(
    r"\b(?:within|in (?:time|under|less)|on time|answered|processed|completed|resolved|determined"
    r"|achiev|realised|delivered|implemented|met|meeting|dealt with|responded|collected"
    r"|repaired|inspected|returned|acknowledged|recycled|closed|paid)"
)
# "down by three quarters (75%)"
_BY_PART = re.compile(
    r"\bby (?:a |an |some |about |over |nearly |almost )?[a-z]{3,8}(?: [a-z]{3,8})? ?\($"
)
    r"\bby (?:a |an |some |about |over |nearly |almost )?[a-z]{3,8}(?: [a-z]{3,8})? ?\($"
)
# What makes a count a result: "298 (96%) were closed in time".
_IN_TIME = re.compile(
    r"\b(?:in time|on time|within|right first time|in (?:target|full)|on target|inside|by the"
    r" deadline|met (?:the|their|its))\b"
)
_SUBJECT_OF = re.compile(
    r" of (?:the |all |all the |its |their |our )?(?P<what>[A-Za-z][^.,;:()\n%£0-9]{1,60})"
)
_SUBJECT_END = re.compile(
    r"\b(?:is|are|was|were|had|has|have|been|be|will|would|could|should|which|that|who|by|within"
    r"|from|to|for|felt|said|agreed|thought|in|on|at|with|as|during|against|being|did|do|does|now"
    r"|rated|supported|responded|compared|over)\b"
)


# What the head of a table's column makes of the figures below it; the first that fits.
_COLUMNS = (
    ("target", re.compile(r"\b(?:targets?|aims?|tsl|msl|standard|threshold|goal|required|expected)\b", re.I)),
    ("change", re.compile(r"\b(?:variance|change|movement|difference|increase|\+/-)", re.I)),
    ("share", re.compile(r"\b(?:weight|share|proportion|% of)", re.I)),
    ("rate", re.compile(r"\b(?:interest|rate of)\b", re.I)),
    (
        "actual",
        re.compile(
            r"\b(?:actual|performance|result|outturn|out-turn|achieved|current|score|ytd"
            r"|year to date|previous|last|latest|quarter|q[1-4]|(?:19|20)[0-9]{2}"
            r"|month|period|this year|to date|measured|observed|p[0-9]{1,2}\b"
            r"|jan|feb|mar|apr|may|jun|jul|aug"
            r"|sep|oct|nov|dec)",
            re.I,
        ),
    ),
)


def find(section: Section, context: Context) -> Iterator[Percentage]:
    """Yield a Percentage for every mention in the section."""
    shares = scan(context.reading, section.start, section.stop)
    held: list[Share] = []
    span: Span | None = None
    for share in shares:
        if span is None or share.start >= span.stop:
            if span:
                yield from _sentence(context, span, held)
            span, held = _span(context, share), []
        held.append(share)
    if span:
        yield from _sentence(context, span, held)


def _span(context: Context, share: Share) -> Span:
    span = context.sentence_at(share.start)
    if span.stop - span.start <= _LONG:
        return span
    return Span(max(span.start, share.start - _AROUND), min(span.stop, share.start + _AROUND))


def _sentence(context: Context, span: Span, shares: Sequence[Share]) -> Iterator[Percentage]:
    reading = context.reading
    cues = Sentence(context.words(span.start, span.stop), lexicon("percent_cues.csv"))
    roles: list[tuple[str, Hit | None]] = [_role(reading, span, cues, one) for one in shares]
    _beside(reading, span, shares, roles)
    _pair_up(reading, span, shares, roles)
    _measure(context, span, shares, roles)
    _headed(context, shares, roles)
    for share, (role, hit) in zip(shares, roles, strict=True):
        before = reading[max(span.start, share.start - 130) : share.start]
        if not (("'" in before or '"' in before) and _IN_NAME.search(before)):
            yield _made(context, span, share, role, cues.span(hit) if hit else None)


def _role(reading: str, span: Span, cues: Sentence, share: Share) -> tuple[str, Hit | None]:
    """Return the part one percentage plays by itself, and the cue that said so."""
    before = reading[max(span.start, share.start - 80) : share.start]
    low = before.lower()
    if share.pair:
        return ("from", "to")[share.pair - 1], None
    if any(index in low for index in _INDICES) and _INDEX.search(before):
        return "rate", None
    if before.endswith(("(", "or ")) and _COUNT.search(before):
        return _glossed(reading, span, cues, share, before), None
    hit = _governing(cues, share)
    if hit and cues.words[hit.first] in _COMPARED and _qualifies(reading, span, cues, hit, share):
        hit = None
    label = hit.cue.label if hit and hit.cost <= 14 else None
    if label in ("target", None) and _VERSUS.match(reading, share.stop, span.stop):
        return "actual", None
    if label == "target" and hit and cues.span(hit)[0] >= share.stop:  # noqa: SIM102
        if _OWN_AIM.match(reading, share.stop, span.stop):
            return "actual", None
    if label in ("actual", "change", None) and _WHOLE.match(reading, share.stop, span.stop):
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
    if _OF.match(reading, share.stop):
        return "share", None
    return "other", None


def _glossed(reading: str, span: Span, cues: Sentence, share: Share, before: str) -> str:
    """Return the part of a percentage that glosses a count: "298 (96%) were closed in time"."""
    if _BY_PART.search(before):
        return "change"
    done = reading[share.stop : min(span.stop, share.stop + 60)].split("%")[0]
    aimed = any(hit.cue.label == "target" and hit.cost < 12 for hit in cues.around(*_ends(share)))
    return "actual" if aimed or _IN_TIME.search(done) else "share"


def _ends(share: Share) -> tuple[int, int]:
    return share.start, share.stop


def _governing(cues: Sentence, share: Share) -> Hit | None:
    """Return the cue that governs a percentage: of the label that weighs most, the nearest."""
    near = [hit for hit in cues.around(share.start, share.stop) if not _is_far_step(cues, hit)]
    said = weigh(Clue(hit.cue.label, hit.cost, at) for at, hit in enumerate(near))
    return near[said.start] if said and said.start is not None else None


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


def _beside(
    reading: str, span: Span, shares: Sequence[Share], roles: list[tuple[str, Hit | None]]
) -> None:
    """Take what a result is set against for the aim: "64%, well under the 80% standard"."""
    for at in range(1, len(shares)):
        before = reading[max(span.start, shares[at].start - 40) : shares[at].start]
        if roles[at - 1][0] in ("actual", "other", "share") and _BESIDE.search(before):
            roles[at - 1], roles[at] = ("actual", roles[at - 1][1]), ("target", None)
        elif _is_set_against(reading, span, shares[at - 1], shares[at], roles[at]):
            roles[at - 1], roles[at] = ("actual", None), ("target", None)
        elif _is_result(reading, shares[at - 1], shares[at], roles[at - 1], roles[at]):
            roles[at] = ("actual", None)


def _is_set_against(
    reading: str, span: Span, one: Share, other: Share, role: tuple[str, Hit | None]
) -> bool:
    """Tell whether two figures are a result and its aim: "91% against 90%"."""
    if role[0] in ("rate", "share") or one.pair or other.pair:
        return False
    if not _SET_AGAINST.fullmatch(reading, one.stop, other.start):
        return False
    return not _PAST.search(reading[other.stop : min(span.stop, other.stop + 60)])


def _is_result(
    reading: str,
    one: Share,
    other: Share,
    aim: tuple[str, Hit | None],
    role: tuple[str, Hit | None],
) -> bool:
    """Tell whether a figure follows the aim it is held against: "a target of 95%, 89% were"."""
    if aim[0] != "target" or role[0] != "target" or aim[1] is None or role[1] is None:
        return False
    follows = _OF.match(reading, other.stop) or _WERE.match(reading, other.stop)
    return aim[1].first == role[1].first and bool(follows) and reading[one.stop] == ","


def _pair_up(
    reading: str, span: Span, shares: Sequence[Share], roles: list[tuple[str, Hit | None]]
) -> None:
    """Give two points of one measure their roles: "95% … as opposed to around 50%"."""
    for at in range(1, len(shares)):
        one, other = shares[at - 1], shares[at]
        gap = reading[one.stop : other.start]
        if len(gap) > 160 or roles[at][0] in ("rate",) or one.pair or other.pair:
            continue
        if _FAR_TO.fullmatch(gap) and _FROM.search(
            reading[max(span.start, one.start - 50) : one.start]
        ):
            roles[at - 1], roles[at] = ("from", None), ("to", None)
            continue
        if roles[at - 1][0] == "share" and _WHOLE.match(reading, one.stop, span.stop):
            roles[at] = ("share", None) if _is_older(reading, span, gap, other) else roles[at]
            continue
        if gap == " i " and reading.endswith(" o ", span.start, one.start):  # Welsh "from … to"
            roles[at - 1], roles[at] = ("from", None), ("to", None)
            continue
        if _THEN_TO.search(gap) and roles[at - 1][0] in ("actual", "other", "share"):
            roles[at - 1], roles[at] = ("from", None), ("to", None)
            continue
        if (
            _is_target(roles[at])
            or _is_target(roles[at - 1])
            or not _is_older(reading, span, gap, other)
        ):
            continue
        if roles[at - 1][0] == "change":
            roles[at] = ("from", None)
        else:
            roles[at - 1], roles[at] = ("to", None), ("from", None)


def _is_target(role: tuple[str, Hit | None]) -> bool:
    return role[0] == "target" and role[1] is not None and role[1].cost < 5


def _is_older(reading: str, span: Span, gap: str, other: Share) -> bool:
    said = qualifiers.before(reading, other.start, other.start - len(gap))
    lead = gap if said is None else gap[: said.start - other.start]
    if not _OLDER.search(lead) or _OTHERS.search(lead[-40:]):
        return False
    after = reading[other.stop : min(span.stop, other.stop + 60)]
    if _OTHERS.search(after[:30]):
        return False
    return not _AGAINST.search(lead) or bool(
        _PAST.search(after) or "last" in lead or "previous" in lead
    )


def _measure(
    context: Context, span: Span, shares: Sequence[Share], roles: list[tuple[str, Hit | None]]
) -> None:
    """Turn a share into a result where an aim stands beside it, or performance words follow."""
    reading = context.reading
    stop = reading.find("\n", span.stop)
    stop = min(stop if stop >= 0 else len(reading), span.stop + 240)
    aimed = lowered(reading).find("target", span.start, stop) >= 0
    aimed = aimed or any(role == "target" for role, _ in roles)
    for at, (role, hit) in enumerate(roles):
        if role == "to" and aimed and not shares[at].pair and not _has_from(roles):
            roles[at] = ("actual", hit)
        before = reading[max(0, shares[at].start - 14) : shares[at].start]
        if before.endswith(("(", "or ")) and _COUNT.search(before):
            continue
        if role == "share" and _WHOLE.match(reading, shares[at].stop, span.stop):
            continue
        if role not in ("share", "other") or (hit and hit.cue.weight == 0 and not aimed):
            continue
        behind = reading[shares[at].stop : min(span.stop, shares[at].stop + 110)]
        clause = behind.split("%")[0]
        whole = _OF.match(clause) or _WERE.match(clause)
        if (whole and (aimed or _DONE.search(clause))) or (role == "other" and aimed):
            roles[at] = ("actual", hit)


def _headed(context: Context, shares: Sequence[Share], roles: list[tuple[str, Hit | None]]) -> None:
    """Give percentages in table cells the part that the head of their column names."""
    for at, share in enumerate(shares):
        heads = table_heads.at(context.document, share.start)
        if heads is None or heads.column is None:
            continue
        said = context.reading[heads.column.start : heads.column.stop]
        named = next((role for role, words in _COLUMNS if words.search(said)), None)
        if named:
            roles[at] = (named, None)


def _has_from(roles: Sequence[tuple[str, Hit | None]]) -> bool:
    return any(role == "from" for role, _ in roles)


def _made(
    context: Context, span: Span, share: Share, role: str, cue: tuple[int, int] | None
) -> Percentage:
    reading = context.reading
    said = qualifiers.before(reading, share.start, span.start) or qualifiers.after(
        reading, share.stop
    )
    proofs = []
    if said:
        proofs.append(Proof("qualifier", said.start, said.stop, "percent.qualifier"))
    if cue:
        proofs.append(Proof("role", *cue, f"percent.role.{role}"))
    what = _subject(reading, span, share)
    if what:
        proofs.append(Proof("subject", what.start, what.stop, "percent.subject"))
    return context.make(
        Percentage,
        share.start,
        share.stop,
        share.rule,
        value=share.value,
        value_max=share.value_max,
        qualifier=said.name if said else None,
        role=role,
        subject=" ".join(context.quote(what.start, what.stop).split()) if what else None,
        proofs=tuple(proofs),
    )


def _subject(reading: str, span: Span, share: Share) -> Span | None:
    """Return the words of what is measured: those after "% of", else the noun before the verb."""
    hit = _SUBJECT_OF.match(reading, share.stop, span.stop)
    if hit:
        start, what = hit.start("what"), hit["what"]
        end = _SUBJECT_END.search(what)
        what = (what[: end.start()] if end else what).rstrip()
        return Span(start, start + len(what)) if what else None
    return None
