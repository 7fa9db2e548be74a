"""The context's short cuts give what the long way gives."""

from hypothesis import given
from hypothesis import strategies as st

from extractors import nlp
from schemas.facts import Amount
from tests.support import context_of

PIECES = [
    "a. ",
    "B. ",
    "Cllr. ",
    "word. ",
    "Word? ",
    "(",
    "((((((((",
    ')."',
    "  ",
    "\t",
    "1.",
    "Ab",
]


@given(
    st.lists(st.sampled_from([*PIECES, "x" * 600, "! ", "£1.5m. ", "\u2003", "I. "]), max_size=14)
)
def test_plain_sentences_are_those_of_the_doc(pieces: list[str]) -> None:
    words = "".join(pieces)
    by_doc = [
        words[at + sent.start_char : at + sent.end_char].strip()
        for at, doc in nlp.read(words)
        for sent in doc.sents
    ]
    safe = nlp.safe(words)
    assert [safe[a:b] for a, b in nlp.sentences(words)] == [
        said for said in (nlp.safe(piece).strip() for piece in by_doc) if said
    ]


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9)), max_size=30),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_known_facts_come_in_the_order_they_were_found(
    spans: list[tuple[int, int]], start: int, size: int
) -> None:
    _, context = context_of("x" * 100)
    for at, (first, length) in enumerate(spans, 1):
        context.learn([context.make(Amount, first, first + length, "test", id=at)])
        list(context.known(Amount, start))
    expected = [
        at
        for at, (first, length) in enumerate(spans, 1)
        if start <= first and first + length <= start + size
    ]
    assert [row.id for row in context.known(Amount, start, start + size)] == expected
