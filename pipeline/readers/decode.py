"""Bytes to str by one rule, whatever is installed: BOM, strict UTF-8, else Windows-1252.

What a page declares is kept but never believed: pages that say UTF-8 and hold Windows-1252 would
lose every pound sign. NUL becomes U+FFFD; a lone surrogate cannot come out.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.document import Notice

# Windows-1252 as the WHATWG encoding standard has it: the five holes are C1 controls.
_HIGH = (
    "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f"
    "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178"
)
_WINDOWS = "".join(map(chr, range(128))) + _HIGH + "".join(map(chr, range(160, 256)))

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:<meta\b[^>]{0,300}?\bcharset|<\?xml\b[^>]{0,100}?\bencoding)
        [ \t]{0,8}=[ \t]{0,8}["']?[ \t]{0,8}([A-Za-z0-9_:.-]{1,40})""",
    re.VERBOSE | re.IGNORECASE,
)
_DECLARED_WITHIN = 4_096

# A byte that is no UTF-8, as the surrogateescape handler leaves it, and a run of real UTF-8.
_ESCAPED = re.compile("[\udc80-\udcff]")
_REAL = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")

# A character that was lost beside a figure or a pound sign.
_LOST = re.compile("\ufffd(?=[0-9£])|(?<=[0-9£])\ufffd")
_MANY = 20


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was read with and the one it declares."""

    text: str
    used: str
    declared: str | None = None
    notices: tuple[Notice, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of the bytes. Never raises."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    declared = found.group(1).decode("ascii").lower() if found else None
    text, used, notices = _decoded(data)
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    return Decoded(text, used, declared, notices)


def _decoded(data: bytes) -> tuple[str, str, tuple[Notice, ...]]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name, ()
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return _mixed(data)


def _mixed(data: bytes) -> tuple[str, str, tuple[Notice, ...]]:
    """Read bytes that are no strict UTF-8: Windows-1252, or UTF-8 with stray bytes of it."""
    escaped = data.decode("utf-8", "surrogateescape")
    strays = len(_ESCAPED.findall(escaped))
    real = len(_REAL.findall(escaped))
    if real <= strays:
        return codecs.charmap_decode(data, "strict", _WINDOWS)[0], "windows-1252", ()
    text = _ESCAPED.sub(lambda m: _WINDOWS[ord(m.group()) - 0xDC00], escaped)
    notice = Notice("encoding.mixed", f"{strays} bytes are no UTF-8; read as Windows-1252")
    return text, "utf-8", (notice,)


def lost_characters(text: str) -> Iterator[Notice]:
    """Yield a notice for each replacement character beside a figure or a pound sign."""
    if "\ufffd" not in text:
        return
    for number, lost in enumerate(_LOST.finditer(text)):
        if number == _MANY:
            yield Notice("encoding.lost", "more characters were lost beside figures")
            return
        yield Notice(
            "encoding.lost",
            "a character was lost beside a figure or pound sign",
            lost.start(),
            lost.end(),
        )
