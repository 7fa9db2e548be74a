"""Makes hostile files by the thousand: only the seed is kept, every byte follows from it."""

import random
from collections.abc import Iterator
from pathlib import Path

from tests.hostile import damage, markup, papers, words
from tests.hostile.seeds import Made, Maker

KINDS: dict[str, Maker] = damage.KINDS | markup.KINDS | words.KINDS | papers.KINDS
# Kinds of which many variants are worth having; the others have one part each.
_SHARES = {"truncated": 8, "flipped": 8, "block": 4, "numbers": 4, "charset": 3, "run_": 3}
# Kinds of which each file takes a second or more: two in a hundred are enough.
_HEAVY = ("pdf_bomb", "huge_", "deep_far", "pdf_pages")


def files(count: int, seed: int = 0) -> Iterator[tuple[str, Made]]:
    """Yield (kind, file), every kind at least once; the same for the same count and seed."""
    names = sorted(KINDS)
    chance = random.Random(f"{seed}/{count}")
    light = [name for name in names if not name.startswith(_HEAVY)]
    weights = [next((w for n, w in _SHARES.items() if name.startswith(n)), 1) for name in light]
    kinds = names[:count]
    heavy = [name for name in names if name.startswith(_HEAVY)]
    kinds += [
        chance.choice(heavy) if chance.random() < 0.02 else chance.choices(light, weights)[0]
        for _ in range(count - len(kinds))
    ]
    for number, kind in enumerate(kinds):
        yield kind, KINDS[kind](random.Random(f"{seed}/{number}/{kind}"))


def write(folder: Path, count: int, seed: int = 0) -> dict[str, str]:
    """Write so many files into a folder; return the kind of each by its path."""
    kinds = {}
    for number, (kind, made) in enumerate(files(count, seed)):
        name = f"{number // 500:03}/{number:05}-{kind}{made.suffix}"
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.data)
        kinds[name] = kind
    return kinds
