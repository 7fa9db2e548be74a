"""Labels that stand on a line of their own over their value: "Target" / "95%" / "Actual" / "93%".

So a page of cards, one for each indicator, comes out when it is copied. A label is a whole line
that heads a column of indicators' tables; what its value must be, the label says.
"""

import re
from collections.abc import Sequence

from extractors.context import Context
from extractors.kpi import heads as kpi_heads
from extractors.kpi import signs as kpi_signs
from schemas.document import Span

_LONG_LABEL, _LONG_VALUE = 40, 60
_FIGURED = ("target", "actual", "previous", "floor", "period")
_FIGURE = re.compile(
    r"(?:[<>≤≥=+~-]{1,2}[ ]?)?£?[0-9][0-9,]{0,12}(?:\.[0-9]{1,4})?[ ]?(?:%|[kmp]\b)?"
    r"(?:[ ](?!(?:and|or|was|is|target|by)\b)[a-z]{2,12}){0,3}(?:[ ]by[ ][a-z0-9 /]{4,24})?",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[–—-]{1,3}|n/?a|tbc|nil|none|not (?:set|available|applicable)", re.IGNORECASE)
_CODE = re.compile(r"(?=[^0-9]{0,10}[0-9])[A-Z]{0,6}[ ._/-]?[0-9]{1,4}(?:[.-][0-9]{1,3})?[a-z]?")
# What a card holds beside its figures and its status, by labels that are no words of a name.
_ASIDE = (
    r"(?:units?(?: of measure(?:ment)?)?|service(?: area)?|team|directorate|department|portfolio"
    r"|theme|priority|outcome|objective|(?:lead |responsible )?(?:owner|officer|manager)"
    r"|(?:managed|assigned|reported|owned) (?:by|to)|comments?|commentary|(?:latest )?notes?"
    r"|(?:short|long)(?:[ -]term)? trend|direction(?: of travel)?|trend|frequency|(?:data )?source"
    r"|tolerance|benchmark|(?:national|regional|England) average|forecast|variance)"
)
_BESIDE = re.compile(rf"{_ASIDE}:?", re.IGNORECASE)
_POLARITY = r"(?:polarity|good (?:is|to be)|aim(?: to)?|good performance(?: is)?)"
_ONE_LINE = re.compile(
    rf"(?:(?P<beside>{_ASIDE})|(?P<polarity>{_POLARITY})|(?P<spell>(?:(?:reporting|latest|data) )?"
    r"period|last update(?:d)?|(?:reporting )?quarter|year|(?:data )?as at))"
    r"(?:[ ]?[:=|–-][ ]{0,3}|\t[ ]?|[ ]{1,4})(?P<value>[^\n]{1,60})",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"(?:high|low|bigg|small|larg)(?:er)?(?: is (?:better|best|good))?|more|less|fewer|up|down"
    r"|(?:to )?(?:maximi[sz]e|minimi[sz]e|increase|decrease|reduce)",
    re.IGNORECASE,
)
WHEN = "when"  # what tells the period of an indicator's values


def one_line(context: Context, line: Span) -> tuple[str, Span, Span] | None:
    """Return what a line of label and value tells beside figures: its role, label and value.

    The role is `when`, "polarity", or "" for what an indicator's row has no place for.
    """
    found = _ONE_LINE.fullmatch(context.reading, line.start, line.stop)
    if found is None:
        return None
    said = Span(*found.span("value"))
    name = Span(line.start, line.start + len(context.reading[line.start : said.start].rstrip()))
    if found["polarity"]:
        return ("polarity", name, said) if _WAY.fullmatch(found["value"]) else None
    if found["spell"]:
        return (WHEN, name, said) if _DIGIT.search(found["value"]) else None
    return ("", name, said) if found["value"][-1] not in ".;" else None


_DIGIT = re.compile("[0-9]")


def label(context: Context, line: Span) -> str | None:
    """Return what a line heads where it is a label and no more, None else."""
    if not 2 <= line.stop - line.start <= _LONG_LABEL:
        return None
    words = " ".join(context.reading[line.start : line.stop].split()).rstrip(":")
    return None if _FIGURE.fullmatch(words) else kpi_heads.role(words)


def begins(context: Context, lines: Sequence[Span], at: int) -> bool:
    """Tell whether the labels of a card begin on a line."""
    if spell(context, lines, at):
        return at + 2 < len(lines) and value(context, lines, at + 2) is not None
    return value(context, lines, at) is not None


def behind_asides(context: Context, lines: Sequence[Span], at: int) -> int:
    """Return the first of some lines that is not a label and value told beside an indicator's."""
    stop = at
    while stop < min(at + _MOST_ASIDES, len(lines)) and one_line(context, lines[stop]):
        stop += 1
    return stop


_MOST_ASIDES = 5


def spell(context: Context, lines: Sequence[Span], at: int) -> Span | None:
    """Return what tells the period of a card: the line below "Period" or "Quarter"."""
    if at + 1 >= len(lines) or not _SPELL.fullmatch(
        context.reading, lines[at].start, lines[at].stop
    ):
        return None
    return lines[at + 1] if lines[at + 1].stop - lines[at + 1].start <= _LONG_VALUE else None


_SPELL = re.compile(
    r"(?:(?:reporting|latest|data) )?(?:period|quarter|year|date)(?: reported)?:?", re.IGNORECASE
)


def value(context: Context, lines: Sequence[Span], at: int) -> str | None:
    """Return the role of the label on a line where the next line holds what it calls for."""
    if at + 1 >= len(lines) or lines[at + 1].stop - lines[at + 1].start > _LONG_VALUE:
        return None
    role = label(context, lines[at])
    words = " ".join(context.reading[lines[at + 1].start : lines[at + 1].stop].split())
    if role in _FIGURED:
        return role if _FIGURE.fullmatch(words) or _EMPTY.fullmatch(words) else None
    if role == "rag":
        return role if kpi_signs.is_shown(words) else None
    return None


def is_beside(context: Context, lines: Sequence[Span], at: int) -> bool:
    """Tell whether a line labels the next one as something that is neither figure nor status."""
    here = lines[at]
    found = _BESIDE.fullmatch(context.reading, here.start, here.stop)
    return found is not None and at + 1 < len(lines)


def code(context: Context, lines: Sequence[Span], named: int) -> Span | None:
    """Return the code above the line of a name: "Ref", "HS1", "Indicator", then the name."""
    for label_at in (named - 3, named - 2):
        if label_at < 0 or label(context, lines[label_at]) != "code":
            continue
        found = lines[label_at + 1]
        if _CODE.fullmatch(context.reading, found.start, found.stop):
            return found
    return None


_CODE_LINE = re.compile(
    r"(?:[A-Z]{2,6}[ ./-]){0,2}(?!Q[1-4]$)[A-Z]{1,6}[ ._/-]?[0-9]{1,4}(?:[./-][0-9]{1,3})?[a-z]?"
)


def code_line(context: Context, lines: Sequence[Span], below: int, name: Span) -> Span | None:
    """Return the code that stands alone on the line above a name."""
    while below > 0 and lines[below - 1].stop > name.start:
        below -= 1
    if below == 0:
        return None
    found = lines[below - 1]
    return found if _CODE_LINE.fullmatch(context.reading, found.start, found.stop) else None


def above(context: Context, lines: Sequence[Span], at: int) -> int:
    """Return the line behind the name above a line of labels, past other labels and values."""
    while at > 2 and is_beside(context, lines, at - 2):
        at -= 2
    return at
