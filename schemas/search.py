"""The full-text index: an FTS5 table over a view, so that no text is stored twice.

`search_rows` has one row for each decision, each resolution, and each document without decisions.
`search` indexes for each the columns
- `filters`: the tokens `xkdecision`, `xkresolution` or `xkdocument`; `xc<council_id>`;
  `xa<action>0` of a resolution (a digit at the end keeps the stemmer away),
- `title` (of the decision or document) and `body` (its text),
read through the view `search_content`. A filter by council or action is one more token:
`search MATCH 'filters: xc12 AND filters: xaaward0 AND (...)'`.

Row numbers are dates first: the day's number (proleptic ordinal of the ISO date, 0 where none)
times 2**26, plus a counter. So `ORDER BY rowid DESC` is newest first without sorting, and a date
range is a range of rowid. `search_rows` also has council_id, decision_id, resolution_id,
document_id, date and action, for joins; a supplier's rows are found through `mentions`.

`search_suppliers` is what lists and counts of suppliers are read from: the view
`supplier_resolutions` in narrow rows, sorted by supplier, and a row with `resolution_id` 0 for each
decision that names a supplier and of which no resolution is told. `decision_id` is that of the
decision's first form, 0 where there is none. `search_councils` counts what there is of each council
(0: of none), a decision told on several pages once.
"""

from datetime import date

SLOT = 1 << 26  # rows of one day

TOKENIZE = "tokenize='porter unicode61 remove_diacritics 2'"

CREATE_SEARCH = (
    """CREATE TABLE search_rows (
        id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL, decision_id INTEGER,
        resolution_id INTEGER, council_id INTEGER, date TEXT, action TEXT)""",
    "CREATE INDEX search_rows_document_id ON search_rows (document_id)",
    "CREATE INDEX search_rows_decision_id ON search_rows (decision_id)",
    "CREATE INDEX search_rows_resolution_id ON search_rows (resolution_id)",
    """CREATE VIEW search_content AS SELECT s.id AS id,
        CASE WHEN s.resolution_id IS NOT NULL THEN 'xkresolution'
             WHEN s.decision_id IS NOT NULL THEN 'xkdecision' ELSE 'xkdocument' END
        || ' xc' || coalesce(s.council_id, 0) || coalesce(' xa' || s.action || '0', '') AS filters,
        CASE WHEN s.decision_id IS NULL THEN o.title ELSE d.title END AS title,
        CASE WHEN s.resolution_id IS NOT NULL THEN r.text
             WHEN s.decision_id IS NOT NULL THEN d.text ELSE o.text END AS body
        FROM search_rows s JOIN documents o ON o.id = s.document_id
        LEFT JOIN decisions d ON d.id = s.decision_id
        LEFT JOIN resolutions r ON r.id = s.resolution_id""",
    f"""CREATE VIRTUAL TABLE search USING fts5(filters, title, body,
        content='search_content', content_rowid='id',
        {TOKENIZE})""",
)

COUNTS = ("search_suppliers", "search_councils")
CREATE_COUNTS = (
    """CREATE TABLE search_suppliers (
        organisation_id INTEGER NOT NULL, decision_id INTEGER NOT NULL,
        resolution_id INTEGER NOT NULL, council_id INTEGER, date TEXT,
        in_resolution INTEGER NOT NULL, is_award INTEGER NOT NULL,
        PRIMARY KEY (organisation_id, decision_id, resolution_id)) WITHOUT ROWID""",
    "CREATE INDEX search_suppliers_date ON search_suppliers (date, council_id)",
    "CREATE INDEX search_suppliers_decision ON search_suppliers (decision_id, resolution_id)",
    """CREATE TABLE search_councils (
        council_id INTEGER PRIMARY KEY, documents INTEGER NOT NULL, decisions INTEGER NOT NULL,
        resolutions INTEGER NOT NULL)""",
)
# What the view tells; then the decisions that name a supplier and have no row yet.
SUPPLIERS_TOLD = """
    SELECT x.organisation_id, coalesce(d.same_as, d.id, 0) AS decision_id, x.resolution_id,
        o.council_id, coalesce(d.decision_date, t.date, d.meeting_date) AS date,
        x.in_resolution, r.action = 'award' AS is_award
    FROM (
        SELECT organisation_id, resolution_id, max(in_resolution) AS in_resolution FROM (
            SELECT n.organisation_id, coalesce(l.same_as, l.id) AS resolution_id,
                1 AS in_resolution
            FROM mentions n JOIN resolutions l ON l.id = n.resolution_id
            WHERE n.role IN ('supplier', 'other')
            UNION ALL SELECT n.organisation_id, coalesce(l.same_as, l.id), 0
            FROM mentions n JOIN resolutions l ON l.decision_id = n.decision_id
            WHERE n.resolution_id IS NULL AND n.role IN ('supplier', 'other'))
        GROUP BY 1, 2) x
    JOIN organisations g ON g.id = x.organisation_id AND g.kind = 'supplier'
    JOIN resolutions r ON r.id = x.resolution_id
    JOIN documents o ON o.id = r.document_id
    LEFT JOIN decisions d ON d.id = r.decision_id
    LEFT JOIN meetings t ON t.id = d.meeting_id"""
SUPPLIERS_NAMED = """
    SELECT n.organisation_id, e.id AS decision_id, 0 AS resolution_id, e.council_id,
        coalesce(e.decision_date, t.date, e.meeting_date) AS date, 0 AS in_resolution,
        0 AS is_award
    FROM (
        SELECT DISTINCT n.organisation_id, coalesce(d.same_as, d.id) AS decision_id
        FROM mentions n JOIN decisions d ON d.id = n.decision_id
        WHERE n.role IN ('supplier', 'other')) n
    JOIN organisations g ON g.id = n.organisation_id AND g.kind = 'supplier'
    JOIN decisions e ON e.id = n.decision_id
    LEFT JOIN meetings t ON t.id = e.meeting_id
    WHERE NOT EXISTS (SELECT 1 FROM search_suppliers s
        WHERE s.organisation_id = n.organisation_id AND s.decision_id = n.decision_id
            AND s.resolution_id > 0)"""
# By indexes alone: decisions less those that repeat another.
COUNCILS = """
    SELECT council_id, sum(documents) AS documents, sum(decisions) AS decisions,
        sum(resolutions) AS resolutions
    FROM (
        SELECT coalesce(council_id, 0) AS council_id, n AS documents, 0 AS decisions,
            0 AS resolutions
        FROM (SELECT council_id, count(*) AS n FROM documents GROUP BY 1)
        UNION ALL SELECT coalesce(council_id, 0), 0, n, 0
        FROM (SELECT council_id, count(*) AS n FROM decisions GROUP BY 1)
        UNION ALL SELECT coalesce(council_id, 0), 0, -1, 0
        FROM decisions WHERE same_as IS NOT NULL
        UNION ALL SELECT coalesce(o.council_id, 0), 0, 0, r.n
        FROM (SELECT document_id, count(*) AS n FROM resolutions GROUP BY 1) r
        JOIN documents o ON o.id = r.document_id)
    GROUP BY council_id"""
FILL_COUNTS = (
    "DELETE FROM search_suppliers",
    "DELETE FROM search_councils",
    f"INSERT INTO search_councils {COUNCILS}",
    f"INSERT INTO search_suppliers {SUPPLIERS_TOLD}",
    f"INSERT INTO search_suppliers {SUPPLIERS_NAMED}",
)

FORGET = (  # one parameter set: document. To be run before the document's rows change.
    """INSERT INTO search(search, rowid, filters, title, body)
        SELECT 'delete', id, filters, title, body FROM search_content
        WHERE id IN (SELECT id FROM search_rows WHERE document_id = :document)""",
    "DELETE FROM search_rows WHERE document_id = :document",
    # Their numbers may come again before the run ends that counts anew.
    """DELETE FROM search_suppliers WHERE decision_id IN (
        SELECT coalesce(same_as, id) FROM decisions WHERE document_id = :document)""",
    """DELETE FROM search_suppliers WHERE decision_id = 0 AND resolution_id IN (
        SELECT id FROM resolutions WHERE document_id = :document AND decision_id IS NULL)""",
)
WANTED = """
    SELECT d.id AS decision_id, NULL AS resolution_id, NULL AS action,
        coalesce(d.decision_date, d.meeting_date, d.publication_date, d.due_from) AS date
    FROM decisions d WHERE d.document_id = :document
    UNION ALL
    SELECT d.id, r.id, r.action,
        coalesce(d.decision_date, d.meeting_date, d.publication_date, d.due_from)
    FROM resolutions r LEFT JOIN decisions d ON d.id = r.decision_id
    WHERE r.document_id = :document
    UNION ALL
    SELECT NULL, NULL, NULL,
        (SELECT min(n.date) FROM meeting_notes n WHERE n.document_id = :document)
    WHERE NOT EXISTS (SELECT 1 FROM decisions d WHERE d.document_id = :document)"""
LAST = "SELECT max(id) FROM search_rows WHERE id >= :first AND id < :after"
REMEMBER = """INSERT INTO search_rows
    (id, document_id, decision_id, resolution_id, council_id, date, action)
    VALUES (:id, :document_id, :decision_id, :resolution_id, :council_id, :date, :action)"""
INDEX = """INSERT INTO search(rowid, filters, title, body)
    SELECT id, filters, title, body FROM search_content
    WHERE id IN (SELECT id FROM search_rows WHERE document_id = :document) ORDER BY id"""
CHECK = "INSERT INTO search(search, rank) VALUES ('integrity-check', 1)"


def day_number(iso: str | None) -> int:
    """Return the ordinal of an ISO date, 0 where there is none.

    >>> day_number("2024-02-29") - day_number("2024-02-28"), day_number(None), day_number("2024")
    (1, 0, 0)
    """
    try:
        return date.fromisoformat(iso or "").toordinal()
    except ValueError:
        return 0


def first_row(iso: str | None) -> int:
    """Return the least row number a row of this date can have; for date ranges of rowid."""
    return day_number(iso) * SLOT


def last_row(iso: str | None) -> int | None:
    """Return the greatest row number a row up to this date can have; None where it is no date."""
    day = day_number(iso)
    return (day + 1) * SLOT - 1 if day else None


def council_token(council_id: int | None) -> str:
    """Return the token of a council in `filters`."""
    return f"xc{council_id or 0}"


def action_token(action: str) -> str:
    """Return the token of an action in `filters`."""
    return f"xa{action}0"
