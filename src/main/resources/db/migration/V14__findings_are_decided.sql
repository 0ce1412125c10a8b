-- What an editor decided on the finding on an attribute; what was decided before is in the table revision.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
    END IF;
END $$;

CREATE TABLE decision (
    story_id     text        NOT NULL,
    attribute_id text        NOT NULL,
    outcome      text        NOT NULL,
    cause        text,
    note         text,
    decided_by   text        NOT NULL,
    decided_at   timestamptz NOT NULL,
    -- What was decided upon: the verdict, and the SHA-256 of the facts and the finding.
    verdict      text        NOT NULL,
    basis        text        NOT NULL,
    -- Whether the basis has changed since. Never undone: another decision takes its place.
    lapsed       boolean     NOT NULL,
    revision     integer     NOT NULL,
    CONSTRAINT decision_pk PRIMARY KEY (story_id, attribute_id),
    CONSTRAINT decision_has_a_cause_where_explained CHECK ((outcome = 'EXPLAINED') = (cause IS NOT NULL))
);

-- Where the decision in the finding's body stands: an outcome, LAPSED, or NONE as for whatever is there already.
ALTER TABLE finding ADD COLUMN decision text NOT NULL DEFAULT 'NONE';
ALTER TABLE finding ALTER COLUMN decision DROP DEFAULT;
CREATE INDEX finding_by_decision ON finding (decision, story_id, attribute_id) WHERE decision <> 'NONE';

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_distributed_table('decision', 'story_id', colocate_with => 'story');
    END IF;
END $$;

ALTER TABLE decision
    ADD CONSTRAINT decision_attribute_fk FOREIGN KEY (story_id, attribute_id) REFERENCES attribute (story_id, id)
        ON DELETE CASCADE;
