"""Decision pages that lost their section labels (FIELD_GUIDE 1, shape B), and issue's decisions."""

from itertools import product

import pytest

from extractors import layouts
from pipeline.extract import extract
from pipeline.readers.text import read_text
from schemas.facts import Amount, Person, Resolution
from schemas.records import Decision

HEAD = (
    "Decision Maker: Cabinet\nDecision status: Recommendations Approved\n"
    "Is Key decision?: Yes\nIs subject to call in?: No"
)
FOOT = (
    "Report author: Ivo Tansley\nPublication date: 07/03/2025\nDate of decision: 05/03/2025\n"
    "Decided at meeting: 05/03/2025 - Cabinet\nAccompanying Documents:"
)
PURPOSES = (
    "To consider proposals for the replacement of the swing bridge.",
    "To approve the replacement of the swing bridge.",
    "To seek approval for the replacement of the swing bridge and the award of a contract.",
    "This report shares the findings of a survey of the swing bridge.",
    "Cabinet is asked to agree the replacement of the swing bridge.",
)
DECISIONS = {
    "that": ("1. That the bridge be replaced.", "2. That the Director of Place let the works."),
    "be": ("(1) the bridge be replaced;", "(2) it be noted that the works take nine months."),
    "to": ("i. To replace the bridge.", "ii. To authorise the Director of Place to let the works."),
    "verbs": (
        "a) Approve the replacement.",
        "b) Authorise the Director to let the works.",
    ),
    "sentence": ("Cabinet approved the replacement of the bridge and the letting of the works.",),
    "numbered": (
        "61/2025 The Cabinet agreed the replacement of the bridge.",
        "62/2025 The Cabinet delegated authority to the Director of Place to let the works.",
    ),
}
REASONS = (
    "Reasons for the decision:\nThe bearings are worn.",
    "Reason: The bearings are worn.",
    "To keep the crossing open for drivers.",
    "The bearings are worn and the bridge may fail.",
    "",
)


def texts(parts: tuple[str, ...], gap: str) -> list[str]:
    found = extract(read_text((gap.join(p for p in parts if p) + "\n").encode()))
    return [row.text for row in found.rows if isinstance(row, Resolution)]


@pytest.mark.parametrize("gap", ["\n", "\n\n\n"])
@pytest.mark.parametrize("form", DECISIONS)
def test_the_decision_is_told_from_purpose_and_reasons(form: str, gap: str) -> None:
    limbs = DECISIONS[form]
    for purpose, reason in product(PURPOSES, REASONS):
        found = texts((HEAD, purpose, *limbs, reason, FOOT), gap)
        assert len(found) == len(limbs), (purpose, reason, found)
        assert all(text.rstrip(".;") in limb for text, limb in zip(found, limbs, strict=True))


@pytest.mark.parametrize("reason", ["", REASONS[0], REASONS[2]])
def test_a_list_of_plain_statements_behind_a_purpose_is_what_was_decided(reason: str) -> None:
    limbs = (
        "(a) The bridge is replaced in good time, namely:-",
        "a. Order the bearings",
        "b. Close the towpath",
        "(b) Cabinet receive a progress report in a year.",
    )
    found = texts((HEAD, PURPOSES[3], *limbs, reason, FOOT), "\n")
    assert found[0].startswith("The bridge is replaced")
    assert len(found) == 4


def test_near_miss_a_list_that_tells_of_the_meeting_decides_nothing() -> None:
    told = ("1. The engineer was asked about noise.", "2. Members discussed the towpath.")
    assert not texts((HEAD, PURPOSES[0], *told, FOOT), "\n")


def test_near_miss_an_answer_no_takes_no_line_below_it() -> None:
    page = f"{HEAD}\nCabinet will be asked to consider changes in\nthe bridge toll and in the\n"
    page += f"charges of the dry dock that are due in\nthe spring\n{DECISIONS['that'][0]}\n{FOOT}\n"
    (decision,) = layouts.cut(read_text(page.encode())).decisions
    assert decision.is_subject_to_call_in == 0
    assert (decision.purpose or "").startswith("Cabinet will be asked to consider changes in the")


def issue(body: str) -> list[str]:
    page = f"Issue - decisions\n\nDock crane\n\n14/03/2024 - Dock crane\n\n{body}\n"
    return texts((page,), "")


@pytest.mark.parametrize(
    "said",
    [
        "The Chief Officer Docks and Quays approved the waiver of rule 8.1 for the crane.",
        "The Director of Children's Services has authorised the sale of the crane.",
        "Head of Ports, Quays & Slips (Acting) agreed to let the crane for a year.",
        "The Strategic Director – Place awarded the repair to Crane & Winch Ltd.",
    ],
)
def test_a_post_that_approved_decided(said: str) -> None:
    assert issue(said) == [said]


def test_a_list_on_an_issues_page_is_what_was_decided() -> None:
    assert len(issue("(a) The crane is sold.\n(b) Officers report back in a year.")) == 2


@pytest.mark.parametrize(
    "said",
    [
        "The Chief Officer Docks is recommended to approve the waiver of the following rules:\n"
        "Rules 8.1 and 8.2 - Crane",
        "The Harbour Board is asked to agree the sale of the crane.",
        "The crew said that Captain Rowe agreed the rota each week.",
    ],
)
def test_near_miss_what_somebody_is_asked_is_not_decided(said: str) -> None:
    assert issue(said) == []


def test_an_item_that_was_put_off_was_not_done() -> None:
    said = "To receive the report on the crane and accept it.\nThis item was deferred until May."
    assert issue(said) == ["This item was deferred until May."]


def test_a_forward_plan_without_its_heading_has_no_title() -> None:
    page = (
        "To authorise the Corporate Director -\nPorts and Quays to accept the dredging grant.\n"
        "Decision type: Non-key\nDecision status: Recommendations Approved\n"
        "Decision due: 25 Mar 2024 by Executive Member for Ports\n"
    )
    found = extract(read_text(page.encode()))
    (decision,) = [r for r in found.rows if isinstance(r, Decision)] or found.cut.decisions
    assert decision.title is None
    assert (decision.purpose or "").startswith("To authorise the Corporate Director")


def test_what_stands_in_brackets_behind_a_mayor_is_nobodys_name() -> None:
    page = f"{HEAD}\n{DECISIONS['that'][0]}\n{FOOT}\n".replace(
        "Decision Maker: Cabinet", "Decision Maker: City Mayor (Individual Decision)"
    )
    people = [r for r in extract(read_text(page.encode())).rows if isinstance(r, Person)]
    assert [p.name for p in people] == ["Ivo Tansley"]


LIST = """Officer decisions

Use the below search options to find decisions that have been taken by council officers.

Officer decisions
Title Date
Repair of the tide mill sluice (HD/07/2024) 01/02/2024
Approve £0.2 million for dredging, phase 2 26/01/2024
Sale of 2 kiosks
"""


def test_a_list_whose_two_columns_ran_together() -> None:
    made = layouts.cut(read_text(LIST.encode()))
    assert made.kind == "decision_list"
    assert [(d.title, d.publication_date) for d in made.decisions] == [
        ("Repair of the tide mill sluice (HD/07/2024)", "2024-02-01"),
        ("Approve £0.2 million for dredging, phase 2", "2024-01-26"),
    ]


def test_near_miss_dated_lines_below_no_such_heads() -> None:
    page = LIST.replace("Title Date", "Papers of the mill")
    assert not layouts.cut(read_text(page.encode())).decisions


def test_a_list_that_found_nothing_is_a_list() -> None:
    page = "Officer decisions\n\nUse the options below.\n\nNo matching decisions\n"
    made = layouts.cut(read_text(page.encode()))
    assert (made.kind, made.decisions) == ("decision_list", ())


def test_a_plan_of_items_has_the_day_of_a_decision_and_no_mark_in_its_titles() -> None:
    item = (
        "{n}.\n\nNew rails for the slip {n} New!\n\nDecision maker:  Director of Slips\n\n"
        "Decision:   15 Nov 2017\n\nLead officer:  Ann Lowe\n\n"
        "Notice of proposed decision first published: 15/11/2017\n\n"
    )
    page = "Forward plan\n\nPlan items\nNo. Item\n\n" + item.format(n=1) + item.format(n=2)
    made = layouts.cut(read_text(page.encode()))
    found = [(d.title, d.decision_date, d.text) for d in made.decisions]
    assert found == [(f"New rails for the slip {n}", "2017-11-15", None) for n in (1, 2)]


def test_a_list_that_opens_with_that_may_tell_what_was_done_before() -> None:
    said = (
        "(i) that Directors check all bids;\n(ii) meetings at which the Mayor was consulted "
        "should be minuted; and\n(iii) all bids be made in line with the Constitution."
    )
    assert len(issue(said)) == 3


def test_near_miss_approval_that_is_sought_was_not_given() -> None:
    said = "To approve a second round of grants.\nFollowing it, approval is sought for more."
    assert issue(said) == ["To approve a second round of grants."]


def test_powers_are_nobody() -> None:
    page = (
        "Issue - meetings\n\nDecisions Under Delegated Powers\n\nMeeting: 30/01/2012 - Quays Panel "
        "(Item 7)\n\n7 Decisions Taken Under Delegated Powers - Director of Quays PDF 57 KB"
        "\n\nMinutes:\n\nThe Director of Quays reported.\n\nResolved – That the report be noted.\n"
    )
    people = [r for r in extract(read_text(page.encode())).rows if isinstance(r, Person)]
    assert "Delegated Powers" not in [p.name for p in people]


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("To note the dredging forecast for the year.\nReason for decision:\nTo comply.\n", 1),
        (
            "1. That the quay be let.\n2. That it be cleaned.\nReasons for Decisions:\nNeed.\n",
            2,
        ),
        (
            "The Cabinet considered the report of the Harbour Master on moorings.\n"
            "Decision Made: That:\n(1) the fees be noted;\n(2) the Head of Quays be granted "
            "delegated authority to set them.\nReasons for Decision:\nTo meet costs.\n"
            "Alternative Options Considered and Rejected:\nNone\n",
            2,
        ),
    ],
)
def test_a_decision_and_its_reasons_without_any_heading(page: str, count: int) -> None:
    found = extract(read_text(page.encode()))
    rows = [r for r in found.rows if isinstance(r, Resolution)]
    (decision,) = layouts.cut(read_text(page.encode())).decisions
    assert len(rows) == count
    assert decision.title is None
    assert decision.reasons


@pytest.mark.parametrize(
    "page",
    [
        "1. To approve the letting of the quay.\n2. To delegate authority to the Head of Quays.\n",
        "To consider a report on moorings.\nReasons for decision:\nTo meet costs.\n",
        "The quay was full all year.\nReason for decision:\nSpace.\n",
    ],
)
def test_near_miss_text_that_may_only_ask_makes_no_decision(page: str) -> None:
    assert not layouts.cut(read_text(page.encode())).decisions


TWICE = "Mooring fees\n\n20/01/2023 - Mooring fees\n\n1. To raise the fee to £9.\n2. To note it.\n"


def test_an_issues_page_without_its_heading_gives_its_title_twice() -> None:
    (decision,) = layouts.cut(read_text(TWICE.encode())).decisions
    assert (decision.title, decision.publication_date) == ("Mooring fees", "2023-01-20")
    assert len(texts((TWICE,), "")) == 2


def test_near_miss_another_title_behind_the_date() -> None:
    page = TWICE.replace("2023 - Mooring fees", "2023 - Quay works")
    assert not layouts.cut(read_text(page.encode())).decisions


MEETING = (
    "Agenda item\n\nTracker\n\nMinutes:\n\nThe Board noted the following updates:\n"
    "· Table A has 21 works.\n{above}\n(a) that the works done be noted;\n"
    "(b) that more time be granted for those in table C.\n"
)


def test_a_list_whose_line_with_resolved_is_lost() -> None:
    found = texts((MEETING.format(above="· Table B has 5 works done since May."),), "")
    assert found == [
        "that the works done be noted",
        "that more time be granted for those in table C.",
    ]


@pytest.mark.parametrize("above", ["The report asked:", "Officers had suggested, in short,"])
def test_near_miss_a_list_below_words_that_go_on_to_it(above: str) -> None:
    assert texts((MEETING.format(above=above),), "") == []


@pytest.mark.parametrize(
    "said",
    [
        "The Committee had before it and NOTED a * report of the Harbour Master on buoys.",
        "The Board were informed of the latest audit and noted the appendices within the report.",
    ],
)
def test_papers_that_were_noted(said: str) -> None:
    page = f"{HEAD.replace('Cabinet', 'Harbour Board')}\nDecisions:\n{said}\n{FOOT}\n"
    assert texts((page,), "") == [said]


def test_a_post_of_two_fields_joined_by_a_sign_is_whole() -> None:
    said = "Consideration was given to the report of the Chief Legal & Democratic Services Officer."
    page = f"Agenda item\n\nBuoys\n\nMinutes:\n\n{said}\n"
    people = [r for r in extract(read_text(page.encode())).rows if isinstance(r, Person)]
    assert [p.post for p in people] == ["Chief Legal & Democratic Services Officer"]


def test_what_an_executive_councillor_decided_under_a_heading_of_his() -> None:
    body = (
        "Decisions:\n\nMatter for Decision\n\nTo approve the letting of the dry dock.\n\n"
        "Decision of Executive Councillor for Docks\n\nThe Executive Councillor:\n\n"
        "i. Noted progress to date.\n\nii. Approved the letting.\n\n"
        "Reason for the Decision\n\nAs set out in the report.\n\nScrutiny Considerations\n\n"
        "The Committee asked about noise.\n"
    )
    page = f"Decision details\n\nDry dock\n\n{HEAD}\n\n{body}\n\n{FOOT}\n"
    rows = [r for r in extract(read_text(page.encode())).rows if isinstance(r, Resolution)]
    assert [(r.label, r.action) for r in rows] == [("i.", "note"), ("ii.", "approve")]
    (decision,) = layouts.cut(read_text(page.encode())).decisions
    assert decision.reasons == "As set out in the report."


def test_near_miss_the_decision_of_a_body_in_a_sentence_heads_nothing() -> None:
    said = "Decision of the Cabinet to let the dock was called in.\n\ni. Approved firms had bid."
    page = f"Agenda item\n\nDry dock\n\nMinutes:\n\n{said}\n"
    assert texts((page,), "") == []


@pytest.mark.parametrize(
    ("said", "limbs"),
    [
        (
            "RESOLVED: To note\n\n1.    The request for approval of the crane.\n\n2.    The rents.",
            ["The request for approval of the crane.", "The rents."],
        ),
        ("RESOLVED: To agree that:\n(a) the quay be let;\n(b) the rent be set.",
         ["the quay be let", "the rent be set."]),
        ("RESOLVED: To note the report.", ["To note the report."]),
    ],
)  # fmt: skip
def test_a_verb_alone_leads_the_list_below_it(said: str, limbs: list[str]) -> None:
    assert texts((f"Agenda item\n\nDock\n\nMinutes:\n\n{said}\n",), "") == limbs


def test_what_was_decided_below_the_papers_of_an_issue() -> None:
    page = (
        "Issue - meetings\n\nMeeting: 28/01/2020 - Quays Board (Item 17)\n\n"
        "Members are asked to agree the plan for the quays.\n\nAdditional documents:\n\n"
        "1. That the plan for the quays was approved.\n\n2. That a report be brought back.\n\n"
        "Reasons for decision:\n\nThe quays are old.\n"
    )
    assert len(texts((page,), "")) == 2
    (decision,) = layouts.cut(read_text(page.encode())).decisions
    assert decision.decision_date == "2020-01-28"


def test_limbs_that_a_copy_broke_behind_their_first_words() -> None:
    page = (
        "Decisions\n1. That the berths\nbe let for a rent of £9m in all, and that the cranes be\n"
        "painted.\n2. That sheds\nwhich are not yet named be sold.\n"
    )
    (decision,) = layouts.cut(read_text(page.encode())).decisions
    assert (decision.text or "").startswith("1. That the berths be let")
    assert [t.split()[-1] for t in texts((page,), "")] == ["painted.", "sold."]


def test_two_posts_joined_by_and_the_are_two() -> None:
    said = "Members received a report of the Chamberlain and the Director of Quays on the crane."
    page = f"Agenda item\n\nCrane\n\nMinutes:\n\n{said}\n"
    people = [r for r in extract(read_text(page.encode())).rows if isinstance(r, Person)]
    assert [p.post for p in people] == ["Director of Quays"]


def test_a_list_below_who_moved_and_who_seconded_with_initials() -> None:
    said = (
        "Further to Minute 50, the Board considered the report of the Harbour Master on fees. It "
        "did not include the fees which were approved in May.\n"
        "It was moved by Councillor P. Tern, seconded by Councillor Maher and\n"
        "(1) the fees be raised;\n(2) the Head of Quays be mandated to consult."
    )
    assert texts((HEAD, said, FOOT), "\n") == [
        "the fees be raised",
        "the Head of Quays be mandated to consult.",
    ]


def test_the_decision_may_stand_behind_its_reasons() -> None:
    page = (
        "The subject of the decision:\nThis report presented the fees of the year.\n"
        "Alternative options considered:\nNone.\nThe reason for the decision:\nTo meet costs.\n"
        "THE DECISION:\nThat the Board recommends to Council that:-\n(1) the fees be raised;\n"
        "(2) the rents be frozen.\n"
    )
    (decision,) = layouts.cut(read_text(page.encode())).decisions
    assert decision.reasons == "To meet costs."
    assert len(texts((page,), "")) == 2


def test_what_was_noted_stands_beside_what_was_agreed() -> None:
    said = "Cabinet AGREED to delegate authority to the Head of Quays.\nCabinet NOTED the progress."
    assert issue(said) == [
        "to delegate authority to the Head of Quays.",
        "Cabinet NOTED the progress.",
    ]


def test_a_plan_keeps_its_text_behind_a_link_and_between_its_fields() -> None:
    page = (
        "Issue details\n\nDredging\n\n· History\n\nThe dredger costs £5.6m a year, a sum that has "
        "not changed since it was built.\n\nDecision type: Key\n\n"
        "Decision due: 17 Sep 2025 by Cabinet\n\n"
        "Consultation process\n\nMarket engagement with 14 firms about fees of £900 a day.\n\n"
        "Making Representations: By letter.\n\n"
        "The boat is expected to cost between £640k and £700k in all.\n"
    )
    found = extract(read_text(page.encode()))
    assert [r.quote for r in found.rows if isinstance(r, Amount)] == [
        "£5.6m", "£900", "£640k and £700k",
    ]  # fmt: skip
    (decision,) = layouts.cut(read_text(page.encode())).decisions
    assert decision.text is None
