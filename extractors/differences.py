"""Where two forms of one decision contradict each other: its page and the minutes, say.

Asked only of limbs and votes of one decision in two documents that are not the same limb. Two
limbs that say the same but for one thing differ in that thing: a figure, a "not", or what is done
("approve the lease", "note the lease").
"""

import re
from collections import Counter
from collections.abc import Sequence

from extractors import likeness
from extractors.resolutions.repeats import Limb

_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_DENIALS = frozenset(("not", "never", "neither", "nor"))
# What differs between two voices or two styles of minutes, not between two decisions.
_SMALL = frozenset(
    "that the a an be is are was were has have been to of and or it its in on for cabinet council"
    " committee executive board members member".split()
)
_ENDING = re.compile(r"(?<=[a-z]{3})(?:e|ed|es|s|ing)$")
_LEAST_WORDS = 5  # below it two short limbs may be alike by chance
_LONGEST = 2000
_DONE = frozenset(("approve", "agree", "adopt", "accept", "endorse", "award", "grant", "confirm"))
_NOT_DONE = frozenset(("defer", "reject", "withdraw"))
# Actions that are told apart; "agree" and "approve" are one in the minutes of many councils.
_APART = (_DONE, frozenset(("note", "receive")), _NOT_DONE, frozenset(("recommend",)))


def difference(one: Limb, other: Limb) -> str | None:
    """Return in what two limbs that are nearly one differ: figures | negation | action.

    >>> spend = Limb("That £5,000 be spent on the new slipway at Aldmere", action="approve")
    >>> difference(spend, Limb("£6,000 be spent on the new slipway at Aldmere", action="approve"))
    'figures'
    >>> difference(spend, Limb("£5,000 be not spent on the new slipway at Aldmere"))
    'negation'
    >>> print(difference(spend, Limb("£6,000 be spent on the old quay at Aldmere")))
    None
    """
    if max(len(one.text), len(other.text)) > _LONGEST:
        return None
    a, b = _stems(one.text), _stems(other.text)
    if min(a.total(), b.total()) < _LEAST_WORDS:
        return None
    figures = [_figures(limb.text) for limb in (one, other)]
    odd = (a - b, b - a)
    if not odd[0] and not odd[1]:
        return "figures" if _differ(*figures) else None
    if figures[0] != figures[1]:
        return None
    if set(odd[0]) | set(odd[1]) <= _DENIALS:
        return "negation"
    kinds = [_kind(limb.action) for limb in (one, other)]
    if None not in kinds and kinds[0] != kinds[1] and max(o.total() for o in odd) == 1:
        return "action"
    return None


def _stems(text: str) -> Counter[str]:
    words = (w for w in _WORD.findall(likeness.limb(text)) if w not in _SMALL)
    return Counter(w if w in _DENIALS else _ENDING.sub("", w) for w in words)


def _figures(text: str) -> Counter[str]:
    return Counter(f.replace(",", "").rstrip(".") for f in _FIGURE.findall(text))


def _differ(a: Counter[str], b: Counter[str]) -> bool:
    """Tell whether the same number of figures stands in both, and one is another."""
    return a != b and a.total() == b.total()


def _kind(action: str) -> int | None:
    return next((at for at, actions in enumerate(_APART) if action in actions), None)


def outcome(one: Sequence[Limb], other: Sequence[Limb]) -> bool:
    """Tell whether one form put all of it off or refused it, and the other did all of it.

    >>> outcome([Limb("it be deferred", action="defer")], [Limb("Approved", action="approve")])
    True
    >>> outcome([Limb("it be deferred", action="defer")], [Limb("Noted", action="note")])
    False
    """
    actions = [{limb.action for limb in limbs if not limb.is_empty} for limbs in (one, other)]
    if not all(actions):
        return False
    return any(x <= _NOT_DONE and y <= _DONE for x, y in (actions, actions[::-1]))
