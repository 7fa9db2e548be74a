"""Performance indicators: rows of sentences and tables, and the counts that a text sums up."""

from collections.abc import Iterator
from dataclasses import replace

from extractors import kpi_summaries, kpi_tables, kpi_text
from extractors.context import Context
from schemas.document import Section, Span
from schemas.facts import Kpi, KpiSummary


def find(section: Section, context: Context) -> Iterator[Kpi | KpiSummary]:
    """Yield the indicators that a section reports on, and its counts of indicators."""
    tables = list(kpi_tables.rows(section, context))
    spans = [Span(t.start, t.stop) for t in context.document.tables]
    yield from _merged([*kpi_text.rows(section, context, spans), *tables])
    yield from kpi_summaries.rows(section, context, spans)


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
    yield from _relieved(kept)


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
    plural = (row.name or "").endswith("s") and row.target is None and row.actual is None
    return row.code is None and plural
