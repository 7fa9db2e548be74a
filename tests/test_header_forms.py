"""Decision pages of a council's own: fields under other labels, in any order, around the text."""

import random

import pytest

from extractors import labels, layouts
from extractors.cut import Cut
from pipeline.extract import extract
from pipeline.readers.html import read_html
from pipeline.readers.pdf import read_pdf
from pipeline.readers.text import read_text
from schemas.facts import Recommendation, Resolution
from schemas.records import Decision
from tests.pdfs import make_form
from tests.support import document_of

HEAD = {
    "decision_maker": "Decision taker: Head of Slipways",
    "decision_date": "Date of decision: 4 July 2025",
    "publication_date": "Date published: 07/07/2025",
    "effective_date": "Effective from: 15/07/2025",
    "is_key_decision": "Is Key decision?: Yes",
    "is_subject_to_call_in": "Subject to call-in: No",
    "reference": "Decision reference: SL/25/19",
    "wards": "Wards affected: Cockle Strand",
    "status": "Decision status: Approved",
}
WANTED = {
    "decision_maker": "Head of Slipways",
    "decision_date": "2025-07-04",
    "publication_date": "2025-07-07",
    "effective_date": "2025-07-15",
    "is_key_decision": 1,
    "is_subject_to_call_in": 0,
    "reference": "SL/25/19",
    "wards": "Cockle Strand",
    "status": "approved",
}
BODY = (
    "Purpose:\nTo close the east slipway for repair.\n\nDecision:\n\n"
    "1. That the east slipway be closed until October.\n\n"
    "2. That £18,400 be released for its repair.\n\n"
    "Reasons for the decision:\nThe concrete has broken up."
)


def cut(above: list[str], below: list[str], name: str, gap: str) -> Cut:
    parts = [name, "Repair of the east slipway", gap.join(above), BODY, gap.join(below)]
    return layouts.cut(read_text(("\n\n".join(p for p in parts if p) + "\n").encode()))


@pytest.mark.parametrize("name", ["Decision details", "Record of officer decision"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("seed", range(12))
def test_fields_stand_in_any_order(name: str, gap: str, seed: int) -> None:
    order = list(HEAD)
    random.Random(seed).shuffle(order)
    split = seed % (len(order) + 1)
    if split < 2:  # a page with its fields below needs a section to begin with
        split = 0
    made = cut([HEAD[x] for x in order[:split]], [HEAD[x] for x in order[split:]], name, gap)
    [decision] = made.decisions
    assert {x: getattr(decision, x) for x in WANTED} == WANTED
    assert decision.title == "Repair of the east slipway"
    assert decision.reasons == "The concrete has broken up."
    assert decision.text is not None
    assert "18,400" in decision.text


def in_cells(line: str) -> str:
    """Return a field as a pasted table has it: label and value in two cells, without a colon."""
    label, _, value = line.partition(": ")
    return f"{label.rstrip(':?')}\t{value}"


@pytest.mark.parametrize("name", ["Decision details", "Record of officer decision"])
def test_fields_stand_in_a_pasted_table(name: str) -> None:
    made = cut([in_cells(x) for x in HEAD.values()], [], name, "\n")
    [decision] = made.decisions
    assert {x: getattr(decision, x) for x in WANTED} == WANTED
    assert decision.title == "Repair of the east slipway"


@pytest.mark.parametrize("name", ["Decision details", "Record of officer decision"])
def test_fields_stand_in_a_table_of_html(name: str) -> None:
    pairs = (in_cells(x).split("\t") for x in HEAD.values())
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in pairs)
    body = "".join(f"<p>{line}</p>" for line in BODY.splitlines() if line)
    page = (
        f"<html><body><h1>{name}</h1><h2>Repair of the east slipway</h2>"
        f"<table>{rows}</table>{body}</body></html>"
    )
    [decision] = layouts.cut(read_html(page.encode())).decisions
    assert {x: getattr(decision, x) for x in WANTED} == WANTED
    assert decision.title == "Repair of the east slipway"


def test_the_head_of_a_table_is_no_field() -> None:
    assert labels.beside("Decision maker", "Decision date") == ()
    assert labels.beside("Decision maker", " ") == ()
    assert labels.beside("Slipway", "Head of Slipways") == ()


@pytest.mark.parametrize(
    ("line", "column", "value"),
    [
        ("Is this decision a key decision? Yes", "is_key_decision", 1),
        ("Key or non-key decision: Non-key", "is_key_decision", 0),
        ("Key decision (Y/N):\nN", "is_key_decision", 0),
        ("Decision category: Key", "is_key_decision", 1),
        ("Does call-in apply? No - urgent", "is_subject_to_call_in", 0),
        ("Can this decision be called in?\nYes", "is_subject_to_call_in", 1),
        ("Eligible for call in: Yes", "is_subject_to_call_in", 1),
        ("Decision-maker: Harbour Master", "decision_maker", "Harbour Master"),
        ("Decision taken under delegated powers by: Harbour Master", "decision_maker",
         "Harbour Master"),
        ("Officer making the decision\nHarbour Master", "decision_maker", "Harbour Master"),
        ("Date the decision was made\n4th July 2025", "decision_date", "2025-07-04"),
        ("Decision taken on: 04.07.2025", "decision_date", "2025-07-04"),
        ("Decision published on: 7 July 2025", "publication_date", "2025-07-07"),
        ("Earliest implementation date: 15 July 2025", "effective_date", "2025-07-15"),
        ("Date decision takes effect: 15/7/2025", "effective_date", "2025-07-15"),
        ("Status of the decision: Implemented", "status", "implemented"),
    ],
)  # fmt: skip
def test_a_field_goes_by_several_labels(line: str, column: str, value: object) -> None:
    rest = [words for name, words in HEAD.items() if name != column]
    for name in ("Decision details", "Delegated decision record"):
        [decision] = cut([line, *rest], [], name, "\n\n").decisions
        assert getattr(decision, column) == value, name


@pytest.mark.parametrize(
    "line",
    [
        "Is this the only slipway in use? No other has been open since 2019.",
        "Call in at the harbour office for a permit.",
        "Published works programmes show the closure.",
        "Effective drainage is the first of three needs.",
        "Taken by itself the cost is small.",
        "Key decision makers were briefed in May.",
    ],
)
def test_a_sentence_of_the_text_is_no_field(line: str) -> None:
    assert labels.opening(line, "decision") is None
    document = document_of(
        "Decision details\n\nRepair of the east slipway\n\n"
        + "\n".join(HEAD.values())
        + "\n\nDecision:\n\nThat the east slipway be closed.\n\n"
        + f"Reasons for the decision:\n{line}\n"
    )
    decision = layouts.cut(document).decisions[0]
    assert decision.reasons == line
    assert {x: getattr(decision, x) for x in WANTED} == WANTED


def test_the_text_before_its_fields_gives_its_resolutions() -> None:
    document = document_of(
        f"Decision details\n\nRepair of the east slipway\n\n{BODY}\n\n" + "\n".join(HEAD.values())
    )
    texts = [r.text for r in extract(document).rows if isinstance(r, Resolution)]
    assert texts == [
        "That the east slipway be closed until October.",
        "That £18,400 be released for its repair.",
    ]


@pytest.mark.parametrize(
    ("minutes", "maker"),
    [
        ("RESOLVED – That the Moorings and Coast Committee approves the works.",
         "Moorings and Coast Committee"),
        ("Cabinet agreed that the slipway be mended at a cost of £40,000.", "Cabinet"),
        ("The Executive:\n\n(1) noted the report; and\n\n(2) approved the works.", "Executive"),
        ("The Cabinet considered a report on the slipway.\n\nRESOLVED that it be mended.",
         "Cabinet"),
        ("The Pilotage Appeals Panel heard the case.\n\nThe Pilotage Appeals Panel:\n\n"
         "1. Allowed the appeal.", "Pilotage Appeals Panel"),
        ("Having heard the Harbour Master, the Mayor and Cabinet for the reasons in the report:\n\n"
         "RESOLVED that the slipway be mended.", "Mayor and Cabinet"),
        ("Cabinet, having considered the report,\n\nRESOLVED\n\n(1) That it be mended.", "Cabinet"),
        # Who decided is not said, or another body stands beside the one that acted before.
        ("Cabinet agreed the strategy in May.\n\nThe Committee noted the report.", None),
        ("The report that Cabinet had asked for came.\n\nRESOLVED that it be noted.", None),
        ("The Board received a report.\n\nIt was agreed that the Board note the report.", None),
        ("That Council approves the works.", None),
        ("A paper had gone to officers, Cabinet, and the Board. RESOLVED that it be noted.", None),
        ("The Executive Director noted the cost.\n\nRESOLVED that the works be approved.", None),
    ],
)  # fmt: skip
def test_the_body_that_the_minutes_name_is_the_maker(minutes: str, maker: str | None) -> None:
    page = f"Agenda item\n\nThe east slipway\n\nMinutes:\n\n{minutes}\n"
    [decision] = layouts.cut(read_text(page.encode())).decisions
    assert decision.decision_maker == maker


@pytest.mark.parametrize("name", ["Decision details", "Record of officer decision"])
@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("boxed", [True, False])
def test_fields_stand_in_a_printed_form(name: str, ruled: bool, boxed: bool) -> None:
    pairs = [
        (label, value) for label, _, value in (in_cells(x).partition("\t") for x in HEAD.values())
    ]
    if boxed:
        limbs = BODY.partition("Decision:\n\n")[2].partition("\n\nReasons")[0]
        pairs += [("Decision", limbs.replace("\n\n", "<br/>"))]
        pairs += [("Reasons for the decision", "The concrete broke up.")]
    below = [] if boxed else [line for line in BODY.splitlines() if line]
    document = read_pdf(make_form(name, "Repair of the east slipway", pairs, below, ruled))
    rows = extract(document).rows
    [decision] = [x for x in rows if isinstance(x, Decision)]
    assert {x: getattr(decision, x) for x in WANTED} == WANTED
    assert decision.title == "Repair of the east slipway"
    assert [r.text for r in rows if isinstance(r, Resolution)] == [
        "That the east slipway be closed until October.",
        "That £18,400 be released for its repair.",
    ]


@pytest.mark.parametrize("name", ["Decision details", "Record of officer decision"])
def test_labels_copied_apart_from_their_values_give_nothing(name: str) -> None:
    columns = [in_cells(x).split("\t") for x in HEAD.values()]
    lines = [*(label for label, _ in columns), *(value for _, value in columns)]
    made = cut(lines, [], name, "\n")
    said = [getattr(d, x) for d in made.decisions for x in WANTED]
    assert [x for x in said if x is not None] == []


REPORTED = (
    "Recommendations\n\n1. That the east slipway be mended at a cost of £40,000.\n\n"
    "Background\n\nThe slipway was built in 1931.\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "Repair of the east slipway\n\nDecision maker: Cabinet\nDate of decision: 4 July 2025\n"
        "Key decision: Yes\nSubject to call-in: Yes\nReport author: Dena Broad",
        "Executive Decision Report\n\nRepair of the east slipway\n\n"
        "Decision to be taken by: Cabinet\nDecision date: 4 July 2025\nKey decision: Yes",
        "Title\tRepair of the east slipway\nDecision maker\tCabinet\nDecision date\t4 July 2025\n"
        "Key decision\tYes\nReport author\tDena Broad",
    ],
)
def test_a_report_with_the_labels_of_a_decision_decides_nothing(head: str) -> None:
    found = extract(read_text(f"{head}\n\n{REPORTED}".encode()))
    assert (found.kind, found.title) == ("report", "Repair of the east slipway")
    assert [r.text for r in found.rows if isinstance(r, Recommendation)] == [
        "That the east slipway be mended at a cost of £40,000."
    ]
    assert not [r for r in found.rows if isinstance(r, Resolution)]


@pytest.mark.parametrize(
    "opens", ["", "Decision of the Harbour Master\n\n", "Moorings Council\n\n"]
)
def test_a_form_without_a_name_is_told_by_what_it_says(opens: str) -> None:
    head = (
        "Repair of the east slipway\n\nDecision maker: Harbour Master\nDecision date: 4 July 2025"
    )
    for parts in ((head, BODY), (head.partition("\n\n")[0], BODY, head.partition("\n\n")[2])):
        found = extract(read_text((opens + "\n\n".join(parts)).encode()))
        [decision] = [r for r in found.rows if isinstance(r, Decision)]
        assert (found.kind, decision.decision_maker) == ("decision", "Harbour Master")
        assert decision.title == "Repair of the east slipway"
        assert sum(isinstance(r, Resolution) for r in found.rows) == 2


TOLD = "41.1  Ms Tern presented the report.\n\n41.2  Members asked about the mooring fees.\n\n"
ASKED = "41.1  The slipway was built in 1931.\n\n41.2  Its concrete has broken up.\n\n"


@pytest.mark.parametrize(("paragraphs", "limbs"), [(TOLD, 2), (ASKED, 0), ("", 0)])
def test_that_the_board_below_numbered_minutes_is_what_it_resolved(
    paragraphs: str, limbs: int
) -> None:
    page = (
        "Agenda item\n\nThe east slipway\n\nReport of the Harbour Master (copy attached).\n\n"
        f"{paragraphs}That the Board:\n\n(1)  accepts the tender; and\n\n(2)  thanks the crew.\n"
    )
    rows = extract(read_text(page.encode())).rows
    assert sum(isinstance(row, Resolution) for row in rows) == limbs
