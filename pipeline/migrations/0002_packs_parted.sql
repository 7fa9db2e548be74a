-- Packs parted.
-- ends in: 407f2858663ff801
CREATE TABLE papers ( id {whole} NOT NULL, document_id {whole} NOT NULL, start {whole} NOT NULL, stop {whole} NOT NULL, quote TEXT NOT NULL, rule TEXT NOT NULL, position {whole} NOT NULL, kind TEXT NOT NULL, item_number TEXT, title TEXT, body TEXT, date TEXT, page_from {whole}, page_to {whole}, ends {whole} NOT NULL, PRIMARY KEY (id), FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE );
CREATE INDEX papers_document_id ON papers (document_id);
