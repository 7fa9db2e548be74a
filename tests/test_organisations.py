"""Organisations: the table of wordings, and what holds for any text."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import data
from extractors.organisations import legal, organisations
from extractors.organisations.lookback import look_back
from extractors.organisations.names import names
from extractors.organisations.places import with_cells
from tests.support import context_of

CASES = tomllib.loads((Path(__file__).parent / "cases/organisations.toml").read_text("utf-8"))


BRANDS = data.table("brands.csv")
KINDS = {"supplier", "firm", "product", "framework", "utility", "auditor", "group"}


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["text"][:60])
def test_case(case):
    section, context = context_of(case["text"], case.get("kind", "minutes"))
    found = [m for m in organisations.find(section, context) if m.role != "other"]
    told = list(dict.fromkeys(f"{m.role}: {m.name}" for m in found))
    assert told == list(dict.fromkeys(case["roles"]))


@pytest.mark.parametrize(
    "text, quotes",
    [
        (
            "The contract be awarded to Brightpath.\n\nThat Brightpath of Brightpath Road report.",
            ["Brightpath", "Brightpath"],
        ),
        (
            "The contract with Lanewatch Ltd was extended. RESOLVED that Lanewatch be thanked.",
            ["Lanewatch Ltd", "Lanewatch"],
        ),
        ("Tarn Arts Ltd sang. RESOLVED that Tarn be thanked.", ["Tarn Arts Ltd"]),
    ],
)
def test_a_supplier_that_is_named_again_is_a_mention_again(text, quotes):
    section, context = context_of(text)
    assert [m.quote for m in organisations.find(section, context)] == quotes


@pytest.mark.parametrize(
    "text, kept",
    [
        (
            "Operator\tRoute\tFare\nBlackdown Buses\t14\t£2",
            "Operator\tRoute\tFare\nBlackdown Buses\t14\t£2",
        ),
        ("1.\tThat it be noted\n2\t\u00a0Buses\tx", "1. That it be noted\n2\t Buses\tx"),
        ("no cells here", "no cells here"),
    ],
)
def test_the_tabs_of_tables_part_cells(text, kept):
    reading = text.replace("\t", " ").replace("\u00a0", " ")
    assert with_cells(text, reading) == kept


def test_the_table_holds_enough_near_misses():
    plain = [c for c in CASES["case"] if not any(r.startswith("supplier") for r in c["roles"])]
    assert len(CASES["case"]) >= 60
    assert len(plain) * 3 >= len(CASES["case"])


@pytest.mark.parametrize(
    "text, printed",
    [
        ("with Ash, Elm & Co Ltd and Serco", ["Ash, Elm & Co Ltd", "Serco"]),
        ("Serco and Acorn Homes Ltd", ["Serco", "Acorn Homes Ltd"]),
        (
            "by Friends of the Tarn Ltd/Everyone Active",
            ["Friends of the Tarn Ltd", "Everyone Active"],
        ),
        ("In Leeds, Acorn Homes Ltd. The next", ["Acorn Homes Ltd"]),
        ("Joe Hart, Chief Executive, Acorn Homes plc", ["Acorn Homes plc"]),
        ("Esk Police and Esk County Council", ["Esk Police", "Esk County Council"]),
        ("the Deputy Police and Crime Commissioner of the Esk Police and Crime Panel", []),
        ("Esk Police, Crime and Victims' Commissioner", []),
        (
            "the West of England Combined Authority, Forest of Dean District Council",
            ["West of England Combined Authority", "Forest of Dean District Council"],
        ),
        ("money of the Department for Transport Active Quays Fund", ["Department for Transport"]),
        ("Actions to address limited assurance reports", []),
        ("the Council Tax for Esk County Council", ["Esk County Council"]),
        (
            "London Borough of Elm Councillor Jo Hart; London Borough of Oak Council",
            ["London Borough of Elm", "London Borough of Oak Council"],
        ),
        ("Cllrs Shaw, Mrs Thorne, D Tanner, Tunstall and Williams", []),
        ("Councillors noted that Tunstall and Serco had bid", ["Tunstall", "Serco"]),
        ("the Department of the Environment", ["Department of the Environment"]),
        ("the Parks Department of the Vale of Lune Council", []),
        ("Lot 1 – J. B. Hart & Sons Ltd", ["J. B. Hart & Sons Ltd"]),
        ("Limited progress; resources are limited. plc", []),
    ],
)
def test_names(text, printed):
    assert [text[n.start : n.stop] for n in names(text)] == printed


def test_look_back_is_bounded():
    assert (look_back("Ab " * 400 + "Ltd", 0, 1200) or 0) > 1000


def test_short_forms_stand_for_the_fullest_name_of_the_page():
    text = (
        "The Tamar Road Works (TRW) report.\nA contract with Tamar Road Works Limited.\n"
        "TRW met its targets, and Tamar Road Works was thanked."
    )
    section, context = context_of(text)
    found = list(organisations.find(section, context))
    assert {m.name for m in found} == {"Tamar Road Works Limited"}
    assert {m.role for m in found} == {"supplier"}
    assert len(found) >= 3


def test_the_group_beside_its_company_is_another_firm():
    text = (
        "A strategic partnership with BT.\nBT Tamar Services Ltd runs payroll under its contract."
    )
    section, context = context_of(text)
    assert [m.name for m in organisations.find(section, context)] == ["BT", "BT Tamar Services Ltd"]


def test_interests_and_contacts_name_no_parties():
    text = "The contract be awarded to Acorn Homes Ltd."
    assert {m.role for m in organisations.find(*context_of(text, "interests"))} == {"other"}
    assert list(organisations.find(*context_of(text, "contact"))) == []


def test_brands_are_whole():
    names_of = [r["name"] for r in BRANDS]
    assert len(names_of) == len(set(names_of)) >= 400
    for row in BRANDS:
        assert row["kind"] in KINDS, row
        assert row["care"] in ("", "weak"), row
        assert row["canonical"], row
        assert row["name"] == row["name"].strip(), row


def test_legal_keys_join_spellings():
    assert legal.key("Bulky Bob's Limited") == legal.key("BULKY BOBS LTD.")
    assert legal.key("Ash & Elm LLP") == legal.key("Ash and Elm")
    assert legal.key("Esk Homes Ltd") != legal.key("Esk Housing Ltd")


WORDS = st.sampled_from(
    (
        "award contract to with the Acorn Homes Ltd Limited plc Serco BT (AH) ( ) , . ; : & and / "
        "Lot 1 Council Trust NHS lease grant by from tenders \n | - – ' É 李 £5m Group of BTLS TRW"
    ).split(" ")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_words_give_true_spans(text):
    section, context = context_of(text)
    for mention in organisations.find(section, context):
        assert mention.quote == text[mention.start : mention.stop]
        assert mention.name


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_keys_never_fail_and_are_stable(name):
    assert legal.key(legal.key(name)) == legal.key(legal.key(legal.key(name)))
    assert isinstance(legal.display(name), str)


PIECES = (
    "Ltd ", "Acorn Homes Ltd and ", "award the contract to ", "contract with Serco, ", "A ",
    "(BT) ", "(the Contractor) ", "Trust ", "County Council ", "Lot 1 to Esk Ltd; ", "Acorn, ",
    "a | Esk Ltd\n", "provided by Esk, ", "the:\nEsk Ltd\n",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece):
    def seconds(times: int) -> float:
        section, context = context_of(piece * times)
        began = time.process_time()
        list(organisations.find(section, context))
        return time.process_time() - began

    seconds(10)
    small = max(min(seconds(1000), seconds(999), seconds(1001)), 0.004)
    assert min(seconds(8000), seconds(8001)) < 24 * small
