-- Organisation names.
-- ends in: 46b80f567b844f24
ALTER TABLE runs ADD COLUMN rulings TEXT;
ALTER TABLE organisation_names ADD COLUMN score {real};
ALTER TABLE organisation_names ADD COLUMN reason TEXT;
