"""Contradictions inside a document and between the forms of one decision; and what is none."""

import sqlite3
from pathlib import Path

import pytest

from extractors.differences import difference, outcome
from extractors.resolutions.repeats import Limb
from pipeline.extract import extract
from pipeline.ingest import ingest
from pipeline.readers import read

HEAD = """Decision details

Slipway at Aldmere

Decision Maker: Cabinet

Decision status: Approved

Is Key decision?: {key}

Is subject to call in?: {call_in}

Purpose:

{purpose}

Decision:

RESOLVED:

That {limb}.

Publication date: {told}

Date of decision: {made}
"""


def page(
    limb: str = "the slipway be mended",
    purpose: str = "To mend the slipway.",
    key: str = "No",
    call_in: str = "Yes",
    made: str = "12/03/2024",
    told: str = "13/03/2024",
) -> str:
    return HEAD.format(limb=limb, purpose=purpose, key=key, call_in=call_in, made=made, told=told)


def issues_of(text: str, name: str = "page.txt") -> list[tuple[str, str]]:
    document = read(text.encode(), name)
    found = [n for n in extract(document).issues if n.rule.startswith("contradiction.")]
    return [(n.rule.partition(".")[2], document.text[n.start : n.stop]) for n in found]


def rules_of(text: str, name: str = "page.txt") -> list[str]:
    return [rule for rule, _ in issues_of(text, name)]


def test_a_page_in_order_raises_nothing() -> None:
    assert issues_of(page()) == []


# Dates


def test_published_before_it_was_decided() -> None:
    assert issues_of(page(told="03/03/2024")) == [("published_first", "03/03/2024")]


def test_a_notice_of_what_is_still_to_be_decided_comes_first() -> None:
    assert rules_of(page(told="12/03/2024")) == []
    waiting = page(told="03/03/2024").replace("status: Approved", "status: For Determination")
    assert rules_of(waiting) == []


# Flags


@pytest.mark.parametrize(
    "key, said, told",
    [
        ("No", "This is a key decision because it affects two wards.", ["key_decision"]),
        ("No", "The decision is a Key Decision.", ["key_decision"]),
        ("Yes", "This is not a key decision.", ["key_decision"]),
        ("Yes", "This decision is therefore not a key decision.", ["key_decision"]),
        ("Yes", "This is a key decision because it affects two wards.", []),
        ("No", "This is not a key decision.", []),
        ("No", "A member asked whether this is a key decision.", []),
        ("No", "If this is a key decision it must be in the plan.", []),
        ("No", "Is this a key decision?", []),
        ("No", "Spending above £500,000 is a key decision.", []),
        ("No", "The key decision of last May is attached.", []),
    ],
)
def test_a_key_decision_by_flag_and_by_words(key: str, said: str, told: list[str]) -> None:
    assert rules_of(page(purpose=said, key=key)) == told


@pytest.mark.parametrize(
    "flag, said, told",
    [
        ("Yes", "This decision is not subject to call-in as it is urgent.", ["call_in"]),
        ("No", "The decision is subject to call in.", ["call_in"]),
        ("Yes", "The decision is subject to call in.", []),
        ("No", "This decision is not subject to call-in.", []),
        ("Yes", "A decision of the Council is not subject to call-in.", []),
    ],
)
def test_call_in_by_flag_and_by_words(flag: str, said: str, told: list[str]) -> None:
    assert rules_of(page(purpose=said, call_in=flag)) == told


# Percentages


@pytest.mark.parametrize(
    "words",
    [
        "the mooring fee be increased by 8% from £100 to £105",
        "the mooring fee rise from £100 to £105 (8%)",
        "the mooring fee rise from £100 to £105, an increase of 8%",
        "a 3% increase from £12,250 to £13,475 be agreed",
        "the sum of £31,250 of the £62,500 budget (40%) be kept back",
        "£31,250 (40%) of the total budget of £62,500 be kept back",
        "40% of the £62,500 budget (£31,250) be kept back",
    ],
)
def test_a_percentage_that_does_not_follow(words: str) -> None:
    assert rules_of(page(words)) == ["percentage"]


@pytest.mark.parametrize(
    "words",
    [
        "the mooring fee be increased by 5% from £100 to £105",
        "the mooring fee rise from £102 to £105 (2.9%)",
        "the mooring fee rise from £102 to £105 (3%)",
        "the mooring fee fall from £120 to £90 (25%)",
        "the sum of £31,250 of the £62,500 budget (50%) be kept back",
        "£1.2m (33%) of the total budget of £3.5m be kept back",  # 1.2m may be 1.15m
        "the fee be increased by 5% each year from £100 to £121",
        "the fee rise from £100 to £105, against inflation of 8%",
        "the fee rise from £100 to £105 and the deposit by 8%",
        "the fee be increased by about 8% from £100 to £105",
        "£31,250 be added to the £62,500 budget (40% of which is spent)",
        "£31,250 (40% more than last year) of the £62,500 budget be kept back",
        "a grant of £31,250 (40%) towards costs of £62,500 be made",
        "charges range from £100 to £150, 8% of them unpaid",
    ],
)
def test_a_percentage_that_follows_or_is_of_something_else(words: str) -> None:
    assert rules_of(page(words)) == []


# Totals


@pytest.mark.parametrize(
    "words",
    [
        "£20,450 for timber, £5,310 for paint and £1,240 for rope, a total of £28,000, be spent",
        "£20,450 for timber and £5,310 for paint, totalling £27,760, be spent",
        "a sum of £27,760, comprising £20,450 for timber and £5,310 for paint, be spent",
    ],
)
def test_a_total_that_is_not_of_its_parts(words: str) -> None:
    assert rules_of(page(words)) == ["total"]


@pytest.mark.parametrize(
    "words",
    [
        "£20,450 for timber, £5,310 for paint and £1,240 for rope, a total of £27,000, be spent",
        "£20,450 for timber and £5,310 for paint, totalling £25,760, be spent",
        "£1.2m for timber and £1.3m for paint, totalling £2.6m, be spent",  # rounded
        "£20,450 for timber and £5,310 for paint from a total of £90,000 be spent",
        "£20,450 for timber, including £5,310 for paint, a total of £20,450, be spent",
        "£20,450 a year for timber and £5,310 for paint, a total of £66,660, be spent",
        "£20,450 remain of the £30,000 and £5,310 for paint, a total of £27,760, be spent",
        "£27,760, comprising £20,450 for timber, £2,000 of which is spent, and £5,310, be spent",
        "a sum of £25,760, comprising £20,450 for timber and £5,310 for paint, be spent",
    ],
)
def test_a_total_that_is_of_its_parts_or_of_something_else(words: str) -> None:
    assert rules_of(page(words)) == []


def table(*rows: tuple[str, ...]) -> str:
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows[1:]]
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return (
        "<html><body><h1>Report</h1><p>Report to Cabinet of 12 March 2024</p>"
        f"<h2>Costs</h2><table><tr>{head}</tr>{body}</table></body></html>"
    )


COSTS = (("Item", "£"), ("Timber", "20,450"), ("Paint", "5,310"), ("Rope", "1,240"))


def test_a_total_at_the_foot_of_a_table() -> None:
    assert issues_of(table(*COSTS, ("Total", "28,000")), "t.html") == [("total", "28,000")]


@pytest.mark.parametrize(
    "rows",
    [
        (*COSTS, ("Total", "27,000")),
        (*COSTS, ("Other", "1,000"), ("Total", "28,000")),
        (*COSTS, ("Sub-total", "27,000"), ("Fees", "500"), ("Total", "27,500")),
        (*COSTS, ("All three", "27,000"), ("Fees", "500"), ("Total", "27,500")),  # a sum inside
        (*COSTS, ("Less income", "2,000"), ("Total", "25,000")),
        (*COSTS, ("Discount", "(2,000)"), ("Total", "25,000")),
        (*COSTS, ("Of which rope", "600"), ("Total", "27,000")),
        (*COSTS, ("Tar", "tbc"), ("Total", "29,000")),
        (("Item", "Number"), *COSTS[1:], ("Total", "28,000")),  # no money: may be a mean
        (*COSTS, ("Votes", "28,000")),
        (("Item", "Saving £"), *COSTS[1:], ("Total", "28,000")),
        (("Item", "£"), ("Timber", "20,450"), ("Total", "28,000")),
    ],
)
def test_a_table_that_adds_up_or_leaves_a_doubt(rows: tuple[tuple[str, ...], ...]) -> None:
    assert rules_of(table(*rows), "t.html") == []


# Votes, periods


MINUTES = """Minutes of a meeting of the Cabinet held on 12 March 2024

Present: Councillor A Lee

4. Slipway at Aldmere

It was moved by Councillor A Lee and seconded by Councillor J Roe that the slipway be mended. {said}
"""


@pytest.mark.parametrize(
    "said, told",
    [
        ("On a vote with 3 for and 5 against the motion was carried.", ["vote"]),
        ("On a vote with 5 for and 3 against the motion was carried.", []),
        ("On a vote with 3 for and 5 against the motion was lost.", []),
        ("On a vote with 4 for and 4 against the motion was carried.", []),  # a casting vote
    ],
)
def test_a_vote_against_its_own_result(said: str, told: list[str]) -> None:
    assert rules_of(MINUTES.format(said=said)) == told


def test_a_period_that_ends_before_it_begins() -> None:
    lease = "the quay be let from 1 April 2024 to 31 March {}"
    assert rules_of(page(lease.format(2023))) == ["period"]
    assert rules_of(page(lease.format(2025))) == []


# Between the forms of one decision

LET = "That £5,000 be spent on the new slipway at Aldmere"


@pytest.mark.parametrize(
    "other, action, told",
    [
        (LET.replace("5,000", "6,000"), "approve", "figures"),
        ("spend £6,000 on the new slipway at Aldmere", "approve", None),  # other words, too
        (LET.replace("be spent", "be not spent"), "other", "negation"),
        (LET, "approve", None),
        (LET.replace("That ", "Cabinet agreed that "), "agree", None),
        (LET.replace("slipway", "quay"), "approve", None),
        (LET + ", a total of £9,000", "approve", None),  # more is said, nothing else
        ("That £6,000 be spent", "approve", None),
    ],
)
def test_in_what_two_limbs_differ(other: str, action: str, told: str | None) -> None:
    assert difference(Limb(LET, action="approve"), Limb(other, action=action)) == told
    assert difference(Limb(other, action=action), Limb(LET, action="approve")) == told


def test_what_is_done_may_differ() -> None:
    one = Limb("That Cabinet approve the long lease of Aldmere quay", action="approve")
    other = Limb("That Cabinet note the long lease of Aldmere quay", action="note")
    third = Limb("That Cabinet endorse the long lease of Aldmere quay", action="endorse")
    assert difference(one, other) == "action"
    assert difference(one, third) is None


@pytest.mark.parametrize(
    "one, other, told",
    [
        (["defer"], ["approve", "award"], True),
        (["reject"], ["grant"], True),
        (["defer", "request"], ["approve"], False),
        (["defer"], ["refer"], False),
        ([], ["approve"], False),
        (["approve"], ["approve"], False),
    ],
)
def test_all_put_off_or_all_done(one: list[str], other: list[str], told: bool) -> None:
    limbs = [[Limb("it be so", action=a) for a in actions] for actions in (one, other)]
    assert outcome(*limbs) is told


FORM = """Decision details

Slipway at Aldmere

Decision Maker: Cabinet

Decision:

RESOLVED:

That {limb}.

Date of decision: 12/03/2024

Decided at meeting: 12/03/2024 - Cabinet
"""
MINUTED = """Minutes of a meeting of the Cabinet held on 12 March 2024

Present: Councillor A Lee (Chair)

4. Slipway at Aldmere

{vote}RESOLVED:

That {limb}.

5. Date of the next meeting

RESOLVED: That the next meeting be held on 9 April 2024.
"""
SPEND = "£5,000 be spent on the new slipway at Aldmere"


class Forms:
    """A decision page and minutes of one council, ingested again and again."""

    def __init__(self, folder: Path) -> None:
        self.pages = folder / "leeds"
        self.pages.mkdir()
        self.db = folder / "forms.db"

    def write(self, decision: str, minuted: str, vote: str = "", own: str = "") -> None:
        page = FORM.replace("RESOLVED", own + "RESOLVED") if own else FORM
        (self.pages / "decision.txt").write_text(page.format(limb=decision), encoding="utf-8")
        text = MINUTED.format(limb=minuted, vote=vote)
        (self.pages / "minutes.txt").write_text(text, encoding="utf-8")

    def issues(self) -> list[tuple[str, str, str]]:
        ingest([str(self.pages)], self.db, workers=1)
        connection = sqlite3.connect(self.db)
        try:
            joined = connection.execute(
                "select count(*) from decisions where same_as is not null"
            ).fetchone()
            assert joined == (1,), "the two are not one decision"
            return connection.execute(
                "select i.rule, o.path, substr(o.text, i.start + 1, i.stop - i.start) "
                "from issues i join documents o on o.id = i.document_id "
                "where i.rule like 'between.%' order by i.rule"
            ).fetchall()
        finally:
            connection.close()

    def runs(self) -> list[tuple[int, int]]:
        connection = sqlite3.connect(self.db)
        try:
            return connection.execute("select updated, unchanged from runs order by id").fetchall()
        finally:
            connection.close()


@pytest.fixture
def forms(tmp_path: Path) -> Forms:
    return Forms(tmp_path)


def test_forms_that_agree_raise_nothing(forms: Forms) -> None:
    forms.write(SPEND, SPEND)
    assert forms.issues() == []
    forms.write(SPEND, "approval be given to spend £5,000 on the slipway")
    assert forms.issues() == []


def test_a_sum_that_differs_comes_and_goes(forms: Forms) -> None:
    forms.write(SPEND, SPEND.replace("5,000", "6,000"))
    ((rule, path, words),) = forms.issues()
    assert (rule, path) == ("between.figures", "leeds/minutes.txt")
    assert "£6,000" in words
    assert len(forms.issues()) == 1
    assert forms.runs()[-1] == (0, 2)  # an issue between documents changes neither
    forms.write(SPEND, SPEND)
    assert forms.issues() == []


def test_what_was_decided_differs(forms: Forms) -> None:
    forms.write("the slipway be approved", "consideration of the slipway be deferred")
    assert [(rule, path) for rule, path, _ in forms.issues()] == [
        ("between.action", "leeds/minutes.txt")
    ]


def test_votes_that_differ(forms: Forms) -> None:
    vote = "On a vote with {} for and 2 against it was\n\n"
    forms.write(SPEND, SPEND, vote.format(6), vote.format(5))
    assert [(rule, path) for rule, path, _ in forms.issues()] == [
        ("between.votes", "leeds/minutes.txt")
    ]
    forms.write(SPEND, SPEND, vote.format(6), vote.format(6))
    assert forms.issues() == []
