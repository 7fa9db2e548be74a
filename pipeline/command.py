"""What `minutebook ingest` says while it works: progress, a summary, and why files were left."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pipeline import exits
from pipeline.engine import schema_of
from pipeline.ingest import Summary, ingest
from pipeline.reading import SCHEMA_VERSION
from pipeline.stop import Stop
from pipeline.terminal import safe
from pipeline.upgrade import told

_EVERY = 5.0  # seconds between plain progress lines
_NAMED = 10  # quarantined files named in the summary

Heard = Callable[[str, str, str | None], None]


def run_ingest(paths: list[str], db: str, council: str | None, workers: int, retry: bool) -> int:
    """Ingest and report on stderr. Returns the exit code of the contract."""
    left: list[tuple[str, str]] = []
    started = time.monotonic()
    try:
        before = schema_of(Path(db))
        with _progress(left) as heard:
            summary = ingest(paths, db, council, workers, retry, progress=heard)
    except Stop as error:
        click.echo(f"minutebook: {safe(error)}", err=True)
        return error.code
    except KeyboardInterrupt:
        click.echo("minutebook: stopped; what was stored stays, run again to go on", err=True)
        return 130
    if before != SCHEMA_VERSION:
        click.echo(told(db, before, hint=True), err=True)
    _report(summary, left, db, time.monotonic() - started)
    return exits.QUARANTINED if left else exits.DONE


def _report(summary: Summary, left: list[tuple[str, str]], db: str, seconds: float) -> None:
    click.echo(
        f"{summary.seen} files seen in {seconds:.1f} s: {summary.inserted} new, "
        f"{summary.updated} updated, {summary.unchanged} unchanged, "
        f"{summary.quarantined} quarantined → {safe(db)}",
        err=True,
    )
    if not left:
        return
    counts = Counter(reason for _, reason in left)
    click.echo("Quarantined: " + ", ".join(f"{n} {r}" for r, n in counts.most_common()), err=True)
    for path, reason in left[:_NAMED]:
        click.echo(f"  {reason:<20}{safe(path)}", err=True)
    if len(left) > _NAMED:
        click.echo(f"  … and {len(left) - _NAMED} more; `minutebook status` lists them", err=True)


@contextmanager
def _progress(left: list[tuple[str, str]]) -> Iterator[Heard]:
    """Yield what hears of each file: a live line on a terminal, a plain one every few seconds.

    Drawn without a thread: the workers are forked from a process that must have none.
    """
    live = sys.stderr.isatty()
    started = last = time.monotonic()
    seen = 0

    def heard(path: str, outcome: str, reason: str | None) -> None:
        nonlocal seen, last
        seen += 1
        if outcome == "quarantined":
            left.append((path, reason or "internal_error"))
        now = time.monotonic()
        if now - last >= (0.2 if live else _EVERY):
            last = now
            rate = seen / max(now - started, 0.001)
            line = f"{seen} files, {rate:.0f} files/s, {len(left)} quarantined"
            click.echo(f"\r{line}\x1b[K" if live else line, err=True, nl=not live)

    yield heard
    if live and last > started:
        click.echo("\r\x1b[K", err=True, nl=False)
