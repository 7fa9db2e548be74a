"""Libraries on the same held-out pages: price-parser for money, dateparser's search for dates.

price-parser reads one price, it does not look for them: it is told where each sum begins (a
sentence is cut before every currency sign). It comes with the extra `compare` and is left out
where that is not installed. What is no header date has no answer in the gold pages, so dates are
scored by recall, with what was found in words that hold no figure at all beside it.
"""

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

from extractors import layouts, nlp
from extractors.context import Context
from extractors.data import blob
from extractors.money import forms as money_forms
from pipeline import trained
from pipeline.extract import extract
from pipeline.readers import read
from pipeline.train.gather import SHIPPED
from pipeline.train.marks import Mark
from schemas.document import Document, Span
from schemas.facts import Amount, DateFact
from schemas.records import Decision

_SIGN = re.compile("(?=[£€$])")
_HEADER = ("decision_date", "publication_date", "effective_date", "meeting_date")
ROUNDS = 5  # of timing; the quickest counts
_BASE = datetime(2020, 1, 1)  # what is left out of a date is not taken from today
Answer = Mapping[str, Any]


def others(folder: Path) -> dict[str, Any]:
    """Return the comparison over a gold folder, as plain values."""
    answers = [
        json.loads(file.read_text(encoding="utf-8"))
        for file in sorted((folder / "answers").glob("*.json"))
    ]
    pages = [(gold, _document(folder / gold["source"])) for gold in answers]
    documents = [document for _, document in pages]
    found: dict[str, Any] = {
        "pages": len(pages),
        "cost": _cost(documents),
        "dates": _dates(pages),
    }
    if find_spec("price_parser"):
        found["money"] = _money(pages)
    return found


def _cost(documents: Sequence[Document]) -> dict[str, float]:
    """Return the CPU milliseconds of a page without models and with what is shipped."""
    nlp.trained.cache_clear()
    started = time.process_time()
    for name in SHIPPED.values():
        nlp.trained(name)
    load = time.process_time() - started
    spent: dict[str, list[float]] = {"off": [], "on": []}
    for _ in range(ROUNDS):
        with trained.silenced():
            spent["off"].append(_timed(extract, documents)[1])
        spent["on"].append(_timed(extract, documents)[1])
    shipped = [blob(name) or b"" for name in SHIPPED.values()]
    found = {name: 1000 * min(many) / len(documents) for name, many in spent.items()}
    return {**found, "load": 1000 * load, "bytes": sum(map(len, shipped))}


def _document(file: Path) -> Document:
    return read(file.read_bytes(), file.name)


Pages = list[tuple[Answer, Document]]


def _money(pages: Pages) -> dict[str, Any]:
    known = [(g, d) for g, d in pages if "amounts" in g and "amounts" not in _recall_only(g)]
    wanted = [Counter(a["pence"] for a in gold["amounts"]) for gold, _ in known]
    ours, seconds = _timed(_our_sums, (document for _, document in known))
    theirs, spent = _timed(_their_sums, (document for _, document in known))
    quotes = [(a["quote"], a["pence"]) for gold, _ in known for a in gold["amounts"]
              if a.get("pence_max") is None]  # fmt: skip
    return {
        "ours": _bags(wanted, ours).plain(),
        "theirs": _bags(wanted, theirs).plain(),
        "our_ms": 1000 * seconds / len(known),
        "their_ms": 1000 * spent / len(known),
        "quotes": len(quotes),
        "our_quotes": sum(_our_value(quote) == pence for quote, pence in quotes),
        "their_quotes": sum(_their_value(quote) == pence for quote, pence in quotes),
    }


def _recall_only(gold: Answer) -> tuple[str, ...]:
    return tuple(gold.get("recall_only", ()))


def _timed(
    work: Callable[[Document], Any], documents: Iterable[Document]
) -> tuple[list[Any], float]:
    started = time.process_time()
    return [work(document) for document in documents], time.process_time() - started


def _our_sums(document: Document) -> Counter[int | None]:
    return Counter(row.pence for row in extract(document).rows if isinstance(row, Amount))


def _their_sums(document: Document) -> Counter[int | None]:
    return Counter(
        pence for piece in _pieces(document) if (pence := _their_value(piece)) is not None
    )


def _pieces(document: Document) -> Iterator[str]:
    """Yield the sentences of a text, cut before each currency sign."""

    context = Context(document, layouts.cut(document))
    for line in context.paragraphs(Span(0, len(document.text))):
        for sentence in context.sentences(line):
            said = document.reading[sentence.start : sentence.stop]
            yield from (piece for piece in _SIGN.split(said) if piece[:1] in "£€$" and piece)


def _their_value(words: str) -> int | None:
    from price_parser import Price

    amount = Price.fromstring(words).amount
    return None if amount is None else round(amount * 100)


def _our_value(words: str) -> int | None:
    form = next(iter(money_forms.scan(words, 0, len(words))), None)
    return form.value.pence if form and form.value else None


def _bags(wanted: list[Counter[Any]], given: list[Counter[Any]]) -> Mark:
    hit = sum((w & g).total() for w, g in zip(wanted, given, strict=True))
    many = sum(w.total() for w in wanted)
    return Mark(hit, sum(g.total() for g in given), many, hit, many)


def _dates(pages: Pages) -> dict[str, Any]:
    wanted = [
        {d[name] for d in gold.get("decisions", ()) for name in _HEADER if d.get(name)}
        for gold, _ in pages
    ]
    ours, seconds = _timed(_our_dates, (document for _, document in pages))
    theirs, spent = _timed(_their_dates, (document for _, document in pages))
    said = [words for page in theirs for words, _ in page]
    return {
        "wanted": sum(map(len, wanted)),
        "ours": sum(len(w & o) for w, o in zip(wanted, ours, strict=True)),
        "theirs": sum(len(w & {day for _, day in t}) for w, t in zip(wanted, theirs, strict=True)),
        "their_found": len(said),
        "their_bare": sum(not any(c.isdigit() for c in words) for words in said),
        "our_ms": 1000 * seconds / len(pages),
        "their_ms": 1000 * spent / len(pages),
    }


def _our_dates(document: Document) -> set[str]:
    rows = extract(document).rows
    found = {row.date for row in rows if isinstance(row, DateFact)}
    found |= {getattr(row, name) for row in rows if isinstance(row, Decision) for name in _HEADER}
    return {day for day in found if day}


def _their_dates(document: Document) -> list[tuple[str, str]]:
    settings: Any = {"DATE_ORDER": "DMY", "RELATIVE_BASE": _BASE}
    found = search_dates(document.text, languages=["en"], settings=settings)
    return [(words, day.date().isoformat()) for words, day in found or ()]
