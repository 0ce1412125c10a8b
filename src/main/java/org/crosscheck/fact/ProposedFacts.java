package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.concept.ConceptEntity;
import org.crosscheck.concept.ConceptService;
import org.crosscheck.concept.ConceptView;
import org.crosscheck.concept.Taxonomies;
import org.crosscheck.extract.fit.Claimant;
import org.crosscheck.extract.fit.Place;
import org.crosscheck.extract.fit.Places;
import org.crosscheck.extract.fit.Proposal;
import org.crosscheck.extract.fit.Question;
import org.crosscheck.extract.speech.Speaker;
import org.crosscheck.party.Authority;
import org.crosscheck.party.PartyEntity;
import org.crosscheck.party.PartyKind;
import org.crosscheck.party.PartyService;
import org.crosscheck.party.PartyView;
import org.crosscheck.problem.Violations;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.verdict.Stance;

/** Makes facts of proposals, and what they need: the parties, places and attributes that a text names and nobody knows yet. */
@ApplicationScoped
class ProposedFacts {
    /** Characters of context that evidence keeps on each side. */
    private static final int CONTEXT = 32;

    private static final int MAX_WORDING = 1000;

    private final Authority authority;
    private final PartyService parties;
    private final ConceptService concepts;
    private final Taxonomies taxonomies;
    private final AttributeService attributes;
    private final ProposalCounts counts;

    ProposedFacts(
            Authority authority,
            PartyService parties,
            ConceptService concepts,
            Taxonomies taxonomies,
            AttributeService attributes,
            ProposalCounts counts) {
        this.authority = authority;
        this.parties = parties;
        this.concepts = concepts;
        this.taxonomies = taxonomies;
        this.attributes = attributes;
        this.counts = counts;
    }

    /** Locks the authority files for a change where the proposals name what they do not have. To be called before the story is locked. */
    void prepare(Reading reading) {
        boolean isNew = reading.proposals().stream()
                .anyMatch(proposal -> proposal.claimant().map(Claimant::isNew).orElse(false)
                        || !proposal.newPlaces().isEmpty());
        if (isNew) authority.change();
    }

    /** States the parties, places and attributes that the proposals need and that are not there. */
    void introduce(StoryEntity story, Reading reading) {
        Map<String, PartyView> newParties = new LinkedHashMap<>();
        Map<String, ConceptView> newPlaces = new LinkedHashMap<>();
        Map<String, AttributeView> newQuestions = new LinkedHashMap<>();
        for (Proposal proposal : reading.proposals()) {
            proposal.claimant().ifPresent(claimant -> collect(claimant, newParties));
            proposal.newPlaces().forEach(place -> newPlaces.putIfAbsent(place.id(), concept(place)));
            if (proposal.isNewQuestion())
                newQuestions.putIfAbsent(proposal.question().id(), attribute(proposal.question()));
        }
        newParties.keySet().removeAll(PartyEntity.existing(newParties.keySet()));
        newPlaces.keySet().removeAll(ConceptEntity.existing(newPlaces.keySet()));
        if (!newParties.isEmpty() || !newPlaces.isEmpty()) {
            parties.write(List.copyOf(newParties.values()), true);
            concepts.write(List.copyOf(newPlaces.values()), true);
            authority.changed(newParties.keySet(), taxonomies.touchedBy(newPlaces.keySet()));
        }
        attributes.propose(story.id, List.copyOf(newQuestions.values()));
    }

    /**
     * The facts that the proposals are in {@code source}: checked, and accepted where the story accepts them by itself. What is
     * there under the same id, or says the same, is left out.
     */
    List<FactView> facts(StoryEntity story, SubmittedSource source, Reading reading, List<FactView> present) {
        Map<String, AttributeView> questions = Known.byId(attributes.stated(story.id));
        List<FactView> views = reading.proposals().stream()
                .map(proposal -> fact(story, source.text(), proposal))
                .toList();
        Known known = Known.namedBy(List.of(source.withFacts(views)), questions);
        Normalizer normalizer = new Normalizer(questions, known.parties(), known.concepts());
        Set<String> ids = new HashSet<>();
        Set<String> said = new HashSet<>();
        for (FactView fact : present) {
            if (fact.id() != null) ids.add(fact.id());
            normalizer
                    .normalize(source.id(), source.text(), fact, "", new Violations())
                    .ifPresent(normal -> said.add(said(normal)));
        }
        List<FactView> facts = new ArrayList<>();
        for (FactView view : views) {
            Optional<NormalFact> normal = normalizer.normalize(source.id(), source.text(), view, "", new Violations());
            if (normal.isEmpty() || !ids.add(normal.get().fact().id()) || !said.add(said(normal.get()))) continue;
            facts.add(normal.get().fact());
            counts.proposed(normal.get().fact());
        }
        return facts;
    }

    private static String said(NormalFact fact) {
        FactView view = fact.fact();
        return view.attribute() + " " + view.claimant() + " " + view.stance() + " "
                + (fact.value() == null ? "" : fact.value().key());
    }

    private static FactView fact(StoryEntity story, String text, Proposal proposal) {
        String exact = text.substring(proposal.start(), proposal.end());
        String wording = exact.strip().replaceAll("\\s+", " ");
        boolean accepted = story.autoAccept != null && proposal.confidence().compareTo(story.autoAccept) >= 0;
        return new FactView(
                null,
                null,
                proposal.question().id(),
                proposal.claimant().map(Claimant::id).orElse(null),
                Stance.valueOf(proposal.stance().name()),
                ValueView.of(proposal.value()),
                whole(wording, 0, Math.min(MAX_WORDING, wording.length())),
                Certainty.valueOf(proposal.certainty().name()),
                null,
                accepted ? Status.ACCEPTED : Status.PROPOSED,
                Origin.EXTRACTED,
                proposal.rule(),
                proposal.confidence(),
                new Evidence(
                        exact,
                        orNull(whole(text, Math.max(0, proposal.start() - CONTEXT), proposal.start())),
                        orNull(whole(text, proposal.end(), Math.min(text.length(), proposal.end() + CONTEXT))),
                        proposal.start(),
                        proposal.end()),
                null,
                null);
    }

    /** A part of {@code text}, without the half of a character that its ends may cut. */
    private static String whole(String text, int from, int to) {
        int start = from < to && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
        int end = start < to && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
        return text.substring(start, end);
    }

    private static String orNull(String context) {
        return context.isBlank() ? null : context;
    }

    private static void collect(Claimant claimant, Map<String, PartyView> parties) {
        if (claimant.partOf() != null) collect(claimant.partOf(), parties);
        if (!claimant.isNew()) return;
        parties.putIfAbsent(
                claimant.id(),
                new PartyView(
                        claimant.id(),
                        claimant.name(),
                        kind(claimant.kind()),
                        claimant.names(),
                        claimant.partOf() == null ? null : claimant.partOf().id(),
                        true,
                        null));
    }

    private static PartyKind kind(Speaker.Kind kind) {
        return switch (kind) {
            case PERSON -> PartyKind.PERSON;
            case GOVERNMENT -> PartyKind.GOVERNMENT;
            case ORGANISATION, GROUP, UNKNOWN -> PartyKind.ORGANISATION;
        };
    }

    private static ConceptView concept(Place place) {
        return new ConceptView(place.id(), Places.SCHEME, place.label(), place.names(), place.broader(), null);
    }

    private static AttributeView attribute(Question question) {
        return new AttributeView(
                question.id(),
                question.label(),
                null,
                question.type(),
                question.unit(),
                List.of(),
                null,
                null,
                true,
                null);
    }
}
