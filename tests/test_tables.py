import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from pipeline.engine import opened
from schemas import search
from schemas.shapes import CLASSES, columns_of
from schemas.tables import METADATA, TABLES, create
from schemas.views import VIEWS


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    with opened(tmp_path / "a.db"):
        pass
    return sqlite3.connect(tmp_path / "a.db")


def test_every_record_class_is_a_table() -> None:
    assert set(CLASSES) == set(TABLES)
    for name, table in TABLES.items():
        assert [c.name for c in table.columns] == [s.name for s in columns_of(name)]


def test_columns_of_the_contract_are_there() -> None:
    promised = {
        "amounts": "id document_id decision_id resolution_id organisation_id pence pence_max "
        "currency qualifier kind per per_text financial_year start stop quote rule",
        "votes": "id decision_id resolution_id document_id subject text votes_for votes_against "
        "abstentions not_voting casting_vote is_unanimous is_recorded outcome proposer seconder",
        "runs": "id started_at finished_at version rules seen inserted updated unchanged "
        "quarantined",
        "documents": "id key council_id path url sha256 media_type encoding kind layout title text "
        "status status_reason is_complete first_run_id last_run_id",
        "quarantine": "id run_id council_id path sha256 stage reason detail",
        "versions": "document_id sha256 text rows first_run_id last_run_id",
    }
    for table, columns in promised.items():
        assert set(columns.split()) <= set(TABLES[table].columns.keys())


def test_optional_columns_alone_may_be_null() -> None:
    assert TABLES["amounts"].c.pence.nullable
    assert not TABLES["amounts"].c.quote.nullable
    assert not TABLES["documents"].c.key.nullable


def test_every_reference_has_an_index() -> None:
    for table in METADATA.sorted_tables:
        led = {next(iter(i.columns)).name for i in table.indexes}
        led |= {next(iter(c.columns)).name for c in table.constraints if len(c.columns)}
        for column in table.columns:
            if column.foreign_keys and next(iter(column.foreign_keys)).column.table.name != "runs":
                assert column.name in led, f"{table.name}.{column.name}"


def test_tables_and_indexes_compile_for_postgresql() -> None:
    dialect = postgresql.dialect()
    for table in METADATA.sorted_tables:
        assert "BIGINT NOT NULL" in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect))


def test_views_answer_in_an_empty_database() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        create(connection)
        for view in VIEWS:
            assert connection.exec_driver_sql(f"SELECT * FROM {view}").fetchall() == []


def fill(db: sqlite3.Connection) -> None:
    db.executescript(
        """
        INSERT INTO councils (id, slug, name) VALUES (1, 'ash', 'Ash Council');
        INSERT INTO runs (id, started_at, version, rules, seen, inserted, updated, unchanged,
            quarantined) VALUES (1, 't', '0', 'r', 0, 0, 0, 0, 0);
        INSERT INTO organisations (id, name, kind) VALUES (1, 'Oak Ltd', 'supplier');
        INSERT INTO quarantine (id, run_id, council_id, path, stage, reason)
            VALUES (1, 1, 1, 'x', 'read', 'empty');
        """
    )
    for number in (1, 2):
        db.executescript(
            f"""
            INSERT INTO documents (id, key, council_id, path, sha256, media_type, kind, text,
                status) VALUES ({number}, 'k{number}', 1, 'p{number}', 's', 'text/plain',
                'decision', 'Café contract awarded to Oak Ltd', 'whole');
            INSERT INTO decisions (id, key, document_id, council_id, start, stop, position, title,
                decision_date, text) VALUES ({number}, 'k{number}#1', {number}, 1, 0, 9, 1,
                'The café', '2024-03-0{number}', 'contract awarded');
            INSERT INTO resolutions (id, document_id, decision_id, start, stop, quote, rule,
                position, text, action, is_empty, same_as) VALUES ({number}, {number}, {number},
                0, 4, 'Café', 'r', 1, 'Award the contract', 'award', 0,
                {"NULL" if number == 1 else 1});
            INSERT INTO mentions (id, document_id, decision_id, resolution_id, start, stop, quote,
                rule, name, org_kind, role, organisation_id) VALUES ({number}, {number}, {number},
                {"NULL" if number == 1 else 2}, 26, 32, 'Oak Ltd', 'r', 'Oak Ltd', 'supplier',
                'supplier', 1);
            INSERT INTO savings (id, document_id, decision_id, start, stop, quote, rule, pence,
                status, recurrence) VALUES ({number}, {number}, {number}, 0, 4, 'Café', 'r', 5,
                'agreed', 'unknown');
            """
        )


def test_a_repeated_resolution_counts_once_for_its_supplier(db: sqlite3.Connection) -> None:
    fill(db)
    rows = db.execute("SELECT supplier, resolution_id, in_resolution FROM supplier_resolutions")
    assert rows.fetchall() == [("Oak Ltd", 1, 1)]


def test_ledger_list_and_coverage(db: sqlite3.Connection) -> None:
    fill(db)
    assert db.execute("SELECT sum(pence), max(supplier) FROM savings_ledger").fetchone() == (
        10, None,
    )  # fmt: skip
    assert db.execute("SELECT count(*), max(council) FROM decision_list").fetchone() == (
        2, "Ash Council",
    )  # fmt: skip
    query = "SELECT council, month, kind, documents, decisions, quarantined FROM coverage"
    assert set(db.execute(query)) == {
        ("Ash Council", "2024-03", "decision", 2, 2, 0),
        ("Ash Council", None, None, 0, 0, 1),
    }


def index(db: sqlite3.Connection, document: int) -> None:
    cursor = db.execute(search.WANTED, {"document": document})
    for n, (decision, resolution, action, date) in enumerate(cursor.fetchall()):
        row = {
            "id": search.first_row(date) + 10 * document + n, "document_id": document,
            "decision_id": decision, "resolution_id": resolution, "council_id": 1, "date": date,
            "action": action,
        }  # fmt: skip
        db.execute(search.REMEMBER, row)
    db.execute(search.INDEX, {"document": document})


def test_search_filters_by_token_and_date(db: sqlite3.Connection) -> None:
    fill(db)
    index(db, 1)
    index(db, 2)
    query = "SELECT s.decision_id FROM search JOIN search_rows s ON s.id = search.rowid WHERE "
    by_action = "search MATCH 'filters: xc1 AND filters: xaaward0 AND contracts'"
    assert db.execute(query + by_action + " ORDER BY search.rowid DESC").fetchall() == [(2,), (1,)]
    since = f"search MATCH 'cafe' AND search.rowid >= {search.first_row('2024-03-02')}"
    assert {r[0] for r in db.execute(query + since)} == {2}
    db.execute(search.CHECK)
    for statement in search.FORGET:
        db.execute(statement, {"document": 1})
    db.execute(search.CHECK)
    assert {r[0] for r in db.execute(query + "search MATCH 'cafe'")} == {2}


def test_a_drifted_index_is_found_out(db: sqlite3.Connection) -> None:
    fill(db)
    index(db, 1)
    db.execute("UPDATE decisions SET title = 'other' WHERE id = 1")
    with pytest.raises(sqlite3.DatabaseError):
        db.execute(search.CHECK)
