"""`minutebook evaluate`: counts, intervals, rules, confidence, the released figures."""

import importlib.util
import json
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extractors import likeness
from pipeline import dictionary, released
from pipeline.book import Book
from pipeline.cli import main
from pipeline.engine import opened
from pipeline.evaluate.__main__ import figures, written
from pipeline.evaluate.confidence import BASES, basis, confidences, reliability
from pipeline.evaluate.fields import FIELDS
from pipeline.evaluate.measured import measured
from pipeline.evaluate.page import page
from pipeline.evaluate.score import score
from pipeline.evaluate.tally import Tally, interval, wilson
from pipeline.ingest import ingest
from schemas.shapes import CLASSES, names_of
from schemas.views import VIEWS
from tests.support import SHARED, needs_shared

ROOT = Path(__file__).resolve().parents[1]

FERRY = """Decision details

Ferry fares

Decision Maker: Cabinet

Decision status: Approved

Is Key decision?: No

Decision:

RESOLVED:

(1) That the fare be raised to £2.50; and

(2) That the contract be awarded to Oak Ferries Ltd at £40,000 a year.

Publication date: 30/09/2024

Date of decision: 30/09/2024
"""
ANSWER: dict[str, Any] = {
    "source": "pages/ambleford/ferry.txt",
    "kind": "decision",
    "decisions": [{"title": "Ferry fares", "decision_date": "2024-09-30", "is_key_decision": 0}],
    "amounts": [
        {"quote": "£2.50", "pence": 250, "kind": "fee"},
        {"quote": "£40,000", "pence": 4_000_000, "kind": "contract"},
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold folder of one page."""
    folder = tmp_path / "mine"
    (folder / "pages" / "ambleford").mkdir(parents=True)
    (folder / "answers").mkdir()
    (folder / "pages" / "ambleford" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    answer(folder, ANSWER)
    return folder


def answer(folder: Path, said: Any) -> None:
    text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    (folder / "answers" / "ferry.json").write_text(text, encoding="utf-8")


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def figures_of(*arguments: str | Path) -> dict[str, Any]:
    said = run(*arguments, "--json")
    assert said.exit_code == 0, said.output
    found: dict[str, Any] = json.loads(said.stdout)["sets"]
    return found


def counts(field: dict[str, Any]) -> tuple[int, int, int]:
    return field["hit"], field["missed"], field["extra"]


# Counting


def claims(tally: Tally) -> list[tuple[str, str | None, bool]]:
    return [(c.field, c.rule, c.right) for c in tally.claims]


def test_a_pair_charges_each_row_to_its_rule() -> None:
    tally = Tally()
    rows = [{"pence": 1, "rule": "a"}, {"pence": 2, "rule": "b"}]
    tally.pair(
        "sums", "page", [{"pence": 1}, {"pence": 3}], rows, lambda g, r: g["pence"] == r["pence"]
    )
    assert claims(tally) == [("sums", "a", True), ("sums", "b", False)]
    assert tally.silent["sums"] == 1
    (figure,) = tally.figures()
    assert (figure.hit, figure.missed, figure.extra) == (1, 1, 1)


def test_where_only_recall_is_scored_no_rule_is_wrong_or_right() -> None:
    tally = Tally()
    tally.recall_only = ("sums",)
    tally.pair("sums", "page", [], [{"rule": "a"}], lambda g, r: True)
    assert tally.claims == []
    (figure,) = tally.figures()
    assert (figure.hit, figure.missed, figure.extra) == (0, 0, 0)


@pytest.mark.parametrize(
    "wanted, found, said, silent",
    [
        ("fee", "fee", [("kind", "r", True)], 0),
        ("fee", "cost", [("kind", "r", False)], 0),  # a rule spoke, wrongly
        ("fee", None, [], 1),  # none spoke
        (None, "fee", [("kind", "r", False)], 0),
        (None, None, [], 0),
    ],
)
def test_a_value_is_charged_to_the_rule_that_gave_it(
    wanted: str | None, found: str | None, said: list[Any], silent: int
) -> None:
    tally = Tally()
    tally.value("kind", "page", wanted, found, lambda a, b: a == b, "r")
    assert claims(tally) == said
    assert tally.silent["kind"] == silent


def test_pages_that_fail_as_one_widen_the_interval() -> None:
    spread = [(9, 10)] * 10
    clustered = [(10, 10)] * 9 + [(0, 10)]
    assert interval(spread) == wilson(90, 100)
    low, high = interval(clustered)
    assert low < wilson(90, 100)[0]
    assert high > wilson(90, 100)[1]


@pytest.mark.parametrize("pages", [[], [(0, 0)], [(3, 3)], [(0, 4), (0, 2)], [(5, 5), (2, 2)]])
def test_an_interval_is_within_0_and_1(pages: list[tuple[int, int]]) -> None:
    low, high = interval(pages)
    assert 0 <= low < high <= 1


# The command


def test_a_folder_of_ones_own(gold: Path) -> None:
    found = figures_of(gold)["mine"]
    assert (found["documents"], found["councils"]) == (1, 1)
    assert counts(found["fields"]["amounts"]) == (2, 0, 0)
    assert counts(found["fields"]["header decision_date"]) == (1, 0, 0)
    rules = {(r["field"], r["rule"]): (r["right"], r["of"]) for r in found["rules"]}
    assert rules["amounts", "money.sign"] == (2, 2)
    assert rules["header is_key_decision", "label.is_key_decision"] == (1, 1)


def test_a_wrong_answer_is_a_miss_and_a_false_alarm_of_its_rule(gold: Path) -> None:
    answer(gold, ANSWER | {"amounts": [{"quote": "£2.50", "pence": 260}]})
    found = figures_of(gold)["mine"]
    assert counts(found["fields"]["amounts"]) == (0, 1, 2)
    rules = {(r["field"], r["rule"]): (r["right"], r["of"]) for r in found["rules"]}
    assert rules["amounts", "money.sign"] == (0, 2)
    assert found["fields"]["amounts"]["silent"] == 1
    said = run(gold, "--wrong").stdout
    assert "- amounts · pages/ambleford/ferry.txt" in said
    assert "+ amounts · pages/ambleford/ferry.txt" in said


def test_two_folders_stand_side_by_side(gold: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(gold / "pages", other / "pages")
    (other / "answers").mkdir()
    answer(other, {"source": ANSWER["source"], "amounts": []})
    lines = run(gold, other, "--by-rule").stdout.splitlines()
    amounts = next(line for line in lines if line.startswith("amounts "))
    assert amounts.split()[1:5] == ["2", "1.000", "1.000", "1.000"]
    assert amounts.split()[6:10] == ["0", "0.000", "1.000", "0.000"]
    assert any(re.search(r"amounts +money\.sign +2 of 2 .* 0 of 2", line) for line in lines)
    assert any(re.match(r"amount kind +2 .* – +– +– +– +–$", line) for line in lines)


def test_changes_since_an_earlier_evaluation(gold: Path, tmp_path: Path) -> None:
    answer(gold, ANSWER | {"amounts": [{"quote": "£2.50", "pence": 250}], "people": ["Jo Roe"]})
    before = tmp_path / "before.json"
    before.write_text(run(gold, "--json").stdout, encoding="utf-8")
    answer(gold, ANSWER)
    lines = run(gold, "--against", before).stdout.splitlines()
    amounts = next(line for line in lines if line.startswith("amounts "))
    assert amounts.endswith("+0.333")  # 2/3 before: one of two sums was thought false
    assert next(line for line in lines if line.startswith("amount kind")).endswith("new")
    assert next(line for line in lines if line.startswith("decisions")).endswith("=")


def test_markdown_is_a_table(gold: Path) -> None:
    lines = run(gold, "--markdown", "--by-rule").stdout.splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert {line.count("|") for line in table} == {7, 6}  # by field, by rule
    assert lines[1].startswith("| --- | ---: |")


@pytest.mark.parametrize(
    "said, told",
    [
        ("{", "ferry.json"),
        ("[]", "not an object with a source"),
        ('{"kind": "decision"}', "not an object with a source"),
        ('{"source": "a.txt", "amounts": [{"quote": "£5"}]}', 'amounts, entry 1: no "pence"'),
        ('{"source": "a.txt", "savings": {}}', "savings: not a list of objects"),
        ('{"source": "a.txt", "suppliers": [{}]}', "suppliers: not a list of strings"),
        (
            '{"source": "a.txt", "decisions": [{"resolutions": [{"action": "note"}]}]}',
            'decisions, entry 1, resolutions, entry 1: no "text"',
        ),
    ],
)
def test_a_bad_answer_file_is_named(gold: Path, said: str, told: str) -> None:
    answer(gold, said)
    result = run(gold)
    assert result.exit_code == 2
    assert told in result.output


def test_an_indicator_without_an_outcome_is_not_scored_for_it() -> None:
    row = {"sentence": "Calls answered: 91%", "quote": "", "name": None, "service": None}
    found = row | {"code": None, "outcome": "met", "target": None, "actual": 91, "period": None}
    assert likeness.kpis_match({"words": ["calls"], "actual": 91}, found)
    assert not likeness.kpis_match({"words": ["calls"], "actual": 91, "outcome": "missed"}, found)


def test_what_is_not_a_gold_folder_is_refused(tmp_path: Path, gold: Path) -> None:
    assert run(tmp_path).exit_code == 2
    assert run(gold, gold).exit_code == 2
    noise = tmp_path / "noise.json"
    noise.write_text('{"sets": {"mine": 3}}', encoding="utf-8")
    assert run(gold, "--against", noise).exit_code == 2


def test_a_page_that_is_not_there_is_a_fault(gold: Path) -> None:
    answer(gold, ANSWER | {"source": "pages/ambleford/bridge.txt"})
    result = run(gold)
    assert result.exit_code == 1
    assert "0 documents in the database" in result.output


def test_the_example_of_the_handbook_holds(gold: Path) -> None:
    said = (ROOT / "docs" / "labelling.md").read_text(encoding="utf-8")
    example = re.search(r"^    \{\n(?:    .*\n)+?    \}\n", said, re.MULTILINE)
    assert example
    answer(gold, re.sub(r"^    ", "", example[0], flags=re.MULTILINE))
    assert figures_of(gold)["mine"]["fields"]["header decision_date"]["hit"] == 1


# The same rules as the shared score


def test_only_a_leading_that_is_left_out() -> None:
    assert likeness.alike("That the fare be raised", "the fare be raised")
    assert likeness.limb("note the fare and that it rises") == "note the fare and that it rises"


@pytest.mark.parametrize(
    "most, same", [({}, True), ({"value_max": 7}, True), ({"value_max": None}, False)]
)
def test_a_range_that_gold_denies_is_not_the_percentage(most: dict[str, Any], same: bool) -> None:
    row = {"value": 5, "value_max": 7, "quote": "5 to 7%"}
    assert likeness.percentages_match({"value": 5, "quote": "5 to 7%"} | most, row) is same


@needs_shared
def test_the_shared_score_counts_the_same(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score" / "score.py")
    assert spec
    assert spec.loader
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    db = tmp_path / "gold.db"
    ingest([str(ROOT / "tests" / "gold" / "pages")], db)
    answers = ROOT / "tests" / "gold" / "answers"
    tally, faults = theirs.score(db, answers)
    wanted = {row[0]: row[1:4] for row in tally.rows()}
    assert len(wanted) > 30
    connection = sqlite3.connect(db)
    connection.row_factory = sqlite3.Row
    ours, own_faults = score(connection, ROOT / "tests" / "gold" / "answers")
    connection.close()
    found = {f.field: (f.hit, f.missed, f.extra) for f in ours.figures()}
    found.pop("kpi unit", None)  # theirs does not score it
    assert (found, own_faults) == (wanted, faults)


# Confidence


def spoke(field: str, rule: str | None, right: int, of: int) -> dict[str, Any]:
    return {"field": field, "rule": rule, "right": right, "of": of}


def test_confidence_leans_on_the_family_where_cases_are_few() -> None:
    found = confidences(
        [
            spoke("amounts", "often", 97, 100),
            spoke("amounts", "once", 0, 1),
            spoke("amounts", None, 0, 1),
        ]
    )
    trust = {entry["rule"]: entry["confidence"] for entry in found}
    family = 98 / 104
    assert trust[None] == round(family, 3)
    assert trust["often"] == round((97 + 4 * family) / 104, 3)
    assert trust["once"] == round(4 * family / 5, 3)
    assert all(entry["table"] == "amounts" for entry in found)


def test_nothing_is_certain() -> None:
    (_, rule) = confidences([spoke("amounts", "r", 1_000_000, 1_000_000)])
    assert rule["confidence"] == 0.999


def test_a_trained_model_is_trusted_by_what_it_said_of_pages_it_had_not_learned() -> None:
    model = spoke("suppliers", "organisations.model-1", 16, 19)
    found = confidences([spoke("suppliers", "organisations.award", 95, 98)], [model])
    trust = {entry["rule"]: entry["confidence"] for entry in found}
    assert trust[None] == round(96 / 100, 3)
    assert trust["organisations.model-1"] == round((16 + 4 * 0.96) / 23, 3)


def test_what_confidence_was_reckoned_from_does_not_prove_it() -> None:
    rule, model = spoke("amounts", "money.sign", 9, 10), spoke("amounts", "money.model-1", 1, 5)
    sets = {released.DEVELOPMENT: {"rules": [rule]}, released.HELD_OUT: {"rules": [rule, model]}}
    made = figures(sets, {}, "9.9")
    assert sum(row["values"] for row in made["reliability"]) == 10
    assert {entry["rule"] for entry in made["confidence"]} == {None, "money.sign", "money.model-1"}


def test_reliability_tells_promise_from_truth() -> None:
    trusted = confidences([spoke("amounts", "good", 99, 100), spoke("amount kind", "poor", 1, 4)])
    told = [
        spoke("amounts", "good", 8, 10),
        spoke("amounts", "new", 1, 1),  # a rule never met has its family's confidence
        spoke("amount kind", "poor", 0, 2),
        spoke("savings", "saving.amount", 1, 1),  # a family never met has none
    ]
    low, high = reliability(trusted, told)
    assert (low["values"], low["right"]) == (2, 0.0)
    assert (high["values"], high["right"]) == (11, round(9 / 11, 3))
    assert high["promised"] > 0.95


@pytest.mark.parametrize("rule", ["label.wards", "meeting.heading", "item.number"])
def test_what_the_template_says_is_observed(rule: str) -> None:
    assert basis(rule) == "observed"


# The released figures


def test_docs_agree_with_the_released_figures() -> None:
    said = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert said == "\n".join(page(released.figures())) + "\n", "run `make evaluate`"


def test_released_figures_are_of_known_fields_and_columns() -> None:
    found = released.figures()
    assert set(found["sets"]) == {"development", "held_out"}
    for figures_of_set in found["sets"].values():
        assert set(figures_of_set["fields"]) <= set(FIELDS)
    for field in FIELDS.values():
        columns = [field.column, *field.also]
        assert {c for c in columns if c} <= set(names_of(field.table))
    for entry in found["confidence"]:
        assert entry["basis"] in BASES
        assert 0 < entry["confidence"] < 1


def test_the_file_says_what_it_was_given() -> None:
    found = released.figures()
    assert json.loads("".join(written(found))) == found
    file = ROOT / "pipeline" / "data" / released.FILE
    assert file.read_text(encoding="utf-8") == "".join(written(found)) + "\n"


def one_set(hit: int) -> dict[str, Any]:
    tally = Tally()
    tally.add("amounts", "page", hit, ["lost"])
    return measured(tally, 1, 1)


def test_the_version_before_is_kept_until_the_next() -> None:
    sets = {"development": one_set(3), "held_out": one_set(1)}
    first = figures(sets, {"version": None, "sets": {}}, "1.0")
    assert first["before"] is None
    second = figures({**sets, "held_out": one_set(9)}, first, "1.1")
    assert second["before"]["version"] == "1.0"
    again = figures({**sets, "held_out": one_set(4)}, second, "1.1")
    assert again["before"] == second["before"]
    told = "\n".join(page(again))
    assert "## Gains and losses since 1.0" in told
    assert "| amounts | 0.889 | 0.667 | +0.222 |" in told


@pytest.fixture
def filled(tmp_path: Path, gold: Path) -> Path:
    """A database of the one page."""
    db = tmp_path / "ferry.db"
    ingest([str(gold / "pages")], db)
    return db


def ask(db: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(db)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


def test_ingest_copies_the_figures_in_once(filled: Path, gold: Path) -> None:
    before = ask(filled, "select * from accuracy"), ask(filled, "select * from rules")
    fields = released.figures()["sets"]["held_out"]["fields"]
    stored = {
        field: (cases, f1)
        for field, cases, f1 in ask(
            filled,
            "select field, cases, f1 from accuracy where gold_set = 'held_out' and rule is null",
        )
    }
    assert stored == {n: (f["hit"] + f["missed"], f["f1"]) for n, f in fields.items()}
    ingest([str(gold / "pages")], filled)
    assert (ask(filled, "select * from accuracy"), ask(filled, "select * from rules")) == before


def test_new_figures_take_the_place_of_old_ones(
    filled: Path, gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = ask(filled, "select * from amounts")
    one = {"table": "amounts", "column": None, "rule": None, "basis": "extracted", "of": 3,
           "right": 1, "confidence": 0.25}  # fmt: skip
    changed = released.figures() | {"confidence": [one]}
    monkeypatch.setattr(released, "figures", lambda: changed)
    ingest([str(gold / "pages")], filled)
    assert ask(filled, "select rule, basis, confidence, cases from rules") == [
        (None, "extracted", 0.25, 3)
    ]
    assert ask(filled, "select distinct confidence from amounts_rated") == [(0.25,)]
    assert ask(filled, "select * from amounts") == facts  # no fact is written anew


def test_sync_writes_nothing_where_nothing_changed(filled: Path) -> None:
    with opened(filled) as connections:
        book = Book(*connections)
        with book.transaction():
            before = connections[0].exec_driver_sql("select total_changes()").scalar()
            released.sync(book)
            after = connections[0].exec_driver_sql("select total_changes()").scalar()
    assert before == after


@pytest.mark.parametrize("view", [view for view in VIEWS if view.endswith("_rated")])
def test_a_rated_view_has_every_row_once(filled: Path, view: str) -> None:
    table = view.removesuffix("_rated")
    assert table in CLASSES
    wanted = ask(filled, f"select id, rule from {table} order by id")
    assert ask(filled, f"select id, rule from {view} order by id") == wanted


def test_a_row_has_the_confidence_of_its_rule_and_of_its_kinds(filled: Path) -> None:
    trust = {
        (table, column, rule): confidence
        for table, column, rule, confidence in ask(
            filled, "select table_name, column_name, rule, confidence from rules"
        )
    }
    rows = ask(filled, "select quote, kind, basis, confidence, kind_confidence from amounts_rated")
    assert rows[0] == (
        "£2.50",
        "fee",
        "extracted",
        trust["amounts", None, "money.sign"],
        trust["amounts", "kind", "money.kind.fee"],
    )


def test_a_rule_never_measured_has_its_familys_confidence(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    connection.execute("update amounts set rule = 'money.unheard_of'")
    connection.execute("update evidence set rule = 'money.unheard_of'")
    family = connection.execute(
        "select confidence from rules where table_name = 'amounts' and rule is null "
        "and column_name is null"
    ).fetchone()
    rows = connection.execute("select distinct confidence from amounts_rated").fetchall()
    connection.close()
    assert rows == [family]


def test_the_dictionary_tells_how_often_a_column_is_right() -> None:
    fields = released.figures()["sets"]["held_out"]["fields"]
    kind = fields["amount kind"]
    told = f"{kind['f1']:.2f} of {kind['hit'] + kind['missed']:,}"
    rows = "\n".join(dictionary.markdown()).split("## amounts")[1].split("\n## ")[0]
    line = next(x for x in rows.splitlines() if x.startswith("| `kind`"))
    assert line.endswith(f"| {told} |")
    assert next(x for x in rows.splitlines() if x.startswith("| `quote`")).endswith("|  |")
    assert any(f"[F1 {told}]" in line for line in dictionary.plain("amounts"))


def test_search_for_what_can_be_trusted(filled: Path) -> None:
    def found(*arguments: str) -> Any:
        return CliRunner().invoke(main, ["search", "--db", str(filled), "fare", *arguments])

    assert "raised" in found("--min-confidence", "0.5").stdout
    assert found("--min-confidence", "1").stdout == ""
    assert found("--min-confidence", "1.5").exit_code == 2
    connection = sqlite3.connect(filled)
    connection.execute("update rules set confidence = 0.3 where column_name = 'action'")
    connection.commit()
    assert found("--min-confidence", "0.5").stdout == ""  # the action is not as sure as the limb
    assert "raised" in found("--min-confidence", "0.2").stdout
    connection.execute("delete from rules")
    connection.commit()
    connection.close()
    assert found("--min-confidence", "0.2").exit_code == 1
    assert "raised" in found().stdout


def test_show_tells_how_far_a_fact_can_be_trusted(filled: Path) -> None:
    ((key,),) = ask(filled, "select key from decisions")

    def shown(*arguments: str) -> str:
        return CliRunner().invoke(main, ["show", "--db", str(filled), key, *arguments]).stdout

    ((trust, kind),) = ask(
        filled, "select confidence, kind_confidence from amounts_rated where pence = 4000000"
    )
    told = f"extracted, confidence {trust:.2f}, kind {kind:.2f}"
    assert told in shown("--verbose")
    assert "confidence" not in shown()
