"""One matter in nine forms, among pages that only look like it: one story, nothing counted twice.

Council, body, firm and figures are invented; the folders bear real councils' names because these
tell whose the pages are.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from pipeline import identity
from pipeline.derive import run as derive_module
from pipeline.dump import dump
from pipeline.ingest import ingest
from pipeline.reading import connect
from pipeline.show import show
from tests.pdfs import make_minutes_pdf

CASES = Path(__file__).parent / "cases" / "story"
MATTER = "leeds/IId=4410"
FORMS = {
    "leeds/file/leeds/plan.txt", "leeds/file/leeds/report.txt", "leeds/mgAi:ID=6003",
    "leeds/GetMeeting:880", "leeds/ieListDocuments:MId=880", "leeds/file/leeds/minutes.pdf",
    "leeds/ieDecisionDetails:ID=7001", "leeds/ieDecisionDetails:ID=7950",
}  # fmt: skip
MINUTES = (
    ("31.", "Apologies", "(Item 1)", ("Apologies were received from Councillor Oakshott.", ())),
    (
        "33.",
        "Renewal of the street lighting contract",
        "(Item 3)",
        (
            "Councillor Fenella Stroud introduced the report.",
            (
                "award the street lighting contract to Glowmere Electrical Ltd for five years from "
                "1 April 2026 at a cost of £4.2 million;",
                "delegate authority to the Director of Highways to settle the final terms; and",
                "note that the new contract will save £310,000 a year.",
            ),
        ),
    ),
    (
        "34.",
        "Market stall fees",
        "(Item 4)",
        (
            "Members considered the fees.",
            ("raise the fees for market stalls by 3% from 1 January 2026.",),
        ),
    ),
)


def write(folder: Path) -> Path:
    shutil.copytree(CASES, folder / "in")
    made = make_minutes_pdf(council="Westmarch Council", items=MINUTES)
    (folder / "in" / "leeds" / "minutes.pdf").write_bytes(made)
    return folder / "in"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    ingest([str(write(folder))], folder / "a.db")
    return folder / "a.db"


@pytest.fixture
def rows(db: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(db)
    connection.row_factory = None
    yield connection
    connection.close()


def ask(rows: sqlite3.Connection, query: str, *values: Any) -> list[tuple[Any, ...]]:
    return rows.execute(query, values).fetchall()


def test_one_matter_with_a_reason_for_each_form(rows: sqlite3.Connection) -> None:
    found = ask(
        rows,
        "SELECT o.key, md.reason FROM matter_documents md "
        "JOIN documents o ON o.id = md.document_id "
        "JOIN matters m ON m.id = md.matter_id WHERE m.key = ?",
        MATTER,
    )
    assert {key for key, _ in found} == FORMS
    assert len(found) == len(FORMS)
    reasons = dict(found)
    assert reasons["leeds/file/leeds/minutes.pdf"] == "title, body and date"
    assert reasons["leeds/file/leeds/report.txt"] == "paper's title, body and date"
    assert reasons["leeds/file/leeds/plan.txt"] == "title, maker and due date"
    assert reasons["leeds/mgAi:ID=6003"] == "agenda item id"
    assert reasons["leeds/ieDecisionDetails:ID=7950"] == "issue id"


def test_what_only_looks_like_it_stays_apart(rows: sqlite3.Connection) -> None:
    others = ask(rows, "SELECT key FROM matters WHERE key <> ? ORDER BY key", MATTER)
    assert others == [
        ("dorset/IId=4410",),
        ("leeds/2025-10-09/cabinet/market stall fees",),
        ("leeds/IId=4411",),
    ]
    lone = (
        "SELECT count(*) FROM decisions WHERE key LIKE ? AND matter_id IS NULL AND same_as IS NULL"
    )
    for number in (7402, 7003):  # next year's, and another body's on the same day
        assert ask(rows, lone, f"leeds/ieDecisionDetails:ID={number}#%") == [(1,)]


def test_procedural_items_are_of_no_matter(rows: sqlite3.Connection) -> None:
    generic = "is_procedural = 1 OR title = 'Any other business'"
    query = f"SELECT count(*), count(matter_id) FROM decisions WHERE {generic}"
    assert ask(rows, query) == [(5, 0)]


def test_one_meeting(rows: sqlite3.Connection) -> None:
    assert ask(
        rows,
        "SELECT c.slug, m.body, m.date, m.start_time FROM meetings m JOIN councils c "
        "ON c.id = m.council_id ORDER BY 1, 3, 2",
    ) == [
        ("dorset", "Cabinet", "2025-10-09", None),
        ("leeds", "Cabinet", "2025-10-09", "10:00"),
        ("leeds", "Scrutiny Committee", "2025-10-09", None),
        ("leeds", "Cabinet", "2025-11-20", None),
        ("leeds", "Cabinet", "2026-10-08", None),
    ]
    # The agenda item's page names neither body nor day: the id of its meeting does.
    query = (
        "SELECT m.start_time FROM decisions d JOIN meetings m ON m.id = d.meeting_id "
        "WHERE d.key = 'leeds/mgAi:ID=6003#at1' AND d.meeting_body IS NULL"
    )
    assert ask(rows, query) == [("10:00",)]


def test_no_resolution_counts_twice(rows: sqlite3.Connection) -> None:
    suppliers = ask(
        rows,
        "SELECT decision_key, resolution_id, count(*) FROM supplier_resolutions "
        "WHERE council_slug = 'leeds' GROUP BY 1, 2 ORDER BY 1",
    )
    assert [(key, n) for key, _, n in suppliers] == [
        ("leeds/ieDecisionDetails:ID=7001#IId=4410", 1),
        ("leeds/ieDecisionDetails:ID=7402#at1", 1),
        ("leeds/ieDecisionDetails:ID=7950#IId=4410", 1),
    ]
    counted = ask(
        rows,
        "SELECT count(*), sum(r.same_as IS NULL) FROM resolutions r JOIN decisions d "
        "ON d.id = r.decision_id WHERE d.matter_id = (SELECT id FROM matters WHERE key = ?)",
        MATTER,
    )
    assert counted == [(16, 4)]  # three limbs in five forms, and the later decision
    fees = (
        "SELECT count(*), sum(same_as IS NULL) FROM resolutions WHERE text LIKE '%market stalls%'"
    )
    assert ask(rows, fees) == [(3, 1)]  # in either voice


def test_every_repetition_keeps_its_own_words(rows: sqlite3.Connection) -> None:
    wrong = (
        "SELECT r.id FROM resolutions r JOIN documents o ON o.id = r.document_id "
        "WHERE substr(o.text, r.start + 1, r.stop - r.start) IS NOT r.quote"
    )
    assert ask(rows, wrong) == []
    roots = "SELECT count(*) FROM resolutions a JOIN resolutions b ON b.id = a.same_as WHERE "
    assert ask(rows, roots + "b.same_as IS NOT NULL OR b.document_id = a.document_id") == [(0,)]


def test_the_list_has_a_decision_once_by_its_own_page(rows: sqlite3.Connection) -> None:
    query = (
        "SELECT key, page_kind FROM decision_list WHERE council_slug = 'leeds' AND "
        "meeting_date = '2025-10-09' AND meeting_body = 'Cabinet' AND is_procedural IS NULL "
        "ORDER BY key"
    )
    assert ask(rows, query) == [
        ("leeds/GetMeeting:880#AIId=6004", "meeting"),
        ("leeds/ieDecisionDetails:ID=7001#IId=4410", "decision"),
        ("leeds/ieListDocuments:MId=880#AIId=6005", "meeting"),
        ("leeds/ieListDocuments:MId=880#AIId=6006", "meeting"),
    ]


def test_what_became_of_the_report(rows: sqlite3.Connection) -> None:
    assert ask(
        rows,
        "SELECT a.label, o.outcome, b.label FROM recommendation_outcomes o "
        "JOIN recommendations a ON a.id = o.recommendation_id "
        "LEFT JOIN resolutions b ON b.id = o.resolution_id ORDER BY a.position",
    ) == [
        ("(1)", "accepted", "(1)"), ("(2)", "accepted", "(2)"), ("(3)", "amended", "(3)"),
        ("(4)", "unknown", None),
    ]  # fmt: skip


def test_the_story_is_told_in_order(db: Path) -> None:
    connection = connect(db)
    lines = show(connection, MATTER)
    told = [line.split()[:2] for line in lines if line.startswith("  20")]
    assert told == [
        ["2025-10-01", "issue"], ["2025-10-09", "report"], ["2025-10-09", "agenda_item"],
        ["2025-10-09", "meeting"], ["2025-10-09", "meeting"], ["2025-10-09", "minutes"],
        ["2025-10-09", "decision"], ["2027-01-15", "decision"],
    ]  # fmt: skip
    assert sum("resolved:" in line for line in lines) == 4
    assert sum("→ accepted" in line for line in lines) == 2
    for key in ("leeds/ieDecisionDetails:ID=7001#IId=4410", "leeds/file/leeds/report.txt"):
        whole = show(connection, key)
        assert lines[3:] == whole[whole.index("The matter so far") :][: len(lines) - 3]
    connection.close()


def test_read_again_nothing_changes(db: Path) -> None:
    before = dump(db)
    done = ingest([str(db.parent / "in")], db)
    assert done.unchanged == done.seen
    assert dump(db) == before


def test_files_in_any_order_give_the_same(db: Path, tmp_path: Path) -> None:
    folder = write(tmp_path)
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    held = tmp_path / "held"
    for path in files:
        (held / path.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
        path.rename(held / path.relative_to(folder))
    for some in (files[1::2][::-1], files[::2]):
        for path in some:
            (held / path.relative_to(folder)).rename(path)
        ingest([str(folder)], tmp_path / "b.db")
    assert dump(tmp_path / "b.db") == dump(db)


def test_killed_while_deriving_the_next_run_finishes(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(derive_module, "derive_outcomes", die)
        with pytest.raises(KeyboardInterrupt):
            ingest([str(folder)], tmp_path / "c.db")
    connection = connect(tmp_path / "c.db")
    for table in ("matters", "meetings", "recommendation_outcomes"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
    connection.close()
    ingest([str(folder)], tmp_path / "c.db")
    assert dump(tmp_path / "c.db") == dump(db)


def test_a_form_that_goes_leaves_the_rest_whole(tmp_path: Path) -> None:
    folder = write(tmp_path)
    ingest([str(folder)], tmp_path / "d.db")
    (folder / "leeds" / "decision.html").write_text(
        (CASES / "leeds" / "decision.html").read_text()
        .replace("IId=4410", "IId=4499").replace("street lighting", "gritting")
    )  # fmt: skip
    ingest([str(folder)], tmp_path / "d.db")
    connection = connect(tmp_path / "d.db")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    own = connection.execute(
        "SELECT page_kind FROM decision_list WHERE title = ? AND meeting_date = '2025-10-09' "
        "AND council_slug = 'leeds' AND meeting_body = 'Cabinet'",
        ("Renewal of the street lighting contract",),
    ).fetchall()
    assert [tuple(row) for row in own] == [("agenda_item",)]
    connection.close()


def test_all_that_derives_is_part_of_the_rules() -> None:
    names = [
        name
        for package, part in identity._RULES
        for name, _ in identity._sources(files(package) / part, f"{package}/{part}")
    ]
    assert {"pipeline/derive/run.py", "pipeline/derive/kinship.py"} <= set(names)


def test_other_rules_derive_anew(tmp_path: Path) -> None:
    folder = write(tmp_path)
    ingest([str(folder)], tmp_path / "e.db")
    before = dump(tmp_path / "e.db")
    connection = sqlite3.connect(tmp_path / "e.db")
    connection.executescript(
        "DELETE FROM recommendation_outcomes; UPDATE runs SET rules = 'older rules'"
    )
    connection.close()
    ingest([str(folder)], tmp_path / "e.db")
    assert dump(tmp_path / "e.db") == before
