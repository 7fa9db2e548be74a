"""Which period a clause reports on: its own, its sentence's, or that of what stands above it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from extractors.context import Context
from extractors.dates import periods
from extractors.dates.period_parts import MONTH, NUMBERS, Calendar, Period
from extractors.kpi import openings as kpi_openings
from schemas.document import Section, Span

# Sentences that say what a report covers.
_REVIEW = re.compile(
    r"\b(?:review period|reporting period|cover(?:s|ed|ing)\b|performance\b"
    r"|key performance indicators|KPIs?\b)[^.\n]{0,160}"
    r"|\b(?:monitor|scorecard|dashboard|indicators|measures|service levels|targets)\b[^.\n]{0,100}"
    r"|\b(?:Q[1-4]|quarter)\b[^.\n]{0,30}\b(?:performance|monitoring) (?:report|update|outturn)\b"
    r"|\blook(?:s|ing)? back (?:over|at|on)\b[^.\n]{0,40}"
    r"|\bperiod (?:is|of (?:this|the) report)\b[^.\n]{0,40}"
    r"|\b(?:figures|results|data|returns|numbers|they)(?: (?:below|here|shown|given))? "
    r"(?:are|is|relate) "
    r"(?:for|to|of)\b[^.\n]{0,40}",
    re.IGNORECASE,
)
# What a period is compared with is not what a report covers.
_COMPARING = re.compile(
    r"\b(?:than|compared|comparison|same|previous|last|since|equivalent|corresponding|comparable"
    r"|what[ ]was|(?:de|in)crease|reduction|improvement|rise|fall|drop|decline)\b",
    re.IGNORECASE,
)
# What reports one indicator speaks of its own time.
_RESULT = re.compile(
    r"\b(?:exceed\w*|missed|below|above|against)[ ](?:the[ ]|its[ ])?target|[0-9][ ]?%"
)
_OF_REPORT = re.compile(
    r"quarter|\bQ[1-4]\b|performance|report|indicator|monitoring|result|outturn|month|activity",
    re.IGNORECASE,
)


def headings_above(context: Context, at: int, most: int) -> list[Span]:
    """Return the nearest headings that end before an offset, the nearest first."""
    known = context.headings
    place = bisect_right(known, at, key=lambda heading: heading.stop)
    return list(reversed(known[max(0, place - most) : place]))


@lru_cache(maxsize=8)
def of_review(reading: str, reference: str | None) -> Period | None:
    """Return the one period that the document says it reviews, None where it names several."""
    calendar = periods.calendar_of(reading, reference)
    found: dict[str | None, Period] = {}
    for said in islice(_REVIEW.finditer(reading), 30):
        if _RESULT.search(reading, said.start(), said.end()):
            continue
        for period in periods.find(reading, said.start(), said.end(), calendar):
            if not _COMPARING.search(
                reading, max(said.start() - 30, period.start - 50, 0), period.start
            ):
                found.setdefault(period.label, period)
    return next(iter(found.values())) if len(found) == 1 and None not in found else None


_COMPARED = re.compile(
    r"\b(?:compared|than|up|down|from|previous|previously|last|equivalent|corresponding|comparable"
    r"|what[ ](?:was|had[ ]been)|same[ ](?:period|quarter|month|time)|baseline|since"
    r"|(?:improvement|advance|increase|decrease|rise|drop|reduction)[ ](?:on|over|against)"
    r"|(?:short[ ]of|below|above|behind|ahead[ ]of|beyond|under|over)[ ]the[ ][0-9][0-9.,]{0,8}"
    r")\b(?:(?!20[0-9]{2} \()[^,;]){0,45}$",
    re.IGNORECASE,
)


# "below target because no one had been in post between July and December": the cause's time.
_CAUSED = re.compile(
    r"(?:\bbecause|\bdue[ ]to|\bowing[ ]to|[–-][ ]it[ ]was[ ]explained[ ]that)[ ][^.;\n]{0,100}"
    r"\b(?:been|had|has|were|was)\b[^.;\n]{0,80}[ ](?:in|from|between|during|since|of)[ ]\Z"
)
# "below target, following the change of forms in January"; "because a grant ended in May".
_CAUSE = re.compile(
    r"\b(?:following|after|owing[ ]to|due[ ]to|because|as[ ]a[ ](?:result|consequence)[ ]of"
    r"|in[ ]the[ ]wake[ ]of|thanks[ ]to|reflecting|caused[ ]by|put[ ]down[ ]to|attributed[ ]to"
    r"|explained[ ]by)[ ]"
    r"(?:of[ ])?(?:[A-Za-z£][^.;,:%\n]{2,80})[ ]"
    r"(?:in|during|from|since|at[ ]the[ ]end[ ]of|over)[ ](?:early[ ]|late[ ]|mid[ -])?\Z",
    re.IGNORECASE,
)
# "From April to June 2022 the target was …": a stretch of time, of which a result is told.
_FROM = re.compile(r"(?:\A|[.;:,] |\n)\W{0,4}(?:Over the period )?from (?:the )?\Z", re.IGNORECASE)
_SPAN = re.compile(r"[ ](?:to|until|through)[ ]|[–-]|[ ]and[ ]")
# "Last year (2021/22) 91% were answered against a target of 90%": a result of its own.
_LAST = re.compile(
    r"(?:\A|[.;:] |\n)\W{0,4}(?:(?:in|for|over|during) )?(?:the )?(?:last|previous)"
    r" (?:(?:financial|municipal|reporting|contract) )?(?:year|quarter|month|period)"
    r"(?:[ ]?[,(–-]|[ ]of)[ ]?\Z",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:this|current|latest|present|the[ ]previous|last|before)\b|\bnow\b")
_LONGEST = 300  # signs of a sentence that tells of last time alone


def _is_whole(reading: str, start: int, period: Period) -> bool:
    """Tell whether a period runs from one time to another and opens what is said."""
    before = reading[max(start, period.start - 30) : period.start]
    return bool(_FROM.search(before) and _SPAN.search(reading, period.start, period.stop))


def _is_last(reading: str, start: int, period: Period) -> bool:
    """Tell whether a sentence tells of last time, which it names, and of no other."""
    if not _LAST.search(reading[max(start, period.start - 60) : period.start]):
        return False
    ends = [e for mark in (". ", "\n") if (e := reading.find(mark, period.stop)) >= 0]
    stop = min([*ends, len(reading), period.stop + _LONGEST])
    return _NOW.search(reading, period.stop, stop) is None


# "worse than both the target and Quarter 2 of last year"; ", the wait in 2022/23 having been 9".
_BOTH = re.compile(
    r"\b(?:than|with|to|on)[ ]both[ ](?:[^.;\n]|\.(?=[0-9])){3,45}[ ]and[ ](?:the[ ]|in[ ])?\Z"
)
_ASIDE = re.compile(
    r",[ ](?:the[ ])?(?!outturn|result|actual|final|target)[a-z]{3,12}"
    r"[ ](?:in|for|of)[ ](?:the[ ])?\Z"
)
_BEEN = re.compile(r"[ ](?:having|had)[ ]been\b")
# "Diversion from landfill had reached 71% in 2015/16": the result's own time.
_SAYS = re.compile(r"\A(?:up|down|from|last)\b.* (?:was|were|had|has|reached|stood|is|are) ")


def is_comparison(reading: str, start: int, period: Period) -> bool:
    """Tell whether a period is the one compared with ("from 40% in 2018/19")."""
    if _CAUSED.search(reading, max(start, period.start - 170), period.start):
        return True
    if _CAUSE.search(reading, max(start, period.start - 120), period.start):
        return True
    if _is_whole(reading, start, period) or _is_last(reading, start, period):
        return False
    before = reading[max(start, period.start - 60) : period.start]
    behind = reading[period.stop : period.stop + 12]
    if _BOTH.search(before) or (_ASIDE.search(before) and _BEEN.match(behind)):
        return True
    found = _COMPARED.search(before)
    if found is None:
        return False
    said = found.group().lower()
    if _SAYS.search(said):
        return False
    return "target" not in said and " to " not in said.replace("compared to ", "")


# "for the third quarter running" is how often, not when.
_IN_A_ROW = re.compile(r"[ ](?:running|in[ ]a[ ]row|in[ ]succession)\b", re.IGNORECASE)


def find(reading: str, start: int, stop: int, calendar: Calendar) -> list[Period]:
    """Return the periods between two offsets, without what only says how often."""
    found = periods.find(reading, start, stop, calendar)
    return [p for p in found if not _IN_A_ROW.match(reading, p.stop)]


# "At 30 September 2022 88% had been reviewed": how it stood on a day.
_ON_A_DAY = re.compile(
    r"\b(?:[Aa]s )?[Aa]t (?:the close of )?"
    rf"(?P<day>(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)? (?P<m>{MONTH}),? (?P<y>20[0-9]{{2}})\b)"
)


def days(reading: str, start: int, stop: int, spells: Sequence[Period]) -> list[Period]:
    """Return the days at which something stood, without those inside a period that is named.

    >>> said = "At 30 September 2022, 88% had been seen."
    >>> [(day.label, day.last) for day in days(said, 0, len(said), ())]
    [('30 September 2022', '2022-09-30')]
    """
    found = []
    for said in islice(_ON_A_DAY.finditer(reading, start, stop), 10):
        day = f"{said['y']}-{NUMBERS[said['m'][:3].lower()]:02}-{int(said['d']):02}"
        one = Period(*said.span("day"), " ".join(said["day"].split()), day, day)
        if not any(_holds(spell, one) for spell in spells):
            found.append(one)
    return found


def is_day(period: Period) -> bool:
    """Tell whether a period is one day, at which something stood."""
    return period.first is not None and period.first == period.last


_THE_SAME = re.compile(
    r"\b(?:in|for|during|over)[ ](?:the[ ]same|that(?:[ ]same)?)[ ]"
    r"(?P<spell>quarter|period|month|year)\b"
    r"(?![ ](?:of|last|in|a[ ]year|the|one|as|20))",
    re.IGNORECASE,
)
_SHORTER = re.compile(r"Q[1-4]\b|H[12]\b|[A-Z][a-z]+ – ")  # than a year
_ITEM = 4000  # signs of an item in which its period may be named
_TOP, _BACK = 900, 1_500  # signs at the top that may hold a title, and those before a sentence


_MONTHS = {"month": (1,), "quarter": (3,), "year": (12,)}


def _lasts(period: Period, spell: str) -> bool:
    """Tell whether a period is a month, quarter or year, or any where that is not asked.

    >>> _lasts(Period(0, 2, "Q1 2023/24", "2023-04-01", "2023-06-30"), "quarter")
    True
    """
    if spell not in _MONTHS or not (period.first and period.last):
        return spell not in _MONTHS or (period.label or "").startswith(spell[:1].upper())
    (a, b), (c, d) = ((int(day[:4]), int(day[5:7])) for day in (period.first, period.last))
    return 12 * (c - a) + d - b + 1 in _MONTHS[spell]


@dataclass(frozen=True)
class Periods:
    """The periods of one document."""

    context: Context
    calendar: Calendar

    @classmethod
    def of(cls, context: Context) -> "Periods":
        """Return the periods of a context's document."""
        return cls(context, periods.calendar_of(context.reading, context.reference_date))

    def around_day(self, day: Period, around: Period | None) -> Period:
        """Return the period that a day's result is of: the one it stands under, where that fits."""
        return around if around and _holds(around, day) else day

    def find(self, start: int, stop: int) -> list[Period]:
        """Return the periods between two offsets."""
        return find(self.context.reading, start, stop, self.calendar)

    def around(self, section: Section, unit: Span, sentence: Span,
               intro: Span | None) -> Period | None:  # fmt: skip
        """Return the period that a sentence without one stands under, the nearest first.

        The sentences before in the paragraph, the words that introduce a list, the headings
        above, and last what the item, or the document, says it covers.
        """
        reading = self.context.reading
        opening = kpi_openings.period(reading, section.start, section.stop, self.calendar)
        reviewed = of_review(reading, self.context.reference_date)
        if same := self._same(sentence, unit):
            return same
        spots = [] if sentence.start <= unit.start else [Span(unit.start, sentence.start)]
        spots += [intro] if intro else []
        for spot in spots:
            found = self.find(spot.start, spot.stop)
            own = [
                p for p in found if not is_comparison(reading, spot.start, p)
                and not kpi_openings.is_earlier(p, opening or reviewed)
            ]  # fmt: skip
            if found := own:
                return single(found)
        for heading in headings_above(self.context, unit.start, 4):
            found = self.find(heading.start, heading.stop)
            words = reading[heading.start : heading.stop]
            if found and _is_period_heading(words):
                said = single(found)
                return opening if said and kpi_openings.holds(said, opening) else said
        if opening:
            return opening
        if reviewed:
            return reviewed
        return self._of_title(unit) or self._of_item(section, unit)

    def _of_item(self, section: Section, unit: Span) -> Period | None:
        """Return the one quarter or run of months that the item has named so far."""
        reading = self.context.reading
        start = max(section.start, unit.start - _ITEM)
        found = self.find(start, unit.start)
        own = [p for p in found if not is_comparison(reading, start, p)]
        own = [p for p in own if p.label and _SHORTER.match(p.label) and not self._is_told(p)]
        return single(own) if len({p.label for p in own}) == 1 else None

    def _is_told(self, period: Period) -> bool:
        """Tell whether the line of a period reports a result: it is that result's alone."""
        reading = self.context.reading
        start = reading.rfind("\n", 0, period.start) + 1
        stop = reading.find("\n", period.stop)
        return _RESULT.search(reading, start, len(reading) if stop < 0 else stop) is not None

    def _same(self, sentence: Span, unit: Span) -> Period | None:
        """Return the period that "in the same quarter" goes back to: the nearest one before it."""
        reading = self.context.reading
        said = _THE_SAME.search(reading, sentence.start, sentence.stop)
        if said is None:
            return None
        start = max(0, unit.start - _BACK)
        found = [p for p in self.find(start, sentence.start)
                 if not is_comparison(reading, start, p) and _lasts(p, said["spell"].lower())
                 ]  # fmt: skip
        return found[-1] if found and found[-1].label else None

    def _of_title(self, unit: Span) -> Period | None:
        """Return the one period that the lines at the top of the document name."""
        return of_title(self.context.reading, unit.start, self.calendar)


def of_title(reading: str, before: int, calendar: Calendar) -> Period | None:
    """Return the one period that the lines at the top of a document name, before an offset."""
    found = []
    for line in re.finditer(r"[^\n]+", reading[: min(before, _TOP)]):
        if _OF_REPORT.search(line[0]) and not _SENTENCE.search(line[0]):
            found += find(reading, *line.span(), calendar)
    return single(found)


_SENTENCE = re.compile(r"\b(?:was|were|that|had|has|have|will|would)\b", re.IGNORECASE)


def _is_period_heading(words: str) -> bool:
    """Tell whether a line names the period of what follows: "Quarter Three", "Performance Q2"."""
    if len(words) > 100 or (_SENTENCE.search(words) and not words.endswith(":")):
        return False
    return bool(_OF_REPORT.search(words)) or len(words.split()) <= 4


def single(found: Sequence[Period]) -> Period | None:
    """Return the one period that all of some are: "Quarter 2 2021/22 (July to September 2021)".

    Of two names of the same days the quarter's or the financial year's is taken.
    """
    spells = {(p.first, p.last) if p.first else p.label for p in found}
    if len(spells) != 1 or not all(p.label for p in found):
        return None
    return next((p for p in found if _NAMED.match(p.label or "")), found[0])


_NAMED = re.compile(r"(?:Q[1-4] |H[12] )?20[0-9]{2}/[0-9]{2}$")


def innermost(found: Sequence[Period]) -> list[Period]:
    """Return the periods that hold no other of them, each label once.

    >>> year = Period(0, 7, "2019/20", "2019-04-01", "2020-03-31")
    >>> innermost([Period(9, 19, "August 2019", "2019-08-01", "2019-08-31"), year])[0].label
    'August 2019'
    """
    kept: dict[str, Period] = {}
    for one in found:
        if one.label and not any(_holds(one, two) for two in found):
            kept.setdefault(one.label, one)
    return list(kept.values())


def _holds(one: Period, two: Period) -> bool:
    if not (one.first and one.last and two.first and two.last) or one.label == two.label:
        return False
    return one.first <= two.first and two.last <= one.last
