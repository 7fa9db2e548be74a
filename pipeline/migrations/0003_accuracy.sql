-- Accuracy.
-- ends in: 1fd44129c4d394d9
CREATE TABLE accuracy ( id {whole} NOT NULL, version TEXT NOT NULL, gold_set TEXT NOT NULL, field TEXT NOT NULL, table_name TEXT NOT NULL, column_name TEXT, rule TEXT, cases {whole} NOT NULL, precision {real} NOT NULL, recall {real}, f1 {real}, low {real} NOT NULL, high {real} NOT NULL, PRIMARY KEY (id) );
CREATE TABLE rules ( id {whole} NOT NULL, table_name TEXT NOT NULL, column_name TEXT, rule TEXT, basis TEXT NOT NULL, confidence {real} NOT NULL, cases {whole} NOT NULL, PRIMARY KEY (id) );
CREATE INDEX rules_rule ON rules (rule);
