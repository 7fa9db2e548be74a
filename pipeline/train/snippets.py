"""Snippets of our own in which the answers are marked: "<a1>81%</a1> against <t1>90%</t1>".

They stand one a line in data/, written for Minutebook by several hands that saw no page: what a
model learns from them is how differently the same thing can be said.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from extractors import layouts
from extractors.context import Context
from pipeline.readers import read

_MARK = re.compile(r"<(?P<end>/?)(?P<name>[a-z_]{1,14}[0-9]?)>")


class Marked(NamedTuple):
    """A marked stretch of a snippet: its mark, and its span in the reading."""

    name: str
    start: int
    stop: int


class Snippet(NamedTuple):
    """A snippet as a page of its own, with its marks."""

    number: int  # of its line in the file
    context: Context
    marks: tuple[Marked, ...]


def snippets(file: str) -> Iterator[Snippet]:
    """Yield the snippets of a file of data/. Raises ValueError for one whose text is changed."""
    said = files("pipeline.train").joinpath(f"data/{file}").read_text(encoding="utf-8")
    for number, line in enumerate(said.splitlines(), 1):
        if line and not line.startswith("#"):
            yield snippet(line, number)


def snippet(line: str, number: int = 0) -> Snippet:
    """Return a snippet read as a page that holds nothing else."""
    bare, marks = unmarked(line)
    context = context_of(bare.encode(), "snippet.txt")
    at = context.reading.find(bare[:1])
    return Snippet(number, context, tuple(Marked(m.name, m.start + at, m.stop + at) for m in marks))


def context_of(said: bytes, name: str) -> Context:
    """Return the context of a page's bytes."""
    document = read(said, name)
    return Context(document, layouts.cut(document))


def unmarked(line: str) -> tuple[str, list[Marked]]:
    """Return a snippet without its marks, and what they mark.

    >>> unmarked("Lit: <a1>9%</a1> (aim <t1>8%</t1>)")[0]
    'Lit: 9% (aim 8%)'
    >>> [tuple(m) for m in unmarked("<s>Ash Ltd</s> won.")[1]]
    [('s', 0, 7)]
    """
    bare, at, opened = "", 0, 0
    found: list[Marked] = []
    for mark in _MARK.finditer(line):
        bare += line[at : mark.start()]
        at = mark.end()
        if mark["end"]:
            found.append(Marked(mark["name"], opened, len(bare)))
        else:
            opened = len(bare)
    return bare + line[at:], found
