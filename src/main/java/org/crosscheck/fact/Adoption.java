package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crosscheck.party.Authority;
import org.crosscheck.party.PartyService;
import org.crosscheck.story.AttributeService;

/** Accepting a fact accepts the attribute that it answers and the party that it names, where a text only proposed them. */
@ApplicationScoped
class Adoption {
    private final Authority authority;
    private final PartyService parties;
    private final AttributeService attributes;

    Adoption(Authority authority, PartyService parties, AttributeService attributes) {
        this.authority = authority;
        this.parties = parties;
        this.attributes = attributes;
    }

    /**
     * Locks the authority files for a change where one of {@code claimants} is only proposed. To be called before the story is
     * locked, so that nobody waits in a circle.
     */
    void prepare(Collection<String> claimants) {
        if (!parties.proposed(claimants).isEmpty()) authority.change();
    }

    /** Adopts what the accepted ones among {@code facts} name; the caller has {@link #prepare prepared} and locked the story. */
    void adopt(String story, Collection<FactEntity> facts) {
        List<FactEntity> accepted =
                facts.stream().filter(fact -> fact.status == Status.ACCEPTED).toList();
        if (accepted.isEmpty()) return;
        Set<String> answered = new HashSet<>();
        Set<String> claimants = new HashSet<>();
        for (FactEntity fact : accepted) {
            answered.add(fact.attribute);
            if (fact.claimant != null) claimants.add(fact.claimant);
        }
        attributes.accept(story, answered);
        parties.accept(claimants);
    }
}
