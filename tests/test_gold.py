"""The gold pages' answers: well formed, in SCHEMA's words, and true to the text of their pages."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.readers import read
from schemas.columns import meaning
from schemas.facts import Amount, Kpi, Percentage, Recommendation, Resolution, Saving, Vote
from schemas.records import KINDS, Decision

HERE = Path(__file__).resolve().parent
DEVELOPMENT, HELD_OUT = HERE / "gold", HERE / "gold-heldout"
SETS = (DEVELOPMENT, HELD_OUT)
ANSWERS = sorted(p for folder in SETS for p in folder.glob("answers/**/*.json"))

HEADER = {
    "title", "decision_maker", "maker_kind", "status", "status_text", "is_key_decision",
    "is_subject_to_call_in", "decision_date", "publication_date", "effective_date",
    "meeting_body", "meeting_date", "report_author",
}  # fmt: skip
# Family, the keys its entries may have, the record whose enumerations rule their values.
FAMILIES: dict[str, tuple[set[str], type]] = {
    "decisions": (HEADER | {"resolutions", "votes"}, Decision),
    "resolutions": ({"label", "text", "action"}, Resolution),
    "recommendations": ({"label", "text", "action"}, Recommendation),
    "votes": (
        {
            "votes_for", "votes_against", "abstentions", "is_unanimous", "outcome",
            "proposer", "seconder",
        },
        Vote,
    ),
    "amounts": (
        {"quote", "pence", "pence_max", "qualifier", "kind", "per", "financial_year"},
        Amount,
    ),
    "savings": ({"pence", "status", "recurrence", "financial_year"}, Saving),
    "percentages": ({"quote", "value", "value_max", "role", "qualifier"}, Percentage),
    "kpis": ({"words", "code", "period", "target", "actual", "unit", "outcome"}, Kpi),
}  # fmt: skip
NAMES = {"suppliers", "maybe_suppliers", "people"}
CONTACT = {"name", "email", "phone"}
TOP = {"source", "council", "kind", "contacts", "recall_only"} | NAMES | set(FAMILIES)
TOP -= {"resolutions", "votes"}  # they stand inside a decision
# "2018/19": the only form of a financial year.
YEAR = re.compile(r"20[0-9]{2}/[0-9]{2}")


def shown(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


def each(answer: dict[str, Any], family: str) -> Iterator[dict[str, Any]]:
    """Yield the entries of a family, those inside decisions too."""
    yield from answer.get(family) or ()
    for decision in answer.get("decisions") or ():
        yield from (decision.get(family) or ()) if family != "decisions" else ()


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def page_of(path: Path, answer: dict[str, Any]) -> Path:
    """Return the page an answer file is about; it lies in the same set."""
    return path.parents[1] / str(answer.get("source"))


@cache
def words_of(page: Path) -> str:
    return folded(read(page.read_bytes(), page.name).text)


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that JSON would let a second one overwrite."""
    twice = [key for key, number in Counter(key for key, _ in pairs).items() if number > 1]
    assert not twice, f"keys written twice: {twice}"
    return dict(pairs)


def load(path: Path) -> dict[str, Any]:
    answer = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once)
    assert isinstance(answer, dict), "not an object"
    return answer


def allowed(record: type) -> dict[str, tuple[str, ...]]:
    """Return a record's columns with a closed list of values."""
    found = {f.name: meaning(f) for f in fields(record)}
    return {name: column.allowed for name, column in found.items() if column and column.allowed}


def unknown(entry: dict[str, Any], keys: set[str], record: type) -> Iterator[str]:
    """Yield what an entry says that SCHEMA does not know."""
    yield from (f"unknown key {key!r} in {entry}" for key in sorted(set(entry) - keys))
    for column, values in allowed(record).items():
        if entry.get(column) is not None and entry[column] not in values:
            yield f"{column} {entry[column]!r} is not one of {', '.join(values)}"


def impossible(entry: dict[str, Any]) -> Iterator[str]:
    """Yield the values that can be no value of theirs: dates, years, sums, limbs without text."""
    for key in (k for k in entry if k.endswith("_date") and entry[k] is not None):
        try:
            date.fromisoformat(entry[key])
        except (TypeError, ValueError):
            yield f"{key} {entry[key]!r} is no ISO date"
    year = entry.get("financial_year")
    if year is not None and not (
        YEAR.fullmatch(year) and int(year[5:]) == (int(year[2:4]) + 1) % 100
    ):
        yield f"financial_year {year!r}"
    for key in ("pence", "pence_max", "votes_for", "votes_against", "abstentions"):
        if not isinstance(entry.get(key), int | None) or isinstance(entry.get(key), bool):
            yield f"{key} {entry[key]!r} is no whole number"
    for key in ("is_unanimous", "is_key_decision", "is_subject_to_call_in"):
        if entry.get(key) not in (0, 1, None) or isinstance(entry.get(key), bool):
            yield f"{key} {entry[key]!r} is not 0, 1 or null"
    if entry.get("pence_max") is not None and entry["pence_max"] <= entry["pence"]:
        yield f"range that does not rise: {entry}"
    if "text" in entry and not entry["text"].strip():
        yield f"limb without text: {entry}"


def lost(quotes: Iterable[str], text: str) -> Iterator[str]:
    """Yield the quotes that the text does not hold, or holds less often than they are given."""
    for quote, number in Counter(folded(q) for q in quotes).items():
        if not quote or text.count(quote) < number:
            yield f"{quote!r} stands {text.count(quote)} times in the page, given {number} times"


def faults(path: Path) -> Iterator[str]:
    """Yield everything that is wrong with one answer file."""
    answer = load(path)
    yield from (f"unknown key {key!r}" for key in sorted(set(answer) - TOP))
    if not page_of(path, answer).is_file():
        yield f"source {answer.get('source')!r} does not exist"
        return
    if answer.get("kind", KINDS[0]) not in KINDS:
        yield f"kind {answer['kind']!r}"
    for family, (keys, record) in FAMILIES.items():
        for entry in each(answer, family):
            yield from unknown(entry, keys, record)
            yield from impossible(entry)
    for contact in answer.get("contacts") or ():
        yield from (f"unknown key {key!r} in a contact" for key in sorted(set(contact) - CONTACT))
    for family in NAMES:
        names = answer.get(family) or []
        yield from (f"{family} twice: {n}" for n, c in Counter(map(folded, names)).items() if c > 1)
    text = words_of(page_of(path, answer))
    for family in ("amounts", "percentages"):
        entries = answer.get(family) or ()
        yield from (
            f"{family}: {fault}" for fault in lost((e.get("quote", "") for e in entries), text)
        )


@pytest.mark.parametrize("path", ANSWERS, ids=shown)
def test_answer_file(path: Path) -> None:
    wrong = list(faults(path))
    assert not wrong, f"{shown(path)}: " + "; ".join(wrong)


def test_every_page_is_answered_once() -> None:
    answered = Counter(page_of(path, load(path)) for path in ANSWERS)
    pages = {p for folder in SETS for p in folder.glob("pages/**/*") if p.is_file()}
    unanswered = sorted(shown(page) for page in pages - set(answered))
    assert not unanswered, f"pages without answers: {', '.join(unanswered)}"
    twice = sorted(shown(page) for page, number in answered.items() if number > 1)
    assert not twice, f"pages answered by two files: {', '.join(twice)}"


def test_no_council_is_in_both_sets() -> None:
    there = [{p.name for p in folder.glob("pages/*") if p.is_dir()} for folder in SETS]
    shared = sorted(there[0] & there[1])
    assert not shared, f"in development and held out: {', '.join(shared)}"


def test_nothing_else_lies_among_the_answers() -> None:
    stray = [p for f in SETS for p in f.glob("answers/**/*") if p.is_file() and p not in ANSWERS]
    assert not stray, f"not answer files: {', '.join(map(shown, stray))}"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set of one page and the path its answer file goes to."""
    monkeypatch.setattr(f"{__name__}.HERE", tmp_path)
    page = tmp_path / "gold" / "pages" / "ambleford" / "ferry.txt"
    page.parent.mkdir(parents=True)
    page.write_text("Decision details\n\nThe ferry costs £40 a trip, up 5%.\n", encoding="utf-8")
    path = tmp_path / "gold" / "answers" / "ambleford-ferry.json"
    path.parent.mkdir()
    return path


SOUND: dict[str, Any] = {
    "source": "pages/ambleford/ferry.txt",
    "kind": "decision",
    "amounts": [{"quote": "£40", "pence": 4000, "kind": "cost"}],
    "percentages": [{"quote": "5%", "value": 5, "role": "change"}],
}


@pytest.mark.parametrize(
    "change, said",
    [
        ({"source": "pages/ambleford/bridge.txt"}, "does not exist"),
        ({"verdict": 1}, "unknown key 'verdict'"),
        ({"kind": "minute"}, "kind 'minute'"),
        ({"amounts": [{"quote": "£41", "pence": 4100}]}, "'£41' stands 0 times"),
        ({"amounts": [{"quote": "£40", "pence": 4000}] * 2}, "given 2 times"),
        ({"amounts": [{"quote": "£40", "pence": 4000, "kind": "price"}]}, "kind 'price'"),
        ({"amounts": [{"quote": "£40", "pence": 40.5}]}, "pence 40.5"),
        ({"percentages": [{"quote": "5%", "role": "rise"}]}, "role 'rise'"),
        ({"savings": [{"pence": 4000, "financial_year": "2024-25"}]}, "financial_year '2024-25'"),
        ({"decisions": [{"title": "Ferry", "decision_date": "2024-09-31"}]}, "no ISO date"),
        ({"decisions": [{"votes": [{"outcome": "won"}]}]}, "outcome 'won'"),
        ({"people": ["Ann Lee", "ann lee"]}, "people twice"),
    ],
)
def test_a_fault_is_found(made: Path, change: dict[str, Any], said: str) -> None:
    made.write_text(json.dumps(SOUND), encoding="utf-8")
    assert list(faults(made)) == []
    made.write_text(json.dumps(SOUND | change), encoding="utf-8")
    assert said in "; ".join(faults(made))
