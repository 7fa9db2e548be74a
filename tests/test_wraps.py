"""Soft line breaks and page furniture: the rules, apart from any reader."""

import pytest

from extractors.furniture import furniture, is_furniture
from extractors.wraps import may_be_broken, soft_breaks
from schemas.document import Span


def test_breaks_are_spans_of_blanks() -> None:
    words = (
        "The lease of the pier head kiosk was let to the highest bidder from\nthe spring on.\nEnd"
    )
    at = words.index("\n")
    assert soft_breaks(words) == [Span(at, at + 1)]


def test_fixed_and_lone_lines_are_not_joined() -> None:
    words = "The kiosk was let by the\ndirector under the\nscheme"
    first, second = words.index("director"), words.index("scheme")
    assert len(soft_breaks(words)) == 2
    assert len(soft_breaks(words, fixed={first})) == 1
    assert soft_breaks(words, alone={first}) == []
    assert len(soft_breaks(words, alone={second})) == 1


@pytest.mark.parametrize("words", ["One\nTwo", "one two", "One\n  \nTwo"])
def test_nothing_is_broken(words: str) -> None:
    assert not may_be_broken(words)


def test_furniture_lines() -> None:
    assert list(furniture("Fees\nMenu\n\ndot")) == [Span(5, 9), Span(11, 14)]


@pytest.mark.parametrize("line", ["Media", "You are here: Home > Fees", "_____", "</AI2>", "MENU"])
def test_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Media Officer", "Home", "AI2", "We use cookies " + "x" * 500, "", "3 - 4"]
)
def test_is_not_furniture(line: str) -> None:
    assert not is_furniture(line)


WRAPPED = """\
The board heard that the ferry terminal had been closed for eleven days in the
autumn, that the contractor had since repaired the linkspan, and that the cost
of the works was borne by the insurer of the vessel. The grant from the Mersey
Combined Authority paid for the rest.

[1] accept the tender of Sandgate Harbour Works for a second year at a cost of
£64,000;

[2] ask for a report on the lifts from the Director of Estates and Councillor Ada
Brindle; and

[3] thank the staff, who had worked through the night and had kept the landing
stage open to the public.

Reasons
Weather
"""


def _joined(words: str) -> str:
    for span in reversed(soft_breaks(words)):
        words = words[: span.start] + " " + words[span.stop :]
    return words


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_width_of_the_page_joins_capitals(gap: str) -> None:
    text = WRAPPED if gap == "\n" else WRAPPED.replace("\n", gap)
    joined = _joined(text)
    for words in ("the Mersey Combined Authority paid", "Ada Brindle; and", "of £64,000;"):
        assert words in joined
    assert "rest. [1]" not in joined
    assert "Reasons Weather" not in joined
    assert "public. Reasons" not in joined


def test_a_full_line_of_a_list_of_papers_or_titles_is_not_joined() -> None:
    paper = "Report of the Director of Estates on the Landing Stage pdf icon PDF 310 KB"
    text = WRAPPED + paper + "\n" + paper.replace("Report", "Minutes") + "\nCABINET\n"
    assert paper + "\nMinutes" in _joined(text)
    assert "KB\nCABINET" in _joined(text)


def test_no_width_no_join() -> None:
    text = "The Board met in the old customs house beside the harbour on Quay Hill\nOrla Moss\n"
    assert soft_breaks(text) == []
