-- The value groups of attributes that have many facts, so that another fact need not group all of them again: of each attribute all
-- or none. Written in the transaction that changes the facts; made of them alone, and made again where they are not kept.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
    END IF;
END $$;

CREATE TABLE value_group (
    story_id     text        NOT NULL,
    attribute_id text        NOT NULL,
    -- SHA-256 of voice, stance, time and value.
    key          text        NOT NULL,
    voice        text        NOT NULL,
    stance       text        NOT NULL,
    -- Null unless the attribute is evolving.
    held_at      timestamptz,
    -- JSON; null where nothing is said.
    value        text,
    facts        bigint      NOT NULL,
    sources      text[]      NOT NULL,
    origins      text[]      NOT NULL,
    -- The first ones.
    wordings     text[]      NOT NULL,
    ids          text[]      NOT NULL,
    CONSTRAINT value_group_pk PRIMARY KEY (story_id, attribute_id, key)
);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_distributed_table('value_group', 'story_id', colocate_with => 'story');
    END IF;
END $$;

ALTER TABLE value_group
    ADD CONSTRAINT value_group_attribute_fk FOREIGN KEY (story_id, attribute_id) REFERENCES attribute (story_id, id)
        ON DELETE CASCADE;
