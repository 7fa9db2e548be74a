"""Forms of decision under names and labels of a council's own, and pages that only look so."""

from itertools import product

import pytest

from extractors import layouts
from pipeline.extract import extract
from pipeline.readers.html import read_html
from pipeline.readers.text import read_text
from schemas.facts import Resolution
from schemas.records import Decision
from tests.support import document_of

NAMES = (
    "PORTLEVEN COUNCIL               Individual decision by an Executive Member",
    "Portleven Borough Council\n\nOfficer decisions log",
    "Record of emergency decision made under standing order 12\n\nPortleven Borough Council",
    "RECORD OF DIRECTOR'S DECISION - EXEMPTION FROM CONTRACT RULES",
    "Portleven Council - Deputy Leader's decision notice",
)
HEADS = (
    "Taken by: {who}\nTaken on: Friday 4th July 2025\nMatter: {title}",
    "Who decided\n{who}\n\nWhen\n4 July 2025\n\nItem\n{title}",
    "Date made - 4.07.2025\nTopic - {title}\nDecided by - {who}",
    "Ref: HB/12          Made on: 04/07/2025          Portfolio: Harbours\n"
    "Decision-making officer: {who}          Decision title: {title}",
    "Decision title            {title}\nDecision-maker            {who}\n"
    "Date decision taken       4 July 2025",
)
BODIES = (
    "What has been decided\n{said}\n\nHow it was reached\nThree firms were asked for a price.",
    "THE DECISION\n\n{said}\n\nWHY NOW\n\nThe slip has broken up and boats cannot be launched.",
    "Decision and any conditions:\n{said}\n\nMoney:\n£18,400 out of the reserve.",
    "1. Outcome\n{said}\n\n2. Who was asked\nThe Harbour Master; ward members.",
)
SAID = "That the east slipway be closed until October."


@pytest.mark.parametrize(("name", "head", "body"), list(product(NAMES, HEADS, BODIES)))
def test_a_form_in_words_of_its_own(name: str, head: str, body: str) -> None:
    said = {"who": "Head of Slipways", "title": "Closing of the slipway", "said": SAID}
    page = f"{name}\n\n{head}\n\n{body}\n".format(**said)
    rows = extract(read_text(page.encode())).rows
    [decision] = [x for x in rows if isinstance(x, Decision)]
    assert decision.decision_maker == "Head of Slipways"
    assert decision.maker_kind == "officer"
    assert decision.decision_date == "2025-07-04"
    assert decision.title == "Closing of the slipway"
    assert decision.text == SAID
    assert [x.text for x in rows if isinstance(x, Resolution)] == [SAID]


def test_the_member_who_says_i() -> None:
    page = (
        "Mayoral decision form\n\nHB-0412   Moorings at the old quay\n\nTaken: 4 July 2025\n\n"
        "DECISION\n\nI, the Mayor of Portleven, hereby approve the lease of moorings.\n\n"
        "Declared interests\nNone\n"
    )
    [decision] = layouts.cut(document_of(page)).decisions
    assert decision.decision_maker == "Mayor of Portleven"
    assert decision.maker_kind == "mayor"
    assert (decision.reference, decision.title) == ("HB-0412", "Moorings at the old quay")


def test_a_member_is_the_maker_where_no_other_is_named() -> None:
    page = (
        "<h1>Urgent decision notice</h1><h2>Moorings: new scale of fees</h2>"
        "<p><b>Cabinet Member:</b> Councillor Ann Tern, Cabinet Member for Harbours</p>"
        "<p><b>Signed and dated:</b> 4 July 2025</p><h3>Decided</h3><p>To raise the fees.</p>"
        "<h3>Subsidy control</h3><p>Not engaged.</p>"
    )
    made = layouts.cut(read_html(page.encode()))
    [decision] = made.decisions
    assert (made.kind, decision.maker_kind) == ("decision", "member")
    assert (decision.title, decision.text) == ("Moorings: new scale of fees", "To raise the fees.")


@pytest.mark.parametrize(
    "page",
    [
        "Urgent decision on slipway\n\n4 July 2025\n\nDecision\nThe slip will be closed.\n\n"
        "Why\nThe concrete has broken up.",
        "Scheme of delegation\n\nOfficer decisions\n\nOfficer: Head of Slipways\n"
        "Decision: to close slipways in storms\nLimit: £20,000",
        "Dear Mr Roe,\n\nYour parking bay\n\nDate: 4 July 2025\nOfficer: Parking Officer\n\n"
        "Decision\n\nYour application has been refused.\n\nReasons\n\nThe road is too narrow.",
        "How decisions are made\n\nOfficer decisions\n\nWho decides\n\nThe director decides.\n\n"
        "Decision\n\nThe record says what was decided.",
        "Freedom of information decision notice log\n\nRef: FOI 12\nDate: 4 July 2025\n"
        "Decision: information supplied\nOfficer: Information Officer",
    ],
)
def test_what_is_no_form_stays_unknown(page: str) -> None:
    assert layouts.cut(document_of(page)).kind == "unknown"
