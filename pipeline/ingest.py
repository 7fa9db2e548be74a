"""From disk to database, on one screen.

Every file ends as a document (new, changed or as it was) or as a row of `quarantine` with its
reason; one transaction for each. Then what belongs to several documents is made anew.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy.exc import DataError, IntegrityError

from pipeline import (
    councils,
    discover,
    identity,
    limits,
    released,
    removals,
    removals_stored,
    settle,
    supervise,
    trained,
    wire,
)
from pipeline.book import Book
from pipeline.derive import name_rulings
from pipeline.derive.run import derive
from pipeline.discover import Loaded, Refusal
from pipeline.engine import opened
from pipeline.exits import USAGE
from pipeline.stop import Stop
from pipeline.store import Arrival, save
from pipeline.worker import Job

Progress = Callable[[str, str, str | None], None]  # path, what became of it, why


@dataclass(slots=True)
class Summary:
    """How many files there were and what became of them; `quarantined` counts old ones too."""

    seen: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    quarantined: int = 0

    def count(self, outcome: str) -> None:
        """Count one file. Raises AttributeError for an outcome that is not a column."""
        self.seen += 1
        setattr(self, outcome, getattr(self, outcome) + 1)


@dataclass(frozen=True, slots=True)
class _Item:
    """A file on its way: with a job where it must be read, else with what became of it."""

    loaded: Loaded
    job: Job | None
    inputs: str
    folder: str | None
    settled: str = ""


def ingest(
    paths: list[str],
    db: str | Path,
    council: str | None = None,
    workers: int = 2,
    retry: bool = False,
    progress: Progress | None = None,
    most: limits.Limits | None = None,
    target: str = supervise.TARGET,
) -> Summary:
    """Read files and folders into a database and return what became of them.

    `progress` hears of each file: its path, inserted | updated | unchanged | quarantined, and a
    quarantine's reason. `most` are the limits of one file, `target` the function that workers
    run. Raises Stop with an exit code where the run cannot go on; what was stored stays.
    """
    most = most or _limits()
    option = councils.chosen(council)
    removed = removals.beside(db)
    roots = discover.roots(paths, councils.is_slug)
    with opened(db) as connections, supervise.Pool[_Item](workers, most, target) as pool:
        run = _Run(Book(*connections), option, council, retry, most, removed, own_files(db))
        for item, outcome in pool.run(run.items(roots)):
            done, why = run.take(item, outcome)
            run.summary.count(done)
            if progress:
                progress(item.loaded.place.path, done, why)
        run.finish(roots)
    return run.summary


def own_files(db: str | Path) -> frozenset[str]:
    """Return a database's own files and the lists beside it, which are no input to it."""
    path = Path(db).absolute()
    folder = path.parent.resolve()
    names = [path.name + end for end in ("", "-wal", "-shm", "-journal", ".lock", ".part")]
    return frozenset(str(folder / n) for n in (*names, removals.FILE, name_rulings.FILE))


def _limits() -> limits.Limits:
    try:
        trained.are_on()  # the setting is sound
        return limits.from_environment()
    except ValueError as error:
        raise Stop(str(error), USAGE) from error


class _Run:
    """One ingest: what it was told, and the row of `runs` it writes."""

    def __init__(
        self,
        book: Book,
        option: councils.Council | None,
        said: str | None,
        retry: bool,
        most: limits.Limits,
        removed: removals.Removals = removals.NONE,
        own: frozenset[str] = frozenset(),
    ) -> None:
        self.removed, self.own = removed, own
        self.book, self.option, self.said = book, option, said
        self.retry, self.limits = retry, most
        self.summary = Summary()
        if removed:  # what goes is written over with zeros
            book.connection.exec_driver_sql("PRAGMA secure_delete = on")
            book.connection.rollback()
        with book.transaction():
            last = book.ask("SELECT finished_at, rules, rulings FROM runs ORDER BY id DESC LIMIT 1")
            killed = bool(last) and last[0].finished_at is None
            known = (identity.rules(), name_rulings.of(book).mark or None)
            self.removing = bool(removed) and (killed or removals_stored.is_new(book, removed))
            self.stale = killed or (bool(last) and (last[0].rules, last[0].rulings) != known)
            row = {"started_at": _now(), "version": version("minutebook"), **_none()}
            self.id = book.add("runs", [row | {"rules": known[0], "rulings": known[1]}])[0]
            book.close_run(self.id)

    def items(self, roots: list[discover.Root]) -> Iterator[_Item]:
        """Yield every file, read; those that are as they were, or refused, without a job."""
        for found in discover.walk(roots):
            if (found[0] if isinstance(found, tuple) else found).actual in self.own:
                continue
            if isinstance(found, tuple):
                yield _Item(Loaded(found[0], refusal=found[1]), None, "", None)
                continue
            yield self._item(discover.load(found, self.limits))

    def _item(self, loaded: Loaded) -> _Item:
        folder = councils.folder_of(loaded.place.parts)
        inputs = identity.inputs(self.said, loaded.told, folder) + self.removed.mark
        if loaded.refusal:
            return _Item(loaded, None, inputs, folder)
        path, sha256 = loaded.place.path, loaded.sha256 or ""
        if settle.is_known(self.book, path, sha256, inputs):
            return _Item(Loaded(loaded.place), None, inputs, folder, "unchanged")
        if not self.retry and (old := settle.held(self.book, path, sha256, identity.rules())):
            return _Item(Loaded(loaded.place), None, inputs, folder, old)
        url = dict(loaded.told).get("url")
        return _Item(loaded, Job(path, loaded.data, url), inputs, folder)

    def take(self, item: _Item, outcome: supervise.Outcome) -> tuple[str, str | None]:
        """Store what became of a file; return it in a word, with the reason of a refusal."""
        if item.settled == "unchanged":
            settle.met_again(self.book, item.loaded.place)
            return "unchanged", None
        if item.settled:
            return "quarantined", item.settled
        answer, refusal = _judged(item, outcome)
        if answer is not None:
            try:
                with self.book.transaction():
                    done = self._save(self._arrival(item, answer))
                self.stale = self.stale or done != "unchanged"
                return done, None
            except (IntegrityError, DataError) as error:  # rows that contradict each other
                refusal = Refusal("store", "internal_error", str(error.orig))
        with self.book.transaction():
            return "quarantined", self._refuse(item, refusal)

    def _save(self, new: Arrival) -> str:
        """Store what of a document may be kept; one that is kept out is as if it were not there."""
        slug = new.council["slug"] if new.council else None
        key = identity.document_key(slug, new.answer.page_id, new.path)
        left = removals.kept(new.answer, key, self.removed)
        if left is None:
            return "updated" if removals_stored.drop(self.book, key) else "unchanged"
        return save(self.book, replace(new, answer=left))

    def _arrival(self, item: _Item, answer: wire.Answer) -> Arrival:
        told = item.loaded.told
        verdict = councils.decide(self.option, told, item.folder, answer.council)
        if verdict.issue:
            answer.issues.append(verdict.issue)
        return Arrival(item.loaded, answer, verdict.council, item.inputs, self.id)

    def _refuse(self, item: _Item, refusal: Refusal | None) -> str:
        refusal = refusal or Refusal("store", "internal_error")
        verdict = councils.decide(self.option, item.loaded.told, item.folder, None)
        settle.quarantine(self.book, item.loaded, refusal, verdict.council, self.id)
        return refusal.reason

    def finish(self, roots: list[discover.Root]) -> None:
        """Note files that are gone, derive where anything changed, and close the run's row."""
        with self.book.transaction():
            moved = settle.note_missing(self.book, roots, self.id)
            if self.removing:
                removals_stored.take_out(self.book, self.removed)
            if self.stale or moved or self.removing:
                derive(self.book)
            released.sync(self.book)
            counts = {name: getattr(self.summary, name) for name in _none()}
            self.book.seal()
            self.book.close_run(self.id, finished_at=_now(), **counts)


def _judged(item: _Item, outcome: supervise.Outcome) -> tuple[wire.Answer | None, Refusal | None]:
    """Return a worker's answer where it holds, else why there is none."""
    if item.loaded.refusal:
        return None, item.loaded.refusal
    if outcome is None or isinstance(outcome, Refusal):
        return None, outcome
    try:
        said = wire.check(outcome)
    except wire.Untrue as error:
        return None, Refusal("extract", "internal_error", str(error))
    return (said, None) if isinstance(said, wire.Answer) else (None, Refusal(*said))


def _none() -> dict[str, int]:
    return {"seen": 0, "inserted": 0, "updated": 0, "unchanged": 0, "quarantined": 0}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
