package org.crosscheck.fact;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.concept.ConceptEntity;
import org.crosscheck.party.PartyEntity;
import org.crosscheck.story.AttributeView;

/** Which of the parties and concepts that some sources name are stored. */
public record Known(Set<String> parties, Set<String> concepts) {

    /** @param attributes the story's, by id: quantities inherit their units */
    public static Known namedBy(Collection<SubmittedSource> sources, Map<String, AttributeView> attributes) {
        Set<String> parties = new HashSet<>();
        Set<String> concepts = new HashSet<>();
        for (SubmittedSource source : sources) {
            parties.add(source.publisher());
            for (FactView fact : source.facts() == null ? List.<FactView>of() : source.facts()) {
                parties.add(fact.claimant());
                concepts.add(Normalizer.conceptNamed(fact, attributes));
            }
        }
        parties.remove(null);
        concepts.remove(null);
        return new Known(PartyEntity.existing(parties), ConceptEntity.existing(concepts));
    }

    /** Attributes by id, in their order. */
    public static Map<String, AttributeView> byId(List<AttributeView> attributes) {
        Map<String, AttributeView> byId = new LinkedHashMap<>();
        attributes.forEach(attribute -> byId.put(attribute.id(), attribute));
        return byId;
    }
}
