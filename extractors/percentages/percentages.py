"""Percentages: every mention, with its range, qualifier, the part it plays and its subject.

    "the response rate increasing from 45% to 65%"      -> 45 from, 65 to
    "99.7% were processed in time, ahead of the 75% target" -> 99.7 actual, 75 target
    "rent be increased by CPI plus 1%"                  -> 1 rate

Not percentages: the sign inside an indicator's name ("'95% of calls answered' (KPI 4)").
"""

import re
from collections.abc import Iterator, Sequence

from extractors import qualifiers, table_heads
from extractors.context import Context
from extractors.cues import Sentence, lexicon
from extractors.percentages import kpis as percent_kpis
from extractors.percentages import pairs as percent_pairs
from extractors.percentages import roles as percent_roles
from extractors.percentages.values import Share, scan
from schemas.document import Section, Span
from schemas.facts import Percentage, Proof

# An indicator's quoted name is open: "KPI 12 '95% of calls …".
_IN_NAME = re.compile(
    r"\b(?:[A-Z]{0,4}_?KPI|L?PI|NI|[Ii]ndicator)[ _]?[^'\"\n]{0,30}['\"][^'\"\n]{0,60}$"
)
HEAD = "percent.role.head"  # the rule of a part that the head of a column names
_LONG = 4000
_AROUND = 600
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
    (
        "target",
        re.compile(
            r"\b(?:targets?|aims?|tsl|msl|standard|threshold|goal|required|expected)\b", re.I
        ),
    ),
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
    roles = [percent_roles.role(reading, span, cues, one) for one in shares]
    percent_pairs.beside(reading, span, shares, roles, cues)
    percent_pairs.pair_up(reading, span, shares, roles)
    percent_pairs.measure(context, span, shares, roles)
    settled = {
        **_headed(context, shares),
        **percent_kpis.settle(context, shares, [role for role, _ in roles]),
    }
    for at, (share, (role, hit)) in enumerate(zip(shares, roles, strict=True)):
        before = reading[max(span.start, share.start - 130) : share.start]
        if ("'" in before or '"' in before) and _IN_NAME.search(before):
            continue
        proof = Proof("role", *cues.span(hit), f"percent.role.{role}") if hit else None
        yield _made(context, span, share, *settled.get(at, (role, proof)))


def _headed(context: Context, shares: Sequence[Share]) -> dict[int, tuple[str, Proof]]:
    """Return the parts that heads of columns name for percentages in table cells, by place."""
    found: dict[int, tuple[str, Proof]] = {}
    for at, share in enumerate(shares):
        heads = table_heads.at(context.document, share.start)
        if heads is None or heads.column is None:
            continue
        said = context.reading[heads.column.start : heads.column.stop]
        named = next((role for role, words in _COLUMNS if words.search(said)), None)
        if named:
            found[at] = named, Proof("role", heads.column.start, heads.column.stop, HEAD)
    return found


def _made(context: Context, span: Span, share: Share, role: str, proof: Proof | None) -> Percentage:
    reading = context.reading
    said = qualifiers.before(reading, share.start, span.start) or qualifiers.after(
        reading, share.stop
    )
    proofs = []
    if said:
        proofs.append(Proof("qualifier", said.start, said.stop, "percent.qualifier"))
    if proof:
        proofs.append(proof)
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
