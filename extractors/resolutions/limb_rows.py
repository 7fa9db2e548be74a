"""From drafts to rows, for resolutions and recommendations alike.

Fills text, lead, action (own verb, else parent's, lead's or marker's), is_empty and parent, and
leaves out what has no words. Source: SCHEMA, `resolutions` and the ruling on limbs.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from extractors import clean
from extractors.context import Context
from extractors.resolutions import actions, afterwards, prose
from extractors.resolutions.lists import Draft
from schemas.facts import Proof, Recommendation, Resolution

R = TypeVar("R", Resolution, Recommendation)

# Votes and movers in brackets after a limb, and narrative sentences behind it.
_AFTERTHOUGHT = re.compile(
    r"\s{0,9}\(\s?(?:(?:duly\s)?(?:proposed|moved|seconded)|(?:prop|sec)\b[.:]?\s|voting|votes?\b|for\b|unanimous|carried|"
    r"(?:councillors?|cllrs?|mr|mrs|ms)\b|note:|[0-9]{1,3}\s(?:votes?\s)?(?:for|in favour)|"
    r"[0-9]{1,3}[:-][0-9])[^()]{0,400}\)\s?[.;]?\s{0,9}$"
    # "…, on the motion of Cllr Ash, seconded by Cllr Elm."
    r"|,\s(?:up)?on\sthe\s(?:motion|proposal|proposition)\sof\s[^;:\n]{3,120}$",
    re.IGNORECASE,
)
_NARRATIVE = re.compile(
    r"(?<=[a-z0-9)'\"][.;])\s{1,9}(?=(?:Councillors?|Cllrs?|The\s(?:Chair(?:man|woman|person)?|[Mm]eeting|[Vv]ote|"
    r"[Mm]otion|Mayor|[Rr]easons?)|Voting|Votes?\b|On\sbeing|Upon|A\srecorded\svote|Reasons?\b|"
    r"Mr\b|Mrs\b|Ms\b|Proposed\b|Moved\b|Proposer|Prop\b|Seconded\b|Note:|FOR:|For:|Carried|CARRIED|"
    r"Unanimous(?:ly)?|All\s(?:in\sfavour|agreed)|(?:He|She|They)\s(?:then\s)?[a-z]{3,12}ed|"
    r"(?:He|She)\s(?:then\s)?took|(?i:action)(?=\s?[:–-]|\sby|\sfor))\b)"
)
# What a member wanted minuted is no part of the limb before it, though it says "be".
_ASKS = re.compile(
    r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms)\s[^.;:\n]{2,80}?\s(?:asked|requested|wished|wanted|required)\b"
)
# Rules that read what a page of minutes tells, where the story goes on in the same paragraph.
_TOLD = ("resolution.marker", "resolution.that", "resolution.motion")
_BE = re.compile(r"\bbe\b")
_IS_TO = re.compile(r"(?<!\bto )\bbe\b")
# What shows that a limb is a clause: it opens with That or To, or its lead ends so.
_CLAUSE = re.compile(r"(?:that|to)\b", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:that|to)$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|an?|for)\s", re.IGNORECASE)
_FOLLOWING = re.compile(r"\bfollowing\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:none|n/?a|nil|not applicable|no decision|tbc|that|to|-+)[\s.]{0,3}", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")
# A limb with no content of its own: only words such as these, and few of them.
_HOLLOW = frozenset(
    "that to as set out in the this report reports recommendation recommendations be agreed "
    "approved accepted adopted agree approve accept adopt agrees approves accepts detailed "
    "contained outlined listed made above below per stated described shown recommended attached "
    "accompanying document decision notice sheet form record paper appendix please see refer of "
    "within by at on is are was were all officer officer's officers agenda cabinet committee "
    "council board executive published and section paragraph paragraphs a for full details "
    "granted hereby it front start beginning top".split()
)
# Words that point elsewhere, or a bare verb: one of them must be there.
_POINTS = re.compile(
    r"\b(?:recommendations?|recommended|attached|set\sout|detailed|contained|outlined|as\sper|stated"
    r"|see)\b|^(?:approved|agreed|accepted|granted)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Limbs that one lead-in governs: how it was found, and the action it lends them."""

    drafts: list[Draft]
    rule: str
    action: str | None = None


def rows(
    kind: type[R],
    found: list[Batch],
    context: Context,
    act: Callable[[str, bool], str | None] = lambda said, sure: actions.action_of(said, sure=sure),
) -> Iterator[R]:
    """Yield rows of a kind for the drafts of all batches; ids and positions count from 1.

    `act` reads the action of words, surely or by guess.
    """
    count = 0
    for batch in found:
        above: list[str] = []
        numbers: dict[int, int] = {}
        for i, draft in enumerate(batch.drafts):
            row = _row(kind, batch, draft, context)
            if row is None:
                above.append(batch.action or "other")
                continue
            count += 1
            numbers[i] = count
            parent = None if draft.parent is None else above[draft.parent]
            action = _action(row.text, row.lead, parent, batch.action, act)
            above.append(action)
            up = None if draft.parent is None else numbers.get(draft.parent)
            yield replace(row, id=count, position=count, action=action, parent_id=up)


def _row(kind: type[R], batch: Batch, draft: Draft, context: Context) -> R | None:
    stop = trimmed(context.reading, draft, is_told=batch.rule in _TOLD)
    said = clean.limb(context, draft.body, stop)
    if not _LETTER.search(said) or _NOTHING.fullmatch(said):
        return None
    lead = clean.lead(context, *draft.lead) if draft.lead else None
    proofs = (Proof("lead", *draft.lead, batch.rule),) if draft.lead and lead else ()
    return context.make(
        kind, draft.start, stop, batch.rule,
        position=1, label=draft.label, lead=lead, text=said, action="other",
        is_empty=is_empty(said), proofs=proofs,
    )  # fmt: skip


def _action(
    said: str,
    lead: str | None,
    parent: str | None,
    governing: str | None,
    act: Callable[[str, bool], str | None],
) -> str:
    """Return a limb's action: its own verb's, else its parent's, its lead's or its marker's."""
    led = act(lead, False) if lead else None
    if "recommend" in (governing, led, parent):
        return "recommend"
    own = act(said, bool(led or (parent and parent != "other")))
    if own or parent:
        return own or parent or "other"
    lent = led or governing or "other"
    return "other" if lent == "agree" and _has_verb(said, lead) else lent


def _has_verb(said: str, lead: str | None) -> bool:
    """Tell whether a limb brings a verb of its own, so that "agreed" lends it none.

    >>> _has_verb("Implement the zone", "The Leader agreed to"), _has_verb("the zone", None)
    (True, False)
    """
    if _FOLLOWING.search(lead or ""):
        return False
    led = bool(lead and _JOINS.search(lead)) and not _ARTICLE.match(said)
    return led or bool(_CLAUSE.match(said) or _IS_TO.search(said[:400]))


def trimmed(reading: str, draft: Draft, *, is_told: bool = False) -> int:
    """Return where a limb ends: before the vote in brackets and the narrative behind it."""
    start, stop = draft.body, draft.stop
    for cut in _NARRATIVE.finditer(reading, start, stop):
        if reading.count("(", start, cut.start()) > reading.count(")", start, cut.start()):
            continue  # "(prop. Cllr Ash, sec. Cllr Elm)"
        following = prose.sentences(reading, cut.end(), min(stop, cut.end() + 400))[0]
        if _ASKS.match(reading, *following) or not _BE.search(reading, *following):
            stop = cut.start()
            break
    if is_told and draft.label is None:
        stop = afterwards.ends(reading, start, stop)
    for _ in range(3):
        back = max(start, stop - 480)
        after = _AFTERTHOUGHT.search(reading[back:stop])
        if not after:
            break
        stop = back + after.start()
    return start + len(reading[start:stop].rstrip())


_HOLLOW_WORD = re.compile(r"[^\W_]+(?:'s)?")


def is_empty(said: str) -> int:
    """Tell whether a limb is content-free.

    >>> is_empty("As set out in the report."), is_empty("That the lease be approved.")
    (1, 0)
    """
    if len(said) > 160 or not _POINTS.search(said):
        return 0
    found = _HOLLOW_WORD.findall(clean.plain(said).casefold())
    return int(all(word in _HOLLOW or word.isdigit() for word in found))
