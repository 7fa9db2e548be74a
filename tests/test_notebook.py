"""The notebook runs as it stands and answers all four questions on the samples."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import books

NOTEBOOK = books.ROOT / "notebooks" / "four-questions.py"


def run(db: Path, out: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(NOTEBOOK), str(db), str(out)], capture_output=True, text=True
    )


def test_the_notebook_answers(tmp_path: Path) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    pytest.importorskip("matplotlib", reason="matplotlib is not installed")
    before = books.sample().read_bytes()
    done = run(books.sample(), tmp_path / "out")
    assert done.returncode == 0, done.stderr
    for said in ("£275,000", "Council tax collected", "Marlpit Highways plc", "carried"):
        assert said in done.stdout, said
    counts = [int(word) for word in done.stdout.splitlines()[-1].split() if word.isdigit()]
    assert len(counts) == 4
    assert min(counts) > 0
    drawn = {path.stem: path.read_text() for path in (tmp_path / "out").iterdir()}
    assert set(drawn) == {"savings", "missed", "awards", "votes"}
    assert all(picture.startswith("<?xml") for picture in drawn.values())
    assert books.sample().read_bytes() == before
    again = run(books.sample(), tmp_path / "again")
    assert again.stdout == done.stdout
    assert {p.stem: p.read_text() for p in (tmp_path / "again").iterdir()} == drawn


def test_the_notebook_is_in_percent_format() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    assert "format_name: percent" in text
    assert text.count("\n# %%") == 11
    compile(text, str(NOTEBOOK), "exec")
