"""Names that somebody may have meant who wrote another: councils and suppliers."""

import difflib
import re
import sqlite3

_NAMES = {
    "council": "select name from councils union select slug from councils",
    "supplier": "select name from organisations where kind = 'supplier' limit 50000",
}
_ALIKE = 0.72  # difflib's ratio: "lankashire" and "lancashire" have 0.9
_WORD = re.compile(r"\w{4,40}")


def nearest(db: sqlite3.Connection, said: str, kind: str = "") -> list[tuple[str, str]]:
    """Return up to three (kind, name) near to what was said; of both kinds where none is given."""
    told = said.casefold().strip()[:80]
    if len(told) < 3:
        return []
    found: list[tuple[float, str, str]] = []
    for which in (kind,) if kind else tuple(_NAMES):
        names = [row[0] for row in db.execute(_NAMES[which])]
        found += [(alike, which, name) for alike, name in _near(told, names)]
    found.sort(key=lambda f: (-f[0], f[1], f[2]))
    return list(dict.fromkeys((which, name) for _, which, name in found))[:3]


def _near(said: str, names: list[str]) -> list[tuple[float, str]]:
    """Return names alike as a whole, or with a word alike."""
    words = _WORD.findall(said)
    meter = difflib.SequenceMatcher(autojunk=False)
    out = []
    for name in names:
        folded = name.casefold()
        pairs = [(said, folded)] + [(w, n) for w in words for n in _WORD.findall(folded)]
        best = max(_ratio(meter, one, other) for one, other in pairs)
        if best >= _ALIKE:
            out.append((best, name))
    return out


def _ratio(meter: "difflib.SequenceMatcher[str]", one: str, other: str) -> float:
    meter.set_seqs(one, other)
    quick = meter.real_quick_ratio() >= _ALIKE and meter.quick_ratio() >= _ALIKE
    return meter.ratio() if quick else 0.0
