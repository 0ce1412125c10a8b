-- How the finding stands, in JSON: what a change of it is told by, without reading all of its body. Null where the body was written
-- before; it is in there too.
ALTER TABLE finding ADD COLUMN state text;

-- Where PostgreSQL has it, LZ4 compresses long findings several times faster, and a write waits for that.
DO $$
BEGIN
    ALTER TABLE finding ALTER COLUMN body SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    RAISE NOTICE 'This PostgreSQL was built without LZ4; long findings are compressed by pglz.';
END $$;
