"""What a layout makes of a page: its kind, its decisions and its sections."""

from dataclasses import dataclass

from schemas.document import Notice, Section
from schemas.facts import Row
from schemas.records import Decision


@dataclass(frozen=True, slots=True)
class Cut:
    """The result of cutting one page.

    `decisions` have ids 1, 2, … in reading order (`Section.decision` refers to them) and the
    proofs of every stated column. `rows` are further facts that only the layout can tell: fields,
    attachments, meeting notes, attendance tables, contacts of a template line, … with
    `decision_id` set where the layout knows it. `reference_date` is the ISO date of the meeting
    or decision, by which rules read "this year"; None where the page has none.
    """

    kind: str
    layout: str
    title: str | None = None
    sections: tuple[Section, ...] = ()
    decisions: tuple[Decision, ...] = ()
    rows: tuple[Row, ...] = ()
    notices: tuple[Notice, ...] = ()
    is_complete: int | None = None
    reference_date: str | None = None
    page_id: str | None = None  # Modern.Gov or CMIS page kind and id, from links or saved-from
