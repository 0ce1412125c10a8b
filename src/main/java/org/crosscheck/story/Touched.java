package org.crosscheck.story;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attributes whose findings a change may change, and through what. Of each attribute at most {@value ChangeCause#SHOWN} ids of a
 * kind are shown: an import may have many thousand facts.
 */
public final class Touched {
    private final Map<String, Through> byAttribute = new LinkedHashMap<>();

    /** Through a fact of {@code source} that says something else now, or nothing any more. */
    public Touched fact(String attribute, String source, String fact) {
        Through through = through(attribute, source, fact);
        through.otherwise |= !through.added.contains(fact);
        return this;
    }

    /** Through a fact of {@code source} that was not there before, or did not count. */
    public Touched newFact(String attribute, String source, String fact) {
        through(attribute, source, fact).added.add(fact);
        return this;
    }

    private Through through(String attribute, String source, String fact) {
        Through through = through(attribute, CauseKind.SOURCES);
        add(through.sources, source);
        add(through.facts, fact);
        return through;
    }

    /** Through {@code source} itself: what it covers. */
    public Touched account(String attribute, String source) {
        add(through(attribute, CauseKind.SOURCES).sources, source);
        return this;
    }

    /** Through whose {@code source} is, and when it was published: all of its facts say something else now. */
    public Touched factsOf(String attribute, String source) {
        account(attribute, source).through(attribute, CauseKind.SOURCES).otherwise = true;
        return this;
    }

    /** Those of {@code attributes} that nothing more precise touches, through what {@code sources} have to do with each other. */
    public Touched indirectly(Collection<String> attributes, Collection<String> sources) {
        for (String attribute : attributes) {
            if (byAttribute.containsKey(attribute)) continue;
            Through through = through(attribute, CauseKind.SOURCES);
            sources.stream().limit(ChangeCause.SHOWN).forEach(through.sources::add);
        }
        return this;
    }

    /** Through the question itself. */
    public Touched question(String attribute) {
        through(attribute, CauseKind.ATTRIBUTE).otherwise = true;
        return this;
    }

    /** Through parties and concepts. */
    public Touched authority(String attribute, Collection<String> parties, Collection<String> concepts) {
        Through through = through(attribute, CauseKind.AUTHORITY);
        through.otherwise = true;
        parties.forEach(party -> add(through.parties, party));
        concepts.forEach(concept -> add(through.concepts, concept));
        return this;
    }

    public Touched addAll(Touched others) {
        others.byAttribute.forEach((attribute, other) -> {
            Through through = through(attribute, other.kind);
            through.otherwise |= other.otherwise;
            through.added.addAll(other.added);
            other.sources.forEach(id -> add(through.sources, id));
            other.facts.forEach(id -> add(through.facts, id));
            other.parties.forEach(id -> add(through.parties, id));
            other.concepts.forEach(id -> add(through.concepts, id));
        });
        return this;
    }

    public Set<String> attributes() {
        return byAttribute.keySet();
    }

    /** The facts that are new on an attribute, where none of its others says anything else than before; they may be none. */
    public Optional<Set<String>> onlyAdded(String attribute) {
        Through through = byAttribute.get(attribute);
        return through.otherwise ? Optional.empty() : Optional.of(through.added);
    }

    public boolean isEmpty() {
        return byAttribute.isEmpty();
    }

    /** Through what one of the {@link #attributes} is touched. What comes first says it all: an import names all that it changes. */
    public ChangeCause cause(String attribute) {
        Through through = byAttribute.get(attribute);
        boolean authority = through.kind == CauseKind.AUTHORITY;
        return new ChangeCause(
                through.kind,
                List.copyOf(through.sources),
                List.copyOf(through.facts),
                authority ? List.copyOf(through.parties) : List.of(),
                authority ? List.copyOf(through.concepts) : List.of());
    }

    private Through through(String attribute, CauseKind kind) {
        Through through = byAttribute.computeIfAbsent(attribute, id -> new Through());
        if (through.kind == null || kind.compareTo(through.kind) < 0) through.kind = kind;
        return through;
    }

    private static void add(Set<String> ids, String id) {
        if (ids.size() < ChangeCause.SHOWN) ids.add(id);
    }

    private static final class Through {
        private final Set<String> sources = new LinkedHashSet<>();
        private final Set<String> facts = new LinkedHashSet<>();
        private final Set<String> parties = new LinkedHashSet<>();
        private final Set<String> concepts = new LinkedHashSet<>();
        private final Set<String> added = new HashSet<>();
        private boolean otherwise;
        private CauseKind kind;
    }
}
