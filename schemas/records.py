"""What a document, a decision and the things that belong to several documents look like."""

from dataclasses import dataclass, field
from typing import ClassVar

from schemas.columns import column
from schemas.facts import Fact, Proof, Row

KINDS = (
    "decision proposed_decision agenda_item meeting minutes issue decision_list agenda report vote "
    "pack unknown"
).split()
STATUSES = (
    "approved approved_subject_to_call_in for_determination implemented deferred withdrawn refused "
    "called_in abandoned deleted information recommended other"
).split()
MAKER_KINDS = ("council", "executive", "committee", "member", "officer", "mayor", "joint")
REASONS = (
    "empty too_large not_regular_file outside_root unreadable changed_while_read unknown_type "
    "type_mismatch encrypted damaged no_text_layer bad_encoding page_limit text_limit depth_limit "
    "decompression_limit timeout memory crashed not_a_council_page internal_error"
).split()
PAPERS = ("agenda", "minutes", "report", "record", "appendix", "restricted", "other")
STAGES = ("discover", "read", "parse", "extract", "store")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Row):
    """One matter on which a document says what was decided or minuted."""

    TABLE: ClassVar[str] = "decisions"
    key: str = column("Stable key: page key and issue, item or entry id", default="")
    document_id: int = column("Document", references="documents", default=0)
    meeting_id: int | None = column("Meeting", references="meetings", default=None)
    council_id: int | None = column("Council", references="councils", default=None)
    start: int = column("First code point of its text", unit="code points")
    stop: int = column("Code point after it", unit="code points")
    position: int = column("Order in the document, from 1")
    number: str | None = column('Minute number as printed: "84.", "77/21"', default=None)
    item_number: str | None = column("Agenda item number as printed", default=None)
    reference: str | None = column("Reference of the decision", default=None)
    title: str | None = column("As printed, without number, icon or hidden reference", default=None)
    decision_maker: str | None = column("As published", default=None)
    maker_kind: str | None = column("Kind of maker", allowed=MAKER_KINDS, default=None)
    status_text: str | None = column("The council's own wording", default=None)
    status: str | None = column("Normalised", allowed=tuple(STATUSES), default=None)
    is_key_decision: int | None = column("1 yes, 0 no, NULL not stated", default=None)
    is_subject_to_call_in: int | None = column("1 yes, 0 no, NULL not stated", default=None)
    is_exempt: int | None = column("1: taken in private", default=None)
    exempt_paragraph: str | None = column("Paragraph of Schedule 12A", default=None)
    is_procedural: int | None = column(
        "1: apologies, interests, minutes, exclusion of the public, next meeting", default=None
    )
    decision_date: str | None = column("As published", unit="ISO date", default=None)
    publication_date: str | None = column("Publication", unit="ISO date", default=None)
    effective_date: str | None = column("Effective from", unit="ISO date", default=None)
    due_from: str | None = column("Decision due, first day", unit="ISO date", default=None)
    due_to: str | None = column("Decision due, last day", unit="ISO date", default=None)
    meeting_body: str | None = column("Body of 'Decided at meeting'", default=None)
    meeting_date: str | None = column("Date of that meeting", unit="ISO date", default=None)
    purpose: str | None = column("Purpose, blanks folded", default=None)
    text: str | None = column("What was decided or minuted, blanks folded", default=None)
    reasons: str | None = column("Reasons, blanks folded", default=None)
    alternatives: str | None = column("Alternatives considered, blanks folded", default=None)
    wards: str | None = column("Wards or divisions affected, as printed", default=None)
    report_author: str | None = column("Report author as printed", default=None)
    entry_id: str | None = column("Modern.Gov issue, item or entry id where known", default=None)
    matter_id: int | None = column("Matter", references="matters", default=None)
    same_as: int | None = column(
        "Decision of another document that this one repeats; a count takes those with NULL",
        references="decisions",
        default=None,
    )
    proofs: tuple[Proof, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink(Row):
    """A link to something that has an id on the council's site."""

    TABLE: ClassVar[str] = "links"
    document_id: int = column("Document", references="documents", default=0)
    decision_id: int | None = column(
        "Decision whose span holds it", references="decisions", default=None
    )
    start: int = column("First code point of its words", unit="code points")
    stop: int = column("Code point after; equal to start where it has none", unit="code points")
    href: str = column("Address as linked")
    target: str = column(
        "What it leads to: IId= issue, AIId= agenda item, DId= decision, MId= meeting, s= paper"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Council(Row):
    """A council or other body that decides."""

    TABLE: ClassVar[str] = "councils"
    code: str | None = column("Three-letter code; NULL for one our list lacks", default=None)
    slug: str = column("Name for folders and addresses")
    name: str = column("Name")
    nation: str | None = column("ENG, WLS, SCT, NIR", default=None)
    platform: str | None = column("Where it publishes", default=None)
    base_url: str | None = column("Address of its pages", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Row):
    """One ingest."""

    TABLE: ClassVar[str] = "runs"
    started_at: str = column("Start", unit="UTC")
    finished_at: str | None = column("End", unit="UTC", default=None)
    version: str = column("Version of Minutebook")
    rules: str = column("Fingerprint of code, vocabularies and models")
    rulings: str | None = column(
        "Fingerprint of organisations.csv, NULL where there was none", default=None
    )
    seen: int = column("Files seen", default=0)
    inserted: int = column("Documents new", default=0)
    updated: int = column("Documents changed", default=0)
    unchanged: int = column("Documents unchanged", default=0)
    quarantined: int = column("Files quarantined", default=0)
    seal: int | None = column("Check number of this row, for `minutebook check`", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow(Row):
    """A page, paper or web-service answer as it stands now."""

    TABLE: ClassVar[str] = "documents"
    key: str = column("Stable key: council and page id, or path")
    council_id: int | None = column("Council", references="councils", default=None)
    path: str = column("Path under its root, POSIX, NFC")
    url: str | None = column("Address it was saved from", default=None)
    sha256: str = column("SHA-256 of the normalised text")
    media_type: str = column("Media type found")
    encoding: str | None = column("Encoding used", default=None)
    encoding_declared: str | None = column("Encoding the page declares", default=None)
    kind: str = column("Kind of page", allowed=tuple(KINDS))
    layout: str | None = column("Layout that cut it", default=None)
    title: str | None = column("Title", default=None)
    text: str = column("The one text")
    status: str = column("whole or partial", allowed=("whole", "partial"))
    status_reason: str | None = column("Why it is partial", default=None)
    is_complete: int | None = column("0: the page was cut", default=None)
    first_run_id: int | None = column("First run that saw it", references="runs", default=None)
    last_run_id: int | None = column("Last run that changed it", references="runs", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAddress(Row):
    """An address at which a version of a document was met."""

    TABLE: ClassVar[str] = "document_addresses"
    document_id: int = column("Document", references="documents")
    path: str = column("Path under its root")
    url: str | None = column("Address", default=None)
    sha256: str = column("SHA-256 of the bytes")
    root: str | None = column("Root folder it was met under", default=None)
    inputs: str | None = column("Council inputs and rules it was read with", default=None)
    missing_since: int | None = column("Run that found it gone", references="runs", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantine(Row):
    """A file that gave no document, and why."""

    TABLE: ClassVar[str] = "quarantine"
    run_id: int | None = column("Run", references="runs", default=None)
    council_id: int | None = column("Council", references="councils", default=None)
    path: str = column("Path under its root")
    sha256: str | None = column("SHA-256 of the bytes", default=None)
    stage: str = column("Where it stopped", allowed=STAGES)
    reason: str = column("Why", allowed=tuple(REASONS))
    detail: str | None = column("More, in words", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow(Row):
    """Something that was not understood, or that contradicts itself."""

    TABLE: ClassVar[str] = "issues"
    document_id: int = column("Document", references="documents", default=0)
    rule: str = column("Rule that raised it")
    message: str = column("What it is")
    start: int | None = column("First code point", default=None)
    stop: int | None = column("Code point after", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Row):
    """A meeting of a body, once for each council, body, date and time."""

    TABLE: ClassVar[str] = "meetings"
    council_id: int | None = column("Council", references="councils", default=None)
    body: str = column("Body that met")
    date: str | None = column("Date", unit="ISO date", default=None)
    start_time: str | None = column("Start", unit="local HH:MM", default=None)
    venue: str | None = column("Venue", default=None)
    status: str | None = column("Status", allowed=("confirmed", "cancelled"), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingNote(Fact):
    """What one document says of the meeting it is about; meetings are derived from these."""

    TABLE: ClassVar[str] = "meeting_notes"
    body: str = column("Body that met")
    date: str | None = column("Date", unit="ISO date", default=None)
    start_time: str | None = column("Start", unit="local HH:MM", default=None)
    venue: str | None = column("Venue", default=None)
    status: str | None = column("Status", allowed=("confirmed", "cancelled"), default=None)
    meeting_id: int | None = column("Meeting", references="meetings", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Fact):
    """One paper of a pack: where it begins, where it ends, what it is."""

    TABLE: ClassVar[str] = "papers"
    position: int = column("Order in the pack, from 1")
    kind: str = column("Kind of paper", allowed=PAPERS)
    item_number: str | None = column("Agenda item it belongs to, as printed", default=None)
    title: str | None = column("Title, its own or that of its agenda item", default=None)
    body: str | None = column("Body it is of or goes to", default=None)
    date: str | None = column(
        "Day of the meeting it is of or goes to; of minutes, the one minuted",
        unit="ISO date",
        default=None,
    )
    page_from: int | None = column("First page; NULL where the text has no pages", default=None)
    page_to: int | None = column("Last page", default=None)
    ends: int = column("Code point after its last word", unit="code points")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Row):
    """One organisation, whatever it was called."""

    TABLE: ClassVar[str] = "organisations"
    name: str = column("Canonical name")
    kind: str = column("Kind", allowed=("supplier", "public_body", "other"))
    company_number: str | None = column("Companies House number, never guessed", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationName(Row):
    """A spelling of an organisation and how it was matched."""

    TABLE: ClassVar[str] = "organisation_names"
    organisation_id: int = column("Organisation", references="organisations")
    name: str = column("Spelling")
    match: str = column(
        "How it was matched", allowed=("exact", "suffix", "acronym", "alias", "fuzzy")
    )
    score: float | None = column(
        "How close the two names are, of 100; only where matched fuzzily", default=None
    )
    reason: str | None = column("What says that the two names are one", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter(Row):
    """One matter through all its documents."""

    TABLE: ClassVar[str] = "matters"
    key: str = column("Stable key")
    council_id: int | None = column("Council", references="councils", default=None)
    title: str | None = column("Title", default=None)
    first_date: str | None = column("Earliest date", unit="ISO date", default=None)
    last_date: str | None = column("Latest date", unit="ISO date", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterDocument(Row):
    """Why a document or decision belongs to a matter."""

    TABLE: ClassVar[str] = "matter_documents"
    matter_id: int = column("Matter", references="matters")
    document_id: int = column("Document", references="documents")
    decision_id: int | None = column("Decision", references="decisions", default=None)
    reason: str = column("Why it was joined")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationOutcome(Row):
    """What became of a report's recommendation."""

    TABLE: ClassVar[str] = "recommendation_outcomes"
    recommendation_id: int = column("Recommendation", references="recommendations")
    resolution_id: int | None = column("Resolution", references="resolutions", default=None)
    outcome: str = column(
        "Outcome", allowed=("accepted", "amended", "rejected", "deferred", "unknown")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy(Row):
    """How often a field, or what one rule gave, is right: measured on pages that we wrote."""

    TABLE: ClassVar[str] = "accuracy"
    version: str = column("Version of Minutebook that was measured")
    gold_set: str = column(
        "Pages: with the rules made in their sight, or not", allowed=("development", "held_out")
    )
    field: str = column("Field as docs/accuracy.md names it")
    table_name: str = column("Table")
    column_name: str | None = column("Column; NULL for the rows themselves", default=None)
    rule: str | None = column("Rule; NULL for all rules together", default=None)
    cases: int = column("Values to be found; for a rule, values that it gave")
    precision: float = column("Part of what was found that is right")
    recall: float | None = column("Part of what is there that was found", default=None)
    f1: float | None = column("Harmonic mean of both", default=None)
    low: float = column("Lower end of the 95 % interval of f1; for a rule, of precision")
    high: float = column("Upper end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Row):
    """How a rule comes to its values and how far it can be trusted; look it up by `rule`."""

    TABLE: ClassVar[str] = "rules"
    table_name: str = column("Table the rule fills")
    column_name: str | None = column("Column; NULL for the rows themselves", default=None)
    rule: str | None = column(
        "As in the rows' `rule` (a column's: in `evidence`); NULL for any other rule", default=None
    )
    basis: str = column(
        "How it comes to its values: a template label says it, a rule reads it, it is reckoned",
        allowed=("observed", "extracted", "derived"),
    )
    confidence: float = column("Part of its values that is right, smoothed (docs/accuracy.md)")
    cases: int = column("Values on development pages that this is known from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Row):
    """An older version of a document with all its rows."""

    TABLE: ClassVar[str] = "versions"
    document_id: int = column("Document", references="documents")
    sha256: str = column("SHA-256 of the normalised text")
    text: str = column("Its text")
    rows: str = column("Its rows as JSON")
    first_run_id: int | None = column("First run", references="runs", default=None)
    last_run_id: int | None = column("Last run", references="runs", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Row):
    """What changed between two versions of a document."""

    TABLE: ClassVar[str] = "changes"
    document_id: int = column("Document", references="documents")
    run_id: int | None = column("Run that saw the change", references="runs", default=None)
    cause: str = column("Why", allowed=("text", "council", "rules"))
    table_name: str = column("Table")
    row_key: str = column("Natural key of the row")
    column_name: str | None = column("Column; NULL for a row that came or went", default=None)
    old: str | None = column("Value before", default=None)
    new: str | None = column("Value after", default=None)
