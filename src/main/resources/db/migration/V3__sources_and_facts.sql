CREATE TABLE source (
    story_id     text        NOT NULL,
    id           text        NOT NULL,
    ordinal      integer     NOT NULL,
    publisher_id text        NOT NULL,
    title        text,
    url          text,
    published_at timestamptz NOT NULL,
    language     text,
    credits      text[]      NOT NULL,
    derived_from text[]      NOT NULL,
    text         text,
    coverage     text        NOT NULL,
    covers       text[]      NOT NULL,
    revision     integer     NOT NULL,
    CONSTRAINT source_pk PRIMARY KEY (story_id, id)
);

CREATE TABLE fact (
    story_id        text        NOT NULL,
    id              text        NOT NULL,
    source_id       text        NOT NULL,
    ordinal         integer     NOT NULL,
    attribute_id    text        NOT NULL,
    -- Null where the source speaks in its own voice.
    claimant_id     text,
    stance          text        NOT NULL,
    value           jsonb,
    -- Names the value: facts of one voice, stance and key are one value group.
    value_key       text,
    -- The concept that the value is, or that its unit is.
    concept_id      text,
    wording         text,
    certainty       text        NOT NULL,
    -- Null where the fact held when its source was published.
    as_of           timestamptz,
    status          text        NOT NULL,
    origin          text        NOT NULL,
    evidence        jsonb,
    reason          text,
    revision        integer     NOT NULL,
    CONSTRAINT fact_pk PRIMARY KEY (story_id, id),
    CONSTRAINT fact_has_a_value_unless_omitted CHECK ((stance = 'OMITS') = (value IS NULL))
);
CREATE INDEX fact_by_attribute ON fact (story_id, attribute_id, status);
CREATE INDEX fact_by_source ON fact (story_id, source_id);
CREATE INDEX fact_by_claimant ON fact (claimant_id);
CREATE INDEX fact_by_concept ON fact (concept_id);
CREATE INDEX source_by_publisher ON source (publisher_id);
