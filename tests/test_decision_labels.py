"""Labels of decision forms by their grammar, and forms in every order and manner of printing."""

import random

import pytest

from extractors import headers, label_forms, labels
from pipeline.extract import extract
from pipeline.readers.html import read_html
from pipeline.readers.text import read_text
from schemas.facts import Person
from schemas.records import Decision

LABELS = {
    "decision_maker": ("Decision-maker", "Name and title of decision maker", "Decision owner",
                       "Officer taking this decision", "Decision taken under delegated powers by",
                       "Who made the decision?", "Responsible decision maker"),
    "is_key_decision": ("Is the decision key?", "Key decision or not", "Key / non-key decision",
                        "Is this a key decision?", "Key Decision (Yes/No)"),
    "is_subject_to_call_in": ("Is this decision eligible to be called-in?", "Open to call-in",
                              "Can the decision be called in?", "Subject to call in?",
                              "A yw'n destun galw i mewn?"),
    "decision_date": ("Date of officer decision", "Date the decision was taken", "Date approved",
                      "Decision taken on", "Delegated decision date"),
    "publication_date": ("Date decision published", "Date of publication of this notice",
                         "Decision published on", "Publication of decision"),
    "effective_date": ("Date from which decision can be implemented", "Effective from (if not "
                       "called in)", "Date on which the decision takes effect",
                       "Implementation date (not before)", "Decision may be implemented from"),
    "reference": ("Unique reference", "Decision Ref No", "Record number", "Our ref"),
    "wards": ("Affected wards", "Wards/Areas affected", "Electoral ward(s) affected"),
    "report_author": ("Report by", "Name of report author", "Author(s) of the report"),
    "status_text": ("Current status", "Status of the decision"),
    "title": ("Subject matter of the decision", "Title of this report", "Decision title"),
}  # fmt: skip
VALUES = {
    "decision_maker": ("Head of Quays", "Head of Quays"),
    "is_key_decision": ("No - below threshold", 0),
    "is_subject_to_call_in": ("Yes", 1),
    "decision_date": ("2025-07-04", "2025-07-04"),
    "publication_date": ("7th July, 2025", "2025-07-07"),
    "effective_date": ("15.07.2025", "2025-07-15"),
    "reference": ("QY 44", "QY 44"),
    "wards": ("Quay; Cockle Strand", "Quay; Cockle Strand"),
    "report_author": ("Ivy Redshank", "Ivy Redshank"),
    "status_text": ("Implemented", "Implemented"),
    "title": ("Repair of the east slipway", "Repair of the east slipway"),
}
NAMES = ("Decision details", "Officer decision record", "Delegated decision notice")
BODY = (
    "Decision:\n\n1. That the east slipway be closed until October.\n\n"
    "Reasons for the decision:\nThe concrete has broken up."
)


@pytest.mark.parametrize("name", list(LABELS))
def test_labels_of_forms(name: str) -> None:
    for said in LABELS[name]:
        found = labels.named(f"{said}:", "decision")
        assert found is not None, said
        assert found.name == name, said


@pytest.mark.parametrize(
    "said",
    ["Decision", "Decision made", "Decision takers were told", "Effective use of resources", "Key",
     "Implementation", "Call-in deadline", "Exempt from call-in", "Key decision makers", "Date for",
     "Ward councillors consulted", "Name", "Reference to the Panel", "Title deeds", "Taken", "No",
     "Publication of accounts", "Key risks", "Subject to survey", "Status quo"],
)  # fmt: skip
def test_other_words_are_no_labels(said: str) -> None:
    assert label_forms.meaning(labels.fold(said)) is None


def shown(pairs: list[tuple[str, str]], how: str) -> str:
    if how == "numbered":
        return "\n\n".join(f"{n}. {a}: {b}" for n, (a, b) in enumerate(pairs, 1))
    between = {"colon": ": ", "below": ":\n", "tab": "\t", "bar": " | "}[how]
    return "\n\n".join(f"{a}{between}{b}" for a, b in pairs)


@pytest.mark.parametrize("how", ["colon", "below", "tab", "bar", "numbered", "html"])
@pytest.mark.parametrize("seed", range(8))
def test_forms_in_any_order(how: str, seed: int) -> None:
    some = random.Random(how + str(seed))
    order = [n for n in LABELS if n in ("decision_maker", "title") or some.random() < 0.8]
    some.shuffle(order)
    pairs = [(some.choice(LABELS[n]), VALUES[n][0]) for n in order]
    pairs.insert(some.randrange(1, len(pairs)), ("Directorate", "Quays and Ferries"))
    name = some.choice(NAMES[1:] if how == "numbered" else NAMES)
    if how == "html":
        rows = "".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in pairs)
        body = "".join(f"<p>{x}</p>" for x in BODY.split("\n") if x)
        page = read_html(
            f"<html><body><h1>{name}</h1><table>{rows}</table>{body}</body></html>".encode()
        )
    else:
        page = read_text(f"{name}\n\n{shown(pairs, how)}\n\n{BODY}\n".encode())
    found = extract(page)
    [decision] = [r for r in found.rows if isinstance(r, Decision)]
    assert found.kind == "decision"
    assert {n: getattr(decision, n) for n in order} == {n: VALUES[n][1] for n in order}


def test_a_date_that_no_label_explains_is_the_decisions_where_no_other_is() -> None:
    head = "Officer decision record\n\nDecision maker: Head of Quays\n\nDate: 4 July 2025\n\n"
    for more, day in (("", "2025-07-04"), ("Date of decision: 3 July 2025\n\n", "2025-07-03")):
        rows = extract(read_text(f"{head}{more}{BODY}\n".encode())).rows
        [decision] = [r for r in rows if isinstance(r, Decision)]
        assert decision.decision_date == day


def test_what_a_member_answers_for_is_nobodys_name() -> None:
    page = f"Decision details\n\nEast slipway\n\nDecision Maker: Cabinet\n\nLead member: Quays and \
Ferries\n\nDate of decision: 04/07/2025\n\n{BODY}\n"
    people = [r for r in extract(read_text(page.encode())).rows if isinstance(r, Person)]
    assert people == []


@pytest.mark.parametrize(
    ("words", "day"),
    [("2025-07-04", "2025-07-04"), ("ref 2025-07-041", None), ("2025-13-04", None)],
)
def test_days_year_first(words: str, day: str | None) -> None:
    found = headers.find_date(words)
    assert (found[0] if found else None) == day
