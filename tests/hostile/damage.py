"""Clean files with something done to them, and files that are not what they are called."""

import gzip
import io
import json
import random
import re
import struct
import zipfile
import zlib

from tests.hostile.seeds import ANY, SEEDS, Made, Maker, html, page, text


def truncated(suffix: str) -> Maker:
    def make(r: random.Random) -> Made:
        data = ANY[suffix](r)
        return Made(data[: r.randrange(1, len(data))], suffix)

    return make


def flipped(suffix: str) -> Maker:
    def make(r: random.Random) -> Made:
        data = bytearray(ANY[suffix](r))
        for _ in range(r.choice((1, 3, 10, 50, 500))):
            data[r.randrange(len(data))] = r.randrange(256)
        return Made(bytes(data), suffix)

    return make


def block(suffix: str) -> Maker:
    """A part of the file is missing, doubled, or stands elsewhere."""

    def make(r: random.Random) -> Made:
        data = ANY[suffix](r)
        a, b = sorted(r.randrange(len(data)) for _ in range(2))
        piece = data[a:b]
        at = r.randrange(len(data))
        made = r.choice((data[:a] + data[b:], data[:b] + data[a:], data[:at] + piece + data[at:]))
        return Made(made, suffix)

    return make


def numbers(suffix: str) -> Maker:
    """Some numbers are nought, negative or far too large."""

    def make(r: random.Random) -> Made:
        odds = r.choice((0.02, 0.2))

        def other(found: re.Match[bytes]) -> bytes:
            wild = (b"0", b"-1", b"99999999999999999999", b"2147483648", b"1e400")
            return r.choice(wild) if r.random() < odds else found[0]

        return Made(re.sub(rb"[0-9]+", other, ANY[suffix](r)), suffix)

    return make


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(zipfile.ZipInfo("../../escape.html"), b"<p>out of the folder</p>")
        zeros = zipfile.ZipInfo("zeros")
        zeros.compress_type = zipfile.ZIP_DEFLATED
        made.writestr(zeros, bytes(3_000_000))
    return out.getvalue()


def png() -> bytes:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )


_OTHERS = {
    "zip": lambda r: zipped(),
    "gzip": lambda r: gzip.compress(html(r.randrange(SEEDS)), mtime=0),
    "gzip_bomb": lambda r: gzip.compress(bytes(50_000_000), mtime=0),
    "png": lambda r: png(),
    "elf": lambda r: b"\x7fELF\x02\x01\x01" + r.randbytes(3_000),
    "noise": lambda r: r.randbytes(r.choice((1, 100, 40_000))),
    "mbox": lambda r: (
        b"From clerk@example.org Mon May  5 10:00:00 2025\nSubject: Minutes\n\n"
        + text(r.randrange(SEEDS))
    ),
    "doc": lambda r: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + r.randbytes(4_000),
    "rtf": lambda r: b"{\\rtf1\\ansi " + b"{\\b " * 3_000 + b"Resolved",
    "sqlite": lambda r: b"SQLite format 3\0" + r.randbytes(4_000),
}
_SUFFIXES = (".html", ".txt", ".pdf", ".xml", ".json", "")


def wrong_type(name: str) -> Maker:
    return lambda r: Made(_OTHERS[name](r), r.choice(_SUFFIXES))


def swapped(r: random.Random) -> Made:
    """A page under the name of a paper, a paper under that of a page."""
    real = r.choice(list(ANY))
    return Made(ANY[real](r), r.choice([s for s in _SUFFIXES if s != real]))


_NO_PAGES = (
    "<h1>Sign in</h1><form action='/login'><input name='user'><input type='password'></form>",
    "<h1>Access denied</h1><p>You do not have permission. Reference #18.2f1d</p>",
    "<h1>We value your privacy</h1><p>We and our 842 partners store cookies.</p><button>Accept",
    "<h1>404 - Page not found</h1><p>The page may have moved.</p>",
    "<h1>500</h1><p>Server Error in '/' Application. Runtime Error</p>",
    "<h1>Checking your browser</h1><noscript>Enable JavaScript</noscript>",
)


def no_page(r: random.Random) -> Made:
    return Made(page(r.choice(_NO_PAGES)))


def nothing(r: random.Random) -> Made:
    blanks = (
        b" \n\t" * 500,
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\0" * 4_096,
        b"x",
        b"\n",
        b"\x1a",
        b"<",
    )
    return Made(r.choice(blanks), r.choice(_SUFFIXES))


def huge_zeros(_: random.Random) -> Made:
    return Made(bytes(11_000_000), ".txt")


def huge_line(r: random.Random) -> Made:
    sentence = b"The committee noted that a sum of 1,200 had been spent on roofs. "
    return Made(sentence * r.choice((8_000, 30_000)), r.choice((".txt", ".html")))


def huge_lines(r: random.Random) -> Made:
    line = r.choice((b"\n", b"a\n", b"1. That it be so\n", b"For: 3\n", b"<br>\n"))
    return Made(line * 150_000, r.choice((".txt", ".html")))


def json_odd(r: random.Random) -> Made:
    deep = r.choice((50, 900, 100_000))
    record = {"title": "A review", "decision": "RESOLVED that £5m be spent", "number": 10**400}
    made = (
        "[" * deep + "]" * deep,
        '{"a":' * deep + "1" + "}" * deep,
        json.dumps(record).replace("5m", "\\ud800"),
        '{"title": NaN, "value": -Infinity, "n": 1e999}',
        json.dumps([record] * 3_000),
        '{"title": "a", "title": "b", "": {"": ""}}',
        "9" * 100_000,
    )
    return Made(r.choice(made).encode(), ".json")


def xml_odd(r: random.Random) -> Made:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    meeting = "<getmeeting><meetingid>1</meetingid><agendaitems>{}</agendaitems></getmeeting>"
    item = "<agendaitem><agendaitemtitle>{}</agendaitemtitle></agendaitem>"
    made = (
        f'<!DOCTYPE m [<!ENTITY l0 "ha">{levels}]>' + meeting.format(item.format("&l11;")),
        '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + meeting.format(item.format("&x;")),
        '<!DOCTYPE m SYSTEM "http://127.0.0.1:9/x.dtd">' + meeting.format(item.format("A")),
        '<!DOCTYPE m [<!ENTITY % p SYSTEM "file:///dev/zero"> %p;]>' + meeting,
        "<a>" * r.choice((300, 60_000)),
        meeting.format(item.format("Roofs") * 4_000),
        meeting.format(item.format("<![CDATA[" + "]]" * 9_000 + "]]>")),
        meeting.format(item.format("x")).replace("1<", "9" * 5_000 + "<"),
    )
    return Made(b'<?xml version="1.0"?>' + r.choice(made).encode(), ".xml")


KINDS: dict[str, Maker] = {
    **{f"truncated{suffix.replace('.', '_')}": truncated(suffix) for suffix in ANY},
    **{f"flipped{suffix.replace('.', '_')}": flipped(suffix) for suffix in ANY},
    **{f"block{suffix.replace('.', '_')}": block(suffix) for suffix in ANY},
    **{f"numbers{suffix.replace('.', '_')}": numbers(suffix) for suffix in ANY},
    **{f"type_{name}": wrong_type(name) for name in _OTHERS},
    "type_swapped": swapped,
    "no_page": no_page,
    "nothing": nothing,
    "huge_zeros": huge_zeros,
    "huge_line": huge_line,
    "huge_lines": huge_lines,
    "json_odd": json_odd,
    "xml_odd": xml_odd,
}
