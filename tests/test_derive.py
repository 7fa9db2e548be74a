import sqlite3
from pathlib import Path
from typing import Any

import pytest

from pipeline.ingest import ingest


class Council:
    """Pages of one council, ingested when asked."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.db = folder / "in" / "leeds", folder / "a.db"
        self.folder.mkdir(parents=True)

    def write(self, **pages: str) -> None:
        for name, text in pages.items():
            (self.folder / f"{name}.txt").write_text(text)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        ingest([str(self.folder)], self.db, workers=1, target="tests.fakes:work")
        connection = sqlite3.connect(self.db)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()


@pytest.fixture
def council(tmp_path: Path) -> Council:
    return Council(tmp_path)


def page(
    title: str, *lines: str, body: str = "Planning Committee", date: str = "2024-05-01"
) -> str:
    return "\n".join([f"TITLE: {title}", f"MEETING: {body} | {date}", *lines])


def test_one_meeting_however_many_pages_tell_of_it(council: Council) -> None:
    council.write(
        a=page("First thing done"), b=page("Second thing done", body="The Planning Committee"),
        c=page("Third thing done", date="2024-06-01"),
    )  # fmt: skip
    assert council.ask("SELECT body, date FROM meetings ORDER BY date") == [
        ("Planning Committee", "2024-05-01"), ("Planning Committee", "2024-06-01"),
    ]  # fmt: skip
    assert council.ask("SELECT meeting_id FROM decisions ORDER BY key") == [(1,), (1,), (2,)]
    assert council.ask("SELECT meeting_id FROM meeting_notes ORDER BY id") == [(1,), (1,), (2,)]
    council.write(c="nothing of the kind")
    assert council.ask("SELECT date FROM meetings") == [("2024-05-01",)]


def test_meetings_of_unknown_councils_are_not_joined(council: Council) -> None:
    council.folder = council.folder.parent / "pages"
    council.folder.mkdir()
    council.write(a=page("First thing done"), b=page("Second thing done"))
    assert council.ask("SELECT count(*) FROM meetings") == [(2,)]


def test_names_of_one_organisation(council: Council) -> None:
    council.write(
        a="SUPPLIER: Stone & Sons Ltd; £5", b="SUPPLIER: Stone and Sons Limited; £6",
        c="SUPPLIER: Stone and Sons Limited; £7", d="SUPPLIER: Stone Sons Ltd; £8",
    )  # fmt: skip
    assert council.ask("SELECT name, kind FROM organisations ORDER BY id") == [
        ("Stone and Sons Limited", "supplier"), ("Stone Sons Ltd", "supplier"),
    ]  # fmt: skip
    assert council.ask("SELECT name, match FROM organisation_names ORDER BY id") == [
        ("Stone & Sons Ltd", "suffix"), ("Stone and Sons Limited", "exact"),
        ("Stone Sons Ltd", "exact"),
    ]  # fmt: skip
    sums = "SELECT organisation_id, sum(pence) FROM amounts GROUP BY organisation_id"
    assert council.ask(sums) == [(1, 1800), (2, 800)]


def test_a_resolution_in_two_documents_is_marked(council: Council) -> None:
    limb = "RESOLVED: That the lease be granted"
    council.write(
        a=page("Lease of the mill", limb), b=page("Lease of the mill", limb),
        c=page("Lease of the barn", limb), d=page("Lease of the mill", limb, date="2024-06-01"),
        e=page("Lease of the mill", "RESOLVED: That the lease be refused"),
    )  # fmt: skip
    assert council.ask("SELECT same_as FROM resolutions ORDER BY id") == [
        (None,), (1,), (None,), (None,), (None,),
    ]  # fmt: skip


def test_a_repetition_within_one_document_is_not_another_document(council: Council) -> None:
    limb = "RESOLVED: That the lease be granted"
    council.write(a=page("Lease of the mill", limb, limb))
    assert council.ask("SELECT same_as FROM resolutions") == [(None,), (None,)]


def test_matters_by_issue_and_by_meeting(council: Council) -> None:
    council.write(
        a=page("Lease of the mill"), b=page("Lease of the mill"), c=page("Budget"),
        d=page("Budget"), e=page("Tree plan agreed", "ISSUE: IId=9"),
        f=page("Plan of trees", "ISSUE: IId=9", date="2023-01-01"), g=page("Alone at last"),
    )  # fmt: skip
    assert council.ask("SELECT key, first_date, last_date FROM matters ORDER BY key") == [
        ("leeds/2024-05-01/planning committee/lease of the mill", "2024-05-01", "2024-05-01"),
        ("leeds/IId=9", "2023-01-01", "2024-05-01"),
    ]
    reasons = "SELECT reason, count(*) FROM matter_documents GROUP BY reason ORDER BY reason"
    assert council.ask(reasons) == [("issue id", 2), ("title, body and date", 2)]
    assert council.ask("SELECT count(matter_id) FROM decisions") == [(4,)]
    council.write(b="gone")
    assert council.ask("SELECT key FROM matters") == [("leeds/IId=9",)]


@pytest.mark.parametrize(
    ("advice", "limb", "outcome"),
    [
        ("That the bridge be closed in May", "That the bridge be closed in May.", "accepted"),
        ("That the bridge be closed in May", "That the bridge be shut in late May", "amended"),
        ("That the bridge be closed in May", "That all members be thanked", "unknown"),
    ],
)
def test_what_became_of_advice(council: Council, advice: str, limb: str, outcome: str) -> None:
    council.write(
        report=page("Closing the bridge", f"RECOMMENDED: {advice}"),
        minutes=page("Closing the bridge", f"RESOLVED: {limb}"),
    )
    assert council.ask("SELECT outcome FROM recommendation_outcomes") == [(outcome,)]


def test_advice_without_a_decision_has_no_outcome(council: Council) -> None:
    council.write(report=page("Closing the bridge", "RECOMMENDED: That it be closed"))
    assert council.ask("SELECT * FROM recommendation_outcomes") == []


_CALENDAR = """<!-- saved from url=(0053)https://saltmarsh.cmis.uk.com/Meetings/Default.aspx -->
<html><body><table class="rgMasterTable">{rows}</table></body></html>"""
_ENTRY = (
    '<tr class="rgRow"><td class="SimpleCalendarDate">{day}</td><td><p class="Meeting"><a href='
    '"/saltmarsh/Meetings/ctl/ViewMeetingPublic/mid/412/Meeting/{n}/Committee/6/Default.aspx">'
    "10:00 {body}</a></p></td></tr>"
)


def test_meetings_of_a_calendar_without_years_stay_several(tmp_path: Path) -> None:
    days = (("Friday, 1 November", "Moorings Panel"), ("Friday, 15 November", "Moorings Panel"),
            ("Monday, 18 November", "Coast Forum"))  # fmt: skip
    rows = "".join(_ENTRY.format(day=d, n=n, body=b) for n, (d, b) in enumerate(days, 88))
    folder = tmp_path / "in" / "leeds"
    folder.mkdir(parents=True)
    (folder / "calendar.html").write_text(_CALENDAR.format(rows=rows))
    for _ in range(2):
        ingest([str(tmp_path / "in")], tmp_path / "a.db")
        db = sqlite3.connect(tmp_path / "a.db")
        found = db.execute("SELECT body, date, start_time FROM meetings ORDER BY id").fetchall()
        tied = db.execute("SELECT count(DISTINCT meeting_id) FROM meeting_notes").fetchone()
        db.close()
        assert sorted(found) == [
            ("Coast Forum", None, "10:00"), ("Moorings Panel", None, "10:00"),
            ("Moorings Panel", None, "10:00"),
        ]  # fmt: skip
        assert tied == (3,)
