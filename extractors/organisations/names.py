"""Names of organisations as they stand in a text: where they start, where they stop.

Four ways to a name, cheapest first: a legal suffix and a bounded look back from it, firms and
bodies known by name or by their name's shape (`org_known`), and the short forms that the page
defines for any of these. Names that only a contract verb shows are in `org_open`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from extractors.definitions import definitions
from extractors.organisations import legal
from extractors.organisations.known import Name, bodies, known, known_firm, words_of
from extractors.organisations.lookback import look_back, look_back_lower
from extractors.organisations.shapes import is_own_word, is_trade

# A legal suffix after at least one word; "Limited" also opens sentences, so the look back decides.
_SUFFIX = re.compile(
    r"""[ ](?P<form>L(?:td|TD|imited|IMITED|LP)|l(?:td|lp|imited)|P(?:lc|LC)|plc|LLP|C\.?I\.?C|CIO|
           P\.L\.C|L\.L\.P|C(?:ommunity|OMMUNITY)[ ]I(?:nterest|NTEREST)[ ]C(?:ompany|OMPANY)|
           Inc|GmbH|Cyf(?:yngedig)?)\b\.?(?!\w)""",
    re.VERBOSE,
)
_SUFFIX_WORDS = frozenset(
    "Ltd LTD Limited LIMITED LLP ltd llp limited Plc PLC plc CIC CIO C Community COMMUNITY P L "
    "Inc GmbH Cyf Cyfyngedig".split()
)
_REACH = 150


@lru_cache(maxsize=4)
def names(reading: str) -> tuple[Name, ...]:
    """Return all names of a text in reading order, none overlapping another.

    >>> [n.name for n in names("A bid of Bryn & Sons (Waste) Ltd and one of Serco were read")]
    ['Bryn & Sons (Waste) Ltd', 'Serco']
    """
    words = words_of(reading)
    found = [*known(reading, words), *bodies(reading, words)]
    if words & _SUFFIX_WORDS:
        found += _suffixed(reading)
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
        start = look_back(reading, max(last, m.start() - _REACH), m.start(), _is_whole_firm)
        if start is None and m["form"][0].islower():
            start = look_back_lower(reading, max(last, m.start() - 60), m)
        if start is not None:
            start = _after_and(reading, _over_wrap(reading, start), m.start())
            if m["form"].startswith("Cyf"):
                start = _over_welsh(reading, start)
            stop = m.end() - (m.group().endswith(".") and not _dot_is_ours(reading, m))
            yield Name(start, stop, reading[start:stop], _kind(reading, start, m.start()), "suffix")
            last = m.end()


def _kind(reading: str, start: int, stop: int) -> str:
    """Return what a firm is known as, if it is known whole: an auditor, a framework, a utility."""
    brand = known_firm(reading, start)
    whole = brand is not None and start + len(brand.words) == stop
    return brand.kind if brand and whole and brand.kind in _NO_FIRMS else "firm"


_NO_FIRMS = ("auditor", "framework", "utility")


_TITLED = re.compile(r"\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Alderman)s?\.? \Z")


def _after_and(reading: str, start: int, stop: int) -> int:
    """Return where the second of two firms starts: "Esk Dry Dock and Lune Marine Works Ltd".

    Two words or more on both sides, the right ones opening with no trade, are two names.
    """
    left, found, right = reading[start:stop].rpartition(" and ")
    if found and _TITLED.search(reading, max(0, start - 14), start):
        return stop - len(right)  # "Councillor Finch and Lune Marine LLP"
    if not found or " " not in left or right.count(" ") < 1:
        return start
    first = right.split(" ")[0]
    apart = is_own_word(first) and not is_trade(first) and "(" not in left
    return stop - len(right) if apart and is_own_word(left.split(" ")[0]) else start


# The little words between the parts of a Welsh name: "Moel a Mynydd Cyf", "Bysiau'r Fro Cyf".
_WELSH = re.compile(r"([A-ZÀ-Þ][\w'-]+) (?:a|ac|y|yr|o|i) \Z")


def _over_welsh(reading: str, start: int) -> int:
    """Return where a Welsh firm's name starts, read back over its little words."""
    more = _WELSH.search(reading, max(0, start - 40), start)
    return more.start() if more else start


# A preposition that a name follows, before the part of the name that a wrapped line ends with.
_TOUCHED = re.compile(r"\b(?:to|with|by|from|of|and|contractor,|provider,|operator,)(?: the)? \Z")
_WRAP = 50  # a shorter line was not wrapped


def _over_wrap(reading: str, start: int) -> int:
    """Return where a name starts that a hard wrap has cut: "awarded to Esk⏎Roads Ltd"."""
    if reading[start - 1 : start] != "\n":
        return start
    line = reading.rfind("\n", 0, start - 1) + 1
    if start - 1 - line < _WRAP:
        return start
    above = look_back(reading, max(line, start - 90), start - 1)
    touched = above is not None and _TOUCHED.search(reading, max(line, above - 24), above)
    return above if above is not None and touched else start


def _dot_is_ours(reading: str, suffix: re.Match[str]) -> bool:
    """Tell whether a stop after "Ltd." belongs to it: the sentence goes on."""
    after = reading[suffix.end() : suffix.end() + 2]
    return after[:1] in (",", ";", ")") or (after[:1] == " " and after[1:].islower())


def _is_whole_firm(reading: str, start: int, stop: int) -> bool:
    """Tell whether a firm known by name stands whole between two offsets."""
    brand = known_firm(reading, start)
    return brand is not None and start + len(brand.words) <= stop


# -- short forms ----------------------------------------------------------------------------


def _short_forms(reading: str, given: tuple[Name, ...]) -> Iterator[Name]:
    """Yield where the page uses short forms of the names it has given."""
    forms = _forms(reading, given)
    if not forms:
        return
    last = 0
    for start, minus, form in sorted(_uses(reading, forms)):
        if start >= last:
            name, last = forms[form], start - minus
            yield Name(start, last, name.name, name.kind, "short", name.weak)


def _uses(reading: str, forms: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where the forms stand as words: start, minus the length, form."""
    for form in forms:
        at, size = reading.find(form), len(form)
        while at >= 0:
            stop = at + size
            if not _joins_left(reading[at - 1 : at]) and not _joins_right(reading[stop : stop + 1]):
                yield at, -size, form
            at = reading.find(form, at + 1)


def _joins_left(sign: str) -> bool:
    return sign.isalnum() or (sign != "" and sign in "_'&-")


def _joins_right(sign: str) -> bool:
    return sign.isalnum() or (sign != "" and sign in "_&-")


def _forms(reading: str, given: tuple[Name, ...]) -> dict[str, Name]:
    """Return short forms: those defined in brackets, initials, first words of a long name."""
    forms: dict[str, Name] = {}
    trading = {m["as"]: n for n in given if (m := _TRADING.match(reading, n.stop))}
    by_stop = {n.stop: trading.get(n.name, n) for n in given}
    for d in definitions(reading):
        name = by_stop.get(d.long_stop)
        if name and name.kind != "product" and d.term not in _TOO_PLAIN:
            forms.setdefault(d.term, name)
    for words, name in trading.items():
        forms.setdefault(words, name)
    for name in given:
        if name.kind == "charity" and (last := _LAST.search(name.name)):
            forms.setdefault(f"the {last[0]}", name)
        if name.how == "suffix":
            for form in (_initials(name.name), _head(name.name)):
                if form:
                    forms.setdefault(form, name)
        if len(forms) > 80:
            break
    return forms


# What a page calls a body of several for short: "the Consortium".
_LAST = re.compile(r"\b(?:Consortium|Co-operative)\Z")
# "Hart Solar Ltd (trading as Sunbright)".
_TRADING = re.compile(
    r",?[ ]\(?(?:trading as|t/a|T/A) [\"']?(?P<as>[A-Z][\w&'-]*(?: [A-Z&][\w&'-]*){0,4})"
)
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


_FORM_WORDS = frozenset("ltd limited plc llp cic inc cio cyf".split())


def _head(name: str) -> str | None:
    """Return a long name without its legal form, as it is printed for short."""
    shorter = without_form(name)
    return shorter if " " in shorter and shorter != name else None


def without_form(name: str) -> str:
    """Return a name without the legal form that closes it.

    >>> without_form("Esk & Lune (UK) Ltd.")
    'Esk & Lune (UK)'
    """
    return _SUFFIX_AT_END.sub("", name)


_SUFFIX_AT_END = re.compile(
    r",?[ ](?:Ltd|LTD|Limited|LIMITED|plc|Plc|PLC|LLP|C\.?I\.?C|CIO|Community Interest Company|"
    r"Inc|GmbH|Cyf|Cyfyngedig)\.?$"
)
