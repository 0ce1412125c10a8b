-- What a POST with an Idempotency-Key answered, so that sending it again answers the same and does nothing.
CREATE TABLE answered_post (
    story_id    text        NOT NULL,
    key         text        NOT NULL,
    -- SHA-256 of method, path and body: a key belongs to one request.
    fingerprint text        NOT NULL,
    status      integer     NOT NULL,
    location    text,
    etag        text,
    body        text        NOT NULL,
    answered_at timestamptz NOT NULL,
    CONSTRAINT answered_post_pk PRIMARY KEY (story_id, key)
);
