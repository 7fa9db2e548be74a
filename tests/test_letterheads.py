"""A report below a letterhead is one paper; limbs below a lead that names its reasons are read."""

import pytest

from pipeline.extract import Extraction, extract
from pipeline.readers import read
from schemas.facts import Resolution


def _read(text: str) -> Extraction:
    return extract(read(text.encode(), "page.txt"))


BODY = "\n\n".join(
    f"3.{n} The yard was mended and the crane oiled as planned." for n in range(1, 45)
)


@pytest.mark.parametrize(
    "above",
    [
        "PORTLEVEN COUNCIL",
        "AGENDA ITEM NO. 7\n\nPORTLEVEN COUNCIL",
        "PORTLEVEN COUNCIL\n\nPublic\n\nItem 4\n\nFor decision",
    ],
)
@pytest.mark.parametrize(
    "fields",
    [
        "Report to: Harbour Board\n\nDate: 8 February 2024\n\nFrom: Director of Quays\n\n"
        "Report Title: Yard",
        "Report To:       Harbour Board\nReport By:       Director of Quays\nDate: 8 April 2024\n"
        "Report Title:    Yard\n",
    ],
)
def test_a_letterhead_is_no_paper(above: str, fields: str) -> None:
    page = _read(f"{above}\n\n{fields}\n\nRecommendations\n\nThat the Board notes it.\n\n{BODY}")
    assert page.kind == "report"


@pytest.mark.parametrize(
    "lead",
    [
        "For the reasons given in the report I agree to:",
        "On the grounds set out in the paper, the Director decided to:",
        "For the reasons and on the conditions below, the Cabinet Member agreed to:",
    ],
)
def test_limbs_below_a_lead_with_reasons(lead: str) -> None:
    page = _read(
        "Decision details\n\nTug\n\nDecision Maker: Director of Quays\n\nDecision:\n\n"
        f"{lead}\n\n(a) award the work to Gull Ltd;\n\n(b) note the costs.\n\n"
        "Decision date: 8 February 2024\n"
    )
    found = [(r.label, r.action) for r in page.rows if isinstance(r, Resolution)]
    assert found == [("(a)", "award"), ("(b)", "note")]


@pytest.mark.parametrize(
    "lead",
    ["The lease was approved for the following reasons:", "Approved, with these conditions:"],
)
def test_reasons_below_a_decision_are_no_limbs(lead: str) -> None:
    page = _read(
        "Decision details\n\nTug\n\nDecision Maker: Director of Quays\n\nDecision:\n\n"
        f"{lead}\n\n1. Approved plans are needed.\n\n2. Note the tide.\n\n"
        "Decision date: 8 February 2024\n"
    )
    assert not [r for r in page.rows if isinstance(r, Resolution) and r.label]
