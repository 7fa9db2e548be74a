"""What a service set out to do and what came of it, and what only looks so; cards set by blanks."""

import pytest

from extractors.context import Context
from extractors.cut import Cut
from extractors.kpi import kpis
from pipeline.readers import read as read_bytes
from schemas.document import Section
from schemas.facts import Kpi

TOP = "Annual performance report 2022/23\n\n"


def read(text: str) -> list[Kpi]:
    document = read_bytes((TOP + text).encode(), "page.txt")
    section = Section("body", 0, len(document.text))
    context = Context(document, Cut(kind="report", layout="test", sections=(section,)))
    return [row for row in kpis.find(section, context) if isinstance(row, Kpi)]


@pytest.mark.parametrize(
    ("said", "name", "target", "actual", "outcome"),
    [
        ("The port hoped to berth 80% of ferries within 10 minutes but managed only 71%.",
         None, None, None, None),
        ("Our harbour service hoped to berth 80% of ferries within 10 minutes but managed only"
         " 71%.", "ferries within 10 minutes", 80, 71, "missed"),
        ("In 2022/23 we aimed to prevent fires on 65% of the boats at risk and reached 72%.",
         "boats at risk", 65, 72, "exceeded"),
        ("The contractor had promised 90 new moorings by June and 84 were handed over.",
         "moorings", 90, 84, "missed"),
        ("We set out to clean 400 hulls. In the event 420 were cleaned.",
         "hulls", 400, 420, "exceeded"),
        ("We wanted 95% of our pilots to renew their licence. In 2022/23 we reached 97.1%.",
         "pilots to renew their licence", 95, 97.1, "exceeded"),
        ("The team planned to cut oil spills to 12, and 15 were recorded.", None, 12, 15, "missed"),
        ("They pledged to survey 60 wrecks; 58 were surveyed.", "wrecks", 60, 58, "missed"),
    ],
)  # fmt: skip
def test_a_promise_and_what_came_of_it(
    said: str, name: str | None, target: float | None, actual: float | None, outcome: str | None
) -> None:
    rows = [(r.target, r.actual, r.outcome) for r in read(said)]
    assert rows == ([(target, actual, outcome)] if target else [])
    assert name is None or [r.name for r in read(said)] == [name]


@pytest.mark.parametrize(
    "said",
    [
        "The council planned 12 regattas and 300 sailors came.",
        "We wanted 30% of the board to be women, and 40% of skippers agreed.",
        "Residents wanted 20 buoys and 18 were lit.",
        "We promised £150 a berth and 131 were let.",
        "The team planned to meet on 12 June and 15 were present.",
        "Our service hoped for 40 replies. The survey asked 12 questions.",
    ],
)
def test_what_follows_is_something_else(said: str) -> None:
    assert read(said) == []


def test_labels_and_values_far_apart_on_one_line() -> None:
    page = (
        "HB03   Percentage of moorings inspected\n"
        "Q3: 46.8%        Target: 50.0%        Status: Alert\n"
        "Winter came early.\n\n"
        "HB14\tNumber of berths let\n"
        "Q3: 2,410\tTarget: 2,000\tStatus: OK\n"
    )
    rows = [(r.code, r.name, r.target, r.actual, r.outcome) for r in read(page)]
    assert rows == [
        ("HB03", "Percentage of moorings inspected", 50, 46.8, "missed"),
        ("HB14", "Number of berths let", 2000, 2410, "exceeded"),
    ]
