-- Who changed something in a story, when and why: a row for each transaction and reason, however much it writes. Append only; outlives
-- the story.
CREATE TABLE edit (
    story_id    text        NOT NULL,
    id          uuid        NOT NULL,
    made_by     text        NOT NULL,
    made_at     timestamptz NOT NULL,
    reason      text,
    -- Whether it brought back what was deleted.
    restoration boolean     NOT NULL,
    CONSTRAINT edit_pk PRIMARY KEY (story_id, id)
);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_distributed_table('edit', 'story_id', colocate_with => 'story');
    END IF;
END $$;

-- The edit that wrote the state; null where it is older than edits.
ALTER TABLE story ADD COLUMN edit_id uuid;
ALTER TABLE attribute ADD COLUMN edit_id uuid;
ALTER TABLE source ADD COLUMN edit_id uuid;
ALTER TABLE fact ADD COLUMN edit_id uuid;
ALTER TABLE decision ADD COLUMN edit_id uuid;

-- The edits that wrote a kept state and that ended it; null where they are older than edits.
ALTER TABLE revision ADD COLUMN began_by uuid;
ALTER TABLE revision ADD COLUMN ended_by uuid;
-- Its place among its like, so that what is restored stands where it stood.
ALTER TABLE revision ADD COLUMN ordinal integer;
-- The version of a story that was deleted: versions are never taken twice.
ALTER TABLE revision ADD COLUMN version bigint;
UPDATE revision SET version = revision WHERE kind = 'STORY' AND deleted;
-- What one edit deleted comes back together.
CREATE INDEX revision_by_deletion ON revision (story_id, ended_by) WHERE deleted;
