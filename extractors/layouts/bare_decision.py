"""What is left of an issue's decision where a copy lost its heading, title and date.

Most pages of the kind carry no template field, so nothing but the decision and its reasons stays
(FIELD_GUIDE 1 and 2, `issue_decisions`). Only a text that says why it was decided is taken for one:
"1. To approve the plan." alone may be what a report asks for.
"""

from collections.abc import Sequence

from extractors.layouts import bodies, decision
from extractors.layouts.body_lists import TO_BE_DONE
from extractors.layouts.draft import Draft
from extractors.layouts.page import Line
from schemas.document import Document

_MOST = 60  # lines


def is_one(lines: Sequence[Line]) -> bool:
    """Tell whether lines are a decision and its reasons, without any field of a template."""
    if not 1 < len(lines) <= _MOST or any(_is_field(x) for x in lines):
        return False
    if _is_headed(lines) and bodies.opens_decision(lines[1].words):
        return not any(x.name in ("minutes", "documents") for x in lines)
    if {"decision", "reasons"} <= {x.name for x in lines if x.opening}:
        return not any(x.name in ("minutes", "recommendation", "documents") for x in lines)
    at = next((i for i, x in enumerate(lines) if x.opening and x.name == "reasons"), 0)
    above = lines[:at]
    if any(x.name in ("minutes", "recommendation", "documents") for x in lines if x.opening):
        return False
    decides = (x for x in above if not bodies.is_purpose(x.words))
    if any(x.name == "decision" or bodies.opens_decision(x.words) for x in decides):
        return True
    return bool(above) and bool(TO_BE_DONE.search(above[0].words[:600]))


def read(document: Document, lines: Sequence[Line]) -> Draft:
    """Read the decision, its reasons and alternatives."""
    draft = Draft(document, 1)
    decision.body(draft, lines[1:] if _is_headed(lines) else lines)
    draft.texts()
    draft.exempt(lines[0].start, lines[-1].stop)
    return draft


def _is_headed(lines: Sequence[Line]) -> bool:
    return lines[0].words.casefold().rstrip(" :") in ("decision", "decisions")


def _is_field(line: Line) -> bool:
    return line.opening is not None and line.opening.label.role == "field"
