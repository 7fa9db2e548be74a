"""The row of a result and a target that a model ties: name, code, period and outcome.

They are read from the pair's own words as the rules read theirs; where those name nothing ("It ran
at 4%, where 3% is the ceiling"), from the sentences before.
"""

import re
from dataclasses import replace

from extractors.context import Context
from extractors.dates.period_parts import Period
from extractors.kpi import better as kpi_better
from extractors.kpi import clauses as kpi_clauses
from extractors.kpi import codes as kpi_codes
from extractors.kpi import figures as kpi_figures
from extractors.kpi import names as kpi_names
from extractors.kpi import rows as kpi_rows
from extractors.kpi import services as kpi_services
from extractors.kpi import subjects as kpi_subjects
from extractors.kpi import titles as kpi_titles
from extractors.kpi import values as kpi_values
from extractors.kpi.clauses import Clause
from extractors.kpi.codes import Code
from extractors.kpi.names import Subject
from extractors.kpi.pairs import Pair
from extractors.kpi.periods import Periods
from extractors.kpi.place import Memory, Place
from schemas.document import Section, Span
from schemas.facts import Kpi, Proof

_BACK = 2  # sentences before the pair's that may name what it measures
_HIGH = 70  # a target of so many per cent is one to reach, whatever is measured
_CEILING = re.compile(
    r"\b(?:ceilings?|limits?|maximum|the most|cap|no (?:more|higher|longer|worse|greater) than"
    r"|not (?:more|higher|longer|over|above|exceed)|at most|allow(?:s|ed|ance)?|permit(?:s|ted)?"
    r"|tolera(?:te[sd]?|nce)|or (?:less|fewer|under|below|lower))\b",
    re.IGNORECASE,
)
_FLOOR = re.compile(
    r"\b(?:floor|minimum|at least|no (?:less|fewer|lower) than|not (?:less|fewer|under|below)"
    r"|or (?:more|over|above|better|higher))\b",
    re.IGNORECASE,
)
# Who spoke, and what the aim is called: no name of an indicator.
_NO_NAME = re.compile(
    r"(?:councillor|cllr|members?|mrs?|ms|dr|the (?:chair|leader|director|head)|officers?|there"
    r"|(?:the )?(?:ceiling|limit|aim|goal|standard|target|bar|looked|sought|asked|wanted|set|hoped"
    r"|expected|required|result|outcome|figure|actual)$)\b",
    re.IGNORECASE,
)
_BESIDE, _BEHIND = 60, 24  # characters round a target that tell which way it binds


def row(pair: Pair, span: Span, section: Section, context: Context) -> Kpi:
    """Return the row of a pair; `span` are the words that are its own."""
    reading, spells = context.reading, Periods.of(context)
    lead = kpi_services.lead(reading, pair.unit.start, pair.unit.stop)
    place = Place(context, section, pair.unit, pair.window, lead, None, spells, span)
    clause = kpi_clauses.of_pair(reading, span, spells.calendar, pair.actual, pair.target)
    clause = replace(clause, periods=tuple(p for p in clause.periods if _is_its(reading, pair, p)))
    values = kpi_values.of_pair(reading, pair.actual, pair.target)
    made = kpi_rows.of_pair(place, clause, _subject(place, clause), values)
    return _bound(reading, clause, pair, made)


def coded(made: Kpi, span: Span, context: Context) -> Kpi:
    """Return a row of the rules with the code that leads its words, where it has none."""
    if made.code is not None or made.rule != "kpi.sentence":
        return made
    code = kpi_codes.placed(context.reading, span.start, span.stop)
    if code is None:
        return made
    proof = Proof("code", code.start, code.stop, "kpi.code.bare")
    name = kpi_codes.without(made.name, code.code)
    return replace(made, code=code.code, name=name, proofs=(*made.proofs, proof))


def _is_its(reading: str, pair: Pair, period: Period) -> bool:
    """Tell whether a period is the result's: not told of another figure that stands nearer."""
    window, own = pair.window, (pair.actual.start, pair.target.start)
    others = (
        f for f in kpi_figures.find(reading, window.start, window.stop, ()) if f.start not in own
    )
    far = min(abs(period.start - pair.actual.start), abs(period.start - pair.target.start))
    return all(
        abs(period.start - f.start) >= far or period.start <= f.start < period.stop for f in others
    )


# -- what is measured -----------------------------------------------------------------------------


def _subject(place: Place, clause: Clause) -> Subject:
    """Return what the words of a pair measure: their own, else those before them."""
    own = _named(place, clause)
    if own.name or own.code:
        return own
    sentences = place.context.sentences(place.unit)
    before = [s for s in sentences if s.stop <= place.sentence.start][-_BACK:]
    for sentence in reversed(before):
        told = replace(clause, start=sentence.start, stop=sentence.stop, figures=(), codes=())
        named = _named(replace(place, sentence=sentence, stretch=sentence), told)
        if named.name or named.code:
            return named
    return own


def _named(place: Place, clause: Clause) -> Subject:
    reading = place.context.reading
    told = kpi_titles.topic(reading, clause.start, place.unit.stop)
    found = told or kpi_subjects.of_clause(place, clause, None, Memory())
    if found is None or found.is_group:
        found = Subject(clause.start, clause.stop)
    if found.name and _NO_NAME.match(found.name):
        found = replace(found, name=None)
    if found.name and found.name.startswith("Of "):  # "Of callers 71% were put through"
        found = replace(found, name=found.name[3:])
    code = None if found.code else kpi_codes.placed(reading, clause.start, clause.stop)
    if code is None:
        return found
    name = found.name or _behind(reading, code, clause)
    return replace(found, code=code.code, name=kpi_codes.without(name, code.code))


def _behind(reading: str, code: Code, clause: Clause) -> str | None:
    """Return the name that stands behind a code that opens its words."""
    named = kpi_codes.name_behind(reading, code, clause.stop)
    if named:
        return named
    opened = kpi_names.opening(reading, code.stop, clause.stop, ())
    return opened.name if opened and opened.start - code.stop < 4 else None


# -- which way is better --------------------------------------------------------------------------


def _bound(reading: str, clause: Clause, pair: Pair, made: Kpi) -> Kpi:
    """Return a row whose target binds as its words, or its height, say."""
    if clause.outcome or clause.rag or made.target_date or made.actual is None:
        return made
    lower = _lower(reading, clause, pair, made)
    if lower == made.lower_is_better or made.target is None:
        return made
    outcome = kpi_better.by_figures(made.actual, made.target, lower, made.unit)
    return replace(made, lower_is_better=lower, outcome=outcome)


def _lower(reading: str, clause: Clause, pair: Pair, made: Kpi) -> int | None:
    target = pair.target
    before = reading[max(clause.start, target.start - _BESIDE) : target.start]
    if pair.actual.stop <= target.start:
        before = before[-(target.start - pair.actual.stop) :]
    behind = reading[target.stop : min(clause.stop, target.stop + _BEHIND)]
    if _FLOOR.search(before) or _FLOOR.search(behind):
        return None
    if _CEILING.search(before) or _CEILING.search(behind):
        return 1
    is_high = made.unit == "%" and target.value >= _HIGH
    return None if is_high else made.lower_is_better
