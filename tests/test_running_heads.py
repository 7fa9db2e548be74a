"""Page numbers and running heads in the copied text of a printed paper are no part of it."""

import pytest

from extractors.furniture import furniture
from pipeline.extract import extract
from pipeline.readers.text import read_text
from schemas.facts import Resolution

HEAD = (
    "Minutes of a meeting of the Harbour Committee held on Tuesday, 14 May 2024\n\n"
    "1. Apologies\n\nNone.\n\n2. Quay repairs\n\nThe Engineer spoke of the works.\n\n"
)
LIMBS = (
    "(1) That the tender be accepted;",
    "(2) That the crane be sold; and",
    "(3) That it be noted.",
)
BREAKS = (
    ("Page {0} of 5",),
    ("- {0} -",),
    ("Harbour Committee", "14.05.24", "{0}"),
    ("HARBOUR COMMITTEE - 14 MAY 2024", "", "- {0} -"),
    ("14 May 2024                    {0}",),
    ("{0}",),
    ("Harbour Committee, 14 May 2024", "Page {0}"),
)


def blanked(text: str) -> list[str]:
    return [text[span.start : span.stop].strip() for span in furniture(text)]


@pytest.mark.parametrize("lines", BREAKS)
def test_a_list_goes_on_over_the_end_of_a_page(lines: tuple[str, ...]) -> None:
    def broken(number: int) -> str:
        return "\n\n" + "\n".join(lines).format(number) + "\n\n"

    limbs = LIMBS[0] + broken(3) + LIMBS[1] + broken(4) + LIMBS[2]
    text = HEAD.replace("2. Quay", broken(2) + "2. Quay") + "RESOLVED:\n\n" + limbs
    found = extract(read_text(text.encode()))
    given = [row.text for row in found.rows if isinstance(row, Resolution)]
    assert given == ["That the tender be accepted", "That the crane be sold", "That it be noted."]


@pytest.mark.parametrize(
    "text",
    [
        "5\n\nMinutes\n\nNone.\n\n6\n\nMinutes\n\nNone.\n\n7\n\nMinutes\n\nNone.",
        "12\nFor\nCouncillor Ash\nAgainst\n13\nFor\nCouncillor Bell\nAgainst\n",
        "21\nApologies for the Council\n\n22\nMinutes of the Council of 4 March 2024\n\n23\nSalt",
        "The Council\n\n1\n\nspoke of page 2 of 5 of the paper.\n\nThe Council\n\n7",
        "Quay Street                    12\nPier Road                      13",
        "Herring boats                  12\n\nHerring boats                  13",
    ],
)
def test_numbers_of_items_and_labels_stay(text: str) -> None:
    assert blanked(text) == []


def test_heads_and_numbers_are_told_by_each_other() -> None:
    text = "Harbour Committee\n\nSalt\n\nHarbour Committee\n2\n\nSand\n\nHarbour Committee\n3\n"
    assert blanked(text) == ["Harbour Committee", "2", "Harbour Committee", "3"]
