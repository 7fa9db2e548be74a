"""Papers to a meeting told by their top alone, and pages whose top looks nearly so."""

import pytest

from extractors import layouts
from pipeline.extract import extract
from pipeline.readers.text import read_text
from schemas.facts import Recommendation
from tests.support import document_of

PAPERS = {
    "columns": "Harbour Board            4 March 2025\nItem 6\n\nSlipway works\n\n1  Why\nRot.",
    "below": "AUDIT COMMITTEE\n\nTuesday 4 March 2025\n\nTreasury outturn report\n\nWe owe £9.",
    "purpose": "Cabinet\n\n4 March 2025\n\nFerries\n\nPurpose of report\n\nTo tell of the ferries.",
    "dashes": "Port Forum - 4 March 2025 - Agenda item 9\n\nSlipway\n\nFor information\n\nShut.",
    "presented": "Presented to the Harbour Board on 4 March 2025 by the Treasurer\n\nThey ran.",
    "appendix": "Ferries Sub-Committee\nAnnex C\nMeasures in 2024/25\n\nPunctual: 95%",
    "bars": "Housing Panel | 4 March 2025 | Item 5\n\nRoofs\n\n95% were mended in time.",
}
OTHERS = {
    "news": "Harbour Board\n\n4 March 2025\n\nThe Board has published its yearly report.",
    "notice": "Planning Committee, 4 March 2025\n\nIt will be webcast.\n\nContact: Ann Tern",
    "calendar": "This month\n\nPort Committee, 4 March 2025\n\nAudit Board, 11 March 2025",
    "body": "Harbour Board\n\nThe Board has nine members.\n\nAppendix A of the rules has more.",
    "policy": "Appendix A\n\nFares policy\n\nApproved by the Harbour Board on 4 March 2025",
    "letter": "Harbour Board, 4 March 2025\n\nItem 5\n\nDear Mr Roe\n\nThank you for your letter.",
    "speech": "Council, 4 March 2025\n\nItem 5\n\nLeader's budget speech\n\nI move this budget.",
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_a_report(name: str) -> None:
    assert layouts.cut(document_of(PAPERS[name])).kind == "report"


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_paper_stays_unknown(name: str) -> None:
    assert layouts.cut(document_of(OTHERS[name])).kind == "unknown"


def test_a_proposal_is_what_is_asked() -> None:
    page = (
        "Harbour Board\n\n4 March 2025\n\nFerries\n\nPurpose of report\n\n1. To tell of them.\n\n"
        "Proposals\n\n2. That the Board notes the position.\n\nReport author: Ann Tern\n"
    )
    rows = extract(read_text(page.encode())).rows
    assert [x.text for x in rows if isinstance(x, Recommendation)] == [
        "That the Board notes the position."
    ]


_FRONT = (
    "Ferry fares order\nHarbour Board 4 March 2025\nReport Author: Ann Tern\n"
    "Portfolio Holder: Member for Ports\nStatus: {status}\nKey Decision: No\n\n"
)


def test_the_status_of_a_paper_decides_nothing() -> None:
    asks = "Recommendation(s):\n\n1. That the fares be put out to consultation.\n"
    for status in ("For Decision", "Unrestricted", "Public"):
        page = layouts.cut(document_of(_FRONT.format(status=status) + asks))
        assert (page.kind, page.title) == ("report", "Ferry fares order"), status


def test_the_status_of_a_decision_still_tells_one() -> None:
    agreed = "Decision:\n\nThe fares were frozen.\n\nDate of decision: 4 March 2025\n"
    page = layouts.cut(document_of(_FRONT.format(status="Recommendations Approved") + agreed))
    assert page.kind == "decision"


TITLES = {
    "over its director": "Agenda Item 7\nExmouth Council\nTidal Scrutiny Group\n4 March 2025\n\n"
    "Slipway charging\n\nReport of the Director of Ports",
    "below a code": "HX/24/15\nPorts and Regulatory Services Scrutiny Committee\n4 March 2025\n\n"
    "Slipway charging\n\nReport of the Director of Ports",
    "under a label": "Report To: Council\nDate: 4 March 2025\nHeading: Slipway charging",
    "one of two": "Tides and times\n\nSlipway charging\nReport of the Director of Ports",
}


@pytest.mark.parametrize("name", TITLES)
def test_the_title_stands_in_the_head(name: str) -> None:
    asks = "\n\nRecommendation\nThat the Board:\n(a) notes the report; and\n(b) sets a fee.\n"
    assert layouts.cut(document_of(TITLES[name] + asks)).title == "Slipway charging"


def test_of_two_lines_that_could_be_titles_none_is_taken() -> None:
    asks = "\n\nRecommendation\nThat the Board:\n(a) notes the report; and\n(b) sets a fee.\n"
    page = layouts.cut(document_of("Tides and times\n\nSlipway charging" + asks))
    assert (page.kind, page.title) == ("report", None)
