-- The newest stories first: what people look for.
CREATE INDEX story_by_updated_at ON story (updated_at DESC, story_id);
