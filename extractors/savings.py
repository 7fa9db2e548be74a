"""Savings: what each amount that is one has come to, how often it comes, and in which year.

    "the restructure had enabled a recurring saving of £174k"  -> achieved, recurring
    "£73m of the £80m predicted savings were achieved"         -> 73 achieved, 80 forecast
    "savings of £2m would not be achieved"                     -> not_achieved

Reads the amounts of the third stage; an amount that is no saving (an underspend, a surplus, a fee
reduction, a threshold) never comes here.
"""

import re
from collections.abc import Iterator, Sequence

from extractors import leads, table_heads
from extractors.context import Context
from extractors.cues import Hit, Sentence, lexicon
from schemas.document import Section, Span
from schemas.facts import Amount, Proof, Saving

# Repeated or once, in the words of the sentence.
_RECURRING = re.compile(
    r"\b(?:recurring|recurrent|on-?going|per annum|per year|p\.?a\.?|annually|annual|each year"
    r"|every year|a year|yearly|year[ -]on[ -]year|permanent|each future year|in future years"
    r"|all future years|full[- ]year|base budget saving|from then on|thereafter|year after year"
    r"|subsequent years|following years)\b",
    re.IGNORECASE,
)
_ONE_OFF = re.compile(
    r"\b(?:one[- ]off|once[- ]only|non-?recurr(?:ing|ent)|single[- ]year|in one year only"
    r"|one[- ]time"
    r"|time[- ]limited|temporary)\b",
    re.IGNORECASE,
)
# With pieces of words of which one must be there: a cheap gate.
_REPEATS = (
    ("recurring", _RECURRING, "recur going annu year p.a pa perman base then there".split()),
    ("one_off", _ONE_OFF, "one once recur single time tempor".split()),
)
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
# "That savings of £5, of which £1 are one-off, be agreed."
_CARRIED = re.compile(
    r"\b(?:be|are|is|were|was)(?: hereby)? (?:agreed|approved|adopted|endorsed|accepted)\W{0,3}$"
)
_VERBAL = frozenset("has have had is are was were be been being will would".split())
# The columns of a table of savings; the first that fits.
_COLUMNS = (
    ("not_achieved", re.compile(
        r"\b(?:not (?:yet )?(?:achiev|deliver)|un(?:achiev|deliver)|shortfall|gap|at risk|red\b"
        r"|slipp|lost|missed)", re.I)),
    ("achieved", re.compile(
        r"\b(?:achiev|deliver(?:ed|y)|realised|actual|banked|secured|to date|outturn|made)", re.I)),
    ("forecast", re.compile(
        r"\b(?:forecast|expected|projected|estimate|anticipated|predicted|on track|year[ -]end)"
        , re.I)),
    ("target", re.compile(r"\b(?:target|required|requirement|budget(?:ed)?|plan(?:ned)?)\b", re.I)),
    ("proposed", re.compile(r"\b(?:propos|option|suggested)", re.I)),
    ("agreed", re.compile(r"\b(?:agreed|approved)", re.I)),
)  # fmt: skip
_PAST = re.compile(r"\b(?:had|has|have|was|were|[a-z]{3,}ed)\b", re.IGNORECASE)
# "achieved against a target of £5m", "46% of the £3m": the sum behind is the aim, not the result.
_AIM = re.compile(
    r"\b(?:against|towards|compared|versus|short of|out of|% of|per cent of|of the|of an?)\b"
)
_OF_THE = re.compile(
    r"\)?(?: \([^()]{1,20}\))?(?: [a-z]{2,12}){0,3} (?:out )?of "
    r"(?:the|its|an?|this|their|our|that)"
    r"(?: [a-z-]{2,14}){0,4} ?"
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
    r"\b(?:risks?|risky|depend\w*|ensur\w+|challeng\w+|subject|assum\w+|requir\w+|support\w*|monitor\w*"
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
_POUND = re.compile("[£€$]")
_RESULTS = ("achieved", "not_achieved")
_FAR = 15.0
_REACH = 1500
_CAPTION = 300  # how much of the line above a table is read


def find(section: Section, context: Context) -> Iterator[Saving]:
    """Yield a Saving for every known amount of the section whose kind is saving."""
    held: list[Amount] = []
    span: Span | None = None
    for amount in context.known(Amount, section.start, section.stop):
        if amount.kind != "saving":
            continue
        if span is None or not span.start <= amount.start < span.stop:
            if span:
                yield from _sentence(section, context, span, held)
            span, held = context.sentence_at(amount.start), []
        held.append(amount)
    if span:
        yield from _sentence(section, context, span, held)


def _sentence(
    section: Section, context: Context, span: Span, amounts: Sequence[Amount]
) -> Iterator[Saving]:
    near = Span(
        max(span.start, amounts[0].start - _REACH), min(span.stop, amounts[-1].stop + _REACH)
    )
    words = _Words(context, near)
    was_part = False
    for at, amount in enumerate(amounts):
        after = amounts[at + 1] if at + 1 < len(amounts) else None
        is_part = bool(after and _OF_THE.fullmatch(context.reading, amount.stop, after.start))
        status, hit = words.status(
            amount.start, after.stop if after and is_part else amount.stop, is_part, was_part
        )
        headed = _headed(context, amount)
        if headed:
            status, hit = headed, None
        if status == "unknown":
            status = _led(context, section, amount)
        if status == "unknown" and _CARRIED.search(context.reading, span.start, span.stop):
            status = "agreed"
        if status == "unknown" and words.is_ahead(amount.start, amount.stop):
            status = "forecast"
        if status in ("agreed", "unknown") and section.kind == "recommendation":
            status, hit = "proposed", None
        yield _made(context, amount, status, words.cues.span(hit) if hit else None, near)
        was_part = is_part


def _headed(context: Context, amount: Amount) -> str | None:
    """Return the status that the head of a table's column names, or the lines above the table."""
    heads = table_heads.at(context.document, amount.start)
    if heads is None:
        return None
    said = context.reading[heads.column.start : heads.column.stop] if heads.column else ""
    named = next((status for status, words in _COLUMNS if words.search(said)), None)
    if named or heads.top is None:
        return named
    stop = heads.top.start
    above = context.reading[max(0, stop - _CAPTION) : stop].rstrip().rpartition("\n")[2]
    last = Span(stop - len(above) - 1, stop) if above else None
    told = _told(context, last) if last else "unknown"
    return told if told != "unknown" else None


def _led(context: Context, section: Section, amount: Amount) -> str:
    """Return the status that the line above a list gives its points."""
    lead = leads.above(context.reading, amount.start, section.start)
    if lead is None:
        return "unknown"
    return _told(context, Span(max(lead.start, lead.stop - 400), lead.stop))


def _told(context: Context, line: Span) -> str:
    """Return what a line above figures says of them."""
    words = _Words(context, line)
    said = words.status(line.stop, line.stop, False, False)[0]
    if said == "unknown" and words.is_ahead(line.stop, line.stop):
        return "forecast"
    return said


class _Words:
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
        if parted and _POUND.search(self.reading, self.span.start, left):
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
        before = _BREAK.split(self.reading[max(self.span.start, start - 160) : start])[-1]
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
        if _NOT.search(before):
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
        return found is not None and found["how"].lower() not in ("to", "for", "must", "should")

    def _is_verb(self, hit: Hit) -> bool:
        """Tell "saving £5" and "saving the council £5" from the noun."""
        if self.cues.words[hit.first] != "saving":
            return True
        follows = self.cues.words[hit.last] if hit.last < len(self.cues.words) else ""
        return follows[:1] in "£€$" or follows in _OBJECTS


def _made(
    context: Context, amount: Amount, status: str, cue: tuple[int, int] | None, near: Span
) -> Saving:
    recurrence, found = _recurrence(context.reading, amount, near)
    proofs = [p for p in amount.proofs if p.column in ("financial_year", "organisation_id")]
    if cue:
        proofs.append(Proof("status", *cue, f"saving.status.{status}"))
    if found:
        proofs.append(Proof("recurrence", *found, f"saving.{recurrence}"))
    return context.make(
        Saving,
        amount.start,
        amount.stop,
        "saving.amount",
        amount_id=amount.id or None,
        mention_id=amount.mention_id,
        pence=amount.pence,
        status=status,
        recurrence=recurrence,
        financial_year=amount.financial_year,
        proofs=tuple(proofs),
    )


def _recurrence(reading: str, amount: Amount, near: Span) -> tuple[str, tuple[int, int] | None]:
    """Return how often the saving comes, by the nearest word of the sentence that tells."""
    left, right = max(near.start, amount.start - 200), min(near.stop, amount.stop + 200)
    low = reading[left:right].lower()
    found = [
        (min(abs(hit.start() - amount.stop), abs(amount.start - hit.end())), name, hit.span())
        for name, pattern, pieces in _REPEATS
        if any(piece in low for piece in pieces)
        for hit in pattern.finditer(reading, left, right)
        # Beyond another sum the word speaks of that one.
        if not _POUND.search(reading, hit.end(), amount.start)
        and not _POUND.search(reading, amount.stop, hit.start())
    ]
    if found:
        _, name, span = min(found)
        return name, span
    return ("recurring", None) if amount.per == "year" else ("unknown", None)
