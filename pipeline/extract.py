"""A Document in, all its rows out: the layout cuts it, then every rule reads its sections."""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import repeat
from operator import attrgetter
from typing import Any, TypeVar

from extractors import contradictions, council, layouts, targets
from extractors.context import Context
from extractors.cut import Cut
from extractors.dates import dates
from extractors.kpi import kpis
from extractors.money import money
from extractors.organisations import organisations
from extractors.people import attendance_told, declarations, people
from extractors.percentages import percentages
from extractors.resolutions import recommendations, resolutions
from extractors.savings import savings
from extractors.votes import votes
from pipeline import trained
from pipeline.readers.errors import Refused
from schemas.columns import meaning
from schemas.document import Document, Notice, Section
from schemas.facts import Amount, Claim, Evidence, Fact, Limb, Mention, Resolution, Row, Vote
from schemas.records import Decision, PageLink
from schemas.shapes import CLASSES

R = TypeVar("R", bound=Row)
Finding = Row | Notice
Finder = Callable[[Section, Context], Iterable[Finding]]

# In this order: a rule sees what those before it found, in every section.
FINDERS: tuple[Finder, ...] = (
    resolutions.find,
    recommendations.find,
    votes.find,
    organisations.find,
    people.find,
    money.find,
    dates.find,
    savings.find,
    kpis.find,
    percentages.find,
    declarations.find,
    attendance_told.find,
)
MAX_ROWS = 50_000  # of one document; a page that gives more is cut there and is partial
_IN_LIMB = (Amount, Mention, Vote)


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a file beside its bytes; nothing here is needed to read it."""

    url: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document gave. Ids are local to the document, from 1 in each table."""

    kind: str
    layout: str
    title: str | None
    is_complete: int | None
    page_id: str | None
    council: dict[str, str | None] | None
    rows: tuple[Row, ...]
    issues: tuple[Notice, ...]
    overfull: bool = False


class _Collector:
    """Numbers rows, ties them to decisions and limbs, and keeps the notices."""

    def __init__(self, cut: Cut) -> None:
        self.rows: list[Row] = []
        self.notices: list[Notice] = []
        self.count: dict[type, int] = {}
        self.decisions = sorted(cut.decisions, key=lambda d: (d.start, d.stop))
        self.starts = [d.start for d in self.decisions]
        self.seen: dict[tuple[type, int, int], list[Fact]] = {}

    @property
    def full(self) -> bool:
        return len(self.rows) >= MAX_ROWS

    def decision_at(self, start: int, stop: int) -> int | None:
        """Return the decision whose span holds the words; spans of decisions do not nest."""
        at = bisect_right(self.starts, start) - 1
        if at >= 0 and stop <= self.decisions[at].stop:
            return self.decisions[at].id
        return None

    def take(self, findings: Iterable[Finding], section: Section | None = None) -> list[Fact]:
        """Number the findings of one call and return its facts."""
        base: dict[type, int] | None = None  # the numbers before this call's first row
        facts = []
        for found in findings:
            if isinstance(found, Notice):
                self.notices.append(found)
                continue
            base = dict(self.count) if base is None else base
            row = self._placed(found, section, base)
            if row is None:
                continue
            self.rows.append(row)
            if isinstance(row, Fact):
                facts.append(row)
            if self.full:
                break
        return facts

    def _is_known(self, row: Fact) -> bool:
        """Tell whether another rule, or this one in another section, found the very same."""
        alike = self.seen.setdefault((type(row), row.start, row.stop), [])
        if alike:
            _, said = _columns(row.TABLE, but="rule")
            if any(said(row) == said(other) for other in alike):
                return True
        alike.append(row)
        return False

    def _placed(self, row: Row, section: Section | None, base: dict[type, int]) -> Row | None:
        if isinstance(row, Fact) and not row.id and self._is_known(row):
            return None
        kind = type(row)
        number = self.count[kind] = self.count.get(kind, 0) + 1
        own = _copied(row)
        _set(own, "id", number)
        for name, table in _same_call(row.TABLE):
            said = getattr(row, name)
            if said is not None:
                _set(own, name, said + _base_of(table, base))
        if isinstance(own, Claim) and own.decision_id is None:
            inside = section.decision if section is not None else None
            _set(own, "decision_id", self.decision_at(own.start, own.stop) or inside)
        return own


# A rule's rows are frozen and stay as it gave them: others may hold them. The assembly numbers
# copies of its own, which nobody else sees before they are whole; `dataclasses.replace` would
# make and check each of them anew two or three times.
_set = object.__setattr__


def _copied(row: R) -> R:
    """Return a copy of a row."""
    names, values = _columns(row.TABLE)
    own = object.__new__(type(row))
    deque(map(_set, repeat(own), names, values(row)), 0)
    return own


@cache
def _columns(table: str, but: str = "") -> tuple[tuple[str, ...], Callable[[Row], Any]]:
    """Return the names of a row's values, one left out, and what gives these values."""
    names = tuple(spec.name for spec in fields(CLASSES[table]) if spec.name != but)
    return names, attrgetter(*names)


@cache
def _same_call(table: str) -> tuple[tuple[str, str], ...]:
    columns = ((spec.name, meaning(spec)) for spec in fields(CLASSES[table]))
    return tuple((n, c.references) for n, c in columns if c and c.same_call and c.references)


def _base_of(table: str, base: dict[type, int]) -> int:
    return next((n for kind, n in base.items() if getattr(kind, "TABLE", "") == table), 0)


def _tie_to_limbs(rows: list[Row]) -> None:
    """Give sums, mentions and votes the smallest limb that holds them."""
    limbs = sorted((r for r in rows if isinstance(r, Resolution)), key=lambda r: r.stop - r.start)
    for row in rows if limbs else ():
        if isinstance(row, _IN_LIMB) and row.resolution_id is None:
            held = (b.id for b in limbs if b.start <= row.start and row.stop <= b.stop)
            _set(row, "resolution_id", next(held, None))


def _number(rows: list[Row]) -> None:
    """Number the limbs of each decision (or of the document) through, in reading order."""
    count: dict[tuple[type, int | None], int] = {}
    limbs = [row for row in rows if isinstance(row, Limb)]
    for row in sorted(limbs, key=lambda limb: limb.start):
        key = (type(row), row.decision_id)
        count[key] = count.get(key, 0) + 1
        _set(row, "position", count[key])


def _evidence(rows: Iterable[Row], document: Document) -> Iterator[Evidence]:
    number = 0
    for row in rows:
        if not isinstance(row, (Fact, Decision)):
            continue
        for proof in row.proofs:
            if proof.start < proof.stop:
                number += 1
                yield Evidence(
                    id=number,
                    start=proof.start,
                    stop=proof.stop,
                    quote=document.text[proof.start : proof.stop],
                    rule=proof.rule,
                    table_name=row.TABLE,
                    row_id=row.id,
                    column_name=proof.column,
                )


def _links(document: Document, cut: Cut, collector: _Collector) -> Iterator[PageLink]:
    """Number the links; on the page of one decision or item all are its own."""
    alone = cut.kind in ("decision", "agenda_item") and len(collector.decisions) == 1
    sole = collector.decisions[0].id if alone else None
    for number, link in enumerate(targets.find(document), 1):
        held = collector.decision_at(link.start, link.stop)
        yield replace(link, id=number, decision_id=held or sole)


def _refuse_foreign(cut: Cut) -> None:
    for notice in cut.notices:
        if notice.rule == "not_a_council_page":
            raise Refused("parse", "not_a_council_page", notice.message)


def _read(document: Document, cut: Cut) -> _Collector:
    collector, context = _Collector(cut), Context(document, cut)
    collector.rows.extend(cut.decisions)
    context.learn(collector.take(cut.rows))
    for find in trained.chosen(FINDERS):
        for section in cut.sections:
            if collector.full:
                return collector
            context.learn(collector.take(find(section, context), section))
    collector.notices.extend(contradictions.find(context))
    return collector


def extract(document: Document, hints: Hints | None = None) -> Extraction:
    """Return everything the document says.

    Takes a reader's Document and what is known beside its bytes. Raises Refused where the page is
    not a council's (a login, error or cookie page).
    """
    cut = layouts.cut(document)
    _refuse_foreign(cut)
    collector = _read(document, cut)
    rows = collector.rows
    _tie_to_limbs(rows)
    _number(rows)
    rows += list(_evidence(rows, document))
    rows += list(_links(document, cut, collector))
    found, notices = _council(document, cut, hints or Hints())
    return Extraction(
        kind=cut.kind,
        layout=cut.layout,
        title=cut.title or document.title,
        is_complete=0 if 0 in (cut.is_complete, document.is_complete) else cut.is_complete,
        page_id=cut.page_id,
        council=found,
        rows=tuple(rows),
        issues=(*document.notices, *cut.notices, *collector.notices, *notices),
        overfull=collector.full,
    )


def _council(
    document: Document, cut: Cut, hints: Hints
) -> tuple[dict[str, str | None] | None, tuple[Notice, ...]]:
    """Return the council that the page itself tells, with a notice where it cannot be told."""
    finding = council.candidates(saved_from=hints.url) if hints.url else council.Finding()
    if finding.council is None:
        finding = council.of_document(document, cut.reference_date)
    notices = (finding.notice,) if finding.notice else ()
    own = finding.council
    if own is None:
        return None, notices
    return {
        "code": own.code,
        "slug": own.slug,
        "name": own.name,
        "nation": own.nation,
        "platform": own.platform,
        "base_url": own.base_url,
    }, notices
