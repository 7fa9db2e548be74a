"""Minutes without their head: a text that opens at an item, or in the middle of one.

Nothing names the body or the day, so only what minutes alone print is taken for a sign: RESOLVED
at the start of a line, a mover with a seconder, a question put and what became of it, "The
Committee considered a report". One sign is none: a news page tells that plans were approved, a
constitution that motions are moved and seconded.
"""

import re
from collections.abc import Sequence

from extractors.layouts.item_titles import reads_as_title
from extractors.layouts.items import Item
from extractors.layouts.numbers import NUMBER
from extractors.layouts.page import Line

_MOST = 400  # lines that are looked at
_SHORT = 40  # lines of a text that holds a resolution alone
_BODY = (
    r"(?:(?:Full|Sub-)?Council|(?:Sub-)?Committee|Cabinet|Executive|Board|Panel|Commission|Forum"
    r"|Authority|Working Group|Members)"
)
_ADVERBS = r"(?:(?:then|therefore|accordingly|duly|unanimously|subsequently) ){0,2}"
# "RESOLVED:", "Resolved - That", "It was APPROVED that", "AGREED unanimously:".
_DONE = re.compile(
    rf"(?:(?:It|it) was |The (?:[A-Z][\w&-]{{1,20}} ){{0,4}}{_BODY} )?{_ADVERBS}"
    r"(?:(?:UNANIMOUSLY )?(?:RESOLVED|AGREED|APPROVED|DECIDED|RECOMMENDED|PENDERFYNWYD)"
    r"(?! (?i:minutes|draft|version|copy)\b)"
    r"(?=[ ]?(?:[:;,–(-]|$)|[ ](?i:that|to|unanimously|nem|by|as|the)\b)"
    r"|Resolved(?=[ ]?(?:[:;–(-]|$)| that\b| to\b|, ))"
)
_RESOLVED = re.compile(r"(?:It was )?(?:UNANIMOUSLY )?(?:RESOLVED|Resolved)\b")
_WAS = re.compile(rf"\b[Ii]t was {_ADVERBS}(?:RESOLVED|AGREED|APPROVED|DECIDED)(?=[ :;–-]|$)")
_NAMED = (
    r"(?:Councillor|Cllr|Alderman|Ald|Baillie|Bailie|Provost|Mr|Mrs|Ms|Miss|the Chair|The Chair)"
)
_MOVED = re.compile(
    rf"\b(?:[Mm]oved|[Pp]roposed)\b(?:[^\n]{{0,200}}?)\b[Ss]econded\b[^\n]{{0,30}}?{_NAMED}"
    rf"|{_NAMED}\b[^\n]{{2,80}}\b(?:moved|proposed)\b[^\n]{{0,200}}\bseconded\b"
    rf"|\b[Pp]roposed\s?(?:by)?:?\s{_NAMED}"
)
_RULE = re.compile(r"\b(?:must|shall|may|can|should|cannot) (?:\w+ )?be |\bif a\b|\bunless\b", re.I)
_PUT = re.compile(
    r"\bput to (?:the|a) (?:vote|meeting)\b[^\n]{0,200}?"
    r"\b(?:carried|fell|lost|defeated|agreed|approved|passed)\b",
    re.IGNORECASE,
)
# How minutes tell of a vote, and no reporter: "On being put to the vote …", "was CARRIED".
_FORMAL = re.compile(r"^(?:On|Upon) |\b(?:CARRIED|LOST|FELL|DEFEATED|AGREED)\b")
_CONSIDERS = re.compile(
    rf"(?:The|This) (?:[A-Z][\w&'-]{{1,20}} (?:and )?){{0,6}}{_BODY} "
    r"(?:considered|received|had before (?:it|them)|discussed) (?:an?|the) "
    r"|(?:Consideration was given to"
    r"|There (?:was|were|had been) (?:re-?)?(?:submitted|circulated)) "
)
# Words under a title of an excerpt: what was before the meeting, who opened it, what was done.
_BEGINS = re.compile(
    r"(?:The|Councillor|Cllr|Alderman|Mr|Mrs|Ms|Dr|Members) [^.\n]{3,160}?"
    r"\b(?:introduced|presented|submitted|outlined|reported|advised|explained|moved|updated"
    r"|gave (?:an?|the)|spoke|considered|received)\b"
    r"|(?:It was (?:then )?)?(?:[Mm]oved|[Pp]roposed) by |On (?:a|the) (?:motion|proposition) "
    r"|(?:Further to|With reference to|Following|In accordance with) [^\n]{3,200}"
    r"\b(?:considered|received|submitted|presented)\b"
)
_NUMBERED = re.compile(
    rf"(?:(?i:agenda item|item|minute)(?i: no\.?| number)? )?(?P<number>{NUMBER})"
    r"[ \t]{1,20}(?:[:–—-][ \t]{1,6})?(?P<title>[A-Z\"'‘“].{2,200})"
)
# What a reporter prints and minutes do not: somebody's words in quotation marks.
_QUOTED = re.compile(r"\b(?:said|says|added|commented|told)\b[^\n\"“]{0,40}[:,]?\s?[\"“]")
_PERSONAL = re.compile(r"\b(?:I|we|our|you|your|us)\b")


def is_one(lines: Sequence[Line]) -> bool:
    """Tell whether lines are minutes of which the head is lost."""
    lines = [x for x in lines[:_MOST] if x.kind != "row"]
    if not lines or sum(bool(_QUOTED.search(x.words)) for x in lines) > 1:
        return False
    done = [at for at, x in enumerate(lines) if is_done(x)]
    moved = any(_MOVED.search(x.words) and not _RULE.search(x.words) for x in lines)
    put = any(_PUT.search(x.words) and not _RULE.search(x.words) for x in lines)
    if done:
        told = moved or put or any(_CONSIDERS.match(x.words) for x in lines)
        alone = done[0] == 0 and len(lines) <= _SHORT
        return told or (alone and bool(_RESOLVED.match(lines[0].words)))
    formal = any(_FORMAL.search(x.words) for x in lines if _PUT.search(x.words))
    personal = sum(bool(_PERSONAL.search(x.words)) for x in lines)
    return (
        moved
        and put
        and formal
        and personal < 2
        and not any(_QUOTED.search(x.words) for x in lines)
    )


def is_done(line: Line) -> bool:
    """Tell whether a line opens with what was resolved, or says loudly that it was."""
    return bool(_DONE.match(line.words) or _WAS.search(line.words))


def split(lines: Sequence[Line]) -> list[Item]:
    """Return the items: what stands above the first title is one without number and title."""
    found: list[Item] = []
    for at, line in enumerate(lines):
        titled = _titled(lines, at)
        if titled:
            found.append(titled)
        elif found:
            found[-1].lines.append(line)
        else:
            found.append(Item(lines=[line]))
    return found


def _titled(lines: Sequence[Line], at: int) -> Item | None:
    """Return the item that a line heads: a number and title, or a title that opens the text.

    Below it stands what was before the meeting, who opened the matter or what was done.
    """
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or line.opening is not None or line.kind == "row":
        return None
    opens = _BEGINS.match(below.words) or _CONSIDERS.match(below.words) or _DONE.match(below.words)
    if not opens:
        return None
    if found := _NUMBERED.fullmatch(line.words):
        number = line.start + found.start("number"), line.start + found.end("number")
        title = line.start + found.start("title"), line.stop
        return Item(found["number"], number, title) if reads_as_title(found["title"]) else None
    plain = len(line.words) < 120 and not _BEGINS.match(line.words) and line.words[-1] != ":"
    if (at == 0 or line.words.isupper()) and plain and reads_as_title(line.words):
        return None if is_done(line) else Item(title=(line.start, line.stop))
    return None
