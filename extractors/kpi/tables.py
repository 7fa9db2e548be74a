"""Tables of performance indicators: one row for each indicator and reporting period.

Read are data tables of HTML and PDF (`Document.tables`) and tables typed with pipes. A table counts
by its heads: something that names an indicator, and a target, a result or a colour. A head that
spans lines or columns is put together from its parts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from extractors.context import Context
from extractors.dates import periods
from extractors.dates.period_parts import MONTH, Calendar, Period
from extractors.kpi import above as kpi_above
from extractors.kpi import better as kpi_better
from extractors.kpi import cards as kpi_cards
from extractors.kpi import codes as kpi_codes
from extractors.kpi import columns as kpi_columns
from extractors.kpi import dated as kpi_dated
from extractors.kpi import figures as kpi_figures
from extractors.kpi import head_units as kpi_head_units
from extractors.kpi import heads as kpi_heads
from extractors.kpi import judged as kpi_judged
from extractors.kpi import paired as kpi_paired
from extractors.kpi import periods as kpi_periods
from extractors.kpi import roles as kpi_roles
from extractors.kpi import services as kpi_services
from extractors.kpi import signs as kpi_signs
from extractors.kpi import turned as kpi_turned
from extractors.kpi import words as kpi_words
from extractors.kpi.figures import Figure
from extractors.kpi.grids import TAIL, Grid, every, heads_of, with_tails, words_of
from schemas.document import Section, Span
from schemas.facts import Kpi, Proof


def rows(section: Section, context: Context, typed: Sequence[Grid] = ()) -> Iterator[Kpi]:
    """Yield the indicators of a section's tables, and of those `typed` without any marks."""
    for whole in every(section, context, typed):
        for grid in kpi_above.parted(context, section, whole):
            upright = kpi_turned.upright(context, kpi_paired.apart(context, grid))
            yield from _indicators(section, context, upright)


def _indicators(section: Section, context: Context, grid: Grid) -> Iterator[Kpi]:
    heads, first = heads_of(context, grid)
    words = {c: words_of(context, spans) for c, spans in heads.items()}
    roles = grid.roles or kpi_roles.settled(
        {c: kpi_heads.role(w) for c, w in words.items()}, words, _cells(context, grid, first)
    )
    roles = _with_results(context, grid, roles, first)
    if grid.is_sure or kpi_heads.is_indicators(roles, words):
        calendar = periods.calendar_of(context.reading, context.reference_date)
        own = _calendar(calendar, heads, roles)
        yield from _Reader(context, section, grid, heads, words, roles, own).read(first)


def _calendar(calendar: Calendar, heads: dict[int, list[Span]],
              roles: dict[int, str | None]) -> Calendar:  # fmt: skip
    """Return a calendar without the years that head one column of results: they are its alone.

    Beside "2020/21 outturn" a column "Q2" is of the year that the caption or its target names.
    """
    columns = Counter(s for spans in heads.values() for s in set(spans))
    alone = [
        s for c, spans in heads.items() if roles.get(c) in ("actual", "previous", "period")
        for s in spans if columns[s] == 1
    ]  # fmt: skip
    kept = [y for y in calendar.years if not any(s.start <= y[0] < s.stop for s in alone)]
    return replace(calendar, years=tuple(kept))


def _cells(context: Context, grid: Grid, first: int) -> dict[int, list[str]]:
    """Return the words under each head, of as many rows as tell what a column holds."""
    cells: dict[int, list[str]] = {}
    for line in grid.rows[first : first + _TELLING]:
        for column, span in line.items():
            if span.stop > span.start:
                cells.setdefault(column, []).append(words_of(context, [span]))
    return cells


def _with_results(context: Context, grid: Grid, roles: dict[int, str | None],
                  first: int) -> dict[int, str | None]:  # fmt: skip
    """Return roles in which "Year end & RAG" is the column of the results, where it holds them."""
    if "target" not in roles.values():
        return roles
    for column, role in roles.items():
        cells = [line[column] for line in grid.rows[first:] if column in line]
        shown = [context.reading[s.start : s.stop] for s in cells]
        both = sum(bool(_FIGURE_AND_COLOUR.match(words)) for words in shown)
        if role == "rag" and shown and both * 2 >= len(shown):
            return {
                c: "previous" if r == "actual" else "actual" if c == column else r
                for c, r in roles.items()
            }
    return roles


_FIGURE_AND_COLOUR = re.compile(
    r"[£<>]?[0-9][0-9.,]{0,9}[ ]?%?[ (]{1,2}(?:red|amber|green)\b", re.I
)
_TELLING = 40  # rows that tell what a column holds
_FINEST = ("seconds", "minutes", "hours")
_TIMES = ({"seconds", "minutes"}, {"minutes", "hours"})


def _of_head(reading: str, span: Span, calendar: Calendar) -> Period | None:
    """Return the period of a head, whatever year the head beside it ends in: "2020/21 | Q2"."""
    found = periods.of_head(reading, span.start, span.stop, calendar)
    if found is None or (span.start <= found.start and found.stop <= span.stop):
        return found
    apart = " " * span.start + reading[span.start : span.stop]
    return periods.of_head(apart, span.start, span.stop, calendar)


# A cell that holds when, not how much: "Jan 2024", "31/03/24".
_DATED = re.compile(rf"\b{MONTH}|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2}}")
# A row that sums up the others: not "Total number of visits".
_TOTAL = re.compile(
    r"totals?\b(?! (?:number|time|days|cost|amount|calls|visits|visitors|households|homes))", re.I
)
# Heads that call a row what an indicator is.
_INDICATOR = re.compile(r"\b(?:indicators?|measures?|K?PIs?|metrics?|performance)\b", re.IGNORECASE)
# Between a figure and one that only explains it.
_EXPLAINS = re.compile(r"(?: [A-Za-z][A-Za-z ]{1,30})? ?\([^()\n]{0,40}| (?:out )?of ")
# Codes of letters of one to six capitals and a number: "HM12 Gullies", "HA.12 Visits", "HOU010a".
_LEADING_CODE = re.compile(r"(?P<series>[A-Z]{1,6})[ ._-]?[0-9]{1,4}[a-z]?(?=[ :.-])")


@dataclass(frozen=True)
class _Reader:
    """Reads the body of one table of indicators."""

    context: Context
    section: Section
    grid: Grid
    heads: dict[int, list[Span]]
    words: dict[int, str]
    roles: dict[int, str | None]
    calendar: Calendar

    def read(self, first: int) -> Iterator[Kpi]:
        """Yield the indicators of the rows from `first`."""
        if self._of_money:
            return
        named = self._cell(self.grid.rows[0], "name")  # by what would else be the service
        apart = named is not None and named.start < self.grid.start
        service: Span | None = None if apart else self._caption()
        for line in with_tails(self.context, self.grid.rows[first:], self._column("name")):
            cells = {c: s for c, s in line.items() if s.stop > s.start}
            if len(cells) == 1 and not any(ch in "0123456789%" for ch in self._said(cells)):
                service = next(iter(cells.values()))
            elif len(cells) > 1:
                yield from self._row(cells, service)

    @property
    def _top(self) -> int:
        """Return where what stands above the table ends."""
        return self.grid.start if self.grid.led is None else self.grid.led

    @cached_property
    def _of_money(self) -> bool:
        """Tell whether the aims are sums and no head calls a row an indicator: savings, budgets."""
        column = self._column("target")
        cells = (line[column] for line in self.grid.rows if column in line)
        aims = [words for words in map(self._text, cells) if any(ch.isdigit() for ch in words)]
        sums = sum("£" in words for words in aims)
        named = any(_INDICATOR.search(words) for words in self.words.values())
        return sums > 1 and sums * 5 >= len(aims) * 4 and not named

    def _caption(self) -> Span | None:
        caption = self.grid.caption
        reading = self.context.reading
        if caption and not kpi_words.names_indicator(reading, caption.start, caption.stop):
            return None
        return kpi_services.service(self.context, self.section, self._top)

    def _said(self, cells: dict[int, Span]) -> str:
        return words_of(self.context, list(cells.values()))

    def _text(self, span: Span) -> str:
        return " ".join(self.context.reading[span.start : span.stop].split())

    def _title(self, span: Span, tail: Span | None = None) -> str:
        """Return the words of a name, without the colour that a PDF puts at the end of a line."""
        if tail:
            return f"{self._text(span)} {self._text(tail)}"
        reading, text = self.context.reading, self.context.text
        if text.find("\n", span.start, span.stop) < 0:
            return self._text(span)
        broken = (text[i] if text[i] == "\n" else reading[i] for i in range(span.start, span.stop))
        return kpi_cards.without_colours("".join(broken))

    def _column(self, role: str) -> int | None:
        return next((c for c, r in self.roles.items() if r == role), None)

    def _cell(self, cells: dict[int, Span], role: str) -> Span | None:
        column = self._column(role)
        return cells.get(column) if column is not None else None

    def _row(self, cells: dict[int, Span], service: Span | None) -> Iterator[Kpi]:
        name, code = self._cell(cells, "name"), self._cell(cells, "code")
        if name is None and (code is None or self._text(code).lower().startswith("total")):
            return
        title = self._title(name, cells.get(TAIL)) if name else None
        if title and (self._is_head(title, cells) or _TOTAL.match(title)):
            return
        known = kpi_codes.find(self.context.reading, *self._ends(code or name))
        printed = self._text(code) if code else (known[0].code if known else None)
        if title and printed is None and self._coded:
            found = _LEADING_CODE.match(title)
            printed = found.group().strip() if found else None
        own = self._cell(cells, "service") or service
        for group in self._groups:
            made = self._kpi(cells, group, title, printed, own)
            if made is not None:
                yield made

    @cached_property
    def _coded(self) -> bool:
        """Tell whether the names open with codes of one series: "HM12 Gullies", "HM13 Roads"."""
        column = self._column("name")
        names = [self._text(line[column]) for line in self.grid.rows if column in line]
        found = [m.group("series") for n in names if (m := _LEADING_CODE.match(n))]
        return len(found) > 1 and len(set(found)) == 1 and len(found) * 3 >= len(names) * 2

    def _is_head(self, title: str, cells: dict[int, Span]) -> bool:
        """Tell whether a row repeats the heads: a head's name beside cells without figures."""
        rest = [s for s in cells.values() if self._text(s) != title]
        return kpi_heads.role(title) == "name" and not any(
            ch.isdigit() for ch in words_of(self.context, rest)
        )

    @staticmethod
    def _ends(span: Span | None) -> tuple[int, int]:
        return (span.start, span.stop) if span else (0, 0)

    @cached_property
    def _groups(self) -> list[tuple[Period | None, dict[str, int]]]:
        """Return the reporting periods of the table with the column of each value."""
        found = kpi_columns.groups(self.roles, self._period, self._is_measured)
        return [(p or self._above(), columns) for p, columns in found]

    def _is_measured(self, column: int) -> bool:
        """Tell whether most cells of a column hold figures."""
        cells = [self._text(line[column]) for line in self.grid.rows[1:] if column in line]
        return sum(any(ch.isdigit() for ch in words) for words in cells) * 2 > len(cells)

    def _period(self, column: int) -> Period | None:
        reading, spans = self.context.reading, self.heads[column]
        if len(spans) == 2 and (whole := kpi_dated.of_two(reading, spans, self.calendar)):
            return whole
        found = (_of_head(reading, span, self.calendar) for span in spans)
        return next((p for p in found if p is not None), None)

    def _above(self) -> Period | None:
        """Return the one period of the caption or of the nearest headings."""
        spots = [self.grid.caption] if self.grid.caption else []
        spots += self._led_in()
        for spot in [*spots, *kpi_periods.headings_above(self.context, self._top, 4)]:
            found = periods.find(self.context.reading, spot.start, spot.stop, self.calendar)
            if found:
                return kpi_periods.single(found)
        reading = self.context.reading
        reviewed = kpi_periods.of_review(reading, self.context.reference_date)
        return reviewed or kpi_periods.of_title(reading, self._top, self.calendar)

    def _led_in(self) -> list[Span]:
        """Return the words right above the table that lead to it: "Results for Q2 were:"."""
        reading, at = self.context.reading, self._top
        end = len(reading[max(0, at - 400) : at].rstrip()) + max(0, at - 400)
        if not reading[:end].endswith(":"):
            return []
        return [
            Span(max(reading.rfind(". ", 0, end), reading.rfind("\n\n", 0, end), end - 300, 0), end)
        ]

    def _kpi(self, cells: dict[int, Span], group: tuple[Period | None, dict[str, int]],
             title: str | None, code: str | None, service: Span | None) -> Kpi | None:  # fmt: skip
        period, columns = group
        spans = {k: cells[c] for k, c in columns.items() if c in cells}
        name = self._cell(cells, "name")
        if name and "target" not in columns and (aim := kpi_dated.in_name(self.context, name)):
            spans["target"] = aim
        values = {
            k: v
            for k in ("target", "actual", "previous", "floor")
            if (v := self._figure(spans.get(k)))
        }
        rag, state = self._state(spans.get("rag") or self._coloured(spans))
        if "actual" not in values and rag is None and state is None:
            return None
        values, unit = self._units(values, title, columns, self._cell(cells, "unit"))
        told = self._told_way(cells, spans.get("target"))
        told = (
            kpi_judged.by_floor(values.get("target"), values.get("floor")) if told is None else told
        )
        lower = kpi_better.lower_is_better(title or "", unit) if told is None else told
        inside = [s for s in cells.values() if s.start >= self.grid.start]  # a name may be above
        start, stop = min(s.start for s in inside), max(s.stop for s in inside)
        target, actual = values.get("target"), values.get("actual")
        aimed = columns.get("target") if target else None
        due = kpi_columns.is_later(None if aimed is None else self._period(aimed), period)
        due = due or kpi_dated.is_ahead(self.context, spans.get("target"), period)
        row = self.context.make(
            Kpi, start, stop, "kpi.table", code=code, name=kpi_codes.without(title, code),
            service=self._text(service) if service else None,
            period=period.label if period else None,
            period_start=period.first if period else None,
            period_end=period.last if period else None,
            target=target.value if target else None, target_max=target.top if target else None,
            actual=actual.value if actual else None, actual_max=actual.top if actual else None,
            unit=unit, previous=values["previous"].value if "previous" in values else None,
            floor=values["floor"].value if "floor" in values else None, rag=rag,
            direction=self._direction(spans.get("direction")), lower_is_better=lower,
            outcome="unknown" if due
            else kpi_judged.outcome(target, actual, state, rag, told, title),
            is_mitigated=1 if state == "mitigated" else None,
            sentence=" ".join(self.context.text[start:stop].split()),
        )  # fmt: skip
        return replace(row, proofs=self._proofs(spans, values, period, service, row))

    def _coloured(self, spans: dict[str, Span]) -> Span | None:
        """Return the cell of a result that shows its colour: "83.1% AMBER"."""
        cell = spans.get("actual")
        shown = cell and _FIGURE_AND_COLOUR.match(self.context.reading, cell.start, cell.stop)
        return cell if shown else None

    def _proofs(self, spans: dict[str, Span], values: dict[str, Figure], period: Period | None,
                service: Span | None, row: Kpi) -> tuple[Proof, ...]:  # fmt: skip
        proofs = [Proof(k, spans[k].start, spans[k].stop, "kpi.table.cell") for k in values]
        for key in ("rag", "direction"):
            if key in spans and getattr(row, key) is not None:
                proofs.append(Proof(key, spans[key].start, spans[key].stop, "kpi.table.cell"))
        if period:
            proofs.append(Proof("period", period.start, period.stop, "kpi.table.head"))
            if period.elsewhere:
                proofs.append(Proof("period", *period.elsewhere, "kpi.period.year"))
        if service:
            proofs.append(Proof("service", service.start, service.stop, "kpi.table.service"))
        return tuple(proofs)

    def _figure(self, span: Span | None) -> Figure | None:
        """Return the one figure of a cell, None where it holds a date, none or several.

        A figure in brackets or behind "of" only explains the first: "40 of 40", "92% (of 310)".
        """
        if span is None or span.stop - span.start > 60:
            return None
        reading, stop = self.context.reading, kpi_dated.undated(self.context, span)
        found = kpi_figures.find(reading, span.start, stop, ())
        if not found or _DATED.search(reading, span.start, stop):
            return None
        told = reading[found[0].stop : found[1].start] if len(found) > 1 else ""
        return found[0] if len(found) == 1 or _EXPLAINS.fullmatch(told) else None

    def _units(self, values: dict[str, Figure], title: str | None,
               columns: dict[str, int],
               cell: Span | None) -> tuple[dict[str, Figure], str | None]:  # fmt: skip
        """Give bare numbers the unit that the row's other figures, its name or head print."""
        main = [v.unit for k, v in values.items() if k in ("target", "actual")]
        printed = [unit for unit in main if unit != "number"]
        if set(printed) in _TIMES:
            values, printed = kpi_figures.in_smaller(values), [min(set(printed), key=_FINEST.index)]
        if len(set(printed)) > 1:
            kept = values.get("actual")
            return ({"actual": kept} if kept else {}), kept.unit if kept else None
        if printed:  # what is measured otherwise went before in another way
            values = {k: v for k, v in values.items() if v.unit in ("number", printed[0])}
        else:
            printed = [v.unit for v in values.values() if v.unit != "number"]
        heads = " ".join(self.words.get(c, "") for c in columns.values())
        told = kpi_head_units.of_cell(self._text(cell)) if cell else None
        told = told or kpi_head_units.told(title or "") or kpi_head_units.told(heads)
        unit = printed[0] if printed else told or ("number" if values else None)
        return {k: replace(v, unit=unit or v.unit) for k, v in values.items()}, unit

    def _direction(self, span: Span | None) -> str | None:
        return kpi_signs.direction(self._text(span)) if span else None

    def _told_way(self, cells: dict[int, Span], target: Span | None) -> int | None:
        said = self._cell(cells, "polarity")
        return kpi_judged.told_way(
            self._text(said) if said else None, self._text(target) if target else ""
        )

    def _state(self, span: Span | None) -> tuple[str | None, str | None]:
        """Return the colour and the outcome that a status cell prints."""
        if span is None:
            return None, None
        words = self._text(span)
        return kpi_signs.colour(words), kpi_signs.verdict(words)
