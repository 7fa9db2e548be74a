"""The only file that loads spaCy: once, lazily, a blank English pipeline with our own parts.

Limits (RELIABILITY section 2c): the tokenizer is quadratic on bracket runs and slow on endless
words, so runs of brackets and words over 500 characters are blanked (lengths unchanged) before
spaCy sees a paragraph, and paragraphs are read in pieces of at most 20,000 characters.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy
import spacy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from extractors.data import blob

UNLEARNED = ("vocab", "tokenizer")  # parts of a pipeline that hold nothing learned
PIECE = 20_000
_LONG_WORD = re.compile(r"\S{500,}+")
_BRACKETS = re.compile(r"[(\[{<)\]}>]{6,}+")
_BRACKET = "()[]<>{}"

# Words after whose full stop a sentence goes on.
ABBREVIATIONS = frozenset(
    "mr. mrs. ms. dr. cllr. cllrs. prof. rev. sir. hon. st. no. nos. approx. para. paras. p. pp. "
    "vol. ref. inc. ltd. co. e.g. i.e. viz. etc. a.m. p.m. est. circa. c. tel. ext. dept. govt. "
    "fig. figs. app. min. max. vs. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. "
    "dec. s. ss. sch. art. reg. cl.".split()
)


# A stop, what may close after it, and the blank before the next sentence.
_STOP = re.compile(r"[.?!][\"')\]]{0,3}\s{1,200}(?=(\S))")


@Language.component("minutebook_sentences")
def _mark_sentences(doc: Doc) -> Doc:
    """Set sentence starts: after a stop that no abbreviation, number or initial owns."""
    words, at = doc.text, [token.idx for token in doc]
    marks = numpy.full(len(at), -1, dtype="int64")
    marks[:1] = 1
    for stop in _STOP.finditer(words):
        if not stop.group(1).islower() and not _is_abbreviation(words, stop.start()):
            first = bisect_left(at, stop.end())
            marks[first : first + 1] = 1
    # All at once: setting token by token asks spaCy about the whole Doc each time.
    return doc.from_array([SENT_START], marks.astype("uint64"))  # type: ignore[arg-type]


def _is_label(words: str, stop: int) -> bool:
    """Tell whether a full stop closes the label of a list point: a first "1." or "(a)."."""
    return stop < 12 and words[stop] == "." and _is_short(words[: stop + 1])


def _is_short(first: str) -> bool:
    return len(first.lstrip("\"'([")) <= 4 and not any(letter.isspace() for letter in first)


def _is_abbreviation(words: str, stop: int) -> bool:
    """Tell whether the full stop at an offset belongs to its word: "Cllr.", "J.", a first "1."."""
    if words[stop] != ".":
        return False
    piece = words[max(0, stop - 12) : stop + 1].rsplit(None, 1)[-1]
    begin = stop + 1 - len(piece)
    word = piece.lstrip("\"'([")
    # "1." and "(a)." open list points; "2019." does close a sentence.
    if begin == 0 and _is_short(words[: stop + 1]):
        return True
    initial = len(word) == 2 and word[0].isupper() and word[0] != "I"
    return initial or word.lower() in ABBREVIATIONS


def blank() -> Language:
    """Return spaCy's blank English pipeline: a tokenizer, nothing trained.

    What spaCy else notes of every new word (its shape, whether it is like a number, an address …)
    is asked for nowhere here, and costs more than all that is read of it.
    """
    made = spacy.blank("en")
    made.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]  # not in the stubs
    return made


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """Return the pipeline: tokenizer and sentence marks, no trained part."""
    made = blank()
    made.add_pipe("minutebook_sentences")
    return made


def categoriser(labels: Sequence[str], rows: int) -> Language:
    """Return an untrained pipeline that sorts tokens of ours: linear, over a bag of them.

    `rows`: the length of its hashed table of weights, rows × labels × 4 bytes.
    """
    made = blank()
    config = {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": True,
        "ngram_size": 1,
        "no_output_layer": False,
        "length": rows,
    }
    part: Any = made.add_pipe("textcat", config={"model": config})
    for label in labels:
        part.add_label(label)
    return made


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained categoriser: its version and the probability from which it is believed."""

    made: Language
    version: int
    least: float

    def answers(self, many: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
        """Return for each list of tokens the likeliest label and its probability."""
        return answers(self.made, many)


def answers(made: Language, many: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
    """Return for each list of tokens the likeliest label and its probability."""
    if not many:
        return []
    part: Any = made.get_pipe("textcat")
    # In a zone, as the vocabulary would else keep every token of every page.
    with made.memory_zone():
        docs = [Doc(made.vocab, words=list(tokens)) for tokens in many]
        return [(part.labels[int(row.argmax())], float(row.max())) for row in part.predict(docs)]


@lru_cache(maxsize=8)
def trained(name: str) -> Trained | None:
    """Return a model of data/ by its file's name, loaded once; None where there is none.

    The file is a line of JSON (version, least, labels, rows) and spaCy's own bytes.
    """
    whole = blob(name)
    if whole is None:
        return None
    head, _, learned = whole.partition(b"\n")
    told = json.loads(head)
    made = categoriser(told["labels"], told["rows"])
    made.initialize()
    made.from_bytes(learned, exclude=list(UNLEARNED))
    return Trained(made, told["version"], told["least"])


def safe(words: str) -> str:
    """Return the words with what the tokenizer chokes on blanked; the length is unchanged."""
    if len(words) >= 500:
        words = _LONG_WORD.sub(lambda m: " " * len(m.group()), words)
    if any(bracket in words for bracket in _BRACKET):
        words = _BRACKETS.sub(lambda m: " " * len(m.group()), words)
    return words


def read(words: str) -> list[tuple[int, Doc]]:
    """Return spaCy Docs of a paragraph, each with its offset in it."""
    words = safe(words)
    return [(at, pipeline()(words[at : at + PIECE])) for at in range(0, len(words), PIECE)]


def _starts(words: str) -> list[int] | None:
    """Return where sentences start in a paragraph whose stops are all plain; None if one is not.

    These are the very marks that the Doc would get: a token starts behind every blank. So only
    paragraphs with abbreviations, initials or list labels, and endless ones, cost a Doc.
    """
    starts = [0]
    for stop in _STOP.finditer(words):
        if stop.group(1).islower() or _is_label(words, stop.start()):
            continue
        if _is_abbreviation(words, stop.start()):
            return None
        starts.append(stop.end())
    return starts


def _trimmed(words: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield a span without its outer blanks, unless it is all blank."""
    said = words[start:stop]
    bare = said.lstrip()
    if bare:
        left = stop - len(bare)
        yield left, left + len(bare.rstrip())


def sentences(words: str) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph as offset pairs, outer blanks left out.

    >>> [ "The c. 40 homes cost £1.5m. Cllr. Ash agreed."[a:b] for a, b in
    ...   sentences("The c. 40 homes cost £1.5m. Cllr. Ash agreed.")]
    ['The c. 40 homes cost £1.5m.', 'Cllr. Ash agreed.']
    """
    words = safe(words)
    starts = _starts(words) if len(words) <= PIECE else None
    if starts is None:
        starts = [at + sent.start_char for at, doc in read(words) for sent in doc.sents]
    ends = (*starts[1:], len(words))
    return [span for pair in zip(starts, ends, strict=True) for span in _trimmed(words, *pair)]
