"""`minutebook evaluate GOLD…`: read the pages, score the rows, print a table."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from pipeline import exits
from pipeline.evaluate import tables
from pipeline.evaluate.measured import mean
from pipeline.evaluate.run import WORKERS, Evaluated
from pipeline.evaluate.run import evaluate as evaluated
from pipeline.stop import Stop
from pipeline.terminal import safe

_TOLD = (
    "label", "text", "pence", "value", "role", "kind", "status", "words", "code", "outcome",
    "period", "target", "actual", "name", "email", "title", "quote", "votes_for", "votes_against",
    "rule",
)  # fmt: skip


def evaluate(
    gold: tuple[str, ...],
    wrong: bool = False,
    by_rule: bool = False,
    markdown: bool = False,
    as_json: bool = False,
    against: str | None = None,
) -> int:
    """Score gold folders (`pages/` and `answers/` in each) with today's rules, side by side.

    Prints on stdout. `against` names a file that `--json` wrote earlier. Returns the exit code:
    FAILED where a document is missing.
    """
    try:
        before = _before(against)
        found = [evaluated(Path(folder)) for folder in gold]
    except Stop as error:
        click.echo(f"minutebook: {safe(error)}", err=True)
        return error.code
    sets = {one.name: one.figures for one in found}
    if len(sets) < len(found):
        click.echo("minutebook: two folders of one name cannot stand side by side", err=True)
        return exits.USAGE
    if as_json:
        click.echo(json.dumps({"sets": sets}, ensure_ascii=False, indent=1))
    else:
        for line in _lines(sets, before, by_rule, markdown):
            click.echo(safe(line))
    for one in found:
        _tell(one, wrong)
    return exits.FAILED if any(one.faults for one in found) else exits.DONE


def _before(file: str | None) -> Mapping[str, Mapping[str, Any]]:
    """Return the sets of an earlier `--json`. Raises Stop where the file is none."""
    if file is None:
        return {}
    try:
        said = json.loads(Path(file).read_text(encoding="utf-8"))
        sets: dict[str, dict[str, Any]] = said["sets"]
        for old in sets.values():
            mean(old), old["documents"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Stop(f"{file}: not what --json wrote ({error!r})", exits.USAGE) from error
    return sets


def _lines(sets: tables.Sets, before: tables.Sets, by_rule: bool, markdown: bool) -> Iterator[str]:
    yield from tables.by_field(sets, before, markdown)
    if by_rule:
        yield ""
        yield from tables.by_rule(sets, markdown)


def _tell(one: Evaluated, wrong: bool) -> None:
    if wrong:
        for field, source, sign, what in one.tally.wrong:
            click.echo(safe(f"{sign} {field} · {source} · {_told(what)}"))
    for fault in one.faults:
        click.echo(f"FAULT {safe(fault)}", err=True)
    click.echo(safe(timed(one)), err=True)


def timed(one: Evaluated) -> str:
    """Return what reading the pages took, in words."""
    pages = max(one.figures["documents"], 1)
    return (
        f"{one.name}: {pages} pages in {one.seconds:.1f} s, "
        f"{1000 * one.seconds / pages:.0f} ms a page with {WORKERS} workers"
    )


def _told(what: Any) -> Any:
    if not isinstance(what, dict):
        return what
    return {k: what[k] for k in _TOLD if what.get(k) is not None}
