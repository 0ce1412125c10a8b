-- Full accounts, and sources that go back to others, are few, and asked for with every write.
CREATE INDEX source_full_account ON source (story_id) WHERE coverage = 'COMPLETE';
CREATE INDEX source_that_declares ON source (story_id)
    WHERE cardinality(derived_from) > 0 OR cardinality(credits) > 0 OR copied_from IS NOT NULL;
-- The last place of a story, and of a source, is found without looking at the others.
CREATE INDEX source_by_ordinal ON source (story_id, ordinal);
