"""Which firm a sum belongs to: sentences with one firm, several, and sums that are nobody's."""

from dataclasses import replace

import pytest

from extractors.money import money
from extractors.organisations import organisations
from schemas.facts import Amount
from tests.support import context_of

TIES = [
    ("The contract be let to Oakham Lifts Ltd at £5,000 a year.", {"£5,000": "Oakham Lifts Ltd"}),
    (
        "Lot 1 be awarded to Oakham Lifts Ltd for £5,000 and Lot 2 to Elmet Lifts plc for £6,000.",
        {"£5,000": "Oakham Lifts Ltd", "£6,000": "Elmet Lifts plc"},
    ),
    (
        "Contracts be awarded to Oakham Lifts Ltd (Lot A, worth £1.1m a year) and Elmet Lifts plc "
        "(Lot B, £2.2m a year).",
        {"£1.1m": "Oakham Lifts Ltd", "£2.2m": "Elmet Lifts plc"},
    ),
    (
        "The contract, at £5,000 a year, goes to Oakham Lifts Ltd; Elmet Lifts plc had bid £6,000.",
        {"£5,000": "Oakham Lifts Ltd", "£6,000": None},
    ),
    (
        "To award the contract, for £7,700 over two years, to Oakham Lifts Ltd, and thank Elmet "
        "Lifts plc, the outgoing contractor.",
        {"£7,700": "Oakham Lifts Ltd"},
    ),
    # a price of both, of another bidder, of a clause about something else
    (
        "The contract be awarded to Oakham Lifts Ltd and Elmet Lifts plc at £5,000 a year.",
        {"£5,000": None},
    ),
    (
        "The order be placed with Oakham Lifts Ltd for £5,000, the lower of two quotations (the "
        "other was £6,000).",
        {"£5,000": "Oakham Lifts Ltd", "£6,000": None},
    ),
    (
        "The tender of Oakham Lifts Ltd at £5,000 be accepted, that of Cawood being £6,000.",
        {"£5,000": "Oakham Lifts Ltd", "£6,000": None},
    ),
    (
        "Tenders came from Oakham Lifts Ltd and Cawood; the price put in by the latter was £9,000.",
        {"£9,000": None},
    ),
    (
        "The contract with Oakham Lifts Ltd was noted; payments of £9,000 on the hall were made.",
        {"£9,000": None},
    ),
    (
        "The contract with Oakham Lifts Ltd was noted; its price is £9,000 a year.",
        {"£9,000": "Oakham Lifts Ltd"},
    ),
]


@pytest.mark.parametrize("text, wanted", TIES, ids=[text[:70] for text, _ in TIES])
def test_a_sum_is_its_firms(text: str, wanted: dict[str, str | None]) -> None:
    section, context = context_of(text)
    mentions = [
        replace(mention, id=number)
        for number, mention in enumerate(organisations.find(section, context), 1)
    ]
    told = money.find(section, context.knowing(mentions))
    names = {mention.id: mention.name for mention in mentions}
    found = {r.quote: names.get(r.mention_id or 0) for r in told if isinstance(r, Amount)}
    assert found == wanted
