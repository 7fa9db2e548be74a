"""Heads of minutes in every order and form: the body, its day and place, who was there."""

import random

import pytest

from extractors import rolls
from extractors.layouts.places import is_place
from extractors.people import attendance
from pipeline.extract import extract
from pipeline.readers.text import read_text
from schemas.facts import Attendance, Person
from schemas.records import Decision, MeetingNote
from tests.support import document_of

BODIES = ("Slipways Committee", "Cabinet", "Full Council", "Port Sub-Committee (East)",
          "Ferry Authority", "Wellbeing Board")  # fmt: skip
DAYS = ("Thursday 4 June 2020", "Thursday, 4th June, 2020", "04/06/2020", "THURSDAY, 4 JUNE 2020")
TIMES = {"10.30am": "10:30", "10:30 a.m.": "10:30", "10:30": "10:30"}
PLACES = ("Council Chamber, Guildhall, Quay Street, Portleven", "WOODLARK HOUSE, PORTLEVEN",
          "Committee Room 2, Customs House")  # fmt: skip
HEADS = (
    "MINUTES\n{BODY}\n{day}\n{time}\n{place}",
    "PORTLEVEN COUNCIL\n\n{BODY}\n\n{place}, {day}",
    "{body}\n{place}\n{day}",
    "{body}\n{time}, {day}\n{place}\nMINUTES",
    "Minutes\nMeeting: {body}\nDate: {day}\nTime: {time}\nVenue: {place}",
    "MINUTES\nCommittee\n{body}\nDate\n{day}\nTime\n{time}\nPlace\n{place}",
    "Minutes\nDate: {day}\nTime: {time}\nPlace: {place}\nCommittee: {body}",
    "{body} Minutes\nDate of meeting: {day}\nTime of meeting: {time}\nLocation: {place}",
    "Minutes - {body} - {day}, {time}\nVenue: {place}",
    "Minutes of a meeting of the {body} held on {day} at {time} in the {place}",
    "At a Meeting of the {body} held in the {place} on {day} at {time}",
    "{body} | {day} | {time} | {place}",
    "PORTLEVEN COUNCIL\nMinute of the Meeting of the {body}\n{day}\n{place}",
)
MEMBERS = ("Ann Tern", "Brian Plover", "Cora Dunlin")
AWAY = ("Gail Whimbrel", "Hugh Stint")
OFFICERS = (("Ivy Redshank", "Head of Quays"), ("John Godwit", "Democratic Services Officer"))
PRESENT = ("Present:", "PRESENT", "Members Present:", "Voting Members Present:", "Present:-",
           "Attendance:", "Members in attendance:", "PRESENT –")  # fmt: skip
APOLOGIES = ("Apologies:", "APOLOGIES", "Apologies for absence were received from:",
             "Apologies -", "Apologies received:")  # fmt: skip
ATTENDING = ("In attendance:", "Officers present:", "Officers:", "Council Officers:",
             "Staff present:", "Others present:", "Also in attendance:")  # fmt: skip
ITEMS = (
    "\n\n1. INTERESTS\n\nThere were none.\n\n2. EAST SLIPWAY\n\n"
    "RESOLVED: That the slipway be closed.\n"
)


def listed(names: tuple[str, ...], how: str) -> str:
    if how == "run":
        return f"Councillors {', '.join(names[:-1])} and {names[-1]}"
    return {"lines": "\n", "row": "; ", "tabs": "\t"}[how].join(f"Cllr {n}" for n in names)


def posted(how: str) -> str:
    if how == "brackets":
        return ", ".join(f"{n} ({p})" for n, p in OFFICERS)
    if how == "turned":
        return "\n".join(f"{p}: {n}" for n, p in OFFICERS)
    between = {"lines": ", ", "dash": " - ", "tabs": "\t"}[how]
    return "\n".join(f"{n}{between}{p}" for n, p in OFFICERS)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("seed", range(6))
def test_heads(head: str, seed: int) -> None:
    some = random.Random(head + str(seed))
    body, day, place = some.choice(BODIES), some.choice(DAYS), some.choice(PLACES)
    time = some.choice(list(TIMES))
    top = head.format(body=body, BODY=body.upper(), day=day, time=time, place=place)
    gap = some.choice(["\n", "\n\n"])
    how, manner = some.choice(["run", "lines", "row", "tabs"]), some.choice(
        ["brackets", "turned", "lines", "dash", "tabs"])  # fmt: skip
    lists = [
        (some.choice(PRESENT), listed(MEMBERS, how)),
        (some.choice(ATTENDING), posted(manner)),
        (some.choice(APOLOGIES), listed(AWAY, how)),
    ]
    some.shuffle(lists)
    beside = some.random() < 0.5
    said = (f"{a}{' ' if beside and a[-1] in ':-–' else gap}{b}" for a, b in lists)
    rows = extract(read_text(f"{top}\n\n{gap.join(said)}{ITEMS}".encode())).rows
    [note] = [r for r in rows if isinstance(r, MeetingNote)]
    assert note.body is not None
    assert note.body.casefold() == body.casefold()
    assert note.date == "2020-06-04"
    if "{time}" in head:
        assert note.start_time == "10:30"
    if note.venue:
        assert note.venue.casefold().removeprefix("the ") == place.casefold()
    makers = {r.decision_maker for r in rows if isinstance(r, Decision)}
    assert {m.casefold() for m in makers if m} == {body.casefold()}
    wanted = {(n, "present") for n in MEMBERS} | {(n, "apologies") for n in AWAY}
    wanted |= {(n, "in_attendance") for n, _ in OFFICERS}
    assert {(r.name, r.status) for r in rows if isinstance(r, Attendance)} == wanted
    posts = {(r.name, r.post) for r in rows if isinstance(r, Person)}
    assert posts == set(OFFICERS)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("co opted members present", "present"),
        ("cabinet members also in attendance", "in_attendance"),
        ("other members present", "in_attendance"),
        ("present via microsoft teams", "present"),
        ("members absent without apologies", "absent"),
        ("named substitutes", "substitute"),
        ("apologies for absence were submitted on behalf of councillors", "apologies"),
        ("present the report", None),
        ("members of the public present", None),
        ("attendance at meetings", None),
        ("present and future needs", None),
        ("apologies for lateness", None),
        ("attendance", None),
        ("officers", None),
    ],
)
def test_headings_of_lists(words: str, status: str | None) -> None:
    assert rolls.status(words) == status


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Civic Suite", []),
        ("Vacant Seat", []),
        ("Marsh Marine Ltd", []),
        ("Lune Rowing Club", []),
        ("Trade Unions", []),
        ("Town Hall", []),
        ("Min Ref", []),
        ("Councillor Ann Hall", [("Ann Hall", None)]),
        ("Peter Street, Head of Quays", [("Peter Street", "Head of Quays")]),
        ("The Mayor (Councillor Ann Tern), Councillor Dunlin",
         [("Ann Tern", "Mayor"), ("Dunlin", None)]),
        ("* Councillor A Tern", [("A Tern", None)]),
        ("Cllr. A. Tern *", [("A. Tern", None)]),
        ("Councillor Ann Tern in the Chair", [("Ann Tern", "in the Chair")]),
        ("Harbour Manager – Ivy Redshank", [("Ivy Redshank", "Harbour Manager")]),
        ("Y Cynghorwyr Ann Tern a Cora Dunlin", [("Ann Tern", None), ("Cora Dunlin", None)]),
        ("Councillor T Ash Councillor R Elm\tCouncillor P Oak",
         [("T Ash", None), ("R Elm", None), ("P Oak", None)]),
        ("The Right Worshipful the Mayor Councillor R Elm", [("R Elm", None)]),
        ("Councillor Mrs Ash (substitute for Councillor Oak)",
         [("Ash", "substitute for Councillor Oak")]),
        ("Aldermen – F Ash, P Elm", [("F Ash", None), ("P Elm", None)]),
        ("Councillors Bailie, Ash", [("Bailie", None), ("Ash", None)]),
        ("Ivy Redshank, Director of Quays, Tolls and Ferries",
         [("Ivy Redshank", "Director of Quays, Tolls and Ferries")]),
        ("Head of Quays and Tolls – Ivy Redshank", [("Ivy Redshank", "Head of Quays and Tolls")]),
        ("Head of Tolls and Ferries (Mrs C Ash)", [("C Ash", "Head of Tolls and Ferries")]),
        ("Councillor Ash (Lune West and Wyre) and Cllr Jo Elm", [("Ash", None), ("Jo Elm", None)]),
        ("Cyfarwyddwr Corfforaethol (Cyllid)", []),
        ("Swyddog Cyfathrebu", []),
        ("Head of Quays: none", []),
        ("Director of Place - Portleven Council", []),
    ],
)  # fmt: skip
def test_names_of_a_list(line: str, names: list[tuple[str, str | None]]) -> None:
    made = document_of(line)
    found = attendance.find(made, 0, len(made.text), "in_attendance")
    assert [(p.name, p.role) for p in found] == names


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Council Chamber, Guildhall", True),
        ("held remotely", True),
        ("Town Hall Committee", False),
        ("Community Centres Panel", False),
        ("Council", False),
    ],
)
def test_places(words: str, place: bool) -> None:
    assert is_place(words) is place


def test_what_stands_between_the_pages_heading_and_the_day_is_the_body() -> None:
    page = (
        "Agenda and minutes\n\nLune and Wyre Fire and Rescue Authority - Policy and Plans\n"
        "Friday, 24th July, 2015 10.00 am\n\nVenue: Fire House, Saltern\n\nItems\nNo. Item\n\n"
        "1.\n\nAPOLOGIES\n\nMinutes:\n\nApologies for absence were received from:\n\n\u00a0\n\n"
        "Councillor Ann Tern, for whom Councillor Al Knot was substitute;\n\n"
        "Councillor Jo Dunlin (Lune West and Wyre).\n\n2.\n\nSILT\n\nMinutes:\n\n"
        "RESOLVED that the silt be left.\n"
    )
    rows = extract(read_text(page.encode())).rows
    [note] = [r for r in rows if isinstance(r, MeetingNote)]
    assert note.body == "Lune and Wyre Fire and Rescue Authority - Policy and Plans"
    told = {(r.name, r.status) for r in rows if isinstance(r, Attendance)}
    assert told == {
        ("Ann Tern", "apologies"), ("Al Knot", "substitute"), ("Jo Dunlin", "apologies")
    }  # fmt: skip


def test_those_present_may_be_listed_in_the_first_item() -> None:
    page = (
        "Minute of Meeting of the Slipways Board held in the Customs House on 4 June 2020\n\n"
        "1. Roll and Apologies\n\nPresent:\nMr A Tern, Mrs B Plover (via VC), Dr C Dunlin\n\n"
        "In Attendance:\nChief Executive\nDirector of Quays, Director of Finance\n\n"
        "Mr D Knot in the Chair\n\n2. East Slipway\n\nThe Board AGREED to close the slipway.\n"
    )
    rows = extract(read_text(page.encode())).rows
    told = {(r.name, r.status) for r in rows if isinstance(r, Attendance)}
    assert told == {(n, "present") for n in ("A Tern", "B Plover", "C Dunlin", "D Knot")}


def test_who_is_listed_with_the_chair_is_a_member() -> None:
    top = "Minutes of a Meeting of the Slipways Board held on 4 June 2020\n\n"
    for head in (
        "Presiding: P Ash\n\nOther Members Present:\nJ Elm\nMrs E Oak\n\nOfficers Present:\n",
        "In the Chair: Councillor P Ash\n\nIn attendance: (Councillors)\nCouncillor J Elm "
        "Councillor E Oak\n\n(Officials)\n",
    ):
        page = f"{top}{head}Mr L Tarn, Chief Executive{ITEMS}"
        rows = extract(read_text(page.encode())).rows
        told = {(r.name, r.status) for r in rows if isinstance(r, Attendance)}
        members = {(n, "present") for n in ("P Ash", "J Elm", "E Oak")}
        assert told == members | {("L Tarn", "in_attendance")}


# Heads without the word, and what no body is called


def met(head: str) -> tuple[str | None, str | None]:
    said = f"{head}\n\nPresent: Councillors A Tern (Chair), B Plover and C Dunlin{ITEMS}"
    rows = extract(document_of(said)).rows
    notes = [row for row in rows if isinstance(row, MeetingNote)]
    return (notes[0].body, notes[0].date) if notes else (None, None)


@pytest.mark.parametrize(
    "head",
    [
        "Portleven Borough Council\n\nSlipways Committee\n\nTuesday 9 June 2020 at 6.30 pm in the "
        "Council Chamber, Customs House",
        "Slipways Committee\n\nTuesday 9 June 2020 at 12 noon in Room 3, Customs House",
        "Slipways Committee\n\n7.15pm, Tuesday 9 June 2020, Customs House",
        "PORTLEVEN BOROUGH COUNCIL\n\nSlipways Committee\n\nDate: Tuesday 9 June 2020\n"
        "Time: 6.30 pm\nVenue: Customs House",
        "The Slipways Committee met at the Customs House on 9 June 2020 at 6.30 pm.",
        "Portleven Borough Council\n\nRecord of the Slipways Committee held on 9 June 2020",
        "Notes of the Slipways Committee\n\n9 June 2020",
    ],
)
def test_a_body_over_its_day_time_and_place_heads_minutes(head: str) -> None:
    assert met(head) == ("Slipways Committee", "2020-06-09")


@pytest.mark.parametrize(
    ("called", "body"),
    [
        ("ORDINARY COUNCIL", "Council"),
        ("Virtual Slipways Committee", "Slipways Committee"),
        ("EXTRAORDINARY COUNCIL MEETING", "Council"),
        ("Budget Council", "Council"),
        ("Draft Cabinet Minutes", "Cabinet"),
        ("Unconfirmed Minutes of the Slipways Committee", "Slipways Committee"),
        ("Statutory Annual Meeting of the Council", "Council"),
        ("Council (Extraordinary)", "Council"),
        ("Remote Meeting of the Slipways Committee", "Slipways Committee"),
        # what may be a body's own name
        ("Special Projects Board", "Special Projects Board"),
        ("Budget and Performance Panel", "Budget and Performance Panel"),
        ("Emergency Committee", "Emergency Committee"),
        ("Annual Awards Panel", "Annual Awards Panel"),
        ("Public Cabinet", "Public Cabinet"),
    ],
)
def test_what_sort_of_meeting_it_was_is_no_part_of_the_name(called: str, body: str) -> None:
    assert met(f"{called}\n\nThursday 4 June 2020 at 7 pm") == (body, "2020-06-04")


def test_a_sentence_with_a_day_is_no_head() -> None:
    said = "The slipway was met by a boat at noon on 9 June 2020 in the bay.\n\nIt was late.\n"
    assert not [row for row in extract(document_of(said)).rows if isinstance(row, MeetingNote)]


@pytest.mark.parametrize(
    "numbers",
    [
        "25.010 25.011 25.012", "A. B. C.", "i. ii. iii.", "(4) (5) (6)", "1.1 1.2 1.3",
        "2025-07 2025-08 2025-09", "A) B) C)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["   ", "\n"])
def test_items_under_numbers_that_limbs_have_too(numbers: str, gap: str) -> None:
    titles = ("Apologies for absence", "Fares", "Slipway repairs")
    items = (f"{n}{gap}{t}\n\nIt was noted." for n, t in zip(numbers.split(), titles, strict=True))
    page = "HARBOUR BOARD\n\nMinutes of the meeting held on 4 March 2025\n\nPresent: A Tern\n\n"
    rows = extract(read_text((page + "\n\n".join(items)).encode())).rows
    made = [x for x in rows if isinstance(x, Decision)]
    assert [x.number for x in made] == numbers.split()
    assert [x.title for x in made] == list(titles)
