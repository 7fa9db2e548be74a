"""Names that may be firms', and what a trained model sees of each.

Every run of capitals of a page is asked about, and every name that the rules found, whatever part
they gave it. All mentions of a name are seen together: one of them may say what the others do not.
The vocabularies that rules look names up in (trades, given names, bodies, posts …) are told as
tokens too, so that a word which no training page held still says something.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from extractors import data, likeness, marked
from extractors.context import Context
from extractors.organisations.shapes import not_names, place_names

_REACH = 200  # characters of the sentence on each side of a name
_NEAR = 10  # words on each side that count as near
_MANY = 8  # mentions of one name that are looked at
_STEM = 5
_CAPITALS = re.compile(
    r"\b[A-Z][\w&'’+.-]{0,40}"
    r"(?: (?:[A-Z0-9]|(?:of|the|&|and|a) \(?[A-Z]|\([A-Z])[\w&'’+.-]{0,40}\)?){0,6}"
)
# A sentence that ends inside a run: "to ARDA. Eleven bids"; not after an initial or a title.
_ENDED = re.compile(r"(?<=[\w)][\w)])(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bCo)(?<!\bNo)[.] ")
# Words that a sentence opens with before a name: "That Esk Ltd be appointed".
_LEADS = frozenset(
    "that this these those the a an in at by for from with to of on under as and but if when while "
    "where which who our its their his her he she it they we all both each no not also after "
    "before since until although however whether".split()
)
_FORM = re.compile(r"\b(?:Ltd|Limited|plc|PLC|LLP|CIC|Inc|Cyf)\b\.?")
_JOINT = re.compile(r"(?: (?:and|&|of|for|in|the)){0,2} ")
_AND = " and "
_VOCABULARIES = {
    "trade": "trade_words.txt",
    "state": "public_bodies.txt",
    "given": "forenames.txt",
    "family": "surnames.txt",
    "opener": "firm_openers.txt",
    "stop": "name_stops.txt",
    "paper": "not_names.txt",
    "body": "bodies.txt",
    "post": "posts.txt",
}
# A name all of whose words stand in one of these is of the council's own vocabulary.
_OWN = ("stop", "paper", "body", "post")

Key = tuple[str, ...]


class Candidate(NamedTuple):
    """A name of a page: its fullest spelling, its mentions, and the tokens that a model sees."""

    name: str
    spans: tuple[tuple[int, int], ...]
    words: marked.Words


class Sides(NamedTuple):
    """What stands beside a mention in its sentence, and whether it opens its line."""

    left: str
    right: str
    opens: bool = False


def key_of(name: str) -> Key:
    """Return the words that tell one firm's name from another's; empty for no name."""
    return tuple(likeness.company(name))


def candidates(context: Context, known: Iterable[tuple[int, int]]) -> dict[Key, Candidate]:
    """Return the names of a page that may be firms', by their words.

    `known` are the spans of the names that the rules found.
    """
    reading = context.reading
    held: dict[Key, set[tuple[int, int]]] = {}
    for start, stop in known:
        _keep(held, reading, start, stop, True)
    for start, stop in _capitals(reading):
        _keep(held, reading, start, stop, False)
    return {key: _candidate(context, sorted(spans)) for key, spans in held.items()}


def _keep(
    held: dict[Key, set[tuple[int, int]]], reading: str, start: int, stop: int, known: bool
) -> None:
    stop = _trimmed(reading, start, stop)
    name = reading[start:stop]
    if len(name) < 3 or name.casefold() in not_names():
        return
    if known or not _is_of_papers(name):
        key = key_of(name)
        if key:
            held.setdefault(key, set()).add((start, stop))


def _trimmed(reading: str, start: int, stop: int) -> int:
    """Return where a name ends without the marks that belong to its sentence."""
    name = reading[start:stop].rstrip(".'-&+ ’")
    name = name.removesuffix("'s").removesuffix("’s")
    if name.count(")") > name.count("("):
        name = name.rstrip(")")
    elif name.count("(") > name.count(")"):
        name = name[: name.rfind("(")].rstrip()
    return start + len(name)


def _capitals(reading: str) -> Iterator[tuple[int, int]]:
    """Yield runs of capitals, parted behind legal forms and sentences, and at "and" as well."""
    for run in _CAPITALS.finditer(reading):
        for start, stop in _parted(run.group()):
            start, stop = run.start() + start, run.start() + stop
            yield start, stop
            said = reading[start:stop]
            if _AND in said:
                for part in said.split(_AND):
                    yield start, start + len(part)
                    start += len(part) + len(_AND)


def _parted(said: str) -> Iterator[tuple[int, int]]:
    at = 0
    for end in [*_ENDED.finditer(said), None]:
        stop = end.start() if end else len(said)
        for form in _FORM.finditer(said, at, stop):
            yield _led(said, at), form.end()
            joint = _JOINT.match(said, form.end())
            at = joint.end() if joint else form.end()
        if _led(said, at) < stop:
            yield _led(said, at), stop
        at = end.end() if end else stop


def _led(said: str, at: int) -> int:
    """Return where a name begins behind the words that lead to it."""
    word, blank, _ = said[at:].partition(" ")
    while blank and word.casefold() in _LEADS:
        at += len(word) + 1
        word, blank, _ = said[at:].partition(" ")
    return at


# -- what a model sees ----------------------------------------------------------------------------


def _candidate(context: Context, spans: list[tuple[int, int]]) -> Candidate:
    reading = context.reading
    fullest = max((reading[start:stop] for start, stop in spans), key=len)
    sides = []
    for start, stop in spans[:_MANY]:
        sentence = context.sentence_at(start)
        left = reading[max(sentence.start, start - _REACH) : start]
        right = reading[stop : min(sentence.stop, stop + _REACH)]
        line = reading.rfind("\n", 0, start) + 1
        sides.append(Sides(left, right, not reading[line:start].strip()))
    return Candidate(fullest, tuple(spans), seen(fullest, sides, len(spans)))


def seen(name: str, sides: Iterable[Sides], count: int = 1) -> marked.Words:
    """Return the tokens of a name: its own words, and those beside `count` mentions of it."""
    found = dict.fromkeys(_of_name(name))
    found[f"count:{min(count, 4)}"] = None
    for one in sides:
        found.update(dict.fromkeys(_beside(one)))
    return list(found)


def _beside(sides: Sides) -> Iterator[str]:
    left, right = marked.split(sides.left)[::-1], marked.split(sides.right)
    for side, words in (("l", left), ("r", right)):
        for at in range(4):
            yield f"{side}{at}:{words[at] if at < len(words) else '^'}"
        yield f"{side}01:{'_'.join(words[:2])}"
        yield f"{side}012:{'_'.join(words[:3])}"
        for word in words[:_NEAR]:
            yield f"{side}:{word}"
            yield f"{side}:{word[:_STEM]}~"
        for word in words:
            yield f"s:{word[:_STEM]}"
    if sides.opens:
        yield "first"


def _of_name(name: str) -> Iterator[str]:
    parts = [part.strip(".,()").casefold() for part in name.split()]
    yield from (f"n:{part}" for part in parts)
    yield from (f"n:{part[-4:]}~" for part in parts)
    yield f"last:{parts[-1]}"
    yield f"head:{parts[0]}"
    yield f"size:{min(len(parts), 5)}"
    yield "loud" if name.isupper() else "plain"
    if _FORM.search(name):
        yield "form"
    if "&" in name:
        yield "joined"
    yield from _looked_up(list(key_of(name)) or parts)
    if name.casefold() in _brands():
        yield "brand"


def _looked_up(words: list[str]) -> Iterator[str]:
    known = _vocabularies()
    for name, held in known.items():
        inside = [word in held for word in words]
        yield f"{name}:{sum(inside)}"
        if inside[0]:
            yield f"{name}:head"
        if inside[-1]:
            yield f"{name}:last"
        if all(inside):
            yield f"{name}:all"
    yield f"new:{sum(not any(word in held for held in known.values()) for word in words)}"


@cache
def _vocabularies() -> Mapping[str, frozenset[str]]:
    held = {
        name: frozenset(
            word.casefold() for line in data.lines(file) for word in line.split()
        )
        for name, file in _VOCABULARIES.items()
    }  # fmt: skip
    return held | {"place": frozenset(word for name in place_names() for word in name.split())}


@cache
def _papers() -> frozenset[str]:
    known = _vocabularies()
    return frozenset().union(*(known[name] for name in _OWN))


def _is_of_papers(name: str) -> bool:
    """Tell whether all words of a name are those of council papers: "Head of Legal Services"."""
    return all(word.strip(".,()'’").casefold() in _papers() for word in name.split())


@cache
def _brands() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in data.table("brands.csv"))
