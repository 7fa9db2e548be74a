"""Turn what a person types into an FTS5 query that cannot be a syntax error."""

import re
import unicodedata
from decimal import Decimal

_TOKEN = re.compile(r'(-?)"([^"]{0,300})"?|(\S{1,300})')
_WORDS = re.compile(r"\w+(?:['.,_]\w+)*+")
_SUM = re.compile(r"£?([0-9]{1,4}(?:\.[0-9]{1,3})?)(k|m|bn)", re.IGNORECASE)  # £1m, 2.5bn
_SCALES = {"k": (10**3, "thousand"), "m": (10**6, "million"), "bn": (10**9, "billion")}


def fts_query(words: str) -> str:
    """Return an FTS5 query that cannot be a syntax error; empty where nothing is searchable.

    >>> fts_query('roof "energy from waste" -leisure libr*')
    '(("roof") AND ("energy from waste") AND ("libr"*)) NOT ("leisure")'
    >>> fts_query('bins OR waste'), fts_query('" AND (')
    ('(("bins" OR "waste"))', '(("AND"))')
    >>> fts_query('£1m')
    '(("1m" OR "1 million" OR "1,000,000"))'
    """
    words = unicodedata.normalize("NFC", words)
    wanted: list[list[str]] = []  # each the ways in which one thing may be said
    unwanted: list[list[str]] = []
    either = False
    for found in _TOKEN.finditer(words):
        minus, phrase, word = found.groups()
        if word == "OR" and wanted:
            either = True
            continue
        ways = _ways(phrase, word)
        if not ways:
            continue
        if minus or (word or "").startswith("-"):
            unwanted.append(ways)
        elif either:
            wanted[-1] += ways
        else:
            wanted.append(ways)
        either = False
    if not wanted:
        return ""
    kept = " AND ".join(_either(ways) for ways in wanted)
    return " NOT ".join([f"({kept})", *map(_either, unwanted)])


def _either(ways: list[str]) -> str:
    return f"({' OR '.join(ways)})"


def _ways(phrase: str | None, word: str | None) -> list[str]:
    if phrase is None and word is not None:
        ways = _sums(word)
        if ways:
            return ways
    term = _term(phrase if phrase is not None else word)
    return [term] if term else []


def _term(said: str | None) -> str:
    words = _WORDS.findall(said or "")
    if not words:
        return ""
    star = "*" if (said or "").rstrip().endswith("*") else ""
    return '"' + " ".join(words) + '"' + star


def _sums(word: str) -> list[str]:
    """Return the ways in which a sum is printed, where the word is one: £1.5m, £1,500,000."""
    said = _SUM.fullmatch(word)
    if not said:
        return []
    scale, name = _SCALES[said[2].lower()]
    whole = Decimal(said[1]) * scale
    ways = [f"{said[1]}{said[2].lower()}", f"{said[1]} {name}"]
    if whole == int(whole):
        ways.append(f"{int(whole):,}")
    return [f'"{way}"' for way in ways]
