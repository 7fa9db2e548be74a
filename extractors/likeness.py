"""When a row counts as the one a careful reader would record; the gold files' own rules."""

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Any

_BLANKS = re.compile(r"\s+")
_WEIGHTY = re.compile(r"\d+|\b(?:not|no|never|neither|nor)\b")  # what may not differ in a text
_WORD = re.compile(r"\w+")
_CODE_FILLER = re.compile(r"\W|_")
_LIKE_ENOUGH = 0.95
_SHOWN_ENOUGH = 0.9
_LEADING_THAT = re.compile(r"^that\b[\s:,]*")
_SUFFIX = re.compile(r"\b(?:the|ltd|limited|plc|llp|cic)\b|[^\w& ]")
_BRACKETED = re.compile(r"\([^()]{0,200}\)")

Gold = Mapping[str, Any]
Found = Mapping[str, Any]


def fold(value: object) -> str | None:
    """Return a value for comparing: case, outer punctuation and runs of blanks do not count."""
    if value is None:
        return None
    return _BLANKS.sub(" ", str(value)).strip(" .;,:").casefold()


def same(a: object, b: object) -> bool:
    """Tell whether two values are the same."""
    return fold(a) == fold(b)


def limb(text: object) -> str:
    """Return a limb's text for comparing, without a leading "That"."""
    return _LEADING_THAT.sub("", fold(text) or "", count=1)


def alike(a: object, b: object) -> bool:
    """Tell whether two texts are one: nearly the same words, and no figure or negation differs."""
    one, two = limb(a), limb(b)
    if one == two:
        return True
    if _WEIGHTY.findall(one) != _WEIGHTY.findall(two):
        return False
    return difflib.SequenceMatcher(None, one, two, autojunk=False).ratio() >= _LIKE_ENOUGH


def weighty(text: object) -> tuple[str, ...]:
    """Return the figures and negations of a text: where they differ it is not alike.

    >>> weighty("That £5 be not paid")
    ('5', 'not')
    """
    return tuple(_WEIGHTY.findall(limb(text)))


def shown(text: str | None, quote: str | None) -> bool:
    """Tell whether the words of a text stand in its quote (line-end hyphens aside)."""
    words = _WORD.findall((text or "").casefold())
    quoted = (quote or "").casefold()
    there = {*_WORD.findall(quoted), *_WORD.findall(re.sub(r"-\s{0,9}\n\s{0,9}", "", quoted))}
    return bool(words) and sum(w in there for w in words) >= _SHOWN_ENOUGH * len(words)


def limbs_match(gold: Gold, row: Found) -> bool:
    """Tell whether a row is the limb."""
    return alike(gold["text"], row["text"]) and shown(row["text"], row["quote"])


def amounts_match(gold: Gold, row: Found) -> bool:
    """Tell whether a row is the sum: equal pence where the gold's quote stands."""
    equal = gold["pence"] == row["pence"] and gold.get("pence_max") == row["pence_max"]
    return equal and stands(gold, row)


def percentages_match(gold: Gold, row: Found) -> bool:
    """Tell whether a row is the percentage."""
    equal = _close(gold["value"], row["value"])
    if "value_max" in gold:
        equal = equal and _close(gold["value_max"], row["value_max"])
    return equal and stands(gold, row)


def stands(gold: Gold, row: Found) -> bool:
    """Tell whether the row's quote is where the gold's quote stands."""
    a, b = fold(gold.get("quote")), fold(row["quote"])
    return a is None or (b is not None and (a in b or b in a))


def votes_match(gold: Gold, row: Found) -> bool:
    """Tell whether a row is the vote: every count and word that the gold states is equal."""
    keys = ("votes_for", "votes_against", "abstentions", "is_unanimous", "outcome")
    return all(gold.get(k) is None or gold[k] == row[k] for k in keys)


def members_match(a: object, b: object) -> bool:
    """Tell whether two names are one member's: equal, or with the same last word."""
    one, two = fold(a), fold(b)
    return one == two or bool(one and two and one.split()[-1] == two.split()[-1])


def _close(a: object, b: object) -> bool:
    try:
        return abs(float(str(a)) - float(str(b))) < 1e-6
    except ValueError:
        return same(a, b)


def kpis_match(gold: Gold, row: Found) -> bool:
    """Tell whether a row is the indicator, period and result."""
    parts = (row[k] for k in ("sentence", "quote", "name", "service", "code") if row[k])
    said = _BLANKS.sub(" ", " ".join(map(str, parts))).casefold()
    if gold.get("code"):
        if _CODE_FILLER.sub("", gold["code"]) != _CODE_FILLER.sub("", row["code"] or ""):
            return False
    elif not all(word.casefold() in said for word in gold.get("words", ())):
        return False
    beaten = {"exceeded": "met"}  # a beaten target is a met one
    wanted = gold.get("outcome")
    if wanted not in (None, "unknown") and beaten.get(wanted, wanted) != beaten.get(
        row["outcome"], row["outcome"]
    ):
        return False
    figures = (k for k in ("target", "actual") if gold.get(k) is not None)
    if not all(_close(gold[k], row[k]) for k in figures):
        return False
    if "period" not in gold or same(gold["period"], row["period"]):
        return True
    return (fold(gold["period"]) or "") in said


def company(name: str) -> Sequence[str]:
    """Return the words of a company's name that tell it from others."""
    bare = _BRACKETED.sub(" ", name).replace("&", " and ").casefold()
    return _SUFFIX.sub(" ", bare).split()


def digits(value: object) -> str:
    """Return a telephone number or name without blanks and punctuation, for comparing."""
    return re.sub(r"\W", "", str(value or "")).casefold()
