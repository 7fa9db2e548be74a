"""Writes docs/licences.md: what the locked packages are licensed under, by their own metadata."""

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
HEAD = """# Licences of what Minutebook stands on

Made by `make docs` from the metadata of the installed packages; Minutebook itself is MIT. Versions
are in the locks. "With tests" packages are needed for tests, style and types alone.

| Package | Licence | Needed |
|---|---|---|
"""


def locked(name: str) -> list[str]:
    """Return the packages of a lock, normalised and sorted."""
    said = _LOCKED.findall((ROOT / name).read_text(encoding="utf-8"))
    return sorted({re.sub(r"[-_.]+", "-", found).lower() for found in said})


def licence(package: str) -> str:
    """Return a package's licence as its metadata says it; "not installed here" where it is not."""
    try:
        told = metadata(package)
    except PackageNotFoundError:
        return "not installed here"
    classes = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or [] if "License" in c]
    classes = [c for c in classes if c != "OSI Approved"]
    said = told.get("License-Expression") or ", ".join(classes) or told.get("License") or ""
    plain = " ".join(said.split())
    return plain[:80] if plain else "not stated"


def document() -> str:
    """Return the whole document."""
    base = locked("requirements.lock")
    more = [name for name in locked("requirements-dev.lock") if name not in base]
    rows = [f"| {name} | {licence(name)} | always |" for name in base]
    rows += [f"| {name} | {licence(name)} | with tests |" for name in more]
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    (ROOT / "docs/licences.md").write_text(document(), encoding="utf-8")
    sys.exit(0)
