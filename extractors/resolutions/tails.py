"""What stands on a marker's own line: a lead ("to", "That Cabinet:") and the first limb."""

import re

from extractors.resolutions.limbs import Line, label_at
from extractors.resolutions.list_words import BARE, COLON, SWALLOWS

# "On the proposal of Councillor Abel, it was agreed to", behind AGREED.
_AGAIN = re.compile(
    r"(?:on (?:the )?(?:proposal|proposition|motion) of [^.:;\n]{5,160}, )?"
    r"it was (?:unanimously |further |also )?(?:agreed|resolved|decided) (?=to |that )",
    re.IGNORECASE,
)
# "RESOLVED: 2018/044": the resolution's own number behind the marker.
_REFERENCE = re.compile(r"(?:[A-Z]{1,4}[ ./-]?)?[0-9]{1,4}(?:[/.-][0-9]{1,4}){1,2}[.:]?")
# "that: the wall be built": the sign sets "that" off from the limb.
_THAT_SIGN = re.compile(
    r"((?:that|to|t h a t)\b)\s{0,3}[:\-–—]{1,2}(?:\s?[\-–—])?\s{0,9}", re.IGNORECASE
)
# "to Council that the policy be adopted", behind RECOMMENDED.
_TO_BODY = re.compile(
    r"(to\s(?!recommend|advis|ask|request|inform|urg|invit|tell|remind|assure|notif)(?:the\s)?(?:[^\W_]{1,20}\s){0,4}?(?:council|cabinet|executive|committee|board|authority))"
    r"\s{1,3}(?=that\b)",
    re.IGNORECASE,
)
# "L. Elm & Co be appointed": a name's first letter, which labels nothing.
_INITIAL = re.compile(r"[A-Z]\.\s?(?!That\b|To\b)[A-Z]")
_FIRST = re.compile(r"(?<=\s)(?=\((?:1|i|a)\)\s?|(?:1|i|a)[.)]\s)")


def split_tail(reading: str, start: int, stop: int) -> tuple[tuple[int, int] | None, list[Line]]:
    """Read what stands on the marker's own line: (lead, lines).

    "to (1) approve …" has the lead "to" and a labelled line; "That Cabinet:" is a lead alone.
    """
    if again := _AGAIN.match(reading, start, stop):
        start = again.end()
    if start >= stop or _REFERENCE.fullmatch(reading, start, stop):
        return None, []
    label = label_at(reading, start, stop)
    if label and not (_INITIAL.match(reading, start, stop) and not label.opens):
        return None, [Line(start, stop, label)]
    for found in _FIRST.finditer(reading, start, min(stop, start + 400)):
        before = reading[start : found.start()].rstrip()
        label = label_at(reading, found.start(), stop)
        if label and label.body < stop and (BARE.match(before) or COLON.search(before)):
            if SWALLOWS.search(before[-260:]):
                break
            return (start, start + len(before)), [Line(found.start(), stop, label)]
    bare = _THAT_SIGN.match(reading, start, stop) or _TO_BODY.match(reading, start, stop)
    if bare and bare.end() < stop:
        return (start, start + len(bare.group(1))), [Line(bare.end(), stop)]
    return None, [Line(start, stop)]
