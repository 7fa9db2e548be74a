"""Decoding, sniffing and the making of a reading."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import Refused, read, sniff
from pipeline.readers.decode import decode
from pipeline.readers.reading import make_reading, plain
from schemas.document import Span

SAID = "It cost £1,234 – the café’s €5."


@pytest.mark.parametrize(
    "data, used",
    [
        (SAID.encode(), "utf-8"),
        (SAID.encode("utf-8-sig"), "utf-8"),
        (SAID.encode("cp1252"), "windows-1252"),
        (b"\xff\xfe" + SAID.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + SAID.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\0\0" + SAID.encode("utf-32-le"), "utf-32-le"),
    ],
)
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "windows-1252", "shift_jis"])
def test_encodings(data: bytes, used: str, declared: str | None) -> None:
    """What a page declares is kept and changes nothing."""
    prefix = f'<meta charset="{declared}">'.encode() if declared else b""
    if not used.startswith("utf-") or (used == "utf-8" and not data.startswith(b"\xef")):
        data = prefix + data
    found = decode(data)
    assert found.used == used
    assert found.text.endswith(SAID)
    if data.startswith(b"<meta"):
        assert found.declared == declared


@pytest.mark.parametrize(
    "head, declared",
    [
        (b'<meta http-equiv=Content-Type content="text/html; charset=UTF-8">', "utf-8"),
        (b"<META CHARSET = 'Windows-1252'>", "windows-1252"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>', "iso-8859-1"),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_declarations(head: bytes, declared: str | None) -> None:
    assert decode(head).declared == declared


def test_stray_bytes_in_a_utf_8_page() -> None:
    found = decode("£5 – £6 ".encode() + b"\xa37")
    assert (found.text, found.used) == ("£5 – £6 £7", "utf-8")
    assert [n.rule for n in found.notices] == ["encoding.mixed"]


def test_holes_of_windows_1252_and_nul() -> None:
    assert decode(b"\x80\x81\x9d \0 ").text == "€\x81\x9d \ufffd "


@given(st.binary(max_size=200))
def test_any_bytes_decode(data: bytes) -> None:
    text = decode(data).text
    text.encode()  # no lone surrogate
    assert "\0" not in text


@given(st.binary(max_size=60), st.sampled_from(["a.html", "a.txt", "a", "a.json", "a.xml"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    with suppress(Refused):
        read(data, name).text.encode()


@pytest.mark.parametrize(
    "data, name, found",
    [
        (b"<!DOCTYPE html><p>x", "a.html", sniff.HTML),
        (b"\n <HTML><body>x", "a", sniff.HTML),
        (b"<div id='modgov'>x</div>", "a.htm", sniff.HTML),
        (b"<custom-page>x</custom-page>", "a.html", sniff.HTML),
        (b"Words <p>first</p> <p>x</p>", "a.html", sniff.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'><p>x</p></html>", "a.html", sniff.HTML),
        ("<p>x</p>".encode("utf-16"), "a.html", sniff.HTML),
        (b"%PDF-1.7 ...", "a.pdf", sniff.PDF),
        (b"\n\n%PDF-1.7 ...", "a", sniff.PDF),
        (b"<?xml version='1.0'?><meeting/>", "a.xml", sniff.XML),
        (b"<meeting>\n</meeting>", "a", sniff.XML),
        (b'{"a": 1}', "a.json", sniff.JSON),
        (b"[{}]", "a", sniff.JSON),
        (b"Decision details", "a.html", sniff.TEXT),
        (b"[AB1] Will you say more?", "a.txt", sniff.TEXT),
        (b"<AI1>\nApologies", "a.txt", sniff.TEXT),
        (b"x", "", sniff.TEXT),
    ],
)
def test_media_types(data: bytes, name: str, found: str) -> None:
    assert sniff.sniff(data, name) == found


@pytest.mark.parametrize(
    "data, name, reason",
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a.html", "type_mismatch"),
        (b"PK\x03\x04\x14\0", "a.html", "type_mismatch"),
        (b"\x7fELF\x02\x01", "a.pdf", "type_mismatch"),
        (b"%PDF-1.7", "a.html", "type_mismatch"),
        (b"<html><p>Access denied</p></html>", "a.pdf", "type_mismatch"),
        (b"\0" * 500, "a.html", "type_mismatch"),
        (b"GIF89a", "picture", "unknown_type"),
        (bytes(range(256)), "a", "unknown_type"),
        (b"", "a.html", "empty"),
        (b"<meeting></meeting>", "a.pdf", "type_mismatch"),
    ],
)
def test_refusals(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        sniff.sniff(data, name)
    assert refused.value.reason == reason


def test_refused_takes_listed_words_only() -> None:
    assert str(Refused("read", "empty", "blank")) == "read: empty (blank)"
    with pytest.raises(ValueError, match="no such stage or reason"):
        Refused("read", "odd")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a\u00a0b\u2009c", "a b c"),
        ("‘Council’s’ “x”", "'Council's' \"x\""),
        ("six\u2011monthly", "six-monthly"),
        ("perfor-\nmance", "performance  "),
        ("perfor-\nmance, then", "performance,   then"),
        ("a long-\nterm plan is long", "a long-term  plan is long"),
        ("self-\nhelp and self-help", "self-help  and self-help"),
        ("2015-\n16 and", "2015-16  and"),
        ("A –\nB", "A –\nB"),
        ("re\u00adsolved x", "resolved  x"),
    ],
)
def test_readings(text: str, expected: str) -> None:
    assert make_reading(text) == expected


def test_furniture_and_soft_breaks() -> None:
    text = "One\nfoot 3\ntwo"
    assert make_reading(text, [Span(4, 10)]) == "One\n      \ntwo"
    assert make_reading(text, [Span(4, 10)], [Span(3, 4), Span(10, 11)]) == "One        two"


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99))))
def test_a_reading_is_as_long(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(p), max(p)) for p in pairs]
    half = len(spans) // 2
    assert len(make_reading(text, spans[:half], spans[half:])) == len(text)
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize("piece", ["a-\nb", "-\n", "a\u200b", "1-\n", "a-    \n", "’", "ab-cd "])
def test_time_grows_with_the_reading(piece: str) -> None:
    started = time.process_time()
    make_reading(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 2.5


@pytest.mark.parametrize(
    "data", [b"\x80" * 10**6, b"<" * 10**6, b"<meta " * 10**5, b"\xc3" * 10**6]
)
def test_time_grows_with_the_bytes(data: bytes) -> None:
    started = time.process_time()
    decode(data)
    sniff.sniff(data, "a")
    assert time.process_time() - started < 2.5
