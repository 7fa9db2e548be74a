"""Finds the files: a sorted walk that follows no link, and safe reading of one file's bytes."""

import errno
import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from pathlib import Path

from pipeline.exits import IO, USAGE
from pipeline.limits import Limits, is_pdf
from pipeline.paths import actual, shown
from pipeline.stop import Stop

SIDECAR = ".json"  # page.html.json may say where page.html came from
_SIDECAR_KEYS = ("url", "council", "retrieved")
_SIDECAR_BYTES = 65_536
_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_HEAD = 1024


@dataclass(frozen=True, slots=True)
class Root:
    """A folder that paths are counted from, and the part of it that was asked for."""

    folder: Path
    below: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the folder as the database keeps it."""
        return shown(str(self.folder))


@dataclass(frozen=True, slots=True)
class Place:
    """A file that was found: its path under the root as shown, and where it really is."""

    root: Root
    parts: tuple[str, ...]
    actual: str
    sidecar: str | None = None

    @property
    def path(self) -> str:
        """Return the path under the root, POSIX, NFC, printable."""
        return "/".join(self.parts)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file gives no document: words of the closed lists, and more in words."""

    stage: str
    reason: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file's bytes with their hash and what its sidecar says, or why it was not read."""

    place: Place
    data: bytes = field(default=b"", repr=False)
    sha256: str | None = None
    told: tuple[tuple[str, str], ...] = ()
    refusal: Refusal | None = None


def roots(paths: list[str], is_council: Callable[[str], bool]) -> list[Root]:
    """Return the roots of the paths, those inside others left out.

    A file's root is its folder. A folder named by a council's slug is counted from the folder
    above it, so that `data/raw` and `data/raw/leeds` give a page the same path. Raises Stop for a
    path that does not exist.
    """
    found = {_root(given, is_council) for given in paths}
    wholes = {r.folder.joinpath(*r.below): r for r in found}
    return sorted(
        (r for at, r in wholes.items() if not any(above in wholes for above in at.parents)),
        key=lambda r: (str(r.folder), r.below),
    )


def _root(given: str, is_council: Callable[[str], bool]) -> Root:
    try:
        at = Path(given).absolute()
        at = at.parent.resolve(strict=True) / at.name if at.name != ".." else at.resolve()
        mode = at.lstat().st_mode
        if stat.S_ISLNK(mode) and at.is_dir():
            at, mode = at.resolve(), stat.S_IFDIR
    except FileNotFoundError as error:
        raise Stop(f"{shown(given)}: no such file or folder", USAGE) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise Stop(f"{shown(given)}: cannot be read ({error})", IO) from error
    folder = at if stat.S_ISDIR(mode) else at.parent
    top = folder.parent if is_council(folder.name) and folder.parent != folder else folder
    return Root(top, at.relative_to(top).parts)


def walk(found: list[Root]) -> Iterator[Place | tuple[Place, Refusal]]:
    """Yield every file under the roots by its shown path; with a refusal what cannot be opened.

    Hidden names are left out. The order does not depend on that of the roots.
    """
    for _, _, item in merge(*(_keyed(root) for root in found)):
        yield item


def _keyed(root: Root) -> Iterator[tuple[tuple[str, ...], str, Place | tuple[Place, Refusal]]]:
    start = root.folder.joinpath(*root.below)
    parts = tuple(shown(p) for p in root.below)
    if start.is_dir() and not start.is_symlink():
        items = _walk_folder(root, str(start), parts)
    else:
        beside = str(start) + SIDECAR
        sidecar = beside if os.path.lexists(beside) else None
        items = iter([_checked(Place(root, parts, str(start), sidecar))])
    for item in items:
        place = item[0] if isinstance(item, tuple) else item
        yield place.parts, root.name, item


def _walk_folder(
    root: Root, folder: str, parts: tuple[str, ...]
) -> Iterator[Place | tuple[Place, Refusal]]:
    """Walk without recursion: a folder may be thousands deep."""
    waiting: list[Place | tuple[Place, Refusal]] = [Place(root, parts, folder)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Place) and _is_folder(item.actual):
            waiting.extend(reversed(_entries(item)))
        else:
            yield item


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def _entries(folder: Place) -> list[Place | tuple[Place, Refusal]]:
    try:
        names = [n for n in os.listdir(folder.actual) if not n.startswith(".")]
    except OSError as error:
        return [(folder, Refusal("discover", "unreadable", error.strerror))]
    printed: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (shown(n) != n, n)):
        said = shown(name)
        printed[shown(name, ascii_only=True) if said in printed else said] = name
    present = set(names)
    found: list[Place | tuple[Place, Refusal]] = []
    for said in sorted(printed):
        name = printed[said]
        at = os.path.join(folder.actual, name)
        if name.endswith(SIDECAR) and name[: -len(SIDECAR)] in present and _told(at):
            continue
        sidecar = at + SIDECAR if name + SIDECAR in present else None
        found.append(_checked(Place(folder.root, (*folder.parts, said), at, sidecar)))
    return found


def _checked(place: Place) -> Place | tuple[Place, Refusal]:
    """Refuse what is neither a folder nor a plain file, without opening it."""
    try:
        mode = os.lstat(place.actual).st_mode
    except OSError as error:
        return place, Refusal("discover", "unreadable", error.strerror)
    if stat.S_ISLNK(mode):
        return place, Refusal("discover", "not_regular_file", "symbolic link, not followed")
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        return place, Refusal("discover", "not_regular_file", _kind(mode))
    return place


def _kind(mode: int) -> str:
    kinds = {
        stat.S_IFIFO: "named pipe",
        stat.S_IFSOCK: "socket",
        stat.S_IFCHR: "device",
        stat.S_IFBLK: "device",
    }
    return kinds.get(stat.S_IFMT(mode), "special file")


def exists(root: str, path: str) -> bool:
    """Tell whether a file that was met before is still there (True where it cannot be told)."""
    at = os.path.join(actual(root), actual(path))
    if os.path.lexists(at):
        return True
    if at.isascii():
        return False
    folder, name = os.path.split(at)  # on the disk the name may be spelled in another form
    try:
        return shown(name) in {shown(n) for n in os.listdir(folder)}
    except OSError:
        return True


def load(place: Place, limits: Limits) -> Loaded:
    """Read one file and its sidecar; a file that is empty, too large or changing is refused."""
    told = _told(place.sidecar) if place.sidecar else ()
    try:
        handle = os.open(place.actual, _FLAGS)
    except OSError as error:
        return Loaded(place, told=told, refusal=_unopened(error))
    try:
        return _loaded(place, handle, told, limits)
    except OSError as error:
        return Loaded(place, told=told, refusal=Refusal("read", "unreadable", error.strerror))
    finally:
        os.close(handle)


def _unopened(error: OSError) -> Refusal:
    link = error.errno == errno.ELOOP  # it has become a link since it was found
    return Refusal("discover", "not_regular_file" if link else "unreadable", error.strerror)


def _loaded(place: Place, handle: int, told: tuple[tuple[str, str], ...], limits: Limits) -> Loaded:
    before = os.fstat(handle)
    if not stat.S_ISREG(before.st_mode):
        return Loaded(
            place, told=told, refusal=Refusal("discover", "not_regular_file", _kind(before.st_mode))
        )
    if not before.st_size:
        return Loaded(place, told=told, refusal=Refusal("read", "empty"))
    head = os.pread(handle, _HEAD, 0)
    most = limits.bytes_for(place.path, head)
    if before.st_size > most:
        reason = "too_large" if b"\0" in head or is_pdf(place.path, head) else "text_limit"
        detail = f"{before.st_size} bytes, at most {most} are read"
        return Loaded(place, told=told, refusal=Refusal("read", reason, detail))
    data = _all(handle, before.st_size)
    after = os.fstat(handle)
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or len(data) != before.st_size:
        return Loaded(place, told=told, refusal=Refusal("read", "changed_while_read"))
    return Loaded(place, data, hashlib.sha256(data).hexdigest(), told)


def _all(handle: int, size: int) -> bytes:
    pieces = []
    while size > 0 and (piece := os.read(handle, min(size, 1 << 24))):
        pieces.append(piece)
        size -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _told(path: str) -> tuple[tuple[str, str], ...]:
    """Return what a sidecar says; nothing where the file is not a sidecar at all."""
    try:
        handle = os.open(path, _FLAGS)
        try:
            size = os.fstat(handle).st_size
            data = os.read(handle, size) if 0 < size <= _SIDECAR_BYTES else b"null"
        finally:
            os.close(handle)
        said = json.loads(data)
    except (OSError, ValueError, RecursionError):
        return ()
    if not isinstance(said, dict):
        return ()
    return tuple((key, said[key]) for key in _SIDECAR_KEYS if _is_text(said.get(key)))


def _is_text(value: object) -> bool:
    """Tell whether a value is words that a database takes: no lone surrogate, no NUL."""
    return isinstance(value, str) and value.isprintable() and bool(value.strip())
