"""The database's tables and views, made from the record classes; for SQLite and PostgreSQL."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from schemas.seals import CREATE_SEALS
from schemas.search import CREATE_COUNTS, CREATE_SEARCH
from schemas.shapes import CLASSES, Shape, columns_of
from schemas.views import VIEWS

# Whole numbers have 64 bits everywhere; SQLite's row number must be declared INTEGER.
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")
_TYPES: dict[type, TypeEngine[Any]] = {
    int: _WHOLE,
    str: Text(),
    float: Float(53),
}
_UNIQUE = {
    "councils": (("slug",),),
    "documents": (("key",),),
    "decisions": (("key",),),
    "matters": (("key",),),
    "document_addresses": (("document_id", "path"),),
    "versions": (("document_id", "sha256"),),
}
_INDEXED = {
    "documents": ("path", "sha256"),
    "document_addresses": ("path",),
    "quarantine": ("path",),
    "decisions": ("decision_date",),
    "organisation_names": ("name",),
    "evidence": ("row_id",),
    "rules": ("rule",),
}
_UNINDEXED = ("runs",)  # nobody looks up rows by run


def _reference(table: str, shape: Shape) -> list[ForeignKey]:
    target = shape.meaning.references
    if target is None:
        return []
    within = target == table  # sub-limbs may stand before their parent
    return [
        ForeignKey(
            f"{target}.id",
            ondelete="SET NULL" if shape.optional else "CASCADE",
            deferrable=within or None,
            initially="DEFERRED" if within else None,
        )
    ]


def _column(table: str, shape: Shape) -> Column[object]:
    key = shape.name == "id"
    return Column(
        shape.name,
        _TYPES[shape.kind],
        *_reference(table, shape),
        primary_key=key,
        autoincrement=False,
        nullable=shape.optional,
        comment=shape.meaning.description,
    )


def _table(name: str, metadata: MetaData) -> Table:
    shapes = columns_of(name)
    unique = [UniqueConstraint(*columns) for columns in _UNIQUE.get(name, ())]
    table = Table(name, metadata, *(_column(name, s) for s in shapes), *unique)
    led = {columns[0] for columns in _UNIQUE.get(name, ())}
    referring = [
        s.name
        for s in shapes
        if s.meaning.references not in (None, *_UNINDEXED) and s.name not in led
    ]
    for column in (*referring, *_INDEXED.get(name, ())):
        Index(f"{name}_{column}", table.c[column])
    return table


def _metadata() -> MetaData:
    metadata = MetaData()
    for name in CLASSES:
        _table(name, metadata)
    return metadata


METADATA = _metadata()
TABLES = METADATA.tables


def create(connection: Connection) -> None:
    """Create every table, index and view, and on SQLite the search index and the seals."""
    METADATA.create_all(connection)
    for name, query in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {query}")
    if connection.dialect.name == "sqlite":
        for statement in (*CREATE_SEARCH, *CREATE_COUNTS, *CREATE_SEALS):
            connection.exec_driver_sql(statement)
