"""One matter in the five forms a folder of downloads holds, each worded as its form words things.

The decision page speaks in the passive, the meeting page gives the decision and again the minutes,
the printed minutes have the title in capitals and speak of the Committee, the web service names no
council, and the report asks. Everything is invented; `kent` only tells whose pages they are.
"""

import sqlite3
from collections.abc import Iterator

import pytest

from pipeline.ingest import ingest
from pipeline.reading import connect
from pipeline.show import show
from tests.pdfs import make_minutes_pdf

TITLE = "Ferry Crossing at Skellow Reach: Operating Agreement"
DECIDED = (
    "the contract to run the ferry be awarded to Larkfield Ferries Limited for six years "
    "from 1 May 2026 at &pound;412,000 a year",
    "the Head of Transport be authorised to sign the agreement",
)
_PAGE = """<!-- saved from url=(0070)https://democracy.kent.gov.uk/{address} -->
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{kind}</title></head><body>
<div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >{kind}</h1></div>
<div class="mgSubTitle" ><h2 class="mgSubTitleTxt">{title}</h2></div>{links}
<div  class="mgContent" >{content}</div></div></body></html>"""
_LINKS = (
    '<div class="mgLinks" ><ul class="mgActionList" ><li><a href="mgIssueHistoryHome.aspx?'
    'IId=9120&amp;Opt=0">Find out more about this issue</a></li></ul></div>'
)


def _points(points: tuple[str, ...]) -> str:
    return "".join(
        f'<p class="MsoNormal">({n})&nbsp;&nbsp;&nbsp; {x}{";" if n < len(points) else "."}</p>'
        for n, x in enumerate(points, 1)
    )


def decision() -> str:
    content = (
        '<p><span  class="mgLabel" >Decision status: </span>Recommendations Approved</p>'
        '<h3 class="mgSubSubTitleTxt">Decisions:</h3><div class="mgWordPara">'
        f'<p class="MsoNormal"><b>RESOLVED</b> that</p>{_points(DECIDED)}</div>'
        '<p><span  class="mgLabel" >Date of decision: </span>14&#47;04&#47;2026</p>'
        '<p><span  class="mgLabel" >Decided at meeting: </span><a href="ieListDocuments.aspx?CId=31'
        '&amp;MID=5077">14&#47;04&#47;2026 - Transport and Waterways Committee</a></p>'
    )
    return _PAGE.format(
        address="ieDecisionDetails.aspx?AIId=61003", kind="Decision details", title=TITLE,
        links=_LINKS, content=content,
    )  # fmt: skip


def _item(number: int, title: str, body: str) -> str:
    return (
        f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI6100{number}"></a>'
        f'{number + 18}.</p></td><td><p class="mgAiTitleTxt">{title}</p>{body}</td></tr>'
    )


def _block(head: str, words: str) -> str:
    return f'<p class="mgSubItemTitleTxt">{head}</p><div class="mgWordPara">{words}</div>'


def meeting() -> str:
    resolved = f"<p><b>RESOLVED</b> that</p>{_points(DECIDED)}"
    rows = (
        _item(1, "Apologies", _block("Minutes:", "<p>None were received.</p>"))
        + _item(3, TITLE, _block("Decision:", resolved)
                + _block("Minutes:", f"<p>Members spoke of the queues in June.</p>{resolved}"))
        + _item(4, "Towpath Lighting", _block("Minutes:", "<p>RESOLVED that the lamps be lit.</p>"))
    )  # fmt: skip
    return _PAGE.format(
        address="ieListDocuments.aspx?CId=31&MId=5077&Ver=4", kind="Agenda, decisions and minutes",
        title="Transport and Waterways Committee - Tuesday 14 April 2026 6&#58;00 pm", links="",
        content='<p><span class="mgLabel">Venue: </span>County Hall</p><table class="mgItemTable" '
        f'id="mgItemTable"><caption>Items</caption>{rows}</table>',
    )  # fmt: skip


MINUTES = (
    ("19.", "APOLOGIES", "(Item 1)", ("None were received.", ())),
    (
        "21.",
        TITLE.upper(),
        "(Item 3)",
        (
            "Members spoke of the queues in June.",
            (
                "award the contract to run the ferry to Larkfield Ferries Limited for six "
                "years from 1 May 2026 at £412,000 a year; and",
                "authorise the Head of Transport to sign the agreement.",
            ),
        ),
    ),
    ("22.", "TOWPATH LIGHTING", "(Item 4)", ("Lamps were shown.", ("light the lamps.",))),
)


def service() -> str:
    body = f"<p>RESOLVED that</p>{_points(DECIDED)}"
    shut = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"""<?xml version="1.0" encoding="utf-8"?>
<meeting><meetingid>5077</meetingid><meetingdate>14/04/2026</meetingdate>
<meetingstatus>Confirmed</meetingstatus><meetingtime>6.00 pm</meetingtime>
<meetinglocation>County Hall</meetinglocation><agendaitems><agendaitem>
<agendaitemid>61003</agendaitemid><agendaitemtitle>{TITLE}</agendaitemtitle>
<fulldisplaynumberformat>21.</fulldisplaynumberformat><meetingdate>14/04/2026</meetingdate>
<refertocommittee>Transport &amp;#38; Waterways Committee</refertocommittee>
<decisionnonemptyhtmlbody>{shut}</decisionnonemptyhtmlbody>
<linkeddocuments><linkeddoc><attachmentid>7001</attachmentid><title>Ferry report</title>
<url>https://democracy.kent.gov.uk/mgConvert2PDF.aspx?ID=7001</url></linkeddoc></linkeddocuments>
</agendaitem></agendaitems></meeting>"""


REPORT = f"""From: Ottoline Gray, Head of Transport

To: Transport and Waterways Committee - 14 April 2026

Subject: {TITLE}

Recommendation(s):

The Committee is asked to RESOLVE that:

(1) the contract to run the ferry be awarded to Larkfield Ferries Limited for six years \
from 1 May 2026 at £412,000 a year; and

(2) the Head of Transport be authorised to sign the agreement.

Background

The ferry carried 61,000 people last year.
"""


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("fresh")
    pages = folder / "in" / "kent"
    pages.mkdir(parents=True)
    (pages / "decision.html").write_text(decision(), encoding="utf-8")
    (pages / "meeting.html").write_text(meeting(), encoding="utf-8")
    (pages / "GetMeeting.xml").write_text(service(), encoding="utf-8")
    (pages / "report.txt").write_text(REPORT, encoding="utf-8")
    (pages / "minutes.pdf").write_bytes(
        make_minutes_pdf(
            council="Kent County Council",
            body="Transport and Waterways Committee",
            date="Tuesday, 14 April 2026",
            items=MINUTES,
        )
    )
    ingest([str(folder / "in")], folder / "a.db")
    connection = connect(folder / "a.db")
    connection.row_factory = None
    yield connection
    connection.close()


def test_one_matter_of_five_forms(rows: sqlite3.Connection) -> None:
    found = rows.execute(
        "SELECT m.title, o.kind FROM matters m JOIN matter_documents md ON md.matter_id = m.id "
        "JOIN documents o ON o.id = md.document_id WHERE m.title LIKE 'Ferry%' ORDER BY o.kind"
    ).fetchall()
    kinds = ["decision", "meeting", "meeting", "minutes", "report"]
    assert found == [(TITLE, kind) for kind in kinds]


def test_one_meeting(rows: sqlite3.Connection) -> None:
    found = rows.execute("SELECT body, date, start_time, venue FROM meetings").fetchall()
    assert len(found) == 1
    assert found[0][1:3] == ("2026-04-14", "18:00")


def test_each_resolution_once(rows: sqlite3.Connection) -> None:
    counted = rows.execute(
        "SELECT decision_key, action, in_resolution, count(*) FROM supplier_resolutions "
        "WHERE supplier LIKE 'Larkfield%' GROUP BY 1, 2, 3 ORDER BY 3 DESC"
    ).fetchall()
    # The second limb does not name the firm; the minutes, which repeat both, do.
    assert [(key.partition("#")[0], *rest) for key, *rest in counted] == [
        ("kent/ieDecisionDetails:AIId=61003", "award", 1, 1),
        ("kent/ieDecisionDetails:AIId=61003", "authorise", 0, 1),
    ]
    listed = rows.execute(
        "SELECT title, page_kind FROM decision_list WHERE title LIKE 'Ferry%' "
        "OR title LIKE 'FERRY%' OR title LIKE 'Towpath%' OR title LIKE 'TOWPATH%'"
    ).fetchall()
    assert sorted(listed) == [(TITLE, "decision"), ("Towpath Lighting", "meeting")]


def test_what_became_of_what_was_asked(rows: sqlite3.Connection) -> None:
    outcomes = rows.execute("SELECT outcome FROM recommendation_outcomes").fetchall()
    assert outcomes == [("accepted",), ("accepted",)]


def test_the_story_in_order(rows: sqlite3.Connection) -> None:
    rows.row_factory = sqlite3.Row
    told = show(rows, "kent/IId=9120")
    rows.row_factory = None
    lines = [line.split()[:2] for line in told if line.startswith("  20")]
    assert [kind for _, kind in lines] == ["report", "meeting", "meeting", "minutes", "decision"]
    assert sum("resolved:" in line for line in told) == 2
