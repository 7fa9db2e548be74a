"""One meeting, minuted in many styles: each must give the same items, each with what was decided.

The words that lead to a decision, the numbers of items and limbs, the head, the case of titles,
the wrapping and the format go round in turn, each at its own pace, so that many pairs of them
meet. What must stay out stands in every copy: what a report asked for, an earlier day's decision,
the courses open to members, a motion that was lost.
"""

import textwrap
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from extractors import likeness
from pipeline import readers
from pipeline.extract import extract
from schemas.facts import Resolution
from schemas.records import Decision

TITLES = (
    "Apologies for Absence",
    "Minutes of the Last Meeting",
    "Quay Repairs: Award of Contract",
    "Beach Lifeguards - Summer 2024",
    "Car Park Charges at Sandholme",
    "Dog Control Policy",
)
# Each decision after "that" and after "to".
TENDER = (
    "the tender of Osgood Marine Ltd be accepted in the sum of £412,500",
    "accept the tender of Osgood Marine Ltd in the sum of £412,500",
)
SIGN = (
    "authority be delegated to the Head of Coast to sign the contract",
    "delegate authority to the Head of Coast to sign the contract",
)
AGAIN = (
    "a further report be brought in September",
    "request a further report in September",
)
RECORD = (
    "the minutes of 4 March 2024 be confirmed as a correct record",
    "approve the minutes of 4 March 2024 as a correct record",
)
NOTED = ("the report be noted", "note the contents of the report")
CHARGE = (
    "the charge at the beach remain at £3 a day",
    "leave the charge at the beach at £3 a day",
)
POLICY = (
    "Council be recommended to adopt the policy from 1 April 2025",
    "recommend to Council that the policy be adopted from 1 April 2025",
)
# What leads to a list, what leads to one decision, and how either goes on.
MARKERS: tuple[tuple[str, str, str, str], ...] = (
    ("RESOLVED –", "That ", "RESOLVED – ", "That "),
    ("RESOLVED: That", "that", "RESOLVED: That ", "that"),
    ("RESOLVED that:", "that", "RESOLVED that ", "that"),
    ("RESOLVED", "That ", "RESOLVED\n", "That "),
    ("Resolved:", "That ", "Resolved: ", "That "),
    ("It was RESOLVED that:", "that", "It was RESOLVED that ", "that"),
    ("It was resolved to:", "to", "It was resolved to ", "to"),
    ("AGREED:", "That ", "AGREED: ", "That "),
    ("Agreed –", "That ", "Agreed – ", "That "),
    ("Agreed:", "To ", "Agreed: ", "To "),
    ("The Committee agreed:-", "to ", "The Committee agreed ", "to "),
    ("The Committee AGREED to:", "to", "The Committee AGREED to ", "to"),
    ("The Committee agreed that:", "that", "The Committee agreed that ", "that"),
    ("Following discussion, the Committee agreed:", "to ", "Thereafter it was agreed ", "to "),
    ("The Committee, having heard from the Head of Coast, agreed to:", "to",
     "The Committee, having considered the report, agreed ", "to "),
    ("Decision:", "That ", "Decision: ", "That "),
    ("DECISION", "To ", "DECISION\n", "To "),
    ("It was unanimously agreed that:", "that", "It was unanimously agreed that ", "that"),
    ("After discussion, it was agreed:", "That ", "After discussion, it was agreed that ", "that"),
    ("Proposed by Councillor Quine\nSeconded by Councillor Skelly and resolved, that:", "that",
     "Proposed by Councillor Quine\nSeconded by Councillor Skelly and\nResolved: that ", "that"),
    ("On the proposal of Councillor Quine, seconded by Councillor Skelly, it was agreed:", "to ",
     "On the proposal of Councillor Quine, it was agreed ", "to "),
    ("It was PROPOSED by Councillor Quine, SECONDED by Councillor Skelly and RESOLVED that:",
     "that", "It was moved by Councillor Quine, seconded by Councillor Skelly and RESOLVED ",
     "That "),
    ("Members resolved to:", "to", "Members resolved to ", "to"),
    ("PENDERFYNWYD:", "That ", "PENDERFYNWYD: ", "That "),
    ("RESOLVED UNANIMOUSLY –", "That ", "RESOLVED UNANIMOUSLY – ", "That "),
    ("Resolution:", "That ", "Resolution: ", "That "),
    ("RESOLVED (unanimously):", "That ", "RESOLVED (unanimously): ", "That "),
    ("Accordingly the motion became the finding of the meeting and the Committee agreed:", "to ",
     "Accordingly, it was RESOLVED that ", "that"),
    ("The Committee resolved as follows:", "That ", "The Committee resolved that ", "that"),
    ("THE COMMITTEE AGREED:", "to ", "THE COMMITTEE AGREED to ", "to"),
    ("**RESOLVED** that:", "that", "**RESOLVED** that ", "that"),
    ("RESOLVED/", "That ", "RESOLVED/ ", "That "),
    ("The Committee decided:", "to ", "The Committee decided to ", "to"),
)  # fmt: skip
LIMBS: tuple[Callable[[int], str], ...] = (
    "({0})".format, "{0}.".format, lambda n: f"({'abc'[n - 1]})", lambda n: f"{'i' * n})",
    lambda _: "•", lambda n: f"{'abc'[n - 1]})", lambda _: "-", lambda n: f"({'i' * n})",
    lambda n: f"{'ABC'[n - 1]}.", "[{0}]".format, lambda _: "", "{0})".format,
)  # fmt: skip
ITEMS: tuple[Callable[[int], str], ...] = (
    "{0}. ".format, "{0} ".format, "{0}  ".format, lambda n: f"{n + 11}/24 ", "Item {0} ".format,
    lambda n: f"{n + 44} ", "Item {0}: ".format, lambda n: f"HC{n + 30} ", "{0}.\n".format,
    "Agenda Item {0} - ".format, lambda _: "", lambda n: f"Minute {n + 20} ", "{0}.\t".format,
    lambda n: f"No. {n + 6} ",
)  # fmt: skip
PRESENT = "Councillors A Skelly (Chair), B Quine, C Teare and D Kissack"
HEADS = (
    "Minutes of a meeting of the Harbour Committee held on Tuesday, 14 May 2024\n\n"
    f"Present: {PRESENT}.",
    f"HARBOUR COMMITTEE\n\nTuesday, 14 May 2024\n\nMINUTES\n\nPresent:\n\n{PRESENT}",
    "Agenda and minutes\n\nHarbour Committee - Tuesday, 14th May, 2024 6.30 pm\n\n"
    "Venue: The Guildhall\n\nItems\n\nNo. Item",
    "Minute of Meeting of the Harbour Committee\n\nTuesday, 14 May 2024\n\nGuildhall, Quay Street"
    f"\n\nPRESENT\n\n{PRESENT}\n\nAPOLOGIES\n\nCouncillor Faragher",
    f"HARBOUR COMMITTEE\n\nGUILDHALL, TARNBECK, TUESDAY, 14 MAY, 2024\n\nPresent: {PRESENT}.",
    "MINUTES\n\nMeeting: Harbour Committee\nDate: 14 May 2024\nTime: 6.30 pm\n"
    f"Venue: Guildhall\n\nPresent: {PRESENT}",
    f"DRAFT MINUTES\n\nHarbour Committee\nTuesday 14 May 2024\n\nMembers present: {PRESENT}",
)
PAPER = (
    "Consideration was given to a report which asked the Committee to RESOLVE that works be let."
)
EARLIER = (
    "The Head of Coast reminded Members that on 5 March 2024 the Committee had agreed to set aside "
    "£400,000, and that the Council had resolved in 2022 that the quay be kept open."
)
COURSES = ("Two courses were open to Members:", "(a) to patch the quay; or", "(b) to rebuild it.")
LOST = (
    "Councillor Kissack moved, seconded by Councillor Teare, that the charge be raised to £5.",
    "On being put to the vote, with 1 vote for and 3 against, the motion was declared lost.",
)


def said(decision: Sequence[str], how: str) -> str:
    """Return a decision behind "that", "to", "That " or "to ": the blank says to print the word."""
    words = decision[how.strip().casefold() == "to"]
    return how + words if how.endswith(" ") else words


def minuted(at: int) -> tuple[str, dict[str, list[str]]]:
    """Return the text in one style, and what was decided by title."""
    lead, listed, opener, single = MARKERS[at % len(MARKERS)]
    label = LIMBS[at % len(LIMBS)]
    limbs = [said(x, listed) for x in (TENDER, SIGN, AGAIN)]
    points = []
    for n, words in enumerate(limbs, 1):
        end = "." if n == len(limbs) or not label(n) else ";"
        points.append(
            f"{label(n)} {words}{end}" if label(n) else words[0].upper() + words[1:] + end
        )
    one = {
        title: said(decision, single)
        for title, decision in zip(
            (TITLES[1], *TITLES[3:]), (RECORD, NOTED, CHARGE, POLICY), strict=True
        )
    }
    narrative = {
        TITLES[0]: ["Councillor Faragher sent apologies."],
        TITLES[2]: [PAPER, EARLIER, *(COURSES if at % 2 else ()), *lead.split("\n"), *points],
        TITLES[4]: list(LOST),
    }
    lines = [HEADS[at % len(HEADS)], ""]
    for n, title in enumerate(TITLES, 1):
        number = ITEMS[at % len(ITEMS)](n)
        lines += [number + (title.upper() if at % 3 else title), ""]
        for words in narrative.get(title, ["A report by the Head of Coast was before Members."]):
            lines += [*textwrap.wrap(words, 76 if at % 5 == 0 else 900), ""]
        if title in one:
            lines += [*f"{opener}{one[title]}.".split("\n"), ""]
    decided = {title: [words] for title, words in one.items()}
    return "\n".join(lines), {**decided, TITLES[0]: [], TITLES[2]: limbs}


def as_html(text: str) -> bytes:
    """Return a text as a page of paragraphs."""
    lines = (line for line in text.split("\n") if line.strip())
    return "".join(f"<p>{line}</p>\n" for line in lines).encode()


@pytest.mark.parametrize("at", range(2 * len(MARKERS)))
def test_a_meeting_is_read_in_every_style(at: int) -> None:
    text, decided = minuted(at)
    is_html = at % 4 == 3
    data = as_html(text) if is_html else text.encode()
    found = extract(readers.read(data, "minutes.html" if is_html else "minutes.txt"))
    assert found.kind in ("minutes", "meeting")
    kept = [row for row in found.rows if isinstance(row, Decision)]
    limbs = [row for row in found.rows if isinstance(row, Resolution)]
    for title, wanted in decided.items():
        row = next((d for d in kept if likeness.alike(title, d.title)), None)
        assert row is not None or not wanted, f"no decision: {title}"
        given = [r.text for r in limbs if row is not None and r.decision_id == row.id]
        assert len(given) == len(wanted), (title, given)
        assert all(likeness.alike(a, b) for a, b in zip(wanted, given, strict=True)), given
    assert len(limbs) == sum(map(len, decided.values()))


def test_the_styles_go_round_at_their_own_pace() -> None:
    sizes = sorted(map(len, (MARKERS, LIMBS, ITEMS, HEADS)))
    assert all(a != b for a, b in pairwise(sizes))
    assert len({minuted(at)[0] for at in range(2 * len(MARKERS))}) == 2 * len(MARKERS)


PAGES = (
    (
        "labels in two languages",
        "Eitem ar yr Agenda / Agenda item\n\nPier Accounts, Quarter 2\n\nTo present the accounts."
        "\n\nCofnodion: / Minutes:\n\nThe Treasurer spoke to the accounts.\n\nIt was resolved -\n"
        "\n·   To note the accounts.\n\n·   To ask for a paper on tolls.\n\n"
        "Dogfennau ychwanegol: / Supporting documents:\n\n·   Accounts, item 5. PDF 33 KB",
        "agenda_item",
        ["To note the accounts.", "To ask for a paper on tolls."],
    ),
    (
        "a report marked as an agenda item",
        "AGENDA ITEM\n\nREPORT TO HARBOUR SELECT COMMITTEE\n\n23 JULY 2019\n\nREPORT OF THE "
        "HARBOUR MASTER\n\nMOORINGS: WHAT HAS BEEN DONE\n\nSUMMARY\n\nThis paper says what has "
        "been done.\n\nRECOMMENDATIONS\n\nIt is recommended that the Committee:\n\n1.\tNotes it.",
        "report",
        [],
    ),
    (
        "a decision's pro forma",
        "PORTLEVEN BOROUGH COUNCIL\nCABINET DECISION PROFORMA\n"
        "Cabinet Meeting ................ 14 March 2019\n1. Title of Item/Report\nOld Lifeboat "
        "House\n2. Record of the Decision\nConsideration was given to a report on the roof.\n"
        "RESOLVED that:-\n1. The roof be mended.\n2. The doors be painted.\n"
        "3. Reasons for the Decision\nThe roof leaks.",
        "decision",
        ["The roof be mended.", "The doors be painted."],
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "decided"), [p[1:] for p in PAGES], ids=lambda _: "")
def test_pages_are_told_by_what_they_print(text: str, kind: str, decided: list[str]) -> None:
    found = extract(readers.read(text.encode(), "page.txt"))
    assert found.kind == kind
    assert [row.text for row in found.rows if isinstance(row, Resolution)] == decided


def test_a_pro_forma_tells_who_decided_and_when() -> None:
    found = extract(readers.read(PAGES[2][1].encode(), "page.txt"))
    (row,) = (r for r in found.rows if isinstance(r, Decision))
    assert (row.title, row.decision_maker, row.decision_date) == (
        "Old Lifeboat House", "Cabinet", "2019-03-14",
    )  # fmt: skip
