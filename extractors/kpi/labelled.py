"""Indicators whose target, result and status are told by labels, a line each or on one line.

"Target: 95%" and "Actual: 93.1%" below a name, "Locks opened in time – Target 95% / Actual 93.1% /
Status Amber", "Indicator: …". A line counts only where labels and values are all it holds.

>>> [(p.role, p.value) for p in pairs("Aim: at least 95% / Outturn: 93.1% / RAG status: Amber")]
[('target', (5, 17)), ('actual', (29, 34)), ('rag', (49, 54))]
>>> pairs("Target: March 2015"), pairs("Target 95% was missed")
([], [])
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.context import Context
from extractors.kpi import cards as kpi_cards
from extractors.kpi import codes as kpi_codes
from extractors.kpi import heads as kpi_heads
from extractors.kpi import lists as kpi_lists
from extractors.kpi import signs as kpi_signs
from extractors.kpi import stacked as kpi_stacked
from extractors.kpi.grids import Grid
from schemas.document import Span

_LONGEST, _MOST_LINES = 400, 12
# The words that labels are made of: no others, lest a sentence be one.
_WORD = (
    r"(?:our|the|this|its|annual|quarterly|monthly|current|latest|last|previous|prior|actual|target"
    r"|aim|goal|standard|results?|out-?turn|performance|achieved|achievement|value|position|figure"
    r"|status|rag|rating|traffic|light|quarter(?:'s)?|year(?:'s)?|year-end|end|of|for|to|date|ytd"
    r"|q[1-4]|20[0-9]{2}(?:[/-][0-9]{2,4})?|[1-4]|baseline|level|agreed|contract|required|service"
    r"|period|month|now|reported|profiled|corporate|direction|travel|trend|dot|ambition|met\?"
    r"|against|overall|kpi|indicator|floor|minimum|we|did|took|got|managed|reached|delivered)"
)
_FIGURE = (
    r"(?:(?:(?:an?[ ])?(?:max(?:imum)?|min(?:imum)?)\.?(?:[ ]of)?|at[ ](?:least|most)"
    r"|(?:no[ ])?(?:more|less|fewer)[ ]than|under|below|over|above|up[ ]to|within|about|[<>≤≥]=?)"
    r"[ ]?)?£?[0-9][0-9,]{0,12}(?:\.[0-9]{1,4})?"
    r"(?:[ ]?%\+?|[mkp]\b|\+|(?:[ ](?!(?:and|or|of|in|was|were|is|are|has|had|met|missed|not"
    r"|by|with|but|which|compared|against|this)\b)[a-z]{2,12}){1,3}?)?(?:[ ]\([^()\n]{1,40}\))?"
)
_SHOWN = (
    r"(?:red|amber|green|blue|(?:not[ ]|partially[ ]|partly[ ]|nearly[ ])?(?:met|achieved)|missed"
    r"|exceeded|(?:slightly[ ])?(?:on|off|above|below|at|not[ ]on)[ ](?:track|target)|yes|no|n/?a"
    r"|tbc|improv(?:ed|ing)|declin(?:ed|ing)|worsen(?:ed|ing)|worse|better|stable|same|no[ ]change"
    r"|up|down|ok|alert|warning|no[ ]target|none(?:[ ]set)?|not[ ](?:set|applicable)"
    r"|[↑▲↓▼→↔✓✔✗✘]|[–-])"
)
# A label and its value, up to the next label, a mark between them or the end of the line.
_PAIR = re.compile(
    rf"(?P<label>{_WORD}(?:[ ]\(?{_WORD}\)?){{0,5}})(?:[ ]?[:=|][ ]{{0,3}}|[ ]{{1,3}}[–-][ ]"
    rf"|[ ](?:is|was)[ ]|[ ]{{1,4}})(?P<value>{_FIGURE}|{_SHOWN})"
    rf"(?=[ ]*$|[ ]*[|;)(]|[,.](?![0-9])|[ ]+/|[ ]+[–-][ ]|[ ]{{2}}|\t|[ ]{_WORD}\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[ \t]{0,24}(?:[/|;,.()–-][ \t]{0,4}){0,2}")
_LED = re.compile(r"(?:: ?| [–-] | ?\(|\| ?|; |, )\Z")
_VALUES = ("target", "actual", "previous", "floor", "rag", "direction", "period")
_FIGURED = ("target", "actual", "previous", "floor", "period")
_CUES = re.compile(
    r"\b(?:target|aim|goal|standard|ambition|actual|result|out-?turn|performance|achieved"
    r"|current|latest|we|directorate|service|portfolio|polarity|last|reporting|managed|unit|team"
    r"|owner|good"
    r"|value|position|status|rag|rating|ytd|year|quarter|period|previous|baseline|q[1-4]"
    r"|20[0-9]{2})\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"(?:Target[ ])?(?:not[ ]|un)?(?:met|missed|achieved|exceeded|on[ ]track|off[ ]track)"
    r"(?=[ ]*(?:$|[|,.;:(–-]))",
    re.IGNORECASE,
)
# Lines between the labels that say something about them.
_ASIDE = re.compile(
    r"\(|(?:comment\w{0,6}|commentary|notes?|narrative|reasons?|explanation|context|action|owner"
    r"|lead"
    r"|frequency|source)(?:[ ][a-z]{2,12}){0,2}[ ]?[:–-]",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[·•●▪*–o-][ \t]+|\(?[0-9]{1,2}(?:\.[0-9]{1,2})?[.)]?[ \t]+(?=[A-Z]))")
_LEAD = re.compile(
    r"(?:(?:key[ ])?performance[ ](?:indicator|measure)|indicator|measure|KPI|PI|name|title|metric"
    r"|description)(?:[ ](?:name|title|description))?(?:[ ]?[:|][ ]?|[ ][–-][ ])",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?P<code>(?!Q[1-4]\b|COVID|A[0-9]|M[0-9])(?:[A-Z]{2,6}-){0,2}[A-Z]{1,6}[ ._-]?[0-9]{1,4}"
    r"[a-z]?)"
    r"(?:[ ]?[:–-][ ]|[ ]{1,8}|\t)(?=[A-Z%])"
)
_LETTERS = re.compile(r"[A-Za-z]{3}")


_NONE = ("n/a", "na", "tbc", "-", "–", "none", "none set", "no target", "not set", "not applicable")


class Pair(NamedTuple):
    """What a label leads to: its role, where the label stands and where its value."""

    role: str
    label: tuple[int, int]
    value: tuple[int, int]


def pairs(reading: str, start: int = 0, stop: int | None = None) -> list[Pair]:
    """Return the labelled values of a stretch, none where it holds anything else."""
    stop = len(reading) if stop is None else stop
    found: list[Pair] = []
    at = start
    while at < stop and len(found) < _MOST_LINES:
        pair = _PAIR.match(reading, at, stop)
        told = _told(pair) if pair else None
        if pair is None or told is None:
            both = {"target", "actual"} <= {p.role for p in found}
            return found if both and reading[at - 2 : at] in (". ", "; ") else []
        found.append(told)
        between = _BETWEEN.match(reading, pair.end(), stop)
        at = between.end() if between else pair.end()
    return found


def _told(pair: re.Match[str]) -> Pair | None:
    """Return a pair whose value is of its label's kind."""
    role = kpi_heads.role(pair["label"])
    figure = any(ch.isdigit() for ch in pair["value"])
    fits = (role in _FIGURED) == figure or _is_empty(pair["value"])
    if role not in _VALUES or not fits:
        return None
    return Pair(role, pair.span("label"), pair.span("value"))


def _is_empty(words: str) -> bool:
    return words.lower() in _NONE


def table(context: Context, lines: Sequence[Span], at: int) -> Grid | None:
    """Return the one indicator whose labelled values begin on a line, None where none do."""
    reading, line = context.reading, lines[at]
    if line.stop - line.start > _LONGEST or not _CUES.search(reading, line.start, line.stop):
        return None
    valued = kpi_stacked.behind_asides(context, lines, at)
    if valued == len(lines):
        return None
    first = lines[valued]
    found = pairs(reading, _start(reading, first), first.stop)
    stacked = not found and kpi_stacked.begins(context, lines, valued)
    if not (found or stacked):
        return _inline(context, line) if valued == at else None
    bare = None if stacked else _bare_result(context, lines, at, found)
    below = kpi_stacked.above(context, lines, at) if stacked else at - (bare is not None)
    title, colour = kpi_cards.title(context, lines, below) if below else (None, None)
    name = _name(context, title) if title else None
    if name is None:
        return None
    code = kpi_stacked.code(context, lines, below - 1) if stacked else None
    code = code or kpi_stacked.code_line(context, lines, below, name)
    head = _Head(name, colour, code, bare)
    return _block(context, lines, at, head)


class _Head(NamedTuple):
    """What stands above an indicator's labels: its name, colour, code, a result without label."""

    name: Span
    colour: Span | None
    code: Span | None
    result: Pair | None


_BARE = re.compile(r"£?[0-9][0-9,]{0,12}(?:\.[0-9]{1,4})?(?:[ ]?%|[ ][a-z]{3,12})?")


def _bare_result(context: Context, lines: Sequence[Span], at: int,
                 found: Sequence[Pair]) -> Pair | None:  # fmt: skip
    """Return the figure that stands alone above a target: "47.3%", then "Target: 50%"."""
    if at < 2 or {p.role for p in found} - {"target", "rag"} or not found:
        return None
    above = lines[at - 1]
    if not _BARE.fullmatch(context.reading, above.start, above.stop):
        return None
    return Pair("actual", (above.start, above.stop), (above.start, above.stop))


def _start(reading: str, line: Span) -> int:
    bullet = _BULLET.match(reading, line.start, line.stop)
    return bullet.end() if bullet else line.start


def _block(context: Context, lines: Sequence[Span], at: int, head: _Head) -> Grid | None:
    """Return the indicator of lines of labels below its name, beside which a colour may stand."""
    held, stop, past = list[Pair](), head.name.stop, at + _MOST_LINES
    while at < min(past, len(lines)):
        told, many = _told_at(context, lines, at, held)
        if many == 0:
            break
        past += many - 1  # a label over its value takes two lines
        at += many
        held, stop = held + told, lines[at - 1].stop if told else stop
    if head.result and "actual" not in [p.role for p in held]:
        held.append(head.result)
    if head.colour and held and "rag" not in [p.role for p in held]:
        shown = head.colour.start, head.colour.stop
        held.append(Pair("rag", shown, shown))
    return _grid(context, head.name, held, stop, head.code)


def _told_at(context: Context, lines: Sequence[Span], at: int,
             held: Sequence[Pair]) -> tuple[list[Pair], int]:  # fmt: skip
    """Return what a line tells and how many lines that takes, 0 where the block has ended."""
    reading, line = context.reading, lines[at]
    if told := pairs(reading, _start(reading, line), line.stop):
        return told, 1
    said = _VERDICT.match(reading, line.start, line.stop)
    if said and "target" in [p.role for p in held]:
        return [Pair("rag", said.span(), said.span())], 1
    if role := kpi_stacked.value(context, lines, at):
        below = lines[at + 1]
        return [Pair(role, (line.start, line.stop), (below.start, below.stop))], 2
    if aside := kpi_stacked.one_line(context, line):
        role, label, value = aside
        found = Pair(role, (label.start, label.stop), (value.start, value.stop))
        return [found] if role else [], 1
    if when := kpi_stacked.spell(context, lines, at):
        return [Pair(kpi_stacked.WHEN, (line.start, line.stop), (when.start, when.stop))], 2
    if kpi_stacked.is_beside(context, lines, at):  # its value is empty where others are beside
        return [], 2 if held and "\n" in reading[held[-1].label[1] : held[-1].value[0]] else 1
    return [], 1 if _ASIDE.match(reading, line.start, line.stop) else 0


def _inline(context: Context, line: Span) -> Grid | None:
    """Return the indicator of a line that begins with its name."""
    reading = context.reading
    for pair in _PAIR.finditer(reading, line.start, line.stop):
        if _LED.search(reading[max(line.start, pair.start() - 4) : pair.start()]):
            held = pairs(reading, pair.start(), line.stop)
            if len(held) < 2:
                return None
            led = reading[line.start : pair.start()].rstrip(" :–-(|;,")
            name = _name(context, Span(line.start, line.start + len(led)))
            return _grid(context, name, held, line.stop) if name else None
    return None


def _name(context: Context, line: Span) -> Span | None:
    """Return what names the indicator in the words above or before its values."""
    reading = context.reading
    start = _start(reading, line)
    lead = _LEAD.match(reading, start, line.stop)
    start = lead.end() if lead else start
    words = reading[start : line.stop].rstrip(" |")
    if not 4 <= len(words) <= 240 or words[-1] in ".:;?!," or not _LETTERS.search(words):
        return None
    if (
        kpi_cards.is_sentence(words)
        or pairs(reading, start, start + len(words))
        or kpi_signs.is_shown(words)
    ):
        return None
    return Span(start, start + len(words))


def _is_measured(reading: str, name: Span, held: Sequence[Pair]) -> bool:
    """Tell whether a unit, the name or what leads it shows that something is measured."""
    units = any(_UNIT.search(reading, *p.value) for p in held)
    led = _LEAD.search(reading, max(0, name.start - 40), name.start)
    return units or led is not None or kpi_lists.measures(reading, name.start, name.stop)


_UNIT = re.compile(r"%|[0-9][ ][a-z]{4}")


def _grid(context: Context, name: Span, held: Sequence[Pair], stop: int,
          coded: Span | None = None) -> Grid | None:  # fmt: skip
    """Return the indicator of labelled values; `coded`: its code, where that stands above it."""
    spells = [Span(*p.value) for p in held if p.role == kpi_stacked.WHEN]
    held = [p for p in held if p.role != kpi_stacked.WHEN]
    roles = {p.role for p in held}
    if "target" not in roles or not {"actual", "period", "rag"} & roles:
        return None
    if sum(p.role == "target" for p in held) > 1:
        return None
    reading = context.reading
    sums = any(reading[p.value[0]] == "£" for p in held if p.role == "target")
    if sums and not kpi_codes.find(reading, name.start, name.stop):
        return None
    led = _CODE.match(reading, name.start, name.stop)
    code = coded or (Span(*led.span("code")) if led else None)
    apart = "actual" in roles and all("\n" in reading[p.label[1] : p.value[0]] for p in held)
    if not (code or apart or "rag" in roles or _is_measured(reading, name, held)):
        return None
    titled = Span(led.end(), name.stop) if led else name
    first: dict[int, Span] = {0: titled}
    told: dict[int, str | None] = {0: "name", **{i: p.role for i, p in enumerate(held, 1)}}
    heads = {**first, **{i: Span(*p.label) for i, p in enumerate(held, 1)}}
    values = {**first, **{i: Span(*p.value) for i, p in enumerate(held, 1)}}
    if code:
        place = len(held) + 1
        heads[place] = values[place] = code
        told[place] = "code"
    start = min(name.start, *(p.value[0] for p in held))
    over = {i: spells[0] for i, r in told.items() if r == "actual"} if len(spells) == 1 else {}
    top = (over, heads) if over else (heads,)
    return Grid(start, stop, (*top, values), len(top), roles=told)
