"""Names of organisations as they stand in a text: where they start, where they stop.

Four ways to a name, cheapest first: a legal suffix and a bounded look back from it, firms and
bodies we know by name (data/brands.csv, data/public_bodies.txt), bodies by the shape of their name
("… Borough Council", "… NHS Foundation Trust"), and the short forms that the page defines for
any of these. Names without suffix after a contract verb are read in `org_roles`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors import data, legal
from extractors.definitions import definitions


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


# A legal suffix after at least one word; "Limited" also opens sentences, so the look back decides.
_SUFFIX = re.compile(
    r"""(?<=[\w).,&"'\]][ ])
        (?:L(?:td|TD|imited|IMITED|LP)|l(?:td|lp|imited)|P(?:lc|LC)|plc|LLP|C\.?I\.?C|CIO|
           P\.L\.C|L\.L\.P|C(?:ommunity|OMMUNITY)[ ]I(?:nterest|NTEREST)[ ]C(?:ompany|OMPANY)|
           Inc|GmbH)\b\.?(?!\w)""",
    re.VERBOSE,
)
# Bodies and charities by the word their name ends with.
_BODY = re.compile(
    r"""\b(?:(?:County|City|Borough|District|Town|Parish|Community|Unitary|Metropolitan)[ ]Council
        |NHS[ ](?:Foundation[ ])?Trust|(?:Integrated[ ]Care|University[ ]Health|Health)[ ]Board
        |Clinical[ ]Commissioning[ ]Group|I?CB|CCG|Constabulary|Police|Fire[ ](?:and|&)[ ]Rescue
        [ ](?:Service|Authority)|Combined[ ]Authority|University|National[ ]Park[ ]Authority)\b""",
    re.VERBOSE,
)
_CHARITY = re.compile(
    r"""\b(?:Trust|Housing[ ]Association|Foundation|Hospice|Citizens[ ]Advice|Age[ ]UK|Mind
        |Housing[ ]Group|Homes|Academy[ ]Trust|Leisure[ ]Trust|Enterprises|Charity|Co-operative
        |Consulting|Consultancy|Consultants|Associates|Architects|Solicitors|Solutions|Group
        |Holdings|Partnership|Builders|Contractors|Recruitment|Technologies)\b(?![ ](?:Ltd|Limited|plc|PLC|LLP|CIC|[A-Z]))""",
    re.VERBOSE,
)
_OF_BODY = re.compile(
    r"""\b(?:University[ ]of|(?:London|Royal)[ ]Borough[ ]of|Royal[ ]Borough[ ]of|City[ ]of
        |Police[ ]and[ ]Crime[ ]Commissioner[ ]for)
        (?:[ ](?:(?:of|the|upon)[ ])?[A-Z][\w'-]+){1,4}
        |(?:Department[ ](?:for|of)|Ministry[ ]of)(?:[ ](?:(?:and|of|the)[ ])?[A-Z][\w'-]+){1,5}""",
    re.VERBOSE,
)
_CAPITAL = re.compile(
    r"(?<![\w'-])[A-Z0-9a-z]?[A-Z][\w.&'+-]*|(?<![\w'-])(?:arvato|allpay|idverde)\b"
)
_WORD = re.compile(r"[^\s,;:()\"]+")
_LITTLE = frozenset("of for in de la le du and & +".split())
_OWN_GROUPS = re.compile(
    r"""(?:Working|Steering|Task|Finish|Project|Focus|Reference|Labour|Conservative|Liberal|Green|
    Democrat|Democrats|Independent|Political|Action|Advisory|Stakeholder|User|Users|Support|Scrutiny
    |Review|Liaison|Delivery|Safety|Strategic|Local|Enterprise|Health|Officer|Members?|Party|Panel|
    Community|Residents|Tenants|Interest|Peer|Age|Minority|Ethnic|Learning|Commissioning|
    Investment|Improvement|Safeguarding|Transformation|Programme|Partnership|Skills|Children's)$""",
    re.VERBOSE,
)
_REACH = 150
_PLACE_AFTER = re.compile(
    r"[ ](?:Street|Road|Lane|Way|Close|Avenue|Drive|House|Court|Arena|Stadium|Park|Gardens|Hall)\b"
)


@cache
def _stops() -> frozenset[str]:
    return frozenset(data.lines("name_stops.txt"))


@cache
def _brands() -> dict[str, tuple[Brand, ...]]:
    """Return the known spellings by their first word, the longest first."""
    index: dict[str, list[Brand]] = {}
    for row in data.table("brands.csv"):
        aliases = [a for a in row["aliases"].split("|") if a]
        for words in (row["name"], *aliases):
            brand = Brand(words, row["canonical"], row["kind"], bool(row["care"]))
            index.setdefault(_first(words), []).append(brand)
    for words in data.lines("public_bodies.txt"):
        index.setdefault(_first(words), []).append(Brand(words, words, "body", False))
    for brands in list(index.values()):
        for b in brands:
            if b.words[0].islower() or b.words.isupper() or len(b.words) < 4:
                continue
            loud = Brand(b.words.upper(), b.canonical, b.kind, b.weak)
            index.setdefault(_first(loud.words), []).append(loud)
    return {k: tuple(sorted(v, key=lambda b: -len(b.words))) for k, v in index.items()}


def _first(words: str) -> str:
    found = _CAPITAL.match(words)
    return _token(found.group()) if found else words.split(" ")[0]


def _token(word: str) -> str:
    """Fold what a text may glue to a first word: a possessive, a full stop."""
    return word.removesuffix("'s").removesuffix("'").rstrip(".'-&+")


@lru_cache(maxsize=4)
def names(reading: str) -> tuple[Name, ...]:
    """Return all names of a text in reading order, none overlapping another.

    >>> [n.name for n in names("A bid of Bryn & Sons (Waste) Ltd and one of Serco were read")]
    ['Bryn & Sons (Waste) Ltd', 'Serco']
    """
    found = [*_suffixed(reading), *_bodies(reading), *_known(reading)]
    firm = _apart(found)
    return _apart([*firm, *_short_forms(reading, firm)])


def _apart(found: list[Name]) -> tuple[Name, ...]:
    """Keep the longest of names that overlap."""
    kept: list[Name] = []
    for name in sorted(found, key=lambda n: (n.start, -n.stop, n.how != "short")):
        if kept and name.start < kept[-1].stop:
            if name.stop - name.start > kept[-1].stop - kept[-1].start:
                kept[-1] = name
            continue
        kept.append(name)
    return tuple(kept)


# -- suffix ---------------------------------------------------------------------------------


def _suffixed(reading: str) -> Iterator[Name]:
    last = 0
    for m in _SUFFIX.finditer(reading):
        start = look_back(reading, max(last, m.start() - _REACH), m.start())
        if start is None and m.group()[0].islower():
            start = _look_back_lower(reading, max(last, m.start() - 60), m)
        if start is not None:
            stop = m.end() - (m.group().endswith(".") and not _dot_is_ours(reading, m))
            yield Name(start, stop, reading[start:stop], "firm", "suffix")
            last = m.end()


def _dot_is_ours(reading: str, suffix: re.Match[str]) -> bool:
    """Tell whether a stop after "Ltd." belongs to it: the sentence goes on."""
    after = reading[suffix.end() : suffix.end() + 2]
    return after[:1] in (",", ";", ")") or (after[:1] == " " and after[1:].islower())


def look_back(reading: str, floor: int, stop: int) -> int | None:
    """Return where the capitalised name that ends at `stop` starts, None where there is none.

    Walks back word by word: capitals, initials and figures belong to it; brackets, little words
    and commas only between such words; a verb, a post, a line's or sentence's end closes it.
    """
    floor = max(floor, reading.rfind("\n", 0, stop) + 1, 0)
    pieces = [(m.start(), m.group()) for m in _PIECE.finditer(reading, floor, stop)]
    if floor and pieces and reading[floor - 1].isalnum() and pieces[0][0] == floor:
        del pieces[0]  # the window cut a word in two
    return _walk(reading, pieces[-16:])


def _walk(reading: str, pieces: list[tuple[int, str]]) -> int | None:
    """Take pieces from the right while they belong to one name; return its start."""
    start: int | None = None
    closed: tuple[int, int] | None = None  # the name's start right of an "and", and where that is
    i = len(pieces) - 1
    while i >= 0:
        at, word = pieces[i]
        if _is_name_word(word):
            if closed and _is_brand_before(reading, at, closed[1]):
                return closed[0]
            start = at
            i -= 1
            continue
        glue = _glue(pieces, i, start)
        if not glue:
            break
        if start is not None and word in ("and", "&", "+", ","):
            closed = closed or (start, at)
        i -= glue
    return start


def _glue(pieces: list[tuple[int, str]], i: int, start: int | None) -> int:
    """Return how many pieces at i hold two parts of a name together; 0 for none."""
    word = pieces[i][1]
    left = pieces[i - 1][1] if i else ""
    if word[0] == "(":
        return 1 if len(word) > 2 and (_is_name_word(left) or left[:1] == "(") else 0
    if start is None:
        return 1 if word == "," and _is_name_word(left) else 0
    if word == ",":
        return 1 if _comma_joins(pieces, i) else 0
    if word == "the":
        return 2 if left in ("of", "for", "in") and i > 1 and _is_name_word(pieces[i - 2][1]) else 0
    if word in _LITTLE and _is_name_word(left) and not left[0].isdigit():
        return 1
    return 2 if word == "and" and left == "," and i > 1 and _comma_joins(pieces, i - 1) else 0


def _comma_joins(pieces: list[tuple[int, str]], i: int) -> bool:
    """Tell whether a comma stands inside a name: "Change, Grow, Live", "Ash, Elm & Co".

    Only single words in a list that a preposition opens: "with Ash, Elm & Co".
    """
    words = [w for _, w in pieces]
    if i + 2 >= len(words) or words[i + 2] not in (",", "&", "and", "+"):
        after_one = i >= 2 and words[i - 2] == ","
        if not after_one:
            return False
    if not (i and _is_name_word(words[i - 1])):
        return False
    opener = words[i - 2] if i >= 2 else ""
    return opener in ("", ",", "to", "with", "by", "of", "from")


def _is_brand_before(reading: str, start: int, stop: int) -> bool:
    """Tell whether a firm known by name stands whole between two offsets."""
    brand = known_firm(reading, start)
    return brand is not None and start + len(brand.words) <= stop


_PIECE = re.compile(r"\([^()\n]{0,60}\)|[^\s,;:()|\"?!]+|[,;:()|\"?!]")
_ABBREVIATED = frozenset("St. Co. Bros. Dr. Wm. Geo. Jas. Thos. Chas. Messrs. No.".split())


def _is_name_word(word: str) -> bool:
    """Tell whether a word may belong to a firm's name."""
    if not word or word.casefold().strip(".'") in _stops() or _SUFFIX_WORD.fullmatch(word):
        return False
    if word.endswith(".") and word not in _ABBREVIATED and not _INITIALS.fullmatch(word):
        return False
    bare = word.lstrip("'&")
    if not bare or not (bare[0].isalnum()):
        return False
    if bare[0].isdigit():
        return _FIGURE.fullmatch(bare) is not None
    return bare[0].isupper() or (len(bare) > 2 and bare[1].isupper() and bare.isalnum())


_INITIALS = re.compile(r"(?:[A-Z]\.){1,4}")
_SUFFIX_WORD = re.compile(r"(?:Ltd|LTD|Limited|LIMITED|plc|PLC|LLP|CIC)\.?(?:'s)?(?:/.*)?")
# Figures that open or close names: "3GS", "1Life", "24/7", "21"; not years and sums.
_FIGURE = re.compile(r"[0-9]{1,3}(?:[A-Za-z&/-][\w/&-]*)?")


_LOWER_STOPS = frozenset(
    "to with by of from and the a an that for as is are was were be been being very more quite too "
    "but so not time on in at or any this their its no which has have had into under".split()
)


def _look_back_lower(reading: str, floor: int, suffix: re.Match[str]) -> int | None:
    """Return the start of an all lower-case name: at most four words after to, with or by."""
    after = reading[suffix.end() : suffix.end() + 1]
    if suffix.group() == "limited" and after not in (".", ",", ";", ")", "\n", ""):
        return None
    floor = max(floor, reading.rfind("\n", 0, suffix.start()) + 1)
    words = list(_WORD.finditer(reading, floor, suffix.start()))[-5:]
    start = None
    for w in reversed(words):
        if w.group() in _LOWER_STOPS or w.group()[-1] in ".":
            ends_well = w.group() in ("to", "with", "by", "from", "of", "between")
            return start if ends_well else None
        start = w.start()
    return None


# -- bodies ---------------------------------------------------------------------------------


def _bodies(reading: str) -> Iterator[Name]:
    for m in _OF_BODY.finditer(reading):
        yield Name(m.start(), m.end(), m.group(), "body", "body")
    for m in _BODY.finditer(reading):
        start = _look_back_body(reading, m.start())
        if start is not None:
            yield Name(start, m.end(), reading[start : m.end()], "body", "body")
    for m in _CHARITY.finditer(reading):
        start = look_back(reading, m.start() - 70, m.start())
        if start is not None and not _OWN_GROUPS.search(reading[start : m.start()].rstrip()):
            yield Name(start, m.end(), reading[start : m.end()], "charity", "body")


# The end of one body's name before the next: "Esk Police and Esk County Council".
_TWO_BODIES = re.compile(
    r"\b(?:Council|Constabulary|Police|Trust|Board|Authority|University|Service|Group) and "
)


def _look_back_body(reading: str, stop: int) -> int | None:
    start = look_back(reading, max(0, stop - 70), stop)
    if start is not None and (two := _TWO_BODIES.search(reading, start, stop)):
        start = two.end()
    words = reading[start:stop].split() if start is not None else []
    return start if words and words[-1] not in ("NHS",) else None


# -- known names ----------------------------------------------------------------------------


def _known(reading: str) -> Iterator[Name]:
    index, last = _brands(), 0
    for m in _CAPITAL.finditer(reading):
        if m.start() < last:
            continue
        brands = index.get(_token(m.group()))
        found = _longest(reading, m.start(), brands) if brands else None
        if found:
            last = m.start() + len(found.words)
            shown = found.canonical if _is_short(found) else reading[m.start() : last]
            yield Name(m.start(), last, shown, found.kind, "brand", found.weak)


def _is_short(brand: Brand) -> bool:
    """An abbreviation stands for its long form."""
    return (
        brand.words.isupper()
        and " " not in brand.words
        and not brand.canonical.isupper()
        and (brand.words.casefold() != brand.canonical.casefold())
    )


def known_firm(reading: str, start: int) -> Brand | None:
    """Return the known name that starts at an offset, None where there is none."""
    m = _CAPITAL.match(reading, start)
    brands = _brands().get(_token(m.group())) if m else None
    return _longest(reading, start, brands) if brands else None


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


# -- short forms ----------------------------------------------------------------------------


def _short_forms(reading: str, known: tuple[Name, ...]) -> Iterator[Name]:
    """Yield where the page uses short forms of the names it has given."""
    forms = _forms(reading, known)
    if not forms:
        return
    any_form = re.compile(
        rf"(?<![\w'&-])(?:{'|'.join(re.escape(f) for f in sorted(forms, key=len, reverse=True))})"
        r"(?![\w&-])"
    )
    for m in any_form.finditer(reading):
        name = forms[m.group()]
        yield Name(m.start(), m.end(), name.name, name.kind, "short", name.weak)


def _forms(reading: str, known: tuple[Name, ...]) -> dict[str, Name]:
    """Return short forms: those defined in brackets, initials, first words of a long name."""
    forms: dict[str, Name] = {}
    by_stop = {n.stop: n for n in known}
    for d in definitions(reading):
        name = by_stop.get(d.long_stop)
        if name and name.kind != "product" and d.term not in _TOO_PLAIN:
            forms.setdefault(d.term, name)
    for name in known:
        if name.how == "suffix":
            for form in (_initials(name.name), _head(name.name)):
                if form:
                    forms.setdefault(form, name)
        if len(forms) > 80:
            break
    return forms


# Defined terms that stand for a part in a contract, not for one firm's name.
_TOO_PLAIN = frozenset(
    "Council Board Committee Cabinet Company Trust Group Authority Agreement Contract Act Scheme "
    "Project Site Property Landlord Tenant Developer Applicant Buyer Seller Purchaser".split()
)


def _initials(name: str) -> str | None:
    """Return the initials of a name of three or more words without its legal form.

    >>> _initials("Tamar Road Works Ltd")
    'TRW'
    """
    words = [w for w in re.findall(r"[A-Z][\w']*", name) if legal.key(w) not in _FORM_WORDS]
    letters = "".join(w if w.isupper() else w[0] for w in words)
    return letters if len(words) >= 3 and 3 <= len(letters) <= 6 else None


_FORM_WORDS = frozenset("ltd limited plc llp cic inc cio".split())


def _head(name: str) -> str | None:
    """Return a long name without its legal form, as it is printed for short."""
    shorter = _SUFFIX_AT_END.sub("", name)
    return shorter if " " in shorter and shorter != name else None


_SUFFIX_AT_END = re.compile(
    r",?[ ](?:Ltd|LTD|Limited|LIMITED|plc|Plc|PLC|LLP|C\.?I\.?C|CIO|Community Interest Company|"
    r"Inc|GmbH)\.?$"
)


# -- names that only a contract verb shows --------------------------------------------------------

# Words of buying: without one a line is not read for names without suffix.
_BUYING = re.compile(
    r"(?:[Cc]ontract|CONTRACT|[Aa]ward|[Aa]ppoint|[Pp]rovider|[Ss]upplier|[Oo]perat|[Bb]idder|"
    r"[Tt]enderer|[Pp]rovided by|[Dd]elivered by|[Rr]un by|partner)"
)
# What touches such a name, and the capitals that follow.
_TOUCHED = re.compile(
    r"""\b(?:to|with|by|is|was|be|appoint(?:ed|ing)?|appointment[ ]of|[Cc]ontractors?|[Pp]roviders?
    |[Ss]uppliers?|[Cc]onsultants?|[Oo]perator|[Bb]idder|[Tt]enderer|partner)(?:,|:|[ ][–-])?[ ](?:the[ ])?["']?
    (?P<name>[A-Z][\w&'+.-]*(?:[ ](?:(?:of|for|in|the|&|\+)[ ])?[A-Z0-9][\w&'+-]*){0,5})""",
    re.VERBOSE,
)
_NEXT = re.compile(
    r"(?:,|,? and| &) (?P<name>[A-Z][\w&'+.-]*(?: (?:(?:of|for|in|the|&) )?[A-Z0-9][\w&'+-]*){0,5})"
)
_LINE = re.compile(r"[^\n]+")


@cache
def not_names() -> frozenset[str]:
    """Return the capitalised words of council papers that name nobody."""
    return frozenset(w for line in data.lines("not_names.txt") for w in line.split())


def open_names(reading: str, known: tuple[Name, ...]) -> Iterator[Name]:
    """Yield capitalised words that a contract verb touches and that are no name known already.

    They are firms only where `org_roles` ties them; the caller drops the others.
    """
    taken = [(n.start, n.stop) for n in known]
    starts = [a for a, _ in taken]
    for line in _LINE.finditer(reading):
        if not _BUYING.search(line.group()) or _is_title_case(line.group()):
            continue
        at = line.start()
        while m := _TOUCHED.search(reading, at, line.end()):
            at = m.end() if m.end() > m.start("name") else m.end() + 1
            while m:
                name = _open_name(reading, m.start("name"), m.end("name"), taken, starts)
                if name:
                    yield name
                m = _NEXT.match(reading, m.end()) if name else None
                at = max(at, m.end()) if m else at


def _open_name(
    reading: str, start: int, stop: int, taken: list[tuple[int, int]], starts: list[int]
) -> Name | None:
    words = reading[start:stop].removesuffix("'s").rstrip(".'-&+ ")
    stop = start + len(words)
    i = bisect_right(starts, stop)
    if any(a < stop and start < b for a, b in taken[max(0, i - 2) : i + 1]):
        return None
    return Name(start, stop, words, "firm", "verb", True) if _reads_as_firm(words) else None


def _reads_as_firm(words: str) -> bool:
    """Tell whether capitals may be a firm's name: no vocabulary of the council opens or fills it.

    >>> [_reads_as_firm(w) for w in ("Brightpath", "Provider A", "Lot 2", "Head of Legal")]
    [True, False, False, False]
    """
    parts = [w for w in re.split(r"[ ]", words) if w[:1].isupper() or w[:1].isdigit()]
    plain = [w.casefold().strip(".'") in not_names() for w in parts]
    if plain[0] or all(plain) or any(w.isdigit() or len(w) == 1 for w in parts):
        return False
    return (
        len(parts) > 1
        or (len(words) >= 4 and not words.isupper())
        or (words.isupper() and 3 <= len(words) <= 6)
    )


def _is_title_case(line: str) -> bool:
    """Tell whether a line is set like a title, where capitals tell nothing."""
    words = [w for w in line.split() if w[0].isalpha() and len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) > 0.7 * len(words)
