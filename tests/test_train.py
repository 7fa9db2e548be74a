"""`make train`: what a model sees, sentences of ours, thresholds, and a seed that holds."""

import json
import random
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from extractors import marked as words
from extractors import nlp, weighing
from extractors.organisations.candidates import Candidate
from pipeline import identity, trained
from pipeline.extract import extract
from pipeline.ingest import ingest
from pipeline.readers import read
from pipeline.stop import Stop
from pipeline.train import compare, model, others, page, suppliers, taught, templates
from pipeline.train.__main__ import main
from pipeline.train.gather import (
    ACTION,
    FIELDS,
    KIND,
    ROLE,
    STATUS,
    Case,
    Gathered,
    Name,
    Names,
    gather,
)  # fmt: skip
from pipeline.train.marks import Mark
from pipeline.train.snippets import snippet, snippets
from schemas.columns import meaning
from schemas.facts import Amount, Evidence, Fact, Percentage, Resolution, Saving
from schemas.shapes import CLASSES
from tests.test_evaluate import ANSWER, FERRY

NOTHING = ("other", None)


# What a model sees


def test_the_figure_itself_is_never_seen() -> None:
    said = "The mill cost £417,200 in 2019, a rise of 12%."
    start = said.index("£")
    seen = words.around(said, start, start + len("£417,200"))
    assert "l0:cost" in seen
    assert "r0:in" in seen
    assert not any("417" in token or "2019" in token or "12" in token for token in seen)


def test_sides_and_heads_are_told_apart() -> None:
    seen = words.around("saved X spent", 6, 7, column="Budget 2020/21")
    assert {"l:saved", "r:spent", "column:budget"} <= set(seen)
    assert not {"r:saved", "l:spent"} & set(seen)


def test_a_limb_tells_its_first_words_by_place() -> None:
    seen = words.of_limb("That the weir be mended.")
    assert seen[:2] == ["w0:that", "w1:the"]
    assert "w:be_mended" in seen


@pytest.mark.parametrize("said", ["", "—", "  "])
def test_nothing_to_see_is_still_a_token(said: str) -> None:
    assert words.around(said, 0, 0)
    assert words.of_limb(said)


# Sentences of our own


def test_sentences_hold_with_their_seed() -> None:
    assert templates.made(5) == templates.made(5)
    assert templates.made(5) != templates.made(6)


def test_there_are_several_hundred_with_answers_that_the_schema_knows() -> None:
    made = templates.made(1)
    assert set(made) == set(FIELDS)
    assert sum(map(len, made.values())) > 800
    for name, (shape, column) in {
        KIND: (Amount, "kind"), STATUS: (Saving, "status"),
        ROLE: (Percentage, "role"), ACTION: (Resolution, "action"),
    }.items():  # fmt: skip
        spec = CLASSES[shape.TABLE].__dataclass_fields__[column]
        said = meaning(spec)
        assert said is not None
        assert {label for _, label in made[name]} <= set(said.allowed)


def test_no_slot_or_mark_is_left_in_a_sentence() -> None:
    for pairs in templates.made(2).values():
        for tokens, _ in pairs:
            assert not any(sign in token for token in tokens for sign in "{}|«»")


def test_an_unmarked_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="no mark"):
        templates._tokens(KIND, "The mill cost a lot.")


def test_choices_stand_inside_choices() -> None:
    said = templates.filled("{{a|a}|{b}} end", {"b": "a"}, random.Random(1))
    assert said == "A end"


# Models


def pairs() -> list[model.Pair]:
    return [(["l:cost", f"r:{n}"], "cost") for n in range(20)] + [
        (["l:saving", f"r:{n}"], "saving") for n in range(20)
    ]


def test_a_seed_gives_the_same_model_twice_and_it_has_learned() -> None:
    one, two = (model.fitted(pairs(), 3, model.Shape(epochs=4)) for _ in range(2))
    hidden = ["vocab", "tokenizer"]
    assert one.to_bytes(exclude=hidden) == two.to_bytes(exclude=hidden)
    told = model.answers(one, [["l:saving"], ["l:cost"]])
    assert [label for label, _ in told] == ["saving", "cost"]
    assert all(0.5 < chance <= 1 for _, chance in told)


def test_nothing_asked_gives_nothing() -> None:
    assert model.answers(model.fitted(pairs(), shape=model.Shape(epochs=1)), []) == []


# Ways to join rules and model


def case(answer: str, ruled: str | None, council: str = "ambleford") -> Case:
    return Case("p", council, ("l:x",), answer, ruled)


def test_an_open_value_is_filled_only_where_the_model_is_sure() -> None:
    sure, unsure, least = ("fee", 0.85), ("fee", 0.75), 0.85
    assert compare.opened(case("fee", "other"), sure, NOTHING, least) == "fee"
    assert compare.opened(case("fee", "other"), unsure, NOTHING, least) == "other"
    assert compare.opened(case("fee", "cost"), sure, NOTHING, least) == "cost"
    assert compare.over(case("fee", "cost"), sure, NOTHING, least) == "fee"
    assert compare.over(case("fee", "cost"), unsure, NOTHING, least) == "cost"


def test_a_model_is_taught_with_the_rules_word_withheld_and_falsified() -> None:
    cases = [case("fee", "fee"), case("cost", "cost")] * 500
    pairs = compare.taught(cases, 4)
    assert pairs == compare.taught(cases, 4)
    assert len(pairs) == compare.COPIES * len(cases)
    heard = [tokens[-1] for tokens, _ in pairs if len(tokens) == 2]
    true = sum(token == weighing.ruled(answer) for tokens, answer in pairs for token in tokens[1:])
    assert 1 - len(heard) / len(pairs) == pytest.approx(compare.WITHHELD, abs=0.03)
    # One of two words falsified is the true one by chance.
    assert 1 - true / len(heard) == pytest.approx(compare.FALSIFIED / 2 / 0.8, abs=0.03)


def test_a_model_that_is_asked_hears_the_rules() -> None:
    assert compare.heard(case("fee", "cost"))[-1] == weighing.ruled("cost")


def test_no_council_stands_in_two_folds() -> None:
    names = [f"c{n}" for n in range(23)]
    found = compare.folds(names * 2, 1)
    assert set(found) == set(names)
    assert set(found.values()) == set(range(compare.FOLDS))


@pytest.mark.parametrize(
    ("both", "changes", "kept"),
    [
        (Mark(9, 10, 10, 9, 10), [(False, True)] * 5, True),
        (Mark(9, 10, 10, 9, 10), [(False, True)] * 4, False),  # chance may bring four
        (Mark(7, 9, 10, 7, 10), [], False),  # nothing gained
        (Mark(8, 12, 10, 8, 10), [(False, True)] * 6, False),  # less precise
    ],
)
def test_a_model_is_kept_only_where_it_beats_the_rules(
    both: Mark, changes: list[tuple[bool, bool]], kept: bool
) -> None:
    assert compare.joined(Mark(7, 9, 10, 7, 10), both, changes, 0.9)["kept"] is kept


def test_what_a_model_does_to_snippets_it_has_not_learned_counts_too() -> None:
    ruled, both = Mark(7, 9, 10, 7, 10), Mark(9, 10, 10, 9, 10)
    few = [(False, True)] * 2
    assert compare.joined(ruled, both, few, 0.9)["kept"] is False
    assert compare.joined(ruled, both, few, 0.9, [(False, True)] * 3)["kept"] is True
    assert compare.joined(ruled, both, few, 0.9, [(True, False)] * 3)["kept"] is False
    assert compare.joined(ruled, ruled, [], 0.9, [(False, True)] * 9)["kept"] is False


# Snippets


def told(field: str, line: str) -> list[tuple[str, str | None]]:
    one = snippet(line, 7)
    rows = tuple(r for r in extract(one.context.document).rows if isinstance(r, Fact))
    shapes = {KIND: (Amount,), STATUS: (Saving, Amount)}[field]
    found = taught._cases([taught.Told("x.txt", one, rows)], field, shapes)
    return [(case.answer, case.ruled) for case in found]


def test_a_snippet_s_marks_are_cases_with_what_the_rules_say() -> None:
    line = "The ferry contract is <contract>£9,000</contract>; moorings bring <income>£70</income>."
    assert [answer for answer, _ in told(KIND, line)] == ["contract", "income"]


def test_a_saving_that_the_rules_do_not_find_is_a_case_without_their_word() -> None:
    line = "Oars are lent out now, so <achieved>£900</achieved> less goes on them."
    assert told(STATUS, line) == [("achieved", None)]


def test_sums_without_a_mark_keep_the_kind_that_the_rules_name() -> None:
    one = snippet("A grant of £500 came; the saving of <achieved>£90</achieved> was made.")
    rows = tuple(r for r in extract(one.context.document).rows if isinstance(r, Fact))
    assert [kind for _, kind in taught._unmarked([taught.Told("x", one, rows)])] == ["grant"]


def test_a_name_is_a_supplier_by_its_mark_wherever_it_stands() -> None:
    line = "<s>Quern Works</s> won; <o>Tarn Yards</o> lost. Quern Works Ltd begins in May."
    found = list(suppliers.of_snippet(snippet(line)))
    named = {words[0]: label for words, label in found}
    assert named == {"n:quern": suppliers.YES, "n:tarn": suppliers.NO}


def allowed(shape: type[Any], column: str) -> set[str]:
    said = meaning(shape.__dataclass_fields__[column])
    assert said is not None
    assert said.allowed is not None
    return set(said.allowed)


def test_every_line_of_the_snippets_is_marked_as_its_file_says() -> None:
    known = {
        taught.MONEY: allowed(Amount, "kind"),
        taught.SAVINGS: allowed(Saving, "status"),
        taught.PERCENT: allowed(Percentage, "role"),
        suppliers.SNIPPETS: {"s", "o"},
    }
    for file, marks in known.items():
        many = [mark for one in snippets(file) for mark in one.marks]
        assert len(many) > 300
        assert {mark.name for mark in many} <= marks
        assert all(mark.start < mark.stop for mark in many)


# Suppliers


def name(said: str, *ruled: str | None, words: tuple[str, ...] = (), count: int = 2) -> Name:
    spans = tuple((at, at + 1) for at in range(count))
    return Name(Candidate(said, spans, list(words)), frozenset(ruled))


def named() -> Names:
    return Names(
        "p", "ambleford", ("Teasel Fencing", "Moorgate Ltd"), ("Wren Trust",), (("Moorgate Ltd",),),
        (
            name("Teasel Fencing", None),
            name("Moorgate", "supplier", None),
            name("Wren Trust", None, "other"),
            name("Heron Bank", None, "tenant"),
        ),
    )  # fmt: skip


def test_a_model_adds_only_names_that_the_rules_leave_open() -> None:
    sure = dict.fromkeys(("Teasel Fencing", "Moorgate", "Wren Trust", "Heron Bank"), 0.9)
    assert suppliers.added(named(), sure, 0.8) == ["Teasel Fencing", "Wren Trust"]
    assert suppliers.added(named(), sure, None) == []


def test_a_model_strikes_out_only_names_told_once_that_have_no_firms_form() -> None:
    ruled = ("Pell", "Esk Ltd", "Lune", "Nidd")
    page = Names(
        "p", "ambleford", (), (), tuple((firm,) for firm in ruled),
        (
            name("Pell", "supplier", count=1),
            name("Esk Ltd", "supplier", words=("form",), count=1),
            name("Lune", "supplier", count=2),
            name("Nidd", "supplier", count=1),
        ),
    )  # fmt: skip
    sure = dict.fromkeys(ruled[:3], 0.001) | {"Nidd": 0.3}
    assert suppliers.struck(page, sure) == [("Pell",)]


def test_debatable_suppliers_count_neither_way() -> None:
    given = [("Moorgate Ltd",), ("Wren Trust",), ("Heron Bank",)]
    assert suppliers._mark([(named(), given)]) == Mark(1, 2, 2, 1, 2)


# What is shipped


@pytest.fixture
def trained_file(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A model of two roles, sure that what stands behind "weir" is a share."""
    pairs = [(["l0:weir", "l:weir"], "share")] * 30 + [(["l0:lock", "l:lock"], "target")] * 30
    made = model.packed(model.fitted(pairs, 2, model.Shape(epochs=60)), 0.8)
    monkeypatch.setattr(
        "extractors.nlp.blob", lambda name: made if name == weighing.ROLE.file else None
    )
    nlp.trained.cache_clear()
    yield
    nlp.trained.cache_clear()


def roles(text: str) -> list[tuple[str | None, list[str]]]:
    rows = extract(read(text.encode(), "page.txt")).rows
    proofs = {(r.row_id, r.column_name): r.rule for r in rows if isinstance(r, Evidence)
              and r.table_name == "percentages"}  # fmt: skip
    return [
        (row.role, [v for k, v in proofs.items() if k == (row.id, "role")])
        for row in rows if isinstance(row, Percentage)
    ]  # fmt: skip


PAGE = "Decision details\n\nMill\n\nDecision:\n\nThe weir 40% was seen; a target of 60% stands.\n"


@pytest.mark.usefixtures("trained_file")
def test_a_sure_model_overrules_and_says_so_and_a_doubtful_one_is_silent() -> None:
    first, second = roles(PAGE)
    assert first == ("share", ["percent.role.model-1"])
    assert second[0] == "target"
    assert "percent.role.model-1" not in second[1]


@pytest.mark.usefixtures("trained_file")
def test_off_means_rules_alone_and_another_rule_set(monkeypatch: pytest.MonkeyPatch) -> None:
    identity.rules.cache_clear()
    on = identity.rules()
    monkeypatch.setenv("MINUTEBOOK_MODELS", "off")
    identity.rules.cache_clear()
    assert identity.rules() != on
    identity.rules.cache_clear()
    assert not any("percent.role.model-1" in rules for _, rules in roles(PAGE))


def test_a_setting_that_is_neither_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    monkeypatch.setenv("MINUTEBOOK_MODELS", "maybe")
    with pytest.raises(Stop, match="neither on nor off"):
        ingest([str(tmp_path / "page.txt")], tmp_path / "a.db", workers=1)


def test_without_a_file_the_rules_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.nlp.blob", lambda name: None)
    nlp.trained.cache_clear()
    assert len(roles(PAGE)) == 2
    nlp.trained.cache_clear()


SHIPPED_COLUMNS = {
    weighing.KIND.file: ("amounts", "kind"),
    weighing.STATUS.file: ("savings", "status"),
    weighing.ROLE.file: ("percentages", "role"),
}


@pytest.mark.parametrize("name", SHIPPED_COLUMNS)
def test_a_shipped_model_is_small_and_names_words_of_the_schema(name: str) -> None:
    file = files("extractors.data") / name
    if not file.is_file():
        pytest.skip(f"no model beat the rules: {name} is not shipped")
    nlp.trained.cache_clear()
    found = nlp.trained(name)
    assert found is not None
    assert len(file.read_bytes()) < 3_000_000
    assert 0.5 <= found.least < 1
    table, column = SHIPPED_COLUMNS[name]
    said = meaning(CLASSES[table].__dataclass_fields__[column])
    assert said is not None
    assert set(found.made.get_pipe("textcat").labels) <= set(said.allowed)


def test_all_that_is_shipped_is_under_ten_megabytes() -> None:
    sizes = [len(file.read_bytes()) for file in files("extractors.data").iterdir()
             if file.name.endswith(".model")]  # fmt: skip
    assert 0 < sum(sizes) < 10_000_000


# From pages to the paper


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "pages" / "ambleford").mkdir(parents=True)
    (folder / "answers").mkdir()
    (folder / "pages" / "ambleford" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    said: dict[str, Any] = {**ANSWER, "suppliers": ["Oak Ferries Ltd"]}
    said["decisions"] = [{**ANSWER["decisions"][0], "resolutions": [
        {"text": "That the fare be raised to £2.50", "action": "approve"}]}]  # fmt: skip
    (folder / "answers" / "ferry.json").write_text(json.dumps(said), encoding="utf-8")
    return folder


def test_cases_are_what_the_score_matches(gold: Path) -> None:
    found = gather(gold)
    assert [(c.answer, c.ruled) for c in found.cases[KIND]] == [
        ("fee", "fee"), ("contract", "contract")
    ]  # fmt: skip
    assert [c.answer for c in found.cases[ACTION]] == ["approve"]
    assert {c.council for c in found.cases[KIND]} == {"ambleford"}
    (names,) = found.names
    assert names.wanted == ("Oak Ferries Ltd",)
    assert "Oak Ferries Ltd" in {found.one.name for found in names.candidates}


def test_other_libraries_are_scored_on_the_same_pages(gold: Path) -> None:
    found = others.others(gold)
    assert found["dates"]["wanted"] == found["dates"]["ours"] == 1
    if "money" in found:
        assert found["money"]["our_quotes"] == found["money"]["quotes"] == 2


def test_the_paper_tells_every_field_and_whether_it_is_kept(gold: Path) -> None:
    many = tuple(case("fee" if n % 2 else "cost", "other", f"c{n}") for n in range(10))
    cases = Gathered(10, dict.fromkeys(FIELDS, many), ())
    sentences = {KIND: [(["l:charge"], "fee"), (["l:spent"], "cost")]}
    one = compare.compare(KIND, cases, cases, sentences, taught.Taught(many[:4]), 1)
    counts = {"development": 10, "held_out": 10, "seed": 1}
    told = "\n".join(page.page([one], others.others(gold), counts))
    assert f"| {KIND} | rules alone | 10 |" in told
    assert "beats the rules" in told
    assert "| they differ |" in told


def test_missing_gold_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pipeline.train.__main__.ROOT", tmp_path)
    monkeypatch.setattr("pipeline.train.__main__.DEVELOPMENT", tmp_path / "tests" / "gold")
    assert main(["--out", str(tmp_path / "out.md")]) == 1
    assert "tests/gold is missing" in capsys.readouterr().err


def test_while_silenced_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(trained.SETTING, raising=False)
    with trained.silenced():
        assert not trained.are_on()
    assert trained.are_on()
    monkeypatch.setenv(trained.SETTING, "off")
    with trained.silenced():
        pass
    assert not trained.are_on()
