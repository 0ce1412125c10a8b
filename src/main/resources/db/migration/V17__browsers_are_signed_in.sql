-- Browsers that are signed in, with a key or by the issuer. Shared by all stories: a reference table on Citus. Rows that expired are
-- removed by those who sign in later.
CREATE TABLE session (
    -- SHA-256 of what the cookie holds, which itself is stored nowhere.
    hash          text        NOT NULL,
    -- The key, and when its secret was made: another secret ends the session. Null for a user of the issuer.
    key_id        text,
    key_issued_at timestamptz,
    -- What the issuer said of its user. Null for a key: its own row says what it may now.
    name          text,
    role          text,
    -- The stories that the user may write; null where these are all.
    stories       text[],
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    CONSTRAINT session_pk PRIMARY KEY (hash),
    CONSTRAINT session_is_of_a_key_or_a_user CHECK (
        CASE WHEN key_id IS NULL
             THEN name IS NOT NULL AND role IS NOT NULL AND key_issued_at IS NULL
             ELSE name IS NULL AND role IS NULL AND stories IS NULL AND key_issued_at IS NOT NULL END)
);
CREATE INDEX session_by_age ON session (expires_at);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        PERFORM create_reference_table('session');
        SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
    END IF;
END $$;

ALTER TABLE session
    ADD CONSTRAINT session_key_fk FOREIGN KEY (key_id) REFERENCES api_key (id);
