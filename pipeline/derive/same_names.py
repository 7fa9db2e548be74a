"""Which folded names are one organisation's, and why: two rows for one firm are better than one
row for two, so a doubt keeps names apart.

A spelling without blanks of a known name, an abbreviation that one page of the council defines, and
a slip of one letter beside a name that the council prints often are the same; nothing else is.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from extractors import data
from extractors.organisations import legal

_LEAST = 10  # letters of a name in which one slip is a slip
_WORD, _LONGEST = 5, 40  # and of the word that it stands in
_MOST = 50  # words alike but for one letter; more are a series and no slips
_SHORT = re.compile(r"[A-Z][A-Z0-9&]{1,7}")


@dataclass(frozen=True, slots=True)
class Link:
    """A folded name that stands for another: how it was matched, how close, and why."""

    to: str
    match: str
    score: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Use:
    """One mention: its folded name, the words of the page, its document and council."""

    key: str
    quote: str
    document: int
    council: int | None
    is_body: bool


def is_short(words: str) -> bool:
    """Tell whether words are an abbreviation: capitals in one word."""
    return _SHORT.fullmatch(words) is not None


def defined(uses: Iterable[Use]) -> dict[tuple[int | None, str], str]:
    """Return what an abbreviation stands for in a council, where its pages give it one meaning."""
    meanings: dict[tuple[int | None, str], set[str]] = defaultdict(set)
    for use in uses:
        if use.council is not None and is_short(use.quote) and legal.key(use.quote) != use.key:
            meanings[use.council, legal.key(use.quote)].add(use.key)
    return {short: next(iter(long)) for short, long in meanings.items() if len(long) == 1}


def spelled_alike(keys: Iterable[str]) -> Iterator[tuple[str, Link]]:
    """Yield names that a known firm's name differs from by blanks alone."""
    known = _known()
    for key in keys:
        to = known.get(key.replace(" ", ""))
        if to and to != key:
            yield key, Link(to, "alias", None, "brands.csv")


def _known() -> dict[str, str]:
    """Return known firms by their names without blanks, unless two firms share one."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in data.table("brands.csv"):
        if row["kind"] != "product" and not row["care"]:
            key = legal.key(row["name"])
            found[key.replace(" ", "")].add(key)
            for alias in filter(None, row["aliases"].split("|")):
                if legal.key(alias).replace(" ", "") == key.replace(" ", ""):
                    found[key.replace(" ", "")].add(key)
    return {bare: next(iter(names)) for bare, names in found.items() if len(names) == 1}


def slips(uses: list[Use]) -> Iterator[tuple[str, Link]]:
    """Yield names that differ by one letter from a name that the same council prints more often.

    The rarer stands in one document, the other in two or more and in none with it; a name close to
    two others stays by itself.
    """
    places: dict[str, set[int]] = defaultdict(set)
    councils: dict[str, set[int | None]] = defaultdict(set)
    for use in uses:
        if not use.is_body and use.council is not None:
            places[use.key].add(use.document)
            councils[use.key].add(use.council)
    near: dict[str, set[str]] = defaultdict(set)
    for one, two in _pairs(places):
        rare, often = sorted((one, two), key=lambda key: (len(places[key]), key))
        if (
            len(places[rare]) == 1 < len(places[often])
            and not places[rare] & places[often]
            and councils[rare] <= councils[often]
        ):
            near[rare].add(often)
    for rare, found in near.items():
        if len(found) == 1:
            often = next(iter(found))
            score = round(fuzz.ratio(rare, often), 1)
            yield rare, Link(often, "fuzzy", score, "one letter, same council")


def _pairs(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that differ in one word and there by one slip of the pen."""
    by_rest: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for key in keys:
        words = key.split()
        if len(words) > 1 and len(key) >= _LEAST:
            for i, word in enumerate(words):
                if _WORD <= len(word) <= _LONGEST and word.isalpha():
                    by_rest[(*words[:i], "", *words[i + 1 :])].append((word, key))
    for found in by_rest.values():
        for near in _near(found):
            for at, (word, key) in enumerate(near):
                for other, second in near[at + 1 :]:
                    if _is_slip(word, other):
                        yield key, second


def _near(found: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Yield the words that one slip may part: those that are one without a letter.

    So each word is looked up by what is left of it, and never held against all others.
    """
    left: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in found if len(found) > 1 else ():
        word = pair[0]
        for form in {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}:
            left[form].append(pair)
    yield from (near for near in left.values() if 1 < len(near) <= _MOST)


def _is_slip(one: str, two: str) -> bool:
    """Tell whether two words differ by one letter inside them, a plural's ending apart.

    >>> _is_slip("mottram", "motram"), _is_slip("homes", "home"), _is_slip("hart", "cart")
    (True, False, False)
    """
    if one[0] != two[0] or one == two or one in _ends(two) or two in _ends(one):
        return False
    return OSA.distance(one, two, score_cutoff=1) == 1


def _ends(word: str) -> tuple[str, str]:
    return word + "s", word + "e"


def counted(names: Iterable[str]) -> list[str]:
    """Return names by how often they are met, shouted ones last, the longest first."""
    times = Counter(names)
    return sorted(times, key=lambda name: (-times[name], name.isupper(), -len(name), name))
