"""Turns of phrase that part a whole, set an aim or tell a result in per cent, and near-misses."""

import pytest

from extractors.percentages import percentages
from tests.support import context_of

SAID = (
    ("The fund is divided as to 55% for lamps, 30% for seats and 15% for bins.", "share " * 3),
    ("The Trust keeps 35% of the entry money, against 50% at present.", "share share"),
    ("Of the £3.1m of savings in the plan, 64% is rated green.", "share"),
    ("Of the £3.1m of savings in the plan, 64% had been delivered.", "actual"),
    ("About 71% of permits are now renewed online.", "share"),
    ("61% of the 240 who replied wanted it kept.", "share"),
    ("19% of warden posts stood empty.", "share"),
    ("Eleven (44%) were at or above target.", "share"),
    ("A quarter part, that is 25%, goes to the parish.", "share"),
    ("The crew is expected to be back within the hour on 95% of occasions.", "target"),
    ("Reports should be seen within a day in 90% of cases.", "target"),
    ("Reports were seen within a day in 90% of cases.", "actual"),
    ("The rules demand 97.5%.", "target"),
    ("The rules demand a 10% deposit.", "other"),
    ("A dip sample in May found 83%.", "actual"),
    ("In May just 61% were.", "actual"),
    ("The firm answered 88% of calls; the contract asks for 90%.", "actual target"),
    ("Bins were emptied in 98%, where the aim is 99%.", "actual target"),
    ("Rents were raised by 4% when the aim was to raise £2m.", "change"),
    ("Indexation of 4.2% was more than the 3% provided for.", "rate rate"),
    ("The pay offer is dearer than the 2% assumed.", "rate"),
    ("Loans of £4m stand with the Board, on which an average of 3.9% is paid.", "rate"),
    ("An increase of 3.99%, of which 2% is the adult social care precept.", "change rate"),
    ("An increase of 3.99%, of which 2% is the depot's.", "change share"),
    ("Mae prisiau wedi codi o 8% eleni.", "change"),
)


@pytest.mark.parametrize(("text", "roles"), SAID, ids=[said[:40] for said, _ in SAID])
def test_roles(text: str, roles: str) -> None:
    section, context = context_of(text, "minutes")
    assert [row.role for row in percentages.find(section, context)] == roles.split()
