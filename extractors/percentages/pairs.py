"""The parts percentages play for each other: a result and its aim, two points of one measure."""

import re
from collections.abc import Sequence

from extractors import qualifiers
from extractors.context import Context
from extractors.cues import Hit, Sentence
from extractors.lowered import lowered
from extractors.percentages import frames as percent_frames
from extractors.percentages.roles import COUNT, IN_TIME, OF, WHOLE
from extractors.percentages.values import Share
from schemas.document import Span

# The older of two points: "95% compared with 50% last year", "73%, up from 57.5%".
_OLDER = re.compile(
    r"\b(?:as opposed to|compared (?:with|to)|in comparison (?:with|to)|in contrast to|versus|vs\.?"
    r"|(?:up |down )?from|(?:up|down) on|on(?= (?:last|the (?:last|previous|prior|year)) )"
    r"|against|having been|previously|rather than)"
    r"(?: (?!target|national|average|regional|the national|an? average|plan|profile"
    r"|(?:(?:an?|the|its|their) )?kpi|an? (?:aim|goal|standard))"
    r"[a-z0-9/-]{1,14},?){0,6} $",
    re.IGNORECASE,
)
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
# "100% in July and 97.8% in August": a list of the same.
_LISTED = re.compile(r"[^.;%£]{0,24}(?:,|,? and|/) (?:only |just )?")
# "The majors rate is 93%, minors is 77% and others at 78%".
_IN_TURN = re.compile(
    r"(?:,|,? and) (?:[A-Za-z'-]{2,16} ){1,6}(?:is|was|at|were|are|stood at) (?:only |just )?"
)
# "targets of 90% and 95%", "90% (96% by 2030)": two aims.
_LISTED_AIMS = re.compile(
    r"(?:(?!\b(?:when|where|while|whereas|being|against|beaten|passed|surpassed|exceeded|with)\b)"
    r"[^.;%£]){0,60}"
)
# "came in at 87% rather than 90%": what was wanted, in a sentence that tells of aims.
_WANTED = re.compile(r"[ ,)]{1,3}(?:rather than|instead of|and not|not) (?:the )?")
# "71% as opposed to the 74% sought", "96% of nights, when 95% was the goal".
_SET_OFF = re.compile(
    r"[^.;%£]{0,60}\b(?:as opposed to|rather than|instead of|when|where|whereas|while|against)"
    r"(?: (?:the|an?|at least|no (?:more|less) than))? "
)
_AGAINST_IT = re.compile(r"[^.;%£]{3,60}, (?:as )?against (?:an? |the )?")
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
# "0.45% on short deposits, 0.7% on long ones": rates in a list.
_RATES = re.compile(r" (?:on|for|in) [^.;%£]{2,50}(?:,|,? and) (?:a further |at )?")
_UP_FROM = re.compile(
    r"\b(?:up|down|a rise|an increase|a fall|a drop|having (?:risen|fallen|grown)|rising|falling)"
    r" from (?:about |around |just |only |over |under |nearly |almost )?$"
)
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


def beside(
    reading: str,
    span: Span,
    shares: Sequence[Share],
    roles: list[tuple[str, Hit | None]],
    cues: Sentence,
) -> None:
    """Take what a result is set against for the aim: "64%, well under the 80% standard"."""
    for at in range(1, len(shares)):
        if reading[shares[at - 1].stop : shares[at].start] == " at " and _both_aims(roles, at):
            roles[at] = ("actual", None)  # "the target of 88% at 83.7%"
        lent = _is_lent(reading, shares[at - 1 : at + 1], roles[at - 1 : at + 1], cues)
        if lent is not None:
            roles[at - 1 + lent] = ("actual", None)
        elif (
            _is_target(roles[at])
            and roles[at - 1][0] in ("other", "change", "to")
            and _SET_OFF.fullmatch(reading, *_gap(shares[at - 1 : at + 1]))
        ):
            roles[at - 1] = ("actual", None)
        before = reading[max(span.start, shares[at].start - 40) : shares[at].start]
        if roles[at - 1][0] in ("actual", "other", "share") and _BESIDE.search(before):
            roles[at - 1], roles[at] = ("actual", roles[at - 1][1]), ("target", None)
        elif _is_set_against(reading, span, shares[at - 1], shares[at], roles[at]):
            roles[at - 1], roles[at] = ("actual", None), ("target", None)
        elif _is_result(reading, shares[at - 1], shares[at], roles[at - 1], roles[at], cues):
            roles[at] = ("actual", None)


def _both_aims(roles: Sequence[tuple[str, Hit | None]], at: int) -> bool:
    return roles[at - 1][0] == roles[at][0] == "target"


def _is_lent(
    reading: str, pair: Sequence[Share], roles: Sequence[tuple[str, Hit | None]], cues: Sentence
) -> int | None:
    """Return which of two aims only has its word from the other: "97.8%, when 97.5% was the aim".

    None where both may be aims: "targets of 90% and 95%".
    """
    (one, told), (other, said) = roles
    if one != "target" or other != "target" or _LISTED_AIMS.fullmatch(reading, *_gap(pair)):
        return None
    if told is not None and cues.span(told)[0] >= pair[1].stop:
        return 0
    if said is not None and cues.span(said)[1] <= pair[0].start:
        return 1
    return None


def _gap(pair: Sequence[Share]) -> tuple[int, int]:
    return pair[0].stop, pair[1].start


def _is_set_against(
    reading: str, span: Span, one: Share, other: Share, role: tuple[str, Hit | None]
) -> bool:
    """Tell whether two figures are a result and its aim: "91% against 90%"."""
    if role[0] in ("rate", "share") or one.pair or other.pair:
        return False
    gap = one.stop, other.start
    wanted = (
        _WANTED.fullmatch(reading, *gap) and "target" in lowered(reading)[span.start : span.stop]
    )
    against = _AGAINST_IT.fullmatch(reading, *gap) and IN_TIME.search(reading, *gap)
    if not (wanted or against or _SET_AGAINST.fullmatch(reading, *gap)):
        return False
    return not _PAST.search(reading[other.stop : min(span.stop, other.stop + 60)])


def _is_result(
    reading: str,
    one: Share,
    other: Share,
    aim: tuple[str, Hit | None],
    role: tuple[str, Hit | None],
    cues: Sentence,
) -> bool:
    """Tell whether a figure follows the aim it is held against: "a target of 95%, 89% were"."""
    if aim[0] != "target" or role[0] != "target" or role[1] is None:
        return False
    same = aim[1].first == role[1].first if aim[1] else cues.span(role[1])[1] <= one.start
    follows = OF.match(reading, other.stop) or _WERE.match(reading, other.stop)
    return same and bool(follows) and reading[one.stop] == ","


def pair_up(
    reading: str, span: Span, shares: Sequence[Share], roles: list[tuple[str, Hit | None]]
) -> None:
    """Give two points of one measure their roles: "95% … as opposed to around 50%"."""
    for at in range(1, len(shares)):
        one, other = shares[at - 1], shares[at]
        gap = reading[one.stop : other.start]
        is_old = roles[at] == ("from", None) and not other.pair
        if is_old and roles[at - 1][0] in ("other", "change"):
            roles[at - 1] = ("to", None)
            continue
        _listed(gap, roles, at)
        if len(gap) > 160 or roles[at][0] in ("rate",) or one.pair or other.pair:
            continue
        if _FAR_TO.fullmatch(gap) and _FROM.search(
            reading[max(span.start, one.start - 50) : one.start]
        ):
            roles[at - 1], roles[at] = ("from", None), ("to", None)
            continue
        if roles[at - 1][0] == "share" and WHOLE.match(reading, one.stop, span.stop):
            if _UP_FROM.search(gap):  # "62% of the whole, up from 54%"
                roles[at - 1], roles[at] = ("to", None), ("from", None)
            elif _is_older(reading, span, gap, other):
                roles[at] = ("share", None)
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
        elif IN_TIME.search(gap):  # "83% were answered on time, up from 76%": a result
            roles[at - 1], roles[at] = ("actual", None), ("from", None)
        else:
            roles[at - 1], roles[at] = ("to", None), ("from", None)


def _listed(gap: str, roles: list[tuple[str, Hit | None]], at: int) -> None:
    """Give a figure without words of its own the part of its neighbour in a list."""
    one, other = roles[at - 1][0], roles[at][0]
    also = one == "change" and gap in (" and ", ", ")
    if (other == "other" or also) and _LISTED.fullmatch(gap):
        roles[at] = (one, None)
    elif other == "other" and one == "actual" and _IN_TURN.fullmatch(gap):
        roles[at] = ("actual", None)
    if roles[at - 1][0] == "other" and roles[at][0] == "share" and gap == " and ":
        roles[at - 1] = ("share", None)
    if roles[at][0] == "other" and roles[at - 1][0] == "rate" and _RATES.fullmatch(gap):
        roles[at] = ("rate", None)


def _is_target(role: tuple[str, Hit | None]) -> bool:
    """Tell whether a phrase or a near word makes a figure an aim."""
    return role[0] == "target" and (role[1] is None or role[1].cost < 5)


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


def measure(
    context: Context, span: Span, shares: Sequence[Share], roles: list[tuple[str, Hit | None]]
) -> None:
    """Turn a share into a result where an aim stands beside it, or performance words follow."""
    reading = context.reading
    stop = reading.find("\n", span.stop)
    stop = min(stop if stop >= 0 else len(reading), span.stop + 240)
    aimed = lowered(reading).find("target", span.start, stop) >= 0
    aimed = aimed or any(role == "target" for role, _ in roles)
    for at, (role, hit) in enumerate(roles):
        later = any(other == "target" for other, _ in roles[at + 1 :])
        if role == "to" and not shares[at].pair and (later or (aimed and not _has_from(roles))):
            roles[at] = ("actual", hit)
        before = reading[max(0, shares[at].start - 14) : shares[at].start]
        if before.endswith(("(", "or ")) and COUNT.search(before):
            continue
        if role == "share" and WHOLE.match(reading, shares[at].stop, span.stop):
            continue
        if role == "share" and hit is None and _is_framed(reading, span, shares[at]):
            continue
        if role not in ("share", "other") or (hit and hit.cue.weight == 0 and not aimed):
            continue
        behind = reading[shares[at].stop : min(span.stop, shares[at].stop + 110)]
        clause = behind.split("%")[0]
        whole = OF.match(clause) or _WERE.match(clause)
        if (whole and (aimed or _DONE.search(clause))) or (role == "other" and aimed):
            roles[at] = ("actual", hit)


def _is_framed(reading: str, span: Span, share: Share) -> bool:
    """Tell whether a phrase makes a figure a share: "58% of indicators had met their aim"."""
    return percent_frames.find(reading, span, Span(share.start, share.stop)) == "share"


def _has_from(roles: Sequence[tuple[str, Hit | None]]) -> bool:
    return any(role == "from" for role, _ in roles)
