"""A trained model beside the rules: what it sees of a figure, and what its word may change."""

from collections.abc import Callable, Iterator

import pytest

from extractors import layouts, nlp, weighing
from extractors.context import Context
from extractors.cues import Words
from extractors.money import model as money_model
from pipeline.extract import extract
from pipeline.readers import read
from pipeline.train import model
from schemas.facts import Amount, Evidence, Mention, Saving

PAGE = """Decision details

Weirs

Decision:

That the contract for weirs be awarded to Quern Joinery Ltd at £45,000. The lock took £7,200.
"""


def rows(said: str = PAGE) -> list[Amount]:
    found = extract(read(said.encode(), "page.txt")).rows
    return [row for row in found if isinstance(row, Amount)]


# What is seen


def test_cues_are_told_by_label_side_and_distance() -> None:
    said = "a saving of £5 was made"
    words = set(weighing.cued(Words(said, 0, len(said)), "money_cues.csv", 12, 14))
    assert {"c0:saving", "c:saving:l", "c:saving:0"} <= words
    assert not any("c1:" in word for word in words)


def test_a_sum_is_told_by_its_size_never_by_its_figures() -> None:
    assert list(weighing.sized(4_500_000)) == ["size:7", "even"]
    assert list(weighing.sized(10_000_000)) == ["size:8", "round"]
    assert list(weighing.sized(1_234)) == ["size:4", "exact"]
    assert list(weighing.sized(None)) == []


def test_what_stands_before_and_how_it_is_qualified_is_seen() -> None:
    said = "Decision details\n\nWeirs\n\nDecision:\n\nLocks leak. They took about £7,200 a year.\n"
    document = read(said.encode(), "page.txt")
    (row,) = rows(said)
    seen = weighing.seen(Context(document, layouts.cut(document)), row, weighing.KIND)
    assert {"b:locks", "q:about", "l1:took"} <= set(seen)
    assert not any("7200" in word or "7,200" in word for word in seen)
    assert not any(word.startswith("rule:") for word in seen)


# What its word may change


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Ship a model of kinds that follows the words given for it, whatever the rules say."""

    def ship(told: dict[str, str], least: float = 0.5) -> None:
        pairs = [([word], kind) for word, kind in told.items()] * 40
        made = model.packed(model.fitted(pairs, 2, model.Shape(epochs=60)), least)
        file = weighing.KIND.file
        monkeypatch.setattr("extractors.nlp.blob", lambda name: made if name == file else None)
        nlp.trained.cache_clear()

    yield ship
    nlp.trained.cache_clear()


def test_a_sure_word_stands_and_says_where_it_comes_from(
    shipped: Callable[..., None],
) -> None:
    shipped({"rule:contract": "contract", "l0:took": "debt"})
    found = extract(read(PAGE.encode(), "page.txt")).rows
    kinds = {row.quote: row.kind for row in found if isinstance(row, Amount)}
    assert kinds == {"£45,000": "contract", "£7,200": "debt"}
    (said,) = (row for row in found if isinstance(row, Evidence) and "model" in row.rule)
    assert (said.column_name, said.rule) == ("kind", "money.kind.model-1")
    assert said.quote == "The lock took £7,200."


def test_a_firm_goes_with_its_contract(shipped: Callable[..., None]) -> None:
    shipped({"rule:contract": "contract", "x": "cost"})
    assert [row.mention_id is None for row in rows()] == [False, True]
    shipped({"rule:contract": "cost", "x": "contract"})
    assert [row.mention_id is None for row in rows()] == [True, True]
    assert not any(p.column == "organisation_id" for row in rows() for p in row.proofs)


@pytest.mark.parametrize(
    ("said", "read_as"), [("Savings were sought.", ["£7,200"]), ("Fish were sought.", [])]
)
def test_a_sum_becomes_a_saving_only_where_the_page_speaks_of_savings(
    shipped: Callable[..., None], said: str, read_as: list[str]
) -> None:
    shipped({"l0:took": "saving", "rule:contract": "contract"})
    page = PAGE.replace("The lock", f"{said} The lock")
    found = extract(read(page.encode(), "page.txt")).rows
    assert [row.quote for row in found if isinstance(row, Saving)] == read_as
    assert any(isinstance(row, Mention) for row in found)


def test_a_sum_becomes_a_saving_only_where_the_model_is_very_sure(
    shipped: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped({"l0:took": "saving", "rule:contract": "contract"})
    page = PAGE.replace("The lock", "Savings were sought. The lock")
    monkeypatch.setattr(money_model, "SURE", 1.1)
    found = extract(read(page.encode(), "page.txt")).rows
    assert not [row for row in found if isinstance(row, Saving)]
    shipped({"l0:took": "debt", "rule:contract": "contract"})  # any other kind as before
    found = extract(read(page.encode(), "page.txt")).rows
    assert "debt" in {row.kind for row in found if isinstance(row, Amount)}


def test_a_model_in_doubt_leaves_the_rules_word(shipped: Callable[..., None]) -> None:
    shipped({"l0:took": "debt", "rule:contract": "debt", "x": "fee"}, least=1.1)
    assert "debt" not in {row.kind for row in rows()}
