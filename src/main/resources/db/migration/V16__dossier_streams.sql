-- Which dossiers an import has done with, written in the transaction of each: a stream that is sent again goes on where it
-- broke off, and undoes no edit made since. Has no foreign key, since it outlives its story: an editor may delete that.
CREATE TABLE imported_dossier (
    story_id    text        NOT NULL,
    import_id   text        NOT NULL,
    -- SHA-256 of the line.
    fingerprint text        NOT NULL,
    outcome     text        NOT NULL,
    version     bigint      NOT NULL,
    imported_at timestamptz NOT NULL,
    CONSTRAINT imported_dossier_pk PRIMARY KEY (story_id, import_id, fingerprint)
);
-- Every new import forgets those that are too old.
CREATE INDEX imported_dossier_by_age ON imported_dossier (imported_at);

-- How far imports are; only told, never relied on. Written about once a second while lines come.
CREATE TABLE dossier_import (
    id         text        NOT NULL,
    lines      bigint      NOT NULL,
    created    bigint      NOT NULL,
    replaced   bigint      NOT NULL,
    unchanged  bigint      NOT NULL,
    skipped    bigint      NOT NULL,
    refused    bigint      NOT NULL,
    started_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    done       boolean     NOT NULL,
    CONSTRAINT dossier_import_pk PRIMARY KEY (id)
);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_reference_table('dossier_import');
        PERFORM create_distributed_table('imported_dossier', 'story_id', colocate_with => 'story');
    END IF;
END $$;
