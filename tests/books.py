"""Databases for the tests of search, questions and pages: the samples, and one story."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from pipeline.ingest import ingest

ROOT = Path(__file__).resolve().parents[1]


@cache
def folder() -> Path:
    made = Path(tempfile.mkdtemp(prefix="minutebook-tests-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def sample() -> Path:
    """Return a database of data/raw and tests/cases/story, made once a process."""
    pages = folder() / "pages"
    shutil.copytree(ROOT / "data" / "raw", pages)
    shutil.copytree(ROOT / "tests" / "cases" / "story" / "leeds", pages / "leeds")
    ingest([str(pages)], folder() / "sample.db")
    return folder() / "sample.db"
