"""Supply chain (rows F1 to F3): what is locked, how low it may go, what it is licensed under."""

import importlib.util
import os
import re
import stat
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from pipeline.cli import main

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)
FLOORS = {"pdfminer-six": (20251230,), "dateparser": (1, 4, 1), "pypdf": (7,)}
FREE = re.compile(
    r"MIT|BSD|Apache|MPL|Mozilla|PSF|ISC|Zlib|LGPL|Unlicense|Python|HPND|Public Domain"
    r"|Artistic|not installed here"
)


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pinned(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {re.sub(r"[-_.]+", "-", n).lower(): v for n, v in PINNED.findall(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_f1_every_locked_package_has_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)
    named = [entry for entry in entries if PINNED.match(entry)]
    assert len(named) > 30
    assert [entry.split()[0] for entry in named if "--hash=sha256:" not in entry] == []
    assert len(pinned("requirements.lock")) <= 70


def test_f2_no_locked_version_is_below_its_floor() -> None:
    locked = pinned("requirements.lock")
    for name, floor in FLOORS.items():
        assert tuple(int(n) for n in re.findall(r"[0-9]+", locked[name])) >= floor
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for said in ('"pdfminer.six>=20251230"', '"dateparser>=1.4.1"', '"pypdf>=7"'):
        assert said in declared


def fake(folder: Path, answers: dict[str, str]) -> str:
    """Write a pip-audit that answers what it is told, by what the requirements file holds."""
    tool = folder / "pip-audit"
    cases = "\n".join(
        f"grep -q '{held}' \"$last\" && {{ echo '{said}'; exit 1; }}"
        for held, said in answers.items()
    )
    tool.write_text(f"#!/bin/sh\nfor last; do :; done\n{cases}\necho '{{\"dependencies\": []}}'\n")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    return str(tool)


BAD = '{"dependencies": [{"name": "x", "version": "1", "vulns": [{"id": "CVE-1"}]}]}'
NONE = '{"dependencies": [{"name": "x", "version": "1", "vulns": []}]}'
CANARY, SPACY = "20250506", "^spacy=="


@pytest.mark.parametrize(
    "answers,code,said",
    [
        ({CANARY: NONE}, 2, "NOT AUDITED"),
        ({CANARY: "no network"}, 2, "NOT AUDITED"),
        ({}, 2, "NOT AUDITED"),
        ({CANARY: BAD, SPACY: NONE}, 0, "0 with known vulnerabilities"),
        ({CANARY: BAD, SPACY: BAD}, 1, "CVE-1"),
        ({CANARY: BAD, SPACY: "broken"}, 2, "NOT AUDITED"),
    ],
)
def test_f2_an_audit_that_sees_nothing_does_not_say_clean(
    answers: dict[str, str],
    code: int,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert script("audit").main(fake(tmp_path, answers)) == code
    assert said in capsys.readouterr().out


def test_licences_are_listed_and_free() -> None:
    """Fails when a lock has a package that `make docs` has not listed; versions do not count."""
    said = (ROOT / "docs/licences.md").read_text(encoding="utf-8")
    rows = dict(
        re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+) \| (?:always|with tests) \|$", said, re.MULTILINE)
    )
    assert set(rows) == set(script("licences").locked(LOCKS[0])) | set(
        script("licences").locked(LOCKS[1])
    )
    assert [name for name, licence in rows.items() if not FREE.search(licence)] == []


def test_security_md_names_the_limits_as_they_are() -> None:
    from pipeline.limits import Limits

    said = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for name in Limits.__dataclass_fields__:
        assert f"_{name.upper()}`" in said, name
    most = Limits()
    assert (most.text_bytes >> 20, most.pdf_bytes >> 20, most.memory_bytes >> 30) == (10, 100, 1)
    assert (most.text_seconds, most.pdf_seconds, most.pdf_seconds_cap) == (20, 60, 300)


def test_a_limit_that_is_none_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("a")
    for bad in ("many", "-1", "0", "inf", "nan", "1e99", ""):
        monkeypatch.setenv("MINUTEBOOK_TEXT_SECONDS", bad)
        done = CliRunner().invoke(main, ["ingest", str(tmp_path), "--db", str(tmp_path / "a.db")])
        assert done.exit_code == 2, done.output
        assert "MINUTEBOOK_TEXT_SECONDS" in done.output
    assert not os.path.exists(tmp_path / "a.db")
