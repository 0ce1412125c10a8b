-- On plain PostgreSQL this does nothing. On Citus, stories are spread over the workers, and the authority files are on all.
DO $$
DECLARE
    shared  text;
    sharded text;
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        FOREACH shared IN ARRAY ARRAY['authority', 'party', 'concept', 'concept_broader', 'authority_change'] LOOP
            PERFORM create_reference_table(shared);
        END LOOP;
        PERFORM create_distributed_table('story', 'story_id');
        FOREACH sharded IN ARRAY ARRAY['attribute', 'story_party', 'story_concept', 'source', 'fact', 'finding',
                                       'revision', 'answered_post'] LOOP
            PERFORM create_distributed_table(sharded, 'story_id', colocate_with => 'story');
        END LOOP;
    END IF;
END $$;
