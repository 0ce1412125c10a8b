-- Every new answer forgets those that are too old.
CREATE INDEX answered_post_by_age ON answered_post (story_id, answered_at);
