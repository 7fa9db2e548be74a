"""The fields that are scored, and the columns of the database that each of them measures."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Field:
    """Where a field stands: `column` None means that the rows themselves are counted.

    `also` are columns whose values decide whether a row is the right one, so that the field's
    figure is theirs too.
    """

    table: str
    column: str | None = None
    also: tuple[str, ...] = ()


def _columns(name: str, table: str, *columns: str) -> dict[str, Field]:
    return {f"{name} {column}": Field(table, column) for column in columns}


FIELDS = MappingProxyType(
    {
        "document kind": Field("documents", "kind"),
        "council": Field("documents", "council_id"),
        "decisions": Field("decisions"),
        **_columns(
            "header", "decisions", "title", "decision_maker", "maker_kind", "status",
            "status_text", "is_key_decision", "is_subject_to_call_in", "decision_date",
            "publication_date", "effective_date", "meeting_body", "meeting_date", "report_author",
        ),
        "resolutions": Field("resolutions", None, ("text",)),
        **_columns("resolution", "resolutions", "action"),
        "recommendations": Field("recommendations", None, ("text",)),
        "votes": Field(
            "votes", None,
            ("votes_for", "votes_against", "abstentions", "is_unanimous", "outcome"),
        ),
        **_columns("vote", "votes", "proposer", "seconder"),
        "amounts": Field("amounts", None, ("pence", "pence_max")),
        **_columns("amount", "amounts", "kind", "per", "qualifier", "financial_year"),
        "savings": Field("savings", None, ("pence",)),
        **_columns("saving", "savings", "status", "recurrence", "financial_year"),
        "percentages": Field("percentages", None, ("value", "value_max")),
        **_columns("percentage", "percentages", "role", "qualifier"),
        "kpis": Field("kpis", None, ("code", "period", "target", "actual", "outcome")),
        **_columns("kpi", "kpis", "unit"),
        "suppliers": Field("mentions", None, ("organisation_id",)),
        "people": Field("people", None, ("name",)),
        "contacts": Field("people", "email"),
        "contact name": Field("people", "name"),
        "contact phone": Field("people", "phone"),
    }
)  # fmt: skip
