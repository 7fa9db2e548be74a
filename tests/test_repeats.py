import time

import pytest

from extractors.resolutions.repeats import Limb, are_one, outcome
from extractors.targets import find, targets
from schemas.document import Document, Link
from tests.support import in_time

AWARD = "That the contract for the ferry be awarded to Oakham Lines Ltd at a cost of £1.2 million"
AWARDED = "award the contract for the ferry to Oakham Lines Ltd at a cost of £1.2 million"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (AWARD, AWARD + ".", True),
        (AWARD, AWARD.removeprefix("That "), True),
        (AWARD, AWARDED, True),
        (AWARD, AWARD.replace("1.2", "1.3"), False),
        (AWARD, AWARD.replace("be awarded", "be not awarded"), False),
        (AWARD, AWARD.replace("Oakham", "Oldham"), False),
        (AWARD, AWARD.replace("ferry", "Ferry"), True),
        (AWARD, AWARD + ", subject to the consent of the Secretary of State", False),
        ("That the report be noted", "note the report", True),
        ("That the report be noted", "That the plan be noted", False),
        ("", "That the plan be noted", False),
    ],
)  # fmt: skip
def test_when_two_limbs_are_one(a: str, b: str, same: bool) -> None:
    assert are_one(Limb(a), Limb(b)) is same
    assert are_one(Limb(b), Limb(a)) is same


FUND = "That the café at Marsh Lock be funded for three years"
FUNDED = "fund the café at Marsh Lock for three years"
GRANT = "That permission for the mill at Thorne be granted"
REFUSE = "That permission for the mill at Thorne be refused"


@pytest.mark.parametrize(
    ("advice", "action", "limb", "did", "status", "became"),
    [
        (FUND, "approve", FUND, "approve", None, "accepted"),
        (FUND, "approve", FUNDED, "approve", None, "accepted"),
        (FUND, "approve", FUND + ", with a review after one", "approve", None, "amended"),
        (FUND, "approve", FUND.replace("three", "five"), "approve", None, "amended"),
        (FUND, "approve", FUND.replace("be", "be not"), "other", None, "unknown"),
        (GRANT, "grant", REFUSE, "reject", None, "rejected"),
        (REFUSE, "reject", REFUSE, "reject", None, "accepted"),
        (REFUSE, "reject", GRANT, "grant", None, "rejected"),
        (FUND, "approve", "That consideration of the item be deferred", "defer", None, "deferred"),
        (FUND, "approve", "That the item be withdrawn", "withdraw", None, "deferred"),
        (FUND, "approve", "as set out in the report", "approve", None, "unknown"),
        (FUND, "approve", "That officers be thanked", "other", None, "unknown"),
        (FUND, "approve", "That officers be thanked", "other", "deferred", "deferred"),
        (FUND, "approve", "That officers be thanked", "other", "refused", "rejected"),
    ],
)  # fmt: skip
def test_what_became_of_advice(
    advice: str, action: str, limb: str, did: str, status: str | None, became: str
) -> None:
    assert outcome(Limb(advice, action=action), [Limb(limb, action=did)], status)[1] == became


def test_a_limb_that_approves_the_report_accepts_its_advice() -> None:
    whole = Limb("as set out in the report", action="approve", is_empty=1)
    other = Limb("That officers be thanked", action="other")
    assert outcome(Limb(FUND, action="approve"), [other, whole], None) == (1, "accepted")


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("mgAi.aspx?ID=0012", ("AIId=12",)),
        ("/mgIssueHistoryHome.aspx?IId=5&Opt=0", ("IId=5",)),
        ("ieDecisionDetails.aspx?AIId=8", ("AIId=8",)),
        ("https://a.gov.uk/documents/g340/Printed minutes.pdf?T=1", ("MId=340",)),
        ("https://a.gov.uk/documents/s340", ("s=340",)),
        ("mgConvert2PDF.aspx?ID=8812", ("s=8812",)),
        ("mgMemberIndex.aspx?ID=3", ()),
        ("documents/b77/Plan.pdf", ()),
        ("mgAi.aspx?ID=" + "9" * 40, ()),
        ("mailto:a@b.gov.uk", ()),
        ("", ()),
    ],
)
def test_what_an_address_leads_to(address: str, names: tuple[str, ...]) -> None:
    assert targets(address) == names


def linked(*links: str, saved: str | None = None) -> list[str]:
    meta = (("saved-from", saved),) if saved else ()
    made = tuple(Link(n, n + 1, href) for n, href in enumerate(links))
    text = "x" * (len(links) + 1)
    document = Document(text=text, reading=text, media_type="text/html", links=made, meta=meta)
    return [link.target for link in find(document)]


def test_links_to_another_site_are_not_ours() -> None:
    here, there = "https://a.gov.uk/mgAi.aspx?ID=1", "https://b.gov.uk/mgAi.aspx?ID=2"
    assert linked(here, there, "mgAi.aspx?ID=3", saved="https://www.a.gov.uk/x") == [
        "AIId=1", "AIId=3",
    ]  # fmt: skip
    assert linked(there, here, there) == ["AIId=2", "AIId=2"]


def test_hostile_addresses_take_no_time() -> None:
    def cost() -> float:
        began = time.process_time()
        for piece in ("documents/s", "/a.aspx?", "&ID=", "amp;", "#AI1", "http://"):
            targets(piece * 20_000)
        return time.process_time() - began

    assert in_time(cost, 1)
