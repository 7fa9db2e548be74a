"""The PDF reader on papers set like the councils', and on files that mean harm."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.readers.errors import Refused
from pipeline.readers.pdf import read_pdf
from schemas.document import Document
from tests import pdf_bombs, pdfs

ROOT = Path(__file__).resolve().parents[1]


def reading_lines(document: Document) -> list[str]:
    return [" ".join(line.split()) for line in document.reading.split("\n") if line.strip()]


def kinds(document: Document) -> dict[str, str]:
    return {document.reading[b.start : b.stop]: b.kind for b in document.blocks}


def rows(document: Document, table: int = 0) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for cell in document.tables[table].cells:
        found.setdefault(cell.row, []).append(document.text[cell.start : cell.stop])
    return [found[r] for r in sorted(found)]


# Papers


def test_minutes_keep_paragraphs_points_and_headings() -> None:
    document = read_pdf(pdfs.make_minutes_pdf())
    lines = reading_lines(document)
    assert "RESOLVED that the Cabinet:" in lines
    assert (
        "(2) delegate authority to the Director of Highways, in consultation with the Cabinet "
        "Member, to settle the final terms; and" in lines
    )
    assert kinds(document)["32. Highways Maintenance Term Contract"] == "heading"
    assert kinds(document)["(Item 2)"] == "paragraph"
    assert document.status == "whole"
    assert document.media_type == "application/pdf"


def test_a_year_at_the_start_of_a_line_is_no_list_point() -> None:
    prose = (
        "The present arrangements with the contractor would come to an end in the month of March"
    )
    document = read_pdf(
        pdfs.make_lines_pdf([(72, 100, prose), (72, 114, "2026. Three tenders were received.")])
    )
    assert reading_lines(document) == [f"{prose} 2026. Three tenders were received."]


def test_names_in_columns_each_have_a_line() -> None:
    lines = reading_lines(read_pdf(pdfs.make_minutes_pdf()))
    at = lines.index("PRESENT:")
    assert lines[at + 1 : at + 9] == list(pdfs.PRESENT)


def test_furniture_is_blank_in_reading_and_kept_in_text() -> None:
    document = read_pdf(pdfs.make_report_pdf(paragraphs=24))
    assert len(document.pages) >= 3
    assert document.text.count("Cabinet report: waste collection") == len(document.pages)
    assert document.reading.count("Cabinet report: waste collection") == 1
    assert "Page 2" in document.text
    assert "Page 2" not in document.reading
    assert document.footer is None  # page numbers say nothing


def test_a_paragraph_goes_on_over_the_page() -> None:
    document = read_pdf(pdfs.make_report_pdf(paragraphs=24))
    points = [x for x in reading_lines(document) if x.startswith("1.") and x != "1. Background"]
    assert len(points) == 24
    assert all(p.endswith(".") and p.count("second depot") == 1 for p in points)


def test_report_lines_of_two_columns_read_as_label_and_value() -> None:
    document = read_pdf(pdfs.make_report_pdf())
    lines = reading_lines(document)
    assert "To: Cabinet - 4 March 2025" in lines
    assert "From: Helena Marchbank, Corporate Director of Place" in lines
    assert kinds(document)["Recommendation(s):"] == "heading"
    assert not document.tables


@pytest.mark.parametrize("ruled", [True, False])
def test_record_of_decision(ruled: bool) -> None:
    lines = reading_lines(read_pdf(pdfs.make_record_pdf(ruled=ruled)))
    at = lines.index("DECISION TO BE TAKEN BY:")
    assert lines[at + 1] == "Rosalind Thackray, Cabinet Member for Environment"
    number = lines.index("DECISION NO:")
    assert lines[number + 1] == "25/00417"
    assert "Key decision: YES" in lines
    assert "Reason(s) for decision:" in lines


@pytest.mark.parametrize("ruled", [True, False])
def test_kpi_table_with_merged_heads(ruled: bool) -> None:
    document = read_pdf(pdfs.make_kpi_pdf(copies=2, ruled=ruled))
    table = rows(document)
    assert table[0][:4] == ["Ref", "Indicator", "Target", "Actual"]
    assert table[2] == [
        "CS01",
        "Calls answered within 20 seconds",
        "80%",
        "84.2%",
        "GREEN",
        "AMBER",
    ]
    assert table[6][1] == "Working days lost to sickness per employee"
    heads = [c for c in document.tables[0].cells if c.head]
    assert {c.row for c in heads} == {0, 1}


def test_merged_head_stands_at_its_first_place() -> None:
    document = read_pdf(pdfs.make_kpi_pdf(copies=1))
    places = {document.text[c.start : c.stop]: (c.row, c.column) for c in document.tables[0].cells}
    assert places["RAG rating"] == (0, 4)
    assert places["Latest"] == (1, 4)
    assert places["Previous"] == (1, 5)
    assert rows(document)[1] == ["Latest", "Previous"]


def test_table_over_two_pages_is_one() -> None:
    document = read_pdf(pdfs.make_kpi_pdf(copies=8))
    assert len(document.pages) == 2
    assert len(document.tables) == 1
    assert len(rows(document)) == 42
    assert all(len(row) == 6 for row in rows(document)[2:])


def test_rows_stand_on_lines_of_their_own() -> None:
    document = read_pdf(pdfs.make_kpi_pdf(copies=1))
    assert "WM03 | Household waste recycled or composted | 48% | 47.1% | AMBER | GREEN" in (
        reading_lines(document)
    )
    assert [b.kind for b in document.blocks].count("row") == 7


def test_machine_tags_are_blanked() -> None:
    document = read_pdf(
        pdfs.make_lines_pdf([(72, 100, "<AI1>"), (72, 120, "Apologies"), (72, 140, "</AI1>")])
    )
    assert reading_lines(document) == ["Apologies"]
    assert "<AI1>" in document.text


def test_hyphen_at_a_line_end_is_joined() -> None:
    first = "The Board heard that the con-"
    document = read_pdf(pdfs.make_lines_pdf([(72, 100, first), (72, 114, "tractor had left.")]))
    assert "contractor" in document.reading
    assert "con-\ntractor" in document.text


def test_an_index_with_page_numbers_keeps_its_lines() -> None:
    document = read_pdf(
        pdfs.make_lines_pdf(
            [
                (72, 100, "1."), (100, 100, "Apologies for absence"), (480, 100, "1 - 2"),
                (72, 120, "2."), (100, 120, "Budget monitoring"), (480, 120, "3 - 10"),
            ]
        )
    )  # fmt: skip
    assert reading_lines(document) == [
        "1. Apologies for absence 1 - 2",
        "2. Budget monitoring 3 - 10",
    ]
    assert not document.tables


def test_money_table_without_rules() -> None:
    lines = [(72, 100, "Service"), (400, 100, "£000")]
    for n, (name, sum_) in enumerate(
        (("Highways", "3,100"), ("Libraries", "940"), ("Total", "4,040"))
    ):
        lines += [(72, 120 + 20 * n, name), (400, 120 + 20 * n, sum_)]
    document = read_pdf(pdfs.make_lines_pdf(lines))
    assert rows(document)[1] == ["Highways", "3,100"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_read_the_same(turn: int) -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for page in PdfReader(BytesIO(pdfs.make_kpi_pdf(copies=1))).pages:
        writer.add_page(page)
        writer.pages[-1].transfer_rotation_to_content()
    straight, held = read_pdf(pdfs.make_kpi_pdf(copies=1)), BytesIO()
    writer.pages[0].rotate(turn)
    writer.write(held)
    turned = read_pdf(held.getvalue())
    assert "Calls answered" in turned.text
    if turn == 0:
        assert rows(turned) == rows(straight)


# What every document keeps


@pytest.mark.parametrize(
    "make", [pdfs.make_minutes_pdf, pdfs.make_report_pdf, pdfs.make_kpi_pdf, pdfs.make_record_pdf]
)
def test_spans_are_sound(make: object) -> None:
    document = read_pdf(make())
    assert len(document.text) == len(document.reading)
    assert all(
        a.stop <= b.start for a, b in zip(document.blocks, document.blocks[1:], strict=False)
    )
    assert document.pages[0].start == 0
    assert document.pages[-1].stop == len(document.text)
    assert all(
        document.text[a.stop : b.start] == "\n"
        for a, b in zip(document.pages, document.pages[1:], strict=False)
    )
    for table in document.tables:
        assert all(table.start <= c.start <= c.stop <= table.stop for c in table.cells)
    assert document == read_pdf(make())


def letters(text: str) -> list[str]:
    return sorted(c for c in text if not c.isspace() and c not in "-|\ufffe")


def raw_text(data: bytes) -> str:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize(
    "data",
    [
        pdfs.make_minutes_pdf(), pdfs.make_report_pdf(), pdfs.make_kpi_pdf(copies=8),
        pdfs.make_kpi_pdf(copies=8, ruled=False), pdfs.make_record_pdf(),
        pdfs.make_record_pdf(ruled=False), pdfs.make_mixed_pdf(),
    ],
)  # fmt: skip
def test_no_letter_is_lost_or_doubled(data: bytes) -> None:
    assert letters(read_pdf(data).text) == letters(raw_text(data))


def test_cells_set_at_half_height() -> None:
    table = rows(read_pdf(pdfs.make_mixed_pdf()))
    assert table[0][0] == "Letters answered within the ten days that the standard allows"
    assert table[0][1:] == ["90%", "84%", "Red"]


def test_raised_ordinals_do_not_break_paragraphs() -> None:
    assert reading_lines(read_pdf(pdfs.make_mixed_pdf()))[0].count("18th") == 4


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(20, 500),
            st.integers(20, 800),
            st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=60),
        ),
        max_size=12,
    )
)
def test_any_words_anywhere(lines: list[tuple[int, int, str]]) -> None:
    data = pdfs.make_lines_pdf(lines, pages=2)
    if not any(words.strip() for _, _, words in lines):
        assert refusal(data) == "no_text_layer"
        return
    document = read_pdf(data)
    assert len(document.text) == len(document.reading)
    assert all(
        a.stop <= b.start for a, b in zip(document.blocks, document.blocks[1:], strict=False)
    )


# Files that give nothing, or not all


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as told:
        read_pdf(data)
    assert told.value.stage == "read"
    return told.value.reason


def outcome(data: bytes) -> str:
    """Return the status of a document, or the reason why there is none."""
    try:
        return read_pdf(data).status
    except Refused as refused:
        return refused.reason


def test_encrypted() -> None:
    assert refusal(pdfs.make_encrypted_pdf()) == "encrypted"


def test_empty_user_password_is_read() -> None:
    assert "RESOLVED" in read_pdf(pdfs.make_encrypted_pdf("")).text


@pytest.mark.parametrize("picture", [True, False])
def test_no_text(picture: bool) -> None:
    assert refusal(pdfs.make_blank_pdf(2, picture)) == "no_text_layer"


def test_not_a_pdf() -> None:
    assert refusal(b"<html><body>Access denied</body></html>") == "type_mismatch"


def test_a_page_without_text_makes_the_document_partial() -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for data in (pdfs.make_minutes_pdf(), pdfs.make_blank_pdf(1, picture=True)):
        for page in PdfReader(BytesIO(data)).pages:
            writer.add_page(page)
    held = BytesIO()
    writer.write(held)
    document = read_pdf(held.getvalue())
    assert document.status == "partial"
    assert document.status_reason is not None
    assert "no text on page" in document.status_reason


def test_cut_files_are_never_whole() -> None:
    data = pdfs.make_report_pdf(paragraphs=20)
    for share in range(5, 100, 5):
        assert outcome(data[: len(data) * share // 100]) in {"damaged", "no_text_layer", "partial"}


def test_reading_stops_when_told() -> None:
    calls: list[tuple[int, int]] = []

    def progress(done: int, pages: int) -> bool:
        calls.append((done, pages))
        return done < 2

    document = read_pdf(pdfs.make_report_pdf(paragraphs=24), progress)
    assert [c[0] for c in calls] == [1, 2]
    assert len(document.pages) == 2
    assert document.status == "partial"


def test_too_many_pages() -> None:
    assert refusal(pdfs.make_blank_pdf(3001)) == "page_limit"


_CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000,) * 2)
from pipeline.readers.errors import Refused
from pipeline.readers.pdf import read_pdf
from tests import pdf_bombs
try:
    document = read_pdf(getattr(pdf_bombs, sys.argv[1])())
    print("read", document.status)
except Refused as refused:
    print(refused.reason)
"""


def in_child(name: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, name],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-500:]
    return done.stdout.strip()


@pytest.mark.parametrize("name", sorted(pdf_bombs.BOMBS))
def test_bombs_are_refused_at_the_door(name: str) -> None:
    assert in_child(name) in pdf_bombs.BOMBS[name][1]


def test_many_glyphs_are_clipped() -> None:
    assert in_child("many_glyphs") == "read partial"


def test_character_map_bomb_is_harmless() -> None:
    assert in_child("to_unicode") in {"read whole", "read partial"}
