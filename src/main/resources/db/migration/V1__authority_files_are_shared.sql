-- Parties and concepts are shared by all stories: reference tables on Citus, written rarely.

-- One row. Whoever changes a party or a concept locks it FOR UPDATE, whoever judges a story FOR KEY SHARE: so no story
-- is judged by names and broader links that are changing under it.
CREATE TABLE authority (
    id      smallint NOT NULL CONSTRAINT authority_is_one CHECK (id = 1),
    version bigint   NOT NULL,
    CONSTRAINT authority_pk PRIMARY KEY (id)
);
INSERT INTO authority (id, version) VALUES (1, 1);

CREATE TABLE party (
    id       text    NOT NULL,
    name     text    NOT NULL,
    kind     text    NOT NULL,
    aliases  text[]  NOT NULL,
    part_of  text,
    revision integer NOT NULL,
    CONSTRAINT party_pk PRIMARY KEY (id)
);
CREATE INDEX party_by_part_of ON party (part_of);

CREATE TABLE concept (
    id       text    NOT NULL,
    scheme   text    NOT NULL,
    label    text    NOT NULL,
    aliases  text[]  NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT concept_pk PRIMARY KEY (id)
);

CREATE TABLE concept_broader (
    concept_id text    NOT NULL,
    broader_id text    NOT NULL,
    ordinal    integer NOT NULL,
    CONSTRAINT concept_broader_pk PRIMARY KEY (concept_id, broader_id)
);
CREATE INDEX concept_broader_by_broader ON concept_broader (broader_id);

-- Changes of parties and concepts whose findings are still to be judged again. Written with the change, deleted once
-- every story that depends on it is up to date, so that a crash in between loses nothing.
CREATE TABLE authority_change (
    id         uuid        NOT NULL,
    parties    text[]      NOT NULL,
    concepts   text[]      NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT authority_change_pk PRIMARY KEY (id)
);
