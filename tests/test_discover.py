import json
import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import discover
from pipeline.discover import Place, load, roots, walk
from pipeline.limits import Limits, from_environment
from pipeline.paths import actual, shown
from pipeline.stop import Stop

LIMITS = Limits()


def no_council(_: str) -> bool:
    return False


def found(*paths: Path, is_council=no_council) -> dict[str, str]:
    """Return every path with its size, or the reason of its refusal."""
    result = {}
    for item in walk(roots([str(p) for p in paths], is_council)):
        if isinstance(item, tuple):
            result[item[0].path] = item[1].reason
        else:
            read = load(item, LIMITS)
            result[item.path] = read.refusal.reason if read.refusal else str(len(read.data))
    return result


def write(path: Path, data: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_sorted_walk_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/z.html", "b/a.html", "README.md", ".gitkeep", ".git/config", "a.txt"):
        write(tmp_path / name)
    assert list(found(tmp_path)) == ["README.md", "a.txt", "b/a.html", "b/z.html"]


def test_nothing_but_plain_files_is_opened(tmp_path: Path) -> None:
    top = tmp_path / "in"
    write(top / "page.html")
    write(tmp_path / "secret")
    os.mkfifo(top / "pipe")
    (top / "inside").symlink_to(top / "page.html")
    (top / "outside").symlink_to(tmp_path / "secret")
    (top / "loop").symlink_to(top)
    with socket.socket(socket.AF_UNIX) as s:
        s.bind(str(top / "socket"))
        assert found(top) == {
            "inside": "not_regular_file",
            "loop": "not_regular_file",
            "outside": "not_regular_file",
            "page.html": "1",
            "pipe": "not_regular_file",
            "socket": "not_regular_file",
        }


def test_a_file_that_becomes_a_link_is_not_followed(tmp_path: Path) -> None:
    path = write(tmp_path / "a")
    place = next(iter(walk(roots([str(tmp_path)], no_council))))
    path.unlink()
    path.symlink_to("/etc/passwd")
    assert isinstance(place, Place)
    refusal = load(place, LIMITS).refusal
    assert refusal is not None
    assert refusal.reason == "not_regular_file"


def test_sizes(tmp_path: Path) -> None:
    write(tmp_path / "empty", b"")
    for name, head in (
        ("big.html", b"<html>"),
        ("big.pdf", b"%PDF-1.4"),
        ("huge.pdf", b"%PDF-1.4"),
    ):
        with write(tmp_path / name, head).open("r+b") as file:
            file.truncate(200 << 20 if name == "huge.pdf" else 11 << 20)
    assert found(tmp_path) == {
        "big.html": "too_large", "big.pdf": str(11 << 20), "empty": "empty",
        "huge.pdf": "too_large",
    }  # fmt: skip


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch) -> None:
    path = write(tmp_path / "a", b"before")
    read = discover._all

    def meddle(handle: int, size: int) -> bytes:
        data = read(handle, size)
        path.write_bytes(b"after!!")
        return data

    monkeypatch.setattr(discover, "_all", meddle)
    assert found(tmp_path) == {"a": "changed_while_read"}


def test_sidecars_are_not_documents(tmp_path: Path) -> None:
    write(tmp_path / "a.html")
    said = {"url": "https://x.test/a", "council": "ash", "more": 1}
    write(tmp_path / "a.html.json", json.dumps(said).encode())
    write(tmp_path / "b.html")
    write(tmp_path / "b.html.json", b"[" * 60_000)
    write(tmp_path / "lone.json", b"{}")
    places = {p.path: p for p in walk(roots([str(tmp_path)], no_council)) if isinstance(p, Place)}
    assert list(places) == ["a.html", "b.html", "b.html.json", "lone.json"]
    told = load(places["a.html"], LIMITS).told
    assert told == (("url", "https://x.test/a"), ("council", "ash"))
    assert load(places["b.html"], LIMITS).told == ()


def test_one_file_as_a_path(tmp_path: Path) -> None:
    write(tmp_path / "a.html")
    write(tmp_path / "a.html.json", b'{"council": "ash"}')
    (place,) = walk(roots([str(tmp_path / "a.html")], no_council))
    assert isinstance(place, Place)
    assert place.path == "a.html"
    assert load(place, LIMITS).told == (("council", "ash"),)


def test_a_folder_named_by_a_council_is_part_of_the_path(tmp_path: Path) -> None:
    write(tmp_path / "raw/ash/a.html")

    def ash(name: str) -> bool:
        return name == "ash"

    for given_path in ("raw", "raw/ash", "raw/ash/a.html"):
        assert list(found(tmp_path / given_path, is_council=ash)) == ["ash/a.html"]


def test_the_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    for name in ("x/b", "x/d", "y/a", "y/c"):
        write(tmp_path / name)
    given_paths = [tmp_path / "x", tmp_path / "y", tmp_path / "x/b"]
    assert list(found(*given_paths)) == list(found(*reversed(given_paths))) == ["a", "b", "c", "d"]


def test_names_that_are_not_utf8_or_not_printable(tmp_path: Path) -> None:
    names = [b"caf\xe9.html", b"new\nline", b"\x1b[31m", "cafe\u0301".encode(), "café".encode()]
    names += [b"-rf", "\u202egpj.html".encode(), b"back\\slash", b"=cmd"]
    for name in names:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(name)
    seen = found(tmp_path)
    assert len(seen) == len(names)
    assert all(path.isprintable() and path.encode() for path in seen)
    assert {os.fsencode(actual(path)) for path in seen} == set(names)
    assert all(discover.exists(shown(str(tmp_path)), path) for path in seen)
    assert not discover.exists(shown(str(tmp_path)), "gone")


@given(st.binary(min_size=1, max_size=40).filter(lambda b: b"\0" not in b and b"/" not in b))
def test_every_file_name_round_trips(name: bytes) -> None:
    given_name = os.fsdecode(name)
    assert os.fsencode(actual(shown(given_name, ascii_only=True))) == name
    assert shown(given_name).isprintable()
    shown(given_name).encode()


def test_a_missing_path_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        roots([str(tmp_path / "nowhere")], no_council)
    assert stop.value.code == 2


def test_an_unreadable_or_deep_folder_does_not_stop_the_walk(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep = deep / "d"
    write(deep / "page")
    assert len(found(tmp_path)) == 1


def test_limits_from_the_environment() -> None:
    assert from_environment({"MINUTEBOOK_TEXT_SECONDS": "1.5"}).text_seconds == 1.5
    with pytest.raises(ValueError, match="TEXT_BYTES"):
        from_environment({"MINUTEBOOK_TEXT_BYTES": "-1"})
    assert LIMITS.seconds_for("a.pdf", b"", pages=100) == 75
    assert LIMITS.seconds_for("a", b"%PDF-1.7", pages=10_000) == 300
    assert LIMITS.seconds_for("a.html", b"") == 20
