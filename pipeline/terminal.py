"""Words on a terminal: control and bidi characters made harmless, colour only where wanted."""

import os
import sys
import unicodedata

OPEN, CLOSE = "\ue000", "\ue001"  # private-use marks around a hit, never shown
_BOLD, _DIM, _PLAIN = "\x1b[1;33m", "\x1b[2m", "\x1b[0m"
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def safe(words: object) -> str:
    """Return words for one line: each control, bidi or surrogate character as its code.

    >>> safe("a\\x1b[2Jb\\u202ec")
    'a\\\\x1b[2Jb\\\\u202ec'
    """
    return "".join(_shown(c) for c in str(words))


def _shown(c: str) -> str:
    if c in " \u00ad":
        return c if c == " " else ""
    if c in "\n\t\r\u00a0":
        return " "
    return c.encode("unicode_escape").decode() if unicodedata.category(c) in _UNSAFE else c


def colours(stream: object = None) -> bool:
    """Tell whether colour is wanted: a terminal, and NO_COLOR not set (no-color.org)."""
    out = stream or sys.stdout
    return bool(getattr(out, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")


def marked(words: str) -> str:
    """Return words with OPEN…CLOSE hits in bold, or between « » without colour."""
    bold, plain = (_BOLD, _PLAIN) if colours() else ("«", "»")
    pieces = words.replace(CLOSE, OPEN).split(OPEN)
    shown = [f"{bold}{safe(p)}{plain}" if i % 2 else safe(p) for i, p in enumerate(pieces)]
    return " ".join("".join(shown).split())


def dim(words: str) -> str:
    """Return words dimmed where colour is wanted."""
    return f"{_DIM}{words}{_PLAIN}" if colours() else words


def pounds(pence: int | None) -> str:
    """Return a sum for reading.

    >>> pounds(123456700), pounds(45), pounds(None)
    ('£1,234,567', '£0.45', '–')
    """
    if pence is None:
        return "–"
    whole, rest = divmod(abs(pence), 100)
    return ("-" if pence < 0 else "") + f"£{whole:,}" + (f".{rest:02d}" if rest else "")
