"""When two limbs are one resolution met twice, and what became of a recommendation.

Asked only of limbs of one decision, or of a report and the decision it led to. Two limbs are one
where `likeness.alike` says so (nearly the same words, no figure or negation differs), or where
they differ in voice alone ("award it", "it be awarded"); and no name may differ: "award to Oak
Ltd" is not "award to Ash Ltd", long though it may be.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors import likeness

_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"(?<=[\s(\"'])[A-Z]\w*")  # inside the text: its first word is always so
_LONGEST = 2000  # longer texts are compared for being equal only
_SHORTER = 0.7  # of the longer text's length: below it two texts cannot be one
_NEARLY = 0.8  # of common words: below it `alike` cannot hold
# "award the contract", "the contract be awarded": what differs between the two voices.
_SMALL = frozenset("that the a an be is are to of and it its cabinet council committee".split())
_ENDING = re.compile(r"(?<=[a-z]{3})(?:e|ed|es|s|ing)$")
# A limb that shares at least this part of the recommendation's words is the one that came of it.
# Below it two limbs of one report ("approve the budget", "note the budget risks") are taken for
# each other; above it an amendment that adds a clause to a short recommendation is lost.
NEAR = 0.6
_AGREED = frozenset(
    ("approve", "agree", "accept", "adopt", "endorse", "note", "confirm", "support")
)
_PUT_OFF = frozenset(("defer", "refer", "withdraw"))
_OF_STATUS = {"deferred": "deferred", "withdrawn": "deferred", "refused": "rejected"}
_DENIALS = frozenset(("not", "never", "neither", "nor"))


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb to be compared: its text, the words that govern it, its action."""

    text: str
    lead: str | None = None
    action: str = "other"
    is_empty: int = 0
    forms: tuple[str, ...] = field(init=False)
    words: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        whole = f"{self.lead} {self.text}" if self.lead else self.text
        object.__setattr__(self, "forms", tuple(dict.fromkeys((self.text, whole))))
        object.__setattr__(self, "words", Counter(_WORD.findall(self.text.casefold())))


def are_one(a: Limb, b: Limb) -> bool:
    """Tell whether two limbs say the same, with or without the words that govern them.

    >>> are_one(Limb("award it to Oak Ltd;"), Limb("That Cabinet award it to Oak Ltd.")), are_one(
    ...     Limb("award it to Oak Ltd", "That Cabinet"), Limb("That Cabinet award it to Oak Ltd."))
    (False, True)
    >>> are_one(Limb("raise the fees by 3%"), Limb("that the fees be raised by 3%"))
    True
    >>> are_one(Limb("raise the fees by 3%"), Limb("that the fees be raised by 4%"))
    False
    """
    return any(_one(x, y) for x in a.forms for y in b.forms)


def _one(a: str, b: str) -> bool:
    one, two = likeness.limb(a), likeness.limb(b)
    if one == two:
        return True
    short, long = sorted((len(one), len(two)))
    if long > _LONGEST or short < _SHORTER * long:
        return False
    words = Counter(_WORD.findall(one)), Counter(_WORD.findall(two))
    if not _same_names(a, b, *words) or likeness.weighty(a) != likeness.weighty(b):
        return False
    if _stems(words[0]) == _stems(words[1]):
        return True
    return _share(*words) >= _NEARLY and likeness.alike(a, b)


def _stems(words: Counter[str]) -> Counter[str]:
    """Return the words that carry the sense, bare of endings: "award it", "it be awarded"."""
    found: Counter[str] = Counter()
    for word, count in words.items():
        if word not in _SMALL:
            found[_ENDING.sub("", word)] += count
    return found


def _same_names(a: str, b: str, in_a: Counter[str], in_b: Counter[str]) -> bool:
    """Tell whether each capitalised word of one stands in the other, in whatever case."""
    return all(w.casefold() in in_b for w in _CAPITAL.findall(a)) and all(
        w.casefold() in in_a for w in _CAPITAL.findall(b)
    )


def _share(a: Counter[str], b: Counter[str]) -> float:
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def outcome(advice: Limb, limbs: Sequence[Limb], status: str | None) -> tuple[int | None, str]:
    """Return which of a decision's limbs a recommendation led to (or None), and what it became.

    `status` is the decision's own. accepted: a limb says the same, or approves all that was
    recommended; amended: one is near; rejected, deferred: its action, or the decision's only
    action or its status, says so; else unknown.

    >>> fund = Limb("That the café be funded", action="approve")
    >>> outcome(fund, [Limb("the café be funded", action="approve")], None)
    (0, 'accepted')
    >>> outcome(fund, [Limb("the café be funded for a year", action="approve")], None)
    (0, 'amended')
    >>> outcome(fund, [Limb("That consideration be deferred", action="defer")], None)
    (0, 'deferred')
    >>> outcome(fund, [Limb("That the café be not funded", action="other")], None)
    (0, 'unknown')
    """
    same = next((i for i, limb in enumerate(limbs) if are_one(advice, limb)), None)
    if same is not None:
        return same, "accepted"
    share, at = max(((_share(advice.words, x.words), -i) for i, x in enumerate(limbs)),
                    default=(0.0, 0))  # fmt: skip
    if share >= NEAR:
        return -at, _of_near(advice, limbs[-at])
    for i, limb in enumerate(limbs):
        if limb.is_empty and limb.action in _AGREED:
            return i, "accepted"
    told = {_of_action(limb.action) for limb in limbs}
    if limbs and len(told) == 1 and (whole := told.pop()):
        return 0, whole
    return None, _OF_STATUS.get(status or "", "unknown")


def _of_near(advice: Limb, limb: Limb) -> str:
    told, asked = _of_action(limb.action), _of_action(advice.action)
    if told and told != asked:
        return told
    if asked == "rejected" and not told:  # advised to refuse, and granted
        return "rejected"
    denied = [sum(x.words[w] for w in _DENIALS) for x in (advice, limb)]
    return "amended" if denied[0] == denied[1] else "unknown"


def _of_action(action: str) -> str | None:
    return "rejected" if action == "reject" else "deferred" if action in _PUT_OFF else None
