"""Views that anyone can read; plain SQL that SQLite and PostgreSQL both take."""


def _trust(what: str, table: str, column: str | None, rule: str) -> str:
    """Return the SQL of what `rules` says of a rule, or else of its family."""
    whose = f"t.column_name = '{column}'" if column else "t.column_name IS NULL"
    said = f"SELECT t.{what} FROM rules t WHERE t.table_name = '{table}' AND {whose} AND t.rule"  # noqa: S608 - our own names
    return f"coalesce(({said} = {rule}), ({said} IS NULL))"


def _rated(table: str, column: str | None, only: str | None) -> str:
    """Return the view of a table with its rows' basis and confidence, and its column's."""
    found = [_trust("basis", table, None, "x.rule"), _trust("confidence", table, None, "x.rule")]
    names = ["basis", "confidence"]
    if column:
        spoke = (
            f"coalesce((SELECT min(e.rule) FROM evidence e WHERE e.row_id = x.id "  # noqa: S608
            f"AND e.table_name = '{table}' AND e.column_name = '{column}'), x.rule)"
        )
        found.append(_trust("confidence", table, column, spoke))
        names.append(f"{column}_confidence")
    if only:
        found = [f"CASE WHEN {only} THEN {sql} END" for sql in found]
    columns = ",\n    ".join(f"{sql} AS {name}" for sql, name in zip(found, names, strict=True))
    return f"\nSELECT x.*,\n    {columns}\nFROM {table} x\n"


# The facts whose rules were measured: the column with a confidence of its own, which rows.
_RATED: dict[str, tuple[str | None, str | None]] = {
    "resolutions": ("action", None),
    "recommendations": ("action", None),
    "votes": (None, None),
    "amounts": ("kind", None),
    "savings": ("status", None),
    "percentages": ("role", None),
    "kpis": (None, None),
    "mentions": (None, "x.role = 'supplier'"),
    "people": (None, "x.name IS NOT NULL"),
}

# One row for each decision of a meeting or maker, however many pages tell of it: the others have
# `same_as`. The decision's own page comes before the agenda item, the meeting and the minutes.
_DECISION_LIST = """
SELECT d.id AS decision_id, d.key, c.name AS council, c.slug AS council_slug, o.kind AS page_kind,
    coalesce(m.body, d.meeting_body) AS meeting_body,
    coalesce(m.date, d.meeting_date) AS meeting_date, m.start_time AS meeting_time,
    m.venue AS meeting_venue, d.position, d.number, d.item_number, d.reference, d.title,
    d.decision_maker, d.maker_kind, d.status_text, d.status, d.is_key_decision,
    d.is_subject_to_call_in, d.is_exempt, d.exempt_paragraph, d.is_procedural, d.decision_date,
    d.publication_date, d.effective_date, d.due_from, d.due_to, d.purpose, d.text, d.reasons,
    d.alternatives, d.wards, d.report_author, d.document_id, o.path, o.url,
    o.status AS document_status
FROM decisions d
JOIN documents o ON o.id = d.document_id
LEFT JOIN councils c ON c.id = d.council_id
LEFT JOIN meetings m ON m.id = d.meeting_id
WHERE d.same_as IS NULL
"""

_SAVINGS_LEDGER = f"""
SELECT s.id AS saving_id, c.name AS council, c.slug AS council_slug, d.key AS decision_key,
    d.title AS decision, coalesce(d.decision_date, m.date, d.meeting_date) AS decision_date,
    s.financial_year, s.pence, s.status, s.recurrence, g.name AS supplier, s.quote,
    s.start, s.stop, s.document_id, o.path, o.url,
    {_trust("confidence", "savings", None, "s.rule")} AS confidence
FROM savings s
JOIN documents o ON o.id = s.document_id
LEFT JOIN councils c ON c.id = o.council_id
LEFT JOIN decisions d ON d.id = s.decision_id
LEFT JOIN meetings m ON m.id = d.meeting_id
LEFT JOIN organisations g ON g.id = s.organisation_id AND g.kind = 'supplier'
"""  # noqa: S608

# A resolution and its repetitions in other documents are one. A supplier named in the limb itself
# is told apart from one named elsewhere in the same decision.
_SUPPLIER_RESOLUTIONS = """
SELECT c.name AS council, c.slug AS council_slug, g.id AS organisation_id, g.name AS supplier,
    d.id AS decision_id, d.key AS decision_key, d.title AS decision,
    coalesce(d.decision_date, t.date, d.meeting_date) AS date,
    r.id AS resolution_id, r.label, r.text AS resolution, r.action, x.in_resolution, r.document_id
FROM (
    SELECT n.organisation_id, coalesce(l.same_as, l.id) AS resolution_id,
        max(CASE WHEN n.resolution_id = l.id THEN 1 ELSE 0 END) AS in_resolution
    FROM mentions n
    JOIN organisations h ON h.id = n.organisation_id AND h.kind = 'supplier'
    JOIN resolutions l ON l.id = n.resolution_id
        OR (n.resolution_id IS NULL AND l.decision_id = n.decision_id)
    WHERE n.role IN ('supplier', 'other')
    GROUP BY n.organisation_id, coalesce(l.same_as, l.id)
) x
JOIN organisations g ON g.id = x.organisation_id
JOIN resolutions r ON r.id = x.resolution_id
JOIN documents o ON o.id = r.document_id
LEFT JOIN decisions d ON d.id = r.decision_id
LEFT JOIN meetings t ON t.id = d.meeting_id
LEFT JOIN councils c ON c.id = o.council_id
"""

_KPI_RESULTS = f"""
SELECT k.id AS kpi_id, c.name AS council, c.slug AS council_slug, k.service, g.name AS supplier,
    k.code, k.name AS indicator, k.period, k.period_start, k.period_end, k.target, k.target_max,
    k.target_date, k.actual, k.actual_max, k.unit, k.previous, k.rag, k.direction, k.outcome,
    k.is_mitigated, k.has_exception, k.sentence, d.key AS decision_key, d.title AS decision,
    coalesce(d.decision_date, m.date, d.meeting_date) AS decision_date, k.document_id, o.path,
    o.url, {_trust("confidence", "kpis", None, "k.rule")} AS confidence
FROM kpis k
JOIN documents o ON o.id = k.document_id
LEFT JOIN councils c ON c.id = o.council_id
LEFT JOIN decisions d ON d.id = k.decision_id
LEFT JOIN meetings m ON m.id = d.meeting_id
LEFT JOIN organisations g ON g.id = k.organisation_id AND g.kind = 'supplier'
"""  # noqa: S608

# The month of a document is that of its first decision or meeting; NULL where it has no date.
_COVERAGE = """
SELECT c.name AS council, c.slug AS council_slug, x.month, x.kind,
    count(*) AS documents, sum(x.decisions) AS decisions, sum(x.partial) AS partial,
    0 AS quarantined
FROM (
    SELECT o.council_id, o.kind, CASE WHEN o.status = 'partial' THEN 1 ELSE 0 END AS partial,
        (SELECT count(*) FROM decisions d WHERE d.document_id = o.id) AS decisions,
        substr(coalesce(
            (SELECT min(coalesce(d.decision_date, d.meeting_date, d.publication_date, d.due_from))
                FROM decisions d WHERE d.document_id = o.id),
            (SELECT min(n.date) FROM meeting_notes n WHERE n.document_id = o.id)), 1, 7) AS month
    FROM documents o
) x
LEFT JOIN councils c ON c.id = x.council_id
GROUP BY c.name, c.slug, x.month, x.kind
UNION ALL
SELECT c.name, c.slug, NULL, NULL, 0, 0, 0, count(*)
FROM quarantine q LEFT JOIN councils c ON c.id = q.council_id
GROUP BY c.name, c.slug
"""

VIEWS = {
    "decision_list": _DECISION_LIST,
    "savings_ledger": _SAVINGS_LEDGER,
    "supplier_resolutions": _SUPPLIER_RESOLUTIONS,
    "kpi_results": _KPI_RESULTS,
    "coverage": _COVERAGE,
    **{f"{table}_rated": _rated(table, *how) for table, how in _RATED.items()},
}
