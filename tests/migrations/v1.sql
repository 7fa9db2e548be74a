-- A database of schema version 1: its DDL, and rows read from pages that we made up.
PRAGMA application_id = 1296192835;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE councils (
	id INTEGER NOT NULL, 
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
	id INTEGER NOT NULL, 
	started_at TEXT NOT NULL, 
	finished_at TEXT, 
	version TEXT NOT NULL, 
	rules TEXT NOT NULL, 
	seen INTEGER NOT NULL, 
	inserted INTEGER NOT NULL, 
	updated INTEGER NOT NULL, 
	unchanged INTEGER NOT NULL, 
	quarantined INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE organisations (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	company_number TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE documents (
	id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	council_id INTEGER, 
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
	is_complete INTEGER, 
	first_run_id INTEGER, 
	last_run_id INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE ("key"), 
	FOREIGN KEY(council_id) REFERENCES councils (id) ON DELETE SET NULL, 
	FOREIGN KEY(first_run_id) REFERENCES runs (id) ON DELETE SET NULL, 
	FOREIGN KEY(last_run_id) REFERENCES runs (id) ON DELETE SET NULL
);
CREATE TABLE quarantine (
	id INTEGER NOT NULL, 
	run_id INTEGER, 
	council_id INTEGER, 
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
	id INTEGER NOT NULL, 
	council_id INTEGER, 
	body TEXT NOT NULL, 
	date TEXT, 
	start_time TEXT, 
	venue TEXT, 
	status TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(council_id) REFERENCES councils (id) ON DELETE SET NULL
);
CREATE TABLE organisation_names (
	id INTEGER NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	"match" TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE CASCADE
);
CREATE TABLE matters (
	id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	council_id INTEGER, 
	title TEXT, 
	first_date TEXT, 
	last_date TEXT, 
	PRIMARY KEY (id), 
	UNIQUE ("key"), 
	FOREIGN KEY(council_id) REFERENCES councils (id) ON DELETE SET NULL
);
CREATE TABLE decisions (
	id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	document_id INTEGER NOT NULL, 
	meeting_id INTEGER, 
	council_id INTEGER, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	number TEXT, 
	item_number TEXT, 
	reference TEXT, 
	title TEXT, 
	decision_maker TEXT, 
	maker_kind TEXT, 
	status_text TEXT, 
	status TEXT, 
	is_key_decision INTEGER, 
	is_subject_to_call_in INTEGER, 
	is_exempt INTEGER, 
	exempt_paragraph TEXT, 
	is_procedural INTEGER, 
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
	matter_id INTEGER, 
	same_as INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE ("key"), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE SET NULL, 
	FOREIGN KEY(council_id) REFERENCES councils (id) ON DELETE SET NULL, 
	FOREIGN KEY(matter_id) REFERENCES matters (id) ON DELETE SET NULL, 
	FOREIGN KEY(same_as) REFERENCES decisions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE document_addresses (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	path TEXT NOT NULL, 
	url TEXT, 
	sha256 TEXT NOT NULL, 
	root TEXT, 
	inputs TEXT, 
	missing_since INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (document_id, path), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(missing_since) REFERENCES runs (id) ON DELETE SET NULL
);
CREATE TABLE issues (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	rule TEXT NOT NULL, 
	message TEXT NOT NULL, 
	start INTEGER, 
	stop INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE meeting_notes (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	body TEXT NOT NULL, 
	date TEXT, 
	start_time TEXT, 
	venue TEXT, 
	status TEXT, 
	meeting_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE SET NULL
);
CREATE TABLE versions (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	text TEXT NOT NULL, 
	rows TEXT NOT NULL, 
	first_run_id INTEGER, 
	last_run_id INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (document_id, sha256), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(first_run_id) REFERENCES runs (id) ON DELETE SET NULL, 
	FOREIGN KEY(last_run_id) REFERENCES runs (id) ON DELETE SET NULL
);
CREATE TABLE changes (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	run_id INTEGER, 
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
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	meeting_id INTEGER, 
	name TEXT NOT NULL, 
	role TEXT, 
	status TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE SET NULL
);
CREATE TABLE evidence (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	table_name TEXT NOT NULL, 
	row_id INTEGER NOT NULL, 
	column_name TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE links (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	decision_id INTEGER, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	href TEXT NOT NULL, 
	target TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE matter_documents (
	id INTEGER NOT NULL, 
	matter_id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	decision_id INTEGER, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(matter_id) REFERENCES matters (id) ON DELETE CASCADE, 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE resolutions (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	position INTEGER NOT NULL, 
	label TEXT, 
	lead TEXT, 
	text TEXT NOT NULL, 
	action TEXT NOT NULL, 
	is_empty INTEGER NOT NULL, 
	parent_id INTEGER, 
	same_as INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL, 
	FOREIGN KEY(parent_id) REFERENCES resolutions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(same_as) REFERENCES resolutions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE recommendations (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	position INTEGER NOT NULL, 
	label TEXT, 
	lead TEXT, 
	text TEXT NOT NULL, 
	action TEXT NOT NULL, 
	is_empty INTEGER NOT NULL, 
	parent_id INTEGER, 
	same_as INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL, 
	FOREIGN KEY(parent_id) REFERENCES recommendations (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(same_as) REFERENCES recommendations (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE percentages (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	value FLOAT NOT NULL, 
	value_max FLOAT, 
	qualifier TEXT, 
	role TEXT NOT NULL, 
	subject TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE kpi_summaries (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	period TEXT, 
	label TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	"of" INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE people (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
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
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	date TEXT, 
	date_end TEXT, 
	role TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE declarations (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	name TEXT NOT NULL, 
	interest TEXT, 
	left_room INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE fields (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	label TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE attachments (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	title TEXT NOT NULL, 
	url TEXT, 
	bytes INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL
);
CREATE TABLE recommendation_outcomes (
	id INTEGER NOT NULL, 
	recommendation_id INTEGER NOT NULL, 
	resolution_id INTEGER, 
	outcome TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(recommendation_id) REFERENCES recommendations (id) ON DELETE CASCADE, 
	FOREIGN KEY(resolution_id) REFERENCES resolutions (id) ON DELETE SET NULL
);
CREATE TABLE votes (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	resolution_id INTEGER, 
	subject TEXT NOT NULL, 
	text TEXT, 
	votes_for INTEGER, 
	votes_against INTEGER, 
	abstentions INTEGER, 
	not_voting INTEGER, 
	casting_vote INTEGER, 
	is_unanimous INTEGER, 
	is_recorded INTEGER, 
	outcome TEXT, 
	proposer TEXT, 
	seconder TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL, 
	FOREIGN KEY(resolution_id) REFERENCES resolutions (id) ON DELETE SET NULL
);
CREATE TABLE mentions (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	organisation_id INTEGER, 
	resolution_id INTEGER, 
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
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	vote_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	position TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(vote_id) REFERENCES votes (id) ON DELETE CASCADE
);
CREATE TABLE amounts (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	resolution_id INTEGER, 
	mention_id INTEGER, 
	organisation_id INTEGER, 
	pence INTEGER, 
	pence_max INTEGER, 
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
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	mention_id INTEGER, 
	organisation_id INTEGER, 
	code TEXT, 
	name TEXT, 
	service TEXT, 
	period TEXT, 
	period_start TEXT, 
	period_end TEXT, 
	target FLOAT, 
	target_max FLOAT, 
	target_date TEXT, 
	actual FLOAT, 
	actual_max FLOAT, 
	unit TEXT, 
	previous FLOAT, 
	floor FLOAT, 
	rag TEXT, 
	direction TEXT, 
	lower_is_better INTEGER, 
	is_mitigated INTEGER, 
	outcome TEXT NOT NULL, 
	has_exception INTEGER, 
	sentence TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE SET NULL, 
	FOREIGN KEY(mention_id) REFERENCES mentions (id) ON DELETE SET NULL, 
	FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE SET NULL
);
CREATE TABLE savings (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	decision_id INTEGER, 
	amount_id INTEGER, 
	mention_id INTEGER, 
	organisation_id INTEGER, 
	pence INTEGER, 
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
CREATE TABLE search_rows (
        id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL, decision_id INTEGER,
        resolution_id INTEGER, council_id INTEGER, date TEXT, action TEXT);
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
CREATE INDEX search_rows_document_id ON search_rows (document_id);
CREATE INDEX search_rows_decision_id ON search_rows (decision_id);
CREATE INDEX search_rows_resolution_id ON search_rows (resolution_id);
CREATE VIEW decision_list AS 
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
WHERE d.same_as IS NULL;
CREATE VIEW savings_ledger AS 
SELECT s.id AS saving_id, c.name AS council, c.slug AS council_slug, d.key AS decision_key,
    d.title AS decision, coalesce(d.decision_date, m.date, d.meeting_date) AS decision_date,
    s.financial_year, s.pence, s.status, s.recurrence, g.name AS supplier, s.quote,
    s.start, s.stop, s.document_id, o.path, o.url
FROM savings s
JOIN documents o ON o.id = s.document_id
LEFT JOIN councils c ON c.id = o.council_id
LEFT JOIN decisions d ON d.id = s.decision_id
LEFT JOIN meetings m ON m.id = d.meeting_id
LEFT JOIN organisations g ON g.id = s.organisation_id;
CREATE VIEW supplier_resolutions AS 
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
LEFT JOIN councils c ON c.id = o.council_id;
CREATE VIEW kpi_results AS 
SELECT k.id AS kpi_id, c.name AS council, c.slug AS council_slug, k.service, g.name AS supplier,
    k.code, k.name AS indicator, k.period, k.period_start, k.period_end, k.target, k.target_max,
    k.target_date, k.actual, k.actual_max, k.unit, k.previous, k.rag, k.direction, k.outcome,
    k.is_mitigated, k.has_exception, k.sentence, d.key AS decision_key, d.title AS decision,
    coalesce(d.decision_date, m.date, d.meeting_date) AS decision_date, k.document_id, o.path, o.url
FROM kpis k
JOIN documents o ON o.id = k.document_id
LEFT JOIN councils c ON c.id = o.council_id
LEFT JOIN decisions d ON d.id = k.decision_id
LEFT JOIN meetings m ON m.id = d.meeting_id
LEFT JOIN organisations g ON g.id = k.organisation_id;
CREATE VIEW coverage AS 
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
GROUP BY c.name, c.slug;
CREATE VIEW search_content AS SELECT s.id AS id,
        CASE WHEN s.resolution_id IS NOT NULL THEN 'xkresolution'
             WHEN s.decision_id IS NOT NULL THEN 'xkdecision' ELSE 'xkdocument' END
        || ' xc' || coalesce(s.council_id, 0) || coalesce(' xa' || s.action || '0', '') AS filters,
        CASE WHEN s.decision_id IS NULL THEN o.title ELSE d.title END AS title,
        CASE WHEN s.resolution_id IS NOT NULL THEN r.text
             WHEN s.decision_id IS NOT NULL THEN d.text ELSE o.text END AS body
        FROM search_rows s JOIN documents o ON o.id = s.document_id
        LEFT JOIN decisions d ON d.id = s.decision_id
        LEFT JOIN resolutions r ON r.id = s.resolution_id;
CREATE VIRTUAL TABLE search USING fts5(filters, title, body,
        content='search_content', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO councils VALUES (1, 'KEN', 'kent', 'Kent County Council', 'ENG', 'ModernGov', 'https://democracy.kent.gov.uk/');
INSERT INTO councils VALUES (2, 'LDS', 'leeds', 'Leeds City Council', 'ENG', 'ModernGov', 'http://democracy.leeds.gov.uk');
INSERT INTO runs VALUES (1, '2026-11-23T01:58:41Z', '2026-11-23T01:58:44Z', '0.1.0', 'de6be033cbf0020f', 6, 5, 0, 0, 1);
INSERT INTO runs VALUES (2, '2026-11-23T01:58:44Z', '2026-11-23T01:58:45Z', '0.1.0', 'de6be033cbf0020f', 5, 0, 1, 3, 1);
INSERT INTO organisations VALUES (1, 'Harlow & Peake Ltd', 'supplier', NULL);
INSERT INTO organisations VALUES (2, 'Ostler Roads LLP', 'supplier', NULL);
INSERT INTO organisations VALUES (3, 'Tarn Valley Care Limited', 'supplier', NULL);
INSERT INTO documents VALUES (1, 'kent/file/kent/copy.html', 1, 'kent/copy.html', NULL, '06eea796235c345a181fd8fb159fff763d92de2f96f4fbebc18bf17bb845257e', 'text/html', 'utf-8', 'utf-8', 'decision', 'decision', 'Review of Adult Social Care 3', 'Decision details

Review of Adult Social Care 3

Decision Maker: Cabinet

Decision status: Recommendations Approved

Is Key decision?: Yes

Is subject to call in?: Yes

Decisions:

The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Libraries answered 79.0% of calls within 37 seconds in Quarter 4 against a target of 89%. Eleri Pugh, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events.

The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The School Catering service had delivered a saving of £440k in 2020/17, against a target of £1.12m.

Satisfaction rose from 56% to 73% between April 2020 and March 2025. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Leisure Centres answered 63.0% of calls within 43 seconds in Quarter 3 against a target of 90%. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Highways answered 87.1% of calls within 26 seconds in Quarter 3 against a target of 80%. Satisfaction rose from 49% to 77% between April 2017 and March 2024.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The Highways service had delivered a saving of £464k in 2024/24, against a target of £3.38m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report.

The School Catering service had delivered a saving of £535k in 2016/18, against a target of £2.40m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The Housing Repairs service had delivered a saving of £519k in 2017/16, against a target of £3.83m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward.

Ian Fairley, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. Satisfaction rose from 40% to 68% between April 2016 and March 2025. The Libraries service had delivered a saving of £939k in 2020/21, against a target of £3.43m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

RESOLVED:

1.   That the award of the contract for Customer Contact to Harlow & Peake Ltd at a value of £283,939 be approved.

2.   That a budget of £1.6m be allocated from reserves.

3.   That authority be delegated to the Director to settle the final terms.

4.   That the report be noted.

Publication date: 28/02/2015

Date of decision: 28/02/2015

Decided at meeting: 28/02/2015 - Cabinet

Accompanying Documents:

Report', 'whole', NULL, NULL, 1, 1);
INSERT INTO documents VALUES (2, 'kent/file/kent/one.html', 1, 'kent/one.html', NULL, '06eea796235c345a181fd8fb159fff763d92de2f96f4fbebc18bf17bb845257e', 'text/html', 'utf-8', 'utf-8', 'decision', 'decision', 'Review of Adult Social Care 3', 'Decision details

Review of Adult Social Care 3

Decision Maker: Cabinet

Decision status: Recommendations Approved

Is Key decision?: Yes

Is subject to call in?: Yes

Decisions:

The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Libraries answered 79.0% of calls within 37 seconds in Quarter 4 against a target of 89%. Eleri Pugh, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events.

The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The School Catering service had delivered a saving of £440k in 2020/17, against a target of £1.12m.

Satisfaction rose from 56% to 73% between April 2020 and March 2025. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Leisure Centres answered 63.0% of calls within 43 seconds in Quarter 3 against a target of 90%. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Highways answered 87.1% of calls within 26 seconds in Quarter 3 against a target of 80%. Satisfaction rose from 49% to 77% between April 2017 and March 2024.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The Highways service had delivered a saving of £464k in 2024/24, against a target of £3.38m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report.

The School Catering service had delivered a saving of £535k in 2016/18, against a target of £2.40m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The Housing Repairs service had delivered a saving of £519k in 2017/16, against a target of £3.83m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward.

Ian Fairley, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. Satisfaction rose from 40% to 68% between April 2016 and March 2025. The Libraries service had delivered a saving of £939k in 2020/21, against a target of £3.43m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

RESOLVED:

1.   That the award of the contract for Customer Contact to Harlow & Peake Ltd at a value of £283,939 be approved.

2.   That a budget of £1.6m be allocated from reserves.

3.   That authority be delegated to the Director to settle the final terms.

4.   That the report be noted.

Publication date: 28/02/2015

Date of decision: 28/02/2015

Decided at meeting: 28/02/2015 - Cabinet

Accompanying Documents:

Report', 'whole', NULL, NULL, 1, 1);
INSERT INTO documents VALUES (3, 'leeds/file/leeds/gone.txt', 2, 'leeds/gone.txt', NULL, 'ae8875d65300d0692b6bcb539fd3ebdccbb9051b498421076f2221a03c6c2637', 'text/plain', 'utf-8', NULL, 'unknown', 'unknown', NULL, 'A page that says nothing of note.
', 'whole', NULL, NULL, 1, 1);
INSERT INTO documents VALUES (4, 'leeds/file/leeds/minutes.txt', 2, 'leeds/minutes.txt', NULL, 'bc913a140a499e3183a9f23b2c97d048bde3822ba573a8358869e2b7ca7bce31', 'text/plain', 'utf-8', NULL, 'meeting', 'meeting', 'Finance Committee Tuesday 6 May 2025', 'Harbour Town Council
Finance Committee
Tuesday 6 May 2025
Present: Councillors Ann Frost (Chair), Bob Dean, Cai Morgan
Apologies: Councillor Di Hart
1. Declarations of interest
Councillor Bob Dean declared a personal interest in item 2 as a trustee.
2. Boathouse roof
RESOLVED: That (1) a contract of £52,750 be awarded to Ostler Roads LLP; and (2) the report be noted.
Moved by Councillor Frost, seconded by Councillor Morgan. For: 3 Against: 0 Abstentions: 1
Savings of £12,000 were forecast for 2025/26, against a target of £20,000.
98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.
', 'whole', NULL, NULL, 1, 2);
INSERT INTO documents VALUES (5, 'leeds/file/leeds/two.txt', 2, 'leeds/two.txt', NULL, '2d7e41e36496c18f364d0645ba35cd3b7dcc1473d4b0fcd6dbe40323b31dd2aa', 'text/plain', 'utf-8', NULL, 'decision', 'decision', 'Review of Adult Social Care 4', 'Decision details

Review of Adult Social Care 4

Decision Maker: Cabinet

Decision status: Recommendations Approved

Is Key decision?: Yes

Is subject to call in?: Yes

Decisions:

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward.

 

Asha Verma, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

 

The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

 

The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Satisfaction rose from 57% to 81% between April 2018 and March 2023. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike.

 

Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward.

 

Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

 

Joan O''Dell, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. The School Catering service had delivered a saving of £410k in 2017/20, against a target of £3.30m.

 

The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

 

Satisfaction rose from 55% to 62% between April 2016 and March 2024. The contract with Tarn Valley Care Limited was valued at £27.5 million over 3 years, at an annual cost of £432,000. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

 

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

 

Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report.

 

The Housing Repairs service had delivered a saving of £65k in 2025/19, against a target of £2.89m. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The Customer Contact service had delivered a saving of £919k in 2023/16, against a target of £1.30m.

RESOLVED:

1. That the award of the contract for Adult Social Care to Tarn Valley Care Limited at a value of £886,635 be approved.

2. That a budget of £1.5m be allocated from reserves.

3. That authority be delegated to the Director to settle the final terms.

4. That the report be noted.

Publication date: 27/06/2016

Date of decision: 27/06/2016

Decided at meeting: 27/06/2016 - Cabinet

Accompanying Documents:
', 'whole', NULL, NULL, 1, 1);
INSERT INTO quarantine VALUES (1, 1, 2, 'leeds/empty.html', NULL, 'read', 'empty', NULL);
INSERT INTO meetings VALUES (1, 1, 'Cabinet', '2015-02-28', NULL, NULL, NULL);
INSERT INTO meetings VALUES (2, 2, 'Finance Committee', '2025-05-06', NULL, NULL, NULL);
INSERT INTO meetings VALUES (3, 2, 'Cabinet', '2016-06-27', NULL, NULL, NULL);
INSERT INTO organisation_names VALUES (1, 1, 'Harlow & Peake Ltd', 'exact');
INSERT INTO organisation_names VALUES (2, 2, 'Ostler Roads LLP', 'exact');
INSERT INTO organisation_names VALUES (3, 3, 'Tarn Valley Care Limited', 'exact');
INSERT INTO matters VALUES (1, 'kent/2015-02-28/cabinet/review of adult social care 3', 1, 'Review of Adult Social Care 3', '2015-02-28', '2015-02-28');
INSERT INTO decisions VALUES (1, 'kent/file/kent/copy.html#at1', 1, 1, 1, 18, 5452, 1, NULL, NULL, NULL, 'Review of Adult Social Care 3', 'Cabinet', 'executive', 'Recommendations Approved', 'approved', 1, 1, NULL, NULL, NULL, '2015-02-28', '2015-02-28', NULL, NULL, NULL, 'Cabinet', '2015-02-28', NULL, 'The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Libraries answered 79.0% of calls within 37 seconds in Quarter 4 against a target of 89%. Eleri Pugh, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The School Catering service had delivered a saving of £440k in 2020/17, against a target of £1.12m. Satisfaction rose from 56% to 73% between April 2020 and March 2025. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Leisure Centres answered 63.0% of calls within 43 seconds in Quarter 3 against a target of 90%. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Highways answered 87.1% of calls within 26 seconds in Quarter 3 against a target of 80%. Satisfaction rose from 49% to 77% between April 2017 and March 2024. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The Highways service had delivered a saving of £464k in 2024/24, against a target of £3.38m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The School Catering service had delivered a saving of £535k in 2016/18, against a target of £2.40m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The Housing Repairs service had delivered a saving of £519k in 2017/16, against a target of £3.83m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. Ian Fairley, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. Satisfaction rose from 40% to 68% between April 2016 and March 2025. The Libraries service had delivered a saving of £939k in 2020/21, against a target of £3.43m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. RESOLVED: 1. That the award of the contract for Customer Contact to Harlow & Peake Ltd at a value of £283,939 be approved. 2. That a budget of £1.6m be allocated from reserves. 3. That authority be delegated to the Director to settle the final terms. 4. That the report be noted.', NULL, NULL, NULL, NULL, NULL, 1, NULL);
INSERT INTO decisions VALUES (2, 'kent/file/kent/one.html#at1', 2, 1, 1, 18, 5452, 1, NULL, NULL, NULL, 'Review of Adult Social Care 3', 'Cabinet', 'executive', 'Recommendations Approved', 'approved', 1, 1, NULL, NULL, NULL, '2015-02-28', '2015-02-28', NULL, NULL, NULL, 'Cabinet', '2015-02-28', NULL, 'The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Libraries answered 79.0% of calls within 37 seconds in Quarter 4 against a target of 89%. Eleri Pugh, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The School Catering service had delivered a saving of £440k in 2020/17, against a target of £1.12m. Satisfaction rose from 56% to 73% between April 2020 and March 2025. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Leisure Centres answered 63.0% of calls within 43 seconds in Quarter 3 against a target of 90%. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Highways answered 87.1% of calls within 26 seconds in Quarter 3 against a target of 80%. Satisfaction rose from 49% to 77% between April 2017 and March 2024. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The Highways service had delivered a saving of £464k in 2024/24, against a target of £3.38m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The School Catering service had delivered a saving of £535k in 2016/18, against a target of £2.40m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The Housing Repairs service had delivered a saving of £519k in 2017/16, against a target of £3.83m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. Ian Fairley, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. Satisfaction rose from 40% to 68% between April 2016 and March 2025. The Libraries service had delivered a saving of £939k in 2020/21, against a target of £3.43m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. RESOLVED: 1. That the award of the contract for Customer Contact to Harlow & Peake Ltd at a value of £283,939 be approved. 2. That a budget of £1.6m be allocated from reserves. 3. That authority be delegated to the Director to settle the final terms. 4. That the report be noted.', NULL, NULL, NULL, NULL, NULL, 1, 1);
INSERT INTO decisions VALUES (4, 'leeds/file/leeds/two.txt#at1', 5, 3, 2, 18, 5014, 1, NULL, NULL, NULL, 'Review of Adult Social Care 4', 'Cabinet', 'executive', 'Recommendations Approved', 'approved', 1, 1, NULL, NULL, NULL, '2016-06-27', '2016-06-27', NULL, NULL, NULL, 'Cabinet', '2016-06-27', NULL, 'In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. Asha Verma, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Satisfaction rose from 57% to 81% between April 2018 and March 2023. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Joan O''Dell, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. The School Catering service had delivered a saving of £410k in 2017/20, against a target of £3.30m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Satisfaction rose from 55% to 62% between April 2016 and March 2024. The contract with Tarn Valley Care Limited was valued at £27.5 million over 3 years, at an annual cost of £432,000. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The Housing Repairs service had delivered a saving of £65k in 2025/19, against a target of £2.89m. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The Customer Contact service had delivered a saving of £919k in 2023/16, against a target of £1.30m. RESOLVED: 1. That the award of the contract for Adult Social Care to Tarn Valley Care Limited at a value of £886,635 be approved. 2. That a budget of £1.5m be allocated from reserves. 3. That authority be delegated to the Director to settle the final terms. 4. That the report be noted.', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO decisions VALUES (5, 'leeds/file/leeds/minutes.txt#no2.', 4, 2, 2, 250, 620, 1, '2.', NULL, NULL, 'Boathouse roof', 'Finance Committee', 'committee', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2025-05-06', NULL, NULL, NULL, NULL, 'Finance Committee', '2025-05-06', NULL, 'RESOLVED: That (1) a contract of £52,750 be awarded to Ostler Roads LLP; and (2) the report be noted. Moved by Councillor Frost, seconded by Councillor Morgan. For: 3 Against: 0 Abstentions: 1 Savings of £12,000 were forecast for 2025/26, against a target of £20,000. 98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO document_addresses VALUES (1, 1, 'kent/copy.html', NULL, '59b5873253cbe279e96d199ba6b402cebe26e0da0775128882720fe7b99efaf0', '/pages', 'de6be033cbf0020f:33a735173d82facc', NULL);
INSERT INTO document_addresses VALUES (2, 2, 'kent/one.html', NULL, '59b5873253cbe279e96d199ba6b402cebe26e0da0775128882720fe7b99efaf0', '/pages', 'de6be033cbf0020f:33a735173d82facc', NULL);
INSERT INTO document_addresses VALUES (3, 3, 'leeds/gone.txt', NULL, '2a001ca516f60fe865cd000095e91fb276b80a9bb6a543803eac91aa1b55adfb', '/pages', 'de6be033cbf0020f:660542a5b9a4781c', 2);
INSERT INTO document_addresses VALUES (4, 4, 'leeds/minutes.txt', NULL, 'a2a52d16f9adcec5682bc15d3ee06dd6430e6fae7f0531081d908f3d67263d95', '/pages', 'de6be033cbf0020f:660542a5b9a4781c', NULL);
INSERT INTO document_addresses VALUES (5, 5, 'leeds/two.txt', NULL, '74da149da2752e940428f373aec76d8fa2df1068a5998f3bf97b5044aac0c328', '/pages', 'de6be033cbf0020f:660542a5b9a4781c', NULL);
INSERT INTO meeting_notes VALUES (1, 1, 5412, 5419, 'Cabinet', 'meeting.decided_at', 'Cabinet', '2015-02-28', NULL, NULL, NULL, 1);
INSERT INTO meeting_notes VALUES (2, 2, 5412, 5419, 'Cabinet', 'meeting.decided_at', 'Cabinet', '2015-02-28', NULL, NULL, NULL, 1);
INSERT INTO meeting_notes VALUES (4, 5, 5007, 5014, 'Cabinet', 'meeting.decided_at', 'Cabinet', '2016-06-27', NULL, NULL, NULL, 3);
INSERT INTO meeting_notes VALUES (5, 4, 21, 38, 'Finance Committee', 'meeting.heading', 'Finance Committee', '2025-05-06', NULL, NULL, NULL, 2);
INSERT INTO versions VALUES (1, 4, '9bd833411733c195c17cf555ba57273fae0246daec01184585eee89b6ee30004', 'Harbour Town Council
Finance Committee
Tuesday 6 May 2025
Present: Councillors Ann Frost (Chair), Bob Dean, Cai Morgan
Apologies: Councillor Di Hart
1. Declarations of interest
Councillor Bob Dean declared a personal interest in item 2 as a trustee.
2. Boathouse roof
RESOLVED: That (1) a contract of £48,500 be awarded to Ostler Roads LLP; and (2) the report be noted.
Moved by Councillor Frost, seconded by Councillor Morgan. For: 3 Against: 0 Abstentions: 1
Savings of £12,000 were forecast for 2025/26, against a target of £20,000.
98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.
', '{"amounts":[{"currency":"GBP","decision_id":1,"financial_year":null,"id":1,"kind":"contract","mention_id":1,"pence":4850000,"pence_max":null,"per":null,"per_text":null,"qualifier":null,"quote":"£48,500","resolution_id":1,"rule":"money.sign","start":301,"stop":308},{"currency":"GBP","decision_id":1,"financial_year":"2025/26","id":2,"kind":"saving","mention_id":null,"pence":1200000,"pence_max":null,"per":null,"per_text":null,"qualifier":null,"quote":"£12,000","resolution_id":null,"rule":"money.sign","start":472,"stop":479},{"currency":"GBP","decision_id":1,"financial_year":"2025/26","id":3,"kind":"saving","mention_id":null,"pence":2000000,"pence_max":null,"per":null,"per_text":null,"qualifier":null,"quote":"£20,000","resolution_id":null,"rule":"money.sign","start":527,"stop":534}],"attendance":[{"id":1,"name":"Ann Frost","quote":"Ann Frost","role":"Chair","rule":"attendance.present","start":79,"status":"present","stop":88},{"id":2,"name":"Bob Dean","quote":"Bob Dean","role":null,"rule":"attendance.present","start":98,"status":"present","stop":106},{"id":3,"name":"Cai Morgan","quote":"Cai Morgan","role":null,"rule":"attendance.present","start":108,"status":"present","stop":118},{"id":4,"name":"Di Hart","quote":"Di Hart","role":null,"rule":"attendance.apologies","start":141,"status":"apologies","stop":148}],"decisions":[{"alternatives":null,"decision_date":"2025-05-06","decision_maker":"Finance Committee","due_from":null,"due_to":null,"effective_date":null,"entry_id":null,"exempt_paragraph":null,"id":1,"is_exempt":null,"is_key_decision":null,"is_procedural":null,"is_subject_to_call_in":null,"item_number":null,"key":"leeds/file/leeds/minutes.txt#no2.","maker_kind":"committee","meeting_body":"Finance Committee","meeting_date":"2025-05-06","number":"2.","position":1,"publication_date":null,"purpose":null,"reasons":null,"reference":null,"report_author":null,"start":250,"status":null,"status_text":null,"stop":620,"text":"RESOLVED: That (1) a contract of £48,500 be awarded to Ostler Roads LLP; and (2) the report be noted. Moved by Councillor Frost, seconded by Councillor Morgan. For: 3 Against: 0 Abstentions: 1 Savings of £12,000 were forecast for 2025/26, against a target of £20,000. 98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.","title":"Boathouse roof","wards":null}],"evidence":[{"column_name":"number","id":1,"quote":"2.","row_id":1,"rule":"item.number","start":250,"stop":252,"table_name":"decisions"},{"column_name":"title","id":2,"quote":"Boathouse roof","row_id":1,"rule":"layout.title","start":253,"stop":267,"table_name":"decisions"},{"column_name":"text","id":3,"quote":"RESOLVED: That (1) a contract of £48,500 be awarded to Ostler Roads LLP; and (2) the report be noted.\nMoved by Councillor Frost, seconded by Councillor Morgan. For: 3 Against: 0 Abstentions: 1\nSavings of £12,000 were forecast for 2025/26, against a target of £20,000.\n98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.","row_id":1,"rule":"section.minutes","start":268,"stop":620,"table_name":"decisions"},{"column_name":"meeting_body","id":4,"quote":"Finance Committee","row_id":1,"rule":"meeting.heading","start":21,"stop":38,"table_name":"decisions"},{"column_name":"decision_maker","id":5,"quote":"Finance Committee","row_id":1,"rule":"maker.meeting_body","start":21,"stop":38,"table_name":"decisions"},{"column_name":"maker_kind","id":6,"quote":"Finance Committee","row_id":1,"rule":"maker.kind","start":21,"stop":38,"table_name":"decisions"},{"column_name":"meeting_date","id":7,"quote":"6 May 2025","row_id":1,"rule":"meeting.heading","start":47,"stop":57,"table_name":"decisions"},{"column_name":"decision_date","id":8,"quote":"6 May 2025","row_id":1,"rule":"meeting.date","start":47,"stop":57,"table_name":"decisions"},{"column_name":"date","id":9,"quote":"6 May 2025","row_id":1,"rule":"meeting.heading","start":47,"stop":57,"table_name":"meeting_notes"},{"column_name":"lead","id":10,"quote":"That","row_id":1,"rule":"resolution.marker","start":278,"stop":282,"table_name":"resolutions"},{"column_name":"lead","id":11,"quote":"That","row_id":2,"rule":"resolution.marker","start":278,"stop":282,"table_name":"resolutions"},{"column_name":"votes_for","id":12,"quote":"For: 3 Against: 0 Abstentions: 1","row_id":1,"rule":"votes.counts","start":428,"stop":460,"table_name":"votes"},{"column_name":"votes_against","id":13,"quote":"For: 3 Against: 0 Abstentions: 1","row_id":1,"rule":"votes.counts","start":428,"stop":460,"table_name":"votes"},{"column_name":"abstentions","id":14,"quote":"For: 3 Against: 0 Abstentions: 1","row_id":1,"rule":"votes.counts","start":428,"stop":460,"table_name":"votes"},{"column_name":"kind","id":15,"quote":"contract","row_id":1,"rule":"money.kind.contract","start":289,"stop":297,"table_name":"amounts"},{"column_name":"organisation_id","id":16,"quote":"Ostler Roads LLP","row_id":1,"rule":"money.organisation","start":323,"stop":339,"table_name":"amounts"},{"column_name":"financial_year","id":17,"quote":"2025/26","row_id":2,"rule":"money.year","start":498,"stop":505,"table_name":"amounts"},{"column_name":"kind","id":18,"quote":"Savings","row_id":2,"rule":"money.kind.saving","start":461,"stop":468,"table_name":"amounts"},{"column_name":"financial_year","id":19,"quote":"2025/26","row_id":3,"rule":"money.year","start":498,"stop":505,"table_name":"amounts"},{"column_name":"kind","id":20,"quote":"Savings","row_id":3,"rule":"money.kind.saving","start":461,"stop":468,"table_name":"amounts"},{"column_name":"role","id":21,"quote":"answered","row_id":1,"rule":"percent.role.actual","start":556,"stop":564,"table_name":"percentages"},{"column_name":"subject","id":22,"quote":"calls","row_id":1,"rule":"percent.subject","start":545,"stop":550,"table_name":"percentages"},{"column_name":"role","id":23,"quote":"target","row_id":2,"rule":"percent.role.target","start":606,"stop":612,"table_name":"percentages"},{"column_name":"financial_year","id":24,"quote":"2025/26","row_id":1,"rule":"money.year","start":498,"stop":505,"table_name":"savings"},{"column_name":"status","id":25,"quote":"forecast","row_id":1,"rule":"saving.status.forecast","start":485,"stop":493,"table_name":"savings"},{"column_name":"financial_year","id":26,"quote":"2025/26","row_id":2,"rule":"money.year","start":498,"stop":505,"table_name":"savings"},{"column_name":"status","id":27,"quote":"target","row_id":2,"rule":"saving.status.target","start":517,"stop":523,"table_name":"savings"},{"column_name":"target","id":28,"quote":"95%","row_id":1,"rule":"kpi.target","start":616,"stop":619,"table_name":"kpis"},{"column_name":"actual","id":29,"quote":"98.4%","row_id":1,"rule":"kpi.actual","start":536,"stop":541,"table_name":"kpis"},{"column_name":"period","id":30,"quote":"Quarter 4","row_id":1,"rule":"kpi.period","start":586,"stop":595,"table_name":"kpis"},{"column_name":"period","id":31,"quote":"2025/26","row_id":1,"rule":"kpi.period.year","start":498,"stop":505,"table_name":"kpis"}],"kpis":[{"actual":98.4,"actual_max":null,"code":null,"decision_id":1,"direction":null,"floor":null,"has_exception":null,"id":1,"is_mitigated":null,"lower_is_better":null,"mention_id":null,"name":"calls were answered within 30 seconds in Quarter 4","outcome":"exceeded","period":"Q4 2025/26","period_end":"2026-03-31","period_start":"2026-01-01","previous":null,"quote":"98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.","rag":null,"rule":"kpi.sentence","sentence":"98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.","service":null,"start":536,"stop":620,"target":95.0,"target_date":null,"target_max":null,"unit":"%"}],"meeting_notes":[{"body":"Finance Committee","date":"2025-05-06","id":1,"quote":"Finance Committee","rule":"meeting.heading","start":21,"start_time":null,"status":null,"stop":38,"venue":null}],"mentions":[{"decision_id":1,"id":1,"name":"Ostler Roads LLP","org_kind":"supplier","quote":"Ostler Roads LLP","resolution_id":1,"role":"supplier","rule":"organisations.awarded_to","start":323,"stop":339}],"percentages":[{"decision_id":1,"id":1,"qualifier":null,"quote":"98.4%","role":"actual","rule":"percent.sign","start":536,"stop":541,"subject":"calls","value":98.4,"value_max":null},{"decision_id":1,"id":2,"qualifier":null,"quote":"95%","role":"target","rule":"percent.sign","start":616,"stop":619,"subject":null,"value":95.0,"value_max":null}],"resolutions":[{"action":"award","decision_id":1,"id":1,"is_empty":0,"label":"(1)","lead":"That","parent_id":null,"position":1,"quote":"(1) a contract of £48,500 be awarded to Ostler Roads LLP;","rule":"resolution.marker","start":283,"stop":340,"text":"a contract of £48,500 be awarded to Ostler Roads LLP"},{"action":"note","decision_id":1,"id":2,"is_empty":0,"label":"(2)","lead":"That","parent_id":null,"position":2,"quote":"(2) the report be noted.","rule":"resolution.marker","start":345,"stop":369,"text":"the report be noted."}],"savings":[{"amount_id":2,"decision_id":1,"financial_year":"2025/26","id":1,"mention_id":null,"pence":1200000,"quote":"£12,000","recurrence":"unknown","rule":"saving.amount","start":472,"status":"forecast","stop":479},{"amount_id":3,"decision_id":1,"financial_year":"2025/26","id":2,"mention_id":null,"pence":2000000,"quote":"£20,000","recurrence":"unknown","rule":"saving.amount","start":527,"status":"target","stop":534}],"votes":[{"abstentions":1,"casting_vote":null,"decision_id":1,"id":1,"is_recorded":null,"is_unanimous":null,"not_voting":null,"outcome":null,"proposer":"Frost","quote":"Moved by Councillor Frost, seconded by Councillor Morgan.","resolution_id":2,"rule":"votes.question","seconder":"Morgan","start":370,"stop":427,"subject":"motion","text":null,"votes_against":0,"votes_for":3}]}', 1, 2);
INSERT INTO changes VALUES (1, 4, 2, 'text', 'decisions', 'leeds/file/leeds/minutes.txt#no2.', 'text', 'RESOLVED: That (1) a contract of £48,500 be awarded to Ostler Roads LLP; and (2) the report be noted. Moved by Councillor Frost, seconded by Councillor Morgan. For: 3 Against: 0 Abstentions: 1 Savings of £12,000 were forecast for 2025/26, against a target of £20,000. 98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.', 'RESOLVED: That (1) a contract of £52,750 be awarded to Ostler Roads LLP; and (2) the report be noted. Moved by Councillor Frost, seconded by Councillor Morgan. For: 3 Against: 0 Abstentions: 1 Savings of £12,000 were forecast for 2025/26, against a target of £20,000. 98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.');
INSERT INTO changes VALUES (2, 4, 2, 'text', 'resolutions', 'leeds/file/leeds/minutes.txt#no2. | 1', 'quote', '(1) a contract of £48,500 be awarded to Ostler Roads LLP;', '(1) a contract of £52,750 be awarded to Ostler Roads LLP;');
INSERT INTO changes VALUES (3, 4, 2, 'text', 'resolutions', 'leeds/file/leeds/minutes.txt#no2. | 1', 'text', 'a contract of £48,500 be awarded to Ostler Roads LLP', 'a contract of £52,750 be awarded to Ostler Roads LLP');
INSERT INTO changes VALUES (4, 4, 2, 'text', 'amounts', 'leeds/file/leeds/minutes.txt#no2. | £48,500', NULL, '£48,500', NULL);
INSERT INTO changes VALUES (5, 4, 2, 'text', 'amounts', 'leeds/file/leeds/minutes.txt#no2. | £52,750', NULL, NULL, '£52,750');
INSERT INTO changes VALUES (6, 4, 2, 'text', 'evidence', 'amounts | leeds/file/leeds/minutes.txt#no2. | £48,500 | kind', NULL, 'contract', NULL);
INSERT INTO changes VALUES (7, 4, 2, 'text', 'evidence', 'amounts | leeds/file/leeds/minutes.txt#no2. | £48,500 | organisation_id', NULL, 'Ostler Roads LLP', NULL);
INSERT INTO changes VALUES (8, 4, 2, 'text', 'evidence', 'amounts | leeds/file/leeds/minutes.txt#no2. | £52,750 | kind', NULL, NULL, 'contract');
INSERT INTO changes VALUES (9, 4, 2, 'text', 'evidence', 'amounts | leeds/file/leeds/minutes.txt#no2. | £52,750 | organisation_id', NULL, NULL, 'Ostler Roads LLP');
INSERT INTO changes VALUES (10, 4, 2, 'text', 'evidence', 'decisions | leeds/file/leeds/minutes.txt#no2. | text', 'quote', 'RESOLVED: That (1) a contract of £48,500 be awarded to Ostler Roads LLP; and (2) the report be noted.
Moved by Councillor Frost, seconded by Councillor Morgan. For: 3 Against: 0 Abstentions: 1
Savings of £12,000 were forecast for 2025/26, against a target of £20,000.
98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.', 'RESOLVED: That (1) a contract of £52,750 be awarded to Ostler Roads LLP; and (2) the report be noted.
Moved by Councillor Frost, seconded by Councillor Morgan. For: 3 Against: 0 Abstentions: 1
Savings of £12,000 were forecast for 2025/26, against a target of £20,000.
98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.');
INSERT INTO attendance VALUES (1, 4, 79, 88, 'Ann Frost', 'attendance.present', 2, 'Ann Frost', 'Chair', 'present');
INSERT INTO attendance VALUES (2, 4, 98, 106, 'Bob Dean', 'attendance.present', 2, 'Bob Dean', NULL, 'present');
INSERT INTO attendance VALUES (3, 4, 108, 118, 'Cai Morgan', 'attendance.present', 2, 'Cai Morgan', NULL, 'present');
INSERT INTO attendance VALUES (4, 4, 141, 148, 'Di Hart', 'attendance.apologies', 2, 'Di Hart', NULL, 'apologies');
INSERT INTO evidence VALUES (1, 1, 18, 47, 'Review of Adult Social Care 3', 'layout.title', 'decisions', 1, 'title');
INSERT INTO evidence VALUES (2, 1, 65, 72, 'Cabinet', 'label.decision_maker', 'decisions', 1, 'decision_maker');
INSERT INTO evidence VALUES (3, 1, 65, 72, 'Cabinet', 'maker.kind', 'decisions', 1, 'maker_kind');
INSERT INTO evidence VALUES (4, 1, 91, 115, 'Recommendations Approved', 'label.status', 'decisions', 1, 'status_text');
INSERT INTO evidence VALUES (5, 1, 91, 115, 'Recommendations Approved', 'status.vocabulary', 'decisions', 1, 'status');
INSERT INTO evidence VALUES (6, 1, 135, 138, 'Yes', 'label.is_key_decision', 'decisions', 1, 'is_key_decision');
INSERT INTO evidence VALUES (7, 1, 164, 167, 'Yes', 'label.is_subject_to_call_in', 'decisions', 1, 'is_subject_to_call_in');
INSERT INTO evidence VALUES (8, 1, 5337, 5347, '28/02/2015', 'label.publication_date', 'decisions', 1, 'publication_date');
INSERT INTO evidence VALUES (9, 1, 5367, 5377, '28/02/2015', 'label.decision_date', 'decisions', 1, 'decision_date');
INSERT INTO evidence VALUES (10, 1, 5399, 5409, '28/02/2015', 'label.decided_at', 'decisions', 1, 'meeting_date');
INSERT INTO evidence VALUES (11, 1, 5412, 5419, 'Cabinet', 'label.decided_at', 'decisions', 1, 'meeting_body');
INSERT INTO evidence VALUES (12, 1, 181, 5317, 'The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Libraries answered 79.0% of calls within 37 seconds in Quarter 4 against a target of 89%. Eleri Pugh, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events.

The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The School Catering service had delivered a saving of £440k in 2020/17, against a target of £1.12m.

Satisfaction rose from 56% to 73% between April 2020 and March 2025. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Leisure Centres answered 63.0% of calls within 43 seconds in Quarter 3 against a target of 90%. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Highways answered 87.1% of calls within 26 seconds in Quarter 3 against a target of 80%. Satisfaction rose from 49% to 77% between April 2017 and March 2024.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The Highways service had delivered a saving of £464k in 2024/24, against a target of £3.38m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report.

The School Catering service had delivered a saving of £535k in 2016/18, against a target of £2.40m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The Housing Repairs service had delivered a saving of £519k in 2017/16, against a target of £3.83m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward.

Ian Fairley, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. Satisfaction rose from 40% to 68% between April 2016 and March 2025. The Libraries service had delivered a saving of £939k in 2020/21, against a target of £3.43m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

RESOLVED:

1.   That the award of the contract for Customer Contact to Harlow & Peake Ltd at a value of £283,939 be approved.

2.   That a budget of £1.6m be allocated from reserves.

3.   That authority be delegated to the Director to settle the final terms.

4.   That the report be noted.', 'section.decision', 'decisions', 1, 'text');
INSERT INTO evidence VALUES (13, 1, 5399, 5409, '28/02/2015', 'label.decided_at', 'meeting_notes', 1, 'date');
INSERT INTO evidence VALUES (14, 1, 1977, 1983, 'saving', 'money.kind.saving', 'amounts', 1, 'kind');
INSERT INTO evidence VALUES (15, 1, 1977, 1983, 'saving', 'money.kind.saving', 'amounts', 2, 'kind');
INSERT INTO evidence VALUES (16, 1, 3701, 3707, 'saving', 'money.kind.saving', 'amounts', 3, 'kind');
INSERT INTO evidence VALUES (17, 1, 3701, 3707, 'saving', 'money.kind.saving', 'amounts', 4, 'kind');
INSERT INTO evidence VALUES (18, 1, 4098, 4104, 'saving', 'money.kind.saving', 'amounts', 5, 'kind');
INSERT INTO evidence VALUES (19, 1, 4354, 4360, 'saving', 'money.kind.saving', 'amounts', 7, 'kind');
INSERT INTO evidence VALUES (20, 1, 4849, 4856, '2020/21', 'money.year', 'amounts', 9, 'financial_year');
INSERT INTO evidence VALUES (21, 1, 4830, 4836, 'saving', 'money.kind.saving', 'amounts', 9, 'kind');
INSERT INTO evidence VALUES (22, 1, 4849, 4856, '2020/21', 'money.year', 'amounts', 10, 'financial_year');
INSERT INTO evidence VALUES (23, 1, 5142, 5150, 'approved', 'money.kind.contract', 'amounts', 11, 'kind');
INSERT INTO evidence VALUES (24, 1, 5097, 5115, 'Harlow & Peake Ltd', 'money.organisation', 'amounts', 11, 'organisation_id');
INSERT INTO evidence VALUES (25, 1, 5165, 5174, 'budget of', 'money.kind.budget', 'amounts', 12, 'kind');
INSERT INTO evidence VALUES (26, 1, 1287, 1295, 'answered', 'percent.role.actual', 'percentages', 1, 'role');
INSERT INTO evidence VALUES (27, 1, 1305, 1310, 'calls', 'percent.subject', 'percentages', 1, 'subject');
INSERT INTO evidence VALUES (28, 1, 1352, 1358, 'target', 'percent.role.target', 'percentages', 2, 'role');
INSERT INTO evidence VALUES (29, 1, 2971, 2979, 'answered', 'percent.role.actual', 'percentages', 5, 'role');
INSERT INTO evidence VALUES (30, 1, 2989, 2994, 'calls', 'percent.subject', 'percentages', 5, 'subject');
INSERT INTO evidence VALUES (31, 1, 3036, 3042, 'target', 'percent.role.target', 'percentages', 6, 'role');
INSERT INTO evidence VALUES (32, 1, 3357, 3365, 'answered', 'percent.role.actual', 'percentages', 7, 'role');
INSERT INTO evidence VALUES (33, 1, 3375, 3380, 'calls', 'percent.subject', 'percentages', 7, 'subject');
INSERT INTO evidence VALUES (34, 1, 3422, 3428, 'target', 'percent.role.target', 'percentages', 8, 'role');
INSERT INTO evidence VALUES (35, 1, 1965, 1974, 'delivered', 'saving.status.achieved', 'savings', 1, 'status');
INSERT INTO evidence VALUES (36, 1, 2015, 2021, 'target', 'saving.status.target', 'savings', 2, 'status');
INSERT INTO evidence VALUES (37, 1, 3689, 3698, 'delivered', 'saving.status.achieved', 'savings', 3, 'status');
INSERT INTO evidence VALUES (38, 1, 3739, 3745, 'target', 'saving.status.target', 'savings', 4, 'status');
INSERT INTO evidence VALUES (39, 1, 4086, 4095, 'delivered', 'saving.status.achieved', 'savings', 5, 'status');
INSERT INTO evidence VALUES (40, 1, 4136, 4142, 'target', 'saving.status.target', 'savings', 6, 'status');
INSERT INTO evidence VALUES (41, 1, 4342, 4351, 'delivered', 'saving.status.achieved', 'savings', 7, 'status');
INSERT INTO evidence VALUES (42, 1, 4392, 4398, 'target', 'saving.status.target', 'savings', 8, 'status');
INSERT INTO evidence VALUES (43, 1, 4849, 4856, '2020/21', 'money.year', 'savings', 9, 'financial_year');
INSERT INTO evidence VALUES (44, 1, 4818, 4827, 'delivered', 'saving.status.achieved', 'savings', 9, 'status');
INSERT INTO evidence VALUES (45, 1, 4849, 4856, '2020/21', 'money.year', 'savings', 10, 'financial_year');
INSERT INTO evidence VALUES (46, 1, 4868, 4874, 'target', 'saving.status.target', 'savings', 10, 'status');
INSERT INTO evidence VALUES (47, 1, 1362, 1365, '89%', 'kpi.target', 'kpis', 1, 'target');
INSERT INTO evidence VALUES (48, 1, 1296, 1301, '79.0%', 'kpi.actual', 'kpis', 1, 'actual');
INSERT INTO evidence VALUES (49, 1, 1332, 1341, 'Quarter 4', 'kpi.period', 'kpis', 1, 'period');
INSERT INTO evidence VALUES (50, 1, 4849, 4856, '2020/21', 'kpi.period.year', 'kpis', 1, 'period');
INSERT INTO evidence VALUES (51, 1, 3046, 3049, '90%', 'kpi.target', 'kpis', 2, 'target');
INSERT INTO evidence VALUES (52, 1, 2980, 2985, '63.0%', 'kpi.actual', 'kpis', 2, 'actual');
INSERT INTO evidence VALUES (53, 1, 3016, 3025, 'Quarter 3', 'kpi.period', 'kpis', 2, 'period');
INSERT INTO evidence VALUES (54, 1, 4849, 4856, '2020/21', 'kpi.period.year', 'kpis', 2, 'period');
INSERT INTO evidence VALUES (55, 1, 3432, 3435, '80%', 'kpi.target', 'kpis', 3, 'target');
INSERT INTO evidence VALUES (56, 1, 3366, 3371, '87.1%', 'kpi.actual', 'kpis', 3, 'actual');
INSERT INTO evidence VALUES (57, 1, 3402, 3411, 'Quarter 3', 'kpi.period', 'kpis', 3, 'period');
INSERT INTO evidence VALUES (58, 1, 4849, 4856, '2020/21', 'kpi.period.year', 'kpis', 3, 'period');
INSERT INTO evidence VALUES (59, 2, 18, 47, 'Review of Adult Social Care 3', 'layout.title', 'decisions', 2, 'title');
INSERT INTO evidence VALUES (60, 2, 65, 72, 'Cabinet', 'label.decision_maker', 'decisions', 2, 'decision_maker');
INSERT INTO evidence VALUES (61, 2, 65, 72, 'Cabinet', 'maker.kind', 'decisions', 2, 'maker_kind');
INSERT INTO evidence VALUES (62, 2, 91, 115, 'Recommendations Approved', 'label.status', 'decisions', 2, 'status_text');
INSERT INTO evidence VALUES (63, 2, 91, 115, 'Recommendations Approved', 'status.vocabulary', 'decisions', 2, 'status');
INSERT INTO evidence VALUES (64, 2, 135, 138, 'Yes', 'label.is_key_decision', 'decisions', 2, 'is_key_decision');
INSERT INTO evidence VALUES (65, 2, 164, 167, 'Yes', 'label.is_subject_to_call_in', 'decisions', 2, 'is_subject_to_call_in');
INSERT INTO evidence VALUES (66, 2, 5337, 5347, '28/02/2015', 'label.publication_date', 'decisions', 2, 'publication_date');
INSERT INTO evidence VALUES (67, 2, 5367, 5377, '28/02/2015', 'label.decision_date', 'decisions', 2, 'decision_date');
INSERT INTO evidence VALUES (68, 2, 5399, 5409, '28/02/2015', 'label.decided_at', 'decisions', 2, 'meeting_date');
INSERT INTO evidence VALUES (69, 2, 5412, 5419, 'Cabinet', 'label.decided_at', 'decisions', 2, 'meeting_body');
INSERT INTO evidence VALUES (70, 2, 181, 5317, 'The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Libraries answered 79.0% of calls within 37 seconds in Quarter 4 against a target of 89%. Eleri Pugh, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events.

The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The School Catering service had delivered a saving of £440k in 2020/17, against a target of £1.12m.

Satisfaction rose from 56% to 73% between April 2020 and March 2025. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Leisure Centres answered 63.0% of calls within 43 seconds in Quarter 3 against a target of 90%. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Highways answered 87.1% of calls within 26 seconds in Quarter 3 against a target of 80%. Satisfaction rose from 49% to 77% between April 2017 and March 2024.

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. The Highways service had delivered a saving of £464k in 2024/24, against a target of £3.38m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report.

The School Catering service had delivered a saving of £535k in 2016/18, against a target of £2.40m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The Housing Repairs service had delivered a saving of £519k in 2017/16, against a target of £3.83m. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward.

Ian Fairley, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. Satisfaction rose from 40% to 68% between April 2016 and March 2025. The Libraries service had delivered a saving of £939k in 2020/21, against a target of £3.43m. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

RESOLVED:

1.   That the award of the contract for Customer Contact to Harlow & Peake Ltd at a value of £283,939 be approved.

2.   That a budget of £1.6m be allocated from reserves.

3.   That authority be delegated to the Director to settle the final terms.

4.   That the report be noted.', 'section.decision', 'decisions', 2, 'text');
INSERT INTO evidence VALUES (71, 2, 5399, 5409, '28/02/2015', 'label.decided_at', 'meeting_notes', 2, 'date');
INSERT INTO evidence VALUES (72, 2, 1977, 1983, 'saving', 'money.kind.saving', 'amounts', 13, 'kind');
INSERT INTO evidence VALUES (73, 2, 1977, 1983, 'saving', 'money.kind.saving', 'amounts', 14, 'kind');
INSERT INTO evidence VALUES (74, 2, 3701, 3707, 'saving', 'money.kind.saving', 'amounts', 15, 'kind');
INSERT INTO evidence VALUES (75, 2, 3701, 3707, 'saving', 'money.kind.saving', 'amounts', 16, 'kind');
INSERT INTO evidence VALUES (76, 2, 4098, 4104, 'saving', 'money.kind.saving', 'amounts', 17, 'kind');
INSERT INTO evidence VALUES (77, 2, 4354, 4360, 'saving', 'money.kind.saving', 'amounts', 19, 'kind');
INSERT INTO evidence VALUES (78, 2, 4849, 4856, '2020/21', 'money.year', 'amounts', 21, 'financial_year');
INSERT INTO evidence VALUES (79, 2, 4830, 4836, 'saving', 'money.kind.saving', 'amounts', 21, 'kind');
INSERT INTO evidence VALUES (80, 2, 4849, 4856, '2020/21', 'money.year', 'amounts', 22, 'financial_year');
INSERT INTO evidence VALUES (81, 2, 5142, 5150, 'approved', 'money.kind.contract', 'amounts', 23, 'kind');
INSERT INTO evidence VALUES (82, 2, 5097, 5115, 'Harlow & Peake Ltd', 'money.organisation', 'amounts', 23, 'organisation_id');
INSERT INTO evidence VALUES (83, 2, 5165, 5174, 'budget of', 'money.kind.budget', 'amounts', 24, 'kind');
INSERT INTO evidence VALUES (84, 2, 1287, 1295, 'answered', 'percent.role.actual', 'percentages', 13, 'role');
INSERT INTO evidence VALUES (85, 2, 1305, 1310, 'calls', 'percent.subject', 'percentages', 13, 'subject');
INSERT INTO evidence VALUES (86, 2, 1352, 1358, 'target', 'percent.role.target', 'percentages', 14, 'role');
INSERT INTO evidence VALUES (87, 2, 2971, 2979, 'answered', 'percent.role.actual', 'percentages', 17, 'role');
INSERT INTO evidence VALUES (88, 2, 2989, 2994, 'calls', 'percent.subject', 'percentages', 17, 'subject');
INSERT INTO evidence VALUES (89, 2, 3036, 3042, 'target', 'percent.role.target', 'percentages', 18, 'role');
INSERT INTO evidence VALUES (90, 2, 3357, 3365, 'answered', 'percent.role.actual', 'percentages', 19, 'role');
INSERT INTO evidence VALUES (91, 2, 3375, 3380, 'calls', 'percent.subject', 'percentages', 19, 'subject');
INSERT INTO evidence VALUES (92, 2, 3422, 3428, 'target', 'percent.role.target', 'percentages', 20, 'role');
INSERT INTO evidence VALUES (93, 2, 1965, 1974, 'delivered', 'saving.status.achieved', 'savings', 11, 'status');
INSERT INTO evidence VALUES (94, 2, 2015, 2021, 'target', 'saving.status.target', 'savings', 12, 'status');
INSERT INTO evidence VALUES (95, 2, 3689, 3698, 'delivered', 'saving.status.achieved', 'savings', 13, 'status');
INSERT INTO evidence VALUES (96, 2, 3739, 3745, 'target', 'saving.status.target', 'savings', 14, 'status');
INSERT INTO evidence VALUES (97, 2, 4086, 4095, 'delivered', 'saving.status.achieved', 'savings', 15, 'status');
INSERT INTO evidence VALUES (98, 2, 4136, 4142, 'target', 'saving.status.target', 'savings', 16, 'status');
INSERT INTO evidence VALUES (99, 2, 4342, 4351, 'delivered', 'saving.status.achieved', 'savings', 17, 'status');
INSERT INTO evidence VALUES (100, 2, 4392, 4398, 'target', 'saving.status.target', 'savings', 18, 'status');
INSERT INTO evidence VALUES (101, 2, 4849, 4856, '2020/21', 'money.year', 'savings', 19, 'financial_year');
INSERT INTO evidence VALUES (102, 2, 4818, 4827, 'delivered', 'saving.status.achieved', 'savings', 19, 'status');
INSERT INTO evidence VALUES (103, 2, 4849, 4856, '2020/21', 'money.year', 'savings', 20, 'financial_year');
INSERT INTO evidence VALUES (104, 2, 4868, 4874, 'target', 'saving.status.target', 'savings', 20, 'status');
INSERT INTO evidence VALUES (105, 2, 1362, 1365, '89%', 'kpi.target', 'kpis', 4, 'target');
INSERT INTO evidence VALUES (106, 2, 1296, 1301, '79.0%', 'kpi.actual', 'kpis', 4, 'actual');
INSERT INTO evidence VALUES (107, 2, 1332, 1341, 'Quarter 4', 'kpi.period', 'kpis', 4, 'period');
INSERT INTO evidence VALUES (108, 2, 4849, 4856, '2020/21', 'kpi.period.year', 'kpis', 4, 'period');
INSERT INTO evidence VALUES (109, 2, 3046, 3049, '90%', 'kpi.target', 'kpis', 5, 'target');
INSERT INTO evidence VALUES (110, 2, 2980, 2985, '63.0%', 'kpi.actual', 'kpis', 5, 'actual');
INSERT INTO evidence VALUES (111, 2, 3016, 3025, 'Quarter 3', 'kpi.period', 'kpis', 5, 'period');
INSERT INTO evidence VALUES (112, 2, 4849, 4856, '2020/21', 'kpi.period.year', 'kpis', 5, 'period');
INSERT INTO evidence VALUES (113, 2, 3432, 3435, '80%', 'kpi.target', 'kpis', 6, 'target');
INSERT INTO evidence VALUES (114, 2, 3366, 3371, '87.1%', 'kpi.actual', 'kpis', 6, 'actual');
INSERT INTO evidence VALUES (115, 2, 3402, 3411, 'Quarter 3', 'kpi.period', 'kpis', 6, 'period');
INSERT INTO evidence VALUES (116, 2, 4849, 4856, '2020/21', 'kpi.period.year', 'kpis', 6, 'period');
INSERT INTO evidence VALUES (148, 5, 18, 47, 'Review of Adult Social Care 4', 'layout.title', 'decisions', 4, 'title');
INSERT INTO evidence VALUES (149, 5, 65, 72, 'Cabinet', 'label.decision_maker', 'decisions', 4, 'decision_maker');
INSERT INTO evidence VALUES (150, 5, 65, 72, 'Cabinet', 'maker.kind', 'decisions', 4, 'maker_kind');
INSERT INTO evidence VALUES (151, 5, 91, 115, 'Recommendations Approved', 'label.status', 'decisions', 4, 'status_text');
INSERT INTO evidence VALUES (152, 5, 91, 115, 'Recommendations Approved', 'status.vocabulary', 'decisions', 4, 'status');
INSERT INTO evidence VALUES (153, 5, 135, 138, 'Yes', 'label.is_key_decision', 'decisions', 4, 'is_key_decision');
INSERT INTO evidence VALUES (154, 5, 164, 167, 'Yes', 'label.is_subject_to_call_in', 'decisions', 4, 'is_subject_to_call_in');
INSERT INTO evidence VALUES (155, 5, 4932, 4942, '27/06/2016', 'label.publication_date', 'decisions', 4, 'publication_date');
INSERT INTO evidence VALUES (156, 5, 4962, 4972, '27/06/2016', 'label.decision_date', 'decisions', 4, 'decision_date');
INSERT INTO evidence VALUES (157, 5, 4994, 5004, '27/06/2016', 'label.decided_at', 'decisions', 4, 'meeting_date');
INSERT INTO evidence VALUES (158, 5, 5007, 5014, 'Cabinet', 'label.decided_at', 'decisions', 4, 'meeting_body');
INSERT INTO evidence VALUES (159, 5, 181, 4912, 'In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward.

 

Asha Verma, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

 

The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

 

The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. Satisfaction rose from 57% to 81% between April 2018 and March 2023. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike.

 

Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present. Officers advised that the arrangements would be kept under review and that the views of ward members would be sought before any change was brought forward.

 

Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

 

Joan O''Dell, Assistant Director - Place, presented the report and explained that members of the public had been consulted through a series of local events. The School Catering service had delivered a saving of £410k in 2017/20, against a target of £3.30m.

 

The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

 

Satisfaction rose from 55% to 62% between April 2016 and March 2024. The contract with Tarn Valley Care Limited was valued at £27.5 million over 3 years, at an annual cost of £432,000. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting. The risks set out in the report were noted and the mitigation was considered to be proportionate by those present.

 

In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The equality implications had been considered and no group was found to be affected more than another by the proposals before the meeting.

 

Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. In response to a question, it was explained that the consultation had been open to everybody and that the responses would be published with the next report.

 

The Housing Repairs service had delivered a saving of £65k in 2025/19, against a target of £2.89m. Members welcomed the progress that had been made and thanked the staff for their work during what had been a difficult period for residents and for the service alike. The Customer Contact service had delivered a saving of £919k in 2023/16, against a target of £1.30m.

RESOLVED:

1. That the award of the contract for Adult Social Care to Tarn Valley Care Limited at a value of £886,635 be approved.

2. That a budget of £1.5m be allocated from reserves.

3. That authority be delegated to the Director to settle the final terms.

4. That the report be noted.', 'section.decision', 'decisions', 4, 'text');
INSERT INTO evidence VALUES (160, 5, 4994, 5004, '27/06/2016', 'label.decided_at', 'meeting_notes', 4, 'date');
INSERT INTO evidence VALUES (161, 5, 2698, 2704, 'saving', 'money.kind.saving', 'amounts', 28, 'kind');
INSERT INTO evidence VALUES (162, 5, 2698, 2704, 'saving', 'money.kind.saving', 'amounts', 29, 'kind');
INSERT INTO evidence VALUES (163, 5, 3132, 3138, 'valued', 'money.kind.contract', 'amounts', 30, 'kind');
INSERT INTO evidence VALUES (164, 5, 3103, 3127, 'Tarn Valley Care Limited', 'money.organisation', 'amounts', 30, 'organisation_id');
INSERT INTO evidence VALUES (165, 5, 3176, 3182, 'annual', 'money.rate', 'amounts', 31, 'per');
INSERT INTO evidence VALUES (166, 5, 3183, 3187, 'cost', 'money.kind.contract', 'amounts', 31, 'kind');
INSERT INTO evidence VALUES (167, 5, 3103, 3127, 'Tarn Valley Care Limited', 'money.organisation', 'amounts', 31, 'organisation_id');
INSERT INTO evidence VALUES (168, 5, 4298, 4304, 'saving', 'money.kind.saving', 'amounts', 32, 'kind');
INSERT INTO evidence VALUES (169, 5, 4298, 4304, 'saving', 'money.kind.saving', 'amounts', 33, 'kind');
INSERT INTO evidence VALUES (170, 5, 4565, 4571, 'saving', 'money.kind.saving', 'amounts', 34, 'kind');
INSERT INTO evidence VALUES (171, 5, 4743, 4751, 'approved', 'money.kind.contract', 'amounts', 36, 'kind');
INSERT INTO evidence VALUES (172, 5, 4692, 4716, 'Tarn Valley Care Limited', 'money.organisation', 'amounts', 36, 'organisation_id');
INSERT INTO evidence VALUES (173, 5, 4764, 4773, 'budget of', 'money.kind.budget', 'amounts', 37, 'kind');
INSERT INTO evidence VALUES (174, 5, 2686, 2695, 'delivered', 'saving.status.achieved', 'savings', 23, 'status');
INSERT INTO evidence VALUES (175, 5, 2736, 2742, 'target', 'saving.status.target', 'savings', 24, 'status');
INSERT INTO evidence VALUES (176, 5, 4286, 4295, 'delivered', 'saving.status.achieved', 'savings', 25, 'status');
INSERT INTO evidence VALUES (177, 5, 4335, 4341, 'target', 'saving.status.target', 'savings', 26, 'status');
INSERT INTO evidence VALUES (178, 5, 4553, 4562, 'delivered', 'saving.status.achieved', 'savings', 27, 'status');
INSERT INTO evidence VALUES (179, 5, 4603, 4609, 'target', 'saving.status.target', 'savings', 28, 'status');
INSERT INTO evidence VALUES (180, 4, 250, 252, '2.', 'item.number', 'decisions', 5, 'number');
INSERT INTO evidence VALUES (181, 4, 253, 267, 'Boathouse roof', 'layout.title', 'decisions', 5, 'title');
INSERT INTO evidence VALUES (182, 4, 268, 620, 'RESOLVED: That (1) a contract of £52,750 be awarded to Ostler Roads LLP; and (2) the report be noted.
Moved by Councillor Frost, seconded by Councillor Morgan. For: 3 Against: 0 Abstentions: 1
Savings of £12,000 were forecast for 2025/26, against a target of £20,000.
98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.', 'section.minutes', 'decisions', 5, 'text');
INSERT INTO evidence VALUES (183, 4, 21, 38, 'Finance Committee', 'meeting.heading', 'decisions', 5, 'meeting_body');
INSERT INTO evidence VALUES (184, 4, 21, 38, 'Finance Committee', 'maker.meeting_body', 'decisions', 5, 'decision_maker');
INSERT INTO evidence VALUES (185, 4, 21, 38, 'Finance Committee', 'maker.kind', 'decisions', 5, 'maker_kind');
INSERT INTO evidence VALUES (186, 4, 47, 57, '6 May 2025', 'meeting.heading', 'decisions', 5, 'meeting_date');
INSERT INTO evidence VALUES (187, 4, 47, 57, '6 May 2025', 'meeting.date', 'decisions', 5, 'decision_date');
INSERT INTO evidence VALUES (188, 4, 47, 57, '6 May 2025', 'meeting.heading', 'meeting_notes', 5, 'date');
INSERT INTO evidence VALUES (189, 4, 278, 282, 'That', 'resolution.marker', 'resolutions', 15, 'lead');
INSERT INTO evidence VALUES (190, 4, 278, 282, 'That', 'resolution.marker', 'resolutions', 16, 'lead');
INSERT INTO evidence VALUES (191, 4, 428, 460, 'For: 3 Against: 0 Abstentions: 1', 'votes.counts', 'votes', 1, 'votes_for');
INSERT INTO evidence VALUES (192, 4, 428, 460, 'For: 3 Against: 0 Abstentions: 1', 'votes.counts', 'votes', 1, 'votes_against');
INSERT INTO evidence VALUES (193, 4, 428, 460, 'For: 3 Against: 0 Abstentions: 1', 'votes.counts', 'votes', 1, 'abstentions');
INSERT INTO evidence VALUES (194, 4, 289, 297, 'contract', 'money.kind.contract', 'amounts', 38, 'kind');
INSERT INTO evidence VALUES (195, 4, 323, 339, 'Ostler Roads LLP', 'money.organisation', 'amounts', 38, 'organisation_id');
INSERT INTO evidence VALUES (196, 4, 498, 505, '2025/26', 'money.year', 'amounts', 39, 'financial_year');
INSERT INTO evidence VALUES (197, 4, 461, 468, 'Savings', 'money.kind.saving', 'amounts', 39, 'kind');
INSERT INTO evidence VALUES (198, 4, 498, 505, '2025/26', 'money.year', 'amounts', 40, 'financial_year');
INSERT INTO evidence VALUES (199, 4, 461, 468, 'Savings', 'money.kind.saving', 'amounts', 40, 'kind');
INSERT INTO evidence VALUES (200, 4, 556, 564, 'answered', 'percent.role.actual', 'percentages', 31, 'role');
INSERT INTO evidence VALUES (201, 4, 545, 550, 'calls', 'percent.subject', 'percentages', 31, 'subject');
INSERT INTO evidence VALUES (202, 4, 606, 612, 'target', 'percent.role.target', 'percentages', 32, 'role');
INSERT INTO evidence VALUES (203, 4, 498, 505, '2025/26', 'money.year', 'savings', 29, 'financial_year');
INSERT INTO evidence VALUES (204, 4, 485, 493, 'forecast', 'saving.status.forecast', 'savings', 29, 'status');
INSERT INTO evidence VALUES (205, 4, 498, 505, '2025/26', 'money.year', 'savings', 30, 'financial_year');
INSERT INTO evidence VALUES (206, 4, 517, 523, 'target', 'saving.status.target', 'savings', 30, 'status');
INSERT INTO evidence VALUES (207, 4, 616, 619, '95%', 'kpi.target', 'kpis', 7, 'target');
INSERT INTO evidence VALUES (208, 4, 536, 541, '98.4%', 'kpi.actual', 'kpis', 7, 'actual');
INSERT INTO evidence VALUES (209, 4, 586, 595, 'Quarter 4', 'kpi.period', 'kpis', 7, 'period');
INSERT INTO evidence VALUES (210, 4, 498, 505, '2025/26', 'kpi.period.year', 'kpis', 7, 'period');
INSERT INTO links VALUES (1, 1, 1, 5399, 5419, 'ieListDocuments.aspx?CId=1&MID=3', 'MId=3');
INSERT INTO links VALUES (2, 1, 1, 5446, 5452, 'documents/s3/Report.pdf', 's=3');
INSERT INTO links VALUES (3, 2, 2, 5399, 5419, 'ieListDocuments.aspx?CId=1&MID=3', 'MId=3');
INSERT INTO links VALUES (4, 2, 2, 5446, 5452, 'documents/s3/Report.pdf', 's=3');
INSERT INTO matter_documents VALUES (1, 1, 1, 1, 'title, body and date');
INSERT INTO matter_documents VALUES (2, 1, 2, 2, 'title, body and date');
INSERT INTO resolutions VALUES (1, 1, 5037, 5151, '1.   That the award of the contract for Customer Contact to Harlow & Peake Ltd at a value of £283,939 be approved.', 'resolution.marker', 1, 1, '1.', NULL, 'That the award of the contract for Customer Contact to Harlow & Peake Ltd at a value of £283,939 be approved.', 'approve', 0, NULL, NULL);
INSERT INTO resolutions VALUES (2, 1, 5153, 5208, '2.   That a budget of £1.6m be allocated from reserves.', 'resolution.marker', 1, 2, '2.', NULL, 'That a budget of £1.6m be allocated from reserves.', 'other', 0, NULL, NULL);
INSERT INTO resolutions VALUES (3, 1, 5210, 5285, '3.   That authority be delegated to the Director to settle the final terms.', 'resolution.marker', 1, 3, '3.', NULL, 'That authority be delegated to the Director to settle the final terms.', 'delegate', 0, NULL, NULL);
INSERT INTO resolutions VALUES (4, 1, 5287, 5317, '4.   That the report be noted.', 'resolution.marker', 1, 4, '4.', NULL, 'That the report be noted.', 'note', 0, NULL, NULL);
INSERT INTO resolutions VALUES (5, 2, 5037, 5151, '1.   That the award of the contract for Customer Contact to Harlow & Peake Ltd at a value of £283,939 be approved.', 'resolution.marker', 2, 1, '1.', NULL, 'That the award of the contract for Customer Contact to Harlow & Peake Ltd at a value of £283,939 be approved.', 'approve', 0, NULL, 1);
INSERT INTO resolutions VALUES (6, 2, 5153, 5208, '2.   That a budget of £1.6m be allocated from reserves.', 'resolution.marker', 2, 2, '2.', NULL, 'That a budget of £1.6m be allocated from reserves.', 'other', 0, NULL, 2);
INSERT INTO resolutions VALUES (7, 2, 5210, 5285, '3.   That authority be delegated to the Director to settle the final terms.', 'resolution.marker', 2, 3, '3.', NULL, 'That authority be delegated to the Director to settle the final terms.', 'delegate', 0, NULL, 3);
INSERT INTO resolutions VALUES (8, 2, 5287, 5317, '4.   That the report be noted.', 'resolution.marker', 2, 4, '4.', NULL, 'That the report be noted.', 'note', 0, NULL, 4);
INSERT INTO resolutions VALUES (11, 5, 4633, 4752, '1. That the award of the contract for Adult Social Care to Tarn Valley Care Limited at a value of £886,635 be approved.', 'resolution.marker', 4, 1, '1.', NULL, 'That the award of the contract for Adult Social Care to Tarn Valley Care Limited at a value of £886,635 be approved.', 'approve', 0, NULL, NULL);
INSERT INTO resolutions VALUES (12, 5, 4754, 4807, '2. That a budget of £1.5m be allocated from reserves.', 'resolution.marker', 4, 2, '2.', NULL, 'That a budget of £1.5m be allocated from reserves.', 'other', 0, NULL, NULL);
INSERT INTO resolutions VALUES (13, 5, 4809, 4882, '3. That authority be delegated to the Director to settle the final terms.', 'resolution.marker', 4, 3, '3.', NULL, 'That authority be delegated to the Director to settle the final terms.', 'delegate', 0, NULL, NULL);
INSERT INTO resolutions VALUES (14, 5, 4884, 4912, '4. That the report be noted.', 'resolution.marker', 4, 4, '4.', NULL, 'That the report be noted.', 'note', 0, NULL, NULL);
INSERT INTO resolutions VALUES (15, 4, 283, 340, '(1) a contract of £52,750 be awarded to Ostler Roads LLP;', 'resolution.marker', 5, 1, '(1)', 'That', 'a contract of £52,750 be awarded to Ostler Roads LLP', 'award', 0, NULL, NULL);
INSERT INTO resolutions VALUES (16, 4, 345, 369, '(2) the report be noted.', 'resolution.marker', 5, 2, '(2)', 'That', 'the report be noted.', 'note', 0, NULL, NULL);
INSERT INTO percentages VALUES (1, 1, 1296, 1301, '79.0%', 'percent.sign', 1, 79.0, NULL, NULL, 'actual', 'calls');
INSERT INTO percentages VALUES (2, 1, 1362, 1365, '89%', 'percent.sign', 1, 89.0, NULL, NULL, 'target', NULL);
INSERT INTO percentages VALUES (3, 1, 2057, 2060, '56%', 'percent.from_to', 1, 56.0, NULL, NULL, 'from', NULL);
INSERT INTO percentages VALUES (4, 1, 2064, 2067, '73%', 'percent.from_to', 1, 73.0, NULL, NULL, 'to', NULL);
INSERT INTO percentages VALUES (5, 1, 2980, 2985, '63.0%', 'percent.sign', 1, 63.0, NULL, NULL, 'actual', 'calls');
INSERT INTO percentages VALUES (6, 1, 3046, 3049, '90%', 'percent.sign', 1, 90.0, NULL, NULL, 'target', NULL);
INSERT INTO percentages VALUES (7, 1, 3366, 3371, '87.1%', 'percent.sign', 1, 87.1, NULL, NULL, 'actual', 'calls');
INSERT INTO percentages VALUES (8, 1, 3432, 3435, '80%', 'percent.sign', 1, 80.0, NULL, NULL, 'target', NULL);
INSERT INTO percentages VALUES (9, 1, 3460, 3463, '49%', 'percent.from_to', 1, 49.0, NULL, NULL, 'from', NULL);
INSERT INTO percentages VALUES (10, 1, 3467, 3470, '77%', 'percent.from_to', 1, 77.0, NULL, NULL, 'to', NULL);
INSERT INTO percentages VALUES (11, 1, 4746, 4749, '40%', 'percent.from_to', 1, 40.0, NULL, NULL, 'from', NULL);
INSERT INTO percentages VALUES (12, 1, 4753, 4756, '68%', 'percent.from_to', 1, 68.0, NULL, NULL, 'to', NULL);
INSERT INTO percentages VALUES (13, 2, 1296, 1301, '79.0%', 'percent.sign', 2, 79.0, NULL, NULL, 'actual', 'calls');
INSERT INTO percentages VALUES (14, 2, 1362, 1365, '89%', 'percent.sign', 2, 89.0, NULL, NULL, 'target', NULL);
INSERT INTO percentages VALUES (15, 2, 2057, 2060, '56%', 'percent.from_to', 2, 56.0, NULL, NULL, 'from', NULL);
INSERT INTO percentages VALUES (16, 2, 2064, 2067, '73%', 'percent.from_to', 2, 73.0, NULL, NULL, 'to', NULL);
INSERT INTO percentages VALUES (17, 2, 2980, 2985, '63.0%', 'percent.sign', 2, 63.0, NULL, NULL, 'actual', 'calls');
INSERT INTO percentages VALUES (18, 2, 3046, 3049, '90%', 'percent.sign', 2, 90.0, NULL, NULL, 'target', NULL);
INSERT INTO percentages VALUES (19, 2, 3366, 3371, '87.1%', 'percent.sign', 2, 87.1, NULL, NULL, 'actual', 'calls');
INSERT INTO percentages VALUES (20, 2, 3432, 3435, '80%', 'percent.sign', 2, 80.0, NULL, NULL, 'target', NULL);
INSERT INTO percentages VALUES (21, 2, 3460, 3463, '49%', 'percent.from_to', 2, 49.0, NULL, NULL, 'from', NULL);
INSERT INTO percentages VALUES (22, 2, 3467, 3470, '77%', 'percent.from_to', 2, 77.0, NULL, NULL, 'to', NULL);
INSERT INTO percentages VALUES (23, 2, 4746, 4749, '40%', 'percent.from_to', 2, 40.0, NULL, NULL, 'from', NULL);
INSERT INTO percentages VALUES (24, 2, 4753, 4756, '68%', 'percent.from_to', 2, 68.0, NULL, NULL, 'to', NULL);
INSERT INTO percentages VALUES (27, 5, 1372, 1375, '57%', 'percent.from_to', 4, 57.0, NULL, NULL, 'from', NULL);
INSERT INTO percentages VALUES (28, 5, 1379, 1382, '81%', 'percent.from_to', 4, 81.0, NULL, NULL, 'to', NULL);
INSERT INTO percentages VALUES (29, 5, 3039, 3042, '55%', 'percent.from_to', 4, 55.0, NULL, NULL, 'from', NULL);
INSERT INTO percentages VALUES (30, 5, 3046, 3049, '62%', 'percent.from_to', 4, 62.0, NULL, NULL, 'to', NULL);
INSERT INTO percentages VALUES (31, 4, 536, 541, '98.4%', 'percent.sign', 5, 98.4, NULL, NULL, 'actual', 'calls');
INSERT INTO percentages VALUES (32, 4, 616, 619, '95%', 'percent.sign', 5, 95.0, NULL, NULL, 'target', NULL);
INSERT INTO people VALUES (1, 1, 1367, 1405, 'Eleri Pugh, Assistant Director - Place', 'people.presenter', 1, 'Eleri Pugh', 'Assistant Director - Place', NULL, 'presenter', NULL, NULL);
INSERT INTO people VALUES (2, 1, 4567, 4606, 'Ian Fairley, Assistant Director - Place', 'people.presenter', 1, 'Ian Fairley', 'Assistant Director - Place', NULL, 'presenter', NULL, NULL);
INSERT INTO people VALUES (3, 2, 1367, 1405, 'Eleri Pugh, Assistant Director - Place', 'people.presenter', 2, 'Eleri Pugh', 'Assistant Director - Place', NULL, 'presenter', NULL, NULL);
INSERT INTO people VALUES (4, 2, 4567, 4606, 'Ian Fairley, Assistant Director - Place', 'people.presenter', 2, 'Ian Fairley', 'Assistant Director - Place', NULL, 'presenter', NULL, NULL);
INSERT INTO people VALUES (5, 5, 498, 536, 'Asha Verma, Assistant Director - Place', 'people.presenter', 4, 'Asha Verma', 'Assistant Director - Place', NULL, 'presenter', NULL, NULL);
INSERT INTO people VALUES (6, 5, 2498, 2537, 'Joan O''Dell, Assistant Director - Place', 'people.presenter', 4, 'Joan O''Dell', 'Assistant Director - Place', NULL, 'presenter', NULL, NULL);
INSERT INTO dates VALUES (1, 1, 2076, 2086, 'April 2020', 'date.other', 1, '2020-04-01', '2020-04-30', 'other', 'April 2020');
INSERT INTO dates VALUES (2, 1, 2091, 2101, 'March 2025', 'date.other', 1, '2025-03-01', '2025-03-31', 'other', 'March 2025');
INSERT INTO dates VALUES (3, 1, 3479, 3489, 'April 2017', 'date.other', 1, '2017-04-01', '2017-04-30', 'other', 'April 2017');
INSERT INTO dates VALUES (4, 1, 3494, 3504, 'March 2024', 'date.other', 1, '2024-03-01', '2024-03-31', 'other', 'March 2024');
INSERT INTO dates VALUES (5, 1, 4765, 4775, 'April 2016', 'date.other', 1, '2016-04-01', '2016-04-30', 'other', 'April 2016');
INSERT INTO dates VALUES (6, 1, 4780, 4790, 'March 2025', 'date.other', 1, '2025-03-01', '2025-03-31', 'other', 'March 2025');
INSERT INTO dates VALUES (7, 2, 2076, 2086, 'April 2020', 'date.other', 2, '2020-04-01', '2020-04-30', 'other', 'April 2020');
INSERT INTO dates VALUES (8, 2, 2091, 2101, 'March 2025', 'date.other', 2, '2025-03-01', '2025-03-31', 'other', 'March 2025');
INSERT INTO dates VALUES (9, 2, 3479, 3489, 'April 2017', 'date.other', 2, '2017-04-01', '2017-04-30', 'other', 'April 2017');
INSERT INTO dates VALUES (10, 2, 3494, 3504, 'March 2024', 'date.other', 2, '2024-03-01', '2024-03-31', 'other', 'March 2024');
INSERT INTO dates VALUES (11, 2, 4765, 4775, 'April 2016', 'date.other', 2, '2016-04-01', '2016-04-30', 'other', 'April 2016');
INSERT INTO dates VALUES (12, 2, 4780, 4790, 'March 2025', 'date.other', 2, '2025-03-01', '2025-03-31', 'other', 'March 2025');
INSERT INTO dates VALUES (13, 5, 1391, 1401, 'April 2018', 'date.other', 4, '2018-04-01', '2018-04-30', 'other', 'April 2018');
INSERT INTO dates VALUES (14, 5, 1406, 1416, 'March 2023', 'date.other', 4, '2023-03-01', '2023-03-31', 'other', 'March 2023');
INSERT INTO dates VALUES (15, 5, 3058, 3068, 'April 2016', 'date.other', 4, '2016-04-01', '2016-04-30', 'other', 'April 2016');
INSERT INTO dates VALUES (16, 5, 3073, 3083, 'March 2024', 'date.other', 4, '2024-03-01', '2024-03-31', 'other', 'March 2024');
INSERT INTO attachments VALUES (1, 1, 5446, 5452, 'Report', 'documents.link', 1, 'Report', 'documents/s3/Report.pdf', 121856);
INSERT INTO attachments VALUES (2, 2, 5446, 5452, 'Report', 'documents.link', 2, 'Report', 'documents/s3/Report.pdf', 121856);
INSERT INTO votes VALUES (1, 4, 370, 427, 'Moved by Councillor Frost, seconded by Councillor Morgan.', 'votes.question', 5, 16, 'motion', NULL, 3, 0, 1, NULL, NULL, NULL, NULL, NULL, 'Frost', 'Morgan');
INSERT INTO mentions VALUES (1, 1, 5097, 5115, 'Harlow & Peake Ltd', 'organisations.awarded_to', 1, 1, 1, 'Harlow & Peake Ltd', 'supplier', 'supplier');
INSERT INTO mentions VALUES (2, 2, 5097, 5115, 'Harlow & Peake Ltd', 'organisations.awarded_to', 2, 1, 5, 'Harlow & Peake Ltd', 'supplier', 'supplier');
INSERT INTO mentions VALUES (4, 5, 3103, 3127, 'Tarn Valley Care Limited', 'organisations.contract_with', 4, 3, NULL, 'Tarn Valley Care Limited', 'supplier', 'supplier');
INSERT INTO mentions VALUES (5, 5, 4692, 4716, 'Tarn Valley Care Limited', 'organisations.awarded_to', 4, 3, 11, 'Tarn Valley Care Limited', 'supplier', 'supplier');
INSERT INTO mentions VALUES (6, 4, 323, 339, 'Ostler Roads LLP', 'organisations.awarded_to', 5, 2, 15, 'Ostler Roads LLP', 'supplier', 'supplier');
INSERT INTO amounts VALUES (1, 1, 1987, 1992, '£440k', 'money.sign', 1, NULL, NULL, NULL, 44000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (2, 1, 2025, 2031, '£1.12m', 'money.sign', 1, NULL, NULL, NULL, 112000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (3, 1, 3711, 3716, '£464k', 'money.sign', 1, NULL, NULL, NULL, 46400000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (4, 1, 3749, 3755, '£3.38m', 'money.sign', 1, NULL, NULL, NULL, 338000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (5, 1, 4108, 4113, '£535k', 'money.sign', 1, NULL, NULL, NULL, 53500000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (6, 1, 4146, 4152, '£2.40m', 'money.sign', 1, NULL, NULL, NULL, 240000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (7, 1, 4364, 4369, '£519k', 'money.sign', 1, NULL, NULL, NULL, 51900000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (8, 1, 4402, 4408, '£3.83m', 'money.sign', 1, NULL, NULL, NULL, 383000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (9, 1, 4840, 4845, '£939k', 'money.sign', 1, NULL, NULL, NULL, 93900000, NULL, 'GBP', NULL, 'saving', NULL, NULL, '2020/21');
INSERT INTO amounts VALUES (10, 1, 4878, 4884, '£3.43m', 'money.sign', 1, NULL, NULL, NULL, 343000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, '2020/21');
INSERT INTO amounts VALUES (11, 1, 5130, 5138, '£283,939', 'money.sign', 1, 1, 1, 1, 28393900, NULL, 'GBP', NULL, 'contract', NULL, NULL, NULL);
INSERT INTO amounts VALUES (12, 1, 5175, 5180, '£1.6m', 'money.sign', 1, 2, NULL, NULL, 160000000, NULL, 'GBP', NULL, 'budget', NULL, NULL, NULL);
INSERT INTO amounts VALUES (13, 2, 1987, 1992, '£440k', 'money.sign', 2, NULL, NULL, NULL, 44000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (14, 2, 2025, 2031, '£1.12m', 'money.sign', 2, NULL, NULL, NULL, 112000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (15, 2, 3711, 3716, '£464k', 'money.sign', 2, NULL, NULL, NULL, 46400000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (16, 2, 3749, 3755, '£3.38m', 'money.sign', 2, NULL, NULL, NULL, 338000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (17, 2, 4108, 4113, '£535k', 'money.sign', 2, NULL, NULL, NULL, 53500000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (18, 2, 4146, 4152, '£2.40m', 'money.sign', 2, NULL, NULL, NULL, 240000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (19, 2, 4364, 4369, '£519k', 'money.sign', 2, NULL, NULL, NULL, 51900000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (20, 2, 4402, 4408, '£3.83m', 'money.sign', 2, NULL, NULL, NULL, 383000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (21, 2, 4840, 4845, '£939k', 'money.sign', 2, NULL, NULL, NULL, 93900000, NULL, 'GBP', NULL, 'saving', NULL, NULL, '2020/21');
INSERT INTO amounts VALUES (22, 2, 4878, 4884, '£3.43m', 'money.sign', 2, NULL, NULL, NULL, 343000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, '2020/21');
INSERT INTO amounts VALUES (23, 2, 5130, 5138, '£283,939', 'money.sign', 2, 5, 2, 1, 28393900, NULL, 'GBP', NULL, 'contract', NULL, NULL, NULL);
INSERT INTO amounts VALUES (24, 2, 5175, 5180, '£1.6m', 'money.sign', 2, 6, NULL, NULL, 160000000, NULL, 'GBP', NULL, 'budget', NULL, NULL, NULL);
INSERT INTO amounts VALUES (28, 5, 2708, 2713, '£410k', 'money.sign', 4, NULL, NULL, NULL, 41000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (29, 5, 2746, 2752, '£3.30m', 'money.sign', 4, NULL, NULL, NULL, 330000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (30, 5, 3142, 3155, '£27.5 million', 'money.sign', 4, NULL, 4, 3, 2750000000, NULL, 'GBP', NULL, 'contract', NULL, NULL, NULL);
INSERT INTO amounts VALUES (31, 5, 3191, 3199, '£432,000', 'money.sign', 4, NULL, 4, 3, 43200000, NULL, 'GBP', NULL, 'contract', 'year', 'annual', NULL);
INSERT INTO amounts VALUES (32, 5, 4308, 4312, '£65k', 'money.sign', 4, NULL, NULL, NULL, 6500000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (33, 5, 4345, 4351, '£2.89m', 'money.sign', 4, NULL, NULL, NULL, 289000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (34, 5, 4575, 4580, '£919k', 'money.sign', 4, NULL, NULL, NULL, 91900000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (35, 5, 4613, 4619, '£1.30m', 'money.sign', 4, NULL, NULL, NULL, 130000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, NULL);
INSERT INTO amounts VALUES (36, 5, 4731, 4739, '£886,635', 'money.sign', 4, 11, 5, 3, 88663500, NULL, 'GBP', NULL, 'contract', NULL, NULL, NULL);
INSERT INTO amounts VALUES (37, 5, 4774, 4779, '£1.5m', 'money.sign', 4, 12, NULL, NULL, 150000000, NULL, 'GBP', NULL, 'budget', NULL, NULL, NULL);
INSERT INTO amounts VALUES (38, 4, 301, 308, '£52,750', 'money.sign', 5, 15, 6, 2, 5275000, NULL, 'GBP', NULL, 'contract', NULL, NULL, NULL);
INSERT INTO amounts VALUES (39, 4, 472, 479, '£12,000', 'money.sign', 5, NULL, NULL, NULL, 1200000, NULL, 'GBP', NULL, 'saving', NULL, NULL, '2025/26');
INSERT INTO amounts VALUES (40, 4, 527, 534, '£20,000', 'money.sign', 5, NULL, NULL, NULL, 2000000, NULL, 'GBP', NULL, 'saving', NULL, NULL, '2025/26');
INSERT INTO kpis VALUES (1, 1, 1277, 1366, 'Libraries answered 79.0% of calls within 37 seconds in Quarter 4 against a target of 89%.', 'kpi.sentence', 1, NULL, NULL, NULL, 'calls within 37 seconds in Quarter 4', NULL, 'Q4 2020/21', '2021-01-01', '2021-03-31', 89.0, NULL, NULL, 79.0, NULL, '%', NULL, NULL, NULL, NULL, NULL, NULL, 'missed', NULL, 'Libraries answered 79.0% of calls within 37 seconds in Quarter 4 against a target of 89%.');
INSERT INTO kpis VALUES (2, 1, 2955, 3050, 'Leisure Centres answered 63.0% of calls within 43 seconds in Quarter 3 against a target of 90%.', 'kpi.sentence', 1, NULL, NULL, NULL, 'calls within 43 seconds in Quarter 3', NULL, 'Q3 2020/21', '2020-10-01', '2020-12-31', 90.0, NULL, NULL, 63.0, NULL, '%', NULL, NULL, NULL, NULL, NULL, NULL, 'missed', NULL, 'Leisure Centres answered 63.0% of calls within 43 seconds in Quarter 3 against a target of 90%.');
INSERT INTO kpis VALUES (3, 1, 3348, 3436, 'Highways answered 87.1% of calls within 26 seconds in Quarter 3 against a target of 80%.', 'kpi.sentence', 1, NULL, NULL, NULL, 'calls within 26 seconds in Quarter 3', NULL, 'Q3 2020/21', '2020-10-01', '2020-12-31', 80.0, NULL, NULL, 87.1, NULL, '%', NULL, NULL, NULL, NULL, NULL, NULL, 'exceeded', NULL, 'Highways answered 87.1% of calls within 26 seconds in Quarter 3 against a target of 80%.');
INSERT INTO kpis VALUES (4, 2, 1277, 1366, 'Libraries answered 79.0% of calls within 37 seconds in Quarter 4 against a target of 89%.', 'kpi.sentence', 2, NULL, NULL, NULL, 'calls within 37 seconds in Quarter 4', NULL, 'Q4 2020/21', '2021-01-01', '2021-03-31', 89.0, NULL, NULL, 79.0, NULL, '%', NULL, NULL, NULL, NULL, NULL, NULL, 'missed', NULL, 'Libraries answered 79.0% of calls within 37 seconds in Quarter 4 against a target of 89%.');
INSERT INTO kpis VALUES (5, 2, 2955, 3050, 'Leisure Centres answered 63.0% of calls within 43 seconds in Quarter 3 against a target of 90%.', 'kpi.sentence', 2, NULL, NULL, NULL, 'calls within 43 seconds in Quarter 3', NULL, 'Q3 2020/21', '2020-10-01', '2020-12-31', 90.0, NULL, NULL, 63.0, NULL, '%', NULL, NULL, NULL, NULL, NULL, NULL, 'missed', NULL, 'Leisure Centres answered 63.0% of calls within 43 seconds in Quarter 3 against a target of 90%.');
INSERT INTO kpis VALUES (6, 2, 3348, 3436, 'Highways answered 87.1% of calls within 26 seconds in Quarter 3 against a target of 80%.', 'kpi.sentence', 2, NULL, NULL, NULL, 'calls within 26 seconds in Quarter 3', NULL, 'Q3 2020/21', '2020-10-01', '2020-12-31', 80.0, NULL, NULL, 87.1, NULL, '%', NULL, NULL, NULL, NULL, NULL, NULL, 'exceeded', NULL, 'Highways answered 87.1% of calls within 26 seconds in Quarter 3 against a target of 80%.');
INSERT INTO kpis VALUES (7, 4, 536, 620, '98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.', 'kpi.sentence', 5, NULL, NULL, NULL, 'calls were answered within 30 seconds in Quarter 4', NULL, 'Q4 2025/26', '2026-01-01', '2026-03-31', 95.0, NULL, NULL, 98.4, NULL, '%', NULL, NULL, NULL, NULL, NULL, NULL, 'exceeded', NULL, '98.4% of calls were answered within 30 seconds in Quarter 4 against a target of 95%.');
INSERT INTO savings VALUES (1, 1, 1987, 1992, '£440k', 'saving.amount', 1, 1, NULL, NULL, 44000000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (2, 1, 2025, 2031, '£1.12m', 'saving.amount', 1, 2, NULL, NULL, 112000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (3, 1, 3711, 3716, '£464k', 'saving.amount', 1, 3, NULL, NULL, 46400000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (4, 1, 3749, 3755, '£3.38m', 'saving.amount', 1, 4, NULL, NULL, 338000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (5, 1, 4108, 4113, '£535k', 'saving.amount', 1, 5, NULL, NULL, 53500000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (6, 1, 4146, 4152, '£2.40m', 'saving.amount', 1, 6, NULL, NULL, 240000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (7, 1, 4364, 4369, '£519k', 'saving.amount', 1, 7, NULL, NULL, 51900000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (8, 1, 4402, 4408, '£3.83m', 'saving.amount', 1, 8, NULL, NULL, 383000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (9, 1, 4840, 4845, '£939k', 'saving.amount', 1, 9, NULL, NULL, 93900000, 'achieved', 'unknown', '2020/21');
INSERT INTO savings VALUES (10, 1, 4878, 4884, '£3.43m', 'saving.amount', 1, 10, NULL, NULL, 343000000, 'target', 'unknown', '2020/21');
INSERT INTO savings VALUES (11, 2, 1987, 1992, '£440k', 'saving.amount', 2, 13, NULL, NULL, 44000000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (12, 2, 2025, 2031, '£1.12m', 'saving.amount', 2, 14, NULL, NULL, 112000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (13, 2, 3711, 3716, '£464k', 'saving.amount', 2, 15, NULL, NULL, 46400000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (14, 2, 3749, 3755, '£3.38m', 'saving.amount', 2, 16, NULL, NULL, 338000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (15, 2, 4108, 4113, '£535k', 'saving.amount', 2, 17, NULL, NULL, 53500000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (16, 2, 4146, 4152, '£2.40m', 'saving.amount', 2, 18, NULL, NULL, 240000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (17, 2, 4364, 4369, '£519k', 'saving.amount', 2, 19, NULL, NULL, 51900000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (18, 2, 4402, 4408, '£3.83m', 'saving.amount', 2, 20, NULL, NULL, 383000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (19, 2, 4840, 4845, '£939k', 'saving.amount', 2, 21, NULL, NULL, 93900000, 'achieved', 'unknown', '2020/21');
INSERT INTO savings VALUES (20, 2, 4878, 4884, '£3.43m', 'saving.amount', 2, 22, NULL, NULL, 343000000, 'target', 'unknown', '2020/21');
INSERT INTO savings VALUES (23, 5, 2708, 2713, '£410k', 'saving.amount', 4, 28, NULL, NULL, 41000000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (24, 5, 2746, 2752, '£3.30m', 'saving.amount', 4, 29, NULL, NULL, 330000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (25, 5, 4308, 4312, '£65k', 'saving.amount', 4, 32, NULL, NULL, 6500000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (26, 5, 4345, 4351, '£2.89m', 'saving.amount', 4, 33, NULL, NULL, 289000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (27, 5, 4575, 4580, '£919k', 'saving.amount', 4, 34, NULL, NULL, 91900000, 'achieved', 'unknown', NULL);
INSERT INTO savings VALUES (28, 5, 4613, 4619, '£1.30m', 'saving.amount', 4, 35, NULL, NULL, 130000000, 'target', 'unknown', NULL);
INSERT INTO savings VALUES (29, 4, 472, 479, '£12,000', 'saving.amount', 5, 39, NULL, NULL, 1200000, 'forecast', 'unknown', '2025/26');
INSERT INTO savings VALUES (30, 4, 527, 534, '£20,000', 'saving.amount', 5, 40, NULL, NULL, 2000000, 'target', 'unknown', '2025/26');
INSERT INTO search_rows VALUES (1, 3, NULL, NULL, 2, NULL, NULL);
INSERT INTO search_rows VALUES (49369105563649, 1, 1, NULL, 1, '2015-02-28', NULL);
INSERT INTO search_rows VALUES (49369105563650, 1, 1, 1, 1, '2015-02-28', 'approve');
INSERT INTO search_rows VALUES (49369105563651, 1, 1, 2, 1, '2015-02-28', 'other');
INSERT INTO search_rows VALUES (49369105563652, 1, 1, 3, 1, '2015-02-28', 'delegate');
INSERT INTO search_rows VALUES (49369105563653, 1, 1, 4, 1, '2015-02-28', 'note');
INSERT INTO search_rows VALUES (49369105563654, 2, 2, NULL, 1, '2015-02-28', NULL);
INSERT INTO search_rows VALUES (49369105563655, 2, 2, 5, 1, '2015-02-28', 'approve');
INSERT INTO search_rows VALUES (49369105563656, 2, 2, 6, 1, '2015-02-28', 'other');
INSERT INTO search_rows VALUES (49369105563657, 2, 2, 7, 1, '2015-02-28', 'delegate');
INSERT INTO search_rows VALUES (49369105563658, 2, 2, 8, 1, '2015-02-28', 'note');
INSERT INTO search_rows VALUES (49401653362689, 5, 4, NULL, 2, '2016-06-27', NULL);
INSERT INTO search_rows VALUES (49401653362690, 5, 4, 11, 2, '2016-06-27', 'approve');
INSERT INTO search_rows VALUES (49401653362691, 5, 4, 12, 2, '2016-06-27', 'other');
INSERT INTO search_rows VALUES (49401653362692, 5, 4, 13, 2, '2016-06-27', 'delegate');
INSERT INTO search_rows VALUES (49401653362693, 5, 4, 14, 2, '2016-06-27', 'note');
INSERT INTO search_rows VALUES (49618750537729, 4, 5, NULL, 2, '2025-05-06', NULL);
INSERT INTO search_rows VALUES (49618750537730, 4, 5, 15, 2, '2025-05-06', 'award');
INSERT INTO search_rows VALUES (49618750537731, 4, 5, 16, 2, '2025-05-06', 'note');
INSERT INTO search(search) VALUES ('rebuild');
COMMIT;
