"""The command line. Every command imports what it needs itself, so that `search` starts fast."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from pipeline import exits, faults
from pipeline.export.cli import export
from pipeline.feeds.command import feed

DEFAULT_DB = "data/processed/decisions.db"
_db = click.option("--db", default=DEFAULT_DB, show_default=True, help="The database file.")


def _readable(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command a read-only connection for its --db; say plainly why there is none."""

    @wraps(command)
    def run(db: str, **options: Any) -> None:
        import sqlite3

        from pipeline.reading import CannotRead, connect

        try:
            connection = connect(db)
        except CannotRead as error:
            _fail(str(error), error.code)
        try:
            command(connection, **options)
        except sqlite3.Error as error:
            _fail(f"{db}: {faults.said(error)}", exits.IO)
        finally:
            connection.close()

    return run


def _fail(message: str, code: int) -> None:
    from pipeline.terminal import safe

    click.echo(f"minutebook: {safe(message)}", err=True)
    sys.exit(code)


def _day(_: click.Context, __: click.Parameter, said: str | None) -> str | None:
    """Refuse what is no day: compared as words, it would find nothing and say so."""
    from pipeline.days import is_day, wrong_day

    if said and not is_day(said):
        raise click.BadParameter(wrong_day(said))
    return said


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="minutebook")
def main() -> None:
    """Read what UK councils decided: pages and papers in, records with their evidence out.

    \b
    Example:
      minutebook ingest data/raw
      minutebook search "leisure contract" --from 2024-01-01
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@_db
@click.option("--council", help="Council of all the files: name, slug or code.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
@click.option("--retry", is_flag=True, help="Try quarantined files again.")
def ingest(paths: tuple[str, ...], db: str, council: str | None, workers: int, retry: bool) -> None:
    """Read files and folders into the database.

    \b
    Example:
      minutebook ingest ~/downloads/lancashire --council lancashire
    """
    from pipeline.command import run_ingest

    sys.exit(run_ingest(list(paths), db, council, workers, retry))


@main.command()
@click.argument("words", nargs=-1)
@_db
@click.option("--council", help="Only this council: part of its name, slug or code.")
@click.option("--supplier", help="Only resolutions and decisions that name this supplier.")
@click.option("--from", "since", callback=_day, help="Decided on or after this ISO date.")
@click.option("--to", "until", callback=_day, help="Decided on or before this ISO date.")
@click.option("--action", help="Only resolutions with this action, such as award or note.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    help="Only resolutions whose rule and action are right this often (docs/accuracy.md).",
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 10_000))
@click.option("--json", "as_json", is_flag=True, help="JSON lines on stdout.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on stdout.")
@_readable
def search(
    connection: Any, words: tuple[str, ...], as_json: bool, as_csv: bool, **rest: Any
) -> None:
    """Search what was decided. "A phrase", OR, -without and prefix* work.

    \b
    Example:
      minutebook search "waste contract" --supplier veolia --json
    """
    from pipeline import find, found

    if rest["min_confidence"] is not None and not find.is_rated(connection):
        _fail("no confidence in this database yet; `minutebook ingest` copies it in", exits.FAILED)
    entries = find.search(connection, find.Wanted(words=" ".join(words), **rest))
    for line in found.lines(entries, "json" if as_json else "csv" if as_csv else "plain"):
        click.echo(line)
    if not entries:
        click.echo("nothing found", err=True)


# A page whose council is not known has a key that begins like an option: "-/file/page.txt".
@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("key")
@_db
@click.option("--verbose", is_flag=True, help="Also how far each fact can be trusted.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON: the rows as they are.")
@_readable
def show(connection: Any, key: str, verbose: bool, as_json: bool) -> None:
    """Show a decision, document or matter by its key, every value with its words.

    \b
    Example:
      minutebook show KEY     (search prints the keys)
    """
    from pipeline import show as shown
    from pipeline import show_json

    if as_json:
        said = show_json.as_json(connection, key, verbose)
    else:
        said = "\n".join(shown.show(connection, key, verbose))
    if not said:
        _fail(f"no decision, document or matter has the key {key}", exits.FAILED)
    click.echo(said)


@main.command()
@_db
@_readable
def status(connection: Any) -> None:
    """Tell what the database holds: coverage, issues, quarantine.

    \b
    Example:
      minutebook status --db data/processed/decisions.db
    """
    from pipeline.status import status as lines_of

    click.echo("\n".join(lines_of(connection)))


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("key")
@_db
@click.option("--json", "as_json", is_flag=True, help="One line of JSON on stdout.")
@_readable
def history(connection: Any, key: str, as_json: bool) -> None:
    """Tell what became of a document or decision: when it was seen, and all that changed.

    \b
    Example:
      minutebook history KEY     (search prints the keys)
    """
    from pipeline import history as past

    found = past.history(connection, key)
    if found is None:
        _fail(f"no decision or document has the key {key}", exits.FAILED)
    else:
        click.echo(past.as_json(found) if as_json else "\n".join(past.told(found)))


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("key")
@_db
@click.option("--run", type=int, help="What this run changed; by default the last that did.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON on stdout.")
@_readable
def diff(connection: Any, key: str, run: int | None, as_json: bool) -> None:
    """Show what changed in a document or decision, field by field and line by line.

    \b
    Example:
      minutebook diff KEY --run 3     (history lists the runs)
    """
    from pipeline import history as past

    found = past.difference(connection, key, run)
    if found is None:
        _fail(f"no decision or document has the key {key}", exits.FAILED)
    else:
        click.echo(past.as_json(found) if as_json else "\n".join(past.differs(found)))


@main.command()
@click.argument("file", required=False, type=click.Path())
@_db
@click.option("--repair-index", is_flag=True, help="Make the search index anew first.")
def check(file: str | None, db: str, repair_index: bool) -> None:
    """Prove a database whole: pages, references, quotes, keys, history, search index.

    Exit code 1 where anything is wrong; nothing is ever changed but, on request, the search index,
    which is made from the rows.

    \b
    Example:
      minutebook check data/processed/decisions.db
    """
    from pipeline.check_command import run_check

    sys.exit(run_check(file or db, repair_index))


@main.command()
@_db
@click.option("--backup", type=click.Path(), help="Keep a copy of the database as it was here.")
def upgrade(db: str, backup: str | None) -> None:
    """Bring a database of an older Minutebook up to date, every row and key kept.

    All of it happens in one transaction: if it is stopped, the database is as it was. `ingest`
    does the same by itself.

    \b
    Example:
      minutebook upgrade --db data/processed/decisions.db --backup decisions-before.db
    """
    from pipeline.upgrade import run_upgrade

    sys.exit(run_upgrade(db, backup))


@main.command()
@click.argument("file", type=click.Path())
@_db
def companies(file: str, db: str) -> None:
    """Give suppliers their company numbers, from Companies House's free CSV.

    FILE is "Basic Company Data" of Companies House, whole or in parts, unpacked. A number is given
    only where a supplier's name, legal form and all, is the name of one company and no other.

    \b
    Example:
      minutebook companies BasicCompanyDataAsOneFile-2026-01-01.csv
    """
    from pipeline.companies import run_companies

    sys.exit(run_companies(file, db))


@main.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": True})
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED)
@_db
@click.option("--limit", default=1000, show_default=True, type=click.IntRange(1, 1_000_000))
@click.option("--json", "as_json", is_flag=True, help="JSON lines on stdout.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on stdout.")
@click.option("--sql", is_flag=True, help="Print the question's SQL instead.")
def ask(name: str | None, parameters: tuple[str, ...], db: str, sql: bool, **options: Any) -> None:
    """Ask a question that has a name; without one, list the questions and their parameters.

    \b
    Example:
      minutebook ask supplier-resolutions --supplier veolia --csv
    """
    from pipeline import ask as asking

    if name is None:
        click.echo("\n".join(asking.listed()))
        return
    try:
        question, given = asking.asked(name, parameters)
    except asking.CannotAsk as error:
        _fail(str(error), exits.USAGE)
    if sql:
        click.echo(question.sql.strip())
        return
    _answer(question=question, given=given, db=db, **options)


@_readable
def _answer(
    connection: Any, question: Any, given: Any, limit: int, as_json: bool, as_csv: bool
) -> None:
    from pipeline import ask as asking

    found = asking.answer(connection, question, given, limit)
    for line in asking.lines(found, "json" if as_json else "csv" if as_csv else "plain"):
        click.echo(line)


@main.command()
@click.argument("db", default=DEFAULT_DB, type=click.Path())
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535))
@click.option("--open", "opened", is_flag=True, help="Open it in the browser.")
@click.option("--with-contacts", is_flag=True, help="Show e-mail addresses and phone numbers.")
@click.option("--published", is_flag=True, help="A copy that nobody writes to (faster).")
def serve(db: str, port: int, opened: bool, with_contacts: bool, published: bool) -> None:
    """Show the database in a browser, on this machine only (needs the extra `web`).

    \b
    Example:
      minutebook serve --open
    """
    from pipeline.reading import CannotRead, connect

    try:
        connect(db).close()
        from pipeline.web.server import CannotServe
        from pipeline.web.server import serve as run
    except CannotRead as error:
        _fail(str(error), error.code)
    except ModuleNotFoundError as error:
        extra = "python -m pip install 'minutebook[web]'"
        _fail(f"serve needs the extra `web` ({error.name} is missing): {extra}", exits.USAGE)
    try:
        run(db, port=port, opened=opened, contacts=with_contacts, immutable=published)
    except CannotServe as error:
        _fail(str(error), exits.IO)


@main.command()
@click.argument("table", required=False)
@click.option("--markdown", is_flag=True, help="As docs/data-dictionary.md holds it.")
def schema(table: str | None, markdown: bool) -> None:
    """Print the data dictionary: every table and column with its meaning.

    \b
    Example:
      minutebook schema savings
    """
    from pipeline import dictionary

    lines = list(dictionary.markdown() if markdown else dictionary.plain(table))
    if not lines:
        _fail(f"no table {table}", exits.USAGE)
    click.echo("\n".join(lines).rstrip("\n"))


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False))
@click.option("--by-rule", is_flag=True, help="Also what each rule gave, and how much was right.")
@click.option("--against", type=click.Path(), help="Changes since an earlier --json, a file.")
@click.option("--wrong", is_flag=True, help="List every miss (-) and every false alarm (+).")
@click.option("--markdown", is_flag=True, help="Markdown tables.")
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
def evaluate(gold: tuple[str, ...], **options: Any) -> None:
    """Score pages whose answers are known, field by field; several folders side by side.

    \b
    Example:
      minutebook evaluate tests/gold --wrong
    """
    from pipeline.evaluate.command import evaluate as run

    sys.exit(run(gold, **options))


main.add_command(export)
main.add_command(feed)

if __name__ == "__main__":
    main()
