"""Forms in which a decision section states a decision: whole lists, and a maker who approved.

`prose.stated` reads what these name. Source: FIELD_GUIDE 1 (shape B) and 5.3.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from extractors.resolutions.limbs import Line
from extractors.resolutions.list_words import opens_with_verb
from extractors.resolutions.lists import Draft

_DONE = (
    r"(?:approved|agreed|authori[sz]ed|granted|awarded|endorsed|adopted|accepted|resolved|decided"
    r"|refused|rejected|waived|appointed|delegated|confirmed)"
)
# "The Director of Children's Services approved the": who decided, in capitals, and the verb.
_MAKER_DID = re.compile(
    r"""\A(?:The\s)?
    (?:(?:[A-Z][\w'’.,/-]{0,24}|of|and|for|the|&|[–-]|\([A-Z][\w\ &'’-]{1,40}\))\s{1,2}){1,14}
    (?:has\s|have\s|hereby\s|formally\s|also\s){0,2}"""
    + _DONE
    + r"\s(?:the|that|to|an?|this)\b",
    re.VERBOSE,
)
# "The Chief Officer is recommended to approve": what a report asks for is not decided.
_IS_ASKED = re.compile(
    r"\A[^.;:\n]{3,120}?\s(?:is|are)\s(?:asked|invited|requested|recommended|being\sasked)\sto\b"
)
# A point that tells of the meeting, or asks, is no limb.
_TELLS = re.compile(
    r"\b(?:was|were|had|said|asked|replied|presented|introduced|explained|considered|discussed"
    r"|queried|thanked|reported|advised|highlighted|welcomed)\b|\?"
)
# "… I agree to:"
_LEADS = re.compile(r"\b(?:to|that|agreed?|decided|resolved|approved?|hereby)$")
_THAT = re.compile(r"that\b", re.IGNORECASE)
_DEFERRED = re.compile(
    r"(?:The|This) (?:item|matter|report|decision|application) (?:was|be|is|has been) "
    r"(?:therefore |then )?(?:deferred|withdrawn|adjourned|postponed)\b"
)


def leads_verbs(reading: str, lines: Sequence[Line], at: int) -> bool:
    """Tell whether a lead that gives reasons stands over limbs: "For the reasons … I agree to:"."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    said = reading[lines[at].start : lines[at].stop].rstrip(" :-–—")
    if below is None or below.label is None or not _LEADS.search(said):
        return False
    return opens_with_verb(reading[below.body : below.stop])


def plainly(said: str) -> bool | None:
    """Tell whether a paragraph states a decision, where its opening leaves no doubt; else None.

    >>> plainly("The Director of City Works approved the waiver of rule 8.1.")
    True
    >>> plainly("The Chief Officer is recommended to approve the waiver:")
    False
    >>> plainly("The tenants agreed that repairs were slow.") is None
    True
    """
    if not said.startswith("That ") and _IS_ASKED.match(said[:160]):
        return False
    return True if _MAKER_DID.match(said) else None


def is_whole_list(reading: str, lines: Sequence[Line]) -> bool:
    """Tell whether a decision section is one list from its first label, telling nothing else.

    A paragraph or two of reasons may stand below it.
    """
    first = lines[0].label if lines else None
    if first is None or not first.opens or first.shape == "bullet":
        return False
    points = list(takewhile(lambda x: x.label is not None, lines))
    outer = [x for x in points if x.label is not None and x.label.shape == first.shape]
    if len(outer) > 1 and _THAT.match(reading, lines[0].body):
        return True
    told = any(_TELLS.search(reading[x.body : x.stop][:600]) for x in points)
    return len(outer) > 1 and len(lines) - len(points) < 3 and not told


def put_off(reading: str, drafts: list[Draft]) -> list[Draft]:
    """Leave out what was to be done where a last paragraph says that the item was deferred."""
    if len(drafts) < 2 or not _DEFERRED.match(reading, drafts[-1].body):
        return drafts
    return [d for d in drafts if not reading.startswith("To ", d.body)]
