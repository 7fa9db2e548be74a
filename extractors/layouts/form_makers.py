"""Who decided and when, where a form has no label for it: its name, its signature, its sentence."""

import re
from collections.abc import Sequence

from extractors import headers, makers
from extractors.layouts import form_names, record_stated
from extractors.layouts.draft import Draft
from extractors.layouts.meeting_head import body_name
from extractors.layouts.page import Line

_TOP = 15  # lines among which the form's name stands
# "RECORD OF DECISION OF THE CABINET MEMBER FOR HARBOURS": the form's name tells who decided.
_MADE_BY = re.compile(r"\bdecisions? (?:(?:taken|made) )?(?:by|of) (?:the )?(?P<maker>.+)", re.I)
# Where the form is signed: its date is the decision's.
SIGNED = re.compile(
    r"(?:signed|signature)\b.{0,120}?\b(?:date[d]?\b|on\b)\s?:?\s?(?=.{6,40}$)", re.I
)
# "Cabinet Meeting ........ 14 March 2019": who decided and when.
_MEETING = re.compile(
    r"(?P<maker>[A-Z][\w &',-]{3,60}?) [Mm]eeting(?: held on| of| on)?[.:_ \t]{1,120}(?=[0-9MTWFS])"
)
_ANY = re.compile(r"an?\b|any\b|council officers?\b", re.IGNORECASE)  # "by an officer"


def fill(draft: Draft, lines: Sequence[Line]) -> None:
    """Take maker and day from what the form says outside its labels, the surest first."""
    _signed(draft, lines)
    _stated(draft, lines)
    _named_by_form(draft, lines)
    _met(draft, lines)


def _signed(draft: Draft, lines: Sequence[Line]) -> None:
    """Take the date beside the signature where no label gives the decision's date."""
    for line in lines:
        found = SIGNED.match(line.words)
        dated = headers.find_date(line.words, found.end()) if found else None
        if dated and dated[0]:
            span = line.start + dated[1], line.start + dated[2]
            draft.say("decision_date", dated[0], *span, "record.signed")


def _stated(draft: Draft, lines: Sequence[Line]) -> None:
    """Take the maker who says "I, the Leader of the Council, agree", where no label gives one."""
    said = (
        (record_stated.BY.match(x.words) for x in lines)
        if "decision_maker" not in draft.columns
        else ()
    )
    for line, found in zip(lines, said, strict=False):
        if found and makers.kind_of(found["maker"]) in ("member", "officer", "mayor"):
            start = line.start + found.start("maker")
            draft.maker(found["maker"], start, line.start + found.end("maker"), "record.stated")
            return


def _named_by_form(draft: Draft, lines: Sequence[Line]) -> None:
    """Take the maker that the form's name tells, where no label gives one."""
    form = next((x for x in lines[:_TOP] if form_names.usual(x.words)), None)
    found = _MADE_BY.search(form.words) if form else None
    if form and found and makers.kind_of(found["maker"]) and not _ANY.match(found["maker"]):
        name = body_name(found["maker"])
        draft.maker(name, form.start + found.start("maker"), form.stop, "record.form")


def _met(draft: Draft, lines: Sequence[Line]) -> None:
    """Take maker and day from the line of the meeting, where no label gives them."""
    for line in lines[:_TOP]:
        found = _MEETING.match(line.words)
        dated = headers.find_date(line.words, found.end()) if found else None
        if found is None or not dated or line.words[dated[2] :].strip() or dated[0] is None:
            continue
        if "decision_maker" not in draft.columns and makers.kind_of(found["maker"]):
            start = line.start + found.start("maker")
            draft.maker(found["maker"], start, start + len(found["maker"]), "record.meeting")
        if "decision_date" not in draft.columns:
            span = line.start + dated[1], line.start + dated[2]
            draft.say("decision_date", dated[0], *span, "record.meeting")
