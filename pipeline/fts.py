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
    '("roof" "energy from waste" "libr"*) NOT "leisure"'
    >>> fts_query('bins OR waste'), fts_query('" AND ('), fts_query('£1m')
    ('("bins" OR "waste")', '"AND"', '("1m" OR "1 million" OR "1,000,000")')
    """
    words = unicodedata.normalize("NFC", words)
    wanted: list[str] = []
    unwanted: list[str] = []
    either = False
    for found in _TOKEN.finditer(words):
        minus, phrase, word = found.groups()
        if word == "OR" and wanted:
            either = True
            continue
        term = _term(phrase) if phrase is not None else _sum(word) or _term(word)
        if not term:
            continue
        if minus or (word or "").startswith("-"):
            unwanted.append(term)
        elif either:
            wanted[-1] = f"{wanted[-1]} OR {term}"
        else:
            wanted.append(term)
        either = False
    if not wanted:
        return ""
    kept = " ".join(f"({w})" if " OR " in w and len(wanted) > 1 else w for w in wanted)
    kept = f"({kept})" if (" " in kept and not kept.startswith('"')) or len(wanted) > 1 else kept
    kept = f"({kept})" if " OR " in kept and not kept.startswith("(") else kept
    return " NOT ".join([kept, *unwanted])


def _term(said: str | None) -> str:
    words = _WORDS.findall(said or "")
    if not words:
        return ""
    star = "*" if (said or "").rstrip().endswith("*") else ""
    return '"' + " ".join(words) + '"' + star


def _sum(word: str) -> str:
    """Return the ways in which a sum is printed, where the word is one: £1.5m, £1,500,000."""
    said = _SUM.fullmatch(word)
    if not said:
        return ""
    scale, name = _SCALES[said[2].lower()]
    whole = Decimal(said[1]) * scale
    ways = [f"{said[1]}{said[2].lower()}", f"{said[1]} {name}"]
    if whole == int(whole):
        ways.append(f"{int(whole):,}")
    return " OR ".join(f'"{way}"' for way in ways)
