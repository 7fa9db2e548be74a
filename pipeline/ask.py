"""Ask one of the questions of `ask_queries`, and print the answer as a table, JSON lines or CSV."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.ask_queries import BY_NAME, QUESTIONS, Question
from pipeline.days import is_day, wrong_day
from pipeline.found import cell
from pipeline.terminal import dim, safe

WIDE = 44  # characters of a column in a terminal


class CannotAsk(Exception):
    """No such question or parameter."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Column names, rows, and whether more rows were left out."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    is_cut: bool


def answer(
    db: sqlite3.Connection, question: Question, given: Mapping[str, str], most: int = 1000
) -> Answer:
    """Return the answer to a question with these parameters; those left out ask for everything."""
    values = {p.name: given.get(p.name, p.default) for p in question.parameters}
    cursor = db.execute(question.sql, values)
    rows = [tuple(row) for row in cursor.fetchmany(most + 1)]
    columns = tuple(column[0] for column in cursor.description)
    return Answer(columns, rows[:most], len(rows) > most)


def asked(name: str, said: Sequence[str]) -> tuple[Question, dict[str, str]]:
    """Return the question of this name and its parameters, from words as on a command line.

    Raises CannotAsk where there is no such question or parameter, or a value is missing or no day.

    >>> asked("taken-in-private", ["--council", "Dorset", "--from=2024-01-01"])[1]
    {'council': 'Dorset', 'from': '2024-01-01'}
    """
    question = BY_NAME.get(name)
    if question is None:
        near = _near(name)
        raise CannotAsk(f"no question {name}" + (f"; did you mean {near}?" if near else ""))
    known = {p.name for p in question.parameters}
    given: dict[str, str] = {}
    words = iter(said)
    for word in words:
        option, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or option not in known:
            options = ", ".join(f"--{p.name}" for p in question.parameters)
            raise CannotAsk(f"{name} knows {options}, not {word}")
        if not equals:
            value = next(words, "--")
            if value.startswith("--"):
                raise CannotAsk(f"--{option} needs a value")
        if option in ("from", "to") and value and not is_day(value):
            raise CannotAsk(f"--{option}: {wrong_day(value)}")
        given[option] = value
    return question, given


def _near(name: str) -> str | None:
    import difflib

    return next(iter(difflib.get_close_matches(name, BY_NAME, 1, 0.5)), None)


def listed() -> Iterator[str]:
    """Yield what can be asked, for a terminal."""
    for question in QUESTIONS:
        yield question.name
        stop = "" if question.title.endswith("?") else "."
        yield dim(f"    {question.title}{stop} {question.description}")
        options = (f"--{p.name} ({p.description})" for p in question.parameters)
        yield dim("    " + ", ".join(options))


def lines(found: Answer, style: str) -> Iterator[str]:
    """Yield an answer in a style: json, csv or plain."""
    return {"json": _json, "csv": _csv}.get(style, _plain)(found)


def _json(found: Answer) -> Iterator[str]:
    import json

    for row in found.rows:
        yield json.dumps(dict(zip(found.columns, row, strict=True)), ensure_ascii=False)


def _csv(found: Answer) -> Iterator[str]:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(found.columns)
    writer.writerows([[cell(v) for v in row] for row in found.rows])
    yield from out.getvalue().rstrip("\n").split("\n")


def _plain(found: Answer) -> Iterator[str]:
    shown = [found.columns, *([_short(v) for v in row] for row in found.rows)]
    widths = [max(len(row[i]) for row in shown) for i in range(len(found.columns))]
    for n, row in enumerate(shown):
        line = "  ".join(v.ljust(w) for v, w in zip(row, widths, strict=True)).rstrip()
        yield dim(line) if n == 0 else line
    if not found.rows:
        yield dim("no rows")
    if found.is_cut:
        yield dim(f"… only the first {len(found.rows)} rows; --limit shows more")


def _short(value: Any) -> str:
    """Return a value for a column of a terminal; a key is never cut."""
    if value is None:
        return "–"
    said = f"{value:,.2f}".removesuffix(".00") if isinstance(value, float) else safe(value)
    return said if len(said) <= WIDE or "#" in said else said[: WIDE - 1] + "…"
