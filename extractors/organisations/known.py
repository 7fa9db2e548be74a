"""Organisations known by name (data/brands.csv, data/public_bodies.txt) or by their name's shape.

One look at the words of a text says which of the known first words stand in it; only those places
are read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors import data
from extractors.organisations.lookback import look_back
from extractors.organisations.near import behind_person
from extractors.organisations.shapes import forenames, is_own_word, is_place, is_trade, place_names


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name in the text. kind: firm | body | charity, or the kind of a brand."""

    start: int
    stop: int
    name: str
    kind: str
    how: str  # suffix | brand | body | short | verb
    weak: bool = False  # a firm only where a contract verb says so


@dataclass(frozen=True, slots=True)
class Brand:
    """A firm, product, framework … of data/brands.csv under one of its spellings."""

    words: str
    canonical: str
    kind: str
    weak: bool


# Bodies and charities by the word their name ends with.
_BODY = re.compile(
    r"""\b(?:(?:County|City|Borough|District|Town|Parish|Community|Unitary|Metropolitan)[ ]Council
        |NHS[ ](?:Foundation[ ])?Trust|(?:Integrated[ ]Care|University[ ]Health|Health)[ ]Board
        |Clinical[ ]Commissioning[ ]Group|ICB|CCG|Constabulary
        |Police(?!(?:,[ ]Fire)?,?[ ](?:and|&)[ ]Crime|,[ ]Crime)
        |Fire[ ](?:and|&)[ ]Rescue
        [ ](?:Service|Authority)|Combined[ ]Authority|University(?![ ]of[ ][A-Z])
        |National[ ]Park[ ]Authority)\b""",
    re.VERBOSE,
)
_CHARITY = re.compile(
    r"""\b(?:Trust|Housing[ ]Association|Foundation|Hospice|Citizens[ ]Advice|Age[ ]UK
        |Housing[ ]Group|Homes|Academy[ ]Trust|Leisure[ ]Trust|Enterprises|Charity|Co-operative
        |Consortium|Consulting|Consultancy|Consultants|Associates|Architects|Solicitors|Solutions|Group
        |Holdings|Partnership|Builders|Contractors|Recruitment|Technologies)\b
        (?![ ](?:Ltd|Limited|plc|PLC|LLP|CIC|[A-Z]))""",
    re.VERBOSE,
)
_OF_BODY = re.compile(
    r"""\b(?:University[ ]of|(?:London|Royal)[ ]Borough[ ]of|Royal[ ]Borough[ ]of|City[ ]of
        |Police[ ]and[ ]Crime[ ]Commissioner[ ]for)
        (?:[ ](?:(?:of|the|upon)[ ])?
           (?!(?:Councillor|Cllr|Mr|Mrs|Ms|Dr|Cabinet|Mayor|Leader|Alderman)s?\b)[A-Z][\w'-]+){1,4}
        |(?:Department[ ](?:for|of)(?![ ](?:the[ ])?(?:[A-Z][\w'-]+[ ](?:of[ ])?){1,4}Council\b)
        |Ministry[ ]of)(?:[ ](?:(?:and|of|the)[ ])?[A-Z][\w'-]+){1,5}""",
    re.VERBOSE,
)

_WORD = re.compile(r"[\w&]+")
_CAPITALISED = re.compile(r"[A-Z][\w&]*")
_SMALL_FORMS = ("ltd", "llp", "limited", "plc")
_OWN_GROUPS = re.compile(
    r"""(?:Working|Steering|Task|Finish|Project|Focus|Reference|Labour|Conservative|Liberal|Green|
    Democrat|Democrats|Independent|Political|Action|Advisory|Stakeholder|User|Users|Support|Scrutiny
    |Review|Liaison|Delivery|Safety|Strategic|Local|Enterprise|Health|Officer|Members?|Party|Panel|
    Community|Residents|Tenants|Interest|Peer|Age|Minority|Ethnic|Learning|Commissioning|
    Investment|Improvement|Safeguarding|Transformation|Programme|Partnership|Skills|Children's)$""",
    re.VERBOSE,
)
_PLACE_AFTER = re.compile(
    r"[ ](?:Street|Road|Lane|Way|Close|Avenue|Drive|House|Court|Arena|Stadium|Park|Gardens|Hall|"
    r"Centre|Square|Building|Estate|Ward|School|Hospital|Bridge|Library|Academy|Roundabout)\b"
)


def words_of(reading: str) -> frozenset[str]:
    """Return the different words of a text that may open or close a name.

    Words with a capital, and of the others those that a known name opens with or that end a
    firm's name. A word may be part of a longer one: `places` looks at its edges.
    """
    words = set(_CAPITALISED.findall(reading))
    words.update(word for word in _small_words() if word in reading)
    return frozenset(words)


def known(reading: str, words: frozenset[str]) -> Iterator[Name]:
    """Yield the known firms and bodies of a text in reading order; the longest spelling wins."""
    index, last = _brands(), 0
    for start, word in places(reading, words & index.keys()):
        if start < last:
            continue
        found = _longest(reading, start, index[word])
        if found and not _is_other_name(reading, start, found):
            last = start + len(found.words)
            shown = found.canonical if _is_short(found) else reading[start:last]
            if shown == reading[start:last] and found.kind in ("supplier", "firm"):
                last = _whole(reading, last)
                shown = reading[start:last]
            yield Name(start, last, shown, found.kind, "brand", found.weak)


# Capitals right behind a known firm, and what makes them a contract's or a product's name.
_MORE = re.compile(r"(?: (?:(?:and|&) )?[A-Z][a-z]{1,18}){1,4}+(?![\w'&(-]| [A-Z0-9(])")
_CALLED = re.compile(
    r" (?:contracts?|agreement|framework|system|software|module|platform|package|partnership|team"
    r"|review|report|performance|update|project|scheme|programme|budget|depot|centre)\b"
)


def _whole(reading: str, stop: int) -> int:
    """Return where a known firm's full name stops: "Serco" of "Serco Environmental Services".

    All its further words are of trades, the last a trade; "Serco Leisure contract" names no more.
    """
    more = _MORE.match(reading, stop)
    words = more.group().split() if more else []
    own = [w for w in words if w not in ("and", "&")]
    if not own or not is_trade(own[-1]) or not all(is_trade(w) or not is_own_word(w) for w in own):
        return stop
    return stop if more is None or _CALLED.match(reading, more.end()) else more.end()


# A capitalised word right before or after a name: "Harwood Mears", "Tunstall Events".
_WORD_BEFORE = re.compile(r"(?:^|[^\w.])([A-Z][a-z][\w'-]*)[ ]\Z")
_WORD_AFTER = re.compile(r"[ ]([A-Z][a-z][\w'-]*)")


_OPEN = frozenset("The And With By From To For That".split())


# Words before a list of members, and the little words inside one.
_ROLLS = ("Cllrs", "Councillors", "Aldermen")
_IN_ROLL = frozenset("and de van la le".split())


def _in_roll(reading: str, start: int) -> bool:
    """Tell whether a word stands in a list of members: "Cllrs Thorne, Tunstall and Veck"."""
    at = max(reading.rfind(word, max(0, start - 900), start) for word in _ROLLS)
    if at < 0:
        return False
    words = reading[at:start].split()[1:]
    return all(
        (w[0].isupper() or w in _IN_ROLL) and (len(w) < 3 or w[-1] not in ".;:)") for w in words
    )


def _is_other_name(reading: str, start: int, brand: Brand) -> bool:
    """Tell whether a firm's one word is part of some other name."""
    if " " not in brand.words and _in_roll(reading, start):
        return True
    if is_trade(brand.words.partition(" ")[0]) and " " in brand.words:
        own = _WORD_BEFORE.search(reading, max(0, start - 24), start)
        return bool(own and is_own_word(own[1]) and own[1] not in _OPEN)  # "Star Care UK"
    if _opens_other(reading, start + len(brand.words)):
        return True
    if (brand.kind == "supplier" and not brand.weak) or " " in brand.words or len(brand.words) < 3:
        return False
    before = _WORD_BEFORE.search(reading, max(0, start - 24), start)
    if before and is_own_word(before[1]):
        return True
    if brand.kind == "product" and _opens_firm(reading, start + len(brand.words)):
        return True
    after = _WORD_AFTER.match(reading, start + len(brand.words))
    return bool(after and is_trade(after[1]) and is_own_word(after[1]))


def _opens_firm(reading: str, stop: int) -> bool:
    """Tell whether a product's word goes on to a firm's own name: "Otter Lift Services"."""
    more = _MORE.match(reading, stop)
    words = more.group().split() if more else []
    return len(words) > 1 and is_trade(words[-1])


# The word that makes a known firm's name a venture's: "Amey Severnside", "Mears Landing".
_VENTURE = re.compile(
    r" ([A-Z][a-z]{4,14})(?= (?:was|is|has|had|would|will|began|be|to|for|at|from|under|in|by)\b"
    r"|[,;:)]|\.(?:\s|\Z))"
)


def _opens_other(reading: str, stop: int) -> bool:
    """Tell whether a known firm's name goes on to an own word that makes it another firm's.

    A district after it tells where the firm works: "Veolia Southwark" is Veolia.
    """
    more = _VENTURE.match(reading, stop)
    if more is None or is_trade(more[1]) or is_place(more[1]) or not is_own_word(more[1]):
        return False
    folded = more[1].casefold()
    return folded not in forenames() and not any(folded in place for place in place_names())


def bodies(reading: str, words: frozenset[str]) -> Iterator[Name]:
    """Yield public bodies and charities by the shape of their names."""
    for start, _ in places(reading, words & _OF_BODY_WORDS):
        if m := _OF_BODY.match(reading, start):
            brand = known_firm(reading, start)  # "Department for Transport Active Travel Fund"
            stop = start + len(brand.words) if brand and brand.kind == "body" else m.end()
            yield Name(start, stop, reading[start:stop], "body", "body")
    for start, _ in places(reading, words & _BODY_WORDS):
        if m := _BODY.match(reading, start):
            begin = _look_back_body(reading, start)
            if begin is not None:
                yield Name(begin, m.end(), reading[begin : m.end()], "body", "body")
    for start, _ in places(reading, words & _CHARITY_WORDS):
        if m := _CHARITY.match(reading, start):
            begin = look_back(reading, start - 70, start)
            begin = begin if begin is None else begin + behind_person(reading[begin:start])
            if begin is not None and not _OWN_GROUPS.search(reading[begin:start].rstrip()):
                yield Name(begin, m.end(), reading[begin : m.end()], "charity", "body")


def places(reading: str, words: frozenset[str]) -> list[tuple[int, str]]:
    """Return where whole words stand, in reading order."""
    found = []
    for word in words:
        at = reading.find(word)
        while at >= 0:
            stop = at + len(word)
            if not _joins(reading[at - 1 : at]) and not _is_word(reading[stop : stop + 1]):
                found.append((at, word))
            at = reading.find(word, stop)
    return sorted(found)


def _is_word(character: str) -> bool:
    return character.isalnum() or character in ("&", "_")


def _joins(character: str) -> bool:
    return character != "" and (character.isalnum() or character in "&_'-")


def known_firm(reading: str, start: int) -> Brand | None:
    """Return the known name that starts at an offset, None where there is none."""
    word = _WORD.match(reading, start)
    brands = _brands().get(word.group()) if word else None
    return _longest(reading, start, brands) if brands else None


@cache
def _small_words() -> tuple[str, ...]:
    """Return the words to look for that no capital letter opens."""
    return (*_SMALL_FORMS, *(w for w in _brands() if not "A" <= w[0] <= "Z"))


@cache
def _brands() -> dict[str, tuple[Brand, ...]]:
    """Return the known spellings by their first word, the longest first."""
    spelled = [
        Brand(words, row["canonical"], row["kind"], bool(row["care"]))
        for row in data.table("brands.csv")
        for words in (row["name"], *(a for a in row["aliases"].split("|") if a))
    ]
    spelled += [Brand(words, words, "body", False) for words in data.lines("public_bodies.txt")]
    index: dict[str, list[Brand]] = {}
    for brand in spelled:
        for form in {brand.words, _loud(brand.words)}:
            one = Brand(form, brand.canonical, brand.kind, brand.weak)
            index.setdefault(_WORD.findall(form)[0], []).append(one)
    return {k: tuple(sorted(v, key=lambda b: -len(b.words))) for k, v in index.items()}


def _loud(words: str) -> str:
    """Return the form a heading in capitals prints; short and lower-case names have none."""
    return words if words[0].islower() or len(words) < 4 else words.upper()


def _is_short(brand: Brand) -> bool:
    """An abbreviation stands for its long form."""
    return (
        brand.words.isupper()
        and " " not in brand.words
        and not brand.canonical.isupper()
        and (brand.words.casefold() != brand.canonical.casefold())
    )


def _longest(reading: str, start: int, brands: tuple[Brand, ...]) -> Brand | None:
    for brand in brands:
        stop = start + len(brand.words)
        if not reading.startswith(brand.words, start) or reading[stop : stop + 1].isalnum():
            continue
        if reading[stop : stop + 1] == "-" and reading[stop + 1 : stop + 2].isalpha():
            continue
        if _PLACE_AFTER.match(reading, stop):
            continue
        return brand
    return None


# First words of the patterns above.
_OF_BODY_WORDS = frozenset("University London Royal City Police Department Ministry".split())
_BODY_WORDS = frozenset(
    "County City Borough District Town Parish Community Unitary Metropolitan NHS Integrated "
    "University Health Clinical ICB CCG Constabulary Police Fire Combined National".split()
)
_CHARITY_WORDS = frozenset(
    "Trust Housing Foundation Hospice Citizens Age Homes Academy Leisure Enterprises Charity Co "
    "Consortium Consulting Consultancy Consultants Associates Architects Solicitors "
    "Solutions Group Holdings "
    "Partnership Builders Contractors Recruitment Technologies".split()
)
# The end of one body's name before the next: "Esk Police and Esk County Council".
_TWO_BODIES = re.compile(
    r"\b(?:Council|Constabulary|Police|Trust|Board|Authority|University|Service|Group) and "
    r"|(?<!Borough)(?<!City)(?<!County)(?<!Isle)(?<!University)"
    r"(?<!\bWest)(?<!\bForest)(?<!\bVale) of (?=[A-Z][\w'-]* ?\Z)"
)


_FOR_BODY = re.compile(r"[a-z] for (?:the )?(?=(?:[A-Z][\w'-]* ){1,4}?\Z)")


def _look_back_body(reading: str, stop: int) -> int | None:
    start = look_back(reading, max(0, stop - 70), stop)
    if start is not None and (two := _TWO_BODIES.search(reading, start, stop)):
        start = two.end()
    if start is not None and (mark := _FOR_BODY.search(reading, start, stop)):
        start = mark.end()  # "the Tax for Esk County Council"
    words = reading[start:stop].split() if start is not None else []
    return start if words and words[-1] not in ("NHS",) and not _RANKS.issuperset(words) else None


# A rank in a body is no body: "the Deputy Police", of "Deputy Police and Crime Commissioner".
_RANKS = frozenset("Deputy Assistant Chief Acting Interim Former Our Local The".split())
