"""How far a saving has come, by the words of its sentence: the verb of its clause, its mood.

"would be achieved" -> forecast; "had been achieved" -> achieved; "asked to find" -> target
"""

import re
from collections.abc import Sequence

from extractors.context import Context
from extractors.cues import Hit, Sentence, lexicon
from schemas.document import Span

# "not been achieved", "failed to", "will not": what turns a result round.
_NOT = re.compile(
    r"\b(?:not(?! only)|never|cannot|without|unlikely|no longer|neither|nor"
    r"|fail(?:ed|ing|s|ure)? to"
    r"|unable to|yet to be|difficult(?:y|ies)?|hardly|doubt(?:s|ed|ing|ful)?|none of"
    r" (?:it|which|this|that|them)|(?:was|were) to have|na fydd(?:ai|ant)?"
    r"|ni fydd(?:ai|ant)?|heb (?:ei|eu)|ddim)\b|n't\b",
    re.IGNORECASE,
)
# An auxiliary that puts a result into the future: "will be achieved", "to be delivered".
_AHEAD = re.compile(
    r"\b(?P<how>will|would|shall|should|could|can|may|might|must|to|expect(?:ed|s)?|anticipated"
    r"|forecast|projected|predicted|estimated|likely|intended|aims?|aiming|planned|on track|hoped"
    r"|due|potential(?:ly)?|for)(?: (?:to|be|been|also|fully|only|now|then|therefore|potentially"
    r"|further|actually|instead|still|able|help)){0,5} $",
    re.IGNORECASE,
)
# Before a form in -ing the whole sentence tells the time: "would be re-let, saving £5".
_LATER = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|must|propos|option|expect|anticipat|forecast"
    r"|project(?:ed|s|ions?)\b|predict|estimat|plan(?:ned|s)?\b|intend|recommend|if\b|suggest)",
    re.IGNORECASE,
)
# Before the sum, and of the whole clause: "doubted that the saving of £5 would be made".
_DOUBTED = re.compile(
    r"\b(?:doubt(?:s|ed|ing|ful)?|na fydd(?:ai|ant)?|ni fydd(?:ai|ant)?|unlikely that"
    r"|no part of|none of|nothing of|little of|hardly any of)\b"
    r"[^.;£]{0,80}$",
    re.IGNORECASE,
)
# A result that is only partly missed: "had not come about in full".
_PARTLY = re.compile(r"\b(?:in full|fully|entirely|wholly|in its entirety|all of)\b")
# What lies ahead, where no word of savings says how far they have come.
_MODAL = re.compile(
    r"\b(?:will|would|should|could|may|might|shall)\b(?! (?:not|have)\b)|\bto be\b|\blikely\b"
)
# "will cost £5 and save £2": the second verb of two.
_COORDINATED = re.compile(
    r"[^;]{0,60}\b(?:and|or|then) (?:also |then |thereby |so |potentially )?"
    r"(?:save|reduce|cut|bring|release|free|lower|yield|generate|produce|deliver|achieve|secure|make)\b"
)
_VERBAL = frozenset("has have had is are was were be been being will would".split())
_PAST = re.compile(r"\b(?:had|has|have|was|were|[a-z]{3,}ed)\b", re.IGNORECASE)
# "achieved against a target of £5m", "46% of the £3m": the sum behind is the aim, not the result.
_AIM = re.compile(
    r"\b(?:against|towards|compared|versus|short of|out of|% of|per cent of|of the|of an?)\b"
)
_BREAK = re.compile(r"[;£]|\b(?:but|while|whilst|although|whereas|however)\b")
_OBJECTS = frozenset("the around about over up approximately circa c an at some nearly us".split())
_BASE = frozenset(
    "save make deliver achieve realise secure generate meet bring produce yield "
    "obtain enable".split()
)
# "the achievement of £5m was welcomed", but "depends on the achievement of £5m".
_NOUNS = frozenset("achievement delivery realisation".split())
_DOUBT = re.compile(
    r"\b(?:risks?|risky|depend\w*|predicat\w+|reli\w+|rely\w*|conting\w+|hing\w+|based|premis\w+|ensur\w+|challeng\w+|subject|assum\w+|requir\w+|support\w*|monitor\w*"
    r"|will|would|could|should|may|might|must|towards|focus\w*|confiden\w+|plan\w*|responsib\w+|doubt"
    r"|uncertain\w*|expect\w*|anticipat\w+|forecast\w*|track\w*|not|non)\b",
    re.IGNORECASE,
)
# "asked if the saving had come about" says nothing of it.
_ASKED = re.compile(
    r"\b(?:ask\w*|quer\w+|question\w*|wonder\w*|wanted to know|unclear|establish|check|gofynnwyd)\b"
    r"[^.;]{0,80}\b(?:if|whether|how much|how far|what)\b",
    re.IGNORECASE,
)
_YET = re.compile(
    r"\b(?:not|never|yet to|still to|without|waiting to)\b[a-z ]{0,24}$|n't [a-z ]{0,20}$"
    r"|\b(?:recommended|asked|invited|requested|minded)(?: [a-z]{4,9})? to (?:[a-z]{4,9} and )?$",
    re.I,
)
POUND = re.compile("[£€$]")
# What is only meant, or asked for: "aims to achieve £5".
_MEANT = ("to", "for", "must", "should", "aim", "aims", "aiming")
_RESULTS = ("achieved", "not_achieved")
_FAR = 15.0


class Words:
    """The words of a sentence that holds savings, and what they say of each."""

    def __init__(self, context: Context, span: Span) -> None:
        self.reading, self.span = context.reading, span
        self.cues = Sentence(context.words(span.start, span.stop), lexicon("saving_cues.csv"))

    def status(
        self, start: int, stop: int, is_part: bool, is_whole: bool
    ) -> tuple[str, Hit | None]:
        """Return how far the saving at these offsets has come, and the word that says so.

        `is_part`: the span holds "£a of the £b", of which a's status is asked. `is_whole`: the
        sum is the b, whose status no result tells.
        """
        hits = sorted(self.cues.around(start, stop), key=lambda hit: hit.cost)
        others = [hit for hit in hits if hit.cue.label not in _RESULTS and hit.cost < _FAR]
        if is_whole:
            named = [hit for hit in others if hit.cue.label in ("target", "forecast", "agreed")]
            return (named[0].cue.label, named[0]) if named else ("target", None)
        refused = next((hit for hit in hits if self._is_undecided(hit)), None)
        if refused:
            return "proposed", refused
        if is_part:
            verb = next(
                (h for h in others if self.cues.span(h)[0] >= stop and self._is_main(h)), None
            )
            others = [verb, *others] if verb else others
        result = next((hit for hit in hits if self._is_result(hit, start, stop, others)), None)
        if result is None:
            return (others[0].cue.label, others[0]) if others else ("unknown", None)
        said = self._result(result, start, stop)
        if said in _RESULTS or (said == "unknown" and not others):
            return said, result
        near = [hit for hit in others if hit.cost < result.cost + 4 and hit.cue.label != "forecast"]
        if near and (said == "unknown" or not self._is_sure(result)):
            return near[0].cue.label, near[0]
        return ("forecast", result) if said != "unknown" else (others[0].cue.label, others[0])

    def _is_undecided(self, hit: Hit) -> bool:
        """Tell whether a decision is still to come: "has not yet been agreed"."""
        left = self.cues.span(hit)[0]
        before = self.reading[max(self.span.start, left - 30) : left]
        return hit.cue.label == "agreed" and hit.cost < 2 * _FAR and bool(_YET.search(before))

    def _is_result(self, hit: Hit, start: int, stop: int, others: Sequence[Hit]) -> bool:
        """Tell whether a result word speaks of the sum: no other sum or aim between them."""
        if hit.cue.label not in _RESULTS or not self._is_verb(hit):
            return False
        left, right = self.cues.span(hit)
        if left >= stop:
            near = hit.cost < _FAR or self._is_main(hit)
            return near and not _BREAK.search(self.reading, stop, left)
        between = self.reading[right:start]
        if hit.cost >= _FAR or _BREAK.search(between) or _AIM.search(between):
            return False
        # "£1m had been banked, £2m is to come": the verb belongs to the sum before it.
        parted = "," in between or " and " in between
        if parted and POUND.search(self.reading, self.span.start, left):
            return False
        behind = [h for h in others if self.cues.span(h)[0] >= stop]
        return not behind or hit.cost <= behind[0].cost

    def _is_main(self, hit: Hit) -> bool:
        """Tell whether a result is the verb of its clause: "(agreed in May) has been made"."""
        return bool(_VERBAL.intersection(self.cues.words[max(0, hit.first - 3) : hit.first]))

    def is_ahead(self, start: int, stop: int) -> bool:
        """Tell whether the clause of a sum speaks of what is to come: "would bring £5"."""
        if _ASKED.search(self.reading, self.span.start, start):
            return False
        head = self.reading[max(self.span.start, start - 160) : start]
        clauses = _BREAK.split(head)
        before = clauses[-1]
        # "will cost £5 and save £2": the second verb leans on the first one's auxiliary.
        if len(clauses) > 1 and _COORDINATED.match(before):
            before = clauses[-2] + before
        after = _BREAK.split(self.reading[stop : min(self.span.stop, stop + 100)])[0]
        return bool(_MODAL.search(before) or _MODAL.search(after))

    def _result(self, hit: Hit, start: int, stop: int) -> str:
        """Return what a result word comes to: achieved, not_achieved, ahead or unknown."""
        left = self.cues.span(hit)[0]
        floor = max(self.span.start, left - 70, stop if left >= stop else 0)
        if left >= stop and _DOUBTED.search(self.reading, max(self.span.start, start - 90), start):
            return "not_achieved"
        before = _BREAK.split(self.reading[floor:left])[-1]
        if _ASKED.search(self.reading, self.span.start, left):
            return "unknown"
        if _NOT.search(before) or before.endswith(("was to ", "were to ")):
            behind = self.reading[self.cues.span(hit)[1] : self.cues.span(hit)[1] + 16]
            return "unknown" if _PARTLY.search(before + behind) else "not_achieved"
        if hit.cue.label == "not_achieved":
            return "not_achieved"
        if _AHEAD.search(before):
            return "ahead"
        word = self.cues.words[hit.first]
        if word in _NOUNS:
            sentence = self.reading[self.span.start : self.span.stop]
            return "unknown" if _DOUBT.search(sentence) else "achieved"
        if word.endswith("ing"):
            sofar = self.reading[self.span.start : left]
            return (
                "ahead"
                if _LATER.search(sofar)
                else "achieved"
                if _PAST.search(sofar)
                else "unknown"
            )
        return "unknown" if word in _BASE else "achieved"

    def _is_sure(self, hit: Hit) -> bool:
        """Tell whether the future is foretold ("will be achieved"), not only meant ("to be")."""
        left = self.cues.span(hit)[0]
        found = _AHEAD.search(self.reading[max(self.span.start, left - 70) : left])
        return found is not None and found["how"].lower() not in _MEANT

    def _is_verb(self, hit: Hit) -> bool:
        """Tell "saving £5" and "saving the council £5" from the noun."""
        if self.cues.words[hit.first] != "saving":
            return True
        follows = self.cues.words[hit.last] if hit.last < len(self.cues.words) else ""
        return follows[:1] in "£€$" or follows in _OBJECTS
