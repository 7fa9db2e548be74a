"""Scottish minutes: items by Roman figures, divisions by names, motions that a division carried."""

import pytest

from extractors.layouts.items_roman import roman
from pipeline.extract import Extraction, extract
from pipeline.readers import read
from schemas.facts import Resolution, Row, Vote
from schemas.records import Decision

HEAD = """MINUTE of MEETING of the HARBOUR COMMITTEE held at Lerwick on 16 September 2024.

Present: Councillors Ash, Elm and Oak.

"""


def _read(text: str) -> Extraction:
    return extract(read((HEAD + text).encode(), "page.txt"))


def _of(page: Extraction, shape: type[Row]) -> list[Row]:
    return [row for row in page.rows if isinstance(row, shape)]


def test_roman_figures() -> None:
    made = [roman(n) for n in (1, 4, 9, 14, 19, 40, 66)]
    assert made == ["I", "IV", "IX", "XIV", "XIX", "XL", "LXVI"]


@pytest.mark.parametrize("form", ["{} {}", "{}. {}", "{}\t{}", "{}  * {}", "ARTICLE {} {}"])
def test_items_by_roman_figures(form: str) -> None:
    titles = ["APOLOGIES", "PIER DUES", 'SALE OF TUG "MAY"', "SLIPWAY"]
    said = "The Committee agreed to note the report.\n\n(i) to sell;\n\n"
    text = "\n\n".join(
        f"{form.format(number, title)}\n\n{said}"
        for number, title in zip(("I", "II", "III", "IV"), titles, strict=True)
    )
    page = _read(text)
    assert [(d.number, d.title) for d in _of(page, Decision)] == list(
        zip(("I", "II", "III", "IV"), titles, strict=True)
    )


def test_roman_figures_below_numbers_are_parts() -> None:
    page = _read(
        "1. PIER DUES\n\nThe Committee agreed to raise dues.\n\nI SCALE\n\nII SCOPE\n\nIII COST\n\n"
        "2. SLIPWAY\n\nThe Committee agreed to mend it.\n\n"
    )
    assert [d.title for d in _of(page, Decision)] == ["PIER DUES", "SLIPWAY"]


@pytest.mark.parametrize(
    "text",
    [
        "I declare an interest.\n\nII of the Schedule\n\nIII of the Order\n\n",  # prose
        "I PIER DUES\n\nThe Board sat.\n\nIII SLIPWAY\n\nThe Board sat.\n\n",  # a gap
        "I BAND\n\nIV BAND\n\nX BAND\n\n",
    ],
)
def test_no_items_by_roman_figures(text: str) -> None:
    assert not any((d.number or "").startswith("I") for d in _of(_read(text), Decision))


MOVED = "Councillor Ash, seconded by Councillor Elm, moved that the tug be sold."
AMENDED = (
    "As an amendment, Provost Oak, seconded by Councillor Yew, moved that the matter be continued."
)


@pytest.mark.parametrize(
    "division",
    [
        "On a division there voted for the motion - Bailie Elm and Councillors Ash, Fir, Haw (4);"
        " and for the amendment - Provost Oak and Councillor Yew (2) - whereupon the motion was"
        " declared carried.",
        "There voted for the motion: Councillors Ash, Elm, McNab and Haw - 4 and for the amendment:"
        " Provost Oak and Councillor Yew - 2. The motion was therefore carried.",
        "A vote was taken by roll call:\n\nFor the motion - 4\n\nFor the amendment - 2\n\n"
        "The motion accordingly became the finding of the meeting.",
        "On a vote being taken:\n\nFor the motion (4)\nFor the amendment (2)\n\n"
        "Accordingly the motion was carried.",
        "On a division, 4 voted for the motion and 2 for the amendment and the motion was declared"
        " carried.",
    ],
)
def test_a_division_between_motion_and_amendment(division: str) -> None:
    page = _read(f"1. TUG\n\n{MOVED}\n\n{AMENDED}\n\n{division}\n\n2. DUES\n\nNoted.\n")
    votes = [(v.subject, v.votes_for, v.outcome, v.proposer, v.seconder) for v in _of(page, Vote)]
    assert votes == [
        ("motion", 4, "carried", "Ash", "Elm"),
        ("amendment", 2, None, "Oak", "Yew"),
    ]
    assert "that the tug be sold." in [r.text for r in _of(page, Resolution)]


@pytest.mark.parametrize(
    "end",
    [
        "On a division the motion was lost by 4 votes to 2.",
        "The motion was withdrawn.",
        "Councillor Haw asked whether the motion was carried.",
        "There voted for the motion - Councillors Ash and Elm (2) and for the amendment - Provost"
        " Oak and Councillors Yew and Fir (3), whereupon the amendment was declared carried.",
    ],
)
def test_a_motion_that_fell_is_no_limb(end: str) -> None:
    page = _read(f"1. TUG\n\n{MOVED}\n\n{AMENDED}\n\n{end}\n\n2. DUES\n\nThe Board sat.\n")
    assert not [r for r in _of(page, Resolution) if "tug" in r.text]


def test_words_about_a_motion_are_no_count() -> None:
    page = _read(
        "1. TUG\n\nThe Convener spoke for the motion: Council had owned her since (3) May.\n"
    )
    assert not _of(page, Vote)


def test_a_text_headed_amendment_is_moved_as_one() -> None:
    page = _read(
        "1. TUG\n\nMotion\n\nTo sell the tug.\n\n- moved by Councillor Ash, seconded by Councillor"
        " Elm\n\nAmendment\n\nTo keep the tug.\n\n- moved by Councillor Oak, seconded by Councillor"
        " Yew\n\nVoting\n\nFor the motion - 7 votes\nFor the amendment - 4 votes\n\nDecision\n\n"
        "To approve the motion by Councillor Ash.\n\n2. DUES\n\nNoted.\n"
    )
    votes = [(v.subject, v.votes_for, v.proposer) for v in _of(page, Vote)]
    assert votes == [("motion", 7, "Ash"), ("amendment", 4, "Oak")]
