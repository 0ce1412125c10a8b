-- The finding on each attribute, as the report shows it, written in the transaction that changes the facts under it.
CREATE TABLE finding (
    story_id     text   NOT NULL,
    attribute_id text   NOT NULL,
    ordinal      integer NOT NULL,
    verdict      text   NOT NULL,
    -- Parties and concepts that the finding depends on.
    voices       text[] NOT NULL,
    concepts     text[] NOT NULL,
    -- JSON, served as it stands.
    body         text   NOT NULL,
    CONSTRAINT finding_pk PRIMARY KEY (story_id, attribute_id)
);
CREATE INDEX finding_by_verdict ON finding (verdict, story_id, attribute_id);
CREATE INDEX finding_by_voice ON finding USING gin (voices);
CREATE INDEX finding_by_concept ON finding USING gin (concepts);
