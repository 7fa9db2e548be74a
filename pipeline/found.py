"""Search results as plain lines, JSON lines or CSV."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TypeVar

from pipeline.find import Entry, Hit
from pipeline.terminal import CLOSE, OPEN, dim, marked, safe

T = TypeVar("T")
SHOWN = 5  # limbs of one decision
_ACTING = tuple("=+-@\t\r\n＝＋－＠")


def lines(found: Iterable[Entry], style: str) -> Iterator[str]:
    """Yield the results in a style: json, csv or plain."""
    return {"json": _json, "csv": _csv}.get(style, _plain)(found)


def _unmarked(words: str | None) -> str | None:
    return words.replace(OPEN, "").replace(CLOSE, "") if words else words


def _json(found: Iterable[Entry]) -> Iterator[str]:
    import json

    for entry in found:
        said = asdict(entry)
        for hit in said["hits"]:
            hit["snippet"] = _unmarked(hit["snippet"])
        yield json.dumps(said, ensure_ascii=False)


def _csv(found: Iterable[Entry]) -> Iterator[str]:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["key", "council", "body", "date", "title", "label", "action", "text"])
    for entry in found:
        about = [entry.key, entry.council, entry.body, entry.date, entry.title]
        for hit in entry.hits:
            text = hit.resolution or _unmarked(hit.snippet)
            writer.writerow([cell(v) for v in (*about, hit.label, hit.action, text)])
    yield from out.getvalue().rstrip("\n").split("\n")


def cell(value: T) -> T | str:
    """Keep a spreadsheet from computing a text (OWASP: = + - @ tab, carriage return).

    >>> cell("=1+1"), cell(-5), cell("- a dash"), cell("  @SUM(A1)")
    ("'=1+1", -5, "'- a dash", "'  @SUM(A1)")
    """
    acts = isinstance(value, str) and (value[:1] in _ACTING or value.lstrip()[:1] in _ACTING)
    return f"'{value}" if acts else value


def _plain(found: Iterable[Entry]) -> Iterator[str]:
    for entry in found:
        yield safe(entry.title or "(no title)")
        about = (entry.date, entry.council, entry.body)
        yield dim(safe("  " + (" · ".join(a for a in about if a) or "no date")))
        yield from (_hit(hit) for hit in entry.hits[:SHOWN])
        yield dim(safe(f"  key: {entry.key}"))
        yield ""


def _hit(hit: Hit) -> str:
    words = marked(hit.snippet or hit.resolution or "")
    action = dim(f" [{hit.action}]") if hit.action else ""
    return f"    {safe(hit.label or '·')} {words}{action}"
