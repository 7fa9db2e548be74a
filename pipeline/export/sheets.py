"""What can be exported: each table and view with its columns and what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline import released
from pipeline.dictionary import shapes
from pipeline.export.choose import CannotExport
from schemas.columns import Column
from schemas.shapes import CLASSES, columns_of
from schemas.views import VIEWS

# History, and where pages lie on the machine that read them: only when named, or never.
HISTORY = ("versions", "changes", "document_addresses")
_NEVER = {"document_addresses": ("root", "inputs")}
CONTACTS = {"people": ("email", "phone"), "people_rated": ("email", "phone")}
# The rows of a view in an order that does not depend on how they were found.
_ORDER = {
    "decision_list": "decision_id",
    "savings_ledger": "saving_id",
    "supplier_resolutions": "organisation_id, resolution_id",
    "kpi_results": "kpi_id",
    "coverage": "council_slug, month, kind",
}
_ABOUT = {
    "decision_list": "Every decision once, flat, with its council and meeting.",
    "savings_ledger": "Every saving with its council, decision, year and supplier.",
    "supplier_resolutions": "Every resolution of a decision that names a supplier.",
    "kpi_results": "Every indicator and period with its council, supplier and decision.",
    "coverage": "Documents, decisions and refused files by council, month and kind of page.",
}


@dataclass(frozen=True, slots=True)
class Col:
    """A column of an exported file: its name, the Python type of its values, its meaning."""

    name: str
    kind: type
    is_optional: bool
    meaning: Column


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table or view as it is exported: its columns in order and the order of its rows."""

    name: str
    about: str
    columns: tuple[Col, ...]
    order: str

    @property
    def selected(self) -> str:
        """Return the columns for a SELECT."""
        return ", ".join(f'"{column.name}"' for column in self.columns)


def sheets(named: tuple[str, ...] = (), contacts: bool = False) -> list[Sheet]:
    """Return what to export: the tables and views named, else all but history.

    Raises CannotExport for a name that is neither.
    """
    known = [*(kind.TABLE for kind in shapes()), *VIEWS]
    for name in named:
        if name not in known:
            raise CannotExport(f"no table or view {name}; there are {', '.join(known)}")
    usual = [n for n in known if n not in HISTORY and not n.endswith("_rated")]
    return [_sheet(name, contacts) for name in dict.fromkeys(named or usual)]


def _sheet(name: str, contacts: bool) -> Sheet:
    left_out = (*_NEVER.get(name, ()), *(() if contacts else CONTACTS.get(name, ())))
    kept = tuple(c for c in columns(name) if c.name not in left_out)
    return Sheet(name, about(name), kept, _ORDER.get(name, "id"))


def about(name: str) -> str:
    """Return what one row of a table or view is, in a sentence."""
    if name in CLASSES:
        return (CLASSES[name].__doc__ or "").strip()
    base = name.removesuffix("_rated")
    return _ABOUT.get(name) or f"{about(base)} With the confidence of its rule (`rules`)."


@cache
def columns(name: str) -> tuple[Col, ...]:
    """Return the columns of a table or view in order, all of them."""
    if name in CLASSES:
        return tuple(Col(s.name, s.kind, s.optional, s.meaning) for s in columns_of(name))
    return tuple(_of_view(name))


def _of_view(name: str) -> Iterator[Col]:
    for column in _names(name):
        table, _, source = _source(name, column).partition(".")
        if not source:
            yield Col(column, _kind(column), True, Column(table))
            continue
        found = next(s for s in columns_of(table) if s.name == source)
        said = found.meaning.description
        if column != source and source in ("id", "key", "name", "title", "slug", "text"):
            said = f"{said} (`{table}.{source}`)"
        meaning = Column(said, found.meaning.unit, found.meaning.allowed)
        yield Col(column, found.kind, True, meaning)


def f1(name: str, column: str | None = None) -> str:
    """Return the F1 of a column (of the rows: None) of a table or view, "" where unmeasured.

    A view's column has the figure of the column it shows.
    """
    if name in CLASSES:
        return released.beside(name, column)
    base = name.removesuffix("_rated")
    table, _, source = (
        (_MAIN.get(name, base), "", "") if column is None else _source(name, column).partition(".")
    )
    return released.beside(table, source or None) if source or column is None else ""


@cache
def _names(view: str) -> tuple[str, ...]:
    """Return a view's columns: an empty database knows them."""
    import sqlite3
    from contextlib import closing

    from sqlalchemy import create_engine, pool

    from schemas.tables import create

    with closing(sqlite3.connect(":memory:")) as db:
        engine = create_engine("sqlite://", creator=lambda: db, poolclass=pool.StaticPool)
        with engine.begin() as connection:
            create(connection)
        found = db.execute(f"select * from {view} limit 0").description  # noqa: S608
    return tuple(column[0] for column in found)


def _kind(column: str) -> type:
    return float if column.endswith("confidence") else str if column in _WORDS else int


_WORDS = ("basis", "month")
# Where a view's column comes from, "table.column"; or what it means, where it is its own.
_FROM = {
    "council": "councils.name",
    "council_slug": "councils.slug",
    "path": "documents.path",
    "url": "documents.url",
    "document_id": "documents.id",
    "decision_id": "decisions.id",
    "decision_key": "decisions.key",
    "decision": "decisions.title",
    "decision_date": "decisions.decision_date",
    "date": "decisions.decision_date",
    "supplier": "organisations.name",
    "organisation_id": "organisations.id",
    "page_kind": "documents.kind",
    "document_status": "documents.status",
    "meeting_body": "meetings.body",
    "meeting_date": "meetings.date",
    "meeting_time": "meetings.start_time",
    "meeting_venue": "meetings.venue",
    "saving_id": "savings.id",
    "kpi_id": "kpis.id",
    "resolution_id": "resolutions.id",
    "resolution": "resolutions.text",
    "indicator": "kpis.name",
    "confidence": "rules.confidence",
    "basis": "rules.basis",
    "in_resolution": "1 where the resolution itself names the supplier, 0 where its decision does",
    "month": "Month of the first decision or meeting, YYYY-MM; NULL where there is no date",
    "documents": "Documents",
    "decisions": "Decisions",
    "partial": "Documents read in part",
    "quarantined": "Files refused",
}
_MAIN = {
    "decision_list": "decisions", "savings_ledger": "savings",
    "supplier_resolutions": "resolutions", "kpi_results": "kpis", "coverage": "documents",
}  # fmt: skip


def _source(view: str, column: str) -> str:
    base = view.removesuffix("_rated")
    if base != view and column in {c.name for c in columns(base)}:
        return f"{base}.{column}"
    if column.endswith("_confidence"):
        return "rules.confidence"
    return _FROM.get(column) or f"{_MAIN[view]}.{column}"
