-- The first schema.
-- ends in: 1348e7d3bafbdbbf
CREATE TABLE councils (
    id {whole} NOT NULL,
    code TEXT,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    nation TEXT,
    platform TEXT,
    base_url TEXT,
    PRIMARY KEY (id),
    UNIQUE (slug)
);
CREATE TABLE runs (
    id {whole} NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    version TEXT NOT NULL,
    rules TEXT NOT NULL,
    seen {whole} NOT NULL,
    inserted {whole} NOT NULL,
    updated {whole} NOT NULL,
    unchanged {whole} NOT NULL,
    quarantined {whole} NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE organisations (
    id {whole} NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    company_number TEXT,
    PRIMARY KEY (id)
);
CREATE TABLE documents (
    id {whole} NOT NULL,
    "key" TEXT NOT NULL,
    council_id {whole},
    path TEXT NOT NULL,
    url TEXT,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    encoding TEXT,
    encoding_declared TEXT,
    kind TEXT NOT NULL,
    layout TEXT,
    title TEXT,
    text TEXT NOT NULL,
    status TEXT NOT NULL,
    status_reason TEXT,
    is_complete {whole},
    first_run_id {whole},
    last_run_id {whole},
    PRIMARY KEY (id),
    UNIQUE ("key"),
    FOREIGN KEY(council_id) REFERENCES councils (id) ON DELETE SET NULL,
    FOREIGN KEY(first_run_id) REFERENCES runs (id) ON DELETE SET NULL,
    FOREIGN KEY(last_run_id) REFERENCES runs (id) ON DELETE SET NULL
);
CREATE TABLE quarantine (
    id {whole} NOT NULL,
    run_id {whole},
    council_id {whole},
    path TEXT NOT NULL,
    sha256 TEXT,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE SET NULL,
    FOREIGN KEY(council_id) REFERENCES councils (id) ON DELETE SET NULL
);
CREATE TABLE meetings (
    id {whole} NOT NULL,
    council_id {whole},
    body TEXT NOT NULL,
    date TEXT,
    start_time TEXT,
    venue TEXT,
    status TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(council_id) REFERENCES councils (id) ON DELETE SET NULL
);
CREATE TABLE organisation_names (
    id {whole} NOT NULL,
    organisation_id {whole} NOT NULL,
    name TEXT NOT NULL,
    "match" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE CASCADE
);
CREATE TABLE matters (
    id {whole} NOT NULL,
    "key" TEXT NOT NULL,
    council_id {whole},
    title TEXT,
    first_date TEXT,
    last_date TEXT,
    PRIMARY KEY (id),
    UNIQUE ("key"),
    FOREIGN KEY(council_id) REFERENCES councils (id) ON DELETE SET NULL
);
CREATE TABLE decisions (
    id {whole} NOT NULL,
    "key" TEXT NOT NULL,
    document_id {whole} NOT NULL,
    meeting_id {whole},
    council_id {whole},
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    position {whole} NOT NULL,
    number TEXT,
    item_number TEXT,
    reference TEXT,
    title TEXT,
    decision_maker TEXT,
    maker_kind TEXT,
    status_text TEXT,
    status TEXT,
    is_key_decision {whole},
    is_subject_to_call_in {whole},
    is_exempt {whole},
    exempt_paragraph TEXT,
    is_procedural {whole},
    decision_date TEXT,
    publication_date TEXT,
    effective_date TEXT,
    due_from TEXT,
    due_to TEXT,
    meeting_body TEXT,
    meeting_date TEXT,
    purpose TEXT,
    text TEXT,
    reasons TEXT,
    alternatives TEXT,
    wards TEXT,
    report_author TEXT,
    entry_id TEXT,
    matter_id {whole},
    same_as {whole},
    PRIMARY KEY (id),
    UNIQUE ("key"),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE SET NULL,
    FOREIGN KEY(council_id) REFERENCES councils (id) ON DELETE SET NULL,
    FOREIGN KEY(matter_id) REFERENCES matters (id) ON DELETE SET NULL,
    FOREIGN KEY(same_as) REFERENCES decisions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE document_addresses (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    path TEXT NOT NULL,
    url TEXT,
    sha256 TEXT NOT NULL,
    root TEXT,
    inputs TEXT,
    missing_since {whole},
    PRIMARY KEY (id),
    UNIQUE (document_id, path),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(missing_since) REFERENCES runs (id) ON DELETE SET NULL
);
CREATE TABLE issues (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    rule TEXT NOT NULL,
    message TEXT NOT NULL,
    start {whole},
    stop {whole},
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE meeting_notes (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    body TEXT NOT NULL,
    date TEXT,
    start_time TEXT,
    venue TEXT,
    status TEXT,
    meeting_id {whole},
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE SET NULL
);
CREATE TABLE versions (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    rows TEXT NOT NULL,
    first_run_id {whole},
    last_run_id {whole},
    PRIMARY KEY (id),
    UNIQUE (document_id, sha256),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(first_run_id) REFERENCES runs (id) ON DELETE SET NULL,
    FOREIGN KEY(last_run_id) REFERENCES runs (id) ON DELETE SET NULL
);
CREATE TABLE changes (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    run_id {whole},
    cause TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    column_name TEXT,
    old TEXT,
    new TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE SET NULL
);
CREATE TABLE attendance (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    meeting_id {whole},
    name TEXT NOT NULL,
    role TEXT,
    status TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE SET NULL
);
CREATE TABLE evidence (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_id {whole} NOT NULL,
    column_name TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE links (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    decision_id {whole},
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    href TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE matter_documents (
    id {whole} NOT NULL,
    matter_id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    decision_id {whole},
    reason TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(matter_id) REFERENCES matters (id) ON DELETE CASCADE,
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE resolutions (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    position {whole} NOT NULL,
    label TEXT,
    lead TEXT,
    text TEXT NOT NULL,
    action TEXT NOT NULL,
    is_empty {whole} NOT NULL,
    parent_id {whole},
    same_as {whole},
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL,
    FOREIGN KEY(parent_id) REFERENCES resolutions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(same_as) REFERENCES resolutions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE recommendations (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    position {whole} NOT NULL,
    label TEXT,
    lead TEXT,
    text TEXT NOT NULL,
    action TEXT NOT NULL,
    is_empty {whole} NOT NULL,
    parent_id {whole},
    same_as {whole},
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL,
    FOREIGN KEY(parent_id) REFERENCES recommendations (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(same_as) REFERENCES recommendations (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE percentages (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    value {real} NOT NULL,
    value_max {real},
    qualifier TEXT,
    role TEXT NOT NULL,
    subject TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE kpi_summaries (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    period TEXT,
    label TEXT NOT NULL,
    count {whole} NOT NULL,
    "of" {whole},
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE people (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    name TEXT,
    post TEXT,
    organisation TEXT,
    role TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE dates (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    date TEXT,
    date_end TEXT,
    role TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE declarations (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    name TEXT NOT NULL,
    interest TEXT,
    left_room {whole},
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE fields (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    label TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE attachments (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    title TEXT NOT NULL,
    url TEXT,
    bytes {whole},
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE recommendation_outcomes (
    id {whole} NOT NULL,
    recommendation_id {whole} NOT NULL,
    resolution_id {whole},
    outcome TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(recommendation_id) REFERENCES recommendations (id) ON DELETE CASCADE,
    FOREIGN KEY(resolution_id) REFERENCES resolutions (id) ON DELETE SET NULL
);
CREATE TABLE votes (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    resolution_id {whole},
    subject TEXT NOT NULL,
    text TEXT,
    votes_for {whole},
    votes_against {whole},
    abstentions {whole},
    not_voting {whole},
    casting_vote {whole},
    is_unanimous {whole},
    is_recorded {whole},
    outcome TEXT,
    proposer TEXT,
    seconder TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL,
    FOREIGN KEY(resolution_id) REFERENCES resolutions (id) ON DELETE SET NULL
);
CREATE TABLE mentions (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    organisation_id {whole},
    resolution_id {whole},
    name TEXT NOT NULL,
    org_kind TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL,
    FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE SET NULL,
    FOREIGN KEY(resolution_id) REFERENCES resolutions (id) ON DELETE SET NULL
);
CREATE TABLE vote_positions (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    vote_id {whole} NOT NULL,
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(vote_id) REFERENCES votes (id) ON DELETE CASCADE
);
CREATE TABLE amounts (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    resolution_id {whole},
    mention_id {whole},
    organisation_id {whole},
    pence {whole},
    pence_max {whole},
    currency TEXT NOT NULL,
    qualifier TEXT,
    kind TEXT NOT NULL,
    per TEXT,
    per_text TEXT,
    financial_year TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL,
    FOREIGN KEY(resolution_id) REFERENCES resolutions (id) ON DELETE SET NULL,
    FOREIGN KEY(mention_id) REFERENCES mentions (id) ON DELETE SET NULL,
    FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE SET NULL
);
CREATE TABLE kpis (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    mention_id {whole},
    organisation_id {whole},
    code TEXT,
    name TEXT,
    service TEXT,
    period TEXT,
    period_start TEXT,
    period_end TEXT,
    target {real},
    target_max {real},
    target_date TEXT,
    actual {real},
    actual_max {real},
    unit TEXT,
    previous {real},
    floor {real},
    rag TEXT,
    direction TEXT,
    lower_is_better {whole},
    is_mitigated {whole},
    outcome TEXT NOT NULL,
    has_exception {whole},
    sentence TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL,
    FOREIGN KEY(mention_id) REFERENCES mentions (id) ON DELETE SET NULL,
    FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE SET NULL
);
CREATE TABLE savings (
    id {whole} NOT NULL,
    document_id {whole} NOT NULL,
    start {whole} NOT NULL,
    stop {whole} NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision_id {whole},
    amount_id {whole},
    mention_id {whole},
    organisation_id {whole},
    pence {whole},
    status TEXT NOT NULL,
    recurrence TEXT NOT NULL,
    financial_year TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL,
    FOREIGN KEY(amount_id) REFERENCES amounts (id) ON DELETE SET NULL,
    FOREIGN KEY(mention_id) REFERENCES mentions (id) ON DELETE SET NULL,
    FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE SET NULL
);
CREATE INDEX documents_path ON documents (path);
CREATE INDEX documents_council_id ON documents (council_id);
CREATE INDEX documents_sha256 ON documents (sha256);
CREATE INDEX quarantine_council_id ON quarantine (council_id);
CREATE INDEX quarantine_path ON quarantine (path);
CREATE INDEX meetings_council_id ON meetings (council_id);
CREATE INDEX organisation_names_name ON organisation_names (name);
CREATE INDEX organisation_names_organisation_id ON organisation_names (organisation_id);
CREATE INDEX matters_council_id ON matters (council_id);
CREATE INDEX decisions_council_id ON decisions (council_id);
CREATE INDEX decisions_matter_id ON decisions (matter_id);
CREATE INDEX decisions_meeting_id ON decisions (meeting_id);
CREATE INDEX decisions_same_as ON decisions (same_as);
CREATE INDEX decisions_document_id ON decisions (document_id);
CREATE INDEX decisions_decision_date ON decisions (decision_date);
CREATE INDEX document_addresses_path ON document_addresses (path);
CREATE INDEX issues_document_id ON issues (document_id);
CREATE INDEX meeting_notes_meeting_id ON meeting_notes (meeting_id);
CREATE INDEX meeting_notes_document_id ON meeting_notes (document_id);
CREATE INDEX changes_document_id ON changes (document_id);
CREATE INDEX attendance_document_id ON attendance (document_id);
CREATE INDEX attendance_meeting_id ON attendance (meeting_id);
CREATE INDEX evidence_document_id ON evidence (document_id);
CREATE INDEX evidence_row_id ON evidence (row_id);
CREATE INDEX links_decision_id ON links (decision_id);
CREATE INDEX links_document_id ON links (document_id);
CREATE INDEX matter_documents_decision_id ON matter_documents (decision_id);
CREATE INDEX matter_documents_document_id ON matter_documents (document_id);
CREATE INDEX matter_documents_matter_id ON matter_documents (matter_id);
CREATE INDEX resolutions_decision_id ON resolutions (decision_id);
CREATE INDEX resolutions_document_id ON resolutions (document_id);
CREATE INDEX resolutions_parent_id ON resolutions (parent_id);
CREATE INDEX resolutions_same_as ON resolutions (same_as);
CREATE INDEX recommendations_document_id ON recommendations (document_id);
CREATE INDEX recommendations_decision_id ON recommendations (decision_id);
CREATE INDEX recommendations_parent_id ON recommendations (parent_id);
CREATE INDEX recommendations_same_as ON recommendations (same_as);
CREATE INDEX percentages_document_id ON percentages (document_id);
CREATE INDEX percentages_decision_id ON percentages (decision_id);
CREATE INDEX kpi_summaries_document_id ON kpi_summaries (document_id);
CREATE INDEX kpi_summaries_decision_id ON kpi_summaries (decision_id);
CREATE INDEX people_document_id ON people (document_id);
CREATE INDEX people_decision_id ON people (decision_id);
CREATE INDEX dates_decision_id ON dates (decision_id);
CREATE INDEX dates_document_id ON dates (document_id);
CREATE INDEX declarations_decision_id ON declarations (decision_id);
CREATE INDEX declarations_document_id ON declarations (document_id);
CREATE INDEX fields_document_id ON fields (document_id);
CREATE INDEX fields_decision_id ON fields (decision_id);
CREATE INDEX attachments_document_id ON attachments (document_id);
CREATE INDEX attachments_decision_id ON attachments (decision_id);
CREATE INDEX recommendation_outcomes_resolution_id ON recommendation_outcomes (resolution_id);
CREATE INDEX recommendation_outcomes_recommendation_id ON recommendation_outcomes (recommendation_id);
CREATE INDEX votes_document_id ON votes (document_id);
CREATE INDEX votes_resolution_id ON votes (resolution_id);
CREATE INDEX votes_decision_id ON votes (decision_id);
CREATE INDEX mentions_decision_id ON mentions (decision_id);
CREATE INDEX mentions_organisation_id ON mentions (organisation_id);
CREATE INDEX mentions_resolution_id ON mentions (resolution_id);
CREATE INDEX mentions_document_id ON mentions (document_id);
CREATE INDEX vote_positions_document_id ON vote_positions (document_id);
CREATE INDEX vote_positions_vote_id ON vote_positions (vote_id);
CREATE INDEX amounts_decision_id ON amounts (decision_id);
CREATE INDEX amounts_document_id ON amounts (document_id);
CREATE INDEX amounts_organisation_id ON amounts (organisation_id);
CREATE INDEX amounts_mention_id ON amounts (mention_id);
CREATE INDEX amounts_resolution_id ON amounts (resolution_id);
CREATE INDEX kpis_decision_id ON kpis (decision_id);
CREATE INDEX kpis_organisation_id ON kpis (organisation_id);
CREATE INDEX kpis_document_id ON kpis (document_id);
CREATE INDEX kpis_mention_id ON kpis (mention_id);
CREATE INDEX savings_mention_id ON savings (mention_id);
CREATE INDEX savings_amount_id ON savings (amount_id);
CREATE INDEX savings_document_id ON savings (document_id);
CREATE INDEX savings_decision_id ON savings (decision_id);
CREATE INDEX savings_organisation_id ON savings (organisation_id);
