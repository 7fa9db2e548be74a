"""The only file that loads spaCy: once, lazily, a blank English pipeline with our own parts.

Limits (RELIABILITY section 2c): the tokenizer is quadratic on bracket runs and slow on endless
words, so runs of brackets and words over 500 characters are blanked (lengths unchanged) before
spaCy sees a paragraph, and paragraphs are read in pieces of at most 20,000 characters.
"""

import re
from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

PIECE = 20_000
_LONG_WORD = re.compile(r"\S{500,}+")
_BRACKETS = re.compile(r"[(\[{<)\]}>]{6,}+")

# Words after whose full stop a sentence goes on.
ABBREVIATIONS = frozenset(
    "mr. mrs. ms. dr. cllr. cllrs. prof. rev. sir. hon. st. no. nos. approx. para. paras. p. pp. "
    "vol. ref. inc. ltd. co. e.g. i.e. viz. etc. a.m. p.m. est. circa. c. tel. ext. dept. govt. "
    "fig. figs. app. min. max. vs. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. "
    "dec. s. ss. sch. art. reg. cl.".split()
)
_ENDS = frozenset(".?!")
_CLOSERS = frozenset("\"')]”’")


@Language.component("minutebook_sentences")
def _mark_sentences(doc: Doc) -> Doc:
    """Set sentence starts: after a stop that no abbreviation, number or initial owns."""
    for token in doc:
        token.is_sent_start = token.i == 0
    for i in range(1, len(doc)):
        if _starts_sentence(doc, i):
            doc[i].is_sent_start = True
    return doc


def _starts_sentence(doc: Doc, i: int) -> bool:
    token, before = doc[i], i - 1
    if token.is_space or not doc.text[token.idx - 1].isspace():
        return False
    while before > 0 and (doc[before].is_space or doc[before].text in _CLOSERS):
        before -= 1
    last = doc[before].text
    if not last or last[-1] not in _ENDS:
        return False
    if _is_abbreviation(doc, before):
        return False
    first = token.text.lstrip("\"'([“‘")[:1] or doc.text[token.idx + len(token.text) :].lstrip()[:1]
    return not first.islower()


def _is_abbreviation(doc: Doc, i: int) -> bool:
    word = doc[i].text
    if word == "." and i and doc[i - 1].idx + len(doc[i - 1].text) == doc[i].idx:
        word = doc[i - 1].text + "."
        # "1." and "(a)." open list points; "2019." does close a sentence.
        if i == 1 and len(word) <= 4:
            return True
    return word.lower() in ABBREVIATIONS or (
        len(word) == 2 and word[0].isupper() and word[0] != "I"
    )


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """Return the pipeline: tokenizer and sentence marks, no trained part."""
    made = spacy.blank("en")
    made.add_pipe("minutebook_sentences")
    return made


def safe(words: str) -> str:
    """Return the words with what the tokenizer chokes on blanked; the length is unchanged."""
    words = _LONG_WORD.sub(lambda m: " " * len(m.group()), words)
    return _BRACKETS.sub(lambda m: " " * len(m.group()), words)


def read(words: str) -> list[tuple[int, Doc]]:
    """Return spaCy Docs of a paragraph, each with its offset in it."""
    words = safe(words)
    return [(at, pipeline()(words[at : at + PIECE])) for at in range(0, len(words), PIECE)]


def sentences(words: str) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph as offset pairs, outer blanks left out.

    >>> [ "The c. 40 homes cost £1.5m. Cllr. Ash agreed."[a:b] for a, b in
    ...   sentences("The c. 40 homes cost £1.5m. Cllr. Ash agreed.")]
    ['The c. 40 homes cost £1.5m.', 'Cllr. Ash agreed.']
    """
    found = []
    for at, doc in read(words):
        for sentence in doc.sents:
            said = sentence.text
            left = len(said) - len(said.lstrip())
            if said.strip():
                start = at + sentence.start_char + left
                found.append((start, start + len(said.strip())))
    return found
