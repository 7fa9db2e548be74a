"""`minutebook history` and `diff`: what a page said before, and since when."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.history import compared
from tests.test_store import PAGE, Desk

KEY, DECISION = "leeds/file/a.txt", "leeds/file/a.txt#at1"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A page that changed twice, was told apart by council, and is gone."""
    made = Desk(tmp_path)
    for pence in (5, 7, 9):
        made.write(a=PAGE.format(pence) + "SUPPLIER: Oak Ltd\n")
        made.ingest()
    made.ingest(council="leeds")
    for n in range(1, 5):  # four days
        made.do(f"UPDATE runs SET started_at = '2026-03-0{n}T10:00:00Z' WHERE id = {n}")
    return made


def said(desk: Desk, *arguments: str) -> str:
    done = CliRunner().invoke(main, [*arguments, "--db", str(desk.db)])
    assert done.exit_code == 0, done.output
    return done.output


def as_json(desk: Desk, *arguments: str) -> dict[str, Any]:
    found = json.loads(said(desk, *arguments, "--json"))
    assert isinstance(found, dict)
    return found


def test_history_tells_versions_with_their_days(desk: Desk) -> None:
    told = said(desk, "history", KEY)
    assert "first seen 2026-03-01, last changed 2026-03-04" in told
    assert "1  2026-03-01 to 2026-03-02  104 characters" in told
    assert "2  2026-03-02 to 2026-03-03  104 characters" in told
    assert "Run 2, 2026-03-02: the page changed" in told
    assert "text: “That £5 be spent” → “That £7 be spent”" in told
    assert "Run 4, 2026-03-04: its council was corrected" in told
    assert "gone since" not in told


def test_a_council_that_is_corrected_renames_no_row(desk: Desk) -> None:
    changes = as_json(desk, "diff", KEY)["changes"]
    assert [(c["table"], c["column"], c["old"], c["new"]) for c in changes] == [
        ("documents", "key", "-/file/a.txt", KEY)
    ]


def test_each_value_says_since_when_it_stood(desk: Desk) -> None:
    changes = as_json(desk, "history", KEY)["changes"]
    texts = [c for c in changes if (c["table"], c["column"]) == ("resolutions", "text")]
    assert [(c["old_from"][:10], c["at"][:10]) for c in texts] == [
        ("2026-03-01", "2026-03-02"), ("2026-03-02", "2026-03-03"),
    ]  # fmt: skip


def test_diff_shows_one_run_with_the_lines_of_the_text(desk: Desk) -> None:
    told = said(desk, "diff", KEY, "--run", "3")
    assert "-RESOLVED: That £7 be spent" in told
    assert "+RESOLVED: That £9 be spent" in told
    assert "£5" not in told
    found = as_json(desk, "diff", KEY, "--run", "2")
    assert found["causes"] == ["text"]
    assert found["text"] == [
        "@@ -3 +3 @@", "-RESOLVED: That £5 be spent", "+RESOLVED: That £7 be spent",
    ]  # fmt: skip
    assert "nothing has changed in run 1" in said(desk, "diff", KEY, "--run", "1")


def test_a_decision_has_its_own_changes_alone(desk: Desk) -> None:
    found = as_json(desk, "history", DECISION)
    assert found["document"] == KEY
    assert {c["run"] for c in found["changes"]} == {2, 3}
    assert all(c["row"].split(" | ")[0] == "#at1" for c in found["changes"])


def test_a_file_that_is_gone_says_since_when(desk: Desk) -> None:
    (desk.pages / "a.txt").unlink()
    desk.ingest(council="leeds")
    desk.do("UPDATE runs SET started_at = '2026-03-05T10:00:00Z' WHERE id = 5")
    assert "a.txt  (gone since 2026-03-05)" in said(desk, "history", KEY)
    assert as_json(desk, "history", KEY)["addresses"][0]["gone"].startswith("2026-03-05")


def test_a_page_that_never_changed(desk: Desk) -> None:
    desk.write(b="a page of no kind")
    desk.ingest()
    assert "nothing has changed" in said(desk, "diff", "-/file/b.txt")
    assert as_json(desk, "history", "-/file/b.txt")["changes"] == []


def test_an_unknown_key_is_said_and_fails(desk: Desk) -> None:
    for command in ("history", "diff"):
        done = CliRunner().invoke(main, [command, "leeds/none", "--db", str(desk.db)])
        assert done.exit_code == 1
        assert "leeds/none" in done.output


def test_a_page_cannot_speak_to_the_terminal(desk: Desk) -> None:
    desk.write(c="TITLE: a\x1b[2Jb\nRESOLVED: That \x1b]0;x\x07 be\n")
    desk.ingest()
    desk.write(c="TITLE: a\x1b[2Jc\nRESOLVED: That \x1b]0;y\x07 be\u202e\n")
    desk.ingest()
    for command in ("history", "diff"):
        told = said(desk, command, "-/file/c.txt")
        assert "\x1b" not in told
        assert "\u202e" not in told
        assert "\\x1b" in told


def test_long_texts_are_compared_from_both_ends() -> None:
    lines = [str(n) for n in range(9_000)]
    changed = [*lines[:10], "new", *lines[10:20], "other", *lines[25:]]
    (line,) = compared("\n".join(lines), "\n".join(changed))
    assert line.startswith("@@ -11,15 +11,12 @@")
    assert compared("\n".join(lines), "\n".join([*lines, "more"]))[0].startswith(
        "@@ -9001,0 +9001,1"
    )
    shuffled = random.Random(1).sample(lines, len(lines))
    assert len(compared("\n".join(lines), "\n".join(shuffled))) == 1
