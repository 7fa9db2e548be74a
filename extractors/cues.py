"""Which word governs a figure? Cue words from a data file, and what stands between.

A data file gives for each group of phrases a `label`, a `part` of speech and a `weight`:
- part `n`: a noun, before the figure ("a saving of £5") or right behind it ("£5 of savings");
- part `v`: a verb, before it ("save £5") or behind auxiliaries ("£5 had been saved");
- part `b` / `a`: only before / only after the figure; the last word of an `a` phrase may itself
  be a cue for the next figure.
A phrase is words with alternatives ("budget reduction|reductions"; an empty one makes the word
optional: "over |the budget"), phrases are parted by ";".
The label `none` swallows words that look like a cue and are none ("Savings Review").
The cost of a cue is its weight and the words, stops and other figures between it and the figure;
the cheapest cue governs. Everything is linear in the sentence.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, compress, product
from operator import itemgetter
from typing import NamedTuple

from extractors.cue_asides import SIGNS, asides, turned
from extractors.data import lines
from extractors.lowered import lowered

# A figure with its sign and unit, a word, a line of dots or hyphens, or any other mark.
_TOKEN = re.compile(
    r"([£€$][0-9][0-9,.]*+[A-Za-z]*+|[0-9][0-9,.]*+[A-Za-z%]*+"
    r"|[^\W\d_]++(?:['&-][^\W\d_]++)*+|[^\s\w])"
)
_AUXILIARY = frozenset(
    "is are was were be been being has have had will would shall should could can may might to "
    "also already now therefore subsequently so then considered deemed thought "
    "reported found".split()
)
_LINK = frozenset(
    "of in from to for as by through via with at on under into a an the its their our this that "
    "these those and/or additional further total net gross annual annually new existing overall "
    "estimated potential recurring recurrent ongoing revenue capital per annum year p.a pa million "
    "m worth met funded financed paid supported provided covered transferred drawn taken coming "
    "which one-off initial current remaining general saving savings increase rise uplift movement "
    "deterioration worth "
    "o yn wedi eu ei externally fully partly internally jointly part wholly directly mainly".split()
)
_FREE = _LINK | _AUXILIARY
_SOURCE = frozenset("from by through via into".split())
_CHEAP = _LINK | frozenset(
    "approximately around about circa c nearly almost over up than more less least excess region "
    "totalling totaling total totals amounting amounted equating equivalent sum value is was were "
    "came come comes coming stood stands standing put reckoned set reached now currently presently "
    "figure level worked works turned out has have had shall should "
    "are being be been to maximum minimum some just well exceeding estimated at".split()
)
_BARRIER = {
    ",": 2.0, ";": 6.0, "(": 1.0, ")": 0.5, ":": 0.5, "and": 2.5, "or": 1.0, "but": 4.0,
    "while": 4.0, "whilst": 4.0, "although": 4.0, "whereas": 4.0, "against": 3.0,
    "compared": 3.0, "with": 1.5, "which": 2.0, "who": 2.0, "because": 3.0, "if": 3.0,
    "despite": 3.0, "however": 4.0, "rather": 3.0, "instead": 3.0, "not": 1.5, "plus": 2.0,
    "less": 0.5, "offset": 2.0, ".": 6.0, "-": 1.0, "–": 1.0, "?": 6.0, "so": 2.0,
    "therefore": 2.0, "leaving": 3.0, "including": 2.0,
}  # fmt: skip
# A verb: the noun before it and the noun behind it are no one phrase.
_COPULA = frozenset("is are was were be been being has have had will would".split())
_FIGURE = 3.0
# What binds a noun to the head of its phrase: "income from penalty charges", "cost of the loan".
_OF = frozenset("of from for on in to at by under before after o".split())
_PHRASE = 4  # words between a noun and its head, and between a figure and the noun behind it
_CHAIN = 0.2
_COMPLEMENT = 1.5
# A noun behind a figure that these lead to says what it is taken from, put in or made of.
_INTO = frozenset("of from to into in within for".split())
_TIED = frozenset(
    "built made set found held kept taken due owed paid received included contained agreed earned "
    "lost put told given left".split()
)
_MOVED = _AUXILIARY | frozenset(
    "drawn taken met go goes put added transferred paid set aside released moved carried used "
    "funded kept held placed forward over returned allocated provided made available".split()
)
# The words of dates, which part nothing.
_DATED = frozenset(
    "january february march april june july august september october november december".split()
)
_DATE = re.compile(r"20[0-9]{2}|[0-9]{1,2}(?:st|nd|rd|th)")
_CROSSINGS = (
    dict.fromkeys(_DATED, 0.2)
    | dict.fromkeys(_CHEAP, 0.5)
    | dict.fromkeys("£€$%", _FIGURE)
    | _BARRIER
)
_IN_BRACKETS = 5.0
_END = "\n"  # after the last word; no word is a line's end
_NEAR = 10  # cues looked at on each side


class Cue(NamedTuple):
    """A phrase of the vocabulary."""

    label: str
    part: str
    weight: float


class Hit(NamedTuple):
    """A cue found in a sentence: tokens [first, last) and what it costs for a figure."""

    cue: Cue
    first: int
    last: int
    cost: float = 0.0


def phrases(said: str) -> Iterator[tuple[str, ...]]:
    """Yield the word tuples of a vocabulary cell.

    >>> list(phrases("net saving|savings; cut"))
    [('net', 'saving'), ('net', 'savings'), ('cut',)]
    >>> list(phrases("over |the budget"))
    [('over', 'budget'), ('over', 'the', 'budget')]
    """
    for phrase in said.split(";"):
        if phrase.strip():
            choices = (word.split("|") for word in phrase.lower().split())
            yield from (tuple(filter(None, words)) for words in product(*choices))


# Phrases by first word and second word ("" where there is none), the longest first: how many words
# each has, and those behind the second.
Tree = dict[str, dict[str, list[tuple[int, list[str], Cue]]]]


@cache
def lexicon(name: str) -> Tree:
    """Return a vocabulary as a tree. Lines of the file: label,part,weight,phrases."""
    tree: Tree = {}
    for row in lines(name):
        label, part, weight, said = row.split(",", 3)
        for phrase in phrases(said):
            first, second, *_ = (*phrase, "")
            known = tree.setdefault(first, {}).setdefault(second, [])
            known.append((len(phrase), [*phrase[2:]], Cue(label, part, float(weight))))
    for node in tree.values():
        for known in node.values():
            known.sort(key=lambda entry: -entry[0])
    return tree


class Words:
    """The words of a stretch of the reading, lower case, and where each stands."""

    __slots__ = ("asides", "starts", "stops", "sums", "words")

    def __init__(self, reading: str, start: int, stop: int) -> None:
        # What stands between the words and the words in turn: no match is made for each.
        pieces = _TOKEN.split(lowered(reading)[start:stop])
        bounds = list(accumulate(map(len, pieces), initial=start))
        self.starts, self.stops, self.words = bounds[1:-1:2], bounds[2::2], pieces[1::2]
        # What it costs to cross the words before each word.
        costs = [
            _CROSSINGS.get(word, 1.0) if "a" <= word[0] <= "z" else _crossing(word)
            for word in self.words
        ]
        for at, cost in turned(self.words):
            costs[at] = cost
        self.sums = list(accumulate(costs, initial=0.0))
        self.asides = list(asides(self.words))


class Sentence:
    """The words of a sentence with the cues of one vocabulary among them."""

    __slots__ = ("_asides", "_firsts", "_sums", "hits", "starts", "stops", "words")

    def __init__(self, words: Words, tree: Tree) -> None:
        self.starts, self.stops, self.words = words.starts, words.stops, words.words
        self._sums, self._asides = words.sums, words.asides
        self.hits = list(self._match(tree))
        self._firsts = [hit.first for hit in self.hits]

    def _match(self, tree: Tree) -> Iterator[Hit]:
        words, done = [*self.words, _END], 0
        for at in list(compress(range(len(words)), map(tree.__contains__, words))):
            if at < done:
                continue
            known = tree[words[at]]
            for size, rest, cue in (*known.get(words[at + 1], ()), *known.get("", ())):
                if size <= 2 or words[at + 2 : at + size] == rest:
                    yield Hit(cue, at, at + size)
                    # "£1 over the budget of £2": the last word may govern what comes next.
                    done = at + max(1, size - (cue.part == "a"))
                    break

    def span(self, hit: Hit) -> tuple[int, int]:
        """Return the offsets of a hit."""
        return self.starts[hit.first], self.stops[hit.last - 1]

    def tokens(self, start: int, stop: int) -> tuple[int, int]:
        """Return the tokens [first, last) that lie in or touch a span of offsets."""
        return bisect_right(self.stops, start), bisect_left(self.starts, stop)

    def around(self, start: int, stop: int) -> list[Hit]:
        """Return the cues near a figure with their costs, `none` left out."""
        return [hit._replace(cost=cost) for cost, hit in self._costs(start, stop)]

    def _costs(self, start: int, stop: int) -> Iterator[tuple[float, Hit]]:
        first, last = self.tokens(start, stop)
        at = bisect_left(self._firsts, first)
        yield from self._chained(self.hits[max(0, at - _NEAR) : at], first)
        for hit in self.hits[at : at + _NEAR]:
            if hit.first >= last and hit.cue.part != "b" and hit.cue.label != "none":
                yield hit.cue.weight + self._behind(hit, last), hit

    def _chained(self, hits: Sequence[Hit], first: int) -> Iterator[tuple[float, Hit]]:
        """Yield the costs of the cues before a figure: a noun's head stands as near as the noun."""
        right: Hit | None = None
        near = 0.0  # what it costs to reach the right one
        for hit in reversed(hits):
            if hit.last > first or hit.cue.part == "a" or hit.cue.label == "none":
                continue
            if right is not None and _modifies_head(hit, right):
                continue
            gap = self._before(hit, first) + self._by_the_way(hit, first)
            heads = right is not None and self._is_head(hit, right)
            if right is not None:
                yield right.cue.weight + near + (_COMPLEMENT if heads else 0.0), right
            near = min(gap, near + _CHAIN) if heads else gap
            right = hit
        if right is not None:
            yield right.cue.weight + near, right

    def _is_head(self, hit: Hit, right: Hit) -> bool:
        """Tell whether a cue is the head of another's phrase: "income from penalty charges"."""
        between = self.words[hit.last : right.first]
        return (
            hit.cue.part == right.cue.part == "n"
            and len(between) <= _PHRASE
            and not _COPULA.intersection(between)
            and (self.words[hit.last - 1] in _OF or _is_tied(between))
            and _is_phrase(between)
        )

    def _before(self, hit: Hit, first: int) -> float:
        """Return the cost of a cue before the figure; "by £5" belongs to the verb, not the noun."""
        is_by = self.words[first - 1] == "by" and hit.cue.part == "n" and hit.cue.weight >= 1.5
        gap = self._gap(hit.last, first) + (3.0 if is_by else 0.0)
        told = self.words[hit.last : hit.last + 2]
        # "the budget, which is £5": nothing stands between them.
        return max(0.0, gap - 3.0) if "which" in told else gap

    def _by_the_way(self, hit: Hit, first: int) -> float:
        """Return what more a cue costs that stands in brackets closed before the figure."""
        inside = any(at < hit.first and hit.last < end <= first for at, end in self._asides)
        return _IN_BRACKETS if inside else 0.0

    def _gap(self, left: int, right: int) -> float:
        gap = self._sums[right] - self._sums[left]
        for first, last in self._asides:
            if left <= first and last <= right:
                gap -= self._sums[last] - self._sums[first] - 0.5
        return gap

    def _behind(self, hit: Hit, last: int) -> float:
        """Return the cost of a cue behind the figure; a word that does not lead to it bars it."""
        last = self._past_gloss(last, hit.first)
        between = self.words[last : min(hit.first, last + 12)]
        if hit.cue.part == "n" and self._leads_on(hit.last):
            return 3.0 + self._gap(last, hit.first)
        if last < hit.first and self._is_gloss(last):
            return 4.0 + 1.5 * self._gap(last, hit.first)
        leads_in = bool(between) and between[-1] in _SOURCE
        free = _FREE if hit.cue.part == "v" or leads_in else _LINK
        if hit.cue.part == "v" and len(between) > 1 and between[-1] in _FREE:
            between = [word for word in between if word != ","]
        if all(word in free for word in between):
            return 0.4 + 0.4 * len(between) + (1.0 if between[:1] == ["on"] else 0.0)
        # "a £5 staff budget", "the £5 lakeside repairs contract"
        if hit.cue.part == "n" and len(between) <= 2 and all(map(_modifies, between)):
            return 0.9 + 0.6 * len(between)
        into = _put_into(between)
        if into and hit.cue.part == "n" and len(into) <= _PHRASE and _is_phrase(into):
            return 0.6 + 0.4 * len(between) + (1.5 if into[0] == "for" else 0.0)
        leads = between[0] in _LINK or (leads_in and not any(word in _BARRIER for word in between))
        return 0.5 + 1.5 * self._gap(last, hit.first) + (1.0 if leads else 4.0)

    def _leads_on(self, last: int) -> bool:
        """Tell whether a figure of its own follows a noun: "£5 saved, cost £3"."""
        word = self.words[last] if last < len(self.words) else ""
        return word[:1] in SIGNS or (word[:1].isdigit() and word[-1:] == "%")

    def _past_gloss(self, last: int, limit: int) -> int:
        """Return the place behind a per cent that says the figure again: "£5m (40%) was"."""
        words = self.words[last : last + 3]
        if len(words) == 3 and words[0] in ("(", "or", ",") and words[1][-1] == "%":
            return min(limit, last + 2 + (words[2] in (")", ",")))
        return last

    def _is_gloss(self, last: int) -> bool:
        """Tell whether the figure stands alone in brackets: it belongs to what is before them."""
        return self.words[last] == ")" and last >= 2 and self.words[last - 2] == "("

    def best(self, start: int, stop: int) -> Hit | None:
        """Return the cue that governs the figure at these offsets, None where there is none."""
        cost, hit = min(self._costs(start, stop), key=itemgetter(0), default=(0.0, None))
        return hit._replace(cost=cost) if hit else None


# Words that open something new behind a figure: "£5 once fees had been put in".
_NO_MODIFIERS = _MOVED | frozenset(
    "once when after before until since unless where whereas per each every this that these no any "
    "some all both half only then yet still never ever between among per within during without "
    "spent spend cost costs buy build save saved raise raised except apart".split()
)


def _modifies_head(hit: Hit, right: Hit) -> bool:
    """Tell whether a noun only modifies the one right behind it: "the contract saving"."""
    return (
        hit.last == right.first
        and hit.cue.part == right.cue.part == "n"
        and hit.cue.label != right.cue.label
        and right.cue.weight <= hit.cue.weight
    )


def _modifies(word: str) -> bool:
    """Tell whether a word may stand before a noun in one compound: "staff budget"."""
    return word[0].isalpha() and word not in _CROSSINGS and word not in _NO_MODIFIERS


def _is_tied(words: Sequence[str]) -> bool:
    """Tell whether words tie a noun to the one before: "of the", "[saving] built into the"."""
    return bool(words) and (
        words[0] in _OF
        or (len(words) > 1 and words[0] in _TIED and (words[1] in _OF or words[1] == "into"))
    )


def _put_into(words: Sequence[str]) -> Sequence[str]:
    """Return the words from the one that leads into a noun: "be drawn [from the repairs]"."""
    at = next((i for i, word in enumerate(words[:5]) if word not in _MOVED), len(words))
    return words[at:] if at < len(words) and words[at] in _INTO else ()


def _is_phrase(words: Sequence[str]) -> bool:
    """Tell whether words stand in one phrase: no stop, conjunction or other figure among them."""
    return not any(word in _BARRIER or word[0] in "£€$" or word[-1] == "%" for word in words)


def _crossing(word: str) -> float:
    known = _CROSSINGS.get(word)
    if known is not None:
        return known
    # "the gap for 2031/32 was £5", "balances at 31st May 2031 of £5": a date parts nothing.
    if word == "/" or (word[0] in "0123" and _DATE.fullmatch(word)):
        return 0.2
    return _FIGURE if word[0] in "£€$" or word[-1] == "%" else 1.0
