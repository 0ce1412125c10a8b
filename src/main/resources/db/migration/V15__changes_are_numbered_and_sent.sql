-- Every change of a verdict, written in the transaction that changes it. Append only; outlives its story.
CREATE TABLE verdict_change (
    story_id     text        NOT NULL,
    id           uuid        NOT NULL,
    -- The version of the story that first shows it.
    version      bigint      NOT NULL,
    attribute_id text        NOT NULL,
    -- Its place among the changes of all stories; null for the moment until it has one, see org.crosscheck.change.Numbering.
    number       bigint,
    from_verdict text,
    to_verdict   text,
    -- The whole event, as JSON.
    body         text        NOT NULL,
    CONSTRAINT verdict_change_pk PRIMARY KEY (story_id, id)
);
CREATE INDEX verdict_change_by_version ON verdict_change (story_id, version, attribute_id, id);
CREATE INDEX verdict_change_by_number ON verdict_change (number);
CREATE INDEX verdict_change_by_story ON verdict_change (story_id, number);
CREATE INDEX verdict_change_unnumbered ON verdict_change (version, story_id, attribute_id) WHERE number IS NULL;

-- One row, which whoever gives numbers locks.
CREATE TABLE change_numbering (
    id smallint NOT NULL,
    CONSTRAINT change_numbering_pk PRIMARY KEY (id)
);
INSERT INTO change_numbering (id) VALUES (1);

-- Where changes are sent.
CREATE TABLE webhook (
    id              text        NOT NULL,
    revision        integer     NOT NULL,
    url             text        NOT NULL,
    -- Signs what is sent, so it must be readable.
    secret          text        NOT NULL,
    -- Only changes of these stories, to or from these verdicts; all where empty.
    stories         text[]      NOT NULL,
    verdicts        text[]      NOT NULL,
    enabled         boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    disabled_at     timestamptz,
    -- Everything up to this number has arrived.
    position        bigint      NOT NULL,
    -- How often the next one was sent in vain.
    failures        integer     NOT NULL,
    failing_since   timestamptz,
    last_status     integer,
    last_attempt_at timestamptz,
    -- Not to be sent to before.
    due_at          timestamptz NOT NULL,
    -- Whoever sends holds it until then: one process at a time.
    leased_until    timestamptz NOT NULL,
    lease           uuid,
    CONSTRAINT webhook_pk PRIMARY KEY (id)
);

-- The latest attempts to send.
CREATE TABLE webhook_delivery (
    id         uuid        NOT NULL,
    webhook_id text        NOT NULL,
    message_id text        NOT NULL,
    number     bigint,
    sent_at    timestamptz NOT NULL,
    millis     integer     NOT NULL,
    status     integer,
    error      text,
    CONSTRAINT webhook_delivery_pk PRIMARY KEY (id)
);
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook_id, sent_at, id);

DO $$
DECLARE
    shared text;
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        FOREACH shared IN ARRAY ARRAY['change_numbering', 'webhook', 'webhook_delivery'] LOOP
            PERFORM create_reference_table(shared);
        END LOOP;
        PERFORM create_distributed_table('verdict_change', 'story_id', colocate_with => 'story');
        SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
    END IF;
END $$;

ALTER TABLE webhook_delivery
    ADD CONSTRAINT webhook_delivery_webhook_fk FOREIGN KEY (webhook_id) REFERENCES webhook (id) ON DELETE CASCADE;
