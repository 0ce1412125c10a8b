-- Keys of clients. Shared by all stories: a reference table on Citus.
CREATE TABLE api_key (
    id           text        NOT NULL,
    name         text        NOT NULL,
    role         text        NOT NULL,
    -- The stories that it may write; null where it may write all.
    stories      text[],
    -- SHA-256 of the key, which itself is stored nowhere.
    hash         text        NOT NULL,
    created_at   timestamptz NOT NULL,
    created_by   text        NOT NULL,
    -- When its secret was made: a key may get another one.
    issued_at    timestamptz NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    revision     integer     NOT NULL,
    CONSTRAINT api_key_pk PRIMARY KEY (id),
    CONSTRAINT api_key_is_unique UNIQUE (hash)
);
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_reference_table('api_key');
    END IF;
END $$;
