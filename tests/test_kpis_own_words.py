"""Indicators in officers' own words: numbers spelled out, distances, aims told first, own codes."""

import pytest

from pipeline.extract import extract
from pipeline.readers import read as read_bytes
from schemas.facts import Kpi

TOP = "Tram Board\n\nThe Board considered performance for Quarter 3 2021/22.\n\n"


def read(text: str) -> list[Kpi]:
    found = extract(read_bytes(f"{text}\n".encode(), "page.txt")).rows
    return [row for row in found if isinstance(row, Kpi)]


Told = tuple[str | None, str, float | None, float | None]


def told(row: Kpi) -> Told:
    return row.code, row.outcome, row.target, row.actual


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Worn rails (RAIL 4.1) were changed in 31 days, in line with target.",
         ("RAIL 4.1", "met", None, 31)),
        ("The wait at the gate (GT 7b) was 41 seconds, three seconds quicker than target.",
         ("GT 7b", "exceeded", None, 41)),
        ("Lost property was returned in 14 weeks on average (LOST 2). This was two weeks longer"
         " than target.", ("LOST 2", "missed", None, 14)),
        ("Repairs took six and a half days on average to finish, the target being five.",
         (None, "missed", 5, 6.5)),
        ("Riders were waiting eleven days for a refund against a target of nine.",
         (None, "missed", 9, 11)),
        ("KPI 4 was missed. Only three drivers were trained and the target had been five.",
         ("KPI 4", "missed", 5, 3)),
        ("There were 412 rides per 1,000 residents against a target of 400.",
         (None, "exceeded", 400, 412)),
        ("Depot fires (SAFE 3) had failed to reach the target of 20 per 10,000 staff, the figure"
         " being 18.2.", ("SAFE 3", "missed", 20, 18.2)),
        ("On bells (BELL 6) the 97.1% achieved was short of the target, 98%, by nearly a point.",
         ("BELL 6", "missed", 98, 97.1)),
        ("Greener lines. The target for complaints is 120. Over the quarter 143 were recorded.",
         (None, "missed", 120, 143)),
        ("The share of apprentices still here 26 weeks after training had slipped to 61.2%, which"
         " left it 3.8 percentage points adrift of target.", (None, "missed", None, 61.2)),
        ("The target of 75% of lamps checked within 12 months was not met; 68% had been.",
         (None, "missed", 75, 68)),
        ("Cracked panes numbered 14, the same as the target.", (None, "met", 14, 14)),
        ("With 1,310 season tickets, the line had passed its target of 1,250.",
         (None, "exceeded", 1250, 1310)),
        ("There had been 612 false alarms in all. This was 38 fewer than the target of 650.",
         (None, "exceeded", 650, 612)),
        ("Fares lost stood at 0.31 per cent, within the 0.48 per cent threshold at which grant is"
         " cut.", (None, "exceeded", 0.48, 0.31)),
        ("It took 3 minutes 10 seconds to answer a call. The target is two minutes.",
         (None, "missed", 2, 3.17)),
    ],
)  # fmt: skip
def test_own_words(said: str, wanted: Told) -> None:
    [row] = read(TOP + said)
    assert told(row) == wanted
    assert row.period == "Q3 2021/22"


@pytest.mark.parametrize(
    "said",
    [
        "For tickets checked on board the target is 90%. The operator managed 88% in April 2022,"
        " 91% in May 2022 and 93% in June 2022.",
        "Tickets checked on board: the target is 90%; it was 88% in April 2022, 91% in May 2022 and"
        " 93% in June 2022.",
    ],
)
def test_several_results_for_one_aim(said: str) -> None:
    assert [(r.period, r.target, r.actual, r.outcome) for r in read(said)] == [
        ("April 2022", 90, 88, "missed"),
        ("May 2022", 90, 91, "exceeded"),
        ("June 2022", 90, 93, "exceeded"),
    ]


def test_a_month_behind_the_target_is_of_the_same_indicator() -> None:
    rows = read("Gates mended was 88% in April 2023 (target 90%) and 92% in May 2023.")
    assert [(r.period, r.actual, r.outcome) for r in rows] == [
        ("April 2023", 88, "missed"), ("May 2023", 92, "exceeded"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Two targets of the plan were discussed and one was new.",  # counts no berths
        "The target for two quarters had been set aside.",
        "The work on the yard took four days longer than planned.",
        "The yard (PLOT 4) was let to a tenant.",  # no aim is spoken of
        "Policy DM 4.2 sets a target for homes on the yard.",
        "It ran to the target date (ROAD 12).",
    ],
)
def test_what_is_no_result(said: str) -> None:
    assert not [r for r in read(said) if r.outcome in ("met", "exceeded", "missed")]


# -- which time the results are of ----------------------------------------------------------------

RESULT = "Fares collected came to 96.2% against a target of 97%."


@pytest.mark.parametrize(
    "said",
    [
        "The Manager presented the line's results for the year 2021/22.",
        "Members received the annual report of the Tram Service for 2021/22.",
        "The report looked back over 2021/22.",
        "How the operator fared in 2021/22 is set out here:",
        "During 2021/22 the operator's record was mixed.",
        "NATIONAL TRAM BENCHMARKING FRAMEWORK 2021/22",
    ],
)
def test_what_the_results_below_are_of(said: str) -> None:
    [row] = read(f"Tram Board\n\n5. Fares\n\n{said}\n\n{RESULT}\n\nRESOLVED to note it.")
    assert (row.period, row.name) == ("2021/22", "Fares collected")


@pytest.mark.parametrize(
    "said",
    [
        "The capital budget for 2021/22 had been agreed in March.",
        "TRAM FARES AND CHARGES 2021/22",
        "A report on the line would be brought in 2021/22.",
        "The Tram Plan for 2021/22 was under review.",
    ],
)
def test_what_is_no_time_of_results(said: str) -> None:
    [row] = read(f"Tram Board\n\n5. Fares\n\n{said}\n\n{RESULT}\n\nRESOLVED to note it.")
    assert row.period is None


def test_a_sentence_about_a_report_names_no_indicator() -> None:
    [row] = read(f"The Manager presented results for the year 2021/22. {RESULT}")
    assert row.name == "Fares collected"


def test_points_by_code_stand_under_the_words_that_introduce_them() -> None:
    rows = read(
        "How the operator did in calendar year 2021 was set out as follows:\n\n"
        "KPI 1 - doors closed on time - ended the year on 93.1%; the contract asks for 95%.\n"
        "KPI 2, litter cleared inside three days: 100%, and the target is 100%."
    )
    assert [(r.code, r.name, r.period) for r in rows] == [
        ("KPI 1", "doors closed on time", "2021"),
        ("KPI 2", "litter cleared inside three days", "2021"),
    ]


def test_as_many_names_as_a_sentence_counts() -> None:
    rows = read("Two indicators were rated red in Q1 2022/23: agency spend and voids.")
    assert [(r.name, r.outcome) for r in rows] == [("agency spend", "missed"), ("voids", "missed")]
    assert not read("Two indicators were discussed: agency spend and voids.")


def test_a_heading_with_a_time_ends_what_was_said_above_it() -> None:
    rows = read(
        "Tram Board\n\nFares. Results for Quarter Three 2014/15 are given first.\n\nFares paid met"
        " the 97% target at 97%.\n\nQuarter Four 2014/15\n\nFares paid missed the 97% target at"
        " 96%."
    )
    assert [(r.period, r.outcome) for r in rows] == [
        ("Q3 2014/15", "met"), ("Q4 2014/15", "missed"),
    ]  # fmt: skip


def test_what_took_so_long_is_the_name() -> None:
    rows = read(
        "It took 19.6 days to issue new passes (target 21) and 5.2 days to change one (target 6)."
    )
    assert [(r.name, r.actual) for r in rows] == [
        ("issue new passes", 19.6),
        ("change one", 5.2),
    ]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("For new passes the target was met in Quarter 1 2022/23.", "new passes"),
    ],
)
def test_names(said: str, wanted: str) -> None:
    [row] = read(said)
    assert row.name == wanted
