"""Which runs of capitals are shaped like a firm's name that has no legal suffix.

"Whitmoor Joinery" ends with a trade (data/trade_words.txt) and is a firm wherever it plays a part;
"Brightpath" may be one, where a contract verb ties it; "Head of Legal", "Lot 2", "Ann Hart" and
"Rutland" name no firm.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors import data


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a name stands in its run of capitals, and whether a trade's word ends it."""

    start: int
    stop: int
    trade: bool


_WORD = re.compile(r"[^\s]+")
_LITTLE = frozenset("of for & + and".split())
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Cllr|Cllrs|Councillors?|Professor|Prof|Rev|"
    r"Reverend|Alderman|Mayor|Judge|Inspector|Bishop|Canon)\.?[ ]\Z"
)
# Capitals that stand for no firm: schemes, laws, papers, kit.
_LETTERS = frozenset(
    "TUPE GDPR VAT NHS ICT CCTV HRA MTFS MTFP PFI DPS OJEU ITT PQQ LED SEND KPI KPIS RAG SLA JCT "
    "NEC NEC4 NEC3 TBC HR IT HMRC CPI RPI FTE DSO DLO LATC LEP BID BSF PPP RFQ FTS OJEU "
    "FOI EIA EHCP ASB "
    "MTFP DFG LGA PCC CCG ICB CIL SPD TRO MOU RESOLVED AGREED DECISION NOTED CARRIED HWRC MRF TPO "
    "DFE DWP DFT HMO HMOS BACS PSPO RIBA RICS JSNA PCSA EFA ESFA SEN ASC CSC AGM EGM UK "
    "EU USA".split()
)
# Last words of places and rooms: no firm.
_PLACES = frozenset(
    "street road lane way close avenue drive house court arena stadium gardens hall centre square "
    "building estate ward school hospital bridge library academy roundabout park pavilion mill "
    "bridges terrace crescent depot farm common wood woods pool harbour pier beach canal river "
    "station precinct quay wharf junction roundabout meadows cemetery crematorium museum town city "
    "county borough village parish forest bay island walk row hill mews green place act bill code "
    "fund grant scheme strategy plan policy programme".split()
)
# What people call a district for short: "the contract with the Vale".
_COUNTRY = frozenset(
    "vale forest weald wolds downs moors dales fens broads peaks marches borders isles".split()
)
# What follows a name and is no part of it: "the Brightpath Contract", "Brightpath 2024".
_TAILS = frozenset(
    "jv ltd limited plc llp contract contracts agreement agreements framework lot lots "
    "tender award estimate quotation quote no "
    "contractor performance bid bids report january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday "
    "the in on at from to by with for of and".split()
)
# Plain words that may close a name: "Lumen North".
_KEPT = frozenset(
    "north south east west northern southern eastern western central london midlands wales "
    "scotland england".split()
)


def shape_of(reading: str, start: int, stop: int) -> Shape | None:
    """Return the firm's name inside a run of capitals, None where there is none.

    >>> [shape_of(w, 0, len(w)) and w[: shape_of(w, 0, len(w)).stop] for w in
    ...  ("Brightpath", "Whitmoor Joinery Contract", "Provider A", "Head of Legal", "Ann Hart")]
    ['Brightpath', 'Whitmoor Joinery', None, None, None]
    """
    if national := _NATIONAL.match(reading, start, stop):
        return Shape(start, national.end(), True)
    words = [(m.start(), m.group()) for m in _WORD.finditer(reading, start, stop)]
    partner = reading.endswith(_PARTNER, 0, start)
    words = _trimmed(words, partner)
    if not words:
        return None
    start, stop = words[0][0], words[-1][0] + len(words[-1][1])
    if _OWN_S.match(reading, stop):
        stop += len("'s")
    parts = [w for _, w in words if w not in _LITTLE]
    if _CONTRACTS.match(reading, stop) and not reading.startswith("the ", start - 4):
        stop += len(" Contracts")  # a firm of contractors: "tendered by Nidd Contracts"
        parts.append("Contracting")
    trade = len(parts) > 1 and any(_fold(w) in _trades() for w in parts[1:])
    if parts[-1:] == ["Contracts"]:
        trade = not reading.startswith("the ", start - 4)
    if not _may_name(parts, trade, reading.endswith(_PARTNER, 0, start)) or _TITLE.search(
        reading, max(0, start - 14), start
    ):
        return None
    return Shape(start, stop, trade)


# A body of the whole country that sells its services; the state's own are no firms.
_NATIONAL = re.compile(
    r"(?:National|British|Royal) (?!Health|Probation|Crime|Fire|Insurance|Park)[A-Z][a-z]{2,15}"
    r"(?: [A-Z][a-z]{2,15})? (?:Service|Association|Institute|Institution|Society|Federation)"
    r"(?![\w'&-]| [A-Z])"
)
# An "'s" that owns nothing belongs to the name: "the contract with St Wilfrid's to provide".
_OWN_S = re.compile(r"'s(?=[,;)\n]|\.(?!\w)| (?:to|for|from|at|in|on|until|be|as|which|who)\b|\Z)")
_CODE = re.compile(r"[0-9]{3}")  # the number of a contract or a report: "CON-4711"
_CONTRACTS = re.compile(r" Contracts(?![\w'&-]| [A-Z(])")


def is_trade(word: str) -> bool:
    """Tell whether a word may close a firm's name by its trade: "Joinery"."""
    return _fold(word) in _trades()


def is_place(word: str) -> bool:
    """Tell whether a word may close the name of a place: "Street", "Ward"."""
    return _fold(word) in _places()


def is_own_word(word: str) -> bool:
    """Tell whether a capitalised word is a name's own: no vocabulary, no lead."""
    folded = _fold(word)
    return folded not in not_names() and folded not in _stops()


def _trimmed(words: list[tuple[int, str]], partner: bool = False) -> list[tuple[int, str]]:
    """Leave out what opens and closes a run without belonging to the name.

    A `partner` of a contract may be called by its house: "held by Lowther Women's Centre".
    """
    while words and (
        words[0][1] in _LITTLE or (words[0][1] != "A." and _fold(words[0][1]) in _stops())
    ):
        words = words[1:]
    while words:
        at, word = words[-1]
        bare = word.removesuffix("'s").rstrip(".,'-&+/")
        folded = _fold(bare)
        if folded[:1].isdigit():
            words = words[:-1]
            continue
        if bare == "Contracts" and len(words) > 2 and _fold(words[-2][1]) in _PLACES:
            return words  # a firm of contractors called after its street
        plain = folded in not_names() or folded in _TAILS
        if bare and bare not in _LITTLE and not (plain and folded not in _closers()):
            return [*words[:-1], (at, bare)]
        if plain and folded not in _TAILS:
            whole = _is_partners(words) or (partner and len(words) > 1 and folded in _HOUSES)
            return [*words[:-1], (at, bare)] if whole else []  # "Climate Fund": more than a name
        words = words[:-1]
    return words


_FAMILY = frozenset("son sons daughters bros brothers".split())  # "R J Tarrant & Son"


# Houses that firms and charities are called after.
_HOUSES = frozenset("house centre academy hall court school mill lodge farm hospital".split())


# What councils are called for short: "KCC", "FDC", "CBMBC".
_COUNCIL_LETTERS = re.compile(r"[A-Z]{1,3}(?:CC|DC|BC|MBC)")


def _is_partners(words: list[tuple[int, str]]) -> bool:
    """Tell whether a run is of two partners, whose names may be plain words: "Orme & Field"."""
    return len(words) == 3 and words[1][1] in ("&", "+") and is_own_word(words[0][1])


# After these a place's last word closes a firm's name: "held by Lowther Women's Centre".
_PARTNER = (
    "held by ", "contract with ", "contract with the ", "contracts with ", "bought from ",
    "purchased from ", "commissioned from ", "block-bought from ", "block booked at ",
)  # fmt: skip


def _may_name(parts: list[str], trade: bool, partner: bool = False) -> bool:
    folded = [_fold(w) for w in parts]
    if folded[0].startswith("no."):
        return False
    plain = [w in not_names() for w in folded]
    if all(p or w in _trades() for p, w in zip(plain, folded, strict=True)):
        return _is_lead_and_trade(folded)
    if plain[0] and not (trade and folded[0] in _openers()) and not _is_of_region(folded, plain):
        return False
    family = folded[-1] in _FAMILY and len(parts) > 2 and folded[-2] not in not_names()
    if any(len(w) == 1 and not family for w in parts):
        return False
    if folded[-1] in _places() and not (partner and len(parts) > 1 and folded[-1] in _HOUSES):
        return False
    if any(w.isdigit() or _CODE.search(w) for w in parts):
        return False
    if " ".join(folded) in place_names() or (folded[0] in forenames() and _is_person(parts)):
        return False
    if len(parts) > 1:
        return not all(w.isupper() for w in parts)
    word = parts[0]
    if folded[0] in _COUNTRY:
        return False
    if word.isupper() and _COUNCIL_LETTERS.fullmatch(word):
        return False
    if word.isupper():
        return 3 <= len(word) <= 6 and word not in _LETTERS
    return len(word) >= 4 and folded[0] not in forenames()


# Plain leads of firms' names, and trades that are no council's department: "Northern Commercials".
_FIRM_LEADS = frozenset("northern southern eastern western premier direct complete prime".split())
_NO_DEPARTMENTS = frozenset(
    "construction builders contractors contracting civils roofing scaffolding joinery carpentry "
    "glazing windows interiors kitchens plumbing electrical solar surfacing asphalt fencing paving "
    "groundworks demolition flooring insulation lifts elevators signs shutters doors skips "
    "cleaners trucks vehicles commercials hire rentals coaches buses minibuses taxis haulage "
    "logistics caterers furniture print printers printing recruitment security software systems "
    "solutions".split()
)


def _is_lead_and_trade(folded: list[str]) -> bool:
    """Tell whether two plain words are a firm's: a lead and a trade that no department has."""
    return len(folded) == 2 and folded[0] in _FIRM_LEADS and folded[1] in _NO_DEPARTMENTS


_COMPASS = frozenset("north south east west mid".split())


def _is_of_region(folded: list[str], plain: list[bool]) -> bool:
    """Tell whether a region's name goes on to a word of a firm's own: "West Mercia Extra"."""
    if folded[0] not in _COMPASS or len(folded) < 3:
        return False
    return not plain[-1] and not plain[-2] and folded[-1] not in _places() | place_names()


def _is_person(parts: list[str]) -> bool:
    """Tell whether capitals after a given name are a person's: no trade's word ends them."""
    return len(parts) <= 3 and _fold(parts[-1]) not in _trades() and "&" not in parts


@lru_cache(maxsize=4096)
def _fold(word: str) -> str:
    return word.casefold().strip(".,'()").removesuffix("'s")


@cache
def not_names() -> frozenset[str]:
    """Return the capitalised words of council papers that name nobody."""
    return frozenset(w for line in data.lines("not_names.txt") for w in line.split())


@cache
def _stops() -> frozenset[str]:
    return frozenset(data.lines("name_stops.txt"))


@cache
def _places() -> frozenset[str]:
    return _PLACES - _trades()


@cache
def _trades() -> frozenset[str]:
    return frozenset(w for line in data.lines("trade_words.txt") for w in line.split())


@cache
def _closers() -> frozenset[str]:
    return _trades() | _KEPT


@cache
def _openers() -> frozenset[str]:
    return frozenset(w for line in data.lines("firm_openers.txt") for w in line.split())


@cache
def forenames() -> frozenset[str]:
    """Return the given names that this country's people bear."""
    return frozenset(w for line in data.lines("forenames.txt") for w in line.split())


@cache
def place_names() -> frozenset[str]:
    """Return the places that councils are named after."""
    slugs = [
        row["slug"].replace("-", " ").removesuffix(" city") for row in data.table("councils.csv")
    ]
    return frozenset(place for slug in slugs for place in (slug, *slug.split(" and ")))
