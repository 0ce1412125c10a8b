CREATE TABLE story (
    story_id    text        NOT NULL,
    title       text        NOT NULL,
    language    text,
    occurred_on text,
    -- Counts changes of the story's own description; the version counts every change that a report can show.
    revision    integer     NOT NULL,
    version     bigint      NOT NULL,
    sources     integer     NOT NULL,
    lineages    integer     NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT story_pk PRIMARY KEY (story_id)
);

CREATE TABLE attribute (
    story_id  text    NOT NULL,
    id        text    NOT NULL,
    ordinal   integer NOT NULL,
    label     text    NOT NULL,
    question  text,
    type      text    NOT NULL,
    unit      text,
    cues      text[]  NOT NULL,
    tolerance numeric,
    evolving  boolean NOT NULL,
    revision  integer NOT NULL,
    CONSTRAINT attribute_pk PRIMARY KEY (story_id, id)
);

-- Parties and concepts that the story's dossier states, in its order, used by facts or not.
CREATE TABLE story_party (
    story_id text    NOT NULL,
    party_id text    NOT NULL,
    ordinal  integer NOT NULL,
    CONSTRAINT story_party_pk PRIMARY KEY (story_id, party_id)
);
CREATE TABLE story_concept (
    story_id   text    NOT NULL,
    concept_id text    NOT NULL,
    ordinal    integer NOT NULL,
    CONSTRAINT story_concept_pk PRIMARY KEY (story_id, concept_id)
);
