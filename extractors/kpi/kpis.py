"""Performance indicators: rows of sentences and tables, and the counts that a text sums up."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.context import Context
from extractors.kpi import run as kpi_run
from extractors.kpi import summaries as kpi_summaries
from extractors.kpi import tables as kpi_tables
from extractors.kpi import text as kpi_text
from extractors.kpi import typed as kpi_typed
from extractors.lowered import Needles
from schemas.document import Section, Span
from schemas.facts import Kpi, KpiSummary


def find(section: Section, context: Context) -> Iterator[Kpi | KpiSummary]:
    """Yield the indicators that a section reports on, and its counts of indicators."""
    typed = list(kpi_typed.tables(section, context))
    tables = list(kpi_tables.rows(section, context, typed))
    spans = [Span(t.start, t.stop) for t in context.document.tables]
    spans += [Span(t.start, t.stop) for t in typed]
    spans += _bare_rows(section, context, spans)
    told = (row for row in kpi_text.rows(section, context, spans) if not _is_idle(row, context))
    yield from _merged([*told, *tables])
    yield from kpi_summaries.rows(section, context, spans)


def _bare_rows(section: Section, context: Context, spans: list[Span]) -> list[Span]:
    """Return the lines that are rows of tables whose heads tell nothing: no sentences."""
    if not _ROWS.stand_in(context.reading, section.start, section.stop):
        return []
    return [
        line for line in context.paragraphs(section)
        if kpi_run.is_row(context.reading, line.start, line.stop)
        and not any(s.start <= line.start < s.stop for s in spans)
    ]  # fmt: skip


_ROWS = Needles("indicator", "measure", "kpi", "target")
# What counts indicators, not what one of them reached: "3 (60 per cent) were on target".
_COUNTED = re.compile(
    r"[0-9]{1,3} \([0-9.]{1,5} ?(?:%|per ?cent)\) (?:was|were|is|are|had|have|has)\b", re.IGNORECASE
)
_NO_TARGET = re.compile(r"\bno targets?[ :–-]{1,3}\Z", re.IGNORECASE)


def _is_idle(row: Kpi, context: Context) -> bool:
    """Tell whether a sentence counts, asks or says that there is no target, and reports nothing."""
    reading = context.reading
    if row.code is None and row.name is None and _COUNTED.match(reading, row.start):
        return True
    if row.target is None and row.actual is None:
        return row.sentence is not None and row.sentence.endswith("?")
    spots = (p.start for p in row.proofs if p.column == "target")
    return any(_NO_TARGET.search(reading[max(0, at - 14) : at]) for at in spots)


def _merged(rows: list[Kpi]) -> Iterator[Kpi]:
    """Yield rows without repetition: the same group's period and outcome said again is one row.

    "Failed in May and was granted mitigation" is one missed row that is mitigated.
    """
    kept: list[Kpi] = []
    for row in rows:
        twin = next(
            (i for i, k in enumerate(kept[-12:], max(0, len(kept) - 12)) if _same(k, row)), None
        )
        if twin is None:
            kept.append(row)
        elif row.outcome == "mitigated":
            kept[twin] = replace(kept[twin], is_mitigated=1)
    yield from _relieved(_told_once(kept))


def _told_once(rows: list[Kpi]) -> list[Kpi]:
    """Return rows without those that another row tells in full: a comment on a table's row."""
    coded: dict[str, list[Kpi]] = {}
    measured: dict[tuple[float | None, float | None], list[Kpi]] = {}
    for row in rows:
        if row.code:
            coded.setdefault(row.code, []).append(row)
        if row.target is not None and row.actual is not None and row.target != row.actual:
            measured.setdefault((row.target, row.actual), []).append(row)
    return [
        row for row in rows
        if not any(_tells(o, row) for o in coded.get(row.code or "", ())[:_MOST])
        and not any(
            _is_again(o, row) for o in measured.get((row.target, row.actual), ())[:_MOST]
        )
    ]  # fmt: skip


_MOST = 40  # rows of one code or of the same figures that are compared


def _tells(whole: Kpi, row: Kpi) -> bool:
    """Tell whether another row of the same code and period has all that a row has, and more."""
    if whole is row or whole.period != row.period or row.is_mitigated:
        return False
    more = (whole.target is not None) + (whole.actual is not None)
    if more <= (row.target is not None) + (row.actual is not None):
        return False
    same = row.outcome in ("unknown", whole.outcome, _BEATEN.get(whole.outcome))
    return same and row.target in (None, whole.target) and row.actual in (None, whole.actual)


_BEATEN = {"exceeded": "met"}


def _is_again(first: Kpi, row: Kpi) -> bool:
    """Tell whether an earlier or fuller row gives the same figures of what has the same name."""
    if first is row or (first.start > row.start and first.rule != "kpi.table"):
        return False
    if row.rule == "kpi.table" or (row.code and row.code != first.code):
        return False
    if None not in (row.period, first.period) and row.period != first.period:
        return False
    ours, theirs = _words(row), _words(first)
    return row.outcome == first.outcome and (not ours or bool(ours & theirs))


def _words(row: Kpi) -> set[str]:
    """Return the long words of an indicator's name, their endings left out."""
    return {w[:6] for w in (row.name or "").lower().split() if len(w) > 3 and w.isalpha()}


def _relieved(rows: list[Kpi]) -> Iterator[Kpi]:
    """Yield rows with a relief told elsewhere ("FM4 was granted relief") on the row it is of."""
    found = {
        i: own[0] for i, row in enumerate(rows)
        if row.outcome == "mitigated" and row.code and row.actual is None and row.target is None
        and len(own := [
            j for j, other in enumerate(rows)
            if other.code == row.code and other.actual is not None
        ]) == 1
    }  # fmt: skip
    for i, row in enumerate(rows):
        if i not in found:
            yield replace(row, is_mitigated=1) if i in found.values() else row


def _same(one: Kpi, two: Kpi) -> bool:
    if (one.code or None) != (two.code or None):
        return False
    if two.outcome == "mitigated" and one.outcome == "missed" and one.sentence == two.sentence:
        return one.name == two.name
    known = one.period == two.period and one.outcome == two.outcome and one.service == two.service
    alike = one.name == two.name or (_is_group(one) and _is_group(two))
    return known and alike and two.target in (None, one.target) and two.actual in (None, one.actual)


def _is_group(row: Kpi) -> bool:
    """Tell whether a row speaks of a group as a whole: no code, no figures, a plural name."""
    plural = (row.name or "").lower().endswith(_GROUPS)
    return row.code is None and plural and row.target is None and row.actual is None


_GROUPS = (
    "targets", "indicators", "measures", "kpis", "kpi's", "pis", "standards", "levels", "slas",
    "tsls", "priorities", "services",
)  # fmt: skip
