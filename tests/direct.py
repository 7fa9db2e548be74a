"""Ingest without worker processes, in a child that may be killed: a fault costs milliseconds.

`run` forks, lets the child ingest with `Direct` in place of the pool, and returns how it ended and
what it said. What a child patches is gone with it.
"""

import gc
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from pipeline import command
from pipeline.ingest import Summary
from tests import fakes

SPINE = sys.modules[Summary.__module__]


class Direct:
    """Runs jobs where it is called, in order."""

    def __init__(self, *_: object) -> None:
        self.work = fakes.work

    def __enter__(self) -> "Direct":
        return self

    def __exit__(self, *_: object) -> None:
        return

    @classmethod
    def __class_getitem__(cls, _: object) -> "type[Direct]":
        return cls

    def run(self, items: Iterator[Any]) -> Iterator[tuple[Any, bytes | None]]:
        for item in items:
            yield item, None if item.job is None else self.work(item.job)


def run(
    folder: Path | list[Path],
    db: Path,
    before: Callable[[], None] = lambda: None,
    output: Path | None = None,
    started: Callable[[int], None] = lambda _: None,
) -> int:
    """Ingest in a child and return its exit code, negative where a signal ended it.

    `before` runs in the child first; what it prints on stderr goes to `output`. `started` is told
    the child's process id.
    """
    folders = [folder] if isinstance(folder, Path) else folder
    warm()
    child = os.fork()
    if child:
        started(child)
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status)
    gc.disable()  # it would copy all that the parent holds, for a child of a moment
    code = 99
    with suppress(BaseException):
        said = os.open(output or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.stdout = sys.stderr = os.fdopen(2, "w")
        try:
            SPINE.supervise.Pool = Direct
            before()
            code = command.run_ingest([str(f) for f in folders], str(db), None, 1, False)
        except BaseException:
            traceback.print_exc()
        sys.stderr.flush()
    os._exit(code)


@cache
def warm() -> None:
    """Ingest once here, so that no child imports or reads vocabularies anew."""
    pool = SPINE.supervise.Pool
    SPINE.supervise.Pool = Direct
    try:
        with tempfile.TemporaryDirectory(prefix="minutebook-test-") as base:
            page = Path(base) / "in" / "a.txt"
            page.parent.mkdir()
            page.write_text("TITLE: Roof\nRESOLVED: That £1 go to Ostler Ltd")
            SPINE.ingest([str(page.parent)], Path(base) / "a.db", workers=1)
    finally:
        SPINE.supervise.Pool = pool


def die_after(statements: int) -> None:
    """Have this process killed before the statement of that number."""
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    from pipeline import book

    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1
        if count > statements:
            os.kill(os.getpid(), signal.SIGKILL)

    made = book._driver

    class Driver:
        """The store's own statements go past SQLAlchemy: they are counted here."""

        def __init__(self, connection: Any) -> None:
            object.__setattr__(self, "driver", made(connection))

        def __setattr__(self, name: str, value: Any) -> None:
            setattr(self.driver, name, value)

        def __getattr__(self, name: str) -> Any:
            if name in ("execute", "executemany"):
                counted()
            return getattr(self.driver, name)

    book._driver = Driver  # type: ignore[assignment]
    event.listen(Engine, "before_cursor_execute", counted)
    event.listen(Engine, "commit", counted)


def without_transactions() -> None:
    """The fault that the kills must find: every statement is kept by itself."""
    from contextlib import nullcontext

    from pipeline import engine
    from pipeline.book import Book

    made = engine._engine

    def open_engine(path: Path, journal: str = "wal", begin: str = "", **more: Any) -> Any:
        return made(path, journal, "", **more)

    engine._engine = open_engine  # type: ignore[assignment]
    Book.transaction = lambda _: nullcontext()  # type: ignore[method-assign,assignment]
    Book._writer = property(lambda book: book._driver)  # type: ignore[method-assign,assignment]
