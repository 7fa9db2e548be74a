"""Which decisions are one: each case lists rows of decisions and the groups they make."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.book import Book
from pipeline.derive.kinship import kinship
from pipeline.derive.run import derive
from pipeline.engine import opened

Row = dict[str, Any]
TITLE = "Repair of the weir at Stoke Lock"
MEETING: Row = {"title": TITLE, "meeting_body": "Cabinet", "meeting_date": "2025-03-04"}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with opened(tmp_path / "a.db") as connections:
        book = Book(*connections)
        with book.transaction():
            book.add("councils", [{"slug": "leeds", "name": "L"}, {"slug": "dorset", "name": "D"}])
            yield book


def put(book: Book, rows: list[Row]) -> None:
    """Insert decisions; `page` names the document, `links` what they link to."""
    pages: dict[str, int] = {}
    for n, given in enumerate(rows, 1):
        row = {"page": f"file/{n}", "kind": "minutes", "council": 1, "links": ()} | given
        page, kind, council = row.pop("page"), row.pop("kind"), row.pop("council")
        links = row.pop("links")
        if page not in pages:
            whole = {"path": page, "sha256": page, "media_type": "t", "text": "x"}
            key = f"c{council}/{page}"
            whole |= {"key": key, "kind": kind, "council_id": council, "status": "whole"}
            pages[page] = book.add("documents", [whole])[0]
        place = {"document_id": pages[page], "council_id": council, "start": 0, "stop": 1}
        own = {"key": f"{n}", "position": n, "text": "x"} | place | row
        decision = book.add("decisions", [own])[0]
        place = {"document_id": pages[page], "decision_id": decision, "start": 0, "stop": 0}
        book.add("links", [place | {"href": "x", "target": name} for name in links])


def page(number: int, **more: Any) -> Row:
    return {"page": f"ieDecisionDetails:ID={number}", "kind": "decision", **more}


JOINED: dict[str, list[Row]] = {
    "two pages tell of one": [MEETING, MEETING],
    "the body with an article": [MEETING, MEETING | {"meeting_body": "The Cabinet"}],
    "the title in other type": [MEETING, MEETING | {"title": TITLE.upper() + "."}],
    "maker and date for a meeting": [
        MEETING, {"title": TITLE, "decision_maker": "Cabinet", "decision_date": "2025-03-04"},
    ],
    "one agenda item": [
        MEETING | {"entry_id": "AIId=7"},
        {"page": "mgAi:ID=7", "kind": "agenda_item", "title": "Weir"},
    ],
    "a list and its decision page": [
        {"kind": "decision_list", "entry_id": "ID=12", "title": "Weir"}, page(12, title=TITLE),
    ],
    "an item that links to its decision page": [
        MEETING | {"kind": "meeting", "title": "Weir", "links": ("DId=12",)},
        page(12, meeting_body="Executive", meeting_date="2025-03-04", title=TITLE),
    ],
    "an issue at one meeting, the title changed": [
        MEETING | {"entry_id": "IId=3"}, MEETING | {"entry_id": "IId=3", "title": "Stoke weir"},
    ],
    "an undated page of the issue": [
        MEETING | {"entry_id": "IId=3"}, {"title": TITLE, "entry_id": "IId=3"},
    ],
    "planned for that month": [
        MEETING,
        {"kind": "issue", "title": TITLE, "decision_maker": "Cabinet", "due_from": "2025-03-01",
         "due_to": "2025-03-31"},
    ],
}  # fmt: skip
APART: dict[str, list[Row]] = {
    "next year": [MEETING, MEETING | {"meeting_date": "2026-03-04"}],
    "another body": [MEETING, MEETING | {"meeting_body": "Cabinet Committee"}],
    "another council": [MEETING, MEETING | {"council": 2}],
    "another title": [MEETING, MEETING | {"title": TITLE + ", phase 2"}],
    "no date": [MEETING, MEETING | {"meeting_date": None}],
    "no body": [MEETING, MEETING | {"meeting_body": None}],
    "no council": [MEETING | {"council": None}, MEETING | {"council": None}],
    "two decisions of one page": [MEETING | {"page": "a"}, MEETING | {"page": "a"}],
    "two decision pages": [page(1, **MEETING), page(2, **MEETING)],
    "two issues": [MEETING | {"entry_id": "IId=3"}, MEETING | {"entry_id": "IId=4"}],
    "two agenda items": [MEETING | {"entry_id": "AIId=3"}, MEETING | {"entry_id": "AIId=4"}],
    "two references of one template": [
        MEETING | {"kind": "decision", "reference": "25/01"},
        MEETING | {"kind": "decision", "reference": "25/02"},
    ],
    "ids of two councils": [
        page(9, title="Weir"),
        page(9, title="Weir", council=2) | {"page": "ieDecisionDetails:ID=09"},
    ],
    "an id of another kind": [MEETING | {"entry_id": "AIId=7"}, page(7, title="Weir")],
    "a link to a related decision": [
        MEETING | {"title": "Lock gates", "links": ("DId=12",)},
        page(12, title=TITLE, decision_date="2024-01-01"),
    ],
    "links to several decisions": [
        MEETING | {"links": ("DId=12", "DId=13")}, page(12, title=TITLE),
    ],
    "a decision page's related decision": [
        page(11, title=TITLE, links=("DId=12",)), page(12, title=TITLE),
    ],
    "planned for another month": [
        MEETING,
        {"kind": "issue", "title": TITLE, "decision_maker": "Cabinet", "due_from": "2025-04-01"},
    ],
    "the issue a year on": [
        MEETING | {"entry_id": "IId=3"},
        MEETING | {"entry_id": "IId=3", "meeting_date": "2026-03-04"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", JOINED.values(), ids=JOINED)
def test_one_decision(book: Book, rows: list[Row]) -> None:
    put(book, rows)
    derive(book)
    assert [len(group) for group in kinship(book).all()] == [2]
    assert book.ask("SELECT count(same_as) FROM decisions")[0][0] == 1


@pytest.mark.parametrize("rows", APART.values(), ids=APART)
def test_two_decisions(book: Book, rows: list[Row]) -> None:
    put(book, rows)
    derive(book)
    assert [len(group) for group in kinship(book).all()] == [1, 1]
    assert book.ask("SELECT count(same_as) FROM decisions")[0][0] == 0


def test_numbers_tell_items_of_one_title_apart(book: Book) -> None:
    places = [MEETING | {"page": p, "number": n} for p in "ab" for n in ("4.", "5.")]
    put(book, places)
    derive(book)
    groups = [[e.row["number"] for e in group] for group in kinship(book).all()]
    assert groups == [["4.", "4."], ["5.", "5."]]
    keys = [row.key for row in book.ask("SELECT key FROM matters ORDER BY key")]
    assert len(keys) == 2
    assert keys[1] == f"{keys[0]}~2"


def test_a_later_decision_of_the_issue_is_of_the_matter(book: Book) -> None:
    later = MEETING | {"entry_id": "IId=3", "meeting_date": "2026-03-04"}
    put(book, [MEETING | {"entry_id": "IId=3"}, later, MEETING | {"meeting_date": "2027-03-04"}])
    derive(book)
    assert [r.matter_id for r in book.ask("SELECT matter_id FROM decisions ORDER BY id")] == [
        1,
        1,
        None,
    ]


@pytest.mark.parametrize(
    "title", ["Apologies", "Minutes of the last meeting", "Any other business", "Work Programme",
              "Declarations of interest", "Planning Applications"],
)  # fmt: skip
def test_items_of_any_agenda_are_no_matter(book: Book, title: str) -> None:
    same = MEETING | {"title": title, "entry_id": "IId=3"}
    put(book, [same, same, same | {"meeting_date": "2026-03-04"}])
    derive(book)
    assert book.ask("SELECT count(*) FROM matters")[0][0] == 0


def test_a_chain_does_not_join_what_contradicts(book: Book) -> None:
    put(book, [page(1, **MEETING), page(2, **MEETING), MEETING])
    derive(book)
    assert [len(group) for group in kinship(book).all()] == [1, 1, 1]
