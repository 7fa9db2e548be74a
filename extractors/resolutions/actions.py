"""What a limb does: its first operative verb, by the vocabulary in data/actions.csv.

A verb is operative where it is passive ("be noted", "has been approved"), active after the body
("the Board records"), an infinitive or imperative that opens the limb ("To approve", "Noted") or
Welsh. Nouns and adjectives of the same form ("the amended policy", "award of contract") are not.
Source of the rule: SCHEMA, `resolutions.action` and the ruling on limbs.
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from extractors import data

# Words with inner apostrophes and hyphens, read from the first part of a limb only.
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,4}")
_REACH = 4000
_MOST = 400

_BE = frozenset("be been is are was were being".split())
_HAVE = frozenset("has have had".split())
_MODAL = frozenset("will shall should must would".split())
_SELF = frozenset("i we do hereby".split())
_POSTS = frozenset("director officer officers manager head chair chairman chairperson".split())
# Participles that do not end in -ed; words in -ed that say nothing of what is done.
_IRREGULAR = frozenset(
    "sold let made held kept sent built set met spent put brought drawn paid bought written "
    "begun run cut lent rebuilt rewritten".split()
)
_NO_DEEDS = frozenset(
    "minded pleased satisfied required entitled prepared need needed subjected".split()
)
_MAY = frozenset("to may can could might".split())
_CONDITIONAL = frozenset("if unless should where when once until whether which who".split())
_RELATIVE = frozenset("which who whom as where when if unless once".split())
_OPENERS = frozenset("that and unanimously further also it".split())
_AFTER_VERB = frozenset(
    "the a an its it their his her this that these those all any to as by in under for subject on "
    "with and option options recommendation recommendations delegated planning officers no not "
    "recommending against without after following delegation from at up payment minutes how what "
    "why when whether".split()
)
_AFTER_NOUN = frozenset(
    "of for from to in and be is was were has on by with which at amounting totalling worth".split()
)
# Forms that are as often nouns as verbs.
_NOUNLIKE = frozenset(
    "review reviews record records request requests grant grants award awards support supports "
    "note notes".split()
)
_POSITIVE = frozenset("approve agree adopt endorse support accept grant".split())
_LET = frozenset("contract contracts lot lots tender tenders works framework order".split())
_NEGATIVE = frozenset("not no".split())
_ADVERBS = frozenset("hereby also then further now therefore not duly each both all so".split())
# "Cabinet is asked to", "It is recommended that": the report's asking, not what is asked.
_ASKING = re.compile(
    r"""(?:\b(?:is|are)\s{1,4}(?:therefore\s|hereby\s|respectfully\s|also\s)?
        (?:asked|recommended|requested|invited)(?:\s{1,4}(?:to|that)\b)?
      |\basked\s{1,4}to\s{1,4}(?:resolve\b|agree\s{0,4}:)(?:\s{1,4}(?:to|that)\b)?
      |^\s{0,4}recommended\b(?:\s{1,4}(?:to|that)\b)?)\s{0,4}[:\-–]{0,2}\s{0,4}""",
    re.VERBOSE | re.IGNORECASE,
)


# Whatever stands before it: "AGREED under Section 50A(4) to exclude the public".
_EXCLUDES = re.compile(
    r"\bto\sexclude\s(?:the\s)?(?:members\sof\s)?(?:the\s)?(?:press\sand\s(?:the\s)?)?public\b"
    r"|\b(?:press|public)\s(?:and\s(?:the\s)?(?:press|public)\s)?be\s(?:now\s)?excluded\b",
    re.IGNORECASE,
)
# "should objections be received, the matter be referred": what is supposed comes first.
_PROVISO = re.compile(
    r"\s{0,4}(?:that\s{0,3},?\s{0,3})?(?:should|if|where|in\sthe\sevent\s(?:of|that)|unless|provided\sthat)\s"
    r"[^,;:.\n]{4,160},\s(?=(?:the|that|an?|to|it|any|all|delegated|authority)\b)",
    re.IGNORECASE,
)
# "to ask that the powers be extended": what somebody else is asked for.
# What bodies do that no action of ours says.
_DEEDS = frozenset(
    "meet set make pay proceed go enter issue send write sell buy purchase acquire dispose let "
    "lease fund provide transfer increase reduce keep carry undertake hold open close draw".split()
)
_ASKS = frozenset(
    "ask asks asking request requesting urge urging insist insisting say saying demand demanding "
    "seek seeking hope hoping".split()
)


class _Limb(NamedTuple):
    """The words of a limb, in lower case, and where its verbs may stand."""

    words: list[str]
    opening: int  # index of the first word after "That", "and", "unanimously"


@cache
def verbs() -> dict[str, tuple[str, str]]:
    """Return word -> (action, form) for verbs."""
    return {
        row["word"]: (row["action"], row["form"])
        for row in data.table("actions.csv")
        if row["form"] != "noun"
    }


@cache
def nouns() -> dict[str, str]:
    """Return noun -> action, for "approval be given"."""
    return {
        row["word"]: row["action"] for row in data.table("actions.csv") if row["form"] == "noun"
    }


@cache
def _bodies() -> frozenset[str]:
    return frozenset(data.lines("bodies.txt")) | _POSTS


def action_of(said: str, *, sure: bool = False) -> str | None:
    """Return the action of a limb's first operative verb, None where it has no listed verb.

    A passive verb that is none of ours is "other", whatever follows: "be sold and … be noted".

    With `sure`, a verb that could as well be part of a description is left out.

    >>> action_of("That the amended policy be adopted")
    'adopt'
    >>> action_of("The award of the contract was noted.")
    'note'
    >>> action_of("delegated authority be granted to the Director")
    'delegate'
    >>> action_of("That the Board be reassured about the contract.")
    'other'
    >>> action_of("Revised figures for the award of contract") is None
    True
    """
    if _EXCLUDES.search(said[:600]):
        return "exclude"
    skipped = _PROVISO.match(said)
    at = skipped.end() if skipped else 0
    found = [m.group().lower() for m in _WORD.finditer(said, at, _REACH)][:_MOST]
    limb = _Limb(found, _opening(found))
    weak = None
    for i, word in enumerate(found):
        verdict = _verdict(limb, i, word)
        if verdict and verdict[1]:
            return verdict[0]
        if verdict is None and weak is None and _is_unlisted(limb, i):
            return "other"
        weak = weak or (verdict and verdict[0])
    return None if sure or (weak and _opens_unlisted(limb)) else weak


def _opens_unlisted(limb: _Limb) -> bool:
    """Tell whether a limb does what no listed verb says: "to meet it from the grant awarded"."""
    at = limb.opening
    following = limb.words[at + 1] if at + 1 < len(limb.words) else ""
    return limb.words[at : at + 1] == ["to"] and following in _DEEDS


def _is_unlisted(limb: _Limb, i: int) -> bool:
    """Tell whether a word is the operative verb and none of ours: "That the tug be sold"."""
    word = limb.words[i]
    if not (word.endswith("ed") or word in _IRREGULAR) or word in _NO_DEEDS or word in verbs():
        return False
    before, at, negated = _before(limb, i)
    if before != "be" or negated or limb.words[at - 1] in _MAY or i + 1 == len(limb.words):
        return False
    return _CONDITIONAL.isdisjoint(limb.words[:at]) and "that" not in limb.words[limb.opening : at]


def asked_action(said: str, *, sure: bool = False) -> str | None:
    """Return the action a report asks for: what stands after "is asked to" counts first.

    >>> asked_action("The Panel is asked to note the update.")
    'note'
    """
    found = _ASKING.search(said[:_REACH])
    return action_of(said[found.end() :] if found else said, sure=sure)


def _opening(found: list[str]) -> int:
    at = 0
    while at < len(found) and (found[at] in _OPENERS):
        at += 1
    return at


def _verdict(limb: _Limb, i: int, word: str) -> tuple[str, bool] | None:
    """Return the action a word speaks for and whether it is surely the operative verb."""
    if word in ("given", "granted") and (given := _given(limb, i)):
        return given
    if word in ("give", "gives", "gave", "grant", "grants"):
        return _giving(limb, i)
    if word in ("let", "make", "makes") and (made := _made(limb, i)):
        return made
    if word in ("place", "placed") and limb.words[i + 1 : i + 3] == ["on", "record"]:
        return "record", True
    if word in nouns() and i == limb.opening:
        return nouns()[word], False
    entry = verbs().get(word) or _welsh(word)
    if entry is None:
        return None
    action, form = entry
    if form == "welsh":
        return action, True
    return _past(limb, i, action) if form == "past" else _base(limb, i, action)


def _welsh(word: str) -> tuple[str, str] | None:
    """Look up a verb with its article: "nodi'r adroddiad"."""
    if "'" not in word and "’" not in word:
        return None
    entry = verbs().get(re.split("['’]", word, maxsplit=1)[0])
    return entry if entry and entry[1] == "welsh" else None


def _given(limb: _Limb, i: int) -> tuple[str, bool] | None:
    """Read "approval be given", "delegated authority be granted"."""
    if _before(limb, i)[0] not in _BE:
        return None
    for word in limb.words[i + 1 : i + 4]:
        if word in ("delegated", "delegation"):
            return "delegate", True
        if word in ("authority", "approval", "consent", "permission"):
            return nouns()[word], True
    for at in range(i - 1, -1, -1):  # the nearest noun: "subject to an agreement, permission be"
        word = limb.words[at]
        if limb.words[i] == "granted" and word in ("consent", "licence", "permission"):
            return "grant", True
        if word in ("authority", "powers") and at and limb.words[at - 1] == "delegated":
            return "delegate", True
        if word in nouns():
            return nouns()[word], True
    return None


def _made(limb: _Limb, i: int) -> tuple[str, bool] | None:
    """Read "the contract be let to", "make a direct award": both award."""
    if limb.words[i] == "let":
        before = limb.words[:i]
        is_let = _before(limb, i)[0] == "be" and not _LET.isdisjoint(before) and "no" not in before
        return ("award", True) if is_let else None
    span = limb.words[i + 1 : i + 4]
    is_made = span[:1] in (["a"], ["an"]) and "award" in span
    return ("award", _stands(limb, i)) if is_made else None


def _giving(limb: _Limb, i: int) -> tuple[str, bool] | None:
    """Read "gives approval", "grant delegated authority", "grant permission"."""
    for word in limb.words[i + 1 : i + 4]:
        if word in ("delegated", "delegation"):
            return "delegate", _stands(limb, i)
        if word in ("authority", "approval", "consent", "authorisation"):
            return nouns()[word], _stands(limb, i)
    return _base(limb, i, "grant") if limb.words[i].startswith("grant") else None


def _before(limb: _Limb, i: int) -> tuple[str, int, bool]:
    """Return the word before, adverbs skipped, its index, and whether "not" was among them."""
    at, negated = i - 1, False
    while at >= 0 and (limb.words[at] in _ADVERBS or limb.words[at].endswith("ly")):
        negated = negated or limb.words[at] in _NEGATIVE
        at -= 1
    return (limb.words[at] if at >= 0 else ""), at, negated


def _past(limb: _Limb, i: int, action: str) -> tuple[str, bool] | None:
    word, at, negated = _before(limb, i)
    following = limb.words[i + 1] if i + 1 < len(limb.words) else "the"
    if limb.words[i] == "signed" and "minutes" not in limb.words:
        return None
    if limb.words[i] == "raised" and {"objection", "objections"} & set(
        limb.words[max(0, at - 3) : i]
    ):
        return None
    if limb.words[i] == "delegated" and following in ("authority", "powers"):
        acts = i == limb.opening or word in _HAVE or word in _bodies() or word in _SELF
        return ("delegate", True) if acts and not _relative(limb, at + 1) else None
    if word == "be" and _is_asked(limb, at):
        return None
    if word in _BE:
        negated = negated or (at > 0 and limb.words[at - 1] == "not")
        return _signed(action, negated), _is_main(limb, at)
    if i == limb.opening or word in _HAVE or word in _bodies() or word in _SELF:
        sure = following in _AFTER_VERB or (i == limb.opening and limb.words[i] == "noted")
        sure = sure and not _relative(limb, at + 1)
        return (_signed(action, negated), True) if sure else None
    if negated or following in _AFTER_VERB:
        return _signed(action, negated), False
    return None


def _base(limb: _Limb, i: int, action: str) -> tuple[str, bool] | None:
    following = limb.words[i + 1] if i + 1 < len(limb.words) else ""
    if limb.words[i] in _NOUNLIKE and following in _AFTER_NOUN and not _infinitive(limb, i):
        return None
    negated = _before(limb, i)[2]
    if _stands(limb, i):
        return _signed(action, negated), True
    if limb.words[i - 2 : i] == ["minded", "to"]:
        return _signed(action, negated), True
    if limb.words[i - 1] == "to":
        return (action, False) if "be" not in limb.words[:60] else None
    return (action, False) if following in ("the", "its", "this", "that") else None


def _stands(limb: _Limb, i: int) -> bool:
    """Tell whether a verb in its base form opens the limb or follows the body that acts."""
    if i == limb.opening or _infinitive(limb, i):
        return True
    word, at, _ = _before(limb, i)
    if at < limb.opening:
        return True
    following = limb.words[i + 1] if i + 1 < len(limb.words) else "the"
    if limb.words[i] in _NOUNLIKE and following not in _AFTER_VERB:
        return False
    if word in _MODAL:  # "the Board will accept", not "which residents will accept"
        subject, of, _ = _before(limb, at)
        return (subject in _bodies() or subject in _SELF) and not _relative(limb, of + 1)
    return word in _bodies() or word in _SELF


def _infinitive(limb: _Limb, i: int) -> bool:
    word, at, _ = _before(limb, i)
    return word == "to" and at == limb.opening


def _is_main(limb: _Limb, at: int) -> bool:
    """Tell whether a form of "be" belongs to the limb's own clause."""
    before = limb.words[at - 1] if at else ""
    if limb.words[at] == "be":
        return before != "to" or (at > 1 and limb.words[at - 2] in _BE)
    opens_with_that = limb.opening and limb.words[0] == "that"
    return not _relative(limb, at) and not (opens_with_that and "be" in limb.words[at:])


def _is_asked(limb: _Limb, at: int) -> bool:
    """Tell whether "be" stands in what somebody else is asked for, behind a verb of asking."""
    span = limb.words[max(limb.opening, at - 14) : at]
    asked = any(one in _ASKS and other == "that" for one, other in pairwise(span))
    return asked and limb.words[limb.opening] not in _ASKS


def _relative(limb: _Limb, at: int) -> bool:
    span = limb.words[max(limb.opening, at - 4) : at]
    return any(word in _RELATIVE or word == "that" for word in span)


def _signed(action: str, negated: bool) -> str:
    return "reject" if negated and action in _POSITIVE else action
