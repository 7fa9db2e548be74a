"""What the papers for analysts and researchers show is run: SQL, Python and commands."""

import re
import shlex
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from tests import books

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAPERS = ("analysts", "researchers")
NEEDS = ("pandas", "duckdb", "pyarrow")


def blocks(paper: str, *kinds: str) -> list[tuple[str, str]]:
    text = (books.ROOT / "docs" / f"{paper}.md").read_text(encoding="utf-8")
    return [(kind, said) for kind, said in BLOCK.findall(text) if kind in kinds]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with the samples, read and unread, as a reader of the papers would."""
    (tmp_path / "data" / "processed").mkdir(parents=True)
    shutil.copy(books.sample(), tmp_path / "data" / "processed" / "decisions.db")
    shutil.copytree(books.ROOT / "data" / "raw", tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("paper", PAPERS)
def test_every_query_answers(paper: str) -> None:
    db = sqlite3.connect(f"file:{books.sample()}?mode=ro", uri=True)
    found = blocks(paper, "sql")
    assert len(found) >= 2
    for _, sql in found:
        rows = db.execute(sql).fetchall()
        assert rows, sql
        assert any(value is not None for value in rows[0]), sql
    db.close()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_command_and_program_runs(
    here: Path, paper: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in NEEDS:
        pytest.importorskip(name, reason=f"{name} is not installed")
    space: dict[str, object] = {}
    ran = 0
    for kind, said in blocks(paper, "sh", "python"):
        if kind == "python":
            exec(compile(said, f"{paper}.md", "exec"), space)
            ran += 1
        for line in said.splitlines() if kind == "sh" else ():
            program, *words = shlex.split(line)
            if program == "minutebook":
                done = CliRunner().invoke(main, words, catch_exceptions=False)
                assert done.exit_code == 0, (line, done.output)
                assert done.output, line
                ran += 1
    assert ran >= 3
    if paper == "analysts":
        assert "achieved" in capsys.readouterr().out
    else:
        assert (here / "dataset" / "datapackage.json").is_file()


def test_the_readme_shows_evidence_with_its_second_command(here: Path) -> None:
    text = (books.ROOT / "README.md").read_text(encoding="utf-8")
    make, show = BLOCK.findall(text)[0][1].splitlines()
    assert make.startswith("make ingest ")
    program, *words = shlex.split(show, comments=True)
    assert program == ".venv/bin/minutebook"
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert "“£7,284,500” (" in done.output


def test_the_papers_name_what_is_there() -> None:
    for paper in PAPERS:
        text = (books.ROOT / "docs" / f"{paper}.md").read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert (books.ROOT / "docs" / target).exists(), target


NOTEBOOK = books.ROOT / "notebooks" / "four-questions.py"


def test_the_notebook_runs_cell_by_cell(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    jupytext = pytest.importorskip("jupytext", reason="jupytext is not installed")
    pytest.importorskip("matplotlib", reason="matplotlib is not installed")
    pytest.importorskip("pandas", reason="pandas is not installed")
    (here / "notebooks").mkdir()
    monkeypatch.chdir(here / "notebooks")  # where Jupyter stands
    monkeypatch.setattr(sys, "argv", ["kernel", "-f", "connection.json"])
    cells = jupytext.read(NOTEBOOK)["cells"]
    assert [c["cell_type"] for c in cells].count("markdown") == 5
    space: dict[str, object] = {}
    for number, cell in enumerate(cells):
        if cell["cell_type"] == "code":
            exec(compile(cell["source"], f"cell {number}", "exec"), space)
    counted = capsys.readouterr().out.splitlines()[-1]
    assert re.fullmatch(
        r"[1-9]\d* savings, [1-9]\d* missed, [1-9]\d* awards, [1-9]\d* votes", counted
    )
    assert len(list((here / "notebooks" / "out").glob("*.svg"))) == 4
