"""One file per kind of page: how it is recognised, how it is cut into sections."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from extractors.cut import Cut
from extractors.layouts import (
    agenda_item,
    cmis,
    cmis_decision,
    decision,
    decision_list,
    decision_record,
    issue,
    meeting,
    pack,
    recorded_vote,
    records,
    report,
    unknown,
    webservice,
)
from extractors.layouts.page import Page
from extractors.people import contacts_written
from extractors.people import written as people_written
from schemas.document import Document, Notice


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of page: its name, how surely it claims a page, and how it cuts one.

    Claims run from 0 to 1; more is for what outweighs a heading that several systems print. What
    cannot come up to the least that is asked for may be given as 0, unread. `most` is the
    highest claim there is.
    """

    name: str
    claims: Callable[[Page, float], float]
    cut: Callable[[Page], Cut]
    most: float = 1.1


# By rank: of two equally sure claims the earlier one wins, and the page gets an issue.
LAYOUTS = (
    Layout(webservice.NAME, webservice.claims, webservice.cut),
    Layout(records.NAME, records.claims, records.cut),
    Layout(cmis_decision.NAME, cmis_decision.claims, cmis_decision.cut),
    Layout(cmis.NAME, cmis.claims, cmis.cut),
    Layout(pack.NAME, pack.claims, pack.cut, 0.985),
    Layout(decision_record.NAME, decision_record.claims, decision_record.cut, 0.97),
    Layout(decision.NAME, decision.claims, decision.cut),
    Layout(agenda_item.NAME, agenda_item.claims, agenda_item.cut),
    Layout(issue.NAME, issue.claims, issue.cut),
    Layout(decision_list.NAME, decision_list.claims, decision_list.cut),
    Layout(recorded_vote.NAME, recorded_vote.claims, recorded_vote.cut),
    Layout(meeting.NAME, meeting.claims, meeting.cut),
    Layout(report.NAME, report.claims, report.cut, 0.78),
    Layout(unknown.NAME, unknown.claims, unknown.cut, 0.1),
)


def cut(document: Document) -> Cut:
    """Return the page cut by the layout that claims it most surely.

    Two equal claims are an issue of the page, decided by the rank of the layouts.
    """
    page = Page.of(document)
    first, *others = _surest(page, 1.0) or _surest(page, 0.0)
    made = _with_written(first.cut(page), document)
    if not others:
        return made
    names = ", ".join(layout.name for layout in (first, *others))
    notice = Notice("layout.two_claims", f"Claimed by {names}; read as {first.name}")
    return replace(made, notices=(*made.notices, notice))


def _with_written(made: Cut, document: Document) -> Cut:
    """Return a cut with the contacts that the page's own words give beside its template."""
    if made.kind == unknown.NAME:
        return made
    written = tuple(contacts_written.find(document, made.rows))
    written += tuple(people_written.find(document, (*made.rows, *written)))
    return replace(made, rows=(*made.rows, *written)) if written else made


def _surest(page: Page, least: float) -> list[Layout]:
    """Return the layouts with the highest claim by rank, none where no claim comes up to `least`.

    Most pages say what they are, so the sure claims are asked for first: no layout looks through
    the lines for what cannot outweigh an address or a heading.
    """
    best = least
    found: list[Layout] = []
    for layout in sorted(LAYOUTS, key=lambda layout: -layout.most):
        sure = layout.claims(page, best) if layout.most >= best else 0.0
        if sure > best:
            best, found = sure, []
        if sure == best:
            found.append(layout)
    return sorted(found, key=LAYOUTS.index)
