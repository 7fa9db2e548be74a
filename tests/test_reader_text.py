"""Pasted text: the forms that copies come in, and what stays apart in the reading."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import Refused, read
from schemas.document import Document
from tests.support import SHARED, needs_shared


def text(words: str) -> Document:
    return read(words.encode(), "copy.txt")


def paragraphs(document: Document) -> list[str]:
    """Return the lines of the reading with blanks folded."""
    return [" ".join(line.split()) for line in document.reading.split("\n") if line.strip()]


def test_a_copy_keeps_its_text() -> None:
    document = text("Decision details\r\n\r\n\u00a0\r\nTitle\rDecision Maker:\u00a0Cabinet\n")
    assert document.text == "Decision details\n\n\u00a0\nTitle\nDecision Maker:\u00a0Cabinet\n"
    assert [document.text[b.start : b.stop] for b in document.blocks] == [
        "Decision details", "Title", "Decision Maker:\u00a0Cabinet",
    ]  # fmt: skip
    assert (document.media_type, document.encoding) == ("text/plain", "utf-8")


def test_only_line_ends_split_lines() -> None:
    document = text("One\u2028two\x0bthree\x1cfour\x85five")
    assert paragraphs(document) == ["One two three four five"]
    assert document.text == "One\u2028two\x0bthree\x1cfour\x85five"


@pytest.mark.parametrize(
    "copy, expected",
    [
        # hard wraps at a width
        (
            "The Board heard that the new ferry timetable had been delayed by the\n"
            "strike and that passengers would be told by letter. It thanked the\n"
            "Harbour Master.\nMembers then asked about fares.",
            2,
        ),
        # a blank line after every wrapped line
        (
            "The Board heard that the new ferry timetable had been delayed by the\n\n"
            "strike and that passengers would be told by letter before the end of\n\n"
            "the month.",
            1,
        ),
        # a sentence cut by a blank line, with a no-break blank in it
        (
            "It was said that in the year before last nine tenths of the forms sent in\n\u00a0\n"
            "had been answered within a week.",
            1,
        ),
        # a date broken over two lines, a line that ends in a comma or small word
        ("The lease begins on 3\nOctober 2019.", 1),
        ("The Cabinet Member for Harbours,\nFerries and Piers", 1),
        ("The lease was let by the Director of\nHarbours", 1),
        # list points, labels, short points and headings stay apart
        ("RESOLVED that\n(1) the lease be let; and\n(2) the fee be noted", 3),
        ("Resolved to\nnote the report\nagree the fee", 3),
        ("Cabinet agreed to\n\nnote the report\n\nagree the fee\n\nthank the officers", 4),
        ("a) to let the lease\nb) to note the fee", 2),
        ("·\u00a0 fares rose\n·\u00a0 complaints fell", 2),
        ("Contact: Jo Marsh\nemail: jo@example.org\nwww.example.org", 3),
        ("Decision Maker: Cabinet\n\nDecision status: Approved", 2),
        ("Councillor Ash\nCouncillor Birch\nCouncillor Cole", 3),
        ("Purpose:\nto let the lease", 2),
        ("The lease was let.\nthe fee was noted", 2),
        ("For\n5\nAgainst\n7", 4),
        ("MINUTES OF THE\nHARBOUR BOARD", 2),
        ("Item | Fee\nlease | £5", 2),
        ("That the lease be let,\nThat the fee be noted,", 2),
        ("to let the lease,\nto note the fee,\nto thank the officers", 3),
        ("Resolved to\nlet the lease,\nnote the fee,\nthank the officers", 4),
        ("12\nMay fair on the green", 2),
    ],
)
def test_soft_and_hard_breaks(copy: str, expected: int) -> None:
    document = text(copy)
    assert len(paragraphs(document)) == expected
    assert len(document.reading) == len(document.text)


def test_a_wrapped_point_is_one_list_item() -> None:
    document = text("1. That the lease of the\nferry steps be let.\n2. That the fee be noted.")
    assert [b.kind for b in document.blocks] == ["list_item", "list_item"]
    assert document.text[document.blocks[0].start : document.blocks[0].stop] == (
        "1. That the lease of the\nferry steps be let."
    )


@pytest.mark.parametrize(
    "line",
    ["dot", "Original Text:", "Share this item", "View directions", "Skip to main content", "-----",
     "We use cookies to make this site work. Accept or reject them.", "<AI4>", "{pagetitle}"],
)  # fmt: skip
def test_furniture_is_blank_in_the_reading_only(line: str) -> None:
    document = text(f"Agreed.\n\n{line}\n\nNoted.")
    assert line in document.text
    assert document.reading == f"Agreed.\n\n{' ' * len(line)}\n\nNoted."
    assert len(document.blocks) == 2


@pytest.mark.parametrize(
    "line", ["The dot was moved.", "Menu prices rose.", "Share this items list"]
)
def test_what_is_not_furniture(line: str) -> None:
    assert text(line).reading == line


def test_rows_of_pipes_and_tabs() -> None:
    document = text("Fees\n\nPier | 2019 | 2020\nNorth | £5 | \nSouth\t£6\t£7\n\nEnd | here")
    assert [b.kind for b in document.blocks] == ["paragraph", "row", "row", "row", "row"]
    cells = [(document.text[c.start : c.stop], c.row, c.column) for c in document.tables[0].cells]
    assert cells == [
        ("Pier", 0, 0), ("2019", 0, 1), ("2020", 0, 2), ("North", 1, 0), ("£5", 1, 1),
        ("South", 2, 0), ("£6", 2, 1), ("£7", 2, 2),
    ]  # fmt: skip
    assert len(document.tables) == 1


def test_hosts_and_copyright_line() -> None:
    document = text("Contact: jo.marsh@Pier.gov.uk\nhttps://www.rail.org.uk/x\n© 2020 Pier Council")
    assert document.hosts == ("pier.gov.uk", "rail.org.uk")
    assert document.footer == "© 2020 Pier Council"


def test_lost_characters_are_noticed() -> None:
    document = text("A cost of \ufffd5 and one \ufffd more")
    assert [(n.rule, n.start) for n in document.notices] == [("encoding.lost", 10)]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t", b"\xff\xfe \0"])
def test_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read(data, "x.txt")
    assert refused.value.reason == "empty"


@pytest.mark.parametrize(
    "piece",
    ["a\n", "word the\n", "note the report\n", "A\n\n", "-\n", "a-\nb", "x@y.", "|", "a | b\n",
     "1. a\n", "\u00a0", "the, \n", "W" * 70 + "\n", "3\nOctober\n", "© ", "£1,\n"],
)  # fmt: skip
def test_time_grows_with_the_text(piece: str) -> None:
    started = time.process_time()
    text(piece * (40_000 // len(piece)))
    assert time.process_time() - started < 2.5


@given(st.text(alphabet="aB1 .,;:-|\t\n\r\u00a0\u200b\u2011’©£@", max_size=200))
def test_any_text_has_a_reading_as_long(words: str) -> None:
    if not words.strip(" \t\r\n"):
        return
    document = text(words)
    assert document.text == words.replace("\r\n", "\n").replace("\r", "\n")
    assert len(document.reading) == len(document.text)
    stop = 0
    for block in document.blocks:
        assert stop <= block.start < block.stop <= len(words)
        stop = block.stop
    for table in document.tables:
        assert all(table.start <= c.start < c.stop <= table.stop for c in table.cells)


@needs_shared
def test_seeds() -> None:
    for path in sorted((SHARED / "seeds").rglob("*.txt")):
        document = read(path.read_bytes(), path.name)
        assert document.text == path.read_text(encoding="utf-8")
        assert len(document.blocks) > 20
        assert "\u00a0" not in document.reading


@needs_shared
def test_a_seed_breaks_a_sentence_across_a_blank_line() -> None:
    path = next((SHARED / "seeds" / "lancashire").glob("002_*.txt"))
    document = read(path.read_bytes(), path.name)
    assert "Barring Service  forms had been processed" in document.reading


def test_a_row_may_open_with_a_number() -> None:
    rows = b"Ref\tIndicator\tTarget\tActual\n1.4\tLamps lit\t98%\t97%\n2.1\tBoats let\t40\t38\n"
    table = read(rows, "rows.txt").tables[0]
    assert len({cell.row for cell in table.cells}) == 3
    assert read(b"1.4\tThe lamps were lit.\n1.5\tThe boats were let.\n", "a.txt").tables == ()
