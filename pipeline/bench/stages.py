"""One file through all stages in this process, each stage timed by CPU."""

import hashlib
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline import wire
from pipeline.book import Book
from pipeline.discover import Loaded, Place, Root
from pipeline.extract import extract
from pipeline.readers import read
from pipeline.store import Arrival, save


class Stages:
    """Reads, extracts, checks and stores files, and keeps the CPU seconds of each stage."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.seconds: defaultdict[str, float] = defaultdict(float)
        with book.transaction():
            row = {"started_at": "2026-01-01T00:00:00Z", "version": "bench", "rules": "bench"}
            counts = dict.fromkeys(("seen", "inserted", "updated", "unchanged", "quarantined"), 0)
            self.run = book.add("runs", [row | counts])[0]

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the CPU time of the block to a stage."""
        started = time.process_time()
        yield
        self.seconds[stage] += time.process_time() - started

    def take(self, name: str, data: bytes) -> None:
        """Do with one file what ingest does, without the worker process."""
        with self.timed("read"):
            document = read(data, name)
        with self.timed("extract"):
            extraction = extract(document)
        with self.timed("hand over"):
            answer = wire.check(wire.encode(document, extraction))
        if not isinstance(answer, wire.Answer):
            raise TypeError(f"{name}: refused: {answer}")
        with self.timed("store"), self.book.transaction():
            place = Place(Root(Path("bench")), (name,), name)
            loaded = Loaded(place, data, hashlib.sha256(data).hexdigest())
            save(self.book, Arrival(loaded, answer, None, "", self.run))
