r"""File names as the database shows them: printable UTF-8 that leads back to the very file.

A backslash, a character that does not print, and a byte that is not UTF-8 are escaped as \\,
\xNN, \uNNNN or \UNNNNNNNN. Other characters are NFC, as the same name must be the same key on
every system; a name that has an NFC twin beside it has its non-ASCII characters escaped instead.
"""

import re
import unicodedata

_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(\\))")


def _escaped(character: str, ascii_only: bool) -> str:
    code = ord(character)
    if character == "\\":
        return "\\\\"
    if 0xDC80 <= code <= 0xDCFF:  # a byte that was not UTF-8, as surrogateescape keeps it
        return f"\\x{code - 0xDC00:02x}"
    if not character.isprintable() or (ascii_only and code > 126):
        return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return character


def shown(name: str, ascii_only: bool = False) -> str:
    r"""Return the printable form of a file name or path.

    >>> shown("a\udce9b"), shown("x\ny"), shown("caf\u00e9"), shown("cafe\u0301")
    ('a\\xe9b', 'x\\u000ay', 'café', 'café')
    >>> shown("cafe\u0301", ascii_only=True)
    'cafe\\u0301'
    """
    if name.isascii() and name.isprintable() and "\\" not in name:
        return name
    whole = name if ascii_only else unicodedata.normalize("NFC", name)
    return "".join(_escaped(c, ascii_only) for c in whole)


def _plain(found: re.Match[str]) -> str:
    byte, short, long, slash = found.groups()
    if byte:
        return chr(0xDC00 + int(byte, 16))
    return slash or chr(int(short or long, 16))


def actual(printed: str) -> str:
    r"""Return the file name that `shown` printed (in NFC, where it printed no escapes for it).

    >>> actual(shown("a\udce9\n\\u0041")) == "a\udce9\n\\u0041"
    True
    """
    return _ESCAPE.sub(_plain, printed)
