"""Names that somebody may have meant who wrote another: councils and suppliers."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator

_NAMES = {
    "council": "select name from councils union select slug from councils",
    "supplier": "select name from organisations where kind = 'supplier' limit 50000",
}
_ALIKE = 72  # rapidfuzz's ratio: "lankashire" and "lancashire" have 90
_WORD = re.compile(r"\w{4,40}")
_COMMON = 8  # names that share a word which tells none of them: "construction"
_SAID = 12  # words of a question that are looked at


def nearest(db: sqlite3.Connection, said: str, kind: str = "") -> list[tuple[str, str]]:
    """Return up to three (kind, name) near to what was said; of both kinds where none is given."""
    told = said.casefold().strip()[:80]
    if len(told) < 3:
        return []
    found: list[tuple[float, str, str]] = []
    for which in (kind,) if kind else tuple(_NAMES):
        names = [row[0] for row in db.execute(_NAMES[which])]
        found += [(-alike, which, name) for alike, name in _near(told, names)]
    return list(dict.fromkeys((which, name) for _, which, name in sorted(found)))[:3]


def _near(said: str, names: list[str]) -> Iterator[tuple[float, str]]:
    """Yield names alike as a whole, or with a word alike that few other names have."""
    from rapidfuzz import fuzz, process  # only a search that found nothing asks

    whole = [name.casefold() for name in names]
    for _, alike, at in process.extract_iter(said, whole, scorer=fuzz.ratio, score_cutoff=_ALIKE):
        yield alike, names[at]
    having: dict[str, list[str]] = defaultdict(list)
    for name, folded in zip(names, whole, strict=True):
        for word in set(_WORD.findall(folded)):
            having[word].append(name)
    rare = [word for word, of in having.items() if len(of) <= _COMMON]
    for one in _WORD.findall(said)[:_SAID]:
        for word, alike, _ in process.extract_iter(
            one, rare, scorer=fuzz.ratio, score_cutoff=_ALIKE
        ):
            for name in having[word]:
                yield alike, name
