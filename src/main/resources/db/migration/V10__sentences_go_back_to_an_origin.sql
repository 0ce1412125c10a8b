-- What lineage is read from texts: made of them alone, and made again where they change. Texts that were stored before get theirs
-- when the program starts, see org.crosscheck.fact.TextLineage.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
    END IF;
END $$;

CREATE TABLE sentence (
    story_id  text     NOT NULL,
    source_id text     NOT NULL,
    -- Offsets in the text, in UTF-16 units; end_at is exclusive.
    start_at  integer  NOT NULL,
    end_at    integer  NOT NULL,
    words     integer  NOT NULL,
    unquoted  integer  NOT NULL,
    -- The earliest source that it is a copy of; null where it is its source's own.
    origin_id text,
    -- Hashes of its shingles, mixed with the story's id: so the index leads to sentences of one story.
    prints    bigint[] NOT NULL,
    CONSTRAINT sentence_pk PRIMARY KEY (story_id, source_id, start_at)
);
CREATE INDEX sentence_by_print ON sentence USING gin (prints);
CREATE INDEX sentence_by_origin ON sentence (story_id, origin_id);

-- The source that this one is mostly a copy of.
ALTER TABLE source ADD COLUMN copied_from text;
-- The rules by which its sentences were read; null where it has no text, or was stored before there were any.
ALTER TABLE source ADD COLUMN read_by integer;
-- The source that the fact's sentence is a copy of; null where it is its source's own.
ALTER TABLE fact ADD COLUMN copied_from text;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_distributed_table('sentence', 'story_id', colocate_with => 'story');
    END IF;
END $$;

ALTER TABLE sentence
    ADD CONSTRAINT sentence_source_fk FOREIGN KEY (story_id, source_id) REFERENCES source (story_id, id) ON DELETE CASCADE;
