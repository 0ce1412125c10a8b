package org.crosscheck.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.crosscheck.concept.ConceptService;
import org.crosscheck.concept.ConceptView;
import org.crosscheck.extract.fit.Cast;
import org.crosscheck.extract.fit.Places;
import org.crosscheck.extract.fit.Term;
import org.crosscheck.extract.fit.Vocabulary;
import org.crosscheck.party.Authority;
import org.crosscheck.party.PartyService;
import org.crosscheck.party.PartyView;

/** What names in texts may mean, as the authority files have it. Kept until those change. */
@ApplicationScoped
class Names {

    /** The names of one state of the authority files. */
    record Known(long version, Vocabulary vocabulary, List<Cast.Member> members) {}

    private final Authority authority;
    private final PartyService parties;
    private final ConceptService concepts;
    private final AtomicReference<Known> known = new AtomicReference<>();

    Names(Authority authority, PartyService parties, ConceptService concepts) {
        this.authority = authority;
        this.parties = parties;
        this.concepts = concepts;
    }

    @Transactional
    Known known(Places places) {
        long version = authority.version();
        Known kept = known.get();
        if (kept != null && kept.version() == version) return kept;
        List<Term> terms = concepts.all().stream().map(Names::term).toList();
        List<Cast.Member> members = parties.all().stream().map(Names::member).toList();
        Known now = new Known(version, new Vocabulary(terms, places), members);
        known.set(now);
        return now;
    }

    private static Term term(ConceptView concept) {
        return new Term(concept.id(), concept.scheme(), with(concept.label(), concept.aliases()), concept.broader());
    }

    private static Cast.Member member(PartyView party) {
        return new Cast.Member(party.id(), with(party.name(), party.aliases()));
    }

    private static List<String> with(String name, List<String> aliases) {
        List<String> names = new ArrayList<>(aliases);
        names.add(name);
        return names;
    }
}
