"""Reads a gold folder with today's rules and scores what came out."""

import sqlite3
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluate.answers import check
from pipeline.evaluate.measured import Measured, measured
from pipeline.evaluate.score import score
from pipeline.evaluate.tally import Tally
from pipeline.exits import USAGE
from pipeline.ingest import ingest
from pipeline.stop import Stop

WORKERS = 2


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One gold folder: its figures, every miss and false alarm, what is at fault, the time taken.

    `seconds` is for all pages, from the files to the rows, workers started too.
    """

    name: str
    figures: Measured
    tally: Tally
    faults: list[str]
    seconds: float


def evaluate(folder: Path) -> Evaluated:
    """Score a folder that holds pages/ and answers/. Raises Stop where it does not, or cannot."""
    answers = folder / "answers"
    if not answers.is_dir() or not (folder / "pages").is_dir():
        raise Stop(f"{folder}: no pages/ and answers/ in it (docs/labelling.md)", USAGE)
    check(answers)
    with tempfile.TemporaryDirectory() as scratch:
        db = Path(scratch) / "gold.db"
        started = time.monotonic()
        ingest([str(folder / "pages")], db, workers=WORKERS)
        seconds = time.monotonic() - started
        connection = sqlite3.connect(db)
        connection.row_factory = sqlite3.Row
        try:
            tally, faults = score(connection, answers)
            sources = [row[0] for row in connection.execute("select path from documents")]
        finally:
            connection.close()
    councils = {Path(source).parts[-2] for source in sources if len(Path(source).parts) > 1}
    figures = measured(tally, len(sources), len(councils))
    return Evaluated(folder.resolve().name, figures, tally, faults, seconds)
