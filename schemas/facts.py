"""The facts a rule finds in a text. Every one knows where it stands and what the words are."""

from dataclasses import dataclass, field
from typing import ClassVar

from schemas.columns import column

ACTIONS = (
    "note approve agree adopt endorse support accept award appoint delegate authorise refer defer "
    "reject grant request recommend receive confirm exclude review record amend withdraw other"
).split()
AMOUNT_KINDS = (
    "saving budget cost contract income grant fee debt loan overspend underspend shortfall "
    "threshold reserve other"
).split()
QUALIFIERS = ("about", "up_to", "over", "at_least", "under")


@dataclass(frozen=True, slots=True)
class Proof:
    """The words one column's value was read from, where they are not the row's own quote."""

    column: str
    start: int
    stop: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table. `id` is local to the document until the store gives the final one.

    A rule may leave `id` 0; where rows of one call refer to each other (same_call columns), `id`
    counts 1, 2, … within that call and table.
    """

    TABLE: ClassVar[str] = ""
    id: int = column("Number of the row", default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Row):
    """A row with the words it came from: substr(text, start+1, stop-start) = quote."""

    document_id: int = column("Document it stands in", references="documents", default=0)
    start: int = column("First code point of the quote in documents.text", unit="code points")
    stop: int = column("Code point after the quote", unit="code points")
    quote: str = column("The very words")
    rule: str = column("Name of the rule that spoke")
    proofs: tuple[Proof, ...] = field(default=())

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop or len(self.quote) != self.stop - self.start:
            raise ValueError(
                f"{type(self).__name__} without a true span: {self.start}..{self.stop}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Fact):
    """A fact that may lie inside a decision; the number is filled in from the spans."""

    decision_id: int | None = column(
        "Decision whose span holds it", references="decisions", default=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb(Claim):
    """One limb of a resolution or recommendation: what a reader would number."""

    position: int = column("Order within the decision or document, from 1")
    label: str | None = column("Label as printed: (1), a), 44.3", default=None)
    lead: str | None = column('Words that govern several limbs: "That Cabinet"', default=None)
    text: str = column("For reading: blanks folded, no label, no marker, no trailing and")
    action: str = column("First operative verb", allowed=tuple(ACTIONS))
    is_empty: int = column('1: content-free, "as set out in the report"', default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution(Limb):
    """What a body or person decided, one row a limb."""

    TABLE: ClassVar[str] = "resolutions"
    parent_id: int | None = column(
        "Limb it is a sub-limb of", references="resolutions", same_call=True, default=None
    )
    same_as: int | None = column(
        "Resolution of another document that this one repeats",
        references="resolutions",
        default=None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Limb):
    """What a report asks a body to decide, one row a limb."""

    TABLE: ClassVar[str] = "recommendations"
    parent_id: int | None = column(
        "Limb it is a sub-limb of", references="recommendations", same_call=True, default=None
    )
    same_as: int | None = column(
        "Recommendation of another document that this one repeats",
        references="recommendations",
        default=None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Claim):
    """One question put whose result or mover the text gives."""

    TABLE: ClassVar[str] = "votes"
    resolution_id: int | None = column("Limb it carried", references="resolutions", default=None)
    subject: str = column(
        "What was put", allowed=("motion", "amendment", "recommendation", "procedural")
    )
    text: str | None = column("Words of what was put", default=None)
    votes_for: int | None = column("Votes for", default=None)
    votes_against: int | None = column("Votes against", default=None)
    abstentions: int | None = column("Abstentions", default=None)
    not_voting: int | None = column("Present and not voting", default=None)
    casting_vote: int | None = column("1: decided by a casting vote", default=None)
    is_unanimous: int | None = column("1 where words say so, else NULL", default=None)
    is_recorded: int | None = column("1: a recorded (named) vote", default=None)
    outcome: str | None = column(
        "From words only", allowed=("carried", "lost", "withdrawn", "lapsed"), default=None
    )
    proposer: str | None = column("Mover, without title", default=None)
    seconder: str | None = column("Seconder, without title", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class VotePosition(Fact):
    """How one named member voted."""

    TABLE: ClassVar[str] = "vote_positions"
    vote_id: int = column("Vote", references="votes", same_call=True)
    name: str = column("Member, without title")
    position: str = column("Position", allowed=("for", "against", "abstain", "not_voting"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Claim):
    """A sum of money, each mention."""

    TABLE: ClassVar[str] = "amounts"
    resolution_id: int | None = column("Limb it stands in", references="resolutions", default=None)
    mention_id: int | None = column(
        "Mention of the organisation that the text ties the sum to",
        references="mentions",
        default=None,
    )
    organisation_id: int | None = column(
        "That organisation", references="organisations", default=None
    )
    pence: int | None = column("Exact sum", unit="hundredths of the currency", default=None)
    pence_max: int | None = column("Upper end of a range", unit="hundredths", default=None)
    currency: str = column("ISO code", default="GBP")
    qualifier: str | None = column("Qualifier", allowed=QUALIFIERS, default=None)
    kind: str = column("What the money is", allowed=tuple(AMOUNT_KINDS), default="other")
    per: str | None = column(
        "Rate", allowed=("hour", "day", "week", "month", "year", "unit"), default=None
    )
    per_text: str | None = column("Rate as printed", default=None)
    financial_year: str | None = column("2018/19, only where stated", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving(Claim):
    """An amount that is a saving, each mention."""

    TABLE: ClassVar[str] = "savings"
    amount_id: int | None = column("Its amount", references="amounts", default=None)
    mention_id: int | None = column(
        "Mention of the organisation it is tied to", references="mentions", default=None
    )
    organisation_id: int | None = column(
        "That organisation", references="organisations", default=None
    )
    pence: int | None = column("Exact sum", unit="pence", default=None)
    status: str = column(
        "How far it has come",
        allowed=(
            "target", "proposed", "agreed", "forecast", "achieved", "not_achieved", "unknown",
        ),
        default="unknown",
    )  # fmt: skip
    recurrence: str = column(
        "From words", allowed=("recurring", "one_off", "unknown"), default="unknown"
    )
    financial_year: str | None = column("2018/19, only where stated", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentage(Claim):
    """A percentage and the part it plays, each mention."""

    TABLE: ClassVar[str] = "percentages"
    value: float = column("Value", unit="per cent")
    value_max: float | None = column("Upper end of a range", unit="per cent", default=None)
    qualifier: str | None = column("Qualifier", allowed=QUALIFIERS, default=None)
    role: str = column(
        "Part it plays",
        allowed=("target", "actual", "from", "to", "change", "share", "rate", "other"),
        default="other",
    )
    subject: str | None = column("What it measures, as printed", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi(Claim):
    """One indicator (or named group) and one period on which the text reports."""

    TABLE: ClassVar[str] = "kpis"
    mention_id: int | None = column(
        "Mention of the organisation it measures", references="mentions", default=None
    )
    organisation_id: int | None = column(
        "That organisation", references="organisations", default=None
    )
    code: str | None = column("Code as printed", default=None)
    name: str | None = column("What is measured", default=None)
    service: str | None = column("Service or heading it stands under", default=None)
    period: str | None = column('"Q1 2015/16", "August 2019", "2017"', default=None)
    period_start: str | None = column("First day", unit="ISO date", default=None)
    period_end: str | None = column("Last day", unit="ISO date", default=None)
    target: float | None = column("Target", default=None)
    target_max: float | None = column("Upper end of the target", default=None)
    target_date: str | None = column("Date by which it is aimed at", default=None)
    actual: float | None = column("Result", default=None)
    actual_max: float | None = column("Upper end of the result", default=None)
    unit: str | None = column("%, hours, days, minutes, seconds, number, kg, £ …", default=None)
    previous: float | None = column("Result of the period before", default=None)
    floor: float | None = column("Floor standard or minimum service level", default=None)
    rag: str | None = column("RAG", allowed=("green", "amber", "red"), default=None)
    direction: str | None = column(
        "Direction of travel", allowed=("improved", "declined", "same"), default=None
    )
    lower_is_better: int | None = column("1: a smaller figure is better", default=None)
    is_mitigated: int | None = column("1: mitigation or relief granted", default=None)
    outcome: str = column(
        "Outcome",
        allowed=("met", "exceeded", "missed", "mitigated", "on_track", "off_track", "unknown"),
        default="unknown",
    )
    has_exception: int | None = column("1: met with a named exception", default=None)
    sentence: str | None = column("The sentence it stands in", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiSummary(Claim):
    """How many indicators stand where."""

    TABLE: ClassVar[str] = "kpi_summaries"
    period: str | None = column("Period", default=None)
    label: str = column('"on track", "green"')
    count: int = column("How many")
    of: int | None = column("Out of", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Claim):
    """An organisation named in the text and the part it plays there."""

    TABLE: ClassVar[str] = "mentions"
    organisation_id: int | None = column("Organisation", references="organisations", default=None)
    resolution_id: int | None = column("Limb it stands in", references="resolutions", default=None)
    name: str = column("Name it stands for: the long form where the page defines one")
    org_kind: str = column(
        "What it is", allowed=("supplier", "public_body", "other"), default="other"
    )
    role: str = column(
        "Part it plays",
        allowed=("supplier", "bidder", "partner", "tenant", "grantee", "applicant", "other"),
        default="other",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Claim):
    """Somebody named with a post or a part in the matter."""

    TABLE: ClassVar[str] = "people"
    name: str | None = column("Without title; NULL for a post without a name", default=None)
    post: str | None = column("Post", default=None)
    organisation: str | None = column("Organisation", default=None)
    role: str = column(
        "Part in the matter",
        allowed=(
            "report_author", "contact", "presenter", "lead_officer", "councillor", "other",
        ),
        default="other",
    )  # fmt: skip
    email: str | None = column("E-mail address", default=None)
    phone: str | None = column("Telephone number as printed", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFact(Claim):
    """A date the text gives, other than the template's own."""

    TABLE: ClassVar[str] = "dates"
    date: str | None = column("ISO date; NULL for one that cannot exist", default=None)
    date_end: str | None = column("Last day of a range", default=None)
    role: str = column(
        "Part it plays",
        allowed=("start", "end", "deadline", "follow_up", "event", "other"),
        default="other",
    )
    text: str = column("As printed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Fact):
    """Somebody present at or missing from a meeting."""

    TABLE: ClassVar[str] = "attendance"
    meeting_id: int | None = column("Meeting", references="meetings", default=None)
    name: str = column("Without title")
    role: str | None = column("Chair, Committee Member, Officer …", default=None)
    status: str = column(
        "Status",
        allowed=("present", "apologies", "absent", "substitute", "in_attendance"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration(Claim):
    """An interest declared."""

    TABLE: ClassVar[str] = "declarations"
    name: str = column("Member, without title")
    interest: str | None = column("Kind or words of the interest", default=None)
    left_room: int | None = column("1: left the room or took no part", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue(Claim):
    """A template field that has no column of its own: lead member, department …"""

    TABLE: ClassVar[str] = "fields"
    label: str = column("Label as printed, without colon")
    value: str = column("Value, blanks folded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Claim):
    """A document that the page lists."""

    TABLE: ClassVar[str] = "attachments"
    title: str = column("Title, without icon and file size")
    url: str | None = column("Address as linked", default=None)
    bytes: int | None = column("Size as printed", unit="bytes", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Fact):
    """The words behind one column of a row, where they are not the row's own quote."""

    TABLE: ClassVar[str] = "evidence"
    table_name: str = column("Table of the row")
    row_id: int = column("Its id in that table")
    column_name: str = column("Column")
