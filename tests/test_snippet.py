"""Passages that a search shows: no figure is shown as whole of which a part was cut off."""

import re
import sqlite3

import pytest

from pipeline.ingest import ingest
from pipeline.snippet import bare, snippets
from pipeline.terminal import CLOSE, OPEN

FIGURES = ("£3.46 million", "£1,204,600", "86.5%", "2,750 tonnes")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    """Return a database in which figures stand at every distance before and after "harbour"."""
    folder = tmp_path_factory.mktemp("in") / "leeds"
    folder.mkdir()
    for n in range(30, 48):
        far = " ".join(f"word{chr(97 + i % 26)}" for i in range(n))
        for i, figure in enumerate(FIGURES):
            lines = (f"harbour {far} {figure} {far}", f"{far} {figure} {far} harbour")
            said = "\n".join(f"RESOLVED: {line}" for line in lines)
            (folder / f"{n}-{i}.txt").write_text(f"TITLE: Quays\n{said}\n", encoding="utf-8")
    file = folder.parent / "a.db"
    ingest([str(folder)], file, workers=1, target="tests.fakes:work")
    return sqlite3.connect(file)


def shown(db: sqlite3.Connection, query: str) -> list[str]:
    rows = [row for (row,) in db.execute("select id from search_rows where resolution_id > 0")]
    found = snippets(db, query, rows)
    assert len(found) == len(rows) == 2 * 18 * len(FIGURES)
    return list(found.values())


def test_a_figure_that_was_cut_is_left_out(db: sqlite3.Connection) -> None:
    said = shown(db, '"harbour"')
    whole = re.compile("|".join(map(re.escape, FIGURES)))
    for words in said:
        assert f"{OPEN}harbour{CLOSE}" in words
        left = whole.sub("", bare(words))
        assert not re.search("[0-9]", left), words
    assert any(whole.search(bare(words)) for words in said)  # some are not cut


def test_without_this_parts_would_be_shown(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.snippet._CUT_FIGURE", re.compile("(?!)"))
    parts = {m[0] for words in shown(db, '"harbour"') for m in re.finditer(r"\S+…\Z", bare(words))}
    assert {"£3…", "£1…", "£1,204…"} & parts


def test_a_figure_that_was_searched_for_is_kept(db: sqlite3.Connection) -> None:
    rows = [row for (row,) in db.execute("select id from search_rows where resolution_id > 0")]
    found = snippets(db, '"204"', rows)
    assert found
    assert all(f"{OPEN}204{CLOSE}" in words for words in found.values())
