-- Every state that a story, an attribute, a source or a fact had before it was changed or deleted, as JSON. Append only;
-- outlives what it is a state of.
CREATE TABLE revision (
    story_id    text        NOT NULL,
    id          uuid        NOT NULL,
    kind        text        NOT NULL,
    entity_id   text        NOT NULL,
    revision    integer     NOT NULL,
    deleted     boolean     NOT NULL,
    body        text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT revision_pk PRIMARY KEY (story_id, id)
);
CREATE INDEX revision_by_entity ON revision (story_id, kind, entity_id, revision);
