"""Sentences of our own with their answers, made from data/sentences.txt with a seed."""

import random
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from extractors import marked, weighing
from extractors.cues import Words
from pipeline.train.gather import ACTION, WEIGHED

TIMES = 6  # sentences of each line
_CHOICE = re.compile(r"\{([^{}]*)\}")
_COLUMN, _ROW = "column: ", " row: "
_MARKED = re.compile(r"«([^»]*)»")

Made = tuple[marked.Words, str]


def made(seed: int) -> dict[str, list[Made]]:
    """Return for each field the tokens and answer of every sentence; equal ones once."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice
    found: dict[str, list[Made]] = {}
    for field, label, sentence in _lines(chance):
        pair = (_tokens(field, sentence), label)
        if pair not in found.setdefault(field, []):
            found[field].append(pair)
    return found


def _lines(chance: random.Random) -> Iterator[tuple[str, str, str]]:
    slots: dict[str, str] = {}
    field = ""
    said = files("pipeline.train").joinpath("data/sentences.txt").read_text(encoding="utf-8")
    for line in said.splitlines():
        if line.startswith("[") and line.endswith("]"):
            field = line[1:-1]
        elif line and not line.startswith("#") and not field:
            name, choices = line.split(" = ", 1)
            slots[name] = choices
        elif line and not line.startswith("#"):
            label, template = line.split(": ", 1)
            for _ in range(TIMES):
                yield field, label, filled(template, slots, chance)


def filled(template: str, slots: Mapping[str, str], chance: random.Random) -> str:
    """Return a template with a choice made at each brace, the innermost first.

    >>> filled("{body} met.", {"body": "{A|A} Panel"}, random.Random(1))
    'A Panel met.'
    """

    def choose(found: re.Match[str]) -> str:
        said = slots.get(found[1], found[1])
        return said if "{" in said else chance.choice(said.split("|"))

    while _CHOICE.search(template):
        template = _CHOICE.sub(choose, template)
    said = " ".join(template.split())
    return said[:1].upper() + said[1:]


def _tokens(field: str, said: str) -> marked.Words:
    """Return what a model sees of a sentence."""
    if field == ACTION:
        return marked.of_limb(said)
    lead, _, sentence = said.rpartition(" // ")
    beside = _beside(lead)
    found = _MARKED.search(sentence)
    if found is None:
        raise ValueError(f"no mark in {said!r}")
    bare = sentence[: found.start()] + found[1] + sentence[found.end() :]
    stop = found.start() + len(found[1])
    around = marked.around(bare, found.start(), stop, **beside)
    vocabulary = WEIGHED[field][1].cues
    return [*around, *weighing.cued(Words(bare, 0, len(bare)), vocabulary, found.start(), stop)]


def _beside(lead: str) -> dict[str, str]:
    """Return the words beside a sentence by their names.

    >>> _beside("Column: Budget row: Parks"), _beside("Savings proposed :"), _beside("")
    ({'column': 'Budget', 'row': 'Parks'}, {'lead': 'Savings proposed :'}, {})
    """
    low = lead[:1].lower() + lead[1:]
    if not low.startswith(_COLUMN):
        return {"lead": lead} if lead else {}
    column, _, row = low.removeprefix(_COLUMN).partition(_ROW)
    return {"column": column, "row": row} if row else {"column": column}
