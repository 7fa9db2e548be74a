"""How often a saving comes: every year, or once.

"£20,000 a year", "ongoing", "all of which must recur"   -> recurring
"one-off", "for this year only", "would not come again"  -> one_off

The nearest word of the sentence wins; a rate right behind another sum tells of that sum alone.
Where the sentence is silent, the heads of a table's cell speak, the line above a list, and a next
sentence that leans on this one ("These are one-off.").
"""

import re
from typing import NamedTuple

from extractors import leads, table_heads
from extractors.context import Context
from extractors.savings.status import POUND
from schemas.document import Section, Span
from schemas.facts import Amount

_RECURRING = re.compile(
    r"\b(?:recurring|recurrent|recurs?\b(?! once)|on-?going|on an ongoing basis|per annum|per year"
    r"|p\.?a\.?|annually|annual(?! (?:reports?|reviews?|meetings?|leave|plans?|accounts|audit"
    r"|governance|statements?|targets?|monitoring|general|conference|survey|update))"
    r"|each year|every year|year[ -]in,? year[ -]out|a year(?! (?:ago|earlier|before|that|which"
    r"|when|in which|of|end"
    r"|late|early))|yearly|year[ -]on[ -]year|(?<!made )permanent(?:ly)?"
    r"(?! (?:staff|posts?|contracts?|employees?|team|workforce|recruit|appoint|secretary|closure"
    r"|exclusion|residents?|accommodation|placements?))"
    r"|(?:each|every) (?:future|contract|financial|full|following|further|subsequent) year"
    r"|in future years|all future years|full[- ]year (?:effect|saving|impact|basis|benefit)"
    r"|full[- ]year(?! (?:forecast|outturn|projection|position|figures?|results?|variance"
    r"|underspend|overspend|estimate|budget|target))|base budget (?:saving|reduction)s?"
    r"|from then on|thereafter|year after year|years? after that|(?:subsequent|following|later)"
    r" years|each of the (?:next|following|last|past) [a-z]{2,6} years|on a continuing basis"
    r"|in perpetuity|20[0-9]{2}(?:[/-][0-9]{2,4})? onwards?)\b",
    re.IGNORECASE,
)
# What does not come again; "temporary staff" is no word on savings.
_NOT_AGAIN = (
    r"(?:not|never|neither|nor|no longer|unlikely|cannot|can't|won't)(?: [a-z]{2,10}){0,4}"
    r" (?:recur|(?:come|occur|happen|arise) again|be (?:repeated|repeatable|sustained)"
    r"|repeatable|continue beyond|recurring|recurrent|permanent|ongoing)"
)
_ONE_OFF = re.compile(
    r"\b(?:one[- ]offs?|once[- ]only|once and for all|non-?recurr(?:ing|ent)|single[- ]year"
    r"|in[ -]one[ -]year only|one[- ]time|time[- ]limited|windfall"
    r"|temporary(?! (?:staff|accommodation|agency|workers?|posts?|housing|cover|contracts?"
    r"|workforce|employees?|buildings?|closure|road|traffic|repairs?|premises))"
    r"|(?:for|in) (?:(?:the )?(?:one|a single|this|that|current|first) (?:financial )?year"
    r"|20[0-9]{2}(?:[/-][0-9]{2,4})?) (?:only|alone)"
    rf"|this year only|{_NOT_AGAIN})\b",
    re.IGNORECASE,
)
# With pieces of words of which one must be there: a cheap gate.
_REPEATS = (
    (
        "one_off",
        _ONE_OFF,
        "one once recur single time tempor windfall again alone only repeat perman".split(),
    ),
    (
        "recurring",
        _RECURRING,
        "recur going annu year p.a pa perman base then there onward perpet contin".split(),
    ),
)
# What a cell of the row says alone, where a column tells how often savings come.
_CELLS = {
    **dict.fromkeys(
        ("recurring", "recurrent", "ongoing", "on-going", "permanent", "annual"), "recurring"
    ),
    **dict.fromkeys(
        ("one-off", "one off", "non-recurring", "non-recurrent", "temporary", "once"), "one_off"
    ),
}
# A letter that a line below the table explains: "R = recurring, O = one-off".
_LETTERS = re.compile(
    r"\b(?P<letters>[A-Z]{1,3}|1)(?:\)| ?[=:–-]| means| is) ?(?P<said>(?:non-)?recurr(?:ing|ent)"
    r"|one[- ]off|ongoing|permanent|temporary)\b",
    re.IGNORECASE,
)
# "all permanent", "both of them one-off": of every sum of the sentence.
_OF_ALL = re.compile(r"\b(?:all|both|each|every|neither|none|these|they)(?: [a-z]{2,12}){0,5} $")
# A rate, and what stands right behind a sum that has it.
_RATE = re.compile(r"per annum|per year|p\.?a\.?|annually|each year|every year|a year|yearly", re.I)
_SUM_ENDS = re.compile(r"[0-9](?:p|m|k|bn| ?million| ?billion)?\)? \(?$", re.IGNORECASE)
_REACH = 200
_LETTER, _BELOW = 3, 2500  # as long as a letter is; how far below it may be explained
# A sentence that leans on the one before: "These are one-off.", "It is an ongoing saving."
_LEANS = re.compile(
    r"\s{0,3}(?:This|That|These|Those|It|They|Both|Neither|None|All|Each"
    r"|The (?:saving|reduction|sum|benefit|figure)s?)\b[^.;£\n]{0,110}",
)
_SAYS_IT = re.compile(r"\b(?:is|are|was|were|be|being|will|would|should|must|can)\b")


class Repeat(NamedTuple):
    """recurring or one_off, and where the word stands (None: the rate of the sum itself)."""

    name: str
    span: tuple[int, int] | None


def find(context: Context, section: Section, amount: Amount, near: Span) -> Repeat | None:
    """Return how often the saving of an amount comes; None where nothing tells.

    `near` is the sentence, or as much of it as is read.
    """
    reading = context.reading
    left, right = max(near.start, amount.start - _REACH), min(near.stop, amount.stop + _REACH)
    heads = table_heads.at(context.document, amount.start)
    if heads is not None and heads.column is not None:
        column = reading[heads.column.start : heads.column.stop]
        told = None
        if " or " not in column and "/" not in column:
            told = _nearest(reading, heads.column.start, heads.column.stop, amount, is_head=True)
        if told:
            return told
    for cell in table_heads.beside(context.document, amount.start) if heads else ():
        said = reading[cell.start : cell.stop].strip().lower()
        said = said if len(said) > _LETTER else _legend(reading, cell.stop, said)
        if said in _CELLS:
            return Repeat(_CELLS[said], (cell.start, cell.stop))
    told = _nearest(reading, left, right, amount)
    if told or amount.per == "year":
        return told or Repeat("recurring", None)
    lead = leads.above(reading, amount.start, section.start)
    if lead is not None:
        told = _nearest(reading, max(lead.start, lead.stop - _REACH), lead.stop, amount)
    return told or _behind(reading, near.stop, min(len(reading), near.stop + _REACH), amount)


def _legend(reading: str, start: int, letter: str) -> str:
    """Return what a letter of a cell stands for, by the line below its table that says so."""
    told = _LETTERS.finditer(reading, start, min(len(reading), start + _BELOW)) if letter else ()
    said = (hit["said"].lower() for hit in told if hit["letters"].lower() == letter)
    return next(said, "")


def _behind(reading: str, start: int, stop: int, amount: Amount) -> Repeat | None:
    """Return what the next sentence says of the savings told before it."""
    leans = _LEANS.match(reading, start, stop)
    if leans is None or not _SAYS_IT.search(leans[0]):
        return None
    return _nearest(reading, leans.start(), leans.end(), amount)


def _nearest(
    reading: str, left: int, right: int, amount: Amount, is_head: bool = False
) -> Repeat | None:
    low = reading[left:right].lower()
    found: list[tuple[int, int, str, tuple[int, int]]] = []
    taken: list[tuple[int, int]] = []
    for name, pattern, pieces in _REPEATS:
        if not any(piece in low for piece in pieces):
            continue
        for hit in pattern.finditer(reading, left, right):
            # "not be recurring" holds "recurring".
            if any(first <= hit.start() < last for first, last in taken):
                continue
            taken.append(hit.span())
            if is_head or _is_of(reading, hit.span(), amount):
                gap = min(abs(hit.start() - amount.stop), abs(amount.start - hit.end()))
                found.append((gap, hit.start(), name, hit.span()))
    return Repeat(*min(found)[2:]) if found else None


def _is_of(reading: str, span: tuple[int, int], amount: Amount) -> bool:
    """Tell whether a word speaks of this sum: beyond another it tells of that one."""
    start, stop = span
    if _RATE.fullmatch(reading, start, stop) and _SUM_ENDS.search(
        reading[max(0, start - 12) : start]
    ):
        return amount.start < start and not POUND.search(reading, amount.stop, start)
    if POUND.search(reading, stop, amount.start):
        return False
    if not POUND.search(reading, amount.stop, start):
        return True
    return bool(_OF_ALL.search(reading[max(amount.stop, start - 60) : start]))
