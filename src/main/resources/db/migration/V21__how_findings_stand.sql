-- How the finding stands, in JSON: what a change of it is told by, without reading all of its body. Null where the body was written
-- before; it is in there too.
ALTER TABLE finding ADD COLUMN state text;
