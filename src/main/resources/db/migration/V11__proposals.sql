-- What a text proposes: facts with the rule that made them, and the attributes and parties that they need.
ALTER TABLE fact ADD COLUMN rule text;
ALTER TABLE fact ADD COLUMN confidence numeric;
-- Whatever is there already was not proposed.
ALTER TABLE attribute ADD COLUMN proposed boolean NOT NULL DEFAULT false;
ALTER TABLE attribute ALTER COLUMN proposed DROP DEFAULT;
ALTER TABLE party ADD COLUMN proposed boolean NOT NULL DEFAULT false;
ALTER TABLE party ALTER COLUMN proposed DROP DEFAULT;
-- The confidence from which on proposals are accepted without an editor; null where none are.
ALTER TABLE story ADD COLUMN auto_accept numeric;
