-- Every state that a party, a concept or a key came to have, as JSON, and every deletion of one. Append only; outlives what it is a
-- state of. Never holds a secret.
CREATE TABLE shared_revision (
    kind      text        NOT NULL,
    entity_id text        NOT NULL,
    revision  integer     NOT NULL,
    -- Whether this is the deletion of that revision; then it has no body.
    deleted   boolean     NOT NULL,
    body      text,
    made_by   text        NOT NULL,
    -- Null where it was made before histories were kept.
    made_at   timestamptz,
    reason    text,
    CONSTRAINT shared_revision_pk PRIMARY KEY (kind, entity_id, revision, deleted),
    CONSTRAINT shared_revision_has_a_body_unless_deleted CHECK (deleted = (body IS NULL))
);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_reference_table('shared_revision');
    END IF;
END $$;

-- What is there already starts its history with the state that it has.
INSERT INTO shared_revision (kind, entity_id, revision, deleted, body, made_by, made_at, reason)
SELECT 'PARTY', id, revision, false,
       CAST(jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'name', name, 'kind', kind, 'partOf', part_of,
           'aliases', CASE WHEN cardinality(aliases) > 0 THEN to_jsonb(aliases) END,
           'proposed', CASE WHEN proposed THEN true END)) AS text),
       'unknown', NULL, NULL
  FROM party;
INSERT INTO shared_revision (kind, entity_id, revision, deleted, body, made_by, made_at, reason)
SELECT 'CONCEPT', c.id, c.revision, false,
       CAST(jsonb_strip_nulls(jsonb_build_object(
           'id', c.id, 'scheme', c.scheme, 'label', c.label,
           'aliases', CASE WHEN cardinality(c.aliases) > 0 THEN to_jsonb(c.aliases) END,
           'broader', (SELECT jsonb_agg(b.broader_id ORDER BY b.ordinal) FROM concept_broader b
                        WHERE b.concept_id = c.id))) AS text),
       'unknown', NULL, NULL
  FROM concept c;
