"""A folder that is there whole or not at all: written beside its place, then renamed into it."""

import ctypes
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.export.choose import CannotExport

PROVENANCE = "provenance.json"


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Yield a new folder that takes the target's place when all has gone well.

    An earlier export there is replaced. Raises CannotExport where the target holds anything else.
    """
    target = target.resolve()
    if not is_free(target):
        raise CannotExport(f"{target}: holds files that no export made; choose another folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part-{secrets.token_hex(4)}")
    part.mkdir()
    try:
        yield part
        _take_place(part, target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def is_free(target: Path) -> bool:
    """Tell whether an export may stand here: nothing does, or an earlier export alone."""
    if not target.exists():
        return True
    if not target.is_dir() or target.is_symlink():
        return False
    found = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    return not found or found <= _listed(target / PROVENANCE)


def _listed(provenance: Path) -> set[str]:
    try:
        files = json.loads(provenance.read_text(encoding="utf-8"))["files"]
        return {str(file["path"]) for file in files} | {PROVENANCE}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _take_place(part: Path, target: Path) -> None:
    """Put a folder in the target's place, its files kept by the disk before they have its name.

    On Linux an earlier export and the new one change places in one step. Elsewhere there is a
    moment between two renames in which a kill leaves the earlier one beside its place.
    """
    for path in (*part.rglob("*"), part):
        _sync(path)
    if not target.exists():
        os.rename(part, target)
    elif not _exchanged(part, target):
        _replace(part, target)
    _sync(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchanged(part: Path, target: Path) -> bool:
    """Let two folders change places, where the system can; tell whether it did."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
    one, other = os.fsencode(part), os.fsencode(target)
    return bool(rename(here, one, here, other, exchange) == 0)


def _replace(part: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}.old-{secrets.token_hex(4)}")
    os.rename(target, old)
    try:
        os.rename(part, target)
    except OSError:
        os.rename(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def measured(file: Path) -> dict[str, object]:
    """Return a file's size and SHA-256, read in pieces."""
    digest = hashlib.sha256()
    with file.open("rb") as source:
        while piece := source.read(1 << 20):
            digest.update(piece)
    return {"bytes": file.stat().st_size, "sha256": digest.hexdigest()}
