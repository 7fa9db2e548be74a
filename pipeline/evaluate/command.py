"""`minutebook evaluate GOLD`: read the pages, score the rows, print a table."""

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from pipeline import exits
from pipeline.evaluate.score import score
from pipeline.evaluate.tally import Figure, Tally
from pipeline.ingest import ingest
from pipeline.stop import Stop
from pipeline.terminal import safe

_TOLD = (
    "label", "text", "pence", "value", "role", "kind", "status", "words", "code", "outcome",
    "period", "target", "actual", "name", "email", "title", "quote", "votes_for", "votes_against",
)  # fmt: skip


def evaluate(gold: str, wrong: bool, markdown: bool) -> int:
    """Score the pages of a gold folder (`pages/` and `answers/` in it) with today's rules.

    Prints the table on stdout. Returns the exit code: FAILED where a document is missing.
    """
    folder = Path(gold)
    if not (folder / "answers").is_dir() or not (folder / "pages").is_dir():
        click.echo(f"minutebook: {safe(gold)}: no pages/ and answers/ in it", err=True)
        return exits.USAGE
    with tempfile.TemporaryDirectory() as scratch:
        db = Path(scratch) / "gold.db"
        try:
            ingest([str(folder / "pages")], db)
        except Stop as error:
            click.echo(f"minutebook: {safe(error)}", err=True)
            return error.code
        connection = sqlite3.connect(db)
        connection.row_factory = sqlite3.Row
        tally, faults = score(connection, folder / "answers")
        connection.close()
    _print(tally, faults, wrong, markdown)
    return exits.FAILED if faults else exits.DONE


def _print(tally: Tally, faults: Iterable[str], wrong: bool, markdown: bool) -> None:
    for line in table(list(tally.figures()), markdown):
        click.echo(line)
    if wrong:
        for field, source, sign, what in tally.wrong:
            click.echo(safe(f"{sign} {field} · {source} · {_told(what)}"))
    for fault in faults:
        click.echo(f"FAULT {safe(fault)}", err=True)


def _told(what: Any) -> Any:
    if not isinstance(what, dict):
        return what
    return {k: what[k] for k in _TOLD if what.get(k) is not None}


def table(figures: list[Figure], markdown: bool) -> Iterator[str]:
    """Yield the table of scores, for a terminal or as Markdown."""
    if markdown:
        yield "| field | cases | precision | recall | F1 | 95 % interval |"
        yield "| --- | ---: | ---: | ---: | ---: | --- |"
    else:
        yield f"{'field':<32}{'cases':>7}{'prec':>8}{'recall':>8}{'F1':>8}   95 % interval"
    for f in figures:
        low, high = f.interval()
        cases = f.hit + f.missed
        if markdown:
            yield (
                f"| {f.field} | {cases} | {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} "
                f"| {low:.2f}–{high:.2f} |"
            )
        else:
            yield (
                f"{f.field:<32}{cases:>7}{f.precision:>8.3f}{f.recall:>8.3f}{f.f1:>8.3f}"
                f"   {low:.2f}–{high:.2f}"
            )
    if figures:
        mean = sum(f.f1 for f in figures) / len(figures)
        yield f"\nmean F1 over {len(figures)} fields: {mean:.4f}"
