"""Whether an item's words decide something, and what introduces an item."""

import pytest

from extractors.layouts import bodies

DECIDED = (
    "RESOLVED: That the lamps be lit.",
    "That the progress report be received.",
    "to agree that one member go to the fair.",
    "The Board heard the skippers.\n2. To note the tides.",
    "The Harbour Master has approved the award.",
    "It was noted that the Board would meet on 4 September.",
    "The motion was lost.",
    "The Board recommended that the tolls be held.",
    "The minutes be taken as read and would be signed.",
)
UNDECIDED = (
    "Apologies were received from Councillor Ludd.",
    "It was noted that an apology for absence had come from Councillor Ludd.",
    "Any decision shall be decided by a majority of those present and voting.",
    "The group leaders had agreed to meet in June.",
    "The Harbour Master confirmed that he would write to the crews.",
    "The dredging was carried out in March.",
    "The report recommended grant of permission with conditions.",
    "The Principal Planning Officer recommended approval.",
    "The Chairman noted that the clerk would retire.",
    "Attendance is noted above.",
    "Councillor Oake agreed with Councillor Penrose.",
)
INTRODUCED = ("To confirm the minutes.", "Report of the Harbour Master", "Members will be told.")
NOT_INTRODUCED = ("Members of the Public", "Tolls and Dues", "Reporting Lamps")


@pytest.mark.parametrize("said", DECIDED)
def test_decided(said: str) -> None:
    assert bodies.is_decided(said)


@pytest.mark.parametrize("said", UNDECIDED)
def test_undecided(said: str) -> None:
    assert not bodies.is_decided(said)


@pytest.mark.parametrize("said", INTRODUCED)
def test_introduced(said: str) -> None:
    assert bodies.is_introduced(said)


@pytest.mark.parametrize("said", NOT_INTRODUCED)
def test_not_introduced(said: str) -> None:
    assert not bodies.is_introduced(said)
