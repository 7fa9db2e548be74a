"""docs/reliability.md names tests that are there."""

import re
from pathlib import Path

HERE = Path(__file__).parent
DOCUMENT = HERE.parent / "docs" / "reliability.md"


def test_every_test_it_names_is_there_and_every_row_is_named() -> None:
    said = DOCUMENT.read_text(encoding="utf-8")
    sources = "\n".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
    there = set(
        re.findall(
            r"^(?:def |class )?(test_\w+|TestC3\w+)", sources.replace("def ", ""), re.MULTILINE
        )
    )
    named = set(re.findall(r"`(test_\w+|TestC3\w+)`", said))
    assert named - there == set()
    rows = set(re.findall(r"^\| ([A-F][0-9]) \|", said, re.MULTILINE))
    wanted = {f"A{n}" for n in range(1, 10)} | {f"B{n}" for n in range(1, 9)}
    assert wanted | {f"C{n}" for n in range(1, 7)} | {f"F{n}" for n in range(1, 7)} <= rows
    controls = {name for name in there if re.match(r"test_[a-f][0-9]_control", name)}
    assert controls <= named
