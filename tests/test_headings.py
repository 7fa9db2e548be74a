"""Lines that head a meeting, or read so and do not; minutes that stand behind their title."""

import pytest

from extractors.layouts import items_bare
from extractors.layouts.head_lines import ONLY_SORT, heading_of, moved_from, printed_head
from extractors.layouts.items import split
from extractors.layouts.page import Line
from extractors.wraps import soft_breaks
from pipeline.extract import extract
from schemas.records import Decision
from tests.support import document_of

BODIES = (
    ("Harbour Board - Monday, 2nd October, 2018 2.00 pm", "Harbour Board"),
    ("Budget Meeting, Council - Tuesday 26 February 2013 10.30 am", "Council"),
    ("Harbour Board - for meetings after 09/05/11, please see 'Port Board' - Monday, 19 March 2001",
     "Harbour Board"),
    ("COUNCIL MEETING held at the OLD GUILDHALL PORTLEVEN at 7.30pm on 8 DECEMBER 2016", "COUNCIL"),
    ("Portleven County Council documents , 20 September 2005", "Portleven County Council"),
    ("Agenda for Harbour Board on Monday, 4 May 2015, 2.00 pm", "Harbour Board"),
)  # fmt: skip
NO_BODIES = (
    "MINUTES – ORDINARY MEETING, Tuesday, 29 November 2022, at 7.00 pm.",
    "Extraordinary Meeting - Monday, 4 May 2015 2.00 pm",
    "RESOLVED that the minutes of the meeting held on 4 June 2013 be signed",
    "The minutes of the Tolls Board held on 1st February 2011 were submitted",
    "Following the report of the Harbour Master on 4 June 2013",
)


def line(words: str, start: int = 0) -> Line:
    return Line(start, start + len(words), words)


@pytest.mark.parametrize(("words", "body"), BODIES)
def test_headings(words: str, body: str) -> None:
    found = heading_of(line(words))
    assert found is not None
    assert words[moved_from(line(words)) : found[0]] == body


@pytest.mark.parametrize("words", NO_BODIES)
def test_sentences_are_no_headings(words: str) -> None:
    assert heading_of(line(words)) is None


def test_sort_of_meeting_is_no_body() -> None:
    found = printed_head([line("Minutes of the Monthly Meeting of Council held in the Guildhall")])
    assert found is not None
    assert found["body"] == "Council"
    found = printed_head([line("Minute of the Annual General Meeting of the Pier Board held in")])
    assert found is not None
    assert found["body"] == "Pier Board"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("MINUTES – ORDINARY MEETING, Tuesday, 29 November 2022", True),
        ("Extraordinary Meeting held on 4 May 2015", True),
        ("Open Spaces Meeting held on 4 May 2015", False),
        ("Minutes of the Harbour Board", False),
    ],
)
def test_only_the_sort(words: str, told: bool) -> None:
    assert bool(ONLY_SORT.match(words)) is told


def test_full_name_of_the_body_that_resolved() -> None:
    page = (
        "Agenda item\n\nTug\n\nFor consideration by the Harbour Authority Committee.\n\n"
        "Decision:\n\n"
        "The East of Lune Harbour Authority Committee RESOLVED to:\n\n1. Buy the tug.\n\n2. Sell "
        "the barge."
    )
    rows = extract(document_of(page)).rows
    makers = {r.decision_maker for r in rows if isinstance(r, Decision)}
    assert makers == {"East of Lune Harbour Authority Committee"}


def test_at_a_meeting() -> None:
    held = "At a meeting of the Harbour Board held in the Customs House on 4 May 2015 at 2.00 pm"
    found = printed_head([line(held)])
    assert found is not None
    assert found["body"] == "Harbour Board"
    told = "At a meeting of the Harbour Board held on 4 May 2015 the lease was approved"
    assert printed_head([line(told)]) is None


def test_minutes_behind_their_title() -> None:
    said = (
        "233  DECLARATIONS OF INTEREST – There were no declarations.",
        "234  TOLLS – Resolved – That the tolls be noted.",
        "235  FOG HORN The crews were heard.",
    )
    found = split([line(words, 100 * n) for n, words in enumerate(said)])[1]
    assert [item.number for item in found] == ["233", "234", "235"]
    assert found[1].lines[0].words == "Resolved – That the tolls be noted."


def test_purpose_in_brackets_is_no_title() -> None:
    said = (
        "Apologies for absence",
        "None had been received by noon.",
        "Tolls Tracker",
        "[To receive a talk on the tolls.]",
        "Ann Reed spoke at length.",
    )
    lines = [line(words, 100 * n) for n, words in enumerate(said)]
    titles = [said[i.title[0] // 100] for i in items_bare.split(lines)[1] if i.title]
    assert titles == ["Apologies for absence", "Tolls Tracker"]


def test_an_item_number_is_never_joined() -> None:
    words = "The Board agreed that the minutes of the summer meeting be signed,\n\n3.2\n\nTolls"
    assert soft_breaks(words) == []
