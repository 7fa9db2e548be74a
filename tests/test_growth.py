"""No pattern takes more than linear time: each is fed its own pieces, growing."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType

import pytest

import extractors
import pipeline

_PIECES = re.compile(r"[A-Za-z]{2,}|£|[0-9]")
_COMMON = ("£1,", "1", "(", "a.", " ", "- ", "Resolved ", "For 1 ", ", ", "x@", "A ", "%")
_TAIL = "~\n~"  # neither blank, word nor end of the text: what ran over the pieces must give up
_LADDER = (31, 125, 500, 2_000, 8_000)
# Four times the text may take four times as long. Nine leaves room for a busy machine and for
# bounded repeats that are not yet full at a small size; quadratic time takes sixteen.
_RISE = 9
_NOTHING = 0.0001  # five hundred characters in less time say that nothing is run over twice
_LITTLE = 0.001
_ENOUGH = 0.1  # seconds for two thousand characters that need no further proof


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
    """Tell whether time rises too fast on every one of three climbs: a busy machine slows one."""
    return all(climbs(pattern, piece) for _ in range(3))


def climbs(pattern: re.Pattern[str], piece: str) -> bool:
    """Tell whether time rises too fast at two steps of the ladder, or at one that is long."""
    if spent(pattern, piece, 125) < _NOTHING and spent(pattern, piece, 500) < _NOTHING:
        return False
    steep = 0
    for small, large in pairwise(_LADDER):
        times, taken = rise(pattern, piece, small, large)
        if times > _RISE:
            steep += taken > _LITTLE
            if steep == 2 or (times > 3 * _RISE and taken > _LITTLE) or taken > _ENOUGH:
                return True
        elif large > 500:
            return False
    return False


def rise(pattern: re.Pattern[str], piece: str, small: int, large: int) -> tuple[float, float]:
    """Return how many times longer the larger text takes, and how long: the better of two tries."""
    tries = []
    for _ in range(2):
        before, taken = spent(pattern, piece, small), spent(pattern, piece, large)
        tries.append((taken / max(before, 1e-6), taken))
        if tries[-1][0] <= _RISE:
            break
    return min(tries)


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
    assert slow({"bad": re.compile(bad)})


@pytest.mark.parametrize("good", [r"(?<![0-9])[0-9]++%", r"(?<!\s)\s*+\(", r"[0-9]{1,200}%"])
def test_a_linear_pattern_is_let_pass(good: str) -> None:
    assert not slow({"good": re.compile(good)})
