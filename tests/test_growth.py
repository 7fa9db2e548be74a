"""No pattern takes more than linear time: each is fed its own pieces, growing."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from types import ModuleType

import pytest

import extractors
import pipeline

_PIECES = re.compile(r"[A-Za-z]{2,}|£|[0-9]")
_COMMON = ("£1,", "1", "(", "a.", " ", "- ", "Resolved ", "For 1 ", ", ", "x@", "A ", "%")
_TAIL = "~\n~"  # neither blank, word nor end of the text: what ran over the pieces must give up
_LADDER = (31, 125, 250, 500, 1_000)
_BOTTOM, _TOP = 500, 8_000
# Twice the text may take twice as long, quadratic time takes four times. More than 2.5 says only
# that a closer look is due: bounded repeats that are not yet full at a small size, or a busy
# machine, do as much.
_SUSPECT = 2.5
# The closer look: sixteen times the text takes sixteen times as long (or 60, where a repeat that is
# bounded at a thousand fills in between), and 256 times in quadratic time. What else the machine
# does would have to slow one side twice over, and in every try, to change the answer.
_RISE = 110
# Measured on a quick machine: the cheapest quadratic pattern below takes 54 µs for 250 characters,
# 200 µs for 500 and 760 µs for 1,000; at 125 it is lost among what every call costs.
_NOTHING = 0.00004  # five hundred characters in less time: nothing is run over twice
_LITTLE = 0.0002
_LONG = 0.25  # seconds for so few characters that need no further proof


def modules() -> Iterator[ModuleType]:
    for package in (extractors, pipeline):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".bench" not in found.name and not found.name.endswith("__main__"):
                try:
                    yield importlib.import_module(found.name)
                except ModuleNotFoundError as error:  # a library of an extra that is not installed
                    if (error.name or "").split(".")[0] in ("extractors", "pipeline", "schemas"):
                        raise


def patterns(module: ModuleType) -> dict[str, re.Pattern[str]]:
    """Return the patterns that a module makes or lists, by name."""
    return {
        f"{name}[{i}]" if i else name: pattern
        for name, value in vars(module).items()
        for i, pattern in enumerate(flattened(value))
        if isinstance(pattern.pattern, str)
    }


def flattened(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from flattened(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from flattened(part)


def attacks(pattern: re.Pattern[str]) -> Iterator[str]:
    own = dict.fromkeys(_PIECES.findall(re.sub(r"\\[a-zA-Z]", " ", pattern.pattern)))
    pieces = dict.fromkeys([*_COMMON, *list(own)[:12]])
    yield from pieces
    yield "\u00a0"
    yield from (f"{piece} " for piece in pieces if not piece.endswith(" "))


def spent(pattern: re.Pattern[str], piece: str, size: int) -> float:
    text = (piece * size)[:size] + _TAIL
    started = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - started


def grows(pattern: re.Pattern[str], piece: str) -> bool:
    """Tell whether time rises with more than the length of the text.

    A busy machine may hide a rise from one look (the smaller text was slowed), never invent one
    that `proven` upholds: a fixture that must be caught may be looked at again, a pattern may not.
    """
    taken = 0.0
    for size in _LADDER:
        taken = spent(pattern, piece, size)
        if taken > _LONG:
            return True
        if size >= 250 and taken < _NOTHING * size / 500:
            return False
    steep = taken > _LITTLE and taken > _SUSPECT * least(pattern, piece, _LADDER[-2], 3)
    return steep and proven(pattern, piece)


def proven(pattern: re.Pattern[str], piece: str) -> bool:
    """Tell whether sixteen times the text takes far more than sixteen times as long."""
    if spent(pattern, piece, _TOP // 4) > _LONG:
        return True
    return least(pattern, piece, _TOP, 2) > _RISE * least(pattern, piece, _BOTTOM, 4)


def least(pattern: re.Pattern[str], piece: str, size: int, tries: int) -> float:
    """Return the quickest of several tries: what else the machine does can only add time."""
    return max(min(spent(pattern, piece, size) for _ in range(tries)), 1e-6)


def slow(found: dict[str, re.Pattern[str]]) -> list[str]:
    """Return the patterns that take more than linear time, each with the piece that shows it."""
    shown = []
    for name, pattern in found.items():
        piece = next((p for p in attacks(pattern) if grows(pattern, p)), None)
        if piece is not None:
            shown.append(f"{name} on {piece!r}")
    return shown


def own() -> list[tuple[str, dict[str, re.Pattern[str]]]]:
    """Return every module with the patterns that no module before it had."""
    seen: set[int] = set()
    rows = []
    for module in modules():
        found = {n: p for n, p in patterns(module).items() if id(p) not in seen}
        seen.update(id(p) for p in found.values())
        if found:
            rows.append((module.__name__, found))
    return rows


@pytest.mark.parametrize("found", [pytest.param(found, id=name) for name, found in own()])
def test_time_grows_no_faster_than_the_text(found: dict[str, re.Pattern[str]]) -> None:
    assert slow(found) == []


@pytest.mark.parametrize(
    "bad",
    [r"[0-9]+(?:\.[0-9]+)?\s*%", r"\s*\(", r"[\s,]*\b(?:pdf)?\s*[0-9]", r"\s*-?\s*x?\s*$"],
)
def test_a_quadratic_pattern_is_caught(bad: str) -> None:
    assert any(slow({"bad": re.compile(bad)}) for _ in range(5))


@pytest.mark.parametrize("good", [r"(?<![0-9])[0-9]++%", r"(?<!\s)\s*+\(", r"[0-9]{1,200}%"])
def test_a_linear_pattern_is_let_pass(good: str) -> None:
    assert not slow({"good": re.compile(good)})
