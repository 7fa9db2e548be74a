-- Seals.
-- ends in: a69a494e14a3c331
ALTER TABLE runs ADD COLUMN seal {whole};
