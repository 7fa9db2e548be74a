"""Minutes without their head, and decision sheets: what is read, and what is left alone."""

import pytest

from pipeline.extract import Extraction, extract
from pipeline.readers import read
from schemas.facts import Resolution, Row, Vote
from schemas.records import Decision, MeetingNote


def _read(text: str) -> Extraction:
    return extract(read(text.encode(), "page.txt"))


def _of(page: Extraction, shape: type[Row]) -> list[Row]:
    return [row for row in page.rows if isinstance(row, shape)]


MIDDLE = """Councillor Hartnell asked when the depot would open. The Engineer said by Easter.

After debate the recommendations were moved by Councillor Pryor and seconded by Councillor Wade.

On being put to the vote the recommendations were CARRIED (6 voting FOR, 2 AGAINST).

It was APPROVED that;

1. Noted the progress of the depot.

2. Approved a further sum of £64,000 for drains.
clerks@example.gov.uk

Recommendation 3 was not approved:

3. To widen the gate.

23 Mooring Fees

The Harbour Committee considered a report on the fees for the winter.

RESOLVED - That the fees be held at their present level.
"""

SHEET = """Brackwater Council

Decisions taken by the Executive on Tuesday, 4 March 2014

Decisions will come into force at 5 pm on 13 March 2014 unless called in.

Item 4: Allotment Rents

Decision: That rents rise by 2%.

Reason: To keep pace with cost.

Item 5: Sale of the Mill

Decision:
(1) That the mill be sold to Tarrow Homes Ltd for £410,000.
(2) That the receipt be kept for the quay.
"""

EXTRACT = """EXTRACT FROM THE MINUTES OF THE HARBOUR BOARD HELD ON 6 MAY 2015

Minute 17 - Dredging

The Harbour Master presented a report.

RESOLVED: That the tender of Wade Marine Ltd be accepted.
"""


def test_text_from_the_middle_of_minutes() -> None:
    page = _read(MIDDLE)
    decisions = [(d.number, d.title) for d in _of(page, Decision)]  # type: ignore[attr-defined]
    assert page.kind == "minutes"
    assert decisions == [(None, None), ("23", "Mooring Fees")]
    limbs = [(r.decision_id, r.text) for r in _of(page, Resolution)]  # type: ignore[attr-defined]
    assert limbs == [
        (1, "Noted the progress of the depot."),
        (1, "Approved a further sum of £64,000 for drains."),
        (2, "That the fees be held at their present level."),
    ]
    votes = [(v.proposer, v.votes_for, v.outcome) for v in _of(page, Vote)]  # type: ignore[attr-defined]
    assert votes == [("Pryor", 6, "carried")]


def test_decision_sheet() -> None:
    page = _read(SHEET)
    decisions = [
        (d.title, d.decision_maker, d.decision_date)  # type: ignore[attr-defined]
        for d in _of(page, Decision)
    ]
    assert page.kind == "decision_list"
    assert decisions == [
        ("Allotment Rents", "Executive", "2014-03-04"),
        ("Sale of the Mill", "Executive", "2014-03-04"),
    ]
    assert len(_of(page, Resolution)) == 3
    assert [m.start_time for m in _of(page, MeetingNote)] == [None]  # type: ignore[attr-defined]


def test_extract_of_one_minute() -> None:
    page = _read(EXTRACT)
    (decision,) = _of(page, Decision)
    assert page.kind == "minutes"
    assert decision.title == "Dredging"  # type: ignore[attr-defined]
    assert decision.meeting_body == "Harbour Board"  # type: ignore[attr-defined]
    assert decision.meeting_date == "2015-05-06"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        # A news page.
        'The planning committee approved the homes on Tuesday.\n\nCllr Ann Reed said: "I am glad."'
        "\n\nThe motion was moved by Cllr Reed and seconded by Cllr Poole, and when put to the vote"
        ' it was carried.\n\n"It is good news for us," Cllr Poole said.',
        # A constitution.
        "A motion must be moved by a Councillor and seconded by another Councillor.\n\n"
        "When it is put to the vote it shall be carried if a majority of those present agree.",
        # A list of dates.
        "Decisions taken in May will be published in June.\n\nPlease check back.",
        "APPROVED\n\nA list of approved contractors is kept by the Council.",
    ],
)
def test_pages_that_are_no_minutes(text: str) -> None:
    page = _read(text)
    assert page.kind == "unknown"
    assert not _of(page, Decision)


HEADS = {
    "Minutes of a meeting of the Harbours, Fishing and Coast\nheld at 6.30pm on 2nd November 2019\n"
    "in the Customs House, Portleven": "Harbours, Fishing and Coast",
    "MINUTES of the meeting of the Scrutiny Panel: Ports and Quays held on Monday 9 July 2018 at "
    "2.00pm": "Scrutiny Panel: Ports and Quays",
    "Brackwater and Tarrow Joint Committee\n\nMINUTES\nof the meeting held on Wednesday, 5th "
    "February, 2014\nat 7.15 p.m. in the Village Hall": "Brackwater and Tarrow Joint Committee",
    "Minutes of the Harbour Board, held in the Town Hall and Annexe on 4 May 2015": "Harbour Board",
    "Record of decisions of the Harbour Board held on 4 May 2015": "Harbour Board",
}
BELOW = """

Present: Councillors A Moyle, B Rusk and C Trant

1. Apologies

There were none.

2. Crane hire

Councillor Moyle moved, and Councillor Rusk seconded, "That a crane be hired for £900". On being \
put to the meeting the motion was declared to be carried.

3. Dates

RESOLVED, on the motion of Councillor Rusk, seconded by Councillor Trant, that the dates be noted.
"""


@pytest.mark.parametrize(("head", "body"), HEADS.items())
def test_bodies_of_heads(head: str, body: str) -> None:
    page = _read(head + BELOW)
    bodies = {d.meeting_body for d in _of(page, Decision)}  # type: ignore[attr-defined]
    assert bodies == {body}
    limbs = [r.text for r in _of(page, Resolution)]  # type: ignore[attr-defined]
    assert limbs == ["That a crane be hired for £900", "that the dates be noted."]


def test_form_with_what_was_recommended() -> None:
    page = _read(
        "EXECUTIVE DECISION NOTICE\n\nDecision taken by: Portfolio Holder for Ports\n"
        "Date of decision: 3 May 2022\nSubject: Purchase of a tug\nKey decision: No\n\n"
        "Recommendations to the Portfolio Holder\n1. To buy the tug Heron for £182,500.\n"
        "2. To sell the tug Avocet.\n\nDecision\nApproved as recommended.\n\nReasons\nShe is old.\n"
    )
    limbs = [(r.text, r.is_empty) for r in _of(page, Resolution)]  # type: ignore[attr-defined]
    assert limbs == [("Approved as recommended.", 1)]
    asked = [r.text for r in page.rows if type(r).__name__ == "Recommendation"]  # type: ignore[attr-defined]
    assert asked == ["To buy the tug Heron for £182,500.", "To sell the tug Avocet."]


def test_sheet_under_the_word_decisions() -> None:
    page = _read(
        "Harbour and Coast Committee – Wednesday 20 April 2022\n\nDecisions\n\n"
        "Agenda Item 6: Buoys\n\nThe Committee agreed unanimously:\n1.1 to lay three buoys;\n"
        "1.2 to receive a report after a year.\n\nAgenda Item 7: Huts\n\n"
        "The Committee agreed (by 7 votes to 2, with 1 abstention) to sell 3 Cliff Road.\n"
    )
    assert page.kind == "decision_list"
    made = [(d.title, d.decision_date) for d in _of(page, Decision)]  # type: ignore[attr-defined]
    assert made == [("Buoys", "2022-04-20"), ("Huts", "2022-04-20")]
    assert [v.votes_for for v in _of(page, Vote)] == [None, 7]  # type: ignore[attr-defined]


def test_body_over_where_it_was_held() -> None:
    page = _read(
        "BOROUGH OF PORTLEVEN\nPORTS, PIERS AND REVIEW\nHeld in the Mayor's Parlour on 8th "
        "October 2009 at 7pm\n\nPRESENT: Councillor S Farr; Councillors L Gee and H Iver\n\n"
        "12. APOLOGIES\nNone.\n\n13. CRANES\nThe Engineer tabled a paper.\n\n"
        "RESOLVED that it be noted.\n"
    )
    bodies = {d.meeting_body for d in _of(page, Decision)}  # type: ignore[attr-defined]
    assert page.kind == "minutes"
    assert bodies == {"Ports, Piers and Review"}


def test_reporter_who_tells_of_a_motion() -> None:
    page = _read(
        "Residents are cross. Councillor Dan Reed moved a motion, seconded by Councillor Mo Fitt, "
        "for lights. It was put to the vote and defeated by 20 votes to 11.\n\nMore in May.\n"
    )
    assert page.kind == "unknown"
