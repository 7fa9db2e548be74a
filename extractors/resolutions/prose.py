"""Decisions without RESOLVED or "That …": officer decisions, minutes in prose.

`stated`: the first paragraphs of a decision section that say what was decided; `minuted`: sentences
such as "the minutes were approved as a correct record". Motions count only where the text says that
they were carried. Source: FIELD_GUIDE 5.1 and 5.3."""

import re

from extractors.lowered import Needles
from extractors.resolutions import actions, moved, resolves, stated_forms, straight
from extractors.resolutions.limbs import Line
from extractors.resolutions.list_words import ends_in_colon, is_bare_lead, opens_with_verb, swallows
from extractors.resolutions.lists import Draft, Reader
from extractors.resolutions.recorded import RECORDED
from extractors.resolutions.straight import (
    AMENDMENT,
    LEAD,
    LOUDLY,
    PUT,
    RESULT,
    THAT,
    TOLD,
    Found,
    lead_above,
)
from extractors.resolutions.tails import split_tail
from extractors.votes import motions

# What a paragraph of a decision section says when it states a decision.
_DECIDES = re.compile(
    r"""\b(?:has|have|had|is|are|was|were|be|been|hereby)\s(?:[a-z]{2,14}ly\s|also\s|hereby\s|not\s)?
        (?:been\s)?(?:[a-z]{2,14}ly\s)?
        (?:approved|agreed|noted|adopted|endorsed|supported|accepted|awarded|appointed|delegated
          |authorised|authorized|referred|deferred|rejected|refused|granted|recommended
          |confirmed|amended|withdrawn|extended|varied|given|appointed|elected|resolved|decided)\b
      | \b(?:approval|permission|consent|authority)\s(?:is|was|be|has\sbeen|to\sbe)?\s?
        (?:hereby\s)?(?:given|granted|delegated|refused)\b
      | \b(?:committee|cabinet|council|executive|board|panel|members?|mayor|leader|holder|director
          |councillor|officer|i|authority|head|manager)\s(?:has\s|have\s|do\s|does\s)?(?:hereby\s|[a-z]{2,14}ly\s)?
        (?:approve|agree|adopt|endorse|accept|award|appoint|authoris|delegate|grant|refuse|reject
          |confirm|resolve|decide)(?:[ds]|ed|es)?\b
      | ,\s(?:has\s|have\s)?(?:approved|agreed|authorised|granted|awarded|appointed|delegated
        |endorsed|adopted|confirmed|decided)\s(?:the|that|to|an?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# Paragraphs that tell how the decision came about, not what it was.
_BACKGROUND = re.compile(
    r"""\A(?:this\sdecision\s(?:was|is|has|follows|relates|will|implements)
      | (?:(?:the|this)\s)?(?:report|purpose|background|reason|appendix|meeting|matter|proposals?)\b
        .{0,60}\b(?:set|sets|outlined|provides?|provided|detailed|explains?|is|informed|sought|seeks)\b
      | (?:consideration\swas\sgiven|further\sto|following\b|members?\b|councillors?\b|cllrs?\b|mr\b
        |mrs\b|ms\b|dr\b|reasons?\b|background\b|the\schair|in\sresponse|at\s(?:its|the|their)\smeeting
        |it\swas\s(?:noted|reported|explained|stated|commented)|there\s(?:was|were|is|are)\b
        |(?:an?\s)?apolog(?:y|ies)\b|no\s(?:apolog|declar|interest|item|urgent|question|member)
        |on\s[0-9]{1,2}(?:st|nd|rd|th)?\s|in\s[0-9]{4}|under\s(?:the|section)\b|n/?a$|none\b
        |not\sapplicable|see\s(?:below|above)$|question|debate)
      | .{0,120}\b(?:considered|presented|introduced|discussed|attended|reported\sthat|advised
        |explained|outlined|thanked|welcomed|highlighted|submitted\sa\sreport|gave\sa
        |w(?:as|ere)\s(?:asked|told|informed))\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# Openings that may come before a decision in the same sentence, and its second half.
_SETTING = re.compile(r"(?:following|further|in|under|on)\b", re.IGNORECASE)
# "Further to Minute 65, the Cabinet considered a report": what it says else is the report's.
_CONSIDERED = re.compile(
    r".{0,160}\b(?:considered|received|discussed)\s(?:the|a|an)\s(?:[\w-]{1,20}\s){0,3}?(?:report|paper)"
)
_AND_DECIDED = re.compile(
    r"\band\s(?:has\s|have\s|it\swas\s)?(?:hereby\s|unanimously\s|then\s|thereby\s)?"
    r"(?:approved|agreed|resolved|decided|granted|refused|authorised|adopted|endorsed"
    r"|noted\s(?:the|its)\s(?:[\w'-]{1,20}\s){0,2}(?:reports?|appendi(?:x|ces)|contents?|updates?"
    r"|position|information|presentation))\b"
)
_FIRST_PERSON = re.compile(
    r"I(?:,\s[^,.;:\n]{3,120},)?\s(?:do\s|hereby\s|have\s|therefore\s){0,3}[a-z]{3,}"
)
_ELLIPTIC = re.compile(
    r"(?:the\s)?recommendations?\b[^.\n]{0,80}\b(?:agreed|approved|accepted)\b"
    r"|as\s(?:set\sout|detailed|per|outlined|recommended)\b|approval\b"
    r"|it\sis\s(?:recommended|agreed|proposed)\s|(?:please\s)?(?:see|refer\sto)\s(?:the\s)?attached"
    r"|(?:the\s)?(?:[a-z]{1,20}\s){0,3}(?:contract|permission|application|licence|lease|grant|funding"
    r"|tender|request|proposal|scheme|budget|variation|option)s?\b[^.:\n]{0,160}\b"
    r"(?:awarded|granted|approved|agreed|refused|accepted|extended|declined)\b",
    re.IGNORECASE,
)

# A paragraph of minutes that opens with what was done: "AGREED the plan", "Noted."
_OPENS_PAST = re.compile(
    r"(?:AGREED|NOTED|APPROVED|RECEIVED|ENDORSED|ADOPTED|REFUSED|DEFERRED|GRANTED)\b"
    r"|(?:Agreed|Noted|Approved|Received|Endorsed|Adopted)(?:\.?$|\s(?:the|as)\b)"
    r"|Members\s(?:AGREED|NOTED|APPROVED|ENDORSED)\b"
)
# How the points of a list are labelled; numbers with a stop count paragraphs too.
_POINTS = frozenset(("round", "closed", "square"))
# Who moved and who seconded, above the points of what they moved.
_IS_MOVED = re.compile(r"\bmoved\b[^\n]{1,120}\bsecond", re.IGNORECASE)
# One of these stands in every sentence of either kind.
_WORTH = (
    "deferred", "adjourned", "postponed", "noted", "withdrawn", "approved", "endorsed", "adopted",
    "accepted", "ratified", "received", "agreed", "excluded", "refused", "granted", "carried",
    "appointed", "elected", "nominated", "recommend", "nodwyd", "derbyniwyd", "cymeradwywyd",
    "cadarnhawyd",
)  # fmt: skip
_LINE_WORTH = Needles(*_WORTH, "minutes", *moved.RESULTS)
_SENTENCE_WORTH = Needles(*_WORTH, "minute")
# "Councillor A moved "That …"", "proposed that …".
_MOVES = re.compile(r"\b(?:moved|proposed)\b[^.\n]{0,90}?(?:\"|\bthat\b)", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:had\s(?:been\s)?(?:previously\s)?(?:approved|agreed|noted|deferred|withdrawn)|previously|"
    r"at\sits\s(?:last\s|previous\s)?meeting|would\s(?:be|\w{1,12}\smove|move|need)|last\syear|subject\sof|if\s|whether)\b",
    re.IGNORECASE,
)
# A stop, a blank, a capital; no stop of a title or abbreviation.
_SENTENCE = re.compile(
    r"(?<=[a-z)\]0-9'\"][.?!])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bCllr\.)"
    r"(?<!\bCllrs\.)(?<!\bAld\.)(?<!\bProf\.)(?<!\bRev\.)(?<!\bSt\.)(?<!\bNo\.)(?<!\bcon\.)"
    r"\s{1,9}(?=[A-Z\"(])"
)
_TO = re.compile(
    r"To\s(?:approve|note|agree|endorse|adopt|accept|defer|refer|delegate|authorise|appoint|"
    r"confirm|grant|award|recommend|support|refuse|exclude|request)\b"
)


def stated(reading: str, lines: list[Line], is_plain: bool) -> list[Found]:
    """Read a decision section without a marker: the first paragraphs that state a decision.

    `is_plain` lets the first paragraph stand where no words of decision are found.
    """
    for at, line in enumerate(lines):
        said = reading[line.body : line.stop][:1500]
        whole = not at and stated_forms.is_whole_list(reading, lines)
        if line.label and not (whole or _list_states(reading, lines, at)):
            continue
        if line.label or states(said):
            lead = lead_above(reading, lines, at)
            drafts = [*straight.to_above(reading, lines, at), *_run(reading, lines, at, lead)]
            return [Found(stated_forms.put_off(reading, drafts), "resolution.stated")]
    if is_plain and lines and len(lines) <= 4:
        said = reading[lines[0].start : lines[0].stop][:1500]
        result = RESULT.search(said)
        if result and result["lost"] and PUT.search(said):
            return []  # "Amendment not carried by 8 votes to 4"
        if len(said.split()) > 3 and said.rstrip()[-1:] != ":" and not _BACKGROUND.match(said):
            draft = Draft(lines[0].start, lines[0].body, lines[0].stop, _printed(lines[0]))
            return [Found([draft], "resolution.first")]
    return []


def _printed(line: Line) -> str | None:
    return line.label.text if line.label else None


def _run(reading: str, lines: list[Line], at: int, lead: tuple[int, int] | None) -> list[Draft]:
    """Read limbs from a line on, until a paragraph states nothing more."""
    reader = Reader(reading, lead)
    if lines[at].label:
        reader.read(lines, at)
        return reader.drafts
    while at < len(lines) and not lines[at].label:
        said = reading[lines[at].start : lines[at].stop]
        if not states(said[:1500]) and not _alike(reading, reader.drafts, said):
            break
        if swallows(said) and not stated_forms.leads_verbs(reading, lines, at):
            reader.drafts.append(Draft(lines[at].start, lines[at].start, lines[at].stop))
            break
        if (ends_in_colon(said) or is_bare_lead(said)) and at + 1 < len(lines):
            inner = Reader(reading, (lines[at].start, lines[at].stop))
            after = inner.read(lines, at + 1)
            reader.drafts += inner.drafts
            at = max(after, at + 1)
            if at < len(lines) and inner.drafts and inner.drafts[-1].label:
                behind = reading[lines[at].start : lines[at].stop]
                if not (THAT.match(behind) or ends_in_colon(behind)):
                    break  # narrative behind a numbered list
            continue
        lead_here, tail = split_tail(reading, lines[at].start, lines[at].stop)
        inner = Reader(reading, lead_here)
        inner.read(tail)
        reader.drafts += inner.drafts
        at += 1
    return reader.drafts


def _alike(reading: str, drafts: list[Draft], said: str) -> bool:
    """Tell whether a paragraph opens as all limbs before it: "To approve …", "To transfer …"."""
    return (
        said.startswith("To ")
        and bool(drafts)
        and all(reading.startswith("To ", d.body) for d in drafts)
    )


def states(said: str) -> bool:
    """Tell whether a paragraph says what was decided.

    >>> states("The lease has been approved on the terms set out.")
    True
    >>> states("This decision was authorised by the Leader in May.")
    False
    >>> states("Approved the award of the contract.")
    True
    """
    if THAT.match(said) or _FIRST_PERSON.match(said) or _ELLIPTIC.match(said):
        return True
    if (known := stated_forms.plainly(said)) is not None:
        return known
    if _BACKGROUND.match(said):
        decides = _DECIDES.search(said) and _SETTING.match(said) and not _CONSIDERED.match(said)
        return bool(decides or _AND_DECIDED.search(said))
    return opens_with_verb(said) or bool(_DECIDES.search(said))


def _list_states(reading: str, lines: list[Line], at: int) -> bool:
    """Tell whether a list without a marker is one of decisions: most points open like one."""
    if not lines[at].label or not (lines[at].label.opens):  # type: ignore[union-attr]
        return False
    above = reading[lines[at - 1].start : lines[at - 1].stop].rstrip() if at else ""
    if above.endswith(":") and not (LEAD.match(above) or states(above)):
        return False
    points = [x for x in lines[at : at + 6] if x.label]
    like = sum(_is_point(reading[x.body : x.stop][:1500]) for x in points)
    return like * 2 >= len(points)


def _is_point(said: str) -> bool:
    return (
        bool(THAT.match(said))
        or opens_with_verb(said)
        or bool(actions.action_of(said[:600], sure=True) and not _BACKGROUND.match(said))
    )


def minuted(reading: str, lines: list[Line], kind: str) -> list[Found]:
    """Read sentences of minutes that record a decision without a marker.

    `kind` is the section's; "undivided" for the text of minutes that no items were found in.
    """
    found: list[Found] = []
    behind = 0
    for at, line in enumerate(lines):
        if line.start < behind:
            continue
        if set_out := _set_out(reading, lines, at, kind):
            read, after = set_out
            behind = lines[after].start if after < len(lines) else lines[-1].stop
            found.append(read)
        elif (
            kind == "minutes"
            and _opens_limb(reading, line)
            and not (_under_told(reading, lines, at) or _is_asked(reading, lines, at))
        ):
            draft = Draft(line.start, line.body, line.stop, _printed(line))
            found.append(Found([draft], "resolution.infinitive"))
        elif _LINE_WORTH.stand_in(reading, line.body, line.stop):
            found += _recorded(reading, line)
    return found


def _set_out(reading: str, lines: list[Line], at: int, kind: str) -> tuple[Found, int] | None:
    """Read a motion or list that begins on a line; the index of the line behind it is returned."""
    if kind not in ("minutes", "undivided"):
        return None
    if read := motions.carried(reading, lines, at) or resolves.read(reading, lines, at):
        return Found(read[0], "resolution.motion"), read[1]
    if words := motions.divided(reading, lines, at) or resolves.form(reading, lines, at):
        return Found([Draft(words[0], *words)], "resolution.motion"), at + 1
    if kind == "minutes" and _under_body(reading, lines, at):
        reader = Reader(reading, (lines[at - 1].start, lines[at - 1].stop))
        after = reader.read(lines, at)
        return Found(reader.drafts, "resolution.body"), after
    return None


def _opens_limb(reading: str, line: Line) -> bool:
    return bool(
        _TO.match(reading, line.body, line.stop)
        or (not line.label and _OPENS_PAST.match(reading, line.body, line.stop))
    )


# "It was confirmed that …" below the heading "To confirm that …".
_WAS_DONE = re.compile(r"it was (?:then |unanimously )?(?P<verb>[a-z]{5,12}ed)\b", re.IGNORECASE)


def _is_asked(reading: str, lines: list[Line], at: int) -> bool:
    """Tell whether "To confirm the minutes …" is what an item is for: below, it was done."""
    while at < len(lines) and _TO.match(reading, lines[at].body, lines[at].stop):
        at += 1
    said = reading[lines[at].body : lines[at].stop][:900] if at < len(lines) else ""
    asked = _TO.match(reading, lines[at - 1].body, lines[at - 1].stop)
    done = _WAS_DONE.match(said)
    same = asked and done and done["verb"].startswith(asked[0][3:].lower()[:5])
    return bool(same or RECORDED.search(said))


def _under_told(reading: str, lines: list[Line], at: int) -> bool:
    """Tell whether a point stands in a list of options, comments or what a report asks."""
    floor = max(0, at - 40)
    while at > floor and lines[at].label:
        at -= 1
    said = reading[lines[at].start : lines[at].stop]
    if lines[at].label is not None:
        return False
    if _IS_MOVED.search(said) and len(said) < 200 and not RESULT.search(said):
        return not any(_is_result(reading, x) for x in lines[at + 1 : at + 60])
    return ends_in_colon(said) and bool(TOLD.search(said[-300:]))


def _is_result(reading: str, line: Line) -> bool:
    """Tell whether a line says that a motion was carried."""
    said = reading[line.start : line.stop][:1500]
    result = None if line.label or AMENDMENT.search(said) else RESULT.search(said)
    return bool(result and result["carried"] and PUT.search(said))


def _under_body(reading: str, lines: list[Line], at: int) -> bool:
    """Tell whether a list of verbs stands under "The Panel:"."""
    if not at or lines[at - 1].label:
        return False
    above = reading[lines[at - 1].start : lines[at - 1].stop]
    if TOLD.search(above[-300:]) or resolves.is_lead(reading, lines[at - 1]):
        return False
    if len(above) > 120 or not above.rstrip(" -–").endswith(":") or not is_bare_lead(above):
        return False
    return opens_with_verb(reading[lines[at].body : lines[at].stop])


def _recorded(reading: str, line: Line) -> list[Found]:
    found = []
    said_in = sentences(reading, line.body, line.stop)
    for i, (start, stop) in enumerate(said_in):
        end = min(stop, start + 900)
        said = reading[start:end]
        if motion := moved.carried(reading, said_in, i):
            found.append(Found([Draft(motion[0], *motion)], "resolution.motion"))
        elif not _SENTENCE_WORTH.stand_in(reading, start, end):
            continue
        elif (LOUDLY.match(said) or (RECORDED.search(said) and not _EARLIER.search(said))) and (
            not (_only_moved(said) or ends_in_colon(said))
        ):
            label = line.label if i == 0 and line.label and line.label.shape in _POINTS else None
            first = label.start if label else start
            draft = Draft(first, start, stop, label.text if label else None)
            found.append(Found([draft], "resolution.prose"))
    return found


LOUD_VERBS = ("NOTED", "APPROVED", "ENDORSED", "REMITTED", "HOMOLOGATED")  # of `straight.LOUDLY`


def loudly(reading: str, lines: list[Line]) -> list[Found]:
    """Read the sentences that say in capitals what a body did: "The Council NOTED that …"."""
    found = []
    for line in lines:
        for start, stop in sentences(reading, line.body, line.stop):
            said = reading[start : min(stop, start + 900)]
            if LOUDLY.match(said) and not ends_in_colon(said):
                found.append(Found([Draft(start, start, stop)], "resolution.prose"))
    return found


def _only_moved(said: str) -> bool:
    """Tell whether a sentence gives a motion that it does not say was carried."""
    if ("moved" not in said and "proposed" not in said) or not _MOVES.search(said):
        return False
    result = RESULT.search(said, said.rfind('"') + 1)
    return not (result and result["carried"])


def sentences(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the sentences of a span by a plain rule: a stop, a blank, a capital."""
    cuts = [(m.start(), m.end()) for m in _SENTENCE.finditer(reading, start, stop)]
    starts = [start, *(b for _, b in cuts)]
    stops = [*(a for a, _ in cuts), stop]
    return list(zip(starts, stops, strict=True))
