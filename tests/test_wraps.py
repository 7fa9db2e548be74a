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
