"""Golden pages: each page of tests/cases/layouts beside what its layout makes of it.

`python -m tests.test_layouts` writes the golden files anew; the diff is the review. The rows of a
`.toml` file were written by hand from reading the page: what all rules together must give. In them
`of` is the number of the decision; a table that is named is compared whole, by the columns given.
"""

import json
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import layouts
from extractors.cut import Cut
from extractors.layouts import LAYOUTS
from extractors.layouts.page import Page, address_id
from pipeline.extract import extract
from pipeline.readers.html import read_html
from pipeline.readers.json import read_json
from pipeline.readers.pdf import read_pdf
from pipeline.readers.text import read_text
from pipeline.readers.xml import read_xml
from schemas.document import Document
from schemas.facts import Fact, Row
from tests.pdfs import make_record_pdf
from tests.support import document_of

PAGES = sorted(
    p
    for p in (Path(__file__).parent / "cases/layouts").iterdir()
    if p.suffix not in (".json", ".toml")
)
READ_BY_HAND = [p for p in PAGES if p.with_suffix(p.suffix + ".toml").exists()]


READ = {".html": read_html, ".xml": read_xml, ".jsonl": read_json}


def document(page: Path) -> Document:
    return READ.get(page.suffix, read_text)(page.read_bytes())


def _row(row: Row) -> dict[str, Any]:
    left_out = ("id", "start", "stop", "quote", "proofs", "document_id", "position")
    said = {f.name: getattr(row, f.name) for f in fields(row) if f.name not in left_out}
    return {k: v for k, v in said.items() if v not in (None, "")}


def golden(document: Document, cut: Cut) -> dict[str, Any]:
    text = document.text
    return {
        "kind": cut.kind,
        "layout": cut.layout,
        "title": cut.title,
        "page_id": cut.page_id,
        "is_complete": cut.is_complete,
        "reference_date": cut.reference_date,
        "sections": [
            [s.kind, s.decision, s.label, text[s.start : s.stop][:60], text[s.start : s.stop][-30:]]
            for s in cut.sections
        ],
        "decisions": [
            {**_row(d), "proofs": [[p.column, text[p.start : p.stop][:60]] for p in d.proofs]}
            for d in cut.decisions
        ],
        "rows": [[type(r).__name__, _row(r)] for r in cut.rows],
        "notices": [[n.rule, n.message] for n in cut.notices],
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_golden(page: Path) -> None:
    made = document(page)
    expected = json.loads(page.with_suffix(page.suffix + ".json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(golden(made, layouts.cut(made)))) == expected


@pytest.mark.parametrize("page", READ_BY_HAND, ids=lambda p: p.name)
def test_rows_a_reader_wrote(page: Path) -> None:
    expected = tomllib.loads(page.with_suffix(page.suffix + ".toml").read_text(encoding="utf-8"))
    found = extract(document(page))
    assert found.kind == expected.pop("kind")
    for table, rows in expected.items():
        columns = {name for row in rows for name in row}
        given = [r for r in found.rows if table == r.TABLE]
        given.sort(key=lambda r: r.start)
        said = [{name: _column(r, name) for name in columns} for r in given]
        assert said == [{name: row.get(name) for name in columns} for row in rows], table


def _column(row: Row, name: str) -> Any:
    return getattr(row, "decision_id" if name == "of" else name)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_spans_are_true(page: Path) -> None:
    made = document(page)
    cut = layouts.cut(made)
    for row in cut.rows:
        assert isinstance(row, Fact)
        assert made.text[row.start : row.stop] == row.quote
    for decision in cut.decisions:
        assert 0 <= decision.start < decision.stop <= len(made.text)
        stated = {
            f.name
            for f in fields(decision)
            if getattr(decision, f.name) is not None and f.name not in NOT_STATED
        }
        assert stated <= {p.column for p in decision.proofs}
        for proof in decision.proofs:
            assert made.text[proof.start : proof.stop].strip()
    numbers = {d.id for d in cut.decisions}
    for section in cut.sections:
        assert section.decision is None or section.decision in numbers
        assert made.text[section.start : section.stop].strip()


NOT_STATED = (
    "id key document_id meeting_id council_id start stop position entry_id matter_id proofs".split()
)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_one_sure_claim(page: Path) -> None:
    made = Page.of(document(page))
    sure = sorted((layout.claims(made) for layout in LAYOUTS), reverse=True)
    assert sure[0] > sure[1]


def test_equal_claims_are_an_issue() -> None:
    cut = layouts.cut(
        document_of("Decision details\n\nAgenda item\n\nA title\n\nIs Key decision?: No")
    )
    assert [n.rule for n in cut.notices if n.rule.startswith("layout")] == ["layout.two_claims"]
    assert cut.layout == "decision"


def test_foreign_pages_are_refused() -> None:
    rules = [n.rule for n in layouts.cut(document_of("404 - Page not found")).notices]
    assert rules == ["not_a_council_page"]
    kept = "The committee agreed that the access denied signs be replaced. " * 20
    assert not layouts.cut(document_of(kept)).notices


def test_page_ids() -> None:
    assert address_id("http://x.gov.uk/ieDecisionDetails.aspx?AIId=5&LLL=0") == (
        "ieDecisionDetails:AIId=5"
    )
    assert address_id("ieIssueDetails.aspx?IId=29657&Opt=3&PlanId=0") == "ieIssueDetails:IId=29657"
    assert address_id("https://x.gov.uk/news") is None


_LINES = [
    "Decision details", "Agenda item", "Issue details", "Decision Maker: Cabinet", "Decision:",
    "Minutes:", "Purpose:", "Date of decision: 01/02/2021", "Decided at meeting: 31/02/2021 - X",
    "Reasons for the decision:", "Contact: A Bee Email: a@b.uk", "Accompanying Documents:",
    "RESOLVED: That it be noted.", "(1) That", "\u00a0", "Is Key decision?:", "Report author:",
    "Executive Summary", "Recommendation", "Background", "To consider it.", "Text - with : colons",
    "12. Title", "Items", "No. Item", "ref: 12   Approved", "01/02/2021 - Title ref: 4   Approved",
    "Venue: Hall", "Present:", "Decision due: 5 Apr 2022 by Cabinet", "Decision published: 1/2/21",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(_LINES), st.text(max_size=30)), max_size=25))
@settings(max_examples=150, deadline=None)
def test_never_raises(lines: list[str]) -> None:
    made = document_of("\n".join(lines))
    cut = layouts.cut(made)
    for row in cut.rows:
        assert isinstance(row, Fact)
        assert made.text[row.start : row.stop] == row.quote
    for decision in cut.decisions:
        assert 0 <= decision.start <= decision.stop <= len(made.text)


def write() -> None:
    """Write every golden file anew."""
    for page in PAGES:
        made = document(page)
        said = json.dumps(golden(made, layouts.cut(made)), indent=1, ensure_ascii=False)
        page.with_suffix(page.suffix + ".json").write_text(said + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()


@pytest.mark.parametrize("ruled", [True, False])
def test_a_record_of_decision_as_pdf(ruled: bool) -> None:
    cut = layouts.cut(read_pdf(make_record_pdf(ruled)))
    (decision,) = cut.decisions
    assert (cut.kind, decision.reference, decision.is_key_decision) == ("decision", "25/00417", 1)
    assert decision.decision_maker == "Rosalind Thackray, Cabinet Member for Environment"
    assert decision.title == "Extension of the Coastal Path Maintenance Contract"
    assert [s.kind for s in cut.sections] == ["header", "decision", "reasons"]
