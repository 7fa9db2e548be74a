"""One firm, one name: which of a page's names are short for which other.

A brand for its one company, the first words of a full name, terms that the page defines, trading
names: every mention carries the fullest form that the page prints.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from extractors.organisations import legal
from extractors.organisations.known import Name, known_firm

_TRADING_AS = re.compile(r"[ ,()]{1,3}(?:t/a|trading as|T/A)[ ][\"'(]?")


def same_firms(reading: str, found: list[Name]) -> dict[Name, str]:
    """Return the fullest printed form of each name's firm."""
    keys = {n: legal.key(n.name) for n in found}
    heads = _merged_keys(reading, found, keys)
    best: dict[str, Name] = {}
    for n in found:
        group = heads.get(keys[n], keys[n])
        if group not in best or _fuller(n, best[group], group):
            best[group] = n
    return {n: legal.display(best[heads.get(keys[n], keys[n])].name) for n in found}


def _fuller(new: Name, old: Name, group: str) -> bool:
    """Tell whether a form is fuller: with a legal suffix, not shouted, longer."""

    def rank(n: Name) -> tuple[bool, bool, bool, int]:
        return (
            legal.key(n.name) == group,
            n.name.casefold() != n.name and not n.name.isupper(),
            n.how == "suffix",
            len(n.name),
        )

    return rank(new) > rank(old)


def _merged_keys(reading: str, found: list[Name], keys: dict[Name, str]) -> dict[str, str]:
    """Return which folded names are short for which other: a brand for its one company."""
    merged: dict[str, str] = {}
    long_by_brand: dict[str, set[str]] = {}
    shorts = {reading[n.start : n.stop]: keys[n] for n in found if n.how in ("short", "brand")}
    for n in found:
        if n.how not in ("suffix", "brand"):
            continue
        first, _, rest = n.name.partition(" ")
        firm = shorts.get(first) if n.how == "suffix" else None
        if firm and firm != keys[n] and set(legal.key(rest).split()) <= set(firm.split()):
            merged[keys[n]] = firm
            continue
        brand = known_firm(reading, n.start)
        if brand and brand.kind in ("supplier", "firm") and legal.key(brand.words) != keys[n]:
            long_by_brand.setdefault(legal.key(brand.canonical), set()).add(keys[n])
    for brand_key, longs in long_by_brand.items():
        if len(longs) == 1:
            merged[brand_key] = next(iter(longs))
    merged.update((keys[n], full) for n, full in short_of_full(reading, found).items())
    merged.update(_begun(found, keys))
    merged.update(_slipped(found, keys))
    for one, two in _trading_names(reading, found, keys):
        merged.setdefault(two, one)
    return {k: v for k, v in merged.items() if k != v and v not in merged}


def _slipped(found: list[Name], keys: dict[Name, str]) -> dict[str, str]:
    """Return names of one page that differ by a plural's "s" alone: "Esk Holding Ltd"."""
    told = Counter(keys[n] for n in found if n.how in ("suffix", "verb") and " " in keys[n])
    bare: dict[str, list[str]] = {}
    for key in told:
        bare.setdefault(" ".join(word.removesuffix("s") for word in key.split()), []).append(key)
    pairs = (sorted(keys, key=lambda key: -told[key]) for keys in bare.values() if len(keys) == 2)
    return {rare: often for often, rare in pairs}


# What a page calls a firm from here on: 'Alder Bereavement ("Alder")'.
_CALLED = re.compile(r" ?\((?:the |hereafter )?\"(?:the )?(?P<term>[A-Z][^\"()\n]{2,30})\"\)")


def _spells(reading: str, short: Name, long: Name) -> bool:
    """Tell whether a bracket spells letters out: "BBLP (Balfour Beatty Living Places)"."""
    if reading[short.stop : long.start] != " (" or reading[long.stop : long.stop + 1] != ")":
        return False
    return "".join(w[0] for w in long.name.split() if w[0].isupper()).startswith(short.name)


def short_of_full(reading: str, found: list[Name]) -> dict[Name, str]:
    """Return the open names that the page prints in full elsewhere, with the full name's key.

    Two words or more that open the one full name of the page, and terms that it defines.
    """
    full = {legal.key(n.name) for n in found if n.how == "suffix"}
    called = {
        m["term"]: legal.key(n.name)
        for n in found
        if n.how == "verb" and (m := _CALLED.match(reading, n.stop))
    }
    starts = {n.start: n for n in found}
    short = {}
    for n in found:
        if n.how != "verb":
            continue
        if n.name.isupper() and (long := starts.get(n.stop + 2)) and _spells(reading, n, long):
            short[n] = legal.key(long.name)
            continue
        key = legal.key(n.name)
        longer = [one for one in full if " " in n.name and one.startswith(key + " ")]
        if len(longer) == 1:
            short[n] = longer[0]
        elif n.name in called and called[n.name] != key:
            short[n] = called[n.name]
    return short


def _begun(found: list[Name], keys: dict[Name, str]) -> dict[str, str]:
    """Return open names that begin the one full name of a trade, or are one word of a firm's."""
    trades = {keys[n] for n in found if n.how == "verb" and n.kind == "trade"}
    begun = {}
    for key in {keys[n] for n in found if n.how == "verb" and " " in n.name} if trades else ():
        longer = [trade for trade in trades if trade.startswith(key + " ")]
        if len(longer) == 1:
            begun[key] = longer[0]
    firms = {keys[n] for n in found if n.kind != "body" and " " in keys[n]}
    for key in {keys[n] for n in found if n.how == "verb" and " " not in keys[n]}:
        longer = [firm for firm in firms if key in firm.split()]
        if len(longer) == 1:
            begun[key] = longer[0]
    return begun


def _trading_names(
    reading: str, found: list[Name], keys: dict[Name, str]
) -> Iterator[tuple[str, str]]:
    for one, two in pairwise(found):
        if _TRADING_AS.fullmatch(reading[one.stop : two.start]):
            yield keys[one], keys[two]
