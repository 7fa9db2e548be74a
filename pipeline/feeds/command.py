"""The command `feed`: its options, and what it says. Imports what it needs itself."""

import sys

import click

from pipeline import exits, faults

NEWS, NOTHING_NEW = exits.DONE, exits.FAILED


@click.command()
@click.argument("searches", type=click.Path())
@click.option("--out", required=True, type=click.Path(), help="The folder of the feeds.")
@click.option("--db", default="data/processed/decisions.db", show_default=True,
              help="The database file.")  # fmt: skip
def feed(searches: str, out: str, db: str) -> None:
    """Write feeds and calendars of saved searches; say what is new since the last run.

    For each search of the YAML file SEARCHES: NAME.atom, NAME.json (JSON Feed) and NAME.ics in
    the folder of --out, where state.json remembers what was seen. Fit for cron: it prints a line
    only for a search with news. Needs the extra `feeds`; docs/feeds.md shows a file of searches.

    Exit code 0 where there is news, 1 where there is none, others as everywhere.

    \b
    Example:
      minutebook feed searches.yaml --out feeds && echo news
    """
    sys.exit(run_feed(searches, out, db))


def run_feed(searches: str, out: str, db: str) -> int:
    """Write the feeds and print what is new. Returns the exit code."""
    import sqlite3
    from contextlib import closing
    from pathlib import Path

    from pipeline.reading import CannotRead, connect

    try:
        from pipeline.feeds.feed import feed as write
        from pipeline.feeds.searches import CannotFeed, read
    except ModuleNotFoundError as error:
        extra = "python -m pip install 'minutebook[feeds]'"
        return _failed(f"feed needs the extra `feeds` ({error.name} is missing): {extra}", 2)
    try:
        plan = read(Path(searches))
        with closing(connect(db)) as connection:
            told = write(connection, plan, Path(out))
    except (CannotRead, CannotFeed) as error:
        return _failed(str(error), error.code)
    except (OSError, sqlite3.Error) as error:
        return _failed(f"{out}: {faults.said(error)}", exits.IO)
    for news in told:
        if news.new:
            click.echo(f"{news.name}: {news.new} new")
        if news.is_cut:
            click.echo(f"{news.name}: finds too much; only the newest were looked at", err=True)
    return NEWS if any(news.new for news in told) else NOTHING_NEW


def _failed(message: str, code: int) -> int:
    from pipeline.terminal import safe

    click.echo(f"minutebook: {safe(message)}", err=True)
    return code
