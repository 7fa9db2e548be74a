"""Suppliers by a trained model: which names it is asked about, what it sees, what it may change."""

from collections.abc import Iterator

import pytest

from extractors import layouts, nlp
from extractors.context import Context
from extractors.organisations import model as supplier_model
from extractors.organisations.candidates import Sides, candidates, key_of, seen
from pipeline.extract import extract
from pipeline.readers import read
from pipeline.train import model
from schemas.facts import Mention


def context(said: str) -> Context:
    document = read(said.encode(), "page.txt")
    return Context(document, layouts.cut(document))


def names(said: str) -> set[str]:
    return {one.name for one in candidates(context(f"Decision details\n\n{said}\n"), []).values()}


# Which names are asked about


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("It went to Zelkova Ltd and Quern Works LLP.", {"Zelkova Ltd", "Quern Works LLP"}),
        ("Bids came from NIRO. Eleven were late.", {"NIRO", "Eleven"}),
        ("That Quern Works be appointed.", {"Quern Works"}),
        ("It was Zelkova's van.", {"Zelkova"}),
        ("Hollow & Pike (Yards) met J. Tarn.", {"Hollow & Pike (Yards)", "J. Tarn"}),
        ("a deal with St. Ebba Works", {"St. Ebba Works"}),
        ("Zelkova and Quern did it.", {"Zelkova and Quern", "Zelkova", "Quern"}),
    ],
)
def test_runs_of_capitals_end_where_names_do(said: str, asked: set[str]) -> None:
    assert asked <= names(said)


def test_words_of_papers_are_not_asked_about() -> None:
    found = names("The Head of Legal Services told Cabinet Members that Zelkova left.")
    assert "Zelkova" in found
    assert not {"Head of Legal Services", "Cabinet Members"} & found


def test_all_spellings_of_a_name_are_one() -> None:
    said = "Zelkova Ltd came.\n\nZelkova Limited left.\n\nThe Zelkova plc van stood there."
    found = candidates(context(said), [])
    assert len(found[key_of("Zelkova")].spans) == 3


def test_a_name_of_the_rules_is_always_asked_about() -> None:
    said = "the depot of big yellow bins was full"
    page = context(said)
    at = page.reading.index("big")
    assert key_of("big yellow bins") in candidates(page, [(at, at + len("big yellow bins"))])


# What is seen


def test_a_name_is_seen_with_its_words_and_what_stands_beside() -> None:
    words = seen("Quern Joinery Ltd", [Sides("awarded to ", " for £5,000", False)])
    assert {"l0:to", "l1:awarded", "r0:for", "r:£0", "n:joinery", "form", "trade:last"} <= set(
        words
    )
    assert len(words) == len(set(words))
    assert "first" not in words
    assert "first" in seen("Quern", [Sides("", " won", True)])


def test_vocabularies_say_something_of_words_that_no_page_held() -> None:
    assert "given:head" in seen("Alison Quern", [])
    assert "body:last" in seen("Quern Committee", [])
    assert "new:1" in seen("Zelkova", [])


# What it may change

PAGE = """Decision details

Lifts

Decision:

That the report be noted. The panel heard that Zelkova mended the lifts at night. A shop, Tollund, \
was awarded the contract for lifts. The Quern Trust was given a grant of £50.
"""


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A model sure that who mends is a supplier, and that nothing else is."""
    yes = [(["r0:mended", "r:mended", "l0:that"], "yes")] * 40
    no = [(["n:tollund", "n:quern", "r0:was", "r0:,", "l0:,"], "no")] * 40
    made = model.fitted([*yes, *no], 2, model.Shape(epochs=80))
    packed = model.packed(made, 0.8)
    monkeypatch.setattr("extractors.nlp.blob", lambda n: packed if "suppliers" in n else None)
    monkeypatch.setattr(supplier_model, "STRIKES", 0.2)
    nlp.trained.cache_clear()
    yield
    nlp.trained.cache_clear()


def told() -> dict[str, tuple[str | None, str]]:
    rows = extract(read(PAGE.encode(), "page.txt")).rows
    return {row.name or "": (row.role, row.rule) for row in rows if isinstance(row, Mention)}


@pytest.mark.usefixtures("shipped")
def test_a_name_that_the_rules_leave_open_becomes_a_supplier() -> None:
    assert told()["Zelkova"] == ("supplier", "organisations.model-1")


@pytest.mark.usefixtures("shipped")
def test_what_the_model_holds_impossible_and_the_page_names_once_is_struck() -> None:
    assert told()["Tollund"] == ("other", "organisations.model-1")


@pytest.mark.usefixtures("shipped")
def test_parts_that_the_rules_give_stand() -> None:
    assert told()["Quern Trust"][0] not in ("supplier", "other")


def test_without_a_model_the_rules_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.nlp.blob", lambda name: None)
    nlp.trained.cache_clear()
    found = told()
    assert found["Tollund"][0] == "supplier"
    assert "Zelkova" not in found
    nlp.trained.cache_clear()


def test_a_page_is_asked_about_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = supplier_model.candidates

    def counted(*of: object) -> object:
        asked.append(1)
        return real(*of)  # type: ignore[arg-type]

    monkeypatch.setattr(supplier_model, "candidates", counted)
    extract(read(PAGE.encode(), "page.txt"))
    assert len(asked) == 1


def test_a_page_of_thousands_of_names_is_read_in_time_that_grows_with_it() -> None:
    said = " ".join(f"Quern{n} Works met Tarn{n % 7} Ltd." for n in range(3000))
    assert len(candidates(context(said), [])) > 3000
