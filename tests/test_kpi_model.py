"""Indicators by a trained model: which figures are paired, what it may change, how a row is read.

The sentences are worded unlike those that the model learned from (pipeline/train/data).
"""

import json
from pathlib import Path

import pytest

from extractors import layouts, nlp
from extractors.context import Context
from extractors.kpi import codes as kpi_codes
from extractors.kpi import kpis
from extractors.kpi import model as kpi_model
from extractors.kpi.pairs import Pair, pairs
from pipeline import trained
from pipeline.extract import extract
from pipeline.readers import read
from pipeline.train import kpis as trainer
from pipeline.train.kpis import of_snippet
from pipeline.train.snippets import snippet, unmarked
from schemas.facts import Kpi


def context(said: str) -> Context:
    document = read(said.encode(), "page.txt")
    return Context(document, layouts.cut(document))


def rows(said: str) -> list[Kpi]:
    found = extract(read(f"{said}\n".encode(), "page.txt")).rows
    return [row for row in found if isinstance(row, Kpi)]


def told(row: Kpi) -> tuple[float | None, float | None, str]:
    return row.target, row.actual, row.outcome


# Which figures are paired


def figures(said: str) -> set[tuple[str, str]]:
    page = context(said)
    return {
        (page.reading[p.actual.start : p.actual.stop], page.reading[p.target.start : p.target.stop])
        for p in pairs(page)
    }


def test_like_figures_near_one_another_are_pairs_both_ways() -> None:
    assert figures("Rope was spliced in 9 days, where 7 days is the rule.") == {
        ("9 days", "7 days"), ("7 days", "9 days"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Rope was spliced in 9 days and 71% of it held.",  # of two units
        "Rope cost £900 where £700 was allowed.",
        "KPI 14 and HS 12 are told elsewhere, and so is ENV-03 of 2024 and 2023.",
        "HS2 Ropes relaid 21 26 Red",  # cells of a row: no word between
    ],
)
def test_other_figures_are_none(said: str) -> None:
    assert figures(said) == set()


def test_a_time_of_two_units_pairs_with_the_larger() -> None:
    assert ("6 minutes 40 seconds", "3 minutes") in figures(
        "Callers hung on for 6 minutes 40 seconds, not the 3 minutes of the charter."
    )


# What it ties


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "Members were told that the ferries had left on time on 93.1% of sailings last winter, "
            "whereas the operator is bound to manage 96%.",
            (96.0, 93.1, "missed"),
        ),
        (
            "Mooring fees were billed in 4.2 days on average. The charter promises 6 days.",
            (6.0, 4.2, "exceeded"),
        ),
        (
            "Of callers to the harbour office 71% were put through within a minute, nineteen "
            "points under the 90% that the board has laid down.",
            (90.0, 71.0, "missed"),
        ),
        (
            "Callers waited 310 seconds; the most that the charter tolerates is 240 seconds.",
            (240.0, 310.0, "missed"),
        ),
    ],
)
def test_turns_of_phrase_that_no_rule_knows(said: str, wanted: tuple[float, float, str]) -> None:
    with trained.silenced():
        assert rows(said) == []
    (row,) = rows(said)
    assert told(row) == wanted
    assert (row.rule or "").startswith("kpi.model-")
    assert {proof.column for proof in row.proofs} >= {"target", "actual"}


@pytest.mark.parametrize(
    "said",
    [
        "The tender gave 60% to quality and 40% to price.",
        "In the survey 64% of berth holders were content and 36% were not.",
        "Sailings rose by 4% in the north and 7% in the south.",
        "Attendance was 61% this winter and 58% the winter before.",
        "Notice of 14 days is given for moorings and 28 days for sheds.",
        "Rent of sheds goes up by 6% in April and by 3% a year from then.",
        "A boat of 12 tonnes pays for 15 tonnes.",
    ],
)
def test_like_figures_that_are_no_result_and_target(said: str) -> None:
    assert not [row for row in rows(said) if (row.rule or "").startswith("kpi.model-")]


def test_the_names_come_from_the_sentence_before_where_the_pair_s_own_say_nothing() -> None:
    (row,) = rows("Rope splicing is slow. It ran at 11 days, when the charter allows 7 days.")
    assert (row.name, row.outcome) == ("Rope splicing", "missed")


# Beside the rules


SAID = "Calls to the lock office answered in time stood at 88% against a target of 90%."


def joined(page: Context, tied: list[tuple[float, float]], is_over: bool = True) -> list[Kpi]:
    (section,) = (s for s in page.cut.sections if "88%" in page.reading[s.start : s.stop])
    known = list(kpis.find(section, page))
    chosen = [p for p in pairs(page) if (p.actual.value, p.target.value) in tied]
    ties = kpi_model.tied(page, chosen, [1.0] * len(chosen), 0.5, "kpi.model-9")
    own = kpi_model.own(ties, section)
    found = kpi_model.joined(known, own, section, page, ties.rule, is_over)
    return [row for row in found if isinstance(row, Kpi)]


def test_a_pair_that_the_rules_have_makes_no_second_row() -> None:
    (row,) = joined(context(SAID), [(88.0, 90.0)])
    assert (row.rule, row.target, row.actual) == ("kpi.sentence", 90.0, 88.0)


def test_a_pair_goes_over_the_rules_row_only_where_it_may() -> None:
    (row,) = joined(context(SAID), [(90.0, 88.0)])
    assert (row.rule, row.target, row.actual) == ("kpi.model-9", 88.0, 90.0)
    (row,) = joined(context(SAID), [(90.0, 88.0)], is_over=False)
    assert row.rule == "kpi.sentence"


def test_no_figure_is_in_two_pairs() -> None:
    page = context("Locks: 81% in May, 84% in June, where 90% is asked.")
    asked = pairs(page)
    likely = {(84.0, 90.0): 0.9, (81.0, 90.0): 0.8, (81.0, 84.0): 0.7}
    sure = [likely.get((p.actual.value, p.target.value), 0.1) for p in asked]
    chosen: list[Pair] = kpi_model.chosen(asked, sure, 0.5)
    assert [(p.actual.value, p.target.value) for p in chosen] == [(84.0, 90.0)]
    assert kpi_model.chosen(asked, sure, 0.95) == []


def test_without_its_file_the_rules_speak_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "trained", lambda name: None)
    assert [row.rule for row in rows(SAID)] == ["kpi.sentence"]


# Codes beside a result and its target


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("·  LK 7 Gates oiled – 61% (aim 80%)", "LK 7"),
        ("(b) QY-03: quays swept 9 of 12", "QY-03"),
        ("Gates oiled [WB/041] 61%, should be 80%", "WB/041"),
        ("Gates oiled (E.7) came to 61%", "E.7"),
        ("The A38 was shut for 3 days, not 2", None),
        ("In Q3 61% of gates were oiled (aim 80%)", None),
        ("Gates (G1) and sluices (S2) were oiled", None),  # two: which is meant is not said
        ("COVID-19 closed 3 locks, not 2", None),
    ],
)
def test_what_has_a_code_s_shape_and_place_is_one(said: str, code: str | None) -> None:
    found = kpi_codes.placed(said, 0, len(said))
    assert (found.code if found else None) == code


# Snippets


def test_a_snippet_teaches_its_marked_pair_and_no_other() -> None:
    said = "Gates: <a1>61%</a1>, last year 70%, where <t1>80%</t1> is asked."
    taught = list(of_snippet(snippet(said)))
    right = {tuple(words) for words, label in taught if label == "yes"}
    wrong = {tuple(words) for words, label in taught if label == "no"}
    assert len(right) == 1
    assert len(wrong) == 5  # three figures, both ways round, but for the one


def test_marks_leave_the_text_as_it_was() -> None:
    bare, marks = unmarked("A < B: <s>Ash & Co</s> won, <o>Elm</o> lost.")
    assert bare == "A < B: Ash & Co won, Elm lost."
    assert [(m.name, bare[m.start : m.stop]) for m in marks] == [("s", "Ash & Co"), ("o", "Elm")]


# Gold pages


LOCKS = (
    "Gates were oiled in 61% of cases, where 80% is asked; last year it was 70%.\n\n"
    "Fares rose by 4% and tolls by 7%.\n"
)
WANTED = {"words": ["Gates"], "actual": 61, "target": 80, "outcome": "missed"}


@pytest.fixture
def page(tmp_path: Path) -> trainer.Page:
    (tmp_path / "pages" / "ambleford").mkdir(parents=True)
    (tmp_path / "answers").mkdir()
    (tmp_path / "pages" / "ambleford" / "locks.txt").write_text(LOCKS, encoding="utf-8")
    said = {"source": "pages/ambleford/locks.txt", "kpis": [WANTED]}
    (tmp_path / "answers" / "locks.json").write_text(json.dumps(said), encoding="utf-8")
    (found,) = trainer.gathered(tmp_path)
    return found


def test_the_pair_that_fits_an_answer_is_the_right_one(page: trainer.Page) -> None:
    assert page.council == "ambleford"
    right = [page.pairs[at] for at in page.right]
    assert [(p.actual.value, p.target.value) for p in right] == [(61.0, 80.0)]


@pytest.mark.parametrize("told", [{"actual": 62}, {"words": ["Sluices"]}, {"code": "G 7"}])
def test_no_pair_is_right_where_words_code_or_figures_differ(
    page: trainer.Page, told: dict[str, object]
) -> None:
    gold = {**WANTED, **told}
    assert list(trainer._right(page.context.reading, page.pairs, [gold])) == []


def test_rows_of_a_model_are_marked_beside_the_rules(page: trainer.Page) -> None:
    sure = [0.9 if at in page.right else 0.1 for at in range(len(page.pairs))]
    wrong = [0.9 if p.actual.value == 4 else 0.1 for p in page.pairs]
    hits, mark = trainer._way([(page, sure)], 0.5, True)
    assert (hits, mark.hit, mark.wanted) == ([True], 1, 1)
    hits, mark = trainer._way([(page, wrong)], 0.5, False)
    assert mark.named > trainer._way([(page, sure)], None, False)[1].named
    assert trainer._of_pairs([(page, wrong)], 0.5).precision == 0
