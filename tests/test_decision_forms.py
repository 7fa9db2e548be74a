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


REGISTER = (
    "<h1>Delegated decisions</h1><table><tr><th>Ref</th><th>{title}</th><th>{said}</th>"
    "<th>{who}</th><th>{when}</th></tr><tr><td>HB/1</td><td>Lease of the net loft</td>"
    "<td>Lease granted to Ann Roe for five years.</td><td>Team Leader (Estates)</td>"
    "<td>04/07/2025</td></tr><tr><td>HB/2</td><td>Slipway repair</td>"
    "<td>To close the slipway.</td><td>Head of Slipways</td><td>07/07/2025</td></tr></table>"
)


@pytest.mark.parametrize("title", ["Subject", "Matter", "Topic"])
@pytest.mark.parametrize("said", ["Determination", "Outcome", "What was decided", "Decision"])
@pytest.mark.parametrize("who", ["Officer", "Taken by", "Decision maker"])
@pytest.mark.parametrize("when", ["Date taken", "Date of decision", "Decided on"])
def test_a_register_set_as_a_table(title: str, said: str, who: str, when: str) -> None:
    page = REGISTER.format(title=title, said=said, who=who, when=when)
    made = layouts.cut(read_html(page.encode()))
    assert made.kind == "decision_list"
    assert [(x.title, x.decision_date, x.maker_kind) for x in made.decisions] == [
        ("Lease of the net loft", "2025-07-04", "officer"),
        ("Slipway repair", "2025-07-07", "officer"),
    ]
    assert made.decisions[1].text == "To close the slipway."


def test_a_table_that_says_nothing_decided_is_no_register() -> None:
    page = REGISTER.format(title="Topic", said="Notes", who="Officer", when="Date taken")
    assert layouts.cut(read_html(page.encode())).kind == "unknown"


def test_the_name_below_the_heading_and_labels_in_two_languages() -> None:
    page = (
        "<h1>Moorings, tranche 3</h1><p>Director's record of a decision · DR 1107</p>"
        "<h2>How it was made</h2><p>Penderfynwr / Decision maker</p><p>Director of Quays</p>"
        "<p>Dyddiad / Date taken</p><p>3 February 2025</p><h2>Action authorised</h2>"
        "<p>To award the moorings to Tern Marine Ltd.</p><h2>What else could be done</h2><p>No.</p>"
    )
    [decision] = layouts.cut(read_html(page.encode())).decisions
    assert (decision.title, decision.decision_date) == ("Moorings, tranche 3", "2025-02-03")
    assert decision.decision_maker == "Director of Quays"
    assert decision.text == "To award the moorings to Tern Marine Ltd."


def test_a_notice_of_waiver() -> None:
    page = (
        "Portleven Council\nContract rules: notice of waiver       W/2024/7\n\n"
        "CONTRACT TITLE          Repair of the lock\nGranted by              Head of Finance\n"
        "Date granted            7 October 2024\n\nWhy the rule is set aside\n"
        "The lock has failed.\n\nWaiver granted\nA waiver of rule 4 is granted.\n"
    )
    [decision] = layouts.cut(document_of(page)).decisions
    assert (decision.title, decision.decision_maker) == ("Repair of the lock", "Head of Finance")
    assert (decision.decision_date, decision.text) == (
        "2024-10-07",
        "A waiver of rule 4 is granted.",
    )


def test_an_extract_of_one_minute() -> None:
    page = (
        "EXTRACT FROM THE MINUTES of the meeting of the HARBOUR BOARD\nheld on 4 March 2025\n\n"
        "Present: Councillors A Tern, B Plover\n\n47.   FERRY FARES\n\nThe Board had a report.\n\n"
        "RESOLVED that the fares be raised.\n"
    )
    made = layouts.cut(document_of(page))
    assert [(x.number, x.title, x.decision_date) for x in made.decisions] == [
        ("47.", "FERRY FARES", "2025-03-04")
    ]
