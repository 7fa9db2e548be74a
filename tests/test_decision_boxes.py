"""What forms of decision call themselves and the box that says what was decided, in many words."""

import pytest

from extractors import likeness
from pipeline.extract import extract
from pipeline.readers.html import read_html
from pipeline.readers.text import read_text
from schemas.facts import Resolution
from schemas.records import Decision

FORMS = (
    "OFFICER DECISION RECORD", "Record of Executive Decision", "Non-Key Decision Record",
    "Portfolio Holder Decision Notice", "Statement of Executive Decision",
    "Cabinet Member Decision",
    "Administrative Decision Record", "DELEGATED DECISION PRO FORMA", "Delegated Officer Decision",
    "OFFICER DELEGATED DECISION RECORD FORM", "Record of a decision taken by an officer",
)  # fmt: skip
BOXES = (
    "Decision", "Summary of decision", "Details of the decision taken", "What is the decision?",
    "Decision(s)", "Record of decision", "Decision and reasons", "Description of the decision",
    "Resolution", "Action taken", "What was decided?", "The decision", "Terms of the decision",
)  # fmt: skip
WHY = ("Reasons for the decision", "Rationale for decision", "Justification for the decision")
DECIDED = (
    ("To let the net loft to Teare Chandlery at £6,500 a year.",),
    ("That the net loft be let to Teare Chandlery.",),
    ("Approval is given to let the net loft.",),
    ("I approve the letting of the net loft to Teare Chandlery.",),
    ("Letting of the net loft to Teare Chandlery for five years.",),
    ("(a) To let the net loft; and", "(b) To set the rent at £6,500 a year."),
    ("To award a lease of the net loft.", "To set the rent at £6,500 a year."),
)
# What stands below such a name and boxes in papers that decide nothing.
ASKING = (
    "Delegated Decision Report\n\nReport title: The net loft\n\nRecommendation\n\n"
    "That the Head of Coast lets the net loft.\n\nReasons\n\nIt is empty.\n\nBackground\n\n"
    "It was built in 1911."
)


def printed(at: int) -> tuple[str, bool]:
    """Return a form in one manner of printing, and whether it is a page of HTML."""
    rows = [
        ("Title of decision", ["Lease of the Old Net Loft"]),
        ("Name of decision maker", ["Head of Coast"]),
        ("Date of decision", ["14 May 2024"]),
        (BOXES[at % len(BOXES)], list(DECIDED[at % len(DECIDED)])),
        (WHY[at % len(WHY)], ["The loft has stood empty since 2021."]),
        ("Alternative options considered", ["Sell the loft."]),
    ]
    form = FORMS[at % len(FORMS)]
    if at % 4 == 0:
        cells = "".join(
            f"<tr><td>{label}</td><td>{''.join(f'<p>{x}</p>' for x in said)}</td></tr>"
            for label, said in rows
        )
        return f"<h1>{form}</h1><table>{cells}</table>", True
    parts = []
    for n, (label, said) in enumerate(rows, 1):
        colon = "" if label.endswith("?") else ":"
        opened = (f"{n}. {label}", f"{label}{colon}", label)[at % 4 - 1]
        parts.append("\n\n".join((opened, *said)))
    return "\n\n".join((form, *parts)), False


@pytest.mark.parametrize("at", range(60))
def test_a_form_says_what_was_decided(at: int) -> None:
    text, is_html = printed(at)
    found = extract((read_html if is_html else read_text)(text.encode()))
    assert found.kind == "decision"
    (row,) = (r for r in found.rows if isinstance(r, Decision))
    assert row.title == "Lease of the Old Net Loft"
    given = [r.text for r in found.rows if isinstance(r, Resolution)]
    wanted = [x.removeprefix("(a) ").removeprefix("(b) ") for x in DECIDED[at % len(DECIDED)]]
    assert len(given) == len(wanted), given
    assert all(
        likeness.alike(a, b.removesuffix("; and")) for a, b in zip(given, wanted, strict=True)
    )


def test_a_report_for_a_decision_decides_nothing() -> None:
    found = extract(read_text(ASKING.encode()))
    assert found.kind != "decision"
    assert not any(isinstance(r, Resolution) for r in found.rows)


def test_an_officer_is_nobody() -> None:
    form = "RECORD OF A DECISION TAKEN BY AN OFFICER\n\n" + printed(1)[0].partition("\n\n")[2]
    found = extract(read_text(form.replace("Name of decision maker", "Ward").encode()))
    (row,) = (r for r in found.rows if isinstance(r, Decision))
    assert row.decision_maker is None
