"""A pack is parted into its papers: nothing of one is read as another's, nothing is lost."""

import sqlite3
from pathlib import Path

import pytest

from extractors import layouts
from pipeline.extract import Extraction, extract
from pipeline.ingest import ingest
from pipeline.readers.pdf import read_pdf
from pipeline.readers.text import read_text
from pipeline.reading import connect
from schemas.document import Document
from schemas.facts import Amount, Kpi, Recommendation, Resolution, Vote
from schemas.records import Decision, Paper
from tests.packs import make_pack_pdf
from tests.pdfs import make_kpi_pdf, make_minutes_pdf, make_report_pdf
from tests.support import document_of


def of(found: Extraction, kind: type) -> list:
    return [row for row in found.rows if isinstance(row, kind)]


def fed(document: Document) -> bytes:
    """Return a PDF's text as a converter leaves it: a form feed behind each page."""
    return "\f".join(document.text[p.start : p.stop] for p in document.pages).encode()


@pytest.fixture(scope="module", params=["stamped", "plain", "text"])
def found(request: pytest.FixtureRequest) -> Extraction:
    document = read_pdf(make_pack_pdf(stamped=request.param != "plain"))
    assert len(document.pages) >= 12
    return extract(read_text(fed(document)) if request.param == "text" else document)


def test_the_papers_in_order(found: Extraction) -> None:
    assert found.kind == "pack"
    assert [(p.kind, p.body, p.date) for p in of(found, Paper)] == [
        ("agenda", "Cabinet", "2025-10-16"),
        ("minutes", "Cabinet", "2025-09-11"),
        ("report", "Cabinet", "2025-10-16"),
        ("appendix", "Cabinet", "2025-10-16"),
        ("report", "Cabinet", "2025-10-16"),
        ("report", "Cabinet", "2025-10-16"),
        ("restricted", "Cabinet", "2025-10-16"),
    ]


def test_the_minutes_inside_are_of_the_meeting_before(found: Extraction) -> None:
    said = [(d.number, d.title, d.meeting_date, d.decision_date) for d in of(found, Decision)]
    assert said == [
        ("41.", "Apologies", "2025-09-11", None),
        ("42.", "Winter Gritting Routes", "2025-09-11", "2025-09-11"),
        ("43.", "Harbour Dues", "2025-09-11", "2025-09-11"),
    ]
    titles = {d.id: d.title for d in of(found, Decision)}
    assert [(titles[r.decision_id], r.action) for r in of(found, Resolution)] == [
        ("Winter Gritting Routes", "approve"),
        ("Winter Gritting Routes", "delegate"),
        ("Harbour Dues", "approve"),
    ]
    (vote,) = of(found, Vote)
    assert (vote.outcome, vote.votes_for, vote.votes_against) == ("lost", 2, 4)


def test_what_reports_ask_is_no_resolution_and_each_has_its_own(found: Extraction) -> None:
    papers = of(found, Paper)
    asked: dict[str | None, list[str]] = {}
    for row in of(found, Recommendation):
        assert row.decision_id is None
        (home,) = [p for p in papers if p.start <= row.start < p.ends]
        asked.setdefault(home.title, []).append(row.action)
    assert asked == {
        "Ferry Landing Refurbishment: Award of Contract": ["award", "other", "note"],
        "LIBRARY OPENING HOURS": ["adopt", "review"],
        "QUARTERLY PERFORMANCE REPORT": ["note"],
    }


def test_sums_and_indicators_lie_in_their_papers(found: Extraction) -> None:
    papers = of(found, Paper)

    def home(row: Amount | Kpi) -> int:
        return next(p.position for p in papers if p.start <= row.start < p.ends)

    assert [(a.pence, home(a)) for a in of(found, Amount)] == [
        (61_200_000, 2), (128_450_000, 3), (9_000_000, 3), (210_000_000, 3), (7_430_000, 5),
    ]  # fmt: skip
    assert {(k.code, home(k)) for k in of(found, Kpi)} == {("HW02", 6), ("LB04", 6), ("SC11", 6)}


def test_pages_and_items_of_a_stamped_pack() -> None:
    cut = layouts.cut(read_pdf(make_pack_pdf()))
    told = [(r.item_number, r.page_from, r.page_to) for r in cut.rows if isinstance(r, Paper)]
    assert told == [
        (None, 1, 1), ("3", 3, 4), ("4", 6, 7), ("4", 8, 8), ("5", 10, 11), ("6", 13, 13),
        ("8", 15, 15),
    ]  # fmt: skip
    last = [r for r in cut.rows if isinstance(r, Paper)][-1]
    assert last.title == "Sale of Land at Osier Lane"  # from the frontsheet: the paper has none


def test_nothing_between_two_papers_is_lost() -> None:
    document = read_pdf(make_pack_pdf())
    cut = layouts.cut(document)
    held = [(s.start, s.stop) for s in cut.sections]
    for words in ("eleven of the piles", "salting 318 miles", "by 84% to 79%",
                  "nine branch libraries", "By virtue of paragraph(s) 3"):  # fmt: skip
        at = document.reading.find(words)
        assert at >= 0
        assert any(start <= at < stop for start, stop in held), words


@pytest.mark.parametrize("made", [make_minutes_pdf, make_report_pdf, make_kpi_pdf])
def test_near_miss_one_paper_is_no_pack(made: object) -> None:
    assert layouts.cut(read_pdf(made())).kind != "pack"


def test_near_miss_numbered_entries_at_the_tops_of_pages() -> None:
    pages = ["Report of the Head of Planning\n\nSCHEDULE\n\nTwo applications are listed below."]
    pages += [f"Item {n}\n\nThe barn at plot {n} would be let." for n in (1, 2, 3)]
    cut = layouts.cut(read_text("\n\f".join(pages).encode()))
    assert cut.kind == "report"


REPORTS = """REPORT TO: Harbour Committee
DATE: 3 June 2025
REPORT OF: Director of Ports
TITLE: Crane inspection

Recommendation
That the inspection of the two cranes be put off to August.

Background
The cranes were last seen in 2023.

FROM: Head of Finance
TO: Harbour Committee - 3 June 2025
SUBJECT: Outturn 2024/25

Recommendation
That the underspend of £41,200 be carried forward.
"""


def test_text_without_pages_is_parted_at_the_heads_of_reports() -> None:
    filler = "\n".join(f"{n}. The crane was greased in week {n} of the year." for n in range(40))
    text = REPORTS.replace("in 2023.", "in 2023.\n" + filler)
    found = extract(document_of(text))
    assert [(p.kind, p.title) for p in of(found, Paper)] == [
        ("report", "Crane inspection"),
        ("report", "Outturn 2024/25"),
    ]
    assert len(of(found, Recommendation)) == 2
    assert of(found, Resolution) == []


@pytest.mark.parametrize(
    "line",
    [
        "Minutes of the meeting held on 4 March 2025 were put before members.",
        "Report of the Director of Ports was noted by the Board.",
        "From: the quay To: the lock Subject: mooring",
    ],
)
def test_near_miss_lines_that_only_speak_of_papers(line: str) -> None:
    text = REPORTS.partition("FROM:")[0] + "\n".join(f"{n}. {line}" for n in range(50))
    assert layouts.cut(document_of(text)).kind == "report"


LATER = (
    (
        "47.",
        "Ferry Landing Refurbishment: Award of Contract",
        "(Item 4)",
        (
            "The Director introduced the report.",
            (
                "award the contract for the landing to Skerry Marine Works Ltd at £1,284,500;",
                "set aside £60,000 for unforeseen works; and",
            ),
        ),
    ),
    (
        "48.",
        "Library Opening Hours",
        "(Item 5)",
        ("Members spoke.", ("adopt the opening hours in the table from 5 January 2026.",)),
    ),
)


def test_what_became_of_each_report_of_a_pack(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "kent"
    folder.mkdir(parents=True)
    (folder / "pack.pdf").write_bytes(make_pack_pdf())
    minutes = make_minutes_pdf(
        council="Caldermere County Council", date="Thursday, 16 October 2025", items=LATER
    )
    (folder / "minutes.pdf").write_bytes(minutes)
    ingest([str(tmp_path / "in")], tmp_path / "a.db")
    rows = connect(tmp_path / "a.db")
    rows.row_factory = None
    became = rows.execute(
        "SELECT r.action, o.outcome, d.title FROM recommendation_outcomes o "
        "JOIN recommendations r ON r.id = o.recommendation_id "
        "LEFT JOIN resolutions s ON s.id = o.resolution_id "
        "LEFT JOIN decisions d ON d.id = s.decision_id ORDER BY r.start"
    ).fetchall()
    landing = "Ferry Landing Refurbishment: Award of Contract"
    assert became[:3] == [
        ("award", "accepted", landing), ("other", "amended", landing), ("note", "unknown", None),
    ]  # fmt: skip
    assert became[3][1:] == ("accepted", "Library Opening Hours")
    assert _attended(rows) == {("2025-09-11", 5), ("2025-10-16", 8)}  # an apology told among them
    meetings = rows.execute("SELECT body, date FROM meetings ORDER BY date").fetchall()
    assert meetings == [("Cabinet", "2025-09-11"), ("Cabinet", "2025-10-16")]
    rows.close()


def _attended(rows: sqlite3.Connection) -> set[tuple[str, int]]:
    return set(
        rows.execute(
            "SELECT m.date, count(*) FROM attendance a JOIN meetings m ON m.id = a.meeting_id "
            "GROUP BY m.date"
        ).fetchall()
    )
