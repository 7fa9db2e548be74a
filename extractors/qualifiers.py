"""Words that qualify a figure: about, up to, over, at least, under; before it or after it.

"c£9.6m", "in excess of 40%", "no more than £5,000", "£500,000 or more", "1,200 (approx.)".
"""

import re
from typing import NamedTuple

from extractors.lowered import lowered

# How far back a qualifier may begin: "with an estimated whole life value not to exceed ".
_REACH = 48
_TAIL = 18  # its last word
_ABOUT = (
    r"around|about|circa\.?|c\.?|ca\.|approximately|approx\.?|almost|nearly|roughly|some|close to"
    r"|in the region of|in the order of|of the order of|somewhere near|near|just about|or so|~"
    r"|estimated(?: (?:at|to be|as))?|est\.?|an estimated"
    r"|estimated (?:[a-z]{3,14} ){1,3}(?:of|at|is|was|to be|being)"
    r"|estimated to (?:be worth|cost|save|raise|yield|bring in|generate|total|reach|come to)"
    r"|estimated (?:[a-z]{3,14} ){0,2}(?:value|cost|price|sum|amount|total):?"
)
_UP_TO = (
    r"up to(?: (?:a|the) (?:maximum|limit|total|value|sum|amount)(?: value)? of)?|upto"
    r"|(?:a |the )?maximum "
    r"(?:sum |value |of |cost |amount ){0,2}|max\.?"
    r"|(?:no|not) (?:more|greater|higher) than|not (?:above|over|beyond)|not (?:to )?exceed(?:ing)?"
    r"|(?:not|never) (?:to )?exceed|capped at|limited to"
    r"|(?:a |to the |the )?(?:limit|ceiling|cap) of|≤|<="
)
_OVER = (
    r"(?:just |well |slightly )?(?:over|above)|(?:more|greater|higher|larger) (?:value |sum )?than"
    r"|in excess of"
    r"|(?:which |that )?exceed(?:s|ing|ed)?|upwards of|north of"
    r"|(?<!an )(?<!the )(?<!policy )excess of|>"
)
_AT_LEAST = (
    r"at least|(?:a |the )?minimum (?:sum |value |of |amount ){0,2}"
    r"|(?:not|never) (?:to )?(?:go|fall|drop|be|sink) (?:under|below)"
    r"|(?:no|not|never) (?:less|fewer|lower)"
    r" than|min\.?|≥|>=|from as little as|starting (?:at|from)"
)
_UNDER = (
    r"(?:just |slightly |well )?(?:under|below|short of)|(?:less|fewer|lower|smaller) than|<"
    r"|not quite"
)
# Each name with its words, in small letters; the order settles "not more than" before "more than".
_BEFORE = re.compile(
    rf"(?<![\w'/])(?:(?P<up_to>{_UP_TO})|(?P<at_least>{_AT_LEAST})|(?P<about>{_ABOUT})"
    rf"|(?P<under>{_UNDER})|(?P<over>{_OVER}))[ (]{{0,2}}$"
)
# "£500,000 or more", "40% and above", "£5m+", "£2m (approx.)", "£1m maximum".
_AFTER = re.compile(
    r"(?:(?P<at_least> ?\+(?! ?(?:VAT|[0-9£]))"
    r"|,? (?:or|and) (?:more|over|above|greater|higher|upwards)(?! (?:not|the|a|an|its|all|two"
    r"|three|four|five|six|ten|time)\b)| ?\(?minimum\b)"
    r"|(?P<up_to>,? (?:or|and) (?:less|under|below|fewer)(?! (?:not|the|an?|its)\b)"
    r"| ?\(?(?:maximum|max)\b)"
    r"|(?P<about>,? ?\(?(?:approx\b\.?|approximately\b|or thereabouts|or so\b|circa\b))"
    r"(?! ?[£0-9]))",
    re.IGNORECASE,
)


# "go up to £44", "above the minimum of £5m": no bound of this figure (lowered words).
_RISES = re.compile(
    r"\b(?:go(?:es|ing)?|went|gone|mov(?:e[sd]?|ing)|ris(?:e|es|en|ing)|rose|climb(?:s|ed|ing)?"
    r"|raised|add(?:s|ed|ing)?|bring(?:s|ing)? it|brought it) up to $"
    r"|\b(?:above|below|over|under|against|at|towards) (?:the|its|a) minimum(?: level)?(?: of)? $"
)


# "fell short of 97.5%": how a result stands to an aim, no bound of the aim.
_MISSED = re.compile(r"\b(?:f[ae]ll(?:s|en|ing)?|c[ao]m(?:e|es|ing)|stopp(?:ed|ing)) short of $")


# "Members had concerns over £5m": what is talked of, no bound.
_ABOUT_IT = re.compile(
    r"\b(?:concern(?:s|ed)?|rows?|disputes?|debates?|questions?|doubts?|uncertainty|control|say"
    r"|arguments?|worr(?:y|ies|ied)|disagreements?|disagreed) over $"
)


# The last words of all of them: most figures follow another word, and cost no search.
_LAST = frozenset(
    "upto upwards maximum max sum value cost amount than exceed exceeding to at of over above "
    "exceeds exceeded minimum min least little from under below quite around about circa c ca "
    "approximately approx almost nearly roughly some order near so est estimated as is was be "
    "being worth save raise yield in generate total reach beyond".split()
)
# Small words that end a qualifier only where a telling word stands before them.
_SMALL = frozenset(
    "of at to is was be being as from sum value amount cost than worth save raise yield in "
    "generate total reach".split()
)
_TELLING = (
    "region order max min limit ceiling cap excess upwards north close est exceed up little start "
    "short near more greater higher larger less fewer lower smaller"
).split()
_WORD = re.compile(r"([A-Za-z]{1,18}|[^A-Za-z\s(])\.?[ (]{0,2}$")


class Qualifier(NamedTuple):
    """One of schemas.facts.QUALIFIERS and where its words stand."""

    name: str
    start: int
    stop: int


def _named(found: "re.Match[str] | None", offset: int) -> Qualifier | None:
    if found is None or found.lastgroup is None:
        return None
    words = found.group(found.lastgroup)
    start = offset + found.start(found.lastgroup)
    left = len(words) - len(words.lstrip(" ,("))
    return Qualifier(found.lastgroup, start + left, start + len(words.rstrip(" (")))


def before(reading: str, start: int, floor: int = 0) -> Qualifier | None:
    """Return the qualifier that ends right before `start`, not reaching back beyond `floor`.

    >>> before("at a cost of up to £5", 19), before("the cost of £5", 12)
    (Qualifier(name='up_to', start=13, stop=18), None)
    """
    word = _plain_word(reading, start, max(floor, start - _TAIL))
    if word is not None and word not in _LAST:
        return None
    base = max(floor, start - _REACH)
    # A word cut at the window's edge must not look like the start of a word.
    if base > floor and base < start and reading[base - 1].isalnum() and reading[base].isalnum():
        base += next((i for i, c in enumerate(reading[base:start]) if not c.isalnum()), 0)
    if word is None:
        last = _WORD.search(reading, max(base, start - _TAIL), start)
        if last is None or (last[1].isalpha() and last[1].lower() not in _LAST):
            return None
        word = last[1].lower()
    said = lowered(reading)[base:start]
    if word in _SMALL and not _tells(said):
        return None
    found = _named(_BEFORE.search(said), base)
    if found and found.name in ("up_to", "at_least") and _RISES.search(said):
        return None
    if found and found.name == "over" and _ABOUT_IT.search(said):
        return None
    if found and found.name == "under" and _MISSED.search(said):
        return None
    return found


def _plain_word(reading: str, start: int, left: int) -> str | None:
    """Return the word before a figure and one blank, None where there is no such word."""
    if start <= left or reading[start - 1] != " ":
        return None
    word = reading[max(left, reading.rfind(" ", left, start - 1) + 1) : start - 1]
    return word.lower() if word.isascii() and word.isalpha() else None


def _tells(low: str) -> bool:
    for word in _TELLING:  # noqa: SIM110 - half the time of any()
        if word in low:
            return True
    return False


def after(reading: str, stop: int) -> Qualifier | None:
    """Return the qualifier that follows a figure.

    >>> after("£500,000 or more", 8), after("£5 and more of it", 2) is None
    (Qualifier(name='at_least', start=9, stop=16), False)
    """
    return _named(_AFTER.match(reading, stop), 0)
