"""One vote in every form: who moved, the figures in every order and manner, names, the result."""

import random

import pytest

from pipeline.extract import extract
from pipeline.readers.text import read_text
from schemas.facts import Vote, VotePosition

MEMBERS = ("Ann Tern", "Brian Plover", "Cora Dunlin", "David Knot", "Eve Godwit", "Hugh Stint",
           "Ivy Redshank", "Kay Curlew")  # fmt: skip
MOTION = "the slipway be closed until October"
MOVED = (
    "It was moved by Councillor {p} and seconded by Councillor {s} that {m}.",
    "Proposed by Cllr {p}, seconded by Cllr {s}: that {m}.",
    "On the motion of Councillor {p}, seconded by Councillor {s}, it was proposed that {m}.",
    "Cllr {p} moved, and Cllr {s} duly seconded, that {m}.",
    "Moved: Councillor {p}   Seconded: Councillor {s}\n\nThat {m}.",
    "Councillor {p} proposed that {m}. This was seconded by Councillor {s}.",
)
FIGURES = (
    "For: {f}, Against: {a}, Abstentions: {b}\n\nThe motion was {was}.",
    "Voting: For {f} Against {a} Abstained {b}\n\nThe motion was declared {WAS}.",
    "For\n{f}\nAgainst\n{a}\nAbstain\n{b}\n\nMotion {was}.",
    "Voting: {f} for, {a} against, {b} abstentions.\n\n{WAS}",
    "On being put to the vote the motion was {was} ({f} for, {a} against, {b} abstentions).",
    "With {f} Members voting in favour, {a} against and {b} abstaining, the motion was {WAS}.",
    "The motion was put and {was}, {f} voting for and {a} against, with {b} abstentions.",
    "The motion was put to the vote: {f} in favour, {a} against, {b} abstained. {WAS}",
)
HEADS = (("For", "Against", "Abstentions"), ("Voting for", "Voting against", "Abstaining"),
         ("For the motion", "Against the motion", "Abstained"), ("Ayes", "Noes", "Abstentions"),
         ("FOR", "AGAINST", "ABSTAINED"))  # fmt: skip


def votes_of(text: str) -> tuple[list[Vote], set[tuple[str, str]]]:
    page = (
        "Slipways Committee - Thursday 4 June 2020 7.00 pm\n\nPresent: Councillors "
        f"{', '.join(MEMBERS)}\n\n1. APOLOGIES\n\nThere were none.\n\n2. EAST SLIPWAY\n\n{text}\n\n"
        "3. SILT SURVEY\n\nRESOLVED: That the survey be noted.\n"
    )
    rows = extract(read_text(page.encode())).rows
    named = {(r.name, r.position) for r in rows if isinstance(r, VotePosition)}
    return [r for r in rows if isinstance(r, Vote)], named


def put(some: random.Random) -> tuple[str, str, str]:
    p, s = some.sample(MEMBERS, 2)
    return some.choice(MOVED).format(p=p, s=s, m=MOTION), p, s


@pytest.mark.parametrize("form", FIGURES)
@pytest.mark.parametrize("seed", range(4))
def test_figures(form: str, seed: int) -> None:
    some = random.Random(form + str(seed))
    was = some.choice(["carried", "lost"])
    f, a, b = (5, 2, 1) if was == "carried" else (2, 5, 1)
    moved, p, s = put(some)
    [vote], _ = votes_of(f"{moved}\n\n{form.format(f=f, a=a, b=b, was=was, WAS=was.upper())}")
    assert (vote.votes_for, vote.votes_against, vote.abstentions) == (f, a, b)
    assert (vote.outcome, vote.proposer, vote.seconder) == (was, p, s)
    assert vote.text is not None
    assert MOTION in vote.text


def listed(names: list[str], how: str) -> str:
    if not names:
        return "None"
    if how == "bare":
        return ", ".join(names)
    if how == "lines":
        return "\n" + "\n".join(f"Cllr {n}" for n in names)
    last = f" and {names[-1]}" if len(names) > 1 else ""
    title = "Councillors" if len(names) > 1 else "Councillor"
    return f"{title} {', '.join(names[:-1]) or names[-1]}{last}"


@pytest.mark.parametrize("how", ["titled", "bare", "lines", "table"])
@pytest.mark.parametrize("seed", range(6))
def test_names(how: str, seed: int) -> None:
    some = random.Random(how + str(seed))
    members = list(MEMBERS)
    some.shuffle(members)
    heads = some.choice(HEADS)
    groups = (
        [members[:5], members[5:7], members[7:]] if seed % 2 else [members[:6], members[6:], []]
    )
    if how == "table":
        rows = (f"{h}\t{listed(g, 'bare')}\t{len(g)}" for h, g in zip(heads, groups, strict=True))
    else:
        rows = (f"{h}: {listed(g, how)}" for h, g in zip(heads, groups, strict=True))
    moved, p, s = put(some)
    end = some.choice(["The motion was carried.", "The proposal was agreed.", "CARRIED"])
    [vote], named = votes_of(
        f"{moved}\n\nA recorded vote was taken:\n\n{chr(10).join(rows)}\n\n{end}"
    )
    places = ("for", "against", "abstain")
    assert named == {(n, at) for g, at in zip(groups, places, strict=True) for n in g}
    assert (vote.outcome, vote.is_recorded, vote.proposer, vote.seconder) == ("carried", 1, p, s)
    assert (vote.votes_for, vote.votes_against) == (len(groups[0]), len(groups[1]))


@pytest.mark.parametrize(
    ("said", "column", "value"),
    [
        ("The motion was carried nem. con.", "is_unanimous", 1),
        ("The motion was carried with all Members voting in favour.", "is_unanimous", 1),
        ("The motion was carried, not unanimously.", "is_unanimous", None),
        ("The vote was tied at 4 for and 4 against. On the Chair's casting vote, the motion was "
         "carried.", "casting_vote", 1),
        ("There were 4 votes for and 4 against. The Chair declined to use a casting vote and the "
         "motion fell.", "casting_vote", None),
        ("With the consent of the meeting the motion was withdrawn.", "outcome", "withdrawn"),
        ("The proposal was agreed.", "outcome", "carried"),
        ("The proposal was agreed with the harbour trust last year.", "votes_for", None),
    ],
)  # fmt: skip
def test_circumstances(said: str, column: str, value: object) -> None:
    moved, *_ = put(random.Random(said))
    [vote], _ = votes_of(f"{moved}\n\n{said}")
    assert getattr(vote, column) == value


def test_a_motion_that_nobody_seconds_has_its_words() -> None:
    [vote], _ = votes_of(
        f"Councillor Ann Tern moved that {MOTION}.\n\nThere was no seconder and \
the motion fell."
    )
    assert (vote.outcome, vote.proposer, vote.seconder) == ("lapsed", "Ann Tern", None)
    assert vote.text == f"that {MOTION}"


def test_one_word_behind_against_is_nobody_where_none_is_called_so() -> None:
    _, named = votes_of(
        "A recorded vote was taken:\n\nFor: Ann Tern, Brian Plover\nAgainst: Planning Policy\n\n"
        "The motion was carried."
    )
    assert named == {("Ann Tern", "for"), ("Brian Plover", "for")}
