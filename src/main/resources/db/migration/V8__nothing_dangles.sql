DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
    END IF;
END $$;

ALTER TABLE party
    ADD CONSTRAINT party_part_of_fk FOREIGN KEY (part_of) REFERENCES party (id);
ALTER TABLE concept_broader
    ADD CONSTRAINT concept_broader_concept_fk FOREIGN KEY (concept_id) REFERENCES concept (id) ON DELETE CASCADE;
ALTER TABLE concept_broader
    ADD CONSTRAINT concept_broader_broader_fk FOREIGN KEY (broader_id) REFERENCES concept (id);

ALTER TABLE attribute
    ADD CONSTRAINT attribute_story_fk FOREIGN KEY (story_id) REFERENCES story (story_id) ON DELETE CASCADE;
ALTER TABLE story_party
    ADD CONSTRAINT story_party_story_fk FOREIGN KEY (story_id) REFERENCES story (story_id) ON DELETE CASCADE;
ALTER TABLE story_party
    ADD CONSTRAINT story_party_party_fk FOREIGN KEY (party_id) REFERENCES party (id);
ALTER TABLE story_concept
    ADD CONSTRAINT story_concept_story_fk FOREIGN KEY (story_id) REFERENCES story (story_id) ON DELETE CASCADE;
ALTER TABLE story_concept
    ADD CONSTRAINT story_concept_concept_fk FOREIGN KEY (concept_id) REFERENCES concept (id);
ALTER TABLE source
    ADD CONSTRAINT source_story_fk FOREIGN KEY (story_id) REFERENCES story (story_id) ON DELETE CASCADE;
ALTER TABLE source
    ADD CONSTRAINT source_publisher_fk FOREIGN KEY (publisher_id) REFERENCES party (id);
ALTER TABLE fact
    ADD CONSTRAINT fact_source_fk FOREIGN KEY (story_id, source_id) REFERENCES source (story_id, id) ON DELETE CASCADE;
ALTER TABLE fact
    ADD CONSTRAINT fact_attribute_fk FOREIGN KEY (story_id, attribute_id) REFERENCES attribute (story_id, id)
        ON DELETE CASCADE;
ALTER TABLE fact
    ADD CONSTRAINT fact_claimant_fk FOREIGN KEY (claimant_id) REFERENCES party (id);
ALTER TABLE fact
    ADD CONSTRAINT fact_concept_fk FOREIGN KEY (concept_id) REFERENCES concept (id);
ALTER TABLE finding
    ADD CONSTRAINT finding_attribute_fk FOREIGN KEY (story_id, attribute_id) REFERENCES attribute (story_id, id)
        ON DELETE CASCADE;
ALTER TABLE answered_post
    ADD CONSTRAINT answered_post_story_fk FOREIGN KEY (story_id) REFERENCES story (story_id) ON DELETE CASCADE;
